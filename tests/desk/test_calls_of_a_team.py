"""A caller of a team works as ever: all they do goes by acts, and no further than their own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from calls import a_campaign, a_lead, answer_all_it_takes, calling, next_card
from conftest import read_beliefs
from makers import make_lead
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import ClaimLost, NotFound, Refused
from qualdesk.core.events import Phase
from qualdesk.core.ids import ContactId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import CallLimits
from qualdesk.core.times import Promise
from qualdesk.desk.calling import Calling
from qualdesk.desk.clients import Clients
from qualdesk.desk.erasing import Erasing
from qualdesk.desk.incoming import Incoming
from qualdesk.desk.sales_calls import SalesCalls
from qualdesk.desk.searching import Search
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.files.rule_sets import shipped_rules
from qualdesk.store import history, schema, stacks
from qualdesk.store.database import Store
from team_desks import TeamDesk

ALL_DAY = CallLimits(
    hours=(0, 24 * 60), days=frozenset(range(7)), min_gap=timedelta(minutes=1), max_per_day=9
)
LATER = Promise(wall=datetime(2090, 3, 17, 10, 30), zone="Europe/Berlin")  # noqa: DTZ001 - wall time
BESIDE: Mapping[str, Mapping[str, Any]] = {
    "callback_fixed": {"callback_at": LATER},
    "partial": {"callback_at": LATER},
    "not_qualified": {"reason": "Too small"},
    "number_changed": {"new_number": "+49 30 23125 777"},
    "research": {"note": "Which Albers?"},
    "to_supervisor": {"note": "Wants a contract"},
}
# One for each thing that comes of a call; all of them are ended and undone in a file.
CODES = sorted(
    {
        (one.after, one.needs_number): one.code
        for one in shipped_outcomes()
        if not one.by_program and one.phase is not Phase.BEFORE
    }.values()
)


@dataclass
class Room:
    """A workspace of a team with a campaign, and each person's own door to it."""

    team: TeamDesk
    stores: dict[str, Store] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # How much a caller may take has tests of its own.
        self.as_owner(
            "INSERT INTO claim_limit SELECT name, 0, 999, 999, 0, 'Nadia', now() FROM member"
        )
        self.campaign = a_campaign(self.store(), limits=ALL_DAY)

    def store(self, name: str = "") -> Store:
        """A person's store, or the owner's."""
        url = self.team.url(name) if name else self.team.owner
        if name not in self.stores:
            self.stores[name] = Store(
                url, clock=SystemClock(), durable=False, rules=shipped_rules, beliefs=read_beliefs
            )
        return self.stores[name]

    def desk(self, name: str) -> Calling:
        """A person's desk, on their own login."""
        return calling(self.store(name), SystemClock(), name)  # type: ignore[arg-type]

    def phone(self, name: str) -> Incoming:
        """What a person does when somebody calls."""
        return Incoming(self.store(name), SystemClock(), name, shipped_outcomes())

    def lead(self, name: str = "Katrin Albers", **more: Any) -> LeadId:
        """A lead of the campaign."""
        return a_lead(self.store(), self.campaign, name, **more)

    def as_owner(self, text: str) -> None:
        """Something that happens without a desk."""
        with psycopg.connect(self.team.owner) as owner:
            owner.execute(text.encode())

    def time_runs_out(self) -> None:
        """Nobody renewed what they hold."""
        self.as_owner(
            "UPDATE lead SET claim_until = now() - interval '1 minute' WHERE claimed_by IS NOT NULL"
        )

    def stands(self, lead: LeadId) -> Any:
        """A lead as it is kept."""
        with self.store().reading() as tx:
            return tx.connection.execute(sa.select(schema.lead).filter_by(id=lead)).one()

    def is_in_order(self) -> bool:
        """Whether the history is whole, and each lead in the place it would be sorted into."""
        with self.store().transaction() as tx:
            places = sa.select(schema.lead.c.id, schema.lead.c.cell_id, schema.lead.c.stack_id)
            # Who is never called again stays where they were.
            places = places.where(schema.lead.c.state != Bucket.DO_NOT_CALL.value)
            before = tx.connection.execute(places.order_by(schema.lead.c.id)).all()
            stacks.sort(tx, [row.id for row in before])
            after = tx.connection.execute(places.order_by(schema.lead.c.id)).all()
            return history.verify(tx) is None and before == after


