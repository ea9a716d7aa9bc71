"""The words people and companies are found by, kept in step with their names."""

from collections.abc import Collection, Iterable, Mapping

import sqlalchemy as sa

from qualdesk.core.searching import kept_words
from qualdesk.store.acts import text_act
from qualdesk.store.bulk import chunks, rows_with
from qualdesk.store.database import Transaction
from qualdesk.store.schema_people import company, company_word, contact, name_word


def keep_names(tx: Transaction, keys: Iterable[tuple[int, str]]) -> None:
    """Let people be found by the words of their name keys, beside those they had."""
    _keep(tx, name_word, keys)


def keep_name(tx: Transaction, contact_id: int, key: str) -> None:
    """The same for one person, such as a caller adds."""
    for word in kept_words(key):
        tx.run(tx.dialect.named(_KEEP), {"word": word, "contact_id": contact_id})


def keep_companies(tx: Transaction, keys: Iterable[tuple[int, str]]) -> None:
    """Let companies be found by the words of their keys."""
    _keep(tx, company_word, keys)


def rename(tx: Transaction, contact_id: int, before: str, after: str) -> None:
    """A person's name key changes: the words of before find them no more."""
    gone = set(kept_words(before)) - set(kept_words(after))
    _drop(tx, name_word, {contact_id: tuple(gone)})
    keep_names(tx, [(contact_id, after)])


def forget_people(tx: Transaction, ids: Collection[int]) -> None:
    """People who are about to be removed: no word of theirs stays."""
    rows = rows_with(tx, [contact.c.id, contact.c.name_key], contact.c.id, ids)
    _drop(tx, name_word, {row.id: kept_words(row.name_key) for row in rows})


def forget_companies(tx: Transaction, ids: Collection[int]) -> None:
    """Companies that are about to be removed: no word of theirs stays."""
    rows = rows_with(tx, [company.c.id, company.c.key], company.c.id, ids)
    _drop(tx, company_word, {row.id: kept_words(row.key) for row in rows})


def _keep(tx: Transaction, table: sa.Table, keys: Iterable[tuple[int, str]]) -> None:
    # Sorted: neighbours in the index are written one after the other.
    rows = sorted({(word, of_id) for of_id, key in keys for word in kept_words(key)})
    if not rows:
        return
    names = ", ".join(column.name for column in table.columns)
    marks = ", ".join([tx.dialect.mark] * len(table.columns))
    text = (
        f"INSERT INTO {table.name} ({names}) VALUES ({marks}) "  # noqa: S608 - our own names
        "ON CONFLICT DO NOTHING"
    )
    tx.connection.exec_driver_sql(text, rows)


def _drop(tx: Transaction, table: sa.Table, words: Mapping[int, tuple[str, ...]]) -> None:
    word, of_id = table.primary_key.columns
    pairs = [(one, number) for number, theirs in words.items() for one in theirs]
    for some in chunks(pairs):
        tx.connection.execute(table.delete().where(sa.tuple_(word, of_id).in_(some)))


# Beyond, as the person it is of: nobody has a lead of them in hand yet.
_KEEP = text_act(
    "keep_name_word",
    """INSERT INTO name_word (word, contact_id) VALUES (:word, :contact_id)
    ON CONFLICT DO NOTHING""",
    takes={"word": "text", "contact_id": "integer"},
    beyond=True,
)
