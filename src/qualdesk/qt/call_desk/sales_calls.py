"""Calls to salespeople, offered between two calls to leads: dial, told, or no answer."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import NoticeId
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.flow import CallState
from qualdesk.qt.call_desk.notice import Notice
from qualdesk.qt.dialler import OpenLink
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.desk.sales_calls import CallKept, SalesCall

NOT_NOW: Final = timedelta(minutes=30)
"""How long a call is not offered again to somebody who put it off."""

_BETWEEN: Final = frozenset({CallState.READY.value, CallState.EMPTY.value})


class SalesCallOffers(QObject):
    """Offers one call at a time, where nothing else is said, and never while a call goes on."""

    touched = Signal(object)
    """What an operation touched, as ``Changes``."""

    def __init__(
        self, work: Work, at_desk: AtDesk, notice: Notice, clock: Clock, open_link: OpenLink
    ) -> None:
        super().__init__(at_desk)
        self._work, self._at, self._notice = work, at_desk, notice
        self._clock, self._open_link = clock, open_link
        self._is_offered = False
        self._later: dict[NoticeId, datetime] = {}
        at_desk.moved.connect(self._moved)

    def _moved(self, state: str) -> None:
        if state in _BETWEEN:
            self._look()
        elif self._is_offered and self._at.flow.is_in_call:
            # Nobody is to dial somebody else while they talk; it is offered again afterwards.
            self._is_offered = False
            self._notice.clear()

    def _look(self) -> None:
        if not self._notice.says:
            self._is_offered = False
            self._work.ask(
                lambda desk: desk.sales_calls.waiting(),
                self._offer,
                owner=self,
                refused=self._not_now_either,
            )

    def _offer(self, waiting: "tuple[SalesCall, ...]") -> None:
        now = self._clock.now()
        due = [one for one in waiting if self._later.get(one.notice_id, now) <= now]
        if due and not self._notice.says and self._at.flow.state.value in _BETWEEN:
            call = due[0]
            self._is_offered = True
            self._notice.offer(
                "info",
                call.says,
                call.shown,
                (tr("Dial", about="a call to a salesperson"), lambda: self._begin(call)),
                (tr("Not now"), lambda: self._put_off(call)),
                icon="phone-forwarded",
            )

    def _put_off(self, call: "SalesCall") -> None:
        self._is_offered = False
        self._later[call.notice_id] = self._clock.now() + NOT_NOW

    def _begin(self, call: "SalesCall") -> None:
        self._is_offered = False

        def begin(desk: Desk) -> str:
            begun = desk.sales_calls.begin(call.notice_id)
            return desk.calling.trial_link(begun.number)[1]

        self._work.ask(
            begin, lambda link: self._dialled(call, link), owner=self, refused=self._refused
        )

    def _dialled(self, call: "SalesCall", link: str) -> None:
        says = call.shown
        if not self._open_link(link):
            QGuiApplication.clipboard().setText(call.number)
            says = tr("No phone program took {number}. It is copied.", number=call.shown)
        self._is_offered = True
        self._notice.offer(
            "info",
            call.says,
            says,
            (tr("Told", about="telling sales"), self._ending(_told, call)),
            (tr("No answer"), self._ending(_no_answer, call)),
            icon="phone-forwarded",
        )

    def _ending(
        self, end: "Callable[[Desk, NoticeId], CallKept]", call: "SalesCall"
    ) -> Callable[[], None]:
        def ask() -> None:
            self._is_offered = False
            self._work.ask(
                lambda desk: end(desk, call.notice_id),
                self._ended,
                owner=self,
                refused=self._refused,
            )

        return ask

    def _ended(self, kept: "CallKept") -> None:
        self._notice.say("ok", kept.says)
        self.touched.emit(kept.changes)

    def _refused(self, error: QualdeskError) -> None:
        self._notice.say("warn", error.says)

    def _not_now_either(self, error: QualdeskError) -> None:
        """The desk itself says what keeps it from working: it is offered with a later lead."""
        del error


def _told(desk: Desk, notice_id: NoticeId) -> "CallKept":
    return desk.sales_calls.told(notice_id)


def _no_answer(desk: Desk, notice_id: NoticeId) -> "CallKept":
    return desk.sales_calls.no_answer(notice_id)
