"""What the things are called that the history speaks of, looked up when it is read.

The history itself keeps no name: whoever is erased is named nowhere in it.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field
from typing import Any

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import batch_title
from qualdesk.core.ids import CampaignId
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.document_versions import newest
from qualdesk.store.schema_calls import handoff_batch, suppression_list
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_handoff import crm_load
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_lists import lead_list
from qualdesk.store.schema_past import past_load
from qualdesk.store.schema_people import company, contact


@frozen
class Thing:
    """What something is called now, and the campaign it belongs to.

    ``is_erased``: it was somebody of whom nothing is known any more.
    """

    name: str
    campaign: CampaignId | None = None
    is_erased: bool = False


@frozen
class Things:
    """Things by their kind and number."""

    by_kind: Mapping[str, Mapping[str, Thing]] = field(default_factory=dict)

    def get(self, kind: str, number: object) -> Thing | None:
        """One of them; None where nothing of that number is there any more."""
        return self.by_kind.get(kind, {}).get(str(number))

    def with_more(self, other: "Things") -> "Things":
        """These and others together."""
        kinds = {*self.by_kind, *other.by_kind}
        both = {
            kind: {**self.by_kind.get(kind, {}), **other.by_kind.get(kind, {})} for kind in kinds
        }
        return Things(by_kind=both)


def things_named(tx: Transaction, wanted: Iterable[tuple[str, str]]) -> Things:
    """Look up what is called by a kind and a number, as the history writes them down."""
    of_kind: dict[str, set[str]] = {}
    for kind, number in wanted:
        of_kind.setdefault(kind, set()).add(number)
    found: dict[str, dict[str, Thing]] = {}
    for kind, numbers in of_kind.items():
        if kind in _KINDS:
            whole = sorted(int(one) for one in numbers if one.isdecimal() and one.isascii())
            found[kind] = {
                str(row.id): _KINDS[kind](row)
                for some in chunks(whole)
                for row in tx.connection.execute(_QUERIES[kind], {"ids": some})
            }
        elif kind in {"script", "definition"}:
            found[kind] = _documents(tx, kind, numbers)
    return Things(by_kind=found)


def _documents(tx: Transaction, kind: Any, ids: Collection[str]) -> dict[str, Thing]:
    """Scripts and definitions by the name of their newest version; drafts have none yet."""
    found = {}
    for one in ids:
        version = newest(tx, kind, one)
        name = json.loads(version.json).get("name", "") if version else ""
        found[one] = Thing(name=name or one)
    return found


def _lead(row: Any) -> Thing:
    if row.erased_at is not None:
        return Thing(name="", campaign=CampaignId(row.campaign_id), is_erased=True)
    name = ", ".join(part for part in (row.name, row.company) if part)
    return Thing(name=name, campaign=CampaignId(row.campaign_id))


def _campaign(row: Any) -> Thing:
    return Thing(name=row.name, campaign=CampaignId(row.id))


def _list(row: Any) -> Thing:
    return Thing(name=row.name, campaign=CampaignId(row.campaign_id))


def _batch(row: Any) -> Thing:
    return Thing(name=batch_title(row.name, row.number), campaign=CampaignId(row.campaign_id))


def _other(row: Any) -> Thing:
    return Thing(name=row.name)


_IDS: sa.BindParameter[list[int]] = sa.bindparam("ids", expanding=True)
_LISTS = sa.select(
    lead_list.c.id, lead_list.c.campaign_id, lead_list.c.file_name.label("name")
).where(lead_list.c.id.in_(_IDS))
_CAMPAIGNS = sa.select(campaign.c.id, campaign.c.name).where(campaign.c.id.in_(_IDS))
_QUERIES: Mapping[str, sa.Select[Any]] = {
    "lead": sa.select(
        lead.c.id,
        lead.c.campaign_id,
        contact.c.name,
        contact.c.erased_at,
        company.c.name.label("company"),
    )
    .join(contact, contact.c.id == lead.c.contact_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
    .where(lead.c.id.in_(_IDS)),
    "campaign": _CAMPAIGNS,
    "nurtured leads": _CAMPAIGNS,
    "list": _LISTS,
    "fates of a list": _LISTS,
    "handoff_batch": sa.select(
        handoff_batch.c.id, handoff_batch.c.campaign_id, handoff_batch.c.number, campaign.c.name
    )
    .join(campaign, campaign.c.id == handoff_batch.c.campaign_id)
    .where(handoff_batch.c.id.in_(_IDS)),
    **{
        kind: sa.select(table.c.id, table.c.name).where(table.c.id.in_(_IDS))
        for kind, table in (
            ("crm_load", crm_load),
            ("past", past_load),
            ("do-not-call list", suppression_list),
        )
    },
}
_KINDS: Mapping[str, Callable[[Any], Thing]] = {
    "lead": _lead,
    "campaign": _campaign,
    "nurtured leads": _campaign,
    "list": _list,
    "fates of a list": _list,
    "handoff_batch": _batch,
    "crm_load": _other,
    "past": _other,
    "do-not-call list": _other,
}
