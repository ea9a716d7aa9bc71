"""Settings of data and privacy: how long a no is kept, erasing a person, the do-not-call file."""

from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import Signal
from typing_extensions import override

from qualdesk.core.errors import QualdeskError
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk import Desk
from qualdesk.qt.settings.encryption import EncryptionRow
from qualdesk.qt.settings.keeping import KeepingRows
from qualdesk.qt.settings.person import PersonRows
from qualdesk.qt.settings.rows import Place, Section, SettingRow
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Choice

T = TypeVar("T")

_YEAR: Final = 365
_KEPT: Final[dict[int | None, str]] = {
    None: tr_later("For good"),
    _YEAR: tr_later("1 year"),
    2 * _YEAR: tr_later("2 years"),
    3 * _YEAR: tr_later("3 years"),
    5 * _YEAR: tr_later("5 years"),
    10 * _YEAR: tr_later("10 years"),
}
_NO: Final = tr_later(
    "From the day somebody asked not to be called. What was said before keeps its time. A "
    "calling rule may ask for longer, and then wins."
)
_EXPORT: Final = tr_later(
    "Fingerprints only: they show that a number is obeyed and say nothing about anybody."
)


class PrivacySection(Section):
    """What is kept about people, for how long, and how somebody is erased who asks for it."""

    key = "privacy"
    title = tr_later("Data and privacy")

    changed = Signal(object)
    """Somebody was erased: what that touched, as ``Changes``."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self.kept = Choice(tr("How long a no is kept"), tuple(map(tr, _KEPT.values())))
        self.kept_row = SettingRow(tr("How long a no is kept"), tr(_NO), self.kept)
        self.export = PushButton(tr("Save the file…"), icon="download")
        self.export_row = SettingRow(tr("Do-not-call file"), tr(_EXPORT), self.export)
        self.keeping = KeepingRows(place)
        self.erasing = PersonRows(place)
        self.encryption = EncryptionRow(place)
        self._address = place.choices.settings.database
        rows = (self.erasing, self.keeping, self.kept_row, self.export_row, self.encryption)
        self.add_rows(rows)
        self.kept.activated.connect(lambda at: self._keep(list(_KEPT)[at]))
        self.kept_row.back_pressed.connect(lambda: self._keep(None))
        self.export.clicked.connect(self._export)
        self.erasing.changed.connect(self.changed)
        self.keeping.changed.connect(self.changed)

    def use_address(self, address: str) -> None:
        """The workspace in work is another one."""
        self._address = address

    @override
    def opened(self) -> None:
        self.keeping.opened()
        self.encryption.look(self._address)
        self._place.work.ask(
            lambda desk: desk.do_not_call.kept_for(),
            self._show,
            owner=self,
            refused=lambda error: self.kept_row.say(error.says),
        )

    def _show(self, days: int | None) -> None:
        if days not in _KEPT:
            self.kept_row.say(
                f"{tr('{days} days, as somebody wrote it by hand.', days=days)} {tr(_NO)}", "text2"
            )
        else:
            self.kept_row.say()
            self.kept.setCurrentIndex(list(_KEPT).index(days))
        self.kept_row.show_changed(is_changed=days is not None)

    def _keep(self, days: int | None) -> None:
        def ask(desk: Desk) -> int | None:
            desk.do_not_call.keep_for(days)
            return days

        def refused(error: QualdeskError) -> None:
            self.opened()
            self.kept_row.say(error.says)

        self._place.work.ask(ask, self._show, owner=self, refused=refused)

    def _export(self) -> None:
        now, over = self._place.clock.now(), self.window()
        name = f"do-not-call-{now:%Y-%m-%d}.csv"
        target = self._place.choosing.new_file(
            over, tr("Where to put the file"), "do-not-call", name
        )
        if target is None:
            return

        def ask(desk: Desk) -> tuple[int, Path]:
            return desk.do_not_call.export_entries(target), target

        self._place.work.ask(
            ask,
            lambda found: self.export_row.say(_exported(*found), "ok"),
            owner=self,
            refused=lambda error: self.export_row.say(error.says),
        )


def _exported(count: int, file: Path) -> str:
    return tr_n(count, "{n:,} entry is in {file}.", "{n:,} entries are in {file}.", file=file)
