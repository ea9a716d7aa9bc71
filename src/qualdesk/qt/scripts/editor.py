"""The script editor: outline, form and preview of one script, from draft to its next version."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.agreement import CriterionAgreement
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.drafts import ScriptDraft
from qualdesk.core.errors import Problem
from qualdesk.core.ids import CampaignId
from qualdesk.core.languages import in_language, language_name
from qualdesk.core.questions import QuestionKind
from qualdesk.core.script_edits import (
    add_question,
    copy_question,
    move_beside,
    move_question,
    remove_question,
)
from qualdesk.core.script_uses import uses_of
from qualdesk.core.scripts import StageKind
from qualdesk.core.wording import tr
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.scripts.checking import Checking
from qualdesk.qt.scripts.form import Form
from qualdesk.qt.scripts.keeping import Keeping
from qualdesk.qt.scripts.outline import Outline
from qualdesk.qt.scripts.preview import Preview
from qualdesk.qt.scripts.problem_places import Wrong
from qualdesk.qt.scripts.shelf import CHOOSE_FIRST, Opened, Shelf
from qualdesk.qt.scripts.wording import named_anew
from qualdesk.qt.scripts.writing import Writing
from qualdesk.qt.shortcuts import keys_of, printed
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.conflict import ConflictBar
from qualdesk.qt.widgets.drop import DropTarget
from qualdesk.qt.widgets.notices import Banner, BannerTone
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.tabs import Tab, TabRow
from qualdesk.qt.work import Work

WRITE, SEE = "write", "see"
# Beside the outline and the form there is room for the preview from this width on.
_WIDE: Final = 1340
_PREVIEW: Final = 380


class ScriptEditor(QWidget):
    """One script under work. Nobody works by a draft; it is used from the next lead on."""

    changed = Signal(object)
    """A script was put to use: ``Changes``."""
    left = Signal()
    """Esc: back to where this was opened from."""
    saved_said = Signal(str)
    """Saved with its time, saving, or why it is not saved yet."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__()
        self.writing = Writing(self)
        self.keeping = Keeping(self.writing, work, clock, zone)
        self.checking = Checking(self.writing, work)
        self.outline = Outline()
        self.shelf = Shelf(self, self.writing, self.keeping, work, choosing, zone)
        self.shelf.stand_beside(self.outline.others, self.outline.versions)
        self.preview = Preview(self.writing, clock, zone)

    def make(self) -> Iterator[None]:
        """Make the form, and lay the editor out."""
        self.form = Form(self.writing)
        yield
        self.tabs = TabRow(
            tr("Parts of the editor"),
            (Tab(key=WRITE, title=tr("Write")), Tab(key=SEE, title=tr("What the caller sees"))),
        )
        self.clash = ConflictBar()
        self.notice = Banner("info")
        self._at: Wrong | None = None
        self._unnamed = ""
        self._is_wide = True
        self.setFocusProxy(self.outline.list)
        self._lay_out()
        self._listen()

    @property
    def title(self) -> str:
        """What stands at the end of the way to this page."""
        return tr("Call script")

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.outline, self.form, self.preview)

    def open(self, campaign: Campaign | CampaignId | None, script_id: str = "") -> None:
        """Write this script; without one, the script the campaign works by."""
        if self._must_choose():
            return
        self.keeping.save()
        wanted = campaign.id if isinstance(campaign, Campaign) else campaign
        self.shelf.open(wanted, script_id)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Try the script as people of this campaign, under its definition."""
        self.shelf.show_campaign(campaign.id if campaign else None)

    def refresh(self) -> None:
        """Ask the desk again: who is in a call, how the question does."""
        self.shelf.refresh()

    def main(self) -> None:
        """The one big key: use the draft from the next lead."""
        if self.checking.checked.wrong:
            self._walk(1)
        self.shelf.publish()

    def commands(self) -> dict[str, Callable[[], object]]:
        """What keys do here, by the ids of the shortcut table."""
        return {
            "redo": self.writing.redo,
            "new": lambda: self._add(self.outline.stage or StageKind.DISCOVER),
            "question_up": lambda: self._move(-1),
            "question_down": lambda: self._move(1),
            "question_copy": self._copy,
            "problem_next": lambda: self._walk(1),
            "problem_prev": lambda: self._walk(-1),
            "preview": self._play,
            "versions": self.shelf.show_versions,
            "scripts": self.shelf.show_library,
            "import": self.shelf.choose_file,
            "tab_next": lambda: self.tabs.step(1),
            "tab_prev": lambda: self.tabs.step(-1),
        }

    def undo(self) -> None:
        """Take the last edit back."""
        self.writing.undo()

    def save(self) -> None:
        """Keep what is typed now: the window is left. A draft it is saved over is put aside."""
        self.keeping.save(over=self.keeping.is_clashing)

    def step_back(self) -> bool:
        """Esc: from the preview to writing, then back to where this was opened from."""
        if self.preview.has_cursor:
            self.tabs.choose(WRITE)
            self.take_cursor()
        elif not self._must_choose():
            self.keeping.save()
            self.left.emit()
        return True

    def tell(self, tone: BannerTone, says: str) -> None:
        """Say one line above the page; an empty one takes it away."""
        self.notice.set(tone, "", says)
        reveal(self.notice, shown=bool(says))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.tabs)
        middle.addWidget(self.form, 1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.outline)
        row.addLayout(middle, 1)
        row.addWidget(self.preview)
        self._row, self._middle = row, middle
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.clash)
        column.addWidget(self.notice)
        column.addLayout(row, 1)
        reveal(self.notice, shown=False)
        self._fit()

    def _listen(self) -> None:
        writing = self.writing
        writing.changed.connect(self._show)
        writing.moved.connect(self._moved)
        writing.warned.connect(self._warn)
        self.checking.found.connect(self._checked)
        self.keeping.said.connect(self.saved_said)
        self.keeping.clashed.connect(self.clash.tell)
        self.keeping.kept.connect(self._kept)
        self.keeping.stuck.connect(lambda says: self.clash.tell(says, can_choose=False))
        self.clash.mine_chosen.connect(self.save)
        self.clash.theirs_chosen.connect(self._use_theirs)
        self.shelf.opened.connect(self._opened)
        self.shelf.went_on.connect(self.outline.show_draft)
        self.shelf.in_calls_said.connect(self.preview.show_in_calls)
        self.shelf.facts_found.connect(self.form.facts.show_facts)
        self.shelf.agreement_found.connect(self._judged_alike)
        self.shelf.refused.connect(lambda says: self.tell("bad", says))
        self.shelf.published.connect(self._published)
        self.outline.went.connect(writing.go)
        self.outline.moved.connect(self._drop)
        self.outline.add_pressed.connect(self._add)
        self.outline.library_pressed.connect(self.shelf.show_library)
        self.outline.versions_pressed.connect(self.shelf.show_versions)
        self.outline.language_chosen.connect(self._write_in)
        self.outline.list.taken_in.connect(self.form.take_cursor)
        self.outline.list.removed.connect(self._remove)
        self.form.words.named.connect(self._named)
        self.form.copy_pressed.connect(self._copy)
        self.form.remove_pressed.connect(self._remove)
        self.form.walk_pressed.connect(lambda: self._walk(1))
        self.form.main.clicked.connect(self.main)
        self.preview.stepped.connect(writing.go)
        self.tabs.changed.connect(lambda _key: self._fit())
        look().changed.connect(self._fit)
        drop = DropTarget(self, tr("Drop a script here, TOML or XLSX"))
        drop.dropped.connect(self._dropped)

    def _dropped(self, files: tuple[Path, ...]) -> None:
        if len(files) > 1:
            self.tell("warn", tr("Drop one script at a time."))
            return
        self.shelf.take_file(files[0])

    def _opened(self, opened: Opened) -> None:
        reveal(self.clash, shown=False)
        self.tell("info", "")
        self.writing.judge_by(opened.definition)
        self.form.facts.show_where(in_campaign=opened.campaign is not None)
        self.preview.show_people(opened.people)
        self.outline.show_draft(opened.draft)
        self.checking.look()
        self._moved()
        self.shelf.ask_agreement()

    def _judged_alike(self, agreement: tuple[CriterionAgreement, ...]) -> None:
        self.form.show_agreement(agreement)
        self.outline.show_poor({one.question for one in agreement if one.is_poor})

    def _kept(self, draft: ScriptDraft) -> None:
        reveal(self.clash, shown=False)
        self.outline.show_draft(draft)

    def _show(self) -> None:
        writing = self.writing
        script = writing.script
        names = [language_name(each) for each in script.languages]
        self.outline.show_languages(names, language_name(writing.language))
        # As it is read in the language that is written: what is not translated stands out.
        read = in_language(script, writing.language)
        wrong = self.checking.checked.spots
        self.outline.show_script(read, writing.definition, wrong, writing.spot)
        self.form.show_spot()

    def _moved(self) -> None:
        self.outline.stand_on(self.writing.spot)
        self.form.show_spot()
        self.shelf.ask_facts()

    def _checked(self) -> None:
        self.form.show_checked(self.checking.checked)
        self.shelf.checked(self.checking.checked.wrong)
        self._show()

    def _walk(self, step: int) -> None:
        """To the next thing that is wrong, or the one before."""
        found = self.checking.next_after(self._at, step)
        if found is not None:
            self._stand_at(found)

    def _stand_at(self, found: Wrong) -> None:
        """Put the keyboard where this can be mended."""
        self._at = found
        self.tabs.choose(WRITE)
        if found.language:
            self.writing.write_in(found.language)
        if found.spot:
            self.writing.go(found.spot)
            self.form.stop_at(found)
        else:
            self.tell("warn", found.says)

    def _add(self, stage: StageKind) -> None:
        """One more question, below the current one where that stands in this stage."""
        script, spot = self.writing.script, self.writing.spot
        ids = [question.id for question in script.stage(stage).questions]
        at = [*ids].index(spot) + 1 if spot in ids else len(ids)  # type: ignore[arg-type]  # a spot is compared with ids
        kind = QuestionKind.READ_ALOUD if stage is StageKind.OPEN else QuestionKind.WORDS
        added = add_question(script, stage, kind, at=at)
        self._unnamed = str(added.question)
        self.writing.take(added)
        self.tabs.choose(WRITE)
        self.form.take_cursor()

    def _named(self) -> None:
        """A new question is kept under its own words, as long as nothing looks at it yet."""
        question, script = self.writing.question, self.writing.script
        if question is None or question.id != self._unnamed or not question.ask.strip():
            return
        self._unnamed = ""
        if not uses_of(script, question.id, self.writing.definitions):
            renamed = named_anew(script, question)
            self.writing.put(renamed.script, spot=renamed.question or "")

    def _copy(self) -> None:
        if self.writing.question is not None:
            self.writing.take(copy_question(self.writing.script, self.writing.spot))

    def _remove(self) -> None:
        """Take the question out; Ctrl+Z brings it back."""
        question, script = self.writing.question, self.writing.script
        if question is None:
            return
        ids = [each.id for each in script.questions]
        place = ids.index(question.id)
        beside = next(iter(ids[place + 1 : place + 2] or ids[max(place - 1, 0) : place]), "")
        edited = remove_question(script, question.id, self.writing.definitions)
        self.writing.put(edited.script, spot=beside)
        name, hangs = question.ask or question.id, [problem.says for problem in edited.warnings]
        says = tr("“{name}” is out. {undo}: back.", name=name, undo=printed(keys_of("undo")))
        self.tell("warn" if hangs else "info", " ".join((says, *hangs)))

    def _move(self, step: int) -> None:
        if self.writing.question is not None:
            self.writing.take(move_beside(self.writing.script, self.writing.spot, step))

    def _drop(self, question: str, stage: StageKind, before: str) -> None:
        """A question was let go before another one of a stage, or at its end."""
        script = self.writing.script
        if question == before or script.question(question) is None:
            return
        ids = [str(each.id) for each in script.stage(stage).questions if each.id != question]
        at = ids.index(before) if before in ids else len(ids)
        self.writing.take(move_question(script, question, stage, at))

    def _warn(self, warnings: tuple[Problem, ...]) -> None:
        says = " ".join(problem.says for problem in warnings)
        self.tell("warn", f"{says} {tr('{undo} takes it back.', undo=printed(keys_of('undo')))}")

    def _play(self) -> None:
        """The keyboard goes to where the preview is answered."""
        self.tabs.choose(SEE)
        self.preview.play()

    def _write_in(self, name: str) -> None:
        for language in self.writing.script.languages:
            if language_name(language) == name:
                self.writing.write_in(language)

    def _must_choose(self) -> bool:
        """Whether somebody else's draft stands against this one: going on would lose words."""
        if self.keeping.is_clashing:
            self.tell("warn", tr(CHOOSE_FIRST))
        return self.keeping.is_clashing

    def _use_theirs(self) -> None:
        """Their draft is the one from now on; Ctrl+Z brings mine back into the form."""
        self.shelf.use_theirs(self._took_theirs)

    def _took_theirs(self, draft: ScriptDraft) -> None:
        reveal(self.clash, shown=False)
        self.keeping.begin(draft)
        self.writing.put(draft.script)

    def _published(self, says: str, changes: Changes) -> None:
        self.tell("ok", says)
        self.changed.emit(changes)

    def _fit(self) -> None:
        """Three columns where there is room, else the preview is a tab beside the form."""
        px = look().px
        wide = self.width() >= px(_WIDE)
        if wide != self._is_wide:
            self._is_wide = wide
            holder, other = (self._row, self._middle) if wide else (self._middle, self._row)
            other.removeWidget(self.preview)
            holder.addWidget(self.preview, 0 if wide else 1)
        reveal(self.tabs, shown=not wide)
        if wide:
            self.preview.setFixedWidth(px(_PREVIEW))
        else:
            self.preview.setMinimumWidth(0)
            self.preview.setMaximumWidth(16_777_215)
        reveal(self.form, shown=wide or self.tabs.on == WRITE)
        reveal(self.preview, shown=wide or self.tabs.on == SEE)

    def take_cursor(self) -> None:
        """Put the keyboard into the outline."""
        self.outline.list.setFocus(Qt.FocusReason.OtherFocusReason)
