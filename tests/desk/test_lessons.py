"""Reports over the hand-off against histories counted by hand, in both databases (F4, S3, T6)."""

import os
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from handoff_makers import a_definition, a_script
from lesson_histories import CRITERIA, History, by_hand, came_to, settled_at, whose
from makers import make_campaign, make_card, make_contact, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.leads import Signals
from qualdesk.core.left_leads import Scope
from qualdesk.core.sources import HandoffTerms, SourceType
from qualdesk.core.statements import Credit, Statement
from qualdesk.core.times import local_time
from qualdesk.desk.lessons import Lessons
from qualdesk.desk.library import Library
from qualdesk.desk.phones import PhonesDesk
from qualdesk.desk.statements import Statements
from qualdesk.desk.way_back import WayBack
from qualdesk.store.came_back import QUALIFIED_BY
from qualdesk.store.database import Store
from qualdesk.store.handoff_items import set_became
from qualdesk.store.schema import attempt, handoff_item
from way_back_makers import answer, leave, qualify

SEEDS = range(int(os.environ.get("QUALDESK_HISTORIES", "3")))
STEPS = int(os.environ.get("QUALDESK_HISTORY_STEPS", "36"))
# Midnight is skipped in one of them, comes twice in another, and the year begins elsewhere.
ZONES = ("America/Santiago", "Europe/Berlin", "Pacific/Auckland")
COLUMNS = ("taken", "sent_back", "recycled", "disputed", "won", "lost", "open")


@pytest.fixture
def histories(store: Store, clock: SetClock) -> list[History]:
    made = []
    for seed in SEEDS:
        one = History(store, clock, seed, ZONES[seed % len(ZONES)])
        one.run(STEPS)
        made.append(one)
    return made


def test_reports_are_what_happened_counted_lead_by_lead(
    store: Store, histories: list[History]
) -> None:
    """T6, F4: every lead is in one line of one month, and in one line of each part, once."""
    for history in histories:
        _check_statements(Statements(store, "Rosa"), history)
        _check_why_back(Lessons(store, "Rosa"), history)
        _check_my_day(store, history)
    # O7: one client reads nothing of another.
    lessons = Lessons(store, "Rosa")
    apart = [lessons.why_back(Scope(client=one.client)) for one in histories]
    assert lessons.why_back().back.of == sum(one.back.of for one in apart)
    for history, found in zip(histories, apart, strict=True):
        names = {one.name for one in found.lists} - {""}
        assert all(name.startswith(f"{history.seed} ") for name in names)


def test_a_lead_three_callers_worked_for_is_shared_by_thirds(store: Store, clock: SetClock) -> None:
    history = History(store, clock, 77, "Europe/Berlin")
    with store.transaction() as tx:
        lead = make_lead(tx, history.campaign, make_contact(tx))
    for caller, outcome in (
        ("Maya", "callback_fixed"),
        ("Ben", "no_answer"),
        ("Omar", "nurture"),
        ("Rosa", "qualified"),
    ):
        history.call_as(lead, caller, outcome)
    history.stand_ready(lead)
    _, ids = leave(store, history.campaign, lead)
    answer(store, ids[lead])
    desk = Statements(store, "Rosa")
    shared = desk.statement("2026-03", history.client, credit=Credit.SHARED)
    third = Fraction(1, 3)
    assert {one.caller: one.taken for one in shared.lines} == {
        "Maya": third,
        "Omar": third,
        "Rosa": third,
    }
    assert shared.total.taken == 1
    last = desk.statement("march 2026", history.client)
    assert [(one.caller, one.taken) for one in last.lines] == [("Rosa", 1)]


def test_a_lead_that_left_before_is_shared_by_who_spoke_since(
    store: Store, clock: SetClock
) -> None:
    history = History(store, clock, 79, "Europe/Berlin")
    with store.transaction() as tx:
        lead = make_lead(tx, history.campaign, make_contact(tx))
    for callers in (("Maya", "Omar"), ("Rosa", "Ben")):
        for caller, outcome in zip(callers, ("callback_fixed", "qualified"), strict=True):
            clock.advance(timedelta(minutes=5))
            history.call_as(lead, caller, outcome)
        history.stand_ready(lead)
        clock.advance(timedelta(minutes=5))
        _, ids = leave(store, history.campaign, lead)
        answer(store, ids[lead], "Wrong person")
    shared = Statements(store, "Rosa").statement("2026-03", history.client, credit=Credit.SHARED)
    half = Fraction(1, 2)
    assert {one.caller: one.sent_back for one in shared.lines} == dict.fromkeys(
        ("Ben", "Maya", "Omar", "Rosa"), half
    )
    assert shared.total.sent_back == 2


