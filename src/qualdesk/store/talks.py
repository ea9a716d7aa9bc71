"""Companies in conversation: who talks to one calls its other people too, for a while."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from qualdesk.core.ids import LeadId
from qualdesk.store.acts import text_act
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row
from qualdesk.store.schema import campaign, company_talk, contact, lead

CALL = timedelta(minutes=15)
"""So long a call keeps the company's other people from everybody else, unless it ends sooner."""
THEIRS_FOR = timedelta(hours=2)
"""So long after a conversation; then the others are anybody's, so that nobody waits in vain."""
REMEMBERED_FOR = timedelta(days=14)
"""So long the next caller is told that a colleague was spoken to."""
MOST = 50
"""People of a company that is one conversation; a bigger one is many."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Before:
    """What a caller should know before they dial.

    Attributes:
        given_by: who gave them this lead, empty for nobody.
        spoke: who spoke to a colleague of theirs, ``colleague``, at ``spoke_at``; empty for none.
    """

    given_by: str = ""
    spoke: str = ""
    colleague: str = ""
    spoke_at: datetime | None = None


def begin_talk(tx: Transaction, lead_id: LeadId, caller: str) -> None:
    """A call to somebody begins: until it ends their colleagues are this caller's.

    Who is in conversation with the company already stays it.
    """
    tx.run(tx.dialect.named(_BEGIN), _values(tx, lead_id, caller, CALL))


def end_talk(tx: Transaction, lead_id: LeadId, caller: str, *, spoke: bool) -> None:
    """A call has ended; after a conversation their colleagues stay this caller's for a while."""
    values = _values(tx, lead_id, caller, THEIRS_FOR if spoke else timedelta(0))
    if spoke:
        tx.run(tx.dialect.named(_SPOKE), values)
    else:
        values["since"] = tx.dialect.moment(tx.now - THEIRS_FOR)
        tx.run(tx.dialect.named(_NOBODY), values)


def let_go_of(tx: Transaction, caller: str) -> None:
    """Somebody is away: the companies they talked to are anybody's."""
    mine = company_talk.update().where(company_talk.c.caller == caller)
    tx.connection.execute(mine.values(until=tx.now))


def known_before(tx: Transaction, lead_id: LeadId, caller: str) -> Before:
    """What this caller should know of a lead before they dial."""
    row = quick_row(tx, _KNOWN, {"lead_id": lead_id, "since": tx.now - REMEMBERED_FOR})
    if row is None:
        return Before()
    given_by = row.pushed_by if row.pushed_to == caller else ""
    if row.spoke_to in {None, 0, lead_id}:
        return Before(given_by=given_by)
    return Before(
        given_by=given_by, spoke=row.spoke, colleague=row.name or "", spoke_at=row.spoke_at
    )


def _values(
    tx: Transaction, lead_id: LeadId, caller: str, for_so_long: timedelta
) -> dict[str, object]:
    at = tx.dialect.moment
    return {
        "lead_id": lead_id,
        "caller": caller,
        "now": at(tx.now),
        "until": at(tx.now + for_so_long),
    }


# On the way to every call, so they are plain text for the driver. A company of one has no
# colleagues, and one of very many is not one conversation.
_THEIRS = f"""SELECT contact.company_id AS company_id, campaign.client AS client
    FROM lead JOIN contact ON contact.id = lead.contact_id
    JOIN campaign ON campaign.id = lead.campaign_id
    WHERE lead.id = :lead_id AND contact.company_id IS NOT NULL AND (
        SELECT COUNT(*) FROM (
            SELECT 1 FROM contact AS other WHERE other.company_id = contact.company_id
            LIMIT {MOST + 1}
        ) AS colleagues
    ) BETWEEN 2 AND {MOST}"""  # noqa: S608 - a number of ours
_BEGIN = text_act(
    "begin_talk",
    f"""INSERT INTO company_talk (company_id, client, caller, until)
    SELECT theirs.company_id, theirs.client, :caller, :until FROM ({_THEIRS}) AS theirs
    WHERE TRUE
    ON CONFLICT (company_id, client) DO UPDATE
        SET caller = excluded.caller, until = excluded.until
        WHERE company_talk.until <= :now
            OR (company_talk.caller = excluded.caller AND company_talk.until < excluded.until)""",  # noqa: S608 - our own words
    takes={"lead_id": "integer", "until": "timestamptz"},
)
_SPOKE = text_act(
    "keep_talk",
    f"""INSERT INTO company_talk (company_id, client, caller, until, spoke, spoke_at, spoke_to)
    SELECT theirs.company_id, theirs.client, :caller, :until, :caller, :now, :lead_id
    FROM ({_THEIRS}) AS theirs WHERE TRUE
    ON CONFLICT (company_id, client) DO UPDATE SET caller = excluded.caller,
        until = excluded.until, spoke = excluded.spoke, spoke_at = excluded.spoke_at,
        spoke_to = excluded.spoke_to""",  # noqa: S608 - our own words
    takes={"lead_id": "integer", "until": "timestamptz"},
)
# Nobody answered: a conversation of before counts on for its own time.
_NOBODY = text_act(
    "end_talk",
    """UPDATE company_talk SET until = :now
    WHERE caller = :caller AND until > :now AND (spoke <> :caller OR spoke_at <= :since)
        AND company_id = (SELECT contact.company_id FROM lead
            JOIN contact ON contact.id = lead.contact_id WHERE lead.id = :lead_id)
        AND client = (SELECT campaign.client FROM lead
            JOIN campaign ON campaign.id = lead.campaign_id WHERE lead.id = :lead_id)""",
    takes={"lead_id": "integer", "since": "timestamptz"},
)
_COLLEAGUE = contact.alias("colleague")
_THEIR_LEAD = lead.alias("their_lead")
_KNOWN = (
    sa.select(
        lead.c.pushed_to,
        lead.c.pushed_by,
        company_talk.c.spoke,
        company_talk.c.spoke_at,
        company_talk.c.spoke_to,
        _COLLEAGUE.c.name,
    )
    .join_from(lead, contact, contact.c.id == lead.c.contact_id)
    .join(campaign, campaign.c.id == lead.c.campaign_id)
    .outerjoin(
        company_talk,
        sa.and_(
            company_talk.c.company_id == contact.c.company_id,
            company_talk.c.client == campaign.c.client,
            company_talk.c.spoke_at > sa.bindparam("since"),
        ),
    )
    .outerjoin(_THEIR_LEAD, _THEIR_LEAD.c.id == company_talk.c.spoke_to)
    .outerjoin(_COLLEAGUE, _COLLEAGUE.c.id == _THEIR_LEAD.c.contact_id)
    .where(lead.c.id == sa.bindparam("lead_id"))
)
