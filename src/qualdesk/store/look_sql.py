"""The statements of looks at the whole queue: every open lead under the one reason why not now.

Most leads wait and nothing special is said of them: those are told apart by an index alone,
without their rows. The others, and those that could be called now, are asked every rule.
"""

from functools import lru_cache
from string import Template

from qualdesk.core.permission import LISTS_ARE_OVER
from qualdesk.store.dialects import Dialect
from qualdesk.store.house import counts_text
from qualdesk.store.queue_sql import filled, let_callers


@lru_cache(maxsize=64)
def look(dialect: type[Dialect], name: str, *, one_campaign: bool = False) -> str:
    """The look called ``name`` as the database of that dialect reads it."""
    return filled(dialect, _whole(name), one_campaign=one_campaign)


def _whole(name: str) -> str:
    parts = {**_PARTS, "of_these": _OF_NAMED if name.endswith("_named") else ""}
    text, told = "", _LOOKS[name]
    while told != text:
        text, told = told, Template(told).safe_substitute(parts)
    return text


# Of a few leads named, only their cells are looked at: there may be thousands.
_OF_NAMED = "AND cell.id IN (SELECT lead.cell_id FROM lead WHERE lead.id IN ($named))"


_PARTS = {
    "counts": counts_text("campaign.client"),
    # What holds for all leads of a cell at once.
    "clock": """clock AS MATERIALIZED (
        SELECT cell.id AS id, campaign.max_attempts AS max_attempts, campaign.client AS client,
            campaign.giveaway_attempts AS giveaway_attempts,
            COALESCE($cell_is_open, FALSE) AS is_open,
            cell.zone_set = '' AS has_no_zone,
            COALESCE(campaign.closes_at <= :now, FALSE) AS is_over,
            COALESCE(campaign.opens_at > :now, FALSE) AS is_before,
            EXISTS (
                SELECT 1 FROM suppression
                WHERE $counts AND suppression.lifted_at IS NULL
            ) AS knows_a_no,
            EXISTS (
                SELECT 1 FROM company_talk
                WHERE company_talk.client = campaign.client AND company_talk.until > :now
            ) AS knows_a_talk,
            CASE WHEN EXISTS (
                    SELECT 1 FROM lead_list
                    WHERE lead_list.id = cell.of_list AND lead_list.state = 'loading'
                ) THEN 'loading'
                WHEN NOT campaign.has_source_card THEN 'source_card'
                WHEN campaign.permitted_until <= :now THEN 'permission'
                WHEN campaign.is_paused THEN 'paused' ELSE '' END AS stops
        FROM cell JOIN campaign ON campaign.id = cell.campaign_id WHERE TRUE $only $of_these
    )""",
    "lists_are_over": LISTS_ARE_OVER,
    # The words of the index that has all this: their rows need not be read.
    "is_plain": """lead.state = 'waiting' AND lead.claimed_by IS NULL AND lead.kept_out = ''
        AND lead.pushed_to = ''""",
    "is_late": "COALESCE(lead.closes_at <= :now, FALSE)",
    "is_tired": "lead.attempts >= pick.max_attempts",
    "is_resting": "COALESCE(lead.wake_at > :now, FALSE)",
    "is_awake": """pick.is_open AND pick.stops = '' AND NOT pick.has_no_zone AND $is_plain
        AND NOT $is_late AND NOT $is_tired AND NOT $is_resting""",
    "code": """CASE
        WHEN lead.claimed_by = :caller AND lead.claim_until > :now THEN 'yours'
        WHEN lead.claimed_by IS NOT NULL AND lead.claim_until > :now THEN 'others'
        WHEN pick.stops = 'loading' THEN 'loading'
        WHEN lead.state = 'research' THEN 'research'
        WHEN lead.kept_out = '$lists_are_over' THEN 'permission'
        WHEN lead.kept_out <> '' THEN 'kept_out'
        WHEN pick.stops <> '' THEN pick.stops
        WHEN NOT $is_not_anothers THEN 'pushed'
        WHEN lead.state = 'callback' THEN CASE
            WHEN lead.due_at > :now THEN 'promised'
            WHEN NOT $may_keep THEN 'promised_others'
            WHEN $is_agreed THEN $if_nothing_bars
            WHEN pick.has_no_zone THEN 'zone'
            WHEN NOT pick.is_open THEN 'hours'
            ELSE $if_nothing_bars END
        WHEN pick.has_no_zone THEN 'zone'
        WHEN pick.is_over OR $is_late THEN 'closed'
        WHEN $is_tired THEN 'tries'
        WHEN $is_resting THEN 'resting'
        WHEN pick.is_before THEN 'not_open'
        WHEN NOT pick.is_open THEN 'hours'
        ELSE $if_nothing_bars END""",
    # What no look lists must not be called free: nobody would ever find it.
    "if_nothing_bars": """CASE
        WHEN pick.giveaway_attempts IS NOT NULL AND lead.state = 'waiting'
            AND lead.attempts >= pick.giveaway_attempts AND $is_giveaway THEN 'tries'
        WHEN pick.knows_a_no AND $said_no THEN 'no'
        WHEN NOT $has_number THEN 'number'
        WHEN $limit_is_reached THEN 'limit'
        WHEN pick.knows_a_talk AND lead.state = 'waiting' AND $is_in_talk THEN 'sticky'
        ELSE 'free' END""",
    "told": """SELECT lead.id AS id, lead.cell_id AS cell_id, lead.stack_id AS stack_id,
        $code AS code, lead.state AS state, lead.wake_at AS wake_at, lead.due_at AS due_at,
        lead.rested_at AS rested_at, lead.pushed_to AS pushed_to,
        lead.callback_owner = :caller AS is_mine,
        lead.state = 'callback' AND $is_fixed AS is_fixed""",
    # In this order: SQLite keeps it, and finds the few leads by their own index.
    "of_leads": """FROM lead CROSS JOIN clock AS pick CROSS JOIN campaign
        WHERE pick.id = lead.cell_id AND campaign.id = lead.campaign_id AND""",
    "why": """SELECT lead.cell_id AS cell_id, $code AS code, lead.wake_at AS wake_at,
        lead.due_at AS due_at""",
    "counted": """SELECT cell_id, code, COUNT(*) AS leads, MIN(wake_at) AS wake_at,
        MIN(due_at) AS due_at FROM asked GROUP BY cell_id, code""",
}

