"""Words are shown in the language spoken: whole sentences, with places that may move."""

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core import errors
from qualdesk.core.errors import NothingToUndo, QualdeskError
from qualdesk.core.list_words import counted, share
from qualdesk.core.wording import (
    Language,
    either,
    english,
    listed,
    number,
    speak,
    spoken,
    tr,
    tr_later,
    tr_n,
)

GERMAN = {
    "Call {name} back at {time}.": "Um {time} {name} zurückrufen.",
    "Open": "Öffnen",
    "Open|state": "Offen",
    "{others} and {last}": "{others} und {last}",
    "{others} or {last}": "{others} oder {last}",
    "{n:,} rows|1": "{n:,} Zeile",
    "{n:,} rows": "{n:,} Zeilen",
    "{n:,} leads left|1": "Ein Lead übrig",
    "{n:,} leads left": "{n:,} Leads übrig",
    "{part:,} of {whole:,}": "{part:,} von {whole:,}",
    "Broken {name}": "Kaputt {nome}",
    "{share:.0%} of them": "{share:.0%} davon",
    "There is nothing left to undo here.": "Hier gibt es nichts mehr rückgängig zu machen.",
}


def in_words_of(words: Mapping[str, str]) -> Language:
    """A language that knows these texts: by the English, “|what it is about” or “|count”."""

    def translate(text: str, about: str, count: int) -> str:
        key = f"{text}|{about or count}"
        return words.get(key, words.get(text, text))

    return Language(code="de", translate=translate, thousands=".", decimal=",", percent=" %")


@pytest.fixture
def german() -> Iterator[None]:
    speak(in_words_of(GERMAN))
    yield
    speak(None)


def test_english_is_what_stands_in_the_code() -> None:
    assert spoken() == "en"
    assert tr("Call {name} back at {time}.", name="Kim", time="10:30") == "Call Kim back at 10:30."
    assert tr("Write {{lead.first_name}} where the name goes.").count("{{") == 1
    assert tr_n(1, "{n:,} row", "{n:,} rows") == "1 row"
    assert tr_n(1204, "{n:,} row", "{n:,} rows") == "1,204 rows"
    assert number(1204) == "1,204"
    assert number(0.94, ".1f") == "0.9"
    assert number(0.13, ".0%") == "13%"


@pytest.mark.usefixtures("german")
def test_another_language_puts_the_places_where_it_wants_them() -> None:
    assert spoken() == "de"
    said = tr("Call {name} back at {time}.", name="Kim", time="10:30")
    assert said == "Um 10:30 Kim zurückrufen."


@pytest.mark.usefixtures("german")
def test_one_english_word_with_two_meanings_is_two_texts() -> None:
    assert tr("Open") == "Öffnen"
    assert tr(tr_later("Open", about="state"), about="state") == "Offen"


@pytest.mark.usefixtures("german")
def test_counts_take_the_form_and_the_figures_of_the_language() -> None:
    assert counted(1, "row") == "1 Zeile"
    assert counted(1204, "row") == "1.204 Zeilen"
    assert tr_n(1, "{n:,} lead left", "{n:,} leads left") == "Ein Lead übrig"
    assert share(5, 8) == "5 von 8"
    assert number(1_204_000) == "1.204.000"
    assert number(0.94, ".1f") == "0,9"
    assert tr("{share:.0%} of them", share=0.13) == "13 % davon"


@pytest.mark.usefixtures("german")
def test_numbers_within_a_name_are_left_alone() -> None:
    """Only what is a number is written the language's way: a name or an address is not."""
    assert tr("Call {name} back at {time}.", name="A, B. & C 50%", time=2026).endswith(
        "A, B. & C 50% zurückrufen."
    )


@pytest.mark.usefixtures("german")
def test_what_has_no_translation_or_a_wrong_one_is_shown_in_english() -> None:
    assert tr("Never translated {n}", n=3) == "Never translated 3"
    assert tr_n(1, "{n} cup", "{n} cups") == "1 cup"
    assert tr("Broken {name}", name="Kim") == "Broken Kim"


def test_a_place_that_gets_no_value_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        tr("Call {name}", nome="Kim")


def test_lists_of_names_are_said_as_people_say_them() -> None:
    assert (listed([]), listed(["a"]), listed(["a", "b"])) == ("", "a", "a and b")
    assert listed(iter("abc")) == "a, b and c"
    assert (either([]), either(["a"]), either("abc")) == ("", "a", "a, b or c")


@pytest.mark.usefixtures("german")
def test_lists_of_names_follow_the_language() -> None:
    assert listed("abc") == "a, b und c"
    assert either("ab") == "a oder b"


@pytest.mark.usefixtures("german")
def test_what_is_kept_stays_english_while_the_window_speaks_german() -> None:
    """Two people with two languages share one workspace: what is written there has one."""
    with english():
        assert tr("Open") == "Open"
        assert number(1204) == "1,204"
    assert tr("Open") == "Öffnen"


@pytest.mark.usefixtures("german")
def test_an_error_says_its_own_sentence_in_the_language_spoken() -> None:
    assert NothingToUndo().says == GERMAN["There is nothing left to undo here."]
    assert NothingToUndo("Said elsewhere.").says == "Said elsewhere."


def test_every_error_says_one_line_that_can_be_translated() -> None:
    """The gatherer and the constructor take the same words from a class: its only line."""
    found = [each for each in vars(errors).values() if isinstance(each, type)]
    own = [each for each in found if issubclass(each, QualdeskError)]
    assert len(own) > 20
    for each in own:
        assert each.__doc__
        assert "\n" not in each.__doc__, each
        assert "{" not in each.__doc__, each


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_value_is_never_read_as_a_template(name: str, time: str) -> None:
    """Names may have braces, and anything else: they come from lists of leads (complaint 13)."""
    said = tr("Call {name} back at {time}.", name=name, time=time)
    assert said == "Call " + name + " back at " + time + "."
