"""What a criterion says about taken and won: leads that meet it beside leads that do not."""

from collections.abc import Iterable
from enum import StrEnum

from qualdesk.core.definition import Definition
from qualdesk.core.frozen import frozen
from qualdesk.core.shares import NO_SHARE, Share, difference_interval, too_few
from qualdesk.core.wording import tr


class Predicts(StrEnum):
    """What can be said of a criterion."""

    YES = "yes"
    NOT_SEEN = "not_seen"
    THE_OTHER_WAY = "the_other_way"
    TOO_FEW = "too_few"


@frozen
class Compared:
    """The share among the leads that meet a criterion, and among those that do not."""

    met: Share = NO_SHARE
    not_met: Share = NO_SHARE

    @property
    def all(self) -> Share:
        """The share among all of them."""
        return self.met + self.not_met

    @property
    def lift(self) -> float | None:
        """How many times as high the share is among those that meet it as among all."""
        met, everyone = self.met.share, self.all.share
        return met / everyone if met is not None and everyone else None

    @property
    def predicts(self) -> Predicts:
        """Whether meeting it goes with a higher share, beyond what chance does (95 %)."""
        if not (self.met.is_enough and self.not_met.is_enough):
            return Predicts.TOO_FEW
        low, high = difference_interval(self.met, self.not_met)
        if low > 0:
            return Predicts.YES
        return Predicts.THE_OTHER_WAY if high < 0 else Predicts.NOT_SEEN

    @property
    def says(self) -> str:
        """Both shares in one line, or that there are too few."""
        if self.predicts is Predicts.TOO_FEW:
            return too_few(min(self.met.of, self.not_met.of))
        return tr("{met} with it, {not_met} without", met=self.met.says, not_met=self.not_met.says)


@frozen
class Lift:
    """A criterion beside what became of the leads (F4).

    Attributes:
        taken: of the leads sales has answered, those it took.
        won: of the leads that were won or lost, those won.
    """

    criterion: str
    label: str
    taken: Compared
    won: Compared


@frozen
class Seen:
    """Leads that meet the same criteria: how many sales took and sent back, won and lost."""

    met: frozenset[str]
    taken: int = 0
    sent_back: int = 0
    won: int = 0
    lost: int = 0


def lifts_of(definition: Definition, seen: Iterable[Seen]) -> tuple[Lift, ...]:
    """The lift of each criterion, in the definition's order.

    ``taken`` of what was seen holds the won and the lost as well. A criterion nobody asked about
    counts as not met.
    """
    leads = tuple(seen)
    return tuple(
        Lift(
            criterion=criterion.id,
            label=criterion.label,
            taken=_compared((criterion.id in s.met, s.taken, s.sent_back) for s in leads),
            won=_compared((criterion.id in s.met, s.won, s.lost) for s in leads),
        )
        for criterion in definition.criteria
    )


def _compared(seen: Iterable[tuple[bool, int, int]]) -> Compared:
    yes = {True: 0, False: 0}
    no = {True: 0, False: 0}
    for is_met, of_yes, of_no in seen:
        yes[is_met] += of_yes
        no[is_met] += of_no
    return Compared(
        met=Share(yes=yes[True], of=yes[True] + no[True]),
        not_met=Share(yes=yes[False], of=yes[False] + no[False]),
    )
