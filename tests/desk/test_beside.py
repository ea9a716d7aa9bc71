"""Material and mails: asked for on a call, shown, sent, withdrawn, undone (D7)."""

from datetime import date, timedelta

import pytest

from calls import a_campaign, a_lead, answer_all_it_takes, calling
from makers import make_lead
from qualdesk.core.beside import BesideKind
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.ids import AttemptId, LeadId
from qualdesk.core.offers import Offers, Voicemail
from qualdesk.desk import Desk
from qualdesk.desk.beside import Beside
from qualdesk.desk.calling import Calling
from qualdesk.desk.campaigning import Campaigning
from qualdesk.desk.erasing import Erasing
from qualdesk.desk.handoff import Handoff
from qualdesk.store.database import Store
from qualdesk.store.history import verify

ASK = "May we write to you about new machines, once a month?"
FRAGE = "Dürfen wir Ihnen einmal im Monat schreiben?"
OFFERS = Offers(materials=("Price list", "Spec sheet M4"), opt_in={"en": ASK, "de": FRAGE})
MAIL = "katrin@elbkorn.example"


def offering(store: Store, clock: SetClock, offers: Offers = OFFERS) -> Campaign:
    campaign = a_campaign(store)
    return Campaigning(store, clock, "Ruth").set_offers(campaign.id, offers).campaign


def on_a_call(store: Store, clock: SetClock) -> tuple[Calling, LeadId, AttemptId, Beside]:
    lead = a_lead(store, offering(store, clock))
    desk = calling(store, clock)
    return desk, lead, desk.start_attempt(lead).id, Beside(store, clock, "Ana")


def test_what_a_campaign_offers_is_kept_as_it_was_said(store: Store, clock: SetClock) -> None:
    mode = Voicemail(is_on=True, text="It is Ana.", most=2, follow_up=date(2026, 3, 26))
    offers = Offers(materials=(" Price list ", "", "Price list"), opt_in={"German": FRAGE},
                    voicemail=mode)  # fmt: skip
    campaign = offering(store, clock, offers)
    assert campaign.offers == Offers(
        materials=("Price list",), opt_in={"de": FRAGE}, voicemail=mode
    )
    empty = Campaigning(store, clock, "Ruth").set_offers(campaign.id, Offers()).campaign
    assert empty.offers == Offers()


def test_a_caller_sees_what_there_is_in_the_language_of_the_call(
    sqlite_store: Store, clock: SetClock
) -> None:
    lead = a_lead(sqlite_store, offering(sqlite_store, clock))
    beside = Beside(sqlite_store, clock, "Ana")
    assert beside.offered(lead).offers.materials == ("Price list", "Spec sheet M4")
    assert (beside.offered(lead, "de-AT").wording, beside.offered(lead, "de-AT").language) == (
        FRAGE, "de",
    )  # fmt: skip
    assert beside.offered(lead, "fr").wording == ASK, "in a language there is, not in none"


def test_material_is_asked_for_sent_and_taken_back(store: Store, clock: SetClock) -> None:
    desk, lead, attempt, beside = on_a_call(store, clock)
    done = beside.send_material(attempt, "Price list", address=MAIL, wanted_on=date(2026, 3, 19))
    assert done.says == f"Send Price list to {MAIL} by Thu 19 Mar."
    assert desk.card(lead).beside == done.beside
    (waiting,) = beside.to_send(desk.card(lead).campaign.id)
    assert (waiting.name, waiting.what, waiting.asked_by) == ("Katrin Albers", "Price list", "Ana")
    beside.sent(waiting.id)
    assert beside.to_send() == ()
    (sent,) = beside.of(lead).sendings
    assert sent.says_on("UTC") == f"Price list was sent to {MAIL} on Tue 17 Mar"
    with pytest.raises(NotFound, match="Nothing waits"):
        beside.sent(waiting.id)
    beside.undo(done.kind, done.number)
    assert desk.card(lead).beside.sendings == ()
    with pytest.raises(NotFound, match="taken back already"):
        beside.undo(BesideKind.MATERIAL, done.number)


def test_material_that_could_not_arrive_is_refused(sqlite_store: Store, clock: SetClock) -> None:
    _desk, lead, attempt, beside = on_a_call(sqlite_store, clock)
    for what, address, day, says in (
        ("", MAIL, None, "What do they want"),
        ("Price list", "", None, "Where to"),
        ("Price list", "katrin@elbkorn", None, "no e-mail address"),
        ("Price list", MAIL, date(2026, 3, 16), "has passed"),
    ):
        with pytest.raises(Refused, match=says):
            beside.send_material(attempt, what, address=address, wanted_on=day)
    assert beside.of(lead).sendings == ()


def test_material_may_go_by_post_and_without_a_call(sqlite_store: Store, clock: SetClock) -> None:
    _desk, lead, _attempt, beside = on_a_call(sqlite_store, clock)
    done = beside.send_material(lead, "A sample", address="Hafenstrasse 1, Hamburg")
    assert done.says == "Send A sample to Hafenstrasse 1, Hamburg."


