"""Q4: promises are kept: at their time, by who made them, by others when those cannot."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from calls import a_campaign, a_lead, calling, next_card
from makers import BERLIN, MORNING
from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import CallCard, NothingToCall, PromisesKept
from qualdesk.core.clock import SetClock
from qualdesk.core.day_plan import KEPT_FREE, ON_TIME, OWNER_BUSY, protects
from qualdesk.core.errors import NotNow, Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import CallLimits
from qualdesk.core.times import Promise
from qualdesk.desk.calling import Calling
from qualdesk.desk.floor import Floor
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.keeper import Keeper
from qualdesk.desk.queue import Queue
from qualdesk.desk.supervising import Supervising
from qualdesk.store import schema
from qualdesk.store.database import Store
from qualdesk.store.leads import place
from qualdesk.store.overview import bucket_counts

DUE = MORNING + timedelta(hours=1)  # 11:24 in Berlin
MINUTE = timedelta(minutes=1)
GRACE = CallLimits().grace


def promised(
    store: Store, desk: Calling, campaign: Campaign, name: str = "Promised", at: datetime = DUE
) -> LeadId:
    """A lead with whom this caller agreed on a time."""
    lead = a_lead(store, campaign, name, company=name)
    desk.finish(desk.start_attempt(lead).id, "callback_fixed", callback_at=at)
    return lead


def offered(desk: Calling, **how: bool) -> str:
    """Whom the desk gives now, and at once gives back; empty when nobody."""
    card = desk.next_lead(**how)
    if isinstance(card, NothingToCall):
        return ""
    desk.release(card.lead.id)
    return card.lead.contact.name


def seen(desk: Calling, clock: SetClock, at: datetime) -> None:
    """The caller asks for a lead at that time, as they do all day."""
    clock.set(at)
    offered(desk, anyway=True)


def test_my_own_promise_comes_before_one_that_others_left(store: Store, clock: SetClock) -> None:
    """The other is late already; mine need not become so. Then the longest due of the rest."""
    campaign = a_campaign(store)
    ana, ben = calling(store, clock), calling(store, clock, "Ben")
    early = promised(store, ben, campaign, "Early", DUE - timedelta(minutes=40))
    earlier = promised(store, ben, campaign, "Earlier", DUE - timedelta(minutes=50))
    mine = promised(store, ana, campaign, "Mine", DUE)
    clock.set(DUE)
    order = []
    for _ in range(3):
        card = next_card(ana)
        order.append(card.lead.id)
        ana.finish(ana.start_attempt(card.lead.id).id, "not_qualified", reason="Too small")
    assert order == [mine, earlier, early]


def test_what_comes_next_is_listed_in_the_order_it_is_offered(
    store: Store, clock: SetClock
) -> None:
    campaign = a_campaign(store)
    ana, ben = calling(store, clock), calling(store, clock, "Ben")
    late = promised(store, ben, campaign, "Late", DUE - timedelta(minutes=30))
    mine = promised(store, ana, campaign, "Mine")
    fresh = a_lead(store, campaign, "Fresh")
    clock.set(DUE)
    rows = Queue(store, clock, "Ana").upcoming(limit=3)
    assert [row.lead_id for row in rows] == [mine, late, fresh]


def test_who_is_in_another_call_leaves_a_due_promise_to_anybody_after_two_minutes(
    store: Store, clock: SetClock
) -> None:
    campaign = a_campaign(store)
    ana, ben = calling(store, clock), calling(store, clock, "Ben")
    promised(store, ana, campaign)
    a_lead(store, campaign, "Long talk")
    clock.set(DUE - timedelta(minutes=10))
    talk = ana.start_attempt(next_card(ana).lead.id)
    clock.set(DUE + OWNER_BUSY - timedelta(seconds=1))
    assert offered(ben) == ""
    clock.set(DUE + OWNER_BUSY)
    assert offered(ben) == "Promised"
    ana.finish(talk.id, "busy")
    assert offered(ben) == "", "she is free again, and has her time to keep it"
    assert offered(ana) == "Promised"


def test_promises_for_one_minute_are_all_kept_in_time_when_a_colleague_is_idle(
    store: Store, clock: SetClock
) -> None:
    """Ana promised three people the same minute; her calls are short, Ben only asks between."""
    campaign = a_campaign(store)
    ana, ben = calling(store, clock), calling(store, clock, "Ben")
    names = {"One", "Two", "Three"}
    for name in sorted(names):
        promised(store, ana, campaign, name)
    seen(ana, clock, DUE - 4 * MINUTE)
    clock.set(DUE)
    kept = {}
    card = next_card(ana)
    kept[card.lead.contact.name] = clock.now()
    call = ana.start_attempt(card.lead.id)
    clock.set(DUE + OWNER_BUSY - timedelta(seconds=1))
    ana.finish(call.id, "busy")
    assert offered(ben) == "", "she has two minutes for each"
    clock.set(DUE + OWNER_BUSY)
    for desk in (ben, ana):
        card = next_card(desk)
        kept[card.lead.contact.name] = clock.now()
        desk.start_attempt(card.lead.id)
    assert set(kept) == names
    assert max(kept.values()) - DUE <= ON_TIME


def test_a_time_promised_to_others_already_is_named_and_still_possible(
    store: Store, clock: SetClock
) -> None:
    campaign = a_campaign(store)
    ana, ben = calling(store, clock), calling(store, clock, "Ben")
    lead = a_lead(store, campaign, "Next")
    promised(store, ben, campaign, "His")
    assert ana.read_time("11:24", lead).warning == ""
    says = []
    for name in ("One", "Two"):
        promised(store, ana, campaign, name)
        read = ana.read_time("11:24", lead)
        assert read.is_possible
        says.append(read.warning)
    assert says == [
        "You promised somebody else a call at that time.",
        "You promised two others a call at that time.",
    ]
    assert ana.read_time("11:30", lead).warning == ""


def test_who_took_another_lead_when_a_promise_was_due_leaves_it_to_anybody(
    store: Store, clock: SetClock
) -> None:
    campaign = a_campaign(store)
    ana, ben = calling(store, clock), calling(store, clock, "Ben")
    promised(store, ana, campaign)
    other = a_lead(store, campaign, "Other")
    seen(ana, clock, DUE - 4 * MINUTE)
    clock.set(DUE)
    call = ana.start_attempt(other)
    clock.set(DUE + MINUTE)
    ana.finish(call.id, "busy")
    assert offered(ben) == "", "not yet"
    clock.set(DUE + OWNER_BUSY)
    assert offered(ben) == "Promised"
    assert offered(ana) == "Promised", "still hers as well"


def test_a_promise_that_nobody_can_keep_does_not_give_away_the_next(
    store: Store, clock: SetClock
) -> None:
    """An old one of a campaign that stands still makes nobody busy for the day."""
    campaign = a_campaign(store)
    ana, ben = calling(store, clock), calling(store, clock, "Ben")
    stuck = promised(store, ana, campaign, "Stuck", DUE - 30 * MINUTE)
    promised(store, ana, campaign)
    Supervising(store, clock, "Sue").keep_out(stuck, "They are on sale leave")
    seen(ana, clock, DUE - 4 * MINUTE)
    clock.set(DUE + OWNER_BUSY)
    assert offered(ben) == ""
    assert offered(ana) == "Promised"


def test_who_is_away_leaves_promises_to_anybody_at_once(store: Store, clock: SetClock) -> None:
    """Complaint 14: owned by someone on holiday."""
    campaign = a_campaign(store)
    ana, ben = calling(store, clock), calling(store, clock, "Ben")
    promised(store, ana, campaign)
    seen(ana, clock, DUE - timedelta(minutes=10))
    clock.set(DUE)
    assert offered(ben) == ""
    supervisor = Supervising(store, clock, "Sue")
    done = supervisor.set_away("Ana", date(2026, 3, 16), date(2026, 3, 20))
    assert done.says == "Ana is away Mon 16 Mar to Fri 20 Mar. Others keep their call backs."
    (row,) = Queue(store, clock, "Ben").callbacks()
    assert (row.callback.owner, row.owner_is_away) == ("Ana", True)
    assert offered(ben) == "Promised"
    assert supervisor.set_away("Ana", None).says == "Ana is not away."
    assert offered(ben) == ""
    supervisor.set_away("Ana", date(2026, 3, 18))
    assert offered(ben) == "", "tomorrow is not today"
    with pytest.raises(Refused, match="comes before the first"):
        supervisor.set_away("Ana", date(2026, 3, 18), date(2026, 3, 17))
    with pytest.raises(Refused, match="who is away"):
        supervisor.set_away(" ", date(2026, 3, 18))


def test_who_was_not_seen_for_the_grace_leaves_promises_to_anybody_at_once(
    store: Store, clock: SetClock
) -> None:
    campaign = a_campaign(store)
    ana, ben = calling(store, clock), calling(store, clock, "Ben")
    promised(store, ana, campaign)
    seen(ana, clock, DUE - GRACE + MINUTE)
    clock.set(DUE)
    assert offered(ben) == "", "she was here not long ago"
    clock.set(DUE + MINUTE)
    assert offered(ben) == "Promised"
    ana.renew()
    assert offered(ben) == "", "her desk is open again"


@pytest.mark.parametrize("others", [True, False])
def test_nobody_is_given_a_fresh_call_that_would_run_into_their_promise(
    store: Store, clock: SetClock, *, others: bool
) -> None:
    """The day plan: said in words with the time, and the counts go on adding up (Q3)."""
    campaign = a_campaign(store)
    ana, ben = calling(store, clock), calling(store, clock, "Ben")
    promised(store, ana, campaign)
    a_lead(store, campaign, "Fresh")
    if others:
        seen(ben, clock, DUE - timedelta(minutes=8))
    clock.set(DUE - KEPT_FREE - timedelta(seconds=1))
    assert offered(ana) == "Fresh"
    clock.set(DUE - KEPT_FREE)
    nothing = ana.next_lead()
    assert isinstance(nothing, NothingToCall)
    assert nothing.next_at == DUE
    first, *rest = nothing.reasons
    assert (first.code, first.says, first.leads, first.next_at) == (
        "your_promise", "your call back with Promised at 10:24", 1, DUE,
    )  # fmt: skip
    assert nothing.says == (
        "Next is your call back with Promised at 10:24. A fresh call would run into it."
    )
    assert sum(reason.leads for reason in nothing.reasons) == nothing.open_leads == 2
    assert [reason.code for reason in rest] == ["free"]
    assert offered(ana, anyway=True) == "Fresh"
    assert offered(ben) == "Fresh", "it is not Ben's promise"
    clock.set(DUE)
    assert offered(ana) == "Promised"


def test_my_promise_comes_up_whichever_campaign_i_work_on(store: Store, clock: SetClock) -> None:
    """Q4: their own preferred time outranks the queue; others keep to what they asked for."""
    fair, webinar = a_campaign(store), a_campaign(store)
    ana, ben = calling(store, clock), calling(store, clock, "Ben")
    lead = promised(store, ana, fair)
    a_lead(store, webinar, "Fresh")
    clock.set(DUE - MINUTE)
    nothing = ana.next_lead(webinar.id)
    assert isinstance(nothing, NothingToCall)
    assert [(reason.code, reason.leads) for reason in nothing.reasons] == [
        ("your_promise", 0), ("free", 1),
    ]  # fmt: skip
    clock.set(DUE + GRACE)
    other = ben.next_lead(webinar.id)
    assert isinstance(other, CallCard)
    assert other.lead.id != lead
    mine = ana.next_lead(webinar.id)
    assert isinstance(mine, CallCard)
    assert mine.lead.id == lead


def test_a_promise_made_this_moment_is_protected_too(store: Store, clock: SetClock) -> None:
    """Though the lead is still kept for undoing the outcome."""
    campaign = a_campaign(store)
    ana = calling(store, clock)
    a_lead(store, campaign, "Fresh")
    promised(store, ana, campaign, "Soon", clock.now() + MINUTE)
    assert offered(ana) == ""
    assert offered(ana, anyway=True) == "Fresh"


def test_a_promise_near_stops_no_other_promise(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store)
    ana = calling(store, clock)
    promised(store, ana, campaign, "First", DUE)
    promised(store, ana, campaign, "Second", DUE + MINUTE)
    clock.set(DUE)
    assert offered(ana) == "First"


def test_a_promise_of_a_lead_kept_out_of_the_queue_is_not_offered(
    store: Store, clock: SetClock
) -> None:
    """A supervisor's word; it is counted as that, and offered again when the lead is let in."""
    ana = calling(store, clock)
    lead = promised(store, ana, a_campaign(store))
    supervisor = Supervising(store, clock, "Sue")
    supervisor.keep_out(lead, "Legal looks at it")
    clock.set(DUE)
    nothing = ana.next_lead()
    assert isinstance(nothing, NothingToCall)
    assert [reason.code for reason in nothing.reasons] == ["kept_out"]
    supervisor.let_in(lead)
    assert offered(ana) == "Promised"


