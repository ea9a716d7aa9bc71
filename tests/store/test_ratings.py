"""Rounds of rating as they are kept, on both databases."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from past_makers import a_campaign, finish
from qualdesk.core.agreement import Judgement
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound
from qualdesk.core.rating import RoundId
from qualdesk.desk.trying import Trying
from qualdesk.store import ratings
from qualdesk.store.database import Store

Answers = Mapping[str, Mapping[str, object]]


def said(value: object, words: str = "") -> dict[str, object]:
    return {"value": value, "words": words, "does_not_know": value is None}


@pytest.fixture
def campaign(store: Store, clock: SetClock) -> Campaign:
    return a_campaign(store, clock)


def a_round(store: Store, campaign: Campaign, *cases: Answers) -> RoundId:
    assert campaign.script_version_id
    assert campaign.definition_version_id
    with store.transaction() as tx:
        return ratings.add_round(
            tx,
            campaign.id,
            script=campaign.script_version_id,
            definition=campaign.definition_version_id,
            made_by="Rosa",
            cases=cases,
        )


def test_a_round_keeps_its_cases_in_their_order(store: Store, campaign: Campaign) -> None:
    cases = [{"need": said(f"case {number}")} for number in range(12)]
    first, second = a_round(store, campaign, *cases), a_round(store, campaign, cases[0])
    with store.reading() as tx:
        assert [one.answers for one in ratings.cases(tx, first)] == cases
        assert [one.position for one in ratings.cases(tx, first)] == list(range(1, 13))
        assert [one.id for one in ratings.rounds(tx, campaign.id)] == [second, first]
        found = ratings.load_round(tx, first)
        assert (found.cases, found.made_by, found.closed_at) == (12, "Rosa", None)
        with pytest.raises(NotFound, match="no round of rating number 999"):
            ratings.load_round(tx, RoundId(999))


def test_a_round_closes_once(store: Store, campaign: Campaign, clock: SetClock) -> None:
    begun = a_round(store, campaign, {"need": said("x")})
    with store.transaction() as tx:
        ratings.close_round(tx, begun)
        closed_at = ratings.load_round(tx, begun).closed_at
    clock.advance(timedelta(hours=1))
    with store.transaction() as tx:
        ratings.close_round(tx, begun)
        assert ratings.load_round(tx, begun).closed_at == closed_at
        assert ratings.moments(tx) == [ratings.load_round(tx, begun).made_at]


def test_words_of_one_question_are_forgotten_wherever_they_stand_and_no_others(
    store: Store, campaign: Campaign
) -> None:
    theirs = "Four hours lost"
    kept = {"need": said("Another"), "today": said(theirs), "several": said(["a", "c"])}
    begun = a_round(
        store,
        campaign,
        {"need": said(theirs), "role": said("a", words=theirs)},
        {"need": said(theirs, words=theirs), "today": said("By hand")},
        kept,
    )
    with store.transaction() as tx:
        spoken = {("need", theirs), ("role", theirs), ("several", "a")}
        assert ratings.forget_words(tx, spoken) == 2
        assert ratings.forget_words(tx, spoken) == 0
        found = [one.answers for one in ratings.cases(tx, begun)]
    assert [one.get("need", {}).get("value") for one in found] == [None, None, "Another"]
    assert found[0]["role"] == {"value": "a", "words": "", "does_not_know": False}
    assert found[1]["need"]["words"] == ""
    assert found[1]["today"]["value"] == "By hand"
    # What was chosen from several, and the same words said to another question, stay.
    assert found[2] == kept


def test_the_finished_leads_of_other_campaigns_are_not_drawn(
    store: Store, campaign: Campaign, clock: SetClock
) -> None:
    other = a_campaign(store, clock, "Another fair")
    mine = [finish(store, campaign), finish(store, campaign)]
    theirs = finish(store, other)
    Trying(store, clock, "Rosa").catch_up()
    with store.reading() as tx:
        assert ratings.finished_leads(tx, campaign.id) == sorted(mine)
        assert ratings.finished_leads(tx, other.id) == [theirs]


JUDGEMENTS = st.lists(
    st.tuples(
        st.sampled_from(["Pia", "Lena"]),
        st.integers(1, 3),
        st.sampled_from(["need", "role"]),
        st.sampled_from(Judgement),
    ),
    max_size=15,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(heard=JUDGEMENTS)
def test_of_what_a_rater_says_twice_the_last_word_counts(
    store: Store, campaign: Campaign, heard: list[tuple[str, int, str, Judgement]]
) -> None:
    begun = a_round(store, campaign, *({"need": said(str(one))} for one in range(3)))
    last: dict[str, dict[int, dict[str, Judgement]]] = {}
    with store.transaction() as tx:
        numbers = {one.position: one.id for one in ratings.cases(tx, begun)}
        for rater, position, criterion, judgement in heard:
            ratings.keep_judgement(tx, numbers[position], rater, criterion, judgement)
            last.setdefault(rater, {}).setdefault(position, {})[criterion] = judgement
        assert ratings.judgements(tx, begun) == last
