"""Which company is whose account, client by client."""

from collections.abc import Iterable

import sqlalchemy as sa

from qualdesk.core.account_owners import AccountOwner
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.schema_handoff import account_owner


def owners(tx: Transaction, client: str) -> tuple[AccountOwner, ...]:
    """The client's accounts, by the name of the company."""
    query = sa.select(account_owner).where(account_owner.c.client == client)
    rows = tx.connection.execute(
        query.order_by(account_owner.c.company, account_owner.c.company_key)
    )
    return tuple(
        AccountOwner(
            company=row.company,
            key=row.company_key,
            salesperson=row.salesperson,
            loaded_at=row.loaded_at,
        )
        for row in rows
    )


def owner_of_key(tx: Transaction, client: str) -> dict[str, str]:
    """The salesperson of each of the client's accounts, by the company's key."""
    query = sa.select(account_owner.c.company_key, account_owner.c.salesperson)
    rows = tx.connection.execute(query.where(account_owner.c.client == client))
    return {row.company_key: row.salesperson for row in rows}


def keep_owners(tx: Transaction, client: str, accounts: Iterable[AccountOwner], *, by: str) -> None:
    """Keep whose accounts these are; a company that was somebody else's is theirs from now on."""
    for some in chunks(accounts):
        new = tx.dialect.insert(account_owner).values(
            [
                {
                    "client": client,
                    "company_key": one.key,
                    "company": one.company,
                    "salesperson": one.salesperson,
                    "loaded_by": by,
                    "loaded_at": tx.now,
                }
                for one in some
            ]
        )
        changed = ("company", "salesperson", "loaded_by", "loaded_at")
        tx.connection.execute(
            new.on_conflict_do_update(
                index_elements=["client", "company_key"],
                set_={name: new.excluded[name] for name in changed},
            )
        )


def drop_owners(tx: Transaction, client: str, keys: Iterable[str]) -> int:
    """Let companies belong to nobody again; how many did belong to somebody."""
    gone = 0
    for some in chunks(keys):
        done = tx.connection.execute(
            account_owner.delete().where(
                account_owner.c.client == client, account_owner.c.company_key.in_(some)
            )
        )
        gone += done.rowcount
    return gone
