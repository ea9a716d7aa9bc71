"""One do-not-call at a time: what was said, for how long it is kept, taking one back."""

from datetime import datetime
from pathlib import Path
from typing import Final

from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId, SuppressionId
from qualdesk.core.wording import tr, tr_later
from qualdesk.files.suppression_lists import write_lines
from qualdesk.store import said_no, suppression_terms
from qualdesk.store.campaigns import client_named
from qualdesk.store.clients import own_client
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note
from qualdesk.store.said_no import SaidNo


@frozen
class TakenBack:
    """One do-not-call that was taken back, and the leads that stand again where they stood."""

    said: SaidNo
    leads: tuple[LeadId, ...]

    @property
    def changes(self) -> Changes:
        """The leads that are back."""
        return Changes(leads=frozenset(self.leads), queue=True, suppression=True)


class WhatWasSaid:
    """The do-not-calls that were said in calls, each by itself."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def said(self, lead_id: LeadId) -> tuple[SaidNo, ...]:
        """All that was ever said about calling this lead, the newest first.

        Also what stands on a list, what ended and what was taken back; an erased lead shows
        nothing any more.

        Raises:
            NotFound: there is no such lead.
        """
        with self._store.reading() as tx:
            return said_no.said_of(tx, lead_id)

    def export_entries(self, path: Path | str, *, client: str = "") -> int:
        """Write all that stops calls for a client to a new file, whole or not at all; how many.

        As fingerprints, which say nothing about anybody: whoever has the workspace's key can show
        with them that a number is obeyed. Also of people who were erased. A row each: fingerprint,
        whom it stops, since when, until when, and whether it came with a list or was said.

        Raises:
            ExportRefused: the file is there already, or cannot be written.
            NotFound: no campaign is of that client.
        """
        with self._store.reading() as tx:
            kept = said_no.fingerprints_of(tx, whose(tx, client))
        write_lines(Path(path), ["fingerprint,scope,since,until,from", *map(_entry, kept)])
        with self._store.transaction() as tx:
            note(tx, self._caller, "exported", "do-not-call entries", client, entries=len(kept))
        return len(kept)

    def lift_one(self, said_id: SuppressionId, because: str) -> TakenBack:
        """Take one do-not-call back as a whole: a supervisor's word, with a reason, logged.

        Who nothing else stops stands again where they stood.

        Raises:
            NotFound: nothing was said under that number.
            Refused: no reason is given, it came with a list, it stops nobody any more, or it
                counts for all clients and who asks works for one alone.
        """
        because = " ".join(because.split())
        if not because:
            raise Refused(tr("Say why it is taken back. The reason is kept with it."))
        with self._store.transaction() as tx:
            if whose_said(tx, said_id) == HOUSE and own_client(tx):
                raise Refused(tr(_OF_ALL, number=said_id))
            leads = said_no.take_back(tx, said_id, because)
            found = said_no.load_said(tx, said_id)
            told = {"scope": found.scope, "leads": len(leads)}
            note(tx, self._caller, "took back", "do-not-call", found.id, **told)
        return TakenBack(said=found, leads=leads)

    def kept_for(self, client: str | None = None) -> int | None:
        """For how many days a no is kept, None for good: to a client, or where none says more.

        Raises:
            NotFound: no campaign is of that client.
        """
        with self._store.reading() as tx:
            named = None if client is None else whose(tx, client)
            found = suppression_terms.kept_for(tx, named)
        return None if found is None else found.days

    def keep_for(self, days: int | None, client: str | None = None) -> Changes:
        """Say for how many days a no is kept from now on; None for good, which is the default.

        Never shorter than the longest time a calling rule asks for. What was said before keeps
        its own time. A list's entries hold until the list is lifted.

        Raises:
            NotFound: no campaign is of that client.
            Refused: a calling rule asks for longer.
        """
        with self._store.transaction() as tx:
            named = None if client is None else whose(tx, client)
            suppression_terms.keep_for(tx, days, named)
            note(tx, self._caller, "set how long a no is kept", "client", named or "", days=days)
        return Changes(suppression=True)


def whose_said(tx: Transaction, said_id: SuppressionId) -> str:
    """To whom a no was said: a client, or the whole house.

    Raises:
        NotFound: nothing was said under that number, or to another client than the one whoever
            asks works for.
    """
    client = said_no.load_said(tx, said_id).client
    return client if client == HOUSE else client_named(tx, client)


def whose(tx: Transaction, client: str) -> str:
    """Whose do-not-call is meant: a client's by its name, or the whole house's.

    Raises:
        NotFound: no campaign is of that client, or it is not the one of who asks.
        Refused: the house's, and who asks works for one client alone.
    """
    if client != HOUSE:
        return client_named(tx, client)
    if own_client(tx):
        raise Refused(
            tr(
                "You work for one client, and this counts for all of them. Ask a supervisor who "
                "works for all clients."
            )
        )
    return HOUSE


_OF_ALL: Final = tr_later(
    "This no counts for all clients, and you work for one. It stays until somebody who works for "
    "all of them takes it back: ask a supervisor, and say its number, {number}."
)


def _entry(one: said_no.Kept) -> str:
    came = "list" if one.is_of_list else "said"
    return ",".join((one.fingerprint, one.scope, _day(one.at), _day(one.expires_at), came))


def _day(at: datetime | None) -> str:
    return at.date().isoformat() if at else ""
