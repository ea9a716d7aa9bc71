"""The brief as a page for any browser: the words as they were said, nothing loaded, no script."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoff_makers import a_brief, a_lead, a_package, an_item
from qualdesk.core.handoff import Evidence, HandoffItem, Named, Standing
from qualdesk.core.plain_text import without_tricks
from qualdesk.files.brief_html import brief_page
from qualdesk.files.package_contents import brief_footer

HOSTILE = (
    "<b>bold</b> & <i>Sons",
    "<img src=x onerror=alert(1)>",
    "</style><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "\"><a href='javascript:alert(1)'>x</a>",
    "&lt;b&gt;&amp;",
    "<!-- -->]]>",
    "Grüße aus Łódź, 王小明 😀 שלום",
    "{{7*7}} ${7*7}",
)
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(
        alphabet=st.characters(exclude_categories=("Cs", "Cn", "Cc"), exclude_characters="\u00a0"),
        min_size=1,
        max_size=60,
    ),
)


def page(item: HandoffItem, footer: str = "") -> Element:
    """The page as a strict reader of HTML takes it apart."""
    reader = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found: Element = reader.parse(brief_page(item, footer=footer))
    return found


def every(element: Element, tag: str) -> list[Element]:
    return list(element.iter(tag))


def text_of(element: Element) -> str:
    return "".join(element.itertext())


def words(text: str) -> str:
    return " ".join(text.split())


def addresses(element: Element) -> Iterator[str]:
    for one in element.iter():
        for name in ("href", "src", "action", "data", "srcset", "background"):
            if one.get(name):
                yield str(one.get(name))


def test_the_page_says_why_what_they_said_and_what_to_do() -> None:
    """T2: the same words as on paper."""
    body = words(text_of(page(an_item(), brief_footer(a_package()))))
    for part in (
        "Brief for Lena Brandt",
        "Katrin Albers",
        "Head of Packaging Operations, Elbkorn Foods, Hamburg",
        "+49 40 66969 100 (direct line)",
        "83points, 60 needed",
        "In one line",
        "wants a call before Easter",
        "Why this is a qualified lead",
        "Real need4 h a week lost",
        "MoneyNot asked",
        "“We lose about four hours a week.”",
        "Call Thu 19 Mar 2026, 10:30 in Berlin.",
        "Called by Maya Lind, Tue 17 Mar 2026",
        "Jens Petersen, plant director",
        "Speaks fast.",
        "Asked for a call at the stand.",
        "PackTech Expo 2026, batch 1. Answer by Tue 24 Mar 2026 in answers.xlsx.",
    ):
        assert part in body, part


def test_numbers_and_addresses_that_were_read_as_such_are_links_and_nothing_else_is() -> None:
    assert sorted(addresses(page(an_item()))) == [
        "mailto:k.albers@elbkorn.example",
        "tel:+494066969100",
    ]
    odd = a_brief(phones=("javascript:alert(1)",), emails=("a@b.example?bcc=x@y.example",))
    contact = replace(a_lead().contact, phones=())
    item = an_item(brief=odd, lead=replace(a_lead(), contact=contact))
    assert list(addresses(page(item))) == ["mailto:a@b.example%3Fbcc%3Dx@y.example"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_text_and_loads_nothing(hostile: str) -> None:
    proof = Evidence(criterion="x", label=hostile, standing=Standing.NOT_MET, says=hostile)
    everywhere: dict[str, Any] = {
        **dict.fromkeys(("title", "company", "in_one_line", "note", "permission"), hostile),
        **dict.fromkeys(("said", "do_next", "phones"), (hostile,)),
        "why": (proof,),
        "also_named": (Named(name=hostile, title=hostile, phone=hostile, email=hostile),),
    }
    found = page(an_item(hostile, brief=a_brief(name=hostile, **everywhere)), hostile)
    assert text_of(found).count(hostile) >= 12
    for tag in ("script", "img", "svg", "iframe", "link", "object", "form", "b", "i"):
        allowed = 1 if tag == "b" else 0  # the points
        assert len(every(found, tag)) <= allowed, tag
    assert all(one.startswith(("tel:+", "mailto:")) for one in addresses(found))
    assert not [name for one in found.iter() for name in one.attrib if name.startswith("on")]


@given(texts)
def test_any_words_stand_there_as_they_were_said(text: str) -> None:
    found = page(an_item(brief=a_brief(said=(text,), note=text)))
    plain = without_tricks(text).strip()
    (quote,) = every(found, "blockquote")
    assert text_of(quote) == f"“{plain}”"


def test_the_page_may_load_and_run_nothing() -> None:
    found = page(an_item())
    policy = next(
        one.get("content")
        for one in every(found, "meta")
        if one.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"
    (style,) = every(found, "style")
    assert "url(" not in text_of(style)
    assert "@import" not in text_of(style)
    assert "size: A4" in text_of(style)
    assert found.get("lang") == "en"


def test_nothing_is_cut_however_many_people_they_named() -> None:
    named = tuple(Named(name=f"Person {n} of many", title="buyer") for n in range(500))
    found = page(an_item(brief=a_brief(also_named=named, note="long " * 5000)))
    body = text_of(found)
    assert all(one.name in body for one in named)
    assert body.count("long ") >= 4999


def test_a_lead_hardly_anything_is_known_of_has_a_page_without_empty_headings() -> None:
    bare = a_brief(
        title="",
        company="",
        city="",
        phones=(),
        emails=(),
        points=None,
        in_one_line="",
        why=(),
        said=(),
        do_next=(),
        also_named=(),
        permission="",
        note="",
    )
    found = page(an_item(brief=bare))
    assert [text_of(one) for one in every(found, "h2")] == ["Where it comes from"]
    assert "points" not in text_of(every(found, "body")[0])
