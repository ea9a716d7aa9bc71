"""A workspace moved between a file and a server is whole, equal and usable, or it is not there."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing as closed
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from makers import make_campaign, make_clock, make_lead
from postgres import copied_database
from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused, WorkspaceMoved, WorkspaceTooNew, WorkspaceUnusable
from qualdesk.core.moves import MoveWishes
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.store import closing, history, moving, moving_ends, queue
from qualdesk.store.database import Store, Transaction
from qualdesk.store.migrations import STEPS, number_of
from qualdesk.store.moving_rows import Seen, pages
from qualdesk.store.schema import attempt, callback, lead, metadata, stack, touchpoint
from qualdesk.store.tally import off_by
from store.test_migrations import tables_of
from way_back_makers import answer, leave, qualify

Place = Store | Path
# What could be lost between two databases, one value each.
HARD_TEXT = "Zoë 👋 „x“\t\\N\\\\ \n'; -- \x7f"
HARD_JSON = {
    "empty": "",
    "none": None,
    "big": 2**80,
    "tenth": 0.1,
    "text": HARD_TEXT,
    "many": [1.0, [], {}],
}
INSTANT = datetime(2026, 3, 29, 1, 30, 0, 1, tzinfo=UTC)


@contextmanager
def opened(place: Place | str) -> Iterator[Store]:
    if isinstance(place, Store):
        yield place
        return
    url = f"sqlite:///{place}" if isinstance(place, Path) else place
    store = Store(url, clock=make_clock(), durable=False)
    try:
        yield store
    finally:
        store.close()


@pytest.fixture
def empty_server(postgres_address: str) -> Iterator[Store]:
    """A database without any table."""
    with copied_database(postgres_address, "template0", "moved_to") as url, opened(url) as store:
        yield store


@pytest.fixture
def elsewhere(store: Store, tmp_path: Path, request: pytest.FixtureRequest) -> Place:
    """An empty place in the other database than the store's."""
    if store.dialect.name == "sqlite":
        return request.getfixturevalue("empty_server")
    return tmp_path / "moved" / "to.sqlite"


@pytest.fixture
def here_again(store: Store, tmp_path: Path, postgres_address: str) -> Iterator[Place]:
    """An empty place in the store's own kind of database."""
    if store.dialect.name == "sqlite":
        yield tmp_path / "again.sqlite"
        return
    name = "moved_back"
    with copied_database(postgres_address, "template0", name) as url, opened(url) as back:
        yield back


def fill(store: Store, clock: SetClock) -> None:
    """A morning at the desk: a list, calls, answers, a hand-off and sales' word on it."""
    desk = open_desk(str_url(store), clock=clock, caller="ana", durable=False)
    desk.library.new_campaign("Fair", region="DE")
    rows = [
        {"name": f"Person {n}", "phone": f"+49 30 23125 {n + 101}", "note": HARD_TEXT}
        for n in range(6)
    ]
    desk.intake.load(rows, campaign="Fair")
    for outcome in ("no_answer", "busy", "wrong_number"):
        card = desk.calling.next_lead("Fair")
        call = desk.calling.start_attempt(card.lead.id)
        desk.calling.record_answer(call.id, "need", f"A line for {outcome}")
        desk.calling.finish(call.id, outcome)
    desk.close()
    with store.transaction() as tx:
        harbour = make_campaign(tx, "Harbour")
    one, other = qualify(store, harbour), qualify(store, harbour)
    _, ids = leave(store, harbour, one, other)
    answer(store, ids[one])
    answer(store, ids[other], "No budget in sight")
    with store.transaction() as tx:
        put_hard_values(tx, one, other)
        history.note(tx, "Ana", "lead.pinned", "lead", one, of=HARD_JSON)


