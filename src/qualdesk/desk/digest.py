"""The weekly digest for marketing: needs and objections in people's words, and nobody's name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TypeAlias

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.digest import (
    Digest,
    EndedInWeek,
    GivenInWeek,
    Week,
    digest_of,
    last_whole_week,
    names_in,
)
from qualdesk.core.ids import LeadId, ScriptVersionId
from qualdesk.core.leads import Bucket
from qualdesk.core.left_leads import EVERYTHING, Scope
from qualdesk.core.outcomes import After, Outcome
from qualdesk.core.questions import Answer, Question, QuestionKind
from qualdesk.core.scripts import CallScript, StageKind
from qualdesk.core.unnamed import NOBODY_NEAR, Near, names_said
from qualdesk.core.wording import english, tr
from qualdesk.desk.leaving import codes_of, guarded
from qualdesk.desk.lessons import campaigns_in
from qualdesk.desk.outcomes import catalogue_of
from qualdesk.desk.versions import script_version
from qualdesk.files.digest_pages import HEADINGS, digest_page, digest_rows
from qualdesk.files.new_tables import check_free, write_new, write_table
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import digest as kept
from qualdesk.store.database import Store, Transaction
from qualdesk.store.members import members

Scripts: TypeAlias = Callable[[ScriptVersionId | None], CallScript | None]


class Digests:
    """What people need and what they object to, week by week."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def last_week(self, zone: str = "UTC") -> Week:
        """The newest week that is over on the clock of a zone."""
        return last_whole_week(self._clock.now(), zone)

    def digest(self, week: Week, scope: Scope = EVERYTHING) -> Digest:
        """A week of calls, of one campaign, of one client or of all; days on a campaign's clock.

        No name of a person or their company stands in it, no number and no address: neither
        theirs nor of anybody the workspace knows. A period of the scope means nothing here.

        Raises:
            NotFound: there is no such campaign, or no campaign is of that client.
        """
        with self._store.reading() as tx:
            some = tuple(campaigns_in(tx, scope).values())
            return _digest(tx, week, some)

    def write(
        self,
        week: Week,
        path: Path | str,
        scope: Scope = EVERYTHING,
        *,
        for_machines: bool = False,
        may_replace: bool = False,
    ) -> Digest:
        """Write the digest of a week to a file: a page for ``.html``, else a table.

        Raises:
            NotFound: there is no such campaign, or no campaign is of that client.
            ExportRefused: a file is there already, or none can be written there.
        """
        path = Path(path)
        check_free(path, may_replace=may_replace)
        with english():
            made = self.digest(week, scope)
        if path.suffix.casefold() in {".html", ".htm"}:
            write_new(path, digest_page(made), may_replace=may_replace)
        else:
            rows = digest_rows(made)
            write_table(path, HEADINGS, rows, for_machines=for_machines, may_replace=may_replace)
        return made


def _digest(tx: Transaction, week: Week, some: tuple[Campaign, ...]) -> Digest:
    outcomes = _outcomes(tx)
    scripts = cache(partial(script_version, tx))
    ours = tuple(one.name for one in members(tx))
    given: list[GivenInWeek] = []
    ended: list[EndedInWeek] = []
    conversations = 0
    for campaign in some:
        since, until = week.span(campaign.window.zone)
        spoken = kept.answers_between(tx, campaign.id, since, until)
        no = kept.ended_between(tx, campaign.id, since, until, _objecting(outcomes.values()))
        leads = {one.lead_id for one in spoken} | {one.lead_id for one in no}
        near = _near(tx, leads, spoken, scripts, ours)
        given += _given(spoken, scripts, near)
        ended += _ended(no, outcomes, scripts, near)
        reached = [one.code for one in outcomes.values() if one.contacted]
        conversations += kept.count_calls(tx, campaign.id, since, until, reached)
    known = kept.known_names(tx, names_in(given, ended))
    names = tuple(campaign.name for campaign in some)
    made = digest_of(
        week, names, conversations=conversations, given=given, ended=ended, known=known
    )
    codes = codes_of((), *(campaign.region for campaign in some))
    for client in sorted({campaign.client for campaign in some}):
        made = guarded(tx, client, made, codes)
    return made


