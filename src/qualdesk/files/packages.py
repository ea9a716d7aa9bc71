"""The package of a batch: one folder with all that sales is given, there whole or not at all."""

import errno
import hashlib
import json
import os
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from qualdesk.core.errors import ExportRefused, Problem
from qualdesk.core.handoff import HandoffItem, Package
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr, tr_later
from qualdesk.files.answer_form import answer_sheet
from qualdesk.files.lead_lines import SCHEMA_NAME, lead_line, lead_lines, lead_schema
from qualdesk.files.lead_tables import (
    columns_of,
    csv_for_machines,
    csv_for_spreadsheets,
    rows_of,
    workbook,
)

MANIFEST = "manifest.json"
LINES = "leads.jsonl"
Paper = Callable[[HandoffItem], bytes]


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A package that is in place: its folder, its files, and the fingerprint of its manifest."""

    folder: Path
    files: tuple[Path, ...]
    manifest_sha256: str


def folder_name(number: int) -> str:
    """The folder of a campaign's batch: “batch-0012”."""
    return f"batch-{number:04}"


def write_package(
    package: Package, folder: Path, paper: Paper, progress: Progress | None = None
) -> Written:
    """Write the batch into ``folder``, which must not be there yet.

    Everything is written beside it first, flushed to the disk, and then given its name in one
    step: whoever looks sees the whole package or none. ``paper`` makes the PDF of a brief.

    Raises:
        ExportRefused: it cannot be written there; nothing of it is left behind.
        Cancelled: somebody stopped it; nothing is left behind either.
    """
    progress = progress or Progress()
    if folder.exists():
        raise ExportRefused(
            tr(
                "{folder} is there already, and a batch that was written is never written "
                "over. Choose another folder.",
                folder=folder,
            )
        )
    beside = folder.with_name(f".{folder.name}.{uuid4().hex}.partial")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside.mkdir()
        digest = _fill(package, beside, paper, progress)
        _flush_folder(beside / "briefs")
        _flush_folder(beside)
        beside.rename(folder)
    except OSError as error:
        raise _refused(error, folder) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    with suppress(OSError):
        # The package is in place; only a power cut in this very second could still hide it.
        _flush_folder(folder.parent)
    return Written(folder=folder, files=_files_in(folder), manifest_sha256=digest)


def check_package(folder: Path) -> Written | None:
    """The package in ``folder`` if it is whole and unchanged since it was written, else None."""
    try:
        manifest = _manifest(folder)
        told = {entry["name"]: entry["sha256"] for entry in manifest["files"]}
        whole = all(_digest((folder / name).read_bytes()) == sha for name, sha in told.items())
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not whole:
        return None
    digest = _digest((folder / MANIFEST).read_bytes())
    return Written(folder=folder, files=_files_in(folder), manifest_sha256=digest)


def manifest_of(folder: Path) -> dict[str, Any]:
    """What the package in ``folder`` says about itself.

    Raises:
        ExportRefused: there is no package of ours in it.
    """
    try:
        return _manifest(folder)
    except (OSError, ValueError) as error:
        raise ExportRefused(
            tr("{folder} holds no batch that can be read.", folder=folder)
        ) from error


def items_in(folder: Path) -> tuple[HandoffItem, ...]:
    """The leads of the package in ``folder``, equal to those it was written from.

    Raises:
        ExportRefused: there is no package of ours in it.
    """
    try:
        lines = (folder / LINES).read_bytes().splitlines()
    except OSError as error:
        raise ExportRefused(
            tr("{folder} holds no batch that can be read.", folder=folder)
        ) from error
    return tuple(lead_line(line).item for line in lines)


def set_aside(folder: Path) -> Path:
    """Rename a package that never counted as sent, so that nobody takes it for one that did.

    Raises:
        ExportRefused: the folder cannot be renamed.
    """
    free = (folder.with_name(f"{folder.name}-not-sent{n}") for n in _numbers())
    aside = next(place for place in free if not place.exists())
    try:
        return folder.rename(aside)
    except OSError as error:
        raise _refused(error, folder) from error


def remove_package(folder: Path) -> None:
    """Take away a package written a moment ago that must not leave after all."""
    shutil.rmtree(folder, ignore_errors=True)


def sweep(parent: Path, number: int) -> None:
    """Take away what a batch that was interrupted left half written."""
    with suppress(OSError):
        for left in parent.glob(f".{folder_name(number)}.*.partial"):
            shutil.rmtree(left, ignore_errors=True)


