"""Ask the list owner: a caller asks once, somebody who knows answers once for everybody."""

from collections.abc import Iterable
from dataclasses import replace

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import NothingToUndo, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.owner_questions import OwnerQuestion, OwnerQuestionId, nearest
from qualdesk.core.plain_text import storable, without_tricks
from qualdesk.core.wording import tr, tr_n
from qualdesk.desk.shown_people import shown_people
from qualdesk.store import campaigns as campaigns_kept
from qualdesk.store import owner_questions as kept
from qualdesk.store.database import Store, Transaction
from qualdesk.store.erased import refuse_erased
from qualdesk.store.history import note
from qualdesk.store.leads import load_lead
from qualdesk.store.members import find_member
from qualdesk.store.on_phones import may_supervise

LONGEST = 500
"""How many letters a question or an answer has at most: it is read between two calls."""


@frozen
class AskedOwner:
    """A question that was asked, in a sentence.

    Attributes:
        question: it as it stands now, with all who asked it; answered where it was before.
        is_new: nobody had asked it before.
    """

    says: str
    question: OwnerQuestion
    is_new: bool
    changes: Changes


@frozen
class AnsweredOwner:
    """What was done about a question, in a sentence; ``was`` is its answer before, for undo."""

    says: str
    question: OwnerQuestion
    was: str
    changes: Changes


