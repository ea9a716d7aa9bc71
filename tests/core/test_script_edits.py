"""Editing a script: ids stay, other words break nothing, and what hangs loose is named."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualdesk.core.conditions import Equals, OneOf
from qualdesk.core.definition import judge
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.script_checks import script_problems
from qualdesk.core.script_edits import (
    add_option,
    add_question,
    change_question,
    copy_question,
    fresh_id,
    move_beside,
    move_option,
    move_question,
    new_script,
    remove_option,
    remove_question,
    rename_option,
)
from qualdesk.core.script_uses import option_uses, uses_of
from qualdesk.core.scripts import (
    WANTS_CALL,
    Aside,
    CallScript,
    Option,
    Question,
    QuestionId,
    QuestionKind,
    StageKind,
    visible_questions,
)
from qualdesk.core.translations import AsideWords, QuestionWords, Translation
from script_makers import (
    answer_sets,
    make_definition,
    make_options,
    make_question,
    make_script,
    scripts,
)

GERMAN = Translation(
    language="de",
    questions={
        "need": QuestionWords(say="Woran arbeiten Sie?"),
        "role": QuestionWords(say="Ihr Teil?", options={"a": "eins", "b": "zwei"}),
    },
)


def the_script() -> CallScript:
    return replace(make_script(), translations=(GERMAN,))


def ids(script: CallScript) -> list[str]:
    return [str(question.id) for question in script.questions]


def test_a_new_script_asks_only_for_the_call_and_says_what_is_missing() -> None:
    script = new_script("ours", "Ours", "de")
    assert ids(script) == [WANTS_CALL]
    assert script.languages == ("de",)
    assert {problem.place for problem in script_problems(script)} == {
        "stages",
        "stages.1.questions.1.say",
    }


def test_a_question_added_has_an_id_of_its_own_from_its_words() -> None:
    edited = add_question(
        the_script(), StageKind.FIT, QuestionKind.DATE, ask="When must it be running?", at=1
    )
    assert edited.question == "when_must_it_be_running"
    assert ids(edited.script)[4:7] == ["role", "when_must_it_be_running", "sites"]
    again = add_question(
        edited.script, StageKind.FIT, QuestionKind.DATE, ask="When must it be running?"
    )
    assert again.question == "when_must_it_be_running_1"


def test_a_stage_comes_in_its_place_with_its_first_question_and_goes_with_its_last() -> None:
    script = new_script("ours", "Ours")
    script = add_question(script, StageKind.FIT, QuestionKind.CHOICE).script
    script = add_question(script, StageKind.OPEN, QuestionKind.READ_ALOUD).script
    assert [stage.kind for stage in script.stages] == ["open", "fit", "next_step"]
    gone = remove_question(script, "read_aloud").script
    assert [stage.kind for stage in gone.stages] == ["fit", "next_step"]


def test_a_copy_stands_behind_the_question_with_its_words_in_every_language() -> None:
    edited = copy_question(the_script(), "role")
    assert edited.question == "role_1"
    assert ids(edited.script)[4:6] == ["role", "role_1"]
    words = edited.script.translations[0].questions
    assert words["role_1"] == words["role"]
    assert "need_1" in ids(copy_question(the_script(), "need").script)


def test_a_question_taken_out_warns_of_all_that_used_it() -> None:
    """Conditions, places in the words of any language, and criteria (complaint 16, F1)."""
    script = make_script(
        fit=[
            make_question("role", "choice", asides=(Aside(label="If", say="{{answer.need}}"),)),
            make_question(
                "since",
                say="You said {{answer.need|a lot}}.",
                ask_when=Equals(question="need", value="x"),
                say_for={"webinar": "{{answer.need}}"},
            ),
        ]
    )
    german = Translation(
        language="de",
        voicemail="{{answer.need}}",
        questions={
            "since": QuestionWords(
                say="{{answer.need}}",
                say_for={"webinar": "{{answer.need}}"},
                asides={"x": AsideWords(say="{{answer.need}}")},
            ),
            "need": QuestionWords(say="Woran?"),
        },
        exits={"x": AsideWords(say="{{answer.need}}")},
    )
    script = replace(
        script,
        translations=(german,),
        voicemail="{{answer.need}}",
        objections=(Aside(label="Price", say="{{answer.need}}"),),
        exits=(Aside(label="Bye", say="{{answer.need}}"),),
    )
    edited = remove_question(script, "need", [make_definition()])
    assert {warning.place for warning in edited.warnings} == {
        "voicemail",
        "objections.1.say",
        "exits.1.say",
        "stages.3.questions.1.asides.1.say",
        "stages.3.questions.2.say",
        "stages.3.questions.2.say_for.webinar",
        "stages.3.questions.2.ask_when",
        "translations.1.voicemail",
        "translations.1.exits.x.say",
        "translations.1.questions.since.say",
        "translations.1.questions.since.say_for.webinar",
        "translations.1.questions.since.asides.x.say",
        "definition.criteria.1.question",
    }
    assert "“Need” of “Rule” is found out by it." in edited.warnings[-1].says
    assert "need" not in edited.script.translations[0].questions
    assert edited.question is None


def test_taking_out_what_nothing_uses_warns_of_nothing() -> None:
    assert remove_question(the_script(), "best_time").warnings == ()


@given(scripts, st.data())
@settings(max_examples=30)
def test_whatever_a_removal_breaks_was_warned_of(script: CallScript, data: st.DataObject) -> None:
    """Every problem that comes up by taking a question out stands at a place that was named."""
    if not script.questions or len(set(ids(script))) < len(ids(script)):
        return
    gone = data.draw(st.sampled_from(ids(script)))
    before = {(p.says) for p in script_problems(script)}
    edited = remove_question(script, gone)
    named = {warning.place for warning in edited.warnings}
    for problem in script_problems(edited.script):
        if problem.says not in before and f"“{gone}”" in problem.says:
            assert problem.place in named


@given(answer_sets(), st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=50)
def test_other_words_change_no_logic(answers: dict[QuestionId, object], ask: str, say: str) -> None:
    """A renamed question or option opens the same branches, and the verdict stays (D4, F2)."""
    script = make_script()
    renamed = script
    for question in script.questions:
        renamed = change_question(renamed, replace(question, ask=ask, short=ask, say=say)).script
        for option in question.options:
            renamed = rename_option(
                renamed, question.id, option.value, f"{ask}{option.value}"
            ).script
    shown = [q.id for q in visible_questions(script, answers)]  # type: ignore[arg-type]
    assert [q.id for q in visible_questions(renamed, answers)] == shown  # type: ignore[arg-type]
    definition = make_definition()
    one, other = (judge(definition, each, answers) for each in (script, renamed))  # type: ignore[arg-type]
    assert (one.kind, one.points) == (other.kind, other.points)


def test_a_renamed_question_warns_of_nothing() -> None:
    question = the_script().question("role")
    assert question is not None
    edited = change_question(
        the_script(), replace(question, short="Part", say="Other words"), [make_definition()]
    )
    assert edited.warnings == ()
    assert edited.question == "role"


def test_another_kind_keeps_what_fits_it_and_warns_of_what_compared_with_it() -> None:
    script = make_script(
        next_step=[
            make_question(WANTS_CALL, "yes_no"),
            make_question("when", ask_when=OneOf(question="role", values=("a", "b"))),
        ]
    )
    role, sites = script.question("role"), script.question("sites")
    assert role is not None
    assert sites is not None
    several = change_question(script, replace(role, kind=QuestionKind.CHOICES))
    assert several.script.question("role").options == role.options  # type: ignore[union-attr]
    assert several.warnings == ()
    yes_no = change_question(script, replace(role, kind=QuestionKind.YES_NO), [make_definition()])
    assert yes_no.script.question("role").options == ()  # type: ignore[union-attr]
    assert {warning.place for warning in yes_no.warnings} == {
        "stages.4.questions.2.ask_when",
        "definition.criteria.2.met_when",
        "definition.criteria.2.levels.1.when",
        "definition.criteria.2.not_a_fit_when",
    }
    words = change_question(script, replace(sites, kind=QuestionKind.WORDS))
    assert words.script.question("sites").unit == ""  # type: ignore[union-attr]


def test_moving_warns_of_what_would_wait_for_a_later_answer() -> None:
    edited = move_question(the_script(), WANTS_CALL, StageKind.NEXT_STEP, 1)
    assert ids(edited.script)[-2:] == ["best_time", WANTS_CALL]
    assert [str(warning) for warning in edited.warnings] == [
        (
            "stages.4.questions.1.ask_when: “Best_time” waits for the answer to “Wants_call”, "
            "which is asked later now."
        )
    ]
    assert move_question(edited.script, WANTS_CALL, StageKind.NEXT_STEP, 0).warnings == ()


def test_a_question_walks_through_all_stages_by_one_key() -> None:
    script = the_script()
    for _ in range(20):
        script = move_beside(script, "need", 1).script
    assert ids(script)[-1] == "need"
    for _ in range(20):
        script = move_beside(script, "need", -1).script
    assert ids(script)[0] == "need"
    assert script.stage_of("need") is StageKind.OPEN
    assert sorted(ids(script)) == sorted(ids(the_script()))


@given(scripts, st.data())
@settings(max_examples=30)
def test_no_edit_loses_or_doubles_a_question(script: CallScript, data: st.DataObject) -> None:
    if not script.questions or len(set(ids(script))) < len(ids(script)):
        return
    one = data.draw(st.sampled_from(ids(script)))
    stage, at = data.draw(st.sampled_from(StageKind)), data.draw(st.integers(-1, 9))
    moved = move_question(script, one, stage, at).script
    assert sorted(ids(moved)) == sorted(ids(script))
    assert moved.stage_of(one) is stage
    added = add_question(script, stage, QuestionKind.WORDS, at=at)
    assert sorted(ids(added.script)) == sorted([*ids(script), str(added.question)])
    copied = copy_question(script, one)
    assert len(set(ids(copied.script))) == len(script.questions) + 1
    assert sorted([*ids(remove_question(script, one).script), one]) == sorted(ids(script))
    kinds = [stage.kind for stage in moved.stages]
    assert kinds == [kind for kind in StageKind if kind in kinds]


def test_options_are_added_moved_renamed_and_taken_out_by_their_values() -> None:
    script = the_script()
    script = add_option(script, "role", "Entscheidet über alles").script
    role = script.question("role")
    assert role is not None
    assert role.options[-1] == Option(
        value="entscheidet_uber_alles", label="Entscheidet über alles"
    )
    script = move_option(script, "role", "c", 0).script
    script = rename_option(script, "role", "a", "Other words").script
    role = script.question("role")
    assert role is not None
    assert [option.value for option in role.options] == ["c", "a", "b", "entscheidet_uber_alles"]
    assert role.label_of("a") == "Other words"
    assert option_uses(script, "role", "a") == ()


def test_an_option_taken_out_warns_of_what_compared_with_it() -> None:
    edited = remove_option(the_script(), "role", "b", [make_definition()])
    assert [warning.place for warning in edited.warnings] == ["definition.criteria.2.met_when"]
    assert edited.script.translations[0].questions["role"].options == {"a": "eins"}
    script = make_script(
        next_step=[
            make_question(WANTS_CALL, "yes_no"),
            make_question("when", ask_when=Equals(question="role", value="b")),
        ]
    )
    found = remove_option(script, "role", "b").warnings
    assert [warning.place for warning in found] == ["stages.4.questions.2.ask_when"]


def test_a_tenth_option_has_no_key_and_is_refused() -> None:
    nine = make_question("role", "choice", options=make_options(*"abcdefghi"))
    with pytest.raises(Refused, match="has 9 answers, one for each number key"):
        add_option(make_script(fit=[nine]), "role")


def test_what_is_not_there_cannot_be_edited() -> None:
    script = the_script()
    for edit in (remove_question, copy_question, add_option):
        with pytest.raises(NotFound, match="The script has no question “gone”"):
            edit(script, "gone")
    with pytest.raises(NotFound, match="“Role” has no answer “z”"):
        remove_option(script, "role", "z")


@given(st.text(max_size=60), st.sets(st.from_regex(r"[a-z_0-9]{1,5}", fullmatch=True)))
def test_an_id_made_from_words_can_always_be_kept(words: str, taken: set[str]) -> None:
    made = fresh_id(words, taken)
    assert made not in taken
    script = make_script(fit=[make_question(made)])
    assert not [p for p in script_problems(script) if ".id" in p.place]
    assert made.isascii()
    assert made[0].isalpha()
    assert len(made) <= 40


def test_uses_name_a_question_by_its_own_words() -> None:
    found = uses_of(the_script(), WANTS_CALL)
    assert [use.says for use in found] == [
        (
            "“Best_time” is asked only when “wants_call” has a certain answer. Change when it is "
            "asked."
        )
    ]


def test_a_question_of_a_doubled_stage_is_kept() -> None:
    """A faulty draft with a stage twice: an edit puts both together and loses nothing."""
    script = the_script()
    doubled = replace(script, stages=(*script.stages, script.stages[0]))
    first = doubled.stages[0].questions[0]
    other: Question = replace(first, id=QuestionId("second_hello"))
    last = replace(script.stages[0], questions=(other,))
    doubled = replace(script, stages=(*script.stages, last))
    for edited in (
        add_question(doubled, StageKind.FIT, QuestionKind.WORDS),
        copy_question(doubled, "second_hello"),
        move_beside(doubled, "second_hello", -1),
    ):
        assert {"hello", "second_hello"} <= set(ids(edited.script))
