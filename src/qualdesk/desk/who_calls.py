"""Who is on the phones of a campaign, put together from calls and from what callers told."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from qualdesk.core.campaigns import Campaign
from qualdesk.core.errors import NotFound
from qualdesk.core.ids import CampaignId
from qualdesk.core.my_day import day_bounds
from qualdesk.core.on_phones import STATES, CallBacks, OnPhone, Phones, doing
from qualdesk.core.wording import tr
from qualdesk.desk.outcomes import catalogue_of
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import campaigns
from qualdesk.store import on_phones as kept
from qualdesk.store.database import Transaction

_Key: TypeAlias = Callable[[OnPhone], tuple[int, str]]


def seat_label(seat: int) -> str:
    """What somebody is called where names are not shown."""
    return tr("Caller {seat}", seat=seat)


def seen(tx: Transaction, campaign: Campaign) -> Phones:
    """The phones of a campaign, by name."""
    _, start, _ = day_bounds(tx.now, campaign.window.zone)
    here = {one.name: one for one in kept.seen_since(tx, start, campaign.id)}
    catalogue = {one.code: one for each in (shipped_outcomes(), catalogue_of(tx)) for one in each}
    days = kept.days_of_calls(
        tx,
        list(here),
        start,
        campaign.id,
        [code for code, one in catalogue.items() if one.was_reached],
        [code for code, one in catalogue.items() if one.qualifies],
    )
    hands = kept.in_hand(tx, list(here))
    callers = (
        _on_phone(tx, one, days[one.name], hands.get(one.name))
        for one in here.values()
        if _is_here(one, days[one.name], hands.get(one.name), campaign.id)
    )
    return Phones(
        at=tx.now,
        callers=tuple(callers),
        call_backs=call_backs(tx, campaign),
        named=kept.names_shown(tx),
    )


def _is_here(
    one: kept.Seen, day: kept.DayOfCalls, hand: kept.InHand | None, campaign: CampaignId
) -> bool:
    """Whether they call for this campaign today; who only watches does not."""
    if day.here or one.works_for == campaign:
        return True
    if hand is None or hand.campaign != campaign:
        return False
    return hand.call is not None or one.role == "caller"


def _on_phone(
    tx: Transaction, one: kept.Seen, day: kept.DayOfCalls, hand: kept.InHand | None
) -> OnPhone:
    call = hand.call if hand is not None else None
    found = doing(tx.now, one.told, call, day.last_ended, one.seen_at)
    # Whoever has no call is with nobody: they read, or rest.
    is_with = hand is not None and call is not None and found.state not in {"break", "away"}
    working_on = _calls_for(one, day, hand)
    return OnPhone(
        name=one.name,
        state=found.state,
        state_label=tr(STATES[found.state]),
        since=found.since,
        lead=hand.name if hand is not None and is_with else "",
        lead_id=hand.lead_id if hand is not None and is_with else None,
        calls=day.calls,
        reached=day.reached,
        qualified=day.qualified,
        campaign=working_on,
        campaign_name=_name_of(tx, working_on),
        back_at=found.back_at,
    )


def _calls_for(one: kept.Seen, day: kept.DayOfCalls, hand: kept.InHand | None) -> CampaignId | None:
    """What they call for: where they were moved to, else what is in hand, else what was last."""
    return one.works_for or (hand.campaign if hand is not None else day.last_campaign) or None


def _name_of(tx: Transaction, campaign: CampaignId | None) -> str:
    if campaign is None:
        return ""
    try:
        return campaigns.load_campaign(tx, campaign).name
    except NotFound:
        return ""


def call_backs(tx: Transaction, campaign: Campaign) -> CallBacks:
    """The call backs of the day it is on the campaign's clock."""
    from qualdesk.store.callbacks_today import callbacks_of_day

    _, start, end = day_bounds(tx.now, campaign.window.zone)
    return callbacks_of_day(tx, campaign.id, start, end)


def people_of(found: Phones) -> list[str]:
    """Everybody who is named on the phones of a campaign."""
    names = [one.name for one in found.callers] + [one.owner for one in found.call_backs.calls]
    return [name for name in dict.fromkeys(names) if name]


def seated(found: Phones, seats: Mapping[str, int]) -> Phones:
    """The same with seats in the place of names."""
    callers = tuple(replace(one, name=seat_label(seats[one.name])) for one in found.callers)
    late = tuple(
        replace(one, owner=seat_label(seats[one.owner]) if one.owner else "")
        for one in found.call_backs.calls
    )
    return replace(found, callers=callers, call_backs=replace(found.call_backs, calls=late))


def by_seat(seats: Mapping[str, int] | None) -> _Key:
    """The order callers are shown in: of their names or seats, never of their figures (S4)."""
    if seats is None:
        return lambda one: (0, one.name.casefold())
    places = {seat_label(seat): seat for seat in seats.values()}
    return lambda one: (places.get(one.name, 0), one.name)
