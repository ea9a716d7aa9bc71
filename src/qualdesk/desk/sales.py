"""Sales at the same desk: the leads one person of sales was given, read and answered here."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from qualdesk.core.briefs import brief_from_json
from qualdesk.core.changes import Changes
from qualdesk.core.errors import NotFound, NothingToUndo, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import Brief
from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.ids import ItemId
from qualdesk.core.sales_answers import OPEN, SalesAnswer, SentItem
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.disputing import agreed_reason
from qualdesk.desk.handoff import on_paper
from qualdesk.desk.leaving import codes_of, guarded
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoff_items import hold_item, items_for, load_item, mark_read
from qualdesk.store.history import note as write_history
from qualdesk.store.item_stands import (
    Stand,
    act_not_before,
    has_moved_on,
    item_brief,
    put_back,
    stand_of,
)
from qualdesk.store.leads import load_lead
from qualdesk.store.queue import UNDO
from qualdesk.store.sales_answers import keep_answer, sent_items


@frozen
class Answered:
    """A lead that was answered, or whose answer was taken back, as it stands now.

    Attributes:
        until: UTC; up to then the answer can be taken back. None once it was.
    """

    item: BatchItem
    changes: Changes
    until: datetime | None = None


@frozen
class OwnLead:
    """A lead of one's own as it is read.

    Attributes:
        reasons: why it may be sent back, as the campaign agreed on.
        currency: of amounts that name none, as ISO 4217 has it; empty where nobody said.
    """

    item: BatchItem
    brief: Brief
    reasons: tuple[str, ...]
    currency: str = ""


class Sales:
    """What a person of sales does with their own leads. Nobody else's are shown or touched."""

    def __init__(self, store: Store, caller: str) -> None:
        self._store = store
        self._caller = caller
        self._before: dict[ItemId, tuple[Stand, Stand]] = {}

    def mine(self) -> tuple[BatchItem, ...]:
        """The leads this person was given, those that wait first, the newest batch first."""
        with self._store.reading() as tx:
            found = items_for(tx, self._caller)
        return tuple(sorted(found, key=lambda one: one.state not in _WAIT))

    def look(self, item_id: ItemId) -> OwnLead:
        """One of them with the brief it left with. Looking at it is not reading it yet.

        Raises:
            NotFound: they were not given this lead.
            Refused: it was recalled, or the person was erased.
        """
        with self._store.reading() as tx:
            return _own_lead(tx, self._own(tx, item_id))

    def read(self, item_id: ItemId) -> OwnLead:
        """As :meth:`look`; from now on it counts as read.

        Raises:
            NotFound: they were not given this lead.
            Refused: it was recalled, or the person was erased.
        """
        with self._store.transaction() as tx:
            found = _own_lead(tx, self._own(tx, item_id))
            if not mark_read(tx, item_id, self._caller):
                return found
            write_history(tx, self._caller, "read", "lead", found.item.lead_id, item=item_id)
            return replace(found, item=load_item(tx, item_id))

    def open(self, item_id: ItemId) -> Brief:
        """The brief of :meth:`read`."""
        return self.read(item_id).brief

    def print_brief(self, item_id: ItemId, path: Path) -> Path:
        """Put the brief it left with, as it may be shown now, on a page of a PDF of its own.

        Raises:
            NotFound: they were not given this lead.
            Refused: it was recalled, or the person was erased.
            ExportRefused: the file cannot be written.
        """
        return on_paper(self.look(item_id).brief, path, self._caller)

    def take(
        self,
        item_id: ItemId,
        *,
        opportunity: str = "",
        amount: Decimal | None = None,
        currency: str = "",
        note: str = "",
    ) -> Answered:
        """Take a lead, with what is known of the opportunity; ``currency`` as ISO 4217 has it.

        Raises:
            NotFound: they were not given this lead.
            Refused: it is answered already, was recalled, the person was erased, or the amount
                is below nothing.
        """
        if amount is not None and (not amount.is_finite() or amount < 0):
            raise Refused(tr("Write the amount as a number, such as 12,500."))
        return self._answer(
            SalesAnswer(
                row=0,
                item_id=item_id,
                takes=True,
                note=_line(note),
                opportunity=_line(opportunity),
                amount=amount,
                currency=currency.strip().upper(),
            )
        )

    def send_back(self, item_id: ItemId, reason: str, note: str = "") -> Answered:
        """Send a lead back for one of the reasons the campaign agreed on.

        Raises:
            NotFound: they were not given this lead.
            Refused: it is answered already, was recalled, the person was erased, or the reason
                is none that was agreed on.
        """
        return self._answer(
            SalesAnswer(row=0, item_id=item_id, takes=False, reason=reason, note=_line(note))
        )

    def undo(self, item_id: ItemId) -> Answered:
        """Take an answer back that was given here in the last ten seconds: all is as before.

        Raises:
            NotFound: they were not given this lead.
            NothingToUndo: it is too late, or something was done with the lead since.
        """
        was, left = self._before.get(item_id, ({}, {}))
        with self._store.transaction() as tx:
            hold_item(tx, item_id)
            item = self._own(tx, item_id)
            if not was or item.answered_at is None or tx.now > item.answered_at + UNDO:
                raise NothingToUndo(
                    tr("An answer can be taken back for ten seconds. This one stands.")
                )
            now = stand_of(tx, item_id, item.lead_id)
            is_disputed = item.dispute is not None and item.dispute.is_open
            if is_disputed or has_moved_on(now, left) or now["lead"] != left["lead"]:
                raise NothingToUndo(
                    tr("Something was done with {name} since. The answer stands.", name=item.name)
                )
            put_back(tx, item_id, item.lead_id, was=was, left=left)
            write_history(
                tx, self._caller, "took an answer back", "lead", item.lead_id, item=item_id
            )
            done = load_item(tx, item_id)
        del self._before[item_id]
        return Answered(item=done, changes=_changes(done))

    def _answer(self, said: SalesAnswer) -> Answered:
        item_id = ItemId(said.item_id)
        with self._store.transaction() as tx:
            sent = sent_items(tx, [item_id]).get(item_id)
            item = self._own(tx, item_id)
            if sent is None:
                raise NotFound(tr(_NOT_MINE))
            _check_open(item, sent)
            if not said.takes:
                said = replace(said, reason=agreed_reason(said.reason, sent.reasons))
            was = stand_of(tx, item_id, item.lead_id)
            keep_answer(tx, said, sent, by=self._caller, answered_in="app")
            until = tx.now + UNDO
            act_not_before(tx, item_id, until)
            left = stand_of(tx, item_id, item.lead_id)
            what = "took" if said.takes else "sent back"
            write_history(tx, self._caller, what, "lead", item.lead_id, item=item_id)
            done = load_item(tx, item_id)
        # Only the last one can be taken back by its key: the others stand.
        self._before = {item_id: (was, left)}
        return Answered(item=done, changes=_changes(done), until=until)

    def _own(self, tx: Transaction, item_id: ItemId) -> BatchItem:
        item = load_item(tx, item_id)
        if item.receiver != self._caller:
            raise NotFound(tr(_NOT_MINE))
        return item


