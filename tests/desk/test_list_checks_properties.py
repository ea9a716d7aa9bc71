"""Whatever a list holds and whatever is answered: the groups and the four counts agree (Q5)."""

import shutil
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualdesk.core.clock import SetClock
from qualdesk.core.list_checks import MOST_ROWS_SHOWN, Section
from qualdesk.core.list_choices import IfKnown, ListChoices, RowMend
from qualdesk.desk.intake import Intake, Loaded
from qualdesk.desk.library import Library
from qualdesk.store.database import Store
from sizes import tried

NAMES = ("Jan Petersen", "Jan Peterson", "J. Petersen", "KRÖGER SABINE", "Mia Kolb", "", "")
PHONES = ("040 66969 672", "040 66969 673", "020 7946 0342", "+49 30 23125 417", "12345", "", "")
ROWS = st.fixed_dictionaries(
    {
        "name": st.sampled_from(NAMES),
        "company": st.sampled_from(("Fisch Janssen", "Fisch Janssen GmbH", "")),
        "phone": st.sampled_from(PHONES),
        "country": st.sampled_from(("Germany", "United Kingdom", "")),
        "scanned_at": st.sampled_from(("03/04/2026", "25/04/2026", "")),
        "giveaway": st.sampled_from(("only", "yes", "")),
        "do_not_contact": st.sampled_from(("yes", "", "", "")),
    }
)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "country": st.sampled_from(("DE", "GB", "research", "leave_out")),
        "dates": st.sampled_from(("day_first", "month_first", "words")),
        "numbers": st.sampled_from(("research", "leave_out")),
        "same_person": st.sampled_from(("keep_both", "as_one")),
    },
)
MENDS = st.dictionaries(
    st.integers(1, 14),
    st.builds(RowMend, region=st.sampled_from(("", "GB")), leave_out=st.booleans()),
    max_size=3,
)
CHOICES = st.builds(
    ListChoices,
    answers=ANSWERS,
    rows=MENDS,
    if_known=st.sampled_from(IfKnown),
    only_new=st.booleans(),
)
_copies = count(1)


def counts_of(loaded: Loaded) -> dict[str, Any]:
    return {
        "rows": loaded.rows,
        "new": loaded.new,
        "updated": loaded.updated,
        "merged": loaded.merged,
        "left_out": loaded.left_out,
    }


def agrees(loaded: Loaded) -> None:
    """The groups count what the four counts count, and nothing twice."""
    groups = {group.id: group for group in loaded.groups}
    left_out = [group for group in loaded.groups if group.section is Section.LEFT_OUT]
    assert len(groups) == len(loaded.groups)
    assert loaded.new + loaded.updated + loaded.merged + loaded.left_out == loaded.rows
    assert sum(group.count for group in left_out) == loaded.left_out
    numbers = [row.number for group in left_out for row in group.rows]
    assert sorted(numbers) == [row.row_number for row in loaded.left_out_rows]
    assert loaded.merged == (groups["merged"].count if "merged" in groups else 0)
    assert loaded.updated <= (groups["known"].count if "known" in groups else 0)
    for group in loaded.groups:
        assert group.count >= len(group.rows)
        assert len(group.rows) <= MOST_ROWS_SHOWN
        assert "{" not in group.heading
        if group.options:
            assert group.default in {option.id for option in group.options} | {"DE"}


@settings(max_examples=tried(20), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    earlier=st.lists(ROWS, max_size=5),
    rows=st.lists(ROWS, min_size=1, max_size=14),
    choices=CHOICES,
    region=st.sampled_from(("", "DE")),
)
def test_a_look_and_a_load_tell_the_same_and_all_of_it_adds_up(
    sqlite_template: Path,
    tmp_path: Path,
    clock: SetClock,
    earlier: list[dict[str, str]],
    rows: list[dict[str, str]],
    choices: ListChoices,
    region: str,
) -> None:
    file = shutil.copy(sqlite_template, tmp_path / f"{next(_copies)}.sqlite")
    store = Store(f"sqlite:///{file}", clock=clock, durable=False)
    intake = Intake(store, clock, "ana")
    Library(store, clock, "ana").new_campaign("Fair", region=region)
    if earlier:
        intake.load(earlier, campaign="Fair")
    looked = intake.load(rows, campaign="Fair", choices=choices, dry_run=True)
    loaded = intake.load(rows, campaign="Fair", choices=choices)
    store.close()
    assert counts_of(looked) == counts_of(loaded)
    agrees(looked)
    agrees(loaded)
    told = [{group.id: group.count for group in one.groups} for one in (looked, loaded)]
    for one in told:
        one.pop("same_person", None)
        one.pop("silenced", None)
    assert told[0] == told[1]