def test_a_promise_in_a_paused_campaign_keeps_nobody_from_calling(
    store: Store, clock: SetClock
) -> None:
    from qualdesk.store.campaigns import pause

    halted = a_campaign(store)
    ana = calling(store, clock)
    promised(store, ana, halted)
    a_lead(store, a_campaign(store), "Fresh")
    with store.transaction() as tx:
        pause(tx, halted.id, is_paused=True)
    clock.set(DUE - MINUTE)
    assert offered(ana) == "Fresh"


def test_the_span_before_a_promise_ends_with_it() -> None:
    assert protects(DUE, DUE - KEPT_FREE)
    assert not protects(DUE, DUE - KEPT_FREE - timedelta(seconds=1))
    assert not protects(DUE, DUE), "it is due: it is offered itself"


def test_a_missed_promise_is_said_counted_and_stored(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store)
    ana = calling(store, clock)
    lead = promised(store, ana, campaign)
    floor, queue = Floor(store, clock, "Ana"), Queue(store, clock, "Ana")
    assert floor.promises() == PromisesKept(ahead=1)
    (row,) = queue.callbacks(campaign.id)
    assert (row.lead_id, row.due_at, row.is_due, row.callback.says) == (
        lead, DUE, False, "promised Tue 17 Mar, 11:24",
    )  # fmt: skip
    clock.set(DUE + GRACE - timedelta(seconds=1))
    assert ana.card(lead).callback.says == "promised Tue 17 Mar, 11:24, 19 min late"  # type: ignore[union-attr]
    assert not ana.card(lead).callback.is_missed  # type: ignore[union-attr]
    assert floor.promises(campaign.id) == PromisesKept(due=1)
    clock.set(DUE + timedelta(minutes=40))
    Keeper(store, clock, "Ana").tick()
    card = next_card(ana)
    assert card.callback is not None
    assert card.callback.says == "promised Tue 17 Mar, 11:24, 40 min late"
    assert card.callback.is_missed
    assert queue.callbacks()[0].callback.is_missed
    with store.reading() as tx:
        assert tx.connection.scalar(sa.select(schema.callback.c.missed_at)) == DUE + GRACE
    ana.start_attempt(lead)
    assert floor.promises() == PromisesKept(kept=1, missed=1), "kept late is missed as well"
    assert queue.callbacks() == ()


