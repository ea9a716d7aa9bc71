"""The mail server is set in Settings: taken once it could send, tried, its password in no file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mail_servers import Box, mail_server
from qt.desks import LONDON, desk_on
from qt.windows import Chosen, text_of
from qualdesk.core.clock import SetClock
from qualdesk.core.mails import MailAccount, Security
from qualdesk.links import passwords
from qualdesk.qt.choices import Choices
from qualdesk.qt.settings.mail import KEPT, NEEDED, NOT_KEPT, MailSection
from qualdesk.qt.settings.rows import Place
from qualdesk.qt.work import Work
from qualdesk.settings import Settings


class Office:
    """The section over a real workspace."""

    def __init__(self, file: Path, folder: Path, clock: SetClock) -> None:
        self.settings_file = folder / "config" / "settings.toml"
        self.choices = Choices(
            Settings(
                database=f"sqlite:///{file}",
                caller="Rosa",
                is_named=True,
                theme="system",
                data_folder=folder / "data",
                config_folder=folder / "config",
                log_file=folder / "log" / "qualdesk.log",
            )
        )
        self.work = Work(lambda: desk_on(file, clock, "Rosa"))
        place = Place(
            choices=self.choices, work=self.work, clock=clock, zone=LONDON, choosing=Chosen()
        )
        self.section = MailSection(place)
        self.choices.changed.connect(self.section.show_settings)

    def set_server(self, server: str, secured: Security, login: str = "") -> None:
        """Fill the fields as a person does, from top to bottom."""
        section = self.section
        write(section.server, server)
        at = list(Security).index(secured)
        section.security.setCurrentIndex(at)
        section.security.activated.emit(at)
        write(section.login, login)
        write(section.own_name, "Rosa  Conti")
        write(section.address, "rosa@desk.example")


@pytest.fixture
def office(qtbot: QtBot, filled: Path, tmp_path: Path, clock: SetClock) -> Iterator[Office]:
    made = Office(filled, tmp_path, clock)
    qtbot.addWidget(made.section)
    made.section.resize(900, 700)
    made.section.show()
    yield made
    assert made.work.close()


def write(field: Any, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_server_is_taken_once_mails_could_go_through_it(office: Office) -> None:
    office.set_server("mail.example.com:2525", Security.STARTTLS, "rosa@desk.example")
    assert office.choices.settings.mail == MailAccount(
        host="mail.example.com",
        port=2525,
        security=Security.STARTTLS,
        login="rosa@desk.example",
        name="Rosa Conti",
        address="rosa@desk.example",
    )
    office.section.server_row.back.click()
    assert office.choices.settings.mail is None
    assert office.section.server.text() == ""


def test_what_is_typed_so_far_stays_and_what_could_not_send_is_said(office: Office) -> None:
    office.set_server("mail.example.com", Security.NONE)
    assert office.choices.settings.mail is None
    assert "Choose TLS or STARTTLS" in text_of(office.section)
    office.choices.keep(theme="dark")
    assert office.section.server.text() == "mail.example.com"
    assert office.section.address.text() == "rosa@desk.example"


def test_a_mail_to_oneself_shows_whether_it_works(office: Office, qtbot: QtBot) -> None:
    box = Box()
    office.section.attempt.click()
    assert office.section.tried.hint == NEEDED
    with mail_server(box) as port:
        office.set_server(f"localhost:{port}", Security.NONE)
        office.section.attempt.click()
        qtbot.waitUntil(lambda: "Look whether it arrived" in office.section.tried.hint)
    assert box.to == ["rosa@desk.example"]
    office.section.attempt.click()
    qtbot.waitUntil(lambda: "Nobody takes mail at localhost" in office.section.tried.hint)
    assert office.section.attempt.isEnabled()


@pytest.mark.parametrize("has_keyring", [True, False])
def test_a_password_goes_to_the_keyring_and_into_no_file(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, has_keyring: bool
) -> None:
    """Q: where the computer has no keyring it is said, and counts until the program ends."""
    kept: list[tuple[str, str]] = []

    def keep(address: str, password: str) -> bool:
        kept.append((address, password))
        return has_keyring

    monkeypatch.setattr(passwords, "keep_password", keep)
    office.set_server("mail.example.com", Security.TLS, "rosa@desk.example")
    field = office.section.password
    assert field.echoMode() is QLineEdit.EchoMode.Password
    write(field, "correct horse")
    qtbot.waitUntil(lambda: office.section.password_row.hint == (KEPT if has_keyring else NOT_KEPT))
    assert kept == [("smtp://rosa@desk.example@mail.example.com:465", "correct horse")]
    assert field.text() == ""
    assert "correct horse" not in office.settings_file.read_text(encoding="utf-8")


def test_each_row_that_was_changed_has_its_own_way_back_to_normal(office: Office) -> None:
    """Not only the server with all the rest: how it is secured, the login, the name on mails."""
    office.set_server("mail.example.com", Security.TLS, "rosa@desk.example")
    rows = office.section.security_row, office.section.login_row, office.section.name_row
    assert all(row.back.isVisibleTo(row) for row in rows)
    for row in rows:
        row.back.click()
        assert not row.back.isVisibleTo(row)
    assert office.choices.settings.mail == MailAccount(
        host="mail.example.com", address="rosa@desk.example", security=Security.STARTTLS
    )
