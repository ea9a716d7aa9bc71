"""Random histories of leads with sales, and what reports must say of them, counted by hand.

What was done is written down beside the workspace, act by act. The figures are counted from
that, one lead at a time, in the plainest way there is.
"""

import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction
from uuid import uuid4

from makers import erase, make_campaign, make_card, make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import AttemptId, BatchId, ItemId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import CallWindow, HandoffTerms, SourceType
from qualdesk.desk.way_back import WayBack
from qualdesk.store.calls import begin, change_call
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoff_items import mark_recycled, set_became
from qualdesk.store.leads import place
from qualdesk.store.schema import attempt, intake_row, lead_list
from way_back_makers import answer, leave

CALLERS = ("Maya", "Omar", "Rosa", "Ben")
REASONS = ("Wrong person", "No date in sight", "Not our region")
CRITERIA = {"Wrong person": "person", "No date in sight": "date"}
# Whether the outcome makes the caller one of those who share the lead.
TALKS = {
    "callback_fixed": True,
    "nurture": True,
    "no_answer": False,
    "gatekeeper": False,
    "qualified": True,
}


@dataclass
class Call:
    """A call as it was made."""

    at: datetime
    caller: str
    outcome: str
    is_undone: bool = False


@dataclass
class Item:
    """A lead in a batch, and what became of it there."""

    id: ItemId
    lead: LeadId
    batch: BatchId
    sent_at: datetime
    kept: str = "sent"
    reason: str = ""
    answered_at: datetime | None = None
    recycled_at: datetime | None = None
    became: str = ""
    became_at: datetime | None = None
    disputes: list[list[object]] = field(default_factory=list)


