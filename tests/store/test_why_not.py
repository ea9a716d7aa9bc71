"""Why each lead is not offered: one reason each, the same wherever it is asked."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from makers import BERLIN, MORNING, make_campaign, make_contact, make_lead
from qualdesk.core.cards import EVERYBODY, QueueFilter
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import CallLimits, CallWindow
from qualdesk.store import campaigns, overview, queue
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import place
from qualdesk.store.listing import listed, place_of_lead
from qualdesk.store.schema import lead
from qualdesk.store.standing import standing_of

OPEN = ("waiting", "callback", "research")
HOURS = st.integers(-30, 30).map(lambda hours: MORNING + timedelta(hours=hours, minutes=7))
STATES = st.fixed_dictionaries(
    {
        "zone": st.sampled_from([BERLIN, "America/New_York", "Asia/Tokyo", ""]),
        "campaign": st.integers(0, 3),
        "bucket": st.sampled_from(
            [Bucket.WAITING] * 6 + [Bucket.CALLBACK] * 3 + [Bucket.RESEARCH, Bucket.QUALIFIED]
        ),
        "rests": st.none() | HOURS,
        "due_at": HOURS,
        "owner": st.sampled_from(["", "ana", "ben"]),
        "closes_at": st.none() | HOURS,
        "attempts": st.integers(0, 4),
        "kept_out": st.sampled_from(["", "", "", "Waits for legal"]),
        "pushed_to": st.sampled_from(["", "", "", "ana", "ben"]),
        "number": st.sampled_from(["valid", "valid", "valid", "broken"]),
        "held_by": st.sampled_from(["", "", "", "ana", "ben", "cy"]),
        "held_for": st.integers(-5, 5),
    }
)
ON_BOTH = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


class _BackAgainError(Exception):
    """Nothing of an example is kept."""


@contextmanager
def thrown_away(store: Store) -> Iterator[Transaction]:
    """A transaction whose work is undone, so that each example begins with an empty workspace."""
    with suppress(_BackAgainError), store.transaction() as tx:
        yield tx
        raise _BackAgainError


@dataclass(frozen=True)
class World:
    """What an example made."""

    tx: Transaction
    leads: tuple[LeadId, ...]

    def open_leads(self) -> set[int]:
        """The open ones, counted on their own."""
        rows = self.tx.connection.execute(lead.select()).all()
        return {row.id for row in rows if row.state in OPEN}


def make_world(tx: Transaction, states: list[dict[str, Any]]) -> World:
    """Leads standing as they are told to, in four campaigns of which two may not be called."""
    limits = CallLimits(max_attempts=3)
    window = CallWindow(closes_at=MORNING - timedelta(days=1))
    fair = make_campaign(tx, limits=limits)
    there = [fair, make_campaign(tx, limits=limits), make_campaign(tx, limits=limits)]
    campaigns.pause(tx, there[1].id, is_paused=True)
    there.append(make_campaign(tx, limits=limits, window=window))
    return World(tx, tuple(_lead(tx, there[state["campaign"]], state) for state in states))


def _lead(tx: Transaction, fair: Any, state: dict[str, Any]) -> LeadId:
    zones = [state["zone"]] if state["zone"] else []
    who = make_contact(tx, state=state["number"])
    found = make_lead(tx, fair, who, zones=zones, closes_at=state["closes_at"])
    if state["bucket"] is Bucket.CALLBACK:
        place(
            tx,
            found,
            Bucket.CALLBACK,
            due_at=state["due_at"],
            callback_owner=state["owner"],
        )
    else:
        wake_at = state["rests"] if state["bucket"] is Bucket.WAITING else None
        place(tx, found, state["bucket"], wake_at=wake_at)
    held = state["held_by"]
    taken = lead.select().where(lead.c.claimed_by == held)
    if held and tx.connection.execute(taken).first() is None:
        queue.claim_lead(tx, found, held)
        until = MORNING + timedelta(minutes=state["held_for"])
        tx.connection.execute(lead.update().where(lead.c.id == found).values(claim_until=until))
    said = {name: state[name] for name in ("kept_out", "pushed_to", "attempts")}
    ready = {"ready": False} if state["kept_out"] else {}
    tx.connection.execute(lead.update().where(lead.c.id == found).values(**said, **ready))
    return found


@given(states=st.lists(STATES, max_size=12))
@ON_BOTH
def test_the_counts_add_up_to_all_open_leads(store: Store, states: list[dict[str, Any]]) -> None:
    """Q3, Q5: whatever state they are in, each open lead is under exactly one reason."""
    with thrown_away(store) as tx:
        world = make_world(tx, states)
        told: Counter[str] = Counter()
        for reason in overview.why_not(tx, "ana"):
            told[reason.code] += reason.leads
        assert sum(told.values()) == len(world.open_leads())
        each = standing_of(tx, "ana", world.leads)
        assert set(each) == world.open_leads()
        assert Counter(one.code for one in each.values()) == told


@given(states=st.lists(STATES, max_size=12), state=st.sampled_from(["", "now", "later", "hours"]))
@ON_BOTH
def test_the_list_holds_every_open_lead_once(
    store: Store, states: list[dict[str, Any]], state: str
) -> None:
    """Q5: nobody is missing from the queue's page, and nobody is there twice."""
    with thrown_away(store) as tx:
        world = make_world(tx, states)
        found = list(listed(tx, "ana", QueueFilter(state=state)))
        assert len(found) == len(set(found))
        assert set(found) <= world.open_leads()
        if not state:
            assert set(found) == world.open_leads()


@given(states=st.lists(STATES, max_size=8))
@ON_BOTH
def test_those_called_free_are_those_a_claim_gives_in_the_order_of_the_list(
    store: Store, states: list[dict[str, Any]]
) -> None:
    """Q3: the list, the place of each lead and the claim say the same."""
    with thrown_away(store) as tx:
        world = make_world(tx, states)
        # What a caller has in hand already is given to them again.
        tx.connection.execute(
            lead.update()
            .where(lead.c.claimed_by == "ana")
            .values(claimed_by="dee", claim_until=MORNING + timedelta(hours=1))
        )
        queue.wake(tx)
        free = {
            key for key, one in standing_of(tx, "ana", world.leads).items() if one.code == "free"
        }
        expected = [one for one in listed(tx, "ana", EVERYBODY) if one in free]
        claimed = []
        while (mine := queue.claim_next(tx, "ana")) is not None:
            assert len(claimed) < len(states), claimed
            assert place_of_lead(tx, "ana", mine.lead_id) is None, "it is in hand now"
            claimed.append(mine.lead_id)
            place(tx, mine.lead_id, Bucket.NOT_A_FIT)
            queue.release(tx, mine.lead_id, mine.token)
        assert claimed == expected
