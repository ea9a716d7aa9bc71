"""People who leave: what is theirs at that time, and whether somebody ever did anything here."""

import json
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import WAITS
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.store import giving
from qualdesk.store.database import Transaction
from qualdesk.store.schema import metadata
from qualdesk.store.schema_calls import handoff_item
from qualdesk.store.schema_campaigns import campaign, member
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_roster import absence, campaign_member


@frozen
class Theirs:
    """What stands under somebody's name and waits for them.

    Attributes:
        promised: call backs they are to make.
        given: other leads that a supervisor gave to them.
        held: leads they have in hand, or keep as their next.
        unanswered: leads of sales they have not answered.
    """

    promised: int = 0
    given: int = 0
    held: int = 0
    unanswered: int = 0


def theirs_of(tx: Transaction, name: str, since: datetime | None = None) -> Theirs:
    """What waits for somebody; of call backs those due from ``since`` on (UTC), all when None."""
    held = sa.select(sa.func.count()).where(lead.c.claimed_by == name, lead.c.claim_until > tx.now)
    waits = sa.select(sa.func.count()).where(
        handoff_item.c.receiver == name, handoff_item.c.state.in_(WAITS)
    )
    return Theirs(
        promised=len(_promised(tx, name, since)),
        given=len(_given(tx, name)),
        held=tx.connection.scalar(held) or 0,
        unanswered=tx.connection.scalar(waits) or 0,
    )


def hand_on(tx: Transaction, name: str, to: str, since: datetime | None = None) -> list[LeadId]:
    """Let ``to`` keep what somebody promised, anybody where it is empty; the leads.

    Of call backs those due from ``since`` on (UTC), all when None. Who is in somebody else's hands
    stays there. Each lead is taken in the order of leads, as everywhere.
    """
    handed = []
    for lead_id in _promised(tx, name, since):
        found = giving.given(tx, lead_id)
        if not found.holder and found.owner == name:
            giving.give_to_nobody(tx, lead_id, to)
            handed.append(lead_id)
    return handed


def take_given(tx: Transaction, name: str) -> int:
    """Let leads that were given to somebody stand where they stood; how many."""
    leads = _given(tx, name)
    for lead_id in leads:
        giving.give_to_nobody(tx, lead_id, giving.given(tx, lead_id).owner)
    return len(leads)


def hand_back(tx: Transaction, leads: list[LeadId], *, of: str, to: str) -> int:
    """Let call backs be ``of``'s again that are still ``to``'s and in nobody's hands; how many."""
    back = 0
    for lead_id in sorted(leads):
        found = giving.given(tx, lead_id)
        if found.due_at is not None and not found.holder and found.owner == to:
            giving.give_to_nobody(tx, lead_id, of)
            back += 1
    return back


def release_held(tx: Transaction, name: str) -> int:
    """Let what somebody has in hand be anybody's; how many leads."""
    held = lead.update().where(lead.c.claimed_by == name)
    free = {
        "claimed_by": None,
        "claim_kind": None,
        "claim_slot": 0,
        "claim_until": None,
        "ready": sa.and_(
            lead.c.state == "waiting", lead.c.wake_at.is_(None), lead.c.kept_out == ""
        ),
    }
    return tx.connection.execute(held.values(free)).rowcount


def away_until(tx: Transaction, name: str, first: date) -> str:
    """The last day of the absence that begins on that one, as it is kept; empty for none."""
    query = sa.select(absence.c.last_day).where(
        absence.c.name == name, absence.c.first_day == first.isoformat()
    )
    return tx.connection.scalar(query) or ""


def login_of(tx: Transaction, name: str) -> str:
    """Somebody's login at the server of a team; empty where they have none."""
    return tx.connection.scalar(sa.select(member.c.login).where(member.c.name == name)) or ""


def did_anything(tx: Transaction, name: str) -> bool:
    """Whether the workspace has anything by somebody, for them, or that names them."""
    for table in metadata.sorted_tables:
        said = [each for each in table.c if _is_of_a_person(each)]
        if said and tx.connection.scalar(
            sa.select(sa.literal(1)).where(sa.or_(*(one == name for one in said))).limit(1)
        ):
            return True
    named = json.dumps(name)
    rows = tx.connection.execute(sa.select(campaign.c.people, campaign.c.handoff))
    return any(named in json.dumps(part) for row in rows for part in row)


def remove_member(tx: Transaction, name: str) -> None:
    """Take somebody off the list, with when they are away and what they call for."""
    for table in (absence, campaign_member, member):
        tx.connection.execute(table.delete().where(table.c.name == name))


def _promised(tx: Transaction, name: str, since: datetime | None) -> list[LeadId]:
    query = sa.select(lead.c.id).where(
        lead.c.callback_owner == name, lead.c.state == Bucket.CALLBACK.value
    )
    if since is not None:
        query = query.where(lead.c.due_at >= since)
    return [LeadId(one) for one in tx.connection.scalars(query.order_by(lead.c.id))]


def _given(tx: Transaction, name: str) -> list[LeadId]:
    query = sa.select(lead.c.id).where(
        lead.c.pushed_to == name, lead.c.callback_owner != name, lead.c.pushed_until > tx.now
    )
    return [LeadId(one) for one in tx.connection.scalars(query.order_by(lead.c.id))]


def _is_of_a_person(column: sa.Column[Any]) -> bool:
    if not isinstance(column.type, sa.Text):
        return False
    place = f"{column.table.name}.{column.name}"
    return column.name in _PEOPLE or column.name.endswith("_by") or place == "signature.name"


_PEOPLE: Final = frozenset(
    {"caller", "owner", "who", "receiver", "salesperson", "callback_owner", "pushed_to", "rater"}
)
