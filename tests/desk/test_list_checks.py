"""The problems of a list as the desk tells them: groups, answers, and the four counts (O1-O5)."""

import csv
from pathlib import Path

import openpyxl
import pytest

from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused
from qualdesk.core.leads import Bucket, Lead
from qualdesk.core.list_checks import CheckGroup, Section
from qualdesk.core.list_choices import IfKnown, ListChoices, RowMend
from qualdesk.core.list_groups import left_out
from qualdesk.core.list_heaps import Heap
from qualdesk.desk.intake import Intake, Loaded
from qualdesk.desk.library import Library
from qualdesk.store import list_verdicts
from qualdesk.store.database import Store
from qualdesk.store.leads import load_leads
from qualdesk.store.suppression import suppress

FAIR = "Spring fair"
MESSY = """Stand scans

Name;Company;Phone;E-mail;Country;Scanned at;Giveaway;Opt out
KRÖGER SABINE;Molkerei Aller;040 66969 118;s.kroeger@aller.example;;03/04/2026;;
Jonas Reuter;Backhaus Reuter;030 23125 417;;Germany;05/03/2026;;
Emily Sharp;Avonbrook Dairy;020 7946 0342;;;06/03/2026;only;
Ralf Simon;Simon Convenience;12345;;Germany;;;
;;23125;;Germany;;;
Nadine Vogt;Tiefkühl Vogt;+49 40 66969 286;;Germany;;;
Nadine Vogt;Tiefkühl Vogt GmbH;040 66969 286;;Germany;;;
Tom Ash;Ash Ltd;020 7946 0999;;United Kingdom;;;
Tom Nope;Nope Ltd;020 7946 0777;;United Kingdom;;;yes
test lead;;;;;;;
;;;;;;only;
Jan Petersen;Fisch Janssen;040 66969 672;;Germany;;;
Jan Peterson;Fisch Janssen;040 66969 673;;Germany;;;
Kai Lorenz;Nordfang;;kai@nordfang.example;Germany;;;
"""
SABINE, EMILY, RALF, NAMELESS = 4, 6, 7, 8


