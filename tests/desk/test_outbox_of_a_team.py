"""What waited on a caller's computer goes out under their own login, and no further than theirs."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
import sqlalchemy as sa

from calls import PROJECT, a_campaign, a_lead, next_card
from conftest import read_beliefs
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SystemClock
from qualdesk.core.leads import Bucket
from qualdesk.core.saves import Save
from qualdesk.core.sources import CallLimits
from qualdesk.desk import Desk
from qualdesk.desk.outbox import Outbox
from qualdesk.desk.saves import Doing, do
from qualdesk.files.rule_sets import shipped_rules
from qualdesk.qt.call_desk import doing
from qualdesk.store import calls as kept_calls
from qualdesk.store import queue, schema
from qualdesk.store.database import Store
from team_desks import TeamDesk

BERLIN = "Europe/Berlin"
ALL_DAY = CallLimits(
    hours=(0, 24 * 60),
    days=frozenset(range(7)),
    min_gap=timedelta(minutes=1),
    max_per_day=9,
    max_attempts=9,
)


class Floor:
    """A team with one lead, whoever logs in, and Maya's outbox."""

    def __init__(self, team: TeamDesk, outbox: Outbox) -> None:
        self.team, self.outbox = team, outbox
        self.opened: list[Store] = []
        self.store = self._store(team.owner)
        self.lead = a_lead(self.store, a_campaign(self.store, limits=ALL_DAY))

    def desk(self, name: str) -> Desk:
        """A person's desk, on connections of their own login."""
        return Desk(self._store(self.team.url(name)), SystemClock(), name)

    def rows(self, table: sa.Table) -> list[Any]:
        with self.store.reading() as tx:
            return list(tx.connection.execute(sa.select(table)))

    @property
    def now(self) -> datetime:
        """The server's own time."""
        with self.store.reading() as tx:
            return tx.now

    def claimed_ago(self, **ago: float) -> None:
        """The lead has been with its caller for so long."""
        with self.store.transaction() as tx:
            at = tx.now - timedelta(**ago)
            tx.connection.execute(schema.claim_log.update().values(at=at))

    def put(self, *all_of: Doing) -> list[Save]:
        """Keep saves in the outbox, as the window does."""
        saves = [one.kept(self.lead, "Katrin Albers", SystemClock().now()) for one in all_of]
        for save in saves:
            self.outbox.put(save)
        return saves

    def sleep(self) -> None:
        """All holds run out, and nobody takes a lead meanwhile."""
        with self.store.transaction() as tx:
            over = tx.now - timedelta(hours=1)
            held = schema.lead.c.claimed_by.is_not(None)
            tx.connection.execute(schema.lead.update().where(held).values(claim_until=over))
            queue.wake(tx)

    def lose(self) -> Desk:
        """Maya's hold runs out, and Ben takes the lead; his desk."""
        with self.store.transaction() as tx:
            tx.connection.execute(
                schema.lead.update().values(claim_until=tx.now - timedelta(hours=1))
            )
            tx.connection.execute(schema.lead.update().values(state="waiting", wake_at=None))
            queue.wake(tx)
            queue.claim_lead(tx, self.lead, "Ben")
        return self.desk("Ben")

    def _store(self, url: str) -> Store:
        made = Store(
            url, clock=SystemClock(), durable=False, rules=shipped_rules, beliefs=read_beliefs
        )
        self.opened.append(made)
        return made


@pytest.fixture
def floor(team: TeamDesk, tmp_path: Path) -> Iterator[Floor]:
    with psycopg.connect(team.owner) as owner:
        owner.execute(
            "INSERT INTO claim_limit SELECT name, 0, 9999, 9999, 0, 'Nadia', now() FROM member"
        )
    made = Floor(team, Outbox(tmp_path / "outbox.sqlite", SystemClock()))
    yield made
    made.outbox.close()
    for one in made.opened:
        one.close()


def a_call(card: CallCard) -> tuple[Any, list[Doing]]:
    """A whole call as the window saves it."""
    start = doing.dialled(card, None, "")
    lead, call = card.lead.id, start.said["attempt_id"]
    answer = Doing(
        does="record_answer",
        lead_id=lead,
        said={
            "attempt_id": call,
            "question": PROJECT,
            "answer_id": str(uuid4()),
            "value": "A second line",
            "words": "",
            "does_not_know": False,
        },
    )
    note = doing.note_on(call, "Ask in autumn")
    return call, [start, answer, note, doing.by_outcome(lead, call, "not_qualified", reason="No")]


