"""Names and reasons that are shown in another language are still known by the program."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from qualdesk.core.brief_words import when_to_call
from qualdesk.core.country_names import country_name, in_country, looks_like, name_and_code
from qualdesk.core.identity import Keys
from qualdesk.core.intake import TEST_ROW, ReadRow
from qualdesk.core.languages import LANGUAGE_NAMES, language_name, language_tag
from qualdesk.core.lead_words import lead_words
from qualdesk.core.leads import Contact
from qualdesk.core.list_group_words import FIXED, KNOWN, LEFT_OUT, MERGED
from qualdesk.core.list_groups import left_out
from qualdesk.core.list_heaps import Heap, out
from qualdesk.core.phone_notes import CANNOT_BE_DIALLED
from qualdesk.core.places import country_of
from qualdesk.core.wording import Language, speak

ROOT = Path(__file__).resolve().parents[2]


@cache
def _german() -> dict[tuple[str, str, bool], str]:
    """What stands in the German file: by text, what it is about, and whether it is of one."""
    found = {}
    path = ROOT / "resources" / "languages" / "qualdesk_de.ts"
    for message in ET.parse(path).getroot().iter("message"):  # noqa: S314 - our own file
        held = message.find("translation")
        assert held is not None
        forms = [form.text or "" for form in held.iter("numerusform")] or [held.text or ""]
        key = (message.findtext("source") or "", message.findtext("comment") or "")
        found[*key, True], found[*key, False] = forms[0], forms[-1]
    return found


@pytest.fixture(autouse=True)
def in_german() -> Iterator[None]:
    """The German that is shipped, read from the file translators work on."""
    known = _german()

    def translate(text: str, about: str, count: int) -> str:
        return known.get((text, about, count == 1)) or text

    speak(Language(code="de", translate=translate, thousands=".", decimal=","))
    yield
    speak(None)


@pytest.mark.parametrize("code", ["DE", "CH", "GB", "US", "NL", "TR", "SK", "AE", "PH", "RU", "JP"])
def test_a_country_is_understood_by_the_name_it_is_shown_under(code: str) -> None:
    """Whoever reads a name in the window types it the next time."""
    assert country_of(country_name(code)) == code


def test_a_country_is_bent_as_a_sentence_needs_it() -> None:
    assert in_country("CH") == "der Schweiz"
    assert in_country("US") == "den USA"
    assert in_country("DE") == "Deutschland"
    assert name_and_code("DE") == "Deutschland, +49"
    assert looks_like("GB") == "Sieht nach Großbritannien aus."
    assert looks_like("GR") == "Passt zu: Griechenland."


@pytest.mark.parametrize("tag", sorted(set(LANGUAGE_NAMES) - {"nb", "no"}))
def test_a_language_is_understood_by_the_name_it_is_shown_under(tag: str) -> None:
    assert language_tag(language_name(tag)) == tag
    assert language_tag(f"{language_name(tag)} (AT)") == f"{tag}-AT"


def test_a_language_is_understood_in_english_as_well() -> None:
    assert (language_name("de"), language_tag("German")) == ("Deutsch", "de")


def _row(left_out_because: str) -> ReadRow:
    return ReadRow(number=4, contact=Contact(name="Test"), keys=Keys(), left_out=left_out_because)


def _no_fate(_number: int) -> None:
    return None


def test_a_reason_is_kept_in_english_and_shown_in_german() -> None:
    """O1: the group a row lies in is found by the reason kept, whatever language it is read in."""
    shown = out(_row(TEST_ROW))
    assert shown.result == "Das ist eine Testzeile, keine Person."
    (group,) = left_out({TEST_ROW: Heap(count=1, rows=[shown])}, _no_fate)
    assert (group.id, group.title, group.heading) == (
        "test_rows",
        "Testzeilen",
        "1 Zeile ist ein Test",
    )


def test_many_rows_are_counted_as_germans_write_numbers() -> None:
    (group,) = left_out({TEST_ROW: Heap(count=1_204)}, _no_fate)
    assert group.heading == "1.204 Zeilen sind Tests"


def test_every_group_of_a_list_has_a_german_statement_of_one_and_of_many() -> None:
    for words in (*FIXED.values(), MERGED, *LEFT_OUT, *KNOWN.values()):
        assert words.heading(1) != words.heading(2), words.id
        assert "{" not in words.heading(2), words.id


def test_why_a_number_is_looked_for_is_said_in_german_with_its_note() -> None:
    kept = f"{CANNOT_BE_DIALLED} Too short for a number."
    assert lead_words(kept).startswith("Die Nummer ist nicht wählbar. ")
    assert "Too short" not in lead_words(kept)


def test_a_brief_says_whom_to_call_or_that_there_is_no_number() -> None:
    assert when_to_call("030 23125 100", None, "", "Europe/Berlin") == (
        "030 23125 100 anrufen: Einem Anruf wurde zugestimmt. Ortszeit: Berlin."
    )
    assert when_to_call("", None, "after lunch", "Europe/Berlin") == (
        "Schreiben. Wann: „after lunch“ (Zeit in Berlin)."
    )
