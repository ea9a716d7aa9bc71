"""Reports say what happened: against the rows counted by hand, in both databases (S1, S3, T6)."""

import io
import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from pypdf import PageObject, PdfReader

from desk.test_floor_recount import REACHED, Week, rows_of
from makers import MORNING, make_campaign, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ExportRefused, NotFound, Refused
from qualdesk.core.report_cells import ReportTable, text_of
from qualdesk.core.report_tables import says_of, tables_of
from qualdesk.core.reports import Done, KeptCalls, Report
from qualdesk.core.sources import CallWindow, SourceType
from qualdesk.desk import Desk
from qualdesk.desk.reports import content_of, file_name
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import schema
from qualdesk.store.database import Store
from qualdesk.store.history import newest

ZONE = ZoneInfo("Europe/Berlin")
QUALIFIES = {one.code for one in shipped_outcomes() if one.qualifies}
VERDICT = {
    one.code
    for one in shipped_outcomes()
    if one.was_reached and one.bucket.value in {"qualified", "nurture", "not_a_fit"}
}


@pytest.fixture
def week(store: Store, clock: SetClock) -> Week:
    """Some days of work, in each database."""
    return a_week(store, clock)


@pytest.fixture
def short_week(sqlite_store: Store, clock: SetClock) -> Week:
    """Fewer acts, in one database: for what is made of the figures."""
    return a_week(sqlite_store, clock, acts=40)


def a_week(store: Store, clock: SetClock, acts: int = 60) -> Week:
    """Work in which much goes another way than planned."""
    made, chance = Week(store, clock), random.Random(6)
    window = CallWindow(
        opens_at=MORNING, closes_at=MORNING + timedelta(days=60), zone="Europe/Berlin"
    )
    made.desk.library.set_times(made.campaign.id, window=window, limits=None)
    kinds = ("call",) * 8 + ("load", "undo", "ring", "leave", "answer", "answer", "pass")
    for _ in range(acts):
        made.do(chance.choice(kinds), chance.randrange(12), chance.randrange(5))
    return made


def part(report: Report, key: str) -> ReportTable:
    return next(one for one in tables_of(report) if one.key == key)


def figures(report: Report, key: str) -> dict[str, list[str]]:
    return {text_of(row[0]): [text_of(one) for one in row[1:]] for row in part(report, key).rows}


def day_of(at: datetime) -> date:
    return at.astimezone(ZONE).date()


def made_calls(week: Week) -> list[Any]:
    return [
        row
        for row in rows_of(week.store, schema.attempt)
        if (row.number or row.is_incoming) and not row.is_conflict
    ]


def done_by_hand(calls: list[Any], items: list[Any], wanted: Any) -> Done:
    """What was done in the days for which ``wanted`` says yes, from the rows alone."""
    some = [row for row in calls if wanted(day_of(row.started_at))]
    stand = [row for row in some if row.undone_at is None]
    dials = [row for row in stand if row.number and row.outcome]

    def leads(codes: set[str]) -> int:
        return len({row.lead_id for row in stand if row.outcome in codes})

    settled = {
        row.lead_id: row.state
        for row in sorted(
            items, key=lambda row: row.answered_at or datetime.min.replace(tzinfo=UTC)
        )
        if row.state in {"taken", "sent_back"} and wanted(day_of(row.answered_at))
    }
    return Done(
        calls=len(some),
        dials=len(dials),
        dials_answered=sum(row.outcome in REACHED for row in dials),
        called=len({row.lead_id for row in some}),
        reached=leads(REACHED),
        cooperated=leads(VERDICT),
        qualified=leads(QUALIFIES),
        handed=len({row.lead_id for row in items if wanted(day_of(row.sent_at))}),
        answered=len(settled),
        taken=sum(state == "taken" for state in settled.values()),
    )


def items_of(week: Week) -> list[Any]:
    sent = {row.id: row for row in rows_of(week.store, schema.handoff_batch)}
    found = []
    for row in rows_of(week.store, schema.handoff_item):
        batch = sent[row.batch_id]
        if batch.state == "sent" and row.state != "recalled":
            found.append(_Item({**row._mapping, "sent_at": batch.sent_at}))
    return found


