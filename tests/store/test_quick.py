"""Looks handed to the driver: what they give is what SQLAlchemy's own way gives."""

from datetime import timedelta
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from makers import MORNING, make_campaign, make_lead
from qualdesk.core.errors import WorkspaceUnreachable
from qualdesk.store import calls, foreseen, leads
from qualdesk.store.database import Store
from qualdesk.store.quick import (
    quick_change,
    quick_made,
    quick_row,
    quick_rows,
    quick_write,
    together,
)
from qualdesk.store.schema import attempt, campaign, contact, history, lead, stack

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


def test_looks_sent_at_once_give_what_each_gives(store: Store) -> None:
    """Asked again, asked for something else, or asked after a write: it is asked anew."""
    query = sa.select(lead).where(lead.c.id.in_(_IDS))
    with store.transaction() as tx:
        one, other = (make_lead(tx, make_campaign(tx)) for _ in range(2))
        alone = [quick_rows(tx, query, {"ids": [of]}) for of in (one, other)]
        with together(tx, [(query, {"ids": [one]})]):
            asked = [quick_rows(tx, query, {"ids": [of]}) for of in (one, other, one)]
        assert asked == [*alone, alone[0]]
        with together(tx, [(query, {"ids": [one]})]), together(tx, [(query, {"ids": [other]})]):
            quick_change(tx, lead, one, attempts=7)
            assert quick_row(tx, query, {"ids": [one]}).attempts == 7
        assert not tx.asked, "what nobody asked for is not kept"


def test_what_is_foreseen_of_a_lead_is_what_is_asked(store: Store) -> None:
    """Of a lead looked at once, a server is asked nothing more for how it stands."""
    with store.transaction() as tx:
        one = leads.load_lead(tx, make_lead(tx, make_campaign(tx)))
        foreseen.looked_at(tx, one, is_on_call=True)
        for looks in (foreseen.for_situation(tx, one.id), foreseen.for_claimed(tx, one.id)):
            with together(tx, looks):
                sent = set(tx.asked)
                found, row = leads.lead_and_row(tx, one.id)
                calls.newest_call(tx, one.id)
                calls.past_calls(tx, one.id, {})
                assert found == one
                assert calls.stands_of(row) == calls.stands(tx, one.id)
            assert not sent or len(sent) >= 7, "a file is asked nothing beforehand"


def test_the_first_row_is_none_where_there_is_none(store: Store) -> None:
    with store.reading() as tx:
        assert quick_row(tx, QUERIES[1][0], {"ids": [7]}) is None


def test_a_look_keeps_the_rows_for_whoever_is_about_to_change_them(store: Store) -> None:
    query = sa.select(lead.c.id, lead.c.state).with_for_update()
    with store.transaction() as tx:
        one = make_lead(tx, make_campaign(tx))
        row = quick_row(tx, query, {})
    assert (row.id, row.state) == (one, "waiting")


def test_a_row_is_written_as_sqlalchemy_would_write_it(store: Store) -> None:
    """Instants, JSON, yes and no, numbers, and nothing at all."""
    values: dict[str, Any] = {
        "state": "callback",
        "signals": {"source": "webinar", "says": "Grüße “so”"},
        "ready": False,
        "was_reached": True,
        "due_at": MORNING + timedelta(microseconds=7),
        "claimed_by": None,
        "attempts": 3,
    }
    with store.transaction() as tx:
        fair = make_campaign(tx)
        ours, theirs = make_lead(tx, fair), make_lead(tx, fair)
        assert quick_change(tx, lead, ours, **values) == 1
        tx.connection.execute(lead.update().where(lead.c.id == theirs).values(**values))
        assert quick_change(tx, lead, theirs + 1, **values) == 0, "no such lead"
        query = sa.select(*(lead.c[name] for name in values)).order_by(lead.c.id)
        rows = tx.connection.execute(query).all()
        assert rows[0] == rows[1] == tuple(values.values())


