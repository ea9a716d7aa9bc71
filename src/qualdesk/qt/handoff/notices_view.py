"""Who of sales was told of a batch, by which way, and what came of it; sending again."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.frozen import frozen
from qualdesk.core.mails import Channel, Notice, NoticeState
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import LinkButton, PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool

_TONES = {
    NoticeState.SENT: "ok",
    NoticeState.TOLD: "ok",
    NoticeState.FAILED: "bad",
    NoticeState.SENDING: "warn",
}


@frozen
class ToldOf:
    """One line of the view: what was told, and how it stands.

    Attributes:
        result: what came of it.
        is_owed: a mail that did not go, which may be written by hand as well.
    """

    says: str
    result: str
    tone: str
    is_owed: bool = False


class NoticesView(Card):
    """Everybody who got leads of a batch, with each way of telling them under their name.

    What did not go can be sent again; what may have gone only by a button of its own.
    """

    send_again_pressed = Signal()
    """The mails that did not go are to be sent again."""
    even_unsure_pressed = Signal()
    """Those that may have gone as well: the receivers were asked."""
    files_pressed = Signal()
    """The mails are to be written into files instead."""
    by_hand_pressed = Signal(str)
    """The mail to this person is to be begun in the computer's own mail program."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self.setAccessibleName(tr("Who was told of this batch"))
        self._empty = PlainLabel(
            tr("Nobody was told of this batch."), face="body", tone="text2", wrap=True
        )
        self.says = PlainLabel(face="body_strong", tone="bad", wrap=True)
        self.unsure = PlainLabel(face="hint", tone="warn", wrap=True)
        self.again = PushButton(tr("Send again"), icon="send")
        self.even_unsure = PushButton(tr("Send that again too"), kind="quiet")
        self.files = PushButton(tr("Save the mails as files…"), kind="quiet", icon="save")
        people = QVBoxLayout()
        people.setSpacing(10)
        self._people: Pool[_Person, tuple[str, tuple[ToldOf, ...]]] = Pool(
            people, self._made, _Person.show_person
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(self._empty)
        column.addLayout(people)
        column.addWidget(self.says)
        # One below the other: beside a table there is no room for both in every language.
        column.addWidget(self.again, 0, _LEFT)
        column.addWidget(self.files, 0, _LEFT)
        column.addWidget(self.unsure)
        column.addWidget(self.even_unsure, 0, _LEFT)
        self.again.clicked.connect(self.send_again_pressed)
        self.even_unsure.clicked.connect(self.even_unsure_pressed)
        self.files.clicked.connect(self.files_pressed)

    def _made(self) -> "_Person":
        person = _Person()
        person.by_hand.connect(self.by_hand_pressed)
        return person

    def show_notices(self, notices: Sequence[Notice], now: datetime) -> None:
        """Show these, by name; ``now`` (UTC) says which of their times are today."""
        by_name = sorted(notices, key=lambda one: one.receiver)
        self._people.show(
            [
                (name, tuple(_line(one, self._zone, now) for one in theirs))
                for name, theirs in groupby(by_name, lambda one: one.receiver)
            ]
        )
        mails = [one for one in notices if one.channel is Channel.MAIL]
        owed = sum(one.state in _NOT_SENT for one in mails)
        unsure = [one.receiver for one in mails if one.may_have_gone]
        self.says.setText(_owed_words(mails))
        self.unsure.setText(
            tr("Ask before you send again what may have gone: {names}.", names=", ".join(unsure))
        )
        for part, shown in (
            (self._empty, not notices),
            (self.says, owed > 0),
            (self.again, owed > 0),
            (self.unsure, bool(unsure)),
            (self.even_unsure, bool(unsure)),
            (self.files, owed > 0),
        ):
            reveal(part, shown=shown)


class _Person(QWidget):
    """One salesperson: their name, a line for each way of telling them, and a mail by hand."""

    by_hand = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._name = PlainLabel(face="body_strong", elide=True)
        self._to = ""
        self.write = LinkButton(tr("Write the mail by hand"))
        self.write.clicked.connect(lambda: self.by_hand.emit(self._to))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        self._lines: Pool[_Line, ToldOf] = Pool(lines, _Line, _Line.show_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addLayout(lines)
        column.addWidget(self.write)

    def show_person(self, told: tuple[str, tuple[ToldOf, ...]]) -> None:
        """Show somebody else in place."""
        self._to, lines = told
        self._name.setText(self._to)
        self._lines.show(lines)
        self.write.renamed(tr("Write the mail to {name} by hand", name=self._to))
        reveal(self.write, shown=any(line.is_owed for line in lines))


class _Line(QWidget):
    """One way of telling: how it stands, and under it what came of it."""

    def __init__(self) -> None:
        super().__init__()
        self._says = PlainLabel(face="body", wrap=True)
        self._result = PlainLabel(face="hint", tone="text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._says)
        column.addWidget(self._result)

    def show_line(self, line: ToldOf) -> None:
        """Show another in place."""
        self._says.setText(line.says)
        self._says.set_look(tone=line.tone)
        self._result.setText(line.result)
        reveal(self._result, shown=bool(line.result))


def _owed_words(mails: Sequence[Notice]) -> str:
    """How many mails did not go, and how many nobody tried to send yet."""
    failed = sum(one.state is NoticeState.FAILED for one in mails)
    waiting = sum(one.state is NoticeState.WAITING for one in mails)
    says = (
        tr_n(failed, "{n} mail not sent.", "{n} mails not sent.") if failed else "",
        tr_n(waiting, "{n} mail waits.", "{n} mails wait.") if waiting else "",
    )
    return " ".join(filter(None, says))


def _line(one: Notice, zone: str, now: datetime) -> ToldOf:
    nobody_to_call = one.channel is Channel.CALL and one.state is NoticeState.FAILED
    state = tr("nobody can be called") if nobody_to_call else one.state.label
    places = {"way": one.channel.label, "matter": one.about.label, "state": state}
    at = one.done_at or one.tried_at
    if at is None:
        says = tr("{way}, {matter}: {state}", **places)
    else:
        when = time_words(at, zone, now=now)
        says = tr("{way}, {matter}: {state}, {when}", when=when, **places)
    return ToldOf(
        says=says,
        result=one.says,
        tone=_TONES.get(one.state, "text2"),
        is_owed=one.channel is Channel.MAIL and one.state in _NOT_SENT,
    )


_LEFT = Qt.AlignmentFlag.AlignLeft
_NOT_SENT = (NoticeState.WAITING, NoticeState.FAILED)
