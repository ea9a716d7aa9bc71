"""The timer's work in steps: who does it, and what becomes of the others when one fails."""

from datetime import timedelta

import pytest

from calls import a_campaign, a_lead, calling, next_card
from qualdesk.core.changes import Changes
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused, WorkspaceUnreachable
from qualdesk.desk import Desk
from qualdesk.desk.keeper import Step
from qualdesk.store import queue, ranking
from qualdesk.store.database import Store


def is_ranked(store: Store) -> bool:
    """Whether all stacks were put in order within the hour, which no claim does."""
    with store.reading() as tx:
        return not ranking.is_whole_due(tx)


def test_while_a_keeper_is_at_work_windows_leave_the_heavy_part_to_it(
    store: Store, clock: SetClock
) -> None:
    only = a_lead(store, a_campaign(store, with_script=False))
    window, keeper = Desk(store, clock, "Maya"), Desk(store, clock, "keeper")
    ana = calling(store, clock, "Ana")
    assert next_card(ana).lead.id == only
    keeper.keeper.beat()
    assert window.keeper.help_out().queue
    assert not is_ranked(store)
    clock.advance(timedelta(minutes=2))
    keeper.keeper.beat()
    clock.advance(timedelta(minutes=2))
    window.keeper.help_out()
    assert not is_ranked(store), "it was heard of two minutes ago"
    clock.advance(timedelta(minutes=1))
    window.keeper.help_out()
    assert is_ranked(store), "three minutes of silence: it is gone"


def test_windows_bring_back_who_has_rested_whoever_keeps_the_rest(
    store: Store, clock: SetClock
) -> None:
    a_lead(store, a_campaign(store, with_script=False))
    next_card(calling(store, clock, "Ana"))
    clock.advance(queue.LEASE * 2)
    desk = Desk(store, clock, "Maya")
    desk.keeper.beat()
    desk.keeper.help_out()
    assert next_card(calling(store, clock, "Ben")) is not None
    assert not is_ranked(store)


def test_a_keeper_that_ends_leaves_its_work_to_the_windows_at_once(
    store: Store, clock: SetClock
) -> None:
    desk = Desk(store, clock, "Maya")
    desk.keeper.beat()
    desk.keeper.rest()
    desk.keeper.help_out()
    assert is_ranked(store)


def test_a_sign_of_life_from_a_time_still_to_come_counts_for_nothing(
    store: Store, clock: SetClock
) -> None:
    """A clock that was put back would otherwise stop the queue for hours."""
    desk = Desk(store, clock, "Maya")
    desk.keeper.beat()
    clock.advance(-timedelta(hours=4))
    desk.keeper.help_out()
    assert is_ranked(store)


def test_a_step_that_fails_keeps_no_other_from_its_work_and_is_raised_at_the_end(
    sqlite_store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, done = Desk(sqlite_store, clock, "Maya"), []

    def fails(error: Exception) -> Changes:
        raise error

    def step(name: str, error: Exception | None = None) -> Step:
        return Step(name=name, do=lambda: fails(error) if error else done.append(name))

    steps = [step("sales"), step("order", Refused("No order.")), step("reports"), step("finished")]
    monkeypatch.setattr(desk.keeper, "steps", lambda: tuple(steps))
    with pytest.raises(Refused, match="No order"):
        desk.keeper.tick()
    assert done == ["sales", "reports", "finished"]
    steps[2] = step("reports", KeyError("a mistake of ours"))
    done.clear()
    with pytest.raises(KeyError):
        desk.keeper.tick()
    assert done == ["sales", "finished"]
    steps[1] = step("order", WorkspaceUnreachable())
    done.clear()
    with pytest.raises(WorkspaceUnreachable):
        desk.keeper.tick()
    assert done == ["sales"], "each further one would wait for a server that is away"


def test_a_place_and_a_turn_of_the_same_name_never_wait_for_each_other(store: Store) -> None:
    hold = store.hold("people")
    assert hold is not None
    assert store.hold("people") is None
    with store.transaction() as tx:
        tx.dialect.one_at_a_time(tx.connection, "people")
        assert hold.is_held()
        assert store.hold("people") is None
    other = store.hold("keeper")
    assert other is not None, "another name is another place"
    hold.release()
    again = store.hold("people")
    assert again is not None
    again.release()
    other.release()
