"""The tabs of the Hand-off page, each read and made when it first comes to the front."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from qualdesk.core.clock import Clock
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr_later
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.work import Work

NEXT, SENT, ANSWERS, ROUTING, LESSONS = "next", "sent", "answers", "routing", "lessons"


@frozen
class Part:
    """One tab: its key, its title, and how its widget is made.

    The widget stands in the card under the tabs. It has ``changed`` (a signal with ``Changes``),
    ``panes``, ``show_campaign``, ``refresh``, ``touched`` and ``commands`` as a page of the window
    has them. It may have ``main``, ``undo`` and ``step_back`` too; ``show_batches`` to be told
    what has left; ``tab_wanted`` (a signal with a key) to bring another tab to the front; and
    widgets ``side`` (right of the card), ``below`` (under it) and ``foot`` (along the bottom),
    which are in sight while it is.
    """

    key: str
    title: str
    make: Callable[[Work, Clock, Choosing, str], QWidget]


def _next(work: Work, clock: Clock, choosing: Choosing, zone: str) -> QWidget:
    from qualdesk.qt.handoff.next_page import NextPage

    return NextPage(work, clock, choosing, zone)


def _sent(work: Work, clock: Clock, choosing: Choosing, zone: str) -> QWidget:
    from qualdesk.qt.handoff.sent_page import SentPage

    return SentPage(work, clock, choosing, zone)


def _answers(work: Work, clock: Clock, choosing: Choosing, zone: str) -> QWidget:
    from qualdesk.qt.handoff.answers_page import AnswersPage

    return AnswersPage(work, clock, choosing, zone)


def _routing(work: Work, clock: Clock, choosing: Choosing, _zone: str) -> QWidget:
    from qualdesk.qt.handoff.routing_page import RoutingPage

    return RoutingPage(work, clock, choosing)


def _lessons(work: Work, clock: Clock, choosing: Choosing, zone: str) -> QWidget:
    from qualdesk.qt.handoff.lessons.page import LessonsPage

    return LessonsPage(work, clock, choosing, zone)


PARTS: Final = (
    Part(key=NEXT, title=tr_later("Next batch"), make=_next),
    Part(key=SENT, title=tr_later("Sent"), make=_sent),
    Part(key=ANSWERS, title=tr_later("Answers from sales"), make=_answers),
    Part(key=ROUTING, title=tr_later("Who gets what"), make=_routing),
    Part(key=LESSONS, title=tr_later("What came of it"), make=_lessons),
)
"""The tabs in their order: next, sent, answers, routing, lessons."""
