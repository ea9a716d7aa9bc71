"""Do not call is obeyed at once, by every lead of the client, and can be taken back exactly."""

from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from makers import make_campaign, make_contact, make_lead
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.store import said_no, suppression
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import place
from qualdesk.store.schema import contact, lead
from qualdesk.store.schema import suppression as table
from qualdesk.store.suppression_lift import covered_by, lift
from sizes import tried

DIRECT, MAIN, MOBILE = "+493023125101", "+493023125100", "+493023125177"


def _ask(
    tx: Transaction, lead_id: LeadId, scope: str = "person", client: str = "", number: str = ""
) -> suppression.SuppressionDone:
    return suppression.suppress(
        tx,
        client=client,
        scope=scope,
        lead_id=lead_id,
        asked_by="the person",
        by="ana",
        reason="Asked not to be called",
        number=number,
    )


def _states(tx: Transaction) -> dict[int, str]:
    return {row.id: row.state for row in tx.connection.execute(sa.select(lead))}


def test_everyone_with_the_same_number_or_address_leaves_the_queue(store: Store) -> None:
    """Q6, model 6: whatever the campaign and however the name is written."""
    with store.transaction() as tx:
        fair, webinar = make_campaign(tx), make_campaign(tx)
        asked = make_lead(tx, fair, make_contact(tx, "Ada", phones=[DIRECT], emails=["a@x.test"]))
        same_number = make_lead(tx, webinar, make_contact(tx, "A. L.", phones=[DIRECT]))
        same_mail = make_lead(tx, webinar, make_contact(tx, "Ada L", emails=["a@x.test"]))
        other = make_lead(tx, fair)
        done = _ask(tx, asked)
        assert set(done.leads) == {asked, same_number, same_mail}
        assert _states(tx)[other] == "waiting"
        ready = tx.connection.scalars(sa.select(lead.c.id).where(lead.c.ready)).all()
        assert ready == [other]


def test_another_client_keeps_its_own_list(store: Store) -> None:
    """O7."""
    with store.transaction() as tx:
        ours, theirs = make_campaign(tx, client="North"), make_campaign(tx, client="South")
        person = make_contact(tx, "Ada", phones=[DIRECT])
        asked, elsewhere = make_lead(tx, ours, person), make_lead(tx, theirs, person)
        _ask(tx, asked, client="North")
        assert _states(tx) == {asked: "do_not_call", elsewhere: "waiting"}
        assert not suppression.is_suppressed(tx, elsewhere, DIRECT)


def test_who_objects_to_all_calls_from_here_is_called_for_no_client(store: Store) -> None:
    """O7, and GDPR article 21: also for a client who comes later; taken back, all stand again."""
    with store.transaction() as tx:
        ours, theirs = make_campaign(tx, client="North"), make_campaign(tx, client="South")
        person = make_contact(tx, "Ada", phones=[DIRECT])
        asked, elsewhere = make_lead(tx, ours, person), make_lead(tx, theirs, person)
        other = make_lead(tx, theirs)
        done = _ask(tx, asked, suppression.BY_NOBODY, "North")
        assert set(done.leads) == {asked, elsewhere}
        assert _states(tx)[other] == "waiting"
        later = make_lead(tx, make_campaign(tx, client="West"), person)
        assert suppression.is_suppressed(tx, later)
        assert suppression.suppressed_among(tx, "East", [_print(tx, DIRECT)])
        (said,) = said_no.said_of(tx, elsewhere)
        assert (said.is_of_house, said.scope) == (True, "person")
        assert set(lift(tx, done.ids, "mistake")) == {asked, elsewhere}
        assert not suppression.is_suppressed(tx, elsewhere)


def _print(tx: Transaction, number: str) -> str:
    return suppression.fingerprints(tx).number(number)


