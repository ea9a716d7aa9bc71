"""The first start: what somebody would like to do first, and then their name."""

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.frozen import frozen
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.lists.overview_side import DropPlace
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import ButtonKind, LinkButton, PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.drop import DropTarget
from qualdesk.qt.widgets.fields import Field, Tick
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark, IconRow

_WIDEST: Final = 1060
_MORNING_ENDS, _DAY_ENDS = 12, 18


@frozen
class Joining:
    """What somebody typed to join a team; ``keep`` asks for the computer's keyring."""

    name: str
    address: str
    password: str
    keep: bool


class FirstRunPage(QWidget):
    """Three ways to begin, by number; whatever is chosen, the name is asked once, in place."""

    chosen = Signal(str, object)
    """The name typed, and the file to load: None for an empty start."""
    sample_chosen = Signal(str)
    """The name typed; they would like to look around first."""
    join_wanted = Signal(object)
    """``Joining``: a team's workspace is to be opened."""
    file_wanted = Signal()
    """They want to choose a list on their disk."""
    keys_wanted = Signal()
    """They want to see the keys."""

    def __init__(self, now: datetime, zone: str, name: str = "") -> None:
        super().__init__()
        greeting = _greeting(local_time(now, zone).hour)
        self.ways = _Ways(f"{greeting}. {tr(_WHAT_FIRST)}")
        self.asking = _Asking(name)
        self._file: Path | None = None
        self._way = ""
        self._stack = QStackedLayout(self)
        self._stack.addWidget(_centred(self.ways))
        self._stack.addWidget(_centred(self.asking))
        self._drop = DropTarget(self, tr("Drop the lead list here"))
        self._drop.dropped.connect(lambda files: self.take_file(files[0]))
        self.ways.sample.button.clicked.connect(lambda: self._ask("sample"))
        self.ways.own.button.clicked.connect(self.file_wanted)
        self.ways.team.button.clicked.connect(lambda: self._ask("team"))
        self.ways.empty.clicked.connect(lambda: self._ask("own"))
        self.ways.keys.clicked.connect(self.keys_wanted)
        self.asking.gone_on.connect(self._go_on)
        self.asking.gone_back.connect(self.step_back)
        self.setFocusProxy(self.ways.sample.button)

    @property
    def is_asking(self) -> bool:
        """Whether a way is chosen and the name is being asked."""
        return self._stack.currentIndex() == 1

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through."""
        return (self.asking,) if self.is_asking else (self.ways,)

    def main(self) -> None:
        """The one big key: go on."""
        if self.is_asking:
            self._go_on()
        else:
            self._ask("sample")

    def take_file(self, file: Path) -> None:
        """A list was chosen, or let go over the window."""
        self._file = file
        self._ask("own")

    def refuse(self, says: str) -> None:
        """What was typed cannot be used; it stays as it is."""
        self.asking.say(says)

    def ask_name(self) -> None:
        """The team's server does not know who is logged in: their name is asked after all."""
        self.asking.say(tr(_NO_NAME))
        self.asking.name.setFocus()

    def step_back(self) -> bool:
        """Back to the three ways; what was typed stays."""
        if not self.is_asking:
            return False
        self._stack.setCurrentIndex(0)
        self._file = None
        {"team": self.ways.team, "own": self.ways.own}.get(
            self._way, self.ways.sample
        ).button.setFocus()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Plain digits act only while the three ways are in front: there is nothing to type in.
        ways = (self.ways.sample, self.ways.own, self.ways.team)
        number = event.key() - Qt.Key.Key_1
        if not self.is_asking and 0 <= number < len(ways):
            ways[number].button.click()
            return
        super().keyPressEvent(event)

    def _ask(self, way: str) -> None:
        self._way = way
        self._stack.setCurrentIndex(1)
        self.asking.begin(way, self._file.name if self._file else "")

    def _go_on(self) -> None:
        if not self.asking.is_complete():
            return
        name = self.asking.name.text().strip()
        if self._way == "sample":
            self.sample_chosen.emit(name)
        elif self._way == "own":
            self.chosen.emit(name, self._file)
        else:
            asking = self.asking
            asking.say(tr(_CONNECTING), tone="text2")
            self.join_wanted.emit(
                Joining(
                    name=name,
                    address=asking.address.text().strip(),
                    password=asking.password.text(),
                    keep=asking.keep.isChecked(),
                )
            )


