"""A supervisor's acts on people, done beside the window; the last one can be taken back."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, Signal

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.errors import QualdeskError
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.desk.supervised import Supervised
from qualdesk.qt.work import Work


class Done(Protocol):
    """What the desk answers to an act: a sentence, and what it touched."""

    @property
    def says(self) -> str:
        """What was done."""
        ...

    @property
    def changes(self) -> Changes:
        """What it touched."""
        ...


@frozen
class Paused:
    """A campaign that was paused or goes on."""

    says: str
    campaign: Campaign
    changes: Changes


class PeopleActs(QObject):
    """Moves callers, opens call backs, gives leads, pauses: each says what it did."""

    done = Signal(object, bool)
    """What the desk answered, and whether it can be taken back."""
    refused = Signal(object)
    """The error the desk refused with."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._back: Callable[[Desk], Done] | None = None

    @property
    def can_undo(self) -> bool:
        """Whether there is an act that can be taken back."""
        return self._back is not None

    def move(self, caller: str, to: CampaignId | None) -> None:
        """Let somebody call for this campaign from their next lead on; None: as before."""
        self._do(
            lambda desk: desk.phones.move(caller, to),
            lambda desk, moved: desk.phones.take_move_back(moved),
        )

    def open_one(self, lead_id: LeadId) -> None:
        """Let anybody make this call back."""
        self._do(lambda desk: desk.phones.open_to_anyone([lead_id]), _close_again)

    def open_late(self, campaign: CampaignId) -> None:
        """Let anybody make every call back that is late."""
        self._do(lambda desk: desk.phones.open_late(campaign), _close_again)

    def give(self, lead_id: LeadId, caller: str) -> None:
        """Give a lead to this caller: the next they are offered."""
        self._do(
            lambda desk: _given(desk, lead_id, caller),
            lambda desk, _given: desk.supervising.take_push_back(lead_id),
        )

    def pause(self, campaign: Campaign, *, is_paused: bool) -> None:
        """Stop offering the leads of a campaign, or go on."""
        self._do(
            lambda desk: _paused(desk, campaign.id, is_paused=is_paused),
            lambda desk, _done: _paused(desk, campaign.id, is_paused=not is_paused),
        )

    def show_names(self, *, shown: bool) -> None:
        """Show callers by name, or as seats."""
        self._do(
            lambda desk: desk.phones.show_names(shown),
            lambda desk, _done: desk.phones.show_names(not shown),
        )

    def undo(self) -> None:
        """Take the last act back."""
        back, self._back = self._back, None
        if back is not None:
            self._work.ask(
                back,
                lambda result: self.done.emit(result, False),  # noqa: FBT003 - Qt's own signature
                owner=self,
                refused=self.refused.emit,
            )

    def forget(self) -> None:
        """What was done is of another campaign: it is taken back from the history."""
        self._back = None

    def _do(self, act: Callable[[Desk], Done], back: Callable[[Desk, Any], Done]) -> None:
        def did(result: Done) -> None:
            has_changed = result.changes != NOTHING
            self._back = (lambda desk: back(desk, result)) if has_changed else None
            self.done.emit(result, has_changed)

        self._work.ask(act, did, owner=self, refused=self._refused)

    def _refused(self, error: QualdeskError) -> None:
        self.refused.emit(error)


def _close_again(desk: Desk, opened: Any) -> Done:
    return desk.phones.take_opening_back(opened)


def _given(desk: Desk, lead_id: LeadId, caller: str) -> Supervised:
    """Give a lead to somebody who may be named by a seat; said as they are shown."""
    name = desk.phones.known_as(caller)
    done = desk.supervising.push(lead_id, name)
    if name == caller:
        return done
    says = tr("{caller} is offered this lead next.", caller=caller)
    return Supervised(says=says, changes=done.changes)


def _paused(desk: Desk, campaign: CampaignId, *, is_paused: bool) -> Paused:
    found = desk.library.pause(campaign, is_paused=is_paused)
    if is_paused:
        says = tr("“{campaign}” is paused: no new lead of it comes up.", campaign=found.name)
    else:
        says = tr("“{campaign}” goes on.", campaign=found.name)
    changes = Changes(campaigns=frozenset({found.id}), queue=True)
    return Paused(says=says, campaign=found, changes=changes)


NOTHING: Final = Changes()
