"""Asking which leads do not fit the table of the CRM they are to leave for."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from qualdesk.core.crm_profiles import ProfileGap
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.qt.work import Work

MOST: Final = 500
"""More leads than this are looked at when the batch is written, and not before."""


class GapAsking(QObject):
    """Asks once for the same leads and the same table."""

    found = Signal(object)
    """What keeps leads out of the table, a :class:`ProfileGap` each; empty where all fit."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._wanted: tuple[CampaignId, str, frozenset[LeadId]] | None = None

    def ask(self, campaign: CampaignId, profile: str, leads: tuple[LeadId, ...]) -> None:
        """Ask whether these leads fit the table of that id; empty for no table."""
        wanted = (campaign, profile, frozenset(leads))
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if not profile or not 0 < len(leads) <= MOST:
            self.found.emit(())
            return

        def told(gaps: tuple[ProfileGap, ...]) -> None:
            if self._wanted == wanted:  # others may have been ticked meanwhile
                self.found.emit(gaps)

        self._work.long(
            lambda desk, _progress: desk.profiles.check(campaign, profile, leads),
            told,
            owner=self,
            # What does not fit is said when the batch is written, too.
            refused=lambda _error: told(()),
        )

    def forget(self) -> None:
        """The table, or the campaign, may be another one now."""
        self._wanted = None
