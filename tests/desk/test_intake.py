"""Loading a list: every row is accounted for, all of it or none, nothing overwritten (O1-O5)."""

import csv
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualdesk.core.cards import NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.columns import Field, Surety
from qualdesk.core.errors import ExportRefused, ListRefused, NotFound, Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket, Lead, PhoneKind
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.core.sources import SourceType, TouchpointKind
from qualdesk.desk import Desk
from qualdesk.desk.intake import Intake, Loaded
from qualdesk.desk.library import Library
from qualdesk.resources import shipped
from qualdesk.store import overview, schema
from qualdesk.store.database import Store
from qualdesk.store.history import entries, verify
from qualdesk.store.leads import load_leads
from qualdesk.store.suppression import fingerprints, suppress
from sizes import tried

FAIR = "Spring fair"
LIST = """Name;Company;Phone;E-mail;Country;Stand note
Anna Berg;Elbkorn GmbH;030 23125 417;anna@elbkorn.example;Germany;Wants prices
Bo Thal;Thal Ltd;0117 496 0342;bo@thal.example;United Kingdom;
A. Berg;Elbkorn;+49 30 23125417;;;Came back
;;;;;
;Nobody GmbH;;;;
Cy Dorn;Dorn AG;12345;;Germany;No card
"""


class Room:
    """A workspace with one campaign, and what a test asks of it."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        self.store = store
        self.intake = Intake(store, clock, "ana")
        self.library = Library(store, clock, "ana")
        self.library.new_campaign(FAIR, region="DE", client="north")

    def leads(self, loaded: Loaded | None = None) -> list[Lead]:
        with self.store.reading() as tx:
            ids = loaded.lead_ids if loaded else range(1, 5000)
            return list(load_leads(tx, [LeadId(one) for one in ids if one]).values())

    def by_name(self, name: str) -> Lead:
        (found,) = [lead for lead in self.leads() if lead.contact.name == name]
        return found

    def adds_up(self, loaded: Loaded) -> bool:
        parts = loaded.new + loaded.updated + loaded.merged + loaded.left_out
        with self.store.reading() as tx:
            counts, total = overview.bucket_counts(tx)
        return (
            parts == loaded.rows == len(loaded.lead_ids)
            and loaded.left_out == len(loaded.left_out_rows) == list(loaded).count(None)
            and sum(counts.values()) == total
        )


@pytest.fixture
def room(store: Store, clock: SetClock) -> Room:
    """Once in each database."""
    return Room(store, clock)


@pytest.fixture
def desk(sqlite_store: Store, clock: SetClock) -> Room:
    """In SQLite only, where the database makes no difference."""
    return Room(sqlite_store, clock)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def written(text: str, name: str = "list.csv") -> Path:
        path = tmp_path / name
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    return written


Write = Callable[..., Path]


def test_every_row_is_new_updated_merged_or_left_out(room: Room, write: Write) -> None:
    """Q5, complaint 2: counts that add up, each row left out with its number and reason."""
    loaded = room.intake.load(write(LIST), campaign=FAIR)
    assert (loaded.rows, loaded.new, loaded.updated, loaded.merged, loaded.left_out) == (
        5,
        3,
        0,
        1,
        1,
    )
    assert room.adds_up(loaded)
    (row,) = loaded.left_out_rows
    assert (row.row_number, row.reason) == (6, "No name, and nothing to reach them by.")
    assert row.raw["Company"] == "Nobody GmbH"
    assert loaded[0] == loaded[2] != loaded[1], "a merged row has the lead of its first row"
    assert loaded.changes.leads == {one for one in loaded if one}
    assert loaded.changes.queue


def test_a_lead_holds_all_that_the_rows_say(room: Room, write: Write) -> None:
    loaded = room.intake.load(write(LIST), campaign=FAIR)
    anna, bo, cy = room.leads(loaded)
    assert [done.says for done in anna.touchpoints] == ["Wants prices", "Came back"]
    assert anna.contact.zones == ("Europe/Berlin",)
    assert bo.contact.phones[0].e164 == "+441174960342"
    assert bo.bucket is Bucket.WAITING
    assert cy.bucket is Bucket.RESEARCH
    assert "Too short" in cy.reason
    assert cy.contact.phones[0].raw == "12345"
    assert "find one in Research" in " ".join(loaded.notes)


def test_a_dry_run_says_the_same_and_writes_nothing(room: Room, write: Write) -> None:
    path = write(LIST)
    told = room.intake.load(path, campaign=FAIR, dry_run=True)
    assert room.leads() == []
    assert room.intake.lists() == ()
    assert (told.list_id, told.changes.leads) == (None, frozenset())
    done = room.intake.load(path, campaign=FAIR)
    for name in ("rows", "new", "updated", "merged", "left_out", "notes", "left_out_rows"):
        assert getattr(told, name) == getattr(done, name), name


def test_the_same_file_again_updates_and_says_so(room: Room, write: Write) -> None:
    path = write(LIST)
    first = room.intake.load(path, campaign=FAIR)
    before = room.leads()
    again = room.intake.load(path, campaign=FAIR)
    assert (again.new, again.updated, again.merged, again.left_out) == (0, 3, 1, 1)
    assert again.lead_ids == first.lead_ids
    assert "loaded before" in again.notes[0]
    assert room.leads() == before, "the same list adds nothing"
    assert room.adds_up(again)


def test_what_is_known_is_never_overwritten_and_gaps_are_filled(room: Room, write: Write) -> None:
    room.intake.load(
        write("Name;Phone;Title;City\nAnna Berg;030 23125 417;Buyer;\n", "a.csv"), campaign=FAIR
    )
    loaded = room.intake.load(
        write(
            "Name;Phone;Mobile;E-mail;Company;Title;City;Note\n"
            "Anna Berg;030 23125 417;0170 1234567;a@b.example;Elbkorn;Boss;Berlin;Second visit\n",
            "b.csv",
        ),
        campaign=FAIR,
    )
    assert (loaded.updated, loaded.new) == (1, 0)
    lead = room.by_name("Anna Berg")
    contact = lead.contact
    assert (contact.title, contact.city, contact.company_name) == ("Buyer", "Berlin", "Elbkorn")
    assert [phone.e164 for phone in contact.phones] == ["+493023125417", "+491701234567"]
    assert contact.emails == ("a@b.example",)
    assert [done.says for done in lead.touchpoints] == ["Second visit"]


def test_a_number_found_later_brings_a_lead_back_from_research(room: Room, write: Write) -> None:
    room.intake.load(write("Name;E-mail\nAnna Berg;a@b.example\n", "a.csv"), campaign=FAIR)
    assert room.by_name("Anna Berg").bucket is Bucket.RESEARCH
    room.intake.load(
        write("Name;E-mail;Phone\nAnna Berg;a@b.example;030 23125 417\n", "b.csv"), campaign=FAIR
    )
    lead = room.by_name("Anna Berg")
    assert (lead.bucket, lead.reason) == (Bucket.WAITING, "")


def test_a_known_person_gets_one_lead_in_each_campaign(room: Room, write: Write) -> None:
    room.library.new_campaign("Webinar", client="north")
    first = room.intake.load(write(LIST), campaign=FAIR)
    second = room.intake.load(
        write("Name;E-mail;Phone\nAnna Berg;anna@elbkorn.example;\n", "b.csv"), campaign="Webinar"
    )
    assert second.new == 1
    mine, other = room.leads(first)[0], room.leads(second)[0]
    assert mine.contact.id == other.contact.id
    assert mine.id != other.id
    # What is known of them from elsewhere counts: they can be dialled, and where they are.
    assert other.bucket is Bucket.WAITING
    assert other.contact.zones == ("Europe/Berlin",)


def test_doing_more_moves_a_lead_up(desk: Room, write: Write) -> None:
    desk.intake.load(write("Name;Phone\nAnna Berg;030 23125 417\n", "a.csv"), campaign=FAIR)
    assert not desk.by_name("Anna Berg").signals.asked_for_call
    desk.intake.load(
        write("Name;Phone;Call me\nAnna Berg;030 23125 417;yes\n", "b.csv"), campaign=FAIR
    )
    assert desk.by_name("Anna Berg").signals.asked_for_call


def test_whoever_must_not_be_called_never_comes_back_in(room: Room, write: Write) -> None:
    """Q6: invariant 6, in any spelling."""
    loaded = room.intake.load(write(LIST), campaign=FAIR)
    with room.store.transaction() as tx:
        suppress(tx, client="north", scope="person", lead_id=LeadId(loaded[0] or 0),
                 asked_by="them", by="ana", reason="asked")  # fmt: skip
    room.library.new_campaign("Webinar", client="north")
    again = room.intake.load(
        write("Name;Phone\nSomebody;0049 (0)30/23125-417\nBo;040 66969 214\n", "b.csv"),
        campaign="Webinar",
    )
    assert [row.reason for row in again.left_out_rows] == ["On the do-not-call list."]
    assert again[0] is None
    assert again[1] is not None


def _fingerprint(room: Room, lead: LeadId) -> tuple[str, str]:
    """That of a lead's person as it is kept, and as it must be by their name and company."""
    with room.store.reading() as tx:
        query = (
            sa.select(schema.contact.c.fingerprint, schema.contact.c.name_key, schema.company.c.key)
            .join(schema.lead, schema.lead.c.contact_id == schema.contact.c.id)
            .outerjoin(schema.company, schema.company.c.id == schema.contact.c.company_id)
            .where(schema.lead.c.id == lead)
        )
        kept, name, works_at = tx.connection.execute(query).one()
        return kept, fingerprints(tx).person(name, works_at or "")


