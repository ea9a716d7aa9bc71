"""The permission to call people, as it is kept with a campaign and with each of its lists."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.ids import LeadId, ListId
from qualdesk.core.leads import Bucket
from qualdesk.core.legal import ListWord
from qualdesk.core.permission import LISTS_ARE_OVER, Basis, Permission
from qualdesk.core.rules import Audience
from qualdesk.core.wording import tr
from qualdesk.store.cell_marks import sort_anew
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_rows
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_lists import intake_row, lead_list


def permission_json(permission: Permission) -> dict[str, Any]:
    """A permission as it is kept."""
    return {
        "basis": permission.basis.value if permission.basis else None,
        "says": permission.says,
        "given_on": _text(permission.given_on),
        "where": permission.where,
        "evidence": permission.evidence,
        "wording": permission.wording,
        "scope": list(permission.scope),
        "expires": _text(permission.expires),
    }


def permission_from(value: Mapping[str, Any] | str | None) -> Permission | None:
    """A permission as it was kept; an older program kept a sentence and nothing else."""
    if not value:
        return None
    if isinstance(value, str):
        return Permission(says=value)
    return Permission(
        basis=Basis(value["basis"]) if value["basis"] else None,
        says=value["says"],
        given_on=_day(value["given_on"]),
        where=value["where"],
        evidence=value["evidence"],
        wording=value["wording"],
        scope=tuple(value["scope"]),
        expires=_day(value["expires"]),
    )


def permission_of_list(tx: Transaction, list_id: ListId) -> Permission | None:
    """On what ground people of a list may be called: its own, else that of its campaign.

    Raises:
        NotFound: there is no such list.
    """
    query = (
        sa.select(lead_list.c.permission, campaign.c.source)
        .join(campaign, campaign.c.id == lead_list.c.campaign_id)
        .where(lead_list.c.id == list_id)
    )
    row = tx.connection.execute(query).first()
    if row is None:
        raise NotFound(
            tr(
                "There is no list number {number}. Look at the lists and choose one.",
                number=list_id,
            )
        )
    return permission_from(row.permission or (row.source or {}).get("permission"))


def set_list_permission(tx: Transaction, list_id: ListId, permission: Permission) -> None:
    """Say on what ground people of a list may be called.

    Raises:
        NotFound: there is no such list.
        Refused: something of it is missing; the sentence says what.
    """
    permission_of_list(tx, list_id)
    missing = permission.gaps()
    if missing:
        raise Refused(missing[0].says)
    _say(tx, list_id, permission=permission_json(permission), over_at=None)
    call_again(tx, list_id)


def set_list_audience(tx: Transaction, list_id: ListId, audience: Audience | None) -> None:
    """Say what the people of a list are to the law; None leaves it to the campaign.

    Raises:
        NotFound: there is no such list.
    """
    permission_of_list(tx, list_id)
    _say(tx, list_id, audience=audience.value if audience else "")


def call_again(tx: Transaction, list_id: ListId) -> None:
    """Let leads of a list stand in the queue again that were kept out for want of permission."""
    mine = sa.select(intake_row.c.lead_id).where(intake_row.c.list_id == list_id)
    is_free = sa.and_(
        lead.c.state == Bucket.WAITING.value, lead.c.wake_at.is_(None), lead.c.claimed_by.is_(None)
    )
    back = lead.update().where(lead.c.kept_out == LISTS_ARE_OVER, lead.c.id.in_(mine))
    tx.connection.execute(back.values(kept_out="", ready=is_free))


def words_of_lists(
    tx: Transaction, lead_ids: Iterable[LeadId], loading: ListId | None = None
) -> dict[LeadId, tuple[ListWord, ...]]:
    """What the lists of each lead say of its people; ``loading`` is heard before it is published.

    A lead that is on no list is left out.
    """
    found: defaultdict[LeadId, list[ListWord]] = defaultdict(list)
    asked = {"leads": list(lead_ids), "loading": loading or 0}
    for row in quick_rows(tx, OF_LEADS, asked):
        found[row.lead_id].append(_word(row))
    return {lead_id: tuple(words) for lead_id, words in found.items()}


def word_of_list(tx: Transaction, list_id: ListId) -> ListWord:
    """What one list says of its people."""
    return _word(tx.connection.execute(_OF_LIST, {"list": list_id}).one())


def lists_over(words: Iterable[ListWord], at: datetime) -> str:
    """The sentence that stops calls to a lead whose lists' permissions have all ended.

    Empty while one of their lists has one that holds, or none of its own: then the campaign's
    counts.
    """
    said = [one.over_says(at) for one in words]
    return said[0] if said and all(said) else ""


def _say(tx: Transaction, list_id: ListId, **values: Any) -> None:
    """Write what a list says; its campaign's leads are something else to the law now."""
    query = lead_list.update().where(lead_list.c.id == list_id).values(**values)
    campaign_id = tx.connection.scalar(query.returning(lead_list.c.campaign_id))
    assert campaign_id is not None
    sort_anew(tx, campaign_id)


def _word(row: Any) -> ListWord:
    return ListWord(
        permission=permission_from(row.permission),
        audience=Audience(row.audience) if row.audience else None,
        zone=row.window_zone,
    )


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


_IDS: sa.BindParameter[list[int]] = sa.bindparam("leads", expanding=True)
_WORDS = (lead_list.c.permission, lead_list.c.audience, campaign.c.window_zone)
OF_LEADS = (
    sa.select(intake_row.c.lead_id, *_WORDS)
    .join_from(intake_row, lead_list, lead_list.c.id == intake_row.c.list_id)
    .join(campaign, campaign.c.id == lead_list.c.campaign_id)
    .where(
        intake_row.c.lead_id.in_(_IDS),
        sa.or_(lead_list.c.state == "published", lead_list.c.id == sa.bindparam("loading")),
    )
)
_OF_LIST = (
    sa.select(*_WORDS)
    .join_from(lead_list, campaign, campaign.c.id == lead_list.c.campaign_id)
    .where(lead_list.c.id == sa.bindparam("list"))
)
