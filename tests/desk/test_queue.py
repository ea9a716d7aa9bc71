"""What comes next and why, and why nothing does: in words whose numbers add up."""

from datetime import UTC, datetime, timedelta

import pytest

from makers import BERLIN, MORNING, make_campaign, make_contact, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.sources import CallLimits, CallWindow, SourceType
from qualdesk.desk.floor import Floor
from qualdesk.desk.keeper import Keeper
from qualdesk.desk.queue import Queue
from qualdesk.store import campaigns, schema, suppression
from qualdesk.store import queue as claims
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import place
from qualdesk.store.schema import callback, lead

ASKED = Signals(source=SourceType.TRADE_SHOW, asked_for_call=True)


@pytest.fixture
def queue(store: Store, clock: SetClock) -> Queue:
    return Queue(store, clock, "ana")


def _promise(tx: Transaction, lead_id: LeadId, due_at: datetime, owner: str = "") -> None:
    place(tx, lead_id, Bucket.CALLBACK, due_at=due_at, callback_owner=owner)
    made = callback.insert().values(lead_id=lead_id, zone=BERLIN, due_at=due_at, owner=owner)
    tx.connection.execute(made)


def test_the_next_leads_say_why_now(store: Store, queue: Queue) -> None:
    """Q3: every caller sees why this lead now, and the parts add up to the number."""
    with store.transaction() as tx:
        fair = make_campaign(tx, window=CallWindow(closes_at=MORNING + timedelta(days=2)))
        plain = make_lead(tx, fair)
        asked = make_lead(tx, fair, make_contact(tx, "Ada", company_name="Pumps"), signals=ASKED)
        due = make_lead(tx, fair)
        _promise(tx, due, MORNING - timedelta(minutes=1))
    rows = queue.upcoming(fair.id)
    assert [row.lead_id for row in rows] == [due, asked, plain]
    assert [row.is_callback for row in rows] == [True, False, False]
    assert (rows[1].name, rows[1].company, rows[1].zone) == ("Ada", "Pumps", BERLIN)
    for row in rows:
        assert row.priority.points == sum(reason.points for reason in row.priority.reasons)
    says = [reason.says for reason in rows[1].priority.why_now]
    assert says[0] == "Asked for a call"
    assert any(word.startswith("Window closes Thu 19 Mar") for word in says)
    assert [row.lead_id for row in queue.upcoming(limit=1)] == [due]


def test_looking_ahead_sees_who_will_have_rested(store: Store, queue: Queue) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        rests = make_lead(tx, fair, signals=ASKED, wake_at=MORNING + timedelta(hours=1))
        now = make_lead(tx, fair)
    assert [row.lead_id for row in queue.upcoming(fair.id)] == [now]
    later = queue.upcoming(fair.id, at=MORNING + timedelta(hours=2))
    assert [row.lead_id for row in later] == [rests, now]
    assert queue.upcoming(fair.id, at=MORNING + timedelta(hours=12)) == ()


def test_looking_claims_nothing(store: Store, queue: Queue) -> None:
    with store.transaction() as tx:
        found = make_lead(tx, make_campaign(tx))
    queue.upcoming()
    queue.explain(found)
    queue.why_empty()
    with store.transaction() as tx:
        assert claims.claim_next(tx, "ben").lead_id == found


def test_a_lead_that_is_not_offered_says_when_and_why(
    store: Store, queue: Queue, clock: SetClock
) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        found = make_lead(tx, fair, signals=ASKED)
        place(tx, found, Bucket.WAITING, reason="No answer", wake_at=MORNING + timedelta(hours=3))
    explained = queue.explain(found)
    assert explained.bucket is Bucket.WAITING
    assert explained.decision.is_allowed
    assert (explained.reason, explained.next_at) == ("No answer", MORNING + timedelta(hours=3))
    clock.set(datetime(2026, 3, 17, 20, tzinfo=UTC))
    evening = queue.explain(found).decision
    assert not evening.is_allowed
    assert evening.says == "It is 21:00 in Berlin, outside calling hours."
    assert evening.next_at == datetime(2026, 3, 18, 8, tzinfo=UTC)
    with pytest.raises(NotFound):
        queue.explain(LeadId(999))


