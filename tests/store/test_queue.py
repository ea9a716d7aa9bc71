"""The claim: one lead to one caller, the best that may be called, promises before all."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from makers import BERLIN, MORNING, make_campaign, make_contact, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, NotNow, Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.sources import CallLimits, CallWindow, SourceType
from qualdesk.store import campaigns, queue, schema, stacks, suppression
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import place
from qualdesk.store.queue_sql import moments, statement
from qualdesk.store.schema import callback, contact_phone, lead

ASKED = Signals(source=SourceType.TRADE_SHOW, asked_for_call=True)
GIVEAWAY = Signals(source=SourceType.TRADE_SHOW, giveaway_only=True)


def _row(tx: Transaction, lead_id: LeadId) -> sa.Row:
    return tx.connection.execute(sa.select(lead).where(lead.c.id == lead_id)).one()


def _claimed(store: Store, caller: str = "ana", **asked: object) -> LeadId | None:
    with store.transaction() as tx:
        found = queue.claim_next(tx, caller, **asked)
    return found.lead_id if found else None


def _promise(
    tx: Transaction, lead_id: LeadId, due_at: datetime, owner: str = "", kind: str = "fixed"
) -> None:
    place(tx, lead_id, Bucket.CALLBACK, due_at=due_at, callback_owner=owner)
    tx.connection.execute(
        callback.insert().values(
            lead_id=lead_id, kind=kind, wall="", zone=BERLIN, due_at=due_at, owner=owner
        )
    )


def test_who_asked_comes_first_and_who_took_the_giveaway_last(store: Store) -> None:
    """Q2."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        giveaway = make_lead(tx, fair, signals=GIVEAWAY)
        plain = [make_lead(tx, fair) for _ in range(2)]
        asked = make_lead(tx, fair, signals=ASKED)
    offered = [_claimed(store, f"caller {number}") for number in range(5)]
    assert offered == [asked, *plain, giveaway, None]


def test_a_closing_window_lifts_its_campaign_above_the_others(store: Store) -> None:
    """Q1."""
    with store.transaction() as tx:
        open_ended = make_campaign(tx)
        closing = make_campaign(tx, window=CallWindow(closes_at=MORNING + timedelta(hours=20)))
        make_lead(tx, open_ended)
        urgent = make_lead(tx, closing)
    assert _claimed(store) == urgent


def test_a_claim_in_one_campaign_leaves_the_others_alone(store: Store) -> None:
    with store.transaction() as tx:
        fair, webinar = make_campaign(tx), make_campaign(tx)
        make_lead(tx, fair, signals=ASKED)
        here = make_lead(tx, webinar)
    assert _claimed(store, campaign_id=webinar.id) == here
    assert _claimed(store, "ben", campaign_id=webinar.id) is None


