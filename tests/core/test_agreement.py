"""Cohen's kappa with its interval, and words from which nobody can be told (rater agreement)."""

import random
import statistics
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.agreement import POOR_BELOW, Judgement, kappa_of
from qualdesk.core.rating import masked

said = st.sampled_from([one.value for one in Judgement])
pairs = st.lists(st.tuples(said, said), max_size=60)


def table(*rows: tuple[int, ...]) -> list[tuple[str, str]]:
    """The pairs of a table: the first rater's answers down, the second's across."""
    return [
        (f"answer {down}", f"answer {across}")
        for down, row in enumerate(rows)
        for across, count in enumerate(row)
        for _ in range(count)
    ]


def test_kappa_is_that_of_the_textbook() -> None:
    # Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, table 18.3 and (18.8):
    # two raters, three diagnoses, 100 cases; kappa 0.676, error 0.088.
    found = kappa_of(table((75, 1, 4), (5, 4, 1), (0, 0, 10)))
    assert found.n == 100
    assert found.agreed == 89
    assert found.value == pytest.approx(0.676, abs=5e-4)
    assert found.interval is not None
    assert (found.interval[1] - found.interval[0]) / 2 / 1.96 == pytest.approx(0.0877, abs=1e-3)


def test_kappa_of_two_answers_is_that_of_cohens_way_of_counting() -> None:
    # 25 grant applications, two readers: 20 both yes, 15 both no, 5 and 10 apart; kappa 0.4.
    found = kappa_of(table((20, 5), (10, 15)))
    assert found.value == pytest.approx(0.4)
    assert found.is_poor
    assert found.says == "the same on 35 of 50, kappa 0.40 (0.15 to 0.65)"


def test_the_interval_holds_the_true_kappa_as_often_as_it_says() -> None:
    """95 times in 100, within what 400 draws can tell."""
    chance = random.Random(5)
    cells = dict(zip(product("ab", repeat=2), (0.5, 0.1, 0.1, 0.3), strict=True))
    true = kappa_of(
        [pair for pair, share in cells.items() for _ in range(round(share * 1000))]
    ).value
    assert true is not None
    held = []
    for _ in range(400):
        drawn = kappa_of(chance.choices(list(cells), weights=list(cells.values()), k=120))
        assert drawn.interval is not None
        held.append(drawn.interval[0] <= true <= drawn.interval[1])
    assert 0.91 <= statistics.mean(held) <= 0.985


@given(pairs)
def test_kappa_is_the_same_whoever_is_called_first(found: list[tuple[str, str]]) -> None:
    one, other = kappa_of(found), kappa_of([(b, a) for a, b in found])
    assert (one.n, one.agreed) == (other.n, other.agreed)
    assert one.value == pytest.approx(other.value)
    if one.interval is not None:
        assert one.interval == pytest.approx(other.interval)
        low, high = one.interval
        assert -1 <= low <= one.value + 1e-9
        assert one.value - 1e-9 <= high <= 1


@given(pairs.filter(lambda found: len({a for a, _ in found}) > 1))
def test_who_always_agrees_has_a_kappa_of_one(found: list[tuple[str, str]]) -> None:
    assert kappa_of([(a, a) for a, _ in found]).value == pytest.approx(1)


def test_what_cannot_be_told_is_not_made_up() -> None:
    nothing = kappa_of([])
    assert (nothing.value, nothing.interval, nothing.is_poor) == (None, None, False)
    assert nothing.says == "too few (0; 30 needed)"
    always = kappa_of([("met", "met")] * 40)
    assert always.value is None
    assert always.says == (
        "the same on 40 of 40, always with the same answer: cannot be told from chance"
    )


def test_few_cases_are_never_called_poor() -> None:
    few = kappa_of([("met", "not_met"), ("not_met", "met")] * 14)
    assert few.n == 28
    assert few.value is not None
    assert few.value < POOR_BELOW
    assert not few.is_poor
    assert kappa_of([("met", "not_met"), ("not_met", "met")] * 15).is_poor


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Katrin said she decides.", "[name] said she decides."),
        ("Ask KATRIN ALBERS or Albers' deputy", "Ask [name] or [name]' deputy"),
        ("albers\u2019s own budget", "[name] own budget"),
        ("Write to k.albers@elbkorn.example today", "Write to [e-mail] today"),
        ("Call +49 40 66969-100, extension 7", "Call [number], extension 7"),
        ("or (040) 66969 100.", "or [number]."),
        ("Elbkorn Foods buys 1,200 trays", "[company] buys 1,200 trays"),
        ("at Elbkorn we use 3 lines in 2026", "at [company] we use 3 lines in 2026"),
        ("see https://elbkorn.example/a?b=c soon", "see [address] soon"),
        ("Albersdorf is near", "Albersdorf is near"),
        ("", ""),
    ],
)
def test_words_are_shown_without_what_says_whose_they_are(words: str, left: str) -> None:
    """Rated cases hold no names, numbers or addresses."""
    assert masked(words, ["Katrin Albers", "Katrin", "Albers"], ["Elbkorn Foods"]) == left


def test_parts_of_names_that_stand_in_every_sentence_hide_nothing() -> None:
    assert masked("what the van does", ["Mia van der Holt"]) == "what the van does"
    assert masked("Holt said", ["Mia van der Holt"]) == "[name] said"


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_no_words_break_the_mask(words: str, name: str, company: str) -> None:
    assert isinstance(masked(words, [name], [company]), str)


@given(st.text("abc @.1 ", max_size=30))
def test_no_address_and_no_long_number_is_left(words: str) -> None:
    left = masked(words, [])
    assert "@" not in left
    assert "111111" not in left


def test_a_round_says_how_far_it_is() -> None:
    from datetime import UTC, datetime

    from qualdesk.core.ids import CampaignId
    from qualdesk.core.rating import RatingRound, RoundId

    begun = {
        "id": RoundId(1),
        "campaign_id": CampaignId(1),
        "definition": "Qualified lead",
        "version": 3,
        "cases": 30,
        "made_by": "Rosa",
        "made_at": datetime(2026, 3, 17, tzinfo=UTC),
    }
    assert RatingRound(**begun, judged={}).says == (
        "30 cases, nobody has begun. Two people judge them."
    )
    one = RatingRound(**begun, judged={"Pia": 12})
    assert one.says == "Pia 12 of 30. A second person is needed."
    both = RatingRound(**begun, judged={"Pia": 30, "Lena": 4})
    assert both.says == "Lena 4 of 30, Pia 30 of 30."
    closed = RatingRound(
        **begun, judged={"Pia": 30, "Lena": 30}, closed_at=datetime(2026, 3, 18, tzinfo=UTC)
    )
    assert closed.says == "30 cases, judged by Lena and Pia"
