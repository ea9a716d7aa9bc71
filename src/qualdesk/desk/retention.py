"""Who is kept no longer: listed first, then erased by hand or by the program's timer."""

from dataclasses import replace

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.progress import Progress
from qualdesk.core.retention import MOST_MONTHS, DuePerson, Terms
from qualdesk.core.wording import tr
from qualdesk.desk.erasing import Erasing, refuse_part
from qualdesk.store import retention
from qualdesk.store.campaigns import client_named, find_campaign
from qualdesk.store.clients import own_client
from qualdesk.store.database import Store
from qualdesk.store.history import note
from qualdesk.store.team.people import refuse_part_sight

SHOWN = 200
"""So many of those who are due are listed."""
# The words of all others are read once for so many: that takes most of the time.
_AT_ONCE = 200
_BY_ITSELF = 20


@frozen
class Due:
    """Who would be erased now, and how many there are in all."""

    people: tuple[DuePerson, ...]
    count: int


@frozen
class LetGo:
    """Whom the terms let go: how many were erased, and what is left to look after."""

    erased: int
    changes: Changes


class Retention:
    """Keeps nobody longer than the terms say. Do-not-call entries keep terms of their own."""

    def __init__(self, store: Store, clock: Clock, caller: str, erasing: Erasing) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller
        self._erasing = erasing

    def terms(self) -> Terms:
        """For how long people are kept."""
        with self._store.reading() as tx:
            return retention.terms(tx)

    def keep_for(
        self, months: int | None, *, client: str | None = None, campaign: str | None = None
    ) -> Terms:
        """Say for how many months; of a client or a campaign, None takes its own term away.

        Raises:
            Refused: it is no number of months people can be kept for.
            NotFound: there is no such campaign or client.
        """
        if months is not None and not 1 <= months <= MOST_MONTHS:
            raise Refused(tr("People are kept for 1 to {most} months.", most=MOST_MONTHS))
        with self._store.transaction() as tx:
            said = retention.terms(tx)
            if campaign is not None:
                found = find_campaign(tx, campaign)
                rest = [one for one in said.of_campaign if one[0] != found.id]
                own = [] if months is None else [(int(found.id), months)]
                said = replace(said, of_campaign=tuple(rest + own))
            elif client is not None:
                name = client_named(tx, client)
                other = [one for one in said.of_client if one[0] != name]
                theirs = [] if months is None else [(name, months)]
                said = replace(said, of_client=tuple(other + theirs))
            else:
                said = replace(said, months=Terms().months if months is None else months)
            retention.keep_terms(tx, said)
            note(tx, self._caller, "set how long people are kept", "client", "", months=months)
        return said

    def by_itself(self, *, wanted: bool) -> Terms:
        """Let the timer erase who is due, a few each minute, or leave it to people."""
        with self._store.transaction() as tx:
            said = replace(retention.terms(tx), by_itself=wanted)
            retention.keep_terms(tx, said)
            note(tx, self._caller, "set who lets people go", "client", "", by_itself=wanted)
        return said

    def due(self, limit: int = SHOWN) -> Due:
        """Who would be erased now: a look, nothing is changed.

        Raises:
            Refused: in a team it is a supervisor's.
        """
        with self._store.reading() as tx:
            refuse_part_sight(tx)
            people = tuple(retention.due(tx, limit))
            count = retention.count_due(tx) if len(people) == limit else len(people)
            return Due(people=people, count=count)

    def let_go(self, progress: Progress | None = None, most: int | None = None) -> LetGo:
        """Erase everybody who is due, or ``most`` of them; one after the other, each whole.

        Nobody is put on a do-not-call list by it: they did not say no.

        Raises:
            Refused: the caller works for one client alone.
            Cancelled: somebody stopped it; who was erased by then is.
        """
        with self._store.reading() as tx:
            refuse_part(tx)
        changes, erased, skipped = NO_CHANGES, 0, set[LeadId]()
        of = 0 if progress is None else self._count()

        def before(lead_id: LeadId) -> None:
            if progress is not None:
                progress.report(erased, of)
            self._refuse_kept(lead_id)

        while most is None or erased < most:
            at_once = _AT_ONCE if most is None else min(_AT_ONCE, most - erased)
            with self._store.reading() as tx:
                some = retention.due(tx, at_once + len(skipped))
            wanted = [one.lead_id for one in some if one.lead_id not in skipped][:at_once]
            if not wanted:
                break
            gone, more = self._erasing.let_go(wanted, before)
            changes, erased = changes | more, erased + len(gone)
            skipped |= set(wanted) - gone
        return LetGo(erased=erased, changes=changes)

    def tick(self) -> Changes | None:
        """What the timer does: a few people, when it is switched on."""
        with self._store.reading() as tx:
            if tx.dialect.acts_only or own_client(tx) or not retention.terms(tx).by_itself:
                return None
        done = self.let_go(most=_BY_ITSELF)
        return done.changes if done.erased else None

    def _refuse_kept(self, lead_id: LeadId) -> None:
        """Somebody may have called them while others were erased: that takes a while."""
        with self._store.reading() as tx:
            if not retention.is_due(tx, lead_id):
                raise Refused(tr("They are kept: somebody is in contact with them."))

    def _count(self) -> int:
        with self._store.reading() as tx:
            return retention.count_due(tx)
