"""Lists as the world sends them: known kinds, remembered columns, form answers (O4, O6)."""

import textwrap
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import xlsxwriter

from qualdesk.core.clock import SetClock
from qualdesk.core.columns import Because, Field, Surety
from qualdesk.core.errors import ListRefused, Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.intake import CANCELLED, SAID_NO, TEST_ROW
from qualdesk.core.leads import Lead
from qualdesk.core.list_choices import ListChoices, ListForm
from qualdesk.core.sources import Touchpoint, TouchpointKind
from qualdesk.desk import Desk
from qualdesk.desk.intake import Intake, Loaded, Preview
from qualdesk.desk.library import Library
from qualdesk.store.database import Store
from qualdesk.store.leads import load_leads

FAIR = "Spring fair"
LIST = """Name,Phone,E-mail,Company,Field 7
Anna Berg,030 23125 417,anna@elbkorn.example,Elbkorn GmbH,Wants prices
Bo Thal,030 23125 418,bo@thal.example,Thal AG,Came with a colleague
"""
ZOOM = """Attendee Report
Report generated time,03/12/2026 08:00:00 AM
Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registrants,Unique Viewers,Total Users
Sealing without downtime,912 3456 7890,03/11/2026 09:30:00 AM,61,3,2,4
Host Details
Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest
Yes,Ruth Tanner,ruth@north.example,03/11/2026 09:20:00 AM,03/11/2026 10:31:00 AM,71,No
Attendee Details
Attended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,What are you working on?,Country/Region Name
Yes,Anna Berg,Anna,Berg,anna@elbkorn.example,+49 30 23125417,03/01/2026 11:02:00 AM,approved,03/11/2026 09:32:00 AM,03/11/2026 10:06:00 AM,34,No,Fewer rejects,Germany
No,Cy Dorn,Cy,Dorn,cy@dorn.example,+49 30 23125419,03/02/2026 08:15:00 AM,approved,--,--,--,--,A new line,Germany
Yes,Anna Berg,Anna,Berg,anna@elbkorn.example,+49 30 23125417,03/01/2026 11:02:00 AM,approved,03/11/2026 10:12:00 AM,03/11/2026 10:28:00 AM,16,No,Fewer rejects,Germany
"""  # noqa: E501 - as the report is written
META = """id,created_time,ad_id,ad_name,form_id,form_name,is_organic,platform,what_are_you_working_on?,full_name,phone_number,email,zip
l:101,2026-03-11T09:12:00+01:00,ag:7,Spring,f:3,Guide,false,fb,a_new_line,Anna Berg,p:+493023125417,anna@elbkorn.example,z:01960
l:102,2026-03-11T09:13:00+01:00,ag:7,Spring,f:3,Guide,true,ig,x,<test lead: dummy data for full_name>,p:+493023125418,test@fb.example,z:1
l:103,2026-03-11T09:14:00+01:00,ag:7,Spring,f:3,Guide,true,ig,<test lead: dummy data for x>,Bo Thal,p:+493023125419,bo@thal.example,z:1
"""  # noqa: E501 - as the export is written
EVENTBRITE = """Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Total Paid,Buyer Email,Attendee Status
9001,2026-03-01 10:00:00,Anna,Berg,anna@elbkorn.example,1,Day pass,501,90.00,anna@elbkorn.example,Attending
9001,2026-03-01 10:00:00,Anna,Berg,anna@elbkorn.example,1,Dinner,502,40.00,anna@elbkorn.example,Attending
9002,2026-03-02 10:00:00,Bo,Thal,bo@thal.example,1,Day pass,503,90.00,buyer@thal.example,Refunded
9003,2026-03-02 11:00:00,Cy,Dorn,cy@dorn.example,1,Day pass,504,90.00,buyer@thal.example,Not Attending
9004,2026-03-02 12:00:00,Di,Ems,di@ems.example,1,Day pass,505,90.00,buyer@thal.example,Checked In
"""  # noqa: E501 - as the export is written
Write = Callable[..., Path]


