"""The gate of everything that leaves: no number that a client must not call gets through it."""

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from qualdesk.core.errors import ExportRefused
from qualdesk.core.handoff import HandoffItem
from qualdesk.core.leads import Contact
from qualdesk.core.phones import calling_code, region_of
from qualdesk.core.places import country_of
from qualdesk.core.withheld import numbers_in, texts_in, withheld
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.keyed_lists import on_keyed_lists
from qualdesk.store.suppression import fingerprints, suppressed_among

T = TypeVar("T")


def codes_of(contacts: Iterable[Contact], *regions: str) -> frozenset[str]:
    """The calling codes by which numbers in texts about these people are read.

    A number without one is of a country that nobody of them lives in or is called in.
    ``regions`` are further countries, as ISO codes, such as the campaign's.
    """
    there = {region.upper() for region in regions}
    for contact in contacts:
        there.add(country_of(contact.country))
        there.update(phone.region or region_of(phone.e164) for phone in contact.phones)
    codes = {calling_code(region).removeprefix("+") for region in there if region}
    return frozenset(codes - {""})


def blocked_among(tx: Transaction, client: str, numbers: Collection[str]) -> frozenset[str]:
    """Those of the numbers (E.164) that this client must not call, by any list of theirs."""
    prints = fingerprints(tx)
    of_print = {prints.number(number): number for number in numbers}
    blocked = {of_print[one] for one in suppressed_among(tx, client, of_print)}
    return frozenset(blocked | on_keyed_lists(tx, client, numbers))


def guarded(tx: Transaction, client: str, value: T, codes: Collection[str] = ()) -> T:
    """The value as it may leave: blocked numbers are left out of every text within it.

    Args:
        tx: the transaction it is read in.
        client: whose lists hold.
        value: anything made of texts: a brief, a row, a mail.
        codes: calling codes for numbers written as within a country; see :func:`codes_of`.
    """
    return guarded_each(tx, client, [(value, codes)])[0]


def guarded_each(
    tx: Transaction, client: str, values: Sequence[tuple[T, Collection[str]]]
) -> list[T]:
    """The same for many values, each with its own calling codes; the lists are asked once."""
    meant = [_numbers(value, codes) for value, codes in values]
    blocked = blocked_among(tx, client, frozenset().union(*meant))
    return [
        withheld(value, blocked & here, codes) if blocked & here else value
        for (value, codes), here in zip(values, meant, strict=True)
    ]


def check_leaving(
    tx: Transaction, client: str, items: Sequence[HandoffItem], region: str = ""
) -> None:
    """Look once more, in the transaction that lets leads leave: their files are written already.

    Raises:
        ExportRefused: a number in them was blocked while they were written; names the lead.
    """
    codes = codes_of([item.lead.contact for item in items], region)
    meant = [_numbers(item, codes) for item in items]
    blocked = blocked_among(tx, client, frozenset().union(*meant))
    for item, here in zip(items, meant, strict=True):
        if blocked & here:
            raise ExportRefused(
                tr(
                    "A number of {name} was put on the do-not-call list while the batch was "
                    "written. Nothing has left. Export again: it goes without that number.",
                    name=item.brief.name,
                )
            )


def _numbers(value: object, codes: Collection[str]) -> frozenset[str]:
    return frozenset(number for text in texts_in(value) for number in numbers_in(text, codes))
