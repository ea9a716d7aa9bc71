"""Whose leads a draft is tried on: this campaign's, or all of the client's."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from definition_makers import a_trial
from makers import make_clock
from qt.definition_desks import DEFINITION, Agreeing, agreeing, past_file
from qt.grabs import cut_words
from qualdesk.core.ids import CampaignId
from qualdesk.qt.definitions.tried import TriedCard

OF_36 = "Tried on the last 36 finished leads"
NONE = "Too few leads to try this on (0). 30 are needed."


@pytest.fixture
def two(qapp: QApplication, tmp_path: Path) -> Iterator[Agreeing]:
    del qapp
    with agreeing(tmp_path, make_clock()) as found:
        yield found


def title(two: Agreeing) -> str:
    return two.page.view.tried._title.text()


def tried_on(two: Agreeing) -> CampaignId | None:
    """The campaign whose leads are asked for; None for all of the client's."""
    return two.page.evidence.past.campaign


def another_file(folder: Path) -> Path:
    """31 leads of a file whose name and rows nobody has loaded yet."""
    below = folder / "fair"
    below.mkdir()
    return past_file(below, (("won", "3_to_6_months", 20), ("sent back", "no_date", 11)))


def test_a_key_tries_the_draft_on_this_campaign_and_back_on_all(
    two: Agreeing, tmp_path: Path
) -> None:
    """O7: what one campaign's people said is looked at by itself, and loaded for itself."""
    tried = two.page.view.tried
    assert title(two) == OF_36
    two.tab_to("This campaign only")
    two.keys.press("Space")
    two.settle()
    assert tried.is_of_one
    assert title(two) == NONE, "the history there is belongs to no campaign"
    two.page.evidence.files.load_file(another_file(tmp_path))
    two.settle()
    assert title(two) == "Tried on the last 31 finished leads"
    with two.desk() as desk:
        campaign = desk.library.campaigns()[0].campaign
        assert desk.trying.finished(campaign.id) == 31, "the file belongs to this campaign"
    two.tab_to("This campaign only")
    two.keys.press("Space")
    two.settle()
    assert title(two) == "Tried on the last 67 finished leads"
    assert cut_words(two.page.view) == []


def test_the_leads_beside_are_those_of_the_trial_in_front(two: Agreeing) -> None:
    """A list of the trial before would name leads that this one never saw."""
    view = two.page.view
    two.page.editing.set_threshold(95)
    two.settle()
    view.tried.leads.click()
    two.settle()
    assert view.side.currentWidget() is view.leads
    view.tried.scope.click()
    two.settle()
    assert view.side.currentWidget() is view.sign_off
    assert tried_on(two) == CampaignId(1)


def test_opened_by_itself_a_definition_is_tried_on_all(two: Agreeing) -> None:
    tried = two.page.view.tried
    tried.scope.click()
    two.settle()
    two.page.open(None, DEFINITION)
    two.settle()
    assert not tried.scope.isVisible()
    assert not tried.is_of_one
    assert tried_on(two) is None
    assert title(two) == OF_36
    with two.desk() as desk:
        campaign = desk.library.campaigns()[0].campaign
    two.page.open(campaign, DEFINITION)
    two.settle()
    assert tried_on(two) == campaign.id, "what was chosen stays chosen"
    assert title(two) == NONE


def test_the_choice_is_there_though_too_few_leads_are(qtbot: QtBot) -> None:
    """From few leads of a campaign the way to all must not be lost."""
    card = TriedCard()
    qtbot.addWidget(card)
    card.resize(1300, 216)
    card.offer_scope(may_choose=True)
    card.show_trial(a_trial(leads=4))
    card.show()
    heard: list[bool] = []
    card.scope_chosen.connect(lambda: heard.append(card.is_of_one))
    assert card.scope.isVisible()
    for _ in range(3):
        card.scope.click()
    assert heard == [True, False, True]
    card.offer_scope(may_choose=False)
    assert not card.is_of_one, "nobody chooses what cannot be seen"
