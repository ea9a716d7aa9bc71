"""A save on its way: what is to be done, who hears of it, and what it comes to without a line."""

from collections.abc import Callable
from typing import Any

from qualdesk.core.frozen import frozen
from qualdesk.desk import Desk
from qualdesk.desk.saves import Doing


def _nothing(_done: object) -> None:
    """Nobody waits for it."""


@frozen
class Errand:
    """What must not get lost, and can be repeated until it is done.

    Attributes:
        then: what is asked for with it, in the same go, of what it gave back.
        here: what it comes to while the server is out of reach.
        question: the question that was answered, ``answer_id`` the answer; empty for all else.
        is_quiet: it is about a lead that has left the desk.
    """

    work: Callable[[Desk], Any]
    done: Callable[[Any], None] = _nothing
    then: Callable[[Desk, Any], Any] | None = None
    here: Callable[[], Any] | None = None
    question: str = ""
    answer_id: str = ""
    is_quiet: bool = False

    @property
    def doing(self) -> Doing | None:
        """The save that can be kept on this computer; None for what cannot."""
        return self.work if isinstance(self.work, Doing) else None
