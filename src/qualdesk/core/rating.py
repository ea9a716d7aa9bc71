"""Two people judge the same answers without knowing whose they are: a round, a case, its words."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NewType

from qualdesk.core.agreement import Judgement
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.wording import listed, tr

RoundId = NewType("RoundId", int)
RATERS = 2


@frozen
class RatedAnswer:
    """A question as it was asked, and what was said to it, without anything that names anybody."""

    question: str
    asked: str
    says: str
    words: str = ""


@frozen
class RatedCriterion:
    """A criterion to judge, what it means, and what this rater said of it before, if anything."""

    id: str
    label: str
    means: str
    question: str
    judgement: Judgement | None = None


@frozen
class RatingCase:
    """One set of answers to judge: number ``position`` of ``of``, the first being 1."""

    round_id: RoundId
    position: int
    of: int
    answers: tuple[RatedAnswer, ...]
    criteria: tuple[RatedCriterion, ...]

    @property
    def is_judged(self) -> bool:
        """Whether this rater has said something of every criterion."""
        return all(criterion.judgement is not None for criterion in self.criteria)


@frozen
class RatingRound:
    """A round of rating: how many cases, and how many each rater has judged whole.

    It is closed once two people have judged all of it.
    """

    id: RoundId
    campaign_id: CampaignId
    definition: str
    version: int
    cases: int
    judged: Mapping[str, int]
    made_by: str
    made_at: datetime
    closed_at: datetime | None = None

    @property
    def says(self) -> str:
        """How far it is."""
        if self.closed_at is not None:
            names = listed(sorted(self.judged))
            return tr("{cases} cases, judged by {names}", cases=self.cases, names=names)
        if not self.judged:
            return tr("{cases} cases, nobody has begun. Two people judge them.", cases=self.cases)
        far = [
            tr("{name} {done} of {cases}", name=name, done=done, cases=self.cases)
            for name, done in sorted(self.judged.items())
        ]
        waits = "" if len(self.judged) == RATERS else tr("A second person is needed.")
        return f"{', '.join(far)}. {waits}".strip()


def masked(words: str, names: Iterable[str], companies: Iterable[str] = ()) -> str:
    """Words without what says whose they are: names, companies, numbers and addresses.

    Every part of a name is masked, however it is written; of a company its whole name and its
    first word. A number is what could be dialled: six digits or more.
    """
    text = _LINK.sub("[address]", _EMAIL.sub("[e-mail]", words))
    text = _NUMBER.sub("[number]", text)
    for company in sorted(filter(None, map(str.strip, companies)), key=len, reverse=True):
        first = company.split()[0]
        text = _whole(company).sub("[company]", text)
        if len(first) >= _NAME_PART and first.casefold() not in _COMMON:
            text = _whole(first).sub("[company]", text)
    parts = {
        part
        for name in names
        for part in _NAME_WORD.findall(name)
        if len(part) >= _NAME_PART and part.casefold() not in _COMMON
    }
    for part in sorted(parts, key=len, reverse=True):
        text = _whole(part).sub("[name]", text)
    return re.sub(r"\[name\](?:[\s-]+\[name\])+", "[name]", text)


def _whole(text: str) -> re.Pattern[str]:
    # A name's genitive and plural are the name as well.
    return re.compile(rf"(?<!\w){re.escape(text)}(?:['\u2019]?s)?(?!\w)", re.IGNORECASE)


_EMAIL = re.compile(r"(?<!\S)[^\s@]*@\S*[^\s.,;:!?]|(?<!\S)[^\s@]*@\S*")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NUMBER = re.compile(r"[+(]?\d(?:[\s()./-]{0,3}\d){5,}")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_NAME_PART = 2
# What stands in names and in every sentence: masking it would hide the sentence and nobody.
_SMALL_WORDS = "the and de der die das van von la le du di da of mr mrs ms dr prof"
_COMMON = frozenset(_SMALL_WORDS.split())
