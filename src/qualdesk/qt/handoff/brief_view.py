"""The brief of one lead as sales will read it, on one page."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qualdesk.core.handoff import Brief, Evidence, Named, Standing
from qualdesk.core.ids import LeadId
from qualdesk.core.wording import tr
from qualdesk.qt.handoff.line_editor import LineEditor
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.avatar import Avatar
from qualdesk.qt.widgets.buttons import IconButton, PushButton
from qualdesk.qt.widgets.card import Card, Quote, Rule
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconMark, IconRow

_FOOT_EDGE: Final = 5
_TOP: Final = Qt.AlignmentFlag.AlignTop
_MARKS: Final = {
    Standing.MET: ("circle-check", "ok"),
    Standing.NOT_MET: ("circle-alert", "warn"),
    Standing.NOT_ASKED: ("circle-dashed", "text3"),
}


class BriefView(Card):
    """The brief of the lead the cursor is on; every other lead is shown in the same widgets."""

    stepped = Signal(int)
    """One lead up (-1) or down (1) was asked for."""
    hold_pressed = Signal()
    """Hold this lead back, or put it back where it is held."""
    print_pressed = Signal()
    """The brief is to be put on paper."""
    line_said = Signal(object, str)
    """For this lead somebody says in other words what matters most."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Brief"))
        self._title = PlainLabel(tr("Brief"), face="card_title", elide=True)
        self._where = Chip()
        self._up = IconButton("chevron-left", tr("Lead before"))
        self._down = IconButton("chevron-right", tr("Next lead"))
        self._up.clicked.connect(lambda: self.stepped.emit(-1))
        self._down.clicked.connect(lambda: self.stepped.emit(1))
        self.page = BriefPage()
        self._scroll = _scrolled(self.page)
        self.setFocusProxy(self._scroll)
        self.edit = PushButton(tr("Edit brief"), kind="quiet", icon="pencil-line")
        self.edit.clicked.connect(self.edit_line)
        self.hold = PushButton(tr("Hold back"), kind="quiet", icon="pause")
        self.hold.clicked.connect(self.hold_pressed)
        self.print = PushButton(tr("Print"), kind="quiet", icon="printer", keys="print")
        self.print.clicked.connect(self.print_pressed)
        self.page.editor.said.connect(self._said)
        self._lead: LeadId | None = None
        self._drafts: dict[LeadId, str] = {}
        self._foot = QWidget()
        self._lay_out()
        self.show_nothing("")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 12, 10)
        head.setSpacing(6)
        head.addWidget(self._title, 1)
        for each in (self._where, self._up, self._down):
            head.addWidget(each)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(_FOOT_EDGE, 6, _FOOT_EDGE, 6)
        foot.setSpacing(0)
        foot.addWidget(self.edit)
        foot.addWidget(self.hold)
        foot.addStretch(1)
        foot.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(self._scroll, 1)
        column.addWidget(Rule())
        column.addWidget(self._foot)

    @property
    def lead(self) -> LeadId | None:
        """Whose brief is shown; None for nobody's."""
        return self._lead

    def show_brief(
        self, brief: Brief, receiver: str, where: str, *, held: bool = False, lacks: str = ""
    ) -> None:
        """Show this brief; ``where`` is its place in the table, ``lacks`` what keeps it here.

        What is being written in its one line stays there; of another lead it is kept first.
        """
        is_same = brief.lead_id == self._lead
        if not is_same:
            self._put_down()
        self._lead = brief.lead_id
        self._title.setText(
            tr("Brief for {receiver}", receiver=receiver) if receiver.strip() else tr("Brief")
        )
        self._where.set(where)
        self.hold.set(
            tr("Put back") if held else tr("Hold back"), icon="undo-2" if held else "pause"
        )
        self._fit_foot()
        self.page.show_brief(brief, lacks)
        self._switch(shown=True)
        if not is_same:
            self._scroll.verticalScrollBar().setValue(0)
        if brief.lead_id in self._drafts:
            self.page.editor.write_on(self._drafts.pop(brief.lead_id))

    def show_nothing(self, says: str) -> None:
        """Show a sentence in the brief's place."""
        self._put_down()
        self._lead = None
        self._title.setText(tr("Brief"))
        self._where.set("")
        self.page.lead.setText(says or tr("Choose a lead to read its brief."))
        self._switch(shown=False)

    def edit_line(self) -> None:
        """Let what stands in one line be written in other words."""
        if self._lead is not None and self.edit.isVisibleTo(self):
            self.page.editor.begin()
            self._scroll.ensureWidgetVisible(self.page.editor)

    def show_acts(self, *, shown: bool) -> None:
        """Whether anything can be done to the lead; what has left can only be read."""
        for each in (self.edit, self.hold):
            reveal(each, shown=shown)

    def take_cursor(self) -> None:
        """Put the cursor here, so that the arrows scroll the brief."""
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()

    def _fit_foot(self) -> None:
        """Show the key of printing where there is room for it beside the other words."""
        acts = (self.edit, self.hold, self.print)
        self.print.set(tr("Print"), icon="printer", keys="print")
        if sum(each.sizeHint().width() for each in acts) > self.width() - 2 * _FOOT_EDGE:
            self.print.set(tr("Print"), icon="printer")

    def _switch(self, *, shown: bool) -> None:
        reveal(self._where, shown=shown)
        for each in (self._up, self._down, self.edit, self.hold, self.print):
            each.setEnabled(shown)
        self.page.set_filled(filled=shown)

    def _put_down(self) -> None:
        """Another lead comes: keep the line being written; one too long to keep waits here."""
        self.page.editor.keep()
        draft = self.page.editor.leave()
        if draft and self._lead is not None:
            self._drafts[self._lead] = draft

    def _said(self, text: str) -> None:
        if self._lead is not None:
            self.line_said.emit(self._lead, text)


