"""What a supervisor said of a qualified lead before it leaves: to whom, in which words, not yet."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.store.bulk import rows_with
from qualdesk.store.database import Transaction
from qualdesk.store.schema_handoff import handoff_wish


@frozen
class Wish:
    """All that was said of one lead.

    Attributes:
        receiver: who is to get it, ``chosen_by`` who chose them; empty where nobody did.
        one_line: what is to stand in one line about it; empty for what the program says.
        held_by: who held it back; empty where nobody did.
        said_at: when something of it was said last, UTC.
    """

    receiver: str = ""
    chosen_by: str = ""
    one_line: str = ""
    held_by: str = ""
    said_at: datetime


def wishes(tx: Transaction, ids: Iterable[LeadId]) -> dict[LeadId, Wish]:
    """What was said of these leads; those nothing was said of are left out."""
    rows = rows_with(tx, (handoff_wish,), handoff_wish.c.lead_id, list(ids))
    return {
        LeadId(row.lead_id): Wish(
            receiver=row.receiver,
            chosen_by=row.said_by,
            one_line=row.one_line,
            held_by=row.held_by,
            said_at=row.said_at,
        )
        for row in rows
    }


def wish_receiver(tx: Transaction, lead_id: LeadId, name: str, *, by: str) -> None:
    """Keep who is to get a lead; nobody for an empty name."""
    _say(tx, lead_id, receiver=name, said_by=by if name else "")


def wish_line(tx: Transaction, lead_id: LeadId, text: str) -> None:
    """Keep what is to stand in one line; empty for what the program says."""
    _say(tx, lead_id, one_line=text)


def wish_held(tx: Transaction, lead_id: LeadId, by: str) -> None:
    """Keep who held a lead back; empty when it was put back."""
    _say(tx, lead_id, held_by=by)


def _say(tx: Transaction, lead_id: LeadId, **said: Any) -> None:
    values = {**said, "said_at": tx.now}
    tx.connection.execute(
        tx.dialect.insert(handoff_wish)
        .values(lead_id=lead_id, **values)
        .on_conflict_do_update(index_elements=["lead_id"], set_=values)
    )
