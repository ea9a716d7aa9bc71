"""Settings of imports: how much a list may be before it is refused instead of read."""

from dataclasses import asdict, replace
from functools import partial
from typing import Final

from typing_extensions import override

from qualdesk.core.list_files import LIMIT_RANGES, USUAL_LIMITS
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.definitions.still_fields import NumberField
from qualdesk.qt.settings.rows import Place, Section, SettingRow
from qualdesk.settings import Settings

_ROWS: Final = {
    "rows": (
        tr_later("Rows of a sheet"),
        tr_later("Lists as text have no end; this is for workbooks."),
    ),
    "columns": (
        tr_later("Columns of a sheet"),
        tr_later("More than this is most often a sheet that went wrong."),
    ),
    "characters": (
        tr_later("Letters in one cell"),
        tr_later("Longer cells are cut, and the list says how many."),
    ),
    "megabytes": (
        tr_later("Size of a workbook, in MB"),
        tr_later("Larger ones are refused before they are opened."),
    ),
    "unpacked_megabytes": (
        tr_later("Size of a workbook unpacked, in MB"),
        tr_later("A small file can hold far more than it seems to."),
    ),
    "packed_files": (
        tr_later("Files packed in a workbook"),
        tr_later("A workbook is many files in one."),
    ),
    "seconds": (
        tr_later("Seconds without a step forward"),
        tr_later("Then reading is given up, and says so."),
    ),
    "memory_megabytes": (
        tr_later("Memory for reading, in MB"),
        tr_later("More than this ends the reading only."),
    ),
    "own_process_megabytes": (
        tr_later("Text lists read apart from, in MB"),
        tr_later("Larger ones are read in a process of their own; 0 means all of them."),
    ),
}
_USUAL: Final = tr_later("Usually {usual:,}.")


class LimitsSection(Section):
    """One number a row. A list that goes over it is refused with that number named."""

    key = "imports"
    title = tr_later("Import defaults")
    about = tr_later(
        "These limits keep out files that would stop the computer. Lists that are loaded stay."
    )

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._choices = place.choices
        usual = asdict(USUAL_LIMITS)
        self.fields: dict[str, NumberField] = {}
        self.rows: dict[str, SettingRow] = {}
        for name, (title, hint) in _ROWS.items():
            field = NumberField(tr(title), *LIMIT_RANGES[name], width=96)
            field.setGroupSeparatorShown(True)
            # A number being typed is not a choice yet.
            field.setKeyboardTracking(False)
            says = f"{tr(hint)} {tr(_USUAL, usual=usual[name])}"
            row = SettingRow(tr(title), says, field)
            field.changed.connect(partial(self._keep, name))
            row.back_pressed.connect(partial(self._keep, name, usual[name]))
            self.fields[name], self.rows[name] = field, row
        self.add_rows(tuple(self.rows.values()))

    @override
    def show_settings(self, settings: Settings) -> None:
        usual = asdict(USUAL_LIMITS)
        for name, value in asdict(settings.limits).items():
            self.fields[name].show_number(value)
            self.rows[name].show_changed(is_changed=value != usual[name])

    def _keep(self, name: str, value: int) -> None:
        limits = replace(self._choices.settings.limits, **{name: value})
        if limits != self._choices.settings.limits:
            self._choices.keep(limits=limits)
