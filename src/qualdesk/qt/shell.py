"""The window: rail, top bar, one page in front, and the keys that work everywhere."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final, Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.wording import tr
from qualdesk.qt.going import Going, Typed
from qualdesk.qt.help_card import HelpCard
from qualdesk.qt.rail import Rail
from qualdesk.qt.shortcuts import Commands, KeyBoard, show_keys, works_here
from qualdesk.qt.stops import bring_back, step_on, step_panes
from qualdesk.qt.theme import STEP, look
from qualdesk.qt.topbar import TopBar
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.notices import Banner, BannerTone
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.popover import PopOver
from qualdesk.qt.widgets.ring import FocusRing
from qualdesk.qt.widgets.roomy import Roomy
from qualdesk.qt.wrong_line import WrongLine

SMALLEST: Final = (1024, 640)
_NORMAL: Final = (1440, 900)


class Page(Protocol):
    """What the window asks of a page."""

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        ...

    def main(self) -> None:
        """The one big key."""
        ...

    def refresh(self) -> None:
        """Ask the desk again."""
        ...

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Work on this campaign."""
        ...

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do on this page, by the ids of the shortcut table."""
        ...


class Shell(QWidget):
    """Holds the pages and hands each key to the one in front.

    Attributes:
        belongs: for each page the one that the rail marks while it is in front.
        going: what stands in front on the way to a page that was not read yet.
        pages: where they stand, one in front; one that is made in there is not moved there.
    """

    campaign_chosen = Signal(object)
    """The ``Campaign`` chosen in the top bar."""
    page_shown = Signal(str)
    """A page came to the front; its key."""
    page_made = Signal(object)
    """A page was made, because somebody goes there for the first time; the page."""
    place_opened = Signal(str, bool)
    """Whether this person may go to that page was found out."""
    front_changed = Signal()
    """Another page is in front, or one alone."""
    look_chosen = Signal(str)
    """Light or dark, chosen by the person: to be kept for the next start."""
    size_chosen = Signal(int)
    """The size of text and controls in per cent, chosen by key."""
    closed = Signal()
    """The window goes."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self.setWindowTitle("qualdesk")
        self.setWindowIcon(QIcon(look().pixmap("qualdesk", "accent", 64)))
        self.setMinimumSize(*SMALLEST)
        self.resize(*_NORMAL)
        self._pages: dict[str, Any] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._titles: dict[str, str] = {}
        self._shut: set[str] = set()
        self.belongs: dict[str, str] = {}
        self._offered: dict[str, Callable[[], None]] = {}
        self._alone: QWidget | None = None
        self.rail = Rail()
        self.top = TopBar(zone)
        self.notice = Banner("info")
        self.wrong = WrongLine(self)
        self._action: Callable[[], None] | None = None
        self.pages = QStackedWidget()
        # In front until a workspace is open: nothing is asked for a page nobody went to.
        self.going = Going(self.page_of, self._press_again)
        self.pages.addWidget(self.going)
        self._lay_out()
        self.help = HelpCard(self)
        self._ring = FocusRing(self)
        self._keys = KeyBoard(self, self.commands)
        self.rail.chosen.connect(self.show_page)
        self.rail.keys_pressed.connect(self.show_keys)
        self.rail.look_pressed.connect(self._other_look)
        self.top.campaign_chosen.connect(self.campaign_chosen)
        self.top.shortened.connect(self.wrong.say)
        self.front_changed.connect(self.wrong.look)
        self.notice.pressed.connect(self._act)
        self.notice.other_pressed.connect(self._close_line)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_cursor_in_sight)

    def _lay_out(self) -> None:
        reveal(self.notice, shown=False)
        notice = QVBoxLayout()
        notice.setContentsMargins(16, 12, 16, 8)
        notice.addWidget(self.notice)
        self._notice_row = QWidget()
        self._notice_row.setLayout(notice)
        reveal(self._notice_row, shown=False)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.wrong)
        right.addWidget(self._notice_row)
        right.addWidget(Roomy(self.pages), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)

    def add_page(
        self, key: str, title: str, icon: str, page: QWidget | Callable[[], QWidget]
    ) -> None:
        """Add a page below those already there; its key comes from the table (``go_<key>``).

        What makes the page may stand for it, and is called when somebody first goes there.
        """
        self.add_aside(key, title, page)
        self.rail.add(key, title, icon, f"go_{key}")

    def add_aside(
        self, key: str, title: str, page: QWidget | Callable[[], QWidget], *, of: str = ""
    ) -> None:
        """Add a page that has no place in the rail: its button or command stands elsewhere.

        ``of`` is the key of the page it belongs to, which the rail marks instead.
        """
        self.belongs[key] = of or key
        self._titles[key] = title
        if isinstance(page, QWidget):
            self._pages[key] = page
            self.pages.addWidget(page)
        else:
            self._makers[key] = page

    def page_of(self, key: str) -> Any:
        """The page with that key; made now where nobody went there before."""
        if key not in self._pages:
            made = self._makers[key]()
            self._pages[key] = made
            self.pages.addWidget(made)
            self.page_made.emit(made)
        return self._pages[key]

    def set_open(self, key: str, *, is_open: bool) -> None:
        """Whether this person may go to a page; where not, neither rail nor key leads there."""
        self._shut = self._shut - {key} if is_open else self._shut | {key}
        self.rail.show_place(key, shown=is_open)
        self._keys.settle()
        self.place_opened.emit(key, is_open)

    def offer(self, commands: Commands) -> None:
        """Let these commands work on every page, by their ids in the shortcut table."""
        self._offered |= commands

    def withdraw(self, command: str) -> None:
        """Let a command that was offered on every page work only where a page has it."""
        self._offered.pop(command, None)
        self._keys.settle()

    def show_page(self, key: str, then: Callable[[], None] | None = None) -> None:
        """Bring a page to the front, and do ``then`` when it is there.

        That is at once, or as soon as its code was read: the first time somebody goes there.
        """
        if self._alone is not None or key not in self._titles or key in self._shut:
            return
        if not self.going.go(key, self._titles[key], partial(self._bring, key, then)):
            self._put_in_front(key, self.going)
            self.going.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring(self, key: str, then: Callable[[], None] | None) -> None:
        if self._alone is not None:
            return
        if key in self._shut:
            # It was shut on the way there: a blank place in front would be a dead end.
            self.show_page(next((each for each in self._titles if each not in self._shut), ""))
            return
        page = self.page_of(key)
        self._put_in_front(key, page)
        if page.focusProxy() is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.front_changed.emit()
        self.page_shown.emit(key)
        if then is not None:
            then()

    def _put_in_front(self, key: str, page: QWidget) -> None:
        self.help.close_over()
        self.pages.setCurrentWidget(page)
        self.rail.show_at(self.belongs[key])
        self.top.show_page(self._titles[key], is_named=key != "desk")
        self._keys.settle()

    def show_alone(self, page: QWidget | None, title: str = "") -> None:
        """Show a page with nowhere else to go; None ends that."""
        if self._alone is not None:
            self.pages.removeWidget(self._alone)
            self._alone.deleteLater()
        self._alone = page
        self.rail.set_open(is_open=page is None)
        if page is not None:
            # What was typed on the way to a page is not for this one.
            self.going.leave()
            self.pages.addWidget(page)
            self.pages.setCurrentWidget(page)
            self.top.show_page(title)
            self._keys.settle()
        self.front_changed.emit()

    @property
    def at(self) -> str:
        """The key of the page in front; empty while a page stands alone."""
        if self._alone is not None:
            return ""
        found = [key for key, page in self._pages.items() if page is self.pages.currentWidget()]
        return found[0] if found else ""

    @property
    def bound_for(self) -> str:
        """The key of the page somebody is on the way to; of the one in front, where of none."""
        return self.going.to or self.at

    @property
    def page(self) -> Any:
        """The page in front."""
        return self.pages.currentWidget()

    def say(
        self,
        tone: BannerTone,
        title: str,
        text: str = "",
        action: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Say something above the page, with a button where there is something to do.

        Where there is nothing, a button takes the line away again: others wait for its place.
        """
        self._action = act
        if title or text:
            other = "" if action else tr("Close this line")
            self.notice.set(tone, title, text, action=action, other=other)
        reveal(self.notice, shown=bool(title or text))
        reveal(self._notice_row, shown=bool(title or text))

    def commands(self) -> dict[str, Callable[[], None]]:
        """Every command that works now, by its id in the shortcut table."""
        goes: dict[str, Callable[[], None]] = {
            f"go_{key}": partial(self.show_page, key)
            for key in self._titles
            if key not in self._shut
        }
        everywhere: dict[str, Callable[[], None]] = {
            "help": self.show_keys,
            "pane_next": partial(self._next_pane, 1),
            "pane_prev": partial(self._next_pane, -1),
            "fullscreen": self._full_screen,
            "bigger": partial(self._scale, STEP),
            "smaller": partial(self._scale, -STEP),
            "normal": partial(self._scale, 0.0),
        }
        page = self.page
        own: dict[str, Callable[[], None]] = {}
        for command, method in (("primary", "main"), ("undo", "undo"), ("refresh", "refresh")):
            if hasattr(page, method):
                own[command] = getattr(page, method)
        if hasattr(page, "commands"):
            own |= page.commands()
        goes |= {key: act for key, act in self._offered.items() if key not in self._shut}
        found = {**(goes if self._alone is None else {}), **everywhere, **own}
        main = self._main_of_card()
        if main is not None:
            # The page behind would act unseen, or begin anew what is typed in the card.
            found["primary"] = main.click
            found.pop("new", None)
        return found

    def settle_keys(self, *, are_new: bool = False) -> None:
        """Other keys work now: another part is in front, or somebody chose them (``are_new``)."""
        if are_new:
            self._keys.bind()
        self._keys.settle()
        if are_new:
            show_keys(self)

    def show_keys(self) -> None:
        """Show which keys work on this page; the same key takes them away."""
        self.help.turn(works_here(self.commands()), self.rail.keys)

    def _press_again(self, event: Typed) -> None:
        """What was typed on the way to the page in front."""
        to = QApplication.focusWidget() or self
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held, text = event.modifiers(), event.text()
            asked = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), held, text)
            asked.ignore()
            QApplication.sendEvent(to, asked)
            key, is_held = QKeySequence(event.keyCombination()), event.isAutoRepeat()
            if not asked.isAccepted() and self._keys.take(key, is_held=is_held):
                return
        QApplication.sendEvent(to, event)

    def _main_of_card(self) -> PushButton | None:
        """The main button of the card that is open over the page, the topmost of several."""
        cards = self.findChildren(PopOver, options=Qt.FindChildOption.FindDirectChildrenOnly)
        mains = (card.main for card in reversed(cards) if card.isVisible())
        return next((main for main in mains if main is not None), None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self.page
        if event.key() == Qt.Key.Key_Escape and hasattr(page, "step_back") and page.step_back():
            return
        super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab visits every stop as the window is read, and Shift+Tab goes back through them."""
        now = QApplication.focusWidget()
        if now is None:
            return super().focusNextPrevChild(forward)
        step_on(self, now, 1 if forward else -1)
        return True

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.going.leave()
        self.closed.emit()
        super().closeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def _next_pane(self, step: int) -> None:
        """Move the cursor to the next or the last pane of the page."""
        step_panes(getattr(self.page, "panes", ()), step)

    def _keep_cursor_in_sight(self, before: QWidget | None, now: QWidget | None) -> None:
        bring_back(self, self.page, before, now)

    def _close_line(self) -> None:
        self.say("info", "")
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _act(self) -> None:
        if self._action is not None:
            self._action()

    def _full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _scale(self, by: float) -> None:
        here = look()
        here.choose(scale=here.scale + by if by else 1.0)
        self.size_chosen.emit(round(here.scale * 100))

    def _other_look(self) -> None:
        """Light becomes dark and dark becomes light."""
        here = look()
        here.choose("light" if here.theme.name == "dark" else "dark")
        self.look_chosen.emit(here.theme.name)
