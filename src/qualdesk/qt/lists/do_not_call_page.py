"""The tab of do-not-call lists: a file is looked at, loaded, and taken back as a whole (O7)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.errors import QualdeskError, Refused
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.choosing import LIST_FILES, Choosing
from qualdesk.qt.lists.counts import progress_in_words
from qualdesk.qt.lists.do_not_call_file import FileView
from qualdesk.qt.lists.do_not_call_lists import ListsView
from qualdesk.qt.lists.import_footer import ImportFooter
from qualdesk.qt.widgets.drop import DropTarget
from qualdesk.qt.widgets.notices import BannerTone
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.work import LongWork, Work

if TYPE_CHECKING:
    from qualdesk.core.ids import SuppressionListId
    from qualdesk.desk import Desk
    from qualdesk.desk.do_not_call import DoNotCallList, LiftedList, LoadedList, SeenList

_LONGEST_KEY: Final = 10_000
_TOUCHED: Final = Changes(queue=True, suppression=True)


class DoNotCallPage(QWidget):
    """The lists there are, and a file on its way to become one; one piece of work at a time."""

    changed = Signal(object)
    """What a list touched, as ``Changes``."""

    def __init__(self, work: Work, choosing: Choosing, zone: str) -> None:
        super().__init__()
        self._work, self._choosing = work, choosing
        self._running: LongWork | None = None
        self._last: DoNotCallList | None = None
        self._front: SuppressionListId | None = None
        self.lists = ListsView(zone)
        self.file = FileView()
        self.footer = ImportFooter()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.lists)
        self.stack.addWidget(self.file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.footer)
        self.setFocusProxy(self.lists)
        self._listen()
        self._tell_lists()

    def _listen(self) -> None:
        drop = DropTarget(self, tr("Drop the do-not-call list here"))
        drop.dropped.connect(self.take_files)
        self.lists.take_back_pressed.connect(self._take_back)
        self.lists.notice.pressed.connect(self.undo)
        self.file.region_picked.connect(self._look_again)
        self.file.key_pressed.connect(self._choose_key)
        self.footer.main_pressed.connect(self._go_on)
        self.footer.back_pressed.connect(self.step_back)
        self.footer.stop_pressed.connect(self._stop)
        self.footer.save_pressed.connect(self._save_unread)
        self._work.closing.connect(self._forget)

    @property
    def is_at_file(self) -> bool:
        """Whether a file is in front, and not the lists."""
        return self.stack.currentWidget() is self.file

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        front = self.file.panes if self.is_at_file else self.lists.panes
        return (*front, self.footer)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Lists are a client's: the campaign in work only says which is offered first."""
        if campaign is not None:
            self.file.client.begin_with(campaign.client)
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""
        self._work.ask(
            lambda desk: desk.do_not_call.lists(), self._show, owner=self, refused=self._refused
        )

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere."""
        if changes.suppression:
            self.refresh()

    def main(self) -> None:
        """The one big key: what the bar at the bottom says."""
        if self.footer.main.isVisible() and self.footer.main.isEnabled():
            self._go_on()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {"import": self.choose_file, "refresh": self.refresh}

    def undo(self) -> None:
        """Take the list back that was loaded last."""
        last = self._last
        if last is not None and not self.is_at_file and not self._is_busy():
            self._begin(
                tr("Taking {list} back", list=last.name),
                lambda desk, progress: desk.do_not_call.undo(last.id, progress),
                self._lifted,
            )

    def step_back(self) -> bool:
        """Esc: from the file to the lists. While a list is being loaded it stays in front."""
        if not self.is_at_file:
            return False
        if self._running is None:
            self._show_lists()
        return True

    def choose_file(self) -> None:
        """Ask for a do-not-call list and look at it."""
        if self._is_busy():
            return
        path = self._choosing.file(self, tr("Do-not-call lists"), "do-not-call", LIST_FILES)
        if path is not None:
            self.take_files((path,))

    def take_files(self, files: tuple[Path, ...]) -> None:
        """Look at a file; nothing of it is kept before somebody says so."""
        if self._is_busy():
            return
        if len(files) > 1:
            self._tell("warn", tr("Drop one do-not-call list at a time."))
            return
        self.file.begin(files[0])
        self.stack.setCurrentWidget(self.file)
        self.setFocusProxy(self.file)
        self._look(files[0], "")

    def _look(self, path: Path, region: str) -> None:
        def look(desk: "Desk", progress: Progress) -> "tuple[SeenList, list[str]]":
            seen = desk.do_not_call.look(path, region=region, progress=progress)
            return seen, _whose(desk)

        self._begin(tr("Reading {file}", file=path.name), look, self._seen)

    def _look_again(self, region: str) -> None:
        if self.file.seen is not None and self._running is None:
            self._look(self.file.seen.path, region)

    def _seen(self, found: "tuple[SeenList, list[str]]") -> None:
        seen, clients = found
        self.file.client.offer(clients)
        self.file.show_seen(seen)
        self._tell_seen()
        self._put_cursor(self.footer.main)

    def _choose_key(self) -> None:
        key = self._choosing.file(self, tr("The key of the hashes"), "do-not-call", "*")
        if key is not None:
            self.file.show_key(key)
            self._tell_seen()

    def _go_on(self) -> None:
        if self.is_at_file:
            self._load()
        else:
            self.choose_file()

    def _load(self) -> None:
        seen, key, client = self.file.seen, self.file.key, self.file.client.client
        if seen is None or self._running is not None:
            return

        def load(desk: "Desk", progress: Progress) -> "LoadedList":
            return desk.do_not_call.load(
                seen.path,
                client=client,
                region=seen.region,
                key=_key_in(key) if key is not None else None,
                progress=progress,
            )

        self._begin(tr("Loading {file}", file=seen.path.name), load, self._loaded)

    def _loaded(self, done: "LoadedList") -> None:
        self._last, self._front = done.list, done.list.id
        self.lists.side.keep_notes(done.list.id, done.notes)
        out = tr_n(
            len(done.leads),
            "{n:,} lead in line was withdrawn.",
            "{n:,} leads in line were withdrawn.",
        )
        title = tr("{list} holds", list=done.list.name)
        self._tell("ok", out if done.leads else tr("Nobody on it was in line."), title, tr("Undo"))
        self._show_lists()
        self.changed.emit(done.changes)

    def _take_back(self, row: "DoNotCallList", because: str) -> None:
        if not self._is_busy():
            self._begin(
                tr("Taking {list} back", list=row.name),
                lambda desk, progress: desk.do_not_call.lift(row.id, because, progress),
                self._lifted,
            )

    def _lifted(self, done: "LiftedList") -> None:
        self._last, self._front = None, done.list.id
        back = tr_n(
            len(done.leads),
            "{n:,} lead stands again where it stood.",
            "{n:,} leads stand again where they stood.",
        )
        says = " ".join(filter(None, (back, done.unsafe)))
        self._tell("ok", says, tr("{list} is taken back", list=done.list.name))
        self._show_lists()
        self.changed.emit(done.changes)

    def _save_unread(self) -> None:
        seen = self.file.seen
        if seen is None or self._is_busy():
            return
        name = f"{seen.path.stem}-not-readable.csv"
        path = self._choosing.new_file(self, tr("Where to put the rows"), "do-not-call", name)
        if path is None:
            return
        target = path if path.suffix else path.with_suffix(".csv")
        self._begin(
            tr("Writing {file}", file=target.name),
            lambda desk, progress: desk.do_not_call.write_unread(seen, target, progress),
            partial(self._wrote, target),
        )

    def _wrote(self, target: Path, rows: int) -> None:
        self._tell_seen()
        says = tr_n(rows, "{n} row is in {file}.", "{n:,} rows are in {file}.", file=target.name)
        self.footer.tell(says, tr("Nothing of the list is kept yet."))

    def _begin(
        self,
        says: str,
        work: "Callable[[Desk, Progress], object]",
        done: Callable[..., None],
    ) -> None:
        """Do one piece of long work, with how far it is and the way to stop it."""

        def came(result: object) -> None:
            self._settle()
            done(result)

        self._running = self._work.long(
            work,
            came,
            owner=self,
            refused=self._not_done,
            looked=lambda seen: self.footer.show_work(says, _how_far(seen), seen.done, seen.of),
            stopped=self._stopped,
        )
        self.lists.side.work(is_going_on=True)
        self.footer.show_work(says, "", 0, None)

    def _settle(self) -> None:
        self._running = None
        self.lists.side.work(is_going_on=False)

    def _is_busy(self) -> bool:
        if self._running is not None:
            self._tell("warn", tr("A list is being worked on. Wait for it, or stop it."))
        return self._running is not None

    def _stop(self) -> None:
        if self._running is not None:
            self._running.stop()

    def _stopped(self) -> None:
        """What was read of a list that was being loaded holds: the table says so."""
        self._settle()
        self._tell("info", tr("Stopped. What stands in the table is how far it came."))
        self._show_lists()
        self.changed.emit(_TOUCHED)

    def _not_done(self, error: QualdeskError) -> None:
        self._settle()
        if not self.is_at_file:
            self._refused(error)
            self._show_lists()
        elif self.file.seen is None:
            self.file.refuse(error.says)
            self._tell_seen()
        else:
            self._tell_seen()
            self.footer.tell(tr("That did not work"), error.says)

    def _show_lists(self) -> None:
        self.stack.setCurrentWidget(self.lists)
        self.setFocusProxy(self.lists)
        self._put_cursor(self.lists.table)
        self._tell_lists()
        self.refresh()

    def _forget(self) -> None:
        """The workspace closes: a list of the next one may have the number of the one in hand."""
        self._last, self._front = None, None
        self.lists.forget()
        if self.is_at_file and self._running is None:
            self.stack.setCurrentWidget(self.lists)
            self.setFocusProxy(self.lists)
            self._tell_lists()

    def _put_cursor(self, stop: QWidget) -> None:
        """Give a stop the cursor, unless somebody writes elsewhere: Enter there would load it."""
        now = QApplication.focusWidget()
        if not isinstance(now, QLineEdit | QPlainTextEdit) or self.isAncestorOf(now):
            stop.setFocus()

    def _show(self, found: "tuple[DoNotCallList, ...]") -> None:
        front, self._front = self._front, None
        self.lists.show_lists(found, front)

    def _tell_lists(self) -> None:
        says = tr("You see what a file holds before anything of it is kept.")
        self.footer.show_step(tr("Do-not-call lists"), says, tr("Choose a file…"), "folder")
        reveal(self.footer.back, shown=False)

    def _tell_seen(self) -> None:
        seen = self.file.seen
        title = tr("Nothing of the list is kept yet.") if seen else tr("This file cannot be used")
        says = tr("It holds from the first row on, and can be taken back.") if seen else ""
        if seen is not None and not seen.rows:
            says = tr("No row of it can be read. Say which country numbers without + are from.")
        self.footer.show_step(title, says, tr("Load it"), "check")
        self.footer.main.setEnabled(self.file.can_load)
        reveal(self.footer.save, shown=seen is not None and bool(seen.unread))

    def _tell(self, tone: BannerTone, says: str, title: str = "", action: str = "") -> None:
        self.lists.notice.set(tone, title, says, action=action)
        reveal(self.lists.notice, shown=True)

    def _refused(self, error: QualdeskError) -> None:
        self._tell("bad", error.says)


def _whose(desk: "Desk") -> list[str]:
    """For whom a list can be: for all at once only where there are several to be seen."""
    names = [one.name for one in desk.clients.all()]
    return [*names, HOUSE] if len(names) > 1 else names


def _key_in(file: Path) -> bytes:
    """The key in a file. It stands in no message.

    Raises:
        Refused: the file cannot be read.
    """
    try:
        with file.open("rb") as stream:
            return stream.read(_LONGEST_KEY)
    except OSError as error:
        raise Refused(
            tr("The key cannot be read from {file}. Check the file.", file=file.name)
        ) from error


def _how_far(seen: Progress) -> str:
    return seen.says or progress_in_words(seen.done, seen.of)
