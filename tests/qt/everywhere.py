"""The whole window on a real workspace, and a walk through all that it can show."""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import QObject, QSize, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qt.definition_desks import AllLanes, past_file
from qt.desks import LEADS, delete_now, desk_on, fill
from qt.handoff_screens import escape, of_handoff
from qt.windows import settings_in
from qualdesk.core.clock import SetClock
from qualdesk.core.criteria import Side
from qualdesk.desk import Desk
from qualdesk.qt import opening
from qualdesk.qt.app import opener
from qualdesk.qt.campaigns.editors import DEFINITION, SCRIPT
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.widgets.popover import PopOver

RUTH, OLE = "Pia Okafor", "Ole Brandt"
GIVEN: Final = {
    "need": "a line in autumn, four hours a week are lost on the old sealers",
    "role": "decides",
    "date": "6_to_12_months",
    "money": "set_aside",
    "region": "germany_austria",
    "today": "by hand",
    "wants_call": "yes",
}
MORE: Final = (
    ("Tanja Wirth", "Rheinmarkt", "+49 221 4710 193", "asked"),
    ("Oliver Brandl", "Alpenkost", "+49 30 23125 530", ""),
)
Screen = tuple[str, QWidget]


class _Phone(QObject):
    """The phone on the table: it takes every number and rings nobody."""

    @Slot("QUrl")
    def ring(self, _link: object) -> None:
        """Nothing is dialled in a test."""


