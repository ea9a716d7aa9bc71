"""The only place that chooses concrete parts: an address in, a wired desk out."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import field
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

from qualdesk import keys
from qualdesk.core.backups import USUAL_PLAN, BackupPlan
from qualdesk.core.beliefs import Beliefs
from qualdesk.core.clock import Clock, SystemClock
from qualdesk.core.errors import PasswordNeeded, Refused, WrongLogin
from qualdesk.core.frozen import frozen
from qualdesk.core.list_files import USUAL_LIMITS, Limits
from qualdesk.core.mails import MailAccount
from qualdesk.core.phone_programs import USUAL_PROGRAM, PhoneProgram
from qualdesk.core.rules import RuleBook
from qualdesk.core.team import ALONE, Standing
from qualdesk.core.transport import USUAL_TRUST, Connected
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.desk.calling_law import CallingLaw
from qualdesk.desk.outbox import Outbox
from qualdesk.desk.team import standing_on
from qualdesk.links import passwords
from qualdesk.settings import address_of, read_trust
from qualdesk.store import backup_notes, closing
from qualdesk.store.database import Store
from qualdesk.store.migrations import known_number, prepare


@frozen
class WorkspaceFacts:
    """What there is to know about a workspace from outside.

    Attributes:
        kind: SQLite or PostgreSQL.
        place: the file, or the server and database; never a password.
        number: the step its tables are at, empty when it is not made yet.
        backed_up_at: when it was last copied, UTC.
        trouble: why no backup was made since, in words; doubt: what may be missing in it.
        connected: how the way to the server stands; None for a file.
        standing: who the login is in the team, and what is wrong with it.
    """

    kind: str
    place: str
    number: str = ""
    backed_up_at: datetime | None = None
    trouble: str = ""
    doubt: str = ""
    connected: Connected | None = None
    standing: Standing = ALONE


def open_desk(  # noqa: PLR0913 - what a workspace is opened with, in one place
    url: str,
    *,
    clock: Clock | None = None,
    caller: str = "",
    durable: bool = True,
    limits: Limits = USUAL_LIMITS,
    rules: Path | None = None,
    program: PhoneProgram = USUAL_PROGRAM,
    mail: MailAccount | None = None,
    backups: BackupPlan | None = None,
) -> Desk:
    """Open a workspace, made when it is new, brought up to date when an older program made it.

    A team database that asks for a password gets the one in this computer's keyring.

    Args:
        url: ``sqlite:///desk.sqlite``, ``postgresql://server/desk``, or a path to a file.
        clock: the computer's own unless given; time comes from nowhere else.
        caller: the name calls and claims stand under; in a team the login says it instead.
        durable: False lets a power cut lose what was saved last; for simulations only.
        limits: how much a list may be before it is refused instead of read.
        rules: a folder with calling rules of somebody's own, beside those of the program.
        program: whom numbers are handed to.
        mail: the server mails to sales go through; its password is in the keyring.
        backups: where copies of a file go that are made by themselves; without it none are.

    Raises:
        WorkspaceUnusable: the workspace cannot be used as it is; the sentence says why.
        WrongLogin: a caller's login that a team's server cannot hold back.
        Refused: the address is none of ours.
    """
    chosen, book = clock or SystemClock(), rules_from(rules)
    file_of(url)
    told: dict[str, Any] = {"durable": durable, "beliefs": read_beliefs, "backups": backups}
    made = partial(_store, clock=chosen, rules=book, **told)
    named = partial(_name_on, typed=caller)
    desk = _let_in(url, made, lambda one: Desk(one, chosen, named(one) or "caller", limits))
    desk.calling.program, desk.mail = program, mail
    return desk


def open_outbox(path: Path, clock: Clock) -> Outbox:
    """The file in which what one person saves at a team's workspace waits for its server.

    Raises:
        WorkspaceUnusable: it cannot be made or read there; the sentence says why.
    """
    keys.open_outbox(path)
    return Outbox(path, clock)


def _let_in(url: str, made: Callable[[str], Store], desk_on: Callable[[Store], Desk]) -> Desk:
    """A desk on a workspace brought up to date; the password kept here is tried if asked for."""

    def opened(address: str) -> Desk:
        store = made(address)
        try:
            closing.refuse_moved(store)
            prepare(store)
            backup_notes.say_doubt(store)
            desk = desk_on(store)
        except BaseException:
            store.close()
            raise
        else:
            return desk

    try:
        return opened(address_of(url))
    except PasswordNeeded:
        password = passwords.kept_password(url)
        if not password or passwords.parted(url)[1]:
            raise
        return opened(passwords.with_password(url, password))


def _name_on(store: Store, typed: str) -> str:
    """The name of whoever works here: the login's in a team, else the one they typed.

    Raises:
        WrongLogin: a caller whom no limit of the server would hold back.
    """
    standing = standing_on(store)
    fault = standing.keeps_out
    if fault is not None:
        raise WrongLogin(f"{fault.says} {fault.do}")
    return standing.me.name if standing.me else typed


@frozen
class TeamAddress:
    """Where a team's workspace is, and what lets this person in.

    Attributes:
        address: without a password: it is shown, and kept in the settings.
        password: as typed; empty where the server asks for none.
    """

    address: str
    password: str = field(default="", repr=False)

    @property
    def whole(self) -> str:
        """The address to connect with. Never shown, logged or kept."""
        return passwords.with_password(self.address, self.password)


def team_address(written: str, password: str = "") -> TeamAddress:
    """A team's address as somebody typed it; a password in it counts where none is beside it.

    Raises:
        Refused: it is no address of a PostgreSQL database, or has a password behind its “?”.
    """
    bare, inside = passwords.parted(written.strip())
    kind, _, rest = bare.partition("://")
    if kind not in {"postgresql", "postgres"} or not rest.strip("/"):
        raise Refused(
            tr(
                "This is no address of a team database. It looks like "
                "postgresql://you@server.example/desk; your supervisor has it."
            )
        )
    if "password=" in rest.partition("?")[2]:
        # The address is kept in a file and shown.
        raise Refused(tr("Take the password out of the address, and type it in its own field."))
    return TeamAddress(address=f"postgresql://{rest}", password=password or inside)


def keep_password(team: TeamAddress) -> bool:
    """Keep the password in this computer's keyring; False where it has none that works."""
    return passwords.keep_password(team.address, team.password)


