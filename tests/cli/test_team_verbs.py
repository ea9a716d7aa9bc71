"""`qualdesk team`: set up, let in, let go, looked over; a password is said once."""

import json
from pathlib import Path
from stat import S_IMODE

import psycopg
import pytest

from qualdesk import teams
from qualdesk.__main__ import main
from qualdesk.core.team_found import Found, LookedOver
from team_desks import TeamDesk


class Typed:
    """Runs commands as the administrator."""

    def __init__(self, team: TeamDesk, capsys: pytest.CaptureFixture[str]) -> None:
        self.team = team
        self._capsys = capsys

    def __call__(self, *words: str) -> tuple[int, str]:
        code = main(["team", *words, "--db", self.team.owner, "--caller", "Nadia"])
        told = self._capsys.readouterr()
        return code, told.out + told.err


@pytest.fixture
def typed(team: TeamDesk, capsys: pytest.CaptureFixture[str]) -> Typed:
    return Typed(team, capsys)


def test_a_person_is_let_in_given_another_password_and_taken_away(typed: Typed) -> None:
    code, says = typed("add-person", "Ana Ortega", "--role", "caller")
    assert code == 0
    assert "Ana Ortega is let in as " in says
    assert "It is shown this once." in says
    login = says.split(" is let in as ")[1].split(" ")[0]
    code, told = typed("add-person", "Ana Ortega", "--new-password", "--json")
    data = json.loads(told)
    assert (code, data["login"]) == (0, login)
    assert data["password"] not in says
    code, says = typed("remove-person", "Ana Ortega")
    assert code == 0
    assert f"{login} is gone" in says
    with psycopg.connect(typed.team.owner) as owner:
        there = owner.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (login,)).fetchone()
    assert there is None
    assert typed("remove-person", "Ana Ortega")[0] == 2


def test_a_password_can_go_into_a_file_that_nobody_else_reads(typed: Typed, tmp_path: Path) -> None:
    file = tmp_path / "ana"
    code, says = typed("add-person", "Ana Ortega", "--role", "caller", "--password-file", str(file))
    try:
        assert code == 0
        assert S_IMODE(file.stat().st_mode) == 0o600
        password = file.read_text(encoding="utf-8").strip()
        assert len(password) >= 20
        assert password not in says
        other = typed("add-person", "Eva", "--role", "caller", "--password-file", str(file))
        assert other[0] == 2
        assert "already" in other[1]
    finally:
        typed("remove-person", "Ana Ortega")
    refused = tmp_path / "maya"
    words = ("add-person", "Maya", "--role", "caller", "--password-file", str(refused))
    assert typed(*words)[0] == 2
    assert not refused.exists(), "nothing is left of what did not come to be"


def test_what_is_wrong_is_said_and_mended(typed: Typed) -> None:
    with psycopg.connect(typed.team.owner, autocommit=True) as owner:
        owner.execute("ALTER TABLE contact DISABLE ROW LEVEL SECURITY")
    code, says = typed("check")
    assert code == 1
    assert "Rules for rows: not right\n    contact: row-level security is off." in says
    assert "qualdesk team check --mend" in says
    says = typed("check", "--mend")[1]
    assert "Rules for rows: right" in says
    # The tests' own server does not keep what it is told on a disk, and that is said.
    assert "fsync is off; it should be on." in says
    assert "--mend" not in says


def test_setting_up_again_says_that_nothing_was_to_be_done(typed: Typed) -> None:
    code, says = typed("init")
    assert code == 0
    assert "0 things new or changed" in says


def test_without_a_role_nobody_is_let_in(typed: Typed) -> None:
    code, says = typed("add-person", "Ana Ortega")
    assert code == 2
    assert "--role" in says


def test_a_file_is_told_what_it_would_need(
    sqlite_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (("init",), ("check",), ("add-person", "Ana", "--role", "caller")):
        assert main(["team", *words, "--db", str(sqlite_file)]) == 2
        assert "team" in capsys.readouterr().err


def test_what_was_looked_over_can_be_mended_where_it_is_no_matter_of_the_server() -> None:
    server = Found(what="The server", wrong=("fsync is off.",), is_advice=True)
    rules = Found(what="Rules", wrong=("contact is open.",))
    assert not LookedOver(found=(server,)).can_be_mended
    assert not LookedOver(found=(server,)).is_right
    assert LookedOver(found=(server, rules)).can_be_mended
    assert LookedOver(found=(Found(what="Rules"),)).is_right


def test_the_door_looks_over_what_is_there(team: TeamDesk) -> None:
    found = teams.look_over(team.owner, ask=lambda _: "")
    assert [one.what for one in found.found if not one.is_right] == ["The server"]


def test_the_address_to_type_is_said_beside_the_password(typed: Typed) -> None:
    """Whoever joins needs an address with their own login in it; nobody should put it together."""
    says = typed("add-person", "Ana Ortega", "--role", "caller")[1]
    login = says.split(" is let in as ")[1].split(" ")[0]
    host = typed.team.owner.rpartition("@")[2]
    assert f"Address: postgresql://{login}@{host}\n" in says
    again = typed("add-person", "Ana Ortega", "--role", "caller")[1]
    assert 'qualdesk team add-person "Ana Ortega" --new-password' in again
