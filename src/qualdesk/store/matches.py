"""Finding people who are known already, by exact keys and through indexes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import sqlalchemy as sa

from qualdesk.core.identity import Keys, number_key, same_person
from qualdesk.core.ids import CampaignId, ContactId
from qualdesk.store.bulk import chunks, rows_with
from qualdesk.store.database import Transaction
from qualdesk.store.schema import (
    company,
    contact,
    contact_email,
    contact_phone,
    intake_row,
    lead,
    lead_list,
)


def people_with(tx: Transaction, keys: Collection[str]) -> dict[str, set[ContactId]]:
    """Who has each of these keys, as :meth:`Keys.each` writes them. Keys of nobody are left out."""
    found: defaultdict[str, set[ContactId]] = defaultdict(set)
    numbers = {key[2:].partition("x")[0] for key in keys if key.startswith("n:")}
    phone = contact_phone.c
    for row in rows_with(tx, [phone.contact_id, phone.e164, phone.extension], phone.e164, numbers):
        found[f"n:{number_key(row.e164, row.extension)}"].add(ContactId(row.contact_id))
    emails = {key[2:] for key in keys if key.startswith("e:")}
    email = contact_email.c
    for row in rows_with(tx, [email.contact_id, email.key], email.key, emails):
        found[f"e:{row.key}"].add(ContactId(row.contact_id))
    names = {key[2:].partition("|")[0] for key in keys if key.startswith("p:")}
    for some in chunks(names):
        query = (
            sa.select(contact.c.id, contact.c.name_key, company.c.key)
            .join(company, company.c.id == contact.c.company_id)
            .where(contact.c.name_key.in_(some))
        )
        for person, name, works_at in tx.connection.execute(query):
            found[f"p:{name}|{works_at}"].add(ContactId(person))
    return {key: found[key] for key in keys if key in found}


def keys_of_people(tx: Transaction, ids: Collection[ContactId]) -> dict[ContactId, Keys]:
    """The keys of people who are known already."""
    numbers: defaultdict[int, set[str]] = defaultdict(set)
    phone = contact_phone.c
    for row in rows_with(
        tx, [phone.contact_id, phone.e164, phone.extension], phone.contact_id, ids
    ):
        if row.e164:
            numbers[row.contact_id].add(number_key(row.e164, row.extension))
    emails: defaultdict[int, set[str]] = defaultdict(set)
    email = contact_email.c
    for row in rows_with(tx, [email.contact_id, email.key], email.contact_id, ids):
        emails[row.contact_id].add(row.key)
    known = {}
    for some in chunks(ids):
        query = (
            sa.select(contact.c.id, contact.c.name_key, company.c.key)
            .outerjoin(company, company.c.id == contact.c.company_id)
            .where(contact.c.id.in_(some))
        )
        for person, name, works_at in tx.connection.execute(query):
            known[ContactId(person)] = Keys(
                name=name,
                company=works_at or "",
                numbers=frozenset(numbers[person]),
                emails=frozenset(emails[person]),
            )
    return known


def who_is(
    keys: Keys, having: Mapping[str, Iterable[ContactId]], known: Mapping[ContactId, Keys]
) -> ContactId | None:
    """The known person these keys are of, None when it is somebody new.

    When several would do, the one who shares the most keys; of equals, who was there first.
    """
    candidates = {one for key in keys.each() for one in having.get(key, ())}
    same = [one for one in candidates if same_person(keys, known[one])]
    mine = set(keys.each())
    return min(
        same, key=lambda one: (-len(mine.intersection(known[one].each())), one), default=None
    )


def people_of_rows(
    tx: Transaction, campaign_id: CampaignId, hashes: Collection[str]
) -> dict[str, list[ContactId]]:
    """Who the same row was in an earlier list of the campaign, in the order they came."""
    found: defaultdict[str, list[ContactId]] = defaultdict(list)
    for some in chunks(hashes):
        query = (
            sa.select(intake_row.c.row_hash, lead.c.contact_id)
            .join(lead_list, lead_list.c.id == intake_row.c.list_id)
            .join(lead, lead.c.id == intake_row.c.lead_id)
            .where(
                # Said again, so that the index over rows with a hash is the one that is used.
                intake_row.c.row_hash != "",
                intake_row.c.row_hash.in_(some),
                lead_list.c.campaign_id == campaign_id,
                lead_list.c.state == "published",
            )
            .order_by(intake_row.c.lead_id)
        )
        for row_hash, person in tx.connection.execute(query):
            if person not in found[row_hash]:
                found[row_hash].append(ContactId(person))
    return dict(found)
