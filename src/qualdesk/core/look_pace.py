"""How often a board may look: a look is bound to what it costs."""

from typing import Final

# Seconds. Hints come from anybody, so this is also all that a flood of them can bring about.
LEAST_PAUSE: Final = 1.0
# After a look that waited for something else, such as an import on the same lane.
LONGEST_PAUSE: Final = 120.0
# A look is followed by fifty times its length without one: two per cent of the time at most.
_TIMES: Final = 50
_FIRST_RETRY, _LONGEST_RETRY = 1.0, 60.0


def pause_after(took: float) -> float:
    """Seconds without a look after one that took so many seconds."""
    return min(max(LEAST_PAUSE, _TIMES * took), LONGEST_PAUSE)


def wait_before(tries: int) -> float:
    """Seconds before a lost connection is taken up again, after so many tries in vain."""
    return float(min(_FIRST_RETRY * 2 ** min(tries, 10), _LONGEST_RETRY))
