"""Two people judge the same answers, without knowing whose they are (rater agreement)."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from past_makers import ALL, a_campaign, call, finish, hand_over
from qualdesk.core.agreement import Judgement
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.criteria import Criterion, Definition
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.leads import Bucket
from qualdesk.core.questions import QuestionId
from qualdesk.core.rating import RoundId
from qualdesk.desk.erasing import Erasing
from qualdesk.desk.rating import RatingRounds
from qualdesk.store.database import Store
from qualdesk.store.schema import rating_case
from script_makers import answer, make_definition, make_question, make_script

CRITERIA = ("need", "role", "call", "today", "sites")


@pytest.fixture
def campaign(store: Store, clock: SetClock) -> Campaign:
    return a_campaign(store, clock)


@pytest.fixture
def rating(store: Store, clock: SetClock) -> RatingRounds:
    return RatingRounds(store, clock, "Rosa")


def judge_all(rating: RatingRounds, round_id: RoundId, rater: str, *, odd: str = "") -> int:
    """Judge every case left as met; ``odd`` is a criterion not met on every other case."""
    judged = 0
    while case := rating.next_case(round_id, rater):
        for criterion in case.criteria:
            is_odd = criterion.id == odd and case.position % 2 == 0
            said = Judgement.NOT_MET if is_odd else Judgement.MET
            rating.judge(round_id, case.position, rater, criterion.id, said)
        judged += 1
    return judged


def test_two_people_judge_the_same_answers_and_agree_so_far(
    store: Store, rating: RatingRounds, clock: SetClock
) -> None:
    two = (_criterion("need"), _criterion("role"))
    campaign = a_campaign(store, clock, definition=make_definition(*two))
    for _ in range(31):
        finish(store, campaign, {"need": "x", "role": "a"})
    begun = rating.begin(campaign.name)
    assert (begun.cases, begun.judged, begun.version) == (30, {}, 3)
    assert judge_all(rating, begun.id, "Pia Okafor", odd="role") == 30
    far = rating.rounds(campaign.id)[0]
    assert far.says == "Pia Okafor 30 of 30. A second person is needed."
    assert {one.kappa.n for one in rating.agreement(begun.id)} == {0}
    assert rating.poor(campaign.id) == ()

    assert judge_all(rating, begun.id, "Lena Brandt") == 30
    (closed,) = rating.rounds(campaign.id)
    assert closed.closed_at is not None
    assert closed.says == "30 cases, judged by Lena Brandt and Pia Okafor"
    need, role = rating.agreement(begun.id)
    assert (role.question, role.kappa.n, role.kappa.agreed) == ("role", 30, 15)
    assert role.kappa.value == pytest.approx(0.0)
    assert need.kappa.value is None
    assert [one.criterion for one in rating.poor(campaign.id)] == ["role"]


def test_the_newest_round_with_cases_enough_is_the_one_that_is_told(
    store: Store, rating: RatingRounds, clock: SetClock
) -> None:
    """A handful judged later takes nothing away; until there are 30, a handful is all there is."""
    campaign = a_campaign(store, clock, definition=make_definition(_criterion("role")))
    for _ in range(30):
        finish(store, campaign, {"need": "x", "role": "a"})
    assert rating.newest(campaign.id) == ()
    few = rating.begin(campaign.id, 2)
    judge_all(rating, few.id, "Pia", odd="role")
    assert rating.newest(campaign.id) == (), "one person agrees with nobody"
    judge_all(rating, few.id, "Lena")
    (said,) = rating.newest(campaign.id)
    assert (said.kappa.n, said.kappa.is_enough) == (2, False)

    clock.advance(timedelta(days=1))
    many = rating.begin(campaign.id)
    for rater, odd in (("Pia", "role"), ("Lena", "")):
        judge_all(rating, many.id, rater, odd=odd)
    clock.advance(timedelta(days=1))
    again = rating.begin(campaign.id, 3)
    for rater in ("Pia", "Lena"):
        judge_all(rating, again.id, rater)
    (said,) = rating.newest(campaign.id)
    assert (said.question, said.kappa.n, said.is_poor) == ("role", 30, True)
    assert rating.poor(campaign.id) == (said,)


def test_nothing_in_a_case_says_whose_it_is(
    store: Store, rating: RatingRounds, clock: SetClock
) -> None:
    """Words are shown; names, companies, numbers and addresses in them are not."""
    hides = make_script(
        discover=[
            make_question("need"),
            make_question("today"),
            make_question("who", "person"),
            make_question("several", "choices"),
        ],
        fit=[make_question("role", "choice"), make_question("sites", "number")],
    )
    campaign = a_campaign(store, clock, script=hides)
    finish(
        store,
        campaign,
        {
            **ALL,
            "need": answer("need", "Albers needs trays", words="Katrin Albers of Elbkorn Foods"),
            "today": "Ask Jens on +49 40 66969 100 or jens@elbkorn.example",
            "who": answer("who", "Jens Petersen", words="the plant director"),
            "role": answer("role", "a", words="I decide, says Katrin"),
            "several": ("a", "c"),
            "sites": None,
            # Hidden: no call was wanted, so nobody was asked when.
            "wants_call": "no",
            "best_time": "Thursday, ask for Katrin",
        },
        name="Katrin Albers",
        company_name="Elbkorn Foods",
    )
    begun = rating.begin(campaign.id)
    case = rating.next_case(begun.id, "Pia")
    assert case is not None
    assert [(one.question, one.says, one.words) for one in case.answers] == [
        ("need", "[name] needs trays", "[name] of [company]"),
        ("today", "Ask [name] on [number] or [e-mail]", ""),
        ("who", "[somebody]", ""),
        ("several", "Label a, Label c", ""),
        ("role", "Label a", "I decide, says [name]"),
        ("sites", "Does not know", ""),
        ("wants_call", "No", ""),
    ]
    with store.reading() as tx:
        kept = json.dumps(
            tx.connection.scalar(rating_case.select().with_only_columns(rating_case.c.answers))
        )
    for secret in ("Katrin", "Albers", "Elbkorn", "66969", "Jens", "Petersen", "Thursday"):
        assert secret not in kept


def test_a_rater_goes_on_where_they_were_and_may_change_their_mind(
    store: Store, rating: RatingRounds, campaign: Campaign
) -> None:
    for _ in range(2):
        finish(store, campaign)
    begun = rating.begin(campaign.id)
    assert begun.cases == 2
    first = rating.judge(begun.id, 1, "Pia", "need", "met")
    assert not first.is_judged
    again = rating.judge(begun.id, 1, " pia ", "need", Judgement.UNCLEAR)
    assert [one.judgement for one in again.criteria] == [Judgement.UNCLEAR, None, None, None, None]
    # What one said the other does not see.
    assert {one.judgement for one in rating.case(begun.id, 1, "Lena").criteria} == {None}
    case = rating.next_case(begun.id, "Pia")
    assert case is not None
    assert (case.position, case.of) == (1, 2)
    for criterion in CRITERIA:
        rating.judge(begun.id, 1, "Pia", criterion, Judgement.MET)
    following = rating.next_case(begun.id, "Pia")
    assert following is not None
    assert following.position == 2
    assert rating.rounds(campaign.id)[0].judged == {"Pia": 1}


def test_what_makes_no_sense_in_a_round_is_refused(
    store: Store, rating: RatingRounds, campaign: Campaign
) -> None:
    finish(store, campaign)
    begun = rating.begin(campaign.id)
    with pytest.raises(Refused, match="Choose one of: met, not_met, unclear"):
        rating.judge(begun.id, 1, "Pia", "need", "perhaps")
    with pytest.raises(NotFound, match="no criterion"):
        rating.judge(begun.id, 1, "Pia", "colour", Judgement.MET)
    with pytest.raises(NotFound, match="no case 2 in this round of 1"):
        rating.judge(begun.id, 2, "Pia", "need", Judgement.MET)
    with pytest.raises(NotFound, match="no round"):
        rating.next_case(RoundId(99), "Pia")
    with pytest.raises(Refused, match="Say who judges"):
        rating.next_case(begun.id, "  ")
    rating.judge(begun.id, 1, "Pia", "need", Judgement.MET)
    rating.judge(begun.id, 1, "Lena", "need", Judgement.MET)
    with pytest.raises(Refused, match="judge this round"):
        rating.judge(begun.id, 1, "Owen", "need", Judgement.MET)
    for rater in ("Pia", "Lena"):
        judge_all(rating, begun.id, rater)
    with pytest.raises(Refused, match="Both have judged this round"):
        rating.judge(begun.id, 1, "Pia", "need", Judgement.NOT_MET)


def test_a_round_needs_somebody_finished_and_a_definition(
    store: Store, rating: RatingRounds, campaign: Campaign, clock: SetClock
) -> None:
    finish(store, campaign, bucket=Bucket.WAITING)
    with pytest.raises(Refused, match="Nobody of “PackTech Expo” is finished yet"):
        rating.begin(campaign.id)
    bare = a_campaign(store, clock, "Bare", script=None, definition=None)
    with pytest.raises(Refused, match="no script and definition to judge by"):
        rating.begin(bare.id)
    with pytest.raises(Refused, match="1 to 200 cases"):
        rating.begin(campaign.id, cases=0)
    assert rating.rounds(campaign.id) == ()


def test_a_round_is_drawn_by_lot_from_all_who_are_finished(
    store: Store, rating: RatingRounds, campaign: Campaign, clock: SetClock
) -> None:
    from datetime import timedelta

    for number in range(16):
        finish(store, campaign, {"sites": number, "wants_call": "yes"})

    def drawn() -> list[str]:
        begun = rating.begin(campaign.id, cases=6)
        cases = [rating.case(begun.id, place, "Pia") for place in range(1, 7)]
        return [case.answers[0].says for case in cases]

    one = drawn()
    clock.advance(timedelta(days=1))
    other = drawn()
    assert len(set(one)) == len(set(other)) == 6
    assert one != other
    assert one != sorted(one, key=lambda said: int(said.split()[0]))


def test_who_is_erased_leaves_no_words_in_a_round(
    store: Store, rating: RatingRounds, campaign: Campaign, clock: SetClock
) -> None:
    theirs = {**ALL, "need": "Four hours lost a week", "role": answer("role", "a", words="I do")}
    lead_id = finish(store, campaign, theirs)
    finish(store, campaign, {**ALL, "need": "Another line"})
    begun = rating.begin(campaign.id)
    Erasing(store, clock, "Rosa").erase(lead_id)
    cases = [rating.case(begun.id, place, "Pia") for place in (1, 2)]
    left = {(one.question, one.says, one.words) for case in cases for one in case.answers}
    assert ("need", "Another line", "") in left
    assert ("need", "", "") in left
    assert {one for one in left if one[0] == "role"} == {("role", "Label a", "")}


def test_who_is_erased_leaves_none_of_the_words_they_said_before_they_said_others(
    store: Store, rating: RatingRounds, campaign: Campaign, clock: SetClock
) -> None:
    """A round keeps what was said when it was drawn, whatever was said in a later call."""
    lead_id = finish(store, campaign, {**ALL, "need": "Four hours lost a week"})
    begun = rating.begin(campaign.id)
    clock.advance(timedelta(days=7))
    with store.transaction() as tx:
        call(tx, campaign, lead_id, {"need": "Solved with a second shift"})
    hand_over(store, campaign, [lead_id])
    Erasing(store, clock, "Rosa").erase(lead_id)
    case = rating.case(begun.id, 1, "Pia")
    assert {one.question: one.says for one in case.answers}["need"] == ""
    with store.reading() as tx:
        kept = json.dumps([row.answers for row in tx.connection.execute(sa.select(rating_case))])
    assert "Four hours" not in kept


def test_nobody_judges_the_empty_answers_of_somebody_who_was_erased(
    store: Store, rating: RatingRounds, campaign: Campaign, clock: SetClock
) -> None:
    lead_id = finish(store, campaign, {**ALL, "need": "Four hours lost a week"})
    finish(store, campaign, {**ALL, "need": "Another line"})
    # Both are among the finished before one of them is erased.
    assert rating.begin(campaign.id).cases == 2
    Erasing(store, clock, "Rosa").erase(lead_id)
    begun = rating.begin(campaign.id)
    assert begun.cases == 1
    case = rating.next_case(begun.id, "Pia")
    assert case is not None
    assert "Another line" in [one.says for one in case.answers]


def test_an_answer_under_an_older_script_is_shown_by_its_own_id(
    store: Store, rating: RatingRounds, campaign: Campaign, clock: SetClock
) -> None:
    from qualdesk.desk.library import Library

    finish(store, campaign, {"sites": 4})
    without = replace(make_script(fit=[make_question("role", "choice")]), version=2)
    Library(store, clock, "Rosa").set_definition(campaign.id, _only_need())
    changed = Library(store, clock, "Rosa").set_script(campaign.id, without)
    case = rating.next_case(rating.begin(changed.id).id, "Pia")
    assert case is not None
    assert [(one.question, one.asked, one.says) for one in case.answers] == [
        ("sites", "sites", "4")
    ]


def _criterion(question: str) -> Criterion:
    return Criterion(id=question, label=question.capitalize(), question=QuestionId(question))


def _only_need() -> Definition:
    need = Criterion(id="need", label="Need", question=QuestionId("need"), must_have=True)
    return make_definition(need, threshold=1)
