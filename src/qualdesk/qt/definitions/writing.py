"""A definition as it is being written: kept as typed, undone step by step, never lost."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from qualdesk.core.clock import Clock
from qualdesk.core.definition import Definition
from qualdesk.core.drafts import DefinitionDraft, Standing
from qualdesk.core.errors import NewerDraft, QualdeskError
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.work import Work

# What was typed is never further from the disk than this.
KEEP_AFTER_MS: Final = 700
_MOST_STEPS: Final = 100


class Writing(QObject):
    """The words in hand, and their way to the desk.

    While a save is on its way nothing else is sent, and what was typed meanwhile follows it: two
    saves at once would take each other for somebody else's.
    """

    changed = Signal()
    """The words are others now."""
    stood = Signal(object)
    """They are kept, and this is their ``Standing``."""
    saved_said = Signal(str)
    """Saved, Saving, or why it is not saved yet."""
    conflicted = Signal(object)
    """The desk did not take the words: the error. A ``NewerDraft`` leaves a choice."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._zone = work, clock, zone
        self._draft: DefinitionDraft | None = None
        self._words: Definition | None = None
        self._steps: list[Definition] = []
        self._joins = ""
        self._is_dirty = False
        self._is_keeping = False
        self._is_torn = False
        self._turn = 0
        self._after: list[Callable[[], None]] = []
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep)

    @property
    def words(self) -> Definition | None:
        """The definition as it is being written."""
        return self._words

    @property
    def is_kept(self) -> bool:
        """Whether everything typed is on the disk."""
        return not self._is_dirty and not self._is_keeping

    def begin(self, draft: DefinitionDraft) -> None:
        """Work on this draft; the steps that can be undone stay those of this definition."""
        self._timer.stop()
        self._draft, self._words = draft, draft.definition
        self._is_dirty = self._is_torn = False

    def leave(self) -> None:
        """Another definition is opened: what is typed here is kept, whoever saved meanwhile.

        Nobody can be asked whose words to keep any more: mine are the draft, and theirs are put
        aside, where both can be seen.
        """
        draft, words = self._draft, self._words
        if draft is not None and words is not None and self._is_dirty:
            revision = draft.revision

            def ask(desk: Desk) -> None:
                try:
                    desk.definitions.keep(words, revision)
                except NewerDraft:
                    desk.definitions.keep(words, revision, over=True)

            self._work.ask(ask, lambda _none: None, owner=self, refused=self.conflicted.emit)
        self._timer.stop()
        self._turn += 1
        self._draft = self._words = None
        self._is_dirty = self._is_keeping = self._is_torn = False
        self._joins = ""
        self._steps.clear()
        self._after.clear()

    def change(self, words: Definition, joins: str = "") -> None:
        """These are the words now; they are kept in a moment.

        Changes that follow each other under the same name in ``joins`` are undone together: a
        line that is dragged past ten thresholds is one step.
        """
        if self._words is None or words == self._words:
            return
        if not joins or joins != self._joins:
            self._steps.append(self._words)
            del self._steps[:-_MOST_STEPS]
        self._joins = joins
        self._set(words)

    def undo(self) -> bool:
        """The words as they were before the last change; False where there was none."""
        self._joins = ""
        if not self._steps:
            return False
        self._set(self._steps.pop())
        return True

    def keep(self, *, over: bool = False) -> None:
        """Keep the words now. ``over`` takes the place of what somebody else saved."""
        self._timer.stop()
        draft, words = self._draft, self._words
        if draft is None or words is None or self._is_keeping or not (self._is_dirty or over):
            return
        if self._is_torn and not over:
            return
        self._is_dirty, self._is_keeping = False, True
        self.saved_said.emit(tr("Saving"))
        revision, turn = draft.revision, self._turn

        def ask(desk: Desk) -> Standing:
            desk.definitions.keep(words, revision, over=over)
            return desk.definitions.standing(words.id)

        def done(standing: Standing) -> None:
            if turn == self._turn:
                self._kept(standing)

        def refused(error: QualdeskError) -> None:
            if turn == self._turn:
                self._not_kept(error)

        self._work.ask(ask, done, owner=self, refused=refused)

    def when_kept(self, then: Callable[[], None]) -> None:
        """Do this once everything typed is kept: what is signed must be what is on the screen."""
        if self.is_kept:
            then()
            return
        self._after.append(then)
        self.keep()

    def take_theirs(self, draft: DefinitionDraft) -> None:
        """Go on with what somebody else saved; what was typed here is one undo away."""
        mine = self._words
        self.begin(draft)
        if mine is not None:
            self._steps.append(mine)
        self.changed.emit()

    def _set(self, words: Definition) -> None:
        draft = self._draft
        if draft is not None and not draft.revision and words.version == draft.based_on:
            words = replace(words, version=draft.based_on + 1)
        self._words, self._is_dirty = words, True
        self.changed.emit()
        self.saved_said.emit(tr("Not saved yet") if self._is_torn else tr("Saving"))
        if not self._timer.isActive():
            # Not begun anew with each letter: somebody who types on is saved all the same.
            self._timer.start()

    def _kept(self, standing: Standing) -> None:
        self._is_keeping = self._is_torn = False
        self._draft = standing.draft
        if self._words is not None and not self._is_dirty:
            self._words = replace(self._words, version=standing.draft.definition.version)
        self.stood.emit(standing)
        if self._is_dirty:
            self.keep()
            return
        now = local_time(self._clock.now(), self._zone)
        self.saved_said.emit(tr("Saved {now:%H:%M}", now=now))
        after, self._after = self._after, []
        for each in after:
            each()

    def _not_kept(self, error: QualdeskError) -> None:
        self._is_keeping, self._is_dirty, self._is_torn = False, True, True
        self._after.clear()
        self.saved_said.emit(tr("Not saved yet"))
        self.conflicted.emit(error)
