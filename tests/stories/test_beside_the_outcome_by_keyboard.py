"""Material, mails, sales and research, by keys alone, in the real window (D6, D7, D8)."""

import os
from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from makers import make_clock
from qt.desks import LONDON, Keys, Lanes, delete_now, desk_on, working_lanes
from qt.grabs import cut_words, grab, unnamed
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.offers import Offers, Voicemail
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import first_keys
from seats import NADIA

LENA = "Lena Brandt"
ASK = "May we write to you about new machines, about once a month? You can stop it at any time."
KATRIN = LeadId(1)
MAIL = "katrin@elbkorn.example"


class Caller:
    """The window as a caller has it, where sales is on duty and the campaign offers material."""

    def __init__(self, path: Path, lanes: Lanes, clock: SetClock) -> None:
        self.path, self.clock = path, clock
        desk = self.desk()
        people = desk.people
        people.set_details(LENA, role="sales", email="lena@sales.example", phone="030 23125 009")
        people.set_hours(
            LENA, duty={day: ((time(9), time(17)),) for day in range(5)}, zone="Europe/Berlin"
        )
        people.set_details("Tom Reyes", role="sales")
        campaign = desk.calling.card(KATRIN).campaign
        mode = Voicemail(is_on=True, text="It is Maya of Nordline.", most=2)
        offers = Offers(
            materials=("Price list", "Spec sheet M4", "Case study"),
            opt_in={"en": ASK},
            voicemail=mode,
        )
        desk.campaigning.set_offers(campaign.id, offers)
        desk.close()
        self.shell = Shell(LONDON)
        self.page = CallDeskPage(lanes, clock, LONDON, first_keys(), open_link=lambda _link: True)
        self.shell.add_page("desk", "Desk", "headset", self.page)
        grab(self.shell, "beside-ready", _SIZE)
        self.shell.activateWindow()
        self.shell.show_page("desk")
        self.page.refresh()
        lanes.settle()
        self.keys = Keys(self.shell, lanes)

    def desk(self) -> Desk:
        """A supervisor's."""
        return desk_on(self.path, self.clock, NADIA)

    def reach(self) -> None:
        self.keys.press("Return")
        self.keys.press("Ctrl+Return")

    def answer_everything(self) -> None:
        for words in ("a new line in autumn", "two thermoformers", "Jens Petersen, plant"):
            self.keys.type(words)
            self.keys.press("Return")
        for digit in "12121":
            self.keys.press(digit)
            self.keys.press("Return")

    def looked_at(self, name: str) -> None:
        """The pop-over that is open: nothing in it is cut or nameless; no window was opened."""
        over = self.page.asked
        assert over is not None
        grab(self.shell, f"beside-{name}", _SIZE)
        assert cut_words(over) == []
        assert unnamed(over) == []
        assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]

    @property
    def lines_to_say(self) -> list[str]:
        """What the open pop-over says."""
        assert self.page.asked is not None
        return [each.text() for each in self.page.asked.findChildren(PlainLabel)]


_SIZE = tuple(map(int, os.environ.get("QUALDESK_GRAB_SIZE", "1366x768").split("x")))


@pytest.fixture
def caller(qapp: QApplication, tmp_path: Path) -> Iterator[Caller]:
    theme.apply(qapp, os.environ.get("QUALDESK_GRAB_LOOK", "light"), 1.0)  # type: ignore[arg-type]
    clock = make_clock()
    path = tmp_path / "desk.sqlite"
    with working_lanes(path, clock) as lanes:
        found = Caller(path, lanes, clock)
        yield found
        found.shell.close()
        delete_now(found.shell)


def test_material_is_promised_in_a_few_keys_and_taken_back(caller: Caller) -> None:
    keys, page = caller.keys, caller.page
    caller.reach()
    keys.press("Ctrl+M")
    caller.looked_at("material")
    keys.press("2")
    keys.press("Tab")
    keys.press("Tab")
    keys.type(MAIL)
    keys.press("Tab")
    keys.type("thu")
    keys.press("Escape")
    assert page.asked is None
    keys.press("Ctrl+M")
    caller.looked_at("material-again")
    keys.press("Return")
    assert page.asked is None, page.says
    assert f"Send Spec sheet M4 to {MAIL} by Thu 19 Mar" in page.says, "nothing typed was lost"
    grab(caller.shell, "beside-noted", _SIZE)
    desk = caller.desk()
    assert [one.what for one in desk.beside.of(KATRIN).sendings] == ["Spec sheet M4"]
    keys.press("Ctrl+Z")
    assert desk.beside.of(KATRIN).sendings == ()
    assert page.state == "on a call"
    desk.close()


