"""One script in several languages: one structure, and the words of each."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.languages import (
    in_language,
    language_for,
    language_name,
    translation_of,
    untranslated,
)
from qualdesk.core.script_language_edits import (
    add_language,
    new_aside,
    remove_language,
    translate,
    with_aside_ids,
)
from qualdesk.core.scripts import Aside, CallScript, Option, Question, QuestionId
from qualdesk.core.translations import AsideWords, QuestionWords, Translation
from script_makers import make_options, make_question, make_script, scripts

BUSY = Aside(id="busy", label="Busy", say="When is better?", then="Alt 6")
PRICE = Aside(id="price", label="Price", say="That depends.")
BYE = Aside(id="bye", label="Bye", say="Thank you.")
ROLE = make_question(
    "role",
    "choice",
    options=make_options("a", "b"),
    asides=(BUSY,),
    say_for={"webinar": "You were there.", "list": "We have not spoken."},
)
GERMAN = Translation(
    language="de",
    voicemail="Guten Tag",
    questions={
        "role": QuestionWords(
            say="Ihr Teil?",
            ask="Teil?",
            options={"a": "eins"},
            say_for={"webinar": "Sie waren dabei."},
            asides={"busy": AsideWords(say="Wann passt es?")},
        ),
        "sites": QuestionWords(unit="Werke"),
    },
    objections={"price": AsideWords(label="Preis", say="Das kommt darauf an.")},
    exits={"bye": AsideWords(say="Danke.")},
)


def the_script() -> CallScript:
    return replace(
        make_script(fit=[ROLE, make_question("sites", "number", unit="sites")]),
        voicemail="Hello",
        objections=(PRICE,),
        exits=(BYE,),
        translations=(GERMAN, Translation(language="fr-CA")),
    )


def asked(script: CallScript, question_id: str) -> Question:
    question = script.question(question_id)
    assert question is not None
    return question


def test_a_script_is_read_in_another_language() -> None:
    german = in_language(the_script(), "de")
    assert german.language == "de"
    assert german.voicemail == "Guten Tag"
    role = asked(german, "role")
    assert (role.say, role.ask) == ("Ihr Teil?", "Teil?")
    assert role.asides == (replace(BUSY, say="Wann passt es?"),)
    assert german.objections == (replace(PRICE, label="Preis", say="Das kommt darauf an."),)
    assert german.exits == (replace(BYE, say="Danke."),)
    assert asked(german, "sites").label_of(3) == "3 Werke"


def test_what_is_not_translated_is_read_in_the_first_language() -> None:
    german = in_language(the_script(), "de")
    assert asked(german, "role").options == (
        Option(value="a", label="eins"),
        Option(value="b", label="Label b"),
    )
    assert asked(german, "need") == asked(the_script(), "need")


def test_an_opener_that_is_not_translated_gives_way_to_the_translated_words() -> None:
    """Nobody hears half a call in a language they do not speak (D2)."""
    role = asked(in_language(the_script(), "de"), "role")
    assert role.words_for("webinar") == "Sie waren dabei."
    assert role.words_for("list") == "Ihr Teil?"
    french = asked(in_language(the_script(), "fr-CA"), "role")
    assert french.words_for("list") == "We have not spoken."


@given(scripts)
@settings(max_examples=40)
def test_another_language_changes_words_and_nothing_else(script: CallScript) -> None:
    for language in (*script.languages, "xx"):
        read = in_language(script, language)
        assert [q.id for q in read.questions] == [q.id for q in script.questions]
        for one, other in zip(read.questions, script.questions, strict=True):
            assert one.kind is other.kind
            assert one.ask_when == other.ask_when
            assert [o.value for o in one.options] == [o.value for o in other.options]
            assert (one.own_words, one.may_not_know) == (other.own_words, other.may_not_know)
    assert in_language(script, "xx") == script


@pytest.mark.parametrize(
    ("spoken", "language"),
    [
        ((), "en"),
        (("it",), "en"),
        (("de",), "de"),
        (("DE-at",), "de"),
        (("de_CH",), "de"),
        (("German",), "de"),
        (("Deutsch",), "de"),
        (("Français",), "fr-CA"),
        (("fr",), "fr-CA"),
        (("it", "de", "en"), "de"),
        (("en-GB", "de"), "en"),
        (("",), "en"),
        (("deutlich",), "en"),
    ],
)
def test_the_language_is_the_first_of_theirs_that_the_script_has(
    spoken: tuple[str, ...], language: str
) -> None:
    assert language_for(the_script(), spoken) == language


def test_the_exact_tag_is_better_than_one_without_its_country() -> None:
    script = replace(
        the_script(), translations=(Translation(language="de"), Translation(language="de-AT"))
    )
    assert language_for(script, ("de-AT",)) == "de-AT"
    assert language_for(script, ("de-CH",)) == "de"


def test_what_is_still_to_be_translated_is_listed() -> None:
    assert untranslated(the_script(), "en") == ()
    missing = untranslated(the_script(), "de")
    assert "role.options.b" in missing
    assert "role.say_for.list" in missing
    assert "role.asides.busy.label" in missing
    assert "exits.bye.label" in missing
    assert not {"voicemail", "role.say", "sites.unit", "objections.price.say"} & set(missing)
    assert set(missing) < set(untranslated(the_script(), "fr-CA"))


@given(scripts)
@settings(max_examples=40)
def test_what_is_not_listed_is_read_in_the_other_language(script: CallScript) -> None:
    for language in script.languages[1:]:
        translation = translation_of(script, language)
        assert translation is not None
        missing = set(untranslated(script, language))
        read = in_language(script, translation.language)
        for question in read.questions:
            if f"{question.id}.say" in missing or not asked(script, question.id).say:
                continue
            assert question.say == translation.questions[question.id].say


def test_side_words_get_ids_to_be_translated_by_and_keep_those_they_have() -> None:
    bare = (Aside(label="Too dear", say="x"), BUSY, Aside(label="", say="y"))
    script = with_aside_ids(replace(the_script(), objections=bare, exits=bare))
    assert [aside.id for aside in script.objections] == ["too_dear", "busy", "aside_1"]
    assert with_aside_ids(script) == script
    assert new_aside(script.objections, "Too dear").id == "too_dear_1"


def test_a_language_is_added_translated_and_taken_out() -> None:
    script = add_language(make_script(), "nl")
    assert script.languages == ("en", "nl")
    words = Translation(language="nl", voicemail="Hallo")
    script = translate(script, words)
    assert in_language(script, "nl").voicemail == "Hallo"
    assert remove_language(script, "nl") == make_script()
    with pytest.raises(Refused, match="has its words in “nl” already"):
        add_language(script, "nl")
    with pytest.raises(NotFound, match="Add the language first"):
        translate(make_script(), words)
    with pytest.raises(Refused, match="first language"):
        remove_language(script, "en")


def test_languages_have_names() -> None:
    assert language_name("de") == "German"
    assert language_name("de-AT") == "German (AT)"
    assert language_name("xx") == "xx"


def test_answers_are_the_same_data_in_every_language() -> None:
    """What was chosen in German counts in the one definition (D4)."""
    script = the_script()
    assert asked(in_language(script, "de"), "role").label_of("a") == "eins"
    assert asked(script, "role").label_of("a") == "Label a"
    assert QuestionId("role") == asked(in_language(script, "de"), "role").id
