"""The days a report is about: a day, a week, or all of a campaign; how they are written."""

import re
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.periods import kept_day, spelled_out
from qualdesk.core.times import instant_of, weekday_name
from qualdesk.core.wording import tr, tr_later


class ReportOf(StrEnum):
    """How much a report is about."""

    DAY = "day"
    WEEK = "week"
    CAMPAIGN = "campaign"

    @property
    def label(self) -> str:
        """As it stands on a choice."""
        return tr(_LABELS[self], about="report")


@frozen
class Days:
    """The days a report is about, the first and the last, on a campaign's own clock.

    Both are None for a whole campaign: everything that was done for it.
    """

    of: ReportOf
    first: date | None = None
    last: date | None = None

    def bounds(self, zone: str) -> tuple[datetime | None, datetime | None]:
        """From which instant on, and before which, on clocks of the zone; UTC, None is no bound.

        A day on which clocks are changed has 23 or 25 hours.
        """
        if self.first is None or self.last is None:
            return None, None
        midnight = time()
        return (
            instant_of(datetime.combine(self.first, midnight), zone),
            instant_of(datetime.combine(self.last + _DAY, midnight), zone),
        )

    def holds(self, day: date) -> bool:
        """Whether that day is one of them."""
        if self.first is None or self.last is None:
            return True
        return self.first <= day <= self.last

    @property
    def says(self) -> str:
        """The days in words: "Tuesday, 17 Mar 2026", "Week of 16 Mar 2026 to 22 Mar 2026"."""
        if self.first is None or self.last is None:
            return tr("The whole campaign")
        first = spelled_out(self.first.isoformat())
        if self.of is ReportOf.DAY:
            return tr("{weekday}, {day}", weekday=weekday_name(self.first.weekday()), day=first)
        last = spelled_out(self.last.isoformat())
        return tr("Week from {first} to {last}", first=first, last=last)

    @property
    def key(self) -> str:
        """How a file and a run name them: "2026-03-17", "2026-W12"; empty for a campaign."""
        if self.first is None:
            return ""
        if self.of is ReportOf.DAY:
            return self.first.isoformat()
        year, week, _ = self.first.isocalendar()
        return f"{year}-W{week:02}"


ALL_OF_IT = Days(of=ReportOf.CAMPAIGN)


def the_day(text: str, today: date) -> Days:
    """The day that is meant: "2026-03-17", "17 Mar 2026", "today", "yesterday"; empty is today.

    Raises:
        Refused: it is no day, or one that is still to come; the sentence says how to write one.
    """
    found = _day_said(text, today)
    if found is None:
        raise Refused(
            tr(
                "“{text}” is no day of the calendar. Write it like {example}, or write “today” "
                "or “yesterday”.",
                text=text.strip()[:_SHOWN],
                example=today.isoformat(),
            )
        )
    _refuse_long_ago(found)
    if found > today:
        raise Refused(
            tr(
                "{day} is still to come. A report is made of today, or of a day before it.",
                day=Days(of=ReportOf.DAY, first=found, last=found).says,
            )
        )
    return Days(of=ReportOf.DAY, first=found, last=found)


def the_week(text: str, today: date) -> Days:
    """The week that is meant, Monday to Sunday: "2026-W12", any day in it, "this week".

    Empty is this week.

    Raises:
        Refused: it is no week, or one that is still to come; the sentence says how to write one.
    """
    said = " ".join(text.split()).casefold()
    day = _MEANT_WEEKS[said] + today if said in _MEANT_WEEKS else None
    day = day or _iso_week(said) or _day_said(text, today)
    if day is None:
        raise Refused(
            tr(
                "“{text}” is no week. Write it like {example}, or write a day in it.",
                text=text.strip()[:_SHOWN],
                example=week_of(today).key,
            )
        )
    _refuse_long_ago(day)
    found = week_of(day)
    if found.first is not None and found.first > today:
        raise Refused(
            tr(
                "{week} is still to come. A report is made of this week, or of one before it.",
                week=found.says,
            )
        )
    return found


def week_of(day: date) -> Days:
    """The week a day lies in, from its Monday to its Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Days(of=ReportOf.WEEK, first=monday, last=monday + 6 * _DAY)


def _refuse_long_ago(day: date) -> None:
    if day.year < _FIRST_YEAR:
        raise Refused(tr("Nothing was done before {year}. Write a later day.", year=_FIRST_YEAR))


def _day_said(text: str, today: date) -> date | None:
    said = " ".join(text.split()).casefold()
    if said in _MEANT_DAYS:
        return today + _MEANT_DAYS[said]
    kept = kept_day(text)
    return date.fromisoformat(kept) if kept else None


def _iso_week(text: str) -> date | None:
    found = _WEEK.fullmatch(text)
    if found is None:
        return None
    try:
        return date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        return None


_DAY = timedelta(days=1)
_SHOWN = 40
# Instants around a day are worked out, which the beginning of the calendar does not have.
_FIRST_YEAR = 2000
_WEEK = re.compile(r"(\d{4})-?w(\d{1,2})", re.ASCII)
_MEANT_DAYS = {"": timedelta(), "today": timedelta(), "yesterday": -_DAY}
_MEANT_WEEKS = {
    "": timedelta(),
    "this week": timedelta(),
    "last week": -7 * _DAY,
}
_LABELS = {
    ReportOf.DAY: tr_later("A day", about="report"),
    ReportOf.WEEK: tr_later("A week", about="report"),
    ReportOf.CAMPAIGN: tr_later("A campaign", about="report"),
}
