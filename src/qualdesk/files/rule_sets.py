"""Reading calling rules and holidays: TOML files, dated and with their sources."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from qualdesk.core.errors import DocumentRefused, Problem
from qualdesk.core.rules import (
    Audience,
    Enforcement,
    Ground,
    Holidays,
    Register,
    RuleBook,
    RuleSet,
    RuleSource,
    Span,
    TryLimit,
)
from qualdesk.core.wording import tr, tr_n
from qualdesk.resources import shipped


@lru_cache(maxsize=1)
def shipped_rules() -> RuleBook:
    """The rule sets and holidays that come with the program, each read when it is asked for.

    A start asks for those of a country or two. What all of them add up to is known from when they
    were made (``.ci/rules_version``), as long as they are, letter for letter, the same files.
    """
    files = _Countries(shipped("rules"))
    days = _HolidayFile(shipped("holidays.toml"))
    made = json.loads(shipped("rules_version.json").read_text(encoding="utf-8"))
    version = made["version"] if made["files"] == sum_of_shipped() else ""
    return RuleBook(files, Holidays(days=days), version=version)


def sum_of_shipped() -> str:
    """A sum over the files of rules and holidays that come with the program, as they stand."""
    files = [*sorted(shipped("rules").glob("*.toml")), shipped("holidays.toml")]
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    return sha256(text.encode()).hexdigest()


def rule_book(folder: Path | None = None) -> RuleBook:
    """The rules of the program, with those of somebody's own in their place.

    ``folder`` holds files of the same form; a set in them stands for the program's own set with
    its id, and a new id is a set more. A file that cannot be used is left out whole, and the
    book says why: what the program came with holds then.
    """
    plain = shipped_rules()
    paths = sorted(folder.glob("*.toml")) if folder is not None and folder.is_dir() else []
    if not paths:
        return plain
    own: dict[str, RuleSet] = {}
    files: dict[str, str] = {}
    refused = []
    for path in paths:
        try:
            sets = read_rules(path)
            twice = [one.id for one in sets if one.id in own]
            if twice:
                problem = Problem(
                    place=twice[0], says=tr("{file} has this id already.", file=files[twice[0]])
                )
                raise _refused(path, [problem])
        except DocumentRefused as error:
            refused.append(
                f"{error.says} {tr('The rules that come with the program hold instead.')}"
            )
            continue
        own.update((one.id, one) for one in sets)
        files.update((one.id, path.name) for one in sets)
    every = {one.id: one for one in plain} | own
    return RuleBook(every.values(), plain.holidays, files=files, refused=refused)


def read_rules(path: Path) -> tuple[RuleSet, ...]:
    """The rule sets written in a file, in its order.

    Raises:
        DocumentRefused: it is no such file; every problem is named with its place.
    """
    from pydantic import ValidationError

    from qualdesk.files.rule_models import WrittenRules

    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problem = Problem(place=path.name, says=f"{error}.")
        raise DocumentRefused(
            tr("{file} cannot be read as calling rules.", file=path.name), [problem]
        ) from error
    try:
        WrittenRules.model_validate(written)
    except ValidationError as error:
        # A list whose only item has a fault is said to be too short as well.
        found = [one for one in error.errors() if one["type"] != "too_short"] or error.errors()
        raise _refused(path, [_problem(one, written) for one in found]) from error
    problems = list(_slips(written["rule_set"]))
    if problems:
        raise _refused(path, problems)
    return tuple(map(_rule_set, written["rule_set"]))


class _Countries(Mapping[str, tuple[RuleSet, ...]]):
    """The rule sets of each country, out of the file that has its code for a name."""

    def __init__(self, folder: Path) -> None:
        self._files = {path.stem.upper(): path for path in sorted(folder.glob("*.toml"))}
        self._read: dict[str, tuple[RuleSet, ...]] = {}

    def __contains__(self, country: object) -> bool:
        # By the files alone: one that cannot be read is no country without rules.
        return country in self._files

    def __getitem__(self, country: str) -> tuple[RuleSet, ...]:
        if country not in self._read:
            written = tomllib.loads(self._files[country].read_text(encoding="utf-8"))
            self._read[country] = tuple(map(_rule_set, written["rule_set"]))
        return self._read[country]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


class _HolidayFile(Mapping[str, Mapping[date, str]]):
    """The holidays of each place, out of a file that ``.ci/make_holidays`` wrote."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _days(self) -> dict[str, dict[date, str]]:
        written = tomllib.loads(self._path.read_text(encoding="utf-8"))
        return {
            place: {date.fromisoformat(day): name for day, name in days.items()}
            for place, days in written.items()
            if isinstance(days, dict)
        }

    def __getitem__(self, place: str) -> dict[date, str]:
        return self._days[place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._days)

    def __len__(self) -> int:
        return len(self._days)


