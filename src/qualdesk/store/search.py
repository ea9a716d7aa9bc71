"""Searching people and companies by beginnings of words, ends of numbers, and addresses."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, CompanyId, ContactId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.searching import Asked, holds
from qualdesk.core.wording import tr
from qualdesk.store.bulk import chunks
from qualdesk.store.cells import IS_LOADING
from qualdesk.store.clients import apart_in_file, of
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_rows
from qualdesk.store.schema_campaigns import campaign, cell
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import (
    company,
    company_word,
    contact,
    contact_email,
    contact_phone,
    name_word,
)

MOST = 200
"""People looked at for one search: whoever finds more than that types another letter."""
FARTHEST = 20_000
"""Words read of the index: whoever types two that so many people have types another letter."""
# Of two words each of which begins more names than this, neither is the rarer one.
_FEW = 5_000
# Companies that are counted, to show those with most people.
_COMPANIES = 40


@frozen
class Row:
    """A lead that fits, with what says where it stands.

    Attributes:
        ending: the last four digits of the number it was found by, empty without one.
        due_at: when they are to be called back; ``callback_owner`` promised it.
        hold: the kind of hold of ``held_by``, empty when nobody has the lead.
    """

    lead_id: LeadId
    contact_id: ContactId
    company_id: CompanyId | None
    campaign_id: CampaignId
    campaign: str
    client: str
    name: str
    name_key: str
    company: str
    company_key: str
    city: str
    zones: tuple[str, ...]
    bucket: Bucket
    reason: str
    held_by: str
    hold: str
    held_until: datetime | None
    due_at: datetime | None
    wake_at: datetime | None
    callback_owner: str
    attempts: int
    last_outcome: str
    last_attempt_at: datetime | None
    is_referred: bool
    ending: str = ""


@frozen
class CompanyRow:
    """A company that fits, counted: its people who are leads, calls to them, who said no."""

    id: CompanyId
    name: str
    people: int
    calls: int
    never: int


def search(tx: Transaction, asked: Asked, regions: Collection[str], most: int = MOST) -> list[Row]:
    """The leads that fit what was typed, at most about so many; in no order.

    ``regions``: the countries (ISO codes) in which numbers without a calling code may lie.
    """
    endings = people_with_number(tx, asked, regions)
    people: dict[int, str] = dict(endings)
    if asked.email:
        mail = sa.select(contact_email.c.contact_id).where(contact_email.c.key == asked.email)
        people.update(dict.fromkeys(tx.connection.scalars(mail.limit(most)), ""))
    if not people and asked.words:
        people.update(dict.fromkeys(people_with_words(tx, asked, most), ""))
    return _rows(tx, people)


def people_with_words(tx: Transaction, asked: Asked, most: int) -> list[int]:
    """People whose names and companies have words that begin with all that was typed."""
    rarest = _rarest(tx, asked)
    rest = [_may_have(word) for word in asked.words if word != rarest]
    found: dict[int, None] = {}
    for spelling in rarest:
        for words, theirs in (
            (name_word, contact.c.id == sa.literal_column("near.of_id")),
            (company_word, contact.c.company_id == sa.literal_column("near.of_id")),
        ):
            near = _near(words, spelling)
            query = (
                sa.select(contact.c.id, contact.c.name_key, company.c.key)
                .select_from(near)
                .join(contact, theirs)
                .outerjoin(company, company.c.id == contact.c.company_id)
                .where(*rest)
                .limit(most)
            )
            for row in tx.connection.execute(query):
                if holds(asked.words, row.name_key, row.key or ""):
                    found[row.id] = None
    return list(found)


def people_with_number(
    tx: Transaction, asked: Asked, regions: Collection[str]
) -> list[tuple[int, str]]:
    """People one of whose numbers ends, or begins, with the digits; with its last four digits."""
    if not asked.digits:
        return []
    e164 = contact_phone.c.e164
    last = asked.digits[-_ENDING:]
    # As the index is written: a value in the place of the 3 would not be found in it.
    ends = sa.and_(
        sa.literal_column("substr(e164, length(e164) - 3)") == last,
        sa.or_(*(e164.endswith(one, autoescape=True) for one in asked.endings())),
    )
    # Between two texts of digits, which every order of letters sorts the same.
    begins = (
        e164.between(one, one + "9" * (_LONGEST - len(one)))
        for one in asked.beginnings(regions)
        if len(one) <= _LONGEST
    )
    found: dict[int, str] = {}
    for mine in (ends, *begins):
        query = sa.select(contact_phone.c.contact_id, e164).where(mine).limit(MOST)
        for row in tx.connection.execute(query):
            found.setdefault(row.contact_id, row.e164[-_ENDING:])
    return list(found.items())


def rows_of_caller(tx: Transaction, caller: str) -> list[Row]:
    """What this caller has in hand, and their call backs of the next day."""
    until = tx.now + _SOON
    mine = quick_rows(tx, _IN_HAND, {"caller": caller})
    mine += quick_rows(tx, _PROMISED, {"caller": caller, "until": until})
    return [_row(row, "") for row in _own(tx, mine)]


def companies_with(tx: Transaction, asked: Asked, most: int) -> list[CompanyRow]:
    """Companies whose words begin with all that was typed, those with most people first."""
    if not asked.words:
        return []
    fitting: dict[int, Any] = {}
    for spelling in _rarest(tx, asked):
        near = _near(company_word, spelling)
        query = (
            sa.select(company.c.id, company.c.name, company.c.key)
            .select_from(near)
            .join(company, company.c.id == near.c.of_id)
            .where(*(_holds(company.c.key, word) for word in asked.words))
            .limit(_COMPANIES)
        )
        rows = tx.connection.execute(query)
        fitting |= {row.id: row for row in rows if holds(asked.words, row.key)}
    counted = _counted(tx, list(fitting))
    found = [
        CompanyRow(id=CompanyId(row.id), name=row.name, **counted[row.id])
        for row in fitting.values()
        if row.id in counted
    ]
    return sorted(found, key=lambda one: (-one.people, one.name.casefold()))[:most]


def at_company(tx: Transaction, company_id: CompanyId, most: int) -> list[Row]:
    """The leads whose people work at a company."""
    query = _FOUND.where(contact.c.company_id == company_id).limit(most)
    return [_row(row, "") for row in _own(tx, tx.connection.execute(query))]


def one_lead(tx: Transaction, lead_id: LeadId) -> list[Row]:
    """The row of this lead.

    Raises:
        NotFound: there is no such lead.
    """
    rows = tx.connection.execute(_FOUND.where(lead.c.id == lead_id))
    found = [_row(row, "") for row in _own(tx, rows)]
    if not found:
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))
    return found


def regions_called(tx: Transaction) -> list[str]:
    """The countries (ISO codes) of the campaigns, in which numbers are written without a code."""
    region = campaign.c.region
    return list(tx.connection.scalars(sa.select(region).where(region != "").distinct()))


def _rarest(tx: Transaction, asked: Asked) -> Sequence[str]:
    """The word to begin with: a search for a rare one and a common one reads few people."""
    if len(asked.words) == 1:
        return asked.words[0]
    return min(asked.words, key=lambda word: _how_many(tx, word))


def _how_many(tx: Transaction, word: Sequence[str]) -> int:
    """How many names and companies have a word that begins so, counted no further than needed."""
    return sum(
        tx.connection.scalar(sa.select(sa.func.count()).select_from(_near(words, one, _FEW))) or 0
        for one in word
        for words in (name_word, company_word)
    )


def _near(words: sa.Table, spelling: str, most: int = FARTHEST) -> sa.Subquery:
    """Whose words begin so, read from the index in its order and no further than ``most``."""
    word, of_id = words.primary_key.columns
    begins = (word >= spelling, word < spelling + _AFTER_ALL)
    return sa.select(of_id.label("of_id")).where(*begins).limit(most).subquery("near")


def _may_have(word: Sequence[str]) -> sa.ColumnElement[bool]:
    """Whether a person's name or company holds the word somewhere: where, is looked at after."""
    return sa.or_(_holds(contact.c.name_key, word), _holds(company.c.key, word))


