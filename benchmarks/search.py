"""Searching among very many leads, and how much more it costs than one look by an index.

    python benchmarks/search.py [--smoke | --full] [--url postgresql+psycopg://.../empty]

People with names that many share and names that few do, numbers of four countries, companies of
eight people each. Each kind of search goes through the public door, ``desk.search.find``, cold
and then warm; ``look`` is one row by its primary key through the same store. ``ratio`` is the
median of a search by that of such a look. ``--full`` also searches among a million. JSON lines;
times in milliseconds. The aim: 50 ms at 100,000 leads, 100 ms at a million.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from whole_queues import AT, fill, in_every_way

from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.core.identity import company_key, name_key
from qualdesk.desk import Desk
from qualdesk.store.database import Store
from qualdesk.store.schema import company, contact, contact_phone
from qualdesk.store.search_words import keep_companies, keep_names

_ROUNDS = 15
_AT_ONCE = 20_000
_SYLLABLES = ("ba", "den", "fi", "gor", "hel", "jo", "kra", "lum", "mi", "ner", "os", "pel", "ri")
_FIRST = ("Anna", "Ben", "Carla", "David", "Elena", "Frank", "Greta", "Hugo", "Ines", "Jan")
# What people type, as the words go on.
_TYPED = {
    "a letter": "a",
    "common first name": "anna",
    "two common words": "anna jan",
    "rare name": "heljokra",
    "name and company": "anna plant 77",
    "company": "plant 77",
    "last four digits": "4711",
    "a whole number": "+1 (212) 1000 4711",
    "nobody": "zzyzx quux",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="2,000 leads only")
    parser.add_argument("--full", action="store_true", help="1,000,000 leads as well")
    parser.add_argument("--url", default="", help="an empty PostgreSQL database, for one size")
    asked = parser.parse_args()
    sizes = (2_000,) if asked.smoke else (10_000, 100_000)
    for size in (*sizes, 1_000_000) if asked.full else sizes:
        if asked.url:
            measure(asked.url, size)
            return
        with tempfile.TemporaryDirectory() as folder:
            measure(f"sqlite:///{Path(folder) / 'search.sqlite'}", size)


def measure(url: str, size: int) -> None:
    """Fill a workspace and time each kind of search in it."""
    store = fill(url, size, in_every_way)
    _name(store, size)
    desk = open_desk(url, clock=SetClock(AT), caller="bench", durable=False)
    look = _look(store)
    for kind, typed in _TYPED.items():
        started = time.perf_counter()
        found = desk.search.find(typed)
        cold = time.perf_counter() - started
        times = _times(lambda typed=typed: desk.search.find(typed))
        _tell(size, kind, cold=cold, times=times, look=look, leads=len(found.leads))
    _tell(size, "who calls", cold=0, times=_times(lambda: desk.search.who_calls("4711")), look=look)
    _storm(desk, size)
    desk.close()
    store.close()


def _storm(desk: Desk, size: int) -> None:
    """A name typed letter by letter: what the caller waits for in all."""
    letters = "anna heljo"
    started = time.perf_counter()
    for end in range(1, len(letters) + 1):
        desk.search.find(letters[:end])
    each = (time.perf_counter() - started) / len(letters)
    line = {"benchmark": "search", "leads": size, "kind": "typed letter by letter"}
    sys.stdout.write(json.dumps(line | {"each": round(each * 1000, 2)}) + "\n")


def _name(store: Store, size: int) -> None:
    """Give people and companies names that are searched for, and numbers of their own."""
    for start in range(1, size + 1, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, size + 1))
        with store.transaction() as tx:
            ids = tx.connection.scalars(
                sa.select(contact.c.id).order_by(contact.c.id).limit(_AT_ONCE).offset(start - 1)
            ).all()
            named = dict(zip(ids, map(_person, numbers), strict=True))
            works = [{"id": n // 8 + 1_000_000, **_plant(n)} for n in numbers if n % 8 == 0]
            if works:
                tx.connection.execute(company.insert(), works)
            change = contact.update().where(contact.c.id == sa.bindparam("of"))
            tx.connection.execute(
                change.values(
                    name=sa.bindparam("n"), name_key=sa.bindparam("k"), company_id=sa.bindparam("c")
                ),
                [
                    {"of": of, "n": name, "k": name_key(name), "c": _works_at(at, works)}
                    for at, (of, name) in zip(numbers, named.items(), strict=True)
                ],
            )
            number = contact_phone.update().where(contact_phone.c.contact_id == sa.bindparam("of"))
            tx.connection.execute(
                number.values(e164=sa.bindparam("to")),
                [{"of": of, "to": _number(at)} for at, of in zip(numbers, ids, strict=True)],
            )
            keep_names(tx, [(of, name_key(name)) for of, name in named.items()])
            keep_companies(tx, [(one["id"], one["key"]) for one in works])


def _works_at(number: int, works: list[dict[str, Any]]) -> int | None:
    wanted = number // 8 + 1_000_000
    return wanted if works and works[0]["id"] <= wanted <= works[-1]["id"] else None


def _person(number: int) -> str:
    of, chosen = number * 7919, []
    for _ in range(3):
        of, place = divmod(of, len(_SYLLABLES))
        chosen.append(_SYLLABLES[place])
    return f"{_FIRST[number % len(_FIRST)]} {''.join(chosen).title()}"


def _plant(number: int) -> dict[str, Any]:
    name = f"Plant {number // 8} {_SYLLABLES[number % len(_SYLLABLES)].title()} GmbH"
    return {"name": name, "key": company_key(name)}


def _number(number: int) -> str:
    code = ("+4930", "+4420", "+3314", "+1212")[number % 4]
    return f"{code}{10_000_000 + number}"


def _look(store: Store) -> float:
    """One row by its key, in seconds: the median of many."""

    def once() -> None:
        with store.reading() as tx:
            tx.connection.execute(sa.select(contact).where(contact.c.id == 1000)).first()

    return statistics.median(_times(once))


def _times(act: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        act()
        times.append(time.perf_counter() - started)
    return times


def _tell(
    size: int, kind: str, *, cold: float, times: list[float], look: float, leads: int = 0
) -> None:
    median = statistics.median(times)
    line = {
        "benchmark": "search",
        "leads": size,
        "kind": kind,
        "found": leads,
        "cold": round(cold * 1000, 2),
        "median": round(median * 1000, 2),
        "longest": round(max(times) * 1000, 2),
        "look": round(look * 1000, 3),
        "ratio": round(median / look, 1),
        "load_average": os.getloadavg()[0],
    }
    sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
