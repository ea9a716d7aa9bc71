"""What a supervisor should know of a script while writing it, in one line and in full."""

from datetime import timedelta

from qualdesk.core.definition import Definition
from qualdesk.core.document_checks import pair_problems
from qualdesk.core.errors import Problem
from qualdesk.core.frozen import frozen
from qualdesk.core.reach import unreachable
from qualdesk.core.reading_time import reading_time, spoken_minutes
from qualdesk.core.script_checks import script_problems
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_n


@frozen
class Review:
    """A script as it stands. Questions wait only for earlier ones, so nothing can go round.

    Attributes:
        problems: what keeps it from being used at all.
        unasked: criteria of the definition that the script does not find out, at
            ``definition.`` and their key; must-haves come first.
        unreachable: questions that no call comes to.
        reading: how long all words to read aloud take.
        says: all of it in a line, the gravest first.
    """

    problems: tuple[Problem, ...]
    unasked: tuple[Problem, ...]
    unreachable: tuple[Problem, ...]
    reading: timedelta
    says: str

    @property
    def is_fine(self) -> bool:
        """Whether nothing needs a look."""
        return not (self.problems or self.unasked or self.unreachable)


def review(script: CallScript, definition: Definition | None = None) -> Review:
    """Look a script through, for the definition its campaign works by where there is one."""
    problems = tuple(script_problems(script))
    unasked = _unasked(script, definition) if definition is not None else ()
    never = unreachable(script)
    reading = reading_time(script)
    lines = (
        _keeping(len(problems)),
        _must_haves(script, definition),
        _never(len(never)),
        tr("Reading time {time}.", time=spoken_minutes(reading)),
    )
    return Review(
        problems=problems,
        unasked=unasked,
        unreachable=never,
        reading=reading,
        says=" ".join(line for line in lines if line),
    )


def _unasked(script: CallScript, definition: Definition) -> tuple[Problem, ...]:
    found = pair_problems(script, definition)
    musts = {
        f"criteria.{number}"
        for number, criterion in enumerate(definition.criteria, 1)
        if criterion.must_have
    }
    found.sort(key=lambda problem: ".".join(problem.place.split(".")[:2]) not in musts)
    return tuple(Problem(place=f"definition.{p.place}", says=p.says) for p in found)


def _must_haves(script: CallScript, definition: Definition | None) -> str:
    if definition is None:
        return ""
    asked = {question.id for question in script.questions if question.is_asked}
    missing = [c.label for c in definition.must_haves if c.question not in asked]
    if not missing:
        return tr(
            "Every must-have of version {version} has a question.", version=definition.version
        )
    return tr_n(
        len(missing),
        "{names} of version {version} has no question.",
        "{names} of version {version} have no question.",
        names=", ".join(tr("“{words}”", words=label) for label in missing),
        version=definition.version,
    )


def _keeping(count: int) -> str:
    return (
        ""
        if not count
        else tr_n(
            count,
            "{n} thing keeps this script from being used.",
            "{n} things keep this script from being used.",
        )
    )


def _never(count: int) -> str:
    return (
        ""
        if not count
        else tr_n(count, "{n} question is never asked.", "{n} questions are never asked.")
    )
