"""The terms of a hand-off as JSON that older and newer programs read."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from qualdesk.core.recycling import RecycleRule, RecycleTo
from qualdesk.core.routing_rules import NO_ROUTING, Cap, Routing, RoutingRule, RuleKind
from qualdesk.core.sources import HandoffTerms


def terms_json(terms: HandoffTerms) -> dict[str, Any]:
    """The terms as they are kept: plain values, spans in seconds."""
    return {
        **asdict(terms),
        "answer_within": terms.answer_within.total_seconds(),
        "dispute_within": terms.dispute_within.total_seconds(),
    }


def terms_from(value: Mapping[str, Any]) -> HandoffTerms:
    """The terms as they were kept. What an older program did not know is as the house has it."""
    kept = {name: value[name] for name in _AS_THEY_ARE if name in value}
    if "dispute_within" in value:
        kept["dispute_within"] = timedelta(seconds=value["dispute_within"])
    if "recycle" in value:
        kept["recycle"] = tuple(map(_recycle, value["recycle"]))
    if "channels" in value:
        kept["channels"] = tuple(value["channels"])
    return HandoffTerms(
        answer_within=timedelta(seconds=value["answer_within"]),
        reasons=tuple(value["reasons"]),
        routing=_routing(value.get("routing")),
        **kept,
    )


def _recycle(value: Mapping[str, Any]) -> RecycleRule:
    return RecycleRule(**{**value, "to": RecycleTo(value["to"])})


def _routing(value: Mapping[str, Any] | None) -> Routing:
    if not value:
        return NO_ROUTING
    return Routing(
        rules=tuple(map(_rule, value["rules"])),
        caps=tuple(Cap(**cap) for cap in value["caps"]),
        per_day=value["per_day"],
        only_on_duty=value["only_on_duty"],
    )


def _rule(value: Mapping[str, Any]) -> RoutingRule:
    lists = {name: tuple(value[name]) for name in _LISTS}
    return RoutingRule(**{**value, **lists, "kind": RuleKind(value["kind"])})


_AS_THEY_ARE = (
    *("receiver", "receiver_email", "batch_size", "answer_grace"),
    *("criteria_of", "profile", "hour_cost"),
)
_LISTS = ("people", "countries", "subdivisions", "postcodes", "values")
