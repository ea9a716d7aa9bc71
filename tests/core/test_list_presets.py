"""Kinds of lists we know: named, read by their own columns, cleaned of what programs add."""

import pytest

from qualdesk.core.columns import Because, Field, Surety, read_columns
from qualdesk.core.list_presets import PRESETS, cleaner, preset_of


def headings_in(line: str) -> list[str]:
    return line.split(",")


# As such files are headed in the world; the order is theirs.
ZOOM = headings_in(
    "Attended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,"
    "Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,"
    "What are you working on?,Country/Region Name"
)
ZOOM_MEETING = headings_in(
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,"
    "Recording Consent,In Waiting Room"
)
META = headings_in(
    "id,created_time,ad_id,ad_name,adset_id,adset_name,campaign_id,campaign_name,form_id,"
    "form_name,is_organic,platform,when_must_it_run?,full_name,phone_number,email,zip,lead_status"
)
EVENTBRITE = headings_in(
    "Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,"
    "Group,Order Type,Currency,Total Paid,Fees Paid,Buyer Email,Attendee Status,Your role"
)
GOOGLE = headings_in(
    "lead_id,form_id,campaign_id,adgroup_id,creative_id,gcl_id,is_test,lead_submit_time,"
    "FULL_NAME,EMAIL,PHONE_NUMBER,COMPANY_NAME"
)
LINKEDIN = headings_in(
    "Lead ID,Submitted At,Test Lead,Form Name,Campaign Name,First name,Last name,Email"
)
SALESFORCE = headings_in(
    "Lead Owner,First Name,Last Name,Title,Company / Account,Email,Phone,Mobile,State/Province,"
    "Zip/Postal Code,Country,Lead Source,Lead Status,Do Not Call,Email Opt Out"
)
SALESFORCE_API = headings_in(
    "Id,IsDeleted,LastName,FirstName,Salutation,Title,Company,Phone,MobilePhone,Email,LeadSource,"
    "Status,OwnerId,IsConverted,HasOptedOutOfEmail,DoNotCall,SystemModstamp,Description"
)
ZOHO = headings_in(
    "Record Id,Lead Owner.id,Lead Owner,Company,First Name,Last Name,Designation,Email,Phone,"
    "Mobile,Lead Source,Lead Status,No. of Employees,Email Opt Out,Skype ID,Secondary Email"
)
HUBSPOT = headings_in(
    "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,"
    "Marketing contact status,Create Date,Company name,Unsubscribed from all email"
)
PIPEDRIVE = headings_in(
    "Lead - Title,Lead - Owner,Person - Name,Person - Email - Work,Person - Phone - Work,"
    "Person - Phone - Mobile,Organization - Name,Lead - Source"
)
TALQUE = headings_in("First Name,Last Name,Email,Company Name,Job title,Origin,Country")
VALIDAR = headings_in("First Name,Last Name,Job Title,Company,Email Address,Country")
BADGES = headings_in("Badge ID,Scanned at,First name,Last name,Company,Email,Notes")
KINDS = {
    "zoom": ZOOM,
    "zoom_meeting": ZOOM_MEETING,
    "meta": META,
    "eventbrite": EVENTBRITE,
    "google": GOOGLE,
    "linkedin": LINKEDIN,
    "salesforce": SALESFORCE,
    "zoho": ZOHO,
    "hubspot": HUBSPOT,
    "pipedrive": PIPEDRIVE,
    "talque": TALQUE,
    "validar": VALIDAR,
    "badge_scans": BADGES,
}


def fields_of(headings: list[str]) -> dict[str, Field]:
    return {one.heading: one.field for one in read_columns(headings).columns}


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_is_known_by_its_headings_and_named_in_a_sentence(kind: str) -> None:
    found = read_columns(KINDS[kind])
    assert found.preset is not None
    assert found.preset.id == kind
    assert found.notes[0] == found.preset.says
    assert found.preset.says.startswith(("This is", "These are", "These look like"))


@pytest.mark.parametrize("kind", KINDS)
def test_in_every_known_list_somebody_can_be_found(kind: str) -> None:
    fields = set(fields_of(KINDS[kind]).values())
    assert fields & {Field.NAME, Field.LAST_NAME}
    assert fields & {Field.EMAIL, Field.PHONE}


def test_a_form_export_without_its_ids_is_still_known() -> None:
    few = ["created_time", "full_name", "email", "phone_number", "form_name", "platform"]
    assert preset_of(few) is preset_of(META)


def test_the_order_and_the_case_of_headings_make_no_difference() -> None:
    assert preset_of([heading.upper() for heading in reversed(ZOOM)]) is preset_of(ZOOM)
    assert {preset.id for preset in PRESETS} == set(KINDS)


