"""Outcomes are data (D6): a workspace may bring its own, and old calls stay readable."""

from pathlib import Path

import pytest

from calls import LONDON, a_campaign, a_lead, next_card
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import DocumentRefused, NotFound
from qualdesk.core.leads import Bucket
from qualdesk.desk.calling import Calling
from qualdesk.desk.outcomes import Outcomes, words_of
from qualdesk.files.outcomes import outcomes_in, shipped_outcomes
from qualdesk.store.database import Store

MINE = """
[[outcome]]
code = "lunch"
label = "At lunch"
aapor = "2.21"
contacted = true
after = "rest"
bucket = "waiting"
delay_minutes = 95
key = 3
"""


@pytest.fixture
def outcomes(store: Store, clock: SetClock) -> Outcomes:
    return Outcomes(store, clock, "Sue")


def desk_of(store: Store, clock: SetClock, outcomes: Outcomes) -> Calling:
    """A desk as it opens: it goes by the catalogue that counts at that moment."""
    return Calling(store, clock, "Ana", outcomes.catalogue(), zone=LONDON)


def edited(outcomes: Outcomes, tmp_path: Path, *, without: str = "", more: str = "") -> Path:
    """The catalogue as somebody edits it: an outcome taken out, others written below."""
    blocks = outcomes.written().split("[[outcome]]")
    kept = [block for block in blocks if not (without and f'code = "{without}"' in block)]
    path = tmp_path / "our outcomes.toml"
    path.write_text("[[outcome]]".join(kept) + more, encoding="utf-8")
    return path


def test_a_workspace_goes_by_its_own_outcomes(
    store: Store, clock: SetClock, outcomes: Outcomes, tmp_path: Path
) -> None:
    """What the queue does is read from the columns, also of an outcome it never heard of."""
    lead = a_lead(store, a_campaign(store))
    first = desk_of(store, clock, outcomes)
    assert list(first.outcomes) == list(shipped_outcomes())
    first.finish(first.start_attempt(lead).id, "busy")
    used = outcomes.use(edited(outcomes, tmp_path, without="busy", more=MINE))
    assert used.says == "27 outcomes. Each desk goes by them when it opens anew."
    assert [one.code for one in outcomes.catalogue()] == [one.code for one in used.catalogue]
    desk = desk_of(store, clock, outcomes)
    assert desk.outcomes.on_key(3) == desk.outcomes.outcome("lunch")
    clock.advance(desk.outcomes.outcome("lunch").delay)
    card = next_card(desk)
    assert card.past_calls[0].label == "Busy", "given up since, and still readable"
    assert card.consequences["lunch"].says == "again Wed 18 Mar, 09:00", "the second of the day"
    done = desk.finish(desk.start_attempt(lead).id, "lunch")
    assert (done.says, done.bucket) == (card.consequences["lunch"].says, Bucket.WAITING)
    with pytest.raises(NotFound, match="no outcome “busy”"):
        desk.outcomes.outcome("busy")


def test_the_words_of_an_outcome_outlive_it(
    store: Store, outcomes: Outcomes, tmp_path: Path
) -> None:
    """AAPOR's codes stand in exports, also of calls that ended with what is no outcome any more."""
    outcomes.use(edited(outcomes, tmp_path, without="busy", more=MINE))
    with store.reading() as tx:
        assert words_of(tx, "lunch") == ("At lunch", "2.21")
        assert words_of(tx, "busy") == ("Busy", "3.12")
        assert words_of(tx, "long_gone") == ("long_gone", "")
    assert outcomes.use_shipped().catalogue is shipped_outcomes()
    with store.reading() as tx:
        assert words_of(tx, "lunch") == ("lunch", "")
    assert list(outcomes.catalogue()) == list(shipped_outcomes())


def test_what_is_written_is_what_counts(outcomes: Outcomes, tmp_path: Path) -> None:
    assert list(outcomes_in(outcomes.written())) == list(shipped_outcomes())
    path = edited(outcomes, tmp_path, without="busy", more=MINE)
    outcomes.use(path)
    assert outcomes.written() == path.read_text(encoding="utf-8")


def test_a_catalogue_that_the_queue_cannot_follow_is_refused_and_changes_nothing(
    outcomes: Outcomes, tmp_path: Path
) -> None:
    before = list(outcomes.catalogue())
    with pytest.raises(DocumentRefused) as refused:
        outcomes.use(edited(outcomes, tmp_path, more=MINE.replace("waiting", "nurture")))
    assert {problem.place for problem in refused.value.problems} == {
        "outcome “lunch”, bucket", "outcome “lunch”, key",
    }  # fmt: skip
    for code in ("qualified", "do_not_call", "max_attempts"):
        with pytest.raises(DocumentRefused, match=f"The program itself gives “{code}”"):
            outcomes.use(edited(outcomes, tmp_path, without=code))
    with pytest.raises(DocumentRefused, match=r"nowhere\.toml cannot be read"):
        outcomes.use(tmp_path / "nowhere.toml")
    assert list(outcomes.catalogue()) == before
