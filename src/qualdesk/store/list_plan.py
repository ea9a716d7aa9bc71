"""Who is who among the rows of a list, decided before the workspace is asked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from qualdesk.core.identity import Keys, names_agree, same_person
from qualdesk.core.wording import tr_later
from qualdesk.store.drafts import Draft, merged
from qualdesk.store.staging import StagedRow, Staging

ANOTHER_SAID_NO = tr_later("Another row of this list says: do not contact.")


@dataclass(kw_only=True, slots=True)
class ListPlan:
    """Which rows of a list are one person. Rows it does not mention are on their own.

    Attributes:
        first: the row each repeated row is merged into.
        others: the rows merged into a first one.
        groups: the keys of a first row and all merged into it.
        left_out: why a first row, and all merged into it, becomes no lead.
    """

    first: dict[int, int] = field(default_factory=dict)
    others: dict[int, list[int]] = field(default_factory=dict)
    groups: dict[int, Keys] = field(default_factory=dict)
    left_out: dict[int, str] = field(default_factory=dict)

    def draft(self, staged: Staging, number: int, own: Draft) -> Draft:
        """What a first row will write, with everything merged into it."""
        if number not in self.others:
            return own
        others = (staged.row(other).draft for other in self.others[number])
        return merged([own, *(draft for draft in others if draft)])

    def keys(self, number: int, own: Draft) -> Keys:
        """What the person of a first row is recognised by."""
        return self.groups.get(number) or own.keys


@dataclass(kw_only=True, slots=True)
class Share:
    """Some rows of a list, made ready outside of any transaction to be written in one.

    Attributes:
        drafts: of first rows, with everything merged into them.
    """

    plan: ListPlan
    rows: list[StagedRow]
    drafts: dict[int, Draft] = field(default_factory=dict)

    def keys(self) -> dict[int, Keys]:
        """What the people of the first rows are recognised by."""
        groups = self.plan.groups
        return {
            row.number: groups.get(row.number) or row.draft.keys
            for row in self.rows
            if row.draft and row.number in self.drafts
        }


def share_of(staged: Staging, plan: ListPlan, rows: Iterable[StagedRow]) -> Share:
    """The rows with all that can be known of them before a transaction begins."""
    share = Share(plan=plan, rows=list(rows))
    for row in share.rows:
        if row.draft and row.number not in plan.first:
            share.drafts[row.number] = plan.draft(staged, row.number, row.draft)
    return share


def compare_rows(staged: Staging) -> ListPlan:
    """Rows of one person get one first row. Asks no workspace, and so keeps nobody waiting."""
    plan = ListPlan()
    groups = plan.groups
    with_key: defaultdict[int, list[int]] = defaultdict(list)
    said_no: set[int] = set()
    for row, shared in staged.alike():
        assert row.draft is not None
        keys = row.draft.keys
        near = dict.fromkeys(_root(plan, number) for key in shared for number in with_key[key])
        same = [number for number in near if same_person(groups[number], keys)]
        first = min(same, default=row.number)
        for other in same:
            # This row shares a key with both: only names that differ keep the two apart.
            if other != first and names_agree(groups[first].name, groups[other].name):
                groups[first] |= groups.pop(other)
                _merge_rows(plan, first, other)
        if first == row.number:
            groups[first] = keys
        else:
            groups[first] |= keys
            plan.first[row.number] = first
            plan.others.setdefault(first, []).append(row.number)
        for key in shared:
            with_key[key].append(row.number)
        if row.says_no:
            said_no.add(row.number)
    for number in said_no:
        plan.left_out[_root(plan, number)] = ANOTHER_SAID_NO
    return plan


def _merge_rows(plan: ListPlan, first: int, other: int) -> None:
    """A row turned out to be the link between two groups: they are one person."""
    rows = [other, *plan.others.pop(other, ())]
    plan.others.setdefault(first, []).extend(rows)
    plan.first.update(dict.fromkeys(rows, first))


def _root(plan: ListPlan, number: int) -> int:
    return plan.first.get(number, number)
