"""How long work will go on, said only where it is worth a word."""

from datetime import timedelta
from typing import Final

from qualdesk.core.wording import tr

_TOO_EARLY: Final = timedelta(seconds=2)
_WORTH_SAYING: Final = timedelta(seconds=10)
_MINUTE: Final = 60


def time_left(elapsed: timedelta, done: int, of: int | None) -> str:
    """Words such as "About 20 s left", for work of over ten seconds; empty until it can be told."""
    if not of or done <= 0 or elapsed < _TOO_EARLY:
        return ""
    left = elapsed * ((of - done) / done)
    if elapsed + left <= _WORTH_SAYING:
        return ""
    seconds = max(round(left.total_seconds()), 0)
    if seconds < _MINUTE:
        return tr("About {seconds} s left", seconds=max(round(seconds / 5) * 5, 5))
    return tr("About {minutes} min left", minutes=round(seconds / _MINUTE))
