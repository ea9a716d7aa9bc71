"""The sentence of a verdict: why it is so, and what would change it."""

from collections.abc import Sequence

from qualdesk.core.conditions import AnswerValue
from qualdesk.core.criteria import Criterion, FindingState, Tier, Weighed
from qualdesk.core.list_words import counted
from qualdesk.core.scripts import WANTS_CALL
from qualdesk.core.wording import either, listed, tr, tr_n


def why_qualified(must_haves: int, points: int, threshold: int) -> str:
    """Why a lead is qualified by the main bar."""
    has = counted(points, "point")
    if must_haves == 0:
        return tr_n(
            threshold,
            "They want a call, with {points}; {n} is needed.",
            "They want a call, with {points}; {n} are needed.",
            points=has,
        )
    if must_haves == 1:
        return tr_n(
            threshold,
            "The must-have is met, with {points}; {n} is needed.",
            "The must-have is met, with {points}; {n} are needed.",
            points=has,
        )
    return tr_n(
        threshold,
        "All {must_haves} must-haves are met, with {points}; {n} is needed.",
        "All {must_haves} must-haves are met, with {points}; {n} are needed.",
        must_haves=must_haves,
        points=has,
    )


def why_by_tier(tier: Tier, points: int, main: str) -> str:
    """Why a lead is qualified by a tier; ``main`` is what the main bar lacks."""
    qualified = tr_n(
        tier.threshold,
        "Qualified as “{tier}”, with {points}; {n} is needed.",
        "Qualified as “{tier}”, with {points}; {n} are needed.",
        tier=tier.label,
        points=counted(points, "point"),
    )
    return f"{qualified} {tr('For the main bar: {lack}', lack=main)}"


def why_not(ruled_out: Sequence[Criterion]) -> str:
    """Why a lead is no fit."""
    labels = [criterion.label for criterion in ruled_out]
    return tr("Not a fit as it stands: {why}", why=_not_met(labels, ruled_out[0].means))


def what_lacks(threshold: int, points: int, weighed: Sequence[Weighed], call: AnswerValue) -> str:
    """What keeps the lead in nurture, the gravest first, and what would change it."""
    needed = [one for one in weighed if one.must_have]
    failed = [one for one in needed if one.state is FindingState.NOT_MET]
    waiting = [one for one in needed if one.state is FindingState.OPEN]
    unknown = [one.label for one in needed if one.state is FindingState.NOT_KNOWN]
    if any(one.first.question != WANTS_CALL for one in failed):
        return _not_met([one.label for one in failed], _means(failed[0]))
    if call == "no":
        return tr("They do not want a call now. Without a yes nothing goes to sales.")
    if waiting:
        best = points + sum(one.gain for one in waiting)
        return f"{_open(waiting)} {_even_then(threshold - best, threshold)}".rstrip()
    if unknown:
        return tr_n(
            len(unknown),
            "{names} is not known. Ask once more, or ask someone who knows.",
            "{names} are not known. Ask once more, or ask someone who knows.",
            names=listed(unknown),
        )
    if call != "yes":
        return tr("One answer is open: ask whether they want a call.")
    return _short(threshold - points, threshold, _what_closes(threshold - points, weighed))


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
    gap = tier.threshold - points
    if not waiting and gap <= 0:
        return tr("“{tier}” is still open: ask whether they want a call.", tier=tier.label)
    what = listed(one.label for one in waiting) if waiting else _what_closes(gap, weighed)
    return tr("“{tier}” is still open: {what}.", tier=tier.label, what=what)


def _means(one: Weighed) -> str:
    return one.first.means if len(one.findings) == 1 else ""


def _not_met(labels: list[str], means: str) -> str:
    if len(labels) > 1:
        return tr("{names} are not met.", names=listed(labels))
    said = means.rstrip(".")
    needed = tr("Needed: {what}.", what=said) if said else ""
    return f"{tr('{name} is not met.', name=labels[0])} {needed}".rstrip()


def _open(waiting: list[Weighed]) -> str:
    if len(waiting) > 1:
        names = listed(one.label for one in waiting)
        return tr("{count} must-haves are open: {names}.", count=len(waiting), names=names)
    first = waiting[0].first
    if first.question == WANTS_CALL:
        return tr("One must-have is open: ask whether they want a call.")
    ask = first.ask.strip()
    full = ask if ask.endswith(("?", ".")) else f"{ask}." if ask else ""
    return f"{tr('One must-have is open: {name}.', name=waiting[0].label)} {full}".rstrip()


def _even_then(gap: int, threshold: int) -> str:
    if gap <= 0:
        return ""
    return tr_n(
        gap,
        "Even then {n} point short of {threshold}.",
        "Even then {n} points short of {threshold}.",
        threshold=threshold,
    )


def _short(gap: int, threshold: int, what: str) -> str:
    return tr_n(
        gap,
        "{n} point short of {threshold}: {what}.",
        "{n} points short of {threshold}: {what}.",
        threshold=threshold,
        what=what,
    )


def _what_closes(gap: int, weighed: Sequence[Weighed]) -> str:
    """What would close a gap of so many points: a clause that stands behind a colon."""
    gains = [(one.best.label, one.gain) for one in weighed if one.gain > 0]
    alone = [label for label, gain in gains if gain >= gap]
    if alone:
        return tr("{names} would close the gap", names=either(alone))
    if gains and sum(gain for _, gain in gains) >= gap:
        names = listed(label for label, _ in gains)
        return tr("{names} together would close the gap", names=names)
    if gains:
        return tr("what is still open cannot close the gap")
    return tr("nothing is left to ask")