def test_who_holds_a_lead_gets_that_one_again(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        first = make_lead(tx, fair)
        make_lead(tx, fair)
    assert _claimed(store) == _claimed(store) == first
    with store.transaction() as tx:
        assert queue.held(tx, "ana") == queue.claim_next(tx, "ana")
        assert queue.held(tx, "ben") is None


def test_nobody_is_offered_outside_their_calling_hours(store: Store, clock: SetClock) -> None:
    """Q6, model 5: every candidate zone must be inside the window."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        in_new_york = make_lead(tx, fair, zones=["America/New_York"])
        between = make_lead(tx, fair, zones=[BERLIN, "America/New_York"])
        make_lead(tx, fair, zones=[])
    assert _claimed(store) is None
    clock.set(datetime(2026, 3, 17, 13, 0, tzinfo=UTC))  # 9:00 in New York, 14:00 in Berlin
    offered = {_claimed(store, who) for who in ("ana", "ben", "cy")}
    assert offered == {in_new_york, between, None}


def test_a_call_window_holds_for_campaign_and_lead(store: Store, clock: SetClock) -> None:
    """Q1."""
    with store.transaction() as tx:
        later = make_campaign(tx, window=CallWindow(opens_at=MORNING + timedelta(hours=1)))
        fair = make_campaign(tx)
        opens = make_lead(tx, later)
        over = make_lead(tx, fair, closes_at=MORNING + timedelta(minutes=30))
        sleeps = make_lead(tx, fair, wake_at=MORNING + timedelta(minutes=40))
    assert _claimed(store) == over
    with store.transaction() as tx:
        queue.release(tx, over, 1)
    clock.advance(timedelta(minutes=30))
    assert _claimed(store) is None
    clock.advance(timedelta(minutes=30))
    assert [_claimed(store, who) for who in ("ana", "ben", "cy")] == [opens, sleeps, None]


@pytest.mark.parametrize("missing", [{"source": None}, {"paused": True}])
def test_nothing_is_offered_before_the_source_card_or_while_paused(
    store: Store, missing: dict[str, object]
) -> None:
    """O3."""
    with store.transaction() as tx:
        fair = make_campaign(tx, **({} if "paused" in missing else missing))
        found = make_lead(tx, fair)
        if "paused" in missing:
            campaigns.pause(tx, fair.id, is_paused=True)
        promised = make_lead(tx, fair)
        _promise(tx, promised, MORNING)
    assert _claimed(store) is None
    with store.transaction() as tx:
        campaigns.set_source(tx, fair.id, make_campaign(tx).source)
        campaigns.pause(tx, fair.id, is_paused=False)
    assert {_claimed(store), _claimed(store, "ben")} == {promised, found}


def test_a_promise_is_kept_when_due_before_any_fresh_lead(store: Store, clock: SetClock) -> None:
    """Q4: never before the promised time, the longest due first, above fresh leads."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        fresh = make_lead(tx, fair, signals=ASKED)
        second, first = make_lead(tx, fair, signals=GIVEAWAY), make_lead(tx, fair)
        _promise(tx, second, MORNING + timedelta(minutes=6))
        _promise(tx, first, MORNING + timedelta(minutes=5))
    clock.advance(timedelta(minutes=4, seconds=59))
    assert _claimed(store, "early") == fresh
    clock.advance(timedelta(minutes=2))
    with store.transaction() as tx:
        claimed = queue.claim_next(tx, "ana")
    assert claimed is not None
    assert (claimed.lead_id, claimed.is_callback) == (first, True)
    assert _claimed(store, "ben") == second
    assert _claimed(store, "cy") is None


def test_a_promise_waits_for_who_made_it_and_after_the_grace_for_nobody(
    store: Store, clock: SetClock
) -> None:
    """Q4, complaint 14: a promise does not go on holiday with its maker."""
    with store.transaction() as tx:
        fair = make_campaign(tx, limits=CallLimits(grace=timedelta(minutes=20)))
        promised = make_lead(tx, fair)
        _promise(tx, promised, MORNING, owner="ana")
    assert _claimed(store, "ben") is None
    clock.advance(timedelta(minutes=19, seconds=59))
    assert _claimed(store, "ben") is None
    clock.advance(timedelta(seconds=1))
    assert _claimed(store, "ben") == promised


def test_the_time_they_named_overrides_calling_hours_but_not_for_ever(
    store: Store, clock: SetClock
) -> None:
    evening = datetime(2026, 3, 17, 18, 0, tzinfo=UTC)  # 19:00 in Berlin
    with store.transaction() as tx:
        fair = make_campaign(tx)
        named, ours = make_lead(tx, fair), make_lead(tx, fair)
        _promise(tx, named, evening)
        _promise(tx, ours, evening, kind="open")
    clock.set(evening)
    assert _claimed(store, "ana") == named
    assert _claimed(store, "ben") is None
    with store.transaction() as tx:
        queue.release(tx, named, 1)
    clock.advance(timedelta(hours=1, seconds=1))
    assert _claimed(store, "ana") is None
    clock.set(datetime(2026, 3, 18, 8, 0, tzinfo=UTC))
    assert {_claimed(store, "ana"), _claimed(store, "ben")} == {named, ours}


def test_a_promise_buys_one_more_try_and_a_longer_window(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx, limits=CallLimits(max_attempts=2))
        promised = make_lead(tx, fair, closes_at=MORNING - timedelta(days=1))
        tx.connection.execute(lead.update().values(attempts=5))
        _promise(tx, promised, MORNING)
    assert _claimed(store) == promised


def test_every_rule_is_asked_again_in_the_claim_itself(store: Store) -> None:
    """Complaint 8: leads that stand ready by mistake are not offered, and put where they belong.

    The second as soon as a claim finds nothing else.
    """
    with store.transaction() as tx:
        fair = make_campaign(tx)
        person, address, firm, silent, tired, over = (
            make_lead(
                tx,
                fair,
                make_contact(tx, f"P{n}", company_name=f"C{n}", emails=[f"p{n}@example.com"]),
                signals=ASKED,
            )
            for n in range(6)
        )
        good = make_lead(tx, fair, signals=GIVEAWAY)
        prints = suppression.fingerprints(tx)
        table = schema.suppression
        for one in (
            prints.person("p0", "c0"),
            prints.email("p1@example.com"),
            prints.company("c2"),
        ):
            tx.connection.execute(
                table.insert().values(client="", scope="person", fingerprint=one, at=tx.now)
            )
        contact_id = _row(tx, silent).contact_id
        broken = contact_phone.update().where(contact_phone.c.contact_id == contact_id)
        tx.connection.execute(broken.values(state="broken"))
        tx.connection.execute(lead.update().where(lead.c.id == tired).values(attempts=6))
        tx.connection.execute(
            lead.update().where(lead.c.id == over).values(closes_at=tx.now - timedelta(days=1))
        )
    assert _claimed(store) == good
    assert _claimed(store, "ben") is None
    with store.reading() as tx:
        states = {row.id: row.state for row in tx.connection.execute(sa.select(lead))}
        assert [states[one] for one in (person, address, firm)] == ["do_not_call"] * 3
        assert (states[silent], states[tired], states[over]) == (
            "research",
            "unreachable",
            "unreachable",
        )
        assert not _row(tx, over).ready


def test_a_lead_whose_own_window_has_closed_is_not_reached(store: Store, clock: SetClock) -> None:
    """Q5: left waiting, it would wait for ever; the campaign's window may still be moved."""
    closes_at = MORNING + timedelta(hours=1)
    with store.transaction() as tx:
        fair = make_campaign(tx)
        idle, resting, held, promised = (make_lead(tx, fair, closes_at=closes_at) for _ in range(4))
        place(tx, resting, Bucket.WAITING, reason="Busy", wake_at=MORNING + timedelta(hours=2))
        queue.claim_lead(tx, held, "ana")
        _promise(tx, promised, closes_at + timedelta(hours=1))
        over = make_lead(tx, make_campaign(tx, window=CallWindow(closes_at=closes_at)))
    clock.set(closes_at - timedelta(minutes=1))
    with store.transaction() as tx:
        queue.renew(tx, "ana")
        queue.wake(tx)
        assert _row(tx, idle).state == "waiting"
    clock.set(closes_at)
    with store.transaction() as tx:
        queue.wake(tx)
        row = _row(tx, idle)
        assert (row.state, row.state_reason, row.ready) == (
            "unreachable",
            "Their window has closed",
            False,
        )
        states = [_row(tx, one).state for one in (resting, held, promised, over)]
        assert states == ["waiting", "waiting", "callback", "waiting"], "in hand, or not asked yet"
    clock.set(MORNING + timedelta(hours=3))
    with store.transaction() as tx:
        queue.wake(tx)
        states = [_row(tx, one).state for one in (resting, held, promised, over)]
        assert states == ["unreachable", "unreachable", "callback", "waiting"]


def test_a_suppressed_number_is_no_number(store: Store) -> None:
    """Model 6, also for a promise."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        contact = make_contact(tx, phones=["+493023125101"])
        due = make_lead(tx, fair, contact)
        _promise(tx, due, MORNING)
        tx.connection.execute(
            schema.suppression.insert().values(
                client="",
                scope="number",
                fingerprint=suppression.fingerprints(tx).number("+493023125101"),
                at=tx.now,
            )
        )
    assert _claimed(store) is None


def test_a_hold_runs_out_and_the_lead_is_offered_again(store: Store, clock: SetClock) -> None:
    """Complaint 10: a caller vanishes."""
    with store.transaction() as tx:
        found = make_lead(tx, make_campaign(tx))
        first = queue.claim_next(tx, "ana")
        assert first is not None
        assert first.until == MORNING + queue.LEASE
    clock.advance(queue.LEASE - timedelta(seconds=1))
    assert _claimed(store, "ben") is None
    clock.advance(timedelta(seconds=1))
    with store.transaction() as tx:
        assert queue.check_claim(tx, found, "ana", first.token) == "expired"
        second = queue.claim_next(tx, "ben")
        assert second is not None
        assert (second.lead_id, second.token) == (found, first.token + 1)
        assert queue.check_claim(tx, found, "ana", first.token) == "superseded"
        assert queue.check_claim(tx, found, "ben", second.token) == "current"
        assert queue.held(tx, "ana") is None
        assert not queue.release(tx, found, first.token)
        with pytest.raises(Refused, match="ben has this lead now"):
            queue.claim_lead(tx, found, "ana")


def test_renewing_holds_on_also_after_a_sleep_when_nobody_came(
    store: Store, clock: SetClock
) -> None:
    with store.transaction() as tx:
        found = make_lead(tx, make_campaign(tx))
        token = queue.claim_next(tx, "ana").token
    clock.advance(queue.LEASE + timedelta(hours=1))
    with store.transaction() as tx:
        assert queue.renew(tx, "ana") == tx.now + queue.LEASE
        assert queue.check_claim(tx, found, "ana", token) == "current"
    clock.advance(queue.LEASE + timedelta(hours=1))
    with store.transaction() as tx:
        queue.wake(tx)
        back = queue.claim_lead(tx, found, "ana", token=token)
        assert back.token == token, "nobody took the lead since: what was typed still counts"


def test_a_released_lead_stands_where_it_stood(store: Store) -> None:
    with store.transaction() as tx:
        found = make_lead(tx, make_campaign(tx))
        claimed = queue.claim_next(tx, "ana")
        assert claimed.lead_id == found
        assert queue.release(tx, found, claimed.token)
        assert not queue.release(tx, found, claimed.token)
    assert _claimed(store, "ben") == found


def test_a_lead_can_be_taken_by_name_but_only_one_at_a_time(store: Store, clock: SetClock) -> None:
    """Complaint 19: somebody calls back."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        first, second = make_lead(tx, fair), make_lead(tx, fair)
        place(tx, second, Bucket.RESEARCH, reason="Number changed")
        queue.claim_lead(tx, second, "ana")
        assert queue.claim_lead(tx, second, "ana").token == 1
        with pytest.raises(Refused, match="another lead in hand"):
            queue.claim_lead(tx, first, "ana")
        with pytest.raises(NotFound):
            queue.claim_lead(tx, LeadId(999), "ana")
    clock.advance(queue.LEASE)
    with store.transaction() as tx:
        assert queue.claim_lead(tx, first, "ana").lead_id == first
        place(tx, second, Bucket.DO_NOT_CALL)
        with pytest.raises(NotNow):
            queue.claim_lead(tx, second, "ben")


def test_undo_keeps_a_lead_for_ten_seconds_and_only_the_last_one(
    store: Store, clock: SetClock
) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        first, second = make_lead(tx, fair), make_lead(tx, fair)
        for one in (first, second):
            token = queue.claim_lead(tx, one, "ana").token
            assert queue.claim_lead(tx, one, "ana", "undo").token == token
        assert _row(tx, first).claimed_by is None
        assert _row(tx, first).ready
        assert queue.held(tx, "ana") is None
        assert queue.held(tx, "ana", "undo").lead_id == second
    assert _claimed(store, "ben") == first
    clock.advance(queue.UNDO)
    assert _claimed(store, "cy") == second


def test_a_lead_fetched_ahead_goes_through_the_rules_again(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        now, ahead = make_lead(tx, fair), make_lead(tx, fair)
        assert queue.claim_next(tx, "ana").lead_id == now
        assert queue.claim_next(tx, "ana", kind="next").lead_id == ahead
        better = make_lead(tx, fair, signals=ASKED)
        place(tx, now, Bucket.NOT_A_FIT)
        queue.release(tx, now, 1)
    assert _claimed(store) == better
    assert _claimed(store, "ben") == ahead


def test_nurture_ends_on_its_day_with_all_tries_again(store: Store, clock: SetClock) -> None:
    """T5: not now is not never."""
    with store.transaction() as tx:
        found = make_lead(tx, make_campaign(tx))
        fresh = _row(tx, found).stack_id
        tx.connection.execute(lead.update().values(attempts=6))
        stacks.sort(tx, [found])
        assert _row(tx, found).stack_id != fresh
        day = MORNING + timedelta(days=7)
        place(tx, found, Bucket.NURTURE, wake_at=day, nurture_track="Autumn")
    clock.advance(timedelta(days=6, hours=23))
    assert _claimed(store) is None
    clock.set(day)
    assert _claimed(store) == found
    with store.reading() as tx:
        row = _row(tx, found)
        assert (row.attempts, row.stack_id, row.nurture_track) == (0, fresh, "Autumn")


def test_the_queue_goes_on_for_weeks_without_anybody_tending_it(
    store: Store, clock: SetClock
) -> None:
    with store.transaction() as tx:
        found = make_lead(tx, make_campaign(tx))
    for _ in range(10):
        clock.advance(timedelta(days=7))
        assert _claimed(store) == found


def test_a_claim_reads_indexes_and_never_the_whole_table(sqlite_store: Store) -> None:
    """What makes it flat in the number of leads."""
    with sqlite_store.transaction() as tx:
        fair = make_campaign(tx)
        for zone in (BERLIN, "Europe/Paris", "America/New_York"):
            for _ in range(100):
                make_lead(tx, fair, zones=[zone])
        names = (
            *("look", "claim", "claim_due", "claim_pushed", "best_given", "best_rested"),
            *("wake_expired", "wake_rested", "wake_over"),
        )
        values = dict.fromkeys(
            ("caller", "kind", "until", "enough", "campaign_id", "reason", "limit"), "x"
        ) | moments(tx)
        for analyzed in (False, True):
            if analyzed:
                tx.connection.exec_driver_sql("ANALYZE")
            for name in names:
                text = statement(type(tx.dialect), name)
                plan = tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all()
                scans = [row[3] for row in plan if row[3].startswith("SCAN lead")]
                assert not scans, f"{name} reads the whole table: {scans}"
                text = statement(type(tx.dialect), name, one_campaign=True)
                plan = tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all()
                through = [row[3] for row in plan if "ix_lead_bucket (campaign_id=?)" in row[3]]
                assert not through, f"{name} reads all leads of the campaign: {through}"


def test_a_claim_passes_stacks_of_leads_that_rest_without_reading_them(
    sqlite_store: Store,
) -> None:
    """Late in a day most leads of the best stacks rest: the walk must not notice them."""
    with sqlite_store.transaction() as tx:
        fair = make_campaign(tx)
        for _ in range(100):
            place(tx, make_lead(tx, fair), Bucket.WAITING, wake_at=MORNING + timedelta(hours=3))
        text = statement(type(tx.dialect), "claim")
        values = dict.fromkeys(("caller", "kind", "until", "campaign_id"), "x") | moments(tx)
        plan = tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all()
        steps = [row[3] for row in plan]
        assert any("ix_lead_next" in step for step in steps)
        assert not any("ix_lead_stack_id" in step for step in steps), steps
