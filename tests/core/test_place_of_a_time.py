"""A time on the lead's clock names its place where the reader's clock shows another."""

from datetime import UTC, datetime

import pytest

from qualdesk.core.read_back import with_place

AT = datetime(2026, 3, 17, 12, 24, tzinfo=UTC)
BERLIN, LONDON, PARIS = "Europe/Berlin", "Europe/London", "Europe/Paris"


@pytest.mark.parametrize(
    ("says", "ours", "place", "told"),
    [
        ("again 13:24", LONDON, "", "again 13:24 in Berlin"),
        ("again 13:24", LONDON, "Hamburg", "again 13:24 in Hamburg"),
        ("Thu 19 Mar, 13:24", LONDON, "", "Thu 19 Mar, 13:24 in Berlin"),
        ("again 13:24", PARIS, "", "again 13:24"),
        ("again in 30 min", LONDON, "", "again in 30 min"),
        ("back Wed 18 Mar", LONDON, "", "back Wed 18 Mar"),
    ],
)
def test_a_time_of_another_clock_names_its_place(
    says: str, ours: str, place: str, told: str
) -> None:
    assert with_place(says, AT, theirs=BERLIN, ours=ours, place=place) == told


def test_what_comes_back_at_no_time_stays_as_it_is() -> None:
    assert with_place("to hand-off", None, theirs=BERLIN, ours=LONDON) == "to hand-off"
