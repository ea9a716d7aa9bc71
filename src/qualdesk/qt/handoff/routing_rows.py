"""Rules on who gets which leads as rows of a table, in the order they are asked."""

from collections.abc import Iterable
from typing import Final

from qualdesk.core.routing_rules import RoutingRule, RuleKind, RuleQuestion
from qualdesk.core.routing_words import about_of, via_of
from qualdesk.core.wording import listed, tr, tr_later
from qualdesk.qt.widgets.cells import Cell, Column

COLUMNS: Final = (
    Column(title=tr_later("Rule"), width=200, stretch=1),
    Column(title=tr_later("For which leads"), width=220, stretch=2),
    Column(title=tr_later("Goes to"), width=200, stretch=2),
)


def cell_of(rule: RoutingRule, column: int, questions: Iterable[RuleQuestion] = ()) -> Cell:
    """One cell of a rule's row; ``questions`` are those of the script."""
    if column == 0:
        name = via_of(rule)
        kind = rule.kind.label
        return Cell(text=name, second=kind if kind != name else "", face="body_medium")
    if column == 1:
        return Cell(text=about_of(rule, questions))
    if rule.kind is RuleKind.ACCOUNT:
        return Cell(text=tr("Whoever owns the account"), tone="text2")
    return Cell(text=listed(rule.people), second=tr("in turn") if len(rule.people) > 1 else "")
