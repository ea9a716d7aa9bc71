"""A draft of the definition tried on finished leads, in both databases (F3, F4)."""

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from past_makers import ALL, a_campaign, call, finish, hand_over, sales_says, stands
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.conditions import Equals
from qualdesk.core.criteria import Criterion, Definition
from qualdesk.core.definition import VerdictKind, judge
from qualdesk.core.errors import NotFound
from qualdesk.core.leads import Bucket
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.replay import Result
from qualdesk.desk.erasing import Erasing
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.trying import Trying
from qualdesk.store import finished
from qualdesk.store.database import Store
from qualdesk.store.leads import place
from qualdesk.store.schema import campaign as campaign_table
from qualdesk.store.schema import contact
from qualdesk.store.schema import lead as lead_table
from script_makers import make_definition, make_script, said

IN_FORCE = make_definition()
STRICTER = replace(IN_FORCE, version=4, threshold=60)
WITHOUT_TODAY = {key: value for key, value in ALL.items() if key != "today"}


@pytest.fixture
def campaign(store: Store, clock: SetClock) -> Campaign:
    return a_campaign(store, clock)


@pytest.fixture
def trying(store: Store, clock: SetClock) -> Trying:
    return Trying(store, clock, "Rosa")


def test_a_draft_is_tried_on_what_became_of_finished_leads(
    store: Store, trying: Trying, campaign: Campaign
) -> None:
    """F3: what would have passed, what sales took, what was won, and which leads change."""
    taken = finish(store, campaign, name="Katrin Albers")
    won = finish(store, campaign, name="Marcus Hale")
    back = finish(store, campaign, WITHOUT_TODAY, name="Ines Fournier")
    waits = finish(store, campaign, name="Owen Pryce")
    finish(store, campaign, {"need": "x"}, Bucket.NURTURE)
    finish(store, campaign, {"role": "c"}, Bucket.NOT_A_FIT)
    items = hand_over(store, campaign, [taken, won, back, waits])
    for one in (taken, won):
        sales_says(store, items[one])
    sales_says(store, items[back], "No budget")
    stands(store, won, Bucket.WON)

    trial = trying.trial(STRICTER, IN_FORCE)
    assert trial.leads == trying.finished() == 6
    assert (trial.before.qualified, trial.after.qualified) == (4, 3)
    assert (trial.before.taken, trial.after.taken, trial.after.won) == (2, 2, 1)
    assert (trial.before.sent_back, trial.after.sent_back, trial.avoided) == (1, 0, 1)
    (changed,) = trial.changed
    assert (changed.lead_id, changed.name, changed.campaign_id) == (
        back,
        "Ines Fournier",
        campaign.id,
    )
    assert (changed.was, changed.now) == (VerdictKind.QUALIFIED, VerdictKind.NURTURE)
    assert changed.result is Result.SENT_BACK
    assert changed.because == judge(STRICTER, make_script(), said(**WITHOUT_TODAY)).sentence
    assert [one.reason for one in trial.missing_questions] == ["No budget"]
    assert {lift.criterion: lift.taken.met.of for lift in trial.lifts} == {
        "need": 3, "role": 3, "call": 3, "today": 2, "sites": 0,
    }  # fmt: skip


def test_a_lead_counts_once_it_is_done_with(
    store: Store, trying: Trying, campaign: Campaign, clock: SetClock
) -> None:
    finish(store, campaign, bucket=Bucket.WAITING)
    finish(store, campaign, bucket=Bucket.RESEARCH)
    nobody_answered = finish(store, campaign, {}, Bucket.UNREACHABLE)
    assert trying.finished() == 0
    held = finish(store, campaign)
    with store.transaction() as tx:
        hold = {"claimed_by": "Maya", "claim_kind": "undo", "claim_slot": 1}
        until = clock.now() + timedelta(seconds=10)
        change = lead_table.update().where(lead_table.c.id == held)
        tx.connection.execute(change.values(**hold, claim_until=until))
    # For ten seconds the outcome can be undone, and other answers be given.
    assert trying.finished() == 0
    clock.advance(timedelta(seconds=11))
    assert trying.finished() == 1
    stands(store, nobody_answered, Bucket.NURTURE)
    assert trying.finished() == 1


def test_what_sales_says_later_counts_at_once(
    store: Store, trying: Trying, campaign: Campaign
) -> None:
    lead_id = finish(store, campaign)
    assert trying.trial(STRICTER).before.taken == 0
    item = hand_over(store, campaign, [lead_id])[lead_id]
    assert trying.trial(STRICTER).before.qualified == 1
    sales_says(store, item)
    assert trying.trial(STRICTER).before.taken == 1
    stands(store, lead_id, Bucket.LOST)
    assert trying.trial(STRICTER).before.lost == 1


