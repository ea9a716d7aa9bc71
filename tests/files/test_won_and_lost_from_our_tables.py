"""Won and lost, written beside the rows of any table of a package, find their leads (T4)."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from handoff_makers import a_lead, a_package, an_item
from qualdesk.core.crm_outcomes import Key, LeftLead, judge_outcomes
from qualdesk.core.crm_profiles import CrmProfile
from qualdesk.core.handoff import Package
from qualdesk.core.ids import ContactId, ItemId, LeadId
from qualdesk.files.crm_outcomes import read_crm_file
from qualdesk.files.crm_profiles import shipped_profiles
from qualdesk.files.crm_tables import crm_tables
from qualdesk.files.lead_tables import columns_of, rows_of, workbook

NAMES = ("Katrin Albers", "Marcus Hale")


def the_package() -> Package:
    """Two leads whom the client's list gave one and the same number."""
    return a_package(*(an_item(name, lead=a_lead(name)) for name in NAMES))


def stages_beside(table: bytes, path: Path) -> Path:
    """The table as a client fills it in: won for the first lead, lost for the second."""
    book = openpyxl.load_workbook(io.BytesIO(table))
    rows = [[cell or "" for cell in row] for row in book.active.iter_rows(values_only=True)]
    stages = ("Deal Stage", "Closed Won", "Closed Lost")
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([*row, stage] for row, stage in zip(rows, stages, strict=True))
    return path


def check(path: Path, package: Package) -> None:
    rows = read_crm_file(path).rows
    left = [
        LeftLead(
            item_id=ItemId(item.id),
            lead_id=LeadId(number),
            contact_id=ContactId(number),
            name=name,
            batch="PackTech, batch 1",
            state="taken",
            became="",
            sent_at=datetime(2026, 3, 17, tzinfo=UTC),
        )
        for number, (item, name) in enumerate(zip(package.items, NAMES, strict=True), start=1)
    ]
    # Nothing but ids: the number of the client fits both, ours fits one.
    keys: dict[Key, list[LeftLead]] = {("id", one.item_id): [one] for one in left}
    keys["id", "t-0017"] = left
    judged = judge_outcomes(rows, keys)
    assert judged.problems == ()
    assert [(one.lead.name, one.became) for one in judged.said] == [
        (NAMES[0], "won"),
        (NAMES[1], "lost"),
    ]
    assert {one.opportunity for one in judged.said} & {
        item.brief.title for item in package.items
    } == set()


def test_leads_xlsx_with_a_column_of_stages_is_read(tmp_path: Path) -> None:
    package = the_package()
    headings, rows = columns_of(package), rows_of(package)
    both = {row[headings.index("External ID")] for row in rows}
    assert both == {"T-0017"}, "theirs"
    assert [row[headings.index("Lead ID")] for row in rows] == [one.id for one in package.items]
    check(stages_beside(workbook(headings, rows), tmp_path / "leads.csv"), package)


@pytest.mark.parametrize("profile", shipped_profiles(), ids=lambda one: one.id)
def test_the_table_of_a_crm_with_a_column_of_stages_is_read(
    tmp_path: Path, profile: CrmProfile
) -> None:
    package = the_package()
    table = crm_tables(package, profile)[f"crm-{profile.id}.xlsx"]
    check(stages_beside(table, tmp_path / "crm.csv"), package)
