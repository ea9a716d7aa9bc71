"""What the desk says above the columns, in whole sentences."""

from datetime import datetime, timedelta
from typing import Final

from qualdesk.core.cards import CallCard
from qualdesk.core.outcomes import Catalogue
from qualdesk.core.read_back import place_words, with_place
from qualdesk.core.times import both_clocks, local_time, time_words
from qualdesk.core.wording import tr, tr_later, tr_n, within
from qualdesk.desk.called import Finished, Referred

COPIED: Final = tr_later("The number is copied.")
COPIED_TO_DIAL: Final = tr_later("The number is copied. Dial it on your phone. The timer runs.")
NO_OUTCOME: Final = tr_later("Choose how the call ended: Alt 4, Alt 6 to Alt 9, or Alt 0 for more.")
BEGUN: Final = tr_later("This call has begun. End it with an outcome instead of skipping.")
ON_A_BREAK: Final = tr_later("You are on a break. Nothing is dialled until you come back.")
BREAKS: Final = (10, 30)
"""How many minutes a break is offered to take; a supervisor sees when it ends."""
NO_BREAK_NOW: Final = tr_later("End the call first, then take your break.")
LEAD_WAITS: Final = tr_later("Saved. Your next lead comes when you stop typing.")
HERE_IS_NEXT: Final = tr_later("Here is your next lead.")
TYPING_IS_BACK: Final = tr_later("What you were typing is back where it was.")
TYPING_ERASED: Final = tr_later(
    "What you were typing was about somebody who was erased since. It is gone."
)
SAVED_AGAIN: Final = tr_later("Saving works again. Everything you typed is saved.")
STILL_HERE: Final = tr_later(
    "What you typed is still here. It is saved as soon as that works again."
)


def number(card: CallCard | None, e164: str) -> str:
    """A number as people of its country write it."""
    phones = card.lead.contact.phones if card else ()
    return next((phone.shown or e164 for phone in phones if phone.e164 == e164), e164)


def back_by(now: datetime, minutes: int) -> datetime:
    """When a break of so many minutes ends, UTC: people say such times in steps of five minutes."""
    step = timedelta(minutes=5)
    early = now + timedelta(minutes=minutes)
    over = (early - datetime.min.replace(tzinfo=early.tzinfo)) % step
    return early + (step - over if over else over)


def back_at(at: datetime, zone: str) -> str:
    """When somebody is back from a break, on their clock."""
    return tr("Back at {at:%H:%M}", at=local_time(at, zone))


def resumed(card: CallCard, zone: str) -> str:
    """A call that was cut off: with whom, when, and what is safe."""
    assert card.attempt is not None
    at = local_time(card.attempt.started_at, zone)
    if card.attempt.is_incoming:
        return tr(
            "{name} called us at {at:%H:%M}. Nothing was dialled.",
            name=card.lead.contact.name,
            at=at,
        )
    count = sum(answer.confirmed for answer in card.answers.values())
    return tr_n(
        count,
        "You were in a call with {name} at {at:%H:%M}. {n} answer is safe. Go on?",
        "You were in a call with {name} at {at:%H:%M}. {n} answers are safe. Go on?",
        name=card.lead.contact.name,
        at=at,
    )


def typing_kept(name: str, at: str) -> str:
    """What was typed before the program ended belongs to another lead, and is saved there."""
    return tr("What you had typed at {at} for {name} is saved with their lead.", at=at, name=name)


def typing_unplaced(lines: str) -> str:
    """What was typed before the program ended fits nowhere any more."""
    return tr("This was typed and could not be saved: {lines}", lines=lines)


def asked_for(name: str, due_at: datetime, theirs: str, ours: str, now: datetime) -> str:
    """Somebody is waiting for the call they were promised."""
    return tr("{name} asked for {time}", name=name, time=_on_clocks(due_at, theirs, ours, now))


