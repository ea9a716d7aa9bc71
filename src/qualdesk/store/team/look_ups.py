"""The look-ups of callers beyond the lead in hand: few fields, few rows, counted and logged.

Who is calling back, who else is at the company of the lead in hand, and whom one called last.
Each draws a number from a counter of its own before it looks (``pace.py``), and writes down whom
it named. What is kept as the next lead needs none: it is held, and was counted as that.
"""

from typing import Final

MOST_FOUND: Final = 5
"""People one look-up names: whoever has the same last four digits as more types another."""
MOST_RECENT: Final = 50
"""Of one's own calls: more than a morning of them."""
MOST_COLLEAGUES: Final = 4
"""Who else is at a company, named; the others are counted."""

_LEAD_IS_OUT: Final = """NOT EXISTS (
            SELECT 1 FROM cell JOIN lead_list ON lead_list.id = cell.of_list
            WHERE cell.id = lead.cell_id AND lead_list.state = 'loading'
        )"""
FIND_TAKES: Final = "endings text[], name_keys text[]"
FIND_GIVES: Final = """TABLE (lead_id integer, contact_id integer, campaign_id integer,
    campaign text, name text, name_key text, company text, zones json, state text,
    claimed_by text, claim_kind text, claim_until timestamptz, due_at timestamptz,
    callback_owner text, last_outcome text, last_attempt_at timestamptz, is_referred boolean,
    ending text)"""
FIND: Final = f"""DECLARE
    drawn integer;
BEGIN
    IF COALESCE(cardinality(endings), 0) + COALESCE(cardinality(name_keys), 0)
        NOT BETWEEN 1 AND 5 OR EXISTS (
        SELECT 1 FROM unnest(endings) AS one(digits)
        WHERE digits ~ '[^0-9]' OR length(digits) NOT BETWEEN 4 AND 15
    ) OR EXISTS (
        SELECT 1 FROM unnest(name_keys) AS one(key)
        WHERE (SELECT count(*) FROM unnest(string_to_array(key, ' ')) AS of(word)
            WHERE length(word) > 1) < 2
    ) THEN
        RAISE EXCEPTION 'That names nobody.' USING ERRCODE = '22023';
    END IF;
    drawn := act.pace_look_up('find_caller_back');
    RETURN QUERY WITH people AS MATERIALIZED (
        SELECT contact_phone.contact_id AS id, right(max(e164), 4) AS ending
            FROM unnest(endings) AS one(digits)
            JOIN contact_phone ON substr(e164, length(e164) - 3) = right(digits, 4)
                AND right(e164, length(digits)) = digits
            GROUP BY contact_phone.contact_id
        UNION ALL SELECT contact.id, '' FROM unnest(name_keys) AS one(key)
            JOIN name_word ON name_word.word = (
                SELECT word FROM unnest(string_to_array(key, ' ')) AS of(word)
                ORDER BY length(word) DESC LIMIT 1
            )
            JOIN contact ON contact.id = name_word.contact_id AND contact.name_key = key
    ), shown AS MATERIALIZED (
        SELECT lead.id AS lead_id, contact.id, lead.campaign_id, campaign.name,
            contact.name, contact.name_key, COALESCE(company.name, ''), contact.zones, lead.state,
            lead.claimed_by, lead.claim_kind, lead.claim_until, lead.due_at,
            lead.callback_owner, lead.last_outcome, lead.last_attempt_at,
            lead.referred_by IS NOT NULL, people.ending
        FROM people JOIN contact ON contact.id = people.id AND contact.erased_at IS NULL
            JOIN lead ON lead.contact_id = contact.id
            JOIN campaign ON campaign.id = lead.campaign_id
            LEFT JOIN company ON company.id = contact.company_id
        WHERE {_LEAD_IS_OUT}
        ORDER BY lead.last_attempt_at DESC NULLS LAST, lead.id LIMIT {MOST_FOUND}
    ), logged AS (
        INSERT INTO claim_log (at, login, caller, lead_id, how, number)
        SELECT act.now(), session_user, act.me(), shown.lead_id, 'find_caller_back', drawn
        FROM shown
    ) SELECT * FROM shown;
END"""  # noqa: S608 - our own numbers
STRIP_TAKES: Final = "of_lead integer"
STRIP_GIVES: Final = """TABLE (lead_id integer, contact_id integer, name text, state text,
    called_at timestamptz, called_by text, outcome text, held_by text, others bigint)"""