def test_a_time_says_whose_clock_it_is(store: Store, queue: Queue) -> None:
    """Q3: a caller in Berlin reads “09:00”, and it is the morning of Denver."""
    agreed = CallWindow(closes_at=MORNING + timedelta(days=3), zone=BERLIN)
    with store.transaction() as tx:
        fair = make_campaign(tx, window=agreed)
        away = make_lead(tx, fair, signals=ASKED, zones=["America/Denver"])
    assert queue.explain(away).says == "09:00 in Denver: outside calling hours"
    assert queue.why_empty(fair.id).zone == queue.why_empty().zone == BERLIN
    (line,) = queue.lines([away])
    assert line.says == "Outside calling hours", "the page has a column for the time"
    (row,) = queue.upcoming(at=MORNING + timedelta(hours=7))
    assert "Window closes Fri 20 Mar, 10:24 in Berlin" in [one.says for one in row.priority.reasons]


def test_campaigns_on_different_clocks_share_the_clock_of_nobody(
    store: Store, queue: Queue
) -> None:
    with store.transaction() as tx:
        for zone in (BERLIN, "America/Denver"):
            make_lead(tx, make_campaign(tx, window=CallWindow(has_no_end=True, zone=zone)))
    assert queue.why_empty().zone == "UTC"


@pytest.mark.parametrize(
    ("bucket", "reason", "says"),
    [
        (Bucket.DO_NOT_CALL, "They asked for it", "Do not call: They asked for it"),
        (Bucket.NOT_A_FIT, "Too small", "Not a fit: Too small"),
        (Bucket.QUALIFIED, "", "Qualified"),
        (Bucket.TAKEN, "", "Taken by sales"),
    ],
)
def test_a_lead_that_is_closed_says_where_it_stands_and_why_and_no_more(
    store: Store, queue: Queue, bucket: Bucket, reason: str, says: str
) -> None:
    """Q3: nobody is told to find out the clock of somebody who is never called again."""
    with store.transaction() as tx:
        found = make_lead(tx, make_campaign(tx), signals=ASKED, zones=[])
        place(tx, found, bucket, reason=reason)
    closed = queue.explain(found)
    assert (closed.says, closed.code, closed.place) == (says, "", None)
    assert (closed.priority.points, closed.priority.reasons) == (0, ())
    assert not closed.is_open
    assert (closed.decision.is_allowed, closed.decision.says) == (False, says)


def test_an_empty_queue_says_why_and_the_counts_add_up(store: Store, queue: Queue) -> None:
    """Q3: every open lead under exactly one reason, and the next time."""
    with store.transaction() as tx:
        fair = make_campaign(tx, limits=CallLimits(max_attempts=6))
        for zone, count in (("America/New_York", 3), ("Asia/Tokyo", 2), ("America/Denver", 1)):
            for _ in range(count):
                make_lead(tx, fair, zones=[zone])
        rests = make_lead(tx, fair, wake_at=MORNING + timedelta(minutes=20))
        _promise(tx, make_lead(tx, fair), MORNING + timedelta(hours=2))
        _promise(tx, make_lead(tx, fair), MORNING - timedelta(minutes=1), owner="ben")
        place(tx, make_lead(tx, fair), Bucket.RESEARCH, reason="No number")
        make_lead(tx, fair, zones=[])
        make_lead(tx, fair, closes_at=MORNING - timedelta(hours=1))
        tired = make_lead(tx, fair)
        tx.connection.execute(lead.update().where(lead.c.id == tired).values(attempts=6))
        claims.claim_lead(tx, make_lead(tx, fair), "ben")
        claims.claim_lead(tx, make_lead(tx, fair), "ana")
        place(tx, make_lead(tx, fair), Bucket.QUALIFIED)
    why = queue.why_empty(fair.id)
    told = {(reason.code, reason.says): reason.leads for reason in why.reasons}
    assert told == {
        ("yours", "with you"): 1,
        ("promised", "promised a call back later"): 1,
        ("promised_others", "promised a call back by someone else"): 1,
        ("resting", "resting between tries"): 1,
        ("hours", "outside calling hours in New York"): 3,
        ("hours", "outside calling hours in Tokyo"): 2,
        ("hours", "outside calling hours in Denver"): 1,
        ("others", "with other callers"): 1,
        ("closed", "past their window"): 1,
        ("tries", "out of tries"): 1,
        ("zone", "without a known time zone"): 1,
        ("research", "to research first"): 1,
    }
    assert why.open_leads == sum(told.values()) == 15
    assert why.next_at == MORNING + timedelta(minutes=1), "ben's promise, if he is still on a call"
    resting = next(reason for reason in why.reasons if reason.code == "resting")
    assert resting.next_at == MORNING + timedelta(minutes=20)
    assert why.says.startswith("Nothing to call right now: 1 with you; 1 promised a call back")
    assert rests


