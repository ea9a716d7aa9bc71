"""What a form asked and what the script asks, and answers as the script keeps them (O6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.form_answers import answer_value, question_asked, question_named
from qualdesk.core.questions import Option, Question, QuestionId, QuestionKind, check_answer
from qualdesk.files.documents import read_script
from qualdesk.resources import shipped
from script_makers import make_options, make_question

DATE = make_question(
    "date",
    "choice",
    ask="When must it be running?",
    say="And when does it need to be up and running, {{lead.first_name}}?",
    short="Date",
    options=(
        Option(value="within_3_months", label="Within 3 months"),
        Option(value="later", label="Sp\u00e4ter, nach 12 Monaten"),
    ),
)
NEED = make_question("need", ask="What are they working on?", short="Real need")
SEVERAL = make_question("lines", "choices", options=make_options("tray", "film", "box"))
WANTS = make_question("wants", "yes_no")
HELLO = make_question("hello", "read_aloud", ask="Who I am, why I call")
ASKED = (HELLO, NEED, DATE, SEVERAL, WANTS)


@pytest.mark.parametrize(
    ("heading", "question"),
    [
        ("What are you working on?", NEED),
        ("what_are_you_working_on", NEED),
        ("What are they working on", NEED),
        ("What are you working on at the moment?", NEED),
        ("When does it need to be up and running?", DATE),
        ("WHEN MUST IT BE RUNNING", DATE),
        ("Which trays do you use today?", None),
        ("When", None),
        ("Who I am, why I call", None),
        ("", None),
    ],
)
def test_a_heading_asks_what_the_script_asks_in_nearly_the_same_words(
    heading: str, question: Question | None
) -> None:
    assert question_asked(heading, ASKED) == question


def test_a_short_name_or_an_id_names_a_question() -> None:
    assert question_named("Real need", ASKED) is NEED
    assert question_named("real_need", ASKED) is NEED
    assert question_named("Date", ASKED) is None, "one word heads too many other things"
    assert question_named("hello", ASKED) is None, "what is read aloud has no answer"
    assert question_named("", ASKED) is None
    assert question_named("Dates", ASKED) is None


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        (DATE, "within 3 MONTHS", "within_3_months"),
        (DATE, "within_3_months", "within_3_months"),
        (DATE, "Spater nach 12 Monaten.", "later"),
        (DATE, "soon", "soon"),
        (SEVERAL, "Label tray; label box", "tray, box"),
        (SEVERAL, "tray, wood", "tray, wood"),
        (SEVERAL, ",", ","),
        (WANTS, "Ja", "yes"),
        (WANTS, "0", "no"),
        (WANTS, "maybe", "maybe"),
        (NEED, "Fewer rejects", "Fewer rejects"),
        (None, "anything", "anything"),
    ],
)
def test_words_become_the_option_they_name_and_else_stay_words(
    question: Question | None, text: str, value: str
) -> None:
    assert answer_value(question, text) == value


@given(st.sampled_from(ASKED), st.text(max_size=60))
def test_an_answer_is_never_lost(question: Question, text: str) -> None:
    assert answer_value(question, text) == text or answer_value(question, text)


@given(st.sets(st.sampled_from(["tray", "film", "box"]), min_size=1))
def test_options_chosen_in_a_form_are_options_of_the_script(chosen: set[str]) -> None:
    value = answer_value(SEVERAL, "\n".join(f"LABEL {one}" for one in sorted(chosen)))
    assert set(check_answer(SEVERAL, value) or ()) == chosen  # type: ignore[arg-type]


def test_the_shipped_script_is_found_by_the_words_of_its_own_questions() -> None:
    script = read_script(shipped("scripts", "discovery-call.toml"))
    asked = [one for one in script.questions if one.is_asked]
    for question in asked:
        assert question_asked(question.ask, asked) is question
    kinds = {one.kind for one in asked}
    assert QuestionKind.CHOICE in kinds
    assert question_named(QuestionId("wants_call"), asked) is not None
