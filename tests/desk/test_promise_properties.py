"""Whatever callers do: no promise is early, lost, or taken from who can keep it (Q4)."""

import shutil
import tempfile
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from calls import a_campaign, a_lead, calling
from makers import BERLIN, make_clock
from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.day_plan import KEPT_FREE, OWNER_BUSY
from qualdesk.core.errors import NothingToUndo, NotNow, Refused
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import CallLimits
from qualdesk.core.times import local_time
from qualdesk.desk.floor import Floor as Counts
from qualdesk.desk.keeper import Keeper
from qualdesk.desk.supervising import Supervising
from qualdesk.store import schema
from qualdesk.store.database import Store
from qualdesk.store.queue import held
from sizes import tried

NAMES = ("Ana", "Ben")
CALLERS = st.sampled_from(NAMES)
GRACE = timedelta(minutes=20)
MINUTES = st.sampled_from([1, 2, 4, 9, 25, 60])


class Promising(RuleBasedStateMachine):
    """Two callers who promise calls, keep them, skip them, sleep, and go on holiday."""

    template: Path

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.clock = make_clock()
        path = shutil.copy(self.template, self.folder.name)
        self.store = Store(f"sqlite:///{path}", clock=self.clock, durable=False)
        limits = CallLimits(max_attempts=9, max_per_day=9, grace=GRACE)
        campaign = a_campaign(self.store, with_script=False, limits=limits)
        for number in range(5):
            a_lead(self.store, campaign, f"Lead {number}", company=f"Company {number}")
        self.desks = {name: calling(self.store, self.clock, name) for name in NAMES}
        self.seen: dict[str, datetime] = {}
        self.away: set[str] = set()
        self.made = 0

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @rule(caller=CALLERS, anyway=st.booleans(), minutes=MINUTES)
    def ask_and_promise(self, caller: str, minutes: int, *, anyway: bool) -> None:
        """So that promises are many: most other steps do nothing without a lead in hand."""
        self.ask(caller, anyway=anyway)
        self.promise_a_call(caller, minutes)

    @rule(caller=CALLERS, minutes=MINUTES)
    def wait_and_ask(self, caller: str, minutes: int) -> None:
        if local_time(self.clock.now(), BERLIN).hour < 15:
            self.clock.advance(timedelta(minutes=minutes))
        self.ask(caller, anyway=False)

    @rule(caller=CALLERS, anyway=st.booleans())
    def ask(self, caller: str, *, anyway: bool) -> None:
        with self.store.reading() as tx:
            had = held(tx, caller)
            leads = {row.id: row for row in tx.connection.execute(sa.select(schema.lead))}
        found = self.desks[caller].next_lead(anyway=anyway)
        before = dict(self.seen)
        self.seen[caller] = self.clock.now()
        if isinstance(found, NothingToCall):
            assert sum(reason.leads for reason in found.reasons) == found.open_leads
        elif had is None and found.attempt is None:
            self._may_be_offered(found, leads, caller, before, anyway=anyway)

    def _may_be_offered(
        self,
        card: CallCard,
        leads: dict[int, sa.Row[tuple[object, ...]]],
        caller: str,
        seen: dict[str, datetime],
        *,
        anyway: bool,
    ) -> None:
        stood, now = leads[card.lead.id], self.clock.now()
        if stood.state != Bucket.CALLBACK:
            mine = [
                row.due_at - now
                for row in leads.values()
                if row.callback_owner == caller and row.due_at and self._is_fixed(row.id)
            ]
            assert anyway or not any(timedelta() <= away <= KEPT_FREE for away in mine)
            return
        assert stood.due_at <= now, "never before its time"
        owner = stood.callback_owner
        late = now - stood.due_at
        busy = any(
            row.claimed_by == owner and row.claim_kind == "open" and row.claim_until > now
            for row in leads.values()
        )
        busy = busy or self._is_taken_up(owner, stood, leads.values())
        gone = owner in self.away or now - seen.get(owner, now) >= GRACE
        assert owner in {"", caller} or late >= GRACE or gone or (busy and late >= OWNER_BUSY)

    def _is_taken_up(
        self,
        owner: str,
        stood: sa.Row[tuple[object, ...]],
        leads: Iterable[sa.Row[tuple[object, ...]]],
    ) -> bool:
        """Whether they have another promise to keep first, or called somebody else since."""
        first = any(
            row.callback_owner == owner and (row.due_at, row.id) < (stood.due_at, stood.id)
            for row in leads
            if row.state == Bucket.CALLBACK and row.due_at
        )
        made = schema.attempt.c
        with self.store.reading() as tx:
            since = sa.select(made.id).where(
                made.caller == owner,
                made.started_at >= stood.due_at,
                made.lead_id != stood.id,
            )
            return first or tx.connection.scalar(since) is not None

    def _is_fixed(self, lead_id: int) -> bool:
        with self.store.reading() as tx:
            query = sa.select(schema.callback.c.kind).where(
                schema.callback.c.lead_id == lead_id, schema.callback.c.state == "set"
            )
            return "fixed" in tx.connection.scalars(query).all()

    @rule(caller=CALLERS, minutes=MINUTES)
    def promise_a_call(self, caller: str, minutes: int) -> None:
        at = self.clock.now() + timedelta(minutes=minutes)
        if self._end(caller, "callback_fixed", callback_at=at):
            self.made += 1

    @rule(
        caller=CALLERS,
        code=st.sampled_from(["callback_open", "no_answer", "busy", "gatekeeper", "nurture"]),
    )
    def end(self, caller: str, code: str) -> None:
        self._end(caller, code)

    def _end(self, caller: str, code: str, **beside: datetime) -> bool:
        desk = self.desks[caller]
        card = desk.held()
        if card is None:
            return False
        try:
            attempt = desk.start_attempt(card.lead.id)
        except NotNow:
            desk.release(card.lead.id)
            return False
        desk.finish(attempt.id, code, **beside)  # type: ignore[arg-type]
        return True

    @rule(caller=CALLERS)
    def dial(self, caller: str) -> None:
        """And stay on the call."""
        card = self.desks[caller].held()
        if card is not None and card.decision.is_allowed:
            self.desks[caller].start_attempt(card.lead.id)

    @rule(caller=CALLERS, what=st.sampled_from(["skip", "release", "give up the call"]))
    def leave(self, caller: str, what: str) -> None:
        desk = self.desks[caller]
        card = desk.held()
        if card is None:
            return
        if what == "skip" and card.attempt is None:
            desk.skip(card.lead.id)
        elif card.attempt is not None and what == "give up the call":
            desk.release(card.attempt.id)
        else:
            desk.release(card.lead.id)

    @rule(caller=CALLERS)
    def undo(self, caller: str) -> None:
        made = self._promises()
        try:
            self.desks[caller].undo()
        except (NothingToUndo, Refused):
            return
        self.made -= made - self._promises()

    @rule(caller=CALLERS, is_away=st.booleans())
    def go_on_holiday(self, caller: str, *, is_away: bool) -> None:
        today = self.clock.now().date()
        away: date | None = today if is_away else None
        sue = Supervising(self.store, self.clock, "Sue")
        if caller not in self.seen:
            with pytest.raises(Refused, match="works here"):
                sue.set_away(caller, away, away)
            return
        sue.set_away(caller, away, away)
        self.away = self.away | {caller} if is_away else self.away - {caller}

    @rule()
    def tick(self) -> None:
        Keeper(self.store, self.clock, "Ana").tick()

    def _promises(self) -> int:
        with self.store.reading() as tx:
            query = sa.select(sa.func.count()).where(schema.callback.c.kind == "fixed")
            return int(tx.connection.execute(query).scalar_one())

    @invariant()
    def every_promise_is_ahead_due_kept_or_settled_otherwise(self) -> None:
        assert self._promises() == self.made
        counted = Counts(self.store, self.clock, "Ana").promises()
        with self.store.reading() as tx:
            query = sa.select(schema.callback).where(schema.callback.c.kind == "fixed")
            rows = tx.connection.execute(query).all()
        dropped = [row for row in rows if row.state == "dropped"]
        assert counted.ahead + counted.due + counted.kept + len(dropped) == self.made
        assert counted.on_time <= counted.kept
        for row in rows:
            assert row.kept_at is None or row.kept_at >= row.due_at
            assert (row.state == "kept") == (row.kept_at is not None)
            assert row.missed_at in {None, row.due_at + GRACE}

    @invariant()
    def who_waits_for_a_call_back_has_a_time_and_a_promise(self) -> None:
        """Q5: none is promised without a time, none has a promise that nobody looks at."""
        with self.store.reading() as tx:
            leads = tx.connection.execute(sa.select(schema.lead)).all()
            calls = tx.connection.execute(
                sa.select(schema.attempt.c.lead_id).where(schema.attempt.c.ended_at.is_(None))
            )
            on_call = {row.lead_id for row in calls}
            query = sa.select(schema.callback.c.lead_id).where(schema.callback.c.state == "set")
            promised = tx.connection.scalars(query).all()
        assert len(promised) == len(set(promised)), "one promise at a time"
        for lead in leads:
            is_promised = lead.state == Bucket.CALLBACK
            assert is_promised == (lead.due_at is not None)
            assert lead.id in on_call or is_promised == (lead.id in promised)


def test_whatever_callers_do_no_promise_is_early_lost_or_taken(sqlite_template: Path) -> None:
    Promising.template = sqlite_template
    run_state_machine_as_test(
        Promising, settings=settings(max_examples=tried(8), stateful_step_count=30, deadline=None)
    )
