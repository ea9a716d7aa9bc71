"""The Hand-off page with its tabs: what leaves next, what has left, who gets what."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.handoff import BatchSummary
from qualdesk.core.ids import CampaignId
from qualdesk.core.wording import number, tr, tr_n
from qualdesk.desk import Desk
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.after_export import AfterExport
from qualdesk.qt.handoff.made_parts import Parts
from qualdesk.qt.handoff.next_page import NextPage
from qualdesk.qt.handoff.parts import ANSWERS, LESSONS, NEXT, PARTS, ROUTING, SENT, Part
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.drop import DropTarget
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.tabs import Tab, TabRow
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.qt.handoff.profiles.page import ProfilesPage

__all__ = ["ANSWERS", "LESSONS", "NEXT", "PARTS", "ROUTING", "SENT", "HandoffPlace", "Part"]

_BESIDE: Final = ("side", "below", "foot")
_Found: TypeAlias = tuple[CampaignId, tuple[BatchSummary, ...]]


class HandoffPlace(QWidget):
    """The parts of the Hand-off page, of which one is in front."""

    changed = Signal(object)
    """What a part touched, as ``Changes``."""
    keys_changed = Signal()
    """Other keys work now: another part came to the front."""
    took_said = Signal(str)
    """How many leads sales took so far, in words; empty while it answered none."""

    def __init__(
        self,
        work: Work,
        clock: Clock,
        choosing: Choosing,
        zone: str,
        parts: Sequence[Part] = PARTS,
    ) -> None:
        super().__init__()
        self._work, self._clock = work, clock
        self._made_of = (work, clock, choosing, zone)
        self._offered = {part.key: part for part in parts}
        self._campaign: Campaign | None = None
        self._batches: tuple[BatchSummary, ...] = ()
        self.took = ""
        self.tabs = TabRow(
            tr("Parts of the Hand-off page"),
            [Tab(key=part.key, title=tr(part.title)) for part in parts],
            on_card=True,
        )
        self.parts = Parts(self._made)
        self._shown: set[str] = {self.tabs.on}
        self._stack = _Front()
        # The tabs with their parts, or what has the page to itself: the tables for CRMs.
        self._whole = QStackedWidget()
        self._tables: ProfilesPage | None = None
        self._lay_out()
        self.next_page.counted.connect(self._count_next)
        self.next_page.edit_profiles.connect(self.edit_tables)
        self.after_export = AfterExport(self.next_page, work, choosing)
        self.after_export.changed.connect(self._touched)
        self.tabs.changed.connect(self._show)
        self._drop = DropTarget(self, tr("Drop what sales sent back here"))
        self._drop.dropped.connect(self.take_files)
        self._bring(self.front)

    def _lay_out(self) -> None:
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.tabs)
        inside.addWidget(self._stack, 1)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(card, 1)
        middle = QHBoxLayout()
        middle.setContentsMargins(16, 14, 16, 14)
        middle.setSpacing(14)
        middle.addLayout(left, 1)
        usual = QWidget()
        column = QVBoxLayout(usual)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._whole)
        self._whole.addWidget(usual)
        self._beside = dict(zip(_BESIDE, (middle, left, column), strict=True))

    def _made(self, key: str) -> Any:
        """A part, put under the tabs, and told what has left."""
        made: Any = self._offered[key].make(*self._made_of)
        made.changed.connect(partial(self._touched_by, made))
        if hasattr(made, "tab_wanted"):
            made.tab_wanted.connect(self.tabs.choose)
        self._stack.addWidget(made)
        for name, where in self._beside.items():
            beside = getattr(made, name, None)
            if beside is not None:
                reveal(beside, shown=False)
                where.addWidget(beside)
        if hasattr(made, "show_batches"):
            made.show_batches(self._batches)
        return made

    @property
    def next_page(self) -> NextPage:
        """The part with the next batch."""
        found: NextPage = self.parts[NEXT]
        return found

    @property
    def front(self) -> Any:
        """The part in front, or what has the page to itself."""
        return self.tables if self.is_over else self.parts[self.tabs.on]

    @property
    def is_over(self) -> bool:
        """Whether the tables for CRMs have the page to themselves."""
        return self._whole.currentIndex() > 0

    @property
    def tables(self) -> "ProfilesPage":
        """The tables for CRMs; made when somebody asks for them, which few do."""
        if self._tables is None:
            from qualdesk.qt.handoff.profiles.page import ProfilesPage

            self._tables = ProfilesPage(self._work, self._clock)
            self._tables.changed.connect(self._touched)
            self._tables.closed.connect(self._leave_tables)
            self._whole.addWidget(self._tables)
        return self._tables

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        own: tuple[QWidget, ...] = self.front.panes
        return own if self.is_over else (self.tabs, *own)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Work on this campaign, in every part as it comes to the front."""
        self._campaign = campaign
        self._close_tables()
        self._shown = {self.tabs.on}
        self._show_batches(())
        self.front.show_campaign(campaign)
        self._ask_batches()

    def refresh(self) -> None:
        """Ask the desk again for the part in front."""
        self.front.refresh()
        self._ask_batches()

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere."""
        self.front.touched(changes)
        self._look_again(changes)

    def main(self) -> None:
        """The one big key of the part in front, where it has one."""
        if hasattr(self.front, "main"):
            self.front.main()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        own: dict[str, Callable[[], None]] = self.front.commands()
        if self.is_over:
            return own
        return {
            "import": self.choose_answers,
            **own,
            "tab_next": lambda: self.tabs.step(1),
            "tab_prev": lambda: self.tabs.step(-1),
        }

    def undo(self) -> None:
        """Take the last act of the part in front back."""
        if hasattr(self.front, "undo"):
            self.front.undo()

    def choose_answers(self) -> None:
        """Ask for what sales sent back, and read it where answers stand."""
        self.tabs.choose(ANSWERS)
        self.parts[ANSWERS].choose_file()

    def take_files(self, files: tuple[Path, ...]) -> None:
        """Read a file from sales that was let go over any of the tabs."""
        self.tabs.choose(ANSWERS)
        answers = self.parts[ANSWERS]
        if len(files) > 1:
            answers.result.say("warn", tr("Drop one file at a time."))
            return
        answers.read_file(files[0])

    def step_back(self) -> bool:
        """Esc: one step back in the part in front; False where there is none."""
        return hasattr(self.front, "step_back") and bool(self.front.step_back())

    def edit_tables(self) -> None:
        """Let the tables for CRMs have the page, looked at with the leads that would leave."""
        if self._campaign is None:
            return
        page = self.next_page
        self.tables.open(self._campaign, page.leaving.leads, page.bar.contents.profile)
        self._whole.setCurrentWidget(self.tables)
        self.setFocusProxy(self.tables)
        self.tables.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keys_changed.emit()

    def _leave_tables(self) -> None:
        self._close_tables()
        self.next_page.refresh()
        self.front.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_tables(self) -> None:
        if self.is_over:
            self._whole.setCurrentIndex(0)
            self.setFocusProxy(self.front)
            self.keys_changed.emit()

    def _show(self, key: str) -> None:
        part = self.parts[key]
        cursor = QApplication.focusWidget()
        was_here = cursor is not None and cursor is not self.tabs and self.isAncestorOf(cursor)
        on_tabs = cursor is not None and self.tabs.isAncestorOf(cursor)
        self._bring(part)
        if was_here and not on_tabs:
            # Where its own keys work, and not in its first field.
            part.setFocus(Qt.FocusReason.OtherFocusReason)
            if QApplication.focusWidget() is None:
                # Nothing stands there yet that could take the cursor.
                self.tabs.take_cursor()
        if key not in self._shown:
            self._shown.add(key)
            part.show_campaign(self._campaign)
        else:
            part.refresh()
        self.keys_changed.emit()

    def _bring(self, front: QWidget) -> None:
        self._stack.setCurrentWidget(front)
        self.setFocusProxy(front)
        for part in self.parts.values():
            for name in _BESIDE:
                beside = getattr(part, name, None)
                if beside is not None:
                    reveal(beside, shown=part is front)

    def _touched_by(self, part: QWidget, changes: Changes) -> None:
        """A part changed something: the one in front looks again, when it is another one."""
        if part is not self.front:
            # What was asked for before a tab was left may be done after another came.
            self.front.touched(changes)
        self._touched(changes)

    def _touched(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self._look_again(changes)

    def _look_again(self, changes: Changes) -> None:
        mine = self._campaign is not None and self._campaign.id in changes.campaigns
        if mine or changes.batches:
            self._ask_batches()

    def _ask_batches(self) -> None:
        """Ask what has left: counted on the tabs, and shown where a part shows it."""
        if self._campaign is None:
            return
        wanted = self._campaign.id
        self._work.ask(
            lambda desk: _batches(desk, wanted), self._told, owner=self, refused=self._not_told
        )

    def _told(self, found: _Found) -> None:
        campaign, batches = found
        if self._campaign is not None and campaign == self._campaign.id:
            self._show_batches(batches)

    def _not_told(self, _error: QualdeskError) -> None:
        self._show_batches(())

    def _show_batches(self, batches: tuple[BatchSummary, ...]) -> None:
        waiting = sum(batch.waiting for batch in batches)
        many = tr_n(len(batches), "{n} batch", "{n} batches") if batches else ""
        self._count(SENT, many)
        self._count(ANSWERS, tr("{n:,} waiting", n=waiting) if waiting else "")
        self._batches = batches
        for part in self.parts.values():
            if hasattr(part, "show_batches"):
                part.show_batches(batches)
        self.took = took_in_words(batches)
        self.took_said.emit(self.took)

    def _count_next(self, leads: int) -> None:
        self._count(NEXT, number(leads) if leads else "")

    def _count(self, key: str, says: str) -> None:
        if key in self._offered:
            self.tabs.say(key, says)


class _Front(QStackedWidget):
    """Needs the room of the part in front, and not that of the widest of all."""

    @override
    def minimumSizeHint(self) -> QSize:
        front = self.currentWidget()
        return front.minimumSizeHint() if front is not None else QSize()


def took_in_words(batches: Sequence[BatchSummary]) -> str:
    """How many of the leads it answered sales took; empty while it answered none.

    Of fewer than ten no share is said: one lead would move it by more than a tenth.
    """
    taken = sum(batch.taken for batch in batches)
    of = taken + sum(batch.sent_back for batch in batches)
    if not of:
        return ""
    if of < _FEW:
        return tr("Sales took {taken:,} of {of:,} so far", taken=taken, of=of)
    return tr(
        "Sales took {taken:,} of {of:,} so far, {share:.0%}", taken=taken, of=of, share=taken / of
    )


def _batches(desk: Desk, campaign: CampaignId) -> _Found:
    return campaign, desk.handoff.batches(campaign)


_FEW: Final = 10
