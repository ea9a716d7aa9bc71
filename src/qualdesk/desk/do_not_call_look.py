"""A do-not-call list looked at before it is loaded: what it holds, what cannot be read in it."""

from collections.abc import Sequence
from pathlib import Path

from qualdesk.core.frozen import frozen
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr
from qualdesk.desk.do_not_call_tally import Tally, UnreadRow, hashes_of, marks_in
from qualdesk.desk.list_sources import region_named
from qualdesk.files.left_out import refuse_to_replace, write_left_out
from qualdesk.files.suppression_lists import (
    NO_HASH,
    hashes_in,
    headings_in,
    holds_hashes,
    numbers_in,
    open_plain,
)
from qualdesk.store.suppression_lists import HASHES, NUMBERS

__all__ = ["SeenList", "UnreadRow", "look_at", "write_unread"]


@frozen
class SeenList:
    """What a file holds. Nothing of it is kept.

    Attributes:
        kind: ``numbers`` or ``hashes``; of a list of hashes nobody sees what they stand for.
        rows: rows that hold; ``left_out`` those that do not, which ``unread`` names together with
            rows of which only a part could be read.
        numbers: different numbers; ``emails`` different addresses, ``people`` different names
            with a company.
        extensions: rows with an extension: the whole line is stopped.
    """

    path: Path
    kind: str
    region: str
    rows: int
    left_out: int
    numbers: int = 0
    emails: int = 0
    people: int = 0
    extensions: int = 0
    unread: tuple[UnreadRow, ...] = ()

    @property
    def is_hashed(self) -> bool:
        """Whether it is hashes, which need their key to be loaded."""
        return self.kind == HASHES


def look_at(path: Path, region: str, progress: Progress) -> SeenList:
    """Read a list as it would be loaded, and keep nothing.

    ``region`` is the ISO country of numbers without a ``+``; empty where nobody said one.

    Raises:
        ListRefused: the file cannot be read, or holds nothing of the kind.
        Refused: the region is none.
    """
    region = region_named(region)
    tally = Tally()
    # Their hashes only: a list may name a million people.
    different: dict[str, set[int]] = {}
    with open_plain(path) as table:
        kind = HASHES if holds_hashes(table) else NUMBERS
        about = table.about
        if kind == HASHES:
            hashes = hashes_of(progress.over(hashes_in(table), about), tally)
            different["number"] = set(map(hash, hashes))
        else:
            rows = numbers_in(table, region).rows()
            for mark in marks_in(progress.over(rows, about), tally):
                different.setdefault(mark.kind, set()).add(hash(mark))
    return SeenList(
        path=path,
        kind=kind,
        region=region,
        rows=tally.rows,
        left_out=tally.left_out,
        numbers=len(different.get("number", ())),
        emails=len(different.get("email", ())),
        people=len(different.get("person", ())),
        extensions=tally.extensions,
        unread=tuple(tally.unread),
    )


def write_unread(seen: SeenList, target: Path, progress: Progress) -> int:
    """Write the rows in which something cannot be read to a file, with the reason; how many.

    Under their own headings, so that what is mended can be loaded as a list of its own.

    Raises:
        ExportRefused: the target is the list itself or another file, or cannot be written.
        ListRefused: the list cannot be read any more.
    """
    refuse_to_replace(target, seen.path)
    with open_plain(seen.path) as table:
        headings = headings_in(table)
        if seen.is_hashed:
            read = progress.over(hashes_in(table), table.about)
            why = {row.row_number: tr(NO_HASH) for row in read if not row.hash}
        else:
            listed = progress.over(numbers_in(table, seen.region).rows(), table.about)
            why = {row.row_number: row.says for row in listed if row.says}
    # Once more from its beginning: what was read for numbers had left its cells behind.
    with open_plain(seen.path) as table:
        rows = [(number, cells, why[number]) for number, cells in table.rows() if number in why]
    write_left_out(target, _for_all(headings, [cells for _, cells, _ in rows]), rows)
    return len(rows)


def _for_all(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Sequence[str]:
    """A heading for every cell: a list without any has none to write above its rows."""
    widest = max(map(len, rows), default=0)
    unnamed = range(len(headings), widest)
    return (*headings, *(tr("Column {number}", number=place + 1) for place in unnamed))
