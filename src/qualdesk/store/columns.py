"""What the tables are made of: kinds of columns and indexes, and how an instant is kept."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateIndex
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant in UTC. SQLite keeps text that sorts as time does, PostgreSQL its own type.

    Raises:
        ValueError: a naive time is handed in; nobody could say which instant it means.
    """

    impl = sa.String(27)
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> Any:
        """The column type of each database."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(sa.DateTime(timezone=True))
        return dialect.type_descriptor(sa.String(27))

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> Any:
        """Into the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A time without a zone names no instant.")
        at = value.astimezone(UTC)
        return at if dialect.name == "postgresql" else at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> datetime | None:
        """Out of the database."""
        if value is None:
            return None
        if dialect.name == "postgresql":
            at: datetime = value
            return at.astimezone(UTC)
        return datetime.fromisoformat(value)


class Gathered(FunctionElement[Any]):
    """Rows in one value: a list of lists, each with these columns; in no order.

    For the few rows that hang on one: they come with it, and no look is spent on them. Where
    there are none it is empty, or nothing.
    """

    inherit_cache = True
    name = "gathered"
    type = sa.JSON()


@compiles(Gathered)
def _gathered(element: Gathered, compiler: Any, **told: Any) -> str:
    return f"json_agg(json_build_array({compiler.process(element.clauses, **told)}))"


@compiles(Gathered, "sqlite")
def _gathered_in_a_file(element: Gathered, compiler: Any, **told: Any) -> str:
    return f"json_group_array(json_array({compiler.process(element.clauses, **told)}))"


class Ago(FunctionElement[datetime]):
    """The instant so many seconds before the one that is handed in as ``now``.

    For what may be done for so long only: who does it does not say since when.
    """

    inherit_cache = True
    name = "ago"
    type = UtcDateTime()

    def __init__(self, seconds: int) -> None:
        super().__init__(sa.bindparam("now", type_=UtcDateTime()), sa.literal_column(str(seconds)))


@compiles(Ago)
def _ago(element: Ago, compiler: Any, **told: Any) -> str:
    now, seconds = (compiler.process(one, **told) for one in element.clauses)
    return f"(CAST({now} AS timestamptz) - make_interval(secs => {seconds}))"


@compiles(Ago, "sqlite")
def _ago_of_a_file(element: Ago, compiler: Any, **told: Any) -> str:
    now, seconds = (compiler.process(one, **told) for one in element.clauses)
    return f"strftime('%Y-%m-%dT%H:%M:%fZ', {now}, '-{seconds} seconds')"


class Said(FunctionElement[datetime]):
    """When something was said that arrives at ``now``: ``ago`` seconds before that.

    How long ago it was is what a desk without a line tells, by a clock that nobody turns. No
    sooner than ``since``, and never after it arrived, whatever is told.
    """

    inherit_cache = True
    name = "said"
    type = UtcDateTime()

    def __init__(self, since: sa.ColumnElement[Any]) -> None:
        now = sa.bindparam("now", type_=UtcDateTime())
        super().__init__(now, sa.bindparam("ago", type_=sa.Float()), since)


@compiles(Said)
def _said(element: Said, compiler: Any, **told: Any) -> str:
    now, ago, since = (compiler.process(one, **told) for one in element.clauses)
    now = f"CAST({now} AS timestamptz)"
    then = f"{now} - make_interval(secs => CAST({ago} AS double precision))"
    return f"LEAST({now}, GREATEST({then}, {since}))"


@compiles(Said, "sqlite")
def _said_in_a_file(element: Said, compiler: Any, **told: Any) -> str:
    now, ago, since = (compiler.process(one, **told) for one in element.clauses)
    then = f"strftime('%Y-%m-%dT%H:%M:%f', {now}, '-' || {ago} || ' seconds') || '000Z'"
    return f"CASE WHEN {ago} > 0 THEN min({now}, max({then}, coalesce({since}, ''))) ELSE {now} END"


# One of each kind for all columns: what a database makes of a kind is found out once for each.
_TEXT, _NUMBER, _FLAG = sa.Text(), sa.Integer(), sa.Boolean()
_AT, _JSON = UtcDateTime(), sa.JSON(none_as_null=True)


def id_column() -> sa.Column[int]:
    """The row's own number, given by the database."""
    return sa.Column("id", _NUMBER, primary_key=True)


def text_column(name: str, *more: Any, default: str = "") -> sa.Column[str]:
    """Text that is never null: nothing is the empty text."""
    return sa.Column(name, _TEXT, *more, nullable=False, server_default=default)


def number_column(name: str, default: int = 0) -> sa.Column[int]:
    """A whole number, never null."""
    return sa.Column(name, _NUMBER, nullable=False, server_default=str(default))


def flag_column(name: str) -> sa.Column[bool]:
    """Yes or no, no unless said."""
    return sa.Column(name, _FLAG, nullable=False, server_default=sa.false())


def at_column(name: str, *, required: bool = False) -> sa.Column[datetime]:
    """An instant in UTC."""
    return sa.Column(name, _AT, nullable=not required)


def ref_column(name: str, target: str, *, required: bool = True) -> sa.Column[int]:
    """A reference to another table's row, by its number.

    The kind of column is said here: that table may not have been read.
    """
    return sa.Column(name, _NUMBER, sa.ForeignKey(target), nullable=not required)


def json_column(name: str, *, required: bool = False) -> sa.Column[Any]:
    """A value kept as JSON."""
    return sa.Column(name, _JSON, nullable=not required)


def partial_index(name: str, where: str, *columns: Any, unique: bool = False) -> None:
    """An index over the rows for which ``where`` holds, the same in both databases."""
    sa.Index(name, *columns, unique=unique, sqlite_where=sa.text(where))


@compiles(CreateIndex, "postgresql")
def _partial_on_a_server(made: CreateIndex, compiler: Any, **told: Any) -> str:
    """With the rows that SQLite's index has.

    To say them where the index is named would read all that is PostgreSQL's at each start.
    """
    of = made.element.dialect_options
    if of["postgresql"]["where"] is None:
        of["postgresql"]["where"] = of["sqlite"]["where"]
    said: str = compiler.visit_create_index(made, **told)
    return said
