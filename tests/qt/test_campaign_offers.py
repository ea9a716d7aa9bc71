"""What callers can offer, written on a campaign's page and saved as it is typed (D7, D8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.campaign_pages import a_campaign, gone, here, settled, write
from qt.grabs import cut_words, grab, unnamed
from qt.windows import BERLIN, Chosen, desk_on, text_of
from qualdesk.core.campaigning import Section
from qualdesk.core.clock import SetClock
from qualdesk.core.offers import Offers, Voicemail
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.campaigns.editors import whole
from qualdesk.qt.campaigns.page import CampaignPage
from qualdesk.qt.work import Work
from qualdesk.store.database import Store

ASK = "May we write to you about new machines, about once a month? You can stop it at any time."


@dataclass
class Opened:
    page: CampaignPage
    desk: Desk

    @property
    def kept(self) -> Offers:
        assert self.page.campaign is not None
        return self.desk.library.campaign(self.page.campaign.id).offers


@pytest.fixture
def opened(
    qtbot: QtBot, sqlite_file: Path, sqlite_store: Store, clock: SetClock
) -> Iterator[Opened]:
    campaign = a_campaign(sqlite_store, clock)
    work, desk = Work(desk_on(sqlite_file, clock)), desk_on(sqlite_file, clock)()
    # Another language was written by a program: the page shows it, and keeps it.
    desk.campaigning.set_offers(campaign.id, Offers(opt_in={"de": "D\u00fcrfen wir?"}))
    page = whole(CampaignPage(work, clock, Chosen(), BERLIN))
    page.resize(1364, 844)
    page.show()
    qtbot.waitActive(page)
    page.open(campaign)
    qtbot.waitUntil(lambda: page._shown is not None, timeout=10_000)
    settled(qtbot, page)
    yield Opened(page=page, desk=desk)
    assert work.close()
    desk.close()
    gone(page)


def test_material_words_and_messages_are_kept_as_they_are_typed(
    qtbot: QtBot, opened: Opened
) -> None:
    page, section = opened.page, opened.page.sections.offers
    shown = [field for field in section.words if field.isVisibleTo(section)]
    assert [field.accessibleName() for field in shown] == [
        "The question for mails, in English",
        "The question for mails, in German",
    ]
    assert "May we write to them? In German" in text_of(section)
    page.go_to(Section.OFFERS)
    assert here() is section.materials[0]
    write(section.materials[0], "Price list")
    write(section.materials[1], "Spec sheet M4")
    section.words[0].setPlainText(ASK)
    section.leaves.click()
    section.text.setPlainText("It is Maya of Nordline.")
    section.most.set_figure(2)
    section.again.click()
    section.day.setDate(section.day.date().addDays(2))
    settled(qtbot, page)
    assert opened.kept == Offers(
        materials=("Price list", "Spec sheet M4"),
        opt_in={"en": ASK, "de": "D\u00fcrfen wir?"},
        voicemail=Voicemail(
            is_on=True, text="It is Maya of Nordline.", most=2, follow_up=date(2026, 3, 26)
        ),
    )
    section.leaves.click()
    settled(qtbot, page)
    assert not opened.kept.voicemail.is_on
    assert opened.kept.voicemail.text == "It is Maya of Nordline.", "what was written stays"


def test_nothing_of_it_is_cut(qtbot: QtBot, qapp: QApplication, opened: Opened) -> None:
    page, section = opened.page, opened.page.sections.offers
    section.words[0].setPlainText(ASK)
    section.leaves.click()
    settled(qtbot, page)
    for scheme, width, height in (("dark", 1366, 768), ("light", 1920, 1080)):
        theme.apply(qapp, scheme, 1.0)  # type: ignore[arg-type]
        page.go_to(Section.OFFERS)
        grab(page, f"offers-{width}-{scheme}", (width - 76, height - 56))
        assert cut_words(page) == []
        assert unnamed(page) == []
