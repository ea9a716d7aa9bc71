"""What the call desk asks of the desk, and what it is told: one lead, one call, in order."""

from collections.abc import Callable
from typing import Any, Final, TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from qualdesk.core.cards import CallCard, OpenAttempt
from qualdesk.core.errors import AnswerRefused, ClaimLost, QualdeskError, WorkspaceUnusable
from qualdesk.core.ids import AttemptId, CampaignId, LeadId
from qualdesk.core.outcomes import Catalogue
from qualdesk.core.typed import Typed, TypedAnswer
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.desk.called import Finished, Recorded, Referred
from qualdesk.desk.offline import answer_here, dial_here, finished_here, noted_here
from qualdesk.desk.saves import Doing
from qualdesk.qt.call_desk.coming import Dialled, Next, next_after_no, next_for
from qualdesk.qt.call_desk.doing import answered, dialled, referred
from qualdesk.qt.call_desk.errand import Errand
from qualdesk.qt.call_desk.line import Line
from qualdesk.qt.call_desk.putting_back import put_back
from qualdesk.qt.call_desk.question_card import Given
from qualdesk.qt.work import Work

T = TypeVar("T")
SAVED, SAVING = tr_later("Saved"), tr_later("Saving")
BUSY: Final = tr_later("Saving: the workspace is busy, trying again. Nothing is lost.")
# By then a caller wonders whether their key was heard.
_PATIENCE_MS: Final = 2_500


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
    """Saved, Saving, that the workspace is busy, or why it is not saved yet."""
    refused = Signal(object)
    """The error the desk refused with."""
    answer_refused = Signal(object, str)
    """The error, and the question whose answer was refused."""

    def __init__(self, work: Work, line: Line) -> None:
        super().__init__()
        self._work, self.line = work, line
        self._catalogue = Catalogue(())
        self.campaign: CampaignId | None = None
        # What it worked on before its caller was moved to another one.
        self.home: CampaignId | None = None
        self._on_the_way = 0
        self._answers_on_the_way = 0
        self._unsaved: list[Callable[[], None]] = []
        self._typed: dict[str, TypedAnswer] = {}
        self._said = ""
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._say_busy)
        line.back.connect(lambda _sent: self._say(SAVED) if self.is_settled else None)

    def open(self) -> None:
        """Ask for the outcomes of the workspace."""

        def opened(catalogue: Catalogue) -> None:
            self._catalogue = catalogue
            self.opened.emit(catalogue)

        self._ask(lambda desk: desk.calling.outcomes, opened)

    def next_lead(self, *, anyway: bool = False, after_no: LeadId | None = None) -> None:
        """Ask for the next lead, or the one already held with its call.

        ``anyway``: also one that may run into a promise of the caller's own. ``after_no``: the
        lead a rule just kept from being dialled; it stays in front while there is a way on.
        """
        campaign, home = self.campaign, self.home
        if self.line.is_down:
            self._came_here(after_no)
            return

        def work(desk: Desk) -> Next:
            if after_no is not None:
                return next_after_no(desk, campaign, home, after_no)
            return next_for(desk, campaign, home, anyway=anyway)

        self._ask(work, self.came.emit)

    def release(self, lead_id: LeadId, *, then_next: bool = True) -> None:
        """Let somebody else have the lead, and ask for another unless the caller goes away."""
        campaign, home = self.campaign, self.home
        if self.line.is_down:  # nobody renews its hold: it is free for others by itself
            if then_next:
                self._came_here(lead_id)
            return

        def work(desk: Desk) -> Next | None:
            desk.calling.release(lead_id)
            return next_for(desk, campaign, home) if then_next else None

        def done(found: Next | None) -> None:
            if found is not None:
                self.came.emit(found)

        self._ask(work, done)

    def dial(self, card: CallCard, number: str | None, *, because: str = "") -> None:
        """Write the call down, and only then say how its number is dialled.

        ``because``: why they are called in spite of a rule of the house or the campaign.
        """
        lead_id, doing = card.lead.id, dialled(card, number, because)
        attempt_id = AttemptId(doing.said["attempt_id"])

        def then(desk: Desk, attempt: OpenAttempt) -> Dialled:
            fresh = None if card.is_for(attempt) else desk.calling.card(lead_id)
            return Dialled(attempt=attempt, link=desk.calling.tel_link(attempt), card=fresh)

        def here() -> Dialled:
            begun = dial_here(card, number, attempt_id, self.line.now, self.line.program)
            return Dialled(attempt=begun.attempt, link=begun.link)

        if not self.line.keeps:
            self._ask(lambda desk: then(desk, doing(desk)), self.dialled.emit)
        elif self.line.is_down and not self._may(here):
            return
        else:
            self._save(Errand(work=doing, done=self.dialled.emit, then=then, here=here))

    def add_number(
        self,
        lead_id: LeadId,
        number: str,
        done: Callable[[], None],
        complain: Callable[[str], None],
    ) -> None:
        """Give the lead at the desk a number, and show it with that; or say why it is none."""
        campaign, home = self.campaign, self.home

        def work(desk: Desk) -> Next:
            desk.researching.add_number(lead_id, number)
            return next_for(desk, campaign, home)

        def added(found: Next) -> None:
            done()
            self.came.emit(found)

        def refused(error: QualdeskError) -> None:
            complain(error.says)

        self._work.ask(work, added, owner=self, refused=refused)

    def answer(self, attempt_id: AttemptId, question: str, given: Given) -> None:
        """Save an answer; nothing given takes the answer back."""
        answer = TypedAnswer(
            id=str(uuid4()),
            attempt=attempt_id,
            question=question,
            value=given.value,
            words=given.words,
            does_not_know=given.does_not_know,
        )
        self._typed[answer.id] = answer
        card = self.line.card()

        def here() -> Recorded:
            now = self.line.card() or card
            assert now is not None
            return answer_here(now, self._catalogue, answer)

        doing = answered(LeadId(card.lead.id if card else 0), answer)
        self._save(
            Errand(
                work=doing,
                done=self._answered,
                here=here,
                question=question,
                answer_id=answer.id,
            )
        )

    def put_back(self, typed: Typed, done: Callable[[bool | None], None]) -> None:
        """Save what was typed before the program ended; each answer once, under its own id.

        ``done`` hears whether all of it found its place, None when it was about somebody who
        was erased since: nothing of that is saved, or said again. What belongs to no call becomes a
        message to whoever has the lead next.
        """
        self._save(Errand(work=lambda desk: put_back(desk, typed), done=done))

    def tell(self, what: Callable[[Desk], object], *, has_left: bool = False) -> None:
        """Save something about the call that changes nothing on the desk.

        ``has_left``: it is about a lead that has left the desk. Nobody is there any more to be
        told that somebody else has it: it is kept all the same.
        """
        self._save(Errand(work=what, is_quiet=has_left))

    def end(self, ending: Doing) -> None:
        """Give an outcome, and ask for the next lead in one go."""
        campaign, home, card = self.campaign, self.home, self.line.card()

        def then(desk: Desk, done: Finished) -> tuple[Finished, Next]:
            return done, next_for(desk, campaign, home)

        def here() -> tuple[Finished, Next]:
            assert card is not None
            code = ending.said.get("outcome", ending.does)
            finished = finished_here(card, ending.said["attempt_id"], code)
            return finished, Next(found=self.line.next_here())

        def done(both: tuple[Finished, Next]) -> None:
            self.finished.emit(both[0])
            self.came.emit(both[1])

        self._save(Errand(work=ending, done=done, then=then, here=here))

    def undo(self, attempt_id: AttemptId) -> None:
        """Take the last outcome back."""
        self._ask(lambda desk: desk.calling.undo(attempt_id), self.undone.emit)

    def refer(self, lead_id: LeadId, done: Callable[[Referred], None], **named: str) -> None:
        """Add somebody who was named."""
        self._save(Errand(work=referred(lead_id, named), done=done, here=noted_here))

    def try_again(self) -> None:
        """Save what could not be saved before."""
        waiting, self._unsaved = self._unsaved, []
        for save in waiting:
            save()

    @property
    def unsaved_answers(self) -> tuple[TypedAnswer, ...]:
        """The answers that are on their way, or could not be saved yet."""
        return tuple(self._typed.values())

    @property
    def is_settled(self) -> bool:
        """Whether everything handed over is saved."""
        return not (self._on_the_way or self._unsaved)

    @property
    def is_busy(self) -> bool:
        """Whether something is on its way to the desk."""
        return self._on_the_way > 0

    def _answered(self, recorded: Recorded) -> None:
        if not self._answers_on_the_way:
            self.answered.emit(recorded)

    def _sent(self) -> None:
        self._on_the_way += 1
        if not self._patience.isActive():
            self._patience.start()

    def _heard(self) -> None:
        self._on_the_way -= 1
        if self._on_the_way:
            self._patience.start()
        else:
            self._patience.stop()

    def _say(self, says: str) -> None:
        self._said = says
        self.saving.emit(tr(says))

    def _say_unsaved(self, error: QualdeskError) -> None:
        if isinstance(error, ClaimLost):
            if self.is_settled:
                self._say(SAVED)  # it is kept, beside the call of whoever has the lead now
            return
        self._said = ""
        self.saving.emit(tr("Not saved yet: {why}", why=error.says))

    def _say_busy(self) -> None:
        if not self._unsaved:  # else it says already why that is not saved
            self._say(tr(BUSY))

    def _ask(self, work: Callable[[Desk], T], done: Callable[[T], None]) -> None:
        def leave() -> None:
            self._heard()
            if self.is_settled and self._said in {SAVING, tr(BUSY)}:
                self._say(SAVED)

        def arrived(value: T) -> None:
            leave()
            done(value)

        def refused(error: QualdeskError) -> None:
            leave()
            self.refused.emit(error)

        self._sent()
        self._work.ask(work, arrived, owner=self, refused=refused)

    def _may(self, here: Callable[[], object]) -> bool:
        """Whether something can be done without a line; if not it is said why."""
        try:
            here()
        except QualdeskError as error:
            self.refused.emit(error)
            return False
        return True

    def _came_here(self, but: LeadId | None = None) -> None:
        """What there is to call without a line: the lead at the desk, or the one kept behind it."""
        card = self.line.card()
        stays = card is not None and card.lead.id != but
        self.came.emit(Next(found=card if card and stays else self.line.next_here()))

    def _save(self, errand: Errand) -> None:
        """The same for what must not get lost: it says how the saving goes, and can be repeated.

        In a team it is kept on this computer before it is sent.
        """
        self._sent()
        self._answers_on_the_way += bool(errand.question)
        if self._said != BUSY:
            self._say(SAVING)
        if errand.doing is None or not self.line.keeps:
            self._send(errand)
        else:
            self.line.keep(
                errand.doing,
                lambda: self._send(errand),
                lambda error: self._not_saved(errand, error),
            )

    def _send(self, errand: Errand) -> None:
        doing = errand.doing if self.line.keeps else None
        if doing is not None and self.line.is_down:
            self._stays_here(errand)
            return

        def task(desk: Desk) -> Any:
            value = errand.work(desk) if doing is None else self.line.send(desk, doing)
            return value if errand.then is None else errand.then(desk, value)

        def refused(error: QualdeskError) -> None:
            if doing is not None and self.line.lost(error):
                self._stays_here(errand)
            else:
                self._not_saved(errand, error)

        self._work.ask(task, lambda value: self._saved(errand, value), owner=self, refused=refused)

    def _left(self, errand: Errand) -> None:
        self._heard()
        self._answers_on_the_way -= bool(errand.question)

    def _saved(self, errand: Errand, value: object) -> None:
        self._left(errand)
        self._typed.pop(errand.answer_id, None)
        if self.is_settled:
            self._say(SAVED)
        errand.done(value)

    def _stays_here(self, errand: Errand) -> None:
        """It is on the disk, and goes out when the line is back; the call goes on meanwhile."""
        self._left(errand)
        self._typed.pop(errand.answer_id, None)
        self._said = ""
        self.saving.emit(self.line.says_kept)
        if errand.here is None:
            return
        try:
            value = errand.here()
        except QualdeskError as error:
            self.refused.emit(error)
        else:
            errand.done(value)

    def _not_saved(self, errand: Errand, error: QualdeskError) -> None:
        self._left(errand)
        if isinstance(error, WorkspaceUnusable):
            self._unsaved.append(lambda: self._save(errand))
        elif self._typed.pop(errand.answer_id, None) is None and errand.is_quiet:
            return  # no answer, and nobody is there to be told
        self._say_unsaved(error)
        if errand.question and isinstance(error, AnswerRefused):
            self.answer_refused.emit(error, errand.question)
        else:
            self.refused.emit(error)
