"""The pages that are made say what the program says; every export has the columns of its page."""

import csv
import importlib.util
import io
import json
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import openpyxl
import pytest

from calls import PROJECT, a_campaign, calling
from handoff_makers import a_package
from qualdesk.core.clock import SetClock
from qualdesk.core.progress import Progress
from qualdesk.core.report_tables import tables_of
from qualdesk.desk import Desk
from qualdesk.desk.reports import content_of
from qualdesk.files.crm_profiles import shipped_profiles
from qualdesk.files.crm_tables import crm_tables
from qualdesk.files.left_out import write_left_out
from qualdesk.files.package_contents import contents_of, manifest_for
from qualdesk.store.database import Store

CI = Path(__file__).resolve().parents[1] / ".ci"
DOCS = CI.parent / "docs"
ROWS = [
    {"name": "Katrin Albers", "company": "Elbkorn Foods", "phone": "+49302301255", "id": "A1"},
    {"name": "Ben Ode", "company": "Pumps", "phone": "+493023125102", "id": "A2"},
]


@pytest.fixture(scope="module")
def tool() -> Iterator[ModuleType]:
    """The program that makes the pages."""
    sys.path.insert(0, str(CI))
    found = importlib.util.spec_from_file_location("doc_pages", CI / "doc_pages.py")
    assert found is not None
    assert found.loader is not None
    made = importlib.util.module_from_spec(found)
    found.loader.exec_module(made)
    yield made
    sys.path.remove(str(CI))


@pytest.fixture(scope="module")
def page() -> dict[str, list[str]]:
    """The dictionary as it lies in docs: under each heading, the first column of its table."""
    found: dict[str, list[str]] = {}
    title = ""
    for line in (DOCS / "data-dictionary.md").read_text("utf-8").splitlines():
        if line.startswith("#"):
            title = line.lstrip("# ")
        elif line.startswith("| ") and not line.startswith("| ---"):
            found.setdefault(title, []).append(line.split(" | ")[0].removeprefix("| "))
    return {title: rows[1:] for title, rows in found.items()}


@pytest.fixture
def desk(sqlite_store: Store, clock: SetClock) -> Desk:
    """A desk on which one person said something and declined, and another is nurtured."""
    a_campaign(sqlite_store, name="Fair", region="DE")
    made = Desk(sqlite_store, clock, "Maya")
    katrin, ben = made.intake.load(ROWS, campaign="Fair").lead_ids
    ana = calling(sqlite_store, clock)
    call = ana.start_attempt(katrin)
    ana.record_answer(call.id, PROJECT, "A third oven")
    ana.finish(call.id, "nurture", track="Letters")
    clock.advance(timedelta(minutes=1))
    ana.do_not_call(ben, asked_by="In writing")
    return made


def of(page: dict[str, list[str]], begins: str) -> list[str]:
    """The columns under the one heading that begins so."""
    (found,) = [rows for title, rows in page.items() if title.startswith(begins)]
    return found