def _rule_set(written: Mapping[str, Any]) -> RuleSet:
    def days(key: str) -> timedelta | None:
        return timedelta(days=written[key]) if key in written else None

    return RuleSet(
        id=written["id"],
        name=written["name"],
        country=written["country"],
        subdivision=written.get("subdivision", ""),
        audience=frozenset(map(Audience, written["audience"])),
        enforcement=Enforcement(written["enforcement"]),
        reviewed_on=written["reviewed_on"],
        review_due=written["review_due"],
        valid_from=written.get("valid_from"),
        valid_to=written.get("valid_to"),
        hours=_week(written.get("hours", {})),
        on_holidays="on_holidays" in written,
        eve=_spans(written["eve_of_holidays"]) if "eve_of_holidays" in written else None,
        limits=tuple(
            TryLimit(calls=one["calls"], within=timedelta(hours=one["within_hours"]))
            for one in written.get("limits", ())
        ),
        after_refusal=days("after_refusal_days"),
        requires=frozenset(map(Ground, written.get("requires", ()))),
        exempt_if=frozenset(map(Ground, written.get("exempt_if", ()))),
        script_must=tuple(written.get("script_must", ())),
        registers=tuple(map(_register, written.get("registers", ()))),
        honour_no_within=days("honour_no_within_days"),
        keep_no_for=days("keep_no_for_days"),
        keep_consent_for=days("keep_consent_for_days"),
        is_incomplete=written.get("is_incomplete", False),
        notes=written.get("notes", ""),
        sources=tuple(RuleSource(**one) for one in written["sources"]),
    )


def _register(written: Mapping[str, Any]) -> Register:
    return Register(
        name=written["name"],
        max_age=timedelta(days=written["max_age_days"]),
        audience=frozenset(map(Audience, written.get("audience", Audience))),
    )


def _week(hours: Mapping[str, Iterable[str]]) -> tuple[tuple[Span, ...] | None, ...]:
    """The spans of each day, Monday first; a day nobody names is None."""
    week: list[tuple[Span, ...] | None] = [None] * 7
    # A single day says more than a group of days, whatever stands first.
    for name in sorted(hours, key=lambda name: -len(_DAYS[name])):
        for day in _DAYS[name]:
            week[day] = _spans(hours[name])
    return tuple(week)


def _spans(written: Iterable[str]) -> tuple[Span, ...]:
    pairs = (text.split("-") for text in written)
    return tuple(sorted((_minute(opens), _minute(closes)) for opens, closes in pairs))


def _minute(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def _slips(sets: list[dict[str, Any]]) -> Iterator[Problem]:
    """What is right in each value and wrong together."""
    seen: set[str] = set()
    for one in sets:
        place = f"rule_set “{one['id']}”"
        if one["id"] in seen:
            yield Problem(place=place, says=tr("This id is used twice. Give each set its own."))
        seen.add(one["id"])
        if one["review_due"] <= one["reviewed_on"]:
            yield Problem(place=place, says=tr("The next review is due after the last one."))
        if one.get("valid_to") and one.get("valid_from") and one["valid_to"] < one["valid_from"]:
            yield Problem(place=place, says=tr("It ends before it starts."))
        spans = [one.get("eve_of_holidays", ()), *one.get("hours", {}).values()]
        for text in (text for some in spans for text in some):
            opens, closes = map(_minute, text.split("-"))
            if not 0 <= opens < closes <= _DAY:
                yield Problem(
                    place=f"{place}, hours",
                    says=tr("“{hours}” is no span of a day.", hours=text),
                )


def _problem(found: Any, written: dict[str, Any]) -> Problem:
    words = [str(part) for part in found["loc"]]
    sets = written.get("rule_set")
    if len(words) > 1 and words[1].isdigit() and isinstance(sets, list):
        one = sets[int(words[1])]
        words[:2] = [f"rule_set “{one.get('id', int(words[1]) + 1)}”"]
    missing = tr("This must be written.") if found["type"] == "missing" else ""
    extra = tr("There is no such key.") if found["type"] == "extra_forbidden" else ""
    return Problem(
        place=", ".join(words), says=missing or extra or tr("This is not written as it must be.")
    )


def _refused(path: Path, problems: list[Problem]) -> DocumentRefused:
    says = tr_n(
        len(problems),
        "{file} needs mending in one place. {first}",
        "{file} needs mending in {n} places. {first}",
        file=path.name,
        first=problems[0],
    )
    return DocumentRefused(says, problems)


_DAY = 24 * 60
_DAYS = {
    "daily": range(7),
    "mon-fri": range(5),
    **{name: (at,) for at, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))},
}
