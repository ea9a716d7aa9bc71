"""Clocks, progress, changes, errors and outcomes: the small values everybody leans on."""

from datetime import UTC, datetime, timedelta

import pytest

from qualdesk.core import errors
from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import RunningClock, SetClock, SystemClock, in_utc
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.outcomes import After, Catalogue, Outcome
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.core.sources import CallLimits, SourceCard, SourceType

AT = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)


def test_a_clock_set_by_hand_moves_only_when_told() -> None:
    clock = SetClock(AT)
    assert clock.now() == AT
    clock.advance(timedelta(minutes=3))
    assert clock.now() == AT + timedelta(minutes=3)
    clock.set(AT)
    assert clock.now() == AT


def test_a_rehearsal_clock_runs_from_where_it_was_set() -> None:
    clock = RunningClock(AT)
    first = clock.now()
    assert timedelta() <= first - AT < timedelta(seconds=5)
    assert clock.now() >= first


def test_the_computers_clock_speaks_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta()


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        in_utc(datetime(2026, 3, 17, 9, 24))  # noqa: DTZ001


def test_work_that_is_told_to_stop_stops_at_its_next_report() -> None:
    progress = Progress()
    done: list[int] = []

    def work() -> None:
        for number in progress.over(range(1000), of=1000, every=10):
            done.append(number)
            if number == 42:
                progress.cancel()

    with pytest.raises(Cancelled):
        work()
    assert 42 <= done[-1] < 52
    assert progress.of == 1000


def test_stopping_is_not_an_error_that_a_careless_handler_could_swallow() -> None:
    assert not issubclass(Cancelled, Exception)


def test_changes_add_up() -> None:
    one, two = Changes(leads=frozenset({LeadId(1)})), Changes(leads=frozenset({LeadId(2)}))
    both = one | two | Changes(queue=True)
    assert both.leads == {1, 2}
    assert both.queue
    assert (NO_CHANGES | one) == one


def all_errors(root: type[errors.QualdeskError]) -> list[type[errors.QualdeskError]]:
    return [root, *(kind for child in root.__subclasses__() for kind in all_errors(child))]


@pytest.mark.parametrize("kind", all_errors(errors.QualdeskError))
def test_every_error_is_a_sentence_that_says_what_to_do(kind: type[errors.QualdeskError]) -> None:
    says = kind().says
    assert says.endswith(".")
    assert " " in says
    assert kind("Something of its own.").says == "Something of its own."


def test_a_problem_is_named_by_its_place() -> None:
    assert str(errors.Problem(place="row 7", says="no name")) == "row 7: no name"
    assert str(errors.Problem(place="", says="no name")) == "no name"


def test_the_source_card_asks_its_three_questions() -> None:
    """O3: three questions about every list before calling starts, and what goes with them."""
    card = SourceCard(type=SourceType.TRADE_SHOW, what="PackTech Expo", who=" ", responding_to="")
    assert card.unanswered()[:2] == ("Who is on the list?", "What were they responding to?")


def test_sources_are_a_closed_list_that_says_its_names() -> None:
    """O1: the source type is a closed list."""
    assert SourceType("trade_show").label == "Trade show"
    assert len({kind.label for kind in SourceType}) == len(SourceType)
    with pytest.raises(ValueError, match="billboard"):
        SourceType("billboard")


def test_limits_that_allow_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="hours"):
        CallLimits(hours=(600, 600))
    with pytest.raises(ValueError, match="try"):
        CallLimits(max_attempts=0)


def test_outcomes_are_found_by_code_and_by_key() -> None:
    """D6: outcomes are data."""
    busy = Outcome(
        code="busy",
        label="Busy",
        aapor="3.12",
        contacted=False,
        eligible=None,
        after=After.REST,
        bucket=Bucket.WAITING,
        key=3,
        delay=timedelta(minutes=30),
    )
    other = Outcome(
        code="fax",
        label="Fax",
        aapor="4.20",
        contacted=False,
        eligible=False,
        after=After.NEXT_NUMBER,
        bucket=Bucket.WAITING,
    )
    catalogue = Catalogue([busy, other])
    assert catalogue.outcome("busy") is busy
    assert catalogue.on_key(3) is busy
    assert catalogue.on_key(0) is None
    assert list(catalogue) == [busy, other]
    with pytest.raises(errors.NotFound, match="busy, fax"):
        catalogue.outcome("engaged")


def test_buckets_have_names_of_their_own() -> None:
    assert len({bucket.label for bucket in Bucket}) == len(Bucket)
