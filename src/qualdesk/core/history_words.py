"""The history in words: one sentence for each thing that was done, in the language spoken."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import field
from datetime import date, datetime
from string import Formatter
from types import MappingProxyType
from typing import Any, Final

from qualdesk.core.criteria import Side
from qualdesk.core.frozen import frozen
from qualdesk.core.history_of_leads import OF_CALLS, OF_THE_QUEUE, WITH_SALES
from qualdesk.core.history_of_work import (
    OF_BATCHES,
    OF_CAMPAIGNS,
    OF_DOCUMENTS,
    OF_LISTS,
    OF_THE_HOUSE,
)
from qualdesk.core.history_sentences import HistoryKind, Sentence
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.recycling import RecycleTo
from qualdesk.core.times import day_words
from qualdesk.core.wording import listed, tr, tr_later


@frozen
class Done:
    """One thing that was done, as the history keeps it: without a personal value.

    Attributes:
        number: its place in the history; later ones are higher.
        subject: the kind of thing it was done to, ``subject_id`` which of them.
        details: names of fields, codes and counts.
    """

    number: int
    at: datetime
    who: str
    what: str
    subject: str
    subject_id: str
    details: Mapping[str, Any] = field(default_factory=dict)


@frozen
class Named:
    """What the things an entry speaks of are called now.

    Attributes:
        thing: what it was done to; of somebody erased only that they were.
        people: callers by their name, as they are shown: by seat where names are switched off.
        leads: leads that details speak of, by their number.
        campaigns: campaigns that details speak of, by their number.
        labels: outcomes by their code.
    """

    thing: str = ""
    people: Mapping[str, str] = field(default_factory=dict)
    leads: Mapping[int, str] = field(default_factory=dict)
    campaigns: Mapping[int, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)


@frozen
class HistoryLine:
    """A line of the history, as people read it.

    Attributes:
        who: by name, or by seat where names are switched off.
        says: what was done, in a sentence without a full stop.
        lead_id: the lead it was done to, when it was one that is there.
        campaign_id: the campaign it belongs to, where it belongs to one.
    """

    number: int
    at: datetime
    who: str
    says: str
    kind: HistoryKind
    lead_id: LeadId | None = None
    campaign_id: CampaignId | None = None


@frozen
class HistoryPage:
    """Lines of the history, the newest first.

    Attributes:
        before: what to ask for to go on below them; None at the beginning of the history.
    """

    lines: tuple[HistoryLine, ...] = ()
    before: int | None = None


@frozen
class Checked:
    """The history, read from its beginning to its end.

    Attributes:
        entries: how many there are.
        head: the hash of the last one, which stands for all of them; empty without any.
        fault: the number of the first entry that was changed, removed or moved, or that stands
            where one was removed; None when the chain is whole.
        missing: how many entries are missing at the end; below zero where there are more than
            were written.
    """

    entries: int
    head: str
    fault: int | None = None
    missing: int = 0


def sentence_of(subject: str, what: str) -> tuple[Sentence, str] | None:
    """How it is said, and what stands behind its first words; None for what nobody worded.

    “outcome busy” is said by the sentence of “outcome *”, of “busy”.
    """
    found = SENTENCES.get((subject, what))
    if found is not None:
        return found, ""
    first, _, rest = what.rpartition(" ")
    found = SENTENCES.get((subject, f"{first} *"))
    return (found, rest) if found is not None else None


def kind_of(done: Done) -> HistoryKind:
    """What an entry is about."""
    found = sentence_of(done.subject, done.what)
    return found[0].kind if found else _KINDS.get(done.subject, HistoryKind.TEAM)


def never_of(kinds: Collection[HistoryKind]) -> frozenset[str]:
    """The things of which no entry is of one of these kinds: those need not be read."""
    of: dict[str, set[HistoryKind]] = {subject: {kind} for subject, kind in _KINDS.items()}
    for (subject, _), sentence in SENTENCES.items():
        of.setdefault(subject, {HistoryKind.TEAM}).add(sentence.kind)
    return frozenset(subject for subject, some in of.items() if some.isdisjoint(kinds))


def words_of(done: Done, named: Named) -> str:
    """What was done, as a sentence without a full stop: “Called Katrin Albers: No answer”."""
    found = sentence_of(done.subject, done.what)
    if found is None:
        # Of a program newer than this one: what stands there is said as it stands.
        says = done.what[:1].upper() + done.what[1:]
        return f"{says}: {named.thing}" if named.thing else says
    sentence, rest = found
    says = _filled(_chosen(sentence, done.details), done, named, rest)
    parts = [_filled(part, done, named) for key, part in sentence.parts if key in done.details]
    return tr("{what}: {parts}", what=says, parts="; ".join(parts)) if parts else says


def places_of(says: str) -> dict[str, bool]:
    """The places of a sentence, each with whether a number stands in it."""
    return {place: bool(form) for _, place, form, _ in Formatter().parse(says) if place}


def leads_in(done: Done) -> tuple[int, ...]:
    """The leads that details of an entry speak of."""
    found = (done.details.get(key) for key in _LEADS if done.what in _LEADS[key])
    return tuple(one for one in found if isinstance(one, int))


def people_in(done: Done) -> tuple[str, ...]:
    """The people that an entry speaks of beside whoever did it."""
    found = [str(done.details.get(key) or "") for key in sorted(_PEOPLE)]
    return tuple(one for one in (*found, done.subject_id * (done.subject == "member")) if one)


def campaigns_in(done: Done) -> tuple[int, ...]:
    """The campaigns that details of an entry speak of."""
    found: list[Any] = []
    for key in sorted(_CAMPAIGNS):
        value = done.details.get(key)
        found += value if isinstance(value, list) else [value]
    return tuple(one for one in found if isinstance(one, int) and one > 0)


def _filled(says: str, done: Done, named: Named, rest: str = "") -> str:
    values = {
        place: _shown(place, done.details.get(place), named, counts=counts)
        for place, counts in places_of(says).items()
    }
    values |= {"name": named.thing, "rest": named.labels.get(rest) or tr(_RESTS.get(rest, rest))}
    return tr(says, **values)


def _chosen(sentence: Sentence, details: Mapping[str, Any]) -> str:
    if sentence.unless and not details.get(sentence.unless):
        return sentence.otherwise
    if sentence.counts and _counted(details.get(sentence.counts)) == 1:
        return sentence.one
    return sentence.says


def _shown(place: str, value: Any, named: Named, *, counts: bool) -> Any:
    """A detail as it stands in the sentence."""
    if counts:
        return _counted(value)
    if place in _PLANNED:
        return _PLANNED[place](value)
    if isinstance(value, list):
        known = named.campaigns if place in _CAMPAIGNS else named.labels
        return listed(str(known.get(one, one)) for one in value)
    if isinstance(value, int) and place in _LEADS:
        return named.leads.get(value, tr(ERASED))
    if isinstance(value, int) and place in _CAMPAIGNS:
        return named.campaigns.get(value, "")
    return _text_words(place, "" if value is None else str(value), named)


def _text_words(place: str, text: str, named: Named) -> str:
    if place in _PEOPLE and text in named.people:
        return named.people[text]
    if place == "side" and text in list(Side):
        return Side(text).label
    if place == "to" and text in list(RecycleTo):
        return RecycleTo(text).label
    return tr(_VALUES[text]) if text in _VALUES else text


def _tries(value: Any) -> str:
    """How often giveaways are tried; as all others where nobody said."""
    return tr("as for others") if value is None else str(value)


def _close(value: Any) -> str:
    """The day a window closes; an instant as text."""
    return day_words(datetime.fromisoformat(value).date()) if value else tr("no end")


def _callers(value: Any) -> str:
    """How many callers more or less are planned, each from a day."""
    planned = [
        tr("{count:+} from {day}", count=count, day=day_words(date.fromisoformat(day)))
        for day, count in value or ()
    ]
    return listed(planned) or tr("nobody")


def _counted(value: Any) -> int:
    """A count, or how many there are of what is listed."""
    if isinstance(value, list):
        return len(value)
    return value if isinstance(value, int) else 0


ERASED: Final = tr_later("somebody who was erased")
SENTENCES: Final[Mapping[tuple[str, str], Sentence]] = MappingProxyType(
    {
        **{("lead", what): one for what, one in (OF_CALLS | OF_THE_QUEUE | WITH_SALES).items()},
        **{("campaign", what): one for what, one in OF_CAMPAIGNS.items()},
        **{("handoff_batch", what): one for what, one in OF_BATCHES.items()},
        **OF_LISTS,
        **OF_DOCUMENTS,
        **OF_THE_HOUSE,
    }
)
"""By the kind of thing it was done to and what was done."""
_PLANNED: Final[Mapping[str, Callable[[Any], str]]] = {
    "tries_from": _tries,
    "tries_to": _tries,
    "close_from": _close,
    "close_to": _close,
    "callers_from": _callers,
    "callers_to": _callers,
}
_PEOPLE: Final = frozenset({"to", "owner", "of", "had_it", "caller", "person"})
_CAMPAIGNS: Final = frozenset({"campaign", "to", "was"})
_LEADS: Final = {"by": frozenset({"referred"})}
_KINDS: Final = {
    "lead": HistoryKind.CALLS,
    "campaign": HistoryKind.CAMPAIGNS,
    "list": HistoryKind.LISTS,
    "handoff_batch": HistoryKind.HANDOFF,
}
_RESTS: Final = {
    "material": tr_later("material"),
    "opt_in": tr_later("a yes to mails"),
    "meeting": tr_later("a talk with sales"),
}
_VALUES: Final = {
    "business": tr_later("business"),
    "consumer": tr_later("consumer"),
    "unknown": tr_later("unknown"),
    "changed": tr_later("the answer is changed"),
    "stands": tr_later("the answer stands"),
    "house-hours": tr_later("the usual calling hours"),
    "max-attempts": tr_later("how often a lead is tried"),
    "max-per-day": tr_later("how often a lead is tried on a day"),
    "min-gap": tr_later("the time between two tries"),
    "window-closed": tr_later("the window is closed"),
    "window-not-open": tr_later("the window is not open yet"),
}