def test_a_line_is_open_until_nobody_can_dispute_it(store: Store, clock: SetClock) -> None:
    with store.transaction() as tx:
        campaign = make_campaign(tx, client="Nordline")
    one, other = qualify(store, campaign), qualify(store, campaign)
    _, ids = leave(store, campaign, one, other)
    answer(store, ids[one])
    answer(store, ids[other], "Wrong person")
    desk, way_back = Statements(store, "Rosa"), WayBack(store, "Rosa")
    (line,) = desk.statement("2026-03", "nordline").lines
    ends = clock.now() + campaign.handoff.dispute_within
    assert (line.open, line.open_until, line.is_final) == (2, ends, False)
    dispute = way_back.dispute(ids[other], "It is the right one").dispute_id
    (line,) = desk.statement("2026-03", "Nordline").lines
    assert (line.disputed, line.open, line.open_until) == (1, 2, None)
    clock.advance(campaign.handoff.dispute_within)
    (line,) = desk.statement("2026-03", "Nordline").lines
    assert (line.open, line.sent_back) == (1, 1)
    way_back.review(dispute, changed=True, because="It is")
    said = desk.statement("2026-03", "Nordline")
    assert (said.total.taken, said.total.sent_back, said.is_final) == (2, 0, True)


def test_a_month_ends_at_midnight_of_the_campaigns_clock(store: Store, clock: SetClock) -> None:
    history = History(store, clock, 78, "Pacific/Auckland")
    lead = qualify(store, history.campaign)
    _, ids = leave(store, history.campaign, lead)
    # 31 March, 23:59 there; the day in London is hours from its end.
    clock.advance(datetime(2026, 3, 31, 10, 59, tzinfo=UTC) - clock.now())
    answer(store, ids[lead])
    desk = Statements(store, "Rosa")
    assert desk.statement("2026-03", history.client).total.leads == 1
    later = qualify(store, history.campaign)
    _, ids = leave(store, history.campaign, later)
    clock.advance(timedelta(minutes=1))
    answer(store, ids[later])
    assert desk.statement("2026-03", history.client).total.leads == 1
    assert desk.statement("2026-04", history.client).total.leads == 1
    assert desk.statement("2026-Q1", history.client).total.leads == 1
    assert desk.statement("2026", history.client).total.leads == 2


def test_criteria_are_called_as_people_call_them(store: Store, clock: SetClock) -> None:
    terms = HandoffTerms(criteria_of={"Wrong person": "need"})
    campaign = Library(store, clock, "Rosa").new_campaign(
        "PackTech", script=a_script(), definition=a_definition(), handoff=terms
    )
    lead = qualify(store, campaign)
    _, ids = leave(store, campaign, lead)
    answer(store, ids[lead], "Wrong person")
    label = next(one.label for one in a_definition().criteria if one.id == "need")
    (criterion,) = Lessons(store, "Rosa").why_back(Scope(campaign="packtech")).criteria
    assert criterion.name == label
    assert criterion.reasons == (("Wrong person", 1),)


def test_what_a_taken_lead_cost_is_the_list_and_the_calls(store: Store, clock: SetClock) -> None:
    """S3: cost per taken lead by source; how many went on; who came for the giveaway alone."""
    card = make_card(type=SourceType.WEBINAR, cost=300, currency="EUR")
    with store.transaction() as tx:
        campaign = make_campaign(
            tx, "Webinar", client="Nordline", source=card, handoff=HandoffTerms(hour_cost=40.5)
        )
        gift = Signals(source=SourceType.WEBINAR, giveaway_only=True)
        for _ in range(2):
            make_lead(tx, campaign, signals=gift)
    one, other, third = (qualify(store, campaign) for _ in range(3))
    with store.transaction() as tx:
        ended = attempt.update().values(ended_at=tx.now + timedelta(minutes=20))
        tx.connection.execute(ended)
    _, ids = leave(store, campaign, one, other)
    answer(store, ids[one])
    with store.transaction() as tx:
        set_became(tx, ids[one], "won")
        # Left a second time and known to the CRM alone: it is one lead all the same.
        set_became(tx, ids[other], "lost")
    desk = Lessons(store, "Rosa")
    (cost,) = desk.cost(Scope(client="Nordline"))
    assert (cost.loaded, cost.giveaway, cost.handed, cost.taken, cost.won) == (5, 2, 2, 2, 1)
    assert (cost.list_cost, cost.called) == (Decimal(300), timedelta(hours=1))
    assert (cost.cost, cost.per_taken) == (Decimal("340.5"), Decimal("170.25"))
    assert third not in ids
    assert desk.cost(Scope(campaign=campaign.id)) == (cost,)
    clock.advance(timedelta(days=400))
    assert desk.cost(Scope(client="Nordline", period="2020")) == (cost,)


