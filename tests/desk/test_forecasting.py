"""Will a list be finished before its window closes: said from what is kept, in both databases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
import sqlalchemy as sa

from makers import BERLIN, make_campaign, make_lead
from qualdesk.bootstrap import open_desk
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NothingToUndo, Refused, WorkspaceBusy
from qualdesk.core.forecast_values import AS_IT_IS, Levers
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.members import Member
from qualdesk.core.sources import CallLimits, CallWindow, SourceType
from qualdesk.desk import Desk
from qualdesk.store import history, on_phones, plan_changes
from qualdesk.store.database import Store
from qualdesk.store.leads import load_lead
from qualdesk.store.members import keep_member
from qualdesk.store.schema import lead, plan_change_lead

DAY = {weekday: ((time(9), time(17)),) for weekday in range(5)}
GIVEAWAY = Signals(source=SourceType.TRADE_SHOW, giveaway_only=True)
# Tuesday 17 March 2026 at 10:24 in Berlin; the window closes on Thursday week at 17:00.
CLOSES = datetime(2026, 3, 26, 16, tzinfo=UTC)
WINDOW = CallWindow(closes_at=CLOSES, zone=BERLIN)
AUCKLAND = "Pacific/Auckland"


@pytest.fixture
def desk(store_url: str, clock: SetClock) -> Iterator[Desk]:
    desk = open_desk(store_url, clock=clock, caller="Mia", durable=False)
    yield desk
    desk.close()


def _filled(
    store: Store, leads: int = 40, *, giveaways: int = 0, callers: int = 1, **plan: object
) -> Campaign:
    """A campaign with leads in Berlin, whose callers work from nine to five."""
    plan.setdefault("window", WINDOW)
    with store.transaction() as tx:
        made = make_campaign(tx, "PackTech", **plan)
        for _ in range(leads):
            make_lead(tx, made)
        for _ in range(giveaways):
            make_lead(tx, made, signals=GIVEAWAY)
        for number in range(callers):
            keep_member(tx, Member(name=f"Caller {number}", zone=BERLIN, shifts=DAY))
    return made


def test_it_says_how_the_list_ends_with_bounds(desk: Desk, store: Store) -> None:
    """S2: finished, missed and qualified, each with a band, and the chance that all are."""
    made = _filled(store, 60, callers=1)
    found = desk.forecasting.forecast(made.id)
    assert not found.unknown
    assert (found.total, found.finished_now) == (60, 0)
    assert found.finished
    assert found.missed
    assert found.qualified
    assert found.chance is not None
    for band in (found.finished, found.missed, found.qualified):
        assert band.low <= band.middle <= band.high
    assert found.finished.middle + found.missed.middle == pytest.approx(60)
    assert next(one.day for one in found.days) == date(2026, 3, 17)
    assert [one.day for one in found.days][-1] == date(2026, 3, 26)
    assert found.needed[-1] == (date(2026, 3, 26), 60)
    assert "hardly any calls yet" in found.says


def test_levers_read_nothing(desk: Desk, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    made = _filled(store, 150)
    before = desk.forecasting.forecast(made.id)

    def _nobody_reads(_: object) -> None:
        raise AssertionError("a lever read the workspace")

    monkeypatch.setattr(Store, "reading", _nobody_reads)
    monkeypatch.setattr(Store, "transaction", _nobody_reads)
    more = desk.forecasting.forecast(made.id, Levers(callers=3))
    assert before.missed
    assert more.missed
    assert more.missed.middle < before.missed.middle


def test_what_is_worked_out_is_worked_out_outside_the_look(
    desk: Desk, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look that goes on holds an old state of the file: nothing is worked out in it."""
    made = _filled(store, 5)
    import qualdesk.desk.forecasting as room

    was, found = room.facts_of, []

    def _watched(read: object) -> object:
        with desk.forecasting._store.transaction():
            found.append(True)
        return was(read)

    monkeypatch.setattr(room, "facts_of", _watched)
    desk.forecasting.forecast(made.id, fresh=True)
    assert found == [True]


@pytest.mark.parametrize(
    ("plan", "leads", "callers", "says"),
    [
        ({}, 0, 1, "no leads yet"),
        ({"window": CallWindow(has_no_end=True)}, 3, 1, "no end"),
        ({}, 3, 0, "when callers work"),
        ({"source": None}, 3, 1, "source card"),
    ],
)
def test_it_says_when_it_knows_too_little(
    sqlite_file: str,
    sqlite_store: Store,
    clock: SetClock,
    plan: dict[str, object],
    leads: int,
    callers: int,
    says: str,
) -> None:
    made = _filled(sqlite_store, leads, callers=callers, **plan)
    desk = open_desk(f"sqlite:///{sqlite_file}", clock=clock, caller="Mia", durable=False)
    found = desk.forecasting.forecast(made.id)
    desk.close()
    assert says in found.unknown
    assert found.missed is None
    assert found.chance is None


