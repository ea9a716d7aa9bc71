"""Trying a draft of the definition on what leads answered in the past (F3, F4)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.definition import Definition, VerdictKind
from qualdesk.core.gap import Gap, gap_of
from qualdesk.core.ids import CampaignId, ScriptVersionId
from qualdesk.core.lifts import Seen, lifts_of
from qualdesk.core.missing import missing_questions
from qualdesk.core.progress import Progress
from qualdesk.core.replay import (
    Cell,
    ChangedLead,
    Result,
    Trial,
    as_it_went,
    cell_of,
    has_changed,
    trial_of,
)
from qualdesk.core.scripts import CallScript
from qualdesk.core.shapes import ShapeJudge, Standing, compares_words
from qualdesk.desk.pace import Pace
from qualdesk.desk.past_loading import PastLoading
from qualdesk.desk.versions import script_version
from qualdesk.store import campaigns as kept
from qualdesk.store import finished, past
from qualdesk.store.database import Transaction

MOST_NAMED = 200
"""How many leads a trial names by itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Past:
    """Finished leads as they are judged: who answered alike, and what became of them."""

    groups: list[past.Group]
    shapes: Mapping[int, past.Shape]
    scripts: Mapping[ScriptVersionId, CallScript]
    reasons: Mapping[str, int]


class Trying(PastLoading):
    """Finished leads, and what a definition would have made of them.

    Each look first takes in the leads that were finished since the last one.
    """

    def finished(
        self, campaign: str | CampaignId | None = None, progress: Progress | None = None
    ) -> int:
        """How many finished leads a definition can be tried on, of one campaign or of all.

        They are leads that answered at least once and are done with, or of whom sales has said
        something; and the rows of loaded history.

        Raises:
            NotFound: there is no such campaign.
            Cancelled: by the progress; what was taken in stays.
        """
        self.catch_up(progress)
        with self._store.reading() as tx:
            return past.count_finished(tx, _number(tx, campaign))

    def trial(
        self,
        draft: Definition,
        against: Definition | None = None,
        campaign: str | CampaignId | None = None,
        progress: Progress | None = None,
    ) -> Trial:
        """What the draft makes of all finished leads, beside ``against``.

        Without ``against`` it stands beside what was handed to sales. The newest 200 leads that
        change are named; :meth:`changed` names more.

        Raises:
            NotFound: there is no such campaign.
            Cancelled: by the progress; what was taken in stays.
        """
        self.catch_up(progress)
        with self._store.reading() as tx:
            of = _number(tx, campaign)
            seen = _past(tx, of)
            made = _tried(draft, against, seen)
            return replace(made, changed=_changed(tx, made, seen, of, MOST_NAMED))

    def changed(
        self,
        trial: Trial,
        campaign: str | CampaignId | None = None,
        most: int = MOST_NAMED,
    ) -> tuple[ChangedLead, ...]:
        """The leads that change under a trial, at its threshold of now; the newest first.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            of = _number(tx, campaign)
            return _changed(tx, trial, _past(tx, of), of, most)

    def gap(
        self,
        marketing: Definition,
        sales: Definition,
        campaign: str | CampaignId | None = None,
        progress: Progress | None = None,
    ) -> Gap:
        """Marketing's and sales' definition over the same answers, and where they differ.

        Raises:
            NotFound: there is no such campaign.
            Cancelled: by the progress.
        """
        self.catch_up(progress)
        with self._store.reading() as tx:
            of = _number(tx, campaign)
            seen = _past(tx, of)
            hers, theirs = _standings(marketing, seen), _standings(sales, seen)
            groups: Counter[tuple[Standing, Standing, Result]] = Counter()
            for group in seen.groups:
                one = group.shape_id
                groups[hers[one], theirs[one], group.result] += group.leads
            found = gap_of(marketing, sales, groups, limits=_limits((marketing, sales), seen))
            # To name them it is the trial of one against the other.
            beside = _tried(sales, marketing, seen)
            disputed = _changed(tx, beside, seen, of, MOST_NAMED, is_disputed=True)
            return replace(found, disputed=disputed)

    def catch_up(self, progress: Progress | None = None) -> Changes:
        """Take in the leads that were finished since the last time, some at a time.

        Raises:
            Cancelled: by the progress; what was taken in stays.
        """
        with self._store.reading() as tx:
            waiting = finished.unseen(tx)
        pace = Pace(rows=200, least=50)
        done = 0
        while done < len(waiting):
            if progress is not None:
                progress.report(done, len(waiting), "Taking in finished leads")
            with pace.step() as rows, self._store.transaction() as tx:
                some = waiting[done : done + rows]
                finished.fill(tx, some, partial(_script, tx))
            done += len(some)
        return NO_CHANGES


def _number(tx: Transaction, campaign: str | CampaignId | None) -> CampaignId | None:
    return None if campaign is None else kept.the_campaign(tx, campaign).id


def _script(tx: Transaction, version: ScriptVersionId) -> CallScript:
    found = script_version(tx, version)
    assert found is not None
    return found


def _past(tx: Transaction, of: CampaignId | None) -> _Past:
    groups = past.groups(tx, of)
    there = {group.shape_id for group in groups}
    shapes = {shape.id: shape for shape in past.shapes(tx, of) if shape.id in there}
    versions = {shape.script_version_id for shape in shapes.values()}
    return _Past(
        groups=groups,
        shapes=shapes,
        scripts={version: _script(tx, version) for version in sorted(versions)},
        reasons=past.reasons(tx, of),
    )


def _standings(definition: Definition, seen: _Past) -> dict[int, Standing]:
    """How a definition judges each shape."""
    judges = {
        version: ShapeJudge(definition, script).standing for version, script in seen.scripts.items()
    }
    return {shape.id: judges[shape.script_version_id](shape.text) for shape in seen.shapes.values()}


def _tried(draft: Definition, against: Definition | None, seen: _Past) -> Trial:
    now = _standings(draft, seen)
    was = _was(against, seen)
    cells: Counter[Cell] = Counter()
    by_criteria: defaultdict[frozenset[str], Counter[Result]] = defaultdict(Counter)
    for group in seen.groups:
        standing = now[group.shape_id]
        before = was(group.shape_id, group.result)
        cells[cell_of(standing, before, group.result)] += group.leads
        by_criteria[standing.met][group.result] += group.leads
    return trial_of(
        draft,
        against,
        cells,
        lifts=lifts_of(draft, map(_seen, by_criteria, by_criteria.values())),
        missing_questions=missing_questions(seen.reasons, seen.scripts.values()),
        limits=_limits((draft, against) if against else (draft,), seen),
    )


def _was(against: Definition | None, seen: _Past) -> Callable[[int, Result], VerdictKind]:
    """What was made of a shape's leads before."""
    if against is None:
        return lambda _, result: as_it_went(result)
    threshold, before = against.threshold, _standings(against, seen)
    return lambda shape_id, _: before[shape_id].kind_at(threshold)


