"""Every rule asked once more when a number is about to be dialled, and calling anyway."""

from dataclasses import asdict
from typing import Any

from qualdesk.core.anyway import Overridden, called_anyway, can_be_lifted, lifted
from qualdesk.core.calling_rules import Decision
from qualdesk.core.errors import NotNow
from qualdesk.core.ids import AttemptId
from qualdesk.core.leads import Phone
from qualdesk.core.times import time_words
from qualdesk.core.wording import english, tr
from qualdesk.desk.situations import Situation
from qualdesk.store import calls
from qualdesk.store.database import Transaction
from qualdesk.store.history import note
from qualdesk.store.suppression import is_suppressed


def decide(
    tx: Transaction, found: Situation, phone: Phone, *, because: str = "", by: str = ""
) -> tuple[Decision, Overridden | None]:
    """The decision to be kept with the call, and the rule set aside for it, if one is.

    With a reason (``because``) a call may be made in spite of the house's hours, the campaign's
    window or its spacing, when nothing else stands in the way.

    Raises:
        NotNow: a rule says no; the sentence says which, and when it may be tried.
    """
    said = found.decision()
    if is_suppressed(tx, found.lead.id, phone.e164):
        raise NotNow(tr("They asked not to be called. Here is your next lead."))
    if said.is_allowed:
        with english():
            return found.decision(), None
    reason = " ".join(because.split())
    if not reason or not can_be_lifted(said.rule):
        raise NotNow(_says(found, said))
    others = lifted(found.standing, said, found.now)
    if not others.is_allowed:
        raise NotNow(_says(found, others))
    with english():
        said = found.decision()
        aside = Overridden(rule=said.rule, says=said.says, because=reason, by=by)
        return called_anyway(said, lifted(found.standing, said, found.now), reason), aside


def keep_overridden(
    tx: Transaction, found: Situation, attempt_id: AttemptId, aside: Overridden
) -> None:
    """Write with the call, and into the history, which rule was set aside for it."""
    told: dict[str, Any] = asdict(aside)
    calls.change_call(tx, attempt_id, overridden=told)
    # The reason may name a person: it stands with the call, which can be erased.
    note(tx, aside.by, "called anyway", "lead", found.lead.id, call=attempt_id, rule=aside.rule)


def _says(found: Situation, said: Decision) -> str:
    if said.next_at is None:
        return said.says
    at = time_words(said.next_at, found.standing.zone, now=found.now)
    return f"{said.says} {tr('Next: {at}.', at=at)}"
