"""What people said in a week: needs and objections, without anybody's name; also as a file."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.digest import Digest, Need, Objection, Saying, Week, week_named, week_of
from qualdesk.core.frozen import frozen
from qualdesk.core.times import local_time
from qualdesk.core.wording import number, tr, tr_later, tr_n
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.lessons.choices import ScopeChoice
from qualdesk.qt.handoff.lessons.saving import SavedPart
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.keyed import KeyedChoice
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.work import Work

COLUMNS: Final = (
    Column(title=tr_later("What people said"), width=420, stretch=1),
    Column(title=tr_later("How many"), width=120, align="right"),
)
_WEEKS: Final = 26


@frozen
class Line:
    """A line of the table: the heading of a part, a question or reason, or what was said to it.

    ``people`` is how many; None where a line counts nothing.
    """

    says: str
    level: int
    people: int | None = None


class WeekChoice(KeyedChoice):
    """One of the last weeks, this one first."""

    def __init__(self) -> None:
        super().__init__(tr("Which week"))

    def show_today(self, today: date) -> None:
        """Offer the weeks until today; the last whole one is chosen where none was."""
        weeks = [week_of(today).moved(-back) for back in range(_WEEKS)]
        is_new = not self.key
        self.offer([(week.code, week.label) for week in weeks])
        if is_new:
            self.choose(weeks[1].code)

    @property
    def week(self) -> Week:
        """What is chosen."""
        return week_named(self.key)


class DigestPart(SavedPart):
    """The digest of the week and the campaigns that are chosen."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__(work, choosing)
        self._clock, self._zone = clock, zone
        self.scope = ScopeChoice()
        self.week = WeekChoice()
        self.page = PushButton(tr("As a page"), icon="file-text")
        self.sheet = PushButton(tr("For a spreadsheet"), icon="file-spreadsheet")
        self.add_controls(self.scope, self.week)
        for one in (self.page, self.sheet):
            self.controls.addWidget(one)
        self.model: TableOf[Line] = TableOf(COLUMNS, cell_of, _ground)
        self.table = PlainTable(tr("What people said"), row_height=36, quiet=True)
        self.table.show_rows_of(self.model)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        for choice in (self.scope, self.week):
            choice.currentIndexChanged.connect(lambda _at: self.refresh())
        self.page.clicked.connect(lambda: self.save(".html"))
        self.sheet.clicked.connect(lambda: self.save(".csv"))
        self.show_campaign(None)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Report on this campaign from now on."""
        self.scope.show_campaign(campaign)
        self.week.show_today(local_time(self._clock.now(), self._zone).date())
        super().show_campaign(campaign)

    def refresh(self) -> None:
        """Ask the desk again."""
        if self.campaign is not None:
            week, scope = self.week.week, self.scope.scope(self.campaign)
            self.ask(lambda desk: desk.digests.digest(week, scope), self.show_digest)

    def show_digest(self, digest: Digest) -> None:
        """Show what was said."""
        self.says.setText(in_words(digest))
        self.model.set_rows(_lines(digest))
        for button in (self.page, self.sheet):
            button.setEnabled(not digest.is_empty)

    def save(self, suffix: str) -> None:
        """Ask for a file and write the digest into it: a page, or a table."""
        if self.campaign is None:
            return
        week, scope = self.week.week, self.scope.scope(self.campaign)
        self.save_as(
            f"digest-{week.code}{suffix}",
            lambda desk, _progress, path: desk.digests.write(week, path, scope, may_replace=True),
            _saved,
        )


def in_words(digest: Digest) -> str:
    """How many were spoken to, and what must be known before it is sent on, in sentences."""
    if digest.is_empty:
        return tr("Nobody said what they need in this week, or why not.")
    calls = tr_n(
        digest.conversations,
        "{n} conversation in this week.",
        "{n:,} conversations in this week.",
    )
    names = tr(
        "Names, numbers and addresses of everybody the desk knows are left out. Read it once "
        "before you send it on."
    )
    return f"{calls} {names}"


def cell_of(line: Line, column: int) -> Cell:
    """One cell of the table."""
    face = "body" if line.level == _SAID else "body_strong"
    if column == 0:
        return Cell(text=line.says, face=face, indent=12 * line.level)
    return Cell(text="" if line.people is None else number(line.people), face=face)


def _lines(digest: Digest) -> Iterator[Line]:
    if digest.needs:
        yield Line(says=tr("What people need"), level=0)
    for need in digest.needs:
        yield from _need(need)
    if digest.objections:
        yield Line(says=tr("Why people said no, or not now"), level=0)
    for one in digest.objections:
        yield from _objection(one)


def _need(need: Need) -> Iterator[Line]:
    yield Line(says=need.asked, level=1, people=need.people)
    for one in need.chosen:
        yield Line(says=one.says, level=_SAID, people=one.count)
    yield from _quotes(need.said, need.more)
    if need.does_not_know:
        yield Line(says=tr("They do not know"), level=_SAID, people=need.does_not_know)


def _objection(one: Objection) -> Iterator[Line]:
    is_same = not one.reason or one.reason == one.outcome
    says = one.outcome if is_same else f"{one.outcome}: {one.reason}"
    yield Line(says=says, level=1, people=one.people)
    yield from _quotes(one.said, one.more)


def _quotes(said: Sequence[Saying], more: int) -> Iterable[Line]:
    for one in said:
        yield Line(says=tr("“{words}”", words=one.says), level=_SAID, people=one.count)
    if more:
        yield Line(says=tr("And {more:,} more.", more=more), level=_SAID)


def _saved(_digest: Digest, path: Path) -> str:
    return tr("What people said is in {file}.", file=path.name)


def _ground(line: Line) -> str:
    return "" if line.level else "sunken"


_SAID = 2
