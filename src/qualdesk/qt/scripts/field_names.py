"""The fields words may use, as a chip names them, and which of them a question may use."""

from typing import Final

from qualdesk.core import words
from qualdesk.core.frozen import frozen
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_later, within

_NAMES: Final = {
    "lead.first_name": tr_later("first name"),
    "lead.last_name": tr_later("last name"),
    "lead.full_name": tr_later("full name"),
    "lead.company": tr_later("their company"),
    "lead.title": tr_later("their title"),
    "lead.city": tr_later("their town"),
    "caller.name": tr_later("caller's name"),
    "campaign.name": tr_later("campaign"),
    "campaign.event": tr_later("event or offer"),
    "campaign.company": tr_later("our company"),
    "source.did": tr_later("what they did"),
    "source.when": tr_later("when they did it"),
    "source.by": tr_later("who told us"),
    "part_of_day": tr_later("part of the day"),
}


@frozen
class FieldName:
    """A field by its name in the text and on its chip."""

    field: str
    label: str


def label_of(field: str, script: CallScript) -> str:
    """What a chip of this field says; an unknown one is shown as it is written."""
    if field.startswith("answer."):
        question = script.question(field.removeprefix("answer."))
        if question is not None:
            asked = within(question.short or question.ask or question.id)
            return tr("{question}, their words", question=asked)
    name = _NAMES.get(field)
    return tr(name) if name else field


def is_known(field: str, script: CallScript) -> bool:
    """Whether the text may use it."""
    if field.startswith("answer."):
        question = script.question(field.removeprefix("answer."))
        return question is not None and question.is_asked
    return field in words.FIELDS


def fields_for(script: CallScript, question_id: str = "") -> tuple[FieldName, ...]:
    """What may be put in: what was said before this question, then what is known of the lead.

    Without a question, every answer: an objection may come up at any time.
    """
    earlier = []
    for question in script.questions:
        if question.id == question_id:
            break
        if question.is_asked:
            earlier.append(f"answer.{question.id}")
    known = sorted(words.FIELDS, key=_place)
    return tuple(
        FieldName(field=field, label=label_of(field, script)) for field in (*earlier, *known)
    )


def _place(field: str) -> tuple[int, str]:
    """The order of the list above; what it does not name comes last."""
    names = list(_NAMES)
    return (names.index(field) if field in _NAMES else len(names)), field