def test_a_campaign_that_may_not_be_called_says_so(store: Store, queue: Queue) -> None:
    with store.transaction() as tx:
        no_card = make_campaign(tx, source=None)
        paused = make_campaign(tx)
        campaigns.pause(tx, paused.id, is_paused=True)
        opens_at = MORNING + timedelta(days=1)
        ahead = make_campaign(tx, window=CallWindow(opens_at=opens_at))
        over = make_campaign(tx, window=CallWindow(closes_at=MORNING - timedelta(days=1)))
        for one in (no_card, paused, ahead, over):
            make_lead(tx, one)
    codes = {
        one.id: [reason.code for reason in queue.why_empty(one.id).reasons]
        for one in (no_card, paused, ahead, over)
    }
    assert codes == {
        no_card.id: ["source_card"],
        paused.id: ["paused"],
        ahead.id: ["not_open"],
        over.id: ["closed"],
    }
    assert queue.why_empty(ahead.id).next_at == opens_at
    assert queue.why_empty().open_leads == 4
    assert queue.why_empty(over.id).next_at is None


def test_an_empty_campaign_says_to_load_a_list(store: Store, queue: Queue) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx, "Fair")
    why = queue.why_empty("fair")
    assert (why.open_leads, why.reasons) == (0, ())
    assert "Load a list" in why.says
    assert queue.upcoming(fair.id) == ()


def test_left_today_counts_what_can_still_be_called_on_their_clock(
    store: Store, queue: Queue, clock: SetClock
) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        make_lead(tx, fair)
        make_lead(tx, fair, zones=["America/New_York"])
        make_lead(tx, fair, zones=["Asia/Tokyo"])  # 18:24 there: over for today
        make_lead(tx, fair, wake_at=MORNING + timedelta(hours=2))
        make_lead(tx, fair, wake_at=MORNING + timedelta(hours=9))
        _promise(tx, make_lead(tx, fair), MORNING + timedelta(hours=1))
        make_lead(tx, fair, zones=[])
    assert queue.open_today(fair.id) == queue.open_today() == 4
    clock.advance(timedelta(hours=7, minutes=30))
    assert queue.open_today(fair.id) == 2, "12:54 in New York, and in Tokyo a new day has begun"


def test_every_lead_is_in_one_bucket_and_the_sum_is_all(store: Store, clock: SetClock) -> None:
    """Q5."""
    with store.transaction() as tx:
        fair, other = make_campaign(tx, "Fair"), make_campaign(tx)
        ends = [Bucket.QUALIFIED, Bucket.NOT_A_FIT, Bucket.NURTURE, Bucket.RESEARCH]
        for bucket in ends:
            place(tx, make_lead(tx, fair), bucket)
        claims.claim_lead(tx, make_lead(tx, fair), "ana")
        undone = make_lead(tx, fair)
        place(tx, undone, Bucket.UNREACHABLE)
        claims.claim_lead(tx, undone, "ana", "undo")
        make_lead(tx, fair)
        make_lead(tx, other)
    floor = Floor(store, clock, "ruth")
    found = floor.buckets("Fair")
    there = {bucket for bucket, count in found.counts.items() if count}
    assert there == {*ends, Bucket.WITH_CALLER, Bucket.UNREACHABLE, Bucket.WAITING}
    assert set(found.counts) == set(Bucket), "a bucket without leads is shown as 0"
    assert found.total == 7
    assert found.adds_up
    assert floor.buckets().total == 8


