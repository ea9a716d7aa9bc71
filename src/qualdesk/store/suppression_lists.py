"""Do-not-call lists that were loaded: what they hold, lifting them, what of ours can be shown."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol

import sqlalchemy as sa

from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId, SuppressionId, SuppressionListId
from qualdesk.core.lead_words import ON_LIST
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr
from qualdesk.store.acts import act
from qualdesk.store.bulk import insert_many
from qualdesk.store.columns import UtcDateTime
from qualdesk.store.database import Transaction
from qualdesk.store.house import is_meant
from qualdesk.store.quick import quick_rows, quick_write
from qualdesk.store.schema_calls import suppression, suppression_hash, suppression_list
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import contact_phone
from qualdesk.store.suppression import Mark, fingerprints, stop_calls
from qualdesk.store.suppression_lift import lift

NUMBERS, HASHES = "numbers", "hashes"
AT_ONCE = 50
"""Entries that are kept or lifted in one transaction to begin with."""


@frozen
class DoNotCallList:
    """A do-not-call list of a client.

    Attributes:
        kind: ``numbers`` for numbers in clear, ``hashes`` for a client's keyed hashes.
        rows: rows of the file that hold; ``left_out`` those in which nothing could be read.
        entries: what of it holds now, as fingerprints of our own.
        is_whole: False while it is loading, or when that was stopped half-way.
    """

    id: SuppressionListId
    client: str
    name: str
    kind: str
    rows: int
    left_out: int
    entries: int
    is_whole: bool
    loaded_by: str
    loaded_at: datetime
    lifted_at: datetime | None = None
    lifted_by: str = ""
    lifted_because: str = ""


@frozen
class KeptEntries:
    """How many entries a list did not have yet, and the leads that left the queue by them."""

    added: int
    leads: tuple[LeadId, ...]


def begin_list(
    tx: Transaction, *, client: str, name: str, kind: str, sha256: str, key: bytes, by: str
) -> DoNotCallList:
    """The list of this very file, made when it is not there: loading it again goes on with it."""
    tx.dialect.one_at_a_time(tx.connection, "do-not-call lists")
    same = {"client": client, "kind": kind, "sha256": sha256, "hash_key": key.hex()}
    there = sa.select(suppression_list.c.id).where(
        suppression_list.c.lifted_at.is_(None),
        *(suppression_list.c[column] == value for column, value in same.items()),
    )
    found = tx.connection.scalar(there.limit(1))
    if found is None:
        made = suppression_list.insert().values(**same, name=name, loaded_by=by, loaded_at=tx.now)
        found = tx.connection.scalar(made.returning(suppression_list.c.id))
    return load_list(tx, SuppressionListId(found))


class NamedList(Protocol):
    """As much of a list as is kept with each of its entries."""

    @property
    def id(self) -> SuppressionListId:
        """Its number."""

    @property
    def client(self) -> str:
        """Whose list it is."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def loaded_by(self) -> str:
        """Who loaded it."""


def keep_entries(tx: Transaction, kept: NamedList, marks: Iterable[Mark]) -> KeptEntries:
    """Keep entries of a list, each once; they hold from now on."""
    prints = fingerprints(tx)
    wanted = {prints.of(mark): mark for mark in marks if mark.value}
    if not wanted:
        return KeptEntries(added=0, leads=())
    there = _ids_of(tx, kept.id, list(wanted))
    new = [one for one in wanted if one not in there]
    reason = ON_LIST.format(name=kept.name)
    if len(new) <= _FEW:
        said = {"now": tx.now, "list_id": kept.id, "reason": reason}
        for one in new:
            mark = wanted[one]
            entry = {"scope": mark.scope, "fingerprint": one, "number": mark.value}
            quick_write(tx, _KEEP, said | entry)
    else:
        now, by = tx.dialect.moment(tx.now), kept.loaded_by
        rows = [(kept.client, wanted[one].scope, one, by, reason, now, kept.id) for one in new]
        columns = ("client", "scope", "fingerprint", "by", "reason", "at", "of_list")
        insert_many(tx, suppression, columns, rows)
    keeper = min((there | _ids_of(tx, kept.id, new)).values())
    leads = stop_calls(tx, kept.client, wanted.values(), reason, keeper=keeper)
    return KeptEntries(added=len(new), leads=leads)


