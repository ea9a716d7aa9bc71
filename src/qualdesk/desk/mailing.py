"""What each salesperson is told of a batch as it stands now, and the ways it is told by."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from pathlib import Path

from qualdesk.core.duty import next_on_duty
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import Contents, HandoffItem, Package
from qualdesk.core.handoff_states import WAITS
from qualdesk.core.ids import ItemId
from qualdesk.core.mail_words import MailedLead, Telling, html_of, subject_of, text_of
from qualdesk.core.mails import BAD_NUMBER, NO_NUMBER, About, Channel, NoticeState, Outgoing
from qualdesk.core.members import Member
from qualdesk.core.phones import read_phones
from qualdesk.core.wording import english, tr
from qualdesk.desk.leaving import codes_of, guarded, guarded_each
from qualdesk.files.mail_parts import NO_PARTS, Parts, has_briefs, parts_in, parts_of
from qualdesk.files.package_contents import brief_footer
from qualdesk.files.packages import items_in
from qualdesk.store import handoff_notices as kept
from qualdesk.store import members
from qualdesk.store.database import Transaction


@frozen
class Letter:
    """What one person is told, where to, and which leads of the package go with it."""

    told: Telling
    address: str
    items: tuple[ItemId, ...]


@frozen
class Going:
    """A letter as it may go now, and the leads whose files go with it.

    ``is_as_it_left``: nothing of these leads had to be left out since the package was written.
    """

    letter: Letter
    items: tuple[HandoffItem, ...] = ()
    is_as_it_left: bool = False


def letters(tx: Transaction, batch: kept.SentBatch, about: About, by: str) -> tuple[Letter, ...]:
    """What everybody who still has leads to hear of is told, by name.

    Left out is whoever may not be contacted any more. Of a batch and in a reminder only leads
    stand that wait for an answer, of a recall those that were taken back.
    """
    known = {one.name: one for one in members.members(tx)}
    states = ("recalled",) if about is About.RECALL else WAITS
    found = []
    given = kept.given_leads(tx, batch)
    for receiver, group in groupby(given, lambda one: one.receiver):
        theirs = [one for one in group if one.state in states]
        leads = [one for one in theirs if not one.is_withheld]
        if not leads:
            continue
        told = Telling(
            about=about,
            receiver=receiver,
            campaign=batch.campaign,
            number=batch.number,
            answer_by=batch.answer_by,
            leads=tuple(
                MailedLead(name=one.name, company=one.company, one_line=one.one_line)
                for one in leads
            ),
            by=by,
            left_out=len(theirs) - len(leads),
            because=batch.recalled_because,
        )
        address = known[receiver].email if receiver in known else ""
        found.append(
            Letter(
                told=told,
                # What is written down of the person now: a wrong address was mended there.
                address=address or leads[0].receiver_email,
                items=tuple(one.item_id for one in leads),
            )
        )
    return tuple(found)


def open_all(
    tx: Transaction,
    batch: kept.SentBatch,
    about: About,
    by: str,
    *,
    anew: Collection[NoticeState] = (),
) -> None:
    """Write down that everybody is to be told, by the ways the campaign says.

    ``anew`` are states of calls that begin anew. A reminder begins anew with whoever was reminded
    before.
    """
    known = {one.name: one for one in members.members(tx)}
    again = [each for each in NoticeState if not each.is_open] if about is About.REMINDER else []
    for letter in letters(tx, batch, about, by):
        name = letter.told.receiver
        mail = kept.Wanted(receiver=name, channel=Channel.MAIL, about=about, address=letter.address)
        if Channel.MAIL in batch.channels:
            kept.open_notice(tx, batch.id, mail, by=by, anew=[] if anew else again)
        member = known.get(name, Member(name=name))
        number, fault = number_of(member)
        call = kept.Wanted(
            receiver=name,
            channel=Channel.CALL,
            about=about,
            address=number,
            fault=fault,
            next_at=next_on_duty(member, tx.now, batch.zone),
        )
        if Channel.CALL in batch.channels:
            kept.open_notice(tx, batch.id, call, by=by, anew=anew or again)


@english()
def number_of(member: Member) -> tuple[str, str]:
    """The number somebody of sales is called on, as E.164; or empty, and what is the matter."""
    for phone in read_phones(member.phone):
        if phone.e164 and phone.state.is_dialable:
            return phone.e164, ""
    if not member.phone.strip():
        return "", tr(NO_NUMBER, name=member.name)
    return "", tr(BAD_NUMBER, name=member.name)


def going(
    tx: Transaction, batch: kept.SentBatch, letter: Letter, *, has_files: bool = True
) -> Going:
    """The letter as it may go now, with what it takes from the package; nothing for a recall.

    A number that was blocked since is left out of every text of it.

    Raises:
        ExportRefused: the package is not where it was put.
    """
    wanted = set(letter.items)
    is_bare = not has_files or letter.told.about is About.RECALL
    found = () if is_bare else items_in(Path(batch.folder))
    items = tuple(item for item in found if item.id in wanted)
    codes = codes_of([item.lead.contact for item in items], batch.region)
    told = guarded(tx, batch.client, letter.told, codes)
    each = [(item, codes_of([item.lead.contact], batch.region)) for item in items]
    safe = tuple(guarded_each(tx, batch.client, each))
    return Going(letter=replace(letter, told=told), items=safe, is_as_it_left=safe == items)


def mail_of(batch: kept.SentBatch, what: Going, message_id: str, at: datetime) -> Outgoing:
    """The mail, with the files of their leads where it has any.

    Raises:
        Refused: the package cannot be read.
    """
    parts = _parts(batch, what) if what.items else NO_PARTS
    files = [one.name for one in parts.attachments]
    told = replace(what.letter.told, files=files, too_big=parts.too_big)
    return Outgoing(
        name=told.receiver,
        address=what.letter.address,
        subject=subject_of(told),
        text=text_of(told),
        html=html_of(told),
        message_id=message_id,
        at=at,
        attachments=parts.attachments,
    )


def _parts(batch: kept.SentBatch, what: Going) -> Parts:
    """Their files byte for byte as the package holds them, or made anew for what is left."""
    place = Path(batch.folder)
    if what.is_as_it_left:
        found = parts_in(place, what.letter.told.receiver, len(what.items))
        if found is not None:
            return found
    part = Package(
        batch_id=batch.id,
        number=batch.number,
        campaign=batch.campaign,
        answer_by=batch.answer_by,
        made_by=batch.made_by,
        made_at=batch.made_at,
        reasons=batch.reasons,
        items=what.items,
        contents=Contents(briefs=has_briefs(place)),
    )
    return parts_of(part, _paper)


def _paper(part: Package) -> bytes:
    from qualdesk.links.paper import briefs_pdf

    pages = [(item.brief, item.receiver.name) for item in part.items]
    return briefs_pdf(pages, title=f"Briefs: {part.title}", footer=brief_footer(part))
