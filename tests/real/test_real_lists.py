"""Real lists through the whole intake: loaded or refused in a sentence, sums right, never a fall.

Run with QUALDESK_REAL_FILES=DIR; without it nothing here is collected. Nothing in the product is
tuned to these files.
"""

import csv
import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import combinations
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from qualdesk.core.clock import SetClock
from qualdesk.core.columns import guess_columns
from qualdesk.core.identity import same_person
from qualdesk.core.intake import ReadRow, RowReader
from qualdesk.core.leads import PhoneState
from qualdesk.core.list_choices import ListForm
from qualdesk.core.phones import number_zones, read_phones
from qualdesk.core.places import address_zones
from qualdesk.core.sources import SourceType
from qualdesk.desk.intake import Intake, Loaded
from qualdesk.desk.library import Library
from qualdesk.files.lists import open_list
from qualdesk.store import overview
from qualdesk.store.database import Store
from real.sample import EVERY

FOLDER = Path(os.environ["QUALDESK_REAL_FILES"])


class Room:
    def __init__(self, store: Store, clock: SetClock) -> None:
        self.store = store
        self.intake = Intake(store, clock, "ana")
        self._library = Library(store, clock, "ana")
        self._count = 0

    def load(self, path: Path, region: str = "US") -> Loaded:
        """Into a campaign of its own."""
        self._count += 1
        name = f"{path.stem} {self._count}"
        self._library.new_campaign(name)
        return self.intake.load(path, campaign=name, region=region)

    def adds_up(self, loaded: Loaded) -> bool:
        parts = loaded.new + loaded.updated + loaded.merged + loaded.left_out
        with self.store.reading() as tx:
            counts, total = overview.bucket_counts(tx)
        reasons = all(row.reason for row in loaded.left_out_rows)
        return parts == loaded.rows == len(loaded) and sum(counts.values()) == total and reasons


@pytest.fixture
def room(sqlite_store: Store, clock: SetClock) -> Room:
    return Room(sqlite_store, clock)


def rows_of(path: Path, region: str = "US") -> Iterator[tuple[list[str], ReadRow]]:
    with open_list(path) as table:
        first = [cells for _, cells in table.first_rows]
        reader = RowReader(guess_columns(table.headings, first), region=region, first_rows=first)
        for number, cells in table.rows():
            yield cells, reader.read(number, cells)


def test_every_messy_lead_list_loads(room: Room) -> None:
    files = sorted((FOLDER / "messy_leads").rglob("*.csv"))
    assert len(files) == 37
    for path in files:
        loaded = room.load(path)
        assert room.adds_up(loaded)
        assert loaded.new, path.name
        assert loaded.left_out <= 1, "nothing but a row without a name or a number"


@pytest.mark.parametrize(
    "path", sorted((FOLDER / "csv_spectrum" / "csvs").glob("*.csv")), ids=lambda path: path.stem
)
def test_the_spectrum_of_csv_is_read_as_its_authors_say(path: Path) -> None:
    truth = json.loads((path.parents[1] / "json" / f"{path.stem}.json").read_text("utf-8"))
    with open_list(path, ListForm(header_row=1)) as table:
        read = [dict(zip(table.headings, cells, strict=True)) for _, cells in table.rows()]
    read = [{name: cell.replace("\r\n", "\n") for name, cell in row.items()} for row in read]
    truth = [{name: cell.replace("\r\n", "\n") for name, cell in row.items()} for row in truth]
    assert read == truth


def test_a_vendors_sample_of_3900_leads_is_valid_to_the_last_number(room: Room) -> None:
    path = FOLDER / "zoho_sample" / "Leads.csv"
    read = [row for _, row in rows_of(path)]
    states = Counter(phone.state for row in read for phone in row.contact.phones)
    assert states == {PhoneState.VALID: 3900}
    assert sum(row.source is SourceType.TRADE_SHOW for row in read) == 371
    loaded = room.load(path)
    assert (loaded.rows, loaded.new) == (3900, 3900)
    again = room.intake.load(path, campaign="Leads 1", region="US")
    assert (again.updated, again.lead_ids) == (3900, loaded.lead_ids)


def test_repeated_addresses_do_not_make_one_person_of_many(room: Room) -> None:
    loaded = room.load(FOLDER / "zoho_sample" / "older_2012" / "Leads.csv")
    assert (loaded.rows, loaded.new, loaded.merged) == (1265, 1265, 0)


def test_five_hundred_people_with_two_numbers_each(room: Room) -> None:
    path = FOLDER / "us500" / "us-500.csv"
    read = [(cells, row) for cells, row in rows_of(path)]
    phones = [phone for _, row in read for phone in row.contact.phones]
    assert Counter(phone.state for phone in phones) == {PhoneState.VALID: 1000}
    agree = sum(
        bool(set(number_zones(row.contact.phones[0].e164)) & set(row.contact.zones))
        for _, row in read
    )
    assert agree == 500, "the zones of a number are among the candidates"
    single = [
        row.contact for _, row in read if len(address_zones("US", row.contact.subdivision)) == 1
    ]
    narrow = sum(len(contact.zones) == 1 for contact in single)
    assert narrow > len(single) * 0.95
    assert room.load(path).new == 500


