import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.words import FIELDS, GAP, Piece, check, fields_in, parse, read

pieces = st.sampled_from(
    ["{{lead.first_name}}", "{{answer.need|x}}", "{{", "}}", "|", "{", "}", "words", " ", "{{}}"]
)
texts = st.lists(pieces | st.text(max_size=4), max_size=8).map("".join)


@given(texts, st.dictionaries(st.sampled_from(sorted(FIELDS)), texts))
def test_any_text_can_be_read_and_a_place_is_filled_once(text: str, values: dict[str, str]) -> None:
    """A value that looks like a field stays as it is: nothing in it is looked up."""
    spoken = read(text, values)
    assert isinstance(spoken, str)
    hostile = "{{caller.name}} {{answer.secret}}"
    assert read("Hello {{lead.first_name}}!", {"lead.first_name": hostile}) == f"Hello {hostile}!"


@given(texts)
def test_a_text_without_fields_is_read_as_it_stands(text: str) -> None:
    if not fields_in(text):
        assert read(text, {"lead.first_name": "Kim"}) == text


@given(
    st.lists(st.tuples(st.text("abc ", min_size=1, max_size=4), st.sampled_from(sorted(FIELDS))))
)
def test_words_and_fields_come_apart_in_their_order(parts: list[tuple[str, str]]) -> None:
    text = "".join(f"{words}{{{{{name}|{words}}}}}" for words, name in parts)
    expected = [
        piece
        for words, name in parts
        for piece in (Piece(text=words), Piece(name=name, fall_back=words.strip()))
    ]
    assert list(parse(text)) == expected


def test_the_grammar_is_a_name_and_a_fall_back() -> None:
    assert parse("Hi {{ lead.first_name | you there }}, go") == (
        Piece(text="Hi "),
        Piece(name="lead.first_name", fall_back="you there"),
        Piece(text=", go"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello {{lead.first_name|there}}.", "Hello there."),
        ("Hello {{lead.first_name}}.", f"Hello {GAP}."),
        ("Hello{{lead.first_name|}}.", "Hello."),
        ("{{answer.need|a|b}}", "a|b"),
        ("{{unknown.thing|said anyway}}", "said anyway"),
        ("{{}} and {{|x}}", "{{}} and {{|x}}"),
        ("{{lead.first_name", "{{lead.first_name"),
    ],
)
def test_what_is_missing_reads_as_the_fall_back_or_as_a_gap(text: str, expected: str) -> None:
    assert read(text, {"lead.first_name": "  "}) == expected


def test_a_value_cannot_push_or_turn_the_words_around_it() -> None:
    value = "Ka\x00t\nrin\u202e \u2066Albers\x1b[2J"
    assert read("[{{lead.first_name}}]", {"lead.first_name": value}) == "[Kat rin Albers[2J]"


def test_only_listed_fields_and_answers_to_known_questions_are_allowed() -> None:
    assert not check("{{lead.first_name|x}} {{answer.need}} {{campaign.company}}", {"need"})
    reach = check("{{lead.__class__}} {{lead.phones[0]}} {{1+1}} {{answer.gone}}", {"need"})
    assert len(reach) == 4
    assert any(
        "“{{answer.gone}}” asks for a question the script does not have." in p for p in reach
    )


@pytest.mark.parametrize("text", ["{{lead.first_name", "x}} y", "{{}}", "{{|x}}", "{{a{{b}}"])
def test_a_place_that_is_not_closed_or_named_is_told(text: str) -> None:
    assert any("not closed" in problem for problem in check(text, set()))
