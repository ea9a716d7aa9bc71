"""A team's server: for callers and salespeople acts become calls of their functions."""

import re
from datetime import datetime
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from qualdesk.core.clock import Clock
from qualdesk.core.transport import USUAL_TRUST, Trust
from qualdesk.store.act_functions import call_of, called
from qualdesk.store.acts import OPTION, act_named, texts
from qualdesk.store.dialects.base import Dialect
from qualdesk.store.dialects.postgres import Postgres, begun_at

_MAY_ONLY_ACT = frozenset({"caller", "sales"})
_ON_THE_TEAM = frozenset({"caller", "sales", "supervisor", "auditor"})
_MARK = re.compile(r"%\((\w+)\)s")


class TeamPostgres(Postgres):
    """A server as whoever is logged in may use it."""

    def __init__(self, trust: Trust = USUAL_TRUST) -> None:
        """``trust``: what this computer accepts on the way to the server."""
        super().__init__(trust)
        self._by_acts = PostgresByActs(trust)

    def make_engine(self, url: sa.URL, *, durable: bool) -> sa.Engine:
        """One that asks once for each connection whether its login may only act."""
        engine = super().make_engine(url, durable=durable)
        _listen(engine)
        return engine

    def seen_from(self, connection: sa.Connection) -> Dialect:
        """Callers and salespeople of a team write by acts alone."""
        return self._by_acts if _acts_only(connection) else self

    def now(self, connection: sa.Connection, clock: Clock) -> datetime:
        """The team's clock for everybody on it; the owner's may be set by hand.

        Raises:
            Refused: where no team was made, somebody else would move the clock.
        """
        if connection.info.get("role") in _ON_THE_TEAM:
            return _team_now(connection)
        return super().now(connection, clock)


class PostgresByActs(Postgres):
    """A server seen from a caller's or a salesperson's login."""

    acts_only = True

    def now(self, connection: sa.Connection, clock: Clock) -> datetime:  # noqa: ARG002 - no other
        """The team's clock, whatever clock was handed in: nobody here may set it."""
        return _team_now(connection)

    @staticmethod
    def as_act(text: str) -> str:
        """The call of the act that this text is; the text itself where it is none."""
        return _as_act(text)

    @staticmethod
    def call_of(statement: Any) -> str | None:
        """The call of the act that this statement is; None where it is none."""
        name = statement.get_execution_options().get(OPTION)
        return call_of(act_named(name)) if name else None


def _listen(engine: sa.Engine) -> None:
    @sa.event.listens_for(engine, "connect")
    def _who(driver: Any, record: Any) -> None:
        record.info["role"] = _role(driver)
        if record.info["role"] in _MAY_ONLY_ACT:
            # The same few statements all day, each of one lead: none is planned anew for its
            # values.
            driver.execute("SET plan_cache_mode = force_generic_plan")
            driver.commit()

    @sa.event.listens_for(engine, "before_execute", retval=True)
    def _act(
        connection: sa.Connection, statement: Any, many: Any, one: Any, _options: Any
    ) -> tuple[Any, Any, Any]:
        if not _acts_only(connection):
            return statement, many, one
        return _called(statement), many, one


def _acts_only(connection: sa.Connection) -> bool:
    return connection.info.get("role") in _MAY_ONLY_ACT


def _team_now(connection: sa.Connection) -> datetime:
    return begun_at(connection, "SELECT act.now()")


def _role(driver: Any) -> str:
    """Asked once for each connection. Whoever is nobody's here is held by the server anyway."""
    import psycopg

    try:
        if not driver.execute(_IS_TEAM).fetchone()[0]:
            return ""
        row = driver.execute("SELECT who.role FROM act.who_am_i() AS who(name, role)").fetchone()
    except psycopg.errors.InsufficientPrivilege:
        return ""
    finally:
        driver.rollback()
    return str(row[0]) if row else ""


def _called(statement: Any) -> Any:
    options = getattr(statement, "get_execution_options", None)
    name = options().get(OPTION) if options else None
    if not name:
        return statement
    known = act_named(name)
    if known.statement is not statement:
        raise RuntimeError(f"The act {name} was changed after it was declared.")
    return called(known)


@lru_cache(maxsize=512)
def _as_act(text: str) -> str:
    known = texts().get(_MARK.sub(r":\1", text))
    return call_of(known) if known else text


_IS_TEAM = "SELECT to_regprocedure('act.who_am_i()') IS NOT NULL"
