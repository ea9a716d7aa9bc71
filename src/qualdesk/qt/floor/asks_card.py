"""What waits for a supervisor: questions about lists, and calls to look at again."""

from collections.abc import Callable
from dataclasses import field

from typing_extensions import override

from qualdesk.core.call_reviews import Aside, CallToReview, ReviewCounts
from qualdesk.core.clock import Clock
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.owner_questions import OwnerQuestion
from qualdesk.core.wording import tr_n
from qualdesk.desk import Desk
from qualdesk.qt.floor.asks_over import Ask, AsksOver
from qualdesk.qt.floor.waiting_line import Did, WaitingLine
from qualdesk.qt.work import Work


@frozen
class Waits:
    """What waits, and how the reviews of the campaign stand."""

    asks: tuple[Ask, ...] = ()
    counts: ReviewCounts = field(default_factory=ReviewCounts)

    @property
    def says(self) -> str:
        """How much waits, in sentences; empty when nothing does."""
        questions = sum(one.question is not None for one in self.asks)
        calls = [one.call for one in self.asks if one.call is not None]
        early = sum(Aside.DISCOVERY in one.aside for one in calls)
        parts = []
        if questions:
            parts.append(
                tr_n(questions, "{n} question waits for an answer.",
                     "{n:,} questions wait for an answer.")
            )  # fmt: skip
        if early:
            parts.append(tr_n(early, "{n} call opened Fit early.", "{n:,} calls opened Fit early."))
        if against := len(calls) - early:
            parts.append(
                tr_n(against, "{n} call was made against a rule.",
                     "{n:,} calls were made against a rule.")
            )  # fmt: skip
        return " ".join(parts)


class AsksCard(WaitingLine[Waits, AsksOver]):
    """A line that shows only when something waits for a supervisor."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__(work, clock, zone, icon="message-square", nothing=Waits())
        self._taken = ("", "")

    @override
    def words(self, found: Waits) -> str:
        return found.says

    @override
    def ask(self, desk: Desk, campaign: CampaignId) -> Waits:
        return waits_of(desk, campaign)

    @override
    def make_over(self) -> AsksOver:
        over = AsksOver(self.window(), self._clock, self._zone)
        over.answered.connect(self._answer)
        over.withdrawn.connect(self._withdraw)
        over.fine.connect(self._fine)
        over.noted.connect(self._note)
        return over

    @override
    def fill(self, over: AsksOver) -> None:
        was_in_field = over.isVisible() and over.field.hasFocus()
        counts = self.found.counts
        over.show_asks(
            self.found.asks, self.found.says, counts.says if counts.early + counts.anyway else ""
        )
        if was_in_field and over.current is not None and over.current.question is None:
            over.table.setFocus()

    @override
    def undo(self) -> None:
        self.over.keep_typed(*self._taken)
        self._taken = ("", "")
        super().undo()

    def _answer(self, one: OwnerQuestion, words: str) -> None:
        self._do(
            lambda desk: desk.owner_questions.answer(one.id, words),
            (f"question {one.id}", words),
            lambda desk: desk.owner_questions.take_back(one.id),
        )

    def _withdraw(self, one: OwnerQuestion) -> None:
        self._do(
            lambda desk: desk.owner_questions.withdraw(one.id),
            ("", ""),
            lambda desk: desk.owner_questions.put_back(one.id),
        )

    def _fine(self, one: CallToReview) -> None:
        self._do(
            lambda desk: desk.fit_reviews.fine(one.attempt_id),
            ("", ""),
            lambda desk: desk.fit_reviews.take_back(one.attempt_id),
        )

    def _note(self, one: CallToReview, words: str) -> None:
        self._do(
            lambda desk: desk.fit_reviews.note(one.attempt_id, words),
            (f"call {one.attempt_id}", words),
            lambda desk: desk.fit_reviews.take_back(one.attempt_id),
        )

    def _do(
        self,
        what: Callable[[Desk], Did],
        typed: tuple[str, str],
        back: Callable[[Desk], Did],
    ) -> None:
        """Do it; what was typed for it goes only when it was taken."""

        def was_done() -> None:
            self._taken = typed
            self.over.forget_typed(typed[0])

        self.do(what, back, was_done)


def waits_of(desk: Desk, campaign: CampaignId) -> Waits:
    """What waits for a supervisor of a campaign: questions first, each the oldest first."""
    questions = desk.owner_questions.waiting(campaign)
    calls = desk.fit_reviews.waiting(campaign)
    return Waits(
        asks=(
            *(Ask(question=one) for one in questions),
            *(Ask(call=one) for one in calls),
        ),
        counts=desk.fit_reviews.counts(campaign),
    )
