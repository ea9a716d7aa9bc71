"""The functions that carry the acts on a team's server, and the calls of them.

An act is one statement of the store. Its function holds that statement as PostgreSQL reads it,
with the function's arguments where the statement has values: the source is the same as a file's.
Where an act has a condition, the function asks it first.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from string import Template
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql.psycopg import PGCompiler_psycopg, PGDialect_psycopg

from qualdesk.core.frozen import frozen
from qualdesk.store.acts import NOT_ARGUMENTS, Act

SCHEMA = "act"
# In the order of the database's own rules: where a function finds what it names.
SEARCH_PATH = "public, pg_temp"
_BODY = Template("""
#variable_conflict use_column
${known}BEGIN
${first}    RETURN QUERY WITH found($outs) AS (
$statement
    ) SELECT $read FROM found;
END
""")
_SQL = Template(
    f"""CREATE OR REPLACE FUNCTION {SCHEMA}."$name"($takes)
RETURNS TABLE ($gives) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = {SEARCH_PATH}
AS $$act$$$body$$act$$"""
)
_ONLY = Template("""    IF ($only) IS NOT TRUE THEN
        RETURN;
    END IF;
""")
_KNOWN = {
    "p_now": "    p_now CONSTANT timestamptz := act.now();\n",
    "p_caller": "    p_caller CONSTANT text := act.me();\n",
}
_NAMED = re.compile(r"(?<!:):([A-Za-z_]\w*)")


@frozen
class ActFunction:
    """An act on the server.

    Attributes:
        arguments: each argument's type in PostgreSQL, by its name, in order.
        columns: its rows' columns with their types.
        sql: what makes the function, or puts the present one in its place.
        body: the text between its marks, as the server keeps it.
        call: a call of it, values written ``%(name)s``.
    """

    name: str
    arguments: Mapping[str, str]
    columns: Sequence[tuple[str, str]]
    sql: str
    body: str
    call: str

    @property
    def signature(self) -> str:
        """Its name and the types of its arguments, as ``GRANT EXECUTE ON FUNCTION`` wants it."""
        return f'{SCHEMA}."{self.name}"({", ".join(self.arguments.values())})'


def function_of(one: Act) -> ActFunction:
    """The function of an act.

    Raises:
        TypeError: the act says too little: a value without a type, a condition of one that is
            not handed in.
    """
    written = _plain(one) if isinstance(one.statement, str) else _compiled(one)
    statement, arguments, columns = written
    gives = columns or [("", "integer")]
    outs = [f"o_{place}" for place in range(1, len(gives) + 1)]
    if not columns and not re.match(r"\s*SELECT\b", statement, re.IGNORECASE):
        statement = f"{statement} RETURNING 1"
    of_each = zip(outs, gives, strict=True)
    read = ", ".join(f"found.{out}::{of_type}" for out, (_, of_type) in of_each)
    named = ", ".join(f"{out} {of_type}" for out, (_, of_type) in zip(outs, gives, strict=True))
    takes = ", ".join(f"p_{name} {of_type}" for name, of_type in arguments.items())
    first = _first(one, arguments)
    known = _known(first + statement)
    parts = {"known": known, "first": first, "statement": statement, "read": read}
    body = _BODY.substitute(outs=", ".join(outs), **parts)
    sql = _SQL.substitute(name=one.name, takes=takes, gives=named, body=body)
    told = ", ".join(f"%({name})s::{of_type}" for name, of_type in arguments.items())
    shown = ", ".join(
        f'{out} AS "{name}"' if name else out for out, (name, _) in zip(outs, gives, strict=True)
    )
    call = f'SELECT {shown} FROM {SCHEMA}."{one.name}"({told})'  # noqa: S608 - our own names
    return ActFunction(
        name=one.name, arguments=arguments, columns=columns, sql=sql, body=body, call=call
    )


@lru_cache(maxsize=512)
def call_of(one: Act) -> str:
    """A call of the act's function as the driver takes it, values written ``%(name)s``."""
    return function_of(one).call


