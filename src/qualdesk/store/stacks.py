"""Stacks: leads of a cell that look alike to the queue. The only writer of a lead's place."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from qualdesk.core.ids import CampaignId, ContactId, LeadId, ListId
from qualdesk.core.leads import PhoneKind, PhoneState, Signals
from qualdesk.core.legal import places_of
from qualdesk.core.roles import role_of
from qualdesk.core.sources import SourceType
from qualdesk.core.traits import Traits, anchored, interest_of
from qualdesk.store import ranking
from qualdesk.store.acts import BOTH, act
from qualdesk.store.bulk import chunks
from qualdesk.store.cells import IS_LOADING, cell_for, drop_empty
from qualdesk.store.database import Transaction
from qualdesk.store.dialects import insert_or
from qualdesk.store.legal import NUMBERS, LegalKeys, Person, numbers_of, said_of
from qualdesk.store.permissions import OF_LEADS
from qualdesk.store.quick import Look, quick_row, quick_rows, quick_write, together
from qualdesk.store.schema_campaigns import cell, stack
from qualdesk.store.schema_leads import lead, touchpoint
from qualdesk.store.schema_lists import lead_list
from qualdesk.store.schema_people import contact, contact_phone

_AT_ONCE = 200


def stack_for(tx: Transaction, cell_id: int, traits: str) -> int:
    """The stack of a cell's leads with these traits (a key, empty for unsorted), made when new.

    It does not go away before the transaction ends, empty or not.
    """
    asked = {"cell_id": cell_id, "traits": traits}
    found = quick_row(tx, _STACK, asked)
    if found is None:
        tier, score = ranking.score_now(tx, cell_id, traits)
        quick_write(tx, _MAKE, {**asked, "tier": tier, "score": score, "now": tx.now})
        found = quick_row(tx, _STACK, asked)
    return int(found.id)


class Places:
    """Where leads belong: cells and stacks, each looked up once.

    Kept for one transaction; or, for the leads of one list, until that list is published.
    """

    def __init__(self) -> None:
        self._cells: dict[tuple[int, frozenset[str], int, str], int] = {}
        self._stacks: dict[tuple[int, str], int] = {}

    def cell(
        self,
        tx: Transaction,
        campaign_id: CampaignId,
        zones: Iterable[str],
        of_list: int,
        legal: str,
    ) -> int:
        """The cell on these clocks and under this law, made when it is new."""
        key = (campaign_id, frozenset(zones), of_list, legal)
        if key not in self._cells:
            self._cells[key] = cell_for(tx, campaign_id, key[1], of_list, legal)
        return self._cells[key]

    def stack(self, tx: Transaction, cell_id: int, traits: str) -> int:
        """The stack of that cell, made when it is new."""
        key = (cell_id, traits)
        if key not in self._stacks:
            self._stacks[key] = stack_for(tx, cell_id, traits)
        return self._stacks[key]


def sort(tx: Transaction, lead_ids: Collection[int], of_list: int | None = None) -> int:
    """Put leads into the cell and the stack they belong to, as all is known of them now; how many.

    To be asked wherever what a lead is to the queue has changed. ``of_list`` moves them to the
    cells of a list that is being loaded, or to the campaign's own for 0; otherwise they stay
    with the list they are with. A caller of a team sorts those that are theirs.
    """
    places, keys, found = Places(), LegalKeys(), 0
    for some in chunks(sorted(set(lead_ids)), _AT_ONCE):
        moves: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        ids_of = [LeadId(one) for one in some]
        with together(tx, _looks(tx, some)):
            numbers, said = numbers_of(tx, ids_of), said_of(tx, ids_of)
            rows = quick_rows(tx, _STANDS, {"ids": some})
        found += len(rows)
        for row in rows:
            list_id = row.of_list if of_list is None else of_list
            person = _person(row, list_id, numbers.get(row.id, ()))
            legal = keys.of(tx, person, said.get(row.id, ()))
            campaign_id = CampaignId(row.campaign_id)
            there = places.cell(tx, campaign_id, row.zones or (), list_id, legal)
            in_stack = places.stack(tx, there, _traits(row).key)
            if (there, in_stack) != (row.cell_id, row.stack_id):
                moves[there, in_stack].append(row.id)
        for (there, in_stack), ids in moves.items():
            quick_write(tx, _MOVE, {"ids": ids, "there": there, "in_stack": in_stack})
    return found


def _looks(tx: Transaction, lead_ids: list[int]) -> Iterator[Look]:
    if not tx.rules().is_empty:
        yield NUMBERS, {"leads": lead_ids}
        yield OF_LEADS, {"leads": lead_ids, "loading": 0}
    yield _STANDS, {"ids": lead_ids}


def home_of(tx: Transaction, campaign_id: CampaignId, contact_id: ContactId) -> int:
    """The campaign's own cell for a person, made when it is new."""
    row = quick_row(tx, _PERSON, {"contact_id": contact_id})
    person = Person(
        campaign_id=campaign_id,
        places=places_of(row.country, row.subdivision, row.postcode, ()),
        has_company=row.company_id is not None,
    )
    return cell_for(tx, campaign_id, row.zones or (), legal=LegalKeys().of(tx, person))


