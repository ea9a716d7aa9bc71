"""Every row of a list has exactly one fate, whatever became of it (Q5)."""

from itertools import product

import pytest

from qualdesk.core.fates import Fate, RowStands, fate_of
from qualdesk.core.leads import Bucket

RESULTS = ("new", "updated", "merged", "left_out")


def test_every_way_a_row_can_stand_is_one_fate_and_every_fate_is_met() -> None:
    yes_no = (False, True)
    ways = product(RESULTS, (None, *Bucket), yes_no, yes_no, yes_no)
    met = {
        fate_of(
            RowStands(
                result=result,
                bucket=bucket,
                was_called=called,
                was_reached=reached,
                is_kept_out=kept,
            )
        )
        for result, bucket, called, reached, kept in ways
    }
    assert met == set(Fate)


def test_every_fate_is_said_in_words_of_its_own() -> None:
    assert len({fate.label for fate in Fate}) == len(Fate)


@pytest.mark.parametrize(
    ("stands", "fate"),
    [
        (RowStands(result="new", bucket=Bucket.WAITING), Fate.NEVER_CALLED),
        (RowStands(result="new", bucket=Bucket.WAITING, was_called=True), Fate.TRIED),
        (
            RowStands(result="updated", bucket=Bucket.WAITING, was_called=True, was_reached=True),
            Fate.TALKED_TO,
        ),
        (RowStands(result="merged", bucket=Bucket.WON), Fate.MERGED),
        (RowStands(result="new", bucket=None), Fate.TAKEN_BACK),
        (RowStands(result="left_out", bucket=None), Fate.LEFT_OUT),
    ],
)
def test_what_a_row_came_to_is_said_plainly(stands: RowStands, fate: Fate) -> None:
    assert fate_of(stands) is fate
