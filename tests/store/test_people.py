"""People in the workspace: kept whole, found again by exact keys, learnt about."""

import pytest

from makers import make_contact
from qualdesk.core.errors import NotFound
from qualdesk.core.ids import ContactId
from qualdesk.core.leads import Company, Contact, Phone, PhoneKind, PhoneState
from qualdesk.core.phones import read_phones
from qualdesk.store.database import Store
from qualdesk.store.people import (
    add_contact,
    add_email,
    add_phone,
    load_contact,
    load_contacts,
    same_person,
    set_phone_state,
)

BROKEN = Phone(raw="12345", state=PhoneState.BROKEN, note="Too short.")
ANNA = Contact(
    name="Anna Berg",
    first_name="Anna",
    last_name="Berg",
    title="Buyer",
    company=Company(name="Elbkorn GmbH", about="Ready meals"),
    phones=(*read_phones("030 23125 417 ext 12", region="DE", kind=PhoneKind.DIRECT), BROKEN),
    emails=("Anna.Berg+fair@elbkorn.example", "a@berg.example"),
    city="Berlin",
    subdivision="BE",
    postcode="10115",
    country="DE",
    languages=("German",),
    zones=("Europe/Berlin",),
    zone_basis="by their address",
)


def test_a_person_is_kept_whole(store: Store) -> None:
    with store.transaction() as tx:
        new = add_contact(tx, ANNA)
    with store.reading() as tx:
        kept = load_contact(tx, new)
    assert kept.id == new
    assert kept.company is not None
    assert (kept.company.name, kept.company.about) == ("Elbkorn GmbH", "Ready meals")
    for name in ("name", "first_name", "title", "phones", "emails", "city", "subdivision"):
        assert getattr(kept, name) == getattr(ANNA, name), name
    for name in ("postcode", "country", "languages", "zones", "zone_basis"):
        assert getattr(kept, name) == getattr(ANNA, name), name


def test_a_person_nobody_has_is_said_to_be_missing(store: Store) -> None:
    with store.reading() as tx:
        assert load_contacts(tx, [ContactId(7)]) == {}
        with pytest.raises(NotFound, match="number 7"):
            load_contact(tx, ContactId(7))


def test_a_company_is_one_company_in_every_spelling(store: Store) -> None:
    with store.transaction() as tx:
        ids = [
            add_contact(tx, Contact(name=f"P {n}", company=Company(name=name)))
            for n, name in enumerate(("Elbkorn GmbH", "ELBKORN", "Elbkorn G.m.b.H.", "Other Ltd"))
        ]
        people = load_contacts(tx, ids)
    companies = [people[one].company for one in ids]
    assert len({company.id for company in companies if company}) == 2
    assert {company.name for company in companies if company} == {"Elbkorn GmbH", "Other Ltd"}


def test_many_people_are_loaded_at_once_in_any_number(store: Store) -> None:
    with store.transaction() as tx:
        ids = [make_contact(tx) for _ in range(30)]
        people = load_contacts(tx, [*ids, ids[0]] * 40)
    assert set(people) == set(ids)
    assert all(len(person.phones) == 1 for person in people.values())


@pytest.mark.parametrize(
    "other",
    [
        Contact(name="Berg, Anna", phones=read_phones("+49 30 23125417 x12")),
        Contact(name="", phones=read_phones("0049 30 23125 417 ext. 12")),
        Contact(name="A. Berg", emails=("ANNA.BERG@elbkorn.example",)),
        Contact(name="anna berg", company=Company(name="elbkorn")),
    ],
)
def test_a_person_is_found_again_by_each_key(store: Store, other: Contact) -> None:
    with store.transaction() as tx:
        make_contact(tx)
        new = add_contact(tx, ANNA)
        assert same_person(tx, other) == new


@pytest.mark.parametrize(
    "other",
    [
        Contact(name="Bruno Thal", phones=read_phones("+49 30 23125417 x12")),
        Contact(name="Anna Berg", phones=read_phones("+49 30 23125417 x13")),
        Contact(name="Bruno Thal", emails=("a@berg.example",)),
        Contact(name="Anna Berg", company=Company(name="Another")),
        Contact(name="Anna Berg"),
    ],
)
def test_a_household_is_not_one_person(store: Store, other: Contact) -> None:
    with store.transaction() as tx:
        add_contact(tx, ANNA)
        assert same_person(tx, other) is None


def test_of_several_matches_the_one_who_shares_most_is_meant(store: Store) -> None:
    number, mail = read_phones("+4930231254170"), "x@y.example"
    with store.transaction() as tx:
        first = add_contact(tx, Contact(name="Anna Berg", phones=number))
        fuller = add_contact(tx, Contact(name="Anna Berg", phones=number, emails=(mail,)))
        assert same_person(tx, Contact(name="Anna Berg", phones=number)) == first
        assert same_person(tx, Contact(name="A. Berg", phones=number, emails=(mail,))) == fuller


def test_a_further_number_comes_behind_and_the_same_one_not_twice(store: Store) -> None:
    more = read_phones("040 66969 214", region="DE")[0]
    with store.transaction() as tx:
        new = add_contact(tx, ANNA)
        for phone in (more, more, BROKEN):
            add_phone(tx, new, phone)
        add_email(tx, new, "anna.berg@ELBKORN.example")
        add_email(tx, new, "third@berg.example")
        kept = load_contact(tx, new)
    assert [phone.raw for phone in kept.phones] == [ANNA.phones[0].raw, more.raw, BROKEN.raw]
    assert kept.emails == (*ANNA.emails, "third@berg.example")


def test_what_is_learnt_about_a_number_is_kept(store: Store) -> None:
    number = ANNA.phones[0].e164
    with store.transaction() as tx:
        new = add_contact(tx, ANNA)
        set_phone_state(tx, new, number, PhoneState.OUT_OF_SERVICE, "Dead since Tuesday.")
        kept = load_contact(tx, new)
    learnt = next(phone for phone in kept.phones if phone.e164 == number)
    assert (learnt.state, learnt.note) == (PhoneState.OUT_OF_SERVICE, "Dead since Tuesday.")
    assert kept.dialable == ()


def test_somebody_without_a_name_is_still_called_something(store: Store) -> None:
    """O2: a number is enough to be a lead; a list must not show an empty line for it."""
    with store.transaction() as tx:
        works = add_contact(tx, Contact(name="", company=Company(name="Elbkorn Foods")))
        mails = add_contact(tx, Contact(name="", emails=("info@elbkorn.example",)))
        nothing = add_contact(tx, Contact(name=""))
        named = {
            one: found.name for one, found in load_contacts(tx, [works, mails, nothing]).items()
        }
    assert named == {
        works: "Someone at Elbkorn Foods",
        mails: "info@elbkorn.example",
        nothing: "No name",
    }