@pytest.mark.parametrize(
    "lists",
    [
        ["Name;Company;Phone\n;;030 23125 417\n",
         "Name;Company;Phone\nAnna Berg;Elbkorn;030 23125 417\n"],
        ["Name;Company;Phone\n;Elbkorn;030 23125 417\n",
         "Name;Company;Phone\nAnna Berg;;030 23125 417\n"],
        ["Name;Company;Phone\nAnna Berg;;030 23125 417\nAnna Berg;Elbkorn;030 23125 417\n"],
        ["Name;Company;Phone\n;Elbkorn;030 23125 417\nAnna Berg;;030 23125 417\n"],
    ],
    ids=["both learnt later", "name learnt later", "merged company", "merged name"],
)  # fmt: skip
def test_who_is_known_from_several_rows_is_recognised_when_they_say_no(
    room: Room, write: Write, lists: list[str]
) -> None:
    """Q6: a do-not-call finds a person by the name and company they have in the end."""
    loaded = [room.intake.load(write(text, f"{n}.csv"), campaign=FAIR)
              for n, text in enumerate(lists)]  # fmt: skip
    kept, should_be = _fingerprint(room, LeadId(loaded[0][0] or 0))
    assert kept == should_be != ""


def test_who_said_no_is_recognised_in_a_list_where_two_rows_are_one_person(
    room: Room, write: Write
) -> None:
    """Q6: also when the first of the rows does not say where they work."""
    loaded = room.intake.load(
        write("Name;Company;Phone\nAnna Berg;Elbkorn;030 23125 417\n"), campaign=FAIR
    )
    with room.store.transaction() as tx:
        suppress(tx, client="north", scope="person", lead_id=LeadId(loaded[0] or 0),
                 asked_by="them", by="ana", reason="asked")  # fmt: skip
    room.library.new_campaign("Webinar", client="north", region="DE")
    again = room.intake.load(
        write("Name;Company;Phone\nAnna Berg;;040 66969 214\nAnna Berg;Elbkorn;040 66969 214\n",
              "b.csv"),
        campaign="Webinar",
    )  # fmt: skip
    assert again.left_out == again.rows


