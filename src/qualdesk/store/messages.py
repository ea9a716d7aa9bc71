"""Lines about a lead that one person leaves for whoever has it next, or for one by name."""

from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.ids import LeadId, MessageId
from qualdesk.core.lead_words import message_words
from qualdesk.core.messages import Message
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_rows
from qualdesk.store.schema import company, contact, lead, message


def leave(tx: Transaction, lead_id: LeadId, *, left_by: str, left_for: str, says: str) -> MessageId:
    """Leave a line about a lead."""
    new_id = tx.connection.scalar(
        message.insert()
        .values(lead_id=lead_id, left_by=left_by, left_for=left_for, says=says, left_at=tx.now)
        .returning(message.c.id)
    )
    return MessageId(new_id)


def waiting_at(tx: Transaction, lead_id: LeadId) -> tuple[Message, ...]:
    """What was left about a lead and nobody has read, the latest first."""
    return tuple(_message(row) for row in quick_rows(tx, _AT_LEAD, {"lead_id": lead_id}))


def waiting_for(tx: Transaction, name: str) -> tuple[Message, ...]:
    """What was left for one person and they have not read, the latest first."""
    return tuple(_message(row) for row in quick_rows(tx, _FOR_ONE, {"name": name}))


def read(tx: Transaction, message_id: MessageId, by: str) -> Message:
    """Somebody has read it; it waits no more. Who reads it first is kept.

    Raises:
        NotFound: there is no such message.
    """
    unread = (message.c.id == message_id, message.c.read_at.is_(None))
    tx.connection.execute(message.update().where(*unread).values(read_by=by, read_at=tx.now))
    row = tx.connection.execute(_MESSAGES.where(message.c.id == message_id)).first()
    if row is None:
        raise NotFound(tr("There is no such message any more."))
    return _message(row)


def _message(row: Any) -> Message:
    return Message(
        id=MessageId(row.id),
        lead_id=LeadId(row.lead_id),
        name=row.name,
        company=row.company or "",
        left_by=row.left_by,
        left_for=row.left_for,
        says=message_words(row.says),
        left_at=row.left_at,
        read_by=row.read_by,
        read_at=row.read_at,
    )


# Built once: every card asks for them.
_MESSAGES = (
    sa.select(message, contact.c.name, company.c.name.label("company"))
    .join(lead, lead.c.id == message.c.lead_id)
    .join(contact, contact.c.id == lead.c.contact_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
    .order_by(message.c.left_at.desc(), message.c.id.desc())
)
_WAITING = _MESSAGES.where(message.c.read_at.is_(None))
_AT_LEAD = _WAITING.where(message.c.lead_id == sa.bindparam("lead_id"))
_FOR_ONE = _WAITING.where(message.c.left_for == sa.bindparam("name"), message.c.left_for != "")
