"""Making a team of a workspace: once, again after an upgrade, and by whom."""

from uuid import uuid4

import psycopg
import pytest

from postgres import copied_database
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import Refused, WorkspaceUnusable
from qualdesk.store.database import Store
from qualdesk.store.migrations import prepare
from qualdesk.store.team import check, looking
from qualdesk.store.team.init import functions, set_up
from qualdesk.store.team.logins import add_person, remove_person
from qualdesk.store.team.roles import quoted, roles_called, written
from team_desks import TeamDesk


@pytest.fixture
def owner(team: TeamDesk) -> Store:
    """The workspace as whoever may do everything."""
    store = Store(team.owner, clock=SystemClock(), durable=False)
    yield store
    store.close()


def wrong(store: Store) -> list[str]:
    """What is wrong with what setting up makes; the tests' server itself is none of its matter."""
    found = looking.look_over(store).found
    return [says for one in found if not one.is_advice for says in one.wrong]


def test_done_again_it_changes_nothing_and_all_is_right(owner: Store) -> None:
    assert set_up(owner).changed == 0
    assert wrong(owner) == []


HARMS = (
    # What somebody did, and what the sentence about it names.
    ("ALTER TABLE contact DISABLE ROW LEVEL SECURITY", "contact: row-level security is off"),
    ("DROP POLICY z_see ON company", "company: the rule z_see"),
    ("ALTER POLICY z_see ON touchpoint USING (TRUE)", "touchpoint: the rule z_see"),
    ("CREATE POLICY everything ON answer FOR SELECT USING (TRUE)", "answer: the rule everything"),
    ("GRANT SELECT ON suppression_hash TO {prefix}_caller", "_caller has rights on supp"),
    ("GRANT SELECT (email) ON member TO {prefix}_sales", "_sales may SELECT (name)"),
    ("GRANT SELECT ON lead TO PUBLIC", "PUBLIC has rights on lead"),
    ("REVOKE SELECT ON campaign FROM {prefix}_caller", "_caller has no rights on campaign"),
    ("GRANT {prefix}_supervisor TO {prefix}_caller", "_caller is a member of"),
    ("ALTER ROLE {prefix}_gate BYPASSRLS", "_gate can log in, or may do more"),
    ("ALTER TABLE meeting OWNER TO tester", "meeting belongs to tester"),
    ("DROP FUNCTION act.keep_answer", "no function keep_answer"),
    ("ALTER FUNCTION act.write_note SECURITY INVOKER", "function write_note is another"),
    ("ALTER FUNCTION act.end_call RESET search_path", "function end_call is another"),
    ("GRANT EXECUTE ON FUNCTION act.let_go TO PUBLIC", "function let_go may be called by"),
    ("ALTER FUNCTION act.begin_call OWNER TO {prefix}_reach", "act.begin_call belongs to"),
    ("CREATE FUNCTION act.more() RETURNS int LANGUAGE sql AS 'SELECT 1'", "function more is not"),
    ("ALTER FUNCTION act.role() IMMUTABLE", "function role is another"),
    ("DROP TRIGGER keep_history ON history", "trigger keep_history"),
    ("ALTER TABLE lead DISABLE TRIGGER pace_claim", "trigger pace_claim"),
    ("GRANT TEMPORARY ON DATABASE {database} TO PUBLIC", "this right: TEMPORARY"),
    ("GRANT CREATE ON SCHEMA public TO PUBLIC", "this right: CREATE"),
)


def test_what_somebody_changed_is_named_and_put_right(owner: Store, team: TeamDesk) -> None:
    prefix = team.logins["Maya"].rpartition("_")[0]
    with psycopg.connect(team.owner, autocommit=True) as line:
        for harm, _ in HARMS:
            line.execute(harm.format(prefix=prefix, database=line.info.dbname).encode())
    said = wrong(owner)
    for _, named in HARMS:
        assert any(named in one for one in said), (named, said)
    set_up(owner)
    assert wrong(owner) == []


