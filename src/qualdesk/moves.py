"""The door for moving a workspace: two stores are opened, by address, and neither is a desk."""

from collections.abc import Callable

from qualdesk.bootstrap import connected, file_of, refuse_missing
from qualdesk.core.clock import Clock
from qualdesk.core.moves import AS_IT_STANDS, Compared, MoveWishes
from qualdesk.core.progress import Progress
from qualdesk.store import closing, moving


def move_workspace(
    source: str,
    target: str,
    wishes: MoveWishes = AS_IT_STANDS,
    *,
    ask: Callable[[str], str],
    progress: Progress | None = None,
    clock: Clock | None = None,
) -> Compared:
    """Copy a workspace from a file to a server or back, into an empty place.

    ``ask`` is asked for a server's password, by its place, where the keyring has none that fits.

    Raises:
        Refused: it cannot be moved as asked; the sentence says why.
        WorkspaceUnusable: one of its kinds.
        Cancelled: ``progress`` was told to stop; nothing is left at the target.
    """
    refuse_missing(source)
    with connected(source, ask, clock) as old:
        file = file_of(target)
        if file is not None:
            return moving.move(old, file, wishes, progress)
        with connected(target, ask, clock) as new:
            return moving.move(old, new, wishes, progress)


def compare_workspaces(
    source: str, target: str, *, ask: Callable[[str], str], progress: Progress | None = None
) -> Compared:
    """Two workspaces beside each other, table by table; asks as :func:`move_workspace` does.

    Raises:
        Refused: one of them is none, or they cannot be compared.
        WorkspaceUnusable: one of its kinds.
    """
    for url in (source, target):
        refuse_missing(url)
    with connected(source, ask) as old, connected(target, ask) as new:
        return moving.compare(old, new, progress)


def open_source_again(source: str, *, ask: Callable[[str], str]) -> str:
    """Let people work again in a workspace that was closed; where it had gone, empty if nowhere.

    Raises:
        WorkspaceUnusable: one of its kinds.
    """
    refuse_missing(source)
    with connected(source, ask) as store:
        away = closing.open_again(store)
        return away.to if away else ""
