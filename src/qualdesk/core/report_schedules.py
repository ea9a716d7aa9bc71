"""Reports that are made by themselves: when they are due, of which days, what came of each run."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NewType

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.report_periods import Days, ReportOf, week_of
from qualdesk.core.times import instant_of, local_time, place_of, time_words, weekday_name
from qualdesk.core.wording import listed, tr, tr_later, tr_n

ScheduleId = NewType("ScheduleId", int)
RunId = NewType("RunId", int)

WORKING_DAYS = range(5)
"""Monday to Friday: on these a day's report is made."""
AGAIN = timedelta(minutes=15)
"""After a run that failed the next try waits so long, each time once more."""
MOST_TRIES = 5
BROKEN_OFF = timedelta(minutes=30)
"""A run that was begun so long ago and has not ended was cut off: it is begun again."""


class RunState(StrEnum):
    """How a run stands."""

    MAKING = "making"
    MADE = "made"
    FAILED = "failed"


class Fault(StrEnum):
    """What can go wrong with a run, as it is kept. What is said of it, :attr:`Run.says` says."""

    NONE = ""
    NO_FOLDER = "no_folder"
    NOT_ALLOWED = "not_allowed"
    NO_ROOM = "no_room"
    NOT_WRITTEN = "not_written"
    NO_CAMPAIGN = "no_campaign"
    NOT_SENT = "not_sent"
    NO_MAIL = "no_mail"
    WORKSPACE = "workspace"


@frozen
class Schedule:
    """A report that is made by itself.

    Attributes:
        of: a day, made each working day; or a week, made on ``weekday``, Monday 0.
        campaign: which one; None is all there are.
        at, zone: the time on the clock of that zone.
        folder: where its files are put; ``kinds`` which files, as ".pdf".
        mail: who gets them by mail.
        counts_from: what was due before is not made, UTC.
    """

    id: ScheduleId
    of: ReportOf
    campaign: CampaignId | None
    campaign_name: str
    at: time
    zone: str
    weekday: int
    folder: str
    kinds: tuple[str, ...]
    mail: tuple[str, ...]
    is_on: bool
    made_by: str
    counts_from: datetime

    @property
    def when(self) -> str:
        """When it is made: "each working day at 18:00 in Berlin"."""
        values = {"time": f"{self.at:%H:%M}", "place": place_of(self.zone)}
        if self.of is ReportOf.DAY:
            return tr("each working day at {time} in {place}", **values)
        return tr(
            "each {weekday} at {time} in {place}", weekday=weekday_name(self.weekday), **values
        )

    @property
    def what(self) -> str:
        """What it is of: "A day of PackTech Expo"."""
        name = self.campaign_name
        if self.of is ReportOf.DAY:
            return tr("Day: {campaign}", campaign=name) if name else tr("Day: all campaigns")
        return tr("Week: {campaign}", campaign=name) if name else tr("Week: all campaigns")

    @property
    def says(self) -> str:
        """All of it in a sentence or two."""
        says = [tr("{what}, {when}.", what=self.what, when=self.when)]
        if not self.is_on:
            says.append(tr("It is switched off."))
        return " ".join(says)

    def last_due(self, now: datetime) -> datetime | None:
        """The newest time at which it was due by then, UTC; None when it was not yet.

        Only that one is made: ten that were missed are one report, not ten.
        """
        today = local_time(now, self.zone).date()
        for back in range(_LOOKED_AT):
            due = self._due_on(today - timedelta(days=back))
            if due is not None and due <= now:
                return due if due >= self.counts_from else None
        return None

    def next_due(self, now: datetime) -> datetime:
        """The next time at which it is due after that, UTC."""
        today = local_time(now, self.zone).date()
        found = (self._due_on(today + timedelta(days=ahead)) for ahead in range(_LOOKED_AT))
        return next(due for due in found if due is not None and due > now)

    def days_of(self, due: datetime) -> Days:
        """The days a run is of.

        A day's report made before noon is of the working day before, later of the day itself. A
        week's is of that week from Friday on, earlier of the week before.
        """
        on = local_time(due, self.zone).date()
        if self.of is ReportOf.WEEK:
            return week_of(on if on.weekday() >= _FRIDAY else on - timedelta(days=7))
        day = on
        if self.at < _NOON:
            day -= timedelta(days=1)
            while day.weekday() not in WORKING_DAYS:
                day -= timedelta(days=1)
        return Days(of=ReportOf.DAY, first=day, last=day)

    def _due_on(self, day: date) -> datetime | None:
        wanted = WORKING_DAYS if self.of is ReportOf.DAY else (self.weekday,)
        if day.weekday() not in wanted:
            return None
        return instant_of(datetime.combine(day, self.at), self.zone)


@frozen
class Run:
    """A run of a schedule at its time, and what came of it. Times are UTC.

    Attributes:
        fault: what went wrong, kept as a code; ``fault_of`` its values.
        next_at: when it is tried again; None when it is not.
        files: the names of what was written into the schedule's folder.
        mailed: who was sent it.
    """

    id: RunId
    schedule: ScheduleId
    due_at: datetime
    state: RunState
    tries: int
    days: str
    ended_at: datetime | None = None
    next_at: datetime | None = None
    fault: Fault = Fault.NONE
    fault_of: Mapping[str, str]
    files: tuple[str, ...] = ()
    mailed: tuple[str, ...] = ()

    def says(self, zone: str, now: datetime) -> str:
        """What came of it in words, times on the clock of the zone."""
        due = time_words(self.due_at, zone, now=now)
        if self.state is RunState.MAKING:
            return tr("{due}: it is being made.", due=due)
        if self.state is RunState.MADE:
            made = tr("{due}: {files} written.", due=due, files=listed(self.files))
            return f"{made} {self._mailed}".strip()
        why = tr(_FAULTS[self.fault], **self.fault_of)
        if self.next_at is None:
            return tr("{due}: {why} It is not tried again.", due=due, why=why)
        again = time_words(self.next_at, zone, now=now)
        return tr("{due}: {why} The next try is at {time}.", due=due, why=why, time=again)

    @property
    def _mailed(self) -> str:
        if not self.mailed:
            return ""
        return tr_n(len(self.mailed), "{n} mail sent.", "{n} mails sent.")


_LOOKED_AT = 15
_FRIDAY = 4
_NOON = time(12)
_FAULTS = {
    Fault.NONE: tr_later("It was not made."),
    Fault.NO_FOLDER: tr_later("The folder {folder} is not there. Make it, or choose another one."),
    Fault.NOT_ALLOWED: tr_later("Nothing may be written into {folder}. Ask whoever owns it."),
    Fault.NO_ROOM: tr_later("The disk with {folder} is full. Make room there."),
    Fault.NOT_WRITTEN: tr_later(
        "{file} could not be written. Close it where it is open, or choose another folder."
    ),
    Fault.NO_CAMPAIGN: tr_later("The campaign is not there any more."),
    Fault.NOT_SENT: tr_later(
        "The files are written, but the mail to {address} was not sent. Look at the mail server "
        "in Settings."
    ),
    Fault.NO_MAIL: tr_later(
        "The files are written, but there is no mail server to send them. Set one in Settings."
    ),
    Fault.WORKSPACE: tr_later("The workspace could not be read then."),
}
