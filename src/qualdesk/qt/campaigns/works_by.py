"""What a campaign works by: its script, the one before its event, and its definition."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigning import ScriptInUse, Section
from qualdesk.core.languages import language_name
from qualdesk.core.wording import listed, tr, tr_later, tr_n
from qualdesk.qt.campaigns.section import SectionCard
from qualdesk.qt.campaigns.settled import Document, Settled, Shown
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconRow

_NONE: Final = tr_later("None yet")
_SAME: Final = tr_later("The same script")


class DocumentChoice(QWidget):
    """One document to work by out of the library, and the way into its editor."""

    changed = Signal()
    opened = Signal(str)
    """The id of the document whose editor is wanted."""

    def __init__(self, says: str, none: str, opens: str) -> None:
        super().__init__()
        self._none = none
        self._ids: tuple[str, ...] = ("",)
        self.choice = Choice(says, [none])
        self.open = PushButton(opens, icon="pencil-line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(12)
        labelled(row, says, self.choice, 1)
        beside = QVBoxLayout()
        beside.addStretch(1)
        beside.addWidget(self.open)
        row.addLayout(beside)
        column.addLayout(row)
        self.choice.currentIndexChanged.connect(self._chosen)
        self.open.clicked.connect(lambda: self.opened.emit(self.document))

    @property
    def document(self) -> str:
        """The id of the document chosen, empty for none."""
        at = self.choice.currentIndex()
        return self._ids[at] if 0 <= at < len(self._ids) else ""

    def fill(self, documents: Sequence[Document], chosen: str, *, may_be_none: bool) -> None:
        """Offer these documents; this one is chosen."""
        offered = [each for each in documents if each.version or each.id == chosen]
        none = (("", self._none),) if may_be_none or not chosen else ()
        rows = (*none, *((each.id, each.says) for each in offered))
        if [name for _id, name in rows] != [
            self.choice.itemText(at) for at in range(self.choice.count())
        ]:
            self.choice.set_values([name for _id, name in rows])
        self._ids = tuple(each for each, _name in rows)
        self.choice.setCurrentIndex(self._ids.index(chosen) if chosen in self._ids else 0)
        self.open.setEnabled(bool(self.document))

    def _chosen(self) -> None:
        self.open.setEnabled(bool(self.document))
        self.changed.emit()


class ScriptSection(SectionCard):
    """What callers read from; before an event it may be another script."""

    script_wanted = Signal(str)
    """The id of the script whose editor is wanted; empty for a new one."""

    def __init__(self) -> None:
        super().__init__(Section.SCRIPT, tr("Another script counts from the next lead on."))
        self.script = DocumentChoice(tr("What callers read from"), tr(_NONE), tr("Open the script"))
        self.before = DocumentChoice(tr("Before the event"), tr(_SAME), tr("Open that script"))
        self._says = IconRow("message-square", "")
        self.new = PushButton(tr("New script"), icon="plus", kind="quiet")
        self.body.addWidget(self.script)
        self.body.addWidget(self._says)
        self.body.addWidget(self.before)
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addStretch(1)
        self.body.addLayout(row)
        for choice in (self.script, self.before):
            choice.changed.connect(self.changed)
            choice.opened.connect(self.script_wanted)
        self.new.clicked.connect(lambda: self.script_wanted.emit(""))

    @override
    def fill(self, shown: Shown, today: date) -> None:
        setup = shown.setup
        chosen = setup.script.id if setup.script else ""
        self.script.fill(shown.scripts, chosen, may_be_none=False)
        before = setup.before_script.id if setup.before_script else ""
        self.before.fill(shown.scripts, before, may_be_none=True)
        reveal(self.before, shown=setup.event is not None or bool(before))
        languages = next((one.languages for one in shown.scripts if one.id == chosen), ())
        self._says.set("message-square", _script_line(setup.script, languages))

    @override
    def into(self, said: Settled) -> Settled:
        return replace(said, script=self.script.document, before_script=self.before.document)

    @override
    def field_of(self, gap: str) -> QWidget | None:
        return self.script.choice if gap == Section.SCRIPT else None

    @property
    @override
    def in_order(self) -> Sequence[QWidget]:
        choices = (self.script, self.before)
        return (*(part for one in choices for part in (one.choice, one.open)), self.new)


class DefinitionSection(SectionCard):
    """When a lead is qualified, and whether both sides have signed that."""

    definition_wanted = Signal(str)
    """The id of the definition whose page is wanted; empty for a new one."""

    def __init__(self) -> None:
        super().__init__(Section.DEFINITION, tr("Marketing and sales sign the same words."))
        self.definition = DocumentChoice(
            tr("What a qualified lead is"), tr(_NONE), tr("Open the definition")
        )
        self._says = IconRow("scale", "")
        self.waiting = Banner("info")
        self.new = PushButton(tr("New definition"), icon="plus", kind="quiet")
        self.body.addWidget(self.definition)
        self.body.addWidget(self._says)
        self.body.addWidget(self.waiting)
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addStretch(1)
        self.body.addLayout(row)
        self.definition.changed.connect(self.changed)
        self.definition.opened.connect(self.definition_wanted)
        self.new.clicked.connect(lambda: self.definition_wanted.emit(""))

    @override
    def fill(self, shown: Shown, today: date) -> None:
        found = shown.setup.definition
        chosen = found.id if found else ""
        self.definition.fill(shown.definitions, chosen, may_be_none=False)
        agreed = found is not None and found.is_agreed
        icon, tone = ("badge-check", "ok") if agreed else ("circle-dashed", "warn")
        self._says.set(icon, found.says if found else tr("Nobody can be qualified yet"), tone=tone)
        self.waiting.set("info", "", " ".join(shown.waiting))
        reveal(self.waiting, shown=bool(shown.waiting))

    @override
    def into(self, said: Settled) -> Settled:
        return replace(said, definition=self.definition.document)

    @override
    def field_of(self, gap: str) -> QWidget | None:
        if gap != Section.DEFINITION:
            return None
        return self.definition.open if self.definition.document else self.definition.choice

    @property
    @override
    def in_order(self) -> Sequence[QWidget]:
        return (self.definition.choice, self.definition.open, self.new)


def _script_line(script: ScriptInUse | None, languages: Sequence[str]) -> str:
    """What is in the script, in a line."""
    if script is None:
        return tr("Callers have nothing to read from yet")
    return tr_n(
        script.asked,
        "Version {version}, {n} question, in {languages}",
        "Version {version}, {n} questions, in {languages}",
        version=script.version,
        languages=listed(language_name(each) for each in languages or (script.language,)),
    )
