"""A real desk on a real file for tests of the window: invented leads, a set clock, two lanes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from makers import make_card
from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.sources import CallWindow, SourceType
from qualdesk.desk import Desk
from qualdesk.qt.work import Work
from seats import NADIA

T = TypeVar("T")
CALLER = "Maya Lind"
LONDON = "Europe/London"

SOURCE = make_card(
    type=SourceType.TRADE_SHOW,
    what="PackTech Expo",
    place="stand B12",
    who="640 stand scans, mostly plant managers.",
    responding_to="the tray sealer demo",
    facts=("91 came only for the giveaway.",),
    on_behalf_of="Nordline",
    nurture="The packaging letter",
)
LEADS = (
    ("Katrin Albers", "Elbkorn Foods", "+49 40 66969 214", "asked"),
    ("Marcus Hale", "Avonbrook Dairy", "+49 30 23125 418", "demo"),
    ("Ines Fournier", "Laiterie du Val", "+49 221 4710 302", ""),
    ("Piotr Zielinski", "Wisla Snacks", "+49 40 66969 377", ""),
)


def delete_now(widget: QWidget) -> None:
    """Delete a widget at once: left for later, the next test restyles it again and again."""
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Lanes(Work):
    """The two lanes of the window, which can be waited for."""

    def __init__(self, open_it: Callable[[], Desk]) -> None:
        super().__init__(open_it)
        self.running = 0

    def ask(
        self,
        work: Callable[[Desk], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        refused: Callable[[QualdeskError], None],
    ) -> None:
        self.running += 1
        waiting = [self]

        def over() -> None:
            if waiting:
                waiting.pop().running -= 1

        def arrived(value: T) -> None:
            over()
            done(value)

        def told(error: QualdeskError) -> None:
            over()
            refused(error)

        super().ask(work, arrived, owner=owner, refused=told)

    def settle(self, longest_ms: int = 10_000) -> None:
        """Wait until nothing is on its way any more."""
        for _ in range(longest_ms // 5):
            QApplication.processEvents()
            if not self.running:
                QApplication.processEvents()
                if not self.running:
                    return
            QTest.qWait(5)
        raise AssertionError("the desk did not answer in time")


class Keys:
    """Types on the real keyboard path and counts the presses, modifiers counted."""

    def __init__(self, window: QWidget, lanes: Lanes) -> None:
        self._window = window
        self._lanes = lanes
        self.presses = 0

    def press(self, sequence: str) -> None:
        """A key with its modifiers, as written in the shortcut table: ``Ctrl+Return``."""
        *modifiers, name = sequence.split("+")
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= _MODIFIERS[modifier]
        self.presses += 1 + len(modifiers)
        QTest.keyClick(self._target(), _key(name), held)
        self._lanes.settle()

    def type(self, text: str) -> None:
        """Words typed into whatever has the cursor; typing is not counted."""
        QTest.keyClicks(self._target(), text)
        self._lanes.settle()

    def _target(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        return focused


_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}


def _key(name: str) -> Qt.Key:
    key: Qt.Key = getattr(Qt.Key, f"Key_{name}")
    return key


def desk_on(path: Path, clock: SetClock, caller: str = CALLER) -> Desk:
    """A desk on a workspace file."""
    return open_desk(f"sqlite:///{path}", clock=clock, caller=caller, durable=False)


@contextmanager
def working_lanes(
    path: Path, clock: SetClock, caller: str = CALLER, **campaign: Any
) -> Iterator[Lanes]:
    """Lanes to a workspace with one campaign, the shipped script, and four leads in Germany."""
    desk = desk_on(path, clock, NADIA)
    if not desk.library.campaigns():
        fill(desk, **campaign)
    desk.close()
    lanes = Lanes(lambda: desk_on(path, clock, caller))
    try:
        yield lanes
    finally:
        assert lanes.close()


def fill(desk: Desk, leads: tuple[tuple[str, str, str, str], ...] = LEADS, **campaign: Any) -> None:
    campaign.setdefault("source", SOURCE)
    campaign.setdefault(
        "window",
        CallWindow(closes_at=datetime(2026, 3, 27, 16, 0, tzinfo=UTC), zone="Europe/Berlin"),
    )
    name = campaign.pop("name", "PackTech Expo 2026")
    made = desk.library.new_campaign(name, region="DE", **campaign)
    desk.library.set_script(made.id, desk.library.shipped_script())
    desk.library.set_definition(made.id, desk.library.shipped_definition())
    rows = [
        {
            "external_id": f"scan-{number}",
            "name": name,
            "company": company,
            "phone": phone,
            "zone": "Europe/Berlin",
            "country": "DE",
            "title": "Head of Packaging",
            "asked_for_call": did == "asked",
        }
        for number, (name, company, phone, did) in enumerate(leads, 1)
    ]
    desk.intake.load(rows, campaign=made.id, region="DE")
