"""The Floor's figures are what really happened: counted again by hand after any history.

The recount reads every row into Python and thinks for itself: whom calls say was dialled and
reached, what items of batches say sales has, what the history says of outcomes. It shares no
statement and no rule with the counts that are kept.

Run with QUALDESK_EXAMPLES=500 for more histories.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from handoff_makers import REASONS
from makers import make_clock
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.floor_counts import FIGURES
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.recycling import RecycleRule, RecycleTo
from qualdesk.core.sources import CallWindow, HandoffTerms
from qualdesk.desk import Desk
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import schema
from qualdesk.store.database import Store
from sizes import tried
from way_back_makers import leave

EXAMPLES = tried(12)
BERLIN = ZoneInfo("Europe/Berlin")
OUTCOMES = ("no_answer", "busy", "wrong_number", "bad_number", "gatekeeper", "refused_soft")
FINAL = ("qualified", "qualified", "not_qualified", "nurture", "do_not_call", "callback_fixed")
KINDS = (
    *(("call",) * 8),
    *("load", "undo", "ring", "without_call", "leave", "leave", "answer", "answer", "answer"),
    *("recall", "recycle", "take_back", "erase", "hold", "pass", "tick", "dispute"),
)
steps = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 11), st.integers(0, 5)),
    min_size=4,
    max_size=12,
)


class Week:
    """A desk to which anything may happen."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        self.store, self.clock = store, clock
        self.desk = Desk(store, clock, "ana")
        rules = (RecycleRule(when=REASONS[0], to=RecycleTo.QUEUE, after_days=1),)
        terms = HandoffTerms(receiver="Lena Brandt", reasons=REASONS, recycle=rules)
        self.campaign = self.desk.library.new_campaign(
            "Fair",
            region="DE",
            handoff=terms,
            window=CallWindow(zone="Europe/Berlin", has_no_end=True),
            max_attempts=2,
            max_per_day=9,
            min_gap=timedelta(),
        )
        self.people = 0
        self.load(3, 1)

    def do(self, kind: str, a: int, b: int) -> None:
        with suppress(Refused, NotFound):
            getattr(self, kind.replace("pass", "wait"))(a, b)
        self.clock.advance(timedelta(minutes=11))

    def load(self, a: int, b: int) -> None:
        rows = []
        for _ in range(1 + a % 4):
            self.people += 1
            rows.append({"name": f"P {self.people}", "phone": f"+49302312{self.people:04}"})
            rows[-1]["source"] = ("", "Webinar", "Trade show")[b % 3]
            if b % 2:
                rows[-1]["giveaway"] = "yes"
        self.desk.intake.load(rows, campaign="Fair")

    def call(self, a: int, b: int) -> None:
        card = self.desk.calling.next_lead()
        if isinstance(card, CallCard):
            call = self.desk.calling.start_attempt(card.lead.id)
            self.clock.advance(timedelta(minutes=1))
            code = (*OUTCOMES, *FINAL)[a]
            self.desk.calling.finish(call.id, code, **self.beside(code, b))

    def beside(self, code: str, b: int) -> dict[str, Any]:
        return {
            "not_qualified": {"reason": "No need"},
            "callback_fixed": {"callback_at": self.clock.now() + timedelta(hours=1 + b)},
        }.get(code, {})

    def ring(self, a: int, b: int) -> None:
        """Somebody calls us back, and is spoken to or put off."""
        lead_id = self.any_lead(a)
        if lead_id is not None:
            card = self.desk.search.take_up(lead_id)
            assert card.attempt is not None
            if b % 2:
                self.desk.calling.finish(card.attempt.id, "gatekeeper")
            else:
                self.desk.calling.release(card.attempt.id)

    def without_call(self, a: int, b: int) -> None:
        card = self.desk.calling.next_lead()
        if isinstance(card, CallCard):
            code = ("do_not_call", "wrong_number")[(a + b) % 2]
            self.desk.calling.finish_without_call(card.lead.id, code)

    def undo(self, _a: int, _b: int) -> None:
        self.desk.calling.undo()

    def hold(self, _a: int, _b: int) -> None:
        self.desk.calling.next_lead()

    def wait(self, _a: int, b: int) -> None:
        self.clock.advance(timedelta(hours=(1, 2, 5, 24, 72, 200)[b]))

    def tick(self, _a: int, _b: int) -> None:
        self.desk.keeper.tick()

    def leave(self, _a: int, b: int) -> None:
        ready = [row.id for row in rows_of(self.store, schema.lead) if row.state == "qualified"]
        if ready:
            leave(self.store, self.campaign, *ready[: 1 + b], answer_by=date(2026, 3, 20))

    def answer(self, a: int, b: int) -> None:
        item = self.any_item(a)
        if item is not None:
            sales = Desk(self.store, self.clock, "Lena Brandt").sales
            if b % 2:
                sales.send_back(item.id, REASONS[b % 3])
            else:
                sales.take(item.id)
            if b == 4:
                sales.undo(item.id)

    def recall(self, a: int, _b: int) -> None:
        item = self.any_item(a)
        if item is not None:
            self.desk.way_back.recall(item.batch_id, "Wrong list")

    def recycle(self, a: int, b: int) -> None:
        lead_id = self.any_lead(a)
        if lead_id is not None:
            self.desk.way_back.recycle(lead_id, to=list(RecycleTo)[b % len(RecycleTo)])

    def dispute(self, a: int, b: int) -> None:
        item = self.any_item(a)
        if item is not None:
            done = self.desk.way_back.dispute(item.id, "Not so")
            self.desk.way_back.review(
                done.item.dispute.id, changed=bool(b % 2), because="Looked", reason=REASONS[1]
            )

    def take_back(self, a: int, _b: int) -> None:
        lists = [one.id for one in self.desk.intake.lists() if one.can_undo]
        if lists:
            self.desk.intake.undo(lists[a % len(lists)])

    def erase(self, a: int, _b: int) -> None:
        lead_id = self.any_lead(a)
        if lead_id is not None:
            self.desk.erasing.erase(lead_id)

    def any_lead(self, a: int) -> LeadId | None:
        ids = [row.id for row in rows_of(self.store, schema.lead)]
        return ids[a % len(ids)] if ids else None

    def any_item(self, a: int) -> Any:
        items = rows_of(self.store, schema.handoff_item)
        items.sort(key=lambda row: (row.batch_id, row.lead_id))
        return items[a % len(items)] if items else None


