"""What is wrong with rules on who gets which leads, before they count."""

from collections.abc import Collection

from qualdesk.core.routing_rules import Routing, RoutingRule, RuleKind
from qualdesk.core.routing_words import via_of
from qualdesk.core.wording import tr


def faults_of(routing: Routing, known: Collection[str]) -> tuple[str, ...]:
    """What would keep rules from doing what they say, a sentence each; nothing when all is well.

    ``known`` are the names of everybody who can get leads.
    """
    found = []
    for rule in routing.rules:
        if lacks := lacks_of(rule):
            found.append(f"“{via_of(rule)}”: {lacks}")
        found += [_unknown(name) for name in rule.people if name not in known]
    found += [_unknown(cap.salesperson) for cap in routing.caps if cap.salesperson not in known]
    if any(cap.per_day < 0 for cap in routing.caps) or (routing.per_day or 0) < 0:
        found.append(tr("Nobody takes fewer than 0 leads a day."))
    ids = [rule.id for rule in routing.rules]
    if len(set(ids)) < len(ids) or not all(ids):
        found.append(tr("Two rules have the same id. Give each one of its own."))
    return tuple(dict.fromkeys(found))


def lacks_of(rule: RoutingRule) -> str:
    """Without what the rule would do nothing, as a sentence that says what to do; or nothing."""
    if rule.kind is not RuleKind.ACCOUNT and not rule.people:
        return tr("Name who gets these leads.")
    where = (*rule.countries, *rule.subdivisions, *rule.postcodes)
    if rule.kind is RuleKind.REGION and not where:
        return tr("Say which countries, states or postcodes it is about.")
    if rule.kind is RuleKind.PRODUCT and not rule.question:
        return tr("Say by which question of the script.")
    return ""


def _unknown(name: str) -> str:
    return tr("{name} is not in the team. Add them first, or choose somebody else.", name=name)
