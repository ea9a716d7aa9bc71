"""How the page of tables looks: the shelf, the table in front, and what its leads lack."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.crm_profiles import CrmProfile
from qualdesk.core.crm_table_words import TableLook
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.handoff.profiles.about import TableAbout
from qualdesk.qt.handoff.profiles.drafts import TableEntry
from qualdesk.qt.handoff.profiles.fields_table import FieldsTable
from qualdesk.qt.handoff.profiles.shelf import TableShelf
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import MainButton, PushButton
from qualdesk.qt.widgets.footer import Footer
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal

_SHOWN: Final = 2


class ProfilesView(QWidget):
    """The widgets of the page, without a desk."""

    copy_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._profile: CrmProfile | None = None
        self._look: TableLook | None = None
        self.shelf = TableShelf()
        self.banner = Banner()
        self.about = TableAbout()
        self.table = FieldsTable()
        self.add = PushButton(tr("Add a column"), icon="plus", keys="new")
        self.up = PushButton(tr("Up"), icon="chevron-up")
        self.down = PushButton(tr("Down"), icon="chevron-down")
        self.take_out = PushButton(tr("Take out"), icon="trash-2")
        self.footer = Footer()
        self._title = PlainLabel(face="body_strong", elide=True)
        self._says = PlainLabel(face="hint", tone="text2", elide=True)
        self.leave = PushButton(tr("Back to the batch"))
        self.keep = MainButton(tr("Keep the table"), "save")
        self._lay_out()
        self.banner.pressed.connect(self.copy_pressed)
        self.say_look()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        for each in (self.add, self.up, self.down, self.take_out):
            acts.addWidget(each)
        acts.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(12)
        for part in (self.banner, self.about):
            right.addWidget(part)
        right.addWidget(self.table, 1)
        right.addLayout(acts)
        inner = QHBoxLayout()
        inner.setContentsMargins(16, 16, 16, 16)
        inner.setSpacing(14)
        inner.addWidget(self.shelf)
        inner.addLayout(right, 1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._says)
        self.footer.row.addLayout(words, 1)
        self.footer.row.addWidget(self.leave)
        self.footer.row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(self.footer)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.shelf.table, self.table, self.footer)

    @property
    def says(self) -> tuple[str, str]:
        """The two lines of the bar, as they are read."""
        return self._title.text(), self._says.text()

    def show_entry(self, entries: Sequence[TableEntry], entry: TableEntry, client: str) -> None:
        """Show this table among the others."""
        profile = entry.profile
        self.shelf.show_entries(entries, profile.id)
        self.about.show_entry(entry, client)
        reveal(self.banner, shown=entry.is_shipped)
        if entry.is_shipped:
            says = tr("It comes with the program. Copy it to change it.")
            self.banner.set("info", tr(profile.says), says, action=tr("Copy this table"))
        if self._profile is None or self._profile.id != profile.id:
            self._look = None
        self._profile = profile
        self.table.show_profile(profile, self._look)

    def show_look(self, profile: CrmProfile, look: TableLook) -> None:
        """Show the first lead in its row, and say who would not fit."""
        self._look = look
        self.table.show_profile(profile, look)
        self.say_look()

    def settle(self, entry: TableEntry, wrong: str) -> None:
        """Let only that be pressed which does something; ``wrong`` says why it cannot be kept."""
        place, many = self.table.place, len(entry.profile.fields)
        is_ours = not entry.is_shipped
        self.add.setEnabled(is_ours)
        self.up.setEnabled(is_ours and place > 0)
        self.down.setEnabled(is_ours and 0 <= place < many - 1)
        self.take_out.setEnabled(is_ours and place >= 0 and many > 1)
        self.keep.setEnabled(entry.waits and not wrong)
        if wrong:
            self.say_wrong(wrong)
        else:
            self.say_look()

    def say_wrong(self, says: str) -> None:
        """Say what cannot be in the bar below."""
        self._title.setText(tr("This cannot be kept yet"))
        self._says.setText(says)
        self._says.set_look(tone="warn")

    def say_look(self) -> None:
        """Say in the bar below which leads would not fit."""
        look = self._look
        self._says.set_look(tone="text2")
        if look is None:
            self._title.setText(tr("Looking at the leads of the next batch"))
            self._says.setText("")
        elif not look.leads:
            self._title.setText(tr("No lead is ready to leave"))
            self._says.setText(tr("Once one is, you see here what the CRM would not take."))
        elif look.says:
            more = len(look.says) - _SHOWN
            rest = [tr_n(more, "And {n} more.", "And {n} more.")] if more > 0 else []
            self._title.setText(" ".join((*look.says[:_SHOWN], *rest)))
            self._says.setText(tr("They would stay behind, and block nobody."))
            self._says.set_look(tone="warn")
        else:
            fits = tr_n(look.leads, "The {n:,} lead fits", "All {n:,} leads fit")
            self._title.setText(fits)
            self._says.setText(tr("Nothing is written before you export."))

    def ask_for_a_copy(self) -> None:
        """Somebody wants to change a table of the program: the way to do so takes the cursor."""
        for button in self.banner.findChildren(PushButton):
            if button.isVisible():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
