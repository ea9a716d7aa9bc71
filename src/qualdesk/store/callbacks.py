"""Promises: call backs at a time that was agreed, as wall time and zone, and who made them."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.cards import DueCallback, PromisedCall, PromisesKept
from qualdesk.core.day_plan import ON_TIME
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId, CallbackId, CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.times import Promise
from qualdesk.store.acts import act
from qualdesk.store.database import Transaction
from qualdesk.store.members import away_on
from qualdesk.store.quick import quick_row, quick_rows, quick_write
from qualdesk.store.schema_calls import callback
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact

SET, KEPT, DROPPED = "set", "kept", "dropped"
FIXED, OPEN = "fixed", "open"


@frozen
class KeptPromise:
    """A promise as it is kept; ``state`` is ``set``, ``kept`` or ``dropped``.

    ``is_fixed``: at a time they named; otherwise no time was agreed and one was chosen.
    ``due_at`` is when the lead was to be called, ``kept_at`` when somebody did, UTC.
    """

    id: CallbackId
    promise: Promise
    owner: str
    state: str
    due_at: datetime
    is_fixed: bool = True
    missed_at: datetime | None = None
    kept_at: datetime | None = None


def promise_call(
    tx: Transaction,
    lead_id: LeadId,
    attempt_id: AttemptId,
    promise: Promise,
    owner: str,
    *,
    kind: str = FIXED,
    remind: timedelta | None = None,
) -> CallbackId:
    """Keep the promise to call at that time; ``owner`` made it and keeps it, if there.

    ``remind`` is how long before it they want to hear of it, None for not at all.
    """
    made = {
        "lead_id": lead_id,
        "attempt_id": attempt_id,
        "kind": kind,
        "wall": promise.wall.isoformat(timespec="minutes"),
        "zone": promise.zone,
        "due_at": promise.at,
        "owner": owner,
        "remind_at": None if remind is None else promise.at - remind,
    }
    return CallbackId(quick_row(tx, _PROMISE, made).id)


def current_promise(tx: Transaction, lead_id: LeadId) -> KeptPromise | None:
    """The lead's newest promise that was not dropped; None when there is none."""
    row = quick_row(tx, _CURRENT, {"of_lead": lead_id})
    if row is None:
        return None
    promise = Promise(wall=datetime.fromisoformat(row.wall), zone=row.zone)
    return KeptPromise(
        id=CallbackId(row.id),
        promise=promise,
        owner=row.owner,
        state=row.state,
        due_at=row.due_at,
        is_fixed=row.kind == FIXED,
        missed_at=row.missed_at,
        kept_at=row.kept_at,
    )


def promised_calls(
    tx: Transaction, campaign_id: CampaignId | None = None, *, limit: int = 500
) -> tuple[PromisedCall, ...]:
    """The call backs that have not been made yet, the earliest first."""
    mine = () if campaign_id is None else (lead.c.campaign_id == campaign_id,)
    query = _PROMISED.where(*mine).order_by(lead.c.due_at, lead.c.id).limit(limit)
    away = away_on(tx, tx.now.date())
    return tuple(_promised_call(row, tx.now, away) for row in tx.connection.execute(query))


def promised_others(tx: Transaction, owner: str, at: datetime, but: LeadId) -> int:
    """How many other people this caller promised a call at that very time (UTC)."""
    found = quick_rows(tx, _PROMISED_OTHERS, {"by": owner, "at": at, "but": but})
    return len(found)


def own_promises(tx: Transaction, owner: str, until: datetime) -> list[Any]:
    """This caller's promises that are due by then (UTC), or to be reminded of, in nobody's hands.

    Rows with lead_id, name, zone, due_at, grace_seconds, the earliest first.
    """
    asked = {"caller": owner, "now": tx.now}
    rows = [
        *quick_rows(tx, _OWN_DUE, {**asked, "until": until}),
        *quick_rows(tx, _OWN_REMINDED, asked),
    ]
    found = {row.id: row for row in rows}
    return sorted(found.values(), key=lambda row: (row.due_at, row.id))