def sort_person(tx: Transaction, contact_id: ContactId, of_list: int | None = None) -> None:
    """The same for all leads of a person of whom something else is known now."""
    theirs = sa.select(lead.c.id).where(lead.c.contact_id == contact_id)
    sort(tx, tx.connection.scalars(theirs).all(), of_list)


def sort_some(tx: Transaction, at_most: int) -> bool:
    """Put leads nobody has sorted yet in their place; whether there may be more.

    After the tables were brought up to date each cell is one such stack.
    """
    unsorted = (
        sa.select(lead.c.id)
        .join(stack, stack.c.id == lead.c.stack_id)
        .where(stack.c.traits == "")
        .limit(at_most)
        # A lead somebody is just claiming stays for the next time.
        .with_for_update(skip_locked=True, of=lead)
    )
    ids = tx.connection.scalars(unsorted).all()
    sort(tx, ids)
    return bool(ids)


def move_leads(tx: Transaction, lead_ids: Collection[int], of_list: int = 0) -> None:
    """Leads go to the campaign's own cell on their clocks, or to that of a list being loaded.

    The first for those that stay though their list goes, the second for those that can be
    called by what the list says.
    """
    sort(tx, lead_ids, of_list)


def merge_some(tx: Transaction, at_most: int) -> bool:
    """Move leads of a published list's cell into the campaign's; whether there may be more.

    Nobody waits for it: the leads can be called from either cell.
    """
    second = tx.connection.execute(_PUBLISHED_BESIDE).first()
    if second is None:
        return False
    first = tx.connection.execute(_ONE_STACK, {"cell_id": second.id}).first()
    if first is None:
        return drop_empty(tx, second.id)
    zones = second.zone_set.split("|") if second.zone_set else ()
    home = cell_for(tx, CampaignId(second.campaign_id), zones, legal=second.legal)
    in_stack = stack_for(tx, home, first.traits)
    some = (
        sa.select(lead.c.id)
        .where(lead.c.stack_id == first.id)
        .limit(at_most)
        .with_for_update(skip_locked=True)
    )
    moved = lead.update().where(lead.c.id.in_(some)).values(cell_id=home, stack_id=in_stack)
    if not tx.connection.execute(moved).rowcount:
        _drop(tx, [first.id])
    return True


def drop_some(tx: Transaction, at_most: int) -> bool:
    """Remove stacks that no lead stands in; whether there may be more.

    Those of a list that is being loaded stay: its writer knows them by their number.
    """
    found = tx.connection.scalars(_EMPTY, {"at_most": at_most}).all()
    _drop(tx, found)
    return len(found) == at_most


def _drop(tx: Transaction, stack_ids: Collection[int]) -> None:
    """Remove those of the stacks that are still empty, now that nobody can join them."""
    for some in chunks(stack_ids):
        tx.connection.execute(stack.delete().where(stack.c.id.in_(some), ~_HAS_LEADS))


def _traits(row: sa.Row[Any]) -> Traits:
    signals = Signals(**{**row.signals, "source": SourceType(row.signals["source"])})
    return traits_of(
        signals,
        title=row.title,
        phone=row.phone or PhoneKind.UNKNOWN.value,
        anchor=anchored(signals.source, row.anchor),
        attempts=row.attempts,
        tried=row.tried_parts,
        hinted=row.hinted_parts,
        was_reached=row.was_reached,
        is_pinned=row.is_pinned,
    )


def traits_of(signals: Signals, *, title: str, phone: str, **beside: Any) -> Traits:
    """What a lead is to the queue; ``phone`` is the kind of the number dialled first."""
    return Traits(
        source=signals.source,
        role=role_of(title),
        phone=PhoneKind(phone),
        asked=signals.asked_for_call,
        interest=interest_of(signals),
        **beside,
    )


