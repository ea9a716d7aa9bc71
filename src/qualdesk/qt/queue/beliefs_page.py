"""The tab of what the queue believes, at work: it asks the desk, and writes start values."""

from typing_extensions import override

from qualdesk.core.belief_lines import BeliefLine
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.queue.belief_rows import value_words
from qualdesk.qt.queue.beliefs_view import BeliefsView
from qualdesk.qt.queue.searched import SearchedPage
from qualdesk.qt.queue.undoing import Act, Touched
from qualdesk.qt.work import Work

_MOVED = Changes(queue=True)


class BeliefsPage(SearchedPage):
    """Start values beside what calls made of them; each can be written anew and put back."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self.view = BeliefsView()
        super().__init__(work, clock, self.view)
        self.view.written.connect(self._write)
        self.view.reset.connect(self._put_back)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Beliefs are the workspace's: every campaign goes by them."""
        del campaign
        self.refresh()

    @override
    def refresh(self) -> None:
        """Ask the desk again."""
        self._work.ask(
            lambda desk: desk.queue.beliefs(), self._show, owner=self, refused=self.refused
        )

    @override
    def refused(self, error: QualdeskError) -> None:
        """Say it above the table."""
        self.view.tell(error.says)

    def touched(self, changes: Changes) -> None:
        """Calls were learned from, or somebody else wrote a start value."""
        if changes.queue:
            self.refresh()

    def _show(self, rows: tuple[BeliefLine, ...]) -> None:
        self.view.tell("")
        self.view.show_rows(rows)

    def _write(self, key: str, value: float) -> None:
        row = self._row(key)
        if row is None or row.start == value:
            return
        before = row.start
        act = Act(
            says=tr(
                "{belief}: the start value is {value}",
                belief=row.says,
                value=value_words(value, row.unit),
            ),
            do=lambda desk: _written(desk, key, value),
            back=lambda desk: _written(desk, key, before),
        )
        self.acting.do(act)

    def _put_back(self, key: str) -> None:
        row = self._row(key)
        if row is None:
            return
        before = row.start
        act = Act(
            says=tr("{belief}: the shipped start value counts again", belief=row.says),
            do=lambda desk: _as_shipped(desk, key),
            back=lambda desk: _written(desk, key, before),
        )
        self.acting.do(act)

    def _row(self, key: str) -> BeliefLine | None:
        return next((row for row in self.view.rows if row.key == key), None)


def _written(desk: Desk, key: str, value: float) -> Touched:
    desk.queue.set_belief(key, value)
    return Touched(changes=_MOVED)


def _as_shipped(desk: Desk, key: str) -> Touched:
    desk.queue.reset_beliefs(key)
    return Touched(changes=_MOVED)
