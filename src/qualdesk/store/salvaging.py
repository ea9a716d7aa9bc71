"""What can be read of a damaged workspace file, put into a new one; the damaged one is only read.

Rows go over as they were written, table by table. What follows from them is worked out anew:
counts, words to find names, marks of the queue. A row of something that is gone is left out.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from qualdesk.core.clock import Clock
from qualdesk.core.errors import Refused, WorkspaceUnusable
from qualdesk.core.frozen import frozen
from qualdesk.core.progress import Progress
from qualdesk.core.salvaged import STOPS, Salvaged, TableRead
from qualdesk.core.wording import tr
from qualdesk.store import ciphers
from qualdesk.store.bulk import chunks
from qualdesk.store.checking import mend_faults
from qualdesk.store.database import Store
from qualdesk.store.history import check
from qualdesk.store.migrations import take_steps
from qualdesk.store.salvage_locked import unlocked
from qualdesk.store.salvage_pages import Pages
from qualdesk.store.salvage_rows import (
    HIGHEST,
    LOWEST,
    Missing,
    Row,
    leaves_left,
    rows_of,
    rows_on,
)
from qualdesk.store.salvage_shapes import Shape, make_like, number_in
from qualdesk.store.salvage_tables import InPages, Source, Table, as_known
from qualdesk.store.schema_people import contact_email, contact_phone
from qualdesk.store.seals import UNKNOWN, seal_copy
from qualdesk.store.suppression import Mark, fingerprints

# Worked out anew.
_MADE: Final = frozenset({"tally", "tally_delta", "name_word", "company_word"})
_FROM_BACKUP: Final = ("workspace", "suppression_list", "suppression", "suppression_hash")
_TROUBLE: Final[tuple[type[Exception], ...]] = (OSError, *ciphers.errors())


def salvage(
    source: Path,
    target: Path,
    clock: Clock,
    backup: Path | None = None,
    progress: Progress | None = None,
) -> Salvaged:
    """Put what can be read of ``source`` into a new file; what is there and what is missing.

    ``backup`` gives do-not-calls and settings the file has lost. Progress counts tables. The new
    file appears whole or not at all.

    Raises:
        Refused: nothing in it is a workspace's, or it is encrypted and its first page is damaged.
        KeyNeeded: it is encrypted, and no passphrase was given that opens it.
        WorkspaceTooNew: a newer program made it.
        WorkspaceUnusable: it cannot be read, or the new file cannot be written.
        Cancelled: somebody stopped it.
    """
    told = progress or Progress()
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        fresh.unlink(missing_ok=True)
        with _opened(source, fresh) as read:
            torn = _torn(read, source, fresh, clock)
            with closing(ciphers.connect(fresh, isolation_level=None)) as file:
                done = _filled(file, torn, backup, told)
        done = _finished(fresh, clock, done)
        fresh.replace(target)
    except _TROUBLE as error:
        raise WorkspaceUnusable(
            tr("{path} cannot be written: {why}.", path=target, why=error)
        ) from error
    finally:
        ciphers.forget(fresh)
        for end in ("", "-wal", "-shm", "-journal"):
            fresh.with_name(fresh.name + end).unlink(missing_ok=True)
    return replace(done, path=str(target))


@frozen
class _Torn:
    """A damaged file as it is read: what of it is known by our names, and who made it."""

    source: Source
    tables: dict[str, Table]
    shape: Shape

    def copied(self) -> Iterator[str]:
        """The tables that go over, those that others need first."""
        return (name for name in self.shape.tables if name not in _MADE)


def _torn(read: Source, source: Path, fresh: Path, clock: Clock) -> _Torn:
    """What is known of the damaged file; ``fresh`` is made as the program that made it would."""
    tables = read.tables()
    if not {"lead", "campaign"} & set(tables):
        raise Refused(tr("Nothing in {path} can be read. Put back a backup.", path=source))
    number = number_in(read, tables)
    store = Store(f"sqlite:///{fresh}", clock=clock)
    try:
        shape = make_like(store, number)
    finally:
        store.close()
    return _Torn(source=read, tables=as_known(tables, shape.tables), shape=shape)


@contextmanager
def _opened(source: Path, fresh: Path) -> Iterator[Source]:
    """A damaged file to be read; ``fresh`` is encrypted with the same key where it is."""
    try:
        if not ciphers.is_noise(source):
            yield InPages(Pages.of(source))
            return
    except OSError as error:
        raise WorkspaceUnusable(
            tr("{path} cannot be read: {why}.", path=source, why=error.strerror)
        ) from error
    with unlocked(source, fresh) as (read, passphrase, salt):
        ciphers.give_like(fresh, passphrase, salt)
        yield read


def _filled(file: Any, torn: _Torn, backup: Path | None, told: Progress) -> Salvaged:
    """Put the rows into a new workspace; its counts and marks are not made yet."""
    file.execute("PRAGMA foreign_keys=OFF")
    file.execute(f"PRAGMA user_version={UNKNOWN}")
    file.execute("BEGIN IMMEDIATE")
    triggers = file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        file.execute(f'DROP TRIGGER "{name}"')
    own = file.execute("SELECT key, value FROM workspace").fetchall()
    _copy(file, torn, told)
    added = _from_backup(file, torn, backup)
    # Its own key is none of theirs: only where that of the fingerprints is gone for good.
    file.executemany("INSERT OR IGNORE INTO workspace (key, value) VALUES (?, ?)", own)
    nobody, without = _settle(file, torn.shape)
    for _, text in triggers:
        file.execute(text)
    known = torn.tables
    reads = tuple(_read(file, name, known.get(name), without, added) for name in torn.copied())
    lost_a_no = any(not one.is_whole for one in reads if one.name in STOPS) or bool(nobody)
    if lost_a_no:
        file.execute("UPDATE campaign SET is_paused = 1")
    file.execute("COMMIT")
    return Salvaged(path="", tables=reads, nobody=nobody, is_paused=lost_a_no)


def _finished(fresh: Path, clock: Clock, done: Salvaged) -> Salvaged:
    """The new workspace brought up to date, with what follows from its rows worked out; sealed."""
    store = Store(f"sqlite:///{fresh}", clock=clock)
    try:
        take_steps(store)
        altered = _drop_altered(store)
        mend_faults(store)
        with store.reading() as tx:
            fault = check(tx).fault or 0
    finally:
        store.close()
    with closing(ciphers.connect(fresh, isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode=DELETE").fetchall()
        seal_copy(file, fresh)
    tables = tuple(_less(one, altered.get(one.name, 0)) for one in done.tables)
    return replace(done, tables=tables, history=fault)


def _less(table: TableRead, count: int) -> TableRead:
    return replace(table, rows=table.rows - count, lost=table.lost + count)


def _drop_altered(store: Store) -> dict[str, int]:
    """Numbers and addresses that are not those their fingerprint was made of: a digit changed.

    Somebody else would be called. Where most differ the key is another one, and all stay.
    """
    dropped: dict[str, int] = {}
    for table, column, kind in (
        (contact_phone, contact_phone.c.e164, "number"),
        (contact_email, contact_email.c.key, "email"),
    ):
        with store.transaction() as tx:
            prints = fingerprints(tx)
            query = sa.select(table.c.id, column.label("value"), table.c.fingerprint)
            rows = tx.connection.execute(query.where(table.c.fingerprint != "")).all()
            other = [one.id for one in rows if prints.of(Mark(kind, one.value)) != one.fingerprint]
            for some in chunks(other if 2 * len(other) < len(rows) else ()):
                gone = tx.connection.execute(table.delete().where(table.c.id.in_(some))).rowcount
                dropped[table.name] = dropped.get(table.name, 0) + gone
    return dropped


def _copy(file: Any, torn: _Torn, told: Progress) -> None:
    """Every row that can be read, each table in the place of the new file's own rows."""
    for number, name in enumerate(torn.copied()):
        told.report(number, len(torn.shape.tables))
        table = torn.tables.get(name)
        if table is None:
            continue
        file.execute(f'DELETE FROM "{name}"')  # noqa: S608 - our own names
        table.rows += _put(file, table, torn.source.rows(table, table.fits()))
    if isinstance(torn.source, InPages):
        _adopt(file, torn, torn.source.pages)


