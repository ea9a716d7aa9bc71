"""Settings of the person: their name, the languages they speak, when they work."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from typing_extensions import override

from qualdesk.core.errors import QualdeskError, Refused
from qualdesk.core.languages import language_name
from qualdesk.core.members import Member, hours_words, read_hours
from qualdesk.core.team import Standing
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.qt.languages import SHIPPED
from qualdesk.qt.settings.rows import Place, Section, SettingRow
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.settings import Settings

_NAME: Final = tr_later(
    "Your calls stand under it from now on. Earlier calls stay under the name they had."
)
_OF_THE_LOGIN: Final = tr_later(
    "Your login says it. Whoever administers the team's server changes it."
)
_NEEDED: Final = tr_later("A name is needed: calls stand under it.")
_LANGUAGES: Final = tr_later("The best one first, as: German, English. Scripts open in them.")
_HOURS: Final = tr_later("As: mon-fri 9:00-17:00; sat 9:00-12:00. Call backs outside go to anyone.")
_WINDOW: Final = tr_later("Counts from the next start of qualdesk.")
_CLOCK: Final = tr_later("On which clock these hours are, as Europe/Berlin.")
_CODES: Final = ("", *SHIPPED)


class YouSection(Section):
    """What stands under the person's name, here and in the workspace."""

    key = "you"
    title = tr_later("You")

    renamed = Signal(str)
    """The name their calls stand under from now on."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._member = Member(name="")
        self.name = Field(tr("Your name"), tr("First and last name"))
        self.languages = Field(tr("Languages you speak"), tr("German, English"))
        self.hours = Field(tr("When you work"), tr("mon-fri 9:00-17:00"))
        self.clock = Field(tr("Your clock"), place.zone)
        self.language = Choice(
            tr("Language of the window"), (tr("As the computer"), *SHIPPED.values())
        )
        for field in (self.name, self.languages, self.hours, self.clock, self.language):
            field.setMinimumWidth(280)
        self.name_row = SettingRow(tr("Your name"), tr(_NAME), self.name)
        self.languages_row = SettingRow(tr("Languages you speak"), tr(_LANGUAGES), self.languages)
        self.hours_row = SettingRow(tr("When you work"), tr(_HOURS), self.hours)
        self.clock_row = SettingRow(tr("Your clock"), tr(_CLOCK), self.clock)
        self.language_row = SettingRow(tr("Language of the window"), tr(_WINDOW), self.language)
        rows = (self.name_row, self.languages_row, self.hours_row, self.clock_row)
        self.add_rows((*rows, self.language_row))
        self.name.editingFinished.connect(self._name_written)
        self.languages.editingFinished.connect(self._languages_written)
        self.hours.editingFinished.connect(self._hours_written)
        self.clock.editingFinished.connect(self._hours_written)
        self.language.activated.connect(lambda at: place.choices.keep(language=_CODES[at]))
        self.language_row.back_pressed.connect(lambda: place.choices.keep(language=""))
        self.languages_row.back_pressed.connect(lambda: self._keep_languages(""))
        self.hours_row.back_pressed.connect(lambda: self._keep_hours("", self.clock.text()))
        self.clock_row.back_pressed.connect(
            lambda: self._keep_hours(self.hours.text(), self._place.zone)
        )

    @override
    def show_settings(self, settings: Settings) -> None:
        if not self.name.hasFocus():
            self.name.setText(settings.caller)
        known = settings.language in _CODES
        self.language.setCurrentIndex(_CODES.index(settings.language) if known else -1)
        self.language_row.show_changed(is_changed=bool(settings.language))

    @override
    def show_team(self, standing: Standing) -> None:
        """In a team the login says the name, and nobody types another."""
        self.name.setReadOnly(standing.me is not None)
        self.name_row.explain(tr(_OF_THE_LOGIN if standing.me else _NAME))

    @override
    def opened(self) -> None:
        self._ask(lambda desk: desk.people.member(), self._show, self.name_row)

    def _ask(
        self, work: Callable[[Desk], Member], done: Callable[[Member], None], row: SettingRow
    ) -> None:
        def refused(error: QualdeskError) -> None:
            row.say(error.says)

        row.say()
        self._place.work.ask(work, done, owner=self, refused=refused)

    def _show(self, member: Member) -> None:
        """Show what is kept; a field somebody types in is left alone."""
        self._member = member
        shown = {
            self.languages: ", ".join(language_name(tag) for tag in member.languages),
            self.hours: hours_words(member.shifts),
            self.clock: member.zone or self._place.zone,
        }
        for field, text in shown.items():
            if not (field.hasFocus() and field.isModified()):
                field.setText(text)
        self.languages_row.show_changed(is_changed=bool(member.languages))
        self.hours_row.show_changed(is_changed=bool(member.shifts))
        is_elsewhere = bool(member.zone) and member.zone != self._place.zone
        self.clock_row.show_changed(is_changed=is_elsewhere)

    def _name_written(self) -> None:
        name = " ".join(self.name.text().split())
        if self.name.isReadOnly():
            return
        if not name:
            self.name_row.say(tr(_NEEDED))
        elif name != self._place.choices.settings.caller:
            self.name_row.say()
            self.renamed.emit(name)

    def _languages_written(self) -> None:
        self._keep_languages(self.languages.text())

    def _keep_languages(self, text: str) -> None:
        said = [each.strip() for each in text.replace(";", ",").split(",") if each.strip()]
        known = [language_name(tag) for tag in self._member.languages]
        if said != known:
            self._ask(
                lambda desk: desk.people.set_details(languages=said).member,
                self._take_over(self.languages),
                self.languages_row,
            )

    def _hours_written(self) -> None:
        self._keep_hours(self.hours.text(), self.clock.text())

    def _keep_hours(self, text: str, clock: str) -> None:
        zone = clock.strip() or self._place.zone
        try:
            hours = read_hours(text)
        except Refused as error:
            self.hours_row.say(error.says)
            return
        if hours == self._member.shifts and zone == (self._member.zone or self._place.zone):
            self.hours_row.say()
            self.clock_row.say()
            return
        self.hours_row.say()
        self._ask(
            lambda desk: desk.people.set_hours(shifts=hours, zone=zone).member,
            self._take_over(self.hours, self.clock),
            self.clock_row,
        )

    def _take_over(self, *fields: Field) -> Callable[[Member], None]:
        """Show what is kept now, also in the fields it was typed in."""

        def show(member: Member) -> None:
            for field in fields:
                field.setModified(False)
            self._show(member)

        return show
