"""Each qualified lead goes to one person of sales, or says why it goes to nobody."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.ids import LeadId
from qualdesk.core.members import Away, Member
from qualdesk.core.routing import (
    Cap,
    Load,
    Routable,
    Route,
    Routing,
    RoutingRule,
    RuleKind,
    fits,
    route,
)
from qualdesk.core.routing_words import add_words

# A Thursday, 10:00 in Berlin.
NOW = datetime(2026, 3, 19, 9, tzinfo=UTC)
OFFICE = {day: ((time(9), time(17)),) for day in range(5)}


def a_member(name: str, **more: Any) -> Member:
    return Member(**{"name": name, "role": "sales", "zone": "Europe/Berlin", **more})


TEAM = {name: a_member(name) for name in ("Claire Dubois", "Lena Brandt", "Sam Osei")}


def region(name: str, *people: str, **where: tuple[str, ...]) -> RoutingRule:
    return RoutingRule(id=name, kind=RuleKind.REGION, name=name, people=people, **where)


def in_turn(*people: str) -> RoutingRule:
    return RoutingRule(id="turn", kind=RuleKind.TURN, name="", people=people)


def a_lead(number: int, **more: Any) -> Routable:
    return Routable(lead_id=LeadId(number), **more)


def routed(*leads: Routable, rules: tuple[RoutingRule, ...] = (), **more: Any) -> list[Route]:
    asked: dict[str, Any] = {
        "people": TEAM,
        "owners": {},
        "load": Load(),
        "fallback": "",
        "now": NOW,
    }
    routing = Routing(rules=rules, **{k: more.pop(k) for k in _OF_ROUTING if k in more})
    return list(route(leads, routing, **{**asked, **more}))


_OF_ROUTING = ("caps", "per_day", "only_on_duty")


def to(*routes: Route) -> list[str]:
    return [one.receiver for one in routes]


NORTH = region("Region DE North", "Lena Brandt", countries=("DE",), postcodes=("2",))
UK = region("Region UK", "Sam Osei", countries=("GB",))


def test_a_lead_goes_by_country_and_by_how_its_postcode_begins() -> None:
    found = routed(
        a_lead(1, country="de", postcode="20095"),
        a_lead(2, country="DE", postcode="80331"),
        a_lead(3, country="GB", postcode="BS1 4DJ"),
        rules=(NORTH, UK),
        fallback="Claire Dubois",
    )
    assert to(*found) == ["Lena Brandt", "Claire Dubois", "Sam Osei"]
    assert [one.via for one in found] == ["Region DE North", "", "Region UK"]


@pytest.mark.parametrize(
    ("where", "address", "is_there"),
    [
        ({"countries": ("DE",)}, {"country": "DE"}, True),
        ({"countries": ("DE",)}, {"country": ""}, False),
        ({"countries": ("GB",), "postcodes": ("bs1",)}, {"country": "GB", "postcode": "BS1"}, True),
        ({"countries": ("GB",), "postcodes": ("BS",)}, {"country": "GB", "postcode": ""}, False),
        ({"postcodes": ("",)}, {"country": "GB", "postcode": "BS1"}, False),
        ({"subdivisions": ("New York",)}, {"country": "US", "subdivision": "new york"}, True),
        ({"subdivisions": ("NY",)}, {"country": "US", "subdivision": "NJ"}, False),
        ({}, {"country": "DE"}, False),
    ],
)
def test_a_region_is_where_all_that_it_says_is_so(
    where: dict[str, tuple[str, ...]], address: dict[str, str], is_there: bool
) -> None:
    assert fits(region("here", **where), a_lead(1, **address)) is is_there


@pytest.mark.parametrize(
    ("values", "answer", "does"),
    [
        (("sealers",), "Sealers", True),
        (("sealers",), ("fillers", "sealers"), True),
        (("sealers",), "fillers", False),
        (("yes",), True, True),
        (("3",), 3, True),
        ((), "anything", True),
        ((), None, False),
        (("sealers",), None, False),
    ],
)
def test_a_product_rule_goes_by_what_they_answered(
    values: tuple[str, ...], answer: Any, does: bool
) -> None:
    rule = RoutingRule(
        id="p", kind=RuleKind.PRODUCT, name="Sealers", question="wants", values=values
    )
    assert fits(rule, a_lead(1, answers={"wants": answer})) is does


def test_whom_a_supervisor_chose_comes_first_then_the_account_then_the_rules() -> None:
    lead = {"country": "GB", "company_key": "zielone pola"}
    owners = {"zielone pola": "Lena Brandt"}
    chosen, owned, ruled = routed(
        a_lead(1, **lead, chosen="Claire Dubois", chosen_by="Rosa"),
        a_lead(2, **lead),
        a_lead(3, country="GB", company_key="other"),
        rules=(UK,),
        owners=owners,
    )
    assert to(chosen, owned, ruled) == ["Claire Dubois", "Lena Brandt", "Sam Osei"]
    assert [chosen.via, owned.via, ruled.via] == [
        "Chosen by Rosa",
        "Owns the account",
        "Region UK",
    ]


def test_a_rule_may_say_when_the_account_owner_is_asked() -> None:
    account = RoutingRule(id="a", kind=RuleKind.ACCOUNT, name="")
    lead = a_lead(1, country="GB", company_key="k")
    asked = {"owners": {"k": "Lena Brandt"}}
    assert to(*routed(lead, rules=(UK, account), **asked)) == ["Sam Osei"]
    assert to(*routed(lead, rules=(account, UK), **asked)) == ["Lena Brandt"]


def test_people_share_in_turn_whoever_got_one_longest_ago_first() -> None:
    long_ago, lately = NOW - timedelta(days=9), NOW - timedelta(hours=1)
    load = Load(last_given_at={"Lena Brandt": lately, "Sam Osei": long_ago})
    leads = [a_lead(number, points=90 - number) for number in range(1, 7)]
    found = routed(*leads, rules=(in_turn(*TEAM),), load=load)
    assert to(*found) == ["Claire Dubois", "Sam Osei", "Lena Brandt"] * 2
    assert {one.via for one in found} == {"Shared in turn"}


def test_past_a_cap_the_next_day_is_named_and_nobody_is_blocked() -> None:
    leads = [a_lead(number) for number in range(1, 6)]
    found = routed(
        *leads,
        rules=(in_turn("Lena Brandt"),),
        caps=(Cap(salesperson="Lena Brandt", per_day=2),),
        load=Load(given_today={"Lena Brandt": 1}),
    )
    assert to(*found) == ["Lena Brandt"] * 5
    assert [one.problem for one in found] == [""] * 5
    friday = datetime(2026, 3, 19, 23, tzinfo=UTC)
    saturday = friday + timedelta(days=1)
    assert [one.when for one in found] == [None, friday, friday, saturday, saturday]


def test_a_day_of_a_cap_is_theirs_also_when_clocks_change() -> None:
    """The night of 29 March 2026 has 23 hours in Berlin."""
    now = datetime(2026, 3, 28, 12, tzinfo=UTC)
    _, second, third = routed(
        *(a_lead(number) for number in range(1, 4)),
        rules=(in_turn("Lena Brandt"),),
        per_day=1,
        now=now,
    )
    assert second.when == datetime(2026, 3, 28, 23, tzinfo=UTC)
    assert third.when == datetime(2026, 3, 29, 22, tzinfo=UTC)


def test_others_take_what_is_past_somebody_s_cap() -> None:
    found = routed(
        *(a_lead(number) for number in range(1, 5)),
        rules=(in_turn("Lena Brandt", "Sam Osei"),),
        caps=(Cap(salesperson="Lena Brandt", per_day=1),),
    )
    assert Counter(to(*found)) == {"Lena Brandt": 1, "Sam Osei": 3}
    assert {one.when for one in found} == {None}


def test_who_takes_none_is_passed_over_with_a_word() -> None:
    (found,) = routed(
        a_lead(1),
        rules=(in_turn("Lena Brandt"),),
        caps=(Cap(salesperson="Lena Brandt", per_day=0),),
        fallback="Sam Osei",
    )
    assert found.receiver == "Sam Osei"
    assert found.skipped == ("Lena Brandt takes no leads at present.",)


def test_leads_wait_for_duty_hours_over_a_weekend_and_over_midnight_of_their_own() -> None:
    friday_evening = datetime(2026, 3, 20, 20, tzinfo=UTC)
    team = {
        "Lena Brandt": a_member("Lena Brandt", duty=OFFICE),
        "Kiri Ngata": a_member(
            "Kiri Ngata", zone="Pacific/Auckland", duty={5: ((time(9), time(12)),)}
        ),
    }
    asked = {"people": team, "now": friday_evening, "only_on_duty": True}
    (lena,) = routed(a_lead(1), rules=(in_turn("Lena Brandt"),), **asked)
    assert lena.when == datetime(2026, 3, 23, 8, tzinfo=UTC)
    # For her it is Saturday 9:00 already.
    (kiri,) = routed(a_lead(1), rules=(in_turn("Lena Brandt", "Kiri Ngata"),), **asked)
    assert (kiri.receiver, kiri.when) == ("Kiri Ngata", None)


def test_who_is_away_until_the_day_to_answer_by_is_passed_over_and_said() -> None:
    away = Away(first=date(2026, 3, 16), last=date(2026, 3, 27))
    team = {**TEAM, "Lena Brandt": a_member("Lena Brandt", absences=(away,))}
    asked = {"people": team, "rules": (in_turn("Lena Brandt"),), "fallback": "Sam Osei"}
    (gone,) = routed(a_lead(1), answer_by=date(2026, 3, 26), **asked)
    assert gone.receiver == "Sam Osei"
    assert gone.skipped == ("Lena Brandt is away until Fri 27 Mar, past the day to answer by.",)
    (back,) = routed(a_lead(1), answer_by=date(2026, 3, 30), **asked)
    assert back.receiver == "Lena Brandt"


def test_a_choice_that_cannot_be_kept_is_a_problem_and_goes_to_nobody_else() -> None:
    (found,) = routed(a_lead(1, chosen="Piet Smit"), rules=(in_turn(*TEAM),), fallback="Sam Osei")
    assert found.receiver == ""
    assert found.problem == "Piet Smit is not in the team. Choose somebody else."
    assert found.fix is None


def test_a_lead_no_rule_covers_says_so_and_brings_the_rule_that_would() -> None:
    """Picture 04: Anton Rieder is in Austria."""
    (found,) = routed(a_lead(1, country="AT"), rules=(UK,))
    assert (found.receiver, found.problem) == ("", "No rule covers Austria.")
    assert found.fix is not None
    assert (found.fix.countries, found.fix.people) == (("AT",), ())
    assert add_words(found.fix) == "Add a rule for Austria"
    (unknown,) = routed(a_lead(1), rules=(UK,))
    assert unknown.fix is not None
    assert add_words(unknown.fix) == "Add a rule for all others"
    anywhere = RoutingRule(id="rule-9", kind=RuleKind.REGION, name="")
    assert add_words(anywhere) == "Add a rule by region", "its countries are still to be said"
    (nobody,) = routed(a_lead(1, country="AT"))
    assert nobody.problem == "Nobody is named to receive it."


def test_leads_that_stay_use_up_nobody_s_turn() -> None:
    """Holding one back must not move its neighbours to others for nothing."""
    stays = a_lead(1, points=99, leaves=False)
    found = routed(stays, a_lead(2, points=80), rules=(in_turn("Lena Brandt"),), per_day=1)
    assert [one.when for one in found][1] is None
    assert found[0].receiver == "Lena Brandt"


NAMES = st.sampled_from(["Claire Dubois", "Lena Brandt", "Sam Osei", "Not There"])
RULES = st.builds(
    RoutingRule,
    id=st.just("r"),
    kind=st.sampled_from(RuleKind),
    name=st.sampled_from(["", "Rule"]),
    people=st.lists(NAMES, max_size=3, unique=True).map(tuple),
    countries=st.lists(st.sampled_from(["DE", "GB"]), max_size=2).map(tuple),
    question=st.just("wants"),
)
ROUTINGS = st.builds(
    Routing,
    rules=st.lists(RULES, max_size=4).map(tuple),
    caps=st.lists(st.builds(Cap, salesperson=NAMES, per_day=st.integers(0, 3)), max_size=2).map(
        tuple
    ),
    per_day=st.none() | st.integers(1, 4),
    only_on_duty=st.booleans(),
)
LEADS = st.lists(
    st.builds(
        Routable,
        lead_id=st.integers(1, 40).map(LeadId),
        points=st.none() | st.integers(0, 3),
        country=st.sampled_from(["", "DE", "GB", "AT"]),
        company_key=st.sampled_from(["", "ours", "other"]),
        answers=st.sampled_from([{}, {"wants": "sealers"}]),
        chosen=st.sampled_from(["", "", "", "Sam Osei", "Not There"]),
        leaves=st.booleans(),
    ),
    max_size=25,
    unique_by=lambda lead: lead.lead_id,
)
LOADS = st.builds(Load, given_today=st.dictionaries(NAMES, st.integers(0, 4)))


def able(lead: Routable, routing: Routing, fallback: str) -> list[set[str]]:
    """The same by brute force: groups of people, the first with anybody able decides."""
    owner = {"ours": {"Lena Brandt"}}.get(lead.company_key, set())
    groups: list[set[str]] = []
    if lead.chosen:
        groups = [{lead.chosen}]
    else:
        if all(rule.kind is not RuleKind.ACCOUNT for rule in routing.rules):
            groups.append(owner)
        for rule in routing.rules:
            if rule.kind is RuleKind.ACCOUNT:
                groups.append(owner)
            elif fits(rule, lead):
                groups.append(set(rule.people))
        groups.append({fallback} - {""})
    known = {*TEAM, fallback}
    return [{name for name in one if name in known and routing.cap_of(name) != 0} for one in groups]


@given(LEADS, ROUTINGS, LOADS, st.sampled_from(["", "Sam Osei", "Outside Oslo"]), st.randoms())
def test_each_lead_has_one_route_or_one_problem_and_nobody_is_over_their_cap(
    leads: list[Routable], routing: Routing, load: Load, fallback: str, chance: Any
) -> None:
    asked: dict[str, Any] = {
        "people": TEAM,
        "owners": {"ours": "Lena Brandt"},
        "load": load,
        "fallback": fallback,
        "now": NOW,
    }
    found = route(leads, routing, **asked)
    assert [one.lead_id for one in found] == [lead.lead_id for lead in leads]
    for lead, one in zip(leads, found, strict=True):
        assert bool(one.receiver) != bool(one.problem)
        groups = able(lead, routing, fallback)
        first = next((group for group in groups if group), set())
        assert one.receiver in (first or {""})
    now = Counter(
        one.receiver
        for lead, one in zip(leads, found, strict=True)
        if lead.leaves and one.receiver and one.when is None
    )
    for name, count in now.items():
        cap = routing.cap_of(name)
        assert cap is None or load.given_today.get(name, 0) + count <= cap

    assert route(leads, routing, **asked) == found
    mixed = list(leads)
    chance.shuffle(mixed)
    again = {one.lead_id: one for one in route(mixed, routing, **asked)}
    assert again == {one.lead_id: one for one in found}
