"""One way through the whole window in a language and a size, and all that was met on it."""

import os
import re
import sqlite3
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from importlib.metadata import distributions
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from zoneinfo import available_timezones

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from makers import make_clock
from qt.desks import LEADS
from qt.everywhere import MORE, Screen, a_full_workspace, everywhere, give_size
from qt.seen import (
    as_data,
    colour_alone,
    cut,
    hearing_words,
    out_of_order,
    settle_paint,
    shown,
    unheard,
    unsaid_pictures,
    watching_for_cuts,
    words_of,
)
from qt.side_states import WHO, a_bad_day, of_a_first_start, of_practice
from qualdesk.qt import theme
from qualdesk.qt.languages import LONGER, take_up
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.scripts.outline import OutlineList
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.queue import NextCard
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.widgets.undo import UndoCard
from qualdesk.resources import shipped

USUAL: Final = ((1366, 768), (1440, 900), (1920, 1080))
# Each change looks at the smallest; QUALDESK_EVERY_SIZE=1 walks through all of them.
EVERY: Final = "QUALDESK_EVERY_SIZE" in os.environ
SIZES: Final = USUAL if EVERY else USUAL[:1]
# They stand beside words that say the same, or are a ground.
QUIET: Final = frozenset(
    {"Card", "Rule", "UprightRule", "KeyCap", "IconMark", "Shade", "_Chevron", "_Dot", "_Step"}
)
MARKS: Final = frozenset({"IconMark", "_Dot", "_Step"})


@dataclass(kw_only=True)
class Walked:
    """What was met."""

    screens: list[str] = field(default_factory=list)
    cut: dict[str, str] = field(default_factory=dict)
    """Words without the room they need, with where that was seen first."""
    unsaid: list[str] = field(default_factory=list)
    """What a screen reader is not told, is told twice, or reaches in another order."""
    words: set[str] = field(default_factory=set)
    """All that was shown or told, in the pseudo-language."""
    strayed: list[str] = field(default_factory=list)
    """Where the keyboard went when it left the window."""
    data: str = ""
    """What nobody translates: the workspace's own words, as ``qt.seen.as_data`` has them."""
    names: list[str] = field(default_factory=list)
    """What scripts are filled with: people, companies, or words where somebody has no name."""


def walked(
    app: QApplication,
    language: str = "en",
    *,
    scale: float = 1.0,
    strict: bool = False,
    briefly: bool = False,
) -> Walked:
    """Go through all of the window. English again, and normal size, afterwards.

    ``strict``: nothing may end in "…", not even what tells the whole of itself in a tip.
    ``briefly``: without practice, a shift in which all goes wrong, and a first start.
    """
    met = Walked()
    take_up(app, language)
    look = theme.apply(app, "light", scale)
    with TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patch:
        try:
            with watching_for_cuts(look) as ended, hearing_words() as heard:
                for name, root in _screens(Path(made), patch, met, briefly=briefly):
                    met.screens.append(name)
                    for width, height in SIZES:
                        give_size(root.window(), width, height)
                        ended.clear()
                        settle_paint(root)
                        for each in _cut(root, ended, strict=strict):
                            met.cut.setdefault(each, f"{name} at {width}")
                    if scale == 1.0 and language != LONGER:
                        met.unsaid += [f"{name}: {each}" for each in _unsaid(root)]
                    met.words.update(words_of(root) if language == LONGER else ())
                met.words |= heard
            if language == LONGER:
                met.data = as_data([*_kept_in(Path(made)), *_shipped(), *_files_in(Path(made))])
                met.names = [*_people(), *_FALL_BACK.findall("\n".join(_shipped()))]
        finally:
            take_up(app, "en")
            theme.apply(app, "light", 1.0)
    return met


def _screens(
    made: Path, patch: pytest.MonkeyPatch, met: Walked, *, briefly: bool
) -> Iterator[Screen]:
    """Every page and pop-over; what the keyboard strayed to is noted in ``met``."""
    folders = [made / name for name in ("full", "bad", "new")]
    for folder in folders:
        folder.mkdir()
    full, bad, new = folders
    a_full_workspace(full, make_clock())
    with everywhere(full, make_clock(), patch) as walk:
        yield from walk.screens()
        if not briefly:
            yield from of_practice(walk)
        met.strayed = walk.strayed
    if briefly:
        return
    with a_bad_day(bad, make_clock(), patch) as (walk, day):
        yield from day.states(walk)
    yield from of_a_first_start(new, make_clock(), theme="light")


def _cut(root: QWidget, ended: Sequence[str], *, strict: bool) -> Iterator[str]:
    yield from cut(root, strict=strict)
    elsewhere = _whole_elsewhere(root) if ended else ""
    # A cell with several samples ends after the first; its tip has them all.
    yield from (f"ended: {each}" for each in ended if each.split(" · ")[0] not in elsewhere)


def _whole_elsewhere(root: QWidget) -> str:
    """All that tells the whole of itself in a tip: cells, rows of an outline, who is next."""
    found = [each.text() for each in shown(root, NextCard)]
    found += [each.toolTip() for each in shown(root, UndoCard)]
    for table in shown(root, PlainTable):
        model = table.model()
        found += ["\n".join(row) for row in model.drawn()] if model is not None else []
    for outline in shown(root, OutlineList):
        found += [row.name for row in outline._rows.rows]
    found += [each.currentText() for each in shown(root, Choice) if each.toolTip()]
    for label in shown(root, PlainLabel):
        found += [label.text()] if label._elide else []
    return "\n".join(found)


def _unsaid(root: QWidget) -> Iterator[str]:
    yield from unheard(root)
    yield from unsaid_pictures(root, QUIET)
    yield from colour_alone(root, MARKS)
    yield from out_of_order(root)


def _kept_in(folder: Path) -> Iterator[str]:
    """Every text in the workspaces there."""
    for file in folder.rglob("desk.sqlite"):
        with closing(sqlite3.connect(file)) as kept:
            tables = kept.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
            for (table,) in tables:
                rows = kept.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 - our own
                yield from (cell for row in rows for cell in row if isinstance(cell, str))


def _shipped() -> Iterator[str]:
    """What scripts, definitions, rules and practice say, cities of zones, and what we build on."""
    yield from (each.name.replace("_", "-") for each in distributions())
    for folder in ("scripts", "definitions", "rules", "practice", "samples"):
        for path in shipped(folder).glob("*.toml"):
            yield from _texts(tomllib.loads(path.read_text(encoding="utf-8")))
    yield from (name.replace("_", " ") for name in available_timezones())


def _files_in(folder: Path) -> Iterator[str]:
    """Names of files, and what is written in those of the list and of past leads."""
    yield str(folder)
    for path in folder.rglob("*"):
        yield path.name
        if path.suffix in {".csv", ".json"}:
            yield path.read_text(encoding="utf-8")


def _people() -> Iterator[str]:
    """Leads and their companies, also by their first names, and who is here."""
    for lead in (*LEADS, *MORE):
        yield from (lead[0], lead[1], lead[0].split()[0])
    for path in sorted(shipped("practice").glob("*.toml")):
        name = tomllib.loads(path.read_text(encoding="utf-8"))["name"]
        yield from (name, name.split()[0])
    yield from (
        WHO,
        "Northline Packaging",
        "PackTech Expo 2026",
        "Maya Lind",
        "Nordline",
        "PackTech Expo",
    )


_FALL_BACK: Final = re.compile(r"{{[^{}|]*\|([^{}]+)}}")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)
    elif isinstance(value, str):
        yield value
