"""Asking the list owner: one line, typed without leaving the call."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.popovers.asking import Asking
from qualdesk.qt.widgets.fields import Field


class AskOwnerPopOver(Asking):
    """What the caller does not understand about the list; everybody gets the answer."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window, tr("Ask the list owner"), icon="message-square", action=tr("Ask"), width=460
        )
        self.line = Field(
            tr("What you want to know about the list"), tr("What was promised at the stand?")
        )
        self.form.addWidget(self.line)
        self.line.textChanged.connect(lambda _text: self.complain(""))

    def begin(self, of: str) -> None:
        """Start for a campaign; what was typed before and not asked stays."""
        self.head(
            tr("Ask the list owner"),
            tr(
                "About the list of {name}, not about this person: the answer stands beside every "
                "lead of it. You go on with your call.",
                name=of,
            ),
        )
        self.complain("")

    @property
    def text(self) -> str:
        """What they want to know."""
        return self.line.text().strip()

    @override
    def problem(self) -> str:
        return "" if self.text else tr("Write what you want to know about the list.")
