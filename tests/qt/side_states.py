"""States of the window that no walk meets: when something goes wrong, begins, or is practised."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qt.desks import LEADS, delete_now, desk_on, fill
from qt.everywhere import MORE, Everywhere, Screen, everywhere
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import ContactId, LeadId
from qualdesk.core.leads import PhoneState
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.first_run import FirstRunPage
from qualdesk.settings import Settings
from qualdesk.store.dialects import sqlite
from qualdesk.store.people import set_phone_state

EVENING: Final = datetime(2026, 3, 17, 16, 25, tzinfo=UTC)  # 17:25 in Berlin; the house ends 17:30
WHO: Final = "Aisha Noor"
LEFT: Final = "Ask for the plant in Bremen: they seal by hand there."


class BadDay:
    """One shift in which everything comes that can come in between, lead after lead."""

    def __init__(self, folder: Path, clock: SetClock) -> None:
        self._path, self._clock = folder / "desk.sqlite", clock
        desk = desk_on(self._path, clock)
        fill(desk, (*LEADS, *MORE))
        desk.close()
        with self._other() as other:
            first = other.queue.upcoming(None, limit=1)[0].lead_id
            other.search.leave_message(first, LEFT)
            other.calling.refer(first, name="Jens Petersen", title="Plant director")

    def states(self, walk: Everywhere) -> Iterator[Screen]:
        """All of them, each with its name."""
        desk, self._walk = walk.window.desk, walk
        walk.until(lambda: desk.state == "ready" and not desk.is_settling)
        QTest.qWait(800)
        yield "left for you", walk.shell
        yield from self._search()
        yield from self._in_strong_lines()
        yield from self._late_call_back()
        yield from self._cannot_save()
        yield from self._lost()
        yield from self._stopped_since()
        yield from self._no_number()
        yield from self._called_us()
        yield from self._evening()

    def _search(self) -> Iterator[Screen]:
        self._walk.press("palette")
        self._type("elb")
        QTest.qWait(200)
        self._walk.settle()
        yield "search, found", self._walk.shell
        self._key(Qt.Key.Key_Escape)
        self._key(Qt.Key.Key_Escape)

    def _in_strong_lines(self) -> Iterator[Screen]:
        self._walk.press("primary")
        self._walk.press("primary")
        self._type("a new line in autumn")
        self._key(Qt.Key.Key_Return)
        theme.look().choose(contrast=True)
        self._walk.settle()
        yield "strong lines", self._walk.shell
        theme.look().choose(contrast=False)

    def _late_call_back(self) -> Iterator[Screen]:
        self._walk.press("outcome_6")
        self._type("11:00")
        self._key(Qt.Key.Key_Return)
        self._walk.press("primary")
        self._walk.press("primary")
        self._walk.press("primary")
        self._pass(timedelta(minutes=36))
        yield "late call back", self._walk.shell
        self._walk.press("notice")
        self._key(Qt.Key.Key_Space)

    def _cannot_save(self) -> Iterator[Screen]:
        self._walk.window.desk._steps.take_focus()
        with (
            pytest.MonkeyPatch.context() as patch,
            closing(sqlite3.connect(self._path, isolation_level=None)) as blocker,
        ):
            # Ten seconds of patience would be ten seconds of waiting here.
            patch.setattr(sqlite, "_BUSY_TIMEOUT_SECONDS", 1)
            blocker.execute("begin immediate")
            self._type("two thermoformers")
            self._key(Qt.Key.Key_Return)
            yield "cannot be saved", self._walk.shell
            blocker.execute("rollback")
        self._pass(timedelta(seconds=2))

    def _lost(self) -> Iterator[Screen]:
        lead = self._lead()
        self._clock.advance(timedelta(minutes=20))
        with self._other() as other:
            taken = other.calling.next_lead()
            while taken.lead.id != lead:
                other.calling.skip(taken.lead.id, "not now")
                taken = other.calling.next_lead()
            self._type("and night shifts")
            self._key(Qt.Key.Key_Return)
            QTest.qWait(1500)
            self._walk.settle()
            yield "somebody else has it", self._walk.shell

    def _stopped_since(self) -> Iterator[Screen]:
        with self._other() as other:
            other.calling.do_not_call(self._lead(), asked_by="In writing")
        self._walk.press("primary")
        yield "do not call since", self._walk.shell

    def _no_number(self) -> Iterator[Screen]:
        with self._other() as other, other.calling._store.transaction() as tx:
            there = other.calling.card(self._lead()).lead.contact
            for phone in there.dialable:
                contact = ContactId(there.id or 0)
                set_phone_state(tx, contact, phone.e164, PhoneState.OUT_OF_SERVICE, "")
        self._walk.press("primary")
        yield "no number", self._walk.shell
        self._walk.press("dial_hang")
        yield "find a number", self._walk.shell
        self._key(Qt.Key.Key_Return)

    def _called_us(self) -> Iterator[Screen]:
        self._walk.press("calling_back")
        self._type("9214")
        QTest.qWait(200)
        self._walk.settle()
        yield "who is calling", self._walk.shell
        self._key(Qt.Key.Key_Return)
        yield "they called us", self._walk.shell
        self._walk.press("dial_hang")
        self._walk.press("outcome_4")
        self._key(Qt.Key.Key_Return)
        self._walk.press("primary")

    def _evening(self) -> Iterator[Screen]:
        self._clock.set(EVENING)
        self._walk.window.desk.refresh()
        self._walk.settle()
        self._clock.advance(timedelta(minutes=10))
        self._walk.press("primary")
        yield "outside hours", self._walk.shell
        self._walk.press("notice")
        self._key(Qt.Key.Key_Return)
        yield "empty queue", self._walk.shell

    def _lead(self) -> LeadId:
        card = self._walk.window.desk._steps.card
        assert card is not None
        return card.lead.id

    def _pass(self, span: timedelta) -> None:
        self._clock.advance(span)
        QTest.qWait(1150)
        self._walk.settle()

    def _type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)
        self._walk.settle()

    def _key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget(), key)
        self._walk.settle()

    @contextmanager
    def _other(self) -> Iterator[Desk]:
        made = desk_on(self._path, self._clock, WHO)
        try:
            yield made
        finally:
            made.close()


def of_a_first_start(folder: Path, clock: SetClock, **look: object) -> Iterator[Screen]:
    """What somebody sees who never started the program: three ways in, and their name."""
    settings = Settings(
        database=f"sqlite:///{folder / 'new.sqlite'}",
        caller="",
        is_named=False,
        data_folder=folder / "data",
        config_folder=folder / "new config",
        log_file=folder / "log" / "qualdesk.log",
        **look,
    )
    window = DeskWindow(settings, opener(clock), clock)
    try:
        window.start()
        QTest.qWaitForWindowActive(window.shell)
        page = window.shell.findChild(FirstRunPage)
        assert page is not None
        yield "first start", window.shell
        page.ways.sample.button.click()
        QApplication.processEvents()
        yield "first start, name", window.shell
    finally:
        window.shell.close()
        delete_now(window.shell)


def of_practice(walk: Everywhere) -> Iterator[Screen]:
    """A practice call, and what is said of it at its end."""
    practising = walk.window.practising
    practising.begin("Europe/Berlin", pace=0.0)
    page = practising.page
    assert page is not None
    walk.until(lambda: page.desk.state == "ready")
    page.main()
    walk.until(lambda: page.desk.state == "dialling")
    walk.until(lambda: "\u201c" in page.strip.voice.text())
    page.main()
    walk.until(lambda: page.voice is not None and page.voice.has_answered)
    yield "practice", walk.shell
    page.desk.commands()["dial_hang"]()
    page.desk.commands()["outcome_4"]()
    walk.until(lambda: page.desk.asked is not None)
    QTest.keyClicks(QApplication.focusWidget(), "Their colleague")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    page.main()
    walk.until(lambda: page.is_reviewing)
    yield "practice, after the call", walk.shell
    practising.end()


@contextmanager
def a_bad_day(
    folder: Path, clock: SetClock, patch: pytest.MonkeyPatch, **look: object
) -> Iterator[tuple[Everywhere, BadDay]]:
    """The window on a workspace of its own, at the beginning of that shift."""
    day = BadDay(folder, clock)
    with everywhere(folder, clock, patch, **look) as walk:
        yield walk, day
