"""A CRM's table is described as data, and what it would not take is found before it is written."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoff_makers import LENA, SAM, a_brief, a_lead, a_package, an_item
from qualdesk.core.crm_profiles import CrmProfile, Field, check_profile
from qualdesk.core.crm_sources import (
    DAYS,
    SOURCES,
    TRANSFORMS,
    check_rows,
    fields_of,
    gaps_of,
    row_of,
)
from qualdesk.core.errors import DocumentRefused, ExportRefused
from qualdesk.core.handoff import HandoffItem, Package
from qualdesk.core.leads import Phone, PhoneKind, PhoneState


def a_profile(*fields: Field, **changed: object) -> CrmProfile:
    given: dict[str, object] = {
        "id": "ours",
        "name": "Our CRM",
        "target": "Our CRM",
        "fields": fields or (Field(heading="Last Name", source="last_name", required=True),),
        **changed,
    }
    return CrmProfile(**given)  # type: ignore[arg-type] - what a test changes


def checked(profile: CrmProfile) -> CrmProfile:
    return check_profile(profile, frozenset(SOURCES), frozenset(TRANSFORMS))


def cells(item: HandoffItem, profile: CrmProfile, package: Package | None = None) -> dict[str, str]:
    row = row_of(item, package or a_package(item), profile)
    headings = [field.heading for field in fields_of(profile)]
    return dict(zip(headings, row, strict=True))


def person(**changed: object) -> HandoffItem:
    lead = a_lead()
    contact = replace(lead.contact, **changed)  # type: ignore[arg-type] - what a test changes
    return an_item(lead=replace(lead, contact=contact))  # type: ignore[no-any-return] - a maker


@pytest.mark.parametrize("source", sorted(SOURCES))
def test_every_source_says_something_of_every_lead_or_nothing(source: str) -> None:
    """T2: whatever a profile names can be written, also for a lead hardly anything is known of."""
    bare = person(first_name="", last_name="", title="", company=None, phones=(), emails=())
    bare = replace(bare, calls=(), brief=a_brief(points=None, said=(), why=(), do_next=()))
    for item in (an_item(), bare):
        assert isinstance(SOURCES[source](item, a_package(item)), str)


def test_a_number_leaves_with_its_plus_and_the_mobile_is_told_apart() -> None:
    mobile = Phone(
        raw="07700 900123", e164="+447700900123", state=PhoneState.VALID, kind=PhoneKind.MOBILE
    )
    item = person(phones=(*a_lead().contact.phones, mobile))
    found = cells(
        item,
        a_profile(
            Field(heading="Phone", source="phone"),
            Field(heading="Second", source="second_phone"),
            Field(heading="Mobile", source="mobile"),
        ),
    )
    assert found["Phone"] == "+494066969100"
    assert found["Second"] == found["Mobile"] == "+447700900123"


def test_a_name_of_one_word_stands_in_the_last_name_alone() -> None:
    """Else a CRM would show “Katrin Katrin”."""
    profile = a_profile(
        Field(heading="First", source="first_name"), Field(heading="Last", source="last_name")
    )
    one = cells(person(name="Katrin", first_name="Katrin", last_name=""), profile)
    assert (one["First"], one["Last"]) == ("", "Katrin")
    both = cells(person(), profile)
    assert (both["First"], both["Last"]) == ("Katrin", "Albers")


def test_a_day_is_written_as_the_crm_wants_it() -> None:
    fields = (Field(heading="Called", source="call_date"), Field(heading="By", source="answer_by"))
    assert cells(an_item(), a_profile(*fields, dates="%d.%m.%Y"))["Called"] == "17.03.2026"
    assert cells(an_item(), a_profile(*fields))["By"] == "2026-03-24"
    assert cells(an_item(calls=()), a_profile(*fields, dates="%d.%m.%Y"))["Called"] == ""
    assert set(DAYS) <= set(SOURCES)


def test_the_way_back_is_always_there() -> None:
    """T4: without the id a CRM's answer could not be told whose it is."""
    item = an_item()
    assert cells(item, a_profile())["Lead ID"] == item.id
    theirs = a_profile(Field(heading="External ID", source="external_id"))
    assert cells(item, theirs) == {"External ID": "T-0017", "Lead ID": item.id}
    number = a_profile(Field(heading="LEAD ID", source="external_id"))
    assert cells(item, number) == {"LEAD ID": "T-0017", "qualdesk ID": item.id}
    own = a_profile(Field(heading="Our number", source="lead_id"))
    assert cells(item, own) == {"Our number": item.id}