def test_do_not_contact_in_a_list_silences_a_lead_that_is_there(room: Room, write: Write) -> None:
    """O5: it never enters the queue, and who is in it already leaves it."""
    room.intake.load(write(LIST), campaign=FAIR)
    loaded = room.intake.load(
        write("Name;Phone;Do not contact\nAnna Berg;030 23125 417;yes\n", "no.csv"), campaign=FAIR
    )
    assert [row.reason for row in loaded.left_out_rows] == ["The list says: do not contact."]
    lead = room.by_name("Anna Berg")
    assert lead.bucket is Bucket.DO_NOT_CALL
    assert lead.id in loaded.changes.leads
    assert "left the queue" in " ".join(loaded.notes)
    assert room.adds_up(loaded)


def test_a_campaign_or_country_nobody_knows_is_refused(desk: Room, write: Write) -> None:
    path = write(LIST)
    with pytest.raises(NotFound, match=FAIR):
        desk.intake.load(path, campaign="Gone")
    with pytest.raises(Refused, match="Mordor"):
        desk.intake.load(path, campaign=FAIR, region="Mordor")
    assert desk.intake.load(path, campaign=FAIR, region="Germany").new == 3


def test_a_file_with_nobody_in_it_is_refused(desk: Room, write: Write) -> None:
    with pytest.raises(ListRefused, match="looks like a name"):
        desk.intake.load(write("Size;Colour\n4;red\n"), campaign=FAIR)
    with pytest.raises(ListRefused, match="no rows"):
        desk.intake.load([], campaign=FAIR)
    assert desk.leads() == []


