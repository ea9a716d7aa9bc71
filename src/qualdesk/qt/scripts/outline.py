"""The outline of a script: its stages and questions, moved by mouse or by keys."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qualdesk.core.definition import Definition
from qualdesk.core.drafts import ScriptDraft
from qualdesk.core.scripts import CallScript, StageKind
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel, show_tip
from qualdesk.qt.scripts.outline_rows import (
    ALSO,
    ROW,
    OutlineDelegate,
    OutlineRow,
    grip_in,
    outline_rows,
    plus_in,
)
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import LinkButton, PushButton
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.paint import box, reveal, smooth
from qualdesk.qt.widgets.rows import IconRow
from qualdesk.qt.widgets.side import SideCard

WIDTH: Final = 292
_MIME: Final = "application/x-qualdesk-question"
_Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QAbstractListModel):
    """The rows, and where a question that is dragged may be let go."""

    dropped = Signal(str, int)
    """A question was let go: its id, and the row it is to stand before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[OutlineRow, ...] = ()

    def set_rows(self, rows: tuple[OutlineRow, ...]) -> None:
        """Show these rows; the same number of rows changes in place."""
        if rows == self.rows:
            return
        if len(rows) == len(self.rows):
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.name
        return row.title if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        row = self.rows[index.row()]
        return flags | Qt.ItemFlag.ItemIsDragEnabled if row.stage and row.spot else flags

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        spots = [self.rows[index.row()].spot for index in indexes]
        data.setData(_MIME, QByteArray(next(iter(spots), "").encode()))
        return data

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        del action, column
        if not data.hasFormat(_MIME) or (row < 0 and not parent.isValid()):
            return False
        place = row if row >= 0 else parent.row() + 1
        self.dropped.emit(bytes(data.data(_MIME).data()).decode(), place)
        # The script moves the question; the list must not take a row out by itself.
        return False


class OutlineList(QListView):
    """The rows on the screen. Left and right fold a stage, the plus adds to it."""

    folded = Signal(str)
    """A head was folded or opened: its stage, or the title of the other parts."""
    plus_pressed = Signal(StageKind)
    taken_in = Signal()
    """Enter: the cursor goes into the editor."""
    removed = Signal()
    """Del: the question is to be taken out."""

    def __init__(self, model: OutlineModel) -> None:
        super().__init__()
        self._rows = model
        self.setAccessibleName(tr("Outline of the script"))
        self.setModel(model)
        self.setItemDelegate(OutlineDelegate(self))
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("paintsOwnFocus", True)  # noqa: FBT003 - Qt's own signature

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            if index.isValid():
                show_tip(self, event.globalPos(), self._rows.rows[index.row()].name)
            return True
        return super().viewportEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            row, rect = self._rows.rows[index.row()], QRectF(self.visualRect(index))
            if row.is_head and row.stage and plus_in(rect).contains(event.position()):
                self.plus_pressed.emit(row.stage)
                return
            if row.is_head and grip_in(rect).contains(event.position()):
                self.folded.emit(row.stage.value if row.stage else ALSO)
                return
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        row = self._rows.rows[index.row()] if index.isValid() else None
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if row is not None and plain:
            fold, unfold = Qt.Key.Key_Left, Qt.Key.Key_Right
            is_turn = event.key() == (unfold if row.is_folded else fold)
            if row.is_head and is_turn:
                self.folded.emit(row.stage.value if row.stage else ALSO)
                return
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row.spot:
                self.taken_in.emit()
                return
            if event.key() == Qt.Key.Key_Delete and row.stage and row.spot:
                self.removed.emit()
                return
        super().keyPressEvent(event)


