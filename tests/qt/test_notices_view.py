"""Who of sales was told stands by name, with what came of it; what may have gone is asked first."""

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.grabs import cut_words, grab, unnamed
from qt.windows import text_of
from qualdesk.core.ids import BatchId, NoticeId
from qualdesk.core.mails import NO_NUMBER, About, Channel, Notice, NoticeState
from qualdesk.core.wording import english, tr
from qualdesk.qt.handoff.notices_view import NoticesView
from qualdesk.qt.languages import take_up

NOW = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)


def a_notice(receiver: str = "Lena Brandt", **changed: Any) -> Notice:
    fields: dict[str, Any] = {
        "id": NoticeId(1),
        "batch_id": BatchId(12),
        "receiver": receiver,
        "channel": Channel.MAIL,
        "about": About.BATCH,
        "address": "lena@sealers.example",
        "state": NoticeState.SENT,
        "tries": 1,
        "result": "",
        "message_id": "<1@desk.example>",
        "by": "Rosa",
        "made_at": NOW,
        "tried_at": NOW,
        "done_at": NOW,
    }
    return Notice(**{**fields, **changed})


WAITING_CALL = a_notice(
    channel=Channel.CALL, state=NoticeState.WAITING, tries=0, tried_at=None, done_at=None
)
FAILED = a_notice(
    "Sam Osei",
    state=NoticeState.FAILED,
    done_at=None,
    result="mail.example.com does not take a mail for sam@sealers.example: “550 No such box”.",
)


@pytest.fixture
def view(qtbot: QtBot) -> NoticesView:
    made = NoticesView("Europe/Berlin")
    qtbot.addWidget(made)
    made.resize(520, 400)
    made.show()
    return made


def test_nobody_told_is_said(view: NoticesView) -> None:
    view.show_notices([], NOW)
    assert text_of(view) == "Nobody was told of this batch."


def test_each_way_stands_under_the_name_with_its_time(view: NoticesView) -> None:
    """Two channels, each with time and result (T3)."""
    view.show_notices([a_notice(), WAITING_CALL, FAILED], NOW)
    words = text_of(view)
    assert "Mail, new leads: sent, 10:24" in words
    assert "Call, new leads: waits" in words
    assert "Mail, new leads: not sent, 10:24" in words
    assert "550 No such box" in words
    assert "1 mail not sent." in words
    grab(view, "notices", (520, 400))
    assert cut_words(view) == []
    assert unnamed(view) == []


def test_what_did_not_go_is_sent_again_or_saved(view: NoticesView) -> None:
    view.show_notices([a_notice(), FAILED], NOW)
    again, files = QSignalSpy(view.send_again_pressed), QSignalSpy(view.files_pressed)
    view.again.click()
    view.files.click()
    assert (again.count(), files.count()) == (1, 1)
    assert not view.even_unsure.isVisible()
    view.show_notices([a_notice(), WAITING_CALL], NOW)
    assert not view.again.isVisible()
    assert not view.files.isVisible()


def test_what_may_have_gone_has_a_button_of_its_own(view: NoticesView) -> None:
    view.show_notices([a_notice(state=NoticeState.SENDING, done_at=None)], NOW)
    assert "Ask before you send again what may have gone: Lena Brandt." in text_of(view)
    assert not view.again.isVisible()
    unsure = QSignalSpy(view.even_unsure_pressed)
    view.even_unsure.click()
    assert unsure.count() == 1


def test_hostile_names_are_words(view: NoticesView) -> None:
    name = "<b>Lena</b>\u202e<script>"
    view.show_notices([a_notice(name, result="<img src=x>")], NOW)
    assert "<b>Lena</b>" in text_of(view)


def test_a_mail_that_waits_is_not_called_one_that_did_not_go(view: NoticesView) -> None:
    waiting = a_notice(state=NoticeState.WAITING, done_at=None, tried_at=None)
    view.show_notices([waiting], NOW)
    assert view.says.text() == "1 mail waits."
    view.show_notices([waiting, FAILED], NOW)
    assert view.says.text() == "1 mail not sent. 1 mail waits."


def test_somebody_without_a_number_cannot_be_called_in_every_language(
    qapp: QApplication, view: NoticesView
) -> None:
    """It said “Call: not sent”, and why in English only."""
    with english():
        kept = tr(NO_NUMBER, name="Lena Brandt")
    call = a_notice(
        channel=Channel.CALL, state=NoticeState.FAILED, address="", result=kept, done_at=None
    )
    view.show_notices([call], NOW)
    words = text_of(view)
    assert "Call, new leads: nobody can be called" in words
    assert kept in words
    assert "not sent" not in words
    take_up(qapp, "de")
    try:
        assert "Telefonnummer" in call.says
        view.show_notices([call], NOW)
        assert "Telefonnummer" in text_of(view)
    finally:
        take_up(qapp, "en")
