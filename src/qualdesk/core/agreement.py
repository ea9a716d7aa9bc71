"""Two people judge the same answers: how far they agree beyond chance (Cohen's kappa)."""

import math
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from qualdesk.core.frozen import frozen
from qualdesk.core.shares import ENOUGH, Z_95, too_few
from qualdesk.core.wording import tr

# Below this two people read a question so differently that its answers cannot carry a rule
# (McHugh, Biochemia Medica 22, 2012).
POOR_BELOW = 0.6


class Judgement(StrEnum):
    """What a rater says of a criterion, by the answers alone."""

    MET = "met"
    NOT_MET = "not_met"
    UNCLEAR = "unclear"

    @property
    def label(self) -> str:
        """The judgement as the screen says it."""
        return {"met": tr("Met"), "not_met": tr("Not met"), "unclear": tr("Cannot tell")}[
            self.value
        ]


@frozen
class Kappa:
    """How far two raters agree on a question.

    Attributes:
        n: cases that both judged.
        agreed: on how many of them they said the same.
        value: Cohen's kappa, -1 to 1; None when it cannot be told: no cases, or both said the
            same one thing of every case, so that there was nothing to agree on by more than
            chance.
        interval: its lowest and highest value that fit what was seen (95 %), by the large-sample
            error of Fleiss, Cohen and Everitt (Psychological Bulletin 72, 1969).
    """

    n: int
    agreed: int
    value: float | None
    interval: tuple[float, float] | None

    @property
    def is_enough(self) -> bool:
        """Whether both judged enough cases to say anything: 30 or more."""
        return self.n >= ENOUGH

    @property
    def is_poor(self) -> bool:
        """Whether the question is understood too differently: kappa below 0.6, of 30 or more."""
        return self.is_enough and self.value is not None and self.value < POOR_BELOW

    @property
    def says(self) -> str:
        """The agreement in a sentence."""
        if not self.is_enough:
            return too_few(self.n)
        if self.value is None or self.interval is None:
            return tr(
                "the same on {agreed} of {n}, always with the same answer: cannot be told from "
                "chance",
                agreed=self.agreed,
                n=self.n,
            )
        low, high = self.interval
        return tr(
            "the same on {agreed} of {n}, kappa {kappa:.2f} ({low:.2f} to {high:.2f})",
            agreed=self.agreed,
            n=self.n,
            kappa=self.value,
            low=low,
            high=high,
        )


def kappa_of(pairs: Sequence[tuple[str, str]]) -> Kappa:
    """The agreement of two raters over cases, each with what the first and the second said."""
    n = len(pairs)
    agreed = sum(one == other for one, other in pairs)
    if not n:
        return Kappa(n=0, agreed=0, value=None, interval=None)
    first = {said: count / n for said, count in Counter(one for one, _ in pairs).items()}
    second = {said: count / n for said, count in Counter(other for _, other in pairs).items()}
    by_chance = math.fsum(share * second.get(said, 0.0) for said, share in first.items())
    # Only when both said one and the same thing throughout.
    if len(first) == len(second) == 1 and agreed == n:
        return Kappa(n=n, agreed=agreed, value=None, interval=None)
    seen = agreed / n
    kappa = (seen - by_chance) / (1 - by_chance)
    reach = Z_95 * math.sqrt(max(0.0, _variance(pairs, first, second, seen, by_chance)))
    return Kappa(
        n=n,
        agreed=agreed,
        value=kappa,
        interval=(max(-1.0, kappa - reach), min(1.0, kappa + reach)),
    )


def _variance(
    pairs: Sequence[tuple[str, str]],
    first: dict[str, float],
    second: dict[str, float],
    seen: float,
    by_chance: float,
) -> float:
    n = len(pairs)
    cells = {pair: count / n for pair, count in Counter(pairs).items()}
    kept = 1 - by_chance
    on_it = math.fsum(
        share * (kept - (second.get(one, 0.0) + first.get(other, 0.0)) * (1 - seen)) ** 2
        for (one, other), share in cells.items()
        if one == other
    )
    beside = (1 - seen) ** 2 * math.fsum(
        share * (second.get(one, 0.0) + first.get(other, 0.0)) ** 2
        for (one, other), share in cells.items()
        if one != other
    )
    less = (seen * by_chance - 2 * by_chance + seen) ** 2
    return (on_it + beside - less) / (n * kept**4)


@frozen
class CriterionAgreement:
    """A criterion, the question that finds it out, and how far its raters agree."""

    criterion: str
    label: str
    question: str
    kappa: Kappa

    @property
    def is_poor(self) -> bool:
        """Whether it is understood too differently to count."""
        return self.kappa.is_poor
