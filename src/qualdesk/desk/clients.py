"""The clients calls are made for, and who works for one of them alone (O7)."""

from dataclasses import replace

from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.members import Member
from qualdesk.core.plain_text import without_tricks
from qualdesk.core.wording import tr
from qualdesk.store import clients as kept
from qualdesk.store import members
from qualdesk.store.campaigns import client_named
from qualdesk.store.clients import ClientKept
from qualdesk.store.database import Store
from qualdesk.store.history import note
from qualdesk.store.team.people import is_team

__all__ = ["ClientKept", "Clients", "ClientsChanged"]


@frozen
class ClientsChanged:
    """What was written down of a client."""

    name: str
    changes: Changes


class Clients:
    """Each has campaigns, do-not-call lists, batches and statements of its own."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def all(self) -> tuple[ClientKept, ...]:
        """All clients by name, those that campaigns alone name too; who is bound sees theirs."""
        with self._store.reading() as tx:
            return kept.clients(tx)

    def has_several(self) -> bool:
        """Whether there is more than one: where there is not, nobody needs to hear of them."""
        return len(self.all()) > 1

    def calls_for_several(self) -> bool:
        """Whether a no to every call from here says more than a no to the client of a call."""
        with self._store.reading() as tx:
            return kept.calls_for_several(tx)

    def add(self, name: str) -> ClientsChanged:
        """Write a client down by name. One of that name, whatever its capitals, stays as it is.

        Raises:
            Refused: it has no name, or a long one; or the caller works for one client alone.
        """
        wanted = " ".join(without_tricks(name).split())
        if not wanted or len(wanted) > _LONGEST or wanted == HOUSE:
            raise Refused(tr("A client needs a name of at most {most} letters.", most=_LONGEST))
        with self._store.transaction() as tx:
            if kept.own_client(tx):
                raise Refused(tr("You work for one client: another is for others to add."))
            same = (one.name for one in kept.clients(tx))
            found = next((one for one in same if one.casefold() == wanted.casefold()), "")
            if not found:
                kept.add_client(tx, wanted, self._caller)
                note(tx, self._caller, "wrote down a client", "client", wanted)
        return ClientsChanged(name=found or wanted, changes=Changes(queue=True))

    def bind(self, person: str, client: str) -> Member:
        """Let somebody work for one client alone, empty for all; they see nothing of others then.

        In a file this keeps other clients out of the way; somebody who opens the file with
        another program reads all of it. In a team the server holds it, and whoever administers
        it says so: ``qualdesk team bind``.

        Raises:
            NotFound: there is no such client.
            Refused: it is a team, or whoever asks works for one client alone.
        """
        with self._store.transaction() as tx:
            if is_team(tx):
                raise Refused(tr("Whoever administers the server says it: qualdesk team bind NAME"))
            if kept.own_client(tx):
                raise Refused(tr("You work for one client: who works for whom is for others."))
            one = members.find_member(tx, person) or Member(name=person)
            bound = replace(one, client=client_named(tx, client) if client else "")
            members.keep_member(tx, bound)
            note(tx, self._caller, "bound to a client", "member", one.name)
        return bound


_LONGEST = 80