def anyone_may(anyone_at: datetime, zone: str, now: datetime) -> str:
    """What happens to a promise nobody keeps while this call goes on."""
    if anyone_at <= now:
        return tr("You are on a call. Anyone may call this lead now.")
    at = time_words(anyone_at, zone, now=now)
    return tr("You are on a call. At {at} anyone may call this lead.", at=at)


REMINDED: Final = tr_later("You wanted to hear of it before it is due.")


def break_before(name: str, due_at: datetime, theirs: str, ours: str, now: datetime) -> str:
    """A promise comes due while its caller is on a break."""
    at = _on_clocks(due_at, theirs, ours, now)
    return tr("You have a call back with {name} at {at}. Give it to anyone?", name=name, at=at)


def gone(name: str) -> str:
    """The hold on a lead nobody had dialled ran out, and somebody else has it."""
    return tr("Somebody else has {name} by now.", name=name)


def dial_first(label: str) -> str:
    """An outcome was pressed that needs a call."""
    return tr("“{outcome}” needs a call. Dial first.", outcome=tr(label))


_SKIPPED: Final = tr_later("Skipped")
LOCKED: Final = tr_later("The number stays locked.")


def their_time(card: CallCard, now: datetime) -> str:
    """What the clocks show that the lead may be under: one time, or the first and the last."""
    zones = card.decision.zones or (zone_of(card),)
    shown = sorted(local_time(now, zone).replace(tzinfo=None) for zone in zones)
    first, last, name = shown[0], shown[-1], card.lead.contact.name
    if first == last:
        return tr("It is {at:%H:%M} for {name}", at=first, name=name)
    return tr("It is {first:%H:%M} or {last:%H:%M} for {name}", first=first, last=last, name=name)


def call_then(card: CallCard, next_at: datetime, now: datetime) -> str:
    """The way on that leaves a lead until it may be called, on the lead's clock."""
    return tr("Call {at} instead", at=time_words(next_at, zone_of(card), now=now))


def left_until(card: CallCard, next_at: datetime, now: datetime) -> str:
    """What became of a lead that is left until it may be called."""
    at = time_words(next_at, zone_of(card), now=now)
    return tr("{name} comes back from {at} their time on.", name=card.lead.contact.name, at=at)


def zone_of(card: CallCard) -> str:
    """The zone of the lead's clock, by which times are said to them."""
    return next(iter(card.lead.contact.zones), card.campaign.window.zone)


def done(
    finished: Finished, catalogue: Catalogue, card: CallCard | None = None, ours: str = ""
) -> tuple[str, str]:
    """What was just done, and what follows: the two lines of the undo card.

    ``card`` is the lead it was done with: a time on another clock than ``ours`` names its place.
    """
    labels = {outcome.code: outcome.label for outcome in catalogue} | {"skipped": _SKIPPED}
    label = labels.get(finished.outcome, finished.outcome)
    says = finished.says
    if card is not None and card.lead.id == finished.lead_id:
        place = place_words(card.lead.contact)
        theirs = zone_of(card)
        says = with_place(says, finished.next_at, theirs=theirs, ours=ours, place=place)
    return f"{finished.name}: {within(tr(label))}", says[:1].upper() + says[1:]


def referred(name: str, done: Referred) -> str:
    """What became of somebody who was named."""
    if done.lead_id is None:
        return tr("{name} is noted.", name=name)
    if done.existing:
        return tr("{name} is already here. Both leads are linked now.", name=name)
    return tr("{name} is added, and linked to this lead.", name=name)


def lacking(lacks: str) -> str:
    """Why Qualified cannot be chosen yet."""
    return lacks if lacks.endswith((".", "?")) else f"{lacks}."


def _on_clocks(at: datetime, theirs: str, ours: str, now: datetime) -> str:
    """A time on both clocks, and in short where they show the same."""
    if local_time(at, theirs).replace(tzinfo=None) == local_time(at, ours).replace(tzinfo=None):
        return time_words(at, ours, now=now)
    return both_clocks(at, theirs, ours)
