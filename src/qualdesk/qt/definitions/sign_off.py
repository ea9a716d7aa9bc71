"""Beside the criteria: who has signed, what changes, and what people say about it."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.changes import Change
from qualdesk.core.definition import Side
from qualdesk.core.drafts import SIGNED, SideState, Standing
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.definitions.about import About
from qualdesk.qt.definitions.said import change_words
from qualdesk.qt.definitions.signing import SIGN_AS
from qualdesk.qt.definitions.talk import Talk
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.avatar import Avatar
from qualdesk.qt.widgets.buttons import LinkButton, PushButton
from qualdesk.qt.widgets.card import Card, Heading, Rule
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import box, glyph, reveal, smooth, words
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconMark
from qualdesk.qt.widgets.side import SideCard

WIDTH: Final = 420
_TONES: Final = {Side.MARKETING: "accent", Side.SALES: "ok"}
_TICK: Final = 18
_TOP: Final = Qt.AlignmentFlag.AlignTop
_WITHDRAW: Final = {
    Side.MARKETING: tr_later("Withdraw the signature of marketing"),
    Side.SALES: tr_later("Withdraw the signature of sales"),
}


class SignOff(SideCard):
    """Two people sign the same words; a change asks for both of them again (F2)."""

    sign_wanted = Signal(object)
    """The ``Side`` somebody wants to sign for."""
    withdraw_wanted = Signal(object)
    """The ``Side`` whose signature is to be withdrawn."""
    said = Signal(str)
    """What somebody wrote into the talk."""

    def __init__(self, zone: str) -> None:
        super().__init__(WIDTH)
        self.setAccessibleName(tr("Sign-off"))
        self._zone = zone
        self.sides = {side: SideCardOf(side) for side in Side}
        self._info = Banner("info")
        self._changes_title = Heading(tr("What changes"))
        self.changes = ChangeList()
        self.talk = Talk(zone)
        self.about = About()
        self._body = QWidget()
        self._lay_out()
        for side, card in self.sides.items():
            card.sign.clicked.connect(lambda _on=False, side=side: self.sign_wanted.emit(side))
            card.withdraw.clicked.connect(
                lambda _on=False, side=side: self.withdraw_wanted.emit(side)
            )
        self.talk.said.connect(self.said)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        quiet = PlainLabel(tr("both must sign"), face="hint", tone="text2")
        column.addWidget(Heading(tr("Sign-off"), end=quiet, face="card_title"))
        for card in self.sides.values():
            column.addWidget(card)
        column.addSpacing(4)
        column.addWidget(self._changes_title)
        column.addWidget(self.changes)
        column.addWidget(self._info)
        column.addSpacing(4)
        column.addWidget(self.talk)
        column.addSpacing(4)
        column.addStretch(1)
        column.addWidget(Rule())
        column.addWidget(self.about)
        scroll = QScrollArea()
        scroll.setWidget(self._body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scroll)

    def show_standing(self, standing: Standing, now: datetime, waiting: Sequence[str] = ()) -> None:
        """Show who has signed, what is new, the talk, and what of it ``waiting`` says of me."""
        first = True
        for state in standing.sides:
            card = self.sides[state.side]
            # One accent button on a screen: the first side that is open has it.
            is_open = state.state != SIGNED
            card.show_state(state, self._zone, now, is_next=is_open and first)
            first = first and not is_open
        self.show_changes(standing.changes)
        self._info.set("info", " ".join(waiting), _until_both(standing))
        self.talk.show_remarks(standing.remarks, standing.sides, now)

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Show what differs from the version in force."""
        self.changes.show_changes(changes)
        reveal(self._changes_title, shown=bool(changes))
        reveal(self.changes, shown=bool(changes))

    def next_side(self) -> Side | None:
        """The side that is to sign next; None when both have."""
        return next((side for side, card in self.sides.items() if not card.is_signed), None)


