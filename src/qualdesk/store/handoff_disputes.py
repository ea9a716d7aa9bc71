"""Disputes about what sales said of a lead: raising one, deciding it."""

import sqlalchemy as sa

from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import Answered
from qualdesk.core.ids import DisputeId, ItemId
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import handoff_item
from qualdesk.store.schema_handoff import handoff_dispute


@frozen
class OpenDispute:
    """A dispute nobody has decided, and whose lead it is about."""

    id: DisputeId
    item_id: ItemId
    about: Answered
    asked_by: str


def open_dispute(
    tx: Transaction, item_id: ItemId, *, about: Answered, says: str, by: str
) -> DisputeId:
    """Raise a dispute about an answer.

    Raises:
        Refused: somebody raised one at this moment.
    """
    new = tx.dialect.insert(handoff_dispute).values(
        item_id=item_id, about=about, says=says, asked_by=by, asked_at=tx.now
    )
    found = tx.connection.scalar(new.on_conflict_do_nothing().returning(handoff_dispute.c.id))
    if found is None:
        raise Refused(tr("Somebody has disputed this already. It waits for a review."))
    return DisputeId(found)


def the_open_dispute(tx: Transaction, dispute_id: DisputeId) -> OpenDispute:
    """The dispute, kept from others until the transaction ends.

    Raises:
        NotFound: there is none of this number.
        Refused: it is decided already, or was withdrawn.
    """
    query = sa.select(handoff_dispute).where(handoff_dispute.c.id == dispute_id)
    row = tx.connection.execute(query.with_for_update()).first()
    if row is None:
        raise NotFound(tr("There is no dispute number {number}.", number=dispute_id))
    if row.state != "open":
        raise Refused(tr("This dispute is closed. What was decided stands."))
    return OpenDispute(
        id=dispute_id, item_id=ItemId(row.item_id), about=row.about, asked_by=row.asked_by
    )


def close_dispute(
    tx: Transaction, dispute_id: DisputeId, *, state: str, because: str, by: str
) -> None:
    """Write down what was decided: "stands", "changed" or "withdrawn"."""
    this = handoff_dispute.update().where(handoff_dispute.c.id == dispute_id)
    decided = {"state": state, "because": because, "decided_by": by, "decided_at": tx.now}
    tx.connection.execute(this.values(**decided))


def reopen_dispute(tx: Transaction, dispute_id: DisputeId) -> None:
    """What was decided is taken back: it waits for a review again."""
    this = handoff_dispute.update().where(handoff_dispute.c.id == dispute_id)
    tx.connection.execute(this.values(state="open", because="", decided_by="", decided_at=None))


def turn_answer(tx: Transaction, item_id: ItemId, *, to: Answered, reason: str) -> None:
    """The answer is the other one from now on; who answered and when stays as it was.

    What is sent back now is told to its caller, and what its reason asks for happens by itself.
    """
    comes_back = to == "sent_back"
    tx.connection.execute(
        handoff_item.update()
        .where(handoff_item.c.id == item_id)
        .values(
            state=to,
            reason=reason,
            shown_at=None,
            due_at=tx.now if comes_back else None,
        )
    )
