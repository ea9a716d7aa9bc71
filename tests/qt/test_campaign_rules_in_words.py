"""What is typed on a campaign's page and read back: rules, times of day, clocks, figures."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from qualdesk.core.outcomes import After, Outcome
from qualdesk.core.sources import CallLimits
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.qt.campaigns.rule_words import (
    days_in_words,
    hours_line,
    outcome_lines,
    span_in_words,
)
from qualdesk.qt.campaigns.zones import zone_read
from qualdesk.qt.widgets.figures import Figures
from qualdesk.qt.widgets.hours import HourField, clock_words, minutes_in


def test_the_shipped_outcomes_are_read_back_in_words() -> None:
    lines = dict(outcome_lines(shipped_outcomes(), CallLimits(max_attempts=4)))
    assert lines["No answer"] == "again after 3 h in another part of the day, at most 4 times"
    assert lines["Busy"] == "again after 30 min, at most 4 times"
    assert lines["Voicemail"] == "again after 1 day, at most 4 times"
    assert lines["Call back"] == "at the time agreed, by who agreed it; after 20 min by anybody"
    assert lines["Not interested"] == "again after 7 days, or later where the law asks for it"
    assert lines["Nurture"] == "back after 90 days, unless another day is chosen"
    assert next(iter(lines)) == "No answer"


def test_a_rest_is_never_said_shorter_than_the_least_time_between_tries() -> None:
    limits = CallLimits(min_gap=timedelta(hours=4), max_attempts=1)
    lines = dict(outcome_lines(shipped_outcomes(), limits))
    assert lines["Busy"] == "again after 4 h, once"
    assert lines["Voicemail"] == "again after 1 day, once"


def test_every_outcome_after_which_a_lead_rests_by_key_is_read_back() -> None:
    """None of the keys that bring a lead back is left out."""
    backs = {After.REST, After.DAY_PART, After.PROMISE, After.OPEN_PROMISE, After.DATE}
    keyed: list[Outcome] = [one for one in shipped_outcomes() if one.key and one.after in backs]
    said = {label for label, _says in outcome_lines(shipped_outcomes(), CallLimits())}
    assert {one.label for one in keyed if one.without_call is False} <= said


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ((0, 1, 2, 3, 4), "Mon to Fri"),
        ((0, 1), "Mon and Tue"),
        ((0, 2, 5), "Mon, Wed and Sat"),
        ((0, 1, 2, 5), "Mon to Wed and Sat"),
        ((6,), "Sun"),
        (range(7), "Mon to Sun"),
        ((), "no day"),
    ],
)
def test_weekdays_that_follow_each_other_are_taken_together(
    days: tuple[int, ...], says: str
) -> None:
    assert days_in_words(days) == says


def test_hours_and_rests_in_words() -> None:
    limits = CallLimits(hours=(8 * 60, 20 * 60), days=frozenset({5, 6}))
    assert hours_line(limits) == "Sat and Sun, 08:00 to 20:00 on their own clock"
    spans = (timedelta(minutes=45), timedelta(hours=3), timedelta(days=1), timedelta(days=7))
    assert [span_in_words(each) for each in spans] == ["45 min", "3 h", "1 day", "7 days"]
    assert span_in_words(timedelta(hours=25)) == "25 h"
    assert span_in_words(timedelta()) == "0 min"


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("9", 540), ("09:00", 540), ("9.30", 570), ("17h15", 1035), ("5 pm", 1020),
        ("12 am", 0), ("12pm", 720), ("0930", 570), ("24:00", 1440), (" 8 ", 480),
        ("24:01", None), ("25", None), ("9:60", None), ("13 pm", None), ("0 am", None),
        ("noon", None), ("", None), ("9:5", None), ("-1", None),
    ],
)  # fmt: skip
def test_a_time_of_day_as_people_write_it(typed: str, minutes: int | None) -> None:
    assert minutes_in(typed) == minutes


def test_every_minute_of_a_day_is_read_as_it_is_shown() -> None:
    assert all(minutes_in(clock_words(minutes)) == minutes for minutes in range(24 * 60 + 1))


def test_a_time_is_tidied_when_the_field_is_left_and_never_before(qtbot: QtBot) -> None:
    field = HourField("Calling starts", 9 * 60)
    qtbot.addWidget(field)
    field.setText("8.30")
    field.editingFinished.emit()
    assert field.text() == "08:30"
    field.setText("half nine")
    field.editingFinished.emit()
    assert (field.text(), field.minutes) == ("half nine", None)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Berlin", "Europe/Berlin"),
        ("berl", "Europe/Berlin"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("UTC", "UTC"),
        ("San", ""),
        ("Atlantis", ""),
        ("  ", ""),
        ("Europe", ""),
    ],
)
def test_a_clock_is_a_city_or_its_zone_and_never_a_guess(typed: str, zone: str) -> None:
    assert zone_read(typed) == zone


def test_a_figure_that_is_not_among_the_usual_ones_is_kept(qtbot: QtBot) -> None:
    tries = Figures("Tries", (1, 2, 3), lambda count: f"{count} times")
    qtbot.addWidget(tries)
    tries.set_figure(17)
    assert (tries.figure, tries.currentText(), tries.count()) == (17, "17 times", 4)
    tries.set_figure(2)
    assert (tries.figure, tries.count()) == (2, 3)
