"""Signing, withdrawing and talking: what the two who sign do, and what the desk answers."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualdesk.core.criteria import Side
from qualdesk.core.definition import same_person
from qualdesk.core.drafts import Standing
from qualdesk.core.errors import QualdeskError
from qualdesk.desk import Desk
from qualdesk.qt.definitions.opened import Opened
from qualdesk.qt.definitions.signing import SignCard, WithdrawCard
from qualdesk.qt.definitions.view import DefinitionView
from qualdesk.qt.definitions.writing import Writing
from qualdesk.qt.work import Work


class Signatures(QObject):
    """Between the sign-off and the desk. What is signed is what is on the screen: kept first."""

    stood = Signal(object)
    """The ``Standing`` after a signature was given or taken back."""

    def __init__(self, work: Work, writing: Writing, view: DefinitionView, page: QWidget) -> None:
        super().__init__(page)
        self._work, self._writing, self._view, self._page = work, writing, view, page
        self._opened: Opened | None = None
        self.sign = SignCard(page)
        self.withdraw = WithdrawCard(page)
        view.sign_off.sign_wanted.connect(self.ask)
        view.sign_off.withdraw_wanted.connect(self._ask_why)
        view.sign_off.said.connect(self._say)
        self.sign.signed.connect(self._sign)
        self.withdraw.withdrawn.connect(self._withdraw)

    def show(self, found: Opened) -> None:
        """Show how both sides stand."""
        self._opened = found
        self._view.sign_off.show_standing(found.standing, found.now, found.waiting)
        self._view.criteria.show_waiting(" ".join(found.waiting))

    def ask(self, side: Side) -> None:
        """Ask who signs for this side; what is typed is kept before."""
        found = self._opened
        if found is None:
            return
        state, other = found.standing.side(side), found.standing.side(side.other)
        is_theirs = other.is_signed and same_person(other.name, found.caller)
        name = state.name or ("" if is_theirs else found.caller)
        self._view.show_side(self._view.sign_off)
        self.sign.ask(side, name, self._view.sign_off.sides[side].sign)

    def _sign(self, side: Side, name: str) -> None:
        def sign() -> None:
            seen = self._writing.words
            self._ask(
                lambda desk, wanted: desk.definitions.sign(wanted, side, name, seen=seen),
                self._signed,
                self.sign.refuse,
            )

        self._writing.when_kept(sign)

    def _signed(self, standing: Standing) -> None:
        self.sign.close_over()
        self.stood.emit(standing)

    def _ask_why(self, side: Side) -> None:
        if self._opened is not None:
            name = self._opened.standing.side(side).name
            self.withdraw.ask(side, name, self._view.sign_off.sides[side].withdraw)

    def _withdraw(self, side: Side, because: str) -> None:
        found = self._opened
        if found is None:
            return
        name = found.standing.side(side).name

        def done(standing: Standing) -> None:
            self.withdraw.close_over()
            self.stood.emit(standing)

        self._ask(
            lambda desk, wanted: desk.definitions.withdraw(wanted, side, because, name),
            done,
            self.withdraw.refuse,
        )

    def _say(self, text: str) -> None:
        found = self._opened
        if found is None:
            return
        states = found.standing.sides
        side = next((one.side for one in states if same_person(one.name, found.caller)), None)

        def done(standing: Standing) -> None:
            if self._opened is not None:
                self.show(self._opened.standing_now(standing))
            self._view.sign_off.talk.kept()

        self._ask(
            lambda desk, wanted: desk.definitions.say(wanted, text, found.caller, side),
            done,
            self._view.criteria.show_problem,
        )

    def _ask(
        self,
        ask: Callable[[Desk, str], Standing],
        done: Callable[[Standing], None],
        refused: Callable[[str], None],
    ) -> None:
        words = self._writing.words
        if words is None:
            return
        wanted = words.id

        def told(error: QualdeskError) -> None:
            refused(error.says)

        self._work.ask(lambda desk: ask(desk, wanted), done, owner=self, refused=told)