def test_a_yes_to_mails_is_kept_with_the_words_that_were_read(caller: Caller) -> None:
    keys, page = caller.keys, caller.page
    keys.press("Ctrl+Shift+Y")
    assert page.asked is None
    assert "Dial first" in page.says
    caller.reach()
    keys.press("Ctrl+Shift+Y")
    caller.looked_at("opt-in")
    keys.type("katrin@elbkorn")
    keys.press("Return")
    assert page.asked is not None, "an address that is none is said where it stands"
    caller.looked_at("opt-in-refused")
    keys.type(".example")
    keys.press("Return")
    assert page.asked is None
    desk = caller.desk()
    (proof,) = desk.beside.opt_ins()
    assert (proof.wording, proof.address) == (ASK, MAIL)
    desk.close()


def test_sales_takes_over_only_what_qualifies_now_or_at_a_time(caller: Caller) -> None:
    keys, page = caller.keys, caller.page
    caller.reach()
    keys.press("Ctrl+H")
    caller.looked_at("sales-lacking")
    keys.press("Return")
    assert page.asked is not None, "what is missing is said, nothing is handed over"
    keys.press("Escape")
    caller.answer_everything()
    keys.press("Ctrl+H")
    keys.press("Tab")
    keys.press("Tab")
    keys.type("thu 10:30")
    caller.looked_at("sales-slot")
    assert "Promised: a talk with you on Thu 19 Mar, 10:30 in Berlin." in caller.lines_to_say
    keys.press("Ctrl+A")
    keys.press("Delete")
    assert "Promised: a talk with you now, nothing else." in caller.lines_to_say
    keys.type("thu 10:30")
    keys.press("Return")
    assert page.asked is None
    assert f"Meets {LENA} on Thu 19 Mar 2026 at 10:30" in page.says
    page._beside.folder = caller.path.parent / "calendar"
    keys.press("Ctrl+Shift+N")
    keys.press("Tab")
    keys.press("Space")
    assert "The calendar file is at" in page.says
    (written,) = page._beside.folder.iterdir()
    assert [event.start.hour for event in Calendar.from_ical(written.read_bytes()).events] == [10]
    keys.press("Ctrl+H")
    caller.looked_at("sales-now")
    assert page.asked is not None
    named = [each.accessibleName() for each in page.asked.findChildren(QAbstractButton)]
    assert any(f"{LENA}, 030 23125 009" in each for each in named), named
    keys.press("Return")
    assert f"Handed over to {LENA} on the line" in page.says
    grab(caller.shell, "beside-handed-over", _SIZE)
    desk = caller.desk()
    assert len(desk.beside.of(KATRIN).meetings) == 2
    desk.close()


def test_research_stays_with_the_caller_and_what_was_found_comes_next(caller: Caller) -> None:
    keys, page = caller.keys, caller.page
    caller.reach()
    keys.press("Alt+0")
    caller.looked_at("more")
    keys.press(_digit_of(caller, "Research needed"))
    keys.press("Return")
    keys.type("the number of the plant")
    caller.looked_at("research")
    keys.press("Return")
    keys.press("Ctrl+Return")
    assert page.lead_name == "Marcus Hale"
    desk = caller.desk()
    assert desk.calling.card(KATRIN).lead.bucket is Bucket.RESEARCH
    caller.clock.advance(timedelta(minutes=20))
    keys.press("Ctrl+Shift+L")
    caller.looked_at("looked-up")
    keys.press("Tab")
    keys.type("+49 40 66969 555")
    keys.press("Return")
    assert "Katrin Albers is back and comes to you next" in page.says
    keys.press("Return")
    keys.press("Alt+1")
    assert page.lead_name == "Katrin Albers"
    numbers = {phone.e164 for phone in desk.calling.card(KATRIN).lead.contact.phones}
    assert "+494066969555" in numbers
    desk.close()


def test_one_key_leaves_a_message_and_goes_on(caller: Caller) -> None:
    keys, page = caller.keys, caller.page
    keys.press("Return")
    assert "1 of 2, again" in page.view.bar.says_on(2)
    grab(caller.shell, "beside-voicemail", _SIZE)
    keys.press("Alt+2")
    assert page.lead_name == "Marcus Hale"


def _digit_of(caller: Caller, label: str) -> str:
    over = caller.page.asked
    shown = [each.option for each in over.options._buttons]  # type: ignore[union-attr]
    return next(option.key for option in shown if option.title == label)


def test_no_fit_always_asks_who_else_and_keeps_the_name(caller: Caller) -> None:
    """D5: the wrong person at the right company is a linked lead, in the same breath."""
    keys, page = caller.keys, caller.page
    caller.reach()
    keys.press("Alt+8")
    keys.press("1")
    keys.press("Tab")
    keys.press("Tab")
    keys.type("Jens Petersen")
    caller.looked_at("not-a-fit")
    keys.press("Return")
    keys.press("Ctrl+Return")
    assert page.lead_name == "Marcus Hale"
    desk = caller.desk()
    card = desk.calling.card(KATRIN)
    assert (card.lead.bucket, card.lead.reason) == (Bucket.NOT_A_FIT, "No need")
    (named,) = [one.lead_id for one in desk.search.find("Jens Petersen").leads]
    assert desk.calling.card(named).referrers == ("Katrin Albers",)
    desk.close()
