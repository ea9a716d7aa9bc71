"""What a lead that sales took has cost, by source; and how much of each list went on to sales."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Final

from qualdesk.core.campaigns import Campaign
from qualdesk.core.costs import SourceCost, TypeCost, by_type
from qualdesk.core.frozen import frozen
from qualdesk.core.shares import Share
from qualdesk.core.wording import number, tr, tr_later, tr_n
from qualdesk.qt.handoff.lessons.choices import ScopeChoice
from qualdesk.qt.handoff.lessons.part import LessonPart
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.work import Work

COLUMNS: Final = (
    Column(title=tr_later("Source"), width=200, stretch=4),
    Column(title=tr_later("A taken lead cost"), width=160, stretch=1, align="right"),
    Column(title=tr_later("Spent so far"), width=230, stretch=2),
    Column(title=tr_later("Taken by sales"), width=120, stretch=1),
    Column(title=tr_later("Went on to sales"), width=150, stretch=1),
    Column(title=tr_later("Giveaway only"), width=130, stretch=1),
)


@frozen
class Line:
    """A line of the table: the heading of a part, a campaign, or a type of source."""

    title: str = ""
    source: SourceCost | None = None
    type: TypeCost | None = None


class CostPart(LessonPart):
    """The report, of the campaigns that are chosen, since each began."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.scope = ScopeChoice()
        self.add_controls(self.scope)
        self.model: TableOf[Line] = TableOf(COLUMNS, cell_of, _ground)
        self.table = PlainTable(tr("What a lead costs"), row_height=46, quiet=True)
        self.table.show_rows_of(self.model)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.scope.currentIndexChanged.connect(lambda _at: self.refresh())
        self.show_campaign(None)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Report on this campaign from now on."""
        self.scope.show_campaign(campaign)
        super().show_campaign(campaign)

    def refresh(self) -> None:
        """Ask the desk again."""
        if self.campaign is not None:
            scope = self.scope.scope(self.campaign)
            self.ask(lambda desk: desk.lessons.cost(scope), self.show_costs)

    def show_costs(self, sources: Sequence[SourceCost]) -> None:
        """Show what they cost."""
        self.says.setText(
            tr(
                "What lists and calls have cost since each campaign began, by leads that sales "
                "took. No more than half of a list should go on to sales."
            )
        )
        self.model.set_rows(_lines(sources))


def cell_of(line: Line, column: int) -> Cell:
    """One cell of the table."""
    if line.source is not None:
        return _OF_CAMPAIGN[column](line.source)
    if line.type is not None:
        return _of_type(line.type, column)
    return Cell(text=line.title, face="body_strong") if column == 0 else Cell()


def money(amount: Decimal, currency: str) -> str:
    """An amount as the screen says it: "12.50 EUR"."""
    return f"{number(float(amount), ',.2f')} {currency}".strip()


def _of_type(of: TypeCost, column: int) -> Cell:
    campaigns = tr_n(of.campaigns, "{n} campaign", "{n:,} campaigns")
    unsaid = tr("{n:,} left out: cost not said", n=of.unsaid)
    second = f"{campaigns}; {unsaid}" if of.unsaid else campaigns
    is_said = of.unsaid < of.campaigns
    cells = (
        Cell(text=of.type.label, second=second, indent=12),
        _per_taken(of.per_taken, of.currency, said=is_said),
        Cell(text=money(of.cost, of.currency)) if is_said else Cell(),
        Cell(text=number(of.taken)),
    )
    return cells[column] if column < len(cells) else Cell()


def _name(of: SourceCost) -> Cell:
    return Cell(text=of.name, second=of.client or of.type.label, indent=12)


def _per_lead(of: SourceCost) -> Cell:
    return _per_taken(of.per_taken, of.currency, said=of.cost is not None)


def _per_taken(amount: Decimal | None, currency: str, *, said: bool) -> Cell:
    if amount is not None:
        return Cell(text=money(amount, currency), face="body_strong")
    return Cell(text=tr("None taken yet") if said else tr("Nobody said"), tone="text3")


def _spent(of: SourceCost) -> Cell:
    if of.cost is None or of.list_cost is None:
        return Cell(text=tr("Nobody said what the list cost"), tone="warn")
    spent = money(of.cost, of.currency)
    if of.calls_cost is None:
        return Cell(text=spent, second=tr("without calls: {time}", time=hours_words(of.called)))
    calls = money(of.calls_cost, of.currency)
    second = tr("of it calls {amount}, {time}", amount=calls, time=hours_words(of.called))
    return Cell(text=spent, second=second)


def _taken(of: SourceCost) -> Cell:
    won = tr("{n:,} won", n=of.won) if of.won else ""
    return Cell(text=number(of.taken), second=won)


def _went_on(of: SourceCost) -> Cell:
    share = of.pass_through
    if of.passes_too_many:
        says = tr("{yes:,} of {of:,}", yes=share.yes, of=share.of)
        return Cell(text=says, second=tr("More than half"), tone="warn", second_tone="warn")
    return _share(share)


def _giveaway(of: SourceCost) -> Cell:
    return _share(of.giveaways)


def _share(share: Share) -> Cell:
    """So many of so many; nothing of nothing."""
    if share.share is None:
        return Cell()
    says = tr("{yes:,} of {of:,}", yes=share.yes, of=share.of)
    return Cell(text=says, second=number(share.share, ".0%"))


def hours_words(time: timedelta) -> str:
    """Time on calls: "12.5 h", "40 min"."""
    minutes = round(time.total_seconds() / 60)
    if minutes < 60:  # noqa: PLR2004 - an hour
        return tr("{minutes} min", minutes=minutes)
    return tr("{hours:,.1f} h", hours=minutes / 60)


def _lines(sources: Sequence[SourceCost]) -> Iterator[Line]:
    if len(sources) > 1:
        yield Line(title=tr("By type of source"))
        yield from (Line(type=one) for one in by_type(sources))
        yield Line(title=tr("By campaign"))
    yield from (Line(source=one) for one in sources)


def _ground(line: Line) -> str:
    return "sunken" if line.title else ""


_OF_CAMPAIGN: Final = (_name, _per_lead, _spent, _taken, _went_on, _giveaway)
