"""Answers to the questions of a list: which there are, and what each does to a row."""

import pytest

from list_makers import a_phone, a_row
from qualdesk.core.errors import Refused
from qualdesk.core.intake import BY_YOU, COUNTRY_NOT_CLEAR
from qualdesk.core.leads import PhoneState
from qualdesk.core.list_answers import (
    BROKEN_AND_NAMELESS,
    NUMBER_NOT_WHOLE,
    after_answers,
    answered_order,
    answered_region,
    check_answers,
)
from qualdesk.core.list_choices import ListChoices, RowMend


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"country": "DE"},
        {"country": "United Kingdom"},
        {"country": "research", "numbers": "leave_out"},
        {"dates": "month_first", "same_person": "as_one"},
    ],
)
def test_answers_that_exist_are_taken(answers: dict[str, str]) -> None:
    check_answers(answers)


@pytest.mark.parametrize(
    ("answers", "names"),
    [
        ({"contry": "DE"}, ["contry", "country", "dates", "numbers", "same_person"]),
        ({"country": "Atlantis"}, ["Atlantis", "DE", "research", "leave_out"]),
        ({"dates": "yes"}, ["yes", "day_first", "month_first", "words"]),
        ({"numbers": ""}, ["research", "leave_out"]),
        ({"giveaway": "leave_out"}, ["giveaway", "country"]),
    ],
)
def test_an_answer_nobody_knows_is_refused_with_those_there_are(
    answers: dict[str, str], names: list[str]
) -> None:
    with pytest.raises(Refused) as refused:
        check_answers(answers)
    for name in names:
        assert name in refused.value.says


def test_the_answer_about_the_country_beats_the_lists_and_that_the_campaigns() -> None:
    assert answered_region(ListChoices(), "AT") == "AT"
    assert answered_region(ListChoices(region="de"), "AT") == "DE"
    both = ListChoices(region="DE", answers={"country": "United Kingdom"})
    assert answered_region(both, "AT") == "GB"


def test_kept_for_research_no_country_is_put_before_numbers() -> None:
    """Nothing is guessed: also not the campaign's own country, when a person said so."""
    assert answered_region(ListChoices(answers={"country": "research"}), "DE") == ""


def test_rows_left_out_by_the_answer_are_read_as_before() -> None:
    assert answered_region(ListChoices(answers={"country": "leave_out"}), "DE") == "DE"


def test_the_order_of_dates_is_the_answer_or_the_choice() -> None:
    assert answered_order(ListChoices()) is None
    assert answered_order(ListChoices(day_first=False)) is False
    assert answered_order(ListChoices(answers={"dates": "day_first"}, day_first=False)) is True
    assert answered_order(ListChoices(answers={"dates": "words"}, day_first=True)) is None


def test_a_row_nobody_said_anything_about_stays_as_it_is() -> None:
    row = a_row(7, asks_country=True)
    assert after_answers(row, ListChoices()) is row


def test_a_row_can_be_left_out_by_hand() -> None:
    choices = ListChoices(rows={7: RowMend(leave_out=True)})
    assert after_answers(a_row(7), choices).left_out == BY_YOU
    assert not after_answers(a_row(8), choices).left_out


def test_a_row_left_out_already_keeps_its_own_reason() -> None:
    row = a_row(7, left_out="This is a test row, not a person.")
    mended = after_answers(row, ListChoices(rows={7: RowMend(leave_out=True)}))
    assert mended.left_out == row.left_out


def test_rows_without_a_country_are_left_out_together_but_for_those_mended_by_hand() -> None:
    choices = ListChoices(answers={"country": "leave_out"}, rows={9: RowMend(region="GB")})
    assert after_answers(a_row(7, asks_country=True), choices).left_out == COUNTRY_NOT_CLEAR
    assert not after_answers(a_row(8), choices).left_out
    assert not after_answers(a_row(9, asks_country=True), choices).left_out


def test_a_broken_number_with_a_name_is_kept_for_research_until_somebody_says_otherwise() -> None:
    row = a_row(7, phones=(a_phone("12345", PhoneState.BROKEN),))
    assert not after_answers(row, ListChoices()).left_out
    chosen = ListChoices(answers={"numbers": "leave_out"})
    assert after_answers(row, chosen).left_out == NUMBER_NOT_WHOLE


def test_a_broken_number_without_a_name_or_an_address_is_left_out() -> None:
    phones = (a_phone("12345", PhoneState.BROKEN),)
    assert after_answers(a_row(7, name="", phones=phones), ListChoices()).left_out == (
        BROKEN_AND_NAMELESS
    )
    reachable = a_row(8, name="", phones=phones, emails=("anna@elbkorn.example",))
    assert not after_answers(reachable, ListChoices()).left_out


def test_a_number_that_lacks_only_its_country_is_no_broken_number() -> None:
    phones = (a_phone("040 66969 118", PhoneState.BROKEN),)
    row = a_row(7, phones=phones, asks_country=True)
    assert not after_answers(row, ListChoices(answers={"numbers": "leave_out"})).left_out
    nameless = a_row(8, name="", phones=phones, asks_country=True)
    assert not after_answers(nameless, ListChoices()).left_out
