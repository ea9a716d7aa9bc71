"""A definition tried on finished leads: what would have passed, and what became of those leads."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import field, replace
from datetime import datetime
from enum import StrEnum
from typing import TypedDict

from qualdesk.core.definition import Definition, Standing, VerdictKind
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.lifts import Lift
from qualdesk.core.missing import MissingQuestion
from qualdesk.core.replay_words import kept_by, seen_so_far
from qualdesk.core.shares import ENOUGH
from qualdesk.core.wording import tr, tr_later, tr_n


class Result(StrEnum):
    """What became of a finished lead, as far as anybody has said."""

    NOT_HANDED = ""
    HANDED = "handed"  # with sales, or about to be; they have not answered
    TAKEN = "taken"
    SENT_BACK = "sent_back"
    WON = "won"
    LOST = "lost"

    @property
    def label(self) -> str:
        """The result as the screen says it."""
        return tr(_RESULTS[self])

    @property
    def is_taken(self) -> bool:
        """Whether sales took the lead, whatever came of it since."""
        return self in {Result.TAKEN, Result.WON, Result.LOST}

    @property
    def is_answered(self) -> bool:
        """Whether sales has said what it makes of the lead."""
        return self.is_taken or self is Result.SENT_BACK


@frozen
class Counts:
    """How many leads a definition calls qualified, and what became of those.

    ``taken`` holds those won and lost since as well.
    """

    qualified: int = 0
    sent_back: int = 0
    taken: int = 0
    won: int = 0
    lost: int = 0


@frozen
class ChangedLead:
    """A lead of which two definitions say different things.

    Attributes:
        lead_id: None for a lead of loaded history, which cannot be opened.
        name: the person, or what loaded history calls them.
        because: the sentence of the new verdict.
        finished_at: when it was done with, UTC.
    """

    lead_id: LeadId | None
    campaign_id: CampaignId | None
    name: str
    was: VerdictKind
    now: VerdictKind
    points: int
    because: str
    result: Result
    finished_at: datetime


@frozen
class Bar:
    """The leads with at least ``points`` points and fewer than the next bar's."""

    points: int
    taken: int = 0
    sent_back: int = 0
    others: int = 0

    @property
    def leads(self) -> int:
        """All leads of the bar."""
        return self.taken + self.sent_back + self.others


@frozen
class Histogram:
    """How many leads have how many points, in bars of ``width`` points each, without gaps."""

    width: int
    bars: tuple[Bar, ...]


@frozen
class Cell:
    """Leads that are the same to a trial: how the draft judges them, and what became of them.

    ``was`` is what the other definition makes of them.
    """

    points: int
    passes: bool
    below: VerdictKind
    was: VerdictKind
    result: Result

    def kind_at(self, threshold: int) -> VerdictKind:
        """The draft's verdict when so many points are needed."""
        return VerdictKind.QUALIFIED if self.passes and self.points >= threshold else self.below


@frozen
class Trial:
    """A draft tried on finished leads, beside the definition it would take the place of.

    Attributes:
        draft: what is tried, with the threshold it is tried at.
        against: what it is compared with; None is what was handed to sales.
        leads: how many finished leads it was tried on.
        before: what the other definition calls qualified; ``after`` what the draft does.
        missed: leads that sales took and the draft would keep back; ``avoided`` the same of
            those that sales sent back.
        changed: the newest leads of which the two say different things; all of them are
            ``changed_count``.
        histogram: the leads by their points under the draft.
        lifts: what each criterion of the draft says about taken and won.
        missing_questions: reasons for which sales sent leads back and no question asks.
        limits: what could not be tried, each a sentence.
    """

    draft: Definition
    against: Definition | None
    leads: int
    before: Counts
    after: Counts
    missed: int
    avoided: int
    changed_count: int
    changed: tuple[ChangedLead, ...] = ()
    histogram: Histogram
    lifts: tuple[Lift, ...] = ()
    missing_questions: tuple[MissingQuestion, ...] = ()
    limits: tuple[str, ...] = ()
    cells: Mapping[Cell, int] = field(repr=False)

    @property
    def threshold(self) -> int:
        """The points it is tried at."""
        return self.draft.threshold

    @property
    def is_enough(self) -> bool:
        """Whether there are enough leads to say anything: 30 or more."""
        return self.leads >= ENOUGH

    @property
    def title(self) -> str:
        """What it was tried on, or that it is too little."""
        if not self.is_enough:
            return tr(
                "Too few leads to try this on ({leads}). {enough} are needed.",
                leads=self.leads,
                enough=ENOUGH,
            )
        return tr("Tried on the last {leads:,} finished leads", leads=self.leads)

    @property
    def says_qualified(self) -> str:
        """What the draft does to the number that is handed over: "4 fewer to hand off"."""
        more = self.after.qualified - self.before.qualified
        if not more:
            return tr("As many to hand off")
        if more > 0:
            return tr("{count:,} more to hand off", count=more)
        return tr("{count:,} fewer to hand off", count=-more)

    @property
    def says_sent_back(self) -> str:
        """Which leads that sales sent back it would have kept: "3 wrong hand-offs avoided"."""
        if not self.avoided:
            return tr("No wrong hand-offs avoided")
        return tr_n(self.avoided, "{n:,} wrong hand-off avoided", "{n:,} wrong hand-offs avoided")

    @property
    def says_taken(self) -> str:
        """Which leads that sales took it would have kept: "1 good lead would be missed"."""
        if not self.missed:
            return tr("No good leads would be missed")
        return tr_n(
            self.missed, "{n:,} good lead would be missed", "{n:,} good leads would be missed"
        )

    @property
    def says_won(self) -> str:
        """What was won and lost of those taken, and how much of it the draft keeps."""
        before, after = self.before, self.after
        if not before.taken:
            return tr("Sales has taken none of them so far.")
        seen = seen_so_far(before.taken, before.won, before.lost)
        if not before.won and not before.lost:
            return seen
        won, lost = (before.won, after.won), (before.lost, after.lost)
        return f"{seen} {kept_by(self.draft.version, won, lost)}"

    @property
    def lines(self) -> tuple[str, ...]:
        """All that is said of it, in the order of the screen."""
        return (self.says_qualified, self.says_sent_back, self.says_taken, self.says_won)

    def passes_at(self, threshold: int) -> int:
        """How many leads would be qualified if so many points were needed."""
        qualified = VerdictKind.QUALIFIED
        return sum(n for cell, n in self.cells.items() if cell.kind_at(threshold) is qualified)

    def at(self, threshold: int) -> "Trial":
        """The same trial as if so many points were needed: counted anew, nothing is read.

        The leads that change are counted; their names must be asked for.
        """
        if threshold == self.threshold:
            return self
        draft = replace(self.draft, threshold=threshold)
        counted = _counted(self.cells, threshold, self.against)
        return replace(self, draft=draft, changed=(), **counted)


