"""The program's own start: the command line, which opens the window when no verb is given."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from qualdesk.cli import doctor
from qualdesk.cli.run import clock_for, guarded
from qualdesk.core.errors import Refused
from qualdesk.settings import Settings


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words ask; 0 done, 1 done with rows left out, 2 refused."""
    given = _meant(sys.argv[1:] if words is None else words)
    return guarded(given, {"demo": _demo, None: _window})


def _meant(words: Sequence[str]) -> Sequence[str]:
    """A file alone is a workspace to open: so a desktop hands over what was double-clicked."""
    if len(words) == 1 and Path(words[0]).is_file():
        return ("--db", words[0])
    return words


def _demo(settings: Settings, asked: Namespace) -> int:
    from qualdesk import demo

    if asked.window:
        _need_display()
    return demo.run(settings, asked)


def _window(settings: Settings, asked: Namespace) -> int:
    _need_display()
    from qualdesk.qt.app import open_window

    return open_window(settings, clock=clock_for(asked) if asked.at else None)


def _need_display() -> None:
    """Refuse where Qt would end the process without a word.

    Raises:
        Refused: what is missing, in one sentence.
    """
    libraries = doctor.missing_libraries(window=True)
    why = doctor.missing_display()
    if not why and libraries:
        why = f"The window needs {', '.join(libraries)}; install: {doctor.apt_line(libraries)}"
    if why:
        raise Refused(why)


if __name__ == "__main__":
    sys.exit(main())
