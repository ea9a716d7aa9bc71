"""Lists and files of choices, damaged at random: whatever comes out is read or refused in words.

The same seed makes the same files, so that what falls once can be made again.
"""

import io
import random
import signal
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

from qualdesk.core.columns import guess_columns
from qualdesk.core.errors import QualdeskError, Refused
from qualdesk.core.intake import RowReader
from qualdesk.core.list_files import Limits
from qualdesk.files.list_choices import read_choices
from qualdesk.files.lists import open_list
from qualdesk.files.readers import Reader
from workbook_makers import ods, xls

SLOW = 10.0


@dataclass(kw_only=True, slots=True)
class Tally:
    """What became of the mutated files.

    ``fallen`` names each file whose reading ended in anything but rows or a sentence.
    """

    loaded: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    rows: int = 0
    fallen: list[str] = field(default_factory=list)
    slowest: float = 0.0

    @property
    def count(self) -> int:
        return self.loaded.total() + self.refused.total() + len(self.fallen)


def read_mutated(count: int, *, seed: int = 1, kinds: tuple[str, ...] = ()) -> Tally:
    """Make ``count`` damaged files, read each one, and say what became of them."""
    tally = Tally()
    signal.signal(signal.SIGALRM, _give_up)
    with TemporaryDirectory() as folder, Reader(Limits(seconds=5)) as reader:
        path = Path(folder) / "list"
        for number in range(count):
            chance = random.Random(f"{seed}/{number}")
            kind = (kinds or _SHARES)[number % len(kinds or _SHARES)]
            path.write_bytes(mutated(kind, chance))
            started = time.monotonic()
            signal.setitimer(signal.ITIMER_REAL, SLOW)
            try:
                tally.rows += _read(kind, path, reader)
            except Refused as refused:
                tally.refused[kind] += 1
                if not is_a_sentence(refused):
                    tally.fallen.append(f"{seed}/{number} {kind}: {refused.says!r}")
            except Exception as error:  # noqa: BLE001 - what else comes is what is looked for
                tally.fallen.append(f"{seed}/{number} {kind}: {error!r}")
            else:
                tally.loaded[kind] += 1
            signal.setitimer(signal.ITIMER_REAL, 0)
            tally.slowest = max(tally.slowest, time.monotonic() - started)
    return tally


def mutated(kind: str, chance: random.Random) -> bytes:
    """One damaged file of a kind."""
    content = chance.choice(SEEDS[kind]())
    if kind in _INSIDE and chance.random() < 0.7:
        return _damaged_inside(content, chance)
    return _damaged(content, chance)


def is_a_sentence(error: QualdeskError) -> bool:
    says = error.says
    return says.endswith((".", "?")) and "\n" not in says and "Traceback" not in says


def _read(kind: str, path: Path, reader: Reader) -> int:
    if kind == "choices":
        read_choices(path)
        return 0
    with open_list(path, reader=reader) as table:
        first = [cells for _, cells in table.first_rows]
        rows = RowReader(guess_columns(table.headings, first), region="DE", first_rows=first)
        count = 0
        for number, cells in table.rows():
            rows.read(number, cells)
            count += 1
    return count


def _give_up(*_: object) -> None:
    raise TimeoutError(f"not read within {SLOW:g} seconds")


def _damaged(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 3, 8, 30))):
        chance.choice(_WAYS)(data, chance)
    return bytes(data)


