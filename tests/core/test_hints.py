"""What a gatekeeper says about when somebody is in, in four languages, becomes parts of the day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.hints import hinted_spans, parts_of
from qualdesk.core.sources import DAY_PARTS

NIGHT_TO_NOON, AFTERNOON = ((0, 720),), ((780, 1080),)


@pytest.mark.parametrize(
    ("text", "spans", "parts"),
    [
        ("afternoons", AFTERNOON, 0b1100),
        ("mornings", NIGHT_TO_NOON, 0b0011),
        ("after 3 pm", ((900, 1200),), 0b1000),
        ("Ms Roth: back after two", ((840, 1200),), 0b1000),
        ("10-12", ((600, 720),), 0b0010),
        ("between 9 and 11", ((540, 660),), 0b0001),
        ("in until noon", NIGHT_TO_NOON, 0b0011),
        ("before 10", ((0, 600),), 0b0001),
        ("at lunchtime", ((720, 840),), 0b0100),
        ("usually there at 9 am", ((540, 600),), 0b0001),
        ("nachmittags", AFTERNOON, 0b1100),
        ("Vormittags am besten", NIGHT_TO_NOON, 0b0011),
        ("ab 14 Uhr", ((840, 1200),), 0b1000),
        ("nach 15:30", ((930, 1200),), 0b1000),
        ("zwischen 13 und 15 Uhr", ((780, 900),), 0b0100),
        ("bis 11 Uhr", ((0, 660),), 0b0001),
        ("le matin", NIGHT_TO_NOON, 0b0011),
        ("l'apr\u00e8s-midi", AFTERNOON, 0b1100),
        ("entre 10h et 12h", ((600, 720),), 0b0010),
        ("\u00e0 partir de 14h30", ((870, 1200),), 0b1000),
        ("por la tarde", AFTERNOON, 0b1100),
        ("por la ma\u00f1ana", NIGHT_TO_NOON, 0b0011),
        ("a partir de las 4", ((960, 1200),), 0b1000),
        ("abends", ((990, 1200),), 0b1000),
    ],
)
def test_when_somebody_is_in_is_read_as_it_is_jotted_down(
    text: str, spans: tuple[tuple[int, int], ...], parts: int
) -> None:
    assert hinted_spans(text) == spans
    assert parts_of(spans) == parts


@pytest.mark.parametrize(
    "text",
    [
        "", "ask for Ms Roth", "not in on mornings", "out until Monday", "nachmittags nicht da",
        "jamais le matin", "nunca por la tarde", "call 030 23125 777", "mobile +49 171 3920 100",
        "19.3.", "in 2 weeks", "try at 25", "tomorrow", "extension 10",
    ],
)  # fmt: skip
def test_what_says_no_time_of_day_means_nothing(text: str) -> None:
    """Better no hint than a wrong one: the words themselves stand on the card."""
    assert hinted_spans(text) == ()
    assert parts_of(()) == 0


def test_other_parts_of_a_day_are_hinted_by_the_same_words() -> None:
    """Day parts are data of the campaign."""
    assert parts_of(hinted_spans("mornings"), (12 * 60,)) == 0b01
    assert parts_of(hinted_spans("after 3 pm"), (12 * 60,)) == 0b10
    assert parts_of(((6 * 60, 7 * 60),)) == 0b0001, "before their day: its first part"
    assert parts_of(((19 * 60, 20 * 60),)) == 0b1000, "after their day: its last part"


@given(st.text(max_size=60) | st.from_regex(r"(after|10-|vor|entre )\s?\d{1,2}(:\d\d)? ?(pm)?"))
def test_whatever_is_jotted_down_is_read_or_means_nothing(text: str) -> None:
    spans = hinted_spans(text)
    assert all(0 <= start < end <= 25 * 60 for start, end in spans)
    assert 0 <= parts_of(spans) < 1 << (len(DAY_PARTS) + 1)
    assert bool(parts_of(spans)) == bool(spans)
