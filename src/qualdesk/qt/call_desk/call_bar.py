"""The call bar: state and timer, the outcomes that fit with what each will do, the main button."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.events import Phase
from qualdesk.core.outcomes import After, Catalogue, Consequence, Outcome
from qualdesk.core.read_back import with_place
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.call_desk.flow import CallState, Flow, MainStep, clock_words
from qualdesk.qt.plain import plain_tooltip
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import IconButton, MainButton
from qualdesk.qt.widgets.callstate import CallState as StateShown
from qualdesk.qt.widgets.callstate import CallTone
from qualdesk.qt.widgets.outcome import OutcomeButton, OutcomeState
from qualdesk.qt.widgets.paint import fill, reveal, smooth

_MAIN: Final[dict[MainStep, tuple[str, str, str]]] = {
    MainStep.LOOK: (tr_later("Look again"), "refresh-cw", "primary"),
    MainStep.LOAD: (tr_later("Load a list"), "upload", "primary"),
    MainStep.DIAL: (tr_later("Dial"), "phone", "Return"),
    MainStep.FIND_NUMBER: (tr_later("Find a number"), "search", "dial_hang"),
    MainStep.REACHED: (tr_later("Reached"), "headset", "primary"),
    MainStep.END: (tr_later("End call"), "phone-off", "primary"),
    MainStep.END_AND_SAVE: (tr_later("End call, save, next"), "phone-off", "primary"),
    MainStep.SAVE: (tr_later("Save, next lead"), "check", "primary"),
    MainStep.CHOOSE: (tr_later("Choose an outcome"), "list-checks", "primary"),
    MainStep.COME_BACK: (tr_later("Come back"), "play", "primary"),
}
_STATES: Final[dict[CallState, tuple[CallTone, str]]] = {
    CallState.EMPTY: ("ready", tr_later("Nothing to call")),
    CallState.READY: ("ready", tr_later("Ready to dial")),
    CallState.DIALLING: ("dialling", tr_later("Dialling")),
    CallState.ON_A_CALL: ("talking", tr_later("On a call")),
    CallState.WRAPPING_UP: ("wrapping", tr_later("Wrapping up")),
    CallState.BREAK: ("break", tr_later("On a break")),
}
_NO_NUMBER: Final = tr_later("No number")
# When the bar is too narrow these go first; their keys work all the same.
_FIRST_TO_GO: Final = (0, 4, 3, 2)
_REFERRAL: Final = tr_later("Referral")
_WHO_ELSE: Final = tr_later("someone else")


class CallBar(QWidget):
    """What a caller can do now. Outcomes keep their places and say what they will cause."""

    main_pressed = Signal()
    outcome_pressed = Signal(int)
    """An outcome's button was pressed; its digit, 0 for more."""
    referral_pressed = Signal()
    do_not_call_pressed = Signal()

    def __init__(self, keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.main = MainButton(tr("Dial"), "phone")
        self.state = StateShown()
        self.referral = OutcomeButton(
            keys.get("referral", "referral"), tr(_REFERRAL), tr(_WHO_ELSE)
        )
        self.do_not_call = OutcomeButton(
            keys.get("do_not_call", "do_not_call"), tr("Do not call"), state="danger"
        )
        self.more = IconButton("chevron-up", tr("More outcomes, Alt 0"))
        plain_tooltip(self.more, tr("More outcomes, Alt 0"))
        self._outcomes = {n: OutcomeButton(f"outcome_{n}", "") for n in range(1, 10)}
        self._flow = Flow()
        self._all = Catalogue(())
        self._phase = Phase.AFTER
        self._consequences: Mapping[str, Consequence] = {}
        self._chosen_says = ""
        self._clocks = ("UTC", "UTC", "")
        self._has_two_rows = self._wants_two_rows = self._is_showing = False
        self._fitted: tuple[object, ...] = ()
        self._lay_out()
        # Until the desk has answered nobody knows what its key would do.
        reveal(self.main, shown=False)
        self._connect()

    def fit(self, *, two_rows: bool) -> None:
        """Stand in one row, or in two where the window is too narrow for one."""
        self._wants_two_rows = two_rows
        self._show_outcomes()

    def use(self, catalogue: Catalogue) -> None:
        """Take the outcomes of the workspace: their names and places."""
        self._all = catalogue
        self._show_outcomes()

    @property
    def catalogue(self) -> Catalogue:
        """The outcomes of the lead's side of its event."""
        return self._all.of(self._phase)

    def show_lead(
        self,
        phase: Phase,
        consequences: Mapping[str, Consequence],
        *,
        theirs: str,
        ours: str,
        place: str,
    ) -> None:
        """Know what each outcome would do with another lead; ``show_flow`` then shows it.

        ``theirs`` and ``ours`` are the zones of the lead's clock and the caller's, ``place``
        where the lead's is, in a word.
        """
        self._phase, self._consequences = phase, consequences
        self._clocks, self._chosen_says = (theirs, ours, place), ""

    def show_flow(self, flow: Flow, number: str, now: datetime) -> None:
        """Show where the call stands; ``number`` is shown large while nobody was dialled."""
        self._flow = flow
        label, icon, keys = _MAIN[flow.main_step]
        self.main.set(tr(label), icon=icon, keys=keys)
        reveal(self.main, shown=True)
        self.tick(now, number)
        self._show_outcomes()

    def tick(self, now: datetime, number: str) -> None:
        """Show the timer of this moment."""
        tone, word = _STATES[self._flow.state]
        timer = clock_words(self._flow.elapsed(now))
        figure = {CallState.READY: number, CallState.EMPTY: ""}.get(self._flow.state, timer)
        word = _NO_NUMBER if self._flow.main_step is MainStep.FIND_NUMBER else word
        self.state.set(tone, tr(word), figure)

    def show_consequences(self, consequences: Mapping[str, Consequence]) -> None:
        """Show what each outcome would do now."""
        self._consequences = consequences
        self._show_outcomes()

    def button_for(self, outcome: Outcome) -> QWidget:
        """Where an outcome is pressed: its own button, or the one for more."""
        button = self._outcomes.get(outcome.key)
        if button is not None and button.isVisibleTo(self):
            return button
        return self.do_not_call if outcome.after is After.SUPPRESS else self.more

    def show_chosen(self, says: str) -> None:
        """What the chosen outcome will do, as it was just decided; empty says the usual."""
        self._chosen_says = says
        self._show_outcomes()

    def focus_outcomes(self) -> None:
        """Put the cursor on the first outcome."""
        shown = [button for button in self._outcomes.values() if button.isVisibleTo(self)]
        (shown[0] if shown else self.main).setFocus()

    def says_on(self, key: int) -> str:
        """What the button with that digit says it will cause."""
        return self._outcomes[key].consequence

    @property
    def outcomes_shown(self) -> tuple[int, ...]:
        """The digits of the outcome buttons that stand in the bar now."""
        return tuple(n for n, button in self._outcomes.items() if button.isVisibleTo(self))

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(640), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(400), self._height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = smooth(self)
        fill(painter, self.rect(), "surface")
        fill(painter, QRect(0, 0, self.width(), 1), "line")
        line = self._divider.geometry()
        if self._divider.isHidden():
            return
        fill(painter, QRect(line.x(), line.y(), 1, line.height()), "line")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_outcomes()

    def _lay_out(self) -> None:
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(14, 14, 14, 14)
        self._rows.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(6)
        self._rows.addLayout(row)
        self._first = row
        self._divider = QWidget()
        self._divider.setFixedWidth(2)
        self._widths: dict[QWidget, int] = {self._divider: 2}
        row.addWidget(self.state)
        row.addWidget(self._divider)
        for button in self._outcomes.values():
            row.addWidget(button)
        row.addWidget(self.more)
        row.addStretch(1)
        self._right = QWidget()
        right = QHBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(6)
        right.addStretch(1)
        right.addWidget(self.referral)
        right.addWidget(self.do_not_call)
        right.addWidget(self.main)
        row.addWidget(self._right)

    def _connect(self) -> None:
        for number, button in self._outcomes.items():
            button.clicked.connect(lambda _on=False, n=number: self.outcome_pressed.emit(n))
        self.more.clicked.connect(lambda: self.outcome_pressed.emit(0))
        self.main.clicked.connect(self.main_pressed)
        self.referral.clicked.connect(self.referral_pressed)
        self.do_not_call.clicked.connect(self.do_not_call_pressed)

    def _show_outcomes(self) -> None:
        if self._is_showing:
            # Showing a button makes Qt lay the bar out at once: hidden from there, it would stay
            # on the screen over its neighbours.
            return
        wanted = self._said_on_keys()
        is_there = not self.main.isHidden()
        asked = (self._flow.state, self._chosen_key(), wanted, self._wants_two_rows, is_there)
        width = self.width()
        if self._fitted == (asked, width, self._measured()):
            # Most leads need as much room as the one before: nothing is laid out anew for them.
            return
        self._is_showing = True
        self._show_what_fits(wanted)
        self._is_showing, self._fitted = False, (asked, width, self._measured())
        if self.width() != width:
            self._show_outcomes()

    def _said_on_keys(self) -> frozenset[int]:
        """Say on each key what it would do now; the digits of those that are to be shown."""
        wanted, catalogue = set(), self.catalogue
        for number in self._flow.keys_shown:
            outcome = catalogue.on_key(number)
            if outcome is not None and number in self._outcomes:
                says, state = self._said(outcome.code)
                told = self._told(outcome.code, says)
                self._outcomes[number].set(tr(outcome.label), says, state, told=told)
                wanted.add(number)
        return frozenset(wanted)

    def _show_what_fits(self, wanted: frozenset[int]) -> None:
        self.state.setVisible(self._flow.state is not CallState.EMPTY)
        self._divider.setVisible(self._flow.state is not CallState.EMPTY)
        for number, button in self._outcomes.items():
            button.setVisible(number in wanted)
        self.referral.setVisible(self._flow.is_in_call)
        self.do_not_call.setVisible(self._has_lead)
        self.more.setVisible(self._has_lead)
        self._leave_out()

    def _said(self, code: str) -> tuple[str, OutcomeState]:
        found = self._consequences.get(code)
        if code == self._flow.chosen:
            return self._chosen_says or (found.says if found else ""), "selected"
        if found is not None and found.lacks:
            return found.says or tr("needs an answer"), "lacking"
        return (found.says if found else ""), "normal"

    def _told(self, code: str, says: str) -> str:
        """What a key causes, with the place of its time: on the key itself there is no room."""
        found, (theirs, ours, place) = self._consequences.get(code), self._clocks
        at = found.next_at if found else None
        return with_place(says, at, theirs=theirs, ours=ours, place=place)

    def _leave_out(self) -> None:
        """Hide what does not fit, in the order of what is missed least; at last take two rows."""
        self._measured()
        # Else it keeps the height it had for a moment, with two rows in a bar as high as one.
        self._right.setMinimumHeight(self.main.sizeHint().height())
        self._stand_in(two_rows=self._wants_two_rows)
        self._refer(tr(_WHO_ELSE))
        for number in _FIRST_TO_GO:
            is_chosen = number and number == self._chosen_key()
            if is_chosen or self._needed() <= self.width():
                continue
            (self._outcomes[number] if number else self.more).hide()
        if self._needed() > self.width():
            self._refer("")
        if self._needed() > self.width():
            self._stand_in(two_rows=True)
            self._take_back()
        more = self._widths[self.more] + self._first.spacing()
        if self.more.isHidden() and self._has_lead and self._needed() + more <= self.width():
            self.more.show()

    def _take_back(self) -> None:
        """Two rows have room again for what gave way to one, the one missed most first."""
        catalogue = self.catalogue
        for number in reversed(_FIRST_TO_GO[1:]):
            button = self._outcomes[number]
            if number in self._flow.keys_shown and catalogue.on_key(number) is not None:
                button.show()
                button.setVisible(self._needed() <= self.width())

    def _stand_in(self, *, two_rows: bool) -> None:
        if two_rows != self._has_two_rows:
            self._has_two_rows = two_rows
            (self._rows if two_rows else self._first).addWidget(self._right)
            self.updateGeometry()

    @property
    def _has_lead(self) -> bool:
        return self._flow.state not in {CallState.EMPTY, CallState.BREAK}

    def _chosen_key(self) -> int:
        chosen = self._flow.chosen
        # The next lead may come while the last outcome, of the event's other side, stands here.
        return next((one.key for one in self.catalogue if one.code == chosen), 0)

    def _height(self) -> int:
        return look().px(132 if self._has_two_rows else 76)

    def _refer(self, second: str) -> None:
        self.referral.set(tr(_REFERRAL), second)
        self._widths[self.referral] = self.referral.sizeHint().width()

    def _measured(self) -> tuple[int, ...]:
        """How wide each part of the bar would be now."""
        parts = (self.state, *self._outcomes.values(), self.more)
        for each in (*parts, self.referral, self.do_not_call, self.main):
            self._widths[each] = each.sizeHint().width()
        return tuple(self._widths.values())

    def _needed(self) -> int:
        """The width of all that is shown, as the layout would come to it: it is asked often."""
        left = self._wide(self.state, self._divider, *self._outcomes.values(), self.more)
        right = self._wide(self.referral, self.do_not_call, self.main)
        edges = self._rows.contentsMargins()
        beside = left + self._first.spacing() + right
        needed = max(left, right) if self._has_two_rows else beside
        return edges.left() + needed + edges.right()

    def _wide(self, *parts: QWidget) -> int:
        shown = [self._widths[each] for each in parts if not each.isHidden()]
        return sum(shown) + self._first.spacing() * max(len(shown) - 1, 0)
