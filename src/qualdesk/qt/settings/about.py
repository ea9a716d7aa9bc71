"""What this program is, what it is made of, and under which licences."""

import platform
from importlib import metadata
from typing import Final

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from qualdesk import __version__
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.settings.rows import Place, Section, SettingRow
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Choice
from qualdesk.resources import shipped
from qualdesk.settings import Settings

_PARTS: Final = (
    *(
        "PySide6-Essentials",
        "SQLAlchemy",
        "alembic",
        "phonenumbers",
        "platformdirs",
    ),
    *("python-calamine", "XlsxWriter", "pydantic", "nameparser", "cleanco"),
    *("email-validator", "rapidfuzz", "icalendar", "tomli-w", "tomlkit", "keyring"),
    *("typing-extensions", "psycopg", "sqlcipher3"),
)
_SHIPPED: Final = {
    tr_later("Inter, the letters: SIL Open Font License"): ("fonts", "LICENSE-inter.txt"),
    tr_later("Lucide, the icons: ISC"): ("icons", "LICENSE-lucide.txt"),
}
_OWN: Final = tr_later(
    "qualdesk is free software under the MIT licence. It sends nothing to anybody."
)


class AboutSection(Section):
    """Versions to name when something is reported, and the licences word for word."""

    key = "about"
    title = tr_later("About")
    about = _OWN

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._log = str(place.choices.settings.log_file)
        self.copy = PushButton(tr("Copy"), icon="copy")
        self._versions = SettingRow(tr("Versions"), versions(), self.copy)
        self._faults = SettingRow(
            tr("Reports of faults"),
            tr("They name no person and lie beside {log}. Nothing is sent.", log=self._log),
        )
        self.which = Choice(tr("Licence"), (*map(tr, _SHIPPED), *map(_line_of, _PARTS)))
        self._licence = SettingRow(tr("Licences"), tr("Of what qualdesk is made of."), self.which)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("The licence, word for word"))
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
        at, files = self.which.currentIndex(), [*_SHIPPED.values()]
        if at < len(files):
            self.text.setPlainText(shipped(*files[at]).read_text("utf-8"))
        else:
            self.text.setPlainText(_licence_of(_PARTS[at - len(files)]))


def versions() -> str:
    """The versions of what runs, in a line."""
    return tr(
        "qualdesk {version}, Qt {qt}, Python {python}, {system} {release}",
        version=__version__,
        qt=qVersion(),
        python=platform.python_version(),
        system=platform.system(),
        release=platform.release(),
    )


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return tr("not installed")


def _line_of(name: str) -> str:
    return f"{name} {_version(name)}"


def _licence_of(name: str) -> str:
    """The licence files that came with a part; the licence by name where none did."""
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return tr("This part is not installed.")
    files = [file for file in found.files or () if "licen" in file.name.lower()]
    texts = [file.read_text() for file in files if file.suffix in {"", ".txt", ".md"}]
    said = found.metadata.json.get("license_expression") or found.metadata.json.get("license")
    return "\n\n".join(filter(None, texts)) or str(said or "") or tr("See the project's own page.")
