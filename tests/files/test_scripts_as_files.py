"""Scripts written as TOML and kept as JSON: half-written ones, other languages, hostile ones."""

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from qualdesk.core.conditions import Answered
from qualdesk.core.definition import Definition
from qualdesk.core.errors import DocumentRefused
from qualdesk.core.script_checks import script_problems
from qualdesk.core.script_edits import new_script
from qualdesk.core.scripts import Aside, CallScript, QuestionKind, Stage, StageKind
from qualdesk.core.translations import AsideWords, QuestionWords, Translation
from qualdesk.files.document_models import DefinitionShape, ScriptShape
from qualdesk.files.document_plain import plain_definition, plain_script
from qualdesk.files.documents import (
    definition_from_json,
    definition_from_text,
    definition_to_json,
    definition_to_text,
    read_definition,
    read_script,
    script_from_json,
    script_from_text,
    script_to_json,
    script_to_text,
    write_definition,
    write_script,
)
from qualdesk.resources import shipped
from script_makers import definitions, make_definition, make_question, make_script, scripts

# As kept in workspaces before there were other languages, exits and drafts.
KEPT_EARLIER = (
    '{"id":"old","name":"Old","version":2,"language":"en","objections":[{"label":"Price",'
    '"say":"That depends."}],"stages":[{"kind":"discover","questions":[{"id":"need",'
    '"kind":"words","say":"What are you working on?","ask":"Need?","asides":[{"label":"Busy",'
    '"say":"When?","then":"Alt 6"}]}]},{"kind":"next_step","questions":[{"id":"wants_call",'
    '"kind":"yes_no","say":"A call?","ask":"A call?"}]}]}'
)


def with_german(script: CallScript) -> CallScript:
    words = Translation(
        language="de",
        voicemail="Guten Tag",
        questions={"need": QuestionWords(say="Woran arbeiten Sie?", ask="Bedarf?")},
        objections={"price": AsideWords(label="Preis", say="Das kommt darauf an.")},
    )
    price = Aside(id="price", label="Price", say="That depends.")
    exits = (Aside(id="no_time", label="No time", say="When is better?"),)
    return CallScript(
        id=script.id,
        name=script.name,
        version=script.version,
        stages=script.stages,
        objections=(price,),
        exits=exits,
        voicemail="Hello",
        translations=(words,),
    )


@given(scripts)
@settings(max_examples=40)
def test_any_script_comes_back_from_toml_as_it_was(script: CallScript) -> None:
    """Also a half-written one: its keys are right, whatever is still empty (round trip)."""
    text = script_to_text(script)
    plain = _toml(text)
    assert ScriptShape.model_validate(plain).built() == script
    assert script_to_text(ScriptShape.model_validate(plain).built()) == text


@given(definitions)
@settings(max_examples=40)
def test_any_definition_comes_back_from_toml_as_it_was(definition: Definition) -> None:
    plain = _toml(definition_to_text(definition))
    assert DefinitionShape.model_validate(plain).built() == definition


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\n\r\n"])
def test_words_keep_their_line_ends_in_toml(line_end: str) -> None:
    said = f'one{line_end}two"""three\\'
    script = make_script(discover=[make_question("need", say=said)])
    assert script_from_text(script_to_text(script)) == script


def test_several_lines_are_written_as_people_read_them() -> None:
    script = make_script(discover=[make_question("need", say="one\ntwo")])
    assert '"""\none\ntwo"""' in script_to_text(script)


def test_a_script_is_written_to_a_file_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    script = with_german(make_script())
    write_script(path, make_script(discover=[make_question("other")]))
    write_script(path, script)
    assert read_script(path) == script
    assert [each.name for each in tmp_path.iterdir()] == ["ours.toml"]


def test_a_definition_is_written_to_a_file_and_read_again(tmp_path: Path) -> None:
    write_definition(tmp_path / "rule.toml", make_definition())
    assert read_definition(tmp_path / "rule.toml") == make_definition()


def test_a_file_that_cannot_be_written_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(DocumentRefused, match=r"“ours.toml” cannot be written there. Choose"):
        write_script(tmp_path / "gone" / "ours.toml", make_script())
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(DocumentRefused, match="cannot be written there"):
        write_script(tmp_path / "folder.toml", make_script())
    assert [each.name for each in tmp_path.iterdir()] == ["folder.toml"]


