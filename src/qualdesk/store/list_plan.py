"""What a list will do before it does it: who is who, who said no, who is known already."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from qualdesk.core.identity import Keys, names_agree, same_person
from qualdesk.core.ids import ContactId
from qualdesk.store import matches
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.drafts import Draft, merged
from qualdesk.store.staging import Staging
from qualdesk.store.suppression import Fingerprints
from qualdesk.store.wash import SUPPRESSED, not_to_be_called

ANOTHER_SAID_NO = "Another row of this list says: do not contact."


@dataclass(kw_only=True, slots=True)
class ListPlan:
    """What becomes of the rows of a list. Rows it does not mention are new leads of their own.

    Attributes:
        first: the row each repeated row is merged into.
        others: the rows merged into a first one.
        known: the person a first row is, when the workspace knows them.
        left_out: why a first row, and all merged into it, becomes no lead.
        silenced: people the workspace knows whom the list asks not to contact.
    """

    first: dict[int, int] = field(default_factory=dict)
    others: dict[int, list[int]] = field(default_factory=dict)
    known: dict[int, ContactId] = field(default_factory=dict)
    left_out: dict[int, str] = field(default_factory=dict)
    silenced: set[ContactId] = field(default_factory=set)

    def draft(self, staged: Staging, number: int, own: Draft) -> Draft:
        """What a first row will write, with everything merged into it."""
        others = (staged.row(other).draft for other in self.others.get(number, ()))
        return merged([own, *(draft for draft in others if draft)])


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """The rows of a list compared with each other: the plan so far, and each group's keys."""

    plan: ListPlan
    groups: dict[int, Keys]


def plan_list(
    tx: Transaction, staged: Staging, compared: Compared, client: str, prints: Fingerprints
) -> ListPlan:
    """Decide about every row, by exact keys: against the workspace, and against who said no.

    Nothing is written.
    """
    plan = compared.plan
    _find_known(tx, staged, plan, compared.groups)
    _one_row_each(staged, plan, compared.groups)
    _leave_out_suppressed(tx, staged, plan, client, prints)
    return plan


def compare_rows(staged: Staging) -> Compared:
    """Rows of one person get one first row. Asks no workspace, and so keeps nobody waiting."""
    plan = ListPlan()
    groups: dict[int, Keys] = {}
    with_key: defaultdict[str, list[int]] = defaultdict(list)
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
                _join(plan, groups, first, other)
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
    return Compared(plan=plan, groups=groups)


def _join(plan: ListPlan, groups: dict[int, Keys], first: int, other: int) -> None:
    """A row turned out to be the link between two groups: they are one person."""
    groups[first] |= groups.pop(other)
    _merge_rows(plan, first, other)


def _merge_rows(plan: ListPlan, first: int, other: int) -> None:
    rows = [other, *plan.others.pop(other, ())]
    plan.others.setdefault(first, []).extend(rows)
    plan.first.update(dict.fromkeys(rows, first))


def _root(plan: ListPlan, number: int) -> int:
    return plan.first.get(number, number)


def _find_known(
    tx: Transaction, staged: Staging, plan: ListPlan, groups: Mapping[int, Keys]
) -> None:
    """Which first rows are people of the workspace."""
    for some in chunks(staged.keys(), 5000):
        having = matches.people_with(tx, some)
        people = {person for persons in having.values() for person in persons}
        known = matches.keys_of_people(tx, people)
        for number in dict.fromkeys(number for _, number in staged.rows_of_keys(having)):
            first = _root(plan, number)
            if first in plan.known:
                continue
            keys = groups.get(first) or _keys(staged, first)
            person = matches.who_is(keys, having, known)
            if person is not None:
                plan.known[first] = person
                if first in plan.left_out or staged.row(first).says_no:
                    plan.silenced.add(person)


def _one_row_each(staged: Staging, plan: ListPlan, groups: Mapping[int, Keys]) -> None:
    """Two first rows that are the same known person become one; unless their names differ.

    Then somebody without a name is known under a number both have: only the first is them.
    """
    row_of: dict[ContactId, int] = {}
    for number in sorted(plan.known):
        first = row_of.setdefault(plan.known[number], number)
        if first == number:
            continue
        person = plan.known.pop(number)
        one, other = (groups.get(row) or _keys(staged, row) for row in (first, number))
        if names_agree(one.name, other.name):
            _merge_rows(plan, first, number)
            if number in plan.left_out or staged.row(number).says_no:
                plan.left_out[first] = plan.left_out.pop(number, ANOTHER_SAID_NO)
                plan.silenced.add(person)


def _keys(staged: Staging, number: int) -> Keys:
    draft = staged.row(number).draft
    return draft.keys if draft else Keys()


def _leave_out_suppressed(
    tx: Transaction, staged: Staging, plan: ListPlan, client: str, prints: Fingerprints
) -> None:
    """Whoever must not be called by this client, or on none of their numbers, stays out."""
    for some in chunks((row for row in staged.rows() if not row.left_out), 2000):
        drafts = {
            row.number: plan.draft(staged, row.number, row.draft)
            for row in some
            if row.draft and row.number not in plan.first
        }
        for number in not_to_be_called(tx, client, drafts, prints):
            plan.left_out.setdefault(number, SUPPRESSED)
