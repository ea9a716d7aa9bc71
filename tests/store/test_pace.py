"""Harvesting: what a caller's login can be shown, whatever program asks, as a real login."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest

from makers import make_campaign, make_lead
from qualdesk.core.claim_limits import LEASES, USUAL
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import PacedOut
from qualdesk.core.ids import LeadId
from qualdesk.core.sources import CallLimits
from qualdesk.store.act_functions import function_of
from qualdesk.store.acts import act_named
from qualdesk.store.database import Store
from qualdesk.store.dialects import Postgres
from qualdesk.store.team.init import set_up
from qualdesk.store.team.pace import PACED_OUT
from team_desks import TeamDesk

_ALL_DAY = CallLimits(hours=(0, 24 * 60), days=frozenset(range(7)))
_CLAIM = 'SELECT id, token FROM act."queue_claim"(%s) AS of(id, token)'
_NAMES = "SELECT name FROM contact"


@pytest.fixture
def leads(team: TeamDesk) -> Sequence[LeadId]:
    """Some leads that can be called now, and limits small enough to reach."""
    _limit(team, seconds_between=0, per_hour=5, per_day=8)
    store = Store(team.owner, clock=SystemClock())
    try:
        with store.transaction() as tx:
            fair = make_campaign(tx, limits=_ALL_DAY)
            return [make_lead(tx, fair) for _ in range(20)]
    finally:
        store.close()


@contextmanager
def _psql(team: TeamDesk, name: str, *, autocommit: bool = True) -> Iterator[Any]:
    """A person with psql: no program of ours."""
    with psycopg.connect(team.url(name), autocommit=autocommit) as connection:
        yield connection


def _as_owner(team: TeamDesk, text: str, *values: object) -> list[Any]:
    with psycopg.connect(team.owner, autocommit=True) as owner:
        cursor = owner.execute(text.encode(), values or None)
        return cursor.fetchall() if cursor.description else []


def _limit(team: TeamDesk, **changed: int) -> None:
    limits = replace(USUAL, **changed)
    _as_owner(
        team,
        "INSERT INTO claim_limit VALUES ('Maya', %s, %s, %s, %s, 'Nadia', now())"
        " ON CONFLICT (caller) DO UPDATE SET seconds_between = EXCLUDED.seconds_between,"
        " per_hour = EXCLUDED.per_hour, per_day = EXCLUDED.per_day, offline = EXCLUDED.offline",
        *(limits.seconds_between, limits.per_hour, limits.per_day, limits.offline),
    )


def _age(team: TeamDesk, by: timedelta) -> None:
    """Time goes by: what was drawn, and what was written of it, is so much older."""
    _as_owner(team, "UPDATE claim_log SET at = at - %s", by)
    for (name,) in _as_owner(team, "SELECT relname FROM pg_class WHERE relkind = 'S'"):
        if name.startswith("pace_"):
            _as_owner(
                team,
                "SELECT setval(of, pg_sequence_last_value(of) - %s)"
                " FROM (SELECT %s::regclass AS of) AS counter",
                int(by.total_seconds() * 1000),
                f"act.{name}",
            )


def _call(connection: Any, name: str, **told: object) -> None:
    """Call an act's function with what it takes; for as long as one likes, where it asks that."""
    takes = function_of(act_named(name)).arguments
    given = {"until": "2999-01-01", **told}
    asked = ", ".join(f"p_{one} => %s::{of}" for one, of in takes.items())
    connection.execute(f"SELECT act.{name}({asked})".encode(), [given[one] for one in takes])


def _hold(connection: Any, lead_id: LeadId, kind: str = "open", token: int | None = None) -> None:
    """Take a lead by its number."""
    _call(connection, "hold_lead", of_lead=lead_id, kind=kind, token=token)


def _let_go(connection: Any) -> None:
    """Give back what is in hand, by the number of the claim that the row itself shows."""
    for lead_id, token in connection.execute("SELECT id, claim_token FROM lead").fetchall():
        _release(connection, lead_id, token)


def _release(connection: Any, lead_id: int, token: int) -> None:
    connection.execute(
        "SELECT act.let_go(p_of_lead => %s::int, p_token => %s::int)", (lead_id, token)
    )


def _refused(connection: Any, kind: str = "open") -> Any:
    with pytest.raises(psycopg.Error) as told:
        connection.execute(_CLAIM, (kind,))
    assert told.value.sqlstate == PACED_OUT
    return told.value


