"""Somebody calls us: their lead in hand at once, and lines left for whoever should know."""

from typing import Any
from uuid import uuid4

from qualdesk.core.cards import CallCard
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import NotNow, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId, LeadId, MessageId
from qualdesk.core.lead_words import TOOK_CALL
from qualdesk.core.leads import Bucket
from qualdesk.core.messages import Message
from qualdesk.core.outcomes import Catalogue
from qualdesk.core.questions import check_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.situations import Situation, card_of, situation
from qualdesk.store import calls, cells, messages
from qualdesk.store.callbacks import keep_promises
from qualdesk.store.clients import refuse_others
from qualdesk.store.database import Store, Transaction
from qualdesk.store.erased import refuse_erased
from qualdesk.store.history import note as write_history
from qualdesk.store.incoming import hold_still, on_a_call_with, take_over
from qualdesk.store.leads import load_lead, load_leads
from qualdesk.store.members import note_seen


@frozen
class LookedUp:
    """A lead that was looked up: its card, and what was left about it and nobody has read.

    Attributes:
        card: None for a caller of a team whose lead it is not: they may leave a message, or take
            their call.
    """

    card: CallCard | None
    messages: tuple[Message, ...]


class Incoming:
    """People who call us, and messages about leads."""

    def __init__(self, store: Store, clock: Clock, caller: str, catalogue: Catalogue) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller
        self._catalogue = catalogue

    def take_up(self, lead_id: LeadId, *, has_hung_up: bool = False) -> CallCard:
        """They are on the line: a call that came in, written down, with their lead in hand.

        No rule about dialling is asked, and nobody is dialled; also who asked not to be called
        may be spoken to when they call. What this caller had in hand goes back. Somebody else
        who had the lead is told by a message; it is no try, and counts against no limit. The
        same call taken up twice is one. ``has_hung_up`` tells that this caller's own last call
        is over and only its outcome is not given.

        Raises:
            NotFound: there is no such lead.
            Refused: this caller is on a call with somebody else, a colleague is on a call with
                them, sales has the lead, or they were erased; the sentence says which.
            NotNow: their list is not loaded to its end.
        """
        with self._store.transaction() as tx:
            note_seen(tx, self._caller)
            # Two may hear the same ring: the second sees that the first has the call.
            had_it = self._had_it(tx, hold_still(tx, lead_id))
            if tx.dialect.acts_only:
                # A caller of a team reads no lead that is not in their hands.
                self._take_into_view(tx, lead_id, has_hung_up=has_hung_up)
            found = situation(tx, lead_id, self._caller)
            if found.call is None:
                self._refuse(tx, found, has_hung_up=has_hung_up)
                self._begin(tx, found, had_it)
                found = situation(tx, lead_id, self._caller)
            return card_of(tx, found, self._catalogue, self._caller)

    def look_up(self, lead_id: LeadId) -> LookedUp:
        """Read the card of a lead, whoever has it; nothing is claimed, that it was read is noted.

        Raises:
            NotFound: there is no such lead, or in a team none this caller was shown.
        """
        with self._store.transaction() as tx:
            if tx.dialect.acts_only and lead_id not in load_leads(tx, [lead_id]):
                messages.refuse_unknown(tx, lead_id, self._caller)
                return LookedUp(card=None, messages=())
            found = situation(tx, lead_id, self._caller)
            card = card_of(tx, found, self._catalogue, self._caller)
            left = messages.waiting_at(tx, lead_id)
            write_history(tx, self._caller, "looked up", "lead", lead_id)
        return LookedUp(card=card, messages=left)

    def leave_message(self, lead_id: LeadId, says: str, left_for: str = "") -> Changes:
        """Leave a line about a lead: for one person by name, or for whoever has it next.

        In a team a caller does so for a lead they were shown: had in hand, or looked up.

        Raises:
            NotFound: there is no such lead, or in a team none they were shown.
            Refused: there is nothing in it, or the person was erased.
            AnswerRefused: it is too long to keep.
        """
        words = check_words(says).strip()
        if not words:
            raise Refused(tr("Write what they should know."))
        with self._store.transaction() as tx:
            refuse_erased(tx, lead_id)
            if tx.dialect.acts_only:
                # Its card need not be theirs to read now.
                messages.refuse_unknown(tx, lead_id, self._caller)
            else:
                load_lead(tx, lead_id)
            messages.leave(tx, lead_id, left_by=self._caller, left_for=left_for.strip(), says=words)
            write_history(tx, self._caller, "left a message", "lead", lead_id)
        return Changes(leads=frozenset({lead_id}))

    def messages(self, lead_id: LeadId) -> tuple[Message, ...]:
        """What was left about a lead and nobody has read, the latest first.

        Raises:
            NotFound: it is another client's than the one this caller works for.
        """
        with self._store.reading() as tx:
            refuse_others(tx, lead_id)
            return messages.waiting_at(tx, lead_id)

    def my_messages(self) -> tuple[Message, ...]:
        """What was left for this caller by name and waits to be read, the latest first."""
        with self._store.reading() as tx:
            return messages.waiting_for(tx, self._caller)

    def read_message(self, message_id: MessageId) -> Changes:
        """A message was read: it waits no more.

        Raises:
            NotFound: there is no such message.
        """
        with self._store.transaction() as tx:
            one = messages.read(tx, message_id, self._caller)
        return Changes(leads=frozenset({one.lead_id}))

    def _take_into_view(self, tx: Transaction, lead_id: LeadId, *, has_hung_up: bool) -> None:
        mine = calls.open_call_of(tx, self._caller)
        if mine is None or mine.lead_id != lead_id:
            self._refuse_busy(tx, lead_id, mine, has_hung_up=has_hung_up)
        take_over(tx, lead_id, self._caller, token=mine.token if mine else None)

    def _had_it(self, tx: Transaction, stands: Any) -> str:
        """Who else had the lead on their desk; empty for nobody."""
        if stands is None or stands.claimed_by in {None, self._caller}:
            return ""
        # What is kept for after a call, or for undo, was on nobody's desk to leave it.
        was_seen = stands.claim_until > tx.now and stands.claim_kind not in {"next", "undo"}
        return str(stands.claimed_by) if was_seen else ""

    def _refuse(self, tx: Transaction, found: Situation, *, has_hung_up: bool) -> None:
        """Do nothing where the lead may be taken up.

        Raises:
            Refused: it may not; the sentence says what to do instead.
            NotNow: their list is not loaded to its end.
        """
        refuse_erased(tx, found.lead.id)
        mine = calls.open_call_of(tx, self._caller)
        self._refuse_busy(tx, found.lead.id, mine, has_hung_up=has_hung_up)
        if found.stands.state in _WITH_SALES:
            raise Refused(tr("Sales has this lead now. Leave a message, or give them the number."))
        if cells.is_loading(tx, found.lead.id):
            raise NotNow(tr("Their list is not loaded to its end. Take them up when it is."))

    def _refuse_busy(
        self, tx: Transaction, lead_id: LeadId, mine: calls.KeptCall | None, *, has_hung_up: bool
    ) -> None:
        """Do nothing where neither this caller nor the person is on another call.

        Raises:
            Refused: one of them is; the sentence says who with.
        """
        if mine is not None:
            name = load_lead(tx, mine.lead_id).contact.name
            raise Refused(tr(_WRAPPING_UP if has_hung_up else _ON_A_CALL, name=name))
        other = on_a_call_with(tx, lead_id, self._caller)
        if other:
            raise Refused(
                tr("{other} is on a call with them now. Leave a message instead.", other=other)
            )

    def _begin(self, tx: Transaction, found: Situation, had_it: str) -> None:
        lead_id = found.lead.id
        held = take_over(tx, lead_id, self._caller)
        new_id = AttemptId(str(uuid4()))
        calls.begin(
            tx,
            new_id,
            lead_id,
            caller=self._caller,
            number="",
            token=held.token,
            versions=(
                found.campaign.script_in(found.phase),
                found.campaign.definition_version_id,
            ),
            phase=found.phase,
            language=found.language,
            is_incoming=True,
        )
        if found.standing.due_at is not None:
            keep_promises(tx, lead_id)
        if had_it:
            says = TOOK_CALL.format(caller=self._caller)
            messages.leave(tx, lead_id, left_by=self._caller, left_for=had_it, says=says)
        write_history(tx, self._caller, "took up", "lead", lead_id, call=new_id, had_it=had_it)


_ON_A_CALL = tr_later("You are on a call with {name}. End it, then take this one up.")
_WRAPPING_UP = tr_later("Say how the call with {name} ended, then take this one up.")
_WITH_SALES = frozenset({Bucket.IN_BATCH, Bucket.TAKEN, Bucket.WON, Bucket.LOST})