def test_the_keeper_does_what_the_clock_asks_for(store: Store, clock: SetClock) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        rested = make_lead(tx, fair, wake_at=MORNING + timedelta(minutes=5))
        held = make_lead(tx, fair)
        claims.claim_lead(tx, held, "ben")
    clock.advance(timedelta(minutes=15))
    assert Keeper(store, clock, "ruth").tick().queue
    with store.reading() as tx:
        rows = {row.id: row for row in tx.connection.execute(lead.select())}
    assert rows[rested].ready
    assert rows[rested].wake_at is None
    assert rows[held].ready
    assert rows[held].claimed_by is None


@pytest.mark.parametrize("days", [15, -30, 300])
def test_a_look_goes_by_the_hours_a_claim_goes_by_however_long_nobody_looked(
    store: Store, queue: Queue, clock: SetClock, days: int
) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        found = make_lead(tx, fair)
    then = MORNING + timedelta(days=days - (MORNING + timedelta(days=days)).weekday())
    ahead = [row.lead_id for row in queue.upcoming(fair.id, at=then)]
    assert ahead == [found]
    assert [row.lead_id for row in queue.upcoming(fair.id)] == [found], "and today as before"
    clock.set(then)
    assert queue.open_today(fair.id) == 1
    assert [row.lead_id for row in queue.upcoming(fair.id)] == [found]
    assert [reason.code for reason in queue.why_empty(fair.id).reasons] == ["free"]


def test_each_look_works_the_hours_out_by_itself(
    store: Store, queue: Queue, clock: SetClock
) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        found = make_lead(tx, fair)
    clock.advance(timedelta(days=21))
    assert queue.open_today(fair.id) == 1
    clock.advance(timedelta(days=21))
    assert [reason.code for reason in queue.why_empty(fair.id).reasons] == ["free"]
    clock.advance(timedelta(days=21))
    assert [row.lead_id for row in queue.upcoming(fair.id)] == [found]


@pytest.mark.parametrize("kind", ["open", "next", "undo"])
def test_a_look_sees_past_holds_that_ran_out(
    store: Store, queue: Queue, clock: SetClock, kind: str
) -> None:
    """Q3: what is called free is listed, also in the very minute a promise is due."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        due, plain, resting = (make_lead(tx, fair) for _ in range(3))
        until = tx.now + claims.LEASES[kind]
        for number, one in enumerate((due, plain, resting)):
            claims.claim_lead(tx, one, f"caller {number}", kind)
        _promise(tx, due, until)
        place(tx, resting, Bucket.WAITING, wake_at=until + timedelta(minutes=1))
    assert queue.upcoming(fair.id) == ()
    assert queue.open_today(fair.id) == 0
    clock.set(until)
    rows = queue.upcoming(fair.id)
    assert [(row.lead_id, row.due_at) for row in rows] == [(due, until), (plain, None)]
    assert queue.open_today(fair.id) == 3
    codes = {reason.code: reason.leads for reason in queue.why_empty(fair.id).reasons}
    assert codes == {"free": 2, "resting": 1}
    for row in rows:
        with store.transaction() as tx:
            assert claims.claim_next(tx, f"new {row.lead_id}").lead_id == row.lead_id


def test_what_no_look_lists_is_not_called_free(store: Store, queue: Queue) -> None:
    """Q3: “1 free to call now” above an empty list helps nobody."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        for promised in (True, False):
            refused = make_lead(tx, fair, make_contact(tx, "Ada", company_name=f"P{promised}"))
            silent = make_lead(tx, fair, make_contact(tx, state="broken"))
            prints = suppression.fingerprints(tx)
            said = prints.person("ada", f"p{promised}".casefold())
            tx.connection.execute(
                schema.suppression.insert().values(
                    client="", scope="person", fingerprint=said, at=tx.now
                )
            )
            if promised:
                _promise(tx, refused, MORNING)
                _promise(tx, silent, MORNING)
    why = queue.why_empty(fair.id)
    assert queue.upcoming(fair.id) == ()
    assert {reason.says: reason.leads for reason in why.reasons} == {
        "asked not to be called": 2,
        "without a number that can be dialled": 2,
    }
    with store.transaction() as tx:
        assert claims.claim_next(tx, "ana") is None
