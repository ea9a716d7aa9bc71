"""What a supervisor's word on the queue costs: the calls it puts first, beside the best there are.

Each word is looked at alone, over as many of the next calls as it moves leads: what they would
be worth if the queue went by nothing but the index, less what they are worth with this word.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.index import points
from qualdesk.core.wording import tr, tr_n

# No more calls ahead are looked at: an hour or so of a small floor.
CALLS = 100


@frozen
class Offer:
    """Leads that look alike and may be called now.

    Attributes:
        index: what a call to one is worth, whatever a supervisor says of its campaign.
        leads: how many there are, at most :data:`CALLS` are counted.
        kept_out: how many more there would be if nobody kept them out.
        is_giveaway: they only took the giveaway.
    """

    campaign_id: CampaignId
    index: float
    leads: int
    kept_out: int = 0
    is_pinned: bool = False
    is_giveaway: bool = False


@frozen
class Said:
    """What was said of a campaign's place beside the others, in percent."""

    campaign_id: CampaignId
    name: str
    weight: int = 100
    share: int = 0
    giveaway_last: bool = False


@frozen
class OverrideCost:
    """What one word costs.

    Attributes:
        code: ``pinned``, ``kept_out``, ``weight``, ``share`` or ``giveaway_last``.
        campaign_id: which campaign it is about; None for pins and leads kept out.
        leads: how many leads it moves now.
        points: what a call is worth less by it: qualified conversations in 100 caller hours.
        says: all that in a sentence.
    """

    code: str
    says: str
    points: int
    leads: int = 0
    campaign_id: CampaignId | None = None


def costs_of(offers: Iterable[Offer], said: Iterable[Said]) -> tuple[OverrideCost, ...]:
    """What each word costs that was said and moves anything, as the queue stands now."""
    there = tuple(offers)
    found = list(_of_leads(there))
    for word in said:
        found += _of_campaign(there, word)
    return tuple(found)


def _of_leads(there: Sequence[Offer]) -> Iterable[OverrideCost]:
    pinned = sum(offer.leads for offer in there if offer.is_pinned)
    if pinned:
        loss = _loss(there, lambda offer: (not offer.is_pinned, -offer.index), pinned)
        says = tr_n(pinned, "Pinned {n} lead", "Pinned {n:,} leads")
        yield _cost("pinned", says, loss, pinned)
    kept_out = sum(offer.kept_out for offer in there)
    if kept_out:
        all_in = [replace(offer, leads=offer.leads + offer.kept_out) for offer in there]
        calls = min(kept_out, CALLS)
        loss = _worth(all_in, _by_index, calls) - _worth(there, _by_index, calls)
        says = tr_n(kept_out, "Kept out {n} lead", "Kept out {n:,} leads")
        yield _cost("kept_out", says, loss, kept_out)


def _of_campaign(there: Sequence[Offer], word: Said) -> Iterable[OverrideCost]:
    def is_its(offer: Offer) -> bool:
        return offer.campaign_id == word.campaign_id

    mine = sum(offer.leads for offer in there if is_its(offer))
    if word.weight != _USUAL:
        times = word.weight / _USUAL
        loss = _loss(there, lambda offer: (-offer.index * (times if is_its(offer) else 1),), mine)
        says = tr("“{name}” weighs {weight} percent", name=word.name, weight=word.weight)
        yield _cost("weight", says, loss, mine, word.campaign_id)
    if word.share:
        says = tr("“{name}” has at least {share} of 100 calls", name=word.name, share=word.share)
        loss = _worth(there, _by_index) - _worth_shared(there, is_its, word.share)
        yield _cost("share", says, loss, mine, word.campaign_id)
    if word.giveaway_last:
        last = sum(offer.leads for offer in there if is_its(offer) and offer.is_giveaway)
        loss = _loss(there, lambda one: (is_its(one) and one.is_giveaway, -one.index), last)
        says = tr("Giveaways of “{name}” come last", name=word.name)
        yield _cost("giveaway_last", says, loss, last, word.campaign_id)


def _cost(
    code: str, says: str, loss: float, leads: int, campaign_id: CampaignId | None = None
) -> OverrideCost:
    count = max(0, points(loss))
    costs = tr("{word}: costs nothing now.", word=says)
    if count:
        costs = tr_n(
            count,
            "{word}: costs about {n} point a call.",
            "{word}: costs about {n} points a call.",
            word=says,
        )
    return OverrideCost(code=code, says=costs, points=count, leads=leads, campaign_id=campaign_id)


def _loss(offers: Sequence[Offer], key: Callable[[Offer], tuple[float, ...]], leads: int) -> float:
    """What a call is worth less in that order, over as many calls as leads are moved."""
    calls = min(leads, CALLS)
    return _worth(offers, _by_index, calls) - _worth(offers, key, calls)


def _by_index(offer: Offer) -> tuple[float, ...]:
    return (-offer.index,)


def _worth(
    offers: Iterable[Offer], key: Callable[[Offer], tuple[float, ...]], calls: int = CALLS
) -> float:
    """What a call is worth on average over the first calls in that order; 0 without any."""
    total, made = 0.0, 0
    for offer in sorted(offers, key=key):
        taken = min(offer.leads, calls - made)
        total += taken * offer.index
        made += taken
    return total / made if made else 0.0


def _worth_shared(offers: Sequence[Offer], is_its: Callable[[Offer], bool], share: int) -> float:
    """The same where one campaign has so many of the calls at least, its best first."""
    wanted, mine, others = CALLS * share // 100, [], []
    for offer in sorted(offers, key=_by_index):
        taken = min(offer.leads, wanted) if is_its(offer) else 0
        wanted -= taken
        mine.append(replace(offer, leads=taken))
        others.append(replace(offer, leads=offer.leads - taken))
    first = sum(offer.leads for offer in mine)
    rest = min(CALLS - first, sum(offer.leads for offer in others))
    if not first + rest:
        return 0.0
    total = _worth(mine, _by_index, first) * first + _worth(others, _by_index, rest) * rest
    return total / (first + rest)


_USUAL = 100
