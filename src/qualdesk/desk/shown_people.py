"""How people are shown to others: by name, or callers by seat where names are switched off."""

from collections.abc import Iterable

from qualdesk.core.clock import Clock
from qualdesk.desk.phones import PhonesDesk
from qualdesk.store.database import Store
from qualdesk.store.members import members


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
    seats = phones.shown_as(sorted(some - others))
    return {one: seats.get(one, one) for one in some}