def _holds(key: sa.ColumnElement[str], word: Sequence[str]) -> sa.ColumnElement[bool]:
    return sa.or_(*(key.contains(one, autoescape=True) for one in word))


def _counted(tx: Transaction, ids: Collection[int]) -> dict[int, dict[str, int]]:
    """How many leads each company has, how often they were called, and how many said no."""
    query = (
        sa.select(
            contact.c.company_id,
            sa.func.count().label("people"),
            sa.func.sum(lead.c.attempts).label("calls"),
            sa.func.sum(sa.case((lead.c.state == Bucket.DO_NOT_CALL.value, 1), else_=0)).label(
                "never"
            ),
        )
        .join(lead, lead.c.contact_id == contact.c.id)
        .where(contact.c.company_id.in_(ids), of(lead, apart_in_file(tx)))
        .group_by(contact.c.company_id)
    )
    return {
        row.company_id: {"people": row.people, "calls": row.calls, "never": row.never}
        for row in tx.connection.execute(query)
    }


def _rows(tx: Transaction, people: Mapping[int, str]) -> list[Row]:
    return [
        _row(row, people[row.contact_id])
        for some in chunks(people)
        for row in _own(tx, quick_rows(tx, _OF_PEOPLE, {"ids": some}))
    ]


def _own(tx: Transaction, rows: Iterable[Any]) -> Iterable[Any]:
    """Those of the client whoever looks works for alone; all where they work for all."""
    mine = apart_in_file(tx)
    return (row for row in rows if row.client == mine) if mine else rows


