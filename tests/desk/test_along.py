"""Leads taken along for when the line goes down, as callers of a team with logins of their own."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from calls import a_campaign, a_lead, next_card
from conftest import read_beliefs
from qualdesk.core.cards import CallCard
from qualdesk.core.claim_limits import LEASES
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import PacedOut
from qualdesk.core.ids import LeadId
from qualdesk.core.saves import Save
from qualdesk.core.sources import CallLimits
from qualdesk.desk import Desk
from qualdesk.desk.outbox import Outbox
from qualdesk.files.rule_sets import shipped_rules
from qualdesk.qt.call_desk import doing
from qualdesk.store import along, queue, schema
from qualdesk.store.database import Store
from team_desks import TeamDesk

BERLIN = "Europe/Berlin"
ALL_DAY = CallLimits(hours=(0, 24 * 60), days=frozenset(range(7)), max_per_day=9, max_attempts=9)
NAMES = ("Katrin Albers", "Marcus Hale", "Ines Fournier", "Piotr Zielinski", "Jo Unwin", "Li Sand")


class Floor:
    """Six leads of six companies, and callers who may take two along."""

    def __init__(self, team: TeamDesk) -> None:
        self.team = team
        self.opened: list[Store] = []
        self.store = self._store(team.owner)
        fair = a_campaign(self.store, limits=ALL_DAY)
        self.leads = [a_lead(self.store, fair, one, company=f"{one} Ltd") for one in NAMES]
        self.limit(seconds_between=0, offline=2)

    def desk(self, name: str = "Maya") -> Desk:
        return Desk(self._store(self.team.url(name)), SystemClock(), name)

    def limit(self, **said: int) -> None:
        """What counts for callers from now on."""
        with self.store.transaction() as tx:
            tx.connection.execute(schema.claim_limit.delete())
            usual = {"seconds_between": 0, "per_hour": 99, "per_day": 99, "offline": 2}
            for name in ("Maya", "Ben"):
                tx.connection.execute(
                    schema.claim_limit.insert().values(
                        caller=name, set_by="Nadia", set_at=tx.now, **{**usual, **said}
                    )
                )

    def along(self) -> list[LeadId]:
        with self.store.reading() as tx:
            return [one.lead_id for one in along.held_along(tx, "Maya")]

    def shown(self) -> list[LeadId]:
        """Each lead that was counted, once for each time."""
        with self.store.reading() as tx:
            log = schema.claim_log
            return list(tx.connection.scalars(sa.select(log.c.lead_id).order_by(log.c.id)))

    def change(self, work: Callable[[Any], object]) -> None:
        with self.store.transaction() as tx:
            work(tx)

    def called_just_now(self, *leads: LeadId) -> None:
        """Somebody called them a minute ago, and the queue was not told."""

        def work(tx: Any) -> None:
            these = schema.lead.c.id.in_(leads)
            at = tx.now - timedelta(minutes=1)
            tx.connection.execute(schema.lead.update().where(these).values(last_attempt_at=at))

        self.change(work)

    def run_out(self) -> None:
        """All holds end, and the leads are anybody's."""
        self.sleep()
        self.change(queue.wake)

    def sleep(self, *kinds: str) -> None:
        """Holds of these kinds end, or all, and nobody asked for a lead since."""

        def work(tx: Any) -> None:
            held = schema.lead.c.claim_kind.in_(kinds or LEASES)
            over = tx.now - timedelta(minutes=1)
            tx.connection.execute(schema.lead.update().where(held).values(claim_until=over))

        self.change(work)

    def _store(self, url: str) -> Store:
        made = Store(
            url, clock=SystemClock(), durable=False, rules=shipped_rules, beliefs=read_beliefs
        )
        self.opened.append(made)
        return made


@pytest.fixture
def floor(team: TeamDesk) -> Iterator[Floor]:
    made = Floor(team)
    yield made
    for one in made.opened:
        one.close()


def a_call(card: CallCard) -> list[Save]:
    """A call that nobody answered, as the outbox keeps it."""
    start = doing.dialled(card, None, "")
    end = doing.by_outcome(card.lead.id, start.said["attempt_id"], "no_answer")
    name, now = card.lead.contact.name, SystemClock().now()
    return [one.kept(card.lead.id, name, now) for one in (start, end)]


def test_as_many_as_a_supervisor_said_are_held_and_called_in_their_turn(floor: Floor) -> None:
    """Each counts once, when it is taken; nobody else is given it."""
    maya = floor.desk().calling
    card = next_card(maya)
    taken = maya.take_along()
    assert [one.lead.id for one in taken.cards] == floor.along() == floor.leads[1:3]
    assert (taken.most, taken.again_at) == (2, None)
    assert all(
        one.claimed_until - taken.as_of > LEASES["open"] and one.open_until for one in taken.cards
    )
    assert next_card(floor.desk("Ben").calling).lead.id == floor.leads[3]
    assert floor.shown() == floor.leads[:4]
    assert [one.lead.id for one in maya.take_along().cards] == floor.leads[1:3]
    call = maya.start_attempt(card.lead.id)
    with floor.store.reading() as tx:
        first, _ = along.held_along(tx, "Maya")
    assert maya.fetch_ahead() == floor.leads[1], "the first of them comes next"
    floor.change(lambda tx: along.give_back_along(tx, first))
    assert maya.fetch_ahead() == floor.leads[1], "whoever looked before gives back nobody in hand"
    assert floor.shown() == floor.leads[:4], "and is not counted anew"
    maya.take_along()
    assert floor.along() == [floor.leads[2], floor.leads[4]]
    maya.finish(call.id, "no_answer")
    assert maya.let_go_ahead().leads >= set(floor.along())
    assert floor.along() == []


