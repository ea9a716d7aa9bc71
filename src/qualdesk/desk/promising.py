"""A time to call back: what was typed, read back and checked, and times to offer."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from qualdesk.core.answer_hours import AnswerHours, answer_hours
from qualdesk.core.calling_rules import may_call
from qualdesk.core.consequences import may_promise
from qualdesk.core.country_names import in_country
from qualdesk.core.frozen import frozen
from qualdesk.core.members import Member, beside_shift
from qualdesk.core.questions import QuestionKind
from qualdesk.core.read_back import place_words, read_back
from qualdesk.core.roles import role_of
from qualdesk.core.slots import Slot, read_slot
from qualdesk.core.suggested_times import suggestions
from qualdesk.core.times import Promise, weekday_name
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.called import CallbackRead
from qualdesk.desk.situations import Situation
from qualdesk.store import believed
from qualdesk.store.callbacks import promised_others
from qualdesk.store.database import Transaction
from qualdesk.store.members import find_member, members

if TYPE_CHECKING:
    from qualdesk.core.spoken_times import Heard


@frozen
class Promising:
    """Who promises a call, to whom, and on which clock times are read back to them.

    ``ours`` is the zone of the caller's own clock.
    """

    found: Situation
    member: Member
    ours: str

    @property
    def hours(self) -> tuple[Slot, ...]:
        """When the person said they can be reached, as they answered on the call."""
        script, answers = self.found.script, self.found.answers
        asked = script.questions if script else ()
        said = [answers[one.id].value for one in asked if one.kind is _SLOT and one.id in answers]
        slots = [read_slot(value) for value in said if isinstance(value, str)]
        return tuple(slot for slot in slots if slot is not None)

    @property
    def holidays(self) -> Mapping[date, str]:
        """The public holidays where the person is: day to name."""
        contact = self.found.lead.contact
        country = contact.country or self.found.campaign.region
        days = self.found.standing.hours.law.book.holidays.days
        return days.get(f"{country}-{contact.subdivision}") or days.get(country) or {}


def promising(tx: Transaction, found: Situation, caller: str, ours: str = "") -> Promising:
    """The promise of this caller to that lead; without ``ours``, the clock they work by counts."""
    member = find_member(tx, caller) or Member(name=caller)
    zone = ours or member.zone or found.campaign.window.zone
    return Promising(found=found, member=member, ours=zone)


def heard_said(one: Promising, text: str, languages: Sequence[str] = ()) -> "Heard":
    """What was typed means on the person's clock; the typist's own languages are tried first.

    Raises:
        TimeNotUnderstood: it cannot be read, or has passed.
    """
    from qualdesk.core.spoken_times import hear

    found = one.found
    return hear(
        text,
        now=found.now,
        zone=found.standing.zone,
        languages=(*languages, *one.member.languages),
        region=found.lead.contact.country or found.campaign.region,
    )


def read_said(
    tx: Transaction, one: Promising, text: str, languages: Sequence[str] = ()
) -> CallbackRead:
    """What was typed, on the person's clock, read back in both clocks and checked.

    Raises:
        TimeNotUnderstood: it cannot be read, or has passed.
    """
    heard = heard_said(one, text, languages)
    return _checked(tx, one, heard.promise, note=heard.note)


def offered(tx: Transaction, one: Promising) -> tuple[CallbackRead, ...]:
    """Three times to offer, inside hours and window; fewer when the window ends before."""
    found = one.found
    hours = hours_they_answer(tx, found)
    times = suggestions(
        found.now,
        found.standing.hours,
        named=one.hours,
        best=hours.best,
        holidays=one.holidays,
    )
    fitting = [it for it in times if not may_promise(it.promise, found.standing, found.now)]
    return tuple(_checked(tx, one, it.promise, because=it.because) for it in fitting)


def hours_they_answer(tx: Transaction, found: Situation) -> AnswerHours:
    """The hours at which people of their role pick up, as far as the queue has learned."""
    role = role_of(found.lead.contact.title)
    return answer_hours(believed.odds(tx), role, found.standing.hours.limits)


def _checked(
    tx: Transaction, one: Promising, promise: Promise, *, note: str = "", because: str = ""
) -> CallbackRead:
    found = one.found
    refused = may_promise(promise, found.standing, found.now)
    warning = refused or " ".join(_against(tx, one, promise))
    return CallbackRead(
        promise=promise,
        says=read_back(
            promise, ours=one.ours, now=found.now, place=place_words(found.lead.contact)
        ),
        warning=warning,
        is_possible=not refused,
        note=note,
        because=because,
        fits="" if warning else _fits(one),
        colleagues=_there(tx, one, promise),
    )


def _against(tx: Transaction, one: Promising, promise: Promise) -> Iterator[str]:
    """What makes a time that can be promised a poor choice."""
    hours = one.found.standing.hours
    if promise.wall.weekday() not in hours.limits.days:
        yield tr(
            "{weekday} is no calling day there. Keep it only if they named it.",
            weekday=weekday_name(promise.wall.weekday()),
        )
    elif holiday := one.holidays.get(promise.wall.date()):
        yield tr(
            "That is a holiday there: {holiday}. Keep it only if they named it.", holiday=holiday
        )
    elif not may_call(hours, promise.at).is_allowed:
        says = tr(
            "{at:%H:%M} is outside calling hours there. Keep it only if they named it.",
            at=promise.wall,
        )
        yield says
    # A rule that only warns stops no promise: it is said now, when another day can be found.
    yield from may_call(hours, promise.at, agreed=True).warnings
    if says := beside_shift(one.member, promise.at):
        yield says
        if there := _there(tx, one, promise):
            yield tr("At work then: {names}.", names=", ".join(there))
    others = promised_others(tx, one.member.name, promise.at, one.found.lead.id)
    if others:
        yield tr(_PROMISED.get(others, _PROMISED_MORE), others=others)


def _there(tx: Transaction, one: Promising, promise: Promise) -> tuple[str, ...]:
    """Colleagues who call for the campaign and are at work then; who speaks with them first.

    Of those alone who said when they work; at most :data:`NAMED`.
    """
    spoken = set(one.found.lead.contact.languages)
    campaign = one.found.campaign
    some = [
        each
        for each in members(tx)
        if each.role == "caller"
        and each.name != one.member.name
        and each.works_for(campaign.id)
        and each.client in {"", campaign.client}
        and each.is_at_work(promise.at)
    ]
    some.sort(key=lambda each: (spoken.isdisjoint(each.languages), each.name.casefold()))
    return tuple(each.name for each in some[:NAMED])


def _fits(one: Promising) -> str:
    """What was looked at where nothing speaks against the time."""
    country = one.found.lead.contact.country
    has_window = one.found.standing.ends_at is not None
    if country:
        says = _IN_WINDOW_AND_COUNTRY if has_window else _IN_COUNTRY
    else:
        says = _IN_WINDOW if has_window else _IN_HOURS
    return tr(says, country=in_country(country))


NAMED = 4
"""So many colleagues are offered to keep a promise: a list to choose from is read on a call."""
_SLOT = QuestionKind.SLOT
_PROMISED = {
    1: tr_later("You promised somebody else a call at that time."),
    2: tr_later("You promised two others a call at that time."),
    3: tr_later("You promised three others a call at that time."),
}
_PROMISED_MORE = tr_later("You promised {others} others a call at that time.")
_IN_WINDOW_AND_COUNTRY = tr_later(
    "Inside the call window and inside your calling hours for {country}."
)
_IN_COUNTRY = tr_later("Inside your calling hours for {country}.")
_IN_WINDOW = tr_later("Inside the call window and inside calling hours there.")
_IN_HOURS = tr_later("Inside calling hours there.")
