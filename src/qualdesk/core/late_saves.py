"""What was saved too late, as a supervisor reads it: beside what the lead says now."""

from datetime import datetime

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId


@frozen
class SaidLate:
    """One thing that was said too late, and what stands there now; empty where nothing does."""

    asked: str
    late: str
    now: str = ""


@frozen
class LateSave:
    """A call, or one save of it, that came when somebody else had the lead.

    Attributes:
        lead: their name, ``caller`` whose call it was.
        at: when it arrived, UTC.
        why: why it does not count by itself.
        outcome: what the call ended with, in words; empty where it never ended.
        stands: where the lead stands now, in words.
        has_now: who has the lead in hand now; empty when nobody does.
        can_take: whether it may be made to count; a single save that could not be done is read
            and done by hand.
    """

    id: str
    lead_id: LeadId
    campaign_id: CampaignId
    lead: str
    caller: str
    at: datetime
    why: str
    outcome: str
    stands: str
    note: str = ""
    has_now: str = ""
    said: tuple[SaidLate, ...] = ()
    can_take: bool = True
