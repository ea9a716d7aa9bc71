"""A command that goes on until it is told to end, and then ends between two steps."""

import select
import signal
import socket
from types import FrameType, TracebackType
from typing import Any, Self


class Stopping:
    """Hears that the program is to end, and wakes whoever waits.

    The first signal asks; a second one ends at once, as without this. For the main thread only:
    no other hears signals.
    """

    def __init__(self) -> None:
        self.is_asked = False
        self._before: dict[signal.Signals, Any] = {}
        self._woken, self._wakes = socket.socketpair()
        self._before_fd = -1

    def __enter__(self) -> Self:
        self._woken.settimeout(0)
        self._wakes.settimeout(0)
        # Written to by Python's own part of a signal: a wait that has begun ends with it.
        self._before_fd = signal.set_wakeup_fd(self._wakes.fileno(), warn_on_full_buffer=False)
        for one in (signal.SIGINT, signal.SIGTERM):
            self._before[one] = signal.signal(one, self._asked)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for one, before in self._before.items():
            signal.signal(one, before)
        signal.set_wakeup_fd(self._before_fd)
        self._woken.close()
        self._wakes.close()

    def wait(self, seconds: float) -> bool:
        """Wait so long, or until the program is to end; whether it is."""
        if not self.is_asked and seconds > 0:
            heard, _, _ = select.select([self._woken], [], [], seconds)
            if heard:
                self._woken.recv(64)
        return self.is_asked

    def _asked(self, _signal: int, _frame: FrameType | None) -> None:
        if self.is_asked:
            raise KeyboardInterrupt
        self.is_asked = True
