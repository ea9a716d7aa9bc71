"""What a few letters find in a call: questions, words at hand, other languages of the script."""

from typing import Final

from qualdesk.core.languages import language_name
from qualdesk.core.questions import Aside
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.course import Course, name_of
from qualdesk.qt.call_desk.script_panel import filled_asides

# What stands before the key of words at hand, and of a language: no question's id has it.
_WORDS: Final = "@words "
_LANGUAGE: Final = "@language "


def words_at_hand(course: Course) -> tuple[Aside, ...]:
    """What to say to what people object, and the polite ways out, filled in."""
    script = course.script
    return filled_asides(course, (*script.objections, *script.exits))


def found_by_letters(course: Course, in_all: CallScript) -> tuple[tuple[str, str], ...]:
    """All there is to find, as key and words; ``in_all`` is the script with all its languages."""
    asked = [(q.id, course.filled(name_of(q))) for q in course.questions if q.is_asked]
    words = [
        (f"{_WORDS}{n}", tr("Say: {label}", label=aside.label))
        for n, aside in enumerate(words_at_hand(course))
    ]
    others = [
        (f"{_LANGUAGE}{language}", tr("Read in {language}", language=language_name(language)))
        for language in in_all.languages
        if language != course.script.language
    ]
    return (*asked, *words, *others)


def aside_of(course: Course, key: str) -> Aside | None:
    """The words at hand with this key."""
    asides = {f"{_WORDS}{n}": aside for n, aside in enumerate(words_at_hand(course))}
    return asides.get(key)


def language_of(key: str) -> str:
    """The language with this key, empty when it is something else."""
    return key.removeprefix(_LANGUAGE) if key.startswith(_LANGUAGE) else ""
