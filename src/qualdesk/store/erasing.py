"""Erasing a person: all that says who they are goes, what can only be counted stays."""

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.ids import ContactId, LeadId
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.wording import tr, tr_later
from qualdesk.store.beside import clear as clear_beside
from qualdesk.store.bulk import chunks
from qualdesk.store.callbacks import drop_promises
from qualdesk.store.database import Transaction
from qualdesk.store.handoff_clearing import clear_batches
from qualdesk.store.leads import signals_json
from qualdesk.store.list_journal import drop_companies
from qualdesk.store.owner_questions import forget_asks
from qualdesk.store.schema import (
    answer,
    attempt,
    campaign,
    contact,
    contact_email,
    contact_phone,
    finished_case,
    intake_change,
    intake_row,
    late_save,
    lead,
    message,
    suppression,
    touchpoint,
)
from qualdesk.store.search_words import forget_people
from qualdesk.store.stacks import sort
from qualdesk.store.suppression import ERASED, suppress

NAME = tr_later("Erased person")
NUMBER = "erased"
"""What a call to them keeps in the place of its number: it still counts as a call."""

_ROWS_AT_ONCE = 2000
_SHORTEST_NUMBER = 6
# Leads sales has, or had, count where they are; nobody calls them.
_STAYS = (Bucket.IN_BATCH, Bucket.TAKEN, Bucket.WON, Bucket.LOST)


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody as the workspace knows them, before they are erased.

    Attributes:
        leads: all their leads, of every campaign.
    """

    id: ContactId
    name: str
    numbers: tuple[str, ...]
    emails: tuple[str, ...]
    leads: tuple[LeadId, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Went:
    """What an erasure removed, counted; and where the person may still be spoken of.

    Attributes:
        batches: titles of the batches they left with: those files are with sales.
        mentioned_in: other people's leads whose notes or answers name them.
    """

    leads: tuple[LeadId, ...]
    numbers: int
    emails: int
    calls: int
    answers: int
    touchpoints: int
    rows: int
    batches: tuple[str, ...]
    mentioned_in: tuple[LeadId, ...]


def person_of(tx: Transaction, lead_id: LeadId) -> Person:
    """Who a lead is.

    Raises:
        NotFound: there is no such lead.
        Refused: they are erased already.
    """
    query = sa.select(contact).join(lead, lead.c.contact_id == contact.c.id)
    row = tx.connection.execute(query.where(lead.c.id == lead_id)).first()
    if row is None:
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))
    if row.erased_at is not None:
        raise Refused(tr("This person is erased already. Nothing more is known about them."))
    numbers = sa.select(contact_phone).where(contact_phone.c.contact_id == row.id)
    emails = sa.select(contact_email.c.address).where(contact_email.c.contact_id == row.id)
    leads = sa.select(lead.c.id).where(lead.c.contact_id == row.id).order_by(lead.c.id)
    phones = tx.connection.execute(numbers.order_by(contact_phone.c.position)).all()
    return Person(
        id=ContactId(row.id),
        name=row.name,
        numbers=tuple(one.e164 or one.raw for one in phones),
        emails=tuple(tx.connection.scalars(emails.order_by(contact_email.c.position))),
        leads=tuple(LeadId(one) for one in tx.connection.scalars(leads)),
    )


def refuse_erased(tx: Transaction, lead_id: LeadId) -> None:
    """Do nothing for a lead whose person is known.

    Raises:
        Refused: they were erased; what is written on the lead now would bring them back.
    """
    theirs = sa.select(contact.c.erased_at).join(lead, lead.c.contact_id == contact.c.id)
    if tx.connection.scalar(theirs.where(lead.c.id == lead_id)) is not None:
        raise Refused(tr("This person was erased. Nothing more is kept about them."))


def erase(tx: Transaction, who: Person, by: str) -> Went:
    """Remove what is known of a person; they are never called again by any client of theirs.

    A call that goes on ends, and what is saved on it later is refused.
    """
    # A list that is being loaded may add to the same person at this moment.
    tx.dialect.one_at_a_time(tx.connection, "people")
    entries = _never_again(tx, who, by)
    _clear_journal(tx, who)
    went = Went(
        leads=who.leads,
        numbers=len(who.numbers),
        emails=len(who.emails),
        calls=_clear_calls(tx, who.leads),
        answers=_remove(tx, answer, answer.c.lead_id, who.leads),
        touchpoints=_remove(tx, touchpoint, touchpoint.c.lead_id, who.leads),
        rows=_clear_rows(tx, who),
        batches=clear_batches(tx, who.leads),
        mentioned_in=_clear_names(tx, who),
    )
    clear_beside(tx, who.id, who.leads)
    _remove(tx, message, message.c.lead_id, who.leads)
    _remove(tx, late_save, late_save.c.lead_id, who.leads)
    forget_asks(tx, who.leads, who.name)
    _clear_leads(tx, who.leads)
    _clear_person(tx, who)
    sort(tx, who.leads)
    # Who asked, and in which words, is personal as well.
    cleared = suppression.update().where(suppression.c.id.in_(entries))
    tx.connection.execute(cleared.values(asked_by="", reason=ERASED))
    return went


def _never_again(tx: Transaction, who: Person, by: str) -> Collection[int]:
    """Keep fingerprints for each client who had them as a lead; all entries that stop them."""
    of_client: dict[str, LeadId] = {}
    query = sa.select(campaign.c.client, lead.c.id).join(lead, lead.c.campaign_id == campaign.c.id)
    for row in tx.connection.execute(query.where(lead.c.id.in_(who.leads)).order_by(lead.c.id)):
        of_client.setdefault(row.client, LeadId(row.id))
    for client, lead_id in of_client.items():
        suppress(
            tx,
            client=client,
            scope="person",
            lead_id=lead_id,
            asked_by="",
            by=by,
            reason=ERASED,
        )
    theirs = sa.union(
        *(
            sa.select(table.c.fingerprint).where(key == who.id)
            for table, key in (
                (contact, contact.c.id),
                (contact_phone, contact_phone.c.contact_id),
                (contact_email, contact_email.c.contact_id),
            )
        )
    )
    stops = sa.select(suppression.c.id).where(
        suppression.c.fingerprint.in_(theirs),
        suppression.c.fingerprint != "",
        suppression.c.of_list.is_(None),
    )
    return list(tx.connection.scalars(stops))


def _clear_calls(tx: Transaction, ids: Sequence[LeadId]) -> int:
    """That they were called, when, by whom and how it ended can be counted; no word of it stays."""
    mine = attempt.c.lead_id.in_(ids)
    bare = {"reason": "", "note": "", "hint": "", "before": None, "is_conflict": False}
    done = tx.connection.execute(
        attempt.update()
        .where(mine)
        .values(
            **bare,
            # One that came in, or was no call, had none: it must not count as dialled.
            number=sa.case((attempt.c.number == "", ""), else_=NUMBER),
            ended_at=sa.func.coalesce(attempt.c.ended_at, tx.now),
        )
    )
    # That a rule was set aside is counted; why, somebody typed.
    aside = sa.select(attempt.c.id, attempt.c.overridden).where(
        mine, attempt.c.overridden.is_not(None)
    )
    for row in tx.connection.execute(aside).all():
        this = attempt.update().where(attempt.c.id == row.id)
        tx.connection.execute(this.values(overridden={**row.overridden, "because": ""}))
    return done.rowcount


def _remove(tx: Transaction, table: sa.Table, key: sa.Column[int], ids: Collection[int]) -> int:
    return tx.connection.execute(table.delete().where(key.in_(ids))).rowcount


def _clear_rows(tx: Transaction, who: Person) -> int:
    """Empty the rows of lists that brought them, and those left out in which they stand."""
    bare = {"raw": [], "row_hash": ""}
    mine = intake_row.update().where(intake_row.c.lead_id.in_(who.leads))
    cleared = tx.connection.execute(mine.values(**bare)).rowcount
    speaks_of = _speaks_of(who)
    rows = intake_row.c
    found = []
    after = (0, 0)
    while True:
        query = (
            sa.select(rows.list_id, rows.row_number, rows.raw)
            .where(rows.lead_id.is_(None), sa.tuple_(rows.list_id, rows.row_number) > after)
            .order_by(rows.list_id, rows.row_number)
            .limit(_ROWS_AT_ONCE)
        )
        some = tx.connection.execute(query).all()
        if not some:
            break
        after = (some[-1].list_id, some[-1].row_number)
        found += [(row.list_id, row.row_number) for row in some if speaks_of(row.raw)]
    for list_id, number in found:
        this = (rows.list_id == list_id, rows.row_number == number)
        tx.connection.execute(intake_row.update().where(*this).values(**bare))
    return cleared + len(found)


def _speaks_of(who: Person) -> Any:
    """Whether the cells of a row name somebody: by number in any spelling, address or name."""
    tails = {one[-9:] for one in map(_digits, who.numbers) if len(one) >= _SHORTEST_NUMBER}
    words = {one.casefold() for one in (who.name, *who.emails) if one}

    def speaks_of(raw: Any) -> bool:
        cells = [str(cell) for cell in (raw if isinstance(raw, list) else json.loads(raw or "[]"))]
        digits = [_digits(cell) for cell in cells]
        by_number = any(one.endswith(tail) for one in digits for tail in tails if one)
        return by_number or any(cell.strip().casefold() in words for cell in cells)

    return speaks_of


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _clear_names(tx: Transaction, who: Person) -> tuple[LeadId, ...]:
    """Take their name from the leads they named and that named them; who else speaks of them."""
    if not who.name:
        return ()
    by_them = sa.select(lead.c.id).where(lead.c.referred_by.in_(who.leads))
    says = touchpoint.c.says
    told = sa.or_(
        sa.and_(touchpoint.c.lead_id.in_(by_them), says == f"Referred by {who.name}"),
        says.like(f"Named {_escaped(who.name)}%", escape="\\"),
    )
    erased = touchpoint.update().where(told)
    tx.connection.execute(erased.values(says=tr_later("Somebody who is erased was named")))
    _clear_history(tx, who)
    like = f"%{_escaped(who.name)}%"
    # A value is kept as JSON, in which letters beyond ASCII are written otherwise.
    in_json = f"%{_escaped(json.dumps(who.name)[1:-1])}%"
    spoken = (
        (attempt, attempt.c.note, like),
        (attempt, attempt.c.hint, like),
        (message, message.c.says, like),
        (answer, answer.c.words, like),
        (answer, sa.cast(answer.c.value, sa.Text), in_json),
    )
    queries = (
        sa.select(table.c.lead_id).where(text.like(pattern, escape="\\"))
        for table, text, pattern in spoken
    )
    return tuple(LeadId(one) for one in sorted(tx.connection.scalars(sa.union(*queries))))


def _clear_history(tx: Transaction, who: Person) -> None:
    """History that was loaded calls its rows what somebody typed: a name, or an address."""
    words = [one for one in (who.name, *who.emails, *who.numbers) if one]
    # A short name is part of other words: those stay.
    whole = re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in words), re.IGNORECASE)
    for column, stays in ((finished_case.c.label, NAME), (finished_case.c.reason, "")):
        may_speak = sa.or_(*(column.ilike(f"%{_escaped(one)}%", escape="\\") for one in words))
        query = sa.select(finished_case.c.id, column).where(
            finished_case.c.lead_id.is_(None), may_speak
        )
        found = [number for number, text in tx.connection.execute(query) if whole.search(text)]
        for some in chunks(found):
            cleared = finished_case.update().where(finished_case.c.id.in_(some))
            tx.connection.execute(cleared.values({column: stays}))


def _escaped(text: str) -> str:
    """A text in which nothing stands for something else."""
    return re.sub(r"([\\%_])", r"\\\1", text)


def _clear_journal(tx: Transaction, who: Person) -> None:
    """What lists changed of them cannot be taken back any more: it said who they were."""
    change = intake_change.c
    theirs: tuple[tuple[str, sa.ColumnElement[bool]], ...] = (
        ("contact", change.of_id == who.id),
        ("lead", change.of_id.in_(who.leads)),
        (
            "touchpoint",
            change.of_id.in_(sa.select(touchpoint.c.id).where(touchpoint.c.lead_id.in_(who.leads))),
        ),
        *(
            (table.name, change.of_id.in_(sa.select(table.c.id).where(key == who.id)))
            for table, key in (
                (contact_phone, contact_phone.c.contact_id),
                (contact_email, contact_email.c.contact_id),
            )
        ),
    )
    for what, is_theirs in theirs:
        tx.connection.execute(intake_change.delete().where(change.what == what, is_theirs))


def _clear_leads(tx: Transaction, ids: Sequence[LeadId]) -> None:
    for lead_id in ids:
        drop_promises(tx, lead_id)
    state = lead.c.state
    stays = state.in_([bucket.value for bucket in _STAYS])
    tx.connection.execute(
        lead.update()
        .where(lead.c.id.in_(ids))
        .values(
            external_id="",
            # What they did and how they answered says a lot of one person.
            signals=signals_json(Signals()),
            attendance="",
            event_answer="",
            tried_parts=0,
            hinted_parts=0,
            was_reached=False,
            state=sa.case((stays, state), else_=Bucket.DO_NOT_CALL.value),
            state_reason=ERASED,
            ready=False,
            wake_at=None,
            due_at=None,
            callback_owner="",
            kept_out="",
            pushed_to="",
            pushed_by="",
            pushed_until=None,
            is_pinned=False,
            # Whoever has them in hand is told with their next save.
            claimed_by=None,
            claim_kind=None,
            claim_slot=0,
            claim_until=None,
            claim_token=lead.c.claim_token + 1,
        )
    )


def _clear_person(tx: Transaction, who: Person) -> None:
    works_at = sa.select(contact.c.company_id).where(contact.c.id == who.id)
    company_id = tx.connection.scalar(works_at)
    for table in (contact_phone, contact_email):
        tx.connection.execute(table.delete().where(table.c.contact_id == who.id))
    forget_people(tx, [who.id])
    values: dict[str, Any] = dict.fromkeys(_SAYS_WHO, "")
    values |= {"name": NAME, "languages": [], "zones": [], "company_id": None}
    gone = contact.update().where(contact.c.id == who.id)
    tx.connection.execute(gone.values(**values, erased_at=tx.now))
    if company_id is not None:
        # A company of one is a person too.
        drop_companies(tx, [company_id])


_SAYS_WHO = (
    *("first_name", "last_name", "name_key", "title", "city", "subdivision", "postcode"),
    *("country", "zone_basis", "fingerprint"),
)
