"""Do-not-call lists of hashes: numbers a client keeps to themselves, found among our own.

Their hashes are made with the client's key, ours with another: each number of the client's
campaigns is hashed with theirs and looked for. What is found becomes an ordinary entry of our
own, so that nothing that asks before a call needs to know of these lists.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, ContactId, LeadId, SuppressionListId
from qualdesk.core.keyed_hashes import hash_of
from qualdesk.store.acts import CALLER, SALES, act
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.house import counts_for, is_meant
from qualdesk.store.quick import quick_row, quick_rows
from qualdesk.store.schema_calls import suppression_hash, suppression_list
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import contact_phone
from qualdesk.store.suppression import Mark

if TYPE_CHECKING:
    from qualdesk.store.suppression_lists import DoNotCallList

NUMBERS_AT_ONCE = 400
PASSED_OVER = 20
"""For each number that is looked for, so many of other clients are passed over."""


@frozen
class KeyedList:
    """A list of hashes, and the client's key they were made with."""

    id: SuppressionListId
    client: str
    name: str
    loaded_by: str
    key: bytes = field(repr=False)


def keyed_lists(tx: Transaction, client: str) -> tuple[KeyedList, ...]:
    """The lists of hashes that hold when it is called for this client, those of the house too."""
    return tuple(
        KeyedList(
            id=SuppressionListId(row.id),
            client=row.client,
            name=row.name,
            loaded_by=row.loaded_by,
            # No caller of a team reads it: the server looks their numbers up for them.
            key=b"" if tx.dialect.acts_only else bytes.fromhex(row.hash_key),
        )
        for row in quick_rows(tx, _LISTS if tx.dialect.acts_only else _KEYED, {"client": client})
    )


def keep_hashes(tx: Transaction, list_id: SuppressionListId, hashes: Sequence[str]) -> int:
    """Keep hashes of a list, each once; how many it did not have."""
    if not hashes:
        return 0
    kept = tx.connection.execute(
        tx.dialect.insert(suppression_hash)
        .values([{"list_id": list_id, "hash": one} for one in dict.fromkeys(hashes)])
        .on_conflict_do_nothing()
    )
    return kept.rowcount


def on_keyed_lists(tx: Transaction, client: str, numbers: Collection[str]) -> set[str]:
    """Those of the numbers (E.164) that stand on a list of hashes of this client."""
    return {number for one in keyed_lists(tx, client) for number in _numbers_on(tx, one, numbers)}


def stop_numbers(tx: Transaction, client: str, numbers: Collection[str]) -> tuple[LeadId, ...]:
    """Write down those of the numbers that are on a list of hashes; the leads this stopped.

    Numbers come into the workspace all the time, so this is asked wherever one is added: in
    the same transaction, or it could be dialled before anybody looked.
    """
    # A list of hashes is rare, and no start waits for the code of it.
    from qualdesk.store.suppression_lists import keep_entries

    stopped: list[LeadId] = []
    for one in keyed_lists(tx, client):
        found = _numbers_on(tx, one, numbers)
        if found:
            marks = [Mark("number", number) for number in found]
            stopped += keep_entries(tx, one, marks).leads
    return tuple(stopped)


def stop_people(tx: Transaction, client: str, people: Iterable[ContactId]) -> tuple[LeadId, ...]:
    """The same for every number of people who came into a campaign of the client."""
    if not keyed_lists(tx, client):
        return ()
    stopped: list[LeadId] = []
    for some in chunks(people, NUMBERS_AT_ONCE):
        numbers = tx.connection.scalars(_NUMBERS_OF, {"people": some}).all()
        stopped += stop_numbers(tx, client, numbers)
    return tuple(stopped)


def stop_new_number(tx: Transaction, contact_id: ContactId, e164: str) -> None:
    """The same for one number that a person was just given, for each client who calls them."""
    if e164 and quick_row(tx, _ANY_KEYED, {}) is not None:
        for row in quick_rows(tx, _CLIENTS, {"contact": contact_id}):
            stop_numbers(tx, row.client, [e164])


def stop_new_lead(tx: Transaction, campaign_id: CampaignId, contact_id: ContactId) -> None:
    """The same for every number of a person who was just put into a campaign."""
    if quick_row(tx, _ANY_KEYED, {}) is not None:
        client = tx.connection.scalar(
            sa.select(campaign.c.client).where(campaign.c.id == campaign_id)
        )
        stop_people(tx, client or "", [contact_id])


def numbers_behind(
    tx: Transaction, client: str, after: int, at_once: int
) -> tuple[int | None, tuple[str, ...]]:
    """The next numbers of the client's campaigns, and the place up to which all were looked at.

    None for the place when there are no more. One look passes over so many numbers of other
    clients at the most: callers wait for it.
    """
    asked = {"client": client, "after": after, "at_once": at_once}
    last: int | None = tx.connection.scalar(
        _NEXT, {"after": after, "passed": at_once * PASSED_OVER}
    )
    if last is None:
        return None, ()
    rows = tx.connection.execute(_BEHIND, {**asked, "last": last}).all()
    reached = rows[-1].id if len(rows) == at_once else last
    return reached, tuple(row.e164 for row in rows)


