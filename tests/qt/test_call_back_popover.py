"""The pop-over of a call back: what is read, what is offered, what it says against a time."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qt.grabs import cut_words, grab, unnamed
from qualdesk.core.answer_hours import AnswerHours
from qualdesk.core.times import Promise
from qualdesk.qt import theme
from qualdesk.qt.call_desk.popovers.call_back import CHECKED, NOT_SAID, CallBackPopOver
from qualdesk.qt.widgets.answer_bar import AnswerBar
from qualdesk.qt.widgets.buttons import PushButton

BERLIN, LONDON = "Europe/Berlin", "Europe/London"
HOURS = AnswerHours(begins=8, ends=19, chances=(1.0,) * 11, spans=((10, 12), (14, 15)), best=(10,))
THURSDAY = datetime(2026, 3, 19, 10, 30)  # noqa: DTZ001 - wall time, on purpose
FITS = "Inside the call window and inside your calling hours for Germany."


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadBack:
    """A time as the desk reads it back."""

    promise: Promise
    says: str = "Thursday 19 March, 10:30 in Hamburg (09:30 for you)"
    warning: str = ""
    is_possible: bool = True
    fits: str = FITS
    note: str = ""
    because: str = ""
    colleagues: tuple[str, ...] = ()


def read(wall: datetime = THURSDAY, **more: object) -> ReadBack:
    return ReadBack(promise=Promise(wall=wall, zone=BERLIN), **more)  # type: ignore[arg-type]


OFFERED = (
    read(datetime(2026, 3, 17, 15, 30), because="later today"),  # noqa: DTZ001 - wall time
    read(because="named on the call"),
    read(datetime(2026, 3, 23, 10, 0), because="best hour for this role"),  # noqa: DTZ001 - wall time
)


class Page(QWidget):
    """A page with the button the pop-over stands above, and the desk's part of the talk."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(900, 800)
        self.anchor = PushButton("Call back", self)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.anchor)
        self.over = CallBackPopOver(self)
        self.typed: list[str] = []
        self.taken = 0
        self.over.text_typed.connect(self.typed.append)
        self.over.accepted.connect(self._taken)

    def _taken(self) -> None:
        self.taken += 1

    def begin(self) -> CallBackPopOver:
        self.show()
        self.over.begin("Hamburg", "1 h ahead of you", LONDON, 20, date(2026, 3, 17))
        self.over.suggest(OFFERED)
        self.over.show_hours(HOURS)
        self.over.open(self.anchor, self.over.when)
        return self.over


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Page:
    theme.apply(qapp, "light", 1.0)
    made = Page()
    qtbot.addWidget(made)
    return made


def type_in(over: CallBackPopOver, text: str) -> None:
    over.when.clear()
    QTest.keyClicks(over.when, text)


def enter(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Return)


def banner(over: CallBackPopOver) -> str:
    """What the line above the buttons says."""
    assert over._note.isVisible()
    return over._note.accessibleName()


def chosen(over: CallBackPopOver) -> str:
    return over._options.choice()


def test_a_time_is_read_back_and_set_by_enter(page: Page) -> None:
    """Q4: nothing is promised that was not read back first."""
    over = page.begin()
    assert over.says == NOT_SAID
    type_in(over, "thu half past ten")
    assert page.typed[-1] == "thu half past ten"
    enter(over.when)
    assert page.taken == 0, "nothing is taken before it was read"
    over.read("thu half past ten", read())
    assert page.taken == 1, "then at once: Enter was pressed already"
    assert over.says == "Read as Thursday 19 March, 10:30 in Hamburg (09:30 for you)"
    assert banner(over) == FITS
    assert over.bar.says.endswith("10:30 is marked.")


def test_an_answer_to_what_was_typed_before_changes_nothing(page: Page) -> None:
    over = page.begin()
    type_in(over, "thu 11")
    over.read("thu 1", read())
    assert over.reading is None
    over.read("thu 11", read(datetime(2026, 3, 19, 11)))  # noqa: DTZ001 - wall time
    assert over.reading is not None


def test_one_digit_takes_a_suggestion_and_two_are_a_time(page: Page) -> None:
    over = page.begin()
    type_in(over, "2")
    assert (chosen(over), over.reading) == ("2", OFFERED[1])
    assert page.typed == [], "nobody need be asked what it means"
    type_in(over, "23")
    assert (chosen(over), over.reading, page.typed[-1]) == ("", None, "23")
    type_in(over, "3")
    enter(over.when)
    assert (page.taken, over.reading) == (1, OFFERED[2])


def test_a_typed_time_that_is_offered_too_is_marked_among_them(page: Page) -> None:
    over = page.begin()
    type_in(over, "thu 10:30")
    over.read("thu 10:30", read())
    assert chosen(over) == "2"


def test_suggestions_say_when_why_and_what_our_clock_shows(page: Page) -> None:
    over = page.begin()
    names = [button.accessibleName() for button in over._options._buttons[:3]]
    assert names == [
        "Today, 15:30, later today, 14:30 for you, key 1",
        "Thu 19 Mar, 10:30, named on the call, 09:30 for you, key 2",
        "Mon 23 Mar, 10:00, best hour for this role, 09:00 for you, key 3",
    ]


