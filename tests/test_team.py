"""Joining a team: a real server that asks for a password, which is in no file of ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors

from links.test_passwords import OwnKeyring, own
from qualdesk.bootstrap import facts_of, keep_password, open_desk, team_address
from qualdesk.core.errors import (
    PasswordNeeded,
    Refused,
    WorkspaceBusy,
    WorkspaceFull,
    WorkspaceUnreachable,
    WorkspaceUnusable,
)
from qualdesk.links.passwords import kept_password
from qualdesk.store.dialects import Postgres

__all__ = ["own"]
PASSWORD = "s3cret/with@signs"


@contextmanager
def asks_for_a_password(address: str, database: str) -> Iterator[str]:
    """A login of the server that gets in with a password only; its address without it."""
    login = f"maya_{uuid4().hex[:8]}"
    with psycopg.connect(f"{address}/postgres", autocommit=True) as admin:
        hba = admin.execute("SELECT pg_read_file(current_setting('hba_file'))").fetchone()
        assert hba is not None
        admin.execute(f"CREATE ROLE {login} SUPERUSER LOGIN PASSWORD '{PASSWORD}'")
        first = f"host all {login} 127.0.0.1/32 scram-sha-256\n"
        _write_hba(admin, first + hba[0])
        try:
            yield address.replace("tester@", f"{login}@") + f"/{database}"
        finally:
            _write_hba(admin, hba[0])
            admin.execute(f"DROP OWNED BY {login}")
            admin.execute(f"DROP ROLE {login}")


def _write_hba(admin: psycopg.Connection[tuple[object, ...]], text: str) -> None:
    """The server writes its own file: the tests may run under another login."""
    file = admin.execute("SELECT current_setting('hba_file')").fetchone()
    assert file is not None
    # Empty lines would be written with marks around them.
    said = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    lines = "\n".join(said).replace("'", "''")
    admin.execute(
        f"COPY (SELECT unnest(string_to_array('{lines}', E'\\n'))) TO '{file[0]}' "
        "WITH (FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02')"
    )
    admin.execute("SELECT pg_reload_conf()")
    admin.execute("SELECT pg_sleep(0.1)")


def test_a_password_is_asked_for_and_then_comes_from_the_keyring(
    postgres_address: str, postgres_url: str, own: OwnKeyring
) -> None:
    database = postgres_url.rpartition("/")[2]
    with asks_for_a_password(postgres_address, database) as address:
        with pytest.raises(PasswordNeeded) as asked:
            open_desk(address, caller="Maya")
        assert PASSWORD not in str(asked.value)
        with pytest.raises(PasswordNeeded):
            open_desk(team_address(address, "wrong").whole, caller="Maya")
        team = team_address(address, PASSWORD)
        open_desk(team.whole, caller="Maya").close()
        assert own.kept == {}, "nothing is kept that nobody asked to keep"
        assert keep_password(team)
        assert kept_password(address) == PASSWORD
        desk = open_desk(address, caller="Maya")
        assert desk.library.campaigns() == ()
        desk.close()


def test_what_keeps_us_out_with_the_right_password_is_not_called_the_password(
    postgres_address: str, postgres_url: str
) -> None:
    """Who types it again and again looks in the wrong place: the database is not there."""
    database = postgres_url.rpartition("/")[2]
    with asks_for_a_password(postgres_address, database) as address:
        elsewhere = address.replace(database, "no_such_desk")
        with pytest.raises(WorkspaceUnusable, match="no such login or database"):
            open_desk(team_address(elsewhere, PASSWORD).whole, caller="Maya")


@pytest.mark.parametrize(
    ("error", "is_gone", "said"),
    [
        (errors.TooManyConnections(), False, WorkspaceBusy),
        (errors.DiskFull(), True, WorkspaceFull),
        (errors.InvalidPassword(), False, PasswordNeeded),
        (errors.AdminShutdown(), True, WorkspaceUnreachable),
        (psycopg.OperationalError("password authentication failed"), True, WorkspaceUnreachable),
    ],
)
def test_each_fault_of_a_server_is_called_by_its_own_name(
    error: psycopg.Error, *, is_gone: bool, said: type[Exception]
) -> None:
    assert type(Postgres().explain(error, is_gone=is_gone)) is said


@pytest.mark.parametrize(
    "written", ["", "desk.sqlite", "sqlite:///desk.sqlite", "postgresql://", "http://db.example/x"]
)
def test_what_is_no_address_of_a_team_is_refused_in_words(written: str) -> None:
    with pytest.raises(Refused, match="no address of a team database"):
        team_address(written)


def test_a_password_typed_inside_the_address_is_taken_out_of_it() -> None:
    team = team_address(" postgres://maya:inside@db.example/desk ")
    assert (team.address, team.password) == ("postgresql://maya@db.example/desk", "inside")
    assert "inside" not in repr(team)
    assert team_address("postgresql://maya:inside@db.example/desk", "beside").password == "beside"


def test_a_password_behind_the_question_mark_is_refused_without_repeating_it() -> None:
    with pytest.raises(Refused, match="its own field") as refused:
        team_address("postgresql://db.example/desk?user=maya&password=s3cret")
    assert "s3cret" not in refused.value.says


def test_a_look_at_a_teams_workspace_says_how_the_connection_stands(
    postgres_address: str, postgres_url: str, own: OwnKeyring
) -> None:
    """With the password typed beside it, or the one that is kept; neither is lost on the way."""
    database = postgres_url.rpartition("/")[2]
    with asks_for_a_password(postgres_address, database) as address:
        team = team_address(address, PASSWORD)
        for url in (team.whole, address):
            facts = facts_of(url)
            assert facts.connected is not None
            assert facts.connected.is_near
            assert PASSWORD not in repr(facts)
            assert keep_password(team)
        assert own.kept