def test_nobody_takes_any_along_of_whom_no_supervisor_said_so(floor: Floor) -> None:
    """Rulings: none for callers of another company, which is what the usual limits say."""
    floor.change(lambda tx: tx.connection.execute(schema.claim_limit.delete()))
    maya = floor.desk().calling
    taken = maya.take_along()
    assert (taken.cards, taken.most, floor.shown()) == ((), 0, [])
    with psycopg.connect(floor.team.url("Maya")) as psql, pytest.raises(psycopg.Error):
        psql.execute("SELECT act.queue_claim('offline')")


def test_who_may_not_be_called_any_more_is_given_back_at_the_next_look(floor: Floor) -> None:
    maya = floor.desk().calling
    next_card(maya)
    maya.take_along()
    floor.desk("Nadia").calling.do_not_call(floor.leads[1])
    floor.sleep(along.ALONG)
    assert [one.lead.id for one in maya.take_along().cards] == floor.leads[2:4]
    floor.limit(offline=1)
    maya.renew()
    (left,) = maya.take_along().cards
    assert left.lead.id in floor.leads[2:4]


def test_who_turns_out_not_to_be_callable_counts_once_and_holds_nobody_up(floor: Floor) -> None:
    """Someone else has just called them, which the queue does not know: they rest meanwhile."""
    floor.called_just_now(floor.leads[0], floor.leads[3])
    maya = floor.desk().calling
    for _ in range(2):
        assert [one.lead.id for one in maya.take_along().cards] == floor.leads[1:3]
        assert floor.shown() == floor.leads[:3]
    floor.limit(seconds_between=60)
    ben = floor.desk("Ben").calling
    with pytest.raises(PacedOut):
        ben.next_lead()
    floor.limit()
    assert next_card(ben).lead.id == floor.leads[4]
    assert floor.shown() == floor.leads[:5]
    floor.called_just_now(floor.leads[1])
    assert [one.lead.id for one in maya.take_along().cards] == [floor.leads[2], floor.leads[5]]
    assert len(maya.take_along().cards) == 2
    assert floor.shown() == floor.leads


def test_at_a_limit_those_that_were_counted_can_still_be_called(floor: Floor) -> None:
    """Q4: nobody sits idle in front of leads they hold."""
    maya = floor.desk().calling
    card = next_card(maya)
    floor.limit(per_hour=2)
    taken = maya.take_along()
    assert len(taken.cards) == 1
    assert taken.again_at is not None
    maya.skip(card.lead.id, "later")
    assert next_card(maya).lead.id == floor.leads[1]
    maya.skip(floor.leads[1], "later")
    with pytest.raises(PacedOut):
        maya.next_lead()


def test_calls_made_without_a_line_count_once_it_is_back_though_their_holds_ran_out(
    floor: Floor, tmp_path: Path
) -> None:
    """Model 2: nobody took them since. However fast they are told, they are not counted anew."""
    maya = floor.desk()
    cards = [next_card(maya.calling), *maya.calling.take_along().cards]
    outbox = Outbox(tmp_path / "outbox.sqlite", SystemClock())
    for card in cards[1:]:  # the one at the desk was given back without a line
        for save in a_call(card):
            outbox.put(save)
    floor.run_out()
    floor.limit(seconds_between=60, per_hour=3)
    report = outbox.replay(maya, BERLIN)
    outbox.close()
    assert (report.sent, report.late) == (4, ())
    with floor.store.reading() as tx:
        rows = list(tx.connection.execute(sa.select(schema.attempt)))
    assert {(one.lead_id, one.outcome, one.is_conflict) for one in rows} == {
        (one, "no_answer", False) for one in floor.leads[1:3]
    }
    assert floor.shown() == floor.leads[:3]


def test_a_call_without_a_line_to_whom_somebody_else_has_by_then_is_kept_beside_theirs(
    floor: Floor, tmp_path: Path
) -> None:
    """Model 2: never put over theirs, and never dropped."""
    maya = floor.desk()
    next_card(maya.calling)
    first, second = maya.calling.take_along().cards
    outbox = Outbox(tmp_path / "outbox.sqlite", SystemClock())
    for save in [*a_call(first), *a_call(second)]:
        outbox.put(save)
    floor.run_out()
    floor.change(lambda tx: queue.claim_lead(tx, first.lead.id, "Ben"))
    report = outbox.replay(maya, BERLIN)
    outbox.close()
    assert [one.lead_id for one in report.late] == [first.lead.id]
    (late,) = floor.desk("Nadia").late.waiting()
    assert (late.caller, late.outcome) == ("Maya", "No answer")
    with floor.store.reading() as tx:
        held = queue.held(tx, "Ben")
    assert held is not None
    assert held.lead_id == first.lead.id
