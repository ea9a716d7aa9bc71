"""Whose do-not-call counts: what a client was told, and what the whole house was told.

Who says no to one company said nothing about another. Who objects to every call from here is called
for nobody any more, whoever the client (GDPR, article 21). What the house was told stands under a
name no client can have (``core.do_not_call``).
"""

from typing import Any

import sqlalchemy as sa

from qualdesk.core.do_not_call import HOUSE
from qualdesk.store.schema_calls import suppression
from qualdesk.store.schema_campaigns import campaign


def counts_for(client: Any, of: Any = suppression) -> sa.ColumnElement[bool]:
    """Whether a row of ``of`` counts when it is called for this client: theirs, or the house's."""
    return sa.or_(of.c.client == client, of.c.client == HOUSE)


def counts_text(client: str) -> str:
    """The same of an entry, in plain SQL, for the column ``client``."""
    return f"suppression.client IN ({client}, '{HOUSE}')"


def is_meant(client: Any) -> sa.ColumnElement[bool]:
    """Whether a campaign is meant by what was said to this client: of the house's, all are."""
    return sa.or_(campaign.c.client == client, client == HOUSE)
