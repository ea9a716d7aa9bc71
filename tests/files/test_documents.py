import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core import words
from qualdesk.core.definition import Definition, VerdictKind, judge
from qualdesk.core.document_checks import definition_problems, script_problems
from qualdesk.core.errors import DocumentRefused
from qualdesk.core.questions import check_answer
from qualdesk.core.scripts import (
    WANTS_CALL,
    Answer,
    CallScript,
    Question,
    QuestionId,
    QuestionKind,
    StageKind,
)
from qualdesk.core.sources import SourceType
from qualdesk.files.documents import (
    LARGEST,
    check_pair,
    definition_from_json,
    definition_from_text,
    definition_to_json,
    read_definition,
    read_script,
    script_from_json,
    script_from_text,
    script_to_json,
)
from qualdesk.files.documents_kept import kept_definition, kept_script
from qualdesk.resources import shipped
from script_makers import definitions, scripts

SCRIPT_FILE = shipped("scripts", "discovery-call.toml")
DEFINITION_FILE = shipped("definitions", "qualified-lead.toml")

SCRIPT = """
id = "small"
name = "Small"
version = 1

[[stages]]
kind = "discover"
[[stages.questions]]
id = "need"
kind = "words"
say = "What are you working on?"
ask = "What are they working on?"
[[stages.questions]]
id = "role"
kind = "choice"
say = "You said {{answer.need|little}}. What is your part?"
ask = "Which part?"
options = [{ value = "a", label = "A" }, { value = "b", label = "B" }]

[[stages]]
kind = "next_step"
[[stages.questions]]
id = "wants_call"
kind = "yes_no"
say = "Would you like a call?"
ask = "A call?"
[[stages.questions]]
id = "sites"
kind = "number"
unit = "sites"
say = "How many sites?"
ask = "How many sites?"
ask_when = { question = "wants_call", is = "yes" }
"""

DEFINITION = """
id = "rule"
name = "Rule"
version = 3
threshold = 20
review_on = 2026-06-01

[[criteria]]
id = "need"
label = "Need"
question = "need"
must_have = true
points = 20

[[criteria]]
id = "role"
label = "Role"
question = "role"
points = 10
met_when = { question = "role", is = "a" }
levels = [{ when = { question = "role", is = "b" }, points = -5 }]

[[signatures]]
side = "sales"
name = "Lena Brandt"
signed_on = 2026-03-02
"""


def problems_of(read: Callable[[str], object], text: str) -> list[str]:
    with pytest.raises(DocumentRefused) as refused:
        read(text)
    assert refused.value.problems
    return [str(problem) for problem in refused.value.problems]


def changed(text: str, old: str, new: str) -> str:
    assert old in text, old
    return text.replace(old, new, 1)


def test_the_small_script_is_read_as_written() -> None:
    script = script_from_text(SCRIPT)
    role = script.question("role")
    assert role is not None
    assert [option.label for option in role.options] == ["A", "B"]
    assert [stage.kind for stage in script.stages] == [StageKind.DISCOVER, StageKind.NEXT_STEP]
    assert script.language == "en"


def test_the_small_definition_is_read_as_written() -> None:
    definition = definition_from_text(DEFINITION)
    assert definition.criteria[0].must_have
    assert definition.criteria[1].levels[0].points == -5
    assert definition.review_on is not None
    assert (definition.review_on.isoformat(), definition.is_agreed) == ("2026-06-01", False)


FIRST = "stages.1.questions.1"
ROLE = "stages.1.questions.2"
CALL = "stages.2.questions.1"
SITES = "stages.2.questions.2"
ROLE_IS_A = 'ask_when = { question = "role", is = "a" }'
OPTIONS = 'options = [{ value = "a", label = "A" }, { value = "b", label = "B" }]'
WAITS = 'ask_when = { question = "wants_call", is = "yes" }'

