"""Asking which leads do not fit the table of the CRM they are to leave for."""

from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from qualdesk.core.crm_profiles import ProfileGap
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.qt.work import Work

MOST: Final = 500
"""Of more qualified leads it is said when the batch is written, and not before."""
_PAUSE_MS: Final = 300
_Wanted: TypeAlias = tuple[CampaignId, str, frozenset[LeadId]]


class GapAsking(QObject):
    """Asks once for the same leads and the same table."""

    found = Signal(object)
    """What keeps leads out of the table, a :class:`ProfileGap` each; empty where all fit."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._wanted: _Wanted | None = None
        # Somebody who ticks one lead after the other asks once, when they pause.
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def ask(
        self, campaign: CampaignId, profile: str, leads: tuple[LeadId, ...], qualified: int
    ) -> None:
        """Ask whether these leads, of so many ``qualified``, fit the table; empty for no table."""
        wanted = (campaign, profile, frozenset(leads))
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._pause.stop()
        if profile and leads and qualified <= MOST:
            self._pause.start()
        else:
            self.found.emit(())

    def _ask(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        campaign, profile, leads = wanted

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