def finish_list(tx: Transaction, list_id: SuppressionListId, *, rows: int, left_out: int) -> None:
    """All of its file is read."""
    values = {"rows": rows, "left_out": left_out, "is_whole": True}
    tx.connection.execute(
        suppression_list.update().where(suppression_list.c.id == list_id).values(**values)
    )


def load_list(tx: Transaction, list_id: SuppressionListId) -> DoNotCallList:
    """The do-not-call list with that number.

    Raises:
        NotFound: there is none.
    """
    row = tx.connection.execute(_LISTS.where(suppression_list.c.id == list_id)).first()
    if row is None:
        raise NotFound(
            tr(
                "There is no do-not-call list number {number}. Look at the lists and choose one.",
                number=list_id,
            )
        )
    return _list(row)


def all_lists(tx: Transaction, client: str | None = None) -> tuple[DoNotCallList, ...]:
    """The do-not-call lists of a client, or of all; the newest first, lifted ones too."""
    query = _LISTS.order_by(suppression_list.c.id.desc())
    if client is not None:
        query = query.where(suppression_list.c.client == client)
    return tuple(map(_list, tx.connection.execute(query)))


def begin_lift(tx: Transaction, list_id: SuppressionListId, because: str, by: str) -> DoNotCallList:
    """Say that a list is lifted: nothing new is found on it from now on.

    Raises:
        NotFound: there is no such list.
        Refused: it was lifted before, and nothing of it holds any more.
    """
    kept = load_list(tx, list_id)
    if kept.lifted_at is not None:
        if not kept.entries and not _has_hashes(tx, list_id):
            day = day_words(kept.lifted_at.date())
            raise Refused(tr("“{list}” was lifted already, on {day}.", list=kept.name, day=day))
        return kept
    values = {"lifted_at": tx.now, "lifted_by": by, "lifted_because": because}
    tx.connection.execute(
        suppression_list.update().where(suppression_list.c.id == list_id).values(**values)
    )
    return load_list(tx, list_id)


def lift_some(tx: Transaction, kept: DoNotCallList, at_once: int) -> tuple[LeadId, ...] | None:
    """Lift the next entries of a lifted list; the leads that are back, None when all are done."""
    held = sa.select(suppression.c.id).where(
        suppression.c.of_list == kept.id, suppression.c.lifted_at.is_(None)
    )
    ids = tx.connection.scalars(held.order_by(suppression.c.id).limit(at_once)).all()
    return lift(tx, [SuppressionId(one) for one in ids], kept.lifted_because) if ids else None


def shown_numbers(tx: Transaction, client: str) -> set[tuple[str, str]]:
    """The client's suppressed numbers that a lead of theirs still shows, with fingerprints.

    Of all others only the fingerprint is left, which nobody can turn back into a number.
    """
    rows = tx.connection.execute(_SHOWN, {"client": client})
    return {(row.e164, row.fingerprint) for row in rows}


def count_entries(tx: Transaction, client: str) -> int:
    """How many fingerprints of numbers, addresses, people and companies the client has."""
    different = sa.func.count(suppression.c.fingerprint.distinct())
    query = sa.select(different).where(
        suppression.c.client == client, suppression.c.lifted_at.is_(None)
    )
    return int(tx.connection.scalar(query) or 0)


def _ids_of(
    tx: Transaction, list_id: SuppressionListId, prints: list[str]
) -> dict[str, SuppressionId]:
    # By fingerprint alone: asked for the list as well, SQLite would read all that is on it.
    return {
        row.fingerprint: SuppressionId(row.id)
        for row in quick_rows(tx, _ENTRIES, {"prints": prints})
        if row.of_list == list_id and row.lifted_at is None
    }


