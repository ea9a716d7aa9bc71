"""Marketing and sales agree on another definition, by keys alone, in a real workspace (F2)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from makers import make_clock
from qt.definition_desks import DEFINITION, MARKETING, SALES, Agreeing, agreeing
from qualdesk.core.criteria import Side
from qualdesk.core.ids import LeadId
from qualdesk.desk import Desk
from qualdesk.qt import theme

KATRIN = LeadId(1)
CAST = {"Maya Lind": ""}  # whoever signs sits at this desk, and a caller after them
GIVEN = {
    "need": "a new line in autumn",
    "today": "two old sealers",
    "role": "decides",
    "date": "6_to_12_months",
    "money": "set_aside",
    "region": "germany_austria",
    "wants_call": "yes",
}


@pytest.fixture
def two(qapp: QApplication, tmp_path: Path) -> Iterator[Agreeing]:
    theme.apply(qapp, "light", 1.0)
    with agreeing(tmp_path, make_clock()) as found:
        yield found


def tiles(two: Agreeing) -> list[str]:
    return [tile.accessibleName() for tile in two.page.view.tried.tiles]


def sign(two: Agreeing, name: str) -> None:
    """The big key, and Enter on the name that is offered."""
    two.keys.press("Ctrl+Return")
    assert two.page.signatures.sign.name.text() == name
    two.keys.press("Return")
    two.settle()


def call_katrin(desk: Desk) -> None:
    """One lead is called and answers; what she is depends on the version in force."""
    card = desk.calling.next_lead()
    assert card is not None
    assert card.lead.id == KATRIN
    call = desk.calling.start_attempt(card.lead.id)
    for question, value in GIVEN.items():
        desk.calling.record_answer(call.id, question, value)


def test_a_nearer_date_is_drafted_tried_signed_changed_signed_again_and_judges(
    two: Agreeing,
) -> None:
    """The whole way of a version: nothing judges by it before both have signed the same words."""
    keys, view = two.keys, two.page.view
    assert tiles(two) == [
        "Qualified: 21, then 21. As many to hand off",
        "Sent back by sales: 6, then 6. No wrong hand-offs avoided",
        "Taken by sales: 15, then 15. No good leads would be missed",
    ]

    # Marketing takes the far dates out of the criterion.
    for _ in range(2):
        keys.press("Down")
    keys.press("Return")
    assert view.editor.label.hasFocus()
    two.tab_to("6 to 12 months counts as yes")
    keys.press("Space")
    two.settle()
    assert tiles(two) == [
        "Qualified: 21, then 14. 7 fewer to hand off",
        "Sent back by sales: 6, then 0. 6 wrong hand-offs avoided",
        "Taken by sales: 15, then 14. 1 good lead would be missed",
    ]
    keys.press("Escape")
    assert view.criteria.table.hasFocus()
    assert "in force" not in view.criteria._chip.text()
    assert two.said[-1].startswith("Saved")

    sign(two, MARKETING)
    assert view.sign_off.sides[Side.MARKETING].is_signed
    with two.desk() as desk:
        assert desk.library.definition(1).version == 3, "one signature is not enough"

    # A change after the first signature clears it.
    histogram = view.tried.histogram
    for _ in range(3):
        keys.press("F6")
        if view.tried.isAncestorOf(QApplication.focusWidget() or view):
            break
    two.tab_to("Line at the points a lead needs")
    assert histogram.hasFocus()
    keys.press("Left")
    two.settle()
    assert histogram.value() == view.criteria.threshold.value() == 69
    cleared = view.sign_off.sides[Side.MARKETING]
    assert not cleared.is_signed
    says = f"{MARKETING} signed before this change. Ask again."
    assert says in cleared.accessibleName()

    sign(two, MARKETING)
    sign(two, SALES)
    assert view.sign_off.next_side() is None
    with two.desk() as desk:
        assert desk.library.definition(1).version == 4
        assert desk.definitions.standing(DEFINITION).is_agreed
        call_katrin(desk)
        verdict = desk.calling.card(KATRIN).verdict
        assert verdict is not None
        assert verdict.threshold == 69
        assert verdict.sentence.startswith("Date is not met.")


def test_a_signature_is_withdrawn_with_a_reason_and_the_version_before_judges_again(
    two: Agreeing,
) -> None:
    """F2: a signature cannot be undone by one side; it is withdrawn, and says why."""
    keys, view = two.keys, two.page.view
    view.criteria.threshold.setFocus()
    keys.press("Up")
    two.settle()
    sign(two, MARKETING)
    keys.press("Ctrl+Return")
    keys.press("Ctrl+A")
    keys.type(MARKETING)
    keys.press("Return")
    card = two.page.signatures.sign
    assert card.isVisible()
    assert "One person cannot sign for both sides." in card._refused.accessibleName()
    keys.press("Escape")
    assert not card.isVisible()
    sign(two, SALES)
    with two.desk() as desk:
        assert desk.library.definition(1).version == 4
    two.tab_to("Withdraw the signature of sales")
    keys.press("Return")
    keys.press("Return")
    assert two.page.signatures.withdraw.isVisible(), "without a reason it stays"
    keys.type("Nobody asked the sellers")
    keys.press("Return")
    two.settle()
    state = view.sign_off.sides[Side.SALES].accessibleName()
    assert "Nobody asked the sellers" in state
    with two.desk() as desk:
        assert desk.library.definition(1).version == 3
