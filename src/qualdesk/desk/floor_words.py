"""What outcomes mean to the numbers of the Floor."""

from qualdesk.core.outcomes import After, Catalogue


def wrong_numbers(catalogue: Catalogue) -> frozenset[str]:
    """The outcomes that say that a number does not lead to the person."""
    return frozenset(
        one.code for one in catalogue if one.after is After.NEXT_NUMBER and one.eligible is False
    )


def spoken_to(catalogue: Catalogue) -> frozenset[str]:
    """The outcomes in which somebody of them was spoken to."""
    return frozenset(one.code for one in catalogue if one.was_reached)
