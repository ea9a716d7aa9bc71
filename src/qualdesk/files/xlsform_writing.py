"""A script as the sheets of an XLSForm. What such a form cannot say is refused, never left out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from qualdesk.core.errors import DocumentRefused, Problem
from qualdesk.core.questions import YES_NO, Aside, Question, QuestionKind
from qualdesk.core.scripts import CallScript
from qualdesk.core.translations import AsideWords, QuestionWords
from qualdesk.core.wording import english, tr
from qualdesk.files.lead_tables import cell_text
from qualdesk.files.xlsform_book import Grid
from qualdesk.files.xlsform_columns import (
    ASIDES,
    CHOICES,
    PLAIN,
    SAY_FOR,
    SETTINGS,
    SURVEY,
    TRANSLATED,
    language_heading,
)
from qualdesk.files.xlsform_relevant import relevant_of

YES_NO_LIST = "yes_no"
"""The list of choices that makes a question one of yes and no."""


def grids_of(script: CallScript) -> dict[str, Grid]:
    """The sheets of the form, by their name.

    Raises:
        DocumentRefused: it holds what a form cannot say; ``problems`` has all of it, at its key.
    """
    writing = _Writing(script)
    grids = {
        SURVEY: writing.grid(SURVEY, writing.survey()),
        CHOICES: writing.grid(CHOICES, writing.choices()),
        SETTINGS: writing.grid(SETTINGS, [writing.settings()]),
    }
    for name, rows in ((SAY_FOR, writing.openers()), (ASIDES, writing.asides())):
        kept = list(rows)
        if kept:
            grids[name] = writing.grid(name, kept)
    if writing.problems:
        raise DocumentRefused(
            tr(
                "“{name}” cannot be written as a form. {problem}",
                name=script.name,
                problem=writing.problems[0],
            ),
            writing.problems,
        )
    return grids


class _Writing:
    """One script being written; a row is what stands in it by its heading."""

    def __init__(self, script: CallScript) -> None:
        self.problems: list[Problem] = []
        self._script = script
        self._words = {
            language_heading(translation.language): translation
            for translation in script.translations
        }

    def grid(self, sheet: str, rows: Iterable[Mapping[str, str]]) -> Grid:
        """The rows under the headings of their sheet."""
        headings = [*PLAIN[sheet][:2], *TRANSLATED[sheet], *PLAIN[sheet][2:]]
        for language in self._words:
            headings += [f"{column}::{language}" for column in TRANSLATED[sheet]]
        lines = [[cell_text(row.get(heading, "")) for heading in headings] for row in rows]
        return [headings, *lines]

    def survey(self) -> Iterator[Mapping[str, str]]:
        """A group for each stage, with its questions."""
        kinds: dict[str, QuestionKind] = {}
        for at, stage in enumerate(self._script.stages, 1):
            with english():
                label = stage.kind.label
            yield {"type": "begin_group", "name": stage.kind.value, "label": label} | {
                f"label::{language}": label for language in self._words
            }
            for number, question in enumerate(stage.questions, 1):
                yield self._question(f"stages.{at}.questions.{number}", question, kinds)
                kinds[question.id] = question.kind
            yield {"type": "end_group", "name": ""}

    def choices(self) -> Iterator[Mapping[str, str]]:
        """A list for each question that has its own choices, and the one of yes and no."""
        if any(question.kind is QuestionKind.YES_NO for question in self._script.questions):
            for option in YES_NO:
                row = {"list_name": YES_NO_LIST, "name": option.value, "label": option.label}
                yield row | {f"label::{language}": option.label for language in self._words}
        for question in self._script.questions:
            for option in question.options:
                others = {
                    language: words.options.get(option.value, "")
                    for language, words in self._said_of(question.id)
                }
                yield {
                    "list_name": _list_of(question),
                    "name": option.value,
                    "label": option.label,
                } | _translated("label", others)

    def settings(self) -> Mapping[str, str]:
        """The one row about the form itself."""
        others = {language: words.voicemail for language, words in self._words.items()}
        return {
            "form_title": self._script.name,
            "form_id": self._script.id,
            "version": str(self._script.version),
            "default_language": language_heading(self._script.language),
            "voicemail": self._script.voicemail,
        } | _translated("voicemail", others)

    def openers(self) -> Iterator[Mapping[str, str]]:
        """Other words of a question for people from one source."""
        for question in self._script.questions:
            for source, text in question.say_for.items():
                others = {
                    language: words.say_for.get(source, "")
                    for language, words in self._said_of(question.id)
                }
                row = {"question": question.id, "source": source, "label": text}
                yield row | _translated("label", others)

    def asides(self) -> Iterator[Mapping[str, str]]:
        """Side cases of questions, objections and exits."""
        for question in self._script.questions:
            said = {language: words.asides for language, words in self._said_of(question.id)}
            for aside in question.asides:
                yield {"kind": "aside", "question": question.id} | _aside(aside, said)
        for kind, asides, key in (
            ("objection", self._script.objections, "objections"),
            ("exit", self._script.exits, "exits"),
        ):
            said = {language: getattr(words, key) for language, words in self._words.items()}
            for aside in asides:
                yield {"kind": kind} | _aside(aside, said)

    def _said_of(self, question: str) -> Iterator[tuple[str, QuestionWords]]:
        nothing = QuestionWords()
        for language, words in self._words.items():
            yield language, words.questions.get(question, nothing)

    def _question(
        self, place: str, question: Question, kinds: Mapping[str, QuestionKind]
    ) -> Mapping[str, str]:
        row = {
            "type": self._type(place, question),
            "name": question.id,
            "required": "" if question.may_not_know else "yes",
            "relevant": self._relevant(place, question, kinds),
            "tags": ", ".join(question.tags),
            "kind": question.kind.value if question.kind in _KINDS_OF_TEXT else "",
            "own_words": "" if question.own_words else "no",
        }
        for column, key in _WORDS:
            row[column] = getattr(question, key)
            others = {language: getattr(said, key) for language, said in self._said_of(question.id)}
            row |= _translated(column, others)
        return row

    def _type(self, place: str, question: Question) -> str:
        match question.kind:
            case QuestionKind.CHOICE | QuestionKind.CHOICES:
                if not question.options:
                    says = tr(
                        "“{question}” has no options to choose from yet. Add two.",
                        question=question.id,
                    )
                    self.problems.append(Problem(place=f"{place}.options", says=says))
                several = question.kind is QuestionKind.CHOICES
                return f"{'select_multiple' if several else 'select_one'} {_list_of(question)}"
            case QuestionKind.YES_NO:
                return f"select_one {YES_NO_LIST}"
            case kind:
                return _TYPES.get(kind, "text")

    def _relevant(self, place: str, question: Question, kinds: Mapping[str, QuestionKind]) -> str:
        if question.ask_when is None:
            return ""
        try:
            return relevant_of(question.ask_when, kinds)
        except DocumentRefused as refused:
            self.problems.append(Problem(place=f"{place}.ask_when", says=refused.says))
            return ""


def _aside(aside: Aside, said: Mapping[str, Mapping[str, AsideWords]]) -> dict[str, str]:
    row = {"id": aside.id, "label": aside.label, "say": aside.say, "then": aside.then}
    nothing = AsideWords()
    for column in TRANSLATED[ASIDES]:
        others = {
            language: getattr(words.get(aside.id, nothing), column)
            for language, words in said.items()
        }
        row |= _translated(column, others)
    return row


def _translated(column: str, others: Mapping[str, Any]) -> dict[str, str]:
    return {f"{column}::{language}": text for language, text in others.items()}


def _list_of(question: Question) -> str:
    return f"{question.id}_choices" if question.id == YES_NO_LIST else question.id


_WORDS = (("label", "say"), ("hint", "coach"), ("ask", "ask"), ("short", "short"), ("unit", "unit"))
_TYPES = {
    QuestionKind.NUMBER: "decimal",
    QuestionKind.DATE: "date",
    QuestionKind.READ_ALOUD: "note",
}
_KINDS_OF_TEXT = {QuestionKind.PERSON, QuestionKind.PERIOD, QuestionKind.SLOT}
