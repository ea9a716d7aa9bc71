"""Calls to salespeople between two calls to leads: who is to be told of which batch."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.duty import next_on_duty
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import BatchId, NoticeId
from qualdesk.core.mails import About, Channel, Notice, NoticeState, one_line
from qualdesk.core.members import Member
from qualdesk.core.times import time_words
from qualdesk.core.wording import english, tr, tr_n
from qualdesk.store import handoff_notices as kept
from qualdesk.store import members
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note

AGAIN_AFTER = timedelta(hours=2)
"""How long one who did not answer is left in peace."""


@frozen
class SalesCall:
    """A call to a salesperson that is due.

    Attributes:
        number: E.164; ``shown`` the same as people write it.
        leads: how many they are told of.
        with_whom: who is making it right now; empty when nobody is.
        next_at: since when it is due, UTC.
    """

    notice_id: NoticeId
    batch_id: BatchId
    about: About
    receiver: str
    number: str
    shown: str
    title: str
    leads: int
    answer_by: date
    with_whom: str
    next_at: datetime

    @property
    def says(self) -> str:
        """What the call is for, in one line."""
        places = {"name": one_line(self.receiver), "batch": self.title, "leads": self._leads}
        if self.about is About.RECALL:
            return tr("Tell {name}: {batch}, {leads} taken back, please leave them be.", **places)
        from qualdesk.core.handoff import full_day

        day = full_day(self.answer_by)
        if self.about is About.REMINDER:
            return tr("Remind {name}: {batch}, {leads} wait, answers by {day}.", day=day, **places)
        return tr("Tell {name}: {batch}, {leads}, answers by {day}.", day=day, **places)

    @property
    def _leads(self) -> str:
        return tr_n(self.leads, "{n} lead", "{n} leads")


@frozen
class CallKept:
    """What is known of a call to a salesperson now. ``says`` tells what comes next."""

    notice: Notice
    says: str
    changes: Changes


class SalesCalls:
    """Calls to salespeople. They are no leads: no try is counted, no claim is taken."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def waiting(self) -> tuple[SalesCall, ...]:
        """The calls that are due on the salespeople's own clocks, the longest waiting first.

        Without those a colleague is making, of batches that were taken back, and for leads that
        were all answered meanwhile. Supervisors make them in a team: a caller there reads no
        batch, and no colleague's number.
        """
        with self._store.reading() as tx:
            if tx.dialect.acts_only:
                return ()
            told = _Matters(tx, self._caller)
            found = [told.call(one) for one in kept.calls_due(tx)]
        return tuple(
            one for one in found if one is not None and one.with_whom in {"", self._caller}
        )

    def begin(self, notice_id: NoticeId) -> SalesCall:
        """Take a call, so that no colleague makes it too; its number may be dialled then.

        Raises:
            NotFound: there is no such call.
            Refused: a colleague makes it, it was made, or there is nothing left to tell.
        """
        with self._store.transaction() as tx:
            taken = self._take(tx, notice_id, is_dialled=True)
            call = _Matters(tx, self._caller).call(taken)
            if call is None:
                raise Refused(tr("There is nothing left to tell {name}.", name=taken.receiver))
        return call

    def told(self, notice_id: NoticeId, remark: str = "") -> CallKept:
        """They know. ``remark`` is what they said, for the batch's page.

        Raises:
            NotFound: there is no such call.
            Refused: a colleague makes it, or it was made.
        """
        with self._store.transaction() as tx:
            taken = self._take(tx, notice_id)
            kept.end(tx, taken, NoticeState.TOLD, one_line(remark, 400))
            note(tx, self._caller, "told by phone", "handoff_batch", taken.batch_id)
            now = kept.notice(tx, notice_id)
        return _kept(now, tr("{name} was told.", name=now.receiver))

    def no_answer(self, notice_id: NoticeId) -> CallKept:
        """Nobody answered: it is due again in two hours, on a time at which they are on duty.

        Raises:
            NotFound: there is no such call.
            Refused: a colleague makes it, or it was made.
        """
        with self._store.transaction() as tx:
            taken = self._take(tx, notice_id)
            zone = kept.sent_batch(tx, taken.batch_id).zone
            member = members.find_member(tx, taken.receiver) or Member(name=taken.receiver)
            again = next_on_duty(member, tx.now + AGAIN_AFTER, zone)
            with english():
                says = tr("No answer")
            kept.end(tx, taken, NoticeState.WAITING, says, next_at=again)
            now = kept.notice(tx, notice_id)
            place = member.zone or zone
            when = time_words(again, place, now=tx.now)
        return _kept(now, tr("{name} again: {when}, their time.", name=now.receiver, when=when))

    def _take(self, tx: Transaction, notice_id: NoticeId, *, is_dialled: bool = False) -> Notice:
        """The call, begun by this caller; one they told across the table needs no number.

        Raises:
            NotFound: there is no such call.
            Refused: a colleague makes it, or it was made.
        """
        one = kept.notice(tx, notice_id)
        if one.channel is not Channel.CALL or one.state in _OVER:
            raise Refused(tr("This call was made, or is no longer needed."))
        if kept.goes_on(tx, one) and one.by == self._caller:
            return one
        from qualdesk.desk.mailing import number_of

        number, fault = number_of(members.find_member(tx, one.receiver) or _bare(one))
        if fault and is_dialled:
            raise Refused(fault)
        states = (NoticeState.WAITING, NoticeState.SENDING, NoticeState.FAILED)
        taken = kept.take(tx, replace(one, address=number), by=self._caller, states=states)
        if taken is None:
            raise Refused(
                tr("{name} is calling {person} right now.", name=one.by, person=one.receiver)
            )
        return taken


