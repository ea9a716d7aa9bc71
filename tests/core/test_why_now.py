"""The words of each part: said of this person, and for or against as the part goes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from index_makers import NOW
from qualdesk.core.leads import PhoneKind
from qualdesk.core.sources import SourceType
from qualdesk.core.traits import Interest, Role, Traits
from qualdesk.core.why_now import Seen, age_words, is_silent, words_of

SEEN = Seen(
    traits=Traits(source=SourceType.TRADE_SHOW),
    zone="America/New_York",
    now=datetime(2026, 3, 17, 14, 5, tzinfo=UTC),
    part=0,
    age=None,
    closes_at=None,
    weight=1.0,
    is_gain=True,
)


def said(code: str, *, is_gain: bool = True, age: float | None = None, **traits: object) -> str:
    """The words of a part about a lead with these traits."""
    about = replace(SEEN.traits, **traits)  # type: ignore[arg-type]
    return words_of(code, replace(SEEN, traits=about, is_gain=is_gain, age=age))


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0.2, "less than an hour"),
        (1.0, "1 hour"),
        (47.9, "47 hours"),
        (48.0, "2 days"),
        (400.0, "16 days"),
    ],
)
def test_an_age_is_said_in_the_unit_people_use(hours: float, words: str) -> None:
    assert age_words(hours) == words


def test_where_somebody_comes_from_is_said_as_finely_as_it_counts() -> None:
    assert said("source") == "Trade show"
    assert said("source", interest=Interest.GIVEAWAY) == "Only took the giveaway"
    webinar = said("source", source=SourceType.WEBINAR)
    assert webinar == "Registered, not known to have come"


def test_the_hour_names_the_place_and_who_answers_then() -> None:
    """Q3: “10 o'clock in Denver, when managers answer”."""
    says = {role: said("clock", role=role) for role in Role}
    assert says[Role.HEAD] == "10 o'clock in New York, when managers answer"
    assert says[Role.EXECUTIVE] == "10 o'clock in New York, when executives answer"
    assert said("clock", is_gain=False) == "10 o'clock in New York, when fewer answer"
    assert said("weekday", is_gain=False) == "Tuesday, when fewer answer"


def test_tries_are_counted_in_words() -> None:
    assert [said("tries", attempts=count) for count in (0, 1, 4)] == [
        "First try",
        "1 try so far",
        "4 tries so far",
    ]


def test_what_was_tried_and_what_was_said_is_about_this_time_of_the_day() -> None:
    assert said("tried", tried=0b1) == "Tried in vain at this time of day"
    assert said("hinted", hinted=0b1) == "Said to be in now"
    assert said("hinted", hinted=0b10) == "Said to be in at another time"


def test_who_came_to_us_is_said_while_it_is_fresh() -> None:
    form = SourceType.CONTACT_FORM
    assert said("fresh", source=form, age=0.5) == "Came to us within the hour"
    assert said("fresh", source=form, age=9.0) == "Came to us within a day"


def test_the_age_of_their_interest_is_told() -> None:
    assert said("age", age=3.5) == "Interest is 3 hours old"


def test_the_line_and_the_talk_before_are_said() -> None:
    assert said("phone", phone=PhoneKind.MAIN) == "Main line only"
    assert said("reached", was_reached=True) == "Spoken to before"
    assert said("asked", asked=True) == "Asked for a call"


def test_what_did_not_happen_or_is_not_known_is_no_part_to_tell() -> None:
    """Q3: “kind of line not known” sets nobody apart; a step that was taken does."""
    bare = replace(SEEN, traits=Traits(interest=Interest.SCANNED, tried=0b10), age=90.0)
    silent = ("asked", "interest", "role", "phone", "reached", "tried", "hinted", "fresh")
    assert all(is_silent(code, bare) for code in silent)
    assert is_silent("age", replace(bare, age=None))
    for code in ("source", "age", "tries", "clock", "weekday", "later", "window", "weight"):
        assert not is_silent(code, bare)
    known = Traits(
        source=SourceType.CONTACT_FORM,
        asked=True,
        interest=Interest.LOOKED,
        role=Role.HEAD,
        phone=PhoneKind.MAIN,
        was_reached=True,
        tried=0b1,
        hinted=0b10,
    )
    told = replace(SEEN, traits=known, age=3.0)
    assert not any(is_silent(code, told) for code in silent)


def test_the_window_is_told_on_their_clock() -> None:
    """Q1: when it closes, today as a time and later as a day."""
    closes = replace(SEEN, closes_at=SEEN.now + timedelta(hours=3))
    assert words_of("window", closes) == "Window closes 13:05"
    later = replace(SEEN, closes_at=datetime(2026, 3, 20, 21, 0, tzinfo=UTC))
    assert words_of("window", later) == "Window closes Fri 20 Mar, 17:00"
    assert words_of("window", SEEN) == "Window has no end"


def test_a_window_that_was_agreed_on_another_clock_names_it() -> None:
    """Q1: one window has one end; shown on each lead's own clock it would seem to have many."""
    seen = replace(SEEN, closes_at=datetime(2026, 3, 20, 17, 0, tzinfo=UTC))
    berlin = replace(seen, closes_in="Europe/Berlin")
    assert words_of("window", berlin) == "Window closes Fri 20 Mar, 18:00 in Berlin"
    theirs = replace(seen, closes_in="America/New_York")
    assert words_of("window", theirs) == "Window closes Fri 20 Mar, 13:00"


def test_what_waiting_and_a_supervisor_change_is_said() -> None:
    assert said("later", is_gain=False) == "Can be called later too"
    assert words_of("weight", replace(SEEN, weight=0.5)) == "Campaign counts 50%"
    assert said("curious") == "Few of these were called so far"


@pytest.mark.parametrize("interest", list(Interest))
@pytest.mark.parametrize("role", list(Role))
def test_every_kind_of_person_has_words(interest: Interest, role: Role) -> None:
    seen = replace(SEEN, traits=replace(SEEN.traits, interest=interest, role=role))
    for code in ("interest", "role", "source", "clock"):
        if is_silent(code, seen):
            continue
        says = words_of(code, seen)
        assert says[0].isupper() or says[0].isdigit()
        assert not says.endswith(".")


def test_a_moment_is_one_instant_on_every_clock() -> None:
    sydney = replace(SEEN, zone="Australia/Sydney", now=NOW)
    assert words_of("clock", sydney) == "20 o'clock in Sydney, when people answer"
