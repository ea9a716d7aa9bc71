"""The verbs of questions about lists, and of calls that are looked at again."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from qualdesk.cli.plain import say
from qualdesk.core.call_reviews import CallToReview
from qualdesk.core.ids import AttemptId, LeadId
from qualdesk.core.owner_questions import OwnerQuestion, OwnerQuestionId
from qualdesk.desk import Desk
from qualdesk.desk.fit_reviews import Reviewed
from qualdesk.desk.owner_questions import AnsweredOwner

DONE = 0
Verb = Callable[[str, str], ArgumentParser]


def add_question_verbs(verb: Verb, a_count: Callable[[str], int]) -> None:
    """Add what is done with questions to the owner of a list."""
    ask = verb("ask", "ask something about the list of a lead")
    ask.add_argument("lead", type=a_count, metavar="LEAD")
    ask.add_argument("text", metavar="TEXT")
    ask.add_argument("--anew", action="store_true", help="though others asked nearly the same")
    rows = verb("list", "the questions that wait, and those that were answered")
    rows.add_argument("--campaign", metavar="NAME", help="of this campaign only")
    rows.add_argument("--answered", action="store_true", help="those that were answered")
    answers = (
        ("answer", "answer a question for everybody"),
        ("change", "let another answer stand"),
    )
    for name, says in answers:
        made = verb(name, says)
        made.add_argument("question", type=a_count, metavar="QUESTION")
        made.add_argument("text", metavar="TEXT")
    for name, says in (
        ("take-back", "take an answer back: the question waits again"),
        ("withdraw", "take a question back"),
        ("put-back", "let a question that was withdrawn wait again"),
    ):
        verb(name, says).add_argument("question", type=a_count, metavar="QUESTION")


def add_review_verbs(verb: Verb) -> None:
    """Add what is done with calls in which a rule of the house was set aside."""
    rows = verb("list", "calls that opened Fit early, or were made against a rule")
    rows.add_argument("--campaign", metavar="NAME", help="of this campaign only")
    verb("fine", "say that a call was fine").add_argument("call", metavar="CALL")
    noted = verb("note", "leave the caller a note about a call")
    noted.add_argument("call", metavar="CALL")
    noted.add_argument("text", metavar="TEXT")
    verb("take-back", "let a call wait again").add_argument("call", metavar="CALL")


def ask_owner(desk: Desk, asked: Namespace) -> int:
    """Ask something about the list of a lead."""
    done = desk.owner_questions.ask(LeadId(asked.lead), asked.text, anew=asked.anew)
    say(done, [f"{done.question.id}: {done.says}"], as_data=asked.json)
    return DONE


def questions(desk: Desk, asked: Namespace) -> int:
    """The questions about lists, the oldest first."""
    kept = desk.owner_questions
    rows = kept.answered(asked.campaign) if asked.answered else kept.waiting(asked.campaign)
    say(rows, [*map(_question, rows)] or ["No question."], as_data=asked.json)
    return DONE


def answer(desk: Desk, asked: Namespace) -> int:
    """Answer a question for everybody."""
    return _said(desk.owner_questions.answer(_number(asked), asked.text), asked)


def change(desk: Desk, asked: Namespace) -> int:
    """Let another answer stand."""
    return _said(desk.owner_questions.change_answer(_number(asked), asked.text), asked)


def take_back(desk: Desk, asked: Namespace) -> int:
    """Take an answer back."""
    return _said(desk.owner_questions.take_back(_number(asked)), asked)


def withdraw(desk: Desk, asked: Namespace) -> int:
    """Take a question back."""
    return _said(desk.owner_questions.withdraw(_number(asked)), asked)


def put_back(desk: Desk, asked: Namespace) -> int:
    """Let a question that was withdrawn wait again."""
    return _said(desk.owner_questions.put_back(_number(asked)), asked)


def reviews(desk: Desk, asked: Namespace) -> int:
    """The calls nobody has looked at again, and how many there are in all."""
    rows, counts = desk.fit_reviews.waiting(asked.campaign), desk.fit_reviews.counts(asked.campaign)
    lines = [line for one in rows for line in _call(one)]
    say({"calls": rows, "counts": counts}, [*lines, counts.says], as_data=asked.json)
    return DONE


def fine(desk: Desk, asked: Namespace) -> int:
    """Say that a call was fine."""
    return _said(desk.fit_reviews.fine(AttemptId(asked.call)), asked)


def leave_note(desk: Desk, asked: Namespace) -> int:
    """Leave the caller a note about a call."""
    return _said(desk.fit_reviews.note(AttemptId(asked.call), asked.text), asked)


def unmark(desk: Desk, asked: Namespace) -> int:
    """Let a call wait to be looked at again."""
    return _said(desk.fit_reviews.take_back(AttemptId(asked.call)), asked)


def _number(asked: Namespace) -> OwnerQuestionId:
    return OwnerQuestionId(asked.question)


def _question(one: OwnerQuestion) -> str:
    of = f"{one.campaign}, {one.list_name}" if one.list_name else one.campaign
    line = f"{one.id}: {one.asks} ({of}; asked by {', '.join(one.callers)})"
    return f"{line} {one.answered_by}: {one.answer}" if one.is_answered else line


def _call(one: CallToReview) -> list[str]:
    answers = [f"  {asked}: {given}" for asked, given in one.said]
    head = f"{one.attempt_id}: {one.at:%Y-%m-%d %H:%M} UTC, {one.caller} called {one.lead}."
    return [head, f"  {one.says}", *answers, f"  It ended with: {one.outcome}."]


def _said(done: AnsweredOwner | Reviewed, asked: Namespace) -> int:
    say(done, [done.says], as_data=asked.json)
    return DONE


VERBS = {
    ("question", "ask"): ask_owner,
    ("question", "list"): questions,
    ("question", "answer"): answer,
    ("question", "change"): change,
    ("question", "take-back"): take_back,
    ("question", "withdraw"): withdraw,
    ("question", "put-back"): put_back,
    ("review", "list"): reviews,
    ("review", "fine"): fine,
    ("review", "note"): leave_note,
    ("review", "take-back"): unmark,
}
