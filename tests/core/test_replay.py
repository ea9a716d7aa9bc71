"""A draft tried on finished leads, the slider over it, and the gap between two definitions (F3)."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.definition import Standing, VerdictKind
from qualdesk.core.gap import gap_of
from qualdesk.core.replay import (
    Cell,
    Result,
    Trial,
    as_it_went,
    cell_of,
    trial_of,
)
from script_makers import make_definition

QUALIFIED, NURTURE, NO_FIT = VerdictKind.QUALIFIED, VerdictKind.NURTURE, VerdictKind.NOT_A_FIT
standings = st.builds(
    Standing,
    points=st.integers(-20, 120),
    passes=st.booleans(),
    below=st.sampled_from(VerdictKind),
    met=st.frozensets(st.sampled_from(["need", "role", "today"])),
)
cells = st.dictionaries(
    st.builds(cell_of, standings, st.sampled_from(VerdictKind), st.sampled_from(Result)),
    st.integers(1, 50),
    max_size=12,
)


def a_trial(*leads: tuple[int, str, VerdictKind, int], threshold: int = 70) -> Trial:
    """Leads by points, result and what they were before; all of them pass with enough points."""
    found: Counter[Cell] = Counter()
    for points, result, was, count in leads:
        standing = Standing(points=points, passes=True, below=NURTURE)
        found[cell_of(standing, was, Result(result))] += count
    draft = replace(make_definition(), version=4, threshold=threshold)
    return trial_of(draft, replace(draft, version=3), found)


def drawn() -> Trial:
    """The hundred leads of the drawing."""
    return a_trial(
        (90, "taken", QUALIFIED, 14),
        (85, "won", QUALIFIED, 4),
        (80, "lost", QUALIFIED, 1),
        (65, "lost", QUALIFIED, 1),
        (65, "sent_back", QUALIFIED, 3),
        (75, "sent_back", QUALIFIED, 3),
        (60, "taken", QUALIFIED, 1),
        (75, "", NURTURE, 1),
        (75, "handed", QUALIFIED, 18),
        (40, "", NURTURE, 54),
    )


def test_a_trial_says_what_the_draft_does_to_each_number() -> None:
    """F3: what would have passed, what sales took, what was won."""
    trial = drawn()
    assert trial.title == "Tried on the last 100 finished leads"
    assert (trial.before.qualified, trial.after.qualified) == (45, 41)
    assert (trial.before.sent_back, trial.after.sent_back) == (6, 3)
    assert (trial.before.taken, trial.after.taken) == (21, 19)
    assert (trial.after.won, trial.after.lost) == (4, 1)
    assert trial.lines == (
        "4 fewer to hand off",
        "3 wrong hand-offs avoided",
        "2 good leads would be missed",
        "Of the 21 taken, 4 are won and 2 lost so far. Version 4 keeps all 4 won and drops 1 lost.",
    )
    assert trial.changed_count == 6


def test_few_leads_are_too_few_to_try_a_draft_on() -> None:
    trial = a_trial((90, "taken", QUALIFIED, 12))
    assert not trial.is_enough
    assert trial.title == "Too few leads to try this on (12). 30 are needed."


def test_the_sentences_fit_one_and_none() -> None:
    one = a_trial((90, "won", NURTURE, 1), (10, "sent_back", QUALIFIED, 1))
    assert one.lines == (
        "As many to hand off",
        "1 wrong hand-off avoided",
        "No good leads would be missed",
        "Sales has taken none of them so far.",
    )
    won = a_trial((90, "won", QUALIFIED, 1), (80, "taken", NURTURE, 3))
    assert won.says_won == ("Of the one taken, 1 is won and 0 lost so far. Version 4 keeps it won.")
    assert won.says_qualified == "3 more to hand off"
    missed = a_trial((10, "won", QUALIFIED, 2), (10, "lost", QUALIFIED, 1))
    assert missed.says_won.endswith("Version 4 keeps 0 of 2 won and drops 1 lost.")


@given(cells, st.integers(-30, 130))
def test_the_slider_counts_as_a_trial_at_that_threshold_would(
    found: dict[Cell, int], threshold: int
) -> None:
    """F3: the slider counts from what is kept, and says what a new trial would say."""
    draft = replace(make_definition(), threshold=50)
    slid = trial_of(draft, make_definition(), found).at(threshold)
    anew = trial_of(replace(draft, threshold=threshold), make_definition(), found)
    assert slid == anew
    assert slid.after.qualified == slid.passes_at(threshold)


@given(cells)
def test_a_higher_bar_never_lets_more_leads_through(found: dict[Cell, int]) -> None:
    trial = trial_of(make_definition(), None, found)
    passing = [trial.passes_at(threshold) for threshold in range(-30, 130, 5)]
    assert passing == sorted(passing, reverse=True)


@given(cells)
def test_every_lead_stands_in_one_bar_and_bars_have_no_gaps(found: dict[Cell, int]) -> None:
    trial = trial_of(make_definition(), None, found)
    bars, width = trial.histogram.bars, trial.histogram.width
    assert sum(bar.leads for bar in bars) == trial.leads == sum(found.values())
    assert len(bars) <= 14
    assert [bar.points for bar in bars] == [
        bars[0].points + width * number for number in range(len(bars))
    ]
    for bar in bars:
        inside = [c for c in found if bar.points <= c.points < bar.points + width]
        taken = sum(found[c] for c in inside if c.result in {"taken", "won", "lost"})
        sent_back = sum(found[c] for c in inside if c.result == "sent_back")
        assert (bar.taken, bar.sent_back) == (taken, sent_back)
        assert bar.leads == sum(found[c] for c in inside)


def test_points_far_apart_still_make_few_bars() -> None:
    wide = a_trial((-9_000, "", NURTURE, 1), (99_999, "taken", QUALIFIED, 1))
    assert 1 < len(wide.histogram.bars) <= 14
    assert a_trial().histogram.bars == ()


def test_without_another_definition_it_stands_beside_what_was_handed_over() -> None:
    standing = Standing(points=10, passes=True, below=NO_FIT)
    found = {cell_of(standing, as_it_went(result), result): 10 for result in Result}
    trial = trial_of(replace(make_definition(), threshold=50), None, found)
    assert trial.before.qualified == 50
    assert trial.before.sent_back == trial.avoided == 10
    # Who was not handed over is no other lead for being no fit now.
    assert trial.changed_count == 50


def test_results_say_what_they_are() -> None:
    assert [result.label for result in Result] == [
        "Not handed over",
        "Handed over, not answered",
        "Taken by sales",
        "Sent back",
        "Won",
        "Lost",
    ]
    assert [result for result in Result if result.is_answered] == [
        Result.TAKEN, Result.SENT_BACK, Result.WON, Result.LOST,
    ]  # fmt: skip


def a_standing(points: int, *met: str, passes: bool = True) -> Standing:
    return Standing(points=points, passes=passes, below=NURTURE, met=frozenset(met))


def test_the_gap_says_where_marketing_and_sales_differ() -> None:
    """F3, gap view: both definitions over the same answers."""
    marketing = replace(make_definition(), threshold=40)
    sales = replace(make_definition(), threshold=60)
    both, strict = a_standing(80, "need", "role"), a_standing(50, "need", "role")
    loose = a_standing(70, "need")
    gap = gap_of(
        marketing,
        sales,
        {
            (both, both, Result.TAKEN): 20,
            (strict, strict, Result.SENT_BACK): 7,
            (loose, a_standing(70, "need", passes=False), Result.NOT_HANDED): 2,
            (a_standing(10), a_standing(90, "today"), Result.WON): 3,
            (a_standing(10), a_standing(10), Result.NOT_HANDED): 8,
        },
    )
    assert (gap.both.qualified, gap.both.taken) == (20, 20)
    assert (gap.only_marketing.qualified, gap.only_marketing.sent_back) == (9, 7)
    assert (gap.only_sales.qualified, gap.only_sales.won) == (3, 3)
    assert (gap.neither, gap.leads, gap.disputed_count) == (8, 40, 12)
    assert [(one.label, one.leads) for one in gap.reasons] == [("Points", 9), ("Today", 3)]
    assert gap.says == ("Both call 20 of 40 qualified. Marketing alone 9 more, sales alone 3 more.")


def test_a_must_have_of_one_side_alone_explains_the_gap() -> None:
    sales = make_definition()
    marketing = replace(sales, criteria=tuple(replace(c, must_have=False) for c in sales.criteria))
    seen = a_standing(70, "need", "call")
    missed = replace(seen, passes=False)
    gap = gap_of(marketing, sales, {(seen, missed, Result.SENT_BACK): 5})
    assert [(one.label, one.leads) for one in gap.reasons] == [("Role", 5)]
    assert gap.says == "Too few leads to try this on (5). 30 are needed."


def test_two_alike_definitions_have_no_gap() -> None:
    seen = a_standing(70, "need")
    gap = gap_of(make_definition(), make_definition(), {(seen, seen, Result.TAKEN): 31})
    assert gap.says == "Both sides say the same of all 31 finished leads."
    assert not gap.reasons
