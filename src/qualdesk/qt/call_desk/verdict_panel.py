"""The right of the desk: points, the verdict in a sentence, what is missing, what we know."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.definition import (
    Criterion,
    Definition,
    Finding,
    FindingState,
    Verdict,
    VerdictKind,
)
from qualdesk.core.questions import QuestionId
from qualdesk.core.times import short_month
from qualdesk.core.wording import tr, within
from qualdesk.qt.call_desk.announce import announce
from qualdesk.qt.call_desk.room import scrolling, settle
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.bars import PointsBar
from qualdesk.qt.widgets.buttons import LinkButton
from qualdesk.qt.widgets.card import Card, Heading, Rule
from qualdesk.qt.widgets.facts import KnownRow, MissingRow
from qualdesk.qt.widgets.keycap import KeyCap
from qualdesk.qt.widgets.notices import Banner, BannerTone
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconMark

_NEAR: Final = 2
_TONES: Final[dict[VerdictKind, tuple[BannerTone, str]]] = {
    VerdictKind.QUALIFIED: ("ok", "circle-check"),
    VerdictKind.NURTURE: ("call", "sprout"),
    VerdictKind.NOT_A_FIT: ("warn", "circle-alert"),
}


class VerdictPanel(Card):
    """As it stands: what the agreed definition says of the answers so far. Changes in place."""

    judged = Signal()
    """Another verdict is shown."""

    def __init__(self, missing_keys: str = "missing_next", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = PlainLabel(face="card_title", wrap=True)
        self._agreed = PlainLabel(face="hint", tone="text2", wrap=True)
        self._badge = IconMark("badge-check", "ok", 18)
        self._points = PlainLabel("0", face="points")
        # It wraps: with 100 points the row is wider than the panel of a small window.
        self._needed = PlainLabel(face="hint_medium", tone="text2", wrap=True)
        self._musts = PlainLabel(face="hint_strong", tone="text2")
        self._meter = PointsBar()
        self._verdict = Banner("call")
        self._missing_keys = missing_keys
        self._most_known = 99
        self._shown_all = False
        self._is_near = False
        self._said: Mapping[str, str] = {}
        self._verdict_shown: Verdict | None = None
        self._newest: QuestionId | None = None
        self._lay_out()

    def fit(self, *, known: int) -> None:
        """Show at most so many known answers before "and n more"."""
        self._most_known = known
        self._show_known()

    def show_definition(self, definition: Definition | None) -> None:
        """Show which version judges, and who agreed to it."""
        self._shown_all = False
        if definition is None:
            self._name.setText(tr("No definition yet"))
            self._agreed.setText(tr("Nothing says yet what a qualified lead is here."))
            self._badge.set("circle-dashed", "warn")
            return
        self._name.setText(
            tr("{name}, version {version}", name=definition.name, version=definition.version)
        )
        agreed = definition.agreed_on
        said = (
            tr(
                "Agreed by marketing and sales, {day} {month}",
                day=agreed.day,
                month=short_month(agreed.month),
            )
            if agreed
            else ""
        )
        self._agreed.setText(said or tr("Not agreed by both sides yet"))
        icon, tone = ("badge-check", "ok") if agreed else ("circle-dashed", "warn")
        self._badge.set(icon, tone)
        self._most = definition.most

    def show_verdict(
        self, verdict: Verdict | None, newest: QuestionId | None, said: Mapping[str, str]
    ) -> None:
        """Show another verdict; ``newest`` is the question answered last.

        ``said`` are the answers in short, by question; where one is not there, the evidence of
        the verdict is shown.
        """
        before = self._verdict_shown.sentence if self._verdict_shown else ""
        self._verdict_shown, self._newest, self._said = verdict, newest, said
        self._body.setVisible(verdict is not None)
        if verdict is None:
            return
        self._points.setText(str(verdict.points))
        self._needed.setText(tr("points, {points} needed", points=verdict.threshold))
        musts = tr(
            "{met} of {all} must-haves",
            met=verdict.must_haves_met,
            all=verdict.must_haves,
        )
        self._musts.setText(musts if verdict.must_haves else "")
        top = max(self._most, verdict.threshold, 1)
        self._meter.set_points(verdict.points, verdict.threshold, top)
        tone, icon = _TONES[verdict.kind]
        title = tr("As it stands: {verdict}", verdict=within(verdict.kind.label))
        if verdict.sentence != before:
            announce(self, f"{title}. {verdict.sentence}")
        self._verdict.set(tone, title, verdict.sentence, icon=icon)
        # Before the first answer the sentence would only repeat the list below it.
        self._verdict.setVisible(any(f.state is not FindingState.OPEN for f in verdict.findings))
        self._show_missing(verdict)
        self._show_known()
        settle(self)
        self.judged.emit()

    @property
    def points(self) -> str:
        """The points as they are shown."""
        return self._points.text()

    @property
    def sentence(self) -> str:
        """The verdict as said on the panel."""
        return self._verdict.accessibleName()

    def _show_missing(self, verdict: Verdict) -> None:
        missing = verdict.missing
        self._missing_head.set(tr("Still missing"), str(len(missing)))
        musts = sum(criterion.must_have for criterion in missing)
        self._is_near = musts <= _NEAR
        self._missing.show(missing)
        self._missing_box.setVisible(bool(missing))

    def _show_known(self) -> None:
        verdict = self._verdict_shown
        if verdict is None:
            return
        known = sorted(
            (f for f in verdict.findings if f.state is not FindingState.OPEN),
            key=lambda f: (f.criterion.question != self._newest, -f.points),
        )
        self._known_head.set(tr("What we know"), str(len(known)))
        most = len(known) if self._shown_all else self._most_known
        shown = known[:most]
        self._known.show(shown)
        left = len(known) - len(shown)
        self._more.set(tr("and {more} more", more=left))
        self._more.setVisible(left > 0)

    def _show_all(self) -> None:
        self._shown_all = True
        self._show_known()

    def _fill_missing(self, row: MissingRow, criterion: Criterion) -> None:
        is_must = criterion.must_have
        row.set(criterion.label, criterion.ask, is_must=is_must, near=self._is_near)

    def _fill_known(self, row: KnownRow, finding: Finding) -> None:
        counts = finding.state is not FindingState.NOT_KNOWN and finding.criterion.most
        points = finding.points if counts or finding.points else None
        just_now = finding.criterion.question == self._newest
        said = self._said.get(finding.criterion.question) or finding.evidence
        row.set(finding.criterion.label, said, points, just_now=just_now)

    def _lay_out(self) -> None:
        self._most = 100
        inside = QWidget()
        area = scrolling(inside, self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(15, 12, 15, 14)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        top = QVBoxLayout()
        top.setSpacing(1)
        top.addLayout(head)
        top.addWidget(self._agreed)
        column.addLayout(top)
        column.addWidget(self._made_body())
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(area)

    def _made_body(self) -> QWidget:
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        numbers = QHBoxLayout()
        numbers.setSpacing(8)
        numbers.addWidget(self._points)
        needed = QVBoxLayout()
        needed.addStretch(1)
        needed.addWidget(self._needed)
        numbers.addLayout(needed, 1)
        numbers.addWidget(self._musts, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(numbers)
        column.addWidget(self._meter)
        column.addWidget(self._verdict)
        column.addWidget(self._made_missing())
        column.addWidget(Rule())
        self._known_head = Heading(tr("What we know"))
        column.addWidget(self._known_head)
        known = QVBoxLayout()
        known.setSpacing(6)
        self._known: Pool[KnownRow, Finding] = Pool(known, KnownRow, self._fill_known)
        column.addLayout(known)
        self._more = LinkButton(tr("and more"))
        self._more.clicked.connect(self._show_all)
        column.addWidget(self._more)
        return self._body

    def _made_missing(self) -> QWidget:
        self._missing_box = QWidget()
        column = QVBoxLayout(self._missing_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        end = QWidget()
        row = QHBoxLayout(end)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(PlainLabel(tr("next"), face="hint", tone="text2"))
        row.addWidget(KeyCap(self._missing_keys))
        self._missing_head = Heading(tr("Still missing"), end=end)
        column.addWidget(self._missing_head)
        rows = QVBoxLayout()
        rows.setSpacing(7)
        self._missing: Pool[MissingRow, Criterion] = Pool(rows, MissingRow, self._fill_missing)
        column.addLayout(rows)
        return self._missing_box
