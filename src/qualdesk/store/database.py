"""The workspace's database: opening it, and the one way to change it, a transaction."""

import atexit
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import local
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakSet

import sqlalchemy as sa

from qualdesk.core.beliefs import Beliefs
from qualdesk.core.clock import Clock
from qualdesk.core.errors import Refused
from qualdesk.core.law import NO_LAW
from qualdesk.core.rules import RuleBook
from qualdesk.core.transport import USUAL_TRUST, Connected, Trust
from qualdesk.core.wording import tr
from qualdesk.store.dialects import Dialect, Ears, Hold, dialect_for, told_plainly
from qualdesk.store.dialects.quiet import keep_rows_quiet
from qualdesk.store.hints import Hints, Watch

if TYPE_CHECKING:
    from qualdesk.core.backups import BackupPlan


@dataclass(frozen=True, slots=True)
class Transaction:
    """One unit of work. ``now`` is its instant in UTC: one time for all that it writes.

    On SQLite the injected clock says it; on PostgreSQL the server's, so that desks with
    wrong clocks agree on leases and due times. ``rules`` gives the rule book the workspace goes
    by, read when it is first asked for; ``beliefs`` reads the workspace's own version of what
    the queue believes (JSON), or gives that which comes with the program for the empty text.
    ``ago`` is how many seconds before that what it writes was said, where it waited for a line.
    ``viewer`` is by whom the workspace was opened: who works for one client is shown no other.
    ``asked`` are looks whose answers are here already (``quick.together``).
    """

    connection: sa.Connection
    dialect: Dialect
    now: datetime
    rules: Callable[[], RuleBook]
    beliefs: Callable[[str], Beliefs]
    ago: float = 0.0
    viewer: str = ""
    asked: dict[Any, Any] = field(default_factory=dict, compare=False)

    @property
    def said_at(self) -> datetime:
        """When what is written was said: now, unless it waited for a line."""
        return self.now - timedelta(seconds=self.ago)

    def run(self, text: str, values: Mapping[str, object] | Sequence[object]) -> Any:
        """Hand a statement to the driver itself; its cursor comes back, with plain tuples.

        For the dozen statements every call waits for: going through SQLAlchemy costs them
        more than the database does.
        """
        driver: Any = self.connection.connection.driver_connection
        return driver.execute(self.dialect.as_act(text), values)


