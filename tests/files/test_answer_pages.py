"""The page a salesperson answers on: whole in one file, and only its answers are read back (T4).

That a browser runs it is shown in tests/others/test_answer_page_in_chromium.py.
"""

import json
import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoff_makers import SAM, a_brief, a_package, an_item
from qualdesk.core.amounts import _NUMBER as NUMBER
from qualdesk.core.errors import AnswerSheetRefused
from qualdesk.core.handoff import Package
from qualdesk.core.ids import BatchId
from qualdesk.core.sales_answers import AnswerFile, FileFacts, SheetRow
from qualdesk.files import answer_files
from qualdesk.files.answer_files import read_answers
from qualdesk.files.answer_page import answer_page
from qualdesk.resources import shipped

PACKAGE = a_package(an_item("Katrin Albers"), an_item("Marcus Hale"), an_item("Ines Fournier"))
KATRIN, MARCUS, INES = (item.id for item in PACKAGE.items)
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]><img src=x onerror=alert(1)>",
    "\u2028\u202egnp.exe\x00\ud800",
    "Grüße & “Sons” 王小明 😀",
    '"},{"id":"other"',
)
texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))
BLOCK = re.compile(r'(<script type="application/json" id="answers">)(.*?)(</script>)', re.DOTALL)


def page(package: Package = PACKAGE) -> Element:
    """The page as a strict reader of HTML takes it apart."""
    reader = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found: Element = reader.parse(answer_page(package))
    return found


def block_of(content: bytes) -> dict[str, Any]:
    found = BLOCK.search(content.decode())
    assert found is not None
    return dict(json.loads(found[2]))


def answered(change: Callable[[dict[str, Any]], object], package: Package = PACKAGE) -> bytes:
    """The page as it comes back, its answers changed as the script in it does."""
    content = answer_page(package)
    said = block_of(content)
    change(said)
    plain = json.dumps(said, ensure_ascii=False).replace("<", "\\u003c")
    # A browser writes half a character so.
    block = re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", plain)
    return BLOCK.sub(lambda found: found[1] + block + found[3], content.decode()).encode()


def read(tmp_path: Path, content: bytes) -> AnswerFile:
    path = tmp_path / "answers.html"
    path.write_bytes(content)
    return read_answers(path)


def test_the_page_loads_nothing_and_runs_our_script_alone() -> None:
    whole = page()
    policies = [
        one.get("content", "")
        for one in whole.iter("meta")
        if one.get("http-equiv") == "Content-Security-Policy"
    ]
    (policy,) = policies
    (style,) = whole.iter("style")
    data, script = whole.iter("script")

    def fingerprint(element: Element) -> str:
        digest = sha256((element.text or "").encode()).digest()
        return f"'sha256-{b64encode(digest).decode()}'"

    assert policy == (
        f"default-src 'none'; style-src {fingerprint(style)}; script-src {fingerprint(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    assert data.get("type") == "application/json"
    loads = {"src", "href", "action", "formaction", "data", "poster", "srcset"}
    assert not [one.tag for one in whole.iter() if loads & set(one.attrib)]
    assert not [name for one in whole.iter() for name in one.attrib if name.startswith("on")]
    assert not [one.tag for one in whole.iter() if "style" in one.attrib]


def test_nothing_people_wrote_is_more_than_text_to_the_script() -> None:
    script = shipped("handoff", "answers.js").read_text("utf-8")
    for sink in ("innerHTML", "insertAdjacent", "document.write", "eval(", "Function(", "http"):
        assert sink not in script


def test_the_page_reads_amounts_as_we_do() -> None:
    """Else it would save what is refused here, or refuse what is right."""
    script = shipped("handoff", "answers.js").read_text("utf-8")
    found = re.search(r"AMOUNT =\s+/\^\(\?:(.*)\)\$/;", script)
    assert found is not None
    assert found[1] == NUMBER.pattern


def test_an_untouched_page_reads_as_leads_without_answers(tmp_path: Path) -> None:
    file = read(tmp_path, answer_page(PACKAGE))
    assert file == AnswerFile(
        rows=tuple(
            SheetRow(row=number, name=item.brief.name, item_id=item.id)
            for number, item in enumerate(PACKAGE.items, start=1)
        ),
        facts=FileFacts(
            batch_id=BatchId(12),
            batch="PackTech Expo 2026, batch 1",
            receivers=("Lena Brandt",),
        ),
        kind="form",
    )


def test_answers_are_read_with_the_lead_they_are_about(tmp_path: Path) -> None:
    def fill(said: dict[str, Any]) -> None:
        katrin, marcus, _ = said["leads"]
        katrin.update(takes="takes", opportunity="OPP-1", amount="12,500", currency="EUR")
        marcus.update(takes="sends back", reason="Wrong person", note="</script> Müßig")
        said["leads"].reverse()
        said["unknown"] = {"to": "us"}

    rows = read(tmp_path, answered(fill)).rows
    assert [(one.place, one.item_id, one.takes) for one in rows] == [
        ("Lead 1, Ines Fournier", INES, ""),
        ("Lead 2, Marcus Hale", MARCUS, "sends back"),
        ("Lead 3, Katrin Albers", KATRIN, "takes"),
    ]
    assert (rows[1].reason, rows[1].note) == ("Wrong person", "</script> Müßig")
    assert (rows[2].opportunity, rows[2].amount, rows[2].currency) == ("OPP-1", "12,500", "EUR")


def test_the_page_of_one_person_has_their_leads_alone() -> None:
    both = a_package(an_item("Katrin Albers"), an_item("Marcus Hale", receiver=SAM))
    said = block_of(answer_page(both.part_of(SAM)))
    assert [lead["name"] for lead in said["leads"]] == ["Marcus Hale"]
    assert said["receivers"] == ["Sam Osei"]
    assert said["save_as"] == "PackTech Expo 2026, batch 1, Sam Osei, answered.html"


def test_the_saved_file_has_a_name_every_computer_takes() -> None:
    item = an_item(receiver=replace(SAM, name='Sam/..\\Osei:*?"<>|\u202e'))
    said = block_of(answer_page(a_package(item, campaign="A/B\n" + "x" * 200)))
    assert re.fullmatch(r"A B x+\.html", said["save_as"])
    assert len(said["save_as"]) <= 105


@given(texts, texts, texts, st.lists(texts, max_size=3))
def test_hostile_words_stay_data(name: str, line: str, campaign: str, reasons: list[str]) -> None:
    brief = a_brief(name=name, in_one_line=line, company=line)
    package = a_package(an_item("X", brief=brief), campaign=campaign, reasons=tuple(reasons))
    whole = page(package)
    assert len(list(whole.iter("script"))) == 2
    assert not list(whole.iter("img"))
    said = block_of(answer_page(package))
    assert said["batch"] == package.title
    assert said["reasons"] == reasons
    assert not set(said["leads"][0]["name"]) & {"\u202e", "\x00"}


cells = st.one_of(st.sampled_from(["", "takes", "sends back", *HOSTILE]), st.text(max_size=20))


@given(st.data())
def test_whatever_is_answered_is_read_back_as_it_was_written(data: st.DataObject) -> None:
    written = data.draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "id": st.sampled_from([KATRIN, MARCUS, INES, "", "other"]),
                    **dict.fromkeys(("takes", "reason", "amount", "currency", "note"), cells),
                }
            ),
            max_size=5,
        )
    )
    content = answered(lambda said: said.update(leads=written))
    rows = answer_files.read_answer_page(Path("answers.html"), content).rows
    assert [row.item_id for row in rows] == [lead["id"] for lead in written]
    for row, lead in zip(rows, written, strict=True):
        assert {name: getattr(row, name) for name in lead if name != "id"} == {
            name: value for name, value in lead.items() if name != "id"
        }


