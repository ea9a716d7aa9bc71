"""The people of a batch as cards for address books (vCard 3.0, RFC 2426)."""

import re
from collections.abc import Iterable, Iterator

from qualdesk.core.handoff import HandoffItem
from qualdesk.core.leads import Contact, Phone, PhoneKind
from qualdesk.core.plain_text import without_tricks
from qualdesk.core.wording import english


@english()
def contact_cards(items: Iterable[HandoffItem]) -> bytes:
    """One card for each lead, in the order given; UTF-8, as phones and mail programs take them.

    Numbers are E.164 with their plus. Nothing a stranger wrote becomes a line of its own.
    """
    lines = (line for item in items for line in _card(item))
    return b"".join(_folded(line) for line in lines)


def _card(item: HandoffItem) -> Iterator[str]:
    contact = item.lead.contact
    name = _line(contact.name) or _line(contact.company_name) or "Lead"
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"UID:{_text(item.id)}"
    yield f"FN:{_text(name)}"
    last = contact.last_name or ("" if contact.first_name else name)
    yield f"N:{_text(last)};{_text(contact.first_name)};;;"
    if contact.company_name:
        yield f"ORG:{_text(contact.company_name)}"
    if contact.title:
        yield f"TITLE:{_text(contact.title)}"
    for phone in contact.dialable:
        yield f"TEL;TYPE={_KINDS[phone.kind]}:{_text(phone.e164)}"
    for email in contact.emails:
        yield f"EMAIL;TYPE=INTERNET:{_text(email)}"
    yield from _address(contact)
    note = " ".join(part for part in (item.brief.in_one_line, *_extensions(contact)) if part)
    if note:
        yield f"NOTE:{_text(note)}"
    yield "END:VCARD"


def _address(contact: Contact) -> Iterator[str]:
    parts = (contact.city, contact.subdivision, contact.postcode, contact.country)
    if any(parts):
        yield f"ADR;TYPE=WORK:;;;{';'.join(_text(part) for part in parts)}"


def _extensions(contact: Contact) -> Iterator[str]:
    """What to dial after the connection: a card's number has no place for it."""
    phones: Iterable[Phone] = contact.dialable
    for phone in phones:
        if phone.extension:
            yield f"Extension {phone.extension} of {phone.e164}."


def _text(value: str) -> str:
    """The value as one line of a card holds it."""
    return _line(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _line(value: str) -> str:
    """One line, without characters that end it or turn letters around."""
    return " ".join(_ENDS.sub(" ", without_tricks(value)).split())


def _folded(line: str) -> bytes:
    """The line in pieces of 75 bytes at most, no letter cut in two."""
    pieces: list[bytes] = [b""]
    for letter in line:
        written = letter.encode("utf-8")
        if len(pieces[-1]) + len(written) > _WIDTH:
            # A piece that goes on begins with a space, which counts.
            pieces.append(b" ")
        pieces[-1] += written
    return b"\r\n".join(pieces) + b"\r\n"


_WIDTH = 75
_ENDS = re.compile("[\u2028\u2029]")
_KINDS = {
    PhoneKind.DIRECT: "WORK,VOICE,PREF",
    PhoneKind.MOBILE: "CELL,VOICE",
    PhoneKind.MAIN: "WORK,VOICE",
    PhoneKind.UNKNOWN: "VOICE",
}
