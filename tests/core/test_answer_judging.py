"""What stands beside an answer: opportunities, amounts, additions, and what a file says of itself.

T4: each row is used or named; tests/core/test_sales_answers.py has the answers themselves.
"""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.answer_judging import LONGEST_NOTE, judge_answers
from qualdesk.core.ids import BatchId, LeadId
from qualdesk.core.sales_answers import (
    NO_FACTS,
    FileFacts,
    SalesAnswer,
    SentItem,
    SheetRow,
    facts_said,
)

KATRIN = SentItem(
    id="id-katrin",
    lead_id=LeadId(1),
    name="Katrin Albers",
    batch_id=BatchId(7),
    batch="PackTech, batch 1",
    state="sent",
    receiver="Lena Brandt",
    reasons=("Wrong person", "No date in sight"),
)
TAKEN = replace(
    KATRIN,
    state="taken",
    opportunity="OPP-1",
    amount=Decimal("12500.5"),
    currency="EUR",
    note="Soon",
)
FACTS = FileFacts(batch_id=BatchId(7), batch="PackTech, batch 1", receivers=("Lena Brandt",))


def row(**cells: Any) -> SheetRow:
    return SheetRow(**{"row": 2, "item_id": KATRIN.id, **cells})


def judged(item: SentItem, *rows: SheetRow, facts: FileFacts = NO_FACTS) -> Any:
    return judge_answers(rows, {item.id: item}, facts)


def test_a_taken_lead_comes_with_its_opportunity() -> None:
    cells = {"opportunity": " OPP-77 ", "amount": "12.500,50", "currency": "eur", "note": "a\n b"}
    assert judged(KATRIN, row(takes="takes", **cells)).answers == (
        SalesAnswer(
            row=2,
            item_id=KATRIN.id,
            takes=True,
            opportunity="OPP-77",
            amount=Decimal("12500.50"),
            currency="EUR",
            note="a b",
        ),
    )


def test_the_amount_may_name_its_currency() -> None:
    (answer,) = judged(KATRIN, row(takes="takes", amount="€ 900")).answers
    assert (answer.amount, answer.currency) == (Decimal(900), "EUR")


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"amount": "12 k"}, "“12 k” cannot be read as an amount"),
        ({"amount": "-5"}, "cannot be read as an amount"),
        ({"amount": "=1+1"}, "cannot be read as an amount"),
        ({"amount": "12", "currency": "Euros"}, "“Euros” is no currency known here"),
        ({"currency": "EUR"}, "a currency and no amount"),
        ({"amount": "12 USD", "currency": "EUR"}, "says USD and the currency EUR"),
        ({"note": "x" * (LONGEST_NOTE + 1)}, "The note has over 4,000 letters"),
        ({"opportunity": "x" * 201}, "The opportunity has over 200 letters"),
    ],
)
def test_what_cannot_be_read_beside_an_answer_is_named(cells: dict[str, str], says: str) -> None:
    found = judged(KATRIN, row(takes="takes", **cells))
    assert found.answers == ()
    assert says in found.problems[0].says


@pytest.mark.parametrize("cells", [{"opportunity": "OPP-1"}, {"amount": "12"}])
def test_what_is_sent_back_has_no_opportunity(cells: dict[str, str]) -> None:
    found = judged(KATRIN, row(takes="sends back", reason="Wrong person", **cells))
    assert "sends back” and names an opportunity. Which is meant?" in found.problems[0].says


@pytest.mark.parametrize("cells", [{"opportunity": "O"}, {"amount": "1"}, {"currency": "EUR"}])
def test_an_opportunity_without_an_answer_is_named(cells: dict[str, str]) -> None:
    (problem,) = judged(KATRIN, row(**cells)).problems
    assert problem.says.startswith("The answer itself is missing")


def test_ids_a_program_made_capitals_of_are_known() -> None:
    assert len(judged(KATRIN, row(item_id=" ID-Katrin ", takes="takes")).answers) == 1


