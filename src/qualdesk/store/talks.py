"""Companies in conversation: who talks to one calls its other people too, for a while."""

from collections.abc import Collection
from datetime import datetime, timedelta

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.store.acts import text_act
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company_talk, contact

CALL = timedelta(minutes=15)
"""So long a call keeps the company's other people from everybody else, unless it ends sooner."""
THEIRS_FOR = timedelta(hours=2)
"""So long after a conversation; then the others are anybody's, so that nobody waits in vain."""
REMEMBERED_FOR = timedelta(days=14)
"""So long the next caller is told that a colleague was spoken to."""
MOST = 50
"""People of a company that is one conversation; a bigger one is many."""


@frozen
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
        keep_colleagues(tx, lead_id, caller)
    else:
        values["since"] = tx.dialect.moment(tx.now - THEIRS_FOR)
        tx.run(tx.dialect.named(_NOBODY), values)


def let_go_of(tx: Transaction, caller: str) -> None:
    """Somebody is away: the companies they talked to are anybody's."""
    mine = company_talk.update().where(company_talk.c.caller == caller)
    tx.connection.execute(mine.values(until=tx.now))
    tx.connection.execute(_LET_GO, {"whose": caller})


def keep_colleagues(tx: Transaction, lead_id: LeadId, caller: str) -> None:
    """On a server: claims of others pass by the people of a company this caller talked to.

    Each claim asks anyhow whether somebody else talks to their company. But it would ask it of
    each of them anew, and in a busy hour they gather at the head of every stack. Nobody is
    waited for: who is just being claimed is left out.
    """
    if tx.dialect.keeps_colleagues:
        told = {"lead_id": lead_id, "caller": caller, "now": tx.dialect.moment(tx.now)}
        tx.run(tx.dialect.named(_KEEP), told)


def free_colleagues(tx: Transaction, lead_id: LeadId) -> None:
    """A conversation was taken back: whom nobody's keeps any more are anybody's."""
    if tx.dialect.keeps_colleagues:
        told = {"lead_id": lead_id, "now": tx.dialect.moment(tx.now)}
        tx.run(tx.dialect.named(_FREE), told)


def forget_talks(tx: Transaction, lead_ids: Collection[LeadId]) -> None:
    """Nobody is told any more that these were spoken to.

    Whose their colleagues are for the rest of two hours stays: it says of nobody who it was.
    """
    of_them = company_talk.update().where(company_talk.c.spoke_to.in_(lead_ids))
    tx.connection.execute(of_them.values(spoke="", spoke_at=None, spoke_to=0))


def known_before(tx: Transaction, lead_id: LeadId, caller: str) -> Before:
    """What this caller should know of a lead before they dial."""
    row = quick_row(tx, KNOWN, {"lead_id": lead_id, "since": tx.now - REMEMBERED_FOR})
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


def _no_longer_than(span: timedelta) -> str:
    return f":until <= :now + interval '{int(span.total_seconds())} seconds'"


# On the way to every call, so they are plain text for the driver. A company of one has no
# colleagues, and one of very many is not one conversation. Colleagues are nobody's whom a caller
# of a team sees, so these reach beyond; but only from somebody whom this caller called.
_THEIRS = f"""SELECT contact.company_id AS company_id, campaign.client AS client
    FROM lead JOIN contact ON contact.id = lead.contact_id
    JOIN campaign ON campaign.id = lead.campaign_id
    WHERE lead.id = :lead_id AND contact.company_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM attempt WHERE attempt.lead_id = lead.id AND attempt.caller = :caller
    ) AND (
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
    beyond=True,
    only=_no_longer_than(CALL),
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
    beyond=True,
    only=_no_longer_than(THEIRS_FOR),
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
# The leads of everybody at that lead's company, at its client.
_PEOPLE = """FROM lead AS called
    JOIN contact AS spoken_to ON spoken_to.id = called.contact_id
    JOIN campaign AS theirs ON theirs.id = called.campaign_id
    JOIN contact ON contact.company_id = spoken_to.company_id
    JOIN lead ON lead.contact_id = contact.id
    JOIN campaign ON campaign.id = lead.campaign_id AND campaign.client = theirs.client"""
# Not by the word of whoever asks: only those of a company they did talk to.
_KEEP = text_act(
    "keep_colleagues",
    f"""WITH those AS MATERIALIZED (
        SELECT lead.id AS id, company_talk.until AS until {_PEOPLE}
        JOIN company_talk ON company_talk.company_id = contact.company_id
            AND company_talk.client = theirs.client
        WHERE called.id = :lead_id AND lead.id <> called.id
            AND company_talk.spoke = :caller AND company_talk.caller = :caller
            AND company_talk.until > :now
            AND (lead.state = 'waiting' OR lead.kept_for <> '')
        FOR UPDATE OF lead SKIP LOCKED
    )
    UPDATE lead SET kept_for = :caller, kept_until = those.until
    FROM those WHERE lead.id = those.id""",  # noqa: S608 - our own words
    takes={"lead_id": "integer"},
    beyond=True,
)
_FREE = text_act(
    "free_colleagues",
    f"""UPDATE lead SET kept_for = '', kept_until = NULL WHERE id IN (
        SELECT lead.id {_PEOPLE}
        WHERE called.id = :lead_id AND lead.kept_for <> '' AND NOT EXISTS (
            SELECT 1 FROM company_talk
            WHERE company_talk.company_id = contact.company_id
                AND company_talk.client = theirs.client
                AND company_talk.spoke = lead.kept_for AND company_talk.until = lead.kept_until
                AND company_talk.until > :now
        )
        FOR UPDATE OF lead SKIP LOCKED
    )""",  # noqa: S608 - our own words
    takes={"lead_id": "integer"},
    beyond=True,
)
_LET_GO = (
    lead.update()
    .where(
        lead.c.id.in_(
            sa.select(lead.c.id)
            .where(lead.c.kept_for != "", lead.c.kept_for == sa.bindparam("whose"))
            .with_for_update(skip_locked=True)
        )
    )
    .values(kept_for="", kept_until=sa.null())
)
_COLLEAGUE = contact.alias("colleague")
_THEIR_LEAD = lead.alias("their_lead")
KNOWN = (
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