class Room:
    """A workspace with a campaign that asks the questions of the shipped script."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        self.store = store
        self.intake = Intake(store, clock, "ana")
        self.library = Library(store, clock, "ana")
        self.campaign(FAIR, "north")

    def campaign(self, name: str, client: str) -> None:
        self.library.new_campaign(name, region="DE", client=client)
        self.library.set_script(name, self.library.shipped_script())

    def leads(self, loaded: Loaded) -> list[Lead]:
        with self.store.reading() as tx:
            ids = dict.fromkeys(LeadId(one) for one in loaded.lead_ids if one)
            return list(load_leads(tx, ids).values())

    def did(self, loaded: Loaded, at: int = 0) -> list[str]:
        return [done.says for done in self.leads(loaded)[at].touchpoints]


@pytest.fixture
def room(store: Store, clock: SetClock) -> Room:
    """Once in each database."""
    return Room(store, clock)


@pytest.fixture
def desk(sqlite_store: Store, clock: SetClock) -> Room:
    return Room(sqlite_store, clock)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str, name: str = "list.csv") -> Path:
        path = tmp_path / name
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    return written


def read_as(found: Preview) -> dict[str, tuple[Field, Surety, Because]]:
    return {one.heading: (one.field, one.surety, one.because) for one in found.columns}


def test_a_source_is_read_the_next_time_as_it_was_mapped(room: Room, write: Write) -> None:
    room.intake.load(write(LIST), campaign=FAIR, mapping={"Field 7": "note"})
    moved = "Field 7,E-mail,Company,Phone,Name\nTall,cy@dorn.example,Dorn,030 23125 419,Cy Dorn\n"
    found = room.intake.preview(write(moved), FAIR)
    assert read_as(found)["Field 7"] == (Field.NOTE, Surety.SURE, Because.REMEMBERED)
    assert found.notes == ("Read as the last list from this source.",)
    loaded = room.intake.load(write(moved), campaign=FAIR)
    (lead,) = room.leads(loaded)
    assert lead.touchpoints == (Touchpoint(kind=TouchpointKind.NOTE, says="Tall"),)


def test_a_column_put_in_is_named_and_shifts_nothing(room: Room, write: Write) -> None:
    room.intake.load(write(LIST), campaign=FAIR, mapping={"Field 7": "note"})
    wider = (
        LIST.replace("Name,", "Hall,Name,", 1)
        .replace("\nAnna", "\n3,Anna")
        .replace("\nBo", "\n4,Bo")
    )
    path = write(wider, "wider.csv")
    found = room.intake.preview(path, FAIR)
    assert "Read as the last list from this source; 1 new column: Hall." in found.notes
    assert read_as(found)["Field 7"] == (Field.NOTE, Surety.LIKELY, Because.REMEMBERED)
    loaded = room.intake.load(path, campaign=FAIR)
    assert "Read as the last list from this source; 1 new column: Hall." in loaded.notes
    assert room.did(loaded)[-1] == "Hall: 3"


def test_rows_left_out_come_back_mended_and_are_read_as_their_list(
    desk: Room, write: Write, tmp_path: Path
) -> None:
    few = "Name,Ruf,Field 7\nAnna Berg,030 23125 417,Tall\n,,Wants prices\n"
    mapping, out = {"Field 7": "note", "Ruf": "phone"}, tmp_path / "left out.csv"
    loaded = desk.intake.load(write(few), campaign=FAIR, mapping=mapping, left_out=out)
    assert (loaded.new, loaded.left_out) == (1, 1)
    mended = out.read_text(encoding="utf-8-sig").replace(
        '"","","Wants', '"Cy Dorn","030 23125 419","Wants'
    )
    again = desk.intake.load(write(mended, "mended.csv"), campaign=FAIR)
    assert (again.new, again.left_out) == (1, 0)
    (cy,) = desk.leads(again)
    assert cy.touchpoints == (Touchpoint(kind=TouchpointKind.NOTE, says="Wants prices"),)
    assert cy.contact.phones[0].e164 == "+493023125419"


def test_columns_we_put_into_the_file_of_rows_left_out_are_not_new_ones(
    desk: Room, write: Write, tmp_path: Path
) -> None:
    out = tmp_path / "left out.csv"
    desk.intake.load(write("Name,Phone\nAnna,030 23125 417\n,\n-,-\n"), campaign=FAIR, left_out=out)
    again = desk.intake.load(out, campaign=FAIR)
    assert "Read as the last list from this source." in again.notes


def test_a_load_says_what_of_the_file_was_not_loaded(desk: Room, write: Write) -> None:
    """The dry run is not the only place to learn that a line or a sheet is missing."""
    path = write(f"Fair of spring 2026\n\n{LIST}")
    note = "Row 1 stands above the table and is not loaded."
    assert note in desk.intake.preview(path, FAIR).notes
    assert desk.intake.load(path, campaign=FAIR).notes.count(note) == 1


def test_letters_nobody_could_prove_are_said_unless_a_person_chose_them(
    desk: Room, tmp_path: Path
) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes("Name,Phone\nJ\u00f6rg Wei\u00df,030 23125 417\n".encode("cp1252"))
    note = "The letters were read as Western European. Choose others if names look wrong."
    assert note in desk.intake.preview(path, FAIR).notes
    assert note in desk.intake.load(path, campaign=FAIR, dry_run=True).notes
    chosen = ListChoices(form=ListForm(encoding="cp1252"))
    assert note not in desk.intake.load(path, campaign=FAIR, choices=chosen).notes


def test_a_sheet_without_people_is_refused_with_the_sheets_to_choose_from(
    desk: Room, tmp_path: Path
) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "l.xlsx"))
    book.add_worksheet("About").write_column(0, 0, ["The leads of May", "Ask if in doubt"])
    page = book.add_worksheet("Data")
    page.write_column(0, 0, ["E-mail", "a@b.example"])
    book.close()
    with pytest.raises(ListRefused, match="It is the sheet “About”; choose another: “Data”"):
        desk.intake.load(tmp_path / "l.xlsx", campaign=FAIR)


def test_only_a_list_that_was_really_loaded_is_remembered(desk: Room, write: Write) -> None:
    path, mapping = write(LIST), {"Field 7": "note"}
    desk.intake.load(path, campaign=FAIR, mapping=mapping, dry_run=True)
    desk.intake.load(path, campaign=FAIR, choices=ListChoices(mapping=mapping, remember=False))
    assert read_as(desk.intake.preview(path, FAIR))["Field 7"][2] is Because.NOTHING
    desk.intake.load(path, campaign=FAIR, mapping=mapping)
    assert read_as(desk.intake.preview(path, FAIR))["Field 7"][2] is Because.REMEMBERED


def test_the_lists_of_another_client_are_read_on_their_own(desk: Room, write: Write) -> None:
    """O7."""
    desk.campaign("South fair", "south")
    path = write(LIST)
    desk.intake.load(path, campaign=FAIR, mapping={"Field 7": "note"})
    assert read_as(desk.intake.preview(path, "South fair"))["Field 7"][0] is Field.OTHER
    assert read_as(desk.intake.preview(path))["Field 7"][0] is Field.OTHER


def test_what_is_guessed_is_said_once(desk: Room, write: Write) -> None:
    odd = "Contact,Emial,Company\n030 23125 417,a@b.example,Ems\n030 23125 418,c@d.example,Elbe\n"
    loaded = desk.intake.load(write(odd), campaign=FAIR)
    assert loaded.notes == (
        "“Contact” is read as phone, by its values.",
        "The column “Emial” was read as email.",
    )


def test_a_mapping_corrected_later_is_what_is_remembered(desk: Room, write: Write) -> None:
    path = write(LIST)
    desk.intake.load(path, campaign=FAIR, mapping={"Field 7": "title"})
    desk.intake.load(path, campaign=FAIR, mapping={"Field 7": "note"})
    assert read_as(desk.intake.preview(path, FAIR))["Field 7"][0] is Field.NOTE


def test_what_only_the_values_said_is_said_anew_by_the_next_values(
    desk: Room, write: Write
) -> None:
    numbers = "Contact,City,Row\n030 23125 417,Ulm,a\n030 23125 418,Bonn,b\n"
    names = "Contact,City,Row\nAnna Berg,Ulm,a\nBo Thal,Bonn,b\n"
    desk.intake.load(write(numbers), campaign=FAIR)
    found = read_as(desk.intake.preview(write(names, "names.csv"), FAIR))
    assert found["Contact"] == (Field.NAME, Surety.SURE, Because.HEADING)


def test_a_zoom_report_adds_up_the_minutes_of_who_was_cut_off(room: Room, write: Write) -> None:
    """O4: one row per rejoin, one person, one sum; and those who did not come stay."""
    path = write(ZOOM)
    assert room.intake.preview(path, FAIR).preset == "This is a Zoom attendee report."
    loaded = room.intake.load(path, campaign=FAIR, choices=ListChoices(day_first=False))
    assert (loaded.rows, loaded.new, loaded.merged, loaded.left_out) == (3, 2, 1, 0)
    anna, cy = room.leads(loaded)
    stays = [done for done in anna.touchpoints if done.kind is TouchpointKind.ATTENDED]
    assert stays == [
        Touchpoint(
            kind=TouchpointKind.ATTENDED,
            says="Attended 50 minutes, joined 2 times",
            at=datetime(2026, 3, 11, 9, 32, tzinfo=UTC),
            value="50",
        )
    ]
    assert anna.contact.country == "DE"
    assert "What are you working on? Fewer rejects" in room.did(loaded)
    assert "Registered, did not attend" in [done.says for done in cy.touchpoints]
    assert not any("Leave Time" in says or "Guest" in says for says in room.did(loaded))


def test_the_same_report_again_doubles_no_minute(room: Room, write: Write) -> None:
    path = write(ZOOM)  # nobody says whether the 3rd or the 11th comes first
    before = room.leads(room.intake.load(path, campaign=FAIR))
    again = room.intake.load(path, campaign=FAIR)
    assert (again.new, again.updated, again.merged) == (0, 2, 1)
    assert room.leads(again) == before
    assert "Attended 50 minutes, joined 2 times, from 03/11/2026 09:32:00 AM" in room.did(again)


def test_leads_of_a_form_come_without_marks_and_without_tests(desk: Room, write: Write) -> None:
    path = write(META)
    found = desk.intake.preview(path, FAIR)
    assert found.preset == "These are leads from a Facebook or Instagram form."
    loaded = desk.intake.load(path, campaign=FAIR)
    assert [(row.row_number, row.reason) for row in loaded.left_out_rows] == [
        (3, TEST_ROW),
        (4, TEST_ROW),
    ]
    (anna,) = desk.leads(loaded)
    assert anna.external_id == "101"
    assert anna.contact.phones[0].e164 == "+493023125417"
    assert anna.contact.postcode == "01960"
    says = desk.did(loaded)
    assert "platform: Facebook" in says
    assert "form_name: Guide" in says
    assert not any("ad_id" in one or "f:3" in one for one in says), "ids are no noise"
    (answer,) = [one for one in anna.touchpoints if one.kind is TouchpointKind.FORM_ANSWER]
    assert (answer.question, answer.value) == ("need", "a new line")
    assert answer.at == datetime(2026, 3, 11, 8, 12, tzinfo=UTC)


def test_tickets_given_back_are_left_out_and_a_group_is_one_buyer(desk: Room, write: Write) -> None:
    loaded = desk.intake.load(write(EVENTBRITE), campaign=FAIR)
    assert loaded.notes[0] == "This is an Eventbrite list of attendees."
    assert (loaded.rows, loaded.new, loaded.merged, loaded.left_out) == (5, 2, 1, 2)
    assert {row.reason for row in loaded.left_out_rows} == {CANCELLED}
    anna, di = desk.leads(loaded)
    assert anna.contact.emails == ("anna@elbkorn.example",)
    assert {"Ticket Type: Day pass", "Ticket Type: Dinner"} <= set(desk.did(loaded))
    assert di.contact.emails == ("di@ems.example",), "the buyer's address is not theirs"
    assert "Buyer Email: buyer@thal.example" in desk.did(loaded, 1)
    assert TouchpointKind.ATTENDED in {done.kind for done in di.touchpoints}, "checked in"


def test_a_no_in_the_row_stays_out_and_a_yes_is_told_with_its_words(
    desk: Room, write: Write
) -> None:
    """O5: consent per row."""
    consent = """Name,Phone,GDPR consent,GDPR consent date,Consent text
    Anna Berg,030 23125 417,yes,2026-03-01,You may phone me.
    Bo Thal,030 23125 418,no,2026-03-01,You may phone me.
    Cy Dorn,030 23125 419,,,
    """
    loaded = desk.intake.load(write(consent.replace("\n    ", "\n")), campaign=FAIR)
    assert [(row.row_number, row.reason) for row in loaded.left_out_rows] == [(3, SAID_NO)]
    assert desk.did(loaded) == ["GDPR consent: yes, “You may phone me.”"]
    assert desk.leads(loaded)[0].touchpoints[0].at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert desk.did(loaded, 1) == []


def test_the_preview_offers_the_questions_a_column_may_answer(desk: Room, write: Write) -> None:
    """O6."""
    path = write(LIST)
    asked = [one.id for one in desk.intake.preview(path, FAIR).questions]
    assert "need" in asked
    assert "opening" not in asked, "what is only read aloud takes no answer"
    assert desk.intake.preview(path).questions == ()
    with pytest.raises(Refused, match="It asks: need"):
        desk.intake.load(path, campaign=FAIR, mapping={"Field 7": "question:hobby"})


def test_an_answer_of_a_form_waits_on_the_card_to_be_confirmed(desk: Room, write: Write) -> None:
    """O6: the option it names is chosen already, and does not count before it is confirmed."""
    form = """Name,Phone,What are you working on?,When?
    Anna Berg,030 23125 417,Fewer rejects,3 TO 6 months
    Bo Thal,030 23125 418,A new line,before the summer
    """
    loaded = desk.intake.load(
        write(form.replace("\n    ", "\n")), campaign=FAIR, mapping={"When?": "question:date"}
    )
    assert (
        "The column “What are you working on?” was read as an answer to: What are they working on?"
        in loaded.notes
    )
    first, second = (LeadId(one) for one in loaded.lead_ids if one)
    calling = Desk(desk.store, SetClock(datetime(2026, 3, 17, 9, 24, tzinfo=UTC)), "ana").calling
    known = calling.card(first).answers
    assert {key: (one.value, one.confirmed, one.is_answered) for key, one in known.items()} == {
        "need": ("Fewer rejects", False, False),
        "date": ("3_to_6_months", False, False),
    }
    date = calling.card(second).answers["date"]  # type: ignore[index]
    assert (date.value, date.words, date.confirmed) == (None, "before the summer", False)
