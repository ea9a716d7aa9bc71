"""What is counted for the Floor, and by which key: one text for triggers, recounts and lists.

Each kind of count has a key, a text with its parts between ``|``:

* ``leads``: source, giveaway alone, state, reason, was called, was reached, what sales has.
* ``total``: nothing; leads counted as they come and go, whatever becomes of them.
* ``done``: the quarter of an hour, since 1970 UTC, of the last call of a finished lead; of
  loading where there was none.
* ``calls``: weekday and hour on their clock, outcome.

Both databases make the same keys, so that a count kept by one program is read by another.
"""

from types import MappingProxyType

# The parts of a key; {r} is the row: lead, NEW, OLD.
_REASON = """CASE {r}.state WHEN 'research' THEN {r}.last_outcome WHEN 'unreachable' THEN
    CASE {r}.state_reason WHEN 'Tries used up' THEN 'tries:' || {r}.last_outcome
        WHEN 'Their window has closed' THEN 'closed' ELSE '' END
    ELSE '' END"""
_CALLED = "CASE WHEN {r}.last_attempt_at IS NULL THEN '0' ELSE '1' END"
_REACHED = "CASE WHEN {r}.was_reached THEN '1' ELSE '0' END"
_SOURCE = MappingProxyType(
    {
        "sqlite": "COALESCE(json_extract({r}.signals, '$.source'), 'other')",
        "postgresql": "COALESCE({r}.signals ->> 'source', 'other')",
    }
)
_GIVEAWAY = MappingProxyType(
    {
        "sqlite": "CASE WHEN json_extract({r}.signals, '$.giveaway_only') THEN '1' ELSE '0' END",
        "postgresql": "CASE WHEN {r}.signals ->> 'giveaway_only' = 'true' THEN '1' ELSE '0' END",
    }
)
_LAST_AT = "COALESCE({r}.last_attempt_at, {r}.made_at)"
_QUARTER = MappingProxyType(
    {
        "sqlite": f"CAST(CAST(strftime('%s', {_LAST_AT}) AS INTEGER) / 900 AS TEXT)",
        "postgresql": f"CAST(CAST(floor(extract(epoch FROM {_LAST_AT}) / 900) AS bigint) AS text)",
    }
)
IS_FINISHED = "{r}.state NOT IN ('waiting', 'callback', 'research')"
# A call that was dialled by us, ended with an outcome and still stands. One kept beside another
# for a supervisor to look at is not told twice, and whoever called us was not dialled.
IS_CALL = """({r}.number <> '' AND NOT {r}.is_incoming AND {r}.outcome <> ''
    AND {r}.undone_at IS NULL AND NOT {r}.is_conflict AND {r}.their_hour >= 0)"""
CALL_KEY = """CAST({r}.their_day AS TEXT) || '|' || CAST({r}.their_hour AS TEXT) || '|'
    || {r}.outcome"""
# What sales has of a lead, in bits: it left, was answered, was taken, is waited for.
_WITH_SALES = """(SELECT COALESCE(
        MAX(CASE WHEN state <> 'recalled' THEN 1 ELSE 0 END)
        + MAX(CASE WHEN state <> 'recalled' AND (state IN ('taken', 'sent_back') OR became <> '')
            THEN 2 ELSE 0 END)
        + MAX(CASE WHEN state NOT IN ('recalled', 'sent_back') AND (state = 'taken'
            OR became <> '') THEN 4 ELSE 0 END)
        + MAX(CASE WHEN state IN ('sent', 'read') AND became = '' THEN 8 ELSE 0 END), 0)
    FROM handoff_item WHERE lead_id = {lead_id})"""


def lead_key(database: str, row: str = "lead") -> str:
    """The key of the group a lead is in."""
    parts = (
        *(_SOURCE[database], _GIVEAWAY[database], "{r}.state", _REASON, _CALLED),
        *(_REACHED, "CAST({r}.with_sales AS TEXT)"),
    )
    return " || '|' || ".join(f"({part})" for part in parts).format(r=row)


def quarter(database: str, row: str = "lead") -> str:
    """The key of the quarter of an hour in which a finished lead was finished."""
    return _QUARTER[database].format(r=row)


def with_sales(lead_id: str) -> str:
    """What sales has of the lead whose number ``lead_id`` stands for."""
    return _WITH_SALES.format(lead_id=lead_id)


def rows_counted(database: str, where: str = "") -> str:
    """A query that counts the rows themselves: campaign_id, what, key, counted.

    ``where`` narrows the leads, as ``AND lead.campaign_id = :campaign_id``.
    """
    parts = {"leads": lead_key(database), "total": "''"}
    of_leads = [
        f"""SELECT lead.campaign_id AS campaign_id, '{what}' AS what, {key} AS key,
            COUNT(*) AS counted FROM lead WHERE TRUE {where} GROUP BY 1, 3"""  # noqa: S608 - our own
        for what, key in parts.items()
    ]
    done = f"""SELECT lead.campaign_id, 'done', {quarter(database)}, COUNT(*) FROM lead
        WHERE {IS_FINISHED.format(r="lead")} {where} GROUP BY 1, 3"""  # noqa: S608 - our own
    calls = f"""SELECT lead.campaign_id, 'calls', {CALL_KEY.format(r="attempt")}, COUNT(*)
        FROM attempt JOIN lead ON lead.id = attempt.lead_id
        WHERE {IS_CALL.format(r="attempt")} {where} GROUP BY 1, 3"""  # noqa: S608 - our own
    return "\nUNION ALL\n".join((*of_leads, done, calls))


KEPT = """SELECT campaign_id, what, key, counted FROM tally
    UNION ALL SELECT campaign_id, what, key, counted FROM tally_delta"""
