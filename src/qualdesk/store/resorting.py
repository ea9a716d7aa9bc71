"""Leads that are something else to the law now: put into their cells anew, some at a time."""

import sqlalchemy as sa

from qualdesk.store import cell_marks
from qualdesk.store.cells import IS_LOADING, drop_empty
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_rows
from qualdesk.store.schema_campaigns import cell, stack, workspace
from qualdesk.store.schema_leads import lead
from qualdesk.store.stacks import sort

_KEY = "rules"
# So many a claim or a look puts in their place on its way; the keeper does the rest.
_A_FEW = 100


def sort_marked(tx: Transaction, at_most: int = _A_FEW) -> bool:
    """Sort leads of cells that are marked for it; whether there may be more."""
    marked = [row.id for row in quick_rows(tx, _MARKED, {})]
    if not marked:
        return False
    ids = tx.connection.scalars(_SOME, {"cells": marked, "at_most": at_most}).all()
    sort(tx, ids)
    dropped = [drop_empty(tx, cell_id) for cell_id in marked]
    return bool(ids) or any(dropped)


def follow_rules(tx: Transaction) -> bool:
    """Let hours and cells follow the rules when the book is another than before; whether it is."""
    now = tx.rules().version
    before = tx.connection.scalar(sa.select(workspace.c.value).where(workspace.c.key == _KEY))
    if before == now:
        return False
    insert = tx.dialect.insert(workspace).values(key=_KEY, value=now)
    tx.connection.execute(insert.on_conflict_do_update(index_elements=["key"], set_={"value": now}))
    cell_marks.sort_anew(tx)
    return True


_MARKED = sa.select(cell.c.id).where(cell_marks.IS_MARKED, ~IS_LOADING).order_by(cell.c.id)
_SOME = (
    sa.select(lead.c.id)
    .join(stack, stack.c.id == lead.c.stack_id)
    .where(stack.c.cell_id.in_(sa.bindparam("cells", expanding=True)))
    .limit(sa.bindparam("at_most"))
    # A lead somebody is just claiming stays for the next time.
    .with_for_update(skip_locked=True, of=lead)
)