def promises_kept(tx: Transaction, campaign_id: CampaignId | None = None) -> PromisesKept:
    """How many promises at a named time are ahead, due, kept, kept on time, and missed."""
    mine = () if campaign_id is None else (lead.c.campaign_id == campaign_id,)
    query = (
        sa.select(
            callback.c.state, callback.c.due_at, callback.c.kept_at, callback.c.missed_at,
            campaign.c.grace_seconds,
        )
        .join_from(callback, lead, lead.c.id == callback.c.lead_id)
        .join(campaign, campaign.c.id == lead.c.campaign_id)
        .where(callback.c.kind == FIXED, *mine)
    )  # fmt: skip
    counts: Counter[str] = Counter()
    for row in tx.connection.execute(query):
        late = (row.kept_at or tx.now) - row.due_at
        is_over = row.state == SET and late >= timedelta(seconds=row.grace_seconds)
        counts["missed"] += row.missed_at is not None or is_over
        counts["kept"] += row.state == KEPT
        counts["on_time"] += row.state == KEPT and row.kept_at is not None and late <= ON_TIME
        counts["due"] += row.state == SET and row.due_at <= tx.now
        counts["ahead"] += row.state == SET and row.due_at > tx.now
    return PromisesKept(**counts)


def keep_promises(tx: Transaction, lead_id: LeadId) -> None:
    """The lead is called now: promises whose time has come are kept, late or not."""
    _note_missed(tx, _late_of(tx, lead_id))
    quick_write(tx, _KEEP, {"of_lead": lead_id, "now": tx.now})


def reopen_promise(tx: Transaction, lead_id: LeadId) -> None:
    """The call for it came to nothing before anybody answered: the newest promise stands again."""
    quick_write(tx, _REOPEN, {"of_lead": lead_id})


def drop_promises(tx: Transaction, lead_id: LeadId) -> None:
    """Something else was settled: promises not yet kept no longer stand."""
    _note_missed(tx, _late_of(tx, lead_id))
    quick_write(tx, _DROP, {"of_lead": lead_id})


def note_missed(tx: Transaction) -> int:
    """Write down which promises nobody kept in time, each once; how many."""
    return _note_missed(tx, quick_rows(tx, _LATE, {"now": tx.now}))


def _late_of(tx: Transaction, lead_id: LeadId) -> list[Any]:
    return quick_rows(tx, _LATE_OF, {"now": tx.now, "of_lead": lead_id})


def _note_missed(tx: Transaction, late: Iterable[Any]) -> int:
    missed = 0
    for row in late:
        until = row.due_at + timedelta(seconds=row.grace_seconds)
        if until <= tx.now:
            missed += quick_write(tx, _MISS, {"promise": row.id, "until": until})
    return missed


def _promised_call(row: Any, now: datetime, away: Collection[str]) -> PromisedCall:
    late = max(now - row.due_at, timedelta())
    owner = row.callback_owner
    return PromisedCall(
        lead_id=LeadId(row.lead_id),
        campaign_id=CampaignId(row.campaign_id),
        name=row.name,
        company=row.company or "",
        callback=DueCallback(
            promise=Promise(wall=datetime.fromisoformat(row.wall), zone=row.zone),
            owner=owner,
            is_fixed=row.kind == FIXED,
            late=late,
            is_missed=row.missed_at is not None or late >= timedelta(seconds=row.grace_seconds),
        ),
        due_at=row.lead_due_at,
        is_due=row.lead_due_at <= now,
        owner_is_away=owner in away,
    )


