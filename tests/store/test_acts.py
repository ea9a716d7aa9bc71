"""Acts: what callers of a team may do, the store's own statements as functions of the server."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import psycopg
import pytest
import sqlalchemy as sa

from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import WorkspaceUnusable
from qualdesk.store.act_functions import ActFunction, call_of, called, function_of
from qualdesk.store.acts import NOT_ARGUMENTS, Act, act, act_named, acts, text_act, texts
from qualdesk.store.columns import UtcDateTime
from qualdesk.store.database import Store
from qualdesk.store.dialects import Postgres
from qualdesk.store.dialects.by_acts import PostgresByActs, TeamPostgres
from qualdesk.store.quick import quick_row, quick_write

# A table of the test's own, and what may be done with it.
_PAPER = sa.Table(
    "paper",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("says", sa.Text, nullable=False),
    sa.Column("more", sa.JSON),
    sa.Column("at", UtcDateTime),
    sa.Column("by", sa.Text),
)
_WRITE = act(
    "test_write",
    sa.insert(_PAPER)
    .values({name: sa.bindparam(name) for name in ("id", "says", "more")})
    .values(at=sa.bindparam("now"), by=sa.bindparam("caller")),
)
_MARK_SOME = act(
    "test_mark_some",
    sa.update(_PAPER)
    .where(_PAPER.c.id.in_(sa.bindparam("ids", expanding=True)), _PAPER.c.says.in_(["a", "b"]))
    .values(says="it's marked"),
)
_HOLD = act(
    "test_hold",
    sa.select(_PAPER.c.id, _PAPER.c.more, _PAPER.c.at, _PAPER.c.by)
    .where(_PAPER.c.id == sa.bindparam("of"))
    .with_for_update(),
)
_ASKED_BY_ACTS = """CREATE SCHEMA act;
    CREATE FUNCTION act.now() RETURNS timestamptz LANGUAGE sql AS 'SELECT clock_timestamp()';
    CREATE FUNCTION act.me() RETURNS text LANGUAGE sql AS $$SELECT 'Maya'$$"""
_COUNT_TEXT = text_act(
    "test_count",
    "SELECT COUNT(*) FROM paper WHERE says = :says AND at <= :now",
    takes={"says": "text"},
    gives={"counted": "bigint"},
)


@contextmanager
def only_acting(postgres_url: str) -> Iterator[Store]:
    """A login that may do nothing but the acts of this file."""
    login = f"actor_{uuid4().hex[:8]}"
    with psycopg.connect(postgres_url, autocommit=True) as owner:
        owner.execute(f"CREATE ROLE {login} LOGIN")
        owner.execute(_ASKED_BY_ACTS)
        owner.execute(
            "CREATE FUNCTION act.who_am_i(OUT name text, OUT role text)"
            " LANGUAGE sql AS $$SELECT 'Maya', 'caller'$$"
        )
        owner.execute(
            "CREATE TABLE paper (id integer, says text, more json, at timestamptz, by text)"
        )
        for name in ("test_write", "test_mark_some", "test_hold", "test_count"):
            made = function_of(act_named(name))
            owner.execute(made.sql.encode())
            owner.execute(f"GRANT EXECUTE ON FUNCTION {made.signature} TO {login}".encode())
        owner.execute(f"GRANT USAGE ON SCHEMA act TO {login}")
        store = Store(postgres_url.replace("tester@", f"{login}@"), clock=SystemClock())
        try:
            yield store
        finally:
            store.close()
            owner.execute(f"DROP OWNED BY {login}")
            owner.execute(f"DROP ROLE {login}")


def test_every_act_is_a_function_the_server_takes(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as owner:
        owner.execute(_ASKED_BY_ACTS)
        made = [function_of(one) for one in acts() if not one.name.startswith("test_")]
        for function in made:
            owner.execute(function.sql.encode())
        kept = dict(
            owner.execute(
                "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'act'::regnamespace"
                " AND prosecdef AND proconfig = ARRAY['search_path=public, pg_temp']"
            ).fetchall()
        )
    assert kept == {function.name: function.body for function in made}
    assert made


def test_nobody_can_say_who_they_are_or_what_time_it_is() -> None:
    for one in acts():
        assert not NOT_ARGUMENTS & set(function_of(one).arguments), one.name


def test_an_act_does_on_a_caller_s_connection_what_the_statement_does(postgres_url: str) -> None:
    with only_acting(postgres_url) as store:
        with store.transaction() as tx:
            assert isinstance(tx.dialect, PostgresByActs)
            kept = {"says": "a", "more": {"x": [1]}, "now": tx.now, "caller": "Somebody else"}
            assert quick_write(tx, _WRITE, {"id": 1, **kept}) == 1
            tx.connection.execute(_WRITE, {"id": 2, **kept, "more": None})
            assert tx.connection.execute(_MARK_SOME, {"ids": [1, 2, 3]}).rowcount == 2
            assert quick_write(tx, _MARK_SOME, {"ids": [1, 2]}) == 0
            row = quick_row(tx, _HOLD, {"of": 1})
            counted = tx.run(
                tx.dialect.named(_COUNT_TEXT), {"says": "it's marked", "now": tx.now}
            ).fetchone()
        with store.transaction() as tx:
            again = tx.connection.execute(_HOLD, {"of": 1}).one()
    # The server says who it was, whatever the desk says.
    assert (row.more, row.by) == ({"x": [1]}, "Maya")
    assert (again.more, again.by, again.at) == ({"x": [1]}, "Maya", row.at)
    assert counted == (2,)


def test_what_is_no_act_is_refused_in_words(postgres_url: str) -> None:
    with (
        only_acting(postgres_url) as store,
        pytest.raises(WorkspaceUnusable, match="has no right to this"),
        store.transaction() as tx,
    ):
        tx.connection.execute(sa.delete(_PAPER))


def test_an_act_that_was_changed_on_the_way_is_a_mistake_of_ours(postgres_url: str) -> None:
    with (
        only_acting(postgres_url) as store,
        pytest.raises(RuntimeError, match="test_mark_some was changed"),
        store.transaction() as tx,
    ):
        tx.connection.execute(_MARK_SOME.where(_PAPER.c.by == "Maya"), {"ids": [1]})


def test_an_owner_s_connection_runs_the_statement_itself(postgres_store: Store) -> None:
    with postgres_store.transaction() as tx:
        assert isinstance(tx.dialect, TeamPostgres)
        assert not tx.dialect.acts_only
        assert tx.dialect.as_act("SELECT 1") == "SELECT 1"


def test_a_value_without_a_type_is_found_when_the_functions_are_made() -> None:
    unknown = Act(name="unknown", statement="SELECT :x", to=frozenset({"caller"}))
    with pytest.raises(TypeError, match="x is"):
        function_of(unknown)
    with pytest.raises(RuntimeError, match="two acts called test_write"):
        act("test_write", sa.delete(_PAPER))


def test_a_call_names_what_it_hands_over() -> None:
    function: ActFunction = function_of(act_named("test_mark_some"))
    assert function.signature == 'act."test_mark_some"(integer[])'
    assert call_of(act_named("test_mark_some")).endswith("(%(ids)s::integer[])")
    assert "unnest(p_ids)" in function.sql
    assert "('a', 'b')" in function.sql
    assert str(called(act_named("test_hold"))).startswith('SELECT o_1 AS "id"')
    assert texts()[_COUNT_TEXT].name == "test_count"
    assert Postgres.call_of(_HOLD) is None


def test_a_lane_reads_more_of_the_store_while_another_looks_for_an_act(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Modules are read when they are first needed, on whichever lane that is."""
    kept: dict[str, object] = {}

    class OneMore:
        @property
        def statement(self) -> str:
            kept["read meanwhile"] = self
            return "SELECT 1"

    kept["known"] = OneMore()
    monkeypatch.setattr("qualdesk.store.acts._ACTS", kept)
    assert texts() == {"SELECT 1": kept["known"]}
