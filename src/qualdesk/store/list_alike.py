"""Rows of a list that may be one person though no exact key says so: found, joined when asked."""

from collections.abc import Iterable, Iterator

from qualdesk.core.identity import Keys, folded
from qualdesk.core.likeness import MOST_PEOPLE, LikelyPair, Likened, likely_pairs
from qualdesk.core.progress import Progress
from qualdesk.store.list_plan import ListPlan
from qualdesk.store.people import CONTACT
from qualdesk.store.staging import StagedRow, Staging

NO_PAIRS: tuple[LikelyPair, ...] = ()
_CITY, _POSTCODE = CONTACT.index("city"), CONTACT.index("postcode")


def alike(staged: Staging, plan: ListPlan, progress: Progress) -> tuple[LikelyPair, ...]:
    """The pairs of rows that look like one person, after exact keys joined what they join.

    None for a list of more than :data:`MOST_PEOPLE` rows.

    Raises:
        Cancelled: somebody asked to stop.
    """
    if staged.count > MOST_PEOPLE:
        return ()
    rows = progress.over(staged.rows(), staged.count, every=100)
    return tuple(likely_pairs(_likened(rows, plan)))


def join_alike(staged: Staging, plan: ListPlan, pairs: Iterable[LikelyPair]) -> None:
    """Make one person of each pair, as somebody decided: the earlier row takes the later in."""
    groups = plan.groups
    for pair in pairs:
        first, other = sorted(plan.first.get(number, number) for number in (pair.one, pair.other))
        if first == other:
            continue
        keys = groups.get(first) or _keys(staged, first)
        groups[first] = keys | (groups.pop(other) if other in groups else _keys(staged, other))
        rows = [other, *plan.others.pop(other, ())]
        plan.others.setdefault(first, []).extend(rows)
        plan.first.update(dict.fromkeys(rows, first))
        if other in plan.left_out:
            # Whoever said no in one of the rows said it for the person.
            plan.left_out.setdefault(first, plan.left_out.pop(other))


def _likened(rows: Iterable[StagedRow], plan: ListPlan) -> Iterator[Likened]:
    for row in rows:
        if row.draft is None or row.left_out or row.number in plan.first:
            continue
        keys = row.draft.keys
        yield Likened(
            id=row.number,
            name=keys.name,
            company=keys.company,
            numbers=keys.numbers,
            emails=keys.emails,
            city=folded(row.draft.person[_CITY]),
            postcode=folded(row.draft.person[_POSTCODE]),
        )


def _keys(staged: Staging, number: int) -> Keys:
    draft = staged.row(number).draft
    return draft.keys if draft else Keys()