def test_what_no_database_keeps_is_left_out_of_a_note() -> None:
    (answer,) = judged(KATRIN, row(takes="takes", note="so\x00on \ud800")).answers
    assert answer.note == "soon"


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"opportunity": "OPP-1", "amount": "12500,5", "currency": "EUR", "note": "Soon"},
        {"amount": "12500.50 EUR"},
    ],
)
def test_what_sales_said_before_is_known(cells: dict[str, str]) -> None:
    found = judged(TAKEN, row(takes="takes", **cells))
    assert [one.item_id for one in found.already] == [KATRIN.id]
    assert (found.answers, found.completed, found.problems) == ((), (), ())


@pytest.mark.parametrize(
    ("before", "cells"),
    [
        ({"opportunity": ""}, {"opportunity": "OPP-9"}),
        ({"amount": None, "currency": ""}, {"amount": "5", "currency": "USD"}),
        ({"currency": ""}, {"amount": "12500.5", "currency": "USD"}),
        ({"note": ""}, {"note": "Later"}),
    ],
)
def test_what_sales_adds_later_completes_the_answer(
    before: dict[str, Any], cells: dict[str, str]
) -> None:
    found = judged(replace(TAKEN, **before), row(takes="takes", **cells))
    assert [one.item_id for one in found.completed] == [KATRIN.id]
    assert (found.answers, found.already, found.problems) == ((), (), ())


@pytest.mark.parametrize(
    ("cells", "before"),
    [
        ({"opportunity": "OPP-2"}, "OPP-1"),
        ({"amount": "99"}, "12500.5"),
        ({"amount": "12500.5", "currency": "USD"}, "EUR"),
        ({"note": "Never"}, "Soon"),
        ({"note": "Never", "opportunity": "OPP-1"}, "Soon"),
    ],
)
def test_what_differs_from_before_is_named_and_not_used(cells: dict[str, str], before: str) -> None:
    found = judged(TAKEN, row(takes="takes", **cells))
    (problem,) = found.problems
    assert problem.says.startswith(f"Sales already said “{before}” of Katrin Albers. The first")
    assert (found.answers, found.completed, found.already) == ((), (), ())


def test_a_note_completes_what_was_sent_back() -> None:
    back = replace(KATRIN, state="sent_back", reason="Wrong person")
    said = row(takes="sends back", reason="wrong person", note="Left")
    assert len(judged(back, said).completed) == 1
    assert len(judged(replace(back, note="Left"), said).already) == 1
    assert "“Other”" in judged(replace(back, note="Other"), said).problems[0].says


def test_a_colleagues_answer_counts_and_is_named() -> None:
    sams = replace(KATRIN, receiver="Sam Osei")
    found = judged(sams, row(takes="takes"), facts=FACTS)
    assert len(found.answers) == 1
    (told,) = found.notes
    assert told.place == "Row 2"
    assert told.says == (
        "Katrin Albers went to Sam Osei. The answer came in the file of Lena Brandt, and counts."
    )
    assert judged(KATRIN, row(takes="takes"), facts=FACTS).notes == ()
    assert judged(sams, row(takes="takes")).notes == ()


def test_who_asked_not_to_be_called_since_is_said() -> None:
    found = judged(replace(KATRIN, is_suppressed=True), row(takes="takes"))
    assert len(found.answers) == 1
    assert "asked not to be called since the batch left" in found.notes[0].says
    again = judged(replace(KATRIN, is_suppressed=True, state="taken"), row(takes="takes"))
    assert again.notes == ()


def test_a_row_of_another_batch_than_the_file_is_named() -> None:
    other = FileFacts(batch_id=BatchId(8), batch="PackTech, batch 2")
    (problem,) = judged(KATRIN, row(takes="takes"), facts=other).problems
    assert "belongs to PackTech, batch 1, the row says PackTech, batch 2" in problem.says


def test_a_lead_of_a_page_is_found_by_its_number_and_name() -> None:
    (problem,) = judged(KATRIN, row(name="Katrin Albers", takes="maybe")).problems
    assert problem.place == "Lead 2, Katrin Albers"


