"""People and their companies: loading, adding, what is learnt about a number."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.identity import Keys, company_key, email_key, keys_of
from qualdesk.core.ids import CompanyId, ContactId, LeadId
from qualdesk.core.leads import Company, Contact, Phone, PhoneKind, PhoneState
from qualdesk.core.wording import tr
from qualdesk.store.acts import act
from qualdesk.store.bulk import chunks, insert_many, rows_with
from qualdesk.store.columns import Gathered
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row, quick_rows, quick_write
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact, contact_email, contact_phone
from qualdesk.store.stacks import sort_person
from qualdesk.store.suppression import Fingerprints, fingerprints

CONTACT = (
    *("name", "first_name", "last_name", "name_key", "title"),
    *("city", "subdivision", "postcode", "country"),
    *("languages", "zones", "zone_basis", "fingerprint"),
)
PHONE = ("raw", "state", "e164", "extension", "kind", "shown", "region", "note", "fingerprint")
EMAIL = ("address", "key", "fingerprint")


def load_contact(tx: Transaction, contact_id: ContactId) -> Contact:
    """The person with that number.

    Raises:
        NotFound: there is none.
    """
    found = load_contacts(tx, [contact_id])
    if contact_id not in found:
        raise NotFound(tr("There is no person number {number}.", number=contact_id))
    return found[contact_id]


def load_contacts(tx: Transaction, ids: Sequence[ContactId]) -> dict[ContactId, Contact]:
    """The people with these numbers, whole: company, numbers best first, addresses."""
    wanted = list(dict.fromkeys(ids))
    return _whole(row for some in chunks(wanted) for row in quick_rows(tx, _OF_IDS, {"of": some}))


def contact_of(tx: Transaction, lead_id: LeadId) -> dict[ContactId, Contact]:
    """The person whom a lead is about, whole: asked by the lead, so that it can be foreseen."""
    return _whole(quick_rows(tx, OF_LEAD, {"of_lead": lead_id}))


def _whole(people: Iterable[Any]) -> dict[ContactId, Contact]:
    return {
        ContactId(row.id): _contact(
            row,
            _works_at(row),
            # By their place, and of two at the same the older first.
            [_phone(*said) for _, _, *said in sorted(row.phones or (), key=itemgetter(0, 1))],
            [address for _, address in sorted(row.emails or ())],
        )
        for row in people
    }


def add_contact(tx: Transaction, one: Contact) -> ContactId:
    """Add a person with their numbers and addresses; the company is found by name, or added."""
    from qualdesk.store.search_words import keep_name

    prints = fingerprints(tx)
    key = company_key(one.company_name)
    works_at = {key: (one.company_name, one.company.about)} if key and one.company else {}
    company_id = companies_of(tx, works_at, prints).get(key)
    values: dict[str, Any] = dict(zip(CONTACT, values_of(one, keys_of(one), prints), strict=True))
    values |= {"languages": one.languages, "zones": one.zones, "company_id": company_id}
    new_id = ContactId(tx.connection.execute(_ADD_PERSON, values).scalar_one())
    keep_name(tx, new_id, keys_of(one).name)
    for phone in one.phones:
        add_phone(tx, new_id, phone)
    for address in one.emails:
        add_email(tx, new_id, address)
    return new_id


def same_person(tx: Transaction, one: Contact) -> ContactId | None:
    """The person in the workspace who is this one by exact keys, None when there is none."""
    from qualdesk.store.matches import person_like

    return person_like(tx, keys_of(one))


def has_line(tx: Transaction, contact_id: ContactId) -> bool:
    """Whether there is a number of this person's that may be dialled."""
    return quick_row(tx, _HAS_LINE, {"contact_id": contact_id}) is not None


def add_phone(tx: Transaction, contact_id: ContactId, phone: Phone) -> bool:
    """Add a number to a person, behind those they have; one they have already stays as it is.

    Whether they have it now: on a team's server a caller adds nothing to whom they have nothing
    to do with.
    """
    from qualdesk.store.keyed_lists import stop_new_number

    mine = {"contact_id": contact_id, "number": phone.e164 or phone.raw}
    mine["extension"] = phone.extension
    known = quick_row(tx, _NUMBERS, mine)
    if known.same:
        return True
    values = dict(zip(PHONE, phone_values(phone, fingerprints(tx)), strict=True))
    added = {"contact_id": contact_id, "position": known.there, **values}
    if not quick_write(tx, _ADD_PHONE, added):
        return False
    stop_new_number(tx, contact_id, phone.e164)
    sort_person(tx, contact_id)
    return True


