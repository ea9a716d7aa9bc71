"""What is known of a list's file before its rows are understood: letters, limits, sheets."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later, tr_n

ENCODINGS: tuple[tuple[str, str], ...] = (
    ("utf-8", tr_later("Unicode (UTF-8)")),
    ("utf-16", tr_later("Unicode text (UTF-16)")),
    ("cp1252", tr_later("Western European")),
    ("cp1250", tr_later("Central European: Polish, Czech, Hungarian")),
    ("cp1257", tr_later("Baltic")),
    ("cp1254", tr_later("Turkish")),
    ("cp1253", tr_later("Greek")),
    ("cp1251", tr_later("Cyrillic")),
    ("cp1255", tr_later("Hebrew")),
    ("cp1256", tr_later("Arabic")),
    ("cp932", tr_later("Japanese (Shift-JIS)")),
    ("gb18030", tr_later("Chinese, simplified")),
    ("big5", tr_later("Chinese, traditional")),
    ("cp949", tr_later("Korean")),
    ("mac_roman", tr_later("Western European, older Mac")),
    ("cp850", tr_later("Western European, DOS")),
)
"""What a person can choose when the letters look wrong: the name, and its label in the menu."""

USUAL_ENCODING = "cp1252"
"""What letters are taken to be where nothing proves it."""

LIMIT_RANGES = {
    "megabytes": (1, 2_000),
    "unpacked_megabytes": (1, 20_000),
    "packed_files": (10, 100_000),
    "rows": (10, 1_048_576),
    "columns": (2, 16_384),
    "characters": (100, 32_767),
    "seconds": (1, 3_600),
    "memory_megabytes": (256, 65_536),
    "own_process_megabytes": (0, 2_000),
}
"""The smallest and the largest number each limit can be."""


@frozen
class Limits:
    """How much a file may be before it is refused instead of read. Lists as text have no end.

    Attributes:
        megabytes: the size of a workbook.
        unpacked_megabytes: what a workbook says it unpacks to.
        packed_files: how many files are packed in a workbook.
        rows: of one sheet; as text a list may have any number.
        columns: of one sheet.
        characters: of one cell of a sheet; Excel's own limit is 32,767.
        seconds: without a step forward, until reading is given up.
        memory_megabytes: what the process that reads may take.
        own_process_megabytes: text lists above this are read in a process of their own.
    """

    megabytes: int = 50
    unpacked_megabytes: int = 300
    packed_files: int = 1_000
    rows: int = 200_000
    columns: int = 512
    characters: int = 32_767
    seconds: int = 60
    memory_megabytes: int = 1_024
    own_process_megabytes: int = 5

    def __post_init__(self) -> None:
        """Refuse what cannot be meant.

        Raises:
            Refused: a limit is no whole number, or outside of what makes sense.
        """
        for name, value in asdict(self).items():
            least, most = LIMIT_RANGES[name]
            if type(value) is not int or not least <= value <= most:
                raise Refused(
                    tr(
                        "The limit {name} is a whole number from {least:,} to {most:,}, "
                        "not {written!r}.",
                        name=name,
                        least=least,
                        most=most,
                        written=value,
                    )
                )


def limits_of(written: Mapping[str, Any]) -> Limits:
    """The limits somebody wrote, by name; those not named stay as they are.

    Raises:
        Refused: there is no such limit, or its number makes no sense.
    """
    known = [field.name for field in fields(Limits)]
    unknown = [name for name in written if name not in known]
    if unknown:
        raise Refused(
            tr(
                "There is no limit called {name}. The limits are: {known}.",
                name=unknown[0],
                known=", ".join(known),
            )
        )
    return Limits(**written)


@frozen
class SheetFacts:
    """A sheet of a workbook.

    Attributes:
        rows: how many it has, counted to the last that holds anything; None when that is
            not known, because it could not be read or not in time.
    """

    name: str
    rows: int | None
    is_hidden: bool = False


def sheets_not_loaded(sheets: tuple[SheetFacts, ...], loaded: str) -> str:
    """A note that names the sheets beside the one that is loaded, empty when nothing is lost."""
    others = [sheet for sheet in sheets if sheet.name != loaded and sheet.rows != 0]
    if not others:
        return ""
    named = [
        tr("{sheet} (hidden)", sheet=sheet.name) if sheet.is_hidden else sheet.name
        for sheet in others
    ]
    shown = ", ".join(named[:_MOST_NAMED])
    more = len(named) - _MOST_NAMED
    if more > 0:
        shown = tr("{sheets} and {n} more", sheets=shown, n=more)
    return tr_n(
        len(named),
        "{n} other sheet was not loaded: {sheets}.",
        "{n} other sheets were not loaded: {sheets}.",
        sheets=shown,
    )


def cells_shortened(count: int) -> str:
    """A note on cells that were longer than a cell of a sheet can be, empty without any."""
    if not count:
        return ""
    return tr_n(
        count,
        "{n:,} cell was too long for a sheet, and cut.",
        "{n:,} cells were too long for a sheet, and cut.",
    )


USUAL_LIMITS = Limits()
_MOST_NAMED = 10
