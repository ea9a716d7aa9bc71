"""The callers of a storm, and what each means to save; see ``storm_desks.py``, which forks them.

What a caller was told is saved it says in a line of its own, after it was told. Where it is given
a folder it writes down there what it means to save before it asks the server for it, and what was
confirmed; whoever comes back under that name first saves what was not confirmed, under the same
ids.
"""

import json
import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.errors import ClaimLost, NotFound, Refused, WorkspaceUnusable
from qualdesk.desk.calling import Calling
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import queue
from qualdesk.store.database import Store

LONG, FINAL, HEARTBEAT, PUT_ASIDE = 0.03, 0.2, 0.2, 0.05
_TRIES = 600


def say(*words: object) -> None:
    # One write of one short line to a pipe comes through whole, whoever else writes.
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class Meant:
    """What one desk means to save, line by line in a file of its own, and what was confirmed."""

    def __init__(self, folder: str, name: str) -> None:
        path = Path(folder) / f"{name}.jsonl"
        flags = os.O_CREAT | os.O_RDWR | os.O_APPEND
        self._file = os.open(path, flags, 0o600) if folder else -1
        # A line that a kill cut in two was never asked for: it is closed, and left out.
        if folder and (text := path.read_bytes()) and not text.endswith(b"\n"):
            os.write(self._file, b"\n")
        self.left = {key: one for key, one in meant_in(path).items() if "said" not in one}

    def means(self, what: str, call: str, **more: Any) -> str:
        """Write down what is to be saved; the id it is saved under."""
        new_id = str(uuid4())
        self._write({"id": new_id, "what": what, "call": call, **more})
        return new_id

    def is_done(self, one: str, said: str) -> None:
        """It is saved, as the server said: kept, or a conflict."""
        self._write({"id": one, "said": said})

    def _write(self, line: dict[str, Any]) -> None:
        if self._file >= 0:
            os.write(self._file, json.dumps(line).encode() + b"\n")


def meant_in(path: Path) -> dict[str, dict[str, Any]]:
    """All that a desk meant to save, in its order; ``said`` is there where it was confirmed."""
    found: dict[str, dict[str, Any]] = {}
    if path.exists():
        for line in path.read_text().splitlines():
            try:
                read = json.loads(line)
            except ValueError:
                continue
            found.setdefault(read["id"], {}).update(read)
    return found


class Caller:
    """One caller's day, in seconds."""

    def __init__(self, store: Store, name: str, lease: float, folder: str, glances: float) -> None:
        self.name, self.lease, self.store, self.glances = name, lease, store, glances
        self.dice = random.Random()
        self.desk = Calling(store, store.clock, name, shipped_outcomes())
        self.meant = Meant(folder, name)

    def work(self) -> None:
        self.replay()
        while True:
            if self.dice.random() < self.glances:
                self.again(self.glance)
                continue
            card = self.again(self.desk.next_lead)
            if isinstance(card, NothingToCall):
                say("idle", self.name)
                time.sleep(0.05)
            elif card is not None:
                say("took", self.name, card.lead.id)
                self.call(card)

    def replay(self) -> None:
        """Save what was meant and not confirmed before somebody pulled the plug."""
        for one, line in self.meant.left.items():
            say("replays", self.name)
            self.save(one, line)

    def again(self, step: Callable[[], object], *, is_save: bool = False) -> object:
        """A step, tried until there is a server; None where it was refused.

        A hold of a second may end in the middle of a save, and whoever is logged in as a caller
        sees the lead no more: the next try takes it up again.
        """
        for _ in range(_TRIES):
            try:
                return step()
            except WorkspaceUnusable:
                say("away", self.name)
                time.sleep(self.dice.uniform(0.02, 0.2))
            except Refused as refusal:
                if not (is_save and isinstance(refusal, NotFound)):
                    return None
                say("out-of-sight", self.name)
        say("lost-server", self.name, os.getpid())
        os._exit(1)

    def glance(self) -> None:
        """A lead taken and given back unread: the claim alone."""
        with self.store.transaction() as tx:
            held = queue.claim_next(tx, self.name)
        if held is not None:
            say("took", self.name, held.lead_id)
            with self.store.transaction() as tx:
                queue.release(tx, held.lead_id, held.token)

    def call(self, card: CallCard) -> None:
        if card.attempt is None and self.dice.random() < PUT_ASIDE:
            self.again(lambda: self.desk.release(card.lead.id))
            return
        new_id = str(uuid4())
        begun = card.attempt or self.again(
            lambda: self.desk.start_attempt(card.lead.id, attempt_id=new_id)
        )
        if begun is None:
            return
        say("begun", self.name, begun.id)
        is_long = self.dice.random() < LONG
        for number in range(self.dice.randint(1, 3)):
            if is_long and number == 0:
                self.talk_for_long()
            if not self.mean("answer", begun.id, question=f"q{number}"):
                return
        self.end(begun.id)

    def talk_for_long(self) -> None:
        """Longer than the hold, as when a laptop sleeps; or kept alive by its heartbeat."""
        if self.dice.random() < HEARTBEAT:
            for _ in range(3):
                time.sleep(self.lease / 2)
                self.again(self.desk.renew)
        else:
            time.sleep(self.lease * 1.5)

    def end(self, call: str) -> None:
        if self.dice.random() < FINAL:
            self.mean("end", call)
        else:
            self.again(lambda: self.desk.release(call))

    def mean(self, what: str, call: str, **more: Any) -> bool:
        """Write down what is to be saved, and save it; False when the lead is lost."""
        one = self.meant.means(what, call, **more)
        return self.save(one, {"what": what, "call": call, **more})

    def save(self, one: str, line: dict[str, Any]) -> bool:
        """Save what was meant, as often as it takes. Said here only when the server has said it."""
        call = line["call"]

        def step() -> str:
            try:
                if line["what"] == "answer":
                    self.desk.record_answer(call, line["question"], "x", answer_id=one)
                else:
                    self.desk.finish(call, "not_qualified", reason="No budget")
            except ClaimLost:
                return "conflict"
            return "kept"

        said = self.again(step, is_save=True) or "refused"
        self.meant.is_done(one, str(said))
        if line["what"] == "answer":
            say(said, self.name, *([one] if said == "kept" else [call, one]))
        else:
            say("ended" if said == "kept" else said, self.name, call, *_NO_ANSWER[said == "kept"])
        return said == "kept"


_NO_ANSWER: tuple[tuple[str, ...], ...] = (("-",), ())


def warm_up(store: Store) -> None:
    """One whole call, so that what every desk needs is made once; then let go of the server."""
    desk = Calling(store, store.clock, "warm-up", shipped_outcomes())
    card = desk.next_lead()
    if isinstance(card, CallCard):
        call = desk.start_attempt(card.lead.id)
        desk.record_answer(call.id, "q0", "x")
        desk.finish(call.id, "no_answer")
    store.close()
