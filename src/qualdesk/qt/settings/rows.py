"""A setting as a row: what it is, what it means, where it is changed, and the way back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.clock import Clock
from qualdesk.core.frozen import frozen
from qualdesk.core.team import Standing
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.choices import Choices
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import LinkButton, PushButton
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.work import Work
from qualdesk.settings import Settings

BACK = tr_later("Back to normal")
_LINE: Final = 560
"""How wide a sentence may run, unscaled: some eighty letters."""


@frozen
class Place:
    """What the sections of the page work with."""

    choices: Choices
    work: Work
    clock: Clock
    zone: str
    choosing: Choosing


class BackLink(LinkButton):
    """Puts one setting back to what it is without anybody's choice."""

    def __init__(self, title: str) -> None:
        self._of = title
        super().__init__(tr(BACK))
        self.hide()

    @override
    def say_keys(self) -> None:
        """Every row has such a link: each says which setting it means."""
        self.renamed(f"{tr(BACK)}: {self._of}")


class SettingRow(QWidget):
    """One setting under a line. Its hint may say instead why what was typed is not taken."""

    back_pressed = Signal()

    def __init__(self, title: str, hint: str, *controls: QWidget, is_below: bool = False) -> None:
        """``is_below``: the controls have a line of their own, the first one wide."""
        super().__init__()
        self._hint_text = hint
        self.title = PlainLabel(title, face="body_strong", wrap=True)
        self._hint = PlainLabel(hint, face="hint", tone="text2", wrap=True)
        self.back = BackLink(title)
        self.controls = controls
        text = QVBoxLayout()
        text.setSpacing(2)
        # A title without a hint stands beside the middle of its controls.
        text.addStretch(1)
        text.addWidget(self.title)
        text.addWidget(self._hint)
        text.addStretch(1)
        self._lay_out(text, is_below=is_below)
        reveal(self._hint, shown=bool(hint))
        self.back.clicked.connect(self.back_pressed)

    def _lay_out(self, text: QVBoxLayout, *, is_below: bool) -> None:
        side, row = QHBoxLayout(), QHBoxLayout()
        side.setSpacing(10)
        if not is_below:
            side.addStretch(1)
        side.addWidget(self.back)
        for place, each in enumerate(self.controls):
            side.addWidget(each, int(is_below and place == 0))
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(20)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(Rule())
        whole.addLayout(row)
        row.addLayout(text, 5)
        if is_below:
            row.addStretch(4)
            side.setContentsMargins(0, 0, 0, 4)
            whole.addLayout(side)
        else:
            row.addLayout(side, 4)
            row.setAlignment(side, Qt.AlignmentFlag.AlignVCenter)

    @property
    def hint(self) -> str:
        """What the line below the title says."""
        return self._hint.text()

    def explain(self, hint: str) -> None:
        """Let the hint mean something else from now on."""
        self._hint_text = hint
        self.say()

    def show_changed(self, *, is_changed: bool) -> None:
        """Offer the way back where there is one to go."""
        had_cursor = self.back.hasFocus()
        reveal(self.back, shown=is_changed)
        if had_cursor and not is_changed and self.controls:
            self.controls[0].setFocus()

    def say(self, text: str = "", tone: str = "warn") -> None:
        """Say something in place of the hint; nothing says the hint again."""
        self._hint.setText(text or self._hint_text)
        self._hint.set_look(tone=tone if text else "text2")
        reveal(self._hint, shown=bool(self._hint.text()))


class CommandRow(SettingRow):
    """A row whose command is typed elsewhere: it is copied."""

    def __init__(self, title: str, hint: str, command: str = "") -> None:
        """``command`` may be known later only; until then nothing is copied."""
        self.copy = PushButton(tr("Copy the command"), icon="copy", height=34)
        super().__init__(title, hint, self.copy)
        self.command = command
        self.copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        if self.command:
            QGuiApplication.clipboard().setText(self.command)
            self.say(tr("Copied: {command}", command=self.command), "ok")


class Section(QScrollArea):
    """One section of the page: a card of rows that scrolls when there is little room.

    ``title`` and ``about`` are kept in English and translated where they are shown.
    """

    key = ""
    title = ""
    about = ""
    widest = 920

    def __init__(self) -> None:
        super().__init__()
        self._card = Card()
        self._card.setMaximumWidth(look().px(self.widest))
        self.body = QVBoxLayout(self._card)
        self.body.setContentsMargins(20, 16, 20, 18)
        self.body.setSpacing(8)
        self.body.addWidget(PlainLabel(tr(self.title), face="page_title"))
        if self.about:
            about = PlainLabel(tr(self.about), face="body", tone="text2", wrap=True)
            about.setMaximumWidth(look().px(_LINE))
            self.body.addLayout(_beside_rest(about))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.addLayout(_beside_rest(self._card))
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr(self.title))

    def add_rows(self, rows: Sequence[QWidget]) -> None:
        """Put rows under each other."""
        for row in rows:
            self.body.addWidget(row)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen now."""

    def show_team(self, standing: Standing) -> None:
        """Another workspace is open: show who this person is there."""

    def opened(self) -> None:
        """The section comes to the front: look again at what is not kept in the settings."""


def _beside_rest(part: QWidget) -> QHBoxLayout:
    """A line of its own for what may not be as wide as there is room.

    Beside a stretch its height is measured for the width it gets, not for all there is.
    """
    across = QHBoxLayout()
    across.addWidget(part, 100)
    across.addStretch(1)
    return across
