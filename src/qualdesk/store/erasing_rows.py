"""The rows of lists and of loaded history that brought somebody who is erased, or speak of them."""

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import ContactId, LeadId
from qualdesk.core.wording import tr_later
from qualdesk.store.bulk import chunks
from qualdesk.store.clients import of
from qualdesk.store.database import Transaction
from qualdesk.store.schema_leads import lead, touchpoint
from qualdesk.store.schema_lists import intake_row, lead_list
from qualdesk.store.schema_past import finished_case

NAME = tr_later("Erased person")

_ROWS_AT_ONCE = 2000
_SHORTEST_NUMBER = 6


@frozen
class Person:
    """Somebody as the workspace knows them, before they are erased.

    Attributes:
        leads: all their leads, of every campaign; for whoever works for one client alone, theirs.
        client: that client; empty for whoever works for all.
    """

    id: ContactId
    name: str
    numbers: tuple[str, ...]
    emails: tuple[str, ...]
    leads: tuple[LeadId, ...]
    client: str = ""


def clear_rows(tx: Transaction, who: Person) -> int:
    """Empty the rows of lists that brought them, and those left out in which they stand."""
    bare = {"raw": [], "row_hash": ""}
    mine = intake_row.update().where(intake_row.c.lead_id.in_(who.leads))
    rows = intake_row.c
    of_client = of(intake_row, who.client)
    its_key = (intake_row.c.list_id, intake_row.c.row_number)
    where = sa.select(*its_key).where(intake_row.c.lead_id.in_(who.leads))
    brought = [(row.list_id, row.row_number) for row in tx.connection.execute(where)]
    cleared = tx.connection.execute(mine.values(**bare)).rowcount
    speaks_of = _speaks_of(who)
    found = []
    after = (0, 0)
    while True:
        query = (
            sa.select(rows.list_id, rows.row_number, rows.raw)
            .where(rows.lead_id.is_(None), sa.tuple_(rows.list_id, rows.row_number) > after)
            .where(of_client)
            .order_by(rows.list_id, rows.row_number)
            .limit(_ROWS_AT_ONCE)
        )
        some = tx.connection.execute(query).all()
        if not some:
            break
        after = (some[-1].list_id, some[-1].row_number)
        found += [(row.list_id, row.row_number) for row in some if speaks_of(row.raw)]
    for list_id, number in found:
        this = (rows.list_id == list_id, rows.row_number == number)
        tx.connection.execute(intake_row.update().where(*this).values(**bare))
    _clear_mends(tx, [*brought, *found])
    return cleared + len(found)


def _clear_mends(tx: Transaction, rows: Sequence[tuple[int, int]]) -> None:
    """What somebody typed to mend a row is kept with its list: that goes as well."""
    of_list: defaultdict[int, set[str]] = defaultdict(set)
    for list_id, number in rows:
        of_list[list_id].add(str(number))
    for list_id, numbers in of_list.items():
        this = lead_list.c.id == list_id
        choices = tx.connection.scalar(sa.select(lead_list.c.choices).where(this)) or {}
        mended = choices.get("rows") or {}
        if numbers & set(mended):
            rest = {number: mend for number, mend in mended.items() if number not in numbers}
            change = lead_list.update().where(this)
            tx.connection.execute(change.values(choices={**choices, "rows": rest}))


def _speaks_of(who: Person) -> Any:
    """Whether the cells of a row name somebody: by number in any spelling, address or name."""
    tails = {one[-9:] for one in map(_digits, who.numbers) if len(one) >= _SHORTEST_NUMBER}
    words = {one.casefold() for one in (who.name, *who.emails) if one}

    def speaks_of(raw: Any) -> bool:
        cells = [str(cell) for cell in (raw if isinstance(raw, list) else json.loads(raw or "[]"))]
        digits = [_digits(cell) for cell in cells]
        by_number = any(one.endswith(tail) for one in digits for tail in tails if one)
        return by_number or any(cell.strip().casefold() in words for cell in cells)

    return speaks_of


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def clear_names(tx: Transaction, who: Person) -> None:
    """Take their name from the leads they named and that named them, and from loaded history."""
    if not who.name:
        return
    by_them = sa.select(lead.c.id).where(lead.c.referred_by.in_(who.leads))
    says = touchpoint.c.says
    told = sa.or_(
        sa.and_(touchpoint.c.lead_id.in_(by_them), says == f"Referred by {who.name}"),
        says.like(f"Named {_escaped(who.name)}%", escape="\\"),
    )
    erased = touchpoint.update().where(told, of(touchpoint, who.client))
    tx.connection.execute(erased.values(says=tr_later("Somebody who is erased was named")))
    _clear_history(tx, who)


def _clear_history(tx: Transaction, who: Person) -> None:
    """History that was loaded calls its rows what somebody typed: a name, or an address."""
    words = [one for one in (who.name, *who.emails, *who.numbers) if one]
    # A short name is part of other words: those stay.
    whole = re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in words), re.IGNORECASE)
    for column, stays in ((finished_case.c.label, NAME), (finished_case.c.reason, "")):
        may_speak = sa.or_(*(column.ilike(f"%{_escaped(one)}%", escape="\\") for one in words))
        query = sa.select(finished_case.c.id, column).where(
            finished_case.c.lead_id.is_(None), may_speak, of(finished_case, who.client)
        )
        found = [number for number, text in tx.connection.execute(query) if whole.search(text)]
        for some in chunks(found):
            cleared = finished_case.update().where(finished_case.c.id.in_(some))
            tx.connection.execute(cleared.values({column: stays}))


def _escaped(text: str) -> str:
    """A text in which nothing stands for something else."""
    return re.sub(r"([\\%_])", r"\\\1", text)