@pytest.fixture
def room(team: TeamDesk) -> Iterator[Room]:
    """A team's workspace; its campaign calls at any hour, whenever the tests run."""
    made = Room(team)
    yield made
    for store in made.stores.values():
        store.close()


@pytest.mark.parametrize("code", CODES)
def test_every_outcome_can_be_given_and_taken_back(room: Room, code: str) -> None:
    lead = room.lead(phones=("+493023125001", "+493023125002"))
    maya = room.desk("Maya")
    assert next_card(maya).lead.id == lead
    call = maya.start_attempt(lead)
    answer_all_it_takes(maya, call.id)
    maya.write_note(call.id, "Which Albers?")
    before = maya.card(lead)
    maya.finish(call.id, code, **BESIDE.get(code, {}))
    again = maya.undo()
    assert (again.lead, again.answers) == (before.lead, before.answers)
    done = maya.finish(call.id, code, **BESIDE.get(code, {}))
    stands = room.stands(lead)
    assert (stands.state, stands.last_outcome) == (done.bucket.value, done.outcome)
    assert (stands.attempts, stands.claimed_by, stands.claim_kind) == (1, "Maya", "undo")
    assert room.is_in_order()


def test_a_lead_is_given_back_skipped_and_stopped_without_a_call(room: Room) -> None:
    leads = {room.lead(), room.lead("Kai Lorenz", company="Rheinglas")}
    maya = room.desk("Maya")
    first = next_card(maya).lead.id
    maya.release(first)
    assert room.stands(first).claimed_by is None
    first = next_card(maya).lead.id
    maya.release(maya.start_attempt(first).id)
    assert room.stands(first).attempts == 1
    (second,) = leads - {first}
    assert next_card(maya).lead.id == second
    maya.skip(second, "Not now")
    assert maya.undo().lead.id == second
    maya.do_not_call(second)
    assert room.stands(second).state == Bucket.DO_NOT_CALL.value
    assert maya.undo().lead.id == second
    maya.finish_without_call(second, "wrong_number")
    assert maya.undo().lead.id == second
    assert room.is_in_order()


def test_a_caller_stops_somebody_for_all_clients_and_takes_it_back(room: Room) -> None:
    """O7: the whole house obeys, whoever's lead it was said about."""
    lead = room.lead()
    maya = room.desk("Maya")
    assert next_card(maya).lead.id == lead
    clients = Clients(room.store("Maya"), SystemClock(), "Maya")
    assert not clients.calls_for_several()
    others = a_campaign(room.store(), name="Others", client="Acme", limits=ALL_DAY)
    with room.store().transaction() as tx:
        person = tx.connection.scalar(sa.select(schema.lead.c.contact_id).filter_by(id=lead))
        elsewhere = make_lead(tx, others, ContactId(person or 0))
    assert clients.calls_for_several()
    maya.do_not_call(lead, scope="house")
    stopped = Bucket.DO_NOT_CALL.value
    assert [room.stands(one).state for one in (lead, elsewhere)] == [stopped, stopped]
    maya.undo()
    assert stopped not in [room.stands(one).state for one in (lead, elsewhere)]
    assert room.is_in_order()


