"""What was mended in a row without asking: as it stood in the file, and as it is now."""

from collections.abc import Iterable, Iterator, Sequence

from qualdesk.core.emails import addresses_in, without_addresses
from qualdesk.core.leads import Contact
from qualdesk.core.list_checks import Fix, FixKind
from qualdesk.core.list_dates import has_order, read_moment
from qualdesk.core.phones import shown
from qualdesk.core.sources import SourceType
from qualdesk.core.times import date_words, local_time


def number_fixes(contact: Contact, *, is_looked_at: bool = True) -> Iterator[Fix]:
    """Numbers written in one form.

    How a number looks takes longer than to read it: a number nobody looks at, only counts, is
    told in digits.
    """
    for phone in contact.phones:
        if phone.e164:
            is_plain = not is_looked_at and not phone.raw.startswith("+")
            after = phone.e164 if is_plain else shown(phone.e164, phone.extension)
            yield from _fix(FixKind.NUMBER, phone.raw, after)


def name_fixes(written: str, contact: Contact) -> Iterator[Fix]:
    """The name, tidied."""
    yield from _fix(FixKind.NAME, written, contact.name)


def email_fixes(cells: Iterable[str], contact: Contact) -> Iterator[Fix]:
    """Addresses freed of what stood around them."""
    for cell in cells:
        if "@" in cell and cell not in contact.emails and not without_addresses(cell):
            yield from _fix(FixKind.EMAIL, cell, ", ".join(addresses_in(cell)))


def date_fixes(cells: Sequence[str], *, day_first: bool | None, zone: str) -> Iterator[Fix]:
    """Dates whose order was decided; those nobody can tell keep their words."""
    for cell in cells:
        if has_order(cell):
            at = read_moment(cell, day_first=day_first, zone=zone)
            after = date_words(local_time(at, zone).date()) if at else cell
            yield Fix(kind=FixKind.DATE, before=cell, after=after)


def source_fixes(text: str, source: SourceType | None) -> Iterator[Fix]:
    """A source in the words of the closed list (promise O1)."""
    if source is not None and text.casefold() != source.label.casefold():
        yield Fix(kind=FixKind.SOURCE, before=text, after=source.label)


def _fix(kind: FixKind, before: str, after: str) -> Iterator[Fix]:
    if before and after and before != after:
        yield Fix(kind=kind, before=before, after=after)
