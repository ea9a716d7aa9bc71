"""What marketing should know of a week of calls: needs and objections in people's words (T5)."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.plain_text import shortened, unquoted
from qualdesk.core.questions import QuestionKind
from qualdesk.core.times import day_words, instant_of, local_time
from qualdesk.core.unnamed import NOBODY_NEAR, Near, keys_in, unnamed
from qualdesk.core.wording import tr

MOST_QUOTES = 20
"""How many different sayings stand under one heading; of the rest the number is said."""


@frozen
class Week:
    """A week of the calendar, Monday to Sunday, numbered as ISO 8601 does."""

    year: int
    number: int

    @property
    def monday(self) -> date:
        """Its first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def code(self) -> str:
        """The week as it is typed: 2026-W12."""
        return f"{self.year}-W{self.number:02}"

    @property
    def label(self) -> str:
        """The week as the screen says it."""
        sunday = self.monday + timedelta(days=6)
        return tr(
            "Week {number}, {first} to {last} {year}",
            number=self.number,
            first=day_words(self.monday),
            last=day_words(sunday),
            year=sunday.year,
        )

    def span(self, zone: str) -> tuple[datetime, datetime]:
        """From when to when it lasts on the clock of a zone, UTC; its end is not within it."""
        midnight = datetime.combine(self.monday, time())
        return instant_of(midnight, zone), instant_of(midnight + timedelta(days=7), zone)

    def moved(self, weeks: int) -> "Week":
        """The week so many weeks later, or earlier."""
        return week_of(self.monday + timedelta(weeks=weeks))


@frozen
class GivenInWeek:
    """An answer to a discovery question, the newest of its lead in the week.

    Attributes:
        asked: the question in its short form.
        order: where it stands in its script.
        labels: what was chosen, as the script says it; empty for words alone.
        words: what they said, as it was written down.
        near: whom the words may be about.
    """

    lead_id: LeadId
    question: str
    kind: QuestionKind
    asked: str
    order: int
    labels: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    does_not_know: bool = False
    near: Near = NOBODY_NEAR


@frozen
class EndedInWeek:
    """A call in which somebody said no, or not now; the last one of its lead in the week.

    Attributes:
        outcome: the label of what it ended with.
        reason: why, as its caller chose or wrote it.
        words: what was said in Fit and Next step on that call.
    """

    lead_id: LeadId
    outcome: str
    reason: str
    words: tuple[str, ...] = ()
    near: Near = NOBODY_NEAR


@frozen
class Saying:
    """Something that was said, and by how many."""

    says: str
    count: int


@frozen
class Need:
    """A discovery question, and what people answered.

    Attributes:
        people: how many answered it, those who did not know among them.
        does_not_know: how many did not know.
        chosen: answers from its options, the most frequent first.
        said: their own words, the most frequent first.
        more: how many further sayings there are.
    """

    asked: str
    people: int
    does_not_know: int
    chosen: tuple[Saying, ...]
    said: tuple[Saying, ...]
    more: int


@frozen
class Objection:
    """Why people said no or not now. ``reason`` is empty where nobody wrote one."""

    outcome: str
    reason: str
    people: int
    said: tuple[Saying, ...]
    more: int


