"""Sharing qualified leads among people of sales: by hand, account, rules, caps and duty hours."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.members import Member
from qualdesk.core.routing_rules import (
    NO_ROUTING,
    Cap,
    Routing,
    RoutingRule,
    RuleKind,
)
from qualdesk.core.routing_words import (
    away_words,
    gone_words,
    nobody_words,
    rule_for_them,
    takes_none_words,
    via_of,
)
from qualdesk.core.times import instant_of, local_time
from qualdesk.core.wording import tr

__all__ = [
    "NO_ROUTING",
    "Cap",
    "Load",
    "Routable",
    "Route",
    "Routing",
    "RoutingRule",
    "RuleKind",
    "fits",
    "route",
]


@frozen
class Routable:
    """What routing looks at of a lead.

    Attributes:
        country: ISO code; ``subdivision`` and ``postcode`` as they stand in the address.
        company_key: what its company is known by, whatever its legal form and spelling.
        answers: what they answered, by question.
        chosen: whom a supervisor chose for it, ``chosen_by`` who did; empty where nobody did.
        leaves: whether it is ready to leave. Others are routed too, so that the list can say to
            whom they would go, but use up nobody's turn and nobody's cap.
    """

    lead_id: LeadId
    points: int | None = None
    country: str = ""
    subdivision: str = ""
    postcode: str = ""
    company_key: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)
    chosen: str = ""
    chosen_by: str = ""
    leaves: bool = True


@frozen
class Load:
    """What each salesperson was given already: leads on their own day, and when the last one."""

    given_today: Mapping[str, int] = field(default_factory=dict)
    last_given_at: Mapping[str, datetime] = field(default_factory=dict)


NO_LOAD = Load()


@frozen
class Route:
    """To whom a lead goes, and why to them.

    Attributes:
        receiver: their name; empty when there is nobody, and ``problem`` says why.
        via: in a few words why it is them: "Region DE North", "Owns the account"; empty where the
            campaign names them.
        fix: a rule that would mend the problem, but for its people.
        when: when they can take it at the earliest, UTC; None for at once.
        skipped: who would have got it and why they did not, a sentence each.
    """

    lead_id: LeadId
    receiver: str = ""
    via: str = ""
    problem: str = ""
    fix: RoutingRule | None = None
    when: datetime | None = None
    skipped: tuple[str, ...] = ()


def route(
    leads: Sequence[Routable],
    routing: Routing,
    *,
    people: Mapping[str, Member],
    owners: Mapping[str, str],
    load: Load,
    fallback: str,
    now: datetime,
    answer_by: date | None = None,
) -> tuple[Route, ...]:
    """Whom each lead goes to: one route per lead, in the order given.

    The best leads choose first. For each lead: whom a supervisor chose, who owns the account,
    then the rules in their order, then ``fallback``, whom the campaign names. The same input
    gives the same routes.

    Args:
        leads: all that may leave.
        routing: the rules.
        people: the team, by name.
        owners: the salesperson of a company, by its key.
        load: what was given to whom before this batch.
        fallback: whom the campaign names; may be somebody outside the team.
        now: the instant of asking, UTC.
        answer_by: the last day to answer: who is away until then gets nothing.
    """
    asked = _rules_of(routing)
    turns = _Turns(routing, people, load, now, answer_by)
    found: dict[LeadId, Route] = {}
    for lead in sorted(leads, key=_best_first):
        wanted = _wanted(lead, asked, owners, fallback)
        found[lead.lead_id] = turns.give(lead, wanted, fallback)
    return tuple(found[lead.lead_id] for lead in leads)


def fits(rule: RoutingRule, lead: Routable) -> bool:
    """Whether a rule is about this lead. An account rule is when the company has an owner."""
    match rule.kind:
        case RuleKind.REGION:
            return _is_there(rule, lead)
        case RuleKind.PRODUCT:
            return _answered(rule, lead.answers.get(rule.question))
        case _:
            return True


@frozen
class _Wish:
    """People who may get a lead, by one rule."""

    names: tuple[str, ...]
    via: str
    # Nobody else gets it instead.
    is_last: bool = False


class _Turns:
    """Who is free, and whose turn it is, while a batch is shared out."""

    def __init__(
        self,
        routing: Routing,
        people: Mapping[str, Member],
        load: Load,
        now: datetime,
        answer_by: date | None,
    ) -> None:
        self._routing = routing
        self._people = people
        self._load = load
        self._now = now
        self._answer_by = answer_by
        self._given: dict[str, int] = {}
        self._order: dict[str, int] = {}

    def give(self, lead: Routable, wishes: Sequence[_Wish], fallback: str) -> Route:
        """The lead's route; whoever gets it is one lead nearer to their cap."""
        skipped: list[str] = []
        for wish in wishes:
            able = []
            for name in wish.names:
                why_not = self._why_not(name, is_known=name == fallback)
                if why_not:
                    skipped.append(why_not)
                else:
                    able.append(name)
            if able:
                return self._to_one_of(able, wish.via, lead, tuple(dict.fromkeys(skipped)))
            if wish.is_last:
                break
        problem = " ".join(dict.fromkeys(skipped)) or nobody_words(lead.country, self._routing)
        return Route(lead_id=lead.lead_id, problem=problem, fix=self._fix(lead, skipped))

    def _to_one_of(
        self, names: Sequence[str], via: str, lead: Routable, skipped: tuple[str, ...]
    ) -> Route:
        name = min(names, key=self._turn)
        when = self._free_at(name)
        if lead.leaves:
            self._given[name] = self._given.get(name, 0) + 1
            self._order[name] = len(self._order) + sum(self._given.values())
        return Route(lead_id=lead.lead_id, receiver=name, via=via, when=when, skipped=skipped)

    def _turn(self, name: str) -> tuple[datetime, int, datetime, str, str]:
        """Who is free first; then who was given none in this batch; then longest ago; by name."""
        free = self._free_at(name) or _LONG_AGO
        last = self._load.last_given_at.get(name, _LONG_AGO)
        return free, self._order.get(name, 0), last, name.casefold(), name

    def _why_not(self, name: str, *, is_known: bool) -> str:
        member = self._people.get(name)
        if self._routing.cap_of(name) == 0:
            return takes_none_words(name)
        if member is None:
            return "" if is_known else gone_words(name)
        today = local_time(self._now, member.zone or "UTC").date()
        back = member.back_on(today)
        if back > max(self._answer_by or today, today):
            return away_words(name, back - timedelta(days=1))
        return ""

    def _free_at(self, name: str) -> datetime | None:
        """When somebody can take one lead more, None for now."""
        member = self._people.get(name) or Member(name=name)
        at = self._now
        cap = self._routing.cap_of(name)
        if cap:
            full_days = (self._load.given_today.get(name, 0) + self._given.get(name, 0)) // cap
            if full_days:
                zone = member.zone or "UTC"
                day = local_time(at, zone).date() + timedelta(days=full_days)
                at = instant_of(datetime.combine(day, datetime.min.time()), zone)
        if self._routing.only_on_duty:
            at = _on_duty_from(member, at)
        return at if at > self._now else None

    def _fix(self, lead: Routable, skipped: Sequence[str]) -> RoutingRule | None:
        # Where a rule has people who are away, another rule would not be what is missing.
        return None if skipped or lead.chosen else rule_for_them(lead.country, self._routing)


