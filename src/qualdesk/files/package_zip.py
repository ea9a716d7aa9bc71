"""A package as one .zip file: the same bytes for the same batch, never over another file."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


class ZipWriter:
    """Writes files into a new .zip, in the order they come; call it with a name and the content.

    Every file carries ``made_at`` (UTC), so that one batch written twice is the same file.
    """

    def __init__(self, path: Path, made_at: datetime) -> None:
        at = made_at.astimezone(UTC)
        self._at = (at.year, at.month, at.day, at.hour, at.minute, at.second)
        self._file = path.open("xb")
        self._zip = ZipFile(self._file, "w", ZIP_DEFLATED)

    def __enter__(self) -> Callable[[str, bytes], None]:
        return self._put

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._zip.close()
                self._file.flush()
                os.fsync(self._file.fileno())
        finally:
            if error is not None:
                # Its end cannot be written where the disk is full: the file goes away anyway.
                with suppress(OSError, ValueError):
                    self._zip.close()
            with suppress(OSError):
                self._file.close()

    def _put(self, name: str, content: bytes) -> None:
        info = ZipInfo(name, self._at)
        info.compress_type = ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        self._zip.writestr(info, content)


def put_in_place(beside: Path, place: Path) -> None:
    """Give a file its name, unless one of that name is there by now.

    Raises:
        OSError: it cannot be; FileExistsError where somebody was faster.
    """
    try:
        # A rename would quietly take the place of a file that is there; a second name never does.
        os.link(beside, place)
    except FileExistsError:
        raise
    except OSError:
        # Some disks know no second names.
        if place.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place)) from None
        beside.rename(place)


def reading_zip(path: Path) -> ZipFile:
    """The file, to be read.

    Raises:
        BadZipFile: it is none.
        OSError: it cannot be read.
    """
    return ZipFile(path)
