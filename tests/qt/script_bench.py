"""The three columns of the script editor on one small script, without a workspace."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from makers import make_clock
from qt.windows import BERLIN
from qualdesk.core.conditions import Condition, Equals
from qualdesk.core.definition import Criterion
from qualdesk.core.drafts import PreviewPerson
from qualdesk.core.ids import LeadId
from qualdesk.core.questions import Aside, Question, QuestionId
from qualdesk.core.scripts import CallScript
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.scripts.form import Form
from qualdesk.qt.scripts.outline import Outline
from qualdesk.qt.scripts.preview import Preview
from qualdesk.qt.scripts.writing import Writing
from qualdesk.qt.widgets.fields import Choice
from script_makers import make_definition, make_options, make_question, make_script

ROLE = make_question("role", "choice", short="Role", options=make_options("decides", "asked"))
SITES = make_question("sites", "number", short="Sites", unit="sites")
DATE = make_question(
    "date",
    "choice",
    short="Date",
    options=make_options("soon", "later"),
    say="When, {{lead.city}}?",
)
SCRIPT = replace(
    make_script(discover=[make_question("need", short="Need")], fit=[ROLE, SITES, DATE]),
    voicemail="Hello {{lead.first_name|there}}.",
    objections=(Aside(label="Too dear", say="Compared to what?", id="dear"),),
)
DEFINITION = make_definition(
    Criterion(
        id="date",
        label="Date",
        question=QuestionId("date"),
        must_have=True,
        points=20,
        met_when=Equals(question="date", value="soon"),
    ),
    threshold=20,
)
KATRIN = PreviewPerson(
    lead_id=LeadId(1),
    label="Katrin Albers, Elbkorn Foods",
    values={"lead.first_name": "Katrin", "lead.city": "Hamburg"},
    languages=("de",),
)


class Bench:
    """The three columns side by side, on one script."""

    def __init__(self) -> None:
        self.writing = Writing()
        self.page = QWidget()
        self.outline, self.form = Outline(), Form(self.writing)
        self.preview = Preview(self.writing, make_clock(), BERLIN)
        row = QHBoxLayout(self.page)
        for column in (self.outline, self.form, self.preview):
            row.addWidget(column)
        self.writing.changed.connect(self._show)
        self.writing.moved.connect(self.form.show_spot)
        self.outline.went.connect(self.writing.go)
        self.page.resize(1400, 1000)
        self.page.show()
        self.page.activateWindow()
        QTest.qWaitForWindowActive(self.page)
        self.writing.open(SCRIPT, "date")
        self.writing.judge_by(DEFINITION)

    def _show(self) -> None:
        writing = self.writing
        self.outline.show_script(writing.script, writing.definition, (), writing.spot)
        self.form.show_spot()

    @property
    def script(self) -> CallScript:
        return self.writing.script

    def question(self, question_id: str = "date") -> Question:
        found = self.script.question(question_id)
        assert found is not None
        return found

    @property
    def rule(self) -> Condition | None:
        return self.question().ask_when


def press(key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
    modifiers = Qt.KeyboardModifier.NoModifier
    for one in held:
        modifiers |= one
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)
    QApplication.processEvents()


def type_in(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)
    QApplication.processEvents()


def to(kind: type[Any], name: str) -> Any:
    """Tab on until the cursor stands in a control of that kind and name."""
    for _ in range(30):
        focused = QApplication.focusWidget()
        is_named = focused is not None and focused.accessibleName().startswith(name)
        if isinstance(focused, kind) and is_named:
            return focused
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {name}")


def choose(name: str, says: str) -> None:
    """Choose a value by keys in the list of that name."""
    choice = to(Choice, name)
    place = choice.findText(says)
    assert place >= 0, [choice.itemText(at) for at in range(choice.count())]
    while QApplication.focusWidget().currentIndex() > place:  # type: ignore[union-attr]
        press(Qt.Key.Key_Up)
    while QApplication.focusWidget().currentIndex() < place:  # type: ignore[union-attr]
        press(Qt.Key.Key_Down)


def words_of(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(PlainLabel) if each.isVisible())