def test_a_mapping_says_what_the_guesses_got_wrong(desk: Room, write: Write) -> None:
    path = write("Wer;Womit\nAnna Berg;030 23125 417\n")
    loaded = desk.intake.load(path, campaign=FAIR, mapping={"Wer": "name", "Womit": "phone"})
    assert desk.leads(loaded)[0].contact.phones[0].e164 == "+493023125417"
    with pytest.raises(Refused, match="Wen"):
        desk.intake.load(path, campaign=FAIR, mapping={"Wen": "name"})


def test_a_guess_that_is_only_likely_is_said(desk: Room, write: Write) -> None:
    loaded = desk.intake.load(write("Nmae;Phone\nAnna;030 23125 417\n"), campaign=FAIR)
    assert "The column “Nmae” was read as name." in loaded.notes


def test_a_preview_shows_the_file_and_writes_nothing(desk: Room, write: Write) -> None:
    seen = desk.intake.preview(write("Fair 2026;;\n\n" + LIST), campaign=FAIR)
    assert (seen.format, seen.encoding, seen.delimiter, seen.header_row) == (
        "csv",
        "utf-8",
        ";",
        3,
    )
    assert seen.headings[0] == "Name"
    assert seen.columns[2].field is Field.PHONE
    assert seen.columns[2].surety is Surety.SURE
    assert seen.columns[2].samples == ("030 23125 417", "0117 496 0342", "+49 30 23125417")
    assert seen.first_rows[0][0] == "Anna Berg"
    assert desk.leads() == []
    with pytest.raises(NotFound):
        desk.intake.preview(write(LIST), campaign="Gone")


def test_rows_left_out_can_be_mended_and_loaded(desk: Room, write: Write, tmp_path: Path) -> None:
    """Complaint 2: nothing is lost; the file has the original columns and the reason."""
    path = tmp_path / "left-out.csv"
    text = "Name;Phone;Note;Extra\n;;=1+1;x\nAnna;030 23125 417;;\n"
    loaded = desk.intake.load(write(text), campaign=FAIR, left_out=path)
    assert loaded.left_out == 1
    with path.open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row["Row"] == "2"
    assert row["Why it was left out"] == "No name, and nothing to reach them by."
    assert row["Note"] == "'=1+1", "a spreadsheet runs nothing"
    mended = path.read_text(encoding="utf-8-sig")
    mended = mended.replace('\n"",""', '\n"Bo Thal","040 66969 214"', 1)
    path.write_text(mended, encoding="utf-8")
    again = desk.intake.load(path, campaign=FAIR)
    assert (again.new, again.left_out) == (1, 0)
    assert [done.says for done in desk.leads(again)[0].touchpoints] == ["=1+1", "Extra: x"]


def test_when_the_left_out_file_cannot_be_written_nothing_is_loaded(
    desk: Room, write: Write, tmp_path: Path
) -> None:
    with pytest.raises(ExportRefused, match="another folder"):
        desk.intake.load(write(LIST), campaign=FAIR, left_out=tmp_path / "gone" / "x.csv")
    assert desk.leads() == []


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize("way", ["itself", "soft link", "hard link"])
def test_rows_left_out_never_replace_the_list_being_loaded(
    desk: Room, write: Write, tmp_path: Path, way: str, *, dry_run: bool
) -> None:
    """Nothing is ever lost: the same name typed twice must not cost a person their list."""
    source = write(LIST)
    target = source if way == "itself" else tmp_path / "left-out.csv"
    if way == "soft link":
        target.symlink_to(source)
    elif way == "hard link":
        target.hardlink_to(source)
    before = source.read_bytes()
    with pytest.raises(ExportRefused, match="Choose another name"):
        desk.intake.load(source, campaign=FAIR, left_out=target, dry_run=dry_run)
    assert source.read_bytes() == target.read_bytes() == before
    assert desk.leads() == []


