"""Settings of a team: the way to its server, whose login it is, what a role finds there."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from links.test_passwords import OwnKeyring, own
from qt.grabs import cut_words, grab, unnamed
from qt.test_settings_page import Office, office, write
from qt.windows import text_of
from qualdesk.bootstrap import WorkspaceFacts
from qualdesk.core.team import ALONE, Person, Standing, fault
from qualdesk.core.transport import Connected, Trust
from qualdesk.links.passwords import keep_password, kept_password
from qualdesk.qt.settings import server_way
from qualdesk.qt.settings.server_login import ServerLogin, who_says

__all__ = ["office", "own"]
ADDRESS = "postgresql://ana_7@db.example/desk"
ANA = Standing(is_team=True, me=Person(login="ana_7", name="Ana Ortega", role="caller"))
FACTS = WorkspaceFacts(
    kind="PostgreSQL",
    place="db.example/desk",
    number="0008",
    connected=Connected(
        is_near=False, protocol="TLSv1.3", is_checked=True, is_scram=True, server="15.8"
    ),
)


def in_team(office: Office, standing: Standing) -> None:
    """The page as it stands when a team's workspace is open."""
    office.page.show_team(standing)
    office.page.show_section("workspace")
    office.wait()
    section = office.page.workspace
    section.use_address(ADDRESS)
    section._show(replace(FACTS, standing=standing))
    office.wait()


def test_a_file_of_certificates_is_chosen_kept_and_left_again(
    office: Office, tmp_path: Path
) -> None:
    way = office.page.workspace.server_way
    office.page.show_section("workspace")
    office.chosen.answers = {"certificates": tmp_path / "ca.pem"}
    way.choose.click()
    assert office.kept().trust == Trust(ca_file=str(tmp_path / "ca.pem"))
    assert way.file.text() == str(tmp_path / "ca.pem")
    assert way.file_row.hint == server_way.FROM_NEXT
    assert way.file_row.back.isVisible()
    write(way.file, "/etc/qualdesk/other.pem")
    assert office.kept().trust.ca_file == "/etc/qualdesk/other.pem"
    way.file_row.back.click()
    assert office.kept().trust == Trust()
    assert way.file.text() == ""
    assert "[team]" not in (office.choices.settings.config_folder / "settings.toml").read_text()


def test_a_server_is_let_off_its_checks_by_name_and_with_a_warning(office: Office) -> None:
    way = office.page.workspace.server_way
    office.page.show_section("workspace")
    assert "may read and change everything" in way.weaker_row.hint
    write(way.server, "postgresql://old.example/desk")
    assert office.kept().trust.weaker == ()
    assert way.weaker_row.hint == server_way.NO_NAME
    for name in ("Old.Example", "older.example", "old.example"):
        write(way.server, name)
    assert office.kept().trust.weaker == ("old.example", "older.example")
    assert server_way.FROM_NEXT in way.weaker_row.hint
    assert "may read and change everything" in way.weaker_row.hint, "the warning stays"
    way.lines["old.example"].remove.click()
    assert office.kept().trust.weaker == ("older.example",)
    assert way.server.hasFocus(), "the cursor does not go with the line"
    way.weaker_row.back.click()
    assert office.kept().trust.weaker == ()
    assert way.lines == {}


def test_what_somebody_wrote_by_hand_is_on_the_page(office: Office) -> None:
    trust = Trust(ca_file="/etc/ca.pem", weaker=("old.example",))
    office.choices.settings = replace(office.choices.settings, trust=trust)
    office.page.show_section("workspace")
    way = office.page.workspace.server_way
    assert (way.file.text(), list(way.lines)) == ("/etc/ca.pem", ["old.example"])


def test_the_page_says_who_one_is_how_the_line_stands_and_what_is_wrong(
    office: Office, own: OwnKeyring
) -> None:
    standing = replace(
        ANA, faults=(fault("reads_leads", tables="contact"), fault("many_groups", groups="a, b"))
    )
    in_team(office, standing)
    section = office.page.workspace
    said = text_of(section)
    assert "Ana Ortega, Caller, by the login ana_7." in said
    assert "it never sees the password (SCRAM)" in said
    assert "reads more leads than the one it holds: contact." in said
    assert "qualdesk team init" in said
    assert own.kept == {}
    assert "it is asked at each start" in said
    assert not section.login.forget.isEnabled()
    grab(office.page, "team-settings", (1290, 768))
    assert cut_words(office.page) == []
    assert unnamed(office.page) == []


def test_a_password_that_is_kept_is_forgotten_when_somebody_says_so(
    office: Office, own: OwnKeyring
) -> None:
    assert keep_password(ADDRESS, "s3cret")
    in_team(office, ANA)
    login = office.page.workspace.login
    assert "keyring has it" in login.password.hint
    login.forget.click()
    office.wait()
    assert kept_password(ADDRESS) == ""
    assert "asked at the next start" in login.password.hint
    assert own.kept == {}


def test_in_a_file_there_is_no_login_to_speak_of(office: Office) -> None:
    office.page.show_team(ALONE)
    office.page.show_section("workspace")
    office.wait()
    section = office.page.workspace
    assert not section.login.isVisible()
    assert not section.way.isVisible()
    assert section.server_way.isVisible(), "whoever is about to join a team sets it here"
    assert "the name you typed counts" in who_says(ALONE)


@pytest.mark.parametrize(
    ("role", "there", "not_there"),
    [
        ("caller", {"you", "calling", "workspace"}, {"team", "privacy", "imports", "mail"}),
        ("sales", {"you", "workspace"}, {"team", "privacy", "calling"}),
        ("auditor", {"you", "workspace"}, {"team", "privacy", "calling"}),
        ("supervisor", {"you", "team", "privacy", "imports", "mail", "calling"}, set()),
        ("owner", {"team", "workspace"}, set()),
        ("", {"you", "privacy", "imports", "mail", "calling"}, {"team"}),
    ],
)
def test_each_role_finds_the_sections_it_has_a_use_for(
    office: Office, role: str, there: set[str], not_there: set[str]
) -> None:
    me = Person(login="ana_7", name="Ana Ortega", role=role) if role else None
    office.page.show_section("privacy")
    office.page.show_team(Standing(is_team=bool(role), me=me))
    office.wait()
    shown = {key for key, button in office.page.index.buttons.items() if button.isVisible()}
    assert there <= shown
    assert not not_there & shown
    assert office.page.index.at in shown, "nobody is left standing in a section that is shut"


def test_in_a_team_nobody_types_another_name(office: Office, qtbot: QtBot) -> None:
    you = office.page.you
    office.choices.go_by("Ana Ortega")
    office.page.show_team(ANA)
    office.page.show_section("you")
    office.wait()
    assert you.name.text() == "Ana Ortega"
    assert "Your login says it" in you.name_row.hint
    with qtbot.assertNotEmitted(you.renamed):
        write(you.name, "Somebody Else")
    assert you.name.text() == "Ana Ortega"
    assert office.kept().caller != "Ana Ortega", "it is the server's to say, and is not kept here"


def test_the_rows_of_a_login_are_not_there_before_it_is_known(office: Office) -> None:
    assert isinstance(office.page.workspace.login, ServerLogin)
    assert not office.page.workspace.login.isVisibleTo(office.page.workspace)
