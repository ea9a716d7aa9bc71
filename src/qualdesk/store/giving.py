"""Leads a supervisor gives to a caller, or takes from one; and those that callers pass over."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.wording import tr
from qualdesk.store.acts import act
from qualdesk.store.clients import refuse_others
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row, quick_write
from qualdesk.store.schema_calls import attempt, callback
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import contact

SKIPPED = "skipped"
"""What is kept as the outcome of a lead that its caller did not want to call."""
_SET = "set"


@frozen
class Given:
    """Whom a lead is given to at the moment, by whom and for how long; empty names for nobody.

    ``owner`` is whose promise it is, and ``holder`` who has it in hand; ``next_of`` is who keeps it
    as their next, by the hold with that ``token``.
    """

    lead_id: LeadId
    state: Bucket
    to: str
    by: str
    until: datetime | None
    owner: str
    holder: str
    due_at: datetime | None
    kept_out: str
    next_of: str = ""
    token: int = 0


@frozen
class PassedOver:
    """A lead that callers gave back without dialling.

    Attributes:
        callers: who skipped it since it was last dialled, in the order of their first time.
        times: how often, all together.
        reasons: what they said, the last first.
    """

    lead_id: LeadId
    name: str
    callers: tuple[str, ...]
    times: int
    reasons: tuple[str, ...]
    last_at: datetime


def given(tx: Transaction, lead_id: LeadId) -> Given:
    """Whom a lead is given to; nobody else changes it before the transaction ends.

    Raises:
        NotFound: there is no such lead.
    """
    refuse_others(tx, lead_id)
    row = quick_row(tx, _HELD, {"lead_id": lead_id})
    if row is None:
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))
    is_held = row.claimed_by is not None and row.claim_kind != "undo" and row.claim_until > tx.now
    return Given(
        lead_id=lead_id,
        state=Bucket(row.state),
        to=row.pushed_to,
        by=row.pushed_by,
        until=row.pushed_until,
        owner=row.callback_owner,
        holder=row.claimed_by if is_held else "",
        due_at=row.due_at if row.state == Bucket.CALLBACK.value else None,
        kept_out=row.kept_out,
        next_of=row.claimed_by if row.claimed_by and row.claim_kind == "next" else "",
        token=row.claim_token,
    )


def give(tx: Transaction, lead_id: LeadId, *, to: str, by: str, until: datetime) -> None:
    """Let ``to`` be offered this lead next, and nobody else before ``until``.

    A promise is theirs to keep from now on. A lead kept for undo is let go.
    """
    tx.connection.execute(
        lead.update()
        .where(lead.c.id == lead_id)
        .values(
            pushed_to=to,
            pushed_by=by,
            pushed_until=until,
            wake_at=None,
            ready=lead.c.state == Bucket.WAITING.value,
            callback_owner=sa.case((_IS_PROMISED, to), else_=lead.c.callback_owner),
            claimed_by=None,
            claim_kind=None,
            claim_slot=0,
            claim_until=None,
        )
    )
    _own(tx, lead_id, to)


def give_to_nobody(tx: Transaction, lead_id: LeadId, owner: str) -> None:
    """Take back that a lead was given; a promise is ``owner``'s again."""
    tx.connection.execute(
        lead.update()
        .where(lead.c.id == lead_id)
        .values(
            **NOBODY, callback_owner=sa.case((_IS_PROMISED, owner), else_=lead.c.callback_owner)
        )
    )
    _own(tx, lead_id, owner)


def keep(tx: Transaction, lead_id: LeadId, caller: str, until: datetime) -> None:
    """Let somebody be offered next what is with them, as :func:`give` does; nobody gave it."""
    quick_write(tx, _KEEP, {"of_lead": lead_id, "caller": caller, "until_then": until})
    quick_write(tx, _OWN_PROMISE, {"of_lead": lead_id, "caller": caller})


def give_up(tx: Transaction, lead_id: LeadId, caller: str) -> None:
    """Let anybody keep what this caller promised."""
    quick_write(tx, _GIVE_UP, {"of_lead": lead_id, "caller": caller})
    for free in (_FREE_OWN_PROMISE, _FREE_PROMISE):
        quick_write(tx, free, {"of_lead": lead_id, "caller": caller})


