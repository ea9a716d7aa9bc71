"""The desk of somebody who only watches: while they look at another page it holds no lead."""

from PySide6.QtCore import QObject

from qualdesk.core.cards import CallCard
from qualdesk.qt.call_desk.conduct import Conductor
from qualdesk.qt.call_desk.flow import CallState
from qualdesk.qt.call_desk.meanwhile import Meanwhile
from qualdesk.qt.call_desk.session import Session


class SteppingAside(QObject):
    """Gives back a lead nobody dialled, and asks for none. A call that was begun goes on."""

    def __init__(self, steps: Conductor, session: Session, meanwhile: Meanwhile) -> None:
        super().__init__(steps)
        self._steps, self._session, self._meanwhile = steps, session, meanwhile
        self._is_aside = False
        steps.came.connect(self._came)

    def step_aside(self) -> None:
        """Another page is in front: somebody else may call who is at the desk."""
        if not self._is_aside:
            self._is_aside = True
            self._meanwhile.let_go()
        self._let_go()

    @property
    def is_aside(self) -> bool:
        """Whether nothing is held for them: another page is in front, and no call goes on."""
        return self._is_aside and not self._steps.flow.is_in_call

    def come_back(self) -> None:
        """The page is in front again, and asks for a lead by itself."""
        self._is_aside = False

    def _came(self, card: CallCard | None) -> None:
        """What was on its way when they left."""
        if self._is_aside and (card is None or card.attempt is None):
            self._let_go()

    def _let_go(self) -> None:
        at = self._steps.at_desk
        at.nothing = None  # so that nobody looks for a lead every minute
        if at.flow.state is CallState.READY and at.card is not None:
            self._session.release(at.card.lead.id, then_next=False)
            at.let_go()