@pytest.mark.parametrize(
    "there", ["Name;Phone\nBo;1\n", "", "\0\1", "Row,Why it was left out,Mine"]
)
def test_rows_left_out_replace_no_file_of_somebody_else(
    desk: Room, write: Write, there: str
) -> None:
    target = write(there, "other.csv")
    before = target.read_bytes()
    with pytest.raises(ExportRefused, match="Choose another name"):
        desk.intake.load(write(LIST), campaign=FAIR, left_out=target)
    with pytest.raises(ExportRefused, match="Choose another name"):
        desk.intake.load(write(LIST), campaign=FAIR, left_out=target.parent)
    assert target.read_bytes() == before
    assert desk.leads() == []


def test_rows_left_out_replace_earlier_ones_and_nothing_is_written_without_a_row(
    desk: Room, write: Write, tmp_path: Path
) -> None:
    target = tmp_path / "left-out.csv"
    whole = write("Name;Phone\nAnna;030 23125 417\n", "whole.csv")
    desk.intake.load(whole, campaign=FAIR, left_out=target)
    assert not target.exists()
    desk.intake.load(
        write("Name;Company\n;Solo GmbH\nBo;Elbkorn\n"), campaign=FAIR, left_out=target
    )
    first = target.read_text(encoding="utf-8-sig")
    desk.intake.load(write(LIST), campaign=FAIR, left_out=target)
    second = target.read_text(encoding="utf-8-sig")
    assert first != second
    assert "Nobody GmbH" in second
    desk.intake.load(whole, campaign=FAIR, left_out=target)
    assert target.read_text(encoding="utf-8-sig") == second, "an earlier one is not removed"


