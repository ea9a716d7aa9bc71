"""Lists are written one at a time, and a dead desk keeps nobody waiting."""

from datetime import timedelta

import pytest

from makers import make_campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.ids import CampaignId, ListId
from qualdesk.store.database import Store
from qualdesk.store.list_turns import (
    LEASE,
    ListFacts,
    Turn,
    Waiting,
    begin,
    hold_too,
    list_row,
    take,
    unfinished,
)


def facts(name: str = "fair.csv", by: str = "ana") -> ListFacts:
    return ListFacts(file_name=name, sha256="", mapping={"fingerprint": "f"}, loaded_by=by)


def begun(store: Store, campaign: CampaignId, name: str = "fair.csv", by: str = "ana") -> Turn:
    with store.transaction() as tx:
        turn = begin(tx, campaign, facts(name, by))
    assert isinstance(turn, Turn)
    return turn


@pytest.fixture
def fair(store: Store) -> CampaignId:
    with store.transaction() as tx:
        return make_campaign(tx).id


def test_a_second_desk_waits_and_is_told_for_whom(store: Store, fair: CampaignId) -> None:
    turn = begun(store, fair)
    with store.transaction() as tx:
        assert begin(tx, fair, facts(by="bo")) == Waiting(says="Waiting: ana is loading fair.csv")
    with store.transaction() as tx:
        turn.end(tx, state="published")
    assert begun(store, fair, by="bo").list_id != turn.list_id


def test_a_turn_that_is_renewed_is_held(store: Store, fair: CampaignId, clock: SetClock) -> None:
    turn = begun(store, fair)
    for _ in range(3):
        clock.advance(LEASE * 0.9)
        with store.transaction() as tx:
            turn.renew(tx, rows=7)
            assert isinstance(begin(tx, fair, facts()), Waiting)
            assert unfinished(tx) == ()
            assert (list_row(tx, turn.list_id).rows, list_row(tx, turn.list_id).fingerprint) == (
                7,
                "f",
            )


def test_whoever_lost_a_turn_writes_nothing(
    store: Store, fair: CampaignId, clock: SetClock
) -> None:
    slept = begun(store, fair)
    clock.advance(LEASE + timedelta(seconds=1))
    other = begun(store, fair, by="bo")
    with store.transaction() as tx:
        assert [row.id for row in unfinished(tx)] == [slept.list_id]
        taken_back = hold_too(tx, other, slept.list_id)
        taken_back.end(tx)

    def write_too_late() -> None:
        with store.transaction() as tx:
            tx.connection.exec_driver_sql("UPDATE lead_list SET rows = 99")
            slept.renew(tx)

    with pytest.raises(Refused, match="took this list over"):
        write_too_late()
    with store.reading() as tx:
        assert list_row(tx, other.list_id).rows == 0


def test_whoever_slept_and_was_not_missed_goes_on(
    store: Store, fair: CampaignId, clock: SetClock
) -> None:
    turn = begun(store, fair)
    clock.advance(timedelta(hours=1))
    with store.transaction() as tx:
        turn.renew(tx)


def test_whoever_slept_before_the_first_row_does_not_write_beside_the_next(
    store: Store, fair: CampaignId, clock: SetClock
) -> None:
    """Two that write at once would take each other's people for known ones."""
    slept = begun(store, fair)
    clock.advance(LEASE + timedelta(seconds=1))
    other = begun(store, fair, by="bo")

    def go_on() -> None:
        with store.transaction() as tx:
            slept.renew(tx)

    with pytest.raises(Refused, match="took this list over"):
        go_on()
    with store.transaction() as tx:
        other.renew(tx)


def test_an_unfinished_list_is_taken_with_new_facts(
    store: Store, fair: CampaignId, clock: SetClock
) -> None:
    dead = begun(store, fair)
    clock.advance(timedelta(minutes=1))
    with store.transaction() as tx:
        turn = take(tx, dead.list_id, facts(by="bo"))
        assert isinstance(turn, Turn)
        assert list_row(tx, dead.list_id).loaded_by == "bo"
        with pytest.raises(NotFound, match="no list number 99"):
            list_row(tx, ListId(99))
