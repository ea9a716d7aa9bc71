"""Questions about lists, who asked them, and the answers that stand beside leads."""

import re
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.owner_questions import ListAnswer, OwnerAsk, OwnerQuestion, OwnerQuestionId
from qualdesk.core.wording import tr
from qualdesk.store.acts import act
from qualdesk.store.bulk import chunks
from qualdesk.store.clients import of
from qualdesk.store.columns import UtcDateTime
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row, quick_rows, quick_write
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_lists import intake_row, lead_list
from qualdesk.store.schema_supervising import owner_ask, owner_question


def add_question(
    tx: Transaction, campaign_id: CampaignId, list_id: int, asks: str
) -> OwnerQuestionId:
    """Keep a question nobody asked before."""
    values = {"campaign_id": campaign_id, "list_id": list_id, "asks": asks, "now": tx.now}
    return OwnerQuestionId(quick_row(tx, _ADD_QUESTION, values).id)


def add_ask(
    tx: Transaction,
    question: OwnerQuestionId,
    lead_id: LeadId,
    *,
    by: str,
    says: str,
    is_told: bool = False,
) -> None:
    """Keep that somebody asked it; ``is_told``: they saw its answer at once."""
    asked = {"question": question, "lead_id": lead_id, "caller": by, "says": says}
    quick_write(tx, _ADD_ASK, {**asked, "is_told": is_told, "now": tx.now})


def list_of(tx: Transaction, lead_id: LeadId, campaign_id: CampaignId) -> int:
    """The list a question about a lead is about; 0 where its campaign has one list, or none."""
    of = {"campaign_id": campaign_id, "lead_id": lead_id}
    if quick_row(tx, _LISTS_THERE, of).there < 2:  # noqa: PLR2004 - one of several
        return 0
    return quick_row(tx, _LIST_OF, of).newest or 0


def questions(
    tx: Transaction,
    campaign_id: CampaignId | None = None,
    *,
    list_id: int | None = None,
    is_answered: bool | None = None,
) -> tuple[OwnerQuestion, ...]:
    """The questions that were not withdrawn, the oldest first; of one list, answered or not."""
    query = _QUESTIONS.where(owner_question.c.withdrawn_at.is_(None))
    if campaign_id is not None:
        query = query.where(owner_question.c.campaign_id == campaign_id)
    if list_id is not None:
        query = query.where(owner_question.c.list_id.in_({0, list_id}))
    if is_answered is not None:
        at = owner_question.c.answered_at
        query = query.where(at.is_not(None) if is_answered else at.is_(None))
    return _read(tx, query)


def load_question(tx: Transaction, question: OwnerQuestionId) -> OwnerQuestion:
    """One question.

    Raises:
        NotFound: there is none, or it was withdrawn.
    """
    query = _QUESTIONS.where(
        owner_question.c.id == question, owner_question.c.withdrawn_at.is_(None)
    )
    for found in _read(tx, query):
        return found
    raise NotFound(tr("This question is not there any more."))


def set_answer(tx: Transaction, question: OwnerQuestionId, answer: str, by: str) -> None:
    """Let an answer stand, or none; who asked is told of it between two calls."""
    at = tx.now if answer else None
    tx.connection.execute(
        owner_question.update()
        .where(owner_question.c.id == question)
        .values(answer=answer, answered_by=by if answer else "", answered_at=at)
    )
    mine = owner_ask.c.question_id == question
    tx.connection.execute(owner_ask.update().where(mine).values(told_at=None))


def withdraw(tx: Transaction, question: OwnerQuestionId, by: str) -> None:
    """Take a question back with all who asked it."""
    if not quick_write(tx, _WITHDRAW_OWN, {"question": question, "caller": by, "now": tx.now}):
        _withdrawn(tx, question, withdrawn_at=tx.now, withdrawn_by=by)


def put_back(tx: Transaction, question: OwnerQuestionId, caller: str) -> str:
    """Let a question that was withdrawn wait again; who had withdrawn it, empty if nobody."""
    if quick_write(tx, _PUT_BACK_OWN, {"question": question, "caller": caller}):
        return caller
    by = sa.select(owner_question.c.withdrawn_by).where(owner_question.c.id == question)
    was = tx.connection.scalar(by)
    _withdrawn(tx, question, withdrawn_at=None, withdrawn_by="")
    return was or ""


