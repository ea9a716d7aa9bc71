"""Calling rules of the law that a supervisor has set aside for a campaign, by name and reason."""

from qualdesk.core.campaigns import Campaign
from qualdesk.core.errors import Refused
from qualdesk.core.rules import SetAside
from qualdesk.core.wording import tr
from qualdesk.store.campaigns import set_rules_aside
from qualdesk.store.database import Transaction


def set_aside(tx: Transaction, one: Campaign, rule_id: str, because: str, *, by: str) -> str:
    """Let a rule set not count for a campaign; what was done, in a sentence.

    Raises:
        RuleUnknown: there is no such rule set.
        Refused: no reason is given, or it is set aside already.
    """
    rule = tx.rules()[rule_id]
    reason = " ".join(because.split())
    if not reason:
        raise Refused(tr("Say why this rule does not count here: it is kept with your name."))
    if any(said.rule == rule_id for said in one.rules_aside):
        raise Refused(
            tr("“{rule}” is set aside for “{campaign}” already.", rule=rule.name, campaign=one.name)
        )
    said = SetAside(rule=rule_id, because=reason, by=by, at=tx.now)
    set_rules_aside(tx, one.id, (*one.rules_aside, said))
    return tr(
        "“{rule}” does not count for “{campaign}”: {reason}",
        rule=rule.name,
        campaign=one.name,
        reason=reason,
    )


def withdraw(tx: Transaction, one: Campaign, rule_id: str) -> str:
    """Let a rule set count again; what was done, in a sentence.

    Raises:
        Refused: it is not set aside there.
    """
    left = tuple(said for said in one.rules_aside if said.rule != rule_id)
    if len(left) == len(one.rules_aside):
        raise Refused(
            tr("“{rule}” is not set aside for “{campaign}”.", rule=rule_id, campaign=one.name)
        )
    set_rules_aside(tx, one.id, left)
    return tr("“{rule}” counts for “{campaign}” again.", rule=rule_id, campaign=one.name)
