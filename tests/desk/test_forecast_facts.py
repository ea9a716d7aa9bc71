"""What a forecast rests on: calls that were made, who made them, who can be called when."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
import sqlalchemy as sa

from makers import BERLIN, MORNING, make_campaign, make_lead
from qualdesk.bootstrap import open_desk
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.forecast_draws import pace_of
from qualdesk.core.forecast_facts import AtWork, Facts
from qualdesk.core.leads import Signals
from qualdesk.core.members import Away, Member
from qualdesk.core.sources import CallWindow, SourceType
from qualdesk.core.times import local_time
from qualdesk.desk import Desk, forecast_closings
from qualdesk.desk.forecast_callers import at_work, days_called, homes, seen_calls, share_of
from qualdesk.desk.forecast_facts import cells_out_of_reach, facts_of
from qualdesk.desk.forecast_groups import Chances
from qualdesk.desk.forecast_reading import Material, read
from qualdesk.store import on_phones
from qualdesk.store.database import Store
from qualdesk.store.members import keep_absences, keep_member, note_seen
from qualdesk.store.schema import attempt, lead

DAY = {weekday: ((time(9), time(17)),) for weekday in range(5)}
CLOSES = datetime(2026, 3, 26, 16, tzinfo=UTC)
WINDOW = CallWindow(closes_at=CLOSES, zone=BERLIN)
GIVEAWAY = Signals(source=SourceType.TRADE_SHOW, giveaway_only=True)
OUTCOMES = ("no_answer", "voicemail_left", "not_qualified", "wrong_number", "no_answer", "busy")


@pytest.fixture
def desk(store_url: str, clock: SetClock) -> Iterator[Desk]:
    desk = open_desk(store_url, clock=clock, caller="Ana", durable=False)
    yield desk
    desk.close()


@pytest.fixture
def fair(store: Store) -> Campaign:
    with store.transaction() as tx:
        made = make_campaign(tx, "Fair", window=WINDOW)
        for _ in range(8):
            make_lead(tx, made)
        make_lead(tx, made, signals=GIVEAWAY)
        make_lead(tx, made, zones=["America/New_York"])
        make_lead(tx, made, zones=["Pacific/Auckland"])
        for name in ("Ana", "Ben"):
            keep_member(tx, Member(name=name, zone=BERLIN, shifts=DAY))
    return made


def _material(store: Store, made: Campaign) -> Material:
    with store.reading() as tx:
        return read(tx, made.id)


def _call(desk: Desk, clock: SetClock, calls: int) -> None:
    """Ana calls, five minutes each, with outcomes in turn."""
    for number in range(calls):
        card = desk.calling.next_lead()
        attempt = desk.calling.start_attempt(card.lead.id)  # type: ignore[union-attr]
        clock.advance(timedelta(minutes=5))
        outcome = OUTCOMES[number % len(OUTCOMES)]
        because = {"reason": "No need"} if outcome == "not_qualified" else {}
        desk.calling.finish(attempt.id, outcome, **because)


def test_calls_that_were_made_are_counted_with_what_was_foretold(
    desk: Desk, store: Store, clock: SetClock, fair: Campaign
) -> None:
    _call(desk, clock, 6)
    found = _material(store, fair)
    seen = seen_calls(found, is_giveaway=False)
    assert (seen.dials, seen.answered, seen.ended, seen.lost) == (6, 1, 1, 1)
    assert 0 < seen.foretold < 6 * 0.9
    assert 0 < seen.foretold_qualified < 1
    assert seen_calls(found, is_giveaway=True).dials == 0
    chance, qualifies = Chances(found).of(_traits(found))
    assert 0 < chance < 0.9
    assert 0 < qualifies < 1


def _traits(found: Material) -> object:
    from qualdesk.core.traits import Traits

    return Traits.from_key(found.leads[0].traits)


def test_a_day_says_how_much_a_minute_on_shift_brings(
    desk: Desk, store: Store, clock: SetClock, fair: Campaign
) -> None:
    """Ana has called for half an hour since nine: what her dials take, of her minutes so far."""
    _call(desk, clock, 6)
    found = _material(store, fair)
    day = days_called(found)[0]
    assert day.shift == pytest.approx(84 + 30)
    assert day.spent == pytest.approx(5 * 2 + 8)
    assert day.is_full
    assert pace_of((day,))[0] < pace_of(())[0]


@pytest.mark.parametrize(
    ("zone", "calls"),
    [
        # Monday at half past nine in Auckland is Sunday evening in UTC,
        ("Pacific/Auckland", [datetime(2026, 3, 15, 20, 30, tzinfo=UTC)] * 3),
        # and Friday at half past four in Honolulu is Saturday.
        ("Pacific/Honolulu", [datetime(2026, 3, 14, 2, 30, tzinfo=UTC)] * 3),
    ],
)
def test_the_day_of_a_call_is_that_of_the_callers_clock(
    store: Store, fair: Campaign, zone: str, calls: list[datetime]
) -> None:
    with store.transaction() as tx:
        keep_member(tx, Member(name="Ana", zone=zone, shifts=DAY))
        note_seen(tx, "Ana")
        lead_id = tx.connection.scalar(sa.select(lead.c.id).limit(1))
        for number, at in enumerate(calls):
            tx.connection.execute(
                attempt.insert().values(
                    id=f"{number:036}", lead_id=lead_id, caller="Ana", number="+49301",
                    started_at=at, ended_at=at, outcome="no_answer",
                )
            )  # fmt: skip
    found = _material(store, fair)
    (day,) = days_called(found)
    assert day.shift == pytest.approx(8 * 60)
    assert day.spent == pytest.approx(3 * found.odds.minutes[0])


def test_who_rests_until_this_evening_rests_until_today_on_the_campaigns_clock(
    store: Store,
) -> None:
    """Half past five in Los Angeles is tomorrow in UTC, and nine in Auckland is yesterday."""
    for zone, at in (
        ("America/Los_Angeles", datetime(2026, 3, 18, 0, 30, tzinfo=UTC)),
        ("Pacific/Auckland", datetime(2026, 3, 16, 20, tzinfo=UTC)),
    ):
        with store.transaction() as tx:
            made = make_campaign(tx, zone, window=CallWindow(closes_at=CLOSES, zone=zone))
            resting = make_lead(tx, made)
            tx.connection.execute(
                lead.update().where(lead.c.id == resting).values(wake_at=at, ready=False)
            )
        (one,) = _material(store, made).leads
        assert one.wakes == date(2026, 3, 17), zone


def test_a_longer_window_closes_at_the_same_time_of_the_day_when_clocks_change(
    store: Store,
) -> None:
    """On Sunday 29 March clocks go forward in Berlin."""
    friday = datetime(2026, 3, 27, 16, tzinfo=UTC)
    with store.transaction() as tx:
        made = make_campaign(tx, window=CallWindow(closes_at=friday, zone=BERLIN))
    closes = [one.closes_at for one in forecast_closings._longer(facts_of(_material(store, made)))]
    walls = [local_time(at, BERLIN) for at in closes if at is not None]
    assert [wall.date() for wall in walls[:2]] == [date(2026, 3, 30), date(2026, 3, 31)]
    assert {wall.time() for wall in walls} == {time(17)}


def test_the_time_of_callers_is_shared_out_as_their_calls_are(
    desk: Desk, store: Store, clock: SetClock, fair: Campaign
) -> None:
    with store.transaction() as tx:
        make_campaign(tx, "Webinar", window=WINDOW)
    found = _material(store, fair)
    assert share_of(found, "Ben") == pytest.approx(0.5)
    _call(desk, clock, 6)
    found = _material(store, fair)
    assert 0.5 < share_of(found, "Ana") < 1
    assert share_of(found, "Ben") == pytest.approx(0.5)


def test_who_was_moved_calls_for_one_list_alone(store: Store, fair: Campaign) -> None:
    with store.transaction() as tx:
        other = make_campaign(tx, "Webinar", window=WINDOW)
        on_phones.move(tx, "Ana", fair.id, "")
        on_phones.move(tx, "Ben", other.id, "")
    found = _material(store, fair)
    mine, others = at_work(found, CLOSES)
    assert [(one.name, one.share) for one in mine] == [("Ana", 1.0)]
    assert [one.name for one in others] == ["Ben"]
    assert homes(found) == {"Ben": other.id}


def test_days_away_are_no_shifts(store: Store, fair: Campaign) -> None:
    with store.transaction() as tx:
        keep_absences(tx, "Ana", [Away(first=date(2026, 3, 18), last=date(2026, 3, 20))])
    ana, ben = at_work(_material(store, fair), CLOSES)[0]
    days = [one.opens_at.day for one in ana.shifts]
    assert days == [17, 23, 24, 25, 26]
    assert ana.shifts[0].opens_at == MORNING, "the shift of today has begun"
    assert len(ben.shifts) == 8


def test_a_break_is_no_time_at_work(
    desk: Desk, store: Store, clock: SetClock, fair: Campaign
) -> None:
    """Half an hour from half past nine: neither of the days ahead, nor of what was called today."""
    parts = ((time(9), time(9, 30)), (time(10), time(17)))
    with store.transaction() as tx:
        keep_member(tx, Member(name="Ana", zone=BERLIN, shifts=dict.fromkeys(range(5), parts)))
    found = _material(store, fair)
    ana, ben = at_work(found, CLOSES)[0]
    # This morning's break is over; of the seven days ahead each has one.
    assert _time_of(ben) - _time_of(ana) == 7 * timedelta(minutes=30)
    assert not any(one.holds(MORNING.replace(day=18, hour=8, minute=45)) for one in ana.shifts)
    _call(desk, clock, 6)
    assert days_called(_material(store, fair))[0].shift == pytest.approx(84 + 30 - 30)


def _time_of(one: AtWork) -> timedelta:
    return sum((span.closes_at - span.opens_at for span in one.shifts), timedelta())


def test_holidays_and_the_hours_of_others_leave_no_minute(store: Store, fair: Campaign) -> None:
    """Who may only be called at night for us is counted apart, and in no group."""
    found = _material(store, fair)
    facts = facts_of(found)
    assert facts.out_of_reach == {"hours": 1}
    assert len(cells_out_of_reach(found)) == 1
    assert sum(group.total for group in facts.groups) == 10
    assert facts.giveaway_open == 1
    assert len(facts.clocks) == 2
    assert _minutes(facts, 0) > _minutes(facts, 1) > 0


def _minutes(facts: Facts, clock: int) -> float:
    from qualdesk.core.forecast_plan import plan_of
    from qualdesk.core.forecast_values import AS_IT_IS

    return plan_of(facts, AS_IT_IS).days[1].by_clock[clock]


def test_many_kinds_of_leads_become_few_groups(store: Store) -> None:
    """However many stacks there are, a redraw has a dozen groups to go through."""
    with store.transaction() as tx:
        made = make_campaign(tx, "Many", window=WINDOW)
        for number, source in enumerate(SourceType):
            for engagement in range(3):
                signals = Signals(
                    source=source,
                    asked_for_call=number % 2 == 0,
                    engagement=engagement,
                    giveaway_only=number % 3 == 0,
                )
                zone = (BERLIN, "Europe/London", "America/New_York", "America/Chicago",
                        "Europe/Athens", "Asia/Dubai")[number % 6]  # fmt: skip
                make_lead(tx, made, signals=signals, zones=[zone])
    facts = facts_of(_material(store, made))
    assert sum(group.total for group in facts.groups) == 3 * len(SourceType)
    assert len(facts.groups) <= 10
    assert len(facts.clocks) <= 4
