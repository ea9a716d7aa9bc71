"""A row read into a person and what they did: nothing of it is lost."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qualdesk.core.columns import Field, guess_columns
from qualdesk.core.intake import CANCELLED, NOBODY, SAID_NO, TEST_ROW, ReadRow, RowReader
from qualdesk.core.leads import PhoneKind, PhoneState
from qualdesk.core.places import FROM_LIST
from qualdesk.core.sources import SourceType, Touchpoint, TouchpointKind


def read(region: str = "", /, **cells: str) -> ReadRow:
    """One row under headings as people write them: underscores are blanks."""
    headings = [heading.replace("_", " ") for heading in cells]
    columns = guess_columns(headings, [list(cells.values())])
    reader = RowReader(columns, region=region, zone="Europe/Berlin")
    return reader.read(7, list(cells.values()))


def kinds(row: ReadRow) -> list[TouchpointKind]:
    return [done.kind for done in row.touchpoints]


def said(row: ReadRow) -> list[str]:
    return [done.says for done in row.touchpoints]


def test_a_full_row_is_a_person_with_all_that_is_known() -> None:
    """O2."""
    row = read(
        First_name="Katrin",
        Last_name="Albers",
        Job_title="Head of Packaging",
        Company="Elbkorn Foods GmbH",
        About_the_company="Ready meals",
        Email="katrin@elbkorn.example",
        Phone="040 66969 214",
        City="Hamburg",
        Postcode="20095",
        Country="Germany",
        Language="German, English",
        Lead_ID="L-17",
    )
    contact = row.contact
    assert (contact.name, contact.first_name, contact.last_name) == (
        "Katrin Albers",
        "Katrin",
        "Albers",
    )
    assert (contact.company_name, contact.company and contact.company.about) == (
        "Elbkorn Foods GmbH",
        "Ready meals",
    )
    assert contact.phones[0].e164 == "+494066969214"
    assert (contact.city, contact.postcode, contact.country) == ("Hamburg", "20095", "DE")
    assert contact.languages == ("German", "English")
    assert contact.zones == ("Europe/Berlin",)
    assert (row.external_id, row.number, row.left_out, row.research) == ("L-17", 7, "", "")


def test_name_and_phone_alone_work_and_so_does_a_phone_alone() -> None:
    """O2, complaint 1: phone-only rows were dropped by others."""
    assert read("DE", Name="Anna Berg", Phone="030 23125 417").left_out == ""
    alone = read("DE", Name="", Phone="030 23125 417")
    assert (alone.left_out, alone.research) == ("", "")


def test_a_row_without_a_number_to_dial_goes_to_research_with_the_reason() -> None:
    assert read(Name="Anna Berg", Phone="").research == "There is no phone number."
    broken = read("US", Name="Anna Berg", Phone="555-0142")
    assert broken.contact.phones[0].raw == "555-0142"
    assert "area code" in broken.research
    assert read(Name="", Email="anna@berg.example").research
    assert not read(Name="", Email="anna@berg.example").left_out


def test_a_row_with_nobody_in_it_is_left_out_with_the_reason() -> None:
    assert read(Name="", Email="", Company="Elbkorn").left_out == NOBODY


@pytest.mark.parametrize("yes", ["yes", "Ja", "x", "TRUE", "1", "oui", "\u2713"])
def test_whoever_asked_not_to_be_contacted_stays_out(yes: str) -> None:
    """O5."""
    assert read(Name="Anna Berg", Do_not_call=yes).left_out == SAID_NO
    assert read(Name="Anna Berg", Ne_pas_contacter=yes).left_out == SAID_NO


def test_no_is_no_refusal_and_a_refused_consent_is_one() -> None:
    for no in ("", "no", "0", "nein", "false"):
        assert read(Name="Anna Berg", Do_not_call=no).left_out == ""
    assert read(Name="Anna Berg", Phone_consent="No").left_out == SAID_NO
    given_consent = read(Name="Anna Berg", Phone_consent="yes")
    assert given_consent.left_out == ""
    assert "Phone consent: yes" in said(given_consent)


def test_test_rows_and_cancelled_rows_stay_out() -> None:
    assert read(Name="<test lead: dummy data for full_name>").left_out == TEST_ROW
    assert read(Name="Anna Berg", Is_test="true").left_out == TEST_ROW
    for status in ("Refunded", "CANCELLED", "storniert", "Test"):
        assert read(Name="Anna Berg", Order_status=status).left_out == CANCELLED
    assert read(Name="Anna Berg", Order_status="Attending").left_out == ""


def test_what_they_did_is_said_in_the_words_a_caller_reads() -> None:
    """O4."""
    row = read(
        Name="Anna Berg",
        Scanned_at="11.03.2026 14:20",
        Scanned_by="Tom Reyes",
        Demo="tray sealer, 6 minutes",
        Asked_for_a_call="this week",
        Giveaway="no",
        Minutes_attended="44",
        Stand_note="Hates the downtime.",
    )
    assert row.touchpoints == (
        Touchpoint(
            kind=TouchpointKind.SCAN,
            says="Scanned at the stand",
            at=datetime(2026, 3, 11, 13, 20, tzinfo=UTC),
            by="Tom Reyes",
        ),
        Touchpoint(kind=TouchpointKind.ATTENDED, says="Attended 44 minutes", value="44"),
        Touchpoint(
            kind=TouchpointKind.DEMO,
            says="Watched the tray sealer demo, 6 minutes",
            value="tray sealer, 6 minutes",
        ),
        Touchpoint(
            kind=TouchpointKind.ASKED_FOR_CALL,
            says="Asked for a phone call this week",
            value="this week",
        ),
        Touchpoint(kind=TouchpointKind.OTHER, says="Did not take the giveaway"),
        Touchpoint(kind=TouchpointKind.NOTE, says="Hates the downtime.", by="Tom Reyes"),
    )


@pytest.mark.parametrize(
    ("heading", "value", "kind", "words"),
    [
        ("Demo", "yes", TouchpointKind.DEMO, "Watched the demo"),
        ("Demo", "T4", TouchpointKind.DEMO, "Watched the demo: T4"),
        ("Call me", "x", TouchpointKind.ASKED_FOR_CALL, "Asked for a phone call"),
        ("Call me", "Friday", TouchpointKind.ASKED_FOR_CALL, "Asked for a phone call: Friday"),
        ("Giveaway", "yes", TouchpointKind.GIVEAWAY, "Took the giveaway"),
        ("Giveaway", "only", TouchpointKind.GIVEAWAY, "Came only for the giveaway"),
        ("Giveaway", "bag", TouchpointKind.GIVEAWAY, "Took the giveaway: bag"),
        ("Minutes", "1", TouchpointKind.ATTENDED, "Attended 1 minute"),
        ("Minutes", "12.6", TouchpointKind.ATTENDED, "Attended 13 minutes"),
        ("Minutes", "0", TouchpointKind.NO_SHOW, "Registered, did not attend"),
        ("Minutes", "long", TouchpointKind.OTHER, "Minutes: long"),
        ("Attended", "Yes", TouchpointKind.ATTENDED, "Attended"),
        ("Attended", "No", TouchpointKind.NO_SHOW, "Registered, did not attend"),
        ("Attended", "partly", TouchpointKind.OTHER, "Attended: partly"),
        ("No show", "yes", TouchpointKind.NO_SHOW, "Registered, did not attend"),
        ("White paper", "yes", TouchpointKind.DOWNLOAD, "Downloaded"),
        ("Download", "Line guide", TouchpointKind.DOWNLOAD, "Downloaded: Line guide"),
        ("Note", "No card", TouchpointKind.NOTE, "No card"),
        ("Scanned at", "after lunch", TouchpointKind.SCAN, "Scanned at the stand, after lunch"),
        ("What are you working on?", "A line", TouchpointKind.FORM_ANSWER,
         "What are you working on? A line"),
        ("Industry", "Food", TouchpointKind.OTHER, "Industry: Food"),
        ("Email", "to follow", TouchpointKind.OTHER, "Email: to follow"),
        ("Time zone", "Middle Earth", TouchpointKind.OTHER, "Time zone: Middle Earth"),
    ],
)  # fmt: skip
def test_each_column_is_said_plainly(
    heading: str, value: str, kind: TouchpointKind, words: str
) -> None:
    row = read(**{"Name": "Anna Berg", heading: value})
    assert [(done.kind, done.says) for done in row.touchpoints] == [(kind, words)]


def test_a_no_says_nothing() -> None:
    row = read(Name="Anna Berg", Demo="no", Asked_for_a_call="No", Download="nein", No_show="no")
    assert row.touchpoints == ()


@pytest.mark.parametrize("nothing", ["", "--", "NaN", "n/a", "N/A", "Select", "#N/A", " ", "NULL"])
def test_the_many_ways_to_write_nothing_mean_nothing(nothing: str) -> None:
    row = read(Name="Anna Berg", Industry=nothing, Email=nothing, Phone=nothing, City=nothing)
    assert row.touchpoints == ()
    assert (row.contact.emails, row.contact.phones, row.contact.city) == ((), (), "")


def test_somebody_may_be_called_null() -> None:
    assert read(First_name="Jennifer", Last_name="Null").contact.name == "Jennifer Null"


def test_a_second_column_for_one_thing_is_kept_when_it_says_more() -> None:
    headings = ["Name", "Phone", "Phone", "Name", "City", "City"]
    cells = ["Anna Berg", "030 23125 417", "040 66969 214", "A. Berg-Thal", "Berlin", "Berlin"]
    row = RowReader(guess_columns(headings, [cells]), region="DE").read(1, cells)
    assert [phone.e164 for phone in row.contact.phones] == ["+493023125417", "+494066969214"]
    assert said(row) == ["Name: A. Berg-Thal"]


def test_addresses_and_numbers_are_found_in_each_others_columns() -> None:
    columns = guess_columns(["Name", "Email / Phone", "Phone"], [])
    cells = ["Raj", "raj@agency.example / 030 23125 417", "raj.k@agency.example"]
    row = RowReader(columns, region="DE").read(1, cells)
    assert row.contact.emails == ("raj@agency.example", "raj.k@agency.example")
    assert [phone.e164 for phone in row.contact.phones] == ["+493023125417"]


def test_numbers_that_can_be_dialled_come_first_and_each_once() -> None:
    row = read("DE", Name="Anna", Phone="12345", Mobile="0170 1234567", Switchboard="0170/1234567")
    states = [phone.state for phone in row.contact.phones]
    assert states == [PhoneState.VALID, PhoneState.BROKEN]
    assert row.contact.phones[0].kind is PhoneKind.MOBILE
    assert row.research == ""


def test_a_row_is_read_in_its_own_country_and_else_in_that_of_the_list() -> None:
    assert read("DE", Name="A", Phone="0117 496 0342", Country="UK").contact.phones[0].e164 == (
        "+441174960342"
    )
    assert read("DE", Name="A", Phone="030 23125 417", Country="?").contact.phones[0].e164 == (
        "+493023125417"
    )
    assert read("", Name="A", Phone="+44 117 496 0342").contact.phones[0].e164 == "+441174960342"


def test_a_state_belongs_to_the_country_of_the_list_when_the_row_names_none() -> None:
    assert read("US", Name="A", State="WA").contact.zones == ("America/Los_Angeles",)
    assert read("AU", Name="A", State="WA").contact.zones == ("Australia/Perth",)
    assert read("", Name="A", State="WA").contact.zones == ()


def test_a_county_beside_a_state_does_not_hide_it() -> None:
    headings, cells = ["Name", "County", "State"], ["Anna Berg", "Orleans", "LA"]
    row = RowReader(guess_columns(headings, [cells]), region="US").read(1, cells)
    assert (row.contact.subdivision, row.contact.zones) == ("LA", ("America/Chicago",))
    assert any("Orleans" in done for done in said(row)), "and nothing is lost"


def test_an_unknown_country_is_kept_as_it_was_written() -> None:
    assert read(Name="A", Country="Mordor").contact.country == "Mordor"


def test_a_zone_in_the_list_decides_alone() -> None:
    contact = read("DE", Name="A", Phone="+1 212 555 0123", Time_zone="Asia/Tokyo").contact
    assert (contact.zones, contact.zone_basis) == (("Asia/Tokyo",), FROM_LIST)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Trade Show", SourceType.TRADE_SHOW),
        ("Stand scan", SourceType.TRADE_SHOW),
        ("Messe", SourceType.TRADE_SHOW),
        ("webinar", SourceType.WEBINAR),
        ("White Paper", SourceType.CONTENT_DOWNLOAD),
        ("Web", SourceType.CONTACT_FORM),
        ("Employee Referral", SourceType.REFERRAL),
        ("External list", SourceType.LIST),
        ("Cold Email", None),
    ],
)
def test_the_source_comes_from_the_closed_list_and_keeps_its_own_words(
    text: str, source: SourceType | None
) -> None:
    """O1."""
    row = read(Name="A", Lead_Source=text)
    assert row.source is source
    if source is None or text.lower() != source.label.lower():
        assert said(row) == [f"Source: {text}"]
    else:
        assert said(row) == []


def test_marks_of_exports_are_taken_off() -> None:
    row = read(Name="A", Zip="z:01960", Id="l:12345", Phone="p:+61255501234")
    assert (row.contact.postcode, row.external_id) == ("01960", "12345")
    assert row.contact.phones[0].e164 == "+61255501234"
    assert read(Name="A", Note="'=1+1").touchpoints[0].says == "=1+1"


def test_cells_beyond_the_last_column_are_kept() -> None:
    reader = RowReader(guess_columns(["Name"], []))
    assert said(reader.read(1, ["Anna", "late", ""])) == ["Column 2: late"]
    assert reader.read(1, []).left_out == NOBODY


def test_hostile_cells_stay_the_text_they_are() -> None:
    text = '<img src="file:///x"> =HYPERLINK("http://trap.example")'
    row = read(Name=text, Note=text)
    assert row.contact.name == text
    assert said(row) == [text]


# What exports write where nothing was answered.
NO_ANSWER = {"nan", "null", "none"}


@example(["", "", "", "", "", "NaN"], "")
@given(st.lists(st.text(max_size=30), min_size=1, max_size=9), st.sampled_from(["", "DE", "US"]))
def test_every_value_of_every_row_can_be_found_again(cells: list[str], region: str) -> None:
    """O4: the person, what they did, or the reason holds each cell that says anything."""
    headings = ["Name", "Email", "Phone", "Company", "City", "Note", "Demo", "Country", "Else"]
    columns = guess_columns(headings[: len(cells)], [])
    row = RowReader(columns, region=region).read(1, cells)
    assert row.number == 1
    assert bool(row.left_out) or row.contact.name or row.contact.phones or row.contact.emails
    kept = " ".join([repr(row.contact), *(f"{done.says} {done.value}" for done in row.touchpoints)])
    if len(cells) > 2 and any(char.isdigit() for char in cells[2]) and "@" not in cells[2]:
        assert row.contact.phones
    if len(cells) > 5 and cells[5].strip().isalpha() and cells[5].strip().lower() not in NO_ANSWER:
        assert cells[5].strip() in kept


@pytest.mark.parametrize(
    "piece", ["x", " ", "@", "1", "a@", ". ", "-", "(", "+1 ", "\u00e9", "dw "]
)
def test_a_cell_of_a_hundred_thousand_letters_takes_no_time(piece: str) -> None:
    """A stranger's cell must not hang the desk: every field is read in time with its length."""
    cell = piece * (100_000 // len(piece))
    headings = [field.value for field in Field if field not in {Field.OTHER, Field.IGNORED}]
    cells = [cell] * len(headings)
    started = time.perf_counter()
    RowReader(guess_columns([*headings[:-1], cell], [cells]), region="DE").read(1, cells)
    assert time.perf_counter() - started < 5
