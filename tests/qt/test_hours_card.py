"""When people answer: every number on an hour can be read, and equals are shown as equals."""

import pytest
from PySide6.QtWidgets import QApplication

from qt.test_theme import contrast
from qualdesk.core.floor_figures import HourFigures
from qualdesk.qt import theme
from qualdesk.qt.floor.hours_card import HeatModel, heat, ink_on


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_written_on_an_hour_can_be_read_however_dark_it_is(
    qapp: QApplication, scheme: theme.Scheme
) -> None:
    theme.apply(qapp, scheme, 1.0)
    for step in range(101):
        ink = theme.look().colour(ink_on(step / 100)).name()
        assert contrast(ink, heat(step / 100).name()) >= 4.5, step


def test_hours_as_good_as_one_that_is_numbered_have_their_number_too() -> None:
    """Of two hours with 21% one alone with its number looked like a better one."""
    model = HeatModel()
    shares = (36, 32, 32, 28, 25, 21, 21, 12)
    model.show_hours(
        [
            HourFigures(weekday=at // 4, hour=9 + at % 4, dials=100, answered=share)
            for at, share in enumerate(shares)
        ]
    )
    numbered = [
        model.at(row, column).answered
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if model.is_best(row, column)
    ]
    assert sorted(numbered) == [21, 21, 25, 28, 32, 32, 36]
