"""Ask the list owner, from the desk: asked above the source card, and the call goes on."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import LeadId
from qualdesk.core.owner_questions import ListAnswer, OwnerQuestionId
from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.asks import Asks
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.notice import Notice
from qualdesk.qt.call_desk.popovers.owner import AskOwnerPopOver
from qualdesk.qt.call_desk.view import DeskView
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.desk.owner_questions import AskedOwner


class AskOwner(QObject):
    """One line about the list of the lead at the desk; what others asked alike is one question."""

    touched = Signal(object)
    """What was touched, as ``Changes``."""

    def __init__(
        self, work: Work, at_desk: AtDesk, view: DeskView, asks: Asks, notice: Notice
    ) -> None:
        super().__init__(view)
        self._work, self._at, self._view = work, at_desk, view
        self._asks, self._notice = asks, notice
        view.lead.ask_pressed.connect(self.ask)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What each key of the shortcut table does here, by its id."""
        return {"ask_owner": self.ask}

    def ask(self) -> None:
        """Open the line to type."""
        card = self._at.card
        if card is None:
            return
        over = self._asks.made(AskOwnerPopOver, self._take)
        over.begin(card.campaign.name)
        self._asks.show_over(over, self._view.lead.ask, over.line)

    def _take(self) -> None:
        over, card = self._asks.made(AskOwnerPopOver, self._take), self._at.card
        if card is None:
            return
        lead, text = card.lead.id, over.text

        def done(asked: "AskedOwner") -> None:
            over.line.clear()
            self._asks.close()
            self._say(asked, lead, text)
            self.touched.emit(asked.changes)

        def refused(error: QualdeskError) -> None:
            over.complain(error.says)

        self._work.ask(
            lambda desk: desk.owner_questions.ask(lead, text), done, owner=self, refused=refused
        )

    def _say(self, asked: "AskedOwner", lead: LeadId, text: str) -> None:
        """Say what became of it, and how to take it back, or to ask it all the same."""
        question = asked.question
        if asked.is_new:
            way = (tr("Withdraw it"), lambda: self._withdraw(question.id))
        else:
            way = (tr("That is another question"), lambda: self._ask_anew(lead, text))
        self._notice.offer("ok", "", asked.says, way)
        if question.answered_at is not None:
            known = ListAnswer(
                asks=question.asks,
                answer=question.answer,
                by=question.answered_by,
                at=question.answered_at,
            )
            self._know(lead, known)

    def _ask_anew(self, lead: LeadId, text: str) -> None:
        def done(asked: "AskedOwner") -> None:
            self._notice.say("ok", asked.says)
            self.touched.emit(asked.changes)

        self._work.ask(
            lambda desk: desk.owner_questions.ask(lead, text, anew=True),
            done,
            owner=self,
            refused=self._refused,
        )

    def _withdraw(self, question: OwnerQuestionId) -> None:
        self._work.ask(
            lambda desk: desk.owner_questions.withdraw(question),
            lambda done: self._notice.say("info", done.says),
            owner=self,
            refused=self._refused,
        )

    def _know(self, lead: LeadId, known: ListAnswer) -> None:
        """Show the answer on the card, if its lead is still the one at the desk."""
        card = self._at.card
        if card is not None and card.lead.id == lead and known not in card.list_answers:
            self._at.card = replace(card, list_answers=(*card.list_answers, known))
            self._view.lead.show_answers(self._at.card.list_answers)

    def _refused(self, error: QualdeskError) -> None:
        self._notice.say("warn", error.says)
