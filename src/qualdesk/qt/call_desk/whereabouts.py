"""Where the desk stands, for whoever looks on: the call, and the caller's place in the script."""

from qualdesk.qt.call_desk.conduct import Conductor
from qualdesk.qt.call_desk.course import Course
from qualdesk.qt.call_desk.flow import Flow
from qualdesk.qt.call_desk.talk import Talk


class Whereabouts:
    """Looks on and changes nothing."""

    def __init__(self, steps: Conductor, talk: Talk) -> None:
        self._steps, self._talk = steps, talk

    @property
    def flow(self) -> Flow:
        """Where the call stands, and what the main key does next."""
        return self._steps.flow

    @property
    def course(self) -> Course:
        """The caller's place in the script."""
        return self._talk.course
