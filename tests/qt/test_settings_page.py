"""The Settings page: every change counts at once, is kept, and has a way back to normal."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.desks import LONDON, Lanes, desk_on
from qt.grabs import cut_at_rest, grab, unnamed
from qt.windows import Chosen, text_of
from qualdesk.bootstrap import facts_of, open_desk
from qualdesk.core.backups import USUAL_PLAN
from qualdesk.core.clock import SetClock
from qualdesk.core.list_files import Limits
from qualdesk.core.phone_programs import PhoneProgram
from qualdesk.core.wording import spoken
from qualdesk.qt import theme
from qualdesk.qt.choices import Choices
from qualdesk.qt.settings import encryption
from qualdesk.qt.settings.calling import NOBODY_TOOK_IT
from qualdesk.qt.settings.page import SettingsPage
from qualdesk.qt.settings.rows import Place
from qualdesk.settings import Settings, load_settings


class BothLanes(Lanes):
    """Waits for the lane of long work as well."""

    def long(self, work: Any, done: Any, *, owner: Any, refused: Any, **more: Any) -> Any:
        self.running += 1

        def over(tell: Any) -> Any:
            def told(value: Any) -> None:
                self.running -= 1
                tell(value)

            return told

        return super().long(work, over(done), owner=owner, refused=over(refused), **more)


@dataclass
class Office:
    """The page over a real workspace with four leads."""

    page: SettingsPage
    choices: Choices
    lanes: BothLanes
    clock: SetClock
    chosen: Chosen
    file: Path
    opened: list[str] = field(default_factory=list)
    takes_links: bool = True

    def wait(self) -> None:
        """Wait until both lanes have answered."""
        self.lanes.settle()

    def kept(self) -> Settings:
        """The settings as the next start reads them."""
        return load_settings(environment={}, folders=_folders(self.choices.settings))

    def desk(self) -> Any:
        return open_desk(f"sqlite:///{self.file}", clock=self.clock, caller="Maya Lind")


def _folders(settings: Settings) -> Any:
    class Here:
        user_config_path = settings.config_folder
        user_data_path = settings.data_folder
        user_log_path = settings.log_file.parent

    return Here()


@pytest.fixture
def office(qtbot: QtBot, filled: Path, tmp_path: Path, clock: SetClock) -> Iterator[Office]:
    file = Path(copy(filled, tmp_path / "desk.sqlite"))
    choices = Choices(
        Settings(
            database=f"sqlite:///{file}",
            caller="Maya Lind",
            is_named=True,
            theme="system",
            data_folder=tmp_path / "data",
            config_folder=tmp_path / "config",
            log_file=tmp_path / "log" / "qualdesk.log",
        )
    )
    lanes = BothLanes(lambda: desk_on(file, clock, "Maya Lind"))
    chosen = Chosen()
    place = Place(choices=choices, work=lanes, clock=clock, zone=LONDON, choosing=chosen)
    opened: list[str] = []
    made = Office(
        page=SettingsPage(place, lambda link: opened.append(link) or made.takes_links),
        opened=opened,
        choices=choices,
        lanes=lanes,
        clock=clock,
        chosen=chosen,
        file=file,
    )
    qtbot.addWidget(made.page)
    made.page.resize(1200, 800)
    made.page.show()
    yield made
    lanes.close()


def write(field: Any, text: str) -> None:
    """Type into a field in place of what is there, and press Enter."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def choose(choice: Any, words: str) -> None:
    """Choose a value as a person does: Qt tells activated for it."""
    at = choice.findText(words)
    assert at >= 0, words
    choice.setCurrentIndex(at)
    choice.activated.emit(at)


def test_the_arrows_walk_the_sections_and_esc_goes_back(office: Office, qtbot: QtBot) -> None:
    page = office.page
    page.show_section("you")
    page.index.buttons["you"].setFocus()
    QTest.keyClick(page.index.buttons["you"], Qt.Key.Key_Down)
    assert page.front is page.keys
    QTest.keyClick(page.index.buttons["keys"], Qt.Key.Key_Up)
    assert page.front is page.you
    with qtbot.waitSignal(page.left):
        page.step_back()


