"""Mails reach a real server whole, or it is said in words why not (T3)."""

import logging
import ssl
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail_servers import (
    LOGIN,
    PASSWORD,
    Box,
    certified,
    free_port,
    mail_server,
    odd_server,
    talk_until,
    who_may,
)
from qualdesk.core.errors import NotSent, Refused
from qualdesk.core.mails import Attachment, MailAccount, Outgoing, Security
from qualdesk.links.mail import Line
from qualdesk.links.mail_messages import message_of

PDF = Attachment(
    name="briefs Köln.pdf", kind="application/pdf", content=b"%PDF-1.7\r\n.\r\n\x00\xff"
)
AT = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)


def a_mail(**changed: Any) -> Outgoing:
    fields: dict[str, Any] = {
        "name": "Lena Brandt",
        "address": "lena@sealers.example",
        "subject": "7 leads for you: PackTech Expo 2026, batch 12",
        "text": "Hello Lena,\n.\n..two dots\nZoë Łuczak, Elbkorn Foods\n",
        "html": "<p>Zoë Łuczak</p>\n",
        "message_id": "<5f0c2c5e@desk.example>",
        "at": AT,
        "attachments": (PDF,),
    }
    return Outgoing(**{**fields, **changed})


def here(port: int, **changed: Any) -> MailAccount:
    fields: dict[str, Any] = {
        "host": "localhost",
        "port": port,
        "security": Security.NONE,
        "name": "Rosa Conti",
        "address": "rosa@desk.example",
    }
    return MailAccount(**{**fields, **changed})


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ssl.SSLContext]:
    """What a server of this computer shows; its authority is one this computer trusts."""
    authority, shown = certified("localhost")
    known = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(known))
    monkeypatch.setenv("SSL_CERT_FILE", str(known))
    return shown


def send(account: MailAccount, *mails: Outgoing, password: str = "") -> None:
    with Line(account, password, patience=1.0) as line:
        for mail in mails:
            line.send(mail)


def test_a_mail_arrives_whole_and_says_that_a_program_wrote_it(box: Box) -> None:
    with mail_server(box) as port:
        send(here(port), a_mail())
    (mail,) = box.mails
    assert (mail["From"], mail["To"]) == (
        "Rosa Conti <rosa@desk.example>",
        "Lena Brandt <lena@sealers.example>",
    )
    assert mail["Subject"] == "7 leads for you: PackTech Expo 2026, batch 12"
    assert (mail["Auto-Submitted"], mail["Message-ID"]) == (
        "auto-generated",
        "<5f0c2c5e@desk.example>",
    )
    assert mail["Date"].datetime == AT
    (attached,) = mail.iter_attachments()
    assert (attached.get_filename(), attached.get_content_type()) == (PDF.name, PDF.kind)
    assert attached.get_content() == PDF.content
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().splitlines() == a_mail().text.splitlines()
    assert "Zoë Łuczak" in html.get_content()
    assert box.to == ["lena@sealers.example"]
    assert all(byte < 128 for byte in box.raw[0])


def test_names_in_any_letters_arrive_and_a_domain_of_any_letters_is_found(box: Box) -> None:
    name = "Çağla Brøndum-Łuczak, Ph.D. (“Cağa”) 田中"
    with mail_server(box) as port:
        send(here(port, name="Büro Köln"), a_mail(name=name, address="c@bücher.example"))
    (mail,) = box.mails
    # The standard library may double a space where it folds a long name.
    assert mail["To"].addresses[0].display_name.split() == name.split()
    assert mail["From"].addresses[0].display_name == "Büro Köln"
    assert box.to == ["c@xn--bcher-kva.example"]