class History:
    """One campaign of a client of its own, to which random things happen."""

    def __init__(self, store: Store, clock: SetClock, seed: int, zone: str) -> None:
        self.store, self.clock, self.zone = store, clock, zone
        self.seed, self.client = seed, f"Client {seed}"
        self.chance = random.Random(seed)
        self.calls: defaultdict[LeadId, list[Call]] = defaultdict(list)
        self.items: list[Item] = []
        self.lists: dict[LeadId, str] = {}
        self.ready: list[LeadId] = []
        self.free: list[LeadId] = []
        self.erased: set[LeadId] = set()
        self.way_back = WayBack(store, "Rosa")
        with store.transaction() as tx:
            self.campaign = _campaign(tx, self.client, zone)
            self._files = [_list(tx, self.campaign, name, seed) for name in ("a.csv", "b.csv")]
            self._undone = _list(tx, self.campaign, "undone.csv", seed, state="undone")

    def run(self, steps: int) -> None:
        """So many things happen, some hours apart."""
        acts = (
            *(self.qualify,) * 5,
            *(self.leave,) * 3,
            *(self.answer,) * 5,
            *(self.recycle, self.recall, self.dispute, self.dispute, self.decide, self.become),
            *(self.call_again, self.call_again, self.erase),
        )
        for _ in range(steps):
            self.chance.choice(acts)()
            self.clock.advance(timedelta(minutes=self.chance.randint(1, 2000)))

    def qualify(self) -> None:
        """Some new people are called until they are qualified."""
        for _ in range(self.chance.randint(1, 2)):
            self._qualify_one()

    def call_again(self) -> None:
        """Somebody who came back is called until they are qualified once more."""
        if self.free:
            self._call_until_qualified(self.free.pop(self.chance.randrange(len(self.free))))

    def leave(self) -> None:
        """Some of those who are qualified leave in a batch."""
        some = [one for one in self.ready if self.chance.random() < 0.7]
        if not some:
            return
        self.ready = [one for one in self.ready if one not in some]
        batch, ids = leave(self.store, self.campaign, *some)
        at = self.clock.now()
        self.items += [Item(ids[one], one, batch, sent_at=at) for one in some]

    def answer(self) -> None:
        """Sales answers about some it has, or had."""
        for _ in range(self.chance.randint(1, 3)):
            self._answer_one()

    def recycle(self) -> None:
        """Nobody answered in time."""
        item = self._some("sent")
        if item is not None and not item.became:
            item.kept, item.recycled_at = "recycled", self.clock.now()
            with self.store.transaction() as tx:
                mark_recycled(tx, item.id, to="queue", because="unanswered")
                place(tx, item.lead, Bucket.WAITING)
            self._free(item.lead)

    def recall(self) -> None:
        """A batch is taken back as far as sales has not answered."""
        waiting = [one for one in self.items if one.kept == "sent"]
        if not waiting or any(one.became for one in waiting):
            return
        batch = self.chance.choice(waiting).batch
        done = self.way_back.recall(batch, "Wrong list")
        for item in waiting:
            if item.batch == batch:
                item.kept = "recalled"
                if item.lead in done.leads and item.lead not in self.erased:
                    self.ready.append(item.lead)

    def dispute(self) -> None:
        """Somebody does not agree with an answer."""
        item = self._some("taken", "sent_back")
        if item is not None and may_dispute(item, self.campaign, self.clock.now()):
            number = self.way_back.dispute(item.id, "Look again").dispute_id
            item.disputes.append([number, "open"])

    def decide(self) -> None:
        """An open dispute is reviewed or withdrawn."""
        waiting = [one for one in self.items if one.disputes and one.disputes[-1][1] == "open"]
        waiting = [one for one in waiting if one.lead not in self.erased]
        if not waiting:
            return
        item = self.chance.choice(waiting)
        number, state = item.disputes[-1][0], self.chance.choice(["stands", "changed", "withdrawn"])
        item.disputes[-1][1] = state
        if state == "withdrawn":
            self.way_back.withdraw(number)
            return
        turned = state == "changed"
        reason = REASONS[0] if turned and item.kept == "taken" else ""
        self.way_back.review(number, changed=turned, because="Looked", reason=reason)
        if turned:
            item.kept, item.reason = ("sent_back", reason) if reason else ("taken", "")

    def become(self) -> None:
        """The client's CRM says what became of somebody."""
        item = self._some("sent", "taken", "recycled")
        if item is not None and not item.became and not item.disputes:
            item.became, item.became_at = self.chance.choice(["won", "lost"]), self.clock.now()
            with self.store.transaction() as tx:
                set_became(tx, item.id, item.became)

    def erase(self) -> None:
        """Somebody asks to be erased: they count on."""
        here = {one.lead for one in self.items} - set(self.ready) - set(self.free) - self.erased
        if here:
            gone = self.chance.choice(sorted(here))
            self.erased.add(gone)
            with self.store.transaction() as tx:
                erase(tx, gone)

    def _qualify_one(self) -> None:
        with self.store.transaction() as tx:
            new = make_lead(tx, self.campaign, make_contact(tx))
            brought = self.chance.choice([*self._files, None])
            if self.chance.random() < 0.3:
                _row(tx, self._undone[0], new)
            for number, name in self._files:
                # The first list brings a lead; the second may find it there.
                if brought and number >= brought[0]:
                    _row(tx, number, new)
                    self.lists.setdefault(new, name)
        self._call_until_qualified(new)

    def _answer_one(self) -> None:
        item = self._some("sent", "recycled")
        if item is not None and not item.became:
            item.reason = self.chance.choice(["", "", *REASONS])
            item.kept = "sent_back" if item.reason else "taken"
            item.answered_at = self.clock.now()
            answer(self.store, item.id, item.reason)
            if item.reason:
                self._free(item.lead)

    def _free(self, lead: LeadId) -> None:
        if lead not in self.free and lead not in self.ready and lead not in self.erased:
            self.free.append(lead)

    def _some(self, *kept: str) -> Item | None:
        there = [one for one in self.items if one.kept in kept and one.lead not in self.erased]
        return self.chance.choice(there) if there else None

    def _call_until_qualified(self, lead: LeadId) -> None:
        outcomes = [self.chance.choice(list(TALKS)) for _ in range(self.chance.randint(0, 3))]
        for outcome in [*outcomes, "qualified"]:
            self._call(lead, outcome)
        if self.chance.random() < 0.3:
            self._call(lead, "qualified", is_undone=True)
        self.stand_ready(lead)
        self.ready.append(lead)

    def stand_ready(self, lead: LeadId) -> None:
        """The lead stands qualified."""
        with self.store.transaction() as tx:
            place(tx, lead, Bucket.QUALIFIED)

    def call_as(self, lead: LeadId, caller: str, outcome: str, *, is_undone: bool = False) -> None:
        """Somebody calls, and it ends with this."""
        self.calls[lead].append(Call(self.clock.now(), caller, outcome, is_undone))
        with self.store.transaction() as tx:
            call = AttemptId(str(uuid4()))
            begin(tx, call, lead, caller=caller, number="+493023125001", token=1)
            change_call(tx, call, outcome=outcome, ended_at=tx.now + timedelta(minutes=3))
            if is_undone:
                this = attempt.update().where(attempt.c.id == call)
                tx.connection.execute(this.values(undone_at=tx.now))

    def _call(self, lead: LeadId, outcome: str, *, is_undone: bool = False) -> None:
        self.clock.advance(timedelta(minutes=self.chance.randint(1, 90)))
        self.call_as(lead, self.chance.choice(CALLERS), outcome, is_undone=is_undone)


