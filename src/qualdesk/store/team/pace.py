"""How fast a caller's login may be shown leads: held by the server, whatever program asks.

A trigger looks at each lead that is put into a caller's hands. It counts by numbers that are
drawn from a counter of the login, a sequence: unlike rows, a sequence is not put back when a
transaction is undone. So whoever takes a lead, reads it and takes all of that back has still
been shown one. The counter keeps the last number and the moment it was drawn at; the log keeps
the number with each row, so that what was taken in a span is one difference of two numbers.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from string import Template
from typing import Final

from qualdesk.core.claim_limits import (
    DAY,
    HOUR,
    LEASES,
    LOG_KEPT,
    LOOK_UPS_PER_HOUR,
    NEAR_PERCENT,
    USUAL,
)
from qualdesk.store.team import look_ups as look
from qualdesk.store.team.roles import Roles, quoted, written

CLAIM: Final = "claim"
LOOK_UPS: Final = ("find_caller_back", "company_strip", "my_recent")
"""The look-ups that are paced and logged, each by itself."""

PACED_OUT: Final = "QD002"
"""The server's word for it: the detail is the instant when the next may come, UTC."""

USUAL_KEY: Final = "claim_limits"
"""Where the workspace keeps what counts for everybody of whom nothing else is said (JSON)."""

THINNED_AT_ONCE: Final = 5000
"""Rows of the log that are looked at in one go: the oldest."""

# A counter's value is the number and, in its last 41 bits, the milliseconds since then.
_BITS: Final = 41


def statements(roles: Roles) -> Sequence[str]:
    """What makes the trigger and the counters, or puts the present ones in their place.

    Run when the tables and the functions of ``functions.py`` are there, by whoever may act as
    the owner.
    """
    made = [
        _function(roles, name, takes, gives, body, how)
        for name, takes, gives, body, how in _FUNCTIONS
    ]
    owner, callers = quoted(roles.owner), quoted(roles.group("caller"))
    for name, takes in _SIGNATURES.items():
        signature = f"act.{name}({takes})"
        made += [
            f"ALTER FUNCTION {signature} OWNER TO {owner}",
            f"REVOKE ALL ON FUNCTION {signature} FROM PUBLIC",
        ]
    supervisors = f"{quoted(roles.group('supervisor'))}, {quoted(roles.bound)}"
    readers = f"{supervisors}, {quoted(roles.group('auditor'))}"
    return (
        *made,
        *(
            f"GRANT EXECUTE ON FUNCTION act.{name}({_SIGNATURES[name]}) TO {callers}"
            for name in LOOK_UPS
        ),
        f"GRANT EXECUTE ON FUNCTION act.pace_use() TO {readers}",
        f"GRANT EXECUTE ON FUNCTION act.pace_thin() TO {supervisors}",
        _ON_LEAD,
        _ON_MEMBER,
        "SELECT act.pace_make(login) FROM public.member WHERE login <> ''",
    )


def _function(roles: Roles, name: str, *more: str) -> str:
    takes, gives, body, how = more
    return f"""CREATE OR REPLACE FUNCTION act.{name}({takes}) RETURNS {gives}
LANGUAGE plpgsql {how} SECURITY DEFINER SET search_path = public, pg_temp
AS $pace$
#variable_conflict use_column
{_with_parts(body, callers=written(roles.group("caller")))}
$pace$"""


def _with_parts(body: str, **of_this: str) -> str:
    text = ""
    while text != body:
        text, body = body, Template(body).substitute(_PARTS, **of_this)
    return text


def _span(of: timedelta) -> str:
    return f"interval '{int(of.total_seconds())} seconds'"


_SIGNATURES: Final = {
    "pace_counter": "text, text",
    "pace_make": "text",
    "pace_member": "",
    "pace_taken": "text, text, interval",
    "pace_draw": "text, integer, integer, integer",
    "pace_refuse": "text, timestamptz",
    "pace_limits": "text",
    "pace_look_up": "text",
    "pace_use": "",
    "pace_thin": "",
    "pace_claim": "",
    "find_caller_back": "text[], text[]",
    "company_strip": "integer",
    "my_recent": "",
}
_COUNTER: Final = """BEGIN
    RETURN to_regclass('act.pace_' || md5(of_login || ' ' || of_how));
END"""
# A workspace that was moved here brings its log along: its numbers go on.
_MAKE: Final = """DECLARE
    one text;
    last_number integer;
    last_at timestamptz;
BEGIN
    FOREACH one IN ARRAY ARRAY[$all_hows] LOOP
        CONTINUE WHEN act.pace_counter(of_login, one) IS NOT NULL;
        EXECUTE format('CREATE SEQUENCE act.%I', 'pace_' || md5(of_login || ' ' || one));
        SELECT max(number), max(at) INTO last_number, last_at
            FROM claim_log WHERE login = of_login AND how = one;
        IF last_at IS NOT NULL THEN
            PERFORM setval(act.pace_counter(of_login, one), (last_number::bigint << $bits)
                | floor(extract(epoch FROM last_at - $since) * 1000)::bigint);
        END IF;
    END LOOP;
END"""
_OF_MEMBER: Final = """BEGIN
    PERFORM act.pace_make(NEW.login);
    RETURN NULL;
END"""
_UNPACKED: Final = """kept >> $bits;
    drawn_at := $since + (kept & ((1::bigint << $bits) - 1)) * interval '1 millisecond'"""