def test_the_shipped_files_come_back_as_they_were() -> None:
    for path in sorted(shipped("scripts").glob("*.toml")):
        script = read_script(path)
        assert script_from_text(script_to_text(script)) == script
    for path in sorted(shipped("definitions").glob("*.toml")):
        definition = read_definition(path)
        assert definition_from_text(definition_to_text(definition)) == definition


def test_a_script_kept_by_an_earlier_version_is_still_read() -> None:
    """Nothing new is asked of what was kept before: F2, answers keep their version."""
    script = script_from_json(KEPT_EARLIER)
    assert script.languages == ("en",)
    assert script.exits == ()
    need = script.questions[0]
    assert need.own_words
    assert need.may_not_know
    assert need.asides[0].id == ""
    assert json.loads(script_to_json(script)) == json.loads(KEPT_EARLIER)


def test_what_nobody_changed_is_not_written() -> None:
    plain = plain_script(make_script())
    assert not {"translations", "exits", "objections"} & set(plain)
    assert not {"own_words", "may_not_know"} & set(plain["stages"][1]["questions"][0])
    assert not {"tiers", "signatures"} & set(plain_definition(make_definition()))


DRAFTS = [
    CallScript(id="x", name="", version=1, stages=()),
    new_script("x", ""),
    make_script(discover=[]),
    make_script(discover=[make_question("need", say="", ask="")]),
    make_script(fit=[make_question("role", "choice", options=())]),
]


@pytest.mark.parametrize("draft", DRAFTS)
def test_a_half_written_script_is_kept_and_its_gaps_are_problems(draft: CallScript) -> None:
    """Drafts are saved as typed; nothing half-written is ever read to somebody."""
    assert script_from_json(script_to_json(draft)) == draft
    assert script_problems(draft)
    with pytest.raises(DocumentRefused) as refused:
        script_from_text(script_to_text(draft))
    assert set(refused.value.problems) == set(script_problems(draft))


def test_a_half_written_definition_is_kept_and_its_gaps_are_problems() -> None:
    whole = make_definition()
    no_question = replace(whole.criteria[0], question="", label="")  # type: ignore[arg-type]
    draft = replace(whole, name="", threshold=0, criteria=(no_question, *whole.criteria[1:]))
    assert definition_from_json(definition_to_json(draft)) == draft
    with pytest.raises(DocumentRefused) as refused:
        definition_from_text(definition_to_text(draft))
    places = {problem.place for problem in refused.value.problems}
    assert {"name", "threshold", "criteria.1.label", "criteria.1.question"} <= places


TRANSLATED = """
id = "t"
name = "T"
version = 1
language = "en"
objections = [{ id = "price", label = "Price", say = "That depends." }]
exits = [{ id = "bye", label = "Bye", say = "Thank you." }]
[[stages]]
kind = "discover"
[[stages.questions]]
id = "role"
kind = "choice"
say = "Your part?"
ask = "Part?"
options = [{ value = "a", label = "A" }, { value = "b", label = "B" }]
asides = [{ id = "busy", label = "Busy", say = "When?" }]
say_for = { webinar = "You were there." }
[[stages]]
kind = "next_step"
[[stages.questions]]
id = "wants_call"
kind = "yes_no"
say = "A call?"
ask = "A call?"
[[translations]]
language = "de"
voicemail = "Guten Tag {{lead.last_name}}"
[translations.objections.price]
label = "Preis"
say = "Kommt darauf an."
[translations.exits.bye]
say = "Danke."
[translations.questions.role]
say = "Ihr Teil?"
options = { a = "A auf Deutsch" }
say_for = { webinar = "Sie waren dabei." }
[translations.questions.role.asides.busy]
say = "Wann?"
"""


def test_a_script_in_two_languages_is_read_as_written() -> None:
    script = script_from_text(TRANSLATED)
    assert script.languages == ("en", "de")
    german = script.translations[0]
    assert german.objections["price"] == AsideWords(label="Preis", say="Kommt darauf an.")
    assert german.questions["role"].asides["busy"].say == "Wann?"
    assert script_from_text(script_to_text(script)) == script


