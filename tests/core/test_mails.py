"""A mail server is refused that would send passwords or leads for all to read; words of a mail."""

from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from qualdesk.core.errors import Refused
from qualdesk.core.mail_words import MailedLead, Telling, html_of, subject_of, text_of
from qualdesk.core.mails import (
    About,
    MailAccount,
    NoticeState,
    Security,
    account_from_plain,
    account_to_plain,
    mail_address,
    one_line,
)


def an_account(**changed: Any) -> MailAccount:
    fields: dict[str, Any] = {"host": "mail.example.com", "address": "rosa@desk.example"}
    return MailAccount(**{**fields, **changed})


@pytest.mark.parametrize(
    "host", ["mail.example.com", "localhost", "192.0.2.7", "::1", "[::1]", "mäil.example", "smtp-1"]
)
def test_a_server_is_known_by_its_name_or_number(host: str) -> None:
    assert an_account(host=host).host == host


@pytest.mark.parametrize(
    "host",
    ["", "mail server", "mail.example.com:25", "-mail", "mail-", "a..b", "a\r\nb", "x" * 300],
)
def test_what_is_no_server_is_refused(host: str) -> None:
    with pytest.raises(Refused, match="is no mail server"):
        an_account(host=host)


@pytest.mark.parametrize("security", Security)
def test_each_security_has_its_usual_port(security: Security) -> None:
    account = an_account(host="localhost", security=security)
    assert account.at_port == {"tls": 465, "starttls": 587, "none": 25}[security]
    assert an_account(host="localhost", security=security, port=2525).at_port == 2525


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST", "127.0.0.1", "127.8.9.1", "::1", "[::1]"]
)
def test_without_tls_only_this_computer_is_reached(host: str) -> None:
    assert an_account(host=host, security=Security.NONE).is_here
    with pytest.raises(Refused, match="only sent through TLS"):
        an_account(host=host, security=Security.NONE, login="rosa")


@pytest.mark.parametrize(
    "host", ["mail.example.com", "192.0.2.7", "localhost.example.com", "198.51.100.7"]
)
def test_over_a_network_nothing_goes_without_tls(host: str) -> None:
    with pytest.raises(Refused, match="Choose TLS or STARTTLS"):
        an_account(host=host, security=Security.NONE)


@pytest.mark.parametrize(
    "changed",
    [{"port": -1}, {"port": 65536}, {"login": "a\nb"}, {"name": "A\r\nB"}, {"address": "x"}],
)
def test_what_could_never_send_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        an_account(**changed)


def test_the_keyring_knows_a_login_at_a_server() -> None:
    account = an_account(login="rosa:1@desk.example", host="Mail.Example.com")
    assert account.kept_under == "smtp://rosa%3A1@desk.example@mail.example.com:587"


@pytest.mark.parametrize(
    "account",
    [
        None,
        an_account(),
        an_account(port=2525, security=Security.TLS, login="rosa", name="Rosa Conti"),
        an_account(host="localhost", security=Security.NONE),
    ],
)
def test_an_account_is_kept_and_read_back(account: MailAccount | None) -> None:
    assert account_from_plain(account_to_plain(account)) == account


def test_a_domain_of_any_letters_is_written_as_servers_know_it() -> None:
    assert mail_address(" c@bücher.example ") == "c@xn--bcher-kva.example"


@given(text=st.text(max_size=300))
def test_a_line_of_a_head_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line) <= 120
    assert line.splitlines() in ([], [line])
    assert not set(line) & set("\r\n\x00\x85\u2028\u2029\u202e")


def test_what_is_still_to_be_done_is_open() -> None:
    assert [one.value for one in NoticeState if one.is_open] == ["waiting", "sending", "failed"]
    assert {one.label for one in NoticeState} >= {"sent", "not sent", "may have gone"}


def a_telling(**changed: Any) -> Telling:
    fields: dict[str, Any] = {
        "about": About.BATCH,
        "receiver": "Lena Brandt",
        "campaign": "PackTech Expo 2026",
        "number": 12,
        "answer_by": date(2026, 3, 24),
        "leads": [
            MailedLead(
                name="Katrin Albers", company="Elbkorn Foods", one_line="A new line by June."
            ),
            MailedLead(name="Marcus Hale"),
        ],
        "by": "Rosa",
        "files": ["answers.xlsx", "briefs.pdf"],
    }
    return Telling(**{**fields, **changed})


def test_a_mail_says_who_is_handed_over_and_what_to_do_by_when() -> None:
    told = a_telling()
    assert subject_of(told) == (
        "2 leads for you, answer by Tue 24 Mar 2026: PackTech Expo 2026, batch 12"
    )
    text = text_of(told)
    assert text.startswith("Hello Lena Brandt,\n\n2 leads of PackTech Expo 2026, batch 12 are for")
    assert "1. Katrin Albers, Elbkorn Foods\n   A new line by June.\n\n2. Marcus Hale\n" in text
    assert "briefs.pdf: a page about each of them" in text
    assert text.endswith("\n\nRosa\n")


def test_a_recall_says_why_and_a_reminder_by_when() -> None:
    recall = a_telling(about=About.RECALL, because="Wrong list", files=[])
    assert subject_of(recall) == "Please leave 2 leads be: PackTech Expo 2026, batch 12"
    assert "Please do not contact them.\n\nWhy: Wrong list" in text_of(recall)
    reminder = a_telling(about=About.REMINDER)
    assert "It is due by Tue 24 Mar 2026." in text_of(reminder)


def test_what_a_mail_lacks_is_said_in_it() -> None:
    told = a_telling(left_out=1, too_big=["briefs.pdf"], files=["answers.xlsx"])
    assert "Too big for a mail: briefs.pdf." in text_of(told)
    assert "1 lead of this batch must not be contacted any more" in html_of(told)


class _Tags(HTMLParser):
    """Which tags a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)


@given(text=st.text(max_size=80))
def test_no_text_of_strangers_becomes_a_tag_or_a_line(text: str) -> None:
    """Hostile lead fields are words in the mail and nothing else."""
    hostile = f"<img src=x onerror=alert(1)>{text}</p><script>"
    lead = MailedLead(name=hostile, company=hostile, one_line=hostile)
    told = a_telling(leads=[lead], receiver=hostile, campaign=hostile, by=hostile, because=hostile)
    tags = _Tags()
    tags.feed(html_of(told))
    assert set(tags.found) <= {"html", "head", "meta", "title", "body", "p", "ol", "li", "b", "br"}
    assert "\n" not in subject_of(told)
