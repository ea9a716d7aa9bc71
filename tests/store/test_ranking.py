"""The order of the stacks: what a call from each is worth now, learned from the calls made."""

import json
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from makers import BERLIN, MORNING, make_campaign, make_contact, make_lead
from qualdesk.core.beliefs import Beliefs
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import AttemptId, CampaignId, LeadId
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.learning import NOTHING_LEARNED, learn
from qualdesk.core.sources import CallWindow, SourceType
from qualdesk.core.traits import Traits
from qualdesk.files.beliefs import beliefs_to_plain, shipped_beliefs
from qualdesk.store import believed, calls, cells, queue, ranking, stacks
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import place
from qualdesk.store.schema import attempt, campaign, lead, member, stack
from qualdesk.store.shares import whose_turn
from qualdesk.store.tallies import tallies

ASKED = Signals(source=SourceType.CONTACT_FORM, asked_for_call=True)
GIVEAWAY = Signals(source=SourceType.TRADE_SHOW, giveaway_only=True)
SPOKEN, QUALIFIED = {"qualified", "not_qualified"}, {"qualified"}


def _scores(tx: Transaction) -> dict[int, float]:
    stands = sa.select(lead.c.id, stack.c.score).join(stack, stack.c.id == lead.c.stack_id)
    return {row.id: row.score for row in tx.connection.execute(stands)}


def _claimed(store: Store, caller: str = "ana", **asked: object) -> LeadId | None:
    with store.transaction() as tx:
        found = queue.claim_next(tx, caller, **asked)
    return found.lead_id if found else None


def _call(
    tx: Transaction, lead_id: LeadId, outcome: str, *, number: int, caller: str = "ana"
) -> None:
    """A call that took two minutes, a quarter of an hour after the one before."""
    began = tx.now - timedelta(days=1) + timedelta(minutes=15 * number)
    key = tx.connection.scalar(sa.select(stack.c.traits).join(lead).where(lead.c.id == lead_id))
    tx.connection.execute(
        attempt.insert().values(
            id=AttemptId(f"{caller}-{number}"),
            lead_id=lead_id,
            caller=caller,
            number="+493023125001",
            started_at=began,
            ended_at=began + timedelta(minutes=2),
            outcome=outcome,
            traits=key,
            their_hour=10,
            their_day=1,
        )
    )


def test_who_asked_is_worth_more_than_who_took_the_giveaway(store: Store) -> None:
    """Q2."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        giveaway, plain = make_lead(tx, fair, signals=GIVEAWAY), make_lead(tx, fair)
        asked = make_lead(tx, fair, signals=ASKED)
        ranking.rank(tx)
        scores = _scores(tx)
    assert scores[asked] > scores[plain] > scores[giveaway] > 0


def test_what_a_campaign_weighs_multiplies_its_stacks_and_no_other_s(store: Store) -> None:
    with store.transaction() as tx:
        heavy, other = make_campaign(tx), make_campaign(tx)
        one, two = make_lead(tx, heavy), make_lead(tx, other)
        before = _scores(tx)
        tx.connection.execute(campaign.update().values(weight_percent=300))
        ranking.rank(tx, heavy.id)
        after = _scores(tx)
    assert after[one] > before[one] * 2
    assert after[two] == before[two], "the other campaign was not asked for"


def test_the_order_is_worked_out_anew_each_quarter_of_an_hour(
    store: Store, clock: SetClock
) -> None:
    with store.transaction() as tx:
        make_lead(tx, make_campaign(tx))
        assert ranking.is_due(tx), "never yet"
        ranking.rank(tx)
        assert not ranking.is_due(tx)
    clock.set(datetime(2026, 3, 17, 9, 29, 59, tzinfo=UTC))
    with store.reading() as tx:
        assert not ranking.is_due(tx)
    clock.set(datetime(2026, 3, 17, 9, 30, tzinfo=UTC))
    with store.reading() as tx:
        assert ranking.is_due(tx)


def test_a_claim_has_the_stacks_ranked_when_nobody_did_for_an_hour(
    store: Store, clock: SetClock
) -> None:
    """One desk and a command line need no keeper."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        poor, good = make_lead(tx, fair, signals=GIVEAWAY), make_lead(tx, fair, signals=ASKED)
        ranking.rank(tx)
        _upside_down(tx)
    clock.advance(timedelta(minutes=59))
    assert _claimed(store) == poor, "an order of this hour is taken as it is"
    clock.advance(timedelta(minutes=1))
    assert _claimed(store, "ben") == good
    with store.transaction() as tx:
        assert _scores(tx)[good] > _scores(tx)[poor]


