"""Rounds of rating: cases without names, and what each rater said of them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.agreement import Judgement
from qualdesk.core.errors import NotFound
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, DefinitionVersionId, LeadId, ScriptVersionId
from qualdesk.core.rating import RoundId
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_past import finished_case, rating, rating_case, rating_round
from qualdesk.store.schema_people import contact


@frozen
class Round:
    """A round as it is kept."""

    id: RoundId
    campaign_id: CampaignId
    script: ScriptVersionId
    definition: DefinitionVersionId
    made_by: str
    made_at: Any
    closed_at: Any
    cases: int


@frozen
class KeptCase:
    """A case as it is kept: its number in the round, and its answers as JSON."""

    id: int
    position: int
    answers: Mapping[str, Mapping[str, Any]]


def finished_leads(tx: Transaction, campaign_id: CampaignId) -> list[LeadId]:
    """The leads of a campaign that are finished, as far as they were taken in.

    Who was erased has no answers any more, and is not among them.
    """
    people = finished_case.join(lead, lead.c.id == finished_case.c.lead_id).join(
        contact, contact.c.id == lead.c.contact_id
    )
    query = (
        sa.select(lead.c.id)
        .select_from(people)
        .where(finished_case.c.campaign_id == campaign_id, contact.c.erased_at.is_(None))
    )
    return [LeadId(one) for one in tx.connection.scalars(query.order_by(lead.c.id))]


def add_round(
    tx: Transaction,
    campaign_id: CampaignId,
    *,
    script: ScriptVersionId,
    definition: DefinitionVersionId,
    made_by: str,
    cases: Sequence[Mapping[str, Mapping[str, Any]]],
) -> RoundId:
    """Begin a round over these answers, in their order."""
    new_id = tx.connection.scalar(
        rating_round.insert()
        .values(
            campaign_id=campaign_id,
            script_version_id=script,
            definition_version_id=definition,
            made_by=made_by,
            made_at=tx.now,
        )
        .returning(rating_round.c.id)
    )
    tx.connection.execute(
        rating_case.insert(),
        [
            {"round_id": new_id, "position": position, "answers": answers}
            for position, answers in enumerate(cases, 1)
        ],
    )
    return RoundId(int(new_id or 0))


def rounds(tx: Transaction, campaign_id: CampaignId) -> list[Round]:
    """The rounds of a campaign, the newest first."""
    query = _ROUNDS.where(rating_round.c.campaign_id == campaign_id)
    return [_round(row) for row in tx.connection.execute(query.order_by(rating_round.c.id.desc()))]


def moments(tx: Transaction) -> list[datetime]:
    """When rounds began, in UTC, each moment once."""
    return list(tx.connection.scalars(sa.select(rating_round.c.made_at).distinct()))


def load_round(tx: Transaction, round_id: RoundId) -> Round:
    """The round with that number.

    Raises:
        NotFound: there is none.
    """
    row = tx.connection.execute(_ROUNDS.where(rating_round.c.id == round_id)).first()
    if row is None:
        raise NotFound(tr("There is no round of rating number {number}.", number=round_id))
    return _round(row)


def cases(tx: Transaction, round_id: RoundId) -> list[KeptCase]:
    """The cases of a round in their order."""
    query = sa.select(rating_case).where(rating_case.c.round_id == round_id)
    return [
        KeptCase(id=row.id, position=row.position, answers=row.answers)
        for row in tx.connection.execute(query.order_by(rating_case.c.position))
    ]


def judgements(tx: Transaction, round_id: RoundId) -> dict[str, dict[int, dict[str, Judgement]]]:
    """What each rater said: by rater, case number and criterion."""
    query = (
        sa.select(rating.c.rater, rating_case.c.position, rating.c.criterion, rating.c.judgement)
        .join(rating_case, rating_case.c.id == rating.c.case_id)
        .where(rating_case.c.round_id == round_id)
        .order_by(rating.c.rater, rating_case.c.position, rating.c.criterion)
    )
    found: defaultdict[str, dict[int, dict[str, Judgement]]] = defaultdict(dict)
    for rater, position, criterion, said in tx.connection.execute(query):
        found[rater].setdefault(position, {})[criterion] = Judgement(said)
    return dict(found)


def keep_judgement(
    tx: Transaction, case_id: int, rater: str, criterion: str, said: Judgement
) -> None:
    """Keep what a rater says; said again it takes the place of what they said before."""
    insert = tx.dialect.insert(rating).values(
        case_id=case_id, rater=rater, criterion=criterion, judgement=said.value, judged_at=tx.now
    )
    tx.connection.execute(
        insert.on_conflict_do_update(
            index_elements=[rating.c.case_id, rating.c.rater, rating.c.criterion],
            set_={"judgement": said.value, "judged_at": tx.now},
        )
    )


def forget_words(tx: Transaction, spoken: Collection[tuple[str, str]]) -> int:
    """Take words out of all cases, by the question they were said to; how many cases had them."""
    changed = 0
    for row in tx.connection.execute(sa.select(rating_case).order_by(rating_case.c.id)).all():
        answers = {
            question: {
                **said,
                "words": "" if (question, said["words"]) in spoken else said["words"],
                # Several chosen are a list, and no words.
                "value": None if (question, str(said["value"])) in spoken else said["value"],
            }
            for question, said in row.answers.items()
        }
        if answers != row.answers:
            change = rating_case.update().where(rating_case.c.id == row.id)
            tx.connection.execute(change.values(answers=answers))
            changed += 1
    return changed


def close_round(tx: Transaction, round_id: RoundId) -> None:
    """Nothing more is said in this round."""
    change = rating_round.update().where(
        rating_round.c.id == round_id, rating_round.c.closed_at.is_(None)
    )
    tx.connection.execute(change.values(closed_at=tx.now))


def one_at_a_time(tx: Transaction) -> None:
    """Wait until nobody else is writing judgements: two people are the most for a round."""
    tx.dialect.one_at_a_time(tx.connection, "rating")


def _round(row: Any) -> Round:
    return Round(
        id=RoundId(row.id),
        campaign_id=CampaignId(row.campaign_id),
        script=ScriptVersionId(row.script_version_id),
        definition=DefinitionVersionId(row.definition_version_id),
        made_by=row.made_by,
        made_at=row.made_at,
        closed_at=row.closed_at,
        cases=row.cases,
    )


_ROUNDS = sa.select(
    rating_round,
    sa.select(sa.func.count())
    .where(rating_case.c.round_id == rating_round.c.id)
    .scalar_subquery()
    .label("cases"),
)
