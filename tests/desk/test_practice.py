"""Practice calls through the door: real calls on a workspace of their own, which counts nowhere."""

import pytest

from qualdesk.bootstrap import open_desk
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.desk import Desk
from qualdesk.desk.practice import STARTS, PracticeCall


def practise(desk: Desk, call: PracticeCall) -> None:
    """Call somebody and keep what they say, as a good caller does."""
    card = desk.calling.next_lead()
    assert isinstance(card, CallCard)
    assert card.lead.id == call.lead_id
    assert card.decision.is_allowed, card.decision.says
    attempt = desk.calling.start_attempt(card.lead.id)
    for question, reply in call.person.replies.items():
        words = reply.words if reply.value else ""
        desk.calling.record_answer(attempt.id, question, reply.value or reply.words, words=words)
    if call.person.fits[0] == "callback_fixed":
        promise = desk.calling.read_time("thu 10:30", card.lead.id).promise
        desk.calling.finish(attempt.id, "callback_fixed", callback_at=promise)
    else:
        desk.calling.finish(attempt.id, call.person.fits[0])


def test_who_keeps_what_they_hear_is_told_that_it_went_well(store_url: str) -> None:
    """Each of the three, on both databases: what they say leads to what they wish."""
    desk = open_desk(store_url, clock=SetClock(STARTS), caller="Maya", durable=False)
    people = desk.practice.people()
    # The last one first: nobody's turn depends on somebody else's.
    call = desk.practice.begin(len(people))
    assert (call.number, call.of) == (3, 3)
    practise(desk, call)
    assert [line.is_good for line in desk.practice.went(call)] == [True, True, True]
    desk.close()


@pytest.mark.parametrize("number", [1, 2])
def test_each_call_can_be_practised_on_its_own(
    tmp_path_factory: pytest.TempPathFactory, number: int
) -> None:
    file = tmp_path_factory.mktemp("practice") / "p.sqlite"
    desk = open_desk(str(file), clock=SetClock(STARTS), caller="Maya", durable=False)
    call = desk.practice.begin(number)
    assert desk.practice.begin(number) == call, "begun twice is begun once"
    assert not desk.practice.went(call)[2].is_good
    practise(desk, call)
    lines = desk.practice.went(call)
    assert [line.is_good for line in lines] == [True, True, True], lines
    desk.calling.undo()
    assert not desk.practice.went(call)[2].is_good
    desk.close()


def test_real_work_is_never_mixed_with_practice(store_url: str, clock: SetClock) -> None:
    desk = open_desk(store_url, clock=clock, caller="Maya", durable=False)
    desk.library.new_campaign("Spring fair")
    with pytest.raises(Refused, match="holds real work"):
        desk.practice.begin(1)
    assert [one.campaign.name for one in desk.library.campaigns()] == ["Spring fair"]
    assert desk.floor.buckets().total == 0
    desk.close()


@pytest.mark.parametrize("number", [0, 4, -1])
def test_there_are_three_calls_and_no_other(sqlite_file: object, number: int) -> None:
    desk = open_desk(f"sqlite:///{sqlite_file}", clock=SetClock(STARTS), caller="Maya")
    with pytest.raises(NotFound, match="There are 3 calls to practise"):
        desk.practice.begin(number)
    assert desk.library.campaigns() == ()
    desk.close()
