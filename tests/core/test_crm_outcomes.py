"""What a CRM says became of leads: stages in many words, and rows matched with nobody guessed."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.amounts import Money
from qualdesk.core.crm_outcomes import (
    CrmRow,
    Key,
    LeftLead,
    OutcomesJudged,
    judge_outcomes,
    read_outcome,
)
from qualdesk.core.ids import ContactId, ItemId, LeadId

SENT = datetime(2026, 3, 17, 9, tzinfo=UTC)
STATES = ("sent", "read", "taken", "sent_back", "recycled", "recalled")


def a_left_lead(number: int = 1, **changed: Any) -> LeftLead:
    fields: dict[str, Any] = {
        "item_id": ItemId(f"item-{number}"),
        "lead_id": LeadId(number),
        "contact_id": ContactId(number),
        "name": f"Person {number}",
        "batch": "PackTech, batch 1",
        "state": "taken",
        "became": "",
        "sent_at": SENT,
    }
    return LeftLead(**{**fields, **changed})


def judge(left: Mapping[Key, Sequence[LeftLead]], *rows: CrmRow) -> OutcomesJudged:
    return judge_outcomes(rows, left)


@pytest.mark.parametrize(
    "stage",
    [
        "Closed Won",
        "closedwon",
        "WON",
        "Closed_Won",
        "Gewonnen",
        "Abgeschlossen und gewonnen",
        "Gagné",
        "Ganado",
        "6 - Won",
        "Closed Won (renewal)",
    ],
)
def test_won_is_read_in_many_words(stage: str) -> None:
    assert read_outcome(stage) == "won"


@pytest.mark.parametrize(
    "stage", ["Closed Lost", "closedlost", "Lost", "Verloren", "Closed-Lost to Competition"]
)
def test_lost_is_read_in_many_words(stage: str) -> None:
    assert read_outcome(stage) == "lost"


@pytest.mark.parametrize("stage", ["", "Proposal made", "Negotiation", "Wonderful", "Angebot", "1"])
def test_everything_else_is_open(stage: str) -> None:
    assert read_outcome(stage) == "open"


@pytest.mark.parametrize("stage", ["won or lost", "not won", "Nicht gewonnen"])
def test_what_contradicts_itself_is_guessed_by_nobody(stage: str) -> None:
    assert read_outcome(stage) is None
    judged = judge({}, CrmRow(row=4, ids=("x",), stages=(stage,)))
    (problem,) = judged.problems
    assert problem.place == "Row 4"
    assert "neither won nor lost" in problem.says


def test_the_stage_of_the_pipeline_does_not_hide_the_status() -> None:
    """Pipedrive has both: a stage of its own, and won or lost beside it."""
    lead = a_left_lead()
    row = CrmRow(row=2, ids=("a",), stages=("Proposal made", "Won"))
    judged = judge({("id", "a"): [lead]}, row)
    assert [one.became for one in judged.said] == ["won"]
    both = CrmRow(row=2, ids=("a",), stages=("Won", "Lost"))
    assert judge({("id", "a"): [lead]}, both).said == ()


def test_an_id_counts_before_an_address_and_that_before_a_number() -> None:
    by_id, by_email, by_phone = (a_left_lead(n) for n in (1, 2, 3))
    left: dict[Key, Sequence[LeftLead]] = {
        ("id", "ours"): [by_id],
        ("email", "a@b.example"): [by_email],
        ("phone", "+493023125001"): [by_phone],
    }
    all_three = CrmRow(
        row=2,
        ids=("00q5e", "ours"),
        emails=("a@b.example",),
        phones=("+493023125001",),
        stages=("Won",),
    )
    assert judge(left, all_three).said[0].lead is by_id
    no_id = CrmRow(row=2, emails=("a@b.example",), phones=("+493023125001",), stages=("Won",))
    assert judge(left, no_id).said[0].lead is by_email
    phone_only = CrmRow(row=2, ids=("00q5e",), phones=("+493023125001",), stages=("Won",))
    assert judge(left, phone_only).said[0].lead is by_phone


def test_a_shared_address_is_told_apart_by_the_number_or_not_at_all() -> None:
    one, other = a_left_lead(1, name="Katrin Albers"), a_left_lead(2, name="Marcus Hale")
    left: dict[Key, Sequence[LeftLead]] = {
        ("email", "info@b.example"): [one, other],
        ("phone", "+493023125002"): [other],
    }
    shared = CrmRow(row=2, emails=("info@b.example",), stages=("Won",))
    (problem,) = judge(left, shared).problems
    assert "Katrin Albers (PackTech, batch 1), Marcus Hale" in problem.says
    told = CrmRow(row=2, emails=("info@b.example",), phones=("+493023125002",), stages=("Won",))
    assert judge(left, told).said[0].lead is other


def test_of_one_person_in_two_batches_the_newest_counts_and_a_recalled_one_least() -> None:
    old = a_left_lead(1, contact_id=ContactId(9))
    new = a_left_lead(2, contact_id=ContactId(9), sent_at=SENT + timedelta(days=3))
    gone = a_left_lead(
        3, contact_id=ContactId(9), sent_at=SENT + timedelta(days=9), state="recalled"
    )
    left: dict[Key, Sequence[LeftLead]] = {("email", "a@b.example"): [gone, new, old]}
    row = CrmRow(row=2, emails=("a@b.example",), stages=("Won",))
    assert judge(left, row).said[0].lead is new
    (problem,) = judge({("email", "a@b.example"): [gone]}, row).problems
    assert "PackTech, batch 1 was recalled" in problem.says


def test_nobody_of_ours_is_listed_by_row_with_what_is_wrong_with_the_number() -> None:
    row = CrmRow(row=7, name="Jo Berg", phones=(), emails=("jo@x.example",), stages=("Lost",))
    (problem,) = judge({}, row).problems
    assert str(problem) == "Row 7: None of the leads that left is Jo Berg."
    spoilt = CrmRow(row=8, stages=("Lost",), doubts=("Digits were lost.",))
    (problem,) = judge({}, spoilt).problems
    assert "no id, e-mail address or phone number in this row. Digits were lost." in problem.says


def test_open_rows_are_counted_whoever_they_are_about() -> None:
    judged = judge({}, CrmRow(row=2, stages=("Negotiation",)), CrmRow(row=3))
    assert (judged.still_open, judged.problems) == (2, ())


def test_of_somebody_erased_nothing_is_kept() -> None:
    left: dict[Key, Sequence[LeftLead]] = {("id", "a"): [a_left_lead(is_erased=True)]}
    judged = judge(left, CrmRow(row=2, ids=("a",), stages=("Won",)))
    assert judged.said == ()
    assert "erased" in judged.problems[0].says


def test_a_lead_twice_in_a_file_counts_once_or_not_at_all() -> None:
    left: dict[Key, Sequence[LeftLead]] = {("id", "a"): [a_left_lead(name="Kai Lorenz")]}
    won = CrmRow(row=2, ids=("a",), stages=("Won",))
    again = CrmRow(row=5, ids=("a",), stages=("Won",))
    lost = CrmRow(row=6, ids=("a",), stages=("Lost",))
    judged = judge(left, won, again)
    assert [one.row for one in judged.said] == [2]
    assert str(judged.problems[0]) == "Row 5: Kai Lorenz stands in row 2 as well. It counts once."
    judged = judge(left, won, lost)
    assert judged.said == ()
    assert "won in one row and lost in another (row 2)" in judged.problems[0].says


def test_the_rest_of_a_row_counts_where_its_amount_is_none() -> None:
    left: dict[Key, Sequence[LeftLead]] = {("id", "a"): [a_left_lead()]}
    row = CrmRow(
        row=2, ids=("a",), stages=("Won",), amount="12 k", reason=" Best\nprice ", opportunity="006"
    )
    judged = judge(left, row)
    assert (judged.said[0].money, judged.said[0].reason) == (None, "Best price")
    assert "“12 k” is no amount" in judged.notes[0].says
    row = CrmRow(row=2, ids=("a",), stages=("Won",), amount="12.500,00", currency="EUR")
    assert judge(left, row).said[0].money == Money(amount=Decimal("12500.00"), currency="EUR")


def test_what_sales_sent_back_is_lost_already_but_may_be_won() -> None:
    left: dict[Key, Sequence[LeftLead]] = {("id", "a"): [a_left_lead(state="sent_back")]}
    judged = judge(left, CrmRow(row=2, ids=("a",), stages=("Lost",)))
    assert (judged.said, judged.already) == ((), 1)
    judged = judge(left, CrmRow(row=2, ids=("a",), stages=("Won",)))
    assert [one.became for one in judged.said] == ["won"]
    assert "although sales had sent them back" in judged.notes[0].says


LEADS = st.builds(
    a_left_lead,
    st.integers(1, 4),
    state=st.sampled_from(STATES),
    became=st.sampled_from(["", "won", "lost"]),
    contact_id=st.integers(1, 3).map(ContactId),
    is_erased=st.booleans(),
)
IDS = st.sampled_from(["a", "b", "c"])
ROWS = st.builds(
    CrmRow,
    row=st.integers(2, 99),
    ids=st.lists(IDS, max_size=2).map(tuple),
    emails=st.lists(IDS, max_size=2).map(tuple),
    phones=st.lists(IDS, max_size=2).map(tuple),
    stages=st.lists(st.sampled_from(["Won", "Lost", "Open", "Won, lost"]), max_size=2).map(tuple),
)
LEFT = st.dictionaries(
    st.tuples(st.sampled_from(["id", "email", "phone"]), IDS),
    st.lists(LEADS, min_size=1),
    max_size=6,
)


@given(st.lists(ROWS, max_size=8), LEFT)
def test_every_row_is_used_known_open_or_named(
    rows: list[CrmRow], left: dict[Key, list[LeftLead]]
) -> None:
    """Nothing is silently dropped; no lead is said two things of; nobody is guessed."""
    judged = judge_outcomes(rows, left)
    ids = [one.lead.item_id for one in judged.said]
    assert len(ids) == len(set(ids))
    said = len(judged.said) + judged.already + judged.still_open
    # The first row of two that clash is named in the second one's sentence.
    clashing = sum("Neither was used" in one.says for one in judged.problems)
    assert said + len(judged.problems) <= len(rows)
    assert said + len(judged.problems) + clashing >= len(rows)
    for one in judged.said:
        assert one.lead.state != "recalled"
        assert not one.lead.is_erased
        assert any(one.lead in found for found in left.values())
