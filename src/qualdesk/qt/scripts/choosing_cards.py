"""The cards over the editor: versions and what is new in them, and the library of scripts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QListWidget, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.changes import Change
from qualdesk.core.drafts import DocumentVersion, ScriptEntry, SetAside
from qualdesk.core.languages import language_name
from qualdesk.core.script_changes import compare_scripts
from qualdesk.core.scripts import CallScript
from qualdesk.core.times import local_time, short_month
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.plain import PlainLabel, safe_text
from qualdesk.qt.scripts.parts import Caption, Scrolled, labelled
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.popover import PopOver

_NOW: Final = 0
_WIDTH: Final = 680
# Half of it without its edges and the room between.
_HALF: Final = 315


class VersionsCard(PopOver):
    """Two versions side by side: what was, and what is now."""

    wanted = Signal(int)
    """A version is to be read: its number."""
    go_back_pressed = Signal(object)
    """The draft is to begin again from this ``CallScript``."""
    file_pressed = Signal(int)
    """A version is to be written to a file: its number, 0 for the draft."""

    def __init__(self, window: QWidget, zone: str) -> None:
        super().__init__(window, tr("Versions"), _WIDTH)
        self._zone = zone
        self._newer: tuple[int, ...] = (_NOW,)
        self._older: tuple[int, ...] = ()
        self._read: dict[int, CallScript] = {}
        self.newer, self.older = Choice(tr("Newer version")), Choice(tr("Older version"))
        self.back = PushButton(tr("Begin again from the older one"), icon="undo-2")
        self.file = PushButton(tr("Write the newer one to a file"), icon="download")
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        scrolled = Scrolled()
        scrolled.setFixedHeight(look().px(300))
        self._rows: Pool[_ChangeRow, Change] = Pool(
            scrolled.column, _ChangeRow, _ChangeRow.show_change
        )
        scrolled.column.addStretch(1)
        self._line = line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(10)
        line.addLayout(labelled(Caption(tr("What is new in")), self.newer), 1)
        line.addLayout(labelled(Caption(tr("against", about="versions")), self.older), 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addWidget(self.file)
        buttons.addStretch(1)
        self.body.addWidget(PlainLabel(tr("Versions"), face="card_title"))
        self.body.addLayout(line)
        self.body.addWidget(self._says)
        self.body.addWidget(scrolled)
        self.body.addLayout(buttons)
        self.newer.activated.connect(lambda _at: self._compare())
        self.older.activated.connect(lambda _at: self._compare())
        self.back.clicked.connect(self._go_back)
        self.file.clicked.connect(lambda: self.file_pressed.emit(self._numbers()[0]))

    @property
    def changes(self) -> tuple[str, ...]:
        """What is new, line by line."""
        return tuple(row.says for row in self._rows.parts if not row.isHidden())

    @property
    def says(self) -> str:
        """How much is new, in a sentence."""
        return self._says.text()

    def begin(
        self,
        draft: CallScript | None,
        versions: Sequence[DocumentVersion],
        aside: Sequence[SetAside] = (),
    ) -> None:
        """Compare the draft, where there is one, with the newest version to begin with.

        Drafts that were saved over stand among the older ones: nothing that was typed is lost.
        """
        said = [self._named(version) for version in versions]
        numbers = tuple(version.number for version in versions)
        self._newer = (_NOW, *numbers) if draft is not None else numbers
        kept = [one for one in aside if isinstance(one.document, CallScript)]
        self._older = (*numbers, *(-number for number in range(1, len(kept) + 1)))
        self._read = {_NOW: draft} if draft is not None else {}
        for number, one in enumerate(kept, 1):
            assert isinstance(one.document, CallScript)
            self._read[-number] = one.document
        written = [tr("Draft {number}", number=draft.version)] if draft is not None else []
        self.newer.set_values([*written, *said])
        self.older.set_values([*said, *(self._put_aside(one) for one in kept)])
        # Without a draft the newest version is compared with what was before it.
        self.older.setCurrentIndex(0 if draft is not None else min(1, len(self._older) - 1))
        for part in (self.older, self.back):
            part.setEnabled(bool(self._older))
        self._fit()
        self._compare()

    def _fit(self) -> None:
        """The two versions beside each other where their names fit, else one below the other."""
        longest = max(self.newer.sizeHint().width(), self.older.sizeHint().width())
        fits = longest <= look().px(_HALF)
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if fits else way.TopToBottom)

    def show_version(self, number: int, script: CallScript) -> None:
        """A version was read."""
        self._read[number] = script
        self._compare()

    def _named(self, version: DocumentVersion) -> str:
        said = (
            tr("Version {number}", number=version.number),
            self._when(version.at),
            version.by,
            tr("in use") if version.in_force else "",
        )
        return ", ".join(filter(None, said))

    def _put_aside(self, one: SetAside) -> str:
        return ", ".join((tr("Draft put aside"), self._when(one.changed_at), one.changed_by))

    def _when(self, at: datetime) -> str:
        there = local_time(at, self._zone)
        month = short_month(there.month)
        return tr("{at:%d} {month} {at:%H:%M}", at=there, month=month)

    def _numbers(self) -> tuple[int, int]:
        """The newer and the older one that are compared; those put aside count from -1 down."""
        new, old = self.newer.currentIndex(), self.older.currentIndex()
        newest = self._newer[max(new, 0)] if self._newer else _NOW
        return newest, self._older[max(old, 0)] if self._older else _NOW

    def _compare(self) -> None:
        if not self._older:
            self._tell((), tr("It was never used. Its first version comes with the first use."))
            return
        new, old = self._numbers()
        if new == old:
            newest = new == self._newer[0] and _NOW not in self._newer
            same = (
                tr("Nothing was changed since version {number}.", number=new)
                if newest
                else tr("They are the same.")
            )
            self._tell((), same)
            return
        missing = [number for number in (new, old) if number not in self._read]
        for number in missing:
            self.wanted.emit(number)
        if missing:
            self._tell((), "")
            return
        changes = compare_scripts(self._read[old], self._read[new])
        count = len(changes)
        says = tr_n(count, "{n} difference.", "{n} differences.")
        self._tell(changes, says if count else tr("They say the same."))

    def _tell(self, changes: Sequence[Change], says: str) -> None:
        self._rows.show(changes)
        self._says.setText(says)

    def _go_back(self) -> None:
        number = self._numbers()[1]
        if number in self._read and self._older:
            self.close_over()
            self.go_back_pressed.emit(self._read[number])


class _ChangeRow(QWidget):
    """One difference: the place, what stood there, what stands there now."""

    def __init__(self) -> None:
        super().__init__()
        self._label = PlainLabel(face="hint_strong", wrap=True)
        self._was = PlainLabel(face="body", tone="text2", wrap=True)
        self._now = PlainLabel(face="body", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(1)
        for part in (self._label, self._was, self._now):
            column.addWidget(part)

    @property
    def says(self) -> str:
        """The difference in one line."""
        return " | ".join(part.text() for part in (self._label, self._was, self._now))

    def show_change(self, change: Change) -> None:
        """Show this difference."""
        self._label.setText(change.label)
        self._was.setText(tr("Was: {was}", was=change.was) if change.was else tr("Was not there"))
        self._now.setText(tr("Now: {now}", now=change.now) if change.now else tr("Now: taken out"))


class LibraryCard(PopOver):
    """All scripts: choose another, begin one, or take one from a file."""

    chosen = Signal(str)
    """A script to write: its id."""
    begun = Signal(str, str)
    """A new script: its name, and the id of the one it is to be like, or nothing."""
    file_pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("Scripts"), 640)
        self._entries: tuple[ScriptEntry, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Scripts"))
        self.list.setFixedHeight(look().px(220))
        self.name = Field(tr("Name of a new script"), tr("for instance Stand leads"))
        self.empty = PushButton(tr("Begin empty"), icon="plus")
        self.like = PushButton(tr("Begin like the one above"), icon="copy")
        self.file = PushButton(tr("Take from a file"), icon="upload", keys="import")
        self._refused = PlainLabel(face="hint", tone="bad", wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.empty, self.like):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.file)
        self.body.addWidget(PlainLabel(tr("Scripts"), face="card_title"))
        self.body.addWidget(self.list)
        self.body.addLayout(labelled(Caption(tr("A new one")), self.name))
        self.body.addLayout(buttons)
        self.body.addWidget(self._refused)
        self.refuse("")
        self.list.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _item: self._choose())
        self.name.returnPressed.connect(lambda: self._begin(""))
        self.empty.clicked.connect(lambda: self._begin(""))
        self.like.clicked.connect(lambda: self._begin(self._current()))
        self.file.clicked.connect(self.file_pressed)

    def begin(self, entries: Sequence[ScriptEntry], script_id: str) -> None:
        """Offer these scripts, the cursor on the one that is written."""
        self._entries = tuple(entries)
        self.list.clear()
        self.list.addItems([safe_text(_named(entry), 160, one_line=True) for entry in entries])
        ids = [entry.id for entry in entries]
        self.list.setCurrentRow(ids.index(script_id) if script_id in ids else 0)
        self.refuse("")

    def refuse(self, says: str) -> None:
        """Say why nothing was begun."""
        self._refused.setText(says)
        reveal(self._refused, shown=bool(says))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if is_enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._choose()
                return True
        return super().eventFilter(watched, event)

    def _current(self) -> str:
        row = self.list.currentRow()
        return self._entries[row].id if 0 <= row < len(self._entries) else ""

    def _choose(self) -> None:
        chosen = self._current()
        if chosen:
            self.close_over()
            self.chosen.emit(chosen)

    def _begin(self, like: str) -> None:
        name = self.name.text().strip()
        if not name:
            self.refuse(tr("Give it a name that others will recognise."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.begun.emit(name, like)


def _named(entry: ScriptEntry) -> str:
    spoken = ", ".join(language_name(each) for each in entry.languages)
    number, campaigns = entry.version, ", ".join(entry.campaigns)
    said = (
        tr("version {number}", number=number) if number else tr("never used"),
        tr("with a draft") if entry.has_draft and number else "",
        tr("in {campaigns}", campaigns=campaigns) if campaigns else "",
    )
    return f"{entry.name}  ({spoken}; {', '.join(filter(None, said))})"
