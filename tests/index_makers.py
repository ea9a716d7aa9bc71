"""Leads as the queue sees them, invented ones, for the tests of the index and of learning."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from qualdesk.core.calling_rules import CallHours, Interval, open_hours
from qualdesk.core.index import Ahead
from qualdesk.core.leads import PhoneKind
from qualdesk.core.sources import CallLimits, CallWindow, SourceType
from qualdesk.core.traits import Interest, Role, Traits

# A Tuesday in Berlin, 10:24 on the clock there.
NOW = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
BERLIN = "Europe/Berlin"
ZONES = (BERLIN, "America/Denver", "Australia/Sydney", "Asia/Kolkata", "UTC")

TRAITS = st.builds(
    Traits,
    source=st.sampled_from(SourceType),
    role=st.sampled_from(Role),
    phone=st.sampled_from(PhoneKind),
    asked=st.booleans(),
    interest=st.sampled_from(Interest),
    anchor=st.none() | st.integers(-48, 2000).map(lambda hours: NOW - timedelta(hours=hours)),
    attempts=st.integers(0, 12),
    tried=st.integers(0, 15),
    hinted=st.integers(0, 15),
    was_reached=st.booleans(),
    is_pinned=st.booleans(),
)
MOMENTS = st.integers(0, 14 * 24 * 4).map(lambda quarters: NOW + timedelta(minutes=15 * quarters))


def opens_from(
    now: datetime, zone: str = BERLIN, closes_at: datetime | None = None, days: int = 14
) -> tuple[Interval, ...]:
    """The working hours ahead on that clock."""
    window = CallWindow(closes_at=closes_at, has_no_end=closes_at is None)
    hours = CallHours(zones=(zone,), limits=CallLimits(), window=window)
    return open_hours(hours, now, now + timedelta(days=days))


def make_ahead(
    traits: Traits | None = None,
    now: datetime = NOW,
    zone: str = BERLIN,
    closes_at: datetime | None = None,
    tries_left: int = 6,
    weight: float = 1.0,
) -> Ahead:
    """Leads with working hours ahead of them, six tries, and no end to their window."""
    return Ahead(
        traits=traits or Traits(source=SourceType.TRADE_SHOW, anchor=NOW - timedelta(days=1)),
        zone=zone,
        opens=opens_from(now, zone, closes_at),
        closes_at=closes_at,
        tries_left=tries_left,
        weight=weight,
    )