def _damaged_inside(content: bytes, chance: random.Random) -> bytes:
    """One file within the archive is damaged, and the archive itself is whole."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(list(files))
    files[name] = _damaged(files[name], chance)
    if chance.random() < 0.1:
        del files[chance.choice(list(files))]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for inside, what in files.items():
            archive.writestr(inside, what)
    return out.getvalue()


def _flip(data: bytearray, chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    del data[at : at + chance.choice((1, 4, 40, len(data)))]


def _repeat(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    part = data[at : at + chance.choice((1, 8, 60))]
    data[at:at] = part * chance.choice((1, 2, 50))


def _insert(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    data[at:at] = chance.choice(_BITS)


def _number(data: bytearray, chance: random.Random) -> None:
    """Another number where one stood: rows, columns, lengths and places are numbers."""
    digits = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if digits:
        at = chance.choice(digits)
        data[at : at + 1] = chance.choice(_NUMBERS)


def _swell(data: bytearray, chance: random.Random) -> None:
    """Far more of something than fits anywhere; seldom, because it takes its time."""
    if chance.random() < 0.02:
        at = chance.randrange(len(data) + 1)
        data[at:at] = chance.choice(_BITS[:20]) * chance.choice((20_000, 140_000))


_WAYS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _flip,
    _cut,
    _repeat,
    _insert,
    _number,
    _swell,
)
_NUMBERS = (
    b"0",
    b"-1",
    b"99999",
    b"1048577",
    b"4294967296",
    b"1e308",
    b"NaN",
    b"18446744073709551616",
)
_BITS = (
    *(b"\0", b"\r", b"\n", b"\r\n", b'"', b'""', b"'", b",", b";", b"\t", b"|", b"\\", b"\x1e\x1f"),
    *(b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xe2\x80\xae", b"\x1a", b"&#0;", b"&lol;", b"<!--"),
    *(b"=1+1", b"[[", b"}", b"<c r='XFD1048576'/>", b"sep=;\n", b"%s%n", b" " * 300, b"9" * 400),
)
_PEOPLE = [
    ("Name", "E-mail", "Phone", "Company", "Visited", "Note"),
    ("Anna Berg", "anna@berg.example", "030 23125 417", "Berg, Sohn & Co", "16.03.2026", "call"),
    ("Jürgen Groß", "j@gross.example", "+49 40 66969 214", "Groß GmbH", "17.03.2026", 'a "b" c'),
    ("Zoë O'Hara", "zoe@ohara.example", "020 7946 0123", "O'Hara Ltd", "03/04/2026", "two\nlines"),
    ("李 明", "li@ming.example", "+1 212 555 0100", "Ming", "NaN", "=1+1"),
    ("Ben Thal", "ben@thal.example / b@t.example", "0221 4710 8; 0221 4710 9", "", "--", ""),
]


def _text(delimiter: str, end: str, quote: str = '"') -> str:
    def cell(text: str) -> str:
        if any(char in text for char in (delimiter, quote, "\n")):
            return quote + text.replace(quote, quote * 2) + quote
        return text

    return end.join(delimiter.join(map(cell, row)) for row in _PEOPLE) + end


@cache
def _csv() -> tuple[bytes, ...]:
    plain = _text(",", "\n")
    report = (
        "Report,,\nMade,16.03.2026,\n\nHosts\nName,E-mail\nHost,h@x.example\n\nPeople\n" + plain
    )
    wrapped = "".join('"' + ",".join(row[:3]) + '"\n' for row in _PEOPLE)
    return (
        plain.encode(),
        _text(";", "\r\n").encode("cp1252", "replace"),
        _text("\t", "\r").encode("utf-16"),
        _text("|", "\n", "'").encode("utf-8-sig"),
        ("sep=;\n" + _text(";", "\n")).encode("utf-16-le"),
        (report + "Total,,5\n").encode(),
        wrapped.encode(),
    )


def _xlsx() -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    page = book.add_worksheet("People")
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    for at, row in enumerate(_PEOPLE, start=1):
        page.write_row(at, 1, row)
        page.write_number(at, 8, 12125550100.0)
        page.write_number(at, 9, 46097.5, day)
    page.merge_range("A2:A4", "Stand 7")
    page.write_formula("K3", "=1+1", None, 2)
    book.add_worksheet("Hidden").hide()
    book.add_worksheet("More").write_row(0, 0, ["x", True])
    book.close()
    return out.getvalue()


def _made(maker: Callable[[Path, list[tuple[str, ...]]], Path]) -> bytes:
    with TemporaryDirectory() as folder:
        return maker(Path(folder) / "list", _PEOPLE).read_bytes()


_CHOICES = b"""region = "DE"
dates = "day_first"
if_known = "skip"
only_new = true

[form]
sheet = "Leads"
header_row = 3

[mapping]
"Firma" = "company"
"Telefon" = "phone"

[answers]
country = "GB"

[rows.102]
leave_out = true

[rows.104.cells]
"E-mail" = "anna@berg.example"
"""
SEEDS: dict[str, Callable[[], tuple[bytes, ...]]] = {
    "csv": _csv,
    "xlsx": cache(lambda: (_xlsx(),)),
    "choices": lambda: (_CHOICES,),
    "xls": cache(lambda: (_made(xls),)),
    "ods": cache(lambda: (_made(ods),)),
}
_INSIDE = {"xlsx", "ods"}
# As often as people send them, and as many as there is time for.
_SHARES = ("csv", "xlsx", "choices", "csv", "xlsx", "ods", "csv", "xlsx", "choices", "xls")