def _adopt(file: Any, torn: _Torn, pages: Pages) -> None:
    """Rows on pages that nothing leads to any more, where it is certain whose they are.

    A page that was given up may hold rows as they were before, or somebody who was erased: so
    only where it is known which pages were.
    """
    tables = torn.tables
    bare = [tables[name] for name in torn.copied() if name in tables and tables[name].missing.spans]
    free = pages.free()
    if not bare or free is None:
        return
    for table in tables.values():
        if table.name not in torn.shape.tables or table.name in _MADE:
            # What it has is nobody else's.
            deque(rows_of(pages, table.root, lambda _: True, Missing()), maxlen=0)
    found: dict[str, list[tuple[int, list[Row]]]] = {one.name: [] for one in bare}
    for number, page in leaves_left(pages):
        fitting = [] if number in free else list(_whose(pages, number, page, bare))
        if len(fitting) == 1:
            found[fitting[0][0]].append((number, fitting[0][1]))
    for name, of_table in found.items():
        for number, rows in _apart(of_table):
            pages.used.add(number)
            tables[name].rows += _put(file, tables[name], iter(rows))
            _narrow(tables[name], rows[0][0], rows[-1][0])


def _whose(
    pages: Pages, number: int, page: bytes, torn: list[Table]
) -> Iterator[tuple[str, list[Row]]]:
    """The tables whose rows these can be, where some of theirs are missing."""
    for table in torn:
        rows = rows_on(pages, number, page, _exactly(table))
        if rows and any(
            low < rows[0][0] and rows[-1][0] <= high for low, high in table.missing.spans
        ):
            yield table.name, rows


