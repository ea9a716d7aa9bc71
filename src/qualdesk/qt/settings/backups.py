"""Settings of backups: where they lie, how many stay, one put back, the database checked."""

from dataclasses import asdict, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk import recoveries
from qualdesk.core.backups import (
    MOST_KEPT,
    REASONS,
    USUAL_PLAN,
    BackupPlan,
    age_words,
    plan_from_plain,
)
from qualdesk.core.errors import QualdeskError
from qualdesk.core.findings import CheckedFile
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.definitions.still_fields import NumberField
from qualdesk.qt.putting_back import ASIDE
from qualdesk.qt.settings.rows import Place, SettingRow
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.paint import reveal
from qualdesk.recoveries import Backup
from qualdesk.settings import Settings

_WHERE: Final = tr_later(
    "Each day, before an update, before a list is loaded and before many leads are changed; "
    "checked when written. In {folder}."
)
_KEPT: Final = tr_later(
    "The newest of so many days, weeks and months. Those made by hand stay until you delete them. "
    "Nought everywhere: none is made by itself."
)
_CHECK: Final = tr_later(
    "Looks through all of it, mends what can be worked out anew, and says what cannot. You can go "
    "on meanwhile."
)
_CHOOSE: Final = tr_later("First it is said what would be gone. Nothing is changed by looking.")
_NONE_YET: Final = tr_later("There is no backup yet.")
_CHECKING: Final = tr_later("The database is being checked. You can go on.")
_MAKING: Final = tr_later("The backup is being made. You can go on.")
_LOOKING: Final = tr_later("The backup is read through and compared.")
_SPANS: Final = {
    "days": tr_later("Days that keep a backup"),
    "weeks": tr_later("Weeks that keep a backup"),
    "months": tr_later("Months that keep a backup"),
}

_HEADS: Final = {"days": tr_later("Days"), "weeks": tr_later("Weeks"), "months": tr_later("Months")}


