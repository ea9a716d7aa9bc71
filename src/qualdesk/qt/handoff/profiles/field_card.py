"""The card of one column: its name, what stands in it, and what the CRM asks of it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualdesk.core.crm_profiles import CrmProfile, Field
from qualdesk.core.crm_table_edits import Need, need_of
from qualdesk.core.crm_table_words import NEED_WORDS, SOURCE_WORDS, TRANSFORM_WORDS
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Choice, NoteField
from qualdesk.qt.widgets.fields import Field as Line
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.popover import PopOver

_WIDTH: Final = 480
_SOURCES: Final = ("", *SOURCE_WORDS)
"""What can be chosen; the first is words that are the same for every lead."""
_TRANSFORMS: Final = tuple(TRANSFORM_WORDS)
_NEEDS: Final = tuple(NEED_WORDS)

Judge = Callable[[int, Field, Need], str]
"""Says what is wrong with a column in its place; empty when nothing is."""


class FieldCard(PopOver):
    """One column of a CRM's table; Enter keeps it, Esc leaves it as it was."""

    said = Signal(int, object, object)
    """The place, the :class:`Field` and its :class:`Need` as they are wanted."""

    def __init__(self, window: QWidget, judge: Judge) -> None:
        super().__init__(window, tr("A column of the table"), _WIDTH)
        self._judge = judge
        self._place = 0
        self._title = PlainLabel(face="card_title", wrap=True)
        self.heading = Line(tr("Name of the column"), tr("Exactly as the CRM knows it"))
        names = [
            tr(SOURCE_WORDS[one]) if one else tr("Words that stay the same") for one in _SOURCES
        ]
        self.source = Choice(tr("What stands there"), names)
        self.value = Line(tr("The words"), tr("The same for every lead"))
        done = [tr(TRANSFORM_WORDS[one]) for one in _TRANSFORMS]
        self.transform = Choice(tr("How it is written"), done)
        self.need = Choice(tr("May it be empty?"), [tr(NEED_WORDS[one]) for one in _NEEDS])
        self.longest = Line(tr("Letters at most"), tr("Any number"))
        self.allowed = NoteField(tr("The only values the CRM knows"), tr("One a line"), icon="")
        self._says = PlainLabel(face="hint", tone="warn", wrap=True)
        self.save = PushButton(tr("Keep the column"), kind="accent", icon="check")
        self._leave = PushButton(tr("Cancel"))
        self._lay_out()
        self.source.currentIndexChanged.connect(lambda _at: self._fit())
        for line in (self.heading, self.value, self.longest):
            line.returnPressed.connect(self._keep)
        self.save.clicked.connect(self._keep)
        self._leave.clicked.connect(self.close_over)

    def _lay_out(self) -> None:
        self.body.addWidget(self._title)
        labelled(self.body, tr("Name of the column"), self.heading)
        labelled(self.body, tr("What stands there"), self.source)
        self._words, self._how = QWidget(), QWidget()
        for part, name, field in (
            (self._words, tr("The words"), self.value),
            (self._how, tr("How it is written"), self.transform),
        ):
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            labelled(row, name, field, 1)
            self.body.addWidget(part)
        asks = QHBoxLayout()
        labelled(asks, tr("May it be empty?"), self.need, 1)
        labelled(asks, tr("Letters at most"), self.longest, 1)
        self.body.addLayout(asks)
        labelled(self.body, tr("The only values the CRM knows"), self.allowed)
        self.body.addWidget(self._says)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self.save)
        self.body.addLayout(buttons)

    def begin(self, profile: CrmProfile, place: int) -> None:
        """Offer the column in that place of the table, or a new one behind the last."""
        self._place = place
        is_new = place >= len(profile.fields)
        field = Field(heading="", source="last_name") if is_new else profile.fields[place]
        self._title.setText(tr("Add a column") if is_new else tr("Change the column"))
        self.heading.setText(field.heading)
        self.source.setCurrentIndex(_SOURCES.index(field.source))
        self.value.setText(field.value)
        self.transform.setCurrentIndex(_TRANSFORMS.index(field.transform))
        self.need.setCurrentIndex(_NEEDS.index(need_of(profile, field)))
        self.longest.setText("" if field.longest is None else str(field.longest))
        self.allowed.setPlainText("\n".join(field.allowed))
        self._tell("")
        self._fit()

    @property
    def says(self) -> str:
        """Why the column cannot be kept as it stands; empty while nobody tried to."""
        return self._says.text()

    def written(self) -> Field:
        """The column as it stands in the card.

        Raises:
            ValueError: how many letters it may have is no number.
        """
        source = _SOURCES[self.source.currentIndex()]
        letters = self.longest.text().strip()
        lines = (" ".join(line.split()) for line in self.allowed.toPlainText().splitlines())
        return Field(
            heading=" ".join(self.heading.text().split()),
            source=source,
            value="" if source else self.value.text().strip(),
            transform=_TRANSFORMS[self.transform.currentIndex()] if source else "",
            longest=int(letters) if letters else None,
            allowed=tuple(dict.fromkeys(line for line in lines if line)),
        )

    def _keep(self) -> None:
        need = _NEEDS[self.need.currentIndex()]
        try:
            field = self.written()
        except ValueError:
            self._tell(tr("Write how many letters as a number, or leave it empty."), self.longest)
            return
        wrong = self._judge(self._place, field, need)
        if wrong:
            self._tell(wrong, self.heading)
            return
        self.close_over()
        self.said.emit(self._place, field, need)

    def _tell(self, says: str, field: QWidget | None = None) -> None:
        self._says.setText(says)
        reveal(self._says, shown=bool(says))
        if field is not None:
            field.setFocus()

    def _fit(self) -> None:
        """Words are typed only where no source gives them."""
        is_fixed = not _SOURCES[max(self.source.currentIndex(), 0)]
        reveal(self._words, shown=is_fixed)
        reveal(self._how, shown=not is_fixed)