class StopAt(Progress):
    """Somebody presses Stop at the first report of a kind of work."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = word

    def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
        if says == self._word or (not self._word and done):
            self.cancel()
        super().report(done, of, says)


@pytest.mark.parametrize("word", ["", "Comparing", "Saving"])
def test_stopping_leaves_nothing(room: Room, write: Write, word: str) -> None:
    rows = "".join(f"P {n};030 23125 {n:03}\n" for n in range(999))
    with pytest.raises(Cancelled):
        room.intake.load(write("Name;Phone\n" + rows), campaign=FAIR, progress=StopAt(word))
    assert room.leads() == []
    assert room.intake.lists() == ()
    assert room.intake.load(write(LIST), campaign=FAIR).new == 3


def test_progress_says_how_far_it_is(desk: Room, write: Write) -> None:
    progress = Progress()
    desk.intake.load(write(LIST), campaign=FAIR, progress=progress)
    assert (progress.done, progress.of, progress.says) == (5, 5, "Saving")


def test_a_loaded_list_is_in_the_history_and_in_the_overview(room: Room, write: Write) -> None:
    loaded = room.intake.load(write(LIST), campaign=FAIR)
    (told,) = room.intake.lists()
    assert (told.id, told.file_name, told.loaded_by) == (loaded.list_id, "list.csv", "ana")
    assert (told.rows, told.new, told.merged, told.left_out) == (5, 3, 1, 1)
    assert (told.leads, told.called, told.finished, told.qualified) == (3, 0, 0, 0)
    with room.store.reading() as tx:
        (entry,) = entries(tx, "list", loaded.list_id)
        assert verify(tx) is None
    assert (entry.who, entry.what) == ("ana", "loaded")
    assert entry.details == {"rows": 5, "new": 3, "updated": 0, "merged": 1, "left_out": 1}


def test_rows_of_a_program_are_loaded_in_order(room: Room) -> None:
    """The door a simulator uses: ids in the order of the rows."""
    closes = datetime(2026, 3, 20, 16, tzinfo=UTC)
    opens = datetime(2026, 3, 18, 8, tzinfo=UTC)
    rows = [
        {
            "external_id": f"x{n}",
            "name": f"Person {n}",
            "phone": f"+4930231254{n:02}",
            "phone_kind": "mobile",
            "zone": "Europe/Berlin",
            "source": "webinar",
            "asked_for_call": n == 3,
            "window": (opens, closes) if n == 4 else None,
            "touchpoints": [{"kind": "demo", "says": "Saw it"}],
        }
        for n in range(20)
    ]
    loaded = room.intake.load(rows, campaign=FAIR)
    assert loaded.new == len(loaded) == 20
    leads = room.leads(loaded)
    assert [lead.external_id for lead in leads] == [f"x{n}" for n in range(20)]
    assert leads[3].signals.asked_for_call
    assert leads[3].signals.source is SourceType.WEBINAR
    assert leads[0].contact.phones[0].kind is PhoneKind.MOBILE
    assert leads[0].touchpoints[0].kind is TouchpointKind.DEMO
    assert leads[4].next_at == opens, "it rests until its own window opens"
    assert room.intake.load(rows, campaign=FAIR).updated == 20


def test_a_left_out_row_of_a_program_has_no_lead(desk: Room) -> None:
    loaded = desk.intake.load([{"name": "Anna", "phone": "+493023125417"}, {}], campaign=FAIR)
    assert loaded[0] is not None
    assert loaded[1] is None
    assert loaded.left_out_rows[0].row_number == 2


def test_keys_of_a_program_that_are_no_fields_are_named_and_kept(desk: Room) -> None:
    row = {"name": "Anna", "phone": "+13055550142", "country": "US", "state": "FL"}
    loaded = desk.intake.load([{**row, "regoin": "South"}], campaign=FAIR)
    assert [note for note in loaded.notes if "regoin" in note] == [
        "No field is called “regoin”: what stands there is kept with the lead, and not used."
    ]
    (lead,) = desk.leads(loaded)
    assert set(lead.contact.zones) == {"America/Chicago", "America/New_York"}
    assert "regoin: South" in [done.says for done in lead.touchpoints]


def test_two_lists_at_once_are_both_right(postgres_url: str, clock: SetClock, write: Write) -> None:
    """Two desks load the same people at the same moment: each person is there once."""
    from concurrent.futures import ThreadPoolExecutor

    rows = "".join(f"Person {n};030 2312 {n:04}\n" for n in range(300))
    path = write("Name;Phone\n" + rows)
    stores = [Store(postgres_url, clock=clock, durable=False) for _ in range(2)]
    Room(stores[0], clock)

    def load(store: Store) -> Loaded:
        return Intake(store, clock, "ana").load(path, campaign=FAIR)

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(load, stores))
    assert sorted((done.new, done.updated) for done in results) == [(0, 300), (300, 0)]
    assert results[0].lead_ids == results[1].lead_ids
    for store in stores:
        store.close()


def test_a_killed_intake_leaves_nothing_callable(
    sqlite_file: Path, write: Write, clock: SetClock
) -> None:
    """The process is killed while it saves: nobody is called from what it left, and it goes on."""
    rows = "".join(f"Person {n};030 2312 {n:04}\n" for n in range(3000))
    path = write("Name;Phone\n" + rows)
    store = Store(f"sqlite:///{sqlite_file}", clock=clock, durable=False)
    Room(store, clock)
    program = textwrap.dedent("""
        import os, signal, sys
        from datetime import UTC, datetime
        from qualdesk.core.clock import SetClock
        from qualdesk.core.progress import Progress
        from qualdesk.desk.intake import Intake
        from qualdesk.store.database import Store

        class Killed(Progress):
            def report(self, done, of=None, says=None):
                if says == "Saving" and 0 < done < 3000:
                    os.write(1, str(done).encode())
                    os.kill(os.getpid(), signal.SIGKILL)

        clock = SetClock(datetime(2026, 3, 17, 9, 24, tzinfo=UTC))
        store = Store("sqlite:///" + sys.argv[1], clock=clock)
        Intake(store, clock, "ana").load(sys.argv[2], campaign="Spring fair", progress=Killed())
    """)
    done = subprocess.run(
        [sys.executable, "-c", program, str(sqlite_file), str(path)],
        check=False,
        timeout=120,
        stdout=subprocess.PIPE,
    )
    assert done.returncode == -9
    saved = int(done.stdout)
    intake = Intake(store, clock, "ana")
    (told,) = intake.lists()
    assert (told.state, told.can_undo) == ("loading", False), "its desk may be alive"
    clock.advance(timedelta(minutes=1))
    (told,) = intake.lists()
    assert (told.is_unfinished, told.can_undo, told.can_resume) == (True, True, True)
    assert told.rows == saved < 3000
    desk = Desk(store, clock, "ana")
    nothing = desk.calling.next_lead()
    assert isinstance(nothing, NothingToCall)
    (reason,) = nothing.reasons
    assert (reason.code, reason.leads) == ("loading", told.rows)
    with store.reading() as tx:
        counts, total = overview.bucket_counts(tx)
    assert total == counts[Bucket.WAITING] == told.rows
    again = intake.load(path, campaign=FAIR)
    assert again.new == 3000
    assert "broken off" in again.notes[0]
    store.close()


def test_calling_goes_on_while_a_list_is_read(desk: Room, write: Write) -> None:
    """Reading and understanding rows takes nobody's place in the workspace."""
    rows = "".join(f"P {n};030 23125 {n:03}\n" for n in range(900))
    written = []

    class Meanwhile(Progress):
        def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
            if says != "Saving":
                with desk.store.transaction() as tx:
                    written.append(tx.now)
            super().report(done, of, says)

    desk.intake.load(write("Name;Phone\n" + rows), campaign=FAIR, progress=Meanwhile())
    assert len(written) >= 3


