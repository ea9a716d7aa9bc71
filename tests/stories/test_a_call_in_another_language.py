"""A long discovery call in German by keys alone: every kind of answer, words at hand, English."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from makers import make_clock
from qt.desks import LONDON, SOURCE, Keys, Lanes, delete_now, desk_on
from qt.grabs import cut_words, grab, unnamed
from qualdesk.core.clock import SetClock
from qualdesk.core.scripts import QuestionId
from qualdesk.core.sources import CallWindow
from qualdesk.desk import Desk
from qualdesk.files.documents import read_script
from qualdesk.qt import theme
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shortcuts import first_keys
from qualdesk.qt.widgets.popover import PopOver
from qualdesk.resources import shipped
from qualdesk.store.calls import load_call
from seats import NADIA

SIZES = {"1366": (1290, 712), "1440": (1364, 844), "1920": (1844, 1024)}


class Talk:
    """The call desk on a real workspace, the phone already picked up."""

    def __init__(self, path: Path, lanes: Lanes, clock: SetClock) -> None:
        self.path, self.clock = path, clock
        keys = first_keys()
        self.page = CallDeskPage(lanes, clock, LONDON, keys, open_link=lambda _link: True)
        self.page.resize(1364, 844)
        self.page.show()
        self.page.activateWindow()
        QTest.qWaitForWindowActive(self.page)
        self.page.refresh()
        lanes.settle()
        self.keys = Keys(self.page, lanes)
        self.page.main()
        lanes.settle()
        self.page.main()
        lanes.settle()

    def do(self, command: str) -> None:
        """What a key of the shortcut table does."""
        self.page.commands()[command]()

    def desk(self) -> Desk:
        return desk_on(self.path, self.clock, NADIA)


def prepared(path: Path, clock: SetClock, *, with_script: bool = True) -> None:
    desk = desk_on(path, clock, NADIA)
    window = CallWindow(closes_at=None, zone="Europe/Berlin")
    made = desk.library.new_campaign("PackTech Expo", region="DE", source=SOURCE, window=window)
    if with_script:
        script = read_script(shipped("scripts", "full-discovery.toml"))
        desk.library.set_script(made.id, script)
        desk.library.set_definition(made.id, desk.library.shipped_definition())
    row = {
        "name": "Katrin Albers",
        "company": "Elbkorn Foods",
        "phone": "+49 40 66969 214",
        "zone": "Europe/Berlin",
        "country": "DE",
        "language": "Deutsch, en",
    }
    desk.intake.load([row], campaign=made.id, region="DE")
    desk.close()


@pytest.fixture
def talk(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Talk]:
    theme.apply(qapp, "light", 1.0)
    clock, path = make_clock(), tmp_path / "desk.sqlite"
    prepared(path, clock, with_script=getattr(request, "param", True))
    lanes = Lanes(lambda: desk_on(path, clock))
    found = Talk(path, lanes, clock)
    yield found
    found.page.close()
    delete_now(found.page)
    assert lanes.close()


def say(talk: Talk) -> str:
    return talk.page.view.script.card.say


def test_every_kind_of_answer_is_given_by_keys_in_the_persons_language(talk: Talk) -> None:
    """D2, D4: read in German, kept as data; a slot as people say it, their words beside it."""
    keys, page = talk.keys, talk.page
    card = page.view.script.card
    assert page.state == "on a call"
    assert (page.question, say(talk)) == (
        "still_current",
        "“Ist das noch etwas, woran Sie arbeiten?”",
    )
    assert card.options.keys() == ["1", "2"], "no “does not know”"
    keys.press("1")
    keys.press("Return")
    keys.type("die alte Siegelmaschine steht")
    keys.press("Return")
    assert page.question == "since"
    keys.type("Q3 2025")
    keys.press("Tab")
    assert card.beside.hasFocus()
    keys.type("seit dem Umbau")
    keys.press("Return")
    assert say(talk) == (
        "“Sie sagten: die alte Siegelmaschine steht. Was passiert, wenn es schiefgeht?”"
    )
    keys.type("zwei warten")
    keys.press("Return")
    keys.type("viele")
    keys.press("Return")
    assert page.question == "hours_lost", "what is no number stays on the card"
    talk.do("question_jump")
    keys.type("beste")
    keys.press("Escape")

    answers = kept(talk)
    assert answers["since"] == ("2025-Q3", "seit dem Umbau")
    assert answers["still_current"] == ("yes", "")


def test_a_slot_may_be_said_as_on_the_phone(talk: Talk) -> None:
    keys, page = talk.keys, talk.page
    jump(talk, "Anruf vom")
    keys.press("1")
    keys.press("Return")
    jump(talk, "Wann sind sie")
    assert page.question == "best_time"
    keys.type("thu 9-11")
    keys.press("Return")
    assert kept(talk)["best_time"] == ("thu 09:00-11:00", "")
    jump(talk, "Wann sind sie")
    card = page.view.script.card
    assert card.words.toPlainText() == "Thu 09:00 to 11:00"
    card.words.put("tomorrow 10-12")
    keys.press("Return")
    assert kept(talk)["best_time"] == ("2026-03-18 10:00-12:00", "")
    jump(talk, "Wann sind sie")
    card.words.put("whenever")
    keys.press("Return")
    assert "is no time slot" in page.view.script.info


def test_a_question_without_words_of_their_own_shows_no_field_for_them(talk: Talk) -> None:
    keys = talk.keys
    card = talk.page.view.script.card
    jump(talk, "E-Mails")
    assert talk.page.question == "opt_in"
    assert not card.words.isVisible()
    assert card.options.keys() == ["1", "2"]
    keys.type("x")
    assert card.given().is_empty
    keys.press("0")
    assert card.given().is_empty
    keys.press("2")
    assert kept(talk)["opt_in"] == ("no", "")


def test_objections_and_ways_out_are_found_by_a_few_letters(talk: Talk) -> None:
    """D2: at hand by key, whatever question is on the card."""
    keys, page = talk.keys, talk.page
    question = page.question
    jump(talk, "kostet das")
    over = page.asked
    assert over is not None
    assert "Das hängt davon ab, was Sie brauchen" in words_of(over)
    keys.press("Escape")
    jump(talk, "falsche Moment")
    over = page.asked
    assert over is not None
    assert "An welchem Tag darf ich es noch einmal versuchen?" in words_of(over)
    assert "Alt 6" in words_of(over)
    keys.press("Escape")
    assert page.question == question


def test_a_caller_goes_on_in_english_and_the_call_keeps_it(talk: Talk) -> None:
    keys, page = talk.keys, talk.page
    keys.press("1")
    jump(talk, "English")
    assert page.question == "still_current"
    assert say(talk) == "“Is that still something you are working on?”"
    assert page.view.script.card.options.choices() == ("1",)
    desk = desk_on(talk.path, talk.clock)
    with desk.calling._store.transaction() as tx:  # the column itself, not what is shown
        call = desk.calling.card(1).attempt
        assert call is not None
        assert load_call(tx, call.id).language == "en"
    desk.close()


@pytest.mark.parametrize("talk", [False], indirect=True)
def test_a_campaign_without_a_script_is_called_as_ever(talk: Talk) -> None:
    assert talk.page.state == "on a call"
    assert talk.page.says == ""


def test_the_new_kinds_fit_every_size(qapp: QApplication, talk: Talk) -> None:
    keys = talk.keys
    jump(talk, "Woran")
    keys.type("die alte Siegelmaschine steht zweimal in der Schicht")
    keys.press("Return")
    assert talk.page.question == "since"
    for look in ("light", "dark"):
        theme.apply(qapp, look, 1.0)
        for name, size in SIZES.items():
            grab(talk.page, f"period-{name}-{look}", size)
            assert cut_words(talk.page) == []
            assert unnamed(talk.page) == []
    theme.apply(qapp, "light", 1.0)


def jump(talk: Talk, letters: str) -> None:
    """Ctrl+J, a few letters, Enter."""
    talk.do("question_jump")
    talk.keys.type(letters)
    talk.keys.press("Return")


def kept(talk: Talk) -> dict[str, tuple[object, str]]:
    desk = talk.desk()
    answers = desk.calling.card(1).answers
    desk.close()
    return {str(QuestionId(key)): (answer.value, answer.words) for key, answer in answers.items()}


def words_of(over: PopOver) -> str:
    return " ".join(label.text() for label in over.findChildren(PlainLabel) if label.isVisible())
