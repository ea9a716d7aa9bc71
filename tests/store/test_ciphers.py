"""Encrypted workspace files: nothing readable on the disk, and a wrong key changes nothing."""

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from calls import a_campaign, a_lead, calling, next_card
from links.test_passwords import own
from makers import make_clock
from qualdesk import bootstrap, keys, recoveries
from qualdesk.bootstrap import open_desk
from qualdesk.core.errors import KeyNeeded, Refused, WorkspaceUnusable
from qualdesk.core.findings import LEFT_READABLE
from qualdesk.core.saves import Save
from qualdesk.qt.crash import report_of
from qualdesk.store import backup, ciphers, encrypting, wiping
from qualdesk.store.database import Store
from qualdesk.store.differing import difference
from qualdesk.store.look_sql import look
from qualdesk.store.migrations import STEPS, Steps, number_of, prepare
from qualdesk.store.outbox import OutboxFile
from qualdesk.store.queue_sql import moments
from store.test_migrations import NEXT, NEXT_STEP

__all__ = ["own"]
KEY, OTHER = "four small words here", "another four words there"
NAME = "Wilhelmina Quastenflosser"


@pytest.fixture(autouse=True)
def nothing_given(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No passphrase of another test is known here; keys are made quickly, for they are many."""
    ciphers._given.clear()
    monkeypatch.setattr(ciphers, "_ROUNDS", 10)
    yield
    ciphers._given.clear()


@pytest.fixture
def plain(sqlite_file: Path) -> Path:
    """A plain workspace with a person in it."""
    store = opened(sqlite_file)
    a_lead(store, a_campaign(store, name="Fair"), name=NAME)
    store.close()
    return sqlite_file


@pytest.fixture
def locked(plain: Path) -> Path:
    """The same, encrypted, and its passphrase not given."""
    encrypting.encrypt(plain, KEY)
    ciphers.forget(plain)
    return plain


def opened(file: Path) -> Store:
    return Store(f"sqlite:///{file}", clock=make_clock())


def people_in(file: Path) -> list[str]:
    store = opened(file)
    try:
        with store.reading() as tx:
            return list(tx.connection.exec_driver_sql("SELECT name FROM contact").scalars())
    finally:
        store.close()


def test_no_byte_of_a_person_can_be_read_in_the_file_or_its_log(plain: Path) -> None:
    assert NAME.encode() in plain.read_bytes()
    done = encrypting.encrypt(plain, KEY)
    assert (done.is_wiped, done.rows > 1) == (True, True)
    store = opened(plain)
    with store.transaction() as tx:
        tx.connection.exec_driver_sql("UPDATE contact SET name = name || ' again'")
    log = plain.with_name(plain.name + "-wal")
    for file in (plain, log):
        found = file.read_bytes()
        assert len(found) > ciphers.PAGE
        for word in (NAME.encode(), b"CREATE TABLE", b"SQLite format"):
            assert word not in found
    store.close()
    assert people_in(plain) == [f"{NAME} again"]
    assert [one for one in plain.parent.iterdir() if one.name.endswith((".old", ".new"))] == []


def test_the_readable_file_of_before_is_written_over(plain: Path) -> None:
    # A second name of the same bytes: what a reader of the raw disk would find.
    same = plain.with_name("same")
    os.link(plain, same)
    encrypting.encrypt(plain, KEY)
    assert set(same.read_bytes()) == {0}


def test_the_readable_log_that_a_kill_left_is_written_over(plain: Path, tmp_path: Path) -> None:
    store = opened(plain)
    with store.transaction() as tx:
        tx.connection.exec_driver_sql("UPDATE contact SET name = 'Ada Beck'")
    cut = tmp_path / "cut" / plain.name
    cut.parent.mkdir()
    for end in ("", "-wal"):
        shutil.copy(f"{plain}{end}", f"{cut}{end}")
    store.close()
    same = cut.with_name("same")
    os.link(f"{cut}-wal", same)
    assert b"Ada Beck" in same.read_bytes()
    assert encrypting.encrypt(cut, KEY).is_wiped
    assert set(same.read_bytes()) == {0}
    assert people_in(cut) == ["Ada Beck"], "what stood in the log alone is not lost"
    assert sorted(one.name for one in cut.parent.iterdir() if "old" in one.name) == []


def test_what_makes_answers_safe_on_the_disk_holds_as_in_a_plain_file(locked: Path) -> None:
    ciphers.give(locked, KEY)
    store = opened(locked)
    with store.engine.connect() as connection:
        told = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "temp_store")
        }
    store.close()
    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "temp_store": 2}


@pytest.mark.parametrize("given", ["", "wrong words altogether"])
def test_a_wrong_key_says_so_and_changes_nothing(locked: Path, given: str) -> None:
    if given:
        ciphers.give(locked, given)
    before = (locked.read_bytes(), sorted(locked.parent.iterdir()))
    says = "does not open" if given else "is encrypted"
    for work in (lambda: open_desk(str(locked)), lambda: encrypting.decrypt(locked)):
        with pytest.raises(KeyNeeded, match=says):
            work()
    assert (locked.read_bytes(), sorted(locked.parent.iterdir())) == before


def test_a_key_is_made_as_sqlcipher_makes_it_so_its_own_tools_open_the_file(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    encrypting.encrypt(plain, KEY)
    with closing(ciphers.driver(plain).connect(str(plain))) as file:
        file.execute(f"PRAGMA key = '{KEY}'").fetchall()
        assert file.execute("SELECT name FROM contact").fetchall() == [(NAME,)]


def test_a_plain_file_opens_as_ever_where_nothing_for_encryption_is_installed(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    assert people_in(plain) == [NAME]


def test_an_encrypted_file_says_which_command_installs_what_opens_it(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ciphers.give(locked, KEY)
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    with pytest.raises(WorkspaceUnusable, match=r'pip install "qualdesk\[encrypted\]"'):
        open_desk(str(locked))


def test_another_passphrase_opens_it_and_the_first_does_not_any_more(locked: Path) -> None:
    ciphers.give(locked, KEY)
    assert encrypting.encrypt(locked, OTHER).is_wiped is None
    assert people_in(locked) == [NAME]
    ciphers.give(locked, KEY)
    with pytest.raises(KeyNeeded):
        opened(locked)


def test_decrypted_it_is_as_it_was(locked: Path) -> None:
    ciphers.give(locked, KEY)
    encrypting.decrypt(locked)
    assert locked.read_bytes().startswith(b"SQLite format 3\0")
    assert people_in(locked) == [NAME]


def test_what_is_open_or_no_workspace_or_has_a_short_passphrase_is_left_as_it_is(
    plain: Path, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="at least 8"):
        encrypting.encrypt(plain, "short")
    store = opened(plain)
    with store.reading(), pytest.raises(Refused, match="is open"):
        encrypting.encrypt(plain, KEY)
    store.close()
    text = tmp_path / "letter.txt"
    text.write_text("Dear Ana")
    with pytest.raises(Refused, match="no qualdesk workspace"):
        encrypting.encrypt(text, KEY)
    assert (text.read_text(), people_in(plain)) == ("Dear Ana", [NAME])


def test_a_copy_that_is_not_whole_takes_nobodys_place(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = encrypting._compared
    monkeypatch.setattr(
        encrypting, "_compared", lambda file: (*compared(file), ("answer", 1, True))
    )
    with pytest.raises(WorkspaceUnusable, match="not whole"):
        encrypting.encrypt(plain, KEY)
    assert not ciphers.is_encrypted(plain)
    assert people_in(plain) == [NAME]
    assert list(plain.parent.glob(".*")) == []


def test_killed_before_the_two_change_places_the_old_one_is_there_and_whole(plain: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from qualdesk.store import encrypting\n"
        "from qualdesk.store import ciphers; ciphers._ROUNDS = 10\n"
        "encrypting._change_places = lambda *a, **k: os._exit(9)\n"
        f"encrypting.encrypt(Path(sys.argv[1]), {KEY!r})"
    )
    done = subprocess.run([sys.executable, "-c", program, plain], check=False)
    assert done.returncode == 9
    assert people_in(plain) == [NAME]
    encrypting.encrypt(plain, KEY)
    assert people_in(plain) == [NAME]


def test_it_is_brought_up_to_date_as_a_plain_one_with_an_encrypted_copy_beside_it(
    locked: Path, tmp_path: Path
) -> None:
    steps = Steps(folder=Path(shutil.copytree(STEPS.folder, tmp_path / "steps")), head=NEXT)
    step = NEXT_STEP.replace("NEXT", NEXT).replace("HEAD", STEPS.head)
    (steps.folder / "versions" / f"{NEXT}_more.py").write_text(step, encoding="utf-8")
    ciphers.give(locked, KEY)
    store = opened(locked)
    copy = prepare(store, steps)
    with store.reading() as tx:
        assert number_of(tx) == NEXT
    store.close()
    assert copy is not None
    assert ciphers.is_encrypted(copy)
    assert people_in(locked) == [NAME]


def test_backups_of_an_encrypted_workspace_are_encrypted_and_go_back(
    locked: Path, tmp_path: Path
) -> None:
    ciphers.give(locked, KEY)
    copy = tmp_path / "backups" / "desk.backup"
    store = opened(locked)
    backup.back_up(store, copy)
    with store.transaction() as tx:
        tx.connection.exec_driver_sql("UPDATE contact SET name = 'Somebody else'")
    store.close()
    assert ciphers.is_encrypted(copy)
    assert NAME.encode() not in copy.read_bytes()
    assert difference(locked, copy).unread == ""
    backup.restore(copy, locked, make_clock().now())
    assert people_in(locked) == [NAME]


def test_a_backup_of_before_opens_with_its_own_passphrase_only(
    locked: Path, tmp_path: Path
) -> None:
    ciphers.give(locked, KEY)
    copy = tmp_path / "old.backup"
    store = opened(locked)
    backup.back_up(store, copy)
    store.close()
    encrypting.encrypt(locked, OTHER)
    with pytest.raises(KeyNeeded):
        backup.restore(copy, locked, make_clock().now())
    ciphers.give(copy, KEY)
    backup.restore(copy, locked, make_clock().now())
    assert people_in(locked) == [NAME]


@pytest.mark.usefixtures("own")
def test_what_waits_for_a_server_is_encrypted_by_a_key_that_nobody_types(
    tmp_path: Path,
) -> None:
    file, clock = tmp_path / "outbox.sqlite", make_clock()
    save = Save(
        id="one", does="note", said={"text": NAME}, lead_id=1, name=NAME, kept_at=clock.now()
    )
    waits = OutboxFile(file)
    waits.put(save)
    waits.close()
    assert keys.encrypt_outbox(file)
    assert NAME.encode() not in file.read_bytes()
    ciphers.forget(file)
    outbox = bootstrap.open_outbox(file, clock)
    assert outbox.waiting == 1
    outbox.close()
    ciphers.forget(file)
    keys.forget(file)
    with pytest.raises(KeyNeeded, match="keyring does not give its key"):
        bootstrap.open_outbox(file, clock)


@pytest.mark.usefixtures("own")
def test_the_keyring_opens_it_at_each_start_and_follows_a_change(
    locked: Path,
) -> None:
    keys.keep(locked, KEY)
    open_desk(str(locked)).close()
    keys.encrypt(locked, OTHER)
    ciphers.forget(locked)
    open_desk(str(locked)).close()
    keys.decrypt(locked)
    assert not keys.has_kept(locked)


def test_no_key_gets_into_a_log_an_address_or_a_crash_report(
    locked: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    ciphers.give(locked, "wrong words altogether")
    said = []
    try:
        open_desk(str(locked))
    except KeyNeeded as error:
        said += [str(error), report_of(type(error), error.__traceback__)]
    ciphers.give(locked, KEY)
    store = opened(locked)
    said += [str(store.url), repr(store.engine), repr(store)]
    try:
        with store.transaction() as tx:
            tx.connection.exec_driver_sql("SELECT nothing FROM nowhere")
    except Exception as error:  # noqa: BLE001 - whatever it is
        said += [str(error), report_of(type(error), error.__traceback__)]
    store.close()
    out, err = capfd.readouterr()
    told = "\n".join([*said, caplog.text, out, err])
    raw = ciphers.key_of(locked)
    for secret in (KEY, "wrong words", raw, raw[2:66]):
        assert secret not in told


def test_a_claim_walks_the_queue_in_its_order_by_a_newer_sqlite_too(plain: Path) -> None:
    """Its planner makes joins of EXISTS, and sorted every lead of a stack: a third of a second."""
    encrypting.encrypt(plain, KEY)
    store, said = opened(plain), []
    with store.reading() as tx:
        driver = tx.connection.connection.driver_connection
        driver.set_trace_callback(said.append)
    assert next_card(calling(store, make_clock())).lead.contact.name == NAME
    claim = next(one for one in said if one.startswith("WITH first"))
    plan = " ".join(row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {claim}"))
    driver.set_trace_callback(None)
    store.close()
    assert "lead USING INDEX ix_lead_next" in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize("is_newer", [False, True])
def test_who_could_be_called_is_looked_at_in_the_order_the_leads_lie_in(
    plain: Path, *, is_newer: bool
) -> None:
    """By cell each was a page of its own to be opened: five seconds at 100,000 leads, encrypted."""
    if is_newer:
        encrypting.encrypt(plain, KEY)
    store = opened(plain)
    with store.reading() as tx:
        text = look(type(tx.dialect), "awake")
        told = {**moments(tx), "caller": "", "campaign_id": None}
        steps = [row[3] for row in tx.run(f"EXPLAIN QUERY PLAN {text}", told)]
    store.close()
    read = [step for step in steps if step.startswith(("SCAN lead", "SEARCH lead ", "SCAN awake"))]
    # Whom it is about, in their order; then each of them by its number, before their cell.
    assert read[-2:] == ["SCAN awake", "SEARCH lead USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN"]


def test_what_a_killed_encryption_left_is_found_said_and_removed(plain: Path) -> None:
    """A second name of the log that is in use is a name alone; anything else is written over."""
    url, log = f"sqlite:///{plain}", plain.with_name(f"{plain.name}-wal")
    store = opened(plain)
    with store.transaction() as tx:
        tx.connection.exec_driver_sql("UPDATE contact SET name = name || ' again'")
    left = [plain.with_name(f".{plain.name}.{end}") for end in ("log.old", "99999999.old")]
    os.link(log, left[0])
    left[1].write_text(NAME)
    held = left[1].open("rb")
    wiping.clear_left(plain)
    assert log.stat().st_size > 0
    assert not any(one.exists() for one in left)
    assert held.read() == bytes(len(NAME)), "written over before it went"
    held.close()
    store.close()
    assert people_in(plain) == [f"{NAME} again"]
    left[0].write_text(NAME)
    (found,) = [one for one in recoveries.check(url).findings if one.kind == LEFT_READABLE]
    assert (found.count, found.is_mended, left[0].exists()) == (1, True, False)
    assert found.says.endswith(f"may be readable: {left[0].name}. Mended.")
    left[0].write_text(NAME)
    encrypting.encrypt(plain, KEY)
    assert wiping.left_of(plain) == ()
    ends = ("99999999.new", "99999999.new.read-wal", "1.new")
    begun = [plain.with_name(f".{plain.stem}.salvaged-20260301-1{plain.suffix}.{e}") for e in ends]
    for one in begun:
        one.touch()
    wiping.clear_salvaged(plain)
    assert [one.exists() for one in begun] == [False, False, True], "of one that runs all stays"