def _has_hashes(tx: Transaction, list_id: SuppressionListId) -> bool:
    query = sa.select(suppression_hash.c.hash).where(suppression_hash.c.list_id == list_id)
    return tx.connection.scalar(query.limit(1)) is not None


def _list(row: Any) -> DoNotCallList:
    return DoNotCallList(
        id=SuppressionListId(row.id),
        client=row.client,
        name=row.name,
        kind=row.kind,
        rows=row.rows,
        left_out=row.left_out,
        entries=row.entries,
        is_whole=row.is_whole,
        loaded_by=row.loaded_by,
        loaded_at=row.loaded_at,
        lifted_at=row.lifted_at,
        lifted_by=row.lifted_by,
        lifted_because=row.lifted_because,
    )


_FEW = 20
"""Entries that are kept one by one: the number of a call, and not those of a file."""
_PRINTS: sa.BindParameter[list[str]] = sa.bindparam("prints", expanding=True)
# A number that is learnt on a call may stand on a list of its client's: then it counts at once.
_ENTRIES = act(
    "entries_of_prints",
    sa.select(
        *(suppression.c[name] for name in ("fingerprint", "id", "of_list", "lifted_at"))
    ).where(suppression.c.fingerprint.in_(_PRINTS)),
    beyond=True,
)
_KEEP = act(
    "keep_listed",
    suppression.insert().from_select(
        ["client", "scope", "fingerprint", "by", "reason", "at", "of_list"],
        sa.select(
            suppression_list.c.client,
            sa.bindparam("scope", type_=sa.Text()),
            sa.bindparam("fingerprint", type_=sa.Text()),
            suppression_list.c.loaded_by,
            sa.bindparam("reason", type_=sa.Text()),
            sa.bindparam("now", type_=UtcDateTime()),
            suppression_list.c.id,
        ).where(
            suppression_list.c.id == sa.bindparam("list_id"),
            # It is not kept: by it is found whose it is, without reading everybody's.
            sa.bindparam("number", type_=sa.Text()) != "",
        ),
        include_defaults=False,
    ),
    beyond=True,
    # A number of somebody here that does stand on that list.
    only="""EXISTS (
        SELECT 1 FROM contact_phone
        JOIN suppression_list ON suppression_list.id = :list_id AND lifted_at IS NULL
        JOIN suppression_hash ON list_id = suppression_list.id
            AND hash = encode(act.hmac(decode(suppression_list.hash_key, 'hex'),
                convert_to(e164, 'UTF8')), 'hex')
        WHERE e164 = :number AND fingerprint = :fingerprint AND e164 <> ''
    )""",
)
# The key stays where it is: no look at the lists reads it.
_LISTS = sa.select(
    *(column for column in suppression_list.c if column.name not in {"hash_key", "sha256"}),
    sa.select(sa.func.count())
    .where(suppression.c.of_list == suppression_list.c.id, suppression.c.lifted_at.is_(None))
    .correlate(suppression_list)
    .scalar_subquery()
    .label("entries"),
)
_CLIENT: sa.BindParameter[str] = sa.bindparam("client", type_=sa.Text)
_SHOWN = (
    sa.select(contact_phone.c.e164, contact_phone.c.fingerprint)
    .distinct()
    .where(
        contact_phone.c.e164 != "",
        contact_phone.c.fingerprint.in_(
            sa.select(suppression.c.fingerprint).where(
                suppression.c.client == _CLIENT, suppression.c.lifted_at.is_(None)
            )
        ),
        sa.exists()
        .where(
            lead.c.contact_id == contact_phone.c.contact_id,
            campaign.c.id == lead.c.campaign_id,
            is_meant(_CLIENT),
        )
        .correlate(contact_phone),
    )
)
