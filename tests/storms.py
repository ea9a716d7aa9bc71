"""Storms: sixteen desks with short holds, killed at any moment, and what must hold afterwards."""

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa

from makers import make_campaign
from postgres import Server
from qualdesk.core.clock import SystemClock
from qualdesk.core.sources import CallLimits
from qualdesk.desk import Desk
from qualdesk.store import history, overview
from qualdesk.store.database import Store
from qualdesk.store.migrations import prepare
from qualdesk.store.schema import answer, attempt, lead
from storm_callers import meant_in
from storm_desks import LEASE

DESKS = 16
TESTS = Path(__file__).parent
ALL_DAY = CallLimits(
    hours=(0, 24 * 60),
    days=frozenset(range(7)),
    max_attempts=999,
    max_per_day=999,
    min_gap=timedelta(0),
)


@dataclass
class Told:
    """What the desks said of themselves, each line after the workspace had confirmed it."""

    pids: dict[str, int] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    begun: set[str] = field(default_factory=set)
    ended: set[str] = field(default_factory=set)
    conflicts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    counts: Counter[str] = field(default_factory=Counter)
    fallen: list[str] = field(default_factory=list)

    def hear(self, line: str) -> None:
        word, name, *rest = line.split()
        self.counts[word] += 1
        if word == "caller":
            self.pids[name] = int(rest[0])
        elif word == "replayed":
            self.pids.pop(name, None)
        elif word in {"lost-server", "fell"} and self.pids.get(name) == int(rest[0]):
            # Unless it was killed as well, and somebody came back in its place.
            self.fallen.append(name)
            del self.pids[name]
        elif word == "kept":
            self.kept.add(rest[0])
        elif word == "begun":
            self.begun.add(rest[0])
        elif word == "ended":
            self.ended.add(rest[0])
        elif word == "conflict":
            self.conflicts[rest[0]].add(rest[1])


