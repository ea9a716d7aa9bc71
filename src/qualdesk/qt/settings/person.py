"""Settings: one person's own data: found, given to them, erased for good."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.ids import LeadId
from qualdesk.core.list_words import counted
from qualdesk.core.progress import Progress
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk import Desk
from qualdesk.desk.recovery import Forgotten
from qualdesk.desk.searching import Found
from qualdesk.desk.typed_file import forget_erased
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.settings.rows import Place, SettingRow
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.paint import reveal
from qualdesk.recoveries import Backup

if TYPE_CHECKING:
    from qualdesk.desk.erasing import Erased, Person
    from qualdesk.desk.person_files import PersonFile

T = TypeVar("T")

_FIND: Final = tr_later(
    "By number, address or name. Somebody may ask for all that is kept about them, or to be erased."
)
_GIVE: Final = tr_later(
    "Who they are, where it comes from and on what ground, calls, answers, notes, to whom it went."
)
_ERASE: Final = tr_later(
    "Name, numbers, addresses, notes and answers go, in every campaign, and cannot come back. "
    "That somebody was called still counts."
)
_ANEW: Final = tr_later(
    "What was removed may lie in free pages of the file. Written anew it does not; nobody can save "
    "meanwhile."
)
_REPLACE: Final = tr_later(
    "Write the file anew first: then a new backup is made, and those from before it are removed."
)
WHOM: Final = tr_later("{name}: {numbers}, {addresses}, {leads}.")
TYPE_IT: Final = tr_later("Type {number} to erase them for good")
ON_A_CALL: Final = tr_later("Nobody is erased during a call. Do it after.")


class PersonRows(QWidget):
    """Finds a person, gives them what is kept, and erases them once their lead's number is typed.

    Erasing cannot be undone, so it takes a number nobody types by chance, and never during a call.
    """

    changed = Signal(object)
    """What the erasure touched, as ``Changes``."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self.is_on_call: Callable[[], bool] = lambda: False
        self._hits: tuple[LeadId, ...] = ()
        self._lead: LeadId | None = None
        self.wanted = Field(tr("Who asks"), tr("Name or number"), icon="search")
        self.wanted.setMinimumWidth(260)
        self.look = PushButton(tr("Find"))
        self.row = SettingRow(tr("A person's data"), tr(_FIND), self.wanted, self.look)
        self.hits = Choice(tr("Who is meant"))
        self.whom = PlainLabel(face="body_medium", wrap=True)
        self.sure = Field(tr("The number of the lead"), "")
        self.erase = PushButton(tr("Erase for good"), kind="danger", icon="trash-2")
        self._sure_row = SettingRow(tr("Are they meant?"), tr(_ERASE), self.sure, self.erase)
        self.paper = PushButton(tr("Save as PDF…"), icon="download")
        self.machine = PushButton(tr("Save as JSON…"))
        self.give_row = SettingRow(
            tr("All that is kept about them"), tr(_GIVE), self.paper, self.machine
        )
        self.anew = PushButton(tr("Write it anew"))
        self.anew_row = SettingRow(tr("Leave no trace in the file"), tr(_ANEW), self.anew)
        self.replace = PushButton(tr("Replace them"))
        self.backups_row = SettingRow(tr("Backups made before"), tr(_REPLACE), self.replace)
        self._lay_out()
        self._listen()
        self._clear()
        for each in (self.anew_row, self.backups_row):
            reveal(each, shown=False)

    def _listen(self) -> None:
        self.wanted.returnPressed.connect(self._look)
        self.look.clicked.connect(self._look)
        self.hits.activated.connect(self._choose)
        self.paper.clicked.connect(lambda: self._give(".pdf"))
        self.machine.clicked.connect(lambda: self._give(".json"))
        self.sure.textChanged.connect(self._may)
        self.sure.returnPressed.connect(self._erase)
        self.erase.clicked.connect(self._erase)
        self.anew.clicked.connect(self._write_anew)
        self.replace.clicked.connect(self._replace)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (
            *(self.row, self.hits, self.whom, self.give_row),
            *(self._sure_row, self.anew_row, self.backups_row),
        ):
            column.addWidget(each)

    def _clear(self) -> None:
        self._lead, self._hits = None, ()
        for each in (self.hits, self.whom, self.give_row, self._sure_row):
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

        def ask(desk: Desk) -> tuple[LeadId, "Person"]:
            return lead, desk.erasing.person(lead)

        self._ask(ask, self._say_whom)

    def _say_whom(self, found: tuple[LeadId, "Person"]) -> None:
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
        for each in (self.whom, self.give_row, self._sure_row):
            reveal(each, shown=True)
        self.give_row.say()
        self._may()
        self.paper.setFocus()

    def _may(self) -> None:
        typed = self.sure.text().strip()
        self.erase.setEnabled(self._lead is not None and typed == str(self._lead))

    def _give(self, kind: str) -> None:
        """Write all that is kept about them into a file they are given."""
        lead = self._lead
        if lead is None:
            return
        target = self._place.choosing.new_file(
            self.window(), tr("Where to put the file"), "person", f"lead-{lead}{kind}"
        )
        if target is None:
            return
        target = target if target.suffix else target.with_suffix(kind)

        def give(desk: Desk, _progress: Progress) -> "PersonFile":
            return desk.person_files.save(lead, target)

        self._place.work.long(
            give,
            lambda _found: self.give_row.say(tr("It is in {file}.", file=target), "ok"),
            owner=self,
            refused=lambda error: self.give_row.say(error.says),
        )

    def _erase(self) -> None:
        lead = self._lead
        if lead is None or not self.erase.isEnabled():
            return
        if self.is_on_call():
            self._sure_row.say(tr(ON_A_CALL))
            return
        typed = self._place.choices.settings.typed_file

        def erase(desk: Desk, _progress: Progress) -> tuple["Erased", tuple[Backup, ...]]:
            erased = desk.erasing.erase(lead)
            forget_erased(lambda: desk.erasing, typed)
            return erased, desk.recovery.copies()

        self._place.work.long(
            erase,
            lambda done: self._erased(*done),
            owner=self,
            refused=lambda error: self.row.say(error.says),
        )

    def _erased(self, erased: "Erased", backups: tuple[Backup, ...]) -> None:
        self._clear()
        self.wanted.clear()
        self.wanted.setFocus()
        self.row.say(" ".join(erased.says), "ok")
        self.anew_row.say()
        reveal(self.anew_row, shown=True)
        if backups:
            oldest = min(one.made_at for one in backups).date()
            words = tr("{day} {year}", day=day_words(oldest), year=oldest.year)
            holds = tr_n(
                len(backups),
                "{n} backup still holds them, of {day}.",
                "{n} backups still hold them, the oldest of {day}.",
                day=words,
            )
            self.backups_row.say(f"{holds} {tr(_REPLACE)}")
        reveal(self.backups_row, shown=bool(backups))
        self.changed.emit(erased.changes)

    def _replace(self) -> None:
        """Make a new backup, and remove those that were made before somebody was erased."""
        before = self._place.clock.now()
        self.replace.setEnabled(False)

        def over(says: str, tone: str) -> None:
            self.replace.setEnabled(True)
            self.backups_row.say(says, tone)

        def replaced(done: Forgotten) -> None:
            gone, left = len(done.removed), len(done.stayed)
            says = tr_n(gone, "{n} backup is replaced.", "{n} backups are replaced.")
            if left:
                says += " " + tr_n(left, "{n} could not be removed.", "{n} could not be removed.")
            over(says, "bad" if left else "ok")

        self._place.work.long(
            lambda desk, _progress: desk.recovery.forget_before(before),
            replaced,
            owner=self,
            refused=lambda error: over(error.says, "bad"),
        )

    def _write_anew(self) -> None:
        """Write the workspace anew, so that nothing removed can be read out of it."""
        if self.is_on_call():
            self.anew_row.say(tr(ON_A_CALL))
            return
        self.anew.setEnabled(False)

        def over(says: str, tone: str) -> None:
            self.anew.setEnabled(True)
            self.anew_row.say(says, tone)

        self._place.work.long(
            lambda desk, _progress: desk.erasing.compact(),
            lambda _none: over(tr("It is written anew. Nothing removed is in it."), "ok"),
            owner=self,
            refused=lambda error: over(error.says, "bad"),
        )

    def _ask(self, work: Callable[[Desk], T], done: Callable[[T], None]) -> None:
        self._place.work.ask(work, done, owner=self, refused=lambda error: self.row.say(error.says))
