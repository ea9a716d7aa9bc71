"""Answers from sales, row by row: each is used, known, waiting, or named with its row (T4)."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.answer_judging import judge_answers
from qualdesk.core.ids import BatchId, LeadId
from qualdesk.core.sales_answers import SalesAnswer, SentItem, SheetRow

REASONS = ("Wrong person", "No date in sight")
KATRIN = SentItem(
    id="id-katrin",
    lead_id=LeadId(1),
    name="Katrin Albers",
    batch_id=BatchId(1),
    batch="PackTech, batch 1",
    state="sent",
    reasons=REASONS,
)
MARCUS = replace(KATRIN, id="id-marcus", lead_id=LeadId(2), name="Marcus Hale")
ITEMS = {item.id: item for item in (KATRIN, MARCUS)}


def row(number: int = 2, item_id: str = KATRIN.id, takes: str = "", **cells: str) -> SheetRow:
    return SheetRow(row=number, item_id=item_id, takes=takes, **cells)


@pytest.mark.parametrize("says", ["takes", " Takes ", "TAKES", "take", "taken"])
def test_sales_takes_a_lead(says: str) -> None:
    judged = judge_answers((row(takes=says, note=" soon "),), ITEMS)
    assert judged.answers == (SalesAnswer(row=2, item_id=KATRIN.id, takes=True, note="soon"),)
    assert not judged.problems


@pytest.mark.parametrize("says", ["sends back", "Sends  Back", "send back", "sent back"])
def test_sales_sends_a_lead_back_with_an_agreed_reason(says: str) -> None:
    judged = judge_answers((row(takes=says, reason="wrong PERSON", note="Left"),), ITEMS)
    assert judged.answers == (
        SalesAnswer(row=2, item_id=KATRIN.id, takes=False, reason="Wrong person", note="Left"),
    )


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (row(item_id="", takes="takes"), "The id is missing"),
        (row(item_id="id-katrim", takes="takes"), "in none of our batches"),
        (row(takes="takes", batch="PackTech, batch 2"), "belongs to PackTech, batch 1"),
        (row(takes="maybe"), "“maybe” is no answer here"),
        (row(takes="sends back"), "Katrin Albers is sent back without a reason"),
        (row(takes="sends back", reason="Bored"), "“Bored” is not one of the agreed reasons"),
        (row(takes="takes", reason="Wrong person"), "Which is meant"),
        (row(reason="Wrong person"), "The answer itself is missing"),
        (row(note="Nice person"), "The answer itself is missing"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_and_hinders_no_other(bad: SheetRow, says: str) -> None:
    good = row(9, MARCUS.id, "takes")
    judged = judge_answers((bad, good), ITEMS)
    assert [answer.item_id for answer in judged.answers] == [MARCUS.id]
    (problem,) = judged.problems
    assert says in problem.says
    known = bad.id in ITEMS and "Katrin" not in problem.says
    assert problem.place == ("Row 2, Katrin Albers" if known else "Row 2")


def test_a_row_without_an_answer_waits() -> None:
    judged = judge_answers((row(), row(3, MARCUS.id)), ITEMS)
    assert (judged.waiting, judged.answers, judged.problems) == (2, (), ())


def test_empty_rows_are_passed_over() -> None:
    judged = judge_answers((row(item_id="  ", batch="PackTech, batch 1"),), ITEMS)
    assert (judged.waiting, judged.problems) == (0, ())


def test_the_same_answer_twice_counts_once_and_is_named() -> None:
    judged = judge_answers((row(2, takes="takes"), row(5, takes="takes")), ITEMS)
    assert len(judged.answers) == 1
    assert [str(problem) for problem in judged.problems] == [
        "Row 5: Katrin Albers is answered twice, the same both times. It counts once."
    ]


def test_two_answers_that_differ_are_both_left_aside() -> None:
    rows = (row(2, takes="takes"), row(5, takes="sends back", reason="Wrong person"))
    judged = judge_answers((*rows, row(6, MARCUS.id, "takes")), ITEMS)
    assert [answer.item_id for answer in judged.answers] == [MARCUS.id]
    assert [str(problem) for problem in judged.problems] == [
        f"Row {row}: Katrin Albers is also answered in row {other}, differently. Neither was used: "
        "keep one."
        for row, other in ((2, 5), (5, 2))
    ]


def test_a_sheet_read_twice_changes_nothing_the_second_time() -> None:
    items = {
        KATRIN.id: replace(KATRIN, state="taken"),
        MARCUS.id: replace(MARCUS, state="sent_back", reason="Wrong person"),
    }
    rows = (row(takes="takes"), row(3, MARCUS.id, "sends back", reason="Wrong person"))
    judged = judge_answers(rows, items)
    assert [answer.item_id for answer in judged.already] == [KATRIN.id, MARCUS.id]
    assert (judged.answers, judged.problems) == ((), ())


@pytest.mark.parametrize(
    ("state", "reason", "now", "says"),
    [
        ("taken", "", row(takes="sends back", reason="Wrong person"), "already took this lead"),
        ("sent_back", "Wrong person", row(takes="takes"), "sent it back: Wrong person"),
        (
            "sent_back",
            "Wrong person",
            row(takes="sends back", reason="No date in sight"),
            "sent it back: Wrong person",
        ),
    ],
)
def test_an_answer_is_not_changed_by_a_later_sheet(
    state: str, reason: str, now: SheetRow, says: str
) -> None:
    items = {KATRIN.id: replace(KATRIN, state=state, reason=reason)}
    judged = judge_answers((now,), items)
    assert (judged.answers, judged.already) == ((), ())
    assert says in judged.problems[0].says
    assert judged.problems[0].says.endswith(
        "The first answer counts: this row was not used. If it is wrong, dispute it."
    )


cells = st.sampled_from(["", "takes", "sends back", "maybe", "Wrong person", "No date in sight"])
rows = st.lists(
    st.builds(
        SheetRow,
        row=st.integers(2, 40),
        item_id=st.sampled_from(["", KATRIN.id, MARCUS.id, "elsewhere"]),
        batch=st.sampled_from(["", KATRIN.batch, "Other, batch 9"]),
        takes=cells,
        reason=cells,
        note=st.sampled_from(["", "note"]),
    ),
    max_size=8,
)


@given(rows, st.randoms())
def test_every_row_that_says_something_is_accounted_for(
    sheet: list[SheetRow], random: object
) -> None:
    judged = judge_answers(tuple(sheet), ITEMS)
    full = [one for one in sheet if not one.is_empty]
    known = len(judged.answers) + len(judged.completed) + len(judged.already)
    assert known + judged.waiting + len(judged.problems) == len(full)
    assert len({answer.item_id for answer in judged.answers}) == len(judged.answers)
    random.shuffle(sheet)  # type: ignore[attr-defined]
    shuffled = judge_answers(tuple(sheet), ITEMS)
    assert {a.item_id for a in shuffled.answers} == {a.item_id for a in judged.answers}


@pytest.mark.parametrize("state", ["sent", "read", "recycled"])
def test_an_answer_counts_however_late_it_comes(state: str) -> None:
    items = {KATRIN.id: replace(KATRIN, state=state)}
    assert len(judge_answers((row(takes="takes"),), items).answers) == 1


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"state": "recalled"}, "PackTech, batch 1 was recalled"),
        ({"is_erased": True}, "This person was erased"),
    ],
)
def test_an_answer_nobody_waits_for_is_named_and_an_empty_row_is_not(
    changed: dict[str, Any], says: str
) -> None:
    items = {KATRIN.id: replace(KATRIN, **changed)}
    judged = judge_answers((row(takes="takes"),), items)
    assert judged.answers == ()
    assert [says in problem.says for problem in judged.problems] == [True]
    assert judge_answers((row(),), items).problems == ()
