"""A supervisor gives leads and takes them over; colleagues at a company stay with one caller."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from calls import PROJECT, a_campaign, a_lead, calling, next_card
from makers import BERLIN
from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ClaimLost, NotFound, NothingToUndo, Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Signals
from qualdesk.core.sources import CallLimits, SourceType
from qualdesk.core.times import Promise
from qualdesk.desk.calling import Calling
from qualdesk.desk.queue import Queue
from qualdesk.desk.supervising import Supervising
from qualdesk.store import schema
from qualdesk.store.database import Store
from qualdesk.store.overview import why_not

ASKED = Signals(source=SourceType.CONTACT_FORM, asked_for_call=True)
GIVEAWAY = Signals(source=SourceType.TRADE_SHOW, giveaway_only=True)
GRACE = timedelta(minutes=20)


@pytest.fixture
def fair(store: Store) -> Campaign:
    return a_campaign(store, with_script=False, limits=CallLimits(grace=GRACE))


@pytest.fixture
def sam(store: Store, clock: SetClock) -> Supervising:
    return Supervising(store, clock, "Sam")


@pytest.fixture
def ana(store: Store, clock: SetClock) -> Calling:
    return _at_work(store, clock, "Ana")


@pytest.fixture
def ben(store: Store, clock: SetClock) -> Calling:
    return _at_work(store, clock, "Ben")


def _at_work(store: Store, clock: SetClock, name: str) -> Calling:
    desk = calling(store, clock, name)
    desk.renew()
    return desk


def _next(desk: Calling) -> LeadId | None:
    card = desk.next_lead()
    return None if isinstance(card, NothingToCall) else card.lead.id


def _talk(desk: Calling, lead_id: LeadId, outcome: str = "refused_soft") -> None:
    desk.finish(desk.start_attempt(lead_id).id, outcome)


class TestPushed:
    def test_it_is_the_callers_next_and_nobody_elses(
        self, store: Store, fair: Campaign, sam: Supervising, ana: Calling, ben: Calling
    ) -> None:
        """Claims: supervisor push, told on the card by whom."""
        last = a_lead(store, fair, "Last One", signals=GIVEAWAY)
        first = a_lead(store, fair, "First One", signals=ASKED)
        done = sam.push(last, " ana ")
        assert (done.says, done.changes.leads) == ("Last One is next for Ana.", {last})
        assert [row.lead_id for row in Queue(store, store.clock, "Ana").upcoming()] == [last, first]
        assert [row.lead_id for row in Queue(store, store.clock, "Ben").upcoming()] == [first]
        card = next_card(ana)
        assert (card.lead.id, card.notices) == (last, ("Given to you by Sam.",))
        assert _next(ben) == first

    def test_after_the_grace_it_is_anybodys(
        self, store: Store, fair: Campaign, sam: Supervising, ben: Calling, clock: SetClock
    ) -> None:
        """No starvation: a caller who is at lunch keeps nobody waiting for good."""
        _at_work(store, clock, "Ana")
        only = a_lead(store, fair)
        sam.push(only, "Ana")
        clock.advance(GRACE - timedelta(seconds=1))
        assert _next(ben) is None
        with store.reading() as tx:
            assert [one.code for one in why_not(tx, "Ben")] == ["pushed"]
        clock.advance(timedelta(seconds=1))
        with store.reading() as tx:
            assert [one.code for one in why_not(tx, "Ben")] == ["free"]
        assert _next(ben) == only
        assert next_card(ben).notices == ()

    def test_due_promises_come_before_it(
        self, store: Store, fair: Campaign, sam: Supervising, ana: Calling, clock: SetClock
    ) -> None:
        """Q4: a promise is a promise, whoever gives what to whom."""
        promised, given = a_lead(store, fair, "Ada"), a_lead(store, fair, "Ben")
        at = (clock.now() + timedelta(hours=1)).astimezone()
        call = ana.start_attempt(promised)
        ana.finish(call.id, "callback_fixed", callback_at=at)
        clock.set(at.astimezone(clock.now().tzinfo))
        sam.push(given, "Ana")
        assert _next(ana) == promised

    def test_a_promise_that_is_pushed_is_theirs_to_keep(
        self, store: Store, fair: Campaign, sam: Supervising, ana: Calling, ben: Calling,
        clock: SetClock,
    ) -> None:  # fmt: skip
        promised = a_lead(store, fair, "Ada Quist")
        wall = datetime(2026, 3, 17, 14, 30)  # noqa: DTZ001 - a wall time is naive
        call = ana.start_attempt(promised)
        ana.finish(call.id, "callback_fixed", callback_at=Promise(wall=wall, zone=BERLIN))
        clock.advance(timedelta(seconds=11))
        says = sam.push(promised, "Ben").says
        assert says == "Ben keeps the promise to Ada Quist at 14:30."
        clock.set(Promise(wall=wall, zone=BERLIN).at)
        ben.renew()
        assert _next(ana) is None
        card = next_card(ben)
        assert (card.lead.id, card.callback.owner) == (promised, "Ben")

    def test_it_is_taken_back(
        self, store: Store, fair: Campaign, sam: Supervising, ben: Calling, clock: SetClock
    ) -> None:
        """Always true 10."""
        _at_work(store, clock, "Ana")
        only = a_lead(store, fair)
        sam.push(only, "Ana")
        sam.take_push_back(only)
        with pytest.raises(NothingToUndo, match="not given"):
            sam.take_push_back(only)
        assert _next(ben) == only
        with pytest.raises(Refused, match="Ben has"):
            sam.push(only, "Ana")

    def test_what_is_given_back_untouched_is_anybodys(
        self, store: Store, fair: Campaign, sam: Supervising, ana: Calling, ben: Calling
    ) -> None:
        only = a_lead(store, fair)
        sam.push(only, "Ana")
        assert _next(ana) == only
        with pytest.raises(NothingToUndo, match="Ana has"):
            sam.take_push_back(only)
        ana.release(only)
        assert _next(ben) == only

    def test_no_rule_is_overridden_by_it(
        self, store: Store, fair: Campaign, sam: Supervising, ana: Calling, clock: SetClock
    ) -> None:
        """Q6: a supervisor's wish calls nobody outside the rules."""
        asleep = a_lead(store, fair, "Far Away")
        with store.transaction() as tx:
            people = schema.contact.update().where(schema.contact.c.name == "Far Away")
            tx.connection.execute(people.values(zones=["America/New_York"]))
        said_no = a_lead(store, fair, "Said No")
        ana.do_not_call(said_no)
        clock.advance(timedelta(seconds=11))
        kept_out = a_lead(store, fair, "Kept Out")
        sam.keep_out(kept_out, "Legal asks")
        for lead_id, why in (
            (said_no, "not in the queue"),
            (kept_out, "Let it in"),
            (asleep, "cannot be called now"),
        ):
            with pytest.raises(Refused, match=why):
                sam.push(lead_id, "Ana")
        with pytest.raises(Refused, match="Nobody called “Nina”"):
            sam.push(kept_out, "Nina")
        with pytest.raises(NotFound):
            sam.push(LeadId(999), "Ana")


