"""Saved late: what somebody said under a lead that another caller had by then, and its way on."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import ClaimLost, NothingToUndo, Refused
from qualdesk.core.events import Phase
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId, CampaignId, LeadId
from qualdesk.core.late_saves import LateSave, SaidLate
from qualdesk.core.leads import Bucket
from qualdesk.core.outcomes import Catalogue
from qualdesk.core.questions import Answer
from qualdesk.core.saves import Save, unplain_all
from qualdesk.core.scripts import CallScript
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr
from qualdesk.desk.called import Given, given_with
from qualdesk.desk.conversation import lost_hold, unless_lost
from qualdesk.desk.outcomes import catalogue_of, labels_of
from qualdesk.desk.situations import Situation, situation
from qualdesk.store import calls, campaigns, late_saves, queue
from qualdesk.store import undo as undoing
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoffs import has_left_since
from qualdesk.store.history import note as write_history
from qualdesk.store.late_saves import LEFT, TAKEN, KeptLate, answers_of, load_late, settle, unsettle
from qualdesk.store.members import find_member
from qualdesk.store.on_phones import may_supervise
from qualdesk.store.stacks import sort

AT_ONCE = 100
"""How many are read at a time: each is laid beside its lead as it stands."""


@frozen
class LateDone:
    """What became of a late save, in a sentence. ``late_id`` takes it back."""

    says: str
    late_id: str
    changes: Changes


class Late:
    """Late saves, kept for a supervisor: on record only, or counted from now on."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def waiting(self, campaign: str | CampaignId | None = None) -> tuple[LateSave, ...]:
        """What nobody has chosen about, the oldest first.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            of = None if campaign is None else campaigns.the_campaign(tx, campaign).id
            found = late_saves.late_waiting(tx, of, AT_ONCE)
            said = answers_of(tx, [one.attempt_id for one in found if one.attempt_id])
            catalogue = catalogue_of(tx)
            return tuple(
                self._shown(tx, one, said.get(one.attempt_id, {}), catalogue) for one in found
            )

    def leave(self, late_id: str) -> LateDone:
        """Leave a late save on record only: it changes nothing, and waits no more.

        Raises:
            NotFound: there is none with that id.
            Refused: somebody has chosen meanwhile, or this is not a supervisor.
        """
        with self._store.transaction() as tx:
            found = self._theirs(tx, late_id)
            self._settle(tx, found, LEFT)
            write_history(tx, self._caller, "left a late save", "lead", found.lead_id)
        return _done(tr("It stays on record, and changes nothing."), found)

    def take(self, late_id: str) -> LateDone:
        """Let a late call count: its answers are the newest, its outcome does what it says.

        Raises:
            NotFound: there is none with that id.
            Refused: somebody has the lead in hand or has chosen meanwhile, it is a single save,
                or this is not a supervisor.
            OutcomeRefused: its outcome does not fit the lead any more; the sentence says why.
        """
        with self._store.transaction() as tx:
            found = self._theirs(tx, late_id)
            if found.does != late_saves.CALL:
                raise Refused(tr("Read it and do it by hand: it is no whole call."))
            _refuse_in_hand(tx, found.lead_id)
            back = self._count(tx, found)
            self._settle(tx, found, TAKEN, back)
            write_history(
                tx, self._caller, "took a late save", "lead", found.lead_id, call=found.attempt_id
            )
        return _done(tr("It counts now: {says}.", says=back["says"]), found)

    def take_back(self, late_id: str) -> LateDone:
        """Take the choice back: it waits again, and the lead stands as it stood before.

        Raises:
            NotFound: there is none with that id.
            NothingToUndo: nobody has chosen, or something was done with the lead since.
            Refused: this is not a supervisor.
        """
        with self._store.transaction() as tx:
            found = self._theirs(tx, late_id)
            if not found.choice:
                raise NothingToUndo(tr("Nobody has chosen what becomes of it."))
            if found.choice == TAKEN and found.back is not None:
                self._stand_back(tx, found, found.back)
            unsettle(tx, late_id)
            write_history(tx, self._caller, "took a late save back", "lead", found.lead_id)
        return _done(tr("It waits for a choice again."), found)

    def keep_call(self, save: Save, *, why: str) -> None:
        """Keep a call that was made without a line and that nothing allows any more.

        What is said in it is kept beside the lead, like any call that came too late.

        Raises:
            ClaimLost: now that it is kept.
            Refused: the person was erased meanwhile: nothing is kept.
        """
        attempt_id, told = AttemptId(save.said["attempt_id"]), save.said.get("late", {})
        with self._store.transaction() as tx:
            call = calls.find_call(tx, attempt_id)
            if call is None:
                late_saves.begin_late(
                    tx,
                    attempt_id,
                    LeadId(save.said["lead_id"]),
                    caller=self._caller,
                    number=told.get("number") or save.said["number"] or "",
                    versions=(told.get("script"), told.get("definition")),
                    phase=told.get("phase", Phase.AFTER.value),
                    language=told.get("language", ""),
                )
                call = calls.find_call(tx, attempt_id)
            if call is None:
                raise Refused(tr("This person was erased. Nothing more is kept about them."))
            lost = lost_hold(tx, call, self._caller)
        unless_lost(lost or ClaimLost(why))

    def keep_save(self, save: Save, why: str) -> None:
        """Keep a save that cannot be done any more, for a supervisor to read.

        Raises:
            WorkspaceUnusable: one of its kinds.
        """
        with self._store.transaction() as tx:
            late_saves.keep_late(
                tx,
                save.id,
                lead_id=LeadId(save.lead_id),
                attempt_id=str(save.said.get("attempt_id", "")),
                caller=self._caller,
                does=save.does,
                said=save.said,
                why=why,
            )

    def stop_who_asked(self) -> Changes:
        """Stop calls to those whose wish came late, from a caller who could not see the lead."""
        with self._store.transaction() as tx:
            found = late_saves.late_wishes(tx)
            if not found:
                return NO_CHANGES
            # A window asks this each minute from its start on: what an outcome does is read then.
            from qualdesk.desk.effects import end

            outcome = catalogue_of(tx).outcome(late_saves.STOP)
            for one in found:
                call = calls.load_call(tx, one.attempt_id)
                now = situation(tx, one.lead_id, one.caller)
                end(tx, now, outcome, _given(one), call=call, by=one.caller)
        return Changes(leads=frozenset(one.lead_id for one in found), queue=True)

    def who_has(self, lead_id: LeadId, zone: str) -> str:
        """Who has a lead now, and since when on the clock of ``zone``, in a sentence."""
        with self._store.transaction() as tx:
            held, newest = queue.hold_of(tx, lead_id), calls.newest_call(tx, lead_id)
        if newest is None or newest.caller == self._caller:
            who = (held.claimed_by if held else "") or tr("Somebody else")
            return tr("{who} has had this lead since.", who=who)
        at = local_time(newest.started_at, zone)
        return tr("{who} has had this lead since {at:%H:%M}.", who=newest.caller, at=at)

    def _theirs(self, tx: Transaction, late_id: str) -> KeptLate:
        if not may_supervise(tx, find_member(tx, self._caller)):
            raise Refused(tr("What was saved late is for a supervisor."))
        return load_late(tx, late_id)

    def _settle(
        self, tx: Transaction, found: KeptLate, choice: str, back: dict[str, Any] | None = None
    ) -> None:
        if not settle(tx, found.id, choice, self._caller, back):
            raise Refused(tr("Somebody has chosen about it meanwhile."))

    def _count(self, tx: Transaction, found: KeptLate) -> dict[str, Any]:
        """Let the call count; what taking that back needs."""
        call, lead_id = calls.load_call(tx, found.attempt_id), found.lead_id
        before = undoing.snapshot(tx, lead_id)
        calls.change_call(tx, call.id, is_conflict=False)
        places = late_saves.let_answers_count(tx, call)
        made: dict[str, Any] = {"suppressions": [], "leads": [], "meetings": []}
        says = tr("its answers are the newest")
        if call.outcome:
            now = situation(tx, lead_id, call.caller)
            # The call was counted as a try when it began: its end is no second one.
            as_on_call = replace(now, standing=replace(now.standing, is_on_call=True))
            outcome = catalogue_of(tx).outcome(call.outcome)
            from qualdesk.desk.effects import end

            then = end(tx, as_on_call, outcome, _given(found), call=call, by=call.caller)
            calls.note_outcome(tx, lead_id, call.outcome)
            made = {name: list(getattr(then, name)) for name in made}
            says = f"{tr(outcome.label)}, {then.says}"
        lead = undoing.changed_since(tx, lead_id, before) | made
        return {"lead": lead, "places": places, "says": says}

    @staticmethod
    def _stand_back(tx: Transaction, found: KeptLate, back: Mapping[str, Any]) -> None:
        lead_id = found.lead_id
        _refuse_in_hand(tx, lead_id)
        if undoing.has_moved_on(tx, lead_id, back["lead"]):
            stands = Bucket(calls.stands(tx, lead_id).state)
            raise NothingToUndo(tr("This lead has moved on since: {where}.", where=stands.label))
        if has_left_since(tx, lead_id, tx.now):
            raise NothingToUndo(tr("This lead has left for sales since, so this stays as it is."))
        from qualdesk.desk.standing_back import stand_as_before

        stand_as_before(tx, lead_id, back["lead"])
        late_saves.put_answers_back(tx, back["places"])
        calls.change_call(tx, found.attempt_id, is_conflict=True)
        sort(tx, [lead_id])

    def _shown(
        self, tx: Transaction, one: KeptLate, said: Mapping[str, Answer], catalogue: Catalogue
    ) -> LateSave:
        now = situation(tx, one.lead_id, self._caller)
        call = calls.find_call(tx, one.attempt_id) if one.attempt_id else None
        code = call.outcome if call is not None and one.does == late_saves.CALL else ""
        holder = now.stands.claimed_by
        is_held = bool(holder) and (now.stands.claim_until or tx.now) > tx.now
        return LateSave(
            id=one.id,
            lead_id=one.lead_id,
            campaign_id=now.campaign.id,
            lead=now.lead.contact.name or tr("somebody who was erased"),
            caller=one.caller,
            at=one.arrived_at,
            why=one.why or tr("Somebody else had this lead by then."),
            outcome=labels_of(catalogue).get(code, code),
            stands=tr(Bucket(now.stands.state).label),
            note=call.note if call is not None else "",
            has_now=holder if is_held else "",
            said=_beside(said, now) if one.does == late_saves.CALL else _words(one),
            can_take=one.does == late_saves.CALL,
        )


def _refuse_in_hand(tx: Transaction, lead_id: LeadId) -> None:
    stands = calls.stands(tx, lead_id)
    if stands.claimed_by and (stands.claim_until or tx.now) > tx.now:
        raise Refused(
            tr("{who} has this lead in hand. Choose when they are done.", who=stands.claimed_by)
        )


def _given(found: KeptLate) -> Given:
    """What was given beside the late outcome."""
    beside = {name: value for name, value in found.said.items() if name != "outcome"}
    return given_with(**unplain_all(beside)) if beside else Given()


def _beside(said: Mapping[str, Answer], now: Situation) -> tuple[SaidLate, ...]:
    """What was said too late, each beside what stands there now."""
    return tuple(
        SaidLate(
            asked=_asked(question, now.script),
            late=_in_words(given, now.script),
            now=_in_words(now.answers[given.question], now.script)
            if given.question in now.answers
            else "",
        )
        for question, given in said.items()
    )


def _words(one: KeptLate) -> tuple[SaidLate, ...]:
    """The words of a single save, by the names it was kept with."""
    told = {name: value for name, value in one.said.items() if not name.endswith("_id") and value}
    return tuple(SaidLate(asked=name, late=str(value)) for name, value in told.items())


def _asked(question_id: str, script: CallScript | None) -> str:
    question = script.question(question_id) if script else None
    return (question.short or question.ask) if question else question_id


def _in_words(given: Answer, script: CallScript | None) -> str:
    if given.does_not_know:
        return tr("does not know")
    question = script.question(given.question) if script else None
    value = question.label_of(given.value) if question else str(given.value or "")
    return ", ".join(part for part in dict.fromkeys((value, given.words)) if part)


def _done(says: str, found: KeptLate) -> LateDone:
    return LateDone(
        says=says,
        late_id=found.id,
        changes=Changes(leads=frozenset({found.lead_id}), queue=True),
    )
