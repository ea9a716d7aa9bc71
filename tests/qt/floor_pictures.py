"""Makes the pictures of the Floor: filled after two mornings of calls, small, and empty.

Usage: python tests/qt/floor_pictures.py docs/screenshots/floor [light|dark]
"""

import os
import sys
from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from qt.everywhere import Everywhere, Screen, everywhere
from qt.likeness import keep
from qt.pictures import with_few_colours
from qt.seen import settle_paint
from qt.windows import desk_on
from qualdesk.core.clock import SetClock
from qualdesk.core.progress import Progress
from qualdesk.demo.morning import Morning, play
from qualdesk.demo.run import CAMPAIGN, STARTS
from qualdesk.desk import Desk
from qualdesk.desk.samples import sample_campaign
from qualdesk.qt import desk_window, theme
from qualdesk.resources import shipped
from sent_makers import a_salesperson

SIZES = {1366: 768, 1440: 900, 1920: 1080}
AT_EVERY_SIZE = {"floor"}
USUAL = 1440
LENA = "Lena Brandt"
CALLERS = ("Maya Lind", "Aisha Noor", "Joel Parks")
WORK = {day: ((time(8, 30), time(10, 30)), (time(10, 45), time(13, 0))) for day in range(5)}


def main(out: Path, schemes: list[theme.Scheme]) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    out.mkdir(parents=True, exist_ok=True)
    clock = SetClock(STARTS)
    with TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patch:
        # The clock of the pictures is one, whatever computer makes them.
        patch.setattr(desk_window, "own_zone", lambda: "Europe/London")
        folder = Path(made)
        two_mornings(folder, clock)
        for scheme in schemes:
            theme.apply(app, scheme, 1.0)
            with everywhere(folder, clock, patch, theme=scheme, caller="Ruth Tanner") as walk:
                for name, window in _screens(walk):
                    take(window, name, out, scheme)


def take(window: QWidget, name: str, out: Path, scheme: str) -> None:
    """The window as it is; the page itself is kept at all three sizes, in both colours."""
    for width, height in SIZES.items():
        if width == USUAL or name in AT_EVERY_SIZE:
            window.resize(width, height)
            for _ in range(3):
                settle_paint(window)
            few = with_few_colours(window.grab().toImage())
            keep(few, out / f"{name}-{scheme}-{width}.png")


def two_mornings(folder: Path, clock: SetClock) -> None:
    """The sample list, three callers with shifts, two mornings, a batch with its answers."""
    desk = desk_on(folder / "desk.sqlite", clock, CALLERS[0])()
    sample_campaign(desk, CAMPAIGN, shipped("samples", "packtech-expo.toml"))
    desk.intake.load(shipped("samples", "packtech-expo.csv"), campaign=CAMPAIGN)
    desk.library.new_campaign("Spring fair 2026", region="GB")
    a_salesperson(desk._store, LENA)
    desk.people.set_details("Ruth Tanner", role="supervisor")
    for name in CALLERS:
        desk.people.set_hours(name, shifts=WORK, zone="Europe/London")
    out = folder / "for sales"
    out.mkdir()
    desks = [desk, *(desk_on(folder / "desk.sqlite", clock, name)() for name in CALLERS[1:])]
    for day in range(2):
        at = STARTS + timedelta(days=day)
        for one in desks:
            clock.set(at + timedelta(minutes=7 * desks.index(one)))
            play(one, clock, CAMPAIGN, Progress(), Morning())
        if day == 0:
            desk.handoff.export(CAMPAIGN, out, receiver=LENA)
    _answered(folder, clock)
    for one in desks[:2]:
        _on_a_call(one)
    clock.advance(timedelta(minutes=4))
    desks[2].phones.note_state("break")
    clock.advance(timedelta(minutes=2))
    for one in desks:
        one.close()


def _answered(folder: Path, clock: SetClock) -> None:
    """Sales takes most, sends one back, and says nothing yet of the last."""
    desk = desk_on(folder / "desk.sqlite", clock, LENA)()
    mine = desk.sales.mine()
    for at, one in enumerate(mine[:-1]):
        desk.sales.open(one.item_id)
        if at % 4 == 2:
            desk.sales.send_back(one.item_id, "Wrong person", "Nothing before next year")
        else:
            desk.sales.take(one.item_id)
    desk.close()


def _on_a_call(desk: Desk) -> None:
    card = desk.calling.next_lead(CAMPAIGN)
    if hasattr(card, "lead"):
        desk.calling.start_attempt(card.lead.id)


def _screens(walk: Everywhere) -> Iterator[Screen]:
    walk._go("floor")
    place = walk.window.floor_way.place
    walk.until(lambda: place.page.board is not None)
    walk.settle()
    yield "floor", walk.shell
    bar = place.page.area.verticalScrollBar()
    walk.shell.resize(USUAL, SIZES[USUAL])
    settle_paint(walk.shell)
    bar.setValue(bar.maximum())
    yield "floor-below", walk.shell
    place.open_list("qualified")
    walk.settle()
    yield "behind-a-number", walk.shell
    place.step_back()
    spring = next(each for each in walk.shell.top._campaigns if each.name == "Spring fair 2026")
    walk.shell.campaign_chosen.emit(spring)
    walk.until(place.page.empty.isVisible)
    yield "no-leads-yet", walk.shell


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        [each for each in ("light", "dark") if each in sys.argv[2:]] or ["light", "dark"],
    )
