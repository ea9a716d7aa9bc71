"""Campaigns, and the versions of scripts and definitions they work by."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.campaigns import HOUSE_LIMITS, Campaign, CampaignPeople, CampaignPlan
from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.events import CampaignEvent
from qualdesk.core.ids import CampaignId, DefinitionVersionId, ScriptVersionId
from qualdesk.core.legal import word_on
from qualdesk.core.rules import Audience, SetAside
from qualdesk.core.sources import CallLimits, CallWindow, HandoffTerms, SourceCard, SourceType
from qualdesk.core.wording import tr
from qualdesk.store.cell_marks import sort_anew, work_out_anew
from qualdesk.store.clients import clients, own_client
from qualdesk.store.database import Transaction
from qualdesk.store.handoff_terms import terms_from, terms_json
from qualdesk.store.offers import offers_from
from qualdesk.store.permissions import permission_from, permission_json
from qualdesk.store.quick import quick_made
from qualdesk.store.schema_campaigns import campaign


def add_campaign(tx: Transaction, plan: CampaignPlan) -> Campaign:
    """Make a campaign from its plan.

    Raises:
        Refused: it has no name, or the client has a campaign of that name already.
    """
    name = plan.name.strip()
    plan = replace(plan, client=plan.client or own_client(tx))
    if not name:
        raise Refused(tr("A campaign needs a name. Give it one that callers will recognise."))
    if plan.client == HOUSE:
        raise Refused(tr("No client can be called “{name}”. Write the name out.", name=HOUSE))
    taken = sa.select(campaign.c.id).where(
        campaign.c.client == plan.client, campaign.c.name == name
    )
    if tx.connection.scalar(taken) is not None:
        raise Refused(tr("There is a campaign “{name}” already. Choose another name.", name=name))
    new_id = tx.connection.scalar(
        campaign.insert()
        .values(
            name=name,
            kind=plan.kind,
            client=plan.client,
            region=plan.region,
            handoff=terms_json(plan.handoff),
            audience=_audience_text(plan.audience),
            made_at=tx.now,
            **_limits_values(plan.limits),
            **_said(plan, has_started=not plan.gaps()),
        )
        .returning(campaign.c.id)
    )
    return load_campaign(tx, CampaignId(new_id))


def load_campaign(tx: Transaction, campaign_id: CampaignId) -> Campaign:
    """The campaign with that number.

    Raises:
        NotFound: there is none.
    """
    found = quick_made(tx, BY_ID, {"wanted": campaign_id}, _campaign)
    if found is None:
        raise NotFound(_no_campaign(campaign_id))
    return found


def _no_campaign(number: CampaignId) -> str:
    return tr("There is no campaign number {number}.", number=number)


def find_campaign(tx: Transaction, name: str) -> Campaign:
    """The campaign called ``name``, whatever its capitals.

    Raises:
        NotFound: none is called that; the sentence lists those there are.
        Refused: several clients have one of that name.
    """
    wanted = name.strip().casefold()
    there = campaigns(tx)
    exact = [one for one in there if one.name == name.strip()]
    found = exact or [one for one in there if one.name.casefold() == wanted]
    if len(found) > 1:
        clients = ", ".join(one.client or tr("no client") for one in found)
        raise Refused(
            tr(
                "Several campaigns are called “{name}” ({clients}). Give its number.",
                name=name,
                clients=clients,
            )
        )
    if not found:
        known = ", ".join(f"“{one.name}”" for one in there) or tr("none yet")
        raise NotFound(
            tr("There is no campaign “{name}”. The campaigns are: {known}.", name=name, known=known)
        )
    return found[0]


def the_campaign(tx: Transaction, name_or_id: str | CampaignId) -> Campaign:
    """The campaign called that, or with that number.

    Raises:
        NotFound: there is none, or whoever looks works for another client alone.
        Refused: several clients have one of that name.
    """
    if isinstance(name_or_id, str):
        return find_campaign(tx, name_or_id)
    found = load_campaign(tx, name_or_id)
    if own_client(tx) not in {"", found.client}:
        raise NotFound(_no_campaign(name_or_id))
    return found


def campaign_alone(tx: Transaction, name_or_id: str | CampaignId) -> Campaign:
    """The same; nobody else changes it before the transaction ends.

    For what is written by how it stood. Callers are given its leads meanwhile.

    Raises:
        NotFound: there is none.
        Refused: several clients have one of that name.
    """
    found = the_campaign(tx, name_or_id).id
    alone = sa.select(campaign.c.id).where(campaign.c.id == found)
    tx.connection.execute(alone.with_for_update(key_share=True))
    return load_campaign(tx, found)


def campaigns(tx: Transaction) -> tuple[Campaign, ...]:
    """All campaigns, the newest first; of the one client alone that whoever looks works for."""
    query = sa.select(campaign).order_by(campaign.c.id.desc())
    if mine := own_client(tx):
        query = query.where(campaign.c.client == mine)
    rows = tx.connection.execute(query)
    return tuple(_campaign(row) for row in rows)


def closed_before(tx: Transaction, one: Campaign) -> CampaignId | None:
    """Of the client's others with that type of source the one that closed last; None of none."""
    query = (
        sa.select(campaign.c.id)
        .where(
            campaign.c.client == one.client,
            campaign.c.id != one.id,
            campaign.c.closes_at <= tx.now,
            campaign.c.source["type"].as_string() == one.source_type.value,
        )
        .order_by(campaign.c.closes_at.desc(), campaign.c.id.desc())
        .limit(1)
    )
    found: CampaignId | None = tx.connection.scalar(query)
    return found


