"""What is kept of a fault in the program: enough to mend it, and nothing about any person."""

import platform
import re
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from qualdesk import __version__
from qualdesk.core.clock import Clock

_KEPT: Final = 20
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'|“[^”]*”|\S*[@/\\]\S*")
_SEVERE: Final = {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}


class CrashReports(QObject):
    """Writes a report for every fault nobody expected, and tells the window."""

    reported = Signal(str)
    """The text of a new report, to be shown and copied."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__()
        self._folder, self._clock = folder, clock
        self._told: set[str] = set()
        self.file: Path | None = None
        """Where the newest report lies; None where it could not be written."""

    def install(self) -> Callable[[], None]:
        """Hear of every fault from now on; what is returned ends that again."""
        before = sys.excepthook, threading.excepthook
        old_messages = qInstallMessageHandler(self.message)
        sys.excepthook = self.fault
        threading.excepthook = lambda seen: self.fault(
            seen.exc_type, seen.exc_value, seen.exc_traceback
        )

        def end() -> None:
            sys.excepthook, threading.excepthook = before
            qInstallMessageHandler(old_messages)

        return end

    def fault(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """A fault nobody caught."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        self.keep(report_of(kind, trace))

    def message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Something Qt complains about; only what is severe becomes a report."""
        del context
        says = without_words_of_people(text)
        sys.stderr.write(f"Qt: {says}\n")
        if kind in _SEVERE:
            self.keep(f"{_head()}\nQt: {says}\n")

    def keep(self, report: str) -> None:
        """Write a report; the same fault again is told only once."""
        if report in self._told:
            return
        self._told.add(report)
        stamp = self._clock.now().strftime("%Y%m%d-%H%M%S-%f")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self.file = self._folder / f"crash-{stamp}.txt"
            self.file.write_text(report, encoding="utf-8")
            for old in sorted(self._folder.glob("crash-*.txt"))[:-_KEPT]:
                old.unlink()
        except OSError:
            # A full disk must not hide the fault: the window still shows the report.
            self.file = None
            sys.stderr.write(report)
        self.reported.emit(report)


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The places a fault went through. What an error says is left out: it may name a person."""
    lines = [_head(), f"Fault: {kind.__module__}.{kind.__qualname__}"]
    lines += [
        f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return "\n".join(lines) + "\n"


def without_words_of_people(text: str) -> str:
    """A message without what stands in quotes, addresses and paths, and not endless."""
    return _QUOTED.sub("…", text)[:300]


def _head() -> str:
    qt, python = qVersion(), platform.python_version()
    return f"qualdesk {__version__}, Qt {qt}, Python {python}, {platform.system()}"


def _short(file: str) -> str:
    """The file without the folders above its package: those name the person's account."""
    parts = Path(file).parts
    for package in ("qualdesk", "site-packages"):
        if package in parts:
            place = len(parts) - 1 - parts[::-1].index(package)
            return "/".join(parts[place:])
    return parts[-1] if parts else file
