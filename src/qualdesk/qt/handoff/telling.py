"""Telling sales from a page: one at a time on the long lane, and what came of it in words."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import BatchId
from qualdesk.core.mails import About
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr, tr_n
from qualdesk.desk import Desk
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.work import LongWork, Work

if TYPE_CHECKING:
    from qualdesk.desk.notifying import Told


class Telling(QObject):
    """Tells sales of a batch beside everything else; what was begun can be stopped.

    A mail never holds up an export, and a server that does not answer never holds up a call.
    """

    told = Signal(object)
    """What came of it, as :class:`Told`."""
    saved = Signal(object)
    """Mails were written into these files instead."""
    refused = Signal(object)
    """The error the desk refused with."""
    busy = Signal(str)
    """To whom a mail is going right now; empty once it is over."""

    def __init__(self, work: Work, choosing: Choosing, owner: QWidget) -> None:
        super().__init__(owner)
        self._work, self._choosing, self._page = work, choosing, owner
        self._going: LongWork | None = None

    @property
    def is_busy(self) -> bool:
        """Whether mails are on their way."""
        return self._going is not None

    def tell(self, batch: BatchId, about: About = About.BATCH) -> None:
        """Tell everybody who got leads of the batch."""
        self._begin(lambda desk, progress: desk.notifying.tell(batch, about, progress))

    def again(self, batch: BatchId, *, even_unsure: bool = False) -> None:
        """Send what did not go; ``even_unsure`` also what may have gone."""
        self._begin(
            lambda desk, progress: desk.notifying.send_again(
                batch, even_unsure=even_unsure, progress=progress
            )
        )

    def save_files(self, batch: BatchId, about: About = About.BATCH) -> None:
        """Write the mails into a folder that is asked for, as files mail programs open."""
        folder = self._choosing.folder(
            self._page, tr("Where shall the mails be written?"), "mails to sales"
        )
        if folder is not None:
            # Briefs on paper take seconds: no call waits for them.
            self._work.long(
                lambda desk, _progress: desk.notifying.save_mails(batch, folder, about),
                lambda paths: self.saved.emit((folder, paths)),
                owner=self,
                refused=self.refused.emit,
            )

    def write_by_hand(self, batch: BatchId, receiver: str, about: About = About.BATCH) -> None:
        """Begin the mail to one person in the computer's own mail program."""
        self._work.ask(
            lambda desk: desk.notifying.mail_link(batch, receiver, about),
            _open_link,
            owner=self,
            refused=self.refused.emit,
        )

    def stop(self) -> None:
        """Let no further mail go; those that are left wait."""
        if self._going is not None:
            self._going.stop()

    def _begin(self, tell: Callable[[Desk, Progress], "Told"]) -> None:
        if self._going is not None:
            return
        self.busy.emit(tr("Sales is being told"))
        self._going = self._work.long(
            tell,
            self._over,
            owner=self,
            refused=self._failed,
            looked=lambda progress: self.busy.emit(progress.says or tr("Sales is being told")),
            stopped=self._ended,
        )

    def _over(self, told: "Told") -> None:
        self._ended()
        self.told.emit(told)

    def _failed(self, error: QualdeskError) -> None:
        self._ended()
        self.refused.emit(error)

    def _ended(self) -> None:
        self._going = None
        self.busy.emit("")


def not_sent(told: "Told") -> int:
    """How many mails can be sent again without asking anybody first."""
    return len(told.failed) + len(told.waiting)


def after_export(leads: int, told: "Told") -> str:
    """What an export and the telling after it did: “16 exported, 2 mails not sent.” and why."""
    missing = not_sent(told)
    if not missing:
        return telling_words(leads, told.says)
    says = tr_n(
        missing,
        "{leads:,} exported, {n} mail not sent.",
        "{leads:,} exported, {n} mails not sent.",
        leads=leads,
    )
    return f"{says} {why_not(told)}".strip()


def telling_words(leads: int, says: str) -> str:
    """How many leads were exported, and how far the telling is."""
    return f"{tr_n(leads, '{n:,} lead exported.', '{n:,} leads exported.')} {says}"


def why_not(told: "Told") -> str:
    """Why mails did not go, as the first of them says it."""
    if told.failed:
        return told.failed[0].says
    if told.waiting:
        return told.waiting[0].says or tr("No mail server is set.")
    return ""


def saved_words(folder: Path, paths: tuple[Path, ...]) -> str:
    """That mails were written into files."""
    return tr_n(
        len(paths),
        "{n} mail saved in {folder}. Open it in a mail program and send it.",
        "{n} mails saved in {folder}. Open them in a mail program and send them.",
        folder=folder.name,
    )


def _open_link(link: str) -> None:
    QDesktopServices.openUrl(QUrl(link))
