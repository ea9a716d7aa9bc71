"""What the past says: the trial under the criteria, and the views that take their place."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu

from qualdesk.core.criteria import Definition
from qualdesk.core.definition_changes import compare_definitions
from qualdesk.core.drafts import DocumentVersion
from qualdesk.core.errors import QualdeskError
from qualdesk.core.gap import Gap
from qualdesk.core.replay import ChangedLead, Trial
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.definitions.asking import PastAsked
from qualdesk.qt.definitions.compare_side import Earlier
from qualdesk.qt.definitions.gap_view import Offered
from qualdesk.qt.definitions.opened import Opened
from qualdesk.qt.definitions.past_asked import PastFiles
from qualdesk.qt.definitions.rounds import Rounds
from qualdesk.qt.definitions.view import DefinitionView
from qualdesk.qt.definitions.writing import Writing
from qualdesk.qt.work import Work

# A trial begins when the typing pauses: each letter would stop the one before.
TRY_AFTER_MS: Final = 350


class EvidenceAsked(QObject):
    """Asks the past for what is in front, and shows what it says."""

    opened_wanted = Signal(str)
    """Another definition is to be opened, by its id."""
    words_wanted = Signal(object)
    """The draft is to say what this ``Definition`` says."""

    def __init__(
        self, work: Work, choosing: Choosing, writing: Writing, view: DefinitionView, zone: str
    ) -> None:
        super().__init__()
        self._work, self._writing, self._view, self._zone = work, writing, view, zone
        self._opened: Opened | None = None
        self._against: Definition | None = None
        self._asked: tuple[Definition, Definition | None] | None = None
        self.past = PastAsked(work)
        self.rounds = Rounds(work, view.rating)
        self.files = PastFiles(work, choosing, view.past)
        for part in (self.past, self.rounds, self.files):
            part.setParent(self)
        self._timer = QTimer(self, singleShot=True, interval=TRY_AFTER_MS)
        self._timer.timeout.connect(self._try)
        self._listen()

    def _listen(self) -> None:
        view = self._view
        self.past.tried.connect(self._show_trial)
        self.past.looked.connect(view.tried.show_busy)
        self.past.refused.connect(self._refused)
        self.files.changed.connect(self.try_again)
        view.tried.leads_wanted.connect(self._show_changed)
        view.tried.more_wanted.connect(self._offer_more)
        view.tried.load_wanted.connect(self.load_past)
        view.tried.template_wanted.connect(self._save_template)
        view.tried.scope_chosen.connect(self._choose_scope)
        view.leads.opened.connect(self._open_lead)
        view.leads.done.connect(view.step_back)
        view.compare.done.connect(view.step_back)
        view.compare.chosen.connect(self._compare)
        view.compare.again_wanted.connect(self._write_again)
        view.criteria.compare_wanted.connect(self.show_compare)
        view.criteria.side_wanted.connect(lambda: view.show_side(view.sign_off))
        view.gap.chosen.connect(self._lay_over)
        view.gap.leads_wanted.connect(self._show_disputed)
        view.gap.own_wanted.connect(self._write_own)
        for part in (view.predict, view.gap, view.rating, view.past):
            part.left.connect(lambda: view.show_front(view.criteria))

    def show(self, found: Opened) -> None:
        """Ask about this definition from now on."""
        self._opened = found
        self.rounds.campaign = found.campaign.id if found.campaign else None
        self.rounds.caller = found.caller
        self.files.script = found.script
        self.files.campaign = found.opened_from
        self._view.tried.offer_scope(may_choose=found.opened_from is not None)
        self._settle_scope()
        self._asked = None  # What leads did meanwhile counts as well.

    def try_on(self, words: Definition, against: Definition | None) -> None:
        """Try these words; where only the threshold is another, what was read is counted anew."""
        self._against = against
        compared = self._view.compare.current
        if compared is not None and self._view.side.currentWidget() is self._view.compare:
            self._compare(compared)
        trial = self._view.tried.trial
        if trial is not None and _is_same_but_threshold(trial, words, against):
            if trial.threshold != words.threshold:
                self._view.tried.show_trial(trial.at(words.threshold))
            if self._asked is not None:
                return
        if self._asked is None:
            self._try()
        elif not _is_same_words(self._asked[0], words) or self._asked[1] != against:
            self._timer.start()

    def try_again(self) -> None:
        """There are other finished leads now."""
        self._asked = None
        self._try()

    def load_past(self) -> None:
        """Show the history that was loaded, and ask for a file."""
        self.show_past()
        self.files.load()

    def _save_template(self) -> None:
        """Save the template, with the history in front: it says there what became of it."""
        self.show_past()
        self._view.past.template_wanted.emit()

    def show_compare(self) -> None:
        """Show the earlier words there are, beside the criteria."""
        words = self._writing.words
        if words is None:
            return
        wanted, zone = words.id, self._zone

        def done(offered: tuple[Earlier, ...]) -> None:
            self._view.compare.offer(offered)
            self._view.show_side(self._view.compare)

        self._work.ask(
            lambda desk: _earlier(desk, wanted, zone), done, owner=self, refused=self._told
        )

    def show_predict(self) -> None:
        """Show whether each criterion predicts."""
        trial = self._view.tried.trial
        if trial is not None:
            self._view.predict.show_trial(trial)
            self._view.show_front(self._view.predict)

    def show_gap(self) -> None:
        """Lay two versions over the same answers."""
        words = self._writing.words
        if words is None:
            return

        def ask(desk: Desk) -> tuple[Offered, ...]:
            return _offered(desk, words)

        def done(offered: tuple[Offered, ...]) -> None:
            self._view.show_front(self._view.gap)
            self._view.gap.offer(offered)

        self._work.ask(ask, done, owner=self, refused=self._told)

    def show_rounds(self) -> None:
        """Let two people judge the same answers."""
        self._view.show_front(self._view.rating)
        self.rounds.refresh()

    def show_past(self) -> None:
        """Show the history that was loaded."""
        self._view.show_front(self._view.past)
        self.files.refresh()

    def _offer_more(self) -> None:
        button = self._view.tried.more
        menu = QMenu(button)
        for says, show in (
            (tr("What each criterion predicts"), self.show_predict),
            (tr("Where marketing and sales disagree"), self.show_gap),
            (tr("Two people judge the same answers"), self.show_rounds),
            (tr("Past history, loaded from a file"), self.show_past),
        ):
            menu.addAction(says).triggered.connect(lambda _on=False, show=show: show())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        above = QPoint(0, -menu.sizeHint().height())
        menu.popup(button.mapToGlobal(above))
        menu.setActiveAction(menu.actions()[0])

    def _choose_scope(self) -> None:
        """Try it on the other leads; those listed beside are of the trial before."""
        self._settle_scope()
        if self._view.side.currentWidget() is self._view.leads:
            self._view.show_side(self._view.sign_off, with_cursor=False)
        self.try_again()

    def _settle_scope(self) -> None:
        of_one = self._opened.opened_from if self._opened else None
        self.past.campaign = of_one if self._view.tried.is_of_one else None

    def _try(self) -> None:
        words = self._writing.words
        if words is not None:
            self._asked = (words, self._against)
            self.past.try_on(words, self._against)

    def _show_trial(self, trial: Trial) -> None:
        words = self._writing.words
        if words is not None and words.threshold != trial.threshold:
            trial = trial.at(words.threshold)
        self._view.tried.show_trial(trial)
        if self._view.front.currentWidget() is self._view.predict:
            self._view.predict.show_trial(trial)

    def _show_changed(self) -> None:
        trial = self._view.tried.trial
        if trial is None:
            return

        def show(leads: tuple[ChangedLead, ...]) -> None:
            self._view.leads.show_leads(leads, trial.changed_count, tr("Leads that change"))
            self._view.show_side(self._view.leads)

        self.past.changed(trial, show)

    def _show_disputed(self) -> None:
        gap = self._view.gap.gap
        if gap is not None:
            self._view.leads.show_leads(gap.disputed, gap.disputed_count, tr("Leads in dispute"))
            self._view.show_side(self._view.leads)

    def _open_lead(self, lead: ChangedLead) -> None:
        self.past.card(lead, partial(self._view.leads.show_card, lead))

    def _compare(self, earlier: Earlier) -> None:
        words = self._writing.words
        if words is not None:
            script = self._opened.script if self._opened else None
            changes = compare_definitions(earlier.definition, words, script)
            self._view.compare.show_changes(earlier, changes)

    def _write_again(self, earlier: Earlier | None) -> None:
        if earlier is not None:
            self.words_wanted.emit(earlier.definition)

    def _lay_over(self, marketing: Definition, sales: Definition) -> None:
        self._view.gap.show_busy(is_busy=True)

        def show(gap: Gap) -> None:
            self._view.gap.show_gap(gap)

        self.past.gap(marketing, sales, show)

    def _write_own(self) -> None:
        """A second draft from these words, so that each side can write its own."""
        words = self._writing.words
        if words is None:
            return
        name, wanted = f"{words.name}, sales' draft", words.id

        def ask(desk: Desk) -> str:
            return desk.definitions.new(name, wanted).definition.id

        self._work.ask(ask, self.opened_wanted.emit, owner=self, refused=self._told)

    def _told(self, error: QualdeskError) -> None:
        self._refused(error.says)

    def _refused(self, says: str) -> None:
        front = self._view.front.currentWidget()
        if front is self._view.gap:
            self._view.gap.show_trouble(says)
        elif self._view.tried.trial is None:
            self._view.tried.show_nothing(says)
        else:
            self._view.criteria.show_problem(says)


def _offered(desk: Desk, words: Definition) -> tuple[Offered, ...]:
    """These words, every version of theirs, and the drafts of the other definitions."""
    found = [Offered(name=tr("{name}: as written here", name=words.name), definition=words)]
    for one in desk.definitions.versions(words.id):
        kept = desk.definitions.version(words.id, one.number)
        found.append(
            Offered(
                name=tr("{name}: version {number}", name=words.name, number=one.number),
                definition=kept,
            )
        )
    for entry in desk.definitions.entries():
        if entry.id != words.id:
            draft = desk.definitions.draft(entry.id).definition
            found.append(Offered(name=entry.name, definition=draft))
    return tuple(found)


def _earlier(desk: Desk, wanted: str, zone: str) -> tuple[Earlier, ...]:
    """The versions that were kept, and the drafts that somebody wrote over."""
    now = desk.clock.now()
    found = [
        Earlier(
            name=_version_words(one, time_words(one.at, zone, now=now)),
            definition=desk.definitions.version(wanted, one.number),
            hint=tr("Kept by {who}.", who=one.by) if one.by else "",
        )
        for one in desk.definitions.versions(wanted)
    ]
    for aside in desk.definitions.put_aside(wanted):
        if isinstance(aside.document, Definition):
            when = time_words(aside.changed_at, zone, now=now)
            name = tr("Draft of {who}, {when}", who=aside.changed_by, when=when)
            hint = tr("Somebody wrote over this draft.")
            found.append(Earlier(name=name, definition=aside.document, hint=hint))
    return tuple(found)


def _is_same_words(one: Definition, other: Definition) -> bool:
    return (one.criteria, one.tiers) == (other.criteria, other.tiers)


def _is_same_but_threshold(trial: Trial, words: Definition, against: Definition | None) -> bool:
    return _is_same_words(trial.draft, words) and trial.against == against


def _version_words(one: DocumentVersion, when: str) -> str:
    if one.in_force:
        return tr("Version {number}, {when}, in force", number=one.number, when=when)
    return tr("Version {number}, {when}", number=one.number, when=when)
