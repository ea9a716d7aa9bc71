"""What the store asks of a database, whichever it is."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

import sqlalchemy as sa

from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.transport import Connected

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite


class Ears(Protocol):
    """Hears that another desk has changed something."""

    def fileno(self) -> int:
        """The socket that can be read from when there is something to hear; -1 once closed."""
        ...

    def take(self) -> bool:
        """Take what has come up to now without waiting; whether anything was heard.

        Raises:
            WorkspaceUnreachable: the connection is lost; it hears nothing any more.
        """
        ...

    def close(self) -> None:
        """Stop listening."""
        ...


class Hold(Protocol):
    """A place that one program has at a time, on whichever computer it runs."""

    def is_held(self) -> bool:
        """Whether the place is still ours."""
        ...

    def release(self) -> None:
        """Let somebody else have the place."""
        ...


class Neighbours(Protocol):
    """How desks on one workspace know of each other."""

    sends_hints: bool
    """Whether they tell each other to look again; a file has a version that is asked for."""

    def hold(self, engine: sa.Engine, what: str) -> Hold | None:
        """The place called ``what``; None while another program has it.

        Kept until it is released or the program ends, however it ends; never waited for.
        """
        ...

    def listen(self, engine: sa.Engine) -> Ears | None:
        """Ears for the hints of other desks; None where nobody sends any."""
        ...

    def hint(self, connection: sa.Connection) -> None:
        """Tell desks that listen to look again; between two transactions of the connection."""
        ...

    def version(self, driver: Any) -> int | None:
        """A number that is another one once somebody else has written; None where there is none.

        ``driver`` is a connection that is asked each time and never writes.
        """
        ...


class Dialect(ABC):
    """What the store must know about the database it talks to."""

    name: str
    # What the statements of the queue (queue_sql.py) say differently.
    queue_parts: Mapping[str, str]
    # Where a value goes in a plain statement that is run for many rows.
    mark: str
    neighbours: Neighbours
    # Whether this login may write by acts alone (acts.py), as callers of a team.
    acts_only = False
    # What is to be said of a file whose program ended before it was closed; a sentence or nothing.
    doubt = ""
    # Whether leads are marked while somebody's conversation keeps them (talks.py). A file has few
    # callers, and nothing to gain by it.
    keeps_colleagues = False
    # Whether a number that was given once is never given to another row, also where the first
    # was not kept in the end.
    numbers_are_fresh = False
    # Before the database is let go of: a file bears a sum of its bytes. Never fails.
    seal: Callable[[sa.Engine], None] = staticmethod(lambda _: None)
    # Of a team's server: which program set it up, and the names of what it can do, as it was when
    # this desk connected; nothing where nobody asked.
    set_up_by = ""
    acts_there: frozenset[str] = frozenset()
    # How the way to the server stands; nothing where there is no way, as to a file.
    how_connected: Callable[[sa.Connection], Connected | None] = staticmethod(lambda _: None)

    # Whether a server is asked several things at once, in one journey (``quick.py``).
    asks_together = False
    # For a driver: what is asked inside is sent at once, its answers are there when it is over.
    in_one_journey: Callable[[Any], AbstractContextManager[Any]] = staticmethod(
        lambda _: nullcontext()
    )

    def seen_from(self, connection: sa.Connection) -> "Dialect":  # noqa: ARG002 - a team's asks it
        """As it is for the login of this connection."""
        return self

    @staticmethod
    def as_act(text: str) -> str:
        """A plain statement as this login may run it."""
        return text

    @staticmethod
    def call_of(statement: Any) -> str | None:  # noqa: ARG004 - a team's asks it
        """What is run instead of a statement by whoever may only act; None: itself."""
        return None

    @staticmethod
    @abstractmethod
    def named(text: str) -> str:
        """A statement with values written ``:name``, as the driver wants them."""

    @staticmethod
    @abstractmethod
    def language() -> sa.Dialect:
        """How statements are compiled for the driver when it is handed them directly."""

    @staticmethod
    @abstractmethod
    def moment(at: datetime) -> Any:
        """An instant as the driver wants it in a plain statement."""

    @staticmethod
    @abstractmethod
    def instant(value: Any) -> datetime | None:
        """An instant as it comes out of a plain statement."""

    @abstractmethod
    def make_engine(self, url: sa.URL, *, durable: bool) -> sa.Engine:
        """An engine whose transactions are whole, also those that change the schema."""

    @abstractmethod
    def now(self, connection: sa.Connection, clock: Clock) -> datetime:
        """The instant that decides leases and due times, in UTC."""

    @abstractmethod
    def reading(self, engine: sa.Engine) -> AbstractContextManager[sa.Connection]:
        """A connection for a look that keeps nobody from writing."""

    @abstractmethod
    def migrating(self, engine: sa.Engine) -> AbstractContextManager[sa.Connection]:
        """A transaction in which tables may be built anew."""

    @abstractmethod
    def erasing(self, engine: sa.Engine) -> AbstractContextManager[sa.Connection]:
        """A transaction after which what it removed cannot be read from the file any more."""

    @abstractmethod
    def insert(self, table: sa.Table) -> "sqlite.Insert | postgresql.Insert":
        """An insert that can say what happens when the row is there already."""

    @abstractmethod
    def new_ids(self, connection: sa.Connection, table: sa.Table, count: int) -> Sequence[int]:
        """Numbers for ``count`` rows about to be written into a table, taken by nobody else."""

    @abstractmethod
    def one_at_a_time(self, connection: sa.Connection, what: str) -> None:
        """Wait until no other transaction is busy with ``what``; held until this one ends."""

    @abstractmethod
    def settle(self, engine: sa.Engine) -> None:
        """Bring what was written to where it stays, as far as nobody is kept waiting by it."""

    @abstractmethod
    def driver_errors(self) -> tuple[type[Exception], ...]:
        """What the driver raises, for the few statements it is handed directly."""

    @abstractmethod
    def explain(self, error: BaseException | None, *, is_gone: bool) -> QualdeskError | None:
        """The plain sentence for a driver's known error, None for a mistake of ours.

        ``is_gone``: the connection is lost.
        """
