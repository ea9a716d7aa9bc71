"""The law at work: who is offered, who is not and why, what is kept with a call (Q6)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from qualdesk.core.campaigns import REHEARSAL
from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, NotNow, OutcomeRefused, Refused
from qualdesk.core.ids import LeadId, ListId
from qualdesk.core.permission import Basis, Permission
from qualdesk.core.rules import Audience, RuleBook, RuleUnknown
from qualdesk.desk import Desk
from qualdesk.files.rule_sets import shipped_rules
from qualdesk.store.calls import load_call
from qualdesk.store.database import Store
from qualdesk.store.history import entries
from qualdesk.store.schema import attempt, cell, cell_limit

AFTERNOON = datetime(2026, 3, 17, 15, 0, tzinfo=UTC)
CONSENT = Permission(
    basis=Basis.CONSENT,
    says="They agreed to be called.",
    given_on=date(2026, 3, 10),
    where="At the stand",
    evidence="Folder 7",
    wording="1",
    scope=("phone",),
)
MIAMI = {"name": "Ada Quist", "phone": "+13055550101", "country": "US", "state": "FL"}
BERLIN = {"name": "Katrin Albers", "phone": "+493023125001", "country": "DE"}
LONDON = {"name": "Ada Moss", "phone": "+442079460001", "country": "GB"}
PARIS = {"name": "Luc Moreau", "phone": "+33199000001", "country": "FR"}
VIENNA = {"name": "Eva Huber", "phone": "+4319999001", "country": "AT", "company": "Huber"}
SYDNEY = {"name": "Jo Park", "phone": "+61255500001", "country": "AU", "company": "Park"}


@pytest.fixture
def desk(store: Store, clock: SetClock) -> Desk:
    return Desk(store, clock, "Ana")


def a_campaign(desk: Desk, *rows: dict[str, str], **said: Any) -> list[LeadId]:
    """A campaign of people with these rows, called as often as anybody likes."""
    said.setdefault("audience", "consumer")
    limits = {"max_attempts": 30, "max_per_day": 20, "min_gap": timedelta()}
    desk.library.new_campaign("Fair", **{**limits, **said})
    told = desk.intake.load(rows, campaign="Fair")
    return [LeadId(one) for one in told.lead_ids]


def next_card(desk: Desk) -> CallCard:
    card = desk.calling.next_lead()
    assert isinstance(card, CallCard), card
    return card


def nobody(desk: Desk) -> bool:
    return isinstance(desk.calling.next_lead(), NothingToCall)


def test_a_german_consumer_is_called_only_with_consent(desk: Desk) -> None:
    """A list's own permission opens its people's hours; the answer names the rule."""
    (lead,) = a_campaign(desk, BERLIN)
    assert nobody(desk)
    said = desk.queue.explain(lead).decision
    assert said.rule == "de"
    assert said.says.endswith("no call without their consent.")
    desk.before_calls.set_list_permission(ListId(1), CONSENT)
    assert next_card(desk).lead.id == lead
    assert desk.queue.explain(lead).decision.is_allowed


def test_who_is_named_with_a_company_is_called_as_business(desk: Desk) -> None:
    """With the campaign's ground; only a company says that somebody is none of the public."""
    person, business = a_campaign(
        desk, BERLIN, {**BERLIN, "name": "Jan Ott", "phone": "+493023125002", "company": "Ott"},
        audience="", source=replace(REHEARSAL, what="A fair."),
    )  # fmt: skip
    assert next_card(desk).lead.id == business
    assert desk.queue.explain(person).decision.rule == "de"


def test_what_people_are_can_be_said_later_for_a_campaign_or_a_list(desk: Desk) -> None:
    (lead,) = a_campaign(desk, BERLIN, audience="business")
    assert desk.queue.explain(lead).decision.is_allowed
    desk.before_calls.say_audience("Fair", "consumer")
    assert nobody(desk)
    desk.before_calls.say_list_audience(ListId(1), "business")
    assert next_card(desk).lead.id == lead
    with pytest.raises(Refused, match="business, consumer or unknown"):
        desk.before_calls.say_audience("Fair", "everybody")
    with pytest.raises(NotFound):
        desk.before_calls.say_list_audience(ListId(99), "business")