def passed_over(
    tx: Transaction, campaign_id: CampaignId | None = None, *, callers: int, limit: int
) -> tuple[PassedOver, ...]:
    """Leads that so many callers skipped since they were last dialled, the most often first."""
    mine = () if campaign_id is None else (lead.c.campaign_id == campaign_id,)
    query = _SKIPS.where(*mine).order_by(attempt.c.lead_id, attempt.c.ended_at)
    of_lead: dict[int, list[Any]] = {}
    for row in tx.connection.execute(query):
        of_lead.setdefault(row.lead_id, []).append(row)
    found = [_passed_over(rows) for rows in of_lead.values()]
    many = [one for one in found if len(one.callers) >= callers]
    return tuple(sorted(many, key=lambda one: (-one.times, one.lead_id))[:limit])


def _own(tx: Transaction, lead_id: LeadId, owner: str) -> None:
    promised = callback.update().where(callback.c.lead_id == lead_id, callback.c.state == _SET)
    tx.connection.execute(promised.values(owner=owner))


def _passed_over(rows: Sequence[Any]) -> PassedOver:
    last = rows[-1]
    reasons = dict.fromkeys(row.reason for row in reversed(rows) if row.reason)
    return PassedOver(
        lead_id=LeadId(last.lead_id),
        name=last.name,
        callers=tuple(dict.fromkeys(row.caller for row in rows)),
        times=len(rows),
        reasons=tuple(reasons),
        last_at=last.ended_at,
    )


NOBODY = {"pushed_to": "", "pushed_by": "", "pushed_until": None}
_IS_PROMISED = lead.c.state == Bucket.CALLBACK.value
# Skipped since somebody last dialled, of leads that may still come up.
_SKIPS = (
    sa.select(
        attempt.c.lead_id, attempt.c.caller, attempt.c.reason, attempt.c.ended_at, contact.c.name
    )
    .join_from(lead, attempt, attempt.c.lead_id == lead.c.id)
    .join(contact, contact.c.id == lead.c.contact_id)
    .where(
        lead.c.last_outcome == SKIPPED,
        lead.c.state.in_([Bucket.WAITING.value, Bucket.CALLBACK.value]),
        attempt.c.outcome == SKIPPED,
        attempt.c.undone_at.is_(None),
        sa.or_(lead.c.last_attempt_at.is_(None), attempt.c.started_at > lead.c.last_attempt_at),
    )
)
# Beyond: a promise is its caller's also while nobody has the lead in hand.
_HELD = act(
    "hold_given_lead",
    sa.select(
        *(
            lead.c[name]
            for name in (
                *("state", "pushed_to", "pushed_by", "pushed_until", "callback_owner", "due_at"),
                *("claimed_by", "claim_kind", "claim_until", "claim_token", "kept_out"),
            )
        )
    )
    .where(lead.c.id == sa.bindparam("lead_id"))
    .with_for_update(),
    beyond=True,
)
_CALLER = sa.bindparam("caller", type_=sa.Text())
_OF_LEAD = sa.bindparam("of_lead", type_=sa.Integer())
_KEEP = act(
    "keep_for_oneself",
    lead.update()
    .where(lead.c.id == _OF_LEAD)
    .values(
        pushed_to=_CALLER,
        pushed_by="",
        pushed_until=sa.bindparam("until_then"),
        wake_at=sa.null(),
        ready=lead.c.state == Bucket.WAITING.value,
        callback_owner=sa.case((_IS_PROMISED, _CALLER), else_=""),
        claimed_by=sa.null(),
        claim_kind=sa.null(),
        claim_slot=0,
        claim_until=sa.null(),
    ),
)
_GIVE_UP = act(
    "give_promise_up",
    lead.update()
    .where(lead.c.id == _OF_LEAD, lead.c.callback_owner == _CALLER)
    .values(
        pushed_to="",
        pushed_by="",
        pushed_until=sa.null(),
        callback_owner=sa.case((_IS_PROMISED, ""), else_=lead.c.callback_owner),
    ),
    beyond=True,
)
_PROMISED = callback.update().where(callback.c.lead_id == _OF_LEAD, callback.c.state == _SET)
_OWN_PROMISE = act("keep_promise_oneself", _PROMISED.values(owner=_CALLER))
_FREE_PROMISE = act("open_promise", _PROMISED.values(owner=""))
_FREE_OWN_PROMISE = act(
    "open_own_promise",
    _PROMISED.where(callback.c.owner == _CALLER).values(owner=""),
    beyond=True,
)
