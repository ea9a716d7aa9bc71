"""The statement of a month, for pay and billing: on the screen, in a file, on paper."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.frozen import frozen
from qualdesk.core.statements import Credit, Statement, StatementLine, Worth, fraction_words
from qualdesk.core.times import local_time, time_words
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk.statements import SUFFIX, StatementFile, Written, file_name
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.lessons.choices import PeriodChoice
from qualdesk.qt.handoff.lessons.cost import money
from qualdesk.qt.handoff.lessons.part import LessonPart
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.keyed import KeyedChoice
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.work import Work

COLUMNS: Final = (
    Column(title=tr_later("Whose leads"), width=200, stretch=3),
    Column(title=tr_later("Taken"), width=90, stretch=1, align="right"),
    Column(title=tr_later("Sent back"), width=90, stretch=1, align="right"),
    Column(title=tr_later("Unanswered"), width=100, stretch=1, align="right"),
    Column(title=tr_later("Disputed"), width=90, stretch=1, align="right"),
    Column(title=tr_later("Won"), width=80, stretch=1, align="right"),
    Column(title=tr_later("Lost"), width=80, stretch=1, align="right"),
    Column(title=tr_later("Stands"), width=190, stretch=2),
)


@frozen
class Line:
    """A line of the table: a campaign's heading, a caller, or all together."""

    title: str
    of: StatementLine | None = None
    is_total: bool = False
    stands: str = ""


class StatementPart(LessonPart):
    """What sales of the campaign's client took of whose leads in the period that is chosen."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__(work)
        self._clock, self._choosing, self._zone = clock, choosing, zone
        self._shown: Statement | None = None
        self.period = PeriodChoice(ever=False)
        self.credit = KeyedChoice(tr("Whose a lead is"))
        self.credit.offer([(one.value, one.label) for one in Credit])
        self.sheet = PushButton(tr("For a spreadsheet"), icon="file-spreadsheet")
        self.machines = PushButton(tr("For programs"), icon="download")
        self.paper = PushButton(tr("Print"), icon="printer", keys="print")
        self.add_controls(self.period, self.credit)
        for one in (self.sheet, self.machines, self.paper):
            self.controls.addWidget(one)
        self.model: TableOf[Line] = TableOf(COLUMNS, cell_of, _ground)
        self.table = PlainTable(tr("Statement"), row_height=36, quiet=True)
        self.table.show_rows_of(self.model)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self._listen()
        self.show_campaign(None)

    def _listen(self) -> None:
        for one in (self.period, self.credit):
            one.currentIndexChanged.connect(lambda _at: self.refresh())
        self.sheet.clicked.connect(lambda: self.save(StatementFile.SPREADSHEET))
        self.machines.clicked.connect(lambda: self.save(StatementFile.MACHINES))
        self.paper.clicked.connect(lambda: self.save(StatementFile.PAPER))

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Report on this campaign's client from now on."""
        self.period.show_today(local_time(self._clock.now(), self._zone).date())
        super().show_campaign(campaign)

    def refresh(self) -> None:
        """Ask the desk again."""
        if self.campaign is not None:
            period, client, credit = self._chosen(self.campaign)
            self.ask(
                lambda desk: desk.statements.statement(period, client, credit=credit),
                self.show_statement,
            )

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {"print": lambda: self.save(StatementFile.PAPER)}

    def show_statement(self, statement: Statement) -> None:
        """Show it."""
        self._shown = statement
        self.says.setText(in_words(statement))
        self.model.set_rows(self._lines(statement))

    def save(self, kind: StatementFile) -> None:
        """Ask for a file and write the statement into it, as it stands by then."""
        if self.campaign is None or self._shown is None:
            return
        path = self._choosing.new_file(
            self, tr("Where to put the statement"), "statements", file_name(self._shown, kind)
        )
        if path is not None:
            self._write(path if path.suffix else path.with_suffix(SUFFIX[kind]), kind)

    def _write(self, path: Path, kind: StatementFile) -> None:
        if self.campaign is None:
            return
        period, client, credit = self._chosen(self.campaign)
        self._work.long(
            lambda desk, _progress: desk.statements.write(
                path, period, client, credit=credit, kind=kind
            ),
            self._written,
            owner=self,
            refused=self.refused,
        )

    def _written(self, done: Written) -> None:
        says = tr("The statement is in {file}.", file=done.path.name)
        self.result.show_folder(says, done.path.parent)

    def _chosen(self, campaign: Campaign) -> tuple[str, str, Credit]:
        return self.period.period, campaign.client, Credit(self.credit.key)

    def _lines(self, statement: Statement) -> Iterator[Line]:
        campaign = None
        for one in statement.lines:
            if one.campaign != campaign:
                campaign = one.campaign
                yield Line(title=one.campaign_name)
            yield Line(title=one.caller or tr("Nobody by a call"), of=one, stands=self._stands(one))
        if statement.lines:
            total = statement.total
            yield Line(title=tr("All"), of=total, is_total=True, stands=self._stands(total))

    def _stands(self, line: StatementLine) -> str:
        if line.is_final:
            return tr("Final")
        open_ones = fraction_words(line.open)
        if line.open_until is None:
            return tr("{leads} open", leads=open_ones)
        until = time_words(line.open_until, self._zone, now=self._clock.now())
        return tr("{leads} open until {time}", leads=open_ones, time=until)


def in_words(statement: Statement) -> str:
    """What must be known to read the figures, in sentences."""
    total = statement.total.leads
    if not total:
        says = [tr("Sales settled no lead in this period.")]
    elif statement.is_final:
        says = [
            tr_n(
                int(total),
                "{n} lead. Nothing is disputed, and nothing can be disputed any more.",
                "{n:,} leads. Nothing is disputed, and nothing can be disputed any more.",
            )
        ]
    else:
        says = [
            tr_n(
                int(total),
                "{n} lead, of which {open} may still change.",
                "{n:,} leads, of which {open} may still change.",
                open=fraction_words(statement.total.open),
            )
        ]
    if statement.waiting:
        says.append(
            tr_n(
                statement.waiting,
                "{n} is with sales still and in no line yet.",
                "{n:,} are with sales still and in no line yet.",
            )
        )
    return " ".join([*says, *map(_worth_words, statement.worth)])


def cell_of(line: Line, column: int) -> Cell:
    """One cell of the table."""
    of = line.of
    if of is None:
        return Cell(text=line.title, face="body_strong") if column == 0 else Cell()
    face = "body_strong" if line.is_total else "body"
    if column == 0:
        return Cell(text=line.title, face=face, indent=0 if line.is_total else 12)
    if column == len(COLUMNS) - 1:
        return Cell(text=line.stands, tone="text2")
    figures = (of.taken, of.sent_back, of.recycled, of.disputed, of.won, of.lost)
    return _figure(figures[column - 1], face)


def _figure(value: Fraction, face: str) -> Cell:
    return Cell(text=fraction_words(value), face=face, tone="text" if value else "text3")


def _worth_words(worth: Worth) -> str:
    parts = (worth.taken, worth.won, worth.lost, worth.open)
    taken, won, lost, still = (money(part, worth.currency) for part in parts)
    return tr(
        "Worth {taken} as sales says: {won} won, {lost} lost, {open} still open.",
        taken=taken,
        won=won,
        lost=lost,
        open=still,
    )


def _ground(line: Line) -> str:
    return "sunken" if line.of is None or line.is_total else ""
