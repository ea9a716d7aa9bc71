"""The way to a team's server: whose certificates are believed, which servers need not prove it."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.transport import Trust
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.settings.rows import Place, SettingRow
from qualdesk.qt.widgets.buttons import LinkButton, PushButton
from qualdesk.qt.widgets.fields import Field
from qualdesk.settings import Settings

_CA: Final = tr_later(
    "A file your team's server gave you (.pem or .crt). Empty: those the computer believes."
)
_WEAKER: Final = tr_later(
    "Whoever is on the way to a server named here may read and change everything. Only for an "
    "old server that cannot do better."
)
FROM_NEXT: Final = tr_later("Counts from the next connection: close qualdesk and start it again.")
NO_FILE: Final = tr_later("There is no file at {file}. It counts as soon as it is there.")
NO_NAME: Final = tr_later("Write the server's name alone, as it stands in the address.")
_CERTIFICATES: Final = "*.pem *.crt *.cer"
_A_NAME: Final = re.compile(r"[\w.-]+|[0-9A-Fa-f:]+|/\S+")


class ServerWay(QWidget):
    """Two settings of this computer alone: no address that somebody sends can change them."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self.file = Field(tr("File with certificates"), tr("Those of this computer"))
        self.file.setMinimumWidth(240)
        self.choose = PushButton(tr("Choose…"), icon="folder", height=34)
        self.file_row = SettingRow(
            tr("Whose certificates are believed"), tr(_CA), self.file, self.choose
        )
        self.server = Field(tr("Server reached with weaker checks"), "old-server.example")
        self.server.setMinimumWidth(200)
        self.add = PushButton(tr("Add"), icon="plus", height=34)
        self.weaker_row = SettingRow(
            tr("Servers reached with weaker checks"), tr(_WEAKER), self.server, self.add
        )
        self.lines: dict[str, WeakServer] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.file_row)
        column.addWidget(self.weaker_row)
        column.addLayout(self._list)
        self.file.editingFinished.connect(lambda: self._use_file(self.file.text()))
        self.choose.clicked.connect(self._choose)
        self.file_row.back_pressed.connect(lambda: self._use_file(""))
        self.server.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.weaker_row.back_pressed.connect(lambda: self._use_weaker(()))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen now."""
        trust = settings.trust
        if self.file.text().strip() != trust.ca_file:
            self.file.setText(trust.ca_file)
        self.file_row.show_changed(is_changed=bool(trust.ca_file))
        self.weaker_row.show_changed(is_changed=bool(trust.weaker))
        if tuple(self.lines) != trust.weaker:
            self._show_servers(trust.weaker)

    @property
    def _trust(self) -> Trust:
        return self._place.choices.settings.trust

    def _choose(self) -> None:
        says = tr("File with certificates")
        file = self._place.choosing.file(self.window(), says, "certificates", _CERTIFICATES)
        if file is not None:
            self._use_file(str(file))

    def _use_file(self, written: str) -> None:
        name = written.strip()
        if name == self._trust.ca_file:
            return
        if not self._place.choices.keep(trust=replace(self._trust, ca_file=name)):
            return
        self.file_row.say(tr(FROM_NEXT), "text2")

    def _add(self) -> None:
        name = self.server.text().strip().lower()
        if not name:
            return
        if not _A_NAME.fullmatch(name):
            self.weaker_row.say(tr(NO_NAME))
            return
        self.server.clear()
        self._use_weaker(tuple(dict.fromkeys((*self._trust.weaker, name))))

    def _use_weaker(self, servers: tuple[str, ...]) -> None:
        if self._place.choices.keep(trust=replace(self._trust, weaker=servers)):
            self.weaker_row.say(f"{tr(_WEAKER)} {tr(FROM_NEXT)}")

    def _show_servers(self, servers: tuple[str, ...]) -> None:
        for line in self.lines.values():
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {}
        for name in servers:
            line = WeakServer(name)
            line.removed.connect(self._remover(name))
            self._list.addWidget(line)
            self.lines[name] = line

    def _remover(self, name: str) -> Callable[[], None]:
        def remove() -> None:
            # Elsewhere first: with its line the cursor would fall out of the window.
            self.server.setFocus()
            self._use_weaker(tuple(one for one in self._trust.weaker if one != name))

        return remove


class WeakServer(QWidget):
    """One server that need not prove who it is, and the way to have it prove it again."""

    removed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.remove = LinkButton(tr("Check it again"))
        self.remove.renamed(tr("Check {server} again", server=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(PlainLabel(name, face="body", tone="warn", wrap=True), 1)
        row.addWidget(self.remove)
        self.remove.clicked.connect(self.removed)
