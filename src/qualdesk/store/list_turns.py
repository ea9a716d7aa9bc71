"""Whose turn it is: lists are written one at a time, and a dead desk keeps nobody waiting.

The turn is a lease in the database that is renewed with every chunk. Reading a file takes no
turn, so two lists are read at once and only written one after the other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, ListId
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.schema_lists import lead_list

LEASE = timedelta(seconds=20)
UNDO_FOR = timedelta(days=30)
"""How long a list can be undone after it was loaded."""

LOADING, PUBLISHED, UNDONE = "loading", "published", "undone"


@frozen
class ListFacts:
    """What is known of a list before it is loaded.

    Attributes:
        mapping: how its columns are read; ``choices`` what the person decided, so that it can
            be loaded again the same way.
        attended_at: for the list of those who were at an event, when that was over, UTC.
    """

    file_name: str
    sha256: str
    mapping: Mapping[str, Any]
    loaded_by: str
    choices: Mapping[str, Any] = field(default_factory=dict)
    attended_at: datetime | None = None


@frozen
class Waiting:
    """Somebody else is at work on a list; ``says`` who, for whoever waits."""

    says: str


@dataclass(kw_only=True, slots=True)
class Turn:
    """The right to work on a list until ``held_until`` (UTC), and on no other."""

    list_id: ListId
    held_until: datetime

    def renew(self, tx: Transaction, **values: Any) -> None:
        """Hold on, in the transaction that writes: whoever lost the turn writes nothing.

        ``values`` are columns of the list to keep in the same step.

        Raises:
            Refused: the desk slept longer than the lease, and another took the list back.
        """
        until = tx.now + LEASE
        self._keep(tx, {**values, "held_until": until})
        self.held_until = until

    def end(self, tx: Transaction, **values: Any) -> None:
        """Let the next one in.

        Raises:
            Refused: as :meth:`renew`.
        """
        self._keep(tx, {**values, "held_until": None})

    def _keep(self, tx: Transaction, values: Mapping[str, Any]) -> None:
        mine = {"of_list": self.list_id, "mine_until": self.held_until}
        kept = tx.connection.execute(_kept(tuple(values)), {**values, **mine})
        if kept.rowcount != 1:
            raise Refused(
                tr(
                    "Another desk took this list over, because this one did not answer for "
                    "a while. Nothing of it is lost: load it again."
                )
            )


def begin(tx: Transaction, campaign_id: CampaignId, facts: ListFacts) -> Turn | Waiting:
    """Start a new list, unless somebody else is at work on one."""
    busy = _busy(tx)
    if busy is not None:
        return busy
    until = tx.now + LEASE
    values = {"campaign_id": campaign_id, "state": LOADING, "held_until": until}
    new = lead_list.insert().values(**values, **_columns(tx, facts)).returning(lead_list.c.id)
    list_id = ListId(tx.connection.execute(new).scalar_one())
    return Turn(list_id=list_id, held_until=until)


def take(tx: Transaction, list_id: ListId, facts: ListFacts | None = None) -> Turn | Waiting:
    """Go to work on a list that is there, unless somebody else is at work on one.

    ``facts`` replace what was known of it, for a list that is loaded once more.
    """
    busy = _busy(tx)
    if busy is not None:
        return busy
    until = tx.now + LEASE
    values = _columns(tx, facts) if facts else {}
    tx.connection.execute(
        lead_list.update().where(lead_list.c.id == list_id).values(held_until=until, **values)
    )
    return Turn(list_id=list_id, held_until=until)


def hold_too(tx: Transaction, turn: Turn, list_id: ListId) -> Turn:
    """Work on an unfinished list as well, for whoever has the turn.

    Raises:
        Refused: the turn is lost.
    """
    turn.renew(tx)
    tx.connection.execute(
        lead_list.update().where(lead_list.c.id == list_id).values(held_until=turn.held_until)
    )
    return Turn(list_id=list_id, held_until=turn.held_until)


def list_row(tx: Transaction, list_id: ListId) -> sa.Row[Any]:
    """A list as it stands.

    Raises:
        NotFound: there is none with that number.
    """
    row = tx.connection.execute(sa.select(lead_list).where(lead_list.c.id == list_id)).first()
    if row is None:
        raise NotFound(tr("There is no list number {number}.", number=list_id))
    return row


def is_held(row: sa.Row[Any], now: datetime) -> bool:
    """Whether somebody is at work on the list just now."""
    return row.held_until is not None and row.held_until > now


def unfinished(tx: Transaction) -> tuple[sa.Row[Any], ...]:
    """The lists nobody is loading any more that were never published, the latest first."""
    rows = tx.connection.execute(
        sa.select(lead_list).where(lead_list.c.state == LOADING).order_by(lead_list.c.id.desc())
    )
    return tuple(row for row in rows if not is_held(row, tx.now))


def _busy(tx: Transaction) -> Waiting | None:
    # Both look and take: two desks of a team must not both find nobody.
    tx.dialect.one_at_a_time(tx.connection, "intake")
    held = sa.select(lead_list).where(lead_list.c.held_until > tx.now).limit(1)
    row = tx.connection.execute(held).first()
    if row is None:
        # Whoever slept past their turn has lost it, also if they wrote nothing yet.
        slept = lead_list.update().where(lead_list.c.held_until.is_not(None))
        tx.connection.execute(slept.values(held_until=None))
        return None
    name = row.file_name or tr("a list")
    if row.state == LOADING:
        says = tr("Waiting: {caller} is loading {file}", caller=row.loaded_by, file=name)
    else:
        says = tr("Waiting: {caller} is undoing {file}", caller=row.undone_by, file=name)
    return Waiting(says=says)


@lru_cache(maxsize=16)
def _kept(names: tuple[str, ...]) -> sa.Update:
    # Built once: building it costs as much as running it, and each step of a list does.
    return (
        lead_list.update()
        .where(
            lead_list.c.id == sa.bindparam("of_list"),
            lead_list.c.held_until == sa.bindparam("mine_until"),
        )
        .values({name: sa.bindparam(name) for name in names})
    )


def _columns(tx: Transaction, facts: ListFacts) -> dict[str, Any]:
    return {
        "file_name": facts.file_name,
        "sha256": facts.sha256,
        "fingerprint": str(facts.mapping.get("fingerprint", "")),
        "mapping": dict(facts.mapping),
        "choices": dict(facts.choices),
        "audience": facts.choices.get("audience") or "",
        "attended_at": facts.attended_at,
        "loaded_by": facts.loaded_by,
        "loaded_at": tx.now,
    }
