"""The history in words: everything that is written down anywhere has a sentence of its own."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import qualdesk
from qualdesk.core.history_of_leads import OF_CALLS
from qualdesk.core.history_of_work import OF_CAMPAIGNS
from qualdesk.core.history_sentences import HistoryKind
from qualdesk.core.history_words import (
    SENTENCES,
    Done,
    Named,
    kind_of,
    places_of,
    sentence_of,
    words_of,
)

SRC = Path(qualdesk.__file__).parent
GIVEN = frozenset({"name", "rest"})
"""Places that are filled without a detail."""


class Noted(NamedTuple):
    """Something the source writes down: where, what, of which kind of thing, with what beside."""

    place: str
    what: str
    subject: str
    details: frozenset[str]


def noted() -> Iterator[Noted]:
    """Everything the source hands to ``store.history.note``, under whatever name."""
    for path in sorted(SRC.rglob("*.py")):
        text = path.read_text("utf-8")
        if "store.history import" in text:
            yield from Module(path, ast.parse(text)).noted()


class Module:
    """One module, and what the names in it stand for."""

    def __init__(self, path: Path, tree: ast.Module) -> None:
        self.path, self.tree = path, tree
        self.functions = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]
        self.names = {
            name.asname or name.name
            for one in ast.walk(tree)
            if isinstance(one, ast.ImportFrom) and one.module == "qualdesk.store.history"
            for name in one.names
            if name.name == "note"
        }

    def noted(self) -> Iterator[Noted]:
        for call in self.calls(self.names):
            place = f"{self.path.relative_to(SRC)}:{call.lineno}"
            around = self.around(call)
            for what, details in self.said(call, around):
                for subject in self.texts(call.args[3], around):
                    for one in ("script", "definition") if subject == "?" else (subject,):
                        yield Noted(place, what, one, details)

    def said(self, call: ast.Call, around: ast.FunctionDef) -> Iterator[tuple[str, frozenset[str]]]:
        """What is written down and the details beside it, as each who comes here says them."""
        what, more = call.args[2], around.args.kwarg
        names = [one.arg for one in around.args.args]
        if more is None or not isinstance(what, ast.Name) or what.id not in names:
            details = frozenset(self.details(call, around))
            yield from ((text, details) for text in self.texts(what, around))
            return
        at = names.index(what.id) - (names[0] == "self")
        fixed = {one.arg for one in call.keywords if one.arg}
        for each in self.calls({around.name}):
            own = {one.arg for one in each.keywords if one.arg and one.arg not in names}
            for text in self.texts(each.args[at], self.around(each)):
                yield text, frozenset(own | fixed)

    def calls(self, names: set[str]) -> Iterator[ast.Call]:
        for one in ast.walk(self.tree):
            if isinstance(one, ast.Call) and ast.unparse(one.func).rpartition(".")[2] in names:
                yield one

    def around(self, node: ast.AST) -> ast.FunctionDef:
        """The function something stands in, the innermost one."""
        return [one for one in self.functions if any(each is node for each in ast.walk(one))][-1]

    def texts(self, node: ast.expr, around: ast.FunctionDef) -> Iterator[str]:
        """What an expression may be: “outcome *” where a part is only known at work, “?” if all."""
        if isinstance(node, ast.Constant):
            yield str(node.value)
        elif isinstance(node, ast.JoinedStr):
            parts = node.values
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else "*" for p in parts)
        elif isinstance(node, ast.IfExp):
            yield from self.texts(node.body, around)
            yield from self.texts(node.orelse, around)
        elif isinstance(node, ast.Name):
            meanings = list(self.meanings(node.id, around))
            for one, where in meanings:
                yield from self.texts(one, where)
            if not meanings:
                yield f"nobody knows what {node.id} is"
        else:
            yield "?"

    def meanings(
        self, name: str, around: ast.FunctionDef
    ) -> Iterator[tuple[ast.expr, ast.FunctionDef]]:
        """What a name stands for: what callers hand in, or what it was set to."""
        names = [one.arg for one in around.args.args]
        if name in names:
            at = names.index(name) - (names[0] == "self")
            for call in self.calls({around.name}):
                given = [one.value for one in call.keywords if one.arg == name]
                for one in (*call.args[at : at + 1], *given):
                    yield one, self.around(call)
            return
        for scope in (around, self.tree):
            for statement in ast.walk(scope):
                for target, value in assigned(statement):
                    if ast.unparse(target) == name:
                        yield value, around

    def details(self, call: ast.Call, around: ast.FunctionDef) -> Iterator[str]:
        for one in call.keywords:
            if one.arg is not None:
                yield one.arg
            elif isinstance(one.value, ast.Name):
                yield from self.keys(one.value.id, around)

    def keys(self, name: str, around: ast.FunctionDef) -> Iterator[str]:
        """The keys of a mapping handed on with **: of a dict set here, or of what callers name."""
        for one in ast.walk(around):
            if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == name:
                assert isinstance(one.value, ast.Dict), f"{name} cannot be read here"
                for key, value in zip(one.value.keys, one.value.values, strict=True):
                    if isinstance(key, ast.Constant):
                        yield str(key.value)
                    elif isinstance(value, ast.Name):
                        yield from self.keys(value.id, around)


def assigned(one: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What a statement sets, and to what: each name of several that are set at once."""
    if isinstance(one, ast.AnnAssign) and one.value is not None:
        yield one.target, one.value
    for target in one.targets if isinstance(one, ast.Assign) else ():
        assert isinstance(one, ast.Assign)
        if isinstance(target, ast.Tuple) and isinstance(one.value, ast.Tuple):
            yield from zip(target.elts, one.value.elts, strict=True)
        else:
            yield target, one.value


