"""Statements and lessons as plain values: sums hold, whatever happened (F4, S3, T6)."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.campaigns import Campaign
from qualdesk.core.costs import SourceCost, by_type
from qualdesk.core.errors import Refused
from qualdesk.core.handoff_states import BatchItem, Dispute, may_dispute, state_of
from qualdesk.core.ids import BatchId, CampaignId, DisputeId, ItemId, LeadId
from qualdesk.core.left_leads import SentLead, in_period, period_named, span_of
from qualdesk.core.lessons import why_back_of
from qualdesk.core.sources import CallWindow, HandoffTerms, SourceCard, SourceType
from qualdesk.core.statements import Credit, fraction_words, statement_of
from qualdesk.core.times import local_time

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
WITHIN = timedelta(days=5)
CALLERS = ("", "Ben", "Maya", "Omar", "Rosa")
COLUMNS = ("taken", "sent_back", "recycled", "disputed", "won", "lost", "open")


def a_campaign(number: int, zone: str = "Europe/Berlin") -> Campaign:
    card = SourceCard(type=SourceType.WEBINAR, what="x", who="x", responding_to="x")
    return Campaign(
        id=CampaignId(number),
        name=f"Fair {number}",
        client="Nordline",
        source=card,
        window=CallWindow(zone=zone, has_no_end=True),
        handoff=HandoffTerms(dispute_within=WITHIN, criteria_of={"Wrong person": "person"}),
    )


CAMPAIGNS = {one.id: one for one in (a_campaign(1), a_campaign(2, "America/Santiago"))}


@st.composite
def left_leads(draw: st.DrawFn) -> SentLead:
    kept = draw(st.sampled_from(("sent", "read", "taken", "sent_back", "recycled")))
    at = NOW - timedelta(minutes=draw(st.integers(0, 60 * 24 * 80)))
    is_answered = kept in {"taken", "sent_back"}
    became = draw(st.sampled_from(("", "", "won", "lost"))) if kept != "sent_back" else ""
    callers = tuple(sorted(draw(st.sets(st.sampled_from(CALLERS[1:]), max_size=4))))
    amount = draw(st.none() | st.decimals(0, 10**6, places=2))
    return SentLead(
        item_id=ItemId(str(draw(st.integers(1, 10**9)))),
        lead_id=LeadId(draw(st.integers(1, 9))),
        batch_id=BatchId(1),
        campaign=draw(st.sampled_from(sorted(CAMPAIGNS))),
        kept=kept,
        sent_at=at - timedelta(days=3),
        became=became,
        became_at=at if became else None,
        reason=draw(st.sampled_from(("Wrong person", "Other"))) if kept == "sent_back" else "",
        answered_at=at if is_answered else None,
        recycled_at=at if kept == "recycled" else None,
        dispute=draw(st.sampled_from(("", "open", "stands", "changed", "withdrawn")))
        if is_answered and not became
        else "",
        amount=amount,
        currency=draw(st.sampled_from(("EUR", "USD"))) if amount is not None else "",
        caller=draw(st.sampled_from(callers)) if callers else "",
        callers=callers,
        list_name=draw(st.sampled_from(("", "a.csv", "b.csv"))),
    )


@given(st.lists(left_leads(), max_size=12))
def test_whatever_the_credit_every_lead_counts_once(leads: list[SentLead]) -> None:
    """T6: the parts of a lead are one lead, and what is one of three is in none of the others."""
    inside = [one for one in leads if _is_in_march(one)]
    for credit in Credit:
        said = statement_of("Nordline", "2026-03", credit, leads, CAMPAIGNS, now=NOW)
        assert said.total.leads == sum(bool(one.came_to) for one in inside)
        for name in COLUMNS:
            assert sum(getattr(one, name) for one in said.lines) == getattr(said.total, name)
        assert said.total.won == sum(one.became == "won" for one in inside)
        assert said.total.disputed == sum(one.dispute == "open" for one in inside)
        assert said.is_final is not any(one.is_open(WITHIN, NOW) for one in inside)
        assert said.waiting == sum(one.waits for one in leads)
        order = [(one.campaign_name, not one.caller, one.caller) for one in said.lines]
        assert order == sorted(order)


@given(st.lists(left_leads(), max_size=12))
def test_currencies_are_never_added_together(leads: list[SentLead]) -> None:
    said = statement_of("Nordline", "2026", Credit.LAST, leads, CAMPAIGNS, now=NOW)
    inside = [one for one in in_period(leads, "2026", CAMPAIGNS) if one.came_to == "taken"]
    assert [one.currency for one in said.worth] == sorted({one.currency for one in said.worth})
    for worth in said.worth:
        theirs = [one for one in inside if one.currency == worth.currency]
        amounts = [one.amount for one in theirs if one.amount is not None]
        assert (worth.leads, worth.taken) == (len(amounts), sum(amounts))
        for became, part in (("won", worth.won), ("lost", worth.lost), ("", worth.open)):
            assert part == sum(one.amount or 0 for one in theirs if one.became == became)
    assert sum(one.leads for one in said.worth) == sum(one.amount is not None for one in inside)


@given(left_leads())
def test_what_is_open_is_what_can_be_disputed_or_is(lead: SentLead) -> None:
    """The statement and the button "Dispute" never say different things."""
    state = state_of(
        stored=lead.kept,
        became=lead.became,
        has_open_dispute=lead.dispute == "open",
        due_at=NOW + WITHIN,
        now=NOW,
    )
    about = "taken" if lead.kept == "taken" else "sent_back"
    dispute = Dispute(
        id=DisputeId(1), about=about, says="x", asked_by="x", asked_at=NOW, state=lead.dispute
    )
    item = BatchItem(
        **{name: getattr(lead, name) for name in ("item_id", "lead_id", "batch_id", "campaign")},
        number=1,
        campaign_name="",
        client="",
        name="",
        company="",
        receiver="",
        points=None,
        one_line="",
        state=state,
        sent_at=lead.sent_at,
        answered_at=lead.answered_at,
        dispute=dispute if lead.dispute else None,
    )
    can_be = not may_dispute(item, WITHIN, NOW)
    assert lead.is_open(WITHIN, NOW) is (can_be or state.value == "disputed")


@given(st.lists(left_leads(), max_size=15))
def test_each_part_of_why_counts_each_answered_lead_once(leads: list[SentLead]) -> None:
    """F4: by criterion, caller, list and source the same leads are counted."""
    found = why_back_of(leads, CAMPAIGNS, {CampaignId(1): {"person": "Right person"}})
    answered = [one for one in leads if one.came_to in {"taken", "sent_back"}]
    back = [one for one in answered if one.came_to == "sent_back"]
    assert (found.back.yes, found.back.of) == (len(back), len(answered))
    for part in (found.callers, found.lists, found.sources):
        assert sum(one.share.of for one in part) == len(answered)
    for part in (found.criteria, found.callers, found.lists, found.sources):
        assert sum(one.share.yes for one in part) == len(back)
        assert sum((Counter(dict(one.reasons)) for one in part), Counter()) == dict(found.reasons)
        assert [one.share.yes for one in part] == sorted(
            (one.share.yes for one in part), reverse=True
        )
    assert all(one.share.of == len(answered) for one in found.criteria)
    names = {one.name for one in found.criteria}
    assert names <= {"Right person", "person", ""}
    assert len(answered) + found.unanswered + found.waiting == len(leads)


@given(
    day=st.dates(date(2025, 1, 1), date(2035, 12, 1)),
    zone=st.sampled_from(
        ("America/Santiago", "Asia/Beirut", "Europe/Berlin", "Australia/Lord_Howe")
    ),
)
def test_months_lie_end_to_end_whatever_clocks_do(day: date, zone: str) -> None:
    """Midnight may be skipped there or come twice: no instant is in two months, or in none."""
    month = day.replace(day=1)
    after = (month + timedelta(days=31)).replace(day=1)
    begins, ends = span_of(f"{month:%Y-%m}", zone)
    assert span_of(f"{after:%Y-%m}", zone)[0] == ends
    assert local_time(begins, zone).date() == month
    assert local_time(begins - timedelta(seconds=1), zone).date() < month
    assert local_time(ends, zone).date() == after


@given(st.fractions(0, 500, max_denominator=60))
def test_parts_of_a_lead_are_written_so_that_no_spreadsheet_reads_a_day(part: Fraction) -> None:
    words = fraction_words(part)
    assert sum(map(Fraction, words.split())) == part
    assert words.count("/") == 0 or words.count(" ") == 1


@pytest.mark.parametrize(
    ("text", "kept"),
    [("", ""), ("March 2026", "2026-03"), ("2026-Q1", "2026-Q1"), (" 2026 ", "2026")],
)
def test_a_period_is_read_as_people_write_it(text: str, kept: str) -> None:
    assert period_named(text) == kept


@pytest.mark.parametrize("text", ["soon", "2026-13", "9999", "0001", "=1+1"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="is no month, quarter or year"):
        period_named(text)


def test_no_statement_without_a_period() -> None:
    with pytest.raises(Refused):
        span_of("", "UTC")


def test_costs_are_added_within_a_currency_and_never_guessed() -> None:
    """S3: a list nobody said the cost of is not free."""
    fair = SourceCost(
        campaign=CampaignId(1),
        name="Fair",
        client="",
        type=SourceType.TRADE_SHOW,
        loaded=40,
        handed=21,
        taken=8,
        list_cost=Decimal(100),
        currency="EUR",
        called=timedelta(hours=2, minutes=30),
        hour_cost=Decimal(40),
    )
    assert (fair.calls_cost, fair.cost, fair.per_taken) == (100, 200, 25)
    assert fair.passes_too_many
    assert not replace(fair, handed=20).passes_too_many
    assert not replace(fair, loaded=20, handed=20).passes_too_many
    unsaid = replace(fair, list_cost=None)
    assert (unsaid.cost, unsaid.per_taken) == (None, None)
    free = replace(fair, list_cost=Decimal(0), hour_cost=None, taken=0)
    assert (free.cost, free.per_taken, free.calls_cost) == (0, None, None)
    other = replace(fair, currency="USD")
    first, second = by_type([fair, unsaid, other])
    assert (first.currency, first.campaigns, first.unsaid) == ("EUR", 2, 1)
    assert (first.cost, first.taken, first.per_taken) == (200, 8, 25)
    assert (second.currency, second.cost) == ("USD", 200)
    (none,) = by_type([free])
    assert none.per_taken is None


def _is_in_march(lead: SentLead) -> bool:
    at = lead.counts_at
    zone = CAMPAIGNS[lead.campaign].window.zone
    return at is not None and local_time(at, zone).strftime("%Y-%m") == "2026-03"
