"""The call itself: dialling, answers, notes, who else was named, a time to call back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

from qualdesk.core.answer_hours import AnswerHours
from qualdesk.core.cards import OpenAttempt
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import AnswerRefused, ClaimLost, NotFound, Refused
from qualdesk.core.ids import AnswerId, AttemptId, LeadId
from qualdesk.core.outcomes import Catalogue
from qualdesk.core.questions import Answer, Question, QuestionId, check_answer, check_words
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.called import CallbackRead, Recorded, Referred
from qualdesk.desk.situations import open_attempt, situation
from qualdesk.desk.versions import script_version
from qualdesk.store import answers as kept_answers
from qualdesk.store import calls, queue
from qualdesk.store.database import Store, Transaction
from qualdesk.store.erased import refuse_erased
from qualdesk.store.history import note as write_history

if TYPE_CHECKING:
    from qualdesk.desk.promising import Promising

T = TypeVar("T")


class Conversation:
    """A call in progress. What is typed is saved when it is typed, under ids made here."""

    def __init__(
        self, store: Store, clock: Clock, caller: str, catalogue: Catalogue, *, zone: str = ""
    ) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller
        self._catalogue = catalogue
        # The caller's own clock, for reading times back; the campaign's where nobody said.
        self._zone = zone

    def start_attempt(
        self,
        lead_id: LeadId,
        number: str | None = None,
        *,
        attempt_id: str | None = None,
        because: str = "",
    ) -> OpenAttempt:
        """Write a call down, so that its number may be dialled; every rule is asked again.

        A call that goes on already is given back and no second one is begun. ``number`` is
        one of the person's, as dialled or as shown; their best one when None. The same
        ``attempt_id`` twice is one call. ``because`` is why they are called in spite of the
        house's hours, the campaign's window or its spacing, when only that stands in the way.

        Raises:
            NotNow: a rule says no; the sentence says which, and when it may be tried.
            Refused: somebody else has the lead, or that number cannot be dialled.
        """
        from qualdesk.desk.dialling import dial

        with self._store.transaction() as tx:
            if attempt_id and (known := calls.find_call(tx, AttemptId(attempt_id))):
                return open_attempt(known)
            call = dial(tx, lead_id, self._caller, number, attempt_id, because)
            return open_attempt(call)

    def record_answer(
        self,
        attempt_id: AttemptId,
        question: str,
        value: object,
        *,
        words: str = "",
        does_not_know: bool = False,
        answer_id: str | None = None,
    ) -> Recorded:
        """Save what was said, at once. The newest answer to a question counts.

        The same ``answer_id`` twice is one answer.

        Raises:
            AnswerRefused: the value does not fit the question.
            ClaimLost: somebody else has the lead by now; what was said is kept as a conflict.
        """
        with self._store.transaction() as tx:
            call = calls.load_call(tx, attempt_id)
            script = script_version(tx, call.script_version_id)
            given = _checked(script, question, value, words, does_not_know=does_not_know)
            kept = self._keep(tx, call, given, answer_id)
        return unless_lost(kept)

    def clear_answer(
        self, attempt_id: AttemptId, question: str, *, answer_id: str | None = None
    ) -> Recorded:
        """Take an answer back. What was said stays in the history and no longer counts.

        Raises:
            ClaimLost: somebody else has the lead by now.
        """
        with self._store.transaction() as tx:
            call = calls.load_call(tx, attempt_id)
            nothing = Answer(question=QuestionId(question))
            kept = self._keep(tx, call, nothing, answer_id, is_cleared=True)
        return unless_lost(kept)

    def confirm_answer(
        self, attempt_id: AttemptId, question: str, *, answer_id: str | None = None
    ) -> Recorded:
        """Keep as said on the call what a form had said before it (O6).

        Raises:
            AnswerRefused: there is nothing to confirm, or it fits no answer of the question.
            ClaimLost: somebody else has the lead by now.
        """
        with self._store.transaction() as tx:
            call = calls.load_call(tx, attempt_id)
            found = situation(tx, call.lead_id, self._caller)
            answer = found.answers.get(QuestionId(question))
            if answer is None:
                raise AnswerRefused(tr("There is nothing to confirm. Ask, and choose an answer."))
            given = _checked(
                found.script,
                question,
                answer.value,
                answer.words,
                does_not_know=answer.does_not_know,
            )
            kept = self._keep(tx, call, given, answer_id)
        return unless_lost(kept)

    def write_note(self, attempt_id: AttemptId, note: str) -> Changes:
        """Save the note of a call as it is typed.

        Raises:
            AnswerRefused: it is too long to keep.
            Refused: the person was erased meanwhile.
            ClaimLost: somebody else has the lead by now; the note is kept.
        """
        with self._store.transaction() as tx:
            call = calls.load_call(tx, attempt_id)
            refuse_erased(tx, call.lead_id)
            calls.change_call(tx, call.id, note=check_words(note))
            lost = lost_hold(tx, call, self._caller)
        return unless_lost(lost or Changes(leads=frozenset({call.lead_id})))

    def open_fit(self, attempt_id: AttemptId) -> Changes:
        """Open Fit before discovery has its answers; it is counted (D1).

        Raises:
            NotFound: there is no such call.
        """
        with self._store.transaction() as tx:
            call = calls.load_call(tx, attempt_id)
            if not call.fit_opened_early:
                calls.change_call(tx, call.id, fit_opened_early=True)
                write_history(tx, self._caller, "opened fit early", "lead", call.lead_id)
        return Changes(leads=frozenset({call.lead_id}))

    def speak(self, attempt_id: AttemptId, language: str) -> Changes:
        """Go on in another language of the script; what was answered stays.

        Raises:
            NotFound: there is no such call.
            Refused: the script has no words in that language.
        """
        with self._store.transaction() as tx:
            call = calls.load_call(tx, attempt_id)
            script = script_version(tx, call.script_version_id)
            if script is None or language not in script.languages:
                raise Refused(tr("The script has no words in “{language}”.", language=language))
            calls.change_call(tx, call.id, language=language)
        return Changes(leads=frozenset({call.lead_id}))

    def refer(
        self,
        lead_id: LeadId,
        *,
        name: str,
        title: str = "",
        number: str = "",
        email: str = "",
        how: str = "queue",
    ) -> Referred:
        """Add somebody the person named, as a lead linked to theirs (D5).

        ``how``: "queue" adds them, "now" makes them this caller's next lead, "note" only
        writes them down. Somebody who is a lead of the campaign already is linked instead.

        Raises:
            Refused: there is no name, or ``how`` is something else.
        """
        from qualdesk.desk.referring import Named, refer

        named = Named(name=name, title=title, number=number, email=email)
        with self._store.transaction() as tx:
            return refer(tx, lead_id, named, how=how, caller=self._caller)

    def read_time(
        self, text: str, lead_id: LeadId, *, ours: str = "", languages: Sequence[str] = ()
    ) -> CallbackRead:
        """A time as it was said, on the person's clock, read back in both clocks and checked.

        ``ours`` is the zone of the caller's own clock; ``languages`` are tried first.

        Raises:
            TimeNotUnderstood: it cannot be read, or has passed.
        """
        with self._store.reading() as tx:
            from qualdesk.desk.promising import read_said

            return read_said(tx, self._promising(tx, lead_id, ours), text, languages)

    def suggest_times(self, lead_id: LeadId, *, ours: str = "") -> tuple[CallbackRead, ...]:
        """Three times to offer, inside hours and window; fewer when the window ends before."""
        with self._store.reading() as tx:
            from qualdesk.desk.promising import offered

            return offered(tx, self._promising(tx, lead_id, ours))

    def hours_they_answer(self, lead_id: LeadId) -> AnswerHours:
        """The hours of their day at which people of their role pick up."""
        with self._store.reading() as tx:
            from qualdesk.desk.promising import hours_they_answer

            return hours_they_answer(tx, situation(tx, lead_id, self._caller))

    def _promising(self, tx: Transaction, lead_id: LeadId, ours: str) -> "Promising":
        from qualdesk.desk.promising import promising

        found = situation(tx, lead_id, self._caller)
        return promising(tx, found, self._caller, ours or self._zone)

    def _keep(
        self,
        tx: Transaction,
        call: calls.KeptCall,
        given: Answer,
        answer_id: str | None,
        *,
        is_cleared: bool = False,
    ) -> Recorded | ClaimLost:
        """Keep an answer, as a conflict when the hold is lost.

        The loss is handed back and raised outside the transaction: raised inside, it would
        take back what it promises to keep.
        """
        new_id = AnswerId(answer_id or str(uuid4()))
        if not call.is_open and not call.is_conflict:
            if kept_answers.is_kept(tx, new_id):
                return self._recorded(tx, call)
            raise Refused(tr("This call has ended. Undo its outcome to go on with it."))
        lost = lost_hold(tx, call, self._caller)
        kept_answers.keep_answer(
            tx,
            new_id,
            attempt_id=call.id,
            lead_id=call.lead_id,
            given=given,
            is_cleared=is_cleared,
            is_conflict=lost is not None,
        )
        return lost or self._recorded(tx, call)

    def _recorded(self, tx: Transaction, call: calls.KeptCall) -> Recorded:
        changes = Changes(leads=frozenset({call.lead_id}))
        try:
            found = situation(tx, call.lead_id, self._caller)
        except NotFound:
            # Saved long since, and said once more: a caller of a team sees the lead no longer.
            return Recorded(answers={}, verdict=None, newest=None, consequences={}, changes=changes)
        return Recorded(
            answers=found.answers,
            verdict=found.verdict,
            newest=found.newest,
            consequences=found.consequences(self._catalogue),
            changes=changes,
        )


def lost_hold(tx: Transaction, call: calls.KeptCall, caller: str) -> ClaimLost | None:
    """The error to raise when somebody else took the lead while the call went on, else nothing.

    A hold that only ran out is taken up again, if the caller's hands are free.

    Raises:
        Refused: it is somebody else's call.
    """
    if call.caller != caller:
        raise Refused(tr("This is a call of {caller}.", caller=call.caller or tr("somebody else")))
    if not call.is_open and not call.is_conflict:
        # It ended while the hold was good: who has the lead since makes no conflict of it.
        return None
    state = queue.hold_on(tx, call.lead_id, caller, call.token)
    if state == "superseded":
        from qualdesk.store.late_saves import keep_late_call

        calls.change_call(tx, call.id, is_conflict=True)
        keep_late_call(tx, call)
        who = queue.hold_of(tx, call.lead_id).claimed_by
        has = (
            tr("{who} has this lead now.", who=who)
            if who
            else tr("Somebody else had this lead meanwhile.")
        )
        return ClaimLost(f"{has} {tr('What you wrote is kept under it for your supervisor.')}")
    if state == "expired" and call.is_open:
        _take_up(tx, call, caller)
    return None


def _take_up(tx: Transaction, call: calls.KeptCall, caller: str) -> None:
    """Take the lead of a call up again that nobody took since."""
    if queue.held(tx, caller) is None:
        queue.claim_lead(tx, call.lead_id, caller, token=call.token)
    else:
        # Another is in hand: a caller of a team sees this one for the save alone.
        queue.take_into_view(tx, call.lead_id, caller, call.token)


def unless_lost(done: T | ClaimLost) -> T:
    """What was done; a lost hold is raised, now that what was written is kept.

    Raises:
        ClaimLost: somebody else has the lead by now.
    """
    if isinstance(done, ClaimLost):
        raise done
    return done


def _checked(
    script: CallScript | None,
    question_id: str,
    value: object,
    words: str,
    *,
    does_not_know: bool,
) -> Answer:
    """The answer as it is kept.

    Raises:
        AnswerRefused: it does not fit, or there is nothing in it.
    """
    answer = Answer(
        question=QuestionId(question_id), words=check_words(words), does_not_know=does_not_know
    )
    question = script.question(question_id) if script else None
    if script and question is None:
        known = ", ".join(q.id for q in script.questions if q.is_asked)
        raise AnswerRefused(tr(_NOT_ASKED, question_id=question_id, questions=known))
    if question is not None:
        _refuse_not_taken(question, answer)
    if does_not_know:
        return answer
    if question is None:
        plain = tuple(value) if isinstance(value, list | tuple) else value
        is_plain = plain is None or isinstance(plain, str | int | float | tuple)
        kept = check_words(plain) if isinstance(plain, str) else plain
        answer = replace(answer, value=kept if is_plain else str(plain))  # type: ignore[arg-type]
    else:
        answer = replace(answer, value=check_answer(question, value))
    if answer.value in (None, "", ()) and not answer.words:
        raise AnswerRefused(tr(_NOTHING_TO_SAVE))
    return answer


def _refuse_not_taken(question: Question, answer: Answer) -> None:
    """Do nothing where the question takes such an answer.

    Raises:
        AnswerRefused: it has no “does not know”, or keeps no words beside the answer.
    """
    name = question.short or question.ask or question.id
    if answer.does_not_know and not question.may_not_know:
        raise AnswerRefused(
            tr(
                "“{question}” has no “does not know”. Choose an answer, or leave it open.",
                question=name,
            )
        )
    if answer.words and not question.own_words:
        raise AnswerRefused(
            tr(
                "“{question}” keeps no words beside the answer. Put them into the note.",
                question=name,
            )
        )


_NOT_ASKED = tr_later("The script asks no “{question_id}”. It asks: {questions}.")
_NOTHING_TO_SAVE = tr_later("There is nothing to save yet. Choose an answer, or write their words.")
