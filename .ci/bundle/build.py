"""Build the program that needs no Python: ``python .ci/bundle/build.py``.

Into ``dist/``: the folder ``qualdesk`` and an archive of it. What is built is tried: started
with nothing around it, from another folder. The same command on Windows and macOS builds theirs.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import parts

HOUSE = Path(__file__).resolve().parents[2]
MADE, DIST = HOUSE / "build" / "bundle", HOUSE / "dist"
HERE = Path(__file__).resolve().parent
# The one tool that only this needs; GPL with an exception for what it bundles.
_TOOL = "pyinstaller>=6.22,<7"
_EXTRAS = "team,encrypted"
_NAME = "io.github.qualdesk.Qualdesk"
_SHARE = {
    f"desktop/{_NAME}.desktop": f"applications/{_NAME}.desktop",
    f"desktop/{_NAME}.metainfo.xml": f"metainfo/{_NAME}.metainfo.xml",
    f"desktop/{_NAME}.mime.xml": f"mime/packages/{_NAME}.xml",
    "icons/qualdesk.svg": f"icons/hicolor/scalable/apps/{_NAME}.svg",
}


def main() -> int:
    """Build, try, say how large it is and how fast it starts."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--python", type=Path, help="build with this one, which has all it needs")
    python = asked.parse_args().python or _own_python()
    MADE.mkdir(parents=True, exist_ok=True)
    _run(python, HERE / "icons.py", MADE)
    (MADE / "version.txt").write_text(_windows_facts(parts.version(HOUSE)), encoding="utf-8")
    where = ("--distpath", DIST, "--workpath", MADE / "work")
    _run(
        python,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "WARN",
        *where,
        HERE / "qualdesk.spec",
    )
    folder = DIST / "qualdesk"
    if sys.platform == "linux":
        _strip(folder)
        _add_to_desktop(folder)
    _try(folder)
    size = sum(file.stat().st_size for file in folder.rglob("*") if not file.is_symlink())
    kind = "zip" if sys.platform == "win32" else "gztar"
    name = f"qualdesk-{parts.version(HOUSE)}-{sys.platform}"
    packed = shutil.make_archive(str(DIST / name), kind, DIST, "qualdesk")
    print(f"{folder}: {size / 1e6:.0f} MB; {packed}: {Path(packed).stat().st_size / 1e6:.0f} MB")
    return 0


def _own_python() -> Path:
    """A Python of the build's own: what else somebody has installed does not get in."""
    home = MADE / "venv"
    venv.create(home, with_pip=True)
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip = ("-m", "pip", "install", "-q", "--disable-pip-version-check")
    _run(python, *pip, _TOOL)
    # Anew each time: the version alone does not tell that the program is another one.
    _run(python, *pip, "--force-reinstall", "--no-deps", HOUSE)
    _run(python, *pip, f"{HOUSE}[{_EXTRAS}]")
    return python


def _strip(folder: Path) -> None:
    """Take out what is for debuggers only. Libraries that were packed once already would break."""
    packed = ("psycopg", "sqlcipher")
    inside = folder / "_internal"
    libraries = [
        file
        for file in inside.rglob("*.so*")
        if not file.is_symlink() and not str(file.relative_to(inside)).startswith(packed)
    ]
    _run("strip", "--strip-unneeded", *libraries)


def _add_to_desktop(folder: Path) -> None:
    """What a desktop shows, and the command that puts it there."""
    for source, target in _SHARE.items():
        place = folder / "share" / target
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HOUSE / "resources" / source, place)
    shutil.copyfile(HOUSE / "LICENSE", folder / "LICENSE")
    shutil.copyfile(HERE / "add-to-desktop", folder / "add-to-desktop")
    (folder / "add-to-desktop").chmod(0o755)


def _try(folder: Path) -> None:
    """Start it as a fresh computer would: no Python, no variables, another folder."""
    name = {"win32": "qualdesk-console.exe"}.get(sys.platform, "qualdesk")
    program = folder / name
    with tempfile.TemporaryDirectory(prefix="qualdesk-bundle-") as elsewhere:
        bare = {"HOME": elsewhere, "PATH": "/nonexistent", "QT_QPA_PLATFORM": "offscreen"}
        if sys.platform == "win32":
            bare = {**os.environ, **bare, "PATH": os.environ["SYSTEMROOT"], "APPDATA": elsewhere}
        else:
            bare["LANG"] = "C.UTF-8"
        for words in (["--version"], ["doctor"], ["demo", "--out", "demo"]):
            began = time.perf_counter()
            done = subprocess.run(  # noqa: S603 - what was just built
                [program, *words],
                cwd=elsewhere,
                env=bare,
                capture_output=True,
                text=True,
                check=False,
            )
            took = time.perf_counter() - began
            if done.returncode:
                print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
                raise SystemExit(f"The bundle fails at: qualdesk {' '.join(words)}")
            print(f"qualdesk {' '.join(words)}: {took:.2f} s; {done.stdout.splitlines()[0]}")


def _windows_facts(version: str) -> str:
    """What Windows shows of a program, as PyInstaller reads it."""
    numbers = [*map(int, version.split(".")), 0, 0, 0, 0][:4]
    said = {
        "CompanyName": "The qualdesk project",
        "FileDescription": "qualdesk",
        "FileVersion": version,
        "InternalName": "qualdesk",
        "LegalCopyright": "MIT licence",
        "OriginalFilename": "qualdesk.exe",
        "ProductName": "qualdesk",
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in said.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={tuple(numbers)}, prodvers={tuple(numbers)}),"
        f" kids=[StringFileInfo([StringTable('040904B0', [{strings}])]),"
        " VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )


def _run(*words: object) -> None:
    subprocess.run(list(map(str, words)), check=True, cwd=HOUSE)  # noqa: S603 - our own words


if __name__ == "__main__":
    sys.exit(main())