def test_a_rehearsal_is_never_stopped_by_a_law_for_consumers(desk: Desk) -> None:
    desk.library.new_campaign("Rehearsal")
    assert desk.library.campaign("Rehearsal").audience is Audience.BUSINESS
    desk.intake.load([BERLIN], campaign="Rehearsal")
    assert next_card(desk).decision.is_allowed


def test_florida_hears_from_us_three_times_in_a_day(desk: Desk, clock: SetClock) -> None:
    """Fla. Stat. 501.616(6): the fourth call waits until a day after the first."""
    (lead,) = a_campaign(desk, MIAMI)
    clock.set(AFTERNOON)
    for _ in range(3):
        card = next_card(desk)
        started = desk.calling.start_attempt(card.lead.id)
        done = desk.calling.finish(started.id, "busy")
        clock.advance(timedelta(minutes=40))
    assert done.next_at == AFTERNOON + timedelta(days=1)
    assert nobody(desk)
    with pytest.raises(NotNow, match="no more than 3 calls in 24 hours"):
        desk.calling.start_attempt(lead)
    desk.calling.release(lead)
    clock.set(AFTERNOON + timedelta(days=1))
    assert desk.calling.start_attempt(next_card(desk).lead.id)


def test_the_limits_stand_with_the_cell_that_a_claim_reads(desk: Desk, store: Store) -> None:
    a_campaign(desk, MIAMI)
    with store.reading() as tx:
        legal = tx.connection.scalars(sa.select(cell.c.legal)).all()
        limits = tx.connection.execute(sa.select(cell_limit.c.calls, cell_limit.c.seconds)).all()
    assert legal == ["US-FL/consumer/"]
    assert [tuple(row) for row in limits] == [(3, 86_400)]


def test_calls_of_another_campaign_of_the_same_client_count(desk: Desk, clock: SetClock) -> None:
    a_campaign(desk, MIAMI)
    desk.library.new_campaign("Webinar", audience="consumer", min_gap=timedelta(), max_per_day=9)
    desk.intake.load([MIAMI], campaign="Webinar")
    clock.set(AFTERNOON)
    for campaign in ("Fair", "Webinar", "Fair"):
        card = desk.calling.next_lead(campaign)
        assert isinstance(card, CallCard)
        desk.calling.finish(desk.calling.start_attempt(card.lead.id).id, "busy")
        clock.advance(timedelta(minutes=40))
    assert isinstance(desk.calling.next_lead("Webinar"), NothingToCall)


def test_who_declined_in_france_rests_for_sixty_days(desk: Desk, clock: SetClock) -> None:
    """Decret 2022-1313: longer than the outcome's own week, and then inside their hours."""
    (lead,) = a_campaign(desk, PARIS)
    assert next_card(desk).lead.id == lead
    assert "Mon 18 May, 10:00" in desk.calling.card(lead).consequences["refused_soft"].says
    done = desk.calling.finish(desk.calling.start_attempt(lead).id, "refused_soft")
    assert done.next_at == datetime(2026, 5, 18, 8, 0, tzinfo=UTC)
    clock.advance(timedelta(days=30))
    assert nobody(desk)


def test_no_time_is_promised_that_the_law_forbids(desk: Desk) -> None:
    """A French consumer cannot be promised the evening; the house's hours give way."""
    (lead,) = a_campaign(desk, PARIS)
    started = desk.calling.start_attempt(next_card(desk).lead.id)
    read = desk.calling.read_time("thu 20:30", lead)
    assert not read.is_possible
    assert "14:00 to 20:00" in read.warning
    with pytest.raises(OutcomeRefused, match="14:00 to 20:00"):
        desk.calling.finish(started.id, "callback_fixed", callback_at=read.promise)
    late = desk.calling.read_time("thu 19:00", lead)
    assert late.is_possible
    assert late.warning


def test_a_time_the_law_only_warns_of_is_promised_with_its_words(desk: Desk) -> None:
    """Easter Sunday in Britain: no law stops the call, the trade's hours speak against it."""
    (lead,) = a_campaign(desk, LONDON, days=range(7))
    read = desk.calling.read_time("5.4. 11:00", lead)
    assert read.is_possible
    assert read.warning.startswith("United Kingdom, PECR and the industry's hours: no calls on")
    assert desk.calling.read_time("thu 11:00", lead).warning == ""


