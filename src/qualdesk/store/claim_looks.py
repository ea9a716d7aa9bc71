"""What is asked of the queue before a lead is claimed, so that it can be foreseen."""

from datetime import datetime
from typing import Any

from qualdesk.core.claim_limits import LEASES
from qualdesk.core.day_plan import protects
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.store import cells
from qualdesk.store.database import Transaction
from qualdesk.store.queue_sql import moments, statement
from qualdesk.store.quick import TextLook, quick_text


@frozen
class Planned:
    """A call back somebody promised, due at ``due_at`` (UTC). ``name``: whom they are to call."""

    due_at: datetime
    campaign_id: CampaignId
    name: str


def planned(tx: Transaction, caller: str) -> Planned | None:
    """The caller's promise that is so near that no fresh call is begun before it; None: none is."""
    row = quick_text(tx, *asks_plan(tx, caller)).fetchone()
    if row is None:
        return None
    _, due_at, campaign_id, name = row
    due = tx.dialect.instant(due_at)
    assert due is not None
    if not protects(due, tx.now):
        return None
    return Planned(due_at=due, campaign_id=CampaignId(campaign_id), name=name)


def asks_held(tx: Transaction, caller: str, kind: str) -> TextLook:
    """What the caller holds of that kind."""
    asked = {"caller": caller, "kind": kind, "now": tx.dialect.moment(tx.now)}
    return statement(type(tx.dialect), "held"), asked


def asks_plan(tx: Transaction, caller: str) -> TextLook:
    """What the caller promised that comes next."""
    return statement(type(tx.dialect), "plan"), {**moments(tx), "caller": caller}


def asks_claim(
    tx: Transaction, caller: str, campaign_id: CampaignId | None, kind: str
) -> tuple[str, dict[str, Any]]:
    """What a claim goes by; with its values, which are those of every statement of the claim."""
    values = {**moments(tx), "caller": caller, "kind": kind, "campaign_id": campaign_id}
    values["until"] = tx.dialect.moment(tx.now + LEASES[kind])
    values["enough"] = tx.dialect.moment(tx.now + cells.ENOUGH)
    return statement(type(tx.dialect), "look", one_campaign=campaign_id is not None), values
