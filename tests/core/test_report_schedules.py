"""When a report is due that is made by itself, and of which days it is."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from qualdesk.core.report_periods import ReportOf
from qualdesk.core.report_schedules import Fault, Run, RunId, RunState, Schedule, ScheduleId

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def a_schedule(of: ReportOf = ReportOf.DAY, at: str = "18:00", **more: Any) -> Schedule:
    said = {"weekday": 0, "zone": "Europe/Berlin", "counts_from": LONG_AGO, "is_on": True, **more}
    return Schedule(
        id=ScheduleId(1),
        of=of,
        campaign=None,
        campaign_name="",
        at=time.fromisoformat(at),
        folder="reports",
        kinds=(".pdf",),
        mail=(),
        made_by="Rosa",
        **said,
    )


def a_run(**more: Any) -> Run:
    said = {"state": RunState.MADE, "files": ("report-2026-03-17.pdf",), "fault_of": {}, **more}
    return Run(
        id=RunId(1),
        schedule=ScheduleId(1),
        due_at=datetime(2026, 3, 17, 17, tzinfo=UTC),
        tries=1,
        days="2026-03-17",
        **said,
    )


def test_a_day_is_due_on_working_days_on_its_own_clock() -> None:
    daily = a_schedule()
    friday, sunday = datetime(2026, 3, 20, 17, tzinfo=UTC), datetime(2026, 3, 22, 12, tzinfo=UTC)
    assert daily.last_due(sunday) == friday  # 18:00 in Berlin is 17:00
    assert daily.next_due(sunday) == datetime(2026, 3, 23, 17, tzinfo=UTC)
    # After the clocks are changed it is an hour earlier in UTC.
    assert daily.next_due(datetime(2026, 3, 29, 12, tzinfo=UTC)) == datetime(
        2026, 3, 30, 16, tzinfo=UTC
    )


def test_what_was_due_before_it_was_there_is_not_made() -> None:
    daily = a_schedule(counts_from=datetime(2026, 3, 17, 17, 1, tzinfo=UTC))
    assert daily.last_due(datetime(2026, 3, 18, 9, tzinfo=UTC)) is None
    assert daily.last_due(datetime(2026, 3, 18, 17, tzinfo=UTC)) is not None


@pytest.mark.parametrize(
    ("at", "due", "day"),
    [
        ("18:00", datetime(2026, 3, 17, 17, tzinfo=UTC), date(2026, 3, 17)),
        ("07:00", datetime(2026, 3, 17, 6, tzinfo=UTC), date(2026, 3, 16)),
        ("07:00", datetime(2026, 3, 16, 6, tzinfo=UTC), date(2026, 3, 13)),  # Monday: of Friday
    ],
)
def test_an_evening_is_of_its_day_and_a_morning_of_the_working_day_before(
    at: str, due: datetime, day: date
) -> None:
    assert a_schedule(at=at).days_of(due).first == day


def test_a_week_on_monday_is_of_the_week_before_on_friday_of_its_own() -> None:
    monday = a_schedule(ReportOf.WEEK, "08:00")
    assert monday.days_of(datetime(2026, 3, 23, 7, tzinfo=UTC)).key == "2026-W12"
    friday = a_schedule(ReportOf.WEEK, "17:00", weekday=4)
    assert friday.days_of(datetime(2026, 3, 20, 16, tzinfo=UTC)).key == "2026-W12"
    assert monday.last_due(datetime(2026, 3, 27, tzinfo=UTC)) == datetime(
        2026, 3, 23, 7, tzinfo=UTC
    )


def test_a_schedule_says_what_it_makes_and_when() -> None:
    assert a_schedule().says == "Day: all campaigns, each working day at 18:00 in Berlin."
    off = a_schedule(ReportOf.WEEK, "08:00", is_on=False)
    assert off.says == "Week: all campaigns, each Monday at 08:00 in Berlin. It is switched off."


def test_every_fault_is_said_with_the_next_try() -> None:
    now, zone = datetime(2026, 3, 17, 18, tzinfo=UTC), "Europe/Berlin"
    assert a_run().says(zone, now) == "18:00: report-2026-03-17.pdf written."
    mailed = a_run(mailed=("a@example.com",))
    assert mailed.says(zone, now).endswith("1 mail sent.")
    assert "being made" in a_run(state=RunState.MAKING).says(zone, now)
    values = {"folder": "/reports", "file": "report.pdf", "address": "a@example.com"}
    for fault in Fault:
        broken = a_run(
            state=RunState.FAILED,
            fault=fault,
            fault_of=values,
            next_at=datetime(2026, 3, 17, 18, 15, tzinfo=UTC),
        )
        assert broken.says(zone, now).endswith("The next try is at 19:15.")
        assert "{" not in broken.says(zone, now)
    given_up = a_run(state=RunState.FAILED, fault=Fault.NO_FOLDER, fault_of=values)
    assert given_up.says(zone, now).endswith("It is not tried again.")
