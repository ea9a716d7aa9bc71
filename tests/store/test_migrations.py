"""A workspace is made, brought up to date as a whole or not at all, and never guessed at."""

import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from makers import make_campaign, make_clock, make_lead
from postgres import copied_database
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.drafts import SIGNED
from qualdesk.core.errors import Refused, WorkspaceBusy, WorkspaceTooNew, WorkspaceUnusable
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.sources import CallWindow
from qualdesk.desk import Desk
from qualdesk.desk.versions import keep_definition
from qualdesk.store import queue
from qualdesk.store.campaigns import set_definition
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoffs import hold_back
from qualdesk.store.history import check, note
from qualdesk.store.leads import place
from qualdesk.store.migrations import STEPS, Steps, number_of, prepare
from qualdesk.store.migrations.upgrade import last_step, upgrade
from qualdesk.store.schema import (
    company_word,
    handoff_wish,
    history,
    lead,
    metadata,
    name_word,
    stack,
    workspace,
)
from way_back_makers import answer, leave, qualify

# A step that builds tables anew, loses nothing, and is not in the program yet.
NEXT = f"{int(STEPS.head) + 1:04}"
NEXT_STEP = """
import sqlalchemy as sa
from alembic import op

revision = "NEXT"
down_revision = "HEAD"

def upgrade():
    op.create_table("shift", sa.Column("id", sa.Integer(), primary_key=True))
    with op.batch_alter_table("lead") as lead:
        lead.add_column(sa.Column("mood", sa.Text(), server_default="", nullable=False))
        lead.alter_column("external_id", existing_type=sa.Text(), type_=sa.String(80))
    op.execute("UPDATE lead SET mood = 'calm'")
    op.create_index("ix_lead_mood", "lead", ["mood"])
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def two_empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """The addresses of two databases without any table, in each database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'one.sqlite'}", f"sqlite:///{tmp_path / 'two.sqlite'}"
        return
    address = request.getfixturevalue("postgres_address")
    with (
        copied_database(address, "template0", "empty_1") as one,
        copied_database(address, "template0", "empty_2") as two,
    ):
        yield one, two


@pytest.fixture
def nothing(two_empty: tuple[str, str]) -> str:
    """The address of a database without any table, in each database."""
    return two_empty[0]


@pytest.fixture
def next_steps(tmp_path: Path) -> Steps:
    """The steps of a program one version ahead of this one."""
    folder = Path(shutil.copytree(STEPS.folder, tmp_path / "steps"))
    step = NEXT_STEP.replace("NEXT", NEXT).replace("HEAD", STEPS.head)
    (folder / "versions" / f"{NEXT}_shifts.py").write_text(step, encoding="utf-8")
    return Steps(folder=folder, head=NEXT)


@contextmanager
def opened(url: str) -> Iterator[Store]:
    store = Store(url, clock=make_clock(), durable=False)
    try:
        yield store
    finally:
        store.close()


def tables_of(store: Store) -> list[Any]:
    """Every table and index as the database itself describes it."""
    with store.reading() as tx:
        if store.dialect.name == "sqlite":
            told = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
        else:
            told = """
                SELECT 'column', table_name || '.' || column_name, data_type || is_nullable
                    || coalesce(column_default, '') || coalesce(character_maximum_length::text, '')
                FROM information_schema.columns WHERE table_schema = 'public'
                UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes
                WHERE schemaname = 'public'
                UNION ALL SELECT 'constraint', conname, pg_get_constraintdef(oid)
                FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2"""
        rows = [tuple(row) for row in tx.connection.exec_driver_sql(told)]
    return [(kind, name, in_order(text or "")) for kind, name, text in rows]


def in_order(text: str) -> list[str]:
    """A description with its columns and constraints by name.

    A column added later stands last; nothing asks a table for its columns by their place.
    SQLite writes a table it built anew with a default in brackets, which means the same.
    """
    plain = re.sub(r"DEFAULT \((.*?)\)", r"DEFAULT \1", text).replace('"', "")
    # A column added alone stands on the line of the one before it.
    parts = re.split(r"\n|, (?=[a-z_]+ [A-Z])", plain)
    return sorted(part.strip().rstrip(",") for part in parts)


