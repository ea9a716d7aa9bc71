"""What a campaign must say before calls is written by file, and stops calls where it ends (O3)."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from calls import a_campaign, a_lead, calling, next_card
from makers import make_card
from qualdesk.core.cards import NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import DocumentRefused, NotFound, NotNow
from qualdesk.core.permission import Basis, Permission
from qualdesk.desk.before_calls import BeforeCalls
from qualdesk.desk.intake import Intake
from qualdesk.desk.library import Library
from qualdesk.resources import shipped
from qualdesk.store.database import Store
from qualdesk.store.history import entries

TODAY_ONLY = Permission(
    basis=Basis.CONSENT,
    says="They ticked the box.",
    given_on=date(2026, 3, 2),
    where="On the form",
    evidence="Folder 7",
    wording="Form 7",
    scope=("phone",),
    expires=date(2026, 3, 17),
)


@pytest.fixture
def room(store: Store, clock: SetClock) -> BeforeCalls:
    return BeforeCalls(store, clock, "Rosa")


def test_a_file_brings_a_campaign_to_where_calls_can_start(
    room: BeforeCalls, store: Store, clock: SetClock
) -> None:
    library = Library(store, clock, "Rosa")
    made = library.new_campaign("Fair", source=None, client="North")
    assert len(room.missing("Fair")) == 10, "a program has said that the window has no end"
    written = room.write("Fair", shipped("samples", "packtech-expo.toml"))
    assert (written.name, written.client) == ("Fair", "North")
    assert written.calls_may_start
    assert room.missing(made.id) == ()
    assert written.source is not None
    assert written.source.permission is not None
    assert written.source.permission.basis is Basis.INQUIRY
    with store.reading() as tx:
        assert entries(tx, "campaign", made.id)[0].what == "wrote the source card"


def test_what_the_file_leaves_out_stays(room: BeforeCalls, store: Store, tmp_path: Path) -> None:
    made = a_campaign(store, source=make_card(owner="Tom"))
    path = tmp_path / "times.toml"
    path.write_text('[campaign]\nname = "Other"\n[calling]\ntries = 3\n', encoding="utf-8")
    written = room.write(made.id, path)
    assert (written.source, written.window) == (made.source, made.window)
    assert written.limits.max_attempts == 3


def test_a_file_with_a_fault_changes_nothing(
    room: BeforeCalls, store: Store, clock: SetClock, tmp_path: Path
) -> None:
    made = a_campaign(store)
    path = tmp_path / "faulty.toml"
    path.write_text(
        '[campaign]\nname = "X"\n[source]\ntype = "list"\n'
        '[source.permission]\nbasis = "because"\nexpires = "soon"\n',
        encoding="utf-8",
    )
    with pytest.raises(DocumentRefused) as refused:
        room.write(made.id, path)
    said = {problem.place: problem.says for problem in refused.value.problems}
    assert "consent, legitimate_interest" in said["source.permission.basis"]
    assert "such as 2026-03-10" in said["source.permission.expires"]
    assert Library(store, clock, "Rosa").campaign(made.id) == made
    with pytest.raises(NotFound):
        room.write("Nobody's", shipped("samples", "packtech-expo.toml"))


def test_consent_that_has_ended_is_said_at_the_dial_also_for_a_promise(
    room: BeforeCalls, store: Store, clock: SetClock
) -> None:
    """Q6: neither a lead in hand nor an agreed time goes past the end of a consent."""
    campaign = a_campaign(store, source=make_card(permission=TODAY_ONLY))
    lead = a_lead(store, campaign)
    desk = calling(store, clock)
    tomorrow = clock.now() + timedelta(days=1)
    desk.finish(desk.start_attempt(lead).id, "callback_fixed", callback_at=tomorrow)
    clock.set(tomorrow)
    found = desk.next_lead()
    assert isinstance(found, NothingToCall)
    assert [reason.code for reason in found.reasons] == ["permission"]
    with pytest.raises(NotNow, match="The consent to call them ended on Tue 17 Mar 2026"):
        desk.start_attempt(lead)
    assert room.missing(campaign.id) == (
        "The consent to call them ended on Tue 17 Mar 2026. Get a new one first.",
    )
    new = make_card(permission=replace(TODAY_ONLY, expires=None))
    Library(store, clock, "Rosa").set_source(campaign.id, new)
    assert next_card(desk).lead.id == lead


def test_a_list_whose_own_consent_has_ended_is_not_dialled(
    room: BeforeCalls, store: Store, clock: SetClock
) -> None:
    """O3: the campaign's permission holds, but these people gave one that is over."""
    campaign = a_campaign(store)
    rows = [{"name": "Ada Quist", "phone": "+493023125101", "country": "DE"}]
    loaded = Intake(store, clock, "Rosa").load(rows, campaign=campaign.id)
    assert loaded.list_id is not None
    room.set_list_permission(loaded.list_id, TODAY_ONLY)
    assert room.list_permission(loaded.list_id) == TODAY_ONLY
    desk = calling(store, clock)
    lead = next_card(desk).lead.id
    assert desk.card(lead).decision.is_allowed
    clock.advance(timedelta(days=1))
    decision = desk.card(lead).decision
    assert (decision.rule, decision.is_allowed) == ("permission", False)
    assert "ended on Tue 17 Mar 2026" in decision.says