def test_look_size_and_contrast_are_kept_and_go_back_to_normal(office: Office) -> None:
    looks = office.page.looks
    office.page.show_section("look")
    choose(looks.theme, "Dark")
    choose(looks.text_size, "120%")
    looks.contrast.click()
    kept = office.kept()
    assert (kept.theme, kept.text_size, kept.high_contrast) == ("dark", 120, True)
    for row in looks.findChildren(type(looks._theme)):
        assert row.back.isVisible()
        row.back.click()
        assert not row.back.isVisible()
    kept = office.kept()
    assert (kept.theme, kept.text_size, kept.high_contrast) == ("system", 100, False)
    assert looks.text_size.currentText() == "100%"


def test_a_look_chosen_elsewhere_is_shown_here(office: Office) -> None:
    office.page.show_section("look")
    office.choices.keep(theme="light", text_size=110)
    assert office.page.looks.theme.currentText() == "Light"
    assert office.page.looks.text_size.currentText() == "110%"


def test_the_language_of_the_window_is_kept_for_its_next_start(office: Office) -> None:
    """Each language stands there in its own words; the computer's is the usual one."""
    you = office.page.you
    office.page.show_section("you")
    assert [you.language.itemText(at) for at in range(3)] == [
        *("As the computer", "English", "Deutsch")
    ]
    assert "next start" in you.language_row.hint
    choose(you.language, "Deutsch")
    assert office.kept().language == "de"
    assert spoken() == "en"
    you.language_row.back.click()
    assert (office.kept().language, you.language.currentText()) == ("", "As the computer")
    choose(you.language, "English")
    assert office.kept().language == "en"


def test_a_number_is_tried_in_the_way_that_is_chosen(office: Office) -> None:
    calling = office.page.calling
    office.page.show_section("calling")
    write(calling.number, "+44 20 7946 0000")
    office.wait()
    assert office.opened == ["tel:+44-20-7946-0000"]
    assert "Handed to your phone program" in calling.tried.hint
    choose(calling.way, "Internet calls (sip:)")
    calling.attempt.click()
    office.wait()
    assert office.opened[-1] == "sip:+442079460000"
    assert office.kept().program == PhoneProgram(way="sip")


def test_without_a_phone_program_it_is_said_and_the_number_is_copied(office: Office) -> None:
    """Dialling never throws: the number can always be dialled by hand."""
    office.takes_links = False
    office.page.show_section("calling")
    write(office.page.calling.number, "+44 20 7946 0000")
    office.wait()
    assert office.page.calling.tried.hint == NOBODY_TOOK_IT
    assert QApplication.clipboard().text() == "+442079460000"
    write(office.page.calling.number, "extension 12")
    office.wait()
    assert "one full number" in office.page.calling.tried.hint


def test_an_address_of_ones_own_counts_once_it_can_dial(office: Office) -> None:
    calling = office.page.calling
    office.page.show_section("calling")
    choose(calling.way, "An address of your own")
    assert calling.address.isVisible()
    write(calling.address, "file:///{number}")
    assert "opens files" in text_of(calling)
    assert office.kept().program.way == "tel"
    write(calling.address, "myphone:{number}")
    assert office.kept().program == PhoneProgram(way="own", template="myphone:{number}")
    write(calling.number, "+44 20 7946 0000")
    office.wait()
    assert office.opened == ["myphone:%2B442079460000"]
    calling._way.back.click()
    assert office.kept().program == PhoneProgram()
    assert not calling.address.isVisible()


def test_numbers_are_copied_always_where_somebody_wants_that(office: Office) -> None:
    office.page.show_section("calling")
    office.page.calling.copies.click()
    assert office.kept().copies_number
    office.page.calling._copies.back.click()
    assert not office.kept().copies_number


def test_limits_of_lists_are_numbers_with_a_way_back(office: Office) -> None:
    limits = office.page.limits
    office.page.show_section("imports")
    field, row = limits.fields["rows"], limits.rows["rows"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "500000")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert office.kept().limits == Limits(rows=500_000)
    assert row.back.isVisible()
    row.back.click()
    assert office.kept().limits == Limits()
    assert field.value() == 200_000


