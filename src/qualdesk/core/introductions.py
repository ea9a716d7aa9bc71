"""What a caller says to sales while somebody waits on the line: who, what they need, what's next.

Three lines, read in ten seconds: more would leave the person waiting.
"""

from collections.abc import Sequence

from qualdesk.core.frozen import frozen
from qualdesk.core.leads import Contact
from qualdesk.core.plain_text import shortened, unquoted
from qualdesk.core.questions import QuestionKind
from qualdesk.core.scripts import Answers, CallScript, StageKind, live_answers
from qualdesk.core.times import Promise, day_words, place_of
from qualdesk.core.wording import tr, tr_later

_A_LINE = 160


@frozen
class Introduction:
    """The three lines: who it is, their need in their own words, what was promised to them."""

    who: str
    need: str
    promised: str

    @property
    def lines(self) -> tuple[str, str, str]:
        """The lines in the order they are said."""
        return (self.who, self.need, self.promised)


def introduce(
    contact: Contact, script: CallScript | None, answers: Answers, promised: Sequence[str]
) -> Introduction:
    """The three lines about somebody; ``promised`` are sentences of what they wait for."""
    about = ", ".join(
        part for part in (contact.name, contact.title, contact.company_name, contact.city) if part
    )
    words = unquoted(_their_words(script, answers))
    need = tr("They said: “{words}”", words=shortened(words, _A_LINE)) if words else tr(_NOT_SAID)
    waits = " ".join(promised) or tr(_ONLY_A_TALK)
    return Introduction(
        who=f"{about}.", need=need, promised=tr("Promised: {promises}", promises=waits)
    )


def booked_talk(promise: Promise) -> str:
    """A talk at that time as the third line tells it, on the clock of whoever is called."""
    day, place = day_words(promise.wall.date()), place_of(promise.zone)
    return tr(
        "a talk with you on {day}, {at:%H:%M} in {place}.",
        day=day,
        at=promise.wall,
        place=place,
    )


def _their_words(script: CallScript | None, answers: Answers) -> str:
    """What they said first when they were asked what they are working on."""
    if script is None:
        return next((one.words for one in answers.values() if one.words), "")
    known = live_answers(script, answers)
    stages = (StageKind.DISCOVER, StageKind.FIT)
    for question in (one for stage in stages for one in script.stage(stage).questions):
        answer = known.get(question.id)
        if answer is None or question.kind is QuestionKind.PERSON:
            continue
        if answer.words:
            return answer.words
        if question.kind is QuestionKind.WORDS and answer.value:
            return str(answer.value)
    return ""


_NOT_SAID = tr_later("They have not said in their own words what they need.")
_ONLY_A_TALK = tr_later("a talk with you now, nothing else.")
