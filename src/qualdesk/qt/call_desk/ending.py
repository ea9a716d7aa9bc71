"""How a call ends here: an outcome is pressed, asked for what it needs, saved, and undone."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from qualdesk.core.cards import CallCard
from qualdesk.core.clock import Clock
from qualdesk.core.outcomes import Outcome
from qualdesk.desk.called import Finished
from qualdesk.qt.call_desk import said
from qualdesk.qt.call_desk.arriving import Arriving
from qualdesk.qt.call_desk.asks import Asks, Chosen
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.course import first_missing
from qualdesk.qt.call_desk.doing import by_outcome, skipped, stop_calling, without_call
from qualdesk.qt.call_desk.flow import CallState, Flow, Press, rare_outcomes
from qualdesk.qt.call_desk.notice import Notice
from qualdesk.qt.call_desk.session import Session
from qualdesk.qt.call_desk.talk import Talk
from qualdesk.qt.call_desk.view import DeskView


class Ending(QObject):
    """Outcomes, skips, do-not-call and who else was named; and taking the last one back."""

    touched = Signal(object)
    """What an operation touched, as ``Changes``."""

    def __init__(  # noqa: PLR0917 - the parts of one page, put together in one place
        self,
        at_desk: AtDesk,
        view: DeskView,
        session: Session,
        talk: Talk,
        asks: Asks,
        notice: Notice,
        arriving: Arriving,
        clock: Clock,
    ) -> None:
        super().__init__(view)
        self._arriving = arriving
        self._at, self._view, self._session = at_desk, view, session
        self._talk, self._asks, self._notice, self._clock = talk, asks, notice, clock
        self._undoable: tuple[Finished, Flow] | None = None
        self._listen()

    def press(self, key: int) -> None:
        """The outcome on Alt and that digit; 0 for more of them."""
        outcome = self._view.bar.catalogue.on_key(key)
        card, flow = self._at.card, self._at.flow
        if card is None or flow.state in {CallState.EMPTY, CallState.BREAK}:
            return
        if outcome is None:
            rare = rare_outcomes(flow, self._view.bar.catalogue)
            self._asks.ask_more(rare, card, self._view.bar.more)
        else:
            self._press(outcome)

    def save_chosen(self) -> None:
        """Save the outcome that was chosen, with the note and all that was said beside it."""
        chosen, card, attempt = self._at.chosen, self._at.card, self._at.attempt
        if chosen is None or card is None:
            return
        self._talk.keep_all()
        self._arriving.expect()
        if attempt is None:
            self._session.end(without_call(card.lead.id, chosen.outcome.code))
            return
        details = dict(chosen.said)
        line = details.pop("note", "")
        details["note"] = "\n".join(part for part in (self._talk.note.text, line) if part)
        self._session.end(by_outcome(card.lead.id, attempt, chosen.outcome.code, **details))

    def undo(self) -> None:
        """Take the last outcome back, while its card stands in the strip."""
        if self._undoable is not None:
            self._arriving.expect()
            self._session.undo(self._undoable[0].attempt_id)

    def forget_undo(self) -> None:
        """The last outcome stays: what cannot be taken back now is not offered."""
        self._undoable = None
        self._view.strip.withdraw_undo()

    def _listen(self) -> None:
        session, asks, view = self._session, self._asks, self._view
        session.finished.connect(self._finished)
        session.undone.connect(self._undone)
        asks.chosen.connect(self._choose)
        asks.more_chosen.connect(lambda code: self._press(view.bar.catalogue.outcome(code)))
        asks.referral_given.connect(self._refer)
        asks.stop_given.connect(self._stop)
        asks.skip_given.connect(self._skip)
        view.strip.undo_pressed.connect(self.undo)
        view.strip.undo_expired.connect(self.forget_undo)

    def _press(self, outcome: Outcome) -> None:
        card = self._at.card
        if card is None:
            return
        self._asks.close()
        now = card.consequences.get(outcome.code)
        lacks = now.lacks if now else ""
        match self._at.flow.press(outcome, lacks=bool(lacks)):
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
        at = self._at
        at.chosen = chosen
        if at.flow.ends_with(chosen.outcome):
            self.save_chosen()
            return
        if at.flow.state is CallState.DIALLING:
            at.flow = at.flow.reached(self._clock.now())
        self._notice.clear()
        self._view.bar.show_chosen(chosen.says)
        at.move(at.flow.chose(chosen.outcome.code))
        if at.flow.state is CallState.WRAPPING_UP:
            self._view.bar.main.setFocus()

    def _stop(self, scope: str, asked_by: str, number: str) -> None:
        if self._at.card is not None:
            self._talk.keep_all()
            self._arriving.expect()
            lead_id, attempt = self._at.card.lead.id, self._at.attempt
            self._session.end(stop_calling(lead_id, scope, asked_by, number, attempt))

    def _skip(self, reason: str) -> None:
        if self._at.card is not None:
            self._arriving.expect()
            self._session.end(skipped(self._at.card.lead.id, reason))

    def _refer(self, named: dict[str, str]) -> None:
        if self._at.card is not None:
            name = named["name"]
            self._session.refer(
                self._at.card.lead.id,
                lambda done: self._notice.say("ok", said.referred(name, done)),
                **named,
            )

    def _finished(self, done: Finished) -> None:
        self._undoable = (done, self._at.flow)
        self._notice.clear()
        card, ours = self._at.card, self._at.zone
        self._at.let_go()
        title, consequence = said.done(done, self._view.bar.catalogue, card, ours)
        until = done.undo_until
        if until is not None:
            self._view.strip.offer_undo(title, consequence, lambda: until - self._clock.now())
        self.touched.emit(done.changes)

    def _undone(self, card: CallCard) -> None:
        before = self._undoable[1] if self._undoable else Flow()
        self.forget_undo()
        self._at.show(card)
        self._notice.clear()
        if card.attempt is None:
            self._at.ready()
        else:
            self._at.move(replace(before, chosen=""))
        self._view.bar.main.setFocus()
        self._session.next_lead()