def test_a_claim_ranks_some_stacks_at_a_time_the_best_first(store: Store, clock: SetClock) -> None:
    """On a large floor without a keeper no claim waits for all of them."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        found = [
            make_lead(tx, fair, signals=Signals(source=source))
            for source in (SourceType.TRADE_SHOW, SourceType.WEBINAR, SourceType.REFERRAL)
        ]
        ranking.rank(tx)
        before = _scores(tx)
    clock.advance(timedelta(hours=2))
    with store.transaction() as tx:
        ranking.rank_some(tx, 2)
        ranked = sa.select(stack.c.id).where(stack.c.ranked_at == tx.now)
        done = set(tx.connection.scalars(sa.select(lead.c.id).where(lead.c.stack_id.in_(ranked))))
        assert done == set(sorted(found, key=lambda one: -before[one])[:2])
        assert ranking.is_stale(tx)
        ranking.rank_some(tx, 2)
        assert not ranking.is_stale(tx)


def test_a_clock_that_went_back_has_the_stacks_ranked_too(store: Store, clock: SetClock) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        make_lead(tx, fair, signals=GIVEAWAY)
        good = make_lead(tx, fair, signals=ASKED)
        ranking.rank(tx)
        _upside_down(tx)
    clock.advance(-timedelta(days=7))
    assert _claimed(store) == good


def _upside_down(tx: Transaction) -> None:
    tx.connection.execute(stack.update().values(score=-stack.c.score))


def test_a_cell_that_is_closed_is_worth_what_it_will_be_when_it_opens(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        there = cells.cell_for(tx, fair.id, ("America/Los_Angeles",))
        nowhere = cells.cell_for(tx, fair.id, ())
        key = Traits(asked=True).key
        assert ranking.score_now(tx, there, key)[1] > 0
        assert ranking.score_now(tx, nowhere, key) == (0, 0.0)


def _stack_of(tx: Transaction, lead_id: LeadId) -> int:
    found = tx.connection.scalar(sa.select(lead.c.stack_id).where(lead.c.id == lead_id))
    assert found
    return found


def test_each_quarter_only_stacks_are_ranked_that_a_claim_can_come_to(
    store: Store, clock: SetClock
) -> None:
    """Who sleeps, or rests for longer, waits; half an hour before they may be called they do not.

    On the west coast calls begin at nine: 16:00 UTC.
    """
    with store.transaction() as tx:
        fair = make_campaign(tx)
        asleep = make_lead(tx, fair, zones=["America/Los_Angeles"])
        awake, rests = make_lead(tx, fair), make_lead(tx, fair, signals=ASKED)
        held = make_lead(tx, fair, signals=GIVEAWAY)
        there = {name: _stack_of(tx, name) for name in (asleep, awake, rests, held)}
        later = {"ready": False, "wake_at": tx.now + timedelta(hours=1)}
        tx.connection.execute(lead.update().where(lead.c.id == rests).values(later))
        queue.claim_lead(tx, held, "ben")
        assert {one.stack_id for one in ranking.soonest(tx)} == {there[awake], there[held]}
        assert {one.stack_id for one in ranking.all_of_them(tx)[0]} == set(there.values())
    clock.advance(timedelta(minutes=30))
    with store.reading() as tx:
        assert there[rests] in {one.stack_id for one in ranking.soonest(tx)}
    for before, is_in in ((timedelta(minutes=31), False), (timedelta(minutes=29), True)):
        clock.set(datetime(2026, 3, 17, 16, 0, tzinfo=UTC) - before)
        with store.reading() as tx:
            found = {one.stack_id for one in ranking.soonest(tx)}
        assert (there[asleep] in found) is is_in


def test_a_lead_that_comes_into_a_stack_left_out_gives_it_its_place(
    store: Store, clock: SetClock
) -> None:
    with store.transaction() as tx:
        one = make_lead(tx, make_campaign(tx))
        tx.connection.execute(lead.update().values(state="research", ready=False))
        tx.connection.execute(stack.update().values(score=-1.0))
    clock.advance(timedelta(days=1))
    with store.transaction() as tx:
        cells.refresh(tx)
        assert not ranking.soonest(tx)
        ranking.ended(tx)
        assert not ranking.left_behind(tx)
        tx.connection.execute(lead.update().values(state="waiting", ready=True))
        (found,) = ranking.left_behind(tx)
        assert found.stack_id == _stack_of(tx, one)
        ranking.write(tx, [found])
        assert _scores(tx)[one] == found.score > 0
        assert not ranking.left_behind(tx)


def test_a_score_that_has_not_moved_is_not_written(store: Store, clock: SetClock) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        make_lead(tx, fair)
        moved = make_lead(tx, fair, signals=ASKED)
        ranking.rank(tx)
        before = _scores(tx)
        tx.connection.execute(
            stack.update().where(stack.c.id == _stack_of(tx, moved)).values(score=-1.0)
        )
    with store.transaction() as tx:
        found = ranking.soonest(tx)
        assert {one.stack_id for one in found if one.is_moved} == {_stack_of(tx, moved)}
    clock.advance(timedelta(seconds=5))
    with store.transaction() as tx:
        ranking.write(tx, found)
        assert _scores(tx) == before
        seen = set(tx.connection.scalars(sa.select(stack.c.ranked_at)))
        assert seen == {tx.now}, "looked at, if not moved"


def test_all_stacks_are_due_each_hour_and_when_somebody_believes_something_else(
    store: Store, clock: SetClock
) -> None:
    with store.transaction() as tx:
        assert ranking.is_whole_due(tx)
        ranking.rank(tx)
        assert not ranking.is_whole_due(tx)
        ranking.make_due(tx)
        assert ranking.is_whole_due(tx)
        assert not ranking.is_stale(tx), "a claim goes by the order there is"
        ranking.rank(tx)
    clock.set(datetime(2026, 3, 17, 9, 59, tzinfo=UTC))
    with store.reading() as tx:
        assert ranking.is_due(tx)
        assert not ranking.is_whole_due(tx)
    clock.set(datetime(2026, 3, 17, 10, 0, tzinfo=UTC))
    with store.reading() as tx:
        assert ranking.is_whole_due(tx)


def test_a_minute_is_worth_nothing_elsewhere_while_there_is_time_for_everybody(
    store: Store,
) -> None:
    with store.transaction() as tx:
        ends = CallWindow(closes_at=MORNING + timedelta(hours=2))
        fair = make_campaign(tx, window=ends)
        make_lead(tx, fair)
        assert ranking.rate_now(tx) == 0.0
        for _ in range(30):
            make_lead(tx, fair)
        scarce = ranking.rate_now(tx)
        for name in ("ana", "ben", "cy", "dee", "eve"):
            seen = {"name": name, "seen_at": tx.now, "role": "caller"}
            tx.connection.execute(member.insert().values(**seen))
        assert scarce > ranking.rate_now(tx) == 0.0, "more callers, more time"


def test_calls_are_counted_by_what_the_lead_was_when_it_was_dialled(store: Store) -> None:
    with store.transaction() as tx:
        one = make_lead(tx, make_campaign(tx))
        outcomes = ("no_answer", "no_answer", "qualified", "not_qualified")
        for number, outcome in enumerate(outcomes):
            _call(tx, one, outcome, number=number)
        # Begun, not ended; taken back; no call at all: none of these teaches anything.
        _call(tx, one, "qualified", number=10)
        tx.connection.execute(_of(10).values(ended_at=None, outcome=""))
        _call(tx, one, "qualified", number=11)
        tx.connection.execute(_of(11).values(undone_at=tx.now))
        _call(tx, one, "skipped", number=12)
        tx.connection.execute(_of(12).values(number=""))
        (found,) = tallies(tx, spoken_to=SPOKEN, qualified=QUALIFIED)
    assert (found.dials, found.answered, found.qualified) == (4, 2, 1)
    assert (found.hour, found.weekday, found.part) == (10, 1, 1)
    assert found.traits.source is SourceType.TRADE_SHOW
    assert found.unanswered_time == timedelta(minutes=4)
    assert found.age is None


def test_what_a_caller_does_around_a_call_belongs_to_it(store: Store) -> None:
    """Up to the next call, when that came soon; a break does not count."""
    with store.transaction() as tx:
        one = make_lead(tx, make_campaign(tx))
        for number in range(2):
            _call(tx, one, "no_answer", number=number)
        soon = tx.now - timedelta(days=1) + timedelta(minutes=5)
        tx.connection.execute(_of(1).values(started_at=soon, ended_at=soon + timedelta(minutes=2)))
        (found,) = tallies(tx, spoken_to=SPOKEN, qualified=QUALIFIED)
    assert abs(found.unanswered_time - timedelta(minutes=7)) < timedelta(seconds=1)


def _of(number: int) -> sa.Update:
    return attempt.update().where(attempt.c.id == f"ana-{number}")


def test_what_calls_teach_changes_the_order(store: Store) -> None:
    """Wrong beliefs recover: leads that never answer go behind those that do."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        webinar = Signals(source=SourceType.WEBINAR, engagement=1)
        bought = Signals(source=SourceType.LIST, engagement=1)
        one, two = make_lead(tx, fair, signals=webinar), make_lead(tx, fair, signals=bought)
        ranking.rank(tx)
        believed_order = _scores(tx)
        for number in range(400):
            _call(tx, one, "no_answer", number=number, caller="ana")
            outcome = "qualified" if number % 3 == 0 else "not_qualified"
            _call(tx, two, outcome, number=number, caller="ben")
        made = tallies(tx, spoken_to=SPOKEN, qualified=QUALIFIED)
        believed.keep_learned(tx, learn(believed.beliefs(tx), made))
        ranking.rank(tx)
        learned_order = _scores(tx)
        assert believed.learned(tx).calls == 800
    assert believed_order[one] > believed_order[two]
    assert learned_order[two] > learned_order[one]