class Outline(SideCard):
    """The left column of the editor."""

    went = Signal(str)
    """Another row is current: its spot, empty for a head."""
    moved = Signal(str, StageKind, str)
    """A question is to stand in this stage before that one; nothing is at the end."""
    add_pressed = Signal(StageKind)
    language_chosen = Signal(str)
    library_pressed = Signal()
    versions_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self._model = OutlineModel(self)
        self._folded: set[str] = set()
        self._poor: frozenset[str] = frozenset()
        self._shown: tuple[CallScript, Definition | None, frozenset[str]] | None = None
        self._is_filling = False
        self.name = PlainLabel(face="card_title", elide=True)
        self.version = Chip()
        self.language = Choice(tr("Language of the words"))
        self.list = OutlineList(self._model)
        self.add = PushButton(tr("Add a question"), icon="plus", keys="new")
        self.others = LinkButton(tr("Scripts"), "scripts")
        self.versions = LinkButton(tr("Versions"), "versions")
        self._judged = IconRow("users", face="hint", tone="text2", beside=True)
        self._lay_out()
        self._listen()

    def show_script(
        self, script: CallScript, definition: Definition | None, wrong: Collection[str], spot: str
    ) -> None:
        """Show this script with the cursor on ``spot``."""
        self._shown = script, definition, frozenset(wrong)
        self.name.setText(script.name or tr("A script without a name"))
        self._fill()
        self.stand_on(spot)

    def stand_on(self, spot: str) -> None:
        """Put the row of this spot in front, its stage opened where it is folded."""
        for row in self._model.rows if self._shown else ():
            if row.spot == spot:
                break
        else:
            stage = self._shown[0].stage_of(spot) if self._shown else None
            self._folded.discard(stage.value if stage else ALSO)
            self._fill()
        found = [place for place, row in enumerate(self._model.rows) if row.spot == spot]
        at = self.list.currentIndex()
        if found and at.row() != found[0]:
            self._is_filling = True
            self.list.setCurrentIndex(self._model.index(found[0]))
            self._is_filling = False

    def show_draft(self, draft: ScriptDraft) -> None:
        """Say which version this is, or will become."""
        is_draft = bool(draft.revision) or not draft.based_on
        number = draft.based_on + is_draft
        self.version.set(
            tr("Draft {number}", number=number)
            if is_draft
            else tr("Version {number}", number=number)
        )

    def show_poor(self, questions: Collection[str]) -> None:
        """Mark the questions whose answers two people judge too differently."""
        self._poor = frozenset(questions)
        self._judged.set("users", tr("judged differently") if self._poor else "", tone="warn")
        self._fill()

    def show_languages(self, names: Sequence[str], current: str) -> None:
        """Offer the languages of the script, where it has more than one."""
        self.language.set_values(names, current)
        reveal(self.language, shown=len(names) > 1)

    @property
    def rows(self) -> tuple[OutlineRow, ...]:
        """What is shown, row by row."""
        return self._model.rows

    @property
    def stage(self) -> StageKind | None:
        """The stage the current row stands in."""
        index = self.list.currentIndex()
        return self._model.rows[index.row()].stage if index.isValid() else None

    def take_cursor(self) -> None:
        """Put the keyboard here."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 11, 9, 13)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 4, 0)
        head.addWidget(self.name, 1)
        head.addWidget(self.version)
        column.addLayout(head)
        under = QHBoxLayout()
        under.setContentsMargins(0, 0, 4, 0)
        under.setSpacing(6)
        under.addWidget(_Dot("warn_fill"))
        under.addWidget(PlainLabel(tr("feeds a must-have"), face="hint", tone="text2"))
        under.addSpacing(look().px(6))
        under.addWidget(self._judged)
        under.addStretch(1)
        column.addLayout(under)
        column.addWidget(self.language)
        column.addWidget(self.list, 1)
        links = QHBoxLayout()
        links.addWidget(self.others)
        links.addStretch(1)
        links.addWidget(self.versions)
        column.addLayout(links)
        column.addWidget(self.add)
        self.add.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.list)

    def _listen(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._current)
        self.list.folded.connect(self._fold)
        self.list.plus_pressed.connect(self.add_pressed)
        self.add.clicked.connect(lambda: self.add_pressed.emit(self.stage or StageKind.DISCOVER))
        self.others.clicked.connect(self.library_pressed)
        self.versions.clicked.connect(self.versions_pressed)
        self.language.textActivated.connect(self.language_chosen)
        self._model.dropped.connect(self._dropped)

    def _fill(self) -> None:
        if self._shown is not None:
            self._is_filling = True
            script, definition, wrong = self._shown
            rows = outline_rows(script, definition, wrong, self._folded, self._poor)
            self._model.set_rows(rows)
            self._is_filling = False

    def _fold(self, head: str) -> None:
        self._folded ^= {head}
        self._fill()
        for place, row in enumerate(self._model.rows):
            if row.is_head and (row.stage.value if row.stage else ALSO) == head:
                self.list.setCurrentIndex(self._model.index(place))

    def _current(self, index: QModelIndex) -> None:
        if index.isValid() and not self._is_filling:
            self.went.emit(self._model.rows[index.row()].spot)

    def _dropped(self, question: str, place: int) -> None:
        """Before the question at this row; at the head of a stage, at the end of the one above."""
        rows = self._model.rows
        stage = next((row.stage for row in reversed(rows[:place]) if row.stage), None)
        if stage is None:
            return
        below = rows[place] if place < len(rows) else None
        before = below.spot if below is not None and below.stage is stage else ""
        self.moved.emit(question, stage, before)


class _Dot(QWidget):
    """The dot of the key above the outline."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(8), look().line("hint"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        side = look().px(6)
        dot = QRectF(0, (self.height() - side) / 2, side, side)
        box(smooth(self), dot, fill=self._tone, radius=side)