def may_dispute(item: Item, campaign: Campaign, now: datetime) -> bool:
    """Whether somebody may say now that the answer is not right."""
    if item.answered_at is None or item.became:
        return False
    if any(state != "withdrawn" for _, state in item.disputes):
        return False
    return now < item.answered_at + campaign.handoff.dispute_within


def came_to(item: Item) -> str:
    """What a lead of a batch came to, in a statement."""
    if item.kept in {"taken", "sent_back"}:
        return item.kept
    if item.became:
        return "taken"
    return "recycled" if item.kept == "recycled" else ""


def settled_at(item: Item) -> datetime | None:
    """When it came to that."""
    if item.kept in {"taken", "sent_back"}:
        return item.answered_at
    return item.became_at or item.recycled_at


def whose(history: History, item: Item) -> tuple[str, tuple[str, ...]]:
    """Who qualified a lead of a batch, and who shares it."""
    calls = [one for one in history.calls[item.lead] if not one.is_undone]
    calls = [one for one in calls if one.at <= item.sent_at]
    last = [one.caller for one in calls if one.outcome == "qualified"][-1]
    before = [
        one.sent_at
        for one in history.items
        if one.lead == item.lead and one.sent_at < item.sent_at and one.kept != "recalled"
    ]
    since = max(before) if before else None
    shared = {one.caller for one in calls if TALKS[one.outcome] and (not since or one.at > since)}
    return last, tuple(sorted(shared | {last}))


def by_hand(
    history: History, first: datetime, after: datetime, *, shared: bool
) -> dict[str, Counter[str]]:
    """The statement of a span, counted lead by lead: what each caller has of each column."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    now = history.clock.now()
    for item in history.items:
        at, what = settled_at(item), came_to(item)
        if item.kept == "recalled" or at is None or not what or not first <= at < after:
            continue
        last, all_of_them = whose(history, item)
        people = all_of_them if shared else (last,)
        is_disputed = bool(item.disputes) and item.disputes[-1][1] == "open"
        columns = [what, *([item.became] if item.became else [])]
        columns += ["disputed"] if is_disputed else []
        if is_disputed or may_dispute(item, history.campaign, now):
            columns += ["open"]
        for who in people:
            for column in columns:
                found[who][column] += Fraction(1, len(people))  # type: ignore[assignment]
    return dict(found)


def _campaign(tx: Transaction, client: str, zone: str) -> Campaign:
    return make_campaign(
        tx,
        f"Fair of {client}",
        client=client,
        source=make_card(type=SourceType.TRADE_SHOW),
        window=CallWindow(zone=zone, has_no_end=True),
        handoff=HandoffTerms(
            receiver="Lena Brandt",
            reasons=REASONS,
            criteria_of=CRITERIA,
            dispute_within=timedelta(days=5),
        ),
    )


def _list(
    tx: Transaction, campaign: Campaign, name: str, seed: int, *, state: str = "published"
) -> tuple[int, str]:
    made = lead_list.insert().values(
        campaign_id=campaign.id, file_name=f"{seed} {name}", state=state, loaded_at=tx.now
    )
    number = tx.connection.scalar(made.returning(lead_list.c.id))
    assert number is not None
    return number, f"{seed} {name}"


def _row(tx: Transaction, number: int, lead: LeadId) -> None:
    row = {"list_id": number, "row_number": lead, "raw": [], "result": "new", "lead_id": lead}
    tx.connection.execute(intake_row.insert().values(**row))
