"""The bar below the page: what leaves, to whom, in which form, and the one button."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.crm_profiles import ProfileGap
from qualdesk.core.handoff import Contents
from qualdesk.core.next_batch import NextBatch
from qualdesk.core.times import day_words
from qualdesk.core.wording import number, tr, tr_n
from qualdesk.qt.handoff.export_card import ExportCard
from qualdesk.qt.handoff.model import Leaving
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.bars import ThinBar
from qualdesk.qt.widgets.buttons import MainButton, PushButton
from qualdesk.qt.widgets.fields import Tick
from qualdesk.qt.widgets.footer import Footer
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.wide import keep_wide


class HandoffBar(Footer):
    """Everything an export needs, in one line beside its button."""

    export_pressed = Signal()
    stop_pressed = Signal()
    changed = Signal()
    """What leaves, to whom or by when they answer was changed."""

    def __init__(self, card: ExportCard) -> None:
        super().__init__()
        self.card = card
        self._number = 0
        self._is_empty, self._is_working, self._is_looking = True, False, False
        self._gaps: tuple[ProfileGap, ...] = ()
        self._title = PlainLabel(face="body_strong", elide=True)
        self._says = PlainLabel(face="hint", tone="text2", wrap=True)
        self.crm = Tick(tr("CSV for the CRM"))
        self.briefs = Tick(tr("Briefs as PDF"))
        self.mail = Tick(tr("Mail to each person"))
        self.more = PushButton(tr("More"), icon="sliders-horizontal")
        self.export = MainButton(tr("Export"), "send")
        self._work = QWidget()
        self._bar = ThinBar(tr("Export"), 6)
        self._stop = PushButton(tr("Stop"))
        self._fields = QWidget()
        self._lay_out()
        self._listen()
        self.export.setEnabled(False)
        self.show_idle()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._says)
        words.addStretch(1)
        fields = QHBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(14)
        for each in (self.crm, self.briefs, self.mail, self.more):
            fields.addWidget(each)
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(12)
        keep_wide(self._bar, least=160)
        work.addWidget(self._bar, 1)
        work.addWidget(self._stop)
        self.row.addLayout(words, 1)
        self.row.addWidget(self._fields)
        self.row.addWidget(self._work, 1)
        self.row.addWidget(self.export)

    def _listen(self) -> None:
        for tick in (self.crm, self.briefs, self.mail):
            tick.setChecked(True)
            tick.clicked.connect(lambda _on: self.changed.emit())
        self.more.clicked.connect(lambda _on: self.open_card())
        self.card.changed.connect(self.changed)
        self.export.clicked.connect(self.export_pressed)
        self._stop.clicked.connect(self.stop_pressed)

    @property
    def is_looking(self) -> bool:
        """Whether the leads are just being looked at, so that nobody knows yet what leaves."""
        return self._is_looking

    @property
    def contents(self) -> Contents:
        """What the package is to hold."""
        profile = self.card.chosen if self.crm.isChecked() else None
        return Contents(
            crm=self.crm.isChecked(),
            briefs=self.briefs.isChecked(),
            contacts=self.card.contacts.isChecked(),
            profile=profile.id if profile is not None else "",
            is_zip=self.card.zip.isChecked(),
        )

    def show_batch(self, batch: NextBatch | None, *, is_looking: bool = False) -> None:
        """Fill the fields from the campaign, unless somebody has typed there.

        None while there is no campaign: it names who gets the batch and by when they answer,
        so nothing is shown of either. While leads are looked at (``is_looking``) none is denied.
        """
        self._is_looking = is_looking
        self._number = batch.number if batch else 0
        self._is_empty = batch is None or not batch.leads
        self._show_fields()
        if batch is not None:
            self.card.show_terms(batch.receiver, batch.receiver_email, batch.answer_by)

    def show_gaps(self, gaps: Sequence[ProfileGap]) -> None:
        """These leads do not fit the table that was chosen."""
        self._gaps = tuple(gaps)

    def show_leaving(self, leaving: Leaving, today: date) -> None:
        """Say what the button will do, or what it still needs."""
        if self._is_working:
            return
        many = len(leaving.leads)
        self._title.setText(self._title_for(many, len(leaving.goes_to)))
        missing = self.missing(leaving, today)
        self._says.setText(missing or self._staying(leaving))
        self._says.set_look(tone="warn" if missing else "text2")
        profile = self.card.chosen
        named = tr("CSV for {crm}", crm=tr(profile.name)) if profile else tr("CSV for the CRM")
        self.crm.set_label(named)
        self.briefs.set_label(
            tr_n(many, "{n:,} brief as PDF", "{n:,} briefs as PDF") if many else tr("Briefs as PDF")
        )
        label = tr("Export batch {number}", number=self._number) if self._number else tr("Export")
        self.export.set(label, icon="send", keys="primary")
        self.export.setEnabled(not missing)

    def missing(self, leaving: Leaving, today: date) -> str:
        """What an export still needs, in one sentence; empty when nothing."""
        if self._is_looking:
            return tr("Looking at the qualified leads")
        if self._is_empty:
            if self._number > 1:
                return tr("No other lead is qualified yet.")
            return tr("No lead is qualified yet.")
        if not leaving.leads:
            return tr("Tick at least one lead that lacks nothing.")
        if self.card.answer_by.day < today:
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

    def _title_for(self, leads: int, people: int) -> str:
        if self._is_looking:
            return tr("Next batch")
        if self._is_empty:
            return tr("Nothing to export yet")
        if not leads:
            return tr("Batch {number}: no lead is ticked", number=self._number)
        to = tr_n(people, "{n} person", "{n} people")
        return tr_n(
            leads,
            "Batch {number}: {n:,} lead to {people}, answers by {day}",
            "Batch {number}: {n:,} leads to {people}, answers by {day}",
            number=self._number,
            people=to,
            day=day_words(self.card.answer_by.day),
        )

    def _staying(self, leaving: Leaving) -> str:
        """Who gets how many, and who stays behind."""
        people = [f"{name} {number(count)}" for name, count in leaving.goes_to[:_NAMED]]
        others = leaving.goes_to[_NAMED:]
        if others:
            leads = sum(count for _name, count in others)
            people.append(tr_n(len(others), "{n} other {leads}", "{n} others {leads}", leads=leads))
        goes = f"{', '.join(people)}."
        next_time = tr_n(leaving.later, "{n:,} waits for next time.", "{n:,} wait for next time.")
        parts = (goes, self._gaps_words(), _stays(leaving), next_time if leaving.later else "")
        return " ".join(filter(None, parts))

    def _gaps_words(self) -> str:
        if not self._gaps or not self.crm.isChecked():
            return ""
        many = len({gap.lead_id for gap in self._gaps})
        headings = ", ".join(dict.fromkeys(gap.heading for gap in self._gaps))
        return tr_n(
            many,
            "{n:,} lead stays here without {headings}.",
            "{n:,} leads stay here without {headings}.",
            headings=headings,
        )

    def open_card(self, first: QWidget | None = None) -> None:
        """Show the rest an export can say, with the cursor on ``first``."""
        self.card.lie_over(self.window())
        self.card.open(self.more, first)

    def _switch(self, *, working: bool) -> None:
        self._is_working = working
        self._show_fields()
        reveal(self._work, shown=working)
        reveal(self.export, shown=not working)

    def _show_fields(self) -> None:
        """Until a campaign has filled them the fields would show a day nobody chose."""
        reveal(self._fields, shown=bool(self._number) and not self._is_working)


def _stays(leaving: Leaving) -> str:
    """Who stays behind, and why."""
    if leaving.blocked and leaving.held:
        return tr(
            "{blocked} to fix and {held} held back stay here.",
            blocked=number(leaving.blocked),
            held=number(leaving.held),
        )
    if leaving.blocked:
        return tr_n(leaving.blocked, "{n} to fix stays here.", "{n} to fix stay here.")
    if leaving.held:
        return tr_n(leaving.held, "{n} held back stays here.", "{n} held back stay here.")
    return ""


_NAMED: Final = 4