def _harvest(connection: Any, leads: Sequence[LeadId]) -> set[str]:
    """Take each of them, read, give back, as fast as it goes and whatever the server says."""
    seen: set[str] = set()
    for lead_id in leads:
        with suppress(psycopg.Error):
            _hold(connection, lead_id)
        seen.update(name for (name,) in connection.execute(_NAMES).fetchall())
        _let_go(connection)
    return seen


def test_a_loop_of_claims_discloses_no_more_than_an_hour_s_limit(
    team: TeamDesk, leads: Sequence[LeadId]
) -> None:
    with _psql(team, "Maya") as psql:
        psql.execute(_CLAIM, ("open",))
        seen = {name for (name,) in psql.execute(_NAMES).fetchall()}
        _let_go(psql)
        seen |= _harvest(psql, leads[::-1])
    assert len(seen) == 5
    log = _as_owner(team, "SELECT lead_id, caller, how, kind, number FROM claim_log ORDER BY id")
    assert [tuple(row[1:]) for row in log] == [
        ("Maya", "claim", "open", number) for number in range(1, 6)
    ]
    assert {row[0] for row in log} <= set(leads)


def test_what_was_taken_back_was_shown_all_the_same(
    team: TeamDesk, leads: Sequence[LeadId]
) -> None:
    """Whoever claims, reads and rolls back leaves no row; the counter is not put back."""
    seen: set[str] = set()
    with _psql(team, "Maya", autocommit=False) as psql:
        for place in range(30):
            with suppress(psycopg.Error):
                _hold(psql, leads[place % len(leads)])
                seen.update(name for (name,) in psql.execute(_NAMES).fetchall())
            psql.rollback()
    assert 0 < len(seen) <= 5
    assert _as_owner(team, "SELECT count(*) FROM claim_log") == [(0,)]
    assert _use(team) == (5, 5)


def test_two_connections_of_one_login_share_its_limit(
    team: TeamDesk, leads: Sequence[LeadId]
) -> None:
    with _psql(team, "Maya") as one, _psql(team, "Maya") as two:
        one.execute(_CLAIM, ("open",))
        two.execute(_CLAIM, ("next",))
        seen = {name for (name,) in one.execute(_NAMES).fetchall()}
        for psql, lead_id in zip((one, two) * 10, leads[::-1], strict=True):
            seen |= _harvest(psql, [lead_id])
    # One claim more was drawn and came to nothing: they had a lead of that kind in hand.
    assert len(seen) == 4
    assert _use(team) == (5, 5)


def test_an_hour_later_there_is_room_again_until_the_day_s_limit(
    team: TeamDesk, leads: Sequence[LeadId]
) -> None:
    with _psql(team, "Maya") as psql:
        assert len(_harvest(psql, leads[:10])) == 5
        _age(team, timedelta(minutes=61))
        again = _harvest(psql, leads[10:])
        until = _until(_refused(psql))
    assert len(again) == 3, "eight are a day's limit"
    # The first of the eight is a day old then.
    assert timedelta(hours=22, minutes=58) < until - _now(team) < timedelta(hours=23)


@pytest.mark.usefixtures("leads")
def test_undone_claims_are_forgotten_after_their_hour_as_well(team: TeamDesk) -> None:
    with _psql(team, "Maya", autocommit=False) as psql:
        for _ in range(5):
            psql.execute(_CLAIM, ("open",))
            psql.rollback()
        _refused(psql)
        psql.rollback()
        _age(team, timedelta(minutes=61))
        psql.execute(_CLAIM, ("open",))
        psql.commit()
    assert _use(team) == (1 + 5, 6), "how many of the five are within the hour, nobody can tell"
    _age(team, timedelta(minutes=61))
    assert _use(team) == (0, 6)


@pytest.mark.usefixtures("leads")
def test_seconds_lie_between_two_leads_and_the_refusal_says_until_when(team: TeamDesk) -> None:
    _limit(team, seconds_between=60)
    with _psql(team, "Maya") as psql:
        psql.execute(_CLAIM, ("open",))
        refused = _refused(psql, "next")
        assert refused.diag.message_hint == "seconds"
        assert timedelta(seconds=50) < _until(refused) - _now(team) <= timedelta(seconds=60)
        _age(team, timedelta(seconds=61))
        assert psql.execute(_CLAIM, ("next",)).fetchone()