def test_a_lead_sent_back_counts_by_the_answers_sales_saw(
    store: Store, trying: Trying, campaign: Campaign, clock: SetClock
) -> None:
    """It is back in the queue, and answers otherwise: sales said no to what it was shown."""
    lead_id = finish(store, campaign, WITHOUT_TODAY)
    item = hand_over(store, campaign, [lead_id])[lead_id]
    sales_says(store, item, "Wrong person")
    clock.advance(timedelta(days=1))
    Handoff(store, clock, "Rosa").recycle(lead_id)
    assert trying.trial(STRICTER, IN_FORCE).before.sent_back == 1
    clock.advance(timedelta(days=1))
    with store.transaction() as tx:
        call(tx, campaign, lead_id, {"role": "c"})
        place(tx, lead_id, Bucket.NOT_A_FIT)
    trial = trying.trial(STRICTER, IN_FORCE)
    assert (trial.leads, trial.before.qualified, trial.before.sent_back) == (1, 1, 1)


def test_a_lead_handed_over_again_counts_by_its_last_time(
    store: Store, trying: Trying, campaign: Campaign, clock: SetClock
) -> None:
    lead_id = finish(store, campaign, WITHOUT_TODAY)
    sales_says(store, hand_over(store, campaign, [lead_id])[lead_id], "Wrong person")
    assert trying.trial(STRICTER, IN_FORCE).after.qualified == 0
    clock.advance(timedelta(days=1))
    with store.transaction() as tx:
        call(tx, campaign, lead_id, {"today": "By hand"})
        place(tx, lead_id, Bucket.QUALIFIED)
    item = hand_over(store, campaign, [lead_id])[lead_id]
    waiting = trying.trial(STRICTER, IN_FORCE)
    assert (waiting.after.qualified, waiting.after.sent_back, waiting.after.taken) == (1, 0, 0)
    sales_says(store, item)
    assert trying.trial(STRICTER, IN_FORCE).after.taken == 1


def test_a_lead_that_is_called_again_counts_anew_when_it_is_done(
    store: Store, trying: Trying, campaign: Campaign, clock: SetClock
) -> None:
    lead_id = finish(store, campaign, {"need": "x"}, Bucket.NURTURE)
    assert trying.finished() == 1
    stands(store, lead_id, Bucket.WAITING)
    assert trying.finished() == 0
    clock.advance(timedelta(days=30))
    with store.transaction() as tx:
        call(tx, campaign, lead_id, {key: ALL[key] for key in ("role", "wants_call", "today")})
        place(tx, lead_id, Bucket.QUALIFIED)
    trial = trying.trial(STRICTER, IN_FORCE)
    assert (trial.leads, trial.after.qualified) == (1, 1)


def test_an_answer_taken_back_does_not_count(
    store: Store, trying: Trying, campaign: Campaign
) -> None:
    from uuid import uuid4

    from qualdesk.core.ids import AnswerId, AttemptId
    from qualdesk.store.answers import keep_answer
    from qualdesk.store.calls import past_calls

    lead_id = finish(store, campaign)
    with store.transaction() as tx:
        attempt = AttemptId(past_calls(tx, lead_id, {})[0].id)
        keep_answer(
            tx,
            AnswerId(str(uuid4())),
            attempt_id=attempt,
            lead_id=lead_id,
            given=Answer(question=QuestionId("need")),
            is_cleared=True,
        )
    assert trying.trial(IN_FORCE).after.qualified == 0


def test_the_trial_counts_what_judging_each_lead_would(
    store: Store, trying: Trying, campaign: Campaign
) -> None:
    """Verdicts by shape are verdicts by answers, over many leads of every kind."""
    chance = random.Random(3)
    choices = {
        "need": ["x", None], "today": ["y"], "role": ["a", "b", "c", None],
        "sites": [1, 2, 3, 40, None], "wants_call": ["yes", "yes", "no"],
    }  # fmt: skip
    everything: list[dict[str, object]] = []
    with store.transaction() as tx:
        from makers import make_lead

        for _ in range(36):
            answers = {
                key: chance.choice(of) for key, of in choices.items() if chance.random() < 0.8
            } or {"need": "x"}
            everything.append(answers)
            lead_id = make_lead(tx, campaign)
            call(tx, campaign, lead_id, answers)
            place(tx, lead_id, Bucket.NURTURE)
    for threshold in (10, 45, 60):
        draft = replace(IN_FORCE, version=9, threshold=threshold)
        trial = trying.trial(draft, IN_FORCE)
        verdicts = [
            [judge(rule, make_script(), _given(answers)).kind for answers in everything]
            for rule in (IN_FORCE, draft)
        ]
        qualified = [kinds.count(VerdictKind.QUALIFIED) for kinds in verdicts]
        assert [trial.before.qualified, trial.after.qualified] == qualified
        apart = sum(was is not now for was, now in zip(*verdicts, strict=True))
        assert trial.changed_count == len(trial.changed) == apart
        assert trial.at(45).after == trying.trial(replace(draft, threshold=45), IN_FORCE).after


