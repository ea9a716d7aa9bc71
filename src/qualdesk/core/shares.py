"""A share of a few leads, and how far it can be trusted: Wilson's interval."""

import math

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr

# Below this a share says more about chance than about the leads.
ENOUGH = 30
# The normal quantile that leaves 2.5 % on each side.
Z_95 = 1.959963984540054


@frozen
class Share:
    """So many ``of`` so many, with the interval that holds the true share 95 times in 100.

    The interval is Wilson's (1927): it stays between 0 and 1 and is honest about small numbers,
    where the usual one claims certainty.
    """

    yes: int
    of: int

    @property
    def share(self) -> float | None:
        """The share, 0 to 1; None of nothing."""
        return self.yes / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        """The lowest and the highest share that fit what was seen; 0 to 1 when nothing was."""
        if not self.of:
            return 0.0, 1.0
        z2 = Z_95 * Z_95
        seen = self.yes / self.of
        middle = seen + z2 / (2 * self.of)
        reach = Z_95 * math.sqrt(seen * (1 - seen) / self.of + z2 / (4 * self.of * self.of))
        whole = 1 + z2 / self.of
        # By hand at the ends: rounding would put them a hair inside or outside.
        low = 0.0 if self.yes == 0 else (middle - reach) / whole
        high = 1.0 if self.yes == self.of else (middle + reach) / whole
        return low, high

    @property
    def is_enough(self) -> bool:
        """Whether there are enough to say anything: 30 or more."""
        return self.of >= ENOUGH

    @property
    def says(self) -> str:
        """The share as the screen says it: "34 of 40 (85%, 71% to 93%)", or that it is too few."""
        if not self.is_enough:
            return too_few(self.of)
        low, high = self.interval
        return tr(
            "{yes:,} of {of:,} ({share:.0%}, {low:.0%} to {high:.0%})",
            yes=self.yes,
            of=self.of,
            share=self.yes / self.of,
            low=low,
            high=high,
        )

    def __add__(self, other: "Share") -> "Share":
        """Both together."""
        return Share(yes=self.yes + other.yes, of=self.of + other.of)


NO_SHARE = Share(yes=0, of=0)


def too_few(count: int) -> str:
    """What is said in the place of a share of too few: "too few (12; 30 needed)"."""
    return tr("too few ({count}; {enough} needed)", count=count, enough=ENOUGH)


def difference_interval(one: Share, other: Share) -> tuple[float, float]:
    """By how much the first share is higher, the lowest and the highest that fit: -1 to 1.

    Newcombe's hybrid of two Wilson intervals (Statistics in Medicine 17, 1998, method 10).
    """
    if not one.of or not other.of:
        return -1.0, 1.0
    p, q = one.yes / one.of, other.yes / other.of
    (p_low, p_high), (q_low, q_high) = one.interval, other.interval
    below = math.hypot(p - p_low, q_high - q)
    above = math.hypot(p_high - p, q - q_low)
    return p - q - below, p - q + above
