"""Settings: for how long people are kept, who is due to be erased, the record of processing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.progress import Progress
from qualdesk.core.retention import USUAL_MONTHS, Terms
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk import Desk
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.settings.rows import Place, SettingRow
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.paint import reveal

if TYPE_CHECKING:
    from qualdesk.desk.retention import Due, LetGo

_MONTHS: Final = (6, 12, 24, 36, 48, 60)
_SHOWN: Final = 8
_TERM: Final = tr_later(
    "After the last contact with them. A client or a campaign may have a term of its own: see "
    "qualdesk retention at the command line. A no is kept by its own term."
)
_WAYS: Final = (tr_later("By hand"), tr_later("By itself"))
_WAY: Final = tr_later(
    "By itself: the timer erases who is due, a few each minute. Look at the list first."
)
_DUE: Final = tr_later("Who was kept for as long as that. Looking changes nothing.")
_RECORD: Final = tr_later(
    "Purposes, sources, grounds, recipients and terms of all campaigns, as PDF or workbook. What "
    "the program cannot know stands in brackets."
)


class KeepingRows(QWidget):
    """The term, who is due by it, and the record of processing."""

    changed = Signal(object)
    """People were erased: what that touched, as ``Changes``."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._offered, self._count = list(_MONTHS), 0
        self.months = Choice(tr("How long people are kept"), ())
        self.term_row = SettingRow(tr("How long people are kept"), tr(_TERM), self.months)
        self.way = Choice(tr("How they are erased"), tuple(map(tr, _WAYS)))
        self.way_row = SettingRow(tr("How they are erased"), tr(_WAY), self.way)
        self.look = PushButton(tr("Show who is due"))
        self.due_row = SettingRow(tr("Who is due"), tr(_DUE), self.look)
        self.due = PlainLabel(face="body", tone="text2", wrap=True)
        self.sure = Field(tr("How many people"), "")
        self.erase = PushButton(tr("Erase them for good"), kind="danger", icon="trash-2")
        self.sure_row = SettingRow(tr("Are they meant?"), "", self.sure, self.erase)
        self.record = PushButton(tr("Save the record…"), icon="download")
        self.record_row = SettingRow(tr("Record of processing"), tr(_RECORD), self.record)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (
            *(self.term_row, self.way_row, self.due_row, self.due, self.sure_row),
            self.record_row,
        ):
            column.addWidget(each)
        self._listen()
        self._hide_due()

    def _listen(self) -> None:
        self.months.activated.connect(lambda at: self._keep(self._offered[at]))
        self.term_row.back_pressed.connect(lambda: self._keep(None))
        self.way.activated.connect(lambda at: self._choose_way(by_itself=bool(at)))
        self.way_row.back_pressed.connect(lambda: self._choose_way(by_itself=False))
        self.look.clicked.connect(self._look)
        self.sure.textChanged.connect(self._may)
        self.sure.returnPressed.connect(self._erase)
        self.erase.clicked.connect(self._erase)
        self.record.clicked.connect(self._save)

    def opened(self) -> None:
        """Show the terms as they are now."""
        self._ask(lambda desk: desk.retention.terms(), self.term_row)

    def _show(self, terms: Terms) -> None:
        self._offered = sorted({*_MONTHS, terms.months})
        self.months.set_values([_words(one) for one in self._offered])
        self.months.setCurrentIndex(self._offered.index(terms.months))
        self.term_row.show_changed(is_changed=terms.months != USUAL_MONTHS)
        self.way.setCurrentIndex(int(terms.by_itself))
        self.way_row.show_changed(is_changed=terms.by_itself)

    def _keep(self, months: int | None) -> None:
        self._hide_due()
        self._ask(lambda desk: desk.retention.keep_for(months), self.term_row)

    def _choose_way(self, *, by_itself: bool) -> None:
        self._ask(lambda desk: desk.retention.by_itself(wanted=by_itself), self.way_row)

    def _look(self) -> None:
        self.due_row.say()
        self._place.work.long(
            lambda desk, _progress: desk.retention.due(_SHOWN),
            self._show_due,
            owner=self,
            refused=lambda error: self.due_row.say(error.says),
        )

    def _show_due(self, due: "Due") -> None:
        self._count = due.count
        if not due.count:
            self._hide_due()
            self.due_row.say(tr("Nobody is due."), "ok")
            return
        lines = [one.says for one in due.people]
        more = due.count - len(due.people)
        if more:
            lines.append(tr("and {more:,} more", more=more))
        self.due.setText("\n".join(lines))
        self.sure_row.title.setText(tr("Type {number} to erase them for good", number=due.count))
        for each in (self.due, self.sure_row):
            reveal(each, shown=True)
        self._may()

    def _hide_due(self) -> None:
        self._count = 0
        for each in (self.due, self.sure_row):
            reveal(each, shown=False)
        self.sure.clear()
        self._may()

    def _may(self) -> None:
        self.erase.setEnabled(self._count > 0 and self.sure.text().strip() == str(self._count))

    def _erase(self) -> None:
        if not self.erase.isEnabled():
            return
        most = self._count
        self._hide_due()

        def let_go(desk: Desk, progress: Progress) -> "LetGo":
            return desk.retention.let_go(progress, most)

        self._place.work.long(
            let_go, self._erased, owner=self, refused=lambda error: self.due_row.say(error.says)
        )

    def _erased(self, done: "LetGo") -> None:
        self.due_row.say(tr_n(done.erased, "{n} person is erased.", "{n} people are erased."), "ok")
        self.changed.emit(done.changes)

    def _save(self) -> None:
        target = self._place.choosing.new_file(
            self.window(), tr("Where to put the file"), "record", "record-of-processing.pdf"
        )
        if target is None:
            return

        def save(desk: Desk, _progress: Progress) -> Path:
            desk.processing.save(target)
            return target

        self._place.work.long(
            save,
            lambda file: self.record_row.say(tr("It is in {file}.", file=file), "ok"),
            owner=self,
            refused=lambda error: self.record_row.say(error.says),
        )

    def _ask(self, work: Callable[[Desk], Terms], row: SettingRow) -> None:
        self._place.work.ask(
            work, self._show, owner=self, refused=lambda error: row.say(error.says)
        )


def _words(months: int) -> str:
    years, rest = divmod(months, 12)
    if rest:
        return tr_n(months, "{n} month", "{n} months")
    return tr_n(years, "{n} year", "{n} years")