def _own_lead(tx: Transaction, item: BatchItem) -> OwnLead:
    if item.state is ItemState.RECALLED:
        raise Refused(_recalled(item))
    kept = item_brief(tx, item.item_id)
    if not kept:
        raise Refused(tr("This person was erased. Nothing more is kept about them."))
    campaign = load_campaign(tx, item.campaign)
    # It left weeks ago: a number may have been put on a do-not-call list since.
    codes = codes_of([load_lead(tx, item.lead_id).contact], campaign.region)
    return OwnLead(
        item=item,
        brief=guarded(tx, item.client, brief_from_json(kept), codes),
        reasons=campaign.handoff.reasons,
        currency=campaign.source.currency if campaign.source else "",
    )


def _check_open(item: BatchItem, sent: SentItem) -> None:
    """Refuse an answer about a lead that waits for none.

    Raises:
        Refused: it was recalled or answered, or the person was erased.
    """
    if sent.is_erased:
        raise Refused(tr("This person was erased. Nothing more is kept about them."))
    if item.state is ItemState.RECALLED:
        raise Refused(_recalled(item))
    if sent.state not in OPEN or item.became_at is not None:
        raise Refused(
            tr(
                "{name} is answered already: {state}. If that is not right, dispute it.",
                name=item.name,
                state=item.state.label,
            )
        )


def _recalled(item: BatchItem) -> str:
    return tr(
        "Batch {number} was recalled, so nothing is to be done about {name} any more.",
        number=item.number,
        name=item.name,
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _changes(item: BatchItem) -> Changes:
    return Changes(
        leads=frozenset({item.lead_id}),
        campaigns=frozenset({item.campaign}),
        batches=frozenset({item.batch_id}),
        queue=True,
    )


_NOT_MINE = tr_later("This lead was not given to you. Look at your list again.")
_WAIT = (ItemState.SENT, ItemState.READ, ItemState.UNANSWERED)