class _Item:
    def __init__(self, values: dict[str, Any]) -> None:
        self.__dict__.update(values)


def test_every_day_and_the_whole_are_what_the_rows_say(week: Week) -> None:
    """S1: the days of a report, the whole of it and the Floor are counted three ways, and agree."""
    reports, calls, items = week.desk.reports, made_calls(week), items_of(week)
    first, last = day_of(MORNING), day_of(week.clock.now())
    days = [first + timedelta(days=one) for one in range((last - first).days + 1)]
    assert len(days) > 3
    for day in days[-12:]:
        found = reports.day(day, "Fair")
        assert found.done == done_by_hand(calls, items, day.__eq__), day
        hours = {one.hour: one.calls for one in found.campaigns[0].hours}
        mine = [row for row in calls if day_of(row.started_at) == day]
        assert hours == Counter(row.started_at.astimezone(ZONE).hour for row in mine)
        assert sum(one.calls for one in found.callers) == found.done.calls
    monday = last - timedelta(days=last.weekday())
    found = reports.week(last, "Fair")
    assert found.done == done_by_hand(calls, items, lambda day: day >= monday)
    whole = reports.campaign("Fair")
    assert whole.done == done_by_hand(calls, items, lambda _day: True)
    board = week.desk.floor.board(week.campaign.id)
    assert whole.board.stands == board.stands
    numbers = figures(whole, "numbers")
    for label, count in (
        ("Leads of the list", board.total),
        ("Called at least once", board.called),
        ("Finished", board.finished),
        ("Reached", board.reached),
        ("Qualified", board.qualified),
        ("Taken by sales", board.taken),
    ):
        assert numbers[label][-1] == f"{count:,}", label
    stands = figures(whole, "stands")
    total = stands.pop("All leads of the list")
    assert sum(int(count) for [count] in stands.values()) == int(total[0]) == board.total


def test_call_backs_are_in_one_part_each_and_the_sum_is_said(short_week: Week) -> None:
    """The same call back was once counted as kept, as missed and as due."""
    grace = timedelta(seconds=rows_of(short_week.store, schema.campaign)[0].grace_seconds)
    now = short_week.clock.now()
    by_hand: Counter[str] = Counter()
    for row in rows_of(short_week.store, schema.callback):
        if row.kind != "fixed":
            continue
        if row.state == "kept":
            is_late = row.kept_at - row.due_at > timedelta(minutes=5)
            by_hand["late" if is_late else "on_time"] += 1
        elif row.state == "set":
            is_over = row.missed_at is not None or row.due_at + grace <= now
            by_hand["missed" if is_over else "to_come"] += 1
        else:
            by_hand["missed"] += row.missed_at is not None
    report = short_week.desk.reports.campaign("Fair")
    assert report.call_backs == KeptCalls(**by_hand)
    said = figures(report, "call_backs")
    assert int(said.pop("All")[0]) == sum(int(count) for [count] in said.values())


def test_a_workbook_says_the_same_in_numbers_that_can_be_worked_with(short_week: Week) -> None:
    """S1, S3: numbers are numbers, rates and sums are formulas that come to what is printed."""
    report = short_week.desk.reports.campaign("Fair")
    content = content_of(report, ".xlsx")
    formulas = openpyxl.load_workbook(io.BytesIO(content))
    values = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    assert len(formulas.sheetnames) == len(tables_of(report)) + 1
    board = short_week.desk.floor.board(short_week.campaign.id)
    numbers = {row[0]: row[-1] for row in values["The numbers"].iter_rows(values_only=True)}
    assert numbers["Leads of the list"] == board.total
    assert numbers["Reached"] == board.reached
    rates = formulas["The rates, with their formulas"[:31]]
    shown = values["The rates, with their formulas"[:31]]
    worked_out = 0
    for row in rates.iter_rows(min_row=5):
        cell = row[5]
        if cell.data_type == "f":
            yes, of = (rates.cell(cell.row, at).value for at in (4, 5))
            assert f"D{cell.row}/E{cell.row}" in cell.value
            expected = "" if not of else f"{yes} of {of}" if of < 10 else yes / of
            assert (shown.cell(cell.row, 6).value or "") == pytest.approx(expected)
            assert "/" in rates.cell(cell.row, 2).value  # the formula is printed beside it
            worked_out += 1
    assert worked_out == 9
    places = formulas["Where every lead stands"]
    last = places.cell(places.max_row, 2)
    assert last.value.startswith("=SUM(B")
    assert values["Where every lead stands"].cell(last.row, 2).value == board.total


