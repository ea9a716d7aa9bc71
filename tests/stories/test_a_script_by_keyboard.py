"""A supervisor writes a script in the real window, by keys alone, while a call goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from makers import make_clock
from qt.desks import LONDON, Keys, Lanes, delete_now, desk_on, working_lanes
from qt.windows import Chosen
from qualdesk.core.clock import SetClock
from qualdesk.core.conditions import Equals
from qualdesk.core.questions import QuestionId, QuestionKind
from qualdesk.core.scripts import CallScript
from qualdesk.qt import theme
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.campaigns.editors import whole
from qualdesk.qt.scripts.editor import ScriptEditor
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import first_keys
from seats import NADIA


class House:
    """A caller's window and the supervisor's, on one workspace."""

    def __init__(self, path: Path, lanes: Lanes, clock: SetClock) -> None:
        self.path, self.lanes, self.clock = path, lanes, clock
        self.shell = Shell(LONDON)
        self.caller = CallDeskPage(lanes, clock, LONDON, first_keys(), open_link=lambda _link: True)
        self.editor = whole(ScriptEditor(lanes, clock, Chosen(), LONDON))
        self.shell.add_page("desk", "Desk", "headset", self.caller)
        self.shell.add_page("campaigns", "Campaigns", "flag", self.editor)
        self.said: list[str] = []
        self.editor.saved_said.connect(self.said.append)
        self.shell.resize(1440, 900)
        self.shell.show()
        self.shell.activateWindow()
        QTest.qWaitForWindowActive(self.shell)
        self.shell.show_page("desk")
        self.caller.refresh()
        lanes.settle()
        self.keys = Keys(self.shell, lanes)

    def open_editor(self) -> None:
        """As the campaign's page does it: the editor of the campaign's own script."""
        desk = desk_on(self.path, self.clock, NADIA)
        campaign = desk.library.campaigns()[0].campaign
        desk.close()
        self.keys.press("Ctrl+3")
        self.editor.open(campaign)
        self.lanes.settle()
        self.editor.outline.list.setFocus()

    def rest(self, milliseconds: int = 1000) -> None:
        """The hands rest on the keys for a second."""
        QTest.qWait(milliseconds)
        self.lanes.settle()

    def draft(self) -> CallScript:
        """The script as it lies in the workspace."""
        desk = desk_on(self.path, self.clock, NADIA)
        found = desk.scripts.draft("discovery-call").script
        desk.close()
        return found


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[House]:
    theme.apply(qapp, "light", 1.0)
    clock = make_clock()
    path = tmp_path / "desk.sqlite"
    # Two people at one screen: in a team each operation goes by the login of whose it is.
    with working_lanes(path, clock, "Maya and Nadia") as lanes:
        found = House(path, lanes, clock)
        yield found
        found.shell.close()
        delete_now(found.shell)


def tab_to(house: House, name: str) -> None:
    """Press Tab until the cursor stands in the control of that name."""
    for _ in range(60):
        focused = QApplication.focusWidget()
        if focused is not None and focused.accessibleName().startswith(name):
            return
        house.keys.press("Tab")
    raise AssertionError(f"Tab never comes to {name}")


def write_a_question(house: House) -> QuestionId:
    """After “Your part in the decision”: how many lines, asked only of those who decide."""
    keys, editor = house.keys, house.editor
    for _ in range(40):
        if editor.writing.spot == "role":
            break
        keys.press("Down")
    keys.press("Ctrl+N")
    keys.type("How many lines do they run?")
    keys.press("Tab")
    keys.press("Down")
    tab_to(house, "What it finds out")
    keys.type("Lines")
    tab_to(house, "Unit")
    keys.type("lines")
    tab_to(house, "Read aloud")
    keys.type("How many lines do you run at {{")
    keys.type("company")
    keys.press("Tab")
    keys.type("your site")
    keys.press("Return")
    keys.type("?")
    tab_to(house, "Add a rule")
    keys.press("Return")
    keys.press("Escape")
    question = editor.writing.question
    assert question is not None
    return question.id


def test_a_question_is_written_tried_and_used_from_the_next_lead_but_never_inside_a_call(
    house: House,
) -> None:
    """D2, D4: structured, conditional, in words with fields; a running call keeps its version."""
    keys, editor, caller = house.keys, house.editor, house.caller
    keys.press("Return")
    keys.press("Ctrl+Return")
    assert (caller.state, caller.question) == ("on a call", "need")

    house.open_editor()
    written = write_a_question(house)
    question = editor.writing.script.question(written)
    assert question is not None
    assert question.kind is QuestionKind.NUMBER
    assert question.say == "How many lines do you run at {{lead.company|your site}}?"
    assert question.ask_when == Equals(question="role", value="decides")
    assert editor.form.rules.says == ("Right person is Decides",)

    house.rest()
    assert house.said[-1] == "Saved 09:24"
    assert house.draft().question(written) == question, "a draft is kept as it is typed"

    # Tried as Katrin Albers: hidden until the person decides, then it comes.
    keys.press("Ctrl+P")
    assert editor.preview.course.question == question
    assert "Right person is Decides" in editor.preview.why
    editor.outline.list.setFocus()
    keys.press("Up")
    assert editor.writing.spot == "role"
    keys.press("Ctrl+P")
    keys.press("1")
    keys.press("Return")
    assert editor.writing.spot == written
    assert editor.preview.card.say == "“How many lines do you run at Elbkorn Foods?”"
    assert editor.preview.why == ""
    keys.type("12")
    keys.press("Return")
    assert editor.preview.course.said(written) == "12 lines"

    house.rest()
    keys.press("Ctrl+Return")
    assert editor.notice.accessibleName() == (
        "Version 2 is used from the next lead. One caller finishes their call with version 1."
    )
    assert house.draft().version == 2

    # The running call knows nothing of it; the next one asks it.
    keys.press("Ctrl+1")
    assert caller._talk.course.script.version == 1
    assert caller._talk.course.script.question(written) is None
    keys.press("Alt+4")
    keys.press("Return")
    keys.press("Ctrl+Return")
    house.rest(300)
    assert caller.lead_name == "Marcus Hale"
    assert caller._talk.course.script.version == 2
    assert caller._talk.course.script.question(written) == question
