"""The definition page as it stands on the screen: criteria, what is beside them, the trial."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.qt.definitions.compare_side import CompareSide
from qualdesk.qt.definitions.criteria_card import CriteriaCard
from qualdesk.qt.definitions.criterion_editor import CriterionEditor
from qualdesk.qt.definitions.evidence import EvidenceCard
from qualdesk.qt.definitions.gap_view import GapView
from qualdesk.qt.definitions.leads_side import LeadsSide
from qualdesk.qt.definitions.past_view import PastView
from qualdesk.qt.definitions.predict_view import PredictView
from qualdesk.qt.definitions.rating_view import RatingView
from qualdesk.qt.definitions.sign_off import WIDTH, SignOff
from qualdesk.qt.definitions.tier_editor import TierEditor
from qualdesk.qt.definitions.tried import TriedCard
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.beside import Beside
from qualdesk.qt.widgets.conflict import ConflictBar
from qualdesk.qt.widgets.paint import reveal

_TRIED_HEIGHT: Final = 216
_LOW: Final = 700
_MARGIN: Final = 16
_LEAST: Final = 190
_TRIED_LOW: Final = 196


class DefinitionView(QWidget):
    """Two places that change what they show, above the trial, which stays."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self.front = _Front()
        self.side = QStackedWidget()

    def make(self) -> Iterator[None]:
        """Make the parts, and lay them out."""
        self.criteria = CriteriaCard()
        self.predict = PredictView()
        self.gap = GapView()
        self.rating = RatingView(self._zone)
        yield
        self.past = PastView(self._zone)
        self.sign_off = SignOff(self._zone)
        yield
        self.editor = CriterionEditor()
        self.tier = TierEditor()
        self.leads = LeadsSide()
        self.compare = CompareSide()
        self.tried = TriedCard()
        self.conflict = ConflictBar()
        yield
        self.both = Beside(self.front, self.side)
        self._lay_out()
        yield
        for part in (self.criteria, self.predict, self.gap, self.rating, self.past):
            self.front.addWidget(part)
        for card in (self.sign_off, self.editor, self.tier, self.leads, self.compare):
            self.side.addWidget(card)
        self._fit()
        self.tried.filled.connect(self._fit)

    def _lay_out(self) -> None:
        reveal(self.conflict, shown=False)
        self.side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.tried.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 15, _MARGIN, 15)
        column.setSpacing(14)
        column.addWidget(self.conflict)
        column.addWidget(self.both, 1)
        column.addWidget(self.tried)

    def show_front(self, part: QWidget) -> None:
        """Bring the criteria, or evidence in their place, to the front with the cursor in it."""
        self.front.setCurrentWidget(part)
        self.both.close_side()
        self._fit()
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_side(self, card: QWidget, *, with_cursor: bool = True) -> None:
        """Show this card beside; in a narrow window it takes the place of the criteria."""
        self.side.setCurrentWidget(card)
        if with_cursor:
            self.both.open()
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """One step back: the sign-off beside the criteria; False where all of it is there."""
        if self.sign_off.talk.close_line():
            return True
        if self.side.currentWidget() is not self.sign_off:
            self._close_side()
            return True
        if self.front.currentWidget() is self.rating and self.rating.is_judging:
            self.rating.show_overview()
            return True
        if self.front.currentWidget() is not self.criteria:
            self.show_front(self.criteria)
            return True
        if self.both.close_side():
            self.criteria.setFocus()
            return True
        return False

    def step_back(self) -> None:
        """The same, for a button that says so."""
        self.back()

    def _close_side(self) -> None:
        """The sign-off again, and the cursor in what is in front."""
        self.both.close_side()
        self.side.setCurrentWidget(self.sign_off)
        front = self.front.currentWidget()
        if isinstance(front, CriteriaCard | EvidenceCard):
            front.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.front.count():
            self._fit()

    def _fit(self) -> None:
        px = look().px
        is_low = self.height() < px(_LOW)
        front = self.front.currentWidget()
        # What is judged or laid side by side needs the room more than the trial does.
        beside = front is self.criteria or (front in {self.predict, self.past} and not is_low)
        reveal(self.tried, shown=beside)
        # At least: in a narrow window its sentences wrap, and it is as high as they need.
        least = _TRIED_LOW if is_low else _TRIED_HEIGHT
        self.tried.setMinimumHeight(0 if self.tried.has_little else px(least))
        self.side.setFixedWidth(px(WIDTH))
        # The highest of the parts must not make a low window higher while another is in front.
        for stack in (self.front, self.side):
            stack.setMinimumHeight(px(_LEAST))
        self.both.fit()
        self.criteria.fold(is_narrow=self.both.is_narrow)


class _Front(QStackedWidget):
    """As wide as what is in front needs: the others are not there to be read."""

    @override
    def minimumSizeHint(self) -> QSize:
        front = self.currentWidget()
        return front.minimumSizeHint() if front is not None else super().minimumSizeHint()