def answers_on(tx: Transaction, lead_id: LeadId, campaign_id: CampaignId) -> tuple[ListAnswer, ...]:
    """What was answered about a lead's campaign and its lists, the oldest question first."""
    rows = quick_rows(tx, ON_LEAD, {"lead_id": lead_id, "campaign_id": campaign_id})
    return tuple(
        ListAnswer(asks=row.asks, answer=row.answer, by=row.answered_by, at=row.answered_at)
        for row in rows
    )


def untold(tx: Transaction, name: str) -> tuple[OwnerQuestion, ...]:
    """Questions of somebody's that were answered and they were not told, the oldest first."""
    mine = sa.select(owner_ask.c.question_id).where(
        owner_ask.c.asked_by == name, owner_ask.c.told_at.is_(None)
    )
    return _read(
        tx,
        _QUESTIONS.where(
            owner_question.c.id.in_(mine),
            owner_question.c.answered_at.is_not(None),
            owner_question.c.withdrawn_at.is_(None),
        ),
    )


def told(tx: Transaction, question: OwnerQuestionId, name: str) -> None:
    """Somebody was told of the answer; they are not told again unless it changes."""
    quick_write(tx, _TOLD, {"question": question, "caller": name, "now": tx.now})


def forget_asks(tx: Transaction, leads: Iterable[LeadId], name: str, client: str = "") -> None:
    """Empty what was asked with these leads in front: it may name whoever is erased.

    From all other questions and answers their name is taken: the whole of it however it is
    written, each of its words as it stands in it. With a client, from those of its campaigns.
    """
    for some in chunks(sorted(leads)):
        asked = owner_ask.c.lead_id.in_(some)
        first = sa.select(owner_question.c.id).join(
            owner_ask,
            (owner_ask.c.question_id == owner_question.c.id)
            & (owner_ask.c.says == owner_question.c.asks),
        )
        cleared = owner_question.update().where(owner_question.c.id.in_(first.where(asked)))
        tx.connection.execute(cleared.values(asks=""))
        tx.connection.execute(owner_ask.update().where(asked).values(says="", lead_id=0))
    words = [re.escape(word) for word in name.split() if len(word) >= _SHORTEST]
    if not words:
        return
    whole = r"\s+".join(map(re.escape, name.split()))
    named = re.compile(rf"(?<!\w)(?:(?i:{whole})|{'|'.join(words)})(?!\w)")
    for column in (owner_question.c.asks, owner_question.c.answer, owner_ask.c.says):
        # There are as many as callers typed: hundreds, not thousands.
        table = column.table
        query = sa.select(table.c.id, column.label("says")).where(of(table, client))
        for row in tx.connection.execute(query).all():
            without = named.sub("…", row.says)
            if without != row.says:
                this = sa.update(table).where(table.c.id == row.id)
                tx.connection.execute(this.values({column.name: without}))


def _withdrawn(tx: Transaction, question: OwnerQuestionId, **columns: Any) -> None:
    this = owner_question.c.id == question
    done = tx.connection.execute(owner_question.update().where(this).values(columns))
    if not done.rowcount:
        raise NotFound(tr("This question is not there any more."))


def _read(tx: Transaction, query: sa.Select[Any]) -> tuple[OwnerQuestion, ...]:
    rows = tx.connection.execute(query.order_by(owner_question.c.id)).all()
    asked: dict[int, list[OwnerAsk]] = {}
    for some in chunks([row.id for row in rows]):
        mine = sa.select(owner_ask).where(owner_ask.c.question_id.in_(some))
        for ask in tx.connection.execute(mine.order_by(owner_ask.c.id)):
            asked.setdefault(ask.question_id, []).append(_ask(ask))
    return tuple(_question(row, tuple(asked.get(row.id, ()))) for row in rows)


def _question(row: Any, asked: tuple[OwnerAsk, ...]) -> OwnerQuestion:
    return OwnerQuestion(
        id=OwnerQuestionId(row.id),
        campaign_id=CampaignId(row.campaign_id),
        campaign=row.campaign,
        list_id=row.list_id,
        list_name=row.list_name or "",
        owner=(row.source or {}).get("owner", ""),
        asks=row.asks,
        asked_at=row.asked_at,
        answer=row.answer,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        asked=asked,
    )


