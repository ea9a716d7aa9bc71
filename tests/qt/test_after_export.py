"""After an export sales is told; what did not go is said, sent again, or saved as files (T3)."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from handoff_makers import a_definition, a_script
from mail_servers import Box, mail_server
from qt.grabs import unnamed
from qt.windows import BERLIN, Chosen, desk_on
from qualdesk.core.clock import SetClock
from qualdesk.core.mails import MailAccount, NoticeState, Security
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk import Desk
from qualdesk.desk.library import Library
from qualdesk.files import mail_parts
from qualdesk.qt.handoff.place import SENT, HandoffPlace
from qualdesk.qt.work import Work
from qualdesk.store.database import Store
from sent_makers import a_qualified_lead, a_salesperson

Opened = Callable[[Box | None], HandoffPlace]
LONG = 15_000
TEAM = ("Lena Brandt", "Sam Osei")


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    folders = {"handoff": tmp_path / "for sales", "mails to sales": tmp_path / "mails"}
    for folder in folders.values():
        folder.mkdir()
    return Chosen(**folders)


@pytest.fixture
def opened(
    qtbot: QtBot, sqlite_store: Store, sqlite_file: Path, clock: SetClock, chosen: Chosen
) -> Iterator[Opened]:
    for name in TEAM:
        a_salesperson(sqlite_store, name)
    campaign = Library(sqlite_store, clock, "Rosa").new_campaign(
        "PackTech Expo 2026",
        script=a_script(),
        definition=a_definition(),
        handoff=HandoffTerms(receiver="Lena Brandt", channels=("mail",)),
    )
    leads = [a_qualified_lead(sqlite_store, campaign, name) for name in ("Katrin", "Marcus")]
    desk = desk_on(sqlite_file, clock)()
    desk.handoff.choose_receiver(leads[1], "Sam Osei")
    desk.close()
    works: list[Work] = []
    with ExitStack() as servers:

        def on(box: Box | None) -> HandoffPlace:
            """The page at work, its mails going into this box; without one there is no server."""
            port = servers.enter_context(mail_server(box)) if box is not None else 0
            works.append(Work(_desks(sqlite_file, clock, port)))
            place = HandoffPlace(works[0], clock, chosen, BERLIN)
            qtbot.addWidget(place)
            place.resize(1364, 844)
            place.show()
            place.show_campaign(campaign)
            qtbot.waitUntil(lambda: len(place.next_page.leaving.leads) == 2, timeout=LONG)
            return place

        yield on
        assert all(work.close() for work in works)


def _desks(file: Path, clock: SetClock, port: int) -> Callable[[], Desk]:
    def opening() -> Desk:
        desk = desk_on(file, clock)()
        if port:
            desk.notifying.account = MailAccount(
                host="127.0.0.1",
                port=port,
                security=Security.NONE,
                address="desk@sealers.example",
            )
        return desk

    return opening


def stand(qtbot: QtBot, place: HandoffPlace, wanted: dict[str, NoticeState]) -> None:
    """Wait until the tab “Sent” shows that the mails of the newest batch stand like that."""
    page = place.parts[SENT]
    place.tabs.choose(SENT)

    def shown() -> bool:
        page.refresh()
        return {one.receiver: one.state for one in page._asked.notices} == wanted

    qtbot.waitUntil(shown, timeout=LONG)


def test_a_mail_that_did_not_go_is_said_beside_the_export_and_sent_again_alone(
    qtbot: QtBot, opened: Opened
) -> None:
    """ "2 exported, 1 mail not sent. Send again": the batch has left whatever becomes of mails."""
    full = {"sam@sealers.example"}
    box = Box(answers_to=lambda to: "550 No such box" if to in full else "250 OK")
    place = opened(box)
    line = place.next_page.result
    place.main()
    qtbot.waitUntil(lambda: "2 exported, 1 mail not sent." in line.says, timeout=LONG)
    assert "550 No such box" in line.says
    assert line.act.label == "Send again"
    assert line.open.isVisible()
    assert box.to == ["lena@sealers.example"]
    assert unnamed(line) == []
    full.clear()
    line.act.click()
    qtbot.waitUntil(lambda: "2 mails sent." in line.says, timeout=LONG)
    assert box.to == ["lena@sealers.example", "sam@sealers.example"]
    assert not line.act.isVisible()
    stand(qtbot, place, dict.fromkeys(TEAM, NoticeState.SENT))


def test_mails_can_be_stopped_and_the_rest_waits(qtbot: QtBot, opened: Opened) -> None:
    is_there, may_go = threading.Event(), threading.Event()

    def slow(_mails: int) -> str:
        is_there.set()
        may_go.wait(10)
        return "250 OK"

    place = opened(Box(answers=slow))
    line = place.next_page.result
    place.main()
    qtbot.waitUntil(is_there.is_set, timeout=LONG)
    qtbot.waitUntil(lambda: line.act.label == "Stop", timeout=LONG)
    line.act.click()
    may_go.set()
    qtbot.waitUntil(lambda: "The mails that are left wait" in line.says, timeout=LONG)
    assert "2 leads exported." in line.says
    sent_and_left = zip(TEAM, (NoticeState.SENT, NoticeState.WAITING), strict=True)
    stand(qtbot, place, dict(sent_and_left))


def test_without_a_mail_server_the_mails_are_saved_as_files(
    qtbot: QtBot, opened: Opened, chosen: Chosen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the calls: nobody waits for a lead while briefs are put on paper."""
    write, may_write, asked_meanwhile = mail_parts.write_mails, threading.Event(), []

    def write_late(*asked: Any) -> Any:
        assert may_write.wait(LONG / 1000)
        return write(*asked)

    monkeypatch.setattr(mail_parts, "write_mails", write_late)
    place = opened(None)
    line = place.next_page.result
    place.main()
    qtbot.waitUntil(lambda: "2 exported, 2 mails not sent." in line.says, timeout=LONG)
    assert "No mail server is set." in line.says
    stand(qtbot, place, dict.fromkeys(TEAM, NoticeState.WAITING))
    page = place.parts[SENT]
    qtbot.waitUntil(page.side.notices.files.isVisible)
    page.side.notices.files.click()
    page.telling._work.ask(
        lambda desk: desk.library.campaigns(),
        asked_meanwhile.append,
        owner=place,
        refused=lambda error: pytest.fail(error.says),
    )
    qtbot.waitUntil(lambda: bool(asked_meanwhile), timeout=LONG)
    assert "saved" not in page.result.says
    may_write.set()
    qtbot.waitUntil(lambda: "2 mails saved in mails" in page.result.says, timeout=LONG)
    saved = sorted((chosen.answers["mails to sales"] or Path()).iterdir())
    assert [path.suffix for path in saved] == [".eml", ".eml"]
    assert b"X-Unsent: 1" in saved[0].read_bytes()


def test_nobody_is_told_where_that_is_not_wanted_and_can_be_later(
    qtbot: QtBot, opened: Opened
) -> None:
    box = Box()
    place = opened(box)
    place.next_page.bar.mail.setChecked(False)
    place.main()
    line = place.next_page.result
    qtbot.waitUntil(lambda: "has left" in line.says, timeout=LONG)
    place.tabs.choose(SENT)
    page = place.parts[SENT]
    qtbot.waitUntil(page.side.tell.isVisible, timeout=LONG)
    assert box.to == []
    page.side.tell.click()
    qtbot.waitUntil(lambda: "2 mails sent." in page.result.says, timeout=LONG)
    assert len(box.to) == 2