def rows_of(store: Store, table: sa.Table) -> list[Any]:
    """Every row of a table, in the order of its key."""
    with store.reading() as tx:
        return list(tx.connection.execute(sa.select(table).order_by(table.c.id)))


@contextmanager
def a_week(url: str) -> Iterator[Week]:
    """A workspace in which nothing has happened yet."""
    clock = make_clock()
    store = Store(url, clock=clock, durable=False)
    kept = {"workspace", "alembic_version"}
    tables = [one for one in reversed(schema.metadata.sorted_tables) if one.name not in kept]
    # The counts last: leads that go are counted too.
    tables.sort(key=lambda one: one.name.startswith("tally"))
    with store.transaction() as tx:
        for table in tables:
            tx.connection.execute(table.delete())
    yield Week(store, clock)
    store.close()


REACHED = {one.code for one in shipped_outcomes() if one.was_reached}
STILL_OPEN = {Bucket.WAITING, Bucket.CALLBACK, Bucket.RESEARCH}
AT_SALES = {Bucket.IN_BATCH, Bucket.TAKEN, Bucket.SENT_BACK, Bucket.WON, Bucket.LOST}


def by_hand(store: Store, campaign: CampaignId, now: datetime) -> dict[str, Any]:
    """Every figure of the board, from the rows alone."""
    leads = {row.id: row for row in rows_of(store, schema.lead) if row.campaign_id == campaign}
    calls = defaultdict(list)
    for row in rows_of(store, schema.attempt):
        calls[row.lead_id].append(row)
    items = defaultdict(list)
    for row in rows_of(store, schema.handoff_item):
        if row.state != "recalled":
            items[row.lead_id].append(row)

    def came_back(row: Any) -> bool:
        return row.state == "sent_back"

    taken = {
        one
        for one, theirs in items.items()
        if any((row.state == "taken" or row.became) and not came_back(row) for row in theirs)
    }
    answered = taken | {one for one, theirs in items.items() if any(map(came_back, theirs))}
    waits = {
        one
        for one, theirs in items.items()
        if any(row.state in {"sent", "read"} and not row.became for row in theirs)
    }
    reached = {one for one in leads if leads[one].was_reached}
    dialled = {one for one in leads if leads[one].last_attempt_at is not None}
    qualified = {
        one for one, row in leads.items() if row.state == "qualified" or row.state in AT_SALES
    } | set(items)
    finished = {one for one, row in leads.items() if row.state not in STILL_OPEN}
    giveaway = {one for one, row in leads.items() if row.signals["giveaway_only"]}
    verdict = {
        one for one in reached if one in qualified or leads[one].state in {"nurture", "not_a_fit"}
    }
    held = {
        one
        for one, row in leads.items()
        if row.claimed_by and row.claim_kind != "undo" and row.claim_until > now
    }
    figures = {
        "called": dialled | reached,
        "finished": finished,
        "reached": reached,
        "cooperated": verdict,
        "qualified": qualified,
        "to_hand_off": {one for one, row in leads.items() if row.state == "qualified"},
        "handed": set(items),
        "answered": answered,
        "taken": taken,
        "unanswered": waits,
        "giveaway": giveaway,
    }
    buckets = Counter(
        Bucket.WITH_CALLER if one in held else Bucket(row.state) for one, row in leads.items()
    )
    sources = Counter((row.signals["source"], one in giveaway) for one, row in leads.items())
    days: Counter[date] = Counter()
    for one in finished:
        at = leads[one].last_attempt_at or leads[one].made_at
        days[at.astimezone(BERLIN).date()] += 1
    return {
        "total": len(leads),
        "figures": figures,
        "buckets": buckets,
        "sources": sources,
        "days": days,
        "hours": hours_by_hand(leads, calls),
        "dialled_by_calls": {
            one for one in leads if any(row.number and not row.is_incoming for row in calls[one])
        },
        "reached_by_calls": {one for one in leads if any(was_reached(row) for row in calls[one])},
        "erased": {one for one, row in leads.items() if row.state_reason == "Erased"},
    }


