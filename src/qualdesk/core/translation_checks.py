"""What must be true of a script's translations: they translate what is in the script.

What is not translated is no problem, for it is read in the first language.
"""

from collections.abc import Iterable, Iterator, Mapping

from qualdesk.core.condition_checks import numbered, text_problems
from qualdesk.core.errors import Problem
from qualdesk.core.questions import Aside, Question
from qualdesk.core.scripts import CallScript
from qualdesk.core.translations import AsideWords, QuestionWords, Translation
from qualdesk.core.wording import tr


def translation_problems(script: CallScript) -> Iterator[Problem]:
    """What is wrong with the translations, in the order of the file."""
    questions = {str(question.id): question for question in script.questions}
    seen = {script.language}
    for place, translation in numbered("translations", script.translations):
        if translation.language in seen:
            yield Problem(
                place=f"{place}.language",
                says=tr(
                    "The script has its words in “{language}” already. Keep one.",
                    language=translation.language,
                ),
            )
        seen.add(translation.language)
        for problem in _problems(script, translation, questions):
            yield Problem(place=f"{place}.{problem.place}", says=problem.says)


def _problems(
    script: CallScript, translation: Translation, questions: Mapping[str, Question]
) -> Iterator[Problem]:
    ids = {key for key, question in questions.items() if question.is_asked}
    yield from text_problems("voicemail", translation.voicemail, ids)
    yield from _aside_problems("objections", script.objections, translation.objections, ids)
    yield from _aside_problems("exits", script.exits, translation.exits, ids)
    for question_id, words in translation.questions.items():
        place = f"questions.{question_id}"
        question = questions.get(question_id)
        if question is None:
            yield Problem(
                place=place,
                says=tr(
                    "The script has no question “{question_id}”. Check its id.",
                    question_id=question_id,
                ),
            )
        else:
            yield from _question_problems(place, question, words, ids)


def _question_problems(
    place: str, question: Question, words: QuestionWords, asked: set[str]
) -> Iterator[Problem]:
    yield from text_problems(f"{place}.say", words.say, asked)
    known = {option.value for option in question.options}
    for value in words.options:
        if value not in known:
            yield Problem(
                place=f"{place}.options.{value}",
                says=tr(
                    "“{id}” has no option “{value}”. Check its value.", id=question.id, value=value
                ),
            )
    for source, said in words.say_for.items():
        yield from text_problems(f"{place}.say_for.{source}", said, asked)
    yield from _aside_problems(f"{place}.asides", question.asides, words.asides, asked)


def _aside_problems(
    place: str, asides: Iterable[Aside], words: Mapping[str, AsideWords], asked: set[str]
) -> Iterator[Problem]:
    known = {aside.id for aside in asides}
    for key, said in words.items():
        if key not in known:
            yield Problem(
                place=f"{place}.{key}",
                says=tr("There is none with the id “{key}” to translate. Check its id.", key=key),
            )
        yield from text_problems(f"{place}.{key}.say", said.say, asked)
