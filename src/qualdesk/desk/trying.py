"""Trying a draft of the definition on what leads answered in the past (F3, F4)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.definition import Definition, Standing, Verdict, VerdictKind
from qualdesk.core.frozen import frozen
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
from qualdesk.core.shapes import Said, ShapeJudge, compares_words, said_in
from qualdesk.core.wording import tr
from qualdesk.desk.pace import Pace
from qualdesk.desk.past_loading import PastLoading
from qualdesk.desk.versions import script_version
from qualdesk.store import campaigns as kept
from qualdesk.store import finished, past
from qualdesk.store.database import Store, Transaction
from qualdesk.store.document_versions import uses

MOST_NAMED = 200
"""How many leads a trial names by itself."""

# A third of a kilobyte each is kept for the next trial.
_MOST_SHAPES = 200_000


@frozen
class _Past:
    """Finished leads as they are judged: who answered alike, and what became of them."""

    groups: list[past.Group]
    said: Mapping[int, tuple[ScriptVersionId, Said]]
    scripts: Mapping[ScriptVersionId, CallScript]
    reasons: Mapping[str, int]

    def standings(self, *definitions: Definition) -> dict[int, tuple[Standing, ...]]:
        """How each definition judges each shape; the same value for all that are judged alike."""
        judges = {
            version: ShapeJudge(definitions, script).standings
            for version, script in self.scripts.items()
        }
        return {one: judges[version](said) for one, (version, said) in self.said.items()}


class Trying(PastLoading):
    """Finished leads, and what a definition would have made of them.

    Each look first takes in the leads that were finished since the last one.
    """

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        super().__init__(store, clock, caller)
        # A shape never changes, and a draft is tried again with each change of its own.
        self._shapes: dict[int, tuple[ScriptVersionId, Said]] = {}

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
            return past.count_finished(tx, _scope(tx, campaign))

    def trial(
        self,
        draft: Definition,
        against: Definition | None = None,
        campaign: str | CampaignId | None = None,
        progress: Progress | None = None,
    ) -> Trial:
        """What the draft makes of all finished leads, beside ``against``.

        Without ``against`` it stands beside what was handed to sales. Without ``campaign`` it is
        tried on all leads of the clients who work by it, and on loaded history. The newest 200
        leads that change are named; :meth:`changed` names more.

        Raises:
            NotFound: there is no such campaign.
            Cancelled: by the progress; what was taken in stays.
        """
        self.catch_up(progress)
        with self._store.reading() as tx:
            of = _scope(tx, campaign, *filter(None, (draft, against)))
            seen = self._past(tx, of)
            kinds = _Kinds(draft, against, seen)
            made = _tried(kinds, seen)
            return replace(made, changed=_changed(tx, kinds, seen, of, MOST_NAMED))

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
            of = _scope(tx, campaign, *filter(None, (trial.draft, trial.against)))
            seen = self._past(tx, of)
            return _changed(tx, _Kinds(trial.draft, trial.against, seen), seen, of, most)

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
            of = _scope(tx, campaign, marketing, sales)
            seen = self._past(tx, of)
            # To name those in dispute it is the trial of one against the other.
            kinds = _Kinds(sales, marketing, seen, is_dispute=True)
            groups: Counter[tuple[Standing, Standing, Result]] = Counter()
            for (theirs, hers), result, leads in kinds.leads():
                groups[hers, theirs, result] += leads
            found = gap_of(marketing, sales, groups, limits=_limits((marketing, sales), seen))
            return replace(found, disputed=_changed(tx, kinds, seen, of, MOST_NAMED))

    def catch_up(self, progress: Progress | None = None, most: int | None = None) -> Changes:
        """Take in the leads that were finished since the last time, some at a time.

        With ``most`` no more than so many; what is left comes with the next time.

        Raises:
            Cancelled: by the progress; what was taken in stays.
        """
        with self._store.reading() as tx:
            waiting = finished.unseen(tx)[:most]
        pace = Pace(rows=100, least=50, most=200)
        done = 0
        while done < len(waiting):
            if progress is not None:
                progress.report(done, len(waiting), tr("Taking in finished leads"))
            with pace.step() as rows, self._store.transaction() as tx:
                some = waiting[done : done + rows]
                finished.fill(tx, some, partial(_script, tx))
            done += len(some)
        return NO_CHANGES

    def _past(self, tx: Transaction, of: past.Scope | None) -> _Past:
        groups = past.groups(tx, of)
        there = {group.shape_id for group in groups}
        new = there - self._shapes.keys()
        shapes = [shape for shape in past.shapes(tx, new) if shape.id in new]
        for shape, said in zip(shapes, said_in([shape.text for shape in shapes]), strict=True):
            self._shapes[shape.id] = (shape.script_version_id, said)
        said_there = {one: self._shapes[one] for one in there}
        versions = {version for version, _ in said_there.values()}
        if len(self._shapes) > _MOST_SHAPES:
            self._shapes = {}
        return _Past(
            groups=groups,
            said=said_there,
            scripts={version: _script(tx, version) for version in sorted(versions)},
            reasons=past.reasons(tx, of),
        )


def _scope(
    tx: Transaction, campaign: str | CampaignId | None, *definitions: Definition
) -> past.Scope | None:
    """Whose leads a definition is tried on; None is everybody's.

    Of no campaign in particular, it is tried on those of the clients who work by it: what one
    client's people answered is no business of another (O7).
    """
    if campaign is not None:
        return past.Scope((kept.the_campaign(tx, campaign).id,))
    there = kept.campaigns(tx)
    client_of = {one.id: one.client for one in there}
    clients = {
        client_of[use.campaign_id]
        for definition in definitions
        for use in uses(tx, "definition", definition.id)
    }
    if not clients or clients >= set(client_of.values()):
        return None
    theirs = tuple(one.id for one in there if one.client in clients)
    return past.Scope(theirs, with_history=True)


def _script(tx: Transaction, version: ScriptVersionId) -> CallScript:
    found = script_version(tx, version)
    assert found is not None
    return found


class _Kinds:
    """Finished leads by how a draft and the definition beside it judge them.

    Very many shapes are judged alike, so that what is asked of each kind is asked seldom.
    """

    def __init__(
        self,
        draft: Definition,
        against: Definition | None,
        seen: _Past,
        *,
        is_dispute: bool = False,
    ) -> None:
        self.draft = draft
        self.against = against
        # In dispute is only who is qualified and who is not.
        self._by_definition = against is not None and not is_dispute
        self._of = seen.standings(draft, *([against] if against else []))
        self._groups = seen.groups
        # By the value itself and not by what is equal to it: comparing all costs a second.
        self._kinds = {id(standings): standings for standings in self._of.values()}
        counted: Counter[tuple[int, Result]] = Counter()
        for shape_id, result, leads in seen.groups:
            counted[id(self._of[shape_id]), result] += leads
        self._counted = counted

    def leads(self) -> Iterator[tuple[tuple[Standing, ...], Result, int]]:
        """How many leads there are of each kind and result."""
        for (kind, result), leads in self._counted.items():
            yield self._kinds[kind], result, leads

    def was(self, standings: tuple[Standing, ...], result: Result) -> VerdictKind:
        """What was made of leads of a kind before."""
        if self.against is None:
            return as_it_went(result)
        return standings[1].kind_at(self.against.threshold)

    def changed(self) -> dict[tuple[int, Result], tuple[VerdictKind, VerdictKind]]:
        """The shapes and results of which the two say different things, and what they say."""
        apart: dict[tuple[int, Result], tuple[VerdictKind, VerdictKind]] = {}
        for kind, result in self._counted:
            standings = self._kinds[kind]
            said = self.was(standings, result), standings[0].kind_at(self.draft.threshold)
            if has_changed(*said, is_by_definition=self._by_definition):
                apart[kind, result] = said
        return {
            (shape_id, result): apart[kind, result]
            for shape_id, result, _ in self._groups
            if (kind := id(self._of[shape_id]), result) in apart
        }


def _tried(kinds: _Kinds, seen: _Past) -> Trial:
    cells: Counter[Cell] = Counter()
    by_criteria: defaultdict[frozenset[str], Counter[Result]] = defaultdict(Counter)
    for standings, result, leads in kinds.leads():
        cells[cell_of(standings[0], kinds.was(standings, result), result)] += leads
        by_criteria[standings[0].met][result] += leads
    draft, against = kinds.draft, kinds.against
    return trial_of(
        draft,
        against,
        cells,
        lifts=lifts_of(draft, map(_seen, by_criteria, by_criteria.values())),
        missing_questions=missing_questions(seen.reasons, seen.scripts.values()),
        limits=_limits((draft, against) if against else (draft,), seen),
    )


def _seen(met: frozenset[str], results: Counter[Result]) -> Seen:
    return Seen(
        met=met,
        taken=sum(leads for result, leads in results.items() if result.is_taken),
        sent_back=results[Result.SENT_BACK],
        won=results[Result.WON],
        lost=results[Result.LOST],
    )


def _changed(
    tx: Transaction, kinds: _Kinds, seen: _Past, of: past.Scope | None, most: int
) -> tuple[ChangedLead, ...]:
    """The newest leads of which the two definitions say different things."""
    wanted = kinds.changed()
    judges = {
        version: ShapeJudge([kinds.draft], script) for version, script in seen.scripts.items()
    }
    verdicts: dict[int, Verdict] = {}
    found = []
    for case in past.cases_of(tx, wanted, of, most=most):
        one = case.shape_id
        if one not in verdicts:
            version, said = seen.said[one]
            verdicts[one] = judges[version].verdict(said)
        was, now = wanted[one, case.result]
        found.append(
            ChangedLead(
                lead_id=case.lead_id,
                campaign_id=case.campaign_id,
                name=case.name,
                was=was,
                now=now,
                points=verdicts[one].points,
                because=verdicts[one].sentence,
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
        tr(
            "“{name}” is answered in words. Which words were said is not kept for "
            "trying: only that there was an answer.",
            name=name,
        )
        for name in found.values()
    )
