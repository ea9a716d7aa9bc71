"""What a supervisor should know of a script while writing it, in one line and in full."""

from dataclasses import dataclass
from datetime import timedelta

from qualdesk.core.definition import Definition
from qualdesk.core.document_checks import pair_problems
from qualdesk.core.errors import Problem
from qualdesk.core.reach import unreachable
from qualdesk.core.reading_time import reading_time, spoken_minutes
from qualdesk.core.script_checks import script_problems
from qualdesk.core.scripts import CallScript


@dataclass(frozen=True, kw_only=True, slots=True)
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
        _counted(problems, "thing keeps this script from being used", "things keep"),
        _must_haves(script, definition),
        _counted(never, "question is never asked", "questions are"),
        f"Reading time {spoken_minutes(reading)}.",
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
    version = f"version {definition.version}"
    if not missing:
        return f"Every must-have of {version} has a question."
    named = ", ".join(f"“{label}”" for label in missing)
    verb = "has no question" if len(missing) == 1 else "have no question"
    return f"{named} of {version} {verb}."


def _counted(found: tuple[Problem, ...], one: str, several: str) -> str:
    if not found:
        return ""
    if len(found) == 1:
        return f"1 {one}."
    verb = one.partition(" ")[2].partition(" ")[2]
    return f"{len(found)} {several} {verb}."
