"""How a call ends: outcomes and what they do, do not call, skipping, and undoing all of it."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Unpack
from uuid import uuid4

from qualdesk.core.cards import CallCard
from qualdesk.core.changes import Changes
from qualdesk.core.consequences import allowed
from qualdesk.core.errors import (
    ClaimLost,
    NotFound,
    NothingToUndo,
    OutcomeRefused,
    Refused,
)
from qualdesk.core.events import Phase
from qualdesk.core.ids import AttemptId, LeadId
from qualdesk.core.leads import Bucket, Lead
from qualdesk.core.outcomes import After, Outcome
from qualdesk.core.skips import SkipReasons
from qualdesk.core.wording import tr
from qualdesk.desk.called import Beside, Finished, Given, given_with
from qualdesk.desk.conversation import Conversation, lost_hold, unless_lost
from qualdesk.desk.situations import SKIPPED, Situation, card_of, situation
from qualdesk.files.skips import shipped_skips
from qualdesk.store import calls, queue
from qualdesk.store import undo as undoing
from qualdesk.store.database import Transaction
from qualdesk.store.handoffs import has_left_since
from qualdesk.store.history import note as write_history
from qualdesk.store.leads import load_lead
from qualdesk.store.talks import end_talk

if TYPE_CHECKING:
    from qualdesk.desk.effects import Ended


class Endings(Conversation):
    """Outcomes, as the keys of the desk give them."""

    def finish(self, attempt_id: AttemptId, outcome: str, **beside: Unpack[Beside]) -> Finished:
        """End a call with an outcome. What its key said is what happens.

        ``outcome`` is a code of the catalogue; what else an outcome may be given with stands
        in :class:`Beside`. The same outcome twice is one. For ten seconds the lead is kept,
        so that nothing can come between the outcome and its undoing.

        Raises:
            OutcomeRefused: something the outcome needs is missing; the sentence says what.
            Refused: something is given that no outcome takes; the sentence lists what is.
            ClaimLost: somebody else has the lead by now; what was written is kept.
        """
        given = given_with(**beside)
        chosen = self._catalogue.outcome(outcome)
        with self._store.transaction() as tx:
            done = self._finish(tx, calls.load_call(tx, attempt_id), chosen, given)
        return unless_lost(done)

    def finish_without_call(
        self, lead_id: LeadId, outcome: str, *, reason: str = "", attempt_id: str = ""
    ) -> Finished:
        """Give an outcome to a lead nobody dialled: only a wrong number and do not call.

        A call of one's own that goes on with them ends with it. The same ``attempt_id`` twice is
        one outcome.

        Raises:
            OutcomeRefused: that outcome needs a call.
            Refused: somebody else has the lead.
        """
        chosen = self._catalogue.outcome(outcome)
        if not chosen.without_call:
            raise OutcomeRefused(
                tr("“{outcome}” needs a call. Dial first.", outcome=tr(chosen.label))
            )
        given = given_with(reason=reason)
        return self._finish_any(lead_id, chosen, given, attempt_id)

    def do_not_call(
        self,
        lead_id: LeadId,
        *,
        scope: str = "person",
        asked_by: str = "",
        number: str = "",
        attempt_id: str = "",
    ) -> Finished:
        """Never call this person again, or this number, or this company; at once, for everyone.

        For the client of the lead; with the scope "house" the person is called for no client.
        ``number`` (E.164) is the one meant by the scope "number"; that of the call when empty.
        ``attempt_id`` is the call it was said in, or else made for this: given twice, it is one.

        Raises:
            Refused: there is no such scope.
            NotFound: there is no such lead.
        """
        given = given_with(scope=scope, asked_by=asked_by, number=number)
        chosen = self._catalogue.outcome("do_not_call")
        return self._finish_any(lead_id, chosen, given, attempt_id)

    def skip(self, lead_id: LeadId, reason: str = "", *, attempt_id: str = "") -> Finished:
        """Give a lead back without calling; it rests for a while. It can be undone.

        ``reason`` is a code or a label of :func:`skip_reasons`, or in words; it is counted, and
        a lead that nobody wants to call is shown to the supervisor. A promise that is skipped is
        anybody's to keep, from half an hour later on. The same ``attempt_id`` twice is one.

        Raises:
            Refused: somebody else has the lead, or a call with them goes on.
        """
        from qualdesk.desk.effects import put_aside

        with self._store.transaction() as tx:
            known = calls.find_call(tx, AttemptId(attempt_id)) if attempt_id else None
            if known is not None and known.before is not None:
                return _finished(known, load_lead(tx, lead_id), None)
            found = situation(tx, lead_id, self._caller)
            if found.call is not None:
                raise Refused(tr("You are on a call with them. End it with an outcome."))
            call = self._no_call(tx, lead_id, attempt_id)
            before = undoing.snapshot(tx, lead_id)
            why = skip_reasons().read(given_with(reason=reason).reason)
            given = given_with(reason=why.label)
            then = put_aside(tx, found, why)
            return self._kept(tx, found, call, then, before, code=SKIPPED, given=given)

    def undo(self, attempt_id: AttemptId | None = None) -> CallCard:
        """Take an outcome back: the lead is on the desk again, with its call and its answers.

        Without an id, the caller's last outcome. The lead opened meanwhile is given back, if
        nobody has dialled it. Numbers, promises and do-not-call are as they were before.

        Raises:
            NothingToUndo: there is nothing, or something has been done with the lead since.
            Refused: a call with somebody else goes on.
        """
        from qualdesk.desk.standing_back import stand_as_before
        from qualdesk.store.events import rest_until_over
        from qualdesk.store.incoming import take_over

        with self._store.transaction() as tx:
            call = self._to_undo(tx, attempt_id)
            assert call.before is not None
            self._free_hands(tx, call.lead_id)
            own = self._caller if call.caller == self._caller else ""
            is_stopped = stand_as_before(tx, call.lead_id, call.before, own=own)
            # As before but for an event that was moved meanwhile.
            rest_until_over(tx, call.lead_id, self._until_over)
            kind = "undo" if is_stopped else "open"
            held = queue.claim_lead(tx, call.lead_id, self._caller, kind, token=call.token)
            if is_stopped and call.is_incoming and call.caller == self._caller:
                # They are on the line: it is a call in hand, although nobody may call them.
                held = take_over(tx, call.lead_id, self._caller)
            undoing.hold_until(tx, call.lead_id, call.before, self._caller)
            self._open_again(tx, call, held.token)
            write_history(tx, self._caller, f"undid {call.outcome}", "lead", call.lead_id)
            found = situation(tx, call.lead_id, self._caller)
            return card_of(tx, found, self._catalogue, self._caller)

    @property
    def _until_over(self) -> list[str]:
        return [one.code for one in self._catalogue if one.after is After.EVENT]

    def _finish_any(
        self, lead_id: LeadId, outcome: Outcome, given: Given, attempt_id: str
    ) -> Finished:
        """The same for a lead with or without a call; one that was said already is no second."""
        with self._store.transaction() as tx:
            known = calls.find_call(tx, AttemptId(attempt_id)) if attempt_id else None
            call = known or situation(tx, lead_id, self._caller).call
            if call is None:
                return self._without_call(tx, lead_id, outcome, given, attempt_id)
            # Left open, the call would bring the lead back to the desk.
            done = self._finish(tx, call, outcome, given)
        return unless_lost(done)

    def _finish(
        self, tx: Transaction, call: calls.KeptCall, outcome: Outcome, given: Given
    ) -> Finished | ClaimLost:
        # A call somebody else took over may have been closed meanwhile: its outcome is kept too.
        is_late = call.is_conflict and not call.outcome
        outcome = self._of_its_phase(call, outcome)
        if not call.is_open and not is_late:
            return self._once_more(tx, call, outcome)
        lost = lost_hold(tx, call, self._caller)
        if lost is not None:
            from qualdesk.desk.late_outcomes import keep_late_outcome

            keep_late_outcome(tx, call, outcome, given, by=self._caller)
            return lost
        return self._end(tx, call, outcome, given)

    @staticmethod
    def _of_its_phase(call: calls.KeptCall, outcome: Outcome) -> Outcome:
        """The outcome, if a call on that side of the event can end with it.

        Raises:
            OutcomeRefused: it is for the other side.
        """
        if outcome.phase in {None, call.phase}:
            return outcome
        says = tr(
            "“{outcome}” is for calls after the event, and this one is before it. "
            "Choose another outcome.",
            outcome=tr(outcome.label),
        )
        if call.phase is not Phase.BEFORE:
            says = tr(
                "“{outcome}” is for calls before the event, and this one is after it. "
                "Choose another outcome.",
                outcome=tr(outcome.label),
            )
        raise OutcomeRefused(says)

    def _end(
        self, tx: Transaction, call: calls.KeptCall, outcome: Outcome, given: Given
    ) -> Finished:
        # No lead is on the screen sooner for it: what an outcome does is read with the first.
        from qualdesk.desk.effects import end

        before = undoing.snapshot(tx, call.lead_id)
        found = situation(tx, call.lead_id, self._caller)
        asked, outcome = outcome.code, allowed(outcome, found.standing, self._catalogue)
        then = end(tx, found, outcome, given, call=call, by=self._caller)
        if call.is_call:
            end_talk(tx, call.lead_id, self._caller, spoke=outcome.was_reached)
        before["asked"] = asked
        return self._kept(tx, found, call, then, before, code=outcome.code, given=given)

    def _kept(
        self,
        tx: Transaction,
        found: Situation,
        call: calls.KeptCall,
        then: "Ended",
        before: undoing.Kept,
        *,
        code: str,
        given: Given,
    ) -> Finished:
        """Write the outcome with all that undoing it needs, and keep the lead for that."""
        calls.note_outcome(tx, call.lead_id, code)
        kept = undoing.changed_since(tx, call.lead_id, before) | {
            "suppressions": list(then.suppressions),
            "leads": list(then.leads),
            "meetings": list(then.meetings),
            "says": then.kept,
            # What was pressed, where a rule made another outcome of it.
            "asked": before.get("asked", code),
            "next_at": then.next_at.isoformat() if then.next_at else None,
        }
        written = {"outcome": code, "reason": given.reason, "hint": given.hint, "before": kept}
        if given.note is not None:
            written["note"] = given.note
        calls.change_call(tx, call.id, ended_at=tx.now, **written)
        until = None
        if found.stands.claimed_by in {"", self._caller}:
            held = queue.claim_lead(tx, call.lead_id, self._caller, "undo", token=call.token)
            until = held.until
        write_history(tx, self._caller, f"outcome {code}", "lead", call.lead_id, call=call.id)
        finished = _finished(replace(call, outcome=code, before=kept), found.lead, until)
        return replace(finished, says=then.says)

    def _without_call(
        self, tx: Transaction, lead_id: LeadId, outcome: Outcome, given: Given, attempt_id: str
    ) -> Finished:
        stops_all = outcome.after is After.SUPPRESS
        call = self._no_call(tx, lead_id, attempt_id, whoever_holds_it=stops_all)
        return self._end(tx, call, outcome, given)

    def _no_call(
        self, tx: Transaction, lead_id: LeadId, new_id: str, *, whoever_holds_it: bool = False
    ) -> calls.KeptCall:
        """A row for an outcome without a call, so that it can be seen and undone.

        Raises:
            Refused: somebody else has the lead.
        """
        stands = calls.stands(tx, lead_id)
        is_others = stands.claimed_by not in {"", self._caller}
        if is_others and not whoever_holds_it and (stands.claim_until or tx.now) > tx.now:
            raise Refused(tr("{holder} has this lead now.", holder=stands.claimed_by))
        attempt_id = AttemptId(new_id or str(uuid4()))
        token = stands.claim_token
        calls.begin(tx, attempt_id, lead_id, caller=self._caller, number="", token=token)
        return calls.load_call(tx, attempt_id)

    def _once_more(
        self, tx: Transaction, call: calls.KeptCall, outcome: Outcome
    ) -> Finished | ClaimLost:
        """What a repeated save gets: the same result for the same outcome."""
        if call.is_conflict:
            return ClaimLost()
        if outcome.code in {call.outcome, (call.before or {}).get("asked")}:
            return _said_again(tx, call, self._caller)
        if not call.outcome:
            raise OutcomeRefused(tr("This call was given back. Take the lead again to call them."))
        label = self._label(call.outcome)
        raise OutcomeRefused(
            tr("This call has ended with “{outcome}”. Undo that first.", outcome=tr(label))
        )

    def _label(self, code: str) -> str:
        try:
            return self._catalogue.outcome(code).label
        except NotFound:
            return code

    def _to_undo(self, tx: Transaction, attempt_id: AttemptId | None) -> calls.KeptCall:
        call = (
            calls.load_call(tx, attempt_id) if attempt_id else calls.last_outcome(tx, self._caller)
        )
        if call is None or call.before is None or call.is_conflict:
            raise NothingToUndo
        queue.take_into_view(tx, call.lead_id, self._caller, call.token)
        newest = calls.newest_call(tx, call.lead_id)
        if newest is None or newest.id != call.id:
            raise NothingToUndo(tr("They have been called again since, so this stays as it is."))
        if undoing.has_moved_on(tx, call.lead_id, call.before):
            stands = Bucket(calls.stands(tx, call.lead_id).state)
            raise NothingToUndo(tr("This lead has moved on since: {where}.", where=stands.label))
        if has_left_since(tx, call.lead_id, call.ended_at or call.started_at):
            # Recalled since, it is qualified again; but sales has read what was said in this call.
            raise NothingToUndo(tr("This lead has left for sales since, so this stays as it is."))
        if call.before["suppressions"] and tx.now - (call.ended_at or tx.now) > queue.UNDO:
            raise NothingToUndo(tr("A do-not-call is taken back by a supervisor, with a reason."))
        return call

    def _free_hands(self, tx: Transaction, lead_id: LeadId) -> None:
        """Give back the lead that was opened meanwhile, unless it has been dialled."""
        held = queue.held(tx, self._caller)
        if held is None or held.lead_id == lead_id:
            return
        other = situation(tx, held.lead_id, self._caller)
        if other.call is not None:
            name = other.lead.contact.name
            raise Refused(tr("You are on a call with {name}. End it, then undo this.", name=name))
        # Opened by themselves: who was given it by name still has it.
        queue.set_aside(tx, self._caller, but=lead_id)

    def _open_again(self, tx: Transaction, call: calls.KeptCall, token: int) -> None:
        """The call goes on as it was; what was written on it stays. Nobody takes over another's."""
        if not call.is_call:
            calls.forget_call(tx, call.id)
        elif call.caller == self._caller:
            calls.open_again(tx, call.id, token)
        else:
            calls.change_call(tx, call.id, undone_at=tx.now)


