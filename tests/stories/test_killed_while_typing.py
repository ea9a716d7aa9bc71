"""kill -9 in the middle of a word: the real program comes back with all but the last second."""

import json
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

from calls import a_campaign, a_lead
from qualdesk.core.clock import SystemClock
from qualdesk.core.sources import CallLimits
from seats import CALLER, address, behind

KILLS = int(os.environ.get("QUALDESK_KILLS", "5"))
"""How often the window is killed: five times in CI, two hundred in a full run."""
LONGEST = 60
"""How long a window may take to open, in seconds: a loaded machine is no fault of its own."""
CAST = {"Ana": CALLER}
LAST_WORDS = 1.0
"""Seconds of typing that may be lost."""
ALL_DAY = CallLimits(hours=(0, 24 * 60), days=frozenset(range(7)))


class Windows:
    """The program that opens one window after the other, and what each of them said."""

    def __init__(self, program: subprocess.Popen[bytes]) -> None:
        self._program = program
        self._heard = b""
        self.pid = 0

    def open(self, field: str, first: int) -> dict[str, str]:
        """Open a window; what stood on the call it took up."""
        assert self._program.stdin is not None
        self._program.stdin.write(f"{field} {first}\n".encode())
        self._program.stdin.flush()
        self.pid = int(self._line("window").split()[1])
        found: dict[str, str] = json.loads(self._line("back").partition(" ")[2])
        return found

    def kill_after(self, seconds: float) -> tuple[float, list[tuple[int, float]]]:
        """Let it type so long and kill it; when that was, and what was typed at which moment."""
        first = self._line("typed")
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._hear(0.02)
        os.kill(self.pid, signal.SIGKILL)
        killed_at = time.monotonic()
        self._line("gone", keep=True)
        lines = [first, *self._heard.decode().splitlines()]
        self._heard = b""
        told = [line.split() for line in lines if line.startswith("typed")]
        return killed_at, [(int(number), float(at)) for _, number, at in told]

    def _line(self, word: str, *, keep: bool = False) -> str:
        """The first line that begins so; those before it are dropped, unless they are kept."""
        until = time.monotonic() + LONGEST
        while time.monotonic() < until:
            *whole, _ = self._heard.decode().split("\n")
            found = [place for place, line in enumerate(whole) if line.startswith(word)]
            if found:
                if not keep:
                    rest = self._heard.decode().split("\n")[found[0] + 1 :]
                    self._heard = "\n".join(rest).encode()
                return whole[found[0]]
            self._hear(0.05)
        raise AssertionError(f"the window said no “{word}” but {self._heard.decode()[-400:]!r}")

    def _hear(self, seconds: float) -> None:
        assert self._program.stdout is not None
        if select.select([self._program.stdout], [], [], seconds)[0]:
            self._heard += os.read(self._program.stdout.fileno(), 65536)


@contextmanager
def windows_on(workspace: str, folder: Path) -> Iterator[Windows]:
    """The program that opens windows; it ends with the test."""
    program = Path(__file__).parents[1] / "killed_window.py"
    base = SystemClock().now().isoformat()
    with subprocess.Popen(
        [sys.executable, program, workspace, folder, base],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as running:
        found = Windows(running)
        try:
            yield found
        finally:
            if found.pid:
                with_care(found.pid)
            running.kill()


def with_care(pid: int) -> None:
    """End a window that a failed test left open."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a window is forked, which Windows has not")
def test_a_kill_while_typing_loses_at_most_the_last_second(
    sqlite_file: Path, tmp_path: Path
) -> None:
    """Always true 3, bar 10, R7: each restart takes up the call with what was being typed."""
    url = address(sqlite_file, "Ana")
    store = behind(sqlite_file)
    a_lead(store, a_campaign(store, limits=ALL_DAY))
    store.close()
    seed = random.randrange(10**6)
    dice = random.Random(seed)
    first, typed = 1, {"note": [], "answer": []}  # type: dict[str, list[int]]
    with windows_on(url, tmp_path / "data") as windows:
        for kill in range(KILLS + 1):
            field = dice.choice(("note", "answer"))
            back = windows.open(field, first)
            for name, numbers in typed.items():
                lost = {str(number) for number in numbers} - set(back[name].split())
                assert not lost, f"kill {kill} of seed {seed}: {name} lost {sorted(lost)}"
            if kill == KILLS:
                break
            killed_at, told = windows.kill_after(dice.uniform(0.1, 2.2))
            first = told[-1][0] + 1
            typed[field] += [number for number, at in told if at < killed_at - LAST_WORDS]
    assert typed["note"] or typed["answer"], "there was something to lose"
