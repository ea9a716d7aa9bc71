"""The one table of keys, and how a key finds what it does on the page in front."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Final, NoReturn

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later
from qualdesk.resources import shipped

Commands = Mapping[str, Callable[[], None]]
EVERYWHERE: Final = "everywhere"


@frozen
class Shortcut:
    """One line of the table: an id, its keys, where it works, and what it does in words."""

    id: str
    keys: tuple[str, ...]
    where: str
    does: str

    @property
    def places(self) -> frozenset[str]:
        """The pages it works on, or :data:`EVERYWHERE` alone."""
        return frozenset(each.strip() for each in self.where.split(","))

    def meets(self, other: "Shortcut") -> bool:
        """Whether both can be there at the same time, so that they need different keys."""
        both = self.places | other.places
        return EVERYWHERE in both or bool(self.places & other.places)


@lru_cache(maxsize=1)
def shipped_shortcuts() -> tuple[Shortcut, ...]:
    """The table as it comes with the program, in the order people read it."""
    rows = json.loads(shipped("theme", "shortcuts.json").read_text("utf-8"))
    return tuple(
        Shortcut(id=row["id"], keys=tuple(row["keys"]), where=row["where"], does=row["does"])
        for row in rows
    )


def shortcuts() -> tuple[Shortcut, ...]:
    """The table in force: the shipped one with the keys somebody chose."""
    return _in_force().lines


def first_keys() -> dict[str, str]:
    """The first key of every command, by its id: what buttons show."""
    return dict(_in_force().first)


def keys_of(command: str) -> str:
    """The key of a command now, by its id; what is no command is a key itself."""
    return _in_force().first.get(command, command)


def with_keys(sentence: str) -> str:
    """A sentence with the keys in it as they are printed: ``{undo} takes it back.`` is one."""
    return _NAMED.sub(lambda found: printed(keys_of(found[1])), sentence)


def printed(key: str) -> str:
    """A key as it stands on keyboards: Ctrl+Enter for Ctrl+Return."""
    for written, shown in _PRINTED:
        key = key.replace(written, shown)
    return capped(key)


def capped(key: str) -> str:
    """A key with its parts as they stand on the language's own keyboards: Ctrl, Strg."""
    return "+".join(tr(cap, about="key") if cap in _CAPS else cap for cap in key.split("+"))


def works_here(commands: Iterable[str]) -> tuple[Shortcut, ...]:
    """The lines of the table for these commands, in its order.

    Where two of them have one key it does the first: the other is not said to work.
    """
    known, found, taken = set(commands), list[Shortcut](), set[str]()
    for each in shortcuts():
        if each.id in known and not taken.issuperset(each.keys):
            found.append(each)
            taken.update(each.keys)
    return tuple(found)


