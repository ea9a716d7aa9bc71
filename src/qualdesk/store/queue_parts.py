"""The words the statements of the queue are made of: each rule about a lead, written once."""

from qualdesk.core.leads import PhoneState
from qualdesk.core.wording import tr_later
from qualdesk.store.house import counts_text

# Of the campaigns this caller works on; who said none works on all. Whoever asks for one campaign
# asked for it by name.
IS_THEIRS = """(NOT EXISTS (
        SELECT 1 FROM campaign_member WHERE campaign_member.name = :caller
    ) OR campaign.id IN (
        SELECT campaign_id FROM campaign_member WHERE campaign_member.name = :caller
    )) AND NOT EXISTS (
        SELECT 1 FROM member
        WHERE member.name = :caller AND member.client NOT IN ('', campaign.client)
    )"""
# EXISTS may be asked of all leads at once, which is best for a look at all of them; a claim ends
# at the first lead that fits, which PostgreSQL cannot know: there it is asked of each by itself.
_EACH_BY_ITSELF = "LIMIT 1 OFFSET 0"
_SAID_NO = """(EXISTS (
        SELECT 1 FROM contact_email
        JOIN suppression ON suppression.fingerprint = contact_email.fingerprint
        WHERE contact_email.contact_id = lead.contact_id AND $suppressed $end
    ) OR EXISTS (
        SELECT 1 FROM contact
        JOIN suppression ON suppression.fingerprint = contact.fingerprint
        WHERE contact.id = lead.contact_id AND $suppressed $end
    ) OR EXISTS (
        SELECT 1 FROM contact JOIN company ON company.id = contact.company_id
        JOIN suppression ON suppression.fingerprint = company.fingerprint
        WHERE contact.id = lead.contact_id AND $suppressed $end
    ))"""
_IS_IN_TALK = """(lead.pushed_to <> :caller AND EXISTS (
        SELECT 1 FROM contact JOIN company_talk ON company_talk.company_id = contact.company_id
        WHERE contact.id = lead.contact_id AND company_talk.client = pick.client
            AND company_talk.caller <> :caller AND company_talk.until > :now $end
    ))"""
_DIALABLE = ", ".join(f"'{state.value}'" for state in PhoneState if state.is_dialable)