class _Matters:
    """What calls are about, each batch looked at once."""

    def __init__(self, tx: Transaction, caller: str) -> None:
        self._tx = tx
        self._caller = caller
        self._known: dict[tuple[BatchId, About], tuple[kept.SentBatch, dict[str, int]]] = {}

    def call(self, one: Notice) -> SalesCall | None:
        """The call as it stands now; None where there is nothing left to tell."""
        from qualdesk.core.handoff import batch_title

        batch, leads = self._of(one.batch_id, one.about)
        if one.receiver not in leads:
            return None
        # Whoever has nobody to call reads no library of numbers for it.
        from qualdesk.core.phones import shown

        is_on = kept.goes_on(self._tx, one)
        return SalesCall(
            notice_id=one.id,
            batch_id=one.batch_id,
            about=one.about,
            receiver=one.receiver,
            number=one.address,
            shown=shown(one.address),
            title=batch_title(batch.campaign, batch.number),
            leads=leads[one.receiver],
            answer_by=batch.answer_by,
            with_whom=one.by if is_on else "",
            next_at=one.next_at or one.made_at,
        )

    def _of(self, batch_id: BatchId, about: About) -> tuple[kept.SentBatch, dict[str, int]]:
        """The batch, and how many leads each person is told of."""
        if (batch_id, about) not in self._known:
            # Imported late: every start asks for calls to sales, and seldom is there one.
            from qualdesk.desk.mailing import letters

            batch = kept.sent_batch(self._tx, batch_id)
            is_true = batch.is_recalled == (about is About.RECALL)
            found = letters(self._tx, batch, about, self._caller) if is_true else ()
            leads = {one.told.receiver: len(one.items) for one in found}
            self._known[batch_id, about] = batch, leads
        return self._known[batch_id, about]


def _kept(one: Notice, says: str) -> CallKept:
    return CallKept(notice=one, says=says, changes=Changes(batches=frozenset({one.batch_id})))


def _bare(one: Notice) -> Member:
    return Member(name=one.receiver, phone=one.address)


_OVER = tuple(each for each in NoticeState if not each.is_open)
