"""The small values of a hand-off, and text made harmless to show."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoff_makers import a_brief, a_package, an_item
from qualdesk.core.handoff import (
    BatchSummary,
    ComesFrom,
    Standing,
    batch_title,
    full_day,
)
from qualdesk.core.ids import BatchId, CampaignId
from qualdesk.core.plain_text import shortened, without_tricks


def test_a_batch_is_called_by_its_campaign_and_number() -> None:
    assert batch_title("PackTech Expo 2026", 12) == "PackTech Expo 2026, batch 12"
    assert a_package(number=3).title == "PackTech Expo 2026, batch 3"


def test_a_day_on_paper_carries_its_year() -> None:
    assert full_day(date(2026, 3, 19)) == "Thu 19 Mar 2026"


def test_a_package_names_every_version_its_leads_were_judged_by() -> None:
    """F2: answers keep the version they were judged by."""
    older = a_brief(comes_from=ComesFrom(source="List", event="", definition="2"))
    none = a_brief(comes_from=ComesFrom(source="List", event=""))
    package = a_package(an_item(), an_item(brief=older), an_item(brief=none))
    assert package.definitions == ("2", "3")


def test_the_last_call_is_the_newest_whatever_the_order() -> None:
    item = an_item()
    assert item.last_call == item.calls[0]
    assert an_item(calls=()).last_call is None


def test_what_sales_has_not_answered_waits() -> None:
    summary = BatchSummary(
        batch_id=BatchId(1),
        campaign=CampaignId(1),
        number=1,
        receiver="Lena Brandt",
        answer_by=date(2026, 3, 24),
        folder="",
        sent_at=datetime(2026, 3, 17, tzinfo=UTC),
        leads=16,
        taken=9,
        sent_back=4,
    )
    assert summary.waiting == 3


@pytest.mark.parametrize(
    ("came", "says"),
    [
        (ComesFrom(source="List", event=""), "List."),
        (ComesFrom(source="List", event="A fair!"), "A fair!"),
        (
            ComesFrom(source="List", event="A fair", did=("Saw it", "Asked?")),
            "A fair. Saw it; Asked?",
        ),
        (
            ComesFrom(
                source="List",
                event="A fair",
                called_by="Ana",
                called_at=datetime(2026, 3, 17, 23, 30, tzinfo=UTC),
                zone="Asia/Tokyo",
                calls=1,
            ),
            "A fair. Called by Ana, Wed 18 Mar 2026, 1 call in all.",
        ),
    ],
)
def test_where_a_lead_comes_from_reads_as_sentences(came: ComesFrom, says: str) -> None:
    assert came.says == says


@pytest.mark.parametrize("standing", list(Standing))
def test_each_standing_has_words_of_its_own(standing: Standing) -> None:
    assert standing.label
    assert len({one.label for one in Standing}) == len(Standing)


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("short", 10, "short"),
        ("exactly te", 10, "exactly te"),
        ("cut at a word here", 12, "cut at a…"),
        ("onelongwordwithoutaspace", 10, "onelongwo…"),
        ("a, b, c, d", 7, "a, b…"),
        ("xy", 1, "x…"),
    ],
)
def test_a_text_is_cut_at_a_word_and_says_that_it_was(
    text: str, letters: int, expected: str
) -> None:
    assert shortened(text, letters) == expected


@given(st.text(max_size=200), st.integers(2, 60))
def test_a_cut_text_is_never_longer_than_asked_for(text: str, letters: int) -> None:
    cut = shortened(text, letters)
    assert len(cut) <= letters
    assert cut == text or cut.endswith("…")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ana \u202egnp.exe\u202c Lind", "Ana gnp.exe Lind"),
        ("a\x00b\x07c\x1bd", "abcd"),
        ("\ufeffAna", "Ana"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("tab\there", "tab\there"),
        ("Zoë 王小明 😀", "Zoë 王小明 😀"),
        ("\u2066hidden\u2069", "hidden"),
    ],
)
def test_what_shows_nothing_or_turns_text_around_is_taken_out(text: str, plain: str) -> None:
    assert without_tricks(text) == plain


@given(st.text())
def test_taking_tricks_out_twice_is_taking_them_out_once(text: str) -> None:
    once = without_tricks(text)
    assert without_tricks(once) == once
    assert not any(ord(char) < 32 and char not in "\n\t" for char in once)
