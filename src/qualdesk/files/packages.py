"""The package of a batch: one folder or one file with all that sales is given, whole or absent."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Self
from uuid import uuid4
from zipfile import BadZipFile
from zlib import error as broken_deflate

from qualdesk.core.errors import ExportRefused
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import HandoffItem, Package
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr
from qualdesk.files.lead_lines import lead_line
from qualdesk.files.package_contents import (
    LINES,
    MANIFEST,
    Paper,
    check_receivers,
    contents_of,
    manifest_for,
    slug,
)
from qualdesk.files.package_faults import refused
from qualdesk.files.package_zip import ZipWriter, put_in_place, reading_zip

__all__ = [
    "LINES",
    "MANIFEST",
    "Paper",
    "Written",
    "check_package",
    "folder_name",
    "items_in",
    "manifest_of",
    "package_name",
    "remove_package",
    "set_aside",
    "slug",
    "sweep",
    "write_package",
]


@frozen
class Written:
    """A package that is in place: its files, and the fingerprint of its manifest.

    ``folder`` is where it lies: its folder, or the one file it is.
    """

    folder: Path
    files: tuple[Path, ...]
    manifest_sha256: str


def folder_name(number: int) -> str:
    """The folder of a campaign's batch: “batch-0012”."""
    return f"batch-{number:04}"


def package_name(number: int, *, is_zip: bool, client: str = "") -> str:
    """The name of a campaign's batch as a folder or as one file: “batch-0012.zip”.

    With whose it is, where there are several clients: “acme-tools-batch-0012”.
    """
    whose = f"{slug(client)}-" if client else ""
    return f"{whose}{folder_name(number)}{'.zip' if is_zip else ''}"


def write_package(
    package: Package, place: Path, paper: Paper, progress: Progress | None = None
) -> Written:
    """Write the batch to ``place``, which must not be there yet: a folder, or one .zip file.

    Everything is written beside it first, flushed to the disk, and then given its name in one
    step: whoever looks sees the whole package or none. ``paper`` makes the PDF of briefs.

    Raises:
        ExportRefused: it cannot be written there, or a lead has no receiver; nothing of it is
            left behind.
        Cancelled: somebody stopped it; nothing is left behind either.
    """
    progress = progress or Progress()
    check_receivers(package)
    if place.exists():
        raise ExportRefused(
            tr(
                "{folder} is there already, and a batch that was written is never written "
                "over. Choose another folder.",
                folder=place,
            )
        )
    beside = place.with_name(f".{place.name}.{uuid4().hex}.partial")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if package.contents.is_zip:
            digest = _fill_zip(package, beside, paper, progress)
            put_in_place(beside, place)
        else:
            digest = _fill_folder(package, beside, paper, progress)
            beside.rename(place)
    except OSError as error:
        raise refused(error, place) from error
    finally:
        _take_away(beside)
    with suppress(OSError):
        # The package is in place; only a power cut in this very second could still hide it.
        _flush_folder(place.parent)
    return Written(folder=place, files=_files_in(place), manifest_sha256=digest)


def check_package(place: Path) -> Written | None:
    """The package in ``place`` if it is whole and unchanged since it was written, else None."""
    try:
        with _Reading(place) as read:
            content = read(MANIFEST)
            told = {entry["name"]: entry["sha256"] for entry in _manifest(content)["files"]}
            if any(_digest(read(name)) != sha for name, sha in told.items()):
                return None
    except _UNREADABLE:
        return None
    return Written(folder=place, files=_files_in(place), manifest_sha256=_digest(content))


def manifest_of(place: Path) -> dict[str, Any]:
    """What the package in ``place`` says about itself.

    Raises:
        ExportRefused: there is no package of ours in it.
    """
    try:
        with _Reading(place) as read:
            return _manifest(read(MANIFEST))
    except _UNREADABLE as error:
        raise ExportRefused(
            tr("{folder} holds no batch that can be read.", folder=place)
        ) from error


