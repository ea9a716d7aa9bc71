"""How the window looks: colours, type and sizes, light or dark, from the shipped tokens."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QIcon,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QWidget

from qualdesk.core.frozen import frozen
from qualdesk.qt.icons import Icons
from qualdesk.resources import shipped

Scheme = Literal["light", "dark", "system"]

SMALLEST: Final = 0.85
LARGEST: Final = 1.5
STEP: Final = 0.1
_ADVANCES_KEPT: Final = 2000


@frozen
class Face:
    """One step of the type scale: letter size and line height in unscaled pixels, weight."""

    size: int
    line: int
    weight: int = 400


FACES: Final[Mapping[str, Face]] = MappingProxyType(
    {
        "key": Face(size=11, line=14, weight=600),
        "micro": Face(size=11, line=14, weight=500),
        "micro_strong": Face(size=11, line=14, weight=700),
        "chip": Face(size=12, line=16, weight=500),
        "hint": Face(size=12, line=17),
        "hint_medium": Face(size=12, line=17, weight=500),
        "hint_strong": Face(size=12, line=17, weight=600),
        "body": Face(size=13, line=19),
        "body_medium": Face(size=13, line=19, weight=500),
        "body_strong": Face(size=13, line=19, weight=600),
        "text": Face(size=14, line=20),
        "text_medium": Face(size=14, line=20, weight=500),
        "text_strong": Face(size=14, line=20, weight=600),
        "card_title": Face(size=15, line=20, weight=600),
        "page_title": Face(size=16, line=22, weight=600),
        "lead": Face(size=16, line=22),
        "lead_strong": Face(size=17, line=23, weight=600),
        "title": Face(size=26, line=34, weight=600),
        "say": Face(size=18, line=26, weight=600),
        "say_wide": Face(size=21, line=30, weight=600),
        "name": Face(size=19, line=26, weight=600),
        "timer": Face(size=21, line=26, weight=700),
        "points": Face(size=28, line=32, weight=700),
    }
)


@frozen
class Theme:
    """A named set of colour roles, each a ``#RRGGBB`` string."""

    name: str
    colours: Mapping[str, str]

    def with_more_contrast(self) -> "Theme":
        """The same theme for people who ask for contrast: lines as strong as edges, no tints."""
        plain = {role: self.colours["surface"] for role in self.colours if role.endswith("_soft")}
        strong = dict.fromkeys(("line", "key_edge"), self.colours["edge"])
        colours = MappingProxyType({**self.colours, **plain, **strong})
        return Theme(name=self.name, colours=colours)


def load_themes() -> dict[str, Theme]:
    """The shipped themes by name: ``light`` and ``dark``."""
    tokens = json.loads(shipped("theme", "tokens.json").read_text("utf-8"))
    return {
        name: Theme(name=name, colours=MappingProxyType(colours))
        for name, colours in tokens.items()
    }


def load_fonts() -> str:
    """Make the shipped Inter known to Qt; the family's name. Other scripts fall back by glyph.

    Raises:
        FileNotFoundError: the shipped font files are not there.
    """
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        path = shipped("fonts", f"Inter-{weight}.otf")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)
    return "Inter"


