"""Qualified leads as rows of the next batch: made from their stories, without their briefs."""

from qualdesk.core.briefs import LeadStory, in_one_line, why_of
from qualdesk.core.handoff import Standing
from qualdesk.core.identity import company_key
from qualdesk.core.next_batch import BatchLead
from qualdesk.core.places import country_of
from qualdesk.core.routing import Routable
from qualdesk.core.wording import english

# Definitions name their criterion of time differently; these are the shipped ones.
CRITERIA_OF_TIME = frozenset({"date", "timing", "when", "timeframe"})


def row_of(
    story: LeadStory,
    *,
    lacks: tuple[str, ...] = (),
    one_line: str = "",
    held_by: str = "",
    chosen: str = "",
) -> BatchLead:
    """The lead as a row, but for whom it goes to.

    Args:
        story: all that is known of it.
        lacks: what it lacks before it may leave.
        one_line: what a supervisor wrote in one line, empty where nobody did.
        held_by: who held it back.
        chosen: whom a supervisor chose for it.
    """
    contact, verdict, talk = story.lead.contact, story.verdict, story.last_talk
    source = story.campaign.source
    return BatchLead(
        lead_id=story.lead.id,
        name=contact.name,
        company=contact.company_name,
        city=contact.city,
        country=contact.country,
        points=verdict.points if verdict else None,
        when=when_of(story),
        soon=soon_of(story),
        verdict=verdict.sentence if verdict else "",
        one_line=one_line or line_of(story),
        lacks=lacks,
        held_by=held_by,
        source=source.what if source else story.campaign.name,
        caller=talk.caller if talk else "",
        chosen=chosen,
    )


def when_of(story: LeadStory) -> str:
    """When they want it, in the words of the brief; empty when it was not asked."""
    for proof in why_of(story, story.verdict):
        if proof.criterion in CRITERIA_OF_TIME and proof.standing is not Standing.NOT_ASKED:
            return proof.says
    return ""


def soon_of(story: LeadStory) -> int | None:
    """Which of the script's answers on time they chose, counted from 0; None for none of them.

    Scripts offer them as people read them out, the soonest first.
    """
    if story.script is None:
        return None
    findings = story.verdict.findings if story.verdict else ()
    asked = {one.criterion.question for one in findings if one.criterion.id in CRITERIA_OF_TIME}
    for question in story.script.questions:
        answer = story.live.get(question.id)
        if answer is None or not (question.id in asked or question.id in CRITERIA_OF_TIME):
            continue
        offered = [option.value for option in question.options]
        if answer.value in offered:
            return offered.index(answer.value)
    return None


def routable(story: LeadStory, *, leaves: bool, chosen: str = "", chosen_by: str = "") -> Routable:
    """What routing looks at of the lead."""
    contact = story.lead.contact
    return Routable(
        lead_id=story.lead.id,
        points=story.verdict.points if story.verdict else None,
        country=country_of(contact.country) or contact.country.upper(),
        subdivision=contact.subdivision,
        postcode=contact.postcode,
        company_key=company_key(contact.company_name) if contact.company_name else "",
        answers={question: answer.value for question, answer in story.live.items()},
        chosen=chosen,
        chosen_by=chosen_by,
        leaves=leaves,
    )


@english()
def line_of(story: LeadStory) -> str:
    """What matters most about the lead in one line, as sales will read it."""
    return in_one_line(story, story.verdict)