def test_what_cannot_be_read_is_said_and_the_suggestions_stay(page: Page) -> None:
    over = page.begin()
    type_in(over, "blah")
    over.read("blah", None, "Not understood: “blah”. Try: thu 10:30, tomorrow 9, in 2 hours.")
    enter(over.when)
    assert (page.taken, over.when.text()) == (0, "blah")
    assert over.says.startswith("Not understood")
    assert over.complaint.startswith("Not understood")
    assert not over._options.isHidden()
    assert banner(over) == CHECKED, "the field stays where it is"


def test_a_poor_choice_is_warned_of_and_taken_an_impossible_one_is_not(page: Page) -> None:
    over = page.begin()
    type_in(over, "thu 19")
    over.read("thu 19", read(warning="19:00 is outside calling hours there.", fits=""))
    assert banner(over) == "19:00 is outside calling hours there."
    enter(over.when)
    assert page.taken == 1
    type_in(over, "30.3. 9")
    over.read("30.3. 9", read(warning="That is after the window closes.", is_possible=False))
    enter(over.when)
    assert page.taken == 1
    assert over.complaint == "That is after the window closes."


def test_an_order_of_day_and_month_that_was_chosen_is_said(page: Page) -> None:
    over = page.begin()
    note = "Read with the day first. For the other order write 4 mar."
    type_in(over, "3/4")
    over.read("3/4", read(note=note))
    shown = [label.text() for label in over.findChildren(type(over._order)) if label.isVisible()]
    assert note in shown
    over.read("3/4", read())
    assert not over._order.isVisible()


def test_who_calls_and_when_to_be_reminded_are_chosen_by_keys_and_begin_anew(page: Page) -> None:
    over = page.begin()
    assert over.who.itemText(0) == "Me; anyone after 20 minutes"
    assert (over.is_for_anyone, over.remind) == (False, timedelta(minutes=5))
    QTest.keyClick(over.when_to_remind, Qt.Key.Key_Down)
    assert over.remind == timedelta(minutes=15)
    QTest.keyClick(over.when_to_remind, Qt.Key.Key_Down)
    assert over.remind is None
    QTest.keyClick(over.who, Qt.Key.Key_Down)
    assert (over.is_for_anyone, over.remind) == (True, None)
    page.begin()
    assert (over.is_for_anyone, over.remind) == (False, timedelta(minutes=5))


def test_esc_closes_it_keeps_what_was_typed_and_gives_the_cursor_back(page: Page) -> None:
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    page.anchor.setFocus()
    over = page.begin()
    type_in(over, "thu ten")
    QTest.keyClick(over.when, Qt.Key.Key_Escape)
    assert not over.isVisible()
    assert over.when.text() == "thu ten"
    assert page.anchor.hasFocus()


def test_the_bar_says_in_a_sentence_what_it_draws(qtbot: QtBot) -> None:
    bar = AnswerBar()
    qtbot.addWidget(bar)
    assert bar.says == "No hour is known to be better."
    bar.set_hours(HOURS)
    says = "People like this one often pick up from 10:00 to 12:00 and from 14:00 to 15:00"
    assert bar.says == f"{says}."
    bar.mark(THURSDAY)
    assert bar.says == f"{says}. 10:30 is marked."
    bar.mark(THURSDAY.replace(hour=21))
    grab(bar, "answer_bar_late", (400, 54))
    assert bar.says == f"{says}. 21:30 is marked."


def test_where_no_hour_is_better_no_bar_is_drawn(page: Page) -> None:
    over = page.begin()
    assert over.bar.isVisible()
    over.show_hours(AnswerHours(begins=8, ends=19, chances=(1.0,) * 11))
    assert not over.bar.isVisible()


@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("dark", 1.5)])
def test_nothing_is_cut_and_everything_has_a_name(
    qtbot: QtBot, qapp: QApplication, look: str, scale: float
) -> None:
    theme.apply(qapp, look, scale)
    page = Page()
    qtbot.addWidget(page)
    page.resize(1366, 1000)
    over = page.begin()
    type_in(over, "3/4")
    note = "Read with the day first. For the other order write 4 mar."
    over.read("3/4", read(note=note, warning="You promised two others a call at that time."))
    grab(page, f"call_back_{look}_{int(scale * 100)}")
    assert cut_words(over) == []
    assert unnamed(over) == []
    theme.apply(qapp, "light", 1.0)


def test_colleagues_who_are_there_then_can_be_chosen_to_call(
    page: Page,
) -> None:
    over = page.over
    over.when.setText("thu 12:45")
    over.read("thu 12:45", read(warning="That is in your break.", colleagues=("Ben", "Cem")))
    assert over.for_whom == ""
    over.who.setCurrentIndex(3)
    over.when_to_remind.setCurrentIndex(1)
    assert (over.for_whom, over.is_for_anyone, over.remind) == ("Cem", False, None)
    over.when.setText("thu 14:00")
    over.read("thu 14:00", read())
    assert over.for_whom == "", "nobody else is there then"