# Built once: every call begins and ends with some of these.
_OF_LEAD = callback.c.lead_id == sa.bindparam("of_lead")
_NOW: sa.BindParameter[datetime] = sa.bindparam("now")
_LATE = (
    sa.select(callback.c.id, callback.c.due_at, campaign.c.grace_seconds)
    .join_from(callback, lead, lead.c.id == callback.c.lead_id)
    .join(campaign, campaign.c.id == lead.c.campaign_id)
    .where(callback.c.state == SET, callback.c.missed_at.is_(None), callback.c.due_at <= _NOW)
    .where(callback.c.kind == FIXED)
)
_LATE_OF = _LATE.where(_OF_LEAD)
_SET_OF = callback.update().where(_OF_LEAD, callback.c.state == SET)
_KEEP = act(
    "keep_promises",
    _SET_OF.where(callback.c.due_at <= _NOW).values(state=KEPT, kept_at=_NOW),
)
_DROP = act("drop_promises", _SET_OF.values(state=DROPPED))
_MADE = ("lead_id", "attempt_id", "kind", "wall", "zone", "due_at", "owner", "remind_at")
_PROMISE = act(
    "promise_call",
    callback.insert().values({name: sa.bindparam(name) for name in _MADE}).returning(callback.c.id),
)
_NEWEST_KEPT = sa.select(sa.func.max(callback.c.id)).where(_OF_LEAD, callback.c.state == KEPT)
_REOPEN = act(
    "reopen_promise",
    callback.update()
    .where(callback.c.id == _NEWEST_KEPT.scalar_subquery())
    .values(state=SET, kept_at=sa.null()),
)
_MISS = act(
    "miss_promise",
    callback.update()
    .where(callback.c.id == sa.bindparam("promise"), callback.c.state == SET)
    .values(missed_at=sa.bindparam("until")),
)
_PROMISED = (
    sa.select(
        callback,
        lead.c.campaign_id,
        lead.c.callback_owner,
        lead.c.due_at.label("lead_due_at"),
        contact.c.name,
        company.c.name.label("company"),
        campaign.c.grace_seconds,
    )
    .join_from(callback, lead, lead.c.id == callback.c.lead_id)
    .join(campaign, campaign.c.id == lead.c.campaign_id)
    .join(contact, contact.c.id == lead.c.contact_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
    .where(callback.c.state == SET, lead.c.state == Bucket.CALLBACK.value)
)
_OWN = (
    sa.select(
        callback.c.id,
        callback.c.lead_id,
        contact.c.name,
        callback.c.zone,
        callback.c.due_at,
        campaign.c.grace_seconds,
    )
    .join_from(callback, lead, lead.c.id == callback.c.lead_id)
    .join(campaign, campaign.c.id == lead.c.campaign_id)
    .join(contact, contact.c.id == lead.c.contact_id)
    .where(
        sa.or_(lead.c.claimed_by.is_(None), lead.c.claim_until <= _NOW),
        lead.c.callback_owner == sa.bindparam("caller"),
        lead.c.state == sa.literal_column("'callback'"),
        callback.c.state == sa.literal_column("'set'"),
        callback.c.kind == sa.literal_column("'fixed'"),
    )
)
# Two looks, each by its own index: one with an "or" would walk every promise there is. What
# somebody promised is theirs to read, and no more of it than this.
_OWN_DUE = act(
    "own_promises_due",
    _OWN.where(callback.c.due_at <= sa.bindparam("until"), lead.c.due_at <= sa.bindparam("until")),
    beyond=True,
)
_OWN_REMINDED = act("own_promises_reminded", _OWN.where(callback.c.remind_at <= _NOW), beyond=True)
_PROMISED_OTHERS = sa.select(callback.c.lead_id).where(
    callback.c.due_at == sa.bindparam("at", type_=callback.c.due_at.type),
    callback.c.state == sa.literal_column("'set'"),
    callback.c.owner == sa.bindparam("by"),
    callback.c.lead_id != sa.bindparam("but"),
)
_CURRENT = (
    sa.select(callback)
    .where(callback.c.lead_id == sa.bindparam("of_lead"), callback.c.state != DROPPED)
    .order_by(callback.c.id.desc())
    .limit(1)
)