def _given(answers: dict[str, object]) -> dict[QuestionId, Answer]:
    return said(
        **{
            key: Answer(question=QuestionId(key), value=value, does_not_know=value is None)
            for key, value in answers.items()
        }
    )


def test_the_slider_names_its_leads_when_asked(
    store: Store, trying: Trying, campaign: Campaign
) -> None:
    for number in range(5):
        finish(store, campaign, name=f"Person {number}")
    trial = trying.trial(IN_FORCE, IN_FORCE)
    assert (trial.changed_count, trial.changed) == (0, ())
    slid = trial.at(100)
    assert (slid.changed_count, slid.changed) == (5, ())
    named = trying.changed(slid, most=3)
    # The newest come first; these are equally new, so by their number.
    assert [one.name for one in named] == ["Person 4", "Person 3", "Person 2"]
    assert {one.now for one in named} == {VerdictKind.NURTURE}


def test_many_shapes_that_change_are_named_newest_first(
    store: Store,
    trying: Trying,
    campaign: Campaign,
    clock: SetClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """More shapes than are asked for one by one: all cases are passed over instead."""
    from qualdesk.store import past

    for sites in range(3, 12):
        finish(store, campaign, {**ALL, "sites": sites}, name=f"With {sites}")
        clock.advance(timedelta(minutes=1))
    trying.catch_up()
    few = trying.changed(trying.trial(IN_FORCE, IN_FORCE).at(200))
    monkeypatch.setattr(past, "_FEW_SHAPES", 2)
    many = trying.changed(trying.trial(IN_FORCE, IN_FORCE).at(200))
    assert [one.name for one in many] == [f"With {sites}" for sites in range(11, 2, -1)]
    assert few == many


def test_a_trial_can_be_of_one_campaign(store: Store, trying: Trying, clock: SetClock) -> None:
    one, other = a_campaign(store, clock, "One"), a_campaign(store, clock, "Other")
    for campaign, count in ((one, 2), (other, 3)):
        for _ in range(count):
            finish(store, campaign)
    assert trying.trial(STRICTER, IN_FORCE, "One").leads == 2
    assert trying.trial(STRICTER, IN_FORCE, other.id).leads == 3
    assert trying.trial(STRICTER, IN_FORCE).leads == 5
    with pytest.raises(NotFound):
        trying.trial(STRICTER, IN_FORCE, "Nobody's")


def test_a_definition_is_tried_on_the_leads_of_those_who_work_by_it(
    store: Store, trying: Trying, clock: SetClock, tmp_path: Path
) -> None:
    """O7: what one client's people answered is no business of another."""
    other = replace(IN_FORCE, id="other")
    finish(store, a_campaign(store, clock, "One", client="Sealers"))
    finish(store, a_campaign(store, clock, "Two", client="Sealers", definition=other))
    theirs = a_campaign(store, clock, "Three", client="Bakers", definition=other)
    finish(store, theirs)
    assert trying.trial(STRICTER, IN_FORCE).leads == 2
    assert trying.trial(other).leads == 3
    assert trying.trial(STRICTER, IN_FORCE, theirs.id).leads == 1
    nobodys = replace(IN_FORCE, id="new")
    assert trying.trial(nobodys).leads == trying.finished() == 3
    history = tmp_path / "past.csv"
    history.write_text("need,result\nx,taken\ny,sent back\n", encoding="utf-8")
    trying.load_past(history, make_script())
    assert trying.trial(STRICTER, IN_FORCE).leads == 4
    assert trying.gap(STRICTER, IN_FORCE).leads == 4
    assert trying.trial(STRICTER, IN_FORCE, "One").leads == 1
    changed = trying.trial(replace(STRICTER, threshold=900)).changed
    assert {one.name for one in changed} == {"Row 2", "Row 3", *_names(store, "Sealers")}


def _names(store: Store, client: str) -> set[str]:
    query = (
        sa.select(contact.c.name)
        .join(lead_table, lead_table.c.contact_id == contact.c.id)
        .join(campaign_table, campaign_table.c.id == lead_table.c.campaign_id)
        .where(campaign_table.c.client == client)
    )
    with store.reading() as tx:
        return set(tx.connection.scalars(query))


def test_leads_worked_by_two_scripts_are_judged_each_by_its_own(
    store: Store, trying: Trying, clock: SetClock
) -> None:
    """A question an older script hid stays hidden, whatever the newer one does."""
    from script_makers import make_question

    hides = replace(
        make_script(
            discover=[
                make_question("need"),
                make_question("today", ask_when=Equals(question="sites", value=1)),
            ]
        ),
        version=2,
    )
    finish(store, a_campaign(store, clock, "New"))
    finish(store, a_campaign(store, clock, "Old", script=hides))
    trial = trying.trial(STRICTER, IN_FORCE)
    assert (trial.before.qualified, trial.after.qualified) == (2, 1)


def test_the_gap_lays_two_definitions_over_the_same_answers(
    store: Store, trying: Trying, campaign: Campaign
) -> None:
    """F3, gap view: where marketing and sales disagree, and on whom."""
    finish(store, campaign)
    loose = finish(store, campaign, WITHOUT_TODAY, name="Ines Fournier")
    finish(store, campaign, {"role": "c"}, Bucket.NOT_A_FIT)
    needs_today = _with(IN_FORCE, "today", must_have=True)
    gap = trying.gap(IN_FORCE, needs_today)
    assert (gap.both.qualified, gap.only_marketing.qualified, gap.only_sales.qualified) == (1, 1, 0)
    assert (gap.neither, gap.leads) == (1, 3)
    assert [(one.label, one.leads) for one in gap.reasons] == [("Today", 1)]
    (disputed,) = gap.disputed
    assert (disputed.lead_id, disputed.was, disputed.now) == (
        loose,
        VerdictKind.QUALIFIED,
        VerdictKind.NURTURE,
    )


def _with(definition: Definition, criterion: str, **changed: object) -> Definition:
    return replace(
        definition,
        criteria=tuple(
            replace(one, **changed) if one.id == criterion else one for one in definition.criteria
        ),
    )


def test_what_cannot_be_tried_is_said(store: Store, trying: Trying, campaign: Campaign) -> None:
    finish(store, campaign)
    by_words = make_definition(
        Criterion(
            id="need",
            label="Need",
            question=QuestionId("need"),
            met_when=Equals(question="need", value="A new line"),
        )
    )
    (limit,) = trying.trial(by_words, IN_FORCE).limits
    assert limit.startswith("“Need” is answered in words.")
    assert trying.trial(STRICTER, IN_FORCE).limits == ()


def test_an_erased_person_still_counts_and_has_no_name(
    store: Store, trying: Trying, campaign: Campaign, clock: SetClock
) -> None:
    lead_id = finish(store, campaign, name="Katrin Albers")
    sales_says(store, hand_over(store, campaign, [lead_id])[lead_id])
    assert trying.finished() == 1
    Erasing(store, clock, "Rosa").erase(lead_id)
    (changed,) = trying.trial(replace(IN_FORCE, threshold=100), IN_FORCE).changed
    assert changed.name == "Erased person"


def test_stopping_keeps_what_was_taken_in_and_goes_on_there(
    store: Store, trying: Trying, campaign: Campaign
) -> None:
    with store.transaction() as tx:
        from makers import make_lead

        for number in range(120):
            lead_id = make_lead(tx, campaign)
            call(tx, campaign, lead_id, {"sites": number})
            place(tx, lead_id, Bucket.NURTURE)
    stopped = _StopsAt(2)
    with pytest.raises(Cancelled):
        trying.catch_up(stopped)
    assert stopped.of == 120
    with store.reading() as tx:
        left = len(finished.unseen(tx))
    assert 0 < left < 120
    assert trying.finished() == 120
    with store.reading() as tx:
        assert finished.unseen(tx) == ()


class _StopsAt(Progress):
    """Somebody who stops the work at its so manyth report."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._left = number

    def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
        self._left -= 1
        if not self._left:
            self.cancel()
        super().report(done, of, says)


def test_a_lead_without_a_script_leaves_no_case(
    store: Store, trying: Trying, clock: SetClock
) -> None:
    bare = a_campaign(store, clock, "Bare", script=None, definition=None)
    finish(store, bare)
    assert trying.finished() == 0


def test_nothing_finished_is_a_trial_of_nothing(trying: Trying) -> None:
    trial = trying.trial(STRICTER, IN_FORCE)
    assert (trial.leads, trial.is_enough, trial.histogram.bars) == (0, False, ())
    assert trial.title == "Too few leads to try this on (0). 30 are needed."
    assert trying.gap(STRICTER, IN_FORCE).leads == 0
