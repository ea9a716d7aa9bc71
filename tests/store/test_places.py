"""A workspace file lies on this computer's own disk."""

from pathlib import Path

import pytest

from makers import make_clock
from qualdesk.core.errors import Refused, WorkspaceElsewhere, WorkspaceUnusable
from qualdesk.store import places
from qualdesk.store.database import Store

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
fileserver:/export /mnt/team nfs4 rw 0 0
//office/share /mnt/office\\040share cifs rw 0 0
/dev/sdb1 /mnt/team/local ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
broken line
"""


@pytest.mark.parametrize(
    ("path", "is_remote"),
    [
        ("/srv/ana/desk.sqlite", False),
        ("/mnt/team/desk.sqlite", True),
        ("/mnt/teamwork/desk.sqlite", False),
        ("/mnt/team/local/desk.sqlite", False),
        ("/mnt/office share/desk.sqlite", True),
    ],
)
def test_network_drives_are_known_by_their_mount(path: str, *, is_remote: bool) -> None:
    assert places.is_on_network(Path(path), MOUNTS) is is_remote


def test_a_workspace_on_a_network_drive_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(places, "_NETWORK_TYPES", _types_of_this_disk())
    with pytest.raises(WorkspaceElsewhere, match="PostgreSQL"):
        Store(f"sqlite:///{tmp_path / 'desk.sqlite'}", clock=make_clock())
    assert list(tmp_path.iterdir()) == []


def _types_of_this_disk() -> set[str]:
    lines = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
    return {line.split(" ")[2] for line in lines}


def test_a_file_is_known_by_its_mark(sqlite_file: Path, tmp_path: Path) -> None:
    assert places.is_workspace_file(sqlite_file)
    other = tmp_path / "other"
    other.write_bytes(b"SQLite format 3\0" + b"\0" * 84)
    assert not places.is_workspace_file(other)
    with pytest.raises(WorkspaceUnusable, match="cannot be read"):
        places.is_workspace_file(tmp_path)


def test_other_databases_are_refused_in_words() -> None:
    with pytest.raises(Refused, match="SQLite or PostgreSQL"):
        Store("mysql://server/desk", clock=make_clock())
