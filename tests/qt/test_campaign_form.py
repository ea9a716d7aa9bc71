"""The form of a campaign: what must be said before calls, all of it with the keyboard (O3)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from makers import make_card
from qt.grabs import cut_words, grab, unnamed
from qt.windows import BERLIN, text_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.ids import CampaignId
from qualdesk.core.permission import Basis, Permission
from qualdesk.core.sources import CallWindow
from qualdesk.qt import theme
from qualdesk.qt.lists.campaign_form import CampaignForm, Written
from qualdesk.qt.lists.overview_side import BeforeCalls

TODAY = date(2026, 3, 17)
CONSENT = Permission(
    basis=Basis.CONSENT,
    says="They ticked “You may phone me” on the registration page.",
    given_on=date(2026, 3, 2),
    where="On the page of the webinar",
    evidence="Export of 13 March",
    wording="Form 7",
    scope=("phone", "e-mail"),
    expires=date(2027, 3, 2),
)


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication) -> CampaignForm:
    theme.apply(qapp, "light", 1.0)
    made = CampaignForm(BERLIN)
    qtbot.addWidget(made)
    made.begin(TODAY)
    made.show()
    qtbot.waitActive(made)
    made.name.setFocus()
    return made


def here() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def on() -> None:
    QTest.keyClick(here(), Qt.Key.Key_Tab)


def write(*words: str) -> None:
    """Write into this field and the ones behind it."""
    for text in words:
        QTest.keyClicks(here(), text)
        on()


def past(day: QWidget) -> None:
    """Leave a day as it is: Tab goes through its parts, the day, the month, the year."""
    assert here() is day
    while here() is day:
        on()


def tick() -> None:
    QTest.keyClick(here(), Qt.Key.Key_Space)
    on()


def test_everything_that_is_asked_for_is_answered_with_the_keyboard(
    qtbot: QtBot, form: CampaignForm
) -> None:
    """O3: three questions, permission, cost, owner, window, nurture destination."""
    write("Spring fair")
    on()
    write("A fair", "Visitors of our stand", "The sealer demo", "Germany")
    QTest.keyClicks(here(), "C")
    assert form.permission.basis.currentText() == "Consent"
    on()
    write("They ticked that we may phone")
    tick()
    past(form.permission.given_on)
    write("On the stand form", "Folder 7", "Form 7")
    tick()
    on()
    assert here() is form.ends
    tick()
    past(form.closes)
    on()
    assert "3 things before calls can start" in text_of(form)
    write("1,200.50", "EUR", "Tom Reyes", "The quarterly letter", "Lena Brandt")
    assert "Calls can start" in text_of(form)
    with qtbot.waitSignal(form.saved) as saved:
        form.main.click()
    (written,) = saved.args or ()
    assert isinstance(written, Written)
    plan = written.plan
    assert plan.before_calls() == ()
    assert plan.source is not None
    assert plan.source.permission == Permission(
        basis=Basis.CONSENT,
        says="They ticked that we may phone",
        given_on=TODAY,
        where="On the stand form",
        evidence="Folder 7",
        wording="Form 7",
        scope=("phone",),
    )
    assert (plan.source.cost, plan.source.currency) == (1200.5, "EUR")
    assert (plan.source.owner, plan.source.nurture) == ("Tom Reyes", "The quarterly letter")
    assert plan.window.closes_at is not None


def test_the_links_on_top_lead_to_the_fields(form: CampaignForm) -> None:
    """Screens 4.4: what is missing stands on top, and each of it is a way to its field."""
    assert "11 things before calls can start" in text_of(form)
    gaps = [gap.field for gap in form.written().plan.gaps()]
    for gap in gaps:
        form._go_to(gap)
        assert here() is not form.name, gap
        form.name.setFocus()
    form._gaps.links[1].setFocus()
    QTest.keyClick(form._gaps.links[1], Qt.Key.Key_Space)
    assert here() is form.who
    write("Visitors")
    assert "10 things before calls can start" in text_of(form)
    assert "and 6 more" in text_of(form)


def test_no_cost_is_no_answer_and_nothing_is_one(form: CampaignForm) -> None:
    for text, cost in (("", None), ("a lot", None), ("0", 0), ("48.000", 48000)):
        form.cost.setText(text)
        card = form.written().plan.source
        assert card is not None
        assert card.cost == cost
        missing = [gap.field for gap in card.gaps()]
        assert ("cost" in missing) == (cost is None)


def test_a_window_ends_or_is_said_to_have_no_end(form: CampaignForm) -> None:
    form.no_end.click()
    assert form.written().plan.window.has_no_end
    form.ends.click()
    window = form.written().plan.window
    assert window.closes_at is not None
    assert not window.has_no_end
    form.ends.click()
    assert not form.written().plan.window.is_said


def test_what_a_campaign_says_comes_back_as_it_was(form: CampaignForm) -> None:
    window = CallWindow(closes_at=datetime(2026, 3, 27, 16, tzinfo=UTC), zone=BERLIN)
    card = make_card(permission=CONSENT, cost=1234567.5, currency="EUR", facts=("Rain",))
    before = Campaign(id=CampaignId(1), name="Webinar", source=card, window=window)
    form.edit(before, TODAY)
    plan = form.written().plan
    assert (plan.source, plan.window, plan.handoff) == (card, window, before.handoff)
    assert "Calls can start" in text_of(form)


def test_a_campaign_of_an_older_program_opens_at_what_is_missing(form: CampaignForm) -> None:
    """Its permission was a sentence: that stays, and the ground is asked for."""
    card = make_card(permission=Permission(says="They asked for a call."))
    form.edit(Campaign(id=CampaignId(1), name="Fair", source=card), TODAY)
    assert here() is form.permission.basis
    assert form.permission.says.text() == "They asked for a call."
    assert "4 things before calls can start" in text_of(form)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1366, 768), (1440, 900)])
def test_no_word_is_cut_when_everything_is_asked(
    form: CampaignForm, qapp: QApplication, scheme: Any, size: tuple[int, int]
) -> None:
    theme.apply(qapp, scheme, 1.0)
    window = CallWindow(closes_at=datetime(2026, 3, 27, 16, tzinfo=UTC), zone=BERLIN)
    card = make_card(permission=CONSENT, cost=48000, currency="EUR", owner="")
    form.edit(Campaign(id=CampaignId(1), name="Sealing webinar", source=card, window=window), TODAY)
    width, height = size[0] - 76, size[1] - 56
    grab(form, f"campaign-form-{size[0]}x{size[1]}-{scheme}", (width, height))
    assert (form.width(), form.height()) == (width, height)
    assert cut_words(form) == []
    assert unnamed(form) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_that_is_missing_stands_beside_the_campaign_uncut(
    qtbot: QtBot, qapp: QApplication, scheme: Any
) -> None:
    """O3: a campaign that says nothing yet, and one whose consent lacks everything."""
    theme.apply(qapp, scheme, 1.0)
    side = BeforeCalls()
    qtbot.addWidget(side)
    bare = Campaign(id=CampaignId(1), name="Fair")
    consent = make_card(
        what="", who="", responding_to="", cost=None, owner="", nurture="",
        permission=Permission(basis=Basis.CONSENT),
    )  # fmt: skip
    for campaign, missing in ((bare, 11), (replace(bare, source=consent), 13)):
        side.show_campaign(campaign)
        grab(side, f"before-calls-{missing}-{scheme}", (308, 470))
        assert text_of(side).startswith(f"{missing} things before calls can start")
        assert cut_words(side) == []
    side.show_campaign(replace(bare, calls_may_start=True))
    assert "11 things to add, calls go on" in text_of(side)