class BriefPage(QWidget):
    """The page itself: one line, evidence, their words, what to do next, where it comes from."""

    def __init__(self) -> None:
        super().__init__()
        self.lead = PlainLabel(face="name", wrap=True)
        self._role = PlainLabel(face="body", tone="text2", wrap=True)
        self._points = PlainLabel(face="points", tone="accent_text")
        self._of = PlainLabel(face="hint", tone="text2")
        self._lacks = IconRow(face="body_medium")
        self._line_card = Card(ground="accent_soft", line=None, radius=8)
        self.editor = LineEditor()
        self._parts = _Parts()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.lead)
        names.addWidget(self._role)
        head.addLayout(names, 1)
        points = QVBoxLayout()
        points.setSpacing(0)
        points.addWidget(self._points, 0, Qt.AlignmentFlag.AlignRight)
        points.addWidget(self._of, 0, Qt.AlignmentFlag.AlignRight)
        head.addLayout(points)
        column.addLayout(head)
        column.addWidget(self._lacks)
        line = QVBoxLayout(self._line_card)
        line.setContentsMargins(14, 9, 14, 11)
        line.setSpacing(3)
        line.addWidget(PlainLabel(tr("In one line"), face="hint_medium", tone="accent_text"))
        line.addWidget(self.editor)
        column.addWidget(self._line_card)
        column.addWidget(self._parts)
        column.addStretch(1)

    def set_filled(self, *, filled: bool) -> None:
        """Show the parts of a brief, or only the sentence that stands in its place."""
        for part in (self._role, self._points, self._of, self._line_card, self._parts):
            reveal(part, shown=filled)
        if not filled:
            reveal(self._lacks, shown=False)
        self.lead.set_look(face="name" if filled else "body", tone="text" if filled else "text2")

    def show_brief(self, brief: Brief, lacks: str = "") -> None:
        """Show another brief in place."""
        self.lead.setText(brief.name)
        self._role.setText(brief.subtitle)
        self._points.setText("" if brief.points is None else str(brief.points))
        needed = (
            ""
            if brief.threshold is None
            else tr("points, {threshold} needed", threshold=brief.threshold)
        )
        self._of.setText(needed)
        self.editor.show_line(brief.in_one_line)
        self._lacks.set("circle-alert", lacks, tone="warn")
        self._parts.show_brief(brief)


