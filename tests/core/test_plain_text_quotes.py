"""Words somebody typed in quotes of their own stand in one pair of them."""

import pytest

from qualdesk.core.plain_text import unquoted


@pytest.mark.parametrize(
    "typed",
    [
        "“We lose two weeks”",
        '"We lose two weeks"',
        " „We lose two weeks“ ",
        "„We lose two weeks”",
        "«We lose two weeks»",
        "« We lose two weeks »",
        "»We lose two weeks«",
        "\u2018We lose two weeks\u2019",
        "We lose two weeks",
    ],
)
def test_one_pair_around_all_of_it_is_left_out(typed: str) -> None:
    assert unquoted(typed) == "We lose two weeks"


@pytest.mark.parametrize(
    "typed",
    ["“Soon” or “later”", '"', '""', "“”", "", "\u2019s-Hertogenbosch", '"A" and "B"', "'t don't'"],
)
def test_marks_that_are_no_pair_around_all_of_it_stay(typed: str) -> None:
    assert unquoted(typed) == typed
