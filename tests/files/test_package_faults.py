"""Wherever writing a package for several people ends early, nothing of it is left (T2, model 9)."""

import errno
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from handoff_makers import SAM, a_package, an_item
from qualdesk.core.errors import ExportRefused
from qualdesk.core.handoff import Contents, HandoffItem, Package
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.files import package_contents, package_zip, packages
from qualdesk.files.crm_profiles import shipped_profiles
from qualdesk.files.packages import check_package, write_package

Made = Callable[[Package, Path], Path]
KINDS = pytest.mark.parametrize("is_zip", [False, True], ids=["folder", "zip"])


def paper(items: Sequence[HandoffItem], step: Callable[[], None]) -> bytes:
    for _ in items:
        step()
    return b"%PDF"


def for_two(*, is_zip: bool) -> Package:
    """A batch of two people's leads with a CRM's table: every kind of file there is."""
    package = a_package(an_item("Katrin Albers"), an_item("Marcus Hale", receiver=SAM))
    return replace(package, contents=Contents(is_zip=is_zip), profile=shipped_profiles()[0])


def place_of(folder: Path, *, is_zip: bool) -> Path:
    return folder / ("batch-0001.zip" if is_zip else "batch-0001")


def files_of(package: Package) -> list[str]:
    """The names of its files, in the order they are written."""
    contents = package_contents.contents_of(package, paper, Progress())
    return [*(name for name, _ in contents), "manifest.json"]


@KINDS
def test_a_full_disk_at_any_file_of_anybody_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_zip: bool
) -> None:
    """Half a file is on the disk when it gives up, as it is with a real one."""
    names = files_of(for_two(is_zip=is_zip))
    assert sum(name.startswith("people/02-sam-osei/") for name in names) >= 3
    write, put = packages._write, package_zip.ZipWriter._put
    for full_at, name in enumerate(names):
        left = [full_at]

        def is_full() -> bool:
            left[0] -= 1  # noqa: B023 - counted anew for each file
            return left[0] < 0  # noqa: B023 - as above

        def write_half(path: Path, content: bytes) -> None:
            if is_full():
                path.write_bytes(content[: len(content) // 2])
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            write(path, content)

        def put_half(self: package_zip.ZipWriter, name: str, content: bytes) -> None:
            if is_full():
                put(self, name, content[: len(content) // 2])
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            put(self, name, content)

        monkeypatch.setattr(packages, "_write", write_half)
        monkeypatch.setattr(package_zip.ZipWriter, "_put", put_half)
        with pytest.raises(ExportRefused, match=r"The disk is full.*still ready"):
            write_package(for_two(is_zip=is_zip), place_of(tmp_path, is_zip=is_zip), paper)
        assert list(tmp_path.iterdir()) == [], name
    monkeypatch.undo()
    done = write_package(for_two(is_zip=is_zip), place_of(tmp_path, is_zip=is_zip), paper)
    assert check_package(done.folder) == done


class StopsAt(Progress):
    """Somebody presses Stop at this report."""

    def __init__(self, report: int) -> None:
        super().__init__()
        self.left = report

    def check(self) -> None:
        """Stop when it is time."""
        self.left -= 1
        if self.left < 0:
            self.cancel()
        super().check()


@KINDS
def test_stopping_at_any_step_leaves_nothing_and_the_last_step_is_too_late(
    tmp_path: Path, is_zip: bool
) -> None:
    place = place_of(tmp_path, is_zip=is_zip)
    stopped = 0
    while True:
        try:
            write_package(for_two(is_zip=is_zip), place, paper, StopsAt(stopped))
        except Cancelled:
            assert list(tmp_path.iterdir()) == []
            stopped += 1
        else:
            break
    # Each lead alone, both in the batch, each of the two people, and both ends.
    assert stopped == 1 + 2 + 2 + 2 + 1
    assert check_package(place) is not None


@KINDS
def test_a_file_another_program_holds_open_is_said_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_zip: bool
) -> None:
    """As Windows refuses the new name while a virus scanner looks at what was written."""

    def held(*_: object, **__: object) -> None:
        fault = PermissionError(errno.EACCES, "The process cannot access the file")
        fault.winerror = 32  # type: ignore[attr-defined] - there on Windows alone
        raise fault

    monkeypatch.setattr(Path, "rename", held)
    monkeypatch.setattr(os, "link", held)
    with pytest.raises(ExportRefused, match=r"Another program has a file there open\..*ready"):
        write_package(for_two(is_zip=is_zip), place_of(tmp_path, is_zip=is_zip), paper)
    assert list(tmp_path.iterdir()) == []


@KINDS
def test_a_package_somebody_has_open_is_read_and_set_aside_as_ever(
    tmp_path: Path, is_zip: bool
) -> None:
    place = place_of(tmp_path, is_zip=is_zip)
    done = write_package(for_two(is_zip=is_zip), place, paper)
    with done.files[-1].open("rb") as held:
        assert check_package(place) == done
        aside = packages.set_aside(place)
        assert check_package(aside) is not None
        assert held.read(2)
    assert not place.exists()
