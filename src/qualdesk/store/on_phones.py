"""Who calls at this moment: what callers told, their calls of today, their seats."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from random import SystemRandom
from typing import Any

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.members import Member
from qualdesk.core.on_phones import Move, OpenCall, Told
from qualdesk.store.acts import CALLER, SALES, act, text_act
from qualdesk.store.database import Transaction
from qualdesk.store.members import still_here
from qualdesk.store.quick import quick_row, quick_write
from qualdesk.store.schema_calls import attempt
from qualdesk.store.schema_campaigns import campaign, member, workspace
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import contact

SEAT_FOR = timedelta(hours=16)
"""A seat is somebody's for a working day, on whatever clock; the next day it is drawn anew."""
_NAMES = "names_of_callers"
_HIDDEN = "hidden"


@frozen
class Seen:
    """Somebody who was at work in a span, or was moved to a campaign. ``works_for`` 0 for none."""

    name: str
    role: str
    seen_at: datetime | None
    told: Told
    works_for: CampaignId


@frozen
class DayOfCalls:
    """Somebody's calls in a span, of all campaigns; ``here`` those of the one looked at."""

    calls: int = 0
    reached: int = 0
    qualified: int = 0
    here: int = 0
    last_ended: datetime | None = None
    last_campaign: CampaignId | None = None


@frozen
class InHand:
    """The lead somebody has in hand; ``call`` is the call with them, None while there is none."""

    lead_id: LeadId
    name: str
    campaign: CampaignId
    call: OpenCall | None = None


def note_state(tx: Transaction, name: str, state: str, back_at: datetime | None) -> bool:
    """Keep what somebody does from now on; a break or its end that is known is not written."""
    told = sa.select(member.c.state, member.c.back_at).where(member.c.name == name)
    row = tx.connection.execute(told).first()
    is_known = row is not None and (row.state, row.back_at) == (state, back_at)
    if is_known and state in {"ready", "break"}:
        return False  # of a call it may be the call before this one that they told of
    at = tx.dialect.moment
    values = {"caller": name, "state": state, "now": at(tx.now)}
    values["back_at"] = None if back_at is None else at(back_at)
    # Said again of a break, only when it ends was said.
    values["goes_on"] = row is not None and row.state == state == "break"
    tx.run(tx.dialect.named(_NOTE_STATE), values)
    return True


def seen_since(tx: Transaction, start: datetime, works_for: CampaignId) -> tuple[Seen, ...]:
    """Who was at work since then, or was moved to that campaign, by name."""
    moved_here = sa.and_(member.c.works_for == works_for, still_here(tx))
    query = sa.select(member).where(sa.or_(member.c.seen_at >= start, moved_here))
    return tuple(
        Seen(
            name=row.name,
            role=row.role,
            seen_at=row.seen_at,
            told=Told(state=row.state, since=row.state_since, back_at=row.back_at),
            works_for=CampaignId(row.works_for),
        )
        for row in tx.connection.execute(query.order_by(member.c.name))
    )


def days_of_calls(  # noqa: PLR0917 - a count of this by that in a span
    tx: Transaction,
    names: Sequence[str],
    start: datetime,
    here: CampaignId,
    reached: Sequence[str],
    qualifies: Sequence[str],
) -> Mapping[str, DayOfCalls]:
    """What these people did since then, by name; calls that go on count as calls.

    ``reached`` and ``qualifies`` are the codes of outcomes in which somebody was spoken to, or
    qualified. An outcome given without a call is none; one taken back leaves the call.
    """
    counts = dict.fromkeys(names, DayOfCalls())
    # Two looks, each by its own index: one with an "or" would read every call ever made.
    for when in (attempt.c.ended_at >= start, attempt.c.ended_at.is_(None)):
        query = (
            sa.select(attempt.c.caller, _CAME, attempt.c.ended_at, lead.c.campaign_id)
            .join(lead, lead.c.id == attempt.c.lead_id)
            .where(attempt.c.caller.in_(list(names)), when, attempt.c.started_at >= start)
            .where(_IS_CALL)
        )
        for row in tx.connection.execute(query):
            was = counts[row.caller]
            is_last = row.ended_at is not None and (
                was.last_ended is None or row.ended_at > was.last_ended
            )
            counts[row.caller] = DayOfCalls(
                calls=was.calls + 1,
                reached=was.reached + (row.came in reached),
                qualified=was.qualified + (row.came in qualifies),
                here=was.here + (row.campaign_id == here),
                last_ended=row.ended_at if is_last else was.last_ended,
                last_campaign=CampaignId(row.campaign_id) if is_last else was.last_campaign,
            )
    return counts


