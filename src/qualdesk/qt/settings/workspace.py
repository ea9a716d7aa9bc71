"""Settings of the workspace: in words where the data is, and how old its last copy."""

from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.bootstrap import WorkspaceFacts, back_up, facts_of
from qualdesk.core.backups import age_words
from qualdesk.core.errors import QualdeskError
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.settings.backups import BackupRows
from qualdesk.qt.settings.rows import Place, Section, SettingRow
from qualdesk.qt.settings.server_login import ServerLogin
from qualdesk.qt.settings.server_way import ServerWay
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.paint import reveal
from qualdesk.settings import Settings

IN_A_FILE: Final = tr_later("In one file on this computer: {place}")
ON_A_SERVER: Final = tr_later("In the team's database on a server: {place}")
NEVER: Final = tr_later("Never. A computer that breaks takes every call with it: make a copy now.")
AT: Final = tr_later("{when}, {ago}.")
OLD: Final = tr_later("{when}, {ago}. That is long ago: make a copy now.")
BY_THE_SERVER: Final = tr_later("The server does it. Ask who runs it when it was last done.")
_FAILED: Final = tr_later("The one after it could not be made: {why}")
COPYING: Final = tr_later("The copy is being made. You can go on.")
COPIED: Final = tr_later("The copy is {file}. It was checked after it was written.")
_LONG_AGO: Final = timedelta(days=7)
_SHARED: Final = {
    "SQLite": tr_later(
        "One window works in it at a time. For several people there is a team database."
    ),
    "PostgreSQL": tr_later("Everybody of the team works in it at the same time."),
}


class WorkspaceSection(Section):
    """Where the work lies. Nothing of it is anywhere else."""

    key = "workspace"
    title = tr_later("Team and database")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._address = place.choices.settings.database
        self.copy_now = PushButton(tr("Make a copy now…"), icon="save")
        self.where = SettingRow(tr("Where your data is"), tr("Looking."))
        self.team = SettingRow(tr("Who works in it"), tr("Looking."))
        self.copied = SettingRow(tr("The last copy"), tr("Looking."), self.copy_now)
        self.way = SettingRow(tr("How the connection stands"), tr("Looking."))
        self.way.hide()
        self.login, self.server_way = ServerLogin(place), ServerWay(place)
        self.backups = BackupRows(place)
        rows = (self.where, self.team, self.way, self.login, self.copied, *self.backups.rows)
        self.add_rows((*rows, self.server_way))
        self.copy_now.clicked.connect(self._copy)

    def use_address(self, address: str) -> None:
        """The workspace in work is another one."""
        self._address = address

    @override
    def show_settings(self, settings: Settings) -> None:
        self.server_way.show_settings(settings)
        self.backups.show_settings(settings)

    @override
    def opened(self) -> None:
        address = self._address
        self.backups.refresh(address)
        self._place.work.long(
            lambda _desk, _progress: facts_of(address),
            self._show,
            owner=self,
            refused=lambda error: self.where.say(error.says),
        )

    @property
    def over(self) -> QWidget:
        """Over what a place on the disk is asked for."""
        return self.window()

    def _show(self, facts: WorkspaceFacts) -> None:
        is_file = facts.kind == "SQLite"
        self.where.say(tr(IN_A_FILE if is_file else ON_A_SERVER, place=facts.place), "text2")
        self.team.say(tr(_SHARED[facts.kind]), "text2")
        reveal(self.way, shown=facts.connected is not None)
        reveal(self.login, shown=not is_file)
        if facts.connected:
            way, doubts = facts.connected, facts.connected.doubts
            tone = "warn" if way.is_weak or doubts else "text2"
            self.way.say(" ".join((way.says, *doubts)), tone)
        if not is_file:
            self.login.show_login(self._address, facts.standing)
        self.copy_now.setVisible(is_file)
        if not is_file:
            self.copied.say(tr(BY_THE_SERVER), "text2")
            return
        now, at = self._place.clock.now(), facts.backed_up_at
        is_old = at is None or now - at > _LONG_AGO
        said = tr(NEVER)
        if at is not None:
            when = time_words(at, self._place.zone, now=now)
            said = tr(OLD if is_old else AT, when=when, ago=age_words(at, now))
        troubles = [tr(_FAILED, why=facts.trouble)] if facts.trouble else []
        troubles += [facts.doubt] if facts.doubt else []
        tone = "warn" if is_old or troubles else "text2"
        self.copied.say(" ".join((said, *troubles)), tone)

    def _copy(self) -> None:
        now = self._place.clock.now()
        name = f"qualdesk-{now:%Y-%m-%d}.sqlite"
        target = self._place.choosing.new_file(
            self.over, tr("Where to put the copy"), "backup", name
        )
        if target is None:
            return
        address = self._address
        self.copy_now.setEnabled(False)
        self.copied.say(tr(COPYING), "text2")
        self._place.work.long(
            lambda _desk, _progress: back_up(address, target),
            self._copied,
            owner=self,
            refused=self._not_copied,
        )

    def _copied(self, target: Path) -> None:
        self.copy_now.setEnabled(True)
        self.copied.say(tr(COPIED, file=target), "ok")

    def _not_copied(self, error: QualdeskError) -> None:
        self.copy_now.setEnabled(True)
        self.copied.say(error.says)
