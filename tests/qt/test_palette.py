"""The palette: people, companies, numbers and commands in one field, also during a call."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from makers import make_clock
from qt.desks import LONDON, Keys, Lanes, delete_now, desk_on, fill
from qt.grabs import cut_words, grab, unnamed
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.desk import Desk
from qualdesk.qt.app import opener
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.call_desk.popovers.others import ReferralPopOver
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.palette.finder import Finder
from qualdesk.qt.palette.hits import Hit
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import first_keys, works_here
from qualdesk.qt.theme import look
from qualdesk.settings import Settings

LEADS = (
    ("Katrin Albers", "Elbkorn Foods", "+49 40 66969 214", "asked"),
    ("Jens Petersen", "Elbkorn Foods", "+49 40 66969 215", ""),
    ("Elke Bruns", "Elbwerk Molkerei", "+49 30 23125 418", "demo"),
    ("Marcus <b>Hale</b>", "Avonbrook Dairy", "+49 30 23125 419", ""),
)


class Searched:
    """A window with the desk and the palette over it, worked by its keys."""

    def __init__(self, path: Path, clock: SetClock) -> None:
        self.path, self.clock = path, clock
        self.lanes = Lanes(lambda: desk_on(path, clock))
        self.dialled: list[str] = []
        self.shell = Shell(LONDON)
        self.page = CallDeskPage(self.lanes, clock, LONDON, first_keys(), open_link=self._dial)
        self.shell.add_page("desk", "Desk", "headset", self.page)
        self.shell.add_aside("lists", "Lists", QWidget())
        self.finder = Finder(self.shell, self.lanes, self.page.from_outside, clock, LONDON)
        self.page.calling_wanted.connect(self.finder.open_calling)
        self.shell.resize(1440, 900)
        self.shell.show()
        self.shell.show_page("desk")
        self.page.show_campaign(None)
        self.lanes.settle()
        self.keys = Keys(self.shell, self.lanes)

    def _dial(self, link: str) -> bool:
        self.dialled.append(link)
        return True

    @property
    def hits(self) -> tuple[Hit, ...]:
        return self.finder.palette.list.lines.hits

    @property
    def titles(self) -> list[str]:
        return [hit.title for hit in self.hits]

    @property
    def chosen(self) -> str:
        hit = self.finder.palette.list.hit
        return hit.title if hit else ""

    @property
    def is_open(self) -> bool:
        return self.finder.palette.isVisible()

    @property
    def problem(self) -> str:
        label = self.finder.palette._problem
        return label.text() if label.isVisible() else ""

    def search(self, text: str) -> None:
        """Open the palette and type; what was typed before is replaced, as it is selected."""
        if not self.is_open:
            self.keys.press("Ctrl+K")
        self.keys.type(text)

    def reach(self, name: str) -> None:
        """Dial the lead with that name and be on a call with them."""
        desk = self.other("Maya Lind")
        number = desk.search.find(name).leads[0].lead_id
        desk.calling.start_attempt(number)
        desk.close()
        self.page.refresh()
        self.lanes.settle()

    def other(self, name: str = "Ben Adler") -> Desk:
        return desk_on(self.path, self.clock, name)

    def close(self) -> None:
        assert self.lanes.close()
        delete_now(self.shell)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("searched") / "desk.sqlite"
    desk = desk_on(path, make_clock())
    fill(desk, LEADS)
    desk.close()
    return path


@pytest.fixture
def window(known: Path, tmp_path: Path, clock: SetClock) -> Iterator[Searched]:
    made = Searched(Path(copy(known, tmp_path / "desk.sqlite")), clock)
    yield made
    made.close()


def test_people_companies_and_commands_stand_below_what_is_typed(window: Searched) -> None:
    window.search("elb")
    assert window.titles == [
        *("Leads", "Katrin Albers", "Elke Bruns", "Jens Petersen"),
        *("Companies", "Elbkorn Foods", "Elbwerk Molkerei"),
        *("Commands", "Do not call Elbkorn Foods…", "Add a referral at Elbkorn Foods"),
        "Show all leads from Elbkorn Foods",
    ]
    assert window.hits[1].line == "Elbkorn Foods. On your desk now."
    assert window.chosen == "Katrin Albers"
    assert window.finder.palette._count.text().startswith("8 found in ")
    window.keys.press("Down")
    assert window.chosen == "Elke Bruns"
    for _ in range(20):
        window.keys.press("Down")
    assert window.chosen == "Show all leads from Elbkorn Foods"
    for _ in range(20):
        window.keys.press("Up")
    assert window.chosen == "Katrin Albers"


def test_every_command_of_the_page_is_found_by_its_words_with_its_key(window: Searched) -> None:
    """A7: no action by key only."""
    window.keys.press("Ctrl+K")
    listed = {hit.keys for hit in window.hits}
    there = {each.id for each in works_here(window.shell.commands())}
    assert there - listed == {"palette", "calling_back"}
    assert window.chosen == ""
    window.keys.press("Return")
    assert window.is_open
    window.search("break")
    assert [(hit.title, hit.keys) for hit in window.hits[1:2]] == [
        ("Take a break, or come back", "break")
    ]
    window.keys.press("Return")
    assert not window.is_open
    assert window.page.state == "break"


def test_a_search_in_a_call_leaves_the_answer_in_hand_as_it_is(window: Searched) -> None:
    """Esc never discards, and no key of the desk is pressed by what is typed here."""
    window.reach("Katrin")
    before = QApplication.focusWidget()
    window.keys.type("They package by hand")
    window.search("elke")
    for key in ("Alt+1", "Ctrl+Return", "PageDown", "F9", "Ctrl+Shift+D", "F7"):
        QTest.keyClick(QApplication.focusWidget(), *_key(key))
    window.lanes.settle()
    while window.is_open:
        window.keys.press("Escape")
    assert QApplication.focusWidget() is before
    assert window.page.state == "on a call"
    assert window.page.asked is None
    assert before is not None
    assert before.toPlainText() == "They package by hand"  # type: ignore[attr-defined]
    window.keys.press("Ctrl+K")
    assert window.finder.palette.field.text() == "elke"
    window.keys.press("Ctrl+K")
    assert not window.is_open


def test_who_is_calling_is_on_the_desk_with_four_digits_and_enter(window: Searched) -> None:
    """Complaint 19: looking up somebody who is calling back, in one step."""
    window.keys.press("Ctrl+F")
    window.keys.type("5418")
    assert window.titles == ["Leads", "Elke Bruns"]
    window.keys.press("Return")
    assert not window.is_open
    assert (window.page.state, window.page.lead_name) == ("on a call", "Elke Bruns")
    assert window.page.says.startswith("Elke Bruns called us at ")
    assert window.dialled == []


def test_too_little_to_know_who_calls_says_what_is_needed(window: Searched) -> None:
    window.keys.press("Ctrl+F")
    window.keys.type("elb")
    assert window.titles == ["Type the last four digits of their number, or their full name."]
    window.keys.press("Return")
    assert window.is_open


def test_a_second_call_waits_until_the_first_has_ended(window: Searched) -> None:
    window.reach("Katrin")
    window.keys.press("Ctrl+F")
    window.keys.type("5418")
    window.keys.press("Return")
    assert window.is_open
    assert window.problem == "You are on a call with Katrin Albers. End it, then take this one up."
    assert window.page.lead_name == "Katrin Albers"


def test_a_call_that_is_over_only_wants_its_outcome_before_the_next(window: Searched) -> None:
    window.reach("Katrin")
    window.keys.press("Ctrl+Return")
    assert window.page.state == "wrapping up"
    window.keys.press("Ctrl+F")
    window.keys.type("5418")
    window.keys.press("Return")
    assert window.problem == "Say how the call with Katrin Albers ended, then take this one up."


def test_a_card_is_read_without_being_claimed_and_says_what_can_be_done(
    window: Searched,
) -> None:
    other = window.other()
    elke = other.search.find("elke").leads[0].lead_id
    other.search.leave_message(elke, "Rings after three")
    window.search("elke")
    window.keys.press("Tab")
    palette = window.finder.palette
    told = [label.text() for label in palette._facts if label.isVisible()]
    assert told[0] == "Elke Bruns, Head of Packaging"
    assert "Ben Adler left: Rings after three" in told
    assert window.titles == [
        "They are calling: take the call",
        "Copy +49 30 23125418",
        "Leave a message",
    ]
    window.keys.press("Down")
    window.keys.press("Return")
    assert QGuiApplication.clipboard().text() == "+493023125418"
    assert other.calling.card(elke).attempt is None
    other.close()


def test_a_number_that_may_not_be_dialled_is_not_copied_from_here(window: Searched) -> None:
    """A19: outside hours or on do not call, no screen lets the number go."""
    other = window.other()
    other.calling.do_not_call(other.search.find("elke").leads[0].lead_id)
    other.close()
    window.search("elke")
    window.keys.press("Return")
    assert not any(title.startswith("Copy") for title in window.titles)
    assert "You may speak to them; nothing is dialled." in window.hits[0].line
    window.keys.press("Escape")
    window.clock.set(window.clock.now().replace(hour=22))
    window.search("jens")
    window.keys.press("Return")
    assert not any(title.startswith("Copy") for title in window.titles)


def test_a_number_a_colleague_has_in_hand_is_not_copied_and_it_is_said_who(
    window: Searched,
) -> None:
    """Dialled beside the queue, one person would be rung by two (Q3)."""
    other = window.other()
    elke = other.search.find("elke").leads[0].lead_id
    other.supervising.push(elke, "Ben Adler")
    held = other.calling.next_lead()
    assert isinstance(held, CallCard)
    assert held.lead.id == elke
    window.search("elke")
    window.keys.press("Tab")
    told = [label.text() for label in window.finder.palette._facts if label.isVisible()]
    assert "Ben Adler has this lead now. Ask them before you dial it." in told
    assert not any(title.startswith("Copy") for title in window.titles)
    other.calling.release(elke)
    other.close()
    window.keys.press("Escape")
    window.search("elke b")
    window.keys.press("Tab")
    assert "Copy +49 30 23125418" in window.titles


def test_a_lead_of_a_colleague_is_taken_with_their_knowledge_or_a_message_is_left(
    window: Searched,
) -> None:
    other = window.other()
    elke = other.search.find("elke").leads[0].lead_id
    other.supervising.push(elke, "Ben Adler")
    assert other.calling.next_lead().lead.id == elke
    window.search("elke")
    window.keys.press("Return")
    assert window.hits[0].line == "Ben Adler has this lead and is told that you took the call."
    assert window.titles[-1] == "Leave Ben Adler a message"
    window.keys.press("Up")
    window.keys.press("PageDown")
    window.keys.press("Return")
    window.keys.type("They want the offer by mail")
    window.keys.press("Return")
    assert [one.says for one in other.search.my_messages()] == ["They want the offer by mail"]
    told = [label.text() for label in window.finder.palette._facts if label.isVisible()]
    assert "Maya Lind left: They want the offer by mail" in told
    other.close()


def test_who_lost_a_lead_to_a_call_that_came_in_is_told_above_the_page(window: Searched) -> None:
    """They learn it as soon as they are not in a call, and say that they have read it."""
    held = window.page.lead_name
    other = window.other()
    other.search.take_up(other.search.find(held).leads[0].lead_id)
    left, banner = window.finder.left_for_me, window.shell.notice
    left.look()
    window.lanes.settle()
    assert banner.isVisible()
    assert "Ben Adler left you a message about Katrin Albers" in banner.accessibleName()
    assert "They called us. Ben Adler took the call" in banner.accessibleName()
    banner.pressed.emit()
    window.lanes.settle()
    assert not banner.isVisible()
    desk = window.other("Maya Lind")
    assert desk.search.my_messages() == ()
    desk.close()
    other.close()


def test_nothing_is_said_above_the_page_while_a_call_goes_on(window: Searched) -> None:
    window.reach("Katrin")
    other = window.other()
    katrin = other.search.find("katrin").leads[0].lead_id
    other.search.leave_message(katrin, "Rings after three", "Maya Lind")
    window.finder.left_for_me.look()
    window.lanes.settle()
    assert window.shell.notice.isHidden()
    other.close()


def test_an_empty_message_is_not_left_and_says_why(window: Searched) -> None:
    window.search("elke")
    window.keys.press("Return")
    window.keys.press("PageDown")
    window.keys.press("Return")
    window.keys.press("Return")
    assert window.problem == "Write what they should know."
    window.keys.press("Escape")
    assert "They are calling: take the call" in window.titles


def test_nobody_called_so_becomes_a_referral(window: Searched) -> None:
    """D5: who is named and not here is a lead in seconds."""
    window.reach("Katrin")
    window.search("Rosa Marin")
    assert window.titles == ["No lead called “Rosa Marin”. Add a referral with this name?"]
    window.keys.press("Return")
    over = window.page.asked
    assert isinstance(over, ReferralPopOver)
    assert over.name.text() == "Rosa Marin"


def test_all_leads_of_a_company_are_a_step_away(window: Searched) -> None:
    window.search("elbkorn")
    for _ in range(3):
        window.keys.press("Down")
    assert window.chosen == "Elbkorn Foods" or window.titles[window.titles.index("Companies") + 1]
    while window.chosen != "Show all leads from Elbkorn Foods":
        window.keys.press("Down")
    window.keys.press("Return")
    assert window.titles == ["Leads", "Jens Petersen", "Katrin Albers"]
    window.keys.press("Escape")
    assert window.finder.palette.field.text() == "elbkorn"


def test_only_the_last_of_what_is_typed_fast_is_shown(window: Searched) -> None:
    window.keys.press("Ctrl+K")
    QTest.keyClicks(window.finder.palette.field, "elke bruns")
    window.lanes.settle()
    assert window.titles[:2] == ["Leads", "Elke Bruns"]
    assert window.finder.palette.field.text() == "elke bruns"


def test_names_are_shown_letter_by_letter_whatever_they_hold(window: Searched) -> None:
    window.search("hale")
    model = window.finder.palette.list.lines
    assert "Marcus <b>Hale</b>" in str(model.data(model.index(1)))
    window.keys.press("Return")
    told = [label.text() for label in window.finder.palette._facts if label.isVisible()]
    assert told[0].startswith("Marcus <b>Hale</b>")


def test_one_thing_lies_over_the_page_at_a_time_and_a_click_beside_takes_it_away(
    window: Searched,
) -> None:
    window.reach("Katrin")
    window.keys.press("F8")
    window.keys.type("Ro")
    window.keys.press("Ctrl+K")
    assert window.page.asked is None
    QTest.mouseClick(window.finder.palette._shade, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not window.is_open
    window.keys.press("F8")
    over = window.page.asked
    assert isinstance(over, ReferralPopOver)
    assert over.name.text() == "Ro"


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080)])
def test_the_palette_fits_and_nothing_of_it_is_cut(window: Searched, size: tuple[int, int]) -> None:
    for theme, scale in (("light", 1.0), ("dark", 1.5)):
        look().choose(theme, scale)
        window.shell.resize(*size)
        window.search("elb")
        name = f"palette_{size[0]}_{theme}"
        grab(window.shell, name, size)
        palette = window.finder.palette
        assert palette.geometry().bottom() <= window.shell.height() + 20
        assert cut_words(palette) == []
        assert unnamed(palette) == []
        assert palette.list.height() >= min(palette.list.wanted_height, 104)
        window.keys.press("Return")
        grab(window.shell, f"{name}_card", size)
        assert cut_words(palette) == []
        while window.is_open:
            window.keys.press("Escape")


def test_the_window_has_it_on_every_page_by_key_and_by_its_field_at_the_top(
    qtbot: QtBot, known: Path, tmp_path: Path, clock: SetClock
) -> None:
    settings = Settings(
        database=f"sqlite:///{copy(known, tmp_path / 'desk.sqlite')}",
        caller="Maya Lind",
        is_named=True,
        theme="light",
        data_folder=tmp_path / "data",
        config_folder=tmp_path / "config",
        log_file=tmp_path / "log" / "qualdesk.log",
    )
    made = DeskWindow(settings, opener(clock), clock)
    qtbot.addWidget(made.shell)
    made.start()
    qtbot.waitUntil(lambda: made.desk.lead_name != "", timeout=20_000)
    palette = made.finder.palette
    for page in ("desk", "lists", "campaigns", "handoff"):
        made.shell.show_page(page)
        there = made.shell.commands()
        there["palette"]()
        assert palette.isVisible()
        palette.close_over()
        # On the desk Ctrl+F asks who is calling; elsewhere it finds on the page itself.
        assert ("calling_back" in there) == (page == "desk")
    QTest.mouseClick(made.shell.top.search, Qt.MouseButton.LeftButton)
    assert palette.isVisible()
    made.shell.close()


def _key(sequence: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    *held, name = sequence.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for each in held:
        modifiers |= _HELD[each]
    key: Qt.Key = getattr(Qt.Key, f"Key_{name}")
    return key, modifiers


_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
