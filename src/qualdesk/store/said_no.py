"""One do-not-call as it was said: all that it stops, looked at again and taken back as a whole."""

from datetime import datetime

import sqlalchemy as sa

from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId, SuppressionId
from qualdesk.core.wording import tr
from qualdesk.store.clients import refuse_others
from qualdesk.store.database import Transaction
from qualdesk.store.house import counts_for
from qualdesk.store.schema_calls import suppression, suppression_list
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact, contact_email, contact_phone
from qualdesk.store.suppression_lift import lift


@frozen
class SaidNo:
    """Somebody asked not to be called, or stands on a list that says so.

    Attributes:
        id: what it is taken back by.
        scope: whom it stops: number, person or company.
        of_list: the name of the do-not-call list it came with, empty when it was said.
        expires_at: when it ends by itself, UTC; None is never.
        lifted_at: since when it stops nobody any more; ``lifted_because`` why.
        entries: how many numbers, addresses and names it stops.
    """

    id: SuppressionId
    client: str
    scope: str
    asked_by: str
    by: str
    reason: str
    at: datetime
    of_list: str
    expires_at: datetime | None
    lifted_at: datetime | None
    lifted_because: str
    entries: int

    @property
    def is_of_house(self) -> bool:
        """Whether it counts for all clients."""
        return self.client == HOUSE

    @property
    def holds(self) -> bool:
        """Whether it stops calls."""
        return self.lifted_at is None


@frozen
class Kept:
    """One entry of the do-not-call of a client; see :class:`SaidNo`."""

    fingerprint: str
    scope: str
    at: datetime
    expires_at: datetime | None
    is_of_list: bool


def said_of(tx: Transaction, lead_id: LeadId) -> tuple[SaidNo, ...]:
    """All that was ever said about calling this lead, the newest first, what ended too.

    Raises:
        NotFound: there is no such lead.
    """
    refuse_others(tx, lead_id)
    if tx.connection.scalar(sa.select(lead.c.id).where(lead.c.id == lead_id)) is None:
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))
    firsts = tx.connection.scalars(_OF_LEAD, {"lead_id": lead_id}).all()
    return tuple(load_said(tx, SuppressionId(one)) for one in sorted(set(firsts), reverse=True))


def load_said(tx: Transaction, said_id: SuppressionId) -> SaidNo:
    """What was said, by its number.

    Raises:
        NotFound: there is none with that number.
    """
    row = tx.connection.execute(_ONE.where(suppression.c.id == said_id)).first()
    if row is None:
        raise NotFound(
            tr(
                "There is no do-not-call number {number}. Look at the lead's and choose.",
                number=said_id,
            )
        )
    if row.said_with:
        return load_said(tx, SuppressionId(row.said_with))
    return SaidNo(
        id=SuppressionId(row.id),
        client=row.client,
        scope=row.scope,
        asked_by=row.asked_by,
        by=row.by,
        reason=row.reason,
        at=row.at,
        of_list=row.list_name or "",
        expires_at=row.expires_at,
        lifted_at=row.lifted_at,
        lifted_because=row.lifted_because,
        entries=len(_together(tx, SuppressionId(row.id))),
    )


def fingerprints_of(tx: Transaction, client: str) -> tuple[Kept, ...]:
    """Everything that stops calls for a client, as it is kept: also of those who were erased."""
    rows = tx.connection.execute(_KEPT, {"client": client})
    return tuple(
        Kept(
            fingerprint=row.fingerprint,
            scope=row.scope,
            at=row.at,
            expires_at=row.expires_at,
            is_of_list=row.of_list is not None,
        )
        for row in rows
    )


def take_back(tx: Transaction, said_id: SuppressionId, because: str) -> tuple[LeadId, ...]:
    """Take back what was said as a whole; the leads that stand again where they stood.

    Raises:
        NotFound: nothing was said under that number.
        Refused: it came with a list, which is lifted as a whole, or stops nobody any more.
    """
    said = load_said(tx, said_id)
    if said.of_list:
        raise Refused(
            tr("They stand on the list “{list}”. Lift that list as a whole.", list=said.of_list)
        )
    if not said.holds:
        raise Refused(tr("This was taken back before. It stops nobody any more."))
    return lift(tx, _together(tx, said.id), because)


def _together(tx: Transaction, first: SuppressionId) -> list[SuppressionId]:
    kept = suppression.c
    query = sa.select(kept.id).where(sa.or_(kept.id == first, kept.said_with == first))
    return [SuppressionId(one) for one in tx.connection.scalars(query.order_by(kept.id))]


_ONE = sa.select(suppression, suppression_list.c.name.label("list_name")).outerjoin(
    suppression_list, suppression_list.c.id == suppression.c.of_list
)
_KEPT = _ONE.where(
    suppression.c.client == sa.bindparam("client"), suppression.c.lifted_at.is_(None)
).order_by(suppression.c.id)
_LEAD_ID: sa.BindParameter[int] = sa.bindparam("lead_id")
_THEIRS = (
    sa.join(lead, campaign, campaign.c.id == lead.c.campaign_id)
    .join(contact, contact.c.id == lead.c.contact_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
)
# By fingerprint alone, which is indexed; those of another client are left out after that.
_PRINTS = sa.union(
    sa.select(contact.c.fingerprint).select_from(_THEIRS).where(lead.c.id == _LEAD_ID),
    sa.select(company.c.fingerprint).select_from(_THEIRS).where(lead.c.id == _LEAD_ID),
    sa.select(contact_phone.c.fingerprint)
    .join(lead, lead.c.contact_id == contact_phone.c.contact_id)
    .where(lead.c.id == _LEAD_ID),
    sa.select(contact_email.c.fingerprint)
    .join(lead, lead.c.contact_id == contact_email.c.contact_id)
    .where(lead.c.id == _LEAD_ID),
)
_CLIENT = (
    sa.select(campaign.c.client)
    .join(lead, lead.c.campaign_id == campaign.c.id)
    .where(lead.c.id == _LEAD_ID)
    .scalar_subquery()
)
_OF_LEAD = sa.select(
    sa.case((suppression.c.said_with != 0, suppression.c.said_with), else_=suppression.c.id)
).where(
    suppression.c.fingerprint.in_(_PRINTS),
    suppression.c.fingerprint != "",
    counts_for(_CLIENT),
)
