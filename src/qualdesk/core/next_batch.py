"""The batch to come: which qualified leads leave, to whom, and what keeps the others here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.routing import Routable, Route
from qualdesk.core.routing_rules import RoutingRule


@frozen
class BatchLead:
    """A qualified lead as a list of thousands shows it; its brief is made when it is looked at.

    Attributes:
        points: points of the definition, None where none was agreed.
        when: when they want it, in their words; empty where it was not asked.
        soon: the place of that answer among those of the script, 0 for the first; None where
            they chose none of them.
        verdict: what the definition says of them, a sentence.
        one_line: what matters most about them, as sales will read it.
        lacks: what it lacks before it may leave, a sentence each.
        receiver: to whom it goes, empty when there is nobody; ``via`` says by which rule, empty for
            whom the campaign names.
        fix: a rule that would find somebody for it, where no rule does.
        skipped: who would have got it and why they did not, a sentence each.
        not_before: when the receiver can take it at the earliest, UTC; None for at once.
        held_by: who held it back; empty where nobody said, or it is not held back.
        source: where it comes from, ``caller`` who qualified it.
        chosen: whom a supervisor chose for it, empty where nobody did.
    """

    lead_id: LeadId
    name: str
    company: str = ""
    city: str = ""
    country: str = ""
    points: int | None = None
    when: str = ""
    soon: int | None = None
    verdict: str = ""
    one_line: str = ""
    lacks: tuple[str, ...] = ()
    receiver: str = ""
    via: str = ""
    fix: RoutingRule | None = None
    skipped: tuple[str, ...] = ()
    not_before: datetime | None = None
    held_by: str = ""
    source: str = ""
    caller: str = ""
    chosen: str = ""


@frozen
class NextBatch:
    """The batch to come. Every qualified lead stands in exactly one of its four parts.

    Attributes:
        receiver: whom the campaign names; each lead says itself to whom it goes.
        ready: leads that will leave, best first, as many as sales takes at a time.
        blocked: leads that lack something; each says what.
        held_back: leads kept here by choice.
        later: leads that are ready but wait for a following batch.
    """

    campaign: CampaignId
    number: int
    receiver: str
    receiver_email: str
    answer_by: date
    ready: tuple[BatchLead, ...] = ()
    blocked: tuple[BatchLead, ...] = ()
    held_back: tuple[BatchLead, ...] = ()
    later: tuple[BatchLead, ...] = ()

    @property
    def leads(self) -> tuple[BatchLead, ...]:
        """All of them, the ready ones first."""
        return (*self.ready, *self.later, *self.blocked, *self.held_back)

    @property
    def goes_to(self) -> tuple[tuple[str, int], ...]:
        """Who gets how many of the leads that are ready, the most first, then by name."""
        counts: dict[str, int] = {}
        for lead in self.ready:
            counts[lead.receiver] = counts.get(lead.receiver, 0) + 1
        return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0].casefold())))


@frozen
class Candidate:
    """A qualified lead before anybody is found for it: its row, and what routing looks at."""

    row: BatchLead
    routable: Routable
    is_held_back: bool = False


def in_parts(
    next_batch: NextBatch,
    candidates: Sequence[Candidate],
    routes: Mapping[LeadId, Route],
    size: int,
) -> NextBatch:
    """The batch with each candidate in exactly one of its parts, the most points first.

    Args:
        next_batch: the batch without leads.
        candidates: every qualified lead.
        routes: to whom each of them goes.
        size: how many leads sales takes at a time.
    """
    ready: list[BatchLead] = []
    waiting: list[BatchLead] = []
    blocked: list[BatchLead] = []
    held_back: list[BatchLead] = []
    for one in sorted(candidates, key=_best_first):
        row = routed(one.row, routes[one.row.lead_id])
        if one.is_held_back:
            held_back.append(row)
        elif row.lacks:
            blocked.append(row)
        else:
            (waiting if row.not_before else ready).append(row)
    size = max(1, size)
    later = sorted((*ready[size:], *waiting), key=_points_first)
    return replace(
        next_batch,
        ready=tuple(ready[:size]),
        later=tuple(later),
        blocked=tuple(blocked),
        held_back=tuple(held_back),
    )


def routed(row: BatchLead, found: Route) -> BatchLead:
    """The row with whom it goes to; with nobody, that is one thing more that it lacks."""
    return replace(
        row,
        receiver=found.receiver,
        via=found.via,
        fix=found.fix,
        skipped=found.skipped,
        not_before=found.when,
        lacks=(*row.lacks, found.problem) if found.problem else row.lacks,
    )


def _best_first(one: Candidate) -> tuple[int, int]:
    return _points_first(one.row)


def _points_first(row: BatchLead) -> tuple[int, int]:
    return -(row.points or 0), row.lead_id
