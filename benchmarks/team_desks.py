"""Fifty desks of a team on one server: what each waits for, and how much the server carries.

    python benchmarks/team_desks.py [--smoke] [--desks 50] [--leads 200000] [--minutes 3]
        [--pace 10] [--as-callers] [--server ADDRESS]

Each desk is a process of its own with the whole program in it, on this computer, beside the
server: both share its processors. JSON lines; times in milliseconds.

* ``pace``: desks that call as people do, a call each ``--pace`` seconds (a person needs a minute
  or more, so ten seconds are six people to a desk): claim and card, dial, three answers, an
  outcome. ``claim_and_save`` is the lead with its card and the first thing saved on it, the call;
  ``first_claim`` the one of a desk just opened, which makes its statements for the day. They open
  one after the other in the first third; the figures are those of the rest, when all are open.
* ``calls``: sixteen desks without a pause, the same whole calls, a second.
* ``claims``: sixteen desks without a pause that claim a lead and save one answer on it, each in
  a transaction of its own, by the same statements but without what a window shows; a second.
* ``flush``: what this disk takes to keep a page, and the two above once more with a server that
  does not wait for it.

``--as-callers``: each desk is logged in as a caller of a team, as ``qualdesk team init`` makes
them: it acts by functions, sees what row-level security shows it, and each lead it is shown is
counted. That is what a team runs. Otherwise they are all the owner of the tables.

The server is started here on the disk, with every flush, unless an address is given.
"""

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import psycopg
from next_lead import flush_time
from team_leads import fill_server, server_store
from team_logins import address_of_a_login, logins_for
from team_runs import Took, Work, figures, run

from postgres import binaries, copied_database, own_server
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SystemClock
from qualdesk.core.ids import AnswerId, AttemptId
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.desk import Desk, calling
from qualdesk.store import answers, calls, queue
from qualdesk.store.database import Store

AT_ONCE = 16
# Read before the desks are forked: what reading the program costs is start.py's to measure.
_READ = calling.Calling
# The part of the time in which desks are opened.
_OPENING = 1 / 3
_SAID = (("need", "A second line for the plant"), ("today", "By hand"), ("date", "later"))
_GOALS = {"claim_p99_ms": 50, "claims_a_second": 250}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="4 desks, 2,000 leads, a few seconds")
    parser.add_argument("--desks", type=int, default=50)
    parser.add_argument("--leads", type=int, default=200_000)
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--pace", type=float, default=10.0, help="seconds from call to call")
    parser.add_argument("--server", default="", metavar="ADDRESS", help="one that runs already")
    parser.add_argument("--as-callers", action="store_true", help="by a login each, of a team")
    asked = parser.parse_args()
    if asked.smoke:
        asked.desks, asked.leads, asked.minutes, asked.pace = 4, 2_000, 0.05, 0.4
    if binaries() is None and not asked.server:
        say(says="PostgreSQL is not installed")
        return
    seconds = 60 * asked.minutes
    with _server(asked.server, is_durable=True) as address:
        _tell_machine(address)
        with copied_database(address, "template0", "team_desks") as url:
            let_in = filled(url, asked)
            _look_at_tables(url)
            pace = run(let_in.url, asked.desks, seconds, paced(asked.pace), let_in.logins)
            _tell_pace(pace, asked)
            _look_at_tables(url)
            at_once = min(AT_ONCE, asked.desks)
            quick = {name: _rate(let_in, at_once, seconds / 6, name, way) for name, way in WAYS}
    if asked.server:
        return
    with (
        _server("", is_durable=False) as address,
        copied_database(address, "template0", "team_desks") as url,
    ):
        let_in = filled(url, asked)
        run(let_in.url, at_once, seconds / 12, whole_calls, let_in.logins)
        _look_at_tables(url)
        for name, way in WAYS:
            without = _rate(let_in, at_once, seconds / 6, name, way, is_flushed=False)
            say(what="flush", of=name, ratio=round(quick[name] / without, 2))


@dataclass(frozen=True)
class LetIn:
    """Where the desks go, and by which logins."""

    url: str
    logins: Mapping[str, str]


def filled(url: str, asked: argparse.Namespace) -> LetIn:
    """The workspace, filled; with a team, whose clock is the server's, where that is asked."""
    if not asked.as_callers:
        fill_server(url, asked.leads)
        return LetIn(url, {})
    fill_server(url, asked.leads, SystemClock())
    store = server_store(url, SystemClock())
    logins = logins_for(store, (f"desk-{number}" for number in range(asked.desks)))
    store.close()
    return LetIn(address_of_a_login(url), logins)


@contextmanager
def _server(given: str, *, is_durable: bool) -> Iterator[str]:
    if given:
        yield given
        return
    with own_server(is_durable=is_durable) as server:
        yield server.address


