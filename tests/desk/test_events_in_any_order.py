"""Nobody is lost around an event: calls, its end, lists of who came, undoing, in any order (Q1)."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from dying_store import DyingStore, PowerCutError
from makers import make_clock
from qualdesk.core.campaigning import Attendees
from qualdesk.core.errors import NothingToUndo
from qualdesk.core.events import Phase
from qualdesk.core.ids import AttemptId, LeadId, ListId
from qualdesk.desk import Desk
from qualdesk.store import overview, schema
from qualdesk.store.database import Store
from qualdesk.store.queue import wake

FAIR = "Fair"
NAMES = ("Anna", "Bo", "Cy", "Dora")
SAYS = {"registered": "registered", "will_come": "coming", "cannot_come": "cannot"}
BEFORE, AFTER = (*SAYS, "no_answer"), ("no_answer", "nurture")
lists = st.dictionaries(st.sampled_from(NAMES), st.booleans(), min_size=1)


@dataclass
class Told:
    """What the test itself knows: who said what, and which list named whom."""

    said: dict[LeadId, str] = field(default_factory=dict)
    before: dict[AttemptId, tuple[LeadId, str]] = field(default_factory=dict)
    lists: dict[int, dict[str, bool]] = field(default_factory=dict)
    registered: dict[int, str] = field(default_factory=dict)

    def stands(self, lead: LeadId, name: str, standing: list[int], published: set[int]) -> str:
        """How a lead stands, by the lists that stand."""
        is_registered = any(
            who == name and one in published for one, who in self.registered.items()
        )
        said = self.said.get(lead, "")
        if not standing:
            return said or ("registered" if is_registered else "")
        named = [self.lists[one][name] for one in standing if name in self.lists[one]]
        if any(named):
            return "attended"
        is_missed = named or is_registered or said in {"registered", "coming"}
        return "no_show" if is_missed else "never_registered"


class Events(RuleBasedStateMachine):
    """One campaign around one event, and how its leads stand after each step."""

    url: str

    @initialize()
    def open(self) -> None:
        self.clock = make_clock()
        self.store = Store(self.url, clock=self.clock, durable=False)
        with self.store.transaction() as tx:
            for table in reversed(schema.metadata.sorted_tables):
                if table.name not in {"workspace", "alembic_version"}:
                    tx.connection.execute(table.delete())
        self.desk = Desk(self.store, self.clock, "ana")
        self.desk.library.new_campaign(
            FAIR, hours=("00:00", "24:00"), days=range(7), region="DE", max_attempts=50,
            max_per_day=50, min_gap=timedelta(0),
        )  # fmt: skip
        self.told = Told()
        self.in_call: tuple[LeadId, AttemptId, Phase] | None = None
        self.move_event(1)
        self.desk.intake.load([_row(name) for name in NAMES[:3]], campaign=FAIR)

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.everybody_comes_back()
            self.store.close()

    # --- what happens

    @rule(days=st.integers(1, 5))
    def move_event(self, days: int) -> None:
        ends = self.clock.now() + timedelta(days=days)
        self.desk.campaigning.set_event(FAIR, ends - timedelta(hours=2), ends)

    @rule(hours=st.sampled_from([1, 30, 80]))
    def time_passes(self, hours: int) -> None:
        self.clock.advance(timedelta(hours=hours))
        self.desk.keeper.tick()

    @precondition(lambda self: self.in_call is None)
    @rule(which=st.integers(0, 9), how=st.integers(0, 9))
    def call(self, which: int, how: int) -> None:
        self.dial(which)
        self.end(how)

    @precondition(lambda self: self.in_call is None)
    @rule(which=st.integers(0, 9))
    def dial(self, which: int) -> None:
        leads = [lead for lead, _ in self.leads()]
        lead = leads[which % len(leads)]
        attempt = self.desk.calling.start_attempt(lead)
        self.in_call = (lead, attempt.id, attempt.phase)

    @precondition(lambda self: self.in_call is not None)
    @rule(which=st.integers(0, 9))
    def end(self, which: int) -> None:
        """A call ends on the side of the event on which it began."""
        assert self.in_call is not None
        lead, attempt, phase = self.in_call
        codes = BEFORE if phase is Phase.BEFORE else AFTER
        code = codes[which % len(codes)]
        self.desk.calling.finish(attempt, code)
        self.told.before[attempt] = (lead, self.told.said.get(lead, ""))
        if code in SAYS:
            self.told.said[lead] = SAYS[code]
        self.in_call = None

    @precondition(lambda self: self.in_call is None and self.told.before)
    @rule()
    def undo_the_call(self) -> None:
        with suppress(NothingToUndo):
            card = self.desk.calling.undo()
            assert card.attempt is not None
            lead, said = self.told.before.pop(card.attempt.id)
            self.told.said[lead] = said
            self.in_call = (lead, card.attempt.id, card.attempt.phase)

    @precondition(lambda self: self.is_over())
    @rule(who=lists)
    def take(self, who: dict[str, bool]) -> None:
        before = {lead for lead, _ in self.leads()} - self.half_loaded()
        there = self.taken(self.desk, who)
        now = {lead for lead, _ in self.leads()}
        assert (there.rows, there.left_out) == (len(who), ())
        assert there.adds_up
        # A list that was broken off goes with the next one; a new lead may have its number.
        assert there.new == len(now) - len(before)
        assert before <= now
        assert there.attended + there.no_show + there.never_registered == len(self.leads())

    @precondition(lambda self: self.is_over())
    @rule(who=lists, after=st.integers(1, 6))
    def take_and_die(self, who: dict[str, bool], after: int) -> None:
        """Killed at any step: what is there is finished by the keeper, the rest is not there."""
        dying = DyingStore(self.url, clock=self.clock, durable=False)
        dying.left = after
        with suppress(PowerCutError):
            self.taken(Desk(dying, self.clock, "bo"), who)
        dying.close()
        self.clock.advance(timedelta(minutes=1))
        self.desk.keeper.tick()

    @rule(name=st.sampled_from(NAMES))
    def register(self, name: str) -> None:
        """Somebody registered by themselves."""
        loaded = self.desk.campaigning.take_registered(FAIR, [_row(name)])
        assert loaded.list_id is not None
        self.told.registered[loaded.list_id] = name

    @precondition(lambda self: self.told.registered)
    @rule()
    def undo_a_registration(self) -> None:
        list_id, _ = self.told.registered.popitem()
        self.desk.intake.undo(ListId(list_id))

    @precondition(lambda self: self.standing_lists())
    @rule()
    def undo_the_list(self) -> None:
        self.desk.campaigning.undo_attendees(FAIR)

    # --- what must be true

    @invariant()
    def everybody_stands_as_was_said(self) -> None:
        if not hasattr(self, "desk"):
            return
        standing = self.standing_lists()
        with self.store.reading() as tx:
            rows = tx.connection.execute(sa.select(schema.lead.c.id, schema.lead.c.attendance))
            stands = {LeadId(row.id): row.attendance for row in rows}
            counts, total = overview.bucket_counts(tx)
        published, nobodys = self.published(), self.half_loaded()
        expected = {
            lead: self.told.stands(lead, name, standing, published) for lead, name in self.leads()
        }
        assert stands.keys() == expected.keys()
        for lead in stands.keys() - nobodys:
            assert stands[lead] == expected[lead]
        told = self.desk.campaigning.setup(FAIR).attendance
        assert told.adds_up
        assert told.total == total == sum(counts.values()) == len(stands)
        assert Counter(how.value for how in told.counts for _ in range(told.of(how))) == Counter(
            stands.values()
        )

    @invariant()
    def who_said_something_rests_no_longer_than_the_event(self) -> None:
        if not hasattr(self, "desk"):
            return
        event = self.desk.campaigning.setup(FAIR).event
        assert event is not None
        for row in self.rows():
            is_theirs = row.event_answer and row.last_outcome in SAYS and row.state == "waiting"
            if is_theirs and row.wake_at is not None:
                # They come back on a whole minute.
                over = max(event.ends_at, self.clock.now())
                assert row.wake_at < over + timedelta(minutes=1)

    def everybody_comes_back(self) -> None:
        """When all is over, whoever was not settled can be called, whatever came before."""
        if self.in_call is not None:
            self.end(0)
        self.clock.advance(timedelta(days=20))
        with self.store.transaction() as tx:
            wake(tx)
        for row in self.rows():
            assert row.state in {"waiting", "nurture"}
            assert row.ready is (row.state == "waiting"), "nobody is left behind"

    # --- looking

    def is_over(self) -> bool:
        event = self.desk.campaigning.setup(FAIR).event
        return event is not None and event.ends_at <= self.clock.now()

    def taken(self, desk: Desk, who: dict[str, bool]) -> Attendees:
        with self.store.reading() as tx:
            last = tx.connection.scalar(sa.select(sa.func.max(schema.lead_list.c.id))) or 0
        try:
            self.clock.advance(timedelta(seconds=1))
            rows = [
                {**_row(name), "attended": "yes" if came else "no"} for name, came in who.items()
            ]
            return desk.campaigning.take_attendees(FAIR, rows)
        finally:
            with self.store.reading() as tx:
                mine = sa.select(schema.lead_list.c.id).where(schema.lead_list.c.id > last)
                self.told.lists.update(dict.fromkeys(tx.connection.scalars(mine), who))

    def standing_lists(self) -> list[int]:
        with self.store.reading() as tx:
            query = sa.select(schema.lead_list.c.id).where(
                schema.lead_list.c.state == "published",
                schema.lead_list.c.attended_at.is_not(None),
            )
            return list(tx.connection.scalars(query))

    def published(self) -> set[int]:
        with self.store.reading() as tx:
            is_out = schema.lead_list.c.state == "published"
            return set(tx.connection.scalars(sa.select(schema.lead_list.c.id).where(is_out)))

    def leads(self) -> list[tuple[LeadId, str]]:
        with self.store.reading() as tx:
            query = sa.select(schema.lead.c.id, schema.contact.c.name).join(schema.contact)
            return [(LeadId(row.id), row.name) for row in tx.connection.execute(query)]

    def half_loaded(self) -> set[LeadId]:
        """The leads that no list stands for but one nobody finished loading, uncalled."""
        row, of = schema.intake_row, schema.lead_list
        rows = sa.select(row.c.lead_id).join(of).where(row.c.lead_id.is_not(None))
        called = sa.select(schema.attempt.c.lead_id)
        query = sa.select(schema.lead.c.id).where(
            schema.lead.c.id.in_(rows.where(of.c.state == "loading")),
            schema.lead.c.id.not_in(rows.where(of.c.state == "published")),
            schema.lead.c.id.not_in(called),
        )
        with self.store.reading() as tx:
            return {LeadId(row.id) for row in tx.connection.execute(query)}

    def rows(self) -> list[sa.Row[tuple[datetime]]]:
        with self.store.reading() as tx:
            return list(tx.connection.execute(sa.select(schema.lead)))


def _row(name: str) -> dict[str, str]:
    return {"name": name, "phone": f"+4930231251{NAMES.index(name):02}"}


def test_nobody_is_lost_between_before_and_after(store_url: str) -> None:
    """Q1, Q5, invariants 1 and 10: whatever order calls, the end, lists and undoing come in."""
    is_file = store_url.startswith("sqlite")

    class OnThis(Events):
        url = store_url

    run_state_machine_as_test(
        OnThis,
        settings=settings(
            max_examples=8 if is_file else 2,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
