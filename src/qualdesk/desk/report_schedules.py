"""Reports that are made by themselves: arranged by a supervisor, made by the keeper when due."""

import errno
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime, time
from html import escape
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import NotFound, NotSent, Refused, WorkspaceUnusable
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.mails import Attachment, Outgoing, mail_address
from qualdesk.core.report_periods import Days, ReportOf
from qualdesk.core.report_schedules import Fault, Run, Schedule, ScheduleId
from qualdesk.core.report_tables import says_of, title_of
from qualdesk.core.reports import Report
from qualdesk.core.times import is_zone
from qualdesk.core.wording import english, tr
from qualdesk.desk.notifying import Notifying
from qualdesk.desk.reports import KINDS, Reports, content_of, file_name
from qualdesk.files.whole_files import write_whole
from qualdesk.store import campaigns as kept_campaigns
from qualdesk.store import report_schedules as kept
from qualdesk.store.database import Store
from qualdesk.store.history import note


@frozen
class ScheduleKept:
    """A schedule as it stands after something was done to it; ``next_at`` is None when off."""

    schedule: Schedule
    next_at: datetime | None
    says: str
    changes: Changes = NO_CHANGES


@frozen
class Scheduled:
    """A schedule as a list shows it: when it is due next, UTC, and its last runs, newest first."""

    schedule: Schedule
    next_at: datetime | None
    runs: tuple[Run, ...]


