"""Lines about a lead that one person leaves for whoever has it next, or for one by name."""

from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.ids import LeadId, MessageId
from qualdesk.core.lead_words import message_words
from qualdesk.core.messages import Message
from qualdesk.core.wording import tr
from qualdesk.store.acts import CALLER, SALES, act
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row, quick_rows, quick_write
from qualdesk.store.schema_claims import claim_log
from qualdesk.store.schema_desk import message
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact


def leave(tx: Transaction, lead_id: LeadId, *, left_by: str, left_for: str, says: str) -> MessageId:
    """Leave a line about a lead."""
    values = {"lead_id": lead_id, "caller": left_by, "left_for": left_for, "says": says}
    return MessageId(quick_row(tx, _LEAVE, {**values, "now": tx.now}).id)


def refuse_unknown(tx: Transaction, lead_id: LeadId, caller: str) -> None:
    """Do nothing for a lead that a caller of a team was shown, in their hands or looked up.

    Asked of a team's server only: nothing is written down of it elsewhere.

    Raises:
        NotFound: they never were, or the person was erased since.
    """
    if not quick_rows(tx, _SHOWN, {"lead_id": lead_id, "caller": caller}):
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))


def waiting_at(tx: Transaction, lead_id: LeadId) -> tuple[Message, ...]:
    """What was left about a lead and nobody has read, the latest first."""
    return tuple(_message(row) for row in quick_rows(tx, _AT_LEAD, {"lead_id": lead_id}))


def waiting_for(tx: Transaction, name: str) -> tuple[Message, ...]:
    """What was left for one person and they have not read, the latest first."""
    return tuple(_message(row) for row in quick_rows(tx, _FOR_ONE, {"caller": name}))


def read(tx: Transaction, message_id: MessageId, by: str) -> Message:
    """Somebody has read it; it waits no more. Who reads it first is kept.

    Raises:
        NotFound: there is no such message.
    """
    values = {"number": message_id, "caller": by, "now": tx.now}
    if not quick_write(tx, _READ_OWN, values):
        quick_write(tx, _READ, values)
    row = quick_row(tx, _OWN, values) or quick_row(tx, _ONE, values)
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
_IS_FOR_ONE = (message.c.left_for == sa.bindparam("caller"), message.c.left_for != "")
# Beyond: what was left for somebody by name is theirs to read, whoever has that lead by now.
_FOR_ONE = act("my_messages", _WAITING.where(*_IS_FOR_ONE), to=(CALLER, SALES), beyond=True)
_IS_IT = message.c.id == sa.bindparam("number")
_ONE = _MESSAGES.where(_IS_IT)
_OWN = act("my_message", _ONE.where(*_IS_FOR_ONE), to=(CALLER, SALES), beyond=True)
_LEAVE = act(
    "leave_message",
    message.insert()
    .values(
        lead_id=sa.bindparam("lead_id"),
        left_by=sa.bindparam("caller"),
        left_for=sa.bindparam("left_for"),
        says=sa.bindparam("says"),
        left_at=sa.bindparam("now"),
    )
    .returning(message.c.id),
    # Not beyond: the rules say of which leads.
)
# Beyond: who is not to take a lead up leaves a line about it, and reads no card for that.
_SHOWN = act(
    "was_shown",
    sa.select(lead.c.id)
    .join(contact, contact.c.id == lead.c.contact_id)
    .join(claim_log, claim_log.c.lead_id == lead.c.id)
    .where(
        lead.c.id == sa.bindparam("lead_id"),
        claim_log.c.caller == sa.bindparam("caller"),
        contact.c.erased_at.is_(None),
    )
    .limit(1),
    beyond=True,
)
_READ_IT = (
    message.update()
    .where(_IS_IT, message.c.read_at.is_(None))
    .values(read_by=sa.bindparam("caller"), read_at=sa.bindparam("now"))
)
_READ = act("read_message", _READ_IT)
_READ_OWN = act("read_my_message", _READ_IT.where(*_IS_FOR_ONE), to=(CALLER, SALES), beyond=True)
