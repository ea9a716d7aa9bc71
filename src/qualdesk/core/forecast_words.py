"""A forecast in sentences: how the list ends, what stands in the way, what would close the gap."""

from collections.abc import Mapping
from datetime import datetime

from qualdesk.core.forecast import Foreseen
from qualdesk.core.forecast_facts import Facts
from qualdesk.core.forecast_values import Levers
from qualdesk.core.shares import ENOUGH
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr, tr_n


def how_it_ends(facts: Facts, seen: Foreseen, closes_at: datetime) -> str:
    """The forecast in a sentence."""
    day = day_words(local_time(closes_at, facts.zone).date())
    missed = round(seen.missed.middle)
    if seen.chance >= _LIKELY and not missed:
        return tr("All of it will very likely be finished by {day}.", day=day)
    if not missed:
        return tr("All of it may just be finished by {day}.", day=day)
    low, high = round(seen.missed.low), round(seen.missed.high)
    if low == high:
        return tr_n(
            missed,
            "{n:,} lead will probably not be finished by {day}.",
            "{n:,} leads will probably not be finished by {day}.",
            day=day,
        )
    return tr_n(
        missed,
        "{n:,} lead will probably not be finished by {day} ({low:,} to {high:,}).",
        "{n:,} leads will probably not be finished by {day} ({low:,} to {high:,}).",
        day=day,
        low=low,
        high=high,
    )


def closed(facts: Facts, closes_at: datetime) -> str:
    """How a window ended that is over: at its closing day, and not since."""
    then = facts.finished_then or 0
    day = day_words(local_time(closes_at, facts.zone).date())
    left = facts.total - then
    if not left:
        return tr("The window closed on {day}. All of it was finished by then.", day=day)
    return tr_n(
        left,
        "The window closed on {day}. {n:,} lead of {total:,} was not finished by then.",
        "The window closed on {day}. {n:,} leads of {total:,} were not finished by then.",
        day=day,
        total=facts.total,
    )


def what_stands_in_the_way(out_of_reach: Mapping[str, int]) -> str:
    """Leads that nobody can finish in time however many callers there are, each by why."""
    return " ".join(_WHY[code](count) for code, count in out_of_reach.items() if count)


def closing_words(facts: Facts, levers: Levers, seen: Foreseen) -> str:
    """What one change would do, in a sentence; it was worked out and is no guess."""
    done = _does(facts, levers)
    left = round(seen.missed.middle)
    if not left:
        return tr("{change}: then all can be finished.", change=done)
    return tr_n(
        left,
        "{change}: then {n:,} lead is left.",
        "{change}: then {n:,} leads are left.",
        change=done,
    )


def too_few_calls(facts: Facts) -> str:
    """That a forecast goes by beliefs so far; empty once there are calls to go by."""
    dials = facts.seen.dials + facts.seen_giveaway.dials
    if dials >= ENOUGH:
        return ""
    return tr("So far it goes by what is believed of such leads: there are hardly any calls yet.")


def _does(facts: Facts, levers: Levers) -> str:
    if levers.callers:
        since = levers.callers_from
        day = day_words(since) if since else tr("now")
        return tr_n(
            levers.callers,
            "{n} caller more from {day}",
            "{n} callers more from {day}",
            day=day,
        )
    if levers.giveaway_tries is not None:
        return tr_n(
            levers.giveaway_tries,
            "{n} try for the {leads:,} giveaway leads",
            "{n} tries for the {leads:,} giveaway leads",
            leads=facts.giveaway_open,
        )
    if levers.closes_at is not None:
        day = day_words(local_time(levers.closes_at, facts.zone).date())
        return tr("A window until {day}", day=day)
    return tr("{names} for this list", names=", ".join(levers.borrowed))


def _hours(count: int) -> str:
    return tr_n(
        count,
        "{n:,} lead may only be called when nobody is at work: more callers do not help there.",
        "{n:,} leads may only be called when nobody is at work: more callers do not help there.",
    )


def _closed_before(count: int) -> str:
    return tr_n(
        count,
        "{n:,} lead has no calling hours left before the close.",
        "{n:,} leads have no calling hours left before the close.",
    )


def _zone(count: int) -> str:
    return tr_n(
        count,
        "Of {n:,} lead nobody knows what time it is for them.",
        "Of {n:,} leads nobody knows what time it is for them.",
    )


def _law(count: int) -> str:
    return tr_n(
        count,
        "{n:,} lead may not be called: the law asks for something first.",
        "{n:,} leads may not be called: the law asks for something first.",
    )


def _research(count: int) -> str:
    return tr_n(
        count,
        "{n:,} lead waits for somebody to find a number.",
        "{n:,} leads wait for somebody to find a number.",
    )


def _kept_out(count: int) -> str:
    return tr_n(
        count,
        "{n:,} lead is kept out of the queue.",
        "{n:,} leads are kept out of the queue.",
    )


def _paused(count: int) -> str:
    return tr_n(
        count,
        "The campaign is paused: nobody calls the {n:,} lead that is left.",
        "The campaign is paused: nobody calls the {n:,} leads that are left.",
    )


_LIKELY = 0.8
_WHY = {
    "paused": _paused,
    "hours": _hours,
    "closed": _closed_before,
    "zone": _zone,
    "law": _law,
    "research": _research,
    "kept_out": _kept_out,
}
