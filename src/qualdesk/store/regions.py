"""The countries by whose ways to write a number texts about people are read."""

from typing import Any

import sqlalchemy as sa

from qualdesk.core.places import country_of
from qualdesk.store.database import Transaction
from qualdesk.store.schema_people import contact, contact_phone


def regions_of(tx: Transaction, people: sa.Select[Any]) -> frozenset[str]:
    """ISO codes of where these people (a choice of contact ids) live and are called."""
    lives = sa.select(contact.c.country).where(contact.c.id.in_(people)).distinct()
    is_called = sa.select(contact_phone.c.region).where(contact_phone.c.contact_id.in_(people))
    found = {country_of(one) for one in tx.connection.scalars(lives)}
    return frozenset(found | set(tx.connection.scalars(is_called.distinct()))) - {""}
