"""A brief says why a lead qualifies in the person's words, and nobody leaves without one (T1)."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoff_makers import CALLED, a_brief, a_definition, a_lead, a_script
from qualdesk.core.briefs import LeadStory, brief_from_json, brief_to_json, lacks, make_brief
from qualdesk.core.campaigns import REHEARSAL, Campaign
from qualdesk.core.definition import Tier
from qualdesk.core.handoff import (
    Brief,
    ComesFrom,
    Evidence,
    HandoffCall,
    Named,
    Standing,
    answer_by_default,
    waterfall_stage,
)
from qualdesk.core.ids import AttemptId, CampaignId, LeadId
from qualdesk.core.leads import Bucket, Phone, PhoneKind, PhoneState, Signals
from qualdesk.core.permission import Permission
from qualdesk.core.scripts import WANTS_CALL, Answer, QuestionId
from qualdesk.core.sources import SourceCard, SourceType, Touchpoint, TouchpointKind
from qualdesk.core.times import Promise
from qualdesk.core.wording import Language, speak

CARD = SourceCard(
    type=SourceType.TRADE_SHOW,
    what="PackTech Expo.",
    who="Visitors",
    responding_to="The sealer demo",
    place="stand B12",
    permission=Permission(says="Asked for a call at the stand."),
)
CAMPAIGN = Campaign(id=CampaignId(1), name="PackTech Expo 2026", source=CARD)
FRIDAY = date(2026, 3, 20)


def answers(**given: Any) -> dict[QuestionId, Answer]:
    """Answers by question: a value, or a value and their words."""
    made = {}
    for name, said in given.items():
        value, words = said if isinstance(said, tuple) else (said, "")
        made[QuestionId(name)] = Answer(question=QuestionId(name), value=value, words=words)
    return made


QUALIFIED = answers(
    wants_call=("yes", "mornings, before Easter"),
    need="A new ready-meal line",
    date=("soon", "It must run in May."),
    who="Jens Petersen, plant director",
)


def a_call(outcome: str = "qualified", at: datetime = CALLED, **more: Any) -> HandoffCall:
    call = HandoffCall(
        id=AttemptId(f"{outcome}-{at:%d}"),
        started_at=at,
        ended_at=at,
        caller="Maya Lind",
        outcome=outcome,
        label=outcome,
        note="Speaks fast.",
    )
    return replace(call, **more)


def a_story(**changed: Any) -> LeadStory:
    fields: dict[str, Any] = {
        "lead": a_lead(),
        "campaign": CAMPAIGN,
        "script": a_script(),
        "definition": a_definition(),
        "answers": QUALIFIED,
        "calls": (a_call("no_answer", CALLED - timedelta(days=1), caller="Ana"), a_call()),
    }
    return LeadStory(**{**fields, **changed})


def test_a_brief_names_the_tier_a_lead_qualified_by() -> None:
    """F1: sales sees at once that the main bar was not reached, and what it got instead."""
    tier = Tier(id="later", label="Right person, no date", threshold=1, must_haves=("need",))
    wanted = replace(a_definition(), threshold=70, tiers=(tier,))
    brief = make_brief(a_story(definition=wanted))
    assert brief.in_one_line.startswith("Qualified as “Right person, no date”. Real need: A new")
    assert (
        brief.threshold,
        lacks(a_story(definition=wanted), receiver="Tom", answer_by=FRIDAY),
    ) == (
        1,
        (),
    )
    assert "Qualified as" not in make_brief(a_story()).in_one_line


def test_a_brief_reports_the_answers_in_the_frameworks_the_script_feeds() -> None:
    assert make_brief(a_story()).frameworks == ()
    tagged = {"need": "need", "date": "bant.timeframe", "money": "bant.budget"}
    script = a_script()
    stages = tuple(
        replace(
            stage,
            questions=tuple(
                replace(one, tags=(tagged[one.id],)) if one.id in tagged else one
                for one in stage.questions
            ),
        )
        for stage in script.stages
    )
    brief = make_brief(a_story(script=replace(script, stages=stages)))
    assert brief.frameworks == (
        "BANT: 2 of 4. Missing: Budget, Authority.",
        "CHAMP: 1 of 4. Missing: Authority, Money, Prioritization.",
        (
            "MEDDIC: 1 of 6. Missing: Metrics, Economic buyer, Decision criteria, Decision "
            "process, Champion."
        ),
    )
    assert brief_from_json(json.loads(json.dumps(brief_to_json(brief)))) == brief


def test_a_brief_kept_by_an_older_program_is_read_without_frameworks() -> None:
    brief = make_brief(a_story())
    kept = brief_to_json(brief)
    del kept["frameworks"]
    assert brief_from_json(kept) == brief


def test_of_criteria_that_stand_for_each_other_a_brief_proves_with_those_that_are_met() -> None:
    definition = a_definition()
    money, need, *rest = definition.criteria
    other = replace(need, id="other", label="Another way", question=QuestionId("nobody"))
    both = (replace(need, group="interest"), replace(other, group="interest"), money, *rest)
    brief = make_brief(a_story(definition=replace(definition, criteria=both)))
    assert [proof.label for proof in brief.why] == [
        proof.label for proof in make_brief(a_story()).why
    ]
    neither = {key: value for key, value in QUALIFIED.items() if key != "need"}
    told = make_brief(a_story(definition=replace(definition, criteria=both), answers=neither))
    assert [proof.label for proof in told.why[:2]] == ["Real need", "Another way"]


def test_why_a_lead_qualifies_is_told_criterion_by_criterion_must_haves_first() -> None:
    brief = make_brief(a_story())
    assert [(proof.label, proof.standing, proof.says) for proof in brief.why] == [
        ("Real need", Standing.MET, "A new ready-meal line"),
        ("Date", Standing.MET, "Within 3 months; It must run in May."),
        ("Wants a call", Standing.MET, "Yes; mornings, before Easter"),
        ("Money", Standing.NOT_ASKED, ""),
    ]
    assert (brief.points, brief.threshold) == (63, 50)


def test_the_line_on_top_names_what_matters_and_the_call_they_want() -> None:
    line = make_brief(a_story()).in_one_line
    assert line == (
        "Real need: A new ready-meal line; Date: Within 3 months; "
        "wants a call (mornings, before Easter)."
    )


def test_their_own_words_stand_in_the_order_of_the_script() -> None:
    assert make_brief(a_story()).said == (
        "A new ready-meal line",
        "It must run in May.",
        "mornings, before Easter",
    )


def test_what_is_not_known_is_not_called_met() -> None:
    said = {
        **QUALIFIED,
        QuestionId("money"): Answer(
            question=QuestionId("money"), does_not_know=True, words="Ask my boss"
        ),
    }
    proof = make_brief(a_story(answers=said)).why[-1]
    assert (proof.label, proof.standing, proof.says) == ("Money", Standing.NOT_KNOWN, "Ask my boss")


def test_answers_of_a_hidden_branch_are_nowhere_on_the_page() -> None:
    """Invariant 8."""
    said = {**QUALIFIED, **answers(why_later="SECRET")}
    assert "SECRET" not in repr(make_brief(a_story(answers=said)))


def test_the_agreed_time_is_said_in_their_clock() -> None:
    promise = Promise(wall=datetime(2026, 3, 19, 10, 30), zone="America/New_York")  # noqa: DTZ001 - wall time
    steps = make_brief(a_story(promise=promise)).do_next
    assert steps[0] == "Call +494066969100 on Thu 19 Mar 2026 at 10:30 in New York, as agreed."


def test_without_an_agreed_time_their_words_say_when() -> None:
    steps = make_brief(a_story()).do_next
    assert steps[0] == "Call +494066969100. When: “mornings, before Easter” (Berlin time)."
    plain = make_brief(a_story(answers={**QUALIFIED, **answers(wants_call="yes")})).do_next
    assert "they said yes to a call. Their clock is Berlin." in plain[0]


def test_words_typed_in_quotes_stand_in_one_pair_of_them() -> None:
    """A brief said “““We lose two weeks”””."""
    said = {
        **QUALIFIED,
        **answers(wants_call=("yes", "“mornings”"), date=("soon", "„In May.“"), who='"our boss"'),
    }
    brief = make_brief(a_story(answers=said))
    assert brief.do_next[0] == "Call +494066969100. When: “mornings” (Berlin time)."
    assert brief.do_next[-1] == "Decides: “our boss”."
    assert {"mornings", "In May."} <= set(brief.said)


def test_a_yes_to_a_call_is_claimed_of_nobody_who_was_not_asked() -> None:
    """T1: sales reads what was said, and nothing that was not."""
    unasked = {key: said for key, said in QUALIFIED.items() if key != WANTS_CALL}
    for said in (unasked, {**QUALIFIED, **answers(wants_call="no")}):
        (first, *_rest) = make_brief(a_story(answers=said)).do_next
        assert first == "Call +494066969100. Their clock is Berlin."


def test_a_lead_without_a_number_is_written_to() -> None:
    assert make_brief(a_story(lead=a_lead(phones=()))).do_next[0].startswith("Write to them")


def test_who_else_they_named_is_on_the_page_once() -> None:
    """D5: the referral goes to sales with the lead."""
    named = (Named(name="jens petersen", title="plant director", phone="+49 40 66969 200"),)
    brief = make_brief(a_story(named=named))
    assert brief.also_named == named
    assert brief.do_next[-1] == "Bring in jens petersen (plant director), whom they named."
    assert not any("“" in step for step in brief.do_next[1:])


def test_free_words_about_another_person_are_quoted_and_never_taken_for_a_name() -> None:
    """D5: “Bring in the plant director has a say” went to sales."""
    said = {**QUALIFIED, **answers(who="the plant director has a say")}
    brief = make_brief(a_story(answers=said))
    assert brief.also_named == ()
    assert brief.do_next[-1] == "Decides: “the plant director has a say”."
    assert not any("Bring in" in step for step in brief.do_next)
    named = (Named(name="Jens Petersen"),)
    assert make_brief(a_story(answers=said, named=named)).do_next[-2:] == (
        "Decides: “the plant director has a say”.",
        "Bring in Jens Petersen, whom they named.",
    )


def test_the_other_answers_about_the_next_step_are_things_to_do() -> None:
    said = {**QUALIFIED, **answers(material="The sealer sheet")}
    assert "Send: The sealer sheet." in make_brief(a_story(answers=said)).do_next


def test_where_a_lead_comes_from_is_told_in_sentences() -> None:
    """O4: what they did at the source reaches sales; F2: with the version they were judged by."""
    lead = replace(
        a_lead(),
        touchpoints=(
            Touchpoint(kind=TouchpointKind.DEMO, says="Watched the sealer demo"),
            Touchpoint(kind=TouchpointKind.ASKED_FOR_CALL, says="asked for a call"),
        ),
    )
    brief = make_brief(a_story(lead=lead))
    assert brief.comes_from.says == (
        "PackTech Expo, stand B12. Watched the sealer demo; asked for a call. Called by Maya "
        "Lind, Tue 17 Mar 2026, 2 calls in all. Definition version 3."
    )
    assert brief.permission == "Asked for a call at the stand."
    assert brief.note == "Speaks fast."


def test_a_lead_of_a_source_of_its_own_says_so() -> None:
    lead = replace(a_lead(), signals=Signals(source=SourceType.REFERRAL))
    assert make_brief(a_story(lead=lead)).comes_from.source == "Referral"
    assert make_brief(a_story()).comes_from.source == "Trade show"


def test_the_call_that_qualified_is_the_one_that_is_told() -> None:
    later = a_call("voicemail_left", CALLED + timedelta(days=1), caller="Ana", note="Machine")
    story = a_story(calls=(a_call(), later))
    assert make_brief(story).comes_from.called_by == "Maya Lind"
    assert make_brief(story).note == "Speaks fast."
    only = make_brief(a_story(calls=(later,)))
    assert only.comes_from.says.endswith(
        "Called by Ana, Wed 18 Mar 2026, 1 call in all. Definition version 3."
    )


def test_numbers_stand_as_people_write_them_and_only_those_that_can_be_dialled() -> None:
    lead = a_lead()
    phones = (
        Phone(
            raw="1",
            state=PhoneState.VALID,
            e164="+494066969100",
            shown="+49 40 66969 100",
            kind=PhoneKind.DIRECT,
            extension="12",
        ),
        Phone(raw="2", state=PhoneState.BROKEN),
        Phone(raw="3", state=PhoneState.DO_NOT_CALL, e164="+494066969101"),
    )
    story = a_story(lead=replace(lead, contact=replace(lead.contact, phones=phones)))
    assert make_brief(story).phones == ("+49 40 66969 100 ext. 12 (direct line)",)


def test_without_a_definition_the_answers_themselves_are_the_evidence() -> None:
    brief = make_brief(
        a_story(definition=None, script=None, campaign=replace(CAMPAIGN, source=None))
    )
    assert (brief.points, brief.threshold) == (None, None)
    assert ("Wants call", "yes; mornings, before Easter") in [
        (proof.label, proof.says) for proof in brief.why
    ]
    assert brief.comes_from.event == "PackTech Expo 2026"
    assert brief.comes_from.definition == ""


def test_the_same_story_gives_the_same_brief() -> None:
    assert make_brief(a_story()) == make_brief(a_story())


def test_a_brief_is_the_same_whatever_the_window_speaks() -> None:
    """It is kept, and leaves with the batch: what sales reads does not hang on who made it."""
    english = brief_to_json(make_brief(a_story()))
    speak(Language(code="xx", translate=lambda text, _about, _count: f"«{text}»"))
    try:
        story = a_story()
        assert story.verdict is not None
        assert "«" in story.verdict.sentence, "the desk shows it in the language of the window"
        assert brief_to_json(make_brief(story)) == english
    finally:
        speak(None)


def test_a_documented_lead_lacks_nothing() -> None:
    assert lacks(a_story(), receiver="Lena Brandt", answer_by=FRIDAY) == ()


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"calls": ()}, "No call with them is kept"),
        ({"answers": {}}, "Nothing they said is kept"),
        ({"answers": answers(need="x", date="soon")}, "call"),
        ({"answers": answers(need="x", date="later", wants_call="yes")}, "Date"),
        (
            {"definition": None, "answers": answers(need="x")},
            "have not said yes to a call from a salesperson",
        ),
        (
            {"definition": None, "answers": answers(need="x", wants_call="no")},
            "have not said yes to a call from a salesperson",
        ),
        (
            {"lead": replace(a_lead(), contact=replace(a_lead().contact, phones=(), emails=()))},
            "No number and no e-mail",
        ),
    ],
)
def test_what_a_lead_lacks_is_said_in_a_sentence(changed: dict[str, Any], says: str) -> None:
    """T1: no export without documentation; D3: nor without a yes to the call."""
    (sentence,) = lacks(a_story(**changed), receiver="Lena Brandt", answer_by=FRIDAY)
    assert says in sentence
    assert sentence.endswith((".", "?"))


@pytest.mark.parametrize(
    "given",
    [{}, {"date": "later"}, {"date": "later", "wants_call": "no"}, {"need": "x"}],
)
def test_every_must_have_that_is_open_is_named(given: dict[str, Any]) -> None:
    """T1: whoever keeps a lead here says which answers it still needs."""
    (sentence,) = lacks(a_story(answers=answers(**given)), receiver="Lena", answer_by=FRIDAY)
    labels = {"need": "Real need", "date": "Date", "wants_call": "Wants a call"}
    for question, label in labels.items():
        assert question in given or label in sentence, sentence
    assert "open" in sentence


def test_a_receiver_and_a_day_to_answer_by_are_part_of_the_documentation() -> None:
    assert lacks(a_story(), receiver=" ", answer_by=None) == (
        "Nobody is named to receive it.",
        "No day is set by which sales answers.",
    )


def test_a_rehearsal_without_script_needs_a_yes_and_an_answer_only() -> None:
    story = a_story(
        script=None,
        definition=None,
        answers=answers(wants_call="yes"),
        campaign=replace(CAMPAIGN, source=REHEARSAL),
    )
    assert lacks(story, receiver="Lena Brandt", answer_by=FRIDAY) == ()


def test_a_frozen_brief_reads_back_equal() -> None:
    brief = make_brief(a_story())
    assert brief_from_json(json.loads(json.dumps(brief_to_json(brief)))) == brief


texts = st.text(max_size=20)
briefs = st.builds(
    Brief,
    lead_id=st.integers(1).map(LeadId),
    name=texts,
    phones=st.lists(texts, max_size=3).map(tuple),
    emails=st.lists(texts, max_size=3).map(tuple),
    points=st.none() | st.integers(-99, 99),
    threshold=st.none() | st.integers(-99, 99),
    in_one_line=texts,
    why=st.lists(
        st.builds(
            Evidence, criterion=texts, label=texts, standing=st.sampled_from(Standing), says=texts
        ),
        max_size=3,
    ).map(tuple),
    said=st.lists(texts, max_size=3).map(tuple),
    do_next=st.lists(texts, max_size=3).map(tuple),
    comes_from=st.builds(
        ComesFrom,
        source=texts,
        event=texts,
        did=st.lists(texts, max_size=3).map(tuple),
        called_by=texts,
        called_at=st.none() | st.datetimes(timezones=st.just(UTC)),
        calls=st.integers(0, 9),
        definition=texts,
    ),
    also_named=st.lists(st.builds(Named, name=texts, title=texts), max_size=3).map(tuple),
    permission=texts,
    note=texts,
)


@given(briefs)
def test_every_brief_survives_being_kept(brief: Brief) -> None:
    """Sales and we read the same words ever after."""
    assert brief_from_json(json.loads(json.dumps(brief_to_json(brief)))) == brief


@given(briefs)
def test_whatever_is_known_the_origin_is_said_in_whole_sentences(brief: Brief) -> None:
    says = brief.comes_from.says
    assert not says or says.rstrip()[-1] in ".!?"


@pytest.mark.parametrize(
    ("today", "days", "expected"),
    [
        (date(2026, 3, 17), 5, date(2026, 3, 24)),
        (date(2026, 3, 20), 1, date(2026, 3, 23)),
        (date(2026, 3, 21), 1, date(2026, 3, 23)),
        (date(2026, 3, 17), 0, date(2026, 3, 18)),
    ],
)
def test_sales_has_working_days_to_answer(today: date, days: int, expected: date) -> None:
    assert answer_by_default(today, timedelta(days=days)) == expected


def test_exports_name_the_stage_in_the_trades_own_words() -> None:
    assert waterfall_stage(Bucket.IN_BATCH) == "TQL"
    assert waterfall_stage(Bucket.TAKEN) == "SAL"
    assert waterfall_stage(Bucket.WAITING) == "TAL"


def test_a_brief_without_title_or_city_has_a_subtitle_all_the_same() -> None:
    assert a_brief(title="", city="").subtitle == "Elbkorn Foods"
    assert WANTS_CALL == "wants_call"
