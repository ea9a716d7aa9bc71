"""The Call Desk page: its parts put together, its keys, and what the shell asks of it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.questions import Aside
from qualdesk.qt.call_desk.ask_owner import AskOwner
from qualdesk.qt.call_desk.asks import Asks
from qualdesk.qt.call_desk.beside import BesideOutcomes
from qualdesk.qt.call_desk.by_letters import words_at_hand
from qualdesk.qt.call_desk.call_back_times import CallBackTimes
from qualdesk.qt.call_desk.came_back import CameBackNotice
from qualdesk.qt.call_desk.conduct import Conductor
from qualdesk.qt.call_desk.early import EarlyLetters
from qualdesk.qt.call_desk.flow import CallState
from qualdesk.qt.call_desk.following import Following
from qualdesk.qt.call_desk.from_outside import FromOutside
from qualdesk.qt.call_desk.keeping import Keeping
from qualdesk.qt.call_desk.line import Line
from qualdesk.qt.call_desk.line_banner import LineBanner
from qualdesk.qt.call_desk.meanwhile import Meanwhile
from qualdesk.qt.call_desk.origin import OriginOfNumber
from qualdesk.qt.call_desk.sales_calls import SalesCallOffers
from qualdesk.qt.call_desk.session import Session
from qualdesk.qt.call_desk.stepping_aside import SteppingAside
from qualdesk.qt.call_desk.talk import Talk
from qualdesk.qt.call_desk.telling import Telling
from qualdesk.qt.call_desk.view import DeskView
from qualdesk.qt.call_desk.whereabouts import Whereabouts
from qualdesk.qt.dialler import OpenLink, open_link
from qualdesk.qt.widgets.popover import PopOver
from qualdesk.qt.widgets.roomy import KEEPS_ITS_ROOM
from qualdesk.qt.work import Work

_TICK_MS: Final = 1000
# Longer than a key meant for another page takes to arrive, too short to be waited for.
_SETTLE_MS: Final = 700


class CallDeskPage(QWidget):
    """One lead after the other: dial, talk, answer, end, save, next. Never a window of its own."""

    changed = Signal(object)
    """What an operation touched, as ``Changes``."""
    save_state = Signal(str)
    """Saved, Saving, or why it is not saved yet: what stands at the top right."""
    state_changed = Signal(str)
    """The state of the call, in a word."""
    moved = Signal()
    """The caller went to another question."""
    lists_wanted = Signal()
    """The queue is empty and the caller wants to load a list."""
    calling_wanted = Signal()
    """Somebody is calling back and is to be found."""
    rules_wanted = Signal()
    """Calls wait because of a rule, and the rules are to be read."""
    followed = Signal(object)
    """A supervisor moved the caller: the ``Campaign`` this desk calls for from here on."""

    def __init__(
        self,
        work: Work,
        clock: Clock,
        zone: str,
        keys: Mapping[str, str] | None = None,
        *,
        open_link: OpenLink = open_link,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty(KEEPS_ITS_ROOM, True)  # noqa: FBT003 - Qt's own signature
        view = self.view = DeskView(keys or {}, self)
        self.panes = self.view.panes
        self.line = Line(work, clock, zone)
        self._session = Session(work, self.line)
        self._talk = Talk(self._session, view.script, view.verdict, clock)
        self._asks = Asks(self, CallBackTimes(self, work, zone, self.line), clock, zone)
        self._meanwhile = Meanwhile(work, self._session)
        self._steps = Conductor(
            view, self._session, self._talk, self._asks, self._meanwhile, clock, zone, open_link
        )
        self.place = Whereabouts(self._steps, self._talk)
        self._beside = BesideOutcomes(
            work, self._steps.at_desk, view, self._asks, self._steps.notice, clock
        )
        steps = self._steps
        self._owner = AskOwner(work, steps.at_desk, view, self._asks, steps.notice)
        self._sales = SalesCallOffers(work, steps.at_desk, steps.notice, clock, open_link)
        self._back = CameBackNotice(work, steps.at_desk, steps.notice, clock)
        self._keeping = Keeping(
            steps.at_desk, self._talk, self._asks, self._session, steps.notice, clock
        )
        self.from_outside = FromOutside(steps, self._session, self._asks)
        self.aside = SteppingAside(steps, self._session, self._meanwhile)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._is_unasked = False
        self._put_together(work)
        self._listen()

    def keep_typed_in(self, path: Path) -> None:
        """Keep in this file what is typed and not saved yet; what it holds comes back first."""
        self._keeping.use(path)

    def leave(self) -> None:
        """The window goes: save what is typed, and give back the lead kept for after the call."""
        self._talk.keep_all()
        self._keeping.look()
        self._meanwhile.let_go()

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Work on this campaign, or on all of them; a lead of it that is here already stays."""
        wanted = campaign.id if campaign else None
        has_followed = wanted == self._session.campaign and self._steps.card is not None
        self._session.campaign = wanted
        if not has_followed:
            self.refresh()

    def refresh(self) -> None:
        """Ask the desk again; a call in progress goes on as it is."""
        self.aside.come_back()
        self._timer.start()
        self._session.open()
        self._steps.look_again()

    def main(self) -> None:
        """The one big key: dial, reached, end the call, save and next."""
        if not self.is_settling:
            self._steps.main()

    def copy_numbers(self, *, always: bool) -> None:
        """Copy each number that is dialled, or only one that no phone program took."""
        self._steps.copies_number = always

    def come_unasked(self) -> None:
        """The page comes to the front by itself: for a moment no key on it dials.

        A key pressed for what was in front before would call somebody nobody has read about.
        """
        self._is_unasked = True

    @property
    def is_settling(self) -> bool:
        """Whether the lead has only just come, on a page nobody asked for."""
        is_new = self._is_unasked or self._settling.isActive()
        return is_new and self._steps.flow.state is CallState.READY

    def undo(self) -> None:
        """Take back what was done last: beside the outcome, or the outcome itself."""
        if not self._beside.undo_last():
            self._steps.ending.undo()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What each key of the shortcut table does on this page, by its id."""
        steps, talk = self._steps, self._talk
        outcomes = {f"outcome_{n}": _pressing(steps, n) for n in range(1, 10)}
        return {
            **outcomes,
            "outcome_more": lambda: steps.ending.press(0),
            "do_not_call": steps.ask_stop,
            "note": self.view.script.note.setFocus,
            "missing_next": lambda: talk.walk_missing(1),
            "missing_prev": lambda: talk.walk_missing(-1),
            "skip": steps.ask_skip,
            "referral": steps.ask_referral,
            **self._beside.commands(),
            **self._owner.commands(),
            **self._origin.commands(),
            "dial_hang": self._dial_or_end,
            "break": steps.toggle_break,
            "question_next": lambda: talk.step(1),
            "question_prev": lambda: talk.step(-1),
            "question_jump": steps.ask_question,
            "copy_number": steps.copy_number,
            "calling_back": self.calling_wanted.emit,
            "why_now": self._show_priority,
            "notice": steps.notice.take_focus,
        }

    @property
    def asked(self) -> PopOver | None:
        """The pop-over that is open, if any."""
        return self._asks.open_one

    @property
    def state(self) -> str:
        """Where the call stands, in a word."""
        return self._steps.flow.state.value

    @property
    def question(self) -> str:
        """The id of the question on the card, empty when there is none."""
        return self._talk.course.current or ""

    @property
    def lead_name(self) -> str:
        """Who is at the desk, empty when nobody is."""
        return self._steps.card.lead.contact.name if self._steps.card else ""

    @property
    def says(self) -> str:
        """What stands above the columns, empty when nothing does."""
        notice = self.view.notice
        return notice.accessibleName() if notice.isVisibleTo(self.view) else ""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._steps.take_focus()

    def _put_together(self, work: Work) -> None:
        steps = self._steps
        self._line_banner = LineBanner(self.line, steps.at_desk, self.view, steps.notice)
        self._origin = OriginOfNumber(steps.at_desk, self.view, self._asks)
        self._telling = Telling(work, steps.at_desk)
        self._following = Following(self._session, steps.notice)
        self._early = EarlyLetters(
            self.view, steps.at_desk, self._talk, self._session, steps.notice
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def _listen(self) -> None:
        view, steps = self.view, self._steps
        self._timer.timeout.connect(steps.tick)
        self._timer.timeout.connect(self._line_banner.show)
        self._line_banner.over.connect(steps.line_back)
        steps.came.connect(self._keeping.came)
        self._session.saving.connect(self.save_state)
        self._following.followed.connect(self.followed)
        steps.touched.connect(self.changed)
        self._beside.touched.connect(self.changed)
        self._sales.touched.connect(self.changed)
        self._owner.touched.connect(self.changed)
        self._asks.beside_chosen.connect(lambda command: self._beside.commands()[command]())
        steps.at_desk.moved.connect(self.state_changed)
        steps.at_desk.moved.connect(self._came_to_rest)
        view.bar.main_pressed.connect(self.main)
        view.bar.outcome_pressed.connect(steps.ending.press)
        view.bar.referral_pressed.connect(steps.ask_referral)
        view.bar.do_not_call_pressed.connect(steps.ask_stop)
        view.strip.priority_pressed.connect(self._show_priority)
        view.strip.skip_pressed.connect(steps.ask_skip)
        view.script.objections_pressed.connect(self._show_objections)
        self._talk.moved.connect(self.moved)
        self._talk.at_hand.connect(self._show_at_hand)
        view.lead.copy_pressed.connect(steps.copy_number)
        view.empty.look_pressed.connect(steps.look_again)
        view.empty.load_pressed.connect(self.lists_wanted)
        view.empty.rules_pressed.connect(self.rules_wanted)
        view.empty.anyway_pressed.connect(lambda: self._session.next_lead(anyway=True))

    def _dial_or_end(self) -> None:
        if not self.is_settling:
            self._steps.dial_or_end()

    def _came_to_rest(self) -> None:
        """The first lead of a page that came by itself is here: it is to be seen first."""
        if self.is_settling and self._is_unasked:
            # Counted from when it is painted: on a slow start the painting takes as long.
            QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        self._is_unasked = False
        self._settling.start()

    def _show_priority(self) -> None:
        if self._steps.card is not None:
            self._asks.show_priority(self._steps.card, self.view.strip.now)

    def _show_objections(self) -> None:
        self._asks.show_objections(words_at_hand(self._talk.course), self.view.script.trail)

    def _show_at_hand(self, aside: Aside) -> None:
        self._asks.show_objections((aside,), self.view.script.trail)


def _pressing(steps: Conductor, key: int) -> Callable[[], None]:
    return lambda: steps.ending.press(key)
