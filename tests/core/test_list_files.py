"""What is said of a list's file as a whole."""

import pytest

from qualdesk.core.errors import Refused
from qualdesk.core.list_files import (
    Limits,
    SheetFacts,
    cells_shortened,
    limits_of,
    sheets_not_loaded,
)


def sheets(*names: str, hidden: str = "", empty: str = "") -> tuple[SheetFacts, ...]:
    return tuple(
        SheetFacts(name=name, rows=0 if name == empty else 5, is_hidden=name == hidden)
        for name in names
    )


def test_sheets_that_are_not_loaded_are_named() -> None:
    assert sheets_not_loaded(sheets("Leads"), "Leads") == ""
    assert sheets_not_loaded(sheets("Cover", "Leads", empty="Cover"), "Leads") == ""
    assert sheets_not_loaded(sheets("Leads", "Old"), "Leads") == (
        "1 other sheet was not loaded: Old."
    )
    assert sheets_not_loaded(sheets("Leads", "Old", "Bin", hidden="Bin"), "Leads") == (
        "2 other sheets were not loaded: Old, Bin (hidden)."
    )


def test_a_sheet_of_which_nothing_is_known_may_hold_something() -> None:
    unknown = SheetFacts(name="Far", rows=None)
    assert "Far" in sheets_not_loaded((*sheets("Leads"), unknown), "Leads")


def test_of_many_sheets_ten_are_named_and_the_others_counted() -> None:
    many = sheets(*(f"Week {n}" for n in range(1, 54)))
    assert sheets_not_loaded(many, "Week 1") == (
        "52 other sheets were not loaded: Week 2, Week 3, Week 4, Week 5, Week 6, Week 7, "
        "Week 8, Week 9, Week 10, Week 11 and 42 more."
    )


def test_cells_that_were_cut_are_counted() -> None:
    assert cells_shortened(0) == ""
    assert cells_shortened(1) == "1 cell was too long for a sheet, and cut."
    assert cells_shortened(1_200) == "1,200 cells were too long for a sheet, and cut."


def test_limits_are_what_somebody_wrote_and_else_the_usual() -> None:
    assert limits_of({}) == Limits()
    assert limits_of({"rows": 300_000}) == Limits(rows=300_000)
    with pytest.raises(Refused, match=r"no limit called row\. The limits"):
        limits_of({"row": 5})
    for silly in (-1, 0, 10**9, 2.0, True, None, "5"):
        with pytest.raises(Refused, match="limit rows is a whole number from 10 to 1,048,576"):
            limits_of({"rows": silly})