class ReportSchedules:
    """Schedules of reports. Whoever keeps the clock makes what is due, each once."""

    def __init__(self, store: Store, clock: Clock, caller: str, notifying: Notifying) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller
        self._notifying = notifying
        self._reports = Reports(store, clock, caller)

    def add(
        self,
        of: ReportOf,
        folder: Path | str,
        *,
        at: time,
        zone: str = "",
        weekday: int = 0,
        campaign: str | CampaignId | None = None,
        kinds: Sequence[str] = (".pdf",),
        mail: Sequence[str] = (),
    ) -> ScheduleKept:
        """Make a report by itself from now on, into a folder that is there.

        ``at`` is on the clock of ``zone``, the campaign's unless said; ``weekday`` is a week's,
        Monday 0.

        Raises:
            NotFound: there is no such campaign.
            Refused: the folder is not there, the zone or an address is none, or it is neither a
                day's nor a week's.
        """
        place = Path(folder).expanduser().absolute()
        _check(of, place, zone, kinds)
        plan = Schedule(
            id=ScheduleId(0),
            of=of,
            campaign=None,
            campaign_name="",
            at=at.replace(second=0, microsecond=0),
            zone=zone,
            weekday=weekday,
            folder=str(place),
            kinds=tuple(kinds),
            mail=tuple(mail_address(one) for one in mail),
            is_on=True,
            made_by=self._caller,
            counts_from=self._clock.now(),
        )
        return self._keep(plan, campaign)

    def _keep(self, plan: Schedule, campaign: str | CampaignId | None) -> ScheduleKept:
        with self._store.transaction() as tx:
            if campaign is not None:
                found = kept_campaigns.the_campaign(tx, campaign)
                plan = replace(plan, campaign=found.id, zone=plan.zone or found.window.zone)
            # Of all campaigns the clock of the newest says what day it is.
            newest = next(iter(kept_campaigns.campaigns(tx)), None)
            zone = plan.zone or (newest.window.zone if newest else "UTC")
            made = kept.add_schedule(tx, replace(plan, zone=zone))
            note(tx, self._caller, "made a schedule", "report_schedule", made.id)
            return _kept(made, tx.now)

    def all(self, *, runs: int = 5) -> tuple[Scheduled, ...]:
        """All schedules, each with its last runs."""
        with self._store.reading() as tx:
            return tuple(
                Scheduled(
                    schedule=one,
                    next_at=one.next_due(tx.now) if one.is_on else None,
                    runs=kept.runs(tx, one.id, runs),
                )
                for one in kept.schedules(tx)
            )

    def switch(self, schedule_id: ScheduleId, *, is_on: bool) -> ScheduleKept:
        """Switch a schedule on or off. What is due while it is off is not made up for.

        Raises:
            NotFound: there is no such schedule.
        """
        with self._store.transaction() as tx:
            kept.schedule(tx, schedule_id)
            kept.switch(tx, schedule_id, is_on=is_on)
            what = "switched a schedule on" if is_on else "switched a schedule off"
            note(tx, self._caller, what, "report_schedule", schedule_id)
            return _kept(kept.schedule(tx, schedule_id), tx.now)

    def remove(self, schedule_id: ScheduleId) -> ScheduleKept:
        """Take a schedule away; :meth:`put_back` undoes it. Files it wrote stay.

        Raises:
            NotFound: there is no such schedule.
        """
        with self._store.transaction() as tx:
            found = kept.schedule(tx, schedule_id)
            kept.remove(tx, schedule_id)
            note(tx, self._caller, "removed a schedule", "report_schedule", schedule_id)
        says = tr("{what} is not made by itself any more.", what=found.what)
        return ScheduleKept(schedule=found, next_at=None, says=says)

    def put_back(self, schedule_id: ScheduleId) -> ScheduleKept:
        """Let a schedule that was taken away be there again, with what came of its runs.

        Raises:
            NotFound: none of that number was taken away.
        """
        with self._store.transaction() as tx:
            kept.schedule(tx, schedule_id, removed=True)
            kept.put_back(tx, schedule_id)
            note(tx, self._caller, "put a schedule back", "report_schedule", schedule_id)
            return _kept(kept.schedule(tx, schedule_id), tx.now)

    def make_due(self) -> tuple[Run, ...]:
        """Make what is due and not made yet; what came of each.

        However many keepers there are, a run is made by one. Of several that were missed the
        newest is made. Nothing is held while a report is counted, written or sent. One that
        cannot be made keeps no other from being made; what was wrong is raised when all are
        done, and that run is begun again after a while.
        """
        with self._store.reading() as tx:
            now = tx.now
            due = [
                (one, at)
                for one in kept.schedules(tx)
                if one.is_on and (at := one.last_due(now)) is not None
            ]
            due = [(one, at) for one, at in due if not _is_settled(kept.runs(tx, one.id, 1), at)]
        made: list[Run] = []
        with ExitStack() as whatever_fails:
            for one, at in reversed(due):
                whatever_fails.callback(self._make, one, at, made)
        return tuple(made)

    def _make(self, schedule: Schedule, due: datetime, made: list[Run]) -> None:
        days = schedule.days_of(due)
        with self._store.transaction() as tx:
            run = kept.begin_run(tx, schedule.id, due, days.key)
        if run is None:
            return
        came = self._came(schedule, run, days)
        with self._store.transaction() as tx:
            kept.end_run(tx, run, came)
            made.append(kept.load_run(tx, run.id))

    def _came(self, schedule: Schedule, run: Run, days: Days) -> kept.Came:
        """Count, write and send; what came of it."""
        try:
            report = self._report(schedule, days)
        except NotFound:
            return kept.Came(fault=Fault.NO_CAMPAIGN, fault_of={})
        except WorkspaceUnusable:
            return kept.Came(fault=Fault.WORKSPACE, fault_of={}, files=run.files, mailed=run.mailed)
        contents = {file_name(report, one): content_of(report, one) for one in schedule.kinds}
        folder = Path(schedule.folder)
        for name, content in contents.items():
            try:
                write_whole(folder / name, content)
            except OSError as error:
                where = {"folder": schedule.folder, "file": name}
                fault = Fault.NO_FOLDER if not folder.is_dir() else _fault_of(error)
                return kept.Came(fault=fault, fault_of=where, mailed=run.mailed)
        return self._sent(schedule, run, report, contents)

    def _report(self, schedule: Schedule, days: Days) -> Report:
        return self._reports.made(days, schedule.campaign, schedule.zone)

    def _sent(
        self, schedule: Schedule, run: Run, report: Report, contents: dict[str, bytes]
    ) -> kept.Came:
        """Send the mails that were not sent yet; each is noted before the next one goes."""
        mailed, unsent = [*run.mailed], ""
        left = [one for one in schedule.mail if one not in mailed]
        if self._notifying.account is None:
            return _after_mails(Fault.NO_MAIL, "".join(left[:1]), contents, mailed)
        for address in left:
            try:
                self._notifying.send(_mail(run, report, address, contents, self._clock.now()))
            except (NotSent, Refused) as error:
                unsent = unsent or address
                if isinstance(error, NotSent) and error.is_for_all:
                    break
            else:
                mailed.append(address)
                with self._store.transaction() as tx:
                    kept.note_mailed(tx, run, mailed)
        return _after_mails(Fault.NOT_SENT, unsent, contents, mailed)


