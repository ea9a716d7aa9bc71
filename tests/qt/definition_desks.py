"""A definition page in the real window over a real workspace, with history to try it on."""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qt.desks import LONDON, Keys, Lanes, delete_now, desk_on, fill
from qt.windows import Chosen
from qualdesk.core.campaigns import CampaignPeople
from qualdesk.core.clock import SetClock
from qualdesk.core.criteria import Side
from qualdesk.core.errors import QualdeskError
from qualdesk.core.progress import Progress
from qualdesk.desk import Desk
from qualdesk.qt.campaigns.editors import whole
from qualdesk.qt.definitions.page import DefinitionPage
from qualdesk.qt.shell import Shell
from qualdesk.qt.work import LongWork
from seats import in_a_file

MARKETING, SALES = "Pia Okafor", "Lena Brandt"
DEFINITION = "qualified-lead"
BESIDE = ("label", "finished", "result", "reason")
HEADINGS = (*BESIDE, "need", "role", "date", "money", "region", "today", "wants_call")
# result, when they need it, how many: what the shipped definition would say is in the test.
PAST = (
    ("sent back", "6_to_12_months", 6),
    ("taken", "6_to_12_months", 1),
    ("taken", "within_3_months", 9),
    ("won", "3_to_6_months", 3),
    ("lost", "3_to_6_months", 2),
    ("", "no_date", 15),
)


class AllLanes(Lanes):
    """The two lanes, both of which can be waited for."""

    def long(
        self,
        work: Callable[[Desk, Progress], Any],
        done: Callable[[Any], None],
        *,
        owner: QObject,
        refused: Callable[[QualdeskError], None],
        looked: Callable[[Progress], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> LongWork:
        self.running += 1
        waiting = [self]

        def over() -> None:
            if waiting:
                waiting.pop().running -= 1

        def landed(value: Any) -> None:
            over()
            done(value)

        def told(error: QualdeskError) -> None:
            over()
            refused(error)

        def ended() -> None:
            over()
            if stopped is not None:
                stopped()

        return super().long(work, landed, owner=owner, refused=told, looked=looked, stopped=ended)


class Agreeing:
    """The window with the definition page in front, and the keys of the person before it."""

    def __init__(self, path: Path, lanes: AllLanes, clock: SetClock, chosen: Chosen) -> None:
        self.path, self.lanes, self.clock, self.chosen = path, lanes, clock, chosen
        self.shell = Shell(LONDON)
        self.page = whole(DefinitionPage(lanes, clock, chosen, LONDON))
        self.said: list[str] = []
        self.page.saved_said.connect(self.said.append)
        self.shell.add_page("campaigns", "Campaigns", "flag", self.page)
        self.shell.resize(1440, 900)
        self.shell.show()
        self.shell.activateWindow()
        QTest.qWaitForWindowActive(self.shell)
        self.shell.show_page("campaigns")
        self.keys = Keys(self.shell, lanes)
        self.open()

    def open(self, definition: str = DEFINITION) -> None:
        with self.desk() as desk:
            campaign = desk.library.campaigns()[0].campaign
        self.page.open(campaign, definition)
        self.settle()

    def settle(self) -> None:
        """Until what was typed is kept and tried."""
        for _ in range(400):
            self.lanes.settle()
            timers = (self.page.writing._timer, self.page.evidence._timer)
            if self.page.writing.is_kept and not any(timer.isActive() for timer in timers):
                return
            QTest.qWait(10)
        raise AssertionError("what was typed was not kept")

    def tab_to(self, name: str, *, back: bool = False) -> QWidget:
        """Press Tab until the keyboard is in the widget of that name."""
        for _ in range(80):
            found = QApplication.focusWidget()
            if found is not None and found.accessibleName().startswith(name):
                return found
            self.keys.press("Shift+Backtab" if back else "Tab")
        raise AssertionError(f"Tab does not reach “{name}”")

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """A desk beside the window, to look at what was kept."""
        desk = desk_on(self.path, self.clock)
        try:
            yield desk
        finally:
            desk.close()

    def close(self) -> None:
        self.shell.close()
        delete_now(self.shell)


@contextmanager
def agreeing(tmp_path: Path, clock: SetClock, *, past: bool = True) -> Iterator[Agreeing]:
    """A workspace with a campaign that judges by the shipped definition, signed by both."""
    path = tmp_path / "desk.sqlite"
    path.write_bytes(a_workspace(past=past, now=clock.now()))
    lanes = AllLanes(lambda: desk_on(path, clock))
    found = Agreeing(path, lanes, clock, Chosen())
    try:
        yield found
    finally:
        found.close()
        assert lanes.close()


@lru_cache(maxsize=2)
def a_workspace(*, past: bool, now: datetime) -> bytes:
    """The bytes of such a workspace: made once, for making one takes longer than most tests."""
    with TemporaryDirectory() as folder, in_a_file():
        path = Path(folder) / "desk.sqlite"
        desk = desk_on(path, SetClock(now))
        fill(desk)
        campaign = desk.library.campaigns()[0].campaign
        if past:
            desk.trying.load_past(past_file(Path(folder)), desk.library.shipped_script())
        standing = desk.definitions.standing(DEFINITION)
        for side, name in ((Side.MARKETING, MARKETING), (Side.SALES, SALES)):
            if not standing.side(side).is_signed:
                desk.definitions.sign(DEFINITION, side, name)
        desk.campaigning.set_people(campaign.id, CampaignPeople(marketing=MARKETING, sales=SALES))
        desk.close()
        assert not list(Path(folder).glob("*-wal")), "the file is whole"
        return path.read_bytes()


def past_file(folder: Path, rows: tuple[tuple[str, str, int], ...] = PAST) -> Path:
    """History as a file of the template's columns."""
    path = folder / "past.csv"
    number = 0
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(HEADINGS)
        for result, date, many in rows:
            for _ in range(many):
                number += 1
                reason = "No date in sight" if result == "sent back" else ""
                said = ["a line", "decides", date, "set_aside", "uk_ireland", "by hand", "yes"]
                out.writerow([f"Lead {number}", "2026-02-10", result, reason, *said])
    return path
