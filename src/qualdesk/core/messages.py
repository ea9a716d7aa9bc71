"""A line that one person leaves about a lead, for whoever has it next or for one by name."""

from datetime import datetime

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId, MessageId


@frozen
class Message:
    """What somebody left about a lead.

    Attributes:
        left_for: one person by name; empty for whoever has the lead next.
        read_at: when it was read, by ``read_by``; None while it waits.
    """

    id: MessageId
    lead_id: LeadId
    name: str
    company: str
    left_by: str
    left_for: str
    says: str
    left_at: datetime
    read_by: str = ""
    read_at: datetime | None = None
