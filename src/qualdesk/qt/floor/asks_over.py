"""The card in which a supervisor answers questions about lists, and looks at calls again."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.call_reviews import CallToReview
from qualdesk.core.clock import Clock
from qualdesk.core.frozen import frozen
from qualdesk.core.owner_questions import OwnerQuestion
from qualdesk.core.times import time_words
from qualdesk.core.wording import listed, tr, tr_later, tr_n
from qualdesk.qt.call_desk.words_field import GrowingField
from qualdesk.qt.floor.waiting_over import WaitingOver
from qualdesk.qt.plain import PlainLabel, name_aloud
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Quote
from qualdesk.qt.widgets.cells import Cell, Column
from qualdesk.qt.widgets.paint import reveal

COLUMNS: Final = (
    Column(title=tr_later("What waits"), width=300, stretch=3),
    Column(title=tr_later("From whom"), width=170, stretch=2),
)
# Title, sentence, what was said, the field and two rows of buttons, and the space between them.
_AROUND: Final = 470


@frozen
class Ask:
    """One thing that waits: a question about a list, or a call to look at again."""

    question: OwnerQuestion | None = None
    call: CallToReview | None = None

    @property
    def key(self) -> str:
        """What tells it from every other, also after everything was read again."""
        if self.question is not None:
            return f"question {self.question.id}"
        return f"call {self.call.attempt_id}" if self.call is not None else ""


class AsksOver(WaitingOver[Ask]):
    """What waits, one under the other; of the one the cursor is on, all there is to know.

    Ctrl+Enter answers, or leaves the note. In the list A finds a call fine and N goes to the
    note. What is typed stays with what it was typed for, until it was taken.
    """

    answered = Signal(object, str)
    """The ``OwnerQuestion`` and its answer."""
    withdrawn = Signal(object)
    """The ``OwnerQuestion`` that is no question any more."""
    fine = Signal(object)
    """The ``CallToReview`` that was fine."""
    noted = Signal(object, str)
    """The ``CallToReview`` and the note to its caller."""

    def __init__(self, window: QWidget, clock: Clock, zone: str) -> None:
        super().__init__(
            window,
            clock,
            zone,
            name=tr("What waits for you"),
            columns=COLUMNS,
            letters=_LETTERS,
            around=_AROUND,
        )
        self._typed: dict[str, str] = {}
        self._at = ""
        self._counts = PlainLabel(face="hint", tone="text2", wrap=True)
        self._about = PlainLabel(face="body_medium", wrap=True)
        self._quote = Quote()
        self._says = PlainLabel(face="hint", tone="text2", wrap=True)
        self.field = GrowingField(tr("Answer"))
        self.action = PushButton(tr("Answer for everybody"), kind="accent", keys="primary")
        self.ok = PushButton(tr("It was fine"), icon="check", keys="A")
        self.note = PushButton(tr("Write a note"), icon="message-square", keys="N")
        self.away = PushButton(tr("Withdraw it"), icon="x")
        self.read = PushButton(tr("Read the card"), icon="file-text")
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        for part in (self._title, self._counts, self.result, self._about, self._quote, self._says):
            self.body.addWidget(part)
        self.body.addWidget(self.field)
        self.add_buttons(self.action, self.ok, self.note)
        self.add_buttons(self.away, self.read)
        self.body.addWidget(self.table)

    def _listen(self) -> None:
        self.table.opened.connect(lambda _row: self.field.setFocus())
        self.field.textChanged.connect(self._keep_typed)
        self.action.clicked.connect(self.take)
        self.ok.clicked.connect(self._fine)
        self.note.clicked.connect(self.field.setFocus)
        self.away.clicked.connect(self._withdraw)
        self.read.clicked.connect(self._read)

    @property
    @override
    def first(self) -> QWidget:
        """Where the keyboard begins: in the answer of a question, in the list over calls."""
        one = self.current
        return self.field if one is not None and one.question is not None else self.table

    def show_asks(self, asks: Sequence[Ask], says: str, counts: str) -> None:
        """Show what waits now; the cursor stays on what it was on, or goes to the next."""
        self._counts.setText(counts)
        reveal(self._counts, shown=bool(counts))
        self.show_rows(asks, says)

    def forget_typed(self, key: str) -> None:
        """What was typed was taken: nothing of it is kept."""
        self._typed.pop(key, None)
        if key == self._at:
            self.field.put("")

    def keep_typed(self, key: str, words: str) -> None:
        """What was taken is taken back: the words stand in the field again."""
        if key and not self._typed.get(key):
            self._typed[key] = words

    def take(self) -> None:
        """Answer the question, or leave the note."""
        one, words = self.current, self.field.toPlainText().strip()
        if one is None:
            return
        if not words:
            self.field.setFocus()
            says = tr("Write the answer.") if one.question else tr("Write what they should know.")
            self.say(says, is_bad=True)
        elif one.question is not None:
            self.answered.emit(one.question, words)
        elif one.call is not None:
            self.noted.emit(one.call, words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A and N, while the cursor is in the list or on a button: in the field they are words."""
        one = self.current
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if one is not None and one.call is not None and is_plain:
            if event.key() == Qt.Key.Key_A:
                self._fine()
                return
            if event.key() == Qt.Key.Key_N:
                self.field.setFocus()
                return
        super().keyPressEvent(event)

    @override
    def key_of(self, one: Ask) -> Any:
        return one.key

    @override
    def show_current(self) -> None:
        one = self.current
        is_call = one is not None and one.call is not None
        is_question = one is not None and one.question is not None
        self._at = one.key if one is not None else ""
        self.field.put(self._typed.get(self._at, ""))
        if one is not None and one.question is not None:
            self._show_question(one.question)
        elif one is not None and one.call is not None:
            self._show_call(one.call)
        for part in (self.ok, self.note, self.read):
            reveal(part, shown=is_call)
        reveal(self.away, shown=is_question)
        for each in (self._about, self._quote, self._says, self.field, self.action):
            reveal(each, shown=one is not None)
        self.fit()

    def _show_question(self, one: OwnerQuestion) -> None:
        of = f"{one.campaign}, {one.list_name}" if one.list_name else one.campaign
        self._about.setText(tr("About the list of {name}", name=of))
        self._quote.set(one.asks or tr("(somebody who was erased)"), _askers(one))
        other = [ask.says for ask in one.asked if ask.says and ask.says != one.asks]
        says = tr("Also asked as: {words}", words=" · ".join(dict.fromkeys(other))) if other else ""
        owner = tr("Owner of the list: {name}", name=one.owner) if one.owner else ""
        self._says.setText("\n".join(filter(None, (says, owner))))
        name_aloud(self.field, tr("Answer to: {question}", question=one.asks))
        self.field.setPlaceholderText(tr("It stands beside every lead of the list"))
        self.action.set(tr("Answer for everybody"), icon="check", keys="primary")

    def _show_call(self, one: CallToReview) -> None:
        when = time_words(one.at, self._zone, now=self._clock.now())
        self._about.setText(
            tr("{who} called {lead}, {when}", who=one.caller, lead=one.lead, when=when)
        )
        self._quote.set("")
        answers = [tr("{asked}: {said}", asked=asked, said=said) for asked, said in one.said]
        outcome = tr("It ended with: {outcome}.", outcome=one.outcome)
        none = tr("Nothing was answered in this call.")
        self._says.setText("\n".join((one.says, *(answers or [none]), outcome)))
        name_aloud(self.field, tr("Note to {who}", who=one.caller))
        self.field.setPlaceholderText(tr("A line for the caller, told between two calls"))
        self.action.set(tr("Leave the note"), icon="send", keys="primary")

    @override
    def cell(self, one: Ask, column: int) -> Cell:
        if one.question is not None:
            text = one.question.asks if column == 0 else _askers(one.question)
            return Cell(text=text, face="body_strong" if column == 0 else "body")
        call = one.call
        if call is None:
            return Cell()
        if column == 0:
            return Cell(text=call.lead, second=call.says, face="body_strong")
        return Cell(text=call.caller, second=time_words(call.at, self._zone, now=self._clock.now()))

    def _keep_typed(self) -> None:
        if self._at:
            self._typed[self._at] = self.field.toPlainText()
        self.fit()

    def _fine(self) -> None:
        if self.current is not None and self.current.call is not None:
            self.fine.emit(self.current.call)

    def _withdraw(self) -> None:
        if self.current is not None and self.current.question is not None:
            self.withdrawn.emit(self.current.question)

    def _read(self) -> None:
        if self.current is not None and self.current.call is not None:
            self.close_over()
            self.lead_wanted.emit(self.current.call.lead_id)


def _askers(one: OwnerQuestion) -> str:
    """Who asked, three of them by name at most."""
    callers = one.callers
    if len(callers) > _NAMED:
        more = len(callers) - _NAMED + 1
        others = tr_n(more, "{n:,} other", "{n:,} others")
        return listed((*callers[: _NAMED - 1], others))
    return listed(callers)


_NAMED: Final = 3
_LETTERS: Final = frozenset({Qt.Key.Key_A, Qt.Key.Key_N})
