"""What comes to the desk: the next card, what is read beside it, a call that was written down."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import CallCard, NothingToCall, OpenAttempt, QueueRow
from qualdesk.core.company import NO_COMPANY, CompanyStrip
from qualdesk.core.errors import PacedOut
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId, MessageId
from qualdesk.desk import Desk
from qualdesk.qt.call_desk.flow import Stock

NO_NUMBER: Final = "no-number"
"""The rule that keeps somebody from being called until there is a number for them."""


@frozen
class Followed:
    """The campaign a caller was moved to; ``by`` whom, empty when they were told before."""

    campaign: Campaign
    by: str = ""


@frozen
class Next:
    """What comes to the desk: a card, or why there is none.

    ``stock`` says what is left anywhere when there is no card. ``followed`` is where a supervisor
    moved the caller, when that is another campaign than the desk worked on.
    """

    found: CallCard | NothingToCall
    stock: Stock = Stock.OPEN
    followed: Followed | None = None


@frozen
class LeftWord:
    """A line somebody left about a lead, and when, UTC."""

    id: MessageId
    left_by: str
    says: str
    left_at: datetime


@frozen
class Beside:
    """What is read beside a card; it may come a moment later.

    Attributes:
        lead_id: the lead at the desk, None while there is none.
        rows: who comes next.
        company: who else is at the lead's company.
        words: what was left about the lead and nobody has read.
    """

    lead_id: LeadId | None
    rows: tuple[QueueRow, ...]
    left_today: int
    company: CompanyStrip = NO_COMPANY
    words: tuple[LeftWord, ...] = ()


@frozen
class Dialled:
    """A call that is written down, and the address that dials its number.

    ``card`` is the lead afresh where another script or other outcomes count since it was shown.
    """

    attempt: OpenAttempt
    link: str
    card: CallCard | None = None


def next_for(
    desk: Desk,
    campaign: CampaignId | None,
    home: CampaignId | None = None,
    *,
    anyway: bool = False,
) -> Next:
    """The next lead, or why there is none and what is left anywhere.

    ``home`` is the campaign the desk worked on before its caller was moved, None if they were not.
    """
    followed = _followed(desk, campaign, home)
    of = campaign if followed is None else followed.campaign.id
    try:
        found = desk.calling.next_lead(of, anyway=anyway)
    except PacedOut as limit:
        # No refusal: the outcome before it, saved in the same go, stays saved and is shown.
        nothing = NothingToCall(reasons=(), next_at=limit.until, paced=limit.says)
        return Next(found=nothing, followed=followed)
    if isinstance(found, CallCard):
        return Next(found=found, followed=followed)
    return Next(found=found, stock=_stock(desk, found), followed=followed)


def fetched_ahead(desk: Desk, campaign: CampaignId | None, shown: LeadId | None) -> LeadId | None:
    """The lead kept ready for after the call; the one ``shown`` as next where a limit says wait."""
    try:
        return desk.calling.fetch_ahead(campaign)
    except PacedOut:
        return shown


def next_after_no(
    desk: Desk, campaign: CampaignId | None, home: CampaignId | None, lead_id: LeadId
) -> Next:
    """What comes after a rule said no: the same lead while there is a way on, else the next."""
    held = next_for(desk, campaign, home)
    if not isinstance(held.found, CallCard) or held.found.lead.id != lead_id:
        return held
    decision = held.found.decision
    has_way = decision.next_at or held.found.may_call_anyway or decision.rule == NO_NUMBER
    if not decision.is_allowed and has_way:
        return held
    desk.calling.release(lead_id)
    of = campaign if held.followed is None else held.followed.campaign.id
    return replace(next_for(desk, of, home), followed=held.followed)


def beside_of(
    desk: Desk, campaign: CampaignId | None, lead_id: LeadId | None, left: int | None = None
) -> Beside:
    """What is read beside the lead at the desk. Each part is a look of its own.

    ``left`` is how many are left today where that was counted a moment ago: of all looks it
    reads the most.
    """
    rows = desk.queue.upcoming(campaign, limit=4)
    left = desk.queue.open_today(campaign) if left is None else left
    if lead_id is None:
        return Beside(lead_id=None, rows=rows[:3], left_today=left)
    return Beside(
        lead_id=lead_id,
        rows=tuple(row for row in rows if row.lead_id != lead_id)[:3],
        left_today=left,
        company=desk.calling.company(lead_id),
        words=tuple(
            LeftWord(id=one.id, left_by=one.left_by, says=one.says, left_at=one.left_at)
            for one in desk.search.messages(lead_id)
            if one.left_for in {"", desk.caller}
        ),
    )


def read_words(words: tuple[LeftWord, ...]) -> Callable[[Desk], object]:
    """These lines were read by who calls now."""
    return lambda desk: [desk.search.read_message(one.id) for one in words]


def _followed(desk: Desk, campaign: CampaignId | None, home: CampaignId | None) -> Followed | None:
    """Where a supervisor moved the caller, or moved them back to, since the last lead."""
    move = desk.phones.my_move()
    if move is None:
        return None
    to = move.campaign or home
    if to is None or (to == campaign and not move.by):
        return None
    return Followed(campaign=desk.library.campaign(to), by=move.by)


def _stock(desk: Desk, here: NothingToCall) -> Stock:
    """What is left anywhere, when one campaign has nothing to call."""
    if desk.team.only_calls():
        return Stock.THEIRS
    if here.open_leads or desk.queue.why_empty().open_leads:
        return Stock.OPEN
    return Stock.FINISHED if desk.floor.buckets().total else Stock.NONE
