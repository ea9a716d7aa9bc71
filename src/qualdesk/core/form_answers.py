"""Answers of a form as answers to the questions the script asks (promise O6)."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from qualdesk.core.identity import folded
from qualdesk.core.questions import Question, QuestionKind
from qualdesk.core.yes_no import is_no, is_yes


def question_asked(heading: str, questions: Iterable[Question]) -> Question | None:
    """The question a heading asks in nearly the same words, None when it asks none of them.

    “What are you working on?” asks what a script notes as “What are they working on?”.
    """
    words = _words(heading)
    if len(words) < _WORDS_OF_A_QUESTION:
        return None
    near = [(_likeness(words, question), question) for question in questions if question.is_asked]
    best = max(near, key=lambda one: one[0], default=(0.0, None))
    return best[1] if best[0] >= _NEAR else None


def question_named(heading: str, questions: Iterable[Question]) -> Question | None:
    """The question a heading names by its short name or its id, None for no such question.

    A single word (“Date”, “Region”) heads too many other things.
    """
    words = _words(heading)
    if len(words) < _WORDS_OF_A_NAME:
        return None
    for question in questions:
        if question.is_asked and words in (_words(question.short), _words(question.id)):
            return question
    return None


def answer_value(question: Question | None, text: str) -> str:
    """The options somebody chose, by their ids; their own words where none fits.

    Case, accents and punctuation make no difference. Of several chosen all must be known, or
    what the form said would be half lost.
    """
    if question is None:
        return text
    if question.kind is QuestionKind.YES_NO and (is_yes(text) or is_no(text)):
        return "yes" if is_yes(text) else "no"
    ids: dict[str, str] = {}
    for option in question.choices:
        for name in (option.value, option.label):
            ids.setdefault(" ".join(_words(name)), option.value)
    whole = ids.get(" ".join(_words(text)))
    if whole or question.kind is not QuestionKind.CHOICES:
        return whole or text
    parts = [" ".join(_words(part)) for part in re.split(r"[,;|\n]", text) if part.strip()]
    are_known = bool(parts) and all(part in ids for part in parts)
    return ", ".join(ids[part] for part in parts) if are_known else text


def _likeness(words: list[str], question: Question) -> float:
    return max((_alike(words, asked) for asked in _wordings(question)), default=0.0)


@lru_cache(maxsize=256)
def _wordings(question: Question) -> tuple[list[str], ...]:
    """The question as it is noted and as it is said, sentence by sentence."""
    texts = (question.ask, question.say, *question.say_for.values())
    said = (_SENTENCE_ENDS.split(_PLACE.sub(" ", text)) for text in texts)
    each = (_words(sentence) for sentences in said for sentence in sentences)
    return tuple(words for words in each if len(words) >= _WORDS_OF_A_QUESTION)


def _alike(one: list[str], other: list[str]) -> float:
    if one == other:
        return 1.0
    few, many = sorted((one, other), key=len)
    if len(few) >= _ENOUGH_TO_STAND_INSIDE and f" {' '.join(few)} " in f" {' '.join(many)} ":
        return _NEAR
    if 2 * len(few) < _NEAR * (len(few) + len(many)):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _words(text: str) -> list[str]:
    found = re.findall(r"[^\W_]+", folded(text[:_LONGEST]).replace("'", ""))
    return [_PERSONS.get(word, word) for word in found]


_LONGEST = 400
_NEAR = 0.8
_WORDS_OF_A_QUESTION = 3
_WORDS_OF_A_NAME = 2
_ENOUGH_TO_STAND_INSIDE = 4
_SENTENCE_ENDS = re.compile(r"[.?!\u3002\uff1f]+")
_PLACE = re.compile(r"\{\{[^{}]*\}\}")
# A form speaks to the person, a script's notes speak of them.
_PERSONS = {
    **dict.fromkeys(("you", "they", "them", "he", "she"), "they"),
    **dict.fromkeys(("your", "yours", "their", "his", "her"), "their"),
    **dict.fromkeys(("sie", "ihr", "ihre", "ihren", "ihrem", "du", "dein", "deine"), "sie"),
    **dict.fromkeys(("vous", "ils", "elles"), "vous"),
    **dict.fromkeys(("votre", "vos", "leur", "leurs"), "votre"),
    **dict.fromkeys(("usted", "ustedes", "ellos"), "usted"),
    "does": "do",
    "is": "are",
    "has": "have",
    "we": "we",
}
