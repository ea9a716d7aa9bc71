"""A dialled number goes to whatever somebody chose; it is copied where nothing took it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.desks import CALLER, LONDON, Lanes, desk_on
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused
from qualdesk.core.phone_programs import PhoneProgram
from qualdesk.qt.call_desk.page import CallDeskPage

NUMBER = "+494066969214"


@dataclass
class Phone:
    """The desk with one lead, and a phone program that takes numbers or is not there."""

    page: CallDeskPage
    lanes: Lanes
    file: Path
    clock: SetClock
    dialled: list[str] = field(default_factory=list)
    is_there: bool = True

    def use(self, program: PhoneProgram) -> None:
        """Choose another phone program, as the Settings page does."""
        self.lanes.ask(
            lambda desk: setattr(desk.calling, "program", program),
            lambda _done: None,
            owner=self.page,
            refused=lambda _error: None,
        )
        self.lanes.settle()

    def dial(self) -> None:
        """Dial the lead at the desk."""
        self.page.main()
        self.lanes.settle()


@pytest.fixture
def phone(qtbot: QtBot, filled: Path, tmp_path: Path, clock: SetClock) -> Iterator[Phone]:
    file = Path(copy(filled, tmp_path / "desk.sqlite"))
    lanes = Lanes(lambda: desk_on(file, clock))
    dialled: list[str] = []
    page = CallDeskPage(
        lanes, clock, LONDON, open_link=lambda link: dialled.append(link) or made.is_there
    )
    made = Phone(page=page, lanes=lanes, file=file, clock=clock, dialled=dialled)
    qtbot.addWidget(page)
    QApplication.clipboard().clear()
    page.show()
    page.refresh()
    lanes.settle()
    yield made
    lanes.close()


def test_a_number_goes_to_the_chosen_program_and_what_was_dialled_is_written_down(
    phone: Phone,
) -> None:
    phone.use(PhoneProgram(way="own", template="myphone:{digits}?from=qualdesk"))
    phone.dial()
    assert phone.dialled == ["myphone:494066969214?from=qualdesk"]
    assert QApplication.clipboard().text() == ""
    desk = desk_on(phone.file, phone.clock, CALLER)
    call = desk.calling.on_call()
    desk.close()
    assert call is not None
    assert call.number == NUMBER


def test_a_number_is_copied_as_well_where_somebody_wants_that(phone: Phone) -> None:
    phone.page.copy_numbers(always=True)
    phone.dial()
    assert phone.dialled == ["tel:+49-40-66969214"]
    assert QApplication.clipboard().text() == NUMBER
    assert "copied" not in phone.page.says


def test_without_a_phone_program_the_number_is_copied_and_the_call_goes_on(phone: Phone) -> None:
    phone.is_there = False
    phone.dial()
    assert QApplication.clipboard().text() == NUMBER
    assert "The number is copied" in phone.page.says
    assert phone.page.state == "dialling"


def test_a_number_is_tried_without_a_lead_and_nothing_is_written_down(phone: Phone) -> None:
    desk = desk_on(phone.file, phone.clock, CALLER)
    assert desk.calling.trial_link("+44 20 7946 0000") == ("+442079460000", "tel:+44-20-7946-0000")
    for typed in ("", "020 7946 0000", "12", "+44 20 7946 0000 or +44 20 7946 0001"):
        with pytest.raises(Refused, match="one full number"):
            desk.calling.trial_link(typed)
    assert desk.calling.on_call() is None
    desk.close()
