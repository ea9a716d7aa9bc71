"""What a person has chosen on this computer: their name, their workspace, the look. No secrets.

Kept in ``settings.toml`` in the folder for settings of their account. What concerns the work
itself stands in the workspace, so that it travels with it. A table ``[intake]`` in it, written
by hand, sets the limits of lists (:class:`Limits`); saving a name or a look leaves it alone.
"""

import getpass
import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from platformdirs import PlatformDirs

from qualdesk.core.errors import Refused
from qualdesk.core.list_files import USUAL_LIMITS, Limits, limits_of

THEMES = ("system", "light", "dark")
_FILE = "settings.toml"
_FIRST_TABLE = re.compile(r"^\s*\[", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """A person's choices, with what the environment and the command say in their place.

    Attributes:
        database: the address of the workspace: ``sqlite:///...`` or ``postgresql://...``.
        caller: the name their calls stand under.
        is_named: whether they said that name themselves; else it is their login's.
        theme: ``system``, ``light`` or ``dark``.
        limits: how much a list may be before it is refused instead of read.
    """

    database: str
    caller: str
    is_named: bool
    theme: str
    data_folder: Path
    config_folder: Path
    log_file: Path
    limits: Limits = USUAL_LIMITS

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

    The workspace is what the command says, else ``QUALDESK_DB``, else the one in the data
    folder. A path is understood as an SQLite file.

    Raises:
        Refused: the settings file cannot be read, or a limit in it makes no sense; the
            sentence names it.
    """
    environment = os.environ if environment is None else environment
    folders = folders or PlatformDirs("qualdesk", appauthor=False)
    config = Path(folders.user_config_path)
    data = Path(folders.user_data_path)
    written = _parsed(config / _FILE, _text_of(config / _FILE))
    kept = _texts(written)
    named = caller or environment.get("QUALDESK_CALLER") or kept.get("caller", "")
    chosen = database or environment.get("QUALDESK_DB") or kept.get("database", "")
    theme = kept.get("theme", "system")
    return Settings(
        database=address_of(chosen) if chosen else address_of(str(data / "desk.sqlite")),
        caller=named or _login(),
        is_named=bool(named),
        theme=theme if theme in THEMES else "system",
        data_folder=data,
        config_folder=config,
        log_file=Path(folders.user_log_path) / "qualdesk.log",
        limits=_limits(config / _FILE, written.get("intake", {})),
    )


def save_settings(settings: Settings, *, caller: str = "", theme: str = "") -> Settings:
    """Keep a new name or look for the next start; the settings with it.

    Raises:
        Refused: there is no such look, or the file cannot be written.
    """
    if theme and theme not in THEMES:
        raise Refused(f"The look is one of: {', '.join(THEMES)}.")
    path = settings.config_folder / _FILE
    written = _text_of(path)
    kept = _texts(_parsed(path, written))
    kept |= {key: value for key, value in (("caller", caller), ("theme", theme)) if value}
    # A TOML basic string is a JSON string.
    text = "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in sorted(kept.items())
    )
    tables = _FIRST_TABLE.search(written)
    text += f"\n{written[tables.start() :]}" if tables else ""
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        raise Refused(f"The settings cannot be saved in {path}: {error.strerror}.") from error
    return replace(
        settings,
        caller=caller or settings.caller,
        is_named=settings.is_named or bool(caller),
        theme=theme or settings.theme,
    )


def address_of(workspace: str) -> str:
    """A workspace as a database address: a plain path is an SQLite file."""
    if "://" in workspace:
        return workspace
    return f"sqlite:///{Path(workspace).expanduser().absolute()}"


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"The settings in {path} cannot be read: {error}.") from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused(
            f"The settings in {path} cannot be read: {error}. Mend or remove it."
        ) from None


def _texts(written: Mapping[str, Any]) -> dict[str, str]:
    return {key: value for key, value in written.items() if isinstance(value, str)}


def _limits(path: Path, written: Any) -> Limits:
    if not isinstance(written, Mapping):
        raise Refused(f"In {path}, write the limits of lists under a line [intake].")
    try:
        return limits_of(written)
    except Refused as refused:
        raise Refused(f"{refused.says} Mend it in {path}, under [intake].") from None


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "caller"
