"""O7: a supervisor who works for one client alone gets nothing of the others, whatever they type.

Every line is a statement as they would type it into psql, with how many rows it comes to for
whoever works for Acme alone; beside it what a supervisor of all clients gets.
"""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from typing import Any

import psycopg
import pytest

from makers import make_campaign, make_contact, make_lead
from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock, SystemClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.members import Away, Member
from qualdesk.store import history
from qualdesk.store.campaigns import campaigns
from qualdesk.store.checking import faults_of
from qualdesk.store.database import Store
from qualdesk.store.members import keep_absences, keep_campaigns, keep_member, note_seen
from qualdesk.store.schema import metadata
from qualdesk.store.suppression import is_suppressed, suppress
from qualdesk.store.suppression_lift import lift
from qualdesk.store.team.clients import BOUND
from qualdesk.store.team.logins import add_person, bind
from qualdesk.store.team.policies import policies_of
from store.team.team_world import furnish
from team_desks import TeamDesk, copied_team

NO = "no"
READS = (
    # Of one campaign of seven leads for nobody in particular, and one of two for Acme.
    ("SELECT id FROM campaign", 1, 2),
    ("SELECT id FROM lead", 2, 9),
    ("SELECT name FROM contact", 2, 9),
    ("SELECT name FROM contact WHERE name LIKE 'Person%'", 0, 7),
    ("SELECT e164 FROM contact_phone", 2, 9),
    ("SELECT address FROM contact_email", 0, 7),
    ("SELECT name FROM company", 2, 9),
    ("SELECT word FROM name_word WHERE word = 'person'", 0, 7),
    ("SELECT word FROM company_word WHERE word = 'works'", 0, 7),
    ("SELECT * FROM touchpoint", 0, 7),
    ("SELECT id FROM attempt", 0, 7),
    ("SELECT * FROM answer", 0, 7),
    ("SELECT * FROM callback", 0, 3),
    ("SELECT * FROM message", 0, 3),
    ("SELECT fingerprint FROM suppression", 2, 5),
    # What counts for all clients counts for theirs.
    ("SELECT fingerprint FROM suppression WHERE client = '*'", 1, 1),
    ("SELECT name FROM suppression_list", 1, 2),
    ("SELECT hash FROM suppression_hash", 1, 1),
    ("SELECT receiver FROM handoff_batch", 0, 2),
    ("SELECT brief FROM handoff_item", 0, 2),
    ("SELECT * FROM claim_log", 0, 5),
    ("SELECT id FROM history WHERE who IN ('Maya', 'Ben')", 0, 5),
    # Their own, nobody's, and what came with the program; not what others made of it since.
    ("SELECT document_id FROM script_version", 3, 5),
    ("SELECT 1 FROM script_version WHERE document_id = 'discovery-call'", 1, 2),
    ("SELECT document_id FROM definition_version", 1, 2),
    ("SELECT document FROM document_draft WHERE document_id = 'theirs'", 0, 1),
    ("SELECT says FROM remark", 0, 1),
    ("SELECT name FROM signature", 0, 1),
    ("SELECT shape FROM answer_shape", 1, 2),
    ("SELECT name FROM client", 1, 2),
    ("COPY contact TO STDOUT", 2, 9),
    ("SELECT count(*) FROM lead GROUP BY campaign_id", 1, 2),
)
WRITES = (
    ("UPDATE lead SET kept_out = 'x' WHERE id = {held}", 0, 1),
    ("UPDATE lead SET external_id = 'x' WHERE id = {acme}", 1, 1),
    ("DELETE FROM touchpoint", 0, 7),
    ("UPDATE contact SET name = ''", 2, 9),
    ("UPDATE campaign SET is_paused = TRUE", 1, 2),
    ("UPDATE campaign SET client = ''", NO, 2),
    ("UPDATE lead SET campaign_id = {fair} WHERE id = {acme}", NO, 1),
    ("DELETE FROM suppression", 1, 5),
    ("UPDATE script_version SET document = ''", 2, 5),
    (
        (
            "INSERT INTO script_version (document_id, version, sha256, added_at)"
            " VALUES ('ours', 2, 'x', now())"
        ),
        1,
        1,
    ),
    (
        (
            "INSERT INTO script_version (document_id, version, sha256, added_at)"
            " VALUES ('theirs', 2, 'x', now())"
        ),
        NO,
        1,
    ),
    ("DELETE FROM suppression_hash", 0, 1),
    ("UPDATE suppression_list SET lifted_at = now()", 0, 2),
    ("UPDATE suppression SET lifted_at = now() WHERE client = '*'", 0, 1),
    ("INSERT INTO suppression (client, fingerprint, at) VALUES ('*', 'x', now())", 1, 1),
    ("INSERT INTO touchpoint (lead_id, kind) VALUES ({acme}, 'scan')", 1, 1),
    ("INSERT INTO touchpoint (lead_id, kind) VALUES ({held}, 'scan')", NO, 1),
    ("INSERT INTO suppression (client, fingerprint, at) VALUES ('', 'x', now())", NO, 1),
    # Who works for whom: their own client is not theirs to change, nor are the house's people.
    ("UPDATE member SET client = '' WHERE name = 'Cora'", NO, 1),
    ("UPDATE member SET client = 'Bolt' WHERE name = 'Cora'", NO, 1),
    ("UPDATE member SET client = 'Acme' WHERE name = 'Maya'", 0, 1),
    ("UPDATE member SET login = '' WHERE name = 'Nadia'", 0, 1),
    ("INSERT INTO member (name) VALUES ('Somebody')", 1, 1),
    ("INSERT INTO member (name, login) VALUES ('Somebody', 'x')", NO, 1),
    ("INSERT INTO member (name, client) VALUES ('Somebody', 'Bolt')", NO, 1),
    # Another role than their own would have other rules.
    ("SET ROLE {supervisors}", NO, -1),
    ("SET ROLE {nadia}", NO, -1),
    ("SET ROLE {reach}", NO, NO),
    ("INSERT INTO client (name, made_at) VALUES ('Mine', now())", NO, 1),
)


