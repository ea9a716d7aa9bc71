"""Reasons for which sales sends leads back, and whether any question could have told."""

import re
from collections.abc import Iterable, Iterator, Mapping

from qualdesk.core.frozen import frozen
from qualdesk.core.questions import Question
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr_n


@frozen
class MissingQuestion:
    """A reason for which ``leads`` came back and that no question of the scripts asks about."""

    reason: str
    leads: int

    @property
    def says(self) -> str:
        """It as the screen says it."""
        return tr_n(
            self.leads,
            "“{reason}”: {n} lead came back, and no question asks about it.",
            "“{reason}”: {n:,} leads came back, and no question asks about it.",
            reason=self.reason,
        )


def missing_questions(
    reasons: Mapping[str, int], scripts: Iterable[CallScript]
) -> tuple[MissingQuestion, ...]:
    """The reasons that no question of these scripts covers, the most frequent first (F4).

    A question covers a reason when they share a word that carries meaning, or speak of the same
    thing by other names: "no date in sight" is covered by a question about timing. Nobody is
    helped by a wrong "covered", so a reason in words nobody foresaw counts as missing.
    """
    known: set[str] = set()
    for script in scripts:
        for question in script.questions:
            if question.is_asked:
                known |= _meanings(_texts(question))
    found = [
        MissingQuestion(reason=reason, leads=leads)
        for reason, leads in reasons.items()
        if reason.strip() and not _meanings((reason,)) & known
    ]
    return tuple(sorted(found, key=lambda one: (-one.leads, one.reason)))


def _texts(question: Question) -> Iterator[str]:
    yield from (question.id.replace("_", " "), question.short, question.ask, *question.tags)
    yield from (option.label for option in question.options)


def _meanings(texts: Iterable[str]) -> set[str]:
    """The stems of the words that carry meaning, and the names of what they speak of."""
    stems = {
        _stem(word)
        for text in texts
        for word in _WORD.findall(text.casefold())
        if word not in _EMPTY
    }
    return stems | {f"about {name}" for name, words in _ABOUT.items() if stems & words}


def _stem(word: str) -> str:
    """Enough of a word to know it again in the plural and the like."""
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


_WORD = re.compile(r"[^\W\d_]{3,}")
_SHORTEST_STEM = 4
# Words that stand in every reason and every question, and join no two of them.
_SMALL_WORDS = (
    "about already and any are been but can could did does for from get had has have her him his "
    "how into its just lead leads like long more most much must need needed not now off one only "
    "our out please really say she should some still such tell than that the their them then there "
    "they this too under until very was way were what when where which who why will with work "
    "working would yet you your want wants nothing none never sight use used reached kind sort "
    "thing things else other same new make made take taken come came know known give given"
)
_EMPTY = frozenset(_SMALL_WORDS.split())
_ABOUT: Mapping[str, frozenset[str]] = {
    name: frozenset(_stem(word) for word in words.split())
    for name, words in {
        "money": "budget budgets money fund funds funding cost costs price expensive afford spend",
        "time": "date dates time timing timeline when soon early later month months quarter year "
        "deadline schedule start",
        "authority": "authority decide decides decision decisions decider role part person "
        "responsible approve approves title boss",
        "place": "region regions country countries territory site sites location place area city",
        "size": "size small large employees staff volume volumes turnover headcount seats",
        "today": "today current currently supplier vendor system contract competitor solution",
        "standing": "customer customers client clients account",
        "student": "student students school university press journalist",
    }.items()
}
