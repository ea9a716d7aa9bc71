"""The first five leads of a campaign's queue under the rules on the page, saved or not."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigning import FirstLead
from qualdesk.core.campaigns import CampaignPlan
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import CampaignId
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.side import SideCard
from qualdesk.qt.widgets.wide import keep_wide
from qualdesk.qt.work import Work

WIDTH: Final = 320
_PAUSE_MS: Final = 250
_EMPTY: Final = tr_later("No lead can come first. Import a list, or see what the rules leave.")


class FirstFive(SideCard):
    """Who would be called first, and why; counted anew in the background when a rule changes."""

    def __init__(self, work: Work) -> None:
        super().__init__(WIDTH)
        self.setAccessibleName(tr("First five under these rules"))
        self._work = work
        self._campaign: CampaignId | None = None
        self._plan: CampaignPlan | None = None
        self._is_counting = False
        self._is_stale = self._is_due = False
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._count)
        self._state = PlainLabel(face="hint", tone="text2", wrap=True)
        self._body = QScrollArea()
        rows = QVBoxLayout()
        rows.setSpacing(12)
        self._rows: Pool[FirstRow, tuple[int, FirstLead]] = Pool(rows, FirstRow, FirstRow.set)
        self._lay_out(rows)

    def _lay_out(self, rows: QVBoxLayout) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 2, 12, 14)
        column.addLayout(rows)
        column.addStretch(1)
        self._body.setWidget(inside)
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._body.setAccessibleName(tr("The first five leads"))
        head = QVBoxLayout()
        head.setContentsMargins(16, 13, 16, 0)
        head.setSpacing(2)
        head.addWidget(PlainLabel(tr("First five under these rules"), face="card_title", wrap=True))
        head.addWidget(self._state)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self._body, 1)
        self.setFocusProxy(self._body)

    @property
    def is_counting(self) -> bool:
        """Whether the leads shown are those of rules before these."""
        return self._is_counting or self._soon.isActive()

    def count(self, campaign: CampaignId, plan: CampaignPlan) -> None:
        """These are the rules now; the last ones given count."""
        if campaign != self._campaign:
            self._rows.show(())
        self._campaign, self._plan = campaign, plan
        if not self.is_counting:
            self._state.setText(tr("Counting…"))
        self._soon.start()

    def _count(self) -> None:
        if self._campaign is None:
            return
        if not self.isVisible():
            self._is_due = True  # The card counts when it is looked at again.
            return
        if self._is_counting:
            self._is_stale = True
            return
        self._is_counting, self._is_stale, self._is_due = True, False, False
        campaign, plan = self._campaign, self._plan

        def work(desk: Desk, _progress: object) -> tuple[FirstLead, ...]:
            return desk.campaigning.first_five(campaign, plan)

        self._work.long(work, self._show, owner=self, refused=self._refused)

    def recount(self) -> None:
        """Count for the rules last given, as when the card comes into view."""
        if self._campaign is not None:
            self._soon.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_due:
            self._soon.start()

    def _show(self, found: Sequence[FirstLead]) -> None:
        self._is_counting = False
        if self._is_stale:
            self._count()
            return
        self._rows.show([(place + 1, lead) for place, lead in enumerate(found)])
        self._state.setText(tr("Who would be called first, and why.") if found else tr(_EMPTY))

    def _refused(self, error: QualdeskError) -> None:
        self._is_counting = False
        self._rows.show(())
        self._state.setText(error.says)


class FirstRow(QWidget):
    """One lead: its place, who it is, why it comes now, and when it could be called."""

    def __init__(self) -> None:
        super().__init__()
        self._place = PlainLabel(face="body_strong", tone="text3")
        keep_wide(self._place, exactly=16)
        self._name = PlainLabel(face="body_strong", wrap=True)
        self._company = PlainLabel(face="hint", tone="text2", wrap=True)
        self._reasons = PlainLabel(face="hint", tone="text2", wrap=True)
        self._when = Chip(tr("now"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._place, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self._name)
        column.addWidget(self._company)
        column.addWidget(self._reasons)
        when = QHBoxLayout()
        when.setContentsMargins(0, 3, 0, 0)
        when.addWidget(self._when)
        when.addStretch(1)
        column.addLayout(when)
        row.addLayout(column, 1)

    def set(self, shown: tuple[int, FirstLead]) -> None:
        """Show another lead in place."""
        place, lead = shown
        self._place.setText(str(place))
        self._name.setText(lead.name or lead.company)
        self._company.setText(lead.company)
        reveal(self._company, shown=bool(lead.company and lead.name))
        self._reasons.setText("; ".join(lead.reasons[:2]))
        reveal(self._reasons, shown=bool(lead.reasons))
        when = lead.says
        if lead.points:
            when = tr("{when}, {points} points", when=lead.says, points=lead.points)
        self._when.set(when, "ok" if lead.is_free else "plain")