def has_kept_password(address: str) -> bool:
    """Whether the keyring has the password of a team's address; it is not shown."""
    return bool(passwords.kept_password(address))


def forget_password(address: str) -> None:
    """Take the password of a team's address out of this computer's keyring."""
    passwords.forget_password(address)


def keep_mail_password(account: MailAccount, password: str) -> bool:
    """Keep a mail login's password in this computer's keyring, an empty one takes it out.

    False where there is no keyring that works: it is then asked for each time.
    """
    if not password:
        passwords.forget_password(account.kept_under)
        return True
    return passwords.keep_password(account.kept_under, password)


def has_mail_password(account: MailAccount) -> bool:
    """Whether the keyring has the password of a mail login; the password itself is not shown."""
    return bool(passwords.kept_password(account.kept_under))


def rule_book() -> RuleBook:
    """The calling rules that come with the program; read when they are first asked for."""
    from qualdesk.files.rule_sets import shipped_rules

    return shipped_rules()


def rules_from(folder: Path | None) -> Callable[[], RuleBook]:
    """The calling rules with those of a folder of somebody's own, read once, when first asked."""

    @cache
    def read() -> RuleBook:
        from qualdesk.files.rule_sets import rule_book as book_of

        return book_of(folder)

    return read


def calling_law(clock: Clock, folder: Path | None = None) -> CallingLaw:
    """The calling rules for somebody who only wants to read them: no workspace is opened."""
    return CallingLaw(rules_from(folder), clock)


def read_beliefs(own: str) -> Beliefs:
    """What the queue believes: a workspace's own version as JSON, or empty for the program's."""
    from qualdesk.files.beliefs import beliefs_from_plain, shipped_beliefs

    return beliefs_from_plain(json.loads(own)) if own else shipped_beliefs()


def refuse_missing(url: str) -> None:
    """Do nothing for a workspace that is there, or on a server: a mistyped one is not made.

    Raises:
        Refused: there is no file at that address, or it names none.
    """
    file = file_of(url)
    if file is not None and not file.exists():
        raise Refused(
            tr(
                "There is no workspace at {file}. Check the path, or make one there with: "
                "qualdesk campaign new NAME",
                file=file,
            )
        )


