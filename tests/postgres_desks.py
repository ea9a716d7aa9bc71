"""Workspaces on the tests' server, emptied and used again: making and dropping one costs more.

A test gets a database as it was made. What it wrote is deleted afterwards; where it did more
than write rows (made a table, a right, statistics; or wrote very much), the database is dropped.
Only tables with rows that were not there before are emptied: most tests write to few.
"""

from itertools import count

import psycopg
from psycopg import sql

_Rows = psycopg.Connection[tuple[object, ...]]


class Desks:
    """Databases made from one template, on the server at ``address``."""

    def __init__(self, address: str, template: str) -> None:
        self._address = address
        self._template = template
        self._spare: list[str] = []
        self._numbers = count(1)
        self._fresh: str | None = None
        self._kept: dict[str, bytes] = {}
        # Of each database, how many rows were ever put into each table, as the server counts.
        self._put: dict[str, dict[str, int]] = {}

    def take(self) -> str:
        """The address of a workspace nobody has written to."""
        if self._spare:
            return f"{self._address}/{self._spare.pop()}"
        name = f"desk_{next(self._numbers)}"
        make = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        self._admin(make.format(sql.Identifier(name), sql.Identifier(self._template)))
        if self._fresh is None:
            with psycopg.connect(f"{self._address}/{name}") as fresh:
                copies = {table: _copied(fresh, table) for table in _tables(fresh)}
                self._kept = {table: rows for table, rows in copies.items() if rows}
                self._fresh = _shape(fresh)
        return f"{self._address}/{name}"

    def give_back(self, url: str) -> None:
        """Nobody uses it any more."""
        name = url.rpartition("/")[2]
        if self._is_clean(url):
            self._spare.append(name)
        else:
            self._admin(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def _is_clean(self, url: str) -> bool:
        """Whether it could be put back as it was made."""
        with psycopg.connect(url) as used:
            used.execute(_OTHERS_OUT)
            if _shape(used) != self._fresh:
                return False
            put, before = _put(used), self._put.get(url, {})
            self._put[url] = put
            is_told = used.info.server_version >= _TELLS_AT_THE_END
            written = [t for t, rows in put.items() if rows != before.get(t, 0) or not is_told]
            used.execute("SET LOCAL session_replication_role = replica")
            empty = [sql.Identifier(table) for table in {*written, *self._kept}]
            used.execute(sql.SQL("; ").join(sql.SQL("DELETE FROM {}").format(t) for t in empty))
            for table, rows in self._kept.items():
                into = sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))
                with used.cursor().copy(into) as copy:
                    copy.write(rows)
            used.execute(_COUNT_FROM_ONE)
        return True

    def _admin(self, statement: sql.Composed) -> None:
        with psycopg.connect(f"{self._address}/postgres", autocommit=True) as admin:
            admin.execute(statement)


def _tables(used: _Rows) -> list[str]:
    query = (
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    )
    return sorted(str(name) for (name,) in used.execute(query))


def _put(used: _Rows) -> dict[str, int]:
    """Whoever wrote is gone by now, and has told the server's statistics before."""
    query = "SELECT relname, n_tup_ins FROM pg_stat_user_tables WHERE schemaname = 'public'"
    return {str(name): int(str(rows)) for name, rows in used.execute(query)}


def _copied(used: _Rows, table: str) -> bytes:
    out = sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))
    with used.cursor().copy(out) as copy:
        return b"".join(bytes(part) for part in copy)


def _shape(used: _Rows) -> str:
    found = used.execute(_SHAPE).fetchone()
    assert found is not None
    return str(found[0])


# Before, what was written was counted at some time afterwards.
_TELLS_AT_THE_END = 150_000
_OTHERS_OUT = """SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
_COUNT_FROM_ONE = """SELECT setval(oid::regclass, 1, false) FROM pg_class
    WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace"""
# Everything a test may have changed besides rows; statistics too, by which plans are made, and
# whether so much was written that what is left of it makes the next test slow.
_SHAPE = """SELECT md5(concat_ws('|',
    (SELECT string_agg(concat_ws(',', relname, relkind, relowner, relacl::text, relrowsecurity,
        relforcerowsecurity, relnatts, relchecks, relhastriggers, reltuples), ';' ORDER BY relname)
        FROM pg_class WHERE relnamespace = 'public'::regnamespace),
    (SELECT string_agg(concat_ws(',', nspname, nspowner, nspacl::text), ';' ORDER BY nspname)
        FROM pg_namespace WHERE nspname !~ '^pg_'),
    (SELECT string_agg(concat_ws(',', proname, proowner, proacl::text, prosecdef, md5(prosrc)), ';'
        ORDER BY proname, oid) FROM pg_proc WHERE oid >= 16384),
    (SELECT string_agg(concat_ws(',', tgname, tgrelid::regclass, tgenabled), ';'
        ORDER BY tgname, tgrelid::regclass::text) FROM pg_trigger WHERE NOT tgisinternal),
    (SELECT count(*) FROM pg_policy),
    (SELECT string_agg(concat_ws(',', conname, contype, convalidated), ';' ORDER BY conname)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace),
    (SELECT count(*) FROM pg_type WHERE oid >= 16384),
    (SELECT count(*) FROM pg_largeobject_metadata),
    (SELECT concat_ws(',', datdba, datacl::text, datconnlimit, datallowconn) FROM pg_database
        WHERE datname = current_database()),
    (SELECT count(*) FROM pg_db_role_setting
        WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())),
    pg_database_size(current_database()) > 32000000
))"""
