"""The words people read: none that the trade's jargon or an old dialog brought (bar 17)."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "qualdesk"
RESOURCES = ROOT / "resources"
NEVER = re.compile(
    r"\b(hot|warm|cold|disposition|dispositions|MQL|SQL|DNC|oops|please wait)\b", re.IGNORECASE
)
NO_BUTTON = {"ok", "yes", "ok!", "okay"}
# Names of other programs' columns, and of the language of the store, are not shown to people.
NOT_SHOWN = ("core/heading", "store/", "bootstrap.py", "core/errors.py")


def strings(path: Path) -> Iterator[str]:
    """Every text of a module but its docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in told:
            yield node.value


def texts(value: Any) -> Iterator[str]:
    """Every text in a file of ours, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def test_no_text_of_the_program_has_a_banned_word() -> None:
    found = [
        f"{path.relative_to(SOURCE)}: {text[:80]!r}"
        for path in sorted(SOURCE.rglob("*.py"))
        if not path.relative_to(SOURCE).as_posix().startswith(NOT_SHOWN)
        for text in strings(path)
        if NEVER.search(text)
    ]
    assert found == []


def test_no_shipped_file_has_a_banned_word() -> None:
    # The rules name laws and guides by the titles and addresses that others gave them.
    rules = RESOURCES / "rules"
    files = [*RESOURCES.rglob("*.toml"), *RESOURCES.rglob("*.json")]
    files = [path for path in files if rules not in path.parents]
    read = {path: tomllib.loads for path in files if path.suffix == ".toml"}
    read |= {path: json.loads for path in files if path.suffix == ".json"}
    found = [
        f"{path.relative_to(RESOURCES)}: {text[:80]!r}"
        for path, parse in read.items()
        for text in texts(parse(path.read_text("utf-8")))
        if NEVER.search(text)
    ]
    assert len(read) > 5
    assert found == []


def test_buttons_say_what_they_do_and_never_ok_or_yes() -> None:
    buttons = {"PushButton", "MainButton", "LinkButton", "OutcomeButton", "Asking"}
    said = [
        (path, part.value)
        for path in sorted((SOURCE / "qt").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in buttons
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]
    assert len(said) > 200
    found = [f"{path.name}: {says}" for path, says in said if says.strip().casefold() in NO_BUTTON]
    assert found == []