def _ask(row: Any) -> OwnerAsk:
    return OwnerAsk(
        asked_by=row.asked_by,
        says=row.says,
        asked_at=row.asked_at,
        lead_id=LeadId(row.lead_id) if row.lead_id else None,
        told_at=row.told_at,
    )


# Shorter words of a name are words of any question.
_SHORTEST = 3
_QUESTIONS = (
    sa.select(
        owner_question,
        campaign.c.name.label("campaign"),
        campaign.c.source,
        lead_list.c.file_name.label("list_name"),
    )
    .join(campaign, campaign.c.id == owner_question.c.campaign_id)
    .outerjoin(lead_list, lead_list.c.id == owner_question.c.list_id)
)
# Built once: every card asks for them. Beyond: no caller looks into the rows of a list, but in
# which one a lead came, and what was said of that, is for everybody who has it in front.
ON_LEAD = act(
    "answers_on_lead",
    sa.select(
        owner_question.c.asks,
        owner_question.c.answer,
        owner_question.c.answered_by,
        owner_question.c.answered_at,
    )
    .where(
        owner_question.c.campaign_id == sa.bindparam("campaign_id"),
        owner_question.c.withdrawn_at.is_(None),
        owner_question.c.answered_at.is_not(None),
        sa.or_(
            owner_question.c.list_id == 0,
            sa.exists().where(
                intake_row.c.list_id == owner_question.c.list_id,
                intake_row.c.lead_id == sa.bindparam("lead_id"),
            ),
        ),
    )
    .order_by(owner_question.c.id),
    beyond=True,
)
_QUESTION = sa.bindparam("question", type_=sa.Integer())
_CALLER = sa.bindparam("caller", type_=sa.Text())
_NOW = sa.bindparam("now", type_=UtcDateTime())
_PUBLISHED = (
    lead_list.c.campaign_id == sa.bindparam("campaign_id"),
    lead_list.c.state == "published",
)
_LISTS_THERE = act(
    "lists_there", sa.select(sa.func.count().label("there")).where(*_PUBLISHED), beyond=True
)
_LIST_OF = act(
    "list_of_lead",
    sa.select(sa.func.max(lead_list.c.id).label("newest"))
    .join(intake_row, intake_row.c.list_id == lead_list.c.id)
    .where(*_PUBLISHED, intake_row.c.lead_id == sa.bindparam("lead_id")),
    beyond=True,
)
# Questions are everybody's who calls for the campaign; what is changed of one is one's own.
_ADD_QUESTION = act(
    "ask_owner",
    owner_question.insert()
    .values(
        **{name: sa.bindparam(name) for name in ("campaign_id", "list_id", "asks")}, asked_at=_NOW
    )
    .returning(owner_question.c.id),
    beyond=True,
)
_ADD_ASK = act(
    "ask_owner_too",
    owner_ask.insert().values(
        question_id=_QUESTION,
        lead_id=sa.bindparam("lead_id"),
        asked_by=_CALLER,
        says=sa.bindparam("says"),
        asked_at=_NOW,
        told_at=sa.case((sa.bindparam("is_told", type_=sa.Boolean()), _NOW)),
    ),
    beyond=True,
)
_TOLD = act(
    "told_of_answer",
    owner_ask.update()
    .where(owner_ask.c.question_id == _QUESTION, owner_ask.c.asked_by == _CALLER)
    .values(told_at=_NOW),
    beyond=True,
)
_ASKED = owner_ask.c.question_id == owner_question.c.id
_WITHDRAW_OWN = act(
    "withdraw_own_question",
    owner_question.update()
    .where(
        owner_question.c.id == _QUESTION,
        owner_question.c.withdrawn_at.is_(None),
        sa.exists().where(_ASKED, owner_ask.c.asked_by == _CALLER),
        ~sa.exists().where(_ASKED, owner_ask.c.asked_by != _CALLER),
    )
    .values(withdrawn_at=_NOW, withdrawn_by=_CALLER),
    beyond=True,
)
_PUT_BACK_OWN = act(
    "put_back_own_question",
    owner_question.update()
    .where(owner_question.c.id == _QUESTION, owner_question.c.withdrawn_by == _CALLER)
    .values(withdrawn_at=sa.null(), withdrawn_by=""),
    beyond=True,
)
