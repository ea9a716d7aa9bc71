"""Changes to a script's side words and languages: objections, exits, and translations."""

from collections.abc import Iterable
from dataclasses import replace

from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.languages import translation_of
from qualdesk.core.questions import Aside
from qualdesk.core.script_edits import fresh_id
from qualdesk.core.scripts import CallScript
from qualdesk.core.translations import Translation
from qualdesk.core.wording import tr


def new_aside(asides: Iterable[Aside], label: str = "") -> Aside:
    """An objection, exit or side case to put beside these, with an id of its own."""
    return Aside(
        id=fresh_id(label or "aside_1", {aside.id for aside in asides}), label=label, say=""
    )


def with_aside_ids(script: CallScript) -> CallScript:
    """The script with an id for every side case, objection and exit, to be translated by.

    What has an id keeps it.
    """
    stages = (
        replace(
            stage,
            questions=tuple(
                replace(question, asides=_named(question.asides)) for question in stage.questions
            ),
        )
        for stage in script.stages
    )
    return replace(
        script,
        objections=_named(script.objections),
        exits=_named(script.exits),
        stages=tuple(stages),
    )


def add_language(script: CallScript, language: str) -> CallScript:
    """The script with a language more, nothing of it translated yet.

    Raises:
        Refused: the script has its words in that language already.
    """
    if language in script.languages:
        raise Refused(tr("The script has its words in “{language}” already.", language=language))
    return replace(
        with_aside_ids(script),
        translations=(*script.translations, Translation(language=language)),
    )


def translate(script: CallScript, words: Translation) -> CallScript:
    """The script with these words in the place of those it has in that language.

    Raises:
        NotFound: the script does not have that language.
    """
    if translation_of(script, words.language) is None:
        raise NotFound(
            tr(
                "The script has no words in “{language}”. Add the language first.",
                language=words.language,
            )
        )
    kept = (words if each.language == words.language else each for each in script.translations)
    return replace(script, translations=tuple(kept))


def remove_language(script: CallScript, language: str) -> CallScript:
    """The script without its words in that language. The first language cannot be removed.

    Raises:
        Refused: it is the first language.
    """
    if language == script.language:
        raise Refused(
            tr("This is the script's first language. What is not translated is read in it.")
        )
    kept = tuple(each for each in script.translations if each.language != language)
    return replace(script, translations=kept)


def _named(asides: tuple[Aside, ...]) -> tuple[Aside, ...]:
    taken = {aside.id for aside in asides}
    named = []
    for aside in asides:
        given = aside if aside.id else replace(aside, id=fresh_id(aside.label or "aside_1", taken))
        taken.add(given.id)
        named.append(given)
    return tuple(named)
