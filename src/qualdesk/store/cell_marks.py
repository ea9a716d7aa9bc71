"""Marks on cells: their hours are to be worked out anew, or their leads to be sorted anew."""

import sqlalchemy as sa

from qualdesk.core.ids import CampaignId
from qualdesk.store.database import Transaction
from qualdesk.store.schema_campaigns import cell

_MARK = "~"
IS_MARKED = cell.c.legal.startswith(_MARK, autoescape=True)
"""Whether the leads of a cell wait to be sorted anew."""


def work_out_anew(tx: Transaction, campaign_id: CampaignId | None = None) -> None:
    """Let calling hours be worked out at the next look: of one campaign, or of all."""
    tx.connection.execute(
        cell.update().where(_of(campaign_id)).values(compiled_from=None, compiled_until=None)
    )


def sort_anew(tx: Transaction, campaign_id: CampaignId | None = None) -> None:
    """Let leads be sorted into cells anew, because they are something else to the law now.

    A few rows change, however many leads there are. Until each has its turn it can be called by
    what its cell said before, and the rules are asked whole when a number is dialled.
    """
    marked = sa.literal(_MARK) + sa.cast(cell.c.id, sa.Text) + sa.literal(_MARK) + cell.c.legal
    tx.connection.execute(cell.update().where(_of(campaign_id), ~IS_MARKED).values(legal=marked))
    work_out_anew(tx, campaign_id)


def without_mark(legal: str) -> str:
    """The key of a cell as it was before it was marked."""
    return legal.rpartition(_MARK)[2]


def _of(campaign_id: CampaignId | None) -> sa.ColumnElement[bool]:
    return sa.true() if campaign_id is None else cell.c.campaign_id == campaign_id
