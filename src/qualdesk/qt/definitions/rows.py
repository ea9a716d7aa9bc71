"""A definition as the rows of its table, each with the mark of what is new about it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from qualdesk.core.definition import Criterion, Definition
from qualdesk.core.frozen import frozen
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.definitions.said import (
    AGAINST,
    HELPS,
    MUST_HAVE,
    asked_where,
    beside,
    counts_when,
    points_words,
    signed,
    weight_of,
)
from qualdesk.qt.widgets.cells import Cell, Column

COLUMNS: Final = (
    Column(title="", width=26),
    Column(title=tr_later("What we ask for"), width=236, stretch=5),
    Column(title=tr_later("Counts as yes when"), width=240, stretch=5),
    Column(title=tr_later("Weight"), width=104),
    Column(title=tr_later("Points"), width=64, align="right"),
    Column(title="", width=40),
)
GRIP, WHAT, WHEN, WEIGHT, POINTS, MORE = range(6)
ROW_HEIGHT: Final = 53
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


@frozen
class CriterionRow:
    """One criterion as the table shows it; ``mark`` is what is new, empty for nothing."""

    criterion: Criterion
    asked: str
    when: str
    beside: str
    mark: str = ""
    problem: str = ""
    note: str = ""

    @property
    def id(self) -> str:
        """The id of the criterion."""
        return self.criterion.id


def rows_of(
    definition: Definition,
    script: CallScript | None,
    marks: Mapping[str, str],
    problems: Mapping[str, str],
    notes: Mapping[str, str] = NOTHING,
) -> tuple[CriterionRow, ...]:
    """The criteria in their order; marks, problems and notes by the id of the criterion."""
    return tuple(
        CriterionRow(
            criterion=one,
            asked=asked_where(one, script),
            when=counts_when(one, script),
            beside=beside(one, script),
            mark=marks.get(one.id, ""),
            problem=problems.get(one.id, ""),
            note=notes.get(one.id, ""),
        )
        for one in definition.criteria
    )


def cell_of(row: CriterionRow, column: int) -> Cell:
    """One cell of the table."""
    criterion = row.criterion
    cells = (
        lambda: Cell(icon="grip-vertical", icon_tone="text3"),
        lambda: _what(row),
        lambda: _when(row),
        lambda: _weight(criterion),
        lambda: Cell(text=signed(_points_of(criterion)), face="body_strong"),
        lambda: Cell(icon="ellipsis", icon_tone="text2"),
    )
    return cells[column]()


def says_of(row: CriterionRow, where: int, of: int) -> str:
    """A row in one sentence, for those who cannot see it."""
    parts = (
        row.criterion.label,
        row.mark,
        row.asked,
        row.when,
        row.beside,
        tr(weight_of(row.criterion)),
        points_words(_points_of(row.criterion)),
        row.problem,
        row.note,
        tr("{place} of {of}", place=where, of=of),
    )
    return ", ".join(filter(None, parts))


def _what(row: CriterionRow) -> Cell:
    name = row.criterion.label
    tone = "text" if name else "text3"
    return Cell(text=name or tr("No name yet"), second=row.asked, face="body_strong", tone=tone)


def _when(row: CriterionRow) -> Cell:
    if row.problem:
        return Cell(text=row.when, second=row.problem, second_tone="bad")
    if row.note:
        return Cell(text=row.when, second=row.note, second_tone="warn")
    return Cell(text=row.when, second=row.beside)


def _weight(criterion: Criterion) -> Cell:
    group = tr("one of “{group}”", group=criterion.group) if criterion.group else ""
    weight = weight_of(criterion)
    if weight == MUST_HAVE and not group:
        return Cell(text=tr(MUST_HAVE), chip="warn")
    tones = {MUST_HAVE: "warn", HELPS: "text2", AGAINST: "bad"}
    face = "body_strong" if weight == MUST_HAVE else "body"
    return Cell(text=tr(weight), second=group, face=face, tone=tones[weight])


def _points_of(criterion: Criterion) -> int:
    """The most it gives; of one that only counts against a lead, the most it takes away."""
    if criterion.most or not (criterion.levels or criterion.points):
        return criterion.most
    return min(criterion.points, *(level.points for level in criterion.levels))
