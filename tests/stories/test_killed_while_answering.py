"""kill -9 while answering: the call is offered again with every answer that was saved."""

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from calls import a_campaign, a_lead
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SystemClock
from qualdesk.core.sources import CallLimits
from qualdesk.desk.calling import Calling
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import schema
from qualdesk.store.database import Store
from seats import CALLER, address, behind

CAST = {"Ana": CALLER}
KILLS = 50
# How long a caller may take to begin, in seconds: a loaded machine is no fault of theirs.
LONGEST = 30
ALL_DAY = CallLimits(hours=(0, 24 * 60), days=frozenset(range(7)))


@contextmanager
def callers_of(url: str) -> Iterator[subprocess.Popen[bytes]]:
    """The program that starts callers; it ends with the test."""
    program = Path(__file__).parents[1] / "killed_caller.py"
    with subprocess.Popen(
        [sys.executable, program, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as callers:
        try:
            yield callers
        finally:
            callers.kill()


def kept_until_killed(
    callers: subprocess.Popen[bytes], dice: random.Random
) -> tuple[str, set[str]]:
    """Start a caller and kill it at some moment; its call, and the answers it was told are kept."""
    assert callers.stdin is not None
    assert callers.stdout is not None
    callers.stdin.write(b"go\n")
    callers.stdin.flush()
    name, pid = callers.stdout.readline().split()
    assert name == b"caller"
    call, kept = "", set()
    # Now and then at once, while the call is being taken up or begun; else while it goes on.
    is_timed = dice.random() < 0.2
    moment = time.monotonic() + (dice.uniform(0, 0.02) if is_timed else LONGEST)
    os.set_blocking(callers.stdout.fileno(), False)
    heard = b""
    while time.monotonic() < moment:
        heard += os.read(callers.stdout.fileno(), 65536) if readable(callers) else b""
        if not is_timed and b"call" in heard:
            is_timed, moment = True, time.monotonic() + dice.uniform(0, 0.3)
    os.kill(int(pid), signal.SIGKILL)
    os.set_blocking(callers.stdout.fileno(), True)
    while b"gone" not in heard:
        heard += os.read(callers.stdout.fileno(), 65536)
    for line in heard.decode().splitlines():
        word, _, what = line.partition(" ")
        if word == "call":
            call = what
        elif word == "kept":
            kept.add(what)
    return call, kept


def readable(callers: subprocess.Popen[bytes]) -> bool:
    assert callers.stdout is not None
    return bool(select.select([callers.stdout], [], [], 0.005)[0])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a caller is forked, which Windows has not")
def test_fifty_kills_lose_no_answer(sqlite_file: Path) -> None:
    """Always true 3, bar 10: only the word being typed is lost, and the call goes on."""
    url = address(sqlite_file, "Ana")
    clock = SystemClock()
    store = behind(sqlite_file, clock)
    campaign = a_campaign(store, with_script=False, limits=ALL_DAY)
    for number in range(3):
        a_lead(store, campaign, f"Lead {number}")
    seed = random.randrange(10**6)
    dice = random.Random(seed)
    calls: set[str] = set()
    saved: set[str] = set()
    with callers_of(url) as callers:
        for kill in range(KILLS):
            call, kept = kept_until_killed(callers, dice)
            calls |= {call} - {""}
            saved |= kept
            with store.reading() as tx:
                there = set(tx.connection.scalars(sa.select(schema.answer.c.id)))
            lost = saved - there
            assert not lost, f"kill {kill} of seed {seed} lost {len(lost)} answers"
    assert len(calls) == 1, "each new start went on with the same call"
    assert len(saved) > KILLS, "there was something to lose"
    hers = Store(url, clock=clock)
    card = Calling(hers, clock, "Ana", shipped_outcomes()).next_lead()
    hers.close()
    assert isinstance(card, CallCard)
    assert card.attempt is not None
    assert {card.attempt.id} == calls
    newest = {answer.value for answer in card.answers.values()}
    with store.reading() as tx:
        query = sa.select(schema.answer.c.id, schema.answer.c.question).order_by(
            schema.answer.c.order
        )
        last = {row.question: row.id for row in tx.connection.execute(query)}
    assert newest == set(last.values()), "the newest answer to each question is the one shown"
    store.close()