def _apart(found: list[tuple[int, list[Row]]]) -> Iterator[tuple[int, list[Row]]]:
    """Pages none of whose numbers another one has as well: one of the two would be an old one."""
    in_order = sorted(found, key=lambda one: one[1][0][0])
    ends = -1
    for at, (number, rows) in enumerate(in_order):
        following = in_order[at + 1][1][0][0] if at + 1 < len(in_order) else HIGHEST
        if ends < rows[0][0] and rows[-1][0] < following:
            yield number, rows
        ends = max(ends, rows[-1][0])


def _exactly(table: Table) -> Callable[[Row], bool]:
    can_be = table.fits()
    return lambda row: len(row[1]) == len(table.columns) and can_be(row)


def _narrow(table: Table, first: int, last: int) -> None:
    """What is still missing where these rows were found again."""
    spans = []
    for low, high in table.missing.spans:
        if low < first and last <= high:
            spans += [one for one in ((low, first - 1), (last, high)) if one[0] < one[1]]
        else:
            spans.append((low, high))
    table.missing.spans = spans


def _put(file: Any, table: Table, rows: Iterator[Row]) -> int:
    """Write rows as they were; how many. One that cannot stand beside the others is counted."""
    count = 0
    for rowid, values in rows:
        names = list(table.columns[: len(values)])
        kept = [
            rowid if name == table.number else one for name, one in zip(names, values, strict=True)
        ]
        if not table.number:
            names, kept = ["rowid", *names], [rowid, *kept]
        told = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(kept))
        text = f'INSERT OR IGNORE INTO "{table.name}" ({told}) VALUES ({marks})'  # noqa: S608
        if file.execute(text, kept).rowcount:
            count += 1
        else:
            table.missing.rows += 1
    return count


