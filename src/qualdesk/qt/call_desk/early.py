"""Letters that come before there is a question for them: held, and typed where they belong."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.flow import CallState
from qualdesk.qt.call_desk.notice import Notice
from qualdesk.qt.call_desk.session import Session
from qualdesk.qt.call_desk.talk import Talk
from qualdesk.qt.call_desk.view import DeskView

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_META: Final = Qt.KeyboardModifier.MetaModifier


class EarlyLetters(QObject):
    """Watches the main button: who types there types about the lead, a moment too early.

    While the call is written down or rings there is no question yet: the letters are held, and
    stand in the first question as soon as somebody is reached. When nobody is, they go into the
    note. A digit alone is not held: pressed for an outcome, it would become an answer.
    """

    def __init__(
        self, view: DeskView, at_desk: AtDesk, talk: Talk, session: Session, notice: Notice
    ) -> None:
        super().__init__(view)
        self._view, self._at, self._talk, self._session = view, at_desk, talk, session
        self._notice = notice
        view.bar.main.installEventFilter(self)
        at_desk.moved.connect(self._moved)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            # A button is pressed by Space when it is let go: here it was typed between two words.
            return event.key() == Qt.Key.Key_Space and bool(self._talk.early)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        """Whether a key was typed text, and is done with."""
        held = self._talk.early
        if held and event.key() == Qt.Key.Key_Backspace:
            self._hold(held[:-1])
            return True
        text = _typed(event)
        if not text or not (held or text.isalpha()):
            return False
        state = self._at.flow.state
        if state is CallState.ON_A_CALL:
            self._type_now(text)
            return True
        is_begun = state is CallState.READY and self._session.is_busy
        if self._at.card is None or not (is_begun or state is CallState.DIALLING):
            return False
        self._hold(held + text)
        return True

    def _moved(self) -> None:
        """It rang for nobody, or how it ended was chosen at once: no question is asked first."""
        flow, talk = self._at.flow, self._talk
        if talk.early and (flow.state is CallState.WRAPPING_UP or flow.chosen):
            talk.note.add(talk.early.strip())
            talk.early = ""
            self._notice.clear(offers=False)

    def _hold(self, held: str) -> None:
        self._talk.early = held
        if self._notice.has_ways:  # a promise that comes due is offered once
            return
        if held:
            self._notice.say("info", tr("“{typed}” waits for the first question.", typed=held))
        else:
            self._notice.clear(offers=False)

    def _type_now(self, text: str) -> None:
        """Somebody is on the line, and the cursor was left on the button."""
        script = self._view.script
        if not script.card.type_on(text):
            script.note.setFocus()
            script.note.insertPlainText(text)


def _typed(event: QKeyEvent) -> str:
    """What a key types, empty for a command; AltGr comes as Ctrl and Alt together."""
    held, text = event.modifiers(), event.text()
    is_command = bool(held & _CTRL) != bool(held & _ALT) or bool(held & _META)
    return text if text.isprintable() and not is_command else ""
