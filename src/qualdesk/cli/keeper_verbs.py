"""The verb that keeps a team's workspace in step with the clock, where no window need be open."""

import sys
import time
from argparse import Namespace
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from qualdesk.bootstrap import open_desk, refuse_missing
from qualdesk.cli.edge import REFUSED
from qualdesk.cli.plain import complain, say
from qualdesk.cli.stopping import Stopping
from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError, WorkspaceBusy, WorkspaceUnusable
from qualdesk.core.look_pace import wait_before
from qualdesk.desk import Desk
from qualdesk.desk.keeper import Hold, Step
from qualdesk.settings import Settings

Tried: TypeAlias = Callable[[Callable[[], Changes]], Changes | Exception]
"""Does something, and gives back what it touched, or why it could not be done."""
_NAME: Final = "keeper"
# Seconds.
_EVERY: Final = 60.0
_ASKS_FOR_ITS_PLACE: Final = 5.0
_BEATS: Final = 30.0


def add_keeper(verb: Any) -> None:
    """What the verb takes."""
    verb.add_argument("--once", action="store_true", help="one round, then end")
    verb.add_argument("-v", "--verbose", action="store_true", help="a line for each round")


def keep(settings: Settings, asked: Namespace, clock: Clock, tried: Tried) -> int:
    """Do the clock's work until told to end; with ``--once`` one round of it."""
    refuse_missing(settings.database)
    desk = open_desk(
        settings.database,
        clock=clock,
        caller=asked.caller or _NAME,
        limits=settings.limits,
        rules=settings.rules_folder,
        mail=settings.mail,
        backups=settings.backups,
    )
    try:
        with Stopping() as stopping:
            return _Service(desk, asked, stopping, tried).run()
    finally:
        desk.close()


class _Service:
    """One keeper: waits for the place, does its rounds, and goes on when the server was away."""

    def __init__(self, desk: Desk, asked: Namespace, stopping: Stopping, tried: Tried) -> None:
        self._desk, self._keeper = desk, desk.keeper
        self._asked, self._stopping, self._tried = asked, stopping, tried
        self._told: dict[str, str] = {}
        self._beat_at = float("-inf")
        self._tries = 0
        self._has_failed = False

    def run(self) -> int:
        """Rounds, one a minute, until told to end."""
        while not self._stopping.is_asked:
            pause = _ASKS_FOR_ITS_PLACE
            try:
                self._take_turn()
            except WorkspaceUnusable as error:
                self._trouble("workspace", error.says)
                pause = wait_before(self._tries)
                self._tries += 1
            if self._asked.once:
                return REFUSED if self._has_failed else 0
            self._stopping.wait(pause)
        return 0

    def _take_turn(self) -> None:
        """Keep the workspace while the place is this keeper's; nothing while another has it."""
        hold = self._keeper.take_place()
        self._tries = 0
        self._works("workspace")
        if hold is None:
            self._say("place", "Another keeper is at work. This one takes over when it ends.")
            return
        self._say("place", "This keeper is at work.")
        try:
            while hold.is_held() and not self._stopping.is_asked:
                started = time.monotonic()
                self._round(hold)
                if self._asked.once:
                    break
                self._stopping.wait(_EVERY - (time.monotonic() - started))
            if hold.is_held():
                self._keeper.rest()
        finally:
            hold.release()

    def _round(self, hold: Hold) -> None:
        """Every step once; told to end, or without the place, it ends between two of them."""
        started, done, touched = time.monotonic(), 0, NO_CHANGES
        steps = self._keeper.steps()
        for step in steps:
            if self._stopping.is_asked or not hold.is_held():
                break
            self._beat()
            changes = self._step(step)
            if changes is not None:
                done, touched = done + 1, touched | changes
        self._desk.wakeups.tell()
        if self._asked.verbose or self._asked.json:
            self._tell(done, len(steps), time.monotonic() - started, touched)

    def _step(self, step: Step) -> Changes | None:
        """Do one step; None where it failed, which is told once and keeps no other from work.

        Raises:
            WorkspaceUnusable: the workspace is away, and the other steps need not be tried.
        """
        found = self._tried(lambda: self._keeper.do(step))
        if isinstance(found, WorkspaceUnusable) and not isinstance(found, WorkspaceBusy):
            raise found
        if isinstance(found, Exception):
            says = found.says if isinstance(found, QualdeskError) else type(found).__name__
            self._trouble(step.name, f"{step.name}: {says}")
            return None
        self._works(step.name)
        return found

    def _beat(self) -> None:
        """Let windows know now and then that a keeper is at work; also between long steps."""
        if time.monotonic() - self._beat_at >= _BEATS:
            self._keeper.beat()
            self._beat_at = time.monotonic()

    def _tell(self, done: int, of: int, took: float, touched: Changes) -> None:
        """One line about a round."""
        at = self._desk.clock.now()
        moved = f"; leads moved: {len(touched.leads)}" if touched.leads else ""
        line = f"{at:%Y-%m-%d %H:%M:%S} UTC: {done} of {of} steps in {took:.1f} s{moved}"
        data = {"at": at, "done": done, "of": of, "seconds": took, "leads": touched.leads}
        say(data, [line], as_data=self._asked.json)
        # A service writes into a pipe, where lines would wait for others.
        sys.stdout.flush()

    def _trouble(self, what: str, says: str) -> None:
        """Something fails: said once, until it works again or fails in another way."""
        self._has_failed = True
        self._say(what, says)

    def _works(self, what: str) -> None:
        if self._told.pop(what, None) is not None:
            complain(f"{what}: works again.")

    def _say(self, what: str, says: str) -> None:
        if self._told.get(what) != says:
            self._told[what] = says
            complain(says)