def _after_mails(
    fault: Fault, unsent: str, files: Iterable[str], mailed: Iterable[str]
) -> kept.Came:
    """What came of a run whose files are written; ``unsent`` is who was not sent it, if anybody."""
    return kept.Came(
        fault=fault if unsent else Fault.NONE,
        fault_of={"address": unsent} if unsent else {},
        files=tuple(files),
        mailed=tuple(mailed),
    )


def _check(of: ReportOf, place: Path, zone: str, kinds: Sequence[str]) -> None:
    """Refuse what could never be made.

    Raises:
        Refused: with what to do instead.
    """
    if of is ReportOf.CAMPAIGN:
        raise Refused(tr("A day or a week can be made by itself. Choose one of them."))
    if not place.is_dir():
        raise Refused(tr("The folder {folder} is not there. Make it first.", folder=str(place)))
    if zone and not is_zone(zone):
        raise Refused(tr("There is no time zone called “{zone}”.", zone=zone))
    if not kinds or not set(kinds) <= set(KINDS):
        raise Refused(tr("A report is a .pdf or a .xlsx. Give it one of these endings."))


def _kept(schedule: Schedule, now: datetime) -> ScheduleKept:
    next_at = schedule.next_due(now) if schedule.is_on else None
    return ScheduleKept(schedule=schedule, next_at=next_at, says=schedule.says)


def _is_settled(last: Sequence[Run], due: datetime) -> bool:
    """Whether nothing need be begun: the run of that time is made. A look before writing."""
    return any(run.due_at == due and run.state == "made" for run in last)


def _fault_of(error: OSError) -> Fault:
    return _FAULTS.get(error.errno or 0, Fault.NOT_WRITTEN)


@english()
def _mail(
    run: Run, report: Report, address: str, contents: dict[str, bytes], at: datetime
) -> Outgoing:
    """The mail of a report; the same name each time it is tried, so that it is shown once."""
    lines = [title_of(report), "", *says_of(report)]
    domain = address.rpartition("@")[2]
    name = uuid5(NAMESPACE_URL, f"qualdesk report {run.schedule} {run.due_at} {address}")
    return Outgoing(
        name="",
        address=address,
        subject=f"{title_of(report)}, {report.days.says}",
        text="\n".join(lines) + "\n",
        html="".join(f"<p>{escape(one)}</p>" for one in lines if one),
        message_id=f"<{name}@{domain}>",
        at=at,
        attachments=tuple(
            Attachment(name=file, kind=_MEDIA[Path(file).suffix], content=content)
            for file, content in contents.items()
        ),
    )


_FAULTS = {
    errno.ENOENT: Fault.NO_FOLDER,
    errno.ENOTDIR: Fault.NO_FOLDER,
    errno.EACCES: Fault.NOT_ALLOWED,
    errno.EPERM: Fault.NOT_ALLOWED,
    errno.EROFS: Fault.NOT_ALLOWED,
    errno.ENOSPC: Fault.NO_ROOM,
}
_MEDIA = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