def was_reached(call: Any) -> bool:
    """A do-not-call that came by mail is no call: nobody was spoken to."""
    was_call = call.number or call.is_incoming
    stands = call.undone_at is None and not call.is_conflict
    return bool(was_call and stands and call.outcome in REACHED)


def hours_by_hand(leads: dict[int, Any], calls: Any) -> tuple[Counter[Any], Counter[Any]]:
    dials: Counter[tuple[int, int]] = Counter()
    answered: Counter[tuple[int, int]] = Counter()
    for one in leads:
        for row in calls[one]:
            is_dial = row.number and not row.is_incoming and row.outcome and not row.is_conflict
            if is_dial and row.undone_at is None:
                there = row.started_at.astimezone(BERLIN)
                dials[there.weekday(), there.hour] += 1
                answered[there.weekday(), there.hour] += row.outcome in REACHED
    return dials, answered


def compare(week: Week) -> None:
    """The board and the recount say the same, number by number."""
    board = week.desk.floor.board(week.campaign.id)
    counted = by_hand(week.store, week.campaign.id, week.clock.now())
    assert board.total == counted["total"]
    for name in FIGURES:
        assert getattr(board, name) == len(counted["figures"][name]), name
    found = {bucket: leads for bucket, leads in board.buckets.items() if leads}
    assert found == dict(counted["buckets"])
    assert board.adds_up
    sources = {(one.type.value, one.is_giveaway): one.leads for one in board.sources}
    assert sources == dict(counted["sources"])
    so_far, days = 0, {}
    for day in sorted(counted["days"]):
        so_far += counted["days"][day]
        days[day] = so_far
    shown = {one.day: one.finished for one in board.days}
    assert {day: shown[day] for day in days} == days
    assert board.days[-1].finished == board.finished
    assert board.days[-1].day == week.clock.now().astimezone(BERLIN).date()
    dials, answered = counted["hours"]
    hours = {(one.weekday, one.hour): (one.dials, one.answered) for one in board.hours}
    assert hours == {key: (count, answered[key]) for key, count in dials.items()}
    # What the lead's own row says of its calls is what its calls say.
    figures, erased = counted["figures"], counted["erased"]
    assert counted["dialled_by_calls"] - erased <= figures["called"]
    assert counted["reached_by_calls"] - erased == figures["reached"]


