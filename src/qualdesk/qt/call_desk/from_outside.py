"""What the palette asks of the desk: whose lead is there, a call that came in, a referral."""

from qualdesk.core.cards import CallCard
from qualdesk.qt.call_desk.asks import Asks
from qualdesk.qt.call_desk.coming import Next
from qualdesk.qt.call_desk.conduct import Conductor
from qualdesk.qt.call_desk.flow import CallState
from qualdesk.qt.call_desk.popovers.others import ReferralPopOver
from qualdesk.qt.call_desk.session import Session


class FromOutside:
    """The desk as whoever searches needs it."""

    def __init__(self, steps: Conductor, session: Session, asks: Asks) -> None:
        self._steps, self._session, self._asks = steps, session, asks

    @property
    def company_name(self) -> str:
        """The company of the lead at the desk, empty when nobody is."""
        return self._steps.card.lead.contact.company_name if self._steps.card else ""

    @property
    def is_in_call(self) -> bool:
        """Whether a call goes on, or one is being written up: nothing else is said then."""
        return self._steps.flow.is_in_call

    @property
    def is_wrapping_up(self) -> bool:
        """Whether the call is over, and only how it ended is not said."""
        return self._steps.flow.state is CallState.WRAPPING_UP

    def taken_up(self, card: CallCard) -> None:
        """They called us: their lead is at the desk, and the call goes on."""
        self._session.came.emit(Next(found=card))

    def refer(self, name: str) -> None:
        """Ask who else there is to talk to, with a name filled in."""
        self._steps.ask_referral()
        over = self._asks.open_one
        if isinstance(over, ReferralPopOver) and not over.name.text():
            over.name.setText(name)
