"""Schedules of reports and their runs, as they are kept."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.report_periods import ReportOf
from qualdesk.core.report_schedules import (
    AGAIN,
    BROKEN_OFF,
    MOST_TRIES,
    Fault,
    Run,
    RunId,
    RunState,
    Schedule,
    ScheduleId,
)
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_reports import report_run, report_schedule


@frozen
class Came:
    """What came of a try: nothing wrong, or a fault with its values; what is there by now."""

    fault: Fault = Fault.NONE
    fault_of: Mapping[str, str]
    files: tuple[str, ...] = ()
    mailed: tuple[str, ...] = ()


def add_schedule(tx: Transaction, plan: Schedule) -> Schedule:
    """Keep a new schedule; its number and its beginning are given here."""
    new_id = tx.connection.scalar(
        report_schedule.insert()
        .values(
            of=plan.of.value,
            campaign_id=plan.campaign,
            wall=f"{plan.at:%H:%M}",
            zone=plan.zone,
            weekday=plan.weekday,
            folder=plan.folder,
            kinds=list(plan.kinds),
            mail=list(plan.mail),
            is_on=True,
            made_by=plan.made_by,
            made_at=tx.now,
            counts_from=tx.now,
        )
        .returning(report_schedule.c.id)
    )
    return schedule(tx, ScheduleId(new_id))


def schedules(tx: Transaction) -> tuple[Schedule, ...]:
    """All that were not removed, in the order they were made."""
    query = _SCHEDULES.where(report_schedule.c.removed_at.is_(None))
    rows = tx.connection.execute(query.order_by(report_schedule.c.id))
    return tuple(_schedule(row) for row in rows)


def schedule(tx: Transaction, schedule_id: ScheduleId, *, removed: bool = False) -> Schedule:
    """The schedule of that number; with ``removed`` one that was taken away.

    Raises:
        NotFound: there is none.
    """
    was = report_schedule.c.removed_at
    which = was.is_not(None) if removed else was.is_(None)
    row = tx.connection.execute(
        _SCHEDULES.where(report_schedule.c.id == schedule_id, which)
    ).first()
    if row is None:
        raise NotFound(tr("There is no schedule with the number {number}.", number=schedule_id))
    return _schedule(row)


def switch(tx: Transaction, schedule_id: ScheduleId, *, is_on: bool) -> None:
    """Switch it on or off. What was due while it was off is not made up for."""
    values: dict[str, Any] = {"is_on": is_on}
    if is_on:
        values["counts_from"] = tx.now
    _change(tx, schedule_id, values)


def remove(tx: Transaction, schedule_id: ScheduleId) -> None:
    """Take it away; it can be put back."""
    _change(tx, schedule_id, {"removed_at": tx.now})


def put_back(tx: Transaction, schedule_id: ScheduleId) -> None:
    """Let it be there again as it was."""
    _change(tx, schedule_id, {"removed_at": None})


def runs(tx: Transaction, schedule_id: ScheduleId, limit: int) -> tuple[Run, ...]:
    """Its last runs, the newest first."""
    query = (
        sa.select(report_run)
        .where(report_run.c.schedule_id == schedule_id)
        .order_by(report_run.c.due_at.desc())
        .limit(limit)
    )
    return tuple(_run(row) for row in tx.connection.execute(query))


def begin_run(tx: Transaction, schedule_id: ScheduleId, due_at: datetime, days: str) -> Run | None:
    """Begin the run of that time; None when somebody else makes it, or it is made or given up.

    A run that failed is begun again when its next try is due, one that was cut off after a while.
    """
    values = {"state": RunState.MAKING.value, "began_at": tx.now, "days": days}
    begun = tx.connection.scalar(
        tx.dialect.insert(report_run)
        .values(
            **values, schedule_id=schedule_id, due_at=due_at, tries=1,
            fault_of={}, files=[], mailed=[],
        )
        .on_conflict_do_nothing(index_elements=["schedule_id", "due_at"])
        .returning(report_run.c.id)
    )  # fmt: skip
    if begun is not None:
        # What was tried for a time before is not tried again: this is the newer report.
        older = report_run.update().where(
            report_run.c.schedule_id == schedule_id, report_run.c.due_at < due_at
        )
        tx.connection.execute(older.values(next_at=None))
    else:
        begun = _begun_again(tx, schedule_id, due_at, values)
    if begun is None:
        return None
    return load_run(tx, RunId(begun))


def _begun_again(
    tx: Transaction, schedule_id: ScheduleId, due_at: datetime, values: Mapping[str, Any]
) -> int | None:
    """The number of a run that was there and is begun anew; None when it is not its time."""
    this = report_run.c.schedule_id == schedule_id
    cut_off = sa.and_(
        report_run.c.state == RunState.MAKING, report_run.c.began_at <= tx.now - BROKEN_OFF
    )
    # What brings the program down each time is not begun for ever.
    given_up = report_run.update().where(this, cut_off, report_run.c.tries >= MOST_TRIES)
    tx.connection.execute(
        given_up.values(state=RunState.FAILED.value, ended_at=tx.now, next_at=None)
    )
    has_failed = sa.and_(report_run.c.state == RunState.FAILED, report_run.c.next_at <= tx.now)
    begun: int | None = tx.connection.scalar(
        report_run.update()
        .where(this, report_run.c.due_at == due_at, sa.or_(has_failed, cut_off))
        .values(**values, tries=report_run.c.tries + 1)
        .returning(report_run.c.id)
    )
    return begun


def end_run(tx: Transaction, run: Run, came: Came) -> None:
    """Write down what came of it, and when it is tried again."""
    has_failed = came.fault is not Fault.NONE
    may_again = has_failed and run.tries < MOST_TRIES and came.fault is not Fault.NO_CAMPAIGN
    tx.connection.execute(
        report_run.update()
        .where(report_run.c.id == run.id, report_run.c.tries == run.tries)
        .values(
            state=(RunState.FAILED if has_failed else RunState.MADE).value,
            ended_at=tx.now,
            next_at=tx.now + AGAIN * run.tries if may_again else None,
            fault=came.fault.value,
            fault_of=dict(came.fault_of),
            files=list(came.files),
            mailed=list(came.mailed),
        )
    )


def note_mailed(tx: Transaction, run: Run, mailed: Sequence[str]) -> None:
    """Write down who was sent it by now, while the rest is not sent yet."""
    this = (report_run.c.id == run.id, report_run.c.tries == run.tries)
    tx.connection.execute(report_run.update().where(*this).values(mailed=list(mailed)))


def load_run(tx: Transaction, number: RunId) -> Run:
    """A run as it stands."""
    query = sa.select(report_run).where(report_run.c.id == number)
    return _run(tx.connection.execute(query).one())


def _change(tx: Transaction, schedule_id: ScheduleId, values: Mapping[str, Any]) -> None:
    tx.connection.execute(
        report_schedule.update().where(report_schedule.c.id == schedule_id).values(**values)
    )


def _schedule(row: Any) -> Schedule:
    return Schedule(
        id=ScheduleId(row.id),
        of=ReportOf(row.of),
        campaign=None if row.campaign_id is None else CampaignId(row.campaign_id),
        campaign_name=row.campaign_name or "",
        at=time.fromisoformat(row.wall),
        zone=row.zone,
        weekday=row.weekday,
        folder=row.folder,
        kinds=tuple(row.kinds),
        mail=tuple(row.mail),
        is_on=row.is_on,
        made_by=row.made_by,
        counts_from=row.counts_from,
    )


def _run(row: Any) -> Run:
    return Run(
        id=RunId(row.id),
        schedule=ScheduleId(row.schedule_id),
        due_at=row.due_at,
        state=RunState(row.state),
        tries=row.tries,
        days=row.days,
        ended_at=row.ended_at,
        next_at=row.next_at,
        fault=Fault(row.fault),
        fault_of=row.fault_of,
        files=tuple(row.files),
        mailed=tuple(row.mailed),
    )


_SCHEDULES = sa.select(report_schedule, campaign.c.name.label("campaign_name")).join_from(
    report_schedule, campaign, campaign.c.id == report_schedule.c.campaign_id, isouter=True
)
