"""What is declared of every table: who reads it, who writes it, and what nobody may."""

import pytest

from qualdesk.store.schema import metadata
from qualdesk.store.team.functions import pillars
from qualdesk.store.team.grants import Grant, grants_of, name_of, statements, tables
from qualdesk.store.team.policies import LINES, NOBODY, WHOLE, policies_of
from qualdesk.store.team.roles import GROUPS, roles_called
from qualdesk.store.team.stamps import hash_of

ACTING = ("caller", "sales")


def grants(role: str) -> list[Grant]:
    """What a role may do, over all tables."""
    return [one for table in tables() for one in grants_of(table) if one.role == role]


@pytest.mark.parametrize("role", [*ACTING, "auditor"])
def test_who_acts_by_functions_or_looks_on_writes_into_no_table(role: str) -> None:
    assert {right for one in grants(role) for right in one.may} <= {"SELECT"}


def test_what_was_done_and_what_was_disclosed_is_changed_by_nobody() -> None:
    for role in (*GROUPS, "gate", "reach"):
        for one in grants(role):
            if one.table in {"history", "claim_log"}:
                assert one.may <= {"SELECT", "INSERT"}, one
    assert not any("TRUNCATE" in one.may for role in GROUPS for one in grants(role))


def test_a_table_with_rows_of_somebody_has_rules_for_its_rows() -> None:
    """A column that says whose a row is makes it a matter of rules, not of the table."""
    for name, table in metadata.tables.items():
        is_of_somebody = {"lead_id", "contact_id", "attempt_id", "item_id"} & set(table.c.keys())
        if is_of_somebody:
            assert LINES[name].has_rows, name
            assert LINES[name].see != WHOLE, name
            assert policies_of(name), name


def test_what_functions_write_for_somebody_is_tied_to_who_that_is() -> None:
    for name, line in LINES.items():
        if line.write not in {NOBODY, WHOLE}:
            assert "act." in line.write, name
        if line.write == WHOLE:
            assert "DELETE" not in line.may, name


def test_columns_that_are_kept_back_are_there_to_be_kept_back() -> None:
    for name, line in LINES.items():
        there = set(metadata.tables[name].c.keys())
        assert line.without <= there, name
        assert set(line.audited) <= there, name
        for role in ACTING:
            for one in grants_of(name):
                if one.role == role and line.without:
                    assert not one.may
                    assert set(one.columns) == there - line.without


def test_rules_and_rights_speak_of_the_same_roles() -> None:
    """A rule for whom no right was given says nothing, and a right without a rule gives nothing."""
    for name in tables():
        rules = policies_of(name)
        if not rules:
            continue
        ruled = {role for rule in rules for role in rule.to}
        assert ruled == {one.role for one in grants_of(name)}, name


def test_every_right_is_taken_before_those_that_are_declared_are_given() -> None:
    roles = roles_called('d"esk')
    told = list(statements(roles))
    assert told[0].startswith("REVOKE ALL ON ALL TABLES")
    assert all('"d""esk_' in line for line in told if "GRANT" in line)
    assert name_of("gate", roles) == 'd"esk_gate'
    assert not any("UPDATE" in line and "SEQUENCES" in line for line in told)


def test_what_rules_ask_is_asked_of_whoever_is_logged_in() -> None:
    """``current_user`` is the owner of the function there, whoever calls it."""
    for one in pillars(roles_called("desk")):
        assert "current_user" not in one.sql, one.name
        assert "current_setting" not in one.sql, one.name
    assert hash_of("a") != hash_of("b")
