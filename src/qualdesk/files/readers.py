"""Reading a list in a process of its own: asked, listened to, and ended when it is not wanted."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from qualdesk.core.frozen import frozen
from qualdesk.core.list_choices import ListForm
from qualdesk.core.list_files import USUAL_LIMITS, Limits, SheetFacts
from qualdesk.files import reading_child
from qualdesk.files.reading_child import Wanted
from qualdesk.files.row_frames import (
    Frame,
    Row,
    read_frames,
    unpacked,
    value_of,
    write_frame,
)
from qualdesk.files.unreadable import Unreadable
from qualdesk.files.workbooks import TOO_MUCH


class Reader:
    """A process that reads files for us, one after the other.

    A file that is too much for it ends it, and not us; it is started anew for the next one.
    It cannot outlive us. Close it, or use it in a ``with``.
    """

    def __init__(self, limits: Limits = USUAL_LIMITS) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def frames(self, wanted: Wanted) -> Iterator[tuple[Frame, bytes]]:
        """What the process says of a file; leaving early ends it.

        Raises:
            ListRefused: the file cannot be read, in one sentence.
            OSError: the system would not read on.
        """
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        is_done = has_ended = False
        why_not: Exception | None = None
        try:
            process.stdin.write(wanted.line())
            process.stdin.flush()
            for kind, payload in read_frames(process.stdout):
                if kind is Frame.DONE:
                    is_done = True
                    break
                if kind in {Frame.REFUSED, Frame.FAULT}:
                    why_not = _why_not(kind, payload, wanted)
                else:
                    has_ended = has_ended or kind is Frame.ENDED
                    yield kind, payload
            if why_not is None and not has_ended:
                why_not = Unreadable(TOO_MUCH)
            if why_not is not None:
                raise why_not
        finally:
            if not is_done:
                self.close()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            limits = json.dumps(asdict(self._limits))
            # -P: a file called json.py beside the list must not be taken for Python's own.
            self._process = subprocess.Popen(  # noqa: S603 - our own program, no shell
                [sys.executable, "-P", "-m", reading_child.__name__, limits],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._process

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@frozen
class ReadSheet:
    """A sheet that was read, its rows kept in a temporary file until :meth:`close`.

    Attributes:
        format: xlsx, xlsb, xls or ods.
        sheets: every sheet of the workbook, in its order.
        rows_read: how many rows it has.
        shortened: how many of its cells were too long, and were cut.
    """

    name: str
    format: str
    sheets: tuple[SheetFacts, ...]
    rows_read: int
    shortened: int
    _kept: IO[bytes]

    def rows(self) -> Iterator[Row]:
        """The rows with their number in the sheet, the first being 1."""
        at = 0
        while True:
            # Each who reads goes back to their own place: there may be two.
            self._kept.seek(at)
            frame = next(read_frames(self._kept), None)
            if frame is None:
                return
            at = self._kept.tell()
            yield from unpacked(*frame)

    def close(self) -> None:
        """Let go of the temporary file."""
        self._kept.close()


def read_sheet(path: Path, form: ListForm, reader: Reader) -> ReadSheet:
    """The sheet a person chose, or the first that is visible and not empty.

    Raises:
        ListRefused: the workbook cannot be read, with the sentence that says why.
        OSError: the system would not read on.
    """
    wanted = Wanted(path=str(path.absolute()), is_workbook=True, sheet=form.sheet)
    # The rows outlive this function: whoever has the sheet closes the file.
    kept = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the table
    try:
        said: dict[Frame, Any] = {}
        counted: dict[str, int | None] = {}
        for kind, payload in reader.frames(wanted):
            if kind in _ROWS:
                write_frame(kept, kind, payload)
            elif kind is Frame.COUNTED:
                counted.update([value_of(payload)])
            else:
                said[kind] = value_of(payload)
    except BaseException:
        kept.close()
        raise
    about = said[Frame.ABOUT]
    counted[about["sheet"]] = about["rows"]
    return ReadSheet(
        name=about["sheet"],
        format=about["format"],
        sheets=tuple(
            SheetFacts(name=name, rows=counted.get(name), is_hidden=is_hidden)
            for name, is_hidden in about["sheets"]
        ),
        rows_read=about["rows"],
        shortened=said[Frame.ENDED]["shortened"],
        _kept=kept,
    )


class TextStream:
    """A list as text, read ahead in a process of its own while we work on its rows. Close it.

    Attributes:
        encoding: what was chosen or found; so the ``delimiter``.
    """

    def __init__(self, path: Path, form: ListForm, limits: Limits) -> None:
        self._limits = limits
        self._wanted = Wanted(
            path=str(path.absolute()),
            is_workbook=False,
            encoding=form.encoding,
            delimiter=form.delimiter,
        )
        frames = self._frames()
        about = value_of(next(frames)[1])
        self.encoding, self.delimiter = about["encoding"], about["delimiter"]
        self._seen: list[Row] = []
        self._begun: Generator[Row, None, None] | None = _rows(frames)

    def ahead(self) -> Iterator[Row]:
        """The first rows, as many as are wanted: they will come again with all rows.

        Raises:
            ListRefused: they cannot be read on, in one sentence.
            OSError: the system would not read on.
        """
        for row in self._begun or ():
            self._seen.append(row)
            yield row

    def rows(self) -> Iterator[Row]:
        """The rows with their number; who asks first goes on with what was read ahead.

        Raises:
            ListRefused: they cannot be read on, in one sentence.
            OSError: the system would not read on.
        """
        coming, self._begun = self._begun or _rows(self._frames()), None
        seen, self._seen = self._seen, []
        with closing(coming):
            yield from seen
            seen.clear()
            yield from coming

    def close(self) -> None:
        """End the process, if nobody has asked for the rows."""
        if self._begun is not None:
            self._begun.close()

    def _frames(self) -> Iterator[tuple[Frame, bytes]]:
        with Reader(self._limits) as reader:
            yield from reader.frames(self._wanted)


def _rows(frames: Iterator[tuple[Frame, bytes]]) -> Generator[Row, None, None]:
    for kind, payload in frames:
        if kind in _ROWS:
            yield from unpacked(kind, payload)


def _why_not(kind: Frame, payload: bytes, wanted: Wanted) -> Exception:
    if kind is Frame.REFUSED:
        text, values = value_of(payload)
        return Unreadable(text, **values)
    number, says, code = value_of(payload)
    return OSError(number, says, wanted.path, code)


_ROWS = {Frame.ROWS, Frame.ROWS_AS_JSON}
