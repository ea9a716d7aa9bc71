"""What callers do not understand about a list: asked once, answered once for everybody."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Final, NewType

from qualdesk.core.frozen import frozen
from qualdesk.core.identity import folded
from qualdesk.core.ids import CampaignId, LeadId

OwnerQuestionId = NewType("OwnerQuestionId", int)


@frozen
class OwnerAsk:
    """That one caller asked it: in their words, with the lead that was in front of them.

    ``told_at`` is when they were told of the answer; None while they were not.
    """

    asked_by: str
    says: str
    asked_at: datetime
    lead_id: LeadId | None = None
    told_at: datetime | None = None


@frozen
class OwnerQuestion:
    """A question about a list, put together from all who asked it.

    Attributes:
        list_id: the list it is about; 0 for all lists of the campaign. ``list_name`` is its file.
        owner: who answers questions about the list, as its source card says; empty if nobody.
        asks: in the words of whoever asked first.
        answer: empty while nobody answered.
        asked: everybody who asked, the first one first.
    """

    id: OwnerQuestionId
    campaign_id: CampaignId
    campaign: str
    asks: str
    asked_at: datetime
    list_id: int = 0
    list_name: str = ""
    owner: str = ""
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None
    asked: tuple[OwnerAsk, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether its answer stands beside the leads."""
        return self.answered_at is not None

    @property
    def callers(self) -> tuple[str, ...]:
        """Who asked, each once, the first one first."""
        return tuple(dict.fromkeys(one.asked_by for one in self.asked))


@frozen
class ListAnswer:
    """An answer as it stands beside a lead: what was asked, what it is, who said so and when."""

    asks: str
    answer: str
    by: str
    at: datetime


def nearest(says: str, questions: Iterable[OwnerQuestion]) -> OwnerQuestion | None:
    """The question that asks nearly the same, the likest of several; None when none does."""
    scored = [
        (max(alike(says, text) for text in (one.asks, *(ask.says for ask in one.asked))), one)
        for one in questions
    ]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] >= ALIKE else None


def alike(one: str, other: str) -> float:
    """How like two questions are: the share of words they have in common, 0 to 100.

    Words count as the same with a slip in them or another ending, in whatever order.
    """
    ours, theirs = _words(one), _words(other)
    if not ours or not theirs:
        return 0.0
    # Imported late: a start shows answers that are there, and compares no questions.
    from rapidfuzz import fuzz, process

    left, same = list(theirs), 0
    for word in ours:
        like = process.extractOne(word, left, scorer=fuzz.ratio, score_cutoff=_SAME_WORD)
        if like is not None:
            del left[like[2]]
            same += 1
    return 200 * same / (len(ours) + len(theirs))


def _words(text: str) -> list[str]:
    """The words that tell one question from another; all of them where those are none."""
    found = re.findall(r"[^\W_]+", folded(text))
    return [word for word in found if word not in _IN_EVERY_QUESTION] or found


ALIKE: Final = 76.0
_SAME_WORD: Final = 75.0
# English and German, as callers type them: they stand in any question.
_FILLING: Final = (
    "a an the is are was were do does did of to at on in for it they them their we our us this "
    "that these those there you your please have has had be been and or with by "
    "der die das den dem ein eine einen einem ist sind war waren hat haben wir sie ihnen am im "
    "bei auf zu und oder es uns man wurde wurden denn eigentlich"
)
_IN_EVERY_QUESTION: Final = frozenset(_FILLING.split())
