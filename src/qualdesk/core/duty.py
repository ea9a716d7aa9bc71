"""When somebody of sales can be called: their duty hours, else their shifts, else office hours."""

from datetime import datetime, time, timedelta

from qualdesk.core.members import Hours, Member
from qualdesk.core.times import instant_of, local_time

OFFICE: Hours = {day: ((time(9), time(17)),) for day in range(5)}
"""Where nobody said more: Monday to Friday, 9:00 to 17:00."""

_LOOKED_AT = 400


def next_on_duty(member: Member, at: datetime, zone: str = "UTC") -> datetime:
    """The first instant from ``at`` on (UTC) at which they can be called, by their own clock.

    ``zone`` is the clock for somebody nobody wrote a zone down for. For somebody who is away for
    more than a year it is ``at`` itself: nobody knows better.
    """
    where = member.zone or zone
    hours = member.duty or member.shifts or OFFICE
    first = local_time(at, where).date()
    for day in (first + timedelta(days=one) for one in range(_LOOKED_AT)):
        for span in member.spans_on(day, hours):
            begins, ends = (instant_of(datetime.combine(day, one), where) for one in span)
            if at < ends:
                return max(at, begins)
    return at
