"""The law about calls: who is under which rules, in which minutes, after how many tries."""

import os
import random
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.law import ALL_DAY, Law, common
from qualdesk.core.rules import (
    Audience,
    Enforcement,
    Ground,
    Holidays,
    Legal,
    RuleBook,
    RuleSet,
    RuleUnknown,
    SetAside,
    TryLimit,
)
from qualdesk.files.rule_sets import shipped_rules

MONDAY = date(2026, 11, 23)
SATURDAY = date(2026, 11, 28)
XMAS = date(2026, 12, 25)
NINE_TO_FIVE = ((9 * 60, 17 * 60),)
TEN_TO_SIX = ((10 * 60, 18 * 60),)


def a_set(rule_id: str, **values: object) -> RuleSet:
    """A rule set of the country its id starts with, reviewed this year."""
    country, _, state = rule_id.upper().partition("-")
    fields: dict[str, object] = {
        "id": rule_id,
        "name": rule_id,
        "country": country,
        "subdivision": state if len(state) == 2 else "",
        "reviewed_on": date(2026, 11, 22),
        "review_due": date(2027, 5, 22),
        **values,
    }
    return RuleSet(**fields)  # type: ignore[arg-type]


def law(*sets: RuleSet, places: str = "XA", **legal: object) -> Law:
    """These sets, read for somebody at these places."""
    book = RuleBook(sets, Holidays(days={"XA": {XMAS: "Christmas Day"}}))
    return Law(book, Legal(places=frozenset(places.split()), **legal))  # type: ignore[arg-type]


def week(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[tuple[int, int], ...], ...]:
    return (spans,) * 5 + ((), ())


def test_without_a_rule_every_minute_is_free() -> None:
    assert law().spans_on(MONDAY) == ALL_DAY
    assert law().findings(MONDAY, 3 * 60) == ()


def test_a_country_and_its_state_both_count_and_the_narrower_hour_wins() -> None:
    country, state = a_set("xa", hours=week(NINE_TO_FIVE)), a_set("xa-ky", hours=week(TEN_TO_SIX))
    both = law(country, state, places="XA-KY")
    assert both.spans_on(MONDAY) == ((10 * 60, 17 * 60),)
    assert law(country, state, places="XA-FL").spans_on(MONDAY) == NINE_TO_FIVE
    assert law(country, state).spans_on(MONDAY) == NINE_TO_FIVE


def test_every_place_a_person_may_be_in_counts() -> None:
    both = law(a_set("xa", hours=week(NINE_TO_FIVE)), a_set("xb", hours=week(TEN_TO_SIX)),
               places="XA XB")  # fmt: skip
    assert both.spans_on(MONDAY) == ((10 * 60, 17 * 60),)


def test_a_day_a_set_says_nothing_of_is_left_to_the_others() -> None:
    silent = (None,) * 5 + ((), ())
    some = law(a_set("xa", hours=silent))
    assert some.spans_on(MONDAY) == ALL_DAY
    assert some.spans_on(SATURDAY) == ()


def test_a_public_holiday_is_closed_and_named() -> None:
    some = law(a_set("xa", hours=week(NINE_TO_FIVE), on_holidays=True))
    assert some.spans_on(XMAS) == ()
    assert "public holiday (Christmas Day)" in some.findings(XMAS, 600)[0].says


def test_the_day_before_a_holiday_may_have_hours_of_its_own() -> None:
    some = law(a_set("xa", hours=week(NINE_TO_FIVE), on_holidays=True, eve=TEN_TO_SIX))
    assert some.spans_on(date(2026, 12, 24)) == TEN_TO_SIX


def test_a_set_holds_from_its_first_day_to_its_last() -> None:
    some = law(a_set("xa", hours=week(()), valid_from=MONDAY, valid_to=MONDAY))
    assert some.spans_on(MONDAY) == ()
    assert some.spans_on(MONDAY - timedelta(days=3)) == ALL_DAY
    assert some.spans_on(MONDAY + timedelta(days=1)) == ALL_DAY


