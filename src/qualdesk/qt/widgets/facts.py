"""What is known and what is missing: answers given, criteria met and open, the verdict."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.plain import PlainLabel, name_aloud
from qualdesk.qt.widgets.buttons import IconButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.rows import IconMark

_TOP = Qt.AlignmentFlag.AlignTop


class AnswerRow(Card):
    """An answer given earlier in the call: the question, the answer, a pen to change it."""

    edit_pressed = Signal()

    def __init__(self, question: str = "", answer: str = "", chip: str = "") -> None:
        super().__init__(ground="sunken", line=None, radius=8)
        self._question = PlainLabel(face="hint", tone="text2", wrap=True)
        self._answer = PlainLabel(face="body_medium", wrap=True)
        self._chip = Chip()
        self._pen = IconButton("pencil-line", tr("Change this answer"))
        self._pen.clicked.connect(self.edit_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(IconMark("check", "ok"), 0, _TOP)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._question)
        column.addWidget(self._answer)
        row.addLayout(column, 1)
        row.addWidget(self._chip)
        row.addWidget(self._pen)
        self.set(question, answer, chip)

    def set(self, question: str, answer: str, chip: str = "") -> None:
        """Show another answer in place."""
        self._question.setText(question)
        self._answer.setText(answer)
        self._chip.set(chip)
        self._chip.setVisible(bool(chip))
        self._pen.renamed(tr("Change the answer to: {question}", question=question))


class MissingRow(Card):
    """A criterion still open: what it is, how to ask, and whether it is a must-have.

    ``near`` gives it the amber ground, for when at most two must-haves are open.
    """

    def __init__(self, title: str = "", ask: str = "") -> None:
        super().__init__(ground="sunken", line=None, radius=8)
        self._title = PlainLabel(face="body_strong", wrap=True)
        self._ask = PlainLabel(face="hint", tone="text2", wrap=True)
        self._kind = PlainLabel(face="hint_strong")
        grid = QGridLayout(self)
        grid.setContentsMargins(11, 7, 11, 7)
        grid.setHorizontalSpacing(9)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(IconMark("circle-dashed", "warn", 16), 0, 0)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._kind, 0, 2)
        grid.addWidget(self._ask, 1, 1, 1, 2)
        self.set(title, ask)

    def set(self, title: str, ask: str = "", *, is_must: bool = False, near: bool = False) -> None:
        """Show another criterion in place."""
        self._title.setText(title)
        self._ask.setText(ask)
        self._ask.setVisible(bool(ask))
        self._kind.setText(tr("Must have") if is_must else tr("Helps"))
        self._kind.set_look(
            face="hint_strong" if is_must else "hint", tone="warn" if is_must else "text3"
        )
        self.set_ground("warn_soft" if near and is_must else "sunken")
        kind = tr("must have") if is_must else tr("helps")
        name_aloud(self, ", ".join(filter(None, (title, kind, tr("open", about="state"), ask))))


class KnownRow(Card):
    """A criterion that is known: what it is, what they said, its points; green when new."""

    def __init__(self, label: str = "", value: str = "", points: int | None = None) -> None:
        super().__init__(ground="surface", line=None, radius=8)
        self._label = PlainLabel(face="hint", tone="text2", wrap=True)
        self._value = PlainLabel(face="body_medium", wrap=True)
        self._now = PlainLabel(tr("just now"), face="hint", tone="ok")
        self._points = PlainLabel(face="hint_medium", tone="text3")
        self._mark = IconMark("circle-check", "ok")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(9)
        self._row.addWidget(self._mark, 0, _TOP)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addWidget(self._value)
        self._row.addLayout(column, 1)
        self._row.addWidget(self._now)
        self._row.addWidget(self._points)
        self.set(label, value, points)

    def set(
        self, label: str, value: str, points: int | None = None, *, just_now: bool = False
    ) -> None:
        """Show another known criterion in place; no points show no number."""
        said = "" if points is None else f"{points:+d}" if points else "0"
        self._label.setText(label)
        self._value.setText(value)
        self._points.setText(said)
        self._points.set_look(
            face="hint_strong" if just_now else "hint_medium", tone="ok" if just_now else "text3"
        )
        self._now.setVisible(just_now)
        side = 9 if just_now else 0
        self._row.setContentsMargins(side, 5 if just_now else 2, side, 5 if just_now else 2)
        self.set_ground("ok_soft" if just_now else "surface")
        end = tr_n(points, "{n} point", "{n} points") if points is not None else ""
        name_aloud(
            self, ", ".join(filter(None, (label, tr("known", about="criterion"), value, end)))
        )
