"""Who is on the phones now, and which call backs are late."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.wording import tr_later

STATES: Final[Mapping[str, str]] = {
    "ready": tr_later("Ready"),
    "dialling": tr_later("Dialling"),
    "on_a_call": tr_later("On a call"),
    "wrapping_up": tr_later("Wrapping up"),
    "break": tr_later("Break"),
    "away": tr_later("Away"),
}
"""What a caller does, by its key in the workspace, as the screen says it."""
TELLS: Final = ("ready", "on_a_call", "wrapping_up", "break")
"""What a call desk tells: that a number is dialled is told by the call itself."""
AWAY_AFTER: Final = timedelta(minutes=15)
"""Who was not seen for so long is away: as long as a lead is held for somebody who says nothing."""


@frozen
class OnPhone:
    """A caller as the Floor shows them: what they do, since when, and their day so far.

    Attributes:
        name: their name, or their seat ("Caller 3") where names are switched off.
        state: ``ready``, ``dialling``, ``on_a_call``, ``wrapping_up``, ``break`` or ``away``.
        since: since when they do that, UTC.
        lead: whom they are with, empty when with nobody.
        calls, reached, qualified: of today on the campaign's clock, over all they call for.
        campaign: what they call for now; None when nobody knows.
        back_at: when they said that their break ends, UTC; None when they did not.
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
    back_at: datetime | None = None


@frozen
class Told:
    """What a caller told of what they do, and since when (UTC). Empty where they told nothing."""

    state: str = ""
    since: datetime | None = None
    back_at: datetime | None = None


@frozen
class OpenCall:
    """A call that goes on: since when (UTC), and whether they called us."""

    started_at: datetime
    is_incoming: bool = False


@frozen
class Doing:
    """What a caller does, and since when (UTC)."""

    state: str
    since: datetime | None
    back_at: datetime | None = None


@frozen
class Move:
    """A supervisor's word on what somebody calls for, from their next lead on.

    ``campaign`` is None when they call for what they did before. ``by`` is who said it.
    """

    campaign: CampaignId | None
    by: str


@frozen
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


@frozen
class CallBacks:
    """The call backs of today, each in exactly one of these: kept, missed, late, to come.

    ``late`` are due and not made yet; of them ``calls`` holds each, the longest due first, and
    ``earlier`` were promised for a day before this one.
    """

    today: int
    kept: int
    missed: int
    late: int
    to_come: int
    calls: tuple[PromisedCall, ...]
    earlier: int = 0


@frozen
class Phones:
    """The phones of one campaign at one moment; ``named`` whether names are shown."""

    at: datetime
    callers: tuple[OnPhone, ...]
    call_backs: CallBacks
    named: bool = True


def doing(
    now: datetime,
    told: Told,
    call: OpenCall | None = None,
    last_ended: datetime | None = None,
    seen_at: datetime | None = None,
) -> Doing:
    """What a caller does at ``now``, from their calls and from what they told beside them.

    What was told before a call began, or before the last one ended, is over. Who was not seen for
    :data:`AWAY_AFTER` is away since then, unless they said when their break ends and it has not.
    """
    over = call.started_at if call is not None else last_ended
    if call is None:
        found = Doing(state="ready", since=last_ended)
    else:
        found = Doing(state="on_a_call" if call.is_incoming else "dialling", since=call.started_at)
    if told.since is not None and (over is None or told.since >= over):
        fits = {"on_a_call", "wrapping_up", "break"} if call is not None else {"break"}
        if told.state in fits:
            found = Doing(state=told.state, since=told.since, back_at=told.back_at)
        elif call is None:
            found = Doing(state="ready", since=told.since)
    is_seen = seen_at is not None and now - seen_at < AWAY_AFTER
    is_expected = found.state == "break" and found.back_at is not None and found.back_at > now
    if is_seen or is_expected:
        return found
    return Doing(state="away", since=seen_at)
