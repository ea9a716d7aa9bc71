"""Leads as they stand in the queue: loading them whole, adding one, moving one on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.events import Attendance
from qualdesk.core.ids import CampaignId, ContactId, LeadId
from qualdesk.core.leads import Bucket, Contact, Lead, PhoneState, Signals
from qualdesk.core.sources import SourceType, Touchpoint, TouchpointKind
from qualdesk.core.wording import tr
from qualdesk.store.acts import BOTH, act
from qualdesk.store.clients import refuse_others
from qualdesk.store.database import Transaction
from qualdesk.store.house import counts_for
from qualdesk.store.people import contact_of, load_contacts
from qualdesk.store.quick import quick_row, quick_rows, quick_write
from qualdesk.store.referrals import add_touchpoint
from qualdesk.store.schema_calls import suppression
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead, touchpoint
from qualdesk.store.schema_people import contact_phone
from qualdesk.store.stacks import home_of, sort, stack_for

HOUSE_TRACK = "Nurture"
"""Where whoever is nurtured stands of whom nobody said where: on no track they are forgotten."""
_CHUNK = 500


def load_lead(tx: Transaction, lead_id: LeadId) -> Lead:
    """The lead with everything a caller needs to see.

    Raises:
        NotFound: there is no such lead.
    """
    refuse_others(tx, lead_id)
    found = load_leads(tx, [lead_id])
    if lead_id not in found:
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))
    return found[lead_id]


def lead_and_row(tx: Transaction, lead_id: LeadId) -> tuple[Lead, Any]:
    """The same with its row, which says more of how it stands (``calls.stands_of``).

    Raises:
        NotFound: there is no such lead.
    """
    refuse_others(tx, lead_id)
    rows = quick_rows(tx, LEADS, {"ids": [lead_id]})
    if not rows:
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))
    return _whole(tx, rows)[lead_id], rows[0]


def some_leads(tx: Transaction, campaign_id: CampaignId, most: int) -> tuple[LeadId, ...]:
    """A few leads of a campaign, those that were called most recently first."""
    called = sa.func.coalesce(lead.c.last_attempt_at, lead.c.made_at)
    found = sa.select(lead.c.id).where(lead.c.campaign_id == campaign_id)
    newest = found.order_by(lead.c.attempts == 0, called.desc(), lead.c.id).limit(most)
    return tuple(LeadId(number) for number in tx.connection.scalars(newest))


def load_leads(tx: Transaction, ids: Iterable[LeadId]) -> dict[LeadId, Lead]:
    """The leads with these numbers, in their order; those there are none of are left out.

    A number the campaign's client must not call is marked so, whatever is known of it else.
    """
    wanted = list(dict.fromkeys(ids))
    found: dict[LeadId, Lead] = {}
    for start in range(0, len(wanted), _CHUNK):
        found.update(_some(tx, wanted[start : start + _CHUNK]))
    return {one: found[one] for one in wanted if one in found}


def add_lead(  # noqa: PLR0913 - all of it is the lead
    tx: Transaction,
    *,
    campaign_id: CampaignId,
    contact_id: ContactId,
    signals: Signals,
    touchpoints: Iterable[Touchpoint],
    external_id: str = "",
    referred_by: LeadId | None = None,
    wake_at: datetime | None = None,
    closes_at: datetime | None = None,
    bucket: Bucket = Bucket.WAITING,
    reason: str = "",
) -> LeadId:
    """Put a person into a campaign's queue, or another bucket; it rests until ``wake_at``."""
    from qualdesk.store.keyed_lists import stop_new_lead

    rests = wake_at is not None and wake_at > tx.now
    home = home_of(tx, campaign_id, contact_id)
    added = {
        "campaign_id": campaign_id,
        "contact_id": contact_id,
        "cell_id": home,
        "external_id": external_id,
        "signals": signals_json(signals),
        "state": bucket.value,
        "state_reason": reason,
        "ready": bucket is Bucket.WAITING and not rests,
        "wake_at": wake_at if rests else None,
        "rested_at": wake_at if rests else tx.now,
        "closes_at": closes_at,
        "referred_by": referred_by,
        "now": tx.now,
    }
    new_id = LeadId(quick_row(tx, _ADD, added).id)
    for did in touchpoints:
        add_touchpoint(tx, new_id, did)
    _sort_new(tx, new_id, home)
    stop_new_lead(tx, campaign_id, contact_id)
    return new_id


def _sort_new(tx: Transaction, lead_id: LeadId, home: int) -> None:
    if not sort(tx, [lead_id]):
        # A caller of a team does not see it: whoever keeps the workspace puts it in its place.
        quick_write(tx, _SORT_LATER, {"of_lead": lead_id, "in_stack": stack_for(tx, home, "")})


