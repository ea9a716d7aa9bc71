"""History of somebody else's making: what a lead answered and what became of it, row by row."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NewType

from qualdesk.core.errors import AnswerRefused, ListRefused, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import Answer, Question, QuestionId, check_answer
from qualdesk.core.replay import Result
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr

PastLoadId = NewType("PastLoadId", int)
LABEL, FINISHED, RESULT, REASON = "label", "finished", "result", "reason"
BESIDE = (LABEL, FINISHED, RESULT, REASON)
"""The columns that are no answers."""
EXAMPLE = "Example (not loaded)"
"""What the row of the template is called that shows how a row is written."""
DOES_NOT_KNOW = "does not know"


@frozen
class PastRow:
    """A lead of the past as a file has it.

    ``finished_at`` is UTC, None when the file does not say.
    """

    row: int
    label: str
    result: Result
    reason: str
    finished_at: datetime | None
    answers: Mapping[QuestionId, Answer]


@frozen
class LeftRow:
    """A row that cannot be used, by its number in the file, and what to do about it."""

    row: int
    because: str


@frozen
class PastColumns:
    """What the columns of a file of the past are, by their place.

    ``ignored`` are the headings that name no question of the script.
    """

    questions: Mapping[int, Question]
    beside: Mapping[str, int]
    ignored: tuple[str, ...] = ()


@frozen
class PastLoaded:
    """What loading a file of the past did: every row is kept or left out with its reason.

    Attributes:
        ignored: headings that name no question; nothing of those columns was kept.
        notes: what is to be said of the file as a whole, each a sentence.
    """

    load_id: PastLoadId
    rows: int
    kept: int
    left_out: tuple[LeftRow, ...] = ()
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@frozen
class PastLoad:
    """A file of the past that was loaded, and by whom."""

    id: PastLoadId
    name: str
    rows: int
    left_out: int
    loaded_by: str
    loaded_at: datetime


def columns_of(headings: Sequence[str], script: CallScript) -> PastColumns:
    """Which column answers which question, by its id, its short name or its question.

    Raises:
        ListRefused: none does, or two answer the same.
    """
    names: dict[str, Question] = {}
    for question in script.questions:
        if question.is_asked:
            # An id is nobody else's; short names may be alike, and then the first has it.
            for name in (question.short, question.ask):
                names.setdefault(_folded(name), question)
    names.update({_folded(q.id): q for q in script.questions if q.is_asked})
    names.pop("", None)
    questions: dict[int, Question] = {}
    beside: dict[str, int] = {}
    ignored = []
    for place, heading in enumerate(headings):
        name = _folded(heading)
        if name in BESIDE and name not in beside:
            beside[name] = place
        elif name in names:
            questions[place] = names[name]
        elif name:
            ignored.append(heading.strip())
    _refuse_two(questions, headings)
    if not questions:
        known = ", ".join(q.id for q in script.questions if q.is_asked)
        raise ListRefused(
            tr(
                "No column of this file is called like a question of the script. Take the "
                "template, or call the columns: {known}.",
                known=known,
            )
        )
    return PastColumns(questions=questions, beside=beside, ignored=tuple(ignored))


def answers_of(cells: Sequence[str], columns: PastColumns) -> dict[QuestionId, Answer]:
    """What a row answers, checked as an answer on a call is.

    Raises:
        Refused: one of them is no answer to its question, or there is none at all.
    """
    found: dict[QuestionId, Answer] = {}
    for place, question in columns.questions.items():
        said = cells[place].strip() if place < len(cells) else ""
        if not said:
            continue
        if said.casefold() == DOES_NOT_KNOW:
            found[question.id] = Answer(question=question.id, does_not_know=True)
            continue
        value = check_answer(question, _several(said))
        if value is None:
            raise AnswerRefused(
                tr(
                    "“{said}” is no answer to “{question}”.",
                    said=said[:60],
                    question=question.short or question.id,
                )
            )
        found[question.id] = Answer(question=question.id, value=value)
    if not found:
        raise Refused(tr("There is no answer in this row."))
    return found


def result_named(word: str) -> Result:
    """The result a cell names.

    Raises:
        Refused: it names none.
    """
    folded = _folded(word).replace("_", " ")
    if folded in _RESULTS:
        return _RESULTS[folded]
    raise Refused(
        tr(
            "“{word}” is no result. Write taken, sent back, won, lost or handed over, "
            "or leave it empty when it was not handed over.",
            word=word.strip()[:40],
        )
    )


def _refuse_two(questions: Mapping[int, Question], headings: Sequence[str]) -> None:
    first: dict[str, int] = {}
    for place, question in questions.items():
        if question.id in first:
            raise ListRefused(
                tr(
                    "The columns “{first}” and “{second}” both answer “{question}”. Keep one "
                    "of them.",
                    first=headings[first[question.id]].strip(),
                    second=headings[place].strip(),
                    question=question.short or question.id,
                )
            )
        first[question.id] = place


def _several(said: str) -> object:
    """Several answers in a cell stand with semicolons, for labels have commas."""
    if ";" not in said:
        return said
    return [part.strip() for part in said.split(";") if part.strip()]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


_RESULTS = {
    "": Result.NOT_HANDED,
    "not handed over": Result.NOT_HANDED,
    "nurture": Result.NOT_HANDED,
    "not a fit": Result.NOT_HANDED,
    "handed over": Result.HANDED,
    "taken": Result.TAKEN,
    "takes": Result.TAKEN,
    "sent back": Result.SENT_BACK,
    "sends back": Result.SENT_BACK,
    "won": Result.WON,
    "lost": Result.LOST,
}
