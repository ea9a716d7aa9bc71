"""What a lead that sales took has cost, by where it comes from."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.shares import Share
from qualdesk.core.sources import SourceType

PASS_THROUGH = 0.5
"""At most this share of the leads of a list goes on to sales: more is no selection (S3)."""


@frozen
class SourceCost:
    """What the leads of one campaign's source have cost so far, and what came of them.

    Attributes:
        loaded: leads there are; ``giveaway`` came for the giveaway alone.
        handed: leads that left for sales and were not recalled; each counts once.
        taken: leads sales took; ``won`` those that became customers.
        list_cost: what the list cost, in ``currency``; None when nobody said.
        called: the time callers spent on calls of it.
        hour_cost: what an hour of a caller costs, in the same currency; None when nobody said.
    """

    campaign: CampaignId
    name: str
    client: str
    type: SourceType
    loaded: int
    giveaway: int = 0
    handed: int = 0
    taken: int = 0
    won: int = 0
    list_cost: Decimal | None = None
    currency: str = ""
    called: timedelta = timedelta()
    hour_cost: Decimal | None = None

    @property
    def calls_cost(self) -> Decimal | None:
        """What the calls cost; None when nobody said what an hour costs."""
        if self.hour_cost is None:
            return None
        return self.hour_cost * Decimal(str(self.called.total_seconds())) / 3600

    @property
    def cost(self) -> Decimal | None:
        """What is known to have been spent: the list, and the calls where somebody said.

        None when nobody said what the list cost: that is not nothing.
        """
        return None if self.list_cost is None else self.list_cost + (self.calls_cost or 0)

    @property
    def per_taken(self) -> Decimal | None:
        """What a lead that sales took has cost; None without any, or when nobody said."""
        return self.cost / self.taken if self.cost is not None and self.taken else None

    @property
    def pass_through(self) -> Share:
        """Those that went on to sales, of all there are."""
        return Share(yes=self.handed, of=self.loaded)

    @property
    def giveaways(self) -> Share:
        """Those that came for the giveaway alone, of all there are."""
        return Share(yes=self.giveaway, of=self.loaded)

    @property
    def passes_too_many(self) -> bool:
        """Whether more than half of a list that is large enough to say went on to sales."""
        share = self.pass_through
        return share.is_enough and share.yes > PASS_THROUGH * share.of


@frozen
class TypeCost:
    """The same of all campaigns of one type of source whose costs are in one currency.

    Attributes:
        unsaid: campaigns of which nobody said what their list cost. They are left out of
            ``cost`` and ``taken``.
    """

    type: SourceType
    currency: str
    campaigns: int
    taken: int
    cost: Decimal
    unsaid: int = 0

    @property
    def per_taken(self) -> Decimal | None:
        """What a lead that sales took has cost; None without any."""
        return self.cost / self.taken if self.taken else None


def by_type(sources: Iterable[SourceCost]) -> tuple[TypeCost, ...]:
    """The costs of each type of source, one for each currency: amounts of two are never added."""
    found: defaultdict[tuple[SourceType, str], list[SourceCost]] = defaultdict(list)
    for one in sources:
        found[one.type, one.currency].append(one)
    order = list(SourceType)
    return tuple(
        _sum(kind, currency, some)
        for (kind, currency), some in sorted(
            found.items(), key=lambda one: (order.index(one[0][0]), one[0][1])
        )
    )


def _sum(kind: SourceType, currency: str, some: Iterable[SourceCost]) -> TypeCost:
    said = [(one, one.cost) for one in some]
    return TypeCost(
        type=kind,
        currency=currency,
        campaigns=len(said),
        taken=sum(one.taken for one, cost in said if cost is not None),
        cost=sum((cost for _, cost in said if cost is not None), Decimal()),
        unsaid=sum(cost is None for _, cost in said),
    )
