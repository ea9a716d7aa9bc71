"""Every text is given the values its places name: otherwise a window dies where no test looked."""

import ast
import gc
import json
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE, SHIPPED = ROOT / "src" / "qualdesk", ROOT / "resources"
# Braces that people read, or that are filled elsewhere.
AS_THEY_STAND = {
    "{number} stands for the number, as +493023125001; {digits} for it without the plus.",
    "Write it like selected(${question}, 'value').",
    "Saved {now:%H:%M}",
    "Taken are ${question} = 'value', < and >, selected(), date(), not(), and, or, brackets.",
}
KEYS = {one["id"] for one in json.loads((SHIPPED / "theme" / "shortcuts.json").read_text("utf-8"))}


class Said(NamedTuple):
    """A call of ``tr`` or ``tr_n``: its texts, what it is given, and whether more is unpacked."""

    where: str
    texts: tuple[str, ...]
    given: frozenset[str]
    has_more: bool
    is_written_out: bool


def places(text: str) -> set[str]:
    """The names of a text's places, also those inside the form of another."""
    found: set[str] = set()
    for _, name, form, _ in Formatter().parse(text):
        if name is not None:
            found |= {name, *(places(form) if form else ())}
    return found


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def literals(node: ast.AST, *calls: str) -> list[str]:
    """The texts written out as arguments of these calls inside ``node``."""
    return [
        each.value
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and name_of(call) in calls
        for each in call.args
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]


class Module:
    """A module with its tables of texts, and where its names come from."""

    def __init__(self, path: Path) -> None:
        self.name = ".".join(["qualdesk", *path.relative_to(SOURCE).with_suffix("").parts])
        self.tree = ast.parse(path.read_text("utf-8"))
        self.calls = [one for one in ast.walk(self.tree) if isinstance(one, ast.Call)]
        self.tables: dict[str, list[str]] = {}
        self.imports: dict[str, str] = {}
        for node in self.tree.body:
            target = node.targets[0] if isinstance(node, ast.Assign) else None
            target = node.target if isinstance(node, ast.AnnAssign) else target
            if isinstance(target, ast.Name) and isinstance(node, ast.Assign | ast.AnnAssign):
                self.tables[target.id] = literals(node, "tr_later")
            elif isinstance(node, ast.ImportFrom):
                told = {each.asname or each.name: each.name for each in node.names}
                self.imports |= {own: f"{node.module}.{name}" for own, name in told.items()}


class Program:
    """All modules; finds the texts a name stands for."""

    def __init__(self) -> None:
        found = (Module(path) for path in sorted(SOURCE.rglob("*.py")))
        self.modules = {module.name: module for module in found}

    def texts_of(self, node: ast.expr, module: Module) -> list[str]:
        """Each text an argument may be; none where the program alone knows."""
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.IfExp():
                return self.texts_of(node.body, module) + self.texts_of(node.orelse, module)
            case ast.Subscript():
                return self.texts_of(node.value, module)
            case ast.Name(id=name):
                home, _, own = module.imports.get(name, f"{module.name}.{name}").rpartition(".")
                return self._table(home, own)
            case ast.Attribute(value=ast.Name(id=name), attr=own):
                return self._table(module.imports.get(name, ""), own)
            case _:
                return []

    def said(self) -> Iterator[Said]:
        """Every call that fills a text, or shows one as it stands."""
        for module in self.modules.values():
            for call in module.calls:
                if name_of(call) in {"tr", "tr_n"}:
                    yield self._said(call, module)

    def _said(self, call: ast.Call, module: Module) -> Said:
        arguments = call.args[1:] if name_of(call) == "tr_n" else call.args
        texts = [text for each in arguments for text in self.texts_of(each, module)]
        given = {word.arg for word in call.keywords if word.arg} - {"about"}
        given |= {"n"} if name_of(call) == "tr_n" else set()
        return Said(
            where=f"{module.name}:{call.lineno}",
            texts=tuple(text for text in texts if text not in AS_THEY_STAND),
            given=frozenset(given),
            has_more=any(word.arg is None for word in call.keywords),
            is_written_out=all(isinstance(each, ast.Constant) for each in arguments),
        )

    def _table(self, home: str, own: str) -> list[str]:
        return self.modules[home].tables.get(own, []) if home in self.modules else []


@pytest.fixture(scope="module")
def program() -> Iterator[Program]:
    # A million small parts, none of them garbage: looked through again and again otherwise.
    was_on = gc.isenabled()
    gc.disable()
    yield Program()
    if was_on:
        gc.enable()


@pytest.fixture(scope="module")
def said(program: Program) -> list[Said]:
    return list(program.said())


def test_every_place_of_a_text_has_its_value(said: list[Said]) -> None:
    assert len([one for one in said if one.texts]) > 3000
    assert len([one for one in said if one.texts and not one.is_written_out]) > 200
    lacking = [
        f"{one.where}: “{text}” lacks {sorted(places(text) - one.given)}"
        for one in said
        for text in one.texts
        if places(text) - one.given - (KEYS if not one.given else set()) and not one.has_more
    ]
    assert not lacking, "\n".join(lacking)


def test_no_value_is_given_that_its_text_has_no_place_for(said: list[Said]) -> None:
    """What nobody reads is a place misspelt, or one that got lost when the text was changed."""
    spare = [
        f"{one.where}: {one.texts} has no place for {sorted(named)}"
        for one in said
        if one.is_written_out and one.texts
        if (named := one.given - {"n"} - set().union(*map(places, one.texts)))
    ]
    assert spare == []


def test_no_text_is_said_before_the_language_is_chosen(program: Program) -> None:
    """Said while a module is read, in a class or for a default, it would stay in one language."""
    says = {"tr", "tr_n", "counted", "listed", "either", "number", "within"}
    early = [
        f"{module.name}:{call.lineno}: {name_of(call)}"
        for module in program.modules.values()
        for call in _at_import(module.tree)
        if name_of(call) in says
    ]
    assert early == []


def _at_import(node: ast.AST) -> Iterator[ast.Call]:
    """The calls that run when the module is read."""
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.Call):
            yield inner
        if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
            defaults = [*inner.args.defaults, *filter(None, inner.args.kw_defaults)]
            for part in (*inner.decorator_list, *defaults):
                yield from (each for each in ast.walk(part) if isinstance(each, ast.Call))
        elif not isinstance(inner, ast.Lambda):
            yield from _at_import(inner)
