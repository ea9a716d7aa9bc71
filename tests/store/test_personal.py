"""Nothing of an erased person is left, in whatever column it stood: by the tables themselves."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from calls import PROJECT, a_campaign, answer_all_it_takes, calling
from qualdesk.core.clock import SetClock, SystemClock
from qualdesk.core.errors import Refused
from qualdesk.core.ids import LeadId
from qualdesk.desk import Desk
from qualdesk.store import schema
from qualdesk.store.compacting import compact
from qualdesk.store.database import Store
from qualdesk.store.history import verify
from qualdesk.store.mentions import GONE, Marks
from qualdesk.store.personal import TEXTS, text_columns, undeclared
from team_desks import TeamDesk

NAME = "Qzxvykatrin Qzxvyälbers"
NUMBER = "+493023012559"
MAIL = "qzxvyk@qzxvyelbkorn.example"
NAMES_HER = f"Ask {NAME}, 030 / 230 125-59, or {MAIL.upper()}"
"""A sentence of somebody else's, in which only her name, number and address are hers."""
LIST = (
    "Name,Company,Phone,E-mail,City,What,Note,Title\n"
    f"{NAME},Qzxvyelbkorn,+49 (0)30 2301 2559,{MAIL},Qzxvyburg,Scan,Qzxvynote says so,Qzxvyhead\n"
    "Ben Ode,Pumps GmbH,+49 30 23125 102,ben@pumps.example,Berlin,Scan,,\n"
)
TRACES = ("Qzxvy", "qzxvy", "QZXVY", "2301 2559", "23012559", "230 125-59")

# Rows of theirs by what they are found by; all other tables hold other people's words only.
_BY_LEAD = {name for name, table in schema.metadata.tables.items() if "lead_id" in table.c}
_CODES = {
    # Read into values of ours: a word that is none of them cannot be in them.
    "contact": "languages zones zone_basis",
    "contact_phone": "state kind",
    "lead": "signals attendance event_answer",
    "touchpoint": "kind",
    "meeting": "kind zone wall",
    "opt_in": "channel",
    "attempt": "decision overridden before",
    "handoff_item": "brief before_load",
    "intake_row": "raw",
    "late_save": "said back",
    "intake_change": "before after",
    "lead_list": "choices",
    "rating_case": "answers",
    "answer": "value",
}


def test_every_column_that_can_hold_words_says_whose_they_are() -> None:
    """A new column has to be declared: a test, an erasure and an answer to a person go by it."""
    assert undeclared() == []


def _two(store: Store, clock: SetClock, tmp_path: Path) -> tuple[LeadId, LeadId]:
    """Her lead and his, after calls of both in which each was spoken of."""
    a_campaign(store, name="Fair", region="DE")
    desk = Desk(store, clock, "Maya")
    path = tmp_path / "fair.csv"
    path.write_text(LIST, encoding="utf-8")
    desk.intake.load(path, campaign="Fair")
    query = sa.select(schema.lead.c.id).order_by(schema.lead.c.id)
    with store.reading() as tx:
        her, him = (LeadId(one) for one in tx.connection.scalars(query))
    ana = calling(store, clock)
    for lead, says in ((her, "Qzxvywords"), (him, NAMES_HER)):
        attempt = ana.start_attempt(lead)
        answer_all_it_takes(ana, attempt.id)
        ana.record_answer(attempt.id, PROJECT, says, words=says)
        ana.write_note(attempt.id, says)
        ana.finish(attempt.id, "qualified", note=says)
        desk.search.leave_message(lead, says)
        desk.owner_questions.ask(lead, f"{says}?", anew=True)
    return her, him


def _write_everywhere(store: Store, her: LeadId, him: LeadId) -> None:
    """A mark in every column of hers, and a sentence that names her in every one of others."""
    with store.transaction() as tx:
        query = sa.select(schema.lead.c.contact_id).where(schema.lead.c.id == her)
        person = tx.connection.scalar(query)
        _rows_of_all(tx.connection, her, him)
        for name, texts in TEXTS.items():
            table = schema.metadata.tables[name]
            codes = set(_CODES.get(name, "").split())
            key = next((one for one in ("lead_id", "contact_id") if one in table.c), None)
            own = {"lead_id": her, "contact_id": person}
            is_hers = table.c[key] == own[key] if key else None
            if name in {"contact", "lead"}:
                is_hers = table.c.id == (person if name == "contact" else her)
            if is_hers is not None and texts.theirs - codes:
                marked = texts.theirs - codes - _AS_READ.get(name, set())
                if marked:
                    change = table.update().where(is_hers)
                    tx.connection.execute(change.values({one: f"Qzxvy{one}" for one in marked}))
            others = texts.may_name - codes
            if others:
                change = table.update()
                if is_hers is not None:
                    change = change.where(sa.or_(~is_hers, table.c[_key(table, key)].is_(None)))
                tx.connection.execute(change.values(dict.fromkeys(others, NAMES_HER)))
            for one in texts.may_name & codes:
                change = table.update().where(~is_hers) if is_hers is not None else table.update()
                tx.connection.execute(change.values({one: _in_json(name, one)}))