# All open leads that are not plain. Their campaign first: it leads to them by an index.
_SPECIAL = """$columns $of_leads
        lead.claimed_by IS NOT NULL AND lead.state IN ('waiting', 'callback', 'research')
    UNION ALL $columns FROM campaign CROSS JOIN lead CROSS JOIN clock AS pick
        WHERE lead.campaign_id = campaign.id AND pick.id = lead.cell_id
            AND lead.state IN ('callback', 'research') AND lead.claimed_by IS NULL
    UNION ALL $columns $of_leads
        lead.kept_out <> '' AND lead.claimed_by IS NULL AND lead.state = 'waiting'
    UNION ALL $columns $of_leads
        lead.pushed_to <> '' AND lead.kept_out = '' AND lead.claimed_by IS NULL
            AND lead.state = 'waiting'"""

_CELLS = """WITH $clock SELECT clock.*, cell.zone_set, cell.legal, cell.campaign_id,
            campaign.grace_seconds,
            (SELECT MIN(open_hours.opens_at) FROM open_hours
                WHERE open_hours.cell_id = cell.id AND open_hours.opens_at > :now) AS opens_next
    FROM clock JOIN cell ON cell.id = clock.id
        JOIN campaign ON campaign.id = cell.campaign_id"""

_LOOKS = {
    "cells": _CELLS,
    "cells_named": _CELLS,
    # Those that wait, nothing special said of them, cell by cell.
    "plain": """WITH $clock
        SELECT lead.cell_id AS cell_id, COUNT(*) AS leads,
            COUNT(*) FILTER (WHERE $is_late) AS closed,
            COUNT(*) FILTER (WHERE $is_tired AND NOT $is_late) AS tries,
            COUNT(*) FILTER (WHERE $is_resting AND NOT $is_tired AND NOT $is_late) AS resting,
            MIN(lead.wake_at) FILTER (
                WHERE $is_resting AND NOT $is_tired AND NOT $is_late
            ) AS wake_at
        FROM lead JOIN clock AS pick ON pick.id = lead.cell_id
        WHERE $is_plain GROUP BY lead.cell_id""",
    "special": f"WITH $clock, asked AS ({_SPECIAL.replace('$columns', '$why')}) $counted",
    # The plain ones that could be called now. Found by the index alone, then looked at in the
    # order they lie in: by cell each was a page of its own, and an encrypted one to be opened.
    "awake": """WITH $clock, awake AS MATERIALIZED (
            SELECT lead.id AS id, lead.cell_id AS cell_id
            FROM lead JOIN clock AS pick ON pick.id = lead.cell_id WHERE $is_awake
            ORDER BY lead.id
        ), asked AS (
            SELECT lead.cell_id AS cell_id, $if_nothing_bars AS code, lead.wake_at AS wake_at,
                lead.due_at AS due_at
            FROM awake LEFT JOIN lead ON lead.id = awake.id
            LEFT JOIN clock AS pick ON pick.id = awake.cell_id
        ) $counted""",
    # Lists of leads: the special ones, those that rest, those that are ready, and those named.
    "list_special": f"WITH $clock {_SPECIAL.replace('$columns', '$told')}",
    "list_resting": """SELECT lead.id, lead.stack_id FROM lead
        WHERE $is_plain AND lead.wake_at > :now ORDER BY lead.wake_at, lead.id""",
    "list_ready": """SELECT lead.id, lead.stack_id FROM lead
        WHERE lead.ready ORDER BY lead.stack_id, lead.rested_at, lead.id""",
    "list_named": """WITH $clock $told $of_leads
        lead.id IN ($named) AND lead.state IN ('waiting', 'callback', 'research')""",
    # Those of these cells that can still be called before that moment. Each part reads an index of
    # its own and next to no rows; the ``+`` keeps it from the index of all leads of a cell.
    "left_today": """SELECT (
            SELECT COUNT(*) FROM lead WHERE $is_plain AND lead.cell_id IN ($named)
                AND (lead.wake_at IS NULL OR lead.wake_at < :ends_at)
        ) + (
            SELECT COUNT(*) FROM lead WHERE lead.kept_out <> '' AND lead.claimed_by IS NULL
                AND lead.state = 'waiting' AND +lead.cell_id IN ($named)
                AND lead.wake_at < :ends_at
        ) + (
            SELECT COUNT(*) FROM lead WHERE lead.pushed_to <> '' AND lead.kept_out = ''
                AND lead.claimed_by IS NULL AND lead.state = 'waiting'
                AND +lead.cell_id IN ($named)
                AND (lead.wake_at IS NULL OR lead.wake_at < :ends_at)
        ) + (
            SELECT COUNT(*) FROM lead WHERE lead.due_at < :ends_at AND lead.claimed_by IS NULL
                AND lead.state = 'callback' AND +lead.cell_id IN ($named)
        ) + (
            SELECT COUNT(*) FROM lead WHERE lead.claimed_by IS NOT NULL
                AND lead.claim_until <= :now AND +lead.cell_id IN ($named)
                AND (lead.state = 'waiting'
                        AND (lead.wake_at IS NULL OR lead.wake_at < :ends_at)
                    OR lead.state = 'callback' AND lead.due_at < :ends_at)
        ) AS leads""",
    # How many leads of each stack are ready, as far as they are counted; and who is kept out.
    "stack_sizes": """SELECT stack.id AS id,
            (SELECT COUNT(*) FROM (
                SELECT 1 FROM lead WHERE lead.ready AND lead.stack_id = stack.id LIMIT :at_most
            ) AS first) AS leads
        FROM stack""",
    "stacks_kept_out": """SELECT lead.stack_id AS id, COUNT(*) AS leads FROM lead
        WHERE lead.kept_out <> '' AND lead.state = 'waiting' AND lead.wake_at IS NULL
        GROUP BY lead.stack_id""",
    # How many come before: promises due earlier, and leads of better stacks or rested longer.
    "due_before": """SELECT COUNT(*) AS leads FROM lead
        WHERE lead.due_at IS NOT NULL AND lead.claimed_by IS NULL AND lead.due_at < :due_at
            AND lead.state = 'callback'""",
    "ready_before": """SELECT
        (SELECT COUNT(*) FROM lead WHERE lead.ready AND lead.stack_id IN ($named))
        + (SELECT COUNT(*) FROM lead WHERE lead.ready AND lead.stack_id = :stack_id
            AND (lead.rested_at, lead.id) < (:rested_at, :lead_id)) AS leads""",
    "worth_named": """SELECT lead.id, stack.cell_id, stack.traits, stack.tier, stack.score
        FROM lead JOIN stack ON stack.id = lead.stack_id WHERE lead.id IN ($named)""",
    "stacks": """WITH $clock
        SELECT stack.id, stack.cell_id, stack.tier, stack.score, stack.traits, cell.campaign_id
        FROM stack JOIN clock ON clock.id = stack.cell_id JOIN cell ON cell.id = clock.id
        ORDER BY stack.tier DESC, stack.score DESC, stack.id""",
}

