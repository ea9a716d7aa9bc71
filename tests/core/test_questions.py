from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.conditions import AnswerValue
from qualdesk.core.errors import AnswerRefused
from qualdesk.core.questions import MOST_WORDS, Question, check_answer, check_words
from script_makers import answer, make_options, make_question

ONE = make_question("role", "choice", options=make_options("a", "b", "c"))
SEVERAL = make_question("several", "choices", options=make_options("a", "b", "c"))
NUMBER = make_question("sites", "number", unit="sites")
DAY = make_question("since", "date")
WORDS = make_question("need", "words")
PERSON = make_question("who", "person")
YES_NO = make_question("wants_call", "yes_no")
ALL = (ONE, SEVERAL, NUMBER, DAY, WORDS, PERSON, YES_NO)


@pytest.mark.parametrize(
    ("question", "value", "kept"),
    [
        (ONE, "b", "b"),
        (ONE, " LABEL B ", "b"),
        (SEVERAL, ("c", "a", "c"), ("a", "c")),
        (SEVERAL, ["b"], ("b",)),
        (SEVERAL, "c,a", ("a", "c")),
        (SEVERAL, (), None),
        (NUMBER, "12", 12),
        (NUMBER, " -2,5 ", -2.5),
        (NUMBER, "12 000", 12_000),
        (NUMBER, 3.0, 3),
        (NUMBER, 7, 7),
        (DAY, "2026-09-30", "2026-09-30"),
        (DAY, date(2026, 9, 30), "2026-09-30"),
        (DAY, "30 Sep 2026", "2026-09-30"),
        (DAY, " 1. September 2026 ", "2026-09-01"),
        (WORDS, "  four hours \t a week ", "four hours a week"),
        (WORDS, "two\nlines", "two\nlines"),
        (WORDS, "a\x00b\x1b[31m", "a b [31m"),
        (WORDS, "   ", None),
        (PERSON, "Jo Kim, plant lead", "Jo Kim, plant lead"),
        (YES_NO, "Yes", "yes"),
        (YES_NO, False, "no"),
    ],
)
def test_an_answer_is_kept_as_its_question_keeps_it(
    question: Question, value: object, kept: AnswerValue
) -> None:
    assert check_answer(question, value) == kept


@pytest.mark.parametrize("question", ALL)
def test_no_value_is_no_answer(question: Question) -> None:
    assert check_answer(question, None) is None


@pytest.mark.parametrize(
    ("question", "value", "says"),
    [
        (ONE, "d", "“d” is no answer to “Role”. Choose one of: a, b, c."),
        (ONE, True, "“True” is no answer to “Role”. Choose one of: a, b, c."),
        (SEVERAL, ("a", "x"), "“x” is no answer to “Several”. Choose one of: a, b, c."),
        (NUMBER, "many", "“many” is no number to keep. Answer “Sites” in figures, like 1200."),
        (NUMBER, "1,200", "“1,200” can be read in two ways. Type it like 1200 or 1.2."),
        (NUMBER, "1.200", "“1.200” can be read in two ways. Type it like 1200 or 1.2."),
        (NUMBER, "nan", "“nan” is no number"),
        (NUMBER, "1e9", "“1e9” is no number"),
        (NUMBER, float("inf"), "“inf” is no number"),
        (NUMBER, True, "“True” is no number"),
        (NUMBER, "٣", "“٣” is no number"),
        (DAY, "30.09.2026", "“30.09.2026” is no date. Answer “Since” like 2026-10-01."),
        (DAY, "2026-02-30", "is no date"),
        (DAY, "30 Feb 2026", "is no date"),
        (DAY, "Sep 2026", "is no date"),
        (YES_NO, "maybe", "“maybe” is no answer to “Wants_call”. Choose one of: yes, no."),
        (WORDS, "x" * (MOST_WORDS + 1), "Shorten it to 4,000 characters."),
        (make_question("hello", "read_aloud"), "x", "“Hello” is read aloud, not answered."),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_with_what_does(
    question: Question, value: object, says: str
) -> None:
    with pytest.raises(AnswerRefused) as refused:
        check_answer(question, value)
    assert says in refused.value.says


@given(
    st.sampled_from(ALL),
    st.text() | st.integers() | st.floats() | st.booleans() | st.lists(st.text(max_size=3)),
)
def test_any_input_is_kept_or_refused_and_what_is_kept_stays(
    question: Question, value: object
) -> None:
    try:
        kept = check_answer(question, value)
    except AnswerRefused:
        return
    assert check_answer(question, kept) == kept


@given(st.text())
def test_kept_words_hold_nothing_a_database_cannot_keep(words: str) -> None:
    kept = check_words(words)
    assert "\x00" not in kept
    assert check_words(kept) == kept


@pytest.mark.parametrize(
    ("question", "value", "reads"),
    [
        (ONE, "b", "Label b"),
        (ONE, "gone", "gone"),
        (SEVERAL, ("a", "c"), "Label a, Label c"),
        (NUMBER, 4, "4 sites"),
        (NUMBER, 2.5, "2.5 sites"),
        (DAY, "2026-09-30", "30 Sep 2026"),
        (DAY, "soon", "soon"),
        (YES_NO, "yes", "Yes"),
        (WORDS, "as said", "as said"),
        (WORDS, None, ""),
    ],
)
def test_an_answer_reads_as_the_screen_says_it(
    question: Question, value: AnswerValue, reads: str
) -> None:
    assert question.label_of(value) == reads


def test_the_opener_fits_what_the_person_responded_to() -> None:
    """D2: other words for those who downloaded something."""
    opener = make_question("hello", "read_aloud", say_for={"content_download": "Did it open well?"})
    assert opener.words_for("content_download") == "Did it open well?"
    assert opener.words_for("trade_show") == opener.say


def test_an_answer_is_one_when_it_was_heard_and_says_something() -> None:
    assert answer("need", "x").is_answered
    assert answer("need", words="x").is_answered
    assert answer("sites", 0).is_answered
    assert not answer("need").is_answered
    assert not answer("need", "", words="  ").is_answered
    assert not answer("need", "x", confirmed=False).is_answered
    assert not answer("need", words="x", does_not_know=True).is_answered


def test_a_read_aloud_text_takes_no_answer_and_a_yes_no_question_has_its_two() -> None:
    assert not make_question("hello", "read_aloud").is_asked
    assert [option.value for option in YES_NO.choices] == ["yes", "no"]
    assert hash(ONE) == hash(make_question("role", "choice", options=make_options("a", "b", "c")))