class Store:
    """A workspace's database, SQLite file or PostgreSQL, behind one door."""

    def __init__(
        self,
        url: str,
        *,
        clock: Clock,
        durable: bool = True,
        rules: Callable[[], RuleBook] = lambda: NO_LAW.book,
        beliefs: Callable[[str], Beliefs] = lambda _: Beliefs(answer={}, qualify={}),
        trust: Trust = USUAL_TRUST,
        backups: "BackupPlan | None" = None,
    ) -> None:
        keep_rows_quiet()
        self.clock = clock
        self.rules = rules
        self.viewer = ""
        self._beliefs = beliefs
        try:
            self.url = sa.make_url(url)
            self.dialect = dialect_for(self.url, trust)
            with told_plainly(self.dialect):
                self.engine = self.dialect.make_engine(self.url, durable=durable)
        except (sa.exc.ArgumentError, ValueError):
            # Without the cause: the address may hold a password.
            raise Refused(
                tr(
                    "The workspace's address cannot be read. Give an address such as "
                    "sqlite:///desk.sqlite or postgresql://server/desk."
                )
            ) from None
        # Where copies go that are made by themselves; None: none are, as in a simulation.
        self.backups = backups
        self.hints = Hints(self.dialect)
        self._watch = Watch(self.dialect, self.engine)
        self._here = local()
        _open.add(self)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """A unit of work: kept whole when the block ends, and not at all when it raises.

        It takes the writer's place at once, so that nothing it read can have changed when it
        writes. Never held while a person thinks. One inside another is a mistake of ours.

        Raises:
            WorkspaceUnusable: one of its kinds; the database is busy, full, gone ...
        """
        if getattr(self._here, "is_inside", False):
            raise RuntimeError("A transaction inside a transaction: the outer one must do it all.")
        self._here.is_inside = True
        try:
            with told_plainly(self.dialect), self.engine.connect() as connection:
                with connection.begin():
                    yield self._transaction(connection)
                if not getattr(self._here, "is_quiet", False):
                    self.hints.owe(connection)
        finally:
            self._here.is_inside = False

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Other desks are not told to look again by what is written meanwhile.

        For what goes on each minute without anybody's doing; boards see it at their slow look.
        """
        before = getattr(self._here, "is_quiet", False)
        self._here.is_quiet = True
        try:
            yield
        finally:
            self._here.is_quiet = before

    @contextmanager
    def for_all(self) -> Iterator[None]:
        """What is done meanwhile is done for every client, whoever opened the workspace.

        The clock's work in a file, where somebody's window does it for all. A server keeps
        clients apart by the login, whatever is said here.
        """
        before = self._is_for_all
        self._here.is_for_all = self.dialect.name == "sqlite"
        try:
            yield
        finally:
            self._here.is_for_all = before

    @property
    def _is_for_all(self) -> bool:
        # Of this thread alone: a window shows its own client while the clock's work is done.
        return bool(getattr(self._here, "is_for_all", False))

    @contextmanager
    def said_before(self, ago: timedelta) -> Iterator[None]:
        """What is saved meanwhile was said so long ago, and arrives now."""
        self._here.ago = max(ago, timedelta()).total_seconds()
        try:
            yield
        finally:
            self._here.ago = 0.0

    def hold(self, what: str) -> Hold | None:
        """A place that one program has at a time; None while another has it. Never waits.

        Kept until it is released or the program ends, however it ends.

        Raises:
            WorkspaceUnusable: one of its kinds.
        """
        with told_plainly(self.dialect):
            return self.dialect.neighbours.hold(self.engine, what)

    def listen(self) -> Ears | None:
        """Ears for the hints of other desks; None in a file, which has a version instead.

        Raises:
            WorkspaceUnusable: one of its kinds.
        """
        with told_plainly(self.dialect):
            return self.dialect.neighbours.listen(self.engine)

    def has_moved(self) -> bool:
        """Whether others may have written since this was asked last; on a server always.

        Raises:
            WorkspaceUnusable: one of its kinds.
        """
        with told_plainly(self.dialect):
            return self._watch.has_moved()

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A look that changes nothing and holds nobody up.

        Raises:
            WorkspaceUnusable: one of its kinds.
        """
        with told_plainly(self.dialect), self.dialect.reading(self.engine) as connection:
            yield self._transaction(connection)

    @contextmanager
    def migrating(self) -> Iterator[Transaction]:
        """A unit of work that may change the tables themselves.

        Raises:
            WorkspaceUnusable: one of its kinds.
        """
        with told_plainly(self.dialect), self.dialect.migrating(self.engine) as connection:
            yield self._transaction(connection)

    @contextmanager
    def erasing(self) -> Iterator[Transaction]:
        """A unit of work after which what it removed cannot be read from the file any more.

        Raises:
            WorkspaceUnusable: one of its kinds.
        """
        with told_plainly(self.dialect), self.dialect.erasing(self.engine) as connection:
            yield self._transaction(connection)

    def how_connected(self) -> Connected | None:
        """How the way to the server stands, encrypted and checked or not; None for a file.

        Raises:
            WorkspaceUnusable: one of its kinds.
        """
        with told_plainly(self.dialect), self.dialect.reading(self.engine) as connection:
            return self.dialect.how_connected(connection)

    def settle(self) -> None:
        """Between the steps of a long piece of work: so that no caller's step has to do it.

        Raises:
            WorkspaceUnusable: one of its kinds.
        """
        with told_plainly(self.dialect):
            self.dialect.settle(self.engine)

    def close(self) -> None:
        """Let go of the database; a hint that is still owed goes out first."""
        _open.discard(self)
        self.hints.pay(self.engine)
        self._watch.close()
        self.dialect.seal(self.engine)
        self.engine.dispose()

    def _transaction(self, connection: sa.Connection) -> Transaction:
        dialect = self.dialect.seen_from(connection)
        return Transaction(
            connection=connection,
            dialect=dialect,
            now=dialect.now(connection, self.clock),
            rules=self.rules,
            beliefs=self._beliefs,
            ago=getattr(self._here, "ago", 0.0),
            viewer="" if self._is_for_all else self.viewer,
        )


_open: Final[WeakSet[Store]] = WeakSet()


@atexit.register
def _seal_all() -> None:
    """The program ends, and somebody did not close: else a file looks as if its log were lost."""
    for store in tuple(_open):
        store.dialect.seal(store.engine)
