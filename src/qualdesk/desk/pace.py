"""How much of a long piece of work is done at a time, so that nobody waits long for their turn."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

# Half of what a caller may be made to wait: machines are slower at times.
TARGET_SECONDS = 0.06
# A moment for whoever waits. Without it the next chunk takes the place again at once.
_PAUSE_SECONDS = 0.002


class Pace:
    """A number of rows that takes about as long as a chunk may, learnt as the work goes on."""

    def __init__(self, *, rows: int = 200, least: int = 100, most: int = 2000) -> None:
        self.rows = rows
        # Below this the beginning and the end of a transaction cost more than its rows.
        self._least = least
        self._most = most

    @contextmanager
    def step(self) -> Iterator[int]:
        """Do one chunk: gives the number of rows, measures how long they take, pauses after."""
        rows = self.rows
        started = time.perf_counter()
        yield rows
        took = max(time.perf_counter() - started, 1e-4)
        wanted = int(rows * TARGET_SECONDS / took)
        # Grows slowly and shrinks at once: one slow chunk says more than one quick one.
        self.rows = max(self._least, min(wanted, rows * 2, self._most))
        time.sleep(_PAUSE_SECONDS)