def test_colleagues_behind_the_main_line_stay(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        ada = make_contact(tx, "Ada", company_name="Pumps", phones=[MAIN], kind="main")
        ben = make_contact(tx, "Ben", company_name="Pumps", phones=[MAIN], kind="main")
        asked, colleague = make_lead(tx, fair, ada), make_lead(tx, fair, ben)
        _ask(tx, asked)
        assert _states(tx) == {asked: "do_not_call", colleague: "waiting"}
        assert suppression.is_suppressed(tx, asked)
        assert not suppression.is_suppressed(tx, colleague, MAIN)


def test_a_company_that_says_no_is_left_alone_as_a_whole(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        people = [make_contact(tx, company_name="Pumps") for _ in range(3)]
        inside = [make_lead(tx, fair, person) for person in people]
        outside = make_lead(tx, fair, make_contact(tx, company_name="Valves"))
        done = _ask(tx, inside[0], "company")
        assert list(done.leads) == inside
        assert _states(tx)[outside] == "waiting"


def test_a_suppressed_number_leaves_the_others_of_that_person(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        asked = make_lead(tx, fair, make_contact(tx, phones=[MAIN]))
        only_that = make_lead(tx, fair, make_contact(tx, phones=[MAIN]))
        has_more = make_lead(tx, fair, make_contact(tx, phones=[MAIN, MOBILE]))
        done = _ask(tx, asked, "number", number=MAIN)
        assert set(done.leads) == {asked, only_that}
        assert _states(tx)[has_more] == "waiting"
        assert suppression.is_suppressed(tx, has_more, MAIN)
        assert not suppression.is_suppressed(tx, has_more, MOBILE)
        assert not suppression.is_suppressed(tx, has_more)


def test_leads_sales_has_keep_their_state(store: Store) -> None:
    with store.transaction() as tx:
        fair, webinar = make_campaign(tx), make_campaign(tx)
        person = make_contact(tx, "Ada", phones=[DIRECT])
        asked, sold = make_lead(tx, fair, person), make_lead(tx, webinar, person)
        tx.connection.execute(
            lead.update().where(lead.c.id == sold).values(state="in_batch", ready=False)
        )
        assert _ask(tx, asked).leads == (asked,)
        assert _states(tx)[sold] == "in_batch"


def test_lifting_puts_every_lead_back_where_it_stood(store: Store) -> None:
    """Model 10: what was done can be undone."""
    with store.transaction() as tx:
        fair, webinar = make_campaign(tx), make_campaign(tx)
        person = make_contact(tx, "Ada", phones=[DIRECT])
        asked, resting = make_lead(tx, fair, person), make_lead(tx, webinar, person)
        tx.connection.execute(
            lead.update()
            .where(lead.c.id == resting)
            .values(ready=False, wake_at=tx.now, state_reason="No answer")
        )
        before = tx.connection.execute(sa.select(lead).order_by(lead.c.id)).all()
        done = _ask(tx, asked)
        assert set(lift(tx, done.ids, "mistake")) == {asked, resting}
        assert tx.connection.execute(sa.select(lead).order_by(lead.c.id)).all() == before
        assert not suppression.is_suppressed(tx, asked, DIRECT)
        assert lift(tx, done.ids, "twice") == ()


def test_lifting_one_of_two_leaves_the_lead_out(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        asked = make_lead(tx, fair, make_contact(tx, "Ada", company_name="P", phones=[DIRECT]))
        first = _ask(tx, asked)
        _ask(tx, asked, "company")
        assert lift(tx, first.ids, "mistake") == ()
        assert _states(tx) == {asked: "do_not_call"}


def test_somebody_with_nothing_but_a_main_line_is_never_called_again(store: Store) -> None:
    """Q6, model 6: who has no name and no address is kept by the number they were called on."""
    with store.transaction() as tx:
        fair, webinar = make_campaign(tx), make_campaign(tx)
        person = make_contact(tx, "Switchboard", phones=[MAIN], kind="main")
        tx.connection.execute(contact.update().values(name="", name_key="", fingerprint=""))
        asked, elsewhere = make_lead(tx, fair, person), make_lead(tx, webinar, person)
        done = _ask(tx, asked)
        assert set(done.leads) == {asked, elsewhere}
        assert suppression.is_suppressed(tx, elsewhere, MAIN)


def test_lifting_one_wish_leaves_the_same_wish_of_somebody_else(store: Store) -> None:
    """Q6: two people share a line and both say no; taking one back frees nobody's number."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        ada = make_lead(tx, fair, make_contact(tx, "Ada", phones=[DIRECT]))
        ben = make_lead(tx, fair, make_contact(tx, "Ben", phones=[DIRECT, MOBILE]))
        first = _ask(tx, ada, "number")
        second = _ask(tx, ben, "number", number=DIRECT)
        lift(tx, first.ids, "undone")
        assert suppression.is_suppressed(tx, ben, DIRECT)
        lift(tx, second.ids, "undone")
        assert not suppression.is_suppressed(tx, ben, DIRECT)
        assert _states(tx)[ben] == "waiting"


def test_what_is_kept_names_nobody(store: Store) -> None:
    """GDPR: the list must outlive the person's data, so it holds fingerprints only."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        person = make_contact(tx, "Zoë Quist", phones=[DIRECT], emails=["zoe@x.test"])
        _ask(tx, make_lead(tx, fair, person))
        told = str(tx.connection.execute(sa.select(table)).all()).casefold()
        assert DIRECT not in told
        assert "quist" not in told
        assert "zoe" not in told
        prints = suppression.fingerprints(tx)
        asked = {prints.number(DIRECT), prints.email("zoe@x.test"), prints.number(MOBILE), ""}
        assert suppression.suppressed_among(tx, "", asked) == asked - {
            prints.number(MOBILE),
            "",
        }


def test_fingerprints_of_two_workspaces_differ() -> None:
    one, other = suppression.Fingerprints(b"one"), suppression.Fingerprints(b"other")
    assert one.number(DIRECT) != other.number(DIRECT)
    assert one.number(DIRECT) != one.email(DIRECT)
    assert one.person("", "pumps") == one.number("") == ""


def test_a_lead_that_leaves_at_the_same_moment_stays_with_sales(postgres_store: Store) -> None:
    """Two desks of a team at once: the batch that is just leaving keeps its lead."""
    with postgres_store.transaction() as tx:
        asked = make_lead(tx, make_campaign(tx), bucket=Bucket.QUALIFIED)
    with ThreadPoolExecutor(1) as other:
        with postgres_store.transaction() as tx:
            place(tx, asked, Bucket.IN_BATCH, reason="Batch 1")
            asking = other.submit(_ask_beside, postgres_store, asked)
            wait([asking], timeout=0.5)
            assert not asking.done(), "it waits for the batch"
        assert asking.result(timeout=10).leads == ()
    with postgres_store.reading() as tx:
        assert _states(tx) == {asked: "in_batch"}


def _ask_beside(store: Store, lead_id: LeadId) -> suppression.SuppressionDone:
    with store.transaction() as tx:
        return _ask(tx, lead_id)


def test_a_do_not_call_said_twice_over_is_lifted_whole(store: Store) -> None:
    """Model 10: the later wish finds the lead stopped already, and must free it all the same."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        asked = make_lead(tx, fair, make_contact(tx, "Ada", company_name="P", phones=[DIRECT]))
        before = tx.connection.execute(sa.select(lead)).all()
        first = _ask(tx, asked)
        second = _ask(tx, asked, "company")
        assert lift(tx, first.ids, "mistake") == ()
        assert lift(tx, second.ids, "mistake") == (asked,)
        assert tx.connection.execute(sa.select(lead)).all() == before


@given(
    wishes=st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from(suppression.SCOPES)), min_size=1, max_size=5
    ),
    lifted=st.permutations(range(5)),
)
@settings(max_examples=tried(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_wishes_lifted_in_any_order_leave_every_lead_where_it_stood(
    sqlite_store: Store, wishes: list[tuple[int, str]], lifted: list[int]
) -> None:
    """Model 10 and Q6: while one wish holds nobody it covers is called; after the last, all are."""
    with sqlite_store.transaction() as tx:
        clients = "North", "South"
        fairs = [make_campaign(tx, client=one) for one in clients]
        people = [
            make_contact(tx, "Ada", company_name="P", phones=[DIRECT, MOBILE], emails=["a@x.test"]),
            make_contact(tx, "Ben", company_name="P", phones=[MAIN, DIRECT]),
            make_contact(tx, "Cy", phones=[MAIN], emails=["a@x.test"]),
            make_contact(tx, "Dee", phones=[MOBILE]),
        ]
        leads = [make_lead(tx, fairs[who % 2], person) for who, person in enumerate(people)]
        leads.append(make_lead(tx, fairs[1], people[0]))
        ours = sa.select(lead).where(lead.c.id.in_(leads)).order_by(lead.c.id)
        before = tx.connection.execute(ours).all()
        made = [_ask(tx, leads[who], scope, clients[who % 2]).ids for who, scope in wishes]
        for one in (number for number in lifted if number < len(made)):
            _nobody_covered_is_called(tx, leads)
            lift(tx, made[one], "taken back")
        assert tx.connection.execute(ours).all() == before
        assert covered_by(tx, leads) == {}


def _nobody_covered_is_called(tx: Transaction, leads: list[LeadId]) -> None:
    covered = covered_by(tx, leads)
    assert set(covered) == {one for one in leads if suppression.is_suppressed(tx, one)}
    assert {_states(tx)[one] for one in covered} <= {"do_not_call"}


def test_lifting_names_no_lead_that_is_gone_or_stands_elsewhere_by_now(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        gone, moved = make_lead(tx, fair), make_lead(tx, fair)
        first, second = _ask(tx, gone), _ask(tx, moved)
        tx.connection.execute(lead.delete().where(lead.c.id == gone))
        place(tx, moved, Bucket.NOT_A_FIT, reason="Too small")
        assert lift(tx, [*first.ids, *second.ids], "mistake") == ()
        assert _states(tx) == {moved: "not_a_fit"}


def test_who_must_leave_the_queue_is_found_through_indexes(sqlite_store: Store) -> None:
    """Somebody says no while a caller is on the phone: it must not take as long as all leads."""
    read: list[str] = []

    with sqlite_store.transaction() as tx:
        fair = make_campaign(tx)
        person = make_contact(tx, "Ada", phones=[DIRECT], emails=["a@x.test"], company_name="Pumps")
        asked = make_lead(tx, fair, person)
        driver: Any = tx.connection.connection.driver_connection
        driver.set_trace_callback(read.append)
        _ask(tx, asked, "company")
        driver.set_trace_callback(None)
        plans = [
            row[3]
            for text in read
            if "SELECT" in text
            for row in driver.execute(f"EXPLAIN QUERY PLAN {text}")
        ]
    assert any("ix_lead_contact_id" in step for step in plans), plans
    whole = [step for step in plans if step.startswith("SCAN") or "ix_lead_bucket" in step]
    assert not whole, f"reads far more than it must: {whole}"


@pytest.mark.parametrize("scope", ["number", "person", "company"])
def test_only_those_whom_it_names_leave_by_it(store: Store, scope: str) -> None:
    """The same name at another company, a number alike, an address alike are other people."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        asked = make_lead(tx, fair, make_contact(
            tx, "Ada", phones=[DIRECT], emails=["a@x.test"], company_name="Pumps",
        ))  # fmt: skip
        others = {
            make_lead(tx, fair, make_contact(tx, "Ada", phones=[MOBILE], company_name="Valves")),
            make_lead(tx, fair, make_contact(tx, "Ada", phones=[f"{DIRECT}1"])),
            make_lead(tx, fair, make_contact(tx, "Bo", phones=[MAIN], emails=["aa@x.test"])),
        }
        assert _ask(tx, asked, scope).leads == (asked,)
        states = _states(tx)
        assert {states[one] for one in others} == {"waiting"}
