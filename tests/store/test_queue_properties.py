"""What is always true of claims and buckets, after any sequence of what a floor does."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from conftest import read_beliefs
from makers import BERLIN, MORNING, make_campaign, make_clock, make_contact, make_lead
from qualdesk.core.calling_rules import AGREED_FOR
from qualdesk.core.errors import Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.sources import CallLimits, CallWindow, SourceType
from qualdesk.core.times import zone
from qualdesk.files.rule_sets import shipped_rules
from qualdesk.store import overview, queue, ranking, stacks, suppression
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import bucket_of, place
from qualdesk.store.schema import callback, cell, lead, stack
from sizes import tried

CALLERS = st.sampled_from(["ana", "ben", "cy"])
SIGNALS = st.builds(
    Signals,
    source=st.sampled_from(SourceType),
    asked_for_call=st.booleans(),
    saw_demo=st.booleans(),
    giveaway_only=st.booleans(),
    download_only=st.booleans(),
    engagement=st.integers(0, 3),
)
ATTEMPTS = st.integers(0, 5)
CLOSES = st.none() | st.integers(1, 14 * 24).map(lambda hours: timedelta(hours=hours))
ENDS = st.sampled_from(
    [
        Bucket.NOT_A_FIT,
        Bucket.QUALIFIED,
        Bucket.RESEARCH,
        Bucket.UNREACHABLE,
        Bucket.IN_BATCH,
        Bucket.SENT_BACK,
    ]
)


@given(
    floor=st.lists(
        st.tuples(CLOSES, st.lists(st.tuples(SIGNALS, ATTEMPTS), max_size=8)), max_size=4
    )
)
@settings(max_examples=tried(15))
def test_the_claim_s_order_is_the_order_of_the_index(
    sqlite_template: Path, floor: list[tuple[timedelta | None, list[tuple[Signals, int]]]]
) -> None:
    """Q3: the best stack comes first, and among leads alike who has rested longest."""
    with tempfile.TemporaryDirectory() as folder:
        path = shutil.copy(sqlite_template, folder)
        store = Store(f"sqlite:///{path}", clock=make_clock(), durable=False, beliefs=read_beliefs)
        with store.transaction() as tx:
            for closes, leads in floor:
                window = CallWindow(closes_at=MORNING + closes if closes else None)
                fair = make_campaign(tx, window=window)
                for number, (signals, attempts) in enumerate(leads):
                    clock = (BERLIN, "Europe/Paris", "Europe/Rome")[number % 3]
                    one = make_lead(tx, fair, signals=signals, zones=[clock])
                    tx.connection.execute(
                        lead.update().where(lead.c.id == one).values(attempts=attempts)
                    )
                    stacks.sort(tx, [one])
            ranking.rank(tx)
            rows = tx.connection.execute(sa.select(lead, stack).join(stack)).all()
            worth = {
                row.id: (*ranking.score_now(tx, row.cell_id, row.traits), row.stack_id, row.id)
                for row in rows
            }
        expected = sorted(worth, key=lambda one: (-worth[one][1], *worth[one][2:]))
        with store.reading() as tx:
            seen = overview.upcoming(tx, "ana", limit=len(worth) + 1)
        with store.transaction() as tx:
            claimed = [queue.claim_next(tx, f"caller {number}") for number in range(len(worth) + 1)]
        store.close()
    assert [one.lead_id for one in seen] == expected
    assert [one and one.lead_id for one in claimed] == [*expected, None]


class Floor(RuleBasedStateMachine):
    """Three callers at work on one campaign: they claim, finish, promise, skip, fall asleep."""

    template: Path

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.clock = make_clock()
        path = shutil.copy(self.template, self.folder.name)
        self.store = Store(
            f"sqlite:///{path}",
            clock=self.clock,
            durable=False,
            rules=shipped_rules,
            beliefs=read_beliefs,
        )
        self.tokens: dict[int, int] = {}
        with self.store.transaction() as tx:
            self.fair = make_campaign(
                tx, limits=CallLimits(max_attempts=3, grace=timedelta(minutes=20))
            ).id
            for _ in range(3):
                make_lead(tx, self.fair)

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @rule(signals=SIGNALS, place_name=st.sampled_from(["", BERLIN, "America/New_York"]))
    def load(self, signals: Signals, place_name: str) -> None:
        with self.store.transaction() as tx:
            make_lead(tx, self.fair, signals=signals, zones=[place_name] if place_name else [])

    @rule(number=st.sampled_from(["+493023125801", "+493023125802"]))
    def load_a_shared_number(self, number: str) -> None:
        with self.store.transaction() as tx:
            make_lead(tx, self.fair, make_contact(tx, phones=[number]))

    @rule(caller=CALLERS)
    def claim(self, caller: str) -> None:
        with self.store.transaction() as tx:
            held = queue.held(tx, caller)
            found = queue.claim_next(tx, caller)
            assert held is None or found == held
            if found is not None and held is None:
                self._may_be_offered(tx, found.lead_id, caller)

    def _may_be_offered(self, tx: Transaction, lead_id: LeadId, caller: str) -> None:
        row = tx.connection.execute(sa.select(lead).where(lead.c.id == lead_id)).one()
        assert not suppression.is_suppressed(tx, lead_id)
        if row.state == "callback":
            assert row.due_at <= tx.now
            is_late = row.due_at + timedelta(minutes=20) <= tx.now
            assert row.callback_owner in {"", caller} or is_late
            is_agreed = row.due_at > tx.now - AGREED_FOR
        else:
            assert row.state == "waiting"
            assert row.wake_at is None
            assert row.attempts < 3
            is_agreed = False
        there = tx.now.astimezone(self._zone(tx, row.cell_id))
        in_hours = there.weekday() < 5 and (9, 0) <= (there.hour, there.minute) < (17, 30)
        assert in_hours or is_agreed

    def _zone(self, tx: Transaction, cell_id: int) -> ZoneInfo:
        name = tx.connection.scalar(sa.select(cell.c.zone_set).where(cell.c.id == cell_id))
        assert name, "a lead without a zone was offered"
        return zone(name)

    @rule(caller=CALLERS, end=ENDS)
    def finish(self, caller: str, end: Bucket) -> None:
        with self.store.transaction() as tx:
            if held := queue.held(tx, caller):
                place(tx, held.lead_id, end, reason="the outcome")
                queue.claim_lead(tx, held.lead_id, caller, "undo")

    @rule(caller=CALLERS, minutes=st.integers(1, 600))
    def nobody_answers(self, caller: str, minutes: int) -> None:
        with self.store.transaction() as tx:
            if held := queue.held(tx, caller):
                wake_at = tx.now + timedelta(minutes=minutes)
                tries = lead.update().where(lead.c.id == held.lead_id)
                tx.connection.execute(tries.values(attempts=lead.c.attempts + 1))
                place(tx, held.lead_id, Bucket.WAITING, reason="No answer", wake_at=wake_at)
                queue.release(tx, held.lead_id, held.token)

    @rule(caller=CALLERS, minutes=st.integers(1, 900), is_mine=st.booleans())
    def promise(self, caller: str, minutes: int, *, is_mine: bool) -> None:
        with self.store.transaction() as tx:
            if held := queue.held(tx, caller):
                due_at = tx.now + timedelta(minutes=minutes)
                owner = caller if is_mine else ""
                place(tx, held.lead_id, Bucket.CALLBACK, due_at=due_at, callback_owner=owner)
                made = callback.insert().values(
                    lead_id=held.lead_id, kind="fixed", zone=BERLIN, due_at=due_at, owner=owner
                )
                tx.connection.execute(made)
                queue.release(tx, held.lead_id, held.token)

    @rule(caller=CALLERS, days=st.integers(1, 4))
    def nurture(self, caller: str, days: int) -> None:
        with self.store.transaction() as tx:
            if held := queue.held(tx, caller):
                day = tx.now + timedelta(days=days)
                place(tx, held.lead_id, Bucket.NURTURE, wake_at=day, nurture_track="later")
                queue.release(tx, held.lead_id, held.token)

    @rule(caller=CALLERS)
    def give_back(self, caller: str) -> None:
        with self.store.transaction() as tx:
            if held := queue.held(tx, caller):
                assert queue.release(tx, held.lead_id, held.token)

    @rule(caller=CALLERS, pick=st.integers(0, 20))
    def take_by_name(self, caller: str, pick: int) -> None:
        with self.store.transaction() as tx:
            ids = list(tx.connection.scalars(sa.select(lead.c.id).order_by(lead.c.id)))
            before = queue.held(tx, caller)
            try:
                taken = queue.claim_lead(tx, LeadId(ids[pick % len(ids)]), caller)
            except Refused:
                assert queue.held(tx, caller) == before
            else:
                assert queue.check_claim(tx, taken.lead_id, caller, taken.token) == "current"

    @rule(caller=CALLERS)
    def do_not_call(self, caller: str) -> None:
        with self.store.transaction() as tx:
            if held := queue.held(tx, caller):
                suppression.suppress(
                    tx,
                    client="",
                    scope="person",
                    lead_id=held.lead_id,
                    asked_by="",
                    by=caller,
                    reason="Asked not to be called",
                )
                queue.release(tx, held.lead_id, held.token)

    @rule(caller=CALLERS)
    def renew(self, caller: str) -> None:
        with self.store.transaction() as tx:
            queue.renew(tx, caller)

    @rule(minutes=st.integers(0, 1500))
    def time_passes(self, minutes: int) -> None:
        self.clock.advance(timedelta(minutes=minutes))

    @rule()
    def clock_jumps_back(self) -> None:
        self.clock.advance(-timedelta(minutes=90))

    @rule()
    def tick(self) -> None:
        with self.store.transaction() as tx:
            queue.wake(tx)
            stacks.merge_some(tx, 10)
            stacks.drop_some(tx, 10)
            ranking.rank(tx)

    @rule(pick=st.integers(0, 20))
    def pin(self, pick: int) -> None:
        with self.store.transaction() as tx:
            ids = list(tx.connection.scalars(sa.select(lead.c.id).order_by(lead.c.id)))
            one = ids[pick % len(ids)]
            tx.connection.execute(lead.update().where(lead.c.id == one).values(is_pinned=True))
            stacks.sort(tx, [one])

    @invariant()
    def every_lead_is_in_exactly_one_bucket(self) -> None:
        """Q5, model 1."""
        with self.store.reading() as tx:
            rows = tx.connection.execute(sa.select(lead)).all()
            counts, total = overview.bucket_counts(tx, self.fair)
        assert sum(counts.values()) == total == len(rows)
        for bucket in Bucket:
            assert counts[bucket] == sum(bucket_of(row) is bucket for row in rows)

    @invariant()
    def every_lead_stands_in_the_stack_it_belongs_to(self) -> None:
        """A lead is where its cell is, and sorting once more moves nobody."""
        with self.store.transaction() as tx:
            before = _places(tx)
            stacks.sort(tx, [lead_id for lead_id, *_ in before])
            assert _places(tx) == before
        for _, cell_id, stack_id, cell_of_stack, rested_at in before:
            assert stack_id is not None
            assert cell_of_stack == cell_id
            assert rested_at is not None

    @invariant()
    def the_reasons_of_an_empty_queue_add_up(self) -> None:
        """Q3."""
        with self.store.reading() as tx:
            rows = tx.connection.execute(sa.select(lead.c.state)).all()
            reasons = overview.why_not(tx, "ana", self.fair)
        is_open = sum(row.state in {"waiting", "callback", "research"} for row in rows)
        assert sum(reason.leads for reason in reasons) == is_open

    @invariant()
    def one_caller_holds_one_lead_and_tokens_only_grow(self) -> None:
        """Model 2."""
        with self.store.reading() as tx:
            rows = tx.connection.execute(sa.select(lead)).all()
        holds = [(row.claimed_by, row.claim_kind) for row in rows if row.claimed_by]
        assert len(holds) == len(set(holds))
        for row in rows:
            assert row.claim_token >= self.tokens.get(row.id, 0)
            self.tokens[row.id] = row.claim_token

    @invariant()
    def an_empty_claim_means_that_nothing_is_free(self) -> None:
        with self.store.transaction() as tx:
            if queue.held(tx, "dee") is None and queue.claim_next(tx, "dee") is None:
                reasons = {reason.code for reason in overview.why_not(tx, "dee", self.fair)}
                assert "free" not in reasons
            elif held := queue.held(tx, "dee"):
                queue.release(tx, held.lead_id, held.token)


def _places(tx: Transaction) -> list[tuple]:
    stands = sa.select(
        lead.c.id, lead.c.cell_id, lead.c.stack_id, stack.c.cell_id, lead.c.rested_at
    )
    joined = stands.outerjoin(stack, stack.c.id == lead.c.stack_id).order_by(lead.c.id)
    return [tuple(row) for row in tx.connection.execute(joined)]


@pytest.mark.parametrize("steps", [25])
def test_a_floor_at_work_keeps_every_promise_of_the_queue(
    sqlite_template: Path, steps: int
) -> None:
    """Model 1, 2, 5, 6: whatever callers do and in whatever order."""
    Floor.template = sqlite_template
    run_state_machine_as_test(
        Floor, settings=settings(max_examples=tried(20), stateful_step_count=steps, deadline=None)
    )
