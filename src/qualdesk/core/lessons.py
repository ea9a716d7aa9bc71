"""Why sales sends leads back: by criterion, by who called, by list and by source."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from qualdesk.core.campaigns import Campaign
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.left_leads import SentLead
from qualdesk.core.shares import NO_SHARE, Share

Counts = tuple[tuple[str, int], ...]


@frozen
class CameBack:
    """How many of some leads came back.

    Attributes:
        name: what they have in common; empty for those it is not known of.
        share: those that came back, of those sales answered about.
        reasons: why, the most frequent first.
    """

    name: str
    share: Share
    reasons: Counts = ()


@frozen
class WhyBack:
    """Why leads came back. Each part counts every lead that sales answered about exactly once.

    Attributes:
        back: those that came back, of those sales answered about.
        reasons: why, the most frequent first.
        criteria: by the criterion their reason is about, of all that were answered; the empty
            name stands for reasons that no criterion is named for.
        callers: by who qualified them; ``lists`` by the file that brought them; ``sources`` by
            the type of their campaign's source.
        unanswered: leads that came to us again because nobody answered; in no other figure here.
        waiting: leads sales has and has not answered.
    """

    back: Share = NO_SHARE
    reasons: Counts = ()
    criteria: tuple[CameBack, ...] = ()
    callers: tuple[CameBack, ...] = ()
    lists: tuple[CameBack, ...] = ()
    sources: tuple[CameBack, ...] = ()
    unanswered: int = 0
    waiting: int = 0


def why_back_of(
    leads: Iterable[SentLead],
    campaigns: Mapping[CampaignId, Campaign],
    labels: Mapping[CampaignId, Mapping[str, str]],
) -> WhyBack:
    """Why these leads came back.

    Args:
        leads: of these campaigns; those still with sales are only counted.
        campaigns: each says which criterion a reason is about.
        labels: the criteria of each campaign's definition, as people call them, by their id.
    """
    every = list(leads)
    answered = [one for one in every if one.came_to in {"taken", "sent_back"}]
    back = [one for one in answered if one.came_to == "sent_back"]

    def criterion(lead: SentLead) -> str:
        found = campaigns[lead.campaign].handoff.criteria_of.get(lead.reason, "")
        return labels.get(lead.campaign, {}).get(found, found)

    return WhyBack(
        back=Share(yes=len(back), of=len(answered)),
        reasons=_most(one.reason for one in back),
        criteria=_of_all(back, criterion, len(answered)),
        callers=_each(answered, lambda one: one.caller),
        lists=_each(answered, lambda one: one.list_name),
        sources=_each(answered, lambda one: campaigns[one.campaign].source_type.label),
        unanswered=sum(one.came_to == "recycled" for one in every),
        waiting=sum(one.waits for one in every),
    )


def _of_all(
    back: Iterable[SentLead], key: Callable[[SentLead], str], answered: int
) -> tuple[CameBack, ...]:
    """Leads that came back by what they came back for, each as a share of all."""
    reasons: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in back:
        reasons[key(one)][one.reason] += 1
    return _sorted(
        CameBack(name=name, share=Share(yes=why.total(), of=answered), reasons=_ranked(why))
        for name, why in reasons.items()
    )


def _each(answered: Iterable[SentLead], key: Callable[[SentLead], str]) -> tuple[CameBack, ...]:
    """Answered leads by what they have in common, each as a share of its own."""
    reasons: defaultdict[str, Counter[str]] = defaultdict(Counter)
    of: Counter[str] = Counter()
    for one in answered:
        name = key(one)
        of[name] += 1
        if one.came_to == "sent_back":
            reasons[name][one.reason] += 1
    return _sorted(
        CameBack(
            name=name,
            share=Share(yes=reasons[name].total(), of=count),
            reasons=_ranked(reasons[name]),
        )
        for name, count in of.items()
    )


def _sorted(found: Iterable[CameBack]) -> tuple[CameBack, ...]:
    """The most that came back first; what has no name last among equals."""
    order = sorted(found, key=lambda one: (-one.share.yes, not one.name, -one.share.of, one.name))
    return tuple(order)


def _most(reasons: Iterable[str]) -> Counts:
    return _ranked(Counter(reasons))


def _ranked(counts: Counter[str]) -> Counts:
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
