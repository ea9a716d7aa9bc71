"""A week of promises, told through the door for programs (Q4, Q6): nobody is called too early."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import CallCard, NothingToCall, PromisesKept
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotNow
from qualdesk.core.times import Promise
from qualdesk.desk import Desk
from seats import CALLER, SUPERVISOR

# Friday before the clocks change in Berlin, 10:00 there.
FRIDAY = datetime(2026, 3, 27, 9, 0, tzinfo=UTC)
BERLIN = "Europe/Berlin"
CAST = {"Ana": CALLER, "Ben": CALLER, "Sue": SUPERVISOR}


@pytest.fixture
def clock() -> SetClock:
    return SetClock(FRIDAY)


@pytest.fixture
def floor(tmp_path: Path, clock: SetClock) -> Iterator[dict[str, Desk]]:
    """Two callers and a supervisor, each at a desk of their own on one workspace."""
    url = f"sqlite:///{tmp_path / 'desk.sqlite'}"
    desks = {name: open_desk(url, clock=clock, caller=name) for name in ("Ana", "Ben", "Sue")}
    sue = desks["Sue"]
    sue.library.new_campaign("Fair", window=(FRIDAY, FRIDAY + timedelta(days=14)))
    people = [
        {
            "id": str(number),
            "name": name,
            "company": f"Company {number}",
            "phone": f"+49 30 23125 00{number}",
            "zone": BERLIN,
        }
        for number, name in enumerate(("Katrin Albers", "Jens Petersen", "Ida Roth"), start=1)
    ]
    sue.intake.load(people, campaign="Fair")
    yield desks
    for desk in desks.values():
        desk.close()


def card(desk: Desk) -> CallCard:
    found = desk.calling.next_lead("Fair")
    assert isinstance(found, CallCard), found.says
    return found


def wall(text: str) -> Promise:
    return Promise(wall=datetime.fromisoformat(text), zone=BERLIN)


def test_a_promise_crosses_the_change_of_clocks_and_a_holiday(
    floor: dict[str, Desk], clock: SetClock
) -> None:
    """Monday 10:30 is Monday 10:30, summer time or not, and whoever is there keeps it."""
    ana, ben, sue = (floor[name] for name in ("Ana", "Ben", "Sue"))
    promised = card(ana).lead
    attempt = ana.calling.start_attempt(promised.id)
    ana.calling.finish(attempt.id, "callback_fixed", callback_at=wall("2026-03-30T10:30"))
    due = datetime(2026, 3, 30, 8, 30, tzinfo=UTC)
    (listed,) = sue.queue.callbacks("Fair")
    assert (listed.name, listed.due_at, listed.callback.owner) == (
        promised.contact.name,
        due,
        "Ana",
    )

    sue.supervising.set_away("Ana", date(2026, 3, 30), date(2026, 4, 3))
    clock.set(due - timedelta(seconds=1))
    with pytest.raises(NotNow, match="Not before"):
        ben.calling.start_attempt(promised.id)
    assert card(ben).lead.id != promised.id
    ben.calling.release(card(ben).lead.id)
    clock.set(due)
    kept = card(ben)
    assert kept.lead.id == promised.id
    assert kept.priority.why_now[0].says == "Call back due 10:30"
    assert kept.callback is not None
    assert kept.callback.says == "promised Mon 30 Mar, 10:30"
    ben.calling.start_attempt(promised.id)
    assert sue.floor.promises("Fair") == PromisesKept(kept=1, on_time=1)


def test_a_promise_missed_over_lunch_is_said_and_counted(
    floor: dict[str, Desk], clock: SetClock
) -> None:
    ana, sue = floor["Ana"], floor["Sue"]
    promised = card(ana).lead
    attempt = ana.calling.start_attempt(promised.id)
    ana.calling.finish(attempt.id, "callback_fixed", callback_at=wall("2026-03-27T12:30"))
    clock.set(FRIDAY + timedelta(hours=2, minutes=28))
    nothing = ana.calling.next_lead("Fair")
    assert isinstance(nothing, NothingToCall)
    assert nothing.keeps_free_for == f"your call back with {promised.contact.name} at 11:30"
    assert nothing.next_at == FRIDAY + timedelta(hours=2, minutes=30)
    clock.set(FRIDAY + timedelta(hours=3, minutes=10))
    sue.keeper.tick()
    late = card(ana)
    assert late.callback is not None
    assert late.callback.says == "promised Fri 27 Mar, 12:30, 40 min late"
    ana.calling.start_attempt(late.lead.id)
    assert sue.floor.promises() == PromisesKept(kept=1, missed=1)


def test_rules_hold_for_what_nobody_promised(floor: dict[str, Desk], clock: SetClock) -> None:
    """Q6: a call back without a time keeps calling hours; what reception said decides the part."""
    ana = floor["Ana"]
    first = card(ana).lead
    attempt = ana.calling.start_attempt(first.id)
    done = ana.calling.finish(attempt.id, "callback_open", hint="Reception: mornings before 10")
    assert done.says == "again Mon 30 Mar, 09:00", "neither on a Saturday nor in the night"
    assert done.next_at == datetime(2026, 3, 30, 7, 0, tzinfo=UTC)
    clock.set(FRIDAY + timedelta(days=1))
    nothing = ana.calling.next_lead("Fair")
    assert isinstance(nothing, NothingToCall)
    assert nothing.next_at == done.next_at
    clock.set(done.next_at)
    assert card(ana).lead.id == first.id
