"""Shares of few leads, what a criterion says about taken and won, and reasons nobody asks about."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.lifts import Compared, Predicts, Seen, lifts_of
from qualdesk.core.missing import MissingQuestion, missing_questions
from qualdesk.core.shares import Share, difference_interval, too_few
from qualdesk.core.sources import HandoffTerms
from script_makers import make_definition, make_question, make_script

counts = st.integers(0, 2_000).flatmap(
    lambda of: st.builds(Share, yes=st.integers(0, of), of=st.just(of))
)


@pytest.mark.parametrize(
    ("yes", "of", "low", "high"),
    [
        # Newcombe, Statistics in Medicine 17 (1998), table I, method 3; R: prop.test(correct = F).
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
    ],
)
def test_an_interval_is_wilsons(yes: int, of: int, low: float, high: float) -> None:
    """F4: with intervals."""
    found = Share(yes=yes, of=of).interval
    assert found == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


@given(counts)
def test_an_interval_holds_what_was_seen_and_stays_a_share(share: Share) -> None:
    low, high = share.interval
    assert 0.0 <= low <= high <= 1.0
    if share.of:
        assert low <= share.yes / share.of + 1e-12
        assert high >= share.yes / share.of - 1e-12
    # The score of both ends against what was seen is the quantile itself: that defines them.
    for end in (low, high):
        if share.of and 0 < end < 1:
            score = (share.yes / share.of - end) / math.sqrt(end * (1 - end) / share.of)
            assert abs(score) == pytest.approx(1.959964, abs=1e-4)


@given(counts, counts)
def test_the_difference_of_two_shares_turns_round_with_them(one: Share, other: Share) -> None:
    low, high = difference_interval(one, other)
    assert (-high, -low) == pytest.approx(difference_interval(other, one))
    assert -1 <= low <= high <= 1


def test_the_difference_of_two_shares_is_newcombes() -> None:
    # Newcombe, Statistics in Medicine 17 (1998), table II: 56/70 and 48/80, method 10.
    found = difference_interval(Share(yes=56, of=70), Share(yes=48, of=80))
    assert found == (pytest.approx(0.0524, abs=5e-5), pytest.approx(0.3339, abs=5e-5))


def test_below_thirty_nothing_is_said_but_that_it_is_too_few() -> None:
    """F4: "too few to say" when they are few."""
    assert Share(yes=9, of=12).says == "too few (12; 30 needed)" == too_few(12)
    assert Share(yes=34, of=40).says == "34 of 40 (85%, 71% to 93%)"
    few = Compared(met=Share(yes=29, of=29), not_met=Share(yes=0, of=500))
    assert few.predicts is Predicts.TOO_FEW
    assert few.says == "too few (29; 30 needed)"


def test_a_criterion_predicts_when_chance_alone_does_not_do_that() -> None:
    met, not_met = Share(yes=45, of=50), Share(yes=20, of=50)
    assert Compared(met=met, not_met=not_met).predicts is Predicts.YES
    assert Compared(met=not_met, not_met=met).predicts is Predicts.THE_OTHER_WAY
    near = Compared(met=Share(yes=26, of=50), not_met=Share(yes=24, of=50))
    assert near.predicts is Predicts.NOT_SEEN
    assert near.lift == pytest.approx(1.04)
    assert near.says.endswith("without")
    assert Compared().lift is None


def test_a_lift_counts_each_lead_under_every_criterion() -> None:
    """F4: does each criterion really predict?"""
    seen = [
        Seen(met=frozenset({"need", "role"}), taken=40, sent_back=4, won=10, lost=5),
        Seen(met=frozenset({"need"}), taken=8, sent_back=32, won=1, lost=3),
    ]
    by_id = {lift.criterion: lift for lift in lifts_of(make_definition(), seen)}
    assert list(by_id) == ["need", "role", "call", "today", "sites"]
    role = by_id["role"]
    assert role.taken == Compared(met=Share(yes=40, of=44), not_met=Share(yes=8, of=40))
    assert role.taken.predicts is Predicts.YES
    assert role.won == Compared(met=Share(yes=10, of=15), not_met=Share(yes=1, of=4))
    assert by_id["need"].taken.not_met.of == 0
    assert by_id["today"].taken.met.of == 0


def test_reasons_no_question_covers_are_missing_questions() -> None:
    """F4: rejection reasons that no question covers, the most frequent first."""
    script = make_script(
        fit=[
            make_question("role", "choice", ask="What is your part in the decision?"),
            make_question("date", "choice", short="Date", ask="When must it be running?"),
            make_question("region", "choice", ask="Where is the site?"),
        ]
    )
    reasons = {
        "No date in sight": 9,
        "Not our region": 4,
        "Already a customer": 3,
        "No budget": 7,
        "Wrong person": 2,
        "": 5,
    }
    found = missing_questions(reasons, [script])
    assert found == (
        MissingQuestion(reason="No budget", leads=7),
        MissingQuestion(reason="Already a customer", leads=3),
    )
    assert found[0].says == "“No budget”: 7 leads came back, and no question asks about it."
    with_money = make_script(fit=[make_question("money", "choice", tags=("money",))])
    assert not missing_questions({"No budget": 7}, [script, with_money])


def test_a_reason_in_words_nobody_foresaw_is_missing() -> None:
    found = missing_questions({"Bekannter Spaßvogel": 1}, [make_script()])
    assert [one.says for one in found] == [
        "“Bekannter Spaßvogel”: 1 lead came back, and no question asks about it."
    ]


def test_every_reason_of_the_house_is_covered_or_missing_once() -> None:
    reasons = dict.fromkeys(HandoffTerms().reasons, 1)
    without_questions = missing_questions(reasons, [])
    assert {one.reason for one in without_questions} == set(reasons)
