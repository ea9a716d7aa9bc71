"""The Floor page on made-up figures: what it says, where its keys lead, what it never shows."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qt.desks import LONDON, delete_now
from qt.floor_board import (
    CAMPAIGN,
    NOW,
    AtOnce,
    MadeUpFloor,
    a_board,
    a_line,
    a_small_board,
    an_empty_board,
    the_campaign,
)
from qt.grabs import grab
from qt.seen import cut, shown, unheard
from qualdesk.core.changes import Changes
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused
from qualdesk.core.floor_figures import Stand
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.members import Member
from qualdesk.qt import theme
from qualdesk.qt.floor.place import FloorPlace
from qualdesk.qt.floor.way_in import WayIn, is_for_them
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shell import Shell
from qualdesk.qt.stops import stops_of
from qualdesk.qt.widgets.cells import TableModel


class Floor:
    """The place on made-up figures, and what it asked for."""

    def __init__(self) -> None:
        self.desk = MadeUpFloor(a_board())
        self.work = AtOnce(self.desk)
        self.place = FloorPlace(self.work, SetClock(NOW), LONDON)  # type: ignore[arg-type]
        self.leads: list[LeadId] = []
        self.place.lead_wanted.connect(self.leads.append)

    @property
    def text(self) -> str:
        """All words that can be seen, and the rows of every table."""
        found = [label.text() for label in shown(self.place, PlainLabel)]
        for table in (self.place.page.sources.table, self.place.page.stands.table):
            model = table.model()
            if table.isVisible() and isinstance(model, TableModel):
                found += [" ".join(row) for row in model.drawn()]
        return "\n".join(found)

    def show(self, *, size: tuple[int, int] = (1286, 844)) -> None:
        """Show the campaign of the board."""
        self.place.resize(*size)
        self.place.show()
        QTest.qWaitForWindowActive(self.place)
        self.place.show_campaign(the_campaign())
        settle()

    def look(self) -> None:
        """Something was changed, and the page looks again."""
        self.place.refresh()
        settle()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def press(key: Qt.Key) -> None:
    now = QApplication.focusWidget()
    assert now is not None, "nothing has the keyboard"
    QTest.keyClick(now, key)
    settle()


def now_on() -> str:
    now = QApplication.focusWidget()
    return now.accessibleName() if now is not None else ""


@pytest.fixture
def floor(qtbot: QtBot) -> Iterator[Floor]:
    made = Floor()
    qtbot.addWidget(made.place)
    yield made
    delete_now(made.place)


@pytest.mark.usefixtures("qapp")
def test_a_page_asked_for_while_it_is_made_in_pieces_is_the_only_one() -> None:
    """Two of them would look again twice, and what was read in the first would be gone."""
    for pieces in (0, 1, 2):
        made = Floor()
        on_the_way = made.place.make()
        for _ in range(pieces):
            next(on_the_way)
        page = made.place.page
        list(on_the_way)
        assert made.place.page is page
        assert made.place._stack.count() == 1
        delete_now(made.place)


def test_the_page_says_what_was_counted_and_never_a_share_of_too_few(floor: Floor) -> None:
    """S1, S3: the numbers with their norms, the sources, giveaway and pass-through."""
    floor.show()
    for says in (
        "64% of the list",
        "Elsewhere 8 in 10 are never called",
        "24 behind the needed pace",
        "35%, 18 wait for hand-off",
        "78%, 5 wait for an answer",
        "Trade show 408 35% 39% 17 of 20",
        "Referral 9 6 of 8 1 of 6 1 of 1",
        "giveaway only 91 19% 0% none yet",
        "91 of 640 came only for the giveaway, 14%.",
        "5% of the list went on to sales. The norm is no more than half.",
        "Where the 640 stand now",
        "Together 640: the whole list, each lead at one place.",
        "Best: 10 to 12. The queue already prefers these hours.",
    ):
        assert says in floor.text
    assert now_on().startswith("Called at least once 412 of 640")
    floor.desk.shown = a_small_board()
    floor.look()
    assert "%" not in floor.text.replace("% of calls, their time", "")
    assert "2 of 3" not in floor.text
    assert "1 of 3" in floor.text, "who qualified of those reached"


def test_each_number_opens_its_list_and_esc_leads_back_to_it(floor: Floor) -> None:
    floor.show()
    page = floor.place.page
    stops: list[QWidget] = [
        *page.numbers.cards,
        page.sources.table,
        page.stands.table,
    ]
    codes = ["called", "finished", "reached", "qualified", "taken"]
    codes += ["source:trade_show", "stand:never_called"]
    for stop, code in zip(stops, codes, strict=True):
        stop.setFocus()
        press(Qt.Key.Key_Return)
        behind = floor.place.behind
        assert behind is not None, code
        assert (behind.code, now_on()) == (code, "The leads behind the number")
        assert f"Behind {code}" in floor.text
        press(Qt.Key.Key_Return)
        assert floor.leads.pop() == LeadId(1)
        assert floor.place.step_back()
        assert QApplication.focusWidget() is stop
    assert not floor.place.step_back(), "on the page Esc has nothing to close"


def test_a_list_comes_page_by_page_and_looks_again_where_it_was(floor: Floor) -> None:
    floor.show()
    floor.place.open_list("called")
    behind = floor.place.behind
    assert behind is not None
    assert "450 leads" in floor.text
    assert floor.desk.asked == [("called", None, 200)]
    behind.table.scrollToBottom()
    settle()
    assert floor.desk.asked[1:] == [("called", 200, 200)]
    assert [line.id for line in behind.model.rows] == list(range(1, 401))
    behind.table.choose(250)
    floor.desk.leads = 320
    floor.look()
    assert floor.desk.asked[-1] == ("called", None, 400)
    assert behind.model.rows[behind.table.currentIndex().row()].id == 251
    assert "320 leads" in floor.text
    assert not behind.model.canFetchMore(behind.table.rootIndex())
    floor.desk.leads = 0
    floor.look()
    assert "Nobody is here now. Esc leads back." in floor.text


def test_an_empty_campaign_is_one_calm_place_and_no_cards(floor: Floor) -> None:
    """“0 of 0, at the needed pace” was no answer to what to do."""
    floor.desk.shown = an_empty_board()
    floor.show()
    page = floor.place.page
    assert "PackTech Expo 2026 has no leads yet" in floor.text
    assert "Load a list (Ctrl+2)" in floor.text
    assert " of 0" not in floor.text
    for card in (page.numbers, page.forecast, page.phones, page.sources, page.stands, page.hours):
        assert not card.isVisible()
    assert now_on().startswith("Load a list")
    wanted: list[bool] = []
    floor.place.lists_wanted.connect(lambda: wanted.append(True))
    press(Qt.Key.Key_Return)
    assert wanted
    floor.desk.shown = a_board()
    floor.look()
    assert now_on().startswith("Called at least once")
    floor.place.show_campaign(None)
    settle()
    assert "No campaign yet" in floor.text
    assert "412" not in floor.text


def test_leads_that_do_not_add_up_are_an_alarm_with_the_rows(floor: Floor) -> None:
    """Q5: the sum is said, and a lead that stands nowhere is looked at, and counted again."""
    floor.desk.shown = a_board(total=641)
    floor.show()
    page = floor.place.page
    assert "641 leads are in the list, and 640 stand somewhere." in floor.text
    assert "Together 640, and there are 641." in floor.text
    page.alarm._other.click()
    assert "Try again, Trade show: 236 in the numbers, 235 in the rows" in " ".join(
        " ".join(row)
        for row in floor.place.behind.model.drawn()  # type: ignore[union-attr]
    )
    floor.place.step_back()
    told: list[Changes] = []
    floor.place.changed.connect(told.append)
    page.alarm._button.click()
    settle()
    assert not page.alarm.isVisible()
    assert "1 number was not what the rows say. It is now." in floor.text
    assert told == [Changes(campaigns=frozenset({CAMPAIGN}))]


def test_a_list_or_a_batch_is_looked_at_and_the_choice_stays(floor: Floor) -> None:
    floor.show()
    stands = floor.place.page.stands
    offered = [stands.choice.itemText(at) for at in range(stands.choice.count())]
    assert offered == [
        "The whole campaign",
        "List: stand scans.csv, Tue 17 Mar",
        "Batch 12, Tue 17 Mar",
    ]
    stands.choice.setCurrentIndex(1)
    stands.choice.activated.emit(1)
    settle()
    assert "Where these 42 stand now" in floor.text
    assert "Together 42: each stands at one place." in floor.text
    floor.look()
    assert stands.choice.currentIndex() == 1
    assert "Where these 42 stand now" in floor.text


def test_one_lead_stands_and_is_not_spoken_of_as_several(floor: Floor) -> None:
    floor.desk.shown = a_small_board(
        total=1,
        called=0,
        finished=0,
        reached=0,
        qualified=0,
        stands=(Stand(code="never_called", label="Never called", leads=1),),
        sources=(),
    )
    floor.show()
    assert "Where the one lead stands now" in floor.text


def test_the_hours_are_walked_by_keyboard_and_each_is_read_aloud(floor: Floor) -> None:
    floor.show()
    table, model = floor.place.page.hours.table, floor.place.page.hours.model
    table.setFocus()

    def aloud() -> str:
        return str(table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))

    assert aloud() == "Monday, 8 to 9: 8% of 24 calls were answered"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        press(key)
    assert aloud() == "Tuesday, 11 to 12: 48% of 25 calls were answered"
    few = model.index(4, 9).data(Qt.ItemDataRole.ToolTipRole)
    assert few == "Friday, 17 to 18: 1 of 6 calls were answered"
    at = table.currentIndex()
    floor.look()
    assert table.currentIndex() == at, "a look leaves the cursor where it is"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_page_scrolls_to_whatever_has_the_keyboard(
    floor: Floor, qapp: QApplication, scale: float
) -> None:
    """The worst fault of the first Floor: at 150 % the cursor went where nobody saw it."""
    floor.show(size=(1286, 712))
    theme.apply(qapp, "light", scale)
    settle()
    area = floor.place.page.area
    stops = stops_of(floor.place)
    assert len(stops) > 8
    for turn in (stops, stops[::-1]):
        for stop in turn:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            settle()
            seen = QRect(stop.mapTo(area.viewport(), QPoint(0, 0)), stop.size())
            room = area.viewport().rect()
            is_in = room.contains(seen) or seen.height() > room.height()
            assert is_in, f"{stop.accessibleName()} at {seen} of {room}"
    stands = floor.place.page.stands.table
    stands.setFocus()
    press(Qt.Key.Key_End)
    for _ in range(len(floor.place.page.stands.model.rows)):
        press(Qt.Key.Key_Down)
    row = stands.visualRect(stands.currentIndex())
    corner = stands.viewport().mapTo(area.viewport(), row.topLeft())
    assert area.viewport().rect().contains(QRect(corner, row.size()))


def test_what_was_asked_for_another_campaign_is_dropped(floor: Floor) -> None:
    floor.show()
    floor.work.held = []
    floor.look()
    floor.look()
    seen: list[CampaignId] = []
    floor.place.page.looking.seen.connect(lambda one: seen.append(one.board.campaign))
    other = the_campaign(id=CampaignId(2), name="Spring fair")
    floor.place.show_campaign(other)
    settle()
    assert "412" not in floor.text
    assert "The leads are being counted." in floor.text
    floor.work.let_go()
    settle()
    assert floor.place.page.board is not None
    assert floor.place.page.board.campaign == CampaignId(2)
    assert seen == [CampaignId(2)]


def test_a_desk_that_cannot_look_says_so_and_what_stood_there_stands(floor: Floor) -> None:
    floor.show()
    floor.desk.fault = Refused("The team database cannot be reached.")
    floor.look()
    assert "The team database cannot be reached." in floor.text
    assert "What is shown may be old. Nothing was changed." in floor.text
    assert "64% of the list" in floor.text
    floor.desk.fault = None
    floor.place.page.fault._button.click()
    settle()
    assert "may be old" not in floor.text


def test_two_clocks_are_named_where_they_differ(floor: Floor) -> None:
    floor.show()
    assert "in Berlin, where it is 10:24" in floor.text
    assert "this computer's: 09:24 now" in floor.text
    here = replace(the_campaign().window, zone=LONDON)
    floor.place.show_campaign(the_campaign(window=here))
    settle()
    assert "this computer's" not in floor.text


def test_figures_change_in_place_and_the_cursor_stays(floor: Floor) -> None:
    floor.show()
    card = floor.place.page.numbers.card_of("finished")
    assert card is not None
    card.setFocus()
    stands = floor.place.page.stands.table
    stands.choose(4)
    more = (*a_board().stands[:4], Stand(code="qualified", label="Qualified", leads=19))
    floor.desk.shown = a_board(finished=180, stands=(*more, *a_board().stands[5:]))
    floor.look()
    assert QApplication.focusWidget() is card
    assert "180 of 640" in now_on()
    assert "4 ahead of the needed pace" in now_on()
    assert stands.currentIndex().row() == 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_drawn_whole_at_every_size(
    floor: Floor, qapp: QApplication, scheme: theme.Scheme
) -> None:
    floor.show()
    for scale in (1.0, 1.5) if scheme == "light" else (0.85,):
        theme.apply(qapp, scheme, scale)
        for size in ((1286, 712), (1360, 844), (1840, 1024), (944, 584)):
            grab(floor.place, f"floor-{size[0]}-{scheme}-{scale}", size)
            assert cut(floor.place) == []
    floor.place.open_list("called")
    grab(floor.place, f"floor-list-{scheme}", (1286, 712))
    assert cut(floor.place) == []
    assert unheard(floor.place) == []


def test_a_campaign_that_was_changed_is_foreseen_anew_at_once(floor: Floor) -> None:
    """Whoever pauses a campaign does not read for a minute how it would have ended."""
    floor.show()
    asked: list[bool] = []
    forecasting = floor.work.desk.forecasting
    kept = forecasting.forecast
    forecasting.forecast = lambda *a, **how: asked.append(how["fresh"]) or kept(*a, **how)
    page = floor.place.page
    page.phones.changed.emit(Changes(leads=frozenset({LeadId(1)}), queue=True))
    settle()
    assert asked == []
    page.phones.changed.emit(Changes(campaigns=frozenset({CAMPAIGN}), queue=True))
    settle()
    assert asked == [True]
    floor.place.touched(Changes(campaigns=frozenset({CAMPAIGN})))
    settle()
    assert asked == [True, True]


def test_a_hostile_lead_stays_words(floor: Floor, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is what somebody typed at a stand: it is never read as a page."""
    evil = replace(a_line(1), name="<b>Bold</b>\u202egnp", company="=1+1")
    monkeypatch.setattr("qt.floor_board.a_line", lambda _number: evil)
    floor.show()
    floor.place.open_list("called")
    behind = floor.place.behind
    assert behind is not None
    shown_as = behind.table.model().index(0, 0).data()
    assert shown_as == "<b>Bold</b>gnp, =1+1"


