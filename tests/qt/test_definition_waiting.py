"""A signature or a review that waits is said on opening, and a key leads there (screens 2.3)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from definition_makers import NOW, SCRIPT, a_standing, version_4
from qt.definition_desks import DEFINITION, MARKETING, SALES, a_workspace
from qt.desks import LONDON, delete_now, desk_on
from qt.grabs import cut_words, grab, unnamed
from qt.windows import text_of
from qualdesk.core.clock import SetClock
from qualdesk.core.criteria import Side
from qualdesk.core.errors import NotFound
from qualdesk.desk import Desk
from qualdesk.qt.app import opener
from qualdesk.qt.campaigns.rows import what_waits
from qualdesk.qt.campaigns.settled import look_at
from qualdesk.qt.campaigns.works_by import DefinitionSection
from qualdesk.qt.definitions.criteria_card import CriteriaCard
from qualdesk.qt.definitions.opened import opened
from qualdesk.qt.definitions.page import DefinitionPage
from qualdesk.qt.definitions.sign_off import SignOff
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.settings import Settings

WAITS = "Version 4 of “Qualified lead” waits for sales."
DAY = replace(version_4(), threshold=65)


def drafted(desk: Desk, *, review: date | None = None) -> None:
    """A version 4 is written, and marketing has signed it."""
    draft = desk.definitions.draft(DEFINITION)
    words = replace(draft.definition, threshold=65, review_on=review)
    desk.definitions.keep(words, draft.revision)
    desk.definitions.sign(DEFINITION, Side.MARKETING, MARKETING)


@pytest.fixture
def file(tmp_path: Path, clock: SetClock) -> Path:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(a_workspace(past=True, now=clock.now()))
    return path


@pytest.fixture
def desk_of(file: Path, clock: SetClock) -> Iterator[Callable[[str], Desk]]:
    """A desk of somebody on that workspace."""
    made: list[Desk] = []

    def make(caller: str) -> Desk:
        made.append(desk_on(file, clock, caller))
        return made[-1]

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def window(qtbot: QtBot, file: Path, tmp_path: Path, clock: SetClock) -> Iterator[DeskWindow]:
    """The window of whoever signs for sales, on a workspace in which version 4 waits."""
    desk = desk_on(file, clock, MARKETING)
    drafted(desk)
    desk.close()
    settings = Settings(
        database=f"sqlite:///{file}",
        caller=SALES,
        is_named=True,
        theme="light",
        data_folder=tmp_path / "data",
        config_folder=tmp_path / "config",
        log_file=tmp_path / "log" / "qualdesk.log",
    )
    made = DeskWindow(settings, opener(clock), clock)
    made.start()
    qtbot.waitUntil(made._timer.isActive, timeout=20_000)
    yield made
    made.shell.close()
    delete_now(made.shell)


def test_what_waits_is_said_at_the_start_and_leads_to_the_button_that_signs(
    qtbot: QtBot, window: DeskWindow
) -> None:
    """F2: sales is told without looking for it, and is one key from the words."""
    shell, notice = window.shell, window.shell.notice
    assert shell.at != "campaigns"
    qtbot.waitUntil(notice.isVisible, timeout=20_000)
    assert notice.accessibleName() == WAITS
    assert cut_words(notice) == []
    assert "definition" not in window.campaigns.editors, "the page is not imported for it"
    notice._button.setFocus()
    QTest.keyClick(notice._button, Qt.Key.Key_Space)
    assert not notice.isVisible()
    page = window.campaigns.front
    assert isinstance(page, DefinitionPage)
    qtbot.waitUntil(lambda: page.title == "Qualified lead", timeout=20_000)
    assert window.campaigns.way == ("Campaigns", "PackTech Expo 2026", "Qualified lead")
    assert page.view.sign_off.next_side() is Side.SALES
    assert WAITS in text_of(page.view.sign_off)
    page.main()
    card = page.signatures.sign
    assert card.name.text() == SALES
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    sign_off = page.view.sign_off
    qtbot.waitUntil(lambda: sign_off.next_side() is None, timeout=20_000)
    qtbot.waitUntil(lambda: "waits for" not in text_of(sign_off), timeout=20_000)
    assert "Version 4 is signed by both." in text_of(sign_off)
    window.campaigns.show_overview()
    qtbot.waitUntil(lambda: len(window.campaigns.overview.model.rows) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: not window.campaigns.overview.notice.isVisible(), timeout=20_000)


def test_the_way_there_is_in_the_overview_too(qtbot: QtBot, window: DeskWindow) -> None:
    place = window.campaigns
    window.shell.show_page("campaigns")
    qtbot.waitUntil(place.overview.notice.isVisible, timeout=20_000)
    assert place.overview.notice.accessibleName() == WAITS
    assert cut_words(place.overview) == []
    assert unnamed(place.overview) == []
    place.overview.notice._button.click()
    assert isinstance(place.front, DefinitionPage)


def test_nobody_is_told_of_what_waits_for_somebody_else(desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of(MARKETING)
    assert what_waits(desk) == ()
    drafted(desk)
    assert what_waits(desk) == ()
    assert what_waits(desk_of("Maya Lind")) == ()
    (found,) = what_waits(desk_of(SALES))
    assert (found.says, found.definition) == (WAITS, DEFINITION)
    assert found.campaign is not None
    assert found.campaign.name == "PackTech Expo 2026"


def test_what_waits_is_asked_of_one_definition(desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of(SALES)
    drafted(desk)
    other = desk.definitions.new("Partner lead").definition.id
    assert desk.definitions.waiting(SALES, DEFINITION) == (WAITS,)
    assert desk.definitions.waiting(SALES, other) == ()
    with pytest.raises(NotFound):
        desk.definitions.waiting(SALES, "nothing-of-that-name")


def test_the_campaign_says_what_waits_beside_its_definition(
    qtbot: QtBot, desk_of: Callable[[str], Desk]
) -> None:
    desk = desk_of(SALES)
    campaign = desk.library.campaigns()[0].campaign
    section = DefinitionSection()
    qtbot.addWidget(section)
    section.fill(look_at(desk, campaign.id), NOW.date())
    section.resize(700, 300)
    section.show()
    assert not section.waiting.isVisible()
    drafted(desk)
    section.fill(look_at(desk, campaign.id), NOW.date())
    assert section.waiting.isVisible()
    assert section.waiting.accessibleName() == WAITS
    QApplication.processEvents()
    assert cut_words(section) == []
    assert section.definition.open.isEnabled(), "the way there is the button above"


def test_a_day_of_review_that_has_come_is_said_to_both(
    desk_of: Callable[[str], Desk], clock: SetClock
) -> None:
    """F2: the review date nags."""
    desk = desk_of(SALES)
    due = clock.now().date() + timedelta(days=3)
    drafted(desk, review=due)
    desk.definitions.sign(DEFINITION, Side.SALES, SALES)
    assert what_waits(desk) == ()
    clock.advance(timedelta(days=4))
    for name in (MARKETING, SALES):
        (found,) = what_waits(desk_of(name))
        assert found.says.startswith("“Qualified lead” should be reviewed. ")
    found_here = opened(desk, None, DEFINITION)
    assert found_here.standing.review_because
    assert found_here.waiting == (), "the page says it above the criteria already"


def test_what_waited_is_not_said_once_the_words_are_others(
    desk_of: Callable[[str], Desk],
) -> None:
    desk = desk_of(SALES)
    drafted(desk)
    found = opened(desk, None, DEFINITION)
    assert found.waiting == (WAITS,)
    assert found.opened_from is None
    assert found.standing_now(found.standing).waiting == ()


def test_a_narrow_window_says_it_above_the_criteria_with_a_button_to_the_sign_off(
    qtbot: QtBot,
) -> None:
    card = CriteriaCard()
    qtbot.addWidget(card)
    went: list[bool] = []
    card.side_wanted.connect(lambda: went.append(True))
    card.show_definition(DAY, SCRIPT, {}, {})
    card.show_waiting(WAITS)
    grab(card, "definition-waits", (800, 560))
    assert not card._waiting.isVisible(), "the sign-off beside says it"
    card.fold(is_narrow=True)
    grab(card, "definition-waits-narrow", (800, 560))
    assert card._waiting.isVisible()
    assert cut_words(card) == []
    assert unnamed(card) == []
    card._waiting._button.click()
    assert went == [True]
    card.show_waiting("")
    assert not card._waiting.isVisible()


def test_the_sign_off_says_what_waits_with_what_holds_meanwhile(qtbot: QtBot) -> None:
    panel = SignOff(LONDON)
    qtbot.addWidget(panel)
    panel.show_standing(a_standing(), NOW, (WAITS,))
    grab(panel, "definition-sign-off-waits", (420, 700))
    says = text_of(panel)
    assert WAITS in says
    assert "Until both sign, callers keep using version 3." in says
    assert cut_words(panel) == []
    panel.show_standing(a_standing(), NOW)
    assert WAITS not in text_of(panel)
