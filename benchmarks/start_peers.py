"""Other programs' starts, each in a process of its own: see start.py, which runs this file.

    python benchmarks/start_peers.py bare
    python benchmarks/start_peers.py libraries FILE
    PYTHON_WITH_AQT benchmarks/start_peers.py aqt-made FOLDER CARDS
    PYTHON_WITH_AQT benchmarks/start_peers.py aqt FOLDER

``bare`` is an empty window of PySide6, ``libraries`` one with a label, and a connection of
SQLAlchemy's to FILE. ``aqt`` is Anki with a collection that ``aqt-made`` made:
to its main window, then on to the first card of its review. It needs nothing of qualdesk, so that
Anki may live in an environment of its own. What is seen is printed as JSON lines.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

SIZE = (1366, 768)
_SETTLED = 0.5
"""Seconds after which what a start put off has been done, and memory is read."""


def main() -> None:
    """Do what was asked for by name."""
    what, *more = sys.argv[1:]
    if what == "bare":
        bare()
    elif what == "libraries":
        bare(*more)
    elif what == "aqt-made":
        make_collection(Path(more[0]), int(more[1]))
    else:
        anki(Path(more[0]))


def seen(what: str, **more: object) -> None:
    """Say that something is on the screen now; the clock is the one the parent reads as well."""
    at, used = time.perf_counter(), time.process_time()
    sys.stdout.write(json.dumps({"what": what, "at": at, "processor": used, **more}) + "\n")
    sys.stdout.flush()


def memory() -> dict[str, float]:
    """MiB held by this process, and its fair share of them, with those it started."""
    told: dict[str, float] = {"rss": 0.0, "pss": 0.0}
    for process in ("self", *_started(os.getpid())):
        try:
            rolled = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
        except OSError:
            continue
        for line in rolled.splitlines():
            name, _, value = line.partition(":")
            if name.lower() in told:
                told[name.lower()] += int(value.split()[0]) / 1024
        if process == "self":
            told["own_rss"] = told["rss"]
    return {name: round(value, 1) for name, value in told.items()}


def _started(process: int) -> list[str]:
    """The processes it started, and theirs."""
    found: list[str] = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        for each in task.read_text("ascii").split():
            found += [each, *_started(int(each))]
    return found


def bare(file: str = "") -> None:
    """An empty window, painted; with a label and a connection where there is a file."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel

    what = "bare"
    if file:
        import sqlalchemy as sa

        what = "libraries"
        sa.create_engine(f"sqlite:///{file}").connect().exec_driver_sql("SELECT 1").fetchall()

    class Window(QLabel):
        painted = False

        def paintEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            if not self.painted:
                self.painted = True
                QTimer.singleShot(0, lambda: seen(what))
                QTimer.singleShot(int(_SETTLED * 1000), self.told)

        def told(self) -> None:
            seen("memory", **memory())
            app.quit()

    app = QApplication([])
    window = Window(what if file else "")
    window.resize(*SIZE)
    window.show()
    app.exec()


def make_collection(folder: Path, cards: int) -> None:
    """A person's Anki with this many new cards in one deck."""
    from anki.collection import Collection  # type: ignore[import-not-found,unused-ignore]
    from aqt.profiles import ProfileManager  # type: ignore[import-not-found,unused-ignore]

    known = ProfileManager(folder)
    known.setupMeta()
    known.setLang("en_US")
    known.create("User 1")
    known.openProfile("User 1")
    known.save()
    collection = Collection(known.collectionPath())
    note = collection.new_note(collection.models.by_name("Basic"))
    note["Front"], note["Back"] = "Person 0", "Company 0"
    collection.add_note(note, collection.decks.id("Default"))
    numbers = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
        "SELECT i FROM n"
    )
    for table, own in (("notes", {"id"}), ("cards", {"id", "nid"})):
        names = [name for _, name, *_ in collection.db.all(f"PRAGMA table_info({table})")]
        values = ", ".join(f"{name} + i" if name in own else name for name in names)
        again = f"INSERT INTO {table} SELECT {values} FROM {table}, ({numbers})"  # noqa: S608
        collection.db.execute(again, cards - 1)
    collection.db.execute("UPDATE notes SET guid = 'g' || id")
    collection.close()


def anki(folder: Path) -> None:
    """Anki's start, to its main window and to the first card of a review."""
    import aqt  # type: ignore[import-not-found,unused-ignore]
    from aqt import gui_hooks

    told: set[str] = set()

    def once(what: str) -> bool:
        is_new = what not in told
        told.add(what)
        return is_new

    def state(now: str, _before: str) -> None:
        if now == "deckBrowser" and once("aqt_window"):
            # Drawn when the page answers what is asked after it.
            aqt.mw.web.evalWithCallback("1", lambda _: after_window())

    def after_window() -> None:
        seen("aqt_window")
        aqt.mw.col.decks.select(1)
        aqt.mw.moveToState("review")

    def card(_card: Any) -> None:
        if once("aqt_card"):
            aqt.mw.reviewer.web.evalWithCallback("1", lambda _: after_card())

    def after_card() -> None:
        seen("aqt_card")
        aqt.mw.progress.single_shot(int(_SETTLED * 1000), end, False)  # noqa: FBT003 - as aqt takes it

    def end() -> None:
        seen("memory", **memory())
        sys.stdout.flush()
        os._exit(0)

    def sized() -> None:
        aqt.mw.resize(*SIZE)

    gui_hooks.main_window_did_init.append(sized)
    gui_hooks.state_did_change.append(state)
    gui_hooks.reviewer_did_show_question.append(card)
    aqt._run(["anki", "-b", str(folder), "-p", "User 1"])


if __name__ == "__main__":
    main()
