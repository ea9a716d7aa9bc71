"""PostgreSQL: a server that a team shares."""

import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from qualdesk import __version__
from qualdesk.core.calling_rules import AGREED_FOR
from qualdesk.core.claim_limits import LEASES
from qualdesk.core.clock import Clock, SystemClock
from qualdesk.core.day_plan import KEPT_FREE, OWNER_BUSY
from qualdesk.core.errors import (
    PacedOut,
    PasswordNeeded,
    QualdeskError,
    Refused,
    WorkspaceBusy,
    WorkspaceFull,
    WorkspaceMoved,
    WorkspaceTooNew,
    WorkspaceUnreachable,
    WorkspaceUnusable,
)
from qualdesk.core.transport import USUAL_TRUST, Trust
from qualdesk.core.wording import tr, tr_later
from qualdesk.store.dialects.base import Dialect
from qualdesk.store.dialects.servers import ServerNeighbours
from qualdesk.store.dialects.wires import how_it_stands, how_to_connect, why_not_trusted

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

# Of each stack the longest rested that nobody's conversation keeps, and the longest rested that
# this caller's own does; of these two the one that rested longer. So no claim walks past all the
# people of companies others talk to. Most stacks may have nobody ready: one look at the index
# tells, before anything is joined.
_HEAD = """SELECT lead.id, lead.rested_at FROM lead
    WHERE lead.stack_id = stack.id AND $whose AND $fits
    ORDER BY lead.rested_at, lead.id LIMIT 1"""
_FREE = _HEAD.replace("$whose", "lead.kept_for = ''")
_KEPT = _HEAD.replace("$whose", "lead.kept_for <> '' AND lead.kept_for = :caller")
_FIRST = """CASE WHEN free.id IS NULL OR (kept.rested_at, kept.id) < (free.rested_at, free.id)
    THEN kept.id ELSE free.id END"""


def _walk(skips: str = "") -> str:
    return f"""SELECT {_FIRST} AS id FROM stack JOIN cell ON cell.id = stack.cell_id
        JOIN campaign ON campaign.id = cell.campaign_id
        JOIN campaign AS pick ON pick.id = campaign.id
        LEFT JOIN LATERAL ({_FREE} {skips}) AS free ON TRUE
        LEFT JOIN LATERAL ({_KEPT} {skips}) AS kept ON TRUE
        WHERE (
            SELECT one.id FROM lead AS one WHERE one.ready AND one.stack_id = stack.id LIMIT 1
        ) IS NOT NULL AND $may_open AND (free.id IS NOT NULL OR kept.id IS NOT NULL)
        ORDER BY $stack_order LIMIT 1"""  # noqa: S608 - our own words


def _span(of: timedelta) -> str:
    return f"interval '{int(of.total_seconds())} seconds'"


_LEASES = " ".join(f"WHEN '{kind}' THEN {_span(lease)}" for kind, lease in LEASES.items())


def in_one_journey(driver: Any) -> AbstractContextManager[Any]:
    """A pipeline of psycopg's, where its libpq has one."""
    import psycopg

    return driver.pipeline() if psycopg.Pipeline.is_supported() else nullcontext()


