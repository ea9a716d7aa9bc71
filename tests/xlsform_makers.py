"""Random scripts that a form can hold, and forms as grids, for tests of the XLSForm reader."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from qualdesk.core.conditions import (
    All,
    Answered,
    AnyOf,
    Condition,
    Equals,
    Less,
    More,
    Not,
    OneOf,
)
from qualdesk.core.questions import Answer, Aside, Option, Question, QuestionId, QuestionKind
from qualdesk.core.scripts import WANTS_CALL, CallScript, Stage, StageKind
from qualdesk.core.sources import SourceType
from qualdesk.core.translations import AsideWords, QuestionWords, Translation
from qualdesk.files.xlsform_book import Grid, book_of
from qualdesk.files.xlsforms import FromXlsform, script_of

# Words as people write them, and as nobody should: formulas, marks of XML, other scripts.
lines = st.sampled_from(
    (
        "What are you working on?",
        "=1+1",
        "+44 20 7946 0123",
        "<b>bold & brave</b>",
        "Überall, “curly” and 'straight'",
        "שלום",
        "Hello {{lead.first_name|there}}",
        "two\nlines",
        " space around ",
        "_x0041_",
    )
)
maybe = st.just("") | lines
# What may stand in a condition: other programs change line breaks and curly quotes there.
_said = st.sampled_from(("a line", "it's 'old'", 'the "big" one', "<&>", " space around "))
_TAGS = ("bant.need", "champ.money", "meddic.champion")
_VALUES = ("yes", "no", "later", "within_3_months", "1")
_ANSWERS: Mapping[QuestionKind, Any] = {
    QuestionKind.CHOICE: st.sampled_from(_VALUES[:2]),
    QuestionKind.CHOICES: st.sampled_from(_VALUES[:2]),
    QuestionKind.YES_NO: st.sampled_from(("yes", "no")),
    QuestionKind.NUMBER: st.integers(-5, 5) | st.sampled_from((0.5, 2.25)),
    QuestionKind.DATE: st.sampled_from(("2026-01-31", "2026-12-31")),
    QuestionKind.PERIOD: st.sampled_from(("2026-Q3", "2026")),
    QuestionKind.SLOT: st.just("tue,thu 09:00-11:00"),
    QuestionKind.WORDS: _said,
    QuestionKind.PERSON: _said,
}
_ORDERED = {QuestionKind.NUMBER, QuestionKind.DATE}


@st.composite
def form_scripts(draw: st.DrawFn) -> CallScript:
    """A script without anything that a form cannot say, with words in up to two languages."""
    earlier: list[Question] = []
    stages = []
    for kind in StageKind:
        questions = [_question(draw, earlier) for _ in range(draw(st.integers(1, 3)))]
        if kind is StageKind.NEXT_STEP:
            questions.append(replace(_plain(WANTS_CALL, QuestionKind.YES_NO)))
        stages.append(Stage(kind=kind, questions=tuple(questions)))
    script = CallScript(
        id="form-1",
        name="A form",
        version=draw(st.integers(1, 999)),
        language=draw(st.sampled_from(("en", "de-AT", "xx"))),
        stages=tuple(stages),
        voicemail=draw(maybe),
        objections=_asides(draw, "objection"),
        exits=_asides(draw, "exit"),
    )
    languages = draw(st.lists(st.sampled_from(("fr", "sv", "yy")), max_size=2, unique=True))
    return replace(
        script, translations=tuple(_translation(draw, script, language) for language in languages)
    )


def answers_to(script: CallScript) -> st.SearchStrategy[dict[QuestionId, Answer]]:
    """Answers to some of its questions: given, or not known; of hidden questions too."""
    asked = [question for question in script.questions if question.is_asked]
    return st.fixed_dictionaries({}, optional={one.id: _answers(one) for one in asked})


def read(**sheets: Grid) -> FromXlsform:
    """The script in these sheets; the settings are made when they are not given."""
    usual: dict[str, Grid] = {"settings": [["form_title", "form_id"], ["A form", "a-form"]]}
    return script_of(book_of({**usual, **sheets}), "form")


def survey(*rows: Mapping[str, str]) -> Grid:
    """A survey sheet of these rows, under the headings they name."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    return [headings, *([row.get(heading, "") for heading in headings] for row in rows)]


