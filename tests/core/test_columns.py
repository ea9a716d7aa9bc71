"""What columns mean: guessed from headings and values, sure or likely, never thrown away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.columns import (
    Because,
    Column,
    Field,
    Surety,
    guess_columns,
    heading_fingerprint,
    plain_heading,
    read_columns,
)
from qualdesk.core.errors import Refused
from qualdesk.core.remembered import Remembered
from script_makers import make_question


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
        ("\u4f1a\u793e\u540d", Field.COMPANY),
        ("\u6c0f\u540d", Field.NAME),
        ("\u59d3", Field.LAST_NAME),
        ("\u540d", Field.FIRST_NAME),
        ("\u96fb\u8a71\u756a\u53f7", Field.PHONE),
        ("\u643a\u5e2f\u96fb\u8a71", Field.MOBILE),
        ("\u30e1\u30fc\u30eb\u30a2\u30c9\u30ec\u30b9\uff08\u5fc5\u9808\uff09", Field.EMAIL),
        ("\u90e8\u7f72", Field.DEPARTMENT),
        ("\u5f79\u8077", Field.TITLE),
        ("\u90f5\u4fbf\u756a\u53f7", Field.POSTCODE),
        ("\u90fd\u9053\u5e9c\u770c", Field.SUBDIVISION),
        ("\u5e02\u533a\u753a\u6751", Field.CITY),
        ("\u56fd", Field.COUNTRY),
        ("\u5099\u8003", Field.NOTE),
        ("Nom de l\u2019entreprise", Field.COMPANY),
        ("Code postal", Field.POSTCODE),
        ("T\u00e9l\u00e9phone portable", Field.MOBILE),
        ("N\u00famero de tel\u00e9fono", Field.PHONE),
        ("C\u00f3digo postal", Field.POSTCODE),
        ("Puesto de trabajo", Field.TITLE),
        ("Contact: Phone", Field.PHONE),
        ("Lead.Email", Field.EMAIL),
        ("Person - Email - Work", Field.EMAIL),
        ("Phone [work]", Field.PHONE),
        ("E-Mail (gesch\u00e4ftlich) *", Field.EMAIL),
        ("Company Phone", Field.MAIN_PHONE),
        ("Consent date", Field.CONSENT_AT),
        ("HasOptedOutOfEmail", Field.NO_EMAIL),
        ("Werbesperre", Field.DO_NOT_CONTACT),
        ("Telefonsperre", Field.DO_NOT_CONTACT),
        ("Bloctel", Field.DO_NOT_CONTACT),
        ("Lista Robinson", Field.DO_NOT_CONTACT),
        ("First", Field.FIRST_NAME),
        ("Last", Field.LAST_NAME),
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
        ("Werbesperre gesetzt am", Field.DO_NOT_CONTACT),
        ("Widerspruch gegen Anrufe", Field.DO_NOT_CONTACT),
        ("Opposition au d\u00e9marchage t\u00e9l\u00e9phonique", Field.DO_NOT_CONTACT),
        ("Frist Name", Field.FIRST_NAME),
        ("Contact Email", Field.EMAIL),
        ("Company: Country", Field.COUNTRY),
        ("GDPR consent", Field.MAY_CALL),
        ("I agree to be contacted by phone and e-mail", Field.MAY_CALL),
        ("Correo electr\u00f3nico del trabajo", Field.EMAIL),
        ("\u90e8\u7f72\u30fb\u5f79\u8077", Field.TITLE),
    ],
)
def test_an_unusual_heading_is_likely(heading: str, field: Field) -> None:
    column = only(heading)
    assert (column.field, column.surety) == (field, Surety.LIKELY)


@pytest.mark.parametrize(
    "heading",
    [
        *("Lead Owner Email", "Buyer Email", "Owner: Phone", "Assistant Phone", "Parent company"),
        *("Campaign: Name", "Deal - Title", "List name", "Contract", "Email status", "Phone type"),
        *("\u59d3\uff08\u30ab\u30ca\uff09", "Newsletter opt-in", "Fax opt out"),
        "Privacy policy read",
    ],
)
def test_what_is_said_of_somebody_or_something_else_is_not_taken_for_the_person(
    heading: str,
) -> None:
    column = only(heading)
    assert (column.field, column.surety) == (Field.OTHER, Surety.UNUSED)


@pytest.mark.parametrize("heading", ["Lead Owner Email", "Buyer Email"])
def test_the_address_of_somebody_else_is_not_the_leads(heading: str) -> None:
    assert only(heading, "kim@sales.example").field is Field.OTHER


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Would you like a demo?", Field.OTHER),
        ("How many people work at your company?", Field.OTHER),
        ("Which position do you want to fill?", Field.OTHER),
        ("What is the name of your company?", Field.COMPANY),
        ("What is your e-mail address?", Field.EMAIL),
        ("May we call you?", Field.MAY_CALL),
    ],
)
def test_a_question_is_not_about_everything_it_names(heading: str, field: Field) -> None:
    assert only(heading).field is field


def test_a_no_to_e_mails_is_no_no_to_calls() -> None:
    assert only("Email Opt Out", "1").field is Field.NO_EMAIL
    assert only("Do Not Call", "1").field is Field.DO_NOT_CONTACT
    assert only("Please do not e-mail", "1").field is not Field.DO_NOT_CONTACT


def test_values_that_cannot_be_what_the_heading_says_are_believed() -> None:
    phones = only("Name", "+49 30 23125 417", "+49 30 23125 418")
    assert (phones.field, phones.surety, phones.because) == (
        Field.PHONE,
        Surety.LIKELY,
        Because.VALUES,
    )
    assert only("Name", "1", "2", "3").field is Field.OTHER
    assert only("First name", "anna@elbkorn.example").field is Field.EMAIL
    assert only("Email", "030 23125 417", "030 23125 418").field is Field.PHONE
    assert only("Email", "sent", "opened", "bounced").field is Field.OTHER
    assert only("Email", "none yet").field is Field.EMAIL, "one cell proves nothing"
    assert only("Phone", "a@b.example", "c@d.example").field is Field.EMAIL
    assert only("Number", "1", "2", "3").field is Field.OTHER, "they count the rows"
    assert only("Mobile", "yes", "no").field is Field.OTHER
    assert only("Title", "Mr", "Dr.", "Frau").field is Field.OTHER
    assert only("Title", "Buyer", "Mr").field is Field.TITLE


def test_what_the_values_changed_is_said() -> None:
    found = read_columns(["Name", "Email"], [["030 23125 417", "none"], ["030 23125 418", ""]])
    assert found.notes == ("“Name” is read as phone, by its values.",)
    found = read_columns(["Email"], [["sent"], ["opened"], ["bounced"]])
    assert found.notes == ("“Email” does not hold what it says: it is kept, and not used.",)


def test_a_list_without_headings_is_read_by_its_values() -> None:
    rows = [
        ["Anna Berg", "Elbkorn GmbH", "anna@elbkorn.example", "030 23125 417"],
        ["Bo de Thal", "Thal Ltd", "bo@thal.example", "+44 117 496 0342"],
        ["Dr. Cy M\u00fcller", "Dorn", "", "030 23125 419"],
    ]
    found = read_columns([], rows).columns
    assert [column.field for column in found] == [
        Field.NAME,
        Field.COMPANY,
        Field.EMAIL,
        Field.PHONE,
    ]
    assert {column.because for column in found} == {Because.VALUES}
    assert {column.surety for column in found} == {Surety.LIKELY}


def test_places_are_not_taken_for_names_under_a_heading_we_can_read() -> None:
    rows = [["New York"], ["San Diego"], ["El Paso"], ["Long Beach"]]
    assert read_columns(["Showroom"], rows).columns[0].field is Field.OTHER


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
    assert column.because is Because.NOTHING


def test_samples_are_different_values_that_say_something() -> None:
    assert only(
        "City", "Berlin", "", "Berlin", "--", "n/a", "Ulm", "#N/A", "Bonn", "Kiel"
    ).samples == (
        "Berlin",
        "Ulm",
        "Bonn",
    )


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


def test_two_columns_for_one_thing_are_said_in_words() -> None:
    found = read_columns(["Phone", "Telephone", "Company", "Account"])
    assert found.notes == (
        ("“Phone” and “Telephone” both fit phone. Both are kept: phone, second phone."),
        (
            "“Company” and “Account” both fit company. “Company” counts; "
            "the other is kept with what they did."
        ),
    )
    three = read_columns(["Email", "Work email", "Personal email"]).notes
    assert three == (
        (
            "“Email”, “Work email” and “Personal email” all fit email. "
            "All are kept: email, second email, third email."
        ),
    )


def test_a_guess_gives_way_to_what_is_sure() -> None:
    found = read_columns(["Job position held before", "Job title"])
    assert [column.field for column in found.columns] == [Field.OTHER, Field.TITLE]
    assert "“Job title” counts" in found.notes[0]


def test_a_guess_gives_way_to_what_a_person_said() -> None:
    found = guess_columns(["Company", "Trading as"], [], {"Trading as": "company"})
    assert [column.field for column in found] == [Field.OTHER, Field.COMPANY]


def test_a_county_gives_way_to_the_state_it_lies_in() -> None:
    assert fields("county", "state") == [Field.OTHER, Field.SUBDIVISION]
    assert fields("State", "Region") == [Field.SUBDIVISION, Field.OTHER]
    assert fields("County") == [Field.SUBDIVISION]


def test_headings_that_repeat_are_told_apart_so_that_each_can_be_mapped() -> None:
    headings = ["Name", "Note", "Note", "Note (2)"]
    found = guess_columns(headings, [], {"Note (2)": "title"})
    assert [column.heading for column in found] == ["Name", "Note", "Note (2)", "Note (2) (2)"]
    assert [column.field for column in found][1:3] == [Field.NOTE, Field.TITLE]
    both = guess_columns(["Phone", "Phone"], [], {"Phone": "mobile"})
    assert [column.field for column in both] == [Field.MOBILE, Field.MOBILE]
    assert [column.name for column in both] == ["Phone", "Phone"]


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


def test_a_column_answers_a_question_of_the_script_by_its_words_or_by_hand() -> None:
    """O6."""
    asked = [
        make_question("need", ask="What are they working on?"),
        make_question("role", "choice", short="Their part"),
    ]
    found = read_columns(
        ["Name", "What are you working on?", "their part", "Q7"],
        [],
        {"Q7": "question:role"},
        questions=asked,
    ).columns
    assert [column.meaning for column in found] == [
        "name",
        "question:need",
        "question:role",
        "question:role",
    ]
    assert [column.surety for column in found][1:] == [Surety.LIKELY, Surety.LIKELY, Surety.SURE]
    assert found[1].says == "Answer: Need"
    assert found[3].because is Because.YOURS


@pytest.mark.parametrize("name", ["question:nobody", "question", "question:"])
def test_a_question_the_script_does_not_ask_is_refused(name: str) -> None:
    with pytest.raises(Refused) as refused:
        read_columns(["Q1"], [], {"Q1": name}, questions=[make_question("need")])
    assert "need" in refused.value.says or "question:ID" in refused.value.says
    with pytest.raises(Refused):
        read_columns(["Q1"], [], {"Q1": name})


def test_what_a_person_says_beats_the_memory_that_beats_the_preset_that_beats_the_guess() -> None:
    zoom = ["Attended", "User Name (Original Name)", "Email", "Join Time", "Leave Time"]
    zoom += ["Time in Session (minutes)", "Phone"]
    last = Remembered(headings=tuple(zoom), fields={"Phone": "mobile", "Email": "other"})
    found = read_columns(zoom, [], {"Email": "note"}, remembered=last).columns
    said = {column.heading: (column.field, column.because) for column in found}
    assert said["Email"] == (Field.NOTE, Because.YOURS)
    assert said["Phone"] == (Field.MOBILE, Because.REMEMBERED)
    assert said["Join Time"] == (Field.JOINED_AT, Because.PRESET)
    guessed = read_columns(["Phone"]).columns[0]
    assert (guessed.field, guessed.because) == (Field.PHONE, Because.HEADING)


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
    assert Field.SUBDIVISION.label == "State or region"
    assert Field.ASKED_FOR_CALL.label == "Asked for call"


cells = st.text(max_size=12) | st.sampled_from(["a@b.example", "030 23125 417", "Anna Berg", "yes"])
words = cells | st.sampled_from(
    ["Name", "E-mail", "Phone", "Company", "What is the need?", "", "id"]
)


@given(st.lists(words, max_size=8), st.lists(st.lists(cells, max_size=10), max_size=5))
def test_whatever_stands_in_a_file_every_column_is_read_as_something(
    headings: list[str], rows: list[list[str]]
) -> None:
    found = read_columns(headings, rows, questions=[make_question("need")])
    width = max([len(headings), *map(len, rows)])
    assert [column.index for column in found.columns] == list(range(width))
    names = [column.heading for column in found.columns]
    assert len(set(names)) == width
    by_name = {column.heading: column.meaning for column in found.columns}
    again = read_columns(headings, rows, by_name, questions=[make_question("need")])
    assert [column.meaning for column in again.columns] == list(by_name.values())
    assert all(len(set(column.samples)) == len(column.samples) <= 3 for column in found.columns)


def test_hundreds_of_long_headings_are_read_as_well() -> None:
    asked = [make_question(f"q{n}", ask=f"How many of the {n} trays are used?") for n in range(20)]
    headings = [f"How many {n} " + "of the other trays do you use today " * 8 for n in range(512)]
    rows = [["x" * 5_000] * 512] * 60
    assert len(read_columns(headings, rows, questions=asked).columns) == 512
