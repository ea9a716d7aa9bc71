"""What the bundle is put together from, and what is left out of it."""

import importlib.util
import re
from pathlib import Path
from typing import Final

NOT_USED: Final = [
    # Python's own that nothing here asks for.
    *("tkinter", "unittest", "pydoc", "doctest", "idlelib", "lib2to3", "distutils", "test"),
    *("setuptools", "pip", "pkg_resources", "wheel"),
    # Of numbers and charts, where it stands beside what is packed: it works without.
    *("numpy", "scipy", "matplotlib", "IPython"),
    # Costs 100 MB when it is read, and says no more than we have.
    *("phonenumbers.geocoder", "phonenumbers.carrier", "phonenumbers.geodata"),
    *("phonenumbers.carrierdata",),
    # Databases, tool kits and Qt modules of others.
    *("psycopg2", "pysqlite2", "MySQLdb", "asyncpg", "oracledb", "PyQt5", "PyQt6", "PySide2"),
    *(f"PySide6.Qt{name}" for name in ("Qml", "Quick", "QuickWidgets", "Designer", "Help", "Sql")),
    *(f"PySide6.Qt{name}" for name in ("Test", "UiTools", "Xml", "Concurrent", "DBus", "OpenGL")),
    *(f"PySide6.Qt{name}" for name in ("OpenGLWidgets", "QuickControls2", "SvgWidgets")),
]
# Of Qt: what another platform, a touch screen or a picture format nobody has here would need.
_NOT_USED_FILES: Final = re.compile(
    r"""
    (lib)?Qt6(Qml|Quick|Designer|Help|Sql|Test|UiTools|VirtualKeyboard|Pdf|Labs|ShaderTools)
    | plugins/(qmltooling|sqldrivers|designer|egldeviceintegrations|generic|networkinformation)/
    | plugins/platforms/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)
    | plugins/imageformats/(lib)?q(gif|icns|tga|tiff|wbmp|webp|pdf)
    | plugins/platformthemes/libqgtk3 | plugins/egldeviceintegrations
    | ^lib(gtk-3|gdk|atk|atspi|pango|cairo|pixman|thai|datrie|fribidi|graphite2|epoxy)
    | (lib)?Qt6(EglFS|Eglfs)
    | translations/(?!qt(base)?_(de|en)\.qm)
    | /(tests?|examples)/.*\.py$
    """,
    re.VERBOSE,
)
MAC_FACTS: Final = {
    "CFBundleDisplayName": "qualdesk",
    "LSApplicationCategoryType": "public.app-category.business",
    "NSHighResolutionCapable": True,
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "qualdesk workspace",
            "CFBundleTypeRole": "Editor",
            "CFBundleTypeExtensions": ["qualdesk"],
            "LSHandlerRank": "Owner",
        }
    ],
}


def is_used(place: str) -> bool:
    """Whether a file belongs into the bundle, by its place in it."""
    return not _NOT_USED_FILES.search(place.replace("\\", "/"))


def if_there(*modules: str) -> list[str]:
    """Those of the modules that are installed: a bundle may be built without an extra."""
    return [name for name in modules if importlib.util.find_spec(name)]


def named() -> list[str]:
    """The parts whose version and licence travel with the program: all that is depended on."""
    from importlib import metadata

    found, ahead = set[str](), ["qualdesk"]
    while ahead:
        name = ahead.pop()
        try:
            wanted = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue
        if name not in found:
            found.add(name)
            ahead += [re.split(r"[ ;<>=!~\[(]", one)[0] for one in wanted if "test" not in one]
    return sorted(found)


def version(house: Path) -> str:
    """The program's version, from the one place where it stands."""
    text = (house / "src" / "qualdesk" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, flags=re.MULTILINE)
    if found is None:
        raise SystemExit("src/qualdesk/__init__.py says no version.")
    return found[1]


def shipped_of(house: Path) -> list[tuple[str, str]]:
    """The shipped files of a checkout, as they lie in a wheel."""
    top = house / "resources"
    return [
        (str(file), str(Path("qualdesk", "shipped", file.relative_to(top)).parent))
        for file in top.rglob("*")
        if file.is_file()
    ]
