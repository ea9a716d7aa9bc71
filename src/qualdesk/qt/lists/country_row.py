"""The country a person picks for numbers without a plus: typed, and read back in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualdesk.core.country_names import country_name, name_and_code
from qualdesk.core.place_tables import COUNTRY_OF_NAME
from qualdesk.core.places import country_of
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.wide import keep_wide


class CountryRow(QWidget):
    """A field for a country: its name, the beginning of it, a code, or a calling code."""

    picked = Signal(str)
    """Enter: the ISO code of the country that was read."""

    def __init__(self) -> None:
        super().__init__()
        self.field = Field(
            tr("Country of these numbers"), tr("Type a country: Germany, or DE, or +49")
        )
        keep_wide(self.field, most=340)
        self._says = PlainLabel(face="body", tone="text2", elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(42, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.field, 2)
        row.addWidget(self._says, 3)
        self.field.textChanged.connect(self._tell)
        self.field.returnPressed.connect(self._pick)
        self._tell("")

    def show_country(self, code: str) -> None:
        """Show the country that was picked; nothing while none was."""
        name = country_name(code) if code else ""
        if country_read(self.field.text()) != code:
            self.field.setText(name)

    def _tell(self, text: str) -> None:
        code = country_read(text)
        if code:
            self._says.setText(tr("{country}. Enter takes it.", country=name_and_code(code)))
        elif text.strip():
            self._says.setText(tr("No country we know begins like this."))
        else:
            self._says.setText("")

    def _pick(self) -> None:
        code = country_read(self.field.text())
        if code:
            self.picked.emit(code)


def country_read(text: str) -> str:
    """The ISO code of the country that was typed or begun; empty when it could be several."""
    word = text.strip()
    exact = country_of(word)
    if exact or len(word) < 3:  # noqa: PLR2004 - two letters are a code or nothing
        return exact
    begun = {
        code
        for name, code in COUNTRY_OF_NAME.items()
        if name.casefold().startswith(word.casefold())
    }
    return begun.pop() if len(begun) == 1 else ""
