"""Without a mail server: a file that opens as a mail to send, a link that begins one (T3)."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.errors import Refused
from qualdesk.core.mails import Attachment, Outgoing
from qualdesk.links.mail_files import LONGEST_LINK, mail_file, mail_link


def a_mail(**changed: Any) -> Outgoing:
    fields: dict[str, Any] = {
        "name": "Lena Brandt",
        "address": "lena@sealers.example",
        "subject": "7 leads & more: 100 % + answers?",
        "text": "Hello Lena,\nZoë Łuczak & Co\n",
        "html": "<p>Zoë Łuczak</p>\n",
        "message_id": "<5f0c2c5e@desk.example>",
        "at": datetime(2026, 3, 17, 9, 24, tzinfo=UTC),
        "attachments": (Attachment(name="answers.html", kind="text/html", content=b"<p>\xc3\xab"),),
    }
    return Outgoing(**{**fields, **changed})


def test_the_file_opens_as_a_mail_to_send_with_everything_attached() -> None:
    mail = message_from_bytes(mail_file(a_mail()), policy=policy.default)
    assert mail["X-Unsent"] == "1"
    assert mail["From"] is None
    assert mail["To"] == "Lena Brandt <lena@sealers.example>"
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == "answers.html"
    assert attached.get_payload(decode=True) == b"<p>\xc3\xab"


def test_the_link_begins_the_mail_in_any_program() -> None:
    link = mail_link(a_mail())
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "lena@sealers.example")
    asked = parse_qs(parts.query)
    assert asked["subject"] == ["7 leads & more: 100 % + answers?"]
    assert asked["body"] == ["Hello Lena,\r\nZoë Łuczak & Co\r\n"]


@given(
    text=st.text(st.characters(exclude_categories=["Cs"]), max_size=4_000),
    subject=st.text(max_size=300),
)
def test_no_text_makes_the_link_too_long_or_adds_a_receiver(text: str, subject: str) -> None:
    link = mail_link(a_mail(text=text, subject=subject))
    assert link.isascii()
    assert link.isprintable()
    assert set(parse_qs(urlsplit(link).query, keep_blank_values=True)) == {"subject", "body"}
    assert len(link) <= LONGEST_LINK


@pytest.mark.parametrize("address", ["", "a@b.example?cc=spy@evil.example", "a@b.example&bcc=x"])
def test_an_address_with_more_in_it_is_refused(address: str) -> None:
    with pytest.raises(Refused):
        mail_link(a_mail(address=address))
