"""What a person has chosen on this computer: their name, their workspace, the look. No secrets.

Kept in ``settings.toml`` in the folder for settings of their account. What concerns the work
itself stands in the workspace, so that it travels with it. The table ``[intake]`` in it sets the
limits of lists (:class:`Limits`), ``[keys]`` other keys for commands of the shortcut table,
``[mail]`` the server that mails to sales go through, without its password, ``[team]`` what is
accepted on the way to a team database (:class:`Trust`), ``[backups]`` where copies of the workspace
file go and how many stay (:class:`BackupPlan`). What somebody wrote there by hand stays, notes too.
"""

import getpass
import os
import tomllib
import zlib
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import asdict, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, TypedDict

from platformdirs import PlatformDirs
from typing_extensions import Unpack

from qualdesk.core.backups import USUAL_PLAN, BackupPlan, plan_from_plain, plan_to_plain
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.list_files import USUAL_LIMITS, Limits, limits_of
from qualdesk.core.mails import MailAccount, account_from_plain, account_to_plain
from qualdesk.core.phone_programs import USUAL_PROGRAM, PhoneProgram
from qualdesk.core.transport import USUAL_TRUST, Trust
from qualdesk.core.wording import tr, tr_later
from qualdesk.links.passwords import has_password

THEMES = ("system", "light", "dark")
LANGUAGES = ("", "en", "de", "xx")
"""Of the window; empty: the computer's. “xx” is English drawn out, to see what lacks room."""
TEXT_SIZES = range(85, 151)
"""Per cent of the drawn size of text and controls."""
Keys = Mapping[str, tuple[str, ...]]
"""Other keys for commands, by the ids of the shortcut table."""
_FILE = "settings.toml"
_UNREADABLE = tr_later("The settings in {path} cannot be read: {error}.")
_UNREADABLE_TOML = tr_later("The settings in {path} cannot be read: {error}. Mend or remove it.")
_USUAL = {
    "database": "",
    "caller": "",
    "language": "",
    "theme": "system",
    "text_size": 100,
    "high_contrast": False,
    "copies_number": False,
    "phone_program": USUAL_PROGRAM.way,
    "phone_address": "",
}


@frozen
class Settings:
    """A person's choices, with what the environment and the command say in their place.

    Attributes:
        database: the address of the workspace: ``sqlite:///...`` or ``postgresql://...``.
        caller: the name their calls stand under.
        is_named: whether they said that name themselves; else it is their login's.
        theme: ``system``, ``light`` or ``dark``.
        language: of the window from its next start, one of :data:`LANGUAGES`.
        text_size: of text and controls, one of :data:`TEXT_SIZES` in per cent.
        high_contrast: strong lines and no tints, also where the system does not ask for it.
        program: whom numbers are handed to.
        copies_number: whether a dialled number is copied as well.
        keys: commands that have other keys than the shipped ones.
        limits: how much a list may be before it is refused instead of read.
        mail: the server mails to sales go through; None where nobody set one, or what is written
            could never send.
        trust: what is accepted on the way to a team database, from the next connection on.
        backups: where copies of the workspace file go that are made by themselves.
    """

    database: str
    caller: str
    is_named: bool
    theme: str
    data_folder: Path
    config_folder: Path
    log_file: Path
    language: str = ""
    limits: Limits = USUAL_LIMITS
    text_size: int = 100
    high_contrast: bool = False
    program: PhoneProgram = USUAL_PROGRAM
    copies_number: bool = False
    keys: Keys = field(default_factory=dict)
    mail: MailAccount | None = None
    trust: Trust = USUAL_TRUST
    backups: BackupPlan = USUAL_PLAN

    @property
    def typed_file(self) -> Path:
        """Where the desk keeps what is typed in this workspace and not saved yet.

        Of the workspace, the person, and this run of the program: none takes another's away.
        """
        where, whose = (zlib.crc32(one.encode()) for one in (self.database, self.caller))
        return self.data_folder / f"typed-{where:08x}-{whose:08x}-{os.getpid()}.json"

    def outbox_file(self, address: str) -> Path | None:
        """Where saves of the desk wait for that team's server; None for a workspace file.

        Of the workspace and the person: each has its own.
        """
        if address.startswith("sqlite"):
            return None
        whose = f"{address}\n{self.caller}".encode()
        return self.data_folder / f"outbox-{sha256(whose).hexdigest()[:16]}.sqlite"

    @property
    def rules_folder(self) -> Path:
        """Where calling rules of their own lie, beside those of the program."""
        return self.data_folder / "rules"


