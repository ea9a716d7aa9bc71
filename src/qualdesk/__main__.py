"""The program's own start: the command line, which opens the window when no verb is given."""

import gc
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qualdesk.cli.edge import at_the_edge
from qualdesk.core.errors import Refused
from qualdesk.core.file_kinds import is_loaded
from qualdesk.settings import Settings, load_settings

if TYPE_CHECKING:
    from argparse import Namespace


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words ask; 0 done, 1 done with rows left out, 2 refused."""
    given = sys.argv[1:] if words is None else words
    begun = _of_a_desktop(given)
    if begun is not None:
        return begun()
    from qualdesk.cli.run import guarded

    return guarded(given, {"demo": _demo, None: _window})


def _of_a_desktop(words: Sequence[str]) -> Callable[[], int] | None:
    """The start a desktop makes: nothing is said, or one file that was double-clicked.

    A file is a workspace to open, or a list for the workspace that is open already. The command
    line, which takes half a second to read, is not needed for it.
    """
    file = Path(words[0]) if len(words) == 1 else None
    if words and not (file and file.is_file()):
        why = _no_file(words)
        return partial(at_the_edge, load_settings, partial(_refuse, why)) if why else None
    to_load = file.absolute() if file and is_loaded(file.name) else None
    workspace = str(file) if file and to_load is None else None
    settings = partial(load_settings, database=workspace)
    return partial(at_the_edge, settings, partial(_open, file=to_load))


def _no_file(words: Sequence[str]) -> str:
    """Why words that begin with a file open none; empty where they are a command."""
    first = Path(words[0])
    if words[0].startswith("-") or not re.search(r"[./\\]", words[0]):
        return ""  # a verb has no dot, and no folder before it
    if len(words) > 1:
        return "One file is opened at a time. With options a workspace is: qualdesk --db FILE"
    if first.is_dir():
        return f"{first} is a folder. Give a workspace, or a list to load."
    return f"There is no file {first}. Give a workspace, or a list to load."


def _refuse(why: str, _settings: Settings) -> int:
    """Open nothing.

    Raises:
        Refused: always, and why.
    """
    raise Refused(why)


def _demo(settings: Settings, asked: "Namespace") -> int:
    from qualdesk import demo

    if asked.window:
        _need_display()
    return demo.run(settings, asked)


def _window(settings: Settings, asked: "Namespace") -> int:
    from qualdesk.cli.run import clock_for
    from qualdesk.qt.bindings import read_no_sources

    _need_display()
    read_no_sources()
    from qualdesk.qt.app import open_window

    return open_window(settings, clock=clock_for(asked) if asked.at else None)


def _open(settings: Settings, file: Path | None) -> int:
    _need_display()
    # What the program is made of stays: to look through it again and again while it is read in
    # took a quarter of a second. The window says when garbage is collected, from its start on.
    gc.disable()
    from qualdesk.qt.bindings import read_no_sources

    read_no_sources()
    from qualdesk.qt.app import open_window

    return open_window(settings, file=file)


def _need_display() -> None:
    """Refuse where Qt would end the process without a word.

    Raises:
        Refused: what is missing, in one sentence.
    """
    from qualdesk.cli import doctor

    why = doctor.missing_display()
    libraries = () if doctor.loads_window() else doctor.missing_libraries(window=True)
    if not why and libraries:
        why = f"The window needs {', '.join(libraries)}; install: {doctor.apt_line(libraries)}"
    if why:
        raise Refused(why)


if __name__ == "__main__":
    sys.exit(main())
