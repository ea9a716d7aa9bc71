"""Times for a call back, asked of the desk in the background: suggested, read, when they answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from qualdesk.core.answer_hours import AnswerHours
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import LeadId
from qualdesk.desk.called import CallbackRead
from qualdesk.desk.offline import read_time_here
from qualdesk.qt.call_desk.line import Line
from qualdesk.qt.work import Work


class CallBackTimes(QObject):
    """What can be known of a time before it is promised; ``ours`` is the zone of our own clock."""

    def __init__(self, page: QObject, work: Work, ours: str, line: Line) -> None:
        # It goes with the page: what is read by then is asked for by nobody.
        super().__init__(page)
        self._work, self._ours, self._line = work, ours, line

    def suggest(self, lead_id: LeadId, done: Callable[[tuple[CallbackRead, ...]], None]) -> None:
        """Ask for three times to offer."""
        if self._line.is_down:
            return
        self._work.ask(
            lambda desk: desk.calling.suggest_times(lead_id, ours=self._ours),
            done,
            owner=self,
            refused=_goes_without,
        )

    def hours(self, lead_id: LeadId, done: Callable[[AnswerHours], None]) -> None:
        """Ask at which hours people like this one pick up."""
        if self._line.is_down:
            return
        self._work.ask(
            lambda desk: desk.calling.hours_they_answer(lead_id),
            done,
            owner=self,
            refused=_goes_without,
        )

    def several(self, done: Callable[[bool], None]) -> None:
        """Ask whether it is called for several clients."""
        if self._line.is_down:
            return
        self._work.ask(
            lambda desk: desk.clients.calls_for_several(),
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
        """Have a time read; without a line, by what is known here."""

        def unread(error: QualdeskError) -> None:
            if self._line.lost(error):
                self._read_here(text, done, refused)
            else:
                refused(error)

        if self._line.is_down:
            self._read_here(text, done, refused)
            return
        self._work.ask(
            lambda desk: desk.calling.read_time(text, lead_id, ours=self._ours),
            done,
            owner=self,
            refused=unread,
        )

    def _read_here(
        self,
        text: str,
        done: Callable[[CallbackRead], None],
        refused: Callable[[QualdeskError], None],
    ) -> None:
        card = self._line.card()
        if card is None:
            return
        try:
            read = read_time_here(card, text, self._line.now, self._ours)
        except QualdeskError as error:
            refused(error)
        else:
            done(read)


def _goes_without(_error: QualdeskError) -> None:
    """A time can be typed all the same, and what is wrong is said when it is read."""
