"""The digest of a week: needs and objections, the most frequent first, in people's words (T5)."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.digest import (
    MOST_QUOTES,
    EndedInWeek,
    GivenInWeek,
    Saying,
    Week,
    digest_of,
    last_whole_week,
    names_in,
    week_named,
    week_of,
)
from qualdesk.core.errors import Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.questions import QuestionKind
from qualdesk.core.unnamed import NO_NAME, Near

WEEK = Week(year=2026, number=12)


def answered(lead: int, words: str = "", *labels: str, **more: Any) -> GivenInWeek:
    fields: dict[str, Any] = {
        "lead_id": LeadId(lead),
        "question": "need",
        "kind": QuestionKind.CHOICES,
        "asked": "What are you working on?",
        "order": 0,
        "labels": labels,
        "words": (words,) if words else (),
    }
    return GivenInWeek(**{**fields, **more})


def no(lead: int, reason: str = "", *words: str, outcome: str = "Not a fit") -> EndedInWeek:
    return EndedInWeek(lead_id=LeadId(lead), outcome=outcome, reason=reason, words=words)


def digest(given: Any = (), ended: Any = (), known: Any = ()) -> Any:
    return digest_of(WEEK, ["PackTech"], conversations=3, given=given, ended=ended, known=known)


def test_what_many_need_stands_before_what_one_needs() -> None:
    said = (
        answered(1, "Too slow.", "A new line"),
        answered(2, "too slow", "A new line", "Less waste"),
        answered(3, "No room"),
        answered(4, does_not_know=True),
    )
    (need,) = digest(said).needs
    assert (need.people, need.does_not_know, need.more) == (4, 1, 0)
    assert need.chosen == (
        Saying(says="A new line", count=2),
        Saying(says="Less waste", count=1),
    )
    assert need.said == (Saying(says="Too slow.", count=2), Saying(says="No room", count=1))


def test_questions_stand_as_the_script_asks_them_and_people_are_no_answer() -> None:
    said = (
        answered(1, "Soon", question="when", asked="When?", order=2),
        answered(1, "Tom Baker", question="who", kind=QuestionKind.PERSON, order=1),
        answered(1, "Sealing"),
    )
    assert [need.asked for need in digest(said).needs] == ["What are you working on?", "When?"]


def test_of_very_many_sayings_the_rest_is_counted() -> None:
    said = [answered(one, f"Need {chr(97 + one % 26)}{chr(97 + one // 26)}") for one in range(60)]
    (need,) = digest(said).needs
    assert (len(need.said), need.more) == (MOST_QUOTES, 60 - MOST_QUOTES)


def test_objections_are_counted_by_reason_with_what_was_said() -> None:
    ended = (
        no(1, "Too small", "We are five people"),
        no(2, "too small"),
        no(3, "Locked in until 2027", outcome="Nurture"),
        no(4, outcome="Not interested"),
    )
    found = digest(ended=ended).objections
    assert [(one.outcome, one.reason, one.people) for one in found] == [
        ("Not a fit", "Too small", 2),
        ("Not interested", "", 1),
        ("Nurture", "Locked in until 2027", 1),
    ]
    assert found[0].said == (Saying(says="We are five people", count=1),)


def test_a_reason_that_names_somebody_names_nobody() -> None:
    ended = EndedInWeek(
        lead_id=LeadId(1),
        outcome="Nurture",
        reason="Kai is away",
        words=("Ask Jens Petersen",),
        near=Near(people=("Kai Lorenz",)),
    )
    known = names_in((), [ended]) & {"jens petersen"}
    (found,) = digest(ended=[ended], known=known).objections
    assert found.reason == f"{NO_NAME} is away"
    assert found.said == (Saying(says=f"Ask {NO_NAME}", count=1),)


def test_a_week_in_which_nobody_said_anything_says_so() -> None:
    assert digest().is_empty
    assert not digest([answered(1, "Sealing")]).is_empty


def test_what_is_left_of_a_name_alone_is_not_shown() -> None:
    (need,) = digest([answered(1, "Kai Lorenz.", near=Near(people=("Kai Lorenz",)))]).needs
    assert (need.people, need.said) == (1, ())


@pytest.mark.parametrize("text", ["2026-W12", "2026W12", "2026-w12 ", "2026-03-19"])
def test_a_week_is_typed_by_its_number_or_by_any_day_of_it(text: str) -> None:
    assert week_named(text) == WEEK
    assert (WEEK.monday, WEEK.code) == (date(2026, 3, 16), "2026-W12")
    assert WEEK.label == "Week 12, Mon 16 Mar to Sun 22 Mar 2026"


@pytest.mark.parametrize("text", ["", "W12", "2026-W60", "2025-W53", "March", "2026-13-01"])
def test_what_is_no_week_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="is no week"):
        week_named(text)


def test_a_week_lasts_from_monday_to_sunday_on_the_clock_of_the_place() -> None:
    """Clocks in Berlin go forward on the last Sunday of week 13: it is an hour shorter."""
    since, until = Week(year=2026, number=13).span("Europe/Berlin")
    assert since == datetime(2026, 3, 22, 23, 0, tzinfo=UTC)
    assert until - since == timedelta(days=7, hours=-1)


def test_the_last_week_is_the_one_that_is_over_there() -> None:
    sunday = datetime(2026, 3, 22, 22, 30, tzinfo=UTC)
    assert last_whole_week(sunday, "Europe/Berlin").number == 11
    assert last_whole_week(sunday, "Pacific/Auckland").number == 12


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_every_day_lies_in_one_week_and_the_next_one_follows(day: date) -> None:
    week = week_of(day)
    assert week.monday <= day < week.moved(1).monday
    assert week.moved(1).moved(-1) == week
    assert week_named(week.code) == week
