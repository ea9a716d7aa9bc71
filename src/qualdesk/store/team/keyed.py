"""What is made with a key that no caller reads: fingerprints, and hashes of a client's list.

Both are HMAC-SHA256 (RFC 2104). The keys stay in the server: whoever has one could try out all
telephone numbers at home. A desk hands over what it would look up, and is told no more than that.
"""

from collections.abc import Iterator
from typing import Final

from qualdesk.store.team.functions import SEARCH_PATH, Pillar

MOST: Final = 1000
"""Numbers that may be asked about at once."""


def keyed() -> Iterator[Pillar]:
    """The functions, each after those it asks."""
    yield Pillar(name="hmac", arguments="bytea, bytea", sql=_HMAC)
    yield Pillar(name="fingerprints", arguments="text[], text[]", sql=_FINGERPRINTS)
    yield Pillar(name="on_keyed_list", arguments="integer, text[]", sql=_ON_LIST)


# The two pads of the RFC are a byte of 0x36, and one of 0x5c, as often as a block is long.
_HMAC: Final = f"""CREATE OR REPLACE FUNCTION act.hmac(of_key bytea, told bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = {SEARCH_PATH}
AS $pillar$
DECLARE
    short CONSTANT bytea := CASE WHEN length(of_key) > 64 THEN sha256(of_key) ELSE of_key END;
    inside bytea := decode(repeat('36', 64), 'hex');
    around bytea := decode(repeat('5c', 64), 'hex');
BEGIN
    FOR place IN 0 .. length(short) - 1 LOOP
        inside := set_byte(inside, place, get_byte(short, place) # 54);
        around := set_byte(around, place, get_byte(short, place) # 92);
    END LOOP;
    RETURN sha256(around || sha256(inside || told));
END
$pillar$"""
_MAY: Final = f"""IF act.role() NOT IN ('caller', 'sales', 'supervisor', 'owner') THEN
        RAISE EXCEPTION 'This is not for your login.' USING ERRCODE = '42501';
    END IF;
    IF cardinality(told) > {MOST} THEN
        RAISE EXCEPTION 'Too many at once.' USING ERRCODE = '54000';
    END IF;"""
_BY_KEY: Final = f"""RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = {SEARCH_PATH}
AS $pillar$
#variable_conflict use_column
DECLARE
    of_key bytea;
BEGIN
    {_MAY}"""
"""How both begin that look at marks by a key: the key itself never leaves the server."""
_FINGERPRINTS: Final = f"""CREATE OR REPLACE FUNCTION act.fingerprints(kinds text[], told text[])
{_BY_KEY}
    SELECT decode(value, 'hex') INTO of_key FROM workspace WHERE key = 'fingerprint_key';
    RETURN ARRAY(
        SELECT encode(act.hmac(of_key, convert_to(kind || ':' || value, 'UTF8')), 'hex')
        FROM unnest(kinds, told) WITH ORDINALITY AS marks(kind, value, place) ORDER BY place
    );
END
$pillar$"""  # noqa: S608 - our own words
_ON_LIST: Final = f"""CREATE OR REPLACE FUNCTION act.on_keyed_list(of_list integer, told text[])
{_BY_KEY}
    SELECT decode(hash_key, 'hex') INTO of_key FROM suppression_list
        WHERE id = of_list AND hash_key <> '' AND lifted_at IS NULL;
    RETURN ARRAY(
        SELECT number FROM unnest(told) AS numbers(number)
        WHERE EXISTS (
            SELECT 1 FROM suppression_hash
            WHERE list_id = of_list
                AND hash = encode(act.hmac(of_key, convert_to(number, 'UTF8')), 'hex')
        )
    );
END
$pillar$"""  # noqa: S608 - our own words
