"""The keys of fingerprints and of a client's list stay in the server; what they find does not."""

from collections.abc import Iterator
from hashlib import sha256

import psycopg
import pytest

from calls import a_campaign, a_lead
from qualdesk.core.clock import SystemClock
from qualdesk.core.keyed_hashes import hash_of
from qualdesk.store.database import Store
from qualdesk.store.keyed_lists import on_keyed_lists
from qualdesk.store.suppression import Mark, ServersFingerprints, fingerprints
from qualdesk.store.team.keyed import MOST
from team_desks import TeamDesk

KEY = b"a key of the client's, shared"
THEIRS, OTHERS = "+493023125101", "+493023125199"
MARKS = (
    Mark("number", THEIRS),
    Mark("email", " Katrin@Example.com"),
    Mark("company", "müller maschinenbau"),
    Mark("person", "albers katrin", "müller maschinenbau"),
    Mark("person", "", "nobody"),
)


@pytest.fixture
def owner(team: TeamDesk) -> Iterator[Store]:
    store = Store(team.owner, clock=SystemClock(), durable=False)
    yield store
    store.close()


@pytest.fixture
def maya(team: TeamDesk) -> Iterator[Store]:
    store = Store(team.url("Maya"), clock=SystemClock(), durable=False)
    yield store
    store.close()


def test_a_caller_has_the_workspaces_fingerprints_and_not_its_key(
    owner: Store, maya: Store
) -> None:
    with owner.reading() as tx:
        wanted = [fingerprints(tx).of(one) for one in MARKS]
    with maya.reading() as tx:
        prints = fingerprints(tx)
        prints.learn(MARKS)
        assert isinstance(prints, ServersFingerprints)
        assert [prints.of(one) for one in MARKS] == wanted


@pytest.mark.parametrize("name", ["Maya", "Jonas", "Iris"])
def test_no_login_but_a_supervisors_reads_a_key(team: TeamDesk, name: str) -> None:
    with psycopg.connect(team.url(name), autocommit=True) as psql:
        read = "SELECT value FROM workspace WHERE key = 'fingerprint_key'"
        assert psql.execute(read).fetchall() == []
        for forbidden in (
            "SELECT hash_key FROM suppression_list",
            "SELECT * FROM suppression_hash",
            "SELECT * FROM act.fingerprint_key()",
        ):
            with pytest.raises(psycopg.Error):
                psql.execute(forbidden)
        columns = psql.execute(
            "SELECT pg_get_function_result(oid) FROM pg_proc WHERE proname = 'keyed_lists'"
        ).fetchone()
        assert columns is not None
        assert columns[0].count("o_") == 4, "its number, whose it is, its name, who loaded it"


def test_a_number_on_a_clients_list_is_found_by_who_cannot_read_the_list(
    team: TeamDesk, owner: Store, maya: Store
) -> None:
    a_lead(owner, a_campaign(owner))
    with psycopg.connect(team.owner, autocommit=True) as psql:
        psql.execute(
            "INSERT INTO suppression_list (client, name, hash_key, loaded_at)"
            " VALUES ('', 'Theirs', %s, now())",
            (KEY.hex(),),
        )
        psql.execute(
            "INSERT INTO suppression_hash (list_id, hash) SELECT id, %s FROM suppression_list",
            (hash_of(THEIRS, KEY),),
        )
    for store in (owner, maya):
        with store.reading() as tx:
            assert on_keyed_lists(tx, "", [THEIRS, OTHERS, ""]) == {THEIRS}
    with psycopg.connect(team.owner, autocommit=True) as psql:
        psql.execute("UPDATE suppression_list SET lifted_at = now()")
    with psycopg.connect(team.url("Maya"), autocommit=True) as psql:
        asked = psql.execute("SELECT act.on_keyed_list(1, %s)", ([THEIRS],)).fetchone()
        assert asked == ([],), "a list that was lifted is asked no more"


@pytest.mark.parametrize("key", [b"k", b"k" * 32, b"k" * 64, b"k" * 65, b"k" * 200])
def test_a_key_of_any_length_makes_the_hash_of_the_standard(team: TeamDesk, key: bytes) -> None:
    with psycopg.connect(team.url("Maya"), autocommit=True) as psql:
        made = psql.execute(
            "SELECT encode(act.hmac(%s, %s), 'hex')", (key, THEIRS.encode())
        ).fetchone()
    assert made == (hash_of(THEIRS, key),)
    assert made != (sha256(THEIRS.encode()).hexdigest(),)


def test_nobody_asks_about_a_whole_country_at_once_and_an_auditor_about_nobody(
    team: TeamDesk,
) -> None:
    asked = "SELECT act.fingerprints(%s, %s)"
    many = [THEIRS] * (MOST + 1)
    for name, told in (("Maya", many), ("Iris", [THEIRS])):
        with (
            psycopg.connect(team.url(name), autocommit=True) as psql,
            pytest.raises(psycopg.Error),
        ):
            psql.execute(asked, (["number"] * len(told), told))
