"""Practice calls: people the app plays in text, what they say, and what went well. Nobody is real.

A played call is a value: each thing that happens gives a new one. Nothing here counts anywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from qualdesk.core.frozen import frozen
from qualdesk.core.questions import Answer, QuestionId, QuestionKind
from qualdesk.core.scripts import DISCOVERY_ANSWERS, CallScript, StageKind
from qualdesk.core.wording import tr, tr_later

ENOUGH_WORDS = 2
"""Answers kept in their own words from which on it is said that they were."""


@frozen
class Reply:
    """What somebody says to one question.

    Attributes:
        value: the answer a good caller keeps, for questions with answers to choose from.
        words: the same in their own words, shorter than ``says``.
        objects: what they object once they have answered; ``objection`` names it as scripts do.
        names: whom they name: somebody to add as a referral.
        leaves: after this they have to go, and say when they can be called.
    """

    says: str
    value: str = ""
    words: str = ""
    objects: str = ""
    objection: str = ""
    names: str = ""
    leaves: bool = False


@frozen
class Person:
    """Somebody to practise on: who they are, how they begin, what they say to what.

    Attributes:
        did, note: what they did at the event, and what the stand wrote about them.
        hello: how they answer the phone; ``listens`` what they say to the opener.
        early: what they say when asked about fit before about themselves (D1).
        replies: by question; ``otherwise``: by kind of question, for all others.
        fits: the outcomes that are what they agreed to; ``wish`` says that in words.
    """

    order: int
    name: str
    title: str
    company: str
    city: str
    country: str
    zone: str
    phone: str
    email: str
    did: str
    note: str
    mood: str
    hello: str
    listens: str
    early: str
    bye: str
    fits: tuple[str, ...]
    wish: str
    replies: Mapping[str, Reply] = field(hash=False)
    otherwise: Mapping[str, str] = field(hash=False)

    def reply_to(self, question: QuestionId, kind: QuestionKind) -> Reply:
        """What they say to a question; there is always something."""
        if kind is QuestionKind.READ_ALOUD:
            return Reply(says=self.bye)
        known = self.replies.get(question)
        if known is not None:
            return known
        plain = self.otherwise.get(kind.value) or self.otherwise.get("words")
        return Reply(says=plain or "I could not say.")


@frozen
class PlayedCall:
    """A call with somebody the app plays, as far as it has come.

    Attributes:
        says: what they said last; empty while it rings.
        heard: the questions they answered, in order.
        objected: what they have objected so far, as scripts name it.
        is_objecting: the last thing they said was an objection.
        names: somebody they named just now: to be added as a referral.
        leaves: they have to go, and said when they can be called.
    """

    person: Person
    says: str = ""
    heard: tuple[QuestionId, ...] = ()
    objected: tuple[str, ...] = ()
    is_objecting: bool = False
    names: str = ""
    leaves: bool = False

    def picked_up(self) -> "PlayedCall":
        """They answer the phone."""
        return PlayedCall(person=self.person, says=self.person.hello)

    def opened(self) -> "PlayedCall":
        """They heard why they are called."""
        return replace(self, says=self.person.listens)

    def asked(
        self, question: QuestionId, kind: QuestionKind, *, is_early: bool = False
    ) -> "PlayedCall":
        """They are asked something. ``is_early``: about fit, before anybody asked about them."""
        if is_early:
            return replace(self, says=self.person.early, is_objecting=True)
        reply = self.person.reply_to(question, kind)
        return replace(
            self,
            says=reply.says,
            heard=(*self.heard, question),
            is_objecting=False,
            names=reply.names,
            leaves=self.leaves or reply.leaves,
        )

    def goes_on(self, kept: QuestionId, kind: QuestionKind) -> "PlayedCall":
        """The caller goes on after that question; now they may object, once to each thing."""
        reply = self.person.reply_to(kept, kind)
        if kept not in self.heard or not reply.objects or reply.objection in self.objected:
            return self
        objected = (*self.objected, reply.objection)
        return replace(self, says=reply.objects, objected=objected, is_objecting=True)

    def ended(self) -> "PlayedCall":
        """They hang up."""
        return replace(self, says=self.person.bye, is_objecting=False)


@frozen
class Line:
    """One line on how a practice call went. ``is_good`` is False where it says what to try."""

    says: str
    is_good: bool


@frozen
class CallMade:
    """What is known of a practice call when it is over.

    Attributes:
        outcome: its code, empty when the lead was given back without a call.
        label: the outcome in words; ``says`` what it did ("Thu 19 Mar, 10:30").
        answers: in the order in which they were given.
        fit_opened_early: Fit was opened before Discover had its answers; it is counted (D1).
    """

    outcome: str
    label: str
    says: str
    answers: Sequence[Answer]
    fit_opened_early: bool = False


def what_went_well(
    made: CallMade, person: Person, script: CallScript | None
) -> tuple[Line, Line, Line]:
    """Three lines: discovery first, their words, the next step agreed. Never a mark or a grade."""
    return (_discovery(made, script), _their_words(made), _next_step(made, person))


def _discovery(made: CallMade, script: CallScript | None) -> Line:
    found = [
        answer
        for answer in made.answers
        if script is not None
        and answer.is_answered
        and script.stage_of(answer.question) is StageKind.DISCOVER
    ]
    if made.fit_opened_early:
        return Line(says=tr(_EARLY), is_good=False)
    if len(found) >= DISCOVERY_ANSWERS:
        return Line(says=tr(_FIRST, count=len(found)), is_good=True)
    return Line(says=tr(_NOT_FOUND), is_good=False)


def _their_words(made: CallMade) -> Line:
    kept = [answer for answer in made.answers if answer.is_answered and _own_words(answer)]
    if len(kept) < ENOUGH_WORDS:
        return Line(says=tr(_FEW_WORDS), is_good=False)
    longest = max(kept, key=lambda answer: len(_own_words(answer)))
    says = tr(_WORDS, count=len(kept), words=_own_words(longest))
    return Line(says=says, is_good=True)


def _next_step(made: CallMade, person: Person) -> Line:
    first = person.name.split()[0]
    if made.outcome in person.fits:
        label = tr(made.label)
        agreed = f"{label}, {made.says}" if made.says else label
        says = tr(_AGREED, name=first, wish=person.wish, agreed=agreed)
        return Line(says=says, is_good=True)
    if not made.outcome:
        return Line(says=tr(_NOT_CALLED, name=first), is_good=False)
    says = tr(_ELSEWHERE, name=first, wish=person.wish, outcome=tr(made.label))
    return Line(says=says, is_good=False)


def _own_words(answer: Answer) -> str:
    """Their words: beside an answer, or the answer itself where it is words."""
    if answer.words.strip():
        return answer.words.strip()
    value = answer.value
    return value.strip() if isinstance(value, str) and " " in value.strip() else ""


_FIRST = tr_later("Discovery first: {count} answers about them before anything about fit.")
_EARLY = tr_later(
    "Fit was opened before Discover had two answers. Ask first what they are working on."
)
_NOT_FOUND = tr_later("Discover has fewer than two answers. Ask what they are working on, and how.")
_WORDS = tr_later("Their words: {count} answers as they said them, such as “{words}”.")
_FEW_WORDS = tr_later("Hardly any of their own words are kept. Type a few while they speak.")
_AGREED = tr_later("Next step agreed: {name} wanted {wish}. You kept: {agreed}.")
_ELSEWHERE = tr_later(
    "{name} wanted {wish}. You chose “{outcome}”. Listen for the last thing they say."
)
_NOT_CALLED = tr_later("{name} was not called. Take the next one, and press Enter to dial.")