def test_a_caller_sends_what_waited_and_twice_is_once(floor: Floor) -> None:
    """Q5: also where the answer of the server got lost."""
    maya = floor.desk("Maya")
    call, all_of = a_call(next_card(maya.calling))
    saves = floor.put(*all_of)
    assert floor.outbox.replay(maya, BERLIN).says == "4 saves were sent."
    for save in saves:
        do(maya, save)
    assert [(one.id, one.outcome) for one in floor.rows(schema.attempt)] == [
        (call, "not_qualified")
    ]
    assert len(floor.rows(schema.answer)) == 1


def test_a_caller_who_lost_the_lead_leaves_all_of_it_to_the_supervisor_who_takes_it(
    floor: Floor,
) -> None:
    """Model 2: a call that was dialled without a line, whoever has the lead by then."""
    maya = floor.desk("Maya")
    _, all_of = a_call(next_card(maya.calling))
    ben = floor.lose()
    floor.put(*all_of)
    report = floor.outbox.replay(maya, BERLIN)
    assert (report.sent, len(report.late), floor.outbox.waiting) == (4, 1, 0)
    assert [one.is_conflict for one in floor.rows(schema.attempt)] == [True]
    assert [one.is_conflict for one in floor.rows(schema.answer)] == [True]
    ben.calling.release(floor.lead)
    nadia = floor.desk("Nadia")
    (late,) = nadia.late.waiting()
    assert (late.caller, late.outcome, late.note) == ("Maya", "Not a fit", "Ask in autumn")
    nadia.late.take(late.id)
    with floor.store.reading() as tx:
        assert kept_calls.stands(tx, floor.lead).state == Bucket.NOT_A_FIT
    nadia.late.take_back(late.id)
    with floor.store.reading() as tx:
        assert kept_calls.stands(tx, floor.lead).state == Bucket.WAITING


def test_a_call_without_a_line_has_the_times_at_which_it_was_made(
    floor: Floor, tmp_path: Path
) -> None:
    """By the server's clock, less what a clock nobody turns says it waited here."""
    passed = [0.0]
    floor.outbox.close()
    floor.outbox = Outbox(tmp_path / "steady.sqlite", SystemClock(), steady=lambda: passed[0])
    maya = floor.desk("Maya")
    start, answer, _, finish = a_call(next_card(maya.calling))[1]
    floor.claimed_ago(hours=1)
    for at, one in ((0, start), (60, answer), (300, finish)):
        passed[0] = at
        floor.put(one)
    passed[0] = 900
    floor.outbox.replay(maya, BERLIN)
    (call,), (said,), now = floor.rows(schema.attempt), floor.rows(schema.answer), floor.now
    assert [
        round((now - at).total_seconds(), -2) / 100
        for at in (call.started_at, said.given_at, call.ended_at)
    ] == [9, 8, 6]
    assert call.started_at < said.given_at < call.ended_at


def test_nobody_says_that_they_called_before_they_had_the_lead_or_after_now(
    floor: Floor, tmp_path: Path
) -> None:
    """Whatever a caller's computer tells: the server knows when they were given the lead."""
    passed = [0.0]
    floor.outbox.close()
    floor.outbox = Outbox(tmp_path / "steady.sqlite", SystemClock(), steady=lambda: passed[0])
    maya = floor.desk("Maya")
    start, answer, _, finish = a_call(next_card(maya.calling))[1]
    floor.put(start)
    passed[0] = 86_400.0
    floor.put(answer, finish)
    floor.outbox.replay(maya, BERLIN)
    with psycopg.connect(floor.team.url("Maya")) as psql:
        (kept,) = floor.rows(schema.answer)
        (until,) = psql.execute(
            "SELECT 1 FROM act.end_call(p_of_call => %s, p_ago => %s)",
            (kept.attempt_id, -86_400.0),
        ).fetchall()
    (call,), (claim,) = floor.rows(schema.attempt), floor.rows(schema.claim_log)
    assert until == (1,)
    assert call.started_at == claim.at
    assert call.started_at <= kept.given_at <= call.ended_at <= floor.now


