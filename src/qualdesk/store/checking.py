"""Looking through a workspace for what is wrong in it, and mending what can be worked out anew.

Mended is only what follows from the rest: indexes, counts, words names are found by, marks of the
queue. Nothing anybody said is changed or removed.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final

import sqlalchemy as sa

from qualdesk.core.errors import QualdeskError
from qualdesk.core.findings import (
    COUNTS,
    HISTORY,
    INDEXES,
    LOOSE_ENDS,
    ORPHANS,
    QUEUE_MARKS,
    SALES_MARKS,
    STRUCTURE,
    VALUES,
    WORDS,
    Finding,
)
from qualdesk.core.searching import kept_words
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import check
from qualdesk.store.schema import company, company_word, contact, metadata, name_word
from qualdesk.store.search_words import keep_companies, keep_names
from qualdesk.store.tally import mend, off_by
from qualdesk.store.tally_sql import with_sales

_AT_ONCE: Final = 500
_OF_INDEX: Final = re.compile(r"(?:missing from|entries in|order for|in) index (\S+)")
_READY: Final = "(state = 'waiting' AND wake_at IS NULL AND kept_out = '')"
_WRONG_MARKS: Final = {
    QUEUE_MARKS: (
        f"SELECT id FROM lead WHERE claimed_by IS NULL AND ready <> {_READY}",  # noqa: S608 - our own
        f"UPDATE lead SET ready = {_READY} WHERE claimed_by IS NULL AND id = :id",  # noqa: S608
    ),
    SALES_MARKS: (
        f"SELECT id FROM lead WHERE with_sales <> {with_sales('lead.id')}",  # noqa: S608 - our own
        f"UPDATE lead SET with_sales = {with_sales('lead.id')} WHERE id = :id",  # noqa: S608
    ),
}
# Worked out anew by the program, or of no use without what they belong to.
_DERIVED: Final = frozenset({"open_hours", "cell_limit", "company_talk", "plan_change_lead"})


def faults_of(store: Store, told: Callable[[str], None] = lambda _: None) -> tuple[Finding, ...]:
    """Everything that is wrong, nothing of it mended. Callers go on meanwhile.

    ``told`` hears what is looked at next.
    """
    return tuple(_found(store, told, mends=False))


def mend_faults(store: Store) -> tuple[Finding, ...]:
    """Look again and mend what can be mended, each kind in short steps of its own."""
    return tuple(_found(store, lambda _: None, mends=True))


def _found(store: Store, told: Callable[[str], None], *, mends: bool) -> Iterator[Finding]:
    if store.dialect.name == "sqlite":
        told(STRUCTURE)
        broken = tuple(_structure(store, mends=mends))
        yield from broken
        if any(one.kind == STRUCTURE for one in broken):
            # What is read from such a file may be anything.
            return
        told(VALUES)
        yield from _values(store)
        yield from _orphans(store, mends=mends)
    for what, step in _STEPS.items():
        told(what)
        try:
            yield from step(store, mends=mends)
        except (ValueError, KeyError, TypeError, sa.exc.StatementError) as error:
            if isinstance(error, QualdeskError):
                raise
            yield Finding(kind=VALUES, detail=what)


def _structure(store: Store, *, mends: bool) -> Iterator[Finding]:
    lines = _lines(store)
    names = {found[1].strip("'\"") for line in lines if (found := _OF_INDEX.search(line))}
    if names and mends:
        with store.transaction() as tx:
            for name in sorted(names):
                quoted = name.replace('"', '""')
                tx.connection.exec_driver_sql(f'REINDEX "{quoted}"')
        lines = _lines(store)
    left = [line for line in lines if not _OF_INDEX.search(line)]
    if names:
        yield Finding(kind=INDEXES, count=len(names), is_mended=mends and not lines)
    if left:
        yield Finding(kind=STRUCTURE, count=len(left), detail=left[0].rstrip("."))


def _lines(store: Store) -> list[str]:
    with store.reading() as tx:
        rows = tx.connection.exec_driver_sql("PRAGMA integrity_check(1000)").scalars().all()
    return [] if rows == ["ok"] else [str(row).partition("\n")[0] for row in rows]


def _values(store: Store) -> Iterator[Finding]:
    """Values no program of ours would have written there."""
    with store.reading() as tx:
        for table in metadata.sorted_tables:
            count = sum(_unreadable(tx, column) for column in table.columns)
            if count:
                yield Finding(kind=VALUES, count=count, detail=table.name)


def _unreadable(tx: Transaction, column: sa.Column[Any]) -> int:
    name = f'"{column.table.name}"."{column.name}"'
    kind = type(column.type).__name__
    if isinstance(column.type, sa.JSON) or "Json" in kind:
        fits = f"json_valid({name})"
    elif kind == "UtcDateTime":
        fits = f"julianday({name}) IS NOT NULL AND {name} LIKE '____-__-__T__:__:__%Z'"
    elif isinstance(column.type, sa.Boolean):
        fits = f"{name} IN (0, 1)"
    elif isinstance(column.type, sa.Integer):
        fits = f"typeof({name}) = 'integer'"
    else:
        return 0
    where = f"{name} IS NOT NULL AND NOT ({fits})"
    text = f'SELECT COUNT(*) FROM "{column.table.name}" WHERE {where}'  # noqa: S608 - our own names
    return int(tx.connection.exec_driver_sql(text).scalar_one())


def _orphans(store: Store, *, mends: bool) -> Iterator[Finding]:
    """Rows that refer to something gone: what is only a mark is let go, the rest is only said."""
    with store.reading() as tx:
        rows = tx.connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        keys = {name: _keys(tx, name) for name in {row[0] for row in rows}}
    for name, of_table in _by_table(rows).items():
        loose = [row for row in of_table if name in _DERIVED or keys[name][row[3]][1]]
        if loose and mends:
            with store.transaction() as tx:
                for _, number, _, key in loose:
                    _let_go(tx, name, number, keys[name][key])
        if loose:
            yield Finding(kind=LOOSE_ENDS, count=len(loose), detail=name, is_mended=mends)
        if len(of_table) > len(loose):
            yield Finding(kind=ORPHANS, count=len(of_table) - len(loose), detail=name)


def _by_table(rows: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return found


def _keys(tx: Transaction, table: str) -> dict[int, tuple[str, bool]]:
    """The references of a table by their number: the column, and whether it may be empty."""
    columns = metadata.tables[table].columns
    listed = tx.connection.exec_driver_sql(f'PRAGMA foreign_key_list("{table}")').all()
    return {row[0]: (row[3], bool(columns[row[3]].nullable)) for row in listed}


def _let_go(tx: Transaction, table: str, number: int | None, key: tuple[str, bool]) -> None:
    column, may_be_empty = key
    text = f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?'  # noqa: S608 - our own names
    if not may_be_empty:
        text = f'DELETE FROM "{table}" WHERE rowid = ?'  # noqa: S608 - our own names
    if number is not None:
        tx.connection.exec_driver_sql(text, (number,))


def _counts(store: Store, *, mends: bool) -> Iterator[Finding]:
    with store.reading() as tx:
        found = off_by(tx.connection)
    if found and mends:
        with store.transaction() as tx:
            mend(tx.connection, found)
    if found:
        yield Finding(kind=COUNTS, count=len(found), is_mended=mends)


def _words(store: Store, *, mends: bool) -> Iterator[Finding]:
    wrong = 0
    for of, key, word in (
        (contact, contact.c.name_key, name_word),
        (company, company.c.key, company_word),
    ):
        owner = list(word.primary_key.columns)[1]
        with store.reading() as tx:
            rows = tx.connection.execute(sa.select(of.c.id, key))
            names: dict[int, str] = {row[0]: row[1] for row in rows}
            kept = Counter(
                (row[1], row[0]) for row in tx.connection.execute(sa.select(word.c.word, owner))
            )
        missing = {
            number: text
            for number, text in names.items()
            if any((number, one) not in kept for one in kept_words(text or ""))
        }
        gone = [pair for pair in kept if pair[0] not in names]
        wrong += len(missing) + len(gone)
        if mends:
            _mend_words(store, of, missing, gone)
    if wrong:
        yield Finding(kind=WORDS, count=wrong, is_mended=mends)


def _mend_words(
    store: Store, of: sa.Table, missing: dict[int, str], gone: list[tuple[int, str]]
) -> None:
    keep, word = (keep_names, name_word) if of is contact else (keep_companies, company_word)
    first, second = word.primary_key.columns
    for some in chunks(list(missing.items())):
        with store.transaction() as tx:
            keep(tx, some)
    for pairs in chunks(gone):
        with store.transaction() as tx:
            which = sa.tuple_(second, first).in_(pairs)
            tx.connection.execute(word.delete().where(which))


def _marks(store: Store, *, mends: bool) -> Iterator[Finding]:
    for kind, (look, put_right) in _WRONG_MARKS.items():
        with store.reading() as tx:
            wrong = list(tx.connection.scalars(sa.text(look)))
        if mends:
            for start in range(0, len(wrong), _AT_ONCE):
                with store.transaction() as tx:
                    some = [{"id": number} for number in wrong[start : start + _AT_ONCE]]
                    tx.connection.execute(sa.text(put_right), some)
        if wrong:
            yield Finding(kind=kind, count=len(wrong), is_mended=mends)


def _history(store: Store, *, mends: bool) -> Iterator[Finding]:
    del mends  # A chain that was broken stays broken: that is what it is for.
    with store.reading() as tx:
        found = check(tx)
    if found.fault is not None:
        yield Finding(kind=HISTORY, count=found.fault)


_STEPS: Final = {COUNTS: _counts, WORDS: _words, QUEUE_MARKS: _marks, HISTORY: _history}


def may_be_mended(finding: Finding) -> bool:
    """Whether a second look with mending would come to something."""
    return finding.kind in {INDEXES, LOOSE_ENDS, COUNTS, WORDS, QUEUE_MARKS, SALES_MARKS}