class BackupRows(QObject):
    """Rows of the section about the database; there for a workspace file only.

    Each stands in the section by itself: rows within a widget of their own would not be as high
    as their words ask for.
    """

    put_back_wanted = Signal(str)
    """The path of a backup that is to take the workspace's place."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self.address = place.choices.settings.database
        self.make = PushButton(tr("Back up now"), icon="save")
        self.folder = PushButton(tr("Other folder…"), icon="folder")
        self.where_row = SettingRow(tr("Backups by themselves"), "", self.folder, self.make)
        self.counts = {
            name: NumberField(tr(title), 0, MOST_KEPT, width=64) for name, title in _SPANS.items()
        }
        under = [_under(tr(_HEADS[name]), field) for name, field in self.counts.items()]
        self.kept_row = SettingRow(tr("Backups that stay"), tr(_KEPT), *under)
        self.chosen = Choice(tr("Backup"))
        self.look = PushButton(tr("See what would be gone"))
        self.put_back = PushButton(tr("Put it in place"))
        ways = (self.chosen, self.look, self.put_back)
        self.back_row = SettingRow(tr("Put a backup back"), tr(_CHOOSE), *ways, is_below=True)
        self.check = PushButton(tr("Check database"), icon="circle-check")
        self.check_row = SettingRow(tr("Is the database whole?"), tr(_CHECK), self.check)
        self._found: tuple[Backup, ...] = ()
        self._busy = set[PushButton]()
        for each in (self.chosen, self.look):
            each.setEnabled(False)
        self.rows = (self.where_row, self.kept_row, self.back_row, self.check_row)
        self._connect()

    def _connect(self) -> None:
        self.make.clicked.connect(self._make)
        self.folder.clicked.connect(self._choose_folder)
        self.where_row.back_pressed.connect(lambda: self._keep(folder=""))
        self.kept_row.back_pressed.connect(
            lambda: self._keep(**{name: getattr(USUAL_PLAN, name) for name in _SPANS})
        )
        for name, field in self.counts.items():
            field.setKeyboardTracking(False)
            field.changed.connect(partial(self._count, name))
        self.chosen.currentIndexChanged.connect(lambda _at: self._forget_look())
        self.look.clicked.connect(self._look)
        self.put_back.clicked.connect(lambda: self.put_back_wanted.emit(self._path))
        self.check.clicked.connect(self._check)

    @property
    def _plan(self) -> BackupPlan:
        return self._place.choices.settings.backups

    @property
    def _path(self) -> str:
        at = self.chosen.currentIndex()
        return str(self._found[at].path) if 0 <= at < len(self._found) else ""

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen now."""
        plan = settings.backups
        for name, field in self.counts.items():
            field.show_number(getattr(plan, name))
        usual = replace(USUAL_PLAN, folder=plan.folder)
        self.kept_row.show_changed(is_changed=plan != usual)
        self.where_row.show_changed(is_changed=bool(plan.folder))

    def refresh(self, address: str) -> None:
        """Look which backups there are."""
        self.address = address
        plan = self._plan
        self._place.work.here(
            lambda: (recoveries.folder_of(address, plan), recoveries.backups_of(address, plan)),
            self._show,
            owner=self,
            refused=lambda error: self.where_row.say(error.says),
        )

    def _show(self, looked: tuple[Path | None, tuple[Backup, ...]]) -> None:
        folder, self._found = looked
        for row in self.rows:
            reveal(row, shown=folder is not None)
        said = tr(_WHERE, folder=folder or "")
        if self._found:
            count = tr_n(len(self._found), "There is one.", "There are {n}.")
            said = f"{said} {count}"
        self.where_row.explain(said)
        now = self._place.clock.now()
        self.chosen.set_values([self._words(one, now) for one in self._found])
        self.chosen.setEnabled(bool(self._found))
        self.look.setEnabled(bool(self._found))
        self._forget_look()
        if not self._found:
            self.back_row.say(tr(_NONE_YET), "text2")

    def _words(self, one: Backup, now: datetime) -> str:
        when = time_words(one.made_at, self._place.zone, now=now)
        return f"{when}, {age_words(one.made_at, now)} ({tr(REASONS[one.why])})"

    def _forget_look(self) -> None:
        self.back_row.say()
        reveal(self.put_back, shown=False)

    def _make(self) -> None:
        address, plan = self.address, self._plan
        if not self._begin(self.make, self.where_row, tr(_MAKING)):
            return
        self._place.work.long(
            lambda _desk, _progress: recoveries.back_up_now(address, plan),
            self._made,
            owner=self,
            refused=partial(self._refused, self.make, self.where_row),
        )

    def _made(self, made: Backup) -> None:
        self._busy.discard(self.make)
        self.where_row.say(
            tr("The backup is {file}. It was checked after it was written.", file=made.path), "ok"
        )
        self._place.work.here(
            lambda: recoveries.backups_of(self.address, self._plan),
            lambda found: self._show((made.path.parent, found)),
            owner=self,
            refused=lambda error: self.where_row.say(error.says),
        )

    def _look(self) -> None:
        address, plan, path = self.address, self._plan, self._path
        if not self._begin(self.look, self.back_row, tr(_LOOKING)):
            return
        self._place.work.long(
            lambda _desk, _progress: recoveries.preview(address, path, plan),
            self._looked,
            owner=self,
            refused=partial(self._refused, self.look, self.back_row),
        )

    def _looked(self, seen: recoveries.Preview) -> None:
        self._busy.discard(self.look)
        self.back_row.say(" ".join((*seen.difference.says, tr(ASIDE))), "text2")
        reveal(self.put_back, shown=str(seen.path) == self._path)

    def _check(self) -> None:
        if not self._begin(self.check, self.check_row, tr(_CHECKING)):
            return
        self._place.work.long(
            lambda desk, progress: desk.recovery.check(progress),
            self._checked,
            owner=self,
            refused=partial(self._refused, self.check, self.check_row),
        )

    def _checked(self, found: CheckedFile) -> None:
        self._busy.discard(self.check)
        self.check_row.say(" ".join(found.says), "ok" if found.is_well else "bad")

    def _begin(self, button: PushButton, row: SettingRow, says: str) -> bool:
        """Say that it is begun; False while it is being done already.

        The button stays as it is: one that is shut off would lose the cursor to its neighbour.
        """
        if button in self._busy:
            return False
        self._busy.add(button)
        row.say(says, "text2")
        return True

    def _refused(self, button: PushButton, row: SettingRow, error: QualdeskError) -> None:
        self._busy.discard(button)
        row.say(error.says)

    def _choose_folder(self) -> None:
        folder = self._place.choosing.folder(
            self.where_row.window(), tr("Where backups are to lie"), "backups"
        )
        if folder is not None:
            self._keep(folder=str(folder))

    def _count(self, name: str, count: int) -> None:
        self._keep(**{name: count})

    def _keep(self, **said: str | int) -> None:
        plan = plan_from_plain(asdict(self._plan) | said)
        if self._place.choices.keep(backups=plan):
            self.show_settings(self._place.choices.settings)
            self.refresh(self.address)


def _under(title: str, field: NumberField) -> QWidget:
    """A field under its name, as one part of a row."""
    part = QWidget()
    part.setFocusProxy(field)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    labelled(column, title, field)
    return part