class _Parts(QWidget):
    """The lower parts of a brief; a part with nothing to say hides."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._why_part, why = _part(tr("Why this is a qualified lead"), spacing=5)
        self._why = Pool(why, _Evidence, _Evidence.set)
        self._said_part, said = _part(tr("What they said"), spacing=6)
        self._said: Pool[Quote, str] = Pool(said, Quote, Quote.set)
        self._next_part, steps = _part(tr("Do next"), spacing=4)
        self._next: Pool[IconRow, str] = Pool(steps, IconRow, _point_to)
        self._from_part, comes_from = _part(tr("Where it comes from"))
        self._from = PlainLabel(face="body", tone="text2", wrap=True)
        self._permission = PlainLabel(face="hint", tone="text2", wrap=True)
        comes_from.addWidget(self._from)
        comes_from.addWidget(self._permission)
        self._named_part, named = _part(tr("Also named"), spacing=6)
        self._named = Pool(named, _Person, _Person.set)
        self._note_part, note = _part(tr("Note for sales"))
        self._note = PlainLabel(face="body", wrap=True)
        note.addWidget(self._note)
        column.addWidget(self._why_part)
        column.addWidget(Rule())
        column.addWidget(self._said_part)
        column.addWidget(self._next_part)
        column.addWidget(self._note_part)
        column.addWidget(Rule())
        column.addWidget(self._from_part)
        column.addWidget(self._named_part)

    def show_brief(self, brief: Brief) -> None:
        """Show the parts of another brief in place."""
        self._why.show(brief.why)
        reveal(self._why_part, shown=bool(brief.why))
        self._said.show(brief.said)
        reveal(self._said_part, shown=bool(brief.said))
        self._next.show(brief.do_next)
        reveal(self._next_part, shown=bool(brief.do_next))
        self._from.setText(brief.comes_from.says)
        self._permission.setText(brief.permission)
        reveal(self._permission, shown=bool(brief.permission))
        self._named.show(brief.also_named)
        reveal(self._named_part, shown=bool(brief.also_named))
        self._note.setText(brief.note)
        reveal(self._note_part, shown=bool(brief.note))


class _Evidence(QWidget):
    """One criterion: how it stands, its name, and what was said."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark("circle-check", "ok")
        self._label = PlainLabel(face="body", tone="text2", wrap=True)
        self._says = PlainLabel(face="body_medium", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(self._mark, 0, _TOP)
        row.addWidget(self._label, 0, _TOP)
        row.addWidget(self._says, 1)

    def set(self, proof: Evidence) -> None:
        """Show another criterion in place."""
        self._label.setFixedWidth(look().px(132))
        icon, tone = _MARKS[proof.standing]
        self._mark.set(icon, tone)
        self._label.setText(proof.label)
        says = proof.says or proof.standing.label
        self._says.setText(says)
        self._says.set_look(tone="text" if proof.says else "text3")
        self.setAccessibleName(f"{proof.label}, {proof.standing.label}, {says}")


class _Person(QWidget):
    """Somebody else they named, with what reaches them."""

    def __init__(self) -> None:
        super().__init__()
        self._avatar = Avatar(size=28)
        self._who = PlainLabel(face="body", wrap=True)
        self._reach = PlainLabel(face="body", tone="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._avatar)
        row.addWidget(self._who, 1)
        row.addWidget(self._reach)

    def set(self, person: Named) -> None:
        """Show another person in place."""
        self._avatar.set_name(person.name)
        self._who.setText(", ".join(filter(None, (person.name, person.title))))
        self._reach.setText(person.phone or person.email)


def _point_to(row: IconRow, text: str) -> None:
    row.set("arrow-right", text, tone="accent_text")


def _part(title: str, spacing: int = 3) -> tuple[QWidget, QVBoxLayout]:
    """A part with its heading, and the layout its rows go into."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(PlainLabel(title, face="body_strong"))
    rows = QVBoxLayout()
    rows.setSpacing(spacing)
    column.addLayout(rows)
    return part, rows


def _scrolled(inside: QWidget) -> QScrollArea:
    """The page in a frame that scrolls downwards only."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.setAccessibleName(tr("Brief of the lead"))
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return area
