"""The steps of a call, one key after the other: where it stands, and what follows."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import Clock
from qualdesk.core.errors import ClaimLost, NotNow, QualdeskError, WorkspaceUnusable
from qualdesk.core.saves import Sent
from qualdesk.core.wording import tr
from qualdesk.desk.called import Recorded
from qualdesk.qt.call_desk import said
from qualdesk.qt.call_desk.arriving import Arriving
from qualdesk.qt.call_desk.asks import Asks
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.by_letters import found_by_letters
from qualdesk.qt.call_desk.coming import NO_NUMBER, Beside, Dialled, Next
from qualdesk.qt.call_desk.doing import note_on
from qualdesk.qt.call_desk.ending import Ending
from qualdesk.qt.call_desk.flow import CallState, Flow, MainStep
from qualdesk.qt.call_desk.meanwhile import Meanwhile
from qualdesk.qt.call_desk.no_number import NoNumber
from qualdesk.qt.call_desk.notice import Notice
from qualdesk.qt.call_desk.outside_hours import OutsideHours
from qualdesk.qt.call_desk.popovers.asking import Asking
from qualdesk.qt.call_desk.promises import Promises
from qualdesk.qt.call_desk.session import Session
from qualdesk.qt.call_desk.talk import Talk
from qualdesk.qt.call_desk.view import DeskView
from qualdesk.qt.call_desk.watch import Watch
from qualdesk.qt.dialler import OpenLink


class Conductor(QObject):
    """Knows where the call stands, and leads it from one state to the next."""

    touched = Signal(object)
    """What an operation touched, as ``Changes``."""
    came = Signal(object)
    """The ``CallCard`` that is at the desk now, None when there is none."""
    copies_number = False
    """Whether a dialled number is copied also when a phone program took it."""

    def __init__(  # noqa: PLR0917 - the parts of one page, put together in one place
        self,
        view: DeskView,
        session: Session,
        talk: Talk,
        asks: Asks,
        meanwhile: Meanwhile,
        clock: Clock,
        zone: str,
        open_link: OpenLink,
    ) -> None:
        super().__init__(view)
        self._view, self._session, self._talk, self._asks = view, session, talk, asks
        self._meanwhile, self._clock, self._open_link = meanwhile, clock, open_link
        self.at_desk = at = AtDesk(view, talk, clock, zone)
        session.line.card = lambda: at.card
        self.notice = notice = Notice(view, session)
        self._arriving = Arriving(at, talk, asks)
        self.ending = Ending(at, view, session, talk, asks, notice, self._arriving, clock)
        self._watch = Watch(session, meanwhile, clock)
        self._outside = OutsideHours(at, view, session, asks, notice, clock)
        self._no_number = NoNumber(at, view, session, asks, self.ending.press)
        self._promises = Promises(at, meanwhile, notice, clock)
        self._listen()

    @property
    def flow(self) -> Flow:
        """Where the call stands."""
        return self.at_desk.flow

    @property
    def card(self) -> CallCard | None:
        """The lead at the desk, None while there is none."""
        return self.at_desk.card

    def main(self) -> None:
        """The one big key: whatever comes next."""
        over = self._asks.open_one
        if isinstance(over, Asking):
            over.take()
            return
        if self._arriving.is_waiting:
            self._arriving.bring()
            return
        match self.flow.main_step:
            case MainStep.DIAL | MainStep.FIND_NUMBER | MainStep.END:
                self.dial_or_end()
            case MainStep.REACHED:
                self.at_desk.move(self.flow.reached(self._clock.now()))
                self._talk.reached()
                self.notice.clear()
            case MainStep.END_AND_SAVE | MainStep.SAVE:
                self.ending.save_chosen()
            case MainStep.CHOOSE:
                self.notice.say("info", tr(said.NO_OUTCOME))
                self._view.bar.focus_outcomes()
            case MainStep.COME_BACK:
                self.toggle_break()
            case MainStep.LOOK:
                self._session.line.try_now()
                self._session.next_lead()
            case MainStep.LOAD:
                self._view.empty.load_pressed.emit()

    def ask_stop(self) -> None:
        """Ask what is not to be called any more."""
        if self.card is not None:
            self._asks.ask_stop(self.card, self.at_desk.number, self._view.bar.do_not_call)

    def ask_skip(self) -> None:
        """Ask why this lead is skipped; a call that has begun ends with an outcome."""
        if self.card is None:
            return
        if self.flow.state is CallState.READY:
            self._asks.ask_skip(self.card, self._view.strip.skip)
        else:
            self.notice.say("info", tr(said.BEGUN))

    def ask_referral(self) -> None:
        """Ask who else there is to talk to."""
        if self.card is not None:
            self._asks.ask_referral(self.card, self._view.bar.referral)

    def ask_question(self) -> None:
        """Ask which question to go to."""
        if self.card is not None:
            names = found_by_letters(self._talk.course, self._talk.script_in_all)
            self._asks.ask_question(names, self._view.script.trail)

    def dial_or_end(self) -> None:
        """Dial, or end the call; nothing is saved by it."""
        card = self.card
        if self.flow.main_step is MainStep.FIND_NUMBER and card is not None:
            self._no_number.ask(card)
        elif self.flow.state is CallState.READY and card is not None:
            if self._outside.is_locked(card):
                self._outside.offer(card)
                self.notice.take_focus()
            elif not self._session.is_busy:  # Enter pressed twice must not begin two calls
                # Their best number unless one was picked: what is best may have changed since.
                self._session.dial(card, self.at_desk.picked or None)
        elif self.flow.state in {CallState.DIALLING, CallState.ON_A_CALL}:
            self.at_desk.move(self.flow.ended(self._clock.now()))
            self.take_focus()

    def toggle_break(self) -> None:
        """Begin a break or come back from it; a lead nobody dialled goes back meanwhile."""
        now = self._clock.now()
        self._arriving.bring()
        if self.flow.state is CallState.BREAK:
            self.at_desk.move(self.flow.back(now))
            self.notice.clear()
            if not self.flow.is_in_call:
                self._session.next_lead()
            return
        if not self.flow.may_break:
            self.notice.say("info", tr(said.NO_BREAK_NOW))
            return
        if self.flow.state is CallState.READY and self.card is not None:
            self._session.release(self.card.lead.id, then_next=False)
        self._meanwhile.let_go()
        self.at_desk.move(self.flow.on_break(now))
        self._say_break()
        self._promises.ask_for_break()
        self._view.bar.main.setFocus()

    def copy_number(self, number: str = "") -> None:
        """Copy a number, as long as it may be dialled; one that is named is dialled next."""
        at = self.at_desk
        card, wanted = at.card, number or at.number
        if card is None or not wanted:
            return
        # A call that came in is no leave to dial: whoever said no stays undialled.
        is_dialled = at.flow.is_in_call and not (card.attempt and card.attempt.is_incoming)
        if not is_dialled and not card.decision.is_allowed:
            self.notice.say("warn", card.decision.says)
            return
        if number and at.flow.state is CallState.READY:
            at.number = at.picked = number
            at.move(at.flow)
        QGuiApplication.clipboard().setText(wanted)
        self.notice.say("ok", tr(said.COPIED))

    def take_focus(self) -> None:
        """Put the cursor where the next key belongs."""
        if self.flow.state is CallState.ON_A_CALL:
            self._talk.take_focus()
        elif self.flow.main_step is MainStep.CHOOSE:
            self._view.bar.focus_outcomes()
        else:
            self._view.bar.main.setFocus()

    def taken_up(self, card: CallCard) -> None:
        """They called us: their lead is at the desk at once, whatever is being typed."""
        self._asks.close()
        self._arriving.expect()
        self._arriving.take(Next(found=card))

    def look_again(self) -> None:
        """Ask for the lead to call, unless a call goes on."""
        if not self.flow.is_in_call and self.flow.state is not CallState.BREAK:
            self._session.next_lead()

    def line_back(self, sent: Sent) -> None:
        """The server can be reached again: whose lead it is by now, or who comes next."""
        card = self.card
        if card is not None and card.lead.id in {one.lead_id for one in sent.late}:
            # The report says who has them: what is still typed goes where the rest was kept.
            self._talk.keep_all()
            self._asks.close()
            self.at_desk.let_go()
            self._session.next_lead()
        elif card is not None and self.flow.is_in_call:
            self._meanwhile.renew()
        else:
            self.look_again()

    def tick(self) -> None:
        """A second has passed: timers, clocks, and whatever is due with the desk."""
        now, at = self._clock.now(), self.at_desk
        self._view.bar.tick(now, said.number(at.card, at.number))
        if at.card is not None:
            self._view.lead.tick(now)
        is_empty = at.flow.state is CallState.EMPTY
        if is_empty:
            self._view.empty.tick(now)
        self._watch.look(has_lead=at.card is not None, nothing=at.nothing if is_empty else None)
        self._promises.look()
        self._session.line.tick()

    def _listen(self) -> None:
        session, view = self._session, self._view
        session.opened.connect(view.bar.use)
        session.came.connect(self._arriving.take)
        self._arriving.ready.connect(self._came)
        self._arriving.waits.connect(self._say_it_waits)
        self._meanwhile.beside.connect(self._show_beside)
        self._meanwhile.held.connect(self._held)
        self._meanwhile.told.connect(lambda says: self.notice.say("warn", says))
        session.dialled.connect(self._dialled)
        session.answered.connect(self._answered)
        session.refused.connect(self._refused)
        session.answer_refused.connect(lambda e, q: self._talk.refuse(e.says, q))
        self._asks.jump_given.connect(self._talk.go_to)
        self._talk.moved.connect(lambda: self.notice.clear(offers=False))
        self.notice.answered.connect(self.take_focus)
        self.ending.touched.connect(self.touched)
        view.strip.undo_expired.connect(self._look_if_empty)

    def _say_break(self) -> None:
        """Say that a break is taken, and offer to say when it ends: the Floor shows that."""
        ways = tuple(self._back_at(minutes) for minutes in said.BREAKS)
        self.notice.offer("warn", "", tr(said.ON_A_BREAK), *ways, icon="coffee")

    def _back_at(self, minutes: int) -> tuple[str, Callable[[], None]]:
        at = said.back_by(self._clock.now(), minutes)
        says = said.back_at(at, self.at_desk.zone)

        def tell() -> None:
            self._meanwhile.back_at(at)
            self.notice.say("warn", f"{tr(said.ON_A_BREAK)} {says}.", icon="coffee")

        return says, tell

    def _came(self, coming: Next) -> None:
        at = self.at_desk
        card = coming.found if isinstance(coming.found, CallCard) else None
        self._meanwhile.look(card.lead.id if card else None)
        if isinstance(coming.found, NothingToCall):
            at.show_nothing(coming.found, coming.stock)
            self.came.emit(None)
            return
        card = coming.found
        is_same = at.card is not None and at.card.lead.id == card.lead.id
        if is_same and at.flow.is_in_call and card.attempt is not None:
            return  # only the strip was asked for
        at.show(card)
        if card.attempt is not None:
            self.ending.forget_undo()
            begun_at = card.attempt.started_at
            at.move(Flow().dialled(begun_at).reached(begun_at))
            self.notice.say("call", said.resumed(card, at.zone), tr("Go on"), icon="phone")
            self._talk.take_focus()
        else:
            at.ready()
            self._view.offer_main()
            self._say_what_bars(card)
        self.came.emit(card)

    def _look_if_empty(self) -> None:
        """What could still be taken back counts among the others from now on."""
        if self.flow.state is CallState.EMPTY:
            self._session.next_lead()

    def _say_what_bars(self, card: CallCard) -> None:
        if card.decision.rule == NO_NUMBER:
            self.notice.say("warn", card.decision.says, icon="phone-off")
        elif not card.decision.is_allowed:
            self._outside.offer(card)

    def _say_it_waits(self) -> None:
        # Somebody who lost a lead while typing has been told more than that.
        if self._view.notice.isHidden():
            self.notice.say("ok", tr(said.LEAD_WAITS))

    def _show_beside(self, beside: Beside) -> None:
        """Who comes next, the company, what was left about the lead; it never moves the cursor."""
        here = self.card.lead.id if self.card else None
        self._view.strip.show_next(beside.rows, beside.left_today, self._clock.now())
        if beside.lead_id == here:
            self.at_desk.words = beside.words
            self._view.lead.show_beside(beside.company, beside.words, self._clock.now())

    def _held(self, found: CallCard | None) -> None:
        """The hold was renewed, or somebody has the lead since: a laptop slept."""
        at = self.at_desk
        if at.card is None or at.flow.state is CallState.BREAK:
            return
        if found is not None and found.lead.id == at.card.lead.id:
            at.card = replace(at.card, claimed_until=found.claimed_until)
            return
        if at.attempt is not None:
            # The save says who has it by now, and what becomes of what was written.
            self._session.tell(note_on(at.attempt, self._talk.note.text))
            return
        says = f"{said.gone(at.card.lead.contact.name)} {tr(said.HERE_IS_NEXT)}"
        self.notice.say("info", says, icon="users")
        at.let_go()
        self._session.next_lead()

    def _dialled(self, call: Dialled) -> None:
        """The call is written down; only now is the number handed to the phone."""
        at = self.at_desk
        if call.card is not None:
            at.show(call.card)
        # While this call goes on the desk takes nothing back: a card that says so would lie.
        self.ending.forget_undo()
        at.attempt, at.number = call.attempt.id, call.attempt.number
        self._talk.dialled(call.attempt.id)
        self._meanwhile.read(at.words)
        self._meanwhile.prepare(call.attempt.lead_id)
        self.notice.clear()
        at.move(self.flow.dialled(call.attempt.started_at))
        was_taken = self._open_link(call.link)
        if self.copies_number or not was_taken:
            QGuiApplication.clipboard().setText(call.attempt.number)
        if not was_taken:
            self.notice.say("info", tr(said.COPIED_TO_DIAL))
        self._view.offer_main()

    def _answered(self, recorded: Recorded) -> None:
        if self.card is not None:
            self.at_desk.card = replace(
                self.card,
                answers=recorded.answers,
                verdict=recorded.verdict,
                newest=recorded.newest,
                consequences=recorded.consequences,
            )
        self._talk.answered(recorded)
        self._view.bar.show_consequences(recorded.consequences)
        self.touched.emit(recorded.changes)

    def _refused(self, error: QualdeskError) -> None:
        card = self.card
        if isinstance(error, WorkspaceUnusable):
            self.notice.trouble(error)
        elif isinstance(error, ClaimLost):
            self._lost(error)
        else:
            self.notice.say("warn", error.says)
            if isinstance(error, NotNow) and card is not None:
                # The next lead may stand below at once: it is not the one that is meant.
                says = f"{error.says} {tr(said.HERE_IS_NEXT)}"
                self.notice.offer("warn", card.lead.contact.name, says, icon="ban")
                self._session.next_lead(after_no=card.lead.id)

    def _lost(self, error: ClaimLost) -> None:
        """Somebody else has the lead; what is still being typed goes where the rest is kept."""
        if self.card is None:
            return  # said already
        for name, text in self._asks.typed_fields():
            self._talk.note.add(f"{name}: {text}")
        self._asks.close()
        # By then the next lead stands below: whose lead is lost has to be said by name.
        title = tr("{name} is not with you any more", name=self.card.lead.contact.name)
        self.notice.offer("info", title, f"{error.says} {tr(said.HERE_IS_NEXT)}", icon="users")
        self.at_desk.let_go()
        self._session.next_lead()