class Postgres(Dialect):
    """A server a team shares. Its clock decides; a rehearsal's clock only for the owner."""

    name = "postgresql"
    mark = "%s"
    keeps_colleagues = True
    numbers_are_fresh = True
    asks_together = True
    in_one_journey = staticmethod(in_one_journey)
    neighbours = ServerNeighbours()

    def __init__(self, trust: Trust = USUAL_TRUST) -> None:
        """``trust``: what this computer accepts on the way to the server."""
        self._trust = trust
        self.how_connected = partial(how_it_stands, trust=trust)

    queue_parts = MappingProxyType(
        {
            # Of each stack the first lead that nobody is taking this very moment; the walk goes by
            # the index of stacks and ends at the first lead it could hold.
            "walk": _walk("FOR UPDATE SKIP LOCKED"),
            "look_walk": _walk(),
            "seconds_of_started": "EXTRACT(EPOCH FROM started_at)",
            "seconds_of_ended": "EXTRACT(EPOCH FROM ended_at)",
            "since_the_span": ":now - cell_limit.seconds * interval '1 second'",
            "skip_taken": "FOR UPDATE OF lead SKIP LOCKED",
            # Until the server has counted a freshly loaded list it would read and sort whole
            # cells. For the rest of this transaction it goes by the indexes. A caller waits for
            # it, so none of it may take long.
            "plan_by_index": """,
                set_config('enable_seqscan', 'off', TRUE),
                set_config('enable_bitmapscan', 'off', TRUE),
                set_config('enable_hashjoin', 'off', TRUE),
                set_config('enable_mergejoin', 'off', TRUE),
                set_config('enable_sort', 'off', TRUE),
                set_config('jit', 'off', TRUE),
                set_config('statement_timeout', '15s', TRUE)""",
            "is_giveaway": "COALESCE(lead.signals ->> 'giveaway_only', '') = 'true'",
            "grace_is_over": "lead.due_at + campaign.grace_seconds * interval '1 second' <= :now",
            # A list of numbers, handed over as one JSON text.
            "named": "SELECT CAST(value AS bigint) FROM json_array_elements_text("
            "CAST(:ids AS json))",
            # What follows from now is worked out here, so that nobody can hand in another.
            "until": f":now + CASE CAST(:kind AS text) {_LEASES} END",
            "agreed_since": f":now - {_span(AGREED_FOR)}",
            "busy_since": f":now - {_span(OWNER_BUSY)}",
            "soon": f":now + {_span(KEPT_FREE)}",
            "today": "to_char(:now AT TIME ZONE 'UTC', 'YYYY-MM-DD')",
            "is_unseen": "member.seen_at + campaign.grace_seconds * interval '1 second' <= :now",
        }
    )

    @staticmethod
    def named(text: str) -> str:
        """With each ``:name`` as psycopg writes it."""
        return re.sub(r":(\w+)", r"%(\1)s", text)

    @staticmethod
    def language() -> sa.Dialect:
        """PostgreSQL's as psycopg reads it, with values by their name."""
        from sqlalchemy.dialects.postgresql import psycopg

        language: sa.Dialect = psycopg.dialect()  # type: ignore[no-untyped-call]
        return language

    @staticmethod
    def moment(at: datetime) -> datetime:
        """As it is."""
        return at

    @staticmethod
    def instant(value: Any) -> datetime | None:
        """As it is, in UTC."""
        at: datetime | None = value
        return at.astimezone(UTC) if at else None

    def make_engine(self, url: sa.URL, *, durable: bool) -> sa.Engine:  # noqa: ARG002 - the server's
        """An engine that notices a lost network within seconds instead of minutes.

        Raises:
            WorkspaceUnusable: what speaks with such databases is not installed, or the
                certificates to believe are not there.
            Refused: the address asks for less than is accepted on this computer.
        """
        try:
            from psycopg import pq
        except ImportError:
            raise WorkspaceUnusable(
                "This qualdesk cannot speak with a team database yet. Install it as qualdesk[team]."
            ) from None
        engine = sa.create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_size=2,
            max_overflow=2,
            pool_pre_ping=True,
            # No values in what a crash tells: they are people, and keys of clients.
            hide_parameters=True,
            connect_args=how_to_connect(url, self._trust, pq.version()),
        )

        asks = engine.dialect.do_ping

        def is_there(driver: Any) -> bool:
            return driver.is_fresh or asks(driver)

        # Else each step of a call would begin with asking whether the server is there.
        vars(engine.dialect)["do_ping"] = is_there

        @sa.event.listens_for(engine, "do_connect")
        def _connect(_dialect: Any, _record: Any, cargs: Any, cparams: Any) -> Any:
            from qualdesk.store.dialects.watched import WatchedConnection

            return WatchedConnection.connect(*cargs, **cparams)

        return engine

    def now(self, connection: sa.Connection, clock: Clock) -> datetime:
        """The server's time. A clock set by hand counts for the owner of the tables only.

        Raises:
            Refused: somebody else would move the team's clock.
        """
        if isinstance(clock, SystemClock):
            return begun_at(connection, "SELECT clock_timestamp()")
        if not connection.info.get("may_set_the_clock"):
            if connection.exec_driver_sql(_IS_NOT_OWNER).scalar_one():
                raise Refused(
                    "Only the owner of a team's workspace may set its clock. Rehearse on a file."
                )
            connection.info["may_set_the_clock"] = True
        return clock.now()

    @contextmanager
    def reading(self, engine: sa.Engine) -> Iterator[sa.Connection]:
        """A transaction the server itself keeps from writing."""
        with engine.connect() as connection:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY, ISOLATION LEVEL REPEATABLE READ")
            yield connection

    @contextmanager
    def migrating(self, engine: sa.Engine) -> Iterator[sa.Connection]:
        """One transaction, that rather gives up than keeps the whole team waiting."""
        with engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL lock_timeout = '10s'")
            connection.exec_driver_sql("SET LOCAL statement_timeout = '30min'")
            yield connection

    @contextmanager
    def erasing(self, engine: sa.Engine) -> Iterator[sa.Connection]:
        """As any other: the server writes over what was removed when it tidies its tables."""
        with engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL statement_timeout = '30min'")
            yield connection

    def insert(self, table: sa.Table) -> "postgresql.Insert":
        """PostgreSQL's own insert."""
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)

    def new_ids(self, connection: sa.Connection, table: sa.Table, count: int) -> Sequence[int]:
        """From the table's own sequence."""
        query = sa.text(
            "SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)"
        )
        return connection.scalars(query, {"name": table.name, "count": count}).all()

    def one_at_a_time(self, connection: sa.Connection, what: str) -> None:
        """An advisory hold the server gives up with the transaction."""
        connection.execute(
            sa.text("SELECT pg_advisory_xact_lock(hashtext(:what))"), {"what": f"qualdesk {what}"}
        )

    def settle(self, engine: sa.Engine) -> None:
        """Nothing to do: the server sees to it."""

    def driver_errors(self) -> tuple[type[Exception], ...]:
        """Those of psycopg, which is there when a team's workspace is."""
        import psycopg

        return (psycopg.Error,)

    def explain(self, error: BaseException | None, *, is_gone: bool) -> QualdeskError | None:
        """PostgreSQL's known faults in words."""
        state = getattr(error, "sqlstate", None) or ""
        if state == "QD001":
            return WorkspaceMoved()
        if state == "QD002":
            return _paced_out(error)
        if state in _TOOK_TOO_LONG:
            return WorkspaceBusy(tr(_TOOK_TOO_LONG[state]))
        if state[:2] == "53":
            return WorkspaceFull() if state in _NO_ROOM else WorkspaceBusy()
        is_no_act = state == "42883" and "act." in str(error)
        kept_out = (
            self._of_other_version(str(error))
            if is_no_act
            else _kept_out(error, state, is_gone=is_gone)
        )
        if kept_out or is_gone or state[:2] in {"08", "57"} or not state:
            return kept_out or WorkspaceUnreachable()
        name = getattr(getattr(error, "diag", None), "constraint_name", None)
        is_busy = state in {"40001", "40P01", "55P03"} or name == "uq_lead_claim"
        return WorkspaceBusy() if is_busy else None

    def _of_other_version(self, error: str) -> WorkspaceUnusable:
        """What is asked for is no function of the server's: it never was, or is no more."""
        asked = re.search(r"act\.(\w+)", error)
        if asked and self.acts_there and asked.group(1) not in self.acts_there:
            return WorkspaceUnusable(tr(_ACT_IS_NEW, was=self.set_up_by, own=__version__))
        return WorkspaceTooNew(tr(_ACT_IS_GONE, own=__version__))