def skip_reasons() -> SkipReasons:
    """Why a lead can be skipped, in the order they are offered."""
    return shipped_skips()


def _said_again(tx: Transaction, call: calls.KeptCall, caller: str) -> Finished:
    """The outcome as it was given, with whether it can still be undone at once."""
    try:
        stands, lead = calls.stands(tx, call.lead_id), load_lead(tx, call.lead_id)
    except NotFound:
        # A caller of a team does not see the lead any more: it is no less done.
        return _finished(call, None, None)
    is_kept = stands.claimed_by == caller and stands.claim_kind == "undo"
    return _finished(call, lead, stands.claim_until if is_kept else None)


def _finished(call: calls.KeptCall, lead: Lead | None, until: datetime | None) -> Finished:
    """An outcome as it was given, from what is kept with it."""
    kept = call.before or {}
    next_at = kept.get("next_at")
    return Finished(
        outcome=call.outcome,
        says=kept.get("says", ""),
        next_at=datetime.fromisoformat(next_at) if next_at else None,
        bucket=Bucket(kept["left"]["state"]),
        attempt_id=call.id,
        lead_id=call.lead_id,
        name=lead.contact.name if lead is not None else "",
        undo_until=until,
        changes=Changes(
            leads=frozenset({call.lead_id, *(LeadId(one) for one in kept.get("leads", ()))}),
            queue=True,
            suppression=bool(kept.get("suppressions")),
        ),
    )
