"""What is shown where a workspace cannot be used: why, what is safe, what to do."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shell import Shell
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.fields import Field, Tick
from qualdesk.qt.widgets.rows import IconMark, IconRow

_SAFE: Final = tr_later("Nothing was changed.")


def tell_fault(shell: Shell, report: str, file: Path | None = None) -> None:
    """A fault nobody expected: say what is safe, where its report lies, and let it be copied.

    In a strip, never over the page: somebody may be on the line. Nothing is sent to anybody.
    """
    says = tr("What was saved is safe. The report names no person.")
    if file is not None:
        says = tr(
            "What was saved is safe. The report names no person, is sent to nobody, and lies in "
            "{file}.",
            file=file,
        )
    shell.say(
        "bad",
        tr("Something went wrong inside qualdesk"),
        says,
        tr("Copy report"),
        lambda: QApplication.clipboard().setText(report),
    )


class TroublePage(QWidget):
    """A workspace that cannot be used: what is so, what is safe, what to do."""

    retry_pressed = Signal()
    close_pressed = Signal()

    def __init__(self, title: str, says: str, place: str) -> None:
        super().__init__()
        self.setAccessibleName(f"{title}. {says}")
        card = Card()
        card.setMaximumWidth(640)
        self.says = PlainLabel(says, face="text", tone="text2", wrap=True)
        self.again = PushButton(tr("Try again"), icon="refresh-cw", kind="accent")
        self.close_window = PushButton(tr("Close"))
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 26, 28, 26)
        column.setSpacing(12)
        column.addWidget(IconMark("file-warning", "bad", 28))
        column.addWidget(PlainLabel(title, face="page_title", wrap=True))
        column.addWidget(self.says)
        column.addWidget(IconRow("folder", place, face="body", tone="text2"))
        if tr(_SAFE) not in says:
            column.addWidget(IconRow("circle-check", tr(_SAFE), face="body"))
        self._offered = QVBoxLayout()
        self._offered.setSpacing(8)
        column.addLayout(self._offered)
        buttons = self._buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.again)
        buttons.addWidget(self.close_window)
        buttons.addStretch(1)
        column.addLayout(buttons)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 6)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(row)
        whole.addStretch(2)
        self.again.clicked.connect(self.retry_pressed)
        self.close_window.clicked.connect(self.close_pressed)

    def offer(self, says: Sequence[str], *ways: PushButton) -> None:
        """Ways out, and what they would come to; the first of them is in front."""
        for each in says:
            self._offered.addWidget(PlainLabel(each, face="body", tone="text2", wrap=True))
        for place, way in enumerate(ways):
            self._buttons.insertWidget(place, way)
        if ways:
            ways[0].setFocus()

    def main(self) -> None:
        """The one big key: try again."""
        self.retry_pressed.emit()


class PasswordPage(QWidget):
    """A team database's password, or an encrypted file's passphrase, kept if wanted."""

    given = Signal(str, bool)
    """The password typed, and whether the computer's keyring keeps it."""
    close_pressed = Signal()

    def __init__(self, says: str, place: str, *, of_file: bool = False) -> None:
        """``of_file``: a workspace file is encrypted; else a team's server asks."""
        super().__init__()
        title, word = (tr(one) for one in (_OF_FILE if of_file else _OF_SERVER))
        self.setAccessibleName(f"{title}. {says}")
        card = Card()
        card.setMaximumWidth(560)
        self.password = Field(word)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep = Tick(tr(_KEEP_KEY if of_file else _KEEP))
        self.keep.setChecked(not of_file)
        self.on = PushButton(
            tr("Open") if of_file else tr("Connect"), kind="accent", keys="Enter", height=40
        )
        self.close_window = PushButton(tr("Close"), height=40)
        asked = PlainLabel(word, face="body_strong")
        asked.setBuddy(self.password)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.on)
        buttons.addWidget(self.close_window)
        buttons.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 26, 28, 26)
        column.setSpacing(10)
        column.addWidget(PlainLabel(title, face="page_title", wrap=True))
        column.addWidget(PlainLabel(says, face="body", tone="text2", wrap=True))
        column.addWidget(
            IconRow("folder" if of_file else "users", place, face="body", tone="text2")
        )
        for part in (asked, self.password, self.keep):
            column.addWidget(part)
        column.addSpacing(6)
        column.addLayout(buttons)
        self._put_in_the_middle(card)
        self.on.clicked.connect(self.main)
        self.password.returnPressed.connect(self.main)
        self.close_window.clicked.connect(self.close_pressed)
        self.setFocusProxy(self.password)

    def main(self) -> None:
        """The one big key: connect."""
        self.given.emit(self.password.text(), self.keep.isChecked())

    def _put_in_the_middle(self, card: Card) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 6, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(row)
        whole.addStretch(2)


_OF_SERVER: Final = (
    tr_later("Your team's database asks for your password"),
    tr_later("Password"),
)
_OF_FILE: Final = (tr_later("This workspace is encrypted"), tr_later("Passphrase"))
_KEEP: Final = tr_later("Keep the password in this computer's keyring")
_KEEP_KEY: Final = tr_later("Keep the passphrase in this computer's keyring")
