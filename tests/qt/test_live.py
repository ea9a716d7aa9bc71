"""A page that follows others: it looks when something moved, seldom enough, and only in front."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qt.desks import Lanes, delete_now
from qualdesk.bootstrap import open_desk
from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import WorkspaceUnreachable
from qualdesk.desk import Desk
from qualdesk.qt.live import Live, LiveState, Telling, live_words
from qualdesk.store.dialects.servers import CHANNEL


class Board:
    """A page that counts how often it was told to look, on a clock of its own seconds."""

    def __init__(self, qtbot: QtBot, url: str, clock: SetClock) -> None:
        self.seconds = 0.0
        self.looks = 0
        self.answers = True
        self.page = QWidget()
        qtbot.addWidget(self.page)
        self.qtbot, self.clock = qtbot, clock
        self.work = Lanes(lambda: desk_on(url, clock, "Sue"))
        self.live = Live(self.page, self.work, clock, lambda: self.seconds)
        self.live.moved.connect(self._look)

    def _look(self) -> None:
        self.looks += 1
        if self.answers:
            self.shown()

    def shown(self, took: float = 0.0) -> None:
        """The look it was told to take is on the screen, after so many seconds."""
        self.seconds += took
        self.live.looked()
        self.qtbot.wait(1)

    def show(self) -> None:
        self.page.show()
        self.until(lambda: self.live.state.is_live)

    def until(self, so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(so, timeout=10_000)

    def close(self) -> None:
        self.live.rest()
        delete_now(self.page)
        assert self.work.close()


def desk_on(url: str, clock: SetClock, caller: str) -> Desk:
    return open_desk(url, clock=clock, caller=caller, durable=False)


@pytest.fixture
def board(qtbot: QtBot, store_url: str, clock: SetClock) -> Iterator[Board]:
    made = Board(qtbot, store_url, clock)
    yield made
    made.close()


@pytest.fixture
def server_board(qtbot: QtBot, postgres_url: str, clock: SetClock) -> Iterator[Board]:
    made = Board(qtbot, postgres_url, clock)
    yield made
    made.close()


@pytest.fixture
def file_board(qtbot: QtBot, sqlite_file: Any, clock: SetClock) -> Iterator[Board]:
    made = Board(qtbot, f"sqlite:///{sqlite_file}", clock)
    yield made
    made.close()


def test_what_another_desk_does_is_seen(board: Board, store_url: str, clock: SetClock) -> None:
    board.show()
    assert board.looks == 1, "it is told when it comes to the front"
    other = desk_on(store_url, clock, "Ben")
    board.live.poll()
    board.work.settle()
    board.seconds += 10
    before = board.looks
    other.library.new_campaign("PackTech", max_attempts=3)
    if store_url.startswith("sqlite"):
        board.live.poll()
    board.until(lambda: board.looks > before)
    other.close()


def test_a_flood_of_forged_hints_costs_one_look_a_second(
    server_board: Board, postgres_url: str
) -> None:
    """Faults 4.1: anybody who can connect can send one, with whatever in it."""
    board = server_board
    board.show()
    board.seconds += 10
    before = board.looks
    with psycopg.connect(postgres_url, autocommit=True) as anybody:
        for number in range(200):
            anybody.execute("SELECT pg_notify(%s, %s)", (CHANNEL, f"{number}" * 500))
        board.until(lambda: board.looks > before)
        notifier = board.live._notifier
        assert notifier is not None
        assert not notifier.isEnabled(), "nobody listens for a second"
        for _ in range(200):
            board.live.heard()
        assert board.looks == before + 1
        assert board.live._soon.interval() <= 1_001, "the rest is one look, a second later"
        board.seconds += 1
        board.live._soon.timeout.emit()
        assert board.looks == before + 2
        board.live._ready.timeout.emit()
        assert notifier.isEnabled()


def test_a_dear_look_is_followed_by_a_long_pause(file_board: Board) -> None:
    board = file_board
    board.show()
    board.seconds, board.answers = 100.0, False
    board.live.heard()
    board.live.heard()
    assert board.looks == 2, "one at a time: what comes meanwhile waits"
    board.shown(took=0.2)
    assert board.looks == 2
    assert 9_000 < board.live._soon.interval() <= 10_001
    board.seconds += 10
    board.live._soon.timeout.emit()
    assert board.looks == 3, "what came during the look is seen by the next"


def test_a_look_that_never_comes_back_does_not_end_all_looking(file_board: Board) -> None:
    board = file_board
    board.show()
    board.seconds, board.answers = 100.0, False
    board.live.heard()
    board.seconds += 59
    board.live.heard()
    assert board.looks == 2
    board.seconds += 2
    board.live.heard()
    assert board.looks == 3


def test_a_look_of_the_pages_own_needs_no_other_at_once(file_board: Board) -> None:
    board = file_board
    board.answers = False
    board.live.asked()
    board.show()
    assert board.looks == 0, "it came to the front and looks already"
    board.shown()
    board.live.touched(NO_CHANGES)
    assert not board.live._soon.isActive()
    board.live.touched(Changes(queue=True))
    assert board.live._soon.isActive()


@pytest.mark.parametrize(("hide", "show"), [("hide", "show"), ("showMinimized", "showNormal")])
def test_a_page_nobody_sees_is_left_alone(
    server_board: Board, postgres_url: str, hide: str, show: str
) -> None:
    board = server_board
    board.show()
    before = board.looks
    getattr(board.page, hide)()
    board.until(lambda: not board.live._poll.isActive())
    board.seconds += 100
    board.live.heard()
    board.live.poll()
    board.work.settle()
    assert board.looks == before
    with psycopg.connect(postgres_url, autocommit=True) as server:
        listening = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN %%'"
        board.until(lambda: server.execute(listening).fetchone() == (0,))
    getattr(board.page, show)()
    board.until(lambda: board.looks == before + 1 and board.live.state.is_live)


def test_a_connection_that_was_cut_is_said_and_taken_up_again(
    server_board: Board, postgres_url: str, clock: SetClock
) -> None:
    board = server_board
    board.show()
    at = clock.now()
    said: list[LiveState] = []
    board.live.state_changed.connect(said.append)
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %%'"
        )
    board.until(lambda: not board.live.state.is_live)
    assert said == [LiveState(is_live=False, looked_at=at)]
    assert live_words(said[0], "Europe/Berlin") == "Not live, last look 10:24"
    assert 0 < board.live._again.interval() <= 1_000
    clock.advance(timedelta(minutes=1))
    board.seconds += 10
    before = board.looks
    board.live._again.timeout.emit()
    board.until(lambda: board.live.state.is_live and board.looks == before + 1)
    assert live_words(board.live.state, "Europe/Berlin") == "Live, updated 10:25"


def test_a_server_that_stays_away_is_asked_less_and_less_often(server_board: Board) -> None:
    board = server_board
    board.show()
    waits = []
    for _ in range(4):
        board.live._lost(WorkspaceUnreachable())
        waits.append(board.live._again.interval())
    assert waits == [1_000, 2_000, 4_000, 8_000]
    board.live.failed()
    assert not board.live.state.is_live


def test_the_slow_look_keeps_the_time_at_the_top_true(file_board: Board, clock: SetClock) -> None:
    board = file_board
    assert live_words(board.live.state, "Europe/Berlin") == ""
    board.show()
    board.live.poll()
    board.work.settle()
    board.seconds += 100
    before = board.looks
    clock.advance(timedelta(minutes=5))
    board.live.poll()
    board.work.settle()
    assert board.looks == before, "nobody wrote: what is shown is what is"
    assert live_words(board.live.state, "Europe/Berlin") == "Live, updated 10:29"
    board.live.failed()
    assert live_words(board.live.state, "Europe/Berlin") == "Not live, last look 10:29"
    board.seconds += 100
    board.live.poll()
    board.work.settle()
    assert board.looks == before + 1, "after a look that failed nobody knows"


def test_what_a_window_did_last_is_told_when_its_second_is_over(
    server_board: Board, postgres_url: str
) -> None:
    board = server_board
    telling = Telling(board.work, board.page)
    with psycopg.connect(postgres_url, autocommit=True) as anybody:
        anybody.execute(f"LISTEN {CHANNEL}")
        for name in ("First", "Last"):
            board.work.ask(
                lambda desk, name=name: desk.library.new_campaign(name, max_attempts=3),
                lambda _made: telling.owe(),
                owner=board.page,
                refused=lambda error: pytest.fail(error.says),
            )
        board.work.settle()
        assert telling._later.isActive()
        assert len(list(anybody.notifies(timeout=0.05))) == 1
        telling._later.timeout.emit()
        board.work.settle()
        assert len(list(anybody.notifies(timeout=0.05))) == 1


def test_a_page_laid_into_a_window_later_follows_that_window(
    qtbot: QtBot, file_board: Board
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    file_board.page.setParent(window)
    window.show()
    file_board.until(lambda: file_board.live.state.is_live)
    window.setWindowState(Qt.WindowState.WindowMinimized)
    file_board.until(lambda: not file_board.live._poll.isActive())
    file_board.page.setParent(None)


def test_a_desk_that_is_closed_under_a_page_is_noticed_and_opened_anew(
    server_board: Board,
) -> None:
    """So goes a window over to another workspace; and so it ends, with the Floor in front."""
    board = server_board
    board.show()
    assert board.work.close()
    board.qtbot.wait(20)
    assert not board.live.state.is_live
    board.live._again.timeout.emit()
    board.until(lambda: board.live.state.is_live)


def test_ears_that_were_closed_on_their_way_are_none(file_board: Board) -> None:
    """A window goes over to another workspace while its page is about to listen to this one."""

    class Closed:
        def fileno(self) -> int:
            return -1

        def take(self) -> bool:
            raise AssertionError

        def close(self) -> None:
            """They are."""

    board = file_board
    board.show()
    board.live._listens(Closed())
    assert not board.live.state.is_live
    assert board.live._notifier is None
    board.live._again.timeout.emit()
    board.until(lambda: board.live.state.is_live)