def test_three_answers_that_differ_are_all_named() -> None:
    rows = [row(row=n, takes=says) for n, says in ((2, "takes"), (3, "takes"))]
    back = row(row=4, takes="sends back", reason="Wrong person")
    found = judged(KATRIN, *rows, back)
    assert found.answers == ()
    assert [re.findall(r"row (\d)", problem.says) for problem in found.problems] == [
        ["4"],
        ["4"],
        ["2"],
    ]


@pytest.mark.parametrize(
    ("number", "batch", "known"),
    [
        ("7", "PackTech", 7),
        (" 7 ", "", 7),
        ("7x", "PackTech", 0),
        ("", "PackTech", 0),
        ("99999999999999999999", "PackTech", 0),
        ("²", "", 0),
    ],
)
def test_a_number_nobody_could_have_given_is_one_of_no_batch(
    number: str, batch: str, known: int
) -> None:
    assert facts_said(number, batch, ["Lena"]).batch_id == known
    assert facts_said(" ", "", []) == NO_FACTS


words = st.sampled_from(["", "takes", "sends back", "maybe", "Wrong person", "12", "EUR", "x"])
items = st.builds(
    SentItem,
    id=st.just(KATRIN.id),
    lead_id=st.just(LeadId(1)),
    name=st.just("Katrin Albers"),
    batch_id=st.just(BatchId(7)),
    batch=st.just(KATRIN.batch),
    state=st.sampled_from(["sent", "read", "taken", "sent_back", "recycled", "recalled"]),
    reason=st.sampled_from(["", "Wrong person"]),
    note=st.sampled_from(["", "x"]),
    opportunity=st.sampled_from(["", "x", "12"]),
    amount=st.sampled_from([None, Decimal(12), Decimal(13)]),
    currency=st.sampled_from(["", "EUR"]),
    reasons=st.just(KATRIN.reasons),
    is_erased=st.booleans(),
    is_suppressed=st.booleans(),
)
sheets = st.lists(
    st.builds(
        SheetRow,
        row=st.just(2),
        item_id=st.sampled_from(["", KATRIN.id, KATRIN.id, "other"]),
        takes=words,
        reason=words,
        opportunity=words,
        amount=words,
        currency=words,
        note=words,
    ),
    max_size=5,
)


@given(items, sheets, st.sampled_from([NO_FACTS, FACTS]))
def test_every_row_is_in_exactly_one_place(
    item: SentItem, sheet: list[SheetRow], facts: FileFacts
) -> None:
    rows = [replace(one, row=number) for number, one in enumerate(sheet, start=2)]
    found = judged(item, *rows, facts=facts)
    used = [*found.answers, *found.completed, *found.already]
    assert len({one.row for one in used}) == len(used) <= 1
    full = [one for one in rows if not one.is_empty]
    assert len(used) + found.waiting + len(found.problems) == len(full)
    assert {note.place for note in found.notes} <= {f"Row {one.row}" for one in used}
    if item.is_erased or item.state == "recalled":
        assert used == []


@given(items, sheets)
def test_what_was_used_is_known_the_second_time(item: SentItem, sheet: list[SheetRow]) -> None:
    """The same file twice changes nothing."""
    rows = [replace(one, row=number) for number, one in enumerate(sheet, start=2)]
    first = judged(item, *rows)
    for said in (*first.answers, *first.completed):
        is_new = said in first.answers
        kept = replace(
            item,
            state=("taken" if said.takes else "sent_back") if is_new else item.state,
            reason=said.reason if is_new else item.reason,
            note=said.note if is_new else item.note or said.note,
            opportunity=said.opportunity or item.opportunity,
            amount=item.amount if said.amount is None else said.amount,
            currency=said.currency or item.currency,
        )
        again = judged(kept, *rows)
        assert [one.row for one in again.already] == [said.row]
        assert (again.answers, again.completed) == ((), ())
