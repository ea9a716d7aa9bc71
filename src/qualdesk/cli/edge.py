"""The edge of the program: whatever happens inside, a person reads a sentence and no traceback."""

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from qualdesk import __version__
from qualdesk.cli.plain import complain
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import DocumentRefused, ListRefused, QualdeskError
from qualdesk.settings import Settings

T = TypeVar("T")

REFUSED: Final = 2
"""The exit code of what was not done, with a sentence that says why."""


def at_the_edge(settings: Callable[[], Settings], work: Callable[[Settings], int]) -> int:
    """Do a command from its settings to its exit code. Nothing gets out but a sentence."""
    known = None
    try:
        known = settings()
        return work(known)
    except KeyboardInterrupt:
        complain("Stopped. What was saved before is kept.")
        return REFUSED
    except BrokenPipeError:
        sys.stderr.close()
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the edge of the program: a sentence, no traceback
        return refused(error, known)


def refused(error: BaseException, settings: Settings | None = None) -> int:
    """Say what went wrong in a sentence, never as a traceback, and give the exit code."""
    if isinstance(error, QualdeskError):
        for sentence in _refusal(error):
            complain(sentence)
        return REFUSED
    if os.environ.get("QUALDESK_TRACEBACK"):
        raise error
    kept = _write_down(error, settings.log_file) if settings else False
    place = f" Details are in {settings.log_file}." if settings and kept else ""
    complain(f"Something went wrong inside qualdesk ({type(error).__name__}).{place}")
    return REFUSED


def tried(settings: Settings, work: Callable[[], T]) -> T | Exception:
    """Do a piece of work that others wait behind; why it could not be done, if it could not.

    For a command that goes on for months: what nobody expected is written into the log.
    """
    try:
        return work()
    except QualdeskError as error:
        return error
    except Exception as error:  # noqa: BLE001 - the edge of the program: told, and the rest goes on
        _write_down(error, settings.log_file)
        return error


def _refusal(error: QualdeskError) -> list[str]:
    """What is wrong, and then every problem on a line of its own; each is said once."""
    problems = error.problems if isinstance(error, DocumentRefused | ListRefused) else ()
    listed = [f"  {problem}" for problem in problems]
    if len(problems) == 1 and error.says.endswith(str(problems[0])):
        return [error.says]
    first = f" The first: {problems[0]}" if problems else ""
    return [error.says.removesuffix(first), *listed]


def _write_down(error: BaseException, log_file: Path) -> bool:
    """Keep where it happened, for a report; whether that could be written.

    Not the error's own words: they may quote a lead.
    """
    said = [f"{SystemClock().now().isoformat()} qualdesk {__version__} {type(error).__name__}\n"]
    try:
        log_file.parent.mkdir(parents=True, exist_ok=True)
        with log_file.open("a", encoding="utf-8") as log:
            log.writelines(said + traceback.format_tb(error.__traceback__))
    except OSError:
        return False
    return True
