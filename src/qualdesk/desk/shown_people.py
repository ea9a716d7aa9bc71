"""How people are shown to others: by name, or callers by seat where names are switched off."""

from collections.abc import Iterable, Mapping

from qualdesk.core.clock import Clock
from qualdesk.desk.phones import PhonesDesk
from qualdesk.store.database import Store
from qualdesk.store.members import members
from qualdesk.store.on_phones import names_shown, seats, take_seats


def shown_people(store: Store, clock: Clock, caller: str, names: Iterable[str]) -> dict[str, str]:
    """Each of these names as ``caller`` sees it.

    Who is no caller keeps their name, and so does whoever looks: nobody is watched by that.
    """
    some = {one for one in names if one}
    phones = PhonesDesk(store, clock, caller)
    if not some or phones.are_named():
        return {one: one for one in some}
    with store.reading() as tx:
        others = {one.name for one in members(tx) if one.role != "caller"} | {caller}
    seated = phones.shown_as(sorted(some - others))
    return {one: seated.get(one, one) for one in some}


def seats_of(store: Store, names: Iterable[str]) -> Mapping[str, int] | None:
    """The seat of the day of each of these people; None where callers are shown by name."""
    wanted = {one for one in names if one}
    with store.reading() as tx:
        if names_shown(tx):
            return None
        there = seats(tx)
    if not wanted <= set(there):
        with store.transaction() as tx:
            there = take_seats(tx, wanted)
    return {one: there[one] for one in wanted}
