"""Erasing a person: all that says who they are goes, what can only be counted stays."""

from collections.abc import Collection, Sequence

import sqlalchemy as sa

from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import ContactId, LeadId
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.wording import tr, tr_later
from qualdesk.store.beside import clear as clear_beside
from qualdesk.store.callbacks import drop_promises
from qualdesk.store.clients import of, own_client
from qualdesk.store.database import Transaction
from qualdesk.store.erasing_rows import Person, clear_names, clear_rows
from qualdesk.store.handoff_clearing import clear_batches
from qualdesk.store.leads import signals_json
from qualdesk.store.mentions import TAIL, Found, Marks, take_out, there
from qualdesk.store.owner_questions import forget_asks
from qualdesk.store.schema_calls import answer, attempt, suppression
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_desk import message
from qualdesk.store.schema_forecast import plan_change_lead
from qualdesk.store.schema_intake import intake_change
from qualdesk.store.schema_leads import lead, touchpoint
from qualdesk.store.schema_people import contact, contact_email, contact_phone
from qualdesk.store.schema_team import late_save
from qualdesk.store.stacks import sort
from qualdesk.store.suppression import ERASED, suppress
from qualdesk.store.talks import forget_talks

NUMBER = "erased"
"""What a call to them keeps in the place of its number: it still counts as a call."""

# Leads sales has, or had, count where they are; nobody calls them.
_STAYS = (Bucket.IN_BATCH, Bucket.TAKEN, Bucket.WON, Bucket.LOST)


@frozen
class Went:
    """What an erasure removed, counted; and where the person may still be spoken of.

    Attributes:
        batches: titles of the batches they left with: those files are with sales.
        named_in: other people's leads whose notes or answers named them: that was taken out.
        mentioned_in: those that still have their last name in them, which may be anybody's.
        client: for whom alone they were erased; empty for all.
    """

    leads: tuple[LeadId, ...]
    numbers: int
    emails: int
    calls: int
    answers: int
    touchpoints: int
    rows: int
    batches: tuple[str, ...]
    named_in: tuple[LeadId, ...]
    mentioned_in: tuple[LeadId, ...]
    client: str = ""


def person_of(tx: Transaction, lead_id: LeadId) -> Person:
    """Who a lead is; for whoever works for one client alone, with that client's leads only.

    Raises:
        NotFound: there is no such lead.
        Refused: they are erased already.
    """
    query = sa.select(contact).join(lead, lead.c.contact_id == contact.c.id)
    mine = own_client(tx)
    query = query.where(lead.c.id == lead_id, of(lead, mine))
    row = tx.connection.execute(query).first()
    if row is None:
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))
    if row.erased_at is not None:
        raise Refused(tr("This person is erased already. Nothing more is known about them."))
    numbers = sa.select(contact_phone).where(contact_phone.c.contact_id == row.id)
    emails = sa.select(contact_email.c.address).where(contact_email.c.contact_id == row.id)
    leads = sa.select(lead.c.id).where(lead.c.contact_id == row.id, of(lead, mine))
    phones = tx.connection.execute(numbers.order_by(contact_phone.c.position)).all()
    return Person(
        id=ContactId(row.id),
        name=row.name,
        numbers=tuple(one.e164 or one.raw for one in phones),
        emails=tuple(tx.connection.scalars(emails.order_by(contact_email.c.position))),
        leads=tuple(LeadId(one) for one in tx.connection.scalars(leads.order_by(lead.c.id))),
        client=mine,
    )


def marks_of(tx: Transaction, who: Person) -> Marks:
    """What they are named by in the words of others.

    A number somebody else has too says nothing about them.
    """
    theirs = contact_phone.c.contact_id == who.id
    numbers = list(tx.connection.scalars(sa.select(contact_phone.c.e164).where(theirs)))
    others = sa.select(contact_phone.c.e164).where(contact_phone.c.e164.in_(numbers), ~theirs)
    shared = set(tx.connection.scalars(others))
    names = sa.select(contact.c.first_name, contact.c.last_name, contact.c.name_key)
    first, last, key = tx.connection.execute(names.where(contact.c.id == who.id)).one()
    own = [one for one in numbers if one and one not in shared]
    same_end = sa.or_(sa.false(), *(contact_phone.c.e164.like(f"%{one[-TAIL:]}") for one in own))
    same_name = (contact.c.name_key == key, contact.c.name_key != "", contact.c.id != who.id)
    called_so = sa.select(lead.c.id).join(contact, contact.c.id == lead.c.contact_id)
    return Marks.of(
        who.name,
        first,
        last,
        who.emails,
        own,
        like_them=tx.connection.scalars(
            sa.select(contact_phone.c.e164).where(same_end, ~theirs)
        ).all(),
        namesakes=[LeadId(one) for one in tx.connection.scalars(called_so.where(*same_name))],
        client=who.client,
    )