BROKEN_SCRIPTS = [
    ("version = 1\n", "", "version: “version” is missing here. Add it."),
    ("version = 1", 'version = "1"', "version: Write a whole number here, without quotes."),
    ("version = 1", "version = 0", "version: Write a number that is not below 1."),
    ("version = 1", "version = 1.5", "version: Write a whole number here, without quotes."),
    ('name = "Small"', 'name = ""', "name: This is empty. Write something."),
    ('id = "small"', 'id = "Small!"', "id: Use small letters, figures and _ only"),
    (
        "version = 1",
        'version = 1\nlanguage = "English"',
        "language: Write the language as a tag, for example en or de-AT.",
    ),
    ("version = 1", "version = 1\nauthor = 1", "author: There is no key “author” here."),
    (
        "options = [",
        "option = [",
        f"{ROLE}.option: There is no key “option” here. Did you mean “options”?",
    ),
    ('id = "need"\n', "", f"{FIRST}.id: “id” is missing here. Add it."),
    (
        'kind = "choice"',
        'kind = "radio"',
        (
            f"{ROLE}.kind: Write one of: choice, choices, words, number, date, period, yes_no, "
            "person, slot, read_aloud."
        ),
    ),
    ('kind = "choice"', "kind = 3", f"{ROLE}.kind: Write one of: choice, choices, words"),
    (
        'kind = "discover"',
        'kind = "pitch"',
        "stages.1.kind: Write one of: open, discover, fit, next_step.",
    ),
    ('say = "What are you', 'say = 5 # "What are you', f"{FIRST}.say: Write words in quotes here."),
    (OPTIONS, 'options = "a, b"', f"{ROLE}.options: Write a list in [ ] here."),
    (OPTIONS, 'options = ["a", "b"]', f"{ROLE}.options.1: Write a table in {{ }} here."),
    (
        OPTIONS,
        "",
        (
            f"{ROLE}.options: “role” has 0 options. A choice takes 2 to 9, one for each number "
            "key; 0 is “does not know”."
        ),
    ),
    (
        OPTIONS,
        "options = [" + ", ".join(f'{{ value = "v{n}", label = "L{n}" }}' for n in range(10)) + "]",
        f"{ROLE}.options: “role” has 10 options.",
    ),
    ('label = "B"', 'label = "A"', f"{ROLE}.options: Two options have the label “A”."),
    ('value = "b"', 'value = "a"', f"{ROLE}.options: Two options have the value “a”."),
    (
        'value = "b"',
        'value = "B b"',
        f"{ROLE}.options.2.value: Use small letters, figures and _ only, at most 40 characters.",
    ),
    ('kind = "choice"', 'kind = "words"', f"{ROLE}.options: A words question has no options"),
    (
        'id = "role"',
        'id = "need"',
        f"{ROLE}.id: “need” is used twice. Every id stands for one thing, for ever.",
    ),
    (
        'ask = "Which part?"',
        "",
        f"{ROLE}.ask: Say the question in short here; lists on the desk show it.",
    ),
    (
        'kind = "words"',
        'kind = "words"\nunit = "h"',
        f"{FIRST}.unit: Only a number question has a unit. Remove it.",
    ),
    (
        "{{answer.need|little}}",
        "{{answer.nead|little}}",
        f"{ROLE}.say: “{{{{answer.nead}}}}” asks for a question the script does not have.",
    ),
    (
        "{{answer.need|little}}",
        "{{lead.__dict__}}",
        f"{ROLE}.say: “{{{{lead.__dict__}}}}” is no field.",
    ),
    (
        "{{answer.need|little}}",
        "{{answer.need",
        f"{ROLE}.say: A place is not closed: write {{{{field}}}} or {{{{field|other words}}}}.",
    ),
    (
        WAITS,
        'ask_when = { question = "gone", answered = true }',
        f"{SITES}.ask_when: There is no question “gone” to answer in the script. Check its id.",
    ),
    (
        WAITS,
        'ask_when = { question = "role", is = "z" }',
        f"{SITES}.ask_when: “z” is no answer to “role”. Its answers are: a, b.",
    ),
    (
        WAITS,
        'ask_when = { not = { question = "role", one_of = ["x", "a", "z"] } }',
        f"{SITES}.ask_when: “x”, “z” are no answers to “role”. Its answers are: a, b.",
    ),
    (
        WAITS,
        'ask_when = { question = "need", more = 3 }',
        f"{SITES}.ask_when: “need” cannot be more or less than 3",
    ),
    (
        WAITS,
        'ask_when = { question = "sites", answered = true }',
        f"{SITES}.ask_when: A question cannot wait for its own answer.",
    ),
    (
        'ask = "What are they working on?"',
        f'ask = "?"\n{ROLE_IS_A}',
        f"{FIRST}.ask_when: “role” is asked later. Move it up, or wait for an earlier question.",
    ),
    (
        WAITS,
        "ask_when = {}",
        (
            f"{SITES}.ask_when: Name a question and compare it once: answered, is, one_of, more or "
            "less."
        ),
    ),
    (
        WAITS,
        'ask_when = { question = "role", is = "a", one_of = ["b"] }',
        f"{SITES}.ask_when: Name a question and compare it once",
    ),
    (
        WAITS,
        'ask_when = { all = [{ question = "role", is = "a" }], question = "need" }',
        f"{SITES}.ask_when: Use all, any or not alone, and put the comparisons inside it.",
    ),
    (WAITS, "ask_when = { all = [] }", f"{SITES}.ask_when.all: This list is empty."),
    (
        WAITS,
        'ask_when = { question = "role", is = [1] }',
        f"{SITES}.ask_when.is: Write words in quotes, a number, or true or false.",
    ),
    (
        WAITS,
        'ask_when = { question = "role", answered = false }',
        f"{SITES}.ask_when.answered: Write one of: true.",
    ),
    (
        WAITS,
        'ask_when = "wants_call == yes"',
        f"{SITES}.ask_when: Write a table in {{ }} here.",
    ),
    (
        WAITS,
        'say_for = { tradeshow = "Hi" }',
        f"{SITES}.say_for.tradeshow: Write one of: trade_show, webinar",
    ),
    (
        WAITS,
        'asides = [{ label = "Busy", say = "{{when}}" }]',
        f"{SITES}.asides.1.say: “{{{{when}}}}” is no field.",
    ),
    (
        "version = 1",
        'version = 1\nvoicemail = "{{x}}"',
        "voicemail: “{{x}}” is no field.",
    ),
    (
        'kind = "discover"',
        'kind = "next_step"',
        (
            "stages.2.kind: Next step cannot come after Next step. The order is open, discover, "
            "fit, next_step, each once."
        ),
    ),
    (
        'kind = "discover"',
        'kind = "fit"',
        "stages: Nothing is asked in Discover. Ask what they are working on before anything else.",
    ),
    (
        'id = "wants_call"',
        'id = "want_call"',
        "stages: The question “wants_call” is missing. Add it to next_step as yes_no",
    ),
    (
        'kind = "yes_no"',
        'kind = "words"',
        f"{CALL}.kind: “wants_call” must be a yes_no question of the stage next_step.",
    ),
    (
        'name = "Small"',
        "name = Small",
        "line 3: The value here cannot be read. Put words in quotes.",
    ),
    (
        'name = "Small"',
        'name = "Small" "er"',
        "line 3: Something stands behind the value.",
    ),
    ('name = "Small"', 'name = "Small', "line 3: Quotes are not closed here"),
    ('name = "Small"', "name", "line 3: A key needs = and a value."),
    (
        "version = 1",
        "version = 1\nversion = 2",
        "line 5: The same key is written twice. Keep one of them.",
    ),
    ("version = 1", f"version = {'9' * 5_000}", "A number in it is too large to be read."),
    ("version = 1", f"deep = {'[' * 60}{']' * 60}", "Conditions stand too deep in one another."),
    ("version = 1", f"deep = {'[' * 20_000}", "Conditions stand too deep in one another."),
]


