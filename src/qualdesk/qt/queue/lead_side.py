"""One lead of the queue beside its table: why it stands there, whether it may be called."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qualdesk.core.cards import QueueLine
from qualdesk.core.list_words import counted
from qualdesk.core.outcomes import PastCall
from qualdesk.core.times import both_clocks, time_words
from qualdesk.core.wording import number, tr, tr_later
from qualdesk.desk.queue import Explained
from qualdesk.qt.call_desk.lead_panel import call_words
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.queue.acts import LeadActs
from qualdesk.qt.queue.columns import FREE, says_of
from qualdesk.qt.reasons import look_of
from qualdesk.qt.widgets.card import Heading, Rule
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.parts import PartShown, PartsList
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow, PersonRow
from qualdesk.qt.widgets.side import SideCard

WIDTH: Final = 390
_POINTS: Final = tr_later("qualified conversations in 100 caller hours")
_CALLS_SHOWN: Final = 6
_Said = tuple[str, str, str, str]


class LeadSide(SideCard):
    """Why this lead, why not this lead, and what can be done with it (Q3, Q6)."""

    def __init__(self, zone: str) -> None:
        super().__init__(WIDTH)
        self.setAccessibleName(tr("The lead chosen"))
        self._zone = zone
        self.line: QueueLine | None = None
        self.acts = LeadActs()
        self._person = PersonRow(40, face="text_strong")
        self._stands = IconRow(face="body_medium")
        self._number = PlainLabel(face="points")
        self._unit = PlainLabel(tr(_POINTS), face="hint", tone="text2", wrap=True)
        self.parts = PartsList(tr("Points"))
        self._facts, self._rules, self._calls = _rows(), _rows(), _rows()
        self._tried = Heading(tr("What was tried"))
        self._body = QWidget()
        self._scroll = QScrollArea()
        self._nobody = QWidget()
        self._lay_out()
        self.show_line(None, None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(16, 14, 14, 14)
        column.setSpacing(10)
        column.addWidget(self._person)
        column.addWidget(self._stands)
        column.addLayout(self._facts.layout)
        column.addWidget(Rule())
        column.addWidget(Heading(tr("Why now")))
        number = QHBoxLayout()
        number.setSpacing(10)
        number.addWidget(self._number)
        number.addWidget(self._unit, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(number)
        column.addWidget(self.parts)
        column.addWidget(Rule())
        column.addWidget(Heading(tr("May it be called")))
        column.addLayout(self._rules.layout)
        column.addWidget(Rule())
        column.addWidget(self._tried)
        column.addLayout(self._calls.layout)
        column.addStretch(1)
        self._lay_out_card()

    def _lay_out_card(self) -> None:
        """The explanation scrolls; what can be done with the lead stays below it."""
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(tr("Why this lead stands here"))
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 14)
        foot.addWidget(self.acts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._nobody, 1)
        nobody = QVBoxLayout(self._nobody)
        nobody.setContentsMargins(16, 14, 16, 14)
        nobody.addWidget(PlainLabel(tr("No lead chosen"), face="card_title"))
        says = tr("The lead under the cursor is explained here.")
        nobody.addWidget(PlainLabel(says, face="body", tone="text2", wrap=True))
        nobody.addStretch(1)
        self._rule = Rule()
        whole.addWidget(self._rule)
        whole.addLayout(foot)

    def take_cursor(self) -> None:
        """Put the cursor into the explanation, to read it by the arrows."""
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_line(self, line: QueueLine | None, now: datetime | None) -> None:
        """Show the lead the cursor is on; its explanation follows."""
        changed = line is None or self.line is None or line.lead_id != self.line.lead_id
        self.line = line
        self.acts.show_line(line)
        for each in (self._scroll, self._rule, self.acts):
            reveal(each, shown=line is not None)
        reveal(self._nobody, shown=line is None)
        if line is None or now is None:
            return
        self._person.set(line.name or tr("No name"), line.company)
        icon, tone = look_of(line.code)
        self._stands.set(icon, says_of(line), self._when(line, now), tone)
        self._facts.show(_facts_of(line))
        if changed:
            self._scroll.verticalScrollBar().setValue(0)

    def explain(self, found: Explained, calls: Sequence[PastCall] | None = None) -> None:
        """Show the parts of the number, the rules and earlier calls, if they are of this lead."""
        if self.line is None or found.lead_id != self.line.lead_id:
            return
        self._number.setText(number(found.priority.points))
        self.parts.show_parts(
            [PartShown(says=part.says, points=part.points) for part in found.priority.reasons]
        )
        self._rules.show(_rules_of(found, self.line, self._zone))
        tried = calls or ()
        self._tried.set(tr("What was tried"), _count(len(tried)))
        shown = [("phone", call_words(call, self._zone), "", "text3") for call in tried]
        self._calls.show(shown[:_CALLS_SHOWN])

    def _when(self, line: QueueLine, now: datetime) -> str:
        if line.next_at is None or line.next_at <= now:
            return ""
        if line.zone:
            return both_clocks(line.next_at, line.zone, self._zone)
        return tr("Next {when} for you", when=time_words(line.next_at, self._zone, now=now))


def _count(calls: int) -> str:
    return counted(calls, "call") if calls else tr("nothing yet")


def _facts_of(line: QueueLine) -> Sequence[_Said]:
    """What the table has no room to say."""
    found: list[_Said] = []
    if line.is_callback and line.callback_owner:
        promised = tr("Promised by {caller}", caller=line.callback_owner)
        found.append(("calendar-clock", promised, "", "call"))
    if line.pushed_to and not line.held_by:
        given = tr("Given to {caller}", caller=line.pushed_to)
        found.append(("user-plus", given, "", "accent_text"))
    if line.is_pinned:
        found.append(("pin", tr("Pinned"), tr("First as soon as it may be called"), "accent_text"))
    return found


def _rules_of(found: Explained, line: QueueLine, zone: str) -> Sequence[_Said]:
    """Whether the rules allow a call, by which rule, and what they warn of."""
    decision = found.decision
    rows: list[_Said] = []
    if decision.is_allowed:
        rows.append(("circle-check", decision.says or tr("The rules allow a call now."), "", "ok"))
    else:
        at = decision.next_at
        when = tr("From {when}", when=both_clocks(at, line.zone or zone, zone)) if at else ""
        rule = tr("Rule: {rule}", rule=decision.rule) if decision.rule else ""
        hint = ". ".join(filter(None, (when, rule)))
        rows.append(("ban", decision.says, hint, "warn"))
    if found.reason and line.code != FREE:
        rows.append(("info", found.reason, "", "text3"))
    rows += [("triangle-alert", says, "", "warn") for says in decision.warnings]
    if decision.zone_basis:
        rows.append(("globe", tr(decision.zone_basis), "", "text3"))
    return rows


def _rows() -> Pool[IconRow, _Said]:
    rows = QVBoxLayout()
    rows.setSpacing(6)
    return Pool(rows, IconRow, _fill)


def _fill(row: IconRow, said: _Said) -> None:
    icon, text, hint, tone = said
    row.set(icon, text, hint, tone)
