"""The card that recalls a batch: it names what comes back, and asks why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.handoff import BatchSummary
from qualdesk.core.ids import BatchId
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.call_desk.popovers.asking import Asking
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.fields import Field, Tick

_WIDTH = 480


class RecallCard(Asking):
    """Why a batch is recalled. An export cannot be undone, so this is asked and not offered back.

    Sales reads the reason. What it has answered stays as it is.
    """

    said = Signal(object, str, bool)
    """The batch, the reason, and whether sales is told right away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            tr("Recall a batch"),
            icon="undo-2",
            tone="warn",
            action=tr("Recall the batch"),
            width=_WIDTH,
        )
        self._batch = BatchId(0)
        self._stays = PlainLabel(face="body", tone="text2", wrap=True)
        self.because = Field(tr("Why it is recalled"), tr("Why, in a sentence: sales reads it"))
        self.tell = Tick(tr("Tell sales by the ways this campaign uses"))
        self.form.addWidget(self._stays)
        self.form.addWidget(self.because)
        self.form.addWidget(self.tell)
        self.accepted.connect(self._said)

    def begin(self, batch: BatchSummary) -> None:
        """Begin for this batch; a reason typed for it before stays."""
        if batch.batch_id != self._batch:
            self.because.clear()
        self._batch = batch.batch_id
        self.head(tr("Recall batch {number}", number=batch.number), _comes_back(batch.waiting))
        self._stays.setText(_stays(batch))
        self.tell.setChecked(True)
        self.complain("")

    @override
    def problem(self) -> str:
        if self.because.text().strip():
            return ""
        self.because.setFocus()
        return tr("Say why the batch is recalled: sales reads it.")

    def _said(self) -> None:
        because = self.because.text().strip()
        self.close_over()
        self.because.clear()
        self.said.emit(self._batch, because, self.tell.isChecked())


def _comes_back(waiting: int) -> str:
    return tr_n(
        waiting,
        "{n:,} lead that waits for an answer is ours again, ready for another batch.",
        "{n:,} leads that wait for an answer are ours again, ready for another batch.",
    )


def _stays(batch: BatchSummary) -> str:
    files = tr("The files stay where they are: sales may have them open.")
    answered = batch.taken + batch.sent_back
    if not answered:
        return files
    said = tr_n(
        answered,
        "{n:,} lead was answered already and stays as it is.",
        "{n:,} leads were answered already and stay as they are.",
    )
    return f"{said} {files}"
