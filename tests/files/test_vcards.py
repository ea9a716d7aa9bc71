"""Cards for address books say what the leads say, and nothing becomes a line of its own (T2)."""

from dataclasses import replace

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from handoff_makers import a_brief, a_lead, a_package, an_item
from qualdesk.core.handoff import HandoffItem
from qualdesk.core.leads import Company, Phone, PhoneKind, PhoneState
from qualdesk.core.plain_text import without_tricks
from qualdesk.files.vcards import contact_cards

HOSTILE = (
    "Zoë; O'Neil, \\n",
    "a\r\nTEL:+12125550199",
    "a\nEND:VCARD\nBEGIN:VCARD",
    "a\u2028NOTE:b",
    "a\x85b\x0bc\x0cd\x1ce",
    "=1+1",
    "王小明 😀" * 40,
    "\\;\\,",
    "quoted \"name\" 'x'",
    "Ana \u202egnp.exe",
)
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=80),
    st.text(alphabet="\\;,:\r\n\t aß王", max_size=30),
)


def person(text: str) -> HandoffItem:
    lead = a_lead()
    contact = replace(
        lead.contact,
        name=f"Kim {text}",
        first_name="Kim",
        last_name=text,
        title=text,
        company=Company(name=text),
        city=text,
    )
    return an_item(lead=replace(lead, contact=contact), brief=a_brief(in_one_line=text))


def read(items: tuple[HandoffItem, ...]) -> list[vobject.base.Component]:
    return list(vobject.readComponents(contact_cards(items).decode("utf-8")))


def line(text: str) -> str:
    plain = without_tricks(text)
    return " ".join(plain.replace("\u2028", " ").replace("\u2029", " ").split())


def test_a_card_names_the_person_and_how_to_reach_them() -> None:
    item = an_item()
    (card,) = read((item,))
    assert card.fn.value == "Katrin Albers"
    assert (card.n.value.family, card.n.value.given) == ("Albers", "Katrin")
    assert card.org.value == ["Elbkorn Foods"]
    assert card.title.value == "Head of Packaging Operations"
    assert card.tel.value == "+494066969100"
    assert card.email.value == "k.albers@elbkorn.example"
    assert (card.adr.value.city, card.adr.value.country) == ("Hamburg", "DE")
    assert card.note.value == item.brief.in_one_line
    assert card.uid.value == item.id


def test_every_number_keeps_its_plus_and_its_kind_and_one_that_is_stopped_stays_away() -> None:
    def phone(e164: str, **more: object) -> Phone:
        fields: dict[str, object] = {"raw": e164, "e164": e164, "state": PhoneState.VALID, **more}
        return Phone(**fields)  # type: ignore[arg-type] - what a test changes

    contact = replace(
        a_lead().contact,
        phones=(
            phone("+447700900123", kind=PhoneKind.MOBILE),
            phone("+442079460100", kind=PhoneKind.MAIN, extension="42"),
            phone("+442079460199", state=PhoneState.DO_NOT_CALL),
        ),
    )
    (card,) = read((an_item(lead=replace(a_lead(), contact=contact)),))
    numbers = card.contents["tel"]
    assert [one.value for one in numbers] == ["+447700900123", "+442079460100"]
    assert numbers[0].params["TYPE"][0].split(",")[0] == "CELL"
    assert card.note.value.endswith("Extension 42 of +442079460100.")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_one_value_and_no_line_of_its_own(text: str) -> None:
    (card,) = read((person(text),))
    assert card.title.value == line(text)
    assert card.note.value == line(text)
    assert set(card.contents) <= {
        *("version", "uid", "fn", "n", "org", "title", "tel", "email", "adr", "note")
    }
    assert [one.value for one in card.contents["tel"]] == ["+494066969100"]


@given(st.lists(texts, min_size=1, max_size=4))
def test_the_cards_read_back_equal_whatever_people_wrote(written: list[str]) -> None:
    items = tuple(person(text) for text in written)
    cards = read(items)
    assert len(cards) == len(items)
    for card, text in zip(cards, written, strict=True):
        assert card.fn.value == line(f"Kim {text}")
        if line(text):
            assert card.n.value.family == line(text)
            assert card.title.value == line(text)


@given(st.lists(texts, min_size=1, max_size=3))
def test_no_line_is_longer_than_75_bytes_and_no_letter_is_cut(written: list[str]) -> None:
    content = contact_cards(person(text) for text in written)
    assert content.endswith(b"END:VCARD\r\n")
    for one in content.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(one) <= 75
        assert b"\n" not in one
        assert b"\r" not in one
        one.decode("utf-8")


def test_somebody_without_a_name_has_a_card_too() -> None:
    contact = replace(a_lead().contact, name="", first_name="", last_name="")
    (card,) = read((an_item(lead=replace(a_lead(), contact=contact)),))
    assert card.fn.value == "Elbkorn Foods"
    one_word = replace(a_lead().contact, name="Katrin", first_name="Katrin", last_name="")
    (card,) = read((an_item(lead=replace(a_lead(), contact=one_word)),))
    assert (card.n.value.family, card.n.value.given) == ("", "Katrin")


def test_a_batch_is_one_file_of_cards_in_its_order() -> None:
    cards = read(a_package().items)
    assert [card.fn.value for card in cards] == ["Katrin Albers", "Marcus Hale"]
