"""How a number comes about: each part with its words, its step on a common line, and its sum."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import number, tr
from qualdesk.qt.plain import PlainLabel, name_aloud
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.card import Rule
from qualdesk.qt.widgets.paint import box, reveal, smooth
from qualdesk.qt.widgets.pool import Pool

_STEP: Final = 92
_NUMBER: Final = 46
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_TOP: Final = Qt.AlignmentFlag.AlignTop


@frozen
class PartShown:
    """One part of a number: its words and what it adds; a negative one takes away."""

    says: str
    points: int


class PartsList(QWidget):
    """The parts from the top, each beginning where the last one ended, and the sum below."""

    def __init__(self, total: str = "") -> None:
        super().__init__()
        rows = QVBoxLayout()
        rows.setSpacing(6)
        self._rows: Pool[_PartRow, tuple[PartShown, int, int, int]] = Pool(rows, _PartRow, _fill)
        self._rule = Rule()
        self._sum = _PartRow("body_strong")
        self._total = total or tr("Together")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(rows)
        column.addWidget(self._rule)
        column.addWidget(self._sum)

    def show_parts(self, parts: Sequence[PartShown]) -> None:
        """Show these parts; what they add up to stands below them."""
        steps, at = [], 0
        for part in parts:
            steps.append((part, at, at + part.points))
            at += part.points
        ends = [0, *(end for _part, _start, end in steps)]
        low, high = min(ends), max(*ends, 1)
        self._rows.show([(part, start - low, end - low, high - low) for part, start, end in steps])
        total = PartShown(says=self._total, points=at)
        self._sum.set(total, -low, at - low, high - low, tone="accent", signed=False)
        for each in (self._rule, self._sum):
            reveal(each, shown=bool(parts))
        said = ", ".join(f"{part.says} {part.points:+d}" for part in parts)
        name_aloud(self, f"{self._total} {at}: {said}" if said else "")


class _PartRow(QWidget):
    def __init__(self, face: str = "body") -> None:
        super().__init__()
        self._says = PlainLabel(face=face, wrap=True)
        self._step = _Step()
        self._number = PlainLabel(face="body_strong")
        self._number.setAlignment(_RIGHT)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._says, 0, 0)
        grid.addWidget(self._step, 0, 1, _TOP)
        grid.addWidget(self._number, 0, 2, _TOP)
        self._settle()

    def set(
        self,
        part: PartShown,
        start: int,
        end: int,
        whole: int,
        *,
        tone: str = "",
        signed: bool = True,
    ) -> None:
        self._says.setText(part.says)
        self._number.setText(number(part.points, "+,d" if signed and part.points else ","))
        self._number.set_look(tone="text" if part.points >= 0 else "bad")
        self._step.set(start, end, whole, tone or ("chart1" if part.points >= 0 else "bad_fill"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._settle()

    def _settle(self) -> None:
        self._number.setFixedWidth(look().px(_NUMBER))


class _Step(QWidget):
    """A piece of a line from one height to the next."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._start, self._end, self._whole, self._fill = 0, 0, 1, "chart1"

    def set(self, start: int, end: int, whole: int, fill: str) -> None:
        self._start, self._end, self._whole, self._fill = start, end, max(whole, 1), fill
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(_STEP), look().line("body"))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = smooth(self)
        px = look().px
        top = self.height() / 2 - px(4)
        box(painter, QRectF(0, top, self.width(), px(8)), fill="hover", radius=4)
        low, high = sorted((self._start, self._end))
        x = self.width() * low / self._whole
        room = max(self.width() * (high - low) / self._whole, px(2))
        x = min(x, self.width() - room)
        box(painter, QRectF(x, top, room, px(8)), fill=self._fill, radius=4)


def _fill(row: _PartRow, shown: tuple[PartShown, int, int, int]) -> None:
    row.set(*shown)
