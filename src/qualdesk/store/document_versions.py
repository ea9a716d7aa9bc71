"""The kept versions of scripts and definitions, and which campaigns work by them."""

from datetime import datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, DefinitionVersionId, ScriptVersionId
from qualdesk.core.leads import Bucket
from qualdesk.core.wording import tr
from qualdesk.store.clients import apart_in_file, of, own_client
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import attempt, handoff_batch, handoff_item
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_documents import definition_version, script_version
from qualdesk.store.schema_leads import lead

Kind: TypeAlias = Literal["script", "definition"]


@frozen
class KeptVersion:
    """A version as JSON; ``id`` is its number among all versions, ``number`` that of its own."""

    id: int
    document_id: str
    number: int
    json: str
    at: datetime
    by: str


@frozen
class Use:
    """A campaign that works by a version. ``is_before``: only until its event has ended."""

    campaign_id: CampaignId
    name: str
    version_id: int
    number: int
    is_before: bool = False


def keep_script(
    tx: Transaction, document_id: str, version: int, sha256: str, json_text: str, *, by: str = ""
) -> ScriptVersionId:
    """Keep this version of a script for good, once; the same text gives the same number."""
    kept = _keep(
        tx,
        script_version,
        document_id=document_id,
        version=version,
        sha256=sha256,
        document=json_text,
        added_by=by,
    )
    return ScriptVersionId(kept)


def keep_definition(
    tx: Transaction, document_id: str, version: int, sha256: str, json_text: str, *, by: str = ""
) -> DefinitionVersionId:
    """Keep this version of a definition for good, once."""
    kept = _keep(
        tx,
        definition_version,
        document_id=document_id,
        version=version,
        sha256=sha256,
        document=json_text,
        added_by=by,
    )
    return DefinitionVersionId(kept)


def script_json(tx: Transaction, version: ScriptVersionId) -> str:
    """The kept text of a script version.

    Raises:
        NotFound: there is none with that number.
    """
    return _document(tx, "SELECT document FROM script_version WHERE id = :version", version)


def definition_json(tx: Transaction, version: DefinitionVersionId) -> str:
    """The kept text of a definition version.

    Raises:
        NotFound: there is none with that number.
    """
    return _document(tx, "SELECT document FROM definition_version WHERE id = :version", version)


def versions(tx: Transaction, kind: Kind, document_id: str) -> tuple[KeptVersion, ...]:
    """The versions of a document, the newest first.

    One of each number: a file may have been loaded twice under the same one, and the later
    text counts.
    """
    table = _TABLES[kind]
    found = sa.select(table).where(table.c.document_id == document_id)
    by_number: dict[int, KeptVersion] = {}
    for row in tx.connection.execute(found.order_by(table.c.id)):
        by_number[row.version] = _kept(row)
    return tuple(by_number[number] for number in sorted(by_number, reverse=True))


def newest(tx: Transaction, kind: Kind, document_id: str) -> KeptVersion | None:
    """The newest version of a document, None when none was kept."""
    table = _TABLES[kind]
    found = sa.select(table).where(table.c.document_id == document_id)
    order = (table.c.version.desc(), table.c.id.desc())
    row = tx.connection.execute(found.order_by(*order).limit(1)).one_or_none()
    return None if row is None else _kept(row)


def document_ids(tx: Transaction, kind: Kind) -> tuple[str, ...]:
    """The ids of all documents a version was kept of, in order."""
    table = _TABLES[kind]
    found = sa.select(table.c.document_id).distinct().order_by(table.c.document_id)
    return tuple(tx.connection.scalars(found))


def of_others(tx: Transaction, kind: Kind) -> frozenset[str]:
    """The ids of documents by which other clients' campaigns work and none of one's own.

    None of them for whoever works for all clients.
    """
    mine = own_client(tx)
    if not mine:
        return frozenset()
    table, used = _TABLES[kind], (column for column, _ in _USED_IN[kind])
    found = sa.select(campaign.c.client, table.c.document_id).distinct()
    rows = tx.connection.execute(found.join(table, table.c.id.in_(list(used)))).all()
    ours = {row.document_id for row in rows if row.client == mine}
    return frozenset(row.document_id for row in rows if row.client != mine) - ours


