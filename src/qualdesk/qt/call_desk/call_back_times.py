"""Times for a call back, asked of the desk in the background: suggested, read, when they answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from qualdesk.core.answer_hours import AnswerHours
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import LeadId
from qualdesk.desk.called import CallbackRead
from qualdesk.qt.work import Work


class CallBackTimes(QObject):
    """What can be known of a time before it is promised; ``ours`` is the zone of our own clock."""

    def __init__(self, page: QObject, work: Work, ours: str) -> None:
        # It goes with the page: what is read by then is asked for by nobody.
        super().__init__(page)
        self._work, self._ours = work, ours

    def suggest(self, lead_id: LeadId, done: Callable[[tuple[CallbackRead, ...]], None]) -> None:
        """Ask for three times to offer."""
        self._work.ask(
            lambda desk: desk.calling.suggest_times(lead_id, ours=self._ours),
            done,
            owner=self,
            refused=_goes_without,
        )

    def hours(self, lead_id: LeadId, done: Callable[[AnswerHours], None]) -> None:
        """Ask at which hours people like this one pick up."""
        self._work.ask(
            lambda desk: desk.calling.hours_they_answer(lead_id),
            done,
            owner=self,
            refused=_goes_without,
        )

    def read(
        self,
        lead_id: LeadId,
        text: str,
        done: Callable[[CallbackRead], None],
        refused: Callable[[QualdeskError], None],
    ) -> None:
        """Have a time read."""
        self._work.ask(
            lambda desk: desk.calling.read_time(text, lead_id, ours=self._ours),
            done,
            owner=self,
            refused=refused,
        )


def _goes_without(_error: QualdeskError) -> None:
    """A time can be typed all the same, and what is wrong is said when it is read."""
