"""Settings of calling: whom numbers are handed to, and a try of it with one's own number."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from qualdesk.core.errors import QualdeskError, Refused
from qualdesk.core.phone_programs import USUAL_PROGRAM, WAYS, PhoneProgram
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.qt.dialler import OpenLink
from qualdesk.qt.settings.rows import Place, Section, SettingRow
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.switch import Switch
from qualdesk.settings import Settings

HANDED_OVER: Final = tr_later("Handed to your phone program: {link}")
NOBODY_TOOK_IT: Final = tr_later(
    "No phone program took it. The number is copied: dial it by hand, or choose another way above."
)
_TRY: Final = tr_later(
    "Type your own number with its country, as +44 20 7946 0000. Nothing is written down."
)


class CallingSection(Section):
    """A number goes to a program of this computer; when none takes it, it is copied."""

    key = "calling"
    title = tr_later("Calling")

    rules_wanted = Signal()
    """The calling rules are to be read."""

    def __init__(self, place: Place, open_link: OpenLink) -> None:
        super().__init__()
        self._place, self._open_link = place, open_link
        self._keep = place.choices.keep
        self.way = Choice(tr("How to dial"), tuple(map(tr, WAYS.values())))
        self.address = Field(tr("Address of your own"), "myphone:{number}")
        self.copies = Switch(tr("Copy it as well"))
        self.number = Field(tr("Your own number"), tr("Your own number"))
        self.number.setMinimumWidth(200)
        self.address.setMinimumWidth(320)
        self.attempt = PushButton(tr("Try it"), icon="phone", height=34)
        self.rules = PushButton(tr("Read the calling rules"), icon="scale")
        self._way = SettingRow(tr("How to dial"), tr("Numbers open in this program."), self.way)
        self._address = SettingRow(
            tr("Address of your own"),
            tr(
                "{number} stands for the number, as +493023125001; "
                "{digits} for it without the plus."
            ),
            self.address,
        )
        self._copies = SettingRow(
            tr("Copy each number"), tr("For phones that are not on this computer."), self.copies
        )
        self.tried = SettingRow(tr("Try it"), tr(_TRY), self.number, self.attempt)
        hours = tr(
            "Each campaign says when calls may be made; the law of each country is above it."
        )
        self._hours = SettingRow(tr("Calling hours"), hours, self.rules)
        self.add_rows((self._way, self._address, self._copies, self.tried, self._hours))
        self._listen()

    @override
    def show_settings(self, settings: Settings) -> None:
        program = settings.program
        if self._wants_own and program.way != "own":
            return  # an address of their own is being typed: nothing is chosen until it dials
        self._show_way(program)
        self.copies.setChecked(settings.copies_number)
        self._copies.show_changed(is_changed=settings.copies_number)

    def _show_way(self, program: PhoneProgram) -> None:
        self.way.setCurrentIndex(list(WAYS).index(program.way))
        if program.template != self.address.text().strip():
            self.address.setText(program.template)
        reveal(self._address, shown=program.way == "own")
        self._way.show_changed(is_changed=program.way != USUAL_PROGRAM.way)

    @property
    def _wants_own(self) -> bool:
        return list(WAYS)[self.way.currentIndex()] == "own" and self._address.isVisibleTo(self)

    def _listen(self) -> None:
        self.way.activated.connect(self._chosen)
        self.address.editingFinished.connect(self._written)
        self.copies.clicked.connect(lambda is_on: self._keep(copies_number=is_on))
        self._way.back_pressed.connect(self._back)
        self._copies.back_pressed.connect(lambda: self._keep(copies_number=False))
        self.number.returnPressed.connect(self._try)
        self.attempt.clicked.connect(self._try)
        self.rules.clicked.connect(self.rules_wanted)

    def _chosen(self, at: int) -> None:
        way = list(WAYS)[at]
        reveal(self._address, shown=way == "own")
        self._address.say()
        if way == "own":
            self._way.show_changed(is_changed=True)
            self.address.setFocus()
            self._written()
        else:
            self._keep(program=PhoneProgram(way=way))

    def _back(self) -> None:
        reveal(self._address, shown=False)
        self._keep(program=USUAL_PROGRAM)
        self._show_way(USUAL_PROGRAM)

    def _written(self) -> None:
        """Take an address of their own as soon as it can dial; say why while it cannot."""
        template = self.address.text().strip()
        if not self._wants_own or not template:
            return
        try:
            program = PhoneProgram(way="own", template=template)
        except Refused as error:
            self._address.say(error.says)
            return
        self._address.say()
        if program != self._place.choices.settings.program:
            self._keep(program=program)

    def _try(self) -> None:
        number, program = self.number.text().strip(), self._place.choices.settings.program

        def ask(desk: Desk) -> tuple[str, str]:
            desk.calling.program = program
            return desk.calling.trial_link(number)

        self._place.work.ask(ask, self._tried, owner=self, refused=self._not_tried)

    def _tried(self, found: tuple[str, str]) -> None:
        number, link = found
        if self._open_link(link):
            self.tried.say(tr(HANDED_OVER, link=link), "text2")
        else:
            QGuiApplication.clipboard().setText(number)
            self.tried.say(tr(NOBODY_TOOK_IT))

    def _not_tried(self, error: QualdeskError) -> None:
        self.tried.say(error.says)
