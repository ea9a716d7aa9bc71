"""The statements of the queue, written once; what differs between databases is filled in.

Plain text and not SQLAlchemy's expressions: a claim is on the way to every call, and building
and compiling the expression costs more than the database takes.
"""

from collections.abc import Mapping
from functools import lru_cache
from string import Template

from qualdesk.core.calling_rules import AGREED_FOR
from qualdesk.core.day_plan import KEPT_FREE, OWNER_BUSY
from qualdesk.store.acts import text_act
from qualdesk.store.database import Transaction
from qualdesk.store.dialects import Dialect, Postgres
from qualdesk.store.queue_parts import IS_THEIRS, PARTS


@lru_cache(maxsize=64)
def statement(dialect: type[Dialect], name: str, *, one_campaign: bool = False) -> str:
    """The statement called ``name`` as the database of that dialect reads it."""
    return filled(dialect, _STATEMENTS[name], one_campaign=one_campaign)


def filled(dialect: type[Dialect], text: str, *, one_campaign: bool = False) -> str:
    """A statement of the queue's own words (``$may_start`` ...) as that database reads it."""
    return dialect.named(written(dialect, text, one_campaign=one_campaign))


def written(dialect: type[Dialect], text: str, *, one_campaign: bool = False) -> str:
    """The same with its values still written ``:name``."""
    only = "AND campaign.id = :campaign_id" if one_campaign else ""
    theirs = "TRUE" if one_campaign else IS_THEIRS
    parts = {**PARTS, **dialect.queue_parts, "only": only, "is_theirs": theirs}
    while "$" in text:
        text = Template(text).substitute(parts)
    return text


def let_callers(
    name: str, text: str, *, takes: Mapping[str, str], gives: Mapping[str, str]
) -> None:
    """Let callers of a team run a statement of the queue, of one campaign and of all."""
    of_all = written(Postgres, text)
    of_one = written(Postgres, text, one_campaign=True)
    text_act(f"queue_{name}", of_all, takes=takes, gives=gives, beyond=True)
    if of_one != of_all:
        takes = {**takes, "campaign_id": "integer"}
        text_act(f"queue_{name}_of_campaign", of_one, takes=takes, gives=gives, beyond=True)


def moments(tx: Transaction) -> dict[str, object]:
    """The instants that the statements compare with, as the database keeps them."""
    at = tx.dialect.moment
    return {
        "now": at(tx.now),
        "agreed_since": at(tx.now - AGREED_FOR),
        "busy_since": at(tx.now - OWNER_BUSY),
        "soon": at(tx.now + KEPT_FREE),
        "today": tx.now.date().isoformat(),
    }


