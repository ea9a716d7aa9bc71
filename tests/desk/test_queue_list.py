"""The whole queue as a list: its order, its filters, its search, and what each line says."""

from datetime import timedelta

import pytest

from makers import BERLIN, MORNING, make_campaign, make_contact, make_lead
from qualdesk.core.cards import QUEUE_STATES, QueueFilter, QueueLine
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket, Signals
from qualdesk.core.sources import SourceType
from qualdesk.desk.queue import Queue
from qualdesk.desk.supervising import Supervising
from qualdesk.store import queue as claims
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import place
from qualdesk.store.schema import callback

ASKED = Signals(source=SourceType.TRADE_SHOW, asked_for_call=True)


@pytest.fixture
def queue(store: Store, clock: SetClock) -> Queue:
    return Queue(store, clock, "ana")


@pytest.fixture
def supervising(store: Store, clock: SetClock) -> Supervising:
    return Supervising(store, clock, "sue")


def _promise(tx: Transaction, lead_id: LeadId, minutes: int, owner: str = "") -> LeadId:
    due_at = MORNING + timedelta(minutes=minutes)
    place(tx, lead_id, Bucket.CALLBACK, due_at=due_at, callback_owner=owner)
    made = callback.insert().values(lead_id=lead_id, zone=BERLIN, due_at=due_at, owner=owner)
    tx.connection.execute(made)
    return lead_id


def _ids(queue: Queue, **wanted: object) -> list[int]:
    return list(queue.listing(QueueFilter(**wanted)).lead_ids)


def _line(queue: Queue, lead_id: LeadId) -> QueueLine:
    (line,) = queue.lines([lead_id])
    return line


def test_the_list_goes_from_now_to_later_to_not_at_all(
    store: Store, queue: Queue, supervising: Supervising
) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        research = make_lead(tx, fair)
        place(tx, research, Bucket.RESEARCH, reason="No number")
        abroad = make_lead(tx, fair, zones=["Asia/Tokyo"])
        rests = make_lead(tx, fair, wake_at=MORNING + timedelta(hours=2))
        sooner = make_lead(tx, fair, wake_at=MORNING + timedelta(hours=1))
        promised = _promise(tx, make_lead(tx, fair), 90)
        plain = make_lead(tx, fair)
        asked = make_lead(tx, fair, signals=ASKED)
        due = _promise(tx, make_lead(tx, fair), -5)
        make_lead(tx, fair, bucket=Bucket.QUALIFIED)
    listing = queue.listing()
    assert list(listing.lead_ids) == [
        *(due, asked, plain),
        *(promised, sooner, rests, abroad, research),
    ]
    assert (listing.total, listing.looked_at) == (8, MORNING)
    supervising.pin(plain)
    assert _ids(queue)[:3] == [due, plain, asked]


def test_the_list_is_narrowed(store: Store, queue: Queue, supervising: Supervising) -> None:
    with store.transaction() as tx:
        fair, web = make_campaign(tx), make_campaign(tx)
        scan = make_lead(tx, fair)
        form = make_lead(tx, web, signals=Signals(source=SourceType.CONTACT_FORM))
        rests = make_lead(tx, web, wake_at=MORNING + timedelta(hours=1))
        mine = _promise(tx, make_lead(tx, fair), 60, owner="ana")
        bens = _promise(tx, make_lead(tx, fair), 30, owner="ben")
        held = make_lead(tx, fair)
        claims.claim_lead(tx, held, "ben")
        out, pinned = make_lead(tx, fair), make_lead(tx, fair)
    supervising.keep_out(out, "Waits for legal")
    supervising.pin(pinned)
    assert _ids(queue, campaign=web.id) == [form, rests]
    assert _ids(queue, source=SourceType.CONTACT_FORM) == [form]
    told = {state: _ids(queue, state=state) for state in QUEUE_STATES}
    assert told["now"] == [pinned, form, scan]
    assert told["later"] == [bens, mine, rests]
    assert told["callbacks"] == [bens, mine]
    assert (told["pinned"], told["kept_out"]) == ([pinned], [out])
    assert _ids(queue, state="others") == [held]
    assert _ids(queue, state="resting") == [rests]
    assert _ids(queue, caller="ben") == [bens, held]
    assert _ids(queue, caller="ben", state="callbacks") == [bens]
    assert _ids(queue, campaign=web.id, state="now") == [form]
    assert _ids(queue, state="nothing of that name") == []
    with pytest.raises(NotFound):
        queue.listing(QueueFilter(campaign=CampaignId(99)))


