"""A workspace moved from one database to another: what was asked for, and what came of it."""

from qualdesk.core.frozen import frozen
from qualdesk.core.history_words import Checked


@frozen
class MoveWishes:
    """How a workspace is to be moved; as it stands, it changes nothing in the source.

    Attributes:
        bring_up_to_date: take the source to the step of this program first.
        even_while_held: also while callers have leads in their hands; they keep them.
        even_if_broken: also where the history of the source is not whole; it stays as it is.
        close_source: let nobody write into the source any more, from before it is read.
    """

    bring_up_to_date: bool = False
    even_while_held: bool = False
    even_if_broken: bool = False
    close_source: bool = False


AS_IT_STANDS = MoveWishes()


@frozen
class TableSeen:
    """All rows of one table: how many, and a SHA-256 over them in the form both databases share."""

    name: str
    rows: int
    sha256: str


@frozen
class WorkspaceSeen:
    """A workspace table by table, as it stood at one moment.

    Attributes:
        place: the file, or server and database; never a password.
        history: whether its history is whole, and its end.
        miscounted: kept counts of the Floor that are not what the rows say.
    """

    place: str
    tables: tuple[TableSeen, ...]
    history: Checked
    miscounted: int

    @property
    def rows(self) -> int:
        """Of all tables."""
        return sum(table.rows for table in self.tables)


@frozen
class Compared:
    """Two workspaces beside each other.

    Attributes:
        not_ours: tables in the source that no workspace has; they are not copied.
        is_closed: the source lets nobody write any more.
    """

    source: WorkspaceSeen
    target: WorkspaceSeen
    not_ours: tuple[str, ...] = ()
    is_closed: bool = False

    @property
    def differing(self) -> tuple[str, ...]:
        """The tables that are not equal, by name."""
        there = {table.name: table for table in self.target.tables}
        return tuple(table.name for table in self.source.tables if there.get(table.name) != table)

    @property
    def is_equal(self) -> bool:
        """Every table and the history are equal, and the counts of the target are right."""
        same = self.source.history == self.target.history
        return not self.differing and same and not self.target.miscounted