def test_hours_and_languages_stand_in_the_workspace(office: Office) -> None:
    you = office.page.you
    office.page.show_section("you")
    office.wait()
    write(you.languages, "german, english")
    office.wait()
    write(you.hours, "mon-thu 9-17; fri 9:00-13:00")
    office.wait()
    desk = office.desk()
    found = desk.people.member()
    desk.close()
    assert found.languages == ("de", "en")
    assert (found.zone, sorted(found.shifts)) == (LONDON, [0, 1, 2, 3, 4])
    assert you.languages.text() == "German, English"
    assert you.hours.text() == "mon-thu 09:00-17:00; fri 09:00-13:00"
    you.hours_row.back.click()
    office.wait()
    assert you.hours.text() == ""


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("hours", "always", "no hours"),
        ("hours", "mon 9-17; mon 18-19", "there twice"),
        ("clock", "Atlantis", "no time zone called"),
        ("languages", "Klingon", "no language known here"),
    ],
)
def test_what_cannot_be_read_is_said_below_and_stays_in_the_field(
    office: Office, field: str, typed: str, says: str
) -> None:
    office.page.show_section("you")
    office.wait()
    write(getattr(office.page.you, field), typed)
    office.wait()
    assert says in text_of(office.page.you)
    assert getattr(office.page.you, field).text() == typed


def test_a_name_is_needed(office: Office) -> None:
    office.page.show_section("you")
    renamed: list[str] = []
    office.page.you.renamed.connect(renamed.append)
    write(office.page.you.name, " ")
    assert "A name is needed" in text_of(office.page.you)
    write(office.page.you.name, "  Maya   Berg ")
    assert renamed == ["Maya Berg"]


def test_the_page_says_where_the_data_is_and_how_old_its_copy_is(
    office: Office, tmp_path: Path
) -> None:
    shown = office.page.workspace
    office.page.show_section("workspace")
    office.wait()
    assert f"In one file on this computer: {office.file}" in text_of(shown)
    assert shown.copied.hint.startswith("Never.")
    target = tmp_path / "copies" / "copy.sqlite"
    office.chosen.answers["new_file"] = target
    shown.copy_now.click()
    office.wait()
    assert f"The copy is {target}" in shown.copied.hint
    assert facts_of(f"sqlite:///{target}").number
    office.page.show_section("workspace")
    office.wait()
    assert "ago" in shown.copied.hint


def test_a_copy_that_cannot_be_made_says_why(office: Office) -> None:
    office.chosen.answers["new_file"] = office.file
    office.page.show_section("workspace")
    office.wait()
    office.page.workspace.copy_now.click()
    office.wait()
    assert "place of its own" in office.page.workspace.copied.hint
    assert office.page.workspace.copy_now.isEnabled()


def test_a_person_is_erased_only_when_their_number_is_typed(office: Office) -> None:
    erasing = office.page.privacy.erasing
    office.page.show_section("privacy")
    office.wait()
    write(erasing.wanted, "albers")
    office.wait()
    office.wait()
    assert "Katrin Albers" in erasing.whom.text()
    assert not erasing.erase.isEnabled()
    touched: list[Any] = []
    office.page.changed.connect(touched.append)
    write(erasing.sure, "12345")
    office.wait()
    assert touched == []
    write(erasing.sure, str(erasing._lead))
    office.wait()
    assert "Gone: name" in erasing.row.hint
    assert touched[0].suppression
    assert erasing.anew_row.isVisibleTo(erasing), "and no trace is to be left in the file"
    erasing.anew.click()
    office.wait()
    assert "written anew" in erasing.anew_row.hint
    write(erasing.wanted, "albers")
    office.wait()
    assert not erasing.whom.isVisible()