def _outcomes(tx: Transaction) -> dict[str, Outcome]:
    return {one.code: one for one in (*shipped_outcomes(), *catalogue_of(tx))}


def _objecting(outcomes: Iterable[Outcome]) -> frozenset[str]:
    """Those that are a no, or a not now, of somebody who was spoken to."""
    noes = {Bucket.NOT_A_FIT, Bucket.NURTURE}
    return frozenset(
        one.code
        for one in outcomes
        # Whoever names somebody else has not said no for them.
        if one.contacted
        and one.after is not After.REFERRAL
        and (one.bucket in noes or one.is_refusal)
    )


def _near(
    tx: Transaction,
    leads: set[LeadId],
    spoken: Iterable[kept.SpokenAnswer],
    scripts: Scripts,
    ours: tuple[str, ...],
) -> dict[LeadId, Near]:
    """Whom each lead's words may be about: also people they named in answers, and ours."""
    near = {
        one: replace(known, people=(*known.people, *ours))
        for one, known in kept.names_near(tx, leads).items()
    }
    for one in spoken:
        question = _question(scripts(one.script), one.answer)
        if question is not None and question.kind is QuestionKind.PERSON:
            named = names_said(f"{one.answer.value or ''} {one.answer.words}")
            known = near.get(one.lead_id, NOBODY_NEAR)
            near[one.lead_id] = replace(known, people=(*known.people, *named))
    return near


def _given(
    spoken: Iterable[kept.SpokenAnswer],
    scripts: Scripts,
    near: dict[LeadId, Near],
) -> Iterator[GivenInWeek]:
    for one in spoken:
        script = scripts(one.script)
        question = _question(script, one.answer)
        if script is None or question is None:
            continue
        if script.stage_of(question.id) is not StageKind.DISCOVER:
            continue
        is_spoken = question.kind is QuestionKind.WORDS
        yield GivenInWeek(
            lead_id=one.lead_id,
            question=question.id,
            kind=question.kind,
            asked=question.ask or question.short or question.say,
            order=[each.id for each in script.questions].index(question.id),
            labels=() if is_spoken else _labels(question, one.answer),
            words=_words(one.answer, is_spoken=is_spoken),
            does_not_know=one.answer.does_not_know,
            near=near.get(one.lead_id, NOBODY_NEAR),
        )


def _ended(
    calls: Iterable[kept.EndedCall],
    outcomes: dict[str, Outcome],
    scripts: Scripts,
    near: dict[LeadId, Near],
) -> Iterator[EndedInWeek]:
    for call in calls:
        script, outcome = scripts(call.script), outcomes[call.outcome]
        late = {StageKind.FIT, StageKind.NEXT_STEP}
        yield EndedInWeek(
            lead_id=call.lead_id,
            outcome=tr(outcome.label),
            reason=tr(call.reason) if call.reason in outcome.reasons else call.reason,
            words=tuple(
                one.words
                for one in call.answers
                if one.words and script is not None and script.stage_of(one.question) in late
            ),
            near=near.get(call.lead_id, NOBODY_NEAR),
        )


def _question(script: CallScript | None, said: Answer) -> Question | None:
    return script.question(said.question) if script else None


def _labels(question: Question, said: Answer) -> tuple[str, ...]:
    """What was chosen, each option by itself."""
    values = said.value if isinstance(said.value, tuple) else (said.value,)
    return tuple(filter(None, (question.label_of(one) for one in values)))


def _words(said: Answer, *, is_spoken: bool) -> tuple[str, ...]:
    """Their words, and what else was written down of an answer that is all words."""
    written = str(said.value or "") if is_spoken else ""
    return tuple(dict.fromkeys(filter(None, (said.words, written))))
