"""Answers said as on the phone are read as their questions keep them."""

from datetime import UTC, datetime

import pytest

from qualdesk.core.errors import AnswerRefused
from qualdesk.core.spoken_answers import read_answer
from script_makers import make_question

NOW = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "said", "kept"),
    [
        ("date", "1 Oct", "2026-10-01"),
        ("date", "2026-10-01", "2026-10-01"),
        ("date", "tomorrow", "2026-03-18"),
        ("period", "Q3 2026", "2026-Q3"),
        ("period", "1 Oct", "2026-10-01"),
        ("slot", "tue 9-11", "tue 09:00-11:00"),
        ("slot", "tomorrow 10-12", "2026-03-18 10:00-12:00"),
        ("number", "12", 12),
        ("words", " a line ", "a line"),
    ],
)
def test_what_is_said_is_kept_as_data(kind: str, said: str, kept: object) -> None:
    """D4: typed data, said in the person's way."""
    found = read_answer(make_question("q", kind), said, now=NOW, zone="Europe/Berlin")
    assert found == kept


@pytest.mark.parametrize(
    ("kind", "said"), [("date", "some day"), ("slot", "noonish"), ("number", "many")]
)
def test_what_does_not_fit_is_refused_in_the_questions_own_words(kind: str, said: str) -> None:
    with pytest.raises(AnswerRefused, match=said):
        read_answer(make_question("q", kind), said, now=NOW, zone="Europe/Berlin")


def test_the_day_is_that_of_the_persons_own_clock() -> None:
    late = datetime(2026, 3, 17, 23, 30, tzinfo=UTC)
    question = make_question("q", "date")
    assert read_answer(question, "tomorrow", now=late, zone="Europe/Berlin") == "2026-03-19"
    assert read_answer(question, "tomorrow", now=late, zone="Europe/London") == "2026-03-18"