def load_settings(
    *,
    database: str | None = None,
    caller: str | None = None,
    environment: Mapping[str, str] | None = None,
    folders: PlatformDirs | None = None,
) -> Settings:
    """The settings of whoever runs the program; ``database`` and ``caller`` win over them.

    The workspace is what the command says, else ``QUALDESK_DB``, else that of the data folder.

    Raises:
        Refused: the file cannot be read, or a limit in it makes no sense; the sentence names it.
    """
    environment = os.environ if environment is None else environment
    folders = folders or PlatformDirs("qualdesk", appauthor=False)
    config, data = folders.user_config_path, folders.user_data_path
    written = _read(config / _FILE)
    kept = {key: value for key, value in written.items() if isinstance(value, str)}
    named = caller or environment.get("QUALDESK_CALLER") or kept.get("caller", "")
    chosen = _first_without_password(database, environment.get("QUALDESK_DB"), kept.get("database"))
    return Settings(
        database=address_of(chosen or str(data / "desk.sqlite")),
        caller=named or _login(),
        is_named=bool(named),
        theme=_one_of(THEMES, kept.get("theme", "")) or "system",
        language=_one_of(LANGUAGES, kept.get("language", "")),
        data_folder=data,
        config_folder=config,
        log_file=folders.user_log_path / "qualdesk.log",
        limits=_limits(config / _FILE, written.get("intake", {})),
        text_size=_text_size(written.get("text_size")),
        high_contrast=written.get("high_contrast") is True,
        program=_program(kept),
        copies_number=written.get("copies_number") is True,
        keys=_keys(written.get("keys", {})),
        mail=_mail(written.get("mail")),
        trust=_trust(written.get("team")),
        backups=plan_from_plain(written.get("backups")),
    )


class Chosen(TypedDict, total=False):
    """Choices to keep, by the names of :class:`Settings`."""

    database: str
    caller: str
    theme: str
    language: str
    text_size: int
    high_contrast: bool
    program: PhoneProgram
    copies_number: bool
    keys: Keys
    limits: Limits
    mail: MailAccount | None
    trust: Trust
    backups: BackupPlan


def save_settings(settings: Settings, **chosen: Unpack[Chosen]) -> Settings:
    """Keep what was chosen for the next start; the settings with it. What is not given stays.

    What is as usual is not written, so that a later program may have a better usual.

    Raises:
        Refused: there is no such look or size, or the file cannot be written.
    """
    _refuse_password(chosen.get("database", ""))
    if chosen.get("theme", "system") not in THEMES:
        raise Refused(tr("The look is one of: {themes}.", themes=", ".join(THEMES)))
    if chosen.get("language", "") not in LANGUAGES:
        known = ", ".join(filter(None, LANGUAGES))
        raise Refused(tr("The language of the window is one of: {languages}.", languages=known))
    if chosen.get("text_size", 100) not in TEXT_SIZES:
        raise Refused(
            tr(
                "Text is from {text_sizes} to {text_sizes2} per cent.",
                text_sizes=TEXT_SIZES[0],
                text_sizes2=TEXT_SIZES[-1],
            )
        )
    path = settings.config_folder / _FILE
    kept = _with_notes(path)
    for name, value in _plain(chosen).items():
        if isinstance(value, dict):
            _put_table(kept, name, value)
        elif value == _USUAL[name]:
            kept.pop(name, None)
        else:
            kept[name] = value
    _write(path, kept)
    if "database" in chosen:
        chosen["database"] = address_of(chosen["database"])
    return replace(settings, is_named=settings.is_named or bool(chosen.get("caller")), **chosen)


def read_trust(folders: PlatformDirs | None = None) -> Trust:
    """What is accepted on the way to a team database: the usual, and what ``[team]`` says.

    Read from this computer alone, so that no address can change it.

    Raises:
        Refused: the file cannot be read.
    """
    folders = folders or PlatformDirs("qualdesk", appauthor=False)
    return _trust(_read(Path(folders.user_config_path) / _FILE).get("team"))


def address_of(workspace: str) -> str:
    """A workspace as an address: a plain path is an SQLite file, a link the file it leads to."""
    kind, is_address, rest = workspace.partition("://")
    if not is_address:
        return f"sqlite:///{os.path.realpath(Path(workspace).expanduser())}"
    file, mark, more = rest.removeprefix("/").partition("?")
    is_link = kind == "sqlite" and Path(file).is_symlink()
    return f"sqlite:///{os.path.realpath(file)}{mark}{more}" if is_link else workspace


def _first_without_password(*addresses: str | None) -> str:
    """The first that is given; a password in a later one is refused as well."""
    _refuse_password(*addresses)
    return next(filter(None, addresses), "")