class Room:
    """A workspace with one campaign that knows no country, and a messy list."""

    def __init__(self, store: Store, clock: SetClock, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self.intake = Intake(store, clock, "ana")
        Library(store, clock, "ana").new_campaign(FAIR, client="north")
        self.file = self.write("messy.csv", MESSY)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def look(self, choices: ListChoices | None = None, file: Path | None = None) -> Loaded:
        return self.intake.load(file or self.file, campaign=FAIR, choices=choices, dry_run=True)

    def load(self, choices: ListChoices | None = None, file: Path | None = None) -> Loaded:
        return self.intake.load(file or self.file, campaign=FAIR, choices=choices)

    def leads(self, loaded: Loaded) -> dict[str, Lead]:
        ids = [one for one in loaded.lead_ids if one]
        with self.store.reading() as tx:
            return {lead.contact.name: lead for lead in load_leads(tx, ids).values()}


def groups_of(loaded: Loaded) -> dict[str, CheckGroup]:
    return {group.id: group for group in loaded.groups}


def counts_of(loaded: Loaded) -> tuple[int, int, int, int]:
    return loaded.new, loaded.updated, loaded.merged, loaded.left_out


@pytest.fixture
def room(store: Store, clock: SetClock, tmp_path: Path) -> Room:
    """Once in each database."""
    return Room(store, clock, tmp_path)


@pytest.fixture
def desk(sqlite_store: Store, clock: SetClock, tmp_path: Path) -> Room:
    """In SQLite only, where the database makes no difference."""
    return Room(sqlite_store, clock, tmp_path)


def test_a_messy_list_falls_into_groups_whose_numbers_are_right(room: Room) -> None:
    loaded = room.look()
    groups = groups_of(loaded)
    assert {name: group.count for name, group in groups.items()} == {
        "country": 2,
        "same_person": 2,
        "dates": 3,
        "numbers": 1,
        "numbers_in_one_form": 6,
        "names_tidied": 1,
        "merged": 1,
        "said_no": 1,
        "test_rows": 1,
        "nobody": 2,
        "giveaway": 1,
        "research": 4,
        "lines_aside": 1,
    }
    assert counts_of(loaded) == (9, 0, 1, 4)
    assert sum(counts_of(loaded)) == loaded.rows == 14
    in_left_out = [group for group in loaded.groups if group.section is Section.LEFT_OUT]
    assert sum(group.count for group in in_left_out) == loaded.left_out


def test_unanswered_questions_lose_no_row_and_call_nobody_by_a_guess(room: Room) -> None:
    """Import is always possible: what nobody answered waits where nobody is harmed."""
    loaded = room.load()
    leads = room.leads(loaded)
    assert loaded.left_out == 4
    for name in ("Sabine Kröger", "Emily Sharp", "Ralf Simon"):
        assert leads[name].bucket is Bucket.RESEARCH
    assert {"Jan Petersen", "Jan Peterson"} <= leads.keys()
    assert "Scanned at the stand, 03/04/2026" in [
        did.says for did in leads["Sabine Kröger"].touchpoints
    ]


def test_the_same_answers_look_the_same_before_and_load_the_same(room: Room) -> None:
    choices = ListChoices(
        answers={
            "country": "DE",
            "dates": "day_first",
            "same_person": "as_one",
            "numbers": "leave_out",
        },
        rows={EMILY: RowMend(region="GB")},
    )
    seen, loaded = room.look(choices), room.load(choices)
    assert counts_of(seen) == counts_of(loaded) == (7, 0, 2, 5)
    leads = room.leads(loaded)
    assert leads["Sabine Kröger"].contact.phones[0].e164 == "+494066969118"
    assert leads["Emily Sharp"].contact.phones[0].e164 == "+442079460342"
    assert "Ralf Simon" not in leads
    assert {phone.e164 for phone in leads["Jan Petersen"].contact.phones} == {
        "+494066969672",
        "+494066969673",
    }
    (scan,) = [did for did in leads["Sabine Kröger"].touchpoints if did.at]
    assert scan.at is not None
    assert (scan.at.day, scan.at.month) == (3, 4)
    answered = {group.id: group.answer for group in seen.groups if group.options}
    assert answered == dict(choices.answers)


def test_rows_mended_by_hand_are_read_anew(desk: Room) -> None:
    choices = ListChoices(
        rows={
            RALF: RowMend(cells={"Phone": "040 66969 905"}),
            NAMELESS: RowMend(cells={"Name": "Oliver Brandl", "Phone": "089 99998 530"}),
            SABINE: RowMend(leave_out=True),
        }
    )
    loaded = desk.load(choices)
    leads = desk.leads(loaded)
    assert leads["Ralf Simon"].bucket is Bucket.WAITING
    assert leads["Oliver Brandl"].contact.phones[0].e164 == "+498999998530"
    reasons = {row.row_number: row.reason for row in loaded.left_out_rows}
    assert reasons[SABINE] == "You left it out."
    assert groups_of(loaded)["by_you"].count == 1


def test_a_mended_row_keeps_what_stood_in_the_file(desk: Room) -> None:
    """Whoever looks later sees what the source said, not what somebody made of it."""
    chosen = ListChoices(rows={RALF: RowMend(cells={"Name": "Rolf Simon"}, leave_out=True)})
    rows = {row.row_number: row for row in desk.load(chosen).left_out_rows}
    assert rows[RALF].raw["Name"] == "Ralf Simon"


def test_what_cannot_be_meant_is_refused_before_anything_is_read(desk: Room) -> None:
    for choices, says in (
        (ListChoices(answers={"colour": "red"}), "The questions are: country, dates"),
        (ListChoices(answers={"dates": "maybe"}), "day_first, month_first, words"),
        (ListChoices(rows={RALF: RowMend(region="Atlantis")}), "no country we know"),
        (ListChoices(rows={RALF: RowMend(cells={"Telex": "1"})}), "no column called “Telex”"),
    ):
        with pytest.raises(Refused, match=says):
            desk.load(choices)
    assert desk.intake.lists() == ()


def test_who_is_known_and_who_may_not_be_called_is_told_before_and_after(room: Room) -> None:
    known = "Name;Company;Phone\nTom Ash;Ash Ltd;+44 20 7946 0999\nJonas Reuter;;+49 30 23125417\n"
    ash, jonas = room.load(file=room.write("first.csv", known))
    assert ash
    assert jonas
    with room.store.transaction() as tx:
        suppress(
            tx,
            client="north",
            scope="person",
            lead_id=jonas,
            asked_by="Jonas Reuter",
            by="ana",
            reason="Said so",
        )
    for loaded in (room.look(), room.load()):
        groups = groups_of(loaded)
        assert groups["known"].count == loaded.updated == 1
        assert groups["known"].rows[0].name == "Tom Ash"
        assert groups["do_not_call"].count == 1
        assert groups["do_not_call"].rows[0].name == "Jonas Reuter"
        assert sum(counts_of(loaded)) == loaded.rows


def test_known_people_can_be_skipped_and_are_named(room: Room) -> None:
    room.load()
    loaded = room.load(ListChoices(if_known=IfKnown.SKIP))
    assert (loaded.new, loaded.updated) == (0, 0)
    assert groups_of(loaded)["skipped"].count > 0
    in_left_out = [group for group in loaded.groups if group.section is Section.LEFT_OUT]
    assert sum(group.count for group in in_left_out) == loaded.left_out == loaded.rows


def test_known_people_kept_as_second_ones_are_not_called_updated(desk: Room) -> None:
    first = desk.load()
    again = desk.load(ListChoices(if_known=IfKnown.KEEP_BOTH))
    assert (again.new, again.updated) == (first.new, 0)
    groups = groups_of(again)
    assert "known" not in groups
    assert groups["kept_both"].count == len(groups["kept_both"].rows) > 0
    assert sum(counts_of(again)) == again.rows


def test_only_what_is_new_since_the_last_list(room: Room) -> None:
    room.load()
    more = room.write("more.csv", MESSY + "Meike Janssen;Fisch Janssen;030 23125 672;;Germany;;;\n")
    loaded = room.load(ListChoices(only_new=True), file=more)
    assert list(room.leads(loaded)) == ["Meike Janssen"]
    assert groups_of(loaded)["earlier"].count > 0
    in_left_out = [group for group in loaded.groups if group.section is Section.LEFT_OUT]
    assert sum(group.count for group in in_left_out) == loaded.left_out == loaded.rows - 1


def test_a_row_that_got_a_number_from_another_row_is_no_row_without_one(desk: Room) -> None:
    rows = "Name;Company;Phone\nTom Ash;Ash Ltd;\nTom Ash;Ash Ltd;+44 20 7946 0999\nBo Thal;;\n"
    group = groups_of(desk.look(file=desk.write("two.csv", rows)))["research"]
    assert (group.count, [row.name for row in group.rows]) == (1, ["Bo Thal"])


def test_a_workbook_tells_its_other_sheets_and_columns_for_one_field(desk: Room) -> None:
    book = openpyxl.Workbook()
    people, prices = book.active, book.create_sheet("Prices")
    people.append(["Name", "Company", "Phone", "Phone", "Country"])
    people.append(["Tom Ash", "Ash Ltd", "020 7946 0999", "020 7946 0998", "United Kingdom"])
    prices.append(["Tray line", 12])
    path = desk.folder / "scans.xlsx"
    book.save(path)
    groups = groups_of(desk.look(file=path))
    assert groups["other_sheets"].says == "Prices"
    assert groups["columns_twice"].heading == "1 field has several columns"
    assert groups["columns_twice"].says == "Phone and Phone (2) both fit Phone."
    assert all(groups[name].section is Section.KNOW for name in ("other_sheets", "columns_twice"))


def test_addresses_that_may_hold_a_slip_are_told(desk: Room) -> None:
    path = desk.write("slips.csv", "Name;E-mail\nTom Ash;tom@gmial.com\nAnn Ash;ann@ash.example\n")
    group = groups_of(desk.look(file=path))["doubts"]
    assert (group.count, group.rows[0].before) == (1, "tom@gmial.com")
    assert "gmail.com" in group.rows[0].result


@pytest.mark.parametrize(
    ("reason", "group"),
    [
        (list_verdicts.KNOWN, "skipped"),
        (list_verdicts.IN_EARLIER, "earlier"),
        (list_verdicts.ANOTHER_SAID_NO, "said_no"),
        (list_verdicts.SUPPRESSED, "do_not_call"),
    ],
)
def test_every_reason_planning_finds_has_a_group_of_its_own(reason: str, group: str) -> None:
    (found,) = left_out({reason: Heap(count=1)}, lambda _: None)
    assert found.id == group


def test_rows_of_a_program_raise_the_same_questions_and_take_the_same_answers(desk: Room) -> None:
    rows = [
        {"name": "Sabine Kröger", "company": "Molkerei Aller", "phone": "040 66969 118"},
        {"name": "Ralf Simon", "phone": "12345"},
    ]
    seen = desk.intake.load(rows, campaign=FAIR, dry_run=True)
    assert {"country", "numbers"} <= groups_of(seen).keys()
    choices = ListChoices(
        answers={"country": "DE"}, rows={2: RowMend(cells={"phone": "040 66969 905"})}
    )
    loaded = desk.intake.load(rows, campaign=FAIR, choices=choices)
    assert {lead.bucket for lead in desk.leads(loaded).values()} == {Bucket.WAITING}


def test_rows_left_out_come_back_clean_once_mended(desk: Room) -> None:
    """The reasons are no column of theirs, and nobody who is there already comes twice."""
    left_out_file = desk.folder / "left-out.csv"
    first = desk.intake.load(desk.file, campaign=FAIR, region="DE", left_out=left_out_file)
    with left_out_file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == first.left_out
    rows[0].update({"Name": "Oliver Brandl", "Phone": "089 99998 530"})
    rows.append({**rows[0], "Name": "Tom Ash", "Company": "Ash Ltd", "Phone": "+44 20 7946 0999"})
    with left_out_file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    again = desk.load(file=left_out_file)
    assert (again.new, again.updated) == (1, 1)
    brandl = desk.leads(again)["Oliver Brandl"]
    said = " ".join(did.says for did in brandl.touchpoints)
    assert "left out" not in said
    assert "Row" not in said
