"""The gap: marketing's definition and sales' over the same answers, and where they differ."""

from collections import Counter
from collections.abc import Mapping

from qualdesk.core.definition import Definition, Standing, VerdictKind
from qualdesk.core.frozen import frozen
from qualdesk.core.replay import ChangedLead, Counts, Result, counts_of
from qualdesk.core.shares import ENOUGH
from qualdesk.core.wording import tr

_QUALIFIED = VerdictKind.QUALIFIED


@frozen
class GapReason:
    """What keeps leads apart: on so many of those in dispute, one side sees this otherwise."""

    label: str
    leads: int


@frozen
class Gap:
    """Two definitions over the same finished leads.

    Attributes:
        both: leads both call qualified, and what became of them; ``only_marketing`` and
            ``only_sales`` those in dispute.
        neither: how many leads neither calls qualified.
        reasons: the criteria the two sides see differently on leads in dispute, the most
            frequent first; one lead may stand under several.
        disputed: the newest leads in dispute; ``was`` is marketing's verdict, ``now`` sales'.
    """

    marketing: Definition
    sales: Definition
    leads: int
    both: Counts
    only_marketing: Counts
    only_sales: Counts
    neither: int
    reasons: tuple[GapReason, ...] = ()
    disputed: tuple[ChangedLead, ...] = ()
    limits: tuple[str, ...] = ()

    @property
    def is_enough(self) -> bool:
        """Whether there are enough leads to say anything: 30 or more."""
        return self.leads >= ENOUGH

    @property
    def disputed_count(self) -> int:
        """How many leads one side alone calls qualified."""
        return self.only_marketing.qualified + self.only_sales.qualified

    @property
    def says(self) -> str:
        """The gap in a sentence."""
        if not self.is_enough:
            return tr(
                "Too few leads to try this on ({leads}). {enough} are needed.",
                leads=self.leads,
                enough=ENOUGH,
            )
        if not self.disputed_count:
            return tr("Both sides say the same of all {leads:,} finished leads.", leads=self.leads)
        return tr(
            "Both call {both:,} of {leads:,} qualified. Marketing alone {marketing:,} more, "
            "sales alone {sales:,} more.",
            both=self.both.qualified,
            leads=self.leads,
            marketing=self.only_marketing.qualified,
            sales=self.only_sales.qualified,
        )


def gap_of(
    marketing: Definition,
    sales: Definition,
    groups: Mapping[tuple[Standing, Standing, Result], int],
    limits: tuple[str, ...] = (),
) -> Gap:
    """The gap over leads by how marketing's definition and sales' judge them, and their result."""
    parts: dict[tuple[bool, bool], Counter[Result]] = {}
    reasons: Counter[str] = Counter()
    for (hers, theirs, result), leads in groups.items():
        says = (
            hers.kind_at(marketing.threshold) is _QUALIFIED,
            theirs.kind_at(sales.threshold) is _QUALIFIED,
        )
        parts.setdefault(says, Counter())[result] += leads
        if says[0] is not says[1]:
            for label in _seen_differently(marketing, sales, hers, theirs):
                reasons[label] += leads
    return Gap(
        marketing=marketing,
        sales=sales,
        leads=sum(groups.values()),
        both=counts_of(parts.get((True, True), Counter())),
        only_marketing=counts_of(parts.get((True, False), Counter())),
        only_sales=counts_of(parts.get((False, True), Counter())),
        neither=parts.get((False, False), Counter()).total(),
        reasons=tuple(GapReason(label=label, leads=n) for label, n in reasons.most_common()),
        limits=limits,
    )


def _seen_differently(
    marketing: Definition, sales: Definition, hers: Standing, theirs: Standing
) -> list[str]:
    """The criteria that one side meets and the other does not, or does not have.

    When there is none, the two differ in the points they ask for.
    """
    labels = {criterion.id: criterion.label for criterion in (*marketing.criteria, *sales.criteria)}
    hers_needed = {criterion.id for criterion in marketing.must_haves} - hers.met
    theirs_needed = {criterion.id for criterion in sales.must_haves} - theirs.met
    apart = (hers.met ^ theirs.met) | (hers_needed ^ theirs_needed)
    return [label for one, label in labels.items() if one in apart] or [tr("Points")]
