"""Finding leads by what somebody types: a part of a name, of a company, or of a number."""

import re

import sqlalchemy as sa

from qualdesk.core.ids import LeadId
from qualdesk.store.clients import apart_in_file, of
from qualdesk.store.database import Transaction
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact, contact_phone

# Whoever gets more than this types another letter.
MOST = 5_000
# Fewer digits are in nearly every number.
_DIGITS = 3


def leads_with(tx: Transaction, text: str) -> list[LeadId]:
    """The leads of people whose name, company or number holds the text, at most :data:`MOST`.

    Capitals do not count; of a number only its digits do, and a leading zero is left out, so
    that it is found however it is written. Each kind is read from its own index from end to
    end, without the people themselves.
    """
    wanted = " ".join(text.split()).casefold()
    if not wanted:
        return []
    employers = sa.select(company.c.id).where(company.c.key.contains(wanted, autoescape=True))
    people = [
        sa.select(contact.c.id).where(contact.c.name_key.contains(wanted, autoescape=True)),
        sa.select(contact.c.id).where(contact.c.company_id.in_(employers.limit(MOST))),
    ]
    digits = re.sub(r"\D", "", wanted).lstrip("0")
    if len(digits) >= _DIGITS and not re.search(r"[^\W\d]", wanted):
        number = contact_phone.c.e164.contains(digits, autoescape=True)
        people.append(sa.select(contact_phone.c.contact_id).where(number))
    found: dict[int, None] = {}
    for query in people:
        found.update(dict.fromkeys(tx.connection.scalars(query.limit(MOST))))
    return _leads_of(tx, list(found)[:MOST])


def leads_of_caller(tx: Transaction, caller: str) -> list[LeadId]:
    """The leads a caller holds, has promised to call back, or is to get next."""
    found: dict[int, None] = {}
    for mine in (
        lead.c.claimed_by == caller,
        sa.and_(lead.c.due_at.is_not(None), lead.c.callback_owner == caller),
        sa.and_(lead.c.pushed_to != "", lead.c.pushed_to == caller),
    ):
        found.update(dict.fromkeys(tx.connection.scalars(sa.select(lead.c.id).where(mine))))
    return [LeadId(lead_id) for lead_id in found]


def _leads_of(tx: Transaction, people: list[int]) -> list[LeadId]:
    found: list[LeadId] = []
    mine = apart_in_file(tx)
    for start in range(0, len(people), _AT_ONCE):
        theirs = sa.select(lead.c.id).where(lead.c.contact_id.in_(people[start : start + _AT_ONCE]))
        found += map(LeadId, tx.connection.scalars(theirs.where(of(lead, mine))))
    return found


_AT_ONCE = 500
