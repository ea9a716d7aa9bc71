"""The values for the places in the words that a caller reads out."""

from collections.abc import Mapping
from datetime import datetime

from qualdesk.core.campaigns import Campaign
from qualdesk.core.leads import Lead
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.scripts import CallScript, live_answers
from qualdesk.core.sources import Touchpoint, TouchpointKind
from qualdesk.core.times import day_words, local_time


def words_to_read(
    lead: Lead,
    campaign: Campaign,
    caller: str,
    *,
    script: CallScript | None,
    answers: Mapping[QuestionId, Answer],
    now: datetime,
    zone: str,
) -> dict[str, str]:
    """The values for the places in the words to read; ``zone`` is the person's clock."""
    contact, source = lead.contact, campaign.source
    here = local_time(now, zone)
    did = _most_telling(lead.touchpoints)
    known = live_answers(script, answers) if script else answers
    values = {
        "lead.first_name": contact.first_name,
        "lead.last_name": contact.last_name,
        "lead.full_name": contact.name,
        "lead.company": contact.company_name,
        "lead.title": contact.title,
        "lead.city": contact.city,
        "caller.name": caller,
        "campaign.name": campaign.name,
        "campaign.event": source.what.rstrip(". ") if source else "",
        "campaign.company": source.on_behalf_of if source else "",
        "source.did": did.says if did else "",
        "source.when": _day_of(did, zone),
        "source.by": did.by if did else "",
        "part_of_day": _part_of_day(here.hour),
    }
    for question_id, answer in known.items():
        question = script.question(question_id) if script else None
        said = question.label_of(answer.value) if question else str(answer.value or "")
        values[f"answer.{question_id}"] = answer.words or said
    return values


def _most_telling(points: tuple[Touchpoint, ...]) -> Touchpoint | None:
    ranked = [p for kind in _TELLING for p in points if p.kind is kind]
    return next(iter(ranked), None)


def _day_of(point: Touchpoint | None, zone: str) -> str:
    return day_words(local_time(point.at, zone).date()) if point and point.at else ""


def _part_of_day(hour: int) -> str:
    if hour < _NOON:
        return "morning"
    return "afternoon" if hour < _EVENING else "evening"


_NOON = 12
_EVENING = 18
_TELLING = (
    TouchpointKind.ASKED_FOR_CALL,
    TouchpointKind.DEMO,
    TouchpointKind.ATTENDED,
    TouchpointKind.DOWNLOAD,
    TouchpointKind.VISIT,
    TouchpointKind.SCAN,
)