@pytest.mark.parametrize(("old", "new", "expected"), BROKEN_SCRIPTS)
def test_a_broken_script_is_refused_at_its_key_in_words(old: str, new: str, expected: str) -> None:
    found = problems_of(script_from_text, changed(SCRIPT, old, new))
    assert any(problem.startswith(expected) for problem in found), found


BROKEN_DEFINITIONS = [
    ("threshold = 20\n", "", "threshold: “threshold” is missing here. Add it."),
    (
        "threshold = 20",
        "threshold = 31",
        (
            "threshold: 31 points are needed, and the best call gives 30. Lower the threshold, or "
            "give more points."
        ),
    ),
    ("threshold = 20", 'threshold = "20"', "threshold: Write a whole number here, without quotes."),
    ("must_have = true", "", "criteria: No criterion is a must-have."),
    (
        "must_have = true",
        'must_have = "yes"',
        "criteria.1.must_have: Write true or false here, without quotes.",
    ),
    ('id = "role"', 'id = "need"', "criteria.2.id: “need” is used twice."),
    ("points = 20", "points = 5000", "criteria.1.points: Write a number that is not above 1000."),
    (
        (
            'points = 10\nmet_when = { question = "role", is = "a" }\n'
            'levels = [{ when = { question = "role", is = "b" }, points = -5 }]'
        ),
        "",
        "criteria.2.points: “Role” changes nothing. Give it points, or must_have = true.",
    ),
    (
        'when = { question = "role", is = "b" }',
        "when = {}",
        "criteria.2.levels.1.when: Name a question and compare it once",
    ),
    ('side = "sales"', 'side = "boss"', "signatures.1.side: Write one of: marketing, sales."),
    (
        "signed_on = 2026-03-02",
        "signed_on = 2026-03-02T10:00:00",
        "signatures.1.signed_on: Write a date like 2026-09-30.",
    ),
    (
        "signed_on = 2026-03-02",
        'signed_on = "soon"',
        "signatures.1.signed_on: Write a date like 2026-09-30.",
    ),
    (
        "[[signatures]]",
        '[[signatures]]\nside = "sales"\nname = "Jo"\nsigned_on = 2026-01-01\n[[signatures]]',
        "signatures.2.side: Sales has signed already. One name per side.",
    ),
    ("[[criteria]]", "[[criterions]]", "criterions: There is no key “criterions” here."),
    ("review_on", "reviewed_on", "reviewed_on: There is no key “reviewed_on” here. Did you mean"),
]