_STATEMENTS = {
    # What must be done before a claim, and what could be claimed: index seeks only. Last, when
    # the stacks were put in order.
    "look": """SELECT
        COALESCE((SELECT MIN(claim_until) FROM lead WHERE claimed_by IS NOT NULL) <= :now, FALSE)
        OR COALESCE((
            SELECT MIN(wake_at) FROM lead WHERE wake_at IS NOT NULL AND claimed_by IS NULL
        ) <= :now, FALSE)
        OR COALESCE((
            SELECT MIN(closes_at) FROM lead WHERE ready AND closes_at IS NOT NULL
        ) <= :now, FALSE)
        OR COALESCE((SELECT MIN(kept_until) FROM lead WHERE kept_for <> '') <= :now, FALSE)
        OR EXISTS (
            SELECT 1 FROM cell
            WHERE compiled_until IS NULL OR compiled_until < :enough OR compiled_from > :now
        ),
        COALESCE((
            SELECT MIN(due_at) FROM lead WHERE due_at IS NOT NULL AND claimed_by IS NULL
        ) <= :now, FALSE),
        (SELECT id FROM lead
            WHERE claimed_by = :caller AND claim_kind = 'next' AND claim_slot = 0),
        EXISTS (SELECT 1 FROM lead WHERE pushed_to <> '' AND pushed_to = :caller),
        EXISTS (SELECT 1 FROM campaign WHERE share_percent > 0),
        (SELECT value FROM workspace WHERE key = 'ranked_at')
        $plan_by_index""",
    # The claim of a fresh lead: stacks are walked from the best on, and the longest rested of
    # the first open one that has any is taken, every rule asked again.
    "claim": """WITH first AS MATERIALIZED ($walk)
        $take FROM first
        WHERE lead.id = first.id AND lead.ready AND $hands_are_free
        RETURNING lead.id, lead.claim_token""",
    # The claim of a lead a supervisor wants this caller to take next.
    "claim_pushed": """WITH first AS MATERIALIZED (
            SELECT lead.id AS id FROM $leads_in_stacks
            WHERE lead.pushed_to <> '' AND lead.pushed_to = :caller AND $is_open_campaign AND $fits
            ORDER BY lead.rested_at, lead.id LIMIT 1 $skip_taken
        )
        $take FROM first
        WHERE lead.id = first.id AND lead.ready AND $hands_are_free
        RETURNING lead.id, lead.claim_token""",
    # The claim of a promise: of times they named the caller's own before those that are anybody's
    # by now, then the same of those nobody named. Of each the longest due.
    "claim_my_due": """WITH pick AS MATERIALIZED (
            $due AND lead.callback_owner = :caller AND $is_fixed $longest_due
        ) $take_pick""",
    "claim_due": "WITH pick AS MATERIALIZED ($due AND $is_fixed $longest_due) $take_pick",
    "claim_my_open": """WITH pick AS MATERIALIZED (
            $due AND lead.callback_owner = :caller $longest_due
        ) $take_pick""",
    "claim_open": "WITH pick AS MATERIALIZED ($due $longest_due) $take_pick",
    # The one that somebody else keeps for after their call the longest. Who was named to them on
    # it, or given to them, stays theirs.
    "free_ahead": """UPDATE lead SET $let_go WHERE id = (
            SELECT lead.id FROM lead JOIN cell ON cell.id = lead.cell_id
            JOIN campaign ON campaign.id = lead.campaign_id
            JOIN campaign AS pick ON pick.id = campaign.id
            WHERE lead.claimed_by <> :caller AND lead.claim_kind = 'next'
                AND lead.claim_until > :now AND lead.referred_by IS NULL
                AND lead.state = 'waiting' AND $may_open AND $fits_when_awake
            ORDER BY lead.claim_until, lead.id LIMIT 1 $skip_taken
        )""",
    # The caller's own promise that comes within a conversation.
    "plan": """SELECT lead.id, lead.due_at, lead.campaign_id,
            (SELECT contact.name FROM contact WHERE contact.id = lead.contact_id)
        FROM lead JOIN campaign ON campaign.id = lead.campaign_id
        WHERE lead.id IN (
                SELECT id FROM lead
                WHERE due_at IS NOT NULL AND claimed_by IS NULL
                    AND due_at > :now AND due_at <= $soon
                UNION ALL $ran_out
                UNION ALL SELECT id FROM lead WHERE claimed_by = :caller AND claim_kind = 'undo'
            )
            AND lead.due_at > :now AND lead.due_at <= $soon AND lead.kept_out = ''
            AND lead.callback_owner = :caller AND lead.state = 'callback'
            AND $may_start AND $is_fixed
        ORDER BY lead.due_at, lead.id LIMIT 1""",
    "held": """SELECT id, claim_token, claim_until, state = 'callback' AND due_at IS NOT NULL
        FROM lead WHERE claimed_by = :caller AND claim_kind = :kind AND claim_slot = 0
            AND claim_until > :now""",
    "wake_expired": """UPDATE lead SET $let_go WHERE id IN (
            SELECT lead.id FROM lead
            WHERE lead.claimed_by IS NOT NULL AND lead.claim_until <= :now $skip_taken
        )""",
    "wake_rested": """UPDATE lead SET ready = (kept_out = ''), wake_at = NULL WHERE id IN (
            SELECT lead.id FROM lead
            WHERE lead.wake_at IS NOT NULL AND lead.claimed_by IS NULL AND lead.wake_at <= :now
                AND lead.state = 'waiting' $skip_taken
        )""",
    # Nobody's conversation keeps them any more.
    "wake_kept": """UPDATE lead SET kept_for = '', kept_until = NULL WHERE id IN (
            SELECT lead.id FROM lead
            WHERE lead.kept_for <> '' AND lead.kept_until <= :now $skip_taken
        )""",
    "wake_nurtured": """SELECT lead.id FROM lead
        WHERE lead.wake_at IS NOT NULL AND lead.claimed_by IS NULL AND lead.wake_at <= :now
            AND lead.state = 'nurture' $skip_taken""",
    "wake_over": """UPDATE lead
        SET ready = FALSE, state = 'unreachable', state_reason = '$says_over' WHERE id IN (
            SELECT lead.id FROM lead
            WHERE lead.ready AND lead.closes_at IS NOT NULL AND lead.closes_at <= :now $skip_taken
        )""",
    # Leads that stand ready and must not: put where they belong, so that no cell is held up.
    "tidy_over": """WITH $open_cells
        UPDATE lead SET ready = FALSE, state = 'unreachable', state_reason = '$says_over'
        WHERE id IN ($stuck AND $is_over $skip_taken) AND lead.ready""",
    "tidy_tries": """WITH $open_cells
        UPDATE lead SET ready = FALSE, state = 'unreachable', state_reason = '$says_tries'
        WHERE id IN ($stuck AND (lead.attempts >= pick.max_attempts
            OR (pick.giveaway_attempts IS NOT NULL
                AND lead.attempts >= pick.giveaway_attempts AND $is_giveaway)
        ) $skip_taken) AND lead.ready""",
    "tidy_no": """WITH $open_cells
        UPDATE lead SET ready = FALSE, state = 'do_not_call', state_reason = '$says_no'
        WHERE id IN ($stuck AND $said_no $skip_taken) AND lead.ready""",
    "tidy_number": """WITH $open_cells
        UPDATE lead SET ready = FALSE, state = 'research', state_reason = '$says_number'
        WHERE id IN ($stuck AND NOT $has_number $skip_taken) AND lead.ready""",
    "still_fits": "SELECT EXISTS ($look_walk) AND $hands_are_free",
    # The same order, only looked at: the best stacks, then the best leads of one of them.
    "best_stacks": """SELECT stack.id AS id
        FROM stack JOIN cell ON cell.id = stack.cell_id
        JOIN campaign ON campaign.id = cell.campaign_id
        JOIN campaign AS pick ON pick.id = campaign.id
        WHERE $may_open
            AND EXISTS (SELECT 1 FROM lead WHERE lead.stack_id = stack.id AND $fits)
        ORDER BY $stack_order LIMIT :limit""",
    "best_leads": """SELECT lead.id AS id, stack.tier AS tier, stack.score AS score,
            stack.id AS stack_id, lead.rested_at AS rested_at
        FROM $leads_in_stacks
        WHERE stack.id = :stack_id AND $fits
        ORDER BY lead.rested_at, lead.id LIMIT :limit""",
    # Those that a claim would wake first.
    "best_rested": """SELECT lead.id AS id, stack.tier AS tier, stack.score AS score,
            stack.id AS stack_id, lead.rested_at AS rested_at
        FROM $leads_in_stacks
        WHERE lead.id IN (
                SELECT id FROM lead
                WHERE wake_at IS NOT NULL AND claimed_by IS NULL AND wake_at <= :now
                UNION ALL $ran_out AND (wake_at IS NULL OR wake_at <= :now)
            )
            AND $may_open AND (
                (lead.state = 'waiting' AND $fits_when_awake)
                OR (lead.state = 'nurture' AND $fits_again)
            )
        ORDER BY $stack_order, lead.rested_at, lead.id LIMIT :limit""",
    # How many leads wait in each stack, ready or resting.
    "waiting": """SELECT stack_id, COUNT(*) FROM lead
        WHERE state = 'waiting' AND kept_out = '' GROUP BY stack_id""",
    # Those a supervisor gave to this caller.
    "best_given": """SELECT lead.id AS id FROM $leads_in_stacks
        WHERE lead.pushed_to <> '' AND lead.pushed_to = :caller AND $is_open_campaign AND $fits
        ORDER BY lead.rested_at, lead.id LIMIT :limit""",
    "best_due": """$promises
        WHERE lead.id IN (
                SELECT id FROM lead
                WHERE due_at IS NOT NULL AND claimed_by IS NULL AND due_at <= :now
                UNION ALL $ran_out
            ) AND $is_due
        ORDER BY CASE WHEN $is_fixed THEN 0 ELSE 1 END,
            CASE WHEN lead.callback_owner = :caller THEN 0 ELSE 1 END,
            lead.due_at, lead.id LIMIT :limit""",
}

