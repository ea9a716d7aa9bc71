"""What is typed and not saved yet, kept where a program that is killed leaves it behind."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

from qualdesk.core.cards import CallCard
from qualdesk.core.clock import Clock
from qualdesk.core.times import local_time
from qualdesk.core.typed import Typed
from qualdesk.core.wording import tr
from qualdesk.desk.typed_file import TypedFile, forget_erased
from qualdesk.qt.call_desk import said
from qualdesk.qt.call_desk.asks import Asks
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.notice import Notice
from qualdesk.qt.call_desk.session import Session
from qualdesk.qt.call_desk.talk import Talk

_LOOK_MS: Final = 400


class Keeping(QObject):
    """A small file beside the workspace's own saving; gone as soon as all of it is saved."""

    def __init__(  # noqa: PLR0917 - it looks at all parts of one page where somebody types
        self,
        at_desk: AtDesk,
        talk: Talk,
        asks: Asks,
        session: Session,
        notice: Notice,
        clock: Clock,
    ) -> None:
        super().__init__(at_desk)
        self._at, self._talk, self._asks, self._session = at_desk, talk, asks, session
        self._notice, self._clock = notice, clock
        self._file: TypedFile | None = None
        self._found: Typed | None = None
        self._kept, self._is_placing, self._is_first = Typed(), False, True
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def use(self, path: Path) -> None:
        """Keep it in this file from now on; what a program before this one left there comes back.

        To be called before the first lead is asked for: answers come back with its card.
        """
        self._file, self._kept = TypedFile(path), Typed()
        self._is_first = True
        self._take_up()
        # Only then: what is taken away unread could not be said.
        self._session.tell(lambda desk: forget_erased(lambda: desk.erasing, path))
        self._timer.start()

    def came(self, card: CallCard | None) -> None:
        """The first lead is here: what was being typed goes back to where it belongs."""
        found = self._found
        if found is None or self._is_placing:
            return
        # What the file holds now, so that it is taken away when all of it is saved.
        self._kept, rest = found, replace(found, answers=())
        attempt = card.attempt.id if card and card.attempt else ""
        is_here = card is not None and found.lead_id == card.lead.id
        if rest.is_empty:
            self._found = None
            return
        if is_here and found.attempt == attempt:
            self._found = None
            if self._is_first:
                self._talk.put_back(rest)
                self._asks.put_back(rest.lead_id, rest.fields)
            else:  # in the fields stands what another program had left already
                self._talk.note.add(rest.text)
            self._is_first = False
            says = self._notice.says
            self._notice.say("call", f"{says} {tr(said.TYPING_IS_BACK)}".strip())
            return

        def done(is_placed: bool | None) -> None:  # noqa: FBT001 - what the desk answers
            self._found, self._is_placing = None, False
            if is_placed is None:
                self._notice.say("info", tr(said.TYPING_ERASED))
            elif is_placed:
                self._notice.say("ok", said.typing_kept(found.name, found.at))
            else:
                self._notice.say("warn", said.typing_unplaced(found.text))

        self._is_placing = True
        self._session.put_back(rest, done)

    def look(self) -> None:
        """Write down what is typed and not saved; take the file away when there is nothing."""
        if self._file is None or self._found is not None:
            return
        typed = self._typed()
        if typed == self._kept:
            return
        # What could not be written, as on a full disk, is tried again with the next look.
        if self._file.keep(typed):
            self._kept = typed
            if typed.is_empty:  # a program before this one may not have been alone
                self._take_up()
                self.came(self._at.card)

    def _take_up(self) -> None:
        self._found = self._file.read() if self._file else None
        if self._found is not None and self._found.answers:
            answers = Typed(answers=self._found.answers)
            self._session.put_back(answers, lambda _found: None)

    def _typed(self) -> Typed:
        fields, answers = self._asks.typed_fields(), self._session.unsaved_answers
        is_saved = self._session.is_settled and not self._talk.is_unsaved
        if is_saved and not fields:
            return Typed()
        card = self._at.card
        return replace(
            self._talk.as_typed(),
            name=card.lead.contact.name if card else "",
            at=f"{local_time(self._clock.now(), self._at.zone):%H:%M}",
            fields=fields,
            answers=answers,
        )