_AS_READ = {
    # What she is found and recognised by stays as the list brought it, marks and all.
    "contact": {"name", "first_name", "last_name", "name_key", "fingerprint"},
    "contact_phone": {"e164", "fingerprint"},
    "contact_email": {"address", "key", "fingerprint"},
    "name_word": {"word"},
}


def _key(table: sa.Table, key: str | None) -> str:
    return key or next(iter(table.primary_key.columns)).name


def _in_json(table: str, column: str) -> Any:
    """A value of that column that names her."""
    if (table, column) == ("lead_list", "choices"):
        return {"rows": {"9": {"city": NAMES_HER}}}
    if (table, column) == ("rating_case", "answers"):
        return {"project": {"value": NAMES_HER, "words": NAMES_HER, "does_not_know": False}}
    return [NAMES_HER, {"words": NAMES_HER}]


def _rows_of_all(connection: sa.Connection, her: LeadId, him: LeadId) -> None:
    """A row in each table that has none yet, of hers and of his where a table is about leads."""
    for table in schema.metadata.sorted_tables:
        texts = TEXTS[table.name]
        if not texts.theirs and not texts.may_name:
            continue
        whose = [her, him] if table.name in _BY_LEAD else [her]
        there = sa.select(sa.func.count()).select_from(table)
        for place, lead in enumerate(whose):
            if table.name in _BY_LEAD:
                count = connection.scalar(there.where(table.c.lead_id == lead))
            else:
                count = connection.scalar(there)
            if not count:
                connection.execute(table.insert().values(_a_row(connection, table, lead, place)))


def _a_row(connection: sa.Connection, table: sa.Table, lead: LeadId, place: int) -> dict[str, Any]:
    """The least a row of that table can be."""
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.name == "lead_id":
            row["lead_id"] = lead
        elif column.foreign_keys and not column.nullable:
            (target,) = column.foreign_keys
            row[column.name] = _of(connection, target.column, lead)
        elif column.primary_key and not isinstance(column.type, sa.Integer):
            row[column.name] = f"{table.name}-{place}"
        elif not column.nullable and column.server_default is None and not column.primary_key:
            row[column.name] = _anything(column)
        elif column.name == "item_id":
            row[column.name] = "handoff_item-0"
    return row


def _of(connection: sa.Connection, target: sa.Column[Any], lead: LeadId) -> Any:
    table = target.table
    query = sa.select(target).limit(1)
    if "lead_id" in table.c:
        query = query.where(table.c.lead_id == lead)
    found = connection.scalar(query)
    if found is None:
        made = _a_row(connection, table, lead, 0)
        found = connection.scalar(table.insert().values(made).returning(target))
    return found


def _anything(column: sa.Column[Any]) -> Any:
    if isinstance(column.type, sa.JSON):
        return {}
    if isinstance(column.type, sa.Text | sa.String) and "_at" not in column.name:
        return "x"
    if column.name.endswith("_at") or column.name in {"at", "until", "counts_from"}:
        return _NOW
    return 1


_NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def _columns_with(store: Store, traces: tuple[str, ...]) -> set[str]:
    """Every column of every table in which one of these stands."""
    found = set()
    with store.reading() as tx:
        for table in schema.metadata.sorted_tables:
            columns = text_columns(table)
            for row in tx.connection.execute(sa.select(*columns)) if columns else ():
                for column, value in zip(columns, row, strict=True):
                    text = json.dumps(value, ensure_ascii=False, default=str)
                    if any(trace in text for trace in traces):
                        found.add(f"{table.name}.{column.name}")
    return found


