"""The leads that change, beside the criteria, and one of them opened: what it said, and why."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qualdesk.core.cards import CallCard
from qualdesk.core.definition import VerdictKind
from qualdesk.core.replay import ChangedLead, Result
from qualdesk.core.wording import number, tr, tr_later
from qualdesk.qt.definitions.sign_off import WIDTH
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Heading, Rule
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.chip import Chip, ChipTone
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow, PersonRow
from qualdesk.qt.widgets.side import SideCard
from qualdesk.qt.widgets.table import PlainTable

_COLUMNS: Final = (
    Column(title=tr_later("Lead"), width=150, stretch=1),
    Column(title=tr_later("Verdict"), width=150),
    Column(title=tr_later("Points"), width=62, align="right"),
)
RESULT_TONES: Final[dict[Result, ChipTone]] = {
    Result.TAKEN: "ok",
    Result.WON: "ok",
    Result.SENT_BACK: "bad",
    Result.LOST: "bad",
}
_Said = tuple[str, str]
_WAS: Final = {
    VerdictKind.QUALIFIED: tr_later("was qualified"),
    VerdictKind.NURTURE: tr_later("was nurture"),
    VerdictKind.NOT_A_FIT: tr_later("was not a fit"),
}
_WOULD_BE: Final = {
    VerdictKind.QUALIFIED: tr_later("would be qualified"),
    VerdictKind.NURTURE: tr_later("would be nurture"),
    VerdictKind.NOT_A_FIT: tr_later("would be not a fit"),
}


class LeadsSide(SideCard):
    """Every lead of which the two versions say different things, the newest first."""

    opened = Signal(object)
    """The ``ChangedLead`` to be opened."""
    done = Signal()

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self.setAccessibleName(tr("Leads that change"))
        self._heading = Heading(tr("Leads that change"), face="card_title")
        self.close_it = PushButton(tr("Done"), icon="check", keys="Escape", height=30)
        self._says = PlainLabel(face="hint", tone="text2", wrap=True)
        self.model: TableOf[ChangedLead] = TableOf(_COLUMNS, _cell)
        self.table = PlainTable(tr("Leads that change"), row_height=46)
        self.table.show_rows_of(self.model)
        self.detail = LeadDetail()
        self.setFocusProxy(self.table)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.addWidget(self._heading, 1)
        head.addWidget(self.close_it)
        says = QVBoxLayout()
        says.setContentsMargins(16, 0, 16, 8)
        says.addWidget(self._says)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(says)
        column.addWidget(self.table, 3)
        column.addWidget(Rule())
        column.addWidget(self.detail, 4)
        self.close_it.clicked.connect(self.done)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._chose)

    def show_leads(self, leads: Sequence[ChangedLead], count: int, title: str) -> None:
        """Show these leads; ``count`` is how many there are, of which these are the newest."""
        self.setAccessibleName(title)
        self._heading.set(title, number(count))
        shown = len(leads)
        opens = any(lead.lead_id is not None for lead in leads)
        says = (
            tr("Enter opens a lead.") if opens else tr("These come from a file: no more is known.")
        )
        if shown < count:
            says = f"{tr('The newest {shown:,} are shown.', shown=shown)} {says}"
        self._says.setText(says)
        self.model.set_rows(leads)
        self.table.choose(0)
        if not leads:
            self.detail.show_nothing()

    def current(self) -> ChangedLead | None:
        """The lead the cursor is on."""
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def show_card(self, lead: ChangedLead, card: CallCard | None) -> None:
        """Show what the lead said, if the cursor is still on it."""
        if lead == self.current():
            self.detail.show_lead(lead, card)

    def _chose(self, _row: int) -> None:
        lead = self.current()
        if lead is not None:
            self.detail.show_lead(lead, None)

    def _open(self, _row: int) -> None:
        lead = self.current()
        if lead is not None:
            self.opened.emit(lead)


class LeadDetail(QScrollArea):
    """One lead: who it is, what became of it, why its verdict changes, and what it answered."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("The lead opened"))
        self._person = PersonRow(36, face="text_strong")
        self._result = Chip()
        self._because = IconRow(face="body_medium")
        rows = QVBoxLayout()
        rows.setSpacing(6)
        self._answers: Pool[AnswerLine, _Said] = Pool(rows, AnswerLine, _fill)
        self._answers_title = Heading(tr("What they answered"))
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._person, 1)
        head.addWidget(self._result)
        column.addLayout(head)
        column.addWidget(self._because)
        column.addWidget(self._answers_title)
        column.addLayout(rows)
        column.addStretch(1)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No lead is chosen."""
        reveal(self._body, shown=False)

    def show_lead(self, lead: ChangedLead, card: CallCard | None) -> None:
        """Show this lead; its answers once they are there."""
        reveal(self._body, shown=True)
        company = _company_of(card)
        self._person.set(lead.name or tr("No name"), company)
        self._result.set(result_words(lead.result), RESULT_TONES.get(lead.result, "plain"))
        mark = ("circle-check", "ok") if lead.now is VerdictKind.QUALIFIED else ("circle-x", "warn")
        self._because.set(mark[0], lead.because, verdict_words(lead), mark[1])
        said = answers_of(card) if card is not None else ()
        self._answers.show(said)
        reveal(self._answers_title, shown=bool(said))
        self.verticalScrollBar().setValue(0)


class AnswerLine(QWidget):
    """A question in short, and what was answered."""

    def __init__(self) -> None:
        super().__init__()
        self._asked = PlainLabel(face="hint", tone="text2", wrap=True)
        self._said = PlainLabel(face="body", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._asked)
        column.addWidget(self._said)

    def show_answer(self, asked: str, said: str) -> None:
        """Show another answer in place."""
        self._asked.setText(asked)
        self._said.setText(said)


def answers_of(card: CallCard) -> tuple[_Said, ...]:
    """What a lead answered, in the order of its script."""
    if card.script is None:
        return ()
    found = []
    for question in card.script.questions:
        answer = card.answers.get(question.id)
        if answer is None:
            continue
        said = tr("Does not know") if answer.does_not_know else question.label_of(answer.value)
        words = answer.words.strip()
        both = said or words
        if said and words and words != said:
            both = f"{said}: {tr('“{words}”', words=words)}"
        found.append((question.ask or question.short or str(question.id), both))
    return tuple(found)


def _company_of(card: CallCard | None) -> str:
    company = card.lead.contact.company if card is not None else None
    return company.name if company is not None else ""


def result_words(result: Result) -> str:
    """What became of a lead."""
    return result.label


def verdict_words(lead: ChangedLead) -> str:
    """Both verdicts: "was qualified, would be nurture"."""
    return f"{tr(_WAS[lead.was])}, {tr(_WOULD_BE[lead.now])}"


def _cell(lead: ChangedLead, column: int) -> Cell:
    if column == 0:
        return Cell(text=lead.name or tr("No name"), second=result_words(lead.result))
    if column == 1:
        now = lead.now is VerdictKind.QUALIFIED
        return Cell(
            text=lead.now.label,
            second=tr(_WAS[lead.was]),
            tone="ok" if now else "warn",
            face="body_medium",
        )
    return Cell(text=str(lead.points), face="body_strong")


def _fill(line: AnswerLine, said: _Said) -> None:
    line.show_answer(*said)