def test_a_rule_is_set_aside_by_name_for_a_reason_and_counts_again(
    desk: Desk, store: Store
) -> None:
    """Only the law is set aside so, it is logged, and each call says it."""
    (lead,) = a_campaign(desk, VIENNA, audience="business")
    assert nobody(desk)
    done = desk.supervising.override_rule("Fair", "at", "  Counsel wrote on 12 March. ")
    assert "does not count for “Fair”: Counsel wrote on 12 March." in done.says
    card = next_card(desk)
    assert card.decision.warnings == (
        f"{shipped_rules()['at'].name}: set aside by Ana. Counsel wrote on 12 March.",
    )
    started = desk.calling.start_attempt(lead)
    with store.reading() as tx:
        kept = load_call(tx, started.id).decision
        logged = entries(tx, "campaign", card.campaign.id)
    assert kept is not None
    assert kept.warnings == card.decision.warnings
    assert "at" not in kept.rules
    assert logged[0].what == "set a calling rule aside"
    assert logged[0].details == {"rule": "at"}
    desk.calling.finish(started.id, "busy")
    desk.supervising.withdraw_override("Fair", "at")
    assert desk.queue.explain(lead).decision.rule == "at"
    assert desk.library.campaign("Fair").rules_aside == ()


@pytest.mark.parametrize(
    ("rule", "because", "says"),
    [("at", "  ", "Say why"), ("house-hours", "We want to.", "no calling rule “house-hours”")],
)
def test_without_a_reason_or_a_name_nothing_is_set_aside(
    desk: Desk, rule: str, because: str, says: str
) -> None:
    a_campaign(desk, VIENNA)
    with pytest.raises((Refused, RuleUnknown), match=says):
        desk.supervising.override_rule("Fair", rule, because)
    with pytest.raises(Refused, match="is not set aside"):
        desk.supervising.withdraw_override("Fair", "at")
    assert desk.library.campaign("Fair").rules_aside == ()


def test_setting_a_rule_aside_twice_is_refused(desk: Desk) -> None:
    a_campaign(desk, VIENNA)
    desk.supervising.override_rule("Fair", "at", "Counsel wrote.")
    with pytest.raises(Refused, match="already"):
        desk.supervising.override_rule("Fair", "at", "Once more.")


def test_the_decision_stays_with_the_call(desk: Desk, store: Store) -> None:
    """Always true 5: which rules, which book, which clocks, resting on what."""
    (lead,) = a_campaign(desk, PARIS)
    started = desk.calling.start_attempt(next_card(desk).lead.id)
    with store.reading() as tx:
        kept = load_call(tx, started.id).decision
    assert kept is not None
    assert kept.is_allowed
    assert kept.rules == ("fr-2023",)
    assert kept.rules_version == shipped_rules().version
    assert kept.rules_version.startswith("2026-11-22 ")
    assert kept.zones == ("Europe/Paris",)
    assert kept.zone_basis == "by their address"
    assert desk.calling.card(lead).decision == kept


CLOSED: dict[str, Callable[[Desk], dict[str, Any]]] = {
    "house-hours": lambda _: {"hours": ("15:00", "17:00")},
    "window-not-open": lambda desk: {"window": (desk.clock.now() + timedelta(hours=1), None)},
    "window-closed": lambda desk: {"window": (None, desk.clock.now() - timedelta(hours=1))},
}


@pytest.mark.parametrize("rule", CLOSED)
def test_a_rule_of_the_house_or_campaign_gives_way_for_one_call_with_a_reason(
    desk: Desk, store: Store, rule: str
) -> None:
    (lead,) = a_campaign(desk, BERLIN, audience="business", **CLOSED[rule](desk))
    with pytest.raises(NotNow):
        desk.calling.start_attempt(lead)
    assert desk.calling.card(lead).may_call_anyway
    started = desk.calling.start_attempt(lead, because=" He asked for it  by mail. ")
    with store.reading() as tx:
        kept = load_call(tx, started.id).decision
        told = tx.connection.scalar(sa.select(attempt.c.overridden))
        logged = entries(tx, "lead", lead)
    assert kept is not None
    assert kept.is_allowed
    assert (kept.rule, kept.says) == (rule, "Called anyway: He asked for it by mail.")
    assert told["rule"] == rule
    assert told["because"] == "He asked for it by mail."
    assert told["by"] == "Ana"
    assert logged[0].what == "called anyway"
    assert logged[0].details == {"call": started.id, "rule": rule}


