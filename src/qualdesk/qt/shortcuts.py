"""The one table of keys, and how a key finds what it does on the page in front."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from qualdesk.resources import shipped

Commands = Mapping[str, Callable[[], None]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Shortcut:
    """One line of the table: an id, its keys, where it works, and what it does in words."""

    id: str
    keys: tuple[str, ...]
    where: str
    does: str


@lru_cache(maxsize=1)
def shortcuts() -> tuple[Shortcut, ...]:
    """The shipped table, in the order people read it."""
    rows = json.loads(shipped("theme", "shortcuts.json").read_text("utf-8"))
    return tuple(
        Shortcut(id=row["id"], keys=tuple(row["keys"]), where=row["where"], does=row["does"])
        for row in rows
    )


def first_keys() -> dict[str, str]:
    """The first key of every command, by its id: what buttons show."""
    return {each.id: each.keys[0] for each in shortcuts()}


def works_here(commands: Iterable[str]) -> tuple[Shortcut, ...]:
    """The lines of the table for these commands, in its order."""
    known = set(commands)
    return tuple(each for each in shortcuts() if each.id in known)


class KeyBoard:
    """The window's keys. One key may mean different commands on different pages.

    They are bound once, to the window, and each press asks which commands are there now: two
    live shortcuts with one key would both stay silent.
    """

    def __init__(self, window: QWidget, commands: Callable[[], Commands]) -> None:
        self._commands = commands
        by_key: dict[str, list[str]] = {}
        for each in shortcuts():
            for key in each.keys:
                by_key.setdefault(key, []).append(each.id)
        self._by_key = by_key
        self.bound: dict[str, QShortcut] = {}
        for key, ids in by_key.items():
            bound = QShortcut(QKeySequence(key), window)
            bound.activated.connect(partial(self._pressed, tuple(ids)))
            # A key held down must not end a call, save it and dial the next person.
            bound.setAutoRepeat(key in _MAY_REPEAT)
            self.bound[key] = bound

    def settle(self) -> None:
        """Give back the keys that do nothing on the page in front: a table wants its PgDn."""
        there = self._commands()
        for key, ids in self._by_key.items():
            self.bound[key].setEnabled(any(each in there for each in ids))

    def _pressed(self, ids: tuple[str, ...]) -> None:
        there = self._commands()
        for each in ids:
            if each in there:
                there[each]()
                return


_MAY_REPEAT = frozenset({"Ctrl++", "Ctrl+=", "Ctrl+-", "F6", "Shift+F6", "PgDown", "PgUp"})
