"""Who may do what: statements as a login would type them into psql, each with its answer.

Every line is run by a real login of each group on a real server, and taken back.
"""

from collections.abc import Iterator
from typing import Any, Final

import psycopg
import pytest

from qualdesk.store.team.policies import LINES
from store.team.team_world import call_id, furnish
from team_desks import TeamDesk, copied_team

NO: Final = "no"
"""Refused: the login has no right to it."""
YES: Final = "yes"
"""Done, whatever it comes to."""
WHO: Final = ("Maya", "Nadia", "Jonas", "Iris")
"""A caller, a supervisor, somebody of sales, an auditor; the answers stand in this order."""

# Statement, then how many rows each of them gets or writes.
Line = tuple[str, Any, Any, Any, Any]
READS: Final[tuple[Line, ...]] = (
    # Leads, and what hangs on them: those in hand, or in one's own batches.
    ("SELECT id FROM lead", 1, 7, 1, NO),
    ("SELECT * FROM lead WHERE id = {bens}", 0, 1, 0, NO),
    ("SELECT * FROM lead WHERE id = {free}", 0, 1, 0, NO),
    ("SELECT * FROM lead WHERE id = {ran_out}", 0, 1, 0, NO),
    ("SELECT * FROM lead WHERE id = {handed}", 0, 1, 1, NO),
    ("SELECT * FROM lead WHERE id = {leas}", 0, 1, 0, NO),
    ("SELECT name FROM contact", 1, 7, 1, NO),
    ("SELECT name FROM contact WHERE name LIKE 'Person%'", 1, 7, 1, NO),
    ("SELECT e164 FROM contact_phone", 1, 7, 1, NO),
    ("SELECT address FROM contact_email", 1, 7, 1, NO),
    ("SELECT name FROM company", 1, 7, 1, NO),
    ("SELECT word FROM name_word", NO, YES, NO, NO),
    ("SELECT word FROM company_word", NO, YES, NO, NO),
    ("SELECT * FROM company_talk", 0, 0, 0, NO),
    ("SELECT * FROM touchpoint", 1, 7, 1, NO),
    ("SELECT raw FROM intake_row", 0, 0, 0, NO),
    ("SELECT before FROM intake_change", NO, 0, NO, NO),
    ("SELECT * FROM finished_case", NO, 0, NO, NO),
    # Calls: those of a lead in hand, and one's own.
    ("SELECT id FROM attempt", 5, 7, 1, 7),
    ("SELECT number, note FROM attempt", 5, 7, 1, NO),
    ("SELECT note FROM attempt WHERE caller = 'Ben'", 1, 3, 0, NO),
    ("SELECT * FROM answer", 5, 7, 1, NO),
    ("SELECT * FROM callback", 2, 3, 0, NO),
    ("SELECT * FROM message", 2, 3, 0, NO),
    ("SELECT * FROM late_save", 0, 0, 0, NO),
    ("SELECT * FROM meeting", 0, 0, 0, NO),
    ("SELECT address FROM sending", 0, 0, 0, NO),
    ("SELECT address FROM opt_in", 0, 0, 0, NO),
    # Do not call: no list of it for callers.
    ("SELECT id FROM suppression", 1, 3, 0, 3),
    ("SELECT fingerprint FROM suppression", 1, 3, 0, NO),
    ("SELECT name FROM suppression_list", 1, 1, 1, 1),
    ("SELECT hash_key FROM suppression_list", NO, 1, NO, NO),
    ("SELECT hash FROM suppression_hash", NO, 0, NO, NO),
    # The hand-off.
    ("SELECT receiver FROM handoff_batch", 0, 2, 1, 2),
    ("SELECT receiver_email FROM handoff_batch", 0, 2, 1, NO),
    ("SELECT brief FROM handoff_item", 0, 2, 1, NO),
    ("SELECT brief FROM handoff_item WHERE receiver = 'Lea'", 0, 1, 0, NO),
    ("SELECT * FROM handoff_notice", NO, 0, 0, NO),
    ("SELECT * FROM account_owner", 0, 0, 0, NO),
    ("SELECT * FROM crm_load", NO, 0, NO, NO),
    # Colleagues: names, and no way to reach them.
    ("SELECT name, role, state FROM member", 6, 6, 6, NO),
    ("SELECT name, role FROM member", 6, 6, 6, 6),
    ("SELECT email FROM member", NO, 6, NO, NO),
    ("SELECT phone FROM member WHERE name = 'Ben'", NO, 1, NO, NO),
    ("SELECT * FROM member", NO, 6, NO, NO),
    # What everybody works by.
    ("SELECT name FROM campaign", 1, 1, 1, 1),
    ("SELECT * FROM stack", YES, YES, YES, YES),
    ("SELECT * FROM tally", YES, YES, YES, YES),
    ("SELECT * FROM script_version", 0, 0, 0, 0),
    ("SELECT version_num FROM alembic_version", 1, 1, 1, 1),
    ("SELECT document FROM document_draft", NO, 1, NO, NO),
    ("SELECT mail FROM report_schedule", NO, 0, NO, NO),
    # What was done, and what was disclosed.
    ("SELECT id FROM history WHERE who IN ('Maya', 'Ben')", 3, 5, 0, 5),
    ("SELECT hash FROM history_head", 1, 1, 1, 1),
    ("SELECT * FROM claim_log", 0, 5, 0, 5),
    ("SELECT * FROM claim_limit", 0, 0, 0, 0),
    # Round about: joins, copies, views of the server.
    ("SELECT count(*) FROM contact GROUP BY id", 1, 7, 1, NO),
    ("COPY contact TO STDOUT", 1, 7, 1, NO),
    ("COPY (SELECT * FROM contact_phone) TO STDOUT", 1, 7, 1, NO),
    ("SELECT * FROM pg_stats WHERE tablename = 'contact'", 0, 0, 0, 0),
    ("SELECT 1 FROM pg_stat_activity WHERE usename = 'tester' AND query ~ '^[A-Z]'", 0, 0, 0, 0),
    ("SELECT rolpassword FROM pg_authid", NO, NO, NO, NO),
    ("SELECT * FROM pg_statistic", NO, NO, NO, NO),
    ("SELECT umoptions FROM pg_user_mapping", NO, NO, NO, NO),
)
WRITES: Final[tuple[Line, ...]] = (
    ("UPDATE lead SET state = 'won' WHERE id = {held}", NO, 1, NO, NO),
    ("UPDATE lead SET claimed_by = 'Ben' WHERE id = {ran_out}", NO, 1, NO, NO),
    ("DELETE FROM touchpoint", NO, 7, NO, NO),
    ("TRUNCATE lead CASCADE", NO, NO, NO, NO),
    ("SELECT * FROM lead FOR UPDATE", NO, 7, NO, NO),
    ("SELECT * FROM lead FOR SHARE", NO, 7, NO, NO),
    ("UPDATE contact SET name = '' WHERE TRUE", NO, 7, NO, NO),
    (
        "INSERT INTO attempt (id, lead_id, caller, started_at) VALUES ('x', {held}, 'Maya', now())",
        NO,
        1,
        NO,
        NO,
    ),
    ("UPDATE attempt SET outcome = 'qualified' WHERE caller = 'Ben'", NO, 3, NO, NO),
    ("DELETE FROM answer", NO, 7, NO, NO),
    (
        "INSERT INTO answer (id, attempt_id, lead_id, given_at) VALUES ('x', {my}, {held}, now())",
        NO,
        1,
        NO,
        NO,
    ),
    ("DELETE FROM suppression", NO, 3, NO, NO),
    ("UPDATE suppression SET lifted_at = now()", NO, 3, NO, NO),
    ("UPDATE handoff_item SET state = 'taken'", NO, 2, NO, NO),
    ("UPDATE member SET role = 'supervisor' WHERE name = 'Maya'", NO, 1, NO, NO),
    ("UPDATE member SET login = session_user WHERE name = 'Nadia'", NO, YES, NO, NO),
    ("UPDATE campaign SET is_paused = TRUE", NO, 1, NO, NO),
    ("UPDATE workspace SET value = ''", NO, YES, NO, NO),
    (
        "INSERT INTO claim_limit (caller, per_hour, per_day, set_at) VALUES ('Maya', 0, 0, now())",
        NO,
        1,
        NO,
        NO,
    ),
    ("DELETE FROM claim_log", NO, NO, NO, NO),
    ("INSERT INTO claim_log (at) VALUES (now())", NO, NO, NO, NO),
    # What was done stays done, for everybody who can log in.
    ("INSERT INTO history (at, who, what) VALUES (now(), 'Ben', 'called')", NO, 1, NO, NO),
    ("UPDATE history SET who = 'Ben'", NO, NO, NO, NO),
    ("DELETE FROM history", NO, NO, NO, NO),
    ("TRUNCATE history", NO, NO, NO, NO),
    ("UPDATE alembic_version SET version_num = '9999'", NO, NO, NO, NO),
    ("SELECT setval('history_id_seq', 1)", NO, NO, NO, NO),
    ("SELECT nextval('lead_id_seq')", NO, YES, NO, NO),
)
ATTACKS: Final[tuple[Line, ...]] = (
    # Being somebody else.
    ("SET ROLE {owner}", NO, NO, NO, NO),
    ("SET ROLE {gate}", NO, NO, NO, NO),
    ("SET ROLE {reach}", NO, NO, NO, NO),
    ("SET ROLE {ben}", NO, NO, NO, NO),
    ("SET ROLE {supervisors}", NO, YES, NO, NO),
    ("SET SESSION AUTHORIZATION {ben}", NO, NO, NO, NO),
    ("ALTER ROLE {maya} SUPERUSER", NO, NO, NO, NO),
    ("ALTER ROLE {ben} PASSWORD 'mine'", NO, NO, NO, NO),
    ("GRANT {supervisors} TO {maya}", NO, NO, NO, NO),
    ("CREATE ROLE somebody LOGIN", NO, NO, NO, NO),
    ("SELECT act.me() FROM set_config('app.who', 'Ben', TRUE) WHERE act.me() = 'Ben'", 0, 0, 0, 0),
    # Things of one's own in which others might step.
    ("CREATE TABLE public.mine (id int)", NO, NO, NO, NO),
    ("CREATE TABLE act.mine (id int)", NO, NO, NO, NO),
    ("CREATE SCHEMA mine", NO, NO, NO, NO),
    ("CREATE TEMP TABLE member (name text, login text)", NO, NO, NO, NO),
    ("CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'", NO, NO, NO, NO),
    ("CREATE FUNCTION pg_temp.me() RETURNS text LANGUAGE sql AS 'SELECT ''Ben'''", NO, NO, NO, NO),
    (
        "CREATE OR REPLACE FUNCTION act.me() RETURNS text LANGUAGE sql AS 'SELECT ''Ben'''",
        NO,
        NO,
        NO,
        NO,
    ),
    ("CREATE VIEW public.all_of_it AS SELECT * FROM contact", NO, NO, NO, NO),
    ("CREATE EXTENSION pg_trgm", NO, NO, NO, NO),
    ("CREATE PUBLICATION mine FOR TABLE contact", NO, NO, NO, NO),
    # Taking the boundary down.
    ("ALTER TABLE contact DISABLE ROW LEVEL SECURITY", NO, NO, NO, NO),
    ("ALTER TABLE history DISABLE TRIGGER ALL", NO, NO, NO, NO),
    ("DROP POLICY z_see ON contact", NO, NO, NO, NO),
    ("CREATE POLICY mine ON contact USING (TRUE)", NO, NO, NO, NO),
    ("ALTER FUNCTION act.my_leads() SECURITY INVOKER", NO, NO, NO, NO),
    ("DROP FUNCTION act.my_leads()", NO, NO, NO, NO),
    ("SET session_replication_role = replica", NO, NO, NO, NO),
    ("DROP TABLE history", NO, NO, NO, NO),
    # The server's files and programs.
    ("SELECT pg_read_file('/etc/passwd')", NO, NO, NO, NO),
    ("SELECT pg_ls_dir('.')", NO, NO, NO, NO),
    ("COPY contact TO PROGRAM 'cat'", NO, NO, NO, NO),
    ("COPY contact TO '/var/contact'", NO, NO, NO, NO),
    ("SELECT lo_import('/etc/passwd')", NO, NO, NO, NO),
    ("SELECT lo_create(0)", NO, NO, NO, NO),
    ("SELECT lo_from_bytea(0, 'x')", NO, NO, NO, NO),
    (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'tester' LIMIT 1",
        NO,
        NO,
        NO,
        NO,
    ),
    ("SET temp_file_limit = -1", NO, NO, NO, NO),
    ("LOCK TABLE lead IN ACCESS EXCLUSIVE MODE", NO, YES, NO, NO),
    ("LOCK TABLE lead IN SHARE MODE", NO, YES, NO, NO),
)
ALL: Final = (*READS, *WRITES, *ATTACKS)