def _person(row: sa.Row[Any], of_list: int, numbers: Iterable[str]) -> Person:
    return Person(
        campaign_id=CampaignId(row.campaign_id),
        places=places_of(row.country, row.subdivision, row.postcode, numbers),
        list_id=ListId(of_list) if of_list else None,
        has_company=row.company_id is not None,
        is_referred=row.referred_by is not None,
    )


_DIALABLE = [state.value for state in PhoneState if state.is_dialable]
_FIRST_PHONE = (
    sa.select(contact_phone.c.kind)
    .where(contact_phone.c.contact_id == lead.c.contact_id, contact_phone.c.state.in_(_DIALABLE))
    .order_by(contact_phone.c.position, contact_phone.c.id)
    .limit(1)
    .correlate(lead)
    .scalar_subquery()
)
_ANCHOR = (
    sa.select(sa.func.max(touchpoint.c.at))
    .where(touchpoint.c.lead_id == lead.c.id)
    .correlate(lead)
    .scalar_subquery()
)
# Of somebody who is no lead of theirs yet, and nothing that says who it is.
_PERSON = act(
    "where_person_is",
    sa.select(
        *(contact.c[name] for name in ("zones", "country", "subdivision", "postcode", "company_id"))
    ).where(contact.c.id == sa.bindparam("contact_id")),
    beyond=True,
)
_IDS: sa.BindParameter[list[int]] = sa.bindparam("ids", expanding=True)
# All that decides a lead's place, asked once. On a shared server nobody moves them meanwhile.
_STANDS = act(
    "stands_to_sort",
    sa.select(
        lead.c.id,
        lead.c.campaign_id,
        lead.c.cell_id,
        lead.c.stack_id,
        lead.c.signals,
        lead.c.attempts,
        lead.c.tried_parts,
        lead.c.hinted_parts,
        lead.c.was_reached,
        lead.c.is_pinned,
        contact.c.title,
        contact.c.zones,
        contact.c.country,
        contact.c.subdivision,
        contact.c.postcode,
        contact.c.company_id,
        lead.c.referred_by,
        cell.c.of_list,
        _FIRST_PHONE.label("phone"),
        _ANCHOR.label("anchor"),
    )
    .join(contact, contact.c.id == lead.c.contact_id)
    .join(cell, cell.c.id == lead.c.cell_id)
    .where(lead.c.id.in_(_IDS))
    .order_by(lead.c.id)
    .with_for_update(of=lead),
    to=BOTH,
)
_MOVE = act(
    "sort_leads",
    lead.update()
    .where(lead.c.id.in_(_IDS))
    .values(cell_id=sa.bindparam("there"), stack_id=sa.bindparam("in_stack")),
    to=BOTH,
)
# Stacks are nobody's.
_STACK = act(
    "keep_stack",
    sa.select(stack.c.id)
    .where(stack.c.cell_id == sa.bindparam("cell_id"), stack.c.traits == sa.bindparam("traits"))
    .with_for_update(read=True, key_share=True),
    to=BOTH,
    beyond=True,
)
_MADE = ("cell_id", "traits", "tier", "score")
_MAKE = act(
    "make_stack",
    insert_or(stack)
    .values(**{name: sa.bindparam(name) for name in _MADE}, ranked_at=sa.bindparam("now"))
    .unless_there(),
    to=BOTH,
    beyond=True,
)
_HAS_LEADS = sa.exists().where(lead.c.stack_id == stack.c.id).correlate(stack)
_LOADING = (
    sa.exists()
    .where(
        cell.c.id == stack.c.cell_id,
        lead_list.c.id == cell.c.of_list,
        lead_list.c.state == "loading",
    )
    .correlate(stack)
)
_EMPTY = (
    sa.select(stack.c.id)
    .where(~_HAS_LEADS, ~_LOADING)
    .order_by(stack.c.id)
    .limit(sa.bindparam("at_most"))
    .with_for_update(skip_locked=True, of=stack)
)
_ONE_STACK = (
    sa.select(stack.c.id, stack.c.traits)
    .where(stack.c.cell_id == sa.bindparam("cell_id"))
    .order_by(stack.c.id)
    .limit(1)
    .with_for_update()
)
_PUBLISHED_BESIDE = (
    sa.select(cell.c.id, cell.c.campaign_id, cell.c.zone_set, cell.c.legal)
    .where(cell.c.of_list != 0, ~IS_LOADING)
    .order_by(cell.c.id)
    .limit(1)
)