def a_little(store: Store) -> None:
    """Two leads, one of them called, and a history."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        make_lead(tx, fair)
        for _ in range(3):
            history.note(tx, "Ana", "lead.pinned", "lead", 1)
    qualify(store, fair)


def put_hard_values(tx: Transaction, one: int, other: int) -> None:
    run = tx.connection.execute
    # The later lead refers to an earlier one, and the earlier one to the later.
    run(lead.update().where(lead.c.id == one).values(referred_by=other, due_at=INSTANT))
    run(lead.update().where(lead.c.id == other).values(referred_by=one, attempts=2**31 - 1))
    said = lead.update().where(lead.c.id == one)
    run(said.values(external_id="", state_reason=HARD_TEXT, signals=HARD_JSON))
    run(attempt.update().values(decision=7, before=None, overridden="5"))
    run(stack.update().values(score=0.1 + 0.2))
    run(touchpoint.insert().values(lead_id=one, kind="note", says="\\.", at=None))


def str_url(store: Store) -> str:
    return store.url.render_as_string(hide_password=False)


def everything(place: Place) -> dict[str, list[Any]]:
    """Each table as the program itself reads it."""
    with opened(place) as store, store.reading() as tx:
        return {
            table.name: [
                tuple(row)
                for row in tx.connection.execute(sa.select(table).order_by(*table.primary_key))
            ]
            for table in metadata.sorted_tables
            if not table.name.startswith("tally")
        }


def test_there_and_back_again_everything_is_as_it_was(
    store: Store, elsewhere: Place, here_again: Place, clock: SetClock
) -> None:
    fill(store, clock)
    before = everything(store)
    there = moving.move(store, elsewhere)
    assert there.is_equal
    assert there.source.history.entries > 5
    assert there.source.history == there.target.history
    assert everything(elsewhere) == before
    with opened(elsewhere) as middle:
        back = moving.move(middle, here_again)
    assert everything(here_again) == before == everything(store)
    assert back.target.tables == there.source.tables
    assert sum(bool(table.rows) for table in back.target.tables) > 15
    with opened(here_again) as again:
        assert moving.compare(store, again).is_equal


def test_the_one_that_arrives_can_be_worked_in(
    store: Store, elsewhere: Place, clock: SetClock
) -> None:
    fill(store, clock)
    moving.move(store, elsewhere)
    with opened(elsewhere) as moved:
        desk = open_desk(str_url(moved), clock=clock, caller="ben", durable=False)
        rows = [{"name": "Newly come", "phone": "+49 30 23125 999"}]
        assert desk.intake.load(rows, campaign="Fair").new == 1
        card = desk.calling.next_lead("Fair")
        call = desk.calling.start_attempt(card.lead.id)
        desk.calling.finish(call.id, "no_answer")
        desk.close()
        with moved.reading() as tx:
            assert off_by(tx.connection) == ()
            assert history.check(tx).fault is None
            assert number_of(tx) == STEPS.head


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection:sqlalchemy.exc.SAWarning")
def test_the_tables_that_arrive_are_those_of_a_new_workspace(
    sqlite_store: Store, postgres_store: Store, empty_server: Store, tmp_path: Path
) -> None:
    moving.move(sqlite_store, empty_server)
    moving.move(postgres_store, tmp_path / "moved.sqlite")
    assert tables_of(empty_server) == tables_of(postgres_store)
    with opened(tmp_path / "moved.sqlite") as moved:
        assert tables_of(moved) == tables_of(sqlite_store)


def test_the_source_is_not_changed(store: Store, elsewhere: Place) -> None:
    a_little(store)
    with store.reading() as tx:
        before = counted(tx)
    moving.move(store, elsewhere)
    with store.reading() as tx:
        assert counted(tx) == before
        assert closing.moved_away(tx) is None


def counted(tx: Transaction) -> list[Any]:
    """The kept counts, row by row."""
    text = sa.text("SELECT * FROM tally ORDER BY 1, 2, 3")
    return [tuple(row) for row in tx.connection.execute(text)]


def test_counts_that_went_wrong_do_not_go_along(store: Store, elsewhere: Place) -> None:
    a_little(store)
    with store.transaction() as tx:
        tx.connection.execute(sa.text("UPDATE tally SET counted = counted + 3 WHERE what='total'"))
        if not tx.connection.scalar(sa.text("SELECT COUNT(*) FROM tally")):
            tx.connection.execute(sa.text("DELETE FROM tally_delta"))
    found = moving.move(store, elsewhere)
    assert found.source.miscounted > 0
    assert found.target.miscounted == 0


class Stops(Progress):
    """Stops the work when the table named here is reached for the second time, or the first."""

    def __init__(self, at: str, times: int = 1) -> None:
        super().__init__()
        self.at, self.times = at, times

    def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
        super().report(done, of, says)
        if says == self.at:
            self.times -= 1
            if not self.times:
                self.cancel()


@pytest.mark.parametrize(("at", "times"), [("lead", 1), ("Indexes and counts", 1), ("lead", 2)])
def test_stopped_anywhere_nothing_is_left_behind(
    store: Store, elsewhere: Place, at: str, times: int
) -> None:
    a_little(store)
    before = everything(store)
    wishes = MoveWishes(close_source=True)
    with pytest.raises(Cancelled):
        moving.move(store, elsewhere, wishes, Stops(at, times))
    assert is_empty(elsewhere)
    assert everything(store) == before
    closing.refuse_moved(store)
    with store.transaction() as tx:
        make_campaign(tx, "Goes on")


def is_empty(place: Place) -> bool:
    if isinstance(place, Path):
        return list(place.parent.iterdir()) == []
    with place.reading() as tx:
        return sa.inspect(tx.connection).get_table_names() == []


def test_an_edited_row_is_found_and_the_copy_is_thrown_away(
    store: Store, elsewhere: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_little(store)
    real = moving_ends.make_rest

    def edits(tx: Transaction) -> None:
        real(tx)
        tx.connection.execute(
            attempt.update().where(attempt.c.outcome == "qualified").values(note="x")
        )

    monkeypatch.setattr(moving, "make_rest", edits)
    with pytest.raises(WorkspaceUnusable, match=r"not equal to its source \(attempt\)"):
        moving.move(store, elsewhere)
    assert is_empty(elsewhere)


def test_two_workspaces_are_compared_to_the_single_value(store: Store, elsewhere: Place) -> None:
    a_little(store)
    moving.move(store, elsewhere)
    with opened(elsewhere) as moved:
        with moved.transaction() as tx:
            tx.connection.execute(callback.delete())
            tx.connection.execute(stack.update().values(score=0.3))
        found = moving.compare(store, moved)
    assert (found.is_equal, found.differing) == (False, ("stack",))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("UPDATE lead SET external_id = 'a' || char(0) WHERE id = 2", "lead, row id 2"),
        ("UPDATE lead SET external_id = CAST(x'eda0bd' AS TEXT) WHERE id = 3", "lead, row id 3"),
        ('UPDATE lead SET signals = \'{"a": "\\u0000"}\' WHERE id = 2', "“signals”"),
        ("UPDATE lead SET signals = '[\"\\ud83d\"]' WHERE id = 2", "“signals”"),
        ("UPDATE lead SET signals = '{\"a\": NaN}' WHERE id = 2", "“signals”"),
        ("UPDATE lead SET signals = '{broken' WHERE id = 2", "“signals”"),
        ("UPDATE lead SET attempts = 2147483648 WHERE id = 1", "“attempts”"),
        ("UPDATE lead SET attempts = 'some' WHERE id = 1", "“attempts”"),
        ("UPDATE lead SET attempts = 1.5 WHERE id = 1", "“attempts”"),
        ("UPDATE lead SET is_pinned = 2 WHERE id = 1", "“is_pinned”"),
        ("UPDATE lead SET external_id = x'00ff' WHERE id = 1", "“external_id”"),
        ("UPDATE lead SET made_at = '2026-03-17' WHERE id = 1", "“made_at”"),
        ("UPDATE lead SET made_at = '2026-13-17T09:24:00.000000Z' WHERE id = 1", "“made_at”"),
        ("UPDATE stack SET score = 'high' WHERE id = 1", "“score”"),
    ],
)
def test_a_value_the_server_cannot_keep_is_named_and_nothing_is_moved(
    text: str, named: str, sqlite_store: Store, sqlite_file: Path, empty_server: Store
) -> None:
    with sqlite_store.transaction() as tx:
        fair = make_campaign(tx)
        for _ in range(3):
            make_lead(tx, fair)
    with closed(sqlite3.connect(sqlite_file)) as file:
        triggers = file.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall()
        for (name,) in triggers:
            file.execute(f"DROP TRIGGER {name}")
        for (name,) in file.execute(
            "SELECT name FROM sqlite_master WHERE type='index' AND sql IS NOT NULL"
        ).fetchall():
            file.execute(f"DROP INDEX {name}")
        file.execute("PRAGMA ignore_check_constraints=ON")
        file.execute(text)
        file.commit()
    with pytest.raises(Refused) as refused:
        moving.move(sqlite_store, empty_server)
    assert named in refused.value.says
    assert is_empty(empty_server)


def test_a_reference_to_nothing_is_refused(
    sqlite_store: Store, sqlite_file: Path, empty_server: Store, tmp_path: Path
) -> None:
    with sqlite_store.transaction() as tx:
        make_lead(tx, make_campaign(tx))
    with closed(sqlite3.connect(sqlite_file)) as file:
        file.execute("UPDATE lead SET referred_by = 77")
        file.commit()
    with pytest.raises(WorkspaceUnusable, match="not there"):
        moving.move(sqlite_store, tmp_path / "other" / "file.sqlite")
    with pytest.raises(WorkspaceUnusable, match="not there"):
        moving.move(sqlite_store, empty_server)
    assert is_empty(empty_server)
    assert is_empty(tmp_path / "other" / "file.sqlite")


def test_where_there_is_something_nothing_is_moved(
    store: Store, sqlite_file: Path, postgres_store: Store, tmp_path: Path
) -> None:
    left = tmp_path / "left.sqlite-wal"
    left.write_bytes(b"a log without its file")
    for taken in (sqlite_file, postgres_store, left.with_name("left.sqlite"), tmp_path):
        with pytest.raises(Refused):
            moving.move(store, taken)
    assert left.read_bytes() == b"a log without its file"


def test_a_lead_in_somebodys_hands_keeps_the_workspace_here_unless_it_is_said(
    store: Store, elsewhere: Place
) -> None:
    with store.transaction() as tx:
        make_lead(tx, make_campaign(tx))
        held = queue.claim_next(tx, "ana")
    assert held is not None
    for wishes in (MoveWishes(), MoveWishes(close_source=True)):
        with pytest.raises(Refused, match="A caller has a lead: ana"):
            moving.move(store, elsewhere, wishes)
    moving.move(store, elsewhere, MoveWishes(even_while_held=True))
    assert everything(elsewhere)["lead"] == everything(store)["lead"]


def test_a_closed_source_lets_nobody_write_and_says_where_it_went(
    store: Store, elsewhere: Place, clock: SetClock
) -> None:
    desk = open_desk(str_url(store), clock=clock, caller="ana", durable=False)
    with store.transaction() as tx:
        make_lead(tx, make_campaign(tx, "Fair"))
    assert moving.move(store, elsewhere, MoveWishes(close_source=True)).is_closed
    with pytest.raises(WorkspaceMoved, match="open it again"):
        desk.calling.next_lead("Fair")
    desk.close()
    with pytest.raises(WorkspaceMoved, match="was moved to") as told:
        open_desk(str_url(store), clock=clock, caller="ana")
    assert moving.place_of(elsewhere) in told.value.says
    with opened(elsewhere) as moved:
        open_desk(str_url(moved), clock=clock, caller="ana").close()
    away = closing.open_again(store)
    assert away is not None
    assert away.to == moving.place_of(elsewhere)
    assert closing.open_again(store) is None
    again = open_desk(str_url(store), clock=clock, caller="ana", durable=False)
    again.calling.next_lead("Fair")
    again.close()


def test_a_history_that_is_not_whole_is_said_and_goes_as_it_is_when_asked(
    store: Store, elsewhere: Place
) -> None:
    a_little(store)
    with store.transaction() as tx:
        tx.connection.execute(sa.text("UPDATE history SET who = 'Eve' WHERE id = 2"))
    with pytest.raises(Refused, match="not whole"):
        moving.move(store, elsewhere)
    found = moving.move(store, elsewhere, MoveWishes(even_if_broken=True))
    assert found.target.history.fault == 2


def test_another_step_is_refused_and_brought_up_to_date_only_if_asked(
    store: Store, elsewhere: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def says(number: str) -> None:
        with store.transaction() as tx:
            text = sa.text("UPDATE alembic_version SET version_num = :number")
            tx.connection.execute(text, {"number": number})

    says("9999")
    for wishes in (MoveWishes(), MoveWishes(bring_up_to_date=True)):
        with pytest.raises(WorkspaceTooNew):
            moving.move(store, elsewhere, wishes)
    says("0006")
    with pytest.raises(Refused, match="--bring-up-to-date"):
        moving.move(store, elsewhere)
    monkeypatch.setattr(moving, "prepare", lambda _: says(STEPS.head))
    assert moving.move(store, elsewhere, MoveWishes(bring_up_to_date=True)).is_equal


def test_the_hash_does_not_depend_on_how_rows_are_cut(sqlite_store: Store) -> None:
    with sqlite_store.transaction() as tx:
        fair = make_campaign(tx)
        for _ in range(7):
            make_lead(tx, fair)
    hashes = set()
    with sqlite_store.reading() as tx:
        for at_once in (1, 2, 3, 100):
            seen = Seen()
            for rows in pages(tx, lead, at_once):
                seen.take(rows)
            assert seen.rows == 7
            hashes.add(seen.sha256)
    assert len(hashes) == 1


def test_what_a_killed_move_left_is_swept_and_one_that_goes_on_is_not(
    sqlite_store: Store, tmp_path: Path
) -> None:
    target = tmp_path / "moved.sqlite"
    left, alive = (target.with_name(f".{target.name}.{n}.moving") for n in (1, 2))
    left.write_bytes(b"half a file")
    with closed(sqlite3.connect(alive, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        moving.move(sqlite_store, target)
    assert not left.exists()
    assert alive.exists()
    assert oct(target.stat().st_mode & 0o777) == "0o600"
