"""The statements of the queue, written once; what differs between databases is filled in.

Plain text and not SQLAlchemy's expressions: a claim is on the way to every call, and building
and compiling the expression costs more than the database takes.
"""

from functools import lru_cache
from string import Template

from qualdesk.core.calling_rules import AGREED_FOR
from qualdesk.core.leads import PhoneState
from qualdesk.core.priority import WINDOW_POINTS
from qualdesk.store.database import Transaction
from qualdesk.store.dialects import Dialect


@lru_cache(maxsize=64)
def statement(dialect: type[Dialect], name: str, *, one_campaign: bool = False) -> str:
    """The statement called ``name`` as the database of that dialect reads it."""
    return filled(dialect, _STATEMENTS[name], one_campaign=one_campaign)


def filled(dialect: type[Dialect], text: str, *, one_campaign: bool = False) -> str:
    """A statement of the queue's own words (``$may_start`` ...) as that database reads it."""
    only = "AND campaign.id = :campaign_id" if one_campaign else ""
    parts = {**_PARTS, **dialect.queue_parts, "only": only}
    while "$" in text:
        text = Template(text).substitute(parts)
    return dialect.named(text)


def moments(tx: Transaction) -> dict[str, object]:
    """The instants that the statements compare with, as the database keeps them."""
    at = tx.dialect.moment
    values = {"now": at(tx.now), "agreed_since": at(tx.now - AGREED_FOR)}
    for number, (within, _) in enumerate(WINDOW_POINTS):
        values[f"within_{number}"] = at(tx.now + within)
    return values


_POINTS = " ".join(
    f"WHEN campaign.closes_at <= :within_{number} THEN {points}"
    for number, (_, points) in enumerate(WINDOW_POINTS)
)
_DIALABLE = ", ".join(f"'{state.value}'" for state in PhoneState if state.is_dialable)

_PARTS = {
    # What a closing window adds to every lead of a campaign.
    "points": f"CASE WHEN campaign.closes_at <= :now THEN 0 {_POINTS} ELSE 0 END",
    "dialable": _DIALABLE,
    # Intervals of a cell do not overlap, so the one that opened last decides.
    "cell_is_open": """(
        SELECT open_hours.closes_at FROM open_hours
        WHERE open_hours.cell_id = cell.id AND open_hours.opens_at <= :now
        ORDER BY open_hours.opens_at DESC LIMIT 1
    ) > :now""",
    "may_start": """NOT campaign.is_paused AND campaign.has_source_card
        AND (campaign.permitted_until IS NULL OR campaign.permitted_until > :now)""",
    "suppressed": "suppression.client = pick.client AND suppression.lifted_at IS NULL",
    "has_number": """EXISTS (
        SELECT 1 FROM contact_phone
        WHERE contact_phone.contact_id = lead.contact_id AND contact_phone.state IN ($dialable)
        AND NOT EXISTS (
            SELECT 1 FROM suppression
            WHERE suppression.fingerprint = contact_phone.fingerprint AND $suppressed
        )
    )""",
    "said_no": """(EXISTS (
        SELECT 1 FROM contact_email
        JOIN suppression ON suppression.fingerprint = contact_email.fingerprint
        WHERE contact_email.contact_id = lead.contact_id AND $suppressed
    ) OR EXISTS (
        SELECT 1 FROM contact
        JOIN suppression ON suppression.fingerprint = contact.fingerprint
        WHERE contact.id = lead.contact_id AND $suppressed
    ) OR EXISTS (
        SELECT 1 FROM contact JOIN company ON company.id = contact.company_id
        JOIN suppression ON suppression.fingerprint = company.fingerprint
        WHERE contact.id = lead.contact_id AND $suppressed
    ))""",
    "is_over": "(lead.closes_at IS NOT NULL AND lead.closes_at <= :now)",
    "hands_are_free": """NOT EXISTS (
        SELECT 1 FROM lead AS mine
        WHERE mine.claimed_by = :caller AND mine.claim_kind = :kind AND mine.claim_slot = 0
    )""",
    "open_cells": """open_cell AS MATERIALIZED (
        SELECT cell.id AS id, campaign.client AS client,
            campaign.max_attempts AS max_attempts, $points AS points
        FROM campaign JOIN cell ON cell.campaign_id = campaign.id
        WHERE $may_start $only AND $cell_is_open
    )""",
    "head_of_cell": """(
        SELECT lead.id FROM lead WHERE lead.ready AND lead.cell_id = open_cell.id
        ORDER BY lead.rank DESC, lead.id LIMIT 1
    )""",
    "take": """UPDATE lead SET
        claimed_by = :caller, claim_kind = :kind, claim_slot = 0, claim_until = :until,
        claim_token = lead.claim_token + 1, ready = FALSE""",
    "due": """$promises
        WHERE lead.due_at IS NOT NULL AND lead.claimed_by IS NULL AND $is_due
        ORDER BY lead.due_at, lead.id""",
    "promises": """SELECT lead.id AS id, lead.due_at AS due_at, pick.client AS client
        FROM lead
        JOIN campaign AS pick ON pick.id = lead.campaign_id
        JOIN campaign ON campaign.id = pick.id
        JOIN cell ON cell.id = lead.cell_id""",
    "is_due": """lead.due_at <= :now AND lead.state = 'callback' AND $may_start $only
            AND (lead.callback_owner IN ('', :caller) OR $grace_is_over)
            AND ($cell_is_open OR $is_agreed) AND $has_number AND NOT $said_no""",
    # Holds that ran out: a claim ends them first, a look only sees past them.
    "ran_out": """SELECT id FROM lead WHERE claimed_by IS NOT NULL AND claim_until <= :now""",
    # They named this time themselves, and it is not long gone.
    "is_agreed": """(lead.due_at > :agreed_since AND EXISTS (
        SELECT 1 FROM callback
        WHERE callback.lead_id = lead.id AND callback.kind = 'fixed' AND callback.state = 'set'
    ))""",
    "let_go": """claimed_by = NULL, claim_kind = NULL, claim_slot = 0, claim_until = NULL,
        ready = (lead.state = 'waiting' AND lead.wake_at IS NULL AND lead.kept_out = '')""",
    # What no look lists must not be called free: nobody would ever find it.
    "unless_barred": """CASE WHEN $said_no THEN 'no' WHEN NOT $has_number THEN 'number'
                    ELSE 'free' END""",
    "stuck": """SELECT lead.id FROM open_cell AS pick JOIN lead ON lead.cell_id = pick.id
        WHERE lead.ready""",
}

