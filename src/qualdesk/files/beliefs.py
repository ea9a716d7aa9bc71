"""Reading and keeping what the queue believes: a TOML file, or the workspace's own version."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import isfinite
from pathlib import Path
from typing import Any

from qualdesk.core.beliefs import ANSWER_LEVELS, ORIGINS, QUALIFY_LEVELS, Beliefs, Melting
from qualdesk.core.errors import DocumentRefused, Problem
from qualdesk.core.wording import tr, tr_n
from qualdesk.resources import shipped


@lru_cache(maxsize=1)
def shipped_beliefs() -> Beliefs:
    """The beliefs that come with the program."""
    return beliefs_from_plain(tomllib.loads(shipped("beliefs.toml").read_text(encoding="utf-8")))


def read_beliefs(path: Path) -> Beliefs:
    """The beliefs written in a file.

    Raises:
        DocumentRefused: it is no such file; every problem is named with its place.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problem = Problem(place=path.name, says=f"{error}.")
        raise DocumentRefused(
            tr("{file} cannot be read as beliefs.", file=path.name), [problem]
        ) from error
    return beliefs_from_plain(written, name=path.name)


def beliefs_to_plain(beliefs: Beliefs) -> dict[str, Any]:
    """The beliefs as the file holds them: what the workspace keeps of an edited version."""
    return {
        **{key: getattr(beliefs, key) for key in _SINGLE},
        "minutes": {
            "unanswered": beliefs.unanswered_minutes,
            "conversation": beliefs.conversation_minutes,
        },
        "answer": {factor: dict(levels) for factor, levels in beliefs.answer.items()},
        "qualify": {factor: dict(levels) for factor, levels in beliefs.qualify.items()},
        "melting": {
            origin: {"keeps": one.keeps, "melts": [list(pair) for pair in one.melts]}
            for origin, one in beliefs.melting.items()
        },
    }


def beliefs_from_plain(written: Mapping[str, Any], *, name: str = "") -> Beliefs:
    """The beliefs of a file's form.

    Raises:
        DocumentRefused: a value cannot be one; every problem is named with its place.
    """
    problems = list(_problems(written))
    if problems:
        says = tr_n(
            len(problems),
            "{file} must be mended in one place. {first}",
            "{file} must be mended in {n} places. {first}",
            file=name or tr("The beliefs"),
            first=problems[0],
        )
        raise DocumentRefused(says, problems)
    minutes = written.get("minutes", {})
    given = {key: float(written[key]) for key in _SINGLE if key in written}
    given |= {f"{key}_minutes": float(minutes[key]) for key in _MINUTES if key in minutes}
    return Beliefs(
        answer=_factors(written.get("answer", {})),
        qualify=_factors(written.get("qualify", {})),
        melting={origin: _melting(one) for origin, one in written.get("melting", {}).items()},
        **given,
    )


def _factors(written: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    return {
        factor: {str(level): float(value) for level, value in levels.items()}
        for factor, levels in written.items()
    }


def _melting(written: Mapping[str, Any]) -> Melting:
    return Melting(
        keeps=float(written["keeps"]),
        melts=tuple((float(share), float(pace)) for share, pace in written.get("melts", ())),
    )


def _problems(written: Mapping[str, Any]) -> Iterator[Problem]:
    """Whatever in it cannot be a belief, each with its place and what is asked there."""
    yield from _unknown("", written, {*_SINGLE, "minutes", "answer", "qualify", "melting"})
    for key, (low, high) in _SINGLE.items():
        if key in written:
            yield from _number(key, written[key], low, high)
    for key in ("minutes", "answer", "qualify", "melting"):
        if not isinstance(written.get(key, {}), Mapping):
            yield Problem(place=key, says=tr("This must be a table."))
            return
    yield from _unknown("minutes", written.get("minutes", {}), set(_MINUTES))
    for key, value in written.get("minutes", {}).items():
        yield from _number(f"minutes, {key}", value, *_MINUTE_RANGE)
    for side, levels in (("answer", ANSWER_LEVELS), ("qualify", QUALIFY_LEVELS)):
        yield from _factor_problems(side, written.get(side, {}), levels)
    yield from _melting_problems(written.get("melting", {}))


def _factor_problems(
    side: str, written: Mapping[str, Any], known: Mapping[str, tuple[str, ...]]
) -> Iterator[Problem]:
    yield from _unknown(side, written, set(known))
    sources = written.get("source", {})
    missing = [one for one in ORIGINS if isinstance(sources, Mapping) and one not in sources]
    if missing:
        says = tr("Write the chance of {missing} too.", missing=", ".join(missing))
        yield Problem(place=f"{side}, source", says=says)
    for factor in known.keys() & written.keys():
        levels = written[factor]
        if not isinstance(levels, Mapping):
            yield Problem(place=f"{side}, {factor}", says=tr("This must be a table."))
            continue
        yield from _unknown(f"{side}, {factor}", levels, set(known[factor]))
        high = 1.0 if factor == "source" else _MOST_TIMES
        for level, value in levels.items():
            yield from _number(f"{side}, {factor}, {level}", value, _LEAST, high)


def _melting_problems(written: Mapping[str, Any]) -> Iterator[Problem]:
    yield from _unknown("melting", written, set(ORIGINS))
    for origin, one in written.items():
        place = f"melting, {origin}"
        if not isinstance(one, Mapping) or "keeps" not in one:
            yield Problem(place=place, says=tr("Write what it keeps: keeps = 0.33."))
            continue
        yield from _unknown(place, one, {"keeps", "melts"})
        yield from _number(f"{place}, keeps", one["keeps"], 0.0, 1.0)
        melts = one.get("melts", ())
        pairs = isinstance(melts, list | tuple) and all(
            isinstance(pair, list | tuple) and len(pair) == _PAIR for pair in melts
        )
        if not pairs:
            yield Problem(place=f"{place}, melts", says=tr("Write pairs: [[share, hours]]."))
            continue
        for share, pace in melts:
            yield from _number(f"{place}, melts, share", share, 0.0, 1.0)
            yield from _number(f"{place}, melts, hours", pace, _LEAST, _MOST_HOURS)


def _unknown(place: str, written: Mapping[str, Any], known: set[str]) -> Iterator[Problem]:
    for key in written.keys() - known:
        says = tr(
            "There is no “{key}” here. It can be: {known}.", key=key, known=", ".join(sorted(known))
        )
        yield Problem(place=place or str(key), says=says)


def _number(place: str, value: Any, low: float, high: float) -> Iterator[Problem]:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not (is_number and isfinite(value) and low <= value <= high):
        yield Problem(
            place=place, says=tr("Write a number from {low:g} to {high:g}.", low=low, high=high)
        )


_LEAST = 0.001
_MOST_TIMES = 20.0
_MOST_HOURS = 10_000.0
_PAIR = 2
_MINUTES = ("unanswered", "conversation")
_MINUTE_RANGE = (0.05, 240.0)
_SINGLE = {
    "answer_strength": (0.1, 10_000.0),
    "qualify_strength": (0.1, 10_000.0),
    "source_strength": (0.01, 1.0),
    "cap": (0.01, 1.0),
    "curiosity": (1.0, 100.0),
    "patience": (0.0, 1.0),
}
