"""Calls that opened Fit early, or were made against a rule, looked at again by a supervisor."""

from collections.abc import Mapping
from typing import NamedTuple

from qualdesk.core.call_reviews import CallToReview, ReviewCounts
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId, CampaignId, MessageId
from qualdesk.core.questions import check_words
from qualdesk.core.scripts import Answer, CallScript
from qualdesk.core.wording import tr
from qualdesk.desk.outcomes import catalogue_of, labels_of
from qualdesk.desk.shown_people import shown_people
from qualdesk.desk.versions import script_version
from qualdesk.store import call_reviews as kept
from qualdesk.store import campaigns, messages
from qualdesk.store.call_reviews import FINE, NOTED, SetAside
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note
from qualdesk.store.members import find_member
from qualdesk.store.on_phones import may_supervise
from qualdesk.store.things_named import Thing, things_named


@frozen
class Reviewed:
    """What was said of a call, in a sentence. ``attempt_id`` takes it back."""

    says: str
    attempt_id: AttemptId
    changes: Changes


class _Words(NamedTuple):
    """What the parts of a call are called."""

    lead: str
    caller: str
    outcome: str
    script: CallScript | None


class FitReviews:
    """What was set aside in calls, counted, and a supervisor's word on each. No ranking."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def waiting(
        self, campaign: str | CampaignId | None = None, limit: int = 200
    ) -> tuple[CallToReview, ...]:
        """The calls nobody has looked at again, the newest first, with what was said in them.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            of = None if campaign is None else campaigns.the_campaign(tx, campaign).id
            found = kept.calls_to_review(tx, of, limit)
            things = things_named(tx, (("lead", str(one.lead_id)) for one in found))
            labels = labels_of(catalogue_of(tx))
            scripts = {one.script: script_version(tx, one.script) for one in found}
        people = shown_people(self._store, self._clock, self._caller, (one.caller for one in found))
        return tuple(
            _shown(
                one,
                _Words(
                    lead=_name(things.get("lead", one.lead_id)),
                    caller=people.get(one.caller, one.caller),
                    outcome=_outcome(one, labels),
                    script=scripts[one.script],
                ),
            )
            for one in found
        )

    def counts(self, campaign: str | CampaignId | None = None) -> ReviewCounts:
        """How many calls had something set aside, and what was said of them.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            of = None if campaign is None else campaigns.the_campaign(tx, campaign).id
            return kept.counts(tx, of)

    def fine(self, attempt_id: AttemptId) -> Reviewed:
        """Say that a call was fine as it was: it waits no more, and nobody is told.

        Raises:
            NotFound: nothing was set aside in it.
            Refused: somebody said something of it, or this is not a supervisor.
        """
        with self._store.transaction() as tx:
            found = self._theirs(tx, attempt_id)
            self._mark(tx, found, FINE)
            note(tx, self._caller, "found a call fine", "lead", found.lead_id, call=attempt_id)
        return _reviewed(tr("Looked at. It was fine."), found)

    def note(self, attempt_id: AttemptId, says: str) -> Reviewed:
        """Leave the caller a note about a call: they are told between two calls.

        Raises:
            NotFound: nothing was set aside in it.
            Refused: there is nothing in it, somebody said something of the call, or this is not
                a supervisor.
            AnswerRefused: it is too long to keep.
        """
        words = check_words(says)
        if not words:
            raise Refused(tr("Write what they should know."))
        with self._store.transaction() as tx:
            found = self._theirs(tx, attempt_id)
            left = messages.leave(
                tx, found.lead_id, left_by=self._caller, left_for=found.caller, says=words
            )
            self._mark(tx, found, NOTED, left)
            note(tx, self._caller, "left a note on a call", "lead", found.lead_id, call=attempt_id)
        return _reviewed(tr("Looked at. The caller is told between two calls."), found)

    def take_back(self, attempt_id: AttemptId) -> Reviewed:
        """Let a call wait to be looked at again; a note goes that was not read yet.

        Raises:
            NotFound: nothing was said of it.
            Refused: this is not a supervisor.
        """
        with self._store.transaction() as tx:
            found = self._theirs(tx, attempt_id)
            is_back = kept.unmark(tx, attempt_id)
            note(tx, self._caller, "took a review back", "lead", found.lead_id, call=attempt_id)
        says = tr("The call waits to be looked at again.")
        if not is_back:
            says = f"{says} {tr('The note was read already.')}"
        return _reviewed(says, found)

    def _theirs(self, tx: Transaction, attempt_id: AttemptId) -> SetAside:
        if not may_supervise(tx, find_member(tx, self._caller)):
            raise Refused(tr("Calls are looked at again by a supervisor."))
        return kept.load_call(tx, attempt_id)

    def _mark(
        self, tx: Transaction, found: SetAside, how: str, left: MessageId | None = None
    ) -> None:
        if not kept.mark(tx, found.attempt_id, how, self._caller, left):
            raise Refused(tr("Somebody has looked at this call meanwhile."))


def _shown(one: SetAside, words: _Words) -> CallToReview:
    return CallToReview(
        attempt_id=one.attempt_id,
        lead_id=one.lead_id,
        campaign_id=one.campaign_id,
        lead=words.lead,
        caller=words.caller,
        at=one.at,
        aside=one.aside,
        outcome=words.outcome,
        minutes=one.minutes,
        rule=one.overridden.get("says", ""),
        because=one.overridden.get("because", ""),
        said=tuple(_said(each, words.script) for each in one.said),
    )


def _said(given: Answer, script: CallScript | None) -> tuple[str, str]:
    """A question as it is noted, and what was answered."""
    question = script.question(given.question) if script else None
    asked = (question.short or question.ask) if question else str(given.question)
    if given.does_not_know:
        return asked, tr("does not know")
    value = question.label_of(given.value) if question else str(given.value or "")
    return asked, ", ".join(part for part in dict.fromkeys((value, given.words)) if part)


def _name(thing: Thing | None) -> str:
    return thing.name if thing and thing.name else tr("somebody who was erased")


def _outcome(one: SetAside, labels: Mapping[str, str]) -> str:
    return labels.get(one.outcome, one.outcome) or tr("Given back")


def _reviewed(says: str, found: SetAside) -> Reviewed:
    changes = Changes(leads=frozenset({found.lead_id}))
    return Reviewed(says=says, attempt_id=found.attempt_id, changes=changes)