class Everywhere:
    """The window of one person, and the ways to everything in it."""

    def __init__(self, window: DeskWindow, lanes: AllLanes, folder: Path) -> None:
        self.window, self.lanes, self.folder = window, lanes, folder
        self.shell = window.shell
        self.strayed: list[str] = []
        """Where the keyboard went when it left the window."""

    def settle(self, longest_ms: int = 20_000) -> None:
        """Until nothing is on its way and what was waited for a moment has been asked."""
        self.lanes.settle(longest_ms)
        QTest.qWait(20)
        self.lanes.settle(longest_ms)

    def until(self, there: Callable[[], bool]) -> None:
        """Until that is so."""
        for _ in range(2000):
            if there():
                self.settle()
                return
            QTest.qWait(5)
        raise AssertionError("it never came")

    def size(self, width: int, height: int) -> None:
        """Give the window that size, and let it lay itself out."""
        give_size(self.shell, width, height)

    def screens(self) -> Iterator[Screen]:
        """Every page and pop-over, one after the other, each with its name."""
        yield from self.of_lists()
        yield from self.of_campaigns()
        yield from self.of_handoff()
        yield from self.of_floor()
        yield from self.of_the_rest()
        yield from self.of_the_desk()

    def of_lists(self) -> Iterator[Screen]:
        """The Lists page: its tabs, its form, the steps of an import."""
        self._go("lists")
        place = self.window.place
        yield "lists", self.shell
        overview = place.lists.overview
        overview.table.choose(next(at for at, row in enumerate(overview.model.rows) if row.list_id))
        self.until(lambda: overview.fates.fates is not None)
        yield "lists, what became of one", self.shell
        overview.table.choose(0)
        for tab in ("queue", "beliefs", "rules", "do_not_call"):
            place.tabs.choose(tab)
            self.settle()
            yield f"lists, {tab}", self.shell
        place.tabs.choose("lists")
        self.settle()
        place.lists.new_campaign()
        yield "lists, new campaign", self.shell
        place.lists.show_overview()
        self.settle()
        run = place.lists.run
        place.lists.take_files((self.a_list(),))
        for step in ("file", "columns", "problems", "done"):
            self.until(lambda step=step: run.step == step and not run.is_busy)
            yield f"import, {step}", self.shell
            if step != "done":
                place.lists.main()
        place.lists.step_back()
        self.settle()

    def of_campaigns(self) -> Iterator[Screen]:
        """The Campaigns place: all of them, a new one, one, its script, its definition."""
        self._go("campaigns")
        place = self.window.campaigns
        self.until(lambda: place.overview.current() is not None)
        yield "campaigns", self.shell
        place.commands()["new"]()
        yield "campaigns, new", self.shell
        place.show_overview()
        self.settle()
        row = place.overview.current()
        assert row is not None
        place.open_campaign(row.campaign)
        self.until(lambda: not place.page.first.is_counting)
        yield "campaign", self.shell
        place._open_script(row.campaign, "discovery-call")
        self.settle()
        QTest.qWait(150)
        self.settle()
        yield "script", self.shell
        for command in ("versions", "scripts", "preview"):
            self.press(command)
            yield f"script, {command}", self.shell
            for over in self.shell.findChildren(PopOver):
                if over.isVisible():
                    over.close_over()
            self.settle()
        place._open_definition(row.campaign, "qualified-lead")
        view = place.editors[DEFINITION].view
        self.until(lambda: view.tried.trial is not None)
        yield "definition", self.shell
        page = place.editors[DEFINITION]
        page.editing._open(1)
        self.settle()
        yield "definition, criterion", self.shell
        for part in ("compare", "predict", "gap", "rounds", "past"):
            getattr(page.evidence, f"show_{part}")()
            self.settle()
            yield f"definition, {part}", self.shell
        place.show_overview()
        self.settle()
        assert SCRIPT in place.editors

    def of_handoff(self) -> Iterator[Screen]:
        """The Hand-off page: its tabs, and the cards that open over them."""
        yield from of_handoff(self)

    def of_floor(self) -> Iterator[Screen]:
        """The Floor page, and the list behind each kind of number."""
        self._go("floor")
        place = self.window.floor_way.place
        self.until(lambda: place.page.board is not None)
        yield "floor", self.shell
        for code in ("called", "stand:never_called", "source:trade_show"):
            place.open_list(code)
            self.settle()
            yield f"floor, {code}", self.shell
            escape()
            self.settle()
        forecast = place.page.forecast
        for name, turn in (("day by day", forecast.turn), ("changes tried", forecast.try_changes)):
            turn()
            self.settle()
            yield f"floor, {name}", self.shell
            turn()
            self.settle()
        place.page.phones.show_late()
        self.settle()
        yield "floor, late call backs", self.shell
        escape()
        self.settle()

    def of_the_rest(self) -> Iterator[Screen]:
        """Every page that is not walked by name, and the card of keys."""
        for key in tuple(self.shell._pages):
            if key not in {"desk", "lists", "campaigns", "handoff", "floor"}:
                self._go(key)
                yield key, self.shell
        place = self.window.preferences
        for section in place.page.index.buttons:
            place.open(section)
            self.settle()
            yield f"settings, {section}", self.shell
        for command in ("my_day", "palette"):
            yield from self._by_command(command)
        self._go("desk")
        yield from self._by_command("help")

    def of_the_desk(self) -> Iterator[Screen]:
        """The Call Desk in each of its states, with every pop-over it has in them."""
        self._go("desk")
        desk = self.window.desk
        self.until(lambda: desk.state == "ready" and not desk.is_settling)
        QTest.qWait(800)
        yield "ready", self.shell
        yield from self._asked("why_now", "skip", "do_not_call", "outcome_more", "question_jump")
        yield from self._asked("ask_owner", "origin")
        self.press("primary")
        yield "dialling", self.shell
        yield from self._asked("outcome_4")
        self.press("primary")
        yield "on a call, discover", self.shell
        for number in range(1, 9):
            self.press("question_next")
            yield f"on a call, question {number}", self.shell
        yield from self._asked(
            *("outcome_4", "outcome_6", "outcome_7", "outcome_8", "outcome_more"),
            *("do_not_call", "referral", "question_jump", "outcome_9"),
        )
        yield from self._more_outcomes()
        desk.view.script.objections_pressed.emit()
        yield from self._over("objections")
        self.press("dial_hang")
        yield "wrapping up", self.shell
        self.press("outcome_6")
        QTest.keyClicks(QApplication.focusWidget(), "2")
        self.settle()
        self.press("primary")
        yield "wrapping up, call back chosen", self.shell
        self.press("primary")
        self.settle()
        yield "next lead, with undo", self.shell
        self.press("primary")
        self.press("outcome_1")
        self.press("break")
        yield "break", self.shell
        self.press("break")
        self.settle()

    def press(self, command: str) -> None:
        """What the key of that command does on the page in front."""
        self.shell.commands()[command]()
        self.settle()

    def a_list(self) -> Path:
        """A file of leads with a little to ask about."""
        path = self.folder / "stand scans.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            out = csv.writer(stream)
            out.writerow(("Name", "Company", "Phone", "Mobile", "Hall"))
            out.writerow(("Sabine Kröger", "Molkerei Aller", "040 66969 118", "", "H1"))
            out.writerow(("Jonas Reuter", "Backhaus Reuter", "030 23125 417", "", "H1"))
            out.writerow(("Emily Sharp", "Avonbrook Dairy", "020 7946 0342", "", "H2"))
            out.writerow(("Ralf Simon", "Simon Convenience", "12345", "", "H2"))
            out.writerow(("", "", "", "", "H3"))
        return path

    def _go(self, key: str) -> None:
        self.shell.show_page(key)
        self.settle()
        self.settle()

    def _by_command(self, command: str) -> Iterator[Screen]:
        """What a command of the window opens, and closes again with Esc or the same key."""
        doing = self.shell.commands().get(command)
        if doing is None:
            return
        front = self.shell.at
        doing()
        self.settle()
        yield command, self.shell
        if self.shell.at != front:
            self._go(front)
        elif command == "help":
            doing()
        else:
            escape()
        self.settle()

    def _asked(self, *commands: str) -> Iterator[Screen]:
        for command in commands:
            self.press(command)
            yield from self._over(command)

    def _over(self, name: str) -> Iterator[Screen]:
        asked = self.window.desk.asked
        if asked is not None:
            self.settle()
            yield f"{self.window.desk.state}: {name}", asked
            asked.close_over()
            self.settle()

    def _more_outcomes(self) -> Iterator[Screen]:
        """What each of the rare outcomes asks for."""
        desk = self.window.desk
        self.press("outcome_more")
        asked = desk.asked
        codes: Sequence[str] = getattr(asked, "_codes", ())
        if asked is not None:
            asked.close_over()
        for code in codes:
            desk._asks.more_chosen.emit(code)
            self.settle()
            yield from self._over(code)