def erase(
    tx: Transaction, who: Person, by: str, marks: Marks, found: Found, *, never_again: bool = True
) -> Went:
    """Remove what is known of a person; they are never called again by any client of theirs.

    A call that goes on ends, and what is saved on it later is refused. ``found`` are the rows in
    which others name them, looked for before so that nobody waits for it. Who only was kept long
    enough (``never_again`` is false) may come with another list one day.
    """
    # A list that is being loaded may add to the same person at this moment.
    tx.dialect.one_at_a_time(tx.connection, "people")
    entries = _never_again(tx, who, by if never_again else None)
    _clear_journal(tx, who)
    clear_names(tx, who)
    named = take_out(tx, marks, found)
    went = Went(
        leads=who.leads,
        numbers=len(who.numbers),
        emails=len(who.emails),
        calls=_clear_calls(tx, who.leads),
        answers=_remove(tx, answer, answer.c.lead_id, who.leads),
        touchpoints=_remove(tx, touchpoint, touchpoint.c.lead_id, who.leads),
        rows=clear_rows(tx, who),
        batches=clear_batches(tx, who.leads),
        named_in=there(tx, named - set(who.leads)),
        mentioned_in=(),
        client=who.client,
    )
    _clear_beside_calls(tx, who)
    _clear_leads(tx, who.leads)
    _clear_person(tx, who)
    sort(tx, who.leads)
    # Who asked, and in which words, is personal as well.
    cleared = suppression.update().where(suppression.c.id.in_(entries))
    tx.connection.execute(cleared.values(asked_by="", reason=ERASED, lifted_because=""))
    _clear_stood(tx, who.leads)
    return went


def _clear_person(tx: Transaction, who: Person) -> None:
    # Imported late: it reads all of loading lists, and every start asks who is erased.
    from qualdesk.store.erasing_people import clear_person

    clear_person(tx, who)


def _clear_beside_calls(tx: Transaction, who: Person) -> None:
    clear_beside(tx, None if who.client else who.id, who.leads)
    _remove(tx, message, message.c.lead_id, who.leads)
    _remove(tx, late_save, late_save.c.lead_id, who.leads)
    forget_asks(tx, who.leads, who.name, who.client)
    forget_talks(tx, who.leads)


def _clear_stood(tx: Transaction, ids: Sequence[LeadId]) -> None:
    """How they stood before a no is not needed any more: nobody brings them back."""
    kept = sa.select(suppression.c.id, suppression.c.stood).where(suppression.c.stood.is_not(None))
    for row in tx.connection.execute(kept).all():
        rest = [one for one in row.stood if one["id"] not in ids]
        if len(rest) < len(row.stood):
            this = suppression.update().where(suppression.c.id == row.id)
            tx.connection.execute(this.values(stood=rest))
    changes = plan_change_lead.update().where(plan_change_lead.c.lead_id.in_(ids))
    tx.connection.execute(changes.values(state_reason=""))


def _never_again(tx: Transaction, who: Person, by: str | None) -> Collection[int]:
    """Keep fingerprints for each client who had them as a lead; all entries that stop them.

    Without ``by`` there are no more than those that are there.
    """
    of_client: dict[str, LeadId] = {}
    query = sa.select(campaign.c.client, lead.c.id).join(lead, lead.c.campaign_id == campaign.c.id)
    for row in tx.connection.execute(query.where(lead.c.id.in_(who.leads)).order_by(lead.c.id)):
        of_client.setdefault(row.client, LeadId(row.id))
    for client, lead_id in of_client.items() if by is not None else ():
        assert by is not None
        done = suppress(
            tx,
            client=client,
            scope="person",
            lead_id=lead_id,
            asked_by="",
            by=by,
            reason=ERASED,
        )
        # Whom nobody can call any more without that number was not erased.
        others = lead.c.id.in_([one for one in done.leads if one not in who.leads])
        tx.connection.execute(lead.update().where(others).values(state_reason=SAID_NO))
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
        sa.or_(of(suppression, who.client), suppression.c.client == HOUSE),
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
    # That a rule was set aside is counted; why, somebody typed. Which rules were asked stays,
    # not where they live.
    words = sa.select(attempt.c.id, attempt.c.overridden, attempt.c.decision).where(mine)
    for row in tx.connection.execute(words).all():
        aside = {**row.overridden, "because": ""} if row.overridden else None
        asked = {**row.decision, **_NO_PLACE} if row.decision else None
        this = attempt.update().where(attempt.c.id == row.id)
        tx.connection.execute(this.values(overridden=aside, decision=asked))
    return done.rowcount


def _remove(tx: Transaction, table: sa.Table, key: sa.Column[int], ids: Collection[int]) -> int:
    return tx.connection.execute(table.delete().where(key.in_(ids))).rowcount


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
        gone = intake_change.delete().where(change.what == what, is_theirs)
        tx.connection.execute(gone.where(of(intake_change, who.client)))


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
            nurture_track="",
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


SAID_NO = tr_later("Asked not to be called")
_NO_PLACE = {"says": "", "zones": [], "zone_basis": "", "warnings": []}
