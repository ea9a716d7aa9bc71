"""How a source's columns were read the last time: by client, by set of headings, the last wins."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from qualdesk.core.clock import SetClock
from qualdesk.core.remembered import Remembered
from qualdesk.store.database import Store
from qualdesk.store.list_mappings import remember, remembered_for
from qualdesk.store.schema import list_mapping

HEADINGS = ("Name", "Phone", "E-mail", "Company", "Field 7")
LAST = Remembered(headings=HEADINGS, fields={"Field 7": "note", "Phone": "mobile"})


def keep(store: Store, last: Remembered = LAST, client: str = "north") -> None:
    with store.transaction() as tx:
        remember(tx, client, last, "ana")


def found(store: Store, *headings: str, client: str = "north") -> Remembered | None:
    with store.reading() as tx:
        return remembered_for(tx, client, headings)


def count(store: Store) -> int:
    with store.reading() as tx:
        return tx.connection.scalar(sa.select(sa.func.count()).select_from(list_mapping)) or 0


def test_the_same_headings_in_any_order_find_what_was_kept(store: Store) -> None:
    keep(store)
    assert found(store, *reversed(HEADINGS)) == LAST
    assert found(store, "NAME", "phone", "e_mail", "company", "field_7", "") == LAST


def test_the_last_list_of_a_source_is_what_counts(store: Store, clock: SetClock) -> None:
    keep(store)
    clock.advance(timedelta(days=1))
    newer = Remembered(headings=tuple(reversed(HEADINGS)), fields={"Field 7": "demo"})
    keep(store, newer)
    assert found(store, *HEADINGS) == newer
    assert count(store) == 1
    with store.reading() as tx:
        row = tx.connection.execute(sa.select(list_mapping)).one()
    assert (row.kept_by, row.kept_at) == ("ana", clock.now())


def test_what_one_client_reads_so_another_need_not(store: Store) -> None:
    """O7: clients are kept apart."""
    keep(store)
    assert found(store, *HEADINGS, client="south") is None
    keep(store, Remembered(headings=HEADINGS, fields={}), client="south")
    assert found(store, *HEADINGS) == LAST


def test_a_list_with_a_column_more_is_still_known(store: Store) -> None:
    keep(store)
    assert found(store, "Hall", *HEADINGS) == LAST
    assert found(store, *HEADINGS[:-1]) == LAST
    assert found(store, "Name", "Phone", "Topic", "Hall") is None


def test_of_several_near_sources_the_nearest_counts(store: Store) -> None:
    keep(store)
    nearer = Remembered(headings=(*HEADINGS, "Hall"), fields={"Hall": "note"})
    keep(store, nearer)
    assert found(store, *HEADINGS, "Hall", "Row") == nearer


@pytest.mark.parametrize("headings", [(), ("",), ("Column 1", "Column 2")])
def test_a_list_without_headings_is_not_kept(store: Store, headings: tuple[str, ...]) -> None:
    keep(store, Remembered(headings=headings, fields={"Column 1": "name"}))
    assert count(store) == 0
    assert found(store, *headings) is None