def test_who_is_not_known_is_called_under_the_sets_that_name_them() -> None:
    consumers = a_set(
        "xa", audience=frozenset({Audience.CONSUMER, Audience.UNKNOWN}), hours=week(NINE_TO_FIVE)
    )
    assert law(consumers).spans_on(MONDAY) == NINE_TO_FIVE
    assert law(consumers, audience=Audience.BUSINESS).spans_on(MONDAY) == ALL_DAY


def test_what_must_be_given_first_stops_every_minute_until_it_is() -> None:
    needs = a_set("xa", requires=frozenset({Ground.CONSENT}))
    without = law(needs)
    assert without.spans_on(MONDAY) == ()
    assert without.findings(MONDAY, 600)[0].says == "xa: no call without their consent."
    assert law(needs, grounds=frozenset({Ground.CONSENT})).spans_on(MONDAY) == ALL_DAY


def test_an_earlier_relationship_lifts_the_need_where_the_set_says_so() -> None:
    needs = a_set(
        "xa",
        requires=frozenset({Ground.CONSENT}),
        exempt_if=frozenset({Ground.EXISTING_RELATIONSHIP}),
    )
    customer = frozenset({Ground.EXISTING_RELATIONSHIP})
    assert law(needs, grounds=customer).spans_on(MONDAY) == ALL_DAY


def test_a_time_they_agreed_to_lifts_the_hours_only_where_the_set_says_so() -> None:
    strict = a_set("xa", hours=week(NINE_TO_FIVE))
    kind = a_set("xa-k", hours=week(NINE_TO_FIVE), exempt_if=frozenset({Ground.AGREED_TIME}))
    assert law(strict).spans_on(SATURDAY, agreed=True) == ()
    assert law(kind).spans_on(SATURDAY, agreed=True) == ALL_DAY


def test_a_set_that_only_warns_stops_nothing_and_says_so() -> None:
    warns = law(a_set("xa", hours=week(NINE_TO_FIVE), enforcement=Enforcement.WARN))
    assert warns.spans_on(SATURDAY) == ALL_DAY
    (finding,) = warns.findings(SATURDAY, 600)
    assert not finding.stops
    assert finding.says == "xa: no calls on a Saturday."


def test_rules_that_are_not_known_for_certain_are_said_to_be_so() -> None:
    (finding,) = law(a_set("xa", is_incomplete=True, notes="Check it.")).findings(MONDAY, 600)
    assert finding.says == "xa: the rules are not known for certain. Check it."
    assert not finding.stops


def test_one_try_more_is_allowed_when_the_oldest_has_left_the_span() -> None:
    some = law(a_set("xa", limits=(TryLimit(calls=3, within=timedelta(hours=24)),)))
    now = datetime(2026, 11, 23, 15, tzinfo=UTC)
    tries = [now - timedelta(hours=hours) for hours in (23, 5, 1)]
    assert some.next_try(now, tries[:2]) is None
    assert some.next_try(now, tries) == now + timedelta(hours=1)
    ages = [timedelta(hours=hours) for hours in (23, 5, 1)]
    assert some.findings(MONDAY, 600, ages)[0].says == "xa: no more than 3 calls in 24 hours."
    with pytest.raises(ValueError, match="future"):
        some.next_try(now, [now + timedelta(hours=1)])


def test_a_key_says_everything_the_rules_depend_on() -> None:
    legal = Legal(
        places=frozenset({"US-FL", "CA"}),
        audience=Audience.BUSINESS,
        grounds=frozenset({Ground.CONSENT, Ground.EXISTING_RELATIONSHIP}),
    )
    assert Legal.from_key(legal.key) == legal
    assert Legal.from_key("") == Legal()


