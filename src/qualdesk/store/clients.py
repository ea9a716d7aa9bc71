"""For whom calls are made: clients by name, as they were written down or as campaigns name them."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row
from qualdesk.store.schema_calls import handoff_batch, handoff_item
from qualdesk.store.schema_campaigns import campaign, member
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_lists import lead_list
from qualdesk.store.schema_roster import client
from qualdesk.store.schema_supervising import owner_question


@frozen
class ClientKept:
    """A client: how many campaigns it has, and who works for it alone.

    ``name`` is empty for campaigns of no client in particular.
    """

    name: str
    campaigns: int
    people: tuple[str, ...]


def clients(tx: Transaction) -> tuple[ClientKept, ...]:
    """All of them by name; of who works for one client alone, theirs."""
    mine = own_client(tx)
    count = sa.func.count(campaign.c.id)
    query = sa.select(campaign.c.client, count).group_by(campaign.c.client)
    counts: dict[str, int] = {row[0]: row[1] for row in tx.connection.execute(query)}
    written = set(tx.connection.scalars(sa.select(client.c.name)))
    bound: dict[str, list[str]] = {}
    people = sa.select(member.c.name, member.c.client).where(member.c.client != "")
    for row in tx.connection.execute(people.order_by(member.c.name)):
        bound.setdefault(row.client, []).append(row.name)
    names = sorted({*counts, *written, *bound}, key=lambda one: (one.casefold(), one))
    return tuple(
        ClientKept(name=one, campaigns=counts.get(one, 0), people=tuple(bound.get(one, ())))
        for one in names
        if not mine or one == mine
    )


def calls_for_several(tx: Transaction) -> bool:
    """Whether it is called for more than one client, whoever looks.

    Who works for one client alone is not told of others where the server keeps them apart; that
    there may be some they know from being bound.
    """
    named = sa.union(sa.select(campaign.c.client), sa.select(client.c.name)).subquery()
    many = tx.connection.scalar(sa.select(sa.func.count()).select_from(named)) or 0
    return many > 1 or bool(own_client(tx))


def refuse_part(tx: Transaction) -> None:
    """Do nothing for whoever a server shows the whole workspace; a file shows it to everybody.

    Raises:
        Refused: their login is that of somebody who works for one client alone.
    """
    if tx.dialect.name != "sqlite" and tx.connection.scalar(_OF_LOGIN):
        raise Refused(
            tr(
                "Who works for one client is not shown the whole workspace, so that it would look "
                "damaged. Let a supervisor of all clients check it."
            )
        )


def add_client(tx: Transaction, name: str, by: str) -> None:
    """Write a client down; one that is there stays as it is."""
    made = tx.dialect.insert(client).values(name=name, made_by=by, made_at=tx.now)
    tx.connection.execute(made.on_conflict_do_nothing(index_elements=["name"]))


def own_client(tx: Transaction) -> str:
    """The client that whoever looks works for alone; empty for all."""
    if not tx.viewer:
        return ""
    row = quick_row(tx, _MINE, {"name": tx.viewer})
    return row.client if row else ""


def apart_in_file(tx: Transaction) -> str:
    """The client whoever looks into a file works for alone: a server keeps the others away."""
    return own_client(tx) if tx.dialect.name == "sqlite" else ""


def refuse_others(tx: Transaction, lead_id: LeadId) -> None:
    """Do nothing for a lead of a client whoever looks works for.

    Raises:
        NotFound: it is another client's; for them there is none of that number.
    """
    mine = apart_in_file(tx)
    if mine and quick_row(tx, _THEIRS, {"lead_id": lead_id, "client": mine}) is None:
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))


def own_among(tx: Transaction, rows: Iterable[Any]) -> list[Any]:
    """Those of the rows, each of a ``lead_id``, that whoever looks into a file may see."""
    mine, kept = apart_in_file(tx), list(rows)
    if not mine:
        return kept
    ids = {int(row.lead_id) for row in kept}
    theirs = sa.select(lead.c.id).where(lead.c.id.in_(ids), of(lead, mine))
    found = set(tx.connection.scalars(theirs))
    return [row for row in kept if row.lead_id in found]


def of(table: sa.Table, of_client: str) -> sa.ColumnElement[bool]:
    """Rows that belong to a client; all of a table that is nobody's in particular.

    Without a client, all. A server keeps them apart by itself; in a file this does.
    """
    if not of_client:
        return sa.true()
    plans = sa.select(campaign.c.id).where(campaign.c.client == of_client)
    if "client" in table.c and table is not member:
        return table.c.client == of_client
    if "campaign_id" in table.c:
        return table.c.campaign_id.in_(plans)
    for key, whose in _owners():
        if key in table.c:
            theirs = sa.select(whose.c.id).where(of(whose, of_client))
            # Of a lead that nobody has: of none in particular.
            return sa.or_(table.c[key].is_(None), table.c[key].in_(theirs))
    return sa.true()


def _owners() -> tuple[tuple[str, sa.Table], ...]:
    """What a row belongs to, by the column that says to which."""
    from qualdesk.store.schema_past import rating_round

    return (
        ("list_id", lead_list),
        ("question_id", owner_question),
        ("lead_id", lead),
        ("item_id", handoff_item),
        ("batch_id", handoff_batch),
        ("round_id", rating_round),
    )


_OF_LOGIN = sa.select(member.c.client).where(
    member.c.login == sa.literal_column("session_user"), member.c.login != ""
)
_MINE = sa.select(member.c.client).where(member.c.name == sa.bindparam("name"))
_THEIRS = (
    sa.select(lead.c.id)
    .join(campaign, campaign.c.id == lead.c.campaign_id)
    .where(lead.c.id == sa.bindparam("lead_id"), campaign.c.client == sa.bindparam("client"))
)
