"""What is wrong with a script, at the spot of the editor where it can be mended."""

import re
from collections.abc import Iterable
from typing import Final

from qualdesk.core.definition import Definition
from qualdesk.core.errors import Problem
from qualdesk.core.frozen import frozen
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr
from qualdesk.qt.scripts.writing import EXITS, NAME, OBJECTIONS, PARTS, VOICEMAIL

_QUESTION: Final = re.compile(r"stages\.(\d+)\.questions\.(\d+)(?:\.(.*))?")
_TRANSLATED: Final = re.compile(r"translations\.(\d+)\.?(?:questions\.(\w+)\.?)?(.*)")
_CRITERION: Final = re.compile(r"(?:definition\.)?criteria\.(\d+)\b.*")
_PARTS: Final = {"voicemail": VOICEMAIL, "objections": OBJECTIONS, "exits": EXITS}


@frozen
class Wrong:
    """One thing that is wrong.

    Attributes:
        spot: where it is mended, empty when nowhere in particular.
        key: the key of the file there: "say", "options.2", "ask_when".
        language: the translation it stands in, empty for the first language.
    """

    says: str
    spot: str = ""
    key: str = ""
    language: str = ""


def placed(
    problems: Iterable[Problem], script: CallScript, definition: Definition | None = None
) -> tuple[Wrong, ...]:
    """Problems of a script with the spots they are mended at, in the order of the script."""
    found = [_placed(problem, script, definition) for problem in problems]
    order: dict[str, int] = {question.id: at for at, question in enumerate(script.questions)}
    return tuple(sorted(found, key=lambda wrong: order.get(wrong.spot, len(order))))


def in_words(wrong: Wrong, script: CallScript) -> str:
    """What is wrong, under the name its place has on the screen."""
    question = script.question(wrong.spot)
    name = tr(PARTS[wrong.spot]) if wrong.spot in PARTS else ""
    if question is not None:
        name = tr("“{words}”", words=question.ask or question.short or question.id)
    return f"{name}: {wrong.says}" if name else wrong.says


def _placed(problem: Problem, script: CallScript, definition: Definition | None) -> Wrong:
    place, says = problem.place, problem.says
    if found := _QUESTION.fullmatch(place):
        stage, number = int(found[1]) - 1, int(found[2]) - 1
        if stage < len(script.stages) and number < len(script.stages[stage].questions):
            question = script.stages[stage].questions[number]
            return Wrong(says=says, spot=question.id, key=found[3] or "")
    if found := _TRANSLATED.fullmatch(place):
        at = int(found[1]) - 1
        language = script.translations[at].language if at < len(script.translations) else ""
        part = _PARTS.get(found[3].partition(".")[0], NAME)
        return Wrong(says=says, spot=found[2] or part, key=found[3], language=language)
    if found := _CRITERION.fullmatch(place):
        criteria = definition.criteria if definition is not None else ()
        at = int(found[1]) - 1
        spot = criteria[at].question if at < len(criteria) else ""
        return Wrong(says=says, spot=spot if script.question(spot) else "")
    head, _, rest = place.partition(".")
    if head in {"name", "language"}:
        return Wrong(says=says, spot=NAME, key=head)
    return Wrong(says=says, spot=_PARTS.get(head, ""), key=rest)
