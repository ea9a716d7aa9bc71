"""What is shown where a workspace cannot be used: why, what is safe, what to do."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit

from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.middle_page import MiddlePage
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shell import Shell
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Field, Tick
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconRow

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


class TroublePage(MiddlePage):
    """A workspace that cannot be used: what is so, what is safe, what to do."""

    retry_pressed = Signal()

    def __init__(self, title: str, says: str, place: str) -> None:
        super().__init__(("file-warning", "bad"), title, says)
        self.again = PushButton(tr("Try again"), icon="refresh-cw", kind="accent")
        self.body.addWidget(IconRow("folder", place, face="body", tone="text2"))
        if tr(_SAFE).rstrip(".").casefold() not in says.casefold():
            self.body.addWidget(IconRow("circle-check", tr(_SAFE), face="body"))
        self._told = PlainLabel("", face="body", tone="text2", wrap=True)
        self.add_ways(self.again)
        self._main = self.again
        self.again.clicked.connect(self.retry_pressed)

    def offer(self, says: Sequence[str], *ways: PushButton) -> None:
        """Ways out, and what they would come to; one with the accent is in front from now on."""
        for each in says:
            self.body.addWidget(PlainLabel(each, face="body", tone="text2", wrap=True))
        self.add_ways(*ways)
        for way in ways:
            if way.is_main:
                self._main.set_kind("edge")
                self._main = way
                way.setFocus()

    def tell(self, says: str) -> None:
        """How it goes with a way out that takes long; nothing takes the line away."""
        self.body.removeWidget(self._told)
        self.body.addWidget(self._told)
        self._told.setText(says)
        reveal(self._told, shown=bool(says))

    def main(self) -> None:
        """The one big key: try again, or the way out that is in front."""
        self._main.click()


class PasswordPage(MiddlePage):
    """A team database's password, or an encrypted file's passphrase, kept if wanted."""

    given = Signal(str, bool)
    """The password typed, and whether the computer's keyring keeps it."""

    def __init__(self, says: str, place: str, *, of_file: bool = False) -> None:
        """``of_file``: a workspace file is encrypted; else a team's server asks."""
        title, word = (tr(one) for one in (_OF_FILE if of_file else _OF_SERVER))
        super().__init__(("shield-check", "accent"), title, says)
        self.password = Field(word)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep = Tick(tr(_KEEP_KEY if of_file else _KEEP))
        self.keep.setChecked(not of_file)
        label = tr("Open") if of_file else tr("Connect")
        self.on = PushButton(label, kind="accent", keys="Enter")
        where = IconRow("folder" if of_file else "users", place, face="body", tone="text2")
        self.body.addWidget(where)
        labelled(self.body, word, self.password)
        self.body.addWidget(self.keep)
        self.add_ways(self.on)
        self.on.clicked.connect(self.main)
        self.password.returnPressed.connect(self.main)
        self.setFocusProxy(self.password)

    def main(self) -> None:
        """The one big key: connect."""
        self.given.emit(self.password.text(), self.keep.isChecked())


_OF_SERVER: Final = (
    tr_later("Your team's database asks for your password"),
    tr_later("Password"),
)
_OF_FILE: Final = (tr_later("Open an encrypted workspace"), tr_later("Passphrase"))
_KEEP: Final = tr_later("Keep the password in this computer's keyring")
_KEEP_KEY: Final = tr_later("Keep the passphrase in this computer's keyring")