def add_email(tx: Transaction, contact_id: ContactId, address: str) -> bool:
    """Add an address to a person unless they have it, in any spelling; whether they have it now."""
    known = quick_row(tx, _ADDRESSES, {"contact_id": contact_id, "key": email_key(address)})
    if known.same:
        return True
    values = dict(zip(EMAIL, email_values(address, fingerprints(tx)), strict=True))
    added = {"contact_id": contact_id, "position": known.there, **values}
    return bool(quick_write(tx, _ADD_EMAIL, added))


def put_number_last(tx: Transaction, contact_id: ContactId, e164: str) -> None:
    """Dial the person's other numbers before this one from now on."""
    quick_write(tx, _PUT_LAST, {"of_contact": contact_id, "number": e164})


def set_phone_state(
    tx: Transaction, contact_id: ContactId, e164: str, state: PhoneState, note: str = ""
) -> None:
    """Keep what was learnt about a number: out of service, another person's ..."""
    said = {"state": state.value, "note": note}
    quick_write(tx, _SAY_OF_NUMBER, {"of_contact": contact_id, "number": e164, **said})
    sort_person(tx, contact_id)


def companies_of(
    tx: Transaction, named: Mapping[str, tuple[str, str]], prints: Fingerprints
) -> dict[str, CompanyId]:
    """The companies with these keys; new ones are added with their name and what they do."""
    from qualdesk.store.search_words import keep_companies

    columns = [company.c.id, company.c.key]
    found = {
        row.key: CompanyId(row.id) for row in rows_with(tx, columns, company.c.key, list(named))
    }
    new = [key for key in named if key not in found]
    ids = tx.dialect.new_ids(tx.connection, company, len(new)) if new else ()
    rows = [
        (new_id, *named[key], key, prints.company(key))
        for new_id, key in zip(ids, new, strict=True)
    ]
    insert_many(tx, company, ("id", "name", "about", "key", "fingerprint"), rows)
    keep_companies(tx, zip(ids, new, strict=True))
    return found | {row[3]: CompanyId(row[0]) for row in rows}


def values_of(one: Contact, keys: Keys, prints: Fingerprints) -> tuple[str, ...]:
    """A person as the table keeps them, in the order of ``CONTACT``."""
    return (
        one.name,
        one.first_name,
        one.last_name,
        keys.name,
        one.title,
        one.city,
        one.subdivision,
        one.postcode,
        one.country,
        _words_json(one.languages),
        _words_json(one.zones),
        one.zone_basis,
        prints.person(keys.name, keys.company),
    )


def phone_values(phone: Phone, prints: Fingerprints) -> tuple[str, ...]:
    """A number as the table keeps it, in the order of ``PHONE``."""
    return (
        phone.raw,
        phone.state.value,
        phone.e164,
        phone.extension,
        phone.kind.value,
        phone.shown,
        phone.region,
        phone.note,
        prints.number(phone.e164),
    )


def email_values(address: str, prints: Fingerprints) -> tuple[str, str, str]:
    """An address as the table keeps it, in the order of ``EMAIL``."""
    key = email_key(address)
    return address, key, prints.email(key)


@lru_cache(maxsize=1024)
def _words_json(words: tuple[str, ...]) -> str:
    return json.dumps(words)


def _phone(*said: str) -> Phone:
    """A number from its columns in the order of ``_OF_PHONE``."""
    raw, state, e164, extension, kind, kept, region, note = said
    return Phone(
        raw=raw,
        state=PhoneState(state),
        e164=e164,
        extension=extension,
        kind=PhoneKind(kind),
        shown=kept or (_shown(e164, extension) if e164 else ""),
        region=region,
        note=note,
    )


def _shown(e164: str, extension: str) -> str:
    # Numbers are kept as they are shown; the library of numbers is for those that were not.
    from qualdesk.core.phones import shown

    return shown(e164, extension)


def _works_at(row: Any) -> Company | None:
    # A company that whoever asks does not see has no name for them, and is none.
    if row.works_at is None:
        return None
    return Company(id=CompanyId(row.company_id), name=row.works_at, about=row.about)


def _contact(
    row: sa.Row[Any],
    works_at: Company | None,
    phones: Iterable[Phone],
    emails: Iterable[str],
) -> Contact:
    # A number that can be dialled comes before one that cannot, otherwise as they were given.
    numbers = tuple(sorted(phones, key=lambda phone: not phone.state.is_dialable))
    addresses = tuple(emails)
    return Contact(
        id=ContactId(row.id),
        name=row.name or _name_for(works_at, numbers, addresses),
        first_name=row.first_name,
        last_name=row.last_name,
        title=row.title,
        company=works_at,
        phones=numbers,
        emails=addresses,
        city=row.city,
        subdivision=row.subdivision,
        postcode=row.postcode,
        country=row.country,
        languages=tuple(row.languages or ()),
        zones=tuple(row.zones or ()),
        zone_basis=row.zone_basis,
    )