def uses(tx: Transaction, kind: Kind, document_id: str) -> tuple[Use, ...]:
    """The campaigns that work by any version of a document, in the order they were made."""
    table = _TABLES[kind]
    found: list[Use] = []
    for column, is_before in _USED_IN[kind]:
        query = (
            sa.select(campaign.c.id, campaign.c.name, column.label("version_id"), table.c.version)
            .join(table, column == table.c.id)
            .where(of(campaign, apart_in_file(tx)), table.c.document_id == document_id)
        )
        found += [
            Use(
                campaign_id=CampaignId(row.id),
                name=row.name,
                version_id=row.version_id,
                number=row.version,
                is_before=is_before,
            )
            for row in tx.connection.execute(query)
        ]
    return tuple(sorted(found, key=lambda use: (use.campaign_id, use.is_before)))


def in_calls(tx: Transaction, kind: Kind, document_id: str) -> int:
    """How many calls are going on by any version of a document."""
    table, column = _TABLES[kind], attempt.c[f"{kind}_version_id"]
    # From the leads in hand to their calls: of all calls there are very many.
    in_hand = sa.select(lead.c.id, lead.c.claimed_by).where(lead.c.claimed_by.is_not(None))
    query = (
        sa.select(sa.func.count())
        .select_from(attempt.join(table, column == table.c.id))
        .where(
            table.c.document_id == document_id,
            attempt.c.ended_at.is_(None),
            sa.tuple_(attempt.c.lead_id, attempt.c.caller).in_(in_hand),
        )
    )
    return int(tx.connection.scalar(query) or 0)


def came_back(tx: Transaction, document_id: str, since: datetime) -> tuple[int, int]:
    """Leads handed over by any version of a definition since then, and how many came back."""
    judged = definition_version.c.id == handoff_item.c.definition_version_id
    rows = tx.connection.execute(
        sa.select(
            sa.func.count(),
            sa.func.count().filter(handoff_item.c.state == Bucket.SENT_BACK.value),
        )
        .select_from(handoff_item.join(handoff_batch).join(definition_version, judged))
        .where(
            definition_version.c.document_id == document_id,
            handoff_batch.c.sent_at >= since,
            # What we took back ourselves says nothing of how well leads were judged.
            handoff_item.c.state != "recalled",
        )
    )
    handed, back = rows.one()
    return int(handed), int(back)


def _keep(tx: Transaction, table: sa.Table, *, sha256: str, **columns: Any) -> int:
    tx.connection.execute(
        tx.dialect.insert(table)
        .values(**columns, sha256=sha256, added_at=tx.now)
        .on_conflict_do_nothing()
    )
    kept = tx.connection.execute(sa.select(table.c.id).where(table.c.sha256 == sha256))
    return int(kept.scalar_one())


def _document(tx: Transaction, text: str, version: int) -> str:
    """A version never changes, and each step of a call needs two: a server is asked once."""
    known: dict[tuple[str, int], str] = {}
    if tx.dialect.numbers_are_fresh:
        known = tx.connection.info.setdefault("versions", known)
    if (text, version) not in known:
        known[text, version] = _read(tx, text, version)
    return known[text, version]


def _read(tx: Transaction, text: str, version: int) -> str:
    row = tx.run(tx.dialect.named(text), {"version": version}).fetchone()
    if row is None:
        raise NotFound(tr("There is no version number {number} of this here.", number=version))
    return str(row[0])


def _kept(row: sa.Row[Any]) -> KeptVersion:
    return KeptVersion(
        id=row.id,
        document_id=row.document_id,
        number=row.version,
        json=row.document,
        at=row.added_at,
        by=row.added_by,
    )


_TABLES: dict[str, sa.Table] = {"script": script_version, "definition": definition_version}
_USED_IN: dict[str, tuple[tuple[sa.Column[Any], bool], ...]] = {
    "script": (
        (campaign.c.script_version_id, False),
        (campaign.c.before_script_version_id, True),
    ),
    "definition": ((campaign.c.definition_version_id, False),),
}