def test_somebody_is_found_by_name_company_or_number(store: Store, queue: Queue) -> None:
    with store.transaction() as tx:
        fair, web = make_campaign(tx), make_campaign(tx)
        ada = make_contact(tx, "Ada Brandt", company_name="Pumps", phones=["+493023125017"])
        bo = make_contact(tx, "Bo 100% Ågren", company_name="Valves Ltd", phones=["+12125550117"])
        first, second, third = (
            make_lead(tx, fair, ada),
            make_lead(tx, fair, bo),
            make_lead(tx, web, ada),
        )
    for text in ("ada", "ADA  brandt", "brandt", "pump", "030 231 250 17", "+49 30 23125017"):
        assert set(_ids(queue, text=text)) == {first, third}, text
    assert _ids(queue, text="brandt", campaign=fair.id) == [first]
    for text in ("valves ltd", "ågren", "100%", "(212) 555-0117", "5550117"):
        assert _ids(queue, text=text) == [second], text
    for text in ("_", "nobody", "55", "2125559999", "b%t"):
        assert _ids(queue, text=text) == [], text
    assert len(_ids(queue, text="   ")) == 3, "nothing typed narrows nothing"


def test_a_line_says_who_why_and_when(store: Store, queue: Queue, supervising: Supervising) -> None:
    """Q3: one reason for each, and the time where there is one."""
    with store.transaction() as tx:
        fair = make_campaign(tx, "Fair")
        who = make_contact(tx, "Ada", company_name="Pumps")
        free = make_lead(tx, fair, who, signals=ASKED)
        rests = make_lead(tx, fair)
        wake_at = MORNING + timedelta(days=1, minutes=-44)
        place(tx, rests, Bucket.WAITING, reason="No answer", wake_at=wake_at)
        mine = _promise(tx, make_lead(tx, fair), 60, owner="ana")
        away = make_lead(tx, fair, zones=["America/Denver"])
        out = make_lead(tx, fair)
    supervising.keep_out(out, "Waits for legal")
    line = _line(queue, free)
    assert (line.name, line.company, line.campaign) == ("Ada", "Pumps", "Fair")
    assert (line.code, line.says, line.zone) == ("free", "Can be called now", BERLIN)
    assert (line.source, line.attempts) == (SourceType.TRADE_SHOW, 0)
    assert line.points > 0
    assert line.reason == "Asked for a call"
    later = _line(queue, rests)
    assert (later.code, later.says) == ("resting", "No answer")
    assert later.next_at == wake_at
    promised = _line(queue, mine)
    assert (promised.says, promised.is_callback) == ("Call back promised", True)
    assert promised.callback_owner == "ana"
    assert _line(queue, away).code == "hours"
    assert _line(queue, away).next_at is not None
    assert (_line(queue, out).kept_out, _line(queue, out).code) == ("Waits for legal", "kept_out")


def test_lines_come_in_the_order_asked_and_without_those_that_are_gone(
    store: Store, queue: Queue
) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        first, second, done = (make_lead(tx, fair) for _ in range(3))
        place(tx, done, Bucket.QUALIFIED)
    assert [line.lead_id for line in queue.lines([second, done, 999, first])] == [second, first]
    assert queue.lines([]) == ()


def test_the_explanation_and_the_line_say_the_same(store: Store, queue: Queue) -> None:
    """Q3: one truth, wherever it is asked."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        leads = [
            make_lead(tx, fair, signals=ASKED),
            make_lead(tx, fair),
            make_lead(tx, fair, zones=["Asia/Tokyo"]),
            _promise(tx, make_lead(tx, fair), -3),
        ]
    for lead_id, line in zip(leads, queue.lines(leads), strict=True):
        found = queue.explain(lead_id)
        assert (found.code, found.next_at) == (line.code, line.next_at)
        # The page has a column for the time; the explanation says it before the same words.
        assert found.says.lower().endswith(line.says.lower())
    places = {lead_id: queue.explain(lead_id).place for lead_id in leads}
    assert [places[lead_id] for lead_id in leads] == [1, 2, None, 0]
