"""Rounds of rating: two people judge the same answers, and how far they agree is worked out."""

from collections.abc import Mapping
from typing import Any

from qualdesk.core.agreement import CriterionAgreement, Judgement, kappa_of
from qualdesk.core.clock import Clock
from qualdesk.core.definition import Criterion, Definition
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.ids import CampaignId
from qualdesk.core.questions import Question
from qualdesk.core.rating import (
    RATERS,
    RatedAnswer,
    RatedCriterion,
    RatingCase,
    RatingRound,
    RoundId,
)
from qualdesk.core.scripts import CallScript
from qualdesk.core.shares import ENOUGH
from qualdesk.core.signing import person_named
from qualdesk.core.wording import listed, tr, tr_later
from qualdesk.desk.nameless import drawn
from qualdesk.desk.trying import Trying
from qualdesk.desk.versions import definition_version, script_version
from qualdesk.store import campaigns as kept
from qualdesk.store import ratings
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note

_MOST = 200


class RatingRounds:
    """Whether a question is understood the same by two people who hear its answers."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller
        self._trying = Trying(store, clock, caller)

    def begin(self, campaign: str | CampaignId, cases: int = ENOUGH) -> RatingRound:
        """Begin a round over the answers of so many finished leads, drawn by lot.

        Nothing in it says whose they are: names, companies, numbers and addresses are masked,
        and the lead is not kept with the case. Fewer than 30 cases can be judged, but say
        nothing.

        Raises:
            NotFound: there is no such campaign.
            Refused: it has no definition to judge by, or nobody is finished yet.
        """
        if not 1 <= cases <= _MOST:
            raise Refused(tr(_ROUND_OF, most=_MOST, enough=ENOUGH))
        self._trying.catch_up()
        with self._store.transaction() as tx:
            found = kept.the_campaign(tx, campaign)
            script, definition = found.script_version_id, found.definition_version_id
            if script is None or definition is None:
                raise Refused(tr(_NOTHING_TO_JUDGE_BY, campaign=found.name))
            answers = drawn(tx, found.id, cases)
            if not answers:
                raise Refused(tr(_NOBODY_FINISHED, campaign=found.name))
            made = ratings.add_round(
                tx,
                found.id,
                script=script,
                definition=definition,
                made_by=self._caller,
                cases=answers,
            )
            note(tx, self._caller, "began a round of rating", "campaign", found.id, round=made)
            return _round(tx, ratings.load_round(tx, made))

    def rounds(self, campaign: str | CampaignId) -> tuple[RatingRound, ...]:
        """The campaign's rounds, the newest first.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            found = kept.the_campaign(tx, campaign)
            return tuple(_round(tx, one) for one in ratings.rounds(tx, found.id))

    def next_case(self, round_id: RoundId, rater: str) -> RatingCase | None:
        """The first case this rater has not judged whole, None when there is none left.

        Raises:
            NotFound: there is no such round.
            Refused: two others judge this round.
        """
        with self._store.reading() as tx:
            found = ratings.load_round(tx, round_id)
            said = ratings.judgements(tx, round_id)
            mine = said.get(_rater(rater, said), {})
            wanted = len(_definition(tx, found).criteria)
            for one in ratings.cases(tx, round_id):
                if len(mine.get(one.position, {})) < wanted:
                    return _case(tx, found, one, mine.get(one.position, {}))
        return None

    def case(self, round_id: RoundId, position: int, rater: str) -> RatingCase:
        """One case, with what this rater has said of it; to go back to it.

        Raises:
            NotFound: there is no such round or case.
            Refused: two others judge this round.
        """
        with self._store.reading() as tx:
            found = ratings.load_round(tx, round_id)
            said = ratings.judgements(tx, round_id)
            mine = said.get(_rater(rater, said), {})
            return _case(tx, found, _kept_case(tx, found, position), mine.get(position, {}))

    def judge(
        self,
        round_id: RoundId,
        position: int,
        rater: str,
        criterion: str,
        judgement: Judgement | str,
    ) -> RatingCase:
        """Keep what a rater says of one criterion of one case; said again it counts anew.

        The round closes when two people have judged all of it.

        Raises:
            NotFound: there is no such round, case or criterion.
            Refused: two others judge this round, or it is closed.
        """
        with self._store.transaction() as tx:
            ratings.one_at_a_time(tx)
            found = ratings.load_round(tx, round_id)
            if found.closed_at is not None:
                raise Refused(tr("Both have judged this round. Begin another to judge again."))
            definition = _definition(tx, found)
            if criterion not in {one.id for one in definition.criteria}:
                raise NotFound(
                    tr(
                        "There is no criterion “{criterion}” in this round.",
                        criterion=criterion[:40],
                    )
                )
            one = _kept_case(tx, found, position)
            said = ratings.judgements(tx, round_id)
            name = _rater(rater, said)
            ratings.keep_judgement(tx, one.id, name, criterion, _judgement(judgement))
            said = ratings.judgements(tx, round_id)
            whole = [_judged(mine, definition) for mine in said.values()]
            if whole.count(found.cases) == RATERS:
                ratings.close_round(tx, round_id)
            return _case(tx, found, one, said[name][position])

    def agreement(self, round_id: RoundId) -> tuple[CriterionAgreement, ...]:
        """How far the two raters agree on each criterion, over the cases both have judged.

        Raises:
            NotFound: there is no such round.
        """
        with self._store.reading() as tx:
            return _agreement(tx, ratings.load_round(tx, round_id))

    def poor(self, campaign: str | CampaignId) -> tuple[CriterionAgreement, ...]:
        """The criteria two people understand too differently, by the newest round that says so.

        Raises:
            NotFound: there is no such campaign.
        """
        return tuple(said for said in self.newest(campaign) if said.is_poor)

    def newest(self, campaign: str | CampaignId) -> tuple[CriterionAgreement, ...]:
        """How far two people agree on each criterion, by its newest round with cases enough.

        A criterion without such a round is told by the newest in which both judged any case;
        it has too few cases to say anything. One that no two people judged is left out.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            found = kept.the_campaign(tx, campaign)
            newest: dict[str, CriterionAgreement] = {}
            for one in ratings.rounds(tx, found.id):
                for said in _agreement(tx, one):
                    known = newest.get(said.criterion)
                    is_first = known is None and said.kappa.n > 0
                    if is_first or (said.kappa.is_enough and not _says_enough(known)):
                        newest[said.criterion] = said
        return tuple(newest.values())


def _says_enough(known: CriterionAgreement | None) -> bool:
    return known is not None and known.kappa.is_enough


def _rater(name: str, said: Mapping[str, object]) -> str:
    """The rater as the round knows them.

    Raises:
        Refused: nobody is named, or two others judge the round.
    """
    if not name.strip():
        raise Refused(tr("Say who judges."))
    wanted = person_named(name)
    known = next((one for one in said if one.casefold() == wanted.casefold()), None)
    if known is None and len(said) >= RATERS:
        raise Refused(
            tr("{names} judge this round. Begin another for somebody else.", names=listed(said))
        )
    return known or wanted


def _judgement(said: Judgement | str) -> Judgement:
    try:
        return Judgement(said)
    except ValueError:
        known = ", ".join(one.value for one in Judgement)
        raise Refused(
            tr(
                "“{judgement}” is no judgement. Choose one of: {known}.",
                judgement=said[:40],
                known=known,
            )
        ) from None


def _definition(tx: Transaction, of: ratings.Round) -> Definition:
    found = definition_version(tx, of.definition)
    assert found is not None
    return found


def _script(tx: Transaction, of: ratings.Round) -> CallScript:
    found = script_version(tx, of.script)
    assert found is not None
    return found


def _kept_case(tx: Transaction, of: ratings.Round, position: int) -> ratings.KeptCase:
    found = next((one for one in ratings.cases(tx, of.id) if one.position == position), None)
    if found is None:
        raise NotFound(
            tr(
                "There is no case {number} in this round of {cases}.",
                number=position,
                cases=of.cases,
            )
        )
    return found


def _judged(mine: Mapping[int, Mapping[str, object]], definition: Definition) -> int:
    return sum(len(said) >= len(definition.criteria) for said in mine.values())


def _round(tx: Transaction, of: ratings.Round) -> RatingRound:
    definition = _definition(tx, of)
    said = ratings.judgements(tx, of.id)
    return RatingRound(
        id=of.id,
        campaign_id=of.campaign_id,
        definition=definition.name,
        version=definition.version,
        cases=of.cases,
        judged={rater: _judged(mine, definition) for rater, mine in said.items()},
        made_by=of.made_by,
        made_at=of.made_at,
        closed_at=of.closed_at,
    )


def _case(
    tx: Transaction,
    of: ratings.Round,
    one: ratings.KeptCase,
    mine: Mapping[str, Judgement],
) -> RatingCase:
    script, definition = _script(tx, of), _definition(tx, of)
    order = {str(question.id): place for place, question in enumerate(script.questions)}
    answered = sorted(one.answers.items(), key=lambda pair: order.get(pair[0], len(order)))
    return RatingCase(
        round_id=of.id,
        position=one.position,
        of=of.cases,
        answers=tuple(_answer(script.question(key), key, said) for key, said in answered),
        criteria=tuple(_criterion(criterion, mine) for criterion in definition.criteria),
    )


def _answer(question: Question | None, key: str, said: Mapping[str, Any]) -> RatedAnswer:
    value = said.get("value")
    value = tuple(value) if isinstance(value, list) else value
    if said.get("does_not_know"):
        says = tr("Does not know")
    else:
        says = question.label_of(value) if question else str(value or "")
    asked = (question.ask or question.short) if question else key
    return RatedAnswer(question=key, asked=asked, says=says, words=said.get("words", ""))


def _criterion(criterion: Criterion, mine: Mapping[str, Judgement]) -> RatedCriterion:
    return RatedCriterion(
        id=criterion.id,
        label=criterion.label,
        means=criterion.means,
        question=criterion.question,
        judgement=mine.get(criterion.id),
    )


def _agreement(tx: Transaction, of: ratings.Round) -> tuple[CriterionAgreement, ...]:
    said = list(ratings.judgements(tx, of.id).values())
    first, second = said if len(said) == RATERS else ({}, {})
    return tuple(
        CriterionAgreement(
            criterion=criterion.id,
            label=criterion.label,
            question=criterion.question,
            kappa=kappa_of(
                [
                    (first[place][criterion.id], second[place][criterion.id])
                    for place in sorted(first.keys() & second.keys())
                    if criterion.id in first[place] and criterion.id in second[place]
                ]
            ),
        )
        for criterion in _definition(tx, of).criteria
    )


_ROUND_OF = tr_later("A round has 1 to {most} cases. {enough} are enough to say something.")
_NOTHING_TO_JUDGE_BY = tr_later("“{campaign}” has no script and definition to judge by yet.")
_NOBODY_FINISHED = tr_later("Nobody of “{campaign}” is finished yet: there are no answers.")
