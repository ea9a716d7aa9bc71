"""What can be done about a lead with sales: the cards that ask, and the acts they lead to."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.handoff_states import BatchItem
from qualdesk.core.ids import DisputeId, ItemId, LeadId
from qualdesk.core.recycling import RecycleTo
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.desk.disputing import Disputed
from qualdesk.qt.handoff.cards.dispute import DisputeCard
from qualdesk.qt.handoff.cards.review import ReviewCard
from qualdesk.qt.handoff.cards.take_back import TakeBackCard
from qualdesk.qt.handoff.item_card import ItemCard
from qualdesk.qt.queue.undoing import Act, Acting


class ItemActs(QObject):
    """Disputing, reviewing and taking back the lead the cursor is on."""

    def __init__(
        self,
        page: QWidget,
        card: ItemCard,
        acting: Acting,
        clock: Clock,
        current: Callable[[], BatchItem | None],
    ) -> None:
        super().__init__(page)
        self._page, self._card, self._acting = page, card, acting
        self._clock, self._current = clock, current
        self._campaign: Campaign | None = None
        self.dispute_card: DisputeCard | None = None
        self.review_card: ReviewCard | None = None
        self.back_card: TakeBackCard | None = None
        card.dispute_pressed.connect(self.dispute)
        card.review_pressed.connect(self.review)
        card.withdraw_pressed.connect(self.withdraw)
        card.back_pressed.connect(self.take_back)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Work on leads of this campaign; a card about a lead of another one closes."""
        self._campaign = campaign
        for card in (self.dispute_card, self.review_card, self.back_card):
            if card is not None:
                card.close_over()

    def show_item(self, item: BatchItem | None) -> None:
        """Show this lead on the card, with what can be done about it now."""
        if self._campaign is None or item is None:
            self._card.show_nothing()
            return
        within = self._campaign.handoff.dispute_within
        self._card.show_item(item, within, self._clock.now())

    def open(self) -> None:
        """Enter on a lead: the first thing that can be done about it."""
        card = self._card
        for button in (card.review, card.back, card.dispute):
            if not button.isHidden():
                button.setFocus()
                return

    def dispute(self) -> None:
        """Ask what is not right about the answer."""
        item = self._current()
        if item is not None:
            if self.dispute_card is None:
                self.dispute_card = DisputeCard(self._page.window())
                self.dispute_card.said.connect(self._dispute)
            self.dispute_card.begin(item)
            self.dispute_card.open(self._card.dispute, self.dispute_card.because)

    def review(self) -> None:
        """Ask how the open dispute is decided."""
        item = self._current()
        if item is not None and item.dispute is not None and self._campaign is not None:
            if self.review_card is None:
                self.review_card = ReviewCard(self._page.window())
                self.review_card.said.connect(self._review)
            self.review_card.begin(item, self._campaign.handoff.reasons)
            self.review_card.open(self._card.review, self.review_card.first)

    def withdraw(self) -> None:
        """Take the open dispute back; it can be raised again."""
        item = self._current()
        if item is not None and item.dispute is not None:
            dispute = item.dispute.id
            says = tr("The dispute about {name} is withdrawn", name=item.name)
            self._acting.do(Act(says=says, do=lambda desk: desk.way_back.withdraw(dispute)))

    def take_back(self) -> None:
        """Ask where the lead goes from here."""
        item = self._current()
        if item is not None:
            if self.back_card is None:
                self.back_card = TakeBackCard(self._page.window())
                self.back_card.said.connect(self._take_back)
            self.back_card.begin(item, local_time(self._clock.now(), item.zone).date())
            self.back_card.open(self._card.back, self.back_card.first)

    def _dispute(self, item_id: ItemId, says: str) -> None:
        raised: list[DisputeId] = []

        def dispute(desk: Desk) -> Disputed:
            done = desk.way_back.dispute(item_id, says)
            raised.append(done.dispute_id)
            return done

        act = Act(
            says=tr("Disputed. It waits for a review."),
            do=dispute,
            back=lambda desk: desk.way_back.withdraw(raised[-1]),
        )
        self._acting.do(act)

    def _review(self, item: ItemId, dispute: DisputeId, *decided: Any) -> None:
        changed, because, reason = decided
        says = tr("Reviewed: the answer is changed.") if changed else tr("Reviewed: it stands.")
        self._acting.do(
            Act(
                says=says,
                do=lambda desk: desk.way_back.review(
                    dispute, changed=changed, because=because, reason=reason
                ),
                back=lambda desk: desk.way_back.take_back(item),
            )
        )

    def _take_back(
        self, item: ItemId, lead: LeadId, to: RecycleTo, day: date | None, track: str
    ) -> None:
        says = (
            tr("Back to the queue")
            if to is RecycleTo.QUEUE
            else tr("Taken back: it rests until its day")
        )
        self._acting.do(
            Act(
                says=says,
                do=lambda desk: desk.way_back.recycle(lead, to=to, on=day, track=track),
                back=lambda desk: desk.way_back.take_back(item),
            )
        )
