"""What a supervisor sees of the work: each number is what the rows say, and opens its leads."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from makers import make_campaign, make_lead
from qualdesk.core.campaigns import REHEARSAL
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.floor_counts import FIGURES
from qualdesk.core.ids import CampaignId, ListId
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.shares import Share
from qualdesk.core.sources import CallWindow, SourceType
from qualdesk.desk import Desk
from qualdesk.store.database import Store
from qualdesk.store.schema import lead, tally, tally_delta
from qualdesk.store.tally import OffBy, off_by


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


def test_a_show_is_compared_with_the_clients_show_that_closed_last(
    store: Store, clock: SetClock
) -> None:
    """Of the same client and type only, and never with one that goes on."""
    desk = Desk(store, clock, "ana")
    show = replace(REHEARSAL, type=SourceType.TRADE_SHOW)

    def a_show(days: int, *, called: int, reached: int, **plan: Any) -> CampaignId:
        closes_at = clock.now() + timedelta(days=days)
        window = CallWindow(opens_at=None, closes_at=closes_at, zone="Europe/Berlin")
        with store.transaction() as tx:
            made = make_campaign(tx, **{"source": show, "window": window} | plan)
            for number in range(called):
                one = make_lead(tx, made)
                was = {"last_attempt_at": tx.now, "was_reached": number < reached}
                tx.connection.execute(lead.update().where(lead.c.id == one).values(**was))
        return made.id

    a_show(-30, called=4, reached=1)
    now = a_show(9, called=2, reached=2)
    assert desk.floor.board(now).last_show == Share(yes=1, of=4)
    a_show(-9, called=5, reached=3)
    a_show(-2, called=3, reached=0, client="Other client")
    a_show(-1, called=3, reached=0, source=replace(REHEARSAL, type=SourceType.WEBINAR))
    a_show(2, called=3, reached=0)
    assert desk.floor.board(now).last_show == Share(yes=3, of=5)
    webinar = a_show(9, called=1, reached=0, source=replace(REHEARSAL, type=SourceType.WEBINAR))
    assert desk.floor.board(webinar).last_show is None


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


def listed(desk: Desk, campaign: CampaignId, code: str, limit: int = 2) -> list[int]:
    """All leads of the list behind a number, page by page; as many as the number says."""
    found: list[int] = []
    after = None
    while True:
        page = desk.floor.behind(campaign, code, after, limit)
        found += [one.id for one in page.leads]
        after = page.next_after
        if after is None:
            assert len(found) == page.total, code
            return found


def test_each_number_opens_as_many_leads_as_it_says(store: Store, clock: SetClock) -> None:
    desk = Desk(store, clock, "ana")
    with store.transaction() as tx:
        campaign = make_campaign(tx)
        for _ in range(5):
            make_lead(tx, campaign)
        make_lead(tx, campaign, signals=Signals(source=SourceType.WEBINAR, giveaway_only=True))
    clock.advance(timedelta(minutes=1))
    first = called(desk, "no_answer")
    clock.advance(timedelta(minutes=1))
    second = called(desk, "qualified")
    clock.advance(timedelta(minutes=1))
    held = desk.calling.next_lead().lead.id
    board = desk.floor.board(campaign.id)
    for code in FIGURES:
        assert len(listed(desk, campaign.id, code)) == getattr(board, code), code
    for stand in board.stands:
        assert len(listed(desk, campaign.id, f"stand:{stand.code}")) == stand.leads, stand.code
    assert listed(desk, campaign.id, "called") == sorted([first, second])
    assert listed(desk, campaign.id, "to_hand_off") == [second]
    assert listed(desk, campaign.id, "stand:with_caller") == [held]
    assert len(listed(desk, campaign.id, "source:trade_show")) == 5
    assert len(listed(desk, campaign.id, "source:webinar:giveaway")) == 1
    line = desk.floor.behind(campaign.id, "qualified").leads[0]
    assert (line.stand, line.last_called) == ("Qualified", clock.now() - timedelta(minutes=1))
    with pytest.raises(NotFound, match="no list “dials”"):
        desk.floor.behind(campaign.id, "dials")


def test_a_list_worked_out_elsewhere_opens_as_the_others_do(store: Store, clock: SetClock) -> None:
    desk = Desk(store, clock, "ana")
    with store.transaction() as tx:
        campaign = make_campaign(tx)
        ids = [make_lead(tx, campaign) for _ in range(3)]
    desk.floor.lists["far_off"] = lambda _tx, _campaign: ("Far off", ids[1:])
    assert listed(desk, campaign.id, "far_off", limit=1) == ids[1:]


def test_the_rows_of_a_list_and_the_leads_of_a_campaign_stand_somewhere(
    store: Store, clock: SetClock
) -> None:
    desk = Desk(store, clock, "ana")
    desk.library.new_campaign("Fair", region="DE")
    rows = [
        {"name": "Anna Berg", "phone": "+493023125417", "company": "Elbkorn GmbH"},
        {"name": "Anna Berg", "phone": "+493023125417", "company": "Elbkorn GmbH"},
        {"name": "Bo Thal", "phone": "+493023125418", "do_not_contact": "yes"},
        {"name": "Cy Dorn", "phone": "+493023125419"},
    ]
    loaded = desk.intake.load(rows, campaign="Fair")
    stands = desk.floor.stands(list_id=loaded.list_id)
    assert stands.adds_up
    assert {one.code: one.leads for one in stands.stands} == {
        "never_called": 2,
        "merged": 1,
        "left_out": 1,
    }
    of_campaign = desk.floor.stands(campaign="Fair")
    assert (of_campaign.title, of_campaign.total, of_campaign.adds_up) == ("Fair", 2, True)
    assert loaded.list_id is not None
    desk.intake.undo(loaded.list_id)
    stands = desk.floor.stands(list_id=loaded.list_id)
    assert stands.adds_up
    assert desk.floor.board("Fair").total == 0
    with pytest.raises(NotFound):
        desk.floor.stands(list_id=ListId(99))
    with pytest.raises(ValueError, match="one of them"):
        desk.floor.stands()


def test_a_number_that_is_wrong_is_an_alarm_with_its_rows_and_is_mended(
    store: Store, clock: SetClock
) -> None:
    desk = Desk(store, clock, "rosa")
    with store.transaction() as tx:
        campaign = make_campaign(tx)
        ids = [make_lead(tx, campaign) for _ in range(2)]
    assert desk.floor.alarm(campaign.id).is_quiet
    with store.transaction() as tx:
        for table in (tally, tally_delta):
            tx.connection.execute(table.delete().where(table.c.what == "leads"))
    assert not desk.floor.board(campaign.id).adds_up
    (off,) = desk.floor.alarm(campaign.id).off
    assert (off.what, off.kept, off.counted) == ("Never called, Trade show", 0, 2)
    assert list(off.leads) == ids
    done = desk.floor.recount(campaign.id)
    assert done.counts == 1
    assert campaign.id in done.changes.campaigns
    assert desk.floor.alarm(campaign.id).is_quiet
    assert desk.floor.board(campaign.id).adds_up
    assert desk.floor.recount(campaign.id).counts == 0


def test_who_counts_anew_holds_nobody_up_and_loses_no_lead_that_comes_meanwhile(
    store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A million rows take the better part of a minute: that long nobody could save a call."""
    desk = Desk(store, clock, "rosa")
    with store.transaction() as tx:
        campaign = make_campaign(tx)
        make_lead(tx, campaign)
        tx.connection.execute(tally.delete())
        tx.connection.execute(tally_delta.delete())

    def slowly(*asked: Any) -> tuple[OffBy, ...]:
        found = off_by(*asked)
        other = Store(store.url.render_as_string(hide_password=False), clock=clock, durable=False)
        with other.transaction() as tx:
            make_lead(tx, campaign)
        other.close()
        return found

    monkeypatch.setattr("qualdesk.desk.floor_alarm.off_by", slowly)
    assert desk.floor.recount(campaign.id).counts == 2
    assert desk.floor.board(campaign.id).total == 2
    assert desk.floor.alarm(campaign.id).off == ()


