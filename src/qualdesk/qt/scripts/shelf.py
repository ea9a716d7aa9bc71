"""What the editor asks of the desk: opening a script, using it, its versions, files, the others."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualdesk.core.changes import Changes
from qualdesk.core.definition import Definition
from qualdesk.core.drafts import (
    DocumentVersion,
    PreviewPerson,
    Published,
    ScriptDraft,
    ScriptEntry,
    SetAside,
)
from qualdesk.core.errors import DocumentRefused, QualdeskError, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk import Desk
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.scripts.choosing_cards import LibraryCard, VersionsCard
from qualdesk.qt.scripts.keeping import Keeping
from qualdesk.qt.scripts.problem_places import Wrong, in_words, placed
from qualdesk.qt.scripts.said import in_calls, still_calling
from qualdesk.qt.scripts.writing import Writing
from qualdesk.qt.work import Work

T = TypeVar("T")
CHOOSE_FIRST: Final = tr_later("First choose whose words to keep: yours or theirs.")
FILES: Final = "*.toml *.xlsx"


@frozen
class Opened:
    """A script with what the editor needs beside it."""

    draft: ScriptDraft
    campaign: CampaignId | None = None
    definition: Definition | None = None
    people: tuple[PreviewPerson, ...] = ()


class Shelf(QObject):
    """Carries the editor's errands to the desk and says what became of them."""

    opened = Signal(object)
    """A script is there: ``Opened``."""
    in_calls_said = Signal(str)
    facts_found = Signal(object)
    """How the question edited now does."""
    agreement_found = Signal(object)
    """How alike two people judge the answers: ``CriterionAgreement``s."""
    refused = Signal(str)
    went_on = Signal(object)
    """After a version was put to use: the ``ScriptDraft`` that begins from it."""
    published = Signal(str, object)
    """A version is used from the next lead on: the sentence, and the ``Changes``."""

    def __init__(  # noqa: PLR0917 - what the editor is made of
        self,
        page: QWidget,
        writing: Writing,
        keeping: Keeping,
        work: Work,
        choosing: Choosing,
        zone: str,
    ) -> None:
        super().__init__(page)
        self._page, self._writing, self._keeping = page, writing, keeping
        self._work, self._choosing, self._zone = work, choosing, zone
        self._campaign: CampaignId | None = None
        self._wants_use = self._is_stopped = False
        self._beside: tuple[QWidget, QWidget] = (page, page)
        self.versions_card: VersionsCard | None = None
        self.library_card: LibraryCard | None = None
        keeping.kept.connect(self._kept)
        keeping.clashed.connect(self._not_used)
        keeping.stuck.connect(self._not_used)

    def stand_beside(self, library: QWidget, versions: QWidget) -> None:
        """Open the cards beside the buttons that lead to them."""
        self._beside = library, versions

    def open(self, campaign: CampaignId | None, script_id: str) -> None:
        """Read a script, its campaign's definition, and some people to try it as."""
        self._campaign = campaign
        self._ask(lambda desk: _opened(desk, campaign, script_id), self._open)

    def show_campaign(self, campaign: CampaignId | None) -> None:
        """Under another campaign, the same script."""
        if campaign != self._campaign:
            self.open(campaign, self._writing.script.id)

    def refresh(self) -> None:
        """Ask again who is in a call, and how the question does."""
        script_id = self._writing.script.id
        if self._keeping.draft is not None:
            self._ask(lambda desk: desk.scripts.draft(script_id), self._refreshed)
            self.ask_facts()
            self.ask_agreement()

    def ask_agreement(self) -> None:
        """How alike two people judge the answers, by the rounds of the campaign."""
        campaign = self._campaign

        def done(found: object) -> None:
            if self._campaign == campaign:
                self.agreement_found.emit(found)

        if campaign is None:
            done(())
        else:
            self._ask(lambda desk: desk.rating.newest(campaign), done)

    def ask_facts(self) -> None:
        """How the question edited now does in real calls."""
        question, script = self._writing.question, self._writing.script
        if question is None or self._keeping.draft is None:
            return
        campaign, question_id = self._campaign, question.id

        def done(found: object) -> None:
            if self._writing.spot == question_id:
                self.facts_found.emit(found)

        self._ask(lambda desk: desk.asked.facts(script.id, question_id, campaign), done)

    def publish(self) -> None:
        """Use the draft from the next lead; what is typed is kept before."""
        if self._keeping.is_clashing:
            self.refused.emit(tr(CHOOSE_FIRST))
            return
        self._wants_use = True
        if self._keeping.is_settled:
            self._use()
        else:
            self._keeping.save()

    def checked(self, wrong: Sequence[Wrong]) -> None:
        """The script was looked over: what stopped it is not said any more once it is mended."""
        if self._is_stopped and not wrong:
            self._is_stopped = False
            self.refused.emit("")

    def use_theirs(self, took: Callable[[ScriptDraft], None]) -> None:
        """Read the draft that somebody else saved."""
        script_id = self._writing.script.id
        self._ask(lambda desk: desk.scripts.draft(script_id), took)

    def show_versions(self) -> None:
        """Open the card in which two versions are compared."""
        script_id = self._writing.script.id
        self._ask(
            lambda desk: (desk.scripts.versions(script_id), desk.scripts.put_aside(script_id)),
            lambda found: self._open_versions(*found),
        )

    def show_library(self) -> None:
        """Open the card with all scripts."""
        self._ask(lambda desk: desk.scripts.scripts(), self._open_library)

    def choose_file(self) -> None:
        """Take a script from a file that is asked for."""
        path = self._choosing.file(self._page, tr("Scripts"), "scripts", FILES)
        if path is not None:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """Take a script from this file as a draft."""
        if self.library_card is not None:
            self.library_card.close_over()
        self._ask(
            lambda desk: desk.scripts.take_file(path),
            lambda draft: self.open(self._campaign, draft.script.id),
        )

    def _refreshed(self, draft: ScriptDraft) -> None:
        """What somebody else saved meanwhile is shown, where nothing here waits to be saved."""
        mine = self._keeping.draft
        is_newer = mine is not None and draft.revision != mine.revision
        if is_newer and self._keeping.is_settled and draft.script.id == self._writing.script.id:
            self._again(self._writing.spot, draft)
        else:
            self._say_in_calls(draft)

    def _ask(self, work: Callable[[Desk], T], done: Callable[[T], None]) -> None:
        self._work.ask(work, done, owner=self, refused=self._refused)

    def _open(self, opened: Opened) -> None:
        self._wants_use = False
        self._keeping.begin(opened.draft)
        self._writing.open(opened.draft.script)
        self._say_in_calls(opened.draft)
        self.opened.emit(opened)

    def _kept(self, draft: ScriptDraft) -> None:
        self._say_in_calls(draft)
        if self._wants_use and self._keeping.is_settled:
            self._use()

    def _not_used(self, _why: str) -> None:
        """What was to be used is not saved: it is not used later, when nobody expects it."""
        self._wants_use = False

    def _use(self) -> None:
        self._wants_use = False
        campaign, seen = self._campaign, self._writing.script
        self._work.ask(
            lambda desk: _used(desk, campaign, seen),
            self._published,
            owner=self,
            refused=self._not_published,
        )

    def _published(self, used: Published) -> None:
        version, before = used.version, used.version - 1
        says = tr("Version {version} is used from the next lead.", version=version)
        if used.in_calls:
            says = f"{says} {still_calling(used.in_calls, before)}"
        campaigns = frozenset() if self._campaign is None else frozenset({self._campaign})
        self.published.emit(says, Changes(campaigns=campaigns, queue=True))
        spot = self._writing.spot
        script_id = used.script.id
        self._ask(lambda desk: desk.scripts.draft(script_id), partial(self._again, spot))

    def _again(self, spot: str, draft: ScriptDraft) -> None:
        """Go on with the next draft, at the same place; with what was typed meanwhile."""
        typed = None if self._keeping.is_settled else self._writing.script
        self._keeping.begin(draft)
        self._writing.open(draft.script, spot)
        if typed is not None:
            self._writing.put(replace(typed, version=draft.script.version))
        self._say_in_calls(draft)
        self.went_on.emit(draft)

    def _say_in_calls(self, draft: ScriptDraft) -> None:
        says = ""
        if draft.in_calls:
            says = in_calls(draft.in_calls, draft.based_on)
            if draft.revision:
                version = draft.based_on + 1
                says += " " + tr("They get {version} with their next lead.", version=version)
        self.in_calls_said.emit(says)

    def _open_versions(
        self, versions: tuple[DocumentVersion, ...], aside: tuple[SetAside, ...]
    ) -> None:
        if not self._page.isVisible():
            return  # They went on: a card over another page would take its keys.
        if self.versions_card is None:
            self.versions_card = VersionsCard(self._page.window(), self._zone)
            self.versions_card.wanted.connect(self._read_version)
            self.versions_card.go_back_pressed.connect(self._go_back)
            self.versions_card.file_pressed.connect(self._write_file)
        draft = self._keeping.draft
        number = draft.based_on + 1 if draft is not None else 1
        is_begun = draft is None or bool(draft.revision) or not self._keeping.is_settled
        written = replace(self._writing.script, version=number) if is_begun else None
        self.versions_card.begin(written, versions, aside)
        self.versions_card.open(self._beside[1])

    def _read_version(self, number: int) -> None:
        script_id = self._writing.script.id
        self._ask(
            lambda desk: desk.scripts.version(script_id, number),
            lambda script: self._show_version(number, script),
        )

    def _show_version(self, number: int, script: CallScript) -> None:
        if self.versions_card is not None:
            self.versions_card.show_version(number, script)

    def _go_back(self, script: CallScript) -> None:
        """Begin again from an older version; undo brings the draft back."""
        self._writing.put(replace(script, version=self._writing.script.version))

    def _write_file(self, number: int) -> None:
        script_id = self._writing.script.id
        name = f"{script_id}.toml"
        path = self._choosing.new_file(self._page, tr("Write the script to"), "scripts", name)
        if path is not None:
            which = number or None
            self._ask(
                lambda desk: desk.scripts.write_file(script_id, path, which),
                lambda _none: self.published.emit(
                    tr("Written to {file}.", file=path.name), Changes()
                ),
            )

    def _open_library(self, entries: tuple[ScriptEntry, ...]) -> None:
        if not self._page.isVisible():
            return
        if self.library_card is None:
            self.library_card = LibraryCard(self._page.window())
            self.library_card.chosen.connect(lambda chosen: self.open(self._campaign, chosen))
            self.library_card.begun.connect(self._begin)
            self.library_card.file_pressed.connect(self.choose_file)
        self.library_card.begin(entries, self._writing.script.id)
        self.library_card.open(self._beside[0], self.library_card.list)

    def _begin(self, name: str, like: str) -> None:
        self._work.ask(
            lambda desk: desk.scripts.new(name, like),
            self._begun,
            owner=self,
            refused=self._not_begun,
        )

    def _begun(self, draft: ScriptDraft) -> None:
        if self.library_card is not None:
            self.library_card.close_over()
        self.open(self._campaign, draft.script.id)

    def _not_begun(self, error: QualdeskError) -> None:
        if self.library_card is not None:
            self.library_card.refuse(error.says)

    def _not_published(self, error: QualdeskError) -> None:
        """Say what stops the script by its questions: the keys of a file are no place here."""
        if not isinstance(error, DocumentRefused):
            self._refused(error)
            return
        script, definition = self._writing.script, self._writing.definition
        found = placed(error.problems, script, definition)
        says = tr_n(
            len(found),
            "“{name}” cannot be used yet: {n} problem.",
            "“{name}” cannot be used yet: {n} problems.",
            name=script.name,
        )
        first = in_words(found[0], script) if found else error.says
        self._is_stopped = True
        self.refused.emit(f"{says} {first}")

    def _refused(self, error: QualdeskError) -> None:
        self._wants_use = False
        problems = error.problems if isinstance(error, DocumentRefused) else ()
        more = [str(problem) for problem in problems[:3]]
        self.refused.emit("\n".join([error.says, *more]) if more else error.says)


