"""What was made on a server carries what it was made from, so that a change of either shows.

A function or a rule is kept by the server in its own words. Beside it, as its comment, stand two
hashes: of the text it was made from, and of what the server made of that.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, Final

from qualdesk.core.frozen import frozen
from qualdesk.store.database import Transaction
from qualdesk.store.team.roles import quoted, written


@frozen
class Stamped:
    """A function or a rule as it stands on the server.

    Attributes:
        source: the hash of the text it was made from; empty where nobody of ours made it.
        is_as_made: whether nobody changed it since.
        exactly: how it is called in a statement that changes it.
        owner: of a function, who owns it.
    """

    source: str
    is_as_made: bool
    exactly: str
    owner: str = ""


def hash_of(text: str) -> str:
    """Of what something is made from."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def do(tx: Transaction, *statements: str) -> None:
    """Hand statements of ours to the server as they are."""
    driver: Any = tx.connection.connection.driver_connection
    text = ";\n".join(statements)
    if text:
        driver.execute(text.encode())


def ask(tx: Transaction, query: str, *values: object) -> list[Any]:
    """The rows of a query as it is written; values stand as ``%s`` in it."""
    driver: Any = tx.connection.connection.driver_connection
    rows: list[Any] = driver.execute(query.encode(), values or None).fetchall()
    return rows


def is_superuser(tx: Transaction) -> bool:
    """Whether this is done by a superuser; else by whoever owns the database and makes roles."""
    return bool(ask(tx, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")[0][0])


def functions_there(tx: Transaction) -> Mapping[str, Stamped]:
    """The functions in the schema of acts, by name."""
    return {name: _stamped(*more) for name, *more in ask(tx, _FUNCTIONS)}


def policies_there(tx: Transaction) -> Mapping[tuple[str, str], Stamped]:
    """The rules of tables, by table and name."""
    found = ask(tx, _POLICIES)
    return {(table, name): _stamped(*more) for table, name, *more in found}


def stamp_functions(tx: Transaction, made: Mapping[str, str]) -> None:
    """Write beside functions what they were just made from; by name, the hash of it."""
    there = {name: (exactly, now) for name, _, now, exactly, _ in ask(tx, _FUNCTIONS)}
    _comment(tx, (("FUNCTION " + there[name][0], of, there[name][1]) for name, of in made.items()))


def stamp_policies(tx: Transaction, made: Mapping[tuple[str, str], str]) -> None:
    """The same of rules."""
    there = {(table, name): now for table, name, _, now, *_ in ask(tx, _POLICIES)}
    _comment(
        tx,
        (
            (f"POLICY {quoted(name)} ON public.{quoted(table)}", of, there[table, name])
            for (table, name), of in made.items()
        ),
    )


def _comment(tx: Transaction, these: Iterable[tuple[str, str, str]]) -> None:
    do(tx, *(f"COMMENT ON {what} IS {written(f'{of} {now}')}" for what, of, now in these))


def _stamped(said: str | None, now: str, exactly: str = "", owner: str = "") -> Stamped:
    source, _, made = (said or "").partition(" ")
    return Stamped(source=source, is_as_made=made == now, exactly=exactly, owner=owner)


_FUNCTIONS: Final = """SELECT one.proname, obj_description(one.oid, 'pg_proc'),
        md5(pg_get_functiondef(one.oid)), one.oid::regprocedure::text,
        pg_get_userbyid(one.proowner)
    FROM pg_proc AS one WHERE one.pronamespace = to_regnamespace('act')
    ORDER BY one.proname"""
_POLICIES: Final = """SELECT held.relname, one.polname, obj_description(one.oid, 'pg_policy'),
        md5(concat_ws('|', one.polcmd, one.polpermissive, ARRAY(
                SELECT pg_get_userbyid(role) FROM unnest(one.polroles) AS role ORDER BY 1
            ), pg_get_expr(one.polqual, one.polrelid), pg_get_expr(one.polwithcheck, one.polrelid)))
    FROM pg_policy AS one JOIN pg_class AS held ON held.oid = one.polrelid
    WHERE held.relnamespace = 'public'::regnamespace
    ORDER BY held.relname, one.polname"""
