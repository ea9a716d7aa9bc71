"""Who is told of a batch, by which way, and what became of each try."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import BatchId, CampaignId, ItemId, LeadId, NoticeId
from qualdesk.core.mails import About, Channel, Notice, NoticeState
from qualdesk.core.wording import tr
from qualdesk.store.bulk import chunks
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import handoff_batch, handoff_item
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_notices import handoff_notice
from qualdesk.store.schema_people import contact_phone
from qualdesk.store.suppression import fingerprints, suppressed_among

TRY_TAKES = timedelta(minutes=10)
"""How long a try may go on. One that was begun longer ago was cut off."""


@frozen
class SentBatch:
    """A batch that has left, as those hear of it who get it; ``answer_by`` is a day."""

    id: BatchId
    campaign_id: CampaignId
    campaign: str
    client: str
    region: str
    zone: str
    channels: tuple[str, ...]
    number: int
    answer_by: date
    folder: str
    made_by: str
    made_at: datetime
    reasons: tuple[str, ...]
    recalled_because: str
    is_recalled: bool


@frozen
class GivenLead:
    """A lead of a batch as it stands now, for whoever got it.

    Attributes:
        state: of its place in the batch: sent, read, taken ...
        is_withheld: nobody may be told of it any more: its person or one of its numbers asked
            not to be called, or it was erased.
    """

    item_id: ItemId
    lead_id: LeadId
    receiver: str
    receiver_email: str
    state: str
    name: str
    company: str
    one_line: str
    is_withheld: bool


@frozen
class Wanted:
    """Somebody who is to be told.

    Attributes:
        fault: why it cannot be done, empty when it can: it then has failed before it began.
        next_at: for a call: not before this, UTC.
    """

    receiver: str
    channel: Channel
    about: About
    address: str
    fault: str = ""
    next_at: datetime | None = None


def sent_batch(tx: Transaction, batch_id: BatchId) -> SentBatch:
    """The batch of that number.

    Raises:
        NotFound: none of that number has left.
    """
    query = sa.select(handoff_batch).where(
        handoff_batch.c.id == batch_id, handoff_batch.c.state == "sent"
    )
    row = tx.connection.execute(query).first()
    if row is None:
        raise NotFound(tr("No batch with the number {number} has left.", number=batch_id))
    found = load_campaign(tx, CampaignId(row.campaign_id))
    return SentBatch(
        id=BatchId(row.id),
        campaign_id=found.id,
        campaign=found.name,
        client=found.client,
        region=found.region,
        zone=found.window.zone,
        channels=found.handoff.channels,
        number=row.number,
        answer_by=date.fromisoformat(row.answer_by),
        folder=row.folder,
        made_by=row.made_by,
        made_at=row.made_at,
        reasons=found.handoff.reasons,
        recalled_because=row.recalled_because,
        is_recalled=row.recalled_at is not None,
    )


def given_leads(tx: Transaction, batch: SentBatch) -> tuple[GivenLead, ...]:
    """The leads of a batch as they stand now, in the order they left in."""
    query = (
        sa.select(handoff_item, lead.c.contact_id)
        .join(lead, lead.c.id == handoff_item.c.lead_id)
        .where(handoff_item.c.batch_id == batch.id)
        .order_by(handoff_item.c.receiver, handoff_item.c.lead_id)
    )
    rows = tx.connection.execute(query).all()
    blocked = _blocked(tx, batch.client, {row.contact_id for row in rows})
    from qualdesk.store.suppression_lift import covered_by

    covered = covered_by(tx, [LeadId(row.lead_id) for row in rows])
    return tuple(
        GivenLead(
            item_id=ItemId(row.id),
            lead_id=LeadId(row.lead_id),
            receiver=row.receiver,
            receiver_email=row.receiver_email,
            state=row.state,
            name=(row.brief or {}).get("name", ""),
            company=(row.brief or {}).get("company", ""),
            one_line=(row.brief or {}).get("in_one_line", ""),
            is_withheld=not row.brief or row.lead_id in covered or row.contact_id in blocked,
        )
        for row in rows
    )


def open_notice(
    tx: Transaction,
    batch_id: BatchId,
    wanted: Wanted,
    *,
    by: str,
    anew: Collection[NoticeState] = (),
) -> None:
    """See to it that somebody is told; nothing happens for one who is being told already.

    ``anew`` are states from which it begins again.
    """
    fresh = {
        "state": (NoticeState.FAILED if wanted.fault else NoticeState.WAITING).value,
        "address": wanted.address,
        "result": wanted.fault,
        "message_id": "",
        "by": by,
        "made_at": tx.now,
        "tried_at": None,
        "done_at": None,
        "next_at": wanted.next_at,
    }
    mine = {
        "batch_id": batch_id,
        "receiver": wanted.receiver,
        "channel": wanted.channel.value,
        "about": wanted.about.value,
    }
    keys = list(mine)
    new = tx.dialect.insert(handoff_notice).values(**mine, **fresh)
    begins = handoff_notice.c.state.in_([each.value for each in anew])
    tx.connection.execute(
        new.on_conflict_do_update(index_elements=keys, set_=fresh, where=begins)
        if anew
        else new.on_conflict_do_nothing(index_elements=keys)
    )


def keep_saved(  # noqa: PLR0917 - whom, of what, where to and where it lies
    tx: Transaction, batch_id: BatchId, receiver: str, about: About, address: str, file: str
) -> None:
    """A mail was written into a file instead of being sent: it is not sent any more."""
    key = {"batch_id": batch_id, "receiver": receiver, "about": about.value}
    done = {
        "address": address,
        "state": NoticeState.SENT.value,
        "result": file,
        "made_at": tx.now,
        "done_at": tx.now,
    }
    tx.connection.execute(
        tx.dialect.insert(handoff_notice)
        .values(**key, channel=Channel.FILE.value, **done)
        .on_conflict_do_update(index_elements=[*key, "channel"], set_=done)
    )
    open_states = [NoticeState.WAITING.value, NoticeState.FAILED.value]
    columns = handoff_notice.c
    tx.connection.execute(
        handoff_notice.update()
        .where(
            columns.batch_id == batch_id,
            columns.receiver == receiver,
            columns.about == about.value,
            columns.channel == Channel.MAIL.value,
            columns.state.in_(open_states),
        )
        .values(state=NoticeState.DROPPED.value, result=file, done_at=tx.now)
    )


def notices(tx: Transaction, batch_id: BatchId) -> tuple[Notice, ...]:
    """Everything that was, or is to be, told of a batch: by matter, by name, by way."""
    query = sa.select(handoff_notice).where(handoff_notice.c.batch_id == batch_id)
    order = (handoff_notice.c.made_at, handoff_notice.c.receiver, handoff_notice.c.channel)
    return tuple(_notice(row) for row in tx.connection.execute(query.order_by(*order)))


def notice(tx: Transaction, notice_id: NoticeId) -> Notice:
    """The notice of that number.

    Raises:
        NotFound: there is none.
    """
    query = sa.select(handoff_notice).where(handoff_notice.c.id == notice_id)
    row = tx.connection.execute(query).first()
    if row is None:
        raise NotFound(tr("There is no notice number {number}.", number=notice_id))
    return _notice(row)


def calls_due(tx: Transaction) -> tuple[Notice, ...]:
    """Calls to sales that are due, the longest waiting first; those made right now as well."""
    columns = handoff_notice.c
    query = sa.select(handoff_notice).where(
        columns.channel == Channel.CALL.value,
        columns.state.in_([NoticeState.WAITING.value, NoticeState.SENDING.value]),
        columns.next_at <= tx.now,
    )
    return tuple(
        _notice(row) for row in tx.connection.execute(query.order_by(columns.next_at, columns.id))
    )


def take(
    tx: Transaction, one: Notice, *, by: str, message_id: str = "", states: Collection[NoticeState]
) -> Notice | None:
    """Write down that a try begins, before it does; None when somebody else has begun meanwhile.

    ``states`` are those it may be in. One whose last try goes on is never taken by another.
    """
    columns = handoff_notice.c
    is_on = sa.and_(
        columns.state == NoticeState.SENDING.value,
        columns.result == "",
        columns.tried_at > tx.now - TRY_TAKES,
        columns.by != by if one.channel is Channel.CALL else sa.true(),
    )
    taken = tx.connection.execute(
        handoff_notice.update()
        .where(
            columns.id == one.id,
            columns.state.in_([each.value for each in states]),
            sa.not_(is_on),
        )
        .values(
            state=NoticeState.SENDING.value,
            tries=columns.tries + 1,
            by=by,
            result="",
            address=one.address,
            message_id=message_id,
            tried_at=tx.now,
        )
        .returning(handoff_notice)
    ).first()
    return _notice(taken) if taken else None


def goes_on(tx: Transaction, one: Notice) -> bool:
    """Whether a try that was begun may still be on: it has no result, and is not old."""
    is_young = one.tried_at is not None and one.tried_at > tx.now - TRY_TAKES
    return one.state is NoticeState.SENDING and not one.result and is_young


def end(
    tx: Transaction,
    one: Notice,
    state: NoticeState,
    result: str = "",
    *,
    next_at: datetime | None = None,
) -> bool:
    """Write down what came of a try; False when another try has begun since."""
    is_over = not state.is_open
    done = tx.connection.execute(
        handoff_notice.update()
        .where(
            handoff_notice.c.id == one.id,
            handoff_notice.c.tries == one.tries,
            handoff_notice.c.state == one.state.value,
        )
        .values(
            state=state.value,
            result=result,
            done_at=tx.now if is_over else None,
            next_at=next_at,
        )
    )
    return done.rowcount == 1


def drop_open(
    tx: Transaction, batch_id: BatchId, because: str, *, about: Collection[About]
) -> None:
    """What was still to be told of these matters is not told any more."""
    open_states = [NoticeState.WAITING.value, NoticeState.FAILED.value]
    tx.connection.execute(
        handoff_notice.update()
        .where(
            handoff_notice.c.batch_id == batch_id,
            handoff_notice.c.about.in_([each.value for each in about]),
            handoff_notice.c.state.in_(open_states),
        )
        .values(state=NoticeState.DROPPED.value, result=because, done_at=tx.now, next_at=None)
    )


def _blocked(tx: Transaction, client: str, contacts: Collection[int]) -> set[int]:
    """Those of these people one of whose numbers this client must not call, by any list."""
    from qualdesk.store.keyed_lists import on_keyed_lists

    whose: dict[str, set[int]] = {}
    query = sa.select(contact_phone.c.contact_id, contact_phone.c.e164)
    for some in chunks(sorted(contacts)):
        for row in tx.connection.execute(query.where(contact_phone.c.contact_id.in_(some))):
            if row.e164:
                whose.setdefault(row.e164, set()).add(row.contact_id)
    prints = fingerprints(tx)
    of_print = {prints.number(number): number for number in whose}
    said_no = {of_print[one] for one in suppressed_among(tx, client, of_print)}
    said_no |= on_keyed_lists(tx, client, set(whose))
    return {person for number in said_no for person in whose[number]}


def _notice(row: Any) -> Notice:
    return Notice(
        id=NoticeId(row.id),
        batch_id=BatchId(row.batch_id),
        receiver=row.receiver,
        channel=Channel(row.channel),
        about=About(row.about),
        address=row.address,
        state=NoticeState(row.state),
        tries=row.tries,
        result=row.result,
        message_id=row.message_id,
        by=row.by,
        made_at=row.made_at,
        tried_at=row.tried_at,
        done_at=row.done_at,
        next_at=row.next_at,
    )
