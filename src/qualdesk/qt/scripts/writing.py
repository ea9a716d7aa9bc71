"""The script being written: what it is now, where the cursor stands, and the way back."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from qualdesk.core.definition import Definition
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import Question
from qualdesk.core.script_edits import Edited
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr_later

VOICEMAIL: Final = "@voicemail"
OBJECTIONS: Final = "@objections"
EXITS: Final = "@exits"
NAME: Final = "@name"
PARTS: Final = {
    VOICEMAIL: tr_later("Voicemail"),
    OBJECTIONS: tr_later("Objections"),
    EXITS: tr_later("Closing exits"),
    NAME: tr_later("Name and languages"),
}
_LONGEST_WAY_BACK: Final = 200


@frozen
class Kept:
    """A state to come back to: the script, and where the cursor stood."""

    script: CallScript
    spot: str


class Writing(QObject):
    """One script under work. A spot is a question's id, or one of ``PARTS``."""

    changed = Signal()
    """The script is another one now."""
    moved = Signal()
    """Another spot is edited now."""
    warned = Signal(object)
    """An edit left something hanging loose: its ``Problem``s."""

    def __init__(self, page: QObject | None = None) -> None:
        # It goes with its page: left to Python, a worker thread might take it down.
        super().__init__(page)
        self._definition: Definition | None = None
        self._language = ""
        self._script = CallScript(id="none", name="", version=0, stages=())
        self._spot = ""
        self._back: list[Kept] = []
        self._forth: list[Kept] = []
        self._merging = ""

    @property
    def script(self) -> CallScript:
        """The script as it stands."""
        return self._script

    @property
    def spot(self) -> str:
        """What is edited now."""
        return self._spot

    @property
    def question(self) -> Question | None:
        """The question edited now, None for another part of the script."""
        return self._script.question(self._spot)

    @property
    def definition(self) -> Definition | None:
        """What the answers are judged by, where it is known."""
        return self._definition

    def judge_by(self, definition: Definition | None) -> None:
        """Show what the answers feed under this definition."""
        self._definition = definition
        self.changed.emit()

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """The same, for edits that look whether a definition still fits."""
        return () if self._definition is None else (self._definition,)

    @property
    def language(self) -> str:
        """The language whose words are written now."""
        script = self._script
        return self._language if self._language in script.languages else script.language

    @property
    def is_first_language(self) -> bool:
        """Whether the words written now are the script's own, not a translation."""
        return self.language == self._script.language

    def write_in(self, language: str) -> None:
        """Write the words of another language of the script."""
        if language != self._language:
            self._language = language
            self._merging = ""
            self.changed.emit()

    def open(self, script: CallScript, spot: str = "") -> None:
        """Begin with this script, without a way back; at ``spot`` where it has it."""
        self._back.clear()
        self._forth.clear()
        self._merging = ""
        self._set(script, spot)

    def put(self, script: CallScript, *, spot: str = "", merge: str = "") -> None:
        """Take another state. Edits with one ``merge`` key after another are one step back.

        A field that was changed back by its own undo leaves no step behind.
        """
        if script == self._script:
            return
        same = bool(merge) and merge == self._merging and bool(self._back)
        if not same:
            self._back.append(Kept(script=self._script, spot=self._spot))
            del self._back[:-_LONGEST_WAY_BACK]
        self._merging = merge
        self._forth.clear()
        if same and self._back[-1].script == script:
            self._back.pop()
            self._merging = ""
        self._set(script, spot or self._spot)

    def take(self, edited: Edited, *, merge: str = "") -> None:
        """Take what an edit made of the script, and say what it left hanging loose."""
        before = self._script
        self.put(edited.script, spot=edited.question or "", merge=merge)
        if edited.warnings and self._script != before:
            self.warned.emit(edited.warnings)

    def go(self, spot: str) -> None:
        """Edit another spot; one that is not there is not gone to."""
        if spot != self._spot and self._has(spot):
            self._spot = spot
            self._merging = ""
            self.moved.emit()

    def undo(self) -> bool:
        """One step back; False where there is none."""
        return self._travel(self._back, self._forth)

    def redo(self) -> bool:
        """The step that was undone last once more; False where there is none."""
        return self._travel(self._forth, self._back)

    def _travel(self, source: list[Kept], target: list[Kept]) -> bool:
        if not source:
            return False
        there = source.pop()
        target.append(Kept(script=self._script, spot=self._spot))
        self._merging = ""
        self._set(there.script, there.spot)
        return True

    def _set(self, script: CallScript, spot: str) -> None:
        before = self._spot
        self._script = script
        questions = script.questions
        first = questions[0].id if questions else NAME
        self._spot = spot if self._has(spot) else first
        self.changed.emit()
        if self._spot != before:
            self.moved.emit()

    def _has(self, spot: str) -> bool:
        return spot in PARTS or self._script.question(spot) is not None