BROKEN = [
    ('language = "de"', 'language = "en"', "translations.1.language: The script has its words in"),
    ('language = "de"', "", "translations.1.language: “language” is missing here. Add it."),
    ('language = "de"', 'language = "Deutsch"', "translations.1.language: Write the language as a"),
    ("questions.role]", "questions.rolle]", "translations.1.questions.rolle: The script has no"),
    ("questions.role]", 'questions."Ro le"]', "translations.1.questions.Ro le"),
    ("options = { a", "options = { z", "translations.1.questions.role.options.z: “role” has no"),
    (
        'say = "Ihr Teil?"',
        'say = "{{answer.gone}}"',
        "translations.1.questions.role.say: “{{answer.gone}}” asks for a question",
    ),
    (
        "{{lead.last_name}}",
        "{{lead.__class__}}",
        "translations.1.voicemail: “{{lead.__class__}}” is no field.",
    ),
    (
        "objections.price]",
        "objections.prise]",
        "translations.1.objections.prise: There is none with the id “prise” to translate.",
    ),
    (
        'say = "Wann?"',
        'sya = "Wann?"',
        "translations.1.questions.role.asides.busy.sya: There is no key “sya” here. Did you mean",
    ),
    ('id = "price"', 'id = "Pri ce"', "objections.1.id: Use small letters, figures and _ only"),
    (
        '{ id = "bye"',
        '{ id = "bye", label = "B", say = "b" }, { id = "bye"',
        "exits.2.id: “bye” is",
    ),
    ("[[stages]]", "own_words = 1\n[[stages]]", "own_words: There is no key “own_words” here."),
    ('kind = "choice"', 'kind = "choice"\nown_words = 1', "stages.1.questions.1.own_words: Write"),
    ('say = "Thank you."', 'say = ""', "exits.1.say: This is empty. Write something."),
    ('value = "b", label = "B"', 'value = "b", label = ""', "stages.1.questions.1.options.2.label"),
    ('kind = "choice"', 'kind = "choice"\ntags = [""]', "stages.1.questions.1.tags.1: This is"),
    (
        'kind = "choice"',
        'kind = "choice"\nask_when = { any = [{ all = [] }] }',
        "stages.1.questions.1.ask_when.any.1.all: This list is empty.",
    ),
    (
        'kind = "choice"',
        'kind = "choice"\nask_when = { not = { question = "x", one_of = [] } }',
        "stages.1.questions.1.ask_when.not.one_of: This list is empty.",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), BROKEN)
def test_a_broken_script_is_refused_at_its_key(old: str, new: str, expected: str) -> None:
    assert old in TRANSLATED
    with pytest.raises(DocumentRefused) as refused:
        script_from_text(TRANSLATED.replace(old, new, 1))
    found = [str(problem) for problem in refused.value.problems]
    assert any(problem.startswith(expected) for problem in found), found


def test_a_loop_of_questions_is_refused() -> None:
    """Two questions that wait for one another: neither would ever be asked."""
    first = make_question("first", ask_when=Answered(question="second"))
    second = make_question("second", ask_when=Answered(question="first"))
    with pytest.raises(DocumentRefused) as refused:
        script_from_text(script_to_text(make_script(discover=[first, second])))
    assert [str(problem) for problem in refused.value.problems] == [
        (
            "stages.2.questions.1.ask_when: “second” is asked later. Move it up, or wait for an "
            "earlier question."
        )
    ]


def test_hostile_words_stay_words_in_every_language() -> None:
    """Markup, formulas and marks that turn the writing are text, and come back unchanged."""
    hostile = '<script>alert(1)</script>{{lead.__init__}}\u202e=cmd|" /C calc"\x1b[2J'
    words = Translation(language="de", questions={"need": QuestionWords(say=hostile)})
    script = CallScript(
        id="x",
        name="x",
        version=1,
        stages=(Stage(kind=StageKind.DISCOVER, questions=(make_question("need", say=hostile),)),),
        translations=(words,),
    )
    assert ScriptShape.model_validate(_toml(script_to_text(script))).built() == script
    places = {p.place for p in script_problems(script)}
    assert {"stages.1.questions.1.say", "translations.1.questions.need.say"} <= places


def test_every_kind_of_question_can_be_written() -> None:
    questions = [make_question(f"q_{kind.value}", kind.value) for kind in QuestionKind]
    script = make_script(discover=questions)
    assert script_problems(script) == []
    assert script_from_text(script_to_text(script)) == script


def _toml(text: str) -> dict[str, object]:
    return tomllib.loads(text)
