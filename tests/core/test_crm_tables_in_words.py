"""A CRM's table is changed column by column, and says in words who would not fit (T2)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoff_makers import a_brief, a_lead, a_package, an_item
from qualdesk.core.crm_profiles import CrmProfile, Field, check_profile
from qualdesk.core.crm_sources import SOURCES, TRANSFORMS, gaps_of, misfit_of, row_of
from qualdesk.core.crm_table_edits import Need, copy_of, moved, need_of, with_field, without
from qualdesk.core.crm_table_words import (
    SOURCE_WORDS,
    TRANSFORM_WORDS,
    look_at,
    rule_words,
    source_words,
    transform_words,
)
from qualdesk.core.handoff import HandoffItem
from qualdesk.core.ids import LeadId

PERSON = Field(heading="Person", source="full_name")
FIRM = Field(heading="Firm", source="company")
CITY = Field(heading="City", source="city")
OURS = CrmProfile(
    id="ours",
    name="Ours",
    target="Our CRM",
    fields=(PERSON, FIRM, CITY),
    needs_one_of=("Person", "Firm"),
)
headings = st.sampled_from(["Person", "Firm", "City", "Town", "Note"])


def checked(profile: CrmProfile) -> CrmProfile:
    return check_profile(profile, frozenset(SOURCES), frozenset(TRANSFORMS))


def somebody(number: int, **changed: object) -> HandoffItem:
    lead = a_lead()
    contact = replace(lead.contact, **changed)  # type: ignore[arg-type] - what a test changes
    return an_item(  # type: ignore[no-any-return] - a maker
        lead=replace(lead, contact=contact),
        brief=a_brief(lead_id=LeadId(number), name=f"L{number}"),
    )


def test_everything_a_column_can_hold_has_words_and_no_other() -> None:
    assert set(SOURCE_WORDS) == set(SOURCES)
    assert set(TRANSFORM_WORDS) == {"", *TRANSFORMS}
    said = [source_words(source) for source in SOURCES]
    assert len(set(said)) == len(said)
    assert len({transform_words(one) for one in TRANSFORM_WORDS}) == len(TRANSFORM_WORDS)


def test_who_would_not_fit_is_said_in_a_sentence_for_each_column() -> None:
    """T2: before anything is written, as “3 leads lack Last Name”."""
    profile = replace(
        OURS,
        fields=(
            Field(heading="Last Name", source="last_name", required=True),
            Field(heading="City", source="city", longest=3),
            Field(heading="Source", source="lead_source", allowed=("Webinar",)),
        ),
        needs_one_of=(),
        most_rows=1,
    )
    nameless = {"name": "", "last_name": "", "first_name": ""}
    people = [somebody(number, city="Ulm", **nameless) for number in (1, 2, 3)]
    look = look_at(
        a_package(*people, somebody(4, city="Hamburg"), somebody(5, city="Ulm")), profile
    )
    assert look.says == (
        "5 leads have a “Source” that Our CRM does not know.",
        "3 leads lack “Last Name”.",
        "“City” is too long for Our CRM with 1 lead.",
    )
    assert look.by_heading == {
        "Source": "not known for 5 leads",
        "Last Name": "3 leads lack it",
        "City": "too long for 1 lead",
    }
    known = replace(profile, fields=(CITY,))
    (says,) = look_at(a_package(*people), known).says
    assert says.startswith("These are 3 leads, and a file for Ours holds 1 at most.")


def test_the_first_lead_is_shown_as_its_row_will_stand() -> None:
    package = a_package(somebody(1), somebody(2, city="Ulm"))
    look = look_at(package, OURS)
    assert look.first == row_of(package.items[0], package, OURS)
    assert (look.first[0], look.leads, look.says) == ("Katrin Albers", 2, ())
    empty = replace(package, items=())
    assert (look_at(empty, OURS).first, look_at(empty, OURS).leads) == ((), 0)


def test_one_of_several_columns_is_said_with_all_of_them() -> None:
    look = look_at(a_package(somebody(1, name="", company=None)), OURS)
    assert look.says == ("1 lead lacks each of these: Person, Firm.",)
    assert look.by_heading == {"Person": "1 lead lacks it"}


def test_what_the_crm_asks_of_a_column_is_said_in_a_few_words() -> None:
    strict = Field(heading="C", source="city", required=True, longest=1, allowed=("A", "B"))
    assert rule_words(OURS, strict) == "Needed, 1 letter at most, only A, B"
    assert rule_words(OURS, PERSON) == "One of several is enough"
    assert rule_words(OURS, CITY) == ""


@pytest.mark.parametrize("place", [0, 1, 2, 3])
@pytest.mark.parametrize("need", list(Need))
def test_a_column_that_is_changed_keeps_the_others_as_they_are(place: int, need: Need) -> None:
    changed = with_field(OURS, place, Field(heading="Town", source="city"), need)
    names = list(OURS.headings)
    names[place : place + 1] = ["Town"]
    assert changed.headings == tuple(names)
    assert need_of(changed, changed.fields[place]) is need
    checked(changed)
    for one in OURS.fields:
        if one.heading in changed.headings:
            assert need_of(changed, one) is need_of(OURS, one)


def test_columns_move_and_leave_as_far_as_there_is_room() -> None:
    assert moved(OURS, 0, 1).headings == ("Firm", "Person", "City")
    assert moved(OURS, 0, 1).needs_one_of == ("Firm", "Person")
    assert moved(OURS, 0, -1) == moved(OURS, 2, 1) == moved(OURS, 9, -1) == OURS
    assert without(OURS, 0).needs_one_of == ("Firm",)
    assert without(OURS, 7) == OURS
    alone = replace(OURS, fields=(CITY,), needs_one_of=())
    assert without(alone, 0) == alone


@given(st.lists(st.tuples(headings, st.sampled_from(Need), st.integers(0, 5)), max_size=12))
def test_any_number_of_changes_leaves_a_table_that_can_be_written(
    steps: list[tuple[str, Need, int]],
) -> None:
    profile = OURS
    for heading, need, place in steps:
        wanted = with_field(profile, place, Field(heading=heading, source="city"), need)
        others = [one for n, one in enumerate(profile.headings) if n != place]
        # What the page does: two columns of one name are refused, the rest is taken.
        profile = wanted if heading not in others else moved(without(profile, place), place, -1)
        checked(profile)
        package = a_package(somebody(1))
        gaps = {gap.heading for gap in gaps_of(package, profile)}
        assert gaps <= set(profile.headings)
        for field, value in zip(
            profile.fields, row_of(package.items[0], package, profile), strict=False
        ):
            assert (misfit_of(value, field) is None) or field.heading in gaps


def test_a_copy_has_an_id_nobody_else_has() -> None:
    zoho = replace(OURS, id="zoho")
    assert copy_of(zoho, "Mine", ()).id == "our-zoho"
    again = copy_of(copy_of(zoho, "Mine", ()), "Mine", ["our-zoho", "our-zoho-2"])
    assert (again.id, again.name) == ("our-zoho-3", "Mine")
    long = copy_of(replace(OURS, id="x" * 40), "Mine", ["our-" + "x" * 30])
    assert checked(long).id == "our-" + "x" * 30 + "-2"