_STATEMENTS = {
    # What must be done before a claim, and what could be claimed: index seeks only.
    "look": """SELECT
        COALESCE((SELECT MIN(claim_until) FROM lead WHERE claimed_by IS NOT NULL) <= :now, FALSE)
        OR COALESCE((
            SELECT MIN(wake_at) FROM lead WHERE wake_at IS NOT NULL AND claimed_by IS NULL
        ) <= :now, FALSE)
        OR COALESCE((
            SELECT MIN(closes_at) FROM lead WHERE ready AND closes_at IS NOT NULL
        ) <= :now, FALSE)
        OR EXISTS (
            SELECT 1 FROM cell
            WHERE compiled_until IS NULL OR compiled_until < :enough OR compiled_from > :now
        ),
        COALESCE((
            SELECT MIN(due_at) FROM lead WHERE due_at IS NOT NULL AND claimed_by IS NULL
        ) <= :now, FALSE),
        (SELECT id FROM lead
            WHERE claimed_by = :caller AND claim_kind = 'next' AND claim_slot = 0)
        $plan_by_index""",
    # The claim of a fresh lead: the best head of all open cells, every rule asked again. A lead
    # that stands ready is waiting and in nobody's hands: the table itself sees to that.
    "claim": """WITH $open_cells,
        heads AS MATERIALIZED ($heads),
        pick AS MATERIALIZED (
            SELECT lead.id AS id, heads.client AS client, heads.max_attempts AS max_attempts
            FROM heads JOIN lead ON lead.id = heads.lead_id
            WHERE lead.ready AND $hands_are_free
            ORDER BY lead.rank + heads.points DESC, lead.id LIMIT 1 $skip_taken
        )
        $take FROM pick
        WHERE lead.id = pick.id AND lead.attempts < pick.max_attempts
            AND NOT $is_over AND $has_number AND NOT $said_no
        RETURNING lead.id, lead.claim_token""",
    # The claim of a promise: the longest due that is the caller's, or anybody's by now.
    "claim_due": """WITH pick AS MATERIALIZED ($due LIMIT 1 $skip_taken)
        $take FROM pick
        WHERE lead.id = pick.id AND $hands_are_free
        RETURNING lead.id, lead.claim_token""",
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
    "wake_nurtured": """SELECT lead.id FROM lead
        WHERE lead.wake_at IS NOT NULL AND lead.claimed_by IS NULL AND lead.wake_at <= :now
            AND lead.state = 'nurture' $skip_taken""",
    "wake_over": """UPDATE lead
        SET ready = FALSE, state = 'unreachable', state_reason = :reason WHERE id IN (
            SELECT lead.id FROM lead
            WHERE lead.ready AND lead.closes_at IS NOT NULL AND lead.closes_at <= :now $skip_taken
        )""",
    # Leads that stand ready and must not: put where they belong, so that no cell is held up.
    "tidy_over": """WITH $open_cells
        UPDATE lead SET ready = FALSE, state = 'unreachable', state_reason = :reason
        WHERE id IN ($stuck AND $is_over $skip_taken) AND lead.ready""",
    "tidy_tries": """WITH $open_cells
        UPDATE lead SET ready = FALSE, state = 'unreachable', state_reason = :reason
        WHERE id IN ($stuck AND lead.attempts >= pick.max_attempts $skip_taken) AND lead.ready""",
    "tidy_no": """WITH $open_cells
        UPDATE lead SET ready = FALSE, state = 'do_not_call', state_reason = :reason
        WHERE id IN ($stuck AND $said_no $skip_taken) AND lead.ready""",
    "tidy_number": """WITH $open_cells
        UPDATE lead SET ready = FALSE, state = 'research', state_reason = :reason
        WHERE id IN ($stuck AND NOT $has_number $skip_taken) AND lead.ready""",
    "still_ready": """WITH $open_cells
        SELECT EXISTS (SELECT 1 FROM open_cell AS pick JOIN lead ON lead.cell_id = pick.id
            WHERE lead.ready) AND $hands_are_free""",
    # The same order, only looked at: the best cells, then the best leads of one of them.
    "best_cells": """WITH $open_cells
        SELECT open_cell.id, open_cell.points + lead.rank AS score, lead.id AS lead_id
        FROM open_cell JOIN lead ON lead.id = $head_of_cell
        ORDER BY score DESC, lead_id LIMIT :limit""",
    "best_leads": """WITH $open_cells
        SELECT lead.id, lead.rank + pick.points AS score
        FROM open_cell AS pick JOIN lead ON lead.cell_id = pick.id
        WHERE pick.id = :cell_id AND lead.ready AND lead.attempts < pick.max_attempts
            AND NOT $is_over AND $has_number AND NOT $said_no
        ORDER BY lead.rank DESC, lead.id LIMIT :limit""",
    "best_rested": """WITH $open_cells
        SELECT lead.id, lead.rank + pick.points AS score
        FROM open_cell AS pick JOIN lead ON lead.cell_id = pick.id
        WHERE lead.id IN (
                SELECT id FROM lead
                WHERE wake_at IS NOT NULL AND claimed_by IS NULL AND wake_at <= :now
                UNION ALL $ran_out AND (wake_at IS NULL OR wake_at <= :now)
            )
            AND lead.state = 'waiting' AND lead.attempts < pick.max_attempts
            AND NOT $is_over AND $has_number AND NOT $said_no
        ORDER BY score DESC, lead.id LIMIT :limit""",
    "best_due": """$promises
        WHERE lead.id IN (
                SELECT id FROM lead
                WHERE due_at IS NOT NULL AND claimed_by IS NULL AND due_at <= :now
                UNION ALL $ran_out
            ) AND $is_due
        ORDER BY lead.due_at, lead.id LIMIT :limit""",
    # Every open lead under the one reason why it is not offered now, by cell.
    "why_not": """WITH clock AS MATERIALIZED (
            SELECT cell.id AS id, COALESCE($cell_is_open, FALSE) AS is_open,
                (SELECT MIN(open_hours.opens_at) FROM open_hours
                    WHERE open_hours.cell_id = cell.id AND open_hours.opens_at > :now
                ) AS opens_next,
                EXISTS (
                    SELECT 1 FROM lead_list
                    WHERE lead_list.id = cell.of_list AND lead_list.state = 'loading'
                ) AS is_loading
            FROM cell JOIN campaign ON campaign.id = cell.campaign_id WHERE TRUE $only
        ), open_lead AS (
            SELECT lead.cell_id, lead.campaign_id, lead.wake_at, lead.due_at, CASE
                WHEN lead.claimed_by = :caller AND lead.claim_until > :now THEN 'yours'
                WHEN lead.claimed_by IS NOT NULL AND lead.claim_until > :now THEN 'others'
                WHEN clock.is_loading THEN 'loading'
                WHEN lead.state = 'research' THEN 'research'
                WHEN NOT campaign.has_source_card THEN 'source_card'
                WHEN campaign.permitted_until <= :now THEN 'permission'
                WHEN campaign.is_paused THEN 'paused'
                WHEN lead.state = 'callback' AND lead.due_at > :now THEN 'promised'
                WHEN lead.state = 'callback' AND NOT (
                    lead.callback_owner IN ('', :caller) OR $grace_is_over
                ) THEN 'promised_others'
                WHEN lead.state = 'callback' AND $is_agreed THEN $unless_barred
                WHEN cell.zone_set = '' THEN 'zone'
                WHEN lead.state = 'callback' AND NOT clock.is_open THEN 'hours'
                WHEN lead.state = 'callback' THEN $unless_barred
                WHEN campaign.closes_at <= :now OR $is_over THEN 'closed'
                WHEN lead.attempts >= campaign.max_attempts THEN 'tries'
                WHEN lead.wake_at > :now THEN 'resting'
                WHEN campaign.opens_at > :now THEN 'not_open'
                WHEN NOT clock.is_open THEN 'hours'
                ELSE $unless_barred
            END AS code, clock.opens_next, cell.zone_set
            FROM lead JOIN campaign ON campaign.id = lead.campaign_id
            JOIN campaign AS pick ON pick.id = campaign.id
            JOIN cell ON cell.id = lead.cell_id JOIN clock ON clock.id = lead.cell_id
            WHERE lead.state IN ('waiting', 'callback', 'research') $only
        )
        SELECT code, cell_id, zone_set, campaign_id, COUNT(*) AS leads, MIN(wake_at) AS wake_at,
            MIN(due_at) AS due_at, MIN(opens_next) AS opens_next
        FROM open_lead GROUP BY code, cell_id, zone_set, campaign_id""",
}