def test_what_is_said_is_kept_once_and_can_be_taken_back(room: Room) -> None:
    lead = room.lead()
    maya = room.desk("Maya")
    call = maya.start_attempt(next_card(maya).lead.id)
    for _ in range(2):
        maya.record_answer(call.id, "project", "A line", answer_id="one")
    maya.record_answer(call.id, "project", "Two lines")
    maya.clear_answer(call.id, "project")
    maya.open_fit(call.id)
    maya.renew()
    assert "project" not in maya.card(lead).answers
    with room.store().reading() as tx:
        said = tx.connection.execute(sa.select(schema.answer.c.order, schema.answer.c.value))
        assert sorted(map(tuple, said)) == [(1, "A line"), (2, "Two lines"), (3, None)]
        kept = tx.connection.execute(sa.select(schema.attempt)).one()
    assert (kept.caller, kept.fit_opened_early, kept.outcome) == ("Maya", True, "")
    assert kept.traits, "what its lead was to the queue"


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize("how", ["queue", "now"])
def test_somebody_named_on_a_call_becomes_a_lead(room: Room, how: str, *, is_known: bool) -> None:
    lead = room.lead()
    maya = room.desk("Maya")
    call = maya.start_attempt(next_card(maya).lead.id)
    there = room.lead("Kai Lorenz", phones=("+493023125009",)) if is_known else None
    named = maya.refer(lead, name="Kai Lorenz", number="+49 30 23125 009", how=how)
    assert named.existing is is_known
    assert named.lead_id is not None
    assert there in {None, named.lead_id}
    stands = room.stands(named.lead_id)
    assert (stands.referred_by, stands.state) == (lead, Bucket.WAITING.value)
    assert stands.stack_id is not None
    assert (stands.claimed_by == "Maya") is (how == "now")
    if how == "queue":
        with pytest.raises(NotFound):
            maya.card(named.lead_id)
    maya.finish(call.id, "no_answer")
    assert next_card(maya).lead.id == named.lead_id
    maya.start_attempt(named.lead_id)
    assert room.is_in_order()


def test_a_stranger_of_another_company_gets_a_line_and_no_number(room: Room) -> None:
    """Named with a number they have and an address that is new: it stands with what was said."""
    lead = room.lead()
    maya = room.desk("Maya")
    call = maya.start_attempt(next_card(maya).lead.id)
    there = room.lead("Kai Lorenz", company="Nordwind Logistics", phones=("+493023125009",))
    named = maya.refer(lead, name="Kai Lorenz", number="+49 30 23125 009", email="kai@example.org")
    assert named.lead_id == there
    maya.finish(call.id, "no_answer")
    with room.store().reading() as tx:
        assert not tx.connection.execute(sa.select(schema.contact_email)).all()
        said = tx.connection.scalars(
            sa.select(schema.touchpoint.c.says).filter_by(lead_id=there)
        ).all()
    assert "Named Kai Lorenz, +49 30 23125 009, kai@example.org" in said


def test_somebody_named_who_said_no_is_never_offered(room: Room) -> None:
    first = room.lead("Kai Lorenz", phones=("+493023125009",))
    maya, ben = room.desk("Maya"), room.desk("Ben")
    assert next_card(maya).lead.id == first
    maya.do_not_call(first)
    room.as_owner("UPDATE lead SET campaign_id = campaign_id")
    other = a_campaign(room.store(), limits=ALL_DAY)
    lead = a_lead(room.store(), other)
    call = ben.start_attempt(next_card(ben).lead.id)
    named = ben.refer(lead, name="Kai Lorenz", number="+49 30 23125 009", how="now")
    assert named.lead_id is not None
    assert room.stands(named.lead_id).state == Bucket.DO_NOT_CALL.value
    ben.finish(call.id, "no_answer")


def test_they_call_us_and_it_is_a_call_in_hand(room: Room) -> None:
    lead = room.lead()
    ben = room.desk("Ben")
    assert next_card(ben).lead.id == lead
    card = room.phone("Maya").take_up(lead)
    assert card.attempt is not None
    assert room.phone("Maya").take_up(lead).attempt == card.attempt
    with pytest.raises(Refused, match="Maya is on a call with them"):
        room.phone("Ben").take_up(lead)
    assert [one.left_by for one in room.phone("Ben").my_messages()] == ["Maya"]
    maya = room.desk("Maya")
    maya.record_answer(card.attempt.id, "project", "A line")
    maya.finish(card.attempt.id, "callback_fixed", callback_at=LATER)
    assert maya.undo().attempt == card.attempt
    assert room.is_in_order()