PARTS = {
    # Why a lead is not offered any more, as it is kept.
    "says_over": tr_later("Their window has closed"),
    "says_tries": tr_later("Tries used up"),
    "says_no": tr_later("Asked not to be called"),
    "says_number": tr_later("No number that can be dialled"),
    "dialable": _DIALABLE,
    # Intervals of a cell do not overlap, so the one that opened last decides.
    "cell_is_open": """(
        SELECT open_hours.closes_at FROM open_hours
        WHERE open_hours.cell_id = cell.id AND open_hours.opens_at <= :now
        ORDER BY open_hours.opens_at DESC LIMIT 1
    ) > :now""",
    "may_start": """NOT campaign.is_paused AND campaign.has_source_card
        AND (campaign.permitted_until IS NULL OR campaign.permitted_until > :now)""",
    "suppressed": f"{counts_text('pick.client')} AND suppression.lifted_at IS NULL",
    "has_number": """EXISTS (
        SELECT 1 FROM contact_phone
        WHERE contact_phone.contact_id = lead.contact_id AND contact_phone.state IN ($dialable)
        AND NOT EXISTS (
            SELECT 1 FROM suppression
            WHERE suppression.fingerprint = contact_phone.fingerprint AND $suppressed
        )
    )""",
    "said_no": _SAID_NO.replace("$end", ""),
    "said_no_themselves": _SAID_NO.replace("$end", _EACH_BY_ITSELF),
    "is_over": "(lead.closes_at IS NOT NULL AND lead.closes_at <= :now)",
    "hands_are_free": """NOT EXISTS (
        SELECT 1 FROM lead AS mine
        WHERE mine.claimed_by = :caller AND mine.claim_kind = :kind AND mine.claim_slot = 0
    )""",
    # Calls to this person, whichever campaign made them, within a span the law looks back on.
    "limit_is_reached": """EXISTS (
        SELECT 1 FROM cell_limit WHERE cell_limit.cell_id = lead.cell_id AND cell_limit.calls <= (
            SELECT COUNT(*) FROM lead AS theirs JOIN attempt ON attempt.lead_id = theirs.id
            WHERE theirs.contact_id = lead.contact_id AND attempt.number <> ''
                AND attempt.started_at > $since_the_span
        )
    )""",
    # Every rule about one lead, asked wherever one is offered. That its table keeps who stands
    # ready waiting and in nobody's hands goes without asking.
    "fits": "lead.ready AND $fits_when_awake",
    "fits_when_awake": """lead.attempts < campaign.max_attempts AND NOT $is_spent
        AND $fits_again""",
    # They came for the giveaway alone, and have used up what tries the campaign has for such.
    "is_spent": """(campaign.giveaway_attempts IS NOT NULL
        AND lead.attempts >= campaign.giveaway_attempts AND $is_giveaway)""",
    # The same of one whose tries are counted anew.
    "fits_again": """lead.kept_out = '' AND $is_not_anothers AND NOT $is_over
        AND NOT $limit_is_reached AND $has_number AND NOT $is_passed_by""",
    # Given to this caller or to nobody, or for so long that it is anybody's.
    "is_not_anothers": """(lead.pushed_to IN ('', :caller)
        OR COALESCE(lead.pushed_until <= :now, FALSE))""",
    # Somebody else talks to their company just now, and nobody gave them to this caller.
    "is_in_talk": _IS_IN_TALK.replace("$end", ""),
    # Both of one lead, in the order that passes a company in talk by the soonest.
    "is_passed_by": f"CASE WHEN {_IS_IN_TALK} THEN TRUE ELSE $said_no_themselves END".replace(
        "$end", _EACH_BY_ITSELF
    ),
    "may_open": "$is_open_campaign AND $is_theirs",
    # The same where a supervisor gave the lead: it need be of no campaign of theirs.
    "is_open_campaign": "$may_start $only AND $cell_is_open",
    # Leads beside the stack they stand in, their cell and their campaign. The lead is found first:
    # by its campaign's number a file would be read lead by lead, a hundred thousand for one.
    "leads_in_stacks": """lead JOIN stack ON stack.id = lead.stack_id
        JOIN cell ON cell.id = lead.cell_id
        JOIN campaign ON campaign.id = lead.campaign_id + 0
        JOIN campaign AS pick ON pick.id = campaign.id""",
    "stack_order": "stack.tier DESC, stack.score DESC, stack.id",
    "open_cells": """open_cell AS MATERIALIZED (
        SELECT cell.id AS id, campaign.client AS client,
            campaign.max_attempts AS max_attempts,
            campaign.giveaway_attempts AS giveaway_attempts
        FROM campaign JOIN cell ON cell.campaign_id = campaign.id
        WHERE $may_open
    )""",
    "take": """UPDATE lead SET
        claimed_by = :caller, claim_kind = :kind, claim_slot = 0, claim_until = $until,
        claim_token = lead.claim_token + 1, ready = FALSE""",
    "take_pick": """$take FROM pick
        WHERE lead.id = pick.id AND $hands_are_free
        RETURNING lead.id, lead.claim_token""",
    "due": """$promises
        WHERE lead.due_at IS NOT NULL AND lead.claimed_by IS NULL AND $is_due""",
    "longest_due": "ORDER BY lead.due_at, lead.id LIMIT 1 $skip_taken",
    "promises": """SELECT lead.id AS id, lead.due_at AS due_at, pick.client AS client
        FROM lead
        JOIN campaign AS pick ON pick.id = lead.campaign_id
        JOIN campaign ON campaign.id = pick.id
        JOIN cell ON cell.id = lead.cell_id""",
    "is_due": """lead.due_at <= :now AND lead.state = 'callback' AND $may_start $only
            AND lead.kept_out = '' AND $is_not_anothers AND $may_keep
            AND (lead.callback_owner = :caller OR $is_theirs)
            AND ($cell_is_open OR $is_agreed) AND $has_number
            AND NOT $said_no_themselves""",
    # Who may keep a promise: who made it; anybody, when they had their time, are taken up by
    # others, are away, or were not seen at work for that long.
    "may_keep": """(lead.callback_owner IN ('', :caller) OR $grace_is_over
        OR (lead.due_at <= $busy_since AND $owner_is_taken_up) OR EXISTS (
            SELECT 1 FROM member WHERE member.name = lead.callback_owner AND (
                $is_unseen OR EXISTS (
                    SELECT 1 FROM absence WHERE absence.name = member.name
                        AND $today BETWEEN absence.first_day AND absence.last_day
                )
            )
        ))""",
    # Whoever made the promise has somebody else in hand, called somebody else since it was due, or
    # has another to keep first. Of those the recent only: what waits for long waits for others.
    "owner_is_taken_up": """(EXISTS (
            SELECT 1 FROM lead AS other
            WHERE other.claimed_by = lead.callback_owner AND other.claim_kind = 'open'
                AND other.claim_until > :now
        ) OR EXISTS (
            SELECT 1 FROM attempt
            WHERE attempt.caller = lead.callback_owner AND attempt.ended_at >= lead.due_at
                AND attempt.started_at >= lead.due_at AND attempt.lead_id <> lead.id
        ) OR EXISTS (
            SELECT 1 FROM lead AS other
            WHERE other.claimed_by IS NULL AND other.due_at > $agreed_since
                AND other.due_at <= lead.due_at AND other.callback_owner = lead.callback_owner
                AND other.state = 'callback' AND other.kept_out = ''
                AND (other.due_at < lead.due_at OR other.id < lead.id)
        ))""",
    # They named the time themselves.
    "is_fixed": """EXISTS (
        SELECT 1 FROM callback
        WHERE callback.lead_id = lead.id AND callback.kind = 'fixed' AND callback.state = 'set'
    )""",
    # Holds that ran out: a claim ends them first, a look only sees past them.
    "ran_out": """SELECT id FROM lead WHERE claimed_by IS NOT NULL AND claim_until <= :now""",
    # They named this time themselves, and it is not long gone.
    "is_agreed": "(lead.due_at > $agreed_since AND $is_fixed)",
    "let_go": """claimed_by = NULL, claim_kind = NULL, claim_slot = 0, claim_until = NULL,
        ready = (lead.state = 'waiting' AND lead.wake_at IS NULL AND lead.kept_out = '')""",
    "stuck": """SELECT lead.id FROM open_cell AS pick JOIN lead ON lead.cell_id = pick.id
        WHERE lead.ready""",
}