def slug(name: str) -> str:
    """A name as a file can carry it everywhere: plain letters and digits, 60 at most."""
    mapped = name.translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", mapped).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-") or "lead"


def _fill(package: Package, folder: Path, paper: Paper, progress: Progress) -> str:
    """Write every file; the manifest last, with the fingerprints of the others."""
    (folder / "briefs").mkdir()
    files: dict[str, str] = {}
    for name, content in _contents(package, paper, progress):
        _write(folder / name, content)
        files[name] = _digest(content)
    manifest = {
        "format": 1,
        "batch_id": package.batch_id,
        "campaign": package.campaign,
        "number": package.number,
        "definition_versions": list(package.definitions),
        "receiver": package.receiver,
        "receiver_email": package.receiver_email,
        "answer_by": package.answer_by.isoformat(),
        "made_by": package.made_by,
        "made_at": package.made_at.isoformat(),
        "rows": len(package.items),
        "columns": list(columns_of(package)),
        "files": [{"name": name, "sha256": sha} for name, sha in files.items()],
    }
    content = json.dumps(manifest, indent=1, ensure_ascii=False).encode()
    _write(folder / MANIFEST, content)
    return _digest(content)


def _contents(package: Package, paper: Paper, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """The files of the package, made one after the other."""
    steps = len(package.items) + 1
    progress.report(0, steps, tr("Writing the tables"))
    headings, rows = columns_of(package), rows_of(package)
    yield "leads.xlsx", workbook(headings, rows)
    yield "leads-for-spreadsheets.csv", csv_for_spreadsheets(headings, rows)
    yield "leads-for-machines.csv", csv_for_machines(headings, rows)
    yield LINES, lead_lines(package)
    yield SCHEMA_NAME, lead_schema()
    yield "answers.xlsx", answer_sheet(package)
    if package.talks:
        from qualdesk.files.calendars import calendar

        yield "talks.ics", calendar(package.talks)
    for place, item in enumerate(package.items, start=1):
        progress.report(place, steps, tr("Writing the briefs"))
        yield f"briefs/{place:04}-{slug(item.brief.name)}.pdf", paper(item)
    progress.report(steps, steps, tr("Done"))


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


def _manifest(folder: Path) -> dict[str, Any]:
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    if not isinstance(manifest, dict):
        raise TypeError("a manifest is an object")
    return manifest


def _files_in(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(path for path in folder.rglob("*") if path.is_file()))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _numbers() -> Iterator[str]:
    yield ""
    number = 2
    while True:
        yield f"-{number}"
        number += 1


def _refused(error: OSError, folder: Path) -> ExportRefused:
    """The fault in words: where, what happened, what to do."""
    out = folder.parent
    file = next((place for place in (out, *out.parents) if place.is_file()), None)
    if file is not None:
        says = tr("{file} is a file, not a folder. Choose a folder.", file=file.name)
    else:
        cannot = tr("{folder} cannot be written to. Choose another folder.", folder=out)
        fault = _FAULTS.get(error.errno or 0)
        says = tr(fault) if fault else cannot
    return ExportRefused(
        f"{says} {tr('The batch is unchanged and still ready.')}",
        [Problem(place=str(folder), says=str(error))],
    )


_FAULTS = {
    errno.ENOSPC: tr_later("The disk is full. Make room there, or choose another folder."),
    errno.EDQUOT: tr_later(
        "Your share of the disk is used up. Make room there, or choose another folder."
    ),
    errno.EFBIG: tr_later("The disk takes no files of that size. Choose another folder."),
    errno.EROFS: tr_later(
        "Nothing can be written there: the disk is read-only. Choose another folder."
    ),
    errno.EACCES: tr_later(
        "You may not write there. Choose another folder, or ask for the right to."
    ),
    errno.EPERM: tr_later(
        "You may not write there. Choose another folder, or ask for the right to."
    ),
    errno.ENOTDIR: tr_later("There is a file where the folder should be. Choose another folder."),
    errno.EEXIST: tr_later(
        "A batch is there already and is never written over. Choose another folder."
    ),
    errno.ENOTEMPTY: tr_later(
        "A batch is there already and is never written over. Choose another folder."
    ),
    errno.ENAMETOOLONG: tr_later("The folder's name is too long. Choose one with a shorter path."),
}
# Letters that do not come apart into a plain one and a mark.
_LETTERS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "ß": "ss",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "đ": "d",
    }
)
