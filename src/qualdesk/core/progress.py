"""How long work says how far it is, and how it is told to stop. Knows no window."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


class Cancelled(BaseException):
    """The person stopped the work.

    Not an Exception, so that nothing that catches errors can swallow it: stopping is not a fault.
    """


class Progress:
    """Where a piece of long work stands. The work reports; a window or terminal looks.

    Read by another thread while it is written: each attribute is replaced whole, and a
    reader that sees one a moment late is harmless.
    """

    def __init__(self) -> None:
        self.done = 0
        self.of: int | None = None
        self.says = ""
        self._cancelled = False

    def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
        """Say that ``done`` of ``of`` steps are done.

        Raises:
            Cancelled: somebody asked to stop since the last report.
        """
        self.check()
        self.done = done
        if of is not None:
            self.of = of
        if says is not None:
            self.says = says

    def check(self) -> None:
        """Stop here if somebody asked for it.

        Raises:
            Cancelled: somebody asked to stop.
        """
        if self._cancelled:
            raise Cancelled

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancelled = True

    def over(self, things: Iterable[T], of: int | None = None, every: int = 500) -> Iterator[T]:
        """Pass ``things`` through, reporting after each ``every`` of them."""
        for number, thing in enumerate(things):
            if number % every == 0:
                self.report(number, of)
            yield thing