def test_a_promise_dialled_within_five_minutes_is_on_time(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store)
    ana = calling(store, clock)
    for minutes, name in ((0, "One"), (30, "Two")):
        promised(store, ana, campaign, name, DUE + timedelta(minutes=minutes))
    clock.set(DUE + ON_TIME)
    ana.finish(ana.start_attempt(next_card(ana).lead.id).id, "busy")
    clock.set(DUE + timedelta(minutes=30) + ON_TIME + MINUTE)
    ana.start_attempt(next_card(ana).lead.id)
    assert Floor(store, clock, "Ana").promises() == PromisesKept(kept=2, on_time=1)


def test_a_promise_nobody_could_keep_before_it_was_settled_counts_as_missed(
    store: Store, clock: SetClock
) -> None:
    campaign = a_campaign(store)
    ana = calling(store, clock)
    lead = promised(store, ana, campaign)
    clock.set(DUE + timedelta(hours=1))
    ana.do_not_call(lead)
    assert Floor(store, clock, "Ana").promises() == PromisesKept(missed=1)


def test_nobody_answers_a_promised_call_and_it_is_tried_again_by_rule(
    store: Store, clock: SetClock
) -> None:
    """The promise was to call, and that was done: what follows is the outcome's own rule."""
    ana, ben = (calling(store, clock, name) for name in ("Ana", "Ben"))
    lead = promised(store, ana, a_campaign(store))
    clock.set(DUE)
    done = ana.finish(ana.start_attempt(next_card(ana).lead.id).id, "no_answer")
    assert (done.bucket, done.says) == (Bucket.WAITING, "again Wed 18 Mar, 09:00")
    clock.set(MORNING + timedelta(days=1))
    assert next_card(ben).lead.id == lead