def test_what_is_said_after_the_lead_was_lost_is_kept_beside_it(room: Room) -> None:
    lead = room.lead()
    ben, maya = room.desk("Ben"), room.desk("Maya")
    call = ben.start_attempt(next_card(ben).lead.id)
    room.as_owner("UPDATE lead SET tried_on = '', last_attempt_at = NULL")
    room.time_runs_out()
    assert next_card(maya).lead.id == lead
    with pytest.raises(ClaimLost):
        ben.record_answer(call.id, "project", "A line")
    with pytest.raises(ClaimLost):
        ben.write_note(call.id, "Called away")
    with pytest.raises(ClaimLost):
        ben.finish(call.id, "no_answer")
    assert "project" not in maya.card(lead).answers
    with room.store().reading() as tx:
        kept = tx.connection.execute(sa.select(schema.attempt)).one()
    assert (kept.note, kept.is_conflict, kept.outcome) == ("Called away", True, "no_answer")


def test_a_call_goes_on_after_a_sleep_and_is_undone_after_a_while(room: Room) -> None:
    lead = room.lead()
    maya = room.desk("Maya")
    call = maya.start_attempt(next_card(maya).lead.id)
    room.time_runs_out()
    maya.renew()
    room.time_runs_out()
    maya.record_answer(call.id, "project", "A line")
    maya.finish(call.id, "no_answer")
    room.time_runs_out()
    with pytest.raises(NotFound):
        maya.card(lead)
    assert maya.undo().attempt == call
    maya.finish(call.id, "callback_fixed", callback_at=LATER)
    assert room.is_in_order()


def test_the_next_lead_is_fetched_ahead(room: Room) -> None:
    room.lead()
    room.lead("Kai Lorenz", company="Rheinglas")
    maya = room.desk("Maya")
    call = maya.start_attempt(next_card(maya).lead.id)
    ahead = maya.fetch_ahead()
    assert ahead is not None
    maya.let_go_ahead()
    assert room.stands(ahead).claimed_by is None
    assert maya.fetch_ahead() == ahead
    maya.finish(call.id, "no_answer")
    assert next_card(maya).lead.id == ahead


def test_a_promise_that_is_due_comes_next(room: Room) -> None:
    lead = room.lead()
    maya = room.desk("Maya")
    call = maya.start_attempt(next_card(maya).lead.id)
    maya.finish(call.id, "callback_fixed", callback_at=LATER)
    other = room.lead("Kai Lorenz", company="Rheinglas")
    assert next_card(maya).lead.id == other
    room.as_owner(
        "UPDATE lead SET due_at = now() WHERE due_at IS NOT NULL;UPDATE callback SET due_at = now()"
    )
    room.time_runs_out()
    maya.renew()
    assert [one.lead_id for one in maya.promises_due()] == [lead]
    second = maya.start_attempt(other)
    maya.make_next(lead)
    maya.finish(second.id, "no_answer")
    assert next_card(maya).lead.id == lead
    maya.start_attempt(lead)
    with room.store().reading() as tx:
        assert tx.connection.scalar(sa.select(schema.callback.c.state)) == "kept"
    assert room.is_in_order()


