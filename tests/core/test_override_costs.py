"""What a supervisor's word costs: the calls it puts first beside the best there are."""

from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.ids import CampaignId
from qualdesk.core.index import POINTS
from qualdesk.core.override_costs import CALLS, Offer, OverrideCost, Said, costs_of

FAIR, WEB = CampaignId(1), CampaignId(2)
OFFERS = st.lists(
    st.builds(
        Offer,
        campaign_id=st.sampled_from([FAIR, WEB]),
        index=st.floats(0, 0.1),
        leads=st.integers(0, CALLS),
        kept_out=st.integers(0, 20),
        is_pinned=st.booleans(),
        is_giveaway=st.booleans(),
    ),
    max_size=8,
)


def _offer(points: float, leads: int, campaign: CampaignId = FAIR, **more: bool | int) -> Offer:
    """Leads worth so many points a call."""
    return Offer(campaign_id=campaign, index=points / POINTS, leads=leads, **more)


def _costs(offers: list[Offer], *said: Said) -> dict[str, OverrideCost]:
    return {one.code: one for one in costs_of(offers, said)}


def _said(**said: int | bool) -> Said:
    return Said(campaign_id=WEB, name="Web", **said)


def test_pinned_leads_cost_what_the_best_are_worth_more() -> None:
    """The next twelve calls go to leads worth 25 points less, of many or of few."""
    for others in (200, 12):
        pinned = _costs([_offer(60, others), _offer(35, 12, is_pinned=True)])["pinned"]
        assert (pinned.points, pinned.leads) == (25, 12)
        assert pinned.says == "Pinned 12 leads: costs about 25 points a call."


def test_a_word_that_moves_nothing_costs_nothing_and_says_so() -> None:
    best = _costs([_offer(60, 1, is_pinned=True), _offer(35, 200)])
    assert best["pinned"].says == "Pinned 1 lead: costs nothing now."
    assert _costs([_offer(60, 5)]) == {}
    assert _costs([], _said(weight=300, share=20, giveaway_last=True))["share"].points == 0


def test_a_heavy_campaign_costs_what_its_leads_are_worth_less() -> None:
    offers = [_offer(60, 200), _offer(40, 200, WEB)]
    heavy = _costs(offers, _said(weight=200))["weight"]
    assert heavy.points == 20
    assert heavy.says == "“Web” weighs 200 percent: costs about 20 points a call."
    assert _costs(offers, _said(weight=120))["weight"].points == 0, "not enough to pass the others"
    assert _costs(offers, _said(weight=50))["weight"].points == 0, "it is behind anyway"


def test_a_share_costs_its_part_of_the_calls() -> None:
    offers = [_offer(60, 200), _offer(40, 200, WEB)]
    assert _costs(offers, _said(share=30))["share"].points == 6
    few = [_offer(60, 200), _offer(40, 10, WEB)]
    assert _costs(few, _said(share=30))["share"].points == 2, "there are ten of them only"


def test_good_giveaways_cost_when_they_are_last() -> None:
    """Q2: quality beats quantity, and what it costs is on the table."""
    offers = [_offer(60, 50, WEB, is_giveaway=True), _offer(40, 200)]
    assert _costs(offers, _said(giveaway_last=True))["giveaway_last"].points == 20
    worse = [_offer(20, 50, WEB, is_giveaway=True), _offer(40, 200)]
    assert _costs(worse, _said(giveaway_last=True))["giveaway_last"].points == 0


def test_leads_kept_out_cost_what_they_would_have_brought() -> None:
    found = _costs([_offer(60, 0, kept_out=10), _offer(40, 200)])["kept_out"]
    assert (found.points, found.leads) == (20, 10)
    assert found.says == "Kept out 10 leads: costs about 20 points a call."


@given(
    offers=OFFERS,
    weight=st.sampled_from([10, 100, 300, 1000]),
    share=st.integers(0, 100),
    last=st.booleans(),
)
def test_no_word_ever_earns_anything(
    offers: list[Offer], weight: int, share: int, last: bool
) -> None:
    """The plain order is the best there is over the calls ahead, so a word can only cost."""
    said = _said(weight=weight, share=share, giveaway_last=last)
    for cost in costs_of(offers, [said]):
        assert 0 <= cost.points <= POINTS / 10 + 1
        assert cost.says.endswith(".")