def test_sets_due_for_review_are_named_the_oldest_first() -> None:
    book = RuleBook(
        [a_set("xa"), a_set("xb", review_due=date(2026, 11, 22)), a_set("xc", review_due=XMAS)],
        Holidays(),
    )
    assert [one.id for one in book.due_for_review(XMAS)] == ["xb", "xc"]
    with pytest.raises(RuleUnknown):
        book["xx"]


def test_a_set_that_is_set_aside_stops_nothing_and_is_named_with_who_and_why() -> None:
    strict = a_set("xa", hours=week(()), requires=frozenset({Ground.CONSENT}))
    said = SetAside(
        rule="xa", because="Counsel wrote.", by="Ana", at=datetime(2026, 3, 1, tzinfo=UTC)
    )
    other = SetAside(rule="xb", because="No matter.", by="Ana", at=datetime(2026, 3, 1, tzinfo=UTC))
    free = replace(law(strict), aside=(said, other))
    assert free.spans_on(MONDAY) == ALL_DAY
    assert free.lacking(MONDAY) == ""
    assert law(strict).lacking(MONDAY) == "xa: no call without their consent."
    (finding,) = free.findings(MONDAY, 600)
    assert (finding.says, finding.stops) == ("xa: set aside by Ana. Counsel wrote.", False)


def test_limits_and_pauses_are_the_strictest_and_those_that_warn_count_for_nothing() -> None:
    day, month = timedelta(hours=24), timedelta(days=30)
    some = law(
        a_set("xa", limits=(TryLimit(calls=3, within=day),), after_refusal=timedelta(days=10)),
        a_set("xa-b", limits=(TryLimit(calls=4, within=month),), after_refusal=timedelta(days=60)),
        a_set(
            "xa-c",
            limits=(TryLimit(calls=1, within=timedelta(days=90)),),
            after_refusal=timedelta(days=365),
            enforcement=Enforcement.WARN,
        ),
    )
    assert {limit.words for limit in some.limits_on(MONDAY)} == {
        "3 calls in 24 hours",
        "4 calls in 30 days",
    }
    assert some.pause_after_refusal(MONDAY) == timedelta(days=60)
    assert some.reach(MONDAY) == timedelta(days=90), "what warns is said, so it must be counted"
    assert law().pause_after_refusal(MONDAY) is None
    assert law().reach(MONDAY) == timedelta()


def test_holidays_of_a_year_nobody_has_are_said_to_be_unknown() -> None:
    some = law(a_set("xa", on_holidays=True))
    (finding,) = some.findings(date(2031, 1, 1), 600)
    assert finding.says == "xa: public holidays of 2031 are not known here."
    assert not finding.stops
    assert some.findings(MONDAY, 600) == ()


def test_holidays_that_run_out_are_due_like_a_rule() -> None:
    book = RuleBook([], Holidays(days={"XA": {XMAS: "Christmas Day"}}))
    assert book.due_for_review(date(2026, 9, 1)) == ()
    (due,) = book.due_for_review(date(2026, 10, 1))
    assert (due.id, due.due_on) == ("holidays", XMAS - timedelta(days=90))


def test_people_are_told_apart_only_by_what_stops_calls() -> None:
    """So that a million businesses in five countries share five cells, or one."""
    book = RuleBook(
        [
            a_set("xa", audience=frozenset({Audience.CONSUMER, Audience.UNKNOWN})),
            a_set("xa-fl", requires=frozenset({Ground.CONSENT})),
            a_set("xb", enforcement=Enforcement.WARN, requires=frozenset({Ground.CONSENT})),
        ],
        Holidays(),
    )
    consent = frozenset({Ground.CONSENT})

    def narrowed(places: str, audience: Audience) -> str:
        legal = Legal(places=frozenset(places.split()), audience=audience, grounds=consent)
        return book.narrowed(legal).key

    assert narrowed("XA", Audience.CONSUMER) == "XA/consumer/"
    assert narrowed("XA-KY XB XC", Audience.CONSUMER) == "XA/consumer/"
    assert narrowed("XA-FL", Audience.CONSUMER) == "XA-FL/consumer/consent"
    assert narrowed("XA", Audience.BUSINESS) == Legal().key
    assert narrowed("XA-FL XB", Audience.BUSINESS) == "XA-FL/business/consent"