def test_the_address_and_the_number_of_five_hundred_people_name_the_same_clock() -> None:
    """Clocks are compared, not names: Detroit is on New York's."""
    said: Counter[str] = Counter()
    for _, row in rows_of(FOLDER / "us500" / "us-500.csv"):
        contact = row.contact
        state = set(address_zones("US", contact.subdivision))
        address = set(address_zones("US", contact.subdivision, contact.postcode))
        assert address <= state, "a postcode lies in its state"
        here, there = clocks(address), clocks(number_zones(contact.phones[0].e164))
        said["agree" if there <= here else "several" if there & here else "differ"] += 1
        assert len(state) > 1 or here == there
    assert not said["differ"]
    assert said["agree"] >= 480


def clocks(zones: Iterable[str]) -> set[tuple[timedelta | None, ...]]:
    """What their clocks show in winter and in summer."""
    days = (datetime(2026, 1, 15, 12), datetime(2026, 7, 15, 12))  # noqa: DTZ001 - the zone follows
    return {tuple(day.replace(tzinfo=ZoneInfo(zone)).utcoffset() for day in days) for zone in zones}


def test_repeats_are_found_all_with_all_and_nobody_else_is_joined(room: Room) -> None:
    """774 pairs by their owners' ids: comparing first with first finds a third."""
    path = FOLDER / "datablist" / "leads-duplicates-1000.csv"
    read = list(rows_of(path))
    of_account: defaultdict[str, list[ReadRow]] = defaultdict(list)
    for cells, row in read:
        of_account[cells[1]].append(row)
    true_pairs = [pair for rows in of_account.values() for pair in combinations(rows, 2)]
    assert (len(of_account), len(true_pairs)) == (574, 768)
    assert all(same_person(one.keys, other.keys) for one, other in true_pairs)
    loaded = room.load(path)
    assert (loaded.new, loaded.merged) == (574, 426)
    lead_of = defaultdict(set)
    for (cells, _), lead in zip(read, loaded, strict=True):
        lead_of[lead].add(cells[1])
    assert all(len(accounts) == 1 for accounts in lead_of.values()), "precision 1.0"


def test_repeats_in_ten_thousand_rows(room: Room, tmp_path: Path) -> None:
    """Each change loads the first two thousand of them."""
    whole = FOLDER / "datablist" / "leads-duplicates-10000.csv"
    lines = whole.read_text(encoding="utf-8").splitlines(keepends=True)
    path = tmp_path / "repeats.csv"
    path.write_text("".join(lines if EVERY else lines[:2001]), encoding="utf-8")
    with path.open(encoding="utf-8", newline="") as stream:
        accounts = [row["Account Id"] for row in csv.DictReader(stream)]
    loaded = room.load(path)
    of_lead = defaultdict(set)
    for account, lead in zip(accounts, loaded, strict=True):
        of_lead[lead].add(account)
    assert all(len(found) == 1 for found in of_lead.values()), "nobody else is joined"
    assert loaded.new == len(set(accounts)), "and every repeat is found"


def test_examples_of_numbers_of_the_whole_world_are_valid() -> None:
    path = FOLDER / "phones" / "libphonenumber_metadata" / "example_numbers.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        numbers = [row["e164"] for row in csv.DictReader(stream)]
    read = [read_phones(number)[0] for number in numbers]
    valid = [phone for phone in read if phone.state is PhoneState.VALID]
    assert len(numbers) - len(valid) <= 3
    assert all(
        phone.e164 == number for phone, number in zip(read, numbers, strict=True) if phone.e164
    )


@pytest.mark.parametrize(
    "name",
    [
        "bom-and-whitespace-headers",
        "broken-encoding-latin1",
        "broken-encoding-windows-1252",
        "missing-closing-quote",
        "mixed-line-endings",
        "wrong-delimiter-semicolon",
        "ragged-rows-missing-columns",
    ],
)
def test_broken_lists_are_read_as_they_were_meant(name: str) -> None:
    folder = FOLDER / "datablist" / "broken_csv"
    with (
        open_list(folder / f"{name}.csv") as broken,
        open_list(folder / "expected-fixed" / f"{name}.csv") as meant,
    ):
        width = len(meant.headings)
        assert [heading.strip() for heading in broken.headings] == list(meant.headings)
        assert [_padded(cells, width) for _, cells in broken.rows()] == [
            _padded(cells, width) for _, cells in meant.rows()
        ]


def _padded(cells: list[str], width: int) -> list[str]:
    return [cell.strip() for cell in cells] + [""] * (width - len(cells))
