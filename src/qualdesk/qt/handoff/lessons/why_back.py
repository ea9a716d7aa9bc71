"""Why leads came back: by criterion, by who called, by list and by source."""

from collections.abc import Iterator
from typing import Final

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.frozen import frozen
from qualdesk.core.lessons import CameBack, WhyBack
from qualdesk.core.shares import Share, too_few
from qualdesk.core.times import local_time
from qualdesk.core.wording import number, tr, tr_later, tr_n
from qualdesk.qt.handoff.lessons.choices import PeriodChoice, ScopeChoice
from qualdesk.qt.handoff.lessons.part import LessonPart
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.work import Work

COLUMNS: Final = (
    Column(title=tr_later("What they have in common"), width=220, stretch=2),
    Column(title=tr_later("Came back"), width=190, stretch=1),
    Column(title=tr_later("Why they came back"), width=240, stretch=4),
)


@frozen
class Line:
    """A line of the table: the heading of a part, or leads that have something in common."""

    title: str
    of: CameBack | None = None


class WhyBackPart(LessonPart):
    """The report, of the campaigns and the period that are chosen."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__(work)
        self._clock, self._zone = clock, zone
        self.scope = ScopeChoice()
        self.period = PeriodChoice(ever=True)
        self.add_controls(self.scope, self.period)
        self.model: TableOf[Line] = TableOf(COLUMNS, cell_of, _ground)
        self.table = PlainTable(tr("Why leads came back"), row_height=46, quiet=True)
        self.table.show_rows_of(self.model)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        for one in (self.scope, self.period):
            one.currentIndexChanged.connect(lambda _at: self.refresh())
        self.show_campaign(None)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Report on this campaign from now on."""
        self.scope.show_campaign(campaign)
        self.period.show_today(local_time(self._clock.now(), self._zone).date())
        super().show_campaign(campaign)

    def refresh(self) -> None:
        """Ask the desk again."""
        if self.campaign is not None:
            scope = self.scope.scope(self.campaign, self.period.period)
            self.ask(lambda desk: desk.lessons.why_back(scope), self.show_lessons)

    def show_lessons(self, found: WhyBack) -> None:
        """Show why they came back."""
        self.says.setText(in_words(found))
        self.model.set_rows(_lines(found) if found.back.of else ())


def in_words(found: WhyBack) -> str:
    """How many came back, and how many are in no figure, in sentences."""
    of = found.back.of
    if of:
        says = tr_n(
            of,
            "Of {n} lead that sales answered {back:,} came back.",
            "Of {n:,} leads that sales answered {back:,} came back.",
            back=found.back.yes,
        )
    else:
        says = tr("Sales has answered no lead here yet. Why leads come back will stand here.")
    more = []
    if found.waiting:
        more.append(tr_n(found.waiting, "{n} is with sales still.", "{n:,} are with sales still."))
    if found.unanswered:
        more.append(
            tr_n(
                found.unanswered,
                "{n} came back because nobody answered.",
                "{n:,} came back because nobody answered.",
            )
        )
    return " ".join((says, *more))


def cell_of(line: Line, column: int) -> Cell:
    """One cell of the table."""
    if line.of is None:
        return Cell(text=line.title, face="body_strong") if column == 0 else Cell()
    if column == 0:
        return Cell(text=line.title, indent=12)
    if column == 1:
        share = line.of.share
        return Cell(
            text=tr("{yes:,} of {of:,}", yes=share.yes, of=share.of), second=share_words(share)
        )
    return Cell(text=", ".join(f"{reason} {number(leads)}" for reason, leads in line.of.reasons))


def share_words(share: Share) -> str:
    """A share with how far it can be trusted: "26%, between 15% and 43%"; or that it is too few."""
    if not share.is_enough:
        says = too_few(share.of)
        return says[:1].upper() + says[1:]
    low, high = share.interval
    return tr(
        "{share:.0%}, between {low:.0%} and {high:.0%}",
        share=share.yes / share.of,
        low=low,
        high=high,
    )


def _lines(found: WhyBack) -> Iterator[Line]:
    parts = (
        (tr("By criterion"), found.criteria, tr("No criterion named for the reason")),
        (tr("By who qualified them"), found.callers, tr("Nobody by a call")),
        (tr("By list"), found.lists, tr("No list brought them")),
        (tr("By source"), found.sources, tr("Other")),
    )
    for title, some, unnamed in parts:
        if some:
            yield Line(title=title)
            for one in some:
                yield Line(title=one.name or unnamed, of=one)


def _ground(line: Line) -> str:
    return "sunken" if line.of is None else ""
