"""Form answers and consent as a row says them, to be confirmed and told again (O3, O5, O6)."""

from datetime import UTC, datetime

import pytest

from qualdesk.core.columns import read_columns
from qualdesk.core.intake import SAID_NO, ReadRow, RowReader
from qualdesk.core.questions import Question
from qualdesk.core.sources import Touchpoint, TouchpointKind
from script_makers import make_options, make_question

NEED = make_question("need", ask="What are they working on?")
ROLE = make_question("role", "choice", options=make_options("decides", "advises"))


def read(questions: tuple[Question, ...] = (), /, **cells: str) -> ReadRow:
    """A row with these cells; ``_`` in a heading stands for a space."""
    row = {"Name": "Anna Berg", "Phone": "030 23125 417"}
    row |= {name.replace("_", " "): cell for name, cell in cells.items()}
    values = list(row.values())
    columns = read_columns(list(row), [values], questions=questions).columns
    return RowReader(columns, region="DE", zone="Europe/Berlin").read(2, values)


def says(row: ReadRow) -> list[str]:
    return [done.says for done in row.touchpoints]


def test_a_form_answer_keeps_its_question_its_words_and_its_time() -> None:
    """O6: with provenance, so that the caller confirms and does not ask again."""
    row = read(
        (NEED, ROLE),
        **{
            "What are you working on?": "Fewer rejects",
            "Role": "LABEL decides",
            "Submitted at": "2026-03-11T09:12:00+01:00",
        },
    )
    sent = datetime(2026, 3, 11, 8, 12, tzinfo=UTC)
    assert row.touchpoints[:2] == (
        Touchpoint(
            kind=TouchpointKind.FORM_ANSWER,
            says="What are you working on? Fewer rejects",
            at=sent,
            question="need",
            value="Fewer rejects",
        ),
        Touchpoint(
            kind=TouchpointKind.OTHER,
            says="Submitted at: 2026-03-11T09:12:00+01:00",
            at=sent,
            value="2026-03-11T09:12:00+01:00",
        ),
    )
    assert row.contact.title == "LABEL decides", "a usual heading is what it says it is"


def test_a_column_sent_to_a_question_by_hand_gives_the_option_it_names() -> None:
    headings, cells = ["Name", "q_7", "q_8"], ["Anna", "label DECIDES", "the boss"]
    mapping = {"q_7": "question:role", "q_8": "question:role"}
    columns = read_columns(headings, [cells], mapping, questions=[ROLE]).columns
    done = RowReader(columns).read(1, cells).touchpoints
    assert [(one.says, one.question, one.value) for one in done] == [
        ("q 7: label DECIDES", "role", "decides"),
        ("q 8: the boss", "role", "the boss"),
    ]


def test_a_yes_to_being_called_moves_the_lead_up() -> None:
    """O4: what a form said is usable for priority."""
    wants = make_question("wants_call", "yes_no", ask="Would they like us to call them now?")
    asked = {"Would you like us to call you now?": "Ja"}
    row = read((wants,), **asked)
    assert [one.kind for one in row.touchpoints] == [
        TouchpointKind.FORM_ANSWER,
        TouchpointKind.ASKED_FOR_CALL,
    ]
    (only,) = read((wants,), **dict.fromkeys(asked, "no")).touchpoints
    assert (only.value, only.kind) == ("no", TouchpointKind.FORM_ANSWER)


def test_consent_is_read_as_consent_whatever_a_script_asks() -> None:
    """O5: a no to being called is no mere answer."""
    asks = make_question("opt_in", "yes_no", ask="May we call them?", short="Opt in")
    for heading in ("May we call you?", "opt_in", "Opt in"):
        assert read((asks,), **{heading: "no"}).left_out == SAID_NO


def test_what_a_program_writes_for_an_answer_is_said_as_a_person_writes_it() -> None:
    row = read((NEED,), **{"what_are_you_working_on?": "fewer_rejects"})
    assert [(one.says, one.value) for one in row.touchpoints] == [
        ("what are you working on? fewer rejects", "fewer rejects")
    ]
    (done,) = read(**{"Which of our plants is it?": "lot_7, B_2"}).touchpoints
    assert done.value == "lot_7, B_2", "only where it is nothing else"


def test_a_question_no_script_asks_is_still_kept() -> None:
    (done,) = read(**{"Which sealer do you use today?": "T4"}).touchpoints
    assert (done.kind, done.says, done.question) == (
        TouchpointKind.FORM_ANSWER,
        "Which sealer do you use today? T4",
        "",
    )


def test_a_yes_is_kept_with_its_words_and_its_date() -> None:
    row = read(
        Phone_consent="yes",
        Consent_date="11.03.2026",
        Consent_text="You may phone me about sealing.",
    )
    assert row.left_out == ""
    (done,) = row.touchpoints
    assert done.says == "Phone consent: yes, “You may phone me about sealing.”"
    assert done.at == datetime(2026, 3, 11, 11, tzinfo=UTC)


def test_a_date_nobody_can_read_stays_in_its_words() -> None:
    assert says(read(May_call="ja", Consent_date="at the fair")) == ["May call: ja, at the fair"]
    assert says(read(Consent_date="11.03.2026")) == ["Consent date: 11.03.2026"]


@pytest.mark.parametrize("said", ["no", "Nein", "FALSE", "opted out", "withdrawn", "いいえ", "non"])
@pytest.mark.parametrize("heading", ["May_call", "Phone_consent", "GDPR_consent", "Opt-in"])
def test_a_no_to_being_called_leaves_the_row_out(heading: str, said: str) -> None:
    """O5: whoever said no never enters the queue."""
    assert read(**{heading: said}).left_out == SAID_NO


@pytest.mark.parametrize(
    "said",
    ["yes", "x", "1", "TRUE", "2026-03-01", "11.03.2026 14:20", "asked at the stand", "stop"],
)
@pytest.mark.parametrize("heading", ["Do_not_contact", "Opted_out", "Phone_opt_out_date"])
def test_whatever_stands_under_do_not_contact_but_a_no_is_meant(heading: str, said: str) -> None:
    """O5: a date or a reason says no as well as a yes does."""
    assert read(**{heading: said}).left_out == SAID_NO


@pytest.mark.parametrize(
    "said", ["no", "0", "false", "allowed", "opted in", "before 10:00", "9 am"]
)
def test_what_plainly_allows_calls_keeps_nobody_out_and_is_told(said: str) -> None:
    row = read(Do_not_call=said)
    assert row.left_out == ""
    assert says(row) in ([], [f"Do not call: {said}"])
    assert (says(row) == []) is (said in {"no", "0", "false"})


@pytest.mark.parametrize("heading", ["Recording_consent", "Newsletter_opt-in", "Cookie_consent"])
def test_a_no_to_something_else_costs_no_call(heading: str) -> None:
    row = read(**{heading: "no"})
    assert row.left_out == ""
    assert says(row) == [f"{heading.replace('_', ' ')}: no"]


@pytest.mark.parametrize("said", ["", "--", "n/a", "pending"])
def test_an_empty_cell_is_no_no(said: str) -> None:
    assert read(May_call=said).left_out == ""


def test_a_no_to_e_mails_is_told_and_costs_no_call() -> None:
    row = read(Email_Opt_Out="true")
    assert row.left_out == ""
    assert says(row) == ["Wants no e-mails"]
    assert says(read(Email_Opt_Out="false")) == []
    assert says(read(Email_Opt_Out="since March")) == ["Email Opt Out: since March"]