def test_with_psql_a_hold_is_neither_taken_from_somebody_nor_kept_for_long(room: Room) -> None:
    theirs, free = room.lead(), room.lead("Kai Lorenz", company="Rheinglas")
    assert next_card(room.desk("Ben")).lead.id == theirs
    far = "2090-01-01"
    with psycopg.connect(room.team.url("Maya"), autocommit=True) as maya:
        hold = "SELECT * FROM act.hold_lead('open', 0, %s, %s)"
        assert maya.execute(hold, (far, theirs)).fetchall() == []
        assert maya.execute(hold, (far, free)).fetchall() == [(1,)]
        assert maya.execute("SELECT * FROM act.renew_claims(%s)", (far,)).fetchall() == [(1,)]
        assert maya.execute("SELECT * FROM act.let_go(%s, 1)", (theirs,)).fetchall() == []
    assert (room.stands(theirs).claimed_by, room.stands(theirs).claim_token) == ("Ben", 1)
    left = room.stands(free).claim_until - SystemClock().now()
    assert timedelta() < left <= timedelta(minutes=15)


def test_with_psql_nobody_writes_history_of_another_day_or_cuts_the_chain(room: Room) -> None:
    lead = room.lead()
    maya = room.desk("Maya")
    assert next_card(maya).lead.id == lead
    maya.skip(lead, "Not now")
    said = "SELECT * FROM act.note_in_history(%s, 'skipped', 'lead', '1', '{}', %s, %s)"
    with psycopg.connect(room.team.url("Maya"), autocommit=True) as psql:
        for at in (
            SystemClock().now() - timedelta(hours=1),
            SystemClock().now() + timedelta(hours=1),
        ):
            assert psql.execute(said, (at, "", "f00")).fetchall() == []
        assert psql.execute("SELECT * FROM act.move_history_head('f00')").fetchall() == []
        for change in ("UPDATE history SET what = ''", "DELETE FROM history"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(change.encode())
    assert room.is_in_order()


def test_a_company_in_conversation_is_whole_for_callers_of_a_team(room: Room) -> None:
    """Two people of one company are called by one caller, though nobody sees the other lead."""
    room.lead()
    room.lead("Kai Lorenz")
    maya, ben = room.desk("Maya"), room.desk("Ben")
    first = next_card(maya).lead.id
    maya.start_attempt(first)
    assert maya.company(first).yours_until is not None
    assert not isinstance(ben.next_lead(), CallCard)


def test_who_is_found_is_left_a_message_and_their_call_is_taken_without_their_card(
    room: Room,
) -> None:
    lead = room.lead(phones=("+493023125001",))
    other = room.lead("Kai Lorenz", company="Rheinglas", phones=("+493023125002",))
    held = next_card(room.desk("Maya")).lead.id
    ends = {lead: "5001", other: "5002"}[held]
    ben = Search(room.store("Ben"), SystemClock(), "Ben", shipped_outcomes())  # type: ignore[arg-type]
    for refused in (ben.look_up, lambda one: ben.leave_message(one, "Ask for them")):
        with pytest.raises(NotFound):
            refused(held)
    (found,) = ben.who_calls(ends).leads
    assert ben.look_up(found.lead_id).card is None
    with pytest.raises(Refused, match="not in your hands now"):
        ben.lead(found.lead_id)
    ben.leave_message(held, "Ask for the plant")
    assert [one.says for one in room.phone("Maya").messages(held)] == ["Ask for the plant"]
    assert ben.take_up(held).lead.id == held


def test_a_caller_is_told_that_somebody_was_erased_whoever_has_the_lead(room: Room) -> None:
    lead, other = room.lead(), room.lead("Kai Lorenz", company="Rheinglas")
    Erasing(room.store("Nadia"), SystemClock(), "Nadia").erase(lead)
    maya = Erasing(room.store("Maya"), SystemClock(), "Maya")
    assert (maya.is_erased(lead), maya.is_erased(other)) == (True, False)
    with pytest.raises(Refused, match="was erased"):
        room.phone("Maya").leave_message(lead, "Ask for them")


def test_a_caller_of_a_team_is_offered_no_call_to_sales(room: Room) -> None:
    """It would tell of a batch and of a colleague's number: supervisors make them there."""
    assert SalesCalls(room.store("Maya"), SystemClock(), "Maya").waiting() == ()