@pytest.mark.usefixtures("leads")
def test_what_somebody_holds_already_is_not_counted_again(team: TeamDesk) -> None:
    with _psql(team, "Maya") as psql:
        mine, token = psql.execute(_CLAIM, ("next",)).fetchone()
        for kind in ("open", "undo", "open", "next"):
            _hold(psql, mine, kind, token)
        assert _use(team) == (1, 1)
        # Its time ran out, another desk let it go, and nobody took it since.
        _as_owner(team, "UPDATE lead SET claim_until = now() WHERE id = %s", mine)
        psql.execute("SELECT act.queue_wake_expired()")
        _hold(psql, mine, "open", token)
        assert psql.execute(_NAMES).fetchall()
    assert _use(team) == (1, 1)


def test_a_number_somebody_guessed_makes_nothing_theirs_unseen(
    team: TeamDesk, leads: Sequence[LeadId]
) -> None:
    """Taken up again is only what the log says was theirs by that number."""
    with _psql(team, "Maya") as psql:
        for lead_id in leads:
            with suppress(psycopg.Error):
                _hold(psql, lead_id, token=0)
            _let_go(psql)
    assert _use(team) == (5, 5)


@pytest.mark.parametrize("kind", ["open", "next", "undo"])
def test_no_claim_lasts_longer_than_its_lease(
    team: TeamDesk, leads: Sequence[LeadId], kind: str
) -> None:
    with _psql(team, "Maya") as psql:
        _hold(psql, leads[0], kind)
        _call(psql, "renew_claims")
    [(left,)] = _as_owner(
        team, "SELECT claim_until - clock_timestamp() FROM lead WHERE id = %s", leads[0]
    )
    assert left <= LEASES[kind]


@pytest.mark.usefixtures("leads")
def test_a_hold_that_ends_half_way_through_a_save_takes_nothing_out_of_its_sight(
    team: TeamDesk,
) -> None:
    """What somebody sees goes by when their transaction began, not by each of its statements."""
    with _psql(team, "Maya", autocommit=False) as psql:
        mine, _ = psql.execute(_CLAIM, ("open",)).fetchone()
        psql.commit()
        (began,) = psql.execute("SELECT transaction_timestamp()").fetchone()
        ends = began + timedelta(microseconds=1)
        _as_owner(team, "UPDATE lead SET claim_until = %s WHERE id = %s", ends, mine)
        assert _now(team) > ends
        assert len(psql.execute(_NAMES).fetchall()) == 1
        psql.commit()
        assert psql.execute(_NAMES).fetchall() == []


@pytest.mark.parametrize("kind", ["offline", "mine", ""])
def test_a_kind_of_claim_that_is_not_theirs_is_refused(
    team: TeamDesk, leads: Sequence[LeadId], kind: str
) -> None:
    with _psql(team, "Maya") as psql:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            _hold(psql, leads[0], kind)
        _limit(team, offline=1, seconds_between=0)
        if kind == "offline":
            _hold(psql, leads[0], kind)
            assert len(psql.execute(_NAMES).fetchall()) == 1


@pytest.mark.usefixtures("leads")
def test_a_colleague_s_lead_cannot_be_let_go(team: TeamDesk) -> None:
    with _psql(team, "Ben") as ben:
        lead_id, token = ben.execute(_CLAIM, ("open",)).fetchone()
    with _psql(team, "Maya") as psql, suppress(psycopg.errors.InsufficientPrivilege):
        _release(psql, lead_id, token)
    assert _as_owner(team, "SELECT claimed_by FROM lead WHERE id = %s", lead_id) == [("Ben",)]


@pytest.mark.parametrize("is_on_call", [False, True])
def test_who_is_on_the_line_may_be_taken_from_a_colleague_but_not_out_of_their_call(
    team: TeamDesk, leads: Sequence[LeadId], is_on_call: bool
) -> None:
    with _psql(team, "Ben") as ben:
        _hold(ben, leads[0])
    if is_on_call:
        _as_owner(
            team,
            "INSERT INTO attempt (id, lead_id, caller, number, started_at, claim_token)"
            " VALUES ('their call', %s, 'Ben', '+49', now(), 1)",
            leads[0],
        )
    with _psql(team, "Maya") as psql:
        if is_on_call:
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="on a call"):
                _call(psql, "take_lead_over", of_lead=leads[0], token=None)
        else:
            _call(psql, "take_lead_over", of_lead=leads[0], token=None)
    holder = "Ben" if is_on_call else "Maya"
    assert _as_owner(team, "SELECT claimed_by FROM lead WHERE id = %s", leads[0]) == [(holder,)]


