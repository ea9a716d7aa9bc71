"""The rows of a script's outline, as values and as they are drawn."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from qualdesk.core.definition import Definition
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import Question, QuestionKind
from qualdesk.core.scripts import DISCOVERY_ANSWERS, CallScript, StageKind
from qualdesk.core.wording import number, tr, tr_later
from qualdesk.qt.plain import safe_text
from qualdesk.qt.scripts.feeds import feeds_must_have
from qualdesk.qt.scripts.writing import EXITS, OBJECTIONS, PARTS, VOICEMAIL
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import RIGHT, advance, box, glyph, words

ROW: Final = Qt.ItemDataRole.UserRole
_STAGE_HEIGHT: Final = 34
_ROW_HEIGHT: Final = 36
_KINDS: Final = {
    QuestionKind.CHOICE: tr_later("choice", about="kind of question"),
    QuestionKind.CHOICES: tr_later("several", about="kind of question"),
    QuestionKind.WORDS: tr_later("words", about="kind of question"),
    QuestionKind.NUMBER: tr_later("number", about="kind of question"),
    QuestionKind.DATE: tr_later("date", about="kind of question"),
    QuestionKind.PERIOD: tr_later("period", about="kind of question"),
    QuestionKind.YES_NO: tr_later("yes, no", about="kind of question"),
    QuestionKind.PERSON: tr_later("person", about="kind of question"),
    QuestionKind.SLOT: tr_later("time", about="kind of question"),
    QuestionKind.READ_ALOUD: tr_later("read", about="kind of question"),
}
ALSO: Final = tr_later("Also at hand")


@frozen
class OutlineRow:
    """One line of the outline.

    Attributes:
        spot: what it leads to; empty for the head of a stage.
        stage: the stage it stands in, None for the other parts of the script.
        end: a word at the right: the kind of a question.
        is_must: it feeds a must-have of the definition.
        has_problem: something is wrong with it.
        is_poor: two people judge its answers too differently.
    """

    title: str
    spot: str = ""
    stage: StageKind | None = None
    note: str = ""
    end: str = ""
    is_must: bool = False
    has_problem: bool = False
    is_poor: bool = False
    is_folded: bool = False

    @property
    def is_head(self) -> bool:
        """Whether it is the head of a stage, or of the other parts."""
        return not self.spot

    @property
    def name(self) -> str:
        """The row as screen readers say it."""
        said = (
            self.title,
            self.note,
            self.end,
            tr("feeds a must-have") if self.is_must else "",
            tr("something is wrong") if self.has_problem else "",
            tr("two people judge it differently") if self.is_poor else "",
            tr("folded", about="outline") if self.is_folded else "",
        )
        return ", ".join(filter(None, said))


def kind_word(kind: QuestionKind) -> str:
    """A kind of question in one word."""
    return tr(_KINDS[kind], about="kind of question")


def outline_rows(
    script: CallScript,
    definition: Definition | None,
    wrong: Collection[str],
    folded: Collection[str],
    poor: Collection[str] = (),
) -> tuple[OutlineRow, ...]:
    """The outline of a script; ``wrong`` are the spots with problems, ``folded`` the closed heads.

    ``poor`` are the questions whose answers two people judge too differently. All four stages
    are there, also those nothing stands in yet.
    """
    rows: list[OutlineRow] = []
    for kind in StageKind:
        questions = script.stage(kind).questions
        is_folded = kind.value in folded
        note = _note(kind, questions)
        rows.append(OutlineRow(title=kind.label, stage=kind, note=note, is_folded=is_folded))
        if not is_folded:
            for question in questions:
                row = _row(question, kind, definition, wrong)
                rows.append(replace(row, is_poor=question.id in poor))
    rows.append(OutlineRow(title=tr(ALSO), is_folded=ALSO in folded))
    if ALSO not in folded:
        none = tr("none", about="parts of a script")
        counts = {
            VOICEMAIL: "" if script.voicemail else none,
            OBJECTIONS: number(len(script.objections)) if script.objections else none,
            EXITS: number(len(script.exits)) if script.exits else none,
        }
        rows += [
            OutlineRow(
                title=tr(title), spot=part, end=counts.get(part, ""), has_problem=part in wrong
            )
            for part, title in PARTS.items()
        ]
    return tuple(rows)


def _row(
    question: Question, stage: StageKind, definition: Definition | None, wrong: Collection[str]
) -> OutlineRow:
    return OutlineRow(
        title=question.ask or question.say or tr("A question without words"),
        spot=question.id,
        stage=stage,
        end=kind_word(question.kind),
        is_must=feeds_must_have(definition, question.id),
        has_problem=question.id in wrong,
    )


def _note(kind: StageKind, questions: tuple[Question, ...]) -> str:
    asked = sum(question.is_asked for question in questions)
    match kind:
        case StageKind.OPEN:
            return tr("who and why")
        case StageKind.DISCOVER:
            least = min(DISCOVERY_ANSWERS, max(asked, 1))
            return tr("at least {least} before {stage}", least=least, stage=StageKind.FIT.label)
        case StageKind.FIT:
            return tr("after {stage}", stage=StageKind.DISCOVER.label)
        case StageKind.NEXT_STEP:
            return tr("ask, do not push")


class OutlineDelegate(QStyledItemDelegate):
    """Draws the rows."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: OutlineRow = index.data(ROW)
        return QSize(look().px(180), look().px(_STAGE_HEIGHT if row.is_head else _ROW_HEIGHT))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: OutlineRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        state = option.state
        on = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if on:
            width = 2.0 if focused else 1.5
            edge = "focus" if focused else "accent"
            box(painter, rect.adjusted(0, 1, 0, -1), fill="accent_soft", edge=edge, width=width)
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, rect.adjusted(0, 1, 0, -1), fill="hover")
        if row.is_head:
            _paint_head(painter, rect, row)
        else:
            _paint_row(painter, rect, row, on=on)
        painter.restore()


