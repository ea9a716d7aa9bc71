"""Every file of a package is read by a library somebody else wrote, and says what we meant (T2)."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import html5lib
import openpyxl
import pytest
import vobject
from icalendar import Calendar
from jsonschema import Draft202012Validator
from package_round_trip import hostile_package
from pypdf import PdfReader

from qualdesk.core.beside import Invitation
from qualdesk.core.handoff import HandoffItem, Package
from qualdesk.core.times import Promise
from qualdesk.files.crm_profiles import shipped_profiles
from qualdesk.files.packages import write_package
from qualdesk.links.paper import briefs_pdf

LEADS = 5


@pytest.fixture(scope="module")
def package() -> Package:
    """Hostile leads of two salespeople, a talk with each, and a CRM's table."""
    made = hostile_package(LEADS, seed=4)
    items = tuple(
        replace(item, talks=(a_talk(number, item),)) for number, item in enumerate(made.items)
    )
    return replace(made, items=items, profile=shipped_profiles()[-1])


@pytest.fixture(scope="module")
def folder(package: Package, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("package") / "batch-0001"
    return write_package(package, place, paper).folder


def a_talk(number: int, item: HandoffItem) -> Invitation:
    return Invitation(
        number=number,
        promise=Promise(wall=datetime(2026, 3, 29, 2, 30), zone="Europe/Berlin"),  # noqa: DTZ001 - a wall time
        minutes=30,
        title=item.brief.name,
        about=item.brief.in_one_line,
        written_at=datetime(2026, 3, 17, 9, 24, tzinfo=UTC),
        salesperson=item.receiver.name,
        person=item.brief.name,
    )


def paper(items: Sequence[HandoffItem], step: Callable[[], None]) -> bytes:
    pages = [(item.brief, item.receiver.name) for item in items]
    return briefs_pdf(pages, title="Briefs", footer="Batch 1", step=step)


def read_xlsx(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    with ZipFile(path) as parts:
        assert not [name for name in parts.namelist() if "link" in name.lower()]


def read_csv(path: Path) -> None:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf") is ("spreadsheets" in path.name)
    rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    assert len(rows) == 1 + LEADS
    assert {len(row) for row in rows} == {len(rows[0])}


def read_lines(path: Path) -> None:
    schema = json.loads((path.parent / "leads.schema.json").read_text("utf-8"))
    judge = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    lines = path.read_bytes().splitlines()
    assert len(lines) == LEADS
    for line in lines:
        judge.validate(json.loads(line))


def read_json(path: Path) -> None:
    found = json.loads(path.read_text("utf-8"))
    if path.name == "leads.schema.json":
        Draft202012Validator.check_schema(found)
    else:
        assert found["rows"] == LEADS


def read_html(path: Path) -> None:
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(path.read_bytes())
    assert tree.find("head/title").text.strip()


def read_pdf(path: Path) -> None:
    found = PdfReader(path)
    assert all(page.extract_text().strip() for page in found.pages)
    assert not [link for page in found.pages for link in page.annotations or ()]


def read_cards(path: Path) -> None:
    cards = list(vobject.readComponents(path.read_text("utf-8")))
    assert cards
    for card in cards:
        assert card.fn.value
        assert all(one.value.startswith("+") for one in card.contents.get("tel", ()))


def read_calendar(path: Path) -> None:
    content = path.read_bytes()
    ours = Calendar.from_ical(content)
    events = [part for part in ours.walk("VEVENT") if not part.errors]
    others = vobject.readOne(content.decode("utf-8")).contents["vevent"]
    assert len(events) == len(others) >= 1
    assert [str(one["summary"]) for one in events] == [one.summary.value for one in others]


READERS: dict[str, Callable[[Path], None]] = {
    ".xlsx": read_xlsx,
    ".csv": read_csv,
    ".jsonl": read_lines,
    ".json": read_json,
    ".html": read_html,
    ".pdf": read_pdf,
    ".vcf": read_cards,
    ".ics": read_calendar,
}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:vobject")
@pytest.mark.parametrize("suffix", READERS)
def test_each_kind_of_file_is_read_by_somebody_elses_library(folder: Path, suffix: str) -> None:
    files = sorted(folder.rglob(f"*{suffix}"))
    assert files
    for file in files:
        READERS[suffix](file)


def test_there_is_no_file_nobody_else_could_read(folder: Path) -> None:
    found = {path.suffix for path in folder.rglob("*") if path.is_file()}
    assert found == set(READERS)


def test_the_talks_of_a_salesperson_are_those_of_their_leads(
    folder: Path, package: Package
) -> None:
    whole = Calendar.from_ical((folder / "talks.ics").read_bytes())
    parts = [Calendar.from_ical(path.read_bytes()) for path in folder.glob("people/*/talks.ics")]
    assert len(parts) == len(package.receivers) == 2
    uids = [str(one["uid"]) for part in parts for one in part.walk("VEVENT")]
    assert sorted(uids) == sorted(str(one["uid"]) for one in whole.walk("VEVENT"))
    assert len(set(uids)) == LEADS