def test_a_yes_to_mails_keeps_its_words_and_its_time(store: Store, clock: SetClock) -> None:
    desk, lead, attempt, beside = on_a_call(store, clock)
    done = beside.opt_in(attempt, address=MAIL, language="de")
    (proof,) = beside.opt_ins(desk.card(lead).campaign.id)
    assert (proof.wording, proof.language, proof.address) == (FRAGE, "de", MAIL)
    assert (proof.given_at, proof.asked_by, proof.name) == (clock.now(), "Ana", "Katrin Albers")
    assert beside.opt_in(attempt, address=MAIL, language="de").number == done.number, "said twice"
    clock.advance(timedelta(days=1))
    beside.withdraw(proof.id)
    assert desk.card(lead).beside.opt_ins == ()
    (kept,) = beside.opt_ins()
    assert kept.withdrawn_at == clock.now(), "that it was given stays provable"
    assert kept.wording == FRAGE


def test_a_yes_to_mails_needs_the_words_it_is_a_yes_to(
    sqlite_store: Store, clock: SetClock
) -> None:
    lead = a_lead(sqlite_store, a_campaign(sqlite_store))
    attempt = calling(sqlite_store, clock).start_attempt(lead).id
    beside = Beside(sqlite_store, clock, "Ana")
    with pytest.raises(Refused, match="no words for this question"):
        beside.opt_in(attempt, address=MAIL)
    beside.opt_in(attempt, address=MAIL, wording="May I write?")
    assert beside.of(lead).opt_ins[0].wording == "May I write?"


def test_nobody_notes_anything_on_the_call_of_another(sqlite_store: Store, clock: SetClock) -> None:
    _desk, _lead, attempt, _beside = on_a_call(sqlite_store, clock)
    theirs = Beside(sqlite_store, clock, "Ben")
    with pytest.raises(Refused, match="a call of Ana"):
        theirs.send_material(attempt, "Price list", address=MAIL)
    with pytest.raises(Refused, match="a call of Ana"):
        theirs.opt_in(attempt, address=MAIL)


def test_the_brief_says_what_is_to_be_sent_and_what_they_said_yes_to(
    sqlite_store: Store, clock: SetClock
) -> None:
    desk, lead, attempt, beside = on_a_call(sqlite_store, clock)
    beside.send_material(attempt, "Spec sheet M4", address=MAIL)
    beside.opt_in(attempt, address=MAIL)
    answer_all_it_takes(desk, attempt)
    desk.finish(attempt, "qualified")
    handoff = Handoff(sqlite_store, clock, "Ruth")
    batch = handoff.next_batch(desk.card(lead).campaign.id)
    (brief,) = [handoff.brief(one.lead_id) for one in batch.leads]
    assert f"Send Spec sheet M4 to {MAIL}." in brief.do_next
    assert f"Said yes to mails to {MAIL} on Tue 17 Mar." in brief.do_next


def test_who_is_erased_leaves_no_wish_and_no_address_behind(store: Store, clock: SetClock) -> None:
    _desk, lead, attempt, beside = on_a_call(store, clock)
    beside.send_material(attempt, "Price list", address=MAIL)
    beside.opt_in(attempt, address=MAIL)
    Erasing(store, clock, "Ruth").erase(lead)
    assert (beside.opt_ins(), beside.to_send()) == ((), ())
    with store.reading() as tx:
        assert verify(tx) is None
    with pytest.raises(Refused, match="erased"):
        beside.send_material(attempt, "Price list", address=MAIL)


def test_a_yes_said_on_a_later_call_can_be_taken_back_without_the_first_one(
    store: Store, clock: SetClock
) -> None:
    desk, lead, attempt, beside = on_a_call(store, clock)
    first = beside.opt_in(attempt, address=MAIL)
    assert beside.opt_in(attempt, address=MAIL).number == first.number, "said twice is once"
    desk.finish(attempt, "no_answer")
    clock.advance(timedelta(days=1))
    again = beside.opt_in(desk.start_attempt(lead).id, address=MAIL)
    beside.undo(again.kind, again.number)
    assert [one.id for one in desk.card(lead).beside.opt_ins] == [first.number]


def test_a_yes_to_one_client_is_none_to_another(store: Store, clock: SetClock) -> None:
    """Consent is for whom it was given to: another client's callers and sales do not have it."""
    desk, lead, attempt, beside = on_a_call(store, clock)
    beside.opt_in(attempt, address=MAIL)
    person = desk.card(lead).lead.contact.id
    assert person is not None
    same = a_campaign(store, name="Autumn")
    others = a_campaign(store, name="Theirs", client="Other client")
    with store.transaction() as tx:
        ours, theirs = make_lead(tx, same, person), make_lead(tx, others, person)
    assert [one.address for one in beside.of(ours).opt_ins] == [MAIL]
    assert beside.of(theirs).opt_ins == ()


def test_nothing_is_kept_about_a_lead_whose_person_was_erased(
    store: Store, clock: SetClock
) -> None:
    lead = a_lead(store, offering(store, clock))
    Erasing(store, clock, "Ruth").erase(lead)
    desk = Desk(store, clock, "Ana")
    with pytest.raises(Refused, match="erased"):
        desk.beside.send_material(lead, "Price list", address=MAIL)
    with pytest.raises(Refused, match="erased"):
        desk.search.leave_message(lead, "It was Katrin")
    with pytest.raises(Refused, match="erased"):
        desk.search.take_up(lead)
    with pytest.raises(Refused, match="erased"):
        desk.calling.refer(lead, name="Katrin Albers", how="note")
    assert desk.search.messages(lead) == ()
