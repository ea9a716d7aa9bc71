"""Two desks: what one does the other hears, by an empty hint or a file's version."""

from collections.abc import Iterator
from select import select

import psycopg
import pytest
from sqlalchemy import text

from qualdesk.core.clock import SetClock
from qualdesk.core.errors import WorkspaceUnreachable
from qualdesk.core.look_pace import LONGEST_PAUSE, pause_after, wait_before
from qualdesk.desk import Desk
from qualdesk.store import hints, keeping
from qualdesk.store.database import Store
from qualdesk.store.dialects import Ears
from qualdesk.store.dialects.servers import CHANNEL

Steady = list[float]


@pytest.fixture
def steady(monkeypatch: pytest.MonkeyPatch) -> Steady:
    """The seconds by which hints are counted; they pass when the test says so."""
    now = [0.0]
    monkeypatch.setattr(hints.time, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def other(store: Store, store_url: str, clock: SetClock) -> Iterator[Desk]:
    """A second desk on the workspace, as another computer has it."""
    del store
    second = Desk(Store(store_url, clock=clock, durable=False), clock, "Ben")
    yield second
    second.close()


def hears(ears: Ears) -> bool:
    """Whether anything comes in; a hint that was sent is never longer on its way than this."""
    return bool(select([ears.fileno()], [], [], 5)[0]) and ears.take()


def is_silent(ears: Ears) -> bool:
    return not select([ears.fileno()], [], [], 0.05)[0]


def listen_on(ears: Ears) -> None:
    """Take what the socket tells of, until it tells nothing more."""
    while select([ears.fileno()], [], [], 5)[0]:
        ears.take()


def act(desk: Desk, name: str = "PackTech") -> None:
    desk.library.new_campaign(name, max_attempts=3)


def test_what_one_desk_does_the_other_hears(store: Store, clock: SetClock, other: Desk) -> None:
    mine = Desk(store, clock, "Ana")
    ears = mine.wakeups.listen()
    assert mine.wakeups.moved(), "a first look is always worth it"
    act(other)
    if ears is None:
        assert mine.wakeups.fileno() == -1
        assert mine.wakeups.moved()
        assert not mine.wakeups.moved(), "once is enough"
    else:
        assert mine.wakeups.fileno() == ears.fileno() > 0
        assert hears(ears)
        assert mine.wakeups.moved(), "hints can be lost: a slow look is always worth it"
    mine.wakeups.close()
    assert mine.wakeups.fileno() == -1


def test_a_look_is_nothing_that_others_have_to_see(
    sqlite_store: Store, sqlite_file: object, clock: SetClock
) -> None:
    other = Store(f"sqlite:///{sqlite_file}", clock=clock)
    assert sqlite_store.has_moved()
    with other.reading() as tx:
        tx.connection.execute(text("SELECT 1"))
    assert not sqlite_store.has_moved()
    with sqlite_store.transaction() as tx:
        keeping.beat(tx)
    assert sqlite_store.has_moved(), "the other lane of a window is another desk as well"
    other.close()


def test_a_desk_sends_one_hint_a_second_and_nothing_in_it(
    postgres_store: Store, postgres_url: str, clock: SetClock, steady: Steady
) -> None:
    """Faults 3.3: a hint with content would tell people's data to whoever can connect."""
    desk = Desk(postgres_store, clock, "Ana")
    with psycopg.connect(postgres_url, autocommit=True) as anybody:
        anybody.execute(f"LISTEN {CHANNEL}")

        def heard() -> list[str]:
            return [one.payload for one in anybody.notifies(timeout=0.05)]

        for number in range(5):
            act(desk, f"Show {number}")
        assert heard() == [""]
        steady[0] += 1
        act(desk, "A second later")
        assert heard() == [""]
        act(desk, "At once")
        assert heard() == []
        desk.wakeups.tell()
        assert heard() == [""], "what was owed goes out when the work is over"
        desk.wakeups.tell()
        assert heard() == []
        desk.calling.renew()
        steady[0] += 1
        desk.keeper.tick()
        assert heard() == [], "what goes on each minute wakes nobody"
        act(desk, "The last")
        assert heard() == [""]
        act(desk, "Just before the end")
        desk.close()
        assert heard() == [""]


def test_a_transaction_that_is_undone_tells_nobody(
    postgres_store: Store, clock: SetClock, steady: Steady
) -> None:
    del steady
    ears = Desk(postgres_store, clock, "Ana").wakeups.listen()
    assert ears is not None
    with pytest.raises(ZeroDivisionError), postgres_store.transaction() as tx:
        tx.connection.scalar(text("SELECT 1")) / 0
    assert is_silent(ears)
    ears.close()


def test_a_hint_that_cannot_be_sent_does_not_unsay_what_was_saved(
    postgres_store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_connection: object) -> None:
        raise psycopg.OperationalError

    desk = Desk(postgres_store, clock, "Ana")
    monkeypatch.setattr(postgres_store.dialect.neighbours, "hint", gone)
    act(desk)
    assert [one.campaign.name for one in desk.library.campaigns()] == ["PackTech"]


def test_a_connection_that_was_cut_is_said_and_can_be_taken_up_again(
    postgres_store: Store, postgres_url: str, clock: SetClock
) -> None:
    mine = Desk(postgres_store, clock, "Ana").wakeups
    ears = mine.listen()
    assert ears is not None
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %%'"
        )
    with pytest.raises(WorkspaceUnreachable):
        listen_on(ears)
    assert (ears.fileno(), mine.fileno()) == (-1, -1)
    again = mine.listen()
    assert again is not None
    act(Desk(postgres_store, clock, "Ana"))
    assert hears(again)
    mine.close()


def test_a_look_is_followed_by_fifty_times_its_length_without_one() -> None:
    """So a board costs two per cent of the time at most, however dear a look is."""
    assert pause_after(0.0) == pause_after(0.02) == 1.0, "and never more than one a second"
    assert pause_after(0.2) == pytest.approx(10.0)
    assert pause_after(60) == LONGEST_PAUSE
    waits = [wait_before(tries) for tries in range(9)]
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert wait_before(10_000) == 60
