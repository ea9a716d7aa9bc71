"""The question of the country: what it proposes, and what becomes of each row."""

import pytest

from list_makers import a_row, phones_of
from qualdesk.core.country_names import country_name, in_country, looks_like, name_and_code
from qualdesk.core.list_checks import MOST_ROWS_SHOWN, CheckGroup, RowTone
from qualdesk.core.list_choices import RowMend
from qualdesk.core.list_countries import CountryQuestion
from qualdesk.core.list_words import counted, share

GERMAN = ("040 66969 118", "030 23125 417", "0221 4710 193", "040 66969 672")
BRITISH = "020 7946 0342"


def asked(
    *numbers: str,
    region: str = "",
    of_campaign: str = "",
    answer: str = "",
    at_home: dict[str, int] | None = None,
    left_out: str = "",
) -> CheckGroup:
    """The question, for rows with these numbers among people of known countries."""
    question = CountryQuestion(
        region=region, of_campaign=of_campaign, answer=answer, heading="Phone"
    )
    number = 1
    for country, people in (at_home or {}).items():
        for _ in range(people):
            number += 1
            question.see(a_row(number, country=country))
    for text in numbers:
        number += 1
        phones = phones_of(text, region)
        question.see(a_row(number, phones=phones, asks_country=True, left_out=left_out))
    group = question.group(lambda _: None)
    assert group is not None
    return group


def test_without_a_row_that_asks_there_is_no_question() -> None:
    question = CountryQuestion(region="DE", of_campaign="DE")
    question.see(a_row(2, country="DE"))
    assert question.group(lambda _: None) is None


def test_the_question_says_how_many_become_numbers_and_where_the_people_are() -> None:
    group = asked(*GERMAN, BRITISH, "12345", at_home={"DE": 24}, of_campaign="DE", region="DE")
    first = group.options[0]
    assert group.heading == "6 numbers could belong to more than one country"
    assert group.says == "6 numbers without a country"
    assert first.title == "Treat them as Germany, +49"
    assert first.says == "4 of 6 become valid numbers. 8 in 10 people in this file are in Germany."
    assert first.is_suggested
    assert [option.id for option in group.options] == ["DE", "another", "leave_out"]
    assert group.options[1].wants == "country"
    assert group.options[2].title == "Leave these 6 out"


def test_one_row_is_spoken_of_as_one() -> None:
    group = asked(GERMAN[0], of_campaign="DE", region="DE")
    assert group.heading == "1 number could belong to more than one country"
    assert group.options[0].title == "Treat it as Germany, +49"
    assert group.options[0].says.startswith("It becomes a valid number.")
    assert group.options[-1].title == "Leave this row out"


def test_a_country_of_the_list_that_fits_better_than_the_campaigns_is_suggested() -> None:
    """The campaign's country holds until somebody answers: nothing is turned round silently."""
    group = asked(*GERMAN, at_home={"DE": 3, "GB": 1}, of_campaign="GB", region="GB")
    assert [option.id for option in group.options][:2] == ["DE", "GB"]
    assert group.options[0].is_suggested
    assert not group.options[1].is_suggested
    assert group.default == "GB"
    assert group.answer == ""


def test_where_nobody_knows_the_country_the_rows_wait_for_research() -> None:
    """Unanswered, no row is lost, and nobody is called on a guessed number."""
    group = asked(*GERMAN, at_home={"DE": 12})
    assert group.default == "research"
    assert [option.id for option in group.options] == ["DE", "another", "research", "leave_out"]
    assert {row.result for row in group.rows} == {"Looks German."}


def test_without_any_hint_a_country_can_still_be_picked() -> None:
    group = asked("040 66969 118")
    assert [option.id for option in group.options] == ["another", "research", "leave_out"]
    assert group.options[0].title == "Treat it as numbers of one country"
    assert group.rows[0].result == "Goes to Research."


def test_a_number_that_fits_another_country_of_the_list_can_be_read_so_alone() -> None:
    group = asked(*GERMAN, BRITISH, at_home={"DE": 8, "GB": 2}, of_campaign="DE", region="DE")
    (odd,) = [row for row in group.rows if row.offers]
    assert odd.before == BRITISH
    assert odd.result == "Looks British."
    assert odd.tone is RowTone.LOOK
    assert odd.offers[0].says == "Use +44"
    assert odd.offers[0].mend == RowMend(region="GB")
    ready = [row for row in group.rows if not row.offers]
    assert {(row.result, row.tone) for row in ready} == {("Ready", RowTone.READY)}
    assert ready[0].after == "+49 40 66969118"


def test_a_number_that_fits_nowhere_can_be_typed_anew() -> None:
    group = asked("12345", of_campaign="DE", region="DE")
    (row,) = group.rows
    assert row.result == "Goes to Research."
    assert row.after.startswith("Too short for a number")
    assert row.offers[0].mend is None
    assert row.offers[0].heading == "Phone"


def test_an_answer_stands_beside_the_question_and_rows_left_out_say_so() -> None:
    assert asked(GERMAN[0], of_campaign="DE", region="GB", answer="United Kingdom").answer == "GB"
    group = asked(*GERMAN, of_campaign="DE", region="DE", answer="leave_out", left_out="So said.")
    assert group.answer == "leave_out"
    assert {(row.result, row.tone) for row in group.rows} == {("Left out.", RowTone.OUT)}


def test_a_row_mended_by_hand_stays_in_sight() -> None:
    question = CountryQuestion(region="DE", of_campaign="DE", mended={3})
    question.see(a_row(3, phones=phones_of(BRITISH, "GB")))
    group = question.group(lambda _: None)
    assert group is not None
    assert [(row.number, row.result) for row in group.rows] == [(3, "Ready")]


def test_of_very_many_rows_the_first_are_tried_and_all_are_counted() -> None:
    group = asked(*["040 66969 118"] * (MOST_ROWS_SHOWN + 3), of_campaign="DE", region="DE")
    assert group.count == MOST_ROWS_SHOWN + 3
    assert len(group.rows) == MOST_ROWS_SHOWN
    assert group.options[0].says.startswith("Of the first 500, 500 become valid numbers.")


def test_what_planning_found_of_a_row_is_told_in_its_place() -> None:
    question = CountryQuestion(region="DE", of_campaign="DE")
    for number in (2, 3, 4):
        question.see(a_row(number, phones=phones_of(GERMAN[0], "DE"), asks_country=True))
    fates = {3: ("On the do-not-call list.", RowTone.OUT), 4: ("Updated.", RowTone.READY)}
    group = question.group(fates.get)
    assert group is not None
    assert [row.result for row in group.rows] == ["Ready", "On the do-not-call list.", "Updated."]


@pytest.mark.parametrize(
    ("part", "whole", "says"),
    [
        (5, 8, "5 of 8"),
        (24, 30, "8 in 10"),
        (30, 30, "all"),
        (29, 30, "29 of 30"),
        (1, 400, "1 of 400"),
    ],
)
def test_shares_of_few_are_counted_and_none_is_rounded_to_all(
    part: int, whole: int, says: str
) -> None:
    assert share(part, whole) == says


def test_counts_have_the_right_word() -> None:
    assert counted(1, "row") == "1 row"
    assert counted(1204, "row") == "1,204 rows"
    assert counted(0, "person", "people") == "0 people"


def test_countries_are_named_as_people_say_them() -> None:
    assert country_name("DE") == "Germany"
    assert in_country("GB") == "the United Kingdom"
    assert name_and_code("US") == "United States, +1"
    assert looks_like("FR") == "Looks French."
    assert looks_like("GR") == "Fits Greece."
    assert name_and_code("AD") == "AD, +376"
