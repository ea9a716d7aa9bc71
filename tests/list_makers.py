"""Rows of a list as a reader gives them, for tests that need no file."""

from collections.abc import Iterable

from qualdesk.core.identity import Keys, keys_of
from qualdesk.core.intake import ReadRow, why_research
from qualdesk.core.leads import Company, Contact, Phone, PhoneState
from qualdesk.core.list_checks import Fix
from qualdesk.core.phones import read_phones
from qualdesk.core.sources import Touchpoint


def a_phone(raw: str, state: PhoneState = PhoneState.VALID, e164: str = "") -> Phone:
    return Phone(raw=raw, state=state, e164=e164, note="" if state.is_dialable else "Look at it.")


def phones_of(text: str, region: str = "") -> tuple[Phone, ...]:
    """The numbers of a cell as they are read in a country."""
    return read_phones(text, region=region)


def a_row(
    number: int,
    *,
    name: str = "Anna Berg",
    company: str = "Elbkorn GmbH",
    phones: Iterable[Phone] | None = None,
    emails: Iterable[str] = (),
    country: str = "",
    zones: Iterable[str] = ("Europe/Berlin",),
    fixes: Iterable[Fix] = (),
    touchpoints: Iterable[Touchpoint] = (),
    asks_country: bool = False,
    left_out: str = "",
) -> ReadRow:
    """A row of somebody in Hamburg, unless it says otherwise."""
    contact = Contact(
        name=name,
        company=Company(name=company) if company else None,
        phones=tuple(phones_of("+49 40 66969 118") if phones is None else phones),
        emails=tuple(emails),
        country=country,
        zones=tuple(zones),
    )
    return ReadRow(
        number=number,
        contact=contact,
        keys=keys_of(contact) if name else Keys(),
        touchpoints=tuple(touchpoints),
        fixes=tuple(fixes),
        asks_country=asks_country,
        left_out=left_out,
        research=why_research(contact),
    )
