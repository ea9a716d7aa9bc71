"""What desktops and package indexes are told of the program is true, and they accept it."""

import mimetypes
import re
import shutil
import struct
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from makers import make_clock
from qualdesk import __version__
from qualdesk.core.file_kinds import LISTS
from qualdesk.store.database import Store
from qualdesk.store.migrations import prepare

HOUSE = Path(__file__).parents[1]
DESKTOP = HOUSE / "resources" / "desktop"
NAME = "io.github.qualdesk.Qualdesk"
BUNDLE = HOUSE / ".ci" / "bundle"
# Names of the registry that not every computer has a list of.
_UNKNOWN = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".xlsb": "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
}


def need(tool: str) -> str:
    """The tool's path; the test is left out where it is not installed (CI installs them)."""
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"{tool} is not installed")
    return found


def test_the_desktop_accepts_our_entry() -> None:
    said = subprocess.run(
        [need("desktop-file-validate"), DESKTOP / f"{NAME}.desktop"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (said.returncode, said.stdout) == (0, "")


def test_a_desktop_offers_us_for_every_kind_of_list_we_read() -> None:
    """What is opened with us from a folder is loaded; text of any kind is not all lists."""
    entry = (DESKTOP / f"{NAME}.desktop").read_text("utf-8")
    (kinds,) = re.findall(r"^MimeType=(.*);$", entry, re.MULTILINE)
    known = mimetypes.MimeTypes()
    for end, kind in _UNKNOWN.items():
        known.add_type(kind, end)
    asked = {known.guess_type(f"leads{end}")[0] for end in LISTS if end != ".txt"}
    assert set(kinds.split(";")) == {"application/x-qualdesk-workspace", *asked}
    assert re.findall(r"^Exec=(.*)$", entry, re.MULTILINE) == ["qualdesk %f"]


def test_software_centres_accept_our_description() -> None:
    said = subprocess.run(
        [need("appstreamcli"), "validate", "--no-net", DESKTOP / f"{NAME}.metainfo.xml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout


def test_a_desktop_knows_a_workspace_by_what_is_in_it_and_by_its_name(tmp_path: Path) -> None:
    need("update-mime-database")
    (tmp_path / "mime" / "packages").mkdir(parents=True)
    shutil.copy(DESKTOP / f"{NAME}.mime.xml", tmp_path / "mime" / "packages" / f"{NAME}.xml")
    subprocess.run(["update-mime-database", tmp_path / "mime"], check=True, capture_output=True)
    magic = (tmp_path / "mime" / "magic").read_bytes()
    path = tmp_path / "desk.sqlite"
    store = Store(f"sqlite:///{path}", clock=make_clock(), durable=False)
    prepare(store)
    store.close()
    assert b"application/x-qualdesk-workspace" in magic
    assert path.read_bytes()[68:72] == b"QDSK"
    assert b"QDSK" in magic
    assert "*.qualdesk" in (tmp_path / "mime" / "globs2").read_text("utf-8")


def test_the_version_stands_in_one_place_and_others_say_the_same() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/qualdesk/__init__.py"
    released = ET.parse(DESKTOP / f"{NAME}.metainfo.xml").getroot().find("releases/release")  # noqa: S314 - our own
    assert released is not None
    assert released.get("version") == __version__
    said = subprocess.run(
        [sys.executable, "-m", "qualdesk", "--version"], capture_output=True, text=True, check=True
    )
    assert said.stdout == f"qualdesk {__version__}\n"


def test_icons_for_windows_and_macos_are_whole(tmp_path: Path) -> None:
    subprocess.run([sys.executable, BUNDLE / "icons.py", tmp_path], check=True)
    ico, icns = (tmp_path / "qualdesk.ico").read_bytes(), (tmp_path / "qualdesk.icns").read_bytes()
    kind, count = struct.unpack_from("<HH", ico, 2)
    edges = []
    for at in range(6, 6 + 16 * count, 16):
        width, _, _, _, _, bits, size, start = struct.unpack_from("<BBBBHHII", ico, at)
        assert ico[start : start + 8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack_from(">I", ico, start + 16)[0] % 256 == width
        assert (bits, start + size <= len(ico)) == (32, True)
        edges.append(width)
    assert (kind, edges) == (1, [16, 24, 32, 48, 64, 128, 0])
    assert icns[:4] == b"icns"
    assert struct.unpack_from(">I", icns, 4)[0] == len(icns)


def test_what_a_bundle_leaves_out_is_nothing_the_program_reads() -> None:
    left_out = re.findall(r"\"(PySide6\.\w+|[a-z]\w+\.[\w.]+)\"", (BUNDLE / "parts.py").read_text())
    sources = [file.read_text("utf-8") for file in (HOUSE / "src").rglob("*.py")]
    read = {name for text in sources for name in re.findall(r"(?:from|import) ([\w.]+)", text)}
    assert left_out
    assert not read & set(left_out)


def test_what_is_added_to_a_desktop_starts_the_bundle_and_can_be_taken_back(tmp_path: Path) -> None:
    folder, home = tmp_path / "a %odd $place", tmp_path / "home"
    share = {"applications": ".desktop", "mime/packages": ".mime.xml"}
    for place, kind in share.items():
        (folder / "share" / place).mkdir(parents=True)
        name = NAME + kind.replace(".mime", "")
        shutil.copy(DESKTOP / (NAME + kind), folder / "share" / place / name)
    icons = folder / "share" / "icons" / "hicolor" / "scalable" / "apps"
    icons.mkdir(parents=True)
    shutil.copy(HOUSE / "resources" / "icons" / "qualdesk.svg", icons / f"{NAME}.svg")
    add = Path(shutil.copy(BUNDLE / "add-to-desktop", folder))
    bare = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    subprocess.run([add], check=True, env=bare, capture_output=True)
    entry = home / ".local" / "share" / "applications" / f"{NAME}.desktop"
    place = str(folder / "qualdesk").replace("$", "\\\\$").replace("%", "%%")
    assert f'Exec="{place}" %f\n' in entry.read_text("utf-8")
    subprocess.run([add, "--undo"], check=True, env=bare, capture_output=True)
    assert not entry.exists()