def forget_hashes(tx: Transaction, kept: "DoNotCallList", at_once: int) -> bool:
    """Throw some hashes of a lifted list away, its key with the last; whether there are more."""
    some = (
        sa.select(suppression_hash.c.hash)
        .where(suppression_hash.c.list_id == kept.id)
        .limit(at_once)
    )
    gone = tx.connection.execute(
        suppression_hash.delete().where(
            suppression_hash.c.list_id == kept.id, suppression_hash.c.hash.in_(some)
        )
    )
    if gone.rowcount:
        return True
    tx.connection.execute(
        suppression_list.update().where(suppression_list.c.id == kept.id).values(hash_key="")
    )
    return False


def _numbers_on(tx: Transaction, one: KeyedList, numbers: Collection[str]) -> list[str]:
    found: list[str] = []
    if tx.dialect.acts_only:
        for some in chunks(dict.fromkeys(number for number in numbers if number), NUMBERS_AT_ONCE):
            (hits,) = tx.run(_ASK_SERVER, {"list_id": one.id, "told": list(some)}).fetchone()
            found += hits
        return found
    for some in chunks(dict.fromkeys(number for number in numbers if number), NUMBERS_AT_ONCE):
        of_hash = {hash_of(number, one.key): number for number in some}
        asked = {"list_id": one.id, "hashes": list(of_hash)}
        found += [of_hash[row.hash] for row in quick_rows(tx, _HITS, asked)]
    return found


_IS_KEYED = sa.and_(suppression_list.c.hash_key != "", suppression_list.c.lifted_at.is_(None))
_BOTH = (CALLER, SALES)
# What the numbers of a call, and of a brief, are looked for by, whoever has them in front.
_LISTS = act(
    "keyed_lists",
    sa.select(*(suppression_list.c[name] for name in ("id", "client", "name", "loaded_by")))
    .where(_IS_KEYED, counts_for(sa.bindparam("client"), suppression_list))
    .order_by(suppression_list.c.id),
    to=_BOTH,
    beyond=True,
)
_KEYED = (
    sa.select(
        *(suppression_list.c[name] for name in ("id", "client", "hash_key", "name", "loaded_by"))
    )
    .where(_IS_KEYED, counts_for(sa.bindparam("client"), suppression_list))
    .order_by(suppression_list.c.id)
)
_ANY_KEYED = act(
    "any_keyed_list", sa.select(suppression_list.c.id).where(_IS_KEYED).limit(1), beyond=True
)
_HASHES: sa.BindParameter[list[str]] = sa.bindparam("hashes", expanding=True)
_HITS = (
    sa.select(suppression_hash.c.hash)
    .where(
        suppression_hash.c.list_id == sa.bindparam("list_id"), suppression_hash.c.hash.in_(_HASHES)
    )
    .order_by(suppression_hash.c.hash)
)
_ASK_SERVER = "SELECT act.on_keyed_list(%(list_id)s, %(told)s::text[])"
_PEOPLE: sa.BindParameter[list[int]] = sa.bindparam("people", expanding=True)
_NUMBERS_OF = (
    sa.select(contact_phone.c.e164)
    .where(contact_phone.c.contact_id.in_(_PEOPLE), contact_phone.c.e164 != "")
    .distinct()
)
_CLIENTS = act(
    "clients_of_person",
    sa.select(campaign.c.client)
    .join(lead, lead.c.campaign_id == campaign.c.id)
    .where(lead.c.contact_id == sa.bindparam("contact"))
    .distinct(),
    beyond=True,
)
_AFTER = contact_phone.c.id > sa.bindparam("after")
_NEXT: sa.Select[Any] = sa.select(sa.func.max(sa.column("id"))).select_from(
    sa.select(contact_phone.c.id)
    .where(_AFTER)
    .order_by(contact_phone.c.id)
    .limit(sa.bindparam("passed"))
    .subquery()
)
_BEHIND = (
    sa.select(contact_phone.c.id, contact_phone.c.e164)
    .where(
        _AFTER,
        contact_phone.c.id <= sa.bindparam("last"),
        contact_phone.c.e164 != "",
        sa.exists()
        .where(
            lead.c.contact_id == contact_phone.c.contact_id,
            campaign.c.id == lead.c.campaign_id,
            is_meant(sa.bindparam("client", type_=sa.Text)),
        )
        .correlate(contact_phone),
    )
    .order_by(contact_phone.c.id)
    .limit(sa.bindparam("at_once"))
)