def test_where_names_are_switched_off_who_qualified_them_is_a_seat(
    store: Store, clock: SetClock
) -> None:
    with store.transaction() as tx:
        campaign = make_campaign(tx)
    lead_id = qualify(store, campaign)
    _, ids = leave(store, campaign, lead_id)
    answer(store, ids[lead_id])
    lessons = Lessons(store, "Rosa")
    [named] = lessons.why_back().callers
    PhonesDesk(store, clock, "Rosa").show_names(shown=False)
    [seated] = lessons.why_back().callers
    assert (seated.name, seated.share) == ("Caller 1", named.share)
    assert named.name not in repr(lessons.why_back())


def test_a_report_on_nothing_says_nothing_and_refuses_what_is_not_there(store: Store) -> None:
    lessons, statements = Lessons(store, "Rosa"), Statements(store, "Rosa")
    assert lessons.why_back().back.of == 0
    assert lessons.cost() == ()
    with pytest.raises(NotFound):
        statements.statement("2026-03", "Nobody")
    with store.transaction() as tx:
        make_campaign(tx, client="Nordline")
    assert statements.statement("2026-03", "Nordline").lines == ()
    for period in ("", "soon", "2026-13", "9999", "0001-01"):
        with pytest.raises(Refused):
            statements.statement(period, "Nordline")
    with pytest.raises(Refused, match="is no month"):
        lessons.why_back(Scope(period="soon"))
    with pytest.raises(NotFound):
        lessons.why_back(Scope(campaign="Nothing"))


def _months(history: History) -> list[date]:
    found = {
        local_time(at, history.zone).date().replace(day=1)
        for one in history.items
        if one.kept != "recalled" and came_to(one) and (at := settled_at(one))
    }
    return sorted(found)


def _ends(month: date, zone: str) -> tuple[datetime, datetime]:
    """The instants a month lies between, found minute by minute around them."""
    return _first_instant(month, zone), _first_instant(_next(month), zone)


def _next(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def _first_instant(day: date, zone: str) -> datetime:
    at = datetime.combine(day - timedelta(days=2), time(), tzinfo=UTC)
    while local_time(at, zone).date() < day:
        at += timedelta(minutes=30)
    return at


def _lines(said: Statement) -> dict[str, dict[str, Fraction]]:
    found = {}
    for line in said.lines:
        columns = {name: getattr(line, name) for name in COLUMNS}
        found[line.caller] = {name: value for name, value in columns.items() if value}
    return found


def _check_sums(said: Statement) -> None:
    for name in COLUMNS:
        assert sum(getattr(one, name) for one in said.lines) == getattr(said.total, name)
        assert getattr(said.total, name).denominator == 1


def _check_statements(desk: Statements, history: History) -> None:
    """Taken, disputed, recycled per caller and client, month by month, by both credits."""
    months = _months(history)
    assert len(history.items) > _FEW, "hardly anything happened in this history"
    settled = 0
    for month in months:
        first, after = _ends(month, history.zone)
        for credit in Credit:
            said = desk.statement(f"{month:%Y-%m}", history.client, credit=credit)
            by = by_hand(history, first, after, shared=credit is Credit.SHARED)
            assert _lines(said) == {who: dict(of) for who, of in by.items()}
        settled += int(said.total.leads)
        _check_sums(said)
    left = [one for one in history.items if one.kept != "recalled"]
    assert settled == sum(bool(came_to(one)) for one in left)
    assert said.waiting == sum(one.kept == "sent" and not one.became for one in left)


def _check_why_back(desk: Lessons, history: History) -> None:
    """By criterion, caller, list and source; each part counts every answered lead once."""
    found = desk.why_back(Scope(client=history.client))
    left = [one for one in history.items if one.kept != "recalled"]
    answered = [one for one in left if came_to(one) in {"taken", "sent_back"}]
    back = [one for one in answered if came_to(one) == "sent_back"]
    assert (found.back.yes, found.back.of) == (len(back), len(answered))
    assert dict(found.reasons) == Counter(one.reason for one in back)
    criteria = Counter(CRITERIA.get(one.reason, "") for one in back)
    assert {one.name: one.share.yes for one in found.criteria} == criteria
    people = Counter(whose(history, one)[0] for one in answered)
    assert {one.name: one.share.of for one in found.callers} == people
    lists = Counter(history.lists.get(one.lead, "") for one in back)
    assert {one.name: one.share.yes for one in found.lists if one.share.yes} == lists
    assert sum(one.share.of for one in found.lists) == len(answered)
    (source,) = found.sources
    assert (source.name, source.share) == ("Trade show", found.back)
    assert found.unanswered == sum(came_to(one) == "recycled" for one in left)


def _check_my_day(store: Store, history: History) -> None:
    """A caller reads of the same leads on their own day as on the statement."""
    for caller in ("Maya", "Omar"):
        with store.reading() as tx:
            theirs = tx.connection.execute(
                QUALIFIED_BY.add_columns(handoff_item.c.id),
                {"caller": caller, "qualifies": ["qualified"]},
            ).all()
        mine = {row.id for row in theirs} & {one.id for one in history.items}
        assert mine == {one.id for one in history.items if whose(history, one)[0] == caller}


_FEW = 4
