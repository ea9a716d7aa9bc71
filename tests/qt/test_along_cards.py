"""Who was taken along: nobody is counted twice, or called after they went back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtWidgets import QApplication

from makers import make_clock
from qt.cards import make_card
from qualdesk.core.cards import CallCard
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.desk.along import TakenAlong
from qualdesk.qt.call_desk.line import Line
from qualdesk.qt.call_desk.meanwhile import Meanwhile
from qualdesk.qt.call_desk.session import Session

if TYPE_CHECKING:
    from qualdesk.qt.work import Work

CLOCK = make_clock()


class Slow:
    """A server that answers when it is told to, lane by lane."""

    def __init__(self) -> None:
        self.asked: list[Callable[[Any], None]] = []
        self.asked_long: list[Callable[[Any], None]] = []

    def ask(self, _work: object, done: Callable[[Any], None], **_more: object) -> None:
        self.asked.append(done)

    def long(self, _work: object, done: Callable[[Any], None], **_more: object) -> None:
        self.asked_long.append(done)


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def line(qapp: QApplication, slow: Slow) -> Line:
    del qapp
    return Line(cast("Work", slow), CLOCK, "Europe/London")


def held(lead_id: int) -> CallCard:
    card, until = make_card(), CLOCK.now() + timedelta(minutes=30)
    lead = replace(card.lead, id=LeadId(lead_id))
    return replace(card, lead=lead, claimed_until=until, open_until=until)


def taken(*leads: int) -> TakenAlong:
    return TakenAlong(cards=tuple(map(held, leads)), most=2, as_of=CLOCK.now())


def left(line: Line) -> list[int]:
    return [one.lead.id for one in line.left_here]


def test_who_came_to_the_desk_while_it_was_asked_is_not_along_any_more(
    line: Line, slow: Slow
) -> None:
    """Q5: else the same person is called twice when the line goes down."""
    line.along.fill(CampaignId(1))
    line.along.drop(LeadId(2))
    slow.asked_long.pop()(taken(2, 3))
    assert left(line) == [3]
    line.along.fill(CampaignId(1))
    slow.asked_long.pop()(taken(2, 3))
    assert left(line) == [2, 3], "given back and taken along once more"


def test_who_went_back_for_a_break_is_called_by_nobody_here(line: Line, slow: Slow) -> None:
    """Q5: the one kept for after the call goes back too, and anybody may be calling them."""
    session = Session(cast("Work", slow), line)
    meanwhile = Meanwhile(cast("Work", slow), session)
    line.ahead = held(2)
    meanwhile.let_go()
    slow.asked.pop()(None)
    assert left(line) == []
    line.along.fill(CampaignId(1))
    meanwhile.let_go()
    line.ahead = held(4)  # back from the break in the meantime
    slow.asked_long.pop()(taken(3))
    slow.asked.pop()(None)
    assert left(line) == [], "what came too late goes back, and all that is kept with it"
