"""The bar below the page: what leaves, to whom, answered by when, and the one button."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.next_batch import NextBatch
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.bars import ThinBar
from qualdesk.qt.widgets.buttons import MainButton, PushButton
from qualdesk.qt.widgets.dates import DayField
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.footer import Footer
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.wide import keep_wide


class HandoffBar(Footer):
    """Everything an export needs, in one line above its button."""

    export_pressed = Signal()
    stop_pressed = Signal()
    changed = Signal()
    """Who gets it, or by when they answer, was changed."""

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._is_empty = True
        self._is_working = False
        self._title = PlainLabel(face="body_strong", elide=True)
        self._says = PlainLabel(face="hint", tone="text2", elide=True)
        self.receiver = Field(tr("Who gets it"), tr("Name of the salesperson"))
        self.email = Field(tr("Their e-mail"), tr("Their e-mail, if you like"))
        self.answer_by = DayField(tr("Answers by"))
        self.export = MainButton(tr("Export"), "send")
        self._work = QWidget()
        self._bar = ThinBar(tr("Export"), 6)
        self._stop = PushButton(tr("Stop"))
        self._fields = QWidget()
        self._lay_out()
        self.export.clicked.connect(self.export_pressed)
        self._stop.clicked.connect(self.stop_pressed)
        for field in (self.receiver, self.email):
            field.textChanged.connect(lambda _text: self.changed.emit())
        self.answer_by.changed.connect(self.changed)
        self.export.setEnabled(False)
        self.show_idle()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._says)
        fields = QHBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(12)
        for title, field in (
            (tr("Goes to"), self.receiver),
            (tr("E-mail"), self.email),
            (tr("Answer by"), self.answer_by),
        ):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(PlainLabel(title, face="hint_medium", tone="text2"))
            column.addWidget(field)
            fields.addLayout(column)
        keep_wide(self.receiver, least=190)
        keep_wide(self.email, least=206)
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(12)
        keep_wide(self._bar, least=160)
        work.addWidget(self._bar, 1)
        work.addWidget(self._stop)
        self.row.addLayout(words, 3)
        self.row.addWidget(self._fields, 3)
        self.row.addWidget(self._work, 3)
        self.row.addWidget(self.export)

    def show_batch(self, batch: NextBatch | None) -> None:
        """Fill the fields from the campaign, unless somebody has typed there.

        None while there is no campaign: it names who gets the batch and by when they answer,
        so nothing is shown of either.
        """
        self._number = batch.number if batch else 0
        self._show_fields()
        if batch is None:
            self._is_empty = True
            return
        self._is_empty = not (batch.ready or batch.later or batch.blocked or batch.held_back)
        if not self.receiver.isModified():
            self.receiver.setText(batch.receiver)
        if not self.email.isModified():
            self.email.setText(batch.receiver_email)
            self.email.setCursorPosition(0)
        if not self.answer_by.is_by_hand:
            self.answer_by.set_day(batch.answer_by)

    def typed_receiver(self) -> str | None:
        """Who gets it, as somebody typed it here; None for whom the campaign names."""
        return self.receiver.text().strip() if self.receiver.isModified() else None

    def forget(self, *, receiver: bool) -> None:
        """Take the day, and the ``receiver`` too, from the campaign again."""
        self.answer_by.is_by_hand = False
        if receiver:
            self.receiver.setModified(False)
            self.email.setModified(False)

    def show_leaving(self, leaving: int, staying: str, today: date) -> None:
        """Say what the button will do, or what it still needs."""
        self._title.setText(self._title_for(leaving))
        missing = self.missing(leaving, today)
        self._says.setText(missing or staying)
        self._says.set_look(tone="warn" if missing else "text2")
        label = tr("Export batch {number}", number=self._number) if self._number else tr("Export")
        self.export.set(label, icon="send", keys="primary")
        self.export.setEnabled(not missing)

    def _title_for(self, leaving: int) -> str:
        to = self.receiver.text().strip()
        if self._is_empty:
            return tr("Nothing to export yet")
        if not to:
            return tr_n(
                leaving,
                "Batch {number}: {n:,} lead",
                "Batch {number}: {n:,} leads",
                number=self._number,
            )
        return tr_n(
            leaving,
            "Batch {number}: {n:,} lead to {receiver}",
            "Batch {number}: {n:,} leads to {receiver}",
            number=self._number,
            receiver=to,
        )

    def missing(self, leaving: int, today: date) -> str:
        """What an export still needs, in one sentence; empty when nothing."""
        if self._is_empty:
            if self._number > 1:
                return tr("No other lead is qualified yet.")
            return tr("No lead is qualified yet.")
        if not self.receiver.text().strip():
            return tr("Write who gets it: a batch has one person who answers.")
        if not leaving:
            return tr("Tick at least one lead that lacks nothing.")
        if self.answer_by.day < today:
            return tr("Choose a day to answer by that is still to come.")
        return ""

    def show_work(self, done: int, of: int | None, says: str) -> None:
        """Show an export under way."""
        self._switch(working=True)
        self._title.setText(tr("Batch {number} is being written", number=self._number))
        self._says.setText(says or tr("You can go on calling meanwhile."))
        self._says.set_look(tone="text2")
        self._bar.set(done, of or max(done, 1))

    def show_idle(self) -> None:
        """Show the fields and the button again."""
        self._switch(working=False)

    def _switch(self, *, working: bool) -> None:
        self._is_working = working
        self._show_fields()
        reveal(self._work, shown=working)
        reveal(self.export, shown=not working)

    def _show_fields(self) -> None:
        """Until a campaign has filled them the fields would show a day nobody chose."""
        reveal(self._fields, shown=bool(self._number) and not self._is_working)
