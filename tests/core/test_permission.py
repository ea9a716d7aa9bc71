"""On what ground people may be called: what must be said of it, and when it ends (O3)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from makers import BERLIN, make_card
from qualdesk.core.campaigns import REHEARSAL, Campaign, CampaignPlan
from qualdesk.core.ids import CampaignId
from qualdesk.core.permission import Basis, Permission
from qualdesk.core.sources import ALWAYS, UNSAID, CallWindow, cost_in

INQUIRY = Permission(
    basis=Basis.INQUIRY,
    says="They asked for a call.",
    given_on=date(2026, 3, 10),
    where="At the stand",
)
CONSENT = replace(
    INQUIRY, basis=Basis.CONSENT, evidence="Folder 7", wording="Form 7", scope=("phone",)
)


def fields(permission: Permission) -> list[str]:
    return [gap.field for gap in permission.gaps()]


def test_each_ground_says_why_when_and_where() -> None:
    assert fields(Permission()) == ["basis", "says", "given_on", "where"]
    for basis in set(Basis) - {Basis.CONSENT}:
        assert fields(replace(INQUIRY, basis=basis)) == []
    assert len({basis.label for basis in Basis}) == len(Basis)


def test_consent_can_be_proved_and_covers_the_phone() -> None:
    """GDPR art. 7(1): who agreed to which words, and where that is kept."""
    assert fields(replace(INQUIRY, basis=Basis.CONSENT)) == ["evidence", "wording", "scope"]
    assert fields(replace(CONSENT, scope=("e-mail",))) == ["scope"]
    assert fields(replace(CONSENT, scope=("e-mail", " Phone "))) == []


def test_a_permission_holds_to_the_end_of_its_last_day_on_the_campaigns_clock() -> None:
    until = replace(CONSENT, expires=date(2026, 3, 27))
    assert until.ends_at(BERLIN) == datetime(2026, 3, 27, 23, tzinfo=UTC)
    assert until.over_says(datetime(2026, 3, 27, 22, 59, tzinfo=UTC), BERLIN) == ""
    said = until.over_says(datetime(2026, 3, 27, 23, tzinfo=UTC), BERLIN)
    assert said == "The consent to call them ended on Fri 27 Mar 2026. Get a new one first."
    assert CONSENT.over_says(datetime(2099, 1, 1, tzinfo=UTC), BERLIN) == ""
    assert "permission" in replace(INQUIRY, expires=date(2026, 1, 1)).over_says(
        datetime(2026, 3, 1, tzinfo=UTC), BERLIN
    )


def test_before_calls_everything_is_asked_and_each_answer_takes_its_question_away() -> None:
    """O3: three questions, permission, cost, owner, window, nurture destination."""
    nothing = CampaignPlan(name="Fair")
    assert len(nothing.before_calls()) == len(set(nothing.before_calls())) == 11
    assert all(says.endswith(("?", ".")) for says in nothing.before_calls())
    whole = CampaignPlan(name="Fair", source=make_card(permission=INQUIRY), window=ALWAYS)
    assert whole.before_calls() == ()
    for taken_away, field in (
        ({"what": " "}, "what"),
        ({"who": ""}, "who"),
        ({"responding_to": ""}, "responding_to"),
        ({"cost": None}, "cost"),
        ({"owner": ""}, "owner"),
        ({"nurture": ""}, "nurture"),
        ({"permission": replace(INQUIRY, where="")}, "where"),
    ):
        card = replace(make_card(permission=INQUIRY), **taken_away)  # type: ignore[arg-type]
        assert [gap.field for gap in replace(whole, source=card).gaps()] == [field]
    assert [gap.field for gap in replace(whole, window=UNSAID).gaps()] == ["window"]


def test_a_cost_of_nothing_is_an_answer() -> None:
    assert make_card(cost=0).gaps() == ()
    assert [gap.field for gap in make_card(cost=None).gaps()] == ["cost"]


def test_a_rehearsal_says_everything() -> None:
    assert REHEARSAL.gaps() == ()


def test_a_campaign_whose_calls_have_started_is_stopped_by_the_end_of_its_permission_only() -> None:
    at = datetime(2026, 3, 28, tzinfo=UTC)
    card = make_card(permission=replace(CONSENT, expires=date(2026, 3, 20)), owner="")
    campaign = Campaign(id=CampaignId(1), name="Fair", source=card, window=ALWAYS)
    assert campaign.stopped_by(at) == (
        "The source card is not finished. Who answers questions about the list?"
    )
    started = replace(campaign, calls_may_start=True)
    assert started.stopped_by(at).startswith("The consent to call them ended")
    assert started.stopped_by(datetime(2026, 3, 20, tzinfo=UTC)) == ""
    assert campaign.to_do == "1 thing before calls can start"
    assert started.to_do == "1 thing to add, calls go on"
    assert replace(started, source=make_card()).to_do == ""


def test_a_window_cannot_close_and_have_no_end() -> None:
    with pytest.raises(ValueError, match="has an end"):
        CallWindow(closes_at=datetime(2026, 3, 27, tzinfo=UTC), has_no_end=True)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", 0),
        (" 48 000 ", 48000),
        ("1,200.50", 1200.5),
        ("1.200,50", 1200.5),
        ("1.200", 1200),
        ("12,5", 12.5),
        ("", None),
        ("about 50", None),
        ("-3", None),
        ("1e9", None),
        ("9" * 400, None),
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str, amount: float | None) -> None:
    assert cost_in(text) == amount
