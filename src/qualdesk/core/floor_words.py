"""The figures of the Floor in words: shares nobody misreads, norms, gaps, the best hours."""

from collections.abc import Sequence
from typing import Final, Literal

from qualdesk.core.floor_figures import Board, HourFigures, SourceFigures
from qualdesk.core.frozen import frozen
from qualdesk.core.shares import ENOUGH, Share, difference_interval, too_few
from qualdesk.core.sources import SourceType
from qualdesk.core.wording import tr, tr_n

FEW: Final = 10
"""Below this many no percentage is said: one lead would move it by more than a tenth."""
NORM_PASSED: Final = 0.5
"""So much of a list goes on to sales at most, where callers qualify and do not just pass on."""
SHOWS: Final = frozenset({SourceType.TRADE_SHOW, SourceType.CONFERENCE})
"""Sources that are events with stands, of which there is a last one to compare with."""
_NEARLY: Final = 0.995
_HARDLY: Final = 0.005
_ALMOST_AS_GOOD: Final = 0.9

Meaning = Literal["text2", "ok", "warn"]


@frozen
class NumberSaid:
    """One of the five numbers.

    Attributes:
        code: the list behind it.
        of: what it is of, as “of 640”; empty where there is nothing to be a part of.
        says: what it means, in a line; ``norm`` what is usual elsewhere, or empty.
        meaning: whether that is well, or worth a look, or neither.
    """

    code: str
    title: str
    count: int
    of: str
    says: str
    norm: str = ""
    meaning: Meaning = "text2"


def percent(yes: int, of: int) -> str:
    """A share as “64%”; of fewer than ten “2 of 6”, and never all or none where it is not."""
    if of < FEW:
        return tr("{yes:,} of {of:,}", yes=yes, of=of)
    share = yes / of
    if yes and share < _HARDLY:
        return tr("under {share:.0%}", share=0.01)
    if yes != of and share >= _NEARLY:
        return tr("over {share:.0%}", share=0.99)
    return tr("{share:.0%}", share=share)


def numbers(
    board: Board,
    source: SourceType,
    *,
    needed: int | None = None,
) -> tuple[NumberSaid, ...]:
    """The five numbers in the order they stand.

    ``needed``: so many should be finished by now; None where nobody can say.
    """
    return (
        _called(board, source),
        _finished(board, needed),
        _reached(board),
        _qualified(board),
        _taken(board),
    )


def _called(board: Board, source: SourceType) -> NumberSaid:
    norm = (
        tr("Elsewhere 8 in 10 are never called")
        if source in SHOWS
        else tr("Elsewhere 7 in 10 are never called")
    )
    is_whole = board.called == board.total
    return NumberSaid(
        code="called",
        title=tr("Called at least once"),
        count=board.called,
        of=tr("of {of:,}", of=board.total),
        says=tr("every lead of the list")
        if is_whole
        else _share_of_list(
            board.called,
            board.total,
            tr_n(board.total - board.called, "{n} was not called yet", "{n} were not called yet"),
        ),
        norm=norm,
        meaning="ok" if is_whole else "text2",
    )


def _share_of_list(yes: int, of: int, few: str) -> str:
    """A share of the list; of a small one the sentence about the rest."""
    return few if of < FEW else tr("{share} of the list", share=percent(yes, of))


def _finished(board: Board, needed: int | None) -> NumberSaid:
    meaning: Meaning = "text2"
    if board.finished == board.total:
        says, meaning = tr("the whole list"), "ok"
    elif needed is None:
        rest = board.total - board.finished
        few = tr_n(rest, "{n} is not finished yet", "{n} are not finished yet")
        says = _share_of_list(board.finished, board.total, few)
    elif board.finished < needed:
        says = tr("{n:,} behind the needed pace", n=needed - board.finished)
        meaning = "warn"
    elif board.finished > needed:
        says, meaning = tr("{n:,} ahead of the needed pace", n=board.finished - needed), "ok"
    else:
        says, meaning = tr("at the needed pace"), "ok"
    return NumberSaid(
        code="finished",
        title=tr("Finished"),
        count=board.finished,
        of=tr("of {of:,}", of=board.total),
        says=says,
        meaning=meaning,
    )


def _reached(board: Board) -> NumberSaid:
    last = board.last_show
    if not board.called:
        return NumberSaid(
            code="reached", title=tr("Reached"), count=0, of="", says=tr("nobody was called yet")
        )
    share = percent(board.reached, board.called) if board.called >= FEW else ""
    meaning: Meaning = "text2"
    if last is None or last.of < FEW:
        missed = board.called - board.reached
        few = tr_n(missed, "{n} was not reached", "{n} were not reached")
        few = few if missed else tr("everybody who was called")
        says = tr("{share} of those called", share=share) if share else few
    else:
        # Only what chance does not explain is said to be better or worse.
        low, high = difference_interval(Share(yes=board.reached, of=board.called), last)
        meaning = "ok" if low > 0 else "warn" if high < 0 else "text2"
        before = tr("last show {share}", share=percent(last.yes, last.of))
        says = ", ".join(filter(None, (share, before)))
    return NumberSaid(
        code="reached",
        title=tr("Reached"),
        count=board.reached,
        of=tr("of {of:,} called", of=board.called),
        says=says,
        meaning=meaning,
    )


