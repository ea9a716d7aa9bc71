"""Taking do-not-call back: whoever nothing else stops stands again where they stood."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from qualdesk.core.ids import LeadId, SuppressionId
from qualdesk.core.lead_words import NO_ENDED
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import TouchpointKind
from qualdesk.core.times import day_words
from qualdesk.core.wording import english, tr_later
from qualdesk.store.acts import CALLER, SALES, act
from qualdesk.store.bulk import chunks
from qualdesk.store.columns import Ago
from qualdesk.store.database import Transaction
from qualdesk.store.house import counts_for
from qualdesk.store.newest_items import stood_by_now
from qualdesk.store.quick import quick_rows, quick_write
from qualdesk.store.schema_calls import suppression
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead, touchpoint
from qualdesk.store.schema_people import company, contact, contact_email, contact_phone
from qualdesk.store.suppression import (
    ERASED,
    LIST_SAYS_NO,
    held_entry,
    keep_stood,
    leave_the_queue,
    stood_of,
)
from qualdesk.store.suppression_sql import DIALABLE, THEIR_PRINTS
from qualdesk.store.suppression_terms import shortest_allowed

Stood = Mapping[str, Any]
LAPSED = tr_later("Kept for its time")


def lift(
    tx: Transaction, suppression_ids: Iterable[SuppressionId], because: str, *, by: str = ""
) -> tuple[LeadId, ...]:
    """Take a do-not-call back; the leads it moved stand again where they stood. Which ones.

    What sales said of them meanwhile, or a rule did, counts: they stand where that put them.

    A lead that another do-not-call covers stays where it is; how it stood is handed to that
    one, so that the last to be lifted brings it back.

    ``by`` is who takes back what they wrote down themselves these ten seconds: what they wrote
    before then, or somebody else, stands.
    """
    way = _OWN_WAY if by else _WAY
    who = {"now": tx.now, "caller": by}
    stood: dict[LeadId, Stood] = {}
    for some in chunks(sorted(set(suppression_ids))):
        for row in quick_rows(tx, way.hold, {**who, "entries": some}):
            for one in row.stood or ():
                stood.setdefault(LeadId(one["id"]), one)
        quick_write(tx, way.lift, {**who, "entries": some, "because": because})
    covered = _hand_over(tx, stood)
    back = _still_stopped(tx, [lead_id for lead_id in stood if lead_id not in covered])
    if back:
        by_now = stood_by_now(tx, {one: stood[one] for one in back})
        for one in back:
            quick_write(tx, way.stand_again, {**who, **_stood_values(by_now[one])})
    return back


def lapse_some(tx: Transaction, at_most: int) -> tuple[LeadId, ...] | None:
    """End what has been kept for its time; the leads that stand again where they stood.

    None when nothing is due. Whoever said no again since stays where they are. A rule that came
    later and asks for longer is obeyed as well. What was said is shown with the lead.
    """
    rows = tx.connection.execute(_DUE, {"now": tx.now, "at_most": at_most}).all()
    if not rows:
        return None
    least = shortest_allowed(tx)
    of_time: defaultdict[datetime, list[SuppressionId]] = defaultdict(list)
    for row in rows:
        of_time[row.at].append(SuppressionId(row.id))
    back: list[LeadId] = []
    for at, ids in of_time.items():
        if at + least > tx.now:
            longer = suppression.update().where(suppression.c.id.in_(ids))
            tx.connection.execute(longer.values(expires_at=at + least))
            continue
        mine = lift(tx, ids, LAPSED)
        with english():
            says = NO_ENDED.format(day=f"{day_words(at.date())} {at.year}")
        note = {"kind": TouchpointKind.NOTE.value, "says": says}
        if mine:
            # Without a time: what somebody did lately moves them up, and this is no such thing.
            tx.connection.execute(touchpoint.insert(), [{**note, "lead_id": one} for one in mine])
        back += mine
    return tuple(back)


def covered_by(tx: Transaction, lead_ids: Collection[LeadId]) -> dict[LeadId, SuppressionId]:
    """Those of the leads that may not be called, each with an entry that says so.

    The person, the company or an address is suppressed, or every number that can be dialled.
    """
    found: dict[LeadId, SuppressionId] = {}
    for some in chunks(lead_ids):
        for row in quick_rows(tx, _WHO_IS_COVERED, {"leads": some}):
            found.setdefault(LeadId(row.lead), SuppressionId(row.entry))
        numbers: dict[int, list[int | None]] = {}
        for row in quick_rows(tx, _NUMBERS, {"leads": some}):
            numbers.setdefault(row.lead, []).append(row.entry)
        for lead_id, entries in numbers.items():
            by_all = [entry for entry in entries if entry is not None]
            if len(by_all) == len(entries):
                found.setdefault(LeadId(lead_id), SuppressionId(by_all[0]))
    return found


def stop_covered(tx: Transaction, lead_ids: Collection[LeadId]) -> set[LeadId]:
    """Take leads out of the queue again that may not be called; which ones.

    For leads sales had while somebody said no: they keep their place there, and must find none
    in the queue when they come back. How they would stand is handed to what stops them.
    """
    covered = covered_by(tx, lead_ids)
    stood: dict[LeadId, Stood] = {}
    for some in chunks(sorted(covered)):
        # Who is stopped already is known with where they stood before that.
        for row in quick_rows(tx, _NOT_STOPPED, {"leads": some}):
            stood[LeadId(row.id)] = stood_of(row)
    still = _hand_over(tx, stood) if stood else set()
    reasons = _reasons(tx, {covered[lead_id] for lead_id in still})
    for lead_id in still:
        leave_the_queue(tx, [lead_id], reasons[covered[lead_id]])
    return still


def _hand_over(tx: Transaction, stood: Mapping[LeadId, Stood]) -> set[LeadId]:
    """Give how covered leads stood to entries that cover them; the leads that are covered."""
    covered = covered_by(tx, list(stood))
    of_entry: dict[SuppressionId, list[LeadId]] = {}
    for lead_id, entry in covered.items():
        of_entry.setdefault(entry, []).append(lead_id)
    for entry in sorted(of_entry):
        # On a shared server somebody may be lifting that one at this moment.
        row = held_entry(tx, entry)
        if row is None:
            continue
        if row.lifted_at is not None:
            return _hand_over(tx, stood)
        kept = list(row.stood or ())
        there = {one["id"] for one in kept}
        kept += [stood[one] for one in of_entry[entry] if one not in there]
        keep_stood(tx, entry, kept)
    return set(covered)


def _still_stopped(tx: Transaction, lead_ids: list[LeadId]) -> tuple[LeadId, ...]:
    """Those that are there and stopped by this alone.

    A list may have been undone, a lead put elsewhere, their list says no as well, or nobody knows
    any more who they are.
    """
    found: set[int] = set()
    for some in chunks(sorted(lead_ids)):
        found.update(row.id for row in quick_rows(tx, _HELD_STOPPED, {"leads": some}))
    return tuple(one for one in lead_ids if one in found)


def _reasons(tx: Transaction, entries: Collection[SuppressionId]) -> dict[SuppressionId, str]:
    rows = quick_rows(tx, _REASONS, {"entries": sorted(entries)})
    return {SuppressionId(row.id): row.reason for row in rows}


def _stood_values(stood: Stood) -> dict[str, Any]:
    times = {
        name: datetime.fromisoformat(stood[name]) if stood[name] else None
        for name in ("wake_at", "due_at")
    }
    rested = stood["state"] == Bucket.WAITING.value and times["wake_at"] is None
    kept = {name: stood[name] for name in ("state", "state_reason")}
    return {"of_lead": stood["id"], "rested": rested, **kept, **times}


def _entries_of(fingerprint: sa.Column[Any]) -> sa.ColumnElement[bool]:
    return sa.and_(
        suppression.c.fingerprint == fingerprint,
        fingerprint != "",
        counts_for(campaign.c.client),
        suppression.c.lifted_at.is_(None),
    )


_STOPPED = Bucket.DO_NOT_CALL.value
# Built once: a whole list may be lifted at once.
_DUE = (
    sa.select(suppression.c.id, suppression.c.at)
    .where(
        suppression.c.expires_at.is_not(None),
        suppression.c.lifted_at.is_(None),
        suppression.c.expires_at <= sa.bindparam("now"),
    )
    .order_by(suppression.c.expires_at, suppression.c.id)
    .limit(sa.bindparam("at_most"))
)
_STAND_AGAIN = (
    lead.update()
    .where(lead.c.id == sa.bindparam("of_lead"), lead.c.state == _STOPPED)
    .values(
        ready=sa.and_(
            lead.c.claimed_by.is_(None),
            lead.c.kept_out == "",
            sa.bindparam("rested", type_=sa.Boolean),
        ),
        **{name: sa.bindparam(name) for name in ("state", "state_reason", "wake_at", "due_at")},
    )
)
_LEADS: sa.BindParameter[list[int]] = sa.bindparam("leads", expanding=True)
_OF_LEADS = sa.join(lead, campaign, campaign.c.id == lead.c.campaign_id)
_PERSON = _OF_LEADS.join(contact, contact.c.id == lead.c.contact_id)
_FOUND = (lead.c.id.label("lead"), suppression.c.id.label("entry"))
_EACH_WAY = sa.union_all(
    *(
        sa.select(*_FOUND)
        .select_from(known.join(suppression, _entries_of(fingerprint)))
        .where(lead.c.id.in_(_LEADS))
        for known, fingerprint in (
            (_PERSON, contact.c.fingerprint),
            (_PERSON.join(company, company.c.id == contact.c.company_id), company.c.fingerprint),
            (
                _OF_LEADS.join(contact_email, contact_email.c.contact_id == lead.c.contact_id),
                contact_email.c.fingerprint,
            ),
        )
    )
).subquery("each_way")
# Beyond: who asked not to be called is found by what is kept of them, and nothing else is told.
_WHO_IS_COVERED = act(
    "who_is_covered",
    sa.select(_EACH_WAY.c.lead, _EACH_WAY.c.entry),
    to=(CALLER, SALES),
    beyond=True,
)
_NUMBERS = act(
    "covered_numbers",
    sa.select(lead.c.id.label("lead"), sa.func.min(suppression.c.id).label("entry"))
    .select_from(
        _OF_LEADS.join(contact_phone, contact_phone.c.contact_id == lead.c.contact_id).outerjoin(
            suppression, _entries_of(contact_phone.c.fingerprint)
        )
    )
    .where(lead.c.id.in_(_LEADS), contact_phone.c.state.in_(DIALABLE))
    .group_by(lead.c.id, contact_phone.c.id)
    .order_by(lead.c.id, contact_phone.c.id),
    to=(CALLER, SALES),
    beyond=True,
)
_NOT_STOPPED = sa.select(
    *(lead.c[name] for name in ("id", "state", "state_reason", "wake_at", "due_at"))
).where(lead.c.id.in_(_LEADS), lead.c.state != _STOPPED)
_HELD_STOPPED = act(
    "hold_stopped_leads",
    sa.select(lead.c.id)
    .where(
        lead.c.id.in_(_LEADS),
        lead.c.state == _STOPPED,
        lead.c.state_reason.not_in([LIST_SAYS_NO, ERASED]),
    )
    .order_by(lead.c.id)
    .with_for_update(),
    beyond=True,
)
_ENTRIES: sa.BindParameter[list[int]] = sa.bindparam("entries", expanding=True)
_REASONS = act(
    "reasons_of_entries",
    sa.select(suppression.c.id, suppression.c.reason).where(suppression.c.id.in_(_ENTRIES)),
    to=(CALLER, SALES),
    beyond=True,
)


class _Way(NamedTuple):
    """How entries are taken back: any of them, or what somebody just wrote down themselves."""

    hold: sa.Select[Any]
    lift: sa.Update
    stand_again: sa.Update


_HOLDS = (suppression.c.id.in_(_ENTRIES), suppression.c.lifted_at.is_(None))
_HOLD = sa.select(suppression.c.stood).order_by(suppression.c.id).with_for_update()
_LIFT = suppression.update().values(
    lifted_at=sa.bindparam("now"), lifted_because=sa.bindparam("because")
)
_WAY = _Way(hold=_HOLD.where(*_HOLDS), lift=_LIFT.where(*_HOLDS), stand_again=_STAND_AGAIN)
# Ten seconds, and one for the way to the server.
_JUST_NOW = Ago(11)
_OWN = (suppression.c.by == sa.bindparam("caller"), suppression.c.at >= _JUST_NOW)
_OWN_WAY = _Way(
    hold=act("hold_own_entries", _HOLD.where(*_HOLDS, *_OWN), beyond=True),
    lift=act("lift_own_entries", _LIFT.where(*_HOLDS, *_OWN), beyond=True),
    # Only whom one's own entry stopped that was taken back just now: nobody else stands again.
    stand_again=act(
        "stand_again",
        _STAND_AGAIN.where(
            sa.exists().where(
                suppression.c.fingerprint.in_(THEIR_PRINTS),
                suppression.c.fingerprint != "",
                suppression.c.by == sa.bindparam("caller"),
                suppression.c.lifted_at >= _JUST_NOW,
            )
        ),
        beyond=True,
    ),
)
