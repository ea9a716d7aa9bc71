"""Signing and withdrawing: a name, a reason, and the button that does it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualdesk.core.definition import Side
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.popover import PopOver

_SIGNED = tr_later(
    "You agree that these words say what a qualified lead is. Any change asks you again."
)
_WITHDRAWN = tr_later(
    "The last version that both still agree to is in force again. The reason is kept with it."
)
SIGN_AS = {
    Side.MARKETING: tr_later("Sign as marketing"),
    Side.SALES: tr_later("Sign as sales"),
}
_WITHDRAW = {
    Side.MARKETING: tr_later("Withdraw the signature of {name} for marketing"),
    Side.SALES: tr_later("Withdraw the signature of {name} for sales"),
}


class SignCard(PopOver):
    """Who signs for a side. It stays open, with the reason, where the desk refuses."""

    signed = Signal(object, str)
    """The ``Side`` and the name under it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("Sign the definition"), width=400)
        self.side = Side.MARKETING
        self._title = PlainLabel(face="card_title")
        self.name = Field(tr("Your name"), tr("Your name, as it shall stand under it"))
        self._refused = Banner("warn")
        self.sign = PushButton(tr("Sign"), kind="accent", icon="signature", keys="Return")
        cancel = PushButton(tr("Not now"), kind="quiet", keys="Escape")
        self.body.addWidget(self._title)
        self.body.addWidget(PlainLabel(tr(_SIGNED), face="body", tone="text2", wrap=True))
        self.body.addWidget(self.name)
        self.body.addWidget(self._refused)
        self.body.addLayout(_buttons(self.sign, cancel))
        self.sign.clicked.connect(self._sign)
        self.name.returnPressed.connect(self._sign)
        cancel.clicked.connect(self.close_over)

    def ask(self, side: Side, name: str, anchor: QWidget) -> None:
        """Ask who signs for this side; ``name`` is offered."""
        self.side = side
        self._title.setText(tr(SIGN_AS[side]))
        self.setAccessibleName(tr(SIGN_AS[side]))
        self.name.setText(name)
        self.name.selectAll()
        reveal(self._refused, shown=False)
        self.open(anchor, self.name)

    def refuse(self, says: str) -> None:
        """Say why the desk did not take the signature."""
        self._refused.set("warn", "", says)
        reveal(self._refused, shown=True)
        self.name.setFocus()

    def _sign(self) -> None:
        name = self.name.text().strip()
        if name:
            self.signed.emit(self.side, name)
        else:
            self.refuse(tr("Write your name first: a signature without one binds nobody."))


class WithdrawCard(PopOver):
    """Why a signature is taken back; without a reason it stays."""

    withdrawn = Signal(object, str)
    """The ``Side`` and the reason."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("Withdraw a signature"), width=400)
        self.side = Side.MARKETING
        self._title = PlainLabel(face="card_title", wrap=True)
        self.because = Field(tr("The reason"), tr("The reason, in a sentence"))
        self._refused = Banner("warn")
        self.withdraw = PushButton(tr("Withdraw"), kind="danger", keys="Return")
        cancel = PushButton(tr("Keep it signed"), kind="quiet", keys="Escape")
        self.body.addWidget(self._title)
        self.body.addWidget(PlainLabel(tr(_WITHDRAWN), face="body", tone="text2", wrap=True))
        self.body.addWidget(self.because)
        self.body.addWidget(self._refused)
        self.body.addLayout(_buttons(self.withdraw, cancel))
        self.withdraw.clicked.connect(self._withdraw)
        self.because.returnPressed.connect(self._withdraw)
        cancel.clicked.connect(self.close_over)

    def ask(self, side: Side, name: str, anchor: QWidget) -> None:
        """Ask why the signature of this person is taken back."""
        self.side = side
        self._title.setText(tr(_WITHDRAW[side], name=name))
        self.because.clear()
        reveal(self._refused, shown=False)
        self.open(anchor, self.because)

    def refuse(self, says: str) -> None:
        """Say why it stays."""
        self._refused.set("warn", "", says)
        reveal(self._refused, shown=True)
        self.because.setFocus()

    def _withdraw(self) -> None:
        because = self.because.text().strip()
        if because:
            self.withdrawn.emit(self.side, because)
        else:
            self.refuse(tr("Say why: whoever signed with you should not have to guess."))


def _buttons(main: QWidget, cancel: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(main)
    row.addWidget(cancel)
    row.addStretch(1)
    return row