def test_a_closed_window_tells_of_its_closing_day(
    desk: Desk, store: Store, clock: SetClock
) -> None:
    """What is finished after the close was missed: the line ends at the closing day."""
    made = _filled(store, 3)
    first = _finished(desk)
    clock.set(CLOSES + timedelta(days=3))
    with store.transaction() as tx:
        later = tx.connection.scalar(sa.select(lead.c.id).where(lead.c.id != first).limit(1))
        tx.connection.execute(
            lead.update()
            .where(lead.c.id == later)
            .values(state="not_a_fit", ready=False, last_attempt_at=tx.now)
        )
    found = desk.forecasting.forecast(made.id, fresh=True)
    assert [one.day for one in found.days] == [date(2026, 3, 26)]
    assert found.finished
    assert found.missed
    assert (found.finished.middle, found.missed.middle) == (1, 2)
    assert found.finished_now == 2
    assert "26 Mar" in found.says
    assert "2 leads of 3" in found.says


def _finished(desk: Desk) -> LeadId:
    card = desk.calling.next_lead()
    attempt = desk.calling.start_attempt(card.lead.id)  # type: ignore[union-attr]
    desk.calling.finish(attempt.id, "not_qualified", reason="Only the giveaway")
    return card.lead.id  # type: ignore[union-attr]


def test_leads_that_nobody_at_work_may_call_are_named_and_listed(desk: Desk, store: Store) -> None:
    """More callers do not help them, and it says so."""
    made = _filled(store, 4)
    with store.transaction() as tx:
        far = [make_lead(tx, made, zones=[AUCKLAND]) for _ in range(19)]
    found = desk.forecasting.forecast(made.id)
    assert "19 leads may only be called when nobody is at work" in found.why
    assert found.out_of_reach == 19
    assert found.chance == 0
    more = desk.forecasting.forecast(made.id, Levers(callers=5))
    assert more.missed
    assert more.missed.low >= 19
    behind = desk.floor.behind(made.id, "unreachable_in_time")
    assert [one.id for one in behind.leads] == far
    assert not any(one.levers.callers for one in found.closings)


def test_a_paused_campaign_says_that_nobody_calls(desk: Desk, store: Store) -> None:
    made = _filled(store, 7)
    desk.library.pause(made.id)
    found = desk.forecasting.forecast(made.id)
    assert "paused" in found.why
    assert found.missed
    assert found.missed.middle == 7
    assert desk.floor.behind(made.id, "unreachable_in_time").total == 7


def test_what_closes_the_gap_was_tried(desk: Desk, store: Store) -> None:
    """So does one try fewer for the giveaway leads."""
    made = _filled(store, 30, giveaways=170)
    found = desk.forecasting.forecast(made.id)
    assert found.missed
    assert found.missed.middle > 10
    assert found.closings
    kinds = [bool(one.levers.giveaway_tries) for one in found.closings]
    assert kinds[0]
    for one in found.closings:
        then = desk.forecasting.forecast(made.id, one.levers)
        assert then.missed
        assert then.missed.middle <= found.missed.middle / 2 + 1
    assert "170 giveaway leads" in found.closings[0].says


def test_levers_hold_as_one_step_and_are_taken_back_exactly(desk: Desk, store: Store) -> None:
    made = _filled(store, 3, giveaways=4)
    later = CLOSES + timedelta(days=1)
    with store.transaction() as tx:
        tx.connection.execute(lead.update().where(lead.c.id == 5).values(attempts=2))
        asleep = tx.now + timedelta(hours=3)
        tx.connection.execute(
            lead.update()
            .where(lead.c.id == 6)
            .values(attempts=3, ready=False, wake_at=asleep, state_reason="No answer")
        )
        before = tx.connection.execute(sa.select(lead).order_by(lead.c.id)).all()
    levers = Levers(
        giveaway_tries=2, closes_at=later, callers=1, callers_from=date(2026, 3, 19),
        borrowed=("Caller 0",),
    )  # fmt: skip
    done = desk.forecasting.apply(made.id, levers)
    assert "2 times" in done.says
    with store.reading() as tx:
        assert load_lead(tx, LeadId(5)).bucket is Bucket.UNREACHABLE
        assert load_lead(tx, LeadId(6)).bucket is Bucket.UNREACHABLE
        assert load_lead(tx, LeadId(7)).bucket is Bucket.WAITING
        assert on_phones.works_for(tx, "Caller 0") == made.id
        told = history.entries(tx, "campaign", made.id)[0]
    now = desk.library.campaign(made.id)
    assert (now.giveaway_attempts, now.window.closes_at) == (2, later)
    assert now.planned_callers == ((date(2026, 3, 19), 1),)
    assert told.what == "applied a change of the forecast"
    assert (told.details["tries_from"], told.details["tries_to"]) == (None, 2)
    assert told.details["close_to"] == later.isoformat()
    desk.forecasting.take_back(done.token)
    with store.reading() as tx:
        assert tx.connection.execute(sa.select(lead).order_by(lead.c.id)).all() == before
        assert on_phones.works_for(tx, "Caller 0") is None
        assert not tx.connection.execute(sa.select(plan_change_lead)).all()
    assert desk.library.campaign(made.id) == made
    with pytest.raises(NothingToUndo):
        desk.forecasting.take_back(done.token)