def rests_until(tx: Transaction, lead_id: LeadId) -> datetime | None:
    """When a lead that rests comes up again, None for one that does not rest."""
    at: datetime | None = tx.connection.scalar(
        sa.select(lead.c.wake_at).where(lead.c.id == lead_id)
    )
    return at


def place(
    tx: Transaction,
    lead_id: LeadId,
    bucket: Bucket,
    *,
    reason: str = "",
    wake_at: datetime | None = None,
    due_at: datetime | None = None,
    callback_owner: str = "",
    nurture_track: str = "",
) -> None:
    """Move a lead to a bucket; whoever holds it goes on holding it.

    ``wake_at`` is when a waiting lead has rested, or nurture ends; ``due_at`` when a call
    back is due. Nurture without a track is on :data:`HOUSE_TRACK`.
    """
    rests = wake_at is not None and wake_at > tx.now
    is_free = bucket is Bucket.WAITING and not rests
    is_nurtured = bucket is Bucket.NURTURE
    placed = {
        "state": bucket.value,
        "state_reason": reason,
        "wake_at": wake_at if rests else None,
        "rested_at": wake_at if rests else tx.now,
        "due_at": due_at,
        "callback_owner": callback_owner,
        "nurture_track": nurture_track.strip() or (HOUSE_TRACK if is_nurtured else ""),
    }
    quick_write(tx, _PLACE, {**placed, "of_lead": lead_id, "is_free": is_free})
    sort(tx, [lead_id])


def has_number_now(tx: Transaction, lead_id: LeadId) -> None:
    """A lead that waited for a number has one: it waits to be called. Others stay as they are."""
    if quick_write(tx, _NUMBER_NOW, {"of_lead": lead_id, "now": tx.now}):
        sort(tx, [lead_id])


def never_call(tx: Transaction, lead_id: LeadId, reason: str) -> None:
    """Somebody was just named who asked not to be called: their lead is never offered."""
    quick_write(tx, _NEVER, {"of_lead": lead_id, "reason": reason, "now": tx.now})
    sort(tx, [lead_id])


def all_tries_again(tx: Transaction, lead_id: LeadId) -> None:
    """Let the count of tries begin anew; what was called today still counts for today."""
    quick_write(tx, _AGAIN, {"of_lead": lead_id})


def bucket_of(row: Any) -> Bucket:
    """The bucket of a lead's row: with a caller while one holds it, else where it stands.

    A lead kept for the ten seconds of undo stands already where its outcome put it.
    """
    if row.claimed_by is not None and row.claim_kind != "undo":
        return Bucket.WITH_CALLER
    return Bucket(row.state)


def signals_json(signals: Signals) -> dict[str, Any]:
    """Signals as they are kept."""
    return {**asdict(signals), "source": signals.source.value}


def signals_from(value: Mapping[str, Any]) -> Signals:
    """Signals as they were kept."""
    return Signals(**{**value, "source": SourceType(value["source"])})


def _some(tx: Transaction, ids: list[LeadId]) -> dict[LeadId, Lead]:
    return _whole(tx, quick_rows(tx, LEADS, {"ids": ids}))


def _whole(tx: Transaction, rows: Sequence[Any]) -> dict[LeadId, Lead]:
    ids = [LeadId(row.id) for row in rows]
    people = (
        contact_of(tx, ids[0])
        if len(ids) == 1
        else load_contacts(tx, [ContactId(row.contact_id) for row in rows])
    )
    blocked = _blocked_numbers(tx, ids)
    did = _touchpoints(tx, ids)
    return {
        row.id: Lead(
            id=LeadId(row.id),
            campaign_id=CampaignId(row.campaign_id),
            contact=_marked(people[ContactId(row.contact_id)], blocked.get(row.id, frozenset())),
            signals=signals_from(row.signals),
            bucket=bucket_of(row),
            touchpoints=did.get(row.id, ()),
            attempts=row.attempts,
            next_at=row.due_at or row.wake_at,
            reason=row.state_reason,
            external_id=row.external_id,
            referred_by=row.referred_by,
            attendance=Attendance(row.attendance),
        )
        for row in rows
    }


def _marked(contact: Contact, blocked: frozenset[str]) -> Contact:
    """The contact with the numbers nobody may dial said to be so."""
    if not blocked:
        return contact
    phones = tuple(
        replace(phone, state=PhoneState.DO_NOT_CALL) if phone.e164 in blocked else phone
        for phone in contact.phones
    )
    return replace(contact, phones=phones)


def _blocked_numbers(tx: Transaction, ids: list[LeadId]) -> dict[int, frozenset[str]]:
    blocked: defaultdict[int, set[str]] = defaultdict(set)
    for lead_id, e164 in quick_rows(tx, BLOCKED, {"ids": ids}):
        blocked[lead_id].add(e164)
    return {lead_id: frozenset(numbers) for lead_id, numbers in blocked.items()}