def _row(row: Any, ending: str) -> Row:
    holder = row.claimed_by or ""
    return Row(
        lead_id=LeadId(row.lead_id),
        contact_id=ContactId(row.contact_id),
        company_id=row.company_id,
        campaign_id=CampaignId(row.campaign_id),
        campaign=row.campaign,
        client=row.client,
        name=row.name,
        name_key=row.name_key,
        company=row.company or "",
        company_key=row.company_key or "",
        city=row.city,
        zones=tuple(row.zones or ()),
        bucket=Bucket(row.state),
        reason=row.state_reason,
        held_by=holder,
        hold=row.claim_kind or "",
        held_until=row.claim_until,
        due_at=row.due_at,
        wake_at=row.wake_at,
        callback_owner=row.callback_owner,
        attempts=row.attempts,
        last_outcome=row.last_outcome,
        last_attempt_at=row.last_attempt_at,
        is_referred=row.referred_by is not None,
        ending=ending,
    )


_SOON = timedelta(days=1)
_ENDING = 4
# The longest number there is, its + included.
_LONGEST = 16
# Behind every character a word can have.
_AFTER_ALL = "\U0010ffff"
# Built once: every letter typed asks for them.
_IDS: sa.BindParameter[list[int]] = sa.bindparam("ids", expanding=True)
_FOUND = (
    sa.select(
        lead.c.id.label("lead_id"),
        lead.c.contact_id,
        contact.c.company_id,
        lead.c.campaign_id,
        campaign.c.name.label("campaign"),
        campaign.c.client,
        *(contact.c[name] for name in ("name", "name_key", "city", "zones")),
        company.c.name.label("company"),
        company.c.key.label("company_key"),
        *(lead.c[name] for name in ("state", "state_reason", "claimed_by", "claim_kind")),
        *(lead.c[name] for name in ("claim_until", "due_at", "wake_at", "callback_owner")),
        *(lead.c[name] for name in ("attempts", "last_outcome", "last_attempt_at", "referred_by")),
    )
    .join_from(lead, contact, contact.c.id == lead.c.contact_id)
    .join(campaign, campaign.c.id == lead.c.campaign_id)
    .join(cell, cell.c.id == lead.c.cell_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
    # Of a list that is not loaded to its end nobody is anybody's lead yet.
    .where(~IS_LOADING)
)
_IN_HAND = _FOUND.where(lead.c.claimed_by == sa.bindparam("caller"))
_PROMISED = _FOUND.where(
    # As the index of promises says it, in the order of their time.
    lead.c.due_at.is_not(None),
    lead.c.claimed_by.is_(None),
    lead.c.due_at < sa.bindparam("until"),
    lead.c.callback_owner == sa.bindparam("caller"),
)
_OF_PEOPLE = _FOUND.where(lead.c.contact_id.in_(_IDS))
