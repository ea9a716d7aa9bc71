"""Who signs definitions, by name: for a campaign, or under one that was signed before."""

import sqlalchemy as sa

from qualdesk.core.definition import same_person
from qualdesk.store.database import Transaction
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_documents import signature


def signs_anything(tx: Transaction, name: str) -> bool:
    """Whether that name is one of them; to who works for one client as to everybody."""
    people = tx.connection.scalars(sa.select(campaign.c.people)).all()
    named = [one.get(side, "") for one in people if one for side in ("marketing", "sales")]
    signed = tx.connection.scalars(sa.select(signature.c.name).distinct()).all()
    return any(same_person(name, one) for one in (*named, *signed))