class Look(QObject):
    """The look in force: what every painted widget asks for colours, fonts, sizes and icons.

    It belongs to the application and is found through ``look()``: a painter is called by Qt
    with nothing but an event, so it cannot be handed the theme, and a copy in each widget
    would have to be kept right in some two hundred places.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._family = load_fonts()
        self._themes = load_themes()
        self._sheet = shipped("theme", "window.qss").read_text("utf-8")
        self._icons = Icons()
        self._colours: dict[str, QColor] = {}
        self._scheme: Scheme = "system"
        self.scale = 1.0
        self.theme = self._themes["light"]
        self.strong_lines = self.wants_contrast = False
        self._shown: tuple[str, float, bool] | None = None
        self._forget()
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(
        self,
        scheme: Scheme | None = None,
        scale: float | None = None,
        *,
        contrast: bool | None = None,
    ) -> None:
        """Change the scheme, the text size (0.85 to 1.5, kept inside) or contrast, everywhere.

        ``contrast`` asks for strong lines also where the system does not.
        """
        self._scheme = scheme or self._scheme
        self.wants_contrast = self.wants_contrast if contrast is None else contrast
        if scale is not None:
            self.scale = round(min(max(scale, SMALLEST), LARGEST), 2)
        hints = self._app.styleHints()
        wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        # For the title bars Windows and macOS draw; the palette below does not rely on it.
        hints.setColorScheme(wanted.get(self._scheme, Qt.ColorScheme.Unknown))
        self._settle()

    @property
    def scheme(self) -> Scheme:
        """What was asked for; ``theme.name`` says what that came to."""
        return self._scheme

    def colour(self, role: str) -> QColor:
        """The colour of a role of ``tokens.json``, for painters."""
        return self._colours[role]

    def font(self, face: str) -> QFont:
        """The font of a step of ``FACES``, scaled, with figures of equal width."""
        return self._fonts[face]

    def metrics(self, face: str) -> QFontMetricsF:
        """The measures of the same font."""
        return self._metrics[face]

    def advance(self, text: str, face: str) -> float:
        """How wide a line of text is in pixels.

        Kept while it is new: layouts ask for the same words again and again.
        """
        found = self._advances.get((text, face))
        if found is None:
            if len(self._advances) >= _ADVANCES_KEPT:
                self._advances.clear()
            found = self._advances[text, face] = self._metrics[face].horizontalAdvance(text)
        return found

    def line(self, face: str) -> int:
        """The line height of a step of ``FACES`` in pixels, scaled."""
        return self.px(FACES[face].line)

    def px(self, size: float) -> int:
        """A length of the drawings in pixels at the chosen text size."""
        return round(size * self.scale)

    def pixmap(self, name: str, role: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
        """An icon in the colour of a role; ``size`` unscaled, ``ratio`` of the screen."""
        return self._icons.pixmap(name, self._colours[role], self.px(size), ratio)

    def icon(self, name: str, role: str = "text2", size: int = 16) -> QIcon:
        """The same for stock widgets that take a ``QIcon``."""
        return self._icons.icon(name, self._colours[role], self.px(size))

    @contextmanager
    def in_light(self, name: str) -> Iterator[None]:
        """Paint in the colours of that theme meanwhile, for a part shown in another light."""
        theme = self._themes[name]
        here, inks = self.theme, self._colours
        self.theme = theme.with_more_contrast() if self.strong_lines else theme
        self._colours = _inks(self.theme)
        try:
            yield
        finally:
            self.theme, self._colours = here, inks

    def dress(self, part: QWidget, name: str) -> None:
        """Dress Qt's own widgets in a part of a page in that theme; nothing is as the window."""
        if not name:
            part.setStyleSheet("")
            part.setPalette(QPalette())
            return
        with self.in_light(name):
            part.setPalette(_palette(self))
            part.setStyleSheet(_filled_in(self._sheet, self))

    def _follow(self) -> None:
        if self._scheme == "system":
            self._settle()

    def _settle(self) -> None:
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        name = ("dark" if dark else "light") if self._scheme == "system" else self._scheme
        self.strong_lines = self.wants_contrast or _asks_for_contrast(self._app)
        shown = (name, self.scale, self.strong_lines)
        if shown == self._shown:
            # Each widget of each page is styled anew by it: the window would stand still for that.
            return
        self._shown = shown
        self.theme = self._themes[name]
        if self.strong_lines:
            self.theme = self.theme.with_more_contrast()
        self._forget()
        self._app.setPalette(_palette(self))
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(_filled_in(self._sheet, self))
        self.changed.emit()

    def _forget(self) -> None:
        self._colours = _inks(self.theme)
        self._fonts = {name: self._made(face) for name, face in FACES.items()}
        self._metrics = {name: QFontMetricsF(font) for name, font in self._fonts.items()}
        self._advances: dict[tuple[str, str], float] = {}

    def _made(self, face: Face) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(self.px(face.size))
        font.setWeight(QFont.Weight(face.weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font


def new_application(program: Sequence[str]) -> QApplication:
    """An application that draws alike on all systems; ``program`` is how it was started.

    Told so from its start: told later, Qt's bindings make every number of its styles first.
    """
    app = QApplication([*program, "-style", _STYLE])
    app.setProperty(_DRAWS_ALIKE, True)  # noqa: FBT003 - Qt's own signature
    return app


def apply(
    app: QApplication, scheme: Scheme = "system", scale: float = 1.0, *, contrast: bool = False
) -> Look:
    """Give the application its look: Fusion, palette, font, one style sheet. May be repeated."""
    found = app.property(_WORN)
    if not isinstance(found, Look):
        if not app.property(_DRAWS_ALIKE):
            app.setStyle(_STYLE)
        found = Look(app)
        app.setProperty(_WORN, found)
    _worn[:] = [found]
    found.choose(scheme, scale, contrast=contrast)
    return found


def look() -> Look:
    """The look of the running application, at hand for painters: a lead asks a thousand times.

    Raises:
        RuntimeError: ``apply`` was not called yet.
    """
    if not _worn:
        raise RuntimeError("theme.apply(app) comes before the first widget.")
    return _worn[0]


_STYLE: Final = "Fusion"
_DRAWS_ALIKE: Final = "qualdesk_fusion"
_WORN: Final = "qualdesk_look"
_worn: list[Look] = []


def _inks(theme: Theme) -> dict[str, QColor]:
    """The colours of a theme as painters take them."""
    return {role: QColor(value) for role, value in theme.colours.items()}


def _asks_for_contrast(app: QApplication) -> bool:
    """Whether the person's system asks for high contrast; False where Qt cannot tell yet."""
    accessibility = getattr(app.styleHints(), "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


def _palette(look: Look) -> QPalette:
    """Every role of the palette: Fusion reads them all, and a missing one shows system grey."""
    role = QPalette.ColorRole
    roles = {
        role.Window: "app",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Text: "text",
        role.PlaceholderText: "text3",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "bad",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent_text",
        role.LinkVisited: "accent_text",
        role.ToolTipBase: "toast",
        role.ToolTipText: "toast_text",
        role.Light: "surface",
        role.Midlight: "hover",
        role.Mid: "line",
        role.Dark: "edge",
        role.Shadow: "edge",
        role.Accent: "accent",
    }
    palette = QPalette()
    for each, name in roles.items():
        palette.setColor(each, look.colour(name))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, look.colour("text3"))
    return palette


def _filled_in(sheet: str, look: Look) -> str:
    """The style sheet with ``@role`` replaced by its colour and ``12u`` by scaled pixels."""
    sized = re.sub(r"\b(\d+)u\b", lambda found: f"{look.px(int(found[1]))}px", sheet)
    return re.sub(r"@(\w+)", lambda found: look.theme.colours[found[1]], sized)