def test_an_empty_lead_name_is_found_by_its_number(tmp_path: Path) -> None:
    rows = read(tmp_path, answered(lambda said: said["leads"][0].update(name="\u202e "))).rows
    assert rows[0].place == "Row 1"


def _break(said: dict[str, Any]) -> None:
    said["leads"][0]["note"] = ["a", "list"]


def _no_leads(said: dict[str, Any]) -> None:
    del said["leads"]


def _newer(said: dict[str, Any]) -> None:
    said["format"] = 2


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (answered(_break), "not whole, or were changed by hand"),
        (answered(_no_leads), "not whole, or were changed by hand"),
        (answered(_newer), "not whole, or were changed by hand"),
        (answer_page(PACKAGE).partition(b'"leads": [')[0], "not whole"),
        (answer_page(PACKAGE).partition(b"<script")[0], "a web page without answers"),
        (answer_page(PACKAGE).replace(b'"id":', b'"id" '), "not whole"),
        (b"<!DOCTYPE html><title>Prices</title>", "a web page without answers"),
        (b"<html><script id='answers'>{}</script>", "a web page without answers"),
        (b"From: <Saved by Blink>\r\nSubject: x\r\n", "leaves the answers out"),
        (b"<!DOCTYPE html>\xff\xfe", "letters of answers.html cannot be read"),
        (
            b'<html><script type="application/json" id="answers">' + b"[" * 200_000,
            "not whole",
        ),
        (b'<html><script type="application/json" id="answers">{"batch_id":' + b"9" * 5_000, "not"),
    ],
)
def test_what_is_no_page_of_ours_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, says: str
) -> None:
    with pytest.raises(AnswerSheetRefused, match=says):
        read(tmp_path, content)


def test_a_page_of_another_size_than_ours_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer_files, "MEGABYTES", 1)
    with pytest.raises(AnswerSheetRefused, match="over 1 MB"):
        read(tmp_path, answer_page(PACKAGE) + b" " * (1 << 20))
    with pytest.raises(AnswerSheetRefused, match="no such file"):
        read_answers(tmp_path / "gone.html")


@pytest.mark.parametrize("letters", ["utf-8-sig", "utf-16"])
def test_letters_a_browser_may_save_in_are_read(tmp_path: Path, letters: str) -> None:
    text = answered(lambda said: said["leads"][0].update(note="Müßig 王")).decode()
    assert read(tmp_path, text.encode(letters)).rows[0].note == "Müßig 王"


def test_line_ends_a_mail_program_made_do_no_harm(tmp_path: Path) -> None:
    content = answer_page(PACKAGE).replace(b"\n", b"\r\n")
    assert read(tmp_path, content) == read(tmp_path, answer_page(PACKAGE))
