"""A promised time as it is read back before it is kept: in words, on their clock and on ours."""

from datetime import datetime

from qualdesk.core.leads import Contact
from qualdesk.core.times import Promise, in_both_places, local_time, place_of
from qualdesk.core.wording import spoken, tr


def read_back(promise: Promise, *, ours: str, now: datetime, place: str = "") -> str:
    """“Thursday 19 March, 10:30 in Hamburg (09:30 for you)”; today and tomorrow are said too.

    ``ours`` is the zone of the reader's clock, ``place`` where theirs is, the zone's city when
    empty. ``now`` is UTC.
    """
    from qualdesk.core.spoken_times import written_time

    here, there = local_time(promise.at, ours), promise.wall
    today = local_time(now, promise.zone).replace(tzinfo=None)
    when = written_time(there, spoken(), now=today)
    match (there.date() - today.date()).days:
        case 0:
            when = tr("today, {when}", when=when)
        case 1:
            when = tr("tomorrow, {when}", when=when)
    return in_both_places(when, there, here, place or place_of(promise.zone))


def place_words(contact: Contact) -> str:
    """Where somebody's clock is, in a word: their city where that is sure, else the zone's."""
    is_sure = contact.city and len(contact.zones) == 1
    return contact.city if is_sure else place_of(contact.zones[0]) if contact.zones else ""


def with_place(says: str, at: datetime | None, *, theirs: str, ours: str, place: str = "") -> str:
    """Words that end in a time of their clock, with where it is when the reader's shows another.

    “again 13:24” is “again 13:24 in Berlin” in London, and stays as it is in Paris. ``theirs``
    and ``ours`` are zones, ``place`` where their clock is, the zone's city when empty.
    """
    if at is None:
        return says
    there, here = local_time(at, theirs), local_time(at, ours)
    is_ours = there.replace(tzinfo=None) == here.replace(tzinfo=None)
    if is_ours or not says.endswith(f"{there:%H:%M}"):
        return says
    return tr("{time} in {place}", time=says, place=place or place_of(theirs))
