"""Search: whoever is looked for is found by what people type, and nobody else's lead is touched."""

import pytest

from makers import make_campaign, make_contact, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.desk import Desk
from qualdesk.store.database import Store
from qualdesk.store.leads import place

PEOPLE = (
    ("Katrin Albers", "Elbkorn Foods", "+494066969214", "katrin.albers@elbkorn.example"),
    ("Jens Petersen", "Elbkorn Foods", "+494066969215", "jens@elbkorn.example"),
    ("Elke Bruns", "Elbwerk Molkerei", "+493023125417", "elke@elbwerk.example"),
    ("Dana O'Brien", "Harbor Pine", "+12125550178", "dana@harborpine.example"),
    ("Müller Łukasz", "Nordlicht 24", "+4420794600178", "l.mueller@nordlicht.example"),
)


@pytest.fixture
def desk(store: Store, clock: SetClock) -> Desk:
    return Desk(store, clock, "Mara Lind")


@pytest.fixture
def leads(store: Store) -> dict[str, LeadId]:
    """The people above, each a lead of one campaign, by their first word."""
    with store.transaction() as tx:
        campaign = make_campaign(tx, region="DE")
        return {
            name.split()[0]: make_lead(
                tx,
                campaign,
                make_contact(tx, name, company_name=works_at, phones=[number], emails=[address]),
            )
            for name, works_at, number, address in PEOPLE
        }


def names(desk: Desk, text: str) -> list[str]:
    return [one.name for one in desk.search.find(text).leads]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("elb", ["Elke Bruns", "Jens Petersen", "Katrin Albers"]),
        ("KATRIN", ["Katrin Albers"]),
        ("albers kat", ["Katrin Albers"]),
        ("petersen elbkorn", ["Jens Petersen"]),
        ("o'brien", ["Dana O'Brien"]),
        ("9214", ["Katrin Albers"]),
        ("040 66969 214", ["Katrin Albers"]),
        ("+49 (0)40 66969-214", ["Katrin Albers"]),
        ("0049 40 66969214", ["Katrin Albers"]),
        ("tel:+494066969214", ["Katrin Albers"]),
        ("(212) 555-0178", ["Dana O'Brien"]),
        ("jens@elbkorn.example", ["Jens Petersen"]),
        ("24", ["Müller Łukasz"]),
    ],
)
def test_people_are_found_by_what_is_typed(
    desk: Desk, leads: dict[str, LeadId], typed: str, found: list[str]
) -> None:
    assert leads
    assert names(desk, typed) == found


def test_somebody_who_calls_is_taken_up_in_one_step(desk: Desk, leads: dict[str, LeadId]) -> None:
    (caller,) = desk.search.who_calls("9214").leads
    card = desk.search.take_up(caller.lead_id)
    assert caller.lead_id == leads["Katrin"]
    assert card.attempt is not None
    assert card.attempt.is_incoming
    assert card.attempt.number == ""
    assert desk.calling.on_call() == card.attempt
    assert card.lead.attempts == 0


def test_who_asked_not_to_be_called_may_be_spoken_to_and_stays_so(
    desk: Desk, store: Store, leads: dict[str, LeadId]
) -> None:
    desk.calling.do_not_call(leads["Jens"])
    card = desk.search.take_up(leads["Jens"])
    assert card.attempt is not None
    done = desk.calling.finish(card.attempt.id, "nurture")
    assert done.bucket is Bucket.DO_NOT_CALL
    with store.transaction() as tx:
        place(tx, leads["Elke"], Bucket.DO_NOT_CALL)


def test_a_lead_taken_from_a_colleague_tells_them(
    desk: Desk, store: Store, clock: SetClock, leads: dict[str, LeadId]
) -> None:
    other = Desk(store, clock, "Ben Adler")
    theirs = other.calling.next_lead()
    desk.search.take_up(theirs.lead.id)
    (told,) = other.search.my_messages()
    assert told.says == "They called us. Mara Lind took the call, so the lead left your desk."
    assert other.calling.held() is None
    other.search.read_message(told.id)
    assert other.search.my_messages() == ()
    assert leads
