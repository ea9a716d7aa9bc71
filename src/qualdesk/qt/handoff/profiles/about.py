"""What a table of our own is called, for which CRM it is, and how its file must be."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.crm_profiles import CrmProfile
from qualdesk.core.wording import tr
from qualdesk.qt.handoff.profiles.drafts import TableEntry
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.wide import keep_wide

_USUAL: Final = ("%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y", "%d/%m/%Y")
_A_DAY: Final = date(2026, 3, 24)


class TableAbout(QWidget):
    """The fields above the columns. What is typed counts when the field is left, or at Enter."""

    edited = Signal(object)
    """The :class:`CrmProfile` as it is wanted now."""
    kept_for = Signal(str)
    """The client it is to be kept for; empty for all of them."""
    refused = Signal(str)
    """What was typed cannot be; a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._profile: CrmProfile | None = None
        self._days: tuple[str, ...] = ()
        self._clients: tuple[str, ...] = ("",)
        self.name = Field(tr("Name of the table"), tr("As people here know it"))
        self.target = Field(tr("For which CRM"), tr("As sentences name it"))
        self.whose = Choice(tr("For whom"))
        self.days = Choice(tr("How days are written"))
        self.most = Field(tr("Leads in a file at most"), tr("Any number"))
        self.says = Field(tr("What to know when loading it"), tr("Import, leads, UTF-8"))
        self._lay_out()
        for field in (self.name, self.target, self.most, self.says):
            field.editingFinished.connect(self._say)
        self.days.activated.connect(lambda _at: self._say())
        self.whose.activated.connect(lambda at: self.kept_for.emit(self._clients[at]))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(12)
            column.addLayout(row)
        labelled(above, tr("Name of the table"), self.name, 3)
        labelled(above, tr("For which CRM"), self.target, 2)
        labelled(above, tr("For whom"), self.whose, 1)
        labelled(below, tr("What to know when loading it"), self.says, 3)
        labelled(below, tr("How days are written"), self.days, 1)
        labelled(below, tr("Leads in a file at most"), self.most, 1)
        keep_wide(self.most, least=130)

    def show_entry(self, entry: TableEntry, client: str) -> None:
        """Show this table; ``client`` is whose batches are written by it now."""
        reveal(self, shown=not entry.is_shipped)
        profile = self._profile = entry.profile
        for field, text in (
            (self.name, profile.name),
            (self.target, profile.target),
            (self.says, profile.says),
            (self.most, "" if profile.most_rows is None else str(profile.most_rows)),
        ):
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
        self._days = tuple(dict.fromkeys((*_USUAL, profile.dates)))
        shown = [_A_DAY.strftime(one) for one in self._days]
        self.days.set_values(shown, _A_DAY.strftime(profile.dates))
        self._clients = tuple(dict.fromkeys((client, entry.client, "")))
        self.whose.set_values(_whose(self._clients))
        self.whose.setCurrentIndex(self._clients.index(entry.client))
        # What is kept already stays with whom it was kept for: a copy can be for others.
        self.whose.setEnabled(entry.is_new and len(self._clients) > 1)

    def _say(self) -> None:
        profile = self._profile
        if profile is None:
            return
        most = self.most.text().strip()
        if most and not (most.isdecimal() and int(most)):
            self.refused.emit(tr("Write how many leads as a number, or leave it empty."))
            return
        said = self._written(profile, int(most) if most else None)
        if said != profile:
            self._profile = said
            self.edited.emit(said)

    def _written(self, profile: CrmProfile, most_rows: int | None) -> CrmProfile:
        return replace(
            profile,
            name=" ".join(self.name.text().split()),
            target=" ".join(self.target.text().split()),
            says=" ".join(self.says.text().split()),
            most_rows=most_rows,
            dates=self._days[max(self.days.currentIndex(), 0)],
        )


def _whose(clients: Sequence[str]) -> list[str]:
    return [client or tr("All clients") for client in clients]