class _Ways(QWidget):
    """The three ways, the place to drop a list, and what is promised about all of it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.sample = _Way("play", "accent", tr("Look around with sample leads"), tr(_SAMPLE))
        self.sample.act(tr("Open the sample"), "1", "accent")
        self.own = _Way("upload", "ok", tr("Load my own lead list"), tr(_OWN))
        self.own.act(tr("Choose a file…"), "2")
        self.team = _Way("users", "call", tr("Join my team"), tr(_TEAM))
        self.team.act(tr("Connect…"), "3")
        self.empty = LinkButton(tr("Begin without a list"))
        self.keys = LinkButton(tr("Show me the keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(PlainLabel(title, face="title", wrap=True))
        head.addWidget(PlainLabel(tr(_HERE), face="lead", tone="text2", wrap=True))
        column.addLayout(head)
        column.addSpacing(4)
        ways = QHBoxLayout()
        ways.setSpacing(16)
        for way in (self.sample, self.own, self.team):
            ways.addWidget(way, 1)
        column.addLayout(ways)
        drop = DropPlace(tr("Or drop a lead list here: CSV or Excel"))
        drop.setMaximumHeight(76)
        column.addWidget(drop)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(IconRow("shield-check", tr(_SAFE), face="body", tone="text2"), 1)
        foot.addWidget(self.empty)
        foot.addSpacing(16)
        foot.addWidget(IconMark("keyboard", "accent_text"))
        foot.addWidget(self.keys)
        column.addLayout(foot)


class _Way(Card):
    """One way to begin: an icon, a title, a few sentences, a button with its number."""

    button: PushButton

    def __init__(self, icon: str, tone: str, title: str, says: str) -> None:
        super().__init__()
        ground = Card(ground=f"{tone}_soft", line=None, radius=10)
        ground.setFixedSize(48, 48)
        around = QVBoxLayout(ground)
        around.setContentsMargins(0, 0, 0, 0)
        ink = "accent_text" if tone == "accent" else tone
        around.addWidget(IconMark(icon, ink, 24), 0, Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 22)
        self._column.setSpacing(8)
        self._column.addWidget(ground)
        self._column.addSpacing(6)
        self._column.addWidget(PlainLabel(title, face="lead_strong", wrap=True))
        self._column.addWidget(PlainLabel(says, face="text", tone="text2", wrap=True))
        self._column.addStretch(1)
        self._column.addSpacing(22)

    def act(self, label: str, key: str, kind: ButtonKind = "edge") -> None:
        """Give it its button."""
        self.button = PushButton(label, kind=kind, keys=key, height=40)
        self._column.addWidget(self.button)


class _Asking(Card):
    """The name, asked once; for a team also where it is. Esc leads back, nothing is lost."""

    gone_on = Signal()
    gone_back = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setMaximumWidth(560)
        self._title = PlainLabel(face="page_title", wrap=True)
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        self.name = Field(tr("Your name"), tr(_BOTH_NAMES))
        self.name.setText(name)
        self.address = Field(tr("Address"), "postgresql://you@server.example/desk")
        self.password = Field(tr("Password"), tr("Empty if your server asks for none"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep = Tick(tr("Keep the password in this computer's keyring"))
        self.keep.setChecked(True)
        self._hint = PlainLabel(face="body", tone="text2", wrap=True)
        self.on = PushButton(tr("Go on"), kind="accent", keys="Enter", height=40)
        self.back = PushButton(tr("Back"), kind="quiet", keys="Esc", height=40)
        self._lay_out()
        self.on.clicked.connect(self.gone_on)
        self.back.clicked.connect(self.gone_back)
        for field in (self.name, self.address, self.password):
            field.returnPressed.connect(self.gone_on)
            field.textEdited.connect(lambda _text: self.say(""))

    def begin(self, way: str, file: str) -> None:
        """Ask what this way needs, the first empty field first."""
        is_team = way == "team"
        self._title.setText(tr(_TEAM_TITLE) if is_team else tr(_NAME_TITLE))
        self._says.setText(
            tr(_TEAM_SAYS) if is_team else tr(_FILE_SAYS, file=file) if file else tr(_KEPT)
        )
        for part in self._of_team:
            reveal(part, shown=is_team)
        self.name.setPlaceholderText(tr(_IF_UNKNOWN if is_team else _BOTH_NAMES))
        self.say("")
        fields = (self.address, self.name) if is_team else (self.name,)
        empty = (field for field in fields if not field.text().strip())
        next(empty, self.name).setFocus()

    def say(self, says: str, tone: str = "warn") -> None:
        """Say what is missing, or how it goes; nothing takes the line away."""
        self._hint.setText(says)
        self._hint.set_look(tone=tone)
        reveal(self._hint, shown=bool(says))

    def is_complete(self) -> bool:
        """Whether all is there; else it is said, and the cursor goes where it is missing."""
        # Whose login it is, a team's server says; it is asked for again where it does not.
        is_team = not self.address.isHidden()
        field, says = (self.address, _NO_ADDRESS) if is_team else (self.name, _NO_NAME)
        if field.text().strip():
            return True
        self.say(tr(says))
        field.setFocus()
        return False

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 26, 28, 26)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._says)
        parts: list[QWidget] = []
        for field in (self.address, self.password, self.name):
            asked = PlainLabel(field.accessibleName(), face="body_strong")
            asked.setBuddy(field)
            column.addSpacing(2)
            column.addWidget(asked)
            column.addWidget(field)
            if field is not self.name:
                parts += [asked, field]
            if field is self.password:
                column.addWidget(self.keep)
                parts.append(self.keep)
        self._of_team = tuple(parts)
        column.addWidget(self._hint)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.on)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column.addSpacing(6)
        column.addLayout(buttons)


def _centred(part: QWidget) -> QWidget:
    """A part in the middle of the page, above the middle of its height."""
    part.setMaximumWidth(min(part.maximumWidth(), _WIDEST))
    frame = QWidget()
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(part, 40)
    row.addStretch(1)
    column = QVBoxLayout(frame)
    column.setContentsMargins(24, 16, 24, 16)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)
    return frame


def _greeting(hour: int) -> str:
    if hour < _MORNING_ENDS:
        return tr("Good morning")
    return tr("Good afternoon") if hour < _DAY_ENDS else tr("Good evening")


_WHAT_FIRST: Final = tr_later("What would you like to do first?")
_HERE: Final = tr_later("Everything stays on this computer, in one file, until you connect a team.")
_SAMPLE: Final = tr_later(
    "A made-up trade show with 110 leads, a script and a definition. Make three calls "
    "without a phone. Throw it away any time."
)
_OWN: Final = tr_later(
    "Drop a CSV or Excel file. You see every change before it is saved, and you can undo the "
    "whole import."
)
_TEAM: Final = tr_later(
    "Your supervisor has an address for you. You then share one queue, and nobody calls the same "
    "lead twice."
)
_SAFE: Final = tr_later(
    "No account, no tracking. Do-not-call entries are kept even if you delete a list."
)
_NAME_TITLE: Final = tr_later("What shall we call you?")
_KEPT: Final = tr_later("Your calls stand under this name. It is asked only now.")
_FILE_SAYS: Final = tr_later(
    "“{file}” is read next. Your calls stand under this name; it is asked only now."
)
_TEAM_TITLE: Final = tr_later("Join your team")
_TEAM_SAYS: Final = tr_later(
    "Ask your supervisor for the address. Nothing is kept before it worked."
)
_BOTH_NAMES: Final = tr_later("First and last name")
_IF_UNKNOWN: Final = tr_later("Empty where your login says who you are")
_NO_NAME: Final = tr_later("Write your name first.")
_NO_ADDRESS: Final = tr_later("Write the address your supervisor gave you.")
_CONNECTING: Final = tr_later("Connecting …")
