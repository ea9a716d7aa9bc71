"""What is known of a lead by its script's questions: said on calls, or by a form before them."""

from dataclasses import replace

from qualdesk.core.errors import AnswerRefused
from qualdesk.core.ids import AttemptId
from qualdesk.core.leads import Lead
from qualdesk.core.questions import Answer, QuestionId, check_answer
from qualdesk.core.scripts import CallScript
from qualdesk.core.sources import Touchpoint, TouchpointKind
from qualdesk.store import answers as kept_answers
from qualdesk.store.database import Transaction


def known_answers(
    tx: Transaction, lead: Lead, script: CallScript | None, attempt_id: AttemptId | None
) -> tuple[dict[QuestionId, Answer], QuestionId | None]:
    """What is known, what a form said among it (O6), and the question answered last."""
    known, newest = kept_answers.known_answers(tx, lead.id, attempt_id)
    said = {
        QuestionId(point.question): _form_answer(point, script)
        for point in lead.touchpoints
        if point.kind is TouchpointKind.FORM_ANSWER and point.question
    }
    return {**{key: answer for key, answer in said.items() if key not in known}, **known}, newest


def _form_answer(point: Touchpoint, script: CallScript | None) -> Answer:
    question = script.question(point.question) if script else None
    answer = Answer(question=QuestionId(point.question), confirmed=False)
    if question is None:
        return replace(answer, value=point.value or point.says)
    try:
        return replace(answer, value=check_answer(question, point.value or point.says))
    except AnswerRefused:
        # A form's own wording fits no option: the caller reads it and chooses.
        return replace(answer, words=point.value or point.says)