@pytest.fixture(scope="module")
def logged_in(team_template: TeamDesk) -> Iterator[dict[str, Any]]:
    """The furnished workspace: what its statements name, and a connection of each login."""
    with copied_team(team_template, "team_matrix") as team:
        leads = furnish(team)
        prefix = team.logins["Maya"].rpartition("_")[0]
        told = {
            **leads,
            **{role: f'"{prefix}_{role}"' for role in ("owner", "gate", "reach")},
            **{name.lower(): f'"{login}"' for name, login in team.logins.items()},
            "supervisors": f'"{prefix}_supervisor"',
            "my": f"'{call_id(1)}'",
        }
        lines = {name: psycopg.connect(team.url(name)) for name in WHO}
        try:
            yield {"told": told, "lines": lines, "team": team}
        finally:
            for line in lines.values():
                line.close()


def test_there_are_enough_statements_and_each_stands_once() -> None:
    assert len(ALL) >= 80
    assert len({line[0] for line in ALL}) == len(ALL)


@pytest.mark.parametrize("line", ALL, ids=[line[0][:60] for line in ALL])
def test_each_login_is_answered_as_declared(line: Line, logged_in: dict[str, Any]) -> None:
    statement, *answers = line
    text = statement.format(**logged_in["told"])
    said = {name: _answer(logged_in["lines"][name], text) for name in WHO}
    for name, wanted in zip(WHO, answers, strict=True):
        got = said[name]
        assert (got != NO) if wanted == YES else (got == wanted), (name, text, got, wanted)


