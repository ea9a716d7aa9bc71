"""The sentence of a verdict: why it is so, and what would change it."""

from collections.abc import Sequence

from qualdesk.core.conditions import AnswerValue
from qualdesk.core.criteria import Criterion, FindingState, Tier, Weighed, listed
from qualdesk.core.scripts import WANTS_CALL


def why_qualified(must_haves: int, points: int, threshold: int) -> str:
    """Why a lead is qualified by the main bar."""
    counted = f"{points} {_points(points)}; {threshold} {'is' if threshold == 1 else 'are'} needed."
    if must_haves == 0:
        return f"They want a call, with {counted}"
    all_met = "The must-have is" if must_haves == 1 else f"All {must_haves} must-haves are"
    return f"{all_met} met, with {counted}"


def why_by_tier(tier: Tier, points: int, main: str) -> str:
    """Why a lead is qualified by a tier; ``main`` is what the main bar lacks."""
    return (
        f"Qualified as “{tier.label}”, with {points} {_points(points)}; {tier.threshold} "
        f"{'is' if tier.threshold == 1 else 'are'} needed. For the main bar: {main}"
    )


def why_not(ruled_out: Sequence[Criterion]) -> str:
    """Why a lead is no fit."""
    labels = [criterion.label for criterion in ruled_out]
    return f"Not a fit as it stands: {_not_met(labels, ruled_out[0].means)}"


def what_lacks(threshold: int, points: int, weighed: Sequence[Weighed], call: AnswerValue) -> str:
    """What keeps the lead in nurture, the gravest first, and what would change it."""
    needed = [one for one in weighed if one.must_have]
    failed = [one for one in needed if one.state is FindingState.NOT_MET]
    waiting = [one for one in needed if one.state is FindingState.OPEN]
    unknown = [one.label for one in needed if one.state is FindingState.NOT_KNOWN]
    if any(one.first.question != WANTS_CALL for one in failed):
        return _not_met([one.label for one in failed], _means(failed[0]))
    if call == "no":
        return "They do not want a call now. Without a yes nothing goes to sales."
    if waiting:
        best = points + sum(one.gain for one in waiting)
        even_then = f" Even then {_short(threshold - best, threshold)}." if best < threshold else ""
        return _open(waiting) + even_then
    if unknown:
        verb = "is" if len(unknown) == 1 else "are"
        return f"{listed(unknown)} {verb} not known. Ask once more, or ask someone who knows."
    if call != "yes":
        return "One answer is open: ask whether they want a call."
    return f"{_short(threshold - points, threshold)}: {_what_closes(threshold - points, weighed)}."


def what_a_tier_needs(tier: Tier, points: int, weighed: Sequence[Weighed]) -> str:
    """What is still to be asked for a tier that can be reached; empty when it cannot be.

    Said only where the main bar is out of reach, so that nobody stops asking too soon.
    """
    needed = [one for one in weighed if one.holds_one_of(tier.must_haves)]
    waiting = [one for one in needed if one.state is FindingState.OPEN]
    if any(one.state in {FindingState.NOT_MET, FindingState.NOT_KNOWN} for one in needed):
        return ""
    if points + sum(one.gain for one in weighed) < tier.threshold:
        return ""
    if waiting:
        return f"“{tier.label}” is still open: {listed([one.label for one in waiting])}."
    gap = tier.threshold - points
    if gap > 0:
        return f"“{tier.label}” is still open: {_what_closes(gap, weighed)}."
    return f"“{tier.label}” is still open: ask whether they want a call."


def _means(one: Weighed) -> str:
    return one.first.means if len(one.findings) == 1 else ""


def _not_met(labels: list[str], means: str) -> str:
    if len(labels) > 1:
        return f"{listed(labels)} are not met."
    said = means.rstrip(".")
    return f"{labels[0]} is not met." + (f" Needed: {said}." if said else "")


def _open(waiting: list[Weighed]) -> str:
    if len(waiting) > 1:
        labels = listed([one.label for one in waiting])
        return f"{len(waiting)} must-haves are open: {labels}."
    first = waiting[0].first
    if first.question == WANTS_CALL:
        return "One must-have is open: ask whether they want a call."
    ask = first.ask.strip()
    full = ask if ask.endswith(("?", ".")) else f"{ask}." if ask else ""
    return f"One must-have is open: {waiting[0].label}. {full}".rstrip()


def _short(gap: int, threshold: int) -> str:
    return f"{gap} {_points(gap)} short of {threshold}"


def _what_closes(gap: int, weighed: Sequence[Weighed]) -> str:
    gains = [(one.best.label, one.gain) for one in weighed if one.gain > 0]
    alone = [label for label, gain in gains if gain >= gap]
    if alone:
        return f"{listed(alone, 'or')} would close the gap"
    if gains and sum(gain for _, gain in gains) >= gap:
        return f"{listed([label for label, _ in gains])} together would close the gap"
    return "what is still open cannot close the gap" if gains else "nothing is left to ask"


def _points(count: int) -> str:
    return "point" if count == 1 else "points"
