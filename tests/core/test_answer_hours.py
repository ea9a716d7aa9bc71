"""The hours at which people often pick up come from what the queue believes and has learned."""

from qualdesk.core.answer_hours import answer_hours
from qualdesk.core.beliefs import Beliefs
from qualdesk.core.learning import NOTHING_LEARNED, Found, Learned
from qualdesk.core.odds import Odds
from qualdesk.core.sources import CallLimits
from qualdesk.core.traits import Role
from qualdesk.files.beliefs import shipped_beliefs

LIMITS = CallLimits()


def believed(**hours: float) -> Odds:
    clock = {name.removeprefix("at_"): value for name, value in hours.items()}
    return Odds(Beliefs(answer={"hour": clock}, qualify={}), NOTHING_LEARNED)


def test_the_hours_above_the_average_of_the_working_day_are_joined_to_spans() -> None:
    found = answer_hours(believed(at_10=1.4, at_11=1.3, at_15=1.5), Role.HEAD, LIMITS)
    assert found.spans == ((10, 12), (15, 16))
    assert found.best[:3] == (15, 10, 11)
    assert (found.begins, found.ends, len(found.chances)) == (8, 19, 11)
    assert found.is_often_free(11)
    assert not found.is_often_free(12)


def test_an_hour_outside_calling_hours_is_never_good() -> None:
    found = answer_hours(believed(at_7=9.0, at_18=9.0, at_11=1.5), Role.HEAD, LIMITS)
    assert found.spans == ((11, 12),)
    assert not {7, 18} & set(found.best)


def test_where_no_hour_is_better_there_is_nothing_to_show() -> None:
    found = answer_hours(believed(), Role.UNKNOWN, LIMITS)
    assert (found.spans, found.best) == ((), ())


def test_a_role_has_hours_of_its_own() -> None:
    odds = Odds(shipped_beliefs())
    assert answer_hours(odds, Role.EXECUTIVE, LIMITS) != answer_hours(odds, Role.HEAD, LIMITS)
    assert answer_hours(odds, Role.HEAD, LIMITS).spans


def test_what_calls_taught_moves_the_hours() -> None:
    taught = Found(believed=1.0, value=2.0, seen=200, expected=100, calls=400, low=1.8, high=2.2)
    learned = Learned(answer={"hour": {"13": taught}})
    found = answer_hours(Odds(shipped_beliefs(), learned), Role.HEAD, LIMITS)
    assert found.best[0] == 13
    assert found.is_often_free(13)


def test_longer_calling_hours_make_a_longer_day() -> None:
    limits = CallLimits(hours=(7 * 60, 21 * 60))
    found = answer_hours(believed(at_20=2.0), Role.HEAD, limits)
    assert (found.begins, found.ends) == (7, 21)
    assert found.spans == ((20, 21),)