def test_learning_is_due_once_an_hour(store: Store, clock: SetClock) -> None:
    with store.transaction() as tx:
        assert believed.is_learning_due(tx)
        believed.keep_learned(tx, NOTHING_LEARNED)
        assert not believed.is_learning_due(tx)
    clock.set(datetime(2026, 3, 17, 10, 0, tzinfo=UTC))
    with store.reading() as tx:
        assert believed.is_learning_due(tx)


def test_a_workspace_may_believe_something_else_and_take_it_back(store: Store) -> None:
    with store.transaction() as tx:
        assert believed.beliefs(tx) == shipped_beliefs()
        plain = beliefs_to_plain(shipped_beliefs()) | {"cap": 0.5}
        believed.keep_beliefs(tx, json.dumps(plain))
        assert believed.beliefs(tx).cap == 0.5
        believed.keep_beliefs(tx, "")
        assert believed.beliefs(tx) == shipped_beliefs()
        assert isinstance(believed.odds(tx).beliefs, Beliefs)


def test_ranking_never_moves_a_lead_out_of_a_caller_s_hands(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        held = make_lead(tx, fair)
        mine = queue.claim_next(tx, "ana")
        better = make_lead(tx, fair, signals=ASKED)
        ranking.rank(tx)
        assert queue.held(tx, "ana") == mine
        assert queue.claim_next(tx, "ana") == mine
    assert mine
    assert mine.lead_id == held
    assert _claimed(store, "ben") == better


def test_a_share_is_kept_over_any_few_calls(store: Store) -> None:
    """No campaign starves that has one, and none gets more than its share by the way."""
    with store.transaction() as tx:
        rich, poor = make_campaign(tx), make_campaign(tx)
        tx.connection.execute(
            campaign.update().where(campaign.c.id == poor.id).values(share_percent=25)
        )
        one = make_lead(tx, rich)
        turns: list[CampaignId | None] = []
        for number in range(80):
            turns.append(whose_turn(tx, "ana"))
            _call(tx, one, "no_answer", number=number)
            since = tx.now - timedelta(seconds=80 - number)
            tx.connection.execute(_of(number).values(started_at=since, ended_at=since))
    for start in range(70):
        assert 1 <= turns[start : start + 10].count(poor.id) <= 4
    assert turns.count(poor.id) in {19, 20, 21}
    assert set(turns) == {poor.id, None}


def test_where_a_share_has_nobody_to_call_the_best_lead_is_taken(store: Store) -> None:
    with store.transaction() as tx:
        rich, poor = make_campaign(tx), make_campaign(tx)
        tx.connection.execute(
            campaign.update().where(campaign.c.id == poor.id).values(share_percent=100)
        )
        best = make_lead(tx, rich, signals=ASKED)
        make_lead(tx, rich)
        worst = make_lead(tx, poor, signals=GIVEAWAY)
    assert _claimed(store, "ana") == worst
    assert _claimed(store, "ben") == best
    with store.transaction() as tx:
        assert queue.claim_next(tx, "cy", rich.id), "who asks for a campaign gets that one"


def test_a_pinned_lead_comes_before_better_ones_and_a_giveaway_last_is_last(
    store: Store,
) -> None:
    with store.transaction() as tx:
        fair, other = make_campaign(tx), make_campaign(tx)
        last = make_lead(tx, fair, signals=GIVEAWAY)
        weak = make_lead(tx, other, signals=GIVEAWAY)
        best = make_lead(tx, fair, signals=ASKED)
        pinned = make_lead(tx, fair)
        tx.connection.execute(
            campaign.update()
            .where(campaign.c.id == fair.id)
            .values(giveaway_last=True, weight_percent=900)
        )
        tx.connection.execute(lead.update().where(lead.c.id == pinned).values(is_pinned=True))
        stacks.sort(tx, [pinned])
        ranking.rank(tx)
    offered = [_claimed(store, f"caller {number}") for number in range(5)]
    assert offered == [pinned, best, weak, last, None]


def test_what_is_pushed_to_a_caller_is_theirs_first_and_nobody_else_s(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        best = make_lead(tx, fair, signals=ASKED)
        pushed = make_lead(tx, fair, signals=GIVEAWAY)
        tx.connection.execute(lead.update().where(lead.c.id == pushed).values(pushed_to="ben"))
    assert _claimed(store, "ana") == best
    assert _claimed(store, "cy") is None
    assert _claimed(store, "ben") == pushed


def test_nobody_is_offered_more_often_than_the_law_allows(store: Store, clock: SetClock) -> None:
    """Q6: calls of all campaigns to the person count, and only those within the span."""
    with store.transaction() as tx:
        fair, other = make_campaign(tx), make_campaign(tx)
        person = make_contact(tx)
        one = make_lead(tx, fair, person)
        second = make_lead(tx, other, person)
        cells.refresh(tx)
        there = tx.connection.scalar(sa.select(lead.c.cell_id).where(lead.c.id == one))
        limit = {"cell_id": there, "calls": 2, "seconds": 3600}
        tx.connection.execute(cells.cell_limit.delete())
        tx.connection.execute(cells.cell_limit.insert().values(**limit))
        for number, each in enumerate((one, second)):
            calls.begin(
                tx, AttemptId(str(number)), each, caller="cy", number="+493023125001", token=0
            )
        tx.connection.execute(attempt.update().values(ended_at=tx.now, outcome="busy"))
        tx.connection.execute(lead.update().where(lead.c.id == second).values(ready=False))
    assert _claimed(store) is None
    clock.advance(timedelta(minutes=59))
    assert _claimed(store) is None
    clock.advance(timedelta(minutes=1))
    assert _claimed(store) == one


def test_beliefs_without_any_source_still_give_an_order(store: Store) -> None:
    """A store opened without a program around it ranks all the same."""
    plain = Store(str(store.url.render_as_string(hide_password=False)), clock=store.clock)
    with plain.transaction() as tx:
        one = make_lead(tx, make_campaign(tx), zones=[BERLIN])
        ranking.rank(tx)
        assert _scores(tx)[one] > 0
    plain.close()


def test_no_campaign_with_a_share_starves(store: Store, clock: SetClock) -> None:
    """However much better the others' leads are, and whoever calls."""
    with store.transaction() as tx:
        rich, poor = make_campaign(tx), make_campaign(tx)
        for _ in range(24):
            make_lead(tx, rich, signals=ASKED)
            make_lead(tx, poor, signals=GIVEAWAY)
        tx.connection.execute(
            campaign.update().where(campaign.c.id == poor.id).values(share_percent=25)
        )
    served: list[int] = []
    for number in range(24):
        with store.transaction() as tx:
            found = queue.claim_next(tx, "ana")
            assert found
            row = tx.connection.execute(sa.select(lead).where(lead.c.id == found.lead_id)).one()
            served.append(row.campaign_id)
            _call(tx, found.lead_id, "busy", number=number)
            tx.connection.execute(_of(number).values(started_at=tx.now, ended_at=tx.now))
            place(tx, found.lead_id, Bucket.NOT_A_FIT)
            queue.release(tx, found.lead_id, found.token)
        clock.advance(timedelta(seconds=30))
    assert served.count(poor.id) in {5, 6, 7}
    for start in range(0, 24, 8):
        assert served[start : start + 8].count(poor.id) >= 1