def begun_at(connection: sa.Connection, asks: str) -> datetime:
    """The instant a transaction begins at, UTC: it is begun and asked in one journey."""
    driver: Any = connection.connection.driver_connection
    with in_one_journey(driver):
        cursor = driver.execute(asks)
    at: datetime = cursor.fetchone()[0]
    return at.astimezone(UTC)


def _paced_out(error: BaseException | None) -> PacedOut:
    """A team's limit, as its trigger tells it: which one, and when the next may come."""
    diag = getattr(error, "diag", None)
    says = _OF_SPAN.get(getattr(diag, "message_hint", None) or "")
    until = getattr(diag, "message_detail", None)
    return PacedOut(
        tr(says) if says else None, until=datetime.fromisoformat(until) if until else None
    )


def _kept_out(
    error: BaseException | None, state: str, *, is_gone: bool
) -> WorkspaceUnusable | None:
    """Why we were not let in, or would not go in; None where that is not what happened."""
    unsafe = None if state else why_not_trusted(error)
    if unsafe:
        return unsafe
    if state == "28P01" or (not state and not is_gone and _wants_password(error)):
        return PasswordNeeded()
    says = _NO_SUCH_PLACE if not state and _is_unknown(error) else _NO_WAY_IN.get(state)
    return WorkspaceUnusable(tr(says)) if says and not is_gone else None


