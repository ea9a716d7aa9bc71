"""What a supervisor sees of the work: each number is what the rows say, and opens its leads."""

from datetime import timedelta

from makers import make_campaign, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.sources import SourceType
from qualdesk.desk import Desk
from qualdesk.store.database import Store


def called(desk: Desk, outcome: str, **more: object) -> int:
    """The next lead called, with that outcome; its number."""
    card = desk.calling.next_lead()
    call = desk.calling.start_attempt(card.lead.id)
    desk.calling.finish(call.id, outcome, **more)
    return card.lead.id


def test_a_board_counts_what_was_loaded_called_reached_and_finished(
    store: Store, clock: SetClock
) -> None:
    desk = Desk(store, clock, "ana")
    with store.transaction() as tx:
        campaign = make_campaign(tx)
        for _ in range(4):
            make_lead(tx, campaign)
        make_lead(tx, campaign, signals=Signals(source=SourceType.WEBINAR, giveaway_only=True))
    clock.advance(timedelta(minutes=1))
    called(desk, "no_answer")
    called(desk, "not_qualified", reason="No need")
    board = desk.floor.board(campaign.id)
    assert (board.total, board.called, board.reached, board.finished) == (5, 2, 1, 1)
    assert board.adds_up
    assert board.giveaway == 1
    assert {one.code: one.leads for one in board.stands} == {
        "not_a_fit": 1,
        "try_again": 1,
        "never_called": 3,
    }
    assert [(one.type, one.is_giveaway, one.leads) for one in board.sources] == [
        (SourceType.TRADE_SHOW, False, 4),
        (SourceType.WEBINAR, True, 1),
    ]
    assert [(one.weekday, one.hour, one.dials, one.answered) for one in board.hours] == [
        (1, 10, 2, 1)
    ]
    assert [one.finished for one in board.days] == [1]


def test_a_hold_that_ran_out_is_with_no_caller_before_anybody_ended_it(
    store: Store, clock: SetClock
) -> None:
    desk = Desk(store, clock, "ana")
    with store.transaction() as tx:
        campaign = make_campaign(tx)
        make_lead(tx, campaign)
    desk.calling.next_lead()
    board = desk.floor.board(campaign.id)
    assert board.buckets[Bucket.WITH_CALLER] == 1
    assert [one.code for one in board.stands] == ["with_caller"]
    clock.advance(timedelta(hours=2))
    board = desk.floor.board(campaign.id)
    assert board.buckets[Bucket.WITH_CALLER] == 0
    assert [one.code for one in board.stands] == ["never_called"]
    assert board.adds_up