def test_each_lead_names_its_own_receiver() -> None:
    profile = a_profile(Field(heading="Owner", source="receiver_email"))
    items = (an_item(), an_item(receiver=SAM))
    package = a_package(*items)
    assert [cells(one, profile, package)["Owner"] for one in items] == [LENA.email, SAM.email]


def test_the_description_holds_all_that_matters_in_one_text() -> None:
    said = SOURCES["description"](an_item(), a_package())
    for part in (
        "New ready-meal line",
        "Why: Real need: 4 h a week lost",
        "They said: We lose about four hours a week.",
        "Do next: Call Thu 19 Mar 2026",
        "Note: Speaks fast.",
        "Permission: Asked for a call at the stand.",
        "Batch: PackTech Expo 2026, batch 1",
    ):
        assert part in said
    assert "Money" not in said


def test_what_a_crm_needs_and_a_lead_lacks_is_named_by_column() -> None:
    """T1: known before anything is written."""
    profile = a_profile(
        Field(heading="Company", source="company", required=True),
        Field(heading="City", source="city", longest=3),
        Field(heading="Source", source="lead_source", allowed=("Webinar", "Other")),
    )
    whole = an_item(brief=a_brief(lead_id=8))
    package = a_package(person(company=None), whole)
    found = [(gap.heading, gap.says) for gap in gaps_of(package, profile)]
    assert found[:3] == [
        ("Company", "Our CRM needs “Company”."),
        ("City", "“City” has 7 letters, and Our CRM takes 3."),
        (
            "Source",
            "Our CRM does not know “Trade show” as “Source”. It knows: Webinar, Other.",
        ),
    ]
    assert {gap.lead_id for gap in gaps_of(package, profile)[3:]} == {8}
    assert gaps_of(a_package(), a_profile()) == ()


def test_one_of_several_columns_may_be_enough() -> None:
    profile = a_profile(
        Field(heading="Person", source="full_name"),
        Field(heading="Organization", source="company"),
        needs_one_of=("Person", "Organization"),
    )
    assert gaps_of(a_package(person(company=None)), profile) == ()
    assert gaps_of(a_package(person(name="")), profile) == ()
    (gap,) = gaps_of(a_package(person(name="", company=None)), profile)
    assert gap.says == "Our CRM needs one of these: Person, Organization."


def test_more_leads_than_a_file_may_hold_are_refused_with_both_figures() -> None:
    check_rows(a_profile(most_rows=50_000), 50_000)
    check_rows(a_profile(), 1_000_000)
    with pytest.raises(ExportRefused, match=r"50,001 leads.*50,000 at most"):
        check_rows(a_profile(most_rows=50_000), 50_001)


@pytest.mark.parametrize(
    ("profile", "says"),
    [
        (a_profile(id="Our CRM"), "id: Write a short name"),
        (a_profile(id=""), "id: Write a short name"),
        (a_profile(id="../x"), "id: Write a short name"),
        (a_profile(name=" "), "name: Give it a name"),
        (replace(a_profile(), fields=()), "field: Write at least one column"),
        (
            a_profile(Field(heading="A", source="city"), Field(heading="a", value="x")),
            "A: There are two columns of this name",
        ),
        (a_profile(needs_one_of=("B",)), "B: There is no column of this name"),
        (a_profile(most_rows=0), "most_rows: Write how many leads"),
        (a_profile(dates="%d.%m."), "dates: A day needs"),
        (a_profile(dates="%H:%M"), "dates: A day needs"),
        (a_profile(dates="%Y-%m-%d %Q"), "dates: A day needs"),
        (a_profile(dates=""), "dates: A day needs"),
        (a_profile(Field(heading="", source="city")), "heading: Write the column's name"),
        (a_profile(Field(heading="A\nB", source="city")), "Write the column's name"),
        (a_profile(Field(heading="A")), "A: Write either a source or a value"),
        (a_profile(Field(heading="A", source="city", value="x")), "A: Write either"),
        (a_profile(Field(heading="A", source="shoe_size")), "A: There is no source “shoe_size”"),
        (
            a_profile(Field(heading="A", source="city", transform="shout")),
            "A: There is no transform “shout”",
        ),
        (a_profile(Field(heading="A", source="city", longest=0)), "A: The longest text has 1"),
    ],
)
def test_a_table_that_cannot_be_made_is_refused_by_column(profile: CrmProfile, says: str) -> None:
    with pytest.raises(DocumentRefused) as refused:
        checked(profile)
    assert says in str(refused.value)
    assert refused.value.problems


@given(st.text(max_size=12))
def test_any_way_to_write_days_is_taken_or_refused(dates: str) -> None:
    try:
        profile = checked(a_profile(Field(heading="By", source="answer_by"), dates=dates))
    except DocumentRefused:
        return
    assert "2026" in cells(an_item(), profile)["By"]
