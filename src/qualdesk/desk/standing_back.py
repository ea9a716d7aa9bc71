"""How a lead stands again as it stood before an outcome that is taken back."""

from collections.abc import Mapping
from typing import Any

from qualdesk.core.ids import LeadId, MeetingId, SuppressionId
from qualdesk.core.leads import Bucket
from qualdesk.desk.effects import NEVER_AGAIN
from qualdesk.store import calls
from qualdesk.store import undo as undoing
from qualdesk.store.beside import stand_again
from qualdesk.store.database import Transaction
from qualdesk.store.events import stand_anew
from qualdesk.store.leads import place
from qualdesk.store.suppression import is_suppressed
from qualdesk.store.suppression_lift import lift


def stand_as_before(
    tx: Transaction, lead_id: LeadId, before: Mapping[str, Any], *, own: str = ""
) -> bool:
    """Put the lead and its do-not-calls back; whether it may not be called even so.

    That is when it was stopped before, or another wish stops it since: it is looked at then.
    ``own`` is who takes back what they said themselves just now.
    """
    entries = [SuppressionId(one) for one in before["suppressions"]]
    back = lift(tx, entries, "undone", by=own)
    undoing.restore(tx, lead_id, before)
    stand_anew(tx, [lead_id])
    if entries and lead_id not in back and is_suppressed(tx, lead_id):
        place(tx, lead_id, Bucket.DO_NOT_CALL, reason=NEVER_AGAIN)
    stand_again(tx, [MeetingId(one) for one in before.get("meetings", ())])
    return calls.stands(tx, lead_id).state == Bucket.DO_NOT_CALL