def test_a_call_given_back_leaves_its_promise_to_anybody_a_little_later(
    store: Store, clock: SetClock
) -> None:
    """Not at once: the number was dialled a moment ago. And not as kept: nobody answered it."""
    campaign = a_campaign(store)
    ana, ben = calling(store, clock), calling(store, clock, "Ben")
    lead = promised(store, ana, campaign)
    clock.set(DUE)
    ana.release(ana.start_attempt(next_card(ana).lead.id).id)
    assert offered(ana) == ""
    assert Floor(store, clock, "Ana").promises() == PromisesKept(due=1)
    clock.set(DUE + campaign.limits.min_gap)
    card = next_card(ben)
    assert (card.lead.id, card.decision.is_allowed) == (lead, True)
    assert card.callback is not None
    assert card.callback.late == campaign.limits.min_gap


def test_a_call_back_without_a_time_comes_in_another_part_of_their_day(
    store: Store, clock: SetClock
) -> None:
    """The same caller first for the grace, above every fresh lead, and inside calling hours."""
    campaign = a_campaign(store)
    ana, ben = calling(store, clock), calling(store, clock, "Ben")
    lead = a_lead(store, campaign, "Later")
    done = ana.finish(ana.start_attempt(lead).id, "callback_open")
    assert (done.bucket, done.says) == (Bucket.CALLBACK, "again in 60 min")
    for name in ("Fresh", "Fresher"):
        a_lead(store, campaign, name, company=name)
    assert done.next_at == DUE
    seen(ana, clock, DUE - timedelta(minutes=3))
    assert offered(ana) != "Later", "no time was promised, so nothing is kept free for it"
    clock.set(DUE)
    assert offered(ben) != "Later"
    card = next_card(ana)
    assert (card.lead.id, card.decision.rule) == (lead, "house-hours")
    assert card.callback is not None
    assert (card.callback.is_fixed, card.callback.says) == (
        False,
        "to call again Tue 17 Mar, 11:24",
    )
    ana.release(lead)
    clock.set(DUE + GRACE)
    assert offered(ben) == "Later"
    assert Floor(store, clock, "Ana").promises() == PromisesKept(), "nobody named a time"


