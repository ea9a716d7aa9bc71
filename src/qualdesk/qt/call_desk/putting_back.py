"""What was typed before the program ended, saved where it belongs, each answer once."""

from qualdesk.core.errors import ClaimLost, QualdeskError, WorkspaceUnusable
from qualdesk.core.ids import AttemptId, LeadId
from qualdesk.core.typed import Typed
from qualdesk.desk import Desk
from qualdesk.qt.call_desk.doing import answered


def put_back(desk: Desk, typed: Typed) -> bool | None:
    """Save what a program that ended had not saved; whether all of it found its place."""
    if desk.erasing.is_erased(LeadId(typed.lead_id)):
        return None
    found = _noted(desk, typed) if typed.text else True
    for answer in typed.answers:
        try:
            answered(LeadId(typed.lead_id), answer)(desk)
        except ClaimLost:
            continue  # kept beside the call of whoever has the lead now
        except WorkspaceUnusable:
            raise
        except QualdeskError:
            found = False
    return found


def _noted(desk: Desk, typed: Typed) -> bool:
    """Words about a lead that left the desk: to their call, or to whoever has them next."""
    try:
        if typed.attempt:
            desk.calling.write_note(AttemptId(typed.attempt), typed.text)
        else:
            desk.search.leave_message(LeadId(typed.lead_id), typed.text)
    except ClaimLost:
        return True  # kept beside the call of whoever has the lead now
    except WorkspaceUnusable:
        raise
    except QualdeskError:
        return False
    return True