@pytest.mark.parametrize(
    "headings",
    [
        ["Name", "Company", "Phone", "Email"],
        ["First name", "Last name", "Job title", "Company", "E-mail", "Phone", "City", "Country"],
        ["Lead source", "First name", "Company", "Scanned at", "Scanned by", "Minutes attended"],
        ["Attended", "Name", "Email", "Phone"],
        ["id", "name", "phone", "status", "created_at"],
        ["State/Province", "Phone", "Name"],
        [],
    ],
)
def test_a_usual_list_is_no_kind_we_name(headings: list[str]) -> None:
    assert preset_of(headings) is None


def test_the_salesforce_of_programs_is_known_as_well() -> None:
    fields = fields_of(SALESFORCE_API)
    assert read_columns(SALESFORCE_API).notes == ("This is an export from Salesforce.",)
    assert fields["Id"] is Field.EXTERNAL_ID
    assert fields["DoNotCall"] is Field.DO_NOT_CONTACT
    assert fields["HasOptedOutOfEmail"] is Field.NO_EMAIL
    assert fields["LeadSource"] is Field.SOURCE
    assert fields["Status"] is Field.OTHER, "the stage of a deal cancels nobody"
    assert fields["OwnerId"] is fields["SystemModstamp"] is Field.IGNORED


def test_few_columns_of_a_program_are_enough_where_they_are_its_own() -> None:
    found = preset_of(["LastName", "Company", "Email", "LeadSource", "OwnerId"])
    assert found is not None
    assert found.id == "salesforce"


def test_a_zoom_report_is_read_by_its_own_columns() -> None:
    found = {one.heading: one for one in read_columns(ZOOM).columns}
    assert found["Time in Session (minutes)"].field is Field.MINUTES
    assert found["Join Time"].field is Field.JOINED_AT
    assert found["Country/Region Name"].field is Field.COUNTRY
    assert found["Join Time"].because is Because.PRESET
    assert found["Join Time"].surety is Surety.SURE
    assert (found["Is Guest"].field, found["Is Guest"].surety) == (Field.IGNORED, Surety.UNUSED)


def test_ids_are_no_noise_and_names_of_forms_are_kept() -> None:
    fields = fields_of(META)
    assert fields["id"] is Field.EXTERNAL_ID
    assert fields["ad_id"] is fields["form_id"] is fields["is_organic"] is Field.IGNORED
    assert fields["form_name"] is fields["platform"] is Field.OTHER
    assert fields["created_time"] is Field.SUBMITTED_AT
    assert fields["when_must_it_run?"] is Field.OTHER


def test_the_buyer_of_a_ticket_is_not_taken_for_who_comes() -> None:
    fields = fields_of(EVENTBRITE)
    assert fields["Buyer Email"] is Field.OTHER
    assert fields["Email"] is Field.EMAIL
    assert fields["Attendee #"] is Field.EXTERNAL_ID
    assert fields["Attendee Status"] is Field.STATUS


def test_crm_exports_tell_mail_from_phone() -> None:
    for headings in (SALESFORCE, ZOHO):
        assert fields_of(headings)["Email Opt Out"] is Field.NO_EMAIL
        assert fields_of(headings)["Lead Owner"] is Field.OTHER
        assert fields_of(headings)["Lead Source"] is Field.SOURCE
    assert fields_of(SALESFORCE)["Do Not Call"] is Field.DO_NOT_CONTACT
    assert fields_of(ZOHO)["Secondary Email"] is Field.EMAIL
    assert fields_of(HUBSPOT)["Unsubscribed from all email"] is Field.NO_EMAIL
    assert fields_of(PIPEDRIVE)["Person - Phone - Mobile"] is Field.MOBILE
    assert fields_of(PIPEDRIVE)["Organization - Name"] is Field.COMPANY
    assert fields_of(PIPEDRIVE)["Lead - Owner"] is Field.OTHER


def test_marks_of_a_program_are_taken_off_and_codes_put_in_words() -> None:
    clean = cleaner(preset_of(META), META)
    assert clean is not None
    row = ["l:101", "2026-03-11T09:12:00+01:00", "ag:7", "Spring", "as:8", "x", "c:9", "y", "f:3"]
    row += ["Guide", "false", "fb", "p: soon", "Anna Berg", "p:+493023125417", "a@b.example"]
    row += ["z:01960", "CREATED"]
    cleaned = clean(row)
    assert cleaned[0] == "101"
    assert cleaned[11] == "Facebook"
    assert cleaned[12] == "p: soon", "only before figures is it a mark"
    assert cleaned[14] == "+493023125417"
    assert cleaned[16] == "01960"
    assert clean(["l:1"]) == ["1"], "a short row is no reason to fall"


def test_a_list_that_needs_no_cleaning_gets_none() -> None:
    assert cleaner(preset_of(ZOOM), ZOOM) is None
    assert cleaner(None, ["Name"]) is None


def test_a_test_row_is_known_by_any_of_its_cells() -> None:
    meta = preset_of(META)
    assert meta is not None
    assert meta.is_test(["l:1", "<test lead: dummy data for email>"])
    assert not meta.is_test(["l:1", "Anna Berg", "we test leads"])
    zoom = preset_of(ZOOM)
    assert zoom is not None
    assert not zoom.is_test(["<test lead: dummy data>"])
