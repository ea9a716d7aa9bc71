"""The heaps into which the reasons of a queue fall, and the words of its filters."""

from collections.abc import Iterable
from typing import Final

from qualdesk.core.cards import QUEUE_STATES, SOON, EmptyReason, NothingToCall
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.widgets.filters import Filter

ALL: Final = ""
NOW: Final = "now"
LATER: Final = "later"
CALLBACKS: Final = "callbacks"
KEPT_OUT: Final = "kept_out"
BLOCKED: Final = "blocked"
PINNED: Final = "pinned"

_HEAPS: Final = {
    "free": NOW,
    "kept_out": KEPT_OUT,
    **dict.fromkeys(SOON, LATER),
}
# What the reasons of one code share, for those that are told apart by clock or by law.
_TOGETHER: Final = {
    "hours": tr_later("outside calling hours"),
    "law": tr_later("not to be called by law"),
}


def heap_of(code: str) -> str:
    """Which of the filters a reason is counted in."""
    return _HEAPS.get(code, BLOCKED)


def filters_of(why: NothingToCall, *, callbacks: int, pinned: int) -> tuple[Filter, ...]:
    """The filters with their counts.

    Those between All and Call backs add up to All (Q5); a call back or a pinned lead is in one
    of them as well.
    """
    counts = dict.fromkeys((NOW, LATER, BLOCKED, KEPT_OUT), 0)
    for reason in why.reasons:
        counts[heap_of(reason.code)] += reason.leads
    counts |= {CALLBACKS: callbacks, PINNED: pinned}
    return (
        Filter(key=ALL, title=tr("All"), count=why.open_leads),
        *(
            Filter(key=key, title=tr(QUEUE_STATES[key]), count=count)
            for key, count in counts.items()
        ),
    )


def reasons_of(reasons: Iterable[EmptyReason]) -> tuple[tuple[str, str, int], ...]:
    """The reasons why leads wait, one line for each code: code, words, leads; most leads first."""
    by_code: dict[str, tuple[str, int]] = {}
    for reason in reasons:
        if heap_of(reason.code) not in {LATER, BLOCKED}:
            continue
        says, leads = by_code.get(reason.code, (reason.says, 0))
        # Calling hours come once for each clock; the filter takes them together.
        shared = says if says == reason.says else tr(_TOGETHER.get(reason.code, says))
        by_code[reason.code] = (shared, leads + reason.leads)
    found = ((code, says, leads) for code, (says, leads) in by_code.items() if leads)
    return tuple(sorted(found, key=lambda one: -one[2]))
