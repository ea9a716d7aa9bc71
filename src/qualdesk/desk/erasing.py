"""Erasing a person who asks for it: everything that says who they are, and nothing else."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.nameless import forget
from qualdesk.store import erasing, mentions
from qualdesk.store.clients import own_client
from qualdesk.store.compacting import compact
from qualdesk.store.database import Store, Transaction
from qualdesk.store.erased import refuse_erased
from qualdesk.store.erasing import Went
from qualdesk.store.erasing_rows import Person
from qualdesk.store.history import note
from qualdesk.store.mentions import Found, Marks
from qualdesk.store.mentions_of_many import find_mentions_of_many

__all__ = ["Erased", "Erasing", "Person", "Went"]


@frozen
class Erased:
    """Somebody is erased: what went, and what is left to look after by hand."""

    went: Went

    @property
    def changes(self) -> Changes:
        """Their leads, which only count from now on."""
        return Changes(leads=frozenset(self.went.leads), queue=True, suppression=True)

    @property
    def says(self) -> tuple[str, ...]:
        """What went and what did not, a sentence each."""
        went = self.went
        counts = (
            ("numbers", went.numbers),
            ("addresses", went.emails),
            ("answers", went.answers),
            (tr("things they did"), went.touchpoints),
            (tr("rows of lists"), went.rows),
            (tr("calls with their notes"), went.calls),
        )
        gone = ", ".join(f"{words} ({count})" for words, count in counts)
        kept = tr("that they were called and how it ended, and fingerprints that stop all calls")
        lines = [tr("Gone: name, {gone}.", gone=gone), tr("Kept: {kept}.", kept=kept)]
        if went.client:
            lines.append(tr(_FOR_ONE, client=went.client))
        lines += _to_look_after(went)
        lines.append(tr("Backups made before now still hold them: replace them."))
        lines.append(
            tr("What was changed earlier may lie in free pages: write the workspace anew.")
        )
        return tuple(lines)


class Erasing:
    """Erases people, for good."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def person(self, lead_id: LeadId) -> Person:
        """Whom erasing this lead would erase, with all their leads.

        Raises:
            NotFound: there is no such lead.
            Refused: they are erased already.
        """
        with self._store.reading() as tx:
            return erasing.person_of(tx, lead_id)

    def is_erased(self, lead_id: LeadId) -> bool:
        """Whether the person of a lead was erased; somebody who never was there was not."""
        with self._store.reading() as tx:
            try:
                refuse_erased(tx, lead_id)
            except Refused:
                return True
        return False

    def erase(self, lead_id: LeadId) -> Erased:
        """Erase the person of a lead, in every campaign; this cannot be undone.

        Name, numbers, addresses, notes and answers go. That they were called and how it ended
        still counts, without anybody being known by it. They are not called again: their
        fingerprints stay, and the same list loaded again leaves them out.

        Whoever works for one client alone erases them for that client: in all its campaigns and
        words. Where other clients have the same person, these keep what is theirs.

        Raises:
            NotFound: there is no such lead.
            Refused: they are erased already.
        """
        with self._store.reading() as tx:
            who = erasing.person_of(tx, lead_id)
            marks = erasing.marks_of(tx, who)
            found = mentions.find_mentions(tx, marks)
        went = self._take(lead_id, marks, found, "erased", never_again=True)
        return Erased(went=self._look_again(went, marks))

    def compact(self) -> None:
        """Write the workspace anew, so that nothing that was removed can be read out of it.

        Long work, during which nobody else can save.

        Raises:
            Refused: another window holds the file's log, or the login may not.
        """
        compact(self._store)

    def let_go(
        self, leads: Sequence[LeadId], before: Callable[[LeadId], None]
    ) -> tuple[frozenset[LeadId], Changes]:
        """Erase people who were kept for as long as the terms allow, one of the leads of each.

        As :meth:`erase`, but they did not say no: another list may bring them one day. The words
        of all others are read once for all of them. ``before`` is asked of each in its turn, and
        raises where they are kept; whoever is gone already is passed over. Those who went.

        Raises:
            Refused: the caller works for one client alone.
            Cancelled: ``before`` said so; who went by then is erased.
        """
        with self._store.reading() as tx:
            refuse_part(tx)
            there: dict[LeadId, Marks] = {}
            for one in leads:
                with suppress(NotFound, Refused):
                    there[one] = erasing.marks_of(tx, erasing.person_of(tx, one))
            found = find_mentions_of_many(tx, tuple(there.values()))
        changes, gone = NO_CHANGES, set[LeadId]()
        try:
            for (lead_id, of_them), rows in zip(there.items(), found, strict=True):
                with suppress(NotFound, Refused):
                    before(lead_id)
                    went = self._take(lead_id, of_them, rows, "let go", never_again=False)
                    changes |= Erased(went=went).changes
                    gone.add(lead_id)
        finally:
            self._look_once_more([of_them for one, of_them in there.items() if one in gone])
        return frozenset(gone), changes

    def _look_once_more(self, marks: Sequence[Marks]) -> None:
        """Take out what was written about them meanwhile."""
        with self._store.reading() as tx:
            found = find_mentions_of_many(tx, marks) if marks else ()
        for of_them, rows in zip(marks, found, strict=True):
            if rows:
                with self._store.erasing() as tx:
                    mentions.take_out(tx, of_them, rows)

    def _take(
        self, lead_id: LeadId, marks: Marks, found: Found, what: str, *, never_again: bool
    ) -> Went:
        with self._store.erasing() as tx:
            # Once more: a list may have added to them, somebody else may have been quicker.
            who = erasing.person_of(tx, lead_id)
            forget(tx, who.leads)
            went = erasing.erase(tx, who, self._caller, marks, found, never_again=never_again)
            for one in went.leads:
                note(tx, self._caller, what, "lead", one, calls=went.calls, rows=went.rows)
        return went

    def _look_again(self, went: Went, marks: Marks) -> Went:
        """Take out what was written about them meanwhile; who still speaks of somebody so named."""
        with self._store.reading() as tx:
            found = mentions.find_mentions(tx, marks)
        if found:
            with self._store.erasing() as tx:
                named = mentions.take_out(tx, marks, found)
                went = replace(went, named_in=tuple(sorted({*went.named_in, *named})))
        with self._store.reading() as tx:
            others = set(mentions.speaks_of_them(tx, marks)) - set(went.leads)
            return replace(went, mentioned_in=mentions.there(tx, others))


