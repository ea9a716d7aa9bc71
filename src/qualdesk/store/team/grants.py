"""Which role may do what with which table: what the server is told, and what it is asked later."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from qualdesk.core.frozen import frozen
from qualdesk.store.schema import metadata
from qualdesk.store.team.policies import LINES, Line
from qualdesk.store.team.roles import Roles, quoted

READ: Final = frozenset({"SELECT"})
ALL: Final = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE"})
PRIVILEGES: Final = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")

_ADDED_TO: Final = frozenset({"SELECT", "INSERT"})
_LESS: Final[Mapping[str, Mapping[str, frozenset[str]]]] = MappingProxyType(
    {
        # What was done stays done; what was disclosed is written by the server itself.
        "supervisor": {"history": _ADDED_TO, "claim_log": READ},
        "bound": {"history": _ADDED_TO, "claim_log": READ},
        "reach": {"history": _ADDED_TO, "claim_log": _ADDED_TO},
    }
)


@frozen
class Grant:
    """What one role may do with one table.

    Attributes:
        role: a group's key, or gate and reach.
        may: what it may do with all columns.
        columns: those it may read, where it may not read all.
    """

    table: str
    role: str
    may: frozenset[str]
    columns: tuple[str, ...] = ()


def tables() -> tuple[str, ...]:
    """The names of all tables of a workspace, in order."""
    return tuple(sorted(metadata.tables))


def grants_of(table: str) -> Iterator[Grant]:
    """What each role may do with a table."""
    line = LINES.get(table, Line())
    for role in ("supervisor", "bound", "reach"):
        yield Grant(table=table, role=role, may=_LESS[role].get(table, ALL))
    if line.see or line.write:
        may = READ | (frozenset(line.may) if line.write else frozenset())
        yield Grant(table=table, role="gate", may=may)
    if line.see:
        for role in line.to:
            yield _reading(table, role, line.without)
    if line.audited:
        yield Grant(table=table, role="auditor", may=frozenset(), columns=line.audited)
    elif line.audit:
        yield Grant(table=table, role="auditor", may=READ)


def name_of(role: str, roles: Roles) -> str:
    """A role's name on the server by its key."""
    inside = {"gate": roles.gate, "reach": roles.reach, "bound": roles.bound}
    return inside.get(role) or roles.group(role)


def statements(roles: Roles) -> Iterator[str]:
    """What gives all roles what they may do, and takes everything else from them."""
    everybody = ", ".join(quoted(one) for one in (roles.gate, roles.reach, *roles.groups))
    for kind in ("TABLES", "SEQUENCES"):
        yield f"REVOKE ALL ON ALL {kind} IN SCHEMA public FROM PUBLIC, {everybody}"
    for table in tables():
        for one in grants_of(table):
            to = quoted(name_of(one.role, roles))
            on = f"public.{quoted(table)} TO {to}"
            if one.may:
                yield f"GRANT {', '.join(sorted(one.may))} ON {on}"
            if one.columns:
                yield f"GRANT SELECT ({', '.join(map(quoted, one.columns))}) ON {on}"
    yield f"GRANT SELECT ON public.alembic_version TO {everybody}"
    writers = ", ".join(
        map(quoted, (roles.gate, roles.reach, roles.group("supervisor"), roles.bound))
    )
    # The next number only: never which one it is to be.
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {writers}"
    inside = f"{everybody}, {quoted(roles.owner)}"
    for schema in ("public", "act"):
        yield f"REVOKE ALL ON SCHEMA {schema} FROM PUBLIC, {everybody}"
        yield f"GRANT USAGE ON SCHEMA {schema} TO {inside}"


def _reading(table: str, role: str, without: frozenset[str]) -> Grant:
    if not without:
        return Grant(table=table, role=role, may=READ)
    left = tuple(one.name for one in metadata.tables[table].c if one.name not in without)
    return Grant(table=table, role=role, may=frozenset(), columns=left)
