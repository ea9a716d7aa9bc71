"""The only place that chooses concrete parts: an address in, a wired desk out."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qualdesk.core.clock import Clock, SystemClock
from qualdesk.core.errors import Refused
from qualdesk.desk import Desk
from qualdesk.settings import address_of
from qualdesk.store import backup
from qualdesk.store.database import Store
from qualdesk.store.migrations import number_of, prepare


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


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkspaceFacts:
    """What the doctor tells about a workspace.

    Attributes:
        kind: "SQLite" or "PostgreSQL".
        place: the file, or the server's address without its password.
        number: the number of the last step its tables have taken; empty before the first use.
        backed_up_at: when it was last copied by hand, None when never.
    """

    kind: str
    place: str
    number: str = ""
    backed_up_at: datetime | None = None


def facts_of(url: str, *, clock: Clock | None = None) -> WorkspaceFacts:
    """What there is to know about a workspace, without making or changing it.

    Raises:
        WorkspaceUnusable: it cannot be reached, or is none of ours.
    """
    place = _file_of(url)
    if place is not None and not place.exists():
        return WorkspaceFacts(kind="SQLite", place=str(place))
    store = Store(address_of(url), clock=clock or SystemClock())
    try:
        with store.reading() as tx:
            number = number_of(tx)
            backed_up_at = backup.last_backup_at(tx) if number else None
        return WorkspaceFacts(
            kind="SQLite" if place else "PostgreSQL",
            place=str(place or store.url.render_as_string(hide_password=True)),
            number=number,
            backed_up_at=backed_up_at,
        )
    finally:
        store.close()


def back_up(url: str, target: Path, *, clock: Clock | None = None) -> Path:
    """Copy a workspace to a file while people work in it.

    Raises:
        Refused: the workspace is a server's, or the place is not one for a copy.
        WorkspaceUnusable: it cannot be read, or the copy cannot be written.
    """
    place = _file_of(url)
    if place is not None and not place.exists():
        raise Refused(f"There is no workspace at {place} yet, so there is nothing to copy.")
    store = Store(address_of(url), clock=clock or SystemClock())
    try:
        prepare(store)
        return backup.back_up(store, target)
    finally:
        store.close()


def put_back(url: str, copy: Path, *, clock: Clock | None = None) -> Path | None:
    """Put a copy in the workspace's place; the path of what was there, kept aside.

    Raises:
        Refused: the workspace is a server's or in use, or the file is no copy of one.
    """
    place = _file_of(url)
    if place is None:
        raise Refused("A team's workspace is restored on its server, by whoever runs it.")
    return backup.restore(copy, place, (clock or SystemClock()).now())


def _file_of(url: str) -> Path | None:
    """The workspace's file, None when a server keeps it."""
    address = address_of(url)
    return Path(address.removeprefix("sqlite:///")) if address.startswith("sqlite") else None
