"""What a desk is told of its login when it connects: what it may do and must not, or cannot."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import psycopg
import pytest

from qualdesk.bootstrap import facts_of
from qualdesk.core.clock import SystemClock
from qualdesk.store.database import Store
from qualdesk.store.team import check
from qualdesk.store.team.check import faults
from team_desks import PEOPLE, TeamDesk


def keys(team: TeamDesk, who: str) -> list[str]:
    """The keys of the faults of somebody's login."""
    store = Store(team.url(who), clock=SystemClock())
    try:
        with store.reading() as tx:
            return [one.key for one in faults(tx)]
    finally:
        store.close()


@contextmanager
def done(team: TeamDesk, does: str, undoes: str) -> Iterator[None]:
    """Something an administrator did by mistake; logins outlive a test, so it is taken back."""
    prefix = team.logins["Maya"].rpartition("_")[0]
    told = {"maya": team.logins["Maya"], "jonas": team.logins["Jonas"], "prefix": prefix}
    with psycopg.connect(team.owner, autocommit=True) as owner:
        owner.execute(does.format(**told).encode())
        try:
            yield
        finally:
            owner.execute(undoes.format(**told).encode())


@pytest.mark.parametrize("who", PEOPLE)
def test_nothing_is_wrong_with_a_login_as_it_is_made(team: TeamDesk, who: str) -> None:
    assert keys(team, who) == []


@pytest.mark.parametrize(
    ("does", "undoes", "who", "found"),
    [
        ("ALTER ROLE {maya} SUPERUSER", "ALTER ROLE {maya} NOSUPERUSER", "Maya", ["superuser"]),
        ("ALTER ROLE {maya} BYPASSRLS", "ALTER ROLE {maya} NOBYPASSRLS", "Maya", ["superuser"]),
        ("ALTER ROLE {maya} CREATEROLE", "ALTER ROLE {maya} NOCREATEROLE", "Maya", ["superuser"]),
        (
            "GRANT {prefix}_owner TO {maya}",
            "REVOKE {prefix}_owner FROM {maya}",
            "Maya",
            ["owns_tables", "many_groups"],
        ),
        (
            "GRANT {prefix}_supervisor TO {maya}",
            "REVOKE {prefix}_supervisor FROM {maya}",
            "Maya",
            ["many_groups", "writes_tables"],
        ),
        (
            "GRANT UPDATE (state) ON lead TO {prefix}_caller",
            "REVOKE UPDATE ON lead FROM {prefix}_caller",
            "Maya",
            ["writes_tables"],
        ),
        (
            "GRANT DELETE ON answer TO {jonas}",
            "REVOKE DELETE ON answer FROM {jonas}",
            "Jonas",
            ["writes_tables"],
        ),
        (
            "ALTER TABLE contact DISABLE ROW LEVEL SECURITY",
            "ALTER TABLE contact ENABLE ROW LEVEL SECURITY",
            "Maya",
            ["reads_leads"],
        ),
        (
            "REVOKE EXECUTE ON FUNCTION act.write_note FROM {prefix}_caller",
            "GRANT EXECUTE ON FUNCTION act.write_note TO {prefix}_caller",
            "Maya",
            ["acts_missing"],
        ),
    ],
)
def test_what_a_login_may_do_and_must_not_is_named(
    team: TeamDesk, does: str, undoes: str, who: str, found: Sequence[str]
) -> None:
    with done(team, does, undoes):
        assert keys(team, who) == list(found)


def test_the_doctor_asks_for_every_act_and_a_desk_for_those_it_has_read(
    team: TeamDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A start reads what the first lead needs, and does not read the rest to ask for it."""
    monkeypatch.setattr(check, "declared", tuple)
    with done(
        team,
        "REVOKE EXECUTE ON FUNCTION act.write_note FROM {prefix}_caller",
        "GRANT EXECUTE ON FUNCTION act.write_note TO {prefix}_caller",
    ):
        assert keys(team, "Maya") == []
        standing = facts_of(team.url("Maya")).standing
        assert [one.key for one in standing.faults] == ["acts_missing"]


def test_an_administrator_who_is_nobody_in_the_team_is_not_looked_at(team: TeamDesk) -> None:
    store = Store(team.owner, clock=SystemClock(), durable=False)
    with store.reading() as tx:
        assert faults(tx) == ()
    store.close()


def test_on_a_server_without_a_team_nothing_is_asked(postgres_store: Store) -> None:
    with postgres_store.reading() as tx:
        assert faults(tx) == ()
