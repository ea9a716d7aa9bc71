"""The hand-off part of a campaign file: who gets what, and how long sales has to answer."""

from datetime import timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from qualdesk.core.errors import Problem
from qualdesk.core.places import country_of
from qualdesk.core.recycling import MOST_DAYS, UNANSWERED, UNREAD, RecycleRule, RecycleTo
from qualdesk.core.routing_checks import lacks_of
from qualdesk.core.routing_rules import Cap, Routing, RoutingRule, RuleKind
from qualdesk.core.sources import HandoffTerms
from qualdesk.core.wording import tr

_TERMS = HandoffTerms()

Line = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
_Leads = Annotated[int, Field(ge=0, le=10_000)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Rule(_Shape):
    by: RuleKind
    name: Line = ""
    people: tuple[Name, ...] = ()
    countries: tuple[Name, ...] = ()
    subdivisions: tuple[Name, ...] = ()
    postcodes: tuple[Name, ...] = ()
    question: Line = ""
    values: tuple[Line, ...] = ()


class _Recycle(_Shape):
    when: Name
    to: RecycleTo
    after_days: Annotated[int, Field(ge=0, le=MOST_DAYS)] = 30
    track: Line = ""


class HandoffTable(_Shape):
    """The ``[handoff]`` table as a file writes it."""

    receiver: Line = ""
    receiver_email: Line = ""
    answer_within_days: Annotated[int, Field(ge=1, le=90)] = 5
    batch_size: Annotated[int, Field(ge=1, le=1000)] = _TERMS.batch_size
    reasons: tuple[Line, ...] = _TERMS.reasons
    answer_grace_days: Annotated[int, Field(ge=0, le=90)] = _TERMS.answer_grace
    dispute_within_days: Annotated[int, Field(ge=0, le=365)] = _TERMS.dispute_within.days
    criteria: dict[str, Line] = {}
    profile: Line = ""
    channels: tuple[Annotated[str, StringConstraints(pattern="^(mail|call)$")], ...] = (
        _TERMS.channels
    )
    hour_cost: Annotated[float, Field(ge=0, strict=True, allow_inf_nan=False)] | None = None
    most_per_day: Annotated[int, Field(ge=0, le=10_000)] | None = None
    only_on_duty: bool = False
    caps: dict[str, _Leads] = {}
    rule: tuple[_Rule, ...] = ()
    recycle: tuple[_Recycle, ...] | None = None


def terms_of(table: HandoffTable, problems: list[Problem]) -> HandoffTerms:
    """The terms a file describes; what cannot be used is told at its key in ``problems``."""
    for reason in table.criteria:
        if reason not in table.reasons:
            says = tr(
                "“{reason}” is none of the reasons above. Write it as it stands there.",
                reason=reason,
            )
            problems.append(Problem(place="handoff.criteria", says=says))
    return HandoffTerms(
        receiver=table.receiver,
        receiver_email=table.receiver_email,
        answer_within=timedelta(days=table.answer_within_days),
        batch_size=table.batch_size,
        reasons=table.reasons,
        answer_grace=table.answer_grace_days,
        dispute_within=timedelta(days=table.dispute_within_days),
        recycle=_recycling(table, problems),
        criteria_of=dict(table.criteria),
        routing=_routing(table, problems),
        profile=table.profile,
        channels=table.channels,
        hour_cost=table.hour_cost,
    )


def _recycling(table: HandoffTable, problems: list[Problem]) -> tuple[RecycleRule, ...]:
    if table.recycle is None:
        return _TERMS.recycle
    rules = []
    for number, one in enumerate(table.recycle, start=1):
        place = f"handoff.recycle.{number}"
        if one.when not in {*table.reasons, UNREAD, UNANSWERED}:
            says = tr("Write one of the reasons, or unread, or unanswered.")
            problems.append(Problem(place=f"{place}.when", says=says))
        try:
            rules.append(RecycleRule(**one.model_dump()))
        except ValueError as error:
            problems.append(Problem(place=f"{place}.after_days", says=str(error)))
    return tuple(rules)


def _routing(table: HandoffTable, problems: list[Problem]) -> Routing:
    return Routing(
        rules=tuple(_rule(number, one, problems) for number, one in enumerate(table.rule, start=1)),
        caps=tuple(Cap(salesperson=name, per_day=most) for name, most in table.caps.items()),
        per_day=table.most_per_day,
        only_on_duty=table.only_on_duty,
    )


def _rule(number: int, one: _Rule, problems: list[Problem]) -> RoutingRule:
    place = f"handoff.rule.{number}"
    codes = []
    for country in one.countries:
        code = country_of(country)
        if not code:
            says = tr(
                "There is no country “{country}”. Write two letters, such as AT.", country=country
            )
            problems.append(Problem(place=f"{place}.countries", says=says))
        codes.append(code)
    rule = RoutingRule(
        id=f"rule-{number}",
        kind=one.by,
        name=one.name,
        people=one.people,
        countries=tuple(codes),
        subdivisions=one.subdivisions,
        postcodes=one.postcodes,
        question=one.question,
        values=one.values,
    )
    if lacks := lacks_of(rule):
        problems.append(Problem(place=place, says=lacks))
    return rule
