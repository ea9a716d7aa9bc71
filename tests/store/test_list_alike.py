"""Rows that look like one person: found in a staged list, joined only when somebody says so."""

import json
from collections.abc import Iterator

import pytest

from qualdesk.core.columns import guess_columns
from qualdesk.core.intake import RowReader
from qualdesk.core.likeness import LikelyPair
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.store import list_alike
from qualdesk.store.database import Store
from qualdesk.store.drafts import draft_of
from qualdesk.store.list_alike import alike, join_alike
from qualdesk.store.list_plan import ANOTHER_SAID_NO, compare_rows
from qualdesk.store.staging import StagedRow, Staging
from qualdesk.store.suppression import fingerprints

HEADINGS = ("Name", "Company", "Phone", "Opt out")
READER = RowReader(guess_columns(HEADINGS), region="DE")


class Waiting:
    """A list that waits, its rows counted from 2 as under a row of headings."""

    def __init__(self, store: Store, staged: Staging) -> None:
        self.staged = staged
        with store.reading() as tx:
            self._prints = fingerprints(tx)

    def add(self, *rows: str) -> None:
        for text in rows:
            number = self.staged.count + 2
            cells = text.split(";")
            row = READER.read(number, cells)
            draft = draft_of(row, self._prints)
            says_no = bool(row.left_out)
            self.staged.add(StagedRow(number, json.dumps(cells), draft, row.left_out, says_no))

    def pairs(self) -> list[tuple[int, int]]:
        found = alike(self.staged, compare_rows(self.staged), Progress())
        return [(pair.one, pair.other) for pair in found]


@pytest.fixture
def waiting(sqlite_store: Store) -> Iterator[Waiting]:
    with Staging() as staged:
        yield Waiting(sqlite_store, staged)


def pair(one: int, other: int) -> LikelyPair:
    return LikelyPair(one=one, other=other, because="Alike.")


def test_likeness_looks_only_where_exact_keys_joined_nobody(waiting: Waiting) -> None:
    waiting.add(
        "Jan Petersen;Fisch Janssen;040 66969 672",
        "Jan Peterson;Fisch Janssen;040 66969 673",
        "Jan Petersen;Fisch Janssen GmbH;040 66969 672",
        "Mia Kolb;Backhaus;030 23125 001",
    )
    assert waiting.pairs() == [(2, 3)]


def test_who_said_no_is_not_shown_as_somebody_to_join(waiting: Waiting) -> None:
    waiting.add(
        "Jan Petersen;Fisch Janssen;040 66969 672;yes", "Jan Peterson;Fisch Janssen;040 66969 673"
    )
    assert waiting.pairs() == []


def test_a_very_long_list_is_not_searched(
    waiting: Waiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting.add(
        "Jan Petersen;Fisch Janssen;040 66969 672", "Jan Peterson;Fisch Janssen;040 66969 673"
    )
    monkeypatch.setattr(list_alike, "MOST_PEOPLE", 1)
    assert waiting.pairs() == []


def test_the_search_can_be_stopped(waiting: Waiting) -> None:
    waiting.add("Jan Petersen;Fisch Janssen;040 66969 672")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        alike(waiting.staged, compare_rows(waiting.staged), progress)


def test_pairs_that_hang_together_become_one_person_under_the_first_row(waiting: Waiting) -> None:
    waiting.add(
        "Jan Petersen;Fisch Janssen;040 66969 672",
        "Jan Peterson;Fisch Janssen;040 66969 673",
        "J. Petersen;Fisch Janssen;040 66969 674",
        "J. Petersen;Fisch Janssen;040 66969 674",
    )
    plan = compare_rows(waiting.staged)
    assert plan.first == {5: 4}
    join_alike(waiting.staged, plan, [pair(3, 4), pair(2, 3), pair(2, 4)])
    assert plan.first == {3: 2, 4: 2, 5: 2}
    assert sorted(plan.others[2]) == [3, 4, 5]
    assert set(plan.others) == {2}
    first = waiting.staged.row(2)
    assert first.draft is not None
    numbers = {phone[2] for phone in plan.draft(waiting.staged, 2, first.draft).phones}
    assert numbers == {"+494066969672", "+494066969673", "+494066969674"}


def test_whoever_said_no_in_one_of_the_rows_said_it_for_the_person(waiting: Waiting) -> None:
    waiting.add(
        "Jan Petersen;Fisch Janssen;040 66969 672",
        "Jan Peterson;Fisch Janssen;040 66969 673",
        "Jan Peterson;Fisch Janssen;040 66969 673;yes",
    )
    plan = compare_rows(waiting.staged)
    assert plan.left_out == {3: ANOTHER_SAID_NO}
    join_alike(waiting.staged, plan, [pair(2, 3)])
    assert plan.left_out == {2: ANOTHER_SAID_NO}
