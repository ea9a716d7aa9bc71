"""The one table of keys: every key can be read by Qt, none means two things in one place."""

from collections import Counter
from itertools import combinations

import pytest
from PySide6.QtGui import QKeySequence

from qualdesk.qt.shortcuts import Shortcut, first_keys, shortcuts, works_here

PLACES = ("desk", "lists", "campaigns", "hand-off", "floor", "my leads", "settings")


def places(line: Shortcut) -> set[str]:
    named = {each.strip() for each in line.where.split(",")}
    return set(PLACES) if "everywhere" in named else named


def reads(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


@pytest.mark.parametrize("line", shortcuts(), ids=lambda line: line.id)
def test_every_line_has_keys_a_place_and_words(line: Shortcut) -> None:
    assert line.keys
    assert all(reads(key) for key in line.keys)
    assert places(line) <= set(PLACES)
    assert line.does[0].isupper()
    assert not line.does.endswith(".")


def test_no_key_means_two_things_in_one_place() -> None:
    clashes = [
        (one.id, other.id, key)
        for one, other in combinations(shortcuts(), 2)
        for key in {reads(k) for k in one.keys} & {reads(k) for k in other.keys}
        if places(one) & places(other)
    ]
    assert clashes == []


def test_every_command_stands_in_the_table_once() -> None:
    assert [
        each for each, count in Counter(line.id for line in shortcuts()).items() if count > 1
    ] == []


def test_keys_that_systems_and_keyboards_need_are_left_alone() -> None:
    # Ctrl+Alt is AltGr in Europe; the others belong to windows, menus and input methods.
    taken = {reads(key) for line in shortcuts() for key in line.keys}
    theirs = {"Alt+F4", "Alt+F7", "Alt+F8", "F10", "F4", "Alt+Return", "Ctrl+R", "Ctrl+U"}
    theirs |= {"Ctrl+E", "Ctrl+D", "Ctrl+Shift+U", "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"}
    assert not taken & {reads(key) for key in theirs}
    assert not any("Ctrl+Alt" in key or "Alt+Ctrl" in key for key in taken)
    letters = [key for key in taken if len(key.rpartition("+")[2]) == 1 and key.startswith("Alt+")]
    assert all(key.rpartition("+")[2].isdigit() for key in letters)


def test_a_bare_letter_or_digit_is_never_a_key_of_the_window() -> None:
    # WCAG 2.1.4: plain characters act inside the focused answers only.
    bare = [key for line in shortcuts() for key in line.keys if len(reads(key)) == 1]
    assert bare == []


def test_outcomes_never_change_their_place() -> None:
    keys = first_keys()
    assert [keys[f"outcome_{number}"] for number in range(1, 10)] == [
        f"Alt+{number}" for number in range(1, 10)
    ]


def test_the_help_says_each_key_once_with_what_it_does_here() -> None:
    """F5 looks again on most pages, and answers a question on the desk."""
    assert [each.id for each in works_here({"refresh", "origin"})] == ["origin"]
    assert [each.id for each in works_here({"refresh"})] == ["refresh"]


def test_the_help_shows_what_works_here_in_the_tables_order() -> None:
    shown = works_here({"note", "primary", "no_such_command"})
    assert [line.id for line in shown] == ["primary", "note"]