class SideCardOf(Card):
    """One of the two: who it is, whether they signed these words, and the way to do it."""

    def __init__(self, side: Side) -> None:
        super().__init__(radius=8)
        self.side = side
        self.is_signed = False
        self._avatar = Avatar(size=36)
        self._side = PlainLabel(side.label, face="hint", tone="text2")
        self._name = PlainLabel(face="body_strong", wrap=True)
        self._when = PlainLabel(face="hint", tone="text2", wrap=True)
        self._chip = SignedMark()
        self.sign = PushButton(tr(SIGN_AS[side]), icon="signature")
        self.withdraw = LinkButton(tr("Withdraw…"))
        who = QVBoxLayout()
        who.setSpacing(0)
        for each in (self._side, self._name, self._when):
            who.addWidget(each)
        end = QVBoxLayout()
        end.setSpacing(2)
        end.addStretch(1)
        end.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignRight)
        end.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignRight)
        end.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignRight)
        end.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 11, 8)
        row.setSpacing(12)
        row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(who, 1)
        row.addLayout(end)

    def show_state(self, state: SideState, zone: str, now: datetime, *, is_next: bool) -> None:
        """Show how this side stands to the words as they are."""
        self.is_signed = state.is_signed
        self._avatar.set_name(state.name or "?", _TONES[self.side])
        self._name.setText(state.name or tr("Nobody yet"))
        self._when.setText(_state_words(state, zone, now))
        self._when.set_look(tone="text2" if state.is_signed or not state.because else "warn")
        reveal(self._chip, shown=state.is_signed)
        reveal(self.withdraw, shown=state.is_signed)
        reveal(self.sign, shown=not state.is_signed)
        self.withdraw.renamed(tr(_WITHDRAW[self.side]))
        self.sign.set_kind("accent" if is_next else "edge")
        said = tr("signed") if state.is_signed else self._when.text()
        self.setAccessibleName(f"{self.side.label}: {self._name.text()}, {said}")


class SignedMark(Chip):
    """A pill that says signed, with its tick inside."""

    def __init__(self) -> None:
        super().__init__(tr("Signed"), "ok")

    @override
    def sizeHint(self) -> QSize:
        plain = super().sizeHint()
        return QSize(plain.width() + look().px(_TICK), plain.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        rect = QRectF(self.rect())
        box(painter, rect, fill="ok_soft", radius=11)
        glyph(painter, "check", px(8), rect.center().y(), 14, "ok")
        where = rect.adjusted(px(8 + _TICK), 0, 0, 0)
        words(painter, where, self.text(), face="chip", tone="ok")


class ChangeList(QWidget):
    """What was, and what is now, line by line."""

    def __init__(self) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        self._rows: Pool[_ChangeRow, Change] = Pool(rows, _ChangeRow, _ChangeRow.show_change)

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Show these changes."""
        self._rows.show(list(changes))
        said = "; ".join(_said(one) for one in changes)
        self.setAccessibleName(
            tr("What changes: {said}", said=said) if said else tr("Nothing changes")
        )


class _ChangeRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._label = PlainLabel(face="body", tone="text2", wrap=True)
        self._was = PlainLabel(face="body", tone="text2", wrap=True)
        self._now = PlainLabel(face="body_strong", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        for place, stretch in enumerate((14, 11, 0, 11)):
            grid.setColumnStretch(place, stretch)
        grid.addWidget(self._label, 0, 0, _TOP)
        grid.addWidget(self._was, 0, 1, _TOP)
        grid.addWidget(IconMark("arrow-right", "text2", 14), 0, 2, _TOP)
        grid.addWidget(self._now, 0, 3, _TOP)

    def show_change(self, change: Change) -> None:
        self._label.setText(change.label)
        was, now = change_words(change)
        self._was.setText(was)
        self._now.setText(now)


def _said(change: Change) -> str:
    was, now = change_words(change)
    return tr("{label}, {was}, now {now}", label=change.label, was=was, now=now)


def _state_words(state: SideState, zone: str, now: datetime) -> str:
    if state.is_signed and state.signed_at is not None:
        return _signed_words(state.signed_at, zone, now)
    return state.because or tr("not signed yet")


def _signed_words(at: datetime, zone: str, now: datetime) -> str:
    """When somebody signed. A signature that came with a file has its day only."""
    if at.time() == time():
        day = day_words(at.date())
        return day if at.year == now.year else f"{day} {at.year}"
    there = local_time(at, zone)
    year = "" if there.year == now.year else f" {there.year}"
    return f"{day_words(there.date())}{year}, {there:%H:%M}"


def _until_both(standing: Standing) -> str:
    """What holds meanwhile."""
    if standing.is_agreed:
        return tr(
            "Version {version} is signed by both. Verdicts go by it; leads already "
            "handed off keep the version they were judged by.",
            version=standing.draft.definition.version,
        )
    if standing.in_force is None:
        return tr("Nothing is in force yet. Calls can start once both have signed.")
    return tr(
        "Until both sign, callers keep using version {version}. Leads already "
        "handed off keep the version they were judged by.",
        version=standing.in_force.version,
    )
