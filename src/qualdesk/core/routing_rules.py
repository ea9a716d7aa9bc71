"""Who gets a campaign's leads, as a supervisor says it: rules in order, and how many a day."""

from collections.abc import Collection
from enum import StrEnum

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later


class RuleKind(StrEnum):
    """By what a rule chooses leads."""

    REGION = "region"
    ACCOUNT = "account"
    PRODUCT = "product"
    TURN = "turn"

    @property
    def label(self) -> str:
        """The kind as the screen says it."""
        return tr(_KINDS[self])


@frozen
class RoutingRule:
    """A rule that gives leads to people of sales; several people share its leads in turn.

    Attributes:
        id: what the rule is known by within its campaign; never shown.
        name: what the supervisor calls it, as it stands beside a lead: "Region DE North".
        people: names of salespeople. An account rule has none: each company names its own.
        countries: for a region, ISO codes of countries; empty for any.
        subdivisions: for a region, states or provinces as they stand in the address.
        postcodes: for a region, how postcodes begin: "2" is all of them that start with a 2.
        question: for a product, the script question; ``values`` the answers that count, as text.
    """

    id: str
    kind: RuleKind
    name: str
    people: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    subdivisions: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    question: str = ""
    values: tuple[str, ...] = ()


@frozen
class RuleQuestion:
    """A question of the script whose answer can say who gets a lead.

    Attributes:
        label: the question in a few words.
        answers: each answer to choose from, its value and its words.
    """

    id: str
    label: str
    answers: tuple[tuple[str, str], ...]

    def words_of(self, values: Collection[str]) -> str:
        """These answers as the screen says them."""
        words = dict(self.answers)
        return ", ".join(words.get(one, one) for one in values)


@frozen
class Cap:
    """How many leads one salesperson takes on one day of their own clock, 0 or more."""

    salesperson: str
    per_day: int


@frozen
class Routing:
    """Who gets which leads.

    Attributes:
        rules: asked in this order; the first one that fits a lead decides.
        caps: for single people; ``per_day`` holds for everybody else, None for no cap.
        only_on_duty: whether leads wait for the duty hours of whoever gets them. Where nobody
            said their hours, they count as on duty.
    """

    rules: tuple[RoutingRule, ...] = ()
    caps: tuple[Cap, ...] = ()
    per_day: int | None = None
    only_on_duty: bool = False

    def cap_of(self, salesperson: str) -> int | None:
        """How many leads this person takes a day, None for any number."""
        own = (cap.per_day for cap in self.caps if cap.salesperson == salesperson)
        return next(own, self.per_day)


NO_ROUTING = Routing()
"""Everything goes to whom the campaign names."""

_KINDS = {
    RuleKind.REGION: tr_later("By region"),
    RuleKind.ACCOUNT: tr_later("By account owner"),
    RuleKind.PRODUCT: tr_later("By an answer"),
    RuleKind.TURN: tr_later("Shared in turn"),
}
