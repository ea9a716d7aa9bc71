"""Promises that come due while their caller talks to somebody else, or takes a break."""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject

from qualdesk.core.clock import Clock
from qualdesk.core.ids import LeadId
from qualdesk.core.wording import tr
from qualdesk.desk.ahead import OwnPromise
from qualdesk.qt.call_desk import said
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.flow import CallState
from qualdesk.qt.call_desk.meanwhile import SOON, Meanwhile
from qualdesk.qt.call_desk.notice import Notice

LOOK_EVERY: Final = timedelta(seconds=30)


class Promises(QObject):
    """Says each of them once, with the two ways out: next, or anybody's."""

    _told: set[tuple[LeadId, bool]]

    def __init__(self, at_desk: AtDesk, meanwhile: Meanwhile, notice: Notice, clock: Clock) -> None:
        super().__init__(at_desk)
        self._at, self._meanwhile, self._notice, self._clock = at_desk, meanwhile, notice, clock
        self._looked_at = clock.now()
        self._told = set()
        meanwhile.promised.connect(self._promised)

    def look(self) -> None:
        """Ask now and then: what is due while a call goes on, and what is to be heard of before.

        Between two calls the queue offers what is due by itself.
        """
        now = self._clock.now()
        may_tell = self._at.flow.is_in_call or self._at.flow.state is CallState.READY
        if may_tell and now - self._looked_at >= LOOK_EVERY:
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
        now, is_in_call = self._clock.now(), self._at.flow.is_in_call
        # Told before it is due, it is told once more when somebody waits for it.
        keys = {(one.lead_id, one.due_at <= now): one for one in found if one.lead_id != here}
        fresh = [key for key in keys if key not in self._told and (is_in_call or not key[1])]
        if fresh and (is_in_call or state is CallState.READY):
            self._told.add(fresh[0])
            self._tell(keys[fresh[0]])

    def _tell(self, one: OwnPromise) -> None:
        now, zone = self._clock.now(), self._at.zone
        title = said.asked_for(one.name, one.due_at, one.zone, zone, now)
        anyone = (tr("Give it to anyone now"), lambda: self._meanwhile.give_to_anyone(one.lead_id))
        if one.due_at > now:
            # Before its time nobody is called, so it cannot be the next lead yet.
            self._notice.offer("call", title, tr(said.REMINDED), anyone)
            return
        mine = (tr("Make it my next lead"), lambda: self._meanwhile.make_next(one.lead_id))
        says = said.anyone_may(one.anyone_at, zone, now)
        self._notice.offer("call", title, says, mine, anyone)

    def _tell_on_break(self, one: OwnPromise) -> None:
        now, zone = self._clock.now(), self._at.zone
        self._notice.offer(
            "warn",
            tr(said.ON_A_BREAK),
            said.break_before(one.name, one.due_at, one.zone, zone, now),
            (tr("Give it to anyone"), lambda: self._meanwhile.give_to_anyone(one.lead_id)),
        )
