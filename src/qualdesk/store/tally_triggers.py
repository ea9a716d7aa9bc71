"""The triggers that keep the counts: whoever writes a lead, a call or an answer, it is counted.

On a file the count itself is written, since there is one writer. On a shared server each change
is a row of its own, so that fifty callers never wait for one count; a list that is loaded makes
one row per group and statement. A claim, and the renewal of one, touches nothing that is counted
and fires nothing.
"""

from collections.abc import Iterator

import sqlalchemy as sa

from qualdesk.store.tally_sql import (
    CALL_KEY,
    IS_CALL,
    IS_FINISHED,
    lead_key,
    quarter,
    with_sales,
)


def make_triggers(connection: sa.Connection) -> None:
    """Let the database keep the counts from now on."""
    made = _sqlite() if connection.dialect.name == "sqlite" else _postgresql()
    for statement in made:
        connection.exec_driver_sql(statement)


def drop_triggers(connection: sa.Connection) -> None:
    """Let nothing be counted: before tables are built anew, which no trigger would survive."""
    is_file = connection.dialect.name == "sqlite"
    for name, table in _NAMES.items():
        on = "" if is_file else f" ON {table}"
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}{on}")


_NAMES = {
    "tally_lead_added": "lead",
    "tally_lead_gone": "lead",
    "tally_lead_moved": "lead",
    "tally_lead_finished": "lead",
    "tally_call_added": "attempt",
    "tally_call_gone": "attempt",
    "tally_call_changed": "attempt",
    "tally_item_added": "handoff_item",
    "tally_item_gone": "handoff_item",
    "tally_item_changed": "handoff_item",
}
_OF_GROUP = "state, state_reason, last_outcome, last_attempt_at, was_reached, with_sales, signals"
_OF_DONE = "state, last_attempt_at"
_OF_CALL = "outcome, undone_at, is_conflict, is_incoming, number, their_day, their_hour"
_OF_ITEM = "state, became"


def _moved(differs: str, text: str) -> str:
    """When a lead is in another group than before, as far as it can be said without its key."""
    plain = ("state", "was_reached", "with_sales")
    own = [f"NEW.{name} {differs} OLD.{name}" for name in plain]
    signals = f"NEW.signals{text} {differs} OLD.signals{text}"
    called = "(NEW.last_attempt_at IS NULL) <> (OLD.last_attempt_at IS NULL)"
    reason = f"""(NEW.state IN ('research', 'unreachable') AND (
        NEW.last_outcome {differs} OLD.last_outcome
        OR NEW.state_reason {differs} OLD.state_reason))"""
    return " OR ".join((*own, called, reason, signals))


def _done_otherwise(differs: str) -> str:
    """When a lead is finished now, or is not any more, or was finished at another time."""
    now, before = IS_FINISHED.format(r="NEW"), IS_FINISHED.format(r="OLD")
    called = f"NEW.last_attempt_at {differs} OLD.last_attempt_at"
    return f"({now}) <> ({before}) OR ({now} AND {called})"


def _call_otherwise() -> str:
    now, before = IS_CALL.format(r="NEW"), IS_CALL.format(r="OLD")
    same = f"{CALL_KEY.format(r='NEW')} = {CALL_KEY.format(r='OLD')}"
    return f"{now} <> {before} OR ({now} AND NOT ({same}))"


def _item_otherwise(differs: str) -> str:
    return f"NEW.state {differs} OLD.state OR NEW.became {differs} OLD.became"


def _sqlite() -> Iterator[str]:
    """A row at a time, into the count itself."""

    def count(row: str, what: str, key: str, by: int, where: str) -> str:
        return f"""INSERT INTO tally (campaign_id, what, key, counted)
            SELECT {row}.campaign_id, '{what}', {key}, {by} WHERE {where}
            ON CONFLICT (campaign_id, what, key)
                DO UPDATE SET counted = counted + excluded.counted;"""

    def group(row: str, by: int) -> str:
        return count(row, "leads", lead_key("sqlite", row), by, "TRUE")

    def done(row: str, by: int) -> str:
        finished = IS_FINISHED.format(r=row)
        return count(row, "done", quarter("sqlite", row), by, finished)

    def total(row: str, by: int) -> str:
        return count(row, "total", "''", by, "TRUE")

    def call(row: str, by: int) -> str:
        return f"""INSERT INTO tally (campaign_id, what, key, counted)
            SELECT campaign_id, 'calls', {CALL_KEY.format(r=row)}, {by} FROM lead
            WHERE id = {row}.lead_id AND {IS_CALL.format(r=row)}
            ON CONFLICT (campaign_id, what, key)
                DO UPDATE SET counted = counted + excluded.counted;"""  # noqa: S608 - our own

    def item(row: str) -> str:
        now = with_sales(f"{row}.lead_id")
        return f"UPDATE lead SET with_sales = {now} WHERE id = {row}.lead_id;"  # noqa: S608 - our own

    made = (
        ("lead_added", "INSERT ON lead", "", (group("NEW", 1), total("NEW", 1), done("NEW", 1))),
        ("lead_gone", "DELETE ON lead", "", (group("OLD", -1), total("OLD", -1), done("OLD", -1))),
        (
            "lead_moved",
            f"UPDATE OF {_OF_GROUP} ON lead",
            _moved("IS NOT", ""),
            (group("OLD", -1), group("NEW", 1)),
        ),
        (
            "lead_finished",
            f"UPDATE OF {_OF_DONE} ON lead",
            _done_otherwise("IS NOT"),
            (done("OLD", -1), done("NEW", 1)),
        ),
        ("call_added", "INSERT ON attempt", IS_CALL.format(r="NEW"), (call("NEW", 1),)),
        ("call_gone", "DELETE ON attempt", IS_CALL.format(r="OLD"), (call("OLD", -1),)),
        (
            "call_changed",
            f"UPDATE OF {_OF_CALL} ON attempt",
            _call_otherwise(),
            (call("OLD", -1), call("NEW", 1)),
        ),
        ("item_added", "INSERT ON handoff_item", "", (item("NEW"),)),
        ("item_gone", "DELETE ON handoff_item", "", (item("OLD"),)),
        (
            "item_changed",
            f"UPDATE OF {_OF_ITEM} ON handoff_item",
            _item_otherwise("IS NOT"),
            (item("NEW"),),
        ),
    )
    for name, event, when, does in made:
        only = f"WHEN {when}" if when else ""
        body = " ".join(does)
        yield f"CREATE TRIGGER tally_{name} AFTER {event} FOR EACH ROW {only} BEGIN {body} END"


