"""The languages the window speaks: which there are, and how one is taken up."""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from qualdesk.core.wording import Language, speak
from qualdesk.resources import shipped

SHIPPED: Final = {"en": "English", "de": "Deutsch"}
"""The languages there are, each in its own words."""
LONGER: Final = "xx"
"""No language: English drawn out by half, which shows words that lack room or translation."""
_CONTEXT: Final = "qualdesk"
_in_force: list[QTranslator] = []


def language_for(wish: str) -> str:
    """The language to speak for a setting: the computer's own for an empty one, else English."""
    found = wish or QLocale.system().name()[:2]
    return found if found in {*SHIPPED, LONGER} else "en"


def take_up(app: QCoreApplication, code: str) -> None:
    """Speak this language from now on, Qt's own dialogs and menus with it.

    Windows made before keep their words.
    """
    while _in_force:
        before = _in_force.pop()
        app.removeTranslator(before)
        before.deleteLater()
    QLocale.setDefault(_locale(code))
    if code == LONGER:
        speak(Language(code=LONGER, translate=_drawn_out))
        return
    if code == "en" or not _load(app, f"qualdesk_{code}", str(shipped("languages"))):
        speak(None)
        return
    _load(app, f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    speak(
        Language(
            code=code,
            translate=lambda text, about, count: QCoreApplication.translate(
                _CONTEXT, text, about, count
            ),
            thousands=".",
            decimal=",",
            percent="\N{NO-BREAK SPACE}%",
        )
    )


def _locale(code: str) -> QLocale:
    """The computer's own where it is of that language: in it an Austrian January is Jänner."""
    own = QLocale.system()
    return own if own.name()[:2] == code else QLocale("en" if code == LONGER else code)


def _load(app: QCoreApplication, name: str, folder: str) -> bool:
    found = QTranslator(app)
    _in_force.append(found)
    return found.load(name, folder) and app.installTranslator(found)


def _drawn_out(text: str, about: str, count: int) -> str:
    """Half as long again, every vowel with dots; its places stay what they are.

    Words without dots on the screen are data, or no translation can reach them.
    """
    del about, count
    parts = _PLACES.split(text)
    letters = sum(map(len, parts[::2]))
    dotted = (part if at % 2 else part.translate(_DOTS) for at, part in enumerate(parts))
    more = "".join("ä~"[step % 2] if step % 6 else " " for step in range(1, letters // 2 + 1))
    return f"{''.join(dotted)}{more}"


_PLACES: Final = re.compile(r"({+[^{}]*}+)")
_DOTS: Final = str.maketrans("aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ")