def test_a_call_back_without_a_time_waits_behind_one_with_a_time(
    store: Store, clock: SetClock
) -> None:
    campaign = a_campaign(store)
    ana = calling(store, clock)
    lead = a_lead(store, campaign, "Open", company="Open")
    ana.finish(ana.start_attempt(lead).id, "callback_open")
    promised(store, ana, campaign, "Fixed", DUE + MINUTE)
    clock.set(DUE + MINUTE)
    assert offered(ana) == "Fixed"
    clock.set(DUE)
    assert offered(ana) == "", "a minute before the fixed one the open one waits too"


def test_a_call_back_without_a_time_buys_no_more_tries_and_no_other_hours(
    store: Store, clock: SetClock
) -> None:
    """Q6: only a time they named does."""
    ana = calling(store, clock)
    tired = a_lead(store, a_campaign(store, limits=CallLimits(max_attempts=1)), "Tired")
    done = ana.finish(ana.start_attempt(tired).id, "callback_open")
    assert (done.bucket, done.says) == (Bucket.UNREACHABLE, "last try, then not reached")
    late = a_lead(store, a_campaign(store), "Late", company="Late")
    clock.set(MORNING.replace(hour=16, minute=20))  # 17:20 in Berlin
    done = ana.finish(ana.start_attempt(late).id, "callback_open")
    assert done.says == "again Wed 18 Mar, 09:00"
    clock.set(MORNING.replace(hour=20))
    assert offered(ana) == ""
    with pytest.raises(NotNow, match="outside calling hours"):
        ana.start_attempt(late)


