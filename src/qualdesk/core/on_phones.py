"""Who is on the phones now, and which call backs are late."""

from dataclasses import dataclass
from datetime import datetime

from qualdesk.core.ids import CampaignId, LeadId


@dataclass(frozen=True, kw_only=True, slots=True)
class OnPhone:
    """A caller as the Floor shows them: what they do, since when, and their day so far.

    Attributes:
        name: their name, or their seat ("Caller 3") where names are switched off.
        state: ``ready``, ``dialling``, ``on_a_call``, ``wrapping_up``, ``break`` or ``away``.
        since: since when they do that, UTC.
        lead: whom they are with, empty when with nobody.
        calls, reached, qualified: of today on the campaign's clock, over all they call for.
        campaign: what they call for now; None when nobody knows.
    """

    name: str
    state: str
    state_label: str
    since: datetime | None
    lead: str = ""
    lead_id: LeadId | None = None
    calls: int = 0
    reached: int = 0
    qualified: int = 0
    campaign: CampaignId | None = None
    campaign_name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PromisedCall:
    """A call back as a supervisor sees it. ``is_open``: anyone may make it now."""

    lead: LeadId
    name: str
    company: str
    due_at: datetime
    wall: str
    owner: str
    is_late: bool
    is_open: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CallBacks:
    """The call backs of today, each in exactly one of these: kept, missed, late, to come.

    ``late`` are due and not made yet; of them ``calls`` holds each, the longest due first.
    """

    today: int
    kept: int
    missed: int
    late: int
    to_come: int
    calls: tuple[PromisedCall, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Phones:
    """The phones of one campaign at one moment; ``named`` whether names are shown."""

    at: datetime
    callers: tuple[OnPhone, ...]
    call_backs: CallBacks
    named: bool = True