@pytest.mark.parametrize(("old", "new", "expected"), BROKEN_DEFINITIONS)
def test_a_broken_definition_is_refused_at_its_key_in_words(
    old: str, new: str, expected: str
) -> None:
    found = problems_of(definition_from_text, changed(DEFINITION, old, new))
    assert any(problem.startswith(expected) for problem in found), found


def test_every_problem_is_told_at_once() -> None:
    """Faults of the shape and of the sense come together, each once."""
    text = changed(SCRIPT, "version = 1", 'version = "one"')
    text = changed(text, 'kind = "choice"', 'kind = "radio"')
    text = changed(text, 'say = "Would you', 'sya = "Would you')
    text = changed(text, WAITS, 'ask_when = { question = "gone", answered = true }')
    text = changed(text, "What are you working on?", "{{nobody}}")
    assert problems_of(script_from_text, text) == [
        "version: Write a whole number here, without quotes.",
        (
            f"{ROLE}.kind: Write one of: choice, choices, words, number, date, period, yes_no, "
            "person, slot, read_aloud."
        ),
        f"{CALL}.say: “say” is missing here. Add it.",
        f"{CALL}.sya: There is no key “sya” here. Did you mean “say”?",
        (
            f"{FIRST}.say: “{{{{nobody}}}}” is no field. The fields are: "
            f"{', '.join(sorted(words.FIELDS))}."
        ),
        f"{SITES}.ask_when: There is no question “gone” to answer in the script. Check its id.",
    ]


def test_a_faulty_question_does_not_make_those_that_name_it_look_wrong() -> None:
    text = changed(SCRIPT, 'label = "B" }', 'lable = "B" }')
    text = changed(text, WAITS, 'ask_when = { question = "role", is = "b" }')
    assert {problem.partition(":")[0] for problem in problems_of(script_from_text, text)} == {
        f"{ROLE}.options.2.label",
        f"{ROLE}.options.2.lable",
    }


def test_a_faulty_criterion_does_not_lower_what_the_others_reach() -> None:
    text = changed(DEFINITION, "points = 20", 'points = "20"')
    assert problems_of(definition_from_text, text) == [
        "criteria.1.points: Write a whole number here, without quotes."
    ]


def test_the_refusal_names_the_file_and_the_first_problem(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(changed(SCRIPT, 'name = "Small"', "name = 1"), encoding="utf-8")
    with pytest.raises(DocumentRefused) as refused:
        read_script(file)
    assert refused.value.says == ("“mine.toml” cannot be used. name: Write words in quotes here.")
    file.write_text("", encoding="utf-8")
    with pytest.raises(DocumentRefused) as refused:
        read_definition(file)
    assert refused.value.says == (
        "“mine.toml” cannot be used: 5 problems. The first: id: “id” is missing here. Add it."
    )


@pytest.mark.parametrize("read", [read_script, read_definition])
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    read: Callable[[Path], object], tmp_path: Path
) -> None:
    with pytest.raises(DocumentRefused, match=r"There is no file “gone\.toml”\. Check its name\."):
        read(tmp_path / "gone.toml")
    with pytest.raises(DocumentRefused, match="cannot be opened"):
        read(tmp_path)
    for raw, says in (
        (b'id = "a"\nname = "\xe9t\xe9"\n', "line 2: This is not UTF-8 text."),
        (SCRIPT.encode("utf-16"), "This is not UTF-8 text."),
        (b"#" * (LARGEST + 1), "larger than 1 MB"),
        (b"\x00\x01\x02", "line 1: "),
    ):
        (tmp_path / "bad.toml").write_bytes(raw)
        with pytest.raises(DocumentRefused, match=re.escape(says)):
            read(tmp_path / "bad.toml")