class OwnerQuestions:
    """Questions about lists: asked from the call desk, answered from the Floor."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def ask(self, lead_id: LeadId, says: str, *, anew: bool = False) -> AskedOwner:
        """Ask something about the list of a lead.

        What others asked nearly the same is one question with theirs; where it is answered
        already, that answer comes back at once. ``anew`` asks it as a question of its own.

        Raises:
            NotFound: there is no such lead.
            Refused: there is nothing in it, or it is too long.
        """
        words = _line(says, tr("Write what you want to know about the list."))
        with self._store.transaction() as tx:
            lead = load_lead(tx, lead_id)
            refuse_erased(tx, lead_id)
            of_list = kept.list_of(tx, lead_id, lead.campaign_id)
            there = kept.questions(tx, lead.campaign_id, list_id=of_list)
            like = None if anew else nearest(words, there)
            number = like.id if like else kept.add_question(tx, lead.campaign_id, of_list, words)
            is_known = like is not None and like.is_answered
            if like is None or not any(
                (one.asked_by, one.says) == (self._caller, words) for one in like.asked
            ):
                kept.add_ask(tx, number, lead_id, by=self._caller, says=words, is_told=is_known)
            note(
                tx, self._caller, "asked the list owner", "campaign", lead.campaign_id,
                question=number, of_list=of_list,
            )  # fmt: skip
            found = kept.load_question(tx, number)
        [shown] = self._as_shown([found])
        return AskedOwner(
            says=_asked(like, found), question=shown, is_new=like is None, changes=_changes(found)
        )

    def waiting(self, campaign: str | CampaignId | None = None) -> tuple[OwnerQuestion, ...]:
        """The questions nobody has answered, the oldest first; of one campaign, or all.

        Raises:
            NotFound: there is no such campaign.
        """
        return self._some(campaign, is_answered=False)

    def answered(self, campaign: str | CampaignId | None = None) -> tuple[OwnerQuestion, ...]:
        """The questions whose answers stand beside leads, the oldest first.

        Raises:
            NotFound: there is no such campaign.
        """
        return self._some(campaign, is_answered=True)

    def answer(self, question: OwnerQuestionId, says: str) -> AnsweredOwner:
        """Answer a question for everybody: it stands beside every lead of the list from then on.

        Whoever asked is told between two calls.

        Raises:
            NotFound: it was withdrawn.
            Refused: there is nothing in it, it is answered, or this is not theirs to answer.
        """
        with self._store.transaction() as tx:
            found = self._theirs(tx, question)
            if found.is_answered:
                raise Refused(
                    tr(
                        "{who} has answered this meanwhile: {answer}",
                        who=found.answered_by,
                        answer=found.answer,
                    )
                )
            done = self._set(tx, found, says, "answered about the list")
        return self._told(done)

    def change_answer(self, question: OwnerQuestionId, says: str) -> AnsweredOwner:
        """Let another answer stand; whoever asked is told of it again.

        Raises:
            NotFound: it was withdrawn.
            Refused: there is nothing in it, or this is not theirs to answer.
        """
        with self._store.transaction() as tx:
            found = self._theirs(tx, question)
            done = self._set(tx, found, says, "changed an answer about the list")
        return self._told(done)

    def take_back(self, question: OwnerQuestionId) -> AnsweredOwner:
        """Take an answer back: the question waits again, and nothing stands beside the leads.

        Raises:
            NotFound: it was withdrawn.
            NothingToUndo: it has no answer.
            Refused: this is not theirs to answer.
        """
        with self._store.transaction() as tx:
            found = self._theirs(tx, question)
            if not found.is_answered:
                raise NothingToUndo(tr("This question has no answer yet."))
            kept.set_answer(tx, question, "", self._caller)
            self._note(tx, "took an answer about the list back", found)
            now = kept.load_question(tx, question)
        says = tr("The answer is taken back. The question waits again.")
        return self._told(
            AnsweredOwner(says=says, question=now, was=found.answer, changes=_changes(now))
        )

    def withdraw(self, question: OwnerQuestionId) -> AnsweredOwner:
        """Take a question back, with its answer: by whoever alone asked it, or who answers.

        Raises:
            NotFound: it was withdrawn already.
            Refused: others asked it too, and this is not theirs to answer.
        """
        with self._store.transaction() as tx:
            found = kept.load_question(tx, question)
            if found.callers != (self._caller,):
                self._theirs(tx, question)
            kept.withdraw(tx, question, self._caller)
            self._note(tx, "withdrew a question about the list", found)
        says = tr("The question is withdrawn.")
        return self._told(
            AnsweredOwner(says=says, question=found, was=found.answer, changes=_changes(found))
        )

    def put_back(self, question: OwnerQuestionId) -> AnsweredOwner:
        """Let a question that was withdrawn stand as before: by whoever withdrew it, or answers.

        Raises:
            NotFound: there is no such question.
            Refused: somebody else withdrew it, and this is not theirs to answer.
        """
        with self._store.transaction() as tx:
            by = kept.put_back(tx, question, self._caller)
            found = kept.load_question(tx, question)
            if by != self._caller:
                self._theirs(tx, question)
            self._note(tx, "put a question about the list back", found)
        says = tr("The question is back.")
        return self._told(
            AnsweredOwner(says=says, question=found, was=found.answer, changes=_changes(found))
        )

    def news(self) -> tuple[OwnerQuestion, ...]:
        """What this caller asked and was answered, and they were not told; the oldest first."""
        with self._store.reading() as tx:
            found = kept.untold(tx, self._caller)
        return self._as_shown(found)

    def heard(self, question: OwnerQuestionId) -> Changes:
        """This caller was told of an answer; they are not told again unless it changes."""
        with self._store.transaction() as tx:
            kept.told(tx, question, self._caller)
        return Changes()

    def _some(
        self, campaign: str | CampaignId | None, *, is_answered: bool
    ) -> tuple[OwnerQuestion, ...]:
        with self._store.reading() as tx:
            of = None if campaign is None else campaigns_kept.the_campaign(tx, campaign).id
            found = kept.questions(tx, of, is_answered=is_answered)
        return self._as_shown(found)

    def _told(self, done: AnsweredOwner) -> AnsweredOwner:
        """The same with callers as they are shown: what an act gives back is printed as well."""
        [shown] = self._as_shown([done.question])
        return replace(done, question=shown)

    def _as_shown(self, found: Iterable[OwnerQuestion]) -> tuple[OwnerQuestion, ...]:
        """The same, with callers by seat where names are switched off."""
        some = tuple(found)
        names = {ask.asked_by for one in some for ask in one.asked}
        names |= {one.answered_by for one in some}
        shown = shown_people(self._store, self._clock, self._caller, names)
        return tuple(
            replace(
                one,
                answered_by=shown.get(one.answered_by, one.answered_by),
                asked=tuple(replace(ask, asked_by=shown[ask.asked_by]) for ask in one.asked),
            )
            for one in some
        )

    def _theirs(self, tx: Transaction, question: OwnerQuestionId) -> OwnerQuestion:
        """The question, when this person may answer it: a supervisor, or the list's owner."""
        found = kept.load_question(tx, question)
        campaign = campaigns_kept.load_campaign(tx, found.campaign_id)
        is_owner = self._caller.casefold() in {one.casefold() for one in _owners(campaign)}
        if not is_owner and not may_supervise(tx, find_member(tx, self._caller)):
            raise Refused(tr("This is for a supervisor, or for the owner of the list."))
        return found

    def _set(self, tx: Transaction, found: OwnerQuestion, says: str, what: str) -> AnsweredOwner:
        words = _line(says, tr("Write the answer."))
        kept.set_answer(tx, found.id, words, self._caller)
        self._note(tx, what, found)
        now = kept.load_question(tx, found.id)
        told = tr_n(
            len(now.callers),
            "It stands beside every lead of the list from the next one on. Who asked is told.",
            "It stands beside every lead of the list from the next one on. The {n:,} who asked "
            "are told.",
        )
        return AnsweredOwner(says=told, question=now, was=found.answer, changes=_changes(now))

    def _note(self, tx: Transaction, what: str, found: OwnerQuestion) -> None:
        if what == "answered about the list":
            asked = len(found.callers)
            note(tx, self._caller, what, "campaign", found.campaign_id, question=found.id,
                 asked=asked)  # fmt: skip
        else:
            note(tx, self._caller, what, "campaign", found.campaign_id, question=found.id)


def _owners(campaign: Campaign) -> set[str]:
    """Who answers questions about a campaign's lists: as its card says, and its supervisor."""
    owner = campaign.source.owner if campaign.source else ""
    return {owner, campaign.people.supervisor} - {""}


def _asked(like: OwnerQuestion | None, found: OwnerQuestion) -> str:
    if like is None:
        return tr("Asked. The list owner or a supervisor answers it for everybody.")
    if like.is_answered:
        return tr("This is answered already: {answer}", answer=like.answer)
    others = len(set(found.callers))
    return tr_n(
        others,
        "You have asked this already. You are told when it is answered.",
        "Asked together with others: “{asks}”. You are told when it is answered.",
        asks=like.asks,
    )


def _line(text: str, nothing: str) -> str:
    words = " ".join(storable(without_tricks(text)).split())
    if not words:
        raise Refused(nothing)
    if len(words) > LONGEST:
        raise Refused(tr("This is too long. Shorten it to {most} characters.", most=LONGEST))
    return words


def _changes(found: OwnerQuestion) -> Changes:
    return Changes(campaigns=frozenset({found.campaign_id}))