def _rules_of(routing: Routing) -> tuple[RoutingRule, ...]:
    """The rules in their order. Whoever owns an account is asked first, unless a rule says when."""
    if any(rule.kind is RuleKind.ACCOUNT for rule in routing.rules):
        return routing.rules
    return (_ACCOUNT, *routing.rules)


def _wanted(
    lead: Routable, rules: Sequence[RoutingRule], owners: Mapping[str, str], fallback: str
) -> list[_Wish]:
    """Whom the lead may go to, the first choice first."""
    if lead.chosen:
        via = tr("Chosen by {name}", name=lead.chosen_by) if lead.chosen_by else tr("Chosen")
        return [_Wish(names=(lead.chosen,), via=via, is_last=True)]
    wishes = []
    for rule in rules:
        if rule.kind is RuleKind.ACCOUNT:
            owner = owners.get(lead.company_key, "") if lead.company_key else ""
            names: tuple[str, ...] = (owner,) if owner else ()
        else:
            names = rule.people if fits(rule, lead) else ()
        if names:
            wishes.append(_Wish(names=names, via=via_of(rule)))
    if fallback.strip():
        wishes.append(_Wish(names=(fallback,), via=""))
    return wishes


def _is_there(rule: RoutingRule, lead: Routable) -> bool:
    """Whether the lead's address lies in the region; what is not known lies in none."""
    if rule.countries and lead.country.upper() not in {one.upper() for one in rule.countries}:
        return False
    if rule.subdivisions and _plain(lead.subdivision) not in map(_plain, rule.subdivisions):
        return False
    if rule.postcodes:
        code = _plain(lead.postcode)
        return any(code.startswith(_plain(one)) for one in rule.postcodes if _plain(one))
    return bool(rule.countries or rule.subdivisions)


def _answered(rule: RoutingRule, value: Any) -> bool:
    """Whether one of the rule's answers was given; without any, whether there is an answer."""
    given = value if isinstance(value, tuple | list | frozenset | set) else (value,)
    said = {_plain(_text(one)) for one in given if one is not None and one != ""}
    return bool(said & set(map(_plain, rule.values))) if rule.values else bool(said)


def _text(value: Any) -> str:
    """A value as people write it in a rule."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _plain(text: str) -> str:
    """Without capitals, spaces and hyphens, which people write as they like."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _on_duty_from(member: Member, at: datetime) -> datetime:
    """The first instant from ``at`` on at which they are on duty; ``at`` where nobody said."""
    if not member.zone or not member.duty or member.is_on_duty(at):
        return at
    first = local_time(at, member.zone).date()
    for step in range(_WEEKS * 7):
        day = first + timedelta(days=step)
        for begins, _ends in member.spans_on(day, member.duty):
            instant = instant_of(datetime.combine(day, begins), member.zone)
            if instant >= at:
                return instant
    return at


def _best_first(lead: Routable) -> tuple[bool, int, int]:
    # Those who stay for now come last: to whom they would go is said of what is left.
    return not lead.leaves, -(lead.points or 0), lead.lead_id


_WEEKS = 8
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_ACCOUNT = RoutingRule(id="", kind=RuleKind.ACCOUNT, name="")