def paced(pace: float) -> Work:
    """Whole calls, one each so many seconds on average."""

    def work(store: Store, name: str, seconds: float) -> Took:
        desk, dice, took = Desk(store, store.clock, name), random.Random(name), _nothing_yet()
        end = time.perf_counter() + seconds
        all_open = end - seconds * (1 - _OPENING)
        # Nobody begins with all others at once, and all their computers are this one.
        time.sleep(dice.uniform(0, seconds * _OPENING * 0.8))
        took["first_claim"] = _first(desk)
        while time.perf_counter() < end:
            began = time.perf_counter()
            _call(desk, took if began >= all_open else _nothing_yet())
            rest = dice.expovariate(1 / pace) - (time.perf_counter() - began)
            time.sleep(max(0.0, min(rest, end - time.perf_counter())))
        return took

    return work


def whole_calls(store: Store, name: str, seconds: float) -> Took:
    """The same calls without a pause."""
    desk, took = Desk(store, store.clock, name), _nothing_yet()
    took["first_claim"] = _first(desk)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        _call(desk, took)
    return took


def claims_and_saves(store: Store, name: str, seconds: float) -> Took:
    """A claim, then one answer with its call, each in a transaction, and the lead given back."""
    took: Took = {"claim": [], "save": [], "cycle": []}
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        began = time.perf_counter()
        with store.transaction() as tx:
            held = queue.claim_next(tx, name)
        assert held is not None, "no lead left"
        claimed = time.perf_counter()
        call = AttemptId(str(uuid4()))
        with store.transaction() as tx:
            calls.begin(tx, call, held.lead_id, caller=name, number="+49302", token=held.token)
            said = Answer(question=QuestionId("need"), value="A second line")
            new = AnswerId(str(uuid4()))
            answers.keep_answer(tx, new, attempt_id=call, lead_id=held.lead_id, given=said)
            calls.change_call(tx, call, ended_at=tx.now)
            queue.release(tx, held.lead_id, held.token)
        saved = time.perf_counter()
        for key, value in zip(took, (claimed - began, saved - claimed, saved - began), strict=True):
            took[key].append(value * 1000)
    return took


WAYS: tuple[tuple[str, Work], ...] = (("calls", whole_calls), ("claims", claims_and_saves))


def _nothing_yet() -> Took:
    return {name: [] for name in ("claim", "claim_and_save", "save", "cycle")}


def _first(desk: Desk) -> list[float]:
    """The claim of a desk that has just been opened, which makes its statements for the day."""
    took = _nothing_yet()
    _call(desk, took)
    return took["claim"]


def _call(desk: Desk, took: Took) -> None:
    """One whole call, each thing it waits for written down in milliseconds."""
    began = time.perf_counter()
    card = desk.calling.next_lead()
    assert isinstance(card, CallCard), "no lead left"
    claimed = time.perf_counter()
    call = desk.calling.start_attempt(card.lead.id)
    last = time.perf_counter()
    took["claim"].append((claimed - began) * 1000)
    took["claim_and_save"].append((last - began) * 1000)
    for question, value in _SAID:
        desk.calling.record_answer(call.id, question, value)
        took["save"].append((time.perf_counter() - last) * 1000)
        last = time.perf_counter()
    desk.calling.finish(call.id, "not_qualified", reason="No need")
    took["cycle"].append((time.perf_counter() - began) * 1000)


def _tell_machine(address: str) -> None:
    with psycopg.connect(f"{address}/postgres") as wire:
        kept = {name: wire.execute(f"SHOW {name}").fetchone()[0] for name in _SETTINGS}
    say(what="machine", processors=os.cpu_count(), flush_microseconds=flush_time(), **kept)


_SETTINGS = ("server_version", "fsync", "synchronous_commit", "full_page_writes")


def _look_at_tables(url: str) -> None:
    """What a server does by itself each minute: it plans by what it knows of the tables."""
    with psycopg.connect(url, autocommit=True) as wire:
        wire.execute("ANALYZE")


def _tell_pace(took: Took, asked: argparse.Namespace) -> None:
    about = {"desks": asked.desks, "leads": asked.leads, "seconds_a_call": asked.pace}
    about["as_callers"] = asked.as_callers
    for name, times in took.items():
        say(what="pace", of=name, **about, **figures(times))
    p99 = figures(took["claim"])["p99"]
    limit = _GOALS["claim_p99_ms"]
    say(what="limit", of="claim_p99_ms", value=p99, limit=limit, is_kept=p99 <= limit)


def _rate(
    let_in: LetIn, desks: int, seconds: float, name: str, work: Work, *, is_flushed: bool = True
) -> float:
    took = run(let_in.url, desks, seconds, work, let_in.logins)
    rate = len(took["cycle"]) / seconds
    about = {"desks": desks, "is_flushed": is_flushed, "a_second": round(rate, 1)}
    say(what=name, **about, **{one: figures(times) for one, times in took.items()})
    if name == "claims" and is_flushed:
        limit = _GOALS["claims_a_second"]
        say(what="limit", of=f"{name}_a_second", limit=limit, is_kept=rate >= limit)
    return rate


def say(**told: object) -> None:
    load = round(os.getloadavg()[0], 1)
    print(json.dumps({"benchmark": "team_desks", **told, "load": load}), flush=True)


if __name__ == "__main__":
    main()