# What a claim needs, and the clock's work that a caller's desk does as well. None of it gives more
# of a lead than its number; what a claim may take, and how fast, a trigger of the server holds.
_CLAIMED = {"id": "integer", "token": "integer"}
_OF_CALLERS: Mapping[str, Mapping[str, str]] = {
    "look": {
        **dict.fromkeys(("must_wake", "is_due"), "boolean"),
        "ahead": "integer",
        **dict.fromkeys(("is_pushed", "has_shares"), "boolean"),
        **{f"text_{place}": "text" for place in range(8)},
    },
    **{name: _CLAIMED for name in _STATEMENTS if name.startswith("claim")},
    "plan": {"id": "integer", "due_at": "timestamptz", "campaign_id": "integer", "name": "text"},
    "held": {**_CLAIMED, "until": "timestamptz", "is_callback": "boolean"},
    "still_fits": {"is_there": "boolean"},
    **{
        name: {} for name in ("free_ahead", "wake_expired", "wake_rested", "wake_kept", "wake_over")
    },
    **{name: {} for name in _STATEMENTS if name.startswith("tidy")},
}
_TAKES = {"kind": "text", "enough": "timestamptz"}
for _name, _gives in _OF_CALLERS.items():
    let_callers(_name, _STATEMENTS[_name], takes=_TAKES, gives=_gives)