def refuse_part(tx: Transaction) -> None:
    """Do nothing for who sees all that is kept of a person.

    Raises:
        Refused: another client may have been in contact with them since.
    """
    if own_client(tx):
        raise Refused(
            tr(
                "You work for one client, and another may have been in contact with them since. "
                "Somebody who works for all clients has to erase who is due."
            )
        )


_FOR_ONE: Final = tr_later(
    "They are erased for {client}. What other clients may have of them is theirs: to have it "
    "erased too, ask somebody who works for all clients."
)


def _to_look_after(went: Went) -> list[str]:
    """What is left to look after by hand, a sentence each."""
    lines = []
    if went.batches:
        lines.append(
            tr(
                "Sales has files about them: {batches}. Tell sales.",
                batches="; ".join(went.batches),
            )
        )
    if went.named_in:
        leads = ", ".join(map(str, went.named_in))
        lines.append(
            tr(
                "Notes or answers of other leads named them; that was taken out. Read what is "
                "left: {leads}.",
                leads=leads,
            )
        )
    if went.mentioned_in:
        leads = ", ".join(map(str, went.mentioned_in))
        lines.append(
            tr(
                "Somebody of that last name stands in notes or answers of other leads. Look "
                "at: {leads}.",
                leads=leads,
            )
        )
    return lines