def in_hand(tx: Transaction, names: Sequence[str]) -> Mapping[str, InHand]:
    """Whom each of these people is on a call with, or else whose lead they hold."""
    held = (
        sa.select(lead.c.claimed_by.label("who"), *_OF_LEAD)
        .join(contact, contact.c.id == lead.c.contact_id)
        .where(lead.c.claimed_by.in_(list(names)), lead.c.claim_kind == "open")
        .where(lead.c.claim_until > tx.now)
    )
    calls = (
        sa.select(
            attempt.c.caller.label("who"), attempt.c.started_at, attempt.c.is_incoming, *_OF_LEAD
        )
        .join(lead, lead.c.id == attempt.c.lead_id)
        .join(contact, contact.c.id == lead.c.contact_id)
        .where(attempt.c.caller.in_(list(names)), attempt.c.ended_at.is_(None), _IS_CALL)
        .order_by(attempt.c.started_at)
    )
    found = {row.who: _in_hand(row, None) for row in tx.connection.execute(held)}
    for row in tx.connection.execute(calls):
        call = OpenCall(started_at=row.started_at, is_incoming=row.is_incoming)
        found[row.who] = _in_hand(row, call)
    return found


def works_for(tx: Transaction, name: str) -> CampaignId | None:
    """The campaign a supervisor moved somebody to; None when none did, or it is gone."""
    row = quick_row(tx, WORKS_FOR, {"caller": name})
    return CampaignId(row.id) if row else None


def move(tx: Transaction, name: str, to: CampaignId | None, by: str) -> None:
    """Let somebody call for this campaign from their next lead on; ``by`` empty: nobody tells."""
    _write(tx, name, {"works_for": to or 0, "moved_by": by})


def untold_by(tx: Transaction, name: str) -> str:
    """Who moved them, while they were not told; empty otherwise."""
    found = my_move(tx, name)
    return found.by if found is not None else ""


def my_move(tx: Transaction, name: str) -> Move | None:
    """Where somebody is moved to, and by whom while they were not told; None for neither."""
    row = quick_row(tx, _MOVED, {"caller": name})
    if row is None or not (row.moved_by or row.id):
        return None
    return Move(campaign=CampaignId(row.id) if row.id else None, by=row.moved_by)


def told_of_move(tx: Transaction, name: str) -> None:
    """They know of it from now on."""
    quick_write(tx, _TOLD_OF_MOVE, {"caller": name})


def names_shown(tx: Transaction) -> bool:
    """Whether the Floor and its reports show callers by name."""
    kept = tx.connection.scalar(sa.select(workspace.c.value).where(workspace.c.key == _NAMES))
    return kept != _HIDDEN


def show_names(tx: Transaction, *, shown: bool) -> None:
    """Show callers by name, or by seat."""
    value = "" if shown else _HIDDEN
    tx.connection.execute(
        tx.dialect.insert(workspace)
        .values(key=_NAMES, value=value)
        .on_conflict_do_update(index_elements=["key"], set_={"value": value})
    )


def seats(tx: Transaction) -> Mapping[str, int]:
    """Who has which seat at the moment."""
    query = sa.select(member.c.name, member.c.seat)
    rows = tx.connection.execute(query.where(member.c.seat > 0, member.c.seat_at > _since(tx)))
    return {row.name: row.seat for row in rows}