def _answers(question: Question) -> st.SearchStrategy[Answer]:
    values = _ANSWERS[question.kind]
    if question.options:
        values = st.sampled_from([option.value for option in question.options])
    if question.kind is QuestionKind.CHOICES:
        values = st.lists(values, min_size=1, unique=True).map(tuple)
    given = st.builds(Answer, question=st.just(question.id), value=values)
    return given | st.just(Answer(question=question.id, does_not_know=True))


def _plain(name: str, kind: QuestionKind) -> Question:
    return Question(id=QuestionId(name), kind=kind, say="Say", ask="Ask")


def _question(draw: st.DrawFn, earlier: list[Question]) -> Question:
    kind = draw(st.sampled_from(QuestionKind))
    has_options = kind in {QuestionKind.CHOICE, QuestionKind.CHOICES}
    question = Question(
        id=QuestionId(f"q{len(earlier)}"),
        kind=kind,
        say=draw(lines),
        ask=draw(maybe),
        short=draw(maybe),
        coach=draw(maybe),
        options=tuple(Option(value=v, label=draw(lines)) for v in _VALUES) if has_options else (),
        unit=draw(maybe) if kind is QuestionKind.NUMBER else "",
        ask_when=_condition(draw, [q for q in earlier if q.is_asked]),
        say_for={
            source.value: draw(lines)
            for source in draw(st.lists(st.sampled_from(SourceType), max_size=2, unique=True))
        },
        asides=_asides(draw, "aside"),
        tags=tuple(draw(st.lists(st.sampled_from(_TAGS), max_size=2))),
        own_words=draw(st.booleans()),
        may_not_know=draw(st.booleans()),
    )
    earlier.append(question)
    return question


def _condition(draw: st.DrawFn, earlier: list[Question], deep: int = 2) -> Condition | None:
    if not earlier or draw(st.integers(0, 2)) == 0:
        return None
    asked = draw(st.sampled_from(earlier))
    value = draw(_ANSWERS[asked.kind])
    one: list[Condition] = [Answered(question=asked.id), Equals(question=asked.id, value=value)]
    one.append(OneOf(question=asked.id, values=(value, draw(_ANSWERS[asked.kind]))))
    if asked.kind in _ORDERED:
        one += [More(question=asked.id, than=value), Less(question=asked.id, than=value)]
    chosen = draw(st.sampled_from(one))
    other = _condition(draw, earlier, deep - 1) if deep else None
    if other is None:
        return chosen
    ways: tuple[Condition, ...] = (
        All(parts=(chosen, Not(part=other))),
        All(parts=(Answered(question=asked.id), other)),
        AnyOf(parts=(Not(part=chosen), other)),
    )
    return draw(st.sampled_from(ways))


def _asides(draw: st.DrawFn, name: str) -> tuple[Aside, ...]:
    return tuple(
        Aside(id=f"{name}_{number}", label=draw(lines), say=draw(lines), then=draw(maybe))
        for number in range(draw(st.integers(0, 2)))
    )


def _translation(draw: st.DrawFn, script: CallScript, language: str) -> Translation:
    return Translation(
        language=language,
        voicemail=draw(maybe),
        objections={aside.id: AsideWords(say=draw(lines)) for aside in script.objections},
        exits={aside.id: AsideWords(label=draw(lines)) for aside in script.exits},
        questions={
            question.id: QuestionWords(
                say=draw(lines),
                coach=draw(maybe),
                options={option.value: draw(lines) for option in question.options[:2]},
                say_for={source: draw(lines) for source in question.say_for},
                asides={aside.id: AsideWords(then=draw(lines)) for aside in question.asides},
            )
            for question in script.questions
        },
    )
