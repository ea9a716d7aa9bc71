"""The painted widgets by keyboard, by mouse and by screen reader, changing in place."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qualdesk.qt.widgets.bars import PointsBar, ThinBar
from qualdesk.qt.widgets.buttons import IconButton, LinkButton, MainButton, PushButton
from qualdesk.qt.widgets.callstate import CallState
from qualdesk.qt.widgets.card import Heading, Quote
from qualdesk.qt.widgets.facts import AnswerRow, KnownRow, MissingRow
from qualdesk.qt.widgets.fields import Choice, Field, NoteField, Tick
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.option import Option, OptionButton, OptionGroup, digit_of
from qualdesk.qt.widgets.outcome import OutcomeButton
from qualdesk.qt.widgets.paint import key_names, reveal
from qualdesk.qt.widgets.popover import PopOver
from qualdesk.qt.widgets.queue import NextCard, NowCard, ReasonShown
from qualdesk.qt.widgets.trail import StageShown, StageTrail
from qualdesk.qt.widgets.undo import Toast, UndoCard

Role = QAccessible.Role
ANSWERS = [Option(key=key, title=f"Answer {key}") for key in "1230"]


def spoken(widget: QWidget) -> tuple[str, QAccessible.Role]:
    said = QAccessible.queryAccessibleInterface(widget)
    return said.text(QAccessible.Text.Name), said.role()


def window_with(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for each in widgets:
        column.addWidget(each)
    # The closing call holds the window until the test is over.
    qtbot.addWidget(window, before_close_func=lambda _closing, kept=window: kept.hide())
    window.resize(600, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def press(key: Qt.Key, text: str = "", *, held: bool = False) -> None:
    """A key press as the window system sends it, to whatever has the keyboard."""
    target = QApplication.focusWidget()
    assert target is not None
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, none, text, held))


BUTTONS = [
    (lambda: MainButton("End call"), "End call, Ctrl Enter"),
    (lambda: PushButton("Try again"), "Try again"),
    (lambda: LinkButton("Skip", "F7"), "Skip, F7"),
    (lambda: IconButton("x", "Close this notice"), "Close this notice"),
    (lambda: OutcomeButton("Alt+1", "No answer", "again 16:10"), "No answer, again 16:10, Alt 1"),
]


@pytest.mark.parametrize(("make", "name"), BUTTONS)
def test_a_button_is_a_button_to_hand_eye_and_ear(qtbot: QtBot, make: object, name: str) -> None:
    button: QAbstractButton = make()  # type: ignore[operator]
    presses: list[bool] = []
    button.clicked.connect(lambda: presses.append(True))
    window_with(qtbot, button)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(presses) == 3
    assert spoken(button) == (name, Role.Button)
    assert button.width() >= 24
    assert button.height() >= 24


def test_a_key_held_down_presses_a_button_once(qtbot: QtBot) -> None:
    button = MainButton("Dial")
    presses: list[bool] = []
    button.clicked.connect(lambda: presses.append(True))
    window_with(qtbot, button)
    button.setFocus()
    press(Qt.Key.Key_Return, "\r")
    for _repeat in range(20):
        press(Qt.Key.Key_Return, "\r", held=True)
    assert len(presses) == 1


def test_an_outcome_that_lacks_something_says_so_and_can_be_pressed(qtbot: QtBot) -> None:
    button = OutcomeButton("Alt+9", "Qualified", "needs 1 answer", "lacking")
    window_with(qtbot, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isEnabled()
    narrow = button.width()
    button.set("Qualified", "goes into the next batch", "selected")
    assert button.sizeHint().width() > narrow
    assert spoken(button)[0] == "Qualified, chosen, goes into the next batch, Alt 9"


def test_do_not_call_tells_its_keys_on_the_second_line(qtbot: QtBot) -> None:
    button = OutcomeButton("Ctrl+Shift+D", "Do not call", "", "danger")
    qtbot.addWidget(button)
    assert spoken(button) == ("Do not call, Ctrl Shift D", Role.Button)


def test_digits_choose_enter_keeps_backspace_clears_and_letters_go_on(qtbot: QtBot) -> None:
    """D4: an answer by one digit, their own words by typing on."""
    group = OptionGroup()
    group.set_options(ANSWERS)
    heard: list[str] = []
    group.chosen.connect(lambda key: heard.append(f"chosen {key}"))
    group.kept.connect(lambda: heard.append("kept"))
    group.typed.connect(lambda text: heard.append(f"typed {text}"))
    window_with(qtbot, group)
    group.setFocus()
    press(Qt.Key.Key_3, "3")
    assert group.choice() == "3"
    press(Qt.Key.Key_Return, "\r")
    press(Qt.Key.Key_Return, "\r", held=True)
    press(Qt.Key.Key_Backspace)
    assert group.choice() == ""
    press(Qt.Key.Key_9, "9")
    assert group.choice() == ""
    press(Qt.Key.Key_W, "w")
    assert heard == ["chosen 3", "kept", "chosen ", "typed w"]


def test_several_options_come_and_go_by_their_digits(qtbot: QtBot) -> None:
    group = OptionGroup()
    group.set_options(ANSWERS, several=True)
    window_with(qtbot, group)
    group.setFocus()
    for key in "12":
        press(Qt.Key(ord(key)), key)
    assert group.choices() == ("1", "2")
    press(Qt.Key.Key_1, "1")
    assert group.choices() == ("2",)
    press(Qt.Key.Key_0, "0")
    assert group.choices() == ("0",)


def test_another_question_shows_its_options_in_the_same_buttons(qtbot: QtBot) -> None:
    group = OptionGroup()
    group.set_options(ANSWERS)
    group.choose("1")
    window_with(qtbot, group)
    before = group.findChildren(OptionButton)
    group.set_options([Option(key="1", title="Less"), Option(key="2", title="More")])
    assert group.findChildren(OptionButton) == before
    assert [each.option.title for each in before if each.isVisible()] == ["Less", "More"]
    assert group.choice() == ""
    assert not group.choose("3")


def test_an_option_is_a_radio_button_to_screen_readers(qtbot: QtBot) -> None:
    option = Option(key="2", title="Thu 19 Mar, 10:30", second="named", trailing="09:30 for you")
    button = OptionButton(option)
    qtbot.addWidget(button)
    assert spoken(button) == ("Thu 19 Mar, 10:30, named, 09:30 for you, key 2", Role.RadioButton)
    button.setChecked(True)
    assert QAccessible.queryAccessibleInterface(button).state().checked


def test_pressing_a_chosen_option_with_the_mouse_leaves_it_chosen(qtbot: QtBot) -> None:
    group = OptionGroup()
    group.set_options(ANSWERS)
    window_with(qtbot, group)
    first = group.findChildren(OptionButton)[0]
    for _press in range(2):
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
        assert group.choice() == "1"


@pytest.mark.parametrize(
    ("text", "scan", "digit"),
    [("4", 13, "4"), ("é", 11, "2"), ("à", 19, "0"), ("w", 25, ""), ("٣", 12, ""), ("", 10, "")],
)
def test_the_digit_row_counts_on_a_french_keyboard_too(text: str, scan: int, digit: str) -> None:
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, 0, none, scan, 0, 0, text)
    assert digit_of(event) == digit


def test_undo_belongs_to_a_field_only_while_it_has_something_to_undo(qtbot: QtBot) -> None:
    for field in (Field("In their words"), NoteField("Note for sales")):
        qtbot.addWidget(field)
        undo = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        asks = QKeyEvent(QEvent.Type.ShortcutOverride, *undo)
        QApplication.sendEvent(field, asks)
        assert not asks.isAccepted()
        qtbot.keyClicks(field, "wants it soon")
        asks = QKeyEvent(QEvent.Type.ShortcutOverride, *undo)
        QApplication.sendEvent(field, asks)
        assert asks.isAccepted()


def test_fields_say_what_they_are_for(qtbot: QtBot) -> None:
    made = [Field("Find", icon="search", keys="Ctrl+F"), NoteField("Note"), Tick("By mail")]
    made.append(Choice("Who calls", ["Me", "Anyone"]))
    window_with(qtbot, *made)
    assert [spoken(each)[0] for each in made[:3]] == ["Find", "Note", "By mail"]
    told = QAccessible.queryAccessibleInterface(made[3])
    assert told.text(QAccessible.Text.Description) == "Who calls"
    assert spoken(made[2])[1] == Role.CheckBox
    assert spoken(made[3])[1] == Role.ComboBox
    qtbot.mouseClick(made[2], Qt.MouseButton.LeftButton)
    assert made[2].isChecked()


def test_a_choice_keeps_what_was_chosen_where_it_is_still_offered(qtbot: QtBot) -> None:
    choice = Choice("Campaign", ["Spring fair", "Leaf & Grain"])
    qtbot.addWidget(choice)
    choice.set_values(["Autumn fair", "Leaf & Grain"], "Leaf & Grain")
    assert choice.currentText() == "Leaf & Grain"
    choice.set_values(["Autumn fair"], "Leaf & Grain")
    assert choice.currentText() == "Autumn fair"
    choice.set_values([])
    assert choice.currentIndex() == -1


def test_bars_are_progress_bars_and_stay_inside_their_ends(qtbot: QtBot) -> None:
    points, bar = PointsBar(), ThinBar("Imported")
    for each in (points, bar):
        qtbot.addWidget(each)
    points.set_points(-10, 70)
    assert (points.value(), spoken(points)) == (0, ("-10 points, 70 needed", Role.ProgressBar))
    bar.set(120, 100)
    assert bar.value() == 100
    bar.set(0, 0)
    assert bar.value() == 0
    assert not bar.grab().isNull()


def test_the_trail_tells_stages_and_goes_where_pressed(qtbot: QtBot) -> None:
    trail = StageTrail()
    window_with(qtbot, trail)
    trail.set_stages(
        [
            StageShown(title="Open", is_done=True),
            StageShown(title="Fit", answered=1, of=4, is_current=True),
        ]
    )
    buttons = [each for each in trail.findChildren(QAbstractButton) if each.isVisible()]
    assert [spoken(each)[0] for each in buttons] == ["Open, done", "Fit, 1 of 4, current"]
    with qtbot.waitSignal(trail.pressed) as pressed:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert pressed.args == [1]
    trail.set_stages([StageShown(title="Open", is_current=True)])
    assert [each.isVisible() for each in buttons] == [True, False]


def test_the_undo_card_counts_down_and_goes(qtbot: QtBot) -> None:
    card = UndoCard()
    window_with(qtbot, card)
    left = [timedelta(seconds=8)]
    card.offer("Katrin Albers: no answer", "Next try Wed 18 Mar, 09:40", lambda: left[0])
    assert card.isVisible()
    assert spoken(card)[0].startswith("Undo, Katrin Albers: no answer, Next try Wed 18 Mar")
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.expired):
        left[0] = timedelta()
    assert card.isHidden()


def test_an_undo_that_was_taken_is_not_told_to_be_over(qtbot: QtBot) -> None:
    card = UndoCard()
    window_with(qtbot, card)
    told: list[str] = []
    card.expired.connect(lambda: told.append("over"))
    card.offer("12 leads held back", "", lambda: timedelta(seconds=5))
    card.withdraw()
    qtbot.wait(450)
    assert card.isHidden()
    assert told == []


def test_a_toast_without_an_action_takes_no_keyboard(qtbot: QtBot) -> None:
    toast = Toast()
    window_with(qtbot, toast)
    toast.tell("Saved", lambda: timedelta(seconds=5))
    assert toast.focusPolicy() == Qt.FocusPolicy.NoFocus
    narrow = toast.sizeHint().width()
    toast.tell("12 leads held back", lambda: timedelta(seconds=5), "Undo", "Ctrl+Z")
    assert toast.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert toast.sizeHint().width() > narrow
    assert spoken(toast)[0] == "12 leads held back, Undo, Ctrl Z"


def test_the_lead_at_the_desk_tells_why_now(qtbot: QtBot) -> None:
    """Q3: each caller sees why this lead comes now, and every part of its number."""
    now = NowCard()
    window_with(qtbot, now)
    reasons = [ReasonShown(text=f"A reason that takes room {n}") for n in range(4)]
    now.set("Katrin Albers", "Elbkorn Foods", 86, reasons)
    said = spoken(now)[0]
    assert said.startswith("Now Katrin Albers, Elbkorn Foods. Why now: A reason")
    assert said.endswith("takes room 3")
    number = now.findChild(QAbstractButton)
    assert isinstance(number, QAbstractButton)
    assert spoken(number)[0] == "Priority 86, show every part of it"
    with qtbot.waitSignal(now.priority_pressed):
        qtbot.mouseClick(number, Qt.MouseButton.LeftButton)
    now.set("Marcus Hale", "Avonbrook Dairy", None)
    assert number.isHidden()


def test_a_next_card_without_a_lead_hides(qtbot: QtBot) -> None:
    following = NextCard()
    window_with(qtbot, following)
    following.set("Marcus Hale", "Call back due at 10:45")
    assert following.isVisible()
    assert spoken(following)[0] == "Next Marcus Hale: Call back due at 10:45"
    following.set("", "")
    assert following.isHidden()


def test_the_timer_speaks_once_a_minute(qtbot: QtBot) -> None:
    state = CallState()
    qtbot.addWidget(state)
    names = []
    for second in range(58, 62):
        state.set("talking", "On a call", f"03:{second}" if second < 60 else f"04:0{second - 60}")
        names.append(spoken(state)[0])
    assert names == ["On a call 03", "On a call 03", "On a call 04", "On a call 04"]
    state.set("ready", "Ready to dial", "0117 496 0342")
    assert spoken(state)[0] == "Ready to dial 0117 496 0342"


def test_rows_of_facts_say_what_they_are(qtbot: QtBot) -> None:
    missing, known, answer = MissingRow(), KnownRow(), AnswerRow()
    window_with(qtbot, missing, known, answer)
    missing.set("Wants a call", "Would you like a call?", is_must=True, near=True)
    known.set("Date", "6 to 12 months", 20, just_now=True)
    answer.set("When?", "In autumn", "Referral")
    assert missing.accessibleName() == "Wants a call, must have, open, Would you like a call?"
    assert known.accessibleName() == "Date, known, 6 to 12 months, 20 points"
    pen = answer.findChild(IconButton)
    assert isinstance(pen, IconButton)
    assert pen.accessibleName() == "Change the answer to: When?"
    with qtbot.waitSignal(answer.edit_pressed):
        qtbot.mouseClick(pen, Qt.MouseButton.LeftButton)


def test_a_banner_offers_its_way_out(qtbot: QtBot) -> None:
    banner = Banner("bad", "The batch could not be written", "It is unchanged.")
    window_with(qtbot, banner)
    button = banner.findChild(PushButton)
    assert isinstance(button, PushButton)
    assert button.isHidden()
    banner.set("bad", "The batch could not be written", "It is unchanged.", action="Try again")
    with qtbot.waitSignal(banner.pressed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert banner.accessibleName() == "The batch could not be written. It is unchanged."


def test_parts_without_words_take_no_place(qtbot: QtBot) -> None:
    quote, heading = Quote("New line in autumn.", "Tom"), Heading("Still missing", "2")
    window = window_with(qtbot, quote, heading)
    tall = quote.height()
    quote.set("")
    assert quote.isHidden()
    quote.set("New line in autumn.")
    assert quote.isVisible()
    window.adjustSize()
    assert quote.sizeHint().height() < tall + 1


def test_a_part_without_a_page_never_opens_as_a_window(qtbot: QtBot) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    reveal(part, shown=False)
    reveal(part, shown=True)
    assert not part.isVisible()
    page = window_with(qtbot, part)
    assert page.isVisible()
    assert part.isVisible()


def test_a_pop_over_takes_the_keyboard_and_gives_it_back(qtbot: QtBot) -> None:
    anchor, other = PushButton("Call back"), PushButton("Nurture")
    window = window_with(qtbot, other, anchor)
    over = PopOver(window, "Call back", width=300)
    first, second = Field("When"), PushButton("Set call back")
    over.body.addWidget(first)
    over.body.addWidget(second)
    anchor.setFocus()
    over.open(anchor)
    assert QApplication.focusWidget() is first
    assert not over.isWindow()
    qtbot.keyClicks(first, "thu half past ten")
    for expected in (second, first, second):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected
    with qtbot.waitSignal(over.closed):
        press(Qt.Key.Key_Escape)
    assert over.isHidden()
    assert QApplication.focusWidget() is anchor
    over.open(anchor)
    assert first.text() == "thu half past ten"
    with qtbot.waitSignal(other.clicked):
        qtbot.mouseClick(other, Qt.MouseButton.LeftButton)


def test_a_pop_over_stays_inside_its_window(qtbot: QtBot) -> None:
    anchor = PushButton("Call back")
    window = window_with(qtbot, anchor)
    over = PopOver(window, "Call back", width=300)
    for number in range(3):
        over.body.addWidget(Field(f"Field {number}"))
    over.open(anchor)
    for size in ((320, 240), (900, 700), (640, 360)):
        window.resize(*size)
        qtbot.waitUntil(lambda size=size: window.size().toTuple() == size)
        card = over.geometry().adjusted(18, 18, -18, -18)
        assert window.rect().contains(card)
    # What it belongs to may be scrolled out below: the card stays where it is seen.
    anchor.move(anchor.x(), window.height() + 200)
    over.place()
    assert window.rect().contains(over.geometry().adjusted(18, 18, -18, -18))


def test_a_pop_over_survives_what_called_it(qtbot: QtBot) -> None:
    anchor, caller = PushButton("Call back"), PushButton("Was here")
    window = window_with(qtbot, anchor, caller)
    over = PopOver(window, "Call back")
    over.body.addWidget(Field("When"))
    caller.setFocus()
    over.open(anchor)
    caller.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    over.close_over()
    assert over.isHidden()


@pytest.mark.parametrize(
    ("sequence", "caps"),
    [("Ctrl+Return", ("Ctrl", "Enter")), ("PgDown", ("PgDn",)), ("Ctrl++", ("Ctrl", "plus"))],
)
def test_keys_are_named_as_keyboards_print_them(sequence: str, caps: tuple[str, ...]) -> None:
    assert key_names(sequence) == caps


def test_arrows_walk_the_options_and_space_chooses(qtbot: QtBot) -> None:
    """Looking at the options must not answer the question."""
    group = OptionGroup()
    group.set_options(ANSWERS)
    heard: list[str] = []
    group.chosen.connect(heard.append)
    window_with(qtbot, group)
    group.setFocus()
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Right, 3), (Qt.Key.Key_Up, 2)):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is group.findChildren(OptionButton)[place]
    assert heard == []
    assert group.choice() == ""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert heard == ["3"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert heard == ["3"]
    assert group.choice() == "3"
