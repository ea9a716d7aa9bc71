"""Icons for Windows and macOS, drawn from the program's own: python .ci/bundle/icons.py FOLDER."""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_OWN = Path(__file__).resolve().parents[2] / "resources" / "icons" / "qualdesk.svg"
_OF_WINDOWS = (16, 24, 32, 48, 64, 128, 256)
# What macOS calls a picture of each size.
_OF_MACOS = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic10": 1024,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
}
_ROOM = 0.08
"""Of the edge that macOS leaves free around a picture."""


def main(folder: Path) -> None:
    """Write qualdesk.ico, qualdesk.icns and qualdesk.png into the folder."""
    app = QGuiApplication.instance() or QGuiApplication(["icons", "-platform", "offscreen"])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "qualdesk.ico").write_bytes(ico({size: png(size) for size in _OF_WINDOWS}))
    pictures = {name: png(size, _ROOM) for name, size in _OF_MACOS.items()}
    (folder / "qualdesk.icns").write_bytes(icns(pictures))
    (folder / "qualdesk.png").write_bytes(png(256))
    del app


def png(size: int, room: float = 0.0) -> bytes:
    """The icon as a PNG of ``size`` by ``size``, with ``room`` of it free on each side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    drawn = QSvgRenderer(str(_OWN))
    free = size * room
    if not drawn.isValid():
        raise SystemExit(f"{_OWN} cannot be drawn.")
    bounds = image.rect().toRectF().adjusted(free, free, -free, -free)
    drawn.render(painter, bounds)
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")
    return kept.data().data()


def ico(pictures: dict[int, bytes]) -> bytes:
    """Windows' kind: a table of contents, then the pictures, which may be PNG since 2007."""
    at = 6 + 16 * len(pictures)
    table, body = [struct.pack("<HHH", 0, 1, len(pictures))], []
    for size, picture in pictures.items():
        edge = size % 256  # 256 is written as 0
        table.append(struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(picture), at))
        body.append(picture)
        at += len(picture)
    return b"".join((*table, *body))


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """The kind of macOS: each picture with its name and length before it."""
    body = b"".join(
        name + struct.pack(">I", 8 + len(picture)) + picture for name, picture in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    main(Path(sys.argv[1]))
