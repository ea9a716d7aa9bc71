"""Drafts kept as they are typed: at most a second behind, and never over somebody else's."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from qualdesk.core.clock import Clock
from qualdesk.core.drafts import ScriptDraft
from qualdesk.core.errors import NewerDraft, QualdeskError
from qualdesk.core.scripts import CallScript
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.scripts.writing import Writing
from qualdesk.qt.work import Work

# With the time it takes to write, what was typed a second ago is safe.
_REST_MS: Final = 600
SAVING: Final = tr_later("Saving")


class Keeping(QObject):
    """Saves the draft of one script, one save at a time."""

    said = Signal(str)
    """Saved with its time, saving, or why it is not saved yet."""
    kept = Signal(object)
    """The draft as it is kept now: a ``ScriptDraft``."""
    clashed = Signal(str)
    """Somebody else saved meanwhile: who, and when."""
    stuck = Signal(str)
    """It cannot be saved now, and why; it is tried again with the next change, or by hand."""

    def __init__(self, writing: Writing, work: Work, clock: Clock, zone: str) -> None:
        super().__init__(writing)
        self._writing, self._work, self._clock, self._zone = writing, work, clock, zone
        self.draft: ScriptDraft | None = None
        self._saved: CallScript | None = None
        self._is_saving = self._is_clashing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self.save)
        writing.changed.connect(self._changed)

    @property
    def is_settled(self) -> bool:
        """Whether everything typed is kept."""
        return self._saved == self._writing.script and not self._is_saving

    @property
    def is_clashing(self) -> bool:
        """Whether somebody else's draft stands against this one."""
        return self._is_clashing

    def begin(self, draft: ScriptDraft) -> None:
        """From now on this draft is kept."""
        self._timer.stop()
        self.draft, self._saved = draft, draft.script
        self._is_saving = self._is_clashing = False
        self.said.emit(self._when(draft))

    def save(self, *, over: bool = False) -> None:
        """Keep what was typed, now. ``over``: though somebody else saved meanwhile."""
        self._timer.stop()
        script, draft = self._writing.script, self.draft
        waits = self._is_saving or (self._is_clashing and not over)
        if draft is None or waits or (script == self._saved and not over):
            return
        self._is_saving, self._is_clashing = True, False
        revision = draft.revision
        self.said.emit(tr(SAVING))
        self._work.ask(
            lambda desk: desk.scripts.keep(script, revision, over=over),
            lambda found: self._done(found, script),
            owner=self,
            refused=lambda error: self._refused(error, script.id),
        )

    def _done(self, draft: ScriptDraft, script: CallScript) -> None:
        self._is_saving = False
        if self.draft is None or draft.script.id != self.draft.script.id:
            return
        self.draft, self._saved = draft, script
        self.said.emit(self._when(draft))
        self.kept.emit(draft)
        if self._writing.script != script:
            self._timer.start()

    def _refused(self, error: QualdeskError, script_id: str) -> None:
        if self.draft is None or script_id != self.draft.script.id:
            return
        self._is_saving = False
        self.said.emit(tr("Not saved yet: {why}", why=error.says))
        if not isinstance(error, NewerDraft):
            self.stuck.emit(error.says)
            return
        self._is_clashing = True
        self._work.ask(
            lambda desk: desk.scripts.draft(script_id),
            lambda theirs: self.clashed.emit(_clash(theirs, self._zone)),
            owner=self,
            refused=lambda _error: self.clashed.emit(error.says),
        )

    def _changed(self) -> None:
        is_new = self.draft is not None and self._writing.script != self._saved
        # Not begun anew with each letter: somebody who types on is saved all the same.
        if is_new and not self._timer.isActive():
            self._timer.start()

    def _when(self, draft: ScriptDraft) -> str:
        if draft.changed_at is None:
            return ""
        return tr("Saved {now:%H:%M}", now=local_time(draft.changed_at, self._zone))


def _clash(theirs: ScriptDraft, zone: str) -> str:
    """Who saved the same draft, and when; and what is safe."""
    who = theirs.changed_by or tr("Somebody else")
    if theirs.changed_at is None:
        saved = tr("{who} saved this draft.", who=who)
    else:
        at = local_time(theirs.changed_at, zone)
        saved = tr("{who} saved this draft at {at:%H:%M}.", who=who, at=at)
    return f"{saved} {tr('What you typed is still here, and not saved yet.')}"