def _opened(desk: Desk, campaign: CampaignId | None, script_id: str) -> Opened:
    """The script asked for; without one, the campaign's, else the first there is."""
    definition = desk.library.definition(campaign) if campaign is not None else None
    people = desk.scripts.preview_people(campaign) if campaign is not None else ()
    if not script_id and campaign is not None:
        own = desk.library.script(campaign)
        script_id = own.id if own is not None else ""
    if not script_id:
        entries = desk.scripts.scripts()
        if not entries:
            draft = desk.scripts.new("Call script", desk.library.shipped_script().id)
            return Opened(draft=draft, campaign=campaign, definition=definition, people=people)
        script_id = entries[0].id
    return Opened(
        draft=desk.scripts.draft(script_id),
        campaign=campaign,
        definition=definition,
        people=people,
    )


def _used(desk: Desk, campaign: CampaignId | None, seen: CallScript) -> Published:
    """Publish the draft that is on screen, if there is one; the campaign works by the script."""
    script_id = seen.id
    draft = desk.scripts.draft(script_id)
    if draft.revision:
        published = desk.scripts.publish(script_id, seen=seen)
    elif campaign is not None and draft.based_on:
        published = Published(
            script=desk.scripts.version(script_id, draft.based_on),
            version=draft.based_on,
            campaigns=draft.campaigns,
            in_calls=0,
        )
    else:
        raise Refused(tr("Nothing has changed since the version in use."))
    if campaign is not None:
        name = desk.library.campaign(campaign).name
        if name not in published.campaigns:
            desk.scripts.use(campaign, script_id)
        elif not draft.revision:
            raise Refused(tr("Nothing has changed since version {number}.", number=draft.based_on))
    return published
