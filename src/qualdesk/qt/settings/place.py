"""The Settings page in the window: its key, what takes hold, the sheet of keys, another name."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from qualdesk.core.team import ALONE, Standing
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.qt.applying import Applying
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.opening import Opening
from qualdesk.qt.settings.rows import Place
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import shortcuts

if TYPE_CHECKING:
    from qualdesk.qt.settings.page import SettingsPage

SETTINGS: Final = "settings"
ON_A_CALL: Final = tr_later(
    "You are on a call. It stands under the name it began with: change it after."
)
_ON_A_CALL: Final = frozenset({"dialling", "on a call", "wrapping up"})


class SettingsPlace(QObject):
    """Opens the page from anywhere, and goes back to where the person came from."""

    rules_wanted = Signal()
    """The calling rules are to be read."""

    def __init__(self, place: Place, shell: Shell, opening: Opening, desk: CallDeskPage) -> None:
        super().__init__()
        self._place, self._shell, self._opening, self._desk = place, shell, opening, desk
        self._came_from = ""
        self._page: SettingsPage | None = None
        shell.add_aside(SETTINGS, tr("Settings"), self._made)
        self._standing = ALONE
        # First what takes hold, then the page that shows it.
        self.applying = Applying(place.choices, place.work, shell, desk)
        shell.offer({SETTINGS: self.turn, "people": lambda: self.open("people")})
        shell.rail.settings_pressed.connect(self.turn)
        shell.size_chosen.connect(lambda size: place.choices.keep(text_size=size))
        shell.help.sheet_wanted.connect(self.print_sheet)
        shell.help.keys_wanted.connect(lambda: self.open("keys"))
        opening.opened.connect(lambda _found: self._use_address())

    @property
    def page(self) -> "SettingsPage":
        """The page; made now where nobody asked for it before: few starts of a day need it."""
        found: SettingsPage = self._shell.page_of(SETTINGS)
        return found

    def show_team(self, standing: Standing) -> None:
        """Show what is for this person, also on a page that is made later."""
        self._standing = standing
        if self._page is not None:
            self._page.show_team(standing)

    def _made(self) -> "SettingsPage":
        from qualdesk.qt.settings.page import SettingsPage

        shell = self._shell
        self._page = page = SettingsPage(self._place)
        page.left.connect(self._go_back)
        # After the page itself has heard of it: the keys of the section in front work then.
        page.index.chosen.connect(lambda _key: shell.settle_keys())
        page.section_made.connect(self._listen_to)
        page.show_team(self._standing)
        return page

    def _listen_to(self, section: str) -> None:
        """Hear what a section has to tell beyond its page, from when it is made."""
        page, desk = self.page, self._desk
        if section == "you":
            page.you.renamed.connect(self._rename)
        elif section == "keys":
            page.keys.sheet_wanted.connect(self.print_sheet)
        elif section == "calling":
            page.calling.rules_wanted.connect(self.rules_wanted)
        elif section == "workspace":
            page.workspace.backups.put_back_wanted.connect(self._put_back)
            page.workspace.use_address(self._opening.way_in)
        elif section == "privacy":
            page.privacy.erasing.is_on_call = lambda: desk.state in _ON_A_CALL
            page.privacy.use_address(self._opening.way_in)

    def _use_address(self) -> None:
        """Another workspace is open: those who look at the file itself learn where it is."""
        page = self._page
        if page is not None and "workspace" in page.made:
            page.workspace.use_address(self._opening.way_in)
        if page is not None and "privacy" in page.made:
            page.privacy.use_address(self._opening.way_in)

    def turn(self) -> None:
        """The key opens the page, and pressed again goes back."""
        if self._shell.at == SETTINGS:
            self._go_back()
        else:
            self.open()

    def open(self, section: str = "") -> None:
        """Bring a section to the front, the last one without a name."""
        came = self._shell.bound_for
        if came != SETTINGS:
            self._came_from = came
        self._shell.show_page(SETTINGS, partial(self._show_section, section))

    def _show_section(self, section: str) -> None:
        wanted = self.page.index.buttons.get(section)
        is_shut = wanted is not None and wanted.isHidden()
        self.page.show_section(section if section and not is_shut else self.page.index.at)
        cursor = QApplication.focusWidget()
        if cursor is not None and self.page.index.isAncestorOf(cursor):
            # The page came with the cursor on the section that was in front before.
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._shell.settle_keys()

    def _put_back(self, path: str) -> None:
        """A backup takes the workspace's place: the window closes the one, and opens the other."""
        if self._desk.state in _ON_A_CALL:
            self._shell.say("warn", tr("You are on a call"), tr("End it first, then put it back."))
            return
        self._opening.put_back(path)

    def print_sheet(self) -> None:
        """Write all keys on a sheet of paper, as a PDF."""
        asked = self._place.choosing.new_file(
            self._shell, tr("Where to put the sheet"), "keys", "qualdesk-keys.pdf"
        )
        if asked is None:
            return
        from qualdesk.qt.key_sheet import key_sheet_pdf

        target = asked if asked.suffix else asked.with_suffix(".pdf")
        try:
            target.write_bytes(key_sheet_pdf(shortcuts()))
        except OSError as error:
            self._shell.say(
                "bad",
                "",
                tr(
                    "{file} cannot be written: {why}.",
                    file=target,
                    why=error.strerror,
                ),
            )
            return
        self._shell.say(
            "info",
            "",
            tr("All keys are on {file}.", file=target),
            tr("Open it"),
            lambda: _show(target),
        )

    def _go_back(self) -> None:
        self._shell.show_page(self._came_from or "desk")

    def _rename(self, name: str) -> None:
        """Let calls stand under another name from now on; what is held goes back first."""
        row = self.page.you.name_row
        if self._desk.state in _ON_A_CALL:
            row.say(tr(ON_A_CALL))
            return
        self._place.work.ask(
            _give_back,
            lambda _gave: self._renamed(name),
            owner=self,
            refused=lambda error: row.say(error.says),
        )

    def _renamed(self, name: str) -> None:
        if self._place.choices.keep(caller=name):
            self._opening.reopen()
            # The page in front stays there: nobody asked for another one.
            self._shell.page_shown.emit(self._shell.at)


def _give_back(desk: Desk) -> None:
    """Let go of the lead at the desk: nobody would have it under a name nobody has any more."""
    held = desk.calling.held()
    if held is not None:
        desk.calling.release(held.lead.id)


def _show(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
