"""What is salvaged of a damaged file is what was written, row for row, and the rest is said.

``QUALDESK_DAMAGED=1000`` makes as many copies of each sort as wanted.
"""

import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from damaged import PARTS, TO_THE_FILE, copy_of, filled, go_on, opened
from makers import make_campaign, make_clock, make_contact, make_lead
from qualdesk.core.errors import KeyNeeded, Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.salvaged import Salvaged, TableRead
from qualdesk.desk import Desk
from qualdesk.store import ciphers, encrypting
from qualdesk.store.migrations import STEPS, prepare
from qualdesk.store.migrations.upgrade import upgrade
from qualdesk.store.salvage_fits import fits
from qualdesk.store.salvage_locked import unlocked
from qualdesk.store.salvage_pages import Pages
from qualdesk.store.salvage_rows import Missing, rows_of
from qualdesk.store.salvage_tables import tables_in
from qualdesk.store.salvaging import salvage
from qualdesk.store.schema import contact_phone, lead, workspace
from qualdesk.store.suppression import suppress
from store.test_migrations import _copy_what_fits

_COPIES = int(os.environ.get("QUALDESK_DAMAGED", "2"))
_PAGE = 4096
_MADE = {"name_word", "company_word", "tally", "tally_delta"}
Rows = dict[str, set[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of two hundred people, some of whom said no, with a backup of it."""
    path = tmp_path_factory.mktemp("salvage") / "desk.sqlite"
    store = filled(path)
    with store.transaction() as tx:
        fair = make_campaign(tx, "Open day")
        for number in range(200):
            person = make_contact(
                tx, f"Person {number}", company_name=f"Works {number}", phones=[_number(number)]
            )
            lead = make_lead(tx, fair, person)
            if not number % 40:
                said = {"asked_by": "They", "by": "Ana", "reason": "no time"}
                suppress(tx, client="", scope="person", lead_id=lead, **said)
    store.close()
    return path


def _number(number: int) -> str:
    return f"+49302312{number:04}"


def _rows(path: Path) -> Rows:
    with closing(ciphers.connect(path)) as file:
        names = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: set(file.execute(f'SELECT * FROM "{name}"'))  # noqa: S608 - our own names
            for (name,) in names
            if name not in _MADE
        }


def _salvaged(bad: Path, target: Path, backup: Path | None = None) -> Salvaged:
    before = bad.read_bytes()
    target.unlink(missing_ok=True)
    done = salvage(bad, target, make_clock(), backup)
    assert bad.read_bytes() == before, "it is only read"
    return done


def _first_page(path: Path, table: str) -> int:
    """The first page of a table, as the file says; where it begins."""
    with closing(sqlite3.connect(path)) as file:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return (int(file.execute(query, [table]).fetchone()[0]) - 1) * _PAGE


def _zero(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at : at + _PAGE] = bytes(_PAGE)
    path.write_bytes(data)


def _as_it_was(row: tuple[Any, ...], table: str, original: Rows) -> bool:
    """Whether a row is one that was written; a campaign may be paused, a person unknown."""
    if table == "campaign":
        return any(_unpaused(row) == _unpaused(one) for one in original[table])
    return row in original[table] or (table == "contact" and row[2] == "Unknown person")


def _unpaused(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(one for one in row if one not in {0, 1})


def test_of_a_whole_file_all_of_it_is_there(desk: Path, tmp_path: Path) -> None:
    done = _salvaged(desk, tmp_path / "new.sqlite")
    assert _rows(tmp_path / "new.sqlite") == _rows(desk)
    assert (done.is_whole, done.is_paused) == (True, False)
    assert "nothing is missing" in done.says[-1]
    opened(tmp_path / "new.sqlite").close()


@pytest.mark.parametrize("kind", TO_THE_FILE)
def test_what_is_salvaged_is_what_was_written(kind: str, desk: Path, tmp_path: Path) -> None:
    original = _rows(desk)
    for number in range(_COPIES):
        bad = copy_of(desk, tmp_path / "bad.sqlite")
        TO_THE_FILE[kind](bad, random.Random(number))
        try:
            done = _salvaged(bad, tmp_path / "new.sqlite")
        except Refused:
            assert kind.startswith("cut"), "with the end the names of the tables are gone"
            continue
        found = _rows(tmp_path / "new.sqlite")
        wrong = [
            (table, row)
            for table, rows in found.items()
            for row in rows
            if not _as_it_was(row, table, original)
        ]
        # A bit within a word nobody can tell; of the other sorts no row is another than it was.
        assert len(wrong) <= (8 if kind == "bits" else 0), (number, wrong)
        missing = {name for name, rows in original.items() if len(found[name]) < len(rows)}
        assert missing <= {one.name for one in done.tables if not one.is_whole}, number
        if len(found["history"]) < len(original["history"]):
            assert done.history, "its chain says that entries are missing"


@pytest.fixture
def locked(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The same workspace, encrypted; keys are made quickly."""
    monkeypatch.setattr(ciphers, "_ROUNDS", 10)
    path = copy_of(desk, tmp_path / "locked.sqlite")
    encrypting.encrypt(path, "four small words here")
    yield path
    ciphers._given.clear()


def test_of_an_encrypted_file_each_page_is_as_it_was_or_is_none(
    locked: Path, desk: Path, tmp_path: Path
) -> None:
    original, new = _rows(desk), tmp_path / "new.sqlite"
    assert _salvaged(locked, new).is_whole
    assert _rows(new) == original
    assert ciphers.is_encrypted(new), "the new one too"
    assert new.read_bytes()[:16] == locked.read_bytes()[:16], "with the same key"
    for kind in ("scrambled", "cut"):
        bad = copy_of(locked, tmp_path / "bad.sqlite")
        whole = bad.read_bytes()
        TO_THE_FILE[kind](bad, random.Random(3))
        # The first page is another matter: see below.
        bad.write_bytes(whole[:_PAGE] + bad.read_bytes()[_PAGE:])
        done, found = _salvaged(bad, new), _rows(new)
        wrong = [
            (table, row)
            for table, rows in found.items()
            for row in rows
            if not _as_it_was(row, table, original)
        ]
        assert not wrong, kind
        missing = {name for name, rows in original.items() if len(found[name]) < len(rows)}
        assert missing <= {one.name for one in done.tables if not one.is_whole}, kind
    assert [one for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_rows_before_and_after_an_encrypted_page_that_is_gone_are_there(
    locked: Path, desk: Path, tmp_path: Path
) -> None:
    """Whichever page it is: what is missing lies where it is said to be missing, and no more."""
    bad, whole = copy_of(locked, tmp_path / "bad.sqlite"), locked.read_bytes()
    everybody = {row[0]: row for row in _rows(desk)["contact"]}
    lost = set()
    for at in range(len(whole) - 40 * _PAGE, 0, -_PAGE):
        bad.write_bytes(whole[:at] + b"?" * _PAGE + whole[at + _PAGE :])
        with unlocked(bad, tmp_path / "beside") as (read, _, _):
            table = read.tables().get("contact")
            if table is None:
                continue
            found = dict(read.rows(table, lambda _: True))
        assert all((one, *values[1:]) == everybody[one] for one, values in found.items())
        gone = set(everybody) - set(found)
        spans = table.missing.spans
        assert all(any(low < one <= high for low, high in spans) for one in gone)
        assert bool(gone) == bool(spans)
        if gone:
            lost.add((min(found, default=0) < min(gone), max(found, default=0) > max(gone)))
        if len(lost) == 3:
            break
    assert lost == {(True, True), (False, True), (True, False)}


def test_an_encrypted_file_needs_its_key_and_its_first_page(locked: Path, tmp_path: Path) -> None:
    before = locked.read_bytes()
    locked.write_bytes(before[:90] + b"?" + before[91:])
    with pytest.raises(Refused, match=r"first page of locked\.sqlite is damaged"):
        salvage(locked, tmp_path / "new.sqlite", make_clock())
    ciphers._given.clear()
    with pytest.raises(KeyNeeded):
        salvage(locked, tmp_path / "new.sqlite", make_clock())
    assert not (tmp_path / "new.sqlite").exists()


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection:sqlalchemy.exc.SAWarning")
def test_what_an_older_program_made_is_salvaged_and_brought_up_to_date(
    desk: Path, tmp_path: Path
) -> None:
    old, now = opened(tmp_path / "old.sqlite"), opened(copy_of(desk, tmp_path / "now.sqlite"))
    with old.migrating() as tx:
        upgrade(tx.connection, STEPS.folder, "0001")
    _copy_what_fits(now, old)
    old.close()
    now.close()
    bad = copy_of(tmp_path / "old.sqlite", tmp_path / "bad.sqlite")
    _zero(bad, _first_page(bad, "suppression"))
    done = _salvaged(bad, tmp_path / "new.sqlite", tmp_path / "old.sqlite")
    prepare(opened(tmp_path / "old.sqlite"))
    found, wanted = _rows(tmp_path / "new.sqlite"), _rows(tmp_path / "old.sqlite")
    for table in ("contact", "contact_phone", "lead", "history"):
        assert found[table] == wanted[table], table
    assert {row[:4] for row in found["suppression"]} == {row[:4] for row in wanted["suppression"]}
    assert [one.name for one in done.tables if not one.is_whole] == ["suppression"]
    assert len(list(tmp_path.glob("backups/*"))) == 1, "of the old file alone, before its update"


def test_what_stands_in_the_log_beside_the_file_is_salvaged_too(tmp_path: Path) -> None:
    store = filled(tmp_path / "desk.sqlite")
    store.close()
    store = opened(tmp_path / "desk.sqlite")
    go_on(store)
    left = copy_of(tmp_path / "desk.sqlite", tmp_path / "left.sqlite")
    store.close()
    _salvaged(left, tmp_path / "new.sqlite")
    names = {row[1] for row in _rows(tmp_path / "new.sqlite")["campaign"]}
    assert {"Spring fair", "Reunion"} <= names
    log = left.with_name("left.sqlite-wal")
    log.write_bytes(log.read_bytes()[:5000])
    _salvaged(left, tmp_path / "new.sqlite")
    assert "Reunion" not in {row[1] for row in _rows(tmp_path / "new.sqlite")["campaign"]}
    assert all(left.with_name(left.name + part).exists() for part in PARTS[:2])


def test_rows_are_found_again_where_the_page_that_led_to_them_is_gone(
    desk: Path, tmp_path: Path
) -> None:
    bad = copy_of(desk, tmp_path / "bad.sqlite")
    _zero(bad, _first_page(desk, "contact"))
    done = _salvaged(bad, tmp_path / "new.sqlite")
    assert _rows(tmp_path / "new.sqlite")["contact"] == _rows(desk)["contact"]
    assert done.nobody == 0
    # Which pages were given up is not known: what lies there may have been removed for good.
    data = bytearray(bad.read_bytes())
    data[36:40] = b"\0\0\0\7"
    bad.write_bytes(data)
    done = _salvaged(bad, tmp_path / "new.sqlite")
    assert done.nobody == 240
    assert "240 people" in " ".join(done.says)
    assert {row[2] for row in _rows(tmp_path / "new.sqlite")["contact"]} == {"Unknown person"}


def test_a_number_one_of_whose_digits_changed_is_nobodys(desk: Path, tmp_path: Path) -> None:
    bad = copy_of(desk, tmp_path / "bad.sqlite")
    bad.write_bytes(bad.read_bytes().replace(_number(77).encode(), _number(977).encode()))
    done = _salvaged(bad, tmp_path / "new.sqlite")
    numbers = _rows(tmp_path / "new.sqlite")[contact_phone.name]
    assert len(numbers) == 239
    assert not any(_number(977) in row for row in numbers)
    (phones,) = [one for one in done.tables if one.name == contact_phone.name]
    assert phones.lost == 1


def test_a_no_that_is_lost_comes_from_a_backup_and_else_nobody_is_called(
    desk: Path, tmp_path: Path
) -> None:
    bad = copy_of(desk, tmp_path / "bad.sqlite")
    for table in ("suppression", "workspace"):
        _zero(bad, _first_page(desk, table))
    backup = copy_of(desk, tmp_path / "backup.sqlite")
    done = _salvaged(bad, tmp_path / "new.sqlite", backup)
    found = _rows(tmp_path / "new.sqlite")
    assert found["suppression"] == _rows(desk)["suppression"]
    key = {row for row in found[workspace.name] if row[0] == "fingerprint_key"}
    assert key <= _rows(desk)[workspace.name]
    assert "The newest good backup had" in " ".join(done.says)
    done = _salvaged(bad, tmp_path / "new.sqlite")
    assert done.is_paused
    assert "every campaign is paused" in " ".join(done.says)


def test_who_was_erased_since_the_backup_is_nobody_still(desk: Path, tmp_path: Path) -> None:
    """That nobody calls them comes back, and no word of theirs."""
    bad = copy_of(desk, tmp_path / "bad.sqlite")
    store = opened(bad)
    with store.reading() as tx:
        gone = tx.connection.scalars(sa.select(lead.c.id).where(lead.c.state == "do_not_call"))
        person = LeadId(gone.first() or 0)
    Desk(store, make_clock(), "Sue").erasing.erase(person)
    store.close()
    _zero(bad, _first_page(desk, "suppression"))
    _salvaged(bad, tmp_path / "new.sqlite", copy_of(desk, tmp_path / "backup.sqlite"))
    with closing(sqlite3.connect(tmp_path / "new.sqlite")) as file:
        query = "SELECT asked_by, reason, stood IS NULL OR stood NOT LIKE ? FROM suppression"
        said = file.execute(query, [f'%"id": {person},%']).fetchall()
    assert [one[:2] for one in said] == 2 * [("", "")] + 8 * [("They", "no time")]
    assert all(one[2] for one in said), "nor does lifting it bring them back"


def test_a_letter_that_changed_in_the_name_of_a_column_costs_nothing(
    desk: Path, tmp_path: Path
) -> None:
    bad, whole = tmp_path / "bad.sqlite", desk.read_bytes()
    assert whole.count(b"external_id TEXT") == 1
    bad.write_bytes(whole.replace(b"external_id TEXT", b"exteznal_id TEXT"))
    assert _salvaged(bad, tmp_path / "new.sqlite").is_whole
    assert _rows(tmp_path / "new.sqlite")["lead"] == _rows(desk)["lead"]
    two = whole.replace(b"external_id TEXT", b"exteznal_id TEXT")
    bad.write_bytes(two.replace(b"tried_parts INTEGER", b"trzed_parts INTEGER"))
    (leads,) = [one for one in _salvaged(bad, tmp_path / "new.sqlite").tables if one.name == "lead"]
    assert (leads.rows, leads.is_whole) == (0, False), "which column is which nobody can tell"


def test_what_a_file_says_of_a_table_only_makes_one(tmp_path: Path) -> None:
    path = tmp_path / "bad.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("CREATE TABLE lead (id INTEGER PRIMARY KEY)")
        file.execute("PRAGMA writable_schema=ON")
        endless = (
            "CREATE TABLE lead AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            " SELECT i FROM n"
        )
        file.execute("UPDATE sqlite_master SET sql = ?", [endless])
    assert tables_in(Pages.of(path)) == {}


def test_what_cannot_be_a_row_of_a_table_is_none() -> None:
    can_be = fits(contact_phone, tuple(contact_phone.c.keys()), "id")
    assert not can_be((1, (None,) * 40))
    assert not can_be((0, (None, 1)))
    assert not can_be((1, (None, "no number")))
    assert can_be((1, (None, 1)))


def test_a_file_in_which_nothing_can_be_read_is_refused(desk: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.sqlite"
    bad.write_bytes(bytes(desk.stat().st_size))
    with pytest.raises(Refused, match=r"Nothing in .* can be read"):
        _salvaged(bad, tmp_path / "new.sqlite")
    assert not (tmp_path / "new.sqlite").exists()


def test_each_page_is_read_by_the_rules_of_the_format(desk: Path) -> None:
    pages = Pages.of(desk)
    lead = tables_in(pages)["lead"]
    missing = Missing()
    assert len(list(rows_of(pages, lead.root, lead.fits(), missing))) == 240
    assert (missing.spans, missing.rows, pages.free()) == ([], 0, set())
    assert pages.page(0) is pages.page(pages.count + 1) is None
    torn = TableRead(name="lead", rows=3, spans=(4, 2))
    assert torn.says == "Of leads 3 are there; up to 6 could not be read."
    assert "not known" in TableRead(name="lead", spans=(0,)).says
    assert "3 more belong" in TableRead(name="stack", without=3).says
