"""The steps of a call, one key after the other: where it stands, and what follows."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import Clock
from qualdesk.core.errors import ClaimLost, NotNow, QualdeskError, WorkspaceUnusable
from qualdesk.core.ids import AttemptId
from qualdesk.core.outcomes import Outcome
from qualdesk.desk.called import Finished, Recorded
from qualdesk.qt.call_desk import said
from qualdesk.qt.call_desk.asks import Asks, Chosen
from qualdesk.qt.call_desk.course import first_missing
from qualdesk.qt.call_desk.flow import CallState, Flow, MainStep, Press, Stock, rare_outcomes
from qualdesk.qt.call_desk.notice import Notice
from qualdesk.qt.call_desk.popovers.asking import Asking
from qualdesk.qt.call_desk.session import (
    Dialled,
    Next,
    Session,
    by_outcome,
    skipped,
    stop_calling,
    without_call,
)
from qualdesk.qt.call_desk.talk import Talk
from qualdesk.qt.call_desk.view import DeskView
from qualdesk.qt.call_desk.watch import Watch

OpenLink = Callable[[str], bool]


class Conductor(QObject):
    """Knows where the call stands, and leads it from one state to the next."""

    state_changed = Signal(str)
    """The state of the call, in a word."""
    touched = Signal(object)
    """What an operation touched, as ``Changes``."""

    attempt: AttemptId | None

    def __init__(  # noqa: PLR0917 - the parts of one page, put together in one place
        self,
        view: DeskView,
        session: Session,
        talk: Talk,
        asks: Asks,
        clock: Clock,
        zone: str,
        open_link: OpenLink,
    ) -> None:
        super().__init__(view)
        self._view, self._session, self._talk, self._asks = view, session, talk, asks
        self._clock, self._zone, self._open_link = clock, zone, open_link
        self.flow = Flow()
        self.card: CallCard | None = None
        self.attempt = None
        self._number = self._picked = ""
        self._chosen: Chosen | None = None
        self._undoable: tuple[Finished, Flow] | None = None
        self._nothing: NothingToCall | None = None
        self._notice = Notice(view, session)
        self._watch = Watch(session, clock)
        self._listen()

    def main(self) -> None:
        """The one big key: whatever comes next."""
        over = self._asks.open_one
        if isinstance(over, Asking):
            over.take()
            return
        match self.flow.main_step:
            case MainStep.DIAL | MainStep.END:
                self.dial_or_end()
            case MainStep.REACHED:
                self._move(self.flow.reached(self._clock.now()))
                self._talk.reached()
                self._notice.clear()
            case MainStep.END_AND_SAVE | MainStep.SAVE:
                self._save_chosen()
            case MainStep.CHOOSE:
                self._notice.say("info", said.NO_OUTCOME)
                self._view.bar.focus_outcomes()
            case MainStep.COME_BACK:
                self.toggle_break()
            case MainStep.LOOK:
                self._session.next_lead()
            case MainStep.LOAD:
                self._view.empty.load_pressed.emit()

    def press(self, key: int) -> None:
        """The outcome on Alt and that digit; 0 for more of them."""
        outcome = self._view.bar.catalogue.on_key(key)
        if self.card is None or self.flow.state in {CallState.EMPTY, CallState.BREAK}:
            return
        if outcome is None:
            rare = rare_outcomes(self.flow, self._view.bar.catalogue)
            self._asks.ask_more(rare, self.card, self._view.bar.more)
        else:
            self._press(outcome)

    def ask_stop(self) -> None:
        """Ask what is not to be called any more."""
        if self.card is not None:
            self._asks.ask_stop(self.card, self._number, self._view.bar.do_not_call)

    def ask_skip(self) -> None:
        """Ask why this lead is skipped; a call that has begun ends with an outcome."""
        if self.card is None:
            return
        if self.flow.state is CallState.READY:
            self._asks.ask_skip(self.card, self._view.strip.skip)
        else:
            self._notice.say("info", said.BEGUN)

    def ask_referral(self) -> None:
        """Ask who else there is to talk to."""
        if self.card is not None:
            self._asks.ask_referral(self.card, self._view.bar.referral)

    def ask_question(self) -> None:
        """Ask which question to go to."""
        if self.card is not None:
            self._asks.ask_question(self._talk.names(), self._view.script.trail)

    def dial_or_end(self) -> None:
        """Dial, or end the call; nothing is saved by it."""
        card = self.card
        if self.flow.state is CallState.READY and card is not None:
            if not self._session.is_busy:  # Enter pressed twice must not begin two calls
                # Their best number unless one was picked: what is best may have changed since.
                self._session.dial(card, self._picked or None)
        elif self.flow.state in {CallState.DIALLING, CallState.ON_A_CALL}:
            self._move(self.flow.ended(self._clock.now()))
            self.take_focus()

    def toggle_break(self) -> None:
        """Begin a break or come back from it; a lead nobody dialled goes back meanwhile."""
        now = self._clock.now()
        if self.flow.state is CallState.BREAK:
            self._move(self.flow.back(now))
            self._notice.clear()
            if not self.flow.is_in_call:
                self._session.next_lead()
            return
        if not self.flow.may_break:
            self._notice.say("info", said.NO_BREAK_NOW)
            return
        if self.flow.state is CallState.READY and self.card is not None:
            self._session.release(self.card.lead.id, then_next=False)
        self._move(self.flow.on_break(now))
        self._notice.say("warn", said.ON_A_BREAK)
        self._view.bar.main.setFocus()

    def copy_number(self, number: str = "") -> None:
        """Copy a number, as long as it may be dialled; one that is named is dialled next."""
        card, wanted = self.card, number or self._number
        if card is None or not wanted:
            return
        if not self.flow.is_in_call and not card.decision.is_allowed:
            self._notice.say("warn", card.decision.says)
            return
        if number and self.flow.state is CallState.READY:
            self._number = self._picked = number
            self._move(self.flow)
        QGuiApplication.clipboard().setText(wanted)
        self._notice.say("ok", said.COPIED)

    def undo(self) -> None:
        """Take the last outcome back, while its card stands in the strip."""
        if self._undoable is not None:
            self._session.undo(self._undoable[0].attempt_id)

    def take_focus(self) -> None:
        """Put the cursor where the next key belongs."""
        if self.flow.state is CallState.ON_A_CALL:
            self._talk.take_focus()
        elif self.flow.main_step is MainStep.CHOOSE:
            self._view.bar.focus_outcomes()
        else:
            self._view.bar.main.setFocus()

    def look_again(self) -> None:
        """Ask for the lead to call, unless a call goes on."""
        if not self.flow.is_in_call and self.flow.state is not CallState.BREAK:
            self._session.next_lead()

    def tick(self) -> None:
        """A second has passed: timers, clocks, and whatever is due with the desk."""
        now = self._clock.now()
        self._view.bar.tick(now, said.number(self.card, self._number))
        if self.card is not None:
            self._view.lead.tick(now)
        is_empty = self.flow.state is CallState.EMPTY
        self._watch.look(
            has_lead=self.card is not None, nothing=self._nothing if is_empty else None
        )

    def _listen(self) -> None:
        session, asks, view = self._session, self._asks, self._view
        session.opened.connect(view.bar.use)
        session.came.connect(self._came)
        session.dialled.connect(self._dialled)
        session.answered.connect(self._answered)
        session.finished.connect(self._finished)
        session.undone.connect(self._undone)
        session.refused.connect(self._refused)
        session.answer_refused.connect(lambda e, q: self._talk.refuse(e.says, q))
        asks.chosen.connect(self._choose)
        asks.more_chosen.connect(lambda code: self._press(view.bar.catalogue.outcome(code)))
        asks.referral_given.connect(self._refer)
        asks.stop_given.connect(self._stop)
        asks.skip_given.connect(self._skip)
        asks.jump_given.connect(self._talk.go_to)
        self._talk.moved.connect(self._notice.clear)
        self._notice.answered.connect(self.take_focus)
        view.strip.undo_pressed.connect(self.undo)
        view.strip.undo_expired.connect(self._forget_undo)

    def _came(self, coming: Next) -> None:
        now = self._clock.now()
        self._view.strip.show_next(coming.rows, coming.left_today, now)
        if isinstance(coming.found, NothingToCall):
            self._show_nothing(coming.found, coming.stock)
            return
        card = coming.found
        is_same = self.card is not None and self.card.lead.id == card.lead.id
        if is_same and self.flow.is_in_call and card.attempt is not None:
            return  # only the strip was asked for
        self._show(card)
        if card.attempt is not None:
            self.flow = Flow().dialled(card.attempt.started_at).reached(card.attempt.started_at)
            self._move(self.flow)
            self._notice.say("call", said.resumed(card, self._zone), action="Go on")
            self._talk.take_focus()
            return
        self._move(Flow().ready(now))
        self._view.bar.main.setFocus()
        if not card.decision.is_allowed:
            self._notice.say("warn", card.decision.says)

    def _show(self, card: CallCard) -> None:
        """Everything of a lead in its place, in one paint."""
        self.card, self._chosen, self._nothing = card, None, None
        self.attempt, self._picked = (card.attempt.id if card.attempt else None), ""
        best = next(iter(card.lead.contact.dialable), None)
        self._number = card.attempt.number if card.attempt else best.e164 if best else ""
        with self._view.in_one_paint():
            self._view.show_card(card, self._clock.now(), self._zone)
            self._talk.show(card)

    def _show_nothing(self, nothing: NothingToCall, stock: Stock) -> None:
        now = self._clock.now()
        self.card, self.attempt, self._nothing = None, None, nothing
        self._view.empty.explain(nothing, self._zone, now, stock)
        self._view.show_empty(empty=True)
        self._move(Flow().empty(now, stock))
        self._view.bar.main.setFocus()

    def _move(self, flow: Flow) -> None:
        self.flow = flow
        self._view.bar.show_flow(flow, said.number(self.card, self._number), self._clock.now())
        self.state_changed.emit(flow.state.value)

    def _dialled(self, call: Dialled) -> None:
        """The call is written down; only now is the number handed to the phone."""
        if call.card is not None:
            self._show(call.card)
        self.attempt, self._number = call.attempt.id, call.attempt.number
        self._talk.dialled(call.attempt.id)
        self._notice.clear()
        self._move(self.flow.dialled(call.attempt.started_at))
        if not self._open_link(call.link):
            QGuiApplication.clipboard().setText(call.attempt.number)
            self._notice.say("info", said.COPIED_TO_DIAL)
        self._view.bar.main.setFocus()

    def _answered(self, recorded: Recorded) -> None:
        if self.card is not None:
            self.card = replace(
                self.card,
                answers=recorded.answers,
                verdict=recorded.verdict,
                newest=recorded.newest,
                consequences=recorded.consequences,
            )
        self._talk.answered(recorded)
        self._view.bar.show_consequences(recorded.consequences)
        self.touched.emit(recorded.changes)

    def _press(self, outcome: Outcome) -> None:
        card = self.card
        if card is None:
            return
        self._asks.close()
        now = card.consequences.get(outcome.code)
        lacks = now.lacks if now else ""
        match self.flow.press(outcome, lacks=bool(lacks)):
            case Press.DIAL_FIRST:
                self._notice.say("info", said.dial_first(outcome.label))
            case Press.MISSING:
                self._talk.jump(first_missing(card))
                self._notice.say("info", said.lacking(lacks))
            case Press.ASK:
                self._asks.ask(outcome, card, self._view.bar.button_for(outcome))
            case _:
                self._choose(Chosen(outcome=outcome))

    def _choose(self, chosen: Chosen) -> None:
        """An outcome has all it needs: saved at once, or when the talk is over."""
        self._chosen = chosen
        if self.flow.ends_with(chosen.outcome):
            self._save_chosen()
            return
        if self.flow.state is CallState.DIALLING:
            self.flow = self.flow.reached(self._clock.now())
        self._notice.clear()
        self._view.bar.show_chosen(chosen.says)
        self._move(self.flow.chose(chosen.outcome.code))
        if self.flow.state is CallState.WRAPPING_UP:
            self._view.bar.main.setFocus()

    def _save_chosen(self) -> None:
        chosen, card = self._chosen, self.card
        if chosen is None or card is None:
            return
        if self.attempt is None:
            self._session.end(without_call(card.lead.id, chosen.outcome.code))
            return
        details = dict(chosen.said)
        line = details.pop("note", "")
        details["note"] = "\n".join(part for part in (self._talk.note, line) if part)
        self._session.end(by_outcome(self.attempt, chosen.outcome.code, **details))

    def _stop(self, scope: str, asked_by: str, number: str) -> None:
        if self.card is not None:
            self._session.end(stop_calling(self.card.lead.id, scope, asked_by, number))

    def _skip(self, reason: str) -> None:
        if self.card is not None:
            self._session.end(skipped(self.card.lead.id, reason))

    def _refer(self, named: dict[str, str]) -> None:
        if self.card is not None:
            name = named["name"]
            self._session.refer(
                self.card.lead.id,
                lambda done: self._notice.say("ok", said.referred(name, done)),
                **named,
            )

    def _finished(self, done: Finished) -> None:
        self._undoable = (done, self.flow)
        self._notice.clear()
        self.card, self._chosen = None, None
        self.flow = Flow()
        title, consequence = said.done(done, self._view.bar.catalogue)
        until = done.undo_until
        if until is not None:
            self._view.strip.offer_undo(title, consequence, lambda: until - self._clock.now())
        self.touched.emit(done.changes)

    def _undone(self, card: CallCard) -> None:
        before = self._undoable[1] if self._undoable else Flow()
        self._forget_undo()
        self._view.strip.withdraw_undo()
        self._show(card)
        self._notice.clear()
        if card.attempt is None:
            self._move(Flow().ready(self._clock.now()))
        else:
            self._move(replace(before, chosen=""))
        self._view.bar.main.setFocus()
        self._session.next_lead()

    def _forget_undo(self) -> None:
        self._undoable = None
        self._view.strip.withdraw_undo()

    def _refused(self, error: QualdeskError) -> None:
        card = self.card
        if isinstance(error, WorkspaceUnusable):
            self._notice.trouble(error)
            return
        self._notice.say("warn", error.says)
        if isinstance(error, ClaimLost):
            self.flow = Flow()
            self.card = None
            self._session.next_lead()
        elif isinstance(error, NotNow) and card is not None:
            self._session.release(card.lead.id)
