"""Which questions about a list are one and the same question."""

from datetime import UTC, datetime

import pytest

from qualdesk.core.ids import CampaignId
from qualdesk.core.owner_questions import (
    ALIKE,
    OwnerAsk,
    OwnerQuestion,
    OwnerQuestionId,
    alike,
    nearest,
)

AT = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)


def question(number: int, asks: str, *others: str) -> OwnerQuestion:
    return OwnerQuestion(
        id=OwnerQuestionId(number),
        campaign_id=CampaignId(1),
        campaign="Fair",
        asks=asks,
        asked_at=AT,
        asked=tuple(
            OwnerAsk(asked_by=f"caller {at}", says=says, asked_at=AT)
            for at, says in enumerate((asks, *others))
        ),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What was promised at the stand?", "what did they promise at the stand"),
        ("Who is on this list?", "Who is this list, please?"),
        ("Was there a prize draw?", "was there a price draw"),
        ("Was wurde am Stand versprochen?", "was hat man am stand versprochen"),
    ],
)
def test_the_same_in_other_words_is_one_question(one: str, other: str) -> None:
    assert alike(one, other) >= ALIKE
    assert nearest(other, [question(1, one)]) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What was promised at the stand?", "Who is on this list?"),
        ("What was promised at the stand?", "What was the price at the stand?"),
        ("Was there a prize draw?", "Was there a demo?"),
        ("Who?", "Who is the machine for?"),
        ("?", "What was promised?"),
    ],
)
def test_another_question_stays_another(one: str, other: str) -> None:
    assert alike(one, other) < ALIKE
    assert nearest(other, [question(1, one)]) is None


def test_the_likest_of_several_is_meant_and_everybody_s_words_count() -> None:
    stand = question(1, "What was promised at the stand?")
    who = question(2, "Where do these people come from?", "Who is on this list?")
    assert nearest("who is on the list", [stand, who]) is who
    assert who.callers == ("caller 0", "caller 1")
    assert not who.is_answered