@lru_cache(maxsize=512)
def called(one: Act) -> sa.TextClause | sa.TextualSelect:
    """The same for SQLAlchemy: values and columns go through the types of the statement."""
    function = function_of(one)
    compiled = _compile(one)
    told = ", ".join(f":{name}" for name in function.arguments)
    text = sa.text(f"{function.call.partition('(')[0]}({told})")
    binds = [_typed(compiled.binds[name], name) for name in function.arguments]
    columns = [sa.column(str(one.name or one.key), one.type) for one in _columns(one.statement)]
    asked = text.bindparams(*binds)
    return asked.columns(*columns) if columns else asked


def _typed(bind: sa.BindParameter[Any], name: str) -> sa.BindParameter[Any]:
    # A list is handed over as it is, an array.
    return sa.bindparam(name, type_=sa.ARRAY(bind.type) if bind.expanding else bind.type)


class _Arguments(PGCompiler_psycopg):
    """Writes a statement with a function's arguments where its values stand.

    What the statement says itself is written out; nobody hands it in.
    """

    def visit_bindparam(self, bindparam: sa.BindParameter[Any], *args: Any, **told: Any) -> str:
        """``p_name`` for a value that is handed in."""
        write: Any = super().visit_bindparam
        if not bindparam.required:
            return str(write(bindparam, *args, **{**told, "literal_binds": True}))
        write(bindparam, *args, **told)
        name = f"p_{bindparam.key}"
        return f"(SELECT unnest({name}))" if bindparam.expanding else name


class _Language(PGDialect_psycopg):
    statement_compiler = _Arguments
    supports_statement_cache = False


def _compile(one: Act) -> Any:
    language = _Language(paramstyle="named")  # type: ignore[no-untyped-call]
    return one.statement.compile(dialect=language)


def _compiled(one: Act) -> tuple[str, dict[str, str], list[tuple[str, str]]]:
    compiled = _compile(one)
    arguments = {
        name: _type(one, name, bind.type) + ("[]" if bind.expanding else "")
        for name, bind in compiled.binds.items()
        if bind.required and name not in NOT_ARGUMENTS
    }
    columns = [
        (str(column.name or column.key), _type(one, str(column.key), column.type))
        for column in _columns(one.statement)
    ]
    return str(compiled), arguments, columns


def _plain(one: Act) -> tuple[str, dict[str, str], list[tuple[str, str]]]:
    used = dict.fromkeys(_NAMED.findall(one.statement))
    arguments = {name: _told(one, name) for name in used if name not in NOT_ARGUMENTS}
    return _NAMED.sub(r"p_\1", one.statement), arguments, list(one.gives.items())


def _first(one: Act, arguments: Mapping[str, str]) -> str:
    """What the function asks before its statement; nothing where the act has no condition."""
    unknown = {*_NAMED.findall(one.only)} - {*arguments, *NOT_ARGUMENTS}
    if unknown:
        raise TypeError(f"The act {one.name} has no value {', '.join(sorted(unknown))}.")
    return _ONLY.substitute(only=_NAMED.sub(r"p_\1", one.only)) if one.only else ""


def _known(text: str) -> str:
    """What the server itself says to it: only what is asked for is looked up."""
    asked = [told for name, told in _KNOWN.items() if re.search(rf"\b{name}\b", text)]
    return f"DECLARE\n{''.join(asked)}" if asked else ""


def _told(one: Act, name: str) -> str:
    if name not in one.takes:
        raise TypeError(f"The act {one.name} does not say of which type its value {name} is.")
    return one.takes[name]


def _columns(statement: Any) -> Sequence[Any]:
    if isinstance(statement, sa.Select):
        return list(statement.selected_columns)
    return list(statement.exported_columns) if statement._returning else []  # noqa: SLF001


def _type(one: Act, name: str, of_type: Any) -> str:
    if isinstance(of_type, sa.types.NullType):
        raise TypeError(f"The act {one.name} does not say of which type its value {name} is.")
    # Without a length: arguments of functions have none.
    return re.sub(r"\(\d+\)", "", str(of_type.compile(dialect=_PLAIN)).casefold())


_PLAIN = _Language()  # type: ignore[no-untyped-call]