@pytest.mark.parametrize(
    ("wall", "at"),
    [
        # Clocks skip from 02:00 to 03:00 on 29 March: the first minute that there is.
        ("2026-03-29T02:30", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        # They repeat 02:00 to 03:00 on 25 October: the first time it is half past two.
        ("2026-10-25T02:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        # A morning after the change is an hour earlier in UTC than one before it.
        ("2026-03-30T10:30", datetime(2026, 3, 30, 8, 30, tzinfo=UTC)),
        ("2026-03-27T10:30", datetime(2026, 3, 27, 9, 30, tzinfo=UTC)),
    ],
)
def test_a_promise_is_offered_at_its_wall_time_and_not_a_second_before(
    store: Store, clock: SetClock, wall: str, at: datetime
) -> None:
    """Model 11, complaint 14."""
    ana = calling(store, clock)
    lead = a_lead(store, a_campaign(store))
    promise = Promise(wall=datetime.fromisoformat(wall), zone=BERLIN)
    done = ana.finish(ana.start_attempt(lead).id, "callback_fixed", callback_at=promise)
    assert done.next_at == at
    clock.set(at - timedelta(seconds=1))
    assert offered(ana) == ""
    with pytest.raises(NotNow, match="Not before"):
        ana.start_attempt(lead)
    clock.set(at)
    assert next_card(ana).decision.rule == "agreed-time"


def test_a_lead_that_comes_back_from_sales_has_all_its_tries(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store, limits=CallLimits(max_attempts=1), with_script=False)
    lead = a_lead(store, campaign)
    ana = calling(store, clock)
    ana.finish(ana.start_attempt(lead).id, "qualified")
    with store.transaction() as tx:
        place(tx, lead, Bucket.SENT_BACK, reason="Wrong person")
    clock.advance(timedelta(days=1))
    Handoff(store, clock, "Ana").recycle(lead)
    card = next_card(ana)
    assert (card.lead.id, card.lead.attempts) == (lead, 0)
    assert ana.start_attempt(lead).lead_id == lead
    with store.reading() as tx:
        assert bucket_counts(tx)[0][Bucket.UNREACHABLE] == 0


def test_a_lead_whose_nurture_ends_now_is_listed_as_it_is_offered(
    store: Store, clock: SetClock
) -> None:
    campaign = a_campaign(store, limits=CallLimits(max_attempts=1))
    lead = a_lead(store, campaign)
    ana = calling(store, clock)
    done = ana.finish(ana.start_attempt(lead).id, "nurture", nurture_until=date(2026, 4, 16))
    assert done.next_at is not None
    clock.set(done.next_at)
    rows = Queue(store, clock, "Ana").upcoming()
    assert [row.lead_id for row in rows] == [lead]
    assert next_card(ana).lead.id == lead


def test_on_a_floor_at_work_promises_are_kept_on_time_and_none_early(sqlite_store: Store) -> None:
    """Three callers, calls of one to nine minutes, a promise every few minutes: a morning of it."""
    clock = sqlite_store.clock
    assert isinstance(clock, SetClock)
    dice = random.Random(4)
    campaign = a_campaign(sqlite_store, with_script=False)
    callers = {name: calling(sqlite_store, clock, name) for name in ("Ana", "Ben", "Cleo")}
    due = {}
    for number in range(24):
        at = MORNING + timedelta(minutes=30 + 5 * number + dice.randrange(5))
        owner = dice.choice(list(callers))
        due[promised(sqlite_store, callers[owner], campaign, f"P{number}", at)] = at
    for number in range(60):
        a_lead(sqlite_store, campaign, f"Fresh {number}", company=f"Company {number}")
    free_at = dict.fromkeys(callers, MORNING)
    late = []
    for minute in range(170):
        clock.set(MORNING + minute * MINUTE)
        for name, desk in callers.items():
            if free_at[name] > clock.now():
                continue
            card = desk.next_lead()
            if not isinstance(card, CallCard):
                continue
            attempt = desk.start_attempt(card.lead.id)
            if card.lead.id in due:
                late.append(clock.now() - due.pop(card.lead.id))
            minutes = dice.choice((1, 1, 1, 1, 2, 2, 9))
            clock.advance(timedelta(seconds=20))
            desk.finish(attempt.id, "not_qualified")
            free_at[name] = clock.now() + minutes * MINUTE
    assert not due, "each was called"
    assert min(late) >= timedelta()
    assert sum(each <= ON_TIME for each in late) >= 0.99 * len(late)
