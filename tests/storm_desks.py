"""Desks for the storm: a program that forks a caller for each line it reads, as often as asked.

Each caller takes leads, calls, answers and ends, with holds of a second or two, until it is
killed. What it was told is saved it says in a line of its own, after it was told.
"""

import os
import random
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from types import MappingProxyType
from uuid import uuid4

from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import ClaimLost, Refused, WorkspaceBusy
from qualdesk.desk.calling import Calling
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import queue
from qualdesk.store.database import Store

LONG, FINAL, HEARTBEAT, PUT_ASIDE = 0.03, 0.2, 0.2, 0.05


def shorten_leases(seconds: float) -> None:
    """Holds of this length instead of a quarter of an hour."""
    queue.LEASE = timedelta(seconds=seconds)
    queue.LEASES = MappingProxyType({**queue.LEASES, "open": queue.LEASE, "next": queue.LEASE})


def say(*words: object) -> None:
    # One write of one short line to a pipe comes through whole, whoever else writes.
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class Caller:
    """One caller's day, in seconds."""

    def __init__(self, url: str, name: str, lease: float) -> None:
        self.name, self.lease = name, lease
        self.dice = random.Random()
        store = Store(url, clock=SystemClock())
        self.desk = Calling(store, store.clock, name, shipped_outcomes())

    def work(self) -> None:
        while True:
            card = self.again(self.desk.next_lead)
            if isinstance(card, NothingToCall):
                say("idle", self.name)
                time.sleep(0.05)
            elif card is not None:
                say("took", self.name, card.lead.id)
                self.again(lambda card=card: self.call(card))

    def again(self, step: Callable[[], object]) -> object:
        """A step; one that finds the workspace busy is no loss, it is only done again."""
        try:
            return step()
        except (WorkspaceBusy, Refused):
            return None

    def call(self, card: CallCard) -> None:
        if card.attempt is None and self.dice.random() < PUT_ASIDE:
            self.desk.release(card.lead.id)
            return
        attempt = card.attempt or self.desk.start_attempt(card.lead.id)
        say("begun", self.name, attempt.id)
        for number in range(self.dice.randint(1, 3)):
            answer_id = str(uuid4())
            try:
                self.desk.record_answer(attempt.id, f"q{number}", "x", answer_id=answer_id)
            except ClaimLost:
                say("conflict", self.name, attempt.id, answer_id)
                return
            say("kept", self.name, answer_id)
            if self.dice.random() < LONG:
                self.talk_for_long()
        self.end(attempt.id)

    def talk_for_long(self) -> None:
        """Longer than the hold, as when a laptop sleeps; or kept alive by its heartbeat."""
        if self.dice.random() < HEARTBEAT:
            for _ in range(3):
                time.sleep(self.lease / 2)
                self.desk.renew()
        else:
            time.sleep(self.lease * 1.5)

    def end(self, attempt_id: str) -> None:
        try:
            if self.dice.random() < FINAL:
                self.desk.finish(attempt_id, "not_qualified", reason="No budget")
                say("ended", self.name, attempt_id)
            else:
                self.desk.release(attempt_id)
        except ClaimLost:
            say("conflict", self.name, attempt_id, "-")


def main(url: str, lease: str) -> None:
    shorten_leases(float(lease))
    for line in sys.stdin:
        name = line.strip()
        child = os.fork()
        if child == 0:
            try:
                Caller(url, name, float(lease)).work()
            finally:
                os._exit(1)
        say("caller", name, child)


if __name__ == "__main__":
    main(*sys.argv[1:])
