"""Settings of data and privacy: how long a no is kept, erasing a person, the do-not-call file."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import LeadId
from qualdesk.core.list_words import counted
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk import Desk
from qualdesk.desk.erasing import Erased, Person
from qualdesk.desk.searching import Found
from qualdesk.desk.typed_file import forget_erased
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.settings.rows import Place, Section, SettingRow
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.paint import reveal

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
_ERASE: Final = tr_later(
    "Name, numbers, addresses, notes and answers go, in every campaign, and cannot come back. "
    "That somebody was called still counts."
)
_EXPORT: Final = tr_later(
    "Fingerprints only: they show that a number is obeyed and say nothing about anybody."
)
WHOM: Final = tr_later("{name}: {numbers}, {addresses}, {leads}.")
TYPE_IT: Final = tr_later("Type {number} to erase them for good")


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
        self.erasing = Erasure(place)
        self.add_rows((self.kept_row, self.export_row, self.erasing))
        self.kept.activated.connect(lambda at: self._keep(list(_KEPT)[at]))
        self.kept_row.back_pressed.connect(lambda: self._keep(None))
        self.export.clicked.connect(self._export)
        self.erasing.changed.connect(self.changed)

    @override
    def opened(self) -> None:
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


class Erasure(QWidget):
    """Finds a person, says what would go, and erases them once their lead's number is typed.

    It cannot be undone, so it takes a number nobody types by chance.
    """

    changed = Signal(object)
    """What the erasure touched, as ``Changes``."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._hits: tuple[LeadId, ...] = ()
        self._lead: LeadId | None = None
        self.wanted = Field(tr("Whom to erase"), tr("Name or number"), icon="search")
        self.wanted.setMinimumWidth(260)
        self.look = PushButton(tr("Find"))
        self.row = SettingRow(tr("Erase a person"), tr(_ERASE), self.wanted, self.look)
        self.hits = Choice(tr("Who is meant"))
        self.whom = PlainLabel(face="body_medium", wrap=True)
        self.sure = Field(tr("The number of the lead"), "")
        self.erase = PushButton(tr("Erase for good"), kind="danger", icon="trash-2")
        self._sure_row = SettingRow(tr("Are they meant?"), "", self.sure, self.erase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (self.row, self.hits, self.whom, self._sure_row):
            column.addWidget(each)
        self.wanted.returnPressed.connect(self._look)
        self.look.clicked.connect(self._look)
        self.hits.activated.connect(self._choose)
        self.sure.textChanged.connect(self._may)
        self.sure.returnPressed.connect(self._erase)
        self.erase.clicked.connect(self._erase)
        self._clear()

    def _clear(self) -> None:
        self._lead, self._hits = None, ()
        for each in (self.hits, self.whom, self._sure_row):
            reveal(each, shown=False)
        self.sure.clear()
        self._may()

    def _look(self) -> None:
        text = self.wanted.text().strip()
        self._clear()
        if text:
            self._ask(lambda desk: desk.search.find(text), self._found)

    def _found(self, found: Found) -> None:
        if not found.leads:
            self.row.say(found.says or tr("Nobody is found. Try the last digits of a number."))
            return
        self.row.say()
        self._hits = tuple(lead.lead_id for lead in found.leads)
        self.hits.set_values([f"{lead.name}, {lead.line}" for lead in found.leads])
        reveal(self.hits, shown=len(self._hits) > 1)
        self._choose(0)

    def _choose(self, at: int) -> None:
        lead = self._hits[at]

        def ask(desk: Desk) -> tuple[LeadId, Person]:
            return lead, desk.erasing.person(lead)

        self._ask(ask, self._say_whom)

    def _say_whom(self, found: tuple[LeadId, Person]) -> None:
        self._lead, who = found
        self.whom.setText(
            tr(
                WHOM,
                name=who.name or tr("No name"),
                numbers=counted(len(who.numbers), "number"),
                addresses=counted(len(who.emails), "address", "addresses"),
                leads=counted(len(who.leads), "lead"),
            )
        )
        self._sure_row.title.setText(tr(TYPE_IT, number=self._lead))
        for each in (self.whom, self._sure_row):
            reveal(each, shown=True)
        self._may()
        self.sure.setFocus()

    def _may(self) -> None:
        typed = self.sure.text().strip()
        self.erase.setEnabled(self._lead is not None and typed == str(self._lead))

    def _erase(self) -> None:
        lead = self._lead
        if lead is not None and self.erase.isEnabled():
            typed = self._place.choices.settings.typed_file

            def erase(desk: Desk) -> Erased:
                erased = desk.erasing.erase(lead)
                forget_erased(desk.erasing, typed)
                return erased

            self._ask(erase, self._erased)

    def _erased(self, erased: Erased) -> None:
        self._clear()
        self.wanted.clear()
        self.wanted.setFocus()
        self.row.say(" ".join(erased.says), "ok")
        self.changed.emit(erased.changes)

    def _ask(self, work: Callable[[Desk], T], done: Callable[[T], None]) -> None:
        self._place.work.ask(work, done, owner=self, refused=lambda error: self.row.say(error.says))
