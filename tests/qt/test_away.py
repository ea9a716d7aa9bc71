"""A start while the team's server is away: it is said in words, and goes on by itself."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from calls import a_campaign, a_lead, next_card
from desk.test_outbox_of_a_team import ALL_DAY
from links.test_passwords import OwnKeyring, own
from qt.desks import delete_now
from qt.grabs import cut_words, grab, unnamed
from qt.windows import Chosen, settings_in, text_of
from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock, SystemClock
from qualdesk.desk.outbox import Outbox, waiting_in
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.away import AwayPage
from qualdesk.qt.call_desk import doing
from qualdesk.qt.call_desk.line import TRY_EVERY
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.trouble import PasswordPage
from qualdesk.store.database import Store
from team_desks import TeamDesk
from test_team import PASSWORD, asks_for_a_password
from tls_postgres import Line, line_to

__all__ = ["own"]
LONG = 20_000


class Start:
    """A program that is started, whose line to the server is down."""

    def __init__(self, address: str, folder: Path, clock: SetClock) -> None:
        self.clock = clock
        self.settings = settings_in(folder, address, caller="Maya")
        self.window = DeskWindow(self.settings, opener(clock), clock, Chosen())
        self.asked = 0
        self.window.opening.began.connect(self._count)

    @property
    def page(self) -> Any:
        return self.window.shell.page

    @property
    def outbox(self) -> Path:
        file = self.settings.outbox_file(self.settings.database)
        assert file is not None
        return file

    def _count(self) -> None:
        self.asked += 1


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as opened:
        yield opened


def through(stack: ExitStack, url: str) -> tuple[str, Line]:
    """The address by way of a line of ours, and that line."""
    place, _, rest = url.rpartition(":")
    port, _, name = rest.partition("/")
    line = stack.enter_context(line_to(int(port)))
    return f"{place}:{line.port}/{name}", line


def start(stack: ExitStack, address: str, folder: Path) -> Start:
    made = Start(address, folder, SetClock(SystemClock().now()))
    stack.callback(delete_now, made.window.shell)
    stack.callback(made.window.shell.close)
    return made


def is_away(started: Start) -> bool:
    return isinstance(started.page, AwayPage) and "Trying again" in started.page.stands.text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_start_without_a_server_says_so_and_goes_on_by_itself(
    qtbot: QtBot,
    qapp: QApplication,
    team: TeamDesk,
    tmp_path: Path,
    stack: ExitStack,
    scheme: Any,
) -> None:
    """Q4, Q5: what was said before goes out before the first lead is asked for."""
    store = Store(team.owner, clock=SystemClock(), durable=False)
    a_lead(store, a_campaign(store, limits=ALL_DAY))
    store.close()
    maya = open_desk(team.url("Maya"))
    card = next_card(maya.calling)
    maya.close()
    address, line = through(stack, team.url("Maya"))
    started = start(stack, address, tmp_path)
    outbox = Outbox(started.outbox, SystemClock())
    begun = doing.dialled(card, None, "")
    ended = doing.by_outcome(card.lead.id, begun.said["attempt_id"], "no_answer")
    for one in (begun, ended):
        outbox.put(one.kept(card.lead.id, card.lead.contact.name, SystemClock().now()))
    outbox.close()
    line.hang_up()
    started.window.start()
    theme.apply(qapp, scheme, 1.0)
    qtbot.waitUntil(lambda: is_away(started), timeout=LONG)
    page = started.page
    qtbot.waitUntil(lambda: "2 saves are safe on this computer" in text_of(page), timeout=LONG)
    assert "Trying again in 15 s." in text_of(page)
    assert page.again.hasFocus(), "Enter tries now"
    for size in ((1366, 768), (1920, 1080)):
        grab(started.window.shell, f"away-{scheme}-{size[0]}", size)
    assert cut_words(started.window.shell) == []
    assert unnamed(started.window.shell) == []
    page.again.click()
    qtbot.waitUntil(lambda: is_away(started), timeout=LONG)
    assert started.asked == 2
    assert started.page is page, "it stays where it is, with the keyboard in it"
    line.mend()
    page.tick()
    assert started.asked == 2, "not before it is time"
    started.clock.advance(TRY_EVERY)
    page.tick()
    desk = started.window.desk
    qtbot.waitUntil(lambda: started.window.shell.at == "desk", timeout=LONG)
    qtbot.waitUntil(lambda: "2 saves were sent." in desk.says, timeout=LONG)
    qtbot.waitUntil(lambda: desk.state in {"ready", "empty"}, timeout=LONG)
    assert desk.state == "empty", "the call that has ended is not opened again"
    assert waiting_in(started.outbox, SystemClock()) == 0
    with psycopg.connect(team.owner) as owner:
        (outcome,) = owner.execute("SELECT outcome FROM attempt").fetchone() or ("",)
    assert outcome == "no_answer"


def test_a_password_is_typed_once_however_often_the_line_fails(
    qtbot: QtBot,
    tmp_path: Path,
    postgres_address: str,
    postgres_url: str,
    own: OwnKeyring,
    stack: ExitStack,
) -> None:
    own.kept.clear()
    database = postgres_url.rpartition("/")[2]
    asked = stack.enter_context(asks_for_a_password(postgres_address, database))
    address, line = through(stack, asked)
    started = start(stack, address, tmp_path)
    started.window.start()
    qtbot.waitUntil(lambda: isinstance(started.page, PasswordPage), timeout=LONG)
    line.hang_up()
    started.page.keep.setChecked(False)
    started.page.password.setText(PASSWORD)
    started.page.main()
    qtbot.waitUntil(lambda: is_away(started), timeout=LONG)
    line.mend()
    started.page.main()
    qtbot.waitUntil(lambda: started.window.shell.at == "lists", timeout=LONG)
    assert own.kept == {}
    assert waiting_in(tmp_path / "no.sqlite", SystemClock()) == 0
