"""How well a reader takes polluted files: success, and how headings, rows and cells agree.

The measures are those of Vitagliano et al., Pollock: A Data Loading Benchmark (PVLDB 2023), on
texts as they stand. The original evens out dates, amounts and capitals first, so this one is never
kinder. What the paper calls precision and recall are shares of the texts meant and of those read.
"""

import csv
import json
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualdesk.core.errors import ListRefused
from qualdesk.files.lists import open_list

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """How two bags of texts agree."""

    precision: float = 1.0
    recall: float = 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def points(self) -> float:
        """At most three."""
        return self.precision + self.recall + self.f1


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """What one file brings: a point for being read, three each for headings, rows and cells."""

    header: Agreement = Agreement()
    rows: Agreement = Agreement()
    cells: Agreement = Agreement()

    @property
    def points(self) -> float:
        """At most ten."""
        return 1 + self.header.points + self.rows.points + self.cells.points


def agreement(meant: Iterable[Hashable], read: Iterable[Hashable]) -> Agreement:
    """How much of what was meant was read, and of what was read was meant; nothing meant: all."""
    of_meant, of_read = Counter(meant), Counter(read)
    if not of_meant:
        return Agreement()
    both = (of_meant & of_read).total()
    return Agreement(
        precision=both / of_meant.total(), recall=both / of_read.total() if both else 0.0
    )


def score(meant: Rows, read: Rows) -> Score:
    """The score of a file. The first row of each is its headings, or its first row where none."""
    if not meant:
        return Score()
    first = read[0] if read else ()
    return Score(
        header=agreement(meant[0], first),
        # Only the text of a row counts: an empty cell too many is a loss of cells.
        rows=agreement(map("".join, meant[1:]), map("".join, read[1:])),
        cells=agreement(
            (cell for row in meant for cell in row), (cell for row in read for cell in row)
        ),
    )


def read_blind(path: Path) -> list[list[str]]:
    """The headings and rows the product finds by itself; nothing where it says there are none."""
    try:
        with open_list(path) as table:
            rows = [cells for _, cells in table.rows()]
            return [list(table.headings), *rows] if table.header_row else rows
    except ListRefused as refused:
        if "empty" in refused.says or "no rows below" in refused.says:
            return []
        raise


def score_files(folder: Path, names: Iterable[str]) -> dict[str, Score]:
    """The score of each of ``folder/csv`` against its namesake in ``folder/clean``."""
    scores = {}
    for path in (folder / "csv" / name for name in names):
        clean = (folder / "clean" / path.name).read_text("utf-8-sig")
        meant = list(csv.reader(clean.splitlines(keepends=True)))
        scores[path.name] = score(meant, read_blind(path))
    return scores


def simple(scores: dict[str, Score]) -> float:
    """The mean of all files."""
    return sum(one.points for one in scores.values()) / len(scores)


def weighted(scores: dict[str, Score], weights: Path) -> float:
    """The mean of all files, each as heavy as its pollution is frequent in real files."""
    heavy: dict[str, float] = json.loads(weights.read_text("utf-8"))
    total = sum(heavy[name] for name in scores)
    return sum(one.points * heavy[name] for name, one in scores.items()) / total