# An index over an expression cannot be compared in SQLite by alembic; tables_of compares it.
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection:sqlalchemy.exc.SAWarning")
@pytest.mark.filterwarnings(
    "ignore:autogenerate skipping metadata-specified expression:UserWarning"
)
def test_the_steps_make_exactly_the_tables_a_new_workspace_has(
    two_empty: tuple[str, str],
) -> None:
    """When it fails after a change of the tables: .ci/draft_migration "what changes"."""
    with opened(two_empty[0]) as stepped, opened(two_empty[1]) as fresh:
        prepare(fresh)
        with stepped.migrating() as tx:
            upgrade(tx.connection, STEPS.folder, STEPS.head)
        with stepped.transaction() as tx:
            context = MigrationContext.configure(tx.connection)
            assert compare_metadata(context, metadata) == []
        assert tables_of(stepped) == tables_of(fresh)


def test_the_program_knows_its_last_step() -> None:
    assert last_step(STEPS.folder) == STEPS.head


def test_a_workspace_is_made_once_and_then_left_alone(nothing: str) -> None:
    with opened(nothing) as store:
        assert prepare(store) is None
        with store.reading() as tx:
            kept = tx.connection.execute(sa.select(workspace)).all()
            assert number_of(tx) == STEPS.head
        assert prepare(store) is None
        with store.reading() as tx:
            assert tx.connection.execute(sa.select(workspace)).all() == kept


