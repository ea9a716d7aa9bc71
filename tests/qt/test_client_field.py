"""O7: a campaign is made for one client; a no may be meant for all of them."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qt.cards import make_campaign
from qt.grabs import cut_words, grab, unnamed
from qt.windows import BERLIN
from qualdesk.core.ids import CampaignId
from qualdesk.desk.library import CampaignSummary
from qualdesk.qt import theme
from qualdesk.qt.call_desk.popovers.others import DoNotCallPopOver
from qualdesk.qt.campaign_switch import name_with_client
from qualdesk.qt.campaigns.new_campaign import NewCampaign
from qualdesk.qt.client_field import ClientField
from qualdesk.qt.lists.campaign_form import CampaignForm
from qualdesk.qt.lists.rows import overview_rows
from qualdesk.qt.widgets.buttons import PushButton

TODAY = date(2026, 3, 17)


def test_with_one_client_nothing_is_asked_and_the_campaign_is_theirs(qtbot: QtBot) -> None:
    field = ClientField()
    qtbot.addWidget(field)
    for names in ((), ("",), ("Acme",)):
        field.offer(names)
        assert field.isHidden()
        assert field.client == "".join(names)


def test_what_was_chosen_stays_when_clients_are_looked_up_again(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field = ClientField()
    field.setParent(page)
    field.offer(("", "Acme", "Bolt"))
    assert not field.isHidden()
    assert field.choice.itemText(0) == "No client in particular"
    field.begin_with("Acme")
    assert field.client == "Acme", "whoever works for one makes its next campaign first"
    field.choice.setCurrentIndex(2)
    field.offer(("", "Acme", "Axis", "Bolt"))
    assert field.client == "Bolt"


@pytest.mark.parametrize(("scheme", "size"), [("light", (1366, 768)), ("dark", (1920, 1080))])
def test_both_ways_to_a_new_campaign_ask_for_the_client_where_there_are_several(
    qtbot: QtBot, qapp: QApplication, scheme: Any, size: tuple[int, int]
) -> None:
    theme.apply(qapp, scheme, 1.0)
    form, new = CampaignForm(BERLIN), NewCampaign(BERLIN)
    made: list[Any] = []
    new.made.connect(made.append)
    form.begin(TODAY)
    new.begin()
    for page, name in ((form, "campaign-form"), (new, "new-campaign")):
        qtbot.addWidget(page)
        page.client.offer(("Acme Tools", "Bolt"))
        page.name.setText("Autumn fair")
        page.client.choice.setCurrentIndex(1)
        grab(page, f"{name}-client-{scheme}", (size[0] - 76, size[1] - 56))
        assert (cut_words(page), unnamed(page)) == ([], [])
    assert form.written().plan.client == "Bolt"
    QTest.keyClick(new.name, Qt.Key.Key_Return)
    assert [one.client for one in made] == ["Bolt"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_no_to_all_calls_from_here_is_offered_where_there_are_several_clients(
    qtbot: QtBot, qapp: QApplication, scheme: Any
) -> None:
    theme.apply(qapp, scheme, 1.0)
    page = QWidget()
    page.resize(900, 700)
    anchor = PushButton("Do not call", page)
    column = QVBoxLayout(page)
    column.addStretch(1)
    column.addWidget(anchor)
    qtbot.addWidget(page)
    page.show()
    over = DoNotCallPopOver(page)
    over.begin("Katrin Albers", "+49 30 23125 001", "Albers Maschinenbau", "2 numbers, 1 e-mail")
    over.open(anchor, over.options)
    over.offer_house(False)
    QTest.keyClick(over.options, Qt.Key.Key_4)
    assert _scope(over) == "person", "there is no fourth"
    over.offer_house(True)
    assert _scope(over) == "person", "what was chosen stays"
    over.options.choose("4")
    grab(page, f"do-not-call-house-{scheme}")
    assert _scope(over) == "house"
    QTest.keyClick(over.options.focusProxy(), Qt.Key.Key_1)
    assert "campaign of the client" in _hint(over)
    QTest.keyClick(over.options.focusProxy(), Qt.Key.Key_4)
    assert "campaign of every client" in _hint(over)
    assert (cut_words(over), unnamed(over)) == ([], [])
    over.begin("Jens Petersen", "", "", "1 number")
    assert _scope(over) == "person"


def _scope(over: DoNotCallPopOver) -> str:
    return over.scope


def _hint(over: DoNotCallPopOver) -> str:
    return over._hint.text()


def test_a_campaign_stands_with_its_client_where_there_are_several() -> None:
    acme, bolt, free = (
        make_campaign(id=CampaignId(at), name="Fair", client=one)
        for at, one in enumerate(("Acme", "Bolt", ""), 1)
    )
    assert name_with_client(acme, has_several=False) == "Fair"
    assert name_with_client(free, has_several=True) == "Fair"
    shown = [
        row.name
        for row in overview_rows(
            [
                CampaignSummary(campaign=one, leads=0, open=0, called=0, finished=0, qualified=0)
                for one in (acme, bolt)
            ],
            (),
            BERLIN,
        )
    ]
    assert shown == ["Fair, Acme", "Fair, Bolt"]
