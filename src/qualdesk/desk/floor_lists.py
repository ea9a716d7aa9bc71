"""The leads behind the numbers of the Floor, and where those of a list or a batch stand."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from qualdesk.core.floor_counts import stand_label, stands_counted
from qualdesk.core.floor_figures import Behind, LeadLine, Stands
from qualdesk.core.floor_lists import ListOf, list_behind
from qualdesk.core.ids import BatchId, CampaignId, LeadId, ListId
from qualdesk.core.lead_groups import Group
from qualdesk.core.lead_words import lead_words
from qualdesk.core.leads import Bucket
from qualdesk.core.wording import tr
from qualdesk.desk.floor_words import wrong_numbers
from qualdesk.desk.outcomes import catalogue_of
from qualdesk.store import behind
from qualdesk.store.database import Transaction
from qualdesk.store.tally import held_groups, kept_counts

IdsBehind: TypeAlias = Callable[[Transaction, CampaignId], tuple[str, Sequence[LeadId]]]
"""What gives the title of a list, and the numbers of all its leads."""


def page_behind(
    tx: Transaction,
    campaign_id: CampaignId,
    code: str,
    others: Mapping[str, IdsBehind],
    *,
    after: int,
    limit: int,
) -> Behind:
    """A page of the leads behind a number; ``others`` are lists worked out elsewhere.

    Raises:
        NotFound: no number has that code.
    """
    wrong = wrong_numbers(catalogue_of(tx))
    if code in others:
        title, ids = others[code](tx, campaign_id)
        asked, total = behind.Asked(ids=ids), len(ids)
    else:
        groups = kept_counts(tx, campaign_id).groups
        found = list_behind(code, groups, held_groups(tx, campaign_id), wrong)
        title, total, asked = found.title, found.total, _asked(found, groups)
    rows = behind.listed(tx, campaign_id, asked, after=after, limit=limit + 1) if total else ()
    page = rows[:limit]
    return Behind(
        title=title,
        total=total,
        leads=tuple(_line(row, wrong) for row in page),
        next_after=page[-1].id if len(rows) > limit else None,
    )


def stands_of_list(tx: Transaction, list_id: ListId) -> Stands:
    """Where the rows of a list stand, those among them that became no lead.

    Raises:
        NotFound: there is no such list.
    """
    wrong = wrong_numbers(catalogue_of(tx))
    name, rows, found = behind.places_of_list(tx, list_id)
    places: Counter[str] = Counter()
    for (result, group, is_held), count in found.items():
        if result == "left_out" or (group is not None and result == "merged"):
            places[result] += count
        elif group is None:
            places["taken_back"] += count
        else:
            places[_place(group, is_held=is_held, wrong=wrong)] += count
    return Stands(title=name, total=rows, stands=stands_counted(places))


def stands_of_batch(tx: Transaction, batch_id: BatchId) -> Stands:
    """Where the leads of a batch stand now, also those that came back since.

    Raises:
        NotFound: there is no such batch.
    """
    wrong = wrong_numbers(catalogue_of(tx))
    number, leads, found = behind.places_of_batch(tx, batch_id)
    places: Counter[str] = Counter()
    for (group, is_held), count in found.items():
        places[_place(group, is_held=is_held, wrong=wrong)] += count
    title = tr("Batch {number}", number=number)
    return Stands(title=title, total=leads, stands=stands_counted(places))


def _asked(found: ListOf, groups: Iterable[Group]) -> behind.Asked:
    if found.held:
        return behind.Asked(held=True)
    some = [group for group in groups if found.is_in(group)]
    return behind.Asked(groups=some, by=found.by, held=found.held)


def _place(group: Group, *, is_held: bool, wrong: frozenset[str]) -> str:
    return Bucket.WITH_CALLER.value if is_held else group.stand(wrong)


def _line(row: behind.Listed, wrong: frozenset[str]) -> LeadLine:
    return LeadLine(
        id=row.id,
        name=row.name,
        company=row.company,
        stand=stand_label(_place(row.group, is_held=row.is_held, wrong=wrong)),
        says=lead_words(row.reason),
        last_called=row.last_called,
    )
