"""Finding people who are known already, by exact keys and through indexes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from qualdesk.core.identity import Keys, number_key, same_person
from qualdesk.core.ids import CampaignId, ContactId
from qualdesk.core.searching import kept_words
from qualdesk.store.acts import act
from qualdesk.store.bulk import chunks, rows_with
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_rows
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_lists import intake_row, lead_list
from qualdesk.store.schema_people import company, contact, contact_email, contact_phone, name_word


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


def person_like(tx: Transaction, keys: Keys) -> ContactId | None:
    """The known person these keys are of, None when it is somebody new.

    Of who is known no more is asked for than what they share with these keys, and their name
    where a word of it is among them: in a team a caller asks, who may not look people up.
    """
    numbers: defaultdict[ContactId, set[str]] = defaultdict(set)
    emails: defaultdict[ContactId, set[str]] = defaultdict(set)
    found: dict[ContactId, Any] = {}
    named = {"name": keys.name, "words": list(kept_words(keys.name))}
    asked = {one.partition("x")[0] for one in keys.numbers}
    for row in quick_rows(tx, _BY_NUMBER, {**named, "numbers": sorted(asked)}):
        numbers[row.id].add(number_key(row.e164, row.extension))
        found[row.id] = row
    for row in quick_rows(tx, _BY_EMAIL, {**named, "emails": sorted(keys.emails)}):
        emails[row.id].add(row.key)
        found[row.id] = row
    if keys.name and keys.company:
        at = {"name": keys.name, "company": keys.company}
        found |= {row.id: row for row in quick_rows(tx, _BY_NAME, at)}
    known = {
        ContactId(number): Keys(
            name=row.name_key,
            company=row.company_key or "",
            numbers=frozenset(numbers[number]),
            emails=frozenset(emails[number]),
        )
        for number, row in found.items()
    }
    having: defaultdict[str, set[ContactId]] = defaultdict(set)
    for number, theirs in known.items():
        for key in theirs.each():
            having[key].add(number)
    return who_is(keys, having, known)


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


_NAME = sa.bindparam("name", type_=sa.Text)
_WORDS: sa.BindParameter[Any] = sa.bindparam("words", expanding=True, type_=sa.Text())
_NUMBERS: sa.BindParameter[list[str]] = sa.bindparam("numbers", expanding=True)
_EMAILS: sa.BindParameter[list[str]] = sa.bindparam("emails", expanding=True)
# Whose name shares no word with the one that is asked for is somebody else, see `names_agree`:
# who knows a number alone learns nobody's name by it. No name agrees with any, and shows none.
_MAY_BE = sa.or_(
    _NAME == "",
    contact.c.name_key.in_(["", _NAME]),
    sa.exists().where(name_word.c.contact_id == contact.c.id, name_word.c.word.in_(_WORDS)),
)
_SHOWN = (
    contact.c.id,
    sa.case((_NAME == "", ""), else_=contact.c.name_key).label("name_key"),
    company.c.key.label("company_key"),
)
_BY_NUMBER = act(
    "people_of_numbers",
    sa.select(*_SHOWN, contact_phone.c.e164, contact_phone.c.extension)
    .join_from(contact_phone, contact, contact.c.id == contact_phone.c.contact_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
    .where(contact_phone.c.e164.in_(_NUMBERS), _MAY_BE),
    beyond=True,
)
_BY_EMAIL = act(
    "people_of_emails",
    sa.select(*_SHOWN, contact_email.c.key)
    .join_from(contact_email, contact, contact.c.id == contact_email.c.contact_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
    .where(contact_email.c.key.in_(_EMAILS), _MAY_BE),
    beyond=True,
)
_BY_NAME = act(
    "people_of_name",
    sa.select(contact.c.id, contact.c.name_key, company.c.key.label("company_key"))
    .join(company, company.c.id == contact.c.company_id)
    .where(contact.c.name_key == _NAME, company.c.key == sa.bindparam("company")),
    beyond=True,
)