def facts_of(url: str, backups: BackupPlan | None = None) -> WorkspaceFacts:
    """Where a workspace is, how old its tables are, and when it was last backed up.

    Looks only: a workspace that is not there is not made.

    Raises:
        WorkspaceUnusable: it cannot be looked at; the sentence says why.
    """
    from qualdesk.store.backup import last_backup_at

    file = file_of(url)
    if file is not None and not file.exists():
        return WorkspaceFacts(kind="SQLite", place=str(file))
    with looked_at(url, backups) as store:
        host = store.url.host or tr("this computer")
        place = str(file) if file else f"{host}/{store.url.database}"
        kind = "SQLite" if file else "PostgreSQL"
        way = store.how_connected()
        with store.reading() as tx:
            number = known_number(tx)
            at = last_backup_at(tx) if number and file else None
            trouble = backup_notes.trouble(tx) if number and file else None
            doubt = backup_notes.doubt(tx) if number and file else ""
        standing = standing_on(store, thoroughly=True) if number else ALONE
    return WorkspaceFacts(
        kind=kind,
        place=place,
        number=number,
        backed_up_at=at,
        trouble=trouble.says if trouble else "",
        doubt=doubt or store.dialect.doubt,
        connected=way,
        standing=standing,
    )


def back_up(url: str, target: Path) -> Path:
    """Copy a workspace to a file while people work in it; the path of the copy.

    Raises:
        Refused: there is no workspace yet, or it is a team's, which its server backs up.
        WorkspaceUnusable: the copy cannot be written.
    """
    from qualdesk.store import backup

    file = file_of(url)
    if file is not None and not file.exists():
        raise Refused(
            tr("There is no workspace at {file} yet, so there is nothing to copy.", file=file)
        )
    with looked_at(url) as store:
        return backup.back_up(store, target)


@contextmanager
def connected(url: str, ask: Callable[[str], str], clock: Clock | None = None) -> Iterator[Store]:
    """A store that lets us in: with the password kept here, or else the one that is typed.

    ``ask`` gives that password, by the server's place. Nothing is made or brought up to date.

    Raises:
        Refused: the address has a password in it, where others see it in the list of programs.
    """
    address = address_of(url)
    bare, inside = passwords.parted(address)
    if inside or "password=" in address.partition("?")[2]:
        raise Refused(
            tr("Take the password out of the address. It is asked for when it is needed.")
        )

    def words() -> Iterator[str]:
        yield ""
        kept = passwords.kept_password(bare)
        if kept:
            yield kept
        yield ask(bare)

    refused: PasswordNeeded | None = None
    for password in words():
        store = _store(passwords.with_password(address, password), clock=clock or SystemClock())
        try:
            try:
                with store.reading():
                    pass
            except PasswordNeeded as error:
                refused = error
                continue
            yield store
        finally:
            store.close()
        return
    raise refused or PasswordNeeded


@contextmanager
def looked_at(url: str, backups: BackupPlan | None = None) -> Iterator[Store]:
    """A workspace's store as it stands: nothing is brought up to date, nobody logs in to work."""
    address = address_of(url)
    if file_of(url) is None and not passwords.has_password(address):
        address = passwords.with_password(address, passwords.kept_password(address))
    store = _store(address, clock=SystemClock(), backups=backups)
    try:
        yield store
    finally:
        store.close()


def _store(address: str, *, backups: BackupPlan | None = None, **more: Any) -> Store:
    """A workspace's store; the way to a server is checked as this computer's settings say."""
    file = file_of(address)
    keys.use_kept(file)
    backup_notes.refuse_emptied(file, backups or USUAL_PLAN)
    trust = USUAL_TRUST if address.startswith("sqlite") else read_trust()
    return Store(address, trust=trust, backups=backups, **more)


def file_of(url: str) -> Path | None:
    """The workspace's file, None for a server's.

    Raises:
        Refused: it would lie in memory only, where all that was said to be saved is lost.
    """
    kind, _, rest = address_of(url).partition("://")
    if kind.partition("+")[0] != "sqlite":
        return None
    file = rest.partition("?")[0].removeprefix("/")
    if not rest.startswith("/") or file in {"", ":memory:"}:
        raise Refused(
            tr(
                "The workspace's address names no file. Give an address such as sqlite:///desk.sqlite."
            )
        )
    return Path(file).absolute()
