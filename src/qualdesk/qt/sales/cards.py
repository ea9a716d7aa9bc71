"""The two cards a lead is answered on: taking it, and sending it back for a reason."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.amounts import Money, money_in
from qualdesk.core.handoff_states import BatchItem
from qualdesk.core.ids import ItemId
from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.popovers.asking import Asking, labelled
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.option import Option, OptionGroup

_WIDTH = 480
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LABEL = 120


class TakeCard(Asking):
    """Taking a lead. Enter alone takes it; what is known of the opportunity may be added."""

    said = Signal(object, str, object, str)
    """The lead of the batch, the opportunity, the amount as ``Money`` or None, and a note."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            tr("Take a lead"),
            icon="user-check",
            action=tr("Take the lead"),
            width=_WIDTH,
        )
        self._item = ItemId("")
        self._currency = ""
        self.opportunity = Field(tr("Opportunity"), tr("Its id in your CRM, where there is one"))
        self.amount = Field(tr("Amount"), tr("Such as 12,500 EUR"))
        self.note = Field(tr("Note"), tr("For whoever called them"))
        for label, field in (
            (tr("Opportunity"), self.opportunity),
            (tr("Amount"), self.amount),
            (tr("Note"), self.note),
        ):
            self.form.addLayout(labelled(label, field, _LABEL))
        self.accepted.connect(self._said)

    def begin(self, item: BatchItem, currency: str = "") -> None:
        """Begin for this lead; what was typed for it before stays."""
        if item.item_id != self._item:
            self._clear()
        self._item, self._currency = item.item_id, currency
        self.head(tr("Take {name}", name=item.name), _hint(item))
        self.complain("")

    @property
    def money(self) -> Money | None:
        """The amount that was typed; None for none."""
        return money_in(self.amount.text(), self._currency)

    @override
    def problem(self) -> str:
        if not self.amount.text().strip() or self.money is not None:
            return ""
        self.amount.setFocus()
        return tr("Write the amount as a number, such as 12,500.")

    def _clear(self) -> None:
        for field in (self.opportunity, self.amount, self.note):
            field.clear()

    def _said(self) -> None:
        said = (self.opportunity.text(), self.money, self.note.text())
        self.close_over()
        self._clear()
        self.said.emit(self._item, *said)


class SendBackCard(Asking):
    """Sending a lead back: the reason by its number, and one line where more is to be said."""

    said = Signal(object, str, str)
    """The lead of the batch, the reason, and the line."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            tr("Send a lead back"),
            icon="undo-2",
            tone="warn",
            action=tr("Send it back"),
            width=_WIDTH,
        )
        self._item = ItemId("")
        self._reasons: dict[str, str] = {}
        self.options = OptionGroup(tr("Why it is sent back"))
        self.note = Field(tr("One line for whoever called them"), tr("In one line, if you like"))
        self.form.addWidget(self.options)
        self.form.addWidget(self.note)
        self.options.chosen.connect(lambda _key: self.complain(""))
        self.options.kept.connect(self.take)
        self.options.typed.connect(self._letter)
        self.accepted.connect(self._said)

    def begin(self, item: BatchItem, reasons: Sequence[str]) -> None:
        """Begin for this lead; ``reasons`` are those its campaign agreed on."""
        if item.item_id != self._item:
            self.note.clear()
        self._item = item.item_id
        keys = [*map(str, range(1, 10)), *_LETTERS]
        self._reasons = dict(zip(keys, reasons, strict=False))
        self.options.set_options(
            [Option(key=key, title=reason) for key, reason in self._reasons.items()], columns=1
        )
        self.head(tr("Send {name} back", name=item.name), _hint(item))
        self.complain("")

    @property
    def first(self) -> QWidget:
        """Where the cursor belongs."""
        return self.options

    @override
    def problem(self) -> str:
        if self.options.choice():
            return ""
        self.options.setFocus()
        return tr("Choose why by its number: whoever called them reads it.")

    def _letter(self, letter: str) -> None:
        self.note.setFocus()
        self.note.insert(letter)

    def _said(self) -> None:
        reason, note = self._reasons[self.options.choice()], self.note.text()
        self.close_over()
        self.note.clear()
        self.said.emit(self._item, reason, note)


def _hint(item: BatchItem) -> str:
    if item.is_suppressed:
        return tr("They asked not to be called. Sales must not call them.")
    return item.company


def amount_of(money: Money | None) -> tuple[Decimal | None, str]:
    """The amount and its currency, apart."""
    return (None, "") if money is None else (money.amount, money.currency)
