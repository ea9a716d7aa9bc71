"""A caller whom a supervisor moved: the window follows with the next lead, and says who did it."""

from PySide6.QtCore import QObject, Signal

from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.coming import Next
from qualdesk.qt.call_desk.notice import Notice
from qualdesk.qt.call_desk.session import Session


class Following(QObject):
    """Takes the desk to the campaign somebody was moved to. A call that goes on is never moved."""

    followed = Signal(object)
    """The ``Campaign`` this desk calls for from here on."""

    def __init__(self, session: Session, notice: Notice) -> None:
        super().__init__(session)
        self._session, self._notice = session, notice
        session.came.connect(self._came)

    def _came(self, coming: Next) -> None:
        to = coming.followed
        if to is None:
            return
        session, campaign = self._session, to.campaign
        if campaign.id == session.home:
            session.home = None
        elif session.home is None:
            session.home = session.campaign
        session.campaign = campaign.id
        if to.by:
            says = tr(
                "{supervisor} moved you to {campaign}, from your next lead.",
                supervisor=to.by,
                campaign=campaign.name,
            )
            self._notice.say("info", says, icon="users")
        self.followed.emit(campaign)
