"""What was left for this caller, and answers to what they asked: said once, never in a call."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from qualdesk.core.errors import QualdeskError
from qualdesk.core.messages import Message
from qualdesk.core.owner_questions import OwnerQuestion
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.shell import Shell
from qualdesk.qt.work import Work

_READ = tr_later("I have read it")


class LeftForMe(QObject):
    """Looks when it is asked to: ``LeftForMe(shell, work, zone, may_say)``.

    ``may_say`` tells whether this is a moment to say something.
    """

    def __init__(self, shell: Shell, work: Work, zone: str, may_say: Callable[[], bool]) -> None:
        super().__init__(shell)
        self._shell, self._work, self._zone, self._may_say = shell, work, zone, may_say

    def look(self) -> None:
        """Say what waits, the oldest first, unless something else is being said."""
        if self._may_say() and self._shell.notice.isHidden():
            self._work.ask(
                lambda desk: (desk.search.my_messages(), desk.owner_questions.news()),
                lambda found: self._say(*found),
                owner=self,
                refused=self._unsaid,
            )

    def _say(self, waiting: tuple[Message, ...], news: tuple[OwnerQuestion, ...]) -> None:
        if not self._may_say() or not self._shell.notice.isHidden():
            return
        if waiting:
            self._say_message(waiting[-1])
        elif news:
            self._say_answer(news[0])

    def _say_answer(self, one: OwnerQuestion) -> None:
        """What the owner of a list answered to this caller: it stands beside the leads as well."""
        title = tr(
            "{who} answered your question about the list of {name}",
            who=one.answered_by,
            name=one.campaign,
        )
        says = tr("{asks} {answer}", asks=one.asks, answer=one.answer)
        self._shell.say("info", title, says.strip(), tr(_READ), lambda: self._heard(one))

    def _heard(self, one: OwnerQuestion) -> None:
        self._shell.say("info", "")
        self._work.ask(
            lambda desk: desk.owner_questions.heard(one.id),
            lambda _changes: self.look(),
            owner=self,
            refused=self._unsaid,
        )

    def _say_message(self, one: Message) -> None:
        at = local_time(one.left_at, self._zone)
        title = tr(
            "{who} left you a message about {name}, {at:%H:%M}",
            who=one.left_by,
            name=one.name,
            at=at,
        )
        self._shell.say("info", title, one.says, tr(_READ), lambda: self._read(one))

    def _read(self, one: Message) -> None:
        self._shell.say("info", "")
        self._work.ask(
            lambda desk: desk.search.read_message(one.id),
            lambda _changes: self.look(),
            owner=self,
            refused=self._unsaid,
        )

    def _unsaid(self, error: QualdeskError) -> None:
        """It waits on: the next look says it."""
        self._shell.top.show_saved(error.says)
