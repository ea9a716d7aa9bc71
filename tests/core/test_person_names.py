"""Names taken apart as people write them."""

import pytest

from qualdesk.core.person_names import split_name


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Anna Berg", "Anna", "Berg"),
        ("Anna Maria Berg", "Anna Maria", "Berg"),
        ("Mary-Jane O'Neil", "Mary-Jane", "O'Neil"),
        ("van der Berg, Anna", "Anna", "van der Berg"),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("Dr. Juan Q. Xavier de la Vega III", "Juan Q. Xavier", "de la Vega"),
        ("Berg", "", "Berg"),
        ("\u7530\u4e2d\u592a\u90ce", "", "\u7530\u4e2d\u592a\u90ce"),
    ],
)
def test_a_name_is_taken_apart(name: str, first: str, last: str) -> None:
    assert split_name(name) == (first, last)
