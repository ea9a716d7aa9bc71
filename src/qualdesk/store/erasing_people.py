"""Who somebody was, taken from the workspace: for all clients, or for the one that asks."""

from typing import Any

import sqlalchemy as sa

from qualdesk.store.database import Transaction
from qualdesk.store.erasing_rows import NAME, Person
from qualdesk.store.list_journal import drop_companies
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import contact, contact_email, contact_phone
from qualdesk.store.search_words import forget_people
from qualdesk.store.team.people import is_team


def clear_person(tx: Transaction, who: Person) -> None:
    """Their leads are of somebody of whom nothing is known; of one client those alone."""
    if who.client:
        _forget_said(tx, who)
        _leave_to_others(tx, who)
        return
    works_at = sa.select(contact.c.company_id).where(contact.c.id == who.id)
    company_id = tx.connection.scalar(works_at)
    for table in (contact_phone, contact_email):
        tx.connection.execute(table.delete().where(table.c.contact_id == who.id))
    forget_people(tx, [who.id])
    gone = contact.update().where(contact.c.id == who.id)
    tx.connection.execute(gone.values(**_of_nobody(), erased_at=tx.now))
    if company_id is not None:
        # A company of one is a person too.
        drop_companies(tx, [company_id])


def _forget_said(tx: Transaction, who: Person) -> None:
    """Their words in a no to all calls from here: on a team's server it is the house's.

    Asked before their leads are somebody else's. Where no server keeps clients apart nothing is
    left to do.
    """
    if is_team(tx):
        for one in who.leads[:1]:
            tx.connection.execute(sa.select(sa.func.act.forget_said(one)))


def _leave_to_others(tx: Transaction, who: Person) -> None:
    """One client's leads are of nobody known any more; the person stays where others have them.

    Whoever works for that client does not learn whether others do: on a server these rows are not
    theirs to see, and what follows changes none of them.
    """
    nobody = sa.insert(contact).values(**_of_nobody(), erased_at=tx.now)
    fresh = tx.connection.execute(nobody.returning(contact.c.id)).scalar_one()
    of_client = lead.update().where(lead.c.id.in_(who.leads))
    tx.connection.execute(of_client.values(contact_id=fresh))
    has_them = sa.exists().where(lead.c.contact_id == contact.c.id)
    whole = sa.select(contact.c.company_id).where(contact.c.id == who.id, ~has_them)
    found = tx.connection.execute(whole).first()
    if found is None:
        return
    for table in (contact_phone, contact_email):
        tx.connection.execute(table.delete().where(table.c.contact_id == who.id))
    forget_people(tx, [who.id])
    tx.connection.execute(contact.delete().where(contact.c.id == who.id))
    if found.company_id is not None:
        drop_companies(tx, [found.company_id])


def _of_nobody() -> dict[str, Any]:
    values: dict[str, Any] = dict.fromkeys(_SAYS_WHO, "")
    return values | {"name": NAME, "languages": [], "zones": [], "company_id": None}


_SAYS_WHO = (
    *("first_name", "last_name", "name_key", "title", "city", "subdivision", "postcode"),
    *("country", "zone_basis", "fingerprint"),
)
