"""Where Tab and F6 stop: the next stop, the first of a pane, and a cursor nobody sees."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

# Each of these is one stop, whatever Qt has put inside it.
_WHOLE: Final = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)


def step_panes(panes: Sequence[QWidget], step: int) -> None:
    """Move the cursor to the next (1) or the last (-1) of the panes that are to be seen."""
    there = [pane for pane in panes if pane.isVisible()]
    if not there:
        return
    now = QApplication.focusWidget()
    inside = [at for at, pane in enumerate(there) if now is not None and _holds(pane, now)]
    start = inside[0] if inside else (-1 if step > 0 else 0)
    for turn in range(1, len(there) + 1):
        stop = first_stop(there[(start + step * turn) % len(there)])
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            return


def step_on(window: QWidget, now: QWidget, step: int) -> None:
    """Move the cursor to the stop after this one (1) or before it (-1), as the window is read.

    Qt's own order is that in which widgets were made, and what was made late stands anywhere.
    """
    order = list(reading_order(window))
    at: QWidget | None = now
    while at is not None and at not in order:
        at = at.parentWidget()
    start = order.index(at) if at is not None else 0
    for turn in range(1, len(order) + 1):
        stop = order[(start + step * turn) % len(order)]
        if _takes_tab(stop):
            stop.setFocus(
                Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
            )
            return


def reading_order(part: QWidget) -> Iterator[QWidget]:
    """A part of the window and all that is to be seen in it, in the order it is laid out."""
    if not part.isVisible():
        return
    yield part
    if isinstance(part, _WHOLE):
        return
    placed = list(_placed(part.layout()))
    beside = [
        each
        for each in part.children()
        if isinstance(each, QWidget) and not each.isWindow() and each not in placed
    ]
    # What no layout holds stands where it was put: a button on a card, the pages of a splitter.
    for each in (*placed, *sorted(beside, key=lambda one: (one.y(), one.x()))):
        yield from reading_order(each)


def stops_of(part: QWidget) -> list[QWidget]:
    """What Tab visits in a part of the window, in its order."""
    return [each for each in reading_order(part) if _takes_tab(each)]


def bring_back(window: QWidget, page: QWidget, before: QWidget | None, now: QWidget | None) -> None:
    """Give the cursor back that a page behind the one in front took when it was answered.

    The desk puts it on Dial when a lead has come: Enter would call somebody nobody sees.
    """
    if now is None or now.isVisible() or not window.isAncestorOf(now):
        return
    is_here = before is not None and before.isVisible() and window.isAncestorOf(before)
    stop = before if is_here else first_stop(page)
    if stop is not None and stop.isVisible():
        stop.setFocus(Qt.FocusReason.OtherFocusReason)


def first_stop(pane: QWidget) -> QWidget | None:
    """Where the cursor goes in a pane: its own choice, else the first stop of Tab."""
    wanted = pane.focusProxy()
    if wanted is not None and wanted.isVisible() and wanted.isEnabled():
        return wanted
    return next(iter(stops_of(pane)), None)


def _placed(layout: QLayout | None) -> Iterator[QWidget]:
    """The widgets of a layout and of those inside it, as they follow each other."""
    for at in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(at) if layout is not None else None
        if item is None:
            continue
        widget = item.widget()
        if widget is not None:
            yield widget
        else:
            yield from _placed(item.layout())


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _takes_tab(stop: QWidget) -> bool:
    """Whether Tab stops here: a stand-in for another widget is not a stop of its own."""
    tab = Qt.FocusPolicy.TabFocus
    takes = stop.focusPolicy() & tab == tab and stop.focusProxy() is None
    return takes and stop.isVisible() and stop.isEnabled()