def test_several_mails_go_over_one_line_and_one_refused_stops_no_other(box: Box) -> None:
    box.answers_to = lambda to: "550 No such box" if to.startswith("gone") else "250 OK"
    with mail_server(box) as port, Line(here(port)) as line:
        line.send(a_mail(subject="One"))
        with pytest.raises(NotSent, match=r"550 No such box.*Check the address") as refused:
            line.send(a_mail(address="gone@sealers.example"))
        line.send(a_mail(subject="Two"))
    assert [mail["Subject"] for mail in box.mails] == ["One", "Two"]
    assert (refused.value.is_unsure, refused.value.is_for_all) == (False, False)


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_the_login_is_said_inside_tls(box: Box, shown: ssl.SSLContext, security: Security) -> None:
    key = "ssl_context" if security is Security.TLS else "tls_context"
    # aiosmtpd knows only STARTTLS as TLS, and would refuse logins over TLS from the start.
    how = {key: shown, "authenticator": who_may, "auth_require_tls": key == "tls_context"}
    with mail_server(box, **how) as port:
        account = here(port, security=security, login=LOGIN)
        send(account, a_mail(), password=PASSWORD)
        with pytest.raises(NotSent, match="did not accept the login or the password") as refused:
            send(account, a_mail(), password="battery staple")
    assert len(box.raw) == 1
    assert refused.value.is_for_all
    assert "battery" not in str(refused.value)


def test_a_password_no_server_takes_is_said_and_not_shown(box: Box, shown: ssl.SSLContext) -> None:
    with mail_server(box, tls_context=shown, authenticator=who_may) as port:
        account = here(port, security=Security.STARTTLS, login=LOGIN)
        with pytest.raises(NotSent, match="letters that mail servers do not take") as refused:
            send(account, a_mail(), password="pässword")
    assert "pässword" not in str(refused.value)


def test_no_word_is_said_to_a_server_whose_certificate_is_for_another(
    box: Box, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    authority, shown = certified("mail.somebody-else.example")
    known = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(known))
    monkeypatch.setenv("SSL_CERT_FILE", str(known))
    with mail_server(box, tls_context=shown, authenticator=who_may) as port:
        account = here(port, security=Security.STARTTLS, login=LOGIN)
        with pytest.raises(NotSent, match=r"certificate of localhost is not good .* nothing was"):
            send(account, a_mail(), password=PASSWORD)
    assert not box.raw


def test_a_server_nobody_vouches_for_gets_nothing(box: Box) -> None:
    _, shown = certified("localhost")
    with mail_server(box, tls_context=shown) as port, pytest.raises(NotSent, match="certificate"):
        send(here(port, security=Security.STARTTLS), a_mail())
    assert not box.raw


def test_without_the_tls_that_was_asked_for_nothing_goes(box: Box) -> None:
    with mail_server(box) as port:
        with pytest.raises(NotSent, match="does not offer what the settings ask for"):
            send(here(port, security=Security.STARTTLS), a_mail())
        with pytest.raises(NotSent, match="does not speak TLS"):
            send(here(port, security=Security.TLS), a_mail())
    assert not box.raw


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("451 4.7.1 Greylisted, try again", "at the moment: “451 4.7.1 Greylisted, try again”"),
        ("452 Out of room", "Send it again in some minutes"),
        ("550 5.7.1 Not wanted", "does not take a mail for lena@sealers.example"),
        ("552 5.3.4 Too big", "more than localhost takes"),
    ],
)
def test_what_a_server_says_of_a_mail_is_told(box: Box, answer: str, says: str) -> None:
    box.answers = lambda _: answer
    with mail_server(box) as port, pytest.raises(NotSent, match=says) as refused:
        send(here(port), a_mail())
    assert not refused.value.is_unsure


def test_greylisted_now_taken_later(box: Box) -> None:
    tries = iter(["451 Later", "250 OK"])
    box.answers_to = lambda _: next(tries)
    with mail_server(box) as port:
        with pytest.raises(NotSent, match="Send it again"):
            send(here(port), a_mail())
        send(here(port), a_mail())
    assert len(box.raw) == 1


def test_a_mail_bigger_than_the_server_takes_is_not_even_begun(box: Box) -> None:
    big = Attachment(name="briefs.pdf", kind="application/pdf", content=bytes(40_000))
    with mail_server(box, data_size_limit=20_000) as port:
        with pytest.raises(NotSent, match=r"has 0\.1 MB, more than localhost takes"):
            send(here(port), a_mail(attachments=(big,)))
        send(here(port), a_mail())
    assert len(box.raw) == 1


def test_a_silent_server_is_given_up() -> None:
    def silent(line: Any) -> None:
        line.recv(1)

    begun = time.monotonic()
    with odd_server(silent) as port, pytest.raises(NotSent, match="did not answer in time") as no:
        send(here(port), a_mail())
    assert no.value.is_for_all
    assert time.monotonic() - begun < 10