_TAKEN: Final = """DECLARE
    kept CONSTANT bigint := pg_sequence_last_value(act.pace_counter(of_login, of_how));
    moment CONSTANT timestamptz := act.now();
    last_number bigint;
    drawn_at timestamptz;
BEGIN
    last_number := $unpacked;
    IF kept IS NULL OR drawn_at <= moment - span THEN
        RETURN 0;
    END IF;
    RETURN last_number - COALESCE((
        SELECT number FROM claim_log
        WHERE login = of_login AND how = of_how AND at <= moment - span
        ORDER BY at DESC, number DESC LIMIT 1
    ), 0);
END"""
# The number that had been drawn when the span began.
_BEFORE: Final = """COALESCE((
            SELECT number FROM claim_log
            WHERE login = me AND how = of_how AND at <= moment - $span
            ORDER BY at DESC, number DESC LIMIT 1
        ), 0)"""
_DRAW_TAKES: Final = "of_how text, seconds integer, in_hour integer, in_day integer"
# The person's row is held until the transaction ends, so that two connections of one login draw
# one after the other. No limit is NULL. It gives the number, and how many that are in an hour and
# in a day.
_DRAW: Final = """DECLARE
    me CONSTANT text := session_user;
    counter CONSTANT regclass := to_regclass('act.pace_' || md5(me || ' ' || of_how));
    kept bigint;
    last_number bigint;
    drawn_at timestamptz;
    moment timestamptz;
    of_hour integer := 0;
    of_day integer := 0;
BEGIN
    PERFORM 1 FROM member WHERE login = me FOR NO KEY UPDATE;
    IF NOT FOUND OR counter IS NULL THEN
        RAISE EXCEPTION 'This login is nobody''s here.' USING ERRCODE = '42501';
    END IF;
    kept := pg_sequence_last_value(counter);
    last_number := $unpacked;
    moment := act.now();
    IF drawn_at + seconds * interval '1 second' > moment THEN
        PERFORM act.pace_refuse('seconds', drawn_at + seconds * interval '1 second');
    END IF;
    IF drawn_at > moment - $hour THEN
        of_hour := last_number - $before_the_hour;
    END IF;
    IF drawn_at > moment - $day THEN
        of_day := last_number - $before_the_day;
    END IF;
    IF of_hour >= in_hour THEN
        PERFORM act.pace_refuse('hour', $hour + COALESCE((
            SELECT at FROM claim_log
            WHERE login = me AND how = of_how AND at > moment - $hour
                AND number > last_number - in_hour
            ORDER BY at, number LIMIT 1
        ), drawn_at, moment));
    END IF;
    IF of_day >= in_day THEN
        PERFORM act.pace_refuse('day', $day + COALESCE((
            SELECT at FROM claim_log
            WHERE login = me AND how = of_how AND at > moment - $day
                AND number > last_number - in_day
            ORDER BY at, number LIMIT 1
        ), drawn_at, moment));
    END IF;
    last_number := COALESCE(last_number, 0) + 1;
    PERFORM setval(counter, (last_number << $bits)
        | floor(extract(epoch FROM moment - $since) * 1000)::bigint);
    RETURN ARRAY[last_number, of_hour + 1, of_day + 1];
END"""
_REFUSE: Final = """BEGIN
    RAISE EXCEPTION 'Not yet.' USING ERRCODE = '$paced_out', HINT = of_span,
        DETAIL = to_char(until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"');
END"""
_LIMITS: Final = """DECLARE
    found public.claim_limit;
    usual json;
BEGIN
    SELECT * INTO found FROM claim_limit WHERE caller = of_caller;
    IF found.until <= clock_timestamp() THEN
        found := json_populate_record(NULL::public.claim_limit, found.before);
    END IF;
    IF found.per_hour IS NULL THEN
        usual := (SELECT value FROM workspace WHERE key = $usual_key)::json;
        found.seconds_between := COALESCE(
            (usual ->> 'seconds_between')::integer, $seconds_between);
        found.per_hour := COALESCE((usual ->> 'per_hour')::integer, $per_hour);
        found.per_day := COALESCE((usual ->> 'per_day')::integer, $per_day);
        found.offline := COALESCE((usual ->> 'offline')::integer, $offline);
    END IF;
    RETURN found;
END"""
# It is written down also where nobody is named.
_LOOK_UP: Final = """DECLARE
    drawn CONSTANT integer := (act.pace_draw(of_how, 0, $look_ups, NULL))[1];
BEGIN
    INSERT INTO claim_log (at, login, caller, how, number)
        VALUES (act.now(), session_user, act.me(), of_how, drawn);
    RETURN drawn;
END"""
_USE: Final = """BEGIN
    RETURN QUERY SELECT member.login, act.pace_taken(member.login, $claim, $hour),
        act.pace_taken(member.login, $claim, $day)
        FROM member
        JOIN pg_roles AS person ON person.rolname = member.login
        JOIN pg_auth_members AS of ON of.member = person.oid
        JOIN pg_roles AS team ON team.oid = of.roleid AND team.rolname = $callers
        WHERE member.login <> '';
END"""
# Nobody says how old is old. Of each login and look-up the newest row stays where the counter is
# read from, and says no more whom it was about.
_THIN: Final = """DECLARE
    before CONSTANT timestamptz := act.now() - $log_kept;
    thinned integer;
BEGIN
    WITH oldest AS MATERIALIZED (SELECT * FROM claim_log ORDER BY id LIMIT $thinned_at_once)
    DELETE FROM claim_log USING oldest WHERE claim_log.id = oldest.id AND oldest.at < before
        AND EXISTS (
            SELECT 1 FROM claim_log AS newer WHERE newer.login = oldest.login
                AND newer.how = oldest.how AND newer.at >= oldest.at
                AND newer.number > oldest.number
        );
    GET DIAGNOSTICS thinned = ROW_COUNT;
    WITH oldest AS MATERIALIZED (SELECT * FROM claim_log ORDER BY id LIMIT $thinned_at_once)
    UPDATE claim_log SET lead_id = 0, token = 0 FROM oldest
        WHERE claim_log.id = oldest.id AND oldest.at < before AND oldest.lead_id <> 0
        AND NOT EXISTS (
            SELECT 1 FROM claim_log AS newer WHERE newer.login = oldest.login
                AND newer.how = oldest.how AND newer.at >= oldest.at
                AND newer.number > oldest.number
        );
    RETURN thinned;
END"""
_ALARM: Final = """FOR near IN SELECT * FROM (VALUES
        ('hour', $hour, limits.per_hour, drawn[2]), ('day', $day, limits.per_day, drawn[3])
    ) AS spans(span, long, most, taken) LOOP
        IF near.taken * 100 >= near.most * $near AND NOT EXISTS (
            SELECT 1 FROM claim_alarm
            WHERE caller = me AND span = near.span AND at > moment - near.long
        ) THEN
            INSERT INTO claim_alarm (at, caller, span, taken, allowed)
                VALUES (moment, me, near.span, near.taken, near.most);
        END IF;
    END LOOP;"""
