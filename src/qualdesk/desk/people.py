"""The people who work here: who they are, when they are at work, who is on duty now."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.emails import is_address
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.languages import language_tag
from qualdesk.core.members import (
    ROLES,
    Away,
    Hours,
    Member,
    Shift,
    check_away,
    check_hours,
    check_zone,
    shift_on,
)
from qualdesk.core.plain_text import without_tricks
from qualdesk.core.wording import tr
from qualdesk.store import members as kept
from qualdesk.store.campaigns import the_campaign
from qualdesk.store.clients import own_client
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note
from qualdesk.store.team.people import who_am_i


@frozen
class MemberKept:
    """What is known of somebody now, after something was written down."""

    member: Member
    changes: Changes = NO_CHANGES


class People:
    """Everybody who works on this workspace. Without a name, the caller themselves is meant."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def members(self) -> tuple[Member, ...]:
        """Everybody who was seen at work or written down, by name."""
        with self._store.reading() as tx:
            return kept.members(tx)

    def role(self) -> str:
        """What the caller themselves does here: in a team their login says it."""
        with self._store.reading() as tx:
            me = who_am_i(tx)
            if me is not None:
                return me.role
            known = kept.role_of(tx, self._caller)
            return self._member(tx, "").role if known is None else known

    def signs_definitions(self) -> bool:
        """Whether the caller is one of those who sign them, for a campaign or once before."""
        from qualdesk.store.signers import signs_anything

        with self._store.reading() as tx:
            return signs_anything(tx, self._caller)

    def member(self, name: str = "") -> Member:
        """What is known of somebody; a bare name where nothing is."""
        with self._store.reading() as tx:
            return self._member(tx, name)

    def set_hours(
        self,
        name: str = "",
        *,
        shifts: Hours | None = None,
        duty: Hours | None = None,
        zone: str | None = None,
    ) -> MemberKept:
        """Say when somebody works; None leaves what is known, no hours mean nobody said.

        ``shifts`` is when they make calls, ``duty`` when a call can be handed to them, both on
        the clock of ``zone``, an IANA name.

        Raises:
            Refused: hours end before they begin, or nobody said on which clock they are.
        """
        with self._store.transaction() as tx:
            known = self._member(tx, name)
            one = replace(
                known,
                shifts=known.shifts if shifts is None else check_hours(shifts),
                duty=known.duty if duty is None else check_hours(duty),
                zone=known.zone if zone is None else check_zone(zone),
            )
            if (one.shifts or one.duty) and not one.zone:
                raise Refused(tr("Say on which clock these hours are, as Europe/Berlin."))
            return self._keep(tx, one, "wrote down hours")

    def set_details(
        self,
        name: str = "",
        *,
        role: str | None = None,
        email: str | None = None,
        phone: str | None = None,
        languages: Sequence[str] | None = None,
    ) -> MemberKept:
        """Say what somebody does and how they are reached; None leaves what is known.

        A name nobody has yet is a new member. Languages are tags or names, the best one first.

        Raises:
            Refused: there is no such role or language, or the address is none.
        """
        if role is not None and role not in ROLES:
            raise Refused(
                tr(
                    "There is no role “{role}”. There are: {known}.",
                    role=role,
                    known=", ".join(ROLES),
                )
            )
        if email and not is_address(email.strip()):
            raise Refused(
                tr("{email} is no e-mail address. Check it, or leave it out.", email=email.strip())
            )
        with self._store.transaction() as tx:
            if tx.dialect.acts_only and (role, email, phone) != (None, None, None):
                raise Refused(tr("A supervisor says what somebody does and how they are reached."))
            known = self._member(tx, name)
            one = replace(
                known,
                role=known.role if role is None else role,
                email=known.email if email is None else email.strip(),
                phone=known.phone if phone is None else _line(phone),
                languages=known.languages if languages is None else _tags(languages),
            )
            return self._keep(tx, one, "wrote down a member")

    def set_absences(self, name: str, absences: Iterable[Away]) -> MemberKept:
        """Say all the days somebody is away, now and later; none means they are not.

        Their call backs are anybody's to keep on those days.

        Raises:
            Refused: one ends before it begins, or two lie over each other.
        """
        told = [replace(one, because=_line(one.because)) for one in check_away(absences)]
        with self._store.transaction() as tx:
            known = self._for_supervisors(tx, name)
            kept.keep_absences(tx, known.name, told)
            note(tx, self._caller, "wrote down days away", "member", known.name)
            return MemberKept(member=self._member(tx, known.name), changes=Changes(queue=True))

    def set_calendar(
        self, name: str, calendar: str | None = None, *, at_work_on: Iterable[date] | None = None
    ) -> MemberKept:
        """Say whose public holidays somebody keeps: DE, US-AL, or "" for nobody's.

        ``at_work_on`` are the holidays on which they work all the same; None leaves what is known.

        Raises:
            Refused: no such calendar came with the program; the sentence lists those that did.
        """
        with self._store.transaction() as tx:
            known = self._for_supervisors(tx, name)
            wanted = known.calendar if calendar is None else calendar.strip().upper()
            there = tx.rules().holidays.days
            if wanted and wanted not in there:
                says = tr(
                    "There is no calendar “{calendar}”. There are: {known}.",
                    calendar=wanted,
                    known=", ".join(sorted(there)),
                )
                raise Refused(says)
            days = known.at_work_on if at_work_on is None else tuple(sorted(set(at_work_on)))
            one = replace(known, calendar=wanted, at_work_on=days)
            self._keep(tx, one, "wrote down holidays")
            return MemberKept(member=self._member(tx, one.name), changes=Changes(queue=True))

    def calendars(self) -> tuple[str, ...]:
        """The calendars of public holidays there are: countries, and states of some."""
        with self._store.reading() as tx:
            return tuple(sorted(tx.rules().holidays.days))

    def set_campaigns(self, name: str, campaigns: Iterable[str | CampaignId]) -> MemberKept:
        """Say which campaigns somebody calls for; none means all of them.

        The queue gives them leads of these alone, but keeps what they promised and what a
        supervisor gives them.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.transaction() as tx:
            known = self._for_supervisors(tx, name)
            kept.keep_campaigns(tx, known.name, [the_campaign(tx, one).id for one in campaigns])
            note(tx, self._caller, "wrote down campaigns", "member", known.name)
            return MemberKept(member=self._member(tx, known.name), changes=Changes(queue=True))

    def on_duty(self, role: str = "sales") -> tuple[Member, ...]:
        """Who of that role a call can be handed to now, by name."""
        now = self._clock.now()
        found = (one for one in self.members() if one.role == role)
        return tuple(one for one in found if one.is_on_duty(now))

    def shift_of(self, name: str = "", at: datetime | None = None) -> Shift | None:
        """Somebody's shift on the day of ``at`` (UTC, now when None); None when they have none."""
        return shift_on(self.member(name), at or self._clock.now())

    def _for_supervisors(self, tx: Transaction, name: str) -> Member:
        """Of whom it is said, when whoever says it may: each says only some of themselves."""
        if tx.dialect.acts_only:
            raise Refused(tr("A supervisor says when somebody is away, and what they call for."))
        known = _of_client(tx, self._member(tx, name))
        if known.client and kept.find_member(tx, known.name) is None:
            kept.keep_member(tx, known)
        return known

    def _member(self, tx: Transaction, name: str) -> Member:
        wanted = _line(name) or self._caller
        found = kept.find_member(tx, wanted)
        if found is not None:
            return found
        same = (one for one in kept.members(tx) if one.name.casefold() == wanted.casefold())
        return next(same, Member(name=wanted))

    def _keep(self, tx: Transaction, one: Member, what: str) -> MemberKept:
        if tx.dialect.acts_only:
            if one.name != self._caller:
                raise Refused(tr("Each says this of themselves; a supervisor, of everybody."))
            kept.keep_own(tx, one)
        else:
            kept.keep_member(tx, _of_client(tx, one))
        note(tx, self._caller, what, "member", one.name)
        return MemberKept(member=one, changes=Changes(queue=True))


def _of_client(tx: Transaction, one: Member) -> Member:
    """The same; who works for one client writes down people of that client alone."""
    mine = own_client(tx)
    if not mine or one.client == mine:
        return one
    if one.client or kept.find_member(tx, one.name) is not None:
        raise Refused(tr("{name} does not work for {client} alone.", name=one.name, client=mine))
    return replace(one, client=mine)


def _line(text: str) -> str:
    """One short line as it is kept."""
    line = " ".join(without_tricks(text).split())
    if len(line) > _LONGEST:
        raise Refused(tr("This is too long. Shorten it to {most} characters.", most=_LONGEST))
    return line


def _tags(languages: Sequence[str]) -> tuple[str, ...]:
    tags = []
    for said in filter(None, (one.strip() for one in languages)):
        tag = language_tag(said)
        if not tag:
            raise Refused(
                tr(
                    "“{language}” is no language known here. Write it like German, or de.",
                    language=said,
                )
            )
        tags.append(tag)
    return tuple(dict.fromkeys(tags))


_LONGEST = 200
