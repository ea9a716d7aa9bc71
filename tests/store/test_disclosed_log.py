"""Who was shown which lead stays known for 400 days, and nobody makes it shorter."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from qualdesk.core.claim_limits import LOG_KEPT
from qualdesk.core.clock import SetClock, SystemClock
from qualdesk.desk.keeper import Keeper
from qualdesk.store.claim_limits import thin_log
from qualdesk.store.database import Store
from qualdesk.store.schema import claim_log
from team_desks import TeamDesk

_OLD, _NEW = LOG_KEPT + timedelta(days=1), LOG_KEPT - timedelta(days=1)


@pytest.fixture
def nadia(team: TeamDesk) -> Iterator[Store]:
    """The workspace as a supervisor's window has it."""
    store = Store(team.url("Nadia"), clock=SystemClock())
    yield store
    store.close()


def test_what_is_older_goes_and_the_counter_goes_on(team: TeamDesk, nadia: Store) -> None:
    _shown(team, "Maya", [(1, 11, _OLD), (2, 12, _OLD), (3, 13, _NEW)])
    _shown(team, "Ben", [(7, 14, _OLD), (8, 15, _OLD)])
    with nadia.transaction() as tx:
        assert thin_log(tx)
        assert not thin_log(tx)
    # Ben's newest says how far his counter was, and no more of which lead.
    assert _log(team) == [("Ben", 8, 0), ("Maya", 3, 13)]


def test_nobody_removes_what_is_not_that_old(team: TeamDesk, nadia: Store) -> None:
    _shown(team, "Maya", [(1, 11, _NEW), (2, 12, timedelta(0))])
    with nadia.transaction() as tx:
        assert not thin_log(tx)
    for who, text in (
        ("Nadia", "DELETE FROM claim_log"),
        ("Maya", "DELETE FROM claim_log"),
        ("Maya", "SELECT act.pace_thin()"),
    ):
        with (
            psycopg.connect(team.url(who)) as line,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            line.execute(text.encode())
    assert [number for _, number, _ in _log(team)] == [1, 2]


def test_the_keeper_does_it_also_where_a_team_became_a_file(store: Store, clock: SetClock) -> None:
    row = {"login": "desk_a", "caller": "Maya", "lead_id": 4, "how": "claim", "number": 1}
    with store.transaction() as tx:
        for age in (_OLD, _NEW):
            tx.connection.execute(claim_log.insert().values(at=clock.now() - age, **row))
    keeper = Keeper(store, clock, "keeper")
    (step,) = [one for one in keeper.steps() if one.name == "disclosed"]
    keeper.do(step)
    with store.reading() as tx:
        (left,) = tx.connection.execute(claim_log.select()).all()
    assert left.at == clock.now() - _NEW


def _shown(team: TeamDesk, who: str, rows: list[tuple[int, int, timedelta]]) -> None:
    with psycopg.connect(team.owner) as owner:
        for number, lead_id, age in rows:
            owner.execute(
                b"INSERT INTO claim_log (at, login, caller, lead_id, token, how, number)"
                b" VALUES (now() - %s, %s, %s, %s, 1, 'claim', %s)",
                (age, team.logins[who], who, lead_id, number),
            )


def _log(team: TeamDesk) -> list[Any]:
    with psycopg.connect(team.owner) as owner:
        return owner.execute(
            b"SELECT caller, number, lead_id FROM claim_log ORDER BY caller, number"
        ).fetchall()