def give_size(window: QWidget, width: int, height: int) -> None:
    """Give a window that size, and let it lay itself out."""
    wanted = QSize(width, height)
    if window.size() != wanted:
        window.resize(wanted)
        # Answers change their columns once the width has come to rest.
        for _ in range(3):
            QTest.qWait(15)


@contextmanager
def everywhere(
    folder: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch, **changed: Any
) -> Iterator[Everywhere]:
    """The window on the workspace ``desk.sqlite`` of that folder."""
    made: list[AllLanes] = []

    def lanes(open_it: Callable[[], Desk]) -> AllLanes:
        made.append(AllLanes(open_it))
        return made[-1]

    monkeypatch.setattr(opening, "Work", lanes)
    phone = _Phone()
    for scheme in ("tel", "sip", "callto"):
        QDesktopServices.setUrlHandler(scheme, phone, "ring")
    settings = settings_in(folder, folder / "desk.sqlite", **changed)
    window = DeskWindow(settings, opener(clock), clock)
    found = Everywhere(window, made[0], folder)
    try:
        window.start()
        found.until(lambda: bool(window.shell.at))
        QTest.qWaitForWindowActive(window.shell)
        own = window.shell.windowHandle()
        note = lambda to: None if to is own else found.strayed.append(str(to))  # noqa: E731
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        strayed = app.focusWindowChanged.connect(note)
        yield found
        app.focusWindowChanged.disconnect(strayed)
    finally:
        for scheme in ("tel", "sip", "callto"):
            QDesktopServices.unsetUrlHandler(scheme)
        window.shell.close()
        delete_now(window.shell)


def a_full_workspace(
    folder: Path, clock: SetClock, leads: Sequence[tuple[str, str, str, str]] = (*MORE, *LEADS)
) -> Path:
    """A workspace in which each page has something to show: leads, history, a batch, sent ones."""
    path = folder / "desk.sqlite"
    desk = desk_on(path, clock)
    fill(desk, leads)
    campaign = desk.library.campaigns()[0].campaign
    desk.trying.load_past(past_file(folder), desk.library.shipped_script())
    for side, name in ((Side.MARKETING, RUTH), (Side.SALES, OLE)):
        if not desk.definitions.standing("qualified-lead").side(side).is_signed:
            desk.definitions.sign("qualified-lead", side, name)
    for _ in range(2):
        card = desk.calling.next_lead()
        assert card is not None
        call = desk.calling.start_attempt(card.lead.id)
        for question, value in GIVEN.items():
            desk.calling.record_answer(call.id, question, value)
        desk.calling.finish(call.id, "qualified")
        clock.advance(timedelta(seconds=20))
    out = folder / "for sales"
    out.mkdir(exist_ok=True)
    first = desk.handoff.next_batch(campaign.id, receiver="Lena Brandt").ready[:1]
    desk.handoff.export(
        campaign.id,
        out,
        receiver="Lena Brandt",
        answer_by=clock.now().date() + timedelta(days=5),
        leads=[one.lead_id for one in first],
    )
    desk.close()
    return path