def _qualified(board: Board) -> NumberSaid:
    waits = tr_n(board.to_hand_off, "{n:,} waits for hand-off", "{n:,} wait for hand-off")
    share = percent(board.qualified, board.reached) if board.reached >= FEW else ""
    said = (share, waits if board.to_hand_off else "")
    nobody = tr("nobody was reached yet") if not board.reached else tr("none waits for hand-off")
    return NumberSaid(
        code="qualified",
        title=tr("Qualified"),
        count=board.qualified,
        of=tr("of {of:,} reached", of=board.reached) if board.reached else "",
        says=", ".join(filter(None, said)) or nobody,
    )


def _taken(board: Board) -> NumberSaid:
    share = percent(board.taken, board.answered) if board.answered >= FEW else ""
    waits = tr_n(board.unanswered, "{n:,} waits for an answer", "{n:,} wait for an answer")
    meaning: Meaning = "text2"
    if board.answered >= FEW:
        low, high = Share(yes=board.taken, of=board.answered).interval
        meaning = "ok" if low > NORM_PASSED else "warn" if high < NORM_PASSED else "text2"
    said = (share, waits if board.unanswered else "")
    nothing = tr("none waits for an answer") if board.handed else tr("none is with sales yet")
    return NumberSaid(
        code="taken",
        title=tr("Sales took"),
        count=board.taken,
        of=tr("of {of:,} answered", of=board.answered) if board.answered else "",
        says=", ".join(filter(None, said)) or nothing,
        meaning=meaning,
    )


def passed_on(board: Board) -> tuple[str, Meaning]:
    """How much of the list went on to sales, beside the norm, and whether that is too much (S3)."""
    norm = tr("The norm is no more than half.")
    if not board.handed:
        return f"{tr('Nothing of the list went on to sales yet.')} {norm}", "text2"
    if board.total < FEW:
        says = tr("{n:,} of {of:,} leads went on to sales.", n=board.handed, of=board.total)
    else:
        says = tr("{share} of the list went on to sales.", share=percent(board.handed, board.total))
    is_over = board.handed > NORM_PASSED * board.total
    return f"{says} {norm}", "warn" if is_over else "text2"


def giveaway(board: Board) -> str:
    """How many came for the giveaway alone (S3); empty where nobody did."""
    if not board.giveaway:
        return ""
    if board.total < FEW:
        return tr("{n:,} of {of:,} came only for the giveaway.", n=board.giveaway, of=board.total)
    return tr(
        "{n:,} of {of:,} came only for the giveaway, {share}.",
        n=board.giveaway,
        of=board.total,
        share=percent(board.giveaway, board.total),
    )


def compared(yes: int, of: int) -> str:
    """A share with how far it can be trusted, in words, where shares are compared."""
    if of < FEW:
        return percent(yes, of)
    low, high = Share(yes=yes, of=of).interval
    return tr(
        "{share}, {yes:,} of {of:,}; chance alone makes it {low:.0%} to {high:.0%}",
        share=percent(yes, of),
        yes=yes,
        of=of,
        low=low,
        high=high,
    )


def took(one: SourceFigures) -> str:
    """What sales took of those it answered: “15 of 17”, “none of 4”, or a dash of words."""
    if not one.answered:
        return tr("none yet")
    return tr("{yes:,} of {of:,}", yes=one.taken, of=one.answered)


def does_not_add_up(board: Board) -> str:
    """The alarm when the leads of a list and the places they stand at are not the same (Q5)."""
    stand = sum(one.leads for one in board.stands)
    return tr(
        "{total:,} leads are in the list, and {stand:,} stand somewhere.",
        total=board.total,
        stand=stand,
    )


def best_hours(hours: Sequence[HourFigures]) -> str:
    """When people answer best, in a sentence, on their own clock."""
    dials = sum(one.dials for one in hours)
    if not dials:
        return tr("Nobody was called yet. The hours at which people answer will stand here.")
    span = best_span(hours)
    if span is None:
        return tr("Best hours: {few}.", few=too_few(dials))
    begins, ends = span
    return tr(
        "Best: {begins} to {ends}. The queue already prefers these hours.",
        begins=begins,
        ends=ends,
    )


def best_span(hours: Sequence[HourFigures]) -> tuple[int, int] | None:
    """From which hour to which people answer best; None where too few were called to say.

    The hour of which at least so much is sure (the lower bound of its share) is the best; those
    beside it that are almost as good belong to it.
    """
    found: dict[int, Share] = {}
    for one in hours:
        share = Share(yes=one.answered, of=one.dials)
        found[one.hour] = found[one.hour] + share if one.hour in found else share
    known = {hour: share for hour, share in found.items() if share.of >= ENOUGH}
    if not known:
        return None
    best = max(known, key=lambda hour: (known[hour].interval[0], -hour))
    if not known[best].yes:
        return None
    least = (known[best].share or 0.0) * _ALMOST_AS_GOOD
    begins = ends = best
    while begins - 1 in known and (known[begins - 1].share or 0.0) >= least:
        begins -= 1
    while ends + 1 in known and (known[ends + 1].share or 0.0) >= least:
        ends += 1
    return begins, ends + 1


def hour_said(weekday: str, one: HourFigures) -> str:
    """One hour of one weekday, as it is read aloud."""
    span = tr("{weekday}, {hour} to {ends}", weekday=weekday, hour=one.hour, ends=one.hour + 1)
    if not one.dials:
        return tr("{span}: nobody was called", span=span)
    if one.dials < FEW:
        return tr(
            "{span}: {yes:,} of {of:,} calls were answered",
            span=span,
            yes=one.answered,
            of=one.dials,
        )
    return tr(
        "{span}: {share} of {of:,} calls were answered",
        span=span,
        share=percent(one.answered, one.dials),
        of=one.dials,
    )