def client_named(tx: Transaction, client: str) -> str:
    """The client as their campaigns write it: a slip of the fingers would protect nobody.

    Raises:
        NotFound: no campaign is of that client, and nobody wrote it down.
    """
    there = {one.name for one in clients(tx)}
    wanted = client.strip()
    found = [one for one in sorted(there) if one.casefold() == wanted.casefold()]
    if wanted in there or (not there and not wanted):
        return wanted
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"“{one}”" if one else tr("no client") for one in sorted(there))
    asked = (
        tr("No campaign is of the client “{client}”.", client=wanted)
        if wanted
        else tr("Say which client.")
    )
    hint = tr("There are: {known}.", known=known) if there else tr("Make their campaign first.")
    raise NotFound(f"{asked} {hint}")


def set_source(tx: Transaction, campaign_id: CampaignId, card: SourceCard | None) -> Campaign:
    """Write the campaign's source card. Calls start when nothing is missing any more."""
    before = load_campaign(tx, campaign_id)
    after = replace(before, source=card)
    if word_on(after, (), tx.now) != word_on(before, (), tx.now):
        sort_anew(tx, campaign_id)
    return _change(tx, campaign_id, _said_now(before, after))


def set_script(tx: Transaction, campaign_id: CampaignId, version: ScriptVersionId) -> Campaign:
    """Let the campaign work by this script version from the next call on."""
    return _change(tx, campaign_id, {"script_version_id": version})


def set_definition(
    tx: Transaction, campaign_id: CampaignId, version: DefinitionVersionId
) -> Campaign:
    """Let the campaign judge by this version of the definition from now on."""
    return _change(tx, campaign_id, {"definition_version_id": version})


def set_handoff(tx: Transaction, campaign_id: CampaignId, terms: HandoffTerms) -> Campaign:
    """Say who gets the qualified leads, and by when sales answers."""
    return _change(tx, campaign_id, {"handoff": terms_json(terms)})


def pause(tx: Transaction, campaign_id: CampaignId, *, is_paused: bool) -> Campaign:
    """Stop offering the campaign's leads, or go on."""
    return _change(tx, campaign_id, {"is_paused": is_paused})


def set_times(
    tx: Transaction, campaign_id: CampaignId, window: CallWindow, limits: CallLimits
) -> Campaign:
    """Change when and how often the campaign's leads may be called, from now on.

    Leads whose tries are used up under the new limits are offered to nobody from then on; that
    they are not reached is written by ``used_up.end_some``, some at a time. Nothing comes back
    by itself when limits grow.
    """
    before = load_campaign(tx, campaign_id)
    said = _said_now(before, replace(before, window=window))
    work_out_anew(tx, campaign_id)
    return _change(tx, campaign_id, {**said, **_limits_values(limits)})


def set_plan(
    tx: Transaction,
    campaign_id: CampaignId,
    giveaway_attempts: int | None,
    planned: Iterable[tuple[date, int]],
) -> Campaign:
    """Change how often giveaway leads are tried, and which callers are planned beyond the shifts.

    As with :func:`set_times`, leads whose tries are used up by it are ended some at a time.
    """
    kept = [[day.isoformat(), count] for day, count in planned]
    values = {"giveaway_attempts": giveaway_attempts, "planned_callers": kept or None}
    return _change(tx, campaign_id, values)


def set_audience(tx: Transaction, campaign_id: CampaignId, audience: Audience | None) -> Campaign:
    """Say what the campaign's people are to the law; their leads are sorted anew."""
    sort_anew(tx, campaign_id)
    return _change(tx, campaign_id, {"audience": _audience_text(audience)})


def set_rules_aside(
    tx: Transaction, campaign_id: CampaignId, aside: Iterable[SetAside]
) -> Campaign:
    """Keep which rule sets do not count for the campaign; its hours are worked out anew."""
    kept = [{**asdict(one), "at": one.at.isoformat()} for one in aside]
    work_out_anew(tx, campaign_id)
    return _change(tx, campaign_id, {"rule_overrides": kept or None})


