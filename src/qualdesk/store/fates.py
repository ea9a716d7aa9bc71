"""What became of the rows of a list: counted, and row by row."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.fates import Fate, RowFate, RowStands, fate_of
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, ListId
from qualdesk.core.leads import Bucket
from qualdesk.core.wording import tr
from qualdesk.store.bulk import CHUNK
from qualdesk.store.database import Transaction
from qualdesk.store.regions import regions_of
from qualdesk.store.schema_calls import attempt
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_lists import intake_row, lead_list
from qualdesk.store.schema_people import company, contact


@frozen
class KeptList:
    """A list as its fates need it."""

    id: ListId
    campaign_id: CampaignId
    file_name: str
    loaded_at: datetime
    rows: int


def kept_list(tx: Transaction, list_id: ListId) -> KeptList:
    """A list that was loaded.

    Raises:
        NotFound: there is none with that number.
    """
    row = tx.connection.execute(sa.select(lead_list).where(lead_list.c.id == list_id)).first()
    if row is None:
        raise NotFound(
            tr(
                "There is no list number {number}. Look at the lists and choose one.",
                number=list_id,
            )
        )
    return KeptList(
        id=ListId(row.id),
        campaign_id=CampaignId(row.campaign_id),
        file_name=row.file_name,
        loaded_at=row.loaded_at,
        rows=row.rows,
    )


def fate_counts(tx: Transaction, list_id: ListId) -> dict[Fate, int]:
    """How many rows of the list have each fate."""
    alike = _STANDS.where(intake_row.c.list_id == list_id).subquery()
    query = sa.select(*alike.c, sa.func.count().label("rows")).group_by(*alike.c)
    counts: Counter[Fate] = Counter()
    for row in tx.connection.execute(query):
        counts[_fate(row)] += row.rows
    return dict(counts)


def row_fates(tx: Transaction, list_id: ListId) -> Iterator[RowFate]:
    """Every row of the list in its order; some hundred are read at a time."""
    after = -1
    while True:
        query = _ROWS.where(intake_row.c.list_id == list_id, intake_row.c.row_number > after)
        rows = tx.connection.execute(query.order_by(intake_row.c.row_number).limit(CHUNK)).all()
        if not rows:
            return
        calls = _calls(tx, {row.lead_id for row in rows if row.lead_id is not None})
        for row in rows:
            yield _row(row, calls.get(row.lead_id, 0))
        after = rows[-1].row_number


def regions_of_list(tx: Transaction, list_id: ListId) -> frozenset[str]:
    """Where the people of a list live and are called, as ISO codes."""
    theirs = (
        sa.select(lead.c.contact_id)
        .join(intake_row, intake_row.c.lead_id == lead.c.id)
        .where(intake_row.c.list_id == list_id)
    )
    return regions_of(tx, theirs)


def _row(row: Any, calls: int) -> RowFate:
    fate = _fate(row)
    whys = {Fate.LEFT_OUT: row.reason, Fate.MERGED: "", Fate.KEPT_OUT: row.kept_out}
    return RowFate(
        row_number=row.row_number,
        name=row.name or "",
        company=row.company or "",
        external_id=row.external_id or "",
        fate=fate,
        why=whys.get(fate, row.state_reason or ""),
        calls=calls,
        last_call_at=row.last_attempt_at,
    )


def _calls(tx: Transaction, ids: set[int]) -> dict[int, int]:
    """How often each lead was called; what was undone was no call."""
    query = (
        sa.select(attempt.c.lead_id, sa.func.count().label("calls"))
        .where(
            attempt.c.lead_id.in_(ids),
            sa.or_(attempt.c.number != "", attempt.c.is_incoming),
            attempt.c.undone_at.is_(None),
        )
        .group_by(attempt.c.lead_id)
    )
    return {row.lead_id: row.calls for row in tx.connection.execute(query)} if ids else {}


def _fate(row: Any) -> Fate:
    held = row.is_held and row.state is not None
    state = Bucket(row.state) if row.state is not None else None
    return fate_of(
        RowStands(
            result=row.result,
            bucket=Bucket.WITH_CALLER if held else state,
            was_called=bool(row.was_called),
            was_reached=bool(row.was_reached),
            is_kept_out=bool(row.is_kept_out),
        )
    )


_SAYS = (
    intake_row.c.result,
    lead.c.state,
    lead.c.last_attempt_at.is_not(None).label("was_called"),
    lead.c.was_reached,
    (lead.c.kept_out != "").label("is_kept_out"),
    sa.and_(lead.c.claimed_by.is_not(None), lead.c.claim_kind != "undo").label("is_held"),
)
_STANDS = sa.select(*_SAYS).outerjoin_from(intake_row, lead, lead.c.id == intake_row.c.lead_id)
_ROWS = (
    sa.select(
        intake_row.c.row_number,
        intake_row.c.reason,
        intake_row.c.lead_id,
        *_SAYS,
        lead.c.external_id,
        lead.c.state_reason,
        lead.c.kept_out,
        lead.c.last_attempt_at,
        contact.c.name,
        company.c.name.label("company"),
    )
    .outerjoin_from(intake_row, lead, lead.c.id == intake_row.c.lead_id)
    .outerjoin(contact, contact.c.id == lead.c.contact_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
)
