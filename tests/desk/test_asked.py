"""How a question does, asked of a workspace in which calls were made."""

from datetime import timedelta

import pytest

from calls import DATE, PROJECT, SCRIPT, TODAY, a_campaign, a_lead, calling, next_card
from qualdesk.core.asked import QuestionFacts
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound
from qualdesk.core.ids import AttemptId
from qualdesk.desk.asked import AskedQuestions
from qualdesk.files.documents import script_to_json
from qualdesk.store import campaigns, document_versions
from qualdesk.store.database import Store


class Floor:
    """A caller who makes calls, and the facts afterwards."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        self.store, self.clock = store, clock
        self.desk = calling(store, clock)
        self.asked = AskedQuestions(store, clock, "Ana")

    def facts(self, question: str, campaign: str | None = None) -> QuestionFacts:
        return self.asked.facts(SCRIPT.id, question, campaign)

    def begin(self, campaign: Campaign, name: str) -> AttemptId:
        lead = a_lead(self.store, campaign, name)
        assert next_card(self.desk).lead.id == lead
        return self.desk.start_attempt(lead).id

    def say(self, call: AttemptId, question: str, value: str | None, after: float) -> None:
        self.clock.advance(timedelta(seconds=after))
        self.desk.record_answer(call, question, value, does_not_know=value is None)

    def end(self, call: AttemptId) -> None:
        self.clock.advance(timedelta(seconds=1))
        self.desk.finish(call, "no_answer")


@pytest.fixture
def floor(store: Store, clock: SetClock) -> Floor:
    return Floor(store, clock)


def test_a_question_is_counted_over_the_calls_it_was_in(floor: Floor, store: Store) -> None:
    campaign = a_campaign(store)
    for name, today, after in (("One", "machine", 8), ("Two", "hand", 20), ("Six", None, 12)):
        call = floor.begin(campaign, name)
        floor.say(call, PROJECT, "A second line", 40)
        floor.say(call, TODAY, today, after)
        floor.end(call)
    silent = floor.begin(campaign, "Nobody")
    floor.end(silent)
    facts = floor.facts(TODAY)
    assert (facts.calls, facts.asked, facts.answered, facts.does_not_know) == (3, 3, 2, 1)
    assert facts.median_seconds == 12
    assert facts.spread == (("Machine", 1), ("Hand", 1))
    assert not facts.is_enough
    date = floor.facts(DATE)
    assert (date.calls, date.asked, date.median_seconds) == (3, 0, None)
    assert floor.facts(PROJECT).median_seconds is None, "nothing was answered before it"


def test_the_last_answer_of_a_call_counts_and_the_time_of_the_first(
    floor: Floor, store: Store
) -> None:
    call = floor.begin(a_campaign(store), "One")
    floor.say(call, PROJECT, "A second line", 5)
    floor.say(call, TODAY, "machine", 7)
    floor.say(call, TODAY, "hand", 90)
    floor.say(call, DATE, "soon", 10)
    floor.desk.clear_answer(call, DATE)
    assert floor.facts(TODAY).calls == 0, "the call goes on"
    floor.end(call)
    facts = floor.facts(TODAY)
    assert (facts.answered, facts.median_seconds) == (1, 7)
    assert facts.spread == (("Machine", 0), ("Hand", 1))
    assert floor.facts(DATE).asked == 0, "it was taken back"


def test_one_campaign_or_all_of_them(floor: Floor, store: Store) -> None:
    for number, name in enumerate(("North", "South"), 1):
        campaign = a_campaign(store, name=name)
        for lead in range(number):
            call = floor.begin(campaign, f"{name} {lead}")
            floor.say(call, PROJECT, "A line", 3)
            floor.end(call)
    assert floor.facts(PROJECT).asked == 3
    assert floor.facts(PROJECT, "South").asked == 2
    with pytest.raises(NotFound):
        floor.facts(PROJECT, "West")


def test_a_new_version_of_the_words_keeps_what_was_asked_before(floor: Floor, store: Store) -> None:
    campaign = a_campaign(store)
    call = floor.begin(campaign, "One")
    floor.say(call, PROJECT, "A line", 3)
    floor.end(call)
    text = script_to_json(SCRIPT).replace('"About project?"', '"What are you up to?"')
    with store.transaction() as tx:
        version = document_versions.keep_script(tx, SCRIPT.id, 2, "another", text)
        campaigns.set_script(tx, campaign.id, version)
    call = floor.begin(campaign, "Two")
    floor.say(call, PROJECT, "Another line", 3)
    floor.end(call)
    assert floor.facts(PROJECT).asked == 2


def test_a_question_or_script_nobody_knows_was_in_no_call(floor: Floor, store: Store) -> None:
    a_campaign(store)
    assert floor.facts("colour") == QuestionFacts()
    assert floor.asked.facts("none", PROJECT) == QuestionFacts()
