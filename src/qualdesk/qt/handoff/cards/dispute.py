"""The card that disputes what sales said of a lead."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.ids import ItemId
from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.popovers.asking import Asking
from qualdesk.qt.widgets.card import Quote
from qualdesk.qt.widgets.fields import Field

_WIDTH = 480


class DisputeCard(Asking):
    """Why an answer is not right. A review decides; until then the lead stays where it is."""

    said = Signal(object, str)
    """The lead of the batch, and what is said against the answer."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            tr("Dispute an answer"),
            icon="scale",
            action=tr("Dispute it"),
            width=_WIDTH,
        )
        self._item = ItemId("")
        self._note = Quote()
        self.because = Field(tr("What is not right"), tr("What is not right, in a sentence"))
        self.form.addWidget(self._note)
        self.form.addWidget(self.because)
        self.accepted.connect(self._said)

    def begin(self, item: BatchItem) -> None:
        """Begin for this lead; what was typed for it before stays."""
        if item.item_id != self._item:
            self.because.clear()
        self._item = item.item_id
        self.head(_what_sales_said(item), tr("Once for each lead. A supervisor reviews it."))
        self._note.set(item.note, item.signed)
        self.complain("")

    @override
    def problem(self) -> str:
        if self.because.text().strip():
            return ""
        self.because.setFocus()
        return tr("Say why the answer is not right.")

    def _said(self) -> None:
        says = self.because.text().strip()
        self.close_over()
        self.because.clear()
        self.said.emit(self._item, says)


def _what_sales_said(item: BatchItem) -> str:
    if item.state is ItemState.TAKEN:
        return tr("Sales took {name}", name=item.name)
    return tr("Sales sent back {name}: {reason}", name=item.name, reason=item.reason)