def plus_in(rect: QRectF) -> QRectF:
    """Where the plus of a stage's head stands."""
    side = look().px(28)
    return QRectF(rect.right() - side, rect.center().y() - side / 2, side, side)


def grip_in(rect: QRectF) -> QRectF:
    """Where a row is taken to be moved, or a head to be folded."""
    return QRectF(rect.left(), rect.top(), look().px(26), rect.height())


def _paint_head(painter: QPainter, rect: QRectF, row: OutlineRow) -> None:
    px = look().px
    middle = rect.center().y()
    chevron = "chevron-right" if row.is_folded else "chevron-down"
    glyph(painter, chevron, rect.left() + px(2), middle, 16, "text2")
    x = rect.left() + px(25)
    room = advance(row.title, "body_strong")
    words(painter, QRectF(x, rect.top(), room, rect.height()), row.title, face="body_strong")
    x += room + px(8)
    end = plus_in(rect).left() - px(4)
    where = QRectF(x, rect.top(), end - x, rect.height())
    words(painter, where, row.note, face="hint", tone="text3")
    if row.stage is not None:
        glyph(painter, "plus", plus_in(rect).left() + px(6), middle, 16, "text2")


def _paint_row(painter: QPainter, rect: QRectF, row: OutlineRow, *, on: bool) -> None:
    px = look().px
    middle = rect.center().y()
    if row.stage is not None:
        glyph(painter, "grip-vertical", rect.left() + px(6), middle, 14, "text3")
    end = rect.right() - px(9)
    room = advance(row.end, "hint_medium")
    where = QRectF(end - room, rect.top(), room, rect.height())
    words(painter, where, row.end, face="hint_medium", tone="text2", align=RIGHT)
    end -= room + px(8) if row.end else 0
    if row.has_problem:
        end -= px(14)
        glyph(painter, "triangle-alert", end, middle, 14, "warn")
        end -= px(6)
    if row.is_poor:
        end -= px(14)
        glyph(painter, "users", end, middle, 14, "warn")
        end -= px(6)
    if row.is_must and not row.has_problem:
        end -= px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("warn_fill"))
        painter.drawEllipse(QPointF(end + px(3), middle), px(3), px(3))
        end -= px(8)
    x = rect.left() + px(27)
    title = QRectF(x, rect.top(), end - x, rect.height())
    face = "body_strong" if on else "body"
    words(painter, title, safe_text(row.title, 120, one_line=True), face=face)