def first_row(content: bytes) -> list[str]:
    return next(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def head_of(content: bytes, sheet: int = 0) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    return [str(one.value) for one in next(book.worksheets[sheet].iter_rows())]


def tables_on(book: openpyxl.Workbook) -> dict[str, list[str]]:
    """The sheets of a workbook after its first, by the title that stands on each."""
    found = {}
    for sheet in book.worksheets[1:]:
        rows = [
            [one for one in row if one is not None] for row in sheet.iter_rows(values_only=True)
        ]
        filled = [row for row in rows if len(row) > 1]
        found[str(rows[0][0])] = [str(one) for one in filled[0]] if filled else []
    return found


def test_the_pages_that_are_made_are_not_old(tool: ModuleType) -> None:
    """Keys and columns on the pages are those of the program."""
    assert tool.old_pages() == [], "python .ci/doc_pages.py makes them anew"


def test_every_key_of_the_table_is_on_the_sheet() -> None:
    text = (DOCS / "keys.md").read_text("utf-8")
    table = json.loads((CI.parent / "resources" / "theme" / "shortcuts.json").read_text("utf-8"))
    assert [row["does"] for row in table if f"| {row['does']} |" not in text] == []


def test_the_files_of_a_package_have_the_columns_of_the_page(page: dict[str, list[str]]) -> None:
    """Every file with columns that sales is given (T1)."""
    package = a_package()
    files = dict(contents_of(package, lambda *_: b"", Progress()))
    *fixed, why = of(page, "Leads for sales")
    assert why == "Why: …"
    for name in ("leads-for-machines.csv", "leads-for-spreadsheets.csv"):
        head = first_row(files[name])
        assert head[: len(fixed)] == fixed
        assert all(one.startswith("Why: ") for one in head[len(fixed) :])
    assert head_of(files["leads.xlsx"])[: len(fixed)] == fixed
    assert head_of(files["answers.xlsx"]) == of(page, "Answer sheet")
    manifest = manifest_for(package, dict.fromkeys(files, ""))
    assert sorted(manifest) == sorted(of(page, "What a package says"))


def test_a_line_of_the_whole_account_has_the_fields_of_the_page(page: dict[str, list[str]]) -> None:
    files = dict(contents_of(a_package(), lambda *_: b"", Progress()))
    line = json.loads(files["leads.jsonl"].splitlines()[0])

    def held(kind: str, value: dict[str, Any]) -> None:
        rows = page[kind]
        assert [f"`{name}`" for name in value] == rows

    held("The whole account: `leads.jsonl`, `leads.schema.json`", line)
    held("HandoffItem", line["item"])
    held("Lead", line["item"]["lead"])
    held("Contact", line["item"]["lead"]["contact"])
    held("Brief", line["item"]["brief"])
    held("Receiver", line["item"]["receiver"])
    held("HandoffCall", line["item"]["calls"][0])
    held("GivenAnswer", line["item"]["answers"][0])


@pytest.mark.parametrize("profile", shipped_profiles(), ids=lambda one: str(one.id))
def test_the_table_of_each_crm_has_the_columns_of_the_page(
    page: dict[str, list[str]], profile: Any
) -> None:
    files = crm_tables(a_package(), profile)
    for name, content in files.items():
        head = head_of(content) if name.endswith(".xlsx") else first_row(content)
        assert head == of(page, f"{profile.name}: `crm-{profile.id}.csv`")


def test_what_marketing_and_owners_are_given_has_the_columns_of_the_page(
    page: dict[str, list[str]], desk: Desk, tmp_path: Path
) -> None:
    made = {name: tmp_path / f"{name}.csv" for name in ("fates", "nurture", "digest", "statement")}
    (kept,) = desk.intake.lists()
    desk.fates.write(kept.id, made["fates"])
    desk.nurturing.export("Fair", made["nurture"], everybody=True)
    desk.digests.write(desk.digests.last_week(), made["digest"])
    desk.statements.write(made["statement"], "2026-03")
    for name, begins in (
        ("fates", "What became of a list"),
        ("nurture", "Nurtured leads"),
        ("digest", "What people say"),
        ("statement", "Statements"),
    ):
        assert first_row(made[name].read_bytes()) == of(page, begins)
    left = tmp_path / "left.csv"
    write_left_out(left, ("Name", "Phone"), [(3, ("Ana", "1"), "No number.")])
    assert first_row(left.read_bytes())[2:] == of(page, "Rows left out")
    past = tmp_path / "past.csv"
    desk.trying.write_template(past, desk.library.shipped_script())
    asked = [one.id for one in desk.library.shipped_script().questions if one.is_asked]
    assert first_row(past.read_bytes()) == [*of(page, "Finished leads"), *asked]


def test_do_not_call_files_have_the_form_of_the_page(
    page: dict[str, list[str]], desk: Desk, tmp_path: Path
) -> None:
    entries, numbers = tmp_path / "entries.csv", tmp_path / "numbers.txt"
    desk.do_not_call.export_entries(entries)
    assert first_row(entries.read_bytes()) == of(page, "Do-not-call entries")
    assert entries.read_text("ascii").count("\n") > 1
    desk.do_not_call.export(numbers, key=None)
    assert all(line.startswith("+") for line in numbers.read_text("ascii").splitlines())


def test_reports_and_the_record_have_the_tables_of_the_page(
    page: dict[str, list[str]], desk: Desk, tmp_path: Path, tool: ModuleType
) -> None:
    """Each table of each workbook: none more, none less, with the columns that are said."""
    books = {one["id"]: one["table"] for one in tool.Columns().words["book"]}
    day = desk.reports.day()
    said = {one["title"]: list(one["columns"]) for one in books["report"]}
    for table in tables_of(day):
        head = list(dict.fromkeys(table.headings))
        assert not head or head == said[table.title], table.title
    book = openpyxl.load_workbook(io.BytesIO(content_of(day, ".xlsx")))
    found = tables_on(book)
    assert set(found) | {"By campaign"} == set(said)
    assert set(said) <= set(page)
    record = tmp_path / "record.xlsx"
    desk.processing.save(record)
    found = tables_on(openpyxl.load_workbook(record))
    assert found == {one["title"]: list(one["columns"]) for one in books["record"]}
    assert set(found) <= set(page)


def test_the_file_about_a_person_has_the_parts_and_columns_of_the_page(
    page: dict[str, list[str]], desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "person.json"
    (lead,) = [one.lead_id for one in desk.search.find("Katrin").leads]
    desk.person_files.save(lead, path)
    found = json.loads(path.read_text("utf-8"))
    assert list(found) == ["made_at", "name", "numbers", "addresses", "kept"]
    text = (DOCS / "data-dictionary.md").read_text("utf-8")
    _, _, text = text.partition("## All that is kept about a person")
    for part, rows in found["kept"].items():
        assert f"`{part}`" in of(page, "All that is kept about a person")
        (line,) = [one for one in text.splitlines() if one.startswith(f"| `{part}` |")]
        assert [name for name in rows[0] if f"`{name}`" not in line] == [], part
