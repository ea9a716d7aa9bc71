"""Looks handed to the driver: what they give is what SQLAlchemy's own way gives."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from makers import MORNING, make_campaign, make_lead
from qualdesk.store.database import Store
from qualdesk.store.quick import quick_row, quick_rows
from qualdesk.store.schema import campaign, contact, lead, stack

_IDS: sa.BindParameter[list[int]] = sa.bindparam("ids", expanding=True)
QUERIES: list[tuple[sa.Select[Any], dict[str, Any]]] = [
    (sa.select(lead).where(lead.c.id.in_(_IDS)).order_by(lead.c.id), {"ids": [1, 3]}),
    (sa.select(lead).where(lead.c.id.in_(_IDS)), {"ids": [2]}),
    (sa.select(lead).where(lead.c.id.in_(_IDS)), {"ids": []}),
    (sa.select(lead.c.id).where(lead.c.made_at < sa.bindparam("at")), {"at": MORNING}),
    (
        sa.select(lead.c.id).where(lead.c.rested_at <= sa.bindparam("at"), lead.c.kept_out == ""),
        {"at": MORNING + timedelta(hours=1)},
    ),
    (
        sa.select(contact, lead.c.state.label("stands"))
        .join(lead)
        .where(lead.c.state.in_(["waiting", "callback"]), lead.c.id == sa.bindparam("one"))
        .limit(1),
        {"one": 2},
    ),
    (sa.select(campaign), {}),
    (sa.select(stack.c.id, stack.c.score, stack.c.ranked_at), {}),
]


@pytest.mark.parametrize("number", range(len(QUERIES)))
def test_a_look_gives_the_same_rows_with_the_same_types(store: Store, number: int) -> None:
    query, values = QUERIES[number]
    with store.transaction() as tx:
        fair = make_campaign(tx)
        for _ in range(3):
            make_lead(tx, fair)
        theirs = tx.connection.execute(query, values).all()
        for _ in range(2):
            ours = quick_rows(tx, query, values)
            assert [tuple(row) for row in ours] == [tuple(row) for row in theirs]
            assert [row._asdict() for row in ours] == [row._asdict() for row in theirs]


def test_the_first_row_is_none_where_there_is_none(store: Store) -> None:
    with store.reading() as tx:
        assert quick_row(tx, QUERIES[1][0], {"ids": [7]}) is None


def test_a_look_keeps_the_rows_for_whoever_is_about_to_change_them(store: Store) -> None:
    query = sa.select(lead.c.id, lead.c.state).with_for_update()
    with store.transaction() as tx:
        one = make_lead(tx, make_campaign(tx))
        row = quick_row(tx, query, {})
    assert (row.id, row.state) == (one, "waiting")