class TestTakenOver:
    def test_the_holder_is_told_and_what_they_wrote_is_kept(
        self, store: Store, fair: Campaign, sam: Supervising, ana: Calling
    ) -> None:
        """Model 2: superseded token, kept as a conflict, never dropped, never overwriting."""
        only = a_lead(store, fair)
        call = ana.start_attempt(only)
        ana.record_answer(call.id, PROJECT, "Before")
        card = sam.take_over(only)
        assert (card.lead.id, card.attempt) == (only, None)
        assert card.answers[PROJECT].value == "Before"
        with pytest.raises(ClaimLost, match="Sam has this lead now"):
            ana.record_answer(call.id, PROJECT, "After")
        with pytest.raises(ClaimLost):
            ana.finish(call.id, "not_qualified", reason="No budget", note="They said no budget")
        with store.reading() as tx:
            kept = tx.connection.execute(sa.select(schema.attempt)).one()
            answers = tx.connection.execute(sa.select(schema.answer)).all()
        assert (kept.is_conflict, kept.outcome, kept.note) == (
            True,
            "not_qualified",
            "They said no budget",
        )
        assert {(one.value, one.is_conflict) for one in answers} == {
            ("Before", False),
            ("After", True),
        }
        desk = calling(store, store.clock, "Sam")
        assert desk.next_lead().lead.id == only
        assert desk.next_lead().answers[PROJECT].value == "Before"
        assert _next(ana) is None, "her hands are free for another"

    def test_there_must_be_somebody_to_take_it_from(
        self, store: Store, fair: Campaign, sam: Supervising, ana: Calling
    ) -> None:
        only = a_lead(store, fair)
        with pytest.raises(Refused, match="Nobody has"):
            sam.take_over(only)
        assert _next(ana) == only
        assert sam.take_over(only).lead.id == only
        with pytest.raises(Refused, match="You have this lead"):
            sam.take_over(only)
        with pytest.raises(NotFound):
            sam.take_over(LeadId(999))


