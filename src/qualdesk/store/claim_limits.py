"""How much callers of a team may be shown, how much they were, and who came near that."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.claim_limits import LOG_KEPT, USUAL, ClaimAlarm, ClaimLimits, LimitUse, is_near
from qualdesk.core.frozen import frozen
from qualdesk.store.believed import keep
from qualdesk.store.database import Transaction
from qualdesk.store.schema_campaigns import member, workspace
from qualdesk.store.schema_claims import claim_log
from qualdesk.store.schema_team import claim_alarm, claim_limit
from qualdesk.store.team.pace import THINNED_AT_ONCE, USUAL_KEY
from qualdesk.store.team.people import is_team

_NAMES = ("seconds_between", "per_hour", "per_day", "offline")


@frozen
class OwnLimits:
    """What counts for one caller in the place of the usual.

    ``until``: until when, UTC, None for good; ``before`` counts then, None for the usual.
    """

    limits: ClaimLimits
    until: datetime | None = None
    before: ClaimLimits | None = None

    @property
    def lasting(self) -> ClaimLimits | None:
        """What counts once nothing counts for a while any more; None for the usual."""
        return self.limits if self.until is None else self.before


def uses(tx: Transaction) -> tuple[LimitUse, ...]:
    """Where each caller with a login stands, by name; nobody in a file or without a team."""
    if tx.dialect.acts_only or not is_team(tx):
        return ()
    usual, own = usual_limits(tx), _own(tx)
    found = []
    for row in tx.connection.execute(sa.text(_USE)):
        mine = own.get(row.name)
        limits = mine.limits if mine else usual
        near = is_near(limits, row.this_hour, row.today)
        taken = {"this_hour": row.this_hour, "today": row.today, "is_near": near}
        until = mine.until if mine else None
        found.append(LimitUse(caller=row.name, limits=limits, until=until, **taken))
    return tuple(found)


def usual_limits(tx: Transaction) -> ClaimLimits:
    """What counts for everybody of whom nothing else is said."""
    text = tx.connection.scalar(sa.select(workspace.c.value).where(workspace.c.key == USUAL_KEY))
    return ClaimLimits(**{**asdict(USUAL), **json.loads(text)}) if text else USUAL


def keep_usual(tx: Transaction, limits: ClaimLimits) -> None:
    """Let these count for everybody of whom nothing else is said, from now on."""
    keep(tx, USUAL_KEY, json.dumps(asdict(limits)))


def own_limits(tx: Transaction, caller: str) -> OwnLimits | None:
    """What was said of this caller and counts; None where the usual does."""
    return _own(tx).get(caller)


def keep_own(tx: Transaction, caller: str, own: OwnLimits | None, by: str) -> None:
    """Let these count for one caller from now on; None: the usual ones."""
    tx.connection.execute(claim_limit.delete().where(claim_limit.c.caller == caller))
    if own is not None:
        said = {**asdict(own.limits), "caller": caller, "set_by": by, "set_at": tx.now}
        before = asdict(own.before) if own.before else None
        tx.connection.execute(
            claim_limit.insert().values(said | {"until": own.until, "before": before})
        )


def is_known(tx: Transaction, caller: str) -> bool:
    """Whether somebody of that name works here."""
    return tx.connection.scalar(sa.select(member.c.name).where(member.c.name == caller)) is not None


def unseen_alarms(tx: Transaction) -> tuple[ClaimAlarm, ...]:
    """Who came near a limit and no supervisor has seen it, the latest first."""
    query = sa.select(claim_alarm).where(claim_alarm.c.seen_at.is_(None))
    rows = tx.connection.execute(query.order_by(claim_alarm.c.at.desc(), claim_alarm.c.id.desc()))
    return tuple(
        ClaimAlarm(
            at=row.at, caller=row.caller, span=row.span, taken=row.taken, allowed=row.allowed
        )
        for row in rows
    )


def see_alarms(tx: Transaction, by: str, until: datetime) -> int:
    """Note that somebody has seen the alarms up to then (UTC); how many."""
    unseen = (claim_alarm.c.seen_at.is_(None), claim_alarm.c.at <= until)
    seen = claim_alarm.update().where(*unseen).values(seen_by=by, seen_at=tx.now)
    return tx.connection.execute(seen).rowcount


def thin_log(tx: Transaction) -> bool:
    """Forget who was shown which lead where that is long ago, some at a time; whether any went.

    On a team's server the log is nobody's to change: it is asked to, and knows what is old.
    """
    if is_team(tx):
        return bool(tx.connection.scalar(sa.text(_THIN)))
    first = sa.select(claim_log.c.id).where(claim_log.c.at < tx.now - LOG_KEPT)
    some = first.order_by(claim_log.c.id).limit(THINNED_AT_ONCE)
    return bool(tx.connection.execute(claim_log.delete().where(claim_log.c.id.in_(some))).rowcount)


def _own(tx: Transaction) -> dict[str, OwnLimits]:
    rows = tx.connection.execute(sa.select(claim_limit))
    found = {row.caller: _counting(row, tx.now) for row in rows}
    return {caller: own for caller, own in found.items() if own is not None}


def _counting(row: Any, now: datetime) -> OwnLimits | None:
    before = ClaimLimits(**row.before) if row.before else None
    if row.until is not None and row.until <= now:
        return OwnLimits(limits=before) if before else None
    limits = ClaimLimits(**{name: getattr(row, name) for name in _NAMES})
    return OwnLimits(limits=limits, until=row.until, before=before)


_THIN = "SELECT act.pace_thin()"
_USE = """SELECT member.name, taken.this_hour, taken.today
    FROM act.pace_use() AS taken JOIN member ON member.login = taken.login
    ORDER BY member.name"""
