"""A workspace moved from a file to a server or back: copied whole, and compared before it counts.

The source is read as it stood at one moment. The target is written in one unit of work, so that
it is a workspace when all of it is there and compared, and nothing before. The counts of the
Floor are not copied: a file and a server keep them differently, and a count that went wrong
would go along. They are made anew from the rows.
"""

from pathlib import Path

import sqlalchemy as sa

from qualdesk.core.clock import Clock
from qualdesk.core.errors import Refused, WorkspaceTooNew, WorkspaceUnusable
from qualdesk.core.history_words import Checked
from qualdesk.core.moves import AS_IT_STANDS, Compared, MoveWishes, TableSeen, WorkspaceSeen
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr
from qualdesk.store import closing, history
from qualdesk.store.database import Store, Transaction
from qualdesk.store.migrations import STEPS, number_of, prepare
from qualdesk.store.moving_ends import (
    arriving,
    make_rest,
    make_tables,
    refuse_taken,
    wait_for_each_other,
    write,
)
from qualdesk.store.moving_rows import Seen, pages
from qualdesk.store.schema import metadata, tally, tally_delta
from qualdesk.store.tally import off_by

# The counts differ where nothing else does: a server adds them up later.
_COPIED = tuple(table for table in metadata.sorted_tables if table not in {tally, tally_delta})


def move(
    source: Store,
    target: Store | Path,
    wishes: MoveWishes = AS_IT_STANDS,
    progress: Progress | None = None,
    clock: Clock | None = None,
) -> Compared:
    """Copy a workspace into an empty place, table by table; both as they were found equal.

    Progress counts rows, first those that are copied, then those that are compared. Stopped or
    failed, nothing is left at the target, and a source that was closed for it is open again.

    Raises:
        Refused: the target is not empty, somebody has a lead, the history is not whole, or a
            value cannot be kept by the other database; the sentence says which.
        WorkspaceTooNew: a newer qualdesk made the source.
        WorkspaceUnusable: one of its kinds; or the copy was not equal, and was thrown away.
        Cancelled: somebody stopped it.
    """
    progress = progress or Progress()
    refuse_taken(target)
    with source.reading() as tx:
        step = number_of(tx)
    if wishes.bring_up_to_date and step:
        prepare(source)
    with source.reading() as tx:
        _refuse_unready(tx, wishes)
    to = place_of(target)
    is_ours = wishes.close_source and closing.close(
        source, to, even_while_held=wishes.even_while_held
    )
    try:
        return _copied(source, target, wishes, progress, clock or source.clock)
    except BaseException:
        if is_ours:
            closing.open_again(source)
        raise


def compare(source: Store, target: Store, progress: Progress | None = None) -> Compared:
    """Two workspaces beside each other, each as it stands at one moment. Changes nothing.

    Raises:
        Refused: one of them is no workspace, or of another step.
        WorkspaceUnusable: one of its kinds.
    """
    progress = progress or Progress()
    with source.reading() as old, target.reading() as new:
        for tx in (old, new):
            wait_for_each_other(tx)
            _refuse_other_step(tx)
        progress.report(0, _rows(old) + _rows(new))
        seen = _seen(old, place_of(source), progress)
        return Compared(
            source=seen,
            target=_seen(new, place_of(target), progress),
            not_ours=_not_ours(old),
            is_closed=closing.moved_away(old) is not None,
        )


def place_of(one: Store | Path) -> str:
    """Where a workspace is, as it is shown: the file, or server and database. Never a password."""
    if isinstance(one, Path):
        return str(one)
    if one.dialect.name == "sqlite":
        return str(one.url.database)
    return f"{one.url.host or tr('this computer')}/{one.url.database}"


def _copied(
    source: Store, target: Store | Path, wishes: MoveWishes, progress: Progress, clock: Clock
) -> Compared:
    with source.reading() as old:
        _refuse_unready(old, wishes)
        wait_for_each_other(old)
        rows = _rows(old)
        progress.report(0, 2 * rows, tr("The history"))
        whole = _history(old, progress)
        if whole.fault is not None and not wishes.even_if_broken:
            raise Refused(
                tr(
                    "The history of the source is not whole: see qualdesk history verify. To move "
                    "it as it is: --even-if-broken"
                )
            )
        with arriving(target, clock) as new:
            make_tables(new)
            copied = tuple(_carry(old, new, table, progress) for table in _COPIED)
            progress.report(progress.done, says=tr("Indexes and counts"))
            make_rest(new)
            found = Compared(
                source=WorkspaceSeen(
                    place=place_of(source),
                    tables=copied,
                    history=whole,
                    miscounted=len(off_by(old.connection)),
                ),
                target=_seen(new, place_of(target), progress),
                not_ours=_not_ours(old),
                is_closed=wishes.close_source,
            )
            _refuse_unequal(found)
    return found


def _carry(old: Transaction, new: Transaction, table: sa.Table, progress: Progress) -> TableSeen:
    seen = Seen()
    progress.report(progress.done, says=table.name)
    for rows in pages(old, table):
        seen.take(rows)
        write(new, table, rows)
        progress.report(progress.done + len(rows))
    return TableSeen(name=table.name, rows=seen.rows, sha256=seen.sha256)


def _seen(tx: Transaction, place: str, progress: Progress) -> WorkspaceSeen:
    tables = []
    for table in _COPIED:
        seen = Seen()
        progress.report(progress.done, says=table.name)
        for rows in pages(tx, table):
            seen.take(rows)
            progress.report(progress.done + len(rows))
        tables.append(TableSeen(name=table.name, rows=seen.rows, sha256=seen.sha256))
    return WorkspaceSeen(
        place=place,
        tables=tuple(tables),
        history=_history(tx, progress),
        miscounted=len(off_by(tx.connection)),
    )


def _history(tx: Transaction, progress: Progress) -> Checked:
    return history.check(tx, lambda _: progress.check())


def _rows(tx: Transaction) -> int:
    counted = (sa.select(sa.func.count()).select_from(table) for table in _COPIED)
    return sum(tx.connection.scalar(query) or 0 for query in counted)


def _not_ours(tx: Transaction) -> tuple[str, ...]:
    ours = {table.name for table in metadata.sorted_tables} | {"alembic_version"}
    return tuple(sorted(set(sa.inspect(tx.connection).get_table_names()) - ours))


def _refuse_unready(tx: Transaction, wishes: MoveWishes) -> None:
    _refuse_other_step(tx)
    if not wishes.even_while_held:
        closing.refuse_held(tx)


def _refuse_other_step(tx: Transaction) -> None:
    step = number_of(tx)
    if step == STEPS.head:
        return
    if not step:
        raise Refused(tr("There is no workspace in that database."))
    if not step.isdecimal() or step > STEPS.head:
        raise WorkspaceTooNew
    raise Refused(
        tr(
            "An older qualdesk made the source, and nothing was changed there. To bring it up to "
            "date first: --bring-up-to-date"
        )
    )


def _refuse_unequal(found: Compared) -> None:
    if found.is_equal:
        return
    what = found.differing or (tr("history, or counts of the Floor"),)
    raise WorkspaceUnusable(
        tr(
            "The copy is not equal to its source ({what}). It was thrown away: there is no "
            "workspace at {place}.",
            what=", ".join(what),
            place=found.target.place,
        )
    )
