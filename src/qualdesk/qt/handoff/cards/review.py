"""The card that settles a dispute: the answer stands, or it is the other one from now on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.handoff_states import BatchItem
from qualdesk.core.ids import DisputeId, ItemId
from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.popovers.asking import Asking
from qualdesk.qt.widgets.card import Quote
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.option import Option, OptionGroup
from qualdesk.qt.widgets.paint import reveal

_WIDTH = 520
_STANDS, _CHANGED = "1", "2"


class ReviewCard(Asking):
    """Both sides in their words, and the decision by number with its ground."""

    said = Signal(str, object, bool, str, str)
    """The lead, the dispute, whether the answer is the other one now, why, and the reason."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            tr("Review a dispute"),
            icon="scale",
            action=tr("Decide"),
            width=_WIDTH,
        )
        self._item, self._dispute = ItemId(""), DisputeId(0)
        self._sends_back = False
        self._sales = Quote()
        self._says = Quote()
        self.options = OptionGroup(tr("What is decided"))
        self.reason = Choice(tr("Why it is sent back"))
        self.because = Field(tr("Why you decide so"), tr("Why, in a sentence: both sides read it"))
        for each in (self._sales, self._says, self.options, self.reason, self.because):
            self.form.addWidget(each)
        self.options.chosen.connect(lambda _key: self._chose())
        self.options.kept.connect(self.because.setFocus)
        self.options.typed.connect(self._letter)
        self.accepted.connect(self._said)

    def begin(self, item: BatchItem, reasons: Sequence[str]) -> None:
        """Begin for this lead, whose last dispute is open; ``reasons`` are those agreed on."""
        dispute = item.dispute
        if dispute is None:
            return
        if dispute.id != self._dispute:
            self.because.clear()
        self._item, self._dispute = item.item_id, dispute.id
        self._sends_back = dispute.about == "taken"
        head = (
            tr("Sales took {name}", name=item.name)
            if self._sends_back
            else tr("Sales sent back {name}: {reason}", name=item.name, reason=item.reason)
        )
        self.head(head, item.company)
        self._sales.set(item.note, item.signed)
        self._says.set(dispute.says, tr("{person} disputes it", person=dispute.asked_by))
        self.options.set_options(self._offered(), columns=1)
        self.reason.set_values(reasons)
        self.complain("")
        self._chose()

    @property
    def first(self) -> QWidget:
        """Where the cursor belongs."""
        return self.options

    @override
    def problem(self) -> str:
        if not self.options.choice():
            self.options.setFocus()
            return tr("Decide by number: it stands, or it is changed.")
        if not self.because.text().strip():
            self.because.setFocus()
            return tr("Say why you decide so: both sides read it.")
        return ""

    def _offered(self) -> tuple[Option, ...]:
        if self._sends_back:
            return (
                Option(key=_STANDS, title=tr("It stands: sales keeps the lead")),
                Option(key=_CHANGED, title=tr("It is changed: the lead was not good")),
            )
        return (
            Option(key=_STANDS, title=tr("It stands: the lead stays sent back")),
            Option(key=_CHANGED, title=tr("It is changed: sales takes the lead")),
        )

    def _chose(self) -> None:
        self.complain("")
        is_asked = self._sends_back and self.options.choice() == _CHANGED
        reveal(self.reason, shown=is_asked)

    def _letter(self, letter: str) -> None:
        self.because.setFocus()
        self.because.end(False)  # noqa: FBT003 - Qt's own signature: nothing is marked
        self.because.insert(letter)

    def _said(self) -> None:
        because, changed = self.because.text().strip(), self.options.choice() == _CHANGED
        reason = self.reason.currentText() if changed and self._sends_back else ""
        self.close_over()
        self.because.clear()
        self.said.emit(self._item, self._dispute, changed, because, reason)
