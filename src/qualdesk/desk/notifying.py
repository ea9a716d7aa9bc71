"""Telling sales of a batch: mails that go out one by one, calls to be made, what came of each."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import NotFound, NotSent, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import BatchId
from qualdesk.core.mails import About, Channel, MailAccount, Notice, NoticeState, Outgoing
from qualdesk.core.progress import Progress
from qualdesk.core.wording import english, tr, tr_n
from qualdesk.desk.mailing import Going, Letter, going, letters, mail_of, open_all
from qualdesk.links import passwords
from qualdesk.links.mail import Line
from qualdesk.links.mail_files import mail_file, mail_link
from qualdesk.store import handoff_notices as kept
from qualdesk.store.database import Store
from qualdesk.store.history import note

_OPEN = (NoticeState.WAITING, NoticeState.FAILED)


@frozen
class Told:
    """What came of telling sales of a batch.

    Attributes:
        sent: who got a mail.
        failed: mails that did not go, each with its result; send them again.
        unsure: mails that may have gone: ask before sending them again.
        waiting: mails nobody tried to send: there is no mail server, or it cannot be reached.
        calls: to whom a call is to be made.
        left_out: how many leads were left out of the mails: somebody asked not to be called
            since the batch left, or was erased.
    """

    batch_id: BatchId
    sent: tuple[str, ...] = ()
    failed: tuple[Notice, ...] = ()
    unsure: tuple[Notice, ...] = ()
    waiting: tuple[Notice, ...] = ()
    calls: tuple[str, ...] = ()
    left_out: int = 0
    changes: Changes

    @property
    def says(self) -> str:
        """What came of it in a sentence or two."""
        parts = []
        if self.sent:
            parts.append(tr_n(len(self.sent), "{n} mail sent.", "{n} mails sent."))
        not_sent = len(self.failed) + len(self.waiting)
        if not_sent:
            parts.append(tr_n(not_sent, "{n} mail not sent.", "{n} mails not sent."))
        if self.unsure:
            parts.append(
                tr_n(len(self.unsure), "{n} mail may have gone.", "{n} mails may have gone.")
            )
        if self.calls:
            parts.append(tr_n(len(self.calls), "{n} call to make.", "{n} calls to make."))
        if self.left_out:
            parts.append(
                tr_n(
                    self.left_out,
                    "{n} lead is left out: they may not be contacted any more.",
                    "{n} leads are left out: they may not be contacted any more.",
                )
            )
        return " ".join(parts) or tr("There is nobody left to tell.")


class Notifying:
    """Telling sales what was handed over to them.

    Attributes:
        account: the mail server mails go through; None where nobody set one.
    """

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller
        self.account: MailAccount | None = None
        self._typed: dict[str, str] = {}

    def use_password(self, account: MailAccount, password: str) -> None:
        """Log in with this password until the program ends, to that server alone."""
        self._typed[account.kept_under] = password

    def tell(
        self, batch_id: BatchId, about: About = About.BATCH, progress: Progress | None = None
    ) -> Told:
        """Tell everybody who got leads of a batch, by the ways the campaign says.

        Who was told of the same before is not told twice; a reminder can be said again. Each mail
        is written down before it goes out. Without a mail server the mails wait.

        Raises:
            NotFound: no such batch has left.
            Refused: the batch was taken back, or was not.
            Cancelled: somebody stopped it; the mails that are left wait.
        """
        with self._store.transaction() as tx:
            batch = kept.sent_batch(tx, batch_id)
            _check(batch, about)
            if about is About.RECALL:
                with english():
                    says = tr("The batch was taken back.")
                kept.drop_open(tx, batch_id, says, about=(About.BATCH, About.REMINDER))
            open_all(tx, batch, about, self._caller)
        return self._send(batch_id, (about,), (NoticeState.WAITING,), progress)

    def send_again(
        self,
        batch_id: BatchId,
        *,
        even_unsure: bool = False,
        progress: Progress | None = None,
    ) -> Told:
        """Send the mails that did not go, made anew from what stands now; no other.

        ``even_unsure``: also those that may have gone; ask the receiver first. Calls that lacked
        a number are put on the list when there is one now.

        Raises:
            NotFound: no such batch has left.
            Cancelled: somebody stopped it; the mails that are left wait.
        """
        with self._store.transaction() as tx:
            batch = kept.sent_batch(tx, batch_id)
            told = {one.about for one in kept.notices(tx, batch_id)}
            matters = [about for about in About if about in told and _is_true(batch, about)]
            for about in matters:
                open_all(tx, batch, about, self._caller, anew=(NoticeState.FAILED,))
        states = (*_OPEN, NoticeState.SENDING) if even_unsure else _OPEN
        return self._send(batch_id, matters, states, progress)

    def notices(self, batch_id: BatchId) -> tuple[Notice, ...]:
        """Whom we told of a batch, or are to tell, by which way, and what became of it."""
        with self._store.reading() as tx:
            return kept.notices(tx, batch_id)

    def save_mails(
        self, batch_id: BatchId, folder: Path, about: About = About.BATCH
    ) -> tuple[Path, ...]:
        """Write the mails as files that mail programs open ready to be sent; nothing is sent.

        They stand in place of the mails that did not go.

        Raises:
            NotFound: no such batch has left.
            Refused: somebody has no address, or a file cannot be written.
        """
        from qualdesk.files.mail_parts import write_mails

        with self._store.reading() as tx:
            batch = kept.sent_batch(tx, batch_id)
            _check(batch, about)
            found = [going(tx, batch, one) for one in letters(tx, batch, about, self._caller)]
        with english():
            mails = [self._mail(batch, one) for one in found]
        paths = write_mails([(one.name, mail_file(one)) for one in mails], Path(folder))
        with self._store.transaction() as tx:
            for mail, path in zip(mails, paths, strict=True):
                kept.keep_saved(tx, batch_id, mail.name, about, mail.address, path.name)
            note(tx, self._caller, "saved mails", "handoff_batch", batch_id, mails=len(paths))
        return paths

    def mail_link(self, batch_id: BatchId, receiver: str, about: About = About.BATCH) -> str:
        """A link that begins the mail to one person in the computer's own program.

        Without what is attached; the files of the package are theirs to add.

        Raises:
            NotFound: no such batch has left, or that person has nothing to be told of it.
            Refused: they have no address.
        """
        with self._store.reading() as tx:
            batch = kept.sent_batch(tx, batch_id)
            _check(batch, about)
            found = [
                going(tx, batch, one, has_files=False)
                for one in letters(tx, batch, about, self._caller)
                if one.told.receiver == receiver
            ]
        if found:
            with english():
                return mail_link(self._mail(batch, found[0]))
        raise NotFound(tr("There is nothing to tell {name} of this batch.", name=receiver))

    def send(self, mail: Outgoing) -> None:
        """Send one mail that has nothing to do with a batch, through the account that is set.

        Raises:
            NotSent: there is none, it cannot be reached, or it does not take the mail.
        """
        if self.account is None:
            raise NotSent(tr("There is no mail server. Set one in Settings."))
        with Line(self.account, self._password_of(self.account)) as line:
            line.send(mail)

    def try_account(self, account: MailAccount) -> str:
        """Send a mail to oneself through an account; what came of it in a sentence.

        Raises:
            NotSent: it cannot be reached, or does not take it.
        """
        with english():
            mail = Outgoing(
                name=account.name,
                address=account.address,
                subject="A mail to try the mail server",
                text="Mails to sales can go through this server.\n",
                html="<p>Mails to sales can go through this server.</p>\n",
                message_id=_message_id(account),
                at=self._clock.now(),
            )
        with Line(account, self._password_of(account)) as line:
            line.send(mail)
        return tr("Sent to {address}. Look whether it arrived.", address=account.address)

    def _send(
        self,
        batch_id: BatchId,
        matters: Collection[About],
        states: Collection[NoticeState],
        progress: Progress | None,
    ) -> Told:
        """Send what is to be sent, one mail after the other; then say how all of them stand."""
        progress = progress or Progress()
        left_out = 0
        try:
            if self.account is not None:
                with Line(self.account, self._password_of(self.account)) as line:
                    left_out = self._send_each(line, batch_id, matters, states, progress)
        except NotSent as error:
            # No line to the server: the one mail that was tried says why, the others wait.
            if not error.is_for_all:
                raise
        return self._told(batch_id, matters, left_out)

    def _send_each(
        self,
        line: Line,
        batch_id: BatchId,
        matters: Collection[About],
        states: Collection[NoticeState],
        progress: Progress,
    ) -> int:
        """Send each; how many leads were left out of those that went."""
        mails = [one for one in self.notices(batch_id) if one.channel is Channel.MAIL]
        mails = [one for one in mails if one.about in matters and one.state in states]
        left_out = 0
        for place, one in enumerate(mails):
            progress.report(place, len(mails), tr("Writing to {name}", name=one.receiver))
            left_out += self._send_one(line, one, states)
        progress.report(len(mails), len(mails), tr("Done"))
        return left_out

    def _send_one(self, line: Line, one: Notice, states: Collection[NoticeState]) -> int:
        """Send one mail and write its result down; how many leads were left out of it.

        Raises:
            NotSent: there is no line to the server, so the next mail need not be tried.
        """
        begun = self._begun(one, states)
        if begun is None:
            return 0
        batch, letter, now = begun
        state, result, broken = NoticeState.SENT, "", None
        try:
            with english():
                with self._store.reading() as tx:
                    what = going(tx, batch, letter)
                line.send(replace(self._mail(batch, what), message_id=now.message_id))
        except NotSent as no:
            state = NoticeState.SENDING if no.is_unsure else NoticeState.FAILED
            result, broken = no.says, no if no.is_for_all else None
        except Refused as no:
            state, result = NoticeState.FAILED, no.says
        with self._store.transaction() as tx:
            kept.end(tx, now, state, result)
        if broken is not None:
            raise broken
        return letter.told.left_out if state is NoticeState.SENT else 0

    def _begun(
        self, one: Notice, states: Collection[NoticeState]
    ) -> tuple[kept.SentBatch, Letter, Notice] | None:
        """Write the try down before it goes out; None where somebody else is at it.

        Also None where nothing is left to tell: it is then no longer needed.
        """
        message_id = one.message_id or _message_id(self.account)
        with self._store.transaction() as tx:
            batch = kept.sent_batch(tx, one.batch_id)
            found = letters(tx, batch, one.about, self._caller)
            theirs = [each for each in found if each.told.receiver == one.receiver]
            there = replace(one, address=theirs[0].address if theirs else one.address)
            begun = kept.take(tx, there, by=self._caller, message_id=message_id, states=states)
            if begun is None:
                return None
            if not theirs:
                with english():
                    nobody = tr("There is nothing left to tell them.")
                kept.end(tx, begun, NoticeState.DROPPED, nobody)
                return None
        return batch, theirs[0], begun

    def _told(self, batch_id: BatchId, matters: Iterable[About], left_out: int) -> Told:
        """How the notices of these matters stand now, written down as done."""
        with self._store.transaction() as tx:
            batch = kept.sent_batch(tx, batch_id)
            found = [one for one in kept.notices(tx, batch_id) if one.about in matters]
            mails = [one for one in found if one.channel is Channel.MAIL]

            def those(state: NoticeState) -> tuple[Notice, ...]:
                return tuple(one for one in mails if one.state is state)

            sent = tuple(one.receiver for one in those(NoticeState.SENT))
            note(tx, self._caller, "told sales", "handoff_batch", batch_id, mails=len(sent))
        return Told(
            batch_id=batch_id,
            sent=sent,
            failed=those(NoticeState.FAILED),
            unsure=those(NoticeState.SENDING),
            waiting=those(NoticeState.WAITING),
            calls=tuple(
                one.receiver
                for one in found
                if one.channel is Channel.CALL and one.state is NoticeState.WAITING
            ),
            left_out=left_out,
            changes=Changes(
                batches=frozenset({batch_id}), campaigns=frozenset({batch.campaign_id})
            ),
        )

    def _mail(self, batch: kept.SentBatch, what: Going) -> Outgoing:
        return mail_of(batch, what, _message_id(self.account), self._clock.now())

    def _password_of(self, account: MailAccount) -> str:
        if not account.login:
            return ""
        typed = self._typed.get(account.kept_under, "")
        return typed or passwords.kept_password(account.kept_under)


def _check(batch: kept.SentBatch, about: About) -> None:
    """Refuse to tell what is not so.

    Raises:
        Refused: of leads that were taken back, or that were not.
    """
    if _is_true(batch, about):
        return
    if batch.is_recalled:
        raise Refused(tr("Batch {number} was taken back. Tell them that.", number=batch.number))
    raise Refused(tr("Batch {number} was not taken back.", number=batch.number))


def _is_true(batch: kept.SentBatch, about: About) -> bool:
    return batch.is_recalled == (about is About.RECALL)


def _message_id(account: MailAccount | None) -> str:
    """A name no other mail has (RFC 5322), in the sender's domain where there is one."""
    domain = account.address.rpartition("@")[2].lower() if account else "qualdesk.invalid"
    return f"<{uuid4()}@{domain}>"