def trial_of(
    draft: Definition,
    against: Definition | None,
    cells: Mapping[Cell, int],
    *,
    lifts: tuple[Lift, ...] = (),
    missing_questions: tuple[MissingQuestion, ...] = (),
    limits: tuple[str, ...] = (),
) -> Trial:
    """The trial that these leads make, at the draft's own threshold."""
    return Trial(
        draft=draft,
        against=against,
        leads=sum(cells.values()),
        histogram=_histogram(cells),
        lifts=lifts,
        missing_questions=missing_questions,
        limits=limits,
        cells=cells,
        **_counted(cells, draft.threshold, against),
    )


def counts_of(results: Counter[Result]) -> Counts:
    """The counts of leads a definition calls qualified, by what became of them."""
    return Counts(
        qualified=results.total(),
        sent_back=results[Result.SENT_BACK],
        taken=sum(leads for result, leads in results.items() if result.is_taken),
        won=results[Result.WON],
        lost=results[Result.LOST],
    )


def cell_of(standing: Standing, was: VerdictKind, result: Result) -> Cell:
    """The cell of a lead that a draft judges so."""
    return Cell(
        points=standing.points,
        passes=standing.passes,
        below=standing.below,
        was=was,
        result=result,
    )


def has_changed(was: VerdictKind, now: VerdictKind, *, is_by_definition: bool) -> bool:
    """Whether a lead counts as one that changes.

    What was handed over says only who was qualified: beside it nurture is no other than not a fit.
    """
    if is_by_definition:
        return was is not now
    return (was is VerdictKind.QUALIFIED) is not (now is VerdictKind.QUALIFIED)


def as_it_went(result: Result) -> VerdictKind:
    """What a lead was taken for when no definition is there to compare with."""
    return VerdictKind.NURTURE if result is Result.NOT_HANDED else VerdictKind.QUALIFIED


class _Tally(TypedDict):
    before: Counts
    after: Counts
    missed: int
    avoided: int
    changed_count: int


def _counted(cells: Mapping[Cell, int], threshold: int, against: Definition | None) -> _Tally:
    qualified = VerdictKind.QUALIFIED
    before: Counter[Result] = Counter()
    after: Counter[Result] = Counter()
    dropped: Counter[Result] = Counter()
    changed = 0
    for cell, leads in cells.items():
        now = cell.kind_at(threshold)
        if cell.was is qualified:
            before[cell.result] += leads
        if now is qualified:
            after[cell.result] += leads
        elif cell.was is qualified:
            dropped[cell.result] += leads
        if has_changed(cell.was, now, is_by_definition=against is not None):
            changed += leads
    return {
        "before": counts_of(before),
        "after": counts_of(after),
        "missed": sum(leads for result, leads in dropped.items() if result.is_taken),
        "avoided": dropped[Result.SENT_BACK],
        "changed_count": changed,
    }


def _histogram(cells: Mapping[Cell, int]) -> Histogram:
    if not cells:
        return Histogram(width=_WIDTHS[0], bars=())
    least = min(cell.points for cell in cells)
    most = max(cell.points for cell in cells)
    width = next((w for w in _WIDTHS if most // w - least // w < _MOST_BARS), None)
    if width is None:
        width = math.ceil((most - least + 1) / (_MOST_BARS - 1))
    bars: dict[int, Counter[str]] = {
        number: Counter() for number in range(least // width, most // width + 1)
    }
    for cell, leads in cells.items():
        bars[cell.points // width][_PART.get(cell.result, "others")] += leads
    return Histogram(
        width=width,
        bars=tuple(Bar(points=number * width, **parts) for number, parts in bars.items()),
    )


_WIDTHS = (5, 10, 20, 25, 50, 100, 200, 500, 1000)
_MOST_BARS = 14
_PART = {
    Result.SENT_BACK: "sent_back",
    Result.TAKEN: "taken",
    Result.WON: "taken",
    Result.LOST: "taken",
}
_RESULTS = {
    Result.NOT_HANDED: tr_later("Not handed over"),
    Result.HANDED: tr_later("Handed over, not answered"),
    Result.TAKEN: tr_later("Taken by sales"),
    Result.SENT_BACK: tr_later("Sent back"),
    Result.WON: tr_later("Won"),
    Result.LOST: tr_later("Lost"),
}
