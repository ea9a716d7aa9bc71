"""What a caller looks up before the next call: what they have time for, and what they found."""

import math
from datetime import timedelta

from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import ContactId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.phones import read_phones
from qualdesk.core.questions import check_words
from qualdesk.core.research import Researched
from qualdesk.core.sources import Touchpoint, TouchpointKind
from qualdesk.core.times import Promise, local_time, time_words
from qualdesk.core.wording import english, tr, tr_later
from qualdesk.desk.situations import situation
from qualdesk.store import calls, giving
from qualdesk.store.callbacks import OPEN, promise_call
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note as write_history
from qualdesk.store.leads import place
from qualdesk.store.people import add_phone
from qualdesk.store.referrals import add_touchpoint
from qualdesk.store.researching import researched_by
from qualdesk.store.suppression_lift import covered_by

_FOR_THEM = timedelta(minutes=30)
_SOON = 60


@frozen
class FoundOut:
    """Something was found out: what becomes of its lead, in a sentence."""

    says: str
    changes: Changes


class Researching:
    """A caller's own research. When its time is over the lead is back in the queue by itself."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def mine(self) -> tuple[Researched, ...]:
        """The leads this caller looks something up about, the first to end first."""
        with self._store.reading() as tx:
            return researched_by(tx, self._caller)

    def found(self, lead_id: LeadId, *, number: str = "", note: str = "") -> FoundOut:
        """Put a lead back into the queue before its time, next for this caller.

        Where the rules ask for a pause after the last call, it is theirs when that is over.

        ``number`` is one that was found for them, ``note`` what else; it is shown on the card.

        Raises:
            Refused: it is not with this caller, or the number cannot be dialled.
            NotFound: there is no such lead.
        """
        note = check_words(note)
        with self._store.transaction() as tx:
            found = situation(tx, lead_id, self._caller)
            if not any(one.lead_id == lead_id for one in researched_by(tx, self._caller)):
                raise Refused(tr("This lead is not with you for research any more."))
            region = found.lead.contact.country or found.campaign.region
            if number.strip():
                contact_id = found.lead.contact.id
                assert contact_id is not None
                _add_number(tx, contact_id, number, region)
            if note:
                did = Touchpoint(kind=TouchpointKind.NOTE, says=note, at=tx.now, by=self._caller)
                add_touchpoint(tx, lead_id, did)
            says = self._bring_back(tx, lead_id, found.lead.contact.name)
            write_history(tx, self._caller, "found out", "lead", lead_id)
        changes = Changes(leads=frozenset({lead_id}), queue=True)
        return FoundOut(says=says, changes=changes)

    def add_number(self, lead_id: LeadId, number: str) -> Changes:
        """Give a lead that is at this caller's desk a number they found.

        Raises:
            Refused: somebody else has the lead, or the number cannot be dialled.
            NotFound: there is no such lead.
        """
        with self._store.transaction() as tx:
            found = situation(tx, lead_id, self._caller)
            stands, contact = found.stands, found.lead.contact
            is_others = stands.claimed_by not in {"", self._caller}
            if is_others and (stands.claim_until or tx.now) > tx.now:
                raise Refused(tr("{holder} has this lead now.", holder=stands.claimed_by))
            assert contact.id is not None
            _add_number(tx, contact.id, number, contact.country or found.campaign.region)
            write_history(tx, self._caller, "found a number", "lead", lead_id)
        return Changes(leads=frozenset({lead_id}), queue=True)

    def _bring_back(self, tx: Transaction, lead_id: LeadId, name: str) -> str:
        """Place the lead where it belongs now; what becomes of it."""
        if covered_by(tx, [lead_id]):
            place(tx, lead_id, Bucket.DO_NOT_CALL, reason=tr_later("Asked not to be called"))
            return tr("{name} asked not to be called.", name=name)
        # Theirs until it is known what becomes of it.
        place(tx, lead_id, Bucket.WAITING, callback_owner=self._caller)
        now = situation(tx, lead_id, self._caller)
        decision = now.decision()
        if decision.is_allowed:
            until = tx.now + _FOR_THEM
            giving.keep(tx, lead_id, self._caller, until)
            return tr("{name} is back and comes to you next.", name=name)
        if not now.lead.contact.dialable:
            place(tx, lead_id, Bucket.RESEARCH, reason=tr_later("There is no phone number."))
            return tr("{name} still has no number that can be dialled.", name=name)
        newest = calls.newest_call(tx, lead_id)
        if decision.next_at is None or newest is None:
            with english():
                place(tx, lead_id, Bucket.WAITING, reason=now.decision().says)
            return f"{tr('{name} is back in the queue.', name=name)} {decision.says}"
        zone = now.standing.zone
        wall = local_time(decision.next_at, zone).replace(tzinfo=None)
        promise = Promise(wall=wall, zone=zone)
        promise_call(tx, lead_id, newest.id, promise, self._caller, kind=OPEN)
        place(tx, lead_id, Bucket.CALLBACK, due_at=promise.at, callback_owner=self._caller)
        minutes = math.ceil((promise.at - tx.now).total_seconds() / 60)
        if minutes <= _SOON:
            return tr(
                "{name} is back and comes to you in {minutes} min.", minutes=minutes, name=name
            )
        return tr(
            "{name} is back and comes to you at {at}.",
            name=name,
            at=time_words(promise.at, zone, now=tx.now),
        )


def _add_number(tx: Transaction, contact_id: ContactId, number: str, region: str) -> None:
    for phone in read_phones(number, region=region):
        if phone.state.is_dialable:
            add_phone(tx, contact_id, phone)
            return
    raise Refused(tr("That number cannot be dialled. Write it with its country code, like +44."))
