"""People who leave: since when, what becomes of what is theirs, and how they come back."""

from datetime import date, datetime, time, timedelta

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import NothingToUndo, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.members import Away, Member
from qualdesk.core.times import day_words, instant_of, local_time
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.store import leavers as kept
from qualdesk.store import members
from qualdesk.store.clients import own_client
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import Entry, entries, note
from qualdesk.store.leavers import Theirs
from qualdesk.store.talks import let_go_of

_LEFT = "wrote down that they left"
_NOT = "took back that they left"
_AGAIN = "took on again"
_REMOVED = "removed from the list"


@frozen
class LeftKept:
    """What is known of somebody now, and what was done, in sentences."""

    member: Member
    says: str
    changes: Changes = NO_CHANGES


@frozen
class Leaver:
    """What a supervisor is told before somebody leaves.

    Attributes:
        theirs: what waits for them.
        can_be_removed: they never did anything here, have no login, and nothing names them.
    """

    member: Member
    theirs: Theirs
    can_be_removed: bool


class Leavers:
    """Who does not work here any more. What they did stays theirs, under their name."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def look(self, name: str) -> Leaver:
        """What waits for somebody, and whether they can be removed altogether.

        Raises:
            Refused: nobody of that name is on the list, or it is a supervisor's to see.
        """
        with self._store.reading() as tx:
            one = self._known(tx, name)
            has_trace = bool(kept.login_of(tx, one.name)) or kept.did_anything(tx, one.name)
            return Leaver(
                member=one,
                theirs=kept.theirs_of(tx, one.name),
                can_be_removed=not has_trace and one.name != self._caller,
            )

    def leave(self, name: str, first: date | None = None, to: str = "") -> LeftKept:
        """Say that somebody does not work here any more from ``first`` on; now without one.

        Call backs they promised for then are ``to``'s to keep, anybody's when it is empty. Where
        they have left already, leads in hand and those that were given to them are anybody's.
        History, counts and answers keep their name.

        Raises:
            Refused: nobody of that name is on the list or works here on that day, it is whoever
                says it, or ``to`` is no caller here.
        """
        with self._store.transaction() as tx:
            one = self._known(tx, name)
            if one.name == self._caller:
                raise Refused(tr("Somebody else has to say that you have left."))
            today = local_time(tx.now, one.zone or "UTC").date()
            day = first or today
            if one.left_on is not None and one.left_on <= min(day, today):
                raise Refused(tr(_HAS_LEFT, name=one.name))
            heir = self._heir(tx, to, one.name) if to.strip() else ""
            since = None if day <= today else instant_of(_midnight(day), one.zone or "UTC")
            theirs = kept.theirs_of(tx, one.name, since)
            told = {"first": day, "was": one.left_on or "", "to": heir}
            told["away_until"] = kept.away_until(tx, one.name, day)
            leads = _hand_on(tx, one.name, heir, since)
            members.keep_left(tx, one.name, day)
            note(tx, self._caller, _LEFT, "member", one.name, leads=leads, **told)
            says = _left_words(one.name, day, theirs, heir, is_over=since is None)
            says += _login_words(one.name) if kept.login_of(tx, one.name) else []
            return self._kept(tx, one.name, " ".join(says), leads)

    def take_back(self, name: str) -> LeftKept:
        """Undo that somebody left: they are here, and call backs nobody made are theirs again.

        Raises:
            NothingToUndo: it was not said of them last.
        """
        with self._store.transaction() as tx:
            one = self._known(tx, name)
            last = _last_said(tx, one.name)
            if last is None or one.left_on is None:
                raise NothingToUndo(tr("{name} has not left.", name=one.name))
            said = last.details
            leads = [LeadId(int(each)) for each in said.get("leads", [])]
            back = kept.hand_back(tx, leads, of=one.name, to=str(said.get("to", "")))
            was = str(said.get("was", ""))
            members.keep_left(tx, one.name, date.fromisoformat(was) if was else None)
            if until := str(said.get("away_until", "")):
                again = Away(first=one.left_on, last=date.fromisoformat(until))
                if again.last < date.max:
                    members.keep_absences(tx, one.name, (*one.absences, again))
            note(tx, self._caller, _NOT, "member", one.name)
            says = [tr("{name} is here as before.", name=one.name)]
            if leads:
                says.append(
                    tr_n(
                        back, "One call back is theirs again.", "{n:,} call backs are theirs again."
                    )
                )
            return self._kept(tx, one.name, " ".join(says), leads)

    def take_on(self, name: str) -> LeftKept:
        """Somebody who left works here again; what others took over meanwhile stays theirs.

        Raises:
            Refused: nobody of that name has left.
        """
        with self._store.transaction() as tx:
            one = self._known(tx, name)
            if one.left_on is None:
                raise Refused(tr("{name} has not left.", name=one.name))
            members.keep_left(tx, one.name, None)
            note(tx, self._caller, _AGAIN, "member", one.name)
            return self._kept(tx, one.name, tr("{name} works here again.", name=one.name), [])

    def remove(self, name: str) -> LeftKept:
        """Take somebody off the list who never did anything here, as a name typed wrongly.

        Raises:
            Refused: they did something, are named somewhere, or have a login: they have left.
        """
        with self._store.transaction() as tx:
            one = self._known(tx, name)
            if one.name == self._caller:
                raise Refused(tr("Somebody else has to say that you have left."))
            if kept.login_of(tx, one.name):
                raise Refused(" ".join(_login_words(one.name)))
            if kept.did_anything(tx, one.name):
                raise Refused(tr(_DID_SOMETHING, name=one.name))
            kept.remove_member(tx, one.name)
            note(tx, self._caller, _REMOVED, "member", one.name)
            says = tr("{name} is off the list.", name=one.name)
        return LeftKept(member=one, says=says, changes=Changes(queue=True))

    def _known(self, tx: Transaction, name: str) -> Member:
        if tx.dialect.acts_only:
            raise Refused(tr("A supervisor says who has left."))
        wanted = " ".join(name.split()).casefold()
        found = next((one for one in members.members(tx) if one.name.casefold() == wanted), None)
        if found is None:
            raise Refused(tr("Nobody called “{name}” is on the list.", name=name.strip()[:40]))
        mine = own_client(tx)
        if mine and found.client != mine:
            says = tr("{name} does not work for {client} alone.", name=found.name, client=mine)
            raise Refused(says)
        return found

    def _heir(self, tx: Transaction, to: str, leaver: str) -> str:
        """Who keeps the call backs: a caller or supervisor who is here.

        Raises:
            Refused: nobody of that name calls here, or it is whoever leaves.
        """
        heir = self._known(tx, to)
        if heir.name == leaver or heir.has_left(tx.now) or heir.role not in {*_CALLS}:
            raise Refused(tr("{name} makes no calls here. Name somebody else.", name=heir.name))
        return heir.name

    def _kept(self, tx: Transaction, name: str, says: str, leads: list[LeadId]) -> LeftKept:
        there = members.find_member(tx, name) or Member(name=name)
        changes = Changes(leads=frozenset(leads), queue=True)
        return LeftKept(member=there, says=says, changes=changes)


def _hand_on(tx: Transaction, name: str, heir: str, since: datetime | None) -> list[LeadId]:
    """Let others have what was theirs; the call backs. What is not call backs, only from now."""
    if since is not None:
        return kept.hand_on(tx, name, heir, since)
    kept.release_held(tx, name)
    handed = kept.hand_on(tx, name, heir)
    kept.take_given(tx, name)
    let_go_of(tx, name)
    return handed


def theirs_words(theirs: Theirs) -> str:
    """What waits for somebody, in a line; empty where nothing does."""
    parts = (
        theirs.promised and tr_n(theirs.promised, "{n:,} call back", "{n:,} call backs"),
        theirs.given
        and tr_n(theirs.given, "{n:,} lead given to them", "{n:,} leads given to them"),
        theirs.held and tr_n(theirs.held, "{n:,} lead in hand", "{n:,} leads in hand"),
        theirs.unanswered
        and tr_n(theirs.unanswered, "{n:,} lead to answer", "{n:,} leads to answer"),
    )
    return " · ".join(part for part in parts if part)


def _left_words(name: str, day: date, theirs: Theirs, heir: str, *, is_over: bool) -> list[str]:
    if is_over:
        says = [tr("{name} has left.", name=name)]
    else:
        last = day_words(day - timedelta(days=1))
        says = [tr("{name} works here until {day}.", name=name, day=last)]
    if theirs.promised and heir:
        says.append(
            tr_n(
                theirs.promised,
                "{name} keeps the call back they promised.",
                "{name} keeps the {n:,} call backs they promised.",
                name=heir,
            )
        )
    elif theirs.promised:
        says.append(
            tr_n(
                theirs.promised,
                "The call back they promised is anybody's.",
                "The {n:,} call backs they promised are anybody's.",
            )
        )
    return says + _left_over(theirs, is_over=is_over)


def _left_over(theirs: Theirs, *, is_over: bool) -> list[str]:
    says = []
    free = theirs.given + theirs.held
    if is_over and free:
        says.append(
            tr_n(
                free,
                "One lead of theirs is back in the queue.",
                "{n:,} leads of theirs are back in the queue.",
            )
        )
    if theirs.unanswered:
        says.append(
            tr_n(
                theirs.unanswered,
                "One lead waits for their answer: recall it, or answer it for them.",
                "{n:,} leads wait for their answer: recall them, or answer for them.",
            )
        )
    return says


def _login_words(name: str) -> list[str]:
    return [tr(_LOGIN, name=name)]


def _last_said(tx: Transaction, name: str) -> Entry | None:
    """The entry that says they left, where nothing was said of it since."""
    of_it = (one for one in entries(tx, "member", name) if one.what in {_LEFT, _NOT, _AGAIN})
    last = next(of_it, None)
    return last if last is not None and last.what == _LEFT else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


_CALLS = ("caller", "supervisor")
_HAS_LEFT = tr_later("{name} has left already.")
_DID_SOMETHING = tr_later(
    "{name} is named in this workspace, and stays in its history. Say that they have left."
)
_LOGIN = tr_later(
    "Their login still lets them in. Whoever administers the server ends it: "
    'qualdesk team remove-person "{name}"'
)
