"""What this program is, what it is made of, and under which licences."""

import platform
from importlib import metadata
from typing import Final

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from qualdesk.qt.settings.rows import Place, Section, SettingRow
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Choice
from qualdesk.resources import shipped
from qualdesk.settings import Settings

_PARTS: Final = (
    *("PySide6-Essentials", "SQLAlchemy", "alembic", "phonenumbers", "platformdirs"),
    *("python-calamine", "XlsxWriter", "pydantic", "nameparser", "cleanco"),
    *("email-validator", "rapidfuzz", "tomli-w", "tomlkit", "typing-extensions"),
)
_SHIPPED: Final = {
    "Inter, the letters: SIL Open Font License": ("fonts", "LICENSE-inter.txt"),
    "Lucide, the icons: ISC": ("icons", "LICENSE-lucide.txt"),
}
_OWN: Final = "qualdesk is free software under the MIT licence. It sends nothing to anybody."


class AboutSection(Section):
    """Versions to name when something is reported, and the licences word for word."""

    key = "about"
    title = "About"
    about = _OWN

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._log = str(place.choices.settings.log_file)
        self.copy = PushButton("Copy", icon="copy")
        self._versions = SettingRow("Versions", versions(), self.copy)
        self._faults = SettingRow(
            "Reports of faults",
            f"They name no person and lie beside {self._log}. Nothing is sent.",
        )
        self.which = Choice("Licence", (*_SHIPPED, *map(_line_of, _PARTS)))
        self._licence = SettingRow("Licences", "Of what qualdesk is made of.", self.which)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("The licence, word for word")
        self.text.setMinimumHeight(look().px(260))
        self.add_rows((self._versions, self._faults, self._licence))
        self.body.addWidget(self.text)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(versions()))
        self.which.currentIndexChanged.connect(lambda _at: self._show_licence())
        self._show_licence()

    @override
    def show_settings(self, settings: Settings) -> None:
        self._log = str(settings.log_file)

    def _show_licence(self) -> None:
        chosen = self.which.currentText()
        if chosen in _SHIPPED:
            self.text.setPlainText(shipped(*_SHIPPED[chosen]).read_text("utf-8"))
        else:
            self.text.setPlainText(_licence_of(_PARTS[self.which.currentIndex() - len(_SHIPPED)]))


def versions() -> str:
    """The versions of what runs, in a line."""
    return (
        f"qualdesk {_version('qualdesk')}, Qt {qVersion()}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.release()}"
    )


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"


def _line_of(name: str) -> str:
    return f"{name} {_version(name)}"


def _licence_of(name: str) -> str:
    """The licence files that came with a part; the licence by name where none did."""
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return "This part is not installed."
    files = [file for file in found.files or () if "licen" in file.name.lower()]
    texts = [file.read_text() for file in files if file.suffix in {"", ".txt", ".md"}]
    said = found.metadata.json.get("license_expression") or found.metadata.json.get("license")
    return "\n\n".join(filter(None, texts)) or str(said or "") or "See the project's own page."