def test_opening_a_workspace_that_is_up_to_date_does_not_import_alembic(sqlite_file: Path) -> None:
    """It costs most of a second, and the first lead waits for it."""
    program = (
        "import sys; from qualdesk.bootstrap import open_desk\n"
        f"open_desk({str(sqlite_file)!r}).close()\n"
        f"open_desk({str(sqlite_file.with_name('new.sqlite'))!r}).close()\n"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_an_older_workspace_is_brought_up_to_date_with_all_its_leads(
    store: Store, next_steps: Steps
) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        first = make_lead(tx, fair)
        make_lead(tx, fair, referred_by=first)
    copy = prepare(store, next_steps)
    with store.transaction() as tx:
        moods = tx.connection.exec_driver_sql("SELECT mood FROM lead").scalars().all()
        assert moods == ["calm", "calm"]
        assert number_of(tx) == NEXT
    if store.dialect.name == "sqlite":
        assert copy is not None
        assert copy.stat().st_mode & 0o777 == 0o600
        with opened(f"sqlite:///{copy}") as old, old.reading() as tx:
            assert number_of(tx) == STEPS.head
            leads = tx.connection.exec_driver_sql("SELECT count(*) FROM lead").scalar_one()
            assert leads == 2
    assert prepare(store, next_steps) is None


def test_leads_of_the_first_program_are_called_and_their_lists_undone(
    two_empty: tuple[str, str], clock: SetClock
) -> None:
    """A list loaded before lists were acts: published, in the campaign's own cells."""
    with opened(two_empty[0]) as now, opened(two_empty[1]) as old:
        prepare(now)
        desk = Desk(now, clock, "ana")
        desk.library.new_campaign("Fair", region="DE")
        rows = [{"name": f"Person {n}", "phone": f"+49302312510{n}"} for n in range(3)]
        desk.intake.load(rows, campaign="Fair")
        with old.migrating() as tx:
            upgrade(tx.connection, STEPS.folder, "0001")
        _copy_what_fits(now, old)
        prepare(old)
        desk = Desk(old, clock, "ana")
        (told,) = desk.intake.lists()
        assert (told.state, told.new, told.can_undo) == ("published", 3, True)
        card = desk.calling.next_lead()
        assert isinstance(card, CallCard)
        desk.calling.finish(desk.calling.start_attempt(card.lead.id).id, "no_answer")
        undone = desk.intake.undo(told.id)
        assert (undone.removed, [one.id for one in undone.kept]) == (2, [card.lead.id])


def test_leads_of_an_older_queue_are_offered_at_once_and_sorted_by_the_keeper(
    two_empty: tuple[str, str], clock: SetClock
) -> None:
    """They rested since they were made, or since they were put to rest; nobody is left behind."""
    with opened(two_empty[0]) as now, opened(two_empty[1]) as old:
        prepare(now)
        with now.transaction() as tx:
            fair = make_campaign(tx)
            asked = make_lead(tx, fair, signals=Signals(asked_for_call=True))
            plain = make_lead(tx, fair)
            resting = make_lead(tx, fair)
            place(tx, resting, Bucket.WAITING, wake_at=tx.now + timedelta(hours=2))
            stood = _places(tx)
        with old.migrating() as tx:
            upgrade(tx.connection, STEPS.folder, "0002")
        _copy_what_fits(now, old)
        prepare(old)
        with old.transaction() as tx:
            assert {key for _, key, _ in _places(tx)} == {""}
            assert [rested for *_, rested in _places(tx)] == [rested for *_, rested in stood]
            first = queue.claim_next(tx, "ana")
            assert first
            assert first.lead_id in {asked, plain}
        Desk(old, clock, "ben").keeper.tick()
        with old.transaction() as tx:
            assert _places(tx) == stood
            assert queue.held(tx, "ana") == first


def test_what_both_sides_had_signed_before_signing_was_done_here_stays_agreed(
    two_empty: tuple[str, str], clock: SetClock
) -> None:
    """F2: until then signatures were words of the definition, and callers judged by it."""
    with opened(two_empty[0]) as now, opened(two_empty[1]) as old:
        prepare(now)
        desk = Desk(now, clock, "ruth")
        agreed = desk.library.shipped_definition()
        fair = desk.library.new_from_files("Fair")
        with now.transaction() as tx:
            signed = keep_definition(tx, agreed, "")
            set_definition(tx, fair.id, signed)
        with old.migrating() as tx:
            upgrade(tx.connection, STEPS.folder, "0003")
        _copy_what_fits(now, old)
        prepare(old)
        standing = Desk(old, clock, "ruth").definitions.standing(agreed.id)
        assert [(one.side, one.name, one.state) for one in standing.sides] == [
            (one.side, one.name, SIGNED) for one in agreed.signatures
        ]


def test_people_and_companies_of_an_older_workspace_are_found_by_their_words(
    two_empty: tuple[str, str], clock: SetClock
) -> None:
    with opened(two_empty[0]) as now, opened(two_empty[1]) as old:
        prepare(now)
        desk = Desk(now, clock, "ruth")
        desk.library.new_campaign("Fair", region="DE")
        row = {"name": "Dana O'Brien", "company": "Hafenwerk Süd GmbH", "phone": "+493023125101"}
        desk.intake.load([row], campaign="Fair")
        kept = _words(now)
        with old.migrating() as tx:
            upgrade(tx.connection, STEPS.folder, "0004")
        _copy_what_fits(now, old)
        prepare(old)
        assert _words(old) == kept == {"brien", "dana", "hafenwerk", "o", "sud"}
        assert [one.name for one in Desk(old, clock, "ruth").search.find("5101").leads] == [
            "Dana O'Brien"
        ]


# The index over numbers' last digits is an expression, which SQLite cannot describe.
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection:sqlalchemy.exc.SAWarning")
def test_leads_sales_has_already_are_waited_for_as_if_they_had_been_read(
    two_empty: tuple[str, str], clock: SetClock
) -> None:
    """T4: batches of an older program must not all come back the moment it is brought up to date.

    Clocks in Berlin go forward on Sunday 29 March 2026, between the day agreed and the last one.
    """
    with opened(two_empty[0]) as now, opened(two_empty[1]) as old:
        prepare(now)
        with now.transaction() as tx:
            fair = make_campaign(tx, window=CallWindow(zone="Europe/Berlin", has_no_end=True))
            kept = make_lead(tx, fair)
            place(tx, kept, Bucket.QUALIFIED)
            hold_back(tx, kept, is_held_back=True)
        waiting, back = qualify(now, fair), qualify(now, fair)
        batch, ids = leave(now, fair, waiting, back, answer_by=date(2026, 3, 27))
        answer(now, ids[back], "Wrong person")
        with old.migrating() as tx:
            upgrade(tx.connection, STEPS.folder, "0005")
        _copy_what_fits(now, old)
        prepare(old)
        way_back = Desk(old, clock, "Rosa").way_back
        with old.reading() as tx:
            wishes = tx.connection.execute(sa.select(handoff_wish)).all()
            assert [(one.lead_id, one.held_by) for one in wishes] == [(kept, "")]
        items = {one.lead_id: one for one in way_back.items(batch)}
        assert {one.receiver for one in items.values()} == {"Lena Brandt"}
        assert items[waiting].due_at == datetime(2026, 3, 31, 22, 0, tzinfo=UTC)
        assert items[back].due_at is None
        assert way_back.came_back("Maya") == ()
        assert way_back.recall(batch, "Wrong list").leads == (waiting,)


def _words(store: Store) -> set[str]:
    with store.reading() as tx:
        tables = (name_word, company_word)
        return {word for table in tables for word in tx.connection.scalars(sa.select(table.c.word))}


def _places(tx: Transaction) -> list[tuple[Any, ...]]:
    """Each lead with its stack's traits and since when it rests."""
    stands = sa.select(lead.c.id, stack.c.traits, lead.c.rested_at).join(stack)
    return [tuple(row) for row in tx.connection.execute(stands.order_by(lead.c.id))]


def _copy_what_fits(one: Store, other: Store) -> None:
    """Copy the rows of a workspace into that of an older program, which knows fewer columns."""
    there = sa.MetaData()
    with other.transaction() as tx:
        there.reflect(tx.connection)
    with one.reading() as tx:
        kept = {table: tx.connection.execute(table.select()).all()
                for table in metadata.sorted_tables}  # fmt: skip
    with other.transaction() as tx:
        for table, rows in kept.items():
            if table.name not in there.tables:
                continue
            names = [name for name in there.tables[table.name].c.keys() if name in table.c]  # noqa: SIM118 - its names, not its columns
            for row in rows:
                values = {name: getattr(row, name) for name in names}
                tx.connection.execute(table.insert().values(**values))
            has_numbers = "id" in table.c and isinstance(table.c.id.type, sa.Integer)
            if has_numbers and other.dialect.name == "postgresql":
                # The next number follows those that were copied.
                tx.dialect.new_ids(tx.connection, table, len(rows) + 1)


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection:sqlalchemy.exc.SAWarning")
def test_a_history_of_before_goes_on_where_it_ended(two_empty: tuple[str, str]) -> None:
    """Its end is known from then on: what is removed there shows, also of what was there before."""
    with opened(two_empty[0]) as now, opened(two_empty[1]) as old:
        prepare(now)
        with now.transaction() as tx:
            for what in ("made", "paused", "went on"):
                note(tx, "Sue", what, "campaign", 1)
        with old.migrating() as tx:
            upgrade(tx.connection, STEPS.folder, "0006")
        _copy_what_fits(now, old)
        prepare(old)
        with old.transaction() as tx:
            whole = check(tx)
            assert (whole.entries, whole.fault, whole.missing) == (3, None, 0)
            last = sa.select(sa.func.max(history.c.id)).scalar_subquery()
            tx.connection.execute(history.delete().where(history.c.id == last))
            assert check(tx).missing == 1
            note(tx, "Sue", "paused", "campaign", 1)
            assert check(tx).fault is not None


def test_an_interrupted_update_leaves_the_old_workspace_whole(
    store: Store, next_steps: Steps
) -> None:
    """Stopped at every single statement in turn: old or new, never between."""
    with store.transaction() as tx:
        make_lead(tx, make_campaign(tx))
    before = tables_of(store)
    stops = 0
    while True:
        with stopped_at(store, stops) as was_stopped, suppress(InterruptedError):
            prepare(store, next_steps)
        if not was_stopped():
            break
        assert tables_of(store) == before
        stops += 1
    assert stops > 5
    assert tables_of(store) != before


@contextmanager
def stopped_at(store: Store, number: int) -> Iterator[Callable[[], bool]]:
    """Raise at the update's statement with that number; says whether it came to that."""
    seen = 0

    def stop(*told: Any) -> None:
        nonlocal seen
        statement = told[2]
        if statement.lstrip().split()[0].upper() in {"SELECT", "PRAGMA", "BEGIN"}:
            return
        seen += 1
        if seen == number + 1:
            raise InterruptedError

    sa.event.listen(store.engine, "before_cursor_execute", stop)
    try:
        yield lambda: seen > number
    finally:
        sa.event.remove(store.engine, "before_cursor_execute", stop)


def test_a_killed_update_leaves_the_old_workspace_whole(
    sqlite_file: Path, next_steps: Steps
) -> None:
    program = f"""
import os, signal, sys
import sqlalchemy as sa
from pathlib import Path
sys.path[:0] = {[str(Path(__file__).parents[1])]!r}
from makers import make_clock
from qualdesk.store.database import Store
from qualdesk.store.migrations import Steps, prepare
store = Store("sqlite:///{sqlite_file}", clock=make_clock())
left = [int(sys.argv[1])]
def stop(conn, cursor, statement, *_):
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
sa.event.listen(store.engine, "after_cursor_execute", stop)
prepare(store, Steps(Path({str(next_steps.folder)!r}), {NEXT!r}))
"""
    with opened(f"sqlite:///{sqlite_file}") as store:
        old = tables_of(store)
    ends = []
    for statements in (12, 25, 38, 10_000):
        done = subprocess.run([sys.executable, "-c", program, str(statements)], check=False)
        ends.append(done.returncode)
        with opened(f"sqlite:///{sqlite_file}") as store, store.reading() as tx:
            whole = tx.connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
            assert whole == "ok"
            if number_of(tx) == STEPS.head:
                assert tables_of(store) == old
    assert ends[-1] == 0
    assert -signal.SIGKILL in ends


def test_a_workspace_of_a_newer_program_is_refused_in_words_and_unchanged(
    store: Store, next_steps: Steps
) -> None:
    prepare(store, next_steps)
    with store.transaction() as tx:
        tx.connection.execute(
            workspace.update().where(workspace.c.key == "program_version").values(value="9.4")
        )
    before = tables_of(store)
    with pytest.raises(WorkspaceTooNew, match=r"made by qualdesk 9\.4"):
        prepare(store)
    assert tables_of(store) == before


def test_a_database_with_other_tables_is_refused(nothing: str) -> None:
    with opened(nothing) as store:
        with store.transaction() as tx:
            tx.connection.exec_driver_sql("CREATE TABLE recipes (name text)")
        with pytest.raises(WorkspaceUnusable, match="not a qualdesk workspace"):
            prepare(store)


def test_a_file_of_another_program_is_refused_before_it_is_touched(tmp_path: Path) -> None:
    recipes, text = tmp_path / "recipes.sqlite", tmp_path / "text.sqlite"
    with sqlite3.connect(recipes) as connection:
        connection.execute("CREATE TABLE recipes (name text)")
    connection.close()
    text.write_text("Dear Ana, " * 100, encoding="utf-8")
    for path in (recipes, text):
        before = path.read_bytes()
        with pytest.raises(WorkspaceUnusable, match="not a qualdesk workspace"):
            Store(f"sqlite:///{path}", clock=make_clock())
        assert path.read_bytes() == before
        assert list(tmp_path.glob("*-wal")) == []


def test_a_new_workspace_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "desk.sqlite"
    with opened(f"sqlite:///{path}") as store:
        prepare(store)
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_desks_that_start_at_once_on_nothing_share_one_workspace(nothing: str) -> None:
    program = (
        "import sys; from qualdesk.bootstrap import open_desk\n"
        "sys.stdin.readline()\n"
        f"desk = open_desk({nothing!r})\n"
        "print(len(desk.library.campaigns())); desk.close()"
    )
    desks = [
        subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for desk in desks:
        desk.stdin.write("go\n")
        desk.stdin.flush()
    told = [desk.communicate(timeout=60) for desk in desks]
    assert [out.strip() for out, _ in told] == ["0"] * 4, told
    with opened(nothing) as store, store.reading() as tx:
        keys = tx.connection.scalars(sa.select(workspace.c.key)).all()
        assert sorted(keys) == ["fingerprint_key", "made_at", "needs_at_least", "program_version"]


def test_a_busy_workspace_says_so(sqlite_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qualdesk.store.dialects.sqlite._BUSY_TIMEOUT_SECONDS", 0.05)
    with opened(f"sqlite:///{sqlite_file}") as store:
        other = sqlite3.connect(sqlite_file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorkspaceBusy), store.transaction():
            pass
        other.execute("ROLLBACK")
        other.close()


def test_only_the_owner_may_set_a_team_s_clock(postgres_url: str, clock: SetClock) -> None:
    """Rulings: the server's clock decides."""
    with opened(postgres_url) as owner, owner.transaction() as tx:
        tx.connection.exec_driver_sql("DROP ROLE IF EXISTS ana")
        tx.connection.exec_driver_sql("CREATE ROLE ana LOGIN")
        tx.connection.exec_driver_sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO ana")
        assert tx.now == clock.now()
    with (
        opened(postgres_url.replace("tester@", "ana@")) as caller,
        pytest.raises(Refused, match="Only the owner"),
        caller.reading(),
    ):
        pass


def test_no_copy_is_left_when_there_was_nothing_to_do(sqlite_file: Path) -> None:
    with opened(f"sqlite:///{sqlite_file}") as store:
        prepare(store)
    assert list(sqlite_file.parent.iterdir()) == [sqlite_file]
