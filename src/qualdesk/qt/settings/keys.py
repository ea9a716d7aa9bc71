"""Settings of the keys: the one table, each line of which may get another key."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import either, tr, tr_later
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.settings.key_catcher import KeyCatcher
from qualdesk.qt.settings.rows import BackLink, Place, Section
from qualdesk.qt.shortcuts import (
    EVERYWHERE,
    Shortcut,
    capped,
    check_key,
    holder,
    shipped_shortcuts,
    shortcuts,
)
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Rule
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.paint import reveal
from qualdesk.settings import Keys, Settings

TAKEN: Final = tr_later("{key} is the key of “{command}”. Give that one another key first.")
USUALLY: Final = tr_later("Usually {keys}")
NOTHING: Final = tr_later("No command is called that.")
_PLACES: Final = {
    EVERYWHERE: tr_later("Everywhere"),
    "desk": tr_later("Desk"),
    "lists": tr_later("Lists"),
    "campaigns": tr_later("Campaigns"),
    "hand-off": tr_later("Hand-off"),
    "floor": tr_later("Floor"),
}


@frozen
class KeyRow:
    """One command of the table on the page."""

    line: Shortcut
    whole: QWidget
    catcher: KeyCatcher
    back: BackLink
    says: PlainLabel


class KeysSection(Section):
    """A key is taken at once; one that another command has is refused by that command's name."""

    key = "keys"
    title = tr_later("Keys")
    about = tr_later(
        "Press a key's button, then the new key; Esc leaves it as it was. In a group of answers "
        "1 to 9 and 0 always choose."
    )

    sheet_wanted = Signal()
    """All keys are to be seen on a sheet that can be printed."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._choices = place.choices
        self.search = Field(tr("Find a command"), tr("Find a command"), icon="search", keys="find")
        self.sheet = PushButton(tr("Print a sheet"), icon="file-text")
        self.all_back = PushButton(tr("All back to normal"), icon="undo-2", kind="quiet")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.search, 1)
        head.addWidget(self.sheet)
        head.addWidget(self.all_back)
        self.body.addLayout(head)
        self._none = PlainLabel(tr(NOTHING), face="body", tone="text2")
        self.body.addWidget(self._none)
        self._rows: dict[str, KeyRow] = {}
        self._groups: list[tuple[QWidget, tuple[str, ...]]] = []
        self._left: list[tuple[str, list[Shortcut]]] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._build_next)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.body.addLayout(self._lines)
        self.search.textChanged.connect(self._narrow)
        self.sheet.clicked.connect(self.sheet_wanted)
        self.all_back.clicked.connect(lambda: self._choices.keep(keys={}))
        reveal(self._none, shown=False)

    @property
    def rows(self) -> dict[str, KeyRow]:
        """The commands' rows, by their ids; those still to come are built now."""
        while self._left:
            self._build_next()
        return self._rows

    @override
    def opened(self) -> None:
        """The table is long: it is built when it is first looked at, one group after another."""
        if not self._rows:
            by_place: dict[str, list[Shortcut]] = {}
            for line in shipped_shortcuts():
                by_place.setdefault(line.where.split(",")[0].strip(), []).append(line)
            self._left = list(by_place.items())
            self._build_next()
        self._narrow(self.search.text())

    @override
    def show_settings(self, settings: Settings) -> None:
        self._show_keys(self._rows)
        self.all_back.setEnabled(bool(settings.keys))

    def _show_keys(self, commands: Iterable[str]) -> None:
        """Say of each whether it has its usual keys."""
        now = {each.id: each for each in shortcuts()}
        usual = {each.id: each.keys for each in shipped_shortcuts()}
        for command in commands:
            row = self._rows[command]
            is_changed = now[command].keys != usual[command]
            reveal(row.back, shown=is_changed)
            row.catcher.rest()
            keys = either(map(capped, usual[command]))
            _say(row, tr(USUALLY, keys=keys) if is_changed else "", "text2")

    def _build_next(self) -> None:
        """Build the next group: all of them at once, the window stood still for a moment."""
        place, lines = self._left.pop(0)
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(2)
        title = tr(_PLACES.get(place, place.capitalize()))
        column.addWidget(PlainLabel(title, face="card_title"))
        for line in lines:
            row = self._rows[line.id] = self._row(line)
            column.addWidget(row.whole)
        commands = tuple(line.id for line in lines)
        self._show_keys(commands)
        self._groups.append((group, commands))
        self._lines.addWidget(group)
        if self._left:
            self._soon.start()
        else:
            self._soon.stop()

    def _row(self, line: Shortcut) -> KeyRow:
        does = tr(line.does)
        row = KeyRow(
            line=line,
            whole=QWidget(),
            catcher=KeyCatcher(line.id, does),
            back=BackLink(does),
            says=PlainLabel(face="hint", tone="text2", wrap=True),
        )
        inside = QWidget()
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 2, 0, 2)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(PlainLabel(does, face="body", wrap=True))
        words.addWidget(row.says)
        words.addStretch(1)
        side = QHBoxLayout()
        side.setSpacing(10)
        side.addWidget(inside, 1)
        side.addWidget(row.back)
        side.addWidget(row.catcher)
        column = QVBoxLayout(row.whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(Rule())
        column.addLayout(side)
        row.catcher.caught.connect(partial(self._give, line.id))
        row.back.clicked.connect(_calling(self._take_back, line.id))
        return row

    def _give(self, command: str, key: str) -> None:
        """Give a command the key that was pressed, unless another one has it there."""
        row = self.rows[command]
        try:
            name = _free(check_key(key), row.line)
        except Refused as error:
            _say(row, error.says)
            row.catcher.wait()
            return
        usual = row.line.keys
        own = dict(self._choices.settings.keys)
        if (name,) == usual[:1]:
            own.pop(command, None)
        else:
            own[command] = (name,)
        self._keep(own, command)

    def _take_back(self, command: str) -> None:
        """Give a command its usual keys again, unless another one has one of them by now."""
        row = self.rows[command]
        taken = [(key, holder(key, row.line, shortcuts())) for key in row.line.keys]
        held = next(((key, other) for key, other in taken if other is not None), None)
        if held is not None:
            _say(row, tr(TAKEN, key=capped(held[0]), command=tr(held[1].does)))
            return
        own = {each: keys for each, keys in self._choices.settings.keys.items() if each != command}
        self._keep(own, command)

    def _keep(self, own: Keys, command: str) -> None:
        self._choices.keep(keys=own)
        self.rows[command].catcher.setFocus()

    def _narrow(self, text: str) -> None:
        """Show the commands with these words in what they do, or with this key."""
        wanted = text.casefold().split()
        rows = self.rows if wanted else self._rows
        keys = {each.id: " ".join(each.keys).casefold() for each in shortcuts()}
        for group, commands in self._groups:
            shown = 0
            for command in commands:
                row = rows[command]
                heap = f"{tr(row.line.does).casefold()} {keys[command]}"
                fits = all(word in heap for word in wanted)
                shown += fits
                if row.whole.isHidden() is fits:
                    reveal(row.whole, shown=fits)
            reveal(group, shown=shown > 0)
        any_shown = any(not row.whole.isHidden() for row in rows.values())
        reveal(self._none, shown=bool(rows) and not any_shown)


def _say(row: KeyRow, text: str, tone: str = "warn") -> None:
    row.says.setText(text)
    row.says.set_look(tone=tone)
    reveal(row.says, shown=bool(text))


def _free(key: str, line: Shortcut) -> str:
    """The key, when no other command has it where this one works.

    Raises:
        Refused: another one has it; the sentence names it.
    """
    other = holder(key, line, shortcuts())
    if other is not None:
        raise Refused(tr(TAKEN, key=capped(key), command=tr(other.does)))
    return key


def _calling(act: Callable[[str], None], command: str) -> Callable[[], None]:
    return lambda: act(command)