def _postgresql() -> Iterator[str]:
    """A row of its own for each change; for leads that come or go, one per group and statement."""
    into = "INSERT INTO tally_delta (campaign_id, what, key, counted)"

    def group(row: str) -> str:
        return f"{row}.campaign_id, 'leads', {lead_key('postgresql', row)}"

    def done(row: str, by: int) -> str:
        key, finished = quarter("postgresql", row), IS_FINISHED.format(r=row)
        return f"{into} SELECT {row}.campaign_id, 'done', {key}, {by} WHERE {finished};"

    def call(row: str, by: int) -> str:
        return f"""{into} SELECT campaign_id, 'calls', {CALL_KEY.format(r=row)}, {by} FROM lead
            WHERE id = {row}.lead_id AND {IS_CALL.format(r=row)};"""  # noqa: S608 - our own

    def item(row: str) -> str:
        now = with_sales(f"{row}.lead_id")
        return f"""UPDATE lead SET with_sales = {now}
            WHERE id = {row}.lead_id AND with_sales IS DISTINCT FROM {now};"""  # noqa: S608 - our own

    def many(by: str) -> str:
        finished = IS_FINISHED.format(r="one")
        return f"""{into} SELECT {group("one")}, {by}COUNT(*) FROM them AS one GROUP BY 1, 3;
            {into} SELECT one.campaign_id, 'total', '', {by}COUNT(*) FROM them AS one GROUP BY 1;
            {into} SELECT one.campaign_id, 'done', {quarter("postgresql", "one")}, {by}COUNT(*)
                FROM them AS one WHERE {finished} GROUP BY 1, 3;"""  # noqa: S608 - our own

    added, gone = "REFERENCING NEW TABLE AS them", "REFERENCING OLD TABLE AS them"
    made = (
        ("lead_added", "INSERT ON lead", f"{added} FOR EACH STATEMENT", many("")),
        ("lead_gone", "DELETE ON lead", f"{gone} FOR EACH STATEMENT", many("-")),
        (
            "lead_moved",
            f"UPDATE OF {_OF_GROUP} ON lead",
            f"FOR EACH ROW WHEN ({_moved('IS DISTINCT FROM', '::text')})",
            f"{into} VALUES ({group('OLD')}, -1), ({group('NEW')}, 1);",
        ),
        (
            "lead_finished",
            f"UPDATE OF {_OF_DONE} ON lead",
            f"FOR EACH ROW WHEN ({_done_otherwise('IS DISTINCT FROM')})",
            f"{done('OLD', -1)} {done('NEW', 1)}",
        ),
        (
            "call_added",
            "INSERT ON attempt",
            f"FOR EACH ROW WHEN ({IS_CALL.format(r='NEW')})",
            call("NEW", 1),
        ),
        (
            "call_gone",
            "DELETE ON attempt",
            f"FOR EACH ROW WHEN ({IS_CALL.format(r='OLD')})",
            call("OLD", -1),
        ),
        (
            "call_changed",
            f"UPDATE OF {_OF_CALL} ON attempt",
            f"FOR EACH ROW WHEN ({_call_otherwise()})",
            f"{call('OLD', -1)} {call('NEW', 1)}",
        ),
        ("item_added", "INSERT ON handoff_item", "FOR EACH ROW", item("NEW")),
        ("item_gone", "DELETE ON handoff_item", "FOR EACH ROW", item("OLD")),
        (
            "item_changed",
            f"UPDATE OF {_OF_ITEM} ON handoff_item",
            f"FOR EACH ROW WHEN ({_item_otherwise('IS DISTINCT FROM')})",
            item("NEW"),
        ),
    )
    for name, event, when, does in made:
        yield f"""CREATE OR REPLACE FUNCTION tally_{name}() RETURNS trigger LANGUAGE plpgsql
            AS $does$ BEGIN {does} RETURN NULL; END $does$"""
        yield f"""CREATE TRIGGER tally_{name} AFTER {event} {when}
            EXECUTE FUNCTION tally_{name}()"""
