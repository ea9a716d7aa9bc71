"""Whatever happens to leads, a trial counts what a plain model of them says (F3)."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from makers import make_lead
from past_makers import a_campaign, call, hand_over, sales_says, stands
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.definition import VerdictKind, judge
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.replay import Result
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.trying import Trying
from qualdesk.store import finished
from qualdesk.store.database import Store
from qualdesk.store.leads import place
from script_makers import make_definition, make_script, said

DRAFT = replace(make_definition(), version=4, threshold=55)
CHOICES = {
    "need": ["x", None], "role": ["a", "b", "c"], "today": ["y"],
    "sites": [1, 5], "wants_call": ["yes", "yes", "no"],
}  # fmt: skip
LEAVES = [Bucket.NURTURE, Bucket.NOT_A_FIT, Bucket.UNREACHABLE, Bucket.WAITING]
WITH_SALES = {Bucket.IN_BATCH, Bucket.TAKEN, Bucket.SENT_BACK, Bucket.WON, Bucket.LOST}
OPEN = {Bucket.WAITING, Bucket.RESEARCH, Bucket.CALLBACK}


@dataclass
class Known:
    """A lead as one would keep it on paper."""

    bucket: Bucket = Bucket.WAITING
    answers: dict[str, object] = field(default_factory=dict)
    item: str = ""
    seen: dict[str, object] = field(default_factory=dict)
    said: str = ""

    @property
    def counts(self) -> bool:
        return bool(self.said) or (self.bucket not in OPEN and bool(self.answers))

    @property
    def result(self) -> Result:
        if self.bucket in {Bucket.WON, Bucket.LOST}:
            return Result(self.bucket.value)
        if self.said:
            return Result(self.said)
        with_sales = {Bucket.QUALIFIED, Bucket.IN_BATCH}
        return Result.HANDED if self.bucket in with_sales else Result.NOT_HANDED

    @property
    def judged_by(self) -> dict[str, object]:
        has_left = self.said or (self.item and self.bucket in WITH_SALES)
        return self.seen if has_left else self.answers


class Week:
    """A few leads to which anything happens, in the workspace and on paper alike."""

    def __init__(self, store: Store, clock: SetClock, campaign: Campaign, seed: int) -> None:
        self.store, self.clock, self.campaign = store, clock, campaign
        self.handoff = Handoff(store, clock, "Rosa")
        self.chance = random.Random(seed)
        with store.transaction() as tx:
            self.leads: dict[LeadId, Known] = {make_lead(tx, campaign): Known() for _ in range(7)}

    def happen(self) -> None:
        """Something that can happen to one of them happens."""
        self.clock.advance(timedelta(minutes=self.chance.randrange(1, 90)))
        lead_id, known = self.chance.choice(list(self.leads.items()))
        self.chance.choice(list(self._possible(lead_id, known)))()

    def _possible(self, lead_id: LeadId, known: Known) -> Iterator:
        if known.bucket is Bucket.WAITING:
            yield lambda: self._call(lead_id, known)
        elif known.bucket is Bucket.QUALIFIED:
            yield lambda: self._hand_over(lead_id, known)
        elif known.bucket is Bucket.IN_BATCH:
            yield lambda: self._sales(known)
        elif known.bucket is Bucket.TAKEN:
            yield lambda: self._move(lead_id, known, self.chance.choice([Bucket.WON, Bucket.LOST]))
        elif known.bucket is Bucket.SENT_BACK:
            yield lambda: self._recycle(lead_id, known)
        else:
            yield lambda: self._move(lead_id, known, Bucket.WAITING)

    def _call(self, lead_id: LeadId, known: Known) -> None:
        answers = {
            key: self.chance.choice(of)
            for key, of in CHOICES.items()
            if self.chance.random() < 0.75
        }
        bucket = self.chance.choice([Bucket.QUALIFIED] * 4 + LEAVES)
        with self.store.transaction() as tx:
            call(tx, self.campaign, lead_id, answers)
            place(tx, lead_id, bucket)
        known.answers = {**known.answers, **answers}
        known.bucket = bucket

    def _hand_over(self, lead_id: LeadId, known: Known) -> None:
        known.item = hand_over(self.store, self.campaign, [lead_id])[lead_id]
        known.bucket, known.seen, known.said = Bucket.IN_BATCH, dict(known.answers), ""

    def _sales(self, known: Known) -> None:
        takes = self.chance.random() < 0.5
        sales_says(self.store, known.item, "" if takes else "No budget")
        known.said = "taken" if takes else "sent_back"
        known.bucket = Bucket.TAKEN if takes else Bucket.SENT_BACK

    def _recycle(self, lead_id: LeadId, known: Known) -> None:
        self.handoff.recycle(lead_id)
        known.bucket = Bucket.WAITING

    def _move(self, lead_id: LeadId, known: Known, bucket: Bucket) -> None:
        stands(self.store, lead_id, bucket)
        known.bucket = bucket

    def on_paper(self) -> tuple[int, Counter[Result], dict[LeadId, Result]]:
        """How many count, what became of those the draft qualifies, and of each that does not."""
        qualified: Counter[Result] = Counter()
        others: dict[LeadId, Result] = {}
        counting = {one: known for one, known in self.leads.items() if known.counts}
        for lead_id, known in counting.items():
            answers = said(**{key: _answer(key, value) for key, value in known.judged_by.items()})
            if judge(DRAFT, make_script(), answers).kind is VerdictKind.QUALIFIED:
                qualified[known.result] += 1
            else:
                others[lead_id] = known.result
        return len(counting), qualified, others


def _answer(question: str, value: object) -> object:
    from script_makers import answer

    return answer(question, value, does_not_know=value is None)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_trial_counts_what_a_plain_model_of_the_leads_says(
    store: Store, clock: SetClock, seed: int
) -> None:
    """Finished, handed over, answered, put back, called again: in any order."""
    week = Week(store, clock, a_campaign(store, clock), seed)
    trying = Trying(store, clock, "Rosa")
    for step in range(43):
        week.happen()
        if step % 6:
            continue
        leads, qualified, others = week.on_paper()
        trial = trying.trial(DRAFT)
        assert trial.leads == leads
        assert trial.after.qualified == qualified.total()
        assert trial.after.sent_back == qualified[Result.SENT_BACK]
        assert (trial.after.won, trial.after.lost) == (
            qualified[Result.WON],
            qualified[Result.LOST],
        )
        assert trial.after.taken == sum(n for result, n in qualified.items() if result.is_taken)
        # Beside what was handed over, those change that were and would not be, and the reverse.
        dropped = {one for one, result in others.items() if result is not Result.NOT_HANDED}
        named = {one.lead_id: one for one in trial.changed}
        assert {one for one, lead in named.items() if lead.now is not lead.now.QUALIFIED} == dropped
        assert {named[one].result for one in dropped} == {others[one] for one in dropped}
    with store.reading() as tx:
        assert finished.unseen(tx) == ()


def test_two_desks_that_take_the_same_leads_in_make_each_case_once(
    store: Store, clock: SetClock
) -> None:
    campaign = a_campaign(store, clock)
    with store.transaction() as tx:
        for number in range(6):
            lead_id = make_lead(tx, campaign)
            call(tx, campaign, lead_id, {"sites": number % 2})
            place(tx, lead_id, Bucket.NURTURE)
    one, other = Trying(store, clock, "Rosa"), Trying(store, clock, "Maya")
    with store.reading() as tx:
        waiting = finished.unseen(tx)
    assert one.finished() == 6
    # The other had seen them waiting before the first was done, and takes them in again.
    with store.transaction() as tx:
        assert finished.fill(tx, waiting, lambda _: make_script()) == 6
    assert other.finished() == one.finished() == 6
    with store.reading() as tx:
        assert finished.unseen(tx) == ()