def _answer(line: psycopg.Connection[Any], text: str) -> Any:
    """How many rows it came to, NO where it was refused; all of it is taken back."""
    try:
        if text.startswith("COPY") and "STDOUT" in text:
            with line.cursor() as cursor, cursor.copy(text.encode()) as copied:
                return b"".join(bytes(part) for part in copied).count(b"\n")
        return line.execute(text.encode()).rowcount
    except psycopg.errors.InsufficientPrivilege:
        return NO
    finally:
        line.rollback()


def test_nobody_gives_away_what_they_have_themselves(logged_in: dict[str, Any]) -> None:
    """The server only warns whoever has a right without the right to pass it on."""
    maya, iris = logged_in["lines"]["Maya"], logged_in["told"]["iris"]
    maya.execute(f"GRANT SELECT ON contact TO {iris}".encode())
    asked = "SELECT has_table_privilege(%s, 'contact', 'SELECT')"
    assert maya.execute(asked, (iris.strip('"'),)).fetchone() == (False,)
    maya.rollback()


def test_every_table_has_its_line() -> None:
    """A new table is read by supervisors alone until somebody says more."""
    from qualdesk.store.schema import metadata

    assert set(LINES) == set(metadata.tables)


@pytest.mark.parametrize("look", ["SELECT id FROM answer", "SELECT id FROM suppression"])
def test_a_look_over_a_whole_table_asks_once_whose_calls_they_are(
    logged_in: dict[str, Any], look: str
) -> None:
    """A function asked of each row made a second of a hundred thousand answers."""
    maya = logged_in["lines"]["Maya"]
    plan = maya.execute(f"EXPLAIN {look}".encode()).fetchall()
    maya.rollback()
    filters = [line for (line,) in plan if "Filter:" in line]
    assert filters
    assert not any("act." in line for line in filters), filters