def test_a_narrowed_person_has_the_hours_and_limits_of_the_whole_one() -> None:
    chance = random.Random(7)
    book = shipped_rules()
    places = [*sorted({f"{one.country}-{one.subdivision}".rstrip("-") for one in book}), "US-CO"]
    for _ in range(600):
        legal = Legal(
            places=frozenset(chance.sample(places, chance.randrange(1, 4))),
            audience=chance.choice(list(Audience)),
            grounds=frozenset(chance.sample(list(Ground), chance.randrange(3))),
        )
        whole, narrow = Law(book, legal), Law(book, book.narrowed(legal))
        day = date(2026, 6, 1) + timedelta(days=chance.randrange(400))
        assert whole.spans_on(day) == narrow.spans_on(day), (legal, day)
        assert whole.limits_on(day) == narrow.limits_on(day)


def test_a_book_is_told_from_any_other_and_is_itself_in_every_run() -> None:
    one = RuleBook([a_set("xa"), a_set("xb")], Holidays())
    same = RuleBook([a_set("xb"), a_set("xa")], Holidays())
    other = RuleBook([a_set("xa", on_holidays=True), a_set("xb")], Holidays())
    assert one.version == same.version == "2026-11-22 " + one.version[11:]
    assert one.version != other.version
    assert one.version != RuleBook(one, Holidays(days={"XA": {XMAS: "Christmas"}})).version
    script = "from qualdesk.files.rule_sets import shipped_rules as s; print(s().version)"
    seeds = ("1", "2")
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in seeds
    }
    assert told == {shipped_rules().version + "\n"}


SPANS = st.lists(
    st.tuples(st.integers(0, 23), st.integers(1, 24)).filter(lambda s: s[0] < s[1]), max_size=3
).map(lambda spans: tuple(sorted((a * 60, b * 60) for a, b in spans)))


@given(SPANS, SPANS, st.integers(0, 24 * 60 - 1))
def test_a_minute_is_common_when_both_hold_it(
    ours: tuple[tuple[int, int], ...], theirs: tuple[tuple[int, int], ...], minute: int
) -> None:
    def holds(spans: tuple[tuple[int, int], ...]) -> bool:
        return any(opens <= minute < closes for opens, closes in spans)

    assert holds(common(ours, theirs)) == (holds(ours) and holds(theirs))


def test_findings_and_hours_never_contradict_each_other() -> None:
    """A call is stopped exactly where its minute is not among the free ones."""
    chance = random.Random(20261122)
    sets = [
        a_set(
            rule_id,
            hours=tuple(chance.choice([None, (), NINE_TO_FIVE, TEN_TO_SIX]) for _ in range(7)),
            on_holidays=chance.random() < 0.5,
            requires=frozenset({Ground.CONSENT}) if chance.random() < 0.2 else frozenset(),
            enforcement=chance.choice(list(Enforcement)),
        )
        for rule_id in ("xa", "xa-ky", "xa-fl", "xb")
    ]
    for _ in range(3000):
        some = law(
            *sets,
            places=" ".join(chance.sample(["XA", "XA-KY", "XA-FL", "XB"], 2)),
            grounds=frozenset(chance.sample(list(Ground), chance.randrange(3))),
        )
        day = MONDAY + timedelta(days=chance.randrange(60))
        minute, agreed = chance.randrange(24 * 60), chance.random() < 0.3
        free = any(a <= minute < b for a, b in some.spans_on(day, agreed=agreed))
        stopped = any(one.stops for one in some.findings(day, minute, agreed=agreed))
        assert free is not stopped, (some.legal, day, minute)
