"""What waits for a supervisor: questions about lists, and calls to look at again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from qualdesk.core.call_reviews import Aside, CallToReview, ReviewCounts
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import CampaignId
from qualdesk.core.owner_questions import OwnerQuestion
from qualdesk.core.wording import tr, tr_n
from qualdesk.desk import Desk
from qualdesk.qt.floor.asks_over import Ask, AsksOver
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shortcuts import with_keys
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark
from qualdesk.qt.work import Work


class Did(Protocol):
    """What the desk answers to what was done here."""

    @property
    def says(self) -> str:
        """What was done."""
        ...

    @property
    def changes(self) -> Changes:
        """What it touched."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
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


_Done = TypeVar("_Done", bound=Did)


class AsksCard(Card):
    """A line that shows only when something waits for a supervisor."""

    changed = Signal(object)
    """What it touched, as ``Changes``."""
    lead_wanted = Signal(object)
    """The lead somebody wants to see, by its id."""
    list_wanted = Signal(str)
    """The code of the list behind a number."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__(ground="warn_soft", line=None)
        self._work, self._clock, self._zone = work, clock, zone
        self._over: AsksOver | None = None
        self._back: Callable[[Desk], Did] | None = None
        self._turn = 0
        self._taken = ("", "")
        self.campaign: Campaign | None = None
        self.waits = Waits()
        self.says = PlainLabel(face="body_strong", wrap=True)
        self.show_button = PushButton(tr("Show"), icon="chevron-right", height=30)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(IconMark("message-square", "warn"))
        row.addWidget(self.says, 1)
        row.addWidget(self.show_button)
        self.show_button.clicked.connect(self.open)
        self.setFocusProxy(self.show_button)
        reveal(self, shown=False)

    @property
    def over(self) -> AsksOver:
        """The card to answer in; made when it is first needed."""
        if self._over is None:
            over = self._over = AsksOver(self.window(), self._clock, self._zone)
            over.answered.connect(self._answer)
            over.withdrawn.connect(self._withdraw)
            over.fine.connect(self._fine)
            over.noted.connect(self._note)
            over.lead_wanted.connect(self.lead_wanted)
            over.closed.connect(lambda: reveal(self, shown=bool(self.waits.asks)))
        return self._over

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show what waits of this campaign from now on."""
        before = self.campaign.id if self.campaign else None
        self.campaign = campaign
        if campaign is None or campaign.id != before:
            self._back = None
            self._show(Waits())
            if self._over is not None:
                self._over.close_over()
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""
        self._turn += 1
        turn = self._turn
        if self.campaign is None:
            return
        campaign = self.campaign.id

        def came(found: Waits) -> None:
            if turn == self._turn:
                self._show(found)

        self._work.ask(lambda desk: waits_of(desk, campaign), came, owner=self, refused=self._quiet)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {"undo": self.undo} if self._back is not None else {}

    def open(self) -> None:
        """Show what waits, to be answered."""
        over = self.over
        over.show_asks(self.waits.asks, self.waits.says, self._counted())
        over.say("")
        over.open(self.show_button, over.first)

    def undo(self) -> None:
        """Take back what was done last."""
        back, self._back = self._back, None
        if back is not None:
            self.over.keep_typed(*self._taken)
            self._do(back, ("", ""), None)

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
        what: Callable[[Desk], _Done],
        typed: tuple[str, str],
        back: Callable[[Desk], Did] | None,
    ) -> None:
        """Do it; what was typed for it goes only when it was taken."""

        def done(found: _Done) -> None:
            self._back, self._taken = back, typed
            if back is not None:
                self.over.forget_typed(typed[0])
            taken_back = with_keys(tr("{undo} takes it back.")) if back is not None else ""
            self.over.say(f"{found.says} {taken_back}".strip())
            self.changed.emit(found.changes)
            self.refresh()

        def refused(error: QualdeskError) -> None:
            self.over.say(error.says, is_bad=True)
            self.refresh()

        self._work.ask(what, done, owner=self, refused=refused)

    def _show(self, found: Waits) -> None:
        self.waits = found
        self.says.setText(found.says)
        over = self._over
        is_open = over is not None and over.isVisible()
        # While the card is open its anchor stays, also when the last of it was answered.
        reveal(self, shown=bool(found.asks) or is_open)
        if over is not None and is_open:
            was_in_field = over.field.hasFocus()
            over.show_asks(found.asks, found.says, self._counted())
            if was_in_field and over.current is not None and over.current.question is None:
                over.table.setFocus()

    def _counted(self) -> str:
        return self.waits.counts.says if self.waits.counts.early + self.waits.counts.anyway else ""

    def _quiet(self, _error: QualdeskError) -> None:
        """The page says that the desk cannot be asked; the line stays as it was."""


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
