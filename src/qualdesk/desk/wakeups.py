"""What tells a board to look again: hints of other desks, and the version of a file."""

from qualdesk.store.database import Store
from qualdesk.store.dialects import Ears

__all__ = ["Ears", "Wakeups"]


class Wakeups:
    """Hears that something was changed, and tells others. What was changed is never said.

    A hint is no more than a reason to look: anybody who can connect can send one, and one can be
    lost. So whoever listens looks now and then by itself, and never more often than it can
    afford.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ears: Ears | None = None

    def listen(self) -> Ears | None:
        """Begin to hear the hints of other desks; None in a file, where none are sent.

        What comes back is watched by its socket, on whichever thread: it needs no desk. It is
        closed with the desk, or before.

        Raises:
            WorkspaceUnusable: one of its kinds; the server cannot be reached ...
        """
        self.close()
        self._ears = self._store.listen()
        return self._ears

    def fileno(self) -> int:
        """The socket on which hints come in; -1 where nobody listens."""
        return self._ears.fileno() if self._ears is not None else -1

    def moved(self) -> bool:
        """Whether a look is worth it: others may have written since this was asked last.

        Cheap in a file, where its version is compared. On a server nobody can tell: always.

        Raises:
            WorkspaceUnusable: one of its kinds.
        """
        return self._store.has_moved()

    def tell(self) -> None:
        """Let the others look again, if this desk still owes them a hint. Never fails."""
        self._store.hints.pay(self._store.engine)

    def close(self) -> None:
        """Stop listening."""
        ears, self._ears = self._ears, None
        if ears is not None:
            ears.close()
