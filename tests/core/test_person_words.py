"""What is kept about a person is said in words: whoever asks for it has never seen our marks."""

import importlib
import pkgutil
from enum import StrEnum

import pytest

from qualdesk import core
from qualdesk.core.events import Attendance
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.leads import Bucket, PhoneKind, PhoneState
from qualdesk.core.permission import Basis
from qualdesk.core.person_words import PersonWords, heading
from qualdesk.core.questions import Option, Question, QuestionId, QuestionKind
from qualdesk.core.sources import SourceType, TouchpointKind

WORDS = PersonWords(
    outcomes={"no_answer": "No answer"},
    questions={
        QuestionId("date"): Question(
            id=QuestionId("date"),
            kind=QuestionKind.CHOICE,
            say="When must it be running?",
            ask="When",
            options=(Option(value="within_3_months", label="Within three months"),),
        )
    },
)


@pytest.mark.parametrize(
    ("part", "column", "kind"),
    [
        ("lead", "state", Bucket),
        ("lead", "attendance", Attendance),
        ("contact_phone", "kind", PhoneKind),
        ("contact_phone", "state", PhoneState),
        ("touchpoint", "kind", TouchpointKind),
        ("handed_over", "state", ItemState),
        ("handoff_item", "state", ItemState),
        ("list", "basis", Basis),
        ("source", "type", SourceType),
    ],
)
def test_every_mark_of_a_closed_list_has_its_words(
    part: str, column: str, kind: type[StrEnum]
) -> None:
    said = {one: WORDS.cell(part, column, {column: one.value}) for one in kind if one.value}
    assert all(said.values())
    assert len(set(said.values())) == len(said), "two marks are not one word"
    assert not any("_" in words for words in said.values())
    assert all(words[0].isupper() for words in said.values())


def test_no_mark_of_any_list_comes_through_wherever_it_stands() -> None:
    """Also one nobody thought of: in a value of its own, in a list, below a heading."""
    marks = {
        one.value
        for module in pkgutil.iter_modules(core.__path__)
        for found in vars(importlib.import_module(f"qualdesk.core.{module.name}")).values()
        if isinstance(found, type) and issubclass(found, StrEnum)
        for one in found
        if "_" in one.value
    }
    assert len(marks) > 40
    for mark in marks:
        row = {"said": {"some_thing": [mark], "outcome": mark}, "state": mark}
        for column in row:
            assert mark not in WORDS.cell("other", column, row)


def test_outcomes_and_answers_are_said_as_they_are_called() -> None:
    assert WORDS.cell("attempt", "outcome", {"outcome": "no_answer"}) == "No answer"
    row = {"question": "date", "value": "within_3_months"}
    assert WORDS.cell("answer", "question", row) == "When"
    assert WORDS.cell("answer", "value", row) == "Within three months"
    assert WORDS.cell("answer", "value", {**row, "does_not_know": True}) == "Does not know"
    assert WORDS.cell("answer", "question", {"question": "gone_since"}) == "Gone since"


def test_what_people_typed_stays_letter_by_letter() -> None:
    for column in ("note", "words", "says", "file_name", "caller"):
        assert WORDS.cell("attempt", column, {column: "pump_room"}) == "pump_room"
    assert heading("note") == "Note"
