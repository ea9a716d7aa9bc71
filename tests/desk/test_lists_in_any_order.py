"""Invariant 1 over any sequence of lists, updates, merges, undoings and deaths in the middle."""

import signal
import subprocess
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dying_store import DyingStore, PowerCutError
from makers import make_clock
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock, SystemClock
from qualdesk.core.ids import LeadId, ListId
from qualdesk.core.leads import Bucket
from qualdesk.core.list_choices import IfKnown, ListChoices
from qualdesk.core.progress import Progress
from qualdesk.desk import Desk
from qualdesk.desk.intake import Loaded
from qualdesk.store import overview, schema
from qualdesk.store.database import Store
from qualdesk.store.fates import fate_counts
from sizes import tried

FAIR = "Spring fair"
KEYS = ("name", "phone", "email", "company", "do_not_contact", "note")
cells = st.tuples(
    st.sampled_from(["", "Anna Berg", "A. Berg", "Bo Thal", "Cy Dorn", "Dora"]),
    st.sampled_from(["", "+493023125417", "+493023125418", "+493023125419 x1", "12345"]),
    st.sampled_from(["", "a@x.example", "b@x.example"]),
    st.sampled_from(["", "Elbkorn GmbH", "Dorn AG"]),
    st.sampled_from(["", "", "", "", "yes"]),
    st.sampled_from(["", "Wants prices", "Came back"]),
)
tables = st.lists(cells, min_size=1, max_size=7)
policies = st.builds(
    ListChoices, if_known=st.sampled_from(IfKnown), only_new=st.sampled_from([False, False, True])
)


class Lists(RuleBasedStateMachine):
    """Any number of lists in one campaign, and the accounts after each step."""

    url: str
    store: Store

    @initialize()
    def open(self) -> None:
        self.clock = make_clock()
        self.store = DyingStore(self.url, clock=self.clock, durable=False)
        with self.store.transaction() as tx:
            for table in reversed(schema.metadata.sorted_tables):
                if table.name not in {"workspace", "alembic_version"}:
                    tx.connection.execute(table.delete())
        self.desk = Desk(self.store, self.clock, "ana")
        self.desk.library.new_campaign(FAIR, region="DE", client="north")

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.undo_everything()
            self.store.close()

    def lists(self) -> list[ListId]:
        return [one.id for one in self.desk.intake.lists() if one.can_undo]

    @rule(table=tables, choices=policies)
    def load(self, table: list[tuple[str, ...]], choices: ListChoices) -> None:
        loaded = self.desk.intake.load(_rows(table), campaign=FAIR, choices=choices)
        _adds_up(loaded)

    @rule(table=tables, choices=policies)
    def foretell(self, table: list[tuple[str, ...]], choices: ListChoices) -> None:
        """What a dry run says is what happens."""
        how = {"campaign": FAIR, "choices": choices}
        told = self.desk.intake.load(_rows(table), dry_run=True, **how)  # type: ignore[arg-type]
        done = self.desk.intake.load(_rows(table), **how)  # type: ignore[arg-type]
        for name in ("rows", "new", "updated", "merged", "left_out", "left_out_rows"):
            assert getattr(told, name) == getattr(done, name), name

    @rule(table=tables, after=st.integers(0, 5))
    def load_and_die(self, table: list[tuple[str, ...]], after: int) -> None:
        dying = DyingStore(self.url, clock=self.clock, durable=False)
        dying.left = after
        with suppress(PowerCutError):
            Desk(dying, self.clock, "bo").intake.load(_rows(table), campaign=FAIR)
        dying.close()
        self.clock.advance(timedelta(minutes=1))

    @precondition(lambda self: self.lists())
    @rule(which=st.integers(0, 20))
    def undo(self, which: int) -> None:
        mine = self.lists()
        self.desk.intake.undo(mine[which % len(mine)])

    @precondition(lambda self: self.lists())
    @rule(which=st.integers(0, 20), after=st.integers(0, 4))
    def undo_and_die(self, which: int, after: int) -> None:
        mine = self.lists()
        dying = DyingStore(self.url, clock=self.clock, durable=False)
        dying.left = after
        with suppress(PowerCutError):
            Desk(dying, self.clock, "bo").intake.undo(mine[which % len(mine)])
        dying.close()
        self.clock.advance(timedelta(minutes=1))

    @rule()
    def call(self) -> None:
        card = self.desk.calling.next_lead()
        if isinstance(card, CallCard):
            with self.store.reading() as tx:
                assert not _is_of_unfinished(tx.connection, card.lead.id)
            attempt = self.desk.calling.start_attempt(card.lead.id)
            self.desk.calling.finish(attempt.id, "no_answer")
            self.clock.advance(timedelta(seconds=11))

    @invariant()
    def everything_adds_up(self) -> None:
        if not hasattr(self, "desk"):
            return
        with self.store.reading() as tx:
            counts, total = overview.bucket_counts(tx)
            assert sum(counts.values()) == total
            reasons = overview.why_not(tx, "ana")
            is_open = (Bucket.WAITING, Bucket.CALLBACK, Bucket.RESEARCH, Bucket.WITH_CALLER)
            assert sum(one.leads for one in reasons) == sum(counts[one] for one in is_open)
            for row in tx.connection.execute(sa.select(schema.lead_list)):
                if row.state != "published":
                    continue
                results = Counter(tx.connection.scalars(
                    sa.select(schema.intake_row.c.result).where(
                        schema.intake_row.c.list_id == row.id)
                ))  # fmt: skip
                told = {name: getattr(row, name) for name in ("new", "updated", "merged")}
                told["left_out"] = row.left_out
                assert results == Counter({name: n for name, n in told.items() if n})
                assert sum(told.values()) == row.rows
                assert sum(fate_counts(tx, ListId(row.id)).values()) == row.rows
            leads = set(tx.connection.scalars(sa.select(schema.lead.c.id)))
            named = set(tx.connection.scalars(
                sa.select(schema.intake_row.c.lead_id).where(
                    schema.intake_row.c.lead_id.is_not(None))
            ))  # fmt: skip
            assert named == leads, "every lead came with a list"

    def undo_everything(self) -> None:
        """Nothing is left but leads with calls, and what they stand on."""
        for list_id in self.lists():
            self.desk.intake.undo(list_id)
        with self.store.reading() as tx:
            called = set(tx.connection.scalars(sa.select(schema.attempt.c.lead_id)))
            rows = tx.connection.execute(sa.select(schema.lead.c.id, schema.lead.c.contact_id))
            left = {row.id: row.contact_id for row in rows}
            assert set(left) == called
            people = set(tx.connection.scalars(sa.select(schema.contact.c.id)))
            assert people == set(left.values())
            assert not tx.connection.execute(sa.select(schema.intake_change)).all()
            cells_left = tx.connection.scalars(sa.select(schema.cell.c.of_list)).all()
            assert set(cells_left) <= {0}


