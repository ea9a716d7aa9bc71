"""The process that reads workbooks and large lists, so that a bad one ends it and not the desk.

Started as ``python -m qualdesk.files.reading_child LIMITS``, with the limits as JSON; each line
on its standard input is a :class:`Wanted`, answered in frames on its standard output. It ends
when its standard input does: it never outlives who started it.
"""

import faulthandler
import gc
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO

from qualdesk.core.frozen import frozen
from qualdesk.core.list_files import Limits, limits_of
from qualdesk.files.csv_lists import text_form, text_rows
from qualdesk.files.row_frames import (
    Frame,
    Row,
    packed,
    write_frame,
    write_value,
)
from qualdesk.files.unreadable import Unreadable
from qualdesk.files.workbooks import MEGABYTE, TOO_MUCH, open_workbook

COUNT_SECONDS = 5


@frozen
class Wanted:
    """What is to be read: a workbook, or a list as text, and what the person said of it."""

    path: str
    is_workbook: bool
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""

    def line(self) -> bytes:
        """As it is sent to the process."""
        return json.dumps(asdict(self)).encode() + b"\n"


def main(limits: Limits) -> None:
    """Answer every line of standard input, then end."""
    limit_memory(limits)
    # Rows refer to nothing that refers to them: collecting would walk them for nothing.
    gc.disable()
    lines: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(lines,), daemon=True).start()
    answers = _Answers(sys.stdout.buffer, limits.seconds)
    while True:
        _answer(answers, Wanted(**json.loads(lines.get())), limits)


def limit_memory(limits: Limits) -> None:
    """Let the system refuse this process memory before it takes the computer's."""
    if sys.platform == "win32":  # it has no such limit for a single process; the time limit holds
        return
    import resource

    most = limits.memory_megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # others know the limit and do not keep it
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


class _Answers:
    """Frames on their way out, and the time there is until the next one."""

    def __init__(self, stream: IO[bytes], seconds: int) -> None:
        self._stream = stream
        self._seconds = seconds

    def is_given_time(self, seconds: float | None = None) -> None:
        """End this process unless it answers in time; also within the reading library."""
        faulthandler.dump_traceback_later(seconds or self._seconds, exit=True)

    def rest(self) -> None:
        """Nothing is being read: time does not count."""
        faulthandler.cancel_dump_traceback_later()

    def frame(self, kind: Frame, payload: bytes) -> None:
        """Send a frame. Whoever asked may take their time to take it."""
        self.rest()
        write_frame(self._stream, kind, payload)
        self.is_given_time()

    def value(self, kind: Frame, value: object) -> None:
        """Send a value, as JSON."""
        self.rest()
        write_value(self._stream, kind, value)
        self.is_given_time()

    def rows(self, rows: Iterator[Row]) -> None:
        """Send rows in batches."""
        for kind, payload in packed(rows):
            self.frame(kind, payload)

    def counts(self, counts: Iterator[tuple[str, int | None]]) -> None:
        """Send what other sheets hold. They get little time together, for nobody asked."""
        self.is_given_time(min(COUNT_SECONDS, self._seconds))
        for name, rows in counts:
            write_value(self._stream, Frame.COUNTED, (name, rows))


def _answer(answers: _Answers, wanted: Wanted, limits: Limits) -> None:
    answers.is_given_time()
    try:
        if wanted.is_workbook:
            _send_workbook(answers, wanted, limits)
        else:
            _send_text(answers, wanted)
    except Unreadable as refused:
        answers.value(Frame.REFUSED, (refused.text, refused.values))
    except MemoryError:
        answers.value(Frame.REFUSED, (TOO_MUCH, {}))
    except OSError as error:
        fault = (error.errno, error.strerror, getattr(error, "winerror", None))
        answers.value(Frame.FAULT, fault)
    answers.value(Frame.DONE, None)
    answers.rest()


def _send_workbook(answers: _Answers, wanted: Wanted, limits: Limits) -> None:
    book = open_workbook(Path(wanted.path), wanted.sheet, limits)
    about = {
        "format": book.kind,
        "sheet": book.chosen,
        "sheets": list(book.sheets.items()),
        "rows": book.rows,
    }
    answers.value(Frame.ABOUT, about)
    answers.rows(book.read())
    answers.value(Frame.ENDED, {"shortened": book.shortened})
    # Last, because another sheet may be the one that ends this process: the rows are out.
    answers.counts((name, book.count(name)) for name in book.sheets if name != book.chosen)


def _send_text(answers: _Answers, wanted: Wanted) -> None:
    path = Path(wanted.path)
    form = text_form(path, encoding=wanted.encoding, delimiter=wanted.delimiter)
    answers.value(Frame.ABOUT, {"encoding": form.encoding, "delimiter": form.delimiter})
    answers.rows(text_rows(path, form))
    answers.value(Frame.ENDED, {})


def _listen(lines: SimpleQueue[bytes]) -> None:
    # Unbuffered: this thread would hold the buffer when the process wants to end.
    with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as stream:
        for line in stream:
            lines.put(line)
    # Whoever asked is gone, or wants no more; the main thread may be deep in a library.
    os._exit(0)


if __name__ == "__main__":
    main(limits_of(json.loads(sys.argv[1])))
