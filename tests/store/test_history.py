"""The history: every entry is chained to the one before, and what was changed shows."""

import sqlalchemy as sa

from qualdesk.store import history
from qualdesk.store.database import Store
from qualdesk.store.schema import history as table


def test_what_was_done_is_read_back_newest_first(store: Store) -> None:
    with store.transaction() as tx:
        history.note(tx, "ana", "made", "campaign", 1, leads=3)
        history.note(tx, "ben", "paused", "campaign", 1)
        history.note(tx, "ben", "paused", "campaign", 2)
    with store.reading() as tx:
        told = history.entries(tx, "campaign", 1)
        assert [(entry.who, entry.what) for entry in told] == [("ben", "paused"), ("ana", "made")]
        assert told[1].details == {"leads": 3}
        assert told[1].at == tx.now
        assert history.verify(tx) is None


def test_a_changed_entry_is_found(store: Store) -> None:
    with store.transaction() as tx:
        for number in range(5):
            history.note(tx, "ana", "skipped", "lead", number)
    with store.transaction() as tx:
        tx.connection.execute(table.update().where(table.c.id == 3).values(who="ben"))
        assert history.verify(tx) == 3


def test_a_removed_entry_is_found(store: Store) -> None:
    with store.transaction() as tx:
        for number in range(5):
            history.note(tx, "ana", "skipped", "lead", number)
    with store.transaction() as tx:
        tx.connection.execute(table.delete().where(table.c.id == 2))
        assert history.verify(tx) == 3


def test_entries_put_in_another_order_are_found(store: Store) -> None:
    with store.transaction() as tx:
        for number in range(4):
            history.note(tx, "ana", "skipped", "lead", number)
    with store.transaction() as tx:
        for old, new in ((2, 99), (3, 2), (99, 3)):
            tx.connection.execute(sa.update(table).where(table.c.id == old).values(id=new))
        assert history.verify(tx) == 2
