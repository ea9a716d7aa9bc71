"""Changing a definition: what each key and field does to the words being written."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal

from qualdesk.core.criteria import Criterion, Definition, Tier
from qualdesk.core.definition_edits import (
    added,
    added_tier,
    copied,
    moved,
    with_criterion,
    with_tier,
    without,
    without_tier,
)
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr
from qualdesk.qt.definitions.view import DefinitionView
from qualdesk.qt.definitions.writing import Writing


class Editing(QObject):
    """Between the table with its editors and the words."""

    done = Signal(str)
    """Something was done that undo can take back: what it was."""
    given_up = Signal()
    """A criterion that was added went again before anything was written into it."""

    def __init__(self, writing: Writing, view: DefinitionView) -> None:
        super().__init__()
        self._writing, self._view = writing, view
        self._script: CallScript | None = None
        self._problems: Mapping[str, str] = {}
        self._new: Definition | None = None
        card = view.criteria
        card.threshold_typed.connect(self.set_threshold)
        card.add_wanted.connect(self.add)
        card.table.opened.connect(self._open)
        card.table.moved.connect(self._move)
        card.table.copied.connect(self._copy)
        card.table.taken_out.connect(self._take_out)
        card.tiers.opened.connect(self._open_tier)
        card.add_tier.clicked.connect(self._add_tier)
        view.sign_off.about.named.connect(self.rename)
        view.sign_off.about.review_set.connect(self.set_review)
        view.tried.threshold_moved.connect(self.set_threshold)
        view.editor.edited.connect(self._edited)
        view.editor.done.connect(self._close)
        view.tier.edited.connect(self._edited_tier)
        view.tier.taken_out.connect(self._take_out_tier)
        view.tier.done.connect(self._close)

    def show(
        self, words: Definition, script: CallScript | None, problems: Mapping[str, str]
    ) -> None:
        """Show in the editors what they edit, as it is now; what is gone closes its editor."""
        self._script, self._problems = script, problems
        view = self._view
        side = view.side.currentWidget()
        if side is view.editor and view.editor.criterion is not None:
            wanted = view.editor.criterion.id
            found = next((one for one in words.criteria if one.id == wanted), None)
            if found is None:
                view.back()
            else:
                view.editor.show_criterion(found, script, self._problems_of(wanted))
        elif side is view.tier and view.tier.tier is not None:
            tier = next((one for one in words.tiers if one.id == view.tier.tier.id), None)
            if tier is None:
                view.back()
            else:
                view.tier.show_tier(tier, words)

    def set_threshold(self, points: int) -> None:
        """A lead needs so many points."""
        words = self._writing.words
        if words is not None:
            self._writing.change(replace(words, threshold=points), joins="threshold")

    def rename(self, name: str) -> None:
        """It is called that."""
        words = self._writing.words
        if words is not None:
            self._writing.change(replace(words, name=name), joins="name")

    def set_review(self, day: date | None) -> None:
        """Both look at it again on that day, or on none."""
        words = self._writing.words
        if words is not None:
            self._writing.change(replace(words, review_on=day), joins="review")

    def add(self) -> None:
        """One criterion more, opened to be written."""
        words = self._writing.words
        if words is None:
            return
        self._view.show_front(self._view.criteria)
        now, new = added(words, self._script)
        self._writing.change(now)
        self._new = self._writing.words
        self._open_id(new)

    def leave_new(self) -> None:
        """Esc: a criterion just added, into which nothing was written, was not meant."""
        new, self._new = self._new, None
        words, view = self._writing.words, self._view
        if new is None or words is None or view.side.currentWidget() is not view.editor:
            return
        if replace(words, version=new.version, signatures=new.signatures) == new:
            self._writing.undo()
            self.given_up.emit()

    def _open(self, row: int) -> None:
        words = self._writing.words
        if words is not None and 0 <= row < len(words.criteria):
            self._open_id(words.criteria[row].id)

    def _open_id(self, criterion: str) -> None:
        words = self._writing.words
        found = [one for one in words.criteria if one.id == criterion] if words else []
        if found:
            self._view.criteria.table.choose_id(criterion)
            editor = self._view.editor
            editor.show_criterion(found[0], self._script, self._problems_of(criterion))
            self._view.show_side(editor)
            editor.label.selectAll()

    def _edited(self, criterion: Criterion) -> None:
        words = self._writing.words
        if words is not None:
            now = with_criterion(words, criterion)
            self._writing.change(now, joins=f"criterion {criterion.id}")

    def _move(self, row: int, to: int) -> None:
        words = self._writing.words
        if words is not None:
            self._writing.change(moved(words, words.criteria[row].id, to))

    def _copy(self, row: int) -> None:
        words = self._writing.words
        if words is not None:
            now, new = copied(words, words.criteria[row].id)
            self._writing.change(now)
            self._open_id(new)

    def _take_out(self, row: int) -> None:
        words = self._writing.words
        if words is not None:
            gone = words.criteria[row]
            self._writing.change(without(words, gone.id))
            self.done.emit(tr("“{label}” is taken out", label=gone.label))

    def _add_tier(self) -> None:
        words = self._writing.words
        if words is not None:
            now, tier = added_tier(words)
            self._writing.change(now)
            self._show_tier(tier, now)

    def _open_tier(self, place: int) -> None:
        words = self._writing.words
        if words is not None and 0 <= place < len(words.tiers):
            self._show_tier(words.tiers[place], words)

    def _show_tier(self, tier: Tier, words: Definition) -> None:
        self._view.tier.show_tier(tier, words)
        self._view.show_side(self._view.tier)

    def _edited_tier(self, tier: Tier) -> None:
        words = self._writing.words
        if words is not None:
            self._writing.change(with_tier(words, tier), joins=f"tier {tier.id}")

    def _take_out_tier(self) -> None:
        words, tier = self._writing.words, self._view.tier.tier
        if words is not None and tier is not None:
            self._writing.change(without_tier(words, tier.id))
            self.done.emit(
                tr("“{label}” is taken out", label=tier.label or tr("This way to qualify"))
            )

    def _close(self) -> None:
        self._view.back()
        self._view.criteria.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _problems_of(self, criterion: str) -> tuple[str, ...]:
        found = self._problems.get(criterion, "")
        return (found,) if found else ()
