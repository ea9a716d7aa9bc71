"""Putting one brief on paper: a PDF where somebody says, written beside everything else."""

import re

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualdesk.core.handoff import Brief
from qualdesk.core.ids import ItemId
from qualdesk.core.wording import tr
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.work import Work

_LONGEST = 60


class BriefPrint(QObject):
    """Writes the brief in sight as one page, as sales will get it."""

    printed = Signal(object)
    """The file it stands in, as a ``Path``."""
    refused = Signal(object)
    """The error it could not be written with."""

    def __init__(self, work: Work, choosing: Choosing, owner: QWidget) -> None:
        super().__init__(owner)
        self._work, self._choosing, self._page = work, choosing, owner

    def write(self, brief: Brief, receiver: str, item: ItemId | None = None) -> None:
        """Ask where it shall stand, and write it there; with ``item`` as it left under that id."""
        says = tr("Where shall the brief be written?")
        asked = self._choosing.new_file(self._page, says, "brief", file_name(brief.name))
        if asked is None:
            return
        target = asked if asked.suffix else asked.with_suffix(".pdf")
        self._work.long(
            # Asked again: a number may be blocked, or a word changed, since it came into sight.
            lambda desk, _progress: (
                desk.sales.print_brief(item, target)
                if item is not None
                else desk.handoff.print_brief(brief.lead_id, target, receiver)
            ),
            self.printed.emit,
            owner=self,
            refused=self.refused.emit,
        )


def file_name(name: str) -> str:
    """A file name every system takes, made of somebody's name: ``brief-katrin-albers.pdf``."""
    plain = re.sub(r"\W+", "-", name.casefold()).strip("-_")[:_LONGEST]
    return f"brief-{plain}.pdf" if plain else "brief.pdf"
