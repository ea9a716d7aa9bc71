"""A client's CRM says what was won and lost: matched, kept, and taken back as one act exactly."""

import csv
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import sqlalchemy as sa

from makers import make_campaign
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ListRefused, NotFound, NothingToUndo
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.ids import CrmLoadId, ItemId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.sales_answers import SalesAnswer
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.erasing import Erasing
from qualdesk.desk.handoff_clocks import Clocks
from qualdesk.desk.way_back import CrmLoaded, WayBack
from qualdesk.store.campaigns import set_handoff
from qualdesk.store.database import Store
from qualdesk.store.handoff_items import load_item
from qualdesk.store.sales_answers import complete_answer, sent_items
from qualdesk.store.schema import history, lead
from qualdesk.store.schema_calls import handoff_item
from qualdesk.store.schema_handoff import crm_load
from qualdesk.store.suppression import suppress
from way_back_makers import answer, bucket, leave, qualify

Load = Callable[..., CrmLoaded]
HEADINGS = ("External ID", "Email", "Phone", "Stage", "Amount", "Loss Reason")


@pytest.fixture
def campaign(store: Store) -> Campaign:
    with store.transaction() as tx:
        made = make_campaign(tx, "PackTech")
        set_handoff(tx, made.id, HandoffTerms(reasons=("Wrong person",)))
    return made


@pytest.fixture
def way_back(store: Store) -> WayBack:
    return WayBack(store, "Rosa")


@pytest.fixture
def load(way_back: WayBack, tmp_path: Path) -> Load:
    """Reads these rows as a CRM would export them."""

    def read(*rows: tuple[object, ...], headings: tuple[str, ...] = HEADINGS) -> CrmLoaded:
        path = tmp_path / "crm.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([headings, *rows])
        return way_back.load_outcomes(path)

    return read


def a_lead(store: Store, campaign: Campaign, name: str, **contact: object) -> tuple[LeadId, ItemId]:
    lead_id = qualify(store, campaign, name, **contact)
    _, ids = leave(store, campaign, lead_id)
    return lead_id, ids[lead_id]


def standing(store: Store) -> list[tuple[object, ...]]:
    """Every row of the items and leads, to be compared."""
    with store.reading() as tx:
        return [
            tuple(row)
            for table in (handoff_item, lead)
            for row in tx.connection.execute(sa.select(table).order_by(table.c.id))
        ]


def state(store: Store, item_id: ItemId) -> ItemState:
    with store.reading() as tx:
        return load_item(tx, item_id).state


def test_rows_find_their_leads_by_id_address_and_number(
    store: Store, campaign: Campaign, load: Load
) -> None:
    """Handoff: won and lost by id, e-mail or phone; unmatched rows are listed."""
    katrin, first = a_lead(store, campaign, "Katrin Albers")
    marcus, second = a_lead(store, campaign, "Marcus Hale", emails=["m.hale@b.example"])
    ines, third = a_lead(store, campaign, "Ines Fournier", phones=["+493023125077"])
    kai, fourth = a_lead(store, campaign, "Kai Lorenz", phones=["+493023125078"])
    with store.transaction() as tx:
        tx.connection.execute(lead.update().where(lead.c.id == kai).values(external_id="T-0017"))
    done = load(
        # A spreadsheet made capitals of the id.
        (first.upper(), "", "", "Closed Won", "12.500,50 EUR", ""),
        ("", "M.Hale@B.example", "", "Closed Lost", "", "Too dear"),
        ("", "", "493023125077", "won", "", ""),
        ("t-0017", "", "", "Verloren", "", ""),
        ("", "nobody@b.example", "", "Closed Won", "", ""),
        ("", "", "4.93E+11", "Closed Lost", "", ""),
        ("", "m.hale@b.example", "", "Negotiation", "", ""),
    )
    assert set(done.won) == {katrin, ines}
    assert set(done.lost) == {marcus, kai}
    assert (done.matched, done.already, done.still_open) == (4, 0, 1)
    assert [one.place for one in done.unmatched] == ["Row 6", "Row 7"]
    assert done.changes.leads == {katrin, marcus, ines, kai}
    assert [bucket(store, one) for one in (katrin, marcus)] == [Bucket.WON, Bucket.LOST]
    assert [state(store, one) for one in (first, second, third, fourth)] == [
        *(ItemState.WON, ItemState.LOST, ItemState.WON, ItemState.LOST)
    ]
    with store.reading() as tx:
        item = load_item(tx, first)
        row = tx.connection.execute(
            sa.select(handoff_item).where(handoff_item.c.id == second)
        ).one()
        noted = str([tuple(one) for one in tx.connection.execute(sa.select(history))])
        (file,) = tx.connection.execute(sa.select(crm_load)).all()
    assert (item.amount, item.currency) == (Decimal("12500.5"), "EUR")
    assert (row.became_because, row.answered_in, row.state) == ("Too dear", "crm", "taken")
    assert "read a CRM file" in noted
    assert "hale" not in noted.casefold(), "history names nobody"
    assert (file.rows, file.matched, file.left_out, file.loaded_by) == (7, 4, 2, "Rosa")
    assert len(file.sha256) == 64


