"""The saves of a call that can be kept and done later, by name, and the real operation of each.

Each is done by the same operation of the desk, whether at once or after hours without a line.
Done twice under one id it is one: the answer to a save may get lost on its way back.
"""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId, LeadId
from qualdesk.core.saves import Save, unplain_all
from qualdesk.core.wording import tr

if TYPE_CHECKING:
    from qualdesk.desk import Desk

_Operation = Callable[["Desk", Mapping[str, Any]], object]


@frozen
class Doing:
    """A save as somebody makes it: handed a desk, it is done there.

    ``lead_id`` is 0 where only its call is known. The same ``id`` is the same save.
    """

    does: str
    said: Mapping[str, Any]
    lead_id: int = 0
    id: str = field(default_factory=lambda: str(uuid4()))

    def __call__(self, desk: "Desk") -> Any:
        """Do it on this desk.

        Raises:
            QualdeskError: whatever its operation raises.
        """
        return OPERATIONS[self.does](desk, self.said)

    def kept(self, lead_id: int, name: str, at: datetime) -> Save:
        """The same as it is kept: about that lead, of that name, unless it is of another one."""
        of = self.lead_id or lead_id
        return Save(
            id=self.id,
            does=self.does,
            said=self.said,
            lead_id=of,
            name=name if of == lead_id else "",
            kept_at=at,
        )


def do(desk: "Desk", save: Save) -> Any:
    """Do a save on the workspace; what its operation gives back.

    Raises:
        QualdeskError: whatever the operation raises.
    """
    return _operation(save)(desk, save.said)


def do_late(desk: "Desk", save: Save) -> Any:
    """Do a save that waited: a call that was dialled meanwhile is kept, whatever stands now.

    Raises:
        QualdeskError: whatever the operation raises.
    """
    if save.does != "start_attempt":
        return do(desk, save)
    _set_aside(desk, LeadId(save.lead_id))
    try:
        return do(desk, save)
    except Refused as refusal:
        # Also where there is no such lead: of one they do not hold a caller of a team sees nothing.
        return desk.late.keep_call(save, why=refusal.says)


def _set_aside(desk: "Desk", lead_id: LeadId) -> None:
    """Give back whom nobody dialled before this one was: that was done without a line too."""
    held = desk.calling.held()
    if held is not None and held.attempt is None and held.lead.id != lead_id:
        desk.calling.release(held.lead.id)


def _operation(save: Save) -> _Operation:
    found = OPERATIONS.get(save.does)
    if found is None:
        # Of a newer program, on this same computer: it is kept until that one runs again.
        raise NotFound(tr("This program does not know the save “{name}”.", name=save.does))
    return found


def _start_attempt(desk: "Desk", said: Mapping[str, Any]) -> object:
    return desk.calling.start_attempt(
        LeadId(said["lead_id"]),
        said["number"],
        attempt_id=said["attempt_id"],
        because=said["because"],
    )


def _record_answer(desk: "Desk", said: Mapping[str, Any]) -> object:
    value = said["value"]
    return desk.calling.record_answer(
        AttemptId(said["attempt_id"]),
        said["question"],
        tuple(value) if isinstance(value, list) else value,
        words=said["words"],
        does_not_know=said["does_not_know"],
        answer_id=said["answer_id"],
    )


def _clear_answer(desk: "Desk", said: Mapping[str, Any]) -> object:
    return desk.calling.clear_answer(
        AttemptId(said["attempt_id"]), said["question"], answer_id=said["answer_id"]
    )


def _write_note(desk: "Desk", said: Mapping[str, Any]) -> object:
    return desk.calling.write_note(AttemptId(said["attempt_id"]), said["text"])


def _leave_message(desk: "Desk", said: Mapping[str, Any]) -> object:
    lead_id = LeadId(said["lead_id"])
    waiting = desk.search.messages(lead_id)
    if any((one.left_by, one.says) == (desk.caller, said["text"]) for one in waiting):
        return None
    return desk.search.leave_message(lead_id, said["text"])


def _open_fit(desk: "Desk", said: Mapping[str, Any]) -> object:
    return desk.calling.open_fit(AttemptId(said["attempt_id"]))


def _speak(desk: "Desk", said: Mapping[str, Any]) -> object:
    return desk.calling.speak(AttemptId(said["attempt_id"]), said["language"])


def _finish(desk: "Desk", said: Mapping[str, Any]) -> object:
    beside = unplain_all(said["beside"])
    return desk.calling.finish(AttemptId(said["attempt_id"]), said["outcome"], **beside)


def _finish_without_call(desk: "Desk", said: Mapping[str, Any]) -> object:
    return desk.calling.finish_without_call(
        LeadId(said["lead_id"]),
        said["outcome"],
        reason=said["reason"],
        attempt_id=said["attempt_id"],
    )


def _do_not_call(desk: "Desk", said: Mapping[str, Any]) -> object:
    return desk.calling.do_not_call(
        LeadId(said["lead_id"]),
        scope=said["scope"],
        asked_by=said["asked_by"],
        number=said["number"],
        attempt_id=said["attempt_id"],
    )


def _skip(desk: "Desk", said: Mapping[str, Any]) -> object:
    return desk.calling.skip(LeadId(said["lead_id"]), said["reason"], attempt_id=said["attempt_id"])


def _refer(desk: "Desk", said: Mapping[str, Any]) -> object:
    return desk.calling.refer(LeadId(said["lead_id"]), **said["named"])


OPERATIONS: Final[Mapping[str, _Operation]] = MappingProxyType(
    {
        "start_attempt": _start_attempt,
        "record_answer": _record_answer,
        "clear_answer": _clear_answer,
        "write_note": _write_note,
        "leave_message": _leave_message,
        "open_fit": _open_fit,
        "speak": _speak,
        "finish": _finish,
        "finish_without_call": _finish_without_call,
        "do_not_call": _do_not_call,
        "skip": _skip,
        "refer": _refer,
    }
)
"""What can be kept on this computer and done later."""