def _rows(table: list[tuple[str, ...]]) -> list[dict[str, str]]:
    return [dict(zip(KEYS, row, strict=True)) for row in table]


def _adds_up(loaded: Loaded) -> None:
    parts = loaded.new + loaded.updated + loaded.merged + loaded.left_out
    assert parts == loaded.rows == len(loaded.lead_ids)
    assert loaded.left_out == len(loaded.left_out_rows) == list(loaded).count(None)


def _is_of_unfinished(connection: sa.Connection, lead_id: LeadId) -> bool:
    query = (
        sa.select(schema.lead_list.c.id)
        .join(schema.cell, schema.cell.c.of_list == schema.lead_list.c.id)
        .join(schema.lead, schema.lead.c.cell_id == schema.cell.c.id)
        .where(schema.lead.c.id == lead_id, schema.lead_list.c.state == "loading")
    )
    return connection.scalar(query) is not None


def test_any_sequence_of_lists_adds_up_and_can_be_undone(store_url: str) -> None:
    """Invariants 1 and 10, on both databases."""
    is_file = store_url.startswith("sqlite")

    class OnThis(Lists):
        url = store_url

    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        OnThis,
        settings=settings(
            max_examples=tried(12 if is_file else 4),
            stateful_step_count=10,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


# Really killed


PROGRAM = textwrap.dedent("""
    import sys
    from qualdesk.bootstrap import open_desk
    desk = open_desk(sys.argv[1], caller="bo", durable=False)
    desk.intake.load(sys.argv[2], campaign="Spring fair")
""")


@pytest.fixture
def on_the_real_clock(store_url: str) -> Iterator[Store]:
    opened = Store(store_url, clock=SystemClock(), durable=False)
    yield opened
    opened.close()


def test_a_list_killed_at_any_moment_is_not_callable_and_goes_on(
    on_the_real_clock: Store, store_url: str, tmp_path: Path
) -> None:
    """A real process, really killed: then resumed or undone. Sums hold at every moment."""
    store, chance = on_the_real_clock, Random(7)
    desk = Desk(store, SystemClock(), "ana")
    desk.library.new_campaign(FAIR, region="DE")
    path = tmp_path / "list.csv"
    rows = "".join(f"Person {n};030 23{n:05};Note {n}\n" for n in range(1200))
    path.write_text("Name;Phone;Note\n" + rows, encoding="utf-8")
    broken = 0
    for turn in range(2):
        _kill_while_loading(store, store_url, path, chance.randrange(1000))
        _wait_for_its_lease(store)
        for told in desk.intake.lists():
            if told.state == "published":
                desk.intake.undo(told.id)
            elif told.is_unfinished:
                broken += told.rows > 0
                _is_closed(desk, store, told.rows)
                if turn % 2:
                    assert desk.intake.undo(told.id).removed == told.rows
                else:
                    assert desk.intake.resume(told.id).new == 1200
                    desk.intake.undo(told.id)
        with store.reading() as tx:
            assert overview.bucket_counts(tx)[1] == 0
            assert not tx.connection.execute(sa.select(schema.contact.c.id).limit(1)).all()
    assert broken, "at least one was killed in the middle of writing"


def _kill_while_loading(store: Store, url: str, path: Path, rows: int) -> None:
    """Kill a loading process once it wrote that many rows, unless it is done by then."""
    loading = subprocess.Popen([sys.executable, "-c", PROGRAM, url, str(path)])
    written = sa.select(schema.lead_list.c.rows).where(schema.lead_list.c.state == "loading")
    while loading.poll() is None:
        with store.reading() as tx:
            done = tx.connection.scalar(written.order_by(schema.lead_list.c.id.desc()).limit(1))
        if done is not None and done >= rows:
            loading.send_signal(signal.SIGKILL)
            loading.wait()


def _wait_for_its_lease(store: Store) -> None:
    """The lease of a dead desk runs out by itself; the test does not wait that long."""
    with store.transaction() as tx:
        over = tx.now - timedelta(seconds=1)
        held = schema.lead_list.c.held_until.is_not(None)
        tx.connection.execute(schema.lead_list.update().where(held).values(held_until=over))


def _is_closed(desk: Desk, store: Store, rows: int) -> None:
    assert not isinstance(desk.calling.next_lead(), CallCard)
    with store.reading() as tx:
        counts, total = overview.bucket_counts(tx)
        assert counts[Bucket.WAITING] == total == rows
        reasons = overview.why_not(tx, "ana")
    assert [(one.code, one.leads) for one in reasons] == ([("loading", rows)] if rows else [])


# Two at once


def test_two_lists_at_once_are_both_right_in_each_database(
    store_url: str, clock: SetClock, tmp_path: Path
) -> None:
    """Two desks load lists that overlap at the same moment: each person is there once."""
    stores = [Store(store_url, clock=clock, durable=False) for _ in range(2)]
    Desk(stores[0], clock, "ana").library.new_campaign(FAIR, region="DE")
    paths = []
    for number, people in enumerate((range(600), range(300, 900))):
        path = tmp_path / f"{number}.csv"
        rows = "".join(f"Person {n};030 2312 {n:04};Note {number}\n" for n in people)
        path.write_text("Name;Phone;Note\n" + rows, encoding="utf-8")
        paths.append(path)

    def load(number: int) -> Loaded:
        desk = Desk(stores[number], clock, f"desk {number}")
        return desk.intake.load(paths[number], campaign=FAIR, progress=Progress())

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(load, range(2))
    _adds_up(one)
    _adds_up(other)
    assert sorted([(one.new, one.updated), (other.new, other.updated)]) == [(300, 300), (600, 0)]
    desk = Desk(stores[0], clock, "ana")
    assert len({*one, *other}) == 900
    assert desk.intake.undo(one.list_id or ListId(0)).removed == 300
    assert desk.intake.undo(other.list_id or ListId(0)).removed == 600
    for store in stores:
        store.close()


def test_callers_wait_only_a_moment_while_a_list_is_loaded(
    store_url: str, clock: SetClock, tmp_path: Path
) -> None:
    """Rulings: a writer never waits over 200 ms. Asserted with room for a busy machine."""
    stores = [Store(store_url, clock=clock, durable=False) for _ in range(2)]
    desk = Desk(stores[0], clock, "ana")
    desk.library.new_campaign(FAIR, region="DE")
    path = tmp_path / "list.csv"
    rows = "".join(f"Person {n};030 23{n:05};Note {n}\n" for n in range(6000))
    path.write_text("Name;Phone;Note\n" + rows, encoding="utf-8")
    waits: list[float] = []
    with ThreadPoolExecutor(1) as pool:
        loading = pool.submit(Desk(stores[1], clock, "bo").intake.load, path, campaign=FAIR)
        while not loading.done():
            started = time.perf_counter()
            with stores[0].transaction() as tx:
                tx.connection.execute(
                    schema.workspace.update().values(value=schema.workspace.c.value)
                )
            waits.append(time.perf_counter() - started)
            time.sleep(0.01)
        assert loading.result().new == 6000
    waits.sort()
    assert waits[len(waits) * 95 // 100] < 0.4
    for store in stores:
        store.close()
