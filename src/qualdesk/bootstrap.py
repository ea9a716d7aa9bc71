"""The only place that chooses concrete parts: an address in, a wired desk out."""

from qualdesk.core.clock import Clock, SystemClock
from qualdesk.desk import Desk
from qualdesk.settings import address_of
from qualdesk.store.database import Store
from qualdesk.store.migrations import prepare


def open_desk(
    url: str, *, clock: Clock | None = None, caller: str = "", durable: bool = True
) -> Desk:
    """Open a workspace, made when it is new, brought up to date when an older program made it.

    Args:
        url: ``sqlite:///desk.sqlite``, ``postgresql://server/desk``, or a path to a file.
        clock: the computer's own unless given; time comes from nowhere else.
        caller: the name calls and claims stand under.
        durable: False lets a power cut lose what was saved last; for simulations only.

    Raises:
        WorkspaceUnusable: the workspace cannot be used as it is; the sentence says why.
        Refused: the address is none of ours.
    """
    chosen = clock or SystemClock()
    store = Store(address_of(url), clock=chosen, durable=durable)
    try:
        prepare(store)
    except BaseException:
        store.close()
        raise
    return Desk(store, chosen, caller or "caller")
