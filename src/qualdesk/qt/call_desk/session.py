"""What the call desk asks of the desk, and what it is told: one lead, one call, in order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from qualdesk.core.cards import CallCard, NothingToCall, OpenAttempt, QueueRow
from qualdesk.core.errors import AnswerRefused, QualdeskError, WorkspaceUnusable
from qualdesk.core.ids import AttemptId, CampaignId, LeadId
from qualdesk.desk import Desk
from qualdesk.desk.called import CallbackRead, Finished, Recorded, Referred
from qualdesk.qt.call_desk.flow import Stock
from qualdesk.qt.call_desk.question_card import Given
from qualdesk.qt.work import Work

T = TypeVar("T")
SAVED, SAVING = "Saved", "Saving"


@dataclass(frozen=True, kw_only=True, slots=True)
class Next:
    """What comes to the desk: a card, or why there is none; and the strip above it.

    ``stock`` says what is left anywhere when there is no card.
    """

    found: CallCard | NothingToCall
    rows: tuple[QueueRow, ...]
    left_today: int
    stock: Stock = Stock.OPEN


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialled:
    """A call that is written down, and the address that dials its number.

    ``card`` is the lead afresh where another script or other outcomes count since it was shown.
    """

    attempt: OpenAttempt
    link: str
    card: CallCard | None = None


def fit_opened(attempt_id: AttemptId) -> Callable[[Desk], object]:
    """Fit was opened before its time; it is counted."""
    return lambda desk: desk.calling.open_fit(attempt_id)


def spoken_in(attempt_id: AttemptId, language: str) -> Callable[[Desk], object]:
    """The call goes on in another language of the script."""
    return lambda desk: desk.calling.speak(attempt_id, language)


def by_outcome(attempt_id: AttemptId, outcome: str, **said: Any) -> Callable[[Desk], Finished]:
    """The end of a call with an outcome, and what was said beside it."""
    return lambda desk: desk.calling.finish(attempt_id, outcome, **said)


def without_call(lead_id: LeadId, outcome: str, reason: str = "") -> Callable[[Desk], Finished]:
    """An outcome for a lead nobody dialled."""
    return lambda desk: desk.calling.finish_without_call(lead_id, outcome, reason=reason)


def stop_calling(
    lead_id: LeadId, scope: str, asked_by: str, number: str
) -> Callable[[Desk], Finished]:
    """Never call again: the person, the number or the company."""
    return lambda desk: desk.calling.do_not_call(
        lead_id, scope=scope, asked_by=asked_by, number=number
    )


def skipped(lead_id: LeadId, reason: str) -> Callable[[Desk], Finished]:
    """The lead goes back without a call."""
    return lambda desk: desk.calling.skip(lead_id, reason)


class Session(QObject):
    """Asks the desk in the background and says what came back; it decides nothing.

    A save that fails because the workspace cannot be used is kept and can be tried again
    under the same id, so that what was typed is saved once and never lost.
    """

    opened = Signal(object)
    """A start: ``Catalogue`` of outcomes."""
    came = Signal(object)
    """``Next``: a lead to call, or why there is none."""
    dialled = Signal(object)
    """``Dialled``."""
    answered = Signal(object)
    """``Recorded``, only when no other answer is on its way."""
    finished = Signal(object)
    """``Finished``: an outcome, a skip or a do-not-call is saved."""
    undone = Signal(object)
    """``CallCard``: the lead is back on the desk."""
    saving = Signal(str)
    """Saved, Saving, or why it is not saved yet."""
    refused = Signal(object)
    """The error the desk refused with."""
    answer_refused = Signal(object, str)
    """The error, and the question whose answer was refused."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.campaign: CampaignId | None = None
        self._on_the_way = 0
        self._answers_on_the_way = 0
        self._unsaved: list[Callable[[], None]] = []

    def open(self) -> None:
        """Ask for the outcomes of the workspace."""
        self._ask(lambda desk: desk.calling.outcomes, self.opened.emit)

    def next_lead(self, *, anyway: bool = False) -> None:
        """Ask for the next lead, or the one already held with its call.

        ``anyway``: also one that may run into a promise of the caller's own.
        """
        campaign = self.campaign
        self._ask(lambda desk: _next(desk, campaign, anyway=anyway), self.came.emit)

    def release(self, lead_id: LeadId, *, then_next: bool = True) -> None:
        """Let somebody else have the lead, and ask for another unless the caller goes away."""
        campaign = self.campaign

        def work(desk: Desk) -> Next | None:
            desk.calling.release(lead_id)
            return _next(desk, campaign) if then_next else None

        def done(found: Next | None) -> None:
            if found is not None:
                self.came.emit(found)

        self._ask(work, done)

    def dial(self, card: CallCard, number: str | None) -> None:
        """Write the call down, and only then say how its number is dialled."""
        attempt_id, lead_id = str(uuid4()), card.lead.id

        def work(desk: Desk) -> Dialled:
            attempt = desk.calling.start_attempt(lead_id, number, attempt_id=attempt_id)
            fresh = None if card.is_for(attempt) else desk.calling.card(lead_id)
            return Dialled(attempt=attempt, link=desk.calling.tel_link(attempt), card=fresh)

        self._ask(work, self.dialled.emit)

    def answer(self, attempt_id: AttemptId, question: str, given: Given) -> None:
        """Save an answer; nothing given takes the answer back."""
        answer_id = str(uuid4())

        def work(desk: Desk) -> Recorded:
            if given.is_empty:
                return desk.calling.clear_answer(attempt_id, question, answer_id=answer_id)
            return desk.calling.record_answer(
                attempt_id,
                question,
                given.value,
                words=given.words,
                does_not_know=given.does_not_know,
                answer_id=answer_id,
            )

        self._save(work, self._answered, question)

    def note(self, attempt_id: AttemptId, text: str) -> None:
        """Save the note as it stands."""
        self._save(lambda desk: desk.calling.write_note(attempt_id, text), lambda _done: None)

    def tell(self, what: Callable[[Desk], object]) -> None:
        """Save something about the call that changes nothing on the desk."""
        self._save(what, lambda _done: None)

    def end(self, ending: Callable[[Desk], Finished]) -> None:
        """Give an outcome, and ask for the next lead in one go."""
        campaign = self.campaign

        def work(desk: Desk) -> tuple[Finished, Next]:
            return ending(desk), _next(desk, campaign)

        def done(both: tuple[Finished, Next]) -> None:
            self.finished.emit(both[0])
            self.came.emit(both[1])

        self._save(work, done)

    def undo(self, attempt_id: AttemptId) -> None:
        """Take the last outcome back."""
        self._ask(lambda desk: desk.calling.undo(attempt_id), self.undone.emit)

    def refer(self, lead_id: LeadId, done: Callable[[Referred], None], **named: str) -> None:
        """Add somebody who was named."""
        self._ask(lambda desk: desk.calling.refer(lead_id, **named), done)

    def suggest(self, lead_id: LeadId, done: Callable[[tuple[CallbackRead, ...]], None]) -> None:
        """Ask for three times to offer."""
        self._ask(lambda desk: desk.calling.suggest_times(lead_id), done)

    def read_time(
        self,
        lead_id: LeadId,
        text: str,
        done: Callable[[CallbackRead], None],
        refused: Callable[[QualdeskError], None],
    ) -> None:
        """Have a time read."""
        self._work.ask(
            lambda desk: desk.calling.read_time(text, lead_id),
            done,
            owner=self,
            refused=refused,
        )

    def renew(self) -> None:
        """Keep the hold on the lead while somebody works on it."""
        self._ask(lambda desk: desk.calling.renew(), lambda _done: None)

    def try_again(self) -> None:
        """Save what could not be saved before."""
        waiting, self._unsaved = self._unsaved, []
        for save in waiting:
            save()

    @property
    def is_busy(self) -> bool:
        """Whether something is on its way to the desk."""
        return self._on_the_way > 0

    def _answered(self, recorded: Recorded) -> None:
        if not self._answers_on_the_way:
            self.answered.emit(recorded)

    def _ask(self, work: Callable[[Desk], T], done: Callable[[T], None]) -> None:
        def arrived(value: T) -> None:
            self._on_the_way -= 1
            done(value)

        def refused(error: QualdeskError) -> None:
            self._on_the_way -= 1
            self.refused.emit(error)

        self._on_the_way += 1
        self._work.ask(work, arrived, owner=self, refused=refused)

    def _save(
        self, work: Callable[[Desk], T], done: Callable[[T], None], question: str = ""
    ) -> None:
        """The same for what must not get lost: it says how the saving goes, and can be repeated."""

        def leave() -> None:
            self._on_the_way -= 1
            self._answers_on_the_way -= bool(question)

        def arrived(value: T) -> None:
            leave()
            if not self._on_the_way and not self._unsaved:
                self.saving.emit(SAVED)
            done(value)

        def refused(error: QualdeskError) -> None:
            leave()
            if isinstance(error, WorkspaceUnusable):
                self._unsaved.append(lambda: self._save(work, done, question))
            self.saving.emit(f"Not saved yet: {error.says}")
            if question and isinstance(error, AnswerRefused):
                self.answer_refused.emit(error, question)
            else:
                self.refused.emit(error)

        self._on_the_way += 1
        self._answers_on_the_way += bool(question)
        self.saving.emit(SAVING)
        self._work.ask(work, arrived, owner=self, refused=refused)


def _next(desk: Desk, campaign: CampaignId | None, *, anyway: bool = False) -> Next:
    found = desk.calling.next_lead(campaign, anyway=anyway)
    rows = desk.queue.upcoming(campaign, limit=4)
    if isinstance(found, CallCard):
        rows = tuple(row for row in rows if row.lead_id != found.lead.id)
        stock = Stock.OPEN
    else:
        stock = _stock(desk, found)
    left = desk.queue.open_today(campaign)
    return Next(found=found, rows=rows[:3], left_today=left, stock=stock)


def _stock(desk: Desk, here: NothingToCall) -> Stock:
    """What is left anywhere, when one campaign has nothing to call."""
    if here.open_leads or desk.queue.why_empty().open_leads:
        return Stock.OPEN
    return Stock.FINISHED if desk.floor.buckets().total else Stock.NONE
