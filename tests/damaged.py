"""Workspace files and what a bad disk, a bad copy or a lost log makes of them."""

import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from makers import make_campaign, make_clock, make_lead
from qualdesk.store.database import Store
from qualdesk.store.history import note
from qualdesk.store.migrations import prepare
from qualdesk.store.schema import metadata, workspace

PARTS: Final = ("", "-wal", "-shm")
_PAGE = 4096


def filled(path: Path) -> Store:
    """A workspace with two campaigns, some leads and a history, open."""
    store = Store(f"sqlite:///{path}", clock=make_clock())
    prepare(store)
    for name in ("Spring fair", "Autumn webinar"):
        with store.transaction() as tx:
            campaign = make_campaign(tx, name)
            note(tx, "Sue", "made", "campaign", campaign.id)
            for _ in range(20):
                make_lead(tx, campaign)
    return store


def opened(path: Path) -> Store:
    """The same workspace once more."""
    return Store(f"sqlite:///{path}", clock=make_clock())


def go_on(store: Store) -> None:
    """What is saved after the file was opened: it stands in the log."""
    for name in ("Open day", "Road show", "Reunion"):
        with store.transaction() as tx:
            campaign = make_campaign(tx, name)
            note(tx, "Sue", "made", "campaign", campaign.id)
            make_lead(tx, campaign)


def copy_of(source: Path, target: Path) -> Path:
    """The file with what lies beside it, as a killed program leaves it."""
    for part in PARTS:
        beside = source.with_name(source.name + part)
        goal = target.with_name(target.name + part)
        goal.unlink(missing_ok=True)
        if beside.exists():
            shutil.copy(beside, goal)
    return target


def rows_of(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All that is read from a workspace, but what it notes of its own safety."""
    with store.reading() as tx:
        return {
            table.name: [
                tuple(row)
                for row in tx.connection.execute(table.select().order_by(*table.primary_key))
                if table is not workspace or row.key not in {"left_open", "rules"}
            ]
            for table in metadata.sorted_tables
        }


def _flip(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 1, 1, 2, 8))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def _cut(path: Path, chance: random.Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: chance.randrange(len(data))])


def _cut_at_page(path: Path, chance: random.Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: _PAGE * chance.randrange(1, len(data) // _PAGE)])


def _zero_header(path: Path, chance: random.Random) -> None:
    data = path.read_bytes()
    count = chance.choice((16, 32, 100, 512))
    path.write_bytes(bytes(count) + data[count:])


def _zero_page(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    at = _PAGE * chance.randrange(len(data) // _PAGE)
    data[at : at + _PAGE] = bytes(_PAGE)
    path.write_bytes(data)


def _scramble(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    at = chance.randrange(len(data))
    data[at : at + 512] = chance.randbytes(len(data[at : at + 512]))
    path.write_bytes(data)


def _swap_pages(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    one, two = (_PAGE * chance.randrange(1, len(data) // _PAGE) for _ in range(2))
    data[one : one + _PAGE], data[two : two + _PAGE] = (
        data[two : two + _PAGE],
        data[one : one + _PAGE],
    )
    path.write_bytes(data)


def _lose(path: Path, chance: random.Random) -> None:
    path.unlink()
    if chance.random() < 0.5:
        path.with_name(path.name.removesuffix("-wal") + "-shm").unlink()


Damage = Callable[[Path, random.Random], None]
TO_THE_FILE: Final[Mapping[str, Damage]] = {
    "bits": _flip,
    "cut": _cut,
    "cut at a page": _cut_at_page,
    "header": _zero_header,
    "page": _zero_page,
    "scrambled": _scramble,
    "pages swapped": _swap_pages,
}
TO_THE_LOG: Final[Mapping[str, Damage]] = {
    "log lost": _lose,
    "log cut": _cut,
    "log bits": _flip,
    "log header": _zero_header,
    "log scrambled": _scramble,
}
