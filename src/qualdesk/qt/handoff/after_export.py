"""The step after an export: sales is told, and what did not go can be sent again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualdesk.core.errors import QualdeskError
from qualdesk.core.wording import tr
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.next_page import NextPage
from qualdesk.qt.handoff.telling import Telling, after_export, not_sent, telling_words
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.desk.handoff import Exported
    from qualdesk.desk.notifying import Told


class AfterExport(QObject):
    """Tells sales of a batch that has left, and says both in the line under the tabs.

    The batch has left whatever comes of the mails: nothing here can take it back.
    """

    changed = Signal(object)
    """Who was told, as ``Changes``."""

    def __init__(self, page: NextPage, work: Work, choosing: Choosing) -> None:
        super().__init__(page)
        self._page = page
        self._done: Exported | None = None
        self.telling = Telling(work, choosing, page)
        page.exported.connect(self._left)
        page.result.acted.connect(lambda _says: self.act())
        self.telling.told.connect(self._told)
        self.telling.refused.connect(self._refused)
        self.telling.busy.connect(self._busy)

    def act(self) -> None:
        """The button of the line: stop the mails that go, or send those again that did not."""
        if self.telling.is_busy:
            self.telling.stop()
        elif self._done is not None:
            self.telling.again(self._done.batch_id)

    def _left(self, done: "Exported") -> None:
        self._done = done
        if self._page.bar.mail.isChecked():
            self.telling.tell(done.batch_id)

    def _busy(self, says: str) -> None:
        if says and self._done is not None:
            left = telling_words(len(self._done.leads), says)
            self._page.result.show_folder(left, self._done.folder, action=tr("Stop"))
        elif self._done is not None:
            stopped = tr("Stopped. The mails that are left wait on the tab “Sent”.")
            left = telling_words(len(self._done.leads), stopped)
            again = tr("Send again")
            self._page.result.show_folder(left, self._done.folder, tone="warn", action=again)

    def _told(self, told: "Told") -> None:
        if self._done is None:
            return
        is_short = bool(not_sent(told)) or bool(told.unsure)
        self._page.result.show_folder(
            after_export(len(self._done.leads), told),
            self._done.folder,
            tone="warn" if is_short else "ok",
            action=tr("Send again") if not_sent(told) else "",
        )
        self.changed.emit(told.changes)

    def _refused(self, error: QualdeskError) -> None:
        if self._done is not None:
            left = telling_words(len(self._done.leads), error.says)
            self._page.result.show_folder(left, self._done.folder, tone="warn")
