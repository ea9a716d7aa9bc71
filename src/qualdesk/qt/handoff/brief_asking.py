"""Asking for the brief of the lead in sight: one at a time, and only the newest wish counts."""

from PySide6.QtCore import QObject, Signal

from qualdesk.core.errors import QualdeskError
from qualdesk.core.handoff import Brief
from qualdesk.core.ids import LeadId
from qualdesk.qt.work import Work


class BriefAsking(QObject):
    """Asks the desk for briefs. A key held down passes over leads whose briefs nobody reads."""

    found = Signal(object)
    """The :class:`Brief` that was asked for last."""
    refused = Signal(str)
    """Why there is none, in a sentence."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._wanted: LeadId | None = None
        self._asked: LeadId | None = None

    def ask(self, lead: LeadId) -> None:
        """Show the brief of this lead as soon as it is there."""
        self._wanted = lead
        if self._asked is None:
            self._ask_next()

    def forget(self) -> None:
        """None is wanted any more."""
        self._wanted = None

    def _ask_next(self) -> None:
        lead, self._wanted = self._wanted, None
        self._asked = lead
        if lead is not None:
            self._work.ask(
                lambda desk: desk.handoff.brief(lead),
                self._found,
                owner=self,
                refused=self._refused,
            )

    def _found(self, brief: Brief) -> None:
        is_newest = self._wanted is None
        self._ask_next()
        if is_newest:
            self.found.emit(brief)

    def _refused(self, error: QualdeskError) -> None:
        is_newest = self._wanted is None
        self._ask_next()
        if is_newest:
            self.refused.emit(error.says)