def test_copies_that_still_hold_somebody_erased_are_replaced_those_kept_aside_too(
    office: Office, clock: SetClock
) -> None:
    office.lanes.move_to(
        lambda: open_desk(f"sqlite:///{office.file}", clock=clock, backups=USUAL_PLAN)
    )
    desk = open_desk(f"sqlite:///{office.file}", clock=clock, backups=USUAL_PLAN)
    made = desk.recovery.make()
    desk.close()
    aside = office.file.with_name("desk.before-restore-20260101-080000-000000.sqlite")
    copy(made.path, aside)
    clock.advance(timedelta(hours=1))
    erasing = office.page.privacy.erasing
    office.page.show_section("privacy")
    office.wait()
    write(erasing.wanted, "albers")
    office.wait()
    office.wait()
    write(erasing.sure, str(erasing._lead))
    office.wait()
    assert "2 backups still hold them, the oldest of" in erasing.backups_row.hint
    erasing.replace.click()
    assert not erasing.replace.isEnabled(), "once"
    office.wait()
    assert "2 backups are replaced." in erasing.backups_row.hint
    assert erasing.replace.isEnabled()
    (fresh,) = (office.file.parent / "backups").iterdir()
    assert fresh.name.endswith("-erasure.sqlite")
    assert b"Katrin Albers" not in fresh.read_bytes()
    assert not aside.exists()


def test_a_person_is_given_all_that_is_kept_about_them(office: Office, tmp_path: Path) -> None:
    erasing = office.page.privacy.erasing
    office.chosen.answers["new_file"] = tmp_path / "katrin.json"
    office.page.show_section("privacy")
    office.wait()
    write(erasing.wanted, "albers")
    office.wait()
    office.wait()
    erasing.machine.click()
    office.wait()
    assert "It is in" in erasing.give_row.hint
    assert "Katrin Albers" in (tmp_path / "katrin.json").read_text("utf-8")


def test_nobody_is_erased_during_a_call(office: Office) -> None:
    """The one act with a typed confirmation does not come between two people who talk."""
    erasing = office.page.privacy.erasing
    office.page.show_section("privacy")
    office.wait()
    write(erasing.wanted, "albers")
    office.wait()
    office.wait()
    erasing.is_on_call = lambda: True
    write(erasing.sure, str(erasing._lead))
    office.wait()
    assert "during a call" in erasing._sure_row.hint
    desk = office.desk()
    assert not desk.erasing.is_erased(erasing._lead)
    desk.close()


def test_how_long_people_are_kept_is_chosen_looked_at_and_done(office: Office) -> None:
    """A look first; who is due goes only when their number is typed."""
    keeping = office.page.privacy.keeping
    office.page.show_section("privacy")
    office.wait()
    assert keeping.months.currentText() == "3 years"
    keeping.look.click()
    office.wait()
    assert keeping.due_row.hint == "Nobody is due."
    choose(keeping.months, "6 months")
    office.wait()
    desk = office.desk()
    assert desk.retention.terms().months == 6
    choose(keeping.way, "By itself")
    office.wait()
    assert desk.retention.terms().by_itself
    keeping.way_row.back.click()
    keeping.term_row.back.click()
    office.wait()
    assert desk.retention.terms().months == 36
    assert not desk.retention.terms().by_itself
    desk.close()


def test_the_record_of_processing_is_written(office: Office, tmp_path: Path) -> None:
    office.chosen.answers["new_file"] = tmp_path / "record.pdf"
    office.page.show_section("privacy")
    office.wait()
    office.page.privacy.keeping.record.click()
    office.wait()
    assert (tmp_path / "record.pdf").read_bytes().startswith(b"%PDF")


def test_how_long_a_no_is_kept_is_chosen_and_goes_back(office: Office) -> None:
    privacy = office.page.privacy
    office.page.show_section("privacy")
    office.wait()
    assert privacy.kept.currentText() == "For good"
    choose(privacy.kept, "10 years")
    office.wait()
    desk = office.desk()
    assert desk.do_not_call.kept_for() == 3650
    privacy.kept_row.back.click()
    office.wait()
    assert desk.do_not_call.kept_for() is None
    desk.close()