@dataclass(kw_only=True)
class Storm:
    """The desks, and who kills them.

    Attributes:
        claims: how many leads are taken before it is over.
        kills: how many desks are killed until then, at any moment.
        folder: where each desk writes down what it means to save; empty where nobody replays.
        glances: how many of the leads are given back unread, 0 to 1.
        server: stopped ``restarts`` times, in turn as it should be and as if it crashed.
        logins: who each desk is for the server, where the address has a place for it.
        longest: seconds after which it is given up.
    """

    url: str
    claims: int
    kills: int
    seed: int
    longest: float
    folder: str = ""
    glances: float = 0.0
    server: Server | None = None
    restarts: int = 0
    logins: Mapping[str, str] = field(default_factory=dict)
    told: Told = field(default_factory=Told)
    killed: int = 0
    restarted: list[str] = field(default_factory=list)
    _rest: bytes = b""
    _started: int = 0

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)
        self._desks = subprocess.Popen(
            [
                *(sys.executable, "storm_desks.py"),
                *(self.url, str(LEASE), self.folder, str(self.glances)),
                json.dumps(dict(self.logins)),
            ],
            cwd=TESTS,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def run(self) -> None:
        """The whole of it: afterwards nobody goes on, and all that was meant is saved."""
        try:
            for number in range(DESKS):
                self._start(f"desk-{number}")
            deadline = time.monotonic() + self.longest
            while self.told.counts["took"] < self.claims and time.monotonic() < deadline:
                self._listen()
                while self.told.fallen:
                    self._start(self.told.fallen.pop())
                share = self.told.counts["took"] / self.claims
                if self.killed < share * self.kills:
                    self._kill_one()
                is_left = len(self.restarted) < self.restarts
                if is_left and len(self.restarted) + 1 < share * (self.restarts + 1):
                    self._restart()
        finally:
            self._end()

    def _restart(self) -> None:
        how = ("fast", "immediate")[len(self.restarted) % 2]
        assert self.server is not None
        self.server.stop(how)
        # Some desks find nobody there.
        time.sleep(self._dice.uniform(0, 0.3))
        self.server.start()
        self.restarted.append(how)

    def _end(self) -> None:
        """Everybody is killed once more, wherever they are; then they come back to save."""
        while self.told.counts["caller"] < self._started and self._desks.poll() is None:
            self._listen()
        for name in sorted(self.told.pids):
            self._kill(name)
        if self.folder:
            self.told.fallen = [f"desk-{number}" for number in range(DESKS)]
            deadline = time.monotonic() + self.longest
            while self.told.counts["replayed"] < DESKS and time.monotonic() < deadline:
                while self.told.fallen:
                    self._start(f"replay {self.told.fallen.pop()}")
                self._listen()
        self._desks.stdin.close()
        self._desks.wait(timeout=30)
        while self._listen():
            pass
        self._desks.stdout.close()

    def _start(self, line: str) -> None:
        self._desks.stdin.write(f"{line}\n".encode())
        self._desks.stdin.flush()
        self._started += 1

    def _kill_one(self) -> None:
        if not self.told.pids:
            return
        # At any moment: in the middle of a transaction as well as between two.
        time.sleep(self._dice.uniform(0, 0.02))
        name = self._dice.choice(sorted(self.told.pids))
        self._kill(name)
        self.killed += 1
        self._start(name)

    def _kill(self, name: str) -> None:
        os.kill(self.told.pids.pop(name), signal.SIGKILL)

    def _listen(self) -> bool:
        ready, _, _ = select.select([self._desks.stdout], [], [], 0.05)
        heard = os.read(self._desks.stdout.fileno(), 1 << 20) if ready else b""
        *lines, self._rest = (self._rest + heard).split(b"\n")
        for line in lines:
            self.told.hear(line.decode())
        return bool(heard)


def new_workspace(address: str) -> str:
    """An empty workspace on a server; its address."""
    with psycopg.connect(f"{address}/postgres", autocommit=True) as admin:
        admin.execute("CREATE DATABASE storm")
    url = f"{address}/storm"
    empty = Store(url, clock=SystemClock())
    prepare(empty)
    empty.close()
    return url


def prepared(url: str, leads: int) -> Store:
    """A workspace with one campaign that may be called at any hour."""
    store = Store(url, clock=SystemClock())
    with store.transaction() as tx:
        make_campaign(tx, "Storm", limits=ALL_DAY, region="DE")
    rows = [
        {"name": f"Person {number}", "phone": f"+4930231{number:06}"} for number in range(leads)
    ]
    Desk(store, store.clock, "Maya").intake.load(rows, campaign="Storm")
    return store


def nothing_is_lost(store: Store, told: Told) -> None:
    """What the desks were told is there, each lead went to one at a time, and it all adds up."""
    with store.reading() as tx:
        calls = {row.id: row for row in tx.connection.execute(sa.select(attempt))}
        answers = {row.id: row.is_conflict for row in tx.connection.execute(sa.select(answer))}
        counts, total = overview.bucket_counts(tx)
        states = Counter(tx.connection.scalars(sa.select(lead.c.state)))
        assert history.verify(tx) is None
        if store.dialect.name == "sqlite":
            assert tx.connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert not told.begun - set(calls), "calls lost"
    assert not told.kept - set(answers), "answers lost"
    assert {calls[one].outcome for one in told.ended} <= {"not_qualified"}, "outcomes lost"
    holders: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    finals: Counter[int] = Counter()
    for row in calls.values():
        holders[row.lead_id, row.claim_token].add(row.caller)
        finals[row.lead_id] += row.outcome == "not_qualified" and not row.is_conflict
    twice = {hold: names for hold, names in holders.items() if len(names) > 1}
    assert not twice, f"claimed twice under one token: {twice}"
    assert max(finals.values(), default=0) <= 1, "ended twice"
    assert states["not_a_fit"] == sum(finals.values()), "an outcome without effect"
    for call, ids in told.conflicts.items():
        assert calls[call].is_conflict, "a conflict that is not shown"
        assert all(answers[one] for one in ids - {"-"}), "a conflict that counts"
    assert sum(counts.values()) == total


def all_meant_is_there_once(store: Store, folder: Path) -> Counter[str]:
    """What every desk meant to save is there, once and as it was told; how much of each kind."""
    meant: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        meant |= meant_in(path)
    with store.reading() as tx:
        answers = {
            row.id: row
            for row in tx.connection.execute(
                sa.select(answer, attempt.c.caller, attempt.c.is_conflict.label("is_late"))
                .join(attempt, attempt.c.id == answer.c.attempt_id)
                .where(attempt.c.caller != "warm-up")
            )
        }
        calls = {row.id: row for row in tx.connection.execute(sa.select(attempt))}
        tries = dict(map(tuple, tx.connection.execute(sa.select(lead.c.id, lead.c.attempts))))
    of_kind: dict[str, dict[str, dict[str, Any]]] = {"answer": {}, "end": {}}
    for one, line in meant.items():
        assert line.get("said") in {"kept", "conflict"}, f"never saved: {line}"
        of_kind[line["what"]][one] = line
    assert answers.keys() == of_kind["answer"].keys(), "more or less than was meant"
    for one, line in of_kind["answer"].items():
        row = answers[one]
        assert (row.attempt_id, row.question) == (line["call"], line["question"])
        assert row.is_conflict == (line["said"] == "conflict")
    for line in of_kind["end"].values():
        assert calls[line["call"]].outcome == "not_qualified"
    assert len({line["call"] for line in of_kind["end"].values()}) == len(of_kind["end"])
    dialled = Counter(row.lead_id for row in calls.values())
    assert {one: count for one, count in tries.items() if count} == dialled, "a try counted twice"
    said = Counter(f"{line['what']} {line['said']}" for line in meant.values())
    return said + Counter(f"{what}s" for what, lines in of_kind.items() for _ in lines)


_WATCH = """
CREATE TABLE storm_claim (lead_id bigint, at timestamptz DEFAULT clock_timestamp(),
    was_by text, was_until timestamptz, was_token bigint,
    by text, until timestamptz, token bigint);
CREATE FUNCTION storm_watch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$ BEGIN
    INSERT INTO storm_claim (lead_id, was_by, was_until, was_token, by, until, token)
    VALUES (new.id, old.claimed_by, old.claim_until, old.claim_token,
        new.claimed_by, new.claim_until, new.claim_token);
    RETURN NULL;
END $$;
CREATE TRIGGER storm_watch AFTER UPDATE ON lead FOR EACH ROW
    WHEN (old.claimed_by IS DISTINCT FROM new.claimed_by
        OR old.claim_token IS DISTINCT FROM new.claim_token) EXECUTE FUNCTION storm_watch();
"""


def watch_claims(store: Store) -> None:
    """The server itself writes down every change of hands, in the transaction that makes it."""
    with store.transaction() as tx:
        tx.connection.exec_driver_sql(_WATCH)


def no_two_had_one_lead(store: Store) -> int:
    """No live hold was taken from anybody, and tokens only grew; how often a lead changed hands.

    A hold lasts ``LEASE`` from the instant of its transaction, which is how that instant is read.
    """
    with store.reading() as tx:
        rows = tx.connection.exec_driver_sql("SELECT * FROM storm_claim ORDER BY at").all()
        late = tx.connection.exec_driver_sql(_WROTE_AFTER).all()
    whose: dict[tuple[int, int], str] = {}
    for row in rows:
        assert row.token >= row.was_token, f"a token that shrank: {row}"
        if row.by is None or row.by == row.was_by:
            continue
        # A hold that ran out may be taken up again under its token, by who had it.
        assert whose.setdefault((row.lead_id, row.token), row.by) == row.by, f"one token: {row}"
        if row.was_by is not None:
            assert row.token > row.was_token, f"hands changed, not the token: {row}"
            assert row.was_until <= row.until - timedelta(seconds=LEASE), f"a live hold: {row}"
    assert not late, f"saved as if they had the lead, after somebody else took it: {late}"
    return sum(row.by is not None and row.token > row.was_token for row in rows)


# An answer that counts, of a call under a token, given after a newer token was on the lead.
_WROTE_AFTER = """SELECT answer.id, answer.given_at, storm_claim.at
    FROM answer JOIN attempt ON attempt.id = answer.attempt_id
    JOIN storm_claim ON storm_claim.lead_id = answer.lead_id
        AND storm_claim.token > attempt.claim_token AND storm_claim.token > storm_claim.was_token
    WHERE NOT answer.is_conflict AND answer.given_at > storm_claim.at"""
