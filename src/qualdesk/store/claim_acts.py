"""What is written of who holds a lead: each statement built once.

The limits of a team are asked by the table itself, whichever of these puts a lead into a hand.
"""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from qualdesk.core.claim_limits import LEASES
from qualdesk.core.leads import Bucket
from qualdesk.store.acts import BOTH, act
from qualdesk.store.cells import IS_LOADING
from qualdesk.store.columns import UtcDateTime
from qualdesk.store.schema_campaigns import cell
from qualdesk.store.schema_leads import lead

_OPEN = "open"
_CALLER: sa.BindParameter[str] = sa.bindparam("caller", type_=sa.Text)
_NOW: sa.BindParameter[datetime] = sa.bindparam("now", type_=UtcDateTime())
_KIND: sa.BindParameter[str] = sa.bindparam("kind", type_=sa.Text)


class Until(FunctionElement[datetime]):
    """The instant handed in as ``until``; on a server no later than a claim of its kind lasts.

    So nobody can keep a lead for longer. In a file time is text, and nobody is kept out by it.
    """

    inherit_cache = True
    name = "until"
    type = UtcDateTime()

    def __init__(self, kind: sa.ColumnElement[str]) -> None:
        super().__init__(sa.bindparam("until", type_=UtcDateTime()), _NOW, kind)


@compiles(Until)
def _until(element: Until, compiler: Any, **told: Any) -> str:
    until, now, kind = (compiler.process(one, **told) for one in element.clauses)
    lasts = " ".join(
        f"WHEN '{of}' THEN interval '{int(lease.total_seconds())} seconds'"
        for of, lease in LEASES.items()
    )
    return (
        f"LEAST(CAST({until} AS timestamptz),"
        f" CAST({now} AS timestamptz) + CASE CAST({kind} AS text) {lasts} ELSE interval '0' END)"
    )


@compiles(Until, "sqlite")
def _until_in_a_file(element: Until, compiler: Any, **told: Any) -> str:
    return str(compiler.process(next(iter(element.clauses)), **told))


def _in_hand(kind: sa.ColumnElement[str]) -> dict[str, Any]:
    """A lead in this caller's hands; a hold that is theirs already goes on, else a token begins."""
    was_theirs = sa.or_(
        lead.c.claimed_by == _CALLER,
        sa.and_(lead.c.claimed_by.is_(None), lead.c.claim_token == sa.bindparam("token")),
    )
    return {
        "claimed_by": _CALLER,
        "claim_kind": kind,
        "claim_slot": 0,
        "claim_until": Until(kind),
        "claim_token": sa.case((was_theirs, lead.c.claim_token), else_=lead.c.claim_token + 1),
        "ready": False,
    }


_THIS = lead.c.id == sa.bindparam("of_lead")
_MINE = lead.c.claimed_by == _CALLER
_OF_KIND = (_MINE, lead.c.claim_kind == _KIND, lead.c.id != sa.bindparam("but"))
_FREE: dict[str, Any] = {
    "claimed_by": sa.null(),
    "claim_kind": sa.null(),
    "claim_slot": 0,
    "claim_until": sa.null(),
    "ready": sa.and_(
        lead.c.state == Bucket.WAITING.value, lead.c.wake_at.is_(None), lead.c.kept_out == ""
    ),
}
# Also of a lead that is in somebody else's hands, or in none: it is about to be taken. So it says
# no more than who has it.
HOLD_OF = act(
    "hold_of",
    sa.select(
        *(lead.c[name] for name in ("id", "state", "due_at")),
        *(lead.c[name] for name in ("claimed_by", "claim_kind", "claim_token", "claim_until")),
        IS_LOADING.label("is_loading"),
    )
    .join(cell, cell.c.id == lead.c.cell_id)
    .where(lead.c.id == sa.bindparam("lead_id"))
    .with_for_update(of=lead),
    to=BOTH,
    beyond=True,
)
# What is taken is nobody's of theirs before.
HOLD = act(
    "hold_lead",
    lead.update()
    .where(_THIS, sa.or_(lead.c.claimed_by.is_(None), _MINE, lead.c.claim_until <= _NOW))
    .values(_in_hand(_KIND)),
    beyond=True,
)
# They are on the line: whoever has it.
TAKE_OVER = act(
    "take_lead_over",
    lead.update().where(_THIS).values(_in_hand(sa.literal(_OPEN, sa.Text))),
    beyond=True,
)
RENEW = act(
    "renew_claims",
    lead.update()
    .where(_MINE, lead.c.claim_kind.in_([_OPEN, "next"]))
    .values(claim_until=Until(lead.c.claim_kind)),
)
# What was taken along for when the server cannot be reached.
_ALONG = (_MINE, lead.c.claim_kind == "offline")
RENEW_ALONG = act(
    "renew_along",
    # What is beyond their limit by now ends by itself: the table would refuse all of them.
    lead.update()
    .where(*_ALONG, lead.c.claim_slot < sa.bindparam("most"))
    .values(claim_until=Until(lead.c.claim_kind)),
)
MOVE_ALONG = act(
    "move_along", lead.update().where(_THIS, *_ALONG).values(claim_slot=sa.bindparam("slot"))
)
HOLD_UNTIL = act(
    "hold_until",
    lead.update().where(_THIS, _MINE).values(claim_until=Until(lead.c.claim_kind)),
)
GIVE_BACK = act("give_back", lead.update().where(*_OF_KIND).values(_FREE))
LET_GO = act(
    "let_go",
    lead.update()
    .where(_THIS, lead.c.claim_token == sa.bindparam("token"), lead.c.claimed_by.is_not(None))
    .values({**_FREE, "pushed_to": "", "pushed_by": "", "pushed_until": sa.null()}),
)
# Only whoever keeps the workspace starts a lead again whose time has come.
START_AGAIN = (
    lead.update()
    .where(_THIS)
    .values(
        state=Bucket.WAITING.value,
        ready=lead.c.kept_out == "",
        wake_at=sa.null(),
        rested_at=_NOW,
        attempts=0,
        tried_parts=0,
    )
)
