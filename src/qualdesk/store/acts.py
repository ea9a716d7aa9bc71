"""Acts: the statements that callers and salespeople of a team have a right to, each by its name.

A team's boundary is its database. Callers have no rights on tables that would let them write;
they may call functions, and these carry the statements written here, compiled from the same
source that SQLite runs (``act_functions.py``). A statement becomes an act where it stands::

    _END = act("end_call", attempt.update().where(...).values(ended_at=sa.bindparam("now")))

and is run as any other. On the connection of somebody who may only act, the function runs.

Two names are no arguments of a function: ``now`` is the server's clock there, and ``caller`` the
person who is logged in. So nobody can forge them.

An act that reaches beyond what is theirs may say on what condition (``only``). It is asked inside
the function, before the statement; where it does not hold, nothing is done. A file knows no
condition: there whoever works has it all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType
from typing import Any, TypeVar

import sqlalchemy as sa

S = TypeVar("S", bound=sa.Executable)

CALLER = "caller"
SALES = "sales"
BOTH = (CALLER, SALES)
OPTION = "act"
NOT_ARGUMENTS = frozenset({"now", "caller"})


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Act:
    """A statement with a name.

    Attributes:
        statement: SQLAlchemy's, or text with its values written ``:name``.
        to: the groups that have a right to it.
        beyond: whether it reaches rows that are not theirs; else row-level security holds.
        takes: of a text, each value's type in PostgreSQL.
        gives: of a text, the columns of its rows with their types; empty where it gives none.
        only: on what condition the function does it, in PostgreSQL's words with the same values;
            empty for none.
    """

    name: str
    statement: Any
    to: frozenset[str]
    beyond: bool = False
    takes: Mapping[str, str] = field(default_factory=dict)
    gives: Mapping[str, str] = field(default_factory=dict)
    only: str = ""


_ACTS: dict[str, Act] = {}


def act(
    name: str,
    statement: S,
    *,
    to: tuple[str, ...] = (CALLER,),
    beyond: bool = False,
    only: str = "",
) -> S:
    """Let callers, or whom ``to`` names, do this; the statement to run.

    Its values are named parameters (``sa.bindparam``), what varies is not built into it: it is
    compiled once. ``beyond`` only where it must reach rows that are not theirs; ``only`` says of
    which of them, values written ``:name``.
    """
    if isinstance(statement, sa.Insert) and not statement._returning:  # noqa: SLF001 - no other way
        # Else PostgreSQL would be asked for the new row's number, which is nobody's to know.
        statement = statement.inline()
    marked: S = statement.execution_options(**{OPTION: name})
    _keep(Act(name=name, statement=marked, to=frozenset(to), beyond=beyond, only=only))
    return marked


def text_act(
    name: str,
    text: str,
    *,
    takes: Mapping[str, str],
    gives: Mapping[str, str] | None = None,
    to: tuple[str, ...] = (CALLER,),
    beyond: bool = False,
    only: str = "",
) -> str:
    """The same of a plain text; ``takes`` and ``gives`` are PostgreSQL's types by their names.

    The text is the one PostgreSQL reads, values written ``:name``. ``now`` and ``caller`` need
    no type.
    """
    types = {"takes": MappingProxyType(dict(takes)), "gives": MappingProxyType(dict(gives or {}))}
    _keep(Act(name=name, statement=text, to=frozenset(to), beyond=beyond, only=only, **types))
    return text


def acts() -> Iterator[Act]:
    """All of them, by name: whatever the store's modules let somebody do."""
    import qualdesk.store as house

    for module in walk_packages(house.__path__, f"{house.__name__}."):
        if ".migrations" not in module.name:
            import_module(module.name)
    yield from (_ACTS[name] for name in sorted(_ACTS))


def declared() -> tuple[Act, ...]:
    """Those of the modules that were needed up to now: no other is looked for."""
    return tuple(_ACTS.values())


def act_named(name: str) -> Act:
    """One of them."""
    return _ACTS[name]


def texts() -> Mapping[str, Act]:
    """The acts that are plain texts, by the text as it is written."""
    # Of those known now: another lane may read a module that declares more meanwhile.
    return {one.statement: one for one in declared() if isinstance(one.statement, str)}


def _keep(one: Act) -> None:
    if one.name in _ACTS:
        raise RuntimeError(f"There are two acts called {one.name}.")
    _ACTS[one.name] = one
