"""What a supervisor sees of the queue's beliefs, and writing another start value."""

import pytest

from makers import make_campaign, make_lead
from qualdesk.core.belief_lines import BeliefLine, belief_lines
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.leads import PhoneKind
from qualdesk.core.learning import Tally, learn
from qualdesk.core.sources import SourceType
from qualdesk.core.traits import Traits
from qualdesk.desk.keeper import Keeper
from qualdesk.desk.queue import Queue
from qualdesk.files.beliefs import shipped_beliefs
from qualdesk.store import believed
from qualdesk.store.database import Store
from qualdesk.store.history import entries

SHOW = "answer.source.trade_show"


@pytest.fixture
def queue(store: Store, clock: SetClock) -> Queue:
    return Queue(store, clock, "sue")


def _line(lines: tuple[BeliefLine, ...], key: str) -> BeliefLine:
    return next(line for line in lines if line.key == key)


def _calls(answered: int) -> list[Tally]:
    """Two hundred calls to visitors of a trade show, so many of them answered."""
    traits = Traits(source=SourceType.TRADE_SHOW, phone=PhoneKind.DIRECT)
    return [Tally(traits=traits, hour=10, weekday=1, part=1, dials=200, answered=answered)]


def test_every_belief_is_shown_with_where_it_stands(queue: Queue) -> None:
    lines = queue.beliefs()
    assert len({line.key for line in lines}) == len(lines)
    show = _line(lines, SHOW)
    assert (show.group, show.says) == ("Answers: where they come from", "Trade show")
    assert (show.unit, show.start, show.now, show.shipped) == ("chance", 0.13, 0.13, 0.13)
    assert (show.calls, show.sure, show.is_edited) == (0, "", False)
    assert _line(lines, "answer.hour.10").says == "10:00 to 11:00"
    assert _line(lines, "minutes.conversation").unit == "minutes"
    for line in lines:
        assert "_" not in line.says
        assert line.says[0].isupper() or line.says[0].isdigit()


def test_what_was_learned_says_on_how_many_calls_it_rests_and_how_sure_it_is() -> None:
    learned = learn(shipped_beliefs(), _calls(90))
    lines = belief_lines(shipped_beliefs(), shipped_beliefs(), learned)
    show = _line(lines, SHOW)
    assert show.calls == 200
    assert show.now > show.start
    assert show.low <= show.now <= show.high
    assert show.sure == "More than believed"
    quiet = _line(lines, "answer.source.contact_form")
    assert (quiet.calls, quiet.now) == (0, quiet.start)


def test_another_start_value_counts_and_can_be_put_back(store: Store, queue: Queue) -> None:
    written = queue.set_belief(SHOW, 0.3)
    assert (written.start, written.now, written.shipped) == (0.3, 0.3, 0.13)
    assert written.is_edited
    with store.reading() as tx:
        assert believed.beliefs(tx).answer["source"]["trade_show"] == 0.3
        assert entries(tx, "belief", SHOW)[0].who == "sue"
    assert not _line(queue.reset_beliefs(SHOW), SHOW).is_edited
    for key, value in (
        ("minutes.conversation", 11),
        ("cap", 0.5),
        ("melting.contact_form.keeps", 0.1),
        ("answer.hour.10", 1.3),
    ):
        assert queue.set_belief(key, value).start == value
    assert not any(line.is_edited for line in queue.reset_beliefs())
    with store.reading() as tx:
        assert believed.beliefs(tx) == shipped_beliefs()


def test_an_edit_keeps_what_was_learned(store: Store, queue: Queue) -> None:
    with store.transaction() as tx:
        believed.keep_learned(tx, learn(shipped_beliefs(), _calls(90)))
    before = _line(queue.beliefs(), SHOW)
    after = queue.set_belief(SHOW, before.start / 2)
    assert after.now == pytest.approx(before.now / 2)
    assert (after.low, after.high) == pytest.approx((before.low / 2, before.high / 2))
    assert after.calls == before.calls


def test_a_value_that_cannot_be_one_is_refused_in_a_sentence(queue: Queue) -> None:
    with pytest.raises(Refused, match="Trade show: Write a number from"):
        queue.set_belief(SHOW, 1.5)
    with pytest.raises(Refused, match="Write a number from"):
        queue.set_belief("answer.hour.10", float("nan"))
    for key in ("answer.source.nobody", "answer", "strength.x", ""):
        with pytest.raises(NotFound, match="There is no belief"):
            queue.set_belief(key, 0.2)
    with pytest.raises(NotFound):
        queue.reset_beliefs("answer.source.nobody")
    assert not any(line.is_edited for line in queue.beliefs())


def test_what_is_believed_moves_the_number_a_caller_sees_from_the_next_ranking_on(
    store: Store, queue: Queue, clock: SetClock
) -> None:
    """Q3: the reasons are the beliefs, and nothing else."""
    with store.transaction() as tx:
        found = make_lead(tx, make_campaign(tx))
    Keeper(store, clock, "ana").tick()
    before = queue.explain(found).priority.points
    queue.set_belief(SHOW, 0.26)
    Keeper(store, clock, "ana").tick()
    assert queue.explain(found).priority.points > before
