"""Why no lead is offered, and why one lead is not: in words whose counts add up."""

from datetime import datetime

from qualdesk.core.cards import EmptyReason, NothingToCall
from qualdesk.core.ids import CampaignId
from qualdesk.core.lead_words import lead_words
from qualdesk.core.times import place_of, time_words
from qualdesk.core.wording import tr, tr_later, within
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
    at = time_words(standing.next_at, zone, now=now)
    return f"{tr('{time} in {place}', time=at, place=place_of(zone))}: {_words(standing)}"


def says_of(standing: Standing) -> str:
    """Where one lead stands, in words that begin a line: “Tried twice”."""
    says = _words(standing)
    return says[:1].upper() + says[1:]


def _words(standing: Standing) -> str:
    by_whom = {
        "free": tr("Can be called now"),
        "yours": tr("With you"),
        "others": tr("With {caller}", caller=standing.held_by),
        "kept_out": tr("Kept out: {reason}", reason=standing.kept_out),
        "pushed": tr("Kept for {caller}", caller=standing.pushed_to),
        "law": standing.law,
        "research": _to_research(standing),
        "promised": tr("Call back promised"),
        "promised_others": tr("{caller} promised a call back", caller=standing.callback_owner),
        "resting": _why_resting(standing),
    }
    return by_whom.get(standing.code) or tr(_SAYS[standing.code])


def _zone_of(tx: Transaction, campaign_id: CampaignId | None) -> str:
    """The clock the campaigns looked at are run by; UTC when they do not share one."""
    if campaign_id is not None:
        return kept.load_campaign(tx, campaign_id).window.zone
    zones = {campaign.window.zone for campaign in kept.campaigns(tx)}
    return zones.pop() if len(zones) == 1 else "UTC"


def _why_resting(standing: Standing) -> str:
    tries = standing.tried_today
    count = {0: "", 1: tr("tried once"), 2: tr("tried twice")}.get(tries)
    if count is None:
        count = tr("tried {n} times", n=tries)
    reason = within(lead_words(standing.reason))
    return ", ".join(filter(None, (reason, count))) or tr(_SAYS["resting"])


def _to_research(standing: Standing) -> str:
    reason = lead_words(standing.reason)
    return tr("To research first: {reason}", reason=reason) if reason else ""


def _told(code: str, found: tuple[overview.Reason, ...]) -> list[EmptyReason]:
    """One reason in words; calling hours by the clocks they are of, the most leads first."""
    mine = [reason for reason in found if reason.code == code]
    if code == "law":
        ranked = sorted(mine, key=lambda reason: -reason.leads)
        return [_sum(code, f"{tr(_SAYS[code])} ({reason.says})", [reason]) for reason in ranked]
    if code != "hours":
        return [_sum(code, tr(_SAYS[code]), mine)] if mine else []
    by_place: dict[str, list[overview.Reason]] = {}
    for reason in mine:
        by_place.setdefault(place_of(reason.zones[0]), []).append(reason)
    by_size = sorted(by_place.items(), key=lambda one: -sum(reason.leads for reason in one[1]))
    named = [
        _sum(code, tr("outside calling hours in {place}", place=place), reasons)
        for place, reasons in by_size[:_CLOCKS_NAMED]
    ]
    rest = [reason for _, reasons in by_size[_CLOCKS_NAMED:] for reason in reasons]
    return [*named, _sum(code, tr("outside calling hours elsewhere"), rest)] if rest else named


def _sum(code: str, says: str, reasons: list[overview.Reason]) -> EmptyReason:
    times = [reason.next_at for reason in reasons if reason.next_at]
    return EmptyReason(
        code=code,
        says=says,
        leads=sum(reason.leads for reason in reasons),
        next_at=min(times, default=None),
    )


_SAYS = {
    "free": tr_later("free to call now"),
    "yours": tr_later("with you"),
    "promised": tr_later("promised a call back later"),
    "promised_others": tr_later("promised a call back by someone else"),
    "resting": tr_later("resting between tries"),
    "hours": tr_later("outside calling hours"),
    "others": tr_later("with other callers"),
    "not_open": tr_later("before their window opens"),
    "closed": tr_later("past their window"),
    "tries": tr_later("out of tries"),
    "kept_out": tr_later("kept out by a supervisor"),
    "pushed": tr_later("kept for another caller"),
    "sticky": tr_later("at a company someone else is talking to"),
    "law": tr_later("not to be called by law"),
    "limit": tr_later("called as often as the law allows"),
    "zone": tr_later("without a known time zone"),
    "research": tr_later("to research first"),
    "no": tr_later("asked not to be called"),
    "number": tr_later("without a number that can be dialled"),
    "loading": tr_later("in a list that is not loaded to its end"),
    "source_card": tr_later("waiting for a source card"),
    "permission": tr_later("without a permission that still holds"),
    "paused": tr_later("in a paused campaign"),
}