class TestOneCompanyOneCaller:
    def test_colleagues_stay_with_who_talks_to_their_company(
        self, store: Store, fair: Campaign, ana: Calling, ben: Calling, clock: SetClock
    ) -> None:
        """Claims: account-sticky companies, and the card says who spoke to whom."""
        ada = a_lead(store, fair, "Ada Quist", company="Pumps", signals=ASKED)
        cy = a_lead(store, fair, "Cy Roe", company="Pumps")
        dee = a_lead(store, fair, "Dee Fox", company="Valves", signals=GIVEAWAY)
        _talk(ana, ada)
        clock.advance(timedelta(seconds=11))
        assert _next(ben) == dee, "Cy comes first, but Ana talks to Pumps"
        with store.reading() as tx:
            codes = {one.code: one.leads for one in why_not(tx, "Ben")}
        assert codes == {"yours": 1, "resting": 1, "sticky": 1}
        card = next_card(ana)
        assert card.lead.id == cy
        assert card.notices == ("You spoke with their colleague Ada Quist today.",)
        ana.release(cy)
        clock.advance(timedelta(hours=2))
        ben.release(dee)
        card = next_card(ben)
        assert card.lead.id == cy
        assert card.notices == ("Ana spoke with their colleague Ada Quist today.",)

    def test_while_the_call_lasts_and_no_longer_when_nobody_answers(
        self, store: Store, fair: Campaign, ana: Calling, ben: Calling
    ) -> None:
        ada = a_lead(store, fair, "Ada Quist", company="Pumps", signals=ASKED)
        cy = a_lead(store, fair, "Cy Roe", company="Pumps")
        call = ana.start_attempt(ada)
        assert _next(ben) is None
        ana.finish(call.id, "no_answer")
        card = next_card(ben)
        assert (card.lead.id, card.notices) == (cy, ())

    def test_only_somebody_who_works_here_is_away(
        self, sam: Supervising, ana: Calling, clock: SetClock
    ) -> None:
        """A slip of the fingers would leave their promises waiting for somebody who is gone."""
        today = clock.now().date()
        with pytest.raises(Refused, match=r"Nobody called “Anna” works here\. There are: Ana\."):
            sam.set_away("Anna", today)
        with pytest.raises(Refused, match="works here"):
            sam.set_away("Anna", None)
        assert sam.set_away(" ana ", today).says.startswith("Ana is away")
        assert sam.set_away("Sam", today).says.startswith("Sam is away"), "who says it is known"
        del ana

    def test_nobody_is_given_a_lead_where_nobody_has_called_yet(
        self, store: Store, fair: Campaign, sam: Supervising
    ) -> None:
        ada = a_lead(store, fair, "Ada Quist", signals=ASKED)
        with pytest.raises(Refused, match="Nobody called “Nobody” works here yet"):
            sam.push(ada, "Nobody")
        assert sam.push(ada, "sam").says == "Ada Quist is next for Sam."

    def test_who_is_away_keeps_no_company(
        self, store: Store, fair: Campaign, sam: Supervising, ana: Calling, ben: Calling,
        clock: SetClock,
    ) -> None:  # fmt: skip
        ada = a_lead(store, fair, "Ada Quist", company="Pumps", signals=ASKED)
        cy = a_lead(store, fair, "Cy Roe", company="Pumps")
        _talk(ana, ada)
        assert _next(ben) is None
        sam.set_away("Ana", clock.now().date())
        assert _next(ben) == cy

    def test_clients_and_big_companies_are_told_apart(
        self, store: Store, fair: Campaign, ana: Calling, ben: Calling
    ) -> None:
        """O7; and a company of very many people is not one conversation."""
        theirs = a_campaign(store, with_script=False, client="South")
        ada = a_lead(store, fair, "Ada Quist", company="Pumps", signals=ASKED)
        elsewhere = a_lead(store, theirs, "Cy Roe", company="Pumps")
        _talk(ana, ada)
        assert _next(ben) == elsewhere
        ben.skip(elsewhere)
        people = [a_lead(store, fair, f"Person {n}", company="Big") for n in range(51)]
        _talk(ana, people[0])
        assert _next(ben) in people

    def test_a_lead_that_is_given_to_somebody_is_theirs_all_the_same(
        self, store: Store, fair: Campaign, sam: Supervising, ana: Calling, ben: Calling
    ) -> None:
        ada = a_lead(store, fair, "Ada Quist", company="Pumps", signals=ASKED)
        cy = a_lead(store, fair, "Cy Roe", company="Pumps")
        _talk(ana, ada)
        sam.push(cy, "Ben")
        assert _next(ben) == cy


def test_what_every_caller_skips_is_shown_to_the_supervisor(
    store: Store, fair: Campaign, sam: Supervising, ana: Calling, ben: Calling, clock: SetClock
) -> None:
    """Q5: no lead falls through the cracks because nobody likes it."""
    unloved = a_lead(store, fair, "Un Loved")
    assert _next(ana) == unloved
    done = ana.skip(unloved, "Too senior for me")
    assert done.next_at == clock.now() + timedelta(hours=2)
    assert sam.passed_over() == ()
    clock.advance(timedelta(hours=3))
    assert _next(ben) == unloved
    done = ben.skip(unloved, "know_them")
    assert done.next_at == clock.now() + timedelta(minutes=15), "others may call them soon"
    (found,) = sam.passed_over(fair.name)
    assert (found.lead_id, found.callers, found.times) == (unloved, ("Ana", "Ben"), 2)
    assert found.reasons == ("I know this person", "Too senior for me")
    ben.undo()
    assert sam.passed_over() == ()
