"""A lead of a batch is in exactly one state, and its clocks end with days, not with hours."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.handoff_states import (
    KEPT,
    BatchItem,
    Dispute,
    ItemState,
    clocks_of,
    may_dispute,
    state_of,
)
from qualdesk.core.ids import BatchId, CampaignId, DisputeId, ItemId, LeadId
from qualdesk.core.times import local_time

NOW = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
HOUR = timedelta(hours=1)
ZONES = sorted(available_timezones())
MOMENTS = st.integers(0, 11 * 365 * 24 * 60).map(
    lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def an_item(**changed: Any) -> BatchItem:
    fields: dict[str, Any] = {
        "item_id": ItemId("7"),
        "lead_id": LeadId(7),
        "batch_id": BatchId(1),
        "number": 1,
        "campaign": CampaignId(1),
        "campaign_name": "PackTech",
        "client": "",
        "name": "Katrin Albers",
        "company": "Elbkorn Foods",
        "receiver": "Lena Brandt",
        "points": 83,
        "one_line": "Wants a call.",
        "state": ItemState.SENT_BACK,
        "sent_at": NOW,
        "answered_at": NOW,
    }
    return BatchItem(**{**fields, **changed})


def a_dispute(state: str = "open") -> Dispute:
    return Dispute(
        id=DisputeId(1), about="sent_back", says="Right", asked_by="Rosa", asked_at=NOW, state=state
    )


@given(
    stored=st.sampled_from(KEPT),
    became=st.sampled_from(["", "won", "lost"]),
    has_open_dispute=st.booleans(),
    due_at=st.none() | MOMENTS,
    now=MOMENTS,
)
def test_every_kept_lead_of_a_batch_is_in_exactly_one_state(
    stored: str, became: str, has_open_dispute: bool, due_at: datetime | None, now: datetime
) -> None:
    """Model 1: whatever is kept of it, there is one word for where it stands."""
    state = state_of(
        stored=stored, became=became, has_open_dispute=has_open_dispute, due_at=due_at, now=now
    )
    assert isinstance(state, ItemState)
    assert (state in {ItemState.WON, ItemState.LOST}) == bool(became)
    if not became:
        assert (state is ItemState.DISPUTED) == (
            has_open_dispute and stored in {"taken", "sent_back"}
        )
        assert (state is ItemState.UNANSWERED) == (
            stored in {"sent", "read"} and (due_at is None or due_at <= now)
        )


@pytest.mark.parametrize("stored", KEPT)
def test_a_lead_nothing_else_is_known_of_is_in_the_state_it_is_kept_under(stored: str) -> None:
    state = state_of(stored=stored, became="", has_open_dispute=False, due_at=NOW + HOUR, now=NOW)
    assert state.value == stored


def test_each_state_has_words_of_its_own() -> None:
    assert len({state.label for state in ItemState}) == len(ItemState)


def test_a_word_nobody_knows_is_no_state() -> None:
    with pytest.raises(ValueError, match="prepared"):
        state_of(stored="prepared", became="", has_open_dispute=False, due_at=None, now=NOW)


def test_unread_ends_with_the_day_and_unanswered_some_working_days_later() -> None:
    """T4: a Friday's lead waits until the end of Tuesday for who has read it."""
    friday = date(2026, 3, 20)
    unread, unanswered = clocks_of(friday, 2, "Europe/Berlin")
    assert unread == datetime(2026, 3, 20, 23, 0, tzinfo=UTC)
    assert unanswered == datetime(2026, 3, 24, 23, 0, tzinfo=UTC)


def test_without_days_of_grace_both_clocks_end_together() -> None:
    assert len(set(clocks_of(date(2026, 3, 20), 0, "Europe/Berlin"))) == 1


def test_a_weekend_with_a_change_of_the_clock_is_still_two_working_days() -> None:
    """Clocks in Berlin go forward on Sunday 29 March 2026: the end of the day is what counts."""
    unread, unanswered = clocks_of(date(2026, 3, 27), 2, "Europe/Berlin")
    assert unread == datetime(2026, 3, 27, 23, 0, tzinfo=UTC)
    assert unanswered == datetime(2026, 3, 31, 22, 0, tzinfo=UTC)
    assert unanswered - unread == timedelta(hours=4 * 24 - 1)


