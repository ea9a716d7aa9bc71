"""The calling hours of a country by its law, beside the campaign's own."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.country_names import country_name, name_and_code
from qualdesk.core.rules import RuleSet
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.lists.country_row import country_read
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.queue.rule_words import audience_words, effect_words, hours_words
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow

_MOST = 6


class CountryHours(QWidget):
    """A country to type; below it, what its law says about hours. Nothing of it is kept."""

    def __init__(self) -> None:
        super().__init__()
        self._sets: tuple[RuleSet, ...] = ()
        self.country = Field(tr("Calling hours of which country"), tr("Germany, or DE"))
        self._says = PlainLabel(face="hint", tone="text2", wrap=True)
        rows = QVBoxLayout()
        rows.setSpacing(4)
        self._rows: Pool[IconRow, tuple[str, str, str]] = Pool(rows, IconRow, _fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        labelled(column, tr("Calling hours by country"), self.country)
        column.addWidget(self._says)
        column.addLayout(rows)
        self.country.textChanged.connect(self._tell)

    def show_law(self, sets: Iterable[RuleSet], region: str) -> None:
        """These rule sets hold; the country of the campaign is looked up first."""
        self._sets = tuple(sets)
        if region and not self.country.text().strip():
            self.country.setText(country_name(region))
        self._tell()

    def _tell(self) -> None:
        code = country_read(self.country.text())
        found = [one for one in self._sets if one.country == code and hours_words(one)]
        shown = [one for one in found if not one.subdivision][:_MOST]
        self._rows.show([_row(one) for one in shown])
        self._says.setText(_says(self.country.text(), code, shown, len(found) - len(shown)))
        reveal(self._says, shown=bool(self._says.text()))


def _says(typed: str, code: str, shown: list[RuleSet], more: int) -> str:
    if not typed.strip():
        return tr("Type a country to see what its law says. Both count, on the person's own clock.")
    if not code:
        return tr("No country we know begins like this.")
    name = name_and_code(code)
    if not shown and not more:
        return tr(
            "No hours by law are known for {name}. The campaign's own hours count.", name=name
        )
    if not more:
        return tr("{name}: the campaign's hours and these both count.", name=name)
    return tr_n(
        more,
        "{name}: the campaign's hours and these both count, "
        "and {n} of its states has hours of its own.",
        "{name}: the campaign's hours and these both count, "
        "and {n} of its states have hours of their own.",
        name=name,
    )


def _row(one: RuleSet) -> tuple[str, str, str]:
    hours = ", ".join(hours_words(one))
    return ("clock", hours, f"{audience_words(one)}. {effect_words(one)}. {one.name}")


def _fill(row: IconRow, shown: tuple[str, str, str]) -> None:
    icon, text, hint = shown
    row.set(icon, text, hint)
