"""The definition page at work: it asks the desk, shows what it said, and keeps what is typed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.criteria import Definition
from qualdesk.core.definition_changes import compare_definitions
from qualdesk.core.drafts import Standing
from qualdesk.core.errors import NewerDraft, QualdeskError
from qualdesk.core.ids import CampaignId
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_n
from qualdesk.desk import Desk
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.definitions.editing import Editing
from qualdesk.qt.definitions.evidence_asked import EvidenceAsked
from qualdesk.qt.definitions.opened import Opened, opened, problems_in
from qualdesk.qt.definitions.said import marks_of
from qualdesk.qt.definitions.signatures import Signatures
from qualdesk.qt.definitions.view import DefinitionView
from qualdesk.qt.definitions.writing import Writing
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.work import Work

UNDO_FOR: Final = timedelta(seconds=10)


class DefinitionPage(QWidget):
    """What a qualified lead is, as marketing and sales write it, try it and sign it (F1 to F4)."""

    changed = Signal(object)
    """What a signature touched, as ``Changes``."""
    left = Signal()
    """The page above is wanted."""
    saved_said = Signal(str)
    """Saved, Saving, or why it is not saved yet."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._zone = work, clock, zone
        self._campaign: Campaign | None = None
        self._definition_id = ""
        self._opened: Opened | None = None
        self._undo_until = clock.now()
        self._choosing = choosing
        self.view = DefinitionView(zone)
        self.writing = Writing(work, clock, zone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def make(self) -> Iterator[None]:
        """Make what is seen, then what hears it."""
        yield from self.view.make()
        yield
        self.editing = Editing(self.writing, self.view)
        self.signatures = Signatures(self._work, self.writing, self.view, self)
        self.evidence = EvidenceAsked(
            self._work, self._choosing, self.writing, self.view, self._zone
        )
        for part in (self.writing, self.editing, self.evidence):
            part.setParent(self)  # An answer that comes after the page is gone finds nobody.
        self.toast = Toast(self)
        self.setFocusProxy(self.view.criteria.table)
        self._listen()

    def _listen(self) -> None:
        view, writing = self.view, self.writing
        writing.changed.connect(self._show_words)
        writing.saved_said.connect(self.saved_said)
        writing.stood.connect(self._show_standing)
        writing.conflicted.connect(self._torn)
        view.conflict.mine_chosen.connect(lambda: self._settle(over=True))
        view.conflict.theirs_chosen.connect(lambda: self._settle(over=False))
        self.editing.done.connect(self._offer_undo)
        self.editing.given_up.connect(self._drop_same)
        self.signatures.stood.connect(self._signed)
        self.evidence.opened_wanted.connect(self._open_other)
        self.evidence.words_wanted.connect(self._take_words)
        self.toast.clicked.connect(self.undo)

    @property
    def title(self) -> str:
        """What stands at the end of the way: the definition's name."""
        words = self.writing.words
        return words.name if words is not None else tr("Definition")

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.view.front, self.view.side, self.view.tried)

    def open(self, campaign: Campaign | None, definition_id: str) -> None:
        """Show this definition, with the questions of this campaign's script."""
        self.writing.leave()
        self._campaign, self._definition_id, self._opened = campaign, definition_id, None
        self.view.tried.show_nothing("")
        self.view.show_front(self.view.criteria)
        self.view.side.setCurrentWidget(self.view.sign_off)
        self._hide_conflict()
        self.refresh()

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Another campaign is worked on; the definition stays the one that was opened."""
        self._campaign = campaign or self._campaign
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again. What is typed and not yet kept stays."""
        wanted = self._definition_id
        if not wanted:
            return
        campaign = self._campaign.id if self._campaign else None
        self._work.ask(
            lambda desk: opened(desk, campaign, wanted),
            self._show_opened,
            owner=self,
            refused=self._refused,
        )

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere: finished leads, or what a campaign works by."""
        if changes.campaigns or changes.batches:
            self.refresh()

    def main(self) -> None:
        """The one big key: sign for the side that is still open."""
        side = self.view.sign_off.next_side()
        if side is not None:
            self.signatures.ask(side)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {
            "new": self.editing.add,
            "import": self.evidence.load_past,
            "versions": self.evidence.show_compare,
        }

    def undo(self) -> None:
        """The words as they were before the last change."""
        self.toast.hide()
        self.writing.undo()

    def step_back(self) -> bool:
        """Esc: the sign-off again, then the criteria; False where both are there."""
        self.editing.leave_new()
        return self.view.back()

    def _show_opened(self, found: Opened) -> None:
        words = self.writing.words
        is_other = words is None or words.id != found.standing.draft.definition.id
        self._opened = found
        if is_other or self.writing.is_kept:
            self.writing.begin(found.standing.draft)
        self.signatures.show(found)
        self.evidence.show(found)
        self._show_words()
        self.changed.emit(Changes())

    def _show_standing(self, standing: Standing) -> None:
        """What was typed is kept; whoever had signed is to be asked again."""
        if self._opened is not None:
            self._opened = self._opened.standing_now(standing)
            self.signatures.show(self._opened)
            self._hide_conflict()
            self._show_words()

    def _show_words(self) -> None:
        words, found = self.writing.words, self._opened
        if words is None or found is None:
            return
        in_force = found.standing.in_force
        script = found.script
        changes = compare_definitions(in_force, words, script) if in_force else ()
        by_row, rest = problems_in(words, script)
        card = self.view.criteria
        card.show_definition(words, script, marks_of(changes), by_row, found.notes)
        card.show_version(*_version_words(words, in_force, len(changes)))
        card.show_problem(rest or found.standing.unsigned or found.standing.review_because)
        self.view.sign_off.show_changes(changes)
        today = local_time(self._clock.now(), self._zone).date()
        self.view.sign_off.about.show_definition(words, today)
        self.editing.show(words, script, by_row)
        self.evidence.try_on(words, in_force)

    def _signed(self, standing: Standing) -> None:
        """A signature was given or taken back: leads may be judged by other words now."""
        self.writing.begin(standing.draft)
        self._show_standing(standing)
        ids = {self._campaign.id} if self._campaign else set[CampaignId]()
        self.changed.emit(Changes(campaigns=frozenset(ids)))

    def _torn(self, error: QualdeskError) -> None:
        self.view.conflict.tell(error.says, can_choose=isinstance(error, NewerDraft))

    def _settle(self, *, over: bool) -> None:
        """Both have saved: mine takes the place of theirs, or theirs is taken."""
        if over:
            self.writing.keep(over=True)
            return
        wanted = self._definition_id

        def ask(desk: Desk) -> Standing:
            return desk.definitions.standing(wanted)

        def done(standing: Standing) -> None:
            self.writing.take_theirs(standing.draft)
            self._show_standing(standing)

        self._work.ask(ask, done, owner=self, refused=self._refused)

    def _hide_conflict(self) -> None:
        reveal(self.view.conflict, shown=False)

    def _open_other(self, definition_id: str) -> None:
        self.open(self._campaign, definition_id)

    def _take_words(self, words: Definition) -> None:
        """Earlier words are written again: the id and number stay those of the draft."""
        now, found = self.writing.words, self._opened
        if now is None or found is None:
            return
        in_force = found.standing.in_force
        if in_force is not None and not compare_definitions(in_force, words):
            # A draft that says what is in force already would only ask to be signed again.
            self.writing.when_kept(self._drop_draft)
            return
        number = now.version
        self.writing.change(replace(words, id=now.id, version=number, signatures=()))
        self._offer_undo(
            tr("The words of version {version} are written again", version=words.version)
        )

    def _drop_same(self) -> None:
        """Let a draft go that says what is in force: nobody is to sign it again."""
        words, found = self.writing.words, self._opened
        in_force = found.standing.in_force if found is not None else None
        if words is None or in_force is None or compare_definitions(in_force, words):
            return
        self.writing.when_kept(lambda: self._drop_draft(is_told=False))

    def _drop_draft(self, *, is_told: bool = True) -> None:
        """Let the draft go; undo writes it again."""
        wanted = self._definition_id

        def ask(desk: Desk) -> Standing:
            desk.definitions.drop(wanted)
            return desk.definitions.standing(wanted)

        def done(standing: Standing) -> None:
            if is_told:
                self.writing.take_theirs(standing.draft)
                self._offer_undo(tr("The draft is dropped"))
            else:
                self.writing.begin(standing.draft)
            self._show_standing(standing)

        self._work.ask(ask, done, owner=self, refused=self._refused)

    def _offer_undo(self, says: str) -> None:
        self._undo_until = self._clock.now() + UNDO_FOR
        self.toast.tell(says, lambda: self._undo_until - self._clock.now(), tr("Undo"), "undo")
        px = look().px
        self.toast.move(px(16), self.height() - self.toast.height() - px(226))

    def _refused(self, error: QualdeskError) -> None:
        self.view.criteria.show_problem(error.says)
        self.saved_said.emit("")


def _version_words(words: Definition, in_force: Definition | None, changes: int) -> tuple[str, str]:
    """Which version this is, and how far from the one in force."""
    if in_force is None:
        return tr("Version {version}, draft", version=words.version), ""
    if not changes:
        return tr("Version {version}", version=in_force.version), tr("in force")
    return tr("Version {version}, draft", version=words.version), tr_n(
        changes,
        "{n} change from version {version}",
        "{n} changes from version {version}",
        version=in_force.version,
    )
