"""A lead on a few lines, to be read and not to be called: what the palette shows of a card."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from qualdesk.core.cards import CallCard
from qualdesk.core.messages import Message
from qualdesk.core.times import both_clocks, day_words, local_time, place_of
from qualdesk.core.wording import tr, tr_later

if TYPE_CHECKING:
    from qualdesk.desk.searching import FoundLead

HELD: Final = tr_later("{who} has this lead now. Ask them before you dial it.")
_CALLS: Final = 3


def facts_of(
    found: "FoundLead",
    card: CallCard | None,
    messages: tuple[Message, ...],
    now: datetime,
    our_zone: str,
) -> tuple[str, ...]:
    """Who they are, where they stand, what was promised, the last calls, what was left for them.

    Without a card no more than what they were found by.
    """
    if card is None:
        held = tr(HELD, who=found.held_by) if found.held_by else ""
        said = (", ".join(filter(None, (found.name, found.company))), held)
        return (*filter(None, said), f"{found.stands}. {found.campaign}.")
    contact = card.lead.contact
    who = ", ".join(filter(None, (contact.name, contact.title)))
    lines = [who, _where(card, now), f"{found.stands}. {card.campaign.name}."]
    if card.callback is not None:
        promise = card.callback.promise
        lines.append(tr("Promised: {at}.", at=both_clocks(promise.at, promise.zone, our_zone)))
    if found.held_by and not found.is_mine:
        lines.append(tr(HELD, who=found.held_by))
    elif not card.decision.is_allowed and not found.is_mine:
        lines.append(card.decision.says)
    zone = next(iter(contact.zones), our_zone)
    for call in card.past_calls[:_CALLS]:
        day = day_words(local_time(call.started_at, zone).date())
        note = f" {call.note}." if call.note else ""
        lines.append(f"{day}, {call.caller}: {tr(call.label)}.{note}")
    lines += [tr("{who} left: {says}", who=one.left_by, says=one.says) for one in messages]
    return tuple(lines)


def _where(card: CallCard, now: datetime) -> str:
    contact = card.lead.contact
    at = ", ".join(filter(None, (contact.company_name, contact.city)))
    zone = next(iter(contact.zones), "")
    there = (
        tr("{now:%H:%M} in {place}", now=local_time(now, zone), place=place_of(zone))
        if zone
        else ""
    )
    return ". ".join(filter(None, (at, there)))