@pytest.fixture
def erased(store: Store, clock: SetClock, tmp_path: Path) -> tuple[Store, LeadId]:
    """A workspace that had a mark of hers in every column, after she was erased from it."""
    her, him = _two(store, clock, tmp_path)
    _write_everywhere(store, her, him)
    before = _columns_with(store, TRACES)
    wanted = {
        f"{name}.{one}"
        for name, texts in TEXTS.items()
        for one in texts.theirs | texts.may_name
        if f"{name}.{one}" not in _NEVER_A_WORD
    }
    assert sorted(wanted - before) == [], "each column of hers had a mark"
    Desk(store, clock, "Maya").erasing.erase(her)
    return store, him


_NEVER_A_WORD = {
    *(f"{table}.{one}" for table, codes in _CODES.items() for one in codes.split()),
    *(f"{table}.fingerprint" for table in ("contact", "contact_phone", "contact_email", "company")),
    *("contact_phone.e164", "company.about"),
}


def test_no_column_has_a_word_of_somebody_who_is_erased(erased: tuple[Store, LeadId]) -> None:
    """Every column of every table, in both databases: a mark stood in each, and none is left."""
    store, him = erased
    assert sorted(_columns_with(store, TRACES)) == []
    with store.reading() as tx:
        note = sa.select(schema.attempt.c.note).where(schema.attempt.c.lead_id == him)
        assert tx.connection.scalar(note) == f"Ask {GONE}, {GONE}, or {GONE}"
        assert verify(tx) is None, "the history is whole"


def test_the_file_written_anew_holds_no_byte_of_them(
    sqlite_store: Store, sqlite_file: Path, clock: SetClock, tmp_path: Path
) -> None:
    """What an earlier change left in free pages goes with them: file, log and all."""
    her, him = _two(sqlite_store, clock, tmp_path)
    _write_everywhere(sqlite_store, her, him)
    Desk(sqlite_store, clock, "Maya").erasing.erase(her)
    compact(sqlite_store)
    held = b"".join(one.read_bytes() for one in sqlite_file.parent.glob("desk.sqlite*"))
    assert b"Ben Ode" in held
    assert [trace for trace in TRACES if trace.encode() in held] == []


def test_a_server_that_tidied_its_tables_holds_no_byte_of_them(
    postgres_store: Store, postgres_url: str, clock: SetClock, tmp_path: Path
) -> None:
    """VACUUM FULL: the tables' own files are read as they lie on the server's disk."""
    her, him = _two(postgres_store, clock, tmp_path)
    _write_everywhere(postgres_store, her, him)
    Desk(postgres_store, clock, "Maya").erasing.erase(her)
    compact(postgres_store)
    address = postgres_url.replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        tables = connection.execute(
            "SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class WHERE relkind IN"
            " ('r', 'i') AND relnamespace = 'public'::regnamespace OR oid IN (SELECT reltoastrelid"
            " FROM pg_class WHERE relnamespace = 'public'::regnamespace)"
        ).fetchall()
    held = b"".join(bytes(one[0]) for one in tables)
    assert b"Ben Ode" in held
    assert [trace for trace in TRACES if trace.encode() in held] == []


@pytest.mark.parametrize(
    "says",
    [
        "Katrin Albers",
        "KATRIN\n albers",
        "Albers, Katrin",
        "0049 30 2301255",
        "+49 (0)30/230-12-55",
        "030.230.12.55",
        "2301255",
        "K@Elbkorn.example",
    ],
)
def test_they_are_found_in_any_spelling(says: str) -> None:
    marks = Marks.of(
        "Dr. Katrin Albers", "Katrin", "Albers", ["k@elbkorn.example"], ["+49302301255"]
    )
    assert marks.pattern is not None
    left = marks.pattern.sub(GONE, f"Ask {says} soon")
    assert left == f"Ask {GONE} soon"
    for other in ("Katrin Albersmann", "12302301255999", "mk@elbkorn.example", "Katrin", "Albers"):
        assert marks.pattern.sub(GONE, other) == other


def test_whom_nobody_can_name_is_looked_for_nowhere() -> None:
    assert Marks.of("Katrin", "", "", [], []).pattern is None


def test_only_who_owns_the_tables_of_a_team_writes_them_anew(team: TeamDesk) -> None:
    store = Store(team.url("Nadia"), clock=SystemClock(), durable=False)
    try:
        with pytest.raises(Refused, match="administrator"):
            compact(store)
    finally:
        store.close()
