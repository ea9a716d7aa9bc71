"""Scripts and definitions that somebody is writing: one draft of each, and what was written over.

Whoever saves says which revision they began from. A draft that went leaves its number behind, so
that nobody who still has it open saves over the next one unasked.
"""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NewerDraft
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.document_versions import Kind
from qualdesk.store.schema_documents import document_draft

_MOST_ASIDE = 20


@frozen
class KeptDraft:
    """A draft as JSON. ``based_on`` is the version it was begun from, 0 for none."""

    document_id: str
    json: str
    based_on: int
    revision: int
    changed_at: datetime
    changed_by: str


def find_draft(tx: Transaction, kind: Kind, document_id: str) -> KeptDraft | None:
    """The draft of that document, None when nobody is writing one."""
    row = _row(tx, kind, document_id)
    return _kept(row) if row is not None and row.document else None


def drafts(tx: Transaction, kind: Kind) -> tuple[KeptDraft, ...]:
    """All drafts of a kind, in the order of their ids."""
    found = sa.select(document_draft).where(
        document_draft.c.kind == kind, document_draft.c.document != ""
    )
    return tuple(
        _kept(row) for row in tx.connection.execute(found.order_by(document_draft.c.document_id))
    )


def keep_draft(
    tx: Transaction,
    kind: Kind,
    document_id: str,
    json: str,
    *,
    based_on: int,
    revision: int,
    by: str,
    over: bool = False,
) -> KeptDraft:
    """Save the draft. ``revision`` is the one it was begun from, 0 when there was none.

    ``over`` saves it whatever stands there; what stood there is kept aside.

    Raises:
        NewerDraft: it was saved, used or dropped meanwhile; nothing was changed.
    """
    tx.dialect.one_at_a_time(tx.connection, "documents")
    row = _row(tx, kind, document_id)
    if row is not None and row.revision != revision and (row.document or revision):
        if not over:
            raise NewerDraft(_newer(row))
        if row.document:
            _put_aside(tx, kind, row)
    kept = KeptDraft(
        document_id=document_id,
        json=json,
        based_on=based_on,
        revision=row.revision + 1 if row else 1,
        changed_at=tx.now,
        changed_by=by,
    )
    _write(tx, kind, kept)
    return kept


def drop_draft(tx: Transaction, kind: Kind, document_id: str, by: str) -> None:
    """Let the draft go: it was used, or is not wanted. Its number stays behind."""
    tx.dialect.one_at_a_time(tx.connection, "documents")
    row = _row(tx, kind, document_id)
    if row is not None:
        gone = {"json": "", "revision": row.revision + 1, "changed_at": tx.now, "changed_by": by}
        _write(tx, kind, replace(_kept(row), **gone))


def put_aside(tx: Transaction, kind: Kind, document_id: str) -> tuple[KeptDraft, ...]:
    """What others wrote over, the newest first; the last twenty of a document are kept."""
    found = _aside_of(kind, document_id).order_by(document_draft.c.id.desc())
    return tuple(_kept(row) for row in tx.connection.execute(found))


def _row(tx: Transaction, kind: str, document_id: str) -> sa.Row[Any] | None:
    found = sa.select(document_draft).where(
        document_draft.c.kind == kind, document_draft.c.document_id == document_id
    )
    return tx.connection.execute(found).one_or_none()


def _write(tx: Transaction, kind: str, draft: KeptDraft) -> None:
    said = asdict(draft)
    said["document"] = said.pop("json")
    tx.connection.execute(
        tx.dialect.insert(document_draft)
        .values(kind=kind, **said)
        .on_conflict_do_update(index_elements=["kind", "document_id"], set_=said)
    )


def _put_aside(tx: Transaction, kind: Kind, row: sa.Row[Any]) -> None:
    # No id of a document has a space in it: the number behind it keeps each of them apart.
    name = f"{row.document_id} {row.revision}"
    _write(tx, f"{kind}_aside", replace(_kept(row), document_id=name))
    ids = tx.connection.scalars(
        _aside_of(kind, row.document_id)
        .with_only_columns(document_draft.c.id)
        .order_by(document_draft.c.id.desc())
        .offset(_MOST_ASIDE)
    ).all()
    tx.connection.execute(document_draft.delete().where(document_draft.c.id.in_(ids)))


def _aside_of(kind: Kind, document_id: str) -> sa.Select[Any]:
    return sa.select(document_draft).where(
        document_draft.c.kind == f"{kind}_aside",
        document_draft.c.document_id.startswith(f"{document_id} ", autoescape=True),
    )


def _newer(row: sa.Row[Any]) -> str:
    who = row.changed_by or tr("Somebody")
    if not row.document:
        return tr(
            "{who} used or dropped this draft meanwhile. Save it again to go on with yours.",
            who=who,
        )
    return tr(
        "{who} saved this draft meanwhile. Choose whose words to keep; theirs stay to be seen.",
        who=who,
    )


def _kept(row: sa.Row[Any]) -> KeptDraft:
    return KeptDraft(
        document_id=row.document_id.partition(" ")[0],
        json=row.document,
        based_on=row.based_on,
        revision=row.revision,
        changed_at=row.changed_at,
        changed_by=row.changed_by,
    )