def _is_unknown(error: BaseException | None) -> bool:
    """Whether the server answered that it has no such login or database."""
    says = str(error).casefold()
    return "fatal" in says and any(word in says for word in _UNKNOWN_IN_WORDS)


def _wants_password(error: BaseException | None) -> bool:
    """Whether it is the password that kept us out, and not a server that is busy or away.

    An error of connecting has no code, only what the server said, in its own language.
    """
    dialled = getattr(error, "pgconn", None)
    if dialled is None:
        return False
    says = str(error).casefold()
    return bool(
        dialled.needs_password
        or (dialled.used_password and any(word in says for word in _PASSWORD_IN_WORDS))
    )


_OF_SPAN = {
    "seconds": tr_later("One moment: your team leaves a few seconds between two leads."),
    "hour": tr_later(
        "That is all your team's limit allows in an hour. Wait, or ask a supervisor to raise it."
    ),
    "day": tr_later("That is all your team's limit allows in a day. Ask a supervisor to raise it."),
}
# It was one when this desk connected, which has been open all the while.
_ACT_IS_GONE = tr_later(
    "The team's server was brought up to date while this desk was open: qualdesk {own} is older "
    "than it now. Close qualdesk, ask whoever runs the team's desks for the version the others "
    "have, and open it again. What you have saved waits on this computer and goes out then."
)
# It was none when this desk connected.
_ACT_IS_NEW = tr_later(
    "The team's server is older than your qualdesk {own}: it was set up by {was}, and does not "
    "know this yet. Whoever runs the team database brings it up to date with: qualdesk team init. "
    "What you have saved waits on this computer and goes out then."
)
_NO_WAY_IN = {
    "28000": tr_later(
        "The team database does not let you in. Ask who runs it for your login's rights."
    ),
    "42501": tr_later(
        "Your login has no right to this. Ask a supervisor to do it, or whoever runs the team's "
        "server for the right."
    ),
}
_NO_SUCH_PLACE = tr_later(
    "The server has no such login or database. Compare the address with the one you were given, "
    "letter by letter, or ask who runs the server."
)
_UNKNOWN_IN_WORDS = ("does not exist", "existiert nicht", "n'existe pas", "no existe")
_PASSWORD_IN_WORDS = ("password", "passwort", "mot de passe", "contraseña")
_TOOK_TOO_LONG = {
    "57014": tr_later(
        "The team database took too long over this and stopped. Nothing was changed; try again "
        "in a moment."
    ),
    "25P03": tr_later(
        "This was left half done for too long, and the team database gave it up. Nothing was "
        "changed; do it again."
    ),
}
# A disk or a table space; the rest of its class passes by itself.
_NO_ROOM = frozenset({"53000", "53100"})
_IS_NOT_OWNER = """SELECT EXISTS (
    SELECT 1 FROM pg_class WHERE oid = to_regclass('workspace')
    AND NOT pg_has_role(current_user, relowner, 'USAGE')
)"""