def test_a_text_of_five_megabytes_is_refused_before_it_is_read() -> None:
    with pytest.raises(DocumentRefused, match="larger than 1 MB"):
        script_from_text('id = "' + "x" * 5_000_000 + '"')


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "bom.toml").write_text(SCRIPT, encoding="utf-8-sig")
    assert read_script(tmp_path / "bom.toml") == script_from_text(SCRIPT)


def test_hostile_markup_stays_words() -> None:
    text = changed(SCRIPT, 'name = "Small"', "name = '<b onclick=\"x()\">=cmd|calc</b>'")
    assert script_from_text(text).name == '<b onclick="x()">=cmd|calc</b>'


@given(st.text(max_size=200))
def test_any_text_is_a_script_or_refused(text: str) -> None:
    for read in (script_from_text, definition_from_text, script_from_json, definition_from_json):
        with pytest.raises(DocumentRefused):
            read(text)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.data())
def test_a_kept_document_with_anything_changed_is_read_or_refused_in_words(
    data: st.DataObject,
) -> None:
    """No input makes the reader fail in another way than by a refusal with places."""
    plain = json.loads(script_to_json(script_from_text(SCRIPT)))
    holder = data.draw(
        st.sampled_from(
            [
                plain,
                plain["stages"][0],
                plain["stages"][0]["questions"][1],
                plain["stages"][0]["questions"][1]["options"][0],
                plain["stages"][1]["questions"][1]["ask_when"],
            ]
        )
    )
    key = data.draw(st.sampled_from(sorted(holder)) | st.text(max_size=5))
    holder[key] = data.draw(json_values)
    try:
        script_from_json(json.dumps(plain))
    except DocumentRefused as refused:
        for problem in refused.problems:
            assert problem.says.endswith((".", "?")), problem


@given(scripts)
def test_a_script_comes_back_from_json_as_it_was(script: CallScript) -> None:
    assert script_from_json(script_to_json(script)) == script
    assert script_to_json(script_from_json(script_to_json(script))) == script_to_json(script)
    assert kept_script(json.loads(script_to_json(script))) == script, "read without the shapes"


@given(definitions)
def test_a_definition_comes_back_from_json_as_it_was(definition: Definition) -> None:
    assert definition_from_json(definition_to_json(definition)) == definition
    assert kept_definition(json.loads(definition_to_json(definition))) == definition


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "[" * 50_000, '{"id": 1}'])
def test_what_is_no_document_in_the_workspace_is_refused(text: str) -> None:
    for read in (script_from_json, definition_from_json):
        with pytest.raises(DocumentRefused):
            read(text)


def test_what_the_program_would_write_in_another_way_is_left_to_the_shapes() -> None:
    """Only they say what is wrong; a number for words, a key nobody knows, a usual one written."""
    plain = json.loads(script_to_json(script_from_text(SCRIPT)))
    for wrong in ({"version": "1"}, {"version": True}, {"spoken": "x"}, {"voicemail": ""}):
        assert kept_script(plain | wrong) is None
    about = json.loads(definition_to_json(definition_from_text(DEFINITION)))
    for asked in ({"question": "x", "is": None}, {"question": "x", "near": 1}, {"all": "x"}, {}):
        criteria = [about["criteria"][0] | {"met_when": asked}]
        assert kept_definition(about | {"criteria": criteria}) is None


def test_an_id_a_version_or_a_language_that_none_can_have_is_said_and_not_taken() -> None:
    """A file somebody damaged or edited: no document under another's name is read out of it."""
    script = json.loads(script_to_json(script_from_text(SCRIPT)))
    definition = json.loads(definition_to_json(definition_from_text(DEFINITION)))
    for wrong in ({"id": ""}, {"id": "A/../b"}, {"id": "small\n"}, {"version": 0}):
        for plain, read in ((script, script_from_json), (definition, definition_from_json)):
            with pytest.raises(DocumentRefused, match=r"id|version"):
                read(json.dumps(plain | wrong))
    with pytest.raises(DocumentRefused, match="language"):
        script_from_json(json.dumps(script | {"language": "e n"}))
    definition["criteria"][0]["id"] = "No key"
    with pytest.raises(DocumentRefused):
        definition_from_json(json.dumps(definition))