def _touchpoints(tx: Transaction, ids: list[LeadId]) -> dict[int, tuple[Touchpoint, ...]]:
    did: defaultdict[int, list[Touchpoint]] = defaultdict(list)
    for row in quick_rows(tx, TOUCHPOINTS, {"ids": ids}):
        did[row.lead_id].append(
            Touchpoint(
                kind=TouchpointKind(row.kind),
                says=row.says,
                at=row.at,
                by=row.by,
                question=row.question,
                value=row.value,
            )
        )
    return {lead_id: tuple(done) for lead_id, done in did.items()}


# Built once: building a statement costs as much as running it, and each card needs these.
_IDS: sa.BindParameter[list[int]] = sa.bindparam("ids", expanding=True)
LEADS = sa.select(lead).where(lead.c.id.in_(_IDS))
TOUCHPOINTS = sa.select(touchpoint).where(touchpoint.c.lead_id.in_(_IDS)).order_by(touchpoint.c.id)
_PLACED = (
    *("state", "state_reason", "wake_at", "rested_at"),
    *("due_at", "callback_owner", "nurture_track"),
)
_OF_LEAD = lead.c.id == sa.bindparam("of_lead")
_PLACE = act(
    "place_lead",
    lead.update()
    .where(_OF_LEAD)
    .values(
        **{name: sa.bindparam(name) for name in _PLACED},
        ready=sa.and_(
            lead.c.claimed_by.is_(None),
            lead.c.kept_out == "",
            sa.bindparam("is_free", type_=sa.Boolean),
        ),
        # Whomever it was given to: that is done with now.
        pushed_to="",
        pushed_by="",
        pushed_until=sa.null(),
    ),
    to=BOTH,
)
_NOBODYS: dict[str, Any] = {
    "wake_at": sa.null(),
    "rested_at": sa.bindparam("now"),
    "due_at": sa.null(),
    "callback_owner": "",
    "nurture_track": "",
    "pushed_to": "",
    "pushed_by": "",
    "pushed_until": sa.null(),
}
# A lead somebody named is in nobody's hands: these reach it, and do no more than what naming does.
_NUMBER_NOW = act(
    "has_number_now",
    lead.update()
    .where(
        _OF_LEAD,
        lead.c.state == Bucket.RESEARCH.value,
        sa.exists()
        .where(
            contact_phone.c.contact_id == lead.c.contact_id,
            contact_phone.c.state.in_([one.value for one in PhoneState if one.is_dialable]),
        )
        .correlate(lead),
    )
    .values(
        **_NOBODYS,
        state=Bucket.WAITING.value,
        state_reason="",
        ready=sa.and_(lead.c.claimed_by.is_(None), lead.c.kept_out == ""),
    ),
    beyond=True,
)
_NEVER = act(
    "never_call_new_lead",
    lead.update()
    .where(
        _OF_LEAD,
        lead.c.referred_by.is_not(None),
        lead.c.last_attempt_at.is_(None),
        lead.c.claimed_by.is_(None),
    )
    .values(
        **_NOBODYS,
        state=Bucket.DO_NOT_CALL.value,
        state_reason=sa.bindparam("reason"),
        ready=False,
    ),
    beyond=True,
)
_AGAIN = act("all_tries_again", lead.update().where(_OF_LEAD).values(attempts=0, tried_parts=0))
_ADDED = (
    *("campaign_id", "contact_id", "cell_id", "external_id", "signals", "state", "state_reason"),
    *("ready", "wake_at", "rested_at", "closes_at", "referred_by"),
)
# Somebody new is in nobody's hands yet.
_ADD = act(
    "add_lead",
    lead.insert()
    .values(**{name: sa.bindparam(name) for name in _ADDED}, made_at=sa.bindparam("now"))
    .returning(lead.c.id),
    beyond=True,
)
_SORT_LATER = act(
    "sort_new_lead_later",
    lead.update()
    .where(_OF_LEAD, lead.c.stack_id.is_(None))
    .values(stack_id=sa.bindparam("in_stack")),
    beyond=True,
)
BLOCKED = (
    sa.select(lead.c.id, contact_phone.c.e164)
    .join_from(lead, campaign, campaign.c.id == lead.c.campaign_id)
    .join(contact_phone, contact_phone.c.contact_id == lead.c.contact_id)
    .join(suppression, suppression.c.fingerprint == contact_phone.c.fingerprint)
    .where(
        lead.c.id.in_(_IDS),
        contact_phone.c.fingerprint != "",
        counts_for(campaign.c.client),
        suppression.c.lifted_at.is_(None),
    )
)