def test_nobody_there_is_said() -> None:
    with pytest.raises(NotSent, match="Nobody takes mail at localhost, port"):
        send(here(free_port()), a_mail())


def test_a_line_that_breaks_after_the_last_word_leaves_doubt() -> None:
    """The server may have kept the mail: only a person can say."""
    with odd_server(talk_until(b".")) as port, pytest.raises(NotSent, match="may have") as broke:
        send(here(port), a_mail())
    assert broke.value.is_unsure


def test_a_line_that_breaks_before_the_mail_leaves_none() -> None:
    with odd_server(talk_until(b"RCPT")) as port, pytest.raises(NotSent, match="broke") as broke:
        send(here(port), a_mail())
    assert not broke.value.is_unsure


def test_a_server_that_closes_for_the_night_is_quoted() -> None:
    closing = talk_until(b"MAIL", then=b"421 4.3.2 Closing\r\n")
    with odd_server(closing) as port, pytest.raises(NotSent, match=r"421 4\.3\.2 Closing"):
        send(here(port), a_mail())


def test_who_was_hung_up_on_between_two_mails_calls_again() -> None:
    def one_mail(line: Any) -> None:
        line.sendall(b"220 mail.example ESMTP\r\n")
        for said in line.makefile("rb"):
            line.sendall(b"354 go on\r\n" if said == b"data\r\n" else b"250 OK\r\n")
            if said == b"data\r\n":
                break
        for said in line.makefile("rb"):
            if said == b".\r\n":
                line.sendall(b"250 OK\r\n")
                return

    with odd_server(one_mail, one_mail) as port:
        send(here(port), a_mail(), a_mail())


hostile = st.text(
    st.one_of(
        st.sampled_from('\r\n\x00\x0b\x0c\x85\u2028\u202e\t,;:<>@"\\=?'),
        st.characters(),
    ),
    max_size=60,
)


@given(name=hostile, subject=hostile, sender=hostile, file=hostile)
def test_no_text_adds_a_line_to_the_head(name: str, subject: str, sender: str, file: str) -> None:
    """Header injection by any field of strangers."""
    from email import message_from_bytes, policy

    tail = "\r\nBcc: spy@evil.example\r\n\r\nBody"
    printable = "".join(sign for sign in sender if sign.isprintable())
    mail = a_mail(
        name=name + tail,
        subject=subject + tail,
        attachments=(Attachment(name=file + tail, kind="text/plain", content=b"1"),),
    )
    sent = message_of(mail, here(25, name=printable)).as_bytes()
    read = message_from_bytes(sent, policy=policy.default)
    assert sorted(read.keys()) == sorted(
        [
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Auto-Submitted",
            "MIME-Version",
            "Content-Type",
        ]
    )
    assert [one.addr_spec for one in read["To"].addresses] == ["lena@sealers.example"]
    assert [one.addr_spec for one in read["From"].addresses] == ["rosa@desk.example"]
    assert not read.defects


@pytest.mark.parametrize(
    "address",
    [
        "lena@sealers.example\r\nBcc: spy@evil.example",
        "lena@sealers.example, spy@evil.example",
        "Lena <lena@sealers.example>",
        "lena@sealers.example>\r\nRCPT TO:<spy@evil.example",
        "lena",
        "",
        "lena\x00@sealers.example",
    ],
)
def test_what_is_not_one_address_is_refused(address: str) -> None:
    with pytest.raises(Refused):
        message_of(a_mail(address=address), here(25))


def test_no_password_in_logs_errors_or_values(
    box: Box, shown: ssl.SSLContext, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        caplog.at_level(logging.DEBUG),
        mail_server(box, tls_context=shown, authenticator=who_may, auth_required=True) as port,
    ):
        account = here(port, security=Security.STARTTLS, login=LOGIN)
        line = Line(account, PASSWORD)
        with line:
            line.send(a_mail())
    ours = [one for one in caplog.records if one.name.startswith("qualdesk")]
    assert PASSWORD not in repr(account) + repr(line) + account.kept_under + str(ours)