def test_everything_that_is_written_down_has_a_sentence() -> None:
    found = list(noted())
    assert len(found) > 90, "the source is read, and not passed over"
    without = [one for one in found if sentence_of(one.subject, one.what) is None]
    assert without == [], "say it in core/history_of_leads.py or core/history_of_work.py"


def test_every_detail_is_said_or_left_out_on_purpose() -> None:
    unsaid = []
    for one in noted():
        found = sentence_of(one.subject, one.what)
        if found is None:
            continue
        said = {place for says in texts_of(one) for place in places_of(says)}
        unsaid += [
            (one.place, one.what, detail)
            for detail in sorted(one.details - said - found[0].silent - {found[0].unless})
            if found[0].counts != detail
        ]
    assert unsaid == [], "give it a place in the sentence, or name it as silent"


def texts_of(one: Noted) -> list[str]:
    """What its sentence may be."""
    found = sentence_of(one.subject, one.what)
    if found is None:
        return []
    return [found[0].says, found[0].otherwise, found[0].one, *dict(found[0].parts).values()]


def test_no_sentence_is_of_something_nobody_writes_down() -> None:
    there = {(one.subject, one.what) for one in noted()}
    assert sorted(set(SENTENCES) - there) == []


def done(subject: str, what: str, **details: Any) -> Done:
    at = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
    return Done(
        number=1, at=at, who="Ana", what=what, subject=subject, subject_id="7", details=details
    )


@pytest.mark.parametrize(
    ("entry", "named", "says"),
    [
        (
            done("lead", "outcome no_answer", call="x"),
            Named(thing="Katrin Albers", labels={"no_answer": "No answer"}),
            "Called Katrin Albers: No answer",
        ),
        (
            done("campaign", "put giveaways last", on=True),
            Named(thing="Fair"),
            "Put giveaways last in Fair",
        ),
        (
            done("campaign", "put giveaways last", on=False),
            Named(thing="Fair"),
            "Let giveaways come in their turn in Fair",
        ),
        (
            done("handoff_batch", "handed off", leads=[1, 2, 3], manifest="ab"),
            Named(thing="Fair, batch 2"),
            "Handed 3 leads to sales: Fair, batch 2",
        ),
        (
            done("handoff_batch", "came back", leads=[1]),
            Named(thing="Fair, batch 2"),
            "1 lead came back unanswered: Fair, batch 2",
        ),
        (
            done("lead", "gave the lead to a caller", to="Ben", owner=""),
            Named(thing="Katrin Albers", people={"Ben": "Caller 3"}),
            "Gave Katrin Albers to Caller 3",
        ),
        (
            done("lead", "referred", by=4, existing=False),
            Named(thing="Olaf Brandt", leads={4: "Katrin Albers"}),
            "Added Olaf Brandt, whom Katrin Albers named",
        ),
        (
            done("definition", "signed", version=3, side="sales"),
            Named(thing="Usual"),
            "Signed version 3 of the definition Usual for Sales",
        ),
        (
            done("lead", "took back opt_in"),
            Named(thing="Katrin Albers"),
            "Took back what was noted about Katrin Albers: a yes to mails",
        ),
        (
            done("member", "moved a caller", to=5),
            Named(thing="Ben", campaigns={5: "Webinar"}),
            "Moved Ben to Webinar",
        ),
        (
            done(
                "campaign",
                "applied a change of the forecast",
                tries_from=None,
                tries_to=3,
                close_from="2026-03-27T16:00:00+00:00",
                close_to="2026-04-03T16:00:00+00:00",
                callers_from=[],
                callers_to=[["2026-03-19", 1]],
                ended=12,
            ),
            Named(thing="Fair"),
            (
                "Changed the plan of Fair: tries for giveaways: 3, before: as for others; closes "
                "Fri 3 Apr, before: Fri 27 Mar; callers planned: +1 from Thu 19 Mar, before: "
                "nobody; leads finished by it: 12"
            ),
        ),
        (
            done("moon", "landed", on=1),
            Named(thing="Tranquility"),
            "Landed: Tranquility",
        ),
    ],
)
def test_an_entry_is_said_with_what_it_says_beside(entry: Done, named: Named, says: str) -> None:
    assert words_of(entry, named) == says


def test_an_entry_of_an_older_program_says_what_it_knows() -> None:
    assert words_of(done("list", "loaded", rows=3), Named(thing="fair.csv")) == (
        "Loaded the list fair.csv. Rows: 3, new: 0, updated: 0, merged: 0, left out: 0"
    )


def test_every_entry_is_of_a_kind_that_can_be_looked_for() -> None:
    assert {one.kind for one in SENTENCES.values()} == set(HistoryKind)
    assert all(kind.label for kind in HistoryKind)
    assert kind_of(done("lead", "outcome busy")) is OF_CALLS["outcome *"].kind
    assert kind_of(done("campaign", "made")) is OF_CAMPAIGNS["made"].kind
    assert kind_of(done("campaign", "landed")) is HistoryKind.CAMPAIGNS
