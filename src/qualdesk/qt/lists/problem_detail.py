"""One thing found in a list: what it means, the answers to it, and its rows before and after."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.list_checks import CheckGroup, RowTone, Section
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.lists.country_row import CountryRow
from qualdesk.qt.lists.deciding import chosen_option, questions
from qualdesk.qt.lists.offer_table import COMPANY, OfferTable
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shortcuts import with_keys
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.chip import Chip, ChipTone
from qualdesk.qt.widgets.option import Option, OptionGroup
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.radio_card import RadioCard

_CHIPS: Final[dict[Section, ChipTone]] = {
    Section.ASKS: "warn",
    Section.FIXED: "ok",
    Section.LEFT_OUT: "bad",
    Section.KNOW: "info",
}
_FEW: Final = 3
_LOW_WINDOW: Final = 640
_OFFER_KEYS: Final = tr_later(
    "Enter: the link of the row · Del: leave the row out · {undo}: take it back"
)
_PLAIN_KEYS: Final = tr_later("Del: leave the row out · {undo}: take it back")


class ProblemDetail(Card):
    """The group the cursor is on, whole."""

    answered = Signal(str, str)
    """The id of a group, and the answer to it; an empty one takes it back."""
    went_on = Signal()
    """Enter in the answers: what is chosen is right, go on to what comes next."""

    def __init__(self) -> None:
        super().__init__()
        self._group: CheckGroup | None = None
        self._is_picking = False
        self._waiting: tuple[CheckGroup, Sequence[CheckGroup], Mapping[str, str]] | None = None
        self._heading = PlainLabel(face="page_title", wrap=True)
        self._chip = Chip()
        self._explains = PlainLabel(face="body", tone="text2", wrap=True)
        self.options = OptionGroup(tr("Answers"), looks=RadioCard)
        self.country = CountryRow()
        self.table = OfferTable()
        self._keys = PlainLabel(face="hint", tone="text2", elide=True)
        self._more = PlainLabel(face="hint", tone="text2")
        self._below = QWidget()
        self._filler = QWidget()
        self._lay_out()
        self.options.chosen.connect(self._chose)
        self.options.kept.connect(self._kept)
        self.country.picked.connect(self._picked)
        self.table.written.connect(self._show_waiting)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._heading, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        top = QVBoxLayout()
        top.setContentsMargins(18, 13, 18, 13)
        top.setSpacing(10)
        top.addLayout(head)
        top.addWidget(self._explains)
        top.addWidget(self.options)
        top.addWidget(self.country)
        keys = QHBoxLayout()
        keys.setContentsMargins(18, 4, 18, 5)
        keys.addWidget(self._keys, 1)
        keys.addWidget(self._more)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(Rule())
        below.addLayout(keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self._below)
        column.addWidget(self._filler, 1)

    def show_group(
        self, group: CheckGroup, groups: Sequence[CheckGroup], answers: Mapping[str, str]
    ) -> None:
        """Show this one of the groups; while a cell is being written in, it waits."""
        if self.table.is_writing:
            self._waiting = (group, groups, answers)
            return
        self.setUpdatesEnabled(False)
        self._fill(group, groups, answers)
        self.setUpdatesEnabled(True)

    def _fill(
        self, group: CheckGroup, groups: Sequence[CheckGroup], answers: Mapping[str, str]
    ) -> None:
        is_same = self._group is not None and self._group.id == group.id
        self._group = group
        self._heading.setText(group.heading)
        self._explains.setText(group.explains)
        self._chip.set(_chip_says(group, groups), _CHIPS[group.section])
        self._show_options(group, answers, stays=is_same)
        is_out = group.section is Section.LEFT_OUT
        self.table.show_rows(group.rows, coloured=not is_out)
        if not is_same and group.rows:
            self.table.choose(0)
        self._tell_below(group)

    def show_company(self, *, shown: bool) -> None:
        """Show or hide the company of the rows: a narrow window has no room for it."""
        self.table.reveal_column(COMPANY, shown=shown)

    def answer(self, digit: str) -> bool:
        """Choose the option with this number; False when there is none."""
        if self._group is None or not self._group.options or not self.options.choose(digit):
            return False
        self._chose(digit)
        if self._is_picking:
            self.country.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _show_options(self, group: CheckGroup, answers: Mapping[str, str], *, stays: bool) -> None:
        chosen = chosen_option(group, answers)
        self._is_picking = stays and self._is_picking
        if self._is_picking:
            # Somebody is typing a country: what was counted meanwhile does not take it away.
            chosen = next((each for each in group.options if each.wants), chosen)
        wanted = [
            Option(
                key=str(number),
                title=option.title,
                second=option.says,
                trailing=tr("Suggested") if option.is_suggested else "",
            )
            for number, option in enumerate(group.options, start=1)
        ]
        if not stays or [each.key for each in wanted] != self.options.keys():
            self.options.set_options(wanted, 1)
        else:
            self.options.change(wanted)
        reveal(self.options, shown=bool(wanted))
        self._fit()
        key = str(group.options.index(chosen) + 1) if chosen else ""
        self.options.choose(key)
        asks = chosen is not None and chosen.wants == "country"
        reveal(self.country, shown=asks)
        if asks and chosen is not None:
            held = answers.get(group.id) or group.answer
            if held and held != chosen.id:
                self.country.show_country(held)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Many answers in a low window leave room for the rows."""
        many = len(self.options.keys()) > _FEW
        is_low = many and self.height() < look().px(_LOW_WINDOW)
        for card in self.options.findChildren(RadioCard):
            card.set_low(is_low=is_low)

    def _tell_below(self, group: CheckGroup) -> None:
        reveal(self.table, shown=bool(group.rows))
        reveal(self._below, shown=bool(group.rows))
        reveal(self._filler, shown=not group.rows)
        offers = any(row.offers for row in group.rows)
        may_leave = any(row.tone is not RowTone.OUT for row in group.rows)
        says = _OFFER_KEYS if offers else _PLAIN_KEYS if may_leave else ""
        self._keys.setText(with_keys(tr(says)) if group.rows and says else "")
        shown, count = len(group.rows), group.count
        self._more.setText(
            tr("The first {shown:,} of {count:,} rows", shown=shown, count=count)
            if 0 < shown < count
            else ""
        )

    def _chose(self, digit: str) -> None:
        group = self._group
        if group is None:
            return
        option = group.options[int(digit) - 1] if digit else None
        self._is_picking = option is not None and option.wants == "country"
        reveal(self.country, shown=self._is_picking)
        if not self._is_picking:
            self.answered.emit(group.id, option.id if option else "")

    def _kept(self) -> None:
        """Enter on the answers: the one that is marked is the answer."""
        key = self.options.choice()
        group = self._group
        if group is None or not key:
            return
        option = group.options[int(key) - 1]
        if option.wants == "country":
            self.country.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.answered.emit(group.id, option.id)
        self.went_on.emit()

    def _picked(self, code: str) -> None:
        self._is_picking = False
        if self._group is not None:
            self.answered.emit(self._group.id, code)
            self.went_on.emit()

    def _show_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.show_group(*waiting)


def _chip_says(group: CheckGroup, groups: Sequence[CheckGroup]) -> str:
    if group.section is not Section.ASKS:
        return group.section.label
    asked = [each.id for each in questions(groups)]
    place = asked.index(group.id) + 1 if group.id in asked else 1
    return tr("Question {place} of {questions}", place=place, questions=max(len(asked), 1))
