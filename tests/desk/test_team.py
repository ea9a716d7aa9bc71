"""In a team the login says who somebody is: for the desk, for the command line, for the doctor."""

from pathlib import Path

import pytest

from qualdesk.__main__ import main
from qualdesk.bootstrap import facts_of, open_desk
from qualdesk.core.errors import Refused, WrongLogin
from qualdesk.core.members import read_hours
from qualdesk.core.team import ALONE, FAULTS, TEAM_ROLES, Person, Standing, fault, role_words
from qualdesk.store.team import check
from team_desks import PEOPLE, TeamDesk


def test_in_a_file_there_is_no_team_and_the_typed_name_counts(sqlite_file: Path) -> None:
    desk = open_desk(f"sqlite:///{sqlite_file}", caller="Ana", durable=False)
    assert desk.team.standing() == ALONE
    assert desk.team.me() is None
    assert desk.caller == "Ana"
    desk.close()


def test_a_server_without_a_team_is_as_a_file(postgres_url: str) -> None:
    desk = open_desk(postgres_url, caller="Ana")
    assert desk.team.standing() == ALONE
    assert desk.caller == "Ana"
    desk.close()


@pytest.mark.parametrize("name", ["Maya", "Jonas", "Nadia"])
def test_the_login_says_name_and_role_whatever_was_typed(team: TeamDesk, name: str) -> None:
    desk = open_desk(team.url(name), caller="Somebody Else")
    me = desk.team.me()
    assert me == Person(login=team.logins[name], name=name, role=PEOPLE[name])
    assert desk.caller == name
    assert desk.people.role() == PEOPLE[name]
    everybody = {one.name: one for one in desk.team.people()}
    assert set(PEOPLE) <= set(everybody)
    if name == "Nadia":
        assert {who: everybody[who].role for who in PEOPLE} == dict(PEOPLE)
    knows_logins = bool(everybody["Iris"].login)
    assert knows_logins == (name == "Nadia"), "logins are for those who look after the team"
    desk.close()


@pytest.mark.parametrize("name", ["Maya", "Jonas"])
def test_each_says_of_themselves_when_they_work_and_nothing_of_others(
    team: TeamDesk, name: str
) -> None:
    desk = open_desk(team.url(name))
    desk.people.set_hours(shifts=read_hours("mon-fri 9-17"), zone="Europe/Berlin")
    desk.people.set_details(languages=["German"])
    own = desk.people.member()
    assert (own.zone, own.languages, len(own.shifts)) == ("Europe/Berlin", ("de",), 5)
    with pytest.raises(Refused, match="of themselves"):
        desk.people.set_hours("Ben", zone="Europe/London")
    with pytest.raises(Refused, match="supervisor"):
        desk.people.set_details(role="supervisor")
    desk.close()


def test_whoever_administers_need_be_nobody_and_goes_by_the_name_they_type(
    team: TeamDesk,
) -> None:
    desk = open_desk(team.owner, caller="Ana")
    assert desk.team.standing() == Standing(is_team=True)
    assert desk.caller == "Ana"
    desk.close()


def test_another_name_is_refused_at_the_command_line(
    team: TeamDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--db", team.url("Maya"))
    assert main(["people", *where, "--caller", "Ben"]) == 2
    assert "You are logged in as Maya. Leave --caller out" in capsys.readouterr().err
    assert main(["people", *where, "--caller", "maya"]) == 0, "one's own is no other"
    assert main(["people", *where]) == 0


def test_the_doctor_says_who_one_is_and_what_is_wrong(
    team: TeamDesk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert facts_of(team.url("Maya")).standing.me is not None
    assert main(["doctor", "--db", team.url("Maya")]) == 0
    said = capsys.readouterr().out
    assert f"Caller: Maya, caller, as the login {team.logins['Maya']}" in said
    assert "Login:" not in said
    lacks = (fault("acts_missing", acts="keep_answer"),)
    monkeypatch.setattr(check, "faults", lambda _tx, **_: lacks)
    assert main(["doctor", "--db", team.url("Maya")]) == 2
    said = capsys.readouterr().out
    assert "Login: The server lacks something this version of qualdesk needs: keep_answer." in said
    assert "qualdesk team init" in said


@pytest.mark.parametrize("key", ["superuser", "owns_tables"])
def test_only_a_caller_is_kept_out_and_only_by_what_no_limit_holds(
    team: TeamDesk, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    found = (fault("many_groups", groups="a"), fault(key))
    monkeypatch.setattr(check, "faults", lambda _tx, **_: found)
    with pytest.raises(WrongLogin, match="qualdesk team add-person"):
        open_desk(team.url("Maya"))
    desk = open_desk(team.url("Nadia"))
    assert [one.key for one in desk.team.standing().faults] == [key, "many_groups"]
    desk.close()


def test_each_fault_says_what_is_so_and_who_mends_it() -> None:
    named = {"tables": "lead", "acts": "keep_answer", "groups": "a, b"}
    for key in FAULTS:
        one = fault(key, **named)
        assert one.says.endswith("."), key
        assert "Whoever administers the server" in one.do, key
        assert "qualdesk team" in one.do, key
        assert "{" not in one.says + one.do
    assert [key for key in FAULTS if fault(key, **named).is_grave] == ["superuser", "owns_tables"]
    assert all(role_words(role) for role in TEAM_ROLES)
    assert role_words("marketing") == "Marketing"


def test_a_supervisor_says_who_left_and_which_command_ends_their_login(team: TeamDesk) -> None:
    caller = open_desk(team.url("Maya"))
    with pytest.raises(Refused, match="A supervisor says who has left"):
        caller.leavers.leave("Ben")
    caller.close()
    desk = open_desk(team.url("Nadia"))
    desk.people.set_details("Bne", role="caller")
    assert desk.leavers.look("Bne").can_be_removed
    assert desk.leavers.remove("Bne").says == "Bne is off the list."
    assert not desk.leavers.look("Ben").can_be_removed, "they have a login"
    done = desk.leavers.leave("Ben", to="Maya")
    assert done.says == (
        "Ben has left. Their login still lets them in. Whoever administers the server ends it: "
        'qualdesk team remove-person "Ben"'
    )
    assert "Ben" in {one.name for one in desk.team.people()}, "as long as their login stands"
    caller = open_desk(team.url("Maya"))
    assert "Ben" not in {one.name for one in caller.team.people()}
    caller.close()
    assert desk.leavers.take_back("Ben").member.left_on is None
    desk.close()
