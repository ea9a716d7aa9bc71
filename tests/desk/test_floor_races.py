"""Two at the same moment on a team's database: supervisors with each other, and with callers.

Each test holds what the other wants, lets the other run into it, and only then goes on.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from calls import a_campaign, a_lead
from makers import make_campaign, make_lead
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused
from qualdesk.core.forecast_values import Levers
from qualdesk.core.ids import LeadId
from qualdesk.core.sources import CallWindow
from qualdesk.desk import Desk
from qualdesk.desk.phones import Opened, PhonesDesk
from qualdesk.store import queue
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note
from qualdesk.store.on_phones import take_seats
from qualdesk.store.schema import lead

CLOSES = datetime(2026, 3, 26, 16, tzinfo=UTC)
WINDOW = CallWindow(closes_at=CLOSES, zone="Europe/Berlin")


@pytest.fixture
def beside() -> Iterator[Callable[[Callable[[], Any]], Future[Any]]]:
    """Lets somebody else do something; comes back when they are done, or wait for somebody."""
    with ThreadPoolExecutor(1) as other:

        def run(does: Callable[[], Any]) -> Future[Any]:
            doing = other.submit(does)
            wait([doing], timeout=0.5)
            return doing

        yield run


def _two_late(store: Store, clock: SetClock) -> list[LeadId]:
    """Two call backs that are late; Ana promised them."""
    fair = a_campaign(store, name="Fair")
    with store.transaction() as tx:
        found = [make_lead(tx, fair) for _ in range(2)]
        tx.connection.execute(
            lead.update().values(state="callback", due_at=tx.now, callback_owner="Ana", ready=False)
        )
    clock.advance(timedelta(minutes=5))
    return found


def _take(tx: Transaction, lead_id: LeadId) -> None:
    tx.connection.execute(sa.select(lead.c.id).where(lead.c.id == lead_id).with_for_update())


def test_opening_call_backs_waits_for_a_lead_in_hand_without_keeping_its_caller_waiting(
    postgres_store: Store, clock: SetClock, beside: Callable[..., Future[Any]]
) -> None:
    """The caller writes to the history last; who opens must not have it while they wait."""
    ids = _two_late(postgres_store, clock)
    ruth = PhonesDesk(postgres_store, clock, "Ruth Tanner")

    def while_in_hand(act: Callable[[], Opened]) -> Opened:
        with postgres_store.transaction() as tx:
            _take(tx, ids[1])
            opening = beside(act)
            assert not opening.done(), "it waits for the lead"
            note(tx, "Ana", "saved an outcome", "lead", ids[1])
        done: Opened = opening.result(timeout=10)
        return done

    opened = while_in_hand(lambda: ruth.open_to_anyone(ids))
    assert [lead_id for lead_id, _ in opened.leads] == ids
    back = while_in_hand(lambda: ruth.take_opening_back(opened))
    assert back.changes.leads == set(ids)


def test_call_backs_are_taken_in_one_order_whoever_names_them(
    postgres_store: Store, clock: SetClock, beside: Callable[..., Future[Any]]
) -> None:
    first, second = _two_late(postgres_store, clock)
    ruth = PhonesDesk(postgres_store, clock, "Ruth Tanner")
    with postgres_store.transaction() as tx:
        _take(tx, first)
        opening = beside(lambda: ruth.open_to_anyone([second, first]))
        _take(tx, second)
    assert len(opening.result(timeout=10).leads) == 2


def test_a_move_taken_back_deals_no_seat_after_it_has_the_history(
    postgres_store: Store, clock: SetClock, beside: Callable[..., Future[Any]]
) -> None:
    desk = Desk(postgres_store, clock, "Ruth Tanner")
    fair = a_campaign(postgres_store, name="Fair")
    with postgres_store.transaction() as tx:
        take_seats(tx, ["Ana"])
    desk.phones.show_names(shown=False)
    moved = desk.phones.move("Ana", fair.id)
    with postgres_store.transaction() as tx:
        take_seats(tx, ["Ben"])
        taking = beside(lambda: desk.phones.take_move_back(moved))
        note(tx, "Ben", "moved a caller", "member", "Ben")
    assert taking.result(timeout=10).to is None


def test_of_two_who_apply_levers_at_once_one_is_told_to_look_again(
    postgres_store: Store,
    clock: SetClock,
    beside: Callable[..., Future[Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What the first planned is not lost, and their step can still be taken back."""
    mia, ruth = Desk(postgres_store, clock, "Mia"), Desk(postgres_store, clock, "Ruth Tanner")
    with postgres_store.transaction() as tx:
        made = make_campaign(tx, "PackTech", window=WINDOW)
        make_lead(tx, made)
    steps, others = mia.forecasting._steps, []
    set_it = steps._set

    def meanwhile(*said: Any) -> None:
        others.append(beside(lambda: ruth.forecasting.apply(made.id, Levers(giveaway_tries=2))))
        set_it(*said)

    monkeypatch.setattr(steps, "_set", meanwhile)
    done = mia.forecasting.apply(made.id, Levers(callers=2))
    with pytest.raises(Refused, match="Somebody changed"):
        others[0].result(timeout=10)
    now = mia.library.campaign(made.id)
    assert [count for _, count in now.planned_callers] == [2]
    assert now.giveaway_attempts is None
    mia.forecasting.take_back(done.token)
    assert mia.library.campaign(made.id) == made


def test_who_changes_the_limits_while_levers_are_applied_does_not_undo_the_close(
    postgres_store: Store,
    clock: SetClock,
    beside: Callable[..., Future[Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mia, ruth = Desk(postgres_store, clock, "Mia"), Desk(postgres_store, clock, "Ruth Tanner")
    with postgres_store.transaction() as tx:
        made = make_campaign(tx, "PackTech", window=WINDOW)
    steps, others = mia.forecasting._steps, []
    set_it = steps._set

    def meanwhile(*said: Any) -> None:
        limits = made.limits
        set_it(*said)
        others.append(beside(lambda: ruth.library.set_times(made.id, limits=limits)))

    monkeypatch.setattr(steps, "_set", meanwhile)
    later = CLOSES + timedelta(days=1)
    mia.forecasting.apply(made.id, Levers(closes_at=later))
    others[0].result(timeout=10)
    assert mia.library.campaign(made.id).window.closes_at == later


def test_who_is_moved_while_a_lead_is_kept_ready_for_them_is_not_given_that_one(
    postgres_store: Store,
    clock: SetClock,
    beside: Callable[..., Future[Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ana, ruth = Desk(postgres_store, clock, "Ana"), Desk(postgres_store, clock, "Ruth Tanner")
    old, new = (a_campaign(postgres_store, name=name) for name in ("Fair", "Webinar"))
    for made in (old, new):
        for number in range(3):
            a_lead(postgres_store, made, f"{made.name} {number}", company=f"{made.name} {number}")
    card = ana.calling.next_lead(old.id)
    assert isinstance(card, CallCard)
    call = ana.calling.start_attempt(card.lead.id)
    claim, others = queue.claim_next, []

    def meanwhile(*asked: Any) -> Any:
        others.append(beside(lambda: ruth.phones.move("Ana", new.id)))
        return claim(*asked)

    with monkeypatch.context() as patched:
        patched.setattr(queue, "claim_next", meanwhile)
        assert ana.calling.fetch_ahead(old.id) is not None
    others[0].result(timeout=10)
    ana.calling.finish(call.id, "no_answer")
    card = ana.calling.next_lead(old.id)
    assert isinstance(card, CallCard)
    assert card.lead.campaign_id == new.id
