"""What a trial of a definition says of what was won and lost, in whole sentences."""

from typing import Final

from qualdesk.core.wording import tr, tr_later, tr_n


def seen_so_far(taken: int, won: int, lost: int) -> str:
    """What became of the leads that sales took: of one at least."""
    if taken == 1:
        return tr_n(
            won,
            "Of the one taken, {n:,} is won and {lost:,} lost so far.",
            "Of the one taken, {n:,} are won and {lost:,} lost so far.",
            lost=lost,
        )
    return tr_n(
        won,
        "Of the {taken:,} taken, {n:,} is won and {lost:,} lost so far.",
        "Of the {taken:,} taken, {n:,} are won and {lost:,} lost so far.",
        taken=taken,
        lost=lost,
    )


def kept_by(version: int, won: tuple[int, int], lost: tuple[int, int]) -> str:
    """How much of what was won and lost a version keeps; each as it was, and as it would be."""
    (won_before, won_after), dropped = won, max(0, lost[0] - lost[1])
    plain, with_dropped = _KEPT[_case(won_before, won_after)]
    return tr(
        with_dropped if dropped else plain,
        version=version,
        before=won_before,
        after=won_after,
        dropped=dropped,
    )


def _case(before: int, after: int) -> str:
    if not before:
        return "new" if after else "none"
    if after < before:
        return "some"
    return "one" if before == 1 else "all"


_KEPT: Final = {
    "none": (
        tr_later("Version {version} has none won either."),
        tr_later("Version {version} has none won either and drops {dropped:,} lost."),
    ),
    "new": (
        tr_later("Version {version} has {after:,} won."),
        tr_later("Version {version} has {after:,} won and drops {dropped:,} lost."),
    ),
    "one": (
        tr_later("Version {version} keeps it won."),
        tr_later("Version {version} keeps it won and drops {dropped:,} lost."),
    ),
    "all": (
        tr_later("Version {version} keeps all {before:,} won."),
        tr_later("Version {version} keeps all {before:,} won and drops {dropped:,} lost."),
    ),
    "some": (
        tr_later("Version {version} keeps {after:,} of {before:,} won."),
        tr_later("Version {version} keeps {after:,} of {before:,} won and drops {dropped:,} lost."),
    ),
}