def compare_with_history(week: Week) -> None:
    """The history, replayed with what was taken back, tells of as many calls as are counted."""
    calls = {row.id: row for row in rows_of(week.store, schema.attempt)}
    told: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows_of(week.store, schema.history):
        act, _, code = row.what.partition(" ")
        if act == "outcome":
            told[row.subject_id].append((code, row.details["call"]))
        elif act == "undid":
            newest = max(place for place, one in enumerate(told[row.subject_id]) if one[0] == code)
            del told[row.subject_id][newest]
    dials = Counter(
        code
        for ends in told.values()
        for code, call in ends
        if call in calls and calls[call].number and not calls[call].is_incoming
    )
    board = week.desk.floor.board(week.campaign.id)
    assert sum(one.dials for one in board.hours) == dials.total()
    spoken_to = sum(count for code, count in dials.items() if code in REACHED)
    assert sum(one.answered for one in board.hours) == spoken_to


def compare_with_rows(week: Week) -> None:
    """How far the campaign is, as every window says it at its top."""
    found = [row for row in rows_of(week.store, schema.lead) if row.campaign_id == week.campaign.id]
    (told,) = (one for one in week.desk.library.campaigns() if one.campaign.id == week.campaign.id)
    still_open = sum(row.state in {"waiting", "callback", "research"} for row in found)
    taken = {"qualified", "in_batch", "taken", "won", "lost"}
    assert (told.leads, told.open) == (len(found), still_open)
    assert told.finished == len(found) - still_open
    assert told.called == sum(row.last_attempt_at is not None for row in found)
    assert told.qualified == sum(row.state in taken for row in found)


# One in which everything happens at least once, so that no luck leaves anything out.
ALL_OF_IT = [
    *(("load", 3, 1), ("call", 6, 0), ("call", 7, 0), ("call", 8, 0), ("leave", 0, 1)),
    *(("answer", 0, 0), ("answer", 1, 1), ("dispute", 0, 0), ("call", 10, 0), ("undo", 0, 0)),
    *(("call", 4, 0), ("ring", 4, 1), ("without_call", 0, 0), ("call", 6, 0), ("leave", 0, 1)),
    *(("recall", 2, 0), ("pass", 0, 4), ("tick", 0, 0), ("recycle", 1, 0), ("load", 2, 2)),
    *(("take_back", 0, 0), ("hold", 0, 0), ("erase", 5, 0), ("load", 2, 0), ("call", 6, 0)),
    *(("leave", 0, 0), ("call", 6, 0)),
]


@example(history=ALL_OF_IT)
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), deadline=None)
@given(history=steps)
def test_figures_are_a_recount_by_hand_after_any_history(
    store_url: str, history: list[tuple[str, int, int]]
) -> None:
    with a_week(store_url) as week:
        for step in history:
            week.do(*step)
        compare(week)
        compare_with_history(week)
        assert week.desk.floor.alarm(week.campaign.id).is_quiet
        for one in week.desk.intake.lists():
            assert week.desk.floor.stands(list_id=one.id).adds_up
        week.clock.advance(timedelta(hours=3))
        compare(week)
        week.desk.keeper.tick()
        compare(week)
        compare_with_rows(week)


def test_such_a_history_has_something_of_everything(store_url: str) -> None:
    with a_week(store_url) as week:
        for step in ALL_OF_IT:
            week.do(*step)
        board = week.desk.floor.board(week.campaign.id)
        never = [name for name in FIGURES if not getattr(board, name)]
        assert never == []
        assert {one.code for one in board.stands} >= {"taken", "in_batch", "do_not_call"}
        assert {row.state for row in rows_of(week.store, schema.handoff_item)} >= {"recalled"}
