"""Leads that are nurtured: each with its track and day, and the yes to mails they gave (T5)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import field
from datetime import date, datetime

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId


@frozen
class GivenYes:
    """A yes to mails that stands.

    Attributes:
        address: where mails may go.
        wording: the words it was a yes to, in ``language``.
        given_at: when it was given, UTC; ``asked_by`` who heard it.
    """

    address: str
    wording: str
    language: str
    given_at: datetime
    asked_by: str


@frozen
class Nurtured:
    """A lead that is nurtured, as a mailing tool takes it.

    Attributes:
        track: where they are nurtured; never empty.
        until: the day they come back to the queue, on the campaign's clock; None when it is due.
        email: the address that is known of them, also where they gave no yes to mails.
        yes: the newest yes to mails that stands; None without one.
        has_withdrawn: they gave a yes once and took it back.
    """

    lead_id: LeadId
    external_id: str
    name: str
    first_name: str
    last_name: str
    title: str
    company: str
    email: str
    country: str
    languages: tuple[str, ...]
    source: str
    track: str
    until: date | None
    why: str
    yes: GivenYes | None = None
    has_withdrawn: bool = False


@frozen
class NurtureCount:
    """How many leads of a campaign are nurtured, and how many of them may be written to.

    Attributes:
        leads: all of them; those below add up to it.
        with_yes: those with a standing yes to mails.
        withdrawn: those who took theirs back.
        without_yes: those who never gave one.
        may_not: those who asked not to be contacted, by whatever way, or were erased.
        no_track: those on no track, which is 0, always.
        tracks: how many are on each track, the most first.
        next_on: the first day one of them comes back to the queue.
    """

    campaign: CampaignId
    leads: int = 0
    with_yes: int = 0
    withdrawn: int = 0
    without_yes: int = 0
    may_not: int = 0
    no_track: int = 0
    tracks: tuple[tuple[str, int], ...] = field(default=())
    next_on: date | None = None


def count_of(
    campaign: CampaignId, found: Sequence[Nurtured], may_not: Sequence[Nurtured]
) -> NurtureCount:
    """The count of leads who may be contacted (``found``) and of those who may not."""
    everybody = (*found, *may_not)
    tracks = Counter(one.track for one in everybody)
    with_yes = sum(one.yes is not None for one in found)
    withdrawn = sum(one.yes is None and one.has_withdrawn for one in found)
    return NurtureCount(
        campaign=campaign,
        leads=len(everybody),
        with_yes=with_yes,
        withdrawn=withdrawn,
        without_yes=len(found) - with_yes - withdrawn,
        may_not=len(may_not),
        no_track=sum(not one.track.strip() for one in everybody),
        tracks=tuple(sorted(tracks.items(), key=lambda pair: (-pair[1], pair[0]))),
        next_on=min((one.until for one in everybody if one.until), default=None),
    )