def test_the_roles_take_another_word_where_the_name_is_taken(postgres_address: str) -> None:
    with copied_database(postgres_address, "template0", "named_otherwise") as url:
        store = Store(url, clock=SystemClock(), durable=False)
        try:
            made = set_up(store, 'o"1')
            assert made.prefix == 'o"1'
            assert wrong(store) == []
            with pytest.raises(Refused, match='begin with “o"1”'):
                set_up(store, "other")
        finally:
            with store.migrating() as tx:
                roles = roles_called('o"1')
                for name in roles.all:
                    tx.connection.exec_driver_sql(f"DROP OWNED BY {quoted(name)} CASCADE")
                    tx.connection.exec_driver_sql(f"DROP ROLE {quoted(name)}")
            store.close()


def test_whoever_owns_the_database_and_makes_roles_needs_not_be_a_superuser(
    postgres_address: str,
) -> None:
    """As on a managed server."""
    login = f"admin_{uuid4().hex[:8]}"
    with copied_database(postgres_address, "template0", login) as url:
        with psycopg.connect(url, autocommit=True) as line:
            line.execute(f"CREATE ROLE {login} LOGIN CREATEROLE".encode())
            line.execute(f"ALTER DATABASE {login} OWNER TO {login}".encode())
        store = Store(url.replace("tester@", f"{login}@"), clock=SystemClock(), durable=False)
        try:
            set_up(store, "managed")
            made = add_person(store, "Maya", "caller", by="Nadia")
            assert set_up(store).changed == 0
            assert wrong(store) == []
            with psycopg.connect(url.replace("tester@", f"{made.login}@")) as hers:
                assert hers.execute("SELECT act.me(), act.role()").fetchone() == ("Maya", "caller")
                remove_person(store, "Maya", by="Nadia")
                with pytest.raises(psycopg.OperationalError):
                    hers.execute("SELECT 1")
            said = [says for one in looking.look_over(store).found for says in one.wrong]
            assert any("large objects" in one for one in said)
        finally:
            store.close()
            with psycopg.connect(url, autocommit=True) as line:
                names = ", ".join((*roles_called("managed").all, login))
                line.execute(f"ALTER DATABASE {login} OWNER TO tester".encode())
                line.execute(f"DROP OWNED BY {names} CASCADE".encode())
                line.execute(f"DROP ROLE {names}".encode())


def test_a_name_that_no_server_would_take_is_refused_before_anything_is_made() -> None:
    with pytest.raises(Refused, match="too long"):
        roles_called("a" * 60)


def test_a_file_is_no_team(sqlite_store: Store) -> None:
    with pytest.raises(Refused, match="on a server"):
        set_up(sqlite_store)
    with pytest.raises(Refused, match="no team yet"):
        looking.look_over(sqlite_store)
    with sqlite_store.reading() as tx:
        assert check.faults(tx) == ()


def test_names_and_texts_of_a_statement_hold_whatever_is_in_them(postgres_store: Store) -> None:
    with postgres_store.reading() as tx:
        for one in ("plain", "it's", "back\\slash'", 'a"b', "$$;--"):
            said = tx.connection.exec_driver_sql(
                f"SELECT {written(one)} AS {quoted(one)}".replace("%", "%%")
            )
            assert list(said.keys()) == [one]
            assert said.scalar() == one


def test_whoever_does_not_own_the_tables_is_told_who_brings_them_up_to_date(
    owner: Store, team: TeamDesk
) -> None:
    with owner.migrating() as tx:
        tx.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0007'")
    for name in ("Maya", "Nadia", "Jonas"):
        store = Store(team.url(name), clock=SystemClock())
        with pytest.raises(WorkspaceUnusable, match="qualdesk team init"):
            prepare(store)
        store.close()
    with pytest.raises(WorkspaceUnusable, match="qualdesk team init"):
        prepare(owner)


def test_every_function_runs_as_its_owner_on_a_path_of_its_own() -> None:
    for one in functions(roles_called("desk")):
        assert "SET search_path = public, pg_temp" in one.sql, one.name
        # The guard of the history asks who writes, and so runs as whoever that is. What only
        # reckons with what it is handed reads no table, whoever it runs as.
        as_caller = one.name in {"keep_history", "plain_json", "hmac"}
        assert ("SECURITY DEFINER" in one.sql) != as_caller, one.name