def _from_backup(file: Any, torn: _Torn, backup: Path | None) -> dict[str, int]:
    """Do-not-calls and settings the file has lost and a backup has; how many of each."""
    tables, ours = torn.tables, torn.shape.tables
    lost = [
        name
        for name in _FROM_BACKUP
        if name in ours
        and (name not in tables or tables[name].missing.spans or tables[name].missing.rows)
    ]
    added: dict[str, int] = {}
    if backup is None or not lost:
        return added
    file.execute("CREATE TEMP TABLE was_there AS SELECT id FROM suppression")
    with closing(ciphers.connect(backup, reads_only=True)) as old:
        (number,) = old.execute("SELECT version_num FROM alembic_version").fetchone()
        for name in lost if number == torn.shape.number else ():
            columns = ", ".join(f'"{one.name}"' for one in ours[name].columns)
            marks = ", ".join("?" * len(ours[name].columns))
            text = f'INSERT OR IGNORE INTO "{name}" ({columns}) VALUES ({marks})'  # noqa: S608
            rows = old.execute(f'SELECT {columns} FROM "{name}"')  # noqa: S608
            added[name] = sum(max(0, file.execute(text, row).rowcount) for row in rows)
        if "suppression" in added:
            file.execute(_FORGET_ALL if torn.shape.is_old else _FORGET_WORDS)
    return added


# What was said with a no that comes from a backup, where nobody is known by it now: they may have
# been erased since. That nobody calls them stays.
_FORGET_WORDS: Final = """UPDATE suppression
    SET asked_by = '', reason = '', lifted_because = '', stood = NULL
    WHERE of_list IS NULL AND id NOT IN (SELECT id FROM was_there)
    AND COALESCE(NULLIF(said_with, 0), id) IN (
        SELECT COALESCE(NULLIF(said_with, 0), id) FROM suppression
        WHERE of_list IS NULL AND scope <> 'company' AND fingerprint NOT IN (
            SELECT fingerprint FROM contact UNION SELECT fingerprint FROM contact_phone
            UNION SELECT fingerprint FROM contact_email
        )
    )"""


# An older program kept fewer columns of it: whoever it was about, the words stay behind.
_FORGET_ALL: Final = """UPDATE suppression SET asked_by = '', reason = '', lifted_because = ''
    WHERE id NOT IN (SELECT id FROM was_there)"""


def _settle(file: Any, shape: Shape) -> tuple[int, dict[str, int]]:
    """Nothing belongs to what is gone: leads to nobody known, the rest is let go or left out."""
    nobody = file.execute(
        "INSERT INTO contact (id, name, languages, zones) SELECT DISTINCT contact_id, ?, '[]', '[]'"
        " FROM lead WHERE contact_id NOT IN (SELECT id FROM contact)",
        (_UNKNOWN,),
    ).rowcount
    without: dict[str, int] = {}
    while rows := file.execute("PRAGMA foreign_key_check").fetchall():
        keys = {name: _keys(file, shape.tables[name]) for name in {row[0] for row in rows}}
        changed = 0
        for name, rowid, _, key in rows:
            column, may_be_empty = keys[name][key]
            text = f'UPDATE "{name}" SET "{column}" = NULL WHERE rowid = ?'  # noqa: S608
            if not may_be_empty:
                text = f'DELETE FROM "{name}" WHERE rowid = ?'  # noqa: S608
            done = file.execute(text, (rowid,)).rowcount
            changed += done
            if not may_be_empty:
                without[name] = without.get(name, 0) + done
        if not changed:
            break
    return max(0, nobody), without


_UNKNOWN: Final = "Unknown person"


def _keys(file: Any, table: sa.Table) -> dict[int, tuple[str, bool]]:
    listed = file.execute(f'PRAGMA foreign_key_list("{table.name}")').fetchall()
    return {row[0]: (row[3], bool(table.columns[row[3]].nullable)) for row in listed}


def _read(
    file: Any,
    name: str,
    table: Table | None,
    without: dict[str, int],
    added: dict[str, int],
) -> TableRead:
    (rows,) = file.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()  # noqa: S608
    if table is None:
        return TableRead(name=name, rows=rows, spans=(0,), added=added.get(name, 0))
    spans = tuple(
        0 if low == LOWEST or high == HIGHEST else high - low for low, high in table.missing.spans
    )
    return TableRead(
        name=name,
        rows=rows,
        lost=table.missing.rows,
        spans=spans,
        without=without.get(name, 0),
        added=added.get(name, 0),
    )
