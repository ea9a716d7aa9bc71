"""What is due with the desk as time goes by: a hold to renew, an emptiness that may be over."""

from datetime import timedelta
from typing import Final

from qualdesk.core.cards import NothingToCall
from qualdesk.core.clock import Clock
from qualdesk.qt.call_desk.meanwhile import Meanwhile
from qualdesk.qt.call_desk.session import Session

RENEW_EVERY: Final = timedelta(minutes=5)
LOOK_EVERY: Final = timedelta(minutes=1)
# Seconds that no tick came in: the computer slept, and others may have taken the lead.
SLEPT: Final = timedelta(seconds=30)


class Watch:
    """Asks the clock each second and the desk seldom."""

    def __init__(self, session: Session, meanwhile: Meanwhile, clock: Clock) -> None:
        self._session, self._meanwhile, self._clock = session, meanwhile, clock
        self._renewed_at = self._looked_at = self._ticked_at = clock.now()

    def look(self, *, has_lead: bool, nothing: NothingToCall | None) -> None:
        """Do what is due: try again to save, renew the hold, look for a lead."""
        now = self._clock.now()
        has_slept = now - self._ticked_at >= SLEPT
        self._ticked_at = now
        if self._session.is_busy:
            return
        self._session.try_again()
        if has_lead and (has_slept or now - self._renewed_at >= RENEW_EVERY):
            self._renewed_at = now
            self._meanwhile.renew()
        at = nothing.next_at if nothing is not None else None
        is_due = at is not None and at <= now
        if nothing is not None and (is_due or now - self._looked_at >= LOOK_EVERY):
            self._looked_at = now
            self._session.next_lead()
