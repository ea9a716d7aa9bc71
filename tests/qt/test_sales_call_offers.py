"""Between two calls to leads the caller is offered to tell sales of a batch, never in a call."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handoff_makers import a_definition, a_script
from qt.desks import CALLER, LONDON, Lanes, desk_on
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import BatchId
from qualdesk.core.mails import NoticeState
from qualdesk.core.sources import HandoffTerms
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.call_desk.sales_calls import NOT_NOW
from sent_makers import a_qualified_lead, a_salesperson

SAYS = "Tell Lena Brandt: Handed over, batch 1, 1 lead, answers by Tue 24 Mar 2026."


@dataclass
class Phone:
    """The desk with leads to call, a batch sales is to be told of, and a phone program."""

    page: CallDeskPage
    lanes: Lanes
    file: Path
    clock: SetClock
    batch: BatchId
    dialled: list[str] = field(default_factory=list)
    is_there: bool = True

    def press(self, name: str) -> None:
        """Press a button of the line above the columns."""
        notice = self.page.view.notice
        if self._ways()[0] == name:
            notice.pressed.emit()
        else:
            assert self._ways()[1] == name
            notice.other_pressed.emit()
        self.lanes.settle()

    def _ways(self) -> list[str]:
        return [name for name, _ in self.page._steps.notice._ways]

    def again(self) -> None:
        """Look at the desk again, as when the page comes to the front."""
        self.page.refresh()
        self.lanes.settle()

    @property
    def state(self) -> NoticeState:
        desk = desk_on(self.file, self.clock)
        (call,) = desk.notifying.notices(self.batch)
        desk.close()
        return call.state


def _a_batch_to_tell(file: Path, clock: SetClock, out: Path) -> BatchId:
    desk = desk_on(file, clock, "Rosa")
    terms = HandoffTerms(receiver="Lena Brandt", channels=("call",))
    campaign = desk.library.new_campaign(
        "Handed over", script=a_script(), definition=a_definition(), handoff=terms
    )
    a_salesperson(desk._store)
    a_qualified_lead(desk._store, campaign, "Ada Brun")
    batch = desk.handoff.export(campaign.name, out).batch_id
    desk.notifying.tell(batch)
    desk.close()
    return batch


@pytest.fixture
def phone(qtbot: QtBot, filled: Path, tmp_path: Path, clock: SetClock) -> Iterator[Phone]:
    file = Path(copy(filled, tmp_path / "desk.sqlite"))
    batch = _a_batch_to_tell(file, clock, tmp_path / "out")
    lanes = Lanes(lambda: desk_on(file, clock))
    dialled: list[str] = []
    page = CallDeskPage(
        lanes, clock, LONDON, open_link=lambda link: dialled.append(link) or made.is_there
    )
    made = Phone(page=page, lanes=lanes, file=file, clock=clock, batch=batch, dialled=dialled)
    qtbot.addWidget(page)
    QApplication.clipboard().clear()
    page.show()
    page.refresh()
    lanes.settle()
    yield made
    lanes.close()


def test_sales_is_dialled_and_told_without_touching_the_lead_at_the_desk(phone: Phone) -> None:
    """The second channel, with time and result (T3)."""
    lead = phone.page.lead_name
    assert lead
    assert SAYS in phone.page.says
    phone.press("Dial")
    assert phone.dialled == ["tel:+44-20-7946-0101"]
    assert phone.page.state == "ready"
    phone.press("Told")
    assert phone.state is NoticeState.TOLD
    assert "Lena Brandt was told." in phone.page.says
    assert phone.page.lead_name == lead
    desk = desk_on(phone.file, phone.clock, CALLER)
    assert desk.calling.on_call() is None
    desk.close()


def test_a_number_nobody_took_is_copied(phone: Phone) -> None:
    phone.is_there = False
    phone.press("Dial")
    assert QApplication.clipboard().text() == "+442079460101"
    assert "No phone program took +44 20 7946 0101." in phone.page.says


def test_no_answer_comes_back_in_two_hours(phone: Phone) -> None:
    phone.press("Dial")
    phone.press("No answer")
    assert "Lena Brandt again: 12:24, their time." in phone.page.says
    assert phone.state is NoticeState.WAITING


def test_put_off_it_is_offered_again_half_an_hour_later(phone: Phone) -> None:
    phone.press("Not now")
    phone.again()
    assert SAYS not in phone.page.says
    phone.clock.advance(NOT_NOW + timedelta(minutes=1))
    phone.again()
    assert SAYS in phone.page.says


def test_nothing_is_offered_while_a_call_goes_on(phone: Phone) -> None:
    """Nothing may interrupt a caller who is talking."""
    phone.page.main()
    phone.lanes.settle()
    assert phone.page.state == "dialling"
    assert SAYS not in phone.page.says


def test_a_colleague_who_was_faster_is_named(phone: Phone) -> None:
    ben = desk_on(phone.file, phone.clock, "Ben")
    (call,) = ben.sales_calls.waiting()
    ben.sales_calls.begin(call.notice_id)
    ben.close()
    phone.press("Dial")
    assert "Ben is calling Lena Brandt right now." in phone.page.says
    assert phone.dialled == []