def test_json_that_is_nothing_is_no_json_at_all(store: Store) -> None:
    with store.transaction() as tx:
        one = make_lead(tx, make_campaign(tx))
        call = attempt.insert().values(id="one", lead_id=one, started_at=tx.now, before={"a": [1]})
        tx.connection.execute(call)
        assert quick_change(tx, attempt, "one", before=None) == 1
        is_null = sa.select(attempt.c.before.is_(sa.null()))
        assert tx.connection.scalar(is_null)


def test_rows_written_are_counted(store: Store) -> None:
    some = lead.update().where(lead.c.id.in_(_IDS)).values(kept_out=sa.bindparam("to"))
    added = history.insert().values(
        {name: sa.bindparam(name) for name in ("at", "who", "what", "subject", "details", "hash")}
    )
    with store.transaction() as tx:
        fair = make_campaign(tx)
        ids = [make_lead(tx, fair) for _ in range(3)]
        assert quick_write(tx, some, {"ids": ids[:2], "to": "on leave"}) == 2
        assert quick_write(tx, some, {"ids": [], "to": "on leave"}) == 0
        entry = {"who": "Ann", "what": "looked", "subject": "lead", "hash": "", "details": {"n": 1}}
        assert quick_write(tx, added, {**entry, "at": MORNING}) == 1
        kept = tx.connection.execute(sa.select(history.c.at, history.c.details)).all()
        assert (MORNING, {"n": 1}) in [tuple(row) for row in kept]


def test_what_a_row_says_is_made_anew_only_when_the_row_is_another(store: Store) -> None:
    query = sa.select(campaign).where(campaign.c.id == sa.bindparam("wanted"))
    made: list[str] = []

    def make(row: Any) -> str:
        made.append(row.name)
        return str(row.name)

    with store.transaction() as tx:
        wanted = {"wanted": make_campaign(tx, "Fair").id}
        assert quick_made(tx, query, wanted, make) == "Fair"
    with store.transaction() as tx:
        assert quick_made(tx, query, wanted, make) == "Fair"
        assert made == ["Fair"]
        tx.connection.execute(campaign.update().values(name="Show"))
        assert quick_made(tx, query, wanted, make) == "Show"
        assert quick_made(tx, query, {"wanted": 999}, make) is None
    with store.reading() as tx:
        assert quick_made(tx, query, wanted, make) == "Show"


def test_what_a_statement_that_writes_returns_is_read(store: Store) -> None:
    """A new row's own number, and an instant as it was written."""
    columns = [history.c.id, history.c.at, history.c.details]
    named = {name: sa.bindparam(name) for name in ("at", "who", "what", "details", "hash")}
    added = history.insert().values(named).returning(*columns)
    with store.transaction() as tx:
        told = {"who": "Ann", "what": "looked", "hash": "", "details": {"n": 1}, "at": MORNING}
        first, second = quick_row(tx, added, told), quick_row(tx, added, told)
        assert (first.at, first.details) == (MORNING, {"n": 1})
        assert second.id == first.id + 1


def test_where_one_of_many_looks_fails_it_is_said_and_the_next_transaction_is_good(
    postgres_store: Store,
) -> None:
    campaigns = (QUERIES[6][0], {})
    no_number = (sa.select(sa.func.left("a", 1).cast(sa.Integer).label("number")), {})
    with (
        pytest.raises(psycopg.errors.InvalidTextRepresentation),
        postgres_store.transaction() as tx,
        together(tx, [campaigns, no_number]),
    ):
        pytest.fail("Whoever asks would be given something else.")
    with pytest.raises(WorkspaceUnreachable):
        _asked_of_nobody(postgres_store, campaigns)
    with postgres_store.transaction() as tx:
        assert quick_rows(tx, *campaigns) == []


def _asked_of_nobody(store: Store, look: tuple[sa.Select[Any], dict[str, Any]]) -> None:
    """Ask it on a line that the server has closed meanwhile."""
    with store.transaction() as tx, store.engine.connect() as other:
        (own,) = tx.run("SELECT pg_backend_pid()", ()).fetchone()
        other.execute(sa.text("SELECT pg_terminate_backend(:own, 5000)"), {"own": own})
        with together(tx, [look]):
            pytest.fail("Nobody is there.")