def test_spacing_gives_way_too_and_only_to_a_reason(desk: Desk, clock: SetClock) -> None:
    spaced = {"max_per_day": 1, "min_gap": timedelta(minutes=15), "max_attempts": 2}
    (lead,) = a_campaign(desk, BERLIN, audience="business", **spaced)
    desk.calling.finish(desk.calling.start_attempt(lead).id, "busy")
    clock.advance(timedelta(minutes=20))
    with pytest.raises(NotNow, match="once today"):
        desk.calling.start_attempt(lead)
    second = desk.calling.start_attempt(lead, because="They rang back.")
    desk.calling.finish(second.id, "no_answer")
    clock.advance(timedelta(days=1))
    with pytest.raises(NotNow, match="tries are used up"):
        desk.calling.start_attempt(lead)
    assert desk.calling.start_attempt(lead, because="They rang back again.")


def test_no_reason_sets_two_rules_aside(desk: Desk, clock: SetClock) -> None:
    spaced = {"max_per_day": 1, "max_attempts": 1}
    (lead,) = a_campaign(desk, BERLIN, audience="business", **spaced)
    desk.calling.finish(desk.calling.start_attempt(lead).id, "busy")
    clock.advance(timedelta(hours=11))
    assert not desk.calling.card(lead).may_call_anyway
    with pytest.raises(NotNow, match="tries are used up"):
        desk.calling.start_attempt(lead, because="They asked for it.")


def test_no_reason_sets_a_law_a_promise_or_a_no_aside(desk: Desk, clock: SetClock) -> None:
    """Never before a promised time, never law, never do-not-call."""
    sydney, berlin = a_campaign(desk, SYDNEY, BERLIN, audience="business")
    clock.set(datetime(2026, 3, 15, 23, 0, tzinfo=UTC) - timedelta(days=1))
    with pytest.raises(NotNow, match="no calls on a Sunday"):
        desk.calling.start_attempt(sydney, because="It is urgent.")
    desk.calling.release(sydney)
    clock.set(datetime(2026, 3, 17, 9, 24, tzinfo=UTC))
    started = desk.calling.start_attempt(berlin)
    read = desk.calling.read_time("thu 10:30", berlin)
    desk.calling.finish(started.id, "callback_fixed", callback_at=read.promise)
    clock.advance(timedelta(minutes=30))
    with pytest.raises(NotNow, match="Not before"):
        desk.calling.start_attempt(berlin, because="I have time now.")
    desk.calling.release(berlin)
    clock.set(read.promise.at)
    desk.calling.finish(desk.calling.start_attempt(berlin).id, "do_not_call")
    with pytest.raises(NotNow, match="asked not to be called"):
        desk.calling.start_attempt(berlin, because="A mistake.")


def test_the_queue_follows_when_the_rules_become_others(
    desk: Desk, store: Store, clock: SetClock
) -> None:
    """A reviewed file counts at once at the dial, and at the keeper's next turn in the queue."""
    (lead,) = a_campaign(desk, VIENNA, audience="business")
    desk.keeper.tick()
    assert nobody(desk)
    plain = shipped_rules()
    book = RuleBook([one for one in plain if one.id != "at"], plain.holidays)
    other = Store(store.url.render_as_string(hide_password=False), clock=clock, rules=lambda: book)
    try:
        later = Desk(other, clock, "Ana")
        assert later.queue.explain(lead).decision.is_allowed
        later.keeper.tick()
        assert next_card(later).lead.id == lead
    finally:
        other.close()


def test_a_lead_whose_country_nobody_knows_is_called_by_the_campaigns(desk: Desk) -> None:
    (lead,) = a_campaign(
        desk,
        {"name": "Ada Quist", "email": "ada@elbkorn.example"},
        region="AT",
        audience="business",
    )
    assert desk.queue.explain(lead).decision.rules == ("at",)