# Each client works by a script and a definition of its own; another script is nobody's.
_DOCUMENTS = (
    (
        "INSERT INTO script_version (document_id, version, sha256, added_at) VALUES"
        " ('ours', 1, 'a', now()), ('theirs', 1, 'b', now()), ('nobodys', 1, 'c', now()),"
        " ('discovery-call', 1, 'd', now()), ('discovery-call', 2, 'e', now())"
    ),
    (
        "INSERT INTO definition_version (document_id, version, sha256, added_at) VALUES"
        " ('ours', 1, 'a', now()), ('theirs', 1, 'b', now())"
    ),
    (
        "UPDATE campaign SET script_version_id = one.id, definition_version_id = two.id"
        " FROM script_version AS one, definition_version AS two"
        " WHERE (campaign.client, one.sha256, two.sha256) IN (('Acme', 'a', 'a'), ('', 'b', 'b'))"
    ),
    (
        "UPDATE campaign SET before_script_version_id = one.id FROM script_version AS one"
        " WHERE campaign.client = '' AND one.sha256 = 'e'"
    ),
    (
        "INSERT INTO document_draft (kind, document_id, document, changed_at)"
        " VALUES ('definition', 'theirs', 'x', now())"
    ),
    "INSERT INTO remark (document_id, says, said_at) VALUES ('theirs', 'Too strict', now())",
    "INSERT INTO signature (document_id, name, signed_at) VALUES ('theirs', 'Lena', now())",
    (
        "INSERT INTO answer_shape (script_version_id, sha256, shape)"
        " SELECT id, sha256, '{}' FROM script_version WHERE sha256 IN ('a', 'b')"
    ),
)


@pytest.fixture(scope="module")
def two_clients(team_template: TeamDesk) -> Iterator[tuple[TeamDesk, dict[str, Any]]]:
    with copied_team(team_template, "desk_clients") as team:
        known = dict(furnish(team))
        store = Store(team.owner, clock=SystemClock(), durable=False)
        with store.transaction() as tx:
            acme = make_campaign(tx, "Acme webinar", client="Acme")
            for number in range(2):
                person = make_contact(
                    tx,
                    f"Customer {number}",
                    company_name=f"Plant {number}",
                    phones=[f"+4930231251{number:02}"],
                )
                known["acme"] = make_lead(tx, acme, person)
        cora = add_person(store, "Cora", "supervisor", by="tests", client="acme")
        store.close()
        with psycopg.connect(team.owner) as owner:
            known["fair"] = owner.execute("SELECT id FROM campaign WHERE client = ''").fetchone()[0]
            owner.execute(
                "INSERT INTO client (name, made_at) VALUES ('Acme', now()), ('Bolt', now())"
            )
            for line in _DOCUMENTS:
                owner.execute(line)
            owner.execute(
                "INSERT INTO suppression (client, fingerprint, at)"
                " VALUES ('Acme', 'f', now()), ('*', 'g', now())"
            )
            owner.execute(
                "WITH made AS (INSERT INTO suppression_list (client, name, loaded_at)"
                " VALUES ('*', 'All', now()) RETURNING id)"
                " INSERT INTO suppression_hash SELECT id, 'h' FROM made"
            )
        prefix = team.logins["Nadia"].rpartition("_")[0]
        known |= {"supervisors": f'"{prefix}_supervisor"', "reach": f'"{prefix}_reach"'}
        known["nadia"] = f'"{team.logins["Nadia"]}"'
        logins = {**team.logins, "Cora": cora.login}
        yield TeamDesk(owner=team.owner, logins=logins), known