def test_the_shipped_sample_is_messy_on_purpose_and_adds_up(desk: Room, clock: SetClock) -> None:
    desk.library.new_from_files(
        "PackTech Expo 2026", source=shipped("samples", "packtech-expo.toml")
    )
    clock.advance(timedelta(hours=1))
    loaded = desk.intake.load(
        shipped("samples", "packtech-expo.csv"), campaign="PackTech Expo 2026"
    )
    assert desk.adds_up(loaded)
    assert (loaded.rows, loaded.new, loaded.merged, loaded.left_out) == (122, 110, 7, 5)
    leads = desk.leads(loaded)
    assert len({zone for lead in leads for zone in lead.contact.zones[:1]}) >= 12
    katrin = next(lead for lead in leads if lead.contact.name == "Katrin Albers")
    assert katrin.contact.company is not None
    assert katrin.contact.company.about == "Ready meals, about 420 people"
    assert katrin.contact.phones[0].shown == "+49 40 66969214"
    assert katrin.contact.phones[0].kind is PhoneKind.DIRECT
    said = [done.says for done in katrin.touchpoints]
    assert "Watched the tray sealer demo, 6 minutes" in said
    assert "Asked for a phone call this week" in said
    assert "Attended 44 minutes" in said, "the stand and the webinar are one person"
    reuters = [lead for lead in leads if lead.contact.company_name == "Backhaus Reuter GmbH"]
    assert len(reuters) == 3, "a switchboard is three people"
    assert sum(lead.bucket is Bucket.RESEARCH for lead in leads) == 7
    assert 10 <= sum(lead.signals.giveaway_only for lead in leads) <= 25
    assert sum(lead.signals.asked_for_call for lead in leads) >= 8


def test_a_spreadsheet_loads_like_a_text_list(desk: Room, tmp_path: Path) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(tmp_path / "l.xlsx"))
    page = book.add_worksheet()
    page.write_row(0, 0, ["Name", "Phone", "Country"])
    page.write_row(1, 0, ["Erin Walsh", 12125550177, "USA"])
    book.close()
    loaded = desk.intake.load(tmp_path / "l.xlsx", campaign=FAIR)
    assert desk.leads(loaded)[0].contact.phones[0].e164 == "+12125550177"


cells = st.sampled_from(
    (
        *("", "Anna Berg", "A. Berg", "Bo Thal", "030 23125 417", "12345", "+441174960342"),
        *("a@b.example", "yes", "Elbkorn GmbH", "=1+1", "N/A"),
    )
)
tables = st.lists(st.lists(cells, min_size=5, max_size=5), min_size=1, max_size=8)


@settings(max_examples=tried(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lists=st.lists(tables, min_size=1, max_size=3))
def test_after_any_lists_every_row_and_every_lead_has_its_place(
    desk: Room, lists: list[list[list[str]]]
) -> None:
    """Invariant 1, over lists that repeat, overlap and refuse."""
    keys = ("name", "phone", "email", "company", "do_not_contact")
    for table in lists:
        loaded = desk.intake.load(
            [dict(zip(keys, row, strict=True)) for row in table], campaign=FAIR
        )
        assert desk.adds_up(loaded)
        people = [lead.contact.id for lead in desk.leads()]
        assert len(people) == len(set(people)), "one lead per person and campaign"
