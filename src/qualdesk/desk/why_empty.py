"""Why no lead is offered, and why one lead is not: in words whose counts add up."""

from datetime import datetime

from qualdesk.core.cards import EmptyReason, NothingToCall
from qualdesk.core.ids import CampaignId
from qualdesk.core.times import place_of, time_words
from qualdesk.store import campaigns as kept
from qualdesk.store import overview
from qualdesk.store.database import Transaction
from qualdesk.store.standing import Standing

_CLOCKS_NAMED = 3


def why_empty(tx: Transaction, caller: str, campaign_id: CampaignId | None) -> NothingToCall:
    """Why no lead is offered, in the order a caller wants to know."""
    found = overview.why_not(tx, caller, campaign_id)
    reasons = [reason for code in _SAYS for reason in _told(code, found)]
    times = [reason.next_at for reason in reasons if reason.next_at]
    return NothingToCall(
        reasons=tuple(reasons),
        next_at=min(times, default=None),
        open_leads=sum(reason.leads for reason in reasons),
        zone=_zone_of(tx, campaign_id),
    )


def says_when(standing: Standing, now: datetime) -> str:
    """Where one lead stands and until when, on its clock: “Wed 18 Mar, 09:40 in Denver: …”."""
    if standing.next_at is None or standing.code == "free":
        return says_of(standing)
    zone = standing.zone or "UTC"
    return f"{time_words(standing.next_at, zone, now=now)} in {place_of(zone)}: {_words(standing)}"


def says_of(standing: Standing) -> str:
    """Where one lead stands, in words that begin a line: “Tried twice”."""
    says = _words(standing)
    return says[:1].upper() + says[1:]


def _words(standing: Standing) -> str:
    by_whom = {
        "free": "Can be called now",
        "yours": "With you",
        "others": f"With {standing.held_by}",
        "kept_out": f"Kept out: {standing.kept_out}",
        "pushed": f"Kept for {standing.pushed_to}",
        "law": standing.law,
        "research": f"To research first: {standing.reason}" if standing.reason else "",
        "promised": "Call back promised",
        "promised_others": f"{standing.callback_owner} promised a call back",
        "resting": _why_resting(standing),
    }
    return by_whom.get(standing.code) or _SAYS[standing.code]


def _zone_of(tx: Transaction, campaign_id: CampaignId | None) -> str:
    """The clock the campaigns looked at are run by; UTC when they do not share one."""
    if campaign_id is not None:
        return kept.load_campaign(tx, campaign_id).window.zone
    zones = {campaign.window.zone for campaign in kept.campaigns(tx)}
    return zones.pop() if len(zones) == 1 else "UTC"


def _why_resting(standing: Standing) -> str:
    tries = standing.tried_today
    count = {0: "", 1: "tried once", 2: "tried twice"}.get(tries, f"tried {tries} times")
    return ", ".join(filter(None, (standing.reason.lower(), count))) or _SAYS["resting"]


def _told(code: str, found: tuple[overview.Reason, ...]) -> list[EmptyReason]:
    """One reason in words; calling hours by the clocks they are of, the most leads first."""
    mine = [reason for reason in found if reason.code == code]
    if code == "law":
        ranked = sorted(mine, key=lambda reason: -reason.leads)
        return [_sum(code, f"{_SAYS[code]} ({reason.says})", [reason]) for reason in ranked]
    if code != "hours":
        return [_sum(code, _SAYS[code], mine)] if mine else []
    by_place: dict[str, list[overview.Reason]] = {}
    for reason in mine:
        by_place.setdefault(place_of(reason.zones[0]), []).append(reason)
    by_size = sorted(by_place.items(), key=lambda one: -sum(reason.leads for reason in one[1]))
    named = [
        _sum(code, f"{_SAYS[code]} in {place}", reasons)
        for place, reasons in by_size[:_CLOCKS_NAMED]
    ]
    rest = [reason for _, reasons in by_size[_CLOCKS_NAMED:] for reason in reasons]
    return [*named, _sum(code, f"{_SAYS[code]} elsewhere", rest)] if rest else named


def _sum(code: str, says: str, reasons: list[overview.Reason]) -> EmptyReason:
    times = [reason.next_at for reason in reasons if reason.next_at]
    return EmptyReason(
        code=code,
        says=says,
        leads=sum(reason.leads for reason in reasons),
        next_at=min(times, default=None),
    )


_SAYS = {
    "free": "free to call now",
    "yours": "with you",
    "promised": "promised a call back later",
    "promised_others": "promised a call back by someone else",
    "resting": "resting between tries",
    "hours": "outside calling hours",
    "others": "with other callers",
    "not_open": "before their window opens",
    "closed": "past their window",
    "tries": "out of tries",
    "kept_out": "kept out by a supervisor",
    "pushed": "kept for another caller",
    "sticky": "at a company someone else is talking to",
    "law": "not to be called by law",
    "limit": "called as often as the law allows",
    "zone": "without a known time zone",
    "research": "to research first",
    "no": "asked not to be called",
    "number": "without a number that can be dialled",
    "loading": "in a list that is not loaded to its end",
    "source_card": "waiting for a source card",
    "permission": "without a permission that still holds",
    "paused": "in a paused campaign",
}
