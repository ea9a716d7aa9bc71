"""Logins: one for each person, handed over once, and gone when they go."""

from collections.abc import Iterator

import psycopg
import pytest

from makers import make_campaign, make_lead
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.store.database import Store
from qualdesk.store.history import newest, verify
from qualdesk.store.members import find_member
from qualdesk.store.team.logins import NewLogin, add_person, new_password, remove_person
from team_desks import TeamDesk


@pytest.fixture
def owner(team: TeamDesk) -> Iterator[Store]:
    """The workspace as whoever may do everything."""
    store = Store(team.owner, clock=SystemClock(), durable=False)
    yield store
    store.close()


@pytest.fixture
def omar(owner: Store) -> Iterator[NewLogin]:
    """Somebody new, who is gone after the test: logins are the whole server's."""
    made = add_person(owner, " Omar  Haddad ", "caller", by="Nadia")
    yield made
    with owner.migrating() as tx:
        tx.connection.exec_driver_sql(f"DROP ROLE IF EXISTS {made.login}")


def test_a_login_says_nothing_of_whose_it_is_and_the_server_keeps_no_password(
    owner: Store, team: TeamDesk, omar: NewLogin
) -> None:
    assert omar.name == "Omar Haddad"
    assert "omar" not in omar.login.casefold()
    assert omar.password not in repr(omar)
    assert len(omar.password) >= 20
    with psycopg.connect(team.owner) as line:
        row = line.execute(
            "SELECT a.rolpassword, a.rolconnlimit, r.rolconfig FROM pg_authid AS a"
            " JOIN pg_roles AS r ON r.oid = a.oid WHERE a.rolname = %s",
            (omar.login,),
        ).fetchone()
        groups = line.execute(
            "SELECT roleid::regrole::text FROM pg_auth_members WHERE member = %s::regrole",
            (omar.login,),
        ).fetchall()
    assert row is not None
    assert row[0].startswith("SCRAM-SHA-256$")
    assert row[1] == 4
    assert "temp_file_limit=256MB" in row[2]
    assert groups == [(team.logins["Maya"].rpartition("_")[0] + "_caller",)]
    with owner.reading() as tx:
        assert find_member(tx, "Omar Haddad").role == "caller"
        entry = newest(tx, limit=1)[0]
        assert (entry.who, entry.what, entry.subject_id) == ("Nadia", "gave a login", omar.login)
        assert omar.password not in str(entry.details)


def test_a_password_never_goes_to_the_server_as_it_is(
    team: TeamDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the server is sent it may write into its log."""
    sent: list[str] = []
    real = psycopg.Connection.execute

    def listening(self: object, query: object, *more: object, **told: object) -> object:
        sent.append(f"{query!r} {more!r}")
        return real(self, query, *more, **told)

    monkeypatch.setattr(psycopg.Connection, "execute", listening)
    store = Store(team.owner, clock=SystemClock(), durable=False)
    made = add_person(store, "Kim", "auditor", by="Nadia")
    other = new_password(store, "Kim")
    gone = remove_person(store, "Kim", by="Nadia")
    store.close()
    assert made.password != other.password
    assert gone.login == made.login
    assert any("CREATE ROLE" in text for text in sent)
    assert not any(secret in text for text in sent for secret in (made.password, other.password))


def test_who_leaves_is_cut_off_and_what_they_did_stays_theirs(
    owner: Store, team: TeamDesk, omar: NewLogin
) -> None:
    with owner.transaction() as tx:
        lead_id = make_lead(tx, make_campaign(tx))
        tx.connection.exec_driver_sql(
            "UPDATE lead SET claimed_by = 'Omar Haddad', claim_kind = 'open', ready = FALSE,"
            " claim_token = 7, claim_until = now() + interval '1 hour'"
        )
    line = psycopg.connect(team.owner.replace("tester@", f"{omar.login}@"), autocommit=True)
    assert line.execute("SELECT id FROM lead").fetchall() == [(lead_id,)]
    gone = remove_person(owner, "Omar Haddad", by="Nadia")
    assert gone.released == 1
    with pytest.raises(psycopg.OperationalError):
        line.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(team.owner.replace("tester@", f"{omar.login}@"))
    with owner.reading() as tx:
        row = tx.connection.exec_driver_sql("SELECT claimed_by, ready, claim_token FROM lead").one()
        assert tuple(row) == (None, True, 7)
        assert find_member(tx, "Omar Haddad") is not None
        assert verify(tx) is None
    with pytest.raises(NotFound):
        remove_person(owner, "Omar Haddad", by="Nadia")


def test_each_has_one_login_and_roles_are_those_there_are(owner: Store) -> None:
    with pytest.raises(Refused, match="has a login already"):
        add_person(owner, "Maya", "sales", by="Nadia")
    for name, role in (("Somebody", "owner"), ("", "caller")):
        with pytest.raises(Refused, match="what they do"):
            add_person(owner, name, role, by="Nadia")


@pytest.mark.parametrize("who", ["Maya", "Nadia", "Jonas", "Iris"])
def test_nobody_of_the_team_gives_or_takes_logins(team: TeamDesk, who: str) -> None:
    store = Store(team.url(who), clock=SystemClock())
    with pytest.raises(Exception, match=r"no right|rights|permission"):
        add_person(store, "Another", "caller", by=who)
    with pytest.raises(Exception, match=r"no right|rights|permission|has no login"):
        remove_person(store, "Ben", by=who)
    store.close()


def test_a_file_has_no_logins(sqlite_store: Store) -> None:
    with pytest.raises(Refused, match="no team yet"):
        add_person(sqlite_store, "Omar", "caller", by="Nadia")
