"""Routing in words: why somebody gets a lead, and why nobody does."""

from collections.abc import Iterable
from datetime import date
from itertools import count

from qualdesk.core.country_names import country_name, in_country
from qualdesk.core.routing_rules import Routing, RoutingRule, RuleKind, RuleQuestion
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr


def via_of(rule: RoutingRule) -> str:
    """Why a rule's people get a lead: the rule's own name, or what it does."""
    if rule.kind is RuleKind.ACCOUNT:
        return rule.name or tr("Owns the account")
    if rule.kind is RuleKind.TURN:
        return rule.name or tr("Shared in turn")
    return rule.name or rule.kind.label


def gone_words(name: str) -> str:
    """That somebody a rule names does not work here."""
    return tr("{name} is not in the team. Choose somebody else.", name=name)


def away_words(name: str, last: date) -> str:
    """That somebody is away until it is too late to answer."""
    return tr(
        "{name} is away until {day}, past the day to answer by.", name=name, day=day_words(last)
    )


def takes_none_words(name: str) -> str:
    """That somebody's cap is nought."""
    return tr("{name} takes no leads at present.", name=name)


def nobody_words(country: str, routing: Routing) -> str:
    """Why no rule leads to anybody."""
    if not routing.rules:
        return tr("Nobody is named to receive it.")
    if country:
        return tr("No rule covers {country}.", country=country_name(country.upper()))
    return tr("Their country is not known, and no rule covers such leads.")


def rule_for_them(country: str, routing: Routing) -> RoutingRule:
    """A rule that would cover leads like this one; its people are still to be chosen."""
    rule_id = free_id(routing)
    if not country:
        return RoutingRule(id=rule_id, kind=RuleKind.TURN, name="")
    code = country.upper()
    return RoutingRule(id=rule_id, kind=RuleKind.REGION, name=country_name(code), countries=(code,))


def question_of(rule: RoutingRule, questions: Iterable[RuleQuestion]) -> RuleQuestion:
    """The question a rule goes by; by its id and the rule's answers where the script lost it."""
    gone = RuleQuestion(
        id=rule.question,
        label=rule.question.replace("_", " ").capitalize(),
        answers=tuple((one, one) for one in rule.values),
    )
    return next((one for one in questions if one.id == rule.question), gone)


def free_id(routing: Routing) -> str:
    """An id that no rule of these has yet."""
    taken = {rule.id for rule in routing.rules}
    return next(one for n in count(1) if (one := f"rule-{n}") not in taken)


def add_words(rule: RoutingRule) -> str:
    """What the button says that adds the rule which is missing: "Add a rule for Austria"."""
    if rule.kind is RuleKind.REGION and rule.countries:
        return tr("Add a rule for {country}", country=in_country(rule.countries[0]))
    if rule.kind is RuleKind.REGION:
        return tr("Add a rule by region")
    if rule.kind is RuleKind.PRODUCT:
        return tr("Add a rule by an answer")
    return tr("Add a rule for all others")


def about_of(rule: RoutingRule, questions: Iterable[RuleQuestion] = ()) -> str:
    """Which leads a rule is about, in a few words; ``questions`` are those of the script."""
    match rule.kind:
        case RuleKind.ACCOUNT:
            return tr("Companies that have an owner")
        case RuleKind.TURN:
            return tr("All leads")
        case RuleKind.PRODUCT:
            asked = question_of(rule, questions)
            said = asked.words_of(rule.values) or tr("any answer")
            return (
                f"{asked.label} {said}" if asked.label.endswith("?") else f"{asked.label}: {said}"
            )
        case _:
            begins = ", ".join(f"{one}…" for one in rule.postcodes)
            where = [*map(country_name, rule.countries), *rule.subdivisions, begins]
            return ", ".join(filter(None, where))
