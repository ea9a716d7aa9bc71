"""Finished leads are taken in ahead, by the clock: nobody who tries a draft waits for them."""

from datetime import timedelta

import pytest

from past_makers import ALL, a_campaign, finish, hand_over, sales_says
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.leads import Bucket
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.desk import Desk
from qualdesk.desk.keeper import FINISHED_AT_ONCE
from qualdesk.desk.trying import Trying
from qualdesk.store import finished, past
from qualdesk.store.database import Store
from script_makers import make_definition


@pytest.fixture
def campaign(store: Store, clock: SetClock) -> Campaign:
    return a_campaign(store, clock)


@pytest.fixture
def desk(store: Store, clock: SetClock) -> Desk:
    return Desk(store, clock, "Rosa")


def waiting(store: Store) -> int:
    """How many finished leads nobody has taken in yet."""
    with store.reading() as tx:
        return len(finished.unseen(tx))


def taken_in(store: Store) -> int:
    with store.reading() as tx:
        return past.count_finished(tx, None)


def test_the_timer_takes_finished_leads_in_before_anybody_asks(
    store: Store, desk: Desk, campaign: Campaign
) -> None:
    """F3: an old workspace is ready when its owner first tries a draft."""
    for answers in (ALL, {"need": "x"}, {"role": "c"}, {}):
        finish(store, campaign, answers)
    assert waiting(store) == 3, "who answered nothing cannot be judged"
    desk.keeper.tick()
    assert (waiting(store), taken_in(store)) == (0, 3)
    assert desk.trying.trial(make_definition()).leads == 3
    desk.keeper.tick()
    assert taken_in(store) == 3, "nobody counts twice"


def test_what_sales_says_between_two_ticks_is_taken_in_by_the_second(
    store: Store, desk: Desk, campaign: Campaign, clock: SetClock
) -> None:
    lead = finish(store, campaign)
    desk.keeper.tick()
    item = hand_over(store, campaign, [lead])[lead]
    clock.advance(timedelta(days=1))
    sales_says(store, item, "No budget")
    desk.keeper.tick()
    assert waiting(store) == 0
    trial = desk.trying.trial(make_definition())
    assert (trial.before.sent_back, taken_in(store)) == (1, 1)


def test_a_tick_takes_in_no_more_than_it_may_and_the_rest_comes_with_the_next(
    store: Store, clock: SetClock, campaign: Campaign
) -> None:
    trying = Trying(store, clock, "Rosa")
    for number in range(7):
        finish(store, campaign, {"need": f"line {number}"}, Bucket.NURTURE)
    left = []
    for _ in range(4):
        trying.catch_up(most=3)
        left.append(waiting(store))
    assert left == [4, 1, 0, 0]
    assert taken_in(store) == 7
    assert 1_000 <= FINISHED_AT_ONCE <= 5_000, "some seconds of work a minute at most"


def test_somebody_who_asks_gets_all_of_them_however_many_are_left(
    store: Store, clock: SetClock, campaign: Campaign
) -> None:
    trying = Trying(store, clock, "Rosa")
    for _ in range(5):
        finish(store, campaign)
    trying.catch_up(most=2)
    assert trying.finished() == 5
    assert trying.trial(make_definition()).leads == 5


def test_what_was_taken_in_stays_when_somebody_stops_it(
    store: Store, clock: SetClock, campaign: Campaign
) -> None:
    trying = Trying(store, clock, "Rosa")
    for _ in range(3):
        finish(store, campaign)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        trying.catch_up(progress)
    assert waiting(store) == 3
    trying.catch_up()
    assert waiting(store) == 0


def test_a_command_in_a_shell_does_not_wait_for_finished_leads(
    store: Store, desk: Desk, campaign: Campaign
) -> None:
    """It brings the queue up to date, which is what it is about."""
    finish(store, campaign)
    desk.keeper.catch_up()
    assert waiting(store) == 1