def test_a_definition_needs_its_questions_in_the_script() -> None:
    script, definition = script_from_text(SCRIPT), definition_from_text(DEFINITION)
    assert check_pair(script, definition) == []
    gone = definition_from_text(changed(DEFINITION, 'question = "need"', 'question = "pain"'))
    assert [str(problem) for problem in check_pair(script, gone)] == [
        (
            "criteria.1.question: “Need” needs the question “pain”, and the script “Small” does "
            "not ask it. Add it, or name another."
        )
    ]
    text = changed(DEFINITION, 'is = "a"', 'is = "boss"')
    text = changed(text, 'is = "b"', 'is = "clerk"')
    assert [problem.place for problem in check_pair(script, definition_from_text(text))] == [
        "criteria.2.met_when",
        "criteria.2.levels.1.when",
    ]


def good_value(question: Question) -> str:
    best = {"role": "recommends", "date": "6_to_12_months", "money": "planned"}
    chosen = best.get(question.id, question.choices[0].value if question.choices else "their words")
    assert check_answer(question, chosen) == chosen
    return chosen


def test_the_shipped_script_and_definition_fit_and_a_good_call_qualifies() -> None:
    """D1, D2, D3, F1 on the sample everybody starts with."""
    script, definition = read_script(SCRIPT_FILE), read_definition(DEFINITION_FILE)
    assert check_pair(script, definition) == []
    assert (definition.threshold, definition.most, definition.version) == (70, 100, 3)
    assert definition.is_agreed
    answers: dict[QuestionId, Answer] = {}
    seen = []
    for question in script.questions:
        if question.is_asked:
            value = good_value(question)
            answers[question.id] = Answer(question=question.id, value=value)
            found = judge(definition, script, answers)
            seen.append((question.id, found.points, found.kind.value))
    assert seen == [
        ("need", 25, "nurture"),
        ("today", 35, "nurture"),
        ("who_else", 35, "nurture"),
        ("role", 50, "nurture"),
        ("date", 70, "nurture"),
        ("money", 82, "nurture"),
        ("region", 90, "nurture"),
        ("wants_call", 95, "qualified"),
        ("best_time", 95, "qualified"),
        ("opt_in", 95, "qualified"),
    ]


def test_the_shipped_definition_rules_out_students_and_places_nobody_serves() -> None:
    script, definition = read_script(SCRIPT_FILE), read_definition(DEFINITION_FILE)
    for question, value, points in (("role", "outside", -30), ("region", "elsewhere", 0)):
        key = QuestionId(question)
        found = judge(definition, script, {key: Answer(question=key, value=value)})
        assert (found.kind, found.points) == (VerdictKind.NOT_A_FIT, points)
    date = QuestionId("date")
    later = judge(definition, script, {date: Answer(question=date, value="no_date")})
    assert later.kind is VerdictKind.NURTURE
    assert later.sentence == "Date is not met. Needed: a date within 12 months."


def test_the_shipped_opener_has_words_for_every_source() -> None:
    """O1, D2: the opener fits what the person responded to."""
    opener = read_script(SCRIPT_FILE).questions[0]
    assert opener.kind is QuestionKind.READ_ALOUD
    assert set(opener.say_for) == {source.value for source in SourceType}
    assert "Did the download go well?" in opener.words_for("content_download")
    assert [aside.label for aside in opener.asides][:2] == [
        "If it is a bad time",
        "If someone else answers",
    ]


def test_the_shipped_texts_can_be_read_when_only_the_caller_is_known() -> None:
    script = read_script(SCRIPT_FILE)
    said = [script.voicemail, *(objection.say for objection in script.objections)]
    for question in script.questions:
        said += [question.say, *question.say_for.values(), *(a.say for a in question.asides)]
    for text in said:
        spoken = words.read(text, {"caller.name": "Maya Lind"})
        assert words.GAP not in spoken
        assert "{" not in spoken
        assert "  " not in spoken
        assert " ," not in spoken


def test_the_shipped_script_asks_for_the_call_last_and_the_time_only_after_a_yes() -> None:
    script = read_script(SCRIPT_FILE)
    assert script.stage_of(WANTS_CALL) is StageKind.NEXT_STEP
    assert [len(stage.questions) for stage in script.stages] == [1, 3, 4, 4]
    time = script.question("best_time")
    assert time is not None
    assert time.ask_when is not None
    assert definition_problems(read_definition(DEFINITION_FILE)) == script_problems(script) == []
