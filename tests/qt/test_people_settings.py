"""The week of everybody: arrows, hours as text, a day carried to others, and an undo."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copy
from typing import Any, Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.desks import LONDON, Lanes, desk_on
from qt.grabs import cut_words, grab, unnamed
from qt.windows import Chosen
from qualdesk.core.clock import SetClock
from qualdesk.core.members import Away, hours_words, read_hours
from qualdesk.core.team import Person, Standing
from qualdesk.qt import theme
from qualdesk.qt.choices import Choices
from qualdesk.qt.settings.page import SettingsPage
from qualdesk.qt.settings.people import PeopleSection
from qualdesk.qt.settings.rows import Place
from qualdesk.qt.widgets.cells import CELL
from qualdesk.qt.widgets.table import cell_width
from qualdesk.settings import Settings

BERLIN = "Europe/Berlin"


class Roster:
    """The page over a workspace in which four people work."""

    def __init__(self, page: SettingsPage, lanes: Lanes, desk: Any) -> None:
        self.page, self.lanes, self.desk = page, lanes, desk

    @property
    def section(self) -> PeopleSection:
        return self.page.people

    @property
    def week(self) -> Any:
        return self.section.week

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.week, key, held)
        self.lanes.settle()

    def write(self, text: str) -> None:
        """Type hours on the day the cursor is on, and Enter."""
        QTest.keyClicks(self.week, text[0])
        QTest.keyClicks(self.section.hours, text[1:])
        QTest.keyClick(self.section.hours, Qt.Key.Key_Return)
        self.lanes.settle()

    def hours(self, name: str) -> str:
        return hours_words(self.desk().people.member(name).shifts)


def _settings(folder: Path, file: Path) -> Settings:
    return Settings(
        database=f"sqlite:///{file}",
        caller="Sue Ray",
        is_named=True,
        theme="system",
        data_folder=folder / "data",
        config_folder=folder / "config",
        log_file=folder / "log" / "qualdesk.log",
    )


@pytest.fixture
def roster(
    qtbot: QtBot, qapp: QApplication, filled: Path, tmp_path: Path, clock: SetClock
) -> Iterator[Roster]:
    theme.apply(qapp, "light", 1.0)
    file = Path(copy(filled, tmp_path / "desk.sqlite"))
    desk = desk_on(file, clock, "Sue Ray")
    desk.people.set_details("Ana Ferrer", role="caller", languages=["es", "en"])
    desk.people.set_hours("Ana Ferrer", shifts=read_hours("mon-fri 9-12:30 13-17"), zone=BERLIN)
    desk.people.set_details("Ben Okoro", role="caller")
    desk.people.set_hours("Ben Okoro", shifts=read_hours("mon-thu 12-20"), zone=BERLIN)
    desk.people.set_absences(
        "Ben Okoro", [Away(first=date(2026, 3, 18), last=date(2026, 3, 20), because="holiday")]
    )
    desk.people.set_details("Lena Brandt", role="sales")
    desk.people.set_hours("Lena Brandt", duty=read_hours("mon-fri 10-16"), zone=BERLIN)
    desk.people.set_details("Sue Ray", role="supervisor")
    desk.close()
    lanes = Lanes(lambda: desk_on(file, clock, "Sue Ray"))
    place = Place(
        choices=Choices(_settings(tmp_path, file)),
        work=lanes,
        clock=clock,
        zone=LONDON,
        choosing=Chosen(),
    )
    page = SettingsPage(place)
    qtbot.addWidget(page)
    page.resize(1290, 712)
    page.show()
    page.show_section("people")
    lanes.settle()
    opened: list[Any] = []

    def look() -> Any:
        opened.append(desk_on(file, clock, "Sue Ray"))
        return opened[-1]

    yield Roster(page, lanes, look)
    for one in opened:
        one.close()
    lanes.close()


def test_the_week_says_who_works_when_and_who_is_away(roster: Roster) -> None:
    drawn = roster.week.week.drawn()
    assert drawn[0][:3] == ("Ana Ferrer, Caller", *["09:00-12:30, 13:00-17:00"] * 2)
    assert drawn[0][6] == "\u2013"
    assert drawn[1][2:5] == ("12:00-20:00", "Away, holiday", "Away, holiday")
    assert drawn[2][:2] == ("Lena Brandt, Duty hours", "10:00-16:00")
    title = roster.week.week.headerData(2, Qt.Orientation.Horizontal)
    assert title == "Tue 17 Mar"


def test_hours_are_typed_carried_and_undone_by_keyboard_alone(roster: Roster) -> None:
    roster.week.setFocus()
    roster.week.put(0, 1)
    roster.press(Qt.Key.Key_Right)
    roster.write("8-12 12:30-16")
    assert roster.week.hasFocus(), "the cursor is back in the week"
    changed = "tue 08:00-12:00 12:30-16:00"
    assert changed in roster.hours("Ana Ferrer")
    roster.press(Qt.Key.Key_C, control=True)
    for _ in range(4):
        roster.press(Qt.Key.Key_Right)
    roster.press(Qt.Key.Key_V, control=True)
    assert roster.hours("Ana Ferrer").endswith("sat 08:00-12:00 12:30-16:00")
    roster.section.undo()
    roster.lanes.settle()
    assert "sat" not in roster.hours("Ana Ferrer")
    assert changed in roster.hours("Ana Ferrer"), "one step back, not two"
    roster.press(Qt.Key.Key_Left)
    roster.press(Qt.Key.Key_Delete)
    assert "fri" not in roster.hours("Ana Ferrer")


def test_what_is_no_hours_is_said_and_nothing_is_lost(roster: Roster) -> None:
    roster.week.put(0, 1)
    before = roster.hours("Ana Ferrer")
    roster.write("9-12 11-15")
    assert roster.section.hint.text().startswith("“9-12 11-15” is no hours of a day.")
    assert roster.section.hours.text() == "9-12 11-15"
    assert roster.hours("Ana Ferrer") == before


def test_a_day_away_is_one_key_and_the_same_key_takes_it_back(roster: Roster) -> None:
    roster.week.put(0, 2)
    roster.press(Qt.Key.Key_A)
    ana = roster.desk().people.member("Ana Ferrer")
    assert ana.absences == (Away(first=date(2026, 3, 17), last=date(2026, 3, 17)),)
    roster.press(Qt.Key.Key_A)
    assert roster.desk().people.member("Ana Ferrer").absences == ()
    roster.week.put(1, 4)
    roster.press(Qt.Key.Key_A)
    ben = roster.desk().people.member("Ben Okoro")
    assert [(one.first.day, one.last.day) for one in ben.absences] == [(18, 18), (20, 20)]


def test_the_hours_of_a_day_go_to_all_weekdays_and_sales_have_duty_hours(roster: Roster) -> None:
    roster.week.put(2, 1)
    roster.write("11-15")
    roster.section.weekdays.click()
    roster.lanes.settle()
    lena = roster.desk().people.member("Lena Brandt")
    assert (hours_words(lena.duty), lena.shifts) == ("mon-fri 11:00-15:00", {})


def test_the_person_below_the_week_is_written_down_there(roster: Roster) -> None:
    form = roster.section.form
    roster.week.put(1, 1)
    for field, text in (
        (form.languages, "German, English"),
        (form.away, "2026-04-01 to 2026-04-07 course; 2026-05-15"),
        (form.clock, LONDON),
        (form.email, "ben@desk.example"),
        (form.phone, "+44 20 7946 0001"),
    ):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        roster.lanes.settle()
    form.calendar.activated.emit(form.calendar.findText("DE"))
    roster.lanes.settle()
    ben = roster.desk().people.member("Ben Okoro")
    assert (ben.languages, ben.zone, ben.calendar) == (("de", "en"), LONDON, "DE")
    assert [(str(one.first), one.because) for one in ben.absences] == [
        ("2026-04-01", "course"),
        ("2026-05-15", ""),
    ]
    assert (ben.email, ben.phone) == ("ben@desk.example", "+44 20 7946 0001")
    form.email.setFocus()
    QTest.keyClicks(form.email, "!@")
    QTest.keyClick(form.email, Qt.Key.Key_Return)
    roster.lanes.settle()
    assert "is no e-mail address" in roster.section.hint.text()
    roster.section.undo()
    roster.section.undo()
    roster.lanes.settle()
    ben = roster.desk().people.member("Ben Okoro")
    assert (ben.email, ben.phone) == ("ben@desk.example", ""), "the country went, then the number"
    roster.week.turned.emit(3)
    assert roster.week.week.drawn()[1][1] == "Away, course", "three weeks on, on a Monday"


def test_somebody_new_is_added_by_name(roster: Roster) -> None:
    QTest.keyClicks(roster.section.new, "Cem Yildiz")
    QTest.keyClick(roster.section.new, Qt.Key.Key_Return)
    roster.lanes.settle()
    assert "Cem Yildiz" in [one.name for one in roster.desk().people.members()]


def test_who_left_goes_by_keyboard_alone_stands_folded_and_comes_back(
    roster: Roster, qtbot: QtBot
) -> None:
    part, week = roster.section.leaving, roster.week
    week.setFocus()
    week.put(1, 2)
    roster.press(Qt.Key.Key_L)
    qtbot.waitUntil(part.card.isVisible)
    assert part.card.waits.text().startswith("They never did anything here.")
    assert part.card.first.hasFocus()
    assert roster.section.form.isHidden(), "one card at a time"
    assert roster.page.step_back(), "Esc closes the card first"
    assert part.card.isHidden()
    assert week.hasFocus()
    assert not roster.section.form.isHidden()
    roster.press(Qt.Key.Key_L)
    qtbot.waitUntil(part.card.isVisible)
    assert [part.card.heir.itemText(at) for at in range(3)] == ["Anybody", "Ana Ferrer", "Sue Ray"]
    QTest.keyClick(part.card.first, Qt.Key.Key_Return)
    qtbot.waitUntil(roster.section.said.isVisible)
    assert roster.section.said.text() == "Ben Okoro has left."
    assert week.hasFocus()
    assert [row[0].split(",")[0] for row in week.week.drawn()] == [
        "Ana Ferrer",
        "Lena Brandt",
        "Sue Ray",
    ]
    assert part.gone.isHidden(), "who has left stands folded"
    part.show_gone.click()
    assert list(part.rows) == ["Ben Okoro"]
    assert part.rows["Ben Okoro"].hint == "Not here from Tue 17 Mar on."
    part.rows["Ben Okoro"].again.click()
    roster.lanes.settle()
    assert roster.desk().people.member("Ben Okoro").left_on is None
    roster.section.undo()
    roster.lanes.settle()
    assert roster.desk().people.member("Ben Okoro").left_on == date(2026, 3, 17)
    roster.section.undo()
    roster.lanes.settle()
    ben = roster.desk().people.member("Ben Okoro")
    assert (ben.left_on, len(ben.absences)) == (None, 1), "as before, with the days away"
    roster.desk().leavers.leave("Ana Ferrer", date(2026, 3, 20))
    roster.section.opened()
    roster.lanes.settle()
    assert week.week.drawn()[0][4:6] == ("09:00-12:30, 13:00-17:00", "Has left")
    assert part.rows["Ana Ferrer"].hint == "Not here from Fri 20 Mar on."


def test_a_name_typed_wrongly_is_removed_and_undone(roster: Roster, qtbot: QtBot) -> None:
    part, week = roster.section.leaving, roster.week
    week.put(0, 1)
    roster.press(Qt.Key.Key_L)
    qtbot.waitUntil(part.card.remove.isVisible)
    part.card.remove.click()
    qtbot.waitUntil(lambda: roster.section.said.text() == "Ana Ferrer is off the list.")
    assert "Ana Ferrer" not in {one.name for one in roster.desk().people.members()}
    roster.section.undo()
    roster.lanes.settle()
    ana = roster.desk().people.member("Ana Ferrer")
    assert (ana.languages, bool(ana.shifts)) == (("es", "en"), True)


def test_in_a_team_the_roster_is_for_those_who_look_after_it(roster: Roster) -> None:
    button = roster.page.index.buttons["people"]
    for role, is_there in (("caller", False), ("sales", False), ("supervisor", True)):
        me = Person(login="desk_x", name="Sue Ray", role=role)
        roster.page.show_team(Standing(is_team=True, me=me))
        assert button.isHidden() is not is_there


@pytest.mark.parametrize(
    ("look", "size"), [("light", (1290, 712)), ("dark", (1290, 712)), ("light", (1844, 1024)),
                       ("dark", (1844, 1024))]
)  # fmt: skip
def test_the_week_can_be_read_and_has_a_name_for_everything(
    roster: Roster,
    qtbot: QtBot,
    qapp: QApplication,
    look: Literal["light", "dark"],
    size: tuple[int, int],
) -> None:
    theme.apply(qapp, look, 1.0)
    roster.page.resize(*size)
    desk = roster.desk()
    desk.leavers.leave("Lena Brandt")
    roster.section.opened()
    roster.lanes.settle()
    roster.section.leaving.show_gone.click()
    roster.week.put(0, 2)
    roster.week.setFocus()
    grab(roster.page, f"people_{look}_{size[0]}")
    assert cut_words(roster.page) == []
    week = roster.week
    for day in range(1, 6):
        hours = week.week.index(0, day).data(CELL)
        assert cell_width(hours) <= week.columnWidth(day), "hours are never cut"
    assert unnamed(roster.page) == []
    roster.press(Qt.Key.Key_L)
    qtbot.waitUntil(roster.section.leaving.card.isVisible)
    grab(roster.page, f"leaving_{look}_{size[0]}")
    assert cut_words(roster.page) == []
    assert unnamed(roster.page) == []
    theme.apply(qapp, "light", 1.0)