STRIP: Final = f"""DECLARE
    drawn integer;
BEGIN
    IF NOT of_lead = ANY (act.my_leads()) THEN
        RAISE EXCEPTION 'That lead is not in your hands.' USING ERRCODE = '42501';
    END IF;
    drawn := act.pace_look_up('company_strip');
    RETURN QUERY WITH theirs AS MATERIALIZED (
        SELECT DISTINCT ON (contact.id) lead.id AS lead_id, contact.id AS contact_id,
            contact.name AS name, lead.state AS state, lead.last_attempt_at AS called_at,
            COALESCE(last.caller, '') AS called_by, COALESCE(last.outcome, '') AS outcome,
            CASE WHEN lead.claim_kind = 'open' AND lead.claim_until > act.now()
                THEN lead.claimed_by ELSE '' END AS held_by
        FROM lead AS mine JOIN contact AS person ON person.id = mine.contact_id
            JOIN campaign AS ours ON ours.id = mine.campaign_id
            JOIN contact ON contact.company_id = person.company_id AND contact.id <> person.id
                AND contact.erased_at IS NULL
            JOIN lead ON lead.contact_id = contact.id
            JOIN campaign ON campaign.id = lead.campaign_id AND campaign.client = ours.client
            LEFT JOIN LATERAL (
                SELECT attempt.caller, attempt.outcome FROM attempt
                WHERE attempt.lead_id = lead.id AND (attempt.number <> '' OR attempt.is_incoming)
                ORDER BY attempt.started_at DESC LIMIT 1
            ) AS last ON TRUE
        WHERE mine.id = of_lead AND {_LEAD_IS_OUT}
        ORDER BY contact.id, lead.last_attempt_at DESC NULLS LAST, lead.id
    ), shown AS MATERIALIZED (
        SELECT theirs.*, count(*) OVER () AS others FROM theirs
        ORDER BY called_at DESC NULLS LAST, lead_id LIMIT {MOST_COLLEAGUES}
    ), logged AS (
        INSERT INTO claim_log (at, login, caller, lead_id, how, number)
        SELECT act.now(), session_user, act.me(), shown.lead_id, 'company_strip', drawn
        FROM shown
    ) SELECT * FROM shown;
END"""  # noqa: S608 - our own numbers
RECENT_GIVES: Final = """TABLE (lead_id integer, name text, company text,
    started_at timestamptz, outcome text)"""
RECENT: Final = f"""DECLARE
    drawn integer;
BEGIN
    drawn := act.pace_look_up('my_recent');
    RETURN QUERY WITH shown AS MATERIALIZED (
        SELECT attempt.lead_id AS lead_id, contact.name, COALESCE(company.name, ''),
            attempt.started_at AS started_at, attempt.outcome
        FROM attempt JOIN lead ON lead.id = attempt.lead_id
            JOIN contact ON contact.id = lead.contact_id
            LEFT JOIN company ON company.id = contact.company_id
        WHERE attempt.caller = act.me() AND (attempt.number <> '' OR attempt.is_incoming)
        ORDER BY attempt.started_at DESC LIMIT {MOST_RECENT}
    ), logged AS (
        INSERT INTO claim_log (at, login, caller, lead_id, how, number)
        SELECT act.now(), session_user, act.me(), lead_id, 'my_recent', drawn FROM shown
    ) SELECT * FROM shown ORDER BY started_at DESC;
END"""  # noqa: S608 - our own numbers
