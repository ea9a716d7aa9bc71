"""The verbs of reports of a day, a week, a campaign, and of those that are made by themselves."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from datetime import time
from pathlib import Path

from qualdesk.cli.plain import say
from qualdesk.core.report_cells import Each, Edge, Money, Rate, ReportTable, Total, Value, text_of
from qualdesk.core.report_periods import ReportOf
from qualdesk.core.report_schedules import Run, ScheduleId
from qualdesk.core.report_tables import says_of, tables_of, title_of
from qualdesk.core.reports import Report
from qualdesk.core.slots import WEEKDAYS
from qualdesk.core.times import time_words
from qualdesk.desk import Desk
from qualdesk.desk.report_schedules import Scheduled, ScheduleKept

DONE = 0
Verb = Callable[[str, str], ArgumentParser]
Group = Callable[[str, str], Verb]


def add_period_report_verbs(verb: Verb, group: Group, number: Callable[[str], int]) -> None:
    """Add the reports with ``verb``, and with ``group`` what is done to schedules."""
    day = verb("day", "what was done on a day: 2026-03-17, today, yesterday")
    day.add_argument("days", nargs="?", default="", metavar="DAY", help="default: today")
    week = verb("week", "what was done in a week: 2026-W12, or any day in it")
    week.add_argument("days", nargs="?", default="", metavar="WEEK", help="default: this week")
    for one in (day, week):
        one.add_argument("--campaign", metavar="NAME", help="default: all of them")
    campaign = verb("campaign", "all of a campaign since it began")
    campaign.add_argument("campaign", metavar="NAME")
    for one in (day, week, campaign):
        one.add_argument("--out", type=Path, metavar="FILE", help="write it: .pdf or .xlsx")
    schedule = group("schedule", "reports that are made by themselves")
    add = schedule("add", "make a report by itself from now on")
    add.add_argument("of", choices=("day", "week"), help="each working day, or once a week")
    add.add_argument("--folder", type=Path, required=True, metavar="DIR", help="where to put it")
    add.add_argument("--time", type=a_time, metavar="HH:MM", help="default: 18:00, weeks 08:00")
    add.add_argument("--on", choices=WEEKDAYS, default="mon", help="the day of a week's report")
    add.add_argument("--zone", default="", metavar="ZONE", help="whose clock: Europe/Berlin")
    add.add_argument("--campaign", metavar="NAME", help="default: all of them")
    add.add_argument(
        "--kind", action="append", choices=("pdf", "xlsx"), help="default: pdf; may be given twice"
    )
    add.add_argument("--mail", action="append", default=[], metavar="ADDRESS", help="send it to")
    schedule("list", "what is made by itself, and what came of the last runs")
    for name, says in (
        ("on", "make it again"),
        ("off", "make it no more for now"),
        ("remove", "take it away; “put-back” undoes it"),
        ("put-back", "let what was removed be there again"),
    ):
        schedule(name, says).add_argument("schedule", type=number, metavar="NUMBER")


def a_time(text: str) -> time:
    """A time of day as 18:00."""
    try:
        return time.fromisoformat(text).replace(tzinfo=None, second=0, microsecond=0)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no time of day; write it like 18:00") from None


def day(desk: Desk, asked: Namespace) -> int:
    """The report of a day."""
    return _tell(desk, desk.reports.day(asked.days, asked.campaign), asked)


def week(desk: Desk, asked: Namespace) -> int:
    """The report of a week."""
    return _tell(desk, desk.reports.week(asked.days, asked.campaign), asked)


def campaign(desk: Desk, asked: Namespace) -> int:
    """The report of a campaign."""
    return _tell(desk, desk.reports.campaign(asked.campaign), asked)


def schedule(desk: Desk, asked: Namespace) -> int:
    """What is done to the reports that are made by themselves."""
    return _SCHEDULE[asked.which](desk, asked)


def _tell(desk: Desk, report: Report, asked: Namespace) -> int:
    lines, data = _lines(report), _data(report)
    if asked.out is not None:
        done = desk.reports.write(report, asked.out)
        lines, data = [*says_of(report), f"Written: {done.path}"], {**data, "file": done.path}
    say(data, lines, as_data=asked.json)
    return DONE


def _lines(report: Report) -> list[str]:
    lines = [title_of(report), *says_of(report)]
    for table in tables_of(report):
        lines += ["", f"{table.title}:", *(f"  {one}" for one in table.says)]
        lines += [f"  {_row(table, row)}" for row in table.rows]
    return lines


def _row(table: ReportTable, row: Sequence[Value]) -> str:
    first, *rest = map(text_of, row)
    said = (
        f"{heading} {value}" if len(rest) > 1 else value
        for heading, value in zip(table.headings[1:], rest, strict=True)
        if value
    )
    return f"{first}: {'; '.join(said)}"


def _data(report: Report) -> dict[str, object]:
    return {
        "of": report.days.of,
        "first": report.days.first,
        "last": report.days.last,
        "made_at": report.made_at,
        "campaigns": [one.name for one in report.campaigns],
        "says": list(says_of(report)),
        "parts": {
            table.key: [
                dict(zip(_keys(table), map(_plain, row), strict=True)) for row in table.rows
            ]
            for table in tables_of(report)
        },
    }


def _keys(table: ReportTable) -> list[str]:
    """The headings, each once: a second of the same name has its place behind it."""
    found: list[str] = []
    for at, heading in enumerate(table.headings, start=1):
        found.append(f"{heading} {at}" if heading in found else heading)
    return found


def _plain(value: Value) -> object:
    if isinstance(value, Money):
        return {"amount": f"{value.amount:.2f}", "currency": value.currency}
    if isinstance(value, Each):
        return _plain(value.money)
    if isinstance(value, Rate):
        return value.share.share
    if isinstance(value, Edge):
        return value.share
    return value.count if isinstance(value, Total) else value


def _add(desk: Desk, asked: Namespace) -> int:
    of = ReportOf(asked.of)
    usual = time(18) if of is ReportOf.DAY else time(8)
    done = desk.report_schedules.add(
        of,
        asked.folder,
        at=asked.time or usual,
        zone=asked.zone,
        weekday=WEEKDAYS.index(asked.on),
        campaign=asked.campaign,
        kinds=[f".{one}" for one in dict.fromkeys(asked.kind or ["pdf"])],
        mail=asked.mail,
    )
    return _told(desk, done, asked)


def _switch(desk: Desk, asked: Namespace) -> int:
    number = ScheduleId(asked.schedule)
    return _told(desk, desk.report_schedules.switch(number, is_on=asked.which == "on"), asked)


def _remove(desk: Desk, asked: Namespace) -> int:
    return _told(desk, desk.report_schedules.remove(ScheduleId(asked.schedule)), asked)


def _put_back(desk: Desk, asked: Namespace) -> int:
    return _told(desk, desk.report_schedules.put_back(ScheduleId(asked.schedule)), asked)


def _told(desk: Desk, done: ScheduleKept, asked: Namespace) -> int:
    one = done.schedule
    lines = [f"{one.id}. {done.says}"]
    if done.next_at is not None:
        at = time_words(done.next_at, one.zone, now=desk.clock.now())
        lines.append(f"The next one: {at}, into {one.folder}")
    data = {"number": one.id, "says": done.says, "next_at": done.next_at, "folder": one.folder}
    say(data, lines, as_data=asked.json)
    return DONE


def _list(desk: Desk, asked: Namespace) -> int:
    found = desk.report_schedules.all()
    lines = [line for one in found for line in _of(desk, one)]
    data = [
        {
            "number": one.schedule.id,
            "says": one.schedule.says,
            "folder": one.schedule.folder,
            "mail": list(one.schedule.mail),
            "on": one.schedule.is_on,
            "next_at": one.next_at,
            "runs": [_run_data(run) for run in one.runs],
        }
        for one in found
    ]
    say(data, lines or ["No report is made by itself."], as_data=asked.json)
    return DONE


def _of(desk: Desk, one: Scheduled) -> list[str]:
    plan, now = one.schedule, desk.clock.now()
    lines = [f"{plan.id}. {plan.says} Into {plan.folder}"]
    lines += [f"  {run.says(plan.zone, now)}" for run in one.runs]
    if one.next_at is not None:
        lines.append(f"  The next one: {time_words(one.next_at, plan.zone, now=now)}")
    return lines


def _run_data(run: Run) -> dict[str, object]:
    return {
        "due_at": run.due_at,
        "state": run.state,
        "days": run.days,
        "tries": run.tries,
        "fault": run.fault,
        "fault_of": dict(run.fault_of),
        "next_at": run.next_at,
        "files": list(run.files),
        "mailed": list(run.mailed),
    }


_SCHEDULE = {
    "add": _add,
    "list": _list,
    "on": _switch,
    "off": _switch,
    "remove": _remove,
    "put-back": _put_back,
}
VERBS = {
    ("report", "day"): day,
    ("report", "week"): week,
    ("report", "campaign"): campaign,
    ("report", "schedule"): schedule,
}
