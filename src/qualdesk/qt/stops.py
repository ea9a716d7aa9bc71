"""Where Tab and F6 stop: the next stop, the first of a pane, and a cursor nobody sees."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


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


def step_on(now: QWidget) -> None:
    """Move the cursor to the stop after this one, in the order Shift+Tab goes back through.

    Qt takes a page with a focus proxy for one field, and its own Tab skips the rest of the page.
    """
    stop = now.nextInFocusChain()
    while stop is not None and stop is not now and not _takes_tab(stop):
        stop = stop.nextInFocusChain()
    if stop is not None:
        stop.setFocus(Qt.FocusReason.TabFocusReason)


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
    tab = Qt.FocusPolicy.TabFocus
    stop: QWidget | None = pane
    while stop is not None:
        takes = stop.focusPolicy() & tab == tab
        if takes and stop.isVisible() and stop.isEnabled() and _holds(pane, stop):
            return stop
        stop = stop.nextInFocusChain()
        if stop is pane:
            break
    return None


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _takes_tab(stop: QWidget) -> bool:
    """Whether Tab stops here: a stand-in for another widget is not a stop of its own."""
    tab = Qt.FocusPolicy.TabFocus
    takes = stop.focusPolicy() & tab == tab and stop.focusProxy() is None
    return takes and stop.isVisible() and stop.isEnabled()
