"""Promises that come due while their caller talks to somebody else, or takes a break."""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject

from qualdesk.core.clock import Clock
from qualdesk.core.ids import LeadId
from qualdesk.desk.ahead import OwnPromise
from qualdesk.qt.call_desk import said
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.flow import CallState
from qualdesk.qt.call_desk.meanwhile import SOON, Meanwhile
from qualdesk.qt.call_desk.notice import Notice

LOOK_EVERY: Final = timedelta(seconds=30)


class Promises(QObject):
    """Says each of them once, with the two ways out: next, or anybody's."""

    _told: set[LeadId]

    def __init__(self, at_desk: AtDesk, meanwhile: Meanwhile, notice: Notice, clock: Clock) -> None:
        super().__init__(at_desk)
        self._at, self._meanwhile, self._notice, self._clock = at_desk, meanwhile, notice, clock
        self._looked_at = clock.now()
        self._told = set()
        meanwhile.promised.connect(self._promised)

    def look(self) -> None:
        """Ask now and then, while a call goes on: between two calls the queue offers them."""
        now = self._clock.now()
        if self._at.flow.is_in_call and now - self._looked_at >= LOOK_EVERY:
            self._looked_at = now
            self._meanwhile.promises()

    def ask_for_break(self) -> None:
        """A break begins: ask what comes due in it."""
        self._meanwhile.promises(SOON)

    def _promised(self, found: tuple[OwnPromise, ...]) -> None:
        state = self._at.flow.state
        if state is CallState.BREAK and found:
            self._tell_on_break(found[0])
            return
        here = self._at.card.lead.id if self._at.card else None
        fresh = [one for one in found if one.lead_id not in self._told | {here}]
        if self._at.flow.is_in_call and fresh:
            self._told.add(fresh[0].lead_id)
            self._tell_in_call(fresh[0])

    def _tell_in_call(self, one: OwnPromise) -> None:
        now, zone = self._clock.now(), self._at.zone
        self._notice.offer(
            "call",
            said.asked_for(one.name, one.due_at, zone, now),
            said.anyone_may(one.anyone_at, zone, now),
            ("Make it my next lead", lambda: self._meanwhile.make_next(one.lead_id)),
            ("Give it to anyone now", lambda: self._meanwhile.give_to_anyone(one.lead_id)),
        )

    def _tell_on_break(self, one: OwnPromise) -> None:
        now, zone = self._clock.now(), self._at.zone
        self._notice.offer(
            "warn",
            said.ON_A_BREAK,
            said.break_before(one.name, one.due_at, zone, now),
            ("Give it to anyone", lambda: self._meanwhile.give_to_anyone(one.lead_id)),
        )