def use_keys(own: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Put the keys somebody chose in force; a sentence for each that cannot be.

    Windows that are open take them with :meth:`KeyBoard.bind`.
    """
    lines, says = table_with(own)
    first = {each.id: each.keys[0] for each in lines}
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(_PROPERTY, _Table(lines=lines, first=first))
    return says


def show_keys(window: QWidget) -> None:
    """Let whatever shows a key in a window show the one that is in force."""
    for each in window.findChildren(QWidget):
        if hasattr(each, "say_keys"):
            each.say_keys()


def table_with(
    own: Mapping[str, Iterable[str]],
) -> tuple[tuple[Shortcut, ...], tuple[str, ...]]:
    """The shipped table with other keys for some commands, and why some could not be taken."""
    says: list[str] = []
    wanted: dict[str, tuple[str, ...]] = {}
    known = {each.id for each in shipped_shortcuts()}
    for command, keys in own.items():
        try:
            if command not in known:
                _no_command(command)
            wanted[command] = tuple(check_key(key) for key in keys)
        except Refused as refused:
            says.append(f"{refused.says} {tr('Its key is the usual one.')}")
    while True:
        lines = tuple(
            replace(each, keys=wanted.get(each.id) or each.keys) for each in shipped_shortcuts()
        )
        clash = next(
            (
                (one, other)
                for one in lines
                if one.id in wanted
                for key in one.keys
                if (other := holder(key, one, lines)) is not None
            ),
            None,
        )
        if clash is None:
            return lines, tuple(says)
        one, other = clash
        del wanted[one.id]
        says.append(
            tr(
                "The key of “{command}” is the usual one: “{other}” has that key.",
                command=tr(one.does),
                other=tr(other.does),
            )
        )


def check_key(key: str) -> str:
    """A key as the table writes it, when it can be a key of the window.

    Raises:
        Refused: it is no key, or one that fields, keyboards or the system need.
    """
    name = read_key(key)
    if not name or "," in name.replace("Ctrl+,", ""):
        raise Refused(tr("“{key}” is no key that can be pressed.", key=key[:40]))
    *held, last = name.replace("++", "+plus").split("+")
    if name in _THEIRS or (not held and last in _OF_FIELDS):
        raise Refused(
            tr(
                "{key} is needed by fields or by your system. Choose another key.",
                key=capped(name),
            )
        )
    if len(last) == 1 and not set(held) - {"Shift"}:
        raise Refused(
            tr(
                "{key} is for typing. Hold Ctrl with it, or take one of F2 to F12.",
                key=capped(name),
            )
        )
    if {"Ctrl", "Alt"} <= set(held):
        raise Refused(
            tr("Ctrl and Alt together write letters on many keyboards. Choose another key.")
        )
    if held == ["Alt"] and len(last) == 1 and last.isalpha():
        raise Refused(
            tr(
                "{key} opens menus or writes letters on some systems. Choose another key.",
                key=capped(name),
            )
        )
    return name


def holder(key: str, command: Shortcut, lines: Iterable[Shortcut]) -> Shortcut | None:
    """Which other command has this key where ``command`` works too; None when it is free."""
    wanted = read_key(key)
    for each in lines:
        if each.id != command.id and each.meets(command) and wanted in map(read_key, each.keys):
            return each
    return None


@lru_cache(maxsize=512)
def read_key(key: str) -> str:
    """A key in the one way of writing it, as Ctrl+Shift+D; empty when it is none."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


class KeyBoard:
    """The window's keys. One key may mean different commands on different pages.

    They are bound once, to the window, and each press asks which commands are there now: two
    live shortcuts with one key would both stay silent.
    """

    def __init__(self, window: QWidget, commands: Callable[[], Commands]) -> None:
        self._window, self._commands = window, commands
        self._by_key: dict[str, list[str]] = {}
        self.bound: dict[str, QShortcut] = {}
        self.bind()

    def bind(self) -> None:
        """Bind the keys of the table in force; those bound before are let go."""
        for each in self.bound.values():
            each.setEnabled(False)
            each.deleteLater()
        self.bound, self._by_key = {}, {}
        for line in shortcuts():
            for key in line.keys:
                self._by_key.setdefault(key, []).append(line.id)
        for key, ids in self._by_key.items():
            bound = QShortcut(QKeySequence(key), self._window)
            bound.activated.connect(partial(self._pressed, tuple(ids)))
            # A key held down must not end a call, save it and dial the next person.
            bound.setAutoRepeat(_MAY_REPEAT.issuperset(ids))
            self.bound[key] = bound

    def settle(self) -> None:
        """Give back the keys that do nothing on the page in front: a table wants its PgDn."""
        there = self._commands()
        for key, ids in self._by_key.items():
            self.bound[key].setEnabled(any(each in there for each in ids))

    def take(self, key: QKeySequence, *, is_held: bool) -> bool:
        """Do what a key that was kept means now; whether it means anything.

        ``is_held``: the key repeats because it is held down; few do anything then.
        """
        found = next((each for each in self.bound.values() if each.key() == key), None)
        if found is None or not found.isEnabled():
            return False
        if not is_held or found.autoRepeat():
            found.activated.emit()
        return True

    def _pressed(self, ids: tuple[str, ...]) -> None:
        there = self._commands()
        for each in ids:
            if each in there:
                there[each]()
                return


@frozen
class _Table:
    """The table in force, with the first keys at hand: painters ask for them."""

    lines: tuple[Shortcut, ...]
    first: Mapping[str, str]


def _no_command(command: str) -> NoReturn:
    raise Refused(tr("There is no command called {command}.", command=command[:40]))


@lru_cache(maxsize=1)
def _shipped_table() -> _Table:
    lines = shipped_shortcuts()
    return _Table(lines=lines, first={each.id: each.keys[0] for each in lines})


def _in_force() -> _Table:
    """It belongs to the application, as the look does: painted buttons show their keys."""
    app = QCoreApplication.instance()
    found = app.property(_PROPERTY) if app is not None else None
    return found if isinstance(found, _Table) else _shipped_table()


_NAMED: Final = re.compile(r"\{(\w+)\}")
_PRINTED: Final = (
    ("PgDown", "PgDn"),
    ("Return", "Enter"),
    ("Escape", "Esc"),
    ("++", "+plus"),
    ("+-", "+minus"),
)
_CAPS: Final = (
    tr_later("Ctrl", about="key"),
    tr_later("Shift", about="key"),
    tr_later("Enter", about="key"),
    tr_later("Esc", about="key"),
    tr_later("Del", about="key"),
    tr_later("Tab", about="key"),
    tr_later("Space", about="key"),
    tr_later("Backspace", about="key"),
    tr_later("Insert", about="key"),
    tr_later("Home", about="key"),
    tr_later("End", about="key"),
    tr_later("PgUp", about="key"),
    tr_later("PgDn", about="key"),
    tr_later("plus", about="key"),
    tr_later("minus", about="key"),
    tr_later("1 to 9, 0", about="key"),
)
_PROPERTY: Final = "qualdesk_keys"
_MAY_REPEAT: Final = frozenset(
    {"bigger", "smaller", "pane_next", "pane_prev", "question_next", "question_prev"}
)
_OF_FIELDS: Final = frozenset(
    {
        *(
            "Tab",
            "Backtab",
            "Return",
            "Enter",
            "Esc",
            "Space",
            "Backspace",
            "Insert",
        ),
        *(
            "Left",
            "Right",
            "Up",
            "Down",
            "Home",
            "End",
            "Menu",
            "F4",
            "F10",
            "Print",
        ),
    }
)
_THEIRS: Final = frozenset(
    {
        *("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+R", "Ctrl+U", "Ctrl+E", "Ctrl+D"),
        *("Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End", "Ctrl+Backspace", "Ctrl+Del"),
        *("Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down", "Shift+Home", "Shift+End"),
        *("Shift+Tab", "Shift+Return", "Shift+Enter", "Shift+Space", "Shift+Insert", "Shift+Del"),
        *("Alt+F4", "Alt+F7", "Alt+F8", "Alt+Return", "Alt+Enter", "Alt+Space", "Alt+Tab"),
        *("Ctrl+Tab", "Ctrl+Space", "Ctrl+Insert", "Ctrl+Shift+U", "Shift+F10"),
    }
)
