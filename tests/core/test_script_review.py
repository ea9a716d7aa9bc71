"""What a supervisor is told of a script: what differs, what is missing, how long it takes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings

from qualdesk.core.condition_words import condition_words
from qualdesk.core.conditions import All, AnyOf, Condition, Equals, Less, More, Not, OneOf
from qualdesk.core.reading_time import reading_time, spoken_minutes, time_to_read
from qualdesk.core.script_changes import compare_scripts
from qualdesk.core.script_edits import (
    add_option,
    add_question,
    move_question,
    remove_question,
    rename_option,
)
from qualdesk.core.script_review import review
from qualdesk.core.scripts import (
    WANTS_CALL,
    Aside,
    CallScript,
    QuestionId,
    QuestionKind,
    StageKind,
)
from qualdesk.core.translations import AsideWords, QuestionWords, Translation
from script_makers import make_definition, make_question, make_script, scripts


def told(was: CallScript, now: CallScript) -> list[tuple[str, str, str, str]]:
    return [(c.place, c.label, c.was, c.now) for c in compare_scripts(was, now)]


@given(scripts)
@settings(max_examples=30)
def test_a_script_does_not_differ_from_itself(script: CallScript) -> None:
    assert compare_scripts(script, replace(script, version=script.version + 1)) == ()


def test_other_words_are_shown_side_by_side_at_their_question() -> None:
    was = make_script()
    need = was.questions[1]
    other = replace(need, say="Other words?", may_not_know=False, tags=("bant.need",))
    discover = [other, *was.stage(StageKind.DISCOVER).questions[1:]]
    assert told(was, make_script(discover=discover)) == [
        ("need.say", "Need, read aloud", "Tell me about need.", "Other words?"),
        ("need.tags", "Need, feeds", "", "bant.need"),
        ("need.may_not_know", "Need, does not know", "kept", "not kept"),
    ]


def test_a_question_more_and_one_less_are_each_one_change() -> None:
    was = make_script()
    added = add_question(was, StageKind.FIT, QuestionKind.DATE, ask="When?", at=0).script
    assert told(was, added) == [("when", "When?, new", "", "When?")]
    assert told(added, was) == [("when", "When?, taken out", "When?", "")]
    gone = remove_question(was, "best_time").script
    assert told(was, gone) == [
        (
            "best_time",
            "Best_time, taken out",
            "Tell me about best_time.\nOnly when Wants_call is Yes",
            "",
        )
    ]


def test_a_moved_question_is_one_change_and_not_all_behind_it() -> None:
    was = make_script()
    moved = move_question(was, "need", StageKind.DISCOVER, 2).script
    assert told(was, moved) == [("need.place", "Need, place", "Discover, 1", "Discover, 3")]
    fit = move_question(was, "today", StageKind.FIT, 0).script
    assert told(was, fit) == [("today.place", "Today, place", "Discover, 2", "Fit, 1")]


def test_options_are_compared_by_their_values() -> None:
    was = make_script()
    now = rename_option(was, "role", "b", "Other label").script
    assert told(was, now) == [("role.options.b", "Role, answer b", "Label b", "Other label")]
    more = add_option(was, "role", "Fourth").script
    assert [place for place, *_ in told(was, more)] == ["role.options.fourth", "role.options"]


def test_conditions_are_compared_in_words() -> None:
    was = make_script()
    best = was.questions[-1]
    now = replace(best, ask_when=Not(part=Equals(question="role", value="a")))
    changed = make_script(next_step=[was.questions[-2], now])
    assert told(was, changed) == [
        (
            "best_time.ask_when",
            "Best_time, asked only when",
            "Wants_call is Yes",
            "Role is not Label a",
        )
    ]


def test_side_words_and_languages_are_compared_by_their_ids() -> None:
    price = Aside(id="price", label="Price", say="That depends.")
    bye = Aside(id="bye", label="Bye", say="Thank you.", then="Alt 8")
    german = Translation(
        language="de",
        questions={"need": QuestionWords(say="Woran?", options={"a": "eins"})},
        objections={"price": AsideWords(say="Kommt darauf an.")},
    )
    was = replace(make_script(), objections=(price, bye), translations=(german,))
    words = replace(german, questions={"need": QuestionWords(say="Woran arbeiten Sie?")})
    now = replace(
        was,
        voicemail="Hello",
        objections=(bye, replace(price, say="It depends.")),
        exits=(bye,),
        translations=(words, Translation(language="nl")),
    )
    assert told(was, now) == [
        ("voicemail", "Words for a voicemail", "", "Hello"),
        ("objections.price", "Objection Price", "Price\nThat depends.", "Price\nIt depends."),
        ("objections", "Objection, order", "Price, Bye", "Bye, Price"),
        ("exits.bye", "Exit Bye", "", "Bye\nThank you.\nAlt 8"),
        ("translations.de.need.say", "In de, need.say", "Woran?", "Woran arbeiten Sie?"),
        ("translations.de.need.options.a", "In de, need.options.a", "eins", ""),
        ("translations.nl", "In nl", "not there", "there"),
    ]


@pytest.mark.parametrize(
    ("condition", "says"),
    [
        (OneOf(question="role", values=("a", "b")), "Role is Label a or Label b"),
        (More(question="sites", than=2), "Sites is more than 2 sites"),
        (
            All(parts=(Equals(question="role", value="a"), Less(question="sites", than=5))),
            "Role is Label a and Sites is less than 5 sites",
        ),
        (AnyOf(parts=()), "never"),
        (Not(part=Equals(question=WANTS_CALL, value="yes")), "Wants_call is not Yes"),
        (Equals(question="gone", value="x"), "“gone”, which is gone, is x"),
    ],
)
def test_a_condition_reads_as_a_sentence(condition: Condition, says: str) -> None:
    assert condition_words(condition, make_script()) == says


def test_reading_time_counts_the_words_to_read_aloud() -> None:
    assert time_to_read("") == timedelta()
    assert time_to_read("one two three " * 140) == timedelta(minutes=3)
    assert time_to_read("ein zwei " * 60, "de-AT") == timedelta(minutes=1)
    long = make_question("need", say="word " * 280, coach="never read aloud " * 500)
    quiet = make_script(
        open=[], discover=[long, make_question("today", say="")], fit=[], next_step=[]
    )
    assert reading_time(quiet) == timedelta(minutes=2)


def test_a_place_in_the_words_takes_as_long_as_its_other_words() -> None:
    def length(say: str) -> timedelta:
        question = make_question("need", say=say)
        return reading_time(make_script(open=[], discover=[question], fit=[], next_step=[]))

    said = "{{lead.first_name|" + "one two " * 70 + "}}"
    assert length(said) == length("one two " * 70)


@pytest.mark.parametrize(
    ("seconds", "says"),
    [
        (10, "less than a minute"),
        (60, "about a minute"),
        (89, "about a minute"),
        (230, "about 4 minutes"),
    ],
)
def test_a_reading_time_is_said_in_minutes(seconds: int, says: str) -> None:
    assert spoken_minutes(timedelta(seconds=seconds)) == says


def test_a_script_that_is_fine_says_so_in_a_line() -> None:
    found = review(make_script(), make_definition())
    assert found.is_fine
    assert found.says == (
        "Every must-have of version 3 has a question. Reading time less than a minute."
    )
    assert review(make_script()).says == "Reading time less than a minute."


def test_a_must_have_without_its_question_is_named_first() -> None:
    script = remove_question(remove_question(make_script(), "role").script, "today").script
    found = review(script, make_definition())
    assert not found.is_fine
    assert "“Role” of version 3 has no question." in found.says
    assert found.unasked[0].place == "definition.criteria.2.question"
    assert any(p.place == "definition.criteria.4.question" for p in found.unasked)


def test_what_is_never_asked_and_what_is_wrong_are_counted_in_the_line() -> None:
    never = All(
        parts=(Equals(question="role", value="a"), Equals(question="role", value="b")),
    )
    script = make_script(
        next_step=[
            make_question(WANTS_CALL, "yes_no"),
            make_question("one", ask_when=never),
            make_question("two", ask_when=never),
        ]
    )
    found = review(script)
    assert found.says.startswith("2 questions are never asked.")
    assert len(found.unreachable) == 2
    one = replace(script, stages=script.stages[:3])
    assert review(one).says.startswith("1 thing keeps this script from being used.")
    two = replace(one, name="")
    assert review(two).says.startswith("2 things keep this script from being used.")
    assert QuestionId("one") not in {q.id for q in one.questions}