def test_a_file_read_twice_changes_nothing(
    store: Store, campaign: Campaign, load: Load, clock: SetClock
) -> None:
    _, item_id = a_lead(store, campaign, "Katrin Albers")
    row = (item_id, "", "", "Won", "5", "")
    load(row)
    before = standing(store)
    clock.advance(timedelta(days=1))
    again = load(row)
    assert (again.load_id, again.changed, again.already) == (None, (), 1)
    assert standing(store) == before
    assert again.changes.leads == frozenset()


def test_taking_a_file_back_is_exact(
    store: Store, campaign: Campaign, load: Load, way_back: WayBack, clock: SetClock
) -> None:
    """One act: what waited waits again, what was taken is taken, what rested rests."""
    _, waits = a_lead(store, campaign, "Katrin Albers")
    _, taken = a_lead(store, campaign, "Marcus Hale")
    _, back = a_lead(store, campaign, "Ines Fournier")
    lead_id, recycled = a_lead(store, campaign, "Kai Lorenz")
    answer(store, taken)
    answer(store, back, "Wrong person")
    answer(store, recycled, "Wrong person")
    way_back.recycle(lead_id)
    before = standing(store)
    clock.advance(timedelta(hours=1))
    done = load(*((one, "", "", "Won", "1", "") for one in (waits, taken, back, recycled)))
    assert len(done.won) == 4
    assert bucket(store, lead_id) is Bucket.WON, "nobody is to call whom sales has won"
    assert done.load_id is not None
    undone = way_back.undo_outcomes(done.load_id)
    assert standing(store) == before
    assert (len(undone.back), undone.stays) == (4, ())
    with pytest.raises(NothingToUndo, match="was taken back already"):
        way_back.undo_outcomes(done.load_id)


def test_files_are_taken_back_newest_first(
    store: Store, campaign: Campaign, load: Load, way_back: WayBack
) -> None:
    _, item_id = a_lead(store, campaign, "Katrin Albers")
    before = standing(store)
    won = load((item_id, "", "", "Won", "", ""))
    between = standing(store)
    lost = load((item_id, "", "", "Lost", "", "Chose another"))
    assert state(store, item_id) is ItemState.LOST
    assert won.load_id is not None
    assert lost.load_id is not None
    with pytest.raises(NothingToUndo, match=f"Take number {lost.load_id} back first"):
        way_back.undo_outcomes(won.load_id)
    way_back.undo_outcomes(lost.load_id)
    assert standing(store) == between
    way_back.undo_outcomes(won.load_id)
    assert standing(store) == before
    files = way_back.outcome_files()
    assert [(one.name, one.matched, one.undone_at is None) for one in files] == [
        ("crm.csv", 1, False),
        ("crm.csv", 1, False),
    ]
    with pytest.raises(NotFound):
        way_back.undo_outcomes(CrmLoadId(99))


def test_what_was_said_since_stays_when_a_file_is_taken_back(
    store: Store, campaign: Campaign, load: Load, way_back: WayBack
) -> None:
    """Not over later answers: a review turned the answer since, and that stands."""
    lead_id, item_id = a_lead(store, campaign, "Katrin Albers")
    answer(store, item_id)
    dispute = way_back.dispute(item_id, "Not the buyer").dispute_id
    done = load((item_id, "", "", "Won", "", ""))
    way_back.review(dispute, changed=True, because="Agreed", reason="Wrong person")
    assert done.load_id is not None
    undone = way_back.undo_outcomes(done.load_id)
    assert (undone.back, undone.stays) == ((), (lead_id,))
    assert state(store, item_id) is ItemState.SENT_BACK
    assert bucket(store, lead_id) is Bucket.SENT_BACK


def test_a_lead_that_was_suppressed_since_goes_to_nobody_when_a_file_is_taken_back(
    store: Store, campaign: Campaign, load: Load, way_back: WayBack, clock: SetClock
) -> None:
    lead_id, item_id = a_lead(store, campaign, "Katrin Albers")
    clock.advance(timedelta(days=30))
    Clocks(store, "keeper").tick()
    clock.advance(timedelta(days=40))
    done = load((item_id, "", "", "Won", "", ""))
    assert bucket(store, lead_id) is Bucket.WON
    with store.transaction() as tx:
        said = {"asked_by": "", "by": "Maya", "reason": "Asked in a mail"}
        suppress(tx, client="", scope="person", lead_id=lead_id, **said)
    assert done.load_id is not None
    way_back.undo_outcomes(done.load_id)
    assert bucket(store, lead_id) is Bucket.DO_NOT_CALL


