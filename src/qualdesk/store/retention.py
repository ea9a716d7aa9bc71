"""Who has been kept for as long as the terms allow, and the terms themselves."""

import json
from collections.abc import Sequence

import sqlalchemy as sa

from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.retention import DuePerson, Terms, months_before
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import attempt, handoff_item
from qualdesk.store.schema_campaigns import campaign, workspace
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact

_KEY = "keep_people"
_WITH_SALES = (Bucket.IN_BATCH.value, Bucket.TAKEN.value)


def terms(tx: Transaction) -> Terms:
    """The terms of the workspace."""
    kept = tx.connection.scalar(sa.select(workspace.c.value).where(workspace.c.key == _KEY))
    said = json.loads(kept) if kept else {}
    return Terms(
        **{name: said[name] for name in ("months", "by_itself") if name in said},
        of_client=tuple((name, months) for name, months in said.get("of_client", ())),
        of_campaign=tuple((number, months) for number, months in said.get("of_campaign", ())),
    )


def keep_terms(tx: Transaction, said: Terms) -> None:
    """Put these terms in the place of those before."""
    value = json.dumps(
        {
            "months": said.months,
            "by_itself": said.by_itself,
            "of_client": said.of_client,
            "of_campaign": said.of_campaign,
        }
    )
    new = tx.dialect.insert(workspace).values(key=_KEY, value=value)
    tx.connection.execute(
        new.on_conflict_do_update(index_elements=[workspace.c.key], set_={"value": value})
    )


def due(tx: Transaction, limit: int, after: int = 0) -> Sequence[DuePerson]:
    """The first people who are due, by their number; ``after`` that of the last one seen.

    A person is due when all their leads are: each by the term of its campaign. Whoever is in
    somebody's hands or with sales is not, nor who was promised a call, until a term after it.
    """
    return _found(tx, contact.c.id > after, limit)


def is_due(tx: Transaction, lead_id: LeadId) -> bool:
    """Whether the person of a lead is due now."""
    whose = sa.select(lead.c.contact_id).where(lead.c.id == lead_id).scalar_subquery()
    return bool(_found(tx, contact.c.id == whose, 1))


def _found(tx: Transaction, whose: sa.ColumnElement[bool], limit: int) -> Sequence[DuePerson]:
    months = _months(tx)
    if not months:
        return ()
    first = sa.select(sa.func.min(lead.c.id)).where(lead.c.contact_id == contact.c.id)
    query = (
        sa.select(contact.c.id, contact.c.name, company.c.name.label("company"))
        .add_columns(first.scalar_subquery().label("lead_id"))
        .outerjoin(company, company.c.id == contact.c.company_id)
        .where(whose, *_who(tx, months))
        .order_by(contact.c.id)
        .limit(limit)
    )
    return tuple(_due(tx, row, months) for row in tx.connection.execute(query).all())


def count_due(tx: Transaction) -> int:
    """How many people are due now."""
    months = _months(tx)
    if not months:
        return 0
    query = sa.select(sa.func.count(contact.c.id)).where(*_who(tx, months))
    return int(tx.connection.scalar(query) or 0)


def _months(tx: Transaction) -> dict[int, int]:
    """For how many months the people of each campaign are kept."""
    said = terms(tx)
    plans = tx.connection.execute(sa.select(campaign.c.id, campaign.c.client)).all()
    return {row.id: said.of(row.id, row.client) for row in plans}


def _who(tx: Transaction, months: dict[int, int]) -> tuple[sa.ColumnElement[bool], ...]:
    """Whose leads are all over: those that are known, and have one."""
    over = _is_over(tx, months)
    someone_not = lead.alias("another")
    keeps = sa.exists().where(
        someone_not.c.contact_id == contact.c.id,
        ~sa.exists().where(lead.c.id == someone_not.c.id, over).correlate(someone_not),
    )
    has_one = sa.exists().where(lead.c.contact_id == contact.c.id, over)
    return contact.c.erased_at.is_(None), ~keeps, has_one


def _is_over(tx: Transaction, months: dict[int, int]) -> sa.ColumnElement[bool]:
    """Whether a lead's term is over: neither called nor new, nor did sales say anything of it."""
    by_term: dict[int, list[int]] = {}
    for campaign_id, term in months.items():
        by_term.setdefault(term, []).append(campaign_id)
    spans = []
    for term, ids in by_term.items():
        since = months_before(tx.now, term)
        called = sa.exists().where(attempt.c.lead_id == lead.c.id, attempt.c.started_at >= since)
        item = handoff_item.c
        told = sa.exists().where(
            item.lead_id == lead.c.id, sa.or_(item.answered_at >= since, item.became_at >= since)
        )
        spans.append(
            sa.and_(
                lead.c.campaign_id.in_(ids),
                lead.c.made_at < since,
                sa.or_(lead.c.last_attempt_at.is_(None), lead.c.last_attempt_at < since),
                # A promised call that nobody made is a contact that is still owed.
                sa.or_(lead.c.due_at.is_(None), lead.c.due_at < since),
                ~called.correlate(lead),
                ~told.correlate(lead),
            )
        )
    free = sa.or_(lead.c.claim_until.is_(None), lead.c.claim_until < tx.now)
    return sa.and_(free, lead.c.state.not_in(_WITH_SALES), sa.or_(*spans))


def _due(tx: Transaction, row: sa.Row[tuple[int, str, str]], months: dict[int, int]) -> DuePerson:
    theirs = sa.select(
        lead.c.campaign_id, lead.c.made_at, lead.c.last_attempt_at, campaign.c.name
    ).join(campaign, campaign.c.id == lead.c.campaign_id)
    mine = tx.connection.execute(theirs.where(lead.c.contact_id == row.id)).all()
    last = max(mine, key=lambda one: one.last_attempt_at or one.made_at)
    return DuePerson(
        lead_id=LeadId(row.lead_id),
        name=row.name,
        company=row.company or "",
        campaign=last.name,
        last_contact=last.last_attempt_at or last.made_at,
        months=max(months[one.campaign_id] for one in mine),
    )