class _People:
    def __init__(self, me: Member, *others: Member) -> None:
        self.me, self.others = me, others

    def members(self) -> tuple[Member, ...]:
        return (self.me, *self.others)

    def member(self) -> Member:
        return self.me


class _NoTeam:
    @staticmethod
    def me() -> None:
        """Nobody is known by a login."""


class _Desk:
    def __init__(self, me: str, *others: str) -> None:
        made = [Member(name=f"{at}", role=role) for at, role in enumerate((me, *others))]
        self.people = _People(*made)
        self.team = _NoTeam()


@pytest.mark.parametrize(
    ("me", "others", "is_open"),
    [
        ("caller", (), True),
        ("caller", ("caller", "sales"), True),
        ("caller", ("supervisor",), False),
        ("sales", ("supervisor",), False),
        ("marketing", ("supervisor",), True),
        ("supervisor", ("caller",), True),
    ],
)
def test_the_floor_is_for_supervisors_once_there_is_one(
    me: str, others: tuple[str, ...], *, is_open: bool
) -> None:
    assert is_for_them(_Desk(me, *others)) is is_open  # type: ignore[arg-type]


def test_no_key_and_no_place_of_the_rail_leads_where_somebody_may_not_go() -> None:
    shell, work = Shell(LONDON), AtOnce(MadeUpFloor(a_board()))
    shell.add_page("desk", "Desk", "headset", QWidget())
    way = WayIn(shell, work, SetClock(NOW), LONDON)  # type: ignore[arg-type]
    work.desk.team = _NoTeam()
    for role, is_open in (("caller", False), ("supervisor", True)):
        work.desk.people = _Desk(role, "supervisor").people
        way.ask()
        assert ("go_floor" in shell.commands()) is is_open
        assert shell.rail._buttons["floor"].isHidden() is not is_open
        shell.show_page("floor")
        assert (shell.at == "floor") is is_open
    delete_now(shell)