@pytest.fixture(scope="module")
def lines(two_clients: tuple[TeamDesk, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    team, _ = two_clients
    found = {}
    for name in ("Cora", "Nadia"):
        address = team.url(name).replace("postgresql+psycopg://", "postgresql://")
        found[name] = psycopg.connect(address)
    yield found
    for one in found.values():
        one.close()


@pytest.mark.parametrize(("statement", "bound", "all_of"), [*READS, *WRITES])
def test_each_statement_gives_what_is_the_clients_and_no_more(
    two_clients: tuple[TeamDesk, dict[str, Any]],
    lines: dict[str, Any],
    statement: str,
    bound: Any,
    all_of: Any,
) -> None:
    said = statement.format(**two_clients[1])
    assert (_rows(lines["Cora"], said), _rows(lines["Nadia"], said)) == (bound, all_of)


def test_the_desk_of_such_a_supervisor_does_its_work(
    two_clients: tuple[TeamDesk, dict[str, Any]],
) -> None:
    """A campaign, its leads and people are made as ever, and belong to the client."""
    store = Store(two_clients[0].url("Cora"), clock=SystemClock(), durable=False)
    store.viewer = "Cora"
    try:
        with pytest.raises(RuntimeError, match="enough"), store.transaction() as tx:  # noqa: PT012 - all of it is taken back
            made = make_campaign(tx, "Autumn fair")
            person = make_contact(tx, "Ida Holm", company_name="New", phones=["+493023125199"])
            make_lead(tx, made, person)
            note_seen(tx, "Cora")
            keep_member(tx, Member(name="Dan", client="Acme"))
            keep_absences(tx, "Dan", [Away(first=date(2026, 4, 1), last=date(2026, 4, 2))])
            keep_campaigns(tx, "Dan", [made.id])
            history.note(tx, "Cora", "looked", "campaign", made.id)
            assert (made.client, len(campaigns(tx))) == ("Acme", 2)
            raise RuntimeError("enough")
    finally:
        store.close()


def test_every_table_says_what_such_a_supervisor_has_of_it() -> None:
    assert set(BOUND) == set(metadata.tables)


def test_whoever_works_for_all_is_asked_nothing_of_clients(lines: dict[str, Any]) -> None:
    """Floor reads of all others stay as quick as they were: their plans have nothing of it."""
    plan = lines["Nadia"].execute("EXPLAIN SELECT count(*) FROM lead WHERE ready").fetchall()
    lines["Nadia"].rollback()
    assert "my_campaigns" not in str(plan)
    limits = [one for table in metadata.tables for one in policies_of(table) if one.is_limit]
    assert {to for one in limits for to in one.to} == {"bound"}


def test_who_is_bound_later_is_bound_at_once_and_let_go_again(
    two_clients: tuple[TeamDesk, dict[str, Any]], lines: dict[str, Any]
) -> None:
    store = Store(two_clients[0].owner, clock=SystemClock(), durable=False)
    try:
        assert bind(store, "Nadia", "ACME", by="tests") == "Acme"
        assert _rows(lines["Nadia"], "SELECT id FROM lead") == 2
        bind(store, "Nadia", "", by="tests")
        assert _rows(lines["Nadia"], "SELECT id FROM lead") == 9
        with pytest.raises(NotFound, match="of the client “Nobody”"):
            bind(store, "Nadia", "Nobody", by="tests")
    finally:
        store.close()


def _rows(login: Any, statement: str) -> Any:
    """How many rows it comes to, taken back; "no" where the login may not."""
    try:
        if statement.startswith("COPY"):
            with login.cursor().copy(statement) as copied:
                return sum(1 for _ in copied.rows())
        return login.execute(statement).rowcount
    except psycopg.errors.InsufficientPrivilege:
        return NO
    finally:
        login.rollback()


def test_a_no_to_all_calls_is_undone_by_whoever_wrote_it_down_just_now(
    two_clients: tuple[TeamDesk, dict[str, Any]],
) -> None:
    """As every caller's slip is; a minute later it is the house's."""
    store = Store(two_clients[0].url("Cora"), clock=SystemClock(), durable=False)
    store.viewer = "Cora"
    lead_id = two_clients[1]["acme"]
    said = {"client": "Acme", "scope": "house", "lead_id": lead_id, "asked_by": "", "reason": ""}
    try:
        with store.transaction() as tx:
            slip = suppress(tx, **said, by="Cora").ids
            assert is_suppressed(tx, lead_id)
            assert lift(tx, slip, "A slip", by="Cora") == (lead_id,)
            assert not is_suppressed(tx, lead_id)
    finally:
        store.close()


def test_whoever_works_for_one_client_is_not_told_that_the_rest_is_damaged(
    two_clients: tuple[TeamDesk, dict[str, Any]],
) -> None:
    team, _ = two_clients
    with closing(Store(team.url("Cora"), clock=SystemClock())) as store:
        with store.reading() as tx, pytest.raises(Refused, match="supervisor of all clients"):
            history.check(tx)
        with pytest.raises(Refused, match="supervisor of all clients"):
            faults_of(store)
    with closing(Store(team.url("Nadia"), clock=SystemClock())) as store, store.reading() as tx:
        assert history.check(tx).fault is None


def test_whoever_works_for_one_client_erases_for_it_and_lets_nobody_go(
    two_clients: tuple[TeamDesk, dict[str, Any]],
) -> None:
    """Of whom another client has as well nothing of the other's goes, and nothing is told."""
    team, known = two_clients
    store = Store(team.owner, clock=SystemClock(), durable=False)
    with store.transaction() as tx:
        shared = make_contact(
            tx, "Ida Roth", company_name="Both", phones=["+493023125188"], emails=["ida@b.example"]
        )
        plans = {one.client: one for one in campaigns(tx)}
        ours, theirs = (make_lead(tx, plans[one], shared) for one in ("Acme", ""))
        suppress(
            tx, client="", scope="house", lead_id=ours, asked_by="Ida", by="Ben", reason="Ida: no"
        )
    later = SetClock(SystemClock().now() + timedelta(days=9999))
    desk = open_desk(team.url("Cora"), clock=later, durable=False)
    try:
        with pytest.raises(NotFound):
            desk.erasing.erase(theirs)
        (no,) = desk.do_not_call.said(ours)
        with pytest.raises(Refused, match=f"all of them takes it back.*number, {no.id}"):
            desk.do_not_call.lift_one(no.id, "She called us")
        said = [desk.erasing.erase(one).says[1:] for one in (ours, known["acme"])]
        assert said[0] == said[1], "whether others have them is not told"
        assert desk.erasing.is_erased(ours)
        assert desk.erasing.is_erased(known["acme"])
        for let_go in (desk.retention.let_go, lambda: desk.erasing.let_go([known["acme"]], print)):
            with pytest.raises(Refused, match="all clients"):
                let_go()
        assert desk.retention.tick() is None
    finally:
        desk.close()
    with psycopg.connect(team.owner) as owner:
        names = "SELECT name FROM contact JOIN lead ON contact_id = contact.id WHERE lead.id = %s"
        assert owner.execute(names, [theirs]).fetchone() == ("Ida Roth",)
        assert owner.execute(names, [ours]).fetchone() == ("Erased person",)
        left = "SELECT count(*) FROM {} WHERE {} IN ('Customer 1', 'Plant 1', '+493023125101')"
        for table, column in (("contact", "name"), ("company", "name"), ("contact_phone", "e164")):
            assert owner.execute(left.format(table, column)).fetchone() == (0,)
        kept = "SELECT count(*) FROM contact_phone WHERE e164 = '+493023125188'"
        assert owner.execute(kept).fetchone() == (1,)
        words = (
            "SELECT asked_by || reason, lifted_at FROM suppression WHERE client = '*'"
            " AND fingerprint = (SELECT fingerprint FROM contact_phone WHERE e164 = %s)"
        )
        found = owner.execute(words, ["+493023125188"]).fetchall()
        assert found == [("Erased", None)], "what they said goes, that they are not called stays"
    store.close()
