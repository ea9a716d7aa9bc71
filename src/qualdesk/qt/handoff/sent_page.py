"""The tab “Sent”: every batch that has left, its leads as they stand, and who was told of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import BatchSummary
from qualdesk.core.handoff_states import BatchItem
from qualdesk.core.ids import BatchId
from qualdesk.core.mails import About, Notice
from qualdesk.core.wording import tr_n
from qualdesk.desk import Desk
from qualdesk.desk.handoff_recalls import Recalled
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.cards.recall import RecallCard
from qualdesk.qt.handoff.cards.remind import RemindCard
from qualdesk.qt.handoff.item_acts import ItemActs
from qualdesk.qt.handoff.result import ResultLine
from qualdesk.qt.handoff.sent_side import SentSide
from qualdesk.qt.handoff.sent_tables import SentTables
from qualdesk.qt.handoff.telling import Telling, not_sent, saved_words, why_not
from qualdesk.qt.queue.undoing import Acting
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.desk.notifying import Told


@frozen
class _Asked:
    """A batch as the desk knows it: its leads, and who was told."""

    batch: BatchId
    items: tuple[BatchItem, ...]
    notices: tuple[Notice, ...]


class SentPage(Fitted):
    """What has left, newest first: looked at, told again, reminded, recalled with a reason."""

    changed = Signal(object)
    """What was touched, as ``Changes``."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__()
        self._work, self._clock = work, clock
        self._campaign: Campaign | None = None
        self._asked = _Asked(batch=BatchId(0), items=(), notices=())
        self._recalled = ""
        self.result = ResultLine()
        self.tables = SentTables(clock, zone)
        self.side = SentSide(zone)
        self.toast = Toast(self)
        self.acting = Acting(work, clock, self.toast)
        self.acts = ItemActs(self, self.side.item, self.acting, clock, self.tables.item)
        self.telling = Telling(work, choosing, self)
        self.recall_card: RecallCard | None = None
        self.remind_card: RemindCard | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.result)
        column.addWidget(self.tables, 1)
        self.setFocusProxy(self.tables.batch_table)
        self._listen()

    def _listen(self) -> None:
        self.tables.batch_chosen.connect(self._chose)
        self.tables.item_chosen.connect(self.acts.show_item)
        self.tables.opened.connect(self.acts.open)
        self.acting.acted.connect(self._acted)
        self.acting.refused.connect(self._refused)
        self.telling.told.connect(self._told)
        self.telling.saved.connect(self._saved)
        self.telling.refused.connect(self._refused)
        self.telling.busy.connect(self._busy)
        side, notices = self.side, self.side.notices
        side.recall_pressed.connect(self.recall)
        side.remind_pressed.connect(self.remind)
        side.tell_pressed.connect(lambda: self._with_batch(self.telling.tell))
        notices.send_again_pressed.connect(self.send_again)
        notices.even_unsure_pressed.connect(self._even_unsure)
        notices.files_pressed.connect(self._save_files)
        notices.by_hand_pressed.connect(self._by_hand)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.tables.batch_table, self.tables.item_table, self.side)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show what has left of this campaign; its batches are told by ``show_batches``."""
        self._campaign = campaign
        self.acts.show_campaign(campaign)
        for card in (self.recall_card, self.remind_card):
            if card is not None:
                card.close_over()
        self.result.clear()
        self.refresh()

    def show_batches(self, batches: tuple[BatchSummary, ...]) -> None:
        """Show these batches, newest first."""
        self.tables.show_batches(batches)

    def refresh(self) -> None:
        """Ask the desk again about the batch the cursor is on."""
        self._chose(self.tables.batch())

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere: ask again where it concerns this page."""
        if changes.batches or changes.leads:
            self.refresh()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {"recall": self.recall, "send_again": self.send_again}

    def undo(self) -> None:
        """Take back what the toast offers."""
        self.acting.undo()

    def step_back(self) -> bool:
        """Esc: to the leads, then to the batches; False where the cursor is there already."""
        for away, to in (
            (self.side, self.tables.item_table),
            (self.tables.item_table, self.tables.batch_table),
        ):
            focus = self.window().focusWidget()
            if focus is not None and (focus is away or away.isAncestorOf(focus)):
                to.setFocus()
                return True
        return False

    def send_again(self) -> None:
        """Send the mails of this batch that did not go."""
        if not self.side.notices.again.isHidden():
            self._with_batch(self.telling.again)

    def remind(self) -> None:
        """Show who would be reminded of this batch, and ask."""
        batch = self.tables.batch()
        if batch is None or self.side.remind.isHidden():
            return
        if self.remind_card is None:
            self.remind_card = RemindCard(self.window())
            self.remind_card.said.connect(lambda batch: self.telling.tell(batch, About.REMINDER))
        self.remind_card.begin(batch, self.tables.items.rows)
        self.remind_card.open(self.side.remind, self.remind_card.first)

    def recall(self) -> None:
        """Ask why this batch is recalled."""
        batch = self.tables.batch()
        if batch is None or self.side.recall.isHidden():
            return
        if self.recall_card is None:
            self.recall_card = RecallCard(self.window())
            self.recall_card.said.connect(self._recall)
        self.recall_card.begin(batch)
        self.recall_card.open(self.side.recall, self.recall_card.because)

    @override
    def fit(self) -> None:
        """The toast stands at the bottom."""
        px = look().px
        self.toast.move(px(16), self.height() - self.toast.height() - px(8))

    def _with_batch(self, do: Callable[[BatchId], None]) -> None:
        batch = self.tables.batch()
        if batch is not None:
            do(batch.batch_id)

    def _even_unsure(self) -> None:
        self._with_batch(lambda batch: self.telling.again(batch, even_unsure=True))

    def _save_files(self) -> None:
        self._with_batch(lambda batch: self.telling.save_files(batch, self._matter()))

    def _by_hand(self, receiver: str) -> None:
        self._with_batch(lambda batch: self.telling.write_by_hand(batch, receiver, self._matter()))

    def _matter(self) -> About:
        """What sales is told of this batch now: a recalled one is news of its recall."""
        batch = self.tables.batch()
        return About.RECALL if batch and batch.recalled_at is not None else About.BATCH

    def _chose(self, batch: BatchSummary | None) -> None:
        if batch is None:
            self.side.show_batch(None, is_told=False)
            return
        wanted = batch.batch_id
        self._work.ask(
            lambda desk: _ask(desk, wanted), self._show, owner=self, refused=self._refused
        )

    def _show(self, found: _Asked) -> None:
        batch = self.tables.batch()
        if batch is None or batch.batch_id != found.batch:  # another was chosen meanwhile
            return
        self._asked = found
        self.side.notices.show_notices(found.notices, self._clock.now())
        self.tables.show_items(found.items, batch)
        self.side.show_batch(batch, is_told=bool(found.notices))

    def _recall(self, batch: BatchId, because: str, tell: bool) -> None:  # noqa: FBT001 - the card's signal gives it by place
        def done(recalled: Recalled) -> None:
            self.result.say("info", recalled_words(recalled))
            self.changed.emit(recalled.changes)
            if tell:
                self._recalled = recalled_words(recalled)
                self.telling.tell(batch, About.RECALL)
            self.refresh()

        self._work.ask(
            lambda desk: desk.way_back.recall(batch, because),
            done,
            owner=self,
            refused=self._refused,
        )

    def _told(self, told: "Told") -> None:
        missing = not_sent(told)
        says = f"{told.says} {why_not(told)}".strip() if missing else told.says
        before, self._recalled = self._recalled, ""
        self.result.say("warn" if missing or told.unsure else "ok", f"{before} {says}".strip())
        self.changed.emit(told.changes)
        self.refresh()

    def _saved(self, saved: tuple[Path, tuple[Path, ...]]) -> None:
        self.result.show_folder(saved_words(*saved), saved[0])
        self.refresh()

    def _busy(self, says: str) -> None:
        self.side.notices.again.setEnabled(not says)
        for button in (self.side.tell, self.side.remind):
            button.setEnabled(not says)
        if not says:
            self.refresh()

    def _acted(self, changes: Changes) -> None:
        self.fit()
        self.refresh()
        self.changed.emit(changes)

    def _refused(self, error: QualdeskError) -> None:
        self.result.say("bad", error.says)


def _ask(desk: Desk, batch: BatchId) -> _Asked:
    return _Asked(
        batch=batch,
        items=desk.way_back.items(batch),
        notices=desk.notifying.notices(batch),
    )


def recalled_words(recalled: Recalled) -> str:
    """That a batch was recalled, and what stays with sales."""
    leads = tr_n(
        len(recalled.leads),
        "Batch {number} recalled: {n:,} lead is ours again.",
        "Batch {number} recalled: {n:,} leads are ours again.",
        number=recalled.number,
    )
    if not recalled.answered:
        return leads
    stay = tr_n(
        recalled.answered,
        "{n:,} lead was answered already and stays as it is.",
        "{n:,} leads were answered already and stay as they are.",
    )
    return f"{leads} {stay}"
