"""What became of every row of a list: one fate for each, and the sums hold (Q5, T4)."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from makers import make_card
from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ExportRefused, NotFound
from qualdesk.core.fates import Fate, ListFates
from qualdesk.core.ids import LeadId, ListId
from qualdesk.core.leads import Bucket
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.core.sources import ALWAYS, SourceType
from qualdesk.desk import Desk
from qualdesk.files.fate_tables import HEADINGS
from qualdesk.store.leads import place

ROWS = (
    {"name": "Kai Lorenz", "phone": "+49 30 23125 101", "company": "Elbkorn"},
    {"name": "Kai Lorenz", "phone": "+49 30 23125 101", "company": "Elbkorn"},
    {"name": "Ana Sousa", "phone": "+49 30 23125 102", "company": "=HYPERLINK(1)"},
    {"name": "Ben Ito", "phone": "+49 30 23125 103", "company": "Nordsee"},
    {"name": "", "phone": "", "company": ""},
)


@pytest.fixture
def desk(store_url: str, clock: SetClock) -> Iterator[Desk]:
    opened = open_desk(store_url, clock=clock, caller="Maya")
    card = make_card(type=SourceType.TRADE_SHOW, owner="Rosa Lind, marketing")
    opened.library.new_campaign("PackTech", source=card, window=ALWAYS)
    yield opened
    opened.close()


@pytest.fixture
def loaded(desk: Desk) -> ListId:
    done = desk.intake.load(ROWS, campaign="PackTech", region="DE")
    assert done.list_id is not None
    return done.list_id


def leads_of(desk: Desk, list_id: ListId) -> list[LeadId]:
    query = {one.id: one for one in desk.intake.lists()}[list_id]
    assert query.rows == len(ROWS)
    return [LeadId(n) for n in range(1, query.leads + 1)]


def put(desk: Desk, lead_id: LeadId, bucket: Bucket, reason: str = "") -> None:
    with desk._store.transaction() as tx:
        place(tx, lead_id, bucket, reason=reason, nurture_track="Letters")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_row_has_one_fate_and_they_add_up(desk: Desk, loaded: ListId) -> None:
    found = desk.fates.of_list(loaded)
    assert dict(found.in_order) == {Fate.NEVER_CALLED: 3, Fate.MERGED: 1, Fate.LEFT_OUT: 1}
    assert found.is_whole
    assert (found.rows, found.owner, found.campaign) == (5, "Rosa Lind, marketing", "PackTech")


def test_a_call_changes_the_fate_of_its_row_alone(desk: Desk, loaded: ListId) -> None:
    card = desk.calling.next_lead("PackTech")
    assert isinstance(card, CallCard)
    assert desk.fates.of_list(loaded).counts[Fate.WITH_CALLER] == 1
    call = desk.calling.start_attempt(card.lead.id).id
    desk.calling.finish(call, "no_answer")
    counts = desk.fates.of_list(loaded).counts
    assert (counts[Fate.TRIED], counts[Fate.NEVER_CALLED]) == (1, 2)
    desk.calling.undo()
    assert Fate.TRIED not in desk.fates.of_list(loaded).counts


@pytest.mark.parametrize("bucket", [one for one in Bucket if one is not Bucket.WITH_CALLER])
def test_wherever_a_lead_stands_its_row_is_counted_once(
    sqlite_file: Path, clock: SetClock, bucket: Bucket
) -> None:
    desk = open_desk(f"sqlite:///{sqlite_file}", clock=clock, caller="Maya")
    desk.library.new_campaign("PackTech", source=make_card(), window=ALWAYS)
    list_id = desk.intake.load(ROWS, campaign="PackTech", region="DE").list_id
    assert list_id is not None
    put(desk, LeadId(1), bucket)
    found = desk.fates.of_list(list_id)
    desk.close()
    assert found.is_whole
    assert sum(found.counts.values()) == len(ROWS)


def test_whoever_a_supervisor_keeps_out_is_said_to_be(desk: Desk, loaded: ListId) -> None:
    desk.supervising.keep_out(LeadId(1), "A customer of ours")
    assert desk.fates.of_list(loaded).counts[Fate.KEPT_OUT] == 1


def test_rows_of_a_list_that_was_undone_are_still_accounted_for(desk: Desk, loaded: ListId) -> None:
    desk.intake.undo(loaded)
    found = desk.fates.of_list(loaded)
    assert dict(found.in_order) == {Fate.LEFT_OUT: 1, Fate.TAKEN_BACK: 4}
    assert found.is_whole


def test_the_owners_table_has_a_line_for_every_row(
    desk: Desk, loaded: ListId, tmp_path: Path
) -> None:
    put(desk, LeadId(3), Bucket.NOT_A_FIT, "Too small")
    done = desk.fates.write(loaded, tmp_path / "fates.csv")
    rows = read(done.path)
    assert (done.rows, tuple(rows[0])) == (len(ROWS), HEADINGS)
    counted = Counter(row["Code"] for row in rows)
    assert counted == {
        fate.value: count for fate, count in desk.fates.of_list(loaded).counts.items()
    }
    ben = next(row for row in rows if row["Name"] == "Ben Ito")
    assert (ben["What became of it"], ben["Why"]) == ("Not a fit", "Too small")
    out = next(row for row in rows if row["Code"] == "left_out")
    assert out["Why"]


def test_no_spreadsheet_program_runs_what_a_stranger_wrote(
    desk: Desk, loaded: ListId, tmp_path: Path
) -> None:
    """CWE-1236: for spreadsheets a formula is text; for machines it stays as it was."""
    sheet = desk.fates.write(loaded, tmp_path / "fates.csv").path
    assert "'=HYPERLINK(1)" in {row["Company"] for row in read(sheet)}
    plain = desk.fates.write(loaded, tmp_path / "machines.csv", for_machines=True).path
    assert "=HYPERLINK(1)" in {row["Company"] for row in read(plain)}
    book = desk.fates.write(loaded, tmp_path / "fates.xlsx").path
    cells = [cell for row in openpyxl.load_workbook(book).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert "=HYPERLINK(1)" in {cell.value for cell in cells}


def test_a_number_nobody_may_call_is_left_out_of_every_reason(
    desk: Desk, loaded: ListId, tmp_path: Path
) -> None:
    """The gate of all that leaves: the owner's table is no way round it."""
    card = desk.calling.next_lead("PackTech")
    assert isinstance(card, CallCard)
    call = desk.calling.start_attempt(card.lead.id).id
    desk.calling.finish(call, "do_not_call", asked_by="themselves")
    number = card.lead.contact.phones[0].e164
    free = next(one for one in leads_of(desk, loaded) if one != card.lead.id)
    put(desk, free, Bucket.NOT_A_FIT, f"Ask on 0{number[3:]}")
    path = desk.fates.write(loaded, tmp_path / "fates.csv").path
    assert number[-6:] not in path.read_text("utf-8-sig").replace(" ", "")
    assert "(number left out)" in path.read_text("utf-8-sig")