def _refuse_password(*addresses: str | None) -> None:
    """Others see an address: in the list of programs, in a file, in what is shown.

    Raises:
        Refused: it has a password in it.
    """
    if any(has_password(address or "") for address in addresses):
        raise Refused(
            tr(
                "Take the password out of the workspace's address: others can read it there. "
                "The window asks for it and keeps it in this computer's keyring; where there is "
                "none, put it in ~/.pgpass (mode 0600)."
            )
        )


def _read(path: Path) -> dict[str, Any]:
    """The settings as they are written; nothing where there are none yet."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        says = _UNREADABLE_TOML if isinstance(error, tomllib.TOMLDecodeError) else _UNREADABLE
        raise Refused(tr(says, path=path, error=error)) from error


def _with_notes(path: Path) -> MutableMapping[str, Any]:
    """The same to be written again, with the notes people put there."""
    import tomlkit  # for whoever saves a choice: no start waits for it

    _read(path)
    return tomlkit.parse(path.read_text(encoding="utf-8") if path.exists() else "")


def _write(path: Path, kept: Mapping[str, Any]) -> None:
    """Write the file whole or not at all."""
    from tomlkit import dumps

    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(dumps(kept), encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        raise Refused(
            tr(
                "The settings cannot be saved in {path}: {strerror}.",
                path=path,
                strerror=error.strerror,
            )
        ) from error


def _plain(chosen: Chosen) -> dict[str, Any]:
    """What was chosen as the file says it."""
    plain: dict[str, Any] = {}
    for name, value in chosen.items():
        if isinstance(value, PhoneProgram):
            plain |= {"phone_program": value.way, "phone_address": value.template}
        elif isinstance(value, Limits):
            own = asdict(value).items() - asdict(USUAL_LIMITS).items()
            plain["intake"] = dict(sorted(own))
        elif isinstance(value, BackupPlan):
            plain["backups"] = plan_to_plain(value)
        elif name == "mail":
            plain[name] = account_to_plain(chosen["mail"])
        elif isinstance(value, Trust):
            own_trust = {"ca_file": value.ca_file, "weaker_for": list(value.weaker)}
            plain["team"] = {each: said for each, said in own_trust.items() if said}
        elif isinstance(value, Mapping):
            plain[name] = {each: list(keys) for each, keys in sorted(value.items())}
        else:
            plain[name] = value
    return plain


def _put_table(kept: MutableMapping[str, Any], name: str, values: Mapping[str, Any]) -> None:
    """Write a table; lines of it that stay keep the notes beside them."""
    import tomlkit

    there = kept.get(name)
    table = there if isinstance(there, tomlkit.items.Table) else tomlkit.table()
    for each in [each for each in table if each not in values]:
        table.remove(each)
    for each, value in values.items():
        if table.get(each) != value:
            table[each] = value
    if values or table.as_string().strip():
        kept[name] = table
    else:
        kept.pop(name, None)


def _one_of(known: Sequence[str], written: str) -> str:
    return written if written in known else ""


def _text_size(written: Any) -> int:
    return written if type(written) is int and written in TEXT_SIZES else 100


def _program(kept: Mapping[str, str]) -> PhoneProgram:
    """Whom numbers are handed to; what can never dial is as if nobody had chosen."""
    try:
        way = kept.get("phone_program", USUAL_PROGRAM.way)
        return PhoneProgram(way=way, template=kept.get("phone_address", ""))
    except Refused:
        return USUAL_PROGRAM


def _mail(written: Any) -> MailAccount | None:
    """The mail server; what could never send is as if nobody had set one."""
    try:
        return account_from_plain(written)
    except Refused:
        return None


def _trust(written: Any) -> Trust:
    """What is accepted on the way to a server; what cannot be meant is as if it was not there."""
    table = written if isinstance(written, Mapping) else {}
    weaker, ca_file = table.get("weaker_for", []), table.get("ca_file", "")
    return Trust(
        ca_file=ca_file if isinstance(ca_file, str) else "",
        weaker=tuple(map(str, weaker)) if isinstance(weaker, list) else (),
    )


def _keys(written: Any) -> Keys:
    every = written.items() if isinstance(written, Mapping) else ()
    return {
        str(name): tuple(map(str, [each] if isinstance(each, str) else each))
        for name, each in every
        if isinstance(each, (str, Sequence)) and each
    }


def _limits(path: Path, written: Any) -> Limits:
    if not isinstance(written, Mapping):
        raise Refused(tr("In {path}, write the limits of lists under a line [intake].", path=path))
    try:
        return limits_of(written)
    except Refused as refused:
        raise Refused(
            tr("{says} Mend it in {path}, under [intake].", says=refused.says, path=path)
        ) from None


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "caller"
