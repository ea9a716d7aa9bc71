"""What columns mean: guessed from headings and values, sure or likely, never thrown away."""

import pytest

from qualdesk.core.columns import (
    Column,
    Field,
    Surety,
    guess_columns,
    heading_fingerprint,
    plain_heading,
)
from qualdesk.core.errors import Refused


def fields(*headings: str, rows: list[list[str]] | None = None) -> list[Field]:
    return [column.field for column in guess_columns(headings, rows or [])]


def only(heading: str, *values: str) -> Column:
    return guess_columns([heading], [[value] for value in values])[0]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Full Name", Field.NAME),
        ("firstName", Field.FIRST_NAME),
        ("Nachname", Field.LAST_NAME),
        ("Pr\u00e9nom", Field.FIRST_NAME),
        ("Apellidos", Field.LAST_NAME),
        ("Job Title", Field.TITLE),
        ("Unternehmen", Field.COMPANY),
        ("Soci\u00e9t\u00e9", Field.COMPANY),
        ("E-Mail-Adresse", Field.EMAIL),
        ("Correo electr\u00f3nico", Field.EMAIL),
        ("Phone 2", Field.PHONE),
        ("phone1", Field.PHONE),
        ("T\u00e9l\u00e9phone", Field.PHONE),
        ("Handynummer", Field.MOBILE),
        ("Durchwahl", Field.DIRECT_PHONE),
        ("Switchboard", Field.MAIN_PHONE),
        ("PLZ", Field.POSTCODE),
        ("Bundesland", Field.SUBDIVISION),
        ("Pays", Field.COUNTRY),
        ("Lead Source", Field.SOURCE),
        ("Stand note", Field.NOTE),
        ("Bemerkungen", Field.NOTE),
        ("Asked for a call", Field.ASKED_FOR_CALL),
        ("R\u00fcckruf gew\u00fcnscht", Field.ASKED_FOR_CALL),
        ("Giveaway", Field.GIVEAWAY),
        ("Time in Session (minutes)", Field.MINUTES),
        ("Do Not Call", Field.DO_NOT_CONTACT),
        ("Ne pas contacter", Field.DO_NOT_CONTACT),
        ("Record ID", Field.EXTERNAL_ID),
        ("Time zone", Field.ZONE),
    ],
)
def test_a_usual_heading_is_sure(heading: str, field: Field) -> None:
    column = only(heading)
    assert (column.field, column.surety) == (field, Surety.SURE)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Nmae", Field.NAME),
        ("Emial", Field.EMAIL),
        ("Phne", Field.PHONE),
        ("Compny", Field.COMPANY),
        ("Attendee's work phone", Field.PHONE),
        ("Please call me back on", Field.ASKED_FOR_CALL),
        ("Contact opted out", Field.DO_NOT_CONTACT),
    ],
)
def test_an_unusual_heading_is_likely(heading: str, field: Field) -> None:
    column = only(heading)
    assert (column.field, column.surety) == (field, Surety.LIKELY)


def test_values_say_what_a_foreign_heading_does_not() -> None:
    found = guess_columns(
        ["\u0627\u0644\u0628\u0631\u064a\u062f", "\u0627\u0644\u0647\u0627\u062a\u0641", "Company"],
        [["a@b.example", "+971 50 123 4567", "Emirates"], ["c@d.example", "+971 55 987 6543", ""]],
    )
    assert [column.field for column in found] == [Field.EMAIL, Field.PHONE, Field.COMPANY]
    assert found[0].surety is found[1].surety is Surety.LIKELY


def test_numbers_under_contact_are_numbers_and_not_names() -> None:
    assert only("Contact", "555-6001", "+1 212 555 0123").field is Field.PHONE
    assert only("Contact", "Anna Berg").field is Field.NAME


@pytest.mark.parametrize("value", ["4563", "2026-03-11", "11.03.2026", "66019", "1234567"])
def test_other_digits_are_not_taken_for_numbers_to_dial(value: str) -> None:
    assert only("Whatever", value, value).field is Field.OTHER


def test_what_nobody_knows_is_kept_as_it_is() -> None:
    column = only("Favourite sealer", "T4", "", "T2", "T1", "T0")
    assert (column.field, column.surety) == (Field.OTHER, Surety.UNUSED)
    assert column.samples == ("T4", "T2", "T1"), "three samples beside each guess"


def test_a_name_beside_a_first_name_is_the_last_name() -> None:
    assert fields("Vorname", "Name") == [Field.FIRST_NAME, Field.LAST_NAME]
    assert fields("Nom", "Pr\u00e9nom") == [Field.LAST_NAME, Field.FIRST_NAME]
    assert fields("Nombre", "Apellidos") == [Field.FIRST_NAME, Field.LAST_NAME]
    assert fields("Nom", "Email") == [Field.NAME, Field.EMAIL]


def test_two_columns_for_one_thing_are_both_kept() -> None:
    assert fields("Phone", "Phone", "Email", "Email") == [
        Field.PHONE,
        Field.PHONE,
        Field.EMAIL,
        Field.EMAIL,
    ]


def test_a_blank_heading_and_cells_beyond_the_headings_can_be_mapped() -> None:
    found = guess_columns(["Name", ""], [["Anna", "x", "y"]], {"Column 2": "note"})
    assert [column.heading for column in found] == ["Name", "Column 2", "Column 3"]
    assert found[1].field is Field.NOTE
    assert found[2].field is Field.OTHER


def test_a_mapping_beats_every_guess() -> None:
    found = guess_columns(["Name", "Email"], [], {"Name": "company", "Email": ""})
    assert [column.field for column in found] == [Field.COMPANY, Field.IGNORED]


def test_a_mapping_that_does_not_fit_is_refused_with_everything_that_is_wrong() -> None:
    with pytest.raises(Refused) as refused:
        guess_columns(["Name"], [], {"Nme": "name", "Name": "nonsense"})
    assert "Nme" in refused.value.says
    assert "nonsense" in refused.value.says


def test_a_source_is_recognised_by_its_headings_in_any_order() -> None:
    one = heading_fingerprint(["Name", "E-Mail", "Phone 1"])
    assert one == heading_fingerprint(["phone_2", "name", "e_mail"])
    assert one != heading_fingerprint(["Name", "E-Mail"])


def test_a_heading_is_compared_without_its_dress() -> None:
    assert plain_heading("LeadPhone_2") == "lead phone"
    assert plain_heading("  T\u00e9l.:  ") == "tel"
    assert plain_heading("2") == "2"
    assert plain_heading("\u260e") == ""


def test_a_field_is_said_in_words() -> None:
    assert Field.ASKED_FOR_CALL.label == "Asked for call"
