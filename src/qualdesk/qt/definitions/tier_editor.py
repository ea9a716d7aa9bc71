"""Another way to qualify, changed beside the table."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qualdesk.core.criteria import Criterion, Definition, Tier
from qualdesk.core.wording import tr
from qualdesk.qt.definitions.criteria_card import MOST_POINTS
from qualdesk.qt.definitions.sign_off import WIDTH
from qualdesk.qt.definitions.still_fields import NumberField
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Heading
from qualdesk.qt.widgets.fields import Field, Tick
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.side import SideCard

_Must = tuple[Criterion, bool]


class TierEditor(SideCard):
    """What a tier is called, what it must have, its points, and what sales gets with it."""

    edited = Signal(object)
    """The ``Tier`` as it is now."""
    taken_out = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self.setAccessibleName(tr("Another way to qualify"))
        self.tier: Tier | None = None
        self.close_it = PushButton(tr("Done"), icon="check", keys="Escape", height=30)
        self.label = Field(tr("Name of this way to qualify"), tr("Right person, no need yet"))
        self.threshold = NumberField(tr("Points it needs"), 1, MOST_POINTS, width=62)
        self.means = Field(
            tr("What sales gets with such a lead"), tr("a name and a date to call again")
        )
        self.out = PushButton(tr("Take it out"), kind="danger")
        rows = QVBoxLayout()
        rows.setSpacing(4)
        self.musts: Pool[MustTick, _Must] = Pool(rows, self._made, _fill)
        self._lay_out()
        self.setFocusProxy(self.label)
        self.close_it.clicked.connect(self.done)
        self.out.clicked.connect(self.taken_out)
        self.label.textEdited.connect(self._told)
        self.means.textEdited.connect(self._told)
        self.threshold.changed.connect(self._told)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        column.addWidget(
            Heading(tr("Another way to qualify"), end=self.close_it, face="card_title")
        )
        for says, part in (
            (tr("Its name"), self.label),
            (tr("What sales gets with such a lead"), self.means),
            (tr("Points it needs"), self.threshold),
        ):
            column.addWidget(PlainLabel(says, face="hint", tone="text2"))
            column.addWidget(part)
        column.addWidget(PlainLabel(tr("What it must have"), face="hint", tone="text2"))
        column.addLayout(self.musts.layout)
        column.addSpacing(8)
        end = QHBoxLayout()
        end.addWidget(self.out)
        end.addStretch(1)
        column.addLayout(end)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scroll)

    def show_tier(self, tier: Tier, definition: Definition) -> None:
        """Show this tier; a field that is being typed in keeps its words."""
        is_other = self.tier is None or tier.id != self.tier.id
        self.tier = tier
        for field, text in ((self.label, tier.label), (self.means, tier.means)):
            if (is_other or not field.hasFocus()) and field.text() != text:
                field.setText(text)
        self.threshold.show_number(tier.threshold)
        self.musts.show([(one, one.id in tier.must_haves) for one in definition.criteria])

    def _made(self) -> "MustTick":
        tick = MustTick()
        tick.clicked.connect(self._told)
        return tick

    def _told(self, *_changed: object) -> None:
        if self.tier is None:
            return
        musts = tuple(
            tick.criterion
            for tick in self.musts.parts
            if tick.isChecked() and not tick.isHidden() and tick.criterion
        )
        tier = replace(
            self.tier,
            label=self.label.text().strip(),
            means=self.means.text().strip(),
            threshold=self.threshold.value(),
            must_haves=musts,
        )
        if tier != self.tier:
            self.tier = tier
            self.edited.emit(tier)


class MustTick(Tick):
    """A criterion that this way to qualify must have."""

    def __init__(self) -> None:
        super().__init__("")
        self.criterion = ""

    def show_must(self, criterion: Criterion, *, is_on: bool) -> None:
        """Show this criterion, ticked or not."""
        self.criterion = criterion.id
        self.set_label(criterion.label)
        self.setChecked(is_on)


def _fill(tick: MustTick, must: _Must) -> None:
    criterion, is_on = must
    tick.show_must(criterion, is_on=is_on)