def test_a_file_that_is_there_is_never_written_over(
    desk: Desk, loaded: ListId, tmp_path: Path
) -> None:
    there = tmp_path / "letter.csv"
    there.write_text("Dear Ana", encoding="utf-8")
    with pytest.raises(ExportRefused, match=r"letter\.csv is there already"):
        desk.fates.write(loaded, there)
    assert there.read_text(encoding="utf-8") == "Dear Ana"
    desk.fates.write(loaded, there, may_replace=True)
    assert len(read(there)) == len(ROWS)


def test_stopped_or_in_a_folder_that_is_gone_it_writes_nothing(
    desk: Desk, loaded: ListId, tmp_path: Path
) -> None:
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        desk.fates.write(loaded, tmp_path / "fates.csv", progress=stopped)
    with pytest.raises(ExportRefused, match=r"folder for fates\.csv is gone"):
        desk.fates.write(loaded, tmp_path / "gone" / "fates.csv")
    assert [one for one in tmp_path.iterdir() if "fates" in one.name] == []


def test_a_list_there_is_none_of_is_said_so(desk: Desk, tmp_path: Path) -> None:
    for ask in (
        lambda: desk.fates.of_list(ListId(99)),
        lambda: desk.fates.write(ListId(99), tmp_path / "fates.csv"),
    ):
        with pytest.raises(NotFound, match="no list number 99"):
            ask()


def test_of_nobody_erased_a_name_is_left(desk: Desk, loaded: ListId, tmp_path: Path) -> None:
    desk.erasing.erase(LeadId(1))
    path = desk.fates.write(loaded, tmp_path / "fates.csv").path
    assert "Kai Lorenz" not in path.read_text("utf-8-sig")
    found: ListFates = desk.fates.of_list(loaded)
    assert (found.counts[Fate.DO_NOT_CALL], found.is_whole) == (1, True)