def _name_for(
    works_at: Company | None, numbers: tuple[Phone, ...], addresses: tuple[str, ...]
) -> str:
    """What a person is called on screens whose name nobody knows: never an empty line."""
    if works_at:
        return tr("Someone at {company}", company=works_at.name)
    known = (*addresses, *(phone.shown or phone.raw for phone in numbers))
    return next(iter(known), tr("No name"))


def _explicit(table: sa.Table, *names: str) -> sa.Insert:
    return table.insert().values({name: sa.bindparam(name) for name in names})


def _there_and_same(is_same: sa.ColumnElement[bool]) -> list[sa.ColumnElement[Any]]:
    same = sa.func.count(sa.case((is_same, 1)))
    return [sa.func.count().label("there"), same.label("same")]


def _all_of(table: sa.Table, *names: str) -> sa.Label[Any]:
    """A person's rows of a table, with these columns."""
    rows = sa.select(Gathered(*(table.c[name] for name in names)))
    theirs = rows.where(table.c.contact_id == contact.c.id).correlate(contact)
    return theirs.scalar_subquery().label(f"{table.name.removeprefix('contact_')}s")


# Built once, and all of a person in one look: every step of a call needs it.
_OF_PHONE = ("raw", "state", "e164", "extension", "kind", "shown", "region", "note")
_OF: sa.BindParameter[list[int]] = sa.bindparam("of", expanding=True)
_PEOPLE = sa.select(
    contact,
    company.c.name.label("works_at"),
    company.c.about,
    _all_of(contact_phone, "position", "id", *_OF_PHONE),
    _all_of(contact_email, "position", "address"),
).join_from(contact, company, company.c.id == contact.c.company_id, isouter=True)
_OF_IDS = _PEOPLE.where(contact.c.id.in_(_OF))
_ABOUT = sa.select(lead.c.contact_id).where(lead.c.id == sa.bindparam("of_lead"))
# One number and not “in” some: rules for rows would be asked of everybody first.
OF_LEAD = _PEOPLE.where(contact.c.id == _ABOUT.scalar_subquery())
_OF_PERSON = contact_phone.c.contact_id == sa.bindparam("contact_id")
# Who is named on a call has no lead in anybody's hand yet, or one that somebody else has: what
# is added to them lies beyond, and only numbers of rows come back.
_ADD_PERSON = act(
    "add_person", _explicit(contact, "company_id", *CONTACT).returning(contact.c.id), beyond=True
)
# To whom nobody calls yet, whom they had in hand, or who is at a company they just talked to.
_MAY_ADD = "act.may_add_to(:contact_id)"
_ADD_PHONE = act(
    "add_number",
    _explicit(contact_phone, "contact_id", "position", *PHONE),
    beyond=True,
    only=_MAY_ADD,
)
_ADD_EMAIL = act(
    "add_address",
    _explicit(contact_email, "contact_id", "position", *EMAIL),
    beyond=True,
    only=_MAY_ADD,
)
_HAS_LINE = act(
    "person_has_line",
    sa.select(contact_phone.c.id)
    .where(
        _OF_PERSON, contact_phone.c.state.in_([one.value for one in PhoneState if one.is_dialable])
    )
    .limit(1),
    beyond=True,
)
_written = sa.case((contact_phone.c.e164 == "", contact_phone.c.raw), else_=contact_phone.c.e164)
_IS_SAME_NUMBER = sa.and_(
    _written == sa.bindparam("number"),
    contact_phone.c.extension == sa.bindparam("extension"),
)
_NUMBERS = act(
    "numbers_there",
    sa.select(*_there_and_same(_IS_SAME_NUMBER)).where(_OF_PERSON),
    beyond=True,
)
_ADDRESSES = act(
    "addresses_there",
    sa.select(*_there_and_same(contact_email.c.key == sa.bindparam("key"))).where(
        contact_email.c.contact_id == sa.bindparam("contact_id")
    ),
    beyond=True,
)
_THIS_NUMBER = (
    contact_phone.c.contact_id == sa.bindparam("of_contact"),
    contact_phone.c.e164 == sa.bindparam("number"),
)
_OTHERS = contact_phone.alias("others")
_PUT_LAST = act(
    "put_number_last",
    contact_phone.update()
    .where(*_THIS_NUMBER)
    .values(
        position=sa.select(sa.func.max(_OTHERS.c.position) + 1)
        .where(_OTHERS.c.contact_id == sa.bindparam("of_contact"))
        .scalar_subquery()
    ),
)
_SAY_OF_NUMBER = act(
    "say_of_number",
    contact_phone.update()
    .where(*_THIS_NUMBER)
    .values(state=sa.bindparam("state"), note=sa.bindparam("note")),
)