def test_whether_the_workspace_is_encrypted_is_said_with_the_command_for_it(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file must be open nowhere for it: the window says what to type, and copies it."""
    row = office.page.privacy.encryption
    office.page.show_section("privacy")
    qtbot.waitUntil(lambda: "not encrypted" in row.hint)
    assert "not encrypted: whoever can read desk.sqlite can read the leads" in row.hint
    assert row.hint.endswith("close qualdesk, then: qualdesk encrypt")
    row.copy.click()
    assert QApplication.clipboard().text() == f"qualdesk encrypt {shlex.quote(str(office.file))}"
    monkeypatch.setattr(encryption, "is_encrypted", lambda _file: True)
    office.page.show_section("privacy")
    row.look(f"sqlite:///{office.file}")
    qtbot.waitUntil(lambda: "is encrypted" in row.hint)
    assert row.hint.startswith("This workspace is encrypted: without its passphrase nobody")
    assert "--new-passphrase" in row.hint
    monkeypatch.setattr(office.lanes, "ask", None)  # a server out of reach answers nothing
    row.look("sqlite:////srv/leads of $(id).sqlite")
    qtbot.waitUntil(lambda: "leads of" in row.hint)
    row.copy.click()
    said = QApplication.clipboard().text()
    assert said == "qualdesk encrypt --new-passphrase '/srv/leads of $(id).sqlite'"
    row.look("postgresql://maya@db.example/desk")
    qtbot.waitUntil(lambda: "on the team's server" in row.hint)
    assert row.hint.endswith("What waits on this computer while the line is down is encrypted.")
    assert row.copy.isHidden(), "there is nothing left to be done"
    grab(office.page, "settings-encryption", (1200, 800))
    assert cut_at_rest(office.page) == []


def test_the_do_not_call_file_is_written(office: Office, tmp_path: Path) -> None:
    office.chosen.answers["new_file"] = tmp_path / "no.csv"
    office.page.show_section("privacy")
    office.wait()
    office.page.privacy.export.click()
    office.wait()
    assert "entries are in" in office.page.privacy.export_row.hint
    assert (tmp_path / "no.csv").read_text("utf-8").startswith("fingerprint,")
    office.page.privacy.export.click()
    office.wait()
    assert "there already" in office.page.privacy.export_row.hint


def test_licences_stand_there_word_for_word(office: Office) -> None:
    about = office.page.about
    office.page.show_section("about")
    assert "Inter" in about.text.toPlainText()
    for at in range(about.which.count()):
        about.which.setCurrentIndex(at)
        assert len(about.text.toPlainText()) > 2
    about.copy.click()
    assert QApplication.clipboard().text().startswith("qualdesk ")
    named = {about.which.itemText(at).split()[0].lower() for at in range(about.which.count())}
    ours = (Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8")
    project = tomllib.loads(ours)["project"]
    extras = project["optional-dependencies"]
    for one in (*project["dependencies"], *extras["team"], *extras["encrypted"]):
        if "win32" not in one:  # Zones of time as data, in the public domain.
            assert re.split(r"[\[<>=]", one)[0].lower() in named, one


@pytest.mark.parametrize(("scheme", "size"), [("light", (1366, 768)), ("dark", (1920, 1080))])
def test_every_section_is_drawn_whole_and_names_every_stop(
    office: Office, qapp: QApplication, scheme: Any, size: tuple[int, int]
) -> None:
    theme.apply(qapp, scheme, 1.0)
    office.choices.keep(text_size=110, theme="dark", copies_number=True, limits=Limits(rows=500))
    for key in office.page.index.buttons:
        office.page.show_section(key)
        office.wait()
        grab(office.page, f"settings-{key}-{size[0]}-{scheme}", size)
        assert cut_at_rest(office.page) == []
        assert unnamed(office.page) == []


def test_larger_text_cuts_nothing(office: Office, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 1.5)
    for key in office.page.index.buttons:
        office.page.show_section(key)
        office.wait()
        grab(office.page, f"settings-{key}-150", (1366 - 114, 700))
        assert cut_at_rest(office.page.front) == []
