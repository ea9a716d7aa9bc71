"""The server seals each entry of the history: whatever a login hands in, the chain holds."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg.types.json import Json

from qualdesk.core.clock import SystemClock
from qualdesk.store.database import Store
from qualdesk.store.history import check, newest, note
from qualdesk.store.team.sealing import SEAL_TRIGGER
from team_desks import TeamDesk

_NOTE = "SELECT * FROM act.note_in_history(now(), %s, 'lead', '1', %s, %s, %s)"
_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    # What PostgreSQL keeps in no text at all is no entry anywhere.
    | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
    lambda one: (
        st.lists(one, max_size=3)
        | st.dictionaries(st.text('aéZ_\U0001f600\n"', max_size=4), one, max_size=3)
    ),
    max_leaves=8,
)


@pytest.fixture
def owner(team: TeamDesk) -> Iterator[Store]:
    store = Store(team.owner, clock=SystemClock(), durable=False)
    yield store
    store.close()


def fault(owner: Store) -> tuple[int | None, int]:
    """The first entry that does not hold, and how many there are more than are counted."""
    with owner.reading() as tx:
        found = check(tx)
    return found.fault, found.missing


def test_a_junk_hash_is_not_what_is_written_and_hides_nothing_that_comes_after_it(
    team: TeamDesk, owner: Store
) -> None:
    with psycopg.connect(team.url("Maya"), autocommit=True) as maya:
        maya.execute(_NOTE, ("first", "{}", "", "f00"))
        maya.execute("SELECT * FROM act.begin_history('f00')")
        maya.execute("SELECT * FROM act.move_history_head('f00')")
        maya.execute(_NOTE, ("second", '{"b": 1.50, "a": [1e3, "x"]}', "f00", "f00"))
    with owner.transaction() as tx:
        note(tx, "Nadia", "third", "lead", 1, one=1)
    assert fault(owner) == (None, 0)
    with psycopg.connect(team.owner, autocommit=True) as psql:
        psql.execute("ALTER TABLE history DISABLE TRIGGER keep_history")
        psql.execute("UPDATE history SET what = 'nothing' WHERE what = 'third'")
        (changed,) = psql.execute("SELECT id FROM history WHERE what = 'nothing'").fetchone() or ()
    assert fault(owner) == (changed, 0), "and this is the first that is named"


def test_the_program_itself_writes_the_same_under_every_login(team: TeamDesk, owner: Store) -> None:
    for name in ("Maya", "Jonas", "Nadia"):
        store = Store(team.url(name), clock=SystemClock(), durable=False)
        with store.transaction() as tx:
            note(tx, name, "was here", "lead", 1, said="Grüße", hours=1.5, many=[1, None, True])
        with store.transaction() as tx:
            note(tx, name, "was here again", "lead", 1)
        store.close()
    assert fault(owner) == (None, 0)
    with owner.reading() as tx:
        assert len(newest(tx, limit=6)) == 6
        assert {one.what for one in newest(tx, limit=6)} == {"was here", "was here again"}


def test_two_at_once_follow_one_another(team: TeamDesk, owner: Store) -> None:
    """Also where nobody asked for a turn first: whoever came first is first."""
    maya, ben = (psycopg.connect(team.url(name)) for name in ("Maya", "Ben"))
    with maya, ben:
        maya.execute(_NOTE, ("of Maya's", "{}", "", ""))
        ben.execute("SET lock_timeout = 50")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            ben.execute(_NOTE, ("of Ben's", "{}", "", ""))
        ben.rollback()
        maya.commit()
        ben.execute(_NOTE, ("of Ben's", "{}", "", ""))
    assert fault(owner) == (None, 0)


def test_a_supervisor_hands_in_no_hash_either(team: TeamDesk, owner: Store) -> None:
    assert "seal_history" in SEAL_TRIGGER
    with psycopg.connect(team.url("Nadia"), autocommit=True) as nadia:
        nadia.execute(
            "INSERT INTO history (id, at, who, what, details, hash)"
            " VALUES (99, now(), 'Nadia', 'x', '[1]', 'f00')"
        )
    assert fault(owner) == (None, 0)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(details=st.dictionaries(st.text('aéZ\n"', max_size=4), _VALUES, max_size=3))
def test_whatever_is_told_is_read_again_as_it_was_sealed(
    team: TeamDesk, owner: Store, details: dict[str, Any]
) -> None:
    with psycopg.connect(team.url("Maya"), autocommit=True) as maya:
        maya.execute(_NOTE, ("told", Json(details), "", ""))
    assert fault(owner) == (None, 0)