@pytest.mark.parametrize(
    ("zone", "last_day", "ends"),
    [
        # Clocks skip from midnight to one.
        ("America/Santiago", date(2026, 9, 5), datetime(2026, 9, 6, 4, 0, tzinfo=UTC)),
        ("Asia/Beirut", date(2026, 3, 28), datetime(2026, 3, 28, 22, 0, tzinfo=UTC)),
        # Midnight is followed by eleven in the evening once more.
        ("America/Santiago", date(2026, 4, 4), datetime(2026, 4, 5, 4, 0, tzinfo=UTC)),
        # Midnight comes twice: the first ends the day.
        ("America/Havana", date(2026, 10, 31), datetime(2026, 11, 1, 4, 0, tzinfo=UTC)),
    ],
)
def test_a_day_ends_once_where_midnight_is_skipped_or_comes_twice(
    zone: str, last_day: date, ends: datetime
) -> None:
    """Model 11: the missing hour goes to the next valid minute, the doubled one to its first."""
    assert clocks_of(last_day, 0, zone)[0] == ends


@given(
    zone=st.sampled_from(ZONES),
    day=st.dates(date(2025, 1, 1), date(2035, 12, 31)),
    grace=st.integers(0, 10),
)
def test_clocks_end_at_the_first_moment_of_the_next_day_in_every_zone(
    zone: str, day: date, grace: int
) -> None:
    unread, unanswered = clocks_of(day, grace, zone)
    there = local_time(unread, zone)
    assert there.date() > day
    assert local_time(unread - timedelta(minutes=1), zone).date() <= day
    # Where a whole day was skipped, the next there is.
    if there.date() == day + timedelta(days=1):
        assert there.time() < time(2)
    working = [day + timedelta(days=one) for one in range(1, 40)]
    working = [one for one in working if one.weekday() < 5]
    last = working[grace - 1] if grace else day
    assert local_time(unanswered - timedelta(minutes=1), zone).date() <= last
    assert local_time(unanswered, zone).date() > last


@pytest.mark.parametrize("state", [ItemState.TAKEN, ItemState.SENT_BACK])
def test_either_answer_can_be_disputed_while_there_is_time(state: ItemState) -> None:
    item = an_item(state=state)
    within = timedelta(days=14)
    assert may_dispute(item, within, NOW + within - HOUR) == ""
    assert "until 31 March 2026" in may_dispute(item, within, NOW + within)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"state": ItemState.DISPUTED, "dispute": a_dispute()}, "disputed already"),
        ({"dispute": a_dispute("stands")}, "disputed once and reviewed"),
        ({"dispute": a_dispute("changed")}, "disputed once and reviewed"),
        ({"state": ItemState.WON}, "won at the client"),
        ({"state": ItemState.LOST}, "lost at the client"),
        ({"state": ItemState.SENT, "answered_at": None}, "has not answered"),
        ({"state": ItemState.READ, "answered_at": None}, "has not answered"),
        ({"state": ItemState.UNANSWERED, "answered_at": None}, "has not answered"),
        ({"state": ItemState.RECYCLED, "answered_at": None}, "has not answered"),
        ({"state": ItemState.RECALLED, "answered_at": None}, "has not answered"),
    ],
)
def test_what_cannot_be_disputed_says_why(changed: dict[str, Any], says: str) -> None:
    assert says in may_dispute(an_item(**changed), timedelta(days=14), NOW)


def test_a_dispute_that_was_withdrawn_can_be_raised_again() -> None:
    item = replace(an_item(), dispute=a_dispute("withdrawn"))
    assert may_dispute(item, timedelta(days=14), NOW) == ""


def test_only_an_open_dispute_waits_for_somebody() -> None:
    assert a_dispute().is_open
    assert not a_dispute("stands").is_open