def _seen(met: frozenset[str], results: Counter[Result]) -> Seen:
    return Seen(
        met=met,
        taken=sum(leads for result, leads in results.items() if result.is_taken),
        sent_back=results[Result.SENT_BACK],
        won=results[Result.WON],
        lost=results[Result.LOST],
    )


def _changed(
    tx: Transaction,
    trial: Trial,
    seen: _Past,
    of: CampaignId | None,
    most: int,
    *,
    is_disputed: bool = False,
) -> tuple[ChangedLead, ...]:
    """The newest leads whose verdict changes; in dispute is only who is qualified or not."""
    now, was = _standings(trial.draft, seen), _was(trial.against, seen)
    wanted: dict[tuple[int, Result], tuple[VerdictKind, VerdictKind]] = {}
    for group in seen.groups:
        kinds = (
            was(group.shape_id, group.result),
            now[group.shape_id].kind_at(trial.threshold),
        )
        if has_changed(*kinds, is_by_definition=trial.against is not None and not is_disputed):
            wanted[group.shape_id, group.result] = kinds
    said: dict[int, tuple[int, str]] = {}
    judges = {version: ShapeJudge(trial.draft, s) for version, s in seen.scripts.items()}
    found = []
    for case in past.cases_of(tx, wanted, of, most=most):
        if case.shape_id not in said:
            shape = seen.shapes[case.shape_id]
            verdict = judges[shape.script_version_id].verdict(shape.text)
            said[case.shape_id] = (verdict.points, verdict.sentence)
        before, after = wanted[case.shape_id, case.result]
        points, because = said[case.shape_id]
        found.append(
            ChangedLead(
                lead_id=case.lead_id,
                campaign_id=case.campaign_id,
                name=case.name,
                was=before,
                now=after,
                points=points,
                because=because,
                result=case.result,
                finished_at=case.finished_at,
            )
        )
    return tuple(found)


def _limits(definitions: Iterable[Definition], seen: _Past) -> tuple[str, ...]:
    found = {
        question.id: question.short or question.ask or question.id
        for definition in definitions
        for script in seen.scripts.values()
        for question in compares_words(definition, script)
    }
    return tuple(
        f"“{name}” is answered in words. Which words were said is not kept for trying: only that "
        "there was an answer."
        for name in found.values()
    )
