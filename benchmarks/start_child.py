"""One start of qualdesk to its first lead, in a process of its own: see start.py, which runs this.

    python benchmarks/start_child.py FILE

It reads nothing the program does not read itself before it begins, as the peers do.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

_AT = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
"""As next_lead.py fills the workspace, which a start has no use for."""


def set_for(workspace: Path) -> None:
    """Let the program of this process start on that workspace, when its leads may be called.

    Nobody's own settings, and none of this computer's, are read.
    """
    from qualdesk.core.clock import SystemClock

    folder = workspace.parent / "choices"
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{kind}_HOME"] = str(folder)
    os.environ |= {"QUALDESK_CALLER": "bench", "QUALDESK_DB": str(workspace)}
    SystemClock.now = lambda self: _AT  # type: ignore[method-assign]  # noqa: ARG005


def first_lead(workspace: Path) -> None:
    """The start a desktop makes, its whole way through the program's own door.

    What is seen is looked at from where the window begins to hear events. The clock is set to when
    the leads may be called; the lead is given back at the end.
    """
    # In the order of the program: Qt's bindings read the text of modules that come after them,
    # until the program tells them not to.
    from start_peers import SIZE, memory, seen

    from qualdesk.__main__ import main as program
    from qualdesk.qt.bindings import read_no_sources

    read_no_sources()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    set_for(workspace)
    hear_events = QApplication.exec

    def watched() -> int:
        from qualdesk.qt.call_desk.page import CallDeskPage
        from qualdesk.qt.shell import Shell

        shell = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Shell))
        desk = shell.findChildren(CallDeskPage)[0]
        shell.resize(*SIZE)
        QTimer.singleShot(0, lambda: seen("window"))

        def painted() -> None:
            # What it shows may have asked for other places: they are settled, and painted.
            QApplication.processEvents()
            shell.repaint()
            seen("first_lead")
            QTimer.singleShot(500, ended)

        def ended() -> None:
            seen("memory", **memory())
            shell.close()

        def at(state: str) -> None:
            if state == "ready":
                desk.state_changed.disconnect(at)
                # After what asked to be painted has been.
                QTimer.singleShot(0, painted)

        desk.state_changed.connect(at)
        return int(hear_events())

    QApplication.exec = staticmethod(watched)  # type: ignore[method-assign]
    raise SystemExit(program([]))


if __name__ == "__main__":
    first_lead(Path(sys.argv[1]))
