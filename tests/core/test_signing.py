"""Signatures belong to words, and to two people (F2)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.definition import Side, Signature, same_person
from qualdesk.core.drafts import BEFORE_CHANGE, OPEN, SIGNED, WITHDRAWN, SideState
from qualdesk.core.signing import (
    GivenSignature,
    is_agreed,
    side_states,
    signed_by_both,
    why_review,
)
from script_makers import make_definition

MARKETING, SALES = Side.MARKETING, Side.SALES
AT = datetime(2026, 3, 17, 9, 12, tzinfo=UTC)
DEFINITION = replace(make_definition(), version=4)


def signed(
    side: Side = SALES, *, sha: str = "words", version: int = 4, name: str = "Lena", **more: object
) -> GivenSignature:
    row = GivenSignature(id=1, version=version, sha256=sha, side=side, name=name, signed_at=AT)
    return replace(row, **more)  # type: ignore[arg-type] # any attribute of it


def sales(*given: GivenSignature, **more: object) -> SideState:
    """How sales stands to the words with the hash “words”."""
    return side_states(given, replace(DEFINITION, **more), "words")[1]  # type: ignore[arg-type] # any attribute of it


WITHDREW = {"withdrawn_at": AT + timedelta(hours=1), "because": "Too many."}


@pytest.mark.parametrize(
    ("given_signatures", "state"),
    [
        ([], OPEN),
        ([signed()], SIGNED),
        ([signed(MARKETING)], OPEN),
        ([signed(sha="other")], BEFORE_CHANGE),
        ([signed(sha="other"), signed()], SIGNED),
        ([signed(), signed(sha="other")], SIGNED),
        ([signed(**WITHDREW)], WITHDRAWN),
        ([signed(**WITHDREW), signed()], SIGNED),
        ([signed(), signed(**WITHDREW)], WITHDRAWN),
        ([signed(sha="other", **WITHDREW)], OPEN),
        # The same words were signed for another version: that was agreed then, not now.
        ([signed(version=3)], OPEN),
    ],
)
def test_a_side_stands_by_its_last_word_on_these_very_words(
    given_signatures: list[GivenSignature], state: str
) -> None:
    assert sales(*given_signatures).state == state


def test_a_name_typed_under_a_definition_is_nobody_s_signature() -> None:
    """F2: whoever can write a file could sign for anybody."""
    typed = (Signature(side=SALES, name="Lena", signed_on=date(2026, 3, 2)),)
    assert sales(signatures=typed) == SideState(side=SALES, state=OPEN)
    assert sales(signed(), signatures=typed).state == SIGNED
    assert sales(signed(**WITHDREW), signatures=typed).state == WITHDRAWN


def test_who_is_expected_to_sign_is_named() -> None:
    assert sales().name == ""
    assert sales(signed(version=3, name="Kim")).name == "Kim"
    states = side_states([signed(version=3)], DEFINITION, "words", {SALES: "Jo", MARKETING: "Pia"})
    assert [state.name for state in states] == ["Pia", "Jo"]


def test_both_signatures_stand_under_the_words_with_their_days() -> None:
    states = side_states([signed(), signed(MARKETING, name="Pia")], DEFINITION, "words")
    assert is_agreed(states)
    whole = signed_by_both(DEFINITION, states)
    assert whole.is_agreed
    assert replace(whole, signatures=()) == DEFINITION
    assert [(one.side, one.name, one.signed_on) for one in whole.signatures] == [
        (MARKETING, "Pia", date(2026, 3, 17)),
        (SALES, "Lena", date(2026, 3, 17)),
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Pia Okafor", " pia  OKAFOR ", True),
        ("Ｐia", "Pia", True),  # noqa: RUF001 - a wide letter is the same letter
        ("Pia Okafor", "Pia Okafo", False),
        ("", "", False),
        (" ", "\t", False),
    ],
)
def test_a_name_is_one_person_however_it_is_typed(one: str, other: str, *, same: bool) -> None:
    assert same_person(one, other) is same_person(other, one) is same


@pytest.mark.parametrize(
    ("review_on", "handed", "back", "says"),
    [
        (None, 0, 0, ""),
        (date(2026, 3, 18), 0, 0, ""),
        (date(2026, 3, 17), 0, 0, "The review is due since Tue 17 Mar 2026."),
        (date(2026, 1, 2), 40, 20, "The review is due since Fri 2 Jan 2026."),
        (None, 10, 1, ""),
        (None, 10, 2, "2 of 10 leads of the last 30 days came back from sales (20%)."),
        (None, 41, 9, "9 of 41 leads of the last 30 days came back from sales (22%)."),
        # Too few leads say nothing: one of two is no fifth.
        (None, 9, 9, ""),
    ],
)
def test_a_definition_is_to_be_reviewed_on_its_day_or_when_a_fifth_comes_back(
    review_on: date | None, handed: int, back: int, says: str
) -> None:
    definition = replace(DEFINITION, review_on=review_on)
    assert why_review(definition, date(2026, 3, 17), handed, back) == says


rows = st.lists(
    st.builds(
        GivenSignature,
        id=st.integers(1, 9),
        version=st.integers(3, 5),
        sha256=st.sampled_from(["words", "other"]),
        side=st.sampled_from(Side),
        name=st.sampled_from(["Pia", "Lena", "Kim"]),
        signed_at=st.just(AT),
        withdrawn_at=st.none() | st.just(AT),
    ),
    max_size=6,
)


@given(rows)
def test_nobody_stands_as_signed_who_did_not_sign_these_words_last(
    given_signatures: list[GivenSignature],
) -> None:
    """F2: whatever else was signed, withdrawn or changed before."""
    for state in side_states(given_signatures, DEFINITION, "words"):
        these = [
            one
            for one in given_signatures
            if (one.side, one.version, one.sha256) == (state.side, 4, "words")
        ]
        assert state.is_signed is bool(these and these[-1].withdrawn_at is None)
        if these:
            assert state.name == these[-1].name
