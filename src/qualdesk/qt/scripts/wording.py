"""The words of a script in one of its languages, taken out to be edited and put back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from qualdesk.core.languages import translation_of
from qualdesk.core.questions import Aside, Option, Question, QuestionId
from qualdesk.core.script_edits import Edited, fresh_id
from qualdesk.core.scripts import CallScript
from qualdesk.core.translations import AsideWords, QuestionWords, Translation

NO_WORDS = QuestionWords()


def words_in(script: CallScript, language: str, question_id: str) -> QuestionWords:
    """The words of a question in that language; empty where they are not translated."""
    translation = translation_of(script, language)
    if translation is not None:
        return translation.questions.get(question_id, NO_WORDS)
    question = script.question(question_id)
    return _own(question) if question is not None else NO_WORDS


def put_words(
    script: CallScript, language: str, question_id: str, words: QuestionWords
) -> CallScript:
    """The script with other words for a question in that language."""
    translation = translation_of(script, language)
    if translation is not None:
        told = {**translation.questions, question_id: words}
        return with_translation(script, replace(translation, questions=told))
    question = script.question(question_id)
    return with_question(script, _with_own(question, words)) if question is not None else script


def with_question(script: CallScript, question: Question) -> CallScript:
    """The script with this question in the place of the one with its id."""
    return replace(
        script,
        stages=tuple(
            replace(
                stage,
                questions=tuple(
                    question if each.id == question.id else each for each in stage.questions
                ),
            )
            for stage in script.stages
        ),
    )


def named_anew(script: CallScript, question: Question) -> Edited:
    """The script with a question nobody has looked at yet under an id made from its words."""
    others = {each.id for each in script.questions if each.id != question.id}
    new = replace(question, id=QuestionId(fresh_id(question.ask, others)))
    stages = tuple(
        replace(
            stage,
            questions=tuple(new if each.id == question.id else each for each in stage.questions),
        )
        for stage in script.stages
    )
    return Edited(script=replace(script, stages=stages), question=new.id)


def with_translation(script: CallScript, translation: Translation) -> CallScript:
    """The script with this translation in the place of the one into the same language."""
    others = script.translations
    known = any(each.language == translation.language for each in others)
    kept = tuple(translation if each.language == translation.language else each for each in others)
    return replace(script, translations=kept if known else (*others, translation))


def voicemail_in(script: CallScript, language: str) -> str:
    """What is said to a voicemail in that language."""
    translation = translation_of(script, language)
    return script.voicemail if translation is None else translation.voicemail


def put_voicemail(script: CallScript, language: str, text: str) -> CallScript:
    """The script with another text for a voicemail."""
    translation = translation_of(script, language)
    if translation is None:
        return replace(script, voicemail=text)
    return with_translation(script, replace(translation, voicemail=text))


def translated(asides: Iterable[Aside], words: Mapping[str, AsideWords]) -> tuple[Aside, ...]:
    """Side cases with their words in another language; empty where there are none."""
    found = []
    for aside in asides:
        told = words.get(aside.id, AsideWords())
        found.append(Aside(id=aside.id, label=told.label, say=told.say, then=told.then))
    return tuple(found)


def told(asides: Iterable[Aside]) -> dict[str, AsideWords]:
    """The words of side cases by their id, as a translation keeps them."""
    return {
        aside.id: AsideWords(label=aside.label, say=aside.say, then=aside.then)
        for aside in asides
        if aside.label or aside.say or aside.then
    }


def _own(question: Question) -> QuestionWords:
    return QuestionWords(
        say=question.say,
        ask=question.ask,
        short=question.short,
        coach=question.coach,
        unit=question.unit,
        options={option.value: option.label for option in question.options},
        say_for=dict(question.say_for),
        asides=told(question.asides),
    )


def _with_own(question: Question, words: QuestionWords) -> Question:
    return replace(
        question,
        say=words.say,
        ask=words.ask,
        short=words.short,
        coach=words.coach,
        unit=words.unit,
        options=tuple(
            Option(value=option.value, label=words.options.get(option.value, option.label))
            for option in question.options
        ),
        say_for=dict(words.say_for),
    )