_CLAIM: Final = """DECLARE
    me CONSTANT text := act.me();
    moment CONSTANT timestamptz := act.now();
    lease CONSTANT interval := CASE NEW.claim_kind $leases END;
    is_known CONSTANT boolean := NEW.claim_token = OLD.claim_token;
    limits public.claim_limit;
    near record;
    drawn integer[];
BEGIN
    IF me IS NULL THEN
        RAISE EXCEPTION 'This login is nobody''s here.' USING ERRCODE = '42501';
    END IF;
    IF NOT (is_known OR NEW.claim_token = OLD.claim_token + 1) THEN
        RAISE EXCEPTION 'A claim''s number grows by one.' USING ERRCODE = '42501';
    END IF;
    IF NEW.claimed_by IS NULL THEN
        IF OLD.claimed_by <> me AND OLD.claim_until > moment AND OLD.claim_kind <> 'next' THEN
            RAISE EXCEPTION 'Somebody else has this lead.' USING ERRCODE = '42501';
        END IF;
        RETURN NEW;
    END IF;
    limits := act.pace_limits(me);
    IF NEW.claimed_by IS DISTINCT FROM me OR lease IS NULL
        OR NEW.claim_slot NOT BETWEEN 0
            AND (CASE NEW.claim_kind WHEN 'offline' THEN limits.offline - 1 ELSE 0 END)
    THEN
        RAISE EXCEPTION 'This is no claim of yours.' USING ERRCODE = '42501';
    END IF;
    IF OLD.claimed_by <> me AND OLD.claim_until > moment AND EXISTS (
        SELECT 1 FROM attempt WHERE lead_id = NEW.id AND caller = OLD.claimed_by
            AND ended_at IS NULL AND NOT is_conflict
    ) THEN
        RAISE EXCEPTION 'A colleague is on a call with them.' USING ERRCODE = '42501';
    END IF;
    NEW.claim_until := LEAST(NEW.claim_until, moment + lease);
    -- What they hold already, or take up again after its time ran out, they have seen.
    IF OLD.claimed_by = me OR (is_known AND EXISTS (
        SELECT 1 FROM claim_log WHERE lead_id = NEW.id AND token = NEW.claim_token
            AND login = session_user::text AND how = $claim
    )) THEN
        RETURN NEW;
    END IF;
    drawn := act.pace_draw(
        $claim, limits.seconds_between, limits.per_hour, limits.per_day);
    INSERT INTO claim_log (at, login, caller, lead_id, token, kind, how, number)
        VALUES (moment, session_user, me, NEW.id, NEW.claim_token, NEW.claim_kind,
            $claim, drawn[1]);
    $alarm
    RETURN NEW;
END"""
_PARTS: Final = {
    "claim": written(CLAIM),
    "all_hows": ", ".join(written(one) for one in (CLAIM, *LOOK_UPS)),
    "look_ups": LOOK_UPS_PER_HOUR,
    "paced_out": PACED_OUT,
    "bits": _BITS,
    "since": "timestamptz '2020-01-01 00:00:00+00'",
    "hour": _span(HOUR),
    "day": _span(DAY),
    "log_kept": _span(LOG_KEPT),
    "thinned_at_once": THINNED_AT_ONCE,
    "leases": " ".join(f"WHEN {written(kind)} THEN {_span(of)}" for kind, of in LEASES.items()),
    "near": NEAR_PERCENT,
    "usual_key": written(USUAL_KEY),
    **asdict(USUAL),
    "unpacked": _UNPACKED,
    "before_the_hour": _BEFORE.replace("$span", "$hour"),
    "before_the_day": _BEFORE.replace("$span", "$day"),
    "alarm": _ALARM,
}
# Name, what it takes and gives, body, and whether it changes anything; each after those it asks.
_FUNCTIONS: Final = (
    ("pace_counter", "of_login text, of_how text", "regclass", _COUNTER, "STABLE"),
    ("pace_make", "of_login text", "void", _MAKE, "VOLATILE"),
    ("pace_member", "", "trigger", _OF_MEMBER, "VOLATILE"),
    ("pace_taken", "of_login text, of_how text, span interval", "integer", _TAKEN, ""),
    ("pace_draw", _DRAW_TAKES, "integer[]", _DRAW, "VOLATILE"),
    ("pace_refuse", "of_span text, until timestamptz", "void", _REFUSE, "VOLATILE"),
    ("pace_limits", "of_caller text", "public.claim_limit", _LIMITS, "STABLE"),
    ("pace_look_up", "of_how text", "integer", _LOOK_UP, "VOLATILE"),
    ("pace_use", "", "TABLE (login text, this_hour integer, today integer)", _USE, ""),
    ("pace_thin", "", "integer", _THIN, "VOLATILE"),
    ("pace_claim", "", "trigger", _CLAIM, "VOLATILE"),
    ("find_caller_back", look.FIND_TAKES, look.FIND_GIVES, look.FIND, "VOLATILE"),
    ("company_strip", look.STRIP_TAKES, look.STRIP_GIVES, look.STRIP, "VOLATILE"),
    ("my_recent", "", look.RECENT_GIVES, look.RECENT, "VOLATILE"),
)
# Whoever may write leads themselves, as supervisors and the keeper, is not held back by this.
_ON_LEAD: Final = """CREATE OR REPLACE TRIGGER pace_claim
    BEFORE UPDATE OF claimed_by, claim_kind, claim_slot, claim_until, claim_token ON public.lead
    FOR EACH ROW WHEN (NOT has_table_privilege(session_user, 'public.lead', 'UPDATE'))
    EXECUTE FUNCTION act.pace_claim()"""
_ON_MEMBER: Final = """CREATE OR REPLACE TRIGGER pace_member
    AFTER INSERT OR UPDATE OF login ON public.member
    FOR EACH ROW WHEN (NEW.login <> '')
    EXECUTE FUNCTION act.pace_member()"""
