"""The script is read in the language of the person called, and the call keeps which."""

from dataclasses import replace

import pytest

from calls import MACHINE, PROJECT, SCRIPT, TODAY, a_campaign, a_lead, calling, next_card
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import AnswerRefused, Refused
from qualdesk.core.languages import in_language
from qualdesk.core.scripts import CallScript, Question, QuestionId, QuestionKind, Stage
from qualdesk.core.translations import QuestionWords, Translation
from qualdesk.files.documents import script_to_json
from qualdesk.store import campaigns, document_versions
from qualdesk.store.calls import load_call
from qualdesk.store.database import Store
from qualdesk.store.schema import contact

GERMAN = Translation(
    language="de",
    questions={TODAY: QuestionWords(say="Und heute?", options={"machine": "Maschine"})},
)
BILINGUAL = replace(SCRIPT, translations=(GERMAN,))


def with_questions(*questions: Question) -> CallScript:
    stages = tuple(
        Stage(kind=stage.kind, questions=(*stage.questions, *questions))
        if stage.kind == "discover"
        else stage
        for stage in BILINGUAL.stages
    )
    return replace(BILINGUAL, stages=stages)


def reading(store: Store, script: CallScript) -> Campaign:
    """A campaign whose callers read from this script."""
    campaign = a_campaign(store, with_script=False)
    with store.transaction() as tx:
        text = script_to_json(script)
        version = document_versions.keep_script(tx, "tests", 1, f"script{len(text)}", text)
        return campaigns.set_script(tx, campaign.id, version)


def a_german_lead(store: Store, script: CallScript = BILINGUAL) -> None:
    a_lead(store, reading(store, script))
    with store.transaction() as tx:
        tx.connection.execute(contact.update().values(languages=["Deutsch", "en"]))


def test_the_script_is_read_in_the_persons_language_and_the_call_keeps_it(
    store: Store, clock: SetClock
) -> None:
    a_german_lead(store)
    desk = calling(store, clock)
    card = next_card(desk)
    assert card.language == "de"
    assert card.script is not None
    today = in_language(card.script, card.language).question(TODAY)
    assert today is not None
    assert (today.say, today.label_of("machine")) == ("Und heute?", "Maschine")
    call = desk.start_attempt(card.lead.id)
    with store.transaction() as tx:
        assert load_call(tx, call.id).language == "de"


def test_somebody_whose_language_nobody_knows_is_read_the_first_one(
    store: Store, clock: SetClock
) -> None:
    a_lead(store, reading(store, BILINGUAL))
    assert next_card(calling(store, clock)).language == "en"


def test_a_caller_goes_on_in_another_language_and_loses_nothing(
    store: Store, clock: SetClock
) -> None:
    """An answer chosen in German is the same data in English (D4)."""
    a_german_lead(store)
    desk = calling(store, clock)
    card = next_card(desk)
    call = desk.start_attempt(card.lead.id)
    desk.record_answer(call.id, TODAY, "machine")
    desk.speak(call.id, "en")
    card = desk.card(card.lead.id)
    assert card.language == "en"
    assert card.answers[TODAY].value == "machine"
    with pytest.raises(Refused, match="The script has no words in “fr”"):
        desk.speak(call.id, "fr")
    assert desk.card(card.lead.id).language == "en"


def test_a_script_of_one_language_is_read_in_it_whatever_they_speak(
    store: Store, clock: SetClock
) -> None:
    a_german_lead(store, SCRIPT)
    assert next_card(calling(store, clock)).language == "en"


def test_periods_and_slots_are_kept_as_data(store: Store, clock: SetClock) -> None:
    """D4: typed data, and a time to be reached at on their own clock (D8)."""
    since = Question(id=QuestionId("since"), kind=QuestionKind.PERIOD, say="Since when?")
    slot = Question(id=QuestionId("slot"), kind=QuestionKind.SLOT, say="When?", short="Best time")
    a_german_lead(store, with_questions(since, slot))
    desk = calling(store, clock)
    card = next_card(desk)
    call = desk.start_attempt(card.lead.id)
    desk.record_answer(call.id, "since", "Q3 2026")
    recorded = desk.record_answer(call.id, "slot", "Tue and Thu 9 to 11", words="not in May")
    assert recorded.answers[QuestionId("since")].value == "2026-Q3"
    assert recorded.answers[QuestionId("slot")].value == "tue,thu 09:00-11:00"
    assert recorded.answers[QuestionId("slot")].words == "not in May"
    with pytest.raises(AnswerRefused, match=r"“whenever” is no time slot. Answer “Best time”"):
        desk.record_answer(call.id, "slot", "whenever")
    assert desk.card(card.lead.id).words["answer.slot"] == "not in May"


def test_a_question_that_takes_no_other_words_and_no_not_knowing_refuses_them(
    store: Store, clock: SetClock
) -> None:
    strict = Question(
        id=QuestionId("strict"),
        kind=QuestionKind.YES_NO,
        say="Yes or no?",
        short="Strict",
        own_words=False,
        may_not_know=False,
    )
    a_german_lead(store, with_questions(strict))
    desk = calling(store, clock)
    card = next_card(desk)
    call = desk.start_attempt(card.lead.id)
    with pytest.raises(AnswerRefused, match="“Strict” has no “does not know”"):
        desk.record_answer(call.id, "strict", None, does_not_know=True)
    with pytest.raises(AnswerRefused, match="“Strict” keeps no words beside the answer"):
        desk.record_answer(call.id, "strict", "yes", words="of course")
    assert desk.record_answer(call.id, "strict", "yes").answers[QuestionId("strict")].value == "yes"
    assert desk.record_answer(call.id, PROJECT, None, does_not_know=True).answers[PROJECT]
    assert MACHINE not in desk.card(card.lead.id).answers
