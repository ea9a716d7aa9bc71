"""The tab “Answers from sales”: what waits, what is to be reviewed, and files that answer it."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import AnswerSheetRefused, QualdeskError
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import BatchItem
from qualdesk.core.ids import CampaignId, CrmLoadId
from qualdesk.core.sales_answers import AnswersRead
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.desk.crm_outcomes import CrmLoaded
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.item_acts import ItemActs
from qualdesk.qt.handoff.item_card import ItemCard
from qualdesk.qt.handoff.outcomes_read import (
    OutcomesRead,
    answers_in_words,
    outcomes_in_words,
    rows_of_answers,
    rows_of_outcomes,
    title_of,
)
from qualdesk.qt.handoff.result import ResultLine
from qualdesk.qt.handoff.sent_side import SideColumn
from qualdesk.qt.handoff.waiting_view import WaitingView
from qualdesk.qt.queue.undoing import Act, Acting
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.work import Work

_KINDS: Final = "*.xlsx *.csv *.html *.htm"


@frozen
class _Read:
    """What a file did, and the leads of the batches it touched as they stand now."""

    did: AnswersRead | CrmLoaded
    items: tuple[BatchItem, ...]


class AnswersPage(Fitted):
    """What sales owes an answer to, oldest first; what it sends back is read here."""

    changed = Signal(object)
    """What was touched, as ``Changes``."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__()
        self._work, self._choosing = work, choosing
        self._campaign: Campaign | None = None
        self._load: CrmLoadId | None = None
        self._is_file_last = False
        self.result = ResultLine()
        self.outcomes = OutcomesRead()
        self.view = WaitingView(clock, zone)
        self.card = ItemCard(zone)
        self.side = SideColumn(tr("What became of this lead"))
        self.side.cards.addWidget(self.card)
        self.side.cards.addStretch(1)
        self.toast = Toast(self)
        self.acting = Acting(work, clock, self.toast)
        self.acts = ItemActs(self, self.card, self.acting, clock, self.view.item)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.result)
        column.addWidget(self.outcomes)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view.table)
        self._listen()

    def _listen(self) -> None:
        self.outcomes.undo_pressed.connect(self._take_file_back)
        self.view.read.clicked.connect(self.choose_file)
        self.view.item_chosen.connect(self.acts.show_item)
        self.view.opened.connect(self.acts.open)
        self.acting.acted.connect(self._acted)
        self.acting.refused.connect(self._refused)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        read = () if self.outcomes.isHidden() else (self.outcomes.table,)
        return (*read, self.view.filters, self.view.table, self.side)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show what waits in this campaign."""
        if campaign is None or self._campaign is None or campaign.id != self._campaign.id:
            self.result.clear()
            self.outcomes.clear()
        self._campaign = campaign
        self.acts.show_campaign(campaign)
        if campaign is None:
            self.view.show_items(())
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""
        if self._campaign is not None:
            wanted = self._campaign.id
            # Ten thousand leads take a second to fetch, and a call must not wait for them.
            self._work.long(
                lambda desk, _progress: (wanted, _waiting(desk, wanted)),
                self._show,
                owner=self,
                refused=self._refused,
            )

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere: ask again where it concerns this page."""
        if changes.batches or changes.leads:
            self.refresh()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {"import": self.choose_file}

    def undo(self) -> None:
        """Take back what was done last: what the toast offers, or a CRM's file."""
        if self._is_file_last:
            self._take_file_back()
        else:
            self.acting.undo()

    def step_back(self) -> bool:
        """Esc: to the table; False where the cursor is there already."""
        focus = self.window().focusWidget()
        if focus is not None and self.side.isAncestorOf(focus):
            self.view.table.setFocus()
            return True
        return False

    def choose_file(self) -> None:
        """Ask for what sales sent back, and read it."""
        path = self._choosing.file(self, tr("What sales sent back"), "answers", _KINDS)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read an answer sheet, a form, or what their CRM says became of leads.

        Rows that cannot be used are named and change nothing.
        """
        client = self._campaign.client if self._campaign is not None else ""
        # What the file before did must not stand under what is said of this one.
        self.outcomes.clear()
        self.result.say("info", tr("{file} is being read.", file=path.name))
        # Ten thousand rows take a while, and a call must not wait for them.
        self._work.long(
            lambda desk, _progress: _read(desk, path, client),
            lambda done: self._read(path, done),
            owner=self,
            refused=self._refused,
        )

    @override
    def fit(self) -> None:
        """The toast stands at the bottom."""
        px = look().px
        self.toast.move(px(16), self.height() - self.toast.height() - px(8))

    def _show(self, found: tuple[CampaignId, tuple[BatchItem, ...]]) -> None:
        campaign, items = found
        if self._campaign is not None and campaign == self._campaign.id:
            self.view.show_items(items)

    def _read(self, path: Path, done: _Read) -> None:
        did = done.did
        if isinstance(did, AnswersRead):
            left_out, rows, says = (
                len(did.problems),
                rows_of_answers(did, done.items),
                answers_in_words(did),
            )
        else:
            left_out, rows, says = (
                len(did.unmatched),
                rows_of_outcomes(did, done.items),
                outcomes_in_words(did),
            )
        self._load = did.load_id if isinstance(did, CrmLoaded) else None
        self._is_file_last = self._load is not None
        title = title_of(path.name, left_out)
        self.outcomes.show_rows(title, rows, can_undo=self._load is not None)
        self.result.say("warn" if left_out else "ok", says, path.name)
        self.refresh()
        self.changed.emit(did.changes)

    def _take_file_back(self) -> None:
        """All that a CRM's file said is taken back, as one act."""
        load, self._load = self._load, None
        self._is_file_last = False
        if load is not None:
            self.outcomes.clear()
            self.result.clear()
            says = tr("The CRM's file is taken back")
            self.acting.do(Act(says=says, do=lambda desk: desk.way_back.undo_outcomes(load)))

    def _acted(self, changes: Changes) -> None:
        self._is_file_last = False
        self.fit()
        self.refresh()
        self.changed.emit(changes)

    def _refused(self, error: QualdeskError) -> None:
        self.result.say("bad", error.says)


def _waiting(desk: Desk, campaign: CampaignId) -> tuple[BatchItem, ...]:
    return (*desk.way_back.disputes(campaign), *desk.way_back.waiting(campaign))


def _read(desk: Desk, path: Path, client: str) -> _Read:
    did: AnswersRead | CrmLoaded
    try:
        did = desk.handoff.answers(path)
    except AnswerSheetRefused as no:
        try:
            did = desk.way_back.load_outcomes(path, client=client)
        except QualdeskError:
            # Neither the one nor the other: what it lacks as an answer sheet is said.
            raise no from None
    batches = sorted(did.changes.batches)
    return _Read(did=did, items=tuple(i for b in batches for i in desk.way_back.items(b)))
