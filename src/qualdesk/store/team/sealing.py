"""Each entry of the history is sealed by the server: no login hands in a hash that does not fit.

The hash is the one ``store/history.py`` reads again, so an entry is first written in the one way
in which both write it: keys in order, no white space, and a number that the two would write
differently as text. Whoever may change the history, its owner, is left alone: a workspace that
is moved here brings its hashes along.
"""

from collections.abc import Iterator
from typing import Final

from qualdesk.store.team.functions import SEARCH_PATH, Pillar
from qualdesk.store.team.roles import Roles


def sealing(_roles: Roles) -> Iterator[Pillar]:
    """What writes an entry in the one way, and the function of the trigger."""
    yield Pillar(name="plain_json", arguments="jsonb", sql=_PLAIN_JSON)
    yield Pillar(name="seal_history", arguments="", sql=_SEAL)


# Numbers that Python writes again as they stand here: whole ones, and those with a short fraction.
_SAME_NUMBER: Final = r"^(0|-?[1-9][0-9]{0,17}|-?(0|[1-9][0-9]{0,8})\.(0|[0-9]{0,3}[1-9]))$"
_PLAIN_JSON: Final = f"""CREATE OR REPLACE FUNCTION act.plain_json(of_value jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = {SEARCH_PATH}
AS $pillar$
#variable_conflict use_column
BEGIN
    RETURN CASE jsonb_typeof(of_value)
        WHEN 'object' THEN '{{' || COALESCE((
            SELECT string_agg(to_json(key)::text || ':' || act.plain_json(value), ','
                ORDER BY key COLLATE "C")
            FROM jsonb_each(of_value)
        ), '') || '}}'
        WHEN 'array' THEN '[' || COALESCE((
            SELECT string_agg(act.plain_json(value), ',' ORDER BY place)
            FROM jsonb_array_elements(of_value) WITH ORDINALITY AS parts(value, place)
        ), '') || ']'
        WHEN 'number' THEN CASE WHEN of_value::text ~ '{_SAME_NUMBER}'
            THEN of_value::text ELSE to_json(of_value::text)::text END
        ELSE of_value::text END;
END
$pillar$"""  # noqa: S608 - our own words
# Whoever seals by themselves takes the same turn (``store/history.py``). The head is held until
# the transaction ends: entries follow one another, and have their numbers in that order.
_SEAL: Final = f"""CREATE OR REPLACE FUNCTION act.seal_history() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = {SEARCH_PATH}
AS $pillar$
DECLARE
    plain text;
    numbers regclass;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('qualdesk history'));
    INSERT INTO history_head (id, entries, hash) VALUES (1, 0, '') ON CONFLICT DO NOTHING;
    SELECT hash INTO NEW.previous_hash FROM history_head WHERE id = 1 FOR UPDATE;
    numbers := pg_get_serial_sequence('public.history', 'id');
    IF NEW.id <= (SELECT COALESCE(max(id), 0) FROM history)
        OR NEW.id > pg_sequence_last_value(numbers)
    THEN
        NEW.id := nextval(numbers);
    END IF;
    IF json_typeof(NEW.details) IS DISTINCT FROM 'object' THEN
        NEW.details := '{{}}';
    END IF;
    plain := act.plain_json(NEW.details::jsonb);
    NEW.details := plain::json;
    NEW.hash := encode(sha256(convert_to('[' || concat_ws(',',
        to_json(NEW.previous_hash),
        to_json(to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"')),
        to_json(NEW.who), to_json(NEW.what), to_json(NEW.subject), to_json(NEW.subject_id), plain
    ) || ']', 'UTF8')), 'hex');
    UPDATE history_head SET entries = entries + 1, hash = NEW.hash WHERE id = 1;
    RETURN NEW;
END
$pillar$"""  # noqa: S608 - our own words
SEAL_TRIGGER: Final = """CREATE OR REPLACE TRIGGER seal_history
    BEFORE INSERT ON public.history
    FOR EACH ROW WHEN (NOT has_table_privilege(session_user, 'public.history', 'UPDATE'))
    EXECUTE FUNCTION act.seal_history()"""
