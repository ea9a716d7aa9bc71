"""The page History: what was changed by whom, in words, the newest first."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.history_sentences import HistoryKind
from qualdesk.core.history_words import HistoryLine, HistoryPage
from qualdesk.core.ids import CampaignId
from qualdesk.core.times import place_of, time_words
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk import Desk
from qualdesk.qt.history.lines import WHAT, WHEN, HistoryModel
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.cells import Cell
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.keyed import KeyedChoice
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.work import Work

PAGE: Final = 100
_LOOKS: Final = 40
_ALL: Final = ("", tr_later("All campaigns"))
_KEYS: Final = tr_later("Enter opens the lead or the campaign. Esc leads back to the Floor.")


class HistoryList(QWidget):
    """Filters, what was done, and the way to what it was done to."""

    lead_wanted = Signal(object)
    """The lead whose card is to be read, by its ``LeadId``."""
    campaign_wanted = Signal(object)
    """The campaign whose page is to be seen, by its ``CampaignId``."""
    closed = Signal()
    """Back to the Floor."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._zone = work, clock, zone
        self._now = clock.now()
        self._turn, self._looks = 0, 0
        self.back = PushButton(tr("Back to the Floor"), icon="chevron-left", keys="Esc")
        self.campaign = KeyedChoice(tr("Of which campaign"))
        self.person = KeyedChoice(tr("By whom"))
        self.kind = KeyedChoice(tr("What about"))
        self.text = Field(tr("Find in what is shown"), tr("Find in what is shown"), icon="search",
                          keys="find")  # fmt: skip
        self.count = PlainLabel(face="hint", tone="text2", wrap=True)
        self._keys = PlainLabel(tr(_KEYS), face="hint", tone="text2", elide=True)
        self.fault = Banner("bad")
        self.model = HistoryModel(self._cell)
        self.table = PlainTable(tr("History"), row_height=36)
        self.table.show_rows_of(self.model)
        self._offer((), ())
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.back)
        head.addWidget(PlainLabel(tr("History"), face="page_title"))
        head.addStretch(1)
        clock = tr("Times as clocks show them in {place}", place=place_of(self._zone))
        head.addWidget(PlainLabel(clock, face="hint", tone="text2", elide=True))
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for choice in (self.campaign, self.person, self.kind):
            filters.addWidget(choice)
        filters.addWidget(self.text, 1)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 12, 12, 10)
        inside.setSpacing(10)
        for row in (head, filters):
            inside.addLayout(row)
        inside.addWidget(self.fault)
        inside.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self._keys)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.addWidget(card)
        self.setFocusProxy(self.table)
        reveal(self.fault, shown=False)

    def _listen(self) -> None:
        self.back.clicked.connect(self.closed)
        for choice in (self.campaign, self.person, self.kind):
            choice.currentIndexChanged.connect(lambda _at: self.refresh())
        self.text.textChanged.connect(self._narrow)
        self.text.returnPressed.connect(self.table.setFocus)
        self.model.more_wanted.connect(self._older)
        self.table.opened.connect(self._open)
        self.fault.pressed.connect(self.refresh)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.back, self.campaign, self.table)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {"find": self.text.setFocus}

    def step_back(self) -> bool:
        """Esc: what is typed to find goes first, then the page."""
        if self.text.text():
            self.text.clear()
            self.table.setFocus()
        else:
            self.closed.emit()
        return True

    def main(self) -> None:
        """The one big key: opens what the cursor is on."""
        self._open(self.table.currentIndex().row())

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show what was done in this campaign; another can be chosen, or all."""
        if campaign is not None:
            self._offer(((str(campaign.id), campaign.name),), ())
            was = self.campaign.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.campaign.choose(str(campaign.id))
            self.campaign.blockSignals(was)
        self.refresh()

    def refresh(self) -> None:
        """Read everything again, from the newest."""
        self._looks = 0
        self._work.long(
            lambda desk, _progress: _choices(desk), self._offered, owner=self, refused=self._quiet
        )
        self._ask(self._came, None)

    def touched(self, _changes: Changes) -> None:
        """Something was done: what is new comes on top, the cursor stays on its line."""
        if self.isVisible():
            self._ask(self._newer, None)

    def stand_alone(self, *, alone: bool) -> None:
        """Whether there is a Floor to go back to, and leads and campaigns to open."""
        for each in (self.back, self._keys):
            reveal(each, shown=not alone)

    def _older(self) -> None:
        self._ask(self._came_older, self.model.before)

    def _ask(self, done: Callable[[HistoryPage], None], before: int | None) -> None:
        self._turn += 1
        turn = self._turn
        of = CampaignId(int(self.campaign.key)) if self.campaign.key else None
        who = self.person.key
        kind = HistoryKind(self.kind.key) if self.kind.key else None

        def came(page: HistoryPage) -> None:
            if turn == self._turn:
                reveal(self.fault, shown=False)
                self._now = self._clock.now()
                done(page)
                self._counted()

        def refused(error: QualdeskError) -> None:
            if turn == self._turn:
                self.model.give_up()
                self.fault.set("bad", "", error.says, action=tr("Look again"))
                reveal(self.fault, shown=True)

        self._work.long(
            lambda desk, _progress: desk.story.lately(
                of, who=who, kind=kind, before=before, limit=PAGE
            ),
            came,
            owner=self,
            refused=refused,
        )

    def _came(self, page: HistoryPage) -> None:
        kept = self._line()
        self.model.show(page)
        numbers = [line.number for line in self.model.rows]
        at = numbers.index(kept.number) if kept is not None and kept.number in numbers else 0
        self.table.choose(at)
        self._go_on(page)

    def _came_older(self, page: HistoryPage) -> None:
        self.model.add_older(page)
        self._go_on(page)

    def _newer(self, page: HistoryPage) -> None:
        self.model.add_newer(page)

    def _go_on(self, page: HistoryPage) -> None:
        """Where nothing fits so far back, look further: a while, then scrolling asks."""
        self._looks = self._looks + 1 if not page.lines else 0
        if page.before is not None and not page.lines and self._looks < _LOOKS:
            self._older()

    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        self.table.choose(0)
        self._counted()

    def _counted(self) -> None:
        shown, read = len(self.model.rows), len(self.model.lines)
        if not read:
            says = tr("Nothing was done here yet that fits.")
        elif self.text.text().strip():
            says = tr("{shown:,} of the {read:,} lines shown so far fit.", shown=shown, read=read)
        elif self.model.before is None:
            says = tr_n(read, "{n} line, back to the beginning.",
                        "{n:,} lines, back to the beginning.")  # fmt: skip
        else:
            says = tr_n(read, "{n} line so far. Scroll for older ones.",
                        "{n:,} lines so far. Scroll for older ones.")  # fmt: skip
        self.count.setText(says)

    def _line(self) -> HistoryLine | None:
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _open(self, row: int) -> None:
        line = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        if line is not None and line.lead_id is not None:
            self.lead_wanted.emit(line.lead_id)
        elif line is not None and line.campaign_id is not None:
            self.campaign_wanted.emit(line.campaign_id)

    def _offered(self, found: tuple[tuple[tuple[str, str], ...], tuple[str, ...]]) -> None:
        self._offer(*found)

    def _offer(self, campaigns: tuple[tuple[str, str], ...], people: tuple[str, ...]) -> None:
        """Offer these to narrow by; what is chosen stays chosen."""
        there = {key for key, _name in campaigns}
        chosen = (self.campaign.key, self.campaign.currentText())
        kept = (chosen,) if chosen[0] and chosen[0] not in there else ()
        self.campaign.offer([("", tr(_ALL[1])), *campaigns, *kept])
        mine = (self.person.key,) if self.person.key and self.person.key not in people else ()
        everybody = ((one, one) for one in (*people, *mine))
        self.person.offer([("", tr("Everybody")), *everybody])
        self.kind.offer([("", tr("Everything")), *((one.value, one.label) for one in HistoryKind)])

    def _quiet(self, _error: QualdeskError) -> None:
        """What can be chosen stays; the lines say that the desk cannot be asked."""

    def _cell(self, line: HistoryLine, column: int) -> Cell:
        if column == WHEN:
            return Cell(text=time_words(line.at, self._zone, now=self._now), tone="text2")
        if column == WHAT:
            return Cell(text=line.says)
        return Cell(text=line.who, face="body_medium")


def _choices(desk: Desk) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """The campaigns and the people that the history can be narrowed by."""
    campaigns = (one.campaign for one in desk.library.campaigns())
    return tuple((str(one.id), one.name) for one in campaigns), desk.story.people()
