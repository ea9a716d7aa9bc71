"""S4: no name, number, address or word of a person stands in a log or a crash report.

A person with a mark in each field goes through the doors of a whole life with every library
told to log all it can; then faults with these values in them are raised where the program
catches what nobody expected; and every file that was written is read.
"""

import json
import logging
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QMessageLogContext, QtMsgType

from calls import PROJECT, a_campaign, answer_all_it_takes, calling
from qualdesk.cli.edge import refused
from qualdesk.cli.run import guarded
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import QualdeskError
from qualdesk.desk import Desk
from qualdesk.qt.crash import CrashReports
from qualdesk.settings import Settings
from qualdesk.store import schema
from qualdesk.store.database import Store
from seats import SUPERVISOR

CAST = {"Maya": SUPERVISOR, "Ana": SUPERVISOR}
NAME, WORDS = "Qzxvyka Qzxvyalb", "qzxvyword"
PHONE, MAIL = "+49302308642", "qzxvy@elbkorn.example"
MARKS = ("qzxvy", "2308642", "230 8642")
CRLF_ROW = (
    f"Name,Company,Phone,E-mail,City,Note\n{NAME},Qzxvyfoods,{PHONE},{MAIL},Qzxvyburg,{WORDS}\n"
)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """A log of everything any library says, down to the least."""
    path = tmp_path / "logs" / "all.log"
    path.parent.mkdir()
    handler, root = logging.FileHandler(path, encoding="utf-8"), logging.getLogger()
    names = [root, *map(logging.getLogger, ("sqlalchemy", "sqlalchemy.engine", "psycopg"))]
    before = [one.level for one in names]
    root.addHandler(handler)
    for one in names:
        one.setLevel(logging.DEBUG)
    logging.captureWarnings(capture=True)
    yield path
    logging.captureWarnings(capture=False)
    root.removeHandler(handler)
    for one, level in zip(names, before, strict=True):
        one.setLevel(level)
    handler.close()


def _a_life(store: Store, clock: SetClock, tmp_path: Path) -> None:
    """Loaded, called, spoken to, written about, looked for, handed out, erased."""
    a_campaign(store, name="Fair", region="DE")
    desk = Desk(store, clock, "Maya")
    path = tmp_path / "fair.csv"
    path.write_text(CRLF_ROW, encoding="utf-8")
    desk.intake.load(path, campaign="Fair")
    with store.reading() as tx:
        lead = tx.connection.execute(sa.select(schema.lead.c.id)).scalar_one()
    ana = calling(store, clock)
    attempt = ana.start_attempt(lead)
    answer_all_it_takes(ana, attempt.id)
    ana.record_answer(attempt.id, PROJECT, WORDS, words=WORDS)
    ana.write_note(attempt.id, WORDS)
    ana.finish(attempt.id, "qualified", note=WORDS)
    desk.search.leave_message(lead, WORDS)
    for asked in (NAME, "2308642", MAIL):
        desk.search.find(asked)
    desk.person_files.of(lead)
    for bad in (
        lambda: ana.record_answer(attempt.id, "nothing", WORDS),
        lambda: desk.intake.load(tmp_path / f"{WORDS}.csv", campaign="Fair"),
    ):
        with pytest.raises((QualdeskError, ValueError, KeyError)):
            bad()
    twice = [{"id": 7_000, "name": NAME}] * 2
    with pytest.raises(sa.exc.IntegrityError) as told, store.transaction() as tx:
        tx.connection.execute(schema.contact.insert(), twice)
    logging.getLogger("tests").error("A statement failed.", exc_info=told.value)
    desk.erasing.erase(lead)


def _faults(tmp_path: Path, clock: SetClock) -> None:
    """What the program catches at its edges, with people's words in it."""
    settings = Settings(
        database="sqlite:///nowhere.sqlite",
        caller="Maya",
        is_named=True,
        theme="light",
        data_folder=tmp_path / "data",
        config_folder=tmp_path / "config",
        log_file=tmp_path / "logs" / "qualdesk.log",
    )
    reports = CrashReports(tmp_path / "logs" / "crashes", clock)

    def fails(name: str, number: str) -> None:
        raise ValueError(f"{name} {number} said {WORDS}")

    for kind in (RuntimeError, KeyError, UnicodeError):
        try:
            try:
                fails(NAME, PHONE)
            except ValueError as error:
                raise kind(f"{MAIL}: {json.dumps([NAME, PHONE])}") from error
        except kind as error:
            reports.fault(type(error), error, error.__traceback__)
            refused(error, settings)
    context = QMessageLogContext()
    reports.message(QtMsgType.QtCriticalMsg, context, f'QFile: "{NAME}" at folder/{WORDS}/x {MAIL}')


def test_a_whole_life_leaves_no_word_in_any_log_or_crash_report(
    store: Store, clock: SetClock, tmp_path: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """S4, and faults 5: logs, crash reports and what is said on a terminal's error channel."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        _a_life(store, clock, tmp_path)
        _faults(tmp_path, clock)
    assert "INSERT INTO contact" in log.read_text("utf-8"), "statements were logged"
    written = [one for one in (tmp_path / "logs").rglob("*") if one.is_file()]
    names = {one.name for one in written}
    assert {"all.log", "qualdesk.log"} <= names
    assert [one for one in names if one.startswith("crash-")]
    for one in written:
        lines = one.read_text("utf-8").casefold().splitlines()
        assert [line for line in lines if any(mark in line for mark in MARKS)] == [], one.name
    assert not [mark for mark in MARKS if mark in capsys.readouterr().err.casefold()]


def test_a_command_that_fails_says_nothing_of_the_person_it_was_about(
    sqlite_store: Store,
    sqlite_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The log keeps where it happened, never the error's own words: they may quote a lead."""
    a_campaign(sqlite_store, name="Fair")
    monkeypatch.setenv("QUALDESK_DB", f"sqlite:///{sqlite_file}")
    monkeypatch.delenv("QUALDESK_TRACEBACK", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))

    def breaks(*_told: object, **_more: object) -> None:
        raise RuntimeError(f"{NAME} {PHONE} {MAIL}")

    monkeypatch.setattr("qualdesk.desk.searching.Search.find", breaks)
    assert guarded(["find", NAME], {}) == 2
    left = [one for one in tmp_path.rglob("*.log") if one.is_file()]
    assert left, f"nothing was logged by {sys.argv[0]}"
    for one in left:
        assert not [mark for mark in MARKS if mark in one.read_text("utf-8").casefold()]
