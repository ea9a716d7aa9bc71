"""Who signed which words of a definition, and what was said about it. Nothing is ever removed."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.definition import Side
from qualdesk.core.frozen import frozen
from qualdesk.core.signing import GivenSignature
from qualdesk.store.database import Transaction
from qualdesk.store.schema_documents import remark, signature


@frozen
class KeptRemark:
    """A sentence of the talk."""

    version: int
    who: str
    side: str
    says: str
    said_at: datetime


def add_signature(
    tx: Transaction,
    document_id: str,
    *,
    version: int,
    sha256: str,
    side: str,
    name: str,
) -> int:
    """Write down that ``name`` signed these words for that side now."""
    added = tx.connection.execute(
        signature.insert()
        .values(
            document_id=document_id,
            version=version,
            sha256=sha256,
            side=side,
            name=name,
            signed_at=tx.now,
        )
        .returning(signature.c.id)
    )
    return int(added.scalar_one())


def withdraw_signature(tx: Transaction, signature_id: int, because: str) -> None:
    """Write down that a signature does not count any more, and why."""
    tx.connection.execute(
        signature.update()
        .where(signature.c.id == signature_id)
        .values(withdrawn_at=tx.now, withdrawn_because=because)
    )


def signatures(tx: Transaction, document_id: str) -> tuple[GivenSignature, ...]:
    """All signatures under a definition, whatever became of them, in the order they were given."""
    found = sa.select(signature).where(signature.c.document_id == document_id)
    return tuple(_signature(row) for row in tx.connection.execute(found.order_by(signature.c.id)))


def add_remark(
    tx: Transaction, document_id: str, *, version: int, who: str, side: str, says: str
) -> None:
    """Keep what somebody says about a definition."""
    tx.connection.execute(
        remark.insert().values(
            document_id=document_id,
            version=version,
            who=who,
            side=side,
            says=says,
            said_at=tx.now,
        )
    )


def remarks(tx: Transaction, document_id: str) -> tuple[KeptRemark, ...]:
    """The talk about a definition, the oldest first."""
    found = sa.select(remark).where(remark.c.document_id == document_id).order_by(remark.c.id)
    return tuple(
        KeptRemark(
            version=row.version,
            who=row.who,
            side=row.side,
            says=row.says,
            said_at=row.said_at,
        )
        for row in tx.connection.execute(found)
    )


def _signature(row: sa.Row[Any]) -> GivenSignature:
    return GivenSignature(
        id=row.id,
        version=row.version,
        sha256=row.sha256,
        side=Side(row.side),
        name=row.name,
        signed_at=row.signed_at,
        withdrawn_at=row.withdrawn_at,
        because=row.withdrawn_because,
    )