@frozen
class Digest:
    """A week of calls for marketing: no names of people, no numbers, no addresses.

    Attributes:
        campaigns: whose calls these are.
        conversations: how many calls reached somebody.
        objections: the most frequent first.
    """

    week: Week
    campaigns: tuple[str, ...]
    conversations: int
    needs: tuple[Need, ...]
    objections: tuple[Objection, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nobody said anything."""
        return not self.needs and not self.objections


def week_of(day: date) -> Week:
    """The week a day lies in."""
    year, number, _ = day.isocalendar()
    return Week(year=year, number=number)


def last_whole_week(now: datetime, zone: str) -> Week:
    """The newest week that is over on the clock of a zone."""
    return week_of(local_time(now, zone).date()).moved(-1)


def week_named(text: str) -> Week:
    """The week as somebody typed it: 2026-W12, 2026-w12, or any day of it as 2026-03-19.

    Raises:
        Refused: it is no week.
    """
    found = _WEEK.fullmatch(text.strip())
    try:
        if found is None:
            return week_of(date.fromisoformat(text.strip()))
        week = Week(year=int(found[1]), number=int(found[2]))
        if week_of(week.monday) == week:
            return week
    except ValueError:
        pass
    raise Refused(tr("“{text}” is no week. Write it like 2026-W12.", text=text[:20]))


def names_in(given: Iterable[GivenInWeek], ended: Iterable[EndedInWeek]) -> frozenset[str]:
    """Keys of what may be names in the texts of a week: the workspace knows which are."""
    texts = (text for one in given for text in (*one.words, *one.labels))
    spoken = (text for one in ended for text in (one.reason, *one.words))
    return keys_in([*texts, *spoken])


def digest_of(
    week: Week,
    campaigns: Sequence[str],
    *,
    conversations: int,
    given: Sequence[GivenInWeek],
    ended: Sequence[EndedInWeek],
    known: Collection[str] = (),
) -> Digest:
    """The digest of a week. ``known`` are the keys of :func:`names_in` that are somebody's name."""
    return Digest(
        week=week,
        campaigns=tuple(campaigns),
        conversations=conversations,
        needs=tuple(_needs(given, known)),
        objections=tuple(_objections(ended, known)),
    )


def _needs(given: Sequence[GivenInWeek], known: Collection[str]) -> Iterator[Need]:
    of_question: defaultdict[str, list[GivenInWeek]] = defaultdict(list)
    for one in given:
        # An answer that is a person, or an agreed time, says who somebody is.
        if one.kind not in _WHO:
            of_question[one.question].append(one)
    for theirs in sorted(of_question.values(), key=lambda some: (some[0].order, some[0].asked)):
        said, more = _quotes(((text, one.near) for one in theirs for text in one.words), known)
        yield Need(
            asked=theirs[-1].asked,
            people=len(theirs),
            does_not_know=sum(one.does_not_know for one in theirs),
            chosen=_most(
                unnamed(label, one.near, known)
                for one in theirs
                if not one.does_not_know
                for label in one.labels
            ),
            said=said,
            more=more,
        )


def _objections(ended: Sequence[EndedInWeek], known: Collection[str]) -> Iterator[Objection]:
    of_reason: defaultdict[tuple[str, str], list[EndedInWeek]] = defaultdict(list)
    spelled: dict[str, str] = {}
    for one in ended:
        reason = " ".join(unnamed(one.reason, one.near, known).split())
        reason = spelled.setdefault(reason.casefold(), reason)
        of_reason[one.outcome, reason].append(one)
    most = sorted(of_reason.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    for (outcome, reason), theirs in most:
        said, more = _quotes(((text, one.near) for one in theirs for text in one.words), known)
        yield Objection(
            outcome=outcome,
            reason=reason,
            people=len({one.lead_id for one in theirs}),
            said=said,
            more=more,
        )


def _quotes(
    spoken: Iterable[tuple[str, Near]], known: Collection[str]
) -> tuple[tuple[Saying, ...], int]:
    """What was said, the most frequent first, and how many further sayings there are."""
    said = _most(unnamed(text, near, known) for text, near in spoken)
    return said[:MOST_QUOTES], max(0, len(said) - MOST_QUOTES)


def _most(texts: Iterable[str]) -> tuple[Saying, ...]:
    """Texts that say the same as one, in the spelling that came first; the most frequent first."""
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for text in texts:
        says = shortened(unquoted(" ".join(text.split())), _LETTERS)
        key = says.casefold().rstrip(".!… ")
        # What is left of a name alone is nothing anybody needs to know.
        if any(sign.isalnum() for sign in _LEFT_OUT.sub("", says)):
            counts[key] += 1
            first.setdefault(key, says)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Saying(says=first[key], count=count) for key, count in ordered)


_WHO = (QuestionKind.PERSON, QuestionKind.SLOT, QuestionKind.READ_ALOUD)
_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})", re.IGNORECASE | re.ASCII)
_LEFT_OUT = re.compile(r"\((?:name|number|address) left out\)")
_LETTERS = 300