def take_seats(tx: Transaction, names: Iterable[str]) -> Mapping[str, int]:
    """Give a seat to each of these people who has none; everybody's seats.

    Which one it is says nothing: they are dealt like cards.
    """
    tx.dialect.one_at_a_time(tx.connection, "seats")
    taken = dict(seats(tx))
    without = sorted(set(names) - set(taken))
    SystemRandom().shuffle(without)
    numbers = range(1, len(taken) + len(without) + 1)
    free = (number for number in numbers if number not in set(taken.values()))
    for name, number in zip(without, free, strict=False):
        values = {"name": name, "number": number, "now": tx.now, "since": _since(tx)}
        if not quick_write(tx, _TAKE_SEAT, values):
            _write(tx, name, {"seat": number, "seat_at": tx.now})
        taken[name] = number
    return taken


def is_supervised(tx: Transaction) -> bool:
    """Whether anybody is written down as a supervisor here."""
    query = sa.select(member.c.name).where(member.c.role == "supervisor").limit(1)
    return tx.connection.scalar(query) is not None


def may_supervise(tx: Transaction, one: Member | None) -> bool:
    """Whether somebody decides about callers: anybody, until a supervisor is written down."""
    return (one is not None and one.role == "supervisor") or not is_supervised(tx)


def _write(tx: Transaction, name: str, values: dict[str, Any]) -> None:
    tx.connection.execute(
        tx.dialect.insert(member)
        .values(name=name, **values)
        .on_conflict_do_update(index_elements=["name"], set_=values)
    )


def _in_hand(row: Any, call: OpenCall | None) -> InHand:
    return InHand(
        lead_id=LeadId(row.id),
        name=row.name,
        campaign=CampaignId(row.campaign_id),
        call=call,
    )


def _since(tx: Transaction) -> datetime:
    return tx.now - SEAT_FOR


_IS_CALL = sa.and_(sa.or_(attempt.c.number != "", attempt.c.is_incoming), ~attempt.c.is_conflict)
# What somebody else took back stands there all the same, with when it was undone.
_CAME = sa.case((attempt.c.undone_at.is_(None), attempt.c.outcome), else_="").label("came")
_OF_LEAD = (lead.c.id, contact.c.name, lead.c.campaign_id)
# On the way to every call, so they are built once.
WORKS_FOR = (
    sa.select(campaign.c.id)
    .join(member, member.c.works_for == campaign.c.id)
    .where(member.c.name == sa.bindparam("caller"))
)
_MOVED = (
    sa.select(member.c.moved_by, campaign.c.id)
    .outerjoin(campaign, campaign.c.id == member.c.works_for)
    .where(member.c.name == sa.bindparam("caller"))
)
# Beyond: each of these is a word of somebody's about themselves, or deals a seat that is free.
_NOTE_STATE = text_act(
    "note_state",
    """INSERT INTO member (name, state, state_since, back_at, seen_at)
    VALUES (:caller, :state, :now, :back_at, :now)
    ON CONFLICT (name) DO UPDATE SET state = excluded.state, back_at = excluded.back_at,
        seen_at = excluded.seen_at,
        state_since = CASE WHEN :goes_on THEN member.state_since ELSE excluded.state_since END""",
    takes={"state": "text", "back_at": "timestamptz", "goes_on": "boolean"},
    to=(CALLER, SALES),
    beyond=True,
)
_TOLD_OF_MOVE = act(
    "told_of_move",
    member.update().where(member.c.name == sa.bindparam("caller")).values(moved_by=""),
    beyond=True,
)
_TAKE_SEAT = act(
    "take_seat",
    member.update()
    .where(
        member.c.name == sa.bindparam("name"),
        sa.or_(
            member.c.seat == 0,
            member.c.seat_at.is_(None),
            member.c.seat_at <= sa.bindparam("since"),
        ),
    )
    .values(seat=sa.bindparam("number"), seat_at=sa.bindparam("now")),
    to=(CALLER, SALES),
    beyond=True,
)
