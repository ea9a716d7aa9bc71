"""What calls to leads are worth now, part by part, in the words of a caller."""

import json
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.index import Part
from qualdesk.core.traits import Traits
from qualdesk.store.database import Transaction
from qualdesk.store.look_sql import look
from qualdesk.store.quick import TextLook, quick_text
from qualdesk.store.ranker import Ranker
from qualdesk.store.ranking import QUARTER


@frozen
class Worth:
    """What a call is worth.

    Attributes:
        parts: what it is made of, nothing where no hour is left.
        score: what the order goes by since the stacks were ranked last, in the same unit.
        is_pinned: it comes first all the same.
    """

    parts: tuple[Part, ...]
    score: float
    is_pinned: bool


# Leads of a stack are worth the same: most of what comes next is known from what came before.
_KEPT = 512


def worth_of(
    tx: Transaction, lead_ids: Collection[int], *, is_on_call: bool = False
) -> dict[LeadId, Worth]:
    """What a call to each of these leads is worth now, or when its hours next begin.

    ``is_on_call``: the call in progress is no earlier try.
    """
    rows = quick_text(tx, *asks_worth(tx, lead_ids)).fetchall()
    # Kept with the connection, so that no two workspaces share it.
    known: dict[tuple[Any, ...], Worth] = tx.connection.info.setdefault("worth", {})
    ranker: Ranker | None = None
    found: dict[LeadId, Worth] = {}
    quarter = tx.now.timestamp() // QUARTER.total_seconds()
    for lead_id, cell_id, traits, tier, score in rows:
        # Whatever else moves it moves the score of its stack, at the latest in the next quarter.
        key = (cell_id, traits, tier, score, quarter, is_on_call)
        if key not in known:
            ranker = ranker or Ranker(tx)
            while len(known) >= _KEPT:
                known.pop(next(iter(known)))
            alike = Traits.from_key(traits)
            parts = ranker.parts(cell_id, _before(alike, is_on_call))
            known[key] = Worth(parts=parts, score=score, is_pinned=alike.is_pinned)
        found[LeadId(lead_id)] = known[key]
    return found


def asks_worth(tx: Transaction, lead_ids: Collection[int]) -> TextLook:
    """What is asked for it."""
    return look(type(tx.dialect), "worth_named"), {"ids": json.dumps(list(lead_ids))}


def _before(traits: Traits, is_on_call: bool) -> Traits:  # noqa: FBT001 - of this module alone
    if not is_on_call:
        return traits
    return replace(traits, attempts=max(0, traits.attempts - 1))
