"""What it takes to put 5,000 stacks in order, beside the bare writing of their scores.

    python benchmarks/ranking.py [--smoke]

A workspace on a file, half of its cells awake, in each as many kinds of leads as a busy campaign
has after some days. ``whole`` is the ranking of each hour, ``quarter`` that of each quarter of an
hour, ``idle`` a tick in between. Processor time in milliseconds, per 1,000 stacks that there are;
``bare`` is one UPDATE of the score of each of them. ``longest`` is the longest of the keeper's
transactions, for which others wait. One JSON line.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import islice, product
from pathlib import Path

import sqlalchemy as sa
from whole_queues import AT, SOURCES, all_ready, fill

from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.core.leads import PhoneKind
from qualdesk.core.traits import Interest, Role, Traits, anchored
from qualdesk.store.database import Store, Transaction
from qualdesk.store.schema import lead, stack

_ROUNDS = 5
_QUARTER = timedelta(minutes=15)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="500 stacks")
    asked = parser.parse_args()
    measure(500 if asked.smoke else 5_000)


def measure(size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite:///{Path(folder) / 'queue.sqlite'}"
        fill(address, size * 2, all_ready).close()
        clock = SetClock(AT)
        desk = open_desk(address, clock=clock, caller="bench", durable=False)
        desk.keeper.tick()
        store = Store(address, clock=clock, durable=False)
        spread(store, size)
        with _longest(Store) as longest:
            whole = [_after(clock, timedelta(hours=1), desk.keeper.tick) for _ in range(_ROUNDS)]
            clock.set(AT)
            desk.keeper.tick()
            quarters, idle = [], []
            for _ in range(3):
                quarters.append(_after(clock, _QUARTER, desk.keeper.tick))
                idle.append(_after(clock, timedelta(minutes=1), desk.keeper.tick))
        bare = [_bare(store, turn) for turn in range(_ROUNDS)]
        with store.reading() as tx:
            stacks = tx.connection.scalar(sa.select(sa.func.count()).select_from(stack)) or 0
        store.close()
        desk.close()
    found = {"whole": whole, "quarter": quarters, "idle": idle, "bare": bare}
    middle = {name: statistics.median(times) * 1000 / stacks for name, times in found.items()}
    line = {
        "benchmark": "ranking",
        "stacks": stacks,
        **{name: round(took, 2) for name, took in middle.items()},
        **{f"{name}_to_bare": round(middle[name] / middle["bare"], 1) for name in list(found)[:3]},
        "longest": round(max(longest), 1),
    }
    print(json.dumps(line))


def spread(store: Store, size: int) -> None:
    """Leads stand in so many stacks in all, two in each, in the cells they belong to."""
    with store.transaction() as tx:
        leads: dict[int, list[int]] = {}
        for row in tx.connection.execute(sa.select(lead.c.id, lead.c.cell_id)):
            leads.setdefault(row.cell_id, []).append(row.id)
        known = kinds(size // len(leads))
        for cell_id, ids in leads.items():
            for number, traits in enumerate(known):
                made = sa.insert(stack).values(cell_id=cell_id, traits=traits.key)
                there = tx.connection.scalar(made.returning(stack.c.id))
                mine = lead.c.id.in_(ids[number :: len(known)])
                tx.connection.execute(lead.update().where(mine).values(stack_id=there))


def kinds(how_many: int) -> list[Traits]:
    """So many kinds of leads, as a campaign has them after a few days."""
    days = [AT - timedelta(days=each) for each in (1, 2, 4)]
    roles, interests = (Role.HEAD, Role.UNKNOWN), (Interest.SCANNED, Interest.ENGAGED)
    all_kinds = product(SOURCES, (1, 2, 3, 0), roles, (0, 1, 2), interests, days)
    found = (
        Traits(
            source=source,
            role=role,
            phone=PhoneKind.DIRECT,
            interest=interest,
            anchor=anchored(source, day),
            attempts=attempts,
            tried=(1 << attempts) - 1,
            hinted=hinted,
        )
        for source, attempts, role, hinted, interest, day in all_kinds
    )
    return list(islice(dict.fromkeys(found), how_many))


def _after(clock: SetClock, passed: timedelta, work: Callable[[], object]) -> float:
    """The milliseconds the processor took for it, so much later."""
    clock.advance(passed)
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def _bare(store: Store, turn: int) -> float:
    write = (
        stack.update()
        .where(stack.c.id == sa.bindparam("of_stack"))
        .values(score=sa.bindparam("to"))
    )
    with store.transaction() as tx:
        ids = tx.connection.scalars(sa.select(stack.c.id)).all()
        rows = [{"of_stack": each, "to": (each + turn) % 997 / 9e3} for each in ids]
        began = time.process_time()
        tx.connection.execute(write, rows)
        return (time.process_time() - began) * 1000


@contextmanager
def _longest(kind: type[Store]) -> Iterator[list[float]]:
    """How long each transaction that may write lasted, in milliseconds of the clock on the wall."""
    took: list[float] = []
    original = kind.transaction

    @contextmanager
    def timed(self: Store) -> Iterator[Transaction]:
        with original(self) as tx:
            began = time.perf_counter()
            yield tx
        took.append((time.perf_counter() - began) * 1000)

    kind.transaction = timed  # type: ignore[method-assign]
    try:
        yield took
    finally:
        kind.transaction = original  # type: ignore[method-assign]


if __name__ == "__main__":
    main()