def _change(tx: Transaction, campaign_id: CampaignId, values: Mapping[str, Any]) -> Campaign:
    tx.connection.execute(
        campaign.update().where(campaign.c.id == campaign_id).values(dict(values))
    )
    return load_campaign(tx, campaign_id)


def _campaign(row: sa.Row[Any]) -> Campaign:
    return Campaign(
        id=CampaignId(row.id),
        name=row.name,
        kind=row.kind,
        client=row.client,
        region=row.region,
        source=_source(row.source),
        window=CallWindow(
            opens_at=row.opens_at,
            closes_at=row.closes_at,
            zone=row.window_zone,
            has_no_end=row.window_has_no_end,
        ),
        limits=_limits(row.limits),
        handoff=terms_from(row.handoff),
        script_version_id=row.script_version_id,
        definition_version_id=row.definition_version_id,
        is_paused=row.is_paused,
        giveaway_attempts=row.giveaway_attempts,
        planned_callers=tuple(
            (date.fromisoformat(day), count) for day, count in row.planned_callers or ()
        ),
        calls_may_start=row.has_source_card,
        audience=Audience(row.audience) if row.audience else None,
        rules_aside=tuple(map(_aside, row.rule_overrides or ())),
        event=_event(row),
        before_script_version_id=row.before_script_version_id,
        attendees_at=row.attendees_at,
        people=CampaignPeople(**(row.people or {})),
        offers=offers_from(row),
    )


def _event(row: sa.Row[Any]) -> CampaignEvent | None:
    if row.event_ends_at is None:
        return None
    return CampaignEvent(starts_at=row.event_starts_at, ends_at=row.event_ends_at)


def _audience_text(audience: Audience | None) -> str:
    return audience.value if audience else ""


def _aside(value: Mapping[str, Any]) -> SetAside:
    at = datetime.fromisoformat(value["at"]).astimezone(UTC)
    return SetAside(rule=value["rule"], because=value["because"], by=value["by"], at=at)


def _said_now(before: Campaign, after: Campaign) -> dict[str, Any]:
    """What a campaign says after a change, and whether calls may go on.

    Calls that have started go on while nothing is taken away: what is missing since an older
    program let them start is asked for, but stops nobody.
    """
    missing = {gap.field for gap in after.gaps()}
    as_before = before.calls_may_start and missing <= {gap.field for gap in before.gaps()}
    return _said(after, has_started=not missing or as_before)


def _said(plan: CampaignPlan, *, has_started: bool) -> dict[str, Any]:
    """Source card and window, and the two columns that the claim asks of them."""
    card, window = plan.source, plan.window
    permission = card.permission if card else None
    return {
        "source": _card_json(card) if card else None,
        "has_source_card": has_started,
        "permitted_until": permission.ends_at(window.zone) if permission else None,
        "opens_at": window.opens_at,
        "closes_at": window.closes_at,
        "window_zone": window.zone,
        "window_has_no_end": window.has_no_end,
    }


def _card_json(card: SourceCard) -> dict[str, Any]:
    kept = permission_json(card.permission) if card.permission else None
    return {**asdict(card), "permission": kept}


def _source(value: Mapping[str, Any] | None) -> SourceCard | None:
    if value is None:
        return None
    rest = {key: kept for key, kept in value.items() if key not in _MADE_ANEW}
    return SourceCard(
        type=SourceType(value["type"]),
        facts=tuple(value["facts"]),
        permission=permission_from(value.get("permission")),
        **rest,
    )


def _limits_values(limits: CallLimits) -> dict[str, Any]:
    kept = {
        "hours": list(limits.hours),
        "days": sorted(limits.days),
        "max_attempts": limits.max_attempts,
        "max_per_day": limits.max_per_day,
        "min_gap_seconds": limits.min_gap.total_seconds(),
        "grace_seconds": limits.grace.total_seconds(),
        "day_parts": list(limits.day_parts),
    }
    return {
        "limits": kept,
        "max_attempts": limits.max_attempts,
        "grace_seconds": int(limits.grace.total_seconds()),
    }


def _limits(value: Mapping[str, Any]) -> CallLimits:
    start, end = value["hours"]
    return CallLimits(
        hours=(start, end),
        days=frozenset(value["days"]),
        max_attempts=value["max_attempts"],
        max_per_day=value["max_per_day"],
        min_gap=timedelta(seconds=value["min_gap_seconds"]),
        grace=timedelta(seconds=value["grace_seconds"]),
        day_parts=tuple(value.get("day_parts", HOUSE_LIMITS.day_parts)),
    )


_MADE_ANEW = {"type", "facts", "permission"}
BY_ID = sa.select(campaign).where(campaign.c.id == sa.bindparam("wanted"))
