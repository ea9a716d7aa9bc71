"""What this computer has and lacks for the window, found without starting Qt."""

import ctypes
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

# Which Debian package carries a library that Qt asks for.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libgl1",
    "libOpenGL.so.0": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_QT_FILES = (
    "Qt/lib/libQt6Gui.so.6",
    "Qt/lib/libQt6Widgets.so.6",
    "Qt/plugins/platforms/libqoffscreen.so",
)
_X11_FILE = "Qt/plugins/platforms/libqxcb.so"


def missing_display() -> str:
    """Why no window can open here, in one sentence; empty when one can.

    Asked before Qt is touched, because without a display it ends the process at once.
    """
    if not sys.platform.startswith("linux"):
        return ""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in {"offscreen", "minimal", "vnc"}:
        return ""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    return (
        "There is no display here, so the window cannot open: start it in a desktop session, or "
        "try “qualdesk demo”, which needs none."
    )


def loads_window() -> bool:
    """Whether the system's loader finds all that Qt's own files ask for, those of a window too.

    It takes a fiftieth of the time of ``missing_libraries``, which then says what is missing.
    """
    spec = importlib.util.find_spec("PySide6")
    if not sys.platform.startswith("linux") or spec is None:
        return True
    place = Path((spec.submodule_search_locations or [""])[0])
    wanted = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    is_x11 = wanted == "xcb" or (not wanted and bool(os.environ.get("DISPLAY")))
    try:
        for name in (*_QT_FILES, _X11_FILE) if is_x11 else _QT_FILES:
            if (place / name).exists():
                ctypes.CDLL(str(place / name))
    except OSError:
        return False
    return True


def missing_libraries(*, window: bool) -> tuple[str, ...]:
    """The system libraries Qt asks for and this Linux lacks; nothing on other systems.

    ``window``: also those of a window on an X11 display, which offscreen work does not need.
    """
    spec = importlib.util.find_spec("PySide6")
    if not sys.platform.startswith("linux") or spec is None:
        return ()
    place = Path((spec.submodule_search_locations or [""])[0])
    found: set[str] = set()
    for name in (*_QT_FILES, _X11_FILE) if window else _QT_FILES:
        file = place / name
        if file.exists():
            found |= set(not_found_in(_ldd(file)))
    return tuple(sorted(found))


def not_found_in(said: str) -> Iterable[str]:
    """The libraries that ``ldd`` could not find, from what it said."""
    return re.findall(r"^\s*(\S+) => not found", said, flags=re.MULTILINE)


def apt_line(libraries: Iterable[str]) -> str:
    """The command that installs what is missing on Debian and Ubuntu; empty when nothing is."""
    packages = sorted({PACKAGES.get(name, "") for name in libraries} - {""})
    return f"sudo apt install {' '.join(packages)}" if packages else ""


def _ldd(file: Path) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - our own library's path, no shell
            ["/usr/bin/ldd", str(file)], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout
