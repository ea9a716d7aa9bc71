"""The card with the rest an export can say: by when sales answers, which table, one file."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualdesk.core.crm_profiles import CrmProfile
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Rule
from qualdesk.qt.widgets.dates import DayField
from qualdesk.qt.widgets.fields import Choice, Field, Tick
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.popover import PopOver

_WIDTH = 470


class ExportCard(PopOver):
    """What is seldom another than last time; each change counts at once."""

    changed = Signal()
    """Something an export does was changed."""
    receiver_typed = Signal()
    """Somebody writes who gets what no rule gives to others."""
    edit_pressed = Signal()
    """The tables for CRMs are to be looked at and changed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("What leaves, and by when they answer"), _WIDTH)
        self._profiles: tuple[CrmProfile, ...] = ()
        self.answer_by = DayField(tr("Answers by"))
        self.profile = Choice(tr("Table for the CRM"))
        self.edit = PushButton(tr("Edit tables"), icon="table-2")
        self.contacts = Tick(tr("Contact cards for address books"))
        self.zip = Tick(tr("One zip file instead of a folder"))
        self.receiver = Field(tr("Who gets it"), tr("Name of the salesperson"))
        self.email = Field(tr("Their e-mail"), tr("Their e-mail, if you like"))
        self.contacts.setChecked(True)
        self._lay_out()
        self.show_profiles((), "")
        for tick in (self.contacts, self.zip):
            tick.clicked.connect(lambda _on: self.changed.emit())
        self.profile.activated.connect(lambda _at: self.changed.emit())
        self.answer_by.changed.connect(self.changed)
        self.edit.clicked.connect(self.edit_pressed)
        for field in (self.receiver, self.email):
            field.textEdited.connect(lambda _text: self.changed.emit())
        self.receiver.textEdited.connect(lambda _text: self.receiver_typed.emit())

    def _lay_out(self) -> None:
        self.body.addWidget(PlainLabel(tr("What leaves"), face="card_title"))
        first = QHBoxLayout()
        first.setSpacing(12)
        labelled(first, tr("Answers by"), self.answer_by)
        first.addStretch(1)
        self.body.addLayout(first)
        table = QHBoxLayout()
        table.setSpacing(12)
        labelled(table, tr("Table for the CRM"), self.profile, 1)
        labelled(table, "", self.edit)
        self.body.addLayout(table)
        self.body.addWidget(self.contacts)
        self.body.addWidget(self.zip)
        self.body.addWidget(Rule())
        self.body.addWidget(
            PlainLabel(tr("Who gets the leads no rule gives to others"), face="body_strong")
        )
        who = QHBoxLayout()
        who.setSpacing(12)
        labelled(who, tr("Name"), self.receiver, 1)
        labelled(who, tr("E-mail"), self.email, 1)
        self.body.addLayout(who)

    def lie_over(self, window: QWidget) -> None:
        """Open over this window from now on."""
        if self._window is not window:
            self._window = window
            self.setParent(window)

    def show_profiles(self, profiles: Sequence[CrmProfile], chosen: str) -> None:
        """Offer these tables; ``chosen`` is the id of one of them, empty for none."""
        self._profiles = tuple(profiles)
        self.profile.set_values([tr("For no certain CRM"), *(tr(one.name) for one in profiles)])
        ids = ["", *(one.id for one in profiles)]
        self.profile.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)

    def show_terms(self, receiver: str, email: str, answer_by: date) -> None:
        """Fill the fields from the campaign, unless somebody has typed there."""
        if not self.receiver.isModified():
            self.receiver.setText(receiver)
        if not self.email.isModified():
            self.email.setText(email)
            self.email.setCursorPosition(0)
        if not self.answer_by.is_by_hand:
            self.answer_by.set_day(answer_by)

    @property
    def chosen(self) -> CrmProfile | None:
        """The table chosen; None for no certain CRM."""
        at = self.profile.currentIndex() - 1
        return self._profiles[at] if 0 <= at < len(self._profiles) else None

    def typed_receiver(self) -> str | None:
        """Who gets the rest, as somebody typed it here; None for whom the campaign names."""
        return self.receiver.text().strip() if self.receiver.isModified() else None

    def typed_email(self) -> str | None:
        """Their address, as somebody typed it here; None for the one the campaign knows."""
        is_typed = self.email.isModified() or self.receiver.isModified()
        return self.email.text().strip() if is_typed else None

    def forget(self, *, receiver: bool) -> None:
        """Take the day, and the ``receiver`` too, from the campaign again."""
        self.answer_by.is_by_hand = False
        if receiver:
            self.receiver.setModified(False)
            self.email.setModified(False)