def test_two_who_count_anew_at_once_do_not_both_write_the_difference(
    store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, other = Desk(store, clock, "rosa"), Desk(store, clock, "ruth")
    with store.transaction() as tx:
        campaign = make_campaign(tx)
        make_lead(tx, campaign)
        tx.connection.execute(tally.delete())
        tx.connection.execute(tally_delta.delete())
    refused: list[str] = []

    def and_another(*asked: Any) -> tuple[OffBy, ...]:
        found = off_by(*asked)
        with pytest.raises(Refused) as told:
            other.floor.recount(campaign.id)
        refused.append(told.value.says)
        return found

    monkeypatch.setattr("qualdesk.desk.floor_alarm.off_by", and_another)
    desk.floor.recount(campaign.id)
    assert refused == ["Somebody counts anew at this moment. Look again in a minute."]
    monkeypatch.undo()
    assert desk.floor.board(campaign.id).total == 1
    assert desk.floor.recount(campaign.id).counts == 0


def test_a_lead_in_no_bucket_is_an_alarm_that_names_it(store: Store, clock: SetClock) -> None:
    desk = Desk(store, clock, "rosa")
    with store.transaction() as tx:
        campaign = make_campaign(tx)
        lost = make_lead(tx, campaign)
        make_lead(tx, campaign)
        tx.connection.execute(
            lead.update().where(lead.c.id == lost).values(state="mislaid", ready=False)
        )
    alarm = desk.floor.alarm(campaign.id)
    assert (alarm.off, alarm.nowhere, alarm.is_quiet) == ((), (lost,), False)
    assert not desk.floor.board(campaign.id).adds_up


def test_the_keeper_adds_up_what_was_counted_apart(postgres_store: Store, clock: SetClock) -> None:
    desk = Desk(postgres_store, clock, "ana")
    with postgres_store.transaction() as tx:
        campaign = make_campaign(tx)
        for _ in range(3):
            make_lead(tx, campaign)
    before = desk.floor.board(campaign.id)
    desk.keeper.tick()
    with postgres_store.reading() as tx:
        assert tx.connection.scalar(sa.select(sa.func.count()).select_from(tally_delta)) == 0
        assert tx.connection.scalar(sa.select(sa.func.sum(tally.c.counted))) == 6
    assert desk.floor.board(campaign.id) == before