def test_a_wish_not_to_be_called_counts_whoever_has_the_lead(floor: Floor) -> None:
    """Q6: for everybody, within the minute in which the keeper looks, also when it comes late."""
    maya = floor.desk("Maya")
    start, *_ = a_call(next_card(maya.calling))[1]
    floor.put(start)
    floor.outbox.replay(maya, BERLIN)
    floor.lose()
    attempt: Any = start.said["attempt_id"]
    floor.put(doing.stop_calling(floor.lead, "person", "the person", "", attempt))
    floor.outbox.replay(maya, BERLIN)
    assert floor.outbox.waiting == 0
    floor.desk("Nadia").keeper.tick()
    with floor.store.reading() as tx:
        assert kept_calls.stands(tx, floor.lead).state == Bucket.DO_NOT_CALL


def test_what_cannot_be_done_any_more_is_kept_under_ones_own_name(floor: Floor) -> None:
    maya = floor.desk("Maya")
    start, answer, *_ = a_call(next_card(maya.calling))[1]
    wrong = Doing(does=answer.does, lead_id=floor.lead, said={**answer.said, "question": "nothing"})
    floor.put(start, wrong)
    floor.outbox.replay(maya, BERLIN)
    (kept,) = floor.rows(schema.late_save)
    assert (kept.caller, kept.does, kept.settled_at) == ("Maya", "record_answer", None)


def test_a_caller_whose_hold_ran_out_in_a_call_goes_on_with_it(floor: Floor) -> None:
    """Complaint 10, a laptop that slept: nobody took the lead since, so the call is theirs."""
    maya = floor.desk("Maya")
    start, answer, _, finish = a_call(next_card(maya.calling))[1]
    floor.outbox.send(maya, *floor.put(start))
    floor.sleep()
    card = next_card(maya.calling)
    assert card.attempt is not None
    assert card.attempt.id == start.said["attempt_id"]
    floor.sleep()
    for one in (answer, finish):
        floor.outbox.send(maya, *floor.put(one))
    assert [one.outcome for one in floor.rows(schema.attempt)] == ["not_qualified"]
    assert floor.rows(schema.late_save) == []


def test_what_was_said_counts_also_when_the_next_lead_is_in_hand_by_then(floor: Floor) -> None:
    maya = floor.desk("Maya")
    start, answer, *_ = a_call(next_card(maya.calling))[1]
    floor.outbox.send(maya, *floor.put(start))
    other = a_lead(floor.store, a_campaign(floor.store, limits=ALL_DAY))
    floor.sleep()
    with floor.store.transaction() as tx:
        queue.claim_lead(tx, other, "Maya")
    floor.outbox.send(maya, *floor.put(answer))
    assert [one.is_conflict for one in floor.rows(schema.answer)] == [False]
    with floor.store.reading() as tx:
        held = queue.held(tx, "Maya")
    assert held is not None
    assert held.lead_id == other


def test_what_was_saved_and_is_said_again_much_later_leaves_nothing_for_a_supervisor(
    floor: Floor,
) -> None:
    """The server's word got lost, and the lead is out of sight when the line is back."""
    maya = floor.desk("Maya")
    saves = floor.put(*a_call(next_card(maya.calling))[1])
    for save in saves:
        do(maya, save)
    floor.sleep()
    assert floor.outbox.replay(maya, BERLIN).says == "4 saves were sent."
    assert floor.rows(schema.late_save) == []
    assert [one.outcome for one in floor.rows(schema.attempt)] == ["not_qualified"]
    assert len(floor.rows(schema.answer)) == 1


def test_a_call_is_given_back_also_after_its_hold_ran_out_or_was_lost(floor: Floor) -> None:
    maya = floor.desk("Maya")
    start, *_ = a_call(next_card(maya.calling))[1]
    floor.outbox.send(maya, *floor.put(start))
    floor.sleep()
    assert maya.calling.release(start.said["attempt_id"]).leads == {floor.lead}
    (call,) = floor.rows(schema.attempt)
    assert (call.outcome, call.is_conflict, call.ended_at is not None) == ("", False, True)
    with floor.store.transaction() as tx:
        tx.connection.execute(schema.lead.update().values(state="waiting", last_attempt_at=None))
    second = maya.calling.start_attempt(floor.lead, because="They asked")
    ben = floor.lose()
    assert maya.calling.release(second.id).leads == {floor.lead}
    assert {one.id: one.is_conflict for one in floor.rows(schema.attempt)}[second.id]
    assert ben.calling.held() is not None
