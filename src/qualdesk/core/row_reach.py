"""The addresses and numbers of a row, wherever each of them stands, and what country they ask."""

from collections.abc import Sequence

from qualdesk.core.emails import addresses_in, without_addresses
from qualdesk.core.leads import Phone, PhoneKind
from qualdesk.core.list_fields import Column, Field
from qualdesk.core.number_text import SHORTEST, digits_in
from qualdesk.core.phones import Line, read_lines

Texts = list[tuple[str, PhoneKind]]


class ReachReader:
    """Reads how a person can be reached from a row that is as wide as its columns."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._emails = [column.index for column in columns if column.field is Field.EMAIL]
        self._phones = [
            (column.index, kind)
            for field, kind in _PHONE_KINDS.items()
            for column in columns
            if column.field is field
        ]

    def read(self, values: Sequence[str]) -> tuple[tuple[str, ...], Texts]:
        """The addresses, and the texts of numbers with the kind of line their column names."""
        found: tuple[str, ...] = ()
        numbers: Texts = []
        for index in self._emails:
            text = values[index]
            if not text:
                continue
            found += addresses_in(text)
            # Mostly an address and nothing else.
            if found[-1:] != (text,):
                rest = without_addresses(text)
                if digits_in(rest) >= SHORTEST:
                    numbers.append((rest, PhoneKind.UNKNOWN))
        for index, kind in self._phones:
            text = values[index]
            if "@" in text:
                found += addresses_in(text)
                text = without_addresses(text)
            if text:
                numbers.append((text, kind))
        return found if len(found) < 2 else tuple(dict.fromkeys(found)), numbers  # noqa: PLR2004 - two may be equal


def lines_of(texts: Texts, region: str) -> list[Line]:
    """The numbers of a row, read in one country where they do not name their own."""
    return [line for text, kind in texts for line in read_lines(text, region=region, kind=kind)]


def name_no_country(texts: Texts) -> bool:
    """Whether one of the numbers could be of several countries: no ``+`` and no ``00``."""
    return any(
        "+" not in text and not text.startswith("00") and digits_in(text) >= SHORTEST
        for text, _ in texts
    )


def best_first(lines: Sequence[Line]) -> tuple[Phone, ...]:
    """Numbers that can be dialled before those that cannot, each number once."""
    if len(lines) == 1:
        return (lines[0].phone,)
    each: dict[tuple[str, str], Phone] = {}
    for line in lines:
        phone = line.phone
        each.setdefault((phone.e164 or phone.raw, phone.extension), phone)
    return tuple(sorted(each.values(), key=lambda phone: not phone.state.is_dialable))


_PHONE_KINDS = {
    Field.DIRECT_PHONE: PhoneKind.DIRECT,
    Field.MOBILE: PhoneKind.MOBILE,
    Field.PHONE: PhoneKind.UNKNOWN,
    Field.MAIN_PHONE: PhoneKind.MAIN,
}
