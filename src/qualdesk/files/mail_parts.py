"""The files that go with a mail to one salesperson; mails as files in a folder."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import Package
from qualdesk.core.mails import Attachment
from qualdesk.core.wording import tr
from qualdesk.files.answer_form import answer_sheet
from qualdesk.files.answer_page import answer_page
from qualdesk.files.package_contents import slug
from qualdesk.files.packages import manifest_of

MOST = 10_000_000
"""Bytes of files in one mail. Many servers take 10 to 25 MB, a third of it wrapping."""

KINDS = {
    "answers.html": "text/html",
    "answers.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "talks.ics": "text/calendar",
    "briefs.pdf": "application/pdf",
}
"""What is attached, with its media type; what stands first is the last to be too big."""

Paper = Callable[[Package], bytes]


@frozen
class Parts:
    """What goes with a mail, and the names of what is too big for one."""

    attachments: tuple[Attachment, ...] = ()
    too_big: tuple[str, ...] = ()


NO_PARTS = Parts()


def parts_in(place: Path, receiver: str, leads: int) -> Parts | None:
    """What the package in ``place`` holds for one person, byte for byte.

    None where it holds something else than these ``leads`` of theirs: then it is made anew.

    Raises:
        ExportRefused: there is no package of ours.
    """
    told = [one for one in manifest_of(place).get("receivers", []) if one["name"] == receiver]
    if len(told) != 1 or told[0]["leads"] != leads:
        return None
    return _parts(_read(place, told[0]["folder"]))


def has_briefs(place: Path) -> bool:
    """Whether the package in ``place`` was written with a page for each lead.

    Raises:
        ExportRefused: there is no package of ours.
    """
    return bool(manifest_of(place).get("contents", {}).get("briefs", True))


def parts_of(part: Package, paper: Paper) -> Parts:
    """What one person gets of a batch, made anew; ``part`` has their leads alone."""
    files = {"answers.html": answer_page(part), "answers.xlsx": answer_sheet(part)}
    if part.talks:
        from qualdesk.files.calendars import calendar

        files["talks.ics"] = calendar(part.talks)
    if part.contents.briefs:
        files["briefs.pdf"] = paper(part)
    return _parts(files)


def write_mails(mails: Iterable[tuple[str, bytes]], folder: Path) -> tuple[Path, ...]:
    """Write mails, each named for whom it is to, into a folder; none over another file.

    Raises:
        Refused: a file cannot be written; those before it are there.
    """
    paths = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in mails:
            path = _free(folder, slug(name))
            with path.open("xb") as file:
                file.write(content)
            paths.append(path)
    except OSError as error:
        raise Refused(
            tr(
                "The mails cannot be written to {folder}: {why}. Choose another folder.",
                folder=folder,
                why=error.strerror or str(error),
            )
        ) from error
    return tuple(paths)


def _read(place: Path, folder: str) -> dict[str, bytes]:
    """Those of the person's files that are there.

    Raises:
        Refused: they are there and cannot be read.
    """
    try:
        if place.is_dir():
            found = {name: place / folder / name for name in KINDS}
            return {name: path.read_bytes() for name, path in found.items() if path.is_file()}
        with ZipFile(place) as packed:
            there: Collection[str] = packed.namelist()
            names = {name: f"{folder}/{name}" for name in KINDS}
            return {name: packed.read(path) for name, path in names.items() if path in there}
    except (OSError, BadZipFile) as error:
        raise Refused(tr("{folder} holds no batch that can be read.", folder=place)) from error


def _parts(files: dict[str, bytes]) -> Parts:
    attached: list[Attachment] = []
    too_big = []
    left = MOST
    for name, kind in KINDS.items():
        if name not in files:
            continue
        if len(files[name]) > left:
            too_big.append(name)
            continue
        left -= len(files[name])
        attached.append(Attachment(name=name, kind=kind, content=files[name]))
    return Parts(attachments=tuple(attached), too_big=tuple(too_big))


def _free(folder: Path, name: str) -> Path:
    """A name nothing in the folder has."""
    path, number = folder / f"{name}.eml", 2
    while path.exists():
        path, number = folder / f"{name}-{number}.eml", number + 1
    return path
