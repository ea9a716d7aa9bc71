"""Asking the statements of the queue without claiming anything."""

import json
from collections import namedtuple
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache, partial
from typing import Any

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.times import local_time
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Transaction
from qualdesk.store.legal import law_of
from qualdesk.store.look_sql import LOOKS, look
from qualdesk.store.queue_sql import moments, statement


@dataclass(frozen=True, slots=True)
class QueueLook:
    """The statements of the queue, asked for one caller and one campaign or all."""

    tx: Transaction
    caller: str
    campaign_id: CampaignId | None = None

    def rows(self, name: str, **values: object) -> list[Any]:
        """All rows of the statement of that name, each with its columns by name."""
        text, told = self._asked(name, values)
        found = self.tx.run(text, told)
        row = _row_of(tuple(column[0] for column in found.description))
        return [row(*one) for one in found.fetchall()]

    def tuples(self, name: str, **values: object) -> Iterator[tuple[Any, ...]]:
        """The same, plain and one by one: for statements that give very many."""
        text, told = self._asked(name, values)
        yield from self.tx.run(text, told)

    def _asked(self, name: str, values: dict[str, object]) -> tuple[str, dict[str, object]]:
        told = {**moments(self.tx), "caller": self.caller, "campaign_id": self.campaign_id}
        one = self.campaign_id is not None
        find = look if name in LOOKS else statement
        return find(type(self.tx.dialect), name, one_campaign=one), {**told, **values}


@frozen
class CellNow:
    """What holds for all leads of a cell now.

    Attributes:
        code: what keeps all of them from being called, empty when nothing does.
        rest: what keeps those that have rested, empty when nothing does.
        says: what the law asks for before any call and nobody gave.
        opens_next: when calling hours begin the next time, UTC.
        grace: how long after its time a promise is left to who made it.
    """

    zones: tuple[str, ...]
    code: str
    rest: str
    says: str
    opens_next: datetime | None
    grace: timedelta

    def code_of(self, code: str) -> str:
        """What keeps one of them, when ``code`` is what the statements say of it.

        Where the law wants more for any call, only a time they named themselves can be kept.
        """
        return "law" if self.says and code in _OF_THE_CLOCK else code


def cells_now(look: QueueLook, lead_ids: Collection[int] | None = None) -> dict[int, CellNow]:
    """What holds for the leads of each cell, by its number; of those of these leads, if named."""
    tx = look.tx
    campaign_of = lru_cache(partial(load_campaign, tx))
    found = {}
    rows = look.rows("cells") if lead_ids is None else look.rows("cells_named", **ids_of(lead_ids))
    for row in rows:
        zones = tuple(row.zone_set.split("|")) if row.zone_set else ()
        lacks = ""
        if zones and row.legal and not tx.rules().is_empty:
            law = law_of(tx, campaign_of(CampaignId(row.campaign_id)), row.legal)
            lacks = law.lacking(local_time(tx.now, zones[0]).date())
        code = row.stops or ("" if zones else "zone") or ("law" if lacks else "")
        found[row.id] = CellNow(
            zones=zones,
            code=code or ("closed" if row.is_over else ""),
            rest="not_open" if row.is_before else "" if row.is_open else "hours",
            says=lacks,
            opens_next=tx.dialect.instant(row.opens_next),
            grace=timedelta(seconds=row.grace_seconds),
        )
    return found


@lru_cache(maxsize=64)
def _row_of(names: tuple[str, ...]) -> Callable[..., Any]:
    return namedtuple("Row", names, rename=True)  # noqa: PYI024 - named by the statement


def ids_of(lead_ids: Collection[int]) -> dict[str, str]:
    """Leads as the statements about named ones take them."""
    return {"ids": json.dumps(list(lead_ids))}


_OF_THE_CLOCK = {"hours", "not_open", "resting"}
