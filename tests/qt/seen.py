"""What eye and ear meet on a screen: words that are cut, names, roles, and reading order."""

import re
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QTableView,
    QWidget,
)
from typing_extensions import override

from qualdesk.qt import plain
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.save_state import SaveState
from qualdesk.qt.stops import stops_of
from qualdesk.qt.theme import Look
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.popover import PopOver
from qualdesk.qt.widgets.ring import Ring

Role = QAccessible.Role
_SLACK: Final = 2
_LEAVES: Final = (PlainLabel, QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
_SAYS_NOTHING: Final = frozenset({Role.NoRole, Role.Client, Role.Pane, Role.Grouping})


# --- what cannot be read whole


def cut(root: QWidget, *, strict: bool = True) -> list[str]:
    """Everything under ``root`` that lacks the room it needs, each in a line.

    Not ``strict``, what does so by plan may end in "…", and an example in an empty field may be
    longer than the field; why something is not saved never does.
    """
    found: list[str] = []
    for each in shown(root, QWidget):
        may_end = not strict and getattr(each, "_elide", False) and not isinstance(each, SaveState)
        if isinstance(each, PlainLabel) and each.is_cut() and not may_end:
            found.append(f"cut: {said(each)}")
        elif isinstance(each, QAbstractButton) and _is_squeezed(each):
            found.append(f"squeezed: {said(each)}")
        elif isinstance(each, QLineEdit) and strict and _hides_its_hint(each):
            found.append(f"hint cut: {each.placeholderText()!r} {said(each)}")
        elif isinstance(each, QTableView):
            found.extend(_cut_headings(each))
        if isinstance(each, _LEAVES) and (behind := _cut_by(each, root)):
            found.append(f"outside {type(behind).__name__}: {said(each)}")
    return found + overlapping(root)


def overlapping(root: QWidget) -> list[str]:
    """Words and controls that lie on each other though they stand side by side."""
    found: list[str] = []
    for parent in (root, *shown(root, QWidget)):
        if isinstance(parent, (QStackedWidget, QComboBox, QLineEdit, QPlainTextEdit)):
            continue
        beside = [each for each in _children(parent) if isinstance(each, _LEAVES)]
        for at, one in enumerate(beside):
            for other in beside[at + 1 :]:
                shared = one.geometry().intersected(other.geometry())
                if shared.width() > _SLACK and shared.height() > _SLACK:
                    found.append(f"on each other: {said(one)} and {said(other)}")
    return found


@contextmanager
def watching_for_cuts(look: Look) -> Iterator[list[str]]:
    """Collects every text that a painter ends in "…" meanwhile."""
    ended: list[str] = []

    class Watched(QFontMetricsF):
        @override
        def elidedText(self, text: str, mode: Any, width: float, flags: int = 0) -> str:
            drawn = super().elidedText(text, mode, width, flags)
            if drawn != text:
                ended.append(text)
            return drawn

    kept = look._forget

    def forget() -> None:
        kept()
        look._metrics = {name: Watched(font) for name, font in look._fonts.items()}

    look._forget = forget  # type: ignore[method-assign]
    look._metrics = {name: Watched(font) for name, font in look._fonts.items()}
    try:
        yield ended
    finally:
        del look._forget
        look._forget()


def _is_squeezed(button: QAbstractButton) -> bool:
    needed = button.minimumSizeHint()
    return button.width() + _SLACK < needed.width() or button.height() + _SLACK < needed.height()


def _hides_its_hint(field: QLineEdit) -> bool:
    hint = field.placeholderText()
    if field.text() or not hint:
        return False
    margins = field.textMargins()
    room = field.contentsRect().width() - margins.left() - margins.right()
    return field.fontMetrics().horizontalAdvance(hint) > room


def _cut_headings(table: QTableView) -> Iterator[str]:
    header, model = table.horizontalHeader(), table.model()
    if model is None or header.isHidden():
        return
    for place in range(model.columnCount()):
        if header.isSectionHidden(place):
            continue
        title = str(model.headerData(place, Qt.Orientation.Horizontal) or "")
        needed = header.fontMetrics().horizontalAdvance(title)
        if title and needed > header.sectionSize(place):
            yield f"heading cut: {title!r} of {said(table)}"


def _cut_by(leaf: QWidget, root: QWidget) -> QWidget | None:
    """The part of the page that shows less than the whole of it; scrolling parts do not count."""
    rect = QRect(QPoint(0, 0), leaf.size())
    at: QWidget = leaf
    while at is not root:
        parent = at.parentWidget()
        if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
            return None
        rect.translate(at.pos())
        if not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(rect):
            return parent
        at = parent
    return None


# --- words no translation reaches


@contextmanager
def hearing_words() -> Iterator[set[str]]:
    """Collects every text that is made fit to be shown meanwhile: all words go through there."""
    real = plain.safe_text
    heard: set[str] = set()

    def listening(text: str, limit: int = plain.LONGEST, *, one_line: bool = False) -> str:
        kept = real(text, limit, one_line=one_line)
        heard.add(kept)
        return kept

    doors = [
        module
        for name, module in sys.modules.items()
        if name.startswith("qualdesk.qt") and getattr(module, "safe_text", None) is real
    ]
    for module in doors:
        module.safe_text = listening  # type: ignore[attr-defined]
    try:
        yield heard
    finally:
        for module in doors:
            module.safe_text = real  # type: ignore[attr-defined]


def words_of(root: QWidget) -> Iterator[str]:
    """Every text that the widgets under ``root`` show or tell."""
    for each in (root, *shown(root, QWidget)):
        tip = QTextDocumentFragment.fromHtml(each.toolTip()).toPlainText()
        yield from (each.accessibleName(), each.accessibleDescription(), tip)
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        elif isinstance(each, QLineEdit | QPlainTextEdit):
            yield each.placeholderText()
        elif isinstance(each, QComboBox):
            yield from (each.itemText(at) for at in range(each.count()))
        elif isinstance(each, QTableView) and (model := each.model()) is not None:
            across = Qt.Orientation.Horizontal
            yield from (str(model.headerData(at, across)) for at in range(model.columnCount()))


def untranslated(texts: Iterable[str], data: str, names: Iterable[str] = ()) -> dict[str, str]:
    """Words that are shown as they stand in the code, each run of them with a text it is in.

    In the pseudo-language every word that was translated has a vowel with dots. What stands
    in ``data`` (:func:`as_data`) is nobody's to translate, and around ``names``, which are
    filled into it, it may go on.
    """
    found: dict[str, str] = {}
    known = re.compile("|".join(rf"\b{re.escape(each)}\b" for each in names) or "(?!)")
    for text in sorted(texts):
        for run in _runs(known.sub("|", text)):
            if f" {run} " not in data:
                found.setdefault(run, text)
    return found


def as_data(texts: Iterable[str]) -> str:
    """Texts that stand in lists, scripts and definitions, for :func:`untranslated`."""
    return " | ".join(f" {run} " for text in texts for run in _runs(text))


def _runs(text: str) -> Iterator[str]:
    """Words beside each other that no translation made, small; EUR and the like are none."""
    for part in _BREAKS.split(text):
        run: list[str] = []
        for word in [*part.split(), ""]:
            if _PLAIN.fullmatch(word):
                run.append(word.casefold())
            elif run:
                yield " ".join(run)
                run = []


_BREAKS: Final = re.compile("[^\\w\\s'\u2019-]|[\\d_]")
_PLAIN: Final = re.compile(r"(?=.*[aeiouy]|[AEIOUY][a-z])(?!.*[äëïöüÿÄËÏÖÜŸ])[^\d_]+")


# --- what a screen reader is told


def told(widget: QWidget) -> tuple[str, QAccessible.Role]:
    """The name and the role a screen reader gets from Qt."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name), found.role()


def unheard(root: QWidget) -> list[str]:
    """What takes the keyboard or the mouse and does not say what it is, or says it twice."""
    found: list[str] = []
    names: Counter[tuple[str, QAccessible.Role]] = Counter()
    for each in shown(root, QWidget):
        takes_keys = each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.focusProxy() is None
        if isinstance(each, QHeaderView) or not (takes_keys or isinstance(each, QAbstractButton)):
            continue
        name, role = told(each)
        if isinstance(each, QComboBox):
            name = each.accessibleDescription() or name
        if not name:
            found.append(f"no name: {type(each).__name__} in {where(each)}")
        if role in _SAYS_NOTHING and not each.findChildren(QWidget):
            found.append(f"no role: {said(each)}")
        names[name, role] += 1
    found.extend(f"{count} times: {name!r}" for (name, _), count in names.items() if count > 1)
    return found


def unsaid_pictures(root: QWidget, quiet: Collection[str]) -> list[str]:
    """What paints something and tells nobody who cannot see it; ``quiet`` says nothing by plan."""
    return [
        f"silent picture: {type(each).__name__} in {where(each)}"
        for each in shown(root, QWidget)
        if "paintEvent" in vars(type(each))
        and type(each).__module__.startswith("qualdesk.")
        and not isinstance(each, (Ring, PlainLabel))
        and type(each).__name__ not in quiet
        and not told(each)[0]
        and not any(child.isVisible() for child in each.findChildren(QWidget))
    ]


def colour_alone(root: QWidget, marks: Collection[str]) -> list[str]:
    """Status that only a colour tells: a chip without words, a mark with no words beside it.

    ``marks`` are the kinds of widgets that are nothing but a coloured dot or picture.
    """
    found: list[str] = []
    for each in shown(root, QWidget):
        beside = each.parentWidget()
        if isinstance(each, Chip) and not each.text().strip():
            found.append(f"chip without words in {where(each)}")
        elif type(each).__name__ in marks and beside is not None and not told(each)[0]:
            # A large mark stands on a ground of its own, and the words beside that.
            around = beside.parentWidget() or beside
            if not (told(beside)[0] or _has_words(beside) or _has_words(around)):
                found.append(f"colour alone: {type(each).__name__} in {where(each)}")
    return found


def _has_words(part: QWidget) -> bool:
    texts = [label.text() for label in shown(part, QLabel)]
    texts += [told(button)[0] for button in shown(part, QAbstractButton)]
    return any(letter.isalnum() for text in texts for letter in text)


def out_of_order(root: QWidget) -> list[str]:
    """Steps of Tab that go back: up, or left in the same line, within one part of the page."""
    found: list[str] = []
    order = root._stops() if isinstance(root, PopOver) else stops_of(root)
    for one, other in pairwise(order):
        first, second = _apart(one, other, root)
        a, b = _box(first, root), _box(second, root)
        is_above = b.bottom() <= a.top() + _SLACK and b.left() < a.right() - _SLACK
        shares_line = min(a.bottom(), b.bottom()) - max(a.top(), b.top()) > _SLACK
        if is_above or (shares_line and b.right() <= a.left() + _SLACK):
            found.append(f"back from {said(one)} to {said(other)}")
    return found


def _apart(one: QWidget, other: QWidget, root: QWidget) -> tuple[QWidget, QWidget]:
    """The two parts of the page, side by side, in which these two stand."""
    over = [one]
    while over[-1] is not root and over[-1].parentWidget() is not None:
        over.append(over[-1].parentWidget())
    at = other
    while at is not root and at.parentWidget() not in over:
        at = at.parentWidget()
    common = at.parentWidget()
    beside = next((each for each in over if each.parentWidget() is common), one)
    return beside, at


def _box(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


# --- finding things


def shown(root: QWidget, kind: type[Any]) -> Iterator[Any]:
    """The widgets of that kind that can be seen under ``root``."""
    found = [each for each in _seen(root) if isinstance(each, kind)]
    return (each for each in found if each.isVisible())


def _seen(part: QWidget) -> Iterator[QWidget]:
    """All that can be seen under it. Most of a window lies in pages that are not in front, and
    nothing in them is looked at.
    """
    for each in _children(part):
        yield each
        yield from _seen(each)


def _children(parent: QWidget) -> list[QWidget]:
    found = parent.children()
    return [each for each in found if isinstance(each, QWidget) and each.isVisible()]


def said(widget: QWidget) -> str:
    """A widget in words: what it is, what it says, its size."""
    text = widget.text() if isinstance(widget, PlainLabel) else widget.accessibleName()
    return f"{type(widget).__name__} {text[:70]!r} {widget.width()}x{widget.height()}"


def where(widget: QWidget) -> str:
    """The parts a widget stands in, from inside."""
    parts: list[str] = []
    at = widget.parentWidget()
    while at is not None and len(parts) < 4:
        parts.append(type(at).__name__)
        at = at.parentWidget()
    return " in ".join(parts)


def settle_paint(root: QWidget) -> None:
    """Let layouts and paintings end, so that what is seen is what there is."""
    for _ in range(3):
        QApplication.processEvents()
    root.grab()
