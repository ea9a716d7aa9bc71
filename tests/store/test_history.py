"""The history: every entry is chained to the one before, and what was changed shows."""

import sqlalchemy as sa

from qualdesk.core.history_words import Checked
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


def test_entries_missing_at_the_end_are_found(store: Store) -> None:
    """What was written last stands in a row of its own, so that a chain cut short shows."""
    with store.transaction() as tx:
        for number in range(5):
            history.note(tx, "ana", "skipped", "lead", number)
    with store.transaction() as tx:
        whole = history.check(tx)
        assert (whole.entries, whole.fault, whole.missing) == (5, None, 0)
        tx.connection.execute(table.delete().where(table.c.id > 3))
        cut = history.check(tx)
        assert (cut.entries, cut.fault, cut.missing) == (3, 4, 2)
        history.note(tx, "ana", "skipped", "lead", 9)
        assert history.verify(tx) == max(row.number for row in history.newest(tx)), (
            "what is written after them does not hide it"
        )


def test_a_history_that_was_emptied_is_found(store: Store) -> None:
    with store.transaction() as tx:
        assert history.check(tx) == Checked(entries=0, head="")
        history.note(tx, "ana", "skipped", "lead", 1)
        tx.connection.execute(table.delete())
        assert history.check(tx).missing == 1
        assert history.verify(tx) == 1


def test_the_history_is_paged_from_its_newest_end_and_by_person(store: Store) -> None:
    with store.transaction() as tx:
        for number in range(6):
            history.note(tx, "ben" if number % 3 else "ana", "skipped", "lead", number)
    with store.reading() as tx:
        first = history.newest(tx, limit=4)
        rest = history.newest(tx, below=first[-1].number, limit=4)
        assert [one.subject_id for one in (*first, *rest)] == ["5", "4", "3", "2", "1", "0"]
        assert [one.subject_id for one in history.newest(tx, who="ana")] == ["3", "0"]
        assert history.people(tx) == ("ana", "ben")
