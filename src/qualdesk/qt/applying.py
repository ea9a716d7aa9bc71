"""What was chosen in the settings takes hold at once: look, keys, phone program, limits."""

from PySide6.QtCore import QObject

from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.choices import Choices, scheme_of
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import shortcuts, use_keys
from qualdesk.qt.theme import look
from qualdesk.qt.work import Work
from qualdesk.settings import Settings


class Applying(QObject):
    """Hears of every change of the settings and carries it to whatever works by it."""

    def __init__(self, choices: Choices, work: Work, shell: Shell, desk: CallDeskPage) -> None:
        super().__init__()
        self._work, self._shell, self._desk = work, shell, desk
        self._now = choices.settings
        desk.copy_numbers(always=self._now.copies_number)
        self._use_keys(self._now)
        choices.changed.connect(self._apply)

    def _apply(self, settings: Settings) -> None:
        before, self._now = self._now, settings
        self._desk.copy_numbers(always=settings.copies_number)
        _show_look(settings)
        if settings.keys != before.keys:
            self._use_keys(settings)
        if settings.program != before.program:
            # Without a line it is the window itself that dials.
            self._desk.line.program = settings.program
            self._tell(settings)
        if (settings.limits, settings.mail) != (before.limits, before.mail):
            self._work.long(
                lambda desk, _progress: _use(desk, settings),
                lambda _used: None,
                owner=self,
                refused=lambda _error: None,
            )

    def _use_keys(self, settings: Settings) -> None:
        """Bind the keys somebody chose; what cannot be bound is said, and has its usual key."""
        before = shortcuts()
        says = use_keys(settings.keys)
        if shortcuts() != before:
            self._shell.settle_keys(are_new=True)
        if says:
            self._shell.say("warn", tr("Not all of your keys could be used"), " ".join(says))

    def _tell(self, settings: Settings) -> None:
        """Numbers are dialled on the lane of the call only; a lane not open yet reads it itself."""
        self._work.ask(
            lambda desk: _use(desk, settings),
            lambda _used: None,
            owner=self,
            refused=lambda _error: None,
        )


def _use(desk: Desk, settings: Settings) -> None:
    desk.calling.program = settings.program
    desk.notifying.account = settings.mail
    desk.use_limits(settings.limits)


def _show_look(settings: Settings) -> None:
    """Dress the window anew, when it does not wear that already: it costs a moment."""
    here, scheme, scale = look(), scheme_of(settings), settings.text_size / 100
    worn = (here.scheme, here.scale, here.wants_contrast)
    if worn != (scheme, scale, settings.high_contrast):
        here.choose(scheme, scale, contrast=settings.high_contrast)
