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
    for name, event, when, does in (*_of_leads_in_file(), *_of_others_in_file()):
        only = f"WHEN {when}" if when else ""
        body = " ".join(does)
        yield f"CREATE TRIGGER tally_{name} AFTER {event} FOR EACH ROW {only} BEGIN {body} END"


def _of_leads_in_file() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    def count(row: str, what: str, key: str, by: int, where: str = "TRUE") -> str:
        return f"{_INTO} SELECT {row}.campaign_id, '{what}', {key}, {by} WHERE {where} {_ADDED};"

    def group(row: str, by: int) -> str:
        return count(row, "leads", lead_key("sqlite", row), by)

    def done(row: str, by: int) -> str:
        return count(row, "done", quarter("sqlite", row), by, IS_FINISHED.format(r=row))

    for name, event, row, by in (
        ("lead_added", "INSERT ON lead", "NEW", 1),
        ("lead_gone", "DELETE ON lead", "OLD", -1),
    ):
        yield name, event, "", (group(row, by), count(row, "total", "''", by), done(row, by))
    moved, finished = (group("OLD", -1), group("NEW", 1)), (done("OLD", -1), done("NEW", 1))
    yield "lead_moved", f"UPDATE OF {_OF_GROUP} ON lead", _moved("IS NOT", ""), moved
    yield "lead_finished", f"UPDATE OF {_OF_DONE} ON lead", _done_otherwise("IS NOT"), finished


def _of_others_in_file() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Calls, and what sales has of a lead."""

    def call(row: str, by: int) -> str:
        return f"{_INTO} {_the_call(row, by)} {_ADDED};"

    def item(row: str) -> str:
        return f"{_stand_with_sales(row)};"

    is_new, was = IS_CALL.format(r="NEW"), IS_CALL.format(r="OLD")
    both = (call("OLD", -1), call("NEW", 1))
    yield "call_added", "INSERT ON attempt", is_new, (call("NEW", 1),)
    yield "call_gone", "DELETE ON attempt", was, (call("OLD", -1),)
    yield "call_changed", f"UPDATE OF {_OF_CALL} ON attempt", _call_otherwise(), both
    changed = _item_otherwise("IS NOT")
    yield "item_added", "INSERT ON handoff_item", "", (item("NEW"),)
    yield "item_gone", "DELETE ON handoff_item", "", (item("OLD"),)
    yield "item_changed", f"UPDATE OF {_OF_ITEM} ON handoff_item", changed, (item("NEW"),)


def _postgresql() -> Iterator[str]:
    """A row of its own for each change; for leads that come or go, one per group and statement."""
    for name, event, when, does in (*_of_leads_on_server(), *_of_others_on_server()):
        yield f"""CREATE OR REPLACE FUNCTION tally_{name}() RETURNS trigger LANGUAGE plpgsql
            AS $does$ BEGIN {does} RETURN NULL; END $does$"""
        yield f"""CREATE TRIGGER tally_{name} AFTER {event} {when}
            EXECUTE FUNCTION tally_{name}()"""


def _of_leads_on_server() -> Iterator[tuple[str, str, str, str]]:
    def group(row: str) -> str:
        return f"{row}.campaign_id, 'leads', {lead_key('postgresql', row)}"

    def done(row: str, by: int) -> str:
        key, finished = quarter("postgresql", row), IS_FINISHED.format(r=row)
        return f"{_APART} SELECT {row}.campaign_id, 'done', {key}, {by} WHERE {finished};"

    def many(by: str) -> str:
        at, finished = quarter("postgresql", "one"), IS_FINISHED.format(r="one")
        counts = (
            (group("one"), "GROUP BY 1, 3"),
            ("one.campaign_id, 'total', ''", "GROUP BY 1"),
            (f"one.campaign_id, 'done', {at}", f"WHERE {finished} GROUP BY 1, 3"),
        )
        return " ".join(
            f"{_APART} SELECT {what}, {by}COUNT(*) FROM them AS one {which};"  # noqa: S608 - our own
            for what, which in counts
        )

    added = "REFERENCING NEW TABLE AS them FOR EACH STATEMENT"
    gone = "REFERENCING OLD TABLE AS them FOR EACH STATEMENT"
    yield "lead_added", "INSERT ON lead", added, many("")
    yield "lead_gone", "DELETE ON lead", gone, many("-")
    moved = _each(_moved("IS DISTINCT FROM", "::text"))
    does = f"{_APART} VALUES ({group('OLD')}, -1), ({group('NEW')}, 1);"
    yield "lead_moved", f"UPDATE OF {_OF_GROUP} ON lead", moved, does
    finished = _each(_done_otherwise("IS DISTINCT FROM"))
    does = f"{done('OLD', -1)} {done('NEW', 1)}"
    yield "lead_finished", f"UPDATE OF {_OF_DONE} ON lead", finished, does


def _of_others_on_server() -> Iterator[tuple[str, str, str, str]]:
    """Calls, and what sales has of a lead."""

    def call(row: str, by: int) -> str:
        return f"{_APART} {_the_call(row, by)};"

    def item(row: str) -> str:
        now = with_sales(f"{row}.lead_id")
        return f"{_stand_with_sales(row)} AND with_sales IS DISTINCT FROM {now};"

    is_new, was = _each(IS_CALL.format(r="NEW")), _each(IS_CALL.format(r="OLD"))
    both = f"{call('OLD', -1)} {call('NEW', 1)}"
    yield "call_added", "INSERT ON attempt", is_new, call("NEW", 1)
    yield "call_gone", "DELETE ON attempt", was, call("OLD", -1)
    yield "call_changed", f"UPDATE OF {_OF_CALL} ON attempt", _each(_call_otherwise()), both
    changed = _each(_item_otherwise("IS DISTINCT FROM"))
    yield "item_added", "INSERT ON handoff_item", "FOR EACH ROW", item("NEW")
    yield "item_gone", "DELETE ON handoff_item", "FOR EACH ROW", item("OLD")
    yield "item_changed", f"UPDATE OF {_OF_ITEM} ON handoff_item", changed, item("NEW")


def _each(when: str) -> str:
    return f"FOR EACH ROW WHEN ({when})"


def _the_call(row: str, by: int) -> str:
    """A call of its lead's campaign, where it is one that counts."""
    key, is_call = CALL_KEY.format(r=row), IS_CALL.format(r=row)
    return f"""SELECT campaign_id, 'calls', {key}, {by} FROM lead
        WHERE id = {row}.lead_id AND {is_call}"""  # noqa: S608 - our own


def _stand_with_sales(row: str) -> str:
    now = with_sales(f"{row}.lead_id")
    return f"UPDATE lead SET with_sales = {now} WHERE id = {row}.lead_id"  # noqa: S608 - our own


_INTO = "INSERT INTO tally (campaign_id, what, key, counted)"
_ADDED = """ON CONFLICT (campaign_id, what, key)
    DO UPDATE SET counted = counted + excluded.counted"""
_APART = "INSERT INTO tally_delta (campaign_id, what, key, counted)"
