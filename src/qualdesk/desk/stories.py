"""The leads of the next batch, told from what is kept: brief, what they lack, what leaves."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, partial
from uuid import uuid4

from qualdesk.core.beside import Invitation
from qualdesk.core.briefs import LeadStory, make_brief
from qualdesk.core.campaigns import Campaign
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import (
    Brief,
    GivenAnswer,
    HandoffCall,
    HandoffItem,
    Named,
)
from qualdesk.core.ids import DefinitionVersionId, LeadId
from qualdesk.core.leads import Bucket, Contact, Lead, PhoneState
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import english, tr
from qualdesk.desk.leaving import codes_of, guarded_each
from qualdesk.desk.meetings import invitations
from qualdesk.desk.outcomes import words_of
from qualdesk.desk.versions import definition_version, script_version
from qualdesk.store.database import Transaction
from qualdesk.store.stories import EndedCall, KeptAnswer, KeptStory, load_stories


@frozen
class ToldLead:
    """A lead with its story told: what stands on its brief, and what is behind it.

    ``talks`` are those with sales that have a time, as calendars keep them.
    """

    kept: KeptStory
    story: LeadStory
    brief: Brief
    definition_version_id: DefinitionVersionId | None
    talks: tuple[Invitation, ...] = ()

    @property
    def lead_id(self) -> LeadId:
        """The lead's number."""
        return self.story.lead.id

    def as_item(self) -> HandoffItem:
        """The lead as it leaves, under an id nobody can guess."""
        live = self.story.live
        return HandoffItem(
            id=str(uuid4()),
            lead=self.story.lead,
            brief=self.brief,
            answers=tuple(
                _given(one, self.story.script)
                for one in self.kept.answers
                if one.answer.question in live
            ),
            calls=self.story.calls,
        )


def stays(kept: KeptStory) -> tuple[str, ...]:
    """Why a lead may not leave at this moment, whatever is documented."""
    if kept.is_suppressed:
        return (tr("They asked not to be called again."),)
    if kept.is_held:
        return (tr("A caller has them open at this moment. Wait until the call is done."),)
    return ()


def tell(tx: Transaction, campaign: Campaign, ids: Sequence[LeadId]) -> tuple[ToldLead, ...]:
    """The stories of these leads of the campaign, the most points first.

    What leaves is made from them: numbers that the client must not call stand in none of them.
    """
    versions = Versions(tx)
    loaded = load_stories(tx, ids)
    codes = _codes(loaded, campaign)
    kept = [(_with_numbers_to_call(one), codes) for one in loaded]
    clean = guarded_each(tx, campaign.client, kept)
    told = [_tell(versions, campaign, one) for one in clean]
    told.sort(key=lambda one: (-(one.brief.points or 0), one.lead_id))
    return tuple(told)


class Versions:
    """The scripts, definitions and outcomes of many leads, each asked for once."""

    def __init__(self, tx: Transaction) -> None:
        self.outcome = cache(partial(words_of, tx))
        self.script = cache(partial(script_version, tx))
        self.definition = cache(partial(definition_version, tx))
        self.talks = partial(invitations, tx)


def story_of(
    versions: Versions, campaign: Campaign, kept: KeptStory
) -> tuple[LeadStory, DefinitionVersionId | None]:
    """A lead's story and the definition it was judged by.

    That of the call which made it qualified, not today's (F2).
    """
    made = next((call for call in reversed(kept.calls) if call.outcome == "qualified"), None)
    last = made or next(iter(reversed(kept.calls)), None)
    script_id = last.script_version_id if last else campaign.script_version_id
    definition_id = last.definition_version_id if last else campaign.definition_version_id
    story = LeadStory(
        lead=kept.lead,
        campaign=campaign,
        script=versions.script(script_id),
        definition=versions.definition(definition_id),
        answers={one.answer.question: one.answer for one in kept.answers},
        calls=tuple(_call(call, *versions.outcome(call.outcome)) for call in kept.calls),
        named=tuple(_named(one) for one in kept.referred),
        promise=kept.promise,
        beside=kept.beside,
    )
    return story, definition_id


def _tell(versions: Versions, campaign: Campaign, kept: KeptStory) -> ToldLead:
    story, definition_id = story_of(versions, campaign, kept)
    brief = make_brief(story)
    if kept.wish and kept.wish.one_line:
        brief = replace(brief, in_one_line=kept.wish.one_line)
    return ToldLead(
        kept=kept,
        story=story,
        brief=brief,
        definition_version_id=definition_id,
        talks=versions.talks(kept.beside.meetings),
    )


def _with_numbers_to_call(kept: KeptStory) -> KeptStory:
    lead = kept.lead
    contact = _callable(lead.contact)
    return kept if contact is lead.contact else replace(kept, lead=replace(lead, contact=contact))


def _codes(stories: Iterable[KeptStory], campaign: Campaign) -> frozenset[str]:
    """The calling codes by which what was said in any of the calls is read."""
    people = [one.contact for story in stories for one in (story.lead, *story.referred)]
    return codes_of(people, campaign.region)


def _callable(contact: Contact) -> Contact:
    """The contact without the numbers nobody may call: those never leave (model 6).

    Nor does the text they stood in, since one cell often holds several numbers.
    """
    allowed = [one for one in contact.phones if one.state is not PhoneState.DO_NOT_CALL]
    if len(allowed) == len(contact.phones):
        return contact
    return replace(contact, phones=tuple(replace(one, raw=one.e164) for one in allowed))


def _named(lead: Lead) -> Named:
    """Somebody the lead named who is a lead now; without a number if they said not to call."""
    contact = _callable(lead.contact)
    if lead.bucket is Bucket.DO_NOT_CALL:
        return Named(name=contact.name, title=contact.title)
    phone = next(iter(contact.dialable), None)
    return Named(
        name=contact.name,
        title=contact.title,
        phone=(phone.shown or phone.e164) if phone else "",
        email=next(iter(contact.emails), ""),
    )


def _call(call: EndedCall, label: str, aapor: str) -> HandoffCall:
    return HandoffCall(
        id=call.id,
        started_at=call.started_at,
        ended_at=call.ended_at,
        caller=call.caller,
        outcome=call.outcome,
        label=label,
        aapor=aapor,
        reason=call.reason,
        note=call.note,
    )


def _given(kept: KeptAnswer, script: CallScript | None) -> GivenAnswer:
    question = script.question(kept.answer.question) if script else None
    value = kept.answer.value
    with english():
        said = question.label_of(value) if question else "" if value is None else str(value)
    return GivenAnswer(
        question=kept.answer.question,
        asked=(question.ask or question.say) if question else kept.answer.question,
        value=value,
        says=said,
        words=kept.answer.words,
        does_not_know=kept.answer.does_not_know,
        given_at=kept.given_at,
        call=kept.attempt_id,
        script_version=str(script.version) if script else "",
    )