def test_what_somebody_changed_since_is_not_taken_back(desk: Desk, store: Store) -> None:
    made = _filled(store, 1, giveaways=1)
    done = desk.forecasting.apply(made.id, Levers(giveaway_tries=2))
    desk.library.set_times(
        made.id, window=replace(WINDOW, closes_at=CLOSES + timedelta(days=4)), limits=None
    )
    with pytest.raises(NothingToUndo, match="was changed since"):
        desk.forecasting.take_back(done.token)
    assert desk.library.campaign(made.id).giveaway_attempts == 2


def test_a_lead_that_moved_on_since_stays_where_it_is(desk: Desk, store: Store) -> None:
    made = _filled(store, 0, giveaways=2)
    with store.transaction() as tx:
        tx.connection.execute(lead.update().values(attempts=3))
    done = desk.forecasting.apply(made.id, Levers(giveaway_tries=3))
    with store.transaction() as tx:
        tx.connection.execute(lead.update().where(lead.c.id == 1).values(state="do_not_call"))
    desk.forecasting.take_back(done.token)
    with store.reading() as tx:
        assert load_lead(tx, LeadId(1)).bucket is Bucket.DO_NOT_CALL
        assert load_lead(tx, LeadId(2)).bucket is Bucket.WAITING


def test_a_step_that_fails_leaves_every_lead_where_it_was(
    desk: Desk, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server may be busy at its last moment: nobody stays out of the queue for it."""
    made = _filled(store, 1, giveaways=2)
    with store.transaction() as tx:
        tx.connection.execute(lead.update().where(lead.c.id > 1).values(attempts=4))
        before = tx.connection.execute(sa.select(lead).order_by(lead.c.id)).all()

    def busy(*_: object) -> None:
        raise WorkspaceBusy

    monkeypatch.setattr(desk.forecasting._steps, "_set", busy)
    with pytest.raises(WorkspaceBusy):
        desk.forecasting.apply(made.id, Levers(giveaway_tries=2))
    with store.reading() as tx:
        assert tx.connection.execute(sa.select(lead).order_by(lead.c.id)).all() == before
        assert not plan_changes.unfinished(tx, tx.now + timedelta(hours=1), made.id)


@pytest.mark.parametrize("by_keeper", [False, True], ids=["the next", "the keeper"])
def test_a_step_that_was_broken_off_is_put_right(
    desk: Desk, store: Store, clock: SetClock, by_keeper: bool
) -> None:
    made = _filled(store, 1, giveaways=2)
    with store.transaction() as tx:
        tx.connection.execute(lead.update().where(lead.c.id > 1).values(attempts=4))
    steps = desk.forecasting._steps
    levers = Levers(giveaway_tries=2)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(steps, "_set", _killed)
        with pytest.raises(KeyboardInterrupt):
            desk.forecasting.apply(made.id, levers)
    with store.reading() as tx:
        assert load_lead(tx, LeadId(2)).bucket is Bucket.UNREACHABLE
    clock.advance(timedelta(hours=1))
    if by_keeper:
        desk.keeper.tick()
    else:
        desk.forecasting.apply(made.id, Levers(callers=1))
    with store.reading() as tx:
        assert load_lead(tx, LeadId(2)).bucket is Bucket.WAITING
        assert not plan_changes.unfinished(tx, tx.now)


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_fewer_giveaway_tries_hold_on_the_way_to_every_call(desk: Desk, store: Store) -> None:
    """The claim, the last try, and what is said of those that wait go by them."""
    made = _filled(store, 0, giveaways=1)
    desk.forecasting.apply(made.id, Levers(giveaway_tries=1))
    card = desk.calling.next_lead()
    attempt = desk.calling.start_attempt(card.lead.id)  # type: ignore[union-attr]
    desk.calling.finish(attempt.id, "no_answer")
    with store.reading() as tx:
        assert load_lead(tx, LeadId(1)).bucket is Bucket.UNREACHABLE
    with store.transaction() as tx:
        tx.connection.execute(lead.update().values(state="waiting", ready=True, claimed_by=None,
            claim_kind=None, claim_until=None, wake_at=None))  # fmt: skip
    nothing = desk.calling.next_lead()
    assert not hasattr(nothing, "lead")
    with store.reading() as tx:
        assert load_lead(tx, LeadId(1)).bucket is Bucket.UNREACHABLE


def test_planned_callers_are_counted_from_then_on(desk: Desk, store: Store) -> None:
    made = _filled(store, 150)
    before = desk.forecasting.forecast(made.id)
    tried = desk.forecasting.forecast(made.id, Levers(callers=2))
    desk.forecasting.apply(made.id, Levers(callers=2))
    after = desk.forecasting.forecast(made.id)
    assert before.missed
    assert tried.missed
    assert after.missed
    assert after.missed.middle == pytest.approx(tried.missed.middle, abs=5)
    assert after.missed.middle < before.missed.middle


@pytest.mark.parametrize(
    "levers",
    [
        AS_IT_IS,
        Levers(giveaway_tries=0),
        Levers(giveaway_tries=9),
        Levers(closes_at=datetime(2026, 3, 1, tzinfo=UTC)),
        Levers(borrowed=("Nobody",)),
    ],
)
def test_levers_out_of_their_range_are_refused(
    sqlite_file: str, sqlite_store: Store, clock: SetClock, levers: Levers
) -> None:
    made = _filled(sqlite_store, 1)
    desk = open_desk(f"sqlite:///{sqlite_file}", clock=clock, caller="Mia", durable=False)
    with pytest.raises(Refused):
        desk.forecasting.apply(made.id, levers)
    assert desk.library.campaign(made.id) == made
    desk.close()


def test_callers_who_are_not_needed_elsewhere_could_be_borrowed(desk: Desk, store: Store) -> None:
    made = _filled(store, 150)
    with store.transaction() as tx:
        other = make_campaign(tx, "Webinar")
        keep_member(tx, Member(name="Tom", zone=BERLIN, shifts=DAY))
        on_phones.move(tx, "Tom", other.id, "")
    assert desk.forecasting.could_borrow(made.id) == ("Tom",)
    as_it_is = desk.forecasting.forecast(made.id)
    with_tom = desk.forecasting.forecast(made.id, Levers(borrowed=("Tom",)))
    assert as_it_is.missed
    assert with_tom.missed
    assert with_tom.missed.middle < as_it_is.missed.middle
    desk.phones.show_names(shown=False)
    (seat,) = desk.forecasting.could_borrow(made.id)
    told = desk.forecasting.forecast(made.id, Levers(borrowed=(seat,)))
    assert told.missed == with_tom.missed
    assert told.levers.borrowed == (seat,)
    fresh = desk.forecasting.forecast(made.id, fresh=True)
    assert "Tom" not in repr(fresh)
    done = desk.forecasting.apply(made.id, Levers(borrowed=(seat,)))
    assert seat in done.says
    assert "Tom" not in done.says


def test_who_is_needed_elsewhere_by_now_is_not_borrowed(
    desk: Desk, store: Store, clock: SetClock
) -> None:
    """A Floor stays open all day; what it knew of other campaigns in the morning does not hold."""
    made = _filled(store, 150)
    with store.transaction() as tx:
        other = make_campaign(tx, "Webinar", window=replace(WINDOW, closes_at=CLOSES))
        keep_member(tx, Member(name="Tom", zone=BERLIN, shifts=DAY))
        on_phones.move(tx, "Tom", other.id, "")
    assert desk.forecasting.could_borrow(made.id) == ("Tom",)
    with store.transaction() as tx:
        for _ in range(300):
            make_lead(tx, other)
    clock.advance(timedelta(hours=1))
    desk.forecasting.forecast(made.id, fresh=True)
    assert desk.forecasting.could_borrow(made.id) == ()


def test_fewer_tries_end_many_leads_in_small_steps(desk: Desk, store: Store) -> None:
    """A campaign of any size holds nobody up: no step is more than some hundred leads."""
    made = _filled(store, 220)
    with store.transaction() as tx:
        tx.connection.execute(lead.update().values(attempts=3))
    steps: list[int] = []
    from qualdesk.store import used_up

    was = used_up.end_some

    def _counted(*asked: object, **more: object) -> object:
        some = was(*asked, **more)  # type: ignore[arg-type]
        steps.append(len(some))
        return some

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(used_up, "end_some", _counted)
        desk.library.set_times(made.id, limits=CallLimits(max_attempts=3))
    assert sum(steps) == 220
    assert len([one for one in steps if one]) > 1
    assert desk.forecasting.forecast(made.id).finished_now == 220