LOOKS = frozenset(_LOOKS)

# Why nothing is offered, and how much is left today: numbers only, of whomever they are.
_IN_CELL = {"cell_id": "integer", "code": "text", "leads": "bigint"}
_COMES = {"wake_at": "timestamptz", "due_at": "timestamptz"}
_OF_CALLERS = {
    "cells": {
        "id": "integer",
        "max_attempts": "integer",
        "client": "text",
        "giveaway_attempts": "integer",
        **dict.fromkeys(("is_open", "has_no_zone", "is_over", "is_before"), "boolean"),
        **dict.fromkeys(("knows_a_no", "knows_a_talk"), "boolean"),
        **dict.fromkeys(("stops", "zone_set", "legal"), "text"),
        "campaign_id": "integer",
        "grace_seconds": "integer",
        "opens_next": "timestamptz",
    },
    "plain": {
        "cell_id": "integer",
        **dict.fromkeys(("leads", "closed", "tries", "resting"), "bigint"),
        "wake_at": "timestamptz",
    },
    "special": {**_IN_CELL, **_COMES},
    "awake": {**_IN_CELL, **_COMES},
    "left_today": {"leads": "bigint"},
}
for _name, _gives in _OF_CALLERS.items():
    let_callers(
        f"look_{_name}",
        _whole(_name),
        takes={"ids": "text", "ends_at": "timestamptz"},
        gives=_gives,
    )
