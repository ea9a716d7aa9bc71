"""A team's server: for callers and salespeople acts become calls of their functions."""

import re
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from qualdesk.core.transport import USUAL_TRUST, Trust
from qualdesk.store.act_functions import call_of, called
from qualdesk.store.acts import OPTION, act_named, texts
from qualdesk.store.dialects.base import Dialect
from qualdesk.store.dialects.postgres import Postgres

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
        return self._by_acts if connection.info.get("acts_only") else self


class PostgresByActs(Postgres):
    """A server seen from a caller's or a salesperson's login."""

    acts_only = True

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
        record.info["acts_only"] = _may_only_act(driver)

    @sa.event.listens_for(engine, "before_execute", retval=True)
    def _act(
        connection: sa.Connection, statement: Any, many: Any, one: Any, _options: Any
    ) -> tuple[Any, Any, Any]:
        if not connection.info.get("acts_only"):
            return statement, many, one
        return _called(statement), many, one


def _may_only_act(driver: Any) -> bool:
    """Asked once for each connection. Whoever is nobody's here is held by the server anyway."""
    import psycopg

    try:
        if not driver.execute(_IS_TEAM).fetchone()[0]:
            return False
        row = driver.execute("SELECT who.role FROM act.who_am_i() AS who(name, role)").fetchone()
    except psycopg.errors.InsufficientPrivilege:
        return False
    finally:
        driver.rollback()
    return row is not None and row[0] in {"caller", "sales"}


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
