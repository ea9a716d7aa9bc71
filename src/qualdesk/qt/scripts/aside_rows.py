"""Side cases, objections and exits as they are written: when, what to say, and what then."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.questions import Aside
from qualdesk.core.script_language_edits import new_aside
from qualdesk.core.wording import tr
from qualdesk.qt.scripts.say_field import Known, Labelled, SayField
from qualdesk.qt.widgets.buttons import IconButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.paint import reveal


class AsideLine(Card):
    """One case: three fields and a way to take it out."""

    def __init__(self) -> None:
        super().__init__(ground="sunken", line=None, radius=8)
        self.label = Field(tr("When it comes up"), tr("When it comes up: “We have a supplier”"))
        self.say = SayField(tr("What to say"), tr("What to say"))
        self.then = Field(tr("What to do then"), tr("What to do then, where there is something"))
        self.remove = IconButton("x", tr("Remove this"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.label, 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.say)
        column.addWidget(self.then)

    def show_aside(self, aside: Aside, name: str, remove: str, shown: Aside) -> None:
        """Show this case; ``shown`` are the words of the first language, as a hint."""
        for field, text, hint in (
            (self.label, aside.label, shown.label),
            (self.then, aside.then, shown.then),
        ):
            if field.text() != text:
                field.setText(text)
            if hint and hint != text:
                field.setPlaceholderText(hint)
        if shown.say and shown.say != aside.say:
            self.say.setPlaceholderText(shown.say)
        self.say.put_text(aside.say)
        self.label.setAccessibleName(tr("{name}: when it comes up", name=name))
        self.say.setAccessibleName(tr("{name}: what to say", name=name))
        self.then.setAccessibleName(tr("{name}: what to do then", name=name))
        self.remove.renamed(remove)


class AsideRows(QWidget):
    """All cases of one kind."""

    edited = Signal(object, str)
    """The cases are others now, and a key by which edits of one field belong together."""
    field_wanted = Signal(object)
    """A field is to be put into the words of this ``SayField``."""

    def __init__(self, what: str, remove: str) -> None:
        """``what`` names one by its ``number``; ``remove`` the button that takes it out."""
        super().__init__()
        self._what, self._remove_says = what, remove
        self.lines: list[AsideLine] = []
        self._asides: tuple[Aside, ...] = ()
        self.label: Labelled = str
        self.known: Known = bool
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_asides(
        self, asides: Sequence[Aside], shown: Sequence[Aside], *, fixed: bool = False
    ) -> None:
        """Show these; ``shown`` in the first language. ``fixed``: none can be taken out here."""
        self._asides = tuple(asides)
        while len(self.lines) < len(asides):
            self._add_line()
        for place, line in enumerate(self.lines):
            if place < len(asides):
                aside, at = asides[place], place + 1
                remove = tr(self._remove_says, number=at, label=aside.label)
                line.show_aside(aside, tr(self._what, number=at), remove, shown[place])
                reveal(line.remove, shown=not fixed)
            reveal(line, shown=place < len(asides))

    def _label(self, field: str) -> str:
        return self.label(field)

    def _known(self, field: str) -> bool:
        return self.known(field)

    def add(self) -> None:
        """One more, with the cursor in it."""
        self.edited.emit((*self._asides, new_aside(self._asides)), "")
        self.lines[len(self._asides) - 1].label.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_line(self) -> None:
        line, place = AsideLine(), len(self.lines)
        line.say.label, line.say.known = self._label, self._known
        line.label.textEdited.connect(lambda text: self._typed(place, label=text))
        line.then.textEdited.connect(lambda text: self._typed(place, then=text))
        line.say.said.connect(lambda: self._typed(place, say=line.say.text()))
        line.say.field_wanted.connect(lambda: self.field_wanted.emit(line.say))
        line.remove.clicked.connect(lambda: self._remove(place))
        self.lines.append(line)
        self._column.addWidget(line)

    def _typed(self, place: int, **changed: str) -> None:
        asides = list(self._asides)
        asides[place] = replace(asides[place], **changed)
        self._asides = tuple(asides)
        self.edited.emit(self._asides, f"{self._what} {place} {next(iter(changed))}")

    def _remove(self, place: int) -> None:
        self.edited.emit((*self._asides[:place], *self._asides[place + 1 :]), "")