def test_what_sales_added_since_the_file_is_not_lost_with_it(
    store: Store, campaign: Campaign, load: Load, way_back: WayBack
) -> None:
    """The file said it first; then sales answered the same, with an opportunity and a note."""
    lead_id, item_id = a_lead(store, campaign, "Katrin Albers")
    done = load((item_id, "", "", "Won", "", ""))
    with store.transaction() as tx:
        item = sent_items(tx, [item_id])[item_id]
        said = SalesAnswer(row=2, item_id=item_id, takes=True, opportunity="OP-7", note="Ring Tom")
        complete_answer(tx, said, item)
    assert done.load_id is not None
    assert way_back.undo_outcomes(done.load_id).stays == (lead_id,)
    with store.reading() as tx:
        found = load_item(tx, item_id)
    assert (found.state, found.opportunity, found.note) == (ItemState.TAKEN, "OP-7", "Ring Tom")
    assert bucket(store, lead_id) is Bucket.TAKEN


def test_won_after_all_and_then_lost_is_lost(store: Store, campaign: Campaign, load: Load) -> None:
    """What sales had sent back was won in the CRM, which was wrong: the next file says so."""
    lead_id, item_id = a_lead(store, campaign, "Katrin Albers")
    answer(store, item_id, "Wrong person")
    assert load((item_id, "", "", "Won", "", "")).won == (lead_id,)
    assert load((item_id, "", "", "Lost", "", "")).lost == (lead_id,)
    assert state(store, item_id) is ItemState.LOST


def test_of_somebody_erased_nothing_comes_back(
    store: Store, campaign: Campaign, load: Load, way_back: WayBack, clock: SetClock
) -> None:
    lead_id, item_id = a_lead(store, campaign, "Katrin Albers")
    done = load((item_id, "", "", "Lost", "9", "Katrin left"))
    Erasing(store, clock, "Rosa").erase(lead_id)
    named = load((item_id, "", "", "Won", "", ""))
    assert "erased" in named.unmatched[0].says
    assert done.load_id is not None
    assert way_back.undo_outcomes(done.load_id).stays == (lead_id,)
    assert "Katrin" not in str(standing(store))
    assert bucket(store, lead_id) is Bucket.TAKEN, "they are counted, and called by nobody"


def test_another_clients_leads_are_not_touched(
    store: Store, way_back: WayBack, tmp_path: Path
) -> None:
    with store.transaction() as tx:
        make_campaign(tx, "PackTech")
        other = make_campaign(tx, "Other fair", client="Northwind")
    _, item_id = a_lead(store, other, "Katrin Albers", emails=["k@b.example"])
    path = tmp_path / "crm.csv"
    path.write_text(f"Lead ID,Email,Status\n{item_id},k@b.example,Won\n", encoding="utf-8")
    ours = way_back.load_outcomes(path, client="")
    assert (ours.changed, len(ours.unmatched)) == ((), 1)
    assert state(store, item_id) is ItemState.SENT
    assert len(way_back.load_outcomes(path, client="northwind").won) == 1
    with pytest.raises(NotFound, match="No campaign is of the client"):
        way_back.load_outcomes(path, client="Nobody")


def test_a_workbook_is_read_and_its_formulas_are_not_run(
    store: Store, campaign: Campaign, way_back: WayBack, tmp_path: Path
) -> None:
    _, item_id = a_lead(store, campaign, "Katrin Albers", phones=["+493023125077"])
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Contact Name", "Mobile Phone", "Deal Stage", "Deal Amount"])
    sheet.append(["Katrin Albers", 493023125077, "Closed Won", 12500.5])
    sheet.append(['=HYPERLINK("x")', "", "=1+1", ""])
    path = tmp_path / "deals.xlsx"
    book.save(path)
    done = way_back.load_outcomes(path)
    assert len(done.won) == 1
    with store.reading() as tx:
        assert load_item(tx, item_id).amount == Decimal("12500.5")


def test_what_no_database_takes_stops_no_row(
    store: Store, campaign: Campaign, way_back: WayBack, tmp_path: Path
) -> None:
    lead_id, item_id = a_lead(store, campaign, "Katrin Albers")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["External ID", "Stage", "Loss Reason", "Deal ID"])
    sheet.append(["_x0000_a", "won", "", ""])
    sheet.append([item_id, "lost", "Too_x0000_ dear", "_x0000_D-1"])
    book.save(tmp_path / "deals.xlsx")
    done = way_back.load_outcomes(tmp_path / "deals.xlsx")
    assert (done.lost, [one.place for one in done.unmatched]) == ((lead_id,), ["Row 2"])
    with store.reading() as tx:
        assert load_item(tx, item_id).opportunity == "D-1"


def test_a_file_that_lacks_a_column_is_refused_in_words(load: Load) -> None:
    for headings, says in (
        (("Stage", "Amount"), "does not say which leads it is about"),
        (("Email", "Phone"), "does not say what became of leads"),
    ):
        with pytest.raises(ListRefused, match=says):
            load(("x", "y"), headings=headings)
