"""Settings of the look: light or dark, how large, how strong its lines."""

from typing import Final

from typing_extensions import override

from qualdesk.core.wording import number, tr, tr_later
from qualdesk.qt.settings.rows import Place, Section, SettingRow
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.figures import Figures
from qualdesk.qt.widgets.switch import Switch
from qualdesk.settings import Settings

_THEMES: Final = {
    "system": tr_later("As the computer"),
    "light": tr_later("Light"),
    "dark": tr_later("Dark"),
}
_SIZES: Final = (85, 90, 100, 110, 120, 130, 140, 150)


class LookSection(Section):
    """Every choice shows at once, in the whole window."""

    key = "look"
    title = tr_later("Look")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._keep = place.choices.keep
        self.theme = Choice(tr("Light or dark"), tuple(map(tr, _THEMES.values())))
        self.text_size = Figures(tr("Size of text"), _SIZES, lambda size: number(size / 100, ".0%"))
        self.contrast = Switch(tr("Strong lines"))
        self._theme = SettingRow(
            tr("Light or dark"), tr("As the computer follows it through the day."), self.theme
        )
        self._size = SettingRow(
            tr("Size of text and controls"),
            tr("Also with Ctrl and plus, minus or 0."),
            self.text_size,
        )
        self._contrast = SettingRow(
            tr("High contrast"),
            tr(
                "Lines as strong as edges, and no tinted grounds. It comes by itself where the "
                "computer asks for it."
            ),
            self.contrast,
        )
        self.add_rows((self._theme, self._size, self._contrast))
        self.theme.activated.connect(lambda at: self._keep(theme=list(_THEMES)[at]))
        self.text_size.activated.connect(lambda _at: self._keep(text_size=self.text_size.figure))
        self.contrast.clicked.connect(lambda is_on: self._keep(high_contrast=is_on))
        self._theme.back_pressed.connect(lambda: self._keep(theme="system"))
        self._size.back_pressed.connect(lambda: self._keep(text_size=100))
        self._contrast.back_pressed.connect(lambda: self._keep(high_contrast=False))

    @override
    def show_settings(self, settings: Settings) -> None:
        self.theme.setCurrentIndex(list(_THEMES).index(settings.theme))
        self.text_size.set_figure(settings.text_size)
        self.contrast.setChecked(settings.high_contrast)
        self._theme.show_changed(is_changed=settings.theme != "system")
        self._size.show_changed(is_changed=settings.text_size != 100)  # noqa: PLR2004 - per cent
        self._contrast.show_changed(is_changed=settings.high_contrast)