def test_paper_has_every_part_on_numbered_pages(short_week: Week) -> None:
    report = short_week.desk.reports.campaign("Fair")
    paper = PdfReader(io.BytesIO(content_of(report, ".pdf")))
    pages = [read(page) for page in paper.pages]
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
    text = " ".join(pages)
    for table in tables_of(report):
        assert table.title in text
    assert "leads reached / leads called at least once" in text
    assert "The norm is no more than half." in text
    size = paper.pages[0].mediabox
    assert sorted((round(size.width), round(size.height))) == [595, 842]


def read(page: PageObject) -> str:
    return " ".join(page.extract_text().split())


def test_what_is_written_in_names_is_neither_run_nor_lost(store: Store, clock: SetClock) -> None:
    hostile = '=HYPERLINK("http://x","Müller & <b>Söhne</b>")'
    with store.transaction() as tx:
        make_lead(tx, make_campaign(tx, hostile))
    report = Desk(store, clock, "ana").reports.campaign(hostile)
    book = openpyxl.load_workbook(io.BytesIO(content_of(report, ".xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    mine = [cell for cell in cells if cell.value and "Söhne" in str(cell.value)]
    assert mine
    assert {cell.data_type for cell in mine} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    paper = PdfReader(io.BytesIO(content_of(report, ".pdf")))
    assert "Müller & <b>Söhne</b>" in read(paper.pages[0])


def test_money_is_a_number_with_its_currency(store: Store, clock: SetClock) -> None:
    """S3: what one has cost is worked out from the cells beside it."""
    from makers import make_card

    card = make_card(type=SourceType.TRADE_SHOW, cost=1234.5, currency="EUR")
    with store.transaction() as tx:
        make_lead(tx, make_campaign(tx, "Fair", source=card))
    report = Desk(store, clock, "ana").reports.campaign("Fair")
    book = openpyxl.load_workbook(io.BytesIO(content_of(report, ".xlsx")))
    sheet = book["What a lead that sales took has"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "Fair")
    assert row[2].value == row[4].value == 1234.5
    assert "EUR" in row[4].number_format
    assert row[6].data_type == "f"


def test_days_to_come_and_days_that_are_none_are_refused_in_words(
    store: Store, clock: SetClock
) -> None:
    desk = Desk(store, clock, "ana")
    with store.transaction() as tx:
        make_campaign(tx, "Fair", window=CallWindow(zone="Europe/Berlin"))
    with pytest.raises(Refused, match=r"“2026-03-99” is no day .* like 2026-03-17"):
        desk.reports.day("2026-03-99")
    with pytest.raises(Refused, match="Wednesday, 18 Mar 2026 is still to come"):
        desk.reports.day(date(2026, 3, 18))
    with pytest.raises(Refused, match="still to come"):
        desk.reports.week("2026-W13")
    with pytest.raises(Refused, match="like 2026-W12"):
        desk.reports.week("soon")
    with pytest.raises(NotFound):
        desk.reports.day("today", "No such fair")
    assert "until 10:24" in says_of(desk.reports.day())[0]
    assert "until" not in says_of(desk.reports.day("yesterday"))[0]
    clock.set(datetime(2026, 3, 17, 23, 30, tzinfo=UTC))
    assert desk.reports.day().days.first == date(2026, 3, 18)  # in Berlin it is


def test_a_report_of_nothing_says_so(store: Store, clock: SetClock) -> None:
    desk = Desk(store, clock, "ana")
    assert any("no campaign has leads" in line for line in says_of(desk.reports.day()))
    assert content_of(desk.reports.day(), ".pdf").startswith(b"%PDF")
    with store.transaction() as tx:
        campaign = make_campaign(tx, "Fair")
    assert any("No leads are loaded" in line for line in says_of(desk.reports.campaign("Fair")))
    with store.transaction() as tx:
        make_lead(tx, campaign)
    assert any("Nobody was called" in line for line in says_of(desk.reports.day("", "Fair")))


def desk_seats(week: Week, names: list[str]) -> dict[str, str]:
    return dict(week.desk.phones.shown_as(names))


def test_names_of_callers_can_be_switched_off(short_week: Week) -> None:
    """S4: nobody is ranked, and where names are off nobody is named."""
    shown = short_week.desk.reports.campaign("Fair")
    assert [one.name for one in shown.callers] == sorted(one.name for one in shown.callers)
    assert "ana" in figures(shown, "callers")
    short_week.desk.phones.show_names(False)
    hidden = short_week.desk.reports.campaign("Fair")
    # The seats are those of the day, as the Floor shows them, in their order.
    seats = desk_seats(short_week, [one.name for one in shown.callers])
    assert list(figures(hidden, "callers")) == sorted(seats.values())
    by_name = {one.name: one for one in shown.callers}
    for name, seat in seats.items():
        assert int(figures(hidden, "callers")[seat][0]) == by_name[name].calls
    # Nor in what was changed, by whoever has it made: the file goes to others.
    assert hidden.acts
    assert not any(f"'{name}'" in repr(hidden) for name in seats)
    assert hidden.done == shown.done


def test_what_was_changed_is_told_however_much_was_called_since(
    sqlite_store: Store, clock: SetClock
) -> None:
    """A day is reported later as well, behind thousands of calls of the days after it."""
    with sqlite_store.transaction() as tx:
        make_lead(tx, make_campaign(tx, "Fair", window=CallWindow(zone="Europe/Berlin")))
    desk = Desk(sqlite_store, clock, "Sue")
    clock.set(datetime(2026, 3, 17, 10, tzinfo=UTC))
    desk.library.pause("Fair", is_paused=True)
    clock.set(datetime(2026, 3, 18, 10, tzinfo=UTC))
    desk.library.pause("Fair", is_paused=False)
    with sqlite_store.transaction() as tx:
        [last] = newest(tx, limit=1)
        calls = {"at": tx.now, "who": "Ana", "what": "outcome busy", "subject": "lead"}
        rest = {"subject_id": "1", "details": {}, "previous_hash": "", "hash": ""}
        rows = [calls | rest | {"id": last.number + n} for n in range(1, 60_000)]
        tx.connection.execute(schema.history.insert(), rows)
    clock.set(datetime(2026, 3, 19, 10, tzinfo=UTC))
    for of in (None, "Fair"):
        [one] = desk.reports.day("2026-03-17", of).acts
        assert one.what.english == "Paused Fair"
        assert [each.what.english for each in desk.reports.week("", of).acts] == [
            "Let Fair go on",
            "Paused Fair",
        ]


def test_each_campaign_has_a_file_of_its_own(store: Store, clock: SetClock) -> None:
    """Letters a file's name cannot carry are no reason to write one report over another."""
    names = ("日本展", "上海展", "Fair 2026", "Fair: 2026", "F" * 70, "F" * 71)
    desk = Desk(store, clock, "Rosa")
    with store.transaction() as tx:
        for name in names:
            make_campaign(tx, name)
    files = [file_name(desk.reports.day("", name), ".pdf") for name in names]
    assert len(set(files)) == len(names)
    assert files[2].startswith("report-fair-2026-20")


def test_a_report_is_written_whole_or_not_at_all(
    store: Store, clock: SetClock, tmp_path: Path
) -> None:
    desk = Desk(store, clock, "ana")
    report = desk.reports.day()
    with pytest.raises(Refused, match=r"\.pdf or a \.xlsx"):
        desk.reports.write(report, tmp_path / "report.txt")
    with pytest.raises(ExportRefused, match="could not be written"):
        desk.reports.write(report, tmp_path / "nowhere" / "report.pdf")
    done = desk.reports.write(report, tmp_path / "report.pdf")
    assert done.path.read_bytes().startswith(b"%PDF")
    found = [one.name for one in tmp_path.iterdir() if not one.name.startswith("desk.sqlite")]
    assert found == ["report.pdf"]
