"""What is named to close a gap, also where nothing does (S2)."""

from datetime import UTC, datetime, timedelta

import pytest

from qualdesk.core.calling_rules import Interval
from qualdesk.core.forecast_draws import draws
from qualdesk.core.forecast_facts import AtWork, Facts, LeadGroup
from qualdesk.core.forecast_values import AS_IT_IS
from qualdesk.core.ids import CampaignId
from qualdesk.desk.forecast_closings import closings_of
from qualdesk.desk.forecasting import forecast_of

AT = datetime(2026, 3, 17, 9, tzinfo=UTC)


def _facts(leads: int) -> Facts:
    """So many leads and one caller, at work on weekdays until Thursday week."""
    days = [AT + timedelta(days=number) for number in range(40)]
    open_then = tuple(
        Interval(opens_at=day, closes_at=day + timedelta(hours=8))
        for day in days
        if day.weekday() < 5
    )
    answers = (0.14, 0.13, 0.12, 0.11, 0.1, 0.1)
    return Facts(
        campaign=CampaignId(1),
        at=AT,
        zone="UTC",
        total=leads,
        finished=0,
        groups=(LeadGroup(leads=(leads,), answers=answers, qualifies=0.2),),
        clocks=(open_then,),
        callers=(AtWork(name="Maya Lind", shifts=open_then),),
        opens_at=AT,
        has_shifts=True,
        closes_at=datetime(2026, 3, 26, 17, tzinfo=UTC),
    )


@pytest.mark.parametrize(("leads", "closes"), [(200, True), (40_000, False)])
def test_where_nothing_closes_a_gap_what_helps_most_is_named(leads: int, closes: bool) -> None:
    facts = _facts(leads)
    drawn = draws(facts)
    now = forecast_of(facts, AS_IT_IS, drawn)
    found = closings_of(facts, now, drawn)
    assert now.missed is not None
    left = []
    for one in found:
        then = forecast_of(facts, one.levers, drawn)
        assert then.missed is not None
        assert f"{round(then.missed.middle):,}" in one.says or "all can be finished" in one.says
        left.append(then.missed.middle)
    if closes:
        assert max(left) <= now.missed.middle / 2
    else:
        # Said with what it leaves: whoever reads it knows that it is not enough.
        assert len(left) == 1
        assert now.missed.middle / 2 < left[0] < now.missed.middle - 1