def test_near_a_limit_a_supervisor_is_told_once_for_each_span(
    team: TeamDesk, leads: Sequence[LeadId]
) -> None:
    alarms = "SELECT caller, span, taken, allowed FROM claim_alarm ORDER BY id"
    with _psql(team, "Maya") as psql:
        _harvest(psql, leads[:3])
        assert _as_owner(team, alarms) == []
        _harvest(psql, leads[3:])
        assert _as_owner(team, alarms) == [("Maya", "hour", 4, 5)]
        _age(team, timedelta(minutes=61))
        _harvest(psql, leads[:2])
    assert _as_owner(team, alarms) == [("Maya", "hour", 4, 5), ("Maya", "day", 7, 8)]


def test_supervisors_are_not_held_back(team: TeamDesk, leads: Sequence[LeadId]) -> None:
    with _psql(team, "Nadia") as psql:
        changed = psql.execute(
            "UPDATE lead SET claimed_by = 'Maya', claim_kind = 'open', claim_slot = id,"
            " claim_until = now() + interval '1 day', claim_token = 9, ready = FALSE"
        )
        assert changed.rowcount == len(leads)
    assert _as_owner(team, "SELECT count(*) FROM claim_log") == [(0,)]


@pytest.mark.usefixtures("leads")
@pytest.mark.parametrize(
    "text",
    [
        "SELECT act.pace_draw('claim', 0, 999, 999)",
        "SELECT act.pace_look_up('my_recent')",
        "SELECT act.pace_make('anybody')",
        "SELECT * FROM act.pace_use()",
        "SELECT setval(act.pace_counter(session_user::text, 'claim'), 1)",
        "DELETE FROM claim_log",
        "UPDATE claim_limit SET per_hour = 9999",
        "INSERT INTO claim_alarm (at) VALUES (now())",
        "ALTER TABLE lead DISABLE TRIGGER pace_claim",
        "SET session_replication_role = replica",
    ],
)
def test_nobody_gets_around_the_counter(team: TeamDesk, text: str) -> None:
    with _psql(team, "Maya") as psql, pytest.raises(psycopg.errors.InsufficientPrivilege):
        psql.execute(text)


def test_counters_go_on_where_a_team_is_made_again_and_where_its_log_came_from_elsewhere(
    team: TeamDesk, leads: Sequence[LeadId]
) -> None:
    with _psql(team, "Maya") as psql:
        _harvest(psql, leads[:3])
        store = Store(team.owner, clock=SystemClock())
        prefix = team.logins["Maya"].rpartition("_")[0]
        set_up(store, prefix)
        assert _use(team) == (3, 3)
        for (name,) in _as_owner(team, "SELECT relname FROM pg_class WHERE relkind = 'S'"):
            if name.startswith("pace_"):
                _as_owner(team, f"DROP SEQUENCE act.{name}")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute(_CLAIM, ("open",))
        set_up(store, prefix)
        store.close()
        assert _use(team) == (3, 3)
        assert len(_harvest(psql, leads[3:])) == 2


def test_the_server_s_refusal_is_a_sentence_with_the_instant() -> None:
    class Told(psycopg.Error):
        sqlstate = PACED_OUT

        @property
        def diag(self) -> Any:
            class Diag:
                message_detail = "2026-03-17T09:24:30.500000+00:00"
                message_hint = "hour"
                constraint_name = None

            return Diag()

    found = Postgres().explain(Told(), is_gone=False)
    assert isinstance(found, PacedOut)
    assert found.until == datetime(2026, 3, 17, 9, 24, 30, 500000, tzinfo=UTC)
    assert "supervisor" in found.says


def _now(team: TeamDesk) -> datetime:
    """By the server's clock."""
    [(at,)] = _as_owner(team, "SELECT clock_timestamp()")
    found: datetime = at
    return found


def _until(refused: Any) -> datetime:
    return datetime.fromisoformat(refused.diag.message_detail)


def _use(team: TeamDesk) -> tuple[int, int]:
    """How many leads Maya was shown in the last hour, and in the last day."""
    [(hour, day)] = _as_owner(
        team, "SELECT this_hour, today FROM act.pace_use() WHERE login = %s", team.logins["Maya"]
    )
    return hour, day