def items_in(place: Path) -> tuple[HandoffItem, ...]:
    """The leads of the package in ``place``, equal to those it was written from.

    Raises:
        ExportRefused: there is no package of ours in it.
        Refused: it holds something else than leads.
    """
    try:
        with _Reading(place) as read:
            lines = read(LINES).splitlines()
    except _UNREADABLE as error:
        raise ExportRefused(
            tr("{folder} holds no batch that can be read.", folder=place)
        ) from error
    return tuple(lead_line(line).item for line in lines)


def set_aside(place: Path) -> Path:
    """Rename a package that never counted as sent, so that nobody takes it for one that did.

    Raises:
        ExportRefused: it cannot be renamed.
    """
    name = place.name.removesuffix(".zip")
    end = place.name.removeprefix(name)
    free = (place.with_name(f"{name}-not-sent{n}{end}") for n in _numbers())
    aside = next(one for one in free if not one.exists())
    try:
        return place.rename(aside)
    except OSError as error:
        raise refused(error, place) from error


def remove_package(place: Path) -> None:
    """Take away a package written a moment ago that must not leave after all."""
    _take_away(place)


def sweep(place: Path) -> None:
    """Take away what a batch that was interrupted left half written beside its place."""
    with suppress(OSError):
        for left in place.parent.glob(f".{place.name.removesuffix('.zip')}.*partial"):
            _take_away(left)


def _fill_folder(package: Package, folder: Path, paper: Paper, progress: Progress) -> str:
    """Write every file; the manifest last, with the fingerprints of the others."""
    folder.mkdir()
    files: dict[str, str] = {}
    for name, content in contents_of(package, paper, progress):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, content)
        files[name] = _digest(content)
    content = _manifest_content(package, files)
    _write(folder / MANIFEST, content)
    for below in (*(path for path in folder.rglob("*") if path.is_dir()), folder):
        _flush_folder(below)
    return _digest(content)


def _fill_zip(package: Package, file: Path, paper: Paper, progress: Progress) -> str:
    """The same as one file."""
    files: dict[str, str] = {}
    with ZipWriter(file, package.made_at) as write:
        for name, content in contents_of(package, paper, progress):
            write(name, content)
            files[name] = _digest(content)
        content = _manifest_content(package, files)
        write(MANIFEST, content)
    return _digest(content)


def _manifest_content(package: Package, files: dict[str, str]) -> bytes:
    return json.dumps(manifest_for(package, files), indent=1, ensure_ascii=False).encode()


def _write(path: Path, content: bytes) -> None:
    """Write a new file and wait until it is on the disk."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the names in a folder safe from a power cut. Windows does that on its own."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _take_away(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place, ignore_errors=True)
    else:
        with suppress(OSError):
            place.unlink()


class _Reading:
    """Reads the files of a package by name, whether it is a folder or one file."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._zip = reading_zip(place) if place.is_file() else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._zip is not None:
            self._zip.close()

    def __call__(self, name: str) -> bytes:
        return (self._place / name).read_bytes() if self._zip is None else self._zip.read(name)


def _manifest(content: bytes) -> dict[str, Any]:
    manifest = json.loads(content.decode("utf-8"))
    if not isinstance(manifest, dict):
        raise TypeError("a manifest is an object")
    return manifest


def _files_in(place: Path) -> tuple[Path, ...]:
    if place.is_file():
        return (place,)
    return tuple(sorted(path for path in place.rglob("*") if path.is_file()))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _numbers() -> Iterator[str]:
    yield ""
    number = 2
    while True:
        yield f"-{number}"
        number += 1


# Whatever a folder or file that is none of ours, or half of one, can answer when it is read.
_UNREADABLE = (
    OSError,
    ValueError,
    KeyError,
    TypeError,
    BadZipFile,
    broken_deflate,
    NotImplementedError,
    RuntimeError,
)
